/* What the matrix looks like.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "charts/sl-matrix-private.h"

#include "charts/sl-glyph.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *
words (const SlMatrix *self, const char *msgid)
{
  return self->translated ? g_dgettext (GETTEXT_PACKAGE, msgid) : msgid;
}

/* --- Tints -------------------------------------------------------------------------------------------------------- */

static SlRgb
mix (const SlRgb *ground, const SlRgb *colour, double share)
{
  return (SlRgb){ ground->r + (colour->r - ground->r) * share, ground->g + (colour->g - ground->g) * share,
                  ground->b + (colour->b - ground->b) * share };
}

static void
reckon_tint (guint flags, SlStatus status, SlRgb *tint)
{
  const SlPalette *palette = sl_palette_get (flags);
  gboolean high = (flags & SL_PALETTE_HIGH_CONTRAST) != 0;

  for (int percent = 24; percent >= 0; percent -= 2)
    {
      *tint = mix (&palette->background, &palette->shape[status], percent / 100.0);
      if (sl_rgb_contrast (&palette->text, tint) >= (high ? 7 : 4.5)
          && sl_rgb_contrast (&palette->dim, tint) >= (high ? 7 : 4.5)
          && sl_rgb_contrast (&palette->shape[status], tint) >= (high ? 4.5 : 3))
        return;
    }
}

void
sl_matrix_tint (guint palette, SlStatus status, SlRgb *tint)
{
  static SlRgb tints[SL_PALETTE_COUNT][SL_N_STATUSES];
  static gsize ready;

  g_return_if_fail (palette < SL_PALETTE_COUNT && status < SL_N_STATUSES && tint != NULL);
  if (g_once_init_enter (&ready))
    {
      for (guint flags = 0; flags < SL_PALETTE_COUNT; flags++)
        for (guint s = SL_STATUS_UNKNOWN; s < SL_N_STATUSES; s++)
          reckon_tint (flags, s, &tints[flags][s]);
      g_once_init_leave (&ready, 1);
    }
  *tint = tints[palette][status];
}

/* --- Axes --------------------------------------------------------------------------------------------------------- */

static void
paint_across (const SlMatrix *self, const SlMatrixLayout *layout, SlInk *ink, gboolean probability)
{
  char *const *steps = probability ? self->probability : self->impact;
  double foot = layout->grid.y + layout->grid.height, f = layout->font;
  gboolean compact = (layout->flags & SL_MATRIX_COMPACT) != 0;

  for (int n = 1; n <= SL_MATRIX_STEPS; n++)
    {
      char figure[2] = { (char) ('0' + n), 0 };
      SlMatrixRect cell;
      double x;

      sl_matrix_cell (layout, n, n, &cell);
      x = cell.x + cell.width / 2;
      sl_ink_font (ink, f, TRUE);
      sl_ink_text (ink, figure, x, foot + f * 0.8, SL_INK_MIDDLE, 0);
      sl_ink_font (ink, f, FALSE);
      if (!compact)
        sl_ink_text (ink, steps[n], x, foot + f * 2.1, SL_INK_MIDDLE, cell.width - 4);
    }
  sl_ink_font (ink, f, TRUE);
  sl_ink_text (ink, words (self, probability ? N_ ("Probability") : N_ ("Impact")), layout->grid.x + layout->grid.width / 2,
               foot + f * (compact ? 2.1 : 3.6), SL_INK_MIDDLE, layout->grid.width);
}

static void
paint_up (const SlMatrix *self, const SlMatrixLayout *layout, SlInk *ink, gboolean probability)
{
  char *const *steps = probability ? self->probability : self->impact;
  double right = layout->grid.x - layout->font * 0.5, f = layout->font;
  gboolean compact = (layout->flags & SL_MATRIX_COMPACT) != 0;

  for (int n = 1; n <= SL_MATRIX_STEPS; n++)
    {
      char figure[2] = { (char) ('0' + n), 0 };
      SlMatrixRect cell;
      double y;

      sl_matrix_cell (layout, n, n, &cell);
      y = cell.y + cell.height / 2;
      sl_ink_font (ink, f, TRUE);
      sl_ink_text (ink, figure, right, compact ? y : y - f * 0.65, SL_INK_RIGHT, 0);
      sl_ink_font (ink, f, FALSE);
      if (!compact)
        sl_ink_text (ink, steps[n], right, y + f * 0.65, SL_INK_RIGHT, layout->grid.x - f * 0.7);
    }
  sl_ink_font (ink, f, TRUE);
  sl_ink_text (ink, words (self, probability ? N_ ("Probability") : N_ ("Impact")), 0, f * 0.9, SL_INK_LEFT, layout->width);
}

