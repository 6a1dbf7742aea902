/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/sl-palette.h"

static const SlRgb black = { 0, 0, 0 }, white = { 1, 1, 1 };

/* Known answers, so that the measure itself is checked. */
static void
test_contrast_formula (void)
{
  SlRgb grey = { 0x77 / 255.0, 0x77 / 255.0, 0x77 / 255.0 };

  g_assert_cmpfloat_with_epsilon (sl_rgb_contrast (&black, &white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (sl_rgb_contrast (&white, &black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (sl_rgb_contrast (&white, &white), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (sl_rgb_contrast (&grey, &white), 4.478, 0.001);
}

static void
check (const SlPalette *palette, const SlRgb *background, double shape, double text)
{
  g_assert_cmpfloat (sl_rgb_contrast (&palette->text, background), >=, text);
  g_assert_cmpfloat (sl_rgb_contrast (&palette->dim, background), >=, text);
  for (guint s = SL_STATUS_UNKNOWN; s < SL_N_STATUSES; s++)
    {
      g_test_message ("status %u: shape %.2f, letter %.2f", s, sl_rgb_contrast (&palette->shape[s], background),
                      sl_rgb_contrast (&palette->letter[s], background));
      g_assert_cmpfloat (sl_rgb_contrast (&palette->shape[s], background), >=, shape);
      g_assert_cmpfloat (sl_rgb_contrast (&palette->letter[s], background), >=, text);
    }
}

static void
test_every_palette (void)
{
  for (guint flags = 0; flags < SL_PALETTE_COUNT; flags++)
    {
      const SlPalette *palette = sl_palette_get (flags);
      gboolean high = (flags & SL_PALETTE_HIGH_CONTRAST) != 0;

      g_test_message ("palette %u", flags);
      check (palette, &palette->background, high ? 4.5 : 3, high ? 7 : 4.5);
      check (palette, &palette->selected, high ? 4.5 : 3, high ? 7 : 4.5);
    }
}

/* Each step stands out more than the one before, on either background. */
static void
test_steps (void)
{
  for (guint flags = 0; flags < SL_PALETTE_COUNT; flags++)
    {
      const SlRgb *steps = sl_palette_steps (flags);
      const SlPalette *palette = sl_palette_get (flags);

      for (guint s = 0; s < SL_PALETTE_STEPS; s++)
        {
          double least = flags & SL_PALETTE_HIGH_CONTRAST ? 4.5 : 3;

          g_test_message ("palette %u, step %u", flags, s);
          g_assert_cmpfloat (sl_rgb_contrast (&steps[s], &palette->background), >=, least);
          g_assert_cmpfloat (sl_rgb_contrast (&steps[s], &palette->selected), >=, least);
          if (s > 0)
            g_assert_cmpfloat (sl_rgb_contrast (&steps[s], &palette->background), >=,
                               1.1 * sl_rgb_contrast (&steps[s - 1], &palette->background));
        }
    }
}

/* Bands are told from one another and read as text on either background. */
static void
test_bands (void)
{
  for (guint flags = 0; flags < SL_PALETTE_COUNT; flags++)
    {
      const SlRgb *bands = sl_palette_bands (flags);

      for (guint b = 0; b < SL_PALETTE_BANDS; b++)
        {
          g_test_message ("palette %u, band %u", flags, b);
          g_assert_cmpfloat (sl_rgb_contrast (&bands[b], &sl_palette_get (flags)->background), >=, 4.5);
          g_assert_cmpfloat (sl_rgb_contrast (&bands[b], &sl_palette_get (flags)->selected), >=, 4.5);
        }
    }
}

static gboolean
same (const SlRgb *a, const SlRgb *b)
{
  return a->r == b->r && a->g == b->g && a->b == b->b;
}

/* The alternative is one that people who cannot tell red from green can use: no green, no red hue is left. */
static void
test_blue_orange (void)
{
  for (guint flags = 0; flags < SL_PALETTE_COUNT; flags++)
    {
      const SlPalette *palette = sl_palette_get (flags);
      const SlRgb *good = &palette->shape[SL_STATUS_GREEN], *bad = &palette->shape[SL_STATUS_RED];

      g_assert_false (same (good, &palette->shape[SL_STATUS_AMBER]));
      g_assert_false (same (bad, &palette->shape[SL_STATUS_AMBER]));
      if (flags & SL_PALETTE_BLUE_ORANGE)
        {
          g_assert_true (good->b > good->g && good->b > good->r);
          g_assert_true (bad->r > bad->g && bad->g > bad->b);
        }
      else
        {
          g_assert_true (good->g > good->r && good->g > good->b);
          g_assert_true (bad->r > bad->g && bad->r > bad->b);
        }
    }
}

static void
test_from_rag (void)
{
  g_assert_cmpint (sl_status_from_rag (SL_RAG_RED, FALSE), ==, SL_STATUS_RED);
  g_assert_cmpint (sl_status_from_rag (SL_RAG_RED, TRUE), ==, SL_STATUS_HIGH);
  g_assert_cmpint (sl_status_from_rag (SL_RAG_AMBER, TRUE), ==, SL_STATUS_MEDIUM);
  g_assert_cmpint (sl_status_from_rag (SL_RAG_GREEN, TRUE), ==, SL_STATUS_LOW);
  g_assert_cmpint (sl_status_from_rag (SL_RAG_NONE, FALSE), ==, SL_STATUS_UNKNOWN);
  g_assert_cmpint (sl_status_from_rag (SL_RAG_NONE, TRUE), ==, SL_STATUS_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/palette/contrast-formula", test_contrast_formula);
  g_test_add_func ("/charts/palette/every-palette", test_every_palette);
  g_test_add_func ("/charts/palette/blue-orange", test_blue_orange);
  g_test_add_func ("/charts/palette/steps", test_steps);
  g_test_add_func ("/charts/palette/bands", test_bands);
  g_test_add_func ("/charts/palette/from-rag", test_from_rag);
  return g_test_run ();
}
