/* The heat map in a report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "reports/sl-figure-private.h"

#include "charts/sl-matrix.h"
#include "insight/sl-heat.h"

#include <pango/pangocairo.h>

#define WIDTH 640
#define HEIGHT 400

typedef struct
{
  const SlReportFacts *facts;
  SlMatrix *matrix;
  SlHeat *heat;
  gboolean hatched;
} HeatMap;

/* --- The picture -------------------------------------------------------------------------------------------------- */

/* How many stand in the cell, large, to the right. */
static void
paint_count (cairo_t *cr, guint count, const SlMatrixRect *cell, const SlRgb *colour)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Sans Bold");
  g_autofree char *text = g_strdup_printf ("%u", count);
  int width, height;

  pango_font_description_set_absolute_size (font, cell->height * 0.5 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_set_source_rgb (cr, colour->r, colour->g, colour->b);
  cairo_move_to (cr, cell->width - width - 10, (cell->height - height) / 2);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
  g_object_unref (layout);
}

static void
paint (cairo_t *cr, guint flags, gpointer data)
{
  const HeatMap *map = data;
  SlMatrixStyle style = { flags, map->hatched };
  SlMatrixLayout layout;

  sl_matrix_layout (&layout, 0, WIDTH, HEIGHT);
  sl_matrix_paint_axes (map->matrix, &layout, cr, &style);
  for (int p = 1; p <= SL_MATRIX_STEPS; p++)
    for (int i = 1; i <= SL_MATRIX_STEPS; i++)
      {
        guint count = sl_heat_cell (map->heat, p, i)->count;
        SlMatrixRect cell;

        sl_matrix_cell (&layout, p, i, &cell);
        cairo_save (cr);
        cairo_translate (cr, cell.x, cell.y);
        sl_matrix_paint_cell (map->matrix, &layout, p, i, cr, &style);
        if (count > 0)
          paint_count (cr, count, &cell, &sl_palette_get (flags)->text);
        cairo_restore (cr);
      }
}

/* --- In words ----------------------------------------------------------------------------------------------------- */

static char *
dup_sentence (const HeatMap *map)
{
  guint counts[SL_RAG_RED + 1] = { 0 };

  for (int p = 1; p <= SL_MATRIX_STEPS; p++)
    for (int i = 1; i <= SL_MATRIX_STEPS; i++)
      counts[sl_grid_rag (map->facts->view.settings, p, i)] += sl_heat_cell (map->heat, p, i)->count;
  return g_strdup_printf ("Heat map of the open threats by probability and impact: %u Red, %u Amber, %u Green, %u not scored. "
                          "The table that follows lists them by cell.",
                          counts[SL_RAG_RED], counts[SL_RAG_AMBER], counts[SL_RAG_GREEN],
                          sl_heat_totals (map->heat)->n_unassessed);
}

static void
add_cell (SlDocument *page, const HeatMap *map, int p, int i)
{
  SlRag rag = sl_grid_rag (map->facts->view.settings, p, i);
  guint n;
  const SlUid *uids = sl_heat_uids (map->heat, p, i, &n);

  if (n == 0)
    return;
  sl_document_row (page);
  sl_document_cell (page);
  sl_document_format (page, "%d" SL_DOCUMENT_TIE "×" SL_DOCUMENT_TIE "%d", p, i);
  sl_document_cell (page);
  sl_document_status (page, sl_status_from_rag (rag, FALSE), sl_rag_label (rag, FALSE));
  sl_document_cell_number (page, (int) n);
  sl_document_cell (page);
  for (guint k = 0; k < n; k++)
    {
      sl_document_text (page, k > 0 ? ", " : "");
      sl_document_code (page, sl_report_code (map->facts, uids[k]));
    }
}

static void
add_values (SlDocument *page, const HeatMap *map)
{
  static const SlColumn columns[] = { { "P" SL_DOCUMENT_TIE "×" SL_DOCUMENT_TIE "I", SL_CELL_TEXT }, { "Rating", SL_CELL_TEXT },
                                      { "Threats", SL_CELL_NUMBER }, { "Which", SL_CELL_TEXT } };

  sl_document_table (page, columns, G_N_ELEMENTS (columns));
  for (int p = SL_MATRIX_STEPS; p >= 1; p--)
    for (int i = SL_MATRIX_STEPS; i >= 1; i--)
      add_cell (page, map, p, i);
}

/* Only what the report shows: nothing hidden may be counted in a cell. */
static gboolean
is_shown (const SlRisk *risk, gpointer data)
{
  return sl_report_risk (data, risk->record.uid) != NULL;
}

void
sl_figure_add_heat_map (SlDocument *page, const SlReportFacts *facts)
{
  g_autoptr (SlMatrix) matrix = sl_matrix_new (&facts->view, FALSE, FALSE);
  g_autoptr (SlHeat) heat
      = sl_heat_new (&facts->view, SL_RISK_KIND_THREAT, SL_HEAT_NOW, TRUE, is_shown, (gpointer) facts);
  HeatMap map = { facts, matrix, heat, FALSE };
  SlPictures pictures;
  g_autofree char *sentence = NULL;

  if (sl_heat_totals (heat)->n_shown == 0)
    return;
  pictures.light = sl_figure_svg (WIDTH, HEIGHT, paint, 0, &map);
  pictures.dark = sl_figure_svg (WIDTH, HEIGHT, paint, SL_PALETTE_DARK, &map);
  map.hatched = TRUE;
  pictures.hatched = sl_figure_svg (WIDTH, HEIGHT, paint, 0, &map);
  sentence = dup_sentence (&map);
  sl_document_heading (page, 2, "heat-map");
  sl_document_text (page, "Where the threats stand");
  if (pictures.light != NULL)
    sl_document_figure (page, sentence, &pictures, WIDTH, HEIGHT);
  add_values (page, &map);
  g_clear_pointer (&pictures.light, g_bytes_unref);
  g_clear_pointer (&pictures.dark, g_bytes_unref);
  g_clear_pointer (&pictures.hatched, g_bytes_unref);
}
