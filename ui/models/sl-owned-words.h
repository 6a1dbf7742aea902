/* sl-owned-words.h: what somebody owns, put in an order and in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "insight/sl-ownership.h"
#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

/* sl_ownership_of(), within each kind what is due first in front. Returns: (transfer full): of SlOwned. */
GArray *sl_owned_in_order (const SlView *view, SlUid person);
/* How many of @owned, from @at on, are of one kind. */
guint   sl_owned_count_kind (const GArray *owned, guint at);

/* "R-005  Crews may not start". Free with g_free(). */
char   *sl_owned_dup_title (const SlData *data, const SlOwned *owned);
/* "Open · review due 4 Aug 2026", in which way it is owned in front where that is not plainly as owner ("Collector"). "" when
 * there is nothing to say. Free with g_free(). */
char   *sl_owned_dup_facts (const SlView *view, const SlOwned *owned);

G_END_DECLS
