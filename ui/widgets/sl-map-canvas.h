/* sl-map-canvas.h: the benefit map on screen: moved, enlarged, walked through by keyboard; what is chosen lights its line
 * of sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links and, from afar, everything are painted in one go; near by, each card in sight is a widget of its own, so that it
 * can have the focus and a name for screen readers. After an edit cards stay where they are; only what must moves.
 *
 * Keys: arrows go along links and columns; + and - enlarge and reduce, 0 shows all; Escape chooses nothing.
 * Signals: selected (), activated (): Enter or double click on a card; changed (): the map was drawn
 * anew; zoomed ().
 */
#pragma once

#include <gtk/gtk.h>

#include "charts/sl-map-drawing.h"
#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

#define SL_TYPE_MAP_CANVAS (sl_map_canvas_get_type ())
G_DECLARE_FINAL_TYPE (SlMapCanvas, sl_map_canvas, SL, MAP_CANVAS, GtkWidget)

/* Holds a reference. */
GtkWidget *sl_map_canvas_new       (SlWorkspace *workspace);
void       sl_map_canvas_set_blue_orange (SlMapCanvas *self, gboolean blue_orange);

/* What is drawn. Borrowed, until the next `changed`; NULL before the first. */
const SlMapDrawing *sl_map_canvas_drawing (SlMapCanvas *self);
SlUid      sl_map_canvas_selected  (SlMapCanvas *self);
/* SL_UID_NONE: nothing. FALSE where there is no such card. @show: moves it into sight. */
gboolean   sl_map_canvas_select    (SlMapCanvas *self, SlUid uid, gboolean show);

double     sl_map_canvas_scale     (SlMapCanvas *self);
/* About the card chosen, else the middle of what is seen. */
void       sl_map_canvas_zoom      (SlMapCanvas *self, double factor);
/* As large as all of it can be seen, 100 % at most. */
void       sl_map_canvas_fit       (SlMapCanvas *self);
/* One step along a link (@across: 1 to what it leads to, -1 to what it rests on) or in the column (@down). FALSE where
 * there is nothing to go to. */
gboolean   sl_map_canvas_step      (SlMapCanvas *self, int across, int down);
/* Forgets where cards were and draws anew, with as few crossings as can be found. */
void       sl_map_canvas_tidy      (SlMapCanvas *self);

G_END_DECLS
