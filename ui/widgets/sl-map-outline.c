/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-map-outline.h"

#include "ui/sl-compat.h"
#include "ui/widgets/sl-map-outline-cell-private.h"
#include "ui/widgets/sl-row-list.h"
#include "workspace/sl-map-acts.h"

#include <glib/gi18n-lib.h>

/* px from which there is room for more. */
#define MIDDLE 760
#define WIDE 1080

struct _SlMapOutline
{
  GtkWidget parent_instance;
  SlWorkspace *workspace;
  SlMapTree *tree;
  GtkSingleSelection *selection;
  GtkWidget *box, *view, *ways[2];
  GPtrArray *cells;     /* those of the list, not held */
  SlUid uid;            /* the card chosen */
  SlMapTreeRow *wanted; /* the row to be focused once the list has made it */
  char *want_text;      /* and edited, beginning with this */
  gboolean want_edit, blue_orange, keeping;
  SlOutlineRoom room;
  guint focus_idle;
};

G_DEFINE_FINAL_TYPE (SlMapOutline, sl_map_outline, GTK_TYPE_WIDGET)

static guint signal_selected, signal_activated, signal_message;

static void
tell (SlMapOutline *self, const char *text)
{
  g_signal_emit (self, signal_message, 0, text);
}

/* --- Where one is ------------------------------------------------------------------------------------------------- */

static SlMapOutlineCell *
cell_of (SlMapOutline *self, SlMapTreeRow *row)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (sl_map_outline_cell_row (self->cells->pdata[i]) == row)
      return self->cells->pdata[i];
  return NULL;
}

static gboolean
on_focus (gpointer data)
{
  SlMapOutline *self = data;
  g_autoptr (SlMapTreeRow) row = g_steal_pointer (&self->wanted);
  g_autofree char *wanted = g_steal_pointer (&self->want_text);
  const char *text = wanted;
  SlMapOutlineCell *cell;
  guint position;

  self->focus_idle = 0;
  if (row == NULL || !sl_map_tree_find_row (self->tree, row, &position))
    return G_SOURCE_REMOVE;
  gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
  cell = cell_of (self, row);
  if (cell == NULL)
    return G_SOURCE_REMOVE;
  /* A new card has no title to begin with. */
  if (text == NULL && sl_map_tree_row_form (row) == SL_MAP_TREE_DRAFT)
    text = "";
  if (self->want_edit)
    sl_map_outline_cell_edit (cell, text);
  else
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (cell)));
  return G_SOURCE_REMOVE;
}

static void
want_focus (SlMapOutline *self, SlMapTreeRow *row, gboolean edit, const char *text)
{
  g_set_object (&self->wanted, row);
  g_free (self->want_text);
  self->want_text = g_strdup (text);
  self->want_edit = edit || sl_map_tree_row_form (row) == SL_MAP_TREE_DRAFT;
  if (self->focus_idle == 0)
    self->focus_idle = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, on_focus, self, NULL);
}

/* Chooses a row and gives it the focus. @edit: its title is to be typed, beginning with @text, or as it is (NULL). */
static void
go_to (SlMapOutline *self, guint position, gboolean edit, const char *text)
{
  g_autoptr (SlMapTreeRow) row = sl_map_tree_row (self->tree, position);

  if (row == NULL)
    return;
  gtk_single_selection_set_selected (self->selection, position);
  want_focus (self, row, edit, text);
}

