/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/sl-map-text-private.h"

PangoContext *
sl_map_text_context (void)
{
  /* The default font map is one for each thread. */
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

PangoLayout *
sl_map_text_line (PangoContext *context, double size, gboolean bold)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

PangoLayout *
sl_map_text_layout (PangoContext *context)
{
  PangoLayout *layout = sl_map_text_line (context, SL_MAP_TEXT_SIZE, FALSE);

  pango_layout_set_width (layout, (int) ((SL_MAP_CARD_WIDTH - SL_MAP_BAND - 2 * SL_MAP_PAD) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -SL_MAP_LINES_MAX);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

void
sl_map_text_set (PangoLayout *layout, const char *title)
{
  pango_layout_set_text (layout, title, -1);
}
