/* sl-fixes-private.h: the part of the fixes that mends the benefit map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workspace/sl-fixes.h"

G_BEGIN_DECLS

/* Of a line about the map, by the rule it breaks (domain.md 2.4). As sl_line_ways(). */
guint    sl_map_line_ways   (const SlView *view, const SlAttentionLine *line, SlWay ways[SL_WAYS_MAX]);
/* As sl_way_choices(). */
GArray  *sl_map_way_choices (const SlView *view, const SlAttentionLine *line, SlWay way);
/* The link argued least on the best argued way to a card (F-15); the card itself where no way leads to it. */
SlUid    sl_map_weak_link   (const SlView *view, SlUid card);
/* Fills @tx with what the way does. @text: what was told, cleaned. */
gboolean sl_tx_mend_map     (SlTx *tx, const SlView *view, const SlAttentionLine *line, SlWay way, const char *text,
                             GError **error);

G_END_DECLS
