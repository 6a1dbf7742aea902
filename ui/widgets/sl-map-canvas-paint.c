/* Painting the map: links beneath the cards, what is being dragged above them, the titles of the columns above all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/widgets/sl-map-canvas-private.h"
#include "ui/widgets/sl-map-card-private.h"
#include "ui/widgets/sl-map-link-private.h"

#include <math.h>

/* Beneath what floats above the map. */
static gboolean
is_of_map (GtkWidget *child)
{
  return SL_IS_MAP_CARD_WIDGET (child) || SL_IS_MAP_LINK_WIDGET (child);
}

static void
snapshot_children (GtkWidget *widget, GtkSnapshot *snapshot, gboolean of_map)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_of_map (child) == of_map && !GTK_IS_NATIVE (child))
      gtk_widget_snapshot_child (widget, child, snapshot);
}

static void
set_colour (cairo_t *cr, const SlRgb *colour, double alpha)
{
  cairo_set_source_rgba (cr, colour->r, colour->g, colour->b, alpha);
}

/* A ring at each side of the card under the pointer, from which links are drawn. */
static void
paint_handles (SlMapCanvas *self, cairo_t *cr, const SlPalette *palette, int number)
{
  const SlMapCard *card = &self->drawing->cards[number];

  for (int side = -1; side <= 1; side += 2)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, (card->x + side * SL_MAP_CARD_WIDTH / 2 - self->x) * self->scale, (card->y - self->y) * self->scale,
                 SL_MAP_HANDLE - 2, 0, 2 * G_PI);
      set_colour (cr, &palette->background, 1);
      cairo_fill_preserve (cr);
      set_colour (cr, &palette->text, 1);
      cairo_set_line_width (cr, 1.5);
      cairo_stroke (cr);
    }
}

/* From the card to the one aimed at, or to the pointer. */
static void
paint_linking (SlMapCanvas *self, cairo_t *cr, const SlPalette *palette)
{
  const SlMapCard *from = &self->drawing->cards[sl_map_drawing_find (self->drawing, self->linking.card)];
  int side = self->linking.onwards ? 1 : -1;
  double x1 = (from->x + side * SL_MAP_CARD_WIDTH / 2 - self->x) * self->scale, y1 = (from->y - self->y) * self->scale;
  double x2 = self->pointer_x, y2 = self->pointer_y, bulge = 0;
  gboolean open = self->linking.at >= 0 && self->linking.open[self->linking.at];
  static const double dashes[] = { 3, 4 };

  if (self->linking.at >= 0)
    {
      const SlMapCard *to = &self->drawing->cards[self->linking.at];

      /* In the column it stays on its side. */
      bulge = to->column == from->column ? side * 40 : 0;
      x2 = (to->x + (bulge != 0 ? side : -side) * SL_MAP_CARD_WIDTH / 2 - self->x) * self->scale;
      y2 = (to->y - self->y) * self->scale;
    }
  else if (!self->linking.by_pointer)
    return;
  set_colour (cr, &palette->text, 1);
  cairo_set_line_width (cr, 2);
  if (!open)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, x1, y1);
  cairo_curve_to (cr, (x1 + x2) / 2 + bulge, y1, (x1 + x2) / 2 + bulge, y2, x2, y2);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (open)
    {
      cairo_arc (cr, x2, y2, 4, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
paint_band (SlMapCanvas *self, cairo_t *cr, const SlPalette *palette)
{
  double left, top, right, bottom;

  sl_map_canvas_band (self, &left, &top, &right, &bottom);
  cairo_rectangle (cr, (left - self->x) * self->scale, (top - self->y) * self->scale, (right - left) * self->scale,
                   (bottom - top) * self->scale);
  set_colour (cr, &palette->selected, 0.4);
  cairo_fill_preserve (cr);
  set_colour (cr, &palette->text, 1);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/* The outline of the card dragged, where it would stand. */
static void
paint_ghost (SlMapCanvas *self, cairo_t *cr, const SlPalette *palette)
{
  const SlMapCard *card = &self->drawing->cards[self->style.selected];
  double x, y, centre = self->drawing->columns[sl_map_canvas_drag_column (self)];

  sl_map_canvas_to_map (self, self->pointer_x, self->pointer_y, &x, &y);
  cairo_rectangle (cr, (centre - SL_MAP_CARD_WIDTH / 2 - self->x) * self->scale,
                   (card->y + y - self->drag_y - card->height / 2 - self->y) * self->scale, SL_MAP_CARD_WIDTH * self->scale,
                   card->height * self->scale);
  set_colour (cr, &palette->selected, 0.7);
  cairo_fill_preserve (cr);
  set_colour (cr, &palette->text, 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
paint_above (SlMapCanvas *self, cairo_t *cr, const SlPalette *palette)
{
  gboolean quiet = self->drag == SL_MAP_DRAG_NONE && self->entry == NULL && !sl_map_canvas_is_linking (self) && self->scale >= SL_MAP_READABLE;

  if (quiet && self->hovered >= 0 && self->hovered < (int) self->drawing->n_cards)
    paint_handles (self, cr, palette, self->hovered);
  if (sl_map_canvas_is_linking (self))
    paint_linking (self, cr, palette);
  if (self->drag == SL_MAP_DRAG_BAND && self->dragged)
    paint_band (self, cr, palette);
  if (self->drag == SL_MAP_DRAG_CARD && self->dragged && self->style.selected >= 0)
    paint_ghost (self, cr, palette);
}

/* The titles of the columns float above. */
static void
paint_heads (SlMapCanvas *self, cairo_t *cr, const SlPalette *palette)
{
  set_colour (cr, &palette->background, 0.9);
  cairo_paint (cr);
  sl_map_paint_heads (self->drawing, cr, self->x, self->scale, self->width, &self->style);
}

void
sl_map_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlMapCanvas *self = SL_MAP_CANVAS (widget);
  const SlPalette *palette = sl_palette_get (self->style.palette);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->drawing == NULL)
    return;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  sl_map_canvas_snapshot_tiles (self, snapshot);
  snapshot_children (widget, snapshot, TRUE);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  paint_above (self, cr, palette);
  cairo_destroy (cr);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, (float) SL_MAP_HEAD_FLOAT));
  paint_heads (self, cr, palette);
  cairo_destroy (cr);
  snapshot_children (widget, snapshot, FALSE);
  gtk_snapshot_pop (snapshot);
}
