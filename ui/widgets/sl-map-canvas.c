/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sl-compat.h"
#include "ui/widgets/sl-map-canvas-private.h"
#include "ui/widgets/sl-map-card-private.h"
#include "ui/widgets/sl-map-minimap-private.h"

#include "base/sl-text.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SETTLE_AT_ONCE 400  /* cards: a larger map is shown first and settled by a worker */

static guint signals[SL_MAP_N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlMapCanvas, sl_map_canvas, GTK_TYPE_WIDGET)

void
sl_map_canvas_emit (SlMapCanvas *self, SlMapSignal signal)
{
  g_signal_emit (self, signals[signal], 0);
}

void
sl_map_canvas_tell (SlMapCanvas *self, const char *text)
{
  if (text != NULL)
    g_signal_emit (self, signals[SL_MAP_SIGNAL_MESSAGE], 0, text);
}

/* --- Focus -------------------------------------------------------------------------------------------------------- */

/* By keyboard or screen reader: the card that gets the focus is the one chosen; while a link is drawn it is aimed at. */
static void
sl_map_canvas_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  SlMapCanvas *self = SL_MAP_CANVAS (widget);
  SlUid uid = SL_IS_MAP_CARD_WIDGET (child) ? sl_map_card_widget_uid (SL_MAP_CARD_WIDGET (child)) : SL_UID_NONE;

  GTK_WIDGET_CLASS (sl_map_canvas_parent_class)->set_focus_child (widget, child);
  if (uid == SL_UID_NONE)
    return;
  if (!sl_map_canvas_is_linking (self))
    {
      if (uid != self->selected)
        sl_map_canvas_select (self, uid, TRUE);
    }
  else if (!self->linking.by_pointer)
    sl_map_canvas_aim (self, sl_map_drawing_find (self->drawing, uid));
}

/* The card or link chosen has the focus of the canvas. */
static gboolean
sl_map_canvas_grab_focus (GtkWidget *widget)
{
  SlMapCanvas *self = SL_MAP_CANVAS (widget);
  GtkWidget *card = self->selected != SL_UID_NONE ? g_hash_table_lookup (self->cards, &self->selected) : self->link_widget;

  if (self->entry != NULL)
    card = self->entry;
  return card != NULL ? gtk_widget_grab_focus (card) : GTK_WIDGET_CLASS (sl_map_canvas_parent_class)->grab_focus (widget);
}

/* --- The map ------------------------------------------------------------------------------------------------------ */

/* A card that was put by hand and is not any more goes back to where it stood, and what made room for it too. */
static void
go_home (SlMapCanvas *self, const SlData *data)
{
  for (guint i = 0; self->drawing != NULL && i < self->drawing->n_cards; i++)
    {
      const SlRecord *record = sl_data_lookup (data, self->drawing->cards[i].uid);
      const GArray *places = self->drawing->cards[i].by_hand ? g_hash_table_lookup (self->homes, &self->drawing->cards[i].uid) : NULL;

      if (places == NULL || record == NULL || SL_AS (MAP_NODE, record)->y != SL_INT_NONE)
        continue;
      for (guint k = 0; k < places->len; k++)
        {
          const SlMapHome *home = &g_array_index (places, SlMapHome, k);
          int number = sl_map_drawing_find (self->drawing, home->uid);

          if (number >= 0)
            self->drawing->cards[number].y = home->y;
        }
      g_hash_table_remove (self->homes, &self->drawing->cards[i].uid);
    }
}

void
sl_map_canvas_take_drawing (SlMapCanvas *self, SlMapDrawing *drawing)
{
  gboolean first = self->placed && (self->drawing == NULL || self->drawing->n_cards == 0) && drawing->n_cards > 0;

  sl_map_canvas_cancel_link (self);
  self->hovered = -1;
  sl_map_canvas_forget_trace (self);
  g_clear_pointer (&self->drawing, sl_map_drawing_free);
  self->drawing = drawing;
  sl_map_canvas_remake_overlay (self);
  sl_map_canvas_light_up (self);
  sl_map_canvas_refresh_cards (self);
  if (first)
    sl_map_canvas_begin_view (self);
  sl_map_canvas_emit (self, SL_MAP_SIGNAL_CHANGED);
}

/* --- Drawing anew ------------------------------------------------------------------------------------------------- */

/* What is drawn already stays where it is and is settled, but for a large map drawn for the first time or tidied: that is
 * shown at once and settled by a worker. */
