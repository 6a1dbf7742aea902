/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-map-canvas.h"

#include "charts/sl-map-paint.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-map-card-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define SCALE_MIN 0.02
#define SCALE_MAX 3.0
#define MARGIN 24.0         /* around the map when all of it is shown */
#define STEP 1.25           /* of a key that enlarges */
#define WHEEL 60.0          /* pixels a notch moves */
#define SETTLE_AT_ONCE 400  /* cards: a larger map is settled only when it is tidied */

struct _SlMapCanvas
{
  GtkWidget parent_instance;
  SlWorkspace *workspace;
  SlMapDrawing *drawing;
  guint8 *lit;              /* NULL while nothing is chosen */
  SlMapStyle style;
  gboolean blue_orange;
  SlUid selected;
  GHashTable *cards;        /* SlUid* to SlMapCardWidget, those in sight */
  double scale, x, y;       /* the drawing's point at the top left */
  gboolean placed;          /* shown in full once it had a size */
  int width, height;        /* as last given */
  guint resized;            /* source: the size has changed */
  double pan_x, pan_y, pinch;
  double pointer_x, pointer_y;
};

enum
{
  SELECTED,
  ACTIVATED,
  CHANGED,
  ZOOMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlMapCanvas, sl_map_canvas, GTK_TYPE_WIDGET)

/* --- Cards in sight ----------------------------------------------------------------------------------------------- */

static gboolean
in_sight (SlMapCanvas *self, const SlMapCard *card)
{
  double left = (card->x - SL_MAP_CARD_WIDTH / 2 - self->x) * self->scale, top = (card->y - card->height / 2 - self->y) * self->scale;

  return left < gtk_widget_get_width (GTK_WIDGET (self)) && left + SL_MAP_CARD_WIDTH * self->scale > 0
         && top < gtk_widget_get_height (GTK_WIDGET (self)) && top + card->height * self->scale > 0;
}

static GtkWidget *
card_widget (SlMapCanvas *self, const SlMapCard *card)
{
  GtkWidget *widget = g_hash_table_lookup (self->cards, &card->uid);

  if (widget == NULL)
    {
      widget = sl_map_card_widget_new (card->uid);
      gtk_widget_set_parent (widget, GTK_WIDGET (self));
      g_hash_table_insert (self->cards, g_memdup2 (&card->uid, sizeof (SlUid)), widget);
    }
  return widget;
}

/* Near by, cards in sight are widgets; from afar only the one chosen is, so that the focus has a place. */
static gboolean
wants_widget (SlMapCanvas *self, const SlMapCard *card)
{
  return card->uid == self->selected || (self->scale >= SL_MAP_READABLE && in_sight (self, card));
}

static gboolean
is_stale (gpointer key, gpointer widget, gpointer data)
{
  SlMapCanvas *self = data;
  int number = self->drawing != NULL ? sl_map_drawing_find (self->drawing, *(SlUid *) key) : -1;

  if (number >= 0 && wants_widget (self, &self->drawing->cards[number]))
    return FALSE;
  gtk_widget_unparent (widget);
  return TRUE;
}

