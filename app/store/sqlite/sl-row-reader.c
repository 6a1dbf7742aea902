/* Rows to records, fast: opening a large programme is mostly this.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sqlite/sl-rows-private.h"

#include "base/sl-text.h"

#include <string.h>

#define TOKEN_SLOTS 64
#define MATCHES_MAX 256
#define TEXT_MAX 10000

typedef struct
{
  SlType type;
  gboolean mandatory;
  gint64 min, max;         /* numbers */
  gsize length_max;        /* characters */
  const SlEnum *tokens;
  guint8 slots[TOKEN_SLOTS]; /* number of the entry, 0 free; probed one after the other */
  guint8 lengths[TOKEN_SLOTS]; /* of the token in the slot */
  GRegex *pattern;
  GHashTable *matches;     /* texts known to match: the same few come again and again */
} Column;

struct _SlRowReader
{
  const SlKind *kind;
  SlRecordEdit bare;
  SlRecordEdit edit;
  Column columns[SL_FIELDS_MAX];
};

static inline guint
token_slot (const char *token, gsize n)
{
  return (guint) (n * 7 + (guchar) token[0] * 3 + (guchar) token[n - 1] * 5 + (guchar) token[n / 2]) % TOKEN_SLOTS;
}

static void
prepare_tokens (Column *column, const SlEnum *tokens)
{
  g_assert (tokens->n_entries < TOKEN_SLOTS / 2);
  column->tokens = tokens;
  for (guint i = 0; i < tokens->n_entries; i++)
    {
      gsize n = strlen (tokens->entries[i].token);
      guint slot = token_slot (tokens->entries[i].token, n);

      while (column->slots[slot] != 0)
        slot = (slot + 1) % TOKEN_SLOTS;
      column->slots[slot] = (guint8) (i + 1);
      column->lengths[slot] = (guint8) n;
    }
}

static void
prepare_range (Column *column, const SlField *field)
{
  column->min = field->min;
  column->max = field->max;
  switch (field->type)
    {
    case SL_TYPE_BOOL:
      column->min = 0, column->max = 1;
      return;
    case SL_TYPE_REF:
      column->min = 1, column->max = G_MAXINT64;
      return;
    case SL_TYPE_TEXT:
      column->length_max = field->max > 0 ? (gsize) field->max : TEXT_MAX;
      return;
    case SL_TYPE_INT:
    case SL_TYPE_MONEY:
    case SL_TYPE_DECIMAL:
    case SL_TYPE_ENUM:
    case SL_TYPE_DATE:
    default:
      if (field->min == 0 && field->max == 0)
        {
          column->max = field->type == SL_TYPE_INT ? G_MAXINT32 : SL_NUMBER_MAX;
          column->min = -column->max;
        }
      return;
    }
}

SlRowReader *
sl_row_reader_new (const SlKind *kind)
{
  SlRowReader *self = g_new0 (SlRowReader, 1);

  self->kind = kind;
  sl_record_edit_bare (&self->bare, kind, SL_UID_NONE);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const SlField *field = &kind->fields[i];
      Column *column = &self->columns[i];

      column->type = field->type;
      column->mandatory = field->type == SL_TYPE_BOOL || (field->flags & (SL_FIELD_MANDATORY | SL_FIELD_CODE)) != 0;
      prepare_range (column, field);
      if (field->type == SL_TYPE_ENUM)
        prepare_tokens (column, field->tokens);
      if (field->pattern != NULL)
        {
          g_autofree char *whole = g_strdup_printf ("^(?:%s)$", field->pattern);

          column->pattern = g_regex_new (whole, G_REGEX_DOLLAR_ENDONLY, 0, NULL);
          column->matches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
        }
    }
  return self;
}

void
sl_row_reader_free (SlRowReader *self)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      g_clear_pointer (&self->columns[i].pattern, g_regex_unref);
      g_clear_pointer (&self->columns[i].matches, g_hash_table_unref);
    }
  g_free (self);
}

/* Printable ASCII only, eight bytes at a time: nearly all text is. */
static inline gboolean
is_plain (const char *text, gsize n)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 highs = ones * 0x80;
  guint64 bad = 0;

  for (; n >= 8; text += 8, n -= 8)
    {
      guint64 word;

      memcpy (&word, text, sizeof word);
      /* High bit set by: a byte of 0x80 and up; below 0x20 (borrow); 0x7F (carry). */
      bad |= word | (word - ones * 0x20) | (word + ones);
    }
  for (; n > 0; text++, n--)
    bad |= (guint64) (*(const guchar *) text - 0x20u > 0x5e) << 7;
  return (bad & highs) == 0;
}

