/* What is done to the map by keys and from its menu, each as one transaction.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "base/sl-text.h"
#include "ui/models/sl-map-clip.h"
#include "ui/widgets/sl-map-canvas-private.h"

#include <glib/gi18n-lib.h>

gboolean
sl_map_canvas_commit (SlMapCanvas *self, SlTx *tx)
{
  g_autoptr (GError) error = NULL;

  if (sl_workspace_commit (self->workspace, tx, NULL, &error))
    return TRUE;
  sl_map_canvas_tell (self, error->message);
  return FALSE;
}

gboolean
sl_map_canvas_may_change (SlMapCanvas *self)
{
  g_autofree char *obstacle = sl_workspace_dup_obstacle (self->workspace);

  if (obstacle != NULL)
    sl_map_canvas_tell (self, obstacle);
  return obstacle == NULL;
}

/* Ends an act: commits what was put together, or tells why it could not be. Takes @tx. */
static gboolean
finish (SlMapCanvas *self, SlTx *tx, GError *error)
{
  if (error == NULL)
    return sl_map_canvas_commit (self, tx);
  sl_map_canvas_tell (self, error->message);
  sl_tx_free (tx);
  g_error_free (error);
  return FALSE;
}

/* --- Places ------------------------------------------------------------------------------------------------------- */

static void
remember_home (SlMapCanvas *self, const SlMapCard *card)
{
  GArray *places;

  if (card->by_hand)
    return;
  places = g_array_new (FALSE, FALSE, sizeof (SlMapHome));
  for (guint i = 0; i < self->drawing->n_cards; i++)
    {
      SlMapHome home = { self->drawing->cards[i].uid, self->drawing->cards[i].y };

      g_array_append_val (places, home);
    }
  g_hash_table_replace (self->homes, g_memdup2 (&card->uid, sizeof (SlUid)), places);
}

/* Puts the card at @y and, if @other is a card, that one at @other_y. */
static void
place (SlMapCanvas *self, guint number, double y, int other, double other_y)
{
  const SlMapCard *cards = self->drawing->cards;
  SlTx *tx = sl_workspace_begin (self->workspace, SL_VERB_EDIT);
  GError *error = NULL;

  remember_home (self, &cards[number]);
  if (sl_tx_place_card (tx, cards[number].uid, cards[number].x, y, &error) && other >= 0)
    sl_tx_place_card (tx, cards[other].uid, cards[other].x, other_y, &error);
  if (finish (self, tx, error) && self->style.selected >= 0)
    sl_map_canvas_show_card (self, &self->drawing->cards[self->style.selected]);
}

void
sl_map_canvas_place_by_hand (SlMapCanvas *self, guint number, double y)
{
  place (self, number, y, -1, 0);
}

/* Past its neighbour. One that was put by hand itself takes the place that becomes free; another finds it. */
static void
nudge (SlMapCanvas *self, int way)
{
  int number = self->style.selected;
  int other = number >= 0 ? sl_map_canvas_nearest (self, (guint) number, sl_map_canvas_is_beside, way) : -1;
  const SlMapCard *card, *neighbour;
  double y;

  if (other < 0 || !sl_map_canvas_may_change (self))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  card = &self->drawing->cards[number];
  neighbour = &self->drawing->cards[other];
  y = neighbour->y + way * (neighbour->height - card->height) / 2;
  /* In any case on its other side. */
  y = way > 0 ? MAX (y, neighbour->y + 1) : MIN (y, neighbour->y - 1);
  place (self, (guint) number, y, neighbour->by_hand ? other : -1, card->y + way * (neighbour->height - card->height) / 2);
}

void
sl_map_canvas_retype (SlMapCanvas *self, guint column)
{
  g_autoptr (GArray) uids = sl_map_canvas_chosen (self);
  SlTx *tx;
  GError *error = NULL;

  if (uids->len == 0 || column >= SL_MAP_COLUMNS || !sl_map_canvas_may_change (self))
    return;
  tx = sl_workspace_begin (self->workspace, SL_VERB_EDIT);
  sl_tx_retype_cards (tx, (const SlUid *) (gpointer) uids->data, uids->len, sl_map_column_type (column), &error);
  if (finish (self, tx, error) && self->style.selected >= 0)
    sl_map_canvas_show_card (self, &self->drawing->cards[self->style.selected]);
}

