/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-grid-private.h"

#include <glib/gi18n-lib.h>

/* With the hairline beneath: 28 and 36. */
#define COMPACT 27
#define ROOMY 35

enum
{
  PROP_0,
  PROP_GROUP,
  PROP_DENSITY,
  PROP_BLUE_ORANGE,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

enum
{
  CURSOR_CHANGED,
  ACTIVATED,
  MESSAGE,
  ROW_MOVED,
  LAYOUT_CHANGED,
  SELECTION_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlGrid, sl_grid, GTK_TYPE_WIDGET)

/* --- Look --------------------------------------------------------------------------------------------------------- */

static void
forget_look (SlGrid *self)
{
  self->palette = NULL;
  sl_grid_redraw_cells (self);
}

const SlPalette *
sl_grid_palette (SlGrid *self)
{
  AdwStyleManager *style;
  GtkStyleContext *context;
  guint flags = 0;

  if (self->palette != NULL)
    return self->palette;
  style = adw_style_manager_get_default ();
  if (adw_style_manager_get_dark (style))
    flags |= SL_PALETTE_DARK;
  if (adw_style_manager_get_high_contrast (style))
    flags |= SL_PALETTE_HIGH_CONTRAST;
  if (self->blue_orange)
    flags |= SL_PALETTE_BLUE_ORANGE;
  self->palette = sl_palette_get (flags);
  context = gtk_widget_get_style_context (GTK_WIDGET (self));
  if (!gtk_style_context_lookup_color (context, "accent_bg_color", &self->accent))
    gdk_rgba_parse (&self->accent, "#3584e4");
  return self->palette;
}

const GdkRGBA *
sl_grid_accent (SlGrid *self)
{
  sl_grid_palette (self);
  return &self->accent;
}

int
sl_grid_row_height (SlGrid *self)
{
  return self->density == SL_GRID_ROOMY ? ROOMY : COMPACT;
}

static void
each_cell (SlGrid *self, void (*func) (GtkWidget *cell))
{
  /* Rows are children of the list, cells of rows, and ours of cells. */
  for (GtkWidget *row = self->list != NULL ? gtk_widget_get_first_child (self->list) : NULL; row != NULL;
       row = gtk_widget_get_next_sibling (row))
    for (GtkWidget *cell = gtk_widget_get_first_child (row); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
      {
        GtkWidget *child = SL_IS_GRID_CELL (cell) ? cell : gtk_widget_get_first_child (cell);

        if (child != NULL && SL_IS_GRID_CELL (child))
          func (child);
      }
}

void
sl_grid_redraw_cells (SlGrid *self)
{
  each_cell (self, gtk_widget_queue_draw);
}

/* --- Telling ------------------------------------------------------------------------------------------------------ */

void
sl_grid_tell (SlGrid *self, const char *message)
{
  g_signal_emit (self, signals[MESSAGE], 0, message);
}

void
sl_grid_tell_layout (SlGrid *self)
{
  if (!self->restoring)
    g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
}

void
sl_grid_tell_cursor (SlGrid *self)
{
  SlItem *item = sl_grid_cursor_item (self);

  if (item == self->told_item)
    return;
  g_set_object (&self->told_item, item);
  g_signal_emit (self, signals[CURSOR_CHANGED], 0, item);
}

void
sl_grid_tell_selection (SlGrid *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

void
sl_grid_count_binding (SlGrid *self)
{
  self->bindings++;
}

guint64
sl_grid_bindings (SlGrid *self)
{
  g_return_val_if_fail (SL_IS_GRID (self), 0);
  return self->bindings;
}

/* --- Following the model ------------------------------------------------------------------------------------------ */

static gboolean
settle (gpointer data)
{
  SlGrid *self = data;
  g_autofree char *draft = g_steal_pointer (&self->draft);

  self->settle_idle = 0;
  sl_grid_settle (self);
  self->had_focus = FALSE;
  if (self->show_top && !sl_grid_model_is_busy (self->model))
    {
      /* The view follows the focus by itself; the next key goes back to the cursor. */
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
      self->show_top = FALSE;
    }
  if (draft != NULL && !sl_grid_edit (self, draft))
    /* The row went away while it was edited: what was typed is shown rather than lost. */
    sl_grid_tell (self, draft);
  return G_SOURCE_REMOVE;
}

static void
on_items_changed (SlGrid *self)
{
  if (self->settle_idle == 0)
    self->settle_idle = g_idle_add_full (GDK_PRIORITY_REDRAW + 5, settle, self, NULL);
}

/* Told before the view learns of it: afterwards the focus may be gone with its cell. */
static void
on_items_changing (SlGrid *self)
{
  self->had_focus |= gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
}

static void
on_replaced (SlGrid *self)
{
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", 0);
}

static void
on_sort_changed (SlGrid *self)
{
  self->show_top = TRUE;
  sl_grid_update_titles (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GROUP]);
  sl_grid_tell_layout (self);
}

static void
on_row_moved (SlGridModel *model, guint64 uid, guint from, guint to, SlGrid *self)
{
  g_autoptr (SlItem) item
      = sl_kind_model_item (sl_workspace_list (sl_grid_model_workspace (model), sl_grid_model_kind (model)), (SlUid) uid);

  g_signal_emit (self, signals[ROW_MOVED], 0, item, to == G_MAXUINT ? -1 : (int) to);
}

static void
drop_model (SlGrid *self)
{
  if (self->model == NULL)
    return;
  sl_grid_cancel (self);
  if (self->preview != NULL)
    gtk_window_destroy (GTK_WINDOW (self->preview));
  for (guint i = 0; i < G_N_ELEMENTS (self->model_handlers); i++)
    g_signal_handler_disconnect (self->model, self->model_handlers[i]);
  gtk_column_view_set_model (self->view, NULL);
  sl_grid_columns_clear (self);
  sl_uid_map_clear (self->selected);
  self->cursor_uid = self->anchor_uid = SL_UID_NONE;
  self->cursor_column = self->anchor_column = NULL;
  self->all_columns = FALSE;
  g_clear_object (&self->model);
}

static void
take_model (SlGrid *self, SlGridModel *model)
{
  g_autoptr (GtkNoSelection) rows = NULL;

  self->model = g_object_ref (model);
  /* The first handler stands before the view's own, the second behind it. */
  self->model_handlers[0]
      = g_signal_connect_swapped (model, "items-changed", G_CALLBACK (on_items_changing), self);
  sl_grid_columns_make (self);
  sl_grid_fill_group_menu (self);
  rows = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (model)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (rows));
  self->model_handlers[1] = g_signal_connect_swapped (model, "items-changed", G_CALLBACK (on_items_changed), self);
  self->model_handlers[2] = g_signal_connect_swapped (model, "sort-changed", G_CALLBACK (on_sort_changed), self);
  self->model_handlers[3] = g_signal_connect (model, "row-moved", G_CALLBACK (on_row_moved), self);
  self->model_handlers[4] = g_signal_connect_swapped (model, "replaced", G_CALLBACK (on_replaced), self);
  sl_grid_settle (self);
}

void
sl_grid_set_model (SlGrid *self, SlGridModel *model)
{
  g_return_if_fail (SL_IS_GRID (self) && (model == NULL || SL_IS_GRID_MODEL (model)));
  if (self->model == model)
    return;
  drop_model (self);
  if (model != NULL)
    take_model (self, model);
  sl_grid_tell_cursor (self);
}

SlGridModel *
sl_grid_get_model (SlGrid *self)
{
  g_return_val_if_fail (SL_IS_GRID (self), NULL);
  return self->model;
}

SlItem *
sl_grid_cursor_item (SlGrid *self)
{
  g_autoptr (SlItem) item = NULL;

  g_return_val_if_fail (SL_IS_GRID (self), NULL);
  if (self->model != NULL && sl_grid_cursor_uid (self) != SL_UID_NONE
      && sl_grid_model_position (self->model, self->cursor_uid) != G_MAXUINT)
    item = sl_kind_model_item (sl_workspace_list (sl_grid_model_workspace (self->model), sl_grid_model_kind (self->model)),
                               self->cursor_uid);
  /* The caller borrows: the grid is what keeps it. */
  g_set_object (&self->cursor_item, item);
  return self->cursor_item;
}

SlUid
sl_grid_cursor_uid (SlGrid *self)
{
  g_return_val_if_fail (SL_IS_GRID (self), SL_UID_NONE);
  return self->model != NULL && sl_grid_model_head (self->model, self->cursor_uid, NULL) ? SL_UID_NONE : self->cursor_uid;
}

const char *
sl_grid_cursor_column (SlGrid *self)
{
  g_return_val_if_fail (SL_IS_GRID (self), NULL);
  return self->cursor_column != NULL ? self->cursor_column->id : NULL;
}

/* --- Properties --------------------------------------------------------------------------------------------------- */

SlGridDensity
sl_grid_get_density (SlGrid *self)
{
  g_return_val_if_fail (SL_IS_GRID (self), SL_GRID_COMPACT);
  return self->density;
}

void
sl_grid_set_density (SlGrid *self, SlGridDensity density)
{
  g_return_if_fail (SL_IS_GRID (self));
  if (self->density == density)
    return;
  self->density = density;
  each_cell (self, gtk_widget_queue_resize);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DENSITY]);
}

