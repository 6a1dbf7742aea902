/* sl-register-page-private.h: the parts of a register page, for the sources that make it up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/models/sl-chips.h"
#include "ui/pages/sl-register-page.h"
#include "ui/pages/sl-row-acts.h"

G_BEGIN_DECLS

struct _SlRegisterPage
{
  SlPage parent_instance;
  SlWorkspace *workspace; /* the page's */
  SlTally *tally;
  SlPreferences *preferences;
  SlGridModel *model;
  GtkWidget *deck, *grid, *detail, *status;
  SlChips *chips;    /* NULL: no filters */
  GtkWidget *bar;    /* of the chips, or NULL */
  GtkWidget *saved;  /* the menu of saved views, or NULL */
  GtkWidget *end;    /* at the far side of the bar: what belongs to the whole page */
  gboolean recalled; /* the filters used last are on */
  GtkWidget *views;  /* the switch between grid and other views; NULL without any */
  GtkWidget *view;   /* shown instead of the grid, or NULL */
  SlRowActs *acts;   /* NULL: none */
  /* Rows that left for their place in the order, told in one breath. */
  guint n_moved, moved_idle;
  guint selected_idle; /* other cells are selected: the line below is to say so */
  char *moved_text;
};

/* sl-register-page.c: what is shown, and the line below it, look again. */
void     sl_register_page_refresh           (SlRegisterPage *self);

/* sl-register-page-shown.c: what narrows the rows, and the other ways to look at them. */
void     sl_register_page_search_changed    (SlPage *page);
void     sl_register_page_clear_search      (SlRegisterPage *self);
void     sl_register_page_build_filters     (SlRegisterPage *self, GtkWidget *box);
void     sl_register_page_install_narrowing (GtkWidgetClass *klass);

/* sl-register-page-acts.c: what can be done with rows, and their menu. */
void     sl_register_page_add_menu          (SlRegisterPage *self);
void     sl_register_page_install_acts      (GtkWidgetClass *klass);

G_END_DECLS