/* --- Deleting and copying ----------------------------------------------------------------------------------------- */

/* The one to go on from, when those chosen are gone; SL_UID_NONE: none. */
static SlUid
find_rest (SlMapCanvas *self)
{
  int number = self->style.selected, rest = -1;

  for (int way = 1; number >= 0 && rest < 0 && way >= -1; way -= 2)
    rest = sl_map_canvas_nearest (self, (guint) number, sl_map_canvas_is_beside, way);
  return rest >= 0 && !self->chosen[rest] ? self->drawing->cards[rest].uid : SL_UID_NONE;
}

static gboolean
delete_chosen (SlMapCanvas *self)
{
  g_autoptr (GArray) uids = sl_map_canvas_chosen (self);
  SlUid rest = self->link != SL_UID_NONE ? self->link_card : find_rest (self);
  GError *error = NULL;
  SlTx *tx;
  int number;

  if (self->link != SL_UID_NONE)
    g_array_append_val (uids, self->link);
  if (uids->len == 0 || !sl_map_canvas_may_change (self))
    return FALSE;
  tx = sl_workspace_begin (self->workspace, SL_VERB_DELETE);
  sl_tx_delete_from_map (tx, (const SlUid *) (gpointer) uids->data, uids->len, &error);
  if (!finish (self, tx, error))
    return FALSE;
  number = rest != SL_UID_NONE ? sl_map_drawing_find (self->drawing, rest) : -1;
  if (number >= 0)
    sl_map_canvas_choose (self, (guint) number, SL_MAP_ALONE);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
  return TRUE;
}

static gboolean
copy_chosen (SlMapCanvas *self)
{
  g_autoptr (GArray) uids = sl_map_canvas_chosen (self);

  if (uids->len == 0)
    return FALSE;
  g_clear_pointer (&self->copy, sl_map_copy_free);
  g_free (self->copied);
  self->copy = sl_map_copy_new (sl_workspace_data (self->workspace), (const SlUid *) (gpointer) uids->data, uids->len);
  self->copied = sl_map_copy_dup_text (sl_workspace_data (self->workspace), self->copy);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->copied);
  return TRUE;
}

/* --- Pasting ------------------------------------------------------------------------------------------------------ */

gboolean
sl_map_canvas_paste_text (SlMapCanvas *self, const char *text)
{
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (SlUid));
  GError *error = NULL;
  SlTx *tx;

  g_return_val_if_fail (SL_IS_MAP_CANVAS (self) && text != NULL, FALSE);
  if (!sl_map_canvas_may_change (self))
    return FALSE;
  tx = sl_workspace_begin (self->workspace, SL_VERB_PASTE);
  if (self->copy != NULL && g_str_equal (text, self->copied))
    sl_tx_paste_cards (tx, self->copy, made, &error);
  else
    {
      guint column = self->style.selected >= 0 ? self->drawing->cards[self->style.selected].column : SL_MAP_COLUMNS - 1;

      sl_tx_paste_card_rows (tx, text, sl_map_column_type (column), made, &error);
    }
  if (!finish (self, tx, error) || made->len == 0)
    return FALSE;
  for (guint i = 0; i < made->len; i++)
    {
      int number = sl_map_drawing_find (self->drawing, g_array_index (made, SlUid, i));

      if (number >= 0)
        sl_map_canvas_choose (self, (guint) number, i == 0 ? SL_MAP_ALONE : SL_MAP_ALSO);
    }
  return TRUE;
}

static void
on_clipboard_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlMapCanvas) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL || *text == '\0')
    sl_map_canvas_tell (self, _ ("There is no text on the clipboard"));
  else if (self->workspace != NULL)
    sl_map_canvas_paste_text (self, text);
}

/* --- By name ------------------------------------------------------------------------------------------------------ */

static void
begin_link (SlMapCanvas *self, gboolean onwards)
{
  if (self->selected != SL_UID_NONE)
    sl_map_canvas_begin_link (self, self->selected, onwards, FALSE);
}