void
sl_grid_set_blue_orange (SlGrid *self, gboolean blue_orange)
{
  g_return_if_fail (SL_IS_GRID (self));
  if (self->blue_orange == blue_orange)
    return;
  self->blue_orange = blue_orange;
  forget_look (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BLUE_ORANGE]);
}

void
sl_grid_set_group (SlGrid *self, const char *id)
{
  SlColumn *column;

  g_return_if_fail (SL_IS_GRID (self));
  if (self->model == NULL || (self->editor.text != NULL && !sl_grid_commit (self)))
    return;
  column = id != NULL ? sl_columns_find (sl_grid_model_columns (self->model), id) : NULL;
  sl_grid_model_set_group (self->model, column != NULL && column->groups ? column : NULL);
}

void
sl_grid_collapse_all (SlGrid *self, gboolean collapsed)
{
  SlUid heir;

  g_return_if_fail (SL_IS_GRID (self));
  if (self->model == NULL || (self->editor.text != NULL && !sl_grid_commit (self)))
    return;
  heir = collapsed ? sl_grid_model_head_of (self->model, self->cursor_uid) : SL_UID_NONE;
  if (heir != SL_UID_NONE)
    sl_grid_set_cursor (self, heir, NULL);
  sl_grid_model_set_all_collapsed (self->model, collapsed);
}

