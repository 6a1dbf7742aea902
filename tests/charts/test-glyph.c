/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/sl-glyph.h"

#define SIZE 32

/* Which pixels a status paints at all, whatever the colour. */
static cairo_surface_t *
mask_of (SlStatus status)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);

  sl_glyph_draw (cr, 0, 0, SIZE, status, sl_palette_get (0));
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint
ink (cairo_surface_t *surface)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint sum = 0;

  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      sum += data[y * stride + x];
  return sum / 255;
}

static guchar
at (cairo_surface_t *surface, int x, int y)
{
  return cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x];
}

/* Without any colour the states can be told apart, and stay inside their square. */
static void
test_shapes_differ (void)
{
  static const SlStatus shapes[] = { SL_STATUS_UNKNOWN, SL_STATUS_GREEN, SL_STATUS_AMBER, SL_STATUS_RED, SL_STATUS_LOW };
  cairo_surface_t *masks[G_N_ELEMENTS (shapes)];

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      masks[i] = mask_of (shapes[i]);
      g_assert_cmpuint (ink (masks[i]), >, SIZE * SIZE / 6);
      for (int k = 0; k < SIZE; k++)
        g_assert_true (at (masks[i], 0, k) == 0 && at (masks[i], SIZE - 1, k) == 0 && at (masks[i], k, 0) == 0
                       && at (masks[i], k, SIZE - 1) == 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    for (guint k = i + 1; k < G_N_ELEMENTS (shapes); k++)
      {
        guint differ = 0;

        for (int y = 0; y < SIZE; y++)
          for (int x = 0; x < SIZE; x++)
            differ += ABS (at (masks[i], x, y) - at (masks[k], x, y)) > 127;
        g_assert_cmpuint (differ, >, 60);
      }
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    cairo_surface_destroy (masks[i]);
}

static void
test_ring_is_hollow (void)
{
  cairo_surface_t *ring = mask_of (SL_STATUS_UNKNOWN), *disc = mask_of (SL_STATUS_GREEN);
  cairo_surface_t *nothing = mask_of (SL_STATUS_NOTHING);

  g_assert_cmpuint (at (ring, SIZE / 2, SIZE / 2), ==, 0);
  g_assert_cmpuint (at (disc, SIZE / 2, SIZE / 2), ==, 255);
  g_assert_cmpuint (ink (nothing), ==, 0);
  cairo_surface_destroy (ring);
  cairo_surface_destroy (disc);
  cairo_surface_destroy (nothing);
}

static void
test_words (void)
{
  g_assert_cmpstr (sl_glyph_letter (SL_STATUS_RED), ==, "R");
  g_assert_cmpstr (sl_glyph_letter (SL_STATUS_HIGH), ==, "H");
  g_assert_cmpstr (sl_glyph_letter (SL_STATUS_UNKNOWN), ==, "");
  g_assert_cmpstr (sl_glyph_word (SL_STATUS_UNKNOWN), ==, "Not known");
  for (guint s = SL_STATUS_UNKNOWN; s < SL_N_STATUSES; s++)
    g_assert_cmpstr (sl_glyph_word (s), !=, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/glyph/shapes-differ", test_shapes_differ);
  g_test_add_func ("/charts/glyph/ring-is-hollow", test_ring_is_hollow);
  g_test_add_func ("/charts/glyph/words", test_words);
  return g_test_run ();
}
