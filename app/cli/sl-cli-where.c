/* The language of --where: FIELD OP VALUE, joined by "and".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "model/sl-code.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  OP_EQUAL,
  OP_DIFFERENT,
  OP_LESS,
  OP_AT_MOST,
  OP_MORE,
  OP_AT_LEAST,
  OP_CONTAINS,
} Op;

/* Two-character operators before those they begin with. */
static const struct
{
  const char *text;
  Op op;
} operators[] = {
  { "!=", OP_DIFFERENT }, { "<=", OP_AT_MOST }, { ">=", OP_AT_LEAST }, { "=", OP_EQUAL },
  { "<", OP_LESS },       { ">", OP_MORE },     { "~", OP_CONTAINS },
};

typedef struct
{
  SlCliColumn column;
  Op op;
  SlValue value; /* of every operator but ~ */
  char *owned;   /* text of @value, or what ~ looks for, folded */
} Condition;

struct _SlCliWhere
{
  GArray *conditions;
};

typedef struct
{
  SlCli *cli;
  const SlKind *kind;
  const char *text;
  const char *at;
} Parser;

static void
condition_clear (gpointer data)
{
  g_free (((Condition *) data)->owned);
}

/* Says where, counted in characters from 1; always FALSE. */
static gboolean G_GNUC_PRINTF (4, 5)
fail (const Parser *self, const char *where, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  /* TRANSLATORS: the number is a position in the text of the option --where. */
  g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("--where, character %d: %s"),
               (int) g_utf8_pointer_to_offset (self->text, where) + 1, message);
  return FALSE;
}

static void
skip_blanks (Parser *self)
{
  while (g_ascii_isspace (*self->at))
    self->at++;
}

/* Returns: (transfer full): a name, possibly empty. */
static char *
take_name (Parser *self)
{
  const char *start = self->at;

  while (g_ascii_isalnum (*self->at) || *self->at == '_' || *self->at == '-')
    self->at++;
  return g_strndup (start, (gsize) (self->at - start));
}

static gboolean
take_operator (Parser *self, Op *op, GError **error)
{
  skip_blanks (self);
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (g_str_has_prefix (self->at, operators[i].text))
      {
        *op = operators[i].op;
        self->at += strlen (operators[i].text);
        return TRUE;
      }
  return fail (self, self->at, error, _ ("one of = != < <= > >= ~ is expected"));
}

/* "..." or '...' with \ before a quote or a backslash, or everything up to the next blank. */
static char *
take_value (Parser *self, GError **error)
{
  g_autoptr (GString) value = g_string_new (NULL);
  const char *start;
  char quote;

  skip_blanks (self);
  start = self->at;
  if (*self->at != '"' && *self->at != '\'')
    {
      while (*self->at != '\0' && !g_ascii_isspace (*self->at))
        g_string_append_c (value, *self->at++);
      if (value->len > 0)
        return g_string_free (g_steal_pointer (&value), FALSE);
      fail (self, start, error, _ ("a value is expected (\"\" for an absent one)"));
      return NULL;
    }
  for (quote = *self->at++; *self->at != quote; self->at++)
    {
      if (*self->at == '\\' && (self->at[1] == quote || self->at[1] == '\\'))
        self->at++;
      if (*self->at == '\0')
        {
          fail (self, start, error, _ ("this quote is never closed"));
          return NULL;
        }
      g_string_append_c (value, *self->at);
    }
  self->at++;
  return g_string_free (g_steal_pointer (&value), FALSE);
}

/* A question may go beyond what a field can hold: "percent < 101" is no mistake. */
static gboolean
read_operand (const Parser *self, Condition *condition, const char *text, const char *where, GError **error)
{
  SlField field = *condition->column.field;
  g_autoptr (GError) local = NULL;
  gboolean ordered = condition->op != OP_EQUAL && condition->op != OP_DIFFERENT;

  if (condition->op == OP_CONTAINS)
    {
      condition->owned = sl_text_fold (text);
      return TRUE;
    }
  if (ordered && (field.type == SL_TYPE_REF || field.type == SL_TYPE_BOOL))
    return fail (self, where, error, _ ("“%s” has no order; use =, != or ~"), field.name);
  field.min = field.max = 0;
  field.pattern = NULL;
  if (!sl_data_parse (sl_workspace_data (self->cli->workspace), &field, text, sl_workspace_as_of (self->cli->workspace),
                      &condition->value, &condition->owned, &local))
    return fail (self, where, error, "%s", local->message);
  if (ordered && condition->value.is_null)
    return fail (self, where, error, _ ("an absent value has no order; use = or !="));
  return TRUE;
}

