/* The matrix: every point belongs to the cell whose rectangle holds it, whichever way the axes run; what is painted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/sl-glyph.h"
#include "charts/sl-matrix.h"
#include "support/sl-fixture.h"

#include <math.h>

#define N SL_MATRIX_STEPS

static SlMatrix *
new_matrix (SlFixture *f, gboolean opportunity)
{
  SlView view;

  sl_fixture_init (f);
  view = sl_fixture_view (f);
  return sl_matrix_new (&view, opportunity, FALSE);
}

/* --- Geometry ----------------------------------------------------------------------------------------------------- */

static void
test_hit (void)
{
  static const double sizes[][2] = { { 700, 500 }, { 160, 160 }, { 341.5, 900.25 }, { 20, 20 } };

  for (guint flags = 0; flags < 8; flags++)
    for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
      {
        SlMatrixLayout layout;
        double area = 0;

        sl_matrix_layout (&layout, flags, sizes[k][0], sizes[k][1]);
        for (int p = 1; p <= N; p++)
          for (int i = 1; i <= N; i++)
            {
              SlMatrixRect r;
              int hit_p = 0, hit_i = 0;

              sl_matrix_cell (&layout, p, i, &r);
              area += r.width * r.height;
              for (int corner = 0; corner < 4; corner++)
                {
                  double x = r.x + r.width * (corner % 2 ? 0.98 : 0.02), y = r.y + r.height * (corner / 2 ? 0.98 : 0.02);

                  g_assert_true (sl_matrix_cell_at (&layout, x, y, &hit_p, &hit_i));
                  g_assert_cmpint (hit_p, ==, p);
                  g_assert_cmpint (hit_i, ==, i);
                }
            }
        /* The cells fill the grid. */
        g_assert_cmpfloat_with_epsilon (area, layout.grid.width * layout.grid.height, 1e-6);
      }
}

static void
test_outside (void)
{
  SlMatrixLayout layout;
  int p = 7, i = 7;

  sl_matrix_layout (&layout, 0, 700, 500);
  g_assert_false (sl_matrix_cell_at (&layout, layout.grid.x - 0.01, layout.grid.y + 5, &p, &i));
  g_assert_false (sl_matrix_cell_at (&layout, layout.grid.x + 5, layout.grid.y - 0.01, &p, &i));
  g_assert_false (sl_matrix_cell_at (&layout, layout.grid.x + layout.grid.width, layout.grid.y + 5, &p, &i));
  g_assert_false (sl_matrix_cell_at (&layout, NAN, 5, &p, &i));
  g_assert_cmpint (p, ==, 7);
}

static void
test_axes (void)
{
  SlMatrixLayout layout;
  SlMatrixRect low, high;

  sl_matrix_layout (&layout, 0, 700, 500);
  sl_matrix_cell (&layout, 1, 1, &low);
  sl_matrix_cell (&layout, 5, 1, &high);
  g_assert_cmpfloat (high.y, <, low.y); /* probability upwards */
  sl_matrix_layout (&layout, SL_MATRIX_FLIP, 700, 500);
  sl_matrix_cell (&layout, 5, 1, &high);
  g_assert_cmpfloat (high.y, >, layout.grid.y);
  sl_matrix_layout (&layout, SL_MATRIX_SWAP, 700, 500);
  sl_matrix_cell (&layout, 1, 1, &low);
  sl_matrix_cell (&layout, 5, 1, &high);
  g_assert_cmpfloat (high.x, >, low.x); /* probability to the right */
  g_assert_cmpfloat (high.y, ==, low.y);
  sl_matrix_layout (&layout, SL_MATRIX_COMPACT, 300, 160);
  g_assert_cmpfloat (layout.grid.width, ==, layout.grid.height);
  g_assert_cmpfloat (layout.grid.y + layout.grid.height, <, 160);
}

/* --- Meaning ------------------------------------------------------------------------------------------------------ */

