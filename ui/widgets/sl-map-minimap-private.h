/* sl-map-minimap-private.h: the whole map, small, with a frame around what is seen; to be clicked and dragged.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the pointer only: keys and screen readers go through the cards themselves, so it is hidden to the latter.
 *
 * Signal: picked (double x, double y): a point of the drawing is to be in the middle.
 */
#pragma once

#include <gtk/gtk.h>

#include "charts/sl-map-paint.h"

G_BEGIN_DECLS

#define SL_TYPE_MAP_MINIMAP (sl_map_minimap_get_type ())
G_DECLARE_FINAL_TYPE (SlMapMinimap, sl_map_minimap, SL, MAP_MINIMAP, GtkWidget)

GtkWidget *sl_map_minimap_new  (void);
/* Both borrowed until the next call; @drawing nullable. @x, @y, @width, @height: what is seen of the drawing. */
void       sl_map_minimap_show (SlMapMinimap *self, const SlMapDrawing *drawing, const SlMapStyle *style, double x, double y,
                                double width, double height);

/* Cards moved, or other ones are lit: they are painted anew. What is seen changes more often than that. */
void       sl_map_minimap_changed (SlMapMinimap *self);

G_END_DECLS
