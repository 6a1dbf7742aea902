/* Reads programme XML through the field tables alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One pass makes the records; that of an element is done when its first nested record or its end comes, for prose stands
 * first. References to what was read already are set at once, the others when the end has been reached. What values may
 * be, and records among each other, is asked of the transaction they are put into: it is said nowhere else.
 */
#include "config.h"

#include "exchange/sl-programme-xml-read.h"

#include "base/sl-error.h"
#include "exchange/sl-programme-xml.h"
#include "exchange/sl-xml-input-private.h"
#include "exchange/sl-xml-report-private.h"
#include "exchange/sl-xml-value-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAMES_BITS 7

/* A reference to what was not read yet. */
typedef struct
{
  guint node;
  guint field;
  SlUid target; /* once it is found */
  char *text;
} Pending;

/* An element whose end is still to come. */
typedef struct
{
  const SlKind *kind;
  guint node;
  int last; /* kind of the latest nested record, or -1 */
} Open;

typedef struct
{
  SlXmlReport report;
  GArray *open;        /* of Open, the innermost last */
  GArray *pending;     /* of Pending, those of one node together */
  GHashTable *by_key;  /* code, or "settings/1" -> SlRecord: see register_record() */
  GStringChunk *keys;

  /* Of the innermost record, until it is done. */
  gboolean editing;
  SlRecordEdit edit;
  guint64 seen;        /* fields given */
  GString *texts;      /* its texts, with their NULs */
  gsize text_at[SL_FIELDS_MAX]; /* where in @texts each begins */

  int prose;           /* field whose text is being read, or -1 */
  int prose_line;
  int last_prose;      /* field whose text was read last, or -1 */
  GString *prose_text;
  guint skipping;      /* open elements of one that is passed over */

  /* Kinds by the address of a name, which is the same throughout a document; one place for several names. */
  struct
  {
    const char *name;
    const SlKind *kind;
  } names[1 << NAMES_BITS];
} Reader;

static Open *
innermost (const Reader *self)
{
  return self->open->len > 0 ? &g_array_index (self->open, Open, self->open->len - 1) : NULL;
}

static guint
innermost_node (const Reader *self)
{
  return self->open->len > 0 ? innermost (self)->node : SL_XML_NO_NODE;
}

/* Tells of an element that is none of ours, or not here, and passes over it with all that it holds. Takes @reason. */
static void
skip (Reader *self, const SlXmlElement *element, char *reason)
{
  sl_xml_report_tell (&self->report, element->line, innermost_node (self), -1, element->name, reason);
  self->skipping = 1;
}

static char *
dup_dashed (const char *name)
{
  return g_strdelimit (g_strdup (name), "_", '-');
}

/* --- Names --------------------------------------------------------------------------------------------------------- */

/* Storage names are written with '-' for '_', and only so. */
static gboolean
is_written (const char *stored, const char *name)
{
  for (; *stored != '\0' && (*stored == '_' ? '-' : *stored) == *name; stored++)
    name++;
  return *stored == '\0' && *name == '\0';
}

/* The field written as attribute or @prose of that name, or -1; what a record is nested in is not written. Sought from
 * @from on: they come in order. */
static int
find_field (const SlKind *kind, const char *name, gboolean prose, guint from)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      guint f = from + i < kind->n_fields ? from + i : from + i - kind->n_fields;

      if (!is_written (kind->fields[f].name, name))
        continue;
      if (!!(kind->fields[f].flags & SL_FIELD_PROSE) != prose || ((int) f == kind->parent && kind->code < 0))
        return -1;
      return (int) f;
    }
  return -1;
}

