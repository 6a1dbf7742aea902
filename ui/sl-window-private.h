/* sl-window-private.h: the parts of a window, for the sources that make it up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sl-window.h"
#include "ui/widgets/sl-banner.h"

G_BEGIN_DECLS

struct _SlWindow
{
  AdwApplicationWindow parent_instance;
  SlPreferences *preferences;
  GtkWidget *toasts, *root;        /* root: deck of welcome and programme */
  AdwToast *toast;                 /* the latest, weak */
  GtkWidget *welcome;
  /* The programme's side; NULL while there is none. */
  SlWorkspace *workspace;
  GFile *file;
  GCancellable *cancellable;
  GCancellable *journey;           /* to a point of the history, while on the way */
  SlTally *tally;
  GtkWidget *programme, *undo, *redo, *add, *search, *as_of;
  SlBanner *checking, *read_only, *recorded, *outside, *trouble;
  GtkWidget *flap, *sidebar, *pages;
  GBinding *search_binding;
  guint fit;                       /* source: fit the header */
  int width;                       /* of the window, as it was last laid out */
  gboolean awake;                  /* the first frame is out */
  guint n_outside;                 /* changes from elsewhere not yet dismissed */
  /* Dialogs that must be kept until they answer. */
  GtkFileChooserNative *chooser;
  GtkWidget *leaving;              /* asks about what is drafted; NULL while nothing asks */
};

/* sl-window.c */
void        sl_window_show_welcome    (SlWindow *self);
SlPage     *sl_window_page            (SlWindow *self);

/* sl-window-close.c */
/* Takes over what is being typed anywhere in the window. */
void        sl_window_commit          (SlWindow *self);
void        sl_window_install_closing (SlWindowClass *klass);

/* sl-window-header.c: the header bar over a programme, and the list of pages. */
GtkWidget  *sl_window_header_new      (SlWindow *self);
GtkWidget  *sl_window_menu_new        (gboolean programme);
GtkWidget  *sl_window_sidebar_new     (SlWindow *self);
void        sl_window_refresh_header  (SlWindow *self);
void        sl_window_refresh_sidebar (SlWindow *self);
/* Where there is little room the header says less. */
void        sl_window_fit_header      (SlWindow *self);

/* sl-window-actions.c */
void        sl_window_install_actions (GtkWidgetClass *klass);
void        sl_window_add_states      (SlWindow *self);
void        sl_window_refresh_actions (SlWindow *self);
void        sl_window_follow_detail   (SlWindow *self);

/* sl-window-state.c: what goes on with the file: banners. */
GtkWidget  *sl_window_banners_new     (SlWindow *self);
void        sl_window_watch_state     (SlWindow *self);
void        sl_window_remember_actor  (SlWindow *self);
void        sl_window_restore_actor   (SlWindow *self);

/* sl-window-recorded.c: as recorded; from a record to its history and the other way. */
void        sl_window_refresh_recorded (SlWindow *self);
void        sl_window_on_recorded_button (SlWindow *self);
void        sl_window_go_back         (SlWindow *self, gint64 seq);
void        sl_window_return          (SlWindow *self);
void        sl_window_stop_journey    (SlWindow *self);
void        sl_window_show_history_of (SlWindow *self, const char *code);
void        sl_window_show_record     (SlWindow *self, SlUid uid);
/* The record itself: on the page of its kind, or in a window of its own where there is none. */
void        sl_window_open_record     (SlWindow *self, SlUid uid);

/* sl-window-file.c */
void        sl_window_choose_file     (SlWindow *self);
/* The whole programme as programme XML, to a file of the person's choice. */
void        sl_window_export_xml      (SlWindow *self);
void        sl_window_forget_file     (SlWindow *self);

G_END_DECLS
