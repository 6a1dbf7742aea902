/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/sl-ink-private.h"

#include "charts/sl-map-text-private.h"

#include <string.h>

void
sl_ink_begin (SlInk *self, cairo_t *cr, guint palette)
{
  *self = (SlInk){ .cr = cr, .palette = sl_palette_get (palette), .context = sl_map_text_context (), .size = SL_MAP_CAPTION_SIZE };
}

void
sl_ink_end (SlInk *self)
{
  for (guint k = 0; k < SL_INK_LINES; k++)
    g_clear_object (&self->lines[k].layout);
  g_clear_object (&self->context);
}

void
sl_ink_colour (const SlInk *self, const SlRgb *colour)
{
  cairo_set_source_rgb (self->cr, colour->r, colour->g, colour->b);
}

void
sl_ink_font (SlInk *self, double size, gboolean bold)
{
  self->size = size;
  self->bold = bold;
}

static SlInkLine *
set_line (SlInk *self, const char *text)
{
  SlInkLine *line = &self->lines[self->next++ % SL_INK_LINES];
  PangoRectangle extents;

  if (line->layout == NULL || line->size != self->size || line->bold != self->bold)
    {
      g_clear_object (&line->layout);
      line->layout = sl_map_text_line (self->context, self->size, self->bold);
      line->size = self->size;
      line->bold = self->bold;
    }
  pango_layout_set_width (line->layout, -1);
  pango_layout_set_text (line->layout, text, -1);
  pango_layout_get_extents (line->layout, NULL, &extents);
  line->width = (double) extents.width / PANGO_SCALE;
  return line;
}

static SlInkLine *
find_line (SlInk *self, const char *text)
{
  for (guint k = 0; k < SL_INK_LINES && self->lines[k].layout != NULL; k++)
    {
      SlInkLine *line = &self->lines[k];

      if (line->size == self->size && line->bold == self->bold && strcmp (pango_layout_get_text (line->layout), text) == 0)
        return line;
    }
  return set_line (self, text);
}

double
sl_ink_width (SlInk *self, const char *text)
{
  return find_line (self, text)->width;
}

double
sl_ink_text (SlInk *self, const char *text, double x, double y, SlInkAlign align, double room)
{
  SlInkLine *line = find_line (self, text);
  gboolean cut = room > 0 && line->width > room;
  double width = cut ? room : line->width;
  PangoRectangle extents;

  if (cut)
    {
      pango_layout_set_ellipsize (line->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (line->layout, (int) (room * PANGO_SCALE));
    }
  pango_layout_get_extents (line->layout, NULL, &extents);
  if (align != SL_INK_LEFT)
    x -= align == SL_INK_MIDDLE ? width / 2 : width;
  cairo_move_to (self->cr, x, y - (double) extents.height / PANGO_SCALE / 2);
  pango_cairo_show_layout (self->cr, line->layout);
  if (cut)
    pango_layout_set_width (line->layout, -1);
  return width;
}
