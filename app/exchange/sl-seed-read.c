/* Reads records from a document in the shape of programme XML, through the field tables alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First pass: elements become nodes with fresh uids in the order of the document, so that lists come up in that order.
 * Second pass: values are read and references, forward ones too, are resolved. Records reach the transaction only when
 * all of them stood the test.
 */
#include "config.h"

#include "exchange/sl-seed.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "model/sl-code.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAMESPACE "urn:sightline:programme:1"

typedef struct
{
  guint field;
  int line;
  char *text;
} Given;

typedef struct
{
  const SlKind *kind;
  SlUid uid;
  SlUid parent;
  int line;
  GArray *given; /* of Given */
  guint64 seen;  /* fields given, as bits */
} Node;

typedef struct
{
  SlTx *tx;
  const char *name;
  GMarkupParseContext *context;
  GPtrArray *nodes;   /* of Node, in order of the document */
  GPtrArray *open;    /* of Node, borrowed: those whose end is still to come */
  GHashTable *by_key; /* see key_of() -> Node */
  int prose;          /* field being read of the innermost node, or -1 */
  GString *text;
} Reader;

static void
given_clear (gpointer data)
{
  g_free (((Given *) data)->text);
}

static void
node_free (gpointer data)
{
  Node *node = data;

  g_array_unref (node->given);
  g_free (node);
}

/* "name:line: element: message"; always FALSE. */
static gboolean G_GNUC_PRINTF (5, 6)
fail (const Reader *self, int line, const char *element, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, SL_ERROR, SL_ERROR_VALUE, "%s:%d: %s: %s", self->name, line, element, message);
  return FALSE;
}

static int
line_of (const Reader *self)
{
  int line;

  g_markup_parse_context_get_position (self->context, &line, NULL);
  return line;
}

static Node *
innermost (const Reader *self)
{
  return self->open->len > 0 ? self->open->pdata[self->open->len - 1] : NULL;
}

/* What others refer to a record by: its code; for a kind without codes its first field (the version of settings). */
static guint
key_field (const SlKind *kind)
{
  return kind->code >= 0 ? (guint) kind->code : 0;
}

static char *
key_of (const SlKind *kind, const char *text)
{
  return g_strconcat (kind->token, " ", text, NULL);
}

/* --- First pass --------------------------------------------------------------------------------------------------- */

static gboolean
give (Reader *self, Node *node, const char *element, const char *name, const char *text, gboolean prose, GError **error)
{
  int field = strchr (name, '_') == NULL ? sl_kind_find_field (node->kind, name) : -1;
  Given given = { 0, line_of (self), NULL };

  if (field < 0 || !!(node->kind->fields[field].flags & SL_FIELD_PROSE) != prose || (field == node->kind->parent && node->kind->code < 0))
    return fail (self, given.line, element, error, prose ? _ ("unknown element “%s”") : _ ("unknown attribute “%s”"),
                 name);
  if (node->seen & SL_MASK (field))
    return fail (self, given.line, element, error, _ ("“%s” is given twice"), name);
  node->seen |= SL_MASK (field);
  given.field = (guint) field;
  given.text = g_strdup (text);
  g_array_append_val (node->given, given);
  return TRUE;
}

/* The record that encloses @kind's elements, or whether it may stand where it stands. */
static gboolean
check_place (const Reader *self, const SlKind *kind, const char *element, GError **error)
{
  const Node *outer = innermost (self);
  int wanted = kind->parent >= 0 ? kind->fields[kind->parent].ref : SL_KIND_PROGRAMME;

  if (outer == NULL ? kind->id == SL_KIND_PROGRAMME
                    : kind->id != SL_KIND_PROGRAMME
                          && (outer->kind->id == wanted || (kind->code >= 0 && outer->kind->id == SL_KIND_PROGRAMME)))
    return TRUE;
  return fail (self, line_of (self), element, error, _ ("does not belong here"));
}

static gboolean
check_code (const Reader *self, const Node *node, const char *element, GError **error)
{
  if (node->kind->code < 0)
    return TRUE;
  for (guint i = 0; i < node->given->len; i++)
    {
      const Given *given = &g_array_index (node->given, Given, i);
      char stem[SL_CODE_STEM_MAX];
      gint64 number;

      if (given->field != (guint) node->kind->code)
        continue;
      if (sl_code_split (node->kind, given->text, stem, &number))
        return TRUE;
      return fail (self, node->line, element, error, _ ("“%s” is no code of its kind (%s)"), given->text, node->kind->codes);
    }
  return fail (self, node->line, element, error, _ ("it has no code"));
}

