/* Signs of the map: what a card is and how far it is, by shape as well as by colour.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/sl-map-paint-private.h"

#include <math.h>

/* --- Types -------------------------------------------------------------------------------------------------------- */

/* Coins on each other. */
static void
draw_coins (cairo_t *cr, double s)
{
  for (int i = 0; i < 3; i++)
    {
      cairo_move_to (cr, s * 0.16, s * (0.2 + 0.3 * i));
      cairo_line_to (cr, s * 0.84, s * (0.2 + 0.3 * i));
    }
  cairo_set_line_width (cr, s * 0.19);
  cairo_stroke (cr);
}

/* A nut. */
static void
draw_nut (cairo_t *cr, double s)
{
  for (int i = 0; i < 6; i++)
    cairo_line_to (cr, s / 2 + s * 0.46 * cos (i * G_PI / 3), s / 2 + s * 0.46 * sin (i * G_PI / 3));
  cairo_close_path (cr);
  cairo_new_sub_path (cr);
  cairo_arc (cr, s / 2, s / 2, s * 0.13, 0, 2 * G_PI);
  cairo_set_line_width (cr, s * 0.13);
  cairo_stroke (cr);
}

/* Two arrows onward. */
static void
draw_onward (cairo_t *cr, double s)
{
  for (int i = 0; i < 2; i++)
    {
      double x = s * (0.16 + 0.38 * i);

      cairo_move_to (cr, x, s * 0.14);
      cairo_line_to (cr, x + s * 0.32, s / 2);
      cairo_line_to (cr, x, s * 0.86);
    }
  cairo_set_line_width (cr, s * 0.17);
  cairo_stroke (cr);
}

/* Bars that rise, or fall where the outcome is a harm. */
static void
draw_bars (cairo_t *cr, double s, gboolean falling)
{
  for (int i = 0; i < 3; i++)
    {
      double height = s * (0.3 + 0.3 * (falling ? 2 - i : i));

      cairo_rectangle (cr, s * (0.08 + 0.32 * i), s * 0.95 - height, s * 0.2, height);
    }
  cairo_fill (cr);
}

static void
draw_target (cairo_t *cr, double s)
{
  cairo_arc (cr, s / 2, s / 2, s * 0.42, 0, 2 * G_PI);
  cairo_set_line_width (cr, s * 0.13);
  cairo_stroke (cr);
  cairo_arc (cr, s / 2, s / 2, s * 0.17, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_star (cairo_t *cr, double s)
{
  for (int i = 0; i < 10; i++)
    {
      double r = s * (i % 2 == 0 ? 0.52 : 0.22), angle = i * G_PI / 5 - G_PI_2;

      cairo_line_to (cr, s / 2 + r * cos (angle), s * 0.54 + r * sin (angle));
    }
  cairo_close_path (cr);
  cairo_fill (cr);
}

void
sl_map_sign_type (const SlMapPainting *self, guint column, gboolean negative, double x, double y, double size, double alpha)
{
  cairo_t *cr = self->cr;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_new_path (cr);
  sl_map_painting_colour (self, &self->bands[column], alpha);
  if (negative)
    draw_bars (cr, size, TRUE);
  else if (column == 0)
    draw_coins (cr, size);
  else if (column == 1)
    draw_nut (cr, size);
  else if (column == 2)
    draw_onward (cr, size);
  else if (column == 3)
    draw_bars (cr, size, FALSE);
  else if (column == 4)
    draw_target (cr, size);
  else
    draw_star (cr, size);
  cairo_restore (cr);
}

/* --- Status ------------------------------------------------------------------------------------------------------- */

void
sl_map_sign_status (const SlMapPainting *self, int status, double x, double y, double size, double alpha)
{
  sl_map_sign_progress (self, status, &self->palette->dim, x, y, size, alpha);
}

void
sl_map_sign_progress (const SlMapPainting *self, int status, const SlRgb *colour, double x, double y, double size, double alpha)
{
  double cx = x + size / 2, cy = y + size / 2, r = size * 0.42;
  cairo_t *cr = self->cr;

  cairo_new_path (cr);
  sl_map_painting_colour (self, colour, alpha);
  cairo_set_line_width (cr, size * 0.12);
  cairo_arc (cr, cx, cy, r, 0, 2 * G_PI);
  if (status == SL_NODE_STATUS_PLANNED)
    cairo_stroke (cr);
  else if (status == SL_NODE_STATUS_IN_PROGRESS)
    {
      cairo_stroke (cr);
      cairo_arc (cr, cx, cy, r, -G_PI_2, G_PI_2);
      cairo_fill (cr);
    }
  else
    cairo_fill (cr);
  if (status != SL_NODE_STATUS_ADOPTED && status != SL_NODE_STATUS_ACHIEVED)
    return;
  /* In use, or come true: ticked off. */
  sl_map_painting_colour (self, &self->palette->background, alpha);
  cairo_move_to (cr, cx - r * 0.5, cy + r * 0.05);
  cairo_line_to (cr, cx - r * 0.1, cy + r * 0.45);
  cairo_line_to (cr, cx + r * 0.5, cy - r * 0.4);
  cairo_stroke (cr);
}

/* --- Bands -------------------------------------------------------------------------------------------------------- */

/* Lines across, of another slant for every column. */
static void
hatch (cairo_t *cr, guint column, double x, double y, double width, double height)
{
  static const double slants[SL_MAP_COLUMNS] = { 0, 1, -1, 0, 0.5, 0 }, gaps[SL_MAP_COLUMNS] = { 0, 4, 4, 4, 2.5, 9 };
  double slant = slants[column] * width, gap = gaps[column];

  for (double at = y - width; gap > 0 && at < y + height + width; at += gap)
    {
      cairo_move_to (cr, x, at);
      cairo_line_to (cr, x + width, at - slant);
    }
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
}

void
sl_map_sign_band (const SlMapPainting *self, guint column, double x, double y, double width, double height, double alpha)
{
  cairo_t *cr = self->cr;

  cairo_new_path (cr);
  sl_map_painting_colour (self, &self->bands[column], alpha);
  cairo_rectangle (cr, x, y, width, height);
  /* Money is the one that stays full. */
  if (!self->style->hatched || column == 0)
    {
      cairo_fill (cr);
      return;
    }
  cairo_save (cr);
  cairo_clip (cr);
  hatch (cr, column, x, y, width, height);
  cairo_restore (cr);
  cairo_move_to (cr, x + width, y);
  cairo_line_to (cr, x + width, y + height);
  cairo_set_line_width (cr, 0.8);
  cairo_stroke (cr);
}
