/* sl-map-clip.h: cards of the map as text, for the clipboard: between programmes, and to and from a spreadsheet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row for each card: code, type, title, owner, and the codes of those copied with it that it leads to.
 */
#pragma once

#include "workspace/sl-map-acts.h"

G_BEGIN_DECLS

/* Free with g_free(). */
char    *sl_map_copy_dup_text   (const SlData *data, const SlMapCopy *copy);

/* Makes a card of each row: of the type and title it gives, as those of a copy do, with its owner where a person has that name and
 * with its links to others of the text; a row without a type gives a card of @type with the first cell as its title. Empty rows
 * and a row of headings are left out. Appends the new cards to @made (of SlUid). FALSE: what stands in the way. */
gboolean sl_tx_paste_card_rows (SlTx *tx, const char *text, int type, GArray *made, GError **error);

G_END_DECLS
