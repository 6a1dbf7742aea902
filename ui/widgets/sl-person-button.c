/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-person-button.h"

#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

#define NAME_CHARS 18

struct _SlPersonButton
{
  GtkWidget parent_instance;
  SlWorkspace *workspace;
  char *nobody, *meaning, *label;
  SlRecordFilter filter;
  gpointer data;
  SlUid person;
  GtkWidget *button, *name, *popover, *list; /* popover, list: NULL until opened */
};

G_DEFINE_FINAL_TYPE (SlPersonButton, sl_person_button, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void
sl_person_button_dispose (GObject *object)
{
  SlPersonButton *self = SL_PERSON_BUTTON (object);

  self->popover = self->list = NULL;
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_person_button_parent_class)->dispose (object);
}

static void
sl_person_button_finalize (GObject *object)
{
  SlPersonButton *self = SL_PERSON_BUTTON (object);

  g_free (self->nobody);
  g_free (self->meaning);
  g_free (self->label);
  G_OBJECT_CLASS (sl_person_button_parent_class)->finalize (object);
}

static gboolean
sl_person_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SL_PERSON_BUTTON (widget)->button);
}

/* A row around it may be activated in its place. */
static gboolean
sl_person_button_mnemonic_activate (GtkWidget *widget, gboolean group_cycling)
{
  sl_person_button_open (SL_PERSON_BUTTON (widget));
  return TRUE;
}

static void
sl_person_button_class_init (SlPersonButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_person_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_person_button_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = sl_person_button_grab_focus;
  GTK_WIDGET_CLASS (klass)->mnemonic_activate = sl_person_button_mnemonic_activate;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_INT64);
}

static void
refresh (SlPersonButton *self)
{
  const char *person = sl_data_name (sl_workspace_data (self->workspace), self->person);
  const char *name = *person != '\0' ? person : self->nobody;
  g_autofree char *words = NULL;

  gtk_label_set_text (GTK_LABEL (self->name), name);
  words = self->label != NULL ? g_strdup_printf ("%s: %s", self->label, name) : g_strdup (name);
  sl_name_widget (self->button, words);
}

/* --- Choosing ----------------------------------------------------------------------------------------------------- */

static void
on_chosen (SlPersonButton *self, gint64 uid)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  sl_person_button_set_person (self, uid);
  g_signal_emit (self, chosen_signal, 0, uid);
}

static void
on_stop (SlPersonButton *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
on_show (SlPersonButton *self)
{
  sl_record_list_offer (SL_RECORD_LIST (self->list), self->filter, self->data, self->person);
}

static void
on_hide (SlPersonButton *self)
{
  sl_record_list_clear (SL_RECORD_LIST (self->list));
}

static void
build_popover (GtkMenuButton *button, gpointer data)
{
  SlPersonButton *self = data;

  self->list = sl_record_list_new (self->workspace, _ ("People to choose from"), &sl_people_offered);
  sl_record_list_set_nobody (SL_RECORD_LIST (self->list), self->nobody, self->meaning);
  g_signal_connect_swapped (self->list, "chosen", G_CALLBACK (on_chosen), self);
  g_signal_connect_swapped (self->list, "stopped", G_CALLBACK (on_stop), self);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->list);
  sl_name_widget (self->popover, self->label != NULL ? self->label : _ ("Choose a person"));
  g_signal_connect_swapped (self->popover, "map", G_CALLBACK (on_show), self);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (on_hide), self);
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
  gtk_menu_button_set_popover (button, self->popover);
}

/* --- Public ------------------------------------------------------------------------------------------------------- */

static void
sl_person_button_init (SlPersonButton *self)
{
  self->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (self->name), NAME_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (self->name), NAME_CHARS);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), self->name);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), build_popover, self, NULL);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "person-button");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
sl_person_button_new (SlWorkspace *workspace, const char *nobody, const char *meaning, SlRecordFilter filter, gpointer data)
{
  SlPersonButton *self = g_object_new (SL_TYPE_PERSON_BUTTON, NULL);

  self->workspace = g_object_ref (workspace);
  self->nobody = g_strdup (nobody);
  self->meaning = g_strdup (meaning);
  self->filter = filter;
  self->data = data;
  refresh (self);
  return GTK_WIDGET (self);
}

void
sl_person_button_set_label (SlPersonButton *self, const char *label)
{
  g_return_if_fail (SL_IS_PERSON_BUTTON (self) && label != NULL);
  g_free (self->label);
  self->label = g_strdup (label);
  if (self->popover != NULL)
    sl_name_widget (self->popover, label);
  refresh (self);
}

void
sl_person_button_set_person (SlPersonButton *self, SlUid person)
{
  g_return_if_fail (SL_IS_PERSON_BUTTON (self));
  self->person = person;
  refresh (self);
}

SlUid
sl_person_button_get_person (SlPersonButton *self)
{
  g_return_val_if_fail (SL_IS_PERSON_BUTTON (self), SL_UID_NONE);
  return self->person;
}

void
sl_person_button_open (SlPersonButton *self)
{
  g_return_if_fail (SL_IS_PERSON_BUTTON (self));
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}

SlRecordList *
sl_person_button_list (SlPersonButton *self)
{
  g_return_val_if_fail (SL_IS_PERSON_BUTTON (self), NULL);
  if (self->list == NULL)
    build_popover (GTK_MENU_BUTTON (self->button), self);
  return SL_RECORD_LIST (self->list);
}
