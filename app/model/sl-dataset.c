/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sl-dataset-private.h"

#include "model/sl-code.h"
#include "model/sl-ref-index-private.h"

#include <string.h>

static SlUid
target_of (const SlRecord *record, guint field)
{
  SlValue value;

  sl_record_get (record, field, &value);
  return value.is_null ? SL_UID_NONE : value.i;
}

static void
unindex (SlDataset *self, const SlRecord *record)
{
  const char *code = sl_record_code (record);

  if (self->by_code != NULL && code != NULL && g_hash_table_lookup (self->by_code, code) == record)
    g_hash_table_remove (self->by_code, code);
  for (guint f = 0; f < sl_record_kind (record)->n_fields; f++)
    if (self->refs[record->kind][f] != NULL && target_of (record, f) != SL_UID_NONE)
      sl_ref_index_remove (self->refs[record->kind][f], target_of (record, f), record->uid);
}

static void
reindex (SlDataset *self, SlRecord *record)
{
  const char *code = sl_record_code (record);

  if (self->by_code != NULL && code != NULL)
    g_hash_table_replace (self->by_code, (char *) code, record);
  for (guint f = 0; f < sl_record_kind (record)->n_fields; f++)
    if (self->refs[record->kind][f] != NULL && target_of (record, f) != SL_UID_NONE)
      sl_ref_index_add (self->refs[record->kind][f], target_of (record, f), record->uid);
}

guint
sl_dataset_find (const SlDataset *self, int kind, SlUid uid, gboolean *found)
{
  GPtrArray *array = self->kinds[kind];
  guint low = 0, high = array->len;

  /* Rising uids are the rule: look at the end first. */
  if (high > 0 && ((SlRecord *) array->pdata[high - 1])->uid < uid)
    low = high;
  while (low < high)
    {
      guint mid = (low + high) / 2;

      if (((SlRecord *) array->pdata[mid])->uid < uid)
        low = mid + 1;
      else
        high = mid;
    }
  *found = low < array->len && ((SlRecord *) array->pdata[low])->uid == uid;
  return low;
}

void
sl_dataset_count_code (SlDataset *self, const char *stem, gint64 number)
{
  gint64 *last = g_hash_table_lookup (self->last_numbers, stem);

  if (last == NULL)
    {
      last = g_new0 (gint64, 1);
      g_hash_table_insert (self->last_numbers, g_strdup (stem), last);
    }
  *last = MAX (*last, number);
}

void
sl_dataset_put (SlDataset *self, SlRecord *record)
{
  SlRecord *old = sl_uid_map_get (self->by_uid, record->uid);
  char stem[SL_CODE_STEM_MAX];
  gboolean found;
  gint64 number;
  guint at;

  if (old != NULL)
    unindex (self, old);
  at = sl_dataset_find (self, record->kind, record->uid, &found);
  if (found)
    self->kinds[record->kind]->pdata[at] = record;
  else
    g_ptr_array_insert (self->kinds[record->kind], (int) at, record);
  if (sl_code_split (sl_record_kind (record), sl_record_code (record), stem, &number))
    sl_dataset_count_code (self, stem, number);
  reindex (self, record);
  sl_uid_map_set (self->by_uid, record->uid, record);
}

void
sl_dataset_remove (SlDataset *self, SlUid uid)
{
  SlRecord *old = sl_uid_map_get (self->by_uid, uid);
  gboolean found;
  guint at;

  if (old == NULL)
    return;
  unindex (self, old);
  at = sl_dataset_find (self, old->kind, uid, &found);
  if (found)
    g_ptr_array_remove_index (self->kinds[old->kind], at);
  sl_uid_map_remove (self->by_uid, uid);
}

static const SlRecord *
dataset_lookup (const SlData *data, SlUid uid)
{
  return sl_uid_map_get (((const SlDataset *) data)->by_uid, uid);
}