static void
on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlMapCanvas *self = SL_MAP_CANVAS (widget);

  sl_map_canvas_cancel_link (self);
  if (g_str_equal (name, "map.add"))
    sl_map_canvas_add (self);
  else if (g_str_equal (name, "map.rename"))
    sl_map_canvas_begin_rename (self);
  else if (g_str_equal (name, "map.details"))
    sl_map_canvas_emit (self, SL_MAP_SIGNAL_ACTIVATED);
  else if (g_str_equal (name, "map.link-on"))
    begin_link (self, TRUE);
  else if (g_str_equal (name, "map.link-back"))
    begin_link (self, FALSE);
  else if (g_str_equal (name, "map.up"))
    nudge (self, -1);
  else if (g_str_equal (name, "map.down"))
    nudge (self, 1);
  else if (g_str_equal (name, "map.copy"))
    copy_chosen (self);
  else if (g_str_equal (name, "map.cut") && copy_chosen (self))
    delete_chosen (self);
  else if (g_str_equal (name, "map.paste"))
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_clipboard_read, g_object_ref (self));
  else if (g_str_equal (name, "map.delete"))
    delete_chosen (self);
  else if (g_str_equal (name, "map.drop"))
    sl_map_canvas_drop (self);
  else if (g_str_equal (name, "map.choose-all"))
    sl_map_canvas_choose_all (self);
  else if (g_str_equal (name, "map.zoom-chosen"))
    sl_map_canvas_zoom_to_chosen (self);
}

static void
on_add_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_map_canvas_begin_add (SL_MAP_CANVAS (widget), g_variant_get_uint32 (parameter));
}

static void
on_take_up (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_map_canvas_take_up (SL_MAP_CANVAS (widget), g_variant_get_int64 (parameter));
}

static void
on_retype (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_map_canvas_retype (SL_MAP_CANVAS (widget), g_variant_get_uint32 (parameter));
}

/* --- Menu --------------------------------------------------------------------------------------------------------- */

/* The columns as a menu of @action, without @but. */
static GMenuModel *
new_columns_menu (const char *action, guint but)
{
  GMenu *menu = g_menu_new ();

  for (guint c = 0; c < SL_MAP_COLUMNS; c++)
    if (c != but)
      {
        GMenuItem *item = g_menu_item_new (_ (sl_map_column_title (c)), NULL);

        g_menu_item_set_action_and_target (item, action, "u", c);
        g_menu_append_item (menu, item);
        g_object_unref (item);
      }
  return G_MENU_MODEL (menu);
}

static GMenuModel *
new_card_section (SlMapCanvas *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) columns = new_columns_menu ("map.retype", self->drawing->cards[self->style.selected].column);

  g_menu_append (menu, _ ("_Details"), "map.details");
  g_menu_append (menu, _ ("Open as a Page"), "page.open");
  if (sl_map_card_findings (&self->drawing->cards[self->style.selected]) > 0)
    g_menu_append (menu, _ ("_What It Lacks…"), "map-page.mend");
  g_menu_append (menu, _ ("Edit _Title"), "map.rename");
  g_menu_append (menu, _ ("_Link to…"), "map.link-on");
  g_menu_append (menu, _ ("Link _From…"), "map.link-back");
  g_menu_append (menu, _ ("Move _Up"), "map.up");
  g_menu_append (menu, _ ("Move Dow_n"), "map.down");
  g_menu_append_submenu (menu, _ ("_Move to"), columns);
  return G_MENU_MODEL (menu);
}

