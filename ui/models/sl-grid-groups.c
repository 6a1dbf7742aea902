/* Groups of a grid model: which there are, how many rows each has, and their headings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A heading is a slot like a row's, whose keys stand right before those of its rows: finding a place by halving needs to
 * know nothing of groups. A row is counted where it belongs as soon as it fits, be its group open or not.
 */
#include "config.h"

#include "ui/models/sl-grid-model-private.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

/* --- Counting ----------------------------------------------------------------------------------------------------- */

static gboolean
is_red (SlGridModel *self, guint slot)
{
  const SlRecord *record = sl_grid_model_record (self, SL_GRID_ROW (self, slot)->uid);

  for (guint i = 0; record != NULL && i < self->columns->len; i++)
    if (((SlColumn *) self->columns->pdata[i])->status != NULL)
      return sl_column_status (self->columns->pdata[i], self->workspace, record) == SL_STATUS_RED;
  return FALSE;
}

static void
enrol (SlGridModel *self, SlGroup *group, guint slot)
{
  SlRow *row = SL_GRID_ROW (self, slot);

  row->flags &= ~SL_ROW_RED;
  row->group = group;
  group->count++;
  if (is_red (self, slot))
    {
      row->flags |= SL_ROW_RED;
      group->red++;
    }
}

static void
strike_off (SlGridModel *self, guint slot)
{
  SlRow *row = SL_GRID_ROW (self, slot);

  row->group->count--;
  if (row->flags & SL_ROW_RED)
    row->group->red--;
  row->flags &= ~SL_ROW_RED;
  row->group = NULL;
}

/* --- Making and ending -------------------------------------------------------------------------------------------- */

static char *
dup_name (SlGridModel *self, guint slot)
{
  SlColumn *column = sl_row_keys_group (self->keys);
  g_autofree char *text
      = sl_column_dup_text (column, self->workspace, sl_grid_model_record (self, SL_GRID_ROW (self, slot)->uid));

  if (*text != '\0')
    return g_steal_pointer (&text);
  /* TRANSLATORS: heading of the rows that have nothing in a column; {1} its title, such as “Owner”. */
  return sl_text_compose (_ ("{1}: none"), (const char *[]){ column->title, NULL });
}

/* A group for the row, with the heading it had before where there was one. */
static SlGroup *
make_group (SlGridModel *self, guint slot)
{
  g_autofree char *name = dup_name (self, slot);
  SlGroup *group = NULL;

  for (guint i = 0; group == NULL && i < self->retired->len; i++)
    if (g_str_equal (((SlGroup *) self->retired->pdata[i])->name, name))
      group = g_ptr_array_steal_index (self->retired, i);
  if (group == NULL)
    {
      group = g_new0 (SlGroup, 1);
      group->slot = sl_grid_rows_add (self, ++self->last_head);
      group->item = sl_item_new_heading (self->last_head);
      group->name = g_steal_pointer (&name);
      SL_GRID_ROW (self, group->slot)->flags |= SL_ROW_HEAD;
      SL_GRID_ROW (self, group->slot)->group = group;
    }
  group->count = group->red = 0;
  group->collapsed = g_hash_table_contains (self->collapsed, group->name);
  sl_row_keys_set_head (self->keys, group->slot, slot);
  return group;
}

static void
group_free (SlGroup *group)
{
  g_free (group->name);
  g_object_unref (group->item);
  g_free (group);
}

void
sl_grid_groups_retire (SlGridModel *self)
{
  for (guint i = 0; i < self->retired->len; i++)
    {
      SlGroup *group = self->retired->pdata[i];

      sl_grid_rows_remove (self, group->slot);
      group_free (group);
    }
  g_ptr_array_set_size (self->retired, 0);
}

void
sl_grid_groups_free (SlGridModel *self)
{
  g_ptr_array_foreach (self->groups, (GFunc) (void (*) (void)) group_free, NULL);
  g_ptr_array_foreach (self->retired, (GFunc) (void (*) (void)) group_free, NULL);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->retired);
  g_hash_table_unref (self->collapsed);
  g_clear_pointer (&self->group, sl_column_unref);
}

/* --- All at once -------------------------------------------------------------------------------------------------- */

