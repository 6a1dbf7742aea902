/* The pointer on the map: moves what one looks at, chooses, drags cards, links and a band around several.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/widgets/sl-map-canvas-private.h"
#include "ui/widgets/sl-map-card-private.h"
#include "ui/widgets/sl-map-link-private.h"

#include <math.h>

#define WHEEL 60.0  /* pixels a notch moves */
#define TREMBLE 5.0 /* pixels a hand moves that means to click */
#define BADGE_WIDTH 64.0  /* in the drawing: of the place where the badge is, and the level beside it */
#define BADGE_HEIGHT 24.0
#define REACH 6.0   /* pixels from a link at which it is hit */
#define EDGE 24.0   /* pixels from an edge at which what is dragged moves the map */
#define GLIDE 700.0 /* pixels a second it moves then */

static int
card_at (SlMapCanvas *self, double px, double py)
{
  double x, y;

  sl_map_canvas_to_map (self, px, py, &x, &y);
  return self->drawing != NULL ? sl_map_drawing_card_at (self->drawing, x, y) : -1;
}

int
sl_map_canvas_handle_at (SlMapCanvas *self, int number, double px, double py)
{
  const SlMapCard *card;
  double dx, dy;

  if (number < 0 || self->scale < SL_MAP_READABLE)
    return 0;
  card = &self->drawing->cards[number];
  dx = px - (card->x - self->x) * self->scale;
  dy = py - (card->y - self->y) * self->scale;
  if (hypot (dx - SL_MAP_CARD_WIDTH / 2 * self->scale, dy) <= SL_MAP_HANDLE + 3)
    return 1;
  return hypot (dx + SL_MAP_CARD_WIDTH / 2 * self->scale, dy) <= SL_MAP_HANDLE + 3 ? -1 : 0;
}

/* Handles reach beyond their card. */
static int
handle_under (SlMapCanvas *self, double px, double py, int *number)
{
  const int candidates[] = { self->hovered, self->style.selected };

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      int side = sl_map_canvas_handle_at (self, candidates[i], px, py);

      *number = candidates[i];
      if (side != 0)
        return side;
    }
  return 0;
}

/* What lies above the map has clicks of its own. */
static gboolean
is_of_map (SlMapCanvas *self, double px, double py)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), px, py, GTK_PICK_DEFAULT);

  return picked == GTK_WIDGET (self) || SL_IS_MAP_CARD_WIDGET (picked) || SL_IS_MAP_LINK_WIDGET (picked);
}

/* --- Dragging ----------------------------------------------------------------------------------------------------- */

void
sl_map_canvas_band (SlMapCanvas *self, double *left, double *top, double *right, double *bottom)
{
  double x, y;

  sl_map_canvas_to_map (self, self->pointer_x, self->pointer_y, &x, &y);
  *left = MIN (x, self->drag_x);
  *right = MAX (x, self->drag_x);
  *top = MIN (y, self->drag_y);
  *bottom = MAX (y, self->drag_y);
}

guint
sl_map_canvas_drag_column (SlMapCanvas *self)
{
  const SlMapCard *card = &self->drawing->cards[self->style.selected];
  double x, y;
  guint best = card->column;

  sl_map_canvas_to_map (self, self->pointer_x, self->pointer_y, &x, &y);
  x += card->x - self->drag_x;
  for (guint c = 0; c < SL_MAP_COLUMNS; c++)
    if (!isnan (self->drawing->columns[c]) && fabs (self->drawing->columns[c] - x) < fabs (self->drawing->columns[best] - x))
      best = c;
  return best;
}

static void
on_drag_begin (SlMapCanvas *self, double px, double py, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  int number, side = handle_under (self, px, py, &number);

  self->drag = SL_MAP_DRAG_NONE;
  if (!is_of_map (self, px, py))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->pointer_x = px;
  self->pointer_y = py;
  sl_map_canvas_to_map (self, px, py, &self->drag_x, &self->drag_y);
  self->pan_x = self->x;
  self->pan_y = self->y;
  self->dragged = FALSE;
  self->begun = !sl_map_canvas_is_linking (self);
  if (!self->begun)
    self->drag = SL_MAP_DRAG_LINK;
  else if (side != 0)
    self->drag = sl_map_canvas_begin_link (self, self->drawing->cards[number].uid, side > 0, TRUE) ? SL_MAP_DRAG_LINK : SL_MAP_DRAG_NONE;
  else if (card_at (self, px, py) >= 0)
    self->drag = SL_MAP_DRAG_CARD;
  else
    self->drag = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK) ? SL_MAP_DRAG_BAND : SL_MAP_DRAG_PAN;
}