static const SlKind *
find_kind (Reader *self, const char *name)
{
  guint place = (guint) ((GPOINTER_TO_SIZE (name) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> (64 - NAMES_BITS));

  if (self->names[place].name != name)
    {
      self->names[place].name = name;
      self->names[place].kind = strchr (name, '_') == NULL ? sl_kind_by_token (name) : NULL;
    }
  return self->names[place].kind;
}

/* --- References ---------------------------------------------------------------------------------------------------- */

/* Codes are known by themselves; settings, the only records without one that are referred to, by their version. */
static char *
dup_settings_key (gint64 version)
{
  return g_strdup_printf ("settings/%" G_GINT64_FORMAT, version);
}

static SlUid
find_target (const Reader *self, const SlField *field, const char *word)
{
  g_autofree char *key = NULL;
  const SlRecord *record;

  if (field->ref == SL_KIND_SETTINGS)
    {
      SlValue version;

      if (!sl_xml_value_read (&sl_kind_get (SL_KIND_SETTINGS)->fields[SL_SETTINGS_VERSION], word, &version))
        return SL_UID_NONE;
      key = dup_settings_key (version.i);
    }
  record = g_hash_table_lookup (self->by_key, key != NULL ? key : word);
  return record != NULL && record->kind == field->ref ? record->uid : SL_UID_NONE;
}

/* The first holder of a code keeps it; a second one is told of as such. The table is not used once records change. */
static void
register_record (Reader *self, const SlRecord *record)
{
  const char *key = sl_record_code (record);

  if (record->kind == SL_KIND_SETTINGS)
    {
      g_autofree char *own = dup_settings_key (SL_AS (SETTINGS, record)->version);

      key = g_string_chunk_insert (self->keys, own);
    }
  if (key != NULL && g_hash_table_lookup (self->by_key, key) == NULL)
    g_hash_table_insert (self->by_key, (char *) key, (gpointer) record);
}

static void
give_reference (Reader *self, guint field, const char *text, gsize n)
{
  Pending pending = { innermost_node (self), field, SL_UID_NONE, NULL };
  const SlField *f = &self->edit.kind->fields[field];
  char word[SL_XML_WORD_MAX];
  SlUid target = find_target (self, f, sl_xml_word (f, text, n, word));

  if (target != SL_UID_NONE)
    {
      sl_record_edit_set (&self->edit, field, &SL_VALUE_REF (target));
      return;
    }
  pending.text = g_strndup (text, n);
  g_array_append_val (self->pending, pending);
}

static void
clear_pending (gpointer data)
{
  g_free (((Pending *) data)->text);
}

/* What the document refers to but does not hold. */
static void
find_pending (Reader *self)
{
  for (guint i = 0; i < self->pending->len; i++)
    {
      Pending *pending = &g_array_index (self->pending, Pending, i);
      const SlXmlNode *node = sl_xml_report_node (&self->report, pending->node);
      const SlField *field = &sl_kind_get (node->kind)->fields[pending->field];
      char word[SL_XML_WORD_MAX];
      g_autofree char *shown = NULL;

      pending->target = find_target (self, field, sl_xml_word (field, pending->text, strlen (pending->text), word));
      if (pending->target != SL_UID_NONE)
        continue;
      shown = sl_xml_value_dup_short (pending->text, strlen (pending->text));
      /* TRANSLATORS: the first place is a kind of record such as “Person”, the second an id such as P-02. */
      sl_xml_report_tell (&self->report, node->line, pending->node, (int) pending->field, NULL,
                          g_strdup_printf (_ ("there is no %s “%s” in the document"),
                                           g_dgettext (GETTEXT_PACKAGE, sl_kind_get (field->ref)->label), shown));
    }
}

/* Makes the records anew with the references that are known by now. */
static void
set_pending (Reader *self)
{
  for (guint i = 0; i < self->pending->len;)
    {
      guint index = g_array_index (self->pending, Pending, i).node;
      SlXmlNode *node = sl_xml_report_node (&self->report, index);
      SlRecord *former = node->record;

      sl_record_edit_from (&self->edit, former);
      for (; i < self->pending->len && g_array_index (self->pending, Pending, i).node == index; i++)
        {
          const Pending *pending = &g_array_index (self->pending, Pending, i);

          if (pending->target != SL_UID_NONE)
            sl_record_edit_set (&self->edit, pending->field, &SL_VALUE_REF (pending->target));
        }
      node->record = sl_record_edit_done (&self->edit);
      sl_record_unref (former);
    }
}

/* --- Records ------------------------------------------------------------------------------------------------------- */

static void
give_text (Reader *self, guint field, const char *text, gsize n)
{
  /* The address is set when all are there. */
  sl_record_edit_set (&self->edit, field, &SL_VALUE_TEXT (""));
  self->text_at[field] = self->texts->len;
  g_string_append_len (self->texts, text, (gssize) n);
  g_string_append_c (self->texts, '\0');
}

static void
give (Reader *self, int line, guint field, const char *text, gsize n)
{
  const SlField *f = &self->edit.kind->fields[field];
  char word[SL_XML_WORD_MAX];
  SlValue value;

  self->seen |= SL_MASK (field);
  if (n > 0 && f->type == SL_TYPE_TEXT)
    give_text (self, field, text, n);
  else if (n > 0 && f->type == SL_TYPE_REF)
    give_reference (self, field, text, n);
  else if (n > 0 && sl_xml_value_read (f, sl_xml_word (f, text, n, word), &value))
    sl_record_edit_set (&self->edit, field, &value);
  else
    sl_xml_report_tell (&self->report, line, innermost_node (self), (int) field, NULL, sl_xml_value_dup_fault (f, text, n));
}

static void
begin_record (Reader *self, const SlKind *kind, int line)
{
  const Open *outer = innermost (self);
  Open open = { kind, 0, -1 };

  sl_record_edit_bare (&self->edit, kind, sl_uid_new ());
  if (outer != NULL && sl_kind_is_nested (kind))
    sl_record_edit_set (&self->edit, (guint) kind->parent,
                        &SL_VALUE_REF (sl_xml_report_node (&self->report, outer->node)->record->uid));
  open.node = sl_xml_report_add (&self->report, kind, innermost_node (self), line);
  g_array_append_val (self->open, open);
  self->editing = TRUE;
  self->seen = 0;
  self->last_prose = -1;
  g_string_truncate (self->texts, 0);
}

static void
finish_record (Reader *self)
{
  SlXmlNode *node = sl_xml_report_node (&self->report, innermost_node (self));

  if (!self->editing)
    return;
  self->editing = FALSE;
  for (guint f = 0; f < self->edit.kind->n_fields; f++)
    if (self->edit.values[f].type == SL_TYPE_TEXT && !self->edit.values[f].is_null)
      self->edit.values[f].s = self->texts->str + self->text_at[f];
  node->record = sl_record_edit_done (&self->edit);
  register_record (self, node->record);
}

static void
give_attributes (Reader *self, const SlXmlElement *element)
{
  guint from = 0;

  for (guint i = 0; i < element->n_attributes; i++)
    {
      const SlXmlAttribute *attribute = &element->attributes[i];
      int field = attribute->space == NULL ? find_field (self->edit.kind, attribute->name, FALSE, from) : -1;
      g_autofree char *path = NULL;

      if (field >= 0)
        {
          give (self, element->line, (guint) field, attribute->value, attribute->n);
          from = (guint) field + 1;
          continue;
        }
      path = g_strconcat ("@", attribute->name, NULL);
      sl_xml_report_tell (&self->report, element->line, innermost_node (self), -1, path,
                          g_strdup (attribute->space == NULL ? _ ("unknown attribute")
                                                             : _ ("an attribute of another namespace is not accepted")));
    }
}

/* --- Events -------------------------------------------------------------------------------------------------------- */

/* Whether records of @kind stand in the innermost element. */
static gboolean
belongs_here (const Reader *self, const SlKind *kind)
{
  int outer = innermost (self)->kind->id;

  if (!sl_kind_is_nested (kind))
    return outer == SL_KIND_PROGRAMME && kind->id != SL_KIND_PROGRAMME;
  return kind->fields[kind->parent].ref == outer;
}

static void
start_record (Reader *self, const SlKind *kind, const SlXmlElement *element)
{
  Open *outer = innermost (self);
  gboolean here = belongs_here (self, kind);

  finish_record (self);
  if (!here && (kind->code < 0 || kind->id == SL_KIND_PROGRAMME))
    {
      skip (self, element, g_strdup (_ ("this does not belong here")));
      return;
    }
  /* What has a code is read all the same, so that those who refer to it are not told of, too. */
  if (!here)
    sl_xml_report_tell (&self->report, element->line, outer->node, -1, element->name,
                        g_strdup (_ ("this does not belong here")));
  else if (kind->id < outer->last)
    {
      g_autofree char *before = dup_dashed (sl_kind_get (outer->last)->token);

      sl_xml_report_tell (&self->report, element->line, outer->node, -1, element->name,
                          g_strdup_printf (_ ("this must stand before the elements “%s”"), before));
    }
  outer->last = MAX (outer->last, kind->id);
  begin_record (self, kind, element->line);
  give_attributes (self, element);
}

/* Why @field cannot be read here, or NULL. Free with g_free(). */
static char *
dup_prose_obstacle (const Reader *self, guint field, const SlXmlElement *element)
{
  g_autofree char *before = NULL;

  if (!self->editing)
    return g_strdup (_ ("this must stand before the records nested here"));
  if (self->seen & SL_MASK (field))
    return g_strdup (_ ("this is given twice"));
  if (element->n_attributes > 0)
    return g_strdup (_ ("this has no attributes"));
  if ((int) field > self->last_prose)
    return NULL;
  before = dup_dashed (self->edit.kind->fields[self->last_prose].name);
  return g_strdup_printf (_ ("this must stand before “%s”"), before);
}

static void
start_prose (Reader *self, guint field, const SlXmlElement *element)
{
  char *obstacle = dup_prose_obstacle (self, field, element);

  if (obstacle != NULL)
    {
      sl_xml_report_tell (&self->report, element->line, innermost_node (self), (int) field, NULL, obstacle);
      self->skipping = 1;
      return;
    }
  self->prose = self->last_prose = (int) field;
  self->prose_line = element->line;
  g_string_truncate (self->prose_text, 0);
}

/* FALSE: this is not even a document of ours. */
static gboolean
start_root (Reader *self, const SlXmlElement *element, GError **error)
{
  if (g_strcmp0 (element->space, SL_PROGRAMME_NAMESPACE) != 0 || strcmp (element->name, "programme") != 0)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_NOT_OURS, _ ("this is not a programme in the namespace %s"), SL_PROGRAMME_NAMESPACE);
      return FALSE;
    }
  begin_record (self, sl_kind_get (SL_KIND_PROGRAMME), element->line);
  give_attributes (self, element);
  return TRUE;
}

