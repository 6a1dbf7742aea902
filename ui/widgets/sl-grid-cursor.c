/* The cell cursor, the selection, keys and pointer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/widgets/sl-grid-private.h"

/* Where a click on a heading opens and closes it. */
#define HEAD_ARROW 30

/* --- Where it is -------------------------------------------------------------------------------------------------- */

static guint
n_rows (SlGrid *self)
{
  return self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}

static guint
cursor_position (SlGrid *self)
{
  return self->model != NULL && self->cursor_uid != SL_UID_NONE ? sl_grid_model_position (self->model, self->cursor_uid)
                                                                : G_MAXUINT;
}

SlGridCell *
sl_grid_cursor_cell (SlGrid *self)
{
  SlGridColumn *column = self->cursor_column != NULL ? sl_grid_find_column (self, self->cursor_column->id) : NULL;

  return column != NULL && self->cursor_uid != SL_UID_NONE ? sl_uid_map_get (column->cells, self->cursor_uid) : NULL;
}

gboolean
sl_grid_is_cursor (SlGrid *self, SlUid uid, SlColumn *column)
{
  return uid == self->cursor_uid && column == self->cursor_column;
}

void
sl_grid_selected_columns (SlGrid *self, guint *first, guint *last)
{
  guint cursor = self->cursor_column != NULL ? sl_grid_shown_index (self, self->cursor_column) : G_MAXUINT;
  guint anchor = self->anchor_column != NULL ? sl_grid_shown_index (self, self->anchor_column) : G_MAXUINT;

  if (self->all_columns)
    {
      *first = 0;
      *last = MAX (sl_grid_n_shown (self), 1) - 1;
      return;
    }
  if (cursor == G_MAXUINT)
    cursor = 0;
  if (anchor == G_MAXUINT || sl_uid_map_size (self->selected) == 0)
    anchor = cursor;
  *first = MIN (cursor, anchor);
  *last = MAX (cursor, anchor);
}

gboolean
sl_grid_is_selected (SlGrid *self, SlUid uid, SlColumn *column)
{
  guint first, last, index;

  if (sl_uid_map_size (self->selected) == 0 || sl_uid_map_get (self->selected, uid) == NULL)
    return FALSE;
  sl_grid_selected_columns (self, &first, &last);
  index = sl_grid_shown_index (self, column);
  return index >= first && index <= last;
}

gboolean
sl_grid_cursor_area (SlGrid *self, GdkRectangle *area)
{
  SlGridCell *cell = sl_grid_cursor_cell (self);
  graphene_rect_t bounds;

  if (cell == NULL || !gtk_widget_get_mapped (GTK_WIDGET (cell))
      || !gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self), &bounds))
    return FALSE;
  *area = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height };
  return TRUE;
}

/* Whether it is the heading of a group rather than a row. */
static gboolean
on_head (SlGrid *self, SlUid uid)
{
  return self->model != NULL && sl_grid_model_head (self->model, uid, NULL);
}

/* --- Selecting ---------------------------------------------------------------------------------------------------- */

void
sl_grid_collapse (SlGrid *self)
{
  gboolean much = sl_uid_map_size (self->selected) > 0;

  sl_uid_map_clear (self->selected);
  self->all_columns = FALSE;
  self->anchor_uid = self->cursor_uid;
  self->anchor_column = self->cursor_column;
  if (much)
    {
      sl_grid_redraw_cells (self);
      sl_grid_tell_selection (self);
    }
}

static void
select_span (SlGrid *self, guint from, guint to)
{
  sl_uid_map_clear (self->selected);
  for (guint i = MIN (from, to); i <= MAX (from, to); i++)
    sl_uid_map_set (self->selected, sl_grid_model_uid (self->model, i), GUINT_TO_POINTER (1));
}

