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

/* Paper for a poster: as large as the painting is, it is cut to sheets that overlap, in whichever direction needs fewer. */
typedef struct
{
  const char *name;     /* as it is asked for: "A3" */
  double width, height; /* points, upright */
} SlFigureSheet;

/* NULL for a name that is none, whatever case; @name NULL: the first of all, a NULL name ends them. Static. */
const SlFigureSheet *sl_figure_sheet (const char *name);

typedef struct
{
  double width, height;    /* points */
  const char *title;       /* for readers that cannot see it; never NULL */
  const char *description; /* the alternative sentence; NULL for none */
  SlDate day;              /* creation date of a PDF */
  gboolean dark;           /* the ground is that of the dark palette */
  const SlFigureSheet *sheet; /* PDF only: as a poster of such sheets; NULL: one page as large as the painting */
  gboolean translated;     /* what a poster says of its sheets is in the user's language, else British English */
  SlFigurePaint paint;
  gpointer data;
} SlFigure;

/* An SVG document with title and description. NULL with SL_ERROR_IO (out of memory). Free with g_free(). */
char    *sl_figure_to_svg (const SlFigure *self, gsize *length, GError **error);
/* Writes the file whole or not at all; the ending of @path says in which format: .svg, .png (two pixels to a point, fewer
 * for what is very large) or .pdf. SL_ERROR_USAGE for another one, or for sheets that are no PDF; SL_ERROR_LIMIT (more than
 * SL_FIGURE_SHEETS_MAX of them), SL_ERROR_IO, SL_ERROR_CANCELLED. */
#define SL_FIGURE_SHEETS_MAX 400
gboolean sl_figure_write  (const SlFigure *self, const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