static GMenuModel *
new_clip_section (SlMapCanvas *self)
{
  GMenu *menu = g_menu_new ();

  if (self->style.selected >= 0)
    {
      g_menu_append (menu, _ ("Cu_t"), "map.cut");
      g_menu_append (menu, _ ("_Copy"), "map.copy");
    }
  g_menu_append (menu, _ ("_Paste"), "map.paste");
  if (self->style.selected >= 0 || self->link != SL_UID_NONE)
    g_menu_append (menu, _ ("D_elete"), "map.delete");
  if (self->style.selected >= 0)
    g_menu_append (menu, _ ("D_rop It…"), "map.drop");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
new_menu (SlMapCanvas *self)
{
  GMenu *menu = g_menu_new (), *view = g_menu_new ();
  g_autoptr (GMenuModel) columns = new_columns_menu ("map.add-in", SL_MAP_COLUMNS), clip = new_clip_section (self), first = NULL;
  g_autoptr (GMenuModel) dropped = sl_map_canvas_dropped_menu (self);

  if (self->style.selected >= 0)
    first = new_card_section (self);
  else if (self->link != SL_UID_NONE)
    {
      first = G_MENU_MODEL (g_menu_new ());
      g_menu_append (G_MENU (first), _ ("_Details"), "map.details");
    }
  if (first != NULL)
    g_menu_append_section (menu, NULL, first);
  g_menu_append_section (menu, NULL, clip);
  g_menu_append_submenu (view, _ ("_Add Card To"), columns);
  if (g_menu_model_get_n_items (dropped) > 0)
    g_menu_append_submenu (view, _ ("Ta_ke Up Again"), dropped);
  g_menu_append (view, _ ("Select _All"), "map.choose-all");
  if (self->style.selected >= 0)
    g_menu_append (view, _ ("_Zoom to Selection"), "map.zoom-chosen");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  g_object_unref (view);
  return G_MENU_MODEL (menu);
}

void
sl_map_canvas_find_area (SlMapCanvas *self, GdkRectangle *area)
{
  const SlMapCard *card = self->style.selected >= 0 ? &self->drawing->cards[self->style.selected] : NULL;
  graphene_rect_t bounds;

  *area = (GdkRectangle){ self->width / 2, self->height / 2, 1, 1 };
  if (card != NULL)
    *area = (GdkRectangle){ (int) ((card->x - SL_MAP_CARD_WIDTH / 2 - self->x) * self->scale),
                            (int) ((card->y - card->height / 2 - self->y) * self->scale), (int) (SL_MAP_CARD_WIDTH * self->scale),
                            (int) (card->height * self->scale) };
  else if (self->link_widget != NULL && gtk_widget_compute_bounds (self->link_widget, GTK_WIDGET (self), &bounds))
    *area = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height };
}

void
sl_map_canvas_pop_menu (SlMapCanvas *self, const GdkRectangle *area)
{
  g_autoptr (GMenuModel) model = NULL;
  GdkRectangle found;

  if (self->drawing == NULL || self->entry != NULL)
    return;
  model = new_menu (self);
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  else
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  sl_map_canvas_find_area (self, &found);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), area != NULL ? area : &found);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* --- Keys --------------------------------------------------------------------------------------------------------- */

static gboolean
move (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  SlMapCanvas *self = SL_MAP_CANVAS (widget);
  int across, down, how;

  g_variant_get (parameters, "(iii)", &across, &down, &how);
  if (sl_map_canvas_is_linking (self))
    sl_map_canvas_aim_step (self, across, down);
  else if (!sl_map_canvas_walk (self, across, down, (SlMapChoose) how))
    gtk_widget_error_bell (widget);
  return TRUE;
}

static gboolean
move_links (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  if (!sl_map_canvas_walk_links (SL_MAP_CANVAS (widget), g_variant_get_int32 (parameters)))
    gtk_widget_error_bell (widget);
  return TRUE;
}

static gboolean
next_open (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  SlMapCanvas *self = SL_MAP_CANVAS (widget);

  if (!sl_map_canvas_is_linking (self))
    return FALSE;
  sl_map_canvas_aim_next (self, g_variant_get_int32 (parameters));
  return TRUE;
}

