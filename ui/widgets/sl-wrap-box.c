/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-wrap-box.h"

#define GAP 6

struct _SlWrapBox
{
  GtkWidget parent_instance;
  GtkWidget *end; /* or NULL */
};

G_DEFINE_FINAL_TYPE (SlWrapBox, sl_wrap_box, GTK_TYPE_WIDGET)

static int
natural (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int least, size;

  gtk_widget_measure (child, orientation, for_size, &least, &size, NULL, NULL);
  return size;
}

/* Lays out in @width, and allocates when @allocate. Returns the height. */
static int
lay_out (SlWrapBox *self, int width, gboolean allocate)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int w, h;

      if (!gtk_widget_should_layout (child))
        continue;
      w = MIN (natural (child, GTK_ORIENTATION_HORIZONTAL, -1), width);
      h = natural (child, GTK_ORIENTATION_VERTICAL, w);
      if (x > 0 && x + w > width)
        {
          y += line + GAP;
          x = line = 0;
        }
      if (child == self->end)
        x = width - w;
      if (allocate)
        gtk_widget_size_allocate (child, &(GtkAllocation){ mirrored ? width - x - w : x, y, w, h }, -1);
      x += w + GAP;
      line = MAX (line, h);
    }
  return y + line;
}

static GtkSizeRequestMode
sl_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sl_wrap_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural_size,
                     int *minimum_baseline, int *natural_baseline)
{
  int widest = 0, together = 0;

  *minimum_baseline = *natural_baseline = -1;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int least, size;

        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &size, NULL, NULL);
        widest = MAX (widest, least);
        together += size + (together > 0 ? GAP : 0);
      }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural_size = MAX (widest, together);
    }
  else
    *minimum = *natural_size = lay_out (SL_WRAP_BOX (widget), for_size >= 0 ? for_size : together, FALSE);
}

static void
sl_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (SL_WRAP_BOX (widget), width, TRUE);
}

static void
sl_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sl_wrap_box_parent_class)->dispose (object);
}

static void
sl_wrap_box_class_init (SlWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_wrap_box_dispose;
  widget_class->get_request_mode = sl_wrap_box_get_request_mode;
  widget_class->measure = sl_wrap_box_measure;
  widget_class->size_allocate = sl_wrap_box_size_allocate;
}

static void
sl_wrap_box_init (SlWrapBox *self)
{
}

GtkWidget *
sl_wrap_box_new (void)
{
  return g_object_new (SL_TYPE_WRAP_BOX, NULL);
}

void
sl_wrap_box_append (SlWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (SL_IS_WRAP_BOX (self) && GTK_IS_WIDGET (child));
  gtk_widget_insert_before (child, GTK_WIDGET (self), self->end);
}

void
sl_wrap_box_set_end (SlWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (SL_IS_WRAP_BOX (self) && GTK_IS_WIDGET (child));
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
  self->end = child;
}