static void
paint_axes (const SlMatrix *self, const SlMatrixLayout *layout, SlInk *ink)
{
  gboolean swap = (layout->flags & SL_MATRIX_SWAP) != 0;

  sl_ink_colour (ink, &ink->palette->text);
  paint_across (self, layout, ink, swap);
  paint_up (self, layout, ink, !swap);
}

void
sl_matrix_paint_axes (const SlMatrix *self, const SlMatrixLayout *layout, cairo_t *cr, const SlMatrixStyle *style)
{
  SlInk ink;

  sl_ink_begin (&ink, cr, style->palette);
  paint_axes (self, layout, &ink);
  sl_ink_end (&ink);
}

/* --- Cells -------------------------------------------------------------------------------------------------------- */

static void
slant (cairo_t *cr, const SlMatrixRect *r, double gap, gboolean falling)
{
  for (double at = -r->height; at < r->width; at += gap)
    {
      cairo_move_to (cr, r->x + at, falling ? r->y : r->y + r->height);
      cairo_line_to (cr, r->x + at + r->height, falling ? r->y + r->height : r->y);
    }
}

/* The lowest level keeps few lines, the middle one has more, the highest is crossed. */
static void
hatch (SlInk *ink, const SlMatrixRect *r, SlStatus status)
{
  cairo_t *cr = ink->cr;
  gboolean middle = status == SL_STATUS_AMBER || status == SL_STATUS_MEDIUM;
  gboolean highest = status == SL_STATUS_RED || status == SL_STATUS_HIGH;

  cairo_save (cr);
  cairo_rectangle (cr, r->x, r->y, r->width, r->height);
  cairo_clip (cr);
  if (middle || highest)
    slant (cr, r, 7, FALSE);
  else
    slant (cr, r, 22, FALSE);
  if (highest)
    slant (cr, r, 7, TRUE);
  cairo_set_source_rgba (cr, ink->palette->dim.r, ink->palette->dim.g, ink->palette->dim.b, 0.4);
  cairo_set_line_width (cr, 0.6);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_ground (SlInk *ink, const SlMatrixRect *r, SlStatus status, const SlMatrixStyle *style)
{
  SlRgb tint = ink->palette->background;

  if (!style->hatched)
    sl_matrix_tint (style->palette, status, &tint);
  /* Between tints the ground shows. */
  sl_ink_colour (ink, &tint);
  cairo_rectangle (ink->cr, r->x + 1, r->y + 1, r->width - 2, r->height - 2);
  cairo_fill (ink->cr);
  if (!style->hatched)
    return;
  hatch (ink, r, status);
  sl_ink_colour (ink, &ink->palette->dim);
  cairo_rectangle (ink->cr, r->x + 0.5, r->y + 0.5, r->width - 1, r->height - 1);
  cairo_set_line_width (ink->cr, 1);
  cairo_stroke (ink->cr);
}

/* Shape, letter, and word where the cell has room for it. */
static void
paint_status (const SlMatrix *self, const SlMatrixLayout *layout, SlInk *ink, const SlMatrixRect *r, SlStatus status)
{
  gboolean compact = (layout->flags & SL_MATRIX_COMPACT) != 0;
  double size = compact ? CLAMP (r->width * 0.3, 5, 10) : layout->font * 0.9;
  double pad = compact ? r->width * 0.08 : layout->font * 0.45, x = r->x + pad, y = r->y + pad + size / 2;
  const char *word = words (self, sl_glyph_word (status)), *letter = words (self, sl_glyph_letter (status));

  sl_glyph_draw (ink->cr, x, y - size / 2, size, status, ink->palette);
  x += size + pad * 0.7;
  sl_ink_colour (ink, &ink->palette->text);
  sl_ink_font (ink, compact ? MAX (6, size) : layout->font * 0.9, TRUE);
  x += sl_ink_text (ink, letter, x, y, SL_INK_LEFT, 0) + pad;
  sl_ink_font (ink, layout->font * 0.9, FALSE);
  if (!compact && r->x + r->width - x > sl_ink_width (ink, word) + pad)
    sl_ink_text (ink, word, x, y, SL_INK_LEFT, 0);
}

void
sl_matrix_paint_cell_with (const SlMatrix *self, const SlMatrixLayout *layout, int probability, int impact,
                           const SlMatrixRect *r, SlInk *ink, const SlMatrixStyle *style)
{
  SlStatus status = sl_matrix_status (self, probability, impact);

  paint_ground (ink, r, status, style);
  paint_status (self, layout, ink, r, status);
}

void
sl_matrix_paint_cell (const SlMatrix *self, const SlMatrixLayout *layout, int probability, int impact, cairo_t *cr,
                      const SlMatrixStyle *style)
{
  SlMatrixRect cell;
  SlInk ink;

  sl_matrix_cell (layout, probability, impact, &cell);
  cell.x = cell.y = 0;
  sl_ink_begin (&ink, cr, style->palette);
  sl_matrix_paint_cell_with (self, layout, probability, impact, &cell, &ink, style);
  sl_ink_end (&ink);
}

/* --- Limits ------------------------------------------------------------------------------------------------------- */

static gboolean
inside (int probability, int impact, int limit)
{
  return probability <= SL_MATRIX_STEPS && impact <= SL_MATRIX_STEPS && probability * impact <= limit;
}

/* The side that two neighbouring cells share. */
static void
trace_between (cairo_t *cr, const SlMatrixRect *a, const SlMatrixRect *b)
{
  if (fabs (a->x - b->x) > fabs (a->y - b->y))
    {
      double x = MAX (a->x, b->x);

      cairo_move_to (cr, x, a->y);
      cairo_line_to (cr, x, a->y + a->height);
    }
  else
    {
      double y = MAX (a->y, b->y);

      cairo_move_to (cr, a->x, y);
      cairo_line_to (cr, a->x + a->width, y);
    }
}

/* Between every cell inside the limit and its neighbour beyond it. */
static void
trace_limit (const SlMatrixLayout *layout, cairo_t *cr, int limit)
{
  for (int p = 1; p <= SL_MATRIX_STEPS; p++)
    for (int i = 1; i <= SL_MATRIX_STEPS; i++)
      {
        SlMatrixRect here, other;

        sl_matrix_cell (layout, p, i, &here);
        if (p < SL_MATRIX_STEPS && inside (p, i, limit) != inside (p + 1, i, limit))
          {
            sl_matrix_cell (layout, p + 1, i, &other);
            trace_between (cr, &here, &other);
          }
        if (i < SL_MATRIX_STEPS && inside (p, i, limit) != inside (p, i + 1, limit))
          {
            sl_matrix_cell (layout, p, i + 1, &other);
            trace_between (cr, &here, &other);
          }
      }
}

void
sl_matrix_paint_limits (const SlMatrix *self, const SlMatrixLayout *layout, cairo_t *cr, const SlMatrixStyle *style)
{
  static const double dashes[] = { 5, 4 };
  const SlPalette *palette = sl_palette_get (style->palette);
  gboolean compact = (layout->flags & SL_MATRIX_COMPACT) != 0, bare = (layout->flags & SL_MATRIX_BARE) != 0;

  if (self->opportunity || self->tolerate <= 0)
    return;
  cairo_set_source_rgb (cr, palette->text.r, palette->text.g, palette->text.b);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  cairo_set_line_width (cr, compact || bare ? 1.8 : 2.5);
  trace_limit (layout, cr, self->tolerate);
  cairo_stroke (cr);
  /* Too small for dashes: there the shades tell. */
  if (bare)
    return;
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, compact ? 1.2 : 1.6);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  trace_limit (layout, cr, self->want);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* --- Marks -------------------------------------------------------------------------------------------------------- */

static void
ring (cairo_t *cr, double x, double y, double r, const SlRgb *fill, const SlRgb *line, double width)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, r, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, fill->r, fill->g, fill->b);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, line->r, line->g, line->b);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
paint_mark (cairo_t *cr, double x, double y, double r, SlMatrixRating rating, const SlPalette *palette)
{
  const SlRgb *ink = &palette->text, *ground = &palette->background;
  double line = MAX (1.2, r * 0.28);

  r -= line / 2;
  switch (rating)
    {
    case SL_MATRIX_CURRENT:
      ring (cr, x, y, r, ink, ink, line);
      break;
    case SL_MATRIX_TARGET:
      ring (cr, x, y, r, ground, ink, line);
      ring (cr, x, y, r * 0.3, ink, ink, 0.5);
      break;
    case SL_MATRIX_EARLIER:
      ring (cr, x, y, r * 0.6, ground, &palette->dim, line);
      break;
    case SL_MATRIX_INHERENT:
    default:
      ring (cr, x, y, r, ground, ink, line);
      break;
    }
}

