/* sl-workspace.h: an open programme.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Model + store + rules + derived values + undo + acting-as + as-of + changes made by others. Main thread only.
 *
 * Signals:
 *   changed (SlChangeSet *)       after a change-set was applied, ours or another process's, derived values invalidated
 *   reset ()                      all data replaced (loading finished, gone back to a point of the history, returned)
 *   notify::state, notify::actor, notify::as-of, notify::recorded, notify::can-undo, notify::can-redo
 *   outside-change (SlChangeSet *) additionally, for change-sets of another process
 *   trouble (GError *)            polling failed, or outside changes could not be read
 */
#pragma once

#include "insight/sl-map-status.h"
#include "insight/sl-risk-status.h"
#include "model/sl-change-line.h"
#include "model/sl-item.h"
#include "model/sl-store.h"
#include "model/sl-tx.h"
#include "rules/sl-rules.h"

G_BEGIN_DECLS

/**
 * SlWorkspaceState:
 * @SL_WORKSPACE_CHECKING: rows are shown but not yet proven against the digest: no edits, no exports
 * @SL_WORKSPACE_READY: loaded and checked
 * @SL_WORKSPACE_FAILED: loading failed; what is shown is not to be trusted
 * @SL_WORKSPACE_CLOSED: closed
 */
typedef enum
{
  SL_WORKSPACE_CHECKING,
  SL_WORKSPACE_READY,
  SL_WORKSPACE_FAILED,
  SL_WORKSPACE_CLOSED,
} SlWorkspaceState;

#define SL_TYPE_WORKSPACE (sl_workspace_get_type ())
G_DECLARE_FINAL_TYPE (SlWorkspace, sl_workspace, SL, WORKSPACE, GObject)

/* Takes a reference on @store. State CHECKING, no data. */
SlWorkspace *sl_workspace_new (SlStore *store);

/* Loads everything and compares the digest. SL_ERROR_TAMPERED and whatever sl_store_load() reports. */
gboolean     sl_workspace_open (SlWorkspace *self, GCancellable *cancellable, GError **error);
/* The window's way: small files as above; of a large one the first screen of @first_kind is there when this returns,
 * and the rest is loaded and checked on a worker, then `reset` is emitted and the state becomes READY. */
void         sl_workspace_open_async  (SlWorkspace *self, int first_kind, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer data);
gboolean     sl_workspace_open_finish (SlWorkspace *self, GAsyncResult *result, GError **error);
void         sl_workspace_close       (SlWorkspace *self);

SlWorkspaceState sl_workspace_state   (SlWorkspace *self);
gboolean     sl_workspace_is_read_only (SlWorkspace *self);
/* NULL when edits are possible; else why not, for people. Free with g_free(). */
char        *sl_workspace_dup_obstacle (SlWorkspace *self);

/* Borrowed. */
SlProgramme  *sl_workspace_programme  (SlWorkspace *self);
const SlData *sl_workspace_data       (SlWorkspace *self);
SlStore      *sl_workspace_store      (SlWorkspace *self);
/* The list of a kind, one per kind and workspace. Borrowed. */
SlKindModel  *sl_workspace_list       (SlWorkspace *self, int kind);
/* Data, as-of date, settings in force. Do not keep it across a change. */
SlView        sl_workspace_view       (SlWorkspace *self);
/* Of what is shown: the present's, or that of the point gone back to. */
const SlHead *sl_workspace_head       (SlWorkspace *self);

/* --- Who and when ------------------------------------------------------------------------------------------------- */

SlUid    sl_workspace_actor     (SlWorkspace *self);
/* SL_ERROR_NOT_FOUND when it is no person of this programme; SL_UID_NONE: not stated. */
gboolean sl_workspace_set_actor (SlWorkspace *self, SlUid person, GError **error);
/* The effective day: what was set, else the programme's fixed one, else today (as recorded: the day of that point). */
SlDate   sl_workspace_as_of     (SlWorkspace *self);
SlDate   sl_workspace_default_as_of (SlWorkspace *self);
/* SL_DATE_NONE: back to the default. Derived values are judged anew. */
void     sl_workspace_set_as_of (SlWorkspace *self, SlDate as_of);

/* --- Change ------------------------------------------------------------------------------------------------------- */

