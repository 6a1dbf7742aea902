/* The heat map in the register: the picture of charts/sl-heat-map.h, what it says in words, and a table of its values.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "reports/sl-report-parts-private.h"

#include "charts/sl-figure.h"
#include "charts/sl-heat-map.h"

#define WIDTH 640
#define HEIGHT 440

/* --- The picture -------------------------------------------------------------------------------------------------- */

typedef struct
{
  const SlHeatMap *map;
  SlHeatStyle style;
} Painting;

static void
paint (cairo_t *cr, double width, double height, gpointer data)
{
  const Painting *self = data;
  SlMatrixLayout layout;

  sl_matrix_layout (&layout, self->style.matrix, width, height);
  sl_heat_map_paint (self->map, &layout, cr, &self->style);
}

static GBytes *
make_svg (const SlReportFacts *facts, const SlHeatMap *map, const char *alternative, guint palette, gboolean hatched)
{
  Painting painting = { map, { .paint = { palette, hatched }, .ways = TRUE } };
  g_autofree char *title = sl_heat_map_dup_title (map);
  SlFigure figure = { .width = WIDTH, .height = HEIGHT, .title = title, .description = alternative, .day = facts->view.as_of,
                      .dark = (palette & SL_PALETTE_DARK) != 0, .paint = paint, .data = &painting };
  gsize length;
  char *svg = sl_figure_to_svg (&figure, &length, NULL);

  return svg != NULL ? g_bytes_new_take (svg, length) : NULL;
}

static void
clear_picture (GBytes **svg)
{
  g_clear_pointer (svg, g_bytes_unref);
}

/* How it is to be read. */
static void
add_notes (SlDocument *page, const SlHeatMap *map)
{
  SlHeatStyle style = { .ways = TRUE };
  g_autoptr (GPtrArray) notes = sl_heat_map_notes (map, &style);

  for (guint i = 0; i < notes->len; i++)
    {
      sl_document_text (page, i > 0 ? " " : "");
      sl_document_text (page, g_ptr_array_index (notes, i));
    }
}

static void
add_picture (SlDocument *page, const SlReportFacts *facts, const SlHeatMap *map)
{
  g_autofree char *alternative = sl_heat_map_dup_alternative (map);
  SlPictures pictures = { .light = make_svg (facts, map, alternative, 0, FALSE),
                          .dark = make_svg (facts, map, alternative, SL_PALETTE_DARK, FALSE),
                          .hatched = make_svg (facts, map, alternative, 0, TRUE) };

  /* Without memory for a picture the table still says it all. */
  if (pictures.light != NULL)
    {
      sl_document_figure (page, alternative, &pictures, WIDTH, HEIGHT);
      add_notes (page, map);
    }
  clear_picture (&pictures.light);
  clear_picture (&pictures.dark);
  clear_picture (&pictures.hatched);
}

/* --- Its values --------------------------------------------------------------------------------------------------- */

static void
add_cell (SlDocument *page, const SlReportFacts *facts, const SlHeat *heat, int p, int i)
{
  SlRag rag = sl_grid_rag (facts->view.settings, p, i);
  guint n;
  const SlUid *uids = sl_heat_uids (heat, p, i, &n);

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
      sl_document_code (page, sl_report_code (facts, uids[k]));
    }
}

static void
add_values (SlDocument *page, const SlReportFacts *facts, const SlHeat *heat)
{
  static const SlColumn columns[] = { { "P" SL_DOCUMENT_TIE "×" SL_DOCUMENT_TIE "I", SL_CELL_TEXT }, { "Rating", SL_CELL_TEXT },
                                      { "Threats", SL_CELL_NUMBER }, { "Which", SL_CELL_TEXT } };

  sl_document_table (page, columns, G_N_ELEMENTS (columns));
  for (int p = SL_HEAT_STEPS; p >= 1; p--)
    for (int i = SL_HEAT_STEPS; i >= 1; i--)
      add_cell (page, facts, heat, p, i);
}

/* What the audience may not see the map leaves out by itself, and says so. */
static gboolean
is_of_project (const SlRisk *risk, gpointer data)
{
  SlUid project = *(const SlUid *) data;

  return project == SL_UID_NONE || risk->project == SL_UID_NONE || risk->project == project;
}

void
sl_register_part_heat_map (SlDocument *page, const SlReportFacts *facts)
{
  SlUid project = facts->options->project;
  SlHeat *heat = sl_heat_new (&facts->view, SL_RISK_KIND_THREAT, SL_HEAT_NOW, facts->options->audience,
                              project != SL_UID_NONE ? is_of_project : NULL, &project);
  g_autoptr (SlHeatMap) map = sl_heat_map_new (&facts->view, heat, FALSE);

  if (sl_heat_totals (heat)->n_shown == 0)
    return;
  sl_document_heading (page, 2, "heat-map");
  sl_document_text (page, "Where the threats stand");
  add_picture (page, facts, map);
  add_values (page, facts, heat);
}