/* NULL: none is chosen. */
static SlMapTreeRow *
current (SlMapOutline *self, guint *position)
{
  *position = gtk_single_selection_get_selected (self->selection);
  return *position != GTK_INVALID_LIST_POSITION ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

static void
on_selected (SlMapOutline *self)
{
  guint position;
  SlMapTreeRow *row = current (self, &position);

  if (row == NULL || sl_map_tree_row_form (row) == SL_MAP_TREE_DRAFT || sl_map_tree_row_uid (row) == self->uid)
    return;
  self->uid = sl_map_tree_row_uid (row);
  g_signal_emit (self, signal_selected, 0);
}

/* When all was read anew, or what was beneath closed, the card stays chosen where it is still shown. */
static void
on_items_changed (SlMapOutline *self)
{
  guint position;

  if (current (self, &position) == NULL && sl_map_tree_find (self->tree, self->uid, NULL, &position))
    gtk_single_selection_set_selected (self->selection, position);
}

/* By Tab the focus comes without selecting. */
static void
on_focus_in (SlMapOutline *self)
{
  GtkWidget *item = gtk_widget_get_focus_child (self->view);
  guint position;

  for (guint i = 0; item != NULL && i < self->cells->len; i++)
    if (gtk_widget_get_parent (self->cells->pdata[i]) == item && sl_map_outline_cell_row (self->cells->pdata[i]) != NULL
        && sl_map_tree_find_row (self->tree, sl_map_outline_cell_row (self->cells->pdata[i]), &position))
      gtk_single_selection_set_selected (self->selection, position);
}

SlUid
sl_map_outline_selected (SlMapOutline *self)
{
  g_return_val_if_fail (SL_IS_MAP_OUTLINE (self), SL_UID_NONE);
  return self->uid;
}

gboolean
sl_map_outline_select (SlMapOutline *self, SlUid uid)
{
  guint position;

  g_return_val_if_fail (SL_IS_MAP_OUTLINE (self), FALSE);
  if (uid == self->uid)
    return TRUE;
  if (uid == SL_UID_NONE)
    {
      self->uid = uid;
      gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
      return TRUE;
    }
  if (!sl_map_tree_reveal (self->tree, uid, &position))
    return FALSE;
  self->uid = uid;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
  g_signal_emit (self, signal_selected, 0);
  return TRUE;
}

/* --- Opening and closing ------------------------------------------------------------------------------------------ */

static void
set_open (SlMapOutline *self, guint position, gboolean open)
{
  guint at = gtk_single_selection_get_selected (self->selection), parent = at;

  /* What is chosen does not vanish: one goes out to what is closed. */
  while (!open && at != GTK_INVALID_LIST_POSITION && parent > position && sl_map_tree_parent (self->tree, parent, &parent))
    if (parent == position)
      go_to (self, position, FALSE, NULL);
  sl_map_tree_set_open (self->tree, position, open);
}

static gboolean
on_right (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  SlMapOutline *self = data;
  guint at;
  SlMapTreeRow *row = current (self, &at);

  if (row == NULL || !sl_map_tree_row_can_open (row))
    return row != NULL;
  if (sl_map_tree_row_is_open (row))
    go_to (self, at + 1, FALSE, NULL);
  else
    set_open (self, at, TRUE);
  return TRUE;
}

static gboolean
on_left (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  SlMapOutline *self = data;
  guint at, parent;
  SlMapTreeRow *row = current (self, &at);

  if (row == NULL)
    return FALSE;
  if (sl_map_tree_row_is_open (row))
    set_open (self, at, FALSE);
  else if (sl_map_tree_parent (self->tree, at, &parent))
    go_to (self, parent, FALSE, NULL);
  return TRUE;
}

static void
on_toggle (SlMapOutline *self, SlMapOutlineCell *cell)
{
  SlMapTreeRow *row = sl_map_outline_cell_row (cell);
  guint at;

  if (row != NULL && sl_map_tree_find_row (self->tree, row, &at))
    set_open (self, at, !sl_map_tree_row_is_open (row));
}

static void
on_open_all (SlMapOutline *self)
{
  sl_map_tree_open_all (self->tree);
}

static void
on_close_all (SlMapOutline *self)
{
  sl_map_tree_close_all (self->tree);
}

static void
on_way (SlMapOutline *self)
{
  gboolean money = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->ways[1]));
  guint position;

  sl_map_outline_keep_typed (self);
  sl_map_tree_set_way (self->tree, money ? SL_MAP_TREE_FROM_MONEY : SL_MAP_TREE_FROM_PURPOSE);
  if (self->uid != SL_UID_NONE && sl_map_tree_reveal (self->tree, self->uid, &position))
    gtk_single_selection_set_selected (self->selection, position);
}

