/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sl-programme.h"

#include "model/sl-dataset-private.h"

struct _SlProgramme
{
  GObject parent_instance;

  SlDataset *dataset;
  gboolean has_digest;
  SlHash digest;
};

enum
{
  CHANGED,
  RESET,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlProgramme, sl_programme, G_TYPE_OBJECT)

static void
sl_programme_finalize (GObject *object)
{
  sl_dataset_free (SL_PROGRAMME (object)->dataset);
  G_OBJECT_CLASS (sl_programme_parent_class)->finalize (object);
}

static void
sl_programme_class_init (SlProgrammeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_programme_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[RESET] = g_signal_new ("reset", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
sl_programme_init (SlProgramme *self)
{
  self->dataset = sl_dataset_new ();
}

SlProgramme *
sl_programme_new (void)
{
  return g_object_new (SL_TYPE_PROGRAMME, NULL);
}

SlProgramme *
sl_programme_copy (SlProgramme *self)
{
  SlProgramme *copy;

  g_return_val_if_fail (SL_IS_PROGRAMME (self), NULL);
  copy = sl_programme_new ();
  sl_dataset_free (copy->dataset);
  copy->dataset = sl_dataset_copy (self->dataset);
  return copy;
}

const SlData *
sl_programme_data (SlProgramme *self)
{
  g_return_val_if_fail (SL_IS_PROGRAMME (self), NULL);
  return &self->dataset->data;
}

void
sl_programme_load (SlProgramme *self, SlRecord *record)
{
  g_return_if_fail (SL_IS_PROGRAMME (self) && record != NULL);
  sl_dataset_put (self->dataset, record);
  self->has_digest = FALSE;
}

void
sl_programme_load_number (SlProgramme *self, const char *stem, gint64 number)
{
  g_return_if_fail (SL_IS_PROGRAMME (self) && stem != NULL);
  sl_dataset_count_code (self->dataset, stem, number);
}

void
sl_programme_each_stem (SlProgramme *self, SlStemFunc func, gpointer data)
{
  GHashTableIter iter;
  gpointer stem, number;

  g_return_if_fail (SL_IS_PROGRAMME (self) && func != NULL);
  g_hash_table_iter_init (&iter, self->dataset->last_numbers);
  while (g_hash_table_iter_next (&iter, &stem, &number))
    func (stem, *(gint64 *) number, data);
}

void
sl_programme_adopt (SlProgramme *self, SlProgramme *other)
{
  SlDataset held;

  g_return_if_fail (SL_IS_PROGRAMME (self) && SL_IS_PROGRAMME (other) && self != other);
  /* Contents change hands, not the pointer: views and transactions keep what sl_programme_data() gave them. */
  held = *self->dataset;
  *self->dataset = *other->dataset;
  *other->dataset = held;
  sl_dataset_free (other->dataset);
  other->dataset = sl_dataset_new ();
  self->has_digest = other->has_digest;
  self->digest = other->digest;
  other->has_digest = FALSE;
  g_signal_emit (self, signals[RESET], 0);
}

/* The record that @change makes of @current. Returns: (transfer full) (nullable): NULL for a deletion. */
static SlRecord *
result_of (const SlChange *change, const SlRecord *current)
{
  SlRecordEdit edit;

  if (change->after == NULL)
    return NULL;
  /* Our own change-sets carry whole records; those read from a journal only what the mask names. */
  if (change->before == NULL || current == NULL || current == change->before)
    return sl_record_ref (change->after);
  sl_record_edit_from (&edit, current);
  for (guint i = 0; i < edit.kind->n_fields; i++)
    if (change->mask & SL_MASK (i))
      {
        SlValue value;

        sl_record_get (change->after, i, &value);
        sl_record_edit_set (&edit, i, &value);
      }
  return sl_record_edit_done (&edit);
}

static void
xor_record (SlHash *digest, const SlRecord *record)
{
  SlHash hash;

  if (record == NULL)
    return;
  sl_record_hash (record, &hash);
  sl_hash_xor (digest, &hash);
}

void
sl_programme_digest_after (SlProgramme *self, const SlChange *changes, guint n_changes, SlHash *digest)
{
  sl_programme_digest (self, digest);
  for (guint i = 0; i < n_changes; i++)
    {
      const SlRecord *current = sl_data_lookup (&self->dataset->data, changes[i].uid);
      g_autoptr (SlRecord) result = result_of (&changes[i], current);

      xor_record (digest, current);
      xor_record (digest, result);
    }
}

void
sl_programme_apply (SlProgramme *self, SlChangeSet *change_set)
{
  g_return_if_fail (SL_IS_PROGRAMME (self) && change_set != NULL);
  if (self->has_digest)
    sl_programme_digest_after (self, change_set->changes, change_set->n_changes, &self->digest);
  for (guint i = 0; i < change_set->n_changes; i++)
    {
      const SlChange *change = &change_set->changes[i];
      SlRecord *result = result_of (change, sl_data_lookup (&self->dataset->data, change->uid));

      if (result != NULL)
        sl_dataset_put (self->dataset, result);
      else
        sl_dataset_remove (self->dataset, change->uid);
    }
  g_signal_emit (self, signals[CHANGED], 0, change_set);
}

guint
sl_programme_count (SlProgramme *self, int kind)
{
  return self->dataset->kinds[kind]->len;
}

const SlRecord *
sl_programme_nth (SlProgramme *self, int kind, guint n)
{
  GPtrArray *array = self->dataset->kinds[kind];

  return n < array->len ? array->pdata[n] : NULL;
}

void
sl_programme_digest (SlProgramme *self, SlHash *digest)
{
  if (!self->has_digest)
    {
      self->digest = (SlHash){ 0 };
      for (guint k = 0; k < SL_N_KINDS; k++)
        for (guint i = 0; i < self->dataset->kinds[k]->len; i++)
          xor_record (&self->digest, self->dataset->kinds[k]->pdata[i]);
      self->has_digest = TRUE;
    }
  *digest = self->digest;
}

void
sl_programme_set_digest (SlProgramme *self, const SlHash *digest)
{
  self->digest = *digest;
  self->has_digest = TRUE;
}

/* --- Snapshot ----------------------------------------------------------------------------------------------------- */

struct _SlSnapshot
{
  gatomicrefcount refs;
  SlDataset *dataset;
};

SlSnapshot *
sl_snapshot_new (SlProgramme *programme)
{
  SlSnapshot *self = g_new0 (SlSnapshot, 1);

  g_atomic_ref_count_init (&self->refs);
  self->dataset = sl_dataset_copy (programme->dataset);
  return self;
}

SlSnapshot *
sl_snapshot_ref (SlSnapshot *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sl_snapshot_unref (SlSnapshot *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  sl_dataset_free (self->dataset);
  g_free (self);
}

const SlData *
sl_snapshot_data (SlSnapshot *self)
{
  return &self->dataset->data;
}
