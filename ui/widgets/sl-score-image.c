/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-score-image.h"

#include "ui/sl-compat.h"

#define HEIGHT 124
#define WIDTH_MIN 240
#define WIDTH_NATURAL 300
#define WIDTH_MAX 560 /* wider, steps only move apart */

struct _SlScoreImage
{
  GtkWidget parent_instance;
  SlScoreLine *line; /* NULL: nothing yet */
  gboolean blue_orange;
};

G_DEFINE_FINAL_TYPE (SlScoreImage, sl_score_image, GTK_TYPE_WIDGET)

static void
sl_score_image_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlScoreImage *self = SL_SCORE_IMAGE (widget);
  AdwStyleManager *style = adw_style_manager_get_default ();
  guint palette = (adw_style_manager_get_dark (style) ? SL_PALETTE_DARK : 0)
                  | (adw_style_manager_get_high_contrast (style) ? SL_PALETTE_HIGH_CONTRAST : 0)
                  | (self->blue_orange ? SL_PALETTE_BLUE_ORANGE : 0);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->line == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  sl_score_line_paint (self->line, MIN (width, WIDTH_MAX), height, cr, palette);
  cairo_destroy (cr);
}

static void
sl_score_image_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_MIN : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_NATURAL : HEIGHT;
}

static void
sl_score_image_finalize (GObject *object)
{
  g_clear_pointer (&SL_SCORE_IMAGE (object)->line, sl_score_line_free);
  G_OBJECT_CLASS (sl_score_image_parent_class)->finalize (object);
}

static void
sl_score_image_class_init (SlScoreImageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_score_image_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = sl_score_image_snapshot;
  GTK_WIDGET_CLASS (klass)->measure = sl_score_image_measure;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sl_score_image_init (SlScoreImage *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
sl_score_image_new (void)
{
  return g_object_new (SL_TYPE_SCORE_IMAGE, NULL);
}

void
sl_score_image_set (SlScoreImage *self, SlScoreLine *line)
{
  g_autofree char *title = NULL, *alternative = NULL, *name = NULL;
  guint n;

  g_return_if_fail (SL_IS_SCORE_IMAGE (self) && line != NULL);
  g_clear_pointer (&self->line, sl_score_line_free);
  self->line = line;
  sl_score_line_steps (line, &n);
  title = sl_score_line_dup_title (line);
  alternative = sl_score_line_dup_alternative (line);
  name = g_strdup_printf ("%s. %s", title, alternative);
  sl_name_widget (GTK_WIDGET (self), name);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sl_score_image_set_blue_orange (SlScoreImage *self, gboolean blue_orange)
{
  g_return_if_fail (SL_IS_SCORE_IMAGE (self));
  self->blue_orange = blue_orange;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