/* A transaction over the present data. If a record it touches changes before it is committed, the commit is refused with
 * SL_ERROR_CONFLICT. */
SlTx    *sl_workspace_begin  (SlWorkspace *self, SlVerb verb);
/* Takes @tx, whatever the outcome. Drops no-ops, completes, checks structure and rules, appends, applies, emits
 * `changed`. A transaction without changes succeeds and does nothing. Fails with SL_ERROR_STRUCTURE, _VALUE, _RULE,
 * _REASON_NEEDED, _CONFLICT (with both values), _BUSY, _READ_ONLY, _REFUSED (checking, as-of moved for dated acts),
 * _IO; then nothing has changed. */
gboolean sl_workspace_commit (SlWorkspace *self, SlTx *tx, const char *reason, GError **error);

/* The same, done by @actor, who may be a person that @tx brings, and is the acting one from then on; SL_UID_NONE: not
 * stated. */
gboolean sl_workspace_commit_as (SlWorkspace *self, SlTx *tx, SlUid actor, const char *reason, GError **error);
/* Completes @tx and tells what sl_workspace_commit_as() would refuse it for, without doing it, and without asking whether
 * the programme can be written. @tx stays the caller's. */
gboolean sl_workspace_try    (SlWorkspace *self, SlTx *tx, SlUid actor, const char *reason, GError **error);

/* Completes @tx and appends all that the rules say of it to @findings (of SlFinding), for the acting person and without a
 * reason; fails only where it is refused for something else, as sl_workspace_commit() says. @tx stays the caller's. */
gboolean sl_workspace_judge  (SlWorkspace *self, SlTx *tx, GPtrArray *findings, GError **error);

/* One field of one record in one transaction: what a cell, a form row and `set` do. */
gboolean sl_workspace_set_text (SlWorkspace *self, SlUid uid, guint field, const char *text, const char *reason,
                                GError **error);

/* Takes back the acting person's own latest change-set (design.md decision 13). SL_ERROR_REFUSED when there is none or
 * it is of a kind that is not undone; SL_ERROR_CONFLICT with both values when a field has another value since. */
gboolean sl_workspace_undo     (SlWorkspace *self, GError **error);
gboolean sl_workspace_redo     (SlWorkspace *self, GError **error);
gboolean sl_workspace_can_undo (SlWorkspace *self);
gboolean sl_workspace_can_redo (SlWorkspace *self);
/* What undo (redo) would take back: one line for people, or NULL. */
char    *sl_workspace_dup_undo_label (SlWorkspace *self);
char    *sl_workspace_dup_redo_label (SlWorkspace *self);

/* Probability and impact of a risk as the current assessment of the as-of day: made from the one in force, or the same
 * person's assessment of that day amended (domain.md 2.1). 0 leaves a figure as it is; @impact sets the dimension that
 * decides the overall impact (benefit when none is scored). Needs an acting person (SL_ERROR_REFUSED). */
gboolean sl_workspace_assess   (SlWorkspace *self, SlUid risk, int probability, int impact, const char *reason,
                                GError **error);

/* The same inside a transaction, for paste and bulk edits: @view must read through @tx (sl_tx_data()). */
gboolean sl_tx_assess          (SlTx *tx, const SlView *view, const SlActContext *context, SlUid risk, int probability,
                                int impact, const char *rationale, GError **error);
/* Who acts now, on which day acts are dated, and whether @reason says anything. */
void     sl_workspace_act_context (SlWorkspace *self, const char *reason, SlActContext *context);

/* Looks for change-sets of other processes and applies them, and whether the day has turned. Called each second while
 * open; callable at will. */
gboolean sl_workspace_poll     (SlWorkspace *self, GError **error);
/* Polls once a second on the default main context until closed. */
void     sl_workspace_watch    (SlWorkspace *self);

/* Puts back the value that stood before the change of @line, whatever stands there now: a new change-set, judged like any
 * edit (SL_ERROR_REASON_NEEDED among others). SL_ERROR_REFUSED where sl_workspace_dup_restore_obstacle() says why. */
gboolean sl_workspace_restore  (SlWorkspace *self, const SlChangeLine *line, const char *reason, GError **error);
/* Why there is nothing to put back, or nobody may; NULL when it can be tried. Free with g_free(). */
char    *sl_workspace_dup_restore_obstacle (SlWorkspace *self, const SlChangeLine *line);

