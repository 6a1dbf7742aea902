/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-wrap-box.h"

#define GAP 6

struct _SlWrapBox
{
  GtkWidget parent_instance;
  GtkWidget *end; /* or NULL */
  gboolean squeeze;
};

G_DEFINE_FINAL_TYPE (SlWrapBox, sl_wrap_box, GTK_TYPE_WIDGET)

static int
natural (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int least, size;

  gtk_widget_measure (child, orientation, for_size, &least, &size, NULL, NULL);
  return size;
}

static int
least (GtkWidget *child)
{
  int size;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &size, NULL, NULL, NULL);
  return size;
}

typedef struct
{
  GtkWidget *child;
  int x, width, height;
} Place;

/* In the middle of their line. */
static void
allocate_line (SlWrapBox *self, GArray *line, int width, int y, int height)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  for (guint i = 0; i < line->len; i++)
    {
      const Place *place = &g_array_index (line, Place, i);

      gtk_widget_size_allocate (place->child, &(GtkAllocation){ mirrored ? width - place->x - place->width : place->x,
                                                                y + (height - place->height) / 2, place->width, place->height }, -1);
    }
  g_array_set_size (line, 0);
}

/* How much more than they must have all of them can be given in one line of @width; -1: they do not fit, or are not to be
 * squeezed. */
static int
find_spare (SlWrapBox *self, int width)
{
  int together = -GAP;

  if (!self->squeeze)
    return -1;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      together += least (child) + GAP;
  return MAX (-1, width - together);
}

/* Lays out in @width, and allocates when @allocate. Returns the height. */
static int
lay_out (SlWrapBox *self, int width, gboolean allocate)
{
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (Place));
  int x = 0, y = 0, height = 0, spare = find_spare (self, width);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      Place place = { child };

      if (!gtk_widget_should_layout (child))
        continue;
      place.width = MIN (natural (child, GTK_ORIENTATION_HORIZONTAL, -1), spare >= 0 ? least (child) + spare : width);
      if (spare >= 0)
        spare -= place.width - least (child);
      place.height = natural (child, GTK_ORIENTATION_VERTICAL, place.width);
      if (x > 0 && x + place.width > width)
        {
          if (allocate)
            allocate_line (self, line, width, y, height);
          y += height + GAP;
          x = height = 0;
        }
      place.x = child == self->end ? width - place.width : x;
      if (allocate)
        g_array_append_val (line, place);
      x = place.x + place.width + GAP;
      height = MAX (height, place.height);
    }
  if (allocate)
    allocate_line (self, line, width, y, height);
  return y + height;
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
sl_wrap_box_set_squeeze (SlWrapBox *self, gboolean squeeze)
{
  g_return_if_fail (SL_IS_WRAP_BOX (self));
  self->squeeze = squeeze;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
sl_wrap_box_set_end (SlWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (SL_IS_WRAP_BOX (self) && GTK_IS_WIDGET (child));
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
  self->end = child;
}
