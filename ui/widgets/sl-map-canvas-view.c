/* Where one looks: moved, enlarged, and which cards are widgets there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/sl-compat.h"
#include "ui/widgets/sl-map-canvas-private.h"
#include "ui/widgets/sl-map-card-private.h"
#include "ui/widgets/sl-map-minimap-private.h"

#include <math.h>

#define SCALE_MIN 0.02
#define SCALE_MAX 3.0
#define HEAD_BUTTON 26       /* px: the button that adds to a column */
#define HEAD_ROOM 90.0       /* px a column takes at least for its button to be shown */
#define MINIMAP_WIDTH 180
#define MINIMAP_HEIGHT 120

/* --- Cards in sight ----------------------------------------------------------------------------------------------- */

gboolean
sl_map_canvas_in_sight (SlMapCanvas *self, const SlMapCard *card)
{
  double left = (card->x - SL_MAP_CARD_WIDTH / 2 - self->x) * self->scale, top = (card->y - card->height / 2 - self->y) * self->scale;

  return left < self->width && left + SL_MAP_CARD_WIDTH * self->scale > 0
         && top < self->height && top + card->height * self->scale > 0;
}

static GtkWidget *
card_widget (SlMapCanvas *self, const SlMapCard *card)
{
  GtkWidget *widget = g_hash_table_lookup (self->cards, &card->uid);

  if (widget == NULL)
    {
      widget = sl_map_card_widget_new (card->uid);
      /* Before what lies above the cards. */
      gtk_widget_insert_before (widget, GTK_WIDGET (self), self->heads[0]);
      g_hash_table_insert (self->cards, g_memdup2 (&card->uid, sizeof (SlUid)), widget);
    }
  return widget;
}

/* Near by, cards in sight are widgets; from afar only the one chosen and the one aimed at, so that the focus has a place. */
static gboolean
wants_widget (SlMapCanvas *self, guint number)
{
  const SlMapCard *card = &self->drawing->cards[number];

  return card->uid == self->selected || self->linking.at == (int) number
         || (self->scale >= SL_MAP_READABLE && sl_map_canvas_in_sight (self, card));
}

static gboolean
is_stale (gpointer key, gpointer widget, gpointer data)
{
  SlMapCanvas *self = data;
  int number = self->drawing != NULL ? sl_map_drawing_find (self->drawing, *(SlUid *) key) : -1;

  if (number >= 0 && wants_widget (self, (guint) number))
    return FALSE;
  gtk_widget_unparent (widget);
  return TRUE;
}

static void
show_minimap (SlMapCanvas *self)
{
  const SlMapDrawing *drawing = self->drawing;
  gboolean exceeds = drawing != NULL && drawing->n_cards > 0
                     && (drawing->width * self->scale > gtk_widget_get_width (GTK_WIDGET (self))
                         || drawing->height * self->scale > gtk_widget_get_height (GTK_WIDGET (self)));

  gtk_widget_set_child_visible (self->minimap, exceeds);
  sl_map_minimap_show (SL_MAP_MINIMAP (self->minimap), drawing, &self->style, self->x, self->y,
                       gtk_widget_get_width (GTK_WIDGET (self)) / self->scale,
                       gtk_widget_get_height (GTK_WIDGET (self)) / self->scale);
}

