/* The heat map repainted: every rectangle, shape, word and figure of it, against the same rectangles and texts painted bare.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   bench-heat [RISKS=5000]
 *
 * The baseline fills as many rectangles of the same size and shows as many texts of the same letters and size, each set
 * into one layout in turn: what any painter of this picture must do.
 */
#include "bench-support.h"

#include "charts/sl-heat-map.h"
#include "charts/sl-glyph.h"
#include "store/sl-place.h"

#include <pango/pangocairo.h>
#include <stdlib.h>

#define ROUNDS 41
#define REPAINT_LIMIT 1.3
#define WIDTH 900
#define HEIGHT 640

typedef struct
{
  char *text;
  double x, y, size;
  gboolean bold;
} Text;

typedef struct
{
  SlMatrixLayout layout;
  GArray *texts;
  cairo_t *cr;
  PangoLayout *line;
} Bare;

static void
add_text (Bare *bare, char *text, double x, double y, double size, gboolean bold)
{
  Text one = { text, x, y, size, bold };

  if (*text != '\0')
    g_array_append_val (bare->texts, one);
  else
    g_free (text);
}

static void
add_cell (Bare *bare, const SlHeatMap *map, int p, int i)
{
  SlStatus status = sl_matrix_status (sl_heat_map_matrix (map), p, i);
  const SlHeatCell *cell = sl_heat_cell (sl_heat_map_heat (map), p, i);
  double f = bare->layout.font;
  SlMatrixRect r;

  sl_matrix_cell (&bare->layout, p, i, &r);
  add_text (bare, g_strdup (sl_glyph_letter (status)), r.x + 20, r.y + 4, f * 0.9, TRUE);
  add_text (bare, g_strdup (sl_glyph_word (status)), r.x + 34, r.y + 4, f * 0.9, FALSE);
  add_text (bare, sl_heat_map_dup_figure (map, p, i, FALSE), r.x + r.width / 2, r.y + r.height / 2, 30, TRUE);
  if (cell->n_breach > 0)
    add_text (bare, g_strdup_printf ("%u in breach", cell->n_breach), r.x + 20, r.y + r.height - 16, f * 0.9, FALSE);
}

static void
collect (Bare *bare, const SlHeatMap *map)
{
  const SlMatrix *matrix = sl_heat_map_matrix (map);
  double f = bare->layout.font;

  for (int n = 1; n <= SL_MATRIX_STEPS; n++)
    {
      add_text (bare, g_strdup_printf ("%d", n), 100, 40.0 * n, f, TRUE);
      add_text (bare, g_strdup_printf ("%d", n), 100.0 * n, 600, f, TRUE);
      add_text (bare, g_strdup (matrix->probability[n]), 20, 40.0 * n, f, FALSE);
      add_text (bare, g_strdup (matrix->impact[n]), 100.0 * n, 610, f, FALSE);
    }
  for (int p = 1; p <= SL_MATRIX_STEPS; p++)
    for (int i = 1; i <= SL_MATRIX_STEPS; i++)
      add_cell (bare, map, p, i);
}

static void
paint_bare (Bare *bare)
{
  PangoFontDescription *font = pango_font_description_from_string ("Sans");

  for (int p = 1; p <= SL_MATRIX_STEPS; p++)
    for (int i = 1; i <= SL_MATRIX_STEPS; i++)
      {
        SlMatrixRect r;

        sl_matrix_cell (&bare->layout, p, i, &r);
        cairo_set_source_rgb (bare->cr, 0.9, 0.8, 0.8);
        cairo_rectangle (bare->cr, r.x, r.y, r.width, r.height);
        cairo_fill (bare->cr);
      }
  cairo_set_source_rgb (bare->cr, 0, 0, 0);
  for (guint k = 0; k < bare->texts->len; k++)
    {
      const Text *text = &g_array_index (bare->texts, Text, k);

      pango_font_description_set_absolute_size (font, text->size * PANGO_SCALE);
      pango_font_description_set_weight (font, text->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
      pango_layout_set_font_description (bare->line, font);
      pango_layout_set_text (bare->line, text->text, -1);
      cairo_move_to (bare->cr, text->x, text->y);
      pango_cairo_show_layout (bare->cr, bare->line);
    }
  pango_font_description_free (font);
}

static void
clear (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 5000;
  g_autoptr (SlStore) store = sl_memory_store_new ();
  g_autoptr (SlWorkspace) ws = bench_fill (store, n);
  SlView view = sl_workspace_view (ws);
  g_autoptr (SlHeatMap) map
      = sl_heat_map_new (&view, sl_heat_new (&view, SL_RISK_KIND_THREAT, SL_HEAT_NOW, SL_CONFIDENTIALITY_RESTRICTED, NULL, NULL), FALSE);
  cairo_surface_t *paper = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  Bare bare = { .texts = g_array_new (FALSE, FALSE, sizeof (Text)), .cr = cairo_create (paper) };
  SlHeatStyle style = { .ways = TRUE };
  double ours[ROUNDS], theirs[ROUNDS];
  gboolean met;

  bare.line = pango_cairo_create_layout (bare.cr);
  sl_matrix_layout (&bare.layout, 0, WIDTH, HEIGHT);
  collect (&bare, map);
  for (int k = -3; k < ROUNDS; k++)
    {
      double start;

      clear (bare.cr);
      start = bench_now ();
      paint_bare (&bare);
      cairo_surface_flush (paper);
      theirs[MAX (k, 0)] = bench_now () - start;
      clear (bare.cr);
      start = bench_now ();
      sl_heat_map_paint (map, &bare.layout, bare.cr, &style);
      cairo_surface_flush (paper);
      ours[MAX (k, 0)] = bench_now () - start;
    }
  g_print ("%u risks, %u shown, %u texts\n", n, sl_heat_totals (sl_heat_map_heat (map))->n_shown, bare.texts->len);
  met = bench_report ("heat map repaint", ours, theirs, ROUNDS, REPAINT_LIMIT);
  for (guint k = 0; k < bare.texts->len; k++)
    g_free (g_array_index (bare.texts, Text, k).text);
  g_array_unref (bare.texts);
  g_object_unref (bare.line);
  cairo_destroy (bare.cr);
  cairo_surface_destroy (paper);
  return met ? EXIT_SUCCESS : EXIT_FAILURE;
}