/* --- As recorded (design.md decision 9: the other clock) ------------------------------------------------------------ */

/* All data as they stood after the change-set @seq (0: before the first). The journal is taken back from the present or
 * done again from the start, whichever is nearer, and the outcome compared with the digest that the change-set carries.
 * Returns: (transfer full): nobody else's. SL_ERROR_NOT_FOUND when there is no such change-set; SL_ERROR_DAMAGED when
 * the outcome is not what the change-set says; SL_ERROR_CANCELLED; what sl_store_read_since() says. */
SlProgramme *sl_workspace_recorded (SlWorkspace *self, gint64 seq, GCancellable *cancellable, GError **error);

/* The last change-set made no later than @at (real clock, milliseconds since 1970-01-01 UTC); *@seq is 0 when all are
 * later. Clocks differ between computers: it is the newest of those that say so, whatever stands before it. */
gboolean sl_workspace_seq_at    (SlWorkspace *self, gint64 at, gint64 *seq, GCancellable *cancellable, GError **error);

/* The same two on any thread, through a reader (sl_store_reader()): @present, nobody else's, stands after the change-set
 * @present_seq and is left as it is; only change-sets up to @head are looked at. */
SlProgramme *sl_store_recorded  (SlStore *reader, SlProgramme *present, gint64 present_seq, gint64 seq,
                                 GCancellable *cancellable, GError **error);
gboolean sl_store_seq_at        (SlStore *reader, gint64 head, gint64 at, gint64 *seq, GCancellable *cancellable,
                                 GError **error);

/* @done of @total change-sets are read. On the main thread. */
typedef void (*SlProgressFunc) (gint64 done, gint64 total, gpointer data);

/* Goes back to the point after the change-set @seq: from then on the workspace holds what was recorded there, for looking
 * only, judged by the day of that change-set (or the fixed one recorded there), until sl_workspace_return(). Every edit
 * is refused with that reason. The head of others' changes is followed meanwhile, unseen. The history is read on a worker;
 * `reset` and notify::recorded come before @callback. @progress (nullable) is told of long ones. The present and another
 * point alike can be left for a point. */
void     sl_workspace_go_back_async  (SlWorkspace *self, gint64 seq, GCancellable *cancellable, SlProgressFunc progress,
                                      gpointer progress_data, GAsyncReadyCallback callback, gpointer data);
gboolean sl_workspace_go_back_finish (SlWorkspace *self, GAsyncResult *result, GError **error);
/* The same while the caller waits. */
gboolean sl_workspace_go_back   (SlWorkspace *self, gint64 seq, GCancellable *cancellable, GError **error);
/* To the present; does nothing there. */
void     sl_workspace_return    (SlWorkspace *self);
/* The change-set after which what is shown was recorded; 0: the present. */
gint64   sl_workspace_recorded_seq (SlWorkspace *self);
/* The present, whatever is shown: its data, borrowed; the same for a worker, transfer full; its last change-set. */
const SlData *sl_workspace_present          (SlWorkspace *self);
SlSnapshot   *sl_workspace_present_snapshot (SlWorkspace *self);
gint64        sl_workspace_present_seq      (SlWorkspace *self);

/* --- Derived ------------------------------------------------------------------------------------------------------ */

/* Memoised; valid until the next change, as-of or reset. NULL for an unknown uid. */
const SlRiskStatus *sl_workspace_risk_status (SlWorkspace *self, SlUid risk);
/* The benefit map, judged; after a change only what that bears on is judged anew, and the whole after as-of and reset. NULL
 * in an empty file. Borrowed until the next change. */
const SlMapStatus *sl_workspace_map_status (SlWorkspace *self);
/* How many risks and nodes of the map were judged since opening: what tests of invalidation count. */
guint    sl_workspace_derivations (SlWorkspace *self);

/* Everything `check` says. Returns: (transfer full): of SlFinding. */
GPtrArray *sl_workspace_check  (SlWorkspace *self);

/* The last reason given in this workspace, or NULL. Borrowed. */
const char *sl_workspace_last_reason (SlWorkspace *self);
/* The reasons given last, by whomever, newest first, each once, at most @max. Never NULL. Free with g_strfreev(). */
GStrv       sl_workspace_dup_reasons (SlWorkspace *self, guint max);

G_END_DECLS
