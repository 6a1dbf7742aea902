/* sl-map-trace-button.h: chooses what is traced on the map: a risk, an issue, a benefit, an outcome.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal: chosen (gint64 uid)
 */
#pragma once

#include <gtk/gtk.h>

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

#define SL_TYPE_MAP_TRACE_BUTTON (sl_map_trace_button_get_type ())
G_DECLARE_FINAL_TYPE (SlMapTraceButton, sl_map_trace_button, SL, MAP_TRACE_BUTTON, GtkWidget)

/* Holds a reference. */
GtkWidget *sl_map_trace_button_new  (SlWorkspace *workspace);
/* Opens what there is to choose from. */
void       sl_map_trace_button_open (SlMapTraceButton *self);
/* It says what is traced; SL_UID_NONE: nothing is. */
void       sl_map_trace_button_set_traced (SlMapTraceButton *self, SlUid uid);
/* Types @text and takes what stands first: for tests. */
void       sl_map_trace_button_take (SlMapTraceButton *self, const char *text);

G_END_DECLS