GArray *
sl_grid_groups_weave (SlGridModel *self, GArray *order)
{
  GArray *woven;
  SlGroup *group = NULL;

  if (sl_row_keys_group (self->keys) == NULL && self->groups->len == 0)
    return order;
  g_ptr_array_extend_and_steal (self->retired, g_steal_pointer (&self->groups));
  self->groups = g_ptr_array_new ();
  for (guint slot = 0; slot < self->rows->len; slot++)
    if (!(SL_GRID_ROW (self, slot)->flags & SL_ROW_HEAD))
      SL_GRID_ROW (self, slot)->group = NULL;
  if (sl_row_keys_group (self->keys) == NULL)
    return order;
  woven = g_array_sized_new (FALSE, FALSE, sizeof (guint), order->len);
  for (guint i = 0; i < order->len; i++)
    {
      guint slot = g_array_index (order, guint, i);

      if (sl_row_keys_is_last (self->keys, slot))
        {
          g_array_append_val (woven, slot);
          continue;
        }
      if (group == NULL || sl_row_keys_compare_group (self->keys, group->slot, slot) != 0)
        {
          group = make_group (self, slot);
          g_ptr_array_add (self->groups, group);
          g_array_append_val (woven, group->slot);
        }
      enrol (self, group, slot);
      if (!group->collapsed)
        g_array_append_val (woven, slot);
    }
  for (guint i = 0; i < self->groups->len; i++)
    sl_item_touch (((SlGroup *) self->groups->pdata[i])->item);
  g_array_unref (order);
  return woven;
}

/* --- One row ------------------------------------------------------------------------------------------------------ */

/* Where the group of a row is, or would be, among the groups. */
static guint
place_of (SlGridModel *self, guint slot)
{
  guint low = 0, high = self->groups->len;

  while (low < high)
    {
      guint mid = (low + high) / 2;

      if (sl_row_keys_compare_group (self->keys, ((SlGroup *) self->groups->pdata[mid])->slot, slot) < 0)
        low = mid + 1;
      else
        high = mid;
    }
  return low;
}

gboolean
sl_grid_groups_stays (SlGridModel *self, guint slot)
{
  const SlGroup *group = SL_GRID_ROW (self, slot)->group;

  if (sl_row_keys_group (self->keys) == NULL)
    return TRUE;
  return group != NULL && sl_row_keys_compare_group (self->keys, group->slot, slot) == 0;
}

guint
sl_grid_groups_join (SlGridModel *self, guint slot)
{
  guint place;
  SlGroup *group;
  gboolean made;

  if (sl_row_keys_group (self->keys) == NULL)
    return SL_GRID_NO_SLOT;
  if (SL_GRID_ROW (self, slot)->group != NULL)
    strike_off (self, slot);
  place = place_of (self, slot);
  made = place == self->groups->len
         || sl_row_keys_compare_group (self->keys, ((SlGroup *) self->groups->pdata[place])->slot, slot) != 0;
  if (made)
    g_ptr_array_insert (self->groups, (int) place, make_group (self, slot));
  group = self->groups->pdata[place];
  enrol (self, group, slot);
  sl_item_touch (group->item);
  return made ? group->slot : SL_GRID_NO_SLOT;
}

guint
sl_grid_groups_leave (SlGridModel *self, guint slot)
{
  SlGroup *group = SL_GRID_ROW (self, slot)->group;

  if (group == NULL)
    return SL_GRID_NO_SLOT;
  strike_off (self, slot);
  if (group->count > 0)
    {
      sl_item_touch (group->item);
      return SL_GRID_NO_SLOT;
    }
  g_ptr_array_remove (self->groups, group);
  g_ptr_array_add (self->retired, group);
  return group->slot;
}

gboolean
sl_grid_groups_hides (SlGridModel *self, guint slot)
{
  const SlRow *row = SL_GRID_ROW (self, slot);

  return !(row->flags & SL_ROW_HEAD) && row->group != NULL && row->group->collapsed;
}

/* --- Open and closed ---------------------------------------------------------------------------------------------- */

static SlGroup *
head_group (SlGridModel *self, SlUid uid)
{
  guint slot = uid > SL_UID_NONE && uid < SL_GRID_HEADS ? sl_grid_rows_find (self, uid) : SL_GRID_NO_SLOT;

  return slot != SL_GRID_NO_SLOT && SL_GRID_ROW (self, slot)->flags & SL_ROW_HEAD ? SL_GRID_ROW (self, slot)->group : NULL;
}

static void
close_group (SlGridModel *self, SlGroup *group)
{
  guint first = sl_grid_rows_place (self, group->slot) + 1, end = first;

  while (end < self->order->len)
    {
      const SlRow *row = SL_GRID_ROW (self, g_array_index (self->order, guint, end));

      if (row->flags & SL_ROW_HEAD || row->group != group)
        break;
      end++;
    }
  sl_grid_model_step (self, first, end - first, NULL, 0);
}

static int
compare_slots (gconstpointer a, gconstpointer b, gpointer self)
{
  return sl_grid_rows_compare (self, ((SlGridModel *) self)->keys, *(const guint *) a, *(const guint *) b);
}