/* How far beyond the edge zone: -1, 0 or 1. */
static int
beyond (double at, double size)
{
  return at < EDGE ? -1 : at > size - EDGE ? 1 : 0;
}

static void
show_drag (SlMapCanvas *self)
{
  if (self->drag == SL_MAP_DRAG_LINK)
    sl_map_canvas_aim (self, card_at (self, self->pointer_x, self->pointer_y));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What is dragged to an edge takes one further. */
static gboolean
glide (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SlMapCanvas *self = SL_MAP_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double step = GLIDE * (double) MIN (now - self->glided, G_USEC_PER_SEC / 10) / G_USEC_PER_SEC / self->scale;
  int across = beyond (self->pointer_x, self->width), down = beyond (self->pointer_y, self->height);

  self->glided = now;
  if (self->drag == SL_MAP_DRAG_NONE)
    {
      self->gliding = 0;
      return G_SOURCE_REMOVE;
    }
  if (across != 0 || down != 0)
    {
      sl_map_canvas_look_at (self, self->x + across * step, self->y + down * step, self->scale);
      show_drag (self);
    }
  return G_SOURCE_CONTINUE;
}

static void
on_drag (SlMapCanvas *self, double dx, double dy, GtkGestureDrag *gesture)
{
  double px, py;

  gtk_gesture_drag_get_start_point (gesture, &px, &py);
  self->pointer_x = px + dx;
  self->pointer_y = py + dy;
  self->dragged |= hypot (dx, dy) > TREMBLE;
  if (!self->dragged)
    return;
  if (self->drag == SL_MAP_DRAG_PAN)
    sl_map_canvas_look_at (self, self->pan_x - dx / self->scale, self->pan_y - dy / self->scale, self->scale);
  else if (self->drag != SL_MAP_DRAG_NONE && self->gliding == 0)
    {
      self->glided = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self)));
      self->gliding = gtk_widget_add_tick_callback (GTK_WIDGET (self), glide, NULL, NULL);
    }
  show_drag (self);
}

static void
choose_band (SlMapCanvas *self)
{
  double left, top, right, bottom;

  sl_map_canvas_band (self, &left, &top, &right, &bottom);
  for (guint i = 0; self->drawing != NULL && i < self->drawing->n_cards; i++)
    {
      const SlMapCard *card = &self->drawing->cards[i];

      if (card->x + SL_MAP_CARD_WIDTH / 2 >= left && card->x - SL_MAP_CARD_WIDTH / 2 <= right
          && card->y + card->height / 2 >= top && card->y - card->height / 2 <= bottom)
        g_hash_table_add (self->also, g_memdup2 (&card->uid, sizeof (SlUid)));
    }
  sl_map_canvas_light_up (self);
  for (guint i = 0; self->chosen != NULL && i < self->drawing->n_cards; i++)
    if (self->chosen[i] && self->style.selected < 0)
      {
        sl_map_canvas_choose (self, i, SL_MAP_ALSO);
        return;
      }
  sl_map_canvas_refresh_cards (self);
  sl_map_canvas_emit (self, SL_MAP_SIGNAL_SELECTED);
}

static void
drop_card (SlMapCanvas *self)
{
  int number = self->style.selected;
  double x, y;
  guint column;

  if (number < 0 || !sl_map_canvas_may_change (self))
    return;
  sl_map_canvas_to_map (self, self->pointer_x, self->pointer_y, &x, &y);
  column = sl_map_canvas_drag_column (self);
  if (column != self->drawing->cards[number].column)
    sl_map_canvas_retype (self, column);
  else
    sl_map_canvas_place_by_hand (self, (guint) number, self->drawing->cards[number].y + y - self->drag_y);
}

