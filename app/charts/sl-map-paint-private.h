/* sl-map-paint-private.h: what the painters of the map share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "charts/sl-map-paint.h"
#include "charts/sl-map-text-private.h"

G_BEGIN_DECLS

#define SL_MAP_FADED 0.25 /* of what is not lit */
#define SL_MAP_GLYPH 11.0
#define SL_MAP_CORNER 5.0 /* of a link and of a card; outcomes are rounder */

/* What a painting needs again and again. */
typedef struct
{
  const SlMapDrawing *drawing;
  const SlMapStyle *style;
  const SlPalette *palette;
  const SlRgb *bands;
  cairo_t *cr;
  PangoContext *context;
  PangoLayout *title, *caption;
  double x1, y1, x2, y2; /* the clip */
  double scale;          /* device pixels for one of the drawing */
  gboolean readable;
} SlMapPainting;

void        sl_map_painting_begin (SlMapPainting *self, const SlMapDrawing *drawing, cairo_t *cr, const SlMapStyle *style);
void        sl_map_painting_end   (SlMapPainting *self);

/* In the language of the style. */
const char *sl_map_painting_words   (const SlMapPainting *self, const char *msgid);
void        sl_map_painting_colour  (const SlMapPainting *self, const SlRgb *colour, double alpha);
/* A line of small letters that begins at @x, or ends there. Returns how wide it is. */
double      sl_map_painting_caption (const SlMapPainting *self, const char *text, double x, double baseline, double alpha,
                                     const SlRgb *colour, gboolean ends);
/* How wide sl_map_painting_caption() would be. */
double      sl_map_painting_measure (const SlMapPainting *self, const char *text);
/* The way of the pen of a link: width by evidence, dashes for what only contributes. */
void        sl_map_painting_pen     (const SlMapPainting *self, gboolean essential, int evidence);

/* Sign of a type of card in a square at the left top, in the colour of its column. */
void        sl_map_sign_type   (const SlMapPainting *self, guint column, gboolean negative, double x, double y, double size,
                                double alpha);
/* How far it is, as a ring that fills. @status: SL_NODE_STATUS_*. */
void        sl_map_sign_status (const SlMapPainting *self, int status, double x, double y, double size, double alpha);
/* The coloured edge of a card; hatched by type where the style says so. */
void        sl_map_sign_band   (const SlMapPainting *self, guint column, double x, double y, double width, double height,
                                double alpha);

/* All links in sight. */
void        sl_map_painting_links (const SlMapPainting *self);
/* A card where it stands. */
void        sl_map_painting_card (const SlMapPainting *self, guint number);

G_END_DECLS
