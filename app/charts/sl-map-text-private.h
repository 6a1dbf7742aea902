/* sl-map-text-private.h: the title of a card as lines, the same where it is measured and where it is painted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pangocairo.h>

#include "charts/sl-map-drawing.h"

G_BEGIN_DECLS

#define SL_MAP_BAND 6.0
#define SL_MAP_PAD 9.0
#define SL_MAP_TITLE 36.0 /* from the top of the card to the first baseline of its title */
#define SL_MAP_TEXT_SIZE 13.0
#define SL_MAP_CAPTION_SIZE 11.0

/* For one thread: layouts made of it are measured without hints, so that they are as wide at any scale. */
PangoContext *sl_map_text_context (void);
/* A layout for titles, reused with sl_map_text_set(). */
PangoLayout  *sl_map_text_layout  (PangoContext *context);
void          sl_map_text_set     (PangoLayout *layout, const char *title);
/* A layout of one line. @size: pixels. */
PangoLayout  *sl_map_text_line    (PangoContext *context, double size, gboolean bold);

G_END_DECLS
