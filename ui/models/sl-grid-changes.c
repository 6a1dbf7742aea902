/* What a change-set means for the rows of a grid model.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/models/sl-grid-model-private.h"

/* Above this many rows, one arrangement of everything is less work for model and view than moving each. */
#define FEW 64
#define DEPTH_MAX 4

typedef struct
{
  SlGridModel *model;
  GArray *gone;    /* of guint: slots */
  GArray *made;    /* of SlUid */
  GArray *touched; /* of SlUid */
  SlUidMap *seen;
  gboolean all;
} Concern;

static gboolean
touch_record (const SlRecord *record, gpointer data)
{
  Concern *concern = data;

  if (sl_uid_map_get (concern->seen, record->uid) == NULL)
    {
      sl_uid_map_set (concern->seen, record->uid, GUINT_TO_POINTER (1));
      g_array_append_val (concern->touched, record->uid);
    }
  return TRUE;
}

/* The rows a record belongs to: what it refers to, and what its owner refers to in turn (a due date move, its action,
 * the risk). */
static gboolean
touch_owners (Concern *concern, const SlData *data, const SlRecord *record, guint depth)
{
  const SlKind *kind = record != NULL ? sl_record_kind (record) : NULL;
  gboolean found = FALSE;

  for (guint f = 0; kind != NULL && f < kind->n_fields; f++)
    {
      const SlRecord *target;
      SlValue value;

      if (kind->fields[f].type != SL_TYPE_REF)
        continue;
      if (kind->fields[f].ref != concern->model->kind && (int) f != kind->parent)
        continue;
      sl_record_get (record, f, &value);
      target = value.is_null ? NULL : sl_data_lookup (data, value.i);
      if (kind->fields[f].ref == concern->model->kind)
        {
          found = TRUE;
          if (target != NULL)
            touch_record (target, concern);
        }
      else if (depth < DEPTH_MAX)
        found |= touch_owners (concern, data, target, depth + 1);
    }
  return found;
}

/* The rows that show a record's name. */
static gboolean
touch_referrers (Concern *concern, const SlData *data, const SlChange *change)
{
  const SlKind *kind = sl_kind_get (concern->model->kind);
  gboolean found = FALSE;

  for (guint f = 0; f < kind->n_fields; f++)
    if (kind->fields[f].type == SL_TYPE_REF && kind->fields[f].ref == change->kind)
      {
        found = TRUE;
        sl_data_children (data, kind->id, f, change->uid, touch_record, concern);
      }
  return found;
}

static void
concern_own (Concern *concern, const SlChange *change)
{
  guint slot = sl_grid_rows_find (concern->model, change->uid);
  const SlRecord *record = sl_grid_model_record (concern->model, change->uid);

  if (record == NULL && slot != SL_GRID_NO_SLOT)
    g_array_append_val (concern->gone, slot);
  else if (record != NULL && slot == SL_GRID_NO_SLOT)
    g_array_append_val (concern->made, change->uid);
  else if (record != NULL)
    touch_record (record, concern);
}

static gboolean
bears_on_all (const Concern *concern, int kind)
{
  for (guint i = 0; i < concern->model->columns->len; i++)
    {
      const SlColumn *column = concern->model->columns->pdata[i];

      if (column->bears != NULL && column->bears (kind))
        return TRUE;
    }
  return FALSE;
}

/* How the program is used, not what the programme is like: no row says it. */
static gboolean
is_about_use (int kind)
{
  return kind == SL_KIND_SAVED_VIEW || kind == SL_KIND_REPORT_PRESET || kind == SL_KIND_IMPORT_MAPPING;
}

static void
concern_other (Concern *concern, const SlChange *change)
{
  const SlData *data = sl_workspace_data (concern->model->workspace);
  gboolean found;

  if (is_about_use (change->kind))
    return;
  found = touch_owners (concern, data, change->before, 0);
  found |= touch_owners (concern, data, change->after, 0);
  found |= touch_owners (concern, data, sl_data_lookup (data, change->uid), 0);
  found |= touch_referrers (concern, data, change);
  sl_row_keys_forget_name (concern->model->keys, change->uid);
  if (concern->model->next_keys != NULL)
    sl_row_keys_forget_name (concern->model->next_keys, change->uid);
  /* Neither owned by rows nor named in them (settings, appetite): any derived figure may have changed. */
  concern->all |= !found || bears_on_all (concern, change->kind);
}

/* --- One row ------------------------------------------------------------------------------------------------------ */

