/* What was recorded: the data as they stood at a point of the history, and the workspace gone back to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Going back swaps the data under everybody who reads them: lists, derived values and pages hear `reset`, as after
 * loading, and need to know nothing else. The present's data are kept aside and go on following what others write.
 */
#include "config.h"

#include "workspace/sl-workspace-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

/* Change-sets that a worker reads between two looks at the main thread. */
#define SLICE 2000

/* --- Replaying ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  SlStore *store;         /* read by whoever runs it */
  SlProgramme *programme; /* stands after @seq */
  gint64 seq, from, target;
  gint64 overlap;         /* of the change-set read last, or 0: the next slice begins with it, so that no link is missed */
  SlHead head;            /* of the target, once reached */
  gint64 at;
  guint left;             /* of this slice */
  gboolean reached;
  GCancellable *cancellable;
} Replay;

static void
replay_free (Replay *self)
{
  g_clear_object (&self->store);
  g_clear_object (&self->programme);
  g_clear_object (&self->cancellable);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Replay, replay_free)

/* @programme stands after the change-set @present. */
static Replay *
replay_begin (SlStore *store, SlProgramme *programme, gint64 present, gint64 target, GCancellable *cancellable,
              GError **error)
{
  Replay *replay;

  if (target < 0 || target > present)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, target);

      g_set_error (error, SL_ERROR, SL_ERROR_NOT_FOUND, _ ("The history has no change %s"), number);
      return NULL;
    }
  replay = g_new0 (Replay, 1);
  replay->store = g_object_ref (store);
  replay->target = target;
  replay->seq = replay->from = present - target < target ? present : 0;
  replay->programme = replay->from > 0 ? sl_programme_copy (programme) : sl_programme_new ();
  replay->reached = target == 0;
  replay->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  return replay;
}

static Replay *
replay_new (SlWorkspace *self, SlStore *store, gint64 target, GCancellable *cancellable, GError **error)
{
  return replay_begin (store, sl_workspace_present_programme (self), self->head.seq, target, cancellable, error);
}

void
sl_programme_take_back (SlProgramme *programme, const SlChangeSet *change_set)
{
  SlChangeSet inverse = *change_set;

  inverse.changes = g_new (SlChange, MAX (change_set->n_changes, 1));
  for (guint i = 0; i < change_set->n_changes; i++)
    {
      const SlChange *change = &change_set->changes[change_set->n_changes - 1 - i];

      inverse.changes[i] = *change;
      inverse.changes[i].before = change->after;
      inverse.changes[i].after = change->before;
    }
  sl_programme_apply (programme, &inverse);
  g_free (inverse.changes);
}

static gboolean
read_one (SlChangeSet *change_set, gpointer data)
{
  Replay *self = data;
  gboolean back = self->from > 0;

  if (change_set->seq == self->overlap)
    return TRUE;
  self->overlap = change_set->seq;
  if (!back)
    {
      sl_programme_apply (self->programme, change_set);
      self->seq = change_set->seq;
    }
  if (change_set->seq == self->target)
    {
      self->head = (SlHead){ change_set->seq, change_set->hash, change_set->digest };
      self->at = change_set->at;
      self->reached = TRUE;
      return FALSE;
    }
  if (back)
    {
      sl_programme_take_back (self->programme, change_set);
      self->seq = change_set->seq - 1;
    }
  return --self->left > 0 && !g_cancellable_is_cancelled (self->cancellable);
}

static gboolean
check_outcome (Replay *self, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->target);
  SlHash digest;

  sl_programme_digest (self->programme, &digest);
  if (sl_hash_equal (&digest, &self->head.digest))
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED,
               _ ("What the history gives for change %s is not what was recorded then: the history is damaged"), number);
  return FALSE;
}

/* Reads on by up to @n change-sets. */
static gboolean
replay_some (Replay *self, guint n, GError **error)
{
  gint64 before = self->seq;
  gboolean fine = TRUE;

  self->left = n;
  if (!self->reached && self->from > 0)
    fine = sl_store_read_back (self->store, self->overlap > 0 ? self->overlap : self->seq, read_one, self, error);
  else if (!self->reached)
    fine = sl_store_read_since (self->store, self->overlap > 0 ? self->overlap - 1 : 0, read_one, self, error);
  if (!fine)
    return FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_CANCELLED, _ ("Cancelled"));
      return FALSE;
    }
  if (self->reached)
    return check_outcome (self, error);
  if (self->seq != before)
    return TRUE;
  /* Nothing more to read, and not there yet. */
  g_set_error_literal (error, SL_ERROR, SL_ERROR_DAMAGED, _ ("The history ends before the point that is looked for"));
  return FALSE;
}

