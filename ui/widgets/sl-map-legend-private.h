/* sl-map-legend-private.h: what colour says on the map: a strip of its tones, each a button that lights what is of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folds to its title. Every tone has its shape or letters, its word and its count.
 *
 * Signal: picked (int entry): it is to be lit alone; -1: nothing is.
 */
#pragma once

#include <gtk/gtk.h>

#include "charts/sl-map-paint.h"

G_BEGIN_DECLS

#define SL_TYPE_MAP_LEGEND (sl_map_legend_get_type ())
G_DECLARE_FINAL_TYPE (SlMapLegend, sl_map_legend, SL, MAP_LEGEND, GtkWidget)

GtkWidget *sl_map_legend_new  (void);
/* Both borrowed until the next call; @overlay: (nullable): nothing is shown. @lit: an entry, or -1. */
void       sl_map_legend_show (SlMapLegend *self, const SlMapOverlay *overlay, const SlMapStyle *style, int lit);

G_END_DECLS