static void
open_group (SlGridModel *self, SlGroup *group)
{
  g_autoptr (GArray) slots = g_array_sized_new (FALSE, FALSE, sizeof (guint), group->count);

  for (guint slot = 0; slot < self->rows->len; slot++)
    if (!(SL_GRID_ROW (self, slot)->flags & SL_ROW_HEAD) && SL_GRID_ROW (self, slot)->group == group)
      g_array_append_val (slots, slot);
  g_array_sort_with_data (slots, compare_slots, self);
  sl_grid_model_step (self, sl_grid_rows_place (self, group->slot) + 1, 0, (const guint *) (gpointer) slots->data, slots->len);
}

void
sl_grid_model_set_collapsed (SlGridModel *self, SlUid head, gboolean collapsed)
{
  SlGroup *group;

  g_return_if_fail (SL_IS_GRID_MODEL (self));
  group = head_group (self, head);
  if (group == NULL || group->collapsed == collapsed)
    return;
  group->collapsed = collapsed;
  if (collapsed)
    g_hash_table_add (self->collapsed, g_strdup (group->name));
  else
    g_hash_table_remove (self->collapsed, group->name);
  if (collapsed)
    close_group (self, group);
  else
    open_group (self, group);
  sl_item_touch (group->item);
}

void
sl_grid_model_set_all_collapsed (SlGridModel *self, gboolean collapsed)
{
  g_return_if_fail (SL_IS_GRID_MODEL (self));
  for (guint i = 0; i < self->groups->len; i++)
    sl_grid_model_set_collapsed (self, SL_GRID_ROW (self, ((SlGroup *) self->groups->pdata[i])->slot)->uid, collapsed);
}

SlUid
sl_grid_model_head_of (SlGridModel *self, SlUid uid)
{
  guint slot;

  g_return_val_if_fail (SL_IS_GRID_MODEL (self), SL_UID_NONE);
  slot = sl_grid_rows_find (self, uid);
  if (slot == SL_GRID_NO_SLOT || SL_GRID_ROW (self, slot)->group == NULL)
    return SL_UID_NONE;
  return SL_GRID_ROW (self, SL_GRID_ROW (self, slot)->group->slot)->uid;
}

void
sl_grid_model_expose (SlGridModel *self, SlUid uid)
{
  guint slot;

  g_return_if_fail (SL_IS_GRID_MODEL (self));
  slot = sl_grid_rows_find (self, uid);
  if (slot != SL_GRID_NO_SLOT && sl_grid_groups_hides (self, slot))
    sl_grid_model_set_collapsed (self, SL_GRID_ROW (self, SL_GRID_ROW (self, slot)->group->slot)->uid, FALSE);
}

/* --- Told --------------------------------------------------------------------------------------------------------- */

const SlSortKey *
sl_grid_groups_key (SlGridModel *self, SlSortKey *key)
{
  if (self->group == NULL)
    return NULL;
  *key = (SlSortKey){ self->group, self->group->high_first };
  return key;
}

void
sl_grid_model_set_group (SlGridModel *self, SlColumn *column)
{
  g_return_if_fail (SL_IS_GRID_MODEL (self) && (column == NULL || column->groups));
  if (self->group == column)
    return;
  g_hash_table_remove_all (self->collapsed);
  g_clear_pointer (&self->group, sl_column_unref);
  self->group = column != NULL ? sl_column_ref (column) : NULL;
  sl_grid_model_rearrange (self);
}

SlColumn *
sl_grid_model_group (SlGridModel *self)
{
  g_return_val_if_fail (SL_IS_GRID_MODEL (self), NULL);
  return self->group;
}

gboolean
sl_grid_model_head (SlGridModel *self, SlUid uid, SlGridHead *head)
{
  const SlGroup *group;

  g_return_val_if_fail (SL_IS_GRID_MODEL (self), FALSE);
  group = head_group (self, uid);
  if (group != NULL && head != NULL)
    *head = (SlGridHead){ group->name, group->count, group->red, group->collapsed };
  return group != NULL;
}

guint
sl_grid_model_n_fitting (SlGridModel *self)
{
  guint n = 0;

  g_return_val_if_fail (SL_IS_GRID_MODEL (self), 0);
  if (self->groups->len == 0)
    return self->order->len;
  for (guint i = 0; i < self->groups->len; i++)
    n += ((SlGroup *) self->groups->pdata[i])->count;
  /* New rows that are still in no group stand at the end. */
  for (guint i = self->order->len; i > 0; i--)
    {
      const SlRow *row = SL_GRID_ROW (self, g_array_index (self->order, guint, i - 1));

      if (row->group != NULL)
        break;
      n++;
    }
  return n;
}