static gboolean
matches (Column *column, const char *text)
{
  if (g_hash_table_contains (column->matches, text))
    return TRUE;
  if (!g_regex_match (column->pattern, text, 0, NULL))
    return FALSE;
  if (g_hash_table_size (column->matches) < MATCHES_MAX)
    g_hash_table_add (column->matches, g_strdup (text));
  return TRUE;
}

static inline gboolean
read_text (Column *column, const char *text, gsize n, SlValue *value)
{
  if (n == 0 || !(is_plain (text, n) || sl_text_is_clean (text, n)))
    return FALSE;
  if (n > column->length_max && sl_text_length (text) > column->length_max)
    return FALSE;
  if (column->pattern != NULL && !matches (column, text))
    return FALSE;
  value->s = text;
  return TRUE;
}

static inline gboolean
read_token (const Column *column, const char *text, gsize n, SlValue *value)
{
  if (n == 0)
    return FALSE;
  for (guint slot = token_slot (text, n); column->slots[slot] != 0; slot = (slot + 1) % TOKEN_SLOTS)
    if (column->lengths[slot] == n && memcmp (column->tokens->entries[column->slots[slot] - 1].token, text, n) == 0)
      {
        value->i = column->slots[slot];
        return TRUE;
      }
  return FALSE;
}

static inline int
two_digits (const char *text)
{
  guint a = (guint) text[0] - '0', b = (guint) text[1] - '0';

  return a > 9 || b > 9 ? -1 : (int) (a * 10 + b);
}

static inline gboolean
read_date (const char *text, gsize n, SlValue *value)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  static const guint16 before[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };
  int century, year, month, day;
  gboolean leap;

  if (n != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  century = two_digits (text);
  year = two_digits (text + 2);
  month = two_digits (text + 5);
  day = two_digits (text + 8);
  if (century < 19 || century > 29 || year < 0 || month < 1 || month > 12 || day < 1)
    return FALSE;
  year += century * 100;
  leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  if (day > days[month - 1] + (leap && month == 2))
    return FALSE;
  /* Leap days before this year, from 1970: 477 of them before. */
  value->i = (year - 1970) * 365 + ((year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 - 477) + before[month - 1]
             + (leap && month > 2) + day - 1;
  return TRUE;
}

/* One look at the column gives a handle that answers everything else without another; such handles may be asked because
 * the connection takes no mutexes (sl_connection_open()). */
static inline gboolean
read_value (Column *column, sqlite3_stmt *statement, int at, SlValue *value)
{
  sqlite3_value *stored = sqlite3_column_value (statement, at);
  int type = sqlite3_value_type (stored);

  if (type == SQLITE_NULL)
    return !column->mandatory;
  value->is_null = FALSE;
  if (column->type == SL_TYPE_TEXT || column->type == SL_TYPE_ENUM || column->type == SL_TYPE_DATE)
    {
      const char *text = (const char *) sqlite3_value_text (stored);
      gsize n = (gsize) sqlite3_value_bytes (stored);

      if (type != SQLITE_TEXT || text == NULL)
        return FALSE;
      if (column->type == SL_TYPE_TEXT)
        return read_text (column, text, n, value);
      return column->type == SL_TYPE_ENUM ? read_token (column, text, n, value) : read_date (text, n, value);
    }
  value->i = sqlite3_value_int64 (stored);
  return type == SQLITE_INTEGER && value->i >= column->min && value->i <= column->max;
}

SlRecord *
sl_row_reader_read (SlRowReader *self, sqlite3_stmt *statement, int *fault)
{
  guint n_fields = self->kind->n_fields;

  *fault = -1;
  memcpy (self->edit.values, self->bare.values, n_fields * sizeof (SlValue));
  self->edit.kind = self->kind;
  self->edit.uid = sqlite3_column_int64 (statement, 0);
  if (self->edit.uid <= 0)
    return NULL;
  for (guint i = 0; i < n_fields; i++)
    if (!read_value (&self->columns[i], statement, (int) i + 1, &self->edit.values[i]))
      {
        *fault = (int) i;
        return NULL;
      }
  return sl_record_edit_done (&self->edit);
}
