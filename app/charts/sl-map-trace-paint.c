/* Paints what is traced above the map: the direction of a path, its weakest link, the mark of a card that is struck.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "charts/sl-map-paint-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define CHEVRON 5.5  /* half its height */
#define PILL 14.0    /* height */
#define SIGN 9.0
#define BREAK 7.0    /* half the length of the strokes across the weakest link */

/* --- Links -------------------------------------------------------------------------------------------------------- */

/* The middle of the stretch before the last card, which lies in the gap between two columns, so that no card is above it;
 * of a way around in the column the upright stretch. @dx, @dy: where it leads to there, of length 1. */
static void
find_middle (const SlLayoutPoint *points, guint n, double *x, double *y, double *dx, double *dy)
{
  guint at = n - 2;
  const SlLayoutPoint *a, *b;
  double length;

  for (guint i = 0; i + 1 < n; i++)
    if (points[i].x == points[i + 1].x)
      at = i;
  a = &points[at];
  b = &points[at + 1];
  *x = (a->x + b->x) / 2;
  *y = (a->y + b->y) / 2;
  *dx = b->x - a->x;
  /* The curve is steepest there. */
  *dy = (b->y - a->y) * (*dx != 0 ? 2 : 1);
  length = hypot (*dx, *dy);
  *dx = length > 0 ? *dx / length : 1;
  *dy = length > 0 ? *dy / length : 0;
}

static void
paint_chevron (const SlMapPainting *self, double x, double y, double dx, double dy)
{
  cairo_t *cr = self->cr;

  cairo_move_to (cr, x + CHEVRON * dx, y + CHEVRON * dy);
  cairo_line_to (cr, x - CHEVRON * dx - CHEVRON * dy, y - CHEVRON * dy + CHEVRON * dx);
  cairo_line_to (cr, x - CHEVRON * dx * 0.4, y - CHEVRON * dy * 0.4);
  cairo_line_to (cr, x - CHEVRON * dx + CHEVRON * dy, y - CHEVRON * dy - CHEVRON * dx);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* A word in letters of the background on a ground of the text; begins at @x, its middle at @y. */
static void
paint_pill (const SlMapPainting *self, const char *word, double x, double y, double sign)
{
  double width = sl_map_painting_measure (self, word) + sign + 10, r = PILL / 2;
  cairo_t *cr = self->cr;

  cairo_new_path (cr);
  cairo_arc (cr, x + r, y, r, G_PI_2, 3 * G_PI_2);
  cairo_arc (cr, x + width - r, y, r, -G_PI_2, G_PI_2);
  cairo_close_path (cr);
  sl_map_painting_colour (self, &self->palette->text, 1);
  cairo_fill (cr);
  sl_map_painting_caption (self, word, x + 5 + sign, y + 4, 1, &self->palette->background, FALSE);
}

/* Broken through, and said to be the weakest. */
static void
paint_weakest (const SlMapPainting *self, double x, double y, double dx, double dy)
{
  /* TRANSLATORS: mark at a link of the map, a few letters: it is argued less well than the others of its path. */
  const char *word = sl_map_painting_words (self, N_ ("weakest"));
  cairo_t *cr = self->cr;

  for (int side = -1; side <= 1; side += 2)
    {
      double cx = x + side * 3 * dx, cy = y + side * 3 * dy;

      /* Slanted across the link. */
      cairo_move_to (cr, cx - BREAK * (dx * 0.4 - dy), cy - BREAK * (dy * 0.4 + dx));
      cairo_line_to (cr, cx + BREAK * (dx * 0.4 - dy), cy + BREAK * (dy * 0.4 + dx));
    }
  sl_map_painting_colour (self, &self->palette->background, 1);
  cairo_set_line_width (cr, 5);
  cairo_stroke_preserve (cr);
  sl_map_painting_colour (self, &self->palette->text, 1);
  cairo_set_line_width (cr, 1.8);
  cairo_stroke (cr);
  if (self->readable)
    paint_pill (self, word, x - (sl_map_painting_measure (self, word) + 10) / 2, y - BREAK - PILL / 2 - 4, 0);
}

void
sl_map_painting_trace_link (const SlMapPainting *self, guint number)
{
  const SlMapLink *link = &self->drawing->links[number];
  double x, y, dx, dy;

  if (link->n_points < 2)
    return;
  find_middle (self->drawing->points + link->first_point, link->n_points, &x, &y, &dx, &dy);
  sl_map_painting_colour (self, &self->palette->text, 1);
  if (self->style->trace->weakest == (int) number)
    paint_weakest (self, x, y, dx, dy);
  else
    paint_chevron (self, x, y, dx, dy);
}

/* --- Cards -------------------------------------------------------------------------------------------------------- */

/* A bolt: something strikes here. */
static void
draw_bolt (cairo_t *cr, double x, double y, double size)
{
  static const double points[][2] = { { 0.62, 0 }, { 0.18, 0.58 }, { 0.46, 0.58 }, { 0.34, 1 }, { 0.84, 0.38 }, { 0.54, 0.38 } };

  cairo_new_path (cr);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    cairo_line_to (cr, x + points[i][0] * size, y + points[i][1] * size);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* A clock: late by itself. */
static void
draw_clock (cairo_t *cr, double x, double y, double size)
{
  double r = size * 0.42, cx = x + size / 2, cy = y + size / 2;

  cairo_new_path (cr);
  cairo_arc (cr, cx, cy, r, 0, 2 * G_PI);
  cairo_move_to (cr, cx, cy - r * 0.7);
  cairo_line_to (cr, cx, cy);
  cairo_line_to (cr, cx + r * 0.6, cy);
  cairo_set_line_width (cr, size * 0.13);
  cairo_stroke (cr);
}

static void
draw_sign (cairo_t *cr, int mark, double x, double y, double size)
{
  (mark == SL_MAP_TRACE_LATE ? draw_clock : draw_bolt) (cr, x, y, size);
}

static int
mark_of (const SlMapPainting *self, guint card)
{
  return self->style->trace != NULL ? self->style->trace->marks[card] : SL_MAP_TRACE_PLAIN;
}

double
sl_map_painting_trace_mark (const SlMapPainting *self, guint card, double right, double baseline)
{
  int mark = mark_of (self, card);
  const char *word;
  double width;

  if (mark == SL_MAP_TRACE_PLAIN)
    return 0;
  word = sl_map_painting_words (self, sl_map_trace_mark_word (mark));
  width = sl_map_painting_measure (self, word) + SIGN + 11;
  paint_pill (self, word, right - width, baseline - 4, SIGN + 1);
  sl_map_painting_colour (self, &self->palette->background, 1);
  draw_sign (self->cr, mark, right - width + 4.5, baseline - 4 - SIGN / 2, SIGN);
  return width + 4;
}

void
sl_map_painting_trace_far (const SlMapPainting *self, guint card)
{
  const SlMapCard *place = &self->drawing->cards[card];
  int mark = mark_of (self, card);
  double size = place->height * 0.6;

  if (mark == SL_MAP_TRACE_PLAIN)
    return;
  sl_map_painting_colour (self, &self->palette->background, 1);
  cairo_new_path (self->cr);
  cairo_arc (self->cr, place->x, place->y, size * 0.62, 0, 2 * G_PI);
  cairo_fill (self->cr);
  sl_map_painting_colour (self, &self->palette->text, 1);
  draw_sign (self->cr, mark, place->x - size / 2, place->y - size / 2, size);
}
