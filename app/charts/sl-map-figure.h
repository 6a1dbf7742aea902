/* sl-map-figure.h: the benefit map as a picture of its own: title, map, legend.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "charts/sl-figure.h"
#include "charts/sl-map-paint.h"

G_BEGIN_DECLS

/* All borrowed; may be used on any thread. */
typedef struct
{
  const SlMapDrawing *drawing;
  const char *name; /* of the programme */
  SlDate day;       /* as of */
  SlMapStyle style;
  const char *note; /* (nullable): a further sentence under the title: what is lit */
} SlMapFigure;

/* A pinned card can be anywhere; a picture is no wider or higher than this, in points, and shrunk where it would be. */
#define SL_MAP_FIGURE_MAX 14000.0

/* How large it is, in points. */
void     sl_map_figure_size   (const SlMapFigure *self, double *width, double *height);
/* Either of them: see sl-figure.h. @sheet: (nullable). */
char    *sl_map_figure_to_svg (const SlMapFigure *self, GError **error);
gboolean sl_map_figure_write  (const SlMapFigure *self, const SlFigureSheet *sheet, const char *path,
                               GCancellable *cancellable, GError **error);

G_END_DECLS
