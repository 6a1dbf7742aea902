/* sl-figure.h: a painting as a file: SVG, PNG, PDF.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same painting gives the same bytes wherever library and fonts are the same, whatever the day, the place or what was
 * written before: ids in SVG are counted anew per document, PDF is dated by the caller. May be used on any thread.
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "base/sl-date.h"

G_BEGIN_DECLS

/* Paints everything but the background, in points, the origin at the top left. */
typedef void (*SlFigurePaint) (cairo_t *cr, double width, double height, gpointer data);

typedef struct
{
  double width, height;    /* points */
  const char *title;       /* for readers that cannot see it; never NULL */
  const char *description; /* the alternative sentence; NULL for none */
  SlDate day;              /* creation date of a PDF */
  gboolean dark;           /* the ground is that of the dark palette */
  SlFigurePaint paint;
  gpointer data;
} SlFigure;

/* An SVG document with title and description. NULL with SL_ERROR_IO (out of memory). Free with g_free(). */
char    *sl_figure_to_svg (const SlFigure *self, gsize *length, GError **error);
/* Writes the file whole or not at all; the ending of @path says in which format: .svg, .png (two pixels to a point) or
 * .pdf. SL_ERROR_USAGE for another one, SL_ERROR_IO, SL_ERROR_CANCELLED. */
gboolean sl_figure_write  (const SlFigure *self, const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
