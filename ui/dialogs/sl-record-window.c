/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dialogs/sl-record-window.h"

#include "ui/pages/sl-detail.h"

#include <glib/gi18n-lib.h>

#define WIDTH 460
#define HEIGHT 640

struct _SlRecordWindow
{
  AdwWindow parent_instance;
  SlWorkspace *workspace;
  SlUid uid;
};

G_DEFINE_FINAL_TYPE (SlRecordWindow, sl_record_window, ADW_TYPE_WINDOW)

static void
sl_record_window_dispose (GObject *object)
{
  g_clear_object (&SL_RECORD_WINDOW (object)->workspace);
  G_OBJECT_CLASS (sl_record_window_parent_class)->dispose (object);
}

/* What is being typed is taken over when the focus leaves it. */
static gboolean
sl_record_window_close_request (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);
  return GTK_WINDOW_CLASS (sl_record_window_parent_class)->close_request (window);
}

/* The history and the map are pages of the window it stands over. */
static void
on_page_of (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkWindow) parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    g_object_ref (parent);
  gtk_window_close (GTK_WINDOW (widget));
  if (parent != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (parent), name, parameter);
}

static void
sl_record_window_class_init (SlRecordWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_record_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = sl_record_window_close_request;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.history-of", "s", on_page_of);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.trace", "(xi)", on_page_of);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sl_record_window_init (SlRecordWindow *self)
{
}

static void
close_if_gone (SlRecordWindow *self)
{
  if (sl_data_lookup (sl_workspace_data (self->workspace), self->uid) == NULL)
    gtk_window_close (GTK_WINDOW (self));
}

SlRecordWindow *
sl_record_window_show (GtkWindow *parent, SlWorkspace *workspace, SlUid uid)
{
  const SlRecord *record;
  SlRecordWindow *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new (), *detail;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && SL_IS_WORKSPACE (workspace), NULL);
  record = sl_data_lookup (sl_workspace_data (workspace), uid);
  g_return_val_if_fail (record != NULL, NULL);
  self = g_object_new (SL_TYPE_RECORD_WINDOW, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE,
                       "default-width", WIDTH, "default-height", HEIGHT, "title",
                       g_dgettext (GETTEXT_PACKAGE, sl_record_kind (record)->label), NULL);
  self->workspace = g_object_ref (workspace);
  self->uid = uid;
  detail = sl_detail_new (workspace, record->kind, "");
  sl_detail_set_uid (SL_DETAIL (detail), uid);
  gtk_widget_set_vexpand (detail, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), detail);
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (close_if_gone), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reset", G_CALLBACK (close_if_gone), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