static gboolean
across (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  SlMapCanvas *self = SL_MAP_CANVAS (widget);
  guint column = self->style.selected >= 0 ? self->drawing->cards[self->style.selected].column : SL_MAP_COLUMNS;

  if (column >= SL_MAP_COLUMNS)
    return FALSE;
  sl_map_canvas_retype (self, column + (guint) g_variant_get_int32 (parameters));
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
escape (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  SlMapCanvas *self = SL_MAP_CANVAS (widget);
  gboolean dragging = self->drag == SL_MAP_DRAG_CARD || self->drag == SL_MAP_DRAG_BAND;

  if (!dragging && !sl_map_canvas_is_linking (self))
    return sl_map_canvas_choose_nothing (self) || sl_map_canvas_light_entry (self, -1);
  if (dragging)
    self->drag = SL_MAP_DRAG_NONE;
  sl_map_canvas_cancel_link (self);
  gtk_widget_queue_draw (widget);
  return TRUE;
}

static gboolean
enter (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  SlMapCanvas *self = SL_MAP_CANVAS (widget);

  if (sl_map_canvas_is_linking (self))
    sl_map_canvas_finish_link (self);
  else if (self->link != SL_UID_NONE)
    sl_map_canvas_emit (self, SL_MAP_SIGNAL_ACTIVATED);
  else if (self->selected != SL_UID_NONE)
    sl_map_canvas_begin_rename (self);
  else
    return FALSE;
  return TRUE;
}

static gboolean
menu_key (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  sl_map_canvas_pop_menu (SL_MAP_CANVAS (widget), NULL);
  return TRUE;
}

static void
add_arrows (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key, keypad;
    int across, down;
  } arrows[] = { { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 }, { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 },
                 { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 }, { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 } };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    /* The last one is shown in the menu. */
    for (int keypad = 1; keypad >= 0; keypad--)
      {
        guint key = keypad ? arrows[i].keypad : arrows[i].key;

        gtk_widget_class_add_binding (klass, key, 0, move, "(iii)", arrows[i].across, arrows[i].down, SL_MAP_ALONE);
        gtk_widget_class_add_binding (klass, key, GDK_SHIFT_MASK, move, "(iii)", arrows[i].across, arrows[i].down, SL_MAP_ALSO);
        if (arrows[i].across == 0)
          gtk_widget_class_add_binding_action (klass, key, GDK_ALT_MASK, arrows[i].down < 0 ? "map.up" : "map.down", NULL);
        else
          {
            gtk_widget_class_add_binding (klass, key, GDK_CONTROL_MASK, move_links, "i", arrows[i].across);
            gtk_widget_class_add_binding (klass, key, GDK_ALT_MASK, across, "i", arrows[i].across);
          }
      }
}

static void
add_named (GtkWidgetClass *klass)
{
  static const struct
  {
    const char *name;
    guint key;
    GdkModifierType state;
  } named[] = {
    { "map.add", GDK_KEY_Insert, 0 },          { "map.add", GDK_KEY_n, 0 },
    { "map.rename", GDK_KEY_F2, 0 },           { "map.details", 0, 0 },
    { "map.link-on", GDK_KEY_l, 0 },           { "map.link-back", GDK_KEY_l, GDK_SHIFT_MASK },
    { "map.up", 0, 0 },                        { "map.down", 0, 0 },
    { "map.copy", GDK_KEY_c, GDK_CONTROL_MASK }, { "map.cut", GDK_KEY_x, GDK_CONTROL_MASK },
    { "map.paste", GDK_KEY_v, GDK_CONTROL_MASK }, { "map.delete", GDK_KEY_Delete, 0 },
    { "map.drop", 0, 0 },
    { "map.choose-all", GDK_KEY_a, GDK_CONTROL_MASK }, { "map.zoom-chosen", GDK_KEY_z, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      if (i == 0 || !g_str_equal (named[i].name, named[i - 1].name))
        gtk_widget_class_install_action (klass, named[i].name, NULL, on_action);
      if (named[i].key != 0)
        gtk_widget_class_add_binding_action (klass, named[i].key, named[i].state, named[i].name, NULL);
    }
  gtk_widget_class_install_action (klass, "map.add-in", "u", on_add_in);
  gtk_widget_class_install_action (klass, "map.retype", "u", on_retype);
  gtk_widget_class_install_action (klass, "map.take-up", "x", on_take_up);
}

void
sl_map_canvas_add_keys (GtkWidgetClass *klass)
{
  add_named (klass);
  add_arrows (klass);
  gtk_widget_class_add_binding (klass, GDK_KEY_Tab, 0, next_open, "i", 1);
  gtk_widget_class_add_binding (klass, GDK_KEY_Tab, GDK_SHIFT_MASK, next_open, "i", -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, next_open, "i", -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_plus, 0, zoom_key, "d", SL_MAP_STEP);
  gtk_widget_class_add_binding (klass, GDK_KEY_equal, 0, zoom_key, "d", SL_MAP_STEP);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Add, 0, zoom_key, "d", SL_MAP_STEP);
  gtk_widget_class_add_binding (klass, GDK_KEY_minus, 0, zoom_key, "d", 1 / SL_MAP_STEP);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Subtract, 0, zoom_key, "d", 1 / SL_MAP_STEP);
  gtk_widget_class_add_binding (klass, GDK_KEY_0, 0, fit_key, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, escape, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Return, 0, enter, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Enter, 0, enter, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, menu_key, NULL);
}
