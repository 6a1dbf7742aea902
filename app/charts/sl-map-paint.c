/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charts/sl-map-paint-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ARROW 7.0
#define HALO 8.0 /* around the link selected */
#define HEAVIER 2.2 /* a link of the path that is traced */

const char *
sl_map_painting_words (const SlMapPainting *self, const char *msgid)
{
  return self->style->translated ? g_dgettext (GETTEXT_PACKAGE, msgid) : msgid;
}

void
sl_map_painting_begin (SlMapPainting *self, const SlMapDrawing *drawing, cairo_t *cr, const SlMapStyle *style)
{
  double dx = 1, dy = 0;

  *self = (SlMapPainting){ .drawing = drawing, .style = style, .cr = cr, .palette = sl_palette_get (style->palette),
                           .bands = sl_palette_bands (style->palette), .context = sl_map_text_context () };
  for (guint i = 0; style->overlay != NULL && i < SL_PALETTE_BANDS; i++)
    self->neutral[i] = self->palette->dim;
  if (style->overlay != NULL)
    self->bands = self->neutral;
  self->title = sl_map_text_layout (self->context);
  self->caption = sl_map_text_line (self->context, SL_MAP_CAPTION_SIZE, FALSE);
  cairo_clip_extents (cr, &self->x1, &self->y1, &self->x2, &self->y2);
  cairo_user_to_device_distance (cr, &dx, &dy);
  self->readable = hypot (dx, dy) >= SL_MAP_READABLE;
}

void
sl_map_painting_end (SlMapPainting *self)
{
  g_object_unref (self->title);
  g_object_unref (self->caption);
  g_object_unref (self->context);
}

void
sl_map_painting_colour (const SlMapPainting *self, const SlRgb *colour, double alpha)
{
  cairo_set_source_rgba (self->cr, colour->r, colour->g, colour->b, alpha);
}

static PangoLayoutLine *
set_caption (const SlMapPainting *self, const char *text, double *width)
{
  PangoLayoutLine *line;
  PangoRectangle extents;

  pango_layout_set_text (self->caption, text, -1);
  line = pango_layout_get_line_readonly (self->caption, 0);
  pango_layout_line_get_extents (line, NULL, &extents);
  *width = (double) extents.width / PANGO_SCALE;
  return line;
}

double
sl_map_painting_measure (const SlMapPainting *self, const char *text)
{
  double width;

  set_caption (self, text, &width);
  return width;
}

double
sl_map_painting_caption (const SlMapPainting *self, const char *text, double x, double baseline, double alpha,
                         const SlRgb *colour, gboolean ends)
{
  double width;
  PangoLayoutLine *line = set_caption (self, text, &width);

  sl_map_painting_colour (self, colour, alpha);
  cairo_move_to (self->cr, ends ? x - width : x, baseline);
  pango_cairo_show_layout_line (self->cr, line);
  return width;
}

void
sl_map_painting_pen (const SlMapPainting *self, gboolean essential, int evidence)
{
  static const double dashes[] = { 5, 4 };

  cairo_set_line_width (self->cr, 0.8 + 0.6 * evidence);
  if (!essential)
    cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
}

static gboolean
is_lit (const SlMapPainting *self, guint card)
{
  return self->style->lit == NULL || self->style->lit[card];
}

/* --- Links -------------------------------------------------------------------------------------------------------- */

static gboolean
link_in_sight (const SlMapPainting *self, const SlLayoutPoint *points, guint n)
{
  double low = points[0].y, high = points[0].y;

  for (guint i = 1; i < n; i++)
    {
      low = MIN (low, points[i].y);
      high = MAX (high, points[i].y);
    }
  /* The way around in a column stays between the columns. */
  return points[0].x <= self->x2 && points[n - 1].x + SL_LAYOUT_COLUMN_GAP >= self->x1 && low <= self->y2 && high >= self->y1;
}