void
sl_matrix_paint_mark (SlMatrixRating rating, double x, double y, double size, cairo_t *cr, const SlMatrixStyle *style)
{
  paint_mark (cr, x + size / 2, y + size / 2, size * 0.45, rating, sl_palette_get (style->palette));
}

/* Where a mark stands: below the letter of its cell, beside those of the same cell that came before it. */
static gboolean
place_mark (const SlMatrixLayout *layout, const SlMatrixMark *marks, guint n, guint at, double *x, double *y, double *r)
{
  const SlMatrixMark *mark = &marks[at];
  guint before = 0, together = 0;
  SlMatrixRect cell;

  if (mark->probability < 1 || mark->probability > SL_MATRIX_STEPS || mark->impact < 1 || mark->impact > SL_MATRIX_STEPS)
    return FALSE;
  for (guint k = 0; k < n; k++)
    if (marks[k].probability == mark->probability && marks[k].impact == mark->impact)
      {
        together++;
        before += k < at;
      }
  sl_matrix_cell (layout, mark->probability, mark->impact, &cell);
  *r = MIN (MIN (cell.width / (2.2 * MAX (2, together)), cell.height * 0.22), 10);
  *x = cell.x + cell.width / 2 + (before - (together - 1) / 2.0) * *r * 2.15;
  *y = cell.y + cell.height * 0.66;
  return TRUE;
}

