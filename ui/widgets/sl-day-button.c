/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-day-button.h"

#include "ui/sl-compat.h"

struct _SlDayButton
{
  GtkWidget parent_instance;
  char *name;
  SlDate day;
  gboolean filling;
  GtkWidget *button, *popover, *calendar; /* popover, calendar: NULL until opened */
};

G_DEFINE_FINAL_TYPE (SlDayButton, sl_day_button, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void
sl_day_button_dispose (GObject *object)
{
  SlDayButton *self = SL_DAY_BUTTON (object);

  self->popover = self->calendar = NULL;
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (sl_day_button_parent_class)->dispose (object);
}

static void
sl_day_button_finalize (GObject *object)
{
  g_free (SL_DAY_BUTTON (object)->name);
  G_OBJECT_CLASS (sl_day_button_parent_class)->finalize (object);
}

static void
sl_day_button_class_init (SlDayButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_day_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_day_button_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_INT);
}

static void
on_day_selected (SlDayButton *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));

  if (self->filling)
    return;
  self->day = sl_date_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date), g_date_time_get_day_of_month (date));
  if (self->day != SL_DATE_NONE)
    g_signal_emit (self, chosen_signal, 0, self->day);
}

static void
on_show (SlDayButton *self)
{
  int year, month, day;

  if (self->day != SL_DATE_NONE)
    {
      g_autoptr (GDateTime) date = NULL;

      sl_date_to_ymd (self->day, &year, &month, &day);
      date = g_date_time_new_local (year, month, day, 12, 0, 0);
      self->filling = TRUE;
      gtk_calendar_select_day (GTK_CALENDAR (self->calendar), date);
      self->filling = FALSE;
    }
  gtk_widget_grab_focus (self->calendar);
}

static void
build_popover (GtkMenuButton *button, gpointer data)
{
  SlDayButton *self = data;

  self->calendar = gtk_calendar_new ();
  sl_name_widget (self->calendar, self->name);
  sl_calendar_name_arrows (GTK_CALENDAR (self->calendar));
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->calendar);
  sl_name_widget (self->popover, self->name);
  g_signal_connect_swapped (self->popover, "map", G_CALLBACK (on_show), self);
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
  gtk_menu_button_set_popover (button, self->popover);
}

static void
sl_day_button_init (SlDayButton *self)
{
  self->day = SL_DATE_NONE;
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_widget_add_css_class (self->button, "flat");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), build_popover, self, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
sl_day_button_new (const char *name)
{
  SlDayButton *self = g_object_new (SL_TYPE_DAY_BUTTON, NULL);

  self->name = g_strdup (name);
  gtk_widget_set_tooltip_text (self->button, name);
  sl_name_widget (self->button, name);
  return GTK_WIDGET (self);
}

void
sl_day_button_set_day (SlDayButton *self, SlDate day)
{
  g_return_if_fail (SL_IS_DAY_BUTTON (self));
  self->day = day;
}
