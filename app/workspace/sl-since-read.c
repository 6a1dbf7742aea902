/* Since a point of the history: the data as they stood then are got by taking back what came after, and on the way it is
 * noted who did it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "workspace/sl-since.h"
#include "workspace/sl-workspace-private.h"

#include "base/sl-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SlStore *reader;
  SlSnapshot *now;
  SlProgramme *then; /* the present, being taken back */
  SlTrail *trail;
  gint64 from, seq;  /* the present's, and the one that is looked for */
  SlDate day, as_of; /* then and now */
  SlUid except;
  SlHash digest;     /* of @seq */
  gboolean reached;
  GCancellable *cancellable;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_clear_object (&self->reader);
  g_clear_pointer (&self->now, sl_snapshot_unref);
  g_clear_object (&self->then);
  g_clear_pointer (&self->trail, sl_trail_free);
  g_clear_object (&self->cancellable);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* Takes @reader. */
static Reading *
reading_new (SlWorkspace *self, SlStore *reader, gint64 seq, SlDate day, SlUid except, GCancellable *cancellable)
{
  Reading *reading = g_new0 (Reading, 1);
  const SlProgrammeInfo *programme = sl_data_programme (sl_workspace_present (self));

  reading->reader = reader;
  reading->now = sl_workspace_present_snapshot (self);
  reading->then = sl_programme_copy (sl_workspace_present_programme (self));
  reading->trail = sl_trail_new ();
  reading->from = sl_workspace_present_seq (self);
  reading->seq = seq;
  reading->day = day;
  reading->as_of = programme != NULL && programme->fixed_as_of != SL_DATE_NONE ? programme->fixed_as_of : sl_date_today ();
  reading->except = except;
  reading->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  return reading;
}

static gboolean
read_one (SlChangeSet *change_set, gpointer data)
{
  Reading *self = data;

  if (change_set->seq == self->seq)
    {
      self->digest = change_set->digest;
      self->reached = TRUE;
      return FALSE;
    }
  sl_trail_add (self->trail, change_set, sl_snapshot_data (self->now));
  sl_programme_take_back (self->then, change_set);
  return !g_cancellable_is_cancelled (self->cancellable);
}

static gboolean
read_all (Reading *self, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->seq);
  SlHash digest;

  if (self->seq < 1 || self->seq > self->from)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_NOT_FOUND, _ ("The history has no change %s"), number);
      return FALSE;
    }
  if (!sl_store_read_back (self->reader, self->from, read_one, self, error))
    return FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_CANCELLED, _ ("Cancelled"));
      return FALSE;
    }
  sl_programme_digest (self->then, &digest);
  if (self->reached && sl_hash_equal (&digest, &self->digest))
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED,
               _ ("What the history gives for change %s is not what was recorded then: the history is damaged"), number);
  return FALSE;
}

static GPtrArray *
read_lines (Reading *self, GError **error)
{
  const SlData *then = sl_programme_data (self->then), *now = sl_snapshot_data (self->now);
  const SlProgrammeInfo *programme;
  SlView before, after = { now, self->as_of, sl_data_settings (now) };

  if (!read_all (self, error))
    return NULL;
  programme = sl_data_programme (then);
  before = (SlView){ then, self->day, sl_data_settings (then) };
  if (programme != NULL && programme->fixed_as_of != SL_DATE_NONE)
    before.as_of = programme->fixed_as_of;
  return sl_since_lines (&before, &after, self->trail, self->except);
}

GPtrArray *
sl_workspace_since (SlWorkspace *self, gint64 seq, SlDate day, SlUid except, GError **error)
{
  g_autoptr (Reading) reading = NULL;

  g_return_val_if_fail (SL_IS_WORKSPACE (self), NULL);
  reading = reading_new (self, g_object_ref (self->store), seq, day, except, NULL);
  return read_lines (reading, error);
}

static void
read_on_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *lines = read_lines (data, &error);

  if (lines != NULL)
    g_task_return_pointer (task, lines, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* The worker does not hold the workspace: a thread that ends late would be the last to hold it. */
static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) answer = data;
  GError *error = NULL;
  GPtrArray *lines = g_task_propagate_pointer (G_TASK (result), &error);

  if (lines != NULL)
    g_task_return_pointer (answer, lines, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (answer, error);
}

void
sl_workspace_since_async (SlWorkspace *self, gint64 seq, SlDate day, SlUid except, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data)
{
  GTask *answer;
  g_autoptr (GTask) work = NULL;
  SlStore *reader;
  GError *error = NULL;

  g_return_if_fail (SL_IS_WORKSPACE (self));
  answer = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (answer, sl_workspace_since_async);
  g_task_set_check_cancellable (answer, FALSE);
  reader = sl_store_reader (self->store, &error);
  if (reader == NULL)
    {
      g_task_return_error (answer, error);
      g_object_unref (answer);
      return;
    }
  work = g_task_new (NULL, NULL, on_read, answer);
  g_task_set_source_tag (work, sl_workspace_since_async);
  g_task_set_task_data (work, reading_new (self, reader, seq, day, except, cancellable), reading_free);
  g_task_run_in_thread (work, read_on_worker);
}

GPtrArray *
sl_workspace_since_finish (SlWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