/* @whole: rows that are selected from edge to edge stay so. */
static void
extend (SlGrid *self, guint position, gboolean whole)
{
  guint anchor = self->anchor_uid != SL_UID_NONE ? sl_grid_model_position (self->model, self->anchor_uid) : G_MAXUINT;

  if (anchor == G_MAXUINT)
    {
      anchor = position;
      self->anchor_uid = sl_grid_model_uid (self->model, position);
    }
  if (self->anchor_column == NULL)
    self->anchor_column = self->cursor_column;
  self->all_columns = whole;
  select_span (self, anchor, position);
  sl_grid_redraw_cells (self);
  sl_grid_tell_selection (self);
}

void
sl_grid_select_all (SlGrid *self)
{
  g_return_if_fail (SL_IS_GRID (self));
  if (n_rows (self) == 0)
    return;
  select_span (self, 0, n_rows (self) - 1);
  self->all_columns = TRUE;
  sl_grid_redraw_cells (self);
  sl_grid_tell_selection (self);
}

void
sl_grid_select_rows (SlGrid *self)
{
  guint position;

  g_return_if_fail (SL_IS_GRID (self));
  position = cursor_position (self);
  if (position == G_MAXUINT)
    return;
  if (sl_uid_map_size (self->selected) == 0)
    select_span (self, position, position);
  self->all_columns = TRUE;
  sl_grid_redraw_cells (self);
  sl_grid_tell_selection (self);
}

void
sl_grid_select_columns (SlGrid *self)
{
  g_return_if_fail (SL_IS_GRID (self));
  if (n_rows (self) == 0)
    return;
  if (sl_uid_map_size (self->selected) == 0)
    self->anchor_column = self->cursor_column;
  select_span (self, 0, n_rows (self) - 1);
  sl_grid_redraw_cells (self);
  sl_grid_tell_selection (self);
}

GArray *
sl_grid_selected_uids (SlGrid *self)
{
  GArray *uids = g_array_new (FALSE, FALSE, sizeof (SlUid));

  g_return_val_if_fail (SL_IS_GRID (self), uids);
  if (sl_uid_map_size (self->selected) == 0 && cursor_position (self) != G_MAXUINT && !on_head (self, self->cursor_uid))
    g_array_append_val (uids, self->cursor_uid);
  for (guint i = 0; sl_uid_map_size (self->selected) > 0 && i < n_rows (self); i++)
    {
      SlUid uid = sl_grid_model_uid (self->model, i);

      if (sl_uid_map_get (self->selected, uid) != NULL && !on_head (self, uid))
        g_array_append_val (uids, uid);
    }
  return uids;
}

/* --- Going -------------------------------------------------------------------------------------------------------- */

static void
scroll_to_column (SlGrid *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view));
  SlGridCell *cell = sl_grid_cursor_cell (self);
  graphene_rect_t area;

  if (cell != NULL && gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self->view), &area) && area.size.width > 0)
    {
      double x = area.origin.x + gtk_adjustment_get_value (adjustment);
      SlGridColumn *pinned = sl_grid_pinned_column (self);
      double covered = pinned != NULL && pinned->column != self->cursor_column ? pinned->width : 0;

      /* Not under the column of codes, which stays at the left. */
      gtk_adjustment_clamp_page (adjustment, MAX (0, x - covered), x + area.size.width);
    }
}

/* A cell that was made just now has no place before the next layout. */
static gboolean
reveal (gpointer data)
{
  SlGrid *self = data;

  self->reveal_idle = 0;
  scroll_to_column (self);
  sl_grid_place_popovers (self);
  return G_SOURCE_REMOVE;
}

static void
reveal_later (SlGrid *self)
{
  if (self->reveal_idle == 0)
    self->reveal_idle = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, reveal, self, NULL);
}