static void
compute_keys (SlGridModel *self, guint slot)
{
  guint n_keys;

  sl_row_keys_compute (self->keys, slot, self->workspace, sl_grid_model_record (self, SL_GRID_ROW (self, slot)->uid));
  sl_row_keys_spec (self->keys, &n_keys);
  self->work.keys += n_keys;
}

static void
insert_row (SlGridModel *self, guint slot)
{
  guint place = sl_grid_rows_place (self, slot);

  g_array_insert_val (self->order, place, slot);
  SL_GRID_SET_SHOWN (self, slot, TRUE);
  sl_grid_model_emit (self, place, 0, 1);
}

static void
take_row (SlGridModel *self, guint slot, guint place)
{
  g_array_remove_index (self->order, place);
  SL_GRID_SET_SHOWN (self, slot, FALSE);
  sl_grid_model_emit (self, place, 1, 0);
}

/* Into its group, whose heading comes first where it is the first there. */
static void
put_in_group (SlGridModel *self, guint slot)
{
  guint head = sl_grid_groups_join (self, slot);

  if (head != SL_GRID_NO_SLOT)
    insert_row (self, head);
  if (!sl_grid_groups_hides (self, slot))
    insert_row (self, slot);
}

/* Whether a row with new keys stands right between its neighbours. */
static gboolean
fits (SlGridModel *self, guint place, guint slot)
{
  if (place > 0
      && sl_grid_rows_compare (self, self->keys, g_array_index (self->order, guint, place - 1), slot) > 0)
    return FALSE;
  return place + 1 >= self->order->len
         || sl_grid_rows_compare (self, self->keys, slot, g_array_index (self->order, guint, place + 1)) < 0;
}

void
sl_grid_model_place_row (SlGridModel *self, guint slot)
{
  gboolean shown = SL_GRID_IS_SHOWN (self, slot);
  guint place = shown ? sl_grid_rows_place (self, slot) : 0;
  gboolean matches, stays;
  guint emptied;

  sl_grid_rows_forget_text (self, slot);
  compute_keys (self, slot);
  if (self->next_keys != NULL)
    sl_row_keys_invalidate (self->next_keys, slot);
  matches = sl_grid_rows_matches (self, slot);
  stays = matches && sl_grid_groups_stays (self, slot);
  if (shown && stays && fits (self, place, slot))
    {
      sl_grid_groups_join (self, slot);
      return;
    }
  if (shown)
    take_row (self, slot, place);
  emptied = stays ? SL_GRID_NO_SLOT : sl_grid_groups_leave (self, slot);
  if (emptied != SL_GRID_NO_SLOT)
    {
      take_row (self, emptied, sl_grid_rows_place (self, emptied));
      sl_grid_groups_retire (self);
    }
  if (matches)
    put_in_group (self, slot);
}

static void
update_row (SlGridModel *self, guint slot)
{
  SlRow *row = SL_GRID_ROW (self, slot);

  if (!(row->flags & SL_ROW_PINNED))
    {
      sl_grid_model_place_row (self, slot);
      return;
    }
  row->flags |= SL_ROW_STALE;
  sl_grid_rows_forget_text (self, slot);
  if (self->next_keys != NULL)
    sl_row_keys_invalidate (self->next_keys, slot);
}

/* A pinned new row stands at the end until it is let go. */
static void
add_row (SlGridModel *self, SlUid uid)
{
  guint slot = sl_grid_rows_add (self, uid);

  if (SL_GRID_ROW (self, slot)->flags & SL_ROW_PINNED)
    {
      sl_row_keys_set_last (self->keys, slot);
      SL_GRID_ROW (self, slot)->flags |= SL_ROW_STALE;
      insert_row (self, slot);
      return;
    }
  compute_keys (self, slot);
  if (sl_grid_rows_matches (self, slot))
    put_in_group (self, slot);
}

/* --- Many rows ---------------------------------------------------------------------------------------------------- */

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

