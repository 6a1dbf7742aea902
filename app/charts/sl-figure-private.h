/* sl-figure-private.h: a figure cut to sheets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "charts/sl-figure.h"

G_BEGIN_DECLS

/* Ground and painting. */
void  sl_figure_paint        (const SlFigure *self, cairo_t *cr);
/* Of the painting; the page that shows how they fit together is not counted. */
guint sl_figure_count_sheets (const SlFigure *self);
/* Onto the pages of a PDF. */
void  sl_figure_paint_poster (const SlFigure *self, cairo_surface_t *pdf);

G_END_DECLS