static void
sl_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SlGrid *self = SL_GRID (object);

  if (id == PROP_GROUP)
    g_value_set_string (value, self->model != NULL && sl_grid_model_group (self->model) != NULL
                                   ? sl_grid_model_group (self->model)->id : "");
  else if (id == PROP_DENSITY)
    g_value_set_int (value, (int) self->density);
  else if (id == PROP_BLUE_ORANGE)
    g_value_set_boolean (value, self->blue_orange);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sl_grid_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SlGrid *self = SL_GRID (object);

  if (id == PROP_GROUP)
    sl_grid_set_group (self, g_value_get_string (value));
  else if (id == PROP_DENSITY)
    sl_grid_set_density (self, (SlGridDensity) g_value_get_int (value));
  else if (id == PROP_BLUE_ORANGE)
    sl_grid_set_blue_orange (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* --- Focus -------------------------------------------------------------------------------------------------------- */

/* The grid is one stop on the way round the window: in to the cursor's cell, out again at once. */
static gboolean
sl_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL || gtk_widget_is_focus (widget))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static gboolean
sl_grid_grab_focus (GtkWidget *widget)
{
  SlGrid *self = SL_GRID (widget);
  SlGridCell *cell;

  if (self->editor.text != NULL)
    return sl_grid_focus_editor (self);
  cell = sl_grid_cursor_cell (self);
  if (cell == NULL && self->model != NULL && self->cursor_uid != SL_UID_NONE
      && sl_grid_model_position (self->model, self->cursor_uid) != G_MAXUINT)
    {
      gtk_widget_activate_action (self->list, "list.scroll-to-item", "u",
                                  sl_grid_model_position (self->model, self->cursor_uid));
      cell = sl_grid_cursor_cell (self);
    }
  if (cell != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (cell));
  return GTK_WIDGET_CLASS (sl_grid_parent_class)->grab_focus (widget);
}

void
sl_grid_focus_self (SlGrid *self)
{
  GTK_WIDGET_CLASS (sl_grid_parent_class)->grab_focus (GTK_WIDGET (self));
}

/* Going elsewhere in the window keeps what was typed; going to another window changes nothing. */
static void
on_focus_left (SlGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->editor.text == NULL || sl_grid_bubble_asks (self) || !GTK_IS_WINDOW (root)
      || !gtk_window_is_active (GTK_WINDOW (root)))
    return;
  /* What hangs beneath the cell belongs to the grid. */
  if (focus != NULL && focus != GTK_WIDGET (self) && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    sl_grid_commit (self);
}