static gboolean
take_condition (Parser *self, GArray *conditions, GError **error)
{
  const char *start;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  Condition condition = { 0 };

  skip_blanks (self);
  start = self->at;
  name = take_name (self);
  if (*name == '\0')
    return fail (self, start, error, _ ("the name of a field is expected"));
  if (!sl_cli_column_find (self->kind, name, &condition.column))
    return fail (self, start, error, _ ("a record of the kind %s has no field “%s”"), self->kind->token, name);
  if (!take_operator (self, &condition.op, error))
    return FALSE;
  skip_blanks (self);
  start = self->at;
  text = take_value (self, error);
  if (text == NULL || !read_operand (self, &condition, text, start, error))
    return FALSE;
  g_array_append_val (conditions, condition);
  return TRUE;
}

static gboolean
take_and (Parser *self, GError **error)
{
  const char *start = self->at;
  g_autofree char *word = take_name (self);

  return g_ascii_strcasecmp (word, "and") == 0 || fail (self, start, error, _ ("“and” is expected"));
}

SlCliWhere *
sl_cli_where_new (SlCli *cli, const SlKind *kind, const char *text, GError **error)
{
  g_autoptr (SlCliWhere) self = g_new0 (SlCliWhere, 1);
  Parser parser = { cli, kind, text, text };

  self->conditions = g_array_new (FALSE, FALSE, sizeof (Condition));
  g_array_set_clear_func (self->conditions, condition_clear);
  while (take_condition (&parser, self->conditions, error))
    {
      skip_blanks (&parser);
      if (*parser.at == '\0')
        return g_steal_pointer (&self);
      if (!take_and (&parser, error))
        break;
    }
  return NULL;
}

void
sl_cli_where_free (SlCliWhere *self)
{
  g_array_unref (self->conditions);
  g_free (self);
}

/* --- Matching ----------------------------------------------------------------------------------------------------- */

static gboolean
contains (const Condition *condition, const SlData *data, const SlValue *value)
{
  g_autofree char *text = sl_data_dup_text (data, condition->column.field, value);
  g_autofree char *whole = NULL;
  g_autofree char *folded = NULL;

  if (condition->column.field->type == SL_TYPE_REF && !value->is_null)
    whole = g_strconcat (text, " ", sl_data_name (data, value->i), NULL);
  folded = sl_text_fold (whole != NULL ? whole : text);
  return strstr (folded, condition->owned) != NULL;
}

static int
compare (const SlField *field, const SlValue *a, const SlValue *b)
{
  g_autofree char *folded_a = NULL;
  g_autofree char *folded_b = NULL;

  if (field->type != SL_TYPE_TEXT)
    return a->i < b->i ? -1 : a->i > b->i;
  if (field->flags & SL_FIELD_CODE)
    return sl_code_compare (a->s, b->s);
  folded_a = sl_text_fold (a->s);
  folded_b = sl_text_fold (b->s);
  return strcmp (folded_a, folded_b);
}

static gboolean
holds (const Condition *condition, SlCli *cli, const SlRecord *record)
{
  SlValue value;
  int order;

  sl_cli_column_get (cli, &condition->column, record, &value);
  if (condition->op == OP_CONTAINS)
    return contains (condition, sl_workspace_data (cli->workspace), &value);
  if (condition->op == OP_EQUAL || condition->op == OP_DIFFERENT)
    return sl_value_equal (&value, &condition->value) == (condition->op == OP_EQUAL);
  if (value.is_null)
    return FALSE;
  order = compare (condition->column.field, &value, &condition->value);
  switch (condition->op)
    {
    case OP_LESS:
      return order < 0;
    case OP_AT_MOST:
      return order <= 0;
    case OP_MORE:
      return order > 0;
    default:
      return order >= 0;
    }
}

gboolean
sl_cli_where_match (const SlCliWhere *self, SlCli *cli, const SlRecord *record)
{
  for (guint i = 0; i < self->conditions->len; i++)
    if (!holds (&g_array_index (self->conditions, Condition, i), cli, record))
      return FALSE;
  return TRUE;
}
