/* sl-row-list.h: a list of rows of one's own, one chosen at a time or none, with keys of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What shows a row: made by @new_cell; @set_row gives it a row of the model, or NULL when the row is out of sight. */
typedef struct
{
  GtkWidget *(*new_cell) (gpointer owner);
  void (*set_row) (GtkWidget *cell, gpointer row, gpointer owner);
} SlRowCells;

/* A GtkListView over a GtkSingleSelection of @model, in which nothing need be chosen. @name is for screen readers; @owner is
 * what the cells are made with, and outlives the list. */
GtkWidget          *sl_row_list_new       (GListModel *model, const SlRowCells *cells, gpointer owner, const char *name, const char *css);
/* Borrowed. */
GtkSingleSelection *sl_row_list_selection (GtkWidget *list);
/* A key of the list: a text that is being typed in has it first. */
void                sl_row_list_add_key   (GtkWidget *list, guint key, GdkModifierType modifiers, GtkShortcutFunc func, gpointer data);
/* What it scrolls in, up and down alone. */
GtkWidget          *sl_row_list_new_scroller (GtkWidget *list);

G_END_DECLS
