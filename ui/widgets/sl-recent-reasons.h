/* sl-recent-reasons.h: a button beside a line for a reason that offers those given last (design.md decision 14).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

#define SL_TYPE_RECENT_REASONS (sl_recent_reasons_get_type ())
G_DECLARE_FINAL_TYPE (SlRecentReasons, sl_recent_reasons, SL, RECENT_REASONS, GtkWidget)

/* Holds a reference on @workspace; what is chosen is put into @line, which takes the focus and must outlive it. */
GtkWidget *sl_recent_reasons_new (SlWorkspace *workspace, GtkEditable *line);

G_END_DECLS
