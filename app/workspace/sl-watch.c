/* Keeping the attention of a workspace: one worker at a time, on a snapshot, some time after the last change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "workspace/sl-attention.h"

/* A register with more risks than that is looked at only once typing rests. */
#define LARGE 5000
#define REST_MS 400

struct _SlWatch
{
  GObject parent_instance;
  SlWorkspace *workspace;
  SlAttention *attention;
  guint source;     /* until the next look */
  gboolean looking; /* a worker is at it */
  gboolean stale;   /* something has changed since it began */
};

G_DEFINE_FINAL_TYPE (SlWatch, sl_watch, G_TYPE_OBJECT)

static guint changed_signal;

static void
sl_watch_dispose (GObject *object)
{
  SlWatch *self = SL_WATCH (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->attention, sl_attention_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_watch_parent_class)->dispose (object);
}

static void
sl_watch_class_init (SlWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_watch_dispose;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_watch_init (SlWatch *self)
{
}

/* --- Looking ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  SlSnapshot *snapshot;
  SlDate as_of;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  sl_snapshot_unref (look->snapshot);
  g_free (look);
}

static void
look_on_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Look *look = data;
  const SlData *found = sl_snapshot_data (look->snapshot);
  SlView view = { found, look->as_of, sl_data_settings (found) };

  g_task_return_pointer (task, sl_attention_new (&view), (GDestroyNotify) sl_attention_unref);
}

static void schedule (SlWatch *self);

/* The task does not hold the watch: a thread that ends late would be the last to hold it. */
static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *weak = data;
  g_autoptr (SlWatch) self = g_weak_ref_get (weak);
  g_autoptr (SlAttention) found = g_task_propagate_pointer (G_TASK (result), NULL);

  g_weak_ref_clear (weak);
  g_free (weak);
  if (self == NULL || self->workspace == NULL)
    return;
  self->looking = FALSE;
  if (self->stale)
    {
      schedule (self);
      return;
    }
  g_clear_pointer (&self->attention, sl_attention_unref);
  self->attention = g_steal_pointer (&found);
  g_signal_emit (self, changed_signal, 0);
}

static gboolean
on_rested (gpointer data)
{
  SlWatch *self = data;
  GWeakRef *weak = g_new0 (GWeakRef, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_looked, weak);
  Look *look = g_new (Look, 1);

  g_weak_ref_init (weak, self);
  *look = (Look){ sl_snapshot_new (sl_workspace_programme (self->workspace)), sl_workspace_as_of (self->workspace) };
  g_task_set_source_tag (task, on_rested);
  g_task_set_task_data (task, look, look_free);
  self->source = 0;
  self->stale = FALSE;
  self->looking = TRUE;
  g_task_run_in_thread (task, look_on_worker);
  return G_SOURCE_REMOVE;
}

static void
schedule (SlWatch *self)
{
  gboolean large;

  self->stale = TRUE;
  /* What is there while the file is being checked is only a first screen of it. */
  if (self->looking || sl_workspace_state (self->workspace) != SL_WORKSPACE_READY)
    return;
  large = sl_programme_count (sl_workspace_programme (self->workspace), SL_KIND_RISK) > LARGE;
  if (self->source != 0 && !large)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = large && self->attention != NULL ? g_timeout_add_full (G_PRIORITY_LOW, REST_MS, on_rested, self, NULL)
                                                  : g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_rested, self, NULL);
}

/* --- Public ------------------------------------------------------------------------------------------------------- */

SlWatch *
sl_watch_new (SlWorkspace *workspace)
{
  static const char *const heard[] = { "changed", "reset", "notify::as-of", "notify::state" };
  SlWatch *self = g_object_new (SL_TYPE_WATCH, NULL);

  self->workspace = g_object_ref (workspace);
  for (guint i = 0; i < G_N_ELEMENTS (heard); i++)
    g_signal_connect_object (workspace, heard[i], G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  schedule (self);
  return self;
}

SlAttention *
sl_watch_attention (SlWatch *self)
{
  g_return_val_if_fail (SL_IS_WATCH (self), NULL);
  return self->attention;
}

gboolean
sl_watch_is_settled (SlWatch *self)
{
  g_return_val_if_fail (SL_IS_WATCH (self), FALSE);
  return self->attention != NULL && !self->stale && !self->looking;
}

SlWorkspace *
sl_watch_workspace (SlWatch *self)
{
  g_return_val_if_fail (SL_IS_WATCH (self), NULL);
  return self->workspace;
}
