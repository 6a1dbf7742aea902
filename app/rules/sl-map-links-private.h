/* sl-map-links-private.h: what is said of a link, by rules and while it is being drawn alike.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "insight/sl-map-status.h"

G_BEGIN_DECLS

/* Most arguments of a sentence said here, with the NULL behind them. */
#define SL_LINK_ARGS 4

/* Why @from cannot lead to @to (SL_LINK_REFUSED), said of @from: a msgid; what is to be put in goes to @args, to be freed
 * one by one. @about_to: said of @to instead. */
const char *sl_link_refusal (const SlMapNode *from, const SlMapNode *to, gboolean about_to, char *args[SL_LINK_ARGS]);
/* What is warned of in a link that fits so, said of its first end: a msgid with {1} for the other; NULL: nothing. */
const char *sl_link_warning (SlLinkFit fit);

G_END_DECLS
