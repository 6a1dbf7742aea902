/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-recent-reasons.h"

#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

#define REASONS_MAX 8
#define REASON_CHARS 48

struct _SlRecentReasons
{
  GtkWidget parent_instance;
  SlWorkspace *workspace;
  GtkEditable *line;
  GtkWidget *button, *popover, *list;
};

G_DEFINE_FINAL_TYPE (SlRecentReasons, sl_recent_reasons, GTK_TYPE_WIDGET)

static void
sl_recent_reasons_dispose (GObject *object)
{
  SlRecentReasons *self = SL_RECENT_REASONS (object);

  self->popover = self->list = NULL;
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_recent_reasons_parent_class)->dispose (object);
}

static void
sl_recent_reasons_class_init (SlRecentReasonsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_recent_reasons_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
on_row_activated (SlRecentReasons *self, GtkListBoxRow *row)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_editable_set_text (self->line, gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row))));
  gtk_editable_set_position (self->line, -1);
}

/* Chosen or not, the line is what one goes on with. */
static void
on_closed (SlRecentReasons *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->line));
}

/* Made anew each time: others may have given some meanwhile. */
static void
on_show (SlRecentReasons *self)
{
  g_auto (GStrv) reasons = sl_workspace_dup_reasons (self->workspace, REASONS_MAX);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL && GTK_IS_LIST_BOX_ROW (row))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; reasons[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (reasons[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), REASON_CHARS);
      gtk_widget_add_css_class (label, "record-row");
      gtk_list_box_append (GTK_LIST_BOX (self->list), label);
    }
  /* Left in the line, the focus would close what has just opened. */
  if (!gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->popover);
}

static void
build_popover (GtkMenuButton *button, gpointer data)
{
  SlRecentReasons *self = data;
  GtkWidget *none = gtk_label_new (_ ("No reason was given yet"));

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "plain-list");
  gtk_widget_add_css_class (none, "dim-label");
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), none);
  sl_name_widget (self->list, _ ("Recent reasons"));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  self->popover = gtk_popover_new ();
  gtk_widget_set_focusable (self->popover, TRUE);
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->list);
  sl_name_widget (self->popover, _ ("Recent reasons"));
  g_signal_connect_swapped (self->popover, "map", G_CALLBACK (on_show), self);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (on_closed), self);
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
  gtk_menu_button_set_popover (button, self->popover);
}

static void
sl_recent_reasons_init (SlRecentReasons *self)
{
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "document-open-recent-symbolic");
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_tooltip_text (self->button, _ ("Recent Reasons"));
  sl_name_widget (self->button, _ ("Recent Reasons"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), build_popover, self, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
sl_recent_reasons_new (SlWorkspace *workspace, GtkEditable *line)
{
  SlRecentReasons *self = g_object_new (SL_TYPE_RECENT_REASONS, NULL);

  self->workspace = g_object_ref (workspace);
  self->line = line;
  return GTK_WIDGET (self);
}
