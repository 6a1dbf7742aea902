/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/sl-workspace-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "insight/sl-ownership.h"

#include <glib/gi18n-lib.h>

/* Files up to this size are read whole before the first frame: it takes a few hundredths of a second. */
#define SMALL_FILE (4 * 1024 * 1024)
#define FIRST_SCREEN 60

enum
{
  PROP_0,
  PROP_STATE,
  PROP_ACTOR,
  PROP_AS_OF,
  PROP_RECORDED,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

enum
{
  CHANGED,
  RESET,
  OUTSIDE_CHANGE,
  TROUBLE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlWorkspace, sl_workspace, G_TYPE_OBJECT)

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_workspace_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SlWorkspace *self = SL_WORKSPACE (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_int (value, (int) self->state);
      break;
    case PROP_ACTOR:
      g_value_set_int64 (value, self->actor);
      break;
    case PROP_AS_OF:
      g_value_set_int (value, sl_workspace_as_of (self));
      break;
    case PROP_RECORDED:
      g_value_set_int64 (value, sl_workspace_recorded_seq (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, sl_workspace_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, sl_workspace_can_redo (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sl_workspace_dispose (GObject *object)
{
  SlWorkspace *self = SL_WORKSPACE (object);

  sl_workspace_close (self);
  for (guint i = 0; i < SL_N_KINDS; i++)
    g_clear_object (&self->lists[i]);
  g_clear_object (&self->present);
  g_clear_object (&self->programme);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (sl_workspace_parent_class)->dispose (object);
}

static void
sl_workspace_finalize (GObject *object)
{
  SlWorkspace *self = SL_WORKSPACE (object);

  sl_derived_free (self->derived);
  g_clear_pointer (&self->undo, sl_change_set_unref);
  g_clear_pointer (&self->redo, sl_change_set_unref);
  g_free (self->last_reason);
  G_OBJECT_CLASS (sl_workspace_parent_class)->finalize (object);
}

static void
sl_workspace_class_init (SlWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = sl_workspace_get_property;
  object_class->dispose = sl_workspace_dispose;
  object_class->finalize = sl_workspace_finalize;
  props[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, SL_WORKSPACE_CLOSED, 0, flags);
  props[PROP_ACTOR] = g_param_spec_int64 ("actor", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_AS_OF] = g_param_spec_int ("as-of", NULL, NULL, G_MININT, G_MAXINT, 0, flags);
  props[PROP_RECORDED] = g_param_spec_int64 ("recorded", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[RESET] = g_signal_new ("reset", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OUTSIDE_CHANGE]
      = g_signal_new ("outside-change", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[TROUBLE] = g_signal_new ("trouble", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
touch_item (SlUid uid, SlKindModel *list)
{
  SlItem *item = sl_kind_model_peek (list, uid);

  if (item != NULL)
    sl_item_touch (item);
}

/* Rows whose own record is the same but whose figures changed. */
static void
touch_risks (SlWorkspace *self, GArray *risks, SlChangeSet *change_set)
{
  for (guint i = 0; self->lists[SL_KIND_RISK] != NULL && i < risks->len; i++)
    if (change_set == NULL || !sl_change_set_touches (change_set, g_array_index (risks, SlUid, i)))
      touch_item (g_array_index (risks, SlUid, i), self->lists[SL_KIND_RISK]);
}

static void
touch_all (SlWorkspace *self, int kind)
{
  SlKindModel *list = self->lists[kind];

  for (guint i = 0; list != NULL && i < sl_programme_count (self->programme, kind); i++)
    touch_item (sl_programme_nth (self->programme, kind, i)->uid, list);
}

static void
touch_owners (SlWorkspace *self, const SlRecord *record)
{
  const SlKind *kind = record != NULL ? sl_record_kind (record) : NULL;

  for (guint f = 0; kind != NULL && f < kind->n_fields; f++)
    {
      SlValue owner;

      if (!(kind->fields[f].flags & SL_FIELD_OWNER))
        continue;
      sl_record_get (record, f, &owner);
      if (!owner.is_null)
        touch_item (owner.i, self->lists[SL_KIND_PERSON]);
    }
}

/* What people own shows in their rows: of those named before and after, or of all where it hangs on something else. */
static void
touch_people (SlWorkspace *self, const SlChangeSet *change_set)
{
  if (self->lists[SL_KIND_PERSON] == NULL)
    return;
  for (guint i = 0; i < change_set->n_changes; i++)
    {
      const SlChange *change = &change_set->changes[i];

      if (sl_kind_bears_on_ownership (change->kind))
        {
          touch_all (self, SL_KIND_PERSON);
          return;
        }
      touch_owners (self, change->before);
      touch_owners (self, change->after);
      touch_owners (self, sl_data_lookup (sl_workspace_data (self), change->uid));
    }
}

/* The effective day moves by itself, too: at midnight, and when the programme's fixed day is edited. */
static void
follow_day (SlWorkspace *self)
{
  SlDate day = sl_workspace_as_of (self);

  if (day == self->told)
    return;
  self->told = day;
  sl_derived_clear (self->derived);
  touch_all (self, SL_KIND_RISK);
  touch_all (self, SL_KIND_PERSON);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AS_OF]);
}

/* Somebody who is no longer there does nothing more; at a point of the history nobody does, and it matters not. */
static void
drop_lost_actor (SlWorkspace *self)
{
  if (self->actor == SL_UID_NONE || sl_data_lookup (sl_workspace_present (self), self->actor) != NULL)
    return;
  self->actor = SL_UID_NONE;
  sl_workspace_forget_undo (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTOR]);
}

/* Connected before any list is made, so derived values are forgotten before a cell asks for them. */
static void
on_programme_changed (SlWorkspace *self, SlChangeSet *change_set)
{
  g_autoptr (GArray) risks = g_array_new (FALSE, FALSE, sizeof (SlUid));

  if (sl_derived_invalidate (self->derived, sl_workspace_data (self), change_set, risks))
    touch_risks (self, risks, change_set);
  else
    touch_all (self, SL_KIND_RISK);
  touch_people (self, change_set);
  drop_lost_actor (self);
  follow_day (self);
  g_signal_emit (self, signals[CHANGED], 0, change_set);
}

static void
on_programme_reset (SlWorkspace *self)
{
  sl_derived_clear (self->derived);
}

void
sl_workspace_tell_reset (SlWorkspace *self)
{
  drop_lost_actor (self);
  sl_workspace_forget_undo (self, NULL);
  follow_day (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RECORDED]);
  g_signal_emit (self, signals[RESET], 0);
}

static void
sl_workspace_init (SlWorkspace *self)
{
  self->programme = sl_programme_new ();
  self->derived = sl_derived_new ();
  self->as_of = SL_DATE_NONE;
  self->told = sl_date_today ();
  g_signal_connect_swapped (self->programme, "changed", G_CALLBACK (on_programme_changed), self);
  g_signal_connect_swapped (self->programme, "reset", G_CALLBACK (on_programme_reset), self);
}

SlWorkspace *
sl_workspace_new (SlStore *store)
{
  SlWorkspace *self;

  g_return_val_if_fail (SL_IS_STORE (store), NULL);
  self = g_object_new (SL_TYPE_WORKSPACE, NULL);
  self->store = g_object_ref (store);
  return self;
}

static void
set_state (SlWorkspace *self, SlWorkspaceState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

/* --- Opening ------------------------------------------------------------------------------------------------------ */

/* Everything, proven: on whatever thread. */
static SlProgramme *
load_checked (SlStore *store, SlHead *head, GCancellable *cancellable, GError **error)
{
  g_autoptr (SlProgramme) loaded = sl_programme_new ();
  SlHash digest;

  if (!sl_store_load (store, loaded, head, cancellable, error))
    return NULL;
  sl_programme_digest (loaded, &digest);
  if (!sl_hash_equal (&digest, &head->digest))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_TAMPERED,
                   _ ("The content does not match the file's own record of its changes: it was altered by something "
                      "other than Sightline, or the disk has damaged it. Open an earlier copy"));
      return NULL;
    }
  return g_steal_pointer (&loaded);
}

static void
take_loaded (SlWorkspace *self, SlProgramme *loaded, const SlHead *head)
{
  self->head = *head;
  sl_workspace_forget_undo (self, NULL);
  sl_programme_adopt (self->programme, loaded);
  drop_lost_actor (self);
  set_state (self, SL_WORKSPACE_READY);
  follow_day (self);
  g_signal_emit (self, signals[RESET], 0);
}

gboolean
sl_workspace_open (SlWorkspace *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (SlProgramme) loaded = NULL;
  SlHead head;

  g_return_val_if_fail (SL_IS_WORKSPACE (self), FALSE);
  loaded = load_checked (self->store, &head, cancellable, error);
  if (loaded == NULL)
    {
      set_state (self, SL_WORKSPACE_FAILED);
      return FALSE;
    }
  take_loaded (self, loaded, &head);
  return TRUE;
}

typedef struct
{
  SlHead head;
  SlProgramme *loaded;
} Loaded;

static void
loaded_free (gpointer data)
{
  g_clear_object (&((Loaded *) data)->loaded);
  g_free (data);
}

static void
load_on_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Loaded *loaded = g_new0 (Loaded, 1);
  GError *error = NULL;

  loaded->loaded = load_checked (((SlWorkspace *) source)->store, &loaded->head, cancellable, &error);
  if (loaded->loaded != NULL)
    {
      g_task_return_pointer (task, loaded, loaded_free);
      return;
    }
  loaded_free (loaded);
  g_task_return_error (task, error);
}

void
sl_workspace_open_async (SlWorkspace *self, int first_kind, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  g_autoptr (SlProgramme) first = NULL;
  GError *error = NULL;

  g_return_if_fail (SL_IS_WORKSPACE (self));
  g_task_set_source_tag (task, sl_workspace_open_async);
  if (sl_store_size (self->store) <= SMALL_FILE)
    {
      load_on_worker (task, self, NULL, cancellable);
      return;
    }
  first = sl_programme_new ();
  if (!sl_store_preview (self->store, first_kind, FIRST_SCREEN, first, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  self->loading = TRUE;
  sl_programme_adopt (self->programme, first);
  g_signal_emit (self, signals[RESET], 0);
  g_task_run_in_thread (task, load_on_worker);
}

gboolean
sl_workspace_open_finish (SlWorkspace *self, GAsyncResult *result, GError **error)
{
  Loaded *loaded = g_task_propagate_pointer (G_TASK (result), error);

  self->loading = FALSE;
  if (self->state == SL_WORKSPACE_CLOSED)
    sl_store_close (self->store);
  if (loaded == NULL)
    {
      if (self->state != SL_WORKSPACE_CLOSED)
        set_state (self, SL_WORKSPACE_FAILED);
      return FALSE;
    }
  if (self->state != SL_WORKSPACE_CLOSED)
    take_loaded (self, loaded->loaded, &loaded->head);
  loaded_free (loaded);
  return TRUE;
}

void
sl_workspace_close (SlWorkspace *self)
{
  g_return_if_fail (SL_IS_WORKSPACE (self));
  g_clear_handle_id (&self->watch, g_source_remove);
  if (self->state == SL_WORKSPACE_CLOSED)
    return;
  /* A load still under way on a worker keeps the store; it is closed when that has ended. */
  if (!self->loading && self->store != NULL)
    sl_store_close (self->store);
  set_state (self, SL_WORKSPACE_CLOSED);
}

/* --- Reading ------------------------------------------------------------------------------------------------------ */

SlWorkspaceState
sl_workspace_state (SlWorkspace *self)
{
  g_return_val_if_fail (SL_IS_WORKSPACE (self), SL_WORKSPACE_CLOSED);
  return self->state;
}

gboolean
sl_workspace_is_read_only (SlWorkspace *self)
{
  g_return_val_if_fail (SL_IS_WORKSPACE (self), TRUE);
  return self->present != NULL || sl_store_is_read_only (self->store);
}

static char *
dup_read_only (SlWorkspace *self)
{
  g_autofree char *when = NULL;
  g_autofree char *number = NULL;

  if (self->present == NULL)
    return g_strdup (_ ("The programme is open read-only: its place cannot be written to, or is a network share"));
  when = sl_time_dup_display (self->recorded_at, FALSE);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, self->recorded.seq);
  /* TRANSLATORS: {1} is a moment such as "4 Aug 2026, 14:32", {2} the number of a change. */
  return sl_text_compose (_ ("This is the programme as recorded on {1}, after change {2}, for looking only"),
                          (const char *const[]){ when, number, NULL });
}

char *
sl_workspace_dup_obstacle (SlWorkspace *self)
{
  g_return_val_if_fail (SL_IS_WORKSPACE (self), NULL);
  switch (self->state)
    {
    case SL_WORKSPACE_CHECKING:
      return g_strdup (_ ("The file is still being checked; try again in a moment"));
    case SL_WORKSPACE_FAILED:
      return g_strdup (_ ("The file could not be read in full, so nothing can be changed"));
    case SL_WORKSPACE_CLOSED:
      return g_strdup (_ ("The programme is closed"));
    case SL_WORKSPACE_READY:
    default:
      return sl_workspace_is_read_only (self) ? dup_read_only (self) : NULL;
    }
}

SlProgramme *
sl_workspace_programme (SlWorkspace *self)
{
  g_return_val_if_fail (SL_IS_WORKSPACE (self), NULL);
  return self->programme;
}

const SlData *
sl_workspace_data (SlWorkspace *self)
{
  g_return_val_if_fail (SL_IS_WORKSPACE (self), NULL);
  return sl_programme_data (self->programme);
}

SlStore *
sl_workspace_store (SlWorkspace *self)
{
  g_return_val_if_fail (SL_IS_WORKSPACE (self), NULL);
  return self->store;
}

SlKindModel *
sl_workspace_list (SlWorkspace *self, int kind)
{
  g_return_val_if_fail (SL_IS_WORKSPACE (self) && kind >= 0 && kind < SL_N_KINDS, NULL);
  if (self->lists[kind] == NULL)
    self->lists[kind] = sl_kind_model_new (self->programme, kind);
  return self->lists[kind];
}

SlView
sl_workspace_view (SlWorkspace *self)
{
  const SlData *data = sl_workspace_data (self);

  return (SlView){ data, sl_workspace_as_of (self), sl_data_settings (data) };
}

const SlHead *
sl_workspace_head (SlWorkspace *self)
{
  g_return_val_if_fail (SL_IS_WORKSPACE (self), NULL);
  return self->present != NULL ? &self->recorded : &self->head;
}

const SlRiskStatus *
sl_workspace_risk_status (SlWorkspace *self, SlUid risk)
{
  SlView view = sl_workspace_view (self);

  return view.settings != NULL ? sl_derived_risk (self->derived, &view, risk) : NULL;
}

const SlMapStatus *
sl_workspace_map_status (SlWorkspace *self)
{
  SlView view;

  g_return_val_if_fail (SL_IS_WORKSPACE (self), NULL);
  view = sl_workspace_view (self);
  return view.settings != NULL ? sl_derived_map (self->derived, &view) : NULL;
}

guint
sl_workspace_derivations (SlWorkspace *self)
{
  return sl_derived_count (self->derived);
}

GPtrArray *
sl_workspace_check (SlWorkspace *self)
{
  GPtrArray *findings = sl_findings_new ();
  SlView view = sl_workspace_view (self);

  if (view.settings != NULL)
    sl_rules_check_all (&view, findings);
  return findings;
}

const char *
sl_workspace_last_reason (SlWorkspace *self)
{
  g_return_val_if_fail (SL_IS_WORKSPACE (self), NULL);
  return self->last_reason;
}

/* --- Who and when ------------------------------------------------------------------------------------------------- */

SlUid
sl_workspace_actor (SlWorkspace *self)
{
  g_return_val_if_fail (SL_IS_WORKSPACE (self), SL_UID_NONE);
  return self->actor;
}

gboolean
sl_workspace_set_actor (SlWorkspace *self, SlUid person, GError **error)
{
  const SlRecord *record;

  g_return_val_if_fail (SL_IS_WORKSPACE (self), FALSE);
  record = sl_data_lookup (sl_workspace_data (self), person);
  if (person != SL_UID_NONE && (record == NULL || record->kind != SL_KIND_PERSON))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_NOT_FOUND, _ ("Only a person of this programme can act"));
      return FALSE;
    }
  if (self->actor == person)
    return TRUE;
  self->actor = person;
  sl_workspace_forget_undo (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTOR]);
  return TRUE;
}

SlDate
sl_workspace_default_as_of (SlWorkspace *self)
{
  const SlProgrammeInfo *programme = sl_data_programme (sl_workspace_data (self));

  if (programme != NULL && programme->fixed_as_of != SL_DATE_NONE)
    return programme->fixed_as_of;
  return self->present != NULL ? sl_date_of_time (self->recorded_at) : sl_date_today ();
}

SlDate
sl_workspace_as_of (SlWorkspace *self)
{
  return self->as_of != SL_DATE_NONE ? self->as_of : sl_workspace_default_as_of (self);
}

void
sl_workspace_set_as_of (SlWorkspace *self, SlDate as_of)
{
  g_return_if_fail (SL_IS_WORKSPACE (self));
  if (as_of == sl_workspace_default_as_of (self))
    as_of = SL_DATE_NONE;
  if (self->as_of == as_of)
    return;
  self->as_of = as_of;
  follow_day (self);
}

void
sl_workspace_act_context (SlWorkspace *self, const char *reason, SlActContext *context)
{
  g_autofree char *line = sl_text_clean (reason, TRUE);

  *context = (SlActContext){ self->actor, sl_workspace_default_as_of (self), line != NULL };
}

/* --- Changes of others -------------------------------------------------------------------------------------------- */

static gboolean
collect_change_set (SlChangeSet *change_set, gpointer data)
{
  g_ptr_array_add (data, sl_change_set_ref (change_set));
  return TRUE;
}

/* Judged before it is applied: nobody is shown what does not hold. */
static gboolean
take_theirs (SlWorkspace *self, SlChangeSet *change_set, GError **error)
{
  SlProgramme *present = sl_workspace_present_programme (self);
  SlHash digest;

  sl_programme_digest_after (present, change_set->changes, change_set->n_changes, &digest);
  if (!sl_hash_equal (&digest, &change_set->digest))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_TAMPERED,
                   _ ("A change made elsewhere does not lead to the state it claims; close the programme and open it again"));
      set_state (self, SL_WORKSPACE_FAILED);
      return FALSE;
    }
  self->head = (SlHead){ change_set->seq, change_set->hash, change_set->digest };
  sl_programme_apply (present, change_set);
  g_signal_emit (self, signals[OUTSIDE_CHANGE], 0, change_set);
  return TRUE;
}