/* Let go over a card a link is made; over nothing it is forgotten. After a click on the handle it waits for another. */
static void
drop_link (SlMapCanvas *self)
{
  int number = card_at (self, self->pointer_x, self->pointer_y);
  g_autofree char *words = NULL;

  sl_map_canvas_aim (self, number);
  if (self->linking.at < 0)
    {
      if (self->dragged || !self->begun)
        sl_map_canvas_cancel_link (self);
      return;
    }
  words = sl_map_canvas_dup_link_words (self, (guint) number);
  if (!sl_map_canvas_finish_link (self))
    {
      sl_map_canvas_cancel_link (self);
      sl_map_canvas_tell (self, words);
    }
}

static void
on_drag_end (SlMapCanvas *self)
{
  SlMapDrag drag = self->drag;

  self->drag = SL_MAP_DRAG_NONE;
  if (drag == SL_MAP_DRAG_LINK)
    drop_link (self);
  else if (drag == SL_MAP_DRAG_BAND && self->dragged)
    choose_band (self);
  else if (drag == SL_MAP_DRAG_CARD && self->dragged)
    drop_card (self);
  else if (drag == SL_MAP_DRAG_CARD && self->reduce && self->style.selected >= 0)
    sl_map_canvas_choose (self, (guint) self->style.selected, SL_MAP_ALONE);
  if (self->mending && !self->dragged)
    gtk_widget_activate_action (GTK_WIDGET (self), "map-page.mend", NULL);
  self->reduce = self->mending = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_cancel (SlMapCanvas *self)
{
  self->drag = SL_MAP_DRAG_NONE;
  self->reduce = FALSE;
  sl_map_canvas_cancel_link (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- Clicking ----------------------------------------------------------------------------------------------------- */

static void
press_card (SlMapCanvas *self, guint number, GdkModifierType state)
{
  gboolean chosen = self->chosen != NULL && self->chosen[number];

  /* What lies beneath the pointer stays there: the second click of two, or a drag, is for the same card. */
  self->still = TRUE;
  if (state & GDK_CONTROL_MASK)
    sl_map_canvas_choose (self, number, SL_MAP_TOGGLE);
  else if (state & GDK_SHIFT_MASK || chosen)
    sl_map_canvas_choose (self, number, SL_MAP_ALSO);
  else
    sl_map_canvas_choose (self, number, SL_MAP_ALONE);
  self->still = FALSE;
  self->reduce = chosen && !(state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  /* The card may have come into sight whole. */
  sl_map_canvas_to_map (self, self->pointer_x, self->pointer_y, &self->drag_x, &self->drag_y);
}

static void
press_nothing (SlMapCanvas *self, double px, double py, GdkModifierType state)
{
  double x, y;
  int link;

  sl_map_canvas_to_map (self, px, py, &x, &y);
  link = self->drawing != NULL ? sl_map_drawing_link_at (self->drawing, x, y, REACH / self->scale) : -1;
  if (link >= 0)
    {
      self->link_card = SL_UID_NONE;
      sl_map_canvas_choose_link (self, link);
    }
  else if (!(state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    {
      self->link_card = SL_UID_NONE;
      gtk_widget_grab_focus (GTK_WIDGET (self));
      sl_map_canvas_choose_nothing (self);
    }
}

/* The badge that counts what is wrong, at the right of the card's head. */
static gboolean
is_badge_at (SlMapCanvas *self, int number, double px, double py)
{
  const SlMapCard *card = number >= 0 ? &self->drawing->cards[number] : NULL;
  double x, y;

  if (card == NULL || self->scale < SL_MAP_READABLE || sl_map_card_findings (card) == 0)
    return FALSE;
  sl_map_canvas_to_map (self, px, py, &x, &y);
  return x > card->x + SL_MAP_CARD_WIDTH / 2 - BADGE_WIDTH && y < card->y - card->height / 2 + BADGE_HEIGHT;
}

static void
on_pressed (SlMapCanvas *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  int ignored, number = card_at (self, x, y);

  if (!is_of_map (self, x, y) || sl_map_canvas_is_linking (self) || handle_under (self, x, y, &ignored) != 0)
    return;
  self->mending = n_press == 1 && !(state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) && is_badge_at (self, number, x, y);
  if (number >= 0)
    press_card (self, (guint) number, state);
  else
    press_nothing (self, x, y, state);
  if (n_press == 2 && number >= 0)
    {
      self->reduce = FALSE;
      sl_map_canvas_begin_rename (self);
    }
  else if (n_press == 2 && self->link != SL_UID_NONE)
    sl_map_canvas_emit (self, SL_MAP_SIGNAL_ACTIVATED);
}

static void
on_secondary (SlMapCanvas *self, int n_press, double x, double y)
{
  const GdkRectangle at = { (int) x, (int) y, 1, 1 };
  int number = card_at (self, x, y);

  sl_map_canvas_cancel_link (self);
  if (number >= 0 && !(self->chosen != NULL && self->chosen[number]))
    sl_map_canvas_choose (self, (guint) number, SL_MAP_ALONE);
  else if (number < 0)
    press_nothing (self, x, y, 0);
  sl_map_canvas_pop_menu (self, &at);
}

/* --- Moving ------------------------------------------------------------------------------------------------------- */

static void
on_motion (SlMapCanvas *self, double x, double y)
{
  int number = card_at (self, x, y), handled;

  self->pointer_x = x;
  self->pointer_y = y;
  /* The handle of a card reaches beyond it. */
  if (number < 0 && handle_under (self, x, y, &handled) != 0)
    number = handled;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), handle_under (self, x, y, &handled) != 0 ? "crosshair" : NULL);
  if (sl_map_canvas_is_linking (self) && self->linking.by_pointer && self->drag == SL_MAP_DRAG_NONE)
    {
      sl_map_canvas_aim (self, card_at (self, x, y));
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  else if (number == self->hovered)
    return;
  self->hovered = number;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_left (SlMapCanvas *self)
{
  self->hovered = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The wheel moves up and down, with Shift sideways, with Ctrl it enlarges what lies under the pointer. */
static gboolean
on_scroll (SlMapCanvas *self, double dx, double dy, GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  if (state & GDK_CONTROL_MASK)
    sl_map_canvas_zoom_at (self, pow (SL_MAP_STEP, -dy), self->pointer_x, self->pointer_y);
  else if (state & GDK_SHIFT_MASK)
    sl_map_canvas_look_at (self, self->x + (dx + dy) * WHEEL / self->scale, self->y, self->scale);
  else
    sl_map_canvas_look_at (self, self->x + dx * WHEEL / self->scale, self->y + dy * WHEEL / self->scale, self->scale);
  return GDK_EVENT_STOP;
}

static void
on_pinch_begin (SlMapCanvas *self)
{
  self->pinch = self->scale;
}

static void
on_pinch (SlMapCanvas *self, double factor, GtkGesture *gesture)
{
  double x = self->pointer_x, y = self->pointer_y;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  sl_map_canvas_zoom_at (self, self->pinch * factor / self->scale, x, y);
}

/* --- All of it ---------------------------------------------------------------------------------------------------- */

static void
connect (SlMapCanvas *self, gpointer controller, const char *signal, GCallback callback)
{
  g_signal_connect_swapped (controller, signal, callback, self);
}

void
sl_map_canvas_add_controllers (SlMapCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new (), *second = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *all[] = { GTK_EVENT_CONTROLLER (click), GTK_EVENT_CONTROLLER (second), GTK_EVENT_CONTROLLER (drag),
                                GTK_EVENT_CONTROLLER (pinch), scroll, motion };

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (second), GDK_BUTTON_SECONDARY);
  connect (self, drag, "drag-begin", G_CALLBACK (on_drag_begin));
  connect (self, drag, "drag-update", G_CALLBACK (on_drag));
  connect (self, drag, "drag-end", G_CALLBACK (on_drag_end));
  connect (self, drag, "cancel", G_CALLBACK (on_drag_cancel));
  connect (self, click, "pressed", G_CALLBACK (on_pressed));
  connect (self, second, "pressed", G_CALLBACK (on_secondary));
  connect (self, pinch, "begin", G_CALLBACK (on_pinch_begin));
  connect (self, pinch, "scale-changed", G_CALLBACK (on_pinch));
  connect (self, scroll, "scroll", G_CALLBACK (on_scroll));
  connect (self, motion, "motion", G_CALLBACK (on_motion));
  connect (self, motion, "leave", G_CALLBACK (on_left));
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_widget_add_controller (GTK_WIDGET (self), all[i]);
}
