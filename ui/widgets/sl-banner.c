/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-banner.h"

struct _SlBanner
{
  GtkWidget parent_instance;
  GtkWidget *revealer, *box, *spinner, *label, *button;
};

G_DEFINE_FINAL_TYPE (SlBanner, sl_banner, GTK_TYPE_WIDGET)

static guint button_clicked;

static void
sl_banner_dispose (GObject *object)
{
  g_clear_pointer (&SL_BANNER (object)->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (sl_banner_parent_class)->dispose (object);
}

static void
sl_banner_class_init (SlBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_banner_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "slbanner");
  button_clicked = g_signal_new ("button-clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
on_clicked (SlBanner *self)
{
  g_signal_emit (self, button_clicked, 0);
}

/* Most windows never show one: its widgets are made when first needed. */
static void
build (SlBanner *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->box, "banner-row");
  self->spinner = gtk_spinner_new ();
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->spinner);
  /* Role status: a change of its text is read out. */
  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE, "xalign", 0.0,
                              "hexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (self->box), self->label);
  self->button = gtk_button_new ();
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_clicked), self);
  gtk_box_append (GTK_BOX (self->box), self->button);
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), self->box);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
}

static void
sl_banner_init (SlBanner *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
sl_banner_new (void)
{
  return g_object_new (SL_TYPE_BANNER, NULL);
}

void
sl_banner_show (SlBanner *self, const char *text, const char *button)
{
  g_return_if_fail (SL_IS_BANNER (self));
  if (text == NULL && self->revealer == NULL)
    return;
  if (self->revealer == NULL)
    build (self);
  if (text != NULL)
    gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (self->button, button != NULL);
  if (button != NULL)
    gtk_button_set_label (GTK_BUTTON (self->button), button);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), text != NULL);
}

void
sl_banner_set_busy (SlBanner *self, gboolean busy)
{
  g_return_if_fail (SL_IS_BANNER (self));
  if (self->revealer == NULL)
    return;
  gtk_widget_set_visible (self->spinner, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
}

const char *
sl_banner_get_text (SlBanner *self)
{
  g_return_val_if_fail (SL_IS_BANNER (self), NULL);
  return gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_label_get_text (GTK_LABEL (self->label)) : NULL;
}
