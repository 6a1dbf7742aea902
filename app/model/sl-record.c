/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sl-record.h"

#include <string.h>

SlRecord *
sl_record_ref (const SlRecord *self)
{
  SlRecord *record = (SlRecord *) self;

  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&record->refs);
  return record;
}

void
sl_record_unref (const SlRecord *self)
{
  SlRecord *record = (SlRecord *) self;

  g_return_if_fail (self != NULL);
  if (g_atomic_ref_count_dec (&record->refs))
    g_free (record);
}

const SlKind *
sl_record_kind (const SlRecord *self)
{
  return sl_kind_get (self->kind);
}

#define AT(record, type, offset) (*(type *) ((char *) (record) + (offset)))

void
sl_record_read (const SlRecord *self, const SlField *f, SlValue *value)
{
  value->type = f->type;
  switch (f->type)
    {
    case SL_TYPE_TEXT:
      value->s = AT (self, const char *const, f->offset);
      value->is_null = value->s == NULL;
      return;
    case SL_TYPE_BOOL:
      value->i = AT (self, const gint32, f->offset);
      value->is_null = FALSE;
      return;
    case SL_TYPE_INT:
    case SL_TYPE_DATE:
      value->i = AT (self, const gint32, f->offset);
      value->is_null = value->i == G_MININT32;
      return;
    case SL_TYPE_ENUM:
      value->i = AT (self, const gint32, f->offset);
      value->is_null = value->i == 0;
      return;
    case SL_TYPE_MONEY:
    case SL_TYPE_DECIMAL:
      value->i = AT (self, const gint64, f->offset);
      value->is_null = value->i == G_MININT64;
      return;
    case SL_TYPE_REF:
    default:
      value->i = AT (self, const gint64, f->offset);
      value->is_null = value->i == 0;
      return;
    }
}

void
sl_record_get (const SlRecord *self, guint field, SlValue *value)
{
  sl_record_read (self, &sl_kind_get (self->kind)->fields[field], value);
}

static const char *
text_of (const SlRecord *self, int field)
{
  SlValue value;

  if (field < 0)
    return NULL;
  sl_record_get (self, (guint) field, &value);
  return value.is_null ? NULL : value.s;
}

const char *
sl_record_code (const SlRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return text_of (self, sl_kind_get (self->kind)->code);
}

const char *
sl_record_title (const SlRecord *self)
{
  const char *title;

  g_return_val_if_fail (self != NULL, NULL);
  title = text_of (self, sl_kind_get (self->kind)->title);
  return title != NULL ? title : sl_record_code (self);
}

SlUid
sl_record_parent (const SlRecord *self)
{
  const SlKind *kind;

  g_return_val_if_fail (self != NULL, SL_UID_NONE);
  kind = sl_kind_get (self->kind);
  for (guint f = 0; f < kind->n_fields; f++)
    if (kind->fields[f].flags & SL_FIELD_PARENT)
      {
        SlValue value;

        sl_record_get (self, f, &value);
        if (!value.is_null)
          return value.i;
      }
  return SL_UID_NONE;
}

guint64
sl_record_diff (const SlRecord *a, const SlRecord *b)
{
  const SlKind *kind = sl_kind_get (a->kind);
  guint64 mask = 0;

  g_return_val_if_fail (a->kind == b->kind, 0);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      SlValue va, vb;

      sl_record_get (a, i, &va);
      sl_record_get (b, i, &vb);
      if (!sl_value_equal (&va, &vb))
        mask |= G_GUINT64_CONSTANT (1) << i;
    }
  return mask;
}

void
sl_record_edit_bare (SlRecordEdit *self, const SlKind *kind, SlUid uid)
{
  self->kind = kind;
  self->uid = uid;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      SlType type = kind->fields[i].type;

      self->values[i] = type == SL_TYPE_BOOL ? SL_VALUE_BOOL (FALSE) : SL_VALUE_NULL (type);
    }
}

/* A mandatory number that may be 0 and starts with nothing else starts with 0. */
static gboolean
starts_at_zero (const SlField *field)
{
  return field->type == SL_TYPE_INT && field->flags & SL_FIELD_MANDATORY && field->min == 0 && field->max > 0;
}

void
sl_record_edit_new (SlRecordEdit *self, const SlKind *kind, SlUid uid)
{
  sl_record_edit_bare (self, kind, uid);
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].initial != 0 || starts_at_zero (&kind->fields[i]))
      {
        self->values[i].is_null = FALSE;
        self->values[i].i = kind->fields[i].initial;
      }
}

void
sl_record_edit_from (SlRecordEdit *self, const SlRecord *record)
{
  self->kind = sl_kind_get (record->kind);
  self->uid = record->uid;
  for (guint i = 0; i < self->kind->n_fields; i++)
    sl_record_get (record, i, &self->values[i]);
}

void
sl_record_edit_set (SlRecordEdit *self, guint field, const SlValue *value)
{
  g_return_if_fail (field < self->kind->n_fields && value->type == self->kind->fields[field].type);
  self->values[field] = *value;
  if (value->type == SL_TYPE_BOOL && value->is_null)
    self->values[field] = SL_VALUE_BOOL (FALSE);
}

static void
put (SlRecord *record, const SlField *field, const SlValue *value, char **texts)
{
  switch (field->type)
    {
    case SL_TYPE_TEXT:
      if (!value->is_null)
        {
          gsize n = strlen (value->s) + 1;

          memcpy (*texts, value->s, n);
          AT (record, const char *, field->offset) = *texts;
          *texts += n;
        }
      return;
    case SL_TYPE_BOOL:
    case SL_TYPE_ENUM:
      AT (record, gint32, field->offset) = value->is_null ? 0 : (gint32) value->i;
      return;
    case SL_TYPE_INT:
    case SL_TYPE_DATE:
      AT (record, gint32, field->offset) = value->is_null ? G_MININT32 : (gint32) value->i;
      return;
    case SL_TYPE_MONEY:
    case SL_TYPE_DECIMAL:
      AT (record, gint64, field->offset) = value->is_null ? G_MININT64 : value->i;
      return;
    case SL_TYPE_REF:
    default:
      AT (record, gint64, field->offset) = value->is_null ? 0 : value->i;
      return;
    }
}

SlRecord *
sl_record_edit_done (const SlRecordEdit *self)
{
  gsize size = self->kind->size;
  SlRecord *record;
  char *texts;

  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->values[i].type == SL_TYPE_TEXT && !self->values[i].is_null)
      size += strlen (self->values[i].s) + 1;
  record = g_malloc (size);
  memset (record, 0, self->kind->size);
  g_atomic_ref_count_init (&record->refs);
  record->kind = (guint16) self->kind->id;
  record->size = (guint32) size;
  record->uid = self->uid;
  texts = (char *) record + self->kind->size;
  for (guint i = 0; i < self->kind->n_fields; i++)
    put (record, &self->kind->fields[i], &self->values[i], &texts);
  return record;
}
