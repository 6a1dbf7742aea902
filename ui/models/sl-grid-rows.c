/* The rows of a grid model: finding, matching, comparing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/models/sl-grid-model-private.h"

#include "base/sl-text.h"

#include <string.h>

guint
sl_grid_rows_find (SlGridModel *self, SlUid uid)
{
  return GPOINTER_TO_UINT (sl_uid_map_get (self->slots, uid)) - 1;
}

guint
sl_grid_rows_add (SlGridModel *self, SlUid uid)
{
  guint slot = self->rows->len;

  if (self->free_slots->len > 0)
    {
      slot = g_array_index (self->free_slots, guint, self->free_slots->len - 1);
      g_array_set_size (self->free_slots, self->free_slots->len - 1);
    }
  else
    g_array_set_size (self->rows, slot + 1);
  *SL_GRID_ROW (self, slot) = (SlRow){ .uid = uid, .flags = SL_ROW_USED };
  if (sl_uid_map_get (self->pins, uid) != NULL)
    SL_GRID_ROW (self, slot)->flags |= SL_ROW_PINNED;
  sl_uid_map_set (self->slots, uid, GUINT_TO_POINTER (slot + 1));
  return slot;
}

void
sl_grid_rows_remove (SlGridModel *self, guint slot)
{
  SlRow *row = SL_GRID_ROW (self, slot);

  sl_uid_map_remove (self->slots, row->uid);
  sl_uid_map_remove (self->pins, row->uid);
  g_clear_pointer (&row->folded, g_free);
  row->flags = 0;
  row->shown = 0;
  row->group = NULL;
  sl_row_keys_invalidate (self->keys, slot);
  if (self->next_keys != NULL)
    sl_row_keys_invalidate (self->next_keys, slot);
  g_array_append_val (self->free_slots, slot);
}

static const char *
folded_text (SlGridModel *self, guint slot)
{
  SlRow *row = SL_GRID_ROW (self, slot);
  const SlRecord *record;
  g_autoptr (GString) text = NULL;

  if (row->folded != NULL)
    return row->folded;
  record = sl_grid_model_record (self, row->uid);
  if (record == NULL)
    return "";
  text = g_string_new (NULL);
  for (guint i = 0; i < self->searched->len; i++)
    {
      g_autofree char *cell = sl_column_dup_text (self->searched->pdata[i], self->workspace, record);

      g_string_append (text, cell);
      g_string_append_c (text, '\n');
    }
  row->folded = sl_text_fold (text->str);
  self->work.folded++;
  return row->folded;
}

void
sl_grid_rows_forget_text (SlGridModel *self, guint slot)
{
  g_clear_pointer (&SL_GRID_ROW (self, slot)->folded, g_free);
  SL_GRID_ROW (self, slot)->judged = 0;
}

static gboolean
judge (SlGridModel *self, guint slot)
{
  const SlRow *row = SL_GRID_ROW (self, slot);
  const char *text;

  self->work.matched++;
  /* A row with a text has a record: those that are gone leave at once. */
  if (row->folded == NULL || self->filter != NULL)
    {
      const SlRecord *record = sl_grid_model_record (self, row->uid);

      if (record == NULL || (self->filter != NULL && !self->filter (self->workspace, record, self->filter_data)))
        return FALSE;
    }
  if (self->words == NULL)
    return TRUE;
  text = folded_text (self, slot);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (text, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
sl_grid_rows_matches (SlGridModel *self, guint slot)
{
  SlRow *row = SL_GRID_ROW (self, slot);

  if (row->judged != self->generation)
    {
      gboolean fits = judge (self, slot);

      row->judged = self->generation;
      row->flags = fits ? row->flags | SL_ROW_FITS : row->flags & ~SL_ROW_FITS;
    }
  return (row->flags & SL_ROW_FITS) != 0;
}

static void
ensure_keys (SlGridModel *self, guint slot, SlRowKeys *keys)
{
  guint n_keys;

  if (sl_row_keys_is_valid (keys, slot))
    return;
  sl_row_keys_compute (keys, slot, self->workspace, sl_grid_model_record (self, SL_GRID_ROW (self, slot)->uid));
  sl_row_keys_spec (keys, &n_keys);
  self->work.keys += n_keys;
}

int
sl_grid_rows_compare (SlGridModel *self, SlRowKeys *keys, guint a, guint b)
{
  int order = sl_row_keys_compare (keys, a, b);
  SlUid x = SL_GRID_ROW (self, a)->uid, y = SL_GRID_ROW (self, b)->uid;

  self->work.compared++;
  return order != 0 ? order : (x > y) - (x < y);
}

guint
sl_grid_rows_place (SlGridModel *self, guint slot)
{
  guint low = 0, high = self->order->len;

  while (low < high)
    {
      guint mid = (low + high) / 2;

      if (sl_grid_rows_compare (self, self->keys, g_array_index (self->order, guint, mid), slot) < 0)
        low = mid + 1;
      else
        high = mid;
    }
  return low;
}

/* --- Arranging ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  guint64 head;
  const char *rest; /* of a text, beyond what is in the head */
  guint slot;
  gboolean has_head;
} Sortable;