static void
test_words (void)
{
  SlFixture f;
  g_autoptr (SlMatrix) matrix = new_matrix (&f, FALSE);
  g_autofree char *words = sl_matrix_dup_cell_words (matrix, 4, 4);

  g_assert_cmpstr (words, ==, "Probability 4 Likely, impact 4 Large: Red");
  g_assert_cmpint (sl_matrix_status (matrix, 4, 4), ==, SL_STATUS_RED);
  g_assert_cmpint (sl_matrix_status (matrix, 1, 5), ==, SL_STATUS_AMBER);
  g_assert_cmpint (sl_matrix_status (matrix, 1, 1), ==, SL_STATUS_GREEN);
  g_assert_cmpint (sl_matrix_status (matrix, 0, 1), ==, SL_STATUS_UNKNOWN);
  sl_fixture_clear (&f);
}

static void
test_opportunity (void)
{
  SlFixture f;
  g_autoptr (SlMatrix) matrix = new_matrix (&f, TRUE);

  for (int p = 1; p <= N; p++)
    for (int i = 1; i <= N; i++)
      g_assert_cmpint (sl_matrix_status (matrix, p, i), >=, SL_STATUS_LOW);
  sl_fixture_clear (&f);
}

/* --- Painting ----------------------------------------------------------------------------------------------------- */

/* What the painters promise of a tint, in every palette. */
static void
test_tints (void)
{
  for (guint flags = 0; flags < SL_PALETTE_COUNT; flags++)
    for (guint s = SL_STATUS_GREEN; s < SL_N_STATUSES; s++)
      {
        const SlPalette *palette = sl_palette_get (flags);
        gboolean high = (flags & SL_PALETTE_HIGH_CONTRAST) != 0;
        SlRgb tint;

        sl_matrix_tint (flags, s, &tint);
        g_test_message ("palette %u, status %u: %.2f %.2f %.2f", flags, s, tint.r, tint.g, tint.b);
        g_assert_cmpfloat (sl_rgb_contrast (&palette->text, &tint), >=, high ? 7 : 4.5);
        g_assert_cmpfloat (sl_rgb_contrast (&palette->dim, &tint), >=, high ? 7 : 4.5);
        g_assert_cmpfloat (sl_rgb_contrast (&palette->shape[s], &tint), >=, high ? 4.5 : 3);
      }
}

static cairo_surface_t *
new_paper (cairo_t **cr)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 400);

  *cr = cairo_create (surface);
  cairo_set_source_rgb (*cr, 1, 1, 1);
  cairo_paint (*cr);
  return surface;
}

/* Pixels of just this colour in a rectangle. */
static guint
count_colour (cairo_surface_t *surface, const SlMatrixRect *r, const SlRgb *colour)
{
  guint32 wanted = (guint32) lround (colour->r * 255) << 16 | (guint32) lround (colour->g * 255) << 8
                   | (guint32) lround (colour->b * 255);
  guint n = 0;

  cairo_surface_flush (surface);
  for (int y = (int) r->y; y < (int) (r->y + r->height); y++)
    for (int x = (int) r->x; x < (int) (r->x + r->width); x++)
      {
        const guint32 *row = (const guint32 *) (cairo_image_surface_get_data (surface)
                                                + y * cairo_image_surface_get_stride (surface));

        n += (row[x] & 0xffffff) == wanted;
      }
  return n;
}

/* Each cell holds its shape in the colour of its status and no shape of another; hatched ones too. */
static void
test_every_shape (void)
{
  SlFixture f;
  g_autoptr (SlMatrix) matrix = new_matrix (&f, FALSE);
  const SlPalette *palette = sl_palette_get (0);

  for (int hatched = 0; hatched < 2; hatched++)
    for (int compact = 0; compact < 2; compact++)
      {
        SlMatrixStyle style = { 0, hatched };
        SlMatrixLayout layout;
        cairo_t *cr;
        cairo_surface_t *paper = new_paper (&cr);

        sl_matrix_layout (&layout, compact ? SL_MATRIX_COMPACT : 0, compact ? 200 : 400, compact ? 200 : 400);
        sl_matrix_paint (matrix, &layout, NULL, 0, cr, &style);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        cairo_destroy (cr);
        for (int p = 1; p <= N; p++)
          for (int i = 1; i <= N; i++)
            {
              SlStatus status = sl_matrix_status (matrix, p, i);
              SlMatrixRect r;

              sl_matrix_cell (&layout, p, i, &r);
              for (guint s = SL_STATUS_GREEN; s <= SL_STATUS_RED; s++)
                if (s == status)
                  g_assert_cmpuint (count_colour (paper, &r, &palette->shape[s]), >, 10);
                else
                  g_assert_cmpuint (count_colour (paper, &r, &palette->shape[s]), ==, 0);
            }
        cairo_surface_destroy (paper);
      }
  sl_fixture_clear (&f);
}

