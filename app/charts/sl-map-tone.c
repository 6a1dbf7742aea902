/* Tones of an overlay: each a colour with a shape or letters of its own, and a hatching for print.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "charts/sl-map-paint-private.h"

#include "charts/sl-glyph.h"

#include <math.h>

#define AFTER 3.0   /* between a sign and its letters */
#define INSIDE 3.0  /* beside the letters in a square */
#define BARS 4

static int
progress_step (int status)
{
  switch (status)
    {
    case SL_NODE_STATUS_IN_PROGRESS:
      return 1;
    case SL_NODE_STATUS_DELIVERED:
      return 2;
    case SL_NODE_STATUS_ADOPTED:
      return 3;
    case SL_NODE_STATUS_ACHIEVED:
      return 4;
    default:
      return 0;
    }
}

const SlRgb *
sl_map_tone_colour (const SlMapTone *tone, guint palette)
{
  switch (tone->kind)
    {
    case SL_MAP_TONE_STATE:
      return &sl_palette_get (palette)->shape[tone->value];
    case SL_MAP_TONE_PROGRESS:
      return &sl_palette_steps (palette)[progress_step (tone->value)];
    case SL_MAP_TONE_STEP:
      return &sl_palette_steps (palette)[tone->value];
    case SL_MAP_TONE_HUE:
      return &sl_palette_bands (palette)[tone->value];
    case SL_MAP_TONE_OTHER:
      return &sl_palette_get (palette)->dim;
    case SL_MAP_TONE_NONE:
    case SL_MAP_TONE_UNKNOWN:
    default:
      return &sl_palette_get (palette)->shape[SL_STATUS_UNKNOWN];
    }
}

/* --- Signs -------------------------------------------------------------------------------------------------------- */

static gboolean
is_square (const SlMapTone *tone)
{
  return tone->kind == SL_MAP_TONE_HUE || tone->kind == SL_MAP_TONE_OTHER;
}

double
sl_map_sign_tone_width (const SlMapPainting *self, const SlMapTone *tone, const char *letters, double size)
{
  double width = *letters != '\0' ? sl_map_painting_measure (self, letters) : 0;

  if (is_square (tone))
    return MAX (size, width + 2 * INSIDE);
  return size + (width > 0 ? AFTER + width : 0);
}

/* As many as the grade are full. */
static void
draw_bars (const SlMapPainting *self, int grade, const SlRgb *colour, double x, double y, double size, double alpha)
{
  cairo_t *cr = self->cr;

  for (int i = 0; i < BARS; i++)
    {
      double height = size * (0.25 + 0.25 * i);

      cairo_rectangle (cr, x + size * 0.26 * i, y + size - (i < grade ? height : size * 0.12), size * 0.19,
                       i < grade ? height : size * 0.12);
    }
  sl_map_painting_colour (self, colour, alpha);
  cairo_fill (cr);
}

/* Letters on a ground of the tone; the others stand in a frame instead. */
static void
draw_square (const SlMapPainting *self, const SlMapTone *tone, const char *letters, const SlRgb *colour, double x, double y,
             double width, double size, double alpha)
{
  gboolean other = tone->kind == SL_MAP_TONE_OTHER;
  double inset = other ? 0.5 : 0;
  double text = sl_map_painting_measure (self, letters);

  cairo_new_path (self->cr);
  cairo_rectangle (self->cr, x + inset, y - 1 + inset, width - 2 * inset, size + 2 - 2 * inset);
  sl_map_painting_colour (self, colour, alpha);
  cairo_set_line_width (self->cr, 1);
  if (other)
    cairo_stroke (self->cr);
  else
    cairo_fill (self->cr);
  sl_map_painting_caption (self, letters, x + (width - text) / 2, y + size - 1, other ? alpha : 1,
                           other ? &self->palette->text : &self->palette->background, FALSE);
}

