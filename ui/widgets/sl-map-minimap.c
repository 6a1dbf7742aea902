/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-map-minimap-private.h"

#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

#define PAD 6.0

struct _SlMapMinimap
{
  GtkWidget parent_instance;
  const SlMapDrawing *drawing;
  const SlMapStyle *style;
  double x, y, width, height;
};

static guint picked;

G_DEFINE_FINAL_TYPE (SlMapMinimap, sl_map_minimap, GTK_TYPE_WIDGET)

/* Pixels for a length of the drawing, and where its top left corner is. */
static double
find_scale (SlMapMinimap *self, double *left, double *top)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double scale = MIN ((width - 2 * PAD) / self->drawing->width, (height - 2 * PAD) / self->drawing->height);

  *left = (width - self->drawing->width * scale) / 2;
  *top = (height - self->drawing->height * scale) / 2;
  return scale;
}

static void
paint_cards (SlMapMinimap *self, cairo_t *cr, double scale)
{
  const SlRgb *bands = sl_palette_bands (self->style->palette);

  for (guint i = 0; i < self->drawing->n_cards; i++)
    {
      const SlMapCard *card = &self->drawing->cards[i];
      const SlRgb *colour = &bands[card->column];

      cairo_set_source_rgba (cr, colour->r, colour->g, colour->b, self->style->lit == NULL || self->style->lit[i] ? 1 : 0.3);
      cairo_rectangle (cr, card->x - SL_MAP_CARD_WIDTH / 2, card->y - card->height / 2, MAX (SL_MAP_CARD_WIDTH, 1 / scale),
                       MAX (card->height, 1 / scale));
      cairo_fill (cr);
    }
}

/* Around what is seen; inside the minimap also where more is seen than there is. */
static void
paint_frame (SlMapMinimap *self, cairo_t *cr, double left, double top, double scale)
{
  const SlPalette *palette = sl_palette_get (self->style->palette);
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double x1 = left + (self->x - self->drawing->left) * scale, y1 = top + (self->y - self->drawing->top) * scale;
  double x2 = x1 + self->width * scale, y2 = y1 + self->height * scale;

  x1 = CLAMP (x1, 1, width - 1);
  x2 = CLAMP (x2, 1, width - 1);
  y1 = CLAMP (y1, 1, height - 1);
  y2 = CLAMP (y2, 1, height - 1);
  cairo_rectangle (cr, x1, y1, x2 - x1, y2 - y1);
  cairo_set_source_rgb (cr, palette->text.r, palette->text.g, palette->text.b);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static void
sl_map_minimap_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlMapMinimap *self = SL_MAP_MINIMAP (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  const SlPalette *palette;
  double left, top, scale;
  cairo_t *cr;

  if (self->drawing == NULL || self->drawing->n_cards == 0)
    return;
  palette = sl_palette_get (self->style->palette);
  scale = find_scale (self, &left, &top);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_set_source_rgba (cr, palette->background.r, palette->background.g, palette->background.b, 0.92);
  cairo_paint (cr);
  cairo_save (cr);
  cairo_translate (cr, left, top);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -self->drawing->left, -self->drawing->top);
  paint_cards (self, cr, scale);
  cairo_restore (cr);
  paint_frame (self, cr, left, top, scale);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

static void
pick (SlMapMinimap *self, double px, double py)
{
  double left, top, scale;

  if (self->drawing == NULL || self->drawing->n_cards == 0)
    return;
  scale = find_scale (self, &left, &top);
  g_signal_emit (self, picked, 0, self->drawing->left + (px - left) / scale, self->drawing->top + (py - top) / scale);
}

static void
on_drag_begin (SlMapMinimap *self, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  pick (self, x, y);
}

static void
on_drag (SlMapMinimap *self, double dx, double dy, GtkGestureDrag *gesture)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  pick (self, x + dx, y + dy);
}

static void
sl_map_minimap_class_init (SlMapMinimapClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = sl_map_minimap_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "minimap");
  picked = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                         G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
sl_map_minimap_init (SlMapMinimap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

GtkWidget *
sl_map_minimap_new (void)
{
  return g_object_new (SL_TYPE_MAP_MINIMAP, NULL);
}

void
sl_map_minimap_show (SlMapMinimap *self, const SlMapDrawing *drawing, const SlMapStyle *style, double x, double y, double width,
                     double height)
{
  self->drawing = drawing;
  self->style = style;
  self->x = x;
  self->y = y;
  self->width = width;
  self->height = height;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
