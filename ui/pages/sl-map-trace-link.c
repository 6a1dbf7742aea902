/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-map-trace-link.h"

void
sl_map_trace_link_set (GtkWidget *link, SlUid uid, SlTraceWay way)
{
  gtk_widget_set_visible (link, uid != SL_UID_NONE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (link), "(xi)", (gint64) uid, (int) way);
}

GtkWidget *
sl_map_trace_link_new (const char *label)
{
  GtkWidget *link = gtk_button_new_with_label (label);

  gtk_widget_set_halign (link, GTK_ALIGN_START);
  /* The target first: an action without one would not fit. */
  sl_map_trace_link_set (link, SL_UID_NONE, SL_TRACE_NONE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (link), "win.trace");
  return link;
}
