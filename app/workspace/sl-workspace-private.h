/* sl-workspace-private.h: what the parts of the workspace share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workspace/sl-derived-private.h"
#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

struct _SlWorkspace
{
  GObject parent_instance;

  SlStore *store;
  SlProgramme *programme;
  SlHead head;
  SlWorkspaceState state;
  SlDerived *derived;
  SlKindModel *lists[SL_N_KINDS];

  /* While a point of the history is shown. */
  SlProgramme *present; /* holds the present's data; NULL: that is what is shown */
  SlHead recorded;      /* of the point shown */
  gint64 recorded_at;   /* its change-set's time; 0 before the first */
  SlDate present_as_of; /* what as_of was */

  SlUid actor;
  SlDate as_of; /* SL_DATE_NONE: the default */
  SlDate told;  /* the effective day that was last told */
  char *last_reason;
  guint watch;
  gboolean loading; /* the store is in the hands of a worker */
  gboolean behind; /* others wrote what could not be read yet */

  /* What Ctrl+Z and Ctrl+Shift+Z would take: looked for in the journal when asked, forgotten when it may have changed. */
  gboolean undo_known;
  SlChangeSet *undo;
  SlChangeSet *redo;
};

/* Commits @tx (taken). @undo_of: seq for the verbs undo and redo, else 0. */
gboolean sl_workspace_commit_full (SlWorkspace *self, SlTx *tx, const char *reason, gint64 undo_of, GError **error);

/* Reads and applies what others have written since our head. @applied (nullable) collects references on them. */
gboolean sl_workspace_catch_up    (SlWorkspace *self, GPtrArray *applied, GError **error);

/* What holds the present's data, shown or not. */
SlProgramme *sl_workspace_present_programme (SlWorkspace *self);

/* Takes @change_set, the last one applied, back; borrows its records. */
void sl_programme_take_back      (SlProgramme *programme, const SlChangeSet *change_set);

/* After all that is shown was replaced: `reset`, and the day that counts. */
void     sl_workspace_tell_reset  (SlWorkspace *self);

/* Forgets what undo and redo would take; @latest (nullable) is our own ordinary change-set just committed. */
void     sl_workspace_forget_undo (SlWorkspace *self, SlChangeSet *latest);

/* Whether @tx deletes no more than @n records: deleting takes along what belongs to a record, and what others have added
 * to it since nobody here has seen. SL_ERROR_CONFLICT. */
gboolean sl_workspace_check_deletions (const SlTx *tx, guint n, GError **error);

/* Sets SL_ERROR_CONFLICT with both values of one field. */
void     sl_workspace_set_conflict (SlWorkspace *self, int kind, SlUid uid, guint field, const SlValue *theirs,
                                    const SlValue *ours, GError **error);

G_END_DECLS