static gboolean
register_key (Reader *self, Node *node, const char *element, GError **error)
{
  for (guint i = 0; i < node->given->len; i++)
    {
      const Given *given = &g_array_index (node->given, Given, i);
      g_autofree char *key = NULL;

      if (given->field != key_field (node->kind))
        continue;
      key = key_of (node->kind, given->text);
      if (node->kind->code >= 0 && g_hash_table_contains (self->by_key, key))
        return fail (self, node->line, element, error, _ ("the code “%s” is taken"), given->text);
      g_hash_table_insert (self->by_key, g_steal_pointer (&key), node);
    }
  return TRUE;
}

static gboolean
start_record (
    Reader *self, const SlKind *kind, const char *element, const char **names, const char **values, GError **error)
{
  Node *node;

  if (!check_place (self, kind, element, error))
    return FALSE;
  node = g_new0 (Node, 1);
  *node = (Node){ .kind = kind, .uid = sl_uid_new (), .line = line_of (self) };
  node->given = g_array_new (FALSE, FALSE, sizeof (Given));
  g_array_set_clear_func (node->given, given_clear);
  node->parent = kind->parent >= 0 && innermost (self)->kind->id != SL_KIND_PROGRAMME ? innermost (self)->uid : SL_UID_NONE;
  g_ptr_array_add (self->nodes, node);
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (self->open->len == 0 && strcmp (names[i], "xmlns") == 0)
        continue;
      if (!give (self, node, element, names[i], values[i], FALSE, error))
        return FALSE;
    }
  g_ptr_array_add (self->open, node);
  return check_code (self, node, element, error) && register_key (self, node, element, error);
}

static gboolean
has_namespace (const char **names, const char **values)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], "xmlns") == 0)
      return strcmp (values[i], NAMESPACE) == 0;
  return FALSE;
}

static void
start_element (GMarkupParseContext *context,
               const char *element,
               const char **names,
               const char **values,
               gpointer data,
               GError **error)
{
  Reader *self = data;
  const Node *outer = innermost (self);
  const SlKind *kind = strchr (element, '_') == NULL ? sl_kind_by_token (element) : NULL;
  int field = outer != NULL ? sl_kind_find_field (outer->kind, element) : -1;

  if (self->prose >= 0)
    fail (self, line_of (self), element, error, _ ("does not belong here"));
  else if (outer == NULL && !has_namespace (names, values))
    fail (self, line_of (self), element, error, _ ("this is not a document of the namespace %s"), NAMESPACE);
  else if (field >= 0 && outer->kind->fields[field].flags & SL_FIELD_PROSE)
    {
      if (names[0] != NULL)
        fail (self, line_of (self), element, error, _ ("unknown attribute “%s”"), names[0]);
      self->prose = field;
      g_string_truncate (self->text, 0);
    }
  else if (kind == NULL)
    fail (self, line_of (self), outer != NULL ? outer->kind->token : element, error, _ ("unknown element “%s”"),
          element);
  else
    start_record (self, kind, element, names, values, error);
}

static void
end_element (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reader *self = data;

  if (self->prose < 0)
    g_ptr_array_set_size (self->open, (int) self->open->len - 1);
  else
    give (self, innermost (self), element, element, self->text->str, TRUE, error);
  self->prose = -1;
}

static void
take_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reader *self = data;

  if (self->prose >= 0)
    {
      g_string_append_len (self->text, text, (gssize) length);
      return;
    }
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      {
        int below = 0;

        /* The parser stands at the end of the text by now. */
        for (gsize k = i; k < length; k++)
          below += text[k] == '\n';
        fail (self, line_of (self) - below, innermost (self) != NULL ? innermost (self)->kind->token : "-", error,
              _ ("text stands where only elements may"));
        return;
      }
}

/* Comments, the XML declaration and nothing else: a document type could define what we cannot see. */
static void
pass_through (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reader *self = data;

  if (g_str_has_prefix (text, "<!DOCTYPE"))
    fail (self, line_of (self), "DOCTYPE", error, _ ("a document type is not accepted"));
}

static gboolean
first_pass (Reader *self, const char *text, gssize length, GError **error)
{
  static const GMarkupParser parser = { start_element, end_element, take_text, pass_through, NULL };
  g_autoptr (GMarkupParseContext) context
      = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, self, NULL);
  g_autoptr (GError) local = NULL;

  self->context = context;
  if (g_markup_parse_context_parse (context, text, length, &local)
      && g_markup_parse_context_end_parse (context, &local))
    return TRUE;
  if (local->domain == SL_ERROR)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    fail (self, line_of (self), "XML", error, "%s", local->message);
  return FALSE;
}

/* --- Second pass -------------------------------------------------------------------------------------------------- */

