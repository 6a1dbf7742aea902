/* sl-settings-edit.h: settings being drafted: the draft with its undo, what it would move, what others do meanwhile.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every part of the page speaks to. Names: workspace/sl-settings-draft.h.
 *
 * Signal: changed ()   draft, settings or data are not what they were
 */
#pragma once

#include "workspace/sl-settings-act.h"

G_BEGIN_DECLS

#define SL_TYPE_SETTINGS_EDIT (sl_settings_edit_get_type ())
G_DECLARE_FINAL_TYPE (SlSettingsEdit, sl_settings_edit, SL, SETTINGS_EDIT, GObject)

/* Holds a reference. */
SlSettingsEdit  *sl_settings_edit_new       (SlWorkspace *workspace);
SlWorkspace     *sl_settings_edit_workspace (SlSettingsEdit *self);
/* While nobody looks nothing is reckoned; what was missed is made up for when somebody does. */
void             sl_settings_edit_set_watched (SlSettingsEdit *self, gboolean watched);

/* Drafted, else in force. Free with g_free(). */
char            *sl_settings_edit_dup_text  (SlSettingsEdit *self, const char *name);
/* In force. Free with g_free(). */
char            *sl_settings_edit_dup_present (SlSettingsEdit *self, const char *name);
gboolean         sl_settings_edit_is_drafted (SlSettingsEdit *self, const char *name);
/* Whether others changed what is drafted here. */
gboolean         sl_settings_edit_is_theirs (SlSettingsEdit *self, const char *name);
/* What stands beside a drafted value: "was 14", "others made it 21 meanwhile"; NULL where nothing is drafted. Free with
 * g_free(). */
char            *sl_settings_edit_dup_note  (SlSettingsEdit *self, const char *name);
/* The names drafted, sorted; "approved_by" is none. Returns: (transfer full): of const char *, borrowed until a change. */
GPtrArray       *sl_settings_edit_names     (SlSettingsEdit *self);
/* How many of them others changed meanwhile. */
guint            sl_settings_edit_count_theirs (SlSettingsEdit *self);
/* Whether a statement of appetite is among them, so that somebody has to approve it. */
gboolean         sl_settings_edit_states_appetite (SlSettingsEdit *self);

/* Fails as sl_settings_draft_set() does, then nothing has changed. */
gboolean         sl_settings_edit_set       (SlSettingsEdit *self, const char *name, const char *text, GError **error);
/* Drafts everything as that version has it; what was drafted is replaced, to be had back by undo. */
gboolean         sl_settings_edit_go_back   (SlSettingsEdit *self, SlUid version, GError **error);
void             sl_settings_edit_discard   (SlSettingsEdit *self);
gboolean         sl_settings_edit_can_undo  (SlSettingsEdit *self);
gboolean         sl_settings_edit_can_redo  (SlSettingsEdit *self);
/* The last step in the draft; FALSE when there is none. */
gboolean         sl_settings_edit_undo      (SlSettingsEdit *self);
gboolean         sl_settings_edit_redo      (SlSettingsEdit *self);

/* How things would stand: a transaction never to be committed, read by @view; NULL where nothing is drafted (or it cannot
 * be put in): then @view is the present. Free with sl_tx_free(). */
SlTx            *sl_settings_edit_try       (SlSettingsEdit *self, SlView *view);
/* What would move. Borrowed; NULL when nothing is drafted, or it cannot be. */
const SlMoves   *sl_settings_edit_moves     (SlSettingsEdit *self);
/* Why it cannot be, for people; NULL when it can. Borrowed. */
const char      *sl_settings_edit_fault     (SlSettingsEdit *self);
/* The cell of the grid that is at fault (F-3). FALSE when none is. */
gboolean         sl_settings_edit_fault_at  (SlSettingsEdit *self, int *probability, int *impact);

/* Makes it so, with @approver for statements of appetite (SL_UID_NONE: the acting person); the draft is empty then. Fails
 * as sl_workspace_apply_settings() does. */
gboolean         sl_settings_edit_apply     (SlSettingsEdit *self, SlUid approver, const char *reason, GError **error);

G_END_DECLS
