/* sl-map-trace-link.h: a button beside a record that shows on the map what follows from it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/pages/sl-map-trace-story.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @label: "Show on the Map". */
GtkWidget *sl_map_trace_link_new (const char *label);
/* Of which record, and how (SL_TRACE_NONE: as it is traced when nothing more is asked). SL_UID_NONE hides it. */
void       sl_map_trace_link_set (GtkWidget *link, SlUid uid, SlTraceWay way);

G_END_DECLS
