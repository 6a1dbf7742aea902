/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-settings-field.h"

#include "ui/sl-compat.h"

#define NOTE_WIDTH 24 /* in characters, at most, of what is said below a narrow one */

struct _SlSettingsField
{
  GtkWidget parent_instance;
  SlSettingsEdit *edit;
  char *setting;
  char *shown; /* as it was filled in */
  GtkWidget *entry, *note;
};

G_DEFINE_FINAL_TYPE (SlSettingsField, sl_settings_field, GTK_TYPE_WIDGET)

static void
sl_settings_field_dispose (GObject *object)
{
  SlSettingsField *self = SL_SETTINGS_FIELD (object);

  /* The entry loses the focus as it goes: that is no edit. */
  g_clear_object (&self->edit);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->note, gtk_widget_unparent);
  G_OBJECT_CLASS (sl_settings_field_parent_class)->dispose (object);
}

static void
sl_settings_field_finalize (GObject *object)
{
  SlSettingsField *self = SL_SETTINGS_FIELD (object);

  g_free (self->setting);
  g_free (self->shown);
  G_OBJECT_CLASS (sl_settings_field_parent_class)->finalize (object);
}

static gboolean
sl_settings_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SL_SETTINGS_FIELD (widget)->entry);
}

static void
sl_settings_field_class_init (SlSettingsFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_settings_field_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_settings_field_finalize;
  widget_class->grab_focus = sl_settings_field_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static gboolean
is_typed (SlSettingsField *self)
{
  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->shown) != 0;
}

static void
say (SlSettingsField *self, const char *text, gboolean wrong)
{
  gtk_label_set_text (GTK_LABEL (self->note), text != NULL ? text : "");
  gtk_widget_set_visible (self->note, text != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (wrong)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

static void
fill (SlSettingsField *self)
{
  g_autofree char *note = sl_settings_edit_dup_note (self->edit, self->setting);

  g_free (self->shown);
  self->shown = sl_settings_edit_dup_text (self->edit, self->setting);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->shown != NULL ? self->shown : "");
  say (self, note, FALSE);
}

/* What is being typed stays. */
static void
on_changed (SlSettingsField *self)
{
  if (sl_workspace_view (sl_settings_edit_workspace (self->edit)).settings != NULL && !is_typed (self))
    fill (self);
}

gboolean
sl_settings_field_commit (SlSettingsField *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (SL_IS_SETTINGS_FIELD (self), FALSE);
  if (self->edit == NULL || !is_typed (self))
    return TRUE;
  /* From now on it is no typing that a change would spare. */
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  if (!sl_settings_edit_set (self->edit, self->setting, text, &error))
    {
      say (self, error->message, TRUE);
      return FALSE;
    }
  fill (self);
  return TRUE;
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, SlSettingsField *self)
{
  if (key != GDK_KEY_Escape || !is_typed (self))
    return FALSE;
  fill (self);
  return TRUE;
}

static void
sl_settings_field_init (SlSettingsField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new (), *keys = gtk_event_controller_key_new ();
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (widget)), GTK_ORIENTATION_VERTICAL);
  self->entry = gtk_entry_new ();
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (sl_settings_field_commit), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (sl_settings_field_commit), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->entry, keys);
  gtk_widget_set_parent (self->entry, widget);
}

GtkWidget *
sl_settings_field_new (SlSettingsEdit *edit, const char *setting, const char *label, int width)
{
  SlSettingsField *self = g_object_new (SL_TYPE_SETTINGS_FIELD, NULL);

  self->edit = g_object_ref (edit);
  self->setting = g_strdup (setting);
  if (width > 0)
    {
      gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), width);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), width);
      gtk_widget_add_css_class (self->entry, "numeric");
    }
  self->note = sl_words_new (NULL, "row-subtitle", 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->note), NOTE_WIDTH);
  gtk_widget_set_visible (self->note, FALSE);
  gtk_widget_set_parent (self->note, GTK_WIDGET (self));
  sl_name_widget (self->entry, label);
  fill (self);
  g_signal_connect_object (edit, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

const char *
sl_settings_field_note (SlSettingsField *self)
{
  g_return_val_if_fail (SL_IS_SETTINGS_FIELD (self), NULL);
  return gtk_label_get_text (GTK_LABEL (self->note));
}
