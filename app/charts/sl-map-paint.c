/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charts/sl-map-paint.h"

#include "base/sl-text.h"
#include "charts/sl-glyph.h"
#include "charts/sl-map-text-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FADED 0.25       /* of what is not lit */
#define GLYPH 11.0
#define ARROW 7.0
#define CORNER 5.0
#define HALO 8.0         /* around the link selected */

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
  gboolean readable;
} Painting;

static const char *
words (const SlMapStyle *style, const char *msgid)
{
  return style->translated ? g_dgettext (GETTEXT_PACKAGE, msgid) : msgid;
}

static void
begin (Painting *self, const SlMapDrawing *drawing, cairo_t *cr, const SlMapStyle *style)
{
  double dx = 1, dy = 0;

  *self = (Painting){ .drawing = drawing, .style = style, .cr = cr, .palette = sl_palette_get (style->palette),
                      .bands = sl_palette_bands (style->palette), .context = sl_map_text_context () };
  self->title = sl_map_text_layout (self->context);
  self->caption = sl_map_text_line (self->context, SL_MAP_CAPTION_SIZE, FALSE);
  cairo_clip_extents (cr, &self->x1, &self->y1, &self->x2, &self->y2);
  cairo_user_to_device_distance (cr, &dx, &dy);
  self->readable = hypot (dx, dy) >= SL_MAP_READABLE;
}

static void
end (Painting *self)
{
  g_object_unref (self->title);
  g_object_unref (self->caption);
  g_object_unref (self->context);
}

static void
set_colour (const Painting *self, const SlRgb *colour, double alpha)
{
  cairo_set_source_rgba (self->cr, colour->r, colour->g, colour->b, alpha);
}

static gboolean
is_lit (const Painting *self, guint card)
{
  return self->style->lit == NULL || self->style->lit[card];
}

/* --- Links -------------------------------------------------------------------------------------------------------- */

static gboolean
link_in_sight (const Painting *self, const SlLayoutPoint *points, guint n)
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
  double in = MIN (CORNER, hypot (at->x - before->x, at->y - before->y) / 2);
  double out = MIN (CORNER, hypot (after->x - at->x, after->y - at->y) / 2);
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

static void
paint_link (const Painting *self, const SlMapLink *link, double alpha)
{
  static const double dashes[] = { 5, 4 };
  const SlLayoutPoint *points = self->drawing->points + link->first_point;
  cairo_t *cr = self->cr;

  if (link->n_points < 2 || !link_in_sight (self, points, link->n_points))
    return;
  if (link->uid == self->style->link && link->uid != SL_UID_NONE)
    {
      set_colour (self, &self->palette->selected, 1);
      cairo_set_line_width (cr, HALO + 0.8 + 0.6 * link->evidence);
      trace (cr, points, link->n_points);
      cairo_stroke (cr);
    }
  set_colour (self, self->style->lit != NULL && alpha == 1 ? &self->palette->text : &self->palette->dim, alpha);
  cairo_set_line_width (cr, 0.8 + 0.6 * link->evidence);
  if (!link->essential)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  trace (cr, points, link->n_points);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  paint_tip (cr, &points[link->n_points - 2], &points[link->n_points - 1]);
}

static void
paint_links (const Painting *self)
{
  /* What is lit lies above. */
  for (int pass = self->style->lit != NULL ? 0 : 1; pass < 2; pass++)
    for (guint i = 0; i < self->drawing->n_links; i++)
      {
        const SlMapLink *link = &self->drawing->links[i];
        gboolean lit = is_lit (self, link->source) && is_lit (self, link->target);

        if (lit == (pass == 1))
          paint_link (self, link, lit ? 1 : FADED);
      }
}

/* --- Cards -------------------------------------------------------------------------------------------------------- */