static gboolean
read_reference (const Reader *self, const SlField *field, const char *text, SlValue *value)
{
  g_autofree char *key = key_of (sl_kind_get (field->ref), text);
  const Node *node = g_hash_table_lookup (self->by_key, key);
  const SlRecord *record = node == NULL ? sl_data_by_code (sl_tx_data (self->tx), text) : NULL;

  if (node != NULL)
    *value = SL_VALUE_REF (node->uid);
  else if (record != NULL && record->kind == field->ref)
    *value = SL_VALUE_REF (record->uid);
  else
    return FALSE;
  return TRUE;
}

/* Exactly what the interchange writes, and nothing that a person might. */
static gboolean
read_number (const SlField *field, const char *text, SlValue *value)
{
  gint64 number;

  if (field->type != SL_TYPE_DECIMAL)
    {
      if (!g_ascii_string_to_signed (text, 10, -SL_NUMBER_MAX, SL_NUMBER_MAX, &number, NULL))
        return FALSE;
    }
  else if (strspn (text, "-.0123456789") != strlen (text) || !sl_number_parse (text, 4, &number))
    return FALSE;
  if (field->type == SL_TYPE_INT && ABS (number) > G_MAXINT32)
    return FALSE;
  *value = (SlValue){ .type = field->type, .i = number };
  return TRUE;
}

/* @clean owns the text of a text value. */
static gboolean
read_value (const Reader *self, const SlField *field, const char *text, SlValue *value, char **clean)
{
  switch (field->type)
    {
    case SL_TYPE_TEXT:
      *clean = sl_text_clean (text, !(field->flags & SL_FIELD_PROSE));
      *value = SL_VALUE_TEXT (*clean);
      return *clean != NULL;
    case SL_TYPE_BOOL:
      *value = SL_VALUE_BOOL (strcmp (text, "true") == 0);
      return value->i || strcmp (text, "false") == 0;
    case SL_TYPE_ENUM:
      *value = SL_VALUE_ENUM (sl_enum_from_token (field->tokens, text));
      return value->i > 0;
    case SL_TYPE_DATE:
      *value = SL_VALUE_DATE (sl_date_from_iso (text));
      return value->i != SL_DATE_NONE;
    case SL_TYPE_REF:
      return read_reference (self, field, text, value);
    case SL_TYPE_INT:
    case SL_TYPE_MONEY:
    case SL_TYPE_DECIMAL:
    default:
      return read_number (field, text, value);
    }
}

static gboolean
fail_value (const Reader *self, const Node *node, const Given *given, GError **error)
{
  const SlField *field = &node->kind->fields[given->field];

  if (field->type == SL_TYPE_REF)
    return fail (self, given->line, node->kind->token, error, _ ("%s: there is no “%s” to refer to"), field->name,
                 given->text);
  return fail (self, given->line, node->kind->token, error, _ ("%s: “%s” is no value for it"), field->name,
               given->text);
}

/* Returns: (transfer full): the record, or NULL. */
static SlRecord *
make_record (const Reader *self, const Node *node, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  SlRecordEdit edit;

  sl_record_edit_new (&edit, node->kind, node->uid);
  if (node->parent != SL_UID_NONE)
    sl_record_edit_set (&edit, (guint) node->kind->parent, &SL_VALUE_REF (node->parent));
  for (guint i = 0; i < node->given->len; i++)
    {
      const Given *given = &g_array_index (node->given, Given, i);
      const SlField *field = &node->kind->fields[given->field];
      g_autoptr (GError) local = NULL;
      char *clean = NULL;
      SlValue value;

      if (!read_value (self, field, given->text, &value, &clean))
        {
          fail_value (self, node, given, error);
          return NULL;
        }
      if (clean != NULL)
        g_ptr_array_add (texts, clean);
      if (!sl_field_check (field, &value, &local))
        {
          fail (self, given->line, node->kind->token, error, "%s", local->message);
          return NULL;
        }
      sl_record_edit_set (&edit, given->field, &value);
    }
  return sl_record_edit_done (&edit);
}

static gboolean
second_pass (const Reader *self, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_record_unref);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      SlRecord *record = make_record (self, self->nodes->pdata[i], error);

      if (record == NULL)
        return FALSE;
      g_ptr_array_add (records, record);
    }
  for (guint i = 0; i < records->len; i++)
    sl_tx_put (self->tx, records->pdata[i]);
  return TRUE;
}

gboolean
sl_seed_read (SlTx *tx, const char *text, gssize length, const char *name, GError **error)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (node_free);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) prose = g_string_new (NULL);
  Reader reader = { tx, name, NULL, nodes, open, by_key, -1, prose };

  g_return_val_if_fail (tx != NULL && text != NULL && name != NULL, FALSE);
  return first_pass (&reader, text, length, error) && second_pass (&reader, error);
}
