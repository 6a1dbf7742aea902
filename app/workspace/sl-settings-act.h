/* sl-settings-act.h: the next version of the settings, and new statements of appetite, as one act.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Settings versions never change. What is to become different is gathered in a draft, which is no record and changes
 * nothing; it is applied as a whole, with one reason, or not at all. What a draft holds is named alike on the command
 * line and on the page:
 *
 *   review_red               a field of SETTINGS by its storage name (the grid too: grid_1 is the row of probability 1)
 *   cost.3.label             a field (label, upper, mid) of the band of that scale and level
 *   appetite.people          the programme's appetite for the category; the value is a level
 *   appetite.people.ORG-002  that organisation's
 *   approved_by              who approved the statements of appetite; the acting person otherwise
 */
#pragma once

#include "insight/sl-settings-moves.h"
#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

typedef struct _SlSettingsDraft SlSettingsDraft;

SlSettingsDraft *sl_settings_draft_new   (void);
void             sl_settings_draft_free  (SlSettingsDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSettingsDraft, sl_settings_draft_free)

/* What is in force under @name, as stored; "" when nothing is. @day: when appetite counts. SL_ERROR_USAGE for a name that
 * means nothing. Free with g_free(). */
char    *sl_settings_dup_present  (const SlData *data, const char *name, SlDate day, GError **error);
/* Takes @text (as people write it) for @name; what equals the present leaves the draft. SL_ERROR_USAGE for an unknown
 * name, SL_ERROR_VALUE for a value that does not fit; then the draft is as before. */
gboolean sl_settings_draft_set    (SlSettingsDraft *self, const SlData *data, const char *name, const char *text,
                                   SlDate day, GError **error);
/* The drafted text of @name, or NULL. Borrowed. */
const char *sl_settings_draft_get (const SlSettingsDraft *self, const char *name);
/* Everything as @version has it: "go back to version n" is a new version with its values. */
gboolean sl_settings_draft_copy   (SlSettingsDraft *self, const SlData *data, const SlSettings *version, SlDate day,
                                   GError **error);
void     sl_settings_draft_clear  (SlSettingsDraft *self);
/* How many values it would change; approved_by is none. */
guint    sl_settings_draft_count  (const SlSettingsDraft *self);

/* Puts the draft into @tx: version n + 1 with all its bands, which the programme points to from then on, where a setting
 * changes; a statement dated @context's day for each appetite. Refused with SL_ERROR_RULE, in words that name the cell,
 * when the grid fails F-3. */
gboolean sl_tx_apply_settings     (SlTx *tx, const SlSettingsDraft *draft, const SlActContext *context, GError **error);

/* What the draft would move, as of the workspace's day; nothing is done. Fails as sl_tx_apply_settings() does.
 * Returns: (transfer full). */
SlMoves *sl_workspace_settings_moves (SlWorkspace *self, const SlSettingsDraft *draft, GError **error);
/* Applies it in one change. Needs a reason (domain.md 2.9). Fails also as sl_workspace_commit() does. */
gboolean sl_workspace_apply_settings (SlWorkspace *self, const SlSettingsDraft *draft, const char *reason, GError **error);

/* The fields of SETTINGS that a version may differ in: everything but version, day, person and reason. */
gboolean sl_settings_is_value (guint field);
/* What differs from the version before it, one line for people ("Review interval, Red: 14 → 10 · ..."); NULL for the
 * first. Free with g_free(). */
char    *sl_settings_dup_difference (const SlData *data, const SlSettings *settings, gboolean translated);

G_END_DECLS
