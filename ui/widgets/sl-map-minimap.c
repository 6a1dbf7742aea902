/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-map-minimap-private.h"

#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

#define PAD 6.0
#define STRETCH 8.0

struct _SlMapMinimap
{
  GtkWidget parent_instance;
  const SlMapDrawing *drawing;
  const SlMapStyle *style;
  double x, y, width, height;
  GskRenderNode *cards;    /* as last painted, or NULL */
  guint palette;
  int wide, high;          /* for that */
};

static guint picked;

G_DEFINE_FINAL_TYPE (SlMapMinimap, sl_map_minimap, GTK_TYPE_WIDGET)

/* How the drawing lies in it: pixels for a length across and down, and its top left corner. */
typedef struct
{
  double across, down, left, top;
} Fit;

/* A long column would be a line, so that one way is stretched, within reason. */
static Fit
find_fit (SlMapMinimap *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  Fit fit = { .across = (width - 2 * PAD) / self->drawing->width, .down = (height - 2 * PAD) / self->drawing->height };

  fit.across = MIN (fit.across, STRETCH * fit.down);
  fit.down = MIN (fit.down, STRETCH * fit.across);
  fit.left = (width - self->drawing->width * fit.across) / 2;
  fit.top = (height - self->drawing->height * fit.down) / 2;
  return fit;
}

static void
paint_cards (SlMapMinimap *self, cairo_t *cr, const Fit *fit)
{
  const SlRgb *bands = sl_palette_bands (self->style->palette);

  for (guint i = 0; i < self->drawing->n_cards; i++)
    {
      const SlMapCard *card = &self->drawing->cards[i];
      const SlMapOverlay *overlay = self->style->overlay;
      const SlRgb *colour = overlay != NULL ? sl_map_tone_colour (&overlay->entries[overlay->cards[i].entry].tone, self->style->palette)
                                            : &bands[card->column];

      cairo_set_source_rgba (cr, colour->r, colour->g, colour->b, self->style->lit == NULL || self->style->lit[i] ? 1 : 0.3);
      cairo_rectangle (cr, card->x - SL_MAP_CARD_WIDTH / 2, card->y - card->height / 2, MAX (SL_MAP_CARD_WIDTH, 1 / fit->across),
                       MAX (card->height, 1 / fit->down));
      cairo_fill (cr);
    }
}

/* Around what is seen; inside the minimap also where more is seen than there is. */
static void
paint_frame (SlMapMinimap *self, cairo_t *cr, const Fit *fit)
{
  const SlPalette *palette = sl_palette_get (self->style->palette);
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double x1 = fit->left + (self->x - self->drawing->left) * fit->across;
  double y1 = fit->top + (self->y - self->drawing->top) * fit->down;
  double x2 = x1 + self->width * fit->across, y2 = y1 + self->height * fit->down;

  x1 = CLAMP (x1, 1, width - 1);
  x2 = CLAMP (x2, 1, width - 1);
  y1 = CLAMP (y1, 1, height - 1);
  y2 = CLAMP (y2, 1, height - 1);
  cairo_rectangle (cr, x1, y1, x2 - x1, y2 - y1);
  cairo_set_source_rgb (cr, palette->text.r, palette->text.g, palette->text.b);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

/* Painted once for many frames: there may be thousands. */
static void
snapshot_cards (SlMapMinimap *self, GtkSnapshot *snapshot, const Fit *fit)
{
  const SlPalette *palette = sl_palette_get (self->style->palette);
  cairo_t *cr;

  if (self->cards != NULL && self->palette == self->style->palette && self->wide == gtk_widget_get_width (GTK_WIDGET (self))
      && self->high == gtk_widget_get_height (GTK_WIDGET (self)))
    {
      gtk_snapshot_append_node (snapshot, self->cards);
      return;
    }
  g_clear_pointer (&self->cards, gsk_render_node_unref);
  self->palette = self->style->palette;
  self->wide = gtk_widget_get_width (GTK_WIDGET (self));
  self->high = gtk_widget_get_height (GTK_WIDGET (self));
  self->cards = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) self->wide, (float) self->high));
  cr = gsk_cairo_node_get_draw_context (self->cards);
  cairo_set_source_rgba (cr, palette->background.r, palette->background.g, palette->background.b, 0.92);
  cairo_paint (cr);
  cairo_translate (cr, fit->left, fit->top);
  cairo_scale (cr, fit->across, fit->down);
  cairo_translate (cr, -self->drawing->left, -self->drawing->top);
  paint_cards (self, cr, fit);
  cairo_destroy (cr);
  gtk_snapshot_append_node (snapshot, self->cards);
}

static void
sl_map_minimap_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlMapMinimap *self = SL_MAP_MINIMAP (widget);
  const graphene_rect_t all
      = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  cairo_t *cr;
  Fit fit;

  if (self->drawing == NULL || self->drawing->n_cards == 0)
    return;
  fit = find_fit (self);
  gtk_snapshot_push_clip (snapshot, &all);
  snapshot_cards (self, snapshot, &fit);
  cr = gtk_snapshot_append_cairo (snapshot, &all);
  paint_frame (self, cr, &fit);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

static void
sl_map_minimap_dispose (GObject *object)
{
  g_clear_pointer (&SL_MAP_MINIMAP (object)->cards, gsk_render_node_unref);
  G_OBJECT_CLASS (sl_map_minimap_parent_class)->dispose (object);
}

static void
pick (SlMapMinimap *self, double px, double py)
{
  Fit fit;

  if (self->drawing == NULL || self->drawing->n_cards == 0)
    return;
  fit = find_fit (self);
  g_signal_emit (self, picked, 0, self->drawing->left + (px - fit.left) / fit.across,
                 self->drawing->top + (py - fit.top) / fit.down);
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
  G_OBJECT_CLASS (klass)->dispose = sl_map_minimap_dispose;
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

void
sl_map_minimap_changed (SlMapMinimap *self)
{
  g_clear_pointer (&self->cards, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
