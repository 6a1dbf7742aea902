/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charts/sl-map-paint-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define QUICK_TOLERANCE 0.5 /* device pixels a curve may be beside its place */

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
  self->scale = hypot (dx, dy);
  self->readable = self->scale >= SL_MAP_READABLE;
  cairo_save (cr);
  if (style->quick)
    {
      cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
      cairo_set_tolerance (cr, QUICK_TOLERANCE);
    }
}

void
sl_map_painting_end (SlMapPainting *self)
{
  cairo_restore (self->cr);
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
      sl_map_painting_links (&self);
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