/* --- Acts --------------------------------------------------------------------------------------------------------- */

static gboolean
may_change (SlMapOutline *self)
{
  g_autofree char *obstacle = sl_workspace_dup_obstacle (self->workspace);

  if (obstacle != NULL)
    tell (self, obstacle);
  return obstacle == NULL;
}

/* Takes @tx; commits it unless @error says why it could not be put together. */
static gboolean
finish (SlMapOutline *self, SlTx *tx, GError **error)
{
  g_autoptr (SlTx) own = tx;

  if (*error == NULL && sl_workspace_commit (self->workspace, g_steal_pointer (&own), NULL, error))
    return TRUE;
  tell (self, (*error)->message);
  return FALSE;
}

static gboolean
add_typed (SlMapOutline *self, const char *title)
{
  SlUid above = sl_map_tree_draft_above (self->tree);
  gboolean money = sl_map_tree_way (self->tree) == SL_MAP_TREE_FROM_MONEY;
  SlTx *tx = sl_workspace_begin (self->workspace, SL_VERB_ADD);
  g_autoptr (GError) error = NULL;

  if (above != SL_UID_NONE)
    sl_tx_add_card_beside (tx, above, money, title, &error);
  else
    sl_tx_add_card (tx, money ? SL_NODE_TYPE_INVESTMENT : SL_NODE_TYPE_STRATEGIC_PURPOSE, title, &error);
  return finish (self, tx, &error);
}

static gboolean
rename_typed (SlMapOutline *self, SlUid uid, const char *title)
{
  SlTx *tx = sl_workspace_begin (self->workspace, SL_VERB_EDIT);
  g_autoptr (GError) error = NULL;

  sl_tx_set_text (tx, uid, SL_MAP_NODE_TITLE, title, sl_workspace_as_of (self->workspace), &error);
  return finish (self, tx, &error);
}

static void
end_typing (SlMapOutline *self, SlMapTreeRow *row, gboolean focus)
{
  SlMapOutlineCell *cell = cell_of (self, row);
  gboolean draft = sl_map_tree_row_form (row) == SL_MAP_TREE_DRAFT;
  guint position = 0;

  if (!sl_map_tree_find_row (self->tree, row, &position)
      || (draft && !sl_map_tree_parent (self->tree, position, &position)))
    position = 0;
  if (cell != NULL && sl_map_outline_cell_is_typing (cell))
    sl_map_outline_cell_end (cell);
  if (draft)
    sl_map_tree_end_draft (self->tree);
  if (focus)
    go_to (self, position, FALSE, NULL);
}

/* The list may have made another cell for the row meanwhile. */
static void
type_next (SlMapOutline *self, SlMapTreeRow *row)
{
  SlMapOutlineCell *cell = cell_of (self, row);
  guint position;

  if (cell != NULL && sl_map_outline_cell_is_typing (cell))
    gtk_editable_set_text (sl_map_outline_cell_entry (cell), "");
  if (sl_map_tree_find_row (self->tree, row, &position))
    go_to (self, position, TRUE, "");
}

/* Enter after a new card is ready for the next; on nothing it ends. */
static void
on_typed (SlMapOutline *self, int how, SlMapOutlineCell *cell)
{
  g_autoptr (SlMapTreeRow) row = NULL;
  g_autofree char *title = NULL;
  gboolean draft, done = TRUE;

  if (self->keeping || sl_map_outline_cell_row (cell) == NULL || !sl_map_outline_cell_is_typing (cell))
    return;
  self->keeping = TRUE;
  row = g_object_ref (sl_map_outline_cell_row (cell));
  title = g_strstrip (g_strdup (gtk_editable_get_text (sl_map_outline_cell_entry (cell))));
  draft = sl_map_tree_row_form (row) == SL_MAP_TREE_DRAFT;
  if (how != SL_OUTLINE_ESCAPE && *title != '\0')
    done = draft ? add_typed (self, title) : rename_typed (self, sl_map_tree_row_uid (row), title);
  if (how == SL_OUTLINE_ENTER && !done && sl_map_outline_cell_is_typing (cell))
    gtk_widget_add_css_class (GTK_WIDGET (sl_map_outline_cell_entry (cell)), "error");
  else if (how == SL_OUTLINE_ENTER && draft && *title != '\0')
    type_next (self, row);
  else
    end_typing (self, row, how != SL_OUTLINE_LEAVE);
  self->keeping = FALSE;
}