static gboolean
on_start (gpointer data, const SlXmlElement *element, GError **error)
{
  Reader *self = data;
  const SlKind *kind;
  int field;

  if (self->skipping > 0)
    {
      self->skipping++;
      return TRUE;
    }
  if (self->open->len == 0)
    return start_root (self, element, error);
  if (g_strcmp0 (element->space, SL_PROGRAMME_NAMESPACE) != 0)
    skip (self, element, g_strdup (_ ("an element of another namespace is not accepted")));
  else if (self->prose >= 0)
    skip (self, element, g_strdup (_ ("this does not belong here")));
  else if ((kind = find_kind (self, element->name)) != NULL)
    start_record (self, kind, element);
  else if ((field = find_field (innermost (self)->kind, element->name, TRUE, (guint) (self->last_prose + 1))) >= 0)
    start_prose (self, (guint) field, element);
  else
    skip (self, element, g_strdup (_ ("unknown element")));
  return TRUE;
}

static void
on_end (gpointer data)
{
  Reader *self = data;

  if (self->skipping > 0)
    self->skipping--;
  else if (self->prose >= 0)
    {
      give (self, self->prose_line, (guint) self->prose, self->prose_text->str, self->prose_text->len);
      self->prose = -1;
    }
  else
    {
      finish_record (self);
      g_array_set_size (self->open, self->open->len - 1);
    }
}