/* Takes rows out with one emission: the view asks for the rows that move up, and those must exist. */
static void
take_out (SlGridModel *self, GArray *gone)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first, last, write;

  for (guint i = 0; i < gone->len; i++)
    {
      guint slot = g_array_index (gone, guint, i);
      guint place;

      if (!SL_GRID_IS_SHOWN (self, slot))
        continue;
      place = sl_grid_rows_place (self, slot);
      g_array_append_val (places, place);
    }
  for (guint i = 0; i < gone->len; i++)
    {
      guint head = sl_grid_groups_leave (self, g_array_index (gone, guint, i)), place;

      if (head == SL_GRID_NO_SLOT)
        continue;
      place = sl_grid_rows_place (self, head);
      g_array_append_val (places, place);
    }
  for (guint i = 0; i < gone->len; i++)
    sl_grid_rows_remove (self, g_array_index (gone, guint, i));
  if (places->len == 0)
    return;
  g_array_sort (places, compare_places);
  first = g_array_index (places, guint, 0);
  last = g_array_index (places, guint, places->len - 1);
  write = first;
  for (guint read = first, i = 0; read < self->order->len; read++)
    if (i < places->len && g_array_index (places, guint, i) == read)
      i++;
    else
      g_array_index (self->order, guint, write++) = g_array_index (self->order, guint, read);
  g_array_set_size (self->order, write);
  sl_grid_model_emit (self, first, last - first + 1, last - first + 1 - places->len);
  sl_grid_groups_retire (self);
}

static void
take_many (SlGridModel *self, Concern *concern)
{
  for (guint i = 0; i < concern->touched->len; i++)
    {
      guint slot = sl_grid_rows_find (self, g_array_index (concern->touched, SlUid, i));

      if (SL_GRID_ROW (self, slot)->flags & SL_ROW_PINNED)
        {
          update_row (self, slot);
          continue;
        }
      sl_grid_rows_forget_text (self, slot);
      sl_row_keys_invalidate (self->keys, slot);
      if (self->next_keys != NULL)
        sl_row_keys_invalidate (self->next_keys, slot);
    }
  for (guint i = 0; i < concern->made->len; i++)
    {
      guint slot = sl_grid_rows_add (self, g_array_index (concern->made, SlUid, i));

      if (SL_GRID_ROW (self, slot)->flags & SL_ROW_PINNED)
        {
          sl_row_keys_set_last (self->keys, slot);
          SL_GRID_ROW (self, slot)->flags |= SL_ROW_STALE;
        }
    }
  sl_grid_model_show (self, sl_grid_rows_arrange (self, self->keys, NULL));
}

static void
take_few (SlGridModel *self, Concern *concern)
{
  for (guint i = 0; i < concern->touched->len; i++)
    update_row (self, sl_grid_rows_find (self, g_array_index (concern->touched, SlUid, i)));
  for (guint i = 0; i < concern->made->len; i++)
    add_row (self, g_array_index (concern->made, SlUid, i));
}

/* Those gone are no longer known by slot once they are taken out. */
static GArray *
all_touched (Concern *concern)
{
  GArray *uids = g_array_new (FALSE, FALSE, sizeof (SlUid));

  g_array_append_vals (uids, concern->touched->data, concern->touched->len);
  g_array_append_vals (uids, concern->made->data, concern->made->len);
  for (guint i = 0; i < concern->gone->len; i++)
    g_array_append_val (uids, SL_GRID_ROW (concern->model, g_array_index (concern->gone, guint, i))->uid);
  return uids;
}

static void
keep_known (Concern *concern)
{
  guint write = 0;

  for (guint i = 0; i < concern->touched->len; i++)
    {
      SlUid uid = g_array_index (concern->touched, SlUid, i);

      if (sl_grid_rows_find (concern->model, uid) != SL_GRID_NO_SLOT)
        g_array_index (concern->touched, SlUid, write++) = uid;
    }
  g_array_set_size (concern->touched, write);
}

void
sl_grid_model_take_changes (SlGridModel *self, SlChangeSet *change_set)
{
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (SlUid));
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (SlUid));
  g_autoptr (SlUidMap) seen = sl_uid_map_new (NULL);
  g_autoptr (GArray) told = NULL;
  Concern concern = { self, gone, made, touched, seen, FALSE };

  for (guint i = 0; i < change_set->n_changes; i++)
    if (change_set->changes[i].kind == self->kind)
      concern_own (&concern, &change_set->changes[i]);
  for (guint i = 0; i < change_set->n_changes; i++)
    if (change_set->changes[i].kind != self->kind)
      concern_other (&concern, &change_set->changes[i]);
    else if (change_set->changes[i].before != NULL)
      /* Rows may refer to rows of their own kind. */
      touch_referrers (&concern, sl_workspace_data (self->workspace), &change_set->changes[i]);
  keep_known (&concern);
  if (concern.all)
    {
      sl_grid_model_resync (self);
      return;
    }
  told = all_touched (&concern);
  take_out (self, gone);
  if (made->len + touched->len > FEW)
    take_many (self, &concern);
  else
    take_few (self, &concern);
  if (told->len > 0)
    sl_grid_model_tell_touched (self, told);
}
