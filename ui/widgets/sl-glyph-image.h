/* sl-glyph-image.h: the shape and letter of a state, as a widget.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "charts/sl-palette.h"

G_BEGIN_DECLS

#define SL_TYPE_GLYPH_IMAGE (sl_glyph_image_get_type ())
G_DECLARE_FINAL_TYPE (SlGlyphImage, sl_glyph_image, SL, GLYPH_IMAGE, GtkWidget)

GtkWidget *sl_glyph_image_new             (void);
void       sl_glyph_image_set_status      (SlGlyphImage *self, SlStatus status);
SlStatus   sl_glyph_image_get_status      (SlGlyphImage *self);
void       sl_glyph_image_set_blue_orange (SlGlyphImage *self, gboolean blue_orange);

G_END_DECLS