/* A corner between a level and an upright stretch: a link that stays in its column goes around so. */
static void
turn (cairo_t *cr, const SlLayoutPoint *before, const SlLayoutPoint *at, const SlLayoutPoint *after)
{
  double in = MIN (SL_MAP_CORNER, hypot (at->x - before->x, at->y - before->y) / 2);
  double out = MIN (SL_MAP_CORNER, hypot (after->x - at->x, after->y - at->y) / 2);
  double x1 = at->x - copysign (before->y == at->y ? in : 0, at->x - before->x);
  double y1 = at->y - copysign (before->x == at->x ? in : 0, at->y - before->y);
  double x2 = at->x + copysign (after->y == at->y ? out : 0, after->x - at->x);
  double y2 = at->y + copysign (after->x == at->x ? out : 0, after->y - at->y);

  cairo_line_to (cr, x1, y1);
  cairo_curve_to (cr, at->x, at->y, at->x, at->y, x2, y2);
}

/* Between two points of its way a link leaves and arrives level, so that it reads as one curve. */
static void
trace (cairo_t *cr, const SlLayoutPoint *points, guint n)
{
  cairo_move_to (cr, points[0].x, points[0].y);
  for (guint i = 1; i < n; i++)
    {
      const SlLayoutPoint *a = &points[i - 1], *b = &points[i], *next = i + 1 < n ? &points[i + 1] : NULL;
      double middle = (a->x + b->x) / 2;

      if (next != NULL && (a->x == b->x || b->x == next->x))
        turn (cr, a, b, next);
      else if (a->y == b->y || a->x == b->x)
        cairo_line_to (cr, b->x, b->y);
      else
        cairo_curve_to (cr, middle, a->y, middle, b->y, b->x, b->y);
    }
}

