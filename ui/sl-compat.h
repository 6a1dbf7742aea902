/* sl-compat.h: every difference between versions of GTK and libadwaita, and what GTK 4.8 leaves to be done by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Gives a widget its name for screen readers. GTK 4.8 makes a tooltip only a description, and hides the button inside a
 * GtkMenuButton or GtkDropDown: both are named here. */
void       sl_name_widget       (GtkWidget *widget, const char *name);

/* A flat button of one icon with name and tooltip. @action: a detailed action name, or NULL. */
GtkWidget *sl_icon_button_new   (const char *icon, const char *name, const char *action);

/* Keeps pages of a GtkStack that are not shown from screen readers, which GTK 4.8 does not. Call once. */
void       sl_stack_hide_others (GtkStack *stack);

/* Names the arrows of a GtkCalendar. */
void       sl_calendar_name_arrows (GtkCalendar *calendar);

/* Runs @callback once, when the first frame of @window has been painted; at once in an idle when it is there already. Not
 * at all when the window goes away before. */
void       sl_after_first_frame (GtkWidget *window, GSourceOnceFunc callback, gpointer data);

/* The text of the window's focus, where something is being typed: a GtkText or GtkTextView, else NULL. */
GtkWidget *sl_window_focus_text (GtkWindow *window);

G_END_DECLS