/* @anew: those that stay in sight may look otherwise too; else they are only moved. */
static void
follow_view (SlMapCanvas *self, gboolean anew)
{
  g_hash_table_foreach_remove (self->cards, is_stale, self);
  for (guint i = 0; self->drawing != NULL && i < self->drawing->n_cards; i++)
    if (wants_widget (self, i) && (anew || !g_hash_table_contains (self->cards, &self->drawing->cards[i].uid)))
      {
        gboolean has_focus = self->style.selected == (int) i && !sl_map_canvas_is_linking (self);
        g_autofree char *words = has_focus ? sl_map_canvas_dup_neighbours (self, i) : sl_map_canvas_dup_link_words (self, i);

        self->n_cards_shown++;
        sl_map_card_widget_show (SL_MAP_CARD_WIDGET (card_widget (self, &self->drawing->cards[i])), self->drawing, i,
                                 self->scale, &self->style, words);
      }
  sl_map_canvas_relate_soon (self);
  show_minimap (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sl_map_canvas_refresh_cards (SlMapCanvas *self)
{
  sl_map_canvas_forget_tiles (self);
  follow_view (self, TRUE);
}

/* --- Where one looks ---------------------------------------------------------------------------------------------- */

void
sl_map_canvas_look_at (SlMapCanvas *self, double x, double y, double scale)
{
  const SlMapDrawing *drawing = self->drawing;
  double width = self->width / scale, height = self->height / scale;

  if (drawing == NULL)
    return;
  self->untouched = FALSE;
  /* Something of the map stays in sight. */
  self->x = CLAMP (x, drawing->left - width * 0.9, drawing->left + drawing->width - width * 0.1);
  self->y = CLAMP (y, drawing->top - height * 0.9, drawing->top + drawing->height - height * 0.1);
  if (scale == self->scale)
    {
      follow_view (self, FALSE);
      return;
    }
  self->scale = scale;
  sl_map_canvas_emit (self, SL_MAP_SIGNAL_ZOOMED);
  sl_map_canvas_refresh_cards (self);
}

void
sl_map_canvas_zoom_at (SlMapCanvas *self, double factor, double px, double py)
{
  double scale = CLAMP (self->scale * factor, SCALE_MIN, SCALE_MAX);

  sl_map_canvas_look_at (self, self->x + px / self->scale - px / scale, self->y + py / self->scale - py / scale, scale);
}

void
sl_map_canvas_to_map (SlMapCanvas *self, double px, double py, double *x, double *y)
{
  *x = self->x + px / self->scale;
  *y = self->y + py / self->scale;
}

double
sl_map_canvas_scale (SlMapCanvas *self)
{
  g_return_val_if_fail (SL_IS_MAP_CANVAS (self), 1);
  return self->scale;
}

void
sl_map_canvas_zoom (SlMapCanvas *self, double factor)
{
  double x, y;
  int number;

  g_return_if_fail (SL_IS_MAP_CANVAS (self));
  x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
  number = self->style.selected;
  if (number >= 0 && sl_map_canvas_in_sight (self, &self->drawing->cards[number]))
    {
      x = (self->drawing->cards[number].x - self->x) * self->scale;
      y = (self->drawing->cards[number].y - self->y) * self->scale;
    }
  sl_map_canvas_zoom_at (self, factor, x, y);
}

/* As large as the box can be seen, 100 % at most. */
static void
fit_box (SlMapCanvas *self, double left, double top, double box_width, double box_height)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double scale;

  height -= sl_map_canvas_legend_room (self);
  scale = MIN ((width - 2 * SL_MAP_MARGIN) / box_width, (height - 2 * SL_MAP_MARGIN) / box_height);
  scale = CLAMP (scale, SCALE_MIN, 1.0);
  sl_map_canvas_look_at (self, left - (width / scale - box_width) / 2,
                         top - MAX (SL_MAP_MARGIN / scale, (height / scale - box_height) / 2), scale);
}

void
sl_map_canvas_fit (SlMapCanvas *self)
{
  double spare;

  g_return_if_fail (SL_IS_MAP_CANVAS (self));
  if (self->drawing == NULL || self->drawing->n_cards == 0 || gtk_widget_get_width (GTK_WIDGET (self)) <= 0
      || gtk_widget_get_height (GTK_WIDGET (self)) <= 0)
    return;
  /* The title of the last column may be wider than its cards. */
  spare = SL_MAP_HEAD_SPARE * self->drawing->width / MAX (1, gtk_widget_get_width (GTK_WIDGET (self)));
  fit_box (self, self->drawing->left, self->drawing->top, self->drawing->width + spare, self->drawing->height);
}

void
sl_map_canvas_begin_view (SlMapCanvas *self)
{
  const SlMapDrawing *drawing = self->drawing;
  double scale, top;

  sl_map_canvas_fit (self);
  if (drawing != NULL && drawing->n_cards > 0 && self->scale < SL_MAP_READABLE)
    {
      scale = CLAMP ((self->width - 2 * SL_MAP_MARGIN - SL_MAP_HEAD_SPARE) / drawing->width, SL_MAP_READABLE, 1);
      /* The first cards right beneath the titles that float above, or in the middle where there is more room. */
      top = MAX ((SL_MAP_HEAD_FLOAT + SL_MAP_MARGIN) / scale - SL_MAP_HEAD, (self->height / scale - drawing->height) / 2);
      sl_map_canvas_look_at (self, drawing->left - SL_MAP_MARGIN, drawing->top - top, scale);
    }
  self->untouched = TRUE;
}

void
sl_map_canvas_zoom_to_chosen (SlMapCanvas *self)
{
  double left = HUGE_VAL, top = HUGE_VAL, right = -HUGE_VAL, bottom = -HUGE_VAL;
  const SlMapDrawing *drawing;

  g_return_if_fail (SL_IS_MAP_CANVAS (self));
  drawing = self->drawing;
  for (guint i = 0; drawing != NULL && i < drawing->n_cards; i++)
    if (self->chosen != NULL && self->chosen[i])
      {
        left = MIN (left, drawing->cards[i].x - SL_MAP_CARD_WIDTH / 2);
        right = MAX (right, drawing->cards[i].x + SL_MAP_CARD_WIDTH / 2);
        top = MIN (top, drawing->cards[i].y - drawing->cards[i].height / 2 - SL_MAP_HEAD);
        bottom = MAX (bottom, drawing->cards[i].y + drawing->cards[i].height / 2);
      }
  if (left < right)
    fit_box (self, left, top, right - left, bottom - top);
}

void
sl_map_canvas_show_box (SlMapCanvas *self, double left, double top, double right, double bottom)
{
  double width = self->width / self->scale, height = self->height / self->scale;
  double x = self->x, y = self->y, behind = sl_map_canvas_legend_room (self);

  x = MIN (MAX (x, right + SL_MAP_MARGIN - width), left - SL_MAP_MARGIN);
  /* Not behind what floats above. */
  if (gtk_widget_get_child_visible (self->minimap)
      && (right - x) * self->scale > self->width - gtk_widget_get_width (self->minimap) - SL_MAP_MARGIN)
    behind = MAX (behind, gtk_widget_get_height (self->minimap) + SL_MAP_MARGIN);
  height -= behind / self->scale;
  y = MIN (MAX (y, bottom + SL_MAP_MARGIN - height), top - SL_MAP_MARGIN - SL_MAP_HEAD / self->scale);
  if (x != self->x || y != self->y)
    sl_map_canvas_look_at (self, x, y, self->scale);
}

void
sl_map_canvas_show_card (SlMapCanvas *self, const SlMapCard *card)
{
  if (self->still)
    return;
  sl_map_canvas_show_box (self, card->x - SL_MAP_CARD_WIDTH / 2, card->y - card->height / 2, card->x + SL_MAP_CARD_WIDTH / 2,
                          card->y + card->height / 2);
}

/* --- Columns ------------------------------------------------------------------------------------------------------ */

/* The next column that has cards, from @column on by @way; -1: none. */
static int
find_column (SlMapCanvas *self, guint column, int way)
{
  for (int c = (int) column; self->drawing != NULL && c >= 0 && c < SL_MAP_COLUMNS; c += way)
    if (!isnan (self->drawing->columns[c]))
      return c;
  return -1;
}

double
sl_map_canvas_column_x (SlMapCanvas *self, guint column)
{
  const double pitch = SL_MAP_CARD_WIDTH + SL_LAYOUT_COLUMN_GAP;
  int left = find_column (self, column, -1), right = find_column (self, column, 1);

  /* One without cards comes between its neighbours, or beside the outermost. */
  if (left >= 0 && right >= 0)
    return (self->drawing->columns[left] + self->drawing->columns[right]) / 2;
  if (left >= 0)
    return self->drawing->columns[left] + pitch * ((int) column - left);
  if (right >= 0)
    return self->drawing->columns[right] - pitch * (right - (int) column);
  return self->x + gtk_widget_get_width (GTK_WIDGET (self)) / self->scale * (column + 0.5) / SL_MAP_COLUMNS;
}

/* Each behind its title. */
static void
place_heads (SlMapCanvas *self, int width)
{
  double pitch = (SL_MAP_CARD_WIDTH + SL_LAYOUT_COLUMN_GAP) * self->scale;

  for (guint c = 0; c < SL_MAP_COLUMNS; c++)
    {
      gboolean there = self->drawing != NULL && !isnan (self->drawing->columns[c]);
      double left = there ? (self->drawing->columns[c] - SL_MAP_CARD_WIDTH / 2 - self->x) * self->scale : 0;
      double at = MIN (left + self->head_widths[c] + 2, MIN (left + pitch, width) - SL_MAP_HEAD_SPARE + 2);
      gboolean shown = there && pitch >= HEAD_ROOM && at > left && at + HEAD_BUTTON > 0 && left < width;

      gtk_widget_set_child_visible (self->heads[c], shown);
      gtk_widget_measure (self->heads[c], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      if (shown)
        gtk_widget_allocate (self->heads[c], HEAD_BUTTON, HEAD_BUTTON, -1,
                             gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) round (at), 2)));
    }
}

