/* sl-glyph.h: states as shapes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filled circle G, filled triangle A, filled diamond R, hollow ring for not due or not known; opportunities a square.
 * Pure functions of context, rectangle, status and palette: the same picture on screen, in print and in tests.
 */
#pragma once

#include <cairo.h>

#include "charts/sl-palette.h"

G_BEGIN_DECLS

/**
 * sl_glyph_draw:
 * @cr: where to paint; its source and path are left changed, its matrix and clip are not
 * @x: left edge of a square, in the units of @cr
 * @y: top edge
 * @size: side of the square
 * @status: what to show; nothing is painted for SL_STATUS_NOTHING
 * @palette: its colours
 *
 * Paints the shape alone, centred in the square; shapes of different status have about the same visual weight.
 */
void        sl_glyph_draw   (cairo_t *cr, double x, double y, double size, SlStatus status, const SlPalette *palette);

/* The letter that stands beside the shape ("G", "A", "R"; "L", "M", "H"): an untranslated msgid; "" for none. */
const char *sl_glyph_letter (SlStatus status);

/* The word for people and screen readers: an untranslated msgid ("Green"); "" for SL_STATUS_NOTHING. */
const char *sl_glyph_word   (SlStatus status);

G_END_DECLS