static void
box (cairo_t *cr, double x, double y, double width, double height)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - CORNER, y + CORNER, CORNER, -G_PI_2, 0);
  cairo_arc (cr, x + width - CORNER, y + height - CORNER, CORNER, 0, G_PI_2);
  cairo_arc (cr, x + CORNER, y + height - CORNER, CORNER, G_PI_2, G_PI);
  cairo_arc (cr, x + CORNER, y + CORNER, CORNER, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* Returns how wide it is. */
static double
show_caption (const Painting *self, const char *text, double x, double baseline, double alpha, const SlRgb *colour,
              gboolean from_right)
{
  PangoLayoutLine *line;
  PangoRectangle extents;
  double width;

  pango_layout_set_text (self->caption, text, -1);
  line = pango_layout_get_line_readonly (self->caption, 0);
  pango_layout_line_get_extents (line, NULL, &extents);
  width = (double) extents.width / PANGO_SCALE;
  set_colour (self, colour, alpha);
  cairo_move_to (self->cr, from_right ? x - width : x, baseline);
  pango_cairo_show_layout_line (self->cr, line);
  return width;
}

static void
show_title (const Painting *self, const SlMapCard *card, double x, double baseline, double alpha)
{
  PangoLayoutIter *iter;
  guint n = 0;

  sl_map_text_set (self->title, card->title);
  set_colour (self, &self->palette->text, alpha);
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
show_bars (const Painting *self, const SlMapCard *card, double x, double baseline, double alpha)
{
  double width = SL_MAP_CARD_WIDTH - SL_MAP_BAND - 2 * SL_MAP_PAD;

  set_colour (self, &self->palette->dim, alpha);
  for (guint i = 0; i < card->lines; i++)
    cairo_rectangle (self->cr, x, baseline - 8 + SL_MAP_LINE * i, i + 1 < card->lines || card->lines == 1 ? width : width * 0.6, 5);
  cairo_fill (self->cr);
}

/* Code and owner at the left, level and findings at the right. */
static void
show_head (const Painting *self, const SlMapCard *card, double left, double top, double alpha)
{
  double right = left + SL_MAP_CARD_WIDTH - SL_MAP_PAD, baseline = top + SL_MAP_PAD + 9;
  double x = left + SL_MAP_BAND + SL_MAP_PAD;
  SlStatus level = sl_status_from_rag (card->level, FALSE);
  g_autofree char *faults = NULL;

  x += show_caption (self, card->code, x, baseline, alpha, &self->bands[card->column], FALSE) + 6;
  if (*card->owner != '\0')
    x += show_caption (self, card->owner, x, baseline, alpha, &self->palette->dim, FALSE) + 6;
  if (card->negative)
    /* TRANSLATORS: mark of a harm on a card of the map, a few letters. */
    show_caption (self, words (self->style, N_ ("harm")), x, baseline, alpha, &self->palette->text, FALSE);
  if (card->level != SL_RAG_NONE)
    {
      right -= show_caption (self, sl_glyph_letter (level), right, baseline, alpha, &self->palette->letter[level], TRUE) + 3;
      if (alpha == 1)
        sl_glyph_draw (self->cr, right - GLYPH, baseline - GLYPH + 1, GLYPH, level, self->palette);
      right -= GLYPH + 6;
    }
  if (card->faults == 0)
    return;
  faults = g_strdup_printf ("! %u", (guint) __builtin_popcount (card->faults));
  show_caption (self, faults, right, baseline, alpha, &self->palette->letter[SL_STATUS_RED], TRUE);
}

static void
paint_card (const Painting *self, guint number)
{
  const SlMapCard *card = &self->drawing->cards[number];
  double left = card->x - SL_MAP_CARD_WIDTH / 2, top = card->y - card->height / 2;
  double alpha = is_lit (self, number) ? 1 : FADED;
  gboolean selected = self->style->selected == (int) number || (self->style->chosen != NULL && self->style->chosen[number]);
  static const double dashes[] = { 4, 3 };
  cairo_t *cr = self->cr;

  box (cr, left, top, SL_MAP_CARD_WIDTH, card->height);
  set_colour (self, selected ? &self->palette->selected : &self->palette->background, 1);
  cairo_fill_preserve (cr);
  set_colour (self, selected || card->negative ? &self->palette->text : &self->palette->dim, alpha * (selected ? 1 : 0.7));
  cairo_set_line_width (cr, selected ? 2 : 1);
  if (card->negative)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke_preserve (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_save (cr);
  cairo_clip (cr);
  set_colour (self, &self->bands[card->column], alpha);
  cairo_rectangle (cr, left, top, SL_MAP_BAND, card->height);
  cairo_fill (cr);
  cairo_restore (cr);
  if (!self->readable)
    {
      show_bars (self, card, left + SL_MAP_BAND + SL_MAP_PAD, top + SL_MAP_PAD + 27, alpha);
      return;
    }
  show_head (self, card, left, top, alpha);
  show_title (self, card, left + SL_MAP_BAND + SL_MAP_PAD, top + SL_MAP_PAD + 27, alpha);
}

static gboolean
card_in_sight (const Painting *self, const SlMapCard *card)
{
  return card->x - SL_MAP_CARD_WIDTH / 2 <= self->x2 && card->x + SL_MAP_CARD_WIDTH / 2 >= self->x1
         && card->y - card->height / 2 <= self->y2 && card->y + card->height / 2 >= self->y1;
}

/* --- The whole ---------------------------------------------------------------------------------------------------- */

/* Where the drawing's @x is at the left and it is enlarged by @scale; the letters stay as they are. Each title takes @spare
 * less than up to the next one, and none goes beyond @width. */
static void
show_heads (const Painting *self, double x, double scale, double baseline, double spare, double width)
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
      pango_layout_set_text (head, words (self->style, sl_map_column_title (c)), -1);
      set_colour (self, &self->bands[c], 1);
      cairo_move_to (self->cr, left, baseline);
      pango_cairo_show_layout_line (self->cr, pango_layout_get_line_readonly (head, 0));
    }
  g_object_unref (head);
}

void
sl_map_paint_heads (const SlMapDrawing *drawing, cairo_t *cr, double x, double scale, double width, const SlMapStyle *style)
{
  Painting self;

  g_return_if_fail (drawing != NULL && cr != NULL && style != NULL);
  begin (&self, drawing, cr, style);
  show_heads (&self, x, scale, SL_MAP_HEAD_FLOAT - 10, SL_MAP_HEAD_SPARE, width);
  end (&self);
}

double
sl_map_head_width (guint column, const SlMapStyle *style)
{
  PangoContext *context = sl_map_text_context ();
  PangoLayout *head = sl_map_text_line (context, SL_MAP_TEXT_SIZE, TRUE);
  int width;

  pango_layout_set_text (head, words (style, sl_map_column_title (column)), -1);
  pango_layout_get_size (head, &width, NULL);
  g_object_unref (head);
  g_object_unref (context);
  return (double) width / PANGO_SCALE;
}

void
sl_map_paint (const SlMapDrawing *drawing, cairo_t *cr, SlMapParts parts, const SlMapStyle *style)
{
  Painting self;

  g_return_if_fail (drawing != NULL && cr != NULL && style != NULL);
  begin (&self, drawing, cr, style);
  if (parts & SL_MAP_HEADS)
    show_heads (&self, 0, 1, drawing->top + 16, 12, HUGE_VAL);
  if (parts & SL_MAP_LINKS)
    paint_links (&self);
  for (guint i = 0; parts & SL_MAP_CARDS && i < drawing->n_cards; i++)
    if (card_in_sight (&self, &drawing->cards[i]))
      paint_card (&self, i);
  end (&self);
}

void
sl_map_paint_card (const SlMapDrawing *drawing, guint card, cairo_t *cr, const SlMapStyle *style)
{
  Painting self;

  g_return_if_fail (drawing != NULL && card < drawing->n_cards && cr != NULL && style != NULL);
  cairo_save (cr);
  cairo_translate (cr, -drawing->cards[card].x, -drawing->cards[card].y);
  begin (&self, drawing, cr, style);
  paint_card (&self, card);
  end (&self);
  cairo_restore (cr);
}

/* --- Legend ------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *label;
  gboolean essential;
  int evidence;
  SlStatus status;
} Sample;

/* Returns where the next begins. */
static double
show_sample (const Painting *self, const Sample *sample, double x)
{
  static const double dashes[] = { 5, 4 };
  double baseline = SL_MAP_LEGEND_HEIGHT / 2 + 4;

  if (sample->status != SL_STATUS_NOTHING)
    {
      sl_glyph_draw (self->cr, x, baseline - GLYPH + 1, GLYPH, sample->status, self->palette);
      x += GLYPH + 4;
    }
  else
    {
      set_colour (self, &self->palette->dim, 1);
      cairo_set_line_width (self->cr, 0.8 + 0.6 * sample->evidence);
      if (!sample->essential)
        cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
      cairo_move_to (self->cr, x, baseline - 4);
      cairo_line_to (self->cr, x + 34, baseline - 4);
      cairo_stroke (self->cr);
      cairo_set_dash (self->cr, NULL, 0, 0);
      x += 40;
    }
  return x + show_caption (self, words (self->style, sample->label), x, baseline, 1, &self->palette->text, FALSE) + 18;
}

void
sl_map_paint_legend (cairo_t *cr, double width, const SlMapStyle *style)
{
  static const Sample samples[] = {
    { N_ ("essential link"), TRUE, 2, SL_STATUS_NOTHING },
    { N_ ("contributing link"), FALSE, 2, SL_STATUS_NOTHING },
    { N_ ("no evidence"), TRUE, 0, SL_STATUS_NOTHING },
    { N_ ("proven here"), TRUE, 4, SL_STATUS_NOTHING },
    { N_ ("risk level Red"), FALSE, 0, SL_STATUS_RED },
    { N_ ("Amber"), FALSE, 0, SL_STATUS_AMBER },
    { N_ ("Green"), FALSE, 0, SL_STATUS_GREEN },
  };
  Painting self;
  double x = 0;

  g_return_if_fail (cr != NULL && style != NULL);
  begin (&self, NULL, cr, style);
  for (guint i = 0; i < G_N_ELEMENTS (samples) && x < width; i++)
    x = show_sample (&self, &samples[i], x);
  end (&self);
}

/* --- Words -------------------------------------------------------------------------------------------------------- */

char *
sl_map_card_dup_words (const SlMapCard *card, gboolean translated)
{
  SlMapStyle style = { .translated = translated };
  const SlField *fields = sl_kind_get (SL_KIND_MAP_NODE)->fields;
  const char *type = words (&style, sl_enum_label (fields[SL_MAP_NODE_TYPE].tokens, card->type));
  const char *status = words (&style, sl_enum_label (fields[SL_MAP_NODE_STATUS].tokens, card->status));
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s, %s: %s. %s.", card->code, type, card->title, status);
  if (card->negative)
    g_string_append_printf (text, " %s.", words (&style, N_ ("A harm")));
  if (card->level != SL_RAG_NONE)
    {
      const char *level = words (&style, sl_rag_label (card->level, FALSE));
      /* TRANSLATORS: {1} is Red, Amber or Green. */
      g_autofree char *risk = sl_text_compose (words (&style, N_ ("Risk level {1}")), (const char *[]){ level, NULL });

      g_string_append_printf (text, " %s.", risk);
    }
  if (!card->complete)
    g_string_append_printf (text, " %s.", words (&style, N_ ("Line of sight broken")));
  return g_string_free (text, FALSE);
}

char *
sl_map_dup_alternative (const SlMapDrawing *drawing, gboolean translated)
{
  SlMapStyle style = { .translated = translated };
  g_autofree char *cards = g_strdup_printf ("%u", drawing->n_cards);
  g_autofree char *links = g_strdup_printf ("%u", drawing->n_links);
  g_autofree char *complete = NULL;
  guint n = 0;

  for (guint i = 0; i < drawing->n_cards; i++)
    n += drawing->cards[i].complete;
  complete = g_strdup_printf ("%u", n);
  return sl_text_compose (words (&style, N_ ("Benefit map: {1} cards and {2} links; {3} cards lie on a complete line of sight")),
                          (const char *[]){ cards, links, complete, NULL });
}