/* --- Size --------------------------------------------------------------------------------------------------------- */

/* Cards come into sight or leave it when the size changes; they may not be made while it is given. */
static gboolean
on_resized (gpointer data)
{
  SlMapCanvas *self = data;

  self->resized = 0;
  if (!self->placed)
    {
      self->placed = TRUE;
      sl_map_canvas_begin_view (self);
    }
  else
    sl_map_canvas_refresh_cards (self);
  /* The details that come beside the map leave the card in sight that they are about. */
  if (self->style.trace != NULL)
    sl_map_canvas_show_trace (self);
  else if (self->style.selected >= 0)
    sl_map_canvas_show_card (self, &self->drawing->cards[self->style.selected]);
  return G_SOURCE_REMOVE;
}

static void
place_cards (SlMapCanvas *self)
{
  GHashTableIter iter;
  gpointer uid, child;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &uid, &child))
    {
      const SlMapCard *card = &self->drawing->cards[sl_map_drawing_find (self->drawing, *(SlUid *) uid)];
      graphene_point_t at = GRAPHENE_POINT_INIT ((float) round ((card->x - SL_MAP_CARD_WIDTH / 2 - self->x) * self->scale),
                                                 (float) round ((card->y - card->height / 2 - self->y) * self->scale));

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_allocate (child, (int) ceil (SL_MAP_CARD_WIDTH * self->scale), (int) ceil (card->height * self->scale), -1,
                           gsk_transform_translate (NULL, &at));
    }
}

