/* sl-map-canvas.h: the benefit map on screen: moved, enlarged, walked through by keyboard; what is chosen lights its line
 * of sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links and, from afar, everything are painted in one go; near by, each card in sight is a widget of its own, so that it
 * can have the focus and a name for screen readers. After an edit cards stay where they are; only what must moves.
 *
 * Keys: arrows go along links and columns, with Shift they choose several, with Alt they move the card; Ctrl+Left and
 * Ctrl+Right choose a link; + and - enlarge and reduce, 0 shows all, Z what is chosen; Insert or N adds, Enter or F2 edits
 * the title, and Enter asks for details of a link; L draws a link; Ctrl+C, X, V, A and Delete do what they always do; Escape leaves
 * what is under way, then chooses nothing, then lights nothing of the legend.
 * Signals: selected (); activated (): details are asked for; changed (): the map was drawn or coloured anew, or typing began
 * or ended;
 * zoomed (); message (const char *text): something to tell in passing.
 * Widget actions: map.add, map.add-in (column), map.rename, map.details, map.link-on, map.link-back, map.up, map.down,
 * map.retype (column), map.copy, map.cut, map.paste, map.delete, map.drop, map.take-up (uid), map.choose-all, map.zoom-chosen.
 */
#pragma once

#include <gtk/gtk.h>

#include "charts/sl-map-overlay.h"
#include "charts/sl-map-trace.h"
#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

#define SL_TYPE_MAP_CANVAS (sl_map_canvas_get_type ())
G_DECLARE_FINAL_TYPE (SlMapCanvas, sl_map_canvas, SL, MAP_CANVAS, GtkWidget)

/* Holds a reference. */
GtkWidget *sl_map_canvas_new       (SlWorkspace *workspace);
void       sl_map_canvas_set_blue_orange (SlMapCanvas *self, gboolean blue_orange);

/* What colour tells besides the type, with a legend at the lower left; another mode emits `changed`. */
void       sl_map_canvas_set_overlay (SlMapCanvas *self, SlOverlayMode mode);
SlOverlayMode sl_map_canvas_overlay_mode (SlMapCanvas *self);
/* Borrowed, until the next `changed`; NULL where it tells the type. */
const SlMapOverlay *sl_map_canvas_overlay (SlMapCanvas *self);
/* An entry of the legend alone is lit; -1: nothing of it is. FALSE where that was so, or there is none. */
gboolean   sl_map_canvas_light_entry (SlMapCanvas *self, int entry);
int        sl_map_canvas_lit_entry (SlMapCanvas *self);
/* "8 cards are lit, and 6 links: Red"; NULL where no entry alone is. Free with g_free(). */
char      *sl_map_canvas_dup_lit   (SlMapCanvas *self);

/* What is drawn. Borrowed, until the next `changed`; NULL before the first. */
const SlMapDrawing *sl_map_canvas_drawing (SlMapCanvas *self);
SlUid      sl_map_canvas_selected  (SlMapCanvas *self);
/* The link chosen instead of a card, or SL_UID_NONE. */
SlUid      sl_map_canvas_selected_link (SlMapCanvas *self);
/* FALSE where there is no such link. */
gboolean   sl_map_canvas_select_link (SlMapCanvas *self, SlUid uid);
/* All cards chosen, that one among them. Returns: (transfer full): of SlUid. */
GArray    *sl_map_canvas_chosen    (SlMapCanvas *self);
void       sl_map_canvas_choose_all (SlMapCanvas *self);
/* SL_UID_NONE: nothing. FALSE where there is no such card. @show: moves it into sight. */
gboolean   sl_map_canvas_select    (SlMapCanvas *self, SlUid uid, gboolean show);

/* What is traced is lit instead of the line of sight of what is chosen. @func (NULL: nothing is traced) is asked anew whenever
 * the map was drawn anew. Returns: (transfer full) (nullable). */
typedef SlMapTrace *(*SlMapTraceFunc) (const SlMapDrawing *drawing, gpointer data);
void       sl_map_canvas_set_trace  (SlMapCanvas *self, SlMapTraceFunc func, gpointer data);
/* Moves what is lit by it into sight, reduced where it must be and can still be read. */
void       sl_map_canvas_show_trace (SlMapCanvas *self);

double     sl_map_canvas_scale     (SlMapCanvas *self);
/* About the card chosen, else the middle of what is seen. */
void       sl_map_canvas_zoom      (SlMapCanvas *self, double factor);
/* As large as all of it (or all that is chosen) can be seen, 100 % at most. */
void       sl_map_canvas_fit       (SlMapCanvas *self);
void       sl_map_canvas_zoom_to_chosen (SlMapCanvas *self);
/* One step along a link (@across: 1 to what it leads to, -1 to what it rests on) or in the column (@down). FALSE where
 * there is nothing to go to. */
gboolean   sl_map_canvas_step      (SlMapCanvas *self, int across, int down);
/* Forgets where cards were, those put by hand too, and draws anew, with as few crossings as can be found. */
void       sl_map_canvas_tidy      (SlMapCanvas *self);
/* A worker looks for fewer crossings in what is shown, or will as soon as the hand rests. */
gboolean   sl_map_canvas_is_settling (SlMapCanvas *self);

/* A title can be typed for a new card in the column of the card chosen, and then for the next. */
void       sl_map_canvas_add       (SlMapCanvas *self);
gboolean   sl_map_canvas_is_typing (SlMapCanvas *self);
/* Takes over what is being typed, as when the focus leaves it. */
void       sl_map_canvas_keep_typed (SlMapCanvas *self);
/* What was copied here comes with its links; any other text gives a card for each line. FALSE: nothing was made. */
gboolean   sl_map_canvas_paste_text (SlMapCanvas *self, const char *text);

G_END_DECLS