static void
refresh_cards (SlMapCanvas *self)
{
  g_hash_table_foreach_remove (self->cards, is_stale, self);
  for (guint i = 0; self->drawing != NULL && i < self->drawing->n_cards; i++)
    if (wants_widget (self, &self->drawing->cards[i]))
      sl_map_card_widget_show (SL_MAP_CARD_WIDGET (card_widget (self, &self->drawing->cards[i])), self->drawing, i, self->scale,
                               &self->style);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- Where one looks ---------------------------------------------------------------------------------------------- */

static void
look_at (SlMapCanvas *self, double x, double y, double scale)
{
  const SlMapDrawing *drawing = self->drawing;
  double width = gtk_widget_get_width (GTK_WIDGET (self)) / scale, height = gtk_widget_get_height (GTK_WIDGET (self)) / scale;

  if (drawing == NULL)
    return;
  /* Something of the map stays in sight. */
  self->x = CLAMP (x, drawing->left - width * 0.9, drawing->left + drawing->width - width * 0.1);
  self->y = CLAMP (y, drawing->top - height * 0.9, drawing->top + drawing->height - height * 0.1);
  if (scale != self->scale)
    {
      self->scale = scale;
      g_signal_emit (self, signals[ZOOMED], 0);
    }
  refresh_cards (self);
}

static void
zoom_at (SlMapCanvas *self, double factor, double px, double py)
{
  double scale = CLAMP (self->scale * factor, SCALE_MIN, SCALE_MAX);

  look_at (self, self->x + px / self->scale - px / scale, self->y + py / self->scale - py / scale, scale);
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
  if (number >= 0 && in_sight (self, &self->drawing->cards[number]))
    {
      x = (self->drawing->cards[number].x - self->x) * self->scale;
      y = (self->drawing->cards[number].y - self->y) * self->scale;
    }
  zoom_at (self, factor, x, y);
}

void
sl_map_canvas_fit (SlMapCanvas *self)
{
  double width, height, scale;

  g_return_if_fail (SL_IS_MAP_CANVAS (self));
  width = gtk_widget_get_width (GTK_WIDGET (self));
  height = gtk_widget_get_height (GTK_WIDGET (self));
  if (self->drawing == NULL || self->drawing->n_cards == 0 || width <= 0 || height <= 0)
    return;
  scale = MIN ((width - 2 * MARGIN) / self->drawing->width, (height - 2 * MARGIN) / self->drawing->height);
  scale = CLAMP (scale, SCALE_MIN, 1.0);
  look_at (self, self->drawing->left - (width / scale - self->drawing->width) / 2,
           self->drawing->top - MAX (MARGIN / scale, (height / scale - self->drawing->height) / 2), scale);
}

/* Moves no more than is needed. */
static void
show_card (SlMapCanvas *self, const SlMapCard *card)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) / self->scale, height = gtk_widget_get_height (GTK_WIDGET (self)) / self->scale;
  double half = SL_MAP_CARD_WIDTH / 2 + MARGIN, tall = card->height / 2 + MARGIN;
  double x = CLAMP (self->x, card->x + half - width, card->x - half);
  double y = CLAMP (self->y, card->y + tall - height, card->y - tall - SL_MAP_HEAD / self->scale);

  if (x != self->x || y != self->y)
    look_at (self, x, y, self->scale);
}

/* --- What is chosen ----------------------------------------------------------------------------------------------- */

static void
light_up (SlMapCanvas *self)
{
  int number = self->selected != SL_UID_NONE && self->drawing != NULL ? sl_map_drawing_find (self->drawing, self->selected) : -1;

  g_clear_pointer (&self->lit, g_free);
  self->style.selected = number;
  if (number >= 0)
    {
      self->lit = g_malloc0 (self->drawing->n_cards);
      sl_map_drawing_light (self->drawing, &(guint){ (guint) number }, 1, self->lit);
    }
  else
    self->selected = SL_UID_NONE;
  self->style.lit = self->lit;
}

SlUid
sl_map_canvas_selected (SlMapCanvas *self)
{
  g_return_val_if_fail (SL_IS_MAP_CANVAS (self), SL_UID_NONE);
  return self->selected;
}

gboolean
sl_map_canvas_select (SlMapCanvas *self, SlUid uid, gboolean show)
{
  int number;

  g_return_val_if_fail (SL_IS_MAP_CANVAS (self), FALSE);
  number = self->drawing != NULL ? sl_map_drawing_find (self->drawing, uid) : -1;
  if (uid != SL_UID_NONE && number < 0)
    return FALSE;
  if (uid != self->selected)
    {
      self->selected = uid;
      light_up (self);
      refresh_cards (self);
      g_signal_emit (self, signals[SELECTED], 0);
    }
  if (number >= 0 && show)
    show_card (self, &self->drawing->cards[number]);
  return TRUE;
}

/* By keyboard or screen reader: the card that gets the focus is the one chosen. */
static void
choose (SlMapCanvas *self, guint number)
{
  SlUid uid = self->drawing->cards[number].uid;
  GtkWidget *widget;

  sl_map_canvas_select (self, uid, TRUE);
  widget = g_hash_table_lookup (self->cards, &uid);
  if (widget != NULL)
    gtk_widget_grab_focus (widget);
}

static void
sl_map_canvas_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  SlMapCanvas *self = SL_MAP_CANVAS (widget);

  GTK_WIDGET_CLASS (sl_map_canvas_parent_class)->set_focus_child (widget, child);
  if (child != NULL)
    sl_map_canvas_select (self, sl_map_card_widget_uid (SL_MAP_CARD_WIDGET (child)), TRUE);
}

