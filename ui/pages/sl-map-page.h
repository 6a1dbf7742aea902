/* sl-map-page.h: the benefit map as a page: canvas, details beside it, a line that says how far the money reaches.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/pages/sl-map-trace-panel.h"
#include "ui/pages/sl-page.h"
#include "ui/widgets/sl-map-canvas.h"

G_BEGIN_DECLS

#define SL_TYPE_MAP_PAGE (sl_map_page_get_type ())
G_DECLARE_FINAL_TYPE (SlMapPage, sl_map_page, SL, MAP_PAGE, SlPage)

/* Holds references. */
GtkWidget   *sl_map_page_new    (SlWorkspace *workspace, const SlPageInfo *info, SlTally *tally, SlPreferences *preferences);
SlMapCanvas *sl_map_page_canvas (SlMapPage *self);

/* Traces the record of @uid (SL_TRACE_NONE: the way it is traced when nothing more is asked), asked for on another page from
 * the record @back, or SL_UID_NONE. FALSE, and tells so, where there is nothing to trace. */
gboolean         sl_map_page_trace     (SlMapPage *self, SlTraceWay way, SlUid uid, SlUid back);
SlMapTracePanel *sl_map_page_trace_panel (SlMapPage *self);

G_END_DECLS