static const SlRecord *
dataset_by_code (const SlData *data, const char *code)
{
  SlDataset *self = (SlDataset *) data;

  if (self->by_code == NULL)
    {
      self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint k = 0; k < SL_N_KINDS; k++)
        for (guint i = 0; sl_kind_get ((int) k)->code >= 0 && i < self->kinds[k]->len; i++)
          {
            SlRecord *record = self->kinds[k]->pdata[i];

            if (sl_record_code (record) != NULL)
              g_hash_table_replace (self->by_code, (char *) sl_record_code (record), record);
          }
    }
  return g_hash_table_lookup (self->by_code, code);
}

static void
dataset_each (const SlData *data, int kind, SlRecordFunc func, gpointer user)
{
  GPtrArray *array = ((const SlDataset *) data)->kinds[kind];

  for (guint i = 0; i < array->len; i++)
    if (!func (array->pdata[i], user))
      return;
}

static void
build_index (SlDataset *self, int kind, guint field)
{
  SlUidMap *map = sl_ref_index_new ();

  for (guint i = 0; i < self->kinds[kind]->len; i++)
    {
      SlRecord *record = self->kinds[kind]->pdata[i];
      SlUid target = target_of (record, field);

      if (target != SL_UID_NONE)
        sl_ref_index_add (map, target, record->uid);
    }
  self->refs[kind][field] = map;
}

static void
dataset_children (const SlData *data, int kind, guint field, SlUid target, SlRecordFunc func, gpointer user)
{
  SlDataset *self = (SlDataset *) data;
  const SlUidList *list;

  if (self->refs[kind][field] == NULL)
    build_index (self, kind, field);
  list = sl_uid_map_get (self->refs[kind][field], target);
  for (guint i = 0; list != NULL && i < list->n; i++)
    if (!func (sl_uid_map_get (self->by_uid, list->uids[i]), user))
      return;
}

static gint64
dataset_last_number (const SlData *data, const char *stem)
{
  const gint64 *last = g_hash_table_lookup (((const SlDataset *) data)->last_numbers, stem);

  return last != NULL ? *last : 0;
}

static const SlDataInterface interface = {
  .lookup = dataset_lookup,
  .by_code = dataset_by_code,
  .each = dataset_each,
  .children = dataset_children,
  .last_number = dataset_last_number,
};

SlDataset *
sl_dataset_new (void)
{
  SlDataset *self = g_new0 (SlDataset, 1);

  self->data.interface = &interface;
  self->by_uid = sl_uid_map_new ((GDestroyNotify) sl_record_unref);
  self->last_numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint k = 0; k < SL_N_KINDS; k++)
    self->kinds[k] = g_ptr_array_new ();
  return self;
}

void
sl_dataset_free (SlDataset *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->by_code, g_hash_table_unref);
  g_hash_table_unref (self->last_numbers);
  for (guint k = 0; k < SL_N_KINDS; k++)
    {
      g_ptr_array_unref (self->kinds[k]);
      for (guint f = 0; f < SL_FIELDS_MAX; f++)
        g_clear_pointer (&self->refs[k][f], sl_uid_map_free);
    }
  sl_uid_map_free (self->by_uid);
  g_free (self);
}

static gpointer
ref_record (gconstpointer record, gpointer unused)
{
  return sl_record_ref (record);
}

SlDataset *
sl_dataset_copy (const SlDataset *self)
{
  SlDataset *copy = sl_dataset_new ();
  GHashTableIter iter;
  gpointer stem, number;

  for (guint k = 0; k < SL_N_KINDS; k++)
    {
      g_ptr_array_unref (copy->kinds[k]);
      copy->kinds[k] = g_ptr_array_copy (self->kinds[k], (GCopyFunc) ref_record, NULL);
      for (guint i = 0; i < copy->kinds[k]->len; i++)
        sl_uid_map_set (copy->by_uid, ((SlRecord *) copy->kinds[k]->pdata[i])->uid, copy->kinds[k]->pdata[i]);
    }
  g_hash_table_iter_init (&iter, self->last_numbers);
  while (g_hash_table_iter_next (&iter, &stem, &number))
    sl_dataset_count_code (copy, stem, *(gint64 *) number);
  return copy;
}
