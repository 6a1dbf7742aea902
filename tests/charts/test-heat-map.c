/* The heat map: every figure is there, and files are the same bytes each time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sl-error.h"
#include "charts/sl-heat-map.h"
#include "support/sl-fixture.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define CURRENT SL_ASSESSMENT_TYPE_CURRENT

typedef struct
{
  SlFixture base;
  SlHeatMap *map;
  char *folder;
} Heat;

static void
set_up (Heat *f, gconstpointer unused)
{
  SlView view;
  SlUid moved;

  sl_fixture_init (&f->base);
  for (int k = 0; k < 12; k++)
    sl_fixture_assess (&f->base, sl_fixture_add_risk (&f->base, SL_RISK_STATE_OPEN), CURRENT, "2026-07-01", 4, 4);
  moved = sl_fixture_add_risk (&f->base, SL_RISK_STATE_OPEN);
  sl_fixture_assess (&f->base, moved, CURRENT, "2026-01-01", 2, 3);
  sl_fixture_assess (&f->base, moved, CURRENT, "2026-07-01", 3, 3);
  sl_fixture_add_risk (&f->base, SL_RISK_STATE_OPEN);
  sl_fixture_appetite (&f->base, SL_UID_NONE, SL_CATEGORY_PEOPLE, SL_APPETITE_LEVEL_CAUTIOUS, "2025-01-06");
  view = sl_fixture_view (&f->base);
  f->map = sl_heat_map_new (&view, sl_heat_new (&view, SL_RISK_KIND_THREAT, SL_HEAT_NOW, SL_CONFIDENTIALITY_BOARD, NULL, NULL),
                            FALSE);
  f->folder = g_dir_make_tmp ("heat-XXXXXX", NULL);
}

static void
tear_down (Heat *f, gconstpointer unused)
{
  sl_heat_map_free (f->map);
  sl_fixture_clear (&f->base);
  g_rmdir (f->folder);
  g_free (f->folder);
}

/* --- Words -------------------------------------------------------------------------------------------------------- */

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_words (Heat *f, gconstpointer unused)
{
  SlHeatStyle style = { .ways = TRUE };
  g_autoptr (GPtrArray) notes = sl_heat_map_notes (f->map, &style);

  assert_text (sl_heat_map_dup_title (f->map), "Open threats · Now · as of 31 Jul 2026");
  assert_text (sl_heat_map_dup_figure (f->map, 4, 4, FALSE), "12");
  assert_text (sl_heat_map_dup_figure (f->map, 5, 5, FALSE), "");
  assert_text (sl_heat_map_dup_figure (f->map, 5, 5, TRUE), "");
  assert_text (sl_heat_map_dup_cell_words (f->map, 4, 4),
               "Probability 4 Likely, impact 4 Large: Red. 12 threats, 12 above what is tolerated, exposure £0.00");
  assert_text (sl_heat_map_dup_cell_words (f->map, 1, 1), "Probability 1 Rare, impact 1 Slight: Green. None here");
  assert_text (sl_heat_map_dup_alternative (f->map),
               "13 threats: 12 Red, 1 Amber, 12 above what is tolerated. Not on the map: 1 not assessed.");
  g_assert_cmpuint (notes->len, ==, 3);
  g_assert_cmpstr (notes->pdata[0], ==,
                   "Appetite line: Cautious, which applies to 13 of 13; dashed: wanted up to 6; solid: tolerated up to 10.");
  g_assert_cmpstr (notes->pdata[1], ==, "Arrows: from where risks stood 90 days ago. 12 were not rated then.");
  g_assert_cmpstr (notes->pdata[2], ==, "Not on the map: 1 not assessed.");
}

static void
test_table (Heat *f, gconstpointer unused)
{
  static const char *const expected[] = {
    "Probability", "Impact", "Level", "Number", "Exposure", "Above what is tolerated",
    "4 Likely", "4 Large", "Red", "12", "£0.00", "12",
    "3 Possible", "3 Moderate", "Amber", "1", "£0.00", "0",
  };
  guint columns;
  g_autoptr (GPtrArray) table = sl_heat_map_table (f->map, &columns);

  g_assert_cmpuint (columns, ==, 6);
  g_assert_cmpuint (table->len, ==, G_N_ELEMENTS (expected));
  for (guint k = 0; k < table->len; k++)
    g_assert_cmpstr (table->pdata[k], ==, expected[k]);
}

/* --- Painting ----------------------------------------------------------------------------------------------------- */

