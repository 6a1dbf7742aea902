/* The score over time: steps of the right day, score and level; words that never meet; what is not rated is no zero.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/sl-score-line.h"
#include "support/sl-fixture.h"

#include <math.h>
#include <string.h>

#define CURRENT SL_ASSESSMENT_TYPE_CURRENT
#define TARGET SL_ASSESSMENT_TYPE_TARGET

typedef struct
{
  SlFixture base;
  SlUid risk;
  SlScoreLine *line;
} Line;

static void
set_up (Line *f, gconstpointer unused)
{
  sl_fixture_init (&f->base);
  f->risk = sl_fixture_add_risk (&f->base, SL_RISK_STATE_OPEN);
  f->line = NULL;
}

static void
tear_down (Line *f, gconstpointer unused)
{
  g_clear_pointer (&f->line, sl_score_line_free);
  sl_fixture_clear (&f->base);
}

static void
make (Line *f)
{
  SlView view = sl_fixture_view (&f->base);

  g_clear_pointer (&f->line, sl_score_line_free);
  f->line = sl_score_line_new (&view, SL_AS (RISK, sl_data_lookup (view.data, f->risk)), FALSE);
}

static void
assess (Line *f, int type, const char *day, int probability, int impact)
{
  sl_fixture_assess (&f->base, f->risk, type, day, probability, impact);
}

static void
assert_alternative (Line *f, const char *expected)
{
  g_autofree char *text = sl_score_line_dup_alternative (f->line);

  g_assert_cmpstr (text, ==, expected);
}

/* --- Meaning ------------------------------------------------------------------------------------------------------ */

