/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/models/sl-row-keys-private.h"

#include <string.h>

/* Texts are compared by their beginning: as much as anybody reads to find a place in a list. */
#define TEXT_BYTES 200

typedef struct
{
  guint64 head;
  const char *rest; /* beyond the first eight bytes; NULL: number or short text; ABSENT */
} Key;

static const char absent_mark[] = "";
#define ABSENT absent_mark

typedef enum
{
  INVALID,
  VALID,
  HEAD, /* of a group: before its rows */
  LAST,
} State;

struct _SlRowKeys
{
  SlSortKey spec[SL_SORT_KEYS_MAX + 1]; /* first the group, where there is one */
  guint n;
  guint grouped;   /* 1: there is a group */
  GArray *keys;    /* of Key, n for each slot */
  GArray *states;  /* of guint8 */
  GStringChunk *texts;
  SlUidMap *names; /* uid referred to -> GString with the collation key of its name */
};

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

SlRowKeys *
sl_row_keys_new (const SlSortKey *keys, guint n_keys, const SlSortKey *group)
{
  SlRowKeys *self = g_new0 (SlRowKeys, 1);

  g_assert (n_keys <= SL_SORT_KEYS_MAX);
  self->grouped = group != NULL;
  if (group != NULL)
    self->spec[0] = (SlSortKey){ sl_column_ref (group->column), group->descending };
  for (guint i = 0; i < n_keys; i++)
    self->spec[i + self->grouped] = (SlSortKey){ sl_column_ref (keys[i].column), keys[i].descending };
  self->n = n_keys + self->grouped;
  self->keys = g_array_new (FALSE, TRUE, sizeof (Key));
  self->states = g_array_new (FALSE, TRUE, sizeof (guint8));
  self->texts = g_string_chunk_new (4096);
  self->names = sl_uid_map_new (free_string);
  return self;
}

void
sl_row_keys_free (SlRowKeys *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n; i++)
    sl_column_unref (self->spec[i].column);
  g_array_unref (self->keys);
  g_array_unref (self->states);
  g_string_chunk_free (self->texts);
  sl_uid_map_free (self->names);
  g_free (self);
}

gboolean
sl_row_keys_same_columns (SlRowKeys *self, const SlSortKey *keys, guint n_keys)
{
  gboolean same = self->n - self->grouped == n_keys;

  for (guint i = 0; same && i < n_keys; i++)
    same = self->spec[i + self->grouped].column == keys[i].column;
  return same;
}

void
sl_row_keys_set_directions (SlRowKeys *self, const SlSortKey *keys)
{
  for (guint i = self->grouped; i < self->n; i++)
    self->spec[i].descending = keys[i - self->grouped].descending;
}

const SlSortKey *
sl_row_keys_spec (SlRowKeys *self, guint *n_keys)
{
  *n_keys = self->n - self->grouped;
  return self->spec + self->grouped;
}

SlColumn *
sl_row_keys_group (SlRowKeys *self)
{
  return self->grouped ? self->spec[0].column : NULL;
}

/* --- Making keys -------------------------------------------------------------------------------------------------- */

static guint64
eight_bytes (const char *text)
{
  guint64 head = 0;

  for (guint i = 0; i < 8 && text[i] != '\0'; i++)
    head |= (guint64) (guchar) text[i] << (56 - 8 * i);
  return head;
}

static void
set_number (Key *key, gint64 number)
{
  key->head = (guint64) number ^ (G_GUINT64_CONSTANT (1) << 63);
  key->rest = NULL;
}

/* @collated is a collation key. */
static void
set_collated (SlRowKeys *self, Key *key, const char *collated)
{
  key->head = eight_bytes (collated);
  key->rest = strlen (collated) > 8 ? g_string_chunk_insert (self->texts, collated + 8) : NULL;
}

static char *
collate (const char *text, gboolean numbers)
{
  gsize length = strlen (text);
  g_autofree char *folded = NULL;

  if (length > TEXT_BYTES)
    length = (gsize) (g_utf8_find_prev_char (text, text + TEXT_BYTES + 1) - text);
  folded = g_utf8_casefold (text, (gssize) length);
  return numbers ? g_utf8_collate_key_for_filename (folded, -1) : g_utf8_collate_key (folded, -1);
}

static void
set_text (SlRowKeys *self, Key *key, const char *text, gboolean numbers)
{
  g_autofree char *collated = NULL;

  if (text == NULL || *text == '\0')
    {
      key->rest = ABSENT;
      return;
    }
  collated = collate (text, numbers);
  set_collated (self, key, collated);
}

/* Many rows refer to few records: each name is collated once. */
static void
set_name (SlRowKeys *self, Key *key, SlWorkspace *workspace, SlUid uid)
{
  GString *collated = sl_uid_map_get (self->names, uid);

  if (collated == NULL)
    {
      g_autofree char *made = collate (sl_data_name (sl_workspace_data (workspace), uid), FALSE);

      collated = g_string_new (made);
      sl_uid_map_set (self->names, uid, collated);
    }
  set_collated (self, key, collated->str);
}

