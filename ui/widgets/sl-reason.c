/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-reason.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-recent-reasons.h"

#include <glib/gi18n-lib.h>

struct _SlReason
{
  GtkWidget parent_instance;
  SlWorkspace *workspace;
  GtkWidget *entry, *recent, *button;
};

G_DEFINE_FINAL_TYPE (SlReason, sl_reason, GTK_TYPE_WIDGET)

static guint given_signal;

static void
sl_reason_dispose (GObject *object)
{
  SlReason *self = SL_REASON (object);

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->recent, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_reason_parent_class)->dispose (object);
}

static gboolean
sl_reason_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SL_REASON (widget)->entry);
}

static void
sl_reason_class_init (SlReasonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_reason_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = sl_reason_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  given_signal = g_signal_new ("given", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               G_TYPE_STRING);
}

static void
on_given (SlReason *self)
{
  g_autofree char *reason = sl_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)), TRUE);

  if (reason != NULL)
    g_signal_emit (self, given_signal, 0, reason);
}

static void
sl_reason_init (SlReason *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "form-reason");
  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Reason, one line"));
  sl_name_widget (self->entry, _ ("Reason"));
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_given), self);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  self->button = gtk_button_new_with_mnemonic (_ ("_Save"));
  sl_name_widget (self->button, _ ("Save with this reason"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_given), self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
sl_reason_new (SlWorkspace *workspace)
{
  SlReason *self = g_object_new (SL_TYPE_REASON, NULL);

  self->workspace = g_object_ref (workspace);
  self->recent = sl_recent_reasons_new (workspace, GTK_EDITABLE (self->entry));
  gtk_widget_insert_after (self->recent, GTK_WIDGET (self), self->entry);
  return GTK_WIDGET (self);
}

void
sl_reason_ask (SlReason *self)
{
  const char *last;

  g_return_if_fail (SL_IS_REASON (self));
  last = sl_workspace_last_reason (self->workspace);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), last != NULL ? last : "");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (self->entry);
}
