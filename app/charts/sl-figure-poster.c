/* A figure larger than paper, cut to sheets that overlap: marks to cut and to glue by, on every sheet where it belongs, and
 * before them a page that shows how they fit together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "charts/sl-figure-private.h"

#include "base/sl-text.h"
#include "charts/sl-ink-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define MARGIN 40.0  /* that printers leave white, with room for the marks */
#define OVERLAP 28.0 /* about a centimetre to glue by */
#define MARK 14.0
#define MARK_GAP 4.0
#define SMALL 24.0   /* the sign of the sheet's place, as high as that */

/* How a figure is cut. */
typedef struct
{
  double width, height;          /* of a sheet */
  double room_width, room_height; /* between its margins */
  guint columns, rows;
} Cut;

const SlFigureSheet *
sl_figure_sheet (const char *name)
{
  /* ISO 216. */
  static const SlFigureSheet sheets[] = {
    { "A4", 595.28, 841.89 }, { "A3", 841.89, 1190.55 }, { "A2", 1190.55, 1683.78 },
    { "A1", 1683.78, 2383.94 }, { "A0", 2383.94, 3370.39 }, { NULL, 0, 0 },
  };

  for (guint i = 0; name != NULL && sheets[i].name != NULL; i++)
    if (g_ascii_strcasecmp (sheets[i].name, name) == 0)
      return &sheets[i];
  return name == NULL ? sheets : NULL;
}

static guint
count (double length, double room)
{
  return length <= room ? 1 : (guint) ceil ((length - OVERLAP) / (room - OVERLAP));
}

static void
cut_to (Cut *cut, const SlFigure *self, double width, double height)
{
  *cut = (Cut){ .width = width, .height = height, .room_width = width - 2 * MARGIN, .room_height = height - 2 * MARGIN };
  cut->columns = count (self->width, cut->room_width);
  cut->rows = count (self->height, cut->room_height);
}

static void
make_cut (Cut *cut, const SlFigure *self)
{
  Cut upright;

  cut_to (cut, self, self->sheet->height, self->sheet->width);
  cut_to (&upright, self, self->sheet->width, self->sheet->height);
  if (upright.columns * upright.rows < cut->columns * cut->rows)
    *cut = upright;
}

guint
sl_figure_count_sheets (const SlFigure *self)
{
  Cut cut;

  make_cut (&cut, self);
  return cut.columns * cut.rows;
}

static const char *
words (const SlFigure *self, const char *msgid)
{
  return self->translated ? g_dgettext (GETTEXT_PACKAGE, msgid) : msgid;
}

static void
set_ink (const SlFigure *self, SlInk *ink)
{
  sl_ink_colour (ink, self->dark ? &sl_palette_get (0)->dim : &ink->palette->dim);
}

/* --- Marks -------------------------------------------------------------------------------------------------------- */

/* Beside the four corners of what is to be cut out. */
static void
paint_corners (cairo_t *cr, const Cut *cut)
{
  for (int i = 0; i < 4; i++)
    {
      double right = i % 2, low = i / 2, dx = right != 0 ? 1 : -1, dy = low != 0 ? 1 : -1;
      double x = MARGIN + right * cut->room_width, y = MARGIN + low * cut->room_height;

      cairo_move_to (cr, x + dx * MARK_GAP, y);
      cairo_line_to (cr, x + dx * (MARK_GAP + MARK), y);
      cairo_move_to (cr, x, y + dy * MARK_GAP);
      cairo_line_to (cr, x, y + dy * (MARK_GAP + MARK));
    }
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
}

