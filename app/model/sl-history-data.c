/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sl-history-data.h"

struct _SlHistoryData
{
  SlData data;
  const SlData *present;
  SlUidMap *deleted; /* uid -> SlRecord, as it last was */
};

static const SlRecord *
history_lookup (const SlData *data, SlUid uid)
{
  const SlHistoryData *self = (const SlHistoryData *) data;
  const SlRecord *record = sl_data_lookup (self->present, uid);

  return record != NULL ? record : sl_uid_map_get (self->deleted, uid);
}

typedef struct
{
  const char *code;
  const SlRecord *found;
} CodeSearch;

static void
match_code (SlUid uid, gpointer record, gpointer data)
{
  CodeSearch *search = data;

  /* Where a code was given twice, the younger record is meant. */
  if (g_strcmp0 (sl_record_code (record), search->code) == 0 && (search->found == NULL || search->found->uid < uid))
    search->found = record;
}

static const SlRecord *
history_by_code (const SlData *data, const char *code)
{
  const SlHistoryData *self = (const SlHistoryData *) data;
  CodeSearch search = { code, sl_data_by_code (self->present, code) };

  if (search.found == NULL)
    sl_uid_map_foreach (self->deleted, match_code, &search);
  return search.found;
}

static void
history_each (const SlData *data, int kind, SlRecordFunc func, gpointer user)
{
  sl_data_each (((const SlHistoryData *) data)->present, kind, func, user);
}

static void
history_children (const SlData *data, int kind, guint field, SlUid target, SlRecordFunc func, gpointer user)
{
  sl_data_children (((const SlHistoryData *) data)->present, kind, field, target, func, user);
}

static gint64
history_last_number (const SlData *data, const char *stem)
{
  return sl_data_last_number (((const SlHistoryData *) data)->present, stem);
}

static const SlDataInterface interface = {
  .lookup = history_lookup,
  .by_code = history_by_code,
  .each = history_each,
  .children = history_children,
  .last_number = history_last_number,
};

SlHistoryData *
sl_history_data_new (const SlData *present)
{
  SlHistoryData *self = g_new0 (SlHistoryData, 1);

  self->data.interface = &interface;
  self->present = present;
  self->deleted = sl_uid_map_new ((GDestroyNotify) sl_record_unref);
  return self;
}

void
sl_history_data_free (SlHistoryData *self)
{
  if (self == NULL)
    return;
  sl_uid_map_free (self->deleted);
  g_free (self);
}

void
sl_history_data_set_present (SlHistoryData *self, const SlData *present)
{
  g_return_if_fail (self != NULL && present != NULL);
  self->present = present;
}

void
sl_history_data_learn_record (SlHistoryData *self, const SlRecord *record)
{
  g_return_if_fail (self != NULL && record != NULL);
  if (sl_uid_map_get (self->deleted, record->uid) == NULL)
    sl_uid_map_set (self->deleted, record->uid, sl_record_ref (record));
}

void
sl_history_data_learn (SlHistoryData *self, const SlChangeSet *change_set)
{
  g_return_if_fail (self != NULL && change_set != NULL);
  for (guint i = 0; i < change_set->n_changes; i++)
    if (change_set->changes[i].after == NULL)
      sl_history_data_learn_record (self, change_set->changes[i].before);
}

void
sl_history_data_follow (SlHistoryData *self, const SlChangeSet *change_set)
{
  g_return_if_fail (self != NULL && change_set != NULL);
  for (guint i = 0; i < change_set->n_changes; i++)
    if (change_set->changes[i].after == NULL)
      sl_uid_map_set (self->deleted, change_set->changes[i].uid, sl_record_ref (change_set->changes[i].before));
}

const SlData *
sl_history_data (const SlHistoryData *self)
{
  return &self->data;
}
