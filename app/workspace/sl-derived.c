/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/sl-derived-private.h"

struct _SlDerived
{
  SlUidMap *risks; /* uid -> SlRiskStatus */
  SlMapStatus *map; /* or NULL */
  SlDate as_of;    /* the day they were judged for */
  guint computed;
};

SlDerived *
sl_derived_new (void)
{
  SlDerived *self = g_new0 (SlDerived, 1);

  self->risks = sl_uid_map_new (g_free);
  return self;
}

void
sl_derived_free (SlDerived *self)
{
  sl_uid_map_free (self->risks);
  sl_map_status_free (self->map);
  g_free (self);
}

void
sl_derived_clear (SlDerived *self)
{
  sl_uid_map_clear (self->risks);
  g_clear_pointer (&self->map, sl_map_status_free);
}

static gboolean
collect (const SlRecord *record, gpointer data)
{
  g_array_append_val ((GArray *) data, record->uid);
  return TRUE;
}

static void
collect_parent (const SlRecord *record, guint field, GArray *risks)
{
  SlValue value;

  if (record == NULL)
    return;
  sl_record_get (record, field, &value);
  if (!value.is_null)
    g_array_append_val (risks, value.i);
}

/* A row of a journal may carry only the fields that changed: the live record knows its parent. */
static void
collect_parents (const SlData *data, const SlChange *change, guint field, GArray *risks)
{
  collect_parent (change->before, field, risks);
  collect_parent (change->after, field, risks);
  collect_parent (sl_data_lookup (data, change->uid), field, risks);
}

static gboolean
concerned (const SlData *data, const SlChange *change, GArray *risks)
{
  switch (change->kind)
    {
    case SL_KIND_RISK:
      g_array_append_val (risks, change->uid);
      return TRUE;
    case SL_KIND_RISK_ASSESSMENT:
      collect_parents (data, change, SL_RISK_ASSESSMENT_RISK, risks);
      return TRUE;
    case SL_KIND_RISK_REVIEW:
      collect_parents (data, change, SL_RISK_REVIEW_RISK, risks);
      return TRUE;
    case SL_KIND_ESCALATION:
      collect_parents (data, change, SL_ESCALATION_RISK, risks);
      return TRUE;
    case SL_KIND_PERSON:
      sl_data_children (data, SL_KIND_RISK, SL_RISK_OWNER, change->uid, collect, risks);
      sl_data_children (data, SL_KIND_RISK, SL_RISK_ACCEPTED_BY, change->uid, collect, risks);
      return TRUE;
    case SL_KIND_APPETITE:
    case SL_KIND_SETTINGS:
    case SL_KIND_SCALE_BAND:
      return FALSE;
    case SL_KIND_PROGRAMME:
      return !(change->mask & (SL_MASK (SL_PROGRAMME_SETTINGS) | SL_MASK (SL_PROGRAMME_FIXED_AS_OF)));
    default:
      return TRUE;
    }
}

static int
compare_uids (gconstpointer a, gconstpointer b)
{
  SlUid x = *(const SlUid *) a, y = *(const SlUid *) b;

  return (x > y) - (x < y);
}

static void
keep_distinct (GArray *uids)
{
  guint n = 0;

  g_array_sort (uids, compare_uids);
  for (guint i = 0; i < uids->len; i++)
    if (n == 0 || g_array_index (uids, SlUid, i) != g_array_index (uids, SlUid, n - 1))
      g_array_index (uids, SlUid, n++) = g_array_index (uids, SlUid, i);
  g_array_set_size (uids, n);
}

gboolean
sl_derived_invalidate (SlDerived *self, const SlData *data, const SlChangeSet *change_set, GArray *risks)
{
  if (self->map != NULL)
    sl_map_status_touch (self->map, data, change_set);
  for (guint i = 0; i < change_set->n_changes; i++)
    if (!concerned (data, &change_set->changes[i], risks))
      {
        sl_derived_clear (self);
        return FALSE;
      }
  keep_distinct (risks);
  for (guint i = 0; i < risks->len; i++)
    sl_uid_map_remove (self->risks, g_array_index (risks, SlUid, i));
  return TRUE;
}

/* The day may turn between two askings, with nobody to tell. */
static void
follow_day (SlDerived *self, const SlView *view)
{
  if (self->as_of != view->as_of)
    sl_derived_clear (self);
  self->as_of = view->as_of;
}

const SlRiskStatus *
sl_derived_risk (SlDerived *self, const SlView *view, SlUid risk)
{
  SlRiskStatus *status;
  const SlRecord *record;

  follow_day (self, view);
  status = sl_uid_map_get (self->risks, risk);
  if (status != NULL)
    return status;
  record = sl_data_lookup (view->data, risk);
  if (record == NULL || record->kind != SL_KIND_RISK)
    return NULL;
  status = g_new0 (SlRiskStatus, 1);
  sl_risk_status (view, SL_AS (RISK, record), status);
  sl_uid_map_set (self->risks, risk, status);
  self->computed++;
  return status;
}

const SlMapStatus *
sl_derived_map (SlDerived *self, const SlView *view)
{
  guint before;

  follow_day (self, view);
  before = self->map != NULL ? sl_map_status_judged (self->map) : 0;
  if (self->map == NULL)
    self->map = sl_map_status_new (view);
  else
    sl_map_status_refresh (self->map, view);
  self->computed += sl_map_status_judged (self->map) - before;
  return self->map;
}

guint
sl_derived_count (SlDerived *self)
{
  return self->computed;
}
