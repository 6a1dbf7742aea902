/* sl-map-paint-private.h: what the painters of the map share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "charts/sl-map-paint.h"
#include "charts/sl-map-text-private.h"
#include "charts/sl-map-trace.h"

G_BEGIN_DECLS

#define SL_MAP_FADED 0.25 /* of what is not lit */
#define SL_MAP_GLYPH 11.0
#define SL_MAP_CORNER 5.0 /* of a link and of a card; outcomes are rounder */

#define SL_MAP_DOTS 0.05  /* scale below which cards are dots */

/* What a painting needs again and again. */
typedef struct
{
  const SlMapDrawing *drawing;
  const SlMapStyle *style;
  const SlPalette *palette;
  const SlRgb *bands;
  SlRgb neutral[SL_PALETTE_BANDS]; /* the bands where colour does not tell the type */
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
/* The same in another colour. */
void        sl_map_sign_progress (const SlMapPainting *self, int status, const SlRgb *colour, double x, double y, double size,
                                  double alpha);
/* The coloured edge of a card; hatched by type where the style says so. */
void        sl_map_sign_band   (const SlMapPainting *self, guint column, double x, double y, double width, double height,
                                double alpha);

/* --- An overlay */
#define SL_MAP_TONE_BAND 10.0 /* width of the edge of a card that says something else than the type */
/* Sign and letters of a tone, @size high. Returns how wide they are together. */
double      sl_map_sign_tone      (const SlMapPainting *self, const SlMapTone *tone, const char *letters, double x, double y,
                                   double size, double alpha);
double      sl_map_sign_tone_width (const SlMapPainting *self, const SlMapTone *tone, const char *letters, double size);
/* The edge of a card, or all of it from afar; hatched by tone where the style says so. */
void        sl_map_sign_tone_band (const SlMapPainting *self, const SlMapTone *tone, double x, double y, double width,
                                   double height, double alpha);
/* The entry of a card; NULL without an overlay. */
const SlOverlayEntry *sl_map_painting_entry (const SlMapPainting *self, guint card);
/* What a card says, in its foot between @x and @right. */
void        sl_map_painting_says     (const SlMapPainting *self, guint card, double x, double right, double baseline,
                                      double alpha);
/* From afar: its sign alone, as large as the card. */
void        sl_map_painting_says_far (const SlMapPainting *self, guint card, double alpha);
/* How a link is drawn that would be drawn in @colour and @alpha. */
void        sl_map_painting_says_link (const SlMapPainting *self, guint link, const SlRgb **colour, double *alpha);
/* What links say, on each of them. */
void        sl_map_painting_link_figures (const SlMapPainting *self);

/* --- A trace */
/* Of a link on the path that is traced: its direction, or that it is the weakest. */
void        sl_map_painting_trace_link (const SlMapPainting *self, guint number);
/* Sign and word of a card that is struck, ending at @right; returns how wide, 0 where it is not. From afar the sign alone. */
double      sl_map_painting_trace_mark (const SlMapPainting *self, guint card, double right, double baseline);
void        sl_map_painting_trace_far  (const SlMapPainting *self, guint card);

/* All links in sight. */
void        sl_map_painting_links (const SlMapPainting *self);
/* A card where it stands. */
void        sl_map_painting_card (const SlMapPainting *self, guint number);

G_END_DECLS
