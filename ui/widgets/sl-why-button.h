/* sl-why-button.h: a figure that can be asked why: pressed, it opens its result, inputs and rule.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "insight/sl-explanation.h"

G_BEGIN_DECLS

#define SL_TYPE_WHY_BUTTON (sl_why_button_get_type ())
G_DECLARE_FINAL_TYPE (SlWhyButton, sl_why_button, SL, WHY_BUTTON, GtkWidget)

/* Asked anew each time it opens: it must say what holds now. Returns: (transfer full) (nullable): nothing to explain. */
typedef SlExplanation *(*SlWhyFunc) (int topic, gpointer data);

/* Takes @child: what the button shows. @topic is handed to @explain. */
GtkWidget *sl_why_button_new  (GtkWidget *child, SlWhyFunc explain, int topic, gpointer data);
/* Its name for screen readers: what it shows, in words. */
void       sl_why_button_set_name (SlWhyButton *self, const char *name);
/* As a click does. */
void       sl_why_button_open (SlWhyButton *self);

G_END_DECLS
