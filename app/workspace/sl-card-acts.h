/* sl-card-acts.h: what is hung on a card of the map, and taken off it: risks that strike it, what counts it, what it is worth.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An act fills a transaction; sl_workspace_commit() makes it one step for undo.
 */
#pragma once

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

/* Whether records of @kind hang on cards: SL_KIND_RISK, _ISSUE, _BENEFIT, _MEASURE. */
gboolean sl_kind_hangs_on_cards (int kind);

/* What hangs on @card, in order of making. Returns: (transfer full): of SlUid. */
GArray  *sl_card_attached   (const SlData *data, SlUid card, int kind);
/* What might: risks and issues that do not strike it yet, closed ones left out; benefits and measures that have no card.
 * Returns: (transfer full): of SlUid. */
GArray  *sl_card_attachable (const SlData *data, SlUid card, int kind);

/* Hangs on @card what @text names by its code, its name or both ("R-005  Residents do not notice"); else something new of that
 * name: a drafted risk, an identified benefit (of a harm a dis-benefit), a measure. *@made (nullable): whether it is new.
 * SL_UID_NONE: SL_ERROR_VALUE without a text; SL_ERROR_REFUSED for what hangs here already or belongs elsewhere, and for a
 * new issue; what sl_tx_set() says. */
SlUid    sl_tx_attach_to_card (SlTx *tx, SlUid card, int kind, const char *text, gboolean *made, GError **error);
/* Takes @record off @card; it stays. */
gboolean sl_tx_detach_from_card (SlTx *tx, SlUid card, SlUid record, GError **error);

G_END_DECLS
