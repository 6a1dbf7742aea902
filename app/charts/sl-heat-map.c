/* The heat map: its painters and its files. What it says in words: sl-heat-words.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "charts/sl-heat-map-private.h"

#include "charts/sl-figure.h"
#include "charts/sl-matrix-private.h"

#include <math.h>

#define NOTE_LINE 17.0
#define TITLE_LINE 26.0
#define MARGIN 14.0

SlHeatMap *
sl_heat_map_new (const SlView *view, SlHeat *heat, gboolean translated)
{
  SlHeatMap *self = g_new0 (SlHeatMap, 1);
  const SlProgrammeInfo *programme;

  g_return_val_if_fail (view != NULL && heat != NULL, self);
  programme = sl_data_programme (view->data);
  self->heat = heat;
  self->matrix = sl_matrix_new (view, sl_heat_kind (heat) == SL_RISK_KIND_OPPORTUNITY, translated);
  self->matrix->want = sl_heat_appetite (heat)->want;
  self->matrix->tolerate = sl_heat_appetite (heat)->tolerate;
  self->currency = g_strdup (programme != NULL && programme->currency != NULL ? programme->currency : "");
  self->day = view->as_of;
  self->translated = translated;
  return self;
}

void
sl_heat_map_free (SlHeatMap *self)
{
  if (self == NULL)
    return;
  sl_heat_free (self->heat);
  sl_matrix_free (self->matrix);
  g_free (self->currency);
  g_free (self);
}

const SlHeat *
sl_heat_map_heat (const SlHeatMap *self)
{
  return self->heat;
}

const SlMatrix *
sl_heat_map_matrix (const SlHeatMap *self)
{
  return self->matrix;
}

/* --- Cells -------------------------------------------------------------------------------------------------------- */

/* The figure in the middle; below it, how many lie above what is tolerated. */
static void
paint_figure (const SlHeatMap *self, const SlMatrixLayout *layout, int probability, int impact, const SlMatrixRect *r,
              SlInk *ink, const SlHeatStyle *style)
{
  g_autofree char *figure = sl_heat_map_dup_figure (self, probability, impact, style->exposure);
  g_autofree char *breach = sl_heat_map_dup_breach (self, probability, impact);
  double size = CLAMP (MIN (r->height * 0.3, r->width * (style->exposure ? 0.19 : 0.3)), layout->font, 30);
  double y = r->y + r->height * 0.56;

  if (*figure == '\0')
    return;
  sl_ink_colour (ink, &ink->palette->text);
  sl_ink_font (ink, size, TRUE);
  sl_ink_text (ink, figure, r->x + r->width / 2, y, SL_INK_MIDDLE, r->width - 4);
  if (breach == NULL || r->height < layout->font * 4.5)
    return;
  sl_ink_font (ink, layout->font * 0.9, FALSE);
  sl_ink_text (ink, breach, r->x + r->width / 2, r->y + r->height - layout->font * 0.85, SL_INK_MIDDLE, r->width - 6);
}

void
sl_heat_map_paint_cell (const SlHeatMap *self, const SlMatrixLayout *layout, int probability, int impact, cairo_t *cr,
                        const SlHeatStyle *style)
{
  SlMatrixRect cell;
  SlInk ink;

  sl_matrix_cell (layout, probability, impact, &cell);
  cell.x = cell.y = 0;
  sl_ink_begin (&ink, cr, style->paint.palette);
  sl_matrix_paint_cell_with (self->matrix, layout, probability, impact, &cell, &ink, &style->paint);
  paint_figure (self, layout, probability, impact, &cell, &ink, style);
  sl_ink_end (&ink);
}

/* --- Ways --------------------------------------------------------------------------------------------------------- */

/* Ways keep to a lane right of the figure and below the word, so that upright and level ones cross no letters. */
static void
station_of (const SlMatrixLayout *layout, int probability, int impact, double *x, double *y)
{
  SlMatrixRect cell;

  sl_matrix_cell (layout, probability, impact, &cell);
  *x = cell.x + cell.width * 0.86;
  *y = cell.y + cell.height * 0.37;
}

/* A way and its way back lie side by side. */
static void
paint_way (const SlMatrixLayout *layout, const SlHeatWay *way, SlInk *ink)
{
  double thick = 1.4 + 0.5 * MIN (way->count - 1, 6), head = 5.5 + thick, apart = 4 + thick / 2;
  double x1, y1, x2, y2, length, dx, dy;
  cairo_t *cr = ink->cr;

  station_of (layout, way->from_probability, way->from_impact, &x1, &y1);
  station_of (layout, way->to_probability, way->to_impact, &x2, &y2);
  length = hypot (x2 - x1, y2 - y1);
  if (length < 2 * head)
    return;
  dx = (x2 - x1) / length;
  dy = (y2 - y1) / length;
  x1 += dx * head + dy * apart;
  y1 += dy * head - dx * apart;
  x2 += dy * apart;
  y2 += -dx * apart;
  cairo_set_source_rgba (cr, ink->palette->dim.r, ink->palette->dim.g, ink->palette->dim.b, 0.75);
  cairo_arc (cr, x1, y1, thick * 0.5 + 1.2, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_set_line_width (cr, thick);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2 - dx * head, y2 - dy * head);
  cairo_stroke (cr);
  cairo_move_to (cr, x2, y2);
  cairo_line_to (cr, x2 - dx * head - dy * head * 0.5, y2 - dy * head + dx * head * 0.5);
  cairo_line_to (cr, x2 - dx * head + dy * head * 0.5, y2 - dy * head - dx * head * 0.5);
  cairo_close_path (cr);
  cairo_fill (cr);
  if (way->count > 1)
    {
      g_autofree char *count = g_strdup_printf ("%u", way->count);

      sl_ink_font (ink, layout->font * 0.85, FALSE);
      sl_ink_text (ink, count, (x1 + x2) / 2 + dy * layout->font * 0.8, (y1 + y2) / 2 - dx * layout->font * 0.8,
                   SL_INK_MIDDLE, 0);
    }
}

