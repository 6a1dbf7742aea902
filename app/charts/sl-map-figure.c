/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charts/sl-map-figure.h"

#include "base/sl-text.h"
#include "charts/sl-ink-private.h"

#include <glib/gi18n-lib.h>

#define MARGIN 28.0
#define LINE 20.0 /* of the words above the map */
#define GAP 16.0
#define LEAST 640.0 /* width: titles and legend want some */

/* The figure laid out on its page. */
typedef struct
{
  const SlMapFigure *figure;
  char *title, *alternative;
  double width, height, scale, head, legend;
} Page;

static const char *
words (const SlMapFigure *self, const char *msgid)
{
  return self->style.translated ? g_dgettext (GETTEXT_PACKAGE, msgid) : msgid;
}

static char *
dup_title (const SlMapFigure *self)
{
  g_autofree char *day = self->style.translated ? sl_date_dup_display (self->day) : sl_date_dup_english (self->day);

  /* TRANSLATORS: {1} is the name of a programme, {2} a day. */
  return sl_text_compose (words (self, N_ ("Benefit map · {1} · as of {2}")), (const char *[]){ self->name, day, NULL });
}

static void
page_init (Page *page, const SlMapFigure *self)
{
  const SlMapDrawing *drawing = self->drawing;
  double inner, rest;

  page->figure = self;
  page->title = dup_title (self);
  page->alternative = drawing->n_cards > 0 ? sl_map_dup_alternative (drawing, self->style.translated)
                                           : g_strdup (words (self, N_ ("There is no card on the map yet")));
  if (self->style.overlay != NULL)
    {
      g_autofree char *map = g_steal_pointer (&page->alternative), *sum = sl_map_overlay_dup_sum (self->style.overlay);

      page->alternative = g_strdup_printf ("%s · %s", map, sum);
    }
  page->head = MARGIN + LINE * (self->note != NULL ? 3 : 2) + GAP;
  page->scale = MIN (1, (SL_MAP_FIGURE_MAX - 2 * MARGIN) / MAX (drawing->width, 1));
  inner = MAX (drawing->width * page->scale, LEAST);
  page->legend = sl_map_legend_height (inner, &self->style);
  rest = page->head + GAP + page->legend + MARGIN;
  page->scale = MIN (page->scale, (SL_MAP_FIGURE_MAX - rest) / MAX (drawing->height, 1));
  page->width = inner + 2 * MARGIN;
  page->height = rest + drawing->height * page->scale;
}

static void
page_clear (Page *page)
{
  g_free (page->title);
  g_free (page->alternative);
}

static void
paint_head (const Page *page, cairo_t *cr)
{
  double inner = page->width - 2 * MARGIN;
  SlInk ink;

  sl_ink_begin (&ink, cr, page->figure->style.palette);
  sl_ink_colour (&ink, &ink.palette->text);
  sl_ink_font (&ink, 16, TRUE);
  sl_ink_text (&ink, page->title, MARGIN, MARGIN + LINE / 2, SL_INK_LEFT, inner);
  sl_ink_colour (&ink, &ink.palette->dim);
  sl_ink_font (&ink, 12, FALSE);
  sl_ink_text (&ink, page->alternative, MARGIN, MARGIN + LINE * 1.6, SL_INK_LEFT, inner);
  if (page->figure->note != NULL)
    sl_ink_text (&ink, page->figure->note, MARGIN, MARGIN + LINE * 2.5, SL_INK_LEFT, inner);
  sl_ink_end (&ink);
}

static void
paint_page (cairo_t *cr, double width, double height, gpointer data)
{
  const Page *page = data;
  const SlMapDrawing *drawing = page->figure->drawing;

  paint_head (page, cr);
  cairo_save (cr);
  /* A narrow map stands in the middle. */
  cairo_translate (cr, (width - drawing->width * page->scale) / 2, page->head);
  cairo_scale (cr, page->scale, page->scale);
  cairo_translate (cr, -drawing->left, -drawing->top);
  sl_map_paint (drawing, cr, SL_MAP_ALL, &page->figure->style);
  cairo_restore (cr);
  cairo_save (cr);
  cairo_translate (cr, MARGIN, height - MARGIN - page->legend);
  sl_map_paint_legend (cr, width - 2 * MARGIN, &page->figure->style);
  cairo_restore (cr);
}

static SlFigure
make_figure (Page *page)
{
  const SlMapFigure *self = page->figure;

  return (SlFigure){
    .width = page->width, .height = page->height, .title = page->title, .description = page->alternative, .day = self->day,
    .dark = (self->style.palette & SL_PALETTE_DARK) != 0, .translated = self->style.translated, .paint = paint_page,
    .data = page,
  };
}

void
sl_map_figure_size (const SlMapFigure *self, double *width, double *height)
{
  Page page;

  g_return_if_fail (self != NULL && self->drawing != NULL && self->name != NULL);
  page_init (&page, self);
  *width = page.width;
  *height = page.height;
  page_clear (&page);
}

char *
sl_map_figure_to_svg (const SlMapFigure *self, GError **error)
{
  Page page;
  SlFigure figure;
  char *svg;

  g_return_val_if_fail (self != NULL && self->drawing != NULL && self->name != NULL, NULL);
  page_init (&page, self);
  figure = make_figure (&page);
  svg = sl_figure_to_svg (&figure, NULL, error);
  page_clear (&page);
  return svg;
}

gboolean
sl_map_figure_write (const SlMapFigure *self, const SlFigureSheet *sheet, const char *path, GCancellable *cancellable,
                     GError **error)
{
  Page page;
  SlFigure figure;
  gboolean done;

  g_return_val_if_fail (self != NULL && self->drawing != NULL && self->name != NULL && path != NULL, FALSE);
  page_init (&page, self);
  figure = make_figure (&page);
  figure.sheet = sheet;
  done = sl_figure_write (&figure, path, cancellable, error);
  page_clear (&page);
  return done;
}