/* The solid line runs where scores of at most six end, and an opportunity has none. */
static void
test_limits (void)
{
  SlFixture f;
  g_autoptr (SlMatrix) matrix = new_matrix (&f, FALSE);
  SlMatrixStyle style = { 0, FALSE };
  SlMatrixLayout layout;
  SlMatrixRect r;
  cairo_t *cr;

  matrix->want = 3;
  matrix->tolerate = 6;
  sl_matrix_layout (&layout, 0, 400, 400);
  for (int opportunity = 0; opportunity < 2; opportunity++)
    {
      cairo_surface_t *paper = new_paper (&cr);

      matrix->opportunity = opportunity;
      sl_matrix_paint_limits (matrix, &layout, cr, &style);
      cairo_destroy (cr);
      /* Between impact 3 (score 6) and 4 (score 8) of probability 2. */
      sl_matrix_cell (&layout, 2, 3, &r);
      g_assert_cmpint (count_colour (paper, &(SlMatrixRect){ r.x + r.width - 2, r.y + 4, 4, r.height - 8 }, &sl_palette_get (0)->text) > 20,
                       ==, !opportunity);
      /* Nothing runs through the middle of a cell. */
      g_assert_cmpuint (count_colour (paper, &(SlMatrixRect){ r.x + 6, r.y + 6, r.width - 12, r.height - 12 }, &sl_palette_get (0)->text),
                        ==, 0);
      cairo_surface_destroy (paper);
    }
  sl_fixture_clear (&f);
}

/* Three ratings in one cell stay apart and inside it; a rating that is missing is left out. */
static void
test_marks (void)
{
  static const SlMatrixMark marks[] = {
    { 3, 3, SL_MATRIX_INHERENT }, { 3, 3, SL_MATRIX_CURRENT }, { 3, 3, SL_MATRIX_TARGET }, { 0, 4, SL_MATRIX_EARLIER },
  };
  SlMatrixStyle style = { 0, FALSE };
  SlMatrixLayout layout;
  SlMatrixRect all = { 0, 0, 400, 400 }, r;
  const SlRgb *ink = &sl_palette_get (0)->text;
  cairo_t *cr;
  cairo_surface_t *paper = new_paper (&cr);

  sl_matrix_layout (&layout, SL_MATRIX_COMPACT, 400, 400);
  sl_matrix_paint_marks (&layout, marks, G_N_ELEMENTS (marks), cr, &style);
  cairo_destroy (cr);
  sl_matrix_cell (&layout, 3, 3, &r);
  g_assert_cmpuint (count_colour (paper, &r, ink), >, 100);
  g_assert_cmpuint (count_colour (paper, &all, ink), ==, count_colour (paper, &r, ink));
  cairo_surface_destroy (paper);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/matrix/hit", test_hit);
  g_test_add_func ("/charts/matrix/outside", test_outside);
  g_test_add_func ("/charts/matrix/axes", test_axes);
  g_test_add_func ("/charts/matrix/words", test_words);
  g_test_add_func ("/charts/matrix/opportunity", test_opportunity);
  g_test_add_func ("/charts/matrix/tints", test_tints);
  g_test_add_func ("/charts/matrix/every-shape", test_every_shape);
  g_test_add_func ("/charts/matrix/limits", test_limits);
  g_test_add_func ("/charts/matrix/marks", test_marks);
  return g_test_run ();
}