/* Ticks in the margin where the next sheet begins: up to there this one lies under it. */
static void
paint_overlap (cairo_t *cr, const Cut *cut, guint column, guint row)
{
  double x = MARGIN + cut->room_width - OVERLAP, y = MARGIN + cut->room_height - OVERLAP;
  static const double dashes[] = { 2, 2 };

  if (column + 1 < cut->columns)
    for (int i = 0; i < 2; i++)
      {
        cairo_move_to (cr, x, i == 0 ? MARGIN - MARK_GAP : MARGIN + cut->room_height + MARK_GAP);
        cairo_rel_line_to (cr, 0, i == 0 ? -MARK : MARK);
      }
  if (row + 1 < cut->rows)
    for (int i = 0; i < 2; i++)
      {
        cairo_move_to (cr, i == 0 ? MARGIN - MARK_GAP : MARGIN + cut->room_width + MARK_GAP, y);
        cairo_rel_line_to (cr, i == 0 ? -MARK : MARK, 0);
      }
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* All sheets as a small grid, this one filled. Returns how wide it is. */
static double
paint_place (cairo_t *cr, const Cut *cut, guint column, guint row, double right, double middle)
{
  double scale = MIN (SMALL / (cut->height * cut->rows), 120 / (cut->width * cut->columns));
  double w = cut->width * scale, h = cut->height * scale, left = right - w * cut->columns;
  double top = middle - h * cut->rows / 2;

  for (guint r = 0; r < cut->rows; r++)
    for (guint c = 0; c < cut->columns; c++)
      {
        cairo_rectangle (cr, left + c * w, top + r * h, w, h);
        if (r == row && c == column)
          cairo_fill_preserve (cr);
        cairo_stroke (cr);
      }
  return w * cut->columns;
}

static void
paint_marks (const SlFigure *self, cairo_t *cr, const Cut *cut, guint column, guint row)
{
  guint number = row * cut->columns + column + 1;
  g_autofree char *n = g_strdup_printf ("%u", number), *of = g_strdup_printf ("%u", cut->columns * cut->rows);
  /* TRANSLATORS: foot of one sheet of a poster. */
  g_autofree char *sheet = sl_text_compose (words (self, N_ ("Sheet {1} of {2}")), (const char *[]){ n, of, NULL });
  double middle = cut->height - MARGIN / 2 + 2, taken;
  SlInk ink;

  sl_ink_begin (&ink, cr, 0);
  set_ink (self, &ink);
  paint_corners (cr, cut);
  paint_overlap (cr, cut, column, row);
  taken = paint_place (cr, cut, column, row, cut->width - MARGIN - MARK - OVERLAP, middle);
  sl_ink_font (&ink, 9, FALSE);
  sl_ink_text (&ink, sheet, cut->width - MARGIN - MARK - OVERLAP - taken - 8, middle, SL_INK_RIGHT, 0);
  sl_ink_text (&ink, self->title, MARGIN + MARK, middle, SL_INK_LEFT, cut->room_width * 0.6);
  sl_ink_end (&ink);
}

/* --- Sheets ------------------------------------------------------------------------------------------------------- */

static void
paint_sheet (const SlFigure *self, cairo_surface_t *pdf, const Cut *cut, guint column, guint row)
{
  double x = column * (cut->room_width - OVERLAP), y = row * (cut->room_height - OVERLAP);
  cairo_t *cr = cairo_create (pdf);

  cairo_save (cr);
  cairo_rectangle (cr, MARGIN, MARGIN, cut->room_width, cut->room_height);
  cairo_clip (cr);
  cairo_translate (cr, MARGIN - x, MARGIN - y);
  /* What is smaller than the paper stands in its middle. */
  cairo_translate (cr, cut->columns == 1 ? floor ((cut->room_width - self->width) / 2) : 0,
                   cut->rows == 1 ? floor ((cut->room_height - self->height) / 2) : 0);
  sl_figure_paint (self, cr);
  cairo_restore (cr);
  if (cut->columns * cut->rows > 1)
    paint_marks (self, cr, cut, column, row);
  cairo_show_page (cr);
  cairo_destroy (cr);
}

/* The whole, with the sheets drawn over it and numbered. */
static void
paint_plan (const SlFigure *self, cairo_surface_t *pdf, const Cut *cut)
{
  double whole_width = cut->columns * (cut->room_width - OVERLAP) + OVERLAP;
  double whole_height = cut->rows * (cut->room_height - OVERLAP) + OVERLAP;
  double scale = MIN (cut->room_width / whole_width, (cut->room_height - 3 * OVERLAP) / whole_height);
  double top = MARGIN + 2.5 * OVERLAP;
  cairo_t *cr = cairo_create (pdf);
  SlInk ink;

  cairo_save (cr);
  cairo_translate (cr, MARGIN, top);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, cut->columns == 1 ? floor ((cut->room_width - self->width) / 2) : 0,
                   cut->rows == 1 ? floor ((cut->room_height - self->height) / 2) : 0);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_clip (cr);
  sl_figure_paint (self, cr);
  cairo_restore (cr);
  sl_ink_begin (&ink, cr, 0);
  sl_ink_colour (&ink, &ink.palette->text);
  sl_ink_font (&ink, 16, TRUE);
  sl_ink_text (&ink, self->title, MARGIN, MARGIN + 10, SL_INK_LEFT, cut->room_width);
  sl_ink_font (&ink, 11.5, FALSE);
  set_ink (self, &ink);
  sl_ink_text (&ink, words (self, N_ ("Cut each sheet at its corner marks; the dashed ticks show where the next sheet is laid over it.")),
               MARGIN, MARGIN + 36, SL_INK_LEFT, cut->room_width);
  sl_ink_font (&ink, 28, TRUE);
  for (guint i = 0; i < cut->columns * cut->rows; i++)
    {
      double x = MARGIN + (i % cut->columns) * (cut->room_width - OVERLAP) * scale;
      double y = top + (i / cut->columns) * (cut->room_height - OVERLAP) * scale;
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      cairo_rectangle (cr, x, y, cut->room_width * scale, cut->room_height * scale);
      cairo_set_line_width (cr, 0.8);
      cairo_stroke (cr);
      sl_ink_text (&ink, number, x + cut->room_width * scale / 2, y + cut->room_height * scale / 2, SL_INK_MIDDLE, 0);
    }
  sl_ink_end (&ink);
  cairo_show_page (cr);
  cairo_destroy (cr);
}

void
sl_figure_paint_poster (const SlFigure *self, cairo_surface_t *pdf)
{
  Cut cut;

  make_cut (&cut, self);
  cairo_pdf_surface_set_size (pdf, cut.width, cut.height);
  if (cut.columns * cut.rows > 1)
    paint_plan (self, pdf, &cut);
  for (guint row = 0; row < cut.rows; row++)
    for (guint column = 0; column < cut.columns; column++)
      paint_sheet (self, pdf, &cut, column, row);
}
