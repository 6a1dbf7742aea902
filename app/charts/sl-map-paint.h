/* sl-map-paint.h: paints the benefit map, or one card of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure functions of context, drawing and style: the same picture on screen, in print and in tests. What lies outside the
 * clip is not painted, and where a title would be too small to read a line stands for it, so that a large map can be
 * moved smoothly.
 */
#pragma once

#include <cairo.h>

#include "charts/sl-map-overlay.h"

G_BEGIN_DECLS

/* What to paint. */
typedef enum
{
  SL_MAP_HEADS = 1 << 0, /* the titles of the columns */
  SL_MAP_LINKS = 1 << 1,
  SL_MAP_CARDS = 1 << 2,
  SL_MAP_ALL = SL_MAP_HEADS | SL_MAP_LINKS | SL_MAP_CARDS,
} SlMapParts;

/* Scale below which titles are painted as lines. */
#define SL_MAP_READABLE 0.4

typedef struct _SlMapTrace SlMapTrace;

typedef struct
{
  guint palette;        /* SlPaletteFlags */
  gboolean translated;  /* words in the user's language, else British English */
  const guint8 *lit;    /* (nullable): one byte for each card: what is not lit fades */
  int selected;         /* a card, or -1 */
  const guint8 *chosen; /* (nullable): one byte for each card: several are selected */
  SlUid link;           /* the link selected, or SL_UID_NONE */
  const SlMapTrace *trace; /* (nullable): made for the same drawing; whoever sets it sets @lit to that of the trace */
  gboolean quick;       /* edges of lines less smooth, in two thirds of the time: of large maps on screen */
  gboolean hatched;     /* columns told by hatching as well as by hue: for print without colour */
  const SlMapOverlay *overlay; /* (nullable): what colour says instead of the type; made for this drawing */
  guint overlay_only;   /* 1 + the entry of the overlay whose links alone are lit; 0: none is lit more than others */
} SlMapStyle;

/* In the drawing's own lengths: translate and scale @cr before. Paints no background. */
void  sl_map_paint      (const SlMapDrawing *drawing, cairo_t *cr, SlMapParts parts, const SlMapStyle *style);
/* The titles of the columns alone, at the top of a strip SL_MAP_HEAD_FLOAT high and @width wide, above a map whose @x is at
 * the left and that is enlarged by @scale. The letters are not enlarged. Behind each title SL_MAP_HEAD_SPARE stay free. */
#define SL_MAP_HEAD_FLOAT 30.0
#define SL_MAP_HEAD_SPARE 29.0
void  sl_map_paint_heads (const SlMapDrawing *drawing, cairo_t *cr, double x, double scale, double width,
                          const SlMapStyle *style);
/* How wide the title of a column is, whole. */
double sl_map_head_width (guint column, const SlMapStyle *style);
/* One card, its centre at the origin. */
void  sl_map_paint_card (const SlMapDrawing *drawing, guint card, cairo_t *cr, const SlMapStyle *style);

/* How the picture is to be read: what shapes, lines and marks mean, in rows no wider than @width. Returns how high it is. */
double sl_map_paint_legend  (cairo_t *cr, double width, const SlMapStyle *style);
double sl_map_legend_height (double width, const SlMapStyle *style);

/* Sign and letters of an entry of @overlay (not that of @style), SL_MAP_TONE_SIZE high, at the origin. */
#define SL_MAP_TONE_SIZE 13.0
void   sl_map_paint_tone (const SlMapOverlay *overlay, guint entry, cairo_t *cr, const SlMapStyle *style);
double sl_map_tone_width (const SlMapOverlay *overlay, guint entry);

/* What a screen reader says of a card: "C1, Business change: Crews work daily dynamic rounds. In progress. Risk level Red.
 * Owner OS. 2 findings". Free with g_free(). */
char *sl_map_card_dup_words (const SlMapCard *card, gboolean translated);
/* What is wrong with it; NULL: nothing. Free with g_free(). */
char *sl_map_card_dup_findings (const SlMapCard *card, gboolean translated);

/* The whole as one sentence, for a picture: "29 cards and 45 links; 26 of 29 cards are on a complete line of sight". */
char *sl_map_dup_alternative (const SlMapDrawing *drawing, gboolean translated);

G_END_DECLS
