/* sl-compat.h: every difference between versions of GTK and libadwaita, and what GTK 4.8 leaves to be done by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Gives a widget its name for screen readers. GTK 4.8 makes a tooltip only a description, and hides the button inside a
 * GtkMenuButton or GtkDropDown: both are named here, and what a GtkDropDown shows is no focus stop of its own. */
void       sl_name_widget       (GtkWidget *widget, const char *name);

/* Names every widget of @type inside @widget: lists that composite widgets make and leave nameless. */
void       sl_name_inner        (GtkWidget *widget, GType type, const char *name);

/* Names the button that closes the message shown by an AdwToastOverlay, nameless in libadwaita 1.2. */
void       sl_toast_name_close  (AdwToastOverlay *toasts);

/* A flat button of one icon with name and tooltip. @action: a detailed action name, or NULL. */
GtkWidget *sl_icon_button_new   (const char *icon, const char *name, const char *action);

/* Words that take as many lines as they need, from the left. @css: a style class, or NULL. @width: in characters; 0: what there
 * is. */
GtkWidget *sl_words_new         (const char *text, const char *css, int width);

/* A page that teaches or helps out of somewhere. @button: what it says, with @action, a detailed action name; or NULL. */
GtkWidget *sl_status_page_new   (const char *icon, const char *title, const char *text, const char *button, const char *action);
/* Another button below it. Borrowed. */
GtkWidget *sl_status_page_add   (GtkWidget *page, const char *button, const char *action);

/* A deck: one of several widgets is shown and fills it. In place of GtkStack, whose pages GTK 4.8 tells screen readers of
 * twice over, hidden ones included. */
GtkWidget *sl_deck_new          (void);
/* The first one added is shown. */
void       sl_deck_add          (GtkWidget *deck, GtkWidget *child, const char *name);
void       sl_deck_remove       (GtkWidget *deck, GtkWidget *child);
void       sl_deck_show         (GtkWidget *deck, GtkWidget *child);
/* Shows a status page (sl_status_page_new()) of that name, made when it is first needed; the text may be another each time. */
void       sl_deck_show_status  (GtkWidget *deck, const char *name, const char *icon, const char *title, const char *text,
                                 const char *button, const char *action);
/* Borrowed; NULL when there is none of that name, or the deck is empty. */
GtkWidget *sl_deck_get          (GtkWidget *deck, const char *name);
GtkWidget *sl_deck_shown        (GtkWidget *deck);

/* Names the arrows of a GtkCalendar. */
void       sl_calendar_name_arrows (GtkCalendar *calendar);

/* Runs @callback once, when the first (where it is there already: the next) frame of @window has been painted. Not at all
 * when the window goes away before. */
void       sl_after_first_frame (GtkWidget *window, GSourceOnceFunc callback, gpointer data);

/* Brings @widget into the sight of the scrolled window around it, once it has its place: after two frames. */
void       sl_scroll_to         (GtkWidget *widget);

/* The text of the window's focus, where something is being typed: a GtkText or GtkTextView, else NULL. */
GtkWidget *sl_window_focus_text (GtkWindow *window);

G_END_DECLS
