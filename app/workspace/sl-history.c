/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/sl-history.h"

#include "base/sl-error.h"

#include <glib/gi18n-lib.h>

/* Entries of a slice: the first are wanted at once, the rest come in behind them. */
#define FIRST_SLICE 200
#define SLICE 4000

typedef struct _Reading Reading;

struct _SlHistory
{
  GObject parent_instance;
  SlWorkspace *workspace;
  SlHistoryData *names;
  GPtrArray *entries; /* of SlHistoryEntry, newest first */
  SlHistoryState state;
  gboolean moves_only;
  GError *error;
  gint64 total;
  gint64 bottom;      /* seq of the oldest entry read from the journal; 0: none yet */
  Reading *reading;   /* or NULL; lives until its slice is back */
};

enum
{
  ADDED,
  STATE_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlHistory, sl_history, G_TYPE_OBJECT)

/* One way down the journal. The worker's between the start of a slice and its return. */
struct _Reading
{
  SlHistory *history;   /* NULL once it lost interest; never looked at by the worker */
  SlStore *reader;
  SlSnapshot *snapshot; /* names of what stands */
  SlHistoryData *names; /* and of what was deleted */
  gint64 next;          /* seq to go on with */
  gint64 overlap;       /* read last: the next slice begins with it, so that no link of the chain is missed */
  guint left;
  gboolean moves_only;  /* keep entries that have moves alone */
  gboolean stop;        /* atomic: nobody waits any more */
  GPtrArray *entries;   /* of the slice */
  GPtrArray *deleted;   /* records the slice came upon */
};

static void
reading_free (Reading *self)
{
  g_clear_pointer (&self->names, sl_history_data_free);
  g_clear_pointer (&self->snapshot, sl_snapshot_unref);
  g_clear_object (&self->reader);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->deleted, g_ptr_array_unref);
  g_free (self);
}

static void
sl_history_dispose (GObject *object)
{
  SlHistory *self = SL_HISTORY (object);

  if (self->reading != NULL)
    {
      g_atomic_int_set (&self->reading->stop, TRUE);
      self->reading->history = NULL;
      self->reading = NULL;
    }
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_history_parent_class)->dispose (object);
}

static void
sl_history_finalize (GObject *object)
{
  SlHistory *self = SL_HISTORY (object);

  g_ptr_array_unref (self->entries);
  g_clear_pointer (&self->names, sl_history_data_free);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (sl_history_parent_class)->finalize (object);
}