void
sl_map_outline_keep_typed (SlMapOutline *self)
{
  g_return_if_fail (SL_IS_MAP_OUTLINE (self));
  for (guint i = 0; i < self->cells->len; i++)
    if (sl_map_outline_cell_is_typing (self->cells->pdata[i]))
      {
        on_typed (self, SL_OUTLINE_LEAVE, self->cells->pdata[i]);
        return;
      }
}

static void
begin_rename (SlMapOutline *self, const char *text)
{
  guint at;
  SlMapTreeRow *row = current (self, &at);

  if (row != NULL && sl_map_tree_row_form (row) != SL_MAP_TREE_HEADING && may_change (self))
    go_to (self, at, TRUE, text);
}

void
sl_map_outline_add (SlMapOutline *self)
{
  gboolean money;
  const SlRecord *record;
  guint at, draft;

  g_return_if_fail (SL_IS_MAP_OUTLINE (self));
  if (!may_change (self))
    return;
  sl_map_outline_keep_typed (self);
  current (self, &at);
  money = sl_map_tree_way (self->tree) == SL_MAP_TREE_FROM_MONEY;
  record = sl_data_lookup (sl_workspace_data (self->workspace), self->uid);
  if (record != NULL && record->kind == SL_KIND_MAP_NODE
      && SL_AS (MAP_NODE, record)->type == (money ? SL_NODE_TYPE_STRATEGIC_PURPOSE : SL_NODE_TYPE_INVESTMENT))
    {
      tell (self, money ? _ ("A strategic purpose leads to nothing further") : _ ("Nothing comes before an investment"));
      return;
    }
  sl_map_tree_begin_draft (self->tree, at, &draft);
  go_to (self, draft, TRUE, "");
}

static gboolean
on_rename_key (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  begin_rename (data, NULL);
  return TRUE;
}

static gboolean
on_add_key (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  sl_map_outline_add (data);
  return TRUE;
}

static gboolean
on_delete_key (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  SlMapOutline *self = data;
  guint at, rest;
  SlMapTreeRow *row = current (self, &at);
  SlTx *tx;
  SlUid uid = row != NULL ? sl_map_tree_row_uid (row) : SL_UID_NONE;
  g_autoptr (GError) error = NULL;

  if (uid == SL_UID_NONE || !may_change (self))
    return TRUE;
  tx = sl_workspace_begin (self->workspace, SL_VERB_DELETE);
  sl_tx_delete_from_map (tx, &uid, 1, &error);
  if (!finish (self, tx, &error))
    return TRUE;
  rest = g_list_model_get_n_items (G_LIST_MODEL (self->tree));
  if (rest > 0)
    go_to (self, MIN (at, rest - 1), FALSE, NULL);
  return TRUE;
}

static gboolean
on_copy_key (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  SlMapOutline *self = data;
  guint at;
  g_autofree char *text = current (self, &at) != NULL ? sl_map_tree_dup_text (self->tree, at) : NULL;

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  return TRUE;
}

static gboolean
on_details_key (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  g_signal_emit (data, signal_activated, 0);
  return TRUE;
}

static void
on_activate (SlMapOutline *self)
{
  g_signal_emit (self, signal_activated, 0);
}

