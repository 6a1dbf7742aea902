/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-as-of-button.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

struct _SlAsOfButton
{
  GtkWidget parent_instance;
  SlWorkspace *workspace;
  GtkWidget *button, *popover, *why, *calendar, *reset;
  gboolean filling, brief;
};

G_DEFINE_FINAL_TYPE (SlAsOfButton, sl_as_of_button, GTK_TYPE_WIDGET)

static void
sl_as_of_button_dispose (GObject *object)
{
  SlAsOfButton *self = SL_AS_OF_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_as_of_button_parent_class)->dispose (object);
}

static void
sl_as_of_button_class_init (SlAsOfButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_as_of_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static gboolean
is_moved (SlAsOfButton *self)
{
  return sl_workspace_as_of (self->workspace) != sl_workspace_default_as_of (self->workspace);
}

static void
refresh (SlAsOfButton *self)
{
  g_autofree char *day = sl_date_dup_display (sl_workspace_as_of (self->workspace));
  /* TRANSLATORS: on a button in the header: the day by which everything is judged. */
  g_autofree char *label = sl_text_compose (_ ("as of {1}"), (const char *[]){ day, NULL });

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), self->brief ? day : label);
  sl_name_widget (self->button, label);
  if (is_moved (self))
    gtk_widget_add_css_class (self->button, "moved");
  else
    gtk_widget_remove_css_class (self->button, "moved");
}

static char *
dup_why (SlAsOfButton *self)
{
  const SlProgrammeInfo *programme = sl_data_programme (sl_workspace_data (self->workspace));
  g_autofree char *day = sl_date_dup_display (sl_workspace_default_as_of (self->workspace));

  if (is_moved (self))
    /* TRANSLATORS: {1} is a date. */
    return sl_text_compose (_ ("Everything is judged by this day, not by {1}. Scores and reviews cannot be entered meanwhile."),
                            (const char *[]){ day, NULL });
  if (programme != NULL && programme->fixed_as_of != SL_DATE_NONE)
    return sl_text_compose (_ ("This programme stands still at {1}. Choose another day to see how things were judged then."),
                            (const char *[]){ day, NULL });
  return g_strdup (_ ("Everything is judged by today. Choose another day to see how things were judged then."));
}

static void
refresh_popover (SlAsOfButton *self)
{
  g_autofree char *why = dup_why (self);
  int year, month, day;

  sl_date_to_ymd (sl_workspace_as_of (self->workspace), &year, &month, &day);
  self->filling = TRUE;
  {
    g_autoptr (GDateTime) date = g_date_time_new_local (year, month, day, 12, 0, 0);

    gtk_calendar_select_day (GTK_CALENDAR (self->calendar), date);
  }
  self->filling = FALSE;
  gtk_label_set_text (GTK_LABEL (self->why), why);
  gtk_widget_set_sensitive (self->reset, is_moved (self));
}

static void
on_show (SlAsOfButton *self)
{
  refresh_popover (self);
  gtk_widget_grab_focus (self->calendar);
}

static void
on_day_selected (SlAsOfButton *self)
{
  g_autoptr (GDateTime) date = NULL;

  if (self->filling)
    return;
  date = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  sl_workspace_set_as_of (self->workspace, sl_date_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date),
                                                             g_date_time_get_day_of_month (date)));
  refresh_popover (self);
}

static void
on_reset (SlAsOfButton *self)
{
  sl_workspace_set_as_of (self->workspace, SL_DATE_NONE);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
build_popover (GtkMenuButton *button, gpointer data)
{
  SlAsOfButton *self = data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->why = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->why), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->why), 0);
  gtk_label_set_width_chars (GTK_LABEL (self->why), 34);
  gtk_label_set_max_width_chars (GTK_LABEL (self->why), 34);
  gtk_widget_add_css_class (self->why, "dim-label");
  gtk_box_append (GTK_BOX (box), self->why);
  self->calendar = gtk_calendar_new ();
  sl_name_widget (self->calendar, _ ("Day"));
  sl_calendar_name_arrows (GTK_CALENDAR (self->calendar));
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self);
  gtk_box_append (GTK_BOX (box), self->calendar);
  self->reset = gtk_button_new_with_label (_ ("Back to Default"));
  g_signal_connect_swapped (self->reset, "clicked", G_CALLBACK (on_reset), self);
  gtk_box_append (GTK_BOX (box), self->reset);
  self->popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->popover, "padded");
  sl_name_widget (self->popover, _ ("As-of day"));
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_swapped (self->popover, "map", G_CALLBACK (on_show), self);
  refresh_popover (self);
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
  gtk_menu_button_set_popover (button, self->popover);
}

static void
sl_as_of_button_init (SlAsOfButton *self)
{
  self->button = gtk_menu_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "as-of");
  gtk_widget_set_tooltip_text (self->button, _ ("The day by which everything is judged"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), build_popover, self, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
sl_as_of_button_new (SlWorkspace *workspace)
{
  SlAsOfButton *self = g_object_new (SL_TYPE_AS_OF_BUTTON, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::as-of", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reset", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

void
sl_as_of_button_set_short (SlAsOfButton *self, gboolean brief)
{
  g_return_if_fail (SL_IS_AS_OF_BUTTON (self));
  if (self->brief == brief)
    return;
  self->brief = brief;
  refresh (self);
}
