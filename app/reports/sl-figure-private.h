/* sl-figure-private.h: pictures of charts for a page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "reports/sl-document.h"
#include "reports/sl-report-facts-private.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Paints with the palette of @flags (SlPaletteFlags). */
typedef void (*SlFigurePaint) (cairo_t *cr, guint flags, gpointer data);

/* What @paint paints on @width by @height points, as SVG: the same bytes for the same picture, whatever was painted before.
 * Texts are outlines, so that no font is asked for. NULL where it cannot be made. Returns: (transfer full). */
GBytes *sl_figure_svg (int width, int height, SlFigurePaint paint, guint flags, gpointer data);

/* The open threats shown, by probability and impact: the picture, the sentence, and the table of its values. Nothing where
 * there are none. */
void    sl_figure_add_heat_map (SlDocument *page, const SlReportFacts *facts);

G_END_DECLS
