/* sl-map-overlay-private.h: what the makers and the painters of overlays share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "charts/sl-map-overlay.h"

G_BEGIN_DECLS

/* In the language of the overlay. */
const char *sl_overlay_word        (const SlMapOverlay *self, const char *msgid);
void        sl_overlay_entry_clear (SlOverlayEntry *self);
/* Entries and cards of the modes whose entries are people or projects. */
void        sl_overlay_take_named  (SlMapOverlay *self, const SlView *view, const SlMapDrawing *drawing);

G_END_DECLS