static void
scroll_to_row (SlGrid *self, guint position)
{
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

void
sl_grid_reveal_cursor (SlGrid *self)
{
  guint position = cursor_position (self);

  if (position == G_MAXUINT)
    return;
  scroll_to_row (self, position);
  scroll_to_column (self);
  reveal_later (self);
}

void
sl_grid_focus_cursor (SlGrid *self)
{
  SlGridCell *cell = sl_grid_cursor_cell (self);

  if (self->editor.text != NULL)
    return;
  if (cell != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
  else if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    sl_grid_focus_self (self);
}

/* Rows that were kept in place while the cursor was among them find theirs now. */
static void
let_go (SlGrid *self, SlUid left)
{
  if (left != SL_UID_NONE && left != self->cursor_uid && !sl_grid_model_is_pinned (self->model, self->cursor_uid))
    sl_grid_model_unpin_all (self->model);
}

static void
place_cursor (SlGrid *self, SlUid uid, SlColumn *column, gboolean extending)
{
  SlUid left = self->cursor_uid;
  SlGridCell *cell = sl_grid_cursor_cell (self);
  gboolean whole = self->all_columns && column == self->cursor_column;
  guint position;

  if (cell != NULL)
    gtk_widget_queue_draw (GTK_WIDGET (cell));
  self->cursor_uid = uid;
  self->cursor_column = column;
  if (!extending)
    sl_grid_collapse (self);
  let_go (self, left);
  position = cursor_position (self);
  if (position == G_MAXUINT)
    return;
  self->cursor_row = position;
  scroll_to_row (self, position);
  if (extending)
    extend (self, position, whole);
  scroll_to_column (self);
  reveal_later (self);
  cell = sl_grid_cursor_cell (self);
  if (cell != NULL)
    gtk_widget_queue_draw (GTK_WIDGET (cell));
  sl_grid_place_popovers (self);
}

void
sl_grid_go (SlGrid *self, guint position, guint column, gboolean extending)
{
  SlGridColumn *to;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL || gtk_widget_is_focus (GTK_WIDGET (self));

  if (n_rows (self) == 0 || sl_grid_n_shown (self) == 0)
    return;
  sl_grid_hide_bubble (self);
  to = sl_grid_nth_shown (self, MIN (column, sl_grid_n_shown (self) - 1));
  place_cursor (self, sl_grid_model_uid (self->model, MIN (position, n_rows (self) - 1)), to->column, extending);
  if (had_focus)
    sl_grid_focus_cursor (self);
  sl_grid_tell_cursor (self);
}

void
sl_grid_move (SlGrid *self, int columns, int rows, gboolean extending)
{
  guint position = cursor_position (self);
  gint64 row, column;

  if (n_rows (self) == 0)
    return;
  column = self->cursor_column != NULL ? sl_grid_shown_index (self, self->cursor_column) : 0;
  row = position != G_MAXUINT ? position : 0;
  row = CLAMP (row + rows, 0, (gint64) n_rows (self) - 1);
  column = CLAMP (column + columns, 0, (gint64) sl_grid_n_shown (self) - 1);
  sl_grid_go (self, (guint) row, (guint) column, extending);
}

gboolean
sl_grid_set_cursor (SlGrid *self, SlUid uid, const char *column)
{
  SlGridColumn *to;
  guint position;

  g_return_val_if_fail (SL_IS_GRID (self), FALSE);
  if (self->model != NULL)
    sl_grid_model_expose (self->model, uid);
  position = self->model != NULL ? sl_grid_model_position (self->model, uid) : G_MAXUINT;
  if (position == G_MAXUINT)
    return FALSE;
  to = column != NULL ? sl_grid_find_column (self, column) : NULL;
  if (to == NULL || !to->shown)
    to = self->cursor_column != NULL ? sl_grid_find_column (self, self->cursor_column->id) : sl_grid_nth_shown (self, 0);
  if (to != NULL)
    sl_grid_go (self, position, sl_grid_shown_index (self, to->column), FALSE);
  return to != NULL;
}

void
sl_grid_extend_to (SlGrid *self, SlUid uid, const char *column)
{
  SlGridColumn *to;
  guint position;

  g_return_if_fail (SL_IS_GRID (self) && column != NULL);
  position = self->model != NULL ? sl_grid_model_position (self->model, uid) : G_MAXUINT;
  to = sl_grid_find_column (self, column);
  if (position != G_MAXUINT && to != NULL && to->shown)
    sl_grid_go (self, position, sl_grid_shown_index (self, to->column), TRUE);
}

guint
sl_grid_page_rows (SlGrid *self)
{
  int height = gtk_widget_get_height (self->list);

  return (guint) MAX (1, height / sl_grid_row_height (self) - 1);
}

/* Where the cursor goes when its row is no longer shown: beside it when that was deleted, to the top of another search. */
static guint
heir_of_cursor (SlGrid *self)
{
  const SlData *data = sl_workspace_data (sl_grid_model_workspace (self->model));

  if (self->cursor_uid == SL_UID_NONE || sl_data_lookup (data, self->cursor_uid) != NULL)
    return 0;
  return MIN (self->cursor_row, n_rows (self) - 1);
}

/* A cell that was taken away does not count, nor a menu that is gone. */
static gboolean
has_focus (SlGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_mapped (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
         && !gtk_widget_is_ancestor (focus, self->menu);
}

/* After rows have moved, come or gone: the cursor's cell is shown by another widget now. */
void
sl_grid_settle (SlGrid *self)
{
  guint position = cursor_position (self);

  if (n_rows (self) == 0)
    self->cursor_uid = SL_UID_NONE;
  else if (position == G_MAXUINT)
    {
      self->cursor_uid = sl_grid_model_uid (self->model, heir_of_cursor (self));
      sl_grid_collapse (self);
    }
  else
    self->cursor_row = position;
  if (self->cursor_column == NULL && sl_grid_n_shown (self) > 0)
    self->cursor_column = sl_grid_nth_shown (self, 0)->column;
  /* The row of the cursor stays in view when another order comes while the grid has the focus. */
  if (self->had_focus && !has_focus (self))
    sl_grid_focus_cursor (self);
  sl_grid_tell_cursor (self);
  sl_grid_redraw_cells (self);
  sl_grid_place_popovers (self);
}

/* --- Keys --------------------------------------------------------------------------------------------------------- */

static gboolean
move_key (SlGrid *self, guint keyval, gboolean control, gboolean extending)
{
  int page = (int) sl_grid_page_rows (self);
  guint last_row = n_rows (self) - 1, last_column = sl_grid_n_shown (self) - 1;
  guint position = cursor_position (self);
  guint column = self->cursor_column != NULL ? sl_grid_shown_index (self, self->cursor_column) : 0;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return control ? (sl_grid_go (self, 0, column, extending), TRUE) : (sl_grid_move (self, 0, -1, extending), TRUE);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return control ? (sl_grid_go (self, last_row, column, extending), TRUE) : (sl_grid_move (self, 0, 1, extending), TRUE);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return control ? (sl_grid_go (self, position, 0, extending), TRUE) : (sl_grid_move (self, -1, 0, extending), TRUE);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return control ? (sl_grid_go (self, position, last_column, extending), TRUE)
                     : (sl_grid_move (self, 1, 0, extending), TRUE);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      sl_grid_go (self, control ? 0 : position, 0, extending);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      sl_grid_go (self, control ? last_row : position, last_column, extending);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      sl_grid_move (self, 0, -page, extending);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      sl_grid_move (self, 0, page, extending);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
control_key (SlGrid *self, guint keyval, gboolean shift)
{
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_a:
      sl_grid_select_all (self);
      return TRUE;
    case GDK_KEY_space:
      sl_grid_select_columns (self);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      sl_grid_hide_column (self);
      return TRUE;
    case GDK_KEY_c:
      sl_grid_copy (self, shift);
      return TRUE;
    case GDK_KEY_x:
      sl_grid_cut (self);
      return TRUE;
    case GDK_KEY_v:
      sl_grid_paste (self);
      return TRUE;
    case GDK_KEY_d:
      if (shift)
        sl_grid_duplicate (self);
      else
        sl_grid_fill_down (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Tab walks the cells of a row and leaves the grid at its ends. */
static gboolean
tab_key (SlGrid *self, int by)
{
  guint column = self->cursor_column != NULL ? sl_grid_shown_index (self, self->cursor_column) : 0;

  if (by < 0 ? column == 0 : column + 1 >= sl_grid_n_shown (self))
    return FALSE;
  sl_grid_move (self, by, 0, FALSE);
  return TRUE;
}

static void
enter_key (SlGrid *self)
{
  if (self->cursor_column != NULL && self->cursor_column->editable)
    sl_grid_edit (self, NULL);
  else if (sl_grid_cursor_item (self) != NULL)
    g_signal_emit_by_name (self, "activated", sl_grid_cursor_item (self));
}

static gboolean
edit_key (SlGrid *self, guint keyval, gboolean shift)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      enter_key (self);
      return TRUE;
    case GDK_KEY_F2:
      sl_grid_edit (self, NULL);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      sl_grid_clear (self);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return tab_key (self, shift ? -1 : 1);
    case GDK_KEY_ISO_Left_Tab:
      return tab_key (self, -1);
    case GDK_KEY_Escape:
      if (gtk_widget_get_visible (self->bubble))
        {
          sl_grid_hide_bubble (self);
          return TRUE;
        }
      if (sl_uid_map_size (self->selected) == 0)
        return FALSE;
      sl_grid_collapse (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Typing overwrites. The key itself goes to the editor, so that input methods and dead keys work from the first one. */
static gboolean
typed (SlGrid *self, GtkEventController *keys, guint keyval)
{
  gunichar character = gdk_keyval_to_unicode (keyval);
  gboolean dead = keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_longsolidusoverlay;

  if (!dead && (character == 0 || g_unichar_iscntrl (character)))
    return FALSE;
  if (!sl_grid_edit (self, ""))
    return TRUE;
  gtk_event_controller_key_forward (GTK_EVENT_CONTROLLER_KEY (keys), self->editor.text);
  return TRUE;
}

static void
toggle_group (SlGrid *self)
{
  SlGridHead head;

  if (sl_grid_model_head (self->model, self->cursor_uid, &head))
    sl_grid_model_set_collapsed (self->model, self->cursor_uid, !head.collapsed);
}

static gboolean
head_key (SlGrid *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      sl_grid_model_set_collapsed (self->model, self->cursor_uid, TRUE);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      sl_grid_model_set_collapsed (self->model, self->cursor_uid, FALSE);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
      toggle_group (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
on_key (GtkEventController *keys, guint keyval, guint keycode, GdkModifierType state, SlGrid *self)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0, shift = (state & GDK_SHIFT_MASK) != 0;

  if (self->model == NULL || (state & (GDK_SUPER_MASK | GDK_META_MASK)))
    return FALSE;
  if (self->editor.text != NULL || sl_grid_bubble_asks (self))
    return sl_grid_editor_key (self, keyval, state);
  if (state & GDK_ALT_MASK)
    return shift && !control && sl_grid_column_key (self, keyval);
  if (control && control_key (self, keyval, shift))
    return TRUE;
  if (n_rows (self) == 0)
    return FALSE;
  if (!control && !shift && on_head (self, self->cursor_uid) && head_key (self, keyval))
    return TRUE;
  if (shift && keyval == GDK_KEY_space)
    {
      sl_grid_select_rows (self);
      return TRUE;
    }
  if (move_key (self, keyval, control, shift))
    return TRUE;
  if (control)
    return FALSE;
  return edit_key (self, keyval, shift) || typed (self, keys, keyval);
}

/* To @widget: the grid itself, and each window that hangs beneath a cell: what is typed there does not pass the grid. */
void
sl_grid_add_keys (SlGrid *self, GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (widget, keys);
}

/* --- Pointer ------------------------------------------------------------------------------------------------------ */

static SlGridCell *
cell_at (SlGrid *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (widget != NULL && x >= 0 && x < sl_grid_pinned_width (self) && !sl_grid_in_heads (self, x, y))
    return sl_grid_pinned_cell_at (self, y);
  if (widget != NULL && !SL_IS_GRID_CELL (widget))
    {
      GtkWidget *cell = gtk_widget_get_ancestor (widget, SL_TYPE_GRID_CELL);

      widget = cell != NULL ? cell : widget;
    }
  return widget != NULL && SL_IS_GRID_CELL (widget) ? SL_GRID_CELL (widget) : NULL;
}

static void
go_to_cell (SlGrid *self, SlGridCell *cell, gboolean extending)
{
  guint position = sl_grid_model_position (self->model, sl_grid_cell_uid (cell));
  guint column = sl_grid_shown_index (self, sl_grid_cell_column (cell));

  if (position != G_MAXUINT && column != G_MAXUINT)
    sl_grid_go (self, position, column, extending);
}

static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, SlGrid *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  SlGridCell *cell = cell_at (self, x, y);

  if (self->model != NULL && x < sl_grid_pinned_width (self) && sl_grid_in_heads (self, x, y))
    {
      /* The head beneath belongs to a column that is out of sight there. */
      gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
      if (self->editor.text == NULL || sl_grid_commit (self))
        sl_grid_sort_by (self, sl_grid_pinned_column (self)->column->id, (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0);
      return;
    }
  if (cell == NULL || self->model == NULL)
    return;
  if (self->editor.text != NULL && sl_grid_is_cursor (self, sl_grid_cell_uid (cell), sl_grid_cell_column (cell)))
    return; /* the editor's own click */
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->editor.text != NULL && !sl_grid_commit (self))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  go_to_cell (self, cell, (state & GDK_SHIFT_MASK) != 0);
  if (on_head (self, self->cursor_uid) && (n_press == 2 || x < HEAD_ARROW))
    toggle_group (self);
  else if (n_press == 2)
    enter_key (self);
}

static void
on_head_released (GtkGestureClick *click, int n_press, double x, double y, SlGrid *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  SlGridColumn *column = sl_grid_head_at (self, x, y);

  if (column == NULL || n_press != 1 || (self->editor.text != NULL && !sl_grid_commit (self)))
    return;
  sl_grid_sort_by (self, column->column->id, (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0);
}

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, SlGrid *self)
{
  self->dragging = FALSE;
  if (self->editor.text != NULL || self->model == NULL || cell_at (self, x, y) == NULL)
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, SlGrid *self)
{
  double x, y;
  SlGridCell *cell;

  if (!self->dragging && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return;
  self->dragging = TRUE;
  gtk_gesture_drag_get_start_point (drag, &x, &y);
  cell = cell_at (self, x + dx, y + dy);
  if (cell != NULL && !sl_grid_is_cursor (self, sl_grid_cell_uid (cell), sl_grid_cell_column (cell)))
    go_to_cell (self, cell, TRUE);
}

static void
on_menu_pressed (GtkGestureClick *click, int n_press, double x, double y, SlGrid *self)
{
  SlGridCell *cell = cell_at (self, x, y);

  if (cell == NULL || self->editor.text != NULL)
    return;
  if (!sl_grid_is_selected (self, sl_grid_cell_uid (cell), sl_grid_cell_column (cell)))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));
      go_to_cell (self, cell, FALSE);
    }
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
sl_grid_add_pointer (SlGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *head = gtk_gesture_click_new (), *menu = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (menu), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_gesture_group (drag, click);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (head, "released", G_CALLBACK (on_head_released), self);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_pressed), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (head));
}