static void
sl_history_class_init (SlHistoryClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_history_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_history_finalize;
  signals[ADDED] = g_signal_new ("added", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[STATE_CHANGED] = g_signal_new ("state-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_history_init (SlHistory *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_history_entry_unref);
}

static void
set_state (SlHistory *self, SlHistoryState state, GError *error)
{
  self->state = state;
  g_clear_error (&self->error);
  self->error = error;
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

/* An entry with nothing in it that is wanted is not kept. */
static void
keep (GPtrArray *entries, guint at, SlHistoryEntry *entry, gboolean moves_only)
{
  if (moves_only && entry->n_moves == 0)
    sl_history_entry_unref (entry);
  else
    g_ptr_array_insert (entries, (int) at, entry);
}

/* --- Reading ------------------------------------------------------------------------------------------------------ */

static gboolean
take_one (SlChangeSet *change_set, gpointer data)
{
  Reading *self = data;

  if (change_set->seq == self->overlap)
    return TRUE;
  self->overlap = change_set->seq;
  self->next = change_set->seq - 1;
  for (guint i = 0; i < change_set->n_changes; i++)
    if (change_set->changes[i].after == NULL)
      g_ptr_array_add (self->deleted, sl_record_ref (change_set->changes[i].before));
  sl_history_data_learn (self->names, change_set);
  keep (self->entries, self->entries->len, sl_history_entry_new (change_set, sl_history_data (self->names)), self->moves_only);
  return --self->left > 0 && !g_atomic_int_get (&self->stop);
}

static void
read_slice (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *self = data;
  GError *error = NULL;

  if (sl_store_read_back (self->reader, self->overlap > 0 ? self->overlap : self->next, take_one, self, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void on_slice (GObject *source, GAsyncResult *result, gpointer data);

/* The task holds neither the history nor the workspace: a thread that ends late would be the last to hold them. */
static void
start_slice (Reading *self, guint n)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_slice, self);

  self->left = n;
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_history_entry_unref);
  self->deleted = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_record_unref);
  g_task_set_source_tag (task, start_slice);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, read_slice);
}

/* What the slice brought goes in behind what is there. */
static void
take_slice (SlHistory *self, Reading *reading)
{
  guint at = self->entries->len, n = reading->entries->len;

  for (guint i = 0; i < reading->deleted->len; i++)
    sl_history_data_learn_record (self->names, reading->deleted->pdata[i]);
  g_ptr_array_extend_and_steal (self->entries, g_steal_pointer (&reading->entries));
  g_clear_pointer (&reading->deleted, g_ptr_array_unref);
  self->bottom = reading->next + 1;
  if (n > 0)
    g_signal_emit (self, signals[ADDED], 0, at, n);
}

static void
on_slice (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  /* Who hears of the entries may let go of the list. */
  g_autoptr (SlHistory) self = reading->history != NULL ? g_object_ref (reading->history) : NULL;
  GError *error = NULL;
  gboolean fine = g_task_propagate_boolean (G_TASK (result), &error);

  if (self == NULL)
    {
      reading_free (reading);
      g_clear_error (&error);
      return;
    }
  take_slice (self, reading);
  if (fine && reading->next > 0 && reading->history != NULL)
    {
      start_slice (reading, SLICE);
      g_signal_emit (self, signals[STATE_CHANGED], 0);
      return;
    }
  self->reading = NULL;
  reading_free (reading);
  set_state (self, fine ? SL_HISTORY_WHOLE : SL_HISTORY_FAILED, error);
}

static void
start (SlHistory *self)
{
  Reading *reading;
  SlStore *reader;
  GError *error = NULL;
  gint64 next = self->bottom > 0 ? self->bottom - 1 : sl_workspace_present_seq (self->workspace);

  self->total = sl_workspace_present_seq (self->workspace);
  if (next == 0)
    {
      set_state (self, SL_HISTORY_WHOLE, NULL);
      return;
    }
  reader = sl_store_reader (sl_workspace_store (self->workspace), &error);
  if (reader == NULL)
    {
      set_state (self, SL_HISTORY_FAILED, error);
      return;
    }
  reading = self->reading = g_new0 (Reading, 1);
  reading->history = self;
  reading->moves_only = self->moves_only;
  reading->reader = reader;
  reading->snapshot = sl_workspace_present_snapshot (self->workspace);
  reading->names = sl_history_data_new (sl_snapshot_data (reading->snapshot));
  reading->next = next;
  reading->overlap = self->bottom;
  set_state (self, SL_HISTORY_READING, NULL);
  start_slice (reading, FIRST_SLICE);
}

/* --- What comes in meanwhile -------------------------------------------------------------------------------------- */

static void
on_state (SlHistory *self)
{
  if (self->state == SL_HISTORY_WAITING && sl_workspace_state (self->workspace) == SL_WORKSPACE_READY)
    start (self);
}

/* Of another process it is told twice, as a change and as one from outside; while a point of the history is shown only as
 * one from outside. */
static void
on_change (SlHistory *self, SlChangeSet *change_set)
{
  guint n;

  if (self->state == SL_HISTORY_WAITING || change_set->seq <= self->total)
    return;
  self->total = change_set->seq;
  sl_history_data_set_present (self->names, sl_workspace_present (self->workspace));
  sl_history_data_follow (self->names, change_set);
  n = self->entries->len;
  keep (self->entries, 0, sl_history_entry_new (change_set, sl_history_data (self->names)), self->moves_only);
  if (self->entries->len > n)
    g_signal_emit (self, signals[ADDED], 0, 0, 1);
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static SlHistory *
new_history (SlWorkspace *workspace, gboolean moves_only)
{
  SlHistory *self;

  g_return_val_if_fail (SL_IS_WORKSPACE (workspace), NULL);
  self = g_object_new (SL_TYPE_HISTORY, NULL);
  self->moves_only = moves_only;
  self->workspace = g_object_ref (workspace);
  self->names = sl_history_data_new (sl_workspace_present (workspace));
  g_signal_connect_object (workspace, "notify::state", G_CALLBACK (on_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_change), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "outside-change", G_CALLBACK (on_change), self, G_CONNECT_SWAPPED);
  on_state (self);
  return self;
}

SlHistory *
sl_history_new (SlWorkspace *workspace)
{
  return new_history (workspace, FALSE);
}

SlHistory *
sl_history_new_moves (SlWorkspace *workspace)
{
  return new_history (workspace, TRUE);
}

void
sl_history_retry (SlHistory *self)
{
  g_return_if_fail (SL_IS_HISTORY (self));
  if (self->state == SL_HISTORY_FAILED)
    start (self);
}

/* --- Public ------------------------------------------------------------------------------------------------------- */

SlHistoryState
sl_history_state (SlHistory *self)
{
  g_return_val_if_fail (SL_IS_HISTORY (self), SL_HISTORY_FAILED);
  return self->state;
}

const GError *
sl_history_error (SlHistory *self)
{
  g_return_val_if_fail (SL_IS_HISTORY (self), NULL);
  return self->error;
}

guint
sl_history_count (SlHistory *self)
{
  g_return_val_if_fail (SL_IS_HISTORY (self), 0);
  return self->entries->len;
}

gint64
sl_history_total (SlHistory *self)
{
  g_return_val_if_fail (SL_IS_HISTORY (self), 0);
  return self->total;
}

SlHistoryEntry *
sl_history_nth (SlHistory *self, guint n)
{
  g_return_val_if_fail (SL_IS_HISTORY (self), NULL);
  return n < self->entries->len ? self->entries->pdata[n] : NULL;
}

gboolean
sl_history_find (SlHistory *self, gint64 seq, guint *position)
{
  gint64 at;

  g_return_val_if_fail (SL_IS_HISTORY (self) && position != NULL, FALSE);
  /* Without gaps: the newest stands first. What came in while the first slice was read stands above a gap until then. */
  at = self->entries->len > 0 ? sl_history_nth (self, 0)->seq - seq : -1;
  *position = (guint) MAX (at, 0);
  return at >= 0 && at < self->entries->len && sl_history_nth (self, (guint) at)->seq == seq;
}

const SlData *
sl_history_names (SlHistory *self)
{
  g_return_val_if_fail (SL_IS_HISTORY (self), NULL);
  sl_history_data_set_present (self->names, sl_workspace_present (self->workspace));
  return sl_history_data (self->names);
}

static gboolean
take_first (SlChangeSet *change_set, gpointer data)
{
  *(SlChangeSet **) data = sl_change_set_ref (change_set);
  return FALSE;
}

static SlChangeSet *
read_change_set (SlStore *store, gint64 seq, GError **error)
{
  SlChangeSet *change_set = NULL;

  if (!sl_store_read_back (store, seq, take_first, &change_set, error))
    return NULL;
  if (change_set == NULL || change_set->seq != seq)
    {
      g_clear_pointer (&change_set, sl_change_set_unref);
      g_set_error_literal (error, SL_ERROR, SL_ERROR_DAMAGED, _ ("The history ends before the point that is looked for"));
    }
  return change_set;
}

SlChangeSet *
sl_history_open (SlHistory *self, gint64 seq, GError **error)
{
  g_return_val_if_fail (SL_IS_HISTORY (self) && seq > 0, NULL);
  return read_change_set (sl_workspace_store (self->workspace), seq, error);
}

typedef struct
{
  SlStore *reader;
  gint64 seq;
} Opening;

static void
opening_free (gpointer data)
{
  g_clear_object (&((Opening *) data)->reader);
  g_free (data);
}

static void
open_on_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Opening *opening = data;
  GError *error = NULL;
  SlChangeSet *change_set = read_change_set (opening->reader, opening->seq, &error);

  if (change_set != NULL)
    g_task_return_pointer (task, change_set, (GDestroyNotify) sl_change_set_unref);
  else
    g_task_return_error (task, error);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) answer = data;
  GError *error = NULL;
  SlChangeSet *change_set = g_task_propagate_pointer (G_TASK (result), &error);

  if (change_set != NULL)
    g_task_return_pointer (answer, change_set, (GDestroyNotify) sl_change_set_unref);
  else
    g_task_return_error (answer, error);
}

void
sl_history_open_async (SlHistory *self, gint64 seq, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) answer = NULL;
  g_autoptr (GTask) task = NULL;
  Opening *opening;
  SlStore *reader;
  GError *error = NULL;

  g_return_if_fail (SL_IS_HISTORY (self) && seq > 0);
  answer = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (answer, sl_history_open_async);
  reader = sl_store_reader (sl_workspace_store (self->workspace), &error);
  if (reader == NULL)
    {
      g_task_return_error (answer, error);
      return;
    }
  opening = g_new (Opening, 1);
  *opening = (Opening){ reader, seq };
  /* As with slices, the worker's own task holds nothing that must end here. */
  task = g_task_new (NULL, NULL, on_opened, g_steal_pointer (&answer));
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_on_worker);
}

SlChangeSet *
sl_history_open_finish (SlHistory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
