/* sl-settings-act.h: the next version of the settings, and new statements of appetite, as one act.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Settings versions never change. A draft (sl-settings-draft.h) is applied as a whole, with one reason, or not at all.
 */
#pragma once

#include "workspace/sl-settings-draft.h"
#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

/* Puts the draft into @tx: version n + 1 with all its bands, which the programme points to from then on, where a setting
 * changes; a statement dated @context's day for each appetite. Refused with SL_ERROR_RULE, in words that name the cell,
 * when the grid fails F-3. */
gboolean sl_tx_apply_settings     (SlTx *tx, const SlSettingsDraft *draft, const SlActContext *context, GError **error);

/* F-3: SL_ERROR_RULE with the cell where it shows, when the grid of @settings is not valid. */
gboolean sl_settings_check_grid  (const SlSettings *settings, GError **error);
/* How things would stand with the draft, as of the workspace's day: to be shown, never committed. A grid that fails F-3 is
 * no obstacle here. @after reads the transaction and holds as long as it, and as long as nothing is committed. */
SlTx    *sl_workspace_try_settings (SlWorkspace *self, const SlSettingsDraft *draft, SlView *after, GError **error);
/* What the draft would move, as of the workspace's day; nothing is done. Fails as sl_tx_apply_settings() does.
 * Returns: (transfer full). */
SlMoves *sl_workspace_settings_moves (SlWorkspace *self, const SlSettingsDraft *draft, GError **error);
/* Applies it in one change. Needs a reason (domain.md 2.9). Fails also as sl_workspace_commit() does. */
gboolean sl_workspace_apply_settings (SlWorkspace *self, const SlSettingsDraft *draft, const char *reason, GError **error);

G_END_DECLS