static void
paint_way (cairo_t *cr, double x1, double y1, double x2, double y2, double r, const SlPalette *palette)
{
  double length = hypot (x2 - x1, y2 - y1), dx, dy, head = MAX (4, r * 0.8);

  if (length < 2.6 * r + head)
    return;
  dx = (x2 - x1) / length;
  dy = (y2 - y1) / length;
  x1 += dx * r * 1.1;
  y1 += dy * r * 1.1;
  x2 -= dx * r * 1.2;
  y2 -= dy * r * 1.2;
  cairo_set_source_rgb (cr, palette->dim.r, palette->dim.g, palette->dim.b);
  cairo_set_line_width (cr, 1.2);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2 - dx * head, y2 - dy * head);
  cairo_stroke (cr);
  cairo_move_to (cr, x2, y2);
  cairo_line_to (cr, x2 - dx * head - dy * head / 2, y2 - dy * head + dx * head / 2);
  cairo_line_to (cr, x2 - dx * head + dy * head / 2, y2 - dy * head - dx * head / 2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

void
sl_matrix_paint_marks (const SlMatrixLayout *layout, const SlMatrixMark *marks, guint n, cairo_t *cr,
                       const SlMatrixStyle *style)
{
  const SlPalette *palette = sl_palette_get (style->palette);
  double x, y, r, from_x = NAN, from_y = NAN;

  for (guint k = 0; k < n; k++)
    if (place_mark (layout, marks, n, k, &x, &y, &r))
      {
        if (!isnan (from_x))
          paint_way (cr, from_x, from_y, x, y, r, palette);
        from_x = x;
        from_y = y;
      }
  for (guint k = 0; k < n; k++)
    if (place_mark (layout, marks, n, k, &x, &y, &r))
      paint_mark (cr, x, y, r, marks[k].rating, palette);
}

/* The darker, the further beyond the limits. */
static void
paint_bare (const SlMatrix *self, const SlMatrixLayout *layout, SlInk *ink)
{
  const SlRgb *dim = &ink->palette->dim;

  for (int p = 1; p <= SL_MATRIX_STEPS; p++)
    for (int i = 1; i <= SL_MATRIX_STEPS; i++)
      {
        gboolean set = self->tolerate > 0;
        SlMatrixRect cell;

        sl_matrix_cell (layout, p, i, &cell);
        cairo_rectangle (ink->cr, cell.x + 0.5, cell.y + 0.5, cell.width - 1, cell.height - 1);
        cairo_set_source_rgba (ink->cr, dim->r, dim->g, dim->b,
                               set && !inside (p, i, self->tolerate) ? 0.6 : set && !inside (p, i, self->want) ? 0.3 : 0.12);
        cairo_fill (ink->cr);
      }
}

void
sl_matrix_paint_with (const SlMatrix *self, const SlMatrixLayout *layout, SlInk *ink, const SlMatrixStyle *style)
{
  if (layout->flags & SL_MATRIX_BARE)
    {
      paint_bare (self, layout, ink);
      return;
    }
  paint_axes (self, layout, ink);
  for (int p = 1; p <= SL_MATRIX_STEPS; p++)
    for (int i = 1; i <= SL_MATRIX_STEPS; i++)
      {
        SlMatrixRect cell;

        sl_matrix_cell (layout, p, i, &cell);
        sl_matrix_paint_cell_with (self, layout, p, i, &cell, ink, style);
      }
}

void
sl_matrix_paint (const SlMatrix *self, const SlMatrixLayout *layout, const SlMatrixMark *marks, guint n, cairo_t *cr,
                 const SlMatrixStyle *style)
{
  SlInk ink;

  sl_ink_begin (&ink, cr, style->palette);
  sl_matrix_paint_with (self, layout, &ink, style);
  sl_ink_end (&ink);
  sl_matrix_paint_limits (self, layout, cr, style);
  if (marks != NULL)
    sl_matrix_paint_marks (layout, marks, n, cr, style);
}
