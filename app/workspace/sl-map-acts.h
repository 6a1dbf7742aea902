/* sl-map-acts.h: what is done to the benefit map by hand, each as one change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An act fills a transaction; sl_workspace_commit() makes it one step for undo. The rules judge it there; which links they
 * allow is known beforehand from rules/sl-map-links.h.
 */
#pragma once

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

/* A planned node of @type (SL_NODE_TYPE_*), SL_UID_NONE when refused: SL_ERROR_VALUE for a title that is empty or too
 * long. */
SlUid    sl_tx_add_card      (SlTx *tx, int type, const char *title, GError **error);

/* The same, of the type that usually comes before that of @card (@onwards: after it), and linked to it. SL_ERROR_REFUSED
 * where nothing comes before or after. */
SlUid    sl_tx_add_card_beside (SlTx *tx, SlUid card, gboolean onwards, const char *title, GError **error);

/* A contributing link without evidence yet. SL_UID_NONE: what sl_tx_set() says. */
SlUid    sl_tx_link_cards    (SlTx *tx, SlUid from, SlUid to, GError **error);

/* Puts a card where it stays until sl_tx_release_cards(): its centre, in pixels of the drawing at 100 %. */
gboolean sl_tx_place_card    (SlTx *tx, SlUid card, double x, double y, GError **error);
/* Nothing stays where it was put by hand any more. */
gboolean sl_tx_release_cards (SlTx *tx, GError **error);

/* Makes other things of @cards (SL_NODE_TYPE_*), in another column; codes stay. Links that do not fit refuse the commit. */
gboolean sl_tx_retype_cards  (SlTx *tx, const SlUid *cards, guint n_cards, int type, GError **error);

/* Gives @cards a status (SL_NODE_STATUS_*). To drop one owes a reason (2.9). */
gboolean sl_tx_set_card_status (SlTx *tx, const SlUid *cards, guint n_cards, int status, GError **error);

/* Deletes cards with their links, and links alone: @uids may be of both. */
gboolean sl_tx_delete_from_map (SlTx *tx, const SlUid *uids, guint n_uids, GError **error);

/* --- Copies ------------------------------------------------------------------------------------------------------- */

/* Cards as they were when they were copied, with the links among them. */
typedef struct _SlMapCopy SlMapCopy;

/* What is no node is left out. */
SlMapCopy *sl_map_copy_new   (const SlData *data, const SlUid *cards, guint n_cards);
void       sl_map_copy_free  (SlMapCopy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlMapCopy, sl_map_copy_free)
guint      sl_map_copy_count (const SlMapCopy *self);
/* A card of it, borrowed. */
const SlMapNode *sl_map_copy_nth (const SlMapCopy *self, guint position);
/* The links among them, borrowed. */
guint      sl_map_copy_count_links (const SlMapCopy *self);
const SlMapEdge *sl_map_copy_nth_link (const SlMapCopy *self, guint position);

/* Makes the cards anew: with new codes, planned, where the layout puts them; their links among each other with weight and
 * rationale, and no evidence but what is said of it. What they refer to (owner, project) stays as long as it is there.
 * Appends the new cards to @made (of SlUid), in the order of the copy. */
gboolean   sl_tx_paste_cards (SlTx *tx, const SlMapCopy *copy, GArray *made, GError **error);

G_END_DECLS
