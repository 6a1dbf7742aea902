/* sl-map-overlay-button.h: says and chooses what colour tells on the map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sl-preferences.h"
#include "ui/widgets/sl-map-canvas.h"

G_BEGIN_DECLS

#define SL_TYPE_MAP_OVERLAY_BUTTON (sl_map_overlay_button_get_type ())
G_DECLARE_FINAL_TYPE (SlMapOverlayButton, sl_map_overlay_button, SL, MAP_OVERLAY_BUTTON, GtkWidget)

/* Holds references. What is chosen is remembered for the programme, and chosen again once that is known. */
GtkWidget *sl_map_overlay_button_new (SlMapCanvas *canvas, SlWorkspace *workspace, SlPreferences *preferences);

G_END_DECLS
