/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sl-data.h"

const SlRecord *
sl_data_lookup (const SlData *self, SlUid uid)
{
  g_return_val_if_fail (self != NULL, NULL);
  return uid > 0 ? self->interface->lookup (self, uid) : NULL;
}

const SlRecord *
sl_data_by_code (const SlData *self, const char *code)
{
  g_return_val_if_fail (self != NULL, NULL);
  return code != NULL ? self->interface->by_code (self, code) : NULL;
}

void
sl_data_each (const SlData *self, int kind, SlRecordFunc func, gpointer data)
{
  g_return_if_fail (self != NULL && kind >= 0 && kind < SL_N_KINDS);
  self->interface->each (self, kind, func, data);
}

void
sl_data_children (const SlData *self, int kind, guint field, SlUid target, SlRecordFunc func, gpointer data)
{
  g_return_if_fail (self != NULL && sl_kind_get (kind)->fields[field].type == SL_TYPE_REF);
  if (target > 0)
    self->interface->children (self, kind, field, target, func, data);
}

static gboolean
count_one (const SlRecord *record, gpointer data)
{
  (*(guint *) data)++;
  return TRUE;
}

guint
sl_data_count (const SlData *self, int kind)
{
  guint n = 0;

  sl_data_each (self, kind, count_one, &n);
  return n;
}

gint64
sl_data_last_number (const SlData *self, const char *stem)
{
  g_return_val_if_fail (self != NULL && stem != NULL, 0);
  return self->interface->last_number (self, stem);
}

static gboolean
take_first (const SlRecord *record, gpointer data)
{
  *(const SlRecord **) data = record;
  return FALSE;
}

const SlProgrammeInfo *
sl_data_programme (const SlData *self)
{
  const SlRecord *record = NULL;

  sl_data_each (self, SL_KIND_PROGRAMME, take_first, &record);
  return SL_AS (PROGRAMME, record);
}

const SlSettings *
sl_data_settings (const SlData *self)
{
  const SlProgrammeInfo *programme = sl_data_programme (self);

  return programme != NULL ? SL_AS (SETTINGS, sl_data_lookup (self, programme->settings)) : NULL;
}

const char *
sl_data_name (const SlData *self, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (self, uid);
  const char *name = record != NULL ? sl_record_title (record) : NULL;

  return name != NULL ? name : "";
}
