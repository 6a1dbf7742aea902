/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-row-acts.h"

#include <glib/gi18n-lib.h>

struct _SlRowActs
{
  GObject parent_instance;
  SlPage *page; /* borrowed */
  SlWorkspace *workspace;
  const SlRowAct *acts;
  GSimpleActionGroup *group;
  SlUid uid;
};

G_DEFINE_FINAL_TYPE (SlRowActs, sl_row_acts, G_TYPE_OBJECT)

static void
sl_row_acts_dispose (GObject *object)
{
  SlRowActs *self = SL_ROW_ACTS (object);

  g_clear_object (&self->group);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_row_acts_parent_class)->dispose (object);
}

static void
sl_row_acts_class_init (SlRowActsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_row_acts_dispose;
}

static void
sl_row_acts_init (SlRowActs *self)
{
}

static void
refresh (SlRowActs *self)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), self->uid);

  for (const SlRowAct *act = self->acts; act->name != NULL; act++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), act->name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                                   record != NULL && (act->can == NULL || act->can (self->workspace, record)));
    }
}

static void
on_activate (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SlRowActs *self = data;

  for (const SlRowAct *act = self->acts; act->name != NULL; act++)
    if (g_str_equal (act->name, g_action_get_name (G_ACTION (action))))
      {
        act->act (self->page, self->workspace, self->uid);
        return;
      }
}

static void
add_keys (SlRowActs *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  for (const SlRowAct *act = self->acts; act->name != NULL; act++)
    {
      g_autofree char *action = g_strconcat ("row.", act->name, NULL);

      if (act->key != 0)
        gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                              gtk_shortcut_new (gtk_keyval_trigger_new (act->key, act->modifiers),
                                                                gtk_named_action_new (action)));
    }
  gtk_widget_add_controller (GTK_WIDGET (self->page), keys);
}

SlRowActs *
sl_row_acts_new (SlPage *page, SlWorkspace *workspace, const SlRowAct *acts)
{
  SlRowActs *self;

  g_return_val_if_fail (SL_IS_PAGE (page) && SL_IS_WORKSPACE (workspace) && acts != NULL, NULL);
  self = g_object_new (SL_TYPE_ROW_ACTS, NULL);
  self->page = page;
  self->workspace = g_object_ref (workspace);
  self->acts = acts;
  self->group = g_simple_action_group_new ();
  for (const SlRowAct *act = acts; act->name != NULL; act++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (act->name, NULL);

      g_signal_connect_object (action, "activate", G_CALLBACK (on_activate), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self->group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (page), "row", G_ACTION_GROUP (self->group));
  add_keys (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reset", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::as-of", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}

GMenuModel *
sl_row_acts_menu (SlRowActs *self)
{
  GMenu *menu;

  g_return_val_if_fail (SL_IS_ROW_ACTS (self), NULL);
  menu = g_menu_new ();
  for (const SlRowAct *act = self->acts; act->name != NULL; act++)
    {
      g_autofree char *action = g_strconcat ("row.", act->name, NULL);
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (act->label), action);

      g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

void
sl_row_acts_set_uid (SlRowActs *self, SlUid uid)
{
  g_return_if_fail (SL_IS_ROW_ACTS (self));
  self->uid = uid;
  refresh (self);
}
