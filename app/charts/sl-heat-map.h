/* sl-heat-map.h: the heat map: the matrix with what stands in its cells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Window, SVG, PNG, PDF and report are painted by the same functions; the window paints cell by cell (each is a widget of
 * its own), the others all at once. Never only a colour: each cell has shape, letter, word and figure; an empty one shows
 * no figure. Immutable once made, so that a worker may write it.
 */
#pragma once

#include "charts/sl-matrix.h"
#include "insight/sl-heat.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SlHeatMap SlHeatMap;

typedef struct
{
  guint matrix;         /* SlMatrixFlags, never COMPACT */
  SlMatrixStyle paint;
  gboolean exposure;    /* cells show exposure instead of counts */
  gboolean ways;        /* arrows from SL_HEAT_DAYS ago (of the stage now) */
} SlHeatStyle;

/* So many of the strongest ways are drawn; the notes say when there are more. */
#define SL_HEAT_WAYS_MAX 20
/* Of exports. */
#define SL_HEAT_WIDTH 720.0
#define SL_HEAT_HEIGHT 560.0

/* @heat: given away. @view: what @heat was made from; nothing of it is kept. @translated: words in the user's language, else
 * British English. Free with sl_heat_map_free(). */
SlHeatMap      *sl_heat_map_new      (const SlView *view, SlHeat *heat, gboolean translated);
void            sl_heat_map_free     (SlHeatMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlHeatMap, sl_heat_map_free)

/* Borrowed. */
const SlHeat   *sl_heat_map_heat     (const SlHeatMap *self);
const SlMatrix *sl_heat_map_matrix   (const SlHeatMap *self);

/* --- Painting: every position is by sl_matrix_layout() ------------------------------------------------------------- */

/* One cell, its top left corner at the origin: the matrix cell and its figure. */
void            sl_heat_map_paint_cell (const SlHeatMap *self, const SlMatrixLayout *layout, int probability, int impact,
                                        cairo_t *cr, const SlHeatStyle *style);
/* What lies above the cells: the appetite line and the ways. */
void            sl_heat_map_paint_over (const SlHeatMap *self, const SlMatrixLayout *layout, cairo_t *cr,
                                        const SlHeatStyle *style);
/* Axes, cells and what lies above them. */
void            sl_heat_map_paint      (const SlHeatMap *self, const SlMatrixLayout *layout, cairo_t *cr,
                                        const SlHeatStyle *style);

/* --- Words --------------------------------------------------------------------------------------------------------- */

/* "Threats: now, as of 31 Jul 2026". Free with g_free(). */
char           *sl_heat_map_dup_title  (const SlHeatMap *self);
/* What stands in a cell: "2", "£81k"; "" when it is empty. Free with g_free(). */
char           *sl_heat_map_dup_figure (const SlHeatMap *self, int probability, int impact, gboolean exposure);
/* "Probability 4 Likely, impact 4 Large: Red. 2 risks, 2 above what is tolerated, exposure £81,250.00." Free with g_free(). */
char           *sl_heat_map_dup_cell_words (const SlHeatMap *self, int probability, int impact);
/* How it is to be read, line by line: the appetite line, the ways, what is left out. Only what applies. Returns:
 * (transfer full): of char *. */
GPtrArray      *sl_heat_map_notes      (const SlHeatMap *self, const SlHeatStyle *style);
/* The whole as one sentence: "11 threats: 2 Red, 7 Amber, 2 Green; 4 above what is tolerated." Free with g_free(). */
char           *sl_heat_map_dup_alternative (const SlHeatMap *self);
/* The values as a table: @columns gets how many texts make a row; the first row holds the headings, then come the cells
 * that are not empty, from the highest down: probability, impact, level, risks, exposure (exact), above tolerance.
 * Returns: (transfer full): of char *. */
GPtrArray      *sl_heat_map_table      (const SlHeatMap *self, guint *columns);

/* --- Files --------------------------------------------------------------------------------------------------------- */

/* With title and notes. Free with g_free(). */
char           *sl_heat_map_to_svg (const SlHeatMap *self, const SlHeatStyle *style, GError **error);
/* By the ending of @path; see sl_figure_write(). */
gboolean        sl_heat_map_write  (const SlHeatMap *self, const SlHeatStyle *style, const char *path,
                                    GCancellable *cancellable, GError **error);

G_END_DECLS