/* The card chosen has the focus of the canvas. */
static gboolean
sl_map_canvas_grab_focus (GtkWidget *widget)
{
  SlMapCanvas *self = SL_MAP_CANVAS (widget);
  GtkWidget *card = self->selected != SL_UID_NONE ? g_hash_table_lookup (self->cards, &self->selected) : NULL;

  return card != NULL ? gtk_widget_grab_focus (card) : GTK_WIDGET_CLASS (sl_map_canvas_parent_class)->grab_focus (widget);
}

/* --- Walking ------------------------------------------------------------------------------------------------------ */

/* Of the cards that @fits takes the one nearest in height; -1: none. */
static int
nearest (SlMapCanvas *self, guint from, gboolean (*fits) (SlMapCanvas *, guint, guint, int), int way)
{
  const SlMapDrawing *drawing = self->drawing;
  int best = -1;

  for (guint i = 0; i < drawing->n_cards; i++)
    if (i != from && fits (self, from, i, way)
        && (best < 0 || fabs (drawing->cards[i].y - drawing->cards[from].y) < fabs (drawing->cards[best].y - drawing->cards[from].y)))
      best = (int) i;
  return best;
}

static gboolean
is_linked (SlMapCanvas *self, guint from, guint to, int way)
{
  for (guint i = 0; i < self->drawing->n_links; i++)
    {
      const SlMapLink *link = &self->drawing->links[i];

      if (way > 0 ? link->source == from && link->target == to : link->target == from && link->source == to)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_beside (SlMapCanvas *self, guint from, guint to, int way)
{
  const SlMapCard *cards = self->drawing->cards;

  return cards[from].column == cards[to].column && (cards[to].y - cards[from].y) * way > 0;
}

gboolean
sl_map_canvas_step (SlMapCanvas *self, int across, int down)
{
  int number;

  g_return_val_if_fail (SL_IS_MAP_CANVAS (self), FALSE);
  if (self->drawing == NULL || self->drawing->n_cards == 0)
    return FALSE;
  number = self->style.selected;
  if (number < 0)
    number = 0;
  else
    number = across != 0 ? nearest (self, (guint) number, is_linked, across) : nearest (self, (guint) number, is_beside, down);
  if (number >= 0)
    choose (self, (guint) number);
  return number >= 0;
}

static gboolean
move (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  int across, down;

  g_variant_get (parameters, "(ii)", &across, &down);
  if (!sl_map_canvas_step (SL_MAP_CANVAS (widget), across, down))
    gtk_widget_error_bell (widget);
  return TRUE;
}

static gboolean
zoom_key (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  sl_map_canvas_zoom (SL_MAP_CANVAS (widget), g_variant_get_double (parameters));
  return TRUE;
}

static gboolean
fit_key (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  sl_map_canvas_fit (SL_MAP_CANVAS (widget));
  return TRUE;
}

static gboolean
choose_nothing (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  SlMapCanvas *self = SL_MAP_CANVAS (widget);

  if (self->selected == SL_UID_NONE)
    return FALSE;
  gtk_widget_grab_focus (widget);
  return sl_map_canvas_select (self, SL_UID_NONE, FALSE);
}

static gboolean
activate (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  SlMapCanvas *self = SL_MAP_CANVAS (widget);

  if (self->selected == SL_UID_NONE)
    return FALSE;
  g_signal_emit (self, signals[ACTIVATED], 0);
  return TRUE;
}

/* --- Pointer ------------------------------------------------------------------------------------------------------ */

static void
on_pan_begin (SlMapCanvas *self)
{
  self->pan_x = self->x;
  self->pan_y = self->y;
}

static void
on_pan (SlMapCanvas *self, double dx, double dy)
{
  look_at (self, self->pan_x - dx / self->scale, self->pan_y - dy / self->scale, self->scale);
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
  zoom_at (self, self->pinch * factor / self->scale, x, y);
}

static void
on_motion (SlMapCanvas *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

/* The wheel moves up and down, with Shift sideways, with Ctrl it enlarges what lies under the pointer. */
static gboolean
on_scroll (SlMapCanvas *self, double dx, double dy, GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  if (state & GDK_CONTROL_MASK)
    zoom_at (self, pow (STEP, -dy), self->pointer_x, self->pointer_y);
  else if (state & GDK_SHIFT_MASK)
    look_at (self, self->x + (dx + dy) * WHEEL / self->scale, self->y, self->scale);
  else
    look_at (self, self->x + dx * WHEEL / self->scale, self->y + dy * WHEEL / self->scale, self->scale);
  return GDK_EVENT_STOP;
}

static void
on_pressed (SlMapCanvas *self, int n_press, double x, double y)
{
  int number = self->drawing != NULL ? sl_map_drawing_card_at (self->drawing, self->x + x / self->scale, self->y + y / self->scale) : -1;

  if (number >= 0)
    choose (self, (guint) number);
  else
    choose_nothing (GTK_WIDGET (self), NULL, NULL);
  if (number >= 0 && n_press == 2)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
add_controllers (SlMapCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new (), *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_pan_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_pan), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/* --- Painting ----------------------------------------------------------------------------------------------------- */

static void
sl_map_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlMapCanvas *self = SL_MAP_CANVAS (widget);
  const SlPalette *palette = sl_palette_get (self->style.palette);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean near_by = self->scale >= SL_MAP_READABLE;
  cairo_t *cr;

  if (self->drawing == NULL)
    return;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_scale (cr, self->scale, self->scale);
  cairo_translate (cr, -self->x, -self->y);
  sl_map_paint (self->drawing, cr, near_by ? SL_MAP_LINKS : SL_MAP_LINKS | SL_MAP_CARDS, &self->style);
  cairo_destroy (cr);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
  /* The titles of the columns float above. */
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) SL_MAP_HEAD_FLOAT));
  cairo_set_source_rgba (cr, palette->background.r, palette->background.g, palette->background.b, 0.9);
  cairo_paint (cr);
  sl_map_paint_heads (self->drawing, cr, self->x, self->scale, &self->style);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

/* Cards come into sight or leave it when the size changes; they may not be made while it is given. */
static gboolean
on_resized (gpointer data)
{
  SlMapCanvas *self = data;

  self->resized = 0;
  if (!self->placed)
    {
      self->placed = TRUE;
      sl_map_canvas_fit (self);
    }
  else
    refresh_cards (self);
  /* The details that come beside the map leave the card in sight that they are about. */
  if (self->style.selected >= 0)
    show_card (self, &self->drawing->cards[self->style.selected]);
  return G_SOURCE_REMOVE;
}

static void
sl_map_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SlMapCanvas *self = SL_MAP_CANVAS (widget);
  GHashTableIter iter;
  gpointer uid, child;

  if ((width != self->width || height != self->height) && self->resized == 0)
    self->resized = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, on_resized, self, NULL);
  self->width = width;
  self->height = height;
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