/* What is typed replaces the title. */
static gboolean
on_key (SlMapOutline *self, guint key, guint code, GdkModifierType modifiers)
{
  gunichar c = gdk_keyval_to_unicode (key);
  char text[7] = "";

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || !g_unichar_isgraph (c))
    return FALSE;
  text[g_unichar_to_utf8 (c, text)] = '\0';
  begin_rename (self, text);
  return TRUE;
}

/* --- Building ----------------------------------------------------------------------------------------------------- */

static void
on_cell_gone (SlMapOutline *self, GtkWidget *cell)
{
  g_ptr_array_remove_fast (self->cells, cell);
}

static GtkWidget *
new_cell (gpointer data)
{
  SlMapOutline *self = data;
  GtkWidget *cell = sl_map_outline_cell_new (self->workspace, self->tree);

  sl_map_outline_cell_set_room (SL_MAP_OUTLINE_CELL (cell), self->room);
  sl_map_outline_cell_set_blue_orange (SL_MAP_OUTLINE_CELL (cell), self->blue_orange);
  g_signal_connect_object (cell, "toggle", G_CALLBACK (on_toggle), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "typed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "destroy", G_CALLBACK (on_cell_gone), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->cells, cell);
  return cell;
}

static void
set_row (GtkWidget *cell, gpointer row, gpointer data)
{
  SlMapOutline *self = data;
  guint position;

  sl_map_outline_cell_set_row (SL_MAP_OUTLINE_CELL (cell), row);
  /* The list may give a row another cell at any time: typing goes on there. */
  if (row != NULL && sl_map_tree_row_form (row) == SL_MAP_TREE_DRAFT && sl_map_tree_find_row (self->tree, row, &position))
    want_focus (self, row, TRUE, "");
}

static const SlRowCells cells = { new_cell, set_row };

static void
add_keys (SlMapOutline *self)
{
  GtkEventController *typing = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  sl_row_list_add_key (self->view, GDK_KEY_Right, 0, on_right, self);
  sl_row_list_add_key (self->view, GDK_KEY_Left, 0, on_left, self);
  sl_row_list_add_key (self->view, GDK_KEY_F2, 0, on_rename_key, self);
  sl_row_list_add_key (self->view, GDK_KEY_Insert, 0, on_add_key, self);
  sl_row_list_add_key (self->view, GDK_KEY_Delete, 0, on_delete_key, self);
  sl_row_list_add_key (self->view, GDK_KEY_c, GDK_CONTROL_MASK, on_copy_key, self);
  sl_row_list_add_key (self->view, GDK_KEY_Return, GDK_ALT_MASK, on_details_key, self);
  g_signal_connect_swapped (typing, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->view, typing);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focus_in), self);
  gtk_widget_add_controller (self->view, focus);
}

static void
build_bar (SlMapOutline *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *ways = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *all = gtk_button_new_with_label (_ ("Open All")), *none = gtk_button_new_with_label (_ ("Close All"));

  /* TRANSLATORS: where the outline of the map begins. */
  self->ways[0] = gtk_toggle_button_new_with_label (_ ("From Purpose Down"));
  self->ways[1] = gtk_toggle_button_new_with_label (_ ("From Money Up"));
  gtk_widget_set_tooltip_text (self->ways[0], _ ("Why, and what that rests on"));
  gtk_widget_set_tooltip_text (self->ways[1], _ ("What is paid for, and what that leads to"));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->ways[1]), GTK_TOGGLE_BUTTON (self->ways[0]));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->ways[0]), TRUE);
  g_signal_connect_swapped (self->ways[1], "toggled", G_CALLBACK (on_way), self);
  gtk_widget_add_css_class (ways, "linked");
  gtk_widget_set_hexpand (ways, TRUE);
  gtk_box_append (GTK_BOX (ways), self->ways[0]);
  gtk_box_append (GTK_BOX (ways), self->ways[1]);
  gtk_widget_add_css_class (all, "flat");
  gtk_widget_add_css_class (none, "flat");
  g_signal_connect_swapped (all, "clicked", G_CALLBACK (on_open_all), self);
  g_signal_connect_swapped (none, "clicked", G_CALLBACK (on_close_all), self);
  gtk_widget_add_css_class (bar, "outline-bar");
  gtk_box_append (GTK_BOX (bar), ways);
  gtk_box_append (GTK_BOX (bar), all);
  gtk_box_append (GTK_BOX (bar), none);
  gtk_box_append (GTK_BOX (self->box), bar);
}