static gboolean
replay_through (Replay *self, GError **error)
{
  do
    if (!replay_some (self, SLICE, error))
      return FALSE;
  while (!self->reached);
  return TRUE;
}

static Replay *
replay_all (SlWorkspace *self, gint64 seq, GCancellable *cancellable, GError **error)
{
  g_autoptr (Replay) replay = replay_new (self, self->store, seq, cancellable, error);

  return replay != NULL && replay_through (replay, error) ? g_steal_pointer (&replay) : NULL;
}

SlProgramme *
sl_store_recorded (SlStore *reader, SlProgramme *present, gint64 present_seq, gint64 seq, GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (Replay) replay = NULL;

  g_return_val_if_fail (SL_IS_STORE (reader) && SL_IS_PROGRAMME (present), NULL);
  replay = replay_begin (reader, present, present_seq, seq, cancellable, error);
  return replay != NULL && replay_through (replay, error) ? g_steal_pointer (&replay->programme) : NULL;
}

SlProgramme *
sl_workspace_recorded (SlWorkspace *self, gint64 seq, GCancellable *cancellable, GError **error)
{
  g_autoptr (Replay) replay = NULL;

  g_return_val_if_fail (SL_IS_WORKSPACE (self), NULL);
  replay = replay_all (self, seq, cancellable, error);
  return replay != NULL ? g_steal_pointer (&replay->programme) : NULL;
}

/* --- A point by its time ------------------------------------------------------------------------------------------ */

typedef struct
{
  gint64 at, seq;
  GCancellable *cancellable;
} Seek;

static gboolean
is_later (SlChangeSet *change_set, gpointer data)
{
  Seek *seek = data;

  if (change_set->at <= seek->at)
    seek->seq = change_set->seq;
  return seek->seq == 0 && !g_cancellable_is_cancelled (seek->cancellable);
}

gboolean
sl_store_seq_at (SlStore *reader, gint64 head, gint64 at, gint64 *seq, GCancellable *cancellable, GError **error)
{
  Seek seek = { at, 0, cancellable };

  g_return_val_if_fail (SL_IS_STORE (reader) && seq != NULL, FALSE);
  if (head > 0 && !sl_store_read_back (reader, head, is_later, &seek, error))
    return FALSE;
  if (g_cancellable_is_cancelled (cancellable))
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_CANCELLED, _ ("Cancelled"));
      return FALSE;
    }
  *seq = seek.seq;
  return TRUE;
}

gboolean
sl_workspace_seq_at (SlWorkspace *self, gint64 at, gint64 *seq, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (SL_IS_WORKSPACE (self), FALSE);
  return sl_store_seq_at (self->store, self->head.seq, at, seq, cancellable, error);
}

/* --- Going back --------------------------------------------------------------------------------------------------- */

SlProgramme *
sl_workspace_present_programme (SlWorkspace *self)
{
  return self->present != NULL ? self->present : self->programme;
}

const SlData *
sl_workspace_present (SlWorkspace *self)
{
  g_return_val_if_fail (SL_IS_WORKSPACE (self), NULL);
  return sl_programme_data (sl_workspace_present_programme (self));
}

SlSnapshot *
sl_workspace_present_snapshot (SlWorkspace *self)
{
  g_return_val_if_fail (SL_IS_WORKSPACE (self), NULL);
  return sl_snapshot_new (sl_workspace_present_programme (self));
}

gint64
sl_workspace_present_seq (SlWorkspace *self)
{
  g_return_val_if_fail (SL_IS_WORKSPACE (self), 0);
  return self->head.seq;
}

gint64
sl_workspace_recorded_seq (SlWorkspace *self)
{
  g_return_val_if_fail (SL_IS_WORKSPACE (self), 0);
  return self->present != NULL ? self->recorded.seq : 0;
}

static void
go (SlWorkspace *self, Replay *replay)
{
  if (self->present == NULL)
    {
      SlProgramme *present = sl_programme_new ();

      sl_programme_adopt (present, self->programme);
      self->present = present;
      self->present_as_of = self->as_of;
    }
  self->as_of = SL_DATE_NONE;
  self->recorded = replay->head;
  self->recorded_at = replay->at;
  sl_programme_adopt (self->programme, replay->programme);
  sl_workspace_tell_reset (self);
}