/* --- Actions ------------------------------------------------------------------------------------------------------ */

static void
on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlGrid *self = SL_GRID (widget);
  const char *id = parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL;

  if (self->model == NULL)
    return;
  if (g_str_equal (name, "grid.copy"))
    sl_grid_copy (self, FALSE);
  else if (g_str_equal (name, "grid.copy-with-headers"))
    sl_grid_copy (self, TRUE);
  else if (g_str_equal (name, "grid.cut"))
    sl_grid_cut (self);
  else if (g_str_equal (name, "grid.paste"))
    sl_grid_paste (self);
  else if (g_str_equal (name, "grid.clear"))
    sl_grid_clear (self);
  else if (g_str_equal (name, "grid.fill-down"))
    sl_grid_fill_down (self);
  else if (g_str_equal (name, "grid.edit"))
    sl_grid_edit (self, NULL);
  else if (g_str_equal (name, "grid.select-all"))
    sl_grid_select_all (self);
  else if (g_str_equal (name, "grid.duplicate"))
    sl_grid_duplicate (self);
  else if (g_str_equal (name, "grid.collapse-all"))
    sl_grid_collapse_all (self, TRUE);
  else if (g_str_equal (name, "grid.expand-all"))
    sl_grid_collapse_all (self, FALSE);
  else if (g_str_equal (name, "grid.sort"))
    sl_grid_sort_by (self, id, FALSE);
  else if (g_str_equal (name, "grid.add-sort"))
    sl_grid_sort_by (self, id, TRUE);
  else if (g_str_equal (name, "grid.hide-column"))
    sl_grid_hide_column (self);
  else if (g_str_equal (name, "grid.toggle-column"))
    sl_grid_show_column (self, id, !sl_grid_column_shown (self, id));
}

static void
install_actions (GtkWidgetClass *klass)
{
  static const char *const plain[] = { "grid.copy",  "grid.copy-with-headers", "grid.cut",  "grid.paste",
                                       "grid.clear", "grid.fill-down",         "grid.edit", "grid.select-all",
                                       "grid.collapse-all", "grid.expand-all",        "grid.duplicate",
                                       "grid.hide-column" };
  static const char *const named[] = { "grid.sort", "grid.add-sort", "grid.toggle-column" };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    gtk_widget_class_install_action (klass, plain[i], NULL, on_action);
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    gtk_widget_class_install_action (klass, named[i], "s", on_action);
  gtk_widget_class_install_property_action (klass, "grid.group", "group");
}

static GtkWidget *
make_menu (SlGrid *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) clip = g_menu_new ();
  g_autoptr (GMenu) cells = g_menu_new ();
  g_autoptr (GMenu) groups = g_menu_new ();
  g_autoptr (GMenu) columns = g_menu_new ();
  GtkWidget *popover;

  g_menu_append (clip, _ ("Cu_t"), "grid.cut");
  g_menu_append (clip, _ ("_Copy"), "grid.copy");
  g_menu_append (clip, _ ("Copy With _Headers"), "grid.copy-with-headers");
  g_menu_append (clip, _ ("_Paste"), "grid.paste");
  g_menu_append (cells, _ ("_Edit"), "grid.edit");
  g_menu_append (cells, _ ("Fill _Down"), "grid.fill-down");
  g_menu_append (cells, _ ("C_lear"), "grid.clear");
  g_menu_append (cells, _ ("D_uplicate Row"), "grid.duplicate");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (clip));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (cells));
  g_menu_append_submenu (groups, _ ("_Group by"), G_MENU_MODEL (self->group_menu));
  g_menu_append (groups, _ ("Close All Gro_ups"), "grid.collapse-all");
  g_menu_append (groups, _ ("_Open All Groups"), "grid.expand-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (groups));
  g_menu_append (columns, _ ("_Hide Column"), "grid.hide-column");
  g_menu_append_section (columns, NULL, G_MENU_MODEL (self->hidden_menu));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (columns));
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  return popover;
}

void
sl_grid_add_to_menu (SlGrid *self, GMenuModel *section)
{
  g_return_if_fail (SL_IS_GRID (self) && G_IS_MENU_MODEL (section));
  g_menu_append_section (G_MENU (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (self->menu))), NULL, section);
}

