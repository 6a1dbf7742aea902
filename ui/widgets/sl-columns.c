/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-columns.h"

/* Below this width one column reads better than two. */
#define WIDE 760
#define GAP 36
#define SPACING 18

struct _SlColumns
{
  GtkWidget parent_instance;
  GtkWidget *first, *second;
};

G_DEFINE_FINAL_TYPE (SlColumns, sl_columns, GTK_TYPE_WIDGET)

static void
sl_columns_dispose (GObject *object)
{
  SlColumns *self = SL_COLUMNS (object);

  g_clear_pointer (&self->first, gtk_widget_unparent);
  g_clear_pointer (&self->second, gtk_widget_unparent);
  G_OBJECT_CLASS (sl_columns_parent_class)->dispose (object);
}

static GtkSizeRequestMode
sl_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
column_width (int width)
{
  return width < WIDE ? width : (width - GAP) / 2;
}

static void
measure_width (SlColumns *self, int *minimum, int *natural)
{
  int min[2], nat[2];

  gtk_widget_measure (self->first, GTK_ORIENTATION_HORIZONTAL, -1, &min[0], &nat[0], NULL, NULL);
  gtk_widget_measure (self->second, GTK_ORIENTATION_HORIZONTAL, -1, &min[1], &nat[1], NULL, NULL);
  *minimum = MAX (min[0], min[1]);
  *natural = MAX (nat[0], nat[1]);
}

static void
sl_columns_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  SlColumns *self = SL_COLUMNS (widget);
  int width, unused, min[2], nat[2];

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }
  measure_width (self, &width, &unused);
  width = MAX (for_size, width);
  gtk_widget_measure (self->first, GTK_ORIENTATION_VERTICAL, column_width (width), &min[0], &nat[0], NULL, NULL);
  gtk_widget_measure (self->second, GTK_ORIENTATION_VERTICAL, column_width (width), &min[1], &nat[1], NULL, NULL);
  *minimum = width < WIDE ? min[0] + SPACING + min[1] : MAX (min[0], min[1]);
  *natural = width < WIDE ? nat[0] + SPACING + nat[1] : MAX (nat[0], nat[1]);
}

static void
sl_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SlColumns *self = SL_COLUMNS (widget);
  int column = column_width (width), unused, first, second;

  gtk_widget_measure (self->first, GTK_ORIENTATION_VERTICAL, column, &unused, &first, NULL, NULL);
  gtk_widget_measure (self->second, GTK_ORIENTATION_VERTICAL, column, &unused, &second, NULL, NULL);
  gtk_widget_size_allocate (self->first, &(GtkAllocation){ 0, 0, column, first }, -1);
  if (width < WIDE)
    gtk_widget_size_allocate (self->second, &(GtkAllocation){ 0, first + SPACING, column, second }, -1);
  else if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      gtk_widget_size_allocate (self->first, &(GtkAllocation){ width - column, 0, column, first }, -1);
      gtk_widget_size_allocate (self->second, &(GtkAllocation){ 0, 0, column, second }, -1);
    }
  else
    gtk_widget_size_allocate (self->second, &(GtkAllocation){ width - column, 0, column, second }, -1);
}

static void
sl_columns_class_init (SlColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_columns_dispose;
  GTK_WIDGET_CLASS (klass)->get_request_mode = sl_columns_get_request_mode;
  GTK_WIDGET_CLASS (klass)->measure = sl_columns_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = sl_columns_size_allocate;
}

static void
sl_columns_init (SlColumns *self)
{
}

GtkWidget *
sl_columns_new (GtkWidget *first, GtkWidget *second)
{
  SlColumns *self = g_object_new (SL_TYPE_COLUMNS, NULL);

  self->first = first;
  self->second = second;
  gtk_widget_set_parent (first, GTK_WIDGET (self));
  gtk_widget_set_parent (second, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
