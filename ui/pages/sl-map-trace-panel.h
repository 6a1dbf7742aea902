/* sl-map-trace-panel.h: what is traced on the map, told in words beside it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Up and Down go through the lines, and the path of each is lit on the map; Enter goes where a line leads; Escape ends the
 * trace. It follows what is edited; where what is traced goes, the trace ends.
 *
 * Signals:
 *   changed ()             another thing is traced, it was edited, or nothing is traced any more
 *   chosen ()              another line
 *   went (gint64 uid)      to a card or a link of the map
 *   message (const char *text)
 */
#pragma once

#include "ui/pages/sl-map-trace-story.h"
#include "ui/widgets/sl-section.h"

G_BEGIN_DECLS

#define SL_TYPE_MAP_TRACE_PANEL (sl_map_trace_panel_get_type ())
G_DECLARE_FINAL_TYPE (SlMapTracePanel, sl_map_trace_panel, SL, MAP_TRACE_PANEL, SlSection)

GtkWidget  *sl_map_trace_panel_new   (SlWorkspace *workspace);
/* Begins to trace, instead of what was. @back: the record it was asked for on another page, or SL_UID_NONE. FALSE where
 * there is nothing to trace that way; what was traced stays. */
gboolean    sl_map_trace_panel_begin (SlMapTracePanel *self, SlTraceWay way, SlUid uid, SlUid back);
void        sl_map_trace_panel_end   (SlMapTracePanel *self);
/* Ends, and goes back to the record from which it was asked for. */
void        sl_map_trace_panel_back  (SlMapTracePanel *self);
gboolean    sl_map_trace_panel_is_on (SlMapTracePanel *self);
/* SL_UID_NONE while nothing is. */
SlUid       sl_map_trace_panel_traced (SlMapTracePanel *self);
/* The card that stands for the line chosen, or SL_UID_NONE. */
SlUid       sl_map_trace_panel_card  (SlMapTracePanel *self);
/* Its lines, and the one chosen; -1: none. For tests. */
const SlTraceStory *sl_map_trace_panel_story (SlMapTracePanel *self);
void        sl_map_trace_panel_choose (SlMapTracePanel *self, int line);
/* How to paint what is told: of the line chosen, else of all. An SlMapTraceFunc; @panel: the panel. */
SlMapTrace *sl_map_trace_panel_paint (const SlMapDrawing *drawing, gpointer panel);
void        sl_map_trace_panel_set_blue_orange (SlMapTracePanel *self, gboolean blue_orange);

G_END_DECLS