gboolean
sl_workspace_catch_up (SlWorkspace *self, GPtrArray *applied, GError **error)
{
  g_autoptr (GPtrArray) theirs = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_change_set_unref);

  if (!sl_store_read_since (self->store, self->head.seq, collect_change_set, theirs, error))
    return FALSE;
  for (guint i = 0; i < theirs->len; i++)
    {
      if (!take_theirs (self, theirs->pdata[i], error))
        return FALSE;
      if (applied != NULL)
        g_ptr_array_add (applied, sl_change_set_ref (theirs->pdata[i]));
    }
  self->behind = FALSE;
  if (theirs->len > 0)
    sl_workspace_forget_undo (self, NULL);
  return TRUE;
}

gboolean
sl_workspace_poll (SlWorkspace *self, GError **error)
{
  gboolean moved = FALSE;

  g_return_val_if_fail (SL_IS_WORKSPACE (self), FALSE);
  if (self->state != SL_WORKSPACE_READY)
    return TRUE;
  follow_day (self);
  if (!sl_store_poll (self->store, &moved, error))
    return FALSE;
  /* A store tells each move once; what could not be read then (somebody writes again) is still to be read. */
  self->behind |= moved;
  return !self->behind || sl_workspace_catch_up (self, NULL, error);
}

static gboolean
on_watch (gpointer data)
{
  SlWorkspace *self = data;
  g_autoptr (GError) error = NULL;

  /* A writer at work elsewhere is no trouble: the next second asks again. */
  if (!sl_workspace_poll (self, &error) && !g_error_matches (error, SL_ERROR, SL_ERROR_BUSY))
    g_signal_emit (self, signals[TROUBLE], 0, error);
  return G_SOURCE_CONTINUE;
}

void
sl_workspace_watch (SlWorkspace *self)
{
  g_return_if_fail (SL_IS_WORKSPACE (self));
  if (self->watch == 0)
    self->watch = g_timeout_add_seconds (1, on_watch, self);
}

/* --- Undo's notifications ----------------------------------------------------------------------------------------- */

void
sl_workspace_forget_undo (SlWorkspace *self, SlChangeSet *latest)
{
  g_clear_pointer (&self->undo, sl_change_set_unref);
  g_clear_pointer (&self->redo, sl_change_set_unref);
  self->undo_known = latest != NULL;
  self->undo = latest != NULL ? sl_change_set_ref (latest) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_REDO]);
}
