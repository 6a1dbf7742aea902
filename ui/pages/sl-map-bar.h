/* sl-map-bar.h: the bar below the benefit map: how far the money reaches, what is shown and how.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far the money reaches is in view at any width (F-14): where there is too little room beside it the buttons go on in a
 * line of their own. What they do are actions of the page (map-page.…), but for what is chosen here.
 *
 * Signals:
 *   view ()             the drawing or the outline is wanted
 *   findings ()         the list of findings is wanted, or no longer
 *   trace (gint64 uid)  that is to be traced
 */
#pragma once

#include "ui/sl-preferences.h"
#include "ui/widgets/sl-map-canvas.h"

G_BEGIN_DECLS

#define SL_TYPE_MAP_BAR (sl_map_bar_get_type ())
G_DECLARE_FINAL_TYPE (SlMapBar, sl_map_bar, SL, MAP_BAR, GtkWidget)

/* @canvas lives as long. */
GtkWidget *sl_map_bar_new            (SlMapCanvas *canvas, SlWorkspace *workspace, SlPreferences *preferences);
/* The map was drawn anew, or is seen otherwise. @empty: there is none yet. */
void       sl_map_bar_refresh        (SlMapBar *self, gboolean empty);

gboolean   sl_map_bar_get_outline    (SlMapBar *self);
void       sl_map_bar_set_outline    (SlMapBar *self, gboolean outline);
gboolean   sl_map_bar_get_findings   (SlMapBar *self);
/* Nothing where there are none. */
void       sl_map_bar_set_findings   (SlMapBar *self, gboolean shown);
void       sl_map_bar_count_findings (SlMapBar *self, guint n);
/* What is traced, or SL_UID_NONE. */
void       sl_map_bar_set_traced     (SlMapBar *self, SlUid uid);
/* Asks what to trace; not while there is no map. */
void       sl_map_bar_ask_trace      (SlMapBar *self);

G_END_DECLS
