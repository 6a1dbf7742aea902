/* sl-as-of-button.h: the effective day by which a window judges, and a calendar to set it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

#define SL_TYPE_AS_OF_BUTTON (sl_as_of_button_get_type ())
G_DECLARE_FINAL_TYPE (SlAsOfButton, sl_as_of_button, SL, AS_OF_BUTTON, GtkWidget)

/* Holds a reference. */
GtkWidget *sl_as_of_button_new       (SlWorkspace *workspace);
/* Shows the bare day. */
void       sl_as_of_button_set_short (SlAsOfButton *self, gboolean brief);

G_END_DECLS
