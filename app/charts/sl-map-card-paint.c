/* Paints a card of the map: what it is, what it says, how far it is, whose it is, what threatens it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "charts/sl-map-paint-private.h"

#include "charts/sl-glyph.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROUND 14.0 /* corner of an outcome and a purpose */
#define GAP 6.0
#define BADGE 14.0 /* height */

static void
box (cairo_t *cr, double x, double y, double width, double height, double corner)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - corner, y + corner, corner, -G_PI_2, 0);
  cairo_arc (cr, x + width - corner, y + height - corner, corner, 0, G_PI_2);
  cairo_arc (cr, x + corner, y + height - corner, corner, G_PI_2, G_PI);
  cairo_arc (cr, x + corner, y + corner, corner, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
show_title (const SlMapPainting *self, const SlMapCard *card, double x, double baseline, double alpha)
{
  PangoLayoutIter *iter;
  guint n = 0;

  sl_map_text_set (self->title, card->title);
  sl_map_painting_colour (self, &self->palette->text, alpha);
  iter = pango_layout_get_iter (self->title);
  do
    {
      PangoRectangle extents;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      cairo_move_to (self->cr, x + (double) extents.x / PANGO_SCALE, baseline + SL_MAP_LINE * n);
      pango_cairo_show_layout_line (self->cr, pango_layout_iter_get_line_readonly (iter));
    }
  while (++n < card->lines && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* Too small to read: a line where each line of the title would be. */
static void
show_bars (const SlMapPainting *self, const SlMapCard *card, double x, double baseline, double alpha)
{
  double width = SL_MAP_CARD_WIDTH - SL_MAP_BAND - 2 * SL_MAP_PAD;

  sl_map_painting_colour (self, &self->palette->dim, alpha);
  for (guint i = 0; i < card->lines; i++)
    cairo_rectangle (self->cr, x, baseline - 8 + SL_MAP_LINE * i, i + 1 < card->lines || card->lines == 1 ? width : width * 0.6, 5);
  cairo_fill (self->cr);
}

/* How many findings, as a badge that ends at @right. */
static void
show_findings (const SlMapPainting *self, const SlMapCard *card, double right, double baseline, double alpha)
{
  g_autofree char *text = g_strdup_printf ("! %u", sl_map_card_findings (card));
  double width = sl_map_painting_measure (self, text) + 10;

  box (self->cr, right - width, baseline - BADGE + 3, width, BADGE, BADGE / 2);
  sl_map_painting_colour (self, self->style->overlay != NULL ? &self->palette->dim : &self->palette->letter[SL_STATUS_RED], alpha);
  cairo_fill (self->cr);
  sl_map_painting_caption (self, text, right - width + 5, baseline, 1, &self->palette->background, FALSE);
}

/* Sign of the type and code at the left, findings and level at the right. */
static void
show_head (const SlMapPainting *self, const SlMapCard *card, double x, double right, double baseline, double alpha)
{
  SlStatus level = sl_status_from_rag (card->level, FALSE);

  sl_map_sign_type (self, card->column, card->negative, x, baseline - SL_MAP_GLYPH + 1, SL_MAP_GLYPH, alpha);
  x += SL_MAP_GLYPH + GAP - 1;
  x += sl_map_painting_caption (self, card->code, x, baseline, alpha, &self->bands[card->column], FALSE) + GAP;
  if (card->negative)
    /* TRANSLATORS: mark of a harm on a card of the map, a few letters. */
    sl_map_painting_caption (self, sl_map_painting_words (self, N_ ("harm")), x, baseline, alpha, &self->palette->text, FALSE);
  if (card->level != SL_RAG_NONE && self->style->overlay == NULL)
    {
      right -= sl_map_painting_caption (self, sl_map_painting_words (self, sl_glyph_letter (level)), right, baseline, alpha,
                                        &self->palette->letter[level], TRUE)
               + 3;
      if (alpha == 1)
        sl_glyph_draw (self->cr, right - SL_MAP_GLYPH, baseline - SL_MAP_GLYPH + 1, SL_MAP_GLYPH, level, self->palette);
      right -= SL_MAP_GLYPH + GAP + 1;
    }
  if (sl_map_card_findings (card) > 0)
    show_findings (self, card, right, baseline, alpha);
}

/* Status at the left, owner at the right. */
static void
show_foot (const SlMapPainting *self, const SlMapCard *card, double x, double right, double baseline, double alpha)
{
  guint number = (guint) (card - self->drawing->cards);
  const SlField *field = &sl_kind_get (SL_KIND_MAP_NODE)->fields[SL_MAP_NODE_STATUS];
  const char *status = sl_map_painting_words (self, sl_enum_label (field->tokens, card->status));

  sl_map_sign_status (self, card->status, x, baseline - SL_MAP_GLYPH + 1, SL_MAP_GLYPH, alpha);
  sl_map_painting_caption (self, status, x + SL_MAP_GLYPH + GAP - 1, baseline, alpha, &self->palette->dim, FALSE);
  right -= sl_map_painting_trace_mark (self, number, right, baseline);
  if (*card->owner != '\0')
    sl_map_painting_caption (self, card->owner, right, baseline, alpha, &self->palette->dim, TRUE);
}

/* From far away corners and clips cost more than they show; from further still a card is a dot in the colour of its band. */
static void
paint_small (const SlMapPainting *self, double left, double top, const SlMapCard *card, double alpha)
{
  cairo_t *cr = self->cr;

  if (self->scale < SL_MAP_DOTS)
    {
      sl_map_sign_band (self, card->column, left, top, SL_MAP_CARD_WIDTH, card->height, alpha);
      return;
    }
  cairo_rectangle (cr, left, top, SL_MAP_CARD_WIDTH, card->height);
  sl_map_painting_colour (self, &self->palette->background, 1);
  cairo_fill_preserve (cr);
  sl_map_painting_colour (self, card->negative ? &self->palette->text : &self->palette->dim, alpha * 0.7);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  sl_map_sign_band (self, card->column, left, top, SL_MAP_BAND, card->height, alpha);
}

/* What lies within @width of the left side of a box. */
static void
left_of_box (cairo_t *cr, double x, double y, double width, double height, double corner)
{
  double angle = corner > width ? acos (1 - width / corner) : G_PI_2;

  cairo_new_path (cr);
  cairo_arc (cr, x + corner, y + corner, corner, G_PI, G_PI + angle);
  if (corner < width)
    {
      cairo_line_to (cr, x + width, y);
      cairo_line_to (cr, x + width, y + height);
    }
  cairo_arc (cr, x + corner, y + height - corner, corner, G_PI - angle, G_PI);
  cairo_close_path (cr);
}

/* To clip by a round corner takes longer than all else of a card, so it is only done for what is hatched. */
static void
paint_band (const SlMapPainting *self, const SlMapCard *card, double left, double top, double corner, double alpha)
{
  const SlOverlayEntry *entry = sl_map_painting_entry (self, (guint) (card - self->drawing->cards));
  cairo_t *cr = self->cr;

  if (entry == NULL && !self->style->hatched)
    {
      left_of_box (cr, left, top, SL_MAP_BAND, card->height, corner);
      sl_map_painting_colour (self, &self->bands[card->column], alpha);
      cairo_fill (cr);
      return;
    }
  cairo_save (cr);
  box (cr, left, top, SL_MAP_CARD_WIDTH, card->height, corner);
  cairo_clip (cr);
  if (entry != NULL)
    sl_map_sign_tone_band (self, &entry->tone, left, top, SL_MAP_TONE_BAND, card->height, alpha);
  else
    sl_map_sign_band (self, card->column, left, top, SL_MAP_BAND, card->height, alpha);
  cairo_restore (cr);
}

static void
paint_ground (const SlMapPainting *self, const SlMapCard *card, double left, double top, double alpha, gboolean selected)
{
  static const double dashes[] = { 4, 3 };
  double corner = card->column >= 3 ? ROUND : SL_MAP_CORNER;
  cairo_t *cr = self->cr;

  cairo_new_path (cr);
  if (!self->readable && !selected)
    {
      paint_small (self, left, top, card, alpha);
      return;
    }
  box (cr, left, top, SL_MAP_CARD_WIDTH, card->height, corner);
  sl_map_painting_colour (self, selected ? &self->palette->selected : &self->palette->background, 1);
  cairo_fill (cr);
  paint_band (self, card, left, top, corner, alpha);
  box (cr, left, top, SL_MAP_CARD_WIDTH, card->height, corner);
  sl_map_painting_colour (self, selected || card->negative ? &self->palette->text : &self->palette->dim,
                          alpha * (selected ? 1 : 0.7));
  cairo_set_line_width (cr, selected ? 2 : 1);
  if (card->negative)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

void
sl_map_painting_card (const SlMapPainting *self, guint number)
{
  const SlMapCard *card = &self->drawing->cards[number];
  double left = card->x - SL_MAP_CARD_WIDTH / 2, top = card->y - card->height / 2;
  double x = left + SL_MAP_BAND + SL_MAP_PAD, right = left + SL_MAP_CARD_WIDTH - SL_MAP_PAD;
  double alpha = self->style->lit == NULL || self->style->lit[number] ? 1 : SL_MAP_FADED;

  paint_ground (self, card, left, top, alpha,
                self->style->selected == (int) number || (self->style->chosen != NULL && self->style->chosen[number]));
  if (!self->readable && self->style->overlay != NULL)
    {
      sl_map_painting_says_far (self, number, alpha);
      sl_map_painting_trace_far (self, number);
      return;
    }
  if (!self->readable)
    {
      if (self->scale >= SL_MAP_DOTS)
        show_bars (self, card, x, top + SL_MAP_TITLE, alpha);
      sl_map_painting_trace_far (self, number);
      return;
    }
  show_head (self, card, x, right, top + SL_MAP_PAD + 9, alpha);
  show_title (self, card, x, top + SL_MAP_TITLE, alpha);
  if (self->style->overlay != NULL)
    sl_map_painting_says (self, number, x, right, top + card->height - SL_MAP_PAD - 1, alpha);
  else
    show_foot (self, card, x, right, top + card->height - SL_MAP_PAD - 1, alpha);
}
