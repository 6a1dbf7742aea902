/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/sl-change-line.h"

#include <glib/gi18n-lib.h>

/* --- Lines -------------------------------------------------------------------------------------------------------- */

static void
add_line (GArray *lines, const SlChange *change, int field)
{
  SlChangeLine line = { change, field };

  g_array_append_val (lines, line);
}

/* Code and title of a record made or deleted are told with it. */
static gboolean
is_particular (const SlKind *kind, guint field)
{
  return (int) field != kind->code && (int) field != kind->title;
}

GArray *
sl_change_set_lines (const SlChangeSet *change_set, gboolean particulars)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (SlChangeLine));

  g_return_val_if_fail (change_set != NULL, lines);
  for (guint i = 0; i < change_set->n_changes; i++)
    {
      const SlChange *change = &change_set->changes[i];
      const SlKind *kind = sl_kind_get (change->kind);
      gboolean edit = change->before != NULL && change->after != NULL;

      if (!edit)
        add_line (lines, change, -1);
      for (guint f = 0; (edit || particulars) && f < kind->n_fields; f++)
        if (change->mask & SL_MASK (f) && (edit || is_particular (kind, f)))
          add_line (lines, change, (int) f);
    }
  return lines;
}

const SlField *
sl_change_line_field (const SlChangeLine *self)
{
  return self->field >= 0 ? &sl_kind_get (self->change->kind)->fields[self->field] : NULL;
}

void
sl_change_line_get (const SlChangeLine *self, gboolean after, SlValue *value)
{
  const SlRecord *record = after ? self->change->after : self->change->before;

  g_return_if_fail (self->field >= 0);
  *value = SL_VALUE_NULL (sl_change_line_field (self)->type);
  if (record != NULL)
    sl_record_get (record, (guint) self->field, value);
}

/* --- Whom it is about --------------------------------------------------------------------------------------------- */

/* A record that stands or stood, whole; of one that nobody knows any more what the change itself says. */
static const SlRecord *
record_of (const SlChange *self, const SlData *data)
{
  const SlRecord *record = sl_data_lookup (data, self->uid);

  if (record != NULL)
    return record;
  return self->after != NULL ? self->after : self->before;
}

static gboolean
is_among (SlUid uid, const SlUid *uids, guint n)
{
  for (guint i = 0; i < n; i++)
    if (uids[i] == uid)
      return TRUE;
  return FALSE;
}

static guint
add_parents (const SlRecord *record, SlUid *uids, guint n)
{
  const SlKind *kind = sl_record_kind (record);

  for (guint f = 0; f < kind->n_fields; f++)
    {
      SlValue value;

      if (!(kind->fields[f].flags & SL_FIELD_PARENT))
        continue;
      sl_record_get (record, f, &value);
      if (!value.is_null && n < SL_SUBJECTS_MAX && !is_among (value.i, uids, n))
        uids[n++] = value.i;
    }
  return n;
}

guint
sl_change_subjects (const SlChange *self, const SlData *data, SlUid uids[SL_SUBJECTS_MAX])
{
  guint n = 1;

  uids[0] = self->uid;
  for (guint i = 0; i < n; i++)
    {
      const SlRecord *record = i == 0 ? record_of (self, data) : sl_data_lookup (data, uids[i]);

      if (record != NULL)
        n = add_parents (record, uids, n);
    }
  return n;
}

static gboolean
is_about (const SlChange *self, const SlData *data, const char *code)
{
  SlUid uids[SL_SUBJECTS_MAX];
  guint n = sl_change_subjects (self, data, uids);

  if (g_strcmp0 (sl_record_code (record_of (self, data)), code) == 0)
    return TRUE;
  for (guint i = 1; i < n; i++)
    if (g_strcmp0 (sl_record_code (sl_data_lookup (data, uids[i])), code) == 0)
      return TRUE;
  return FALSE;
}

SlChangeSet *
sl_change_set_about (SlChangeSet *change_set, const SlData *data, const char *code)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (SlChange));

  g_return_val_if_fail (change_set != NULL && code != NULL, NULL);
  for (guint i = 0; i < change_set->n_changes; i++)
    if (is_about (&change_set->changes[i], data, code))
      g_array_append_val (changes, change_set->changes[i]);
  if (changes->len == 0)
    return NULL;
  return changes->len == change_set->n_changes ? sl_change_set_ref (change_set) : sl_change_set_part (change_set, changes);
}

char *
sl_change_dup_name (const SlChange *self, const SlData *data, gboolean translated)
{
  const SlRecord *record = record_of (self, data);
  const SlRecord *owner = sl_data_lookup (data, sl_record_parent (record));
  const SlKind *kind = sl_kind_get (self->kind);
  const char *code = sl_record_code (record);
  const char *word = translated ? g_dgettext (GETTEXT_PACKAGE, kind->label) : kind->token;

  if (code != NULL)
    return g_strdup (code);
  code = owner != NULL ? sl_record_code (owner) : NULL;
  return code != NULL ? g_strdup_printf (translated ? "%s · %s" : "%s %s", code, word) : g_strdup (word);
}