static void
draw_anew (SlMapCanvas *self, gboolean tidy)
{
  SlView view = sl_workspace_view (self->workspace);
  const SlMapStatus *status = sl_workspace_map_status (self->workspace);
  const SlMapDrawing *before = tidy || self->drawing == NULL || self->drawing->n_cards == 0 ? NULL : self->drawing;
  gboolean large = sl_data_count (view.data, SL_KIND_MAP_NODE) > SETTLE_AT_ONCE;
  gboolean unsettled = before != NULL && sl_map_canvas_is_settling (self);
  g_autoptr (GError) error = NULL;
  SlMapDrawing *drawing;

  sl_map_canvas_end_settling (self);
  if (!unsettled)
    g_hash_table_remove_all (self->placed_since);
  go_home (self, view.data);
  drawing = sl_map_drawing_new (&view, status, before, large ? SL_LAYOUT_FIRST : SL_LAYOUT_SETTLED, NULL, &error);
  if (drawing == NULL)
    {
      sl_map_canvas_tell (self, error->message);
      return;
    }
  sl_map_canvas_take_drawing (self, drawing);
  if (large && before == NULL)
    sl_map_canvas_begin_settling (self);
  else if (large && unsettled)
    sl_map_canvas_settle_later (self);
}

static void
on_changed (SlMapCanvas *self, SlChangeSet *change_set)
{
  sl_map_canvas_note_placed (self, change_set);
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
  g_autoptr (GError) error = NULL;
  g_autofree char *obstacle = NULL;

  g_return_if_fail (SL_IS_MAP_CANVAS (self));
  obstacle = sl_workspace_dup_obstacle (self->workspace);
  if (obstacle == NULL)
    {
      SlTx *tx = sl_workspace_begin (self->workspace, SL_VERB_EDIT);

      g_hash_table_remove_all (self->homes);
      if (sl_tx_release_cards (tx, &error))
        sl_map_canvas_commit (self, tx);
      else
        sl_tx_free (tx);
    }
  draw_anew (self, TRUE);
  sl_map_canvas_begin_view (self);
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
  gtk_widget_queue_draw (self->legend);
  sl_map_canvas_refresh_cards (self);
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

  sl_map_canvas_end_settling (self);
  g_clear_handle_id (&self->resized, g_source_remove);
  g_clear_handle_id (&self->left, g_source_remove);
  g_clear_handle_id (&self->relating, g_source_remove);
  self->entry = self->note = self->link_widget = self->menu = self->dropping = NULL;
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

  sl_map_canvas_forget_tiles (self);
  g_hash_table_unref (self->cards);
  g_hash_table_unref (self->also);
  g_hash_table_unref (self->homes);
  g_hash_table_unref (self->placed_since);
  sl_map_canvas_forget_trace (self);
  sl_map_drawing_free (self->drawing);
  sl_map_overlay_free (self->overlay);
  sl_map_copy_free (self->copy);
  g_clear_pointer (&self->linking.ends, g_array_unref);
  g_free (self->linking.open);
  g_free (self->copied);
  g_free (self->lit);
  g_free (self->chosen);
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
sl_map_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  sl_map_canvas_allocate (SL_MAP_CANVAS (widget), width, height);
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
  sl_map_canvas_add_keys (widget_class);
  signals[SL_MAP_SIGNAL_SELECTED] = add_signal (klass, "selected");
  signals[SL_MAP_SIGNAL_ACTIVATED] = add_signal (klass, "activated");
  signals[SL_MAP_SIGNAL_CHANGED] = add_signal (klass, "changed");
  signals[SL_MAP_SIGNAL_ZOOMED] = add_signal (klass, "zoomed");
  signals[SL_MAP_SIGNAL_MESSAGE] = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
on_picked (SlMapCanvas *self, double x, double y)
{
  sl_map_canvas_look_at (self, x - gtk_widget_get_width (GTK_WIDGET (self)) / self->scale / 2,
                         y - gtk_widget_get_height (GTK_WIDGET (self)) / self->scale / 2, self->scale);
}

static void
add_head (SlMapCanvas *self, guint column)
{
  g_autofree char *name
      /* TRANSLATORS: {1} is a column of the map: Enablers. */
      = sl_text_compose (_ ("Add a card to: {1}"), (const char *[]){ _ (sl_map_column_title (column)), NULL });
  GtkWidget *button = sl_icon_button_new ("list-add-symbolic", name, NULL);

  gtk_widget_add_css_class (button, "map-head");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "map.add-in");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", column);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  self->heads[column] = button;
  self->head_widths[column] = sl_map_head_width (column, &self->style);
}

static void
free_places (gpointer places)
{
  g_array_unref (places);
}

static void
sl_map_canvas_init (SlMapCanvas *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->cards = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->also = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->homes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_places);
  self->placed_since = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->scale = 1;
  self->style.selected = self->hovered = self->linking.at = -1;
  self->style.translated = TRUE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  for (guint c = 0; c < SL_MAP_COLUMNS; c++)
    add_head (self, c);
  self->minimap = sl_map_minimap_new ();
  gtk_widget_set_parent (self->minimap, GTK_WIDGET (self));
  sl_map_canvas_add_legend (self);
  g_signal_connect_object (self->minimap, "picked", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
  sl_map_canvas_add_controllers (self);
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
