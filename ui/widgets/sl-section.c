/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-section.h"

typedef struct
{
  SlWorkspace *workspace;
} SlSectionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SlSection, sl_section, GTK_TYPE_WIDGET)

#define PRIV(self) ((SlSectionPrivate *) sl_section_get_instance_private (self))

static void
sl_section_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sl_section_parent_class)->dispose (object);
}

static void
sl_section_finalize (GObject *object)
{
  g_clear_object (&PRIV (SL_SECTION (object))->workspace);
  G_OBJECT_CLASS (sl_section_parent_class)->finalize (object);
}

static void
sl_section_class_init (SlSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_section_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
sl_section_init (SlSection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

gpointer
sl_section_construct (GType type, SlWorkspace *workspace, int spacing)
{
  SlSection *self;

  g_return_val_if_fail (g_type_is_a (type, SL_TYPE_SECTION) && SL_IS_WORKSPACE (workspace), NULL);
  self = g_object_new (type, NULL);
  PRIV (self)->workspace = g_object_ref (workspace);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), spacing);
  return self;
}

GtkWidget *
sl_section_add (gpointer self, GtkWidget *child)
{
  g_return_val_if_fail (SL_IS_SECTION (self) && GTK_IS_WIDGET (child), child);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return child;
}