static void
build_list (SlMapOutline *self)
{
  GtkWidget *scroller;

  self->view = sl_row_list_new (G_LIST_MODEL (self->tree), &cells, self, _ ("Outline of the map"), "outline-list");
  self->selection = g_object_ref (sl_row_list_selection (self->view));
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (on_selected), self);
  g_signal_connect_object (self->tree, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  add_keys (self);
  scroller = sl_row_list_new_scroller (self->view);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), scroller);
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_map_outline_dispose (GObject *object)
{
  SlMapOutline *self = SL_MAP_OUTLINE (object);

  g_clear_handle_id (&self->focus_idle, g_source_remove);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->wanted);
  g_clear_pointer (&self->want_text, g_free);
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_map_outline_parent_class)->dispose (object);
}

static void
sl_map_outline_finalize (GObject *object)
{
  g_ptr_array_unref (SL_MAP_OUTLINE (object)->cells);
  G_OBJECT_CLASS (sl_map_outline_parent_class)->finalize (object);
}

static void
sl_map_outline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SlMapOutline *self = SL_MAP_OUTLINE (widget);
  SlOutlineRoom room = width >= WIDE ? SL_OUTLINE_WIDE : width >= MIDDLE ? SL_OUTLINE_MIDDLE : SL_OUTLINE_NARROW;

  if (room != self->room)
    {
      self->room = room;
      for (guint i = 0; i < self->cells->len; i++)
        sl_map_outline_cell_set_room (self->cells->pdata[i], room);
    }
  gtk_widget_allocate (self->box, width, height, baseline, NULL);
}

/* As narrow as may be, whatever the rows show now: they show less when there is less room. */
static void
sl_map_outline_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (SL_MAP_OUTLINE (widget)->box, orientation, -1, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, 320);
}

static gboolean
sl_map_outline_grab_focus (GtkWidget *widget)
{
  SlMapOutline *self = SL_MAP_OUTLINE (widget);
  guint position = gtk_single_selection_get_selected (self->selection);

  go_to (self, position != GTK_INVALID_LIST_POSITION ? position : 0, FALSE, NULL);
  return gtk_widget_grab_focus (self->view);
}

static void
sl_map_outline_class_init (SlMapOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_map_outline_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_map_outline_finalize;
  widget_class->size_allocate = sl_map_outline_size_allocate;
  widget_class->measure = sl_map_outline_measure;
  widget_class->grab_focus = sl_map_outline_grab_focus;
  signal_selected = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signal_activated = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signal_message = g_signal_new ("message", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sl_map_outline_init (SlMapOutline *self)
{
  self->cells = g_ptr_array_new ();
  self->room = SL_OUTLINE_NARROW;
}

SlMapTree *
sl_map_outline_tree (SlMapOutline *self)
{
  g_return_val_if_fail (SL_IS_MAP_OUTLINE (self), NULL);
  return self->tree;
}

void
sl_map_outline_set_blue_orange (SlMapOutline *self, gboolean blue_orange)
{
  g_return_if_fail (SL_IS_MAP_OUTLINE (self));
  self->blue_orange = blue_orange;
  for (guint i = 0; i < self->cells->len; i++)
    sl_map_outline_cell_set_blue_orange (self->cells->pdata[i], blue_orange);
}

GtkWidget *
sl_map_outline_new (SlWorkspace *workspace)
{
  SlMapOutline *self = g_object_new (SL_TYPE_MAP_OUTLINE, NULL);

  self->workspace = g_object_ref (workspace);
  self->tree = sl_map_tree_new (workspace);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  build_bar (self);
  build_list (self);
  return GTK_WIDGET (self);
}
