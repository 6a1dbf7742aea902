/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-register-page-private.h"

#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

/* Whether one record has the whole page. */
gboolean
sl_register_page_is_open (SlRegisterPage *self)
{
  return self->record != NULL && sl_deck_shown (self->whole) == self->record;
}

void
sl_register_page_show_row (SlRegisterPage *self)
{
  if (sl_page_is_awake (SL_PAGE (self)) && sl_page_detail_shown (SL_PAGE (self)))
    sl_detail_set_uid (SL_DETAIL (self->detail), sl_grid_cursor_uid (SL_GRID (self->grid)));
}

/* The code leads to the page of the record, what else cannot be edited to its details. */
void
sl_register_page_on_activated (SlRegisterPage *self)
{
  if (g_strcmp0 (sl_grid_cursor_column (SL_GRID (self->grid)), "code") == 0)
    sl_register_page_open (self);
  else
    sl_page_want_detail (SL_PAGE (self));
}

static void
build_record (SlRegisterPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *back = sl_icon_button_new ("go-previous-symbolic", _ ("Back"), "register.back");
  GtkWidget *title = gtk_label_new (_ (sl_page_get_info (SL_PAGE (self))->title));

  gtk_widget_add_css_class (bar, "record-bar");
  gtk_box_append (GTK_BOX (bar), back);
  gtk_box_append (GTK_BOX (bar), title);
  self->record = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->record), bar);
  sl_deck_add (self->whole, self->record, "record");
  gtk_widget_set_hexpand (self->record, TRUE);
}

/* The pane itself moves: what is being typed or read there stays as it is. */
static void
place_detail (SlRegisterPage *self, gboolean open)
{
  g_object_ref (self->detail);
  if (open)
    {
      adw_flap_set_flap (ADW_FLAP (self->flap), NULL);
      gtk_box_append (GTK_BOX (self->record), self->detail);
    }
  else
    {
      gtk_box_remove (GTK_BOX (self->record), self->detail);
      adw_flap_set_flap (ADW_FLAP (self->flap), self->detail);
    }
  gtk_widget_set_vexpand (self->detail, open);
  g_object_unref (self->detail);
  sl_deck_show (self->whole, open ? self->record : self->flap);
  sl_register_page_show_row (self);
  g_object_notify (G_OBJECT (self), "detail-shown");
}

/* Of risks: other kinds have no more to say on a page than in the pane. */
void
sl_register_page_open (SlRegisterPage *self)
{
  if (sl_page_get_info (SL_PAGE (self))->kind != SL_KIND_RISK || sl_grid_model_record (self->model, sl_grid_cursor_uid (SL_GRID (self->grid))) == NULL)
    {
      sl_page_want_detail (SL_PAGE (self));
      return;
    }
  if (sl_register_page_is_open (self))
    return;
  if (self->record == NULL)
    build_record (self);
  g_array_set_size (self->been, 0);
  place_detail (self, TRUE);
  gtk_widget_grab_focus (self->detail);
}

/* To the record that led here, else to the register. FALSE: there is nowhere to go back to. */
gboolean
sl_register_page_go_back (SlRegisterPage *self)
{
  if (!sl_register_page_is_open (self))
    return FALSE;
  while (self->been->len > 0)
    {
      SlUid uid = g_array_index (self->been, SlUid, self->been->len - 1);

      g_array_set_size (self->been, self->been->len - 1);
      if (sl_grid_set_cursor (SL_GRID (self->grid), uid, NULL))
        return TRUE;
    }
  place_detail (self, FALSE);
  gtk_widget_grab_focus (self->grid);
  return TRUE;
}

static void
on_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_register_page_open (SL_REGISTER_PAGE (widget));
}

static void
on_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_register_page_go_back (SL_REGISTER_PAGE (widget));
}

void
sl_register_page_install_record (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "register.open", NULL, on_open);
  gtk_widget_class_install_action (klass, "register.back", NULL, on_back);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Return, GDK_ALT_MASK, "register.open", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Enter, GDK_ALT_MASK, "register.open", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Left, GDK_ALT_MASK, "register.back", NULL);
}