/* --- The map ------------------------------------------------------------------------------------------------------ */

static void
draw_anew (SlMapCanvas *self, gboolean tidy)
{
  SlView view = { sl_workspace_data (self->workspace), sl_workspace_as_of (self->workspace),
                  sl_data_settings (sl_workspace_data (self->workspace)) };
  const SlMapStatus *status = sl_workspace_map_status (self->workspace);
  SlLayoutEffort effort = tidy || sl_data_count (view.data, SL_KIND_MAP_NODE) <= SETTLE_AT_ONCE ? SL_LAYOUT_SETTLED : SL_LAYOUT_FIRST;
  g_autoptr (GError) error = NULL;
  SlMapDrawing *drawing
      = sl_map_drawing_new (&view, status, tidy ? NULL : self->drawing, effort, NULL, &error);

  if (drawing == NULL)
    {
      g_debug ("the map is not drawn: %s", error->message);
      return;
    }
  g_clear_pointer (&self->drawing, sl_map_drawing_free);
  self->drawing = drawing;
  light_up (self);
  refresh_cards (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_changed (SlMapCanvas *self, SlChangeSet *change_set)
{
  for (guint i = 0; i < change_set->n_changes; i++)
    if (sl_map_status_depends_on (change_set->changes[i].kind))
      {
        draw_anew (self, FALSE);
        return;
      }
}

static void
on_reset (SlMapCanvas *self)
{
  draw_anew (self, FALSE);
}

void
sl_map_canvas_tidy (SlMapCanvas *self)
{
  g_return_if_fail (SL_IS_MAP_CANVAS (self));
  draw_anew (self, TRUE);
  sl_map_canvas_fit (self);
}

const SlMapDrawing *
sl_map_canvas_drawing (SlMapCanvas *self)
{
  g_return_val_if_fail (SL_IS_MAP_CANVAS (self), NULL);
  return self->drawing;
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
on_style (SlMapCanvas *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->style.palette = (adw_style_manager_get_dark (style) ? SL_PALETTE_DARK : 0)
                        | (adw_style_manager_get_high_contrast (style) ? SL_PALETTE_HIGH_CONTRAST : 0)
                        | (self->blue_orange ? SL_PALETTE_BLUE_ORANGE : 0);
  refresh_cards (self);
}

void
sl_map_canvas_set_blue_orange (SlMapCanvas *self, gboolean blue_orange)
{
  g_return_if_fail (SL_IS_MAP_CANVAS (self));
  self->blue_orange = blue_orange;
  on_style (self);
}

static void
sl_map_canvas_dispose (GObject *object)
{
  SlMapCanvas *self = SL_MAP_CANVAS (object);
  GtkWidget *child;

  g_clear_handle_id (&self->resized, g_source_remove);
  g_hash_table_remove_all (self->cards);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_map_canvas_parent_class)->dispose (object);
}

static void
sl_map_canvas_finalize (GObject *object)
{
  SlMapCanvas *self = SL_MAP_CANVAS (object);

  g_hash_table_unref (self->cards);
  sl_map_drawing_free (self->drawing);
  g_free (self->lit);
  G_OBJECT_CLASS (sl_map_canvas_parent_class)->finalize (object);
}

static void
sl_map_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  *minimum = 200;
  *natural = 600;
}

static void
add_keys (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding (klass, GDK_KEY_Right, 0, move, "(ii)", 1, 0);
  gtk_widget_class_add_binding (klass, GDK_KEY_Left, 0, move, "(ii)", -1, 0);
  gtk_widget_class_add_binding (klass, GDK_KEY_Down, 0, move, "(ii)", 0, 1);
  gtk_widget_class_add_binding (klass, GDK_KEY_Up, 0, move, "(ii)", 0, -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_plus, 0, zoom_key, "d", STEP);
  gtk_widget_class_add_binding (klass, GDK_KEY_equal, 0, zoom_key, "d", STEP);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Add, 0, zoom_key, "d", STEP);
  gtk_widget_class_add_binding (klass, GDK_KEY_minus, 0, zoom_key, "d", 1 / STEP);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Subtract, 0, zoom_key, "d", 1 / STEP);
  gtk_widget_class_add_binding (klass, GDK_KEY_0, 0, fit_key, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, choose_nothing, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Return, 0, activate, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Enter, 0, activate, NULL);
}