static void
paint_over (const SlHeatMap *self, const SlMatrixLayout *layout, SlInk *ink, const SlHeatStyle *style)
{
  guint n;
  const SlHeatWay *ways = sl_heat_ways (self->heat, &n);

  sl_matrix_paint_limits (self->matrix, layout, ink->cr, &style->paint);
  for (guint k = 0; style->ways && k < MIN (n, SL_HEAT_WAYS_MAX); k++)
    paint_way (layout, &ways[k], ink);
}

void
sl_heat_map_paint_over (const SlHeatMap *self, const SlMatrixLayout *layout, cairo_t *cr, const SlHeatStyle *style)
{
  SlInk ink;

  sl_ink_begin (&ink, cr, style->paint.palette);
  paint_over (self, layout, &ink, style);
  sl_ink_end (&ink);
}

void
sl_heat_map_paint (const SlHeatMap *self, const SlMatrixLayout *layout, cairo_t *cr, const SlHeatStyle *style)
{
  SlInk ink;

  sl_ink_begin (&ink, cr, style->paint.palette);
  sl_matrix_paint_with (self->matrix, layout, &ink, &style->paint);
  for (int p = 1; p <= SL_MATRIX_STEPS; p++)
    for (int i = 1; i <= SL_MATRIX_STEPS; i++)
      {
        SlMatrixRect cell;

        sl_matrix_cell (layout, p, i, &cell);
        paint_figure (self, layout, p, i, &cell, &ink, style);
      }
  paint_over (self, layout, &ink, style);
  sl_ink_end (&ink);
}

/* --- Files -------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const SlHeatMap *map;
  const SlHeatStyle *style;
  const char *title;
  GPtrArray *notes;
} Page;

static void
paint_page (cairo_t *cr, double width, double height, gpointer data)
{
  const Page *page = data;
  double below = page->notes->len * NOTE_LINE, inner = width - 2 * MARGIN;
  SlMatrixLayout layout;
  SlInk ink;

  sl_ink_begin (&ink, cr, page->style->paint.palette);
  sl_ink_colour (&ink, &ink.palette->text);
  sl_ink_font (&ink, 16, TRUE);
  sl_ink_text (&ink, page->title, MARGIN, MARGIN + 9, SL_INK_LEFT, inner);
  sl_ink_font (&ink, 11.5, FALSE);
  sl_ink_colour (&ink, &ink.palette->dim);
  for (guint k = 0; k < page->notes->len; k++)
    sl_ink_text (&ink, page->notes->pdata[k], MARGIN, height - MARGIN - below + (k + 0.5) * NOTE_LINE, SL_INK_LEFT, inner);
  sl_ink_end (&ink);
  cairo_save (cr);
  cairo_translate (cr, MARGIN, MARGIN + TITLE_LINE);
  sl_matrix_layout (&layout, page->style->matrix & ~SL_MATRIX_COMPACT, inner, height - 2 * MARGIN - TITLE_LINE - below - 6);
  sl_heat_map_paint (page->map, &layout, cr, page->style);
  cairo_restore (cr);
}

/* Calls @use with the page as a figure. */
static gpointer
with_figure (const SlHeatMap *self, const SlHeatStyle *style, gpointer (*use) (const SlFigure *figure, gpointer data),
             gpointer data)
{
  g_autofree char *title = sl_heat_map_dup_title (self), *alternative = sl_heat_map_dup_alternative (self);
  g_autoptr (GPtrArray) notes = sl_heat_map_notes (self, style);
  Page page = { self, style, title, notes };
  SlFigure figure = {
    .width = SL_HEAT_WIDTH, .height = SL_HEAT_HEIGHT, .title = title, .description = alternative, .day = self->day,
    .dark = (style->paint.palette & SL_PALETTE_DARK) != 0, .paint = paint_page, .data = &page,
  };

  return use (&figure, data);
}

static gpointer
use_as_svg (const SlFigure *figure, gpointer error)
{
  return sl_figure_to_svg (figure, NULL, error);
}

char *
sl_heat_map_to_svg (const SlHeatMap *self, const SlHeatStyle *style, GError **error)
{
  return with_figure (self, style, use_as_svg, error);
}

typedef struct
{
  const char *path;
  GCancellable *cancellable;
  GError **error;
} Writing;

static gpointer
use_as_file (const SlFigure *figure, gpointer data)
{
  const Writing *writing = data;

  return GINT_TO_POINTER (sl_figure_write (figure, writing->path, writing->cancellable, writing->error));
}

gboolean
sl_heat_map_write (const SlHeatMap *self, const SlHeatStyle *style, const char *path, GCancellable *cancellable, GError **error)
{
  Writing writing = { path, cancellable, error };

  return GPOINTER_TO_INT (with_figure (self, style, use_as_file, &writing));
}
