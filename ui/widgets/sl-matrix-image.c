/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-matrix-image.h"

#include "ui/sl-compat.h"

#define SIZE 156
#define WIDTH 134 /* above and below the grid stand words, beside it figures */
#define MARK_SIZE 14
#define MARKS_MAX 4

struct _SlMatrixImage
{
  GtkWidget parent_instance;
  SlMatrix *matrix; /* NULL: one mark alone */
  SlMatrixMark marks[MARKS_MAX];
  guint n_marks;
  int size;
  guint flags; /* SlMatrixFlags */
  gboolean blue_orange;
};

G_DEFINE_FINAL_TYPE (SlMatrixImage, sl_matrix_image, GTK_TYPE_WIDGET)

static void
sl_matrix_image_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlMatrixImage *self = SL_MATRIX_IMAGE (widget);
  AdwStyleManager *style = adw_style_manager_get_default ();
  SlMatrixStyle how = { .palette = (adw_style_manager_get_dark (style) ? SL_PALETTE_DARK : 0)
                                   | (adw_style_manager_get_high_contrast (style) ? SL_PALETTE_HIGH_CONTRAST : 0)
                                   | (self->blue_orange ? SL_PALETTE_BLUE_ORANGE : 0) };
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  SlMatrixLayout layout;

  if (self->matrix != NULL)
    {
      sl_matrix_layout (&layout, self->flags, width, height);
      sl_matrix_paint (self->matrix, &layout, self->marks, self->n_marks, cr, &how);
    }
  else if (self->n_marks > 0)
    sl_matrix_paint_mark (self->marks[0].rating, (width - MARK_SIZE) / 2.0, (height - MARK_SIZE) / 2.0, MARK_SIZE, cr, &how);
  cairo_destroy (cr);
}

static void
sl_matrix_image_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  int size = SL_MATRIX_IMAGE (widget)->size;

  *minimum = *natural = size == SIZE && orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : size;
}

static void
sl_matrix_image_finalize (GObject *object)
{
  g_clear_pointer (&SL_MATRIX_IMAGE (object)->matrix, sl_matrix_free);
  G_OBJECT_CLASS (sl_matrix_image_parent_class)->finalize (object);
}

static void
sl_matrix_image_class_init (SlMatrixImageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_matrix_image_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = sl_matrix_image_snapshot;
  GTK_WIDGET_CLASS (klass)->measure = sl_matrix_image_measure;
}

static void
sl_matrix_image_init (SlMatrixImage *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
sl_matrix_image_new (void)
{
  SlMatrixImage *self = g_object_new (SL_TYPE_MATRIX_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);

  self->size = SIZE;
  self->flags = SL_MATRIX_COMPACT;
  return GTK_WIDGET (self);
}

GtkWidget *
sl_matrix_image_new_limits (int size)
{
  SlMatrixImage *self = g_object_new (SL_TYPE_MATRIX_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->size = size;
  self->flags = SL_MATRIX_BARE;
  return GTK_WIDGET (self);
}

GtkWidget *
sl_matrix_image_new_mark (SlMatrixRating rating)
{
  SlMatrixImage *self = g_object_new (SL_TYPE_MATRIX_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->size = MARK_SIZE;
  self->marks[0].rating = rating;
  self->n_marks = 1;
  return GTK_WIDGET (self);
}

void
sl_matrix_image_set (SlMatrixImage *self, SlMatrix *matrix, const SlMatrixMark *marks, guint n, const char *name)
{
  g_return_if_fail (SL_IS_MATRIX_IMAGE (self) && matrix != NULL && n <= MARKS_MAX);
  g_clear_pointer (&self->matrix, sl_matrix_free);
  self->matrix = matrix;
  self->n_marks = n;
  for (guint i = 0; i < n; i++)
    self->marks[i] = marks[i];
  if (name != NULL)
    sl_name_widget (GTK_WIDGET (self), name);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sl_matrix_image_set_blue_orange (SlMatrixImage *self, gboolean blue_orange)
{
  g_return_if_fail (SL_IS_MATRIX_IMAGE (self));
  self->blue_orange = blue_orange;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