static void
on_text (gpointer data, const char *text, gsize n, int line)
{
  Reader *self = data;
  gsize blanks = 0;

  if (self->skipping > 0)
    return;
  if (self->prose >= 0)
    {
      g_string_append_len (self->prose_text, text, (gssize) n);
      return;
    }
  while (blanks < n && strchr (" \t\r\n", text[blanks]) != NULL)
    blanks++;
  if (blanks == n)
    return;
  for (gsize i = blanks; i < n; i++)
    line -= text[i] == '\n';
  sl_xml_report_tell (&self->report, line, innermost_node (self), -1, NULL, g_strdup (_ ("text stands where only elements may")));
}

/* --- The whole ----------------------------------------------------------------------------------------------------- */

static gboolean
take_fault (const SlRecord *record, int field, const GError *fault, gpointer data)
{
  Reader *self = data;
  guint node = sl_xml_report_find (&self->report, record->uid);
  int line = node != SL_XML_NO_NODE ? sl_xml_report_node (&self->report, node)->line : 0;

  /* What was wrong in itself is not also wrong in missing. */
  if (!sl_xml_report_is_told (&self->report, node, field))
    sl_xml_report_tell (&self->report, line, node, node != SL_XML_NO_NODE ? field : -1, NULL, g_strdup (fault->message));
  return TRUE;
}