void
sl_grid_pop_menu (SlGrid *self)
{
  GdkRectangle area;

  g_return_if_fail (SL_IS_GRID (self));
  if (self->editor.text != NULL || !sl_grid_cursor_area (self, &area))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &area);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
sl_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (sl_grid_parent_class)->snapshot (widget, snapshot);
  sl_grid_snapshot_over (SL_GRID (widget), snapshot);
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sl_grid_parent_class)->css_changed (widget, change);
  SL_GRID (widget)->palette = NULL;
}

static void
sl_grid_dispose (GObject *object)
{
  SlGrid *self = SL_GRID (object);

  if (self->view != NULL)
    drop_model (self);
  g_clear_handle_id (&self->settle_idle, g_source_remove);
  g_clear_handle_id (&self->reveal_idle, g_source_remove);
  g_clear_handle_id (&self->fit_idle, g_source_remove);
  g_clear_object (&self->told_item);
  g_clear_object (&self->cursor_item);
  g_clear_pointer (&self->waiting, sl_grid_act_free);
  g_clear_pointer (&self->bubble, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->choices.popover, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  self->view = NULL;
  self->list = NULL;
  G_OBJECT_CLASS (sl_grid_parent_class)->dispose (object);
}

static void
sl_grid_finalize (GObject *object)
{
  SlGrid *self = SL_GRID (object);

  sl_uid_map_free (self->selected);
  g_clear_object (&self->group_menu);
  g_clear_object (&self->hidden_menu);
  g_free (self->draft);
  g_free (self->waiting_message);
  G_OBJECT_CLASS (sl_grid_parent_class)->finalize (object);
}

static void
sl_grid_class_init (SlGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = sl_grid_dispose;
  object_class->finalize = sl_grid_finalize;
  object_class->get_property = sl_grid_get_property;
  object_class->set_property = sl_grid_set_property;
  widget_class->snapshot = sl_grid_snapshot;
  widget_class->focus = sl_grid_focus;
  widget_class->grab_focus = sl_grid_grab_focus;
  widget_class->css_changed = sl_grid_css_changed;
  props[PROP_GROUP] = g_param_spec_string ("group", NULL, NULL, "", flags);
  props[PROP_DENSITY] = g_param_spec_int ("density", NULL, NULL, SL_GRID_COMPACT, SL_GRID_ROOMY, SL_GRID_COMPACT, flags);
  props[PROP_BLUE_ORANGE] = g_param_spec_boolean ("blue-orange", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CURSOR_CHANGED]
      = g_signal_new ("cursor-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SL_TYPE_ITEM);
  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SL_TYPE_ITEM);
  signals[MESSAGE] = g_signal_new ("message", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ROW_MOVED] = g_signal_new ("row-moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, SL_TYPE_ITEM,
                                     G_TYPE_INT);
  signals[LAYOUT_CHANGED] = g_signal_new ("layout-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "slgrid");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

/* What was chosen may have taken the cell away that the menu gives the focus back to. */
static void
on_menu_closed (SlGrid *self)
{
  self->had_focus = TRUE;
  on_items_changed (self);
}

static void
add_popovers (SlGrid *self)
{
  self->bubble = gtk_popover_new ();
  gtk_widget_add_css_class (self->bubble, "sl-grid-bubble");
  gtk_popover_set_autohide (GTK_POPOVER (self->bubble), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->bubble), GTK_POS_BOTTOM);
  gtk_widget_set_parent (self->bubble, GTK_WIDGET (self));
  self->group_menu = g_menu_new ();
  self->hidden_menu = g_menu_new ();
  self->menu = make_menu (self);
  g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (on_menu_closed), self);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

static void
sl_grid_init (SlGrid *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->selected = sl_uid_map_new (NULL);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "sl-grid");
  gtk_column_view_set_reorderable (self->view, TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      self->list = child;
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  add_popovers (self);
  sl_grid_add_keys (self, GTK_WIDGET (self));
  sl_grid_add_keys (self, self->bubble);
  sl_grid_add_pointer (self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "value-changed",
                           G_CALLBACK (sl_grid_place_popovers), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "notify::page-size",
                           G_CALLBACK (sl_grid_fit_later), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (forget_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (forget_look), self, G_CONNECT_SWAPPED);
}

GtkWidget *
sl_grid_new (const char *label)
{
  SlGrid *self;

  g_return_val_if_fail (label != NULL, NULL);
  self = g_object_new (SL_TYPE_GRID, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}
