/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-glyph-image.h"

#include "charts/sl-glyph.h"

#include <adwaita.h>

#define SIZE 12

struct _SlGlyphImage
{
  GtkWidget parent_instance;
  SlStatus status;
  gboolean blue_orange;
};

G_DEFINE_FINAL_TYPE (SlGlyphImage, sl_glyph_image, GTK_TYPE_WIDGET)

static void
sl_glyph_image_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlGlyphImage *self = SL_GLYPH_IMAGE (widget);
  AdwStyleManager *style = adw_style_manager_get_default ();
  guint flags = (adw_style_manager_get_dark (style) ? SL_PALETTE_DARK : 0)
                | (adw_style_manager_get_high_contrast (style) ? SL_PALETTE_HIGH_CONTRAST : 0)
                | (self->blue_orange ? SL_PALETTE_BLUE_ORANGE : 0);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  sl_glyph_draw (cr, (width - SIZE) / 2.0, (height - SIZE) / 2.0, SIZE, self->status, sl_palette_get (flags));
  cairo_destroy (cr);
}

static void
sl_glyph_image_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
sl_glyph_image_class_init (SlGlyphImageClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = sl_glyph_image_snapshot;
  GTK_WIDGET_CLASS (klass)->measure = sl_glyph_image_measure;
  /* The words beside it say the same. */
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sl_glyph_image_init (SlGlyphImage *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
sl_glyph_image_new (void)
{
  return g_object_new (SL_TYPE_GLYPH_IMAGE, NULL);
}

void
sl_glyph_image_set_status (SlGlyphImage *self, SlStatus status)
{
  g_return_if_fail (SL_IS_GLYPH_IMAGE (self));
  self->status = status;
  gtk_widget_set_visible (GTK_WIDGET (self), status != SL_STATUS_NOTHING);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

SlStatus
sl_glyph_image_get_status (SlGlyphImage *self)
{
  g_return_val_if_fail (SL_IS_GLYPH_IMAGE (self), SL_STATUS_NOTHING);
  return self->status;
}

void
sl_glyph_image_set_blue_orange (SlGlyphImage *self, gboolean blue_orange)
{
  g_return_if_fail (SL_IS_GLYPH_IMAGE (self));
  self->blue_orange = blue_orange;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