void
sl_workspace_return (SlWorkspace *self)
{
  g_autoptr (SlProgramme) present = NULL;

  g_return_if_fail (SL_IS_WORKSPACE (self));
  if (self->present == NULL)
    return;
  present = g_steal_pointer (&self->present);
  self->as_of = self->present_as_of;
  sl_programme_adopt (self->programme, present);
  sl_workspace_tell_reset (self);
}

static gboolean
check_ready (SlWorkspace *self, GError **error)
{
  if (self->state == SL_WORKSPACE_READY)
    return TRUE;
  g_set_error_literal (error, SL_ERROR, SL_ERROR_REFUSED, _ ("The history can be read once the file has been checked"));
  return FALSE;
}

/* A point is after some change-set: before the first there is no programme to look at. */
static gboolean
check_point (SlWorkspace *self, gint64 seq, GError **error)
{
  if (seq > 0)
    return check_ready (self, error);
  g_set_error_literal (error, SL_ERROR, SL_ERROR_NOT_FOUND, _ ("Before its first change there is no programme to look at"));
  return FALSE;
}

gboolean
sl_workspace_go_back (SlWorkspace *self, gint64 seq, GCancellable *cancellable, GError **error)
{
  g_autoptr (Replay) replay = NULL;

  g_return_val_if_fail (SL_IS_WORKSPACE (self), FALSE);
  if (!check_point (self, seq, error))
    return FALSE;
  replay = replay_all (self, seq, cancellable, error);
  if (replay == NULL)
    return FALSE;
  go (self, replay);
  return TRUE;
}

/* --- Going back on a worker --------------------------------------------------------------------------------------- */

typedef struct
{
  Replay *replay;
  SlProgressFunc progress;
  gpointer progress_data;
} Journey;

static void
journey_free (gpointer data)
{
  Journey *self = data;

  g_clear_pointer (&self->replay, replay_free);
  g_free (self);
}

static void
replay_on_worker (GTask *slice, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (replay_some (data, SLICE, &error))
    g_task_return_boolean (slice, TRUE);
  else
    g_task_return_error (slice, error);
}

static void on_slice (GObject *source, GAsyncResult *result, gpointer data);

/* Takes @answer, the task that tells the caller. One slice is at work at a time: the replay is the worker's meanwhile. The
 * slice does not hold the workspace: a thread that ends late would be the last to hold it. */
static void
run_slice (GTask *answer)
{
  Journey *journey = g_task_get_task_data (answer);
  g_autoptr (GTask) slice = g_task_new (NULL, NULL, on_slice, answer);

  g_task_set_source_tag (slice, run_slice);
  g_task_set_task_data (slice, journey->replay, NULL);
  g_task_run_in_thread (slice, replay_on_worker);
}

static void
on_slice (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) answer = data;
  SlWorkspace *self = g_task_get_source_object (answer);
  Journey *journey = g_task_get_task_data (answer);
  Replay *replay = journey->replay;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) || !check_ready (self, &error))
    g_task_return_error (answer, error);
  else if (replay->reached)
    {
      go (self, replay);
      g_task_return_boolean (answer, TRUE);
    }
  else
    {
      if (journey->progress != NULL)
        journey->progress (ABS (replay->seq - replay->from), ABS (replay->target - replay->from), journey->progress_data);
      run_slice (g_steal_pointer (&answer));
    }
}

void
sl_workspace_go_back_async (SlWorkspace *self, gint64 seq, GCancellable *cancellable, SlProgressFunc progress,
                            gpointer progress_data, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) answer = NULL;
  g_autoptr (SlStore) reader = NULL;
  Replay *replay = NULL;
  Journey *journey;
  GError *error = NULL;

  g_return_if_fail (SL_IS_WORKSPACE (self));
  answer = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (answer, sl_workspace_go_back_async);
  /* Being cancelled is told in our own words. */
  g_task_set_check_cancellable (answer, FALSE);
  if (check_point (self, seq, &error))
    reader = sl_store_reader (self->store, &error);
  if (reader != NULL)
    replay = replay_new (self, reader, seq, cancellable, &error);
  if (replay == NULL)
    {
      g_task_return_error (answer, error);
      return;
    }
  journey = g_new (Journey, 1);
  *journey = (Journey){ replay, progress, progress_data };
  g_task_set_task_data (answer, journey, journey_free);
  run_slice (g_steal_pointer (&answer));
}

gboolean
sl_workspace_go_back_finish (SlWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
