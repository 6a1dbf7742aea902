/* sl-map-links.h: which cards a link of the benefit map may join, and what stands in the way of the others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For choosing the other end while a link is drawn (domain.md 2.4): the same answers that a commit gives to the link made
 * (which types may follow one another, none twice, no way round), known beforehand for all cards at once.
 */
#pragma once

#include "insight/sl-map-status.h"

G_BEGIN_DECLS

/**
 * SlLinkBar:
 * @SL_LINK_BAR_NONE: the link may be drawn
 * @SL_LINK_BAR_SELF: both ends are the same card
 * @SL_LINK_BAR_TWICE: there is this link already
 * @SL_LINK_BAR_TYPES: what the one is cannot lead to what the other is
 * @SL_LINK_BAR_RING: it would lead back to where it came from
 *
 * Of several that apply the first is told.
 */
typedef enum
{
  SL_LINK_BAR_NONE,
  SL_LINK_BAR_SELF,
  SL_LINK_BAR_TWICE,
  SL_LINK_BAR_TYPES,
  SL_LINK_BAR_RING,
} SlLinkBar;

typedef struct
{
  SlUid uid;
  SlLinkBar bar;
  SlLinkFit fit; /* W1 and W2 are allowed, but warned of */
} SlLinkEnd;

/* Every node, dropped ones too, as the other end of a link from @card (@onwards) or to it: in order of uid. One pass over
 * the nodes and over the links that lead to @card or away from it. Returns: (transfer full): of SlLinkEnd; empty when
 * @card is no node. */
GArray *sl_link_ends         (const SlData *data, SlUid card, gboolean onwards);
/* The one of @uid, or NULL. */
const SlLinkEnd *sl_link_end (const GArray *ends, SlUid uid);

/* The link that leads from one card to another; SL_UID_NONE: there is none. */
SlUid   sl_map_link_between  (const SlData *data, SlUid from, SlUid to);

/* What stands in the way of a link, or what is warned of in one that may be drawn, as a sentence that begins with the code
 * of @from; NULL when there is nothing to say. Free with g_free(). */
char   *sl_link_dup_words    (const SlData *data, SlUid from, SlUid to, const SlLinkEnd *end, gboolean translated);

G_END_DECLS
