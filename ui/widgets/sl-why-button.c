/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-why-button.h"

#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

/* In characters, of lines that wrap. */
#define WIDTH 36

struct _SlWhyButton
{
  GtkWidget parent_instance;
  GtkWidget *button, *popover; /* popover: while it is open */
  SlWhyFunc explain;
  int topic;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (SlWhyButton, sl_why_button, GTK_TYPE_WIDGET)

static void
sl_why_button_dispose (GObject *object)
{
  SlWhyButton *self = SL_WHY_BUTTON (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (sl_why_button_parent_class)->dispose (object);
}

static void
sl_why_button_class_init (SlWhyButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_why_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sl_why_button_init (SlWhyButton *self)
{
}

static void
add_words (GtkWidget *box, const char *text, const char *css)
{
  gtk_box_append (GTK_BOX (box), sl_words_new (text, css, WIDTH));
}

static void
on_closed (GtkPopover *popover, SlWhyButton *self)
{
  if (self->popover != GTK_WIDGET (popover))
    return;
  self->popover = NULL;
  gtk_widget_unparent (GTK_WIDGET (popover));
}

void
sl_why_button_open (SlWhyButton *self)
{
  GtkWidget *box;
  g_autoptr (SlExplanation) why = NULL;

  g_return_if_fail (SL_IS_WHY_BUTTON (self));
  why = self->explain (self->topic, self->data);
  if (why == NULL)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  add_words (box, why->result, "heading");
  for (guint i = 0; i < why->inputs->len; i++)
    add_words (box, why->inputs->pdata[i], NULL);
  add_words (box, why->rule, "dim-label");
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_widget_add_css_class (self->popover, "padded");
  sl_name_widget (self->popover, _ ("Why"));
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect (self->popover, "closed", G_CALLBACK (on_closed), self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

GtkWidget *
sl_why_button_new (GtkWidget *child, SlWhyFunc explain, int topic, gpointer data)
{
  SlWhyButton *self = g_object_new (SL_TYPE_WHY_BUTTON, NULL);

  self->explain = explain;
  self->topic = topic;
  self->data = data;
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), child);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "why");
  gtk_widget_set_tooltip_text (self->button, _ ("Show why"));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (sl_why_button_open), self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
sl_why_button_set_name (SlWhyButton *self, const char *name)
{
  g_return_if_fail (SL_IS_WHY_BUTTON (self) && name != NULL);
  sl_name_widget (self->button, name);
}
