/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-two-columns.h"

#define SIDE_BY_SIDE 840 /* from this width on, in pixels */
#define GAP 36
#define GAP_BELOW 24

struct _SlTwoColumns
{
  GtkWidget parent_instance;
  GtkWidget *first, *second;
};

G_DEFINE_FINAL_TYPE (SlTwoColumns, sl_two_columns, GTK_TYPE_WIDGET)

static int
width_of_first (int width)
{
  return (width - GAP) * 3 / 5;
}

static GtkSizeRequestMode
sl_two_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget *child, GtkOrientation orientation, int for_size, int *minimum, int *natural)
{
  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
sl_two_columns_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  SlTwoColumns *self = SL_TWO_COLUMNS (widget);
  gboolean wide = for_size >= SIDE_BY_SIDE;
  int a, b, a_natural, b_natural, split = width_of_first (for_size);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure (self->first, orientation, -1, &a, &a_natural);
      measure (self->second, orientation, -1, &b, &b_natural);
      *minimum = MAX (a, b);
      /* In a pane beside something else one column is enough. */
      *natural = MAX (a_natural, b_natural);
      return;
    }
  measure (self->first, orientation, wide ? split : for_size, &a, &a_natural);
  measure (self->second, orientation, wide ? for_size - GAP - split : for_size, &b, &b_natural);
  *minimum = wide ? MAX (a, b) : a + GAP_BELOW + b;
  *natural = wide ? MAX (a_natural, b_natural) : a_natural + GAP_BELOW + b_natural;
}

static void
place (GtkWidget *child, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
sl_two_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SlTwoColumns *self = SL_TWO_COLUMNS (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int split = width_of_first (width), least, natural;

  if (width >= SIDE_BY_SIDE)
    {
      place (self->first, mirrored ? width - split : 0, 0, split, height);
      place (self->second, mirrored ? 0 : split + GAP, 0, width - GAP - split, height);
      return;
    }
  measure (self->first, GTK_ORIENTATION_VERTICAL, width, &least, &natural);
  place (self->first, 0, 0, width, natural);
  place (self->second, 0, natural + GAP_BELOW, width, MAX (height - natural - GAP_BELOW, 0));
}

static void
sl_two_columns_dispose (GObject *object)
{
  SlTwoColumns *self = SL_TWO_COLUMNS (object);

  g_clear_pointer (&self->first, gtk_widget_unparent);
  g_clear_pointer (&self->second, gtk_widget_unparent);
  G_OBJECT_CLASS (sl_two_columns_parent_class)->dispose (object);
}

static void
sl_two_columns_class_init (SlTwoColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_two_columns_dispose;
  widget_class->get_request_mode = sl_two_columns_get_request_mode;
  widget_class->measure = sl_two_columns_measure;
  widget_class->size_allocate = sl_two_columns_size_allocate;
}

static void
sl_two_columns_init (SlTwoColumns *self)
{
}

GtkWidget *
sl_two_columns_new (GtkWidget *first, GtkWidget *second)
{
  SlTwoColumns *self = g_object_new (SL_TYPE_TWO_COLUMNS, NULL);

  self->first = first;
  self->second = second;
  gtk_widget_set_parent (first, GTK_WIDGET (self));
  gtk_widget_set_parent (second, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