static void
compute_field (SlRowKeys *self, Key *key, SlColumn *column, SlWorkspace *workspace, const SlRecord *record)
{
  SlValue value;

  sl_record_get (record, (guint) column->field, &value);
  if (value.is_null)
    key->rest = ABSENT;
  else if (value.type == SL_TYPE_TEXT)
    /* Codes hold numbers: R-1000 stands behind R-999. */
    set_text (self, key, value.s, (sl_record_kind (record)->fields[column->field].flags & SL_FIELD_CODE) != 0);
  else if (value.type == SL_TYPE_REF)
    set_name (self, key, workspace, value.i);
  else
    set_number (key, value.i);
}

static void
compute_one (SlRowKeys *self, Key *key, SlColumn *column, SlWorkspace *workspace, const SlRecord *record)
{
  gint64 number;

  key->head = 0;
  if (record == NULL)
    key->rest = ABSENT;
  else if (column->number != NULL)
    {
      if (column->number (workspace, record, &number, column->data))
        set_number (key, number);
      else
        key->rest = ABSENT;
    }
  else if (column->text != NULL)
    {
      g_autofree char *text = column->text (workspace, record, column->data);

      set_text (self, key, text, FALSE);
    }
  else
    compute_field (self, key, column, workspace, record);
}

static guint8 *
state_of (SlRowKeys *self, guint slot)
{
  if (slot >= self->states->len)
    {
      g_array_set_size (self->states, slot + 1);
      g_array_set_size (self->keys, (slot + 1) * self->n);
    }
  return &g_array_index (self->states, guint8, slot);
}

gboolean
sl_row_keys_is_valid (SlRowKeys *self, guint slot)
{
  return *state_of (self, slot) != INVALID;
}

void
sl_row_keys_compute (SlRowKeys *self, guint slot, SlWorkspace *workspace, const SlRecord *record)
{
  *state_of (self, slot) = VALID;
  for (guint i = 0; i < self->n; i++)
    compute_one (self, &g_array_index (self->keys, Key, slot * self->n + i), self->spec[i].column, workspace, record);
}

void
sl_row_keys_invalidate (SlRowKeys *self, guint slot)
{
  *state_of (self, slot) = INVALID;
}

void
sl_row_keys_forget_name (SlRowKeys *self, SlUid uid)
{
  sl_uid_map_remove (self->names, uid);
}

void
sl_row_keys_set_last (SlRowKeys *self, guint slot)
{
  *state_of (self, slot) = LAST;
  for (guint i = 0; i < self->n; i++)
    g_array_index (self->keys, Key, slot * self->n + i) = (Key){ 0, ABSENT };
}

void
sl_row_keys_set_head (SlRowKeys *self, guint slot, guint row)
{
  *state_of (self, slot) = HEAD;
  for (guint i = 0; i < self->n; i++)
    g_array_index (self->keys, Key, slot * self->n + i)
        = i == 0 ? g_array_index (self->keys, Key, row * self->n) : (Key){ 0, ABSENT };
}

gboolean
sl_row_keys_is_last (SlRowKeys *self, guint slot)
{
  return *state_of (self, slot) == LAST;
}

/* --- Comparing ---------------------------------------------------------------------------------------------------- */

static int
compare_keys (const Key *a, const Key *b, gboolean descending)
{
  int order;

  if (a->rest == ABSENT || b->rest == ABSENT)
    return (a->rest == ABSENT) - (b->rest == ABSENT);
  if (a->head != b->head)
    order = a->head < b->head ? -1 : 1;
  else
    order = g_strcmp0 (a->rest, b->rest);
  return descending ? -order : order;
}

int
sl_row_keys_compare_group (SlRowKeys *self, guint a, guint b)
{
  return self->grouped ? compare_keys (&g_array_index (self->keys, Key, a * self->n), &g_array_index (self->keys, Key, b * self->n),
                                       self->spec[0].descending)
                       : 0;
}

int
sl_row_keys_compare (SlRowKeys *self, guint a, guint b)
{
  int last = (*state_of (self, a) == LAST) - (*state_of (self, b) == LAST);

  if (last != 0)
    return last;
  for (guint i = 0; i < self->n; i++)
    {
      int order = compare_keys (&g_array_index (self->keys, Key, a * self->n + i),
                                &g_array_index (self->keys, Key, b * self->n + i), self->spec[i].descending);

      if (order == 0 && i < self->grouped)
        order = (*state_of (self, b) == HEAD) - (*state_of (self, a) == HEAD);
      if (order != 0)
        return order;
    }
  return 0;
}

gboolean
sl_row_keys_descends (SlRowKeys *self)
{
  return self->n > 0 && self->spec[0].descending;
}

gboolean
sl_row_keys_head (SlRowKeys *self, guint slot, guint64 *head, const char **rest)
{
  const Key *key;

  *head = 0;
  *rest = NULL;
  if (self->n == 0 || *state_of (self, slot) == LAST)
    return FALSE;
  key = &g_array_index (self->keys, Key, slot * self->n);
  if (key->rest == ABSENT)
    return FALSE;
  *head = self->spec[0].descending ? ~key->head : key->head;
  *rest = key->rest;
  return TRUE;
}