static guint
add_signal (SlMapCanvasClass *klass, const char *name)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_map_canvas_class_init (SlMapCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_map_canvas_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_map_canvas_finalize;
  widget_class->measure = sl_map_canvas_measure;
  widget_class->size_allocate = sl_map_canvas_size_allocate;
  widget_class->snapshot = sl_map_canvas_snapshot;
  widget_class->grab_focus = sl_map_canvas_grab_focus;
  widget_class->set_focus_child = sl_map_canvas_set_focus_child;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_set_css_name (widget_class, "mapcanvas");
  add_keys (widget_class);
  signals[SELECTED] = add_signal (klass, "selected");
  signals[ACTIVATED] = add_signal (klass, "activated");
  signals[CHANGED] = add_signal (klass, "changed");
  signals[ZOOMED] = add_signal (klass, "zoomed");
}

static void
sl_map_canvas_init (SlMapCanvas *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->cards = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->scale = 1;
  self->style.selected = -1;
  self->style.translated = TRUE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_controllers (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (on_style), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (on_style), self, G_CONNECT_SWAPPED);
}

GtkWidget *
sl_map_canvas_new (SlWorkspace *workspace)
{
  SlMapCanvas *self = g_object_new (SL_TYPE_MAP_CANVAS, NULL);

  self->workspace = g_object_ref (workspace);
  sl_name_widget (GTK_WIDGET (self), _ ("Benefit map"));
  on_style (self);
  draw_anew (self, FALSE);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reset", G_CALLBACK (on_reset), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::as-of", G_CALLBACK (on_reset), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
