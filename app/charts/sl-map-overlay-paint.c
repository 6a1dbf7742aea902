/* Paints what an overlay says of cards and links.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "charts/sl-map-paint-private.h"

#include <math.h>
#include <string.h>

#define GAP 5.0
#define FAR 0.14      /* scale below which a card is nothing but its tone */
#define LARGER 4.0    /* a sign seen from afar */
#define AFAR_BAND 24.0
#define SILENT 0.35   /* a link of which nothing is said */
#define FIGURE 13.0   /* height of what stands on a link */

const SlOverlayEntry *
sl_map_painting_entry (const SlMapPainting *self, guint card)
{
  const SlMapOverlay *overlay = self->style->overlay;

  return overlay != NULL && card < overlay->n_cards ? &overlay->entries[overlay->cards[card].entry] : NULL;
}

static const SlOverlayEntry *
link_entry (const SlMapPainting *self, guint link)
{
  const SlMapOverlay *overlay = self->style->overlay;

  return overlay != NULL && link < overlay->n_links && overlay->links[link] != SL_OVERLAY_SILENT
             ? &overlay->entries[overlay->links[link]]
             : NULL;
}

/* --- Signs alone -------------------------------------------------------------------------------------------------- */

void
sl_map_paint_tone (const SlMapOverlay *overlay, guint entry, cairo_t *cr, const SlMapStyle *style)
{
  SlMapPainting self;

  g_return_if_fail (overlay != NULL && entry < overlay->n_entries && cr != NULL && style != NULL);
  sl_map_painting_begin (&self, NULL, cr, style);
  sl_map_sign_tone (&self, &overlay->entries[entry].tone, overlay->entries[entry].letters, 0, 1, SL_MAP_GLYPH, 1);
  sl_map_painting_end (&self);
}

double
sl_map_tone_width (const SlMapOverlay *overlay, guint entry)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  const SlMapStyle style = { 0 };
  SlMapPainting self;
  double width;

  sl_map_painting_begin (&self, NULL, cr, &style);
  width = sl_map_sign_tone_width (&self, &overlay->entries[entry].tone, overlay->entries[entry].letters, SL_MAP_GLYPH);
  sl_map_painting_end (&self);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return width;
}

/* --- Cards -------------------------------------------------------------------------------------------------------- */

/* Shortened where it has no room. */
static void
show_words (const SlMapPainting *self, const char *text, double x, double right, double baseline, double alpha)
{
  PangoLayout *line = sl_map_text_line (self->context, SL_MAP_CAPTION_SIZE, FALSE);

  pango_layout_set_width (line, (int) (MAX (0, right - x) * PANGO_SCALE));
  pango_layout_set_ellipsize (line, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (line, text, -1);
  sl_map_painting_colour (self, &self->palette->text, alpha);
  cairo_move_to (self->cr, x, baseline);
  pango_cairo_show_layout_line (self->cr, pango_layout_get_line_readonly (line, 0));
  g_object_unref (line);
}

/* Owner at the right, but where that is what the card says, or what it says needs the room. */
void
sl_map_painting_says (const SlMapPainting *self, guint card, double x, double right, double baseline, double alpha)
{
  const SlOverlayCard *says = &self->style->overlay->cards[card];
  const char *owner = self->drawing->cards[card].owner;
  double width;

  x += sl_map_sign_tone (self, &sl_map_painting_entry (self, card)->tone, says->letters, x, baseline - SL_MAP_GLYPH + 1,
                         SL_MAP_GLYPH, alpha)
       + GAP;
  right -= sl_map_painting_trace_mark (self, card, right, baseline);
  width = *owner != '\0' ? sl_map_painting_measure (self, owner) + GAP : 0;
  if (width > 0 && self->style->overlay->mode != SL_OVERLAY_OWNER
      && x + sl_map_painting_measure (self, says->says) <= right - width)
    right -= sl_map_painting_caption (self, owner, right, baseline, alpha, &self->palette->dim, TRUE) + GAP;
  show_words (self, says->says, x, right, baseline, alpha);
}

void
sl_map_painting_says_far (const SlMapPainting *self, guint number, double alpha)
{
  const SlMapCard *card = &self->drawing->cards[number];
  const SlMapTone *tone = &sl_map_painting_entry (self, number)->tone;
  double left = card->x - SL_MAP_CARD_WIDTH / 2, top = card->y - card->height / 2;
  gboolean whole = self->scale < FAR;
  cairo_t *cr = self->cr;

  sl_map_sign_tone_band (self, tone, left, top, whole ? SL_MAP_CARD_WIDTH : AFAR_BAND, card->height, alpha);
  if (whole)
    return;
  cairo_save (cr);
  cairo_translate (cr, left + AFAR_BAND + 10, card->y - LARGER * SL_MAP_GLYPH / 2);
  cairo_scale (cr, LARGER, LARGER);
  sl_map_sign_tone (self, tone, self->style->overlay->cards[number].letters, 0, 0, SL_MAP_GLYPH, alpha);
  cairo_restore (cr);
}

/* --- Links -------------------------------------------------------------------------------------------------------- */

void
sl_map_painting_says_link (const SlMapPainting *self, guint link, const SlRgb **colour, double *alpha)
{
  const SlMapOverlay *overlay = self->style->overlay;
  const SlOverlayEntry *entry = link_entry (self, link);

  if (overlay == NULL || overlay->links == NULL)
    return;
  if (entry != NULL)
    *colour = sl_map_tone_colour (&entry->tone, self->style->palette);
  /* What is traced has the light. */
  if (self->style->trace != NULL)
    return;
  if (entry == NULL)
    *alpha *= SILENT;
  if (self->style->overlay_only > 0)
    *alpha = overlay->links[link] == (int) self->style->overlay_only - 1 ? 1 : SL_MAP_FADED;
}

/* On a ground of its own, so that it is not crossed out by the link. */
static void
show_figure (const SlMapPainting *self, const char *text, double x, double y)
{
  double width = sl_map_painting_measure (self, text) + 4;

  cairo_new_path (self->cr);
  cairo_rectangle (self->cr, x - width / 2, y - FIGURE / 2, width, FIGURE);
  sl_map_painting_colour (self, &self->palette->background, 1);
  cairo_fill (self->cr);
  sl_map_painting_caption (self, text, x - width / 2 + 2, y + 4, 1, &self->palette->text, FALSE);
}

void
sl_map_painting_link_figures (const SlMapPainting *self)
{
  const guint8 *lit = self->style->lit;
  guint only = self->style->trace == NULL ? self->style->overlay_only : 0;

  for (guint i = 0; self->readable && self->style->overlay != NULL && i < self->style->overlay->n_links; i++)
    {
      const SlOverlayEntry *entry = link_entry (self, i);
      const SlMapLink *link = &self->drawing->links[i];
      const SlLayoutPoint *at = self->drawing->points + link->first_point;
      double x, y;

      if (entry == NULL || link->n_points < 2
          || (only > 0 ? self->style->overlay->links[i] != (int) only - 1
                       : lit != NULL && !(lit[link->source] && lit[link->target])))
        continue;
      x = (at[0].x + at[1].x) / 2;
      y = (at[0].y + at[1].y) / 2;
      if (x > self->x1 && x < self->x2 && y > self->y1 && y < self->y2)
        show_figure (self, entry->letters, x, y);
    }
}