/* Ink in the middle of a cell: where its figure stands. */
static guint
ink_in_middle (const SlHeatMap *map, const SlMatrixLayout *layout, int probability, int impact, const SlHeatStyle *style)
{
  const SlRgb *text = &sl_palette_get (style->paint.palette)->text;
  guint32 wanted = (guint32) lround (text->r * 255) << 16 | (guint32) lround (text->g * 255) << 8
                   | (guint32) lround (text->b * 255);
  SlMatrixRect r;
  cairo_surface_t *paper;
  cairo_t *cr;
  guint n = 0;

  sl_matrix_cell (layout, probability, impact, &r);
  paper = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) r.width, (int) r.height);
  cr = cairo_create (paper);
  sl_heat_map_paint_cell (map, layout, probability, impact, cr, style);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (paper);
  for (int y = (int) (r.height * 0.42); y < (int) (r.height * 0.7); y++)
    for (int x = (int) (r.width * 0.25); x < (int) (r.width * 0.75); x++)
      n += (((const guint32 *) (cairo_image_surface_get_data (paper) + y * cairo_image_surface_get_stride (paper)))[x] & 0xffffff)
           == wanted;
  cairo_surface_destroy (paper);
  return n;
}

/* A figure stands in each cell that has risks and in no other, whatever the palette. */
static void
test_figures (Heat *f, gconstpointer unused)
{
  for (guint flags = 0; flags < SL_PALETTE_COUNT; flags++)
    {
      SlHeatStyle style = { .paint = { .palette = flags } };
      SlMatrixLayout layout;

      sl_matrix_layout (&layout, 0, 700, 520);
      for (int p = 1; p <= SL_MATRIX_STEPS; p++)
        for (int i = 1; i <= SL_MATRIX_STEPS; i++)
          g_assert_cmpint (ink_in_middle (f->map, &layout, p, i, &style) > 5, ==,
                           sl_heat_cell (sl_heat_map_heat (f->map), p, i)->count > 0);
    }
}

/* --- Files -------------------------------------------------------------------------------------------------------- */

static const GMarkupParser any = { 0 };

static void
test_svg (Heat *f, gconstpointer unused)
{
  SlHeatStyle style = { .ways = TRUE };
  g_autofree char *first = sl_heat_map_to_svg (f->map, &style, NULL), *second = NULL, *other = NULL;
  g_autoptr (GMarkupParseContext) parser = g_markup_parse_context_new (&any, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;
  SlHeatStyle without = { .ways = FALSE };

  other = sl_heat_map_to_svg (f->map, &without, NULL);
  second = sl_heat_map_to_svg (f->map, &style, NULL);
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, !=, other);
  g_assert_true (g_markup_parse_context_parse (parser, first, -1, &error));
  g_assert_true (g_markup_parse_context_end_parse (parser, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (first, "<title>Open threats · Now · as of 31 Jul 2026</title>"));
  g_assert_nonnull (strstr (first, "<desc>13 threats: 12 Red, 1 Amber"));
  g_assert_null (strstr (first, "<script"));
}

static void
read_file (Heat *f, const char *name, char **bytes, gsize *length)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);

  g_assert_true (g_file_get_contents (path, bytes, length, NULL));
  g_remove (path);
}

static void
test_files (Heat *f, gconstpointer unused)
{
  static const char *const names[] = { "a.svg", "a.png", "a.pdf" }, *const begins[] = { "<?xml", "\x89PNG", "%PDF-1.5" };
  SlHeatStyle style = { .ways = TRUE };

  for (guint k = 0; k < G_N_ELEMENTS (names); k++)
    {
      g_autofree char *path = g_build_filename (f->folder, names[k], NULL), *first = NULL, *second = NULL;
      gsize n_first, n_second;
      g_autoptr (GError) error = NULL;

      g_assert_true (sl_heat_map_write (f->map, &style, path, NULL, &error));
      g_assert_no_error (error);
      read_file (f, names[k], &first, &n_first);
      g_assert_true (g_str_has_prefix (first, begins[k]));
      g_assert_true (sl_heat_map_write (f->map, &style, path, NULL, &error));
      read_file (f, names[k], &second, &n_second);
      g_assert_cmpmem (first, n_first, second, n_second);
      if (k == 2)
        g_assert_nonnull (memmem (first, n_first, "(20260731000000", 15));
    }
}

static void
test_refused (Heat *f, gconstpointer unused)
{
  SlHeatStyle style = { 0 };
  g_autofree char *path = g_build_filename (f->folder, "a.gif", NULL), *nowhere = g_build_filename (f->folder, "no", "a.svg", NULL);
  g_autofree char *stopped = g_build_filename (f->folder, "a.svg", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (sl_heat_map_write (f->map, &style, path, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_false (sl_heat_map_write (f->map, &style, nowhere, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_IO);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (sl_heat_map_write (f->map, &style, stopped, cancellable, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_CANCELLED);
  g_assert_false (g_file_test (stopped, G_FILE_TEST_EXISTS));
}

#define ADD(path, func) g_test_add ("/charts/heat-map/" path, Heat, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("words", test_words);
  ADD ("table", test_table);
  ADD ("figures", test_figures);
  ADD ("svg", test_svg);
  ADD ("files", test_files);
  ADD ("refused", test_refused);
  return g_test_run ();
}
