/* sl-history-page-private.h: the parts of the History page, for the sources that make it up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/pages/sl-history-page.h"

G_BEGIN_DECLS

struct _SlHistoryPage
{
  SlPage parent_instance;
  SlWorkspace *workspace; /* the page's */
  SlHistory *history;
  SlHistoryModel *model;
  GtkSingleSelection *selection;
  GtkWidget *box, *filters, *banner, *deck, *scroller, *view, *status, *progress, *menu;
  guint focus_idle, top_idle;
  guint wanted; /* position that is to have the focus */
  gboolean waits_for_focus; /* the list is to have it once there is one */
};

/* sl-history-page.c: where one is. The row of an item of the list, borrowed; NULL when it shows none. */
SlHistoryRow *sl_history_page_row_of      (SlHistoryPage *self, GtkWidget *item, guint *position);
/* The row with the focus, else the one selected; else NULL. */
SlHistoryRow *sl_history_page_dup_current (SlHistoryPage *self, guint *position);
/* Selects the row and gives it the focus. */
void          sl_history_page_go_to       (SlHistoryPage *self, guint position);
/* Of the row an action names: "(xi...)". FALSE when it is not shown. */
gboolean      sl_history_page_position_of (SlHistoryPage *self, GVariant *parameter, guint *position);

/* sl-history-page-shown.c: the whole page looks again; whether search or filters narrow it. */
void          sl_history_page_refresh     (SlHistoryPage *self);
gboolean      sl_history_page_is_narrowed (SlHistoryPage *self);

/* sl-history-page-acts.c: what can be done with a row, and its menu. */
void          sl_history_page_install_acts (GtkWidgetClass *klass);
gboolean      sl_history_page_on_copy_key (GtkWidget *view, GVariant *parameters, gpointer page);
gboolean      sl_history_page_on_menu_key (GtkWidget *view, GVariant *parameters, gpointer page);
void          sl_history_page_on_secondary (SlHistoryPage *self, int n_press, double x, double y, GtkGesture *gesture);

G_END_DECLS