double
sl_map_sign_tone (const SlMapPainting *self, const SlMapTone *tone, const char *letters, double x, double y, double size,
                  double alpha)
{
  const SlRgb *colour = sl_map_tone_colour (tone, self->style->palette);
  double width = sl_map_sign_tone_width (self, tone, letters, size);
  cairo_t *cr = self->cr;

  cairo_new_path (cr);
  if (is_square (tone))
    {
      draw_square (self, tone, letters, colour, x, y, width, size, alpha);
      return width;
    }
  if (tone->kind == SL_MAP_TONE_PROGRESS)
    sl_map_sign_progress (self, tone->value, colour, x, y, size, alpha);
  else if (tone->kind == SL_MAP_TONE_STEP)
    draw_bars (self, tone->value, colour, x, y, size, alpha);
  else if (tone->kind == SL_MAP_TONE_NONE)
    {
      cairo_rectangle (cr, x + size * 0.15, y + size * 0.43, size * 0.7, size * 0.14);
      sl_map_painting_colour (self, colour, alpha);
      cairo_fill (cr);
    }
  else if (alpha == 1)
    sl_glyph_draw (cr, x, y, size, tone->kind == SL_MAP_TONE_STATE ? (SlStatus) tone->value : SL_STATUS_UNKNOWN, self->palette);
  else
    {
      cairo_push_group (cr);
      sl_glyph_draw (cr, x, y, size, tone->kind == SL_MAP_TONE_STATE ? (SlStatus) tone->value : SL_STATUS_UNKNOWN, self->palette);
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, alpha);
    }
  if (*letters != '\0')
    sl_map_painting_caption (self, letters, x + size + AFTER, y + size - 1, alpha, &self->palette->text, FALSE);
  return width;
}

/* --- Bands -------------------------------------------------------------------------------------------------------- */

/* Lines across where colour is not enough: their slant (in widths) and what lies between them; no gap: full. */
typedef struct
{
  double slant, gap;
} Hatch;

static Hatch
find_hatch (const SlMapTone *tone)
{
  static const Hatch hues[SL_PALETTE_BANDS] = { { 0, 0 }, { 1, 4 }, { -1, 4 }, { 0, 4 }, { 0.5, 2.5 }, { 0, 9 } };

  if (tone->kind == SL_MAP_TONE_HUE)
    return hues[tone->value];
  if (tone->kind == SL_MAP_TONE_OTHER)
    return (Hatch){ -0.5, 5 };
  if (tone->kind == SL_MAP_TONE_STATE && tone->value != SL_STATUS_RED)
    return tone->value == SL_STATUS_AMBER ? (Hatch){ 1, 3.5 } : (Hatch){ 0, 9 };
  return (Hatch){ 0, 0 };
}

/* What has an order fills as a glass does: how much of it is full. Of what nothing is known stays empty. */
static double
find_fill (const SlMapTone *tone)
{
  switch (tone->kind)
    {
    case SL_MAP_TONE_NONE:
    case SL_MAP_TONE_UNKNOWN:
      return 0;
    case SL_MAP_TONE_PROGRESS:
      return tone->value == SL_NODE_STATUS_PLANNED ? 0 : tone->value == SL_NODE_STATUS_IN_PROGRESS ? 0.5 : 1;
    case SL_MAP_TONE_STEP:
      return (double) tone->value / BARS;
    case SL_MAP_TONE_STATE:
    case SL_MAP_TONE_HUE:
    case SL_MAP_TONE_OTHER:
    default:
      return 1;
    }
}

static void
hatch (cairo_t *cr, const Hatch *how, double x, double y, double width, double height)
{
  double slant = how->slant * width;

  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  for (double at = y - fabs (slant); at < y + height + fabs (slant); at += how->gap)
    {
      cairo_move_to (cr, x, at);
      cairo_line_to (cr, x + width, at - slant);
    }
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
sl_map_sign_tone_band (const SlMapPainting *self, const SlMapTone *tone, double x, double y, double width, double height,
                       double alpha)
{
  Hatch how = find_hatch (tone);
  double full = height * find_fill (tone);
  gboolean hatched = how.gap > 0 && (self->style->hatched || tone->kind == SL_MAP_TONE_OTHER);
  cairo_t *cr = self->cr;

  cairo_new_path (cr);
  sl_map_painting_colour (self, sl_map_tone_colour (tone, self->style->palette), alpha);
  if (hatched)
    hatch (cr, &how, x, y, width, height);
  else
    {
      cairo_rectangle (cr, x, y + height - full, width, full);
      cairo_fill (cr);
    }
  if (full == height && !hatched)
    return;
  cairo_move_to (cr, x + width - 0.4, y);
  cairo_line_to (cr, x + width - 0.4, y + height);
  cairo_set_line_width (cr, 0.8);
  cairo_stroke (cr);
}
