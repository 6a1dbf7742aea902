/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-row-list.h"

#include "ui/sl-compat.h"

#define KEYS "sl-row-list-keys"

/* Kept by the factory. */
typedef struct
{
  const SlRowCells *cells;
  gpointer owner;
} Making;

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, Making *making)
{
  gtk_list_item_set_child (item, making->cells->new_cell (making->owner));
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, Making *making)
{
  making->cells->set_row (gtk_list_item_get_child (item), gtk_list_item_get_item (item), making->owner);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item, Making *making)
{
  making->cells->set_row (gtk_list_item_get_child (item), NULL, making->owner);
}

GtkWidget *
sl_row_list_new (GListModel *model, const SlRowCells *cells, gpointer owner, const char *name, const char *css)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection = gtk_single_selection_new (NULL);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  Making *making = g_new0 (Making, 1);
  GtkWidget *list;

  *making = (Making){ cells, owner };
  g_object_set_data_full (G_OBJECT (factory), "sl-row-list", making, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), making);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), making);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), making);
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, model);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  gtk_widget_add_controller (list, keys);
  g_object_set_data (G_OBJECT (list), KEYS, keys);
  gtk_widget_add_css_class (list, css);
  sl_name_widget (list, name);
  return list;
}

GtkSingleSelection *
sl_row_list_selection (GtkWidget *list)
{
  g_return_val_if_fail (GTK_IS_LIST_VIEW (list), NULL);
  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

void
sl_row_list_add_key (GtkWidget *list, guint key, GdkModifierType modifiers, GtkShortcutFunc func, gpointer data)
{
  GtkShortcutController *keys;

  g_return_if_fail (GTK_IS_LIST_VIEW (list) && func != NULL);
  keys = g_object_get_data (G_OBJECT (list), KEYS);
  gtk_shortcut_controller_add_shortcut (keys, gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                                                gtk_callback_action_new (func, data, NULL)));
}

GtkWidget *
sl_row_list_new_scroller (GtkWidget *list)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  return scroller;
}