/* Entered in any order; of one day the last counts; what lies ahead has not happened. */
static void
test_steps (Line *f, gconstpointer unused)
{
  const SlScoreStep *steps;
  guint n;

  assess (f, CURRENT, "2026-06-01", 4, 4);
  assess (f, CURRENT, "2026-03-02", 1, 1);
  assess (f, CURRENT, "2026-03-02", 3, 4);
  assess (f, CURRENT, "2026-08-01", 1, 1);
  assess (f, TARGET, "2026-03-02", 2, 4);
  make (f);
  steps = sl_score_line_steps (f->line, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (steps[0].day, ==, sl_date_from_iso ("2026-03-02"));
  g_assert_cmpint (steps[0].score, ==, 12);
  g_assert_cmpint (steps[0].status, ==, SL_STATUS_AMBER);
  g_assert_cmpint (steps[1].score, ==, 16);
  g_assert_cmpint (steps[1].status, ==, SL_STATUS_RED);
}

static void
test_words (Line *f, gconstpointer unused)
{
  g_autofree char *title = NULL;

  make (f);
  assert_alternative (f, "Never rated.");
  sl_fixture_appetite (&f->base, SL_UID_NONE, SL_CATEGORY_PEOPLE, SL_APPETITE_LEVEL_CAUTIOUS, "2025-01-06");
  assess (f, CURRENT, "2026-03-02", 3, 4);
  assess (f, CURRENT, "2026-04-02", 3, 0);
  assess (f, CURRENT, "2026-06-01", 4, 4);
  assess (f, TARGET, "2026-03-02", 2, 4);
  make (f);
  title = sl_score_line_dup_title (f->line);
  g_assert_cmpstr (title, ==, "R-001: score over time");
  assert_alternative (f, "16 Red since 1 Jun 2026; not scored since 2 Apr 2026; 12 Amber since 2 Mar 2026. Target 8 Amber. "
                         "Wanted up to 6, tolerated up to 10.");
}

static void
test_many_words (Line *f, gconstpointer unused)
{
  g_autofree char *text = NULL;

  for (int k = 0; k < 20; k++)
    {
      char iso[11];

      assess (f, CURRENT, sl_date_to_iso (sl_date_from_iso ("2026-03-02") + k, iso), 3, 1 + k % 5);
    }
  make (f);
  text = sl_score_line_dup_alternative (f->line);
  g_assert_true (g_str_has_suffix (text, "; and 12 before."));
}

/* An opportunity has other words, and no appetite. */
static void
test_opportunity (Line *f, gconstpointer unused)
{
  guint n;

  sl_fixture_change (&f->base, f->risk, SL_RISK_KIND, SL_VALUE_ENUM (SL_RISK_KIND_OPPORTUNITY));
  sl_fixture_appetite (&f->base, SL_UID_NONE, SL_CATEGORY_PEOPLE, SL_APPETITE_LEVEL_CAUTIOUS, "2025-01-06");
  assess (f, CURRENT, "2026-03-02", 5, 5);
  make (f);
  g_assert_cmpint (sl_score_line_steps (f->line, &n)[0].status, ==, SL_STATUS_HIGH);
  assert_alternative (f, "25 High since 2 Mar 2026.");
}

/* --- Geometry ----------------------------------------------------------------------------------------------------- */

static void
assert_apart (const GArray *labels, double width, double height)
{
  for (guint a = 0; a < labels->len; a++)
    {
      const SlScoreLabel *x = &g_array_index (labels, SlScoreLabel, a);

      g_test_message ("%s at %.0f, %.0f, %.0f × %.0f", x->text, x->x, x->y, x->width, x->height);
      g_assert_cmpfloat (x->x, >=, -0.5);
      g_assert_cmpfloat (x->x + x->width, <=, width + 0.5);
      g_assert_cmpfloat (x->y, >=, -0.5);
      g_assert_cmpfloat (x->y + x->height, <=, height + 0.5);
      for (guint b = a + 1; b < labels->len; b++)
        {
          const SlScoreLabel *y = &g_array_index (labels, SlScoreLabel, b);

          g_assert_false (x->x < y->x + y->width && y->x < x->x + x->width && x->y < y->y + y->height && y->y < x->y + x->height);
        }
    }
}

static gboolean
has_label (const GArray *labels, const char *text)
{
  for (guint k = 0; k < labels->len; k++)
    if (strcmp (g_array_index (labels, SlScoreLabel, k).text, text) == 0)
      return TRUE;
  return FALSE;
}

/* However many steps there are, however close: words stand apart and inside, and the score now is always among them. */
static void
test_labels (Line *f, gconstpointer unused)
{
  static const double sizes[][2] = { { 300, 120 }, { 300, 90 }, { 480, 180 }, { 660, 120 } };
  static const int gaps[] = { 400, 90, 30, 7, 2, 1 };

  sl_fixture_appetite (&f->base, SL_UID_NONE, SL_CATEGORY_PEOPLE, SL_APPETITE_LEVEL_CAUTIOUS, "2025-01-06");
  assess (f, TARGET, "2026-03-02", 2, 4);
  for (guint g = 0; g < G_N_ELEMENTS (gaps); g++)
    {
      for (int k = 4; k >= 0; k--)
        {
          char iso[11];

          assess (f, CURRENT, sl_date_to_iso (f->base.day - gaps[g] * k, iso), 1 + (k * 2 + 4) % 5, 5 - k);
          make (f);
          for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
            {
              g_autoptr (GArray) labels = sl_score_line_labels (f->line, sizes[s][0], sizes[s][1]);

              assert_apart (labels, sizes[s][0], sizes[s][1]);
              g_assert_cmpint (g_array_index (labels, SlScoreLabel, 0).status, !=, SL_STATUS_NOTHING);
            }
        }
    }
  {
    g_autoptr (GArray) labels = sl_score_line_labels (f->line, 480, 180);

    g_assert_true (has_label (labels, "25 R"));
    g_assert_true (has_label (labels, "8 A"));
    g_assert_true (has_label (labels, "Target"));
    g_assert_true (has_label (labels, "tolerated 10"));
    g_assert_true (has_label (labels, "wanted 6"));
    g_assert_true (has_label (labels, "31 Jul 2026"));
  }
}

/* In a pane two ratings, limits, target and days all find room, even where the first rating lies on a limit. */
static void
test_pane (Line *f, gconstpointer unused)
{
  static const char *const expected[] = { "16 R", "10 A", "8 A", "Target", "tolerated 10", "wanted 6", "31 Jul 2026", "14 Apr 2026" };
  g_autoptr (GArray) labels = NULL;

  sl_fixture_appetite (&f->base, SL_UID_NONE, SL_CATEGORY_PEOPLE, SL_APPETITE_LEVEL_CAUTIOUS, "2025-01-06");
  assess (f, TARGET, "2026-04-14", 2, 4);
  assess (f, CURRENT, "2026-04-14", 2, 5);
  assess (f, CURRENT, "2026-07-21", 4, 4);
  make (f);
  labels = sl_score_line_labels (f->line, 296, 124);
  for (guint k = 0; k < G_N_ELEMENTS (expected); k++)
    g_assert_true (has_label (labels, expected[k]));
}

/* Later lies to the right, more lies higher, today at the edge. */
static void
test_place (Line *f, gconstpointer unused)
{
  double x1, y1, x2, y2;

  assess (f, CURRENT, "2026-01-02", 3, 4);
  make (f);
  sl_score_line_place (f->line, 300, 120, sl_date_from_iso ("2026-01-02"), 25, &x1, &y1);
  sl_score_line_place (f->line, 300, 120, f->base.day, 0, &x2, &y2);
  g_assert_cmpfloat (x1, <, x2);
  g_assert_cmpfloat (x2, <=, 300);
  g_assert_cmpfloat (y1, >=, 0);
  g_assert_cmpfloat (y1, <, y2);
  g_assert_cmpfloat (y2, <, 120);
}

/* --- Ink ---------------------------------------------------------------------------------------------------------- */

/* Pixels of just this colour around a place. */
static guint
ink_at (cairo_surface_t *paper, double x, double y, int around, const SlRgb *colour)
{
  guint32 wanted = (guint32) lround (colour->r * 255) << 16 | (guint32) lround (colour->g * 255) << 8
                   | (guint32) lround (colour->b * 255);
  guint n = 0;

  for (int row = (int) y - around; row <= (int) y + around; row++)
    for (int column = (int) x - around; column <= (int) x + around; column++)
      {
        const guint32 *line = (const guint32 *) (cairo_image_surface_get_data (paper) + row * cairo_image_surface_get_stride (paper));

        n += (line[column] & 0xffffff) == wanted;
      }
  return n;
}

/* Between two ratings the line is level at the first; where nothing was scored there is none, least of all at zero. */
static void
test_ink (Line *f, gconstpointer unused)
{
  const SlPalette *palette = sl_palette_get (0);
  cairo_surface_t *paper = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 160);
  cairo_t *cr = cairo_create (paper);
  double x, y;

  assess (f, CURRENT, "2026-02-01", 3, 4);
  assess (f, CURRENT, "2026-04-01", 2, 0);
  assess (f, CURRENT, "2026-06-01", 4, 4);
  make (f);
  cairo_set_source_rgb (cr, palette->background.r, palette->background.g, palette->background.b);
  cairo_paint (cr);
  sl_score_line_paint (f->line, 400, 160, cr, 0);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (paper);
  sl_score_line_place (f->line, 400, 160, sl_date_from_iso ("2026-03-12"), 12, &x, &y);
  g_assert_cmpuint (ink_at (paper, x, y, 2, &palette->text), >, 0);
  for (int score = 0; score <= 25; score++)
    {
      sl_score_line_place (f->line, 400, 160, sl_date_from_iso ("2026-05-01"), score, &x, &y);
      g_assert_cmpuint (ink_at (paper, x, y, 2, &palette->text), ==, 0);
    }
  sl_score_line_place (f->line, 400, 160, sl_date_from_iso ("2026-06-01"), 16, &x, &y);
  g_assert_cmpuint (ink_at (paper, x, y, 6, &palette->shape[SL_STATUS_RED]), >, 10);
  sl_score_line_place (f->line, 400, 160, sl_date_from_iso ("2026-02-01"), 12, &x, &y);
  g_assert_cmpuint (ink_at (paper, x, y, 6, &palette->shape[SL_STATUS_AMBER]), >, 10);
  cairo_surface_destroy (paper);
}

/* The same bytes each time, with the words inside for whoever cannot see it. */
static void
test_svg (Line *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL, *second = NULL;

  assess (f, CURRENT, "2026-02-01", 3, 4);
  make (f);
  first = sl_score_line_to_svg (f->line, 0, &error);
  g_assert_no_error (error);
  second = sl_score_line_to_svg (f->line, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first, ==, second);
  g_assert_nonnull (strstr (first, "R-001: score over time"));
  g_assert_nonnull (strstr (first, "12 Amber since 1 Feb 2026."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/charts/score-line/" path, Line, NULL, set_up, test, tear_down)
  ADD ("steps", test_steps);
  ADD ("words", test_words);
  ADD ("many-words", test_many_words);
  ADD ("opportunity", test_opportunity);
  ADD ("labels", test_labels);
  ADD ("pane", test_pane);
  ADD ("place", test_place);
  ADD ("ink", test_ink);
  ADD ("svg", test_svg);
  return g_test_run ();
}
