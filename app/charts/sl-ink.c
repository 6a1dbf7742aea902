/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/sl-ink-private.h"

#include "charts/sl-map-text-private.h"

void
sl_ink_begin (SlInk *self, cairo_t *cr, guint palette)
{
  PangoContext *context = sl_map_text_context ();

  *self = (SlInk){ .cr = cr, .palette = sl_palette_get (palette), .size = SL_MAP_CAPTION_SIZE };
  self->line = sl_map_text_line (context, self->size, FALSE);
  g_object_unref (context);
}

void
sl_ink_end (SlInk *self)
{
  g_clear_object (&self->line);
}

void
sl_ink_colour (const SlInk *self, const SlRgb *colour)
{
  cairo_set_source_rgb (self->cr, colour->r, colour->g, colour->b);
}

void
sl_ink_font (SlInk *self, double size, gboolean bold)
{
  PangoFontDescription *font;

  if (size == self->size && bold == self->bold)
    return;
  self->size = size;
  self->bold = bold;
  font = pango_font_description_copy (pango_layout_get_font_description (self->line));
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (self->line, font);
  pango_font_description_free (font);
}

double
sl_ink_width (SlInk *self, const char *text)
{
  PangoRectangle extents;

  pango_layout_set_width (self->line, -1);
  pango_layout_set_text (self->line, text, -1);
  pango_layout_get_extents (self->line, NULL, &extents);
  return (double) extents.width / PANGO_SCALE;
}

double
sl_ink_text (SlInk *self, const char *text, double x, double y, SlInkAlign align, double room)
{
  double width = sl_ink_width (self, text);
  PangoRectangle extents;

  if (room > 0 && width > room)
    {
      pango_layout_set_ellipsize (self->line, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (self->line, (int) (room * PANGO_SCALE));
      width = room;
    }
  pango_layout_get_extents (self->line, NULL, &extents);
  if (align != SL_INK_LEFT)
    x -= align == SL_INK_MIDDLE ? width / 2 : width;
  cairo_move_to (self->cr, x, y - (double) extents.height / PANGO_SCALE / 2);
  pango_cairo_show_layout (self->cr, self->line);
  return width;
}
