/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charts/sl-glyph.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
draw_triangle (cairo_t *cr, double x, double y, double r)
{
  /* Set a little low: the eye takes the middle of the area for the centre. */
  cairo_move_to (cr, x, y - r);
  cairo_line_to (cr, x + r * 1.08, y + r * 0.84);
  cairo_line_to (cr, x - r * 1.08, y + r * 0.84);
  cairo_close_path (cr);
}

static void
draw_diamond (cairo_t *cr, double x, double y, double r)
{
  cairo_move_to (cr, x, y - r * 1.12);
  cairo_line_to (cr, x + r * 1.12, y);
  cairo_line_to (cr, x, y + r * 1.12);
  cairo_line_to (cr, x - r * 1.12, y);
  cairo_close_path (cr);
}

void
sl_glyph_draw (cairo_t *cr, double x, double y, double size, SlStatus status, const SlPalette *palette)
{
  double cx = x + size / 2, cy = y + size / 2, r = size * 0.42;
  const SlRgb *colour;

  g_return_if_fail (cr != NULL && palette != NULL && status < SL_N_STATUSES);
  if (status == SL_STATUS_NOTHING || size <= 0)
    return;
  colour = &palette->shape[status];
  cairo_set_source_rgb (cr, colour->r, colour->g, colour->b);
  cairo_new_path (cr);
  switch (status)
    {
    case SL_STATUS_UNKNOWN:
      cairo_set_line_width (cr, size * 0.14);
      cairo_arc (cr, cx, cy, r - size * 0.07, 0, 2 * G_PI);
      cairo_stroke (cr);
      return;
    case SL_STATUS_GREEN:
      cairo_arc (cr, cx, cy, r, 0, 2 * G_PI);
      break;
    case SL_STATUS_AMBER:
      draw_triangle (cr, cx, cy, r);
      break;
    case SL_STATUS_RED:
      draw_diamond (cr, cx, cy, r);
      break;
    case SL_STATUS_LOW:
    case SL_STATUS_MEDIUM:
    case SL_STATUS_HIGH:
    case SL_STATUS_NOTHING:
    case SL_N_STATUSES:
    default:
      cairo_rectangle (cr, cx - r * 0.88, cy - r * 0.88, r * 1.76, r * 1.76);
      break;
    }
  cairo_fill (cr);
}

const char *
sl_glyph_letter (SlStatus status)
{
  static const char *const letters[SL_N_STATUSES] = {
    /* TRANSLATORS: the letters that stand for Green, Amber, Red; then for Low, Medium, High. */
    "", "", N_ ("G"), N_ ("A"), N_ ("R"),
    N_ ("L"), N_ ("M"), N_ ("H"),
  };

  g_return_val_if_fail (status < SL_N_STATUSES, "");
  return letters[status];
}

const char *
sl_glyph_word (SlStatus status)
{
  static const char *const words[SL_N_STATUSES] = {
    "", N_ ("Not known"), N_ ("Green"), N_ ("Amber"), N_ ("Red"),
    /* TRANSLATORS: how much an opportunity is worth pursuing. */
    N_ ("Low"), N_ ("Medium"), N_ ("High"),
  };

  g_return_val_if_fail (status < SL_N_STATUSES, "");
  return words[status];
}
