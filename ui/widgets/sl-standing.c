/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-standing.h"

#include "ui/widgets/sl-glyph-image.h"

/* In characters; a value takes more where there is more. */
#define CAPTION_WIDTH 10
#define VALUE_WIDTH 14

/* A line: a button whose popover says why. */
typedef struct
{
  int topic;
  const char *title;
  GtkWidget *button, *glyph, *value;
} Line;

struct _SlStanding
{
  GtkWidget parent_instance;
  SlWhyFunc explain;
  gpointer data;
  GArray *lines; /* of Line */
};

G_DEFINE_FINAL_TYPE (SlStanding, sl_standing, GTK_TYPE_WIDGET)

static void
sl_standing_dispose (GObject *object)
{
  SlStanding *self = SL_STANDING (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->lines, g_array_unref);
  G_OBJECT_CLASS (sl_standing_parent_class)->dispose (object);
}

static void
sl_standing_class_init (SlStandingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_standing_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
sl_standing_init (SlStanding *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
}

GtkWidget *
sl_standing_new (SlWhyFunc explain, gpointer data)
{
  SlStanding *self = g_object_new (SL_TYPE_STANDING, NULL);

  self->explain = explain;
  self->data = data;
  return GTK_WIDGET (self);
}

void
sl_standing_add (SlStanding *self, int topic, const char *title)
{
  Line line = { .topic = topic, .title = title };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *caption = gtk_label_new (title);

  g_return_if_fail (SL_IS_STANDING (self));
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_width_chars (GTK_LABEL (caption), CAPTION_WIDTH);
  gtk_widget_add_css_class (caption, "dim-label");
  line.glyph = sl_glyph_image_new ();
  line.value = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (line.value), 0);
  gtk_label_set_wrap (GTK_LABEL (line.value), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (line.value), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (line.value), VALUE_WIDTH);
  gtk_widget_set_hexpand (line.value, TRUE);
  gtk_widget_add_css_class (line.value, "numeric");
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), line.glyph);
  gtk_box_append (GTK_BOX (box), line.value);
  line.button = sl_why_button_new (box, self->explain, topic, self->data);
  gtk_widget_set_parent (line.button, GTK_WIDGET (self));
  g_array_append_val (self->lines, line);
}

void
sl_standing_set (SlStanding *self, int topic, SlStatus status, const char *text)
{
  g_return_if_fail (SL_IS_STANDING (self));
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);
      g_autofree char *name = NULL;

      if (line->topic != topic)
        continue;
      gtk_widget_set_visible (line->button, text != NULL);
      if (text == NULL)
        return;
      name = g_strdup_printf ("%s: %s", line->title, text);
      sl_glyph_image_set_status (SL_GLYPH_IMAGE (line->glyph), status);
      gtk_label_set_text (GTK_LABEL (line->value), text);
      sl_why_button_set_name (SL_WHY_BUTTON (line->button), name);
    }
}

void
sl_standing_set_blue_orange (SlStanding *self, gboolean blue_orange)
{
  g_return_if_fail (SL_IS_STANDING (self));
  for (guint i = 0; i < self->lines->len; i++)
    sl_glyph_image_set_blue_orange (SL_GLYPH_IMAGE (g_array_index (self->lines, Line, i).glyph), blue_orange);
}
