/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-register-page-private.h"

#include <glib/gi18n-lib.h>

/* --- Deleting ----------------------------------------------------------------------------------------------------- */

/* Drafts may be deleted; what has left draft is closed instead, so that its history stays in sight. */
static gboolean
may_delete (SlRegisterPage *self, SlUid uid)
{
  const SlRecord *record = sl_grid_model_record (self->model, uid);

  return record != NULL && (record->kind != SL_KIND_RISK || SL_AS (RISK, record)->state == SL_RISK_STATE_DRAFT);
}

gboolean
sl_register_page_can_delete (SlRegisterPage *self)
{
  g_autoptr (GArray) uids = NULL;
  g_autofree char *obstacle = NULL;

  g_return_val_if_fail (SL_IS_REGISTER_PAGE (self), FALSE);
  obstacle = sl_workspace_dup_obstacle (self->workspace);
  uids = sl_grid_selected_uids (SL_GRID (self->grid));
  for (guint i = 0; i < uids->len; i++)
    if (!may_delete (self, g_array_index (uids, SlUid, i)))
      return FALSE;
  return uids->len > 0 && obstacle == NULL;
}

static char *
dup_deleted (SlRegisterPage *self, guint n)
{
  if (sl_page_get_info (SL_PAGE (self))->kind == SL_KIND_RISK)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u risk deleted", "%u risks deleted", n), n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row deleted", "%u rows deleted", n), n);
}

void
sl_register_page_delete (SlRegisterPage *self)
{
  g_autoptr (GArray) uids = NULL;
  g_autoptr (SlTx) tx = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (SL_IS_REGISTER_PAGE (self));
  uids = sl_grid_selected_uids (SL_GRID (self->grid));
  if (uids->len == 0)
    return;
  if (!sl_register_page_can_delete (self))
    {
      text = sl_workspace_dup_obstacle (self->workspace);
      sl_page_tell (SL_PAGE (self), text != NULL ? text : _ ("Only drafts can be deleted; close the risk instead"), FALSE);
      return;
    }
  tx = sl_workspace_begin (self->workspace, SL_VERB_DELETE);
  for (guint i = 0; i < uids->len && error == NULL; i++)
    sl_tx_delete (tx, g_array_index (uids, SlUid, i), &error);
  if (error == NULL && sl_workspace_commit (self->workspace, g_steal_pointer (&tx), NULL, &error))
    text = dup_deleted (self, uids->len);
  sl_page_tell (SL_PAGE (self), error != NULL ? error->message : text, error == NULL);
}

static void
on_delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_register_page_delete (SL_REGISTER_PAGE (widget));
}

/* By key also where the menu greys it out: the answer says why not. */
static gboolean
on_delete_key (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  sl_register_page_delete (SL_REGISTER_PAGE (widget));
  return TRUE;
}

/* --- Menu of a row ------------------------------------------------------------------------------------------------ */

void
sl_register_page_add_menu (SlRegisterPage *self)
{
  const SlPageInfo *info = sl_page_get_info (SL_PAGE (self));
  g_autoptr (GMenu) rows = g_menu_new (), show = g_menu_new ();

  if (info->kind == SL_KIND_RISK)
    g_menu_append (show, _ ("Open as a Page"), "page.open");
  g_menu_append (show, _ ("Show Details"), "register.show-detail");
  g_menu_append (show, _ ("History"), "register.history");
  g_menu_append (rows, _ (info->add), "win.add");
  g_menu_append (rows, _ ("Delete"), "register.delete");
  sl_grid_add_to_menu (SL_GRID (self->grid), G_MENU_MODEL (show));
  if (info->acts != NULL)
    {
      g_autoptr (GMenuModel) acts = NULL;

      self->acts = sl_row_acts_new (SL_PAGE (self), self->workspace, info->acts);
      acts = sl_row_acts_menu (self->acts);
      sl_grid_add_to_menu (SL_GRID (self->grid), acts);
    }
  sl_grid_add_to_menu (SL_GRID (self->grid), G_MENU_MODEL (rows));
}

static void
on_menu_key (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && (focus == self->grid || gtk_widget_is_ancestor (focus, self->grid)))
    sl_grid_pop_menu (SL_GRID (self->grid));
}

static void
on_show_detail (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_page_want_detail (SL_PAGE (widget));
}

/* Of the row of the cursor. */
static void
on_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (widget);
  const SlRecord *record = sl_grid_model_record (self->model, sl_grid_cursor_uid (SL_GRID (self->grid)));

  if (record != NULL && sl_record_code (record) != NULL)
    gtk_widget_activate_action (widget, "win.history-of", "s", sl_record_code (record));
}

void
sl_register_page_install_acts (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "register.delete", NULL, on_delete);
  gtk_widget_class_install_action (klass, "register.menu", NULL, on_menu_key);
  gtk_widget_class_install_action (klass, "register.show-detail", NULL, on_show_detail);
  gtk_widget_class_install_action (klass, "register.history", NULL, on_history);
  gtk_widget_class_add_binding (klass, GDK_KEY_Delete, GDK_CONTROL_MASK, on_delete_key, NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_h, GDK_CONTROL_MASK, "register.history", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "register.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "register.menu", NULL);
}