static void
place_minimap (SlMapCanvas *self, int width, int height)
{
  int wide = MIN (MINIMAP_WIDTH, width / 3), high = wide * MINIMAP_HEIGHT / MINIMAP_WIDTH;
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) (width - wide - 12), (float) (height - high - 12));

  gtk_widget_measure (self->minimap, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  if (gtk_widget_get_child_visible (self->minimap))
    gtk_widget_allocate (self->minimap, wide, high, -1, gsk_transform_translate (NULL, &at));
}

/* In the middle of the link. */
static void
place_link_widget (SlMapCanvas *self)
{
  int link = self->link_widget != NULL ? sl_map_drawing_find_link (self->drawing, self->link) : -1;
  const int size = 16;

  if (link >= 0)
    {
      const SlMapLink *one = &self->drawing->links[link];
      const SlLayoutPoint *b = &self->drawing->points[one->first_point + one->n_points / 2], *a = b - 1;
      graphene_point_t at = GRAPHENE_POINT_INIT ((float) round (((a->x + b->x) / 2 - self->x) * self->scale - size / 2),
                                                 (float) round (((a->y + b->y) / 2 - self->y) * self->scale - size / 2));

      gtk_widget_measure (self->link_widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_allocate (self->link_widget, size, size, -1, gsk_transform_translate (NULL, &at));
    }
}

void
sl_map_canvas_allocate (SlMapCanvas *self, int width, int height)
{
  if ((width != self->width || height != self->height) && self->resized == 0)
    self->resized = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, on_resized, self, NULL);
  self->width = width;
  self->height = height;
  place_cards (self);
  place_heads (self, width);
  place_minimap (self, width, height);
  sl_map_canvas_place_legend (self);
  place_link_widget (self);
  sl_map_canvas_place_entry (self);
  sl_map_canvas_place_note (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}