static void
put_records (Reader *self, SlTx *tx)
{
  find_pending (self);
  set_pending (self);
  g_array_set_size (self->pending, 0);
  for (guint i = 0; i < self->report.nodes->len; i++)
    sl_tx_put (tx, sl_xml_report_node (&self->report, i)->record);
  sl_tx_each_fault (tx, take_fault, self);
}

static Reader *
reader_new (void)
{
  Reader *self = g_new0 (Reader, 1);

  sl_xml_report_init (&self->report);
  self->open = g_array_new (FALSE, FALSE, sizeof (Open));
  self->pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  g_array_set_clear_func (self->pending, clear_pending);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->keys = g_string_chunk_new (64);
  self->texts = g_string_new (NULL);
  self->prose_text = g_string_new (NULL);
  self->prose = self->last_prose = -1;
  return self;
}

static void
reader_free (Reader *self)
{
  sl_xml_report_clear (&self->report);
  g_array_unref (self->open);
  g_array_unref (self->pending);
  g_hash_table_unref (self->by_key);
  g_string_chunk_free (self->keys);
  g_string_free (self->texts, TRUE);
  g_string_free (self->prose_text, TRUE);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reader, reader_free)

gboolean
sl_programme_xml_read (SlTx *tx, GInputStream *stream, const char *name, GCancellable *cancellable, GPtrArray *problems,
                       GError **error)
{
  static const SlXmlHandler handler = { on_start, on_end, on_text };
  g_autoptr (Reader) self = NULL;
  g_autoptr (GError) broken = NULL;
  GError *refused;
  int line = 0;

  g_return_val_if_fail (tx != NULL && G_IS_INPUT_STREAM (stream) && name != NULL, FALSE);
  self = reader_new ();
  if (sl_xml_input_read (stream, cancellable, SL_XML_BYTES_MAX, &handler, self, &line, &broken))
    put_records (self, tx);
  else
    sl_xml_report_break_off (&self->report, line, innermost_node (self), broken->message);
  refused = sl_xml_report_to_error (&self->report, broken != NULL ? broken->code : SL_ERROR_VALUE, name);
  if (refused == NULL)
    return TRUE;
  if (problems != NULL)
    g_ptr_array_extend_and_steal (problems, g_ptr_array_ref (self->report.problems));
  g_propagate_error (error, refused);
  return FALSE;
}