/* Links arrive level: from the left, or from the right where they stay in the column. */
static void
paint_tip (cairo_t *cr, const SlLayoutPoint *before, const SlLayoutPoint *tip)
{
  double length = copysign (ARROW, tip->x - before->x);

  cairo_move_to (cr, tip->x, tip->y);
  cairo_line_to (cr, tip->x - length, tip->y - ARROW / 2);
  cairo_line_to (cr, tip->x - length, tip->y + ARROW / 2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static gboolean
is_on_path (const SlMapPainting *self, const SlMapLink *link)
{
  return self->style->trace != NULL && self->style->trace->on_path[link - self->drawing->links];
}

/* What is traced tells more than what is lit: of the links among those cards only the path. */
static gboolean
is_link_lit (const SlMapPainting *self, const SlMapLink *link)
{
  return self->style->trace != NULL ? is_on_path (self, link) : is_lit (self, link->source) && is_lit (self, link->target);
}

static void
paint_link (const SlMapPainting *self, const SlMapLink *link, double alpha)
{
  const SlLayoutPoint *points = self->drawing->points + link->first_point;
  const SlRgb *colour = self->style->lit != NULL && alpha == 1 ? &self->palette->text : &self->palette->dim;
  cairo_t *cr = self->cr;

  if (link->n_points < 2 || !link_in_sight (self, points, link->n_points))
    return;
  sl_map_painting_says_link (self, (guint) (link - self->drawing->links), &colour, &alpha);
  if (link->uid == self->style->link && link->uid != SL_UID_NONE)
    {
      sl_map_painting_colour (self, &self->palette->selected, 1);
      sl_map_painting_pen (self, TRUE, link->evidence);
      cairo_set_line_width (cr, cairo_get_line_width (cr) + HALO);
      trace (cr, points, link->n_points);
      cairo_stroke (cr);
    }
  sl_map_painting_colour (self, colour, alpha);
  sl_map_painting_pen (self, link->essential, link->evidence);
  if (is_on_path (self, link))
    cairo_set_line_width (cr, cairo_get_line_width (cr) + HEAVIER);
  trace (cr, points, link->n_points);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  paint_tip (cr, &points[link->n_points - 2], &points[link->n_points - 1]);
  if (is_on_path (self, link))
    sl_map_painting_trace_link (self, (guint) (link - self->drawing->links));
}

static void
paint_links (const SlMapPainting *self)
{
  /* What is lit lies above. */
  for (int pass = self->style->lit != NULL ? 0 : 1; pass < 2; pass++)
    for (guint i = 0; i < self->drawing->n_links; i++)
      {
        const SlMapLink *link = &self->drawing->links[i];
        gboolean lit = is_link_lit (self, link);

        if (lit == (pass == 1))
          paint_link (self, link, lit ? 1 : SL_MAP_FADED);
      }
}

/* --- The whole ---------------------------------------------------------------------------------------------------- */

static gboolean
card_in_sight (const SlMapPainting *self, const SlMapCard *card)
{
  return card->x - SL_MAP_CARD_WIDTH / 2 <= self->x2 && card->x + SL_MAP_CARD_WIDTH / 2 >= self->x1
         && card->y - card->height / 2 <= self->y2 && card->y + card->height / 2 >= self->y1;
}

/* Where the drawing's @x is at the left and it is enlarged by @scale; the letters stay as they are. Each title takes @spare
 * less than up to the next one, and none goes beyond @width. */
static void
show_heads (const SlMapPainting *self, double x, double scale, double baseline, double spare, double width)
{
  PangoLayout *head = sl_map_text_line (self->context, SL_MAP_TEXT_SIZE, TRUE);

  pango_layout_set_ellipsize (head, PANGO_ELLIPSIZE_END);
  for (guint c = 0; c < SL_MAP_COLUMNS; c++)
    {
      double left = (self->drawing->columns[c] - SL_MAP_CARD_WIDTH / 2 - x) * scale;

      if (isnan (left))
        continue;
      pango_layout_set_width (head, (int) (MAX (0, MIN ((SL_MAP_CARD_WIDTH + SL_LAYOUT_COLUMN_GAP) * scale, width - left) - spare)
                                           * PANGO_SCALE));
      pango_layout_set_text (head, sl_map_painting_words (self, sl_map_column_title (c)), -1);
      sl_map_painting_colour (self, &self->bands[c], 1);
      cairo_move_to (self->cr, left, baseline);
      pango_cairo_show_layout_line (self->cr, pango_layout_get_line_readonly (head, 0));
    }
  g_object_unref (head);
}

void
sl_map_paint_heads (const SlMapDrawing *drawing, cairo_t *cr, double x, double scale, double width, const SlMapStyle *style)
{
  SlMapPainting self;

  g_return_if_fail (drawing != NULL && cr != NULL && style != NULL);
  sl_map_painting_begin (&self, drawing, cr, style);
  show_heads (&self, x, scale, SL_MAP_HEAD_FLOAT - 10, SL_MAP_HEAD_SPARE, width);
  sl_map_painting_end (&self);
}

double
sl_map_head_width (guint column, const SlMapStyle *style)
{
  PangoContext *context = sl_map_text_context ();
  PangoLayout *head = sl_map_text_line (context, SL_MAP_TEXT_SIZE, TRUE);
  int width;

  pango_layout_set_text (head, style->translated ? _ (sl_map_column_title (column)) : sl_map_column_title (column), -1);
  pango_layout_get_size (head, &width, NULL);
  g_object_unref (head);
  g_object_unref (context);
  return (double) width / PANGO_SCALE;
}

void
sl_map_paint (const SlMapDrawing *drawing, cairo_t *cr, SlMapParts parts, const SlMapStyle *style)
{
  SlMapPainting self;

  g_return_if_fail (drawing != NULL && cr != NULL && style != NULL);
  sl_map_painting_begin (&self, drawing, cr, style);
  if (parts & SL_MAP_HEADS)
    show_heads (&self, 0, 1, drawing->top + 16, 12, HUGE_VAL);
  if (parts & SL_MAP_LINKS)
    {
      paint_links (&self);
      sl_map_painting_link_figures (&self);
    }
  for (guint i = 0; parts & SL_MAP_CARDS && i < drawing->n_cards; i++)
    if (card_in_sight (&self, &drawing->cards[i]))
      sl_map_painting_card (&self, i);
  sl_map_painting_end (&self);
}

void
sl_map_paint_card (const SlMapDrawing *drawing, guint card, cairo_t *cr, const SlMapStyle *style)
{
  SlMapPainting self;

  g_return_if_fail (drawing != NULL && card < drawing->n_cards && cr != NULL && style != NULL);
  cairo_save (cr);
  cairo_translate (cr, -drawing->cards[card].x, -drawing->cards[card].y);
  sl_map_painting_begin (&self, drawing, cr, style);
  sl_map_painting_card (&self, card);
  sl_map_painting_end (&self);
  cairo_restore (cr);
}