typedef struct
{
  SlGridModel *model;
  SlRowKeys *keys;
  int sign; /* of what is compared beyond the head */
} Sorting;

/* Most of it without going to the keys, which lie wherever their slots are. */
static int
compare_sortables (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sortable *x = a, *y = b;
  Sorting *sorting = data;

  if (x->has_head != y->has_head)
    return x->has_head ? -1 : 1;
  if (x->has_head)
    {
      int order;

      if (x->head != y->head)
        return x->head < y->head ? -1 : 1;
      order = x->rest != NULL && y->rest != NULL ? strcmp (x->rest, y->rest) : (x->rest != NULL) - (y->rest != NULL);
      if (order != 0)
        return order * sorting->sign;
    }
  return sl_grid_rows_compare (sorting->model, sorting->keys, x->slot, y->slot);
}

static gboolean
is_sorted (GArray *sortables, Sorting *sorting)
{
  for (guint i = 1; i < sortables->len; i++)
    if (compare_sortables (&g_array_index (sortables, Sortable, i - 1), &g_array_index (sortables, Sortable, i), sorting) > 0)
      return FALSE;
  return TRUE;
}

static gboolean
record_stands (SlGridModel *self, guint slot)
{
  return sl_grid_model_record (self, SL_GRID_ROW (self, slot)->uid) != NULL;
}

GArray *
sl_grid_rows_new_gathering (SlGridModel *self)
{
  return g_array_sized_new (FALSE, FALSE, sizeof (Sortable), sl_uid_map_size (self->slots));
}

void
sl_grid_rows_gather (SlGridModel *self, guint from, guint to, SlRowKeys *keys, GArray *gathered)
{
  for (guint slot = from; slot < to; slot++)
    {
      Sortable sortable = { .slot = slot };
      guint8 flags = SL_GRID_ROW (self, slot)->flags;

      if ((flags & (SL_ROW_USED | SL_ROW_HEAD)) != SL_ROW_USED
          || !(flags & SL_ROW_PINNED ? record_stands (self, slot) : sl_grid_rows_matches (self, slot)))
        continue;
      ensure_keys (self, slot, keys);
      sortable.has_head = sl_row_keys_head (keys, slot, &sortable.head, &sortable.rest);
      g_array_append_val (gathered, sortable);
    }
}

GArray *
sl_grid_rows_arrange (SlGridModel *self, SlRowKeys *keys, GArray *gathered)
{
  Sorting sorting = { self, keys, sl_row_keys_descends (keys) ? -1 : 1 };
  GArray *order;

  if (gathered == NULL)
    {
      gathered = sl_grid_rows_new_gathering (self);
      sl_grid_rows_gather (self, 0, self->rows->len, keys, gathered);
    }
  if (!is_sorted (gathered, &sorting))
    g_array_sort_with_data (gathered, compare_sortables, &sorting);
  order = g_array_sized_new (FALSE, FALSE, sizeof (guint), gathered->len);
  for (guint i = 0; i < gathered->len; i++)
    g_array_append_val (order, g_array_index (gathered, Sortable, i).slot);
  g_array_unref (gathered);
  return order;
}
