/* Columns of the grid: making, showing, ordering, remembering, sorting by them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/widgets/sl-grid-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDTH_MIN 36
#define WIDTH_MAX 2000
/* The least that is left of the column that takes what the others leave. */
#define WIDTH_FIT 190

/* --- Cells -------------------------------------------------------------------------------------------------------- */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, SlGridColumn *column)
{
  gtk_list_item_set_child (list_item, sl_grid_cell_new (column->grid, column->column));
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_selectable (list_item, FALSE);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, SlGridColumn *column)
{
  SlGridCell *cell = SL_GRID_CELL (gtk_list_item_get_child (list_item));
  SlItem *item = gtk_list_item_get_item (list_item);

  sl_grid_cell_set_item (cell, item);
  sl_uid_map_set (column->cells, sl_item_uid (item), cell);
  sl_grid_count_binding (column->grid);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, SlGridColumn *column)
{
  SlGridCell *cell = SL_GRID_CELL (gtk_list_item_get_child (list_item));
  SlUid uid = cell != NULL ? sl_grid_cell_uid (cell) : SL_UID_NONE;

  if (cell == NULL)
    return;
  if (column->grid->editor.uid == uid && uid != SL_UID_NONE && column->grid->editor.column == column->column)
    sl_grid_editor_lost (column->grid);
  if (sl_uid_map_get (column->cells, uid) == cell)
    sl_uid_map_remove (column->cells, uid);
  sl_grid_cell_set_item (cell, NULL);
}

/* --- Making ------------------------------------------------------------------------------------------------------- */

static void
on_width (SlGridColumn *column)
{
  int width = gtk_column_view_column_get_fixed_width (column->view);

  if (width <= 0 || width == column->width || column->grid->fitting)
    return;
  column->width = CLAMP (width, WIDTH_MIN, WIDTH_MAX);
  sl_grid_tell_layout (column->grid);
}

/* What can be shown again; nothing while every column is there. */
static void
fill_hidden_menu (SlGrid *self)
{
  g_autoptr (GMenu) hidden = g_menu_new ();

  g_menu_remove_all (self->hidden_menu);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const SlGridColumn *column = self->columns->pdata[i];
      g_autofree char *action = g_strdup_printf ("grid.toggle-column::%s", column->column->id);

      if (!column->shown)
        g_menu_append (hidden, column->column->title, action);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (hidden)) > 0)
    g_menu_append_submenu (self->hidden_menu, _ ("_Show Column"), G_MENU_MODEL (hidden));
}

static GMenuModel *
head_menu (SlGrid *self, SlColumn *column)
{
  GMenu *menu = g_menu_new ();
  g_autofree char *sort = g_strdup_printf ("grid.sort::%s", column->id);
  g_autofree char *add = g_strdup_printf ("grid.add-sort::%s", column->id);
  g_autofree char *group = g_strdup_printf ("grid.group::%s", column->id);
  g_autofree char *hide = g_strdup_printf ("grid.toggle-column::%s", column->id);

  g_menu_append (menu, _ ("_Sort"), sort);
  g_menu_append (menu, _ ("_Add to Sort"), add);
  if (column->groups)
    {
      g_menu_append (menu, _ ("_Group by This"), group);
      g_menu_append (menu, _ ("Do _Not Group"), "grid.group::");
    }
  g_menu_append (menu, _ ("_Hide Column"), hide);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->hidden_menu));
  return G_MENU_MODEL (menu);
}

void
sl_grid_fill_group_menu (SlGrid *self)
{
  GPtrArray *columns = sl_grid_model_columns (self->model);

  g_menu_remove_all (self->group_menu);
  g_menu_append (self->group_menu, _ ("None"), "grid.group::");
  for (guint i = 0; i < columns->len; i++)
    {
      const SlColumn *column = columns->pdata[i];
      g_autofree char *action = g_strdup_printf ("grid.group::%s", column->id);

      if (column->groups)
        g_menu_append (self->group_menu, column->title, action);
    }
}

static SlGridColumn *
column_new (SlGrid *self, SlColumn *column)
{
  SlGridColumn *made = g_new0 (SlGridColumn, 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GMenuModel) menu = head_menu (self, column);

  *made = (SlGridColumn){ .grid = self, .column = sl_column_ref (column), .shown = column->shown, .width = column->width };
  made->cells = sl_uid_map_new (NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), made);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), made);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), made);
  made->view = gtk_column_view_column_new (column->title, factory);
  gtk_column_view_column_set_resizable (made->view, TRUE);
  gtk_column_view_column_set_fixed_width (made->view, made->width);
  gtk_column_view_column_set_header_menu (made->view, menu);
  g_object_set_data (G_OBJECT (made->view), "sl-grid-column", made);
  made->width_handler = g_signal_connect_swapped (made->view, "notify::fixed-width", G_CALLBACK (on_width), made);
  return made;
}

static void
column_free (gpointer data)
{
  SlGridColumn *self = data;

  g_signal_handler_disconnect (self->view, self->width_handler);
  g_object_set_data (G_OBJECT (self->view), "sl-grid-column", NULL);
  g_object_unref (self->view);
  sl_uid_map_free (self->cells);
  sl_column_unref (self->column);
  g_free (self);
}

/* The last column that is shown and holds text takes the room that is left. */
static void
choose_expanding (SlGrid *self)
{
  SlGridColumn *widest = NULL;

  for (guint i = 0; i < self->columns->len; i++)
    {
      SlGridColumn *column = self->columns->pdata[i];

      gtk_column_view_column_set_expand (column->view, FALSE);
      if (column->shown && column->column->type == SL_TYPE_TEXT && column->column->field >= 0
          && (widest == NULL || column->column->width > widest->column->width))
        widest = column;
    }
  if (widest != NULL)
    gtk_column_view_column_set_expand (widest->view, TRUE);
}

/* In a window too small for all, the widest text gives way first, so that nothing has to be scrolled for. */
static gboolean
fit (gpointer data)
{
  SlGrid *self = data;
  int room = gtk_widget_get_width (GTK_WIDGET (self));
  SlGridColumn *flexible = NULL;

  self->fit_idle = 0;
  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    {
      SlGridColumn *column = self->columns->pdata[i];

      if (column->shown && gtk_column_view_column_get_expand (column->view))
        flexible = column;
      else if (column->shown)
        room -= column->width;
    }
  if (flexible == NULL)
    return G_SOURCE_REMOVE;
  self->fitting = TRUE;
  gtk_column_view_column_set_fixed_width (flexible->view,
                                          CLAMP (room, MIN (WIDTH_FIT, flexible->width), flexible->width));
  self->fitting = FALSE;
  return G_SOURCE_REMOVE;
}

void
sl_grid_fit_later (SlGrid *self)
{
  if (self->fit_idle == 0)
    self->fit_idle = g_idle_add_full (GDK_PRIORITY_REDRAW - 5, fit, self, NULL);
}

static void
tell_searched (SlGrid *self)
{
  g_autoptr (GPtrArray) shown = sl_grid_shown_columns (self);

  sl_grid_model_set_searched (self->model, shown);
}

/* Makes the view's columns those that are shown, in our order. */
static void
apply (SlGrid *self)
{
  GListModel *there = gtk_column_view_get_columns (self->view);
  guint place = 0;

  self->restoring = TRUE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      SlGridColumn *column = self->columns->pdata[i];
      g_autoptr (GtkColumnViewColumn) at = g_list_model_get_item (there, place);

      if (!column->shown)
        {
          if (gtk_column_view_column_get_column_view (column->view) != NULL)
            {
              gtk_column_view_remove_column (self->view, column->view);
              sl_uid_map_clear (column->cells);
            }
          continue;
        }
      if (at != column->view)
        gtk_column_view_insert_column (self->view, place, column->view);
      place++;
    }
  choose_expanding (self);
  sl_grid_align_titles (self);
  self->restoring = FALSE;
  sl_grid_fit_later (self);
  fill_hidden_menu (self);
}

/* A person dragged a head elsewhere. */
static void
on_view_columns_changed (SlGrid *self)
{
  GListModel *there = gtk_column_view_get_columns (self->view);
  g_autoptr (GPtrArray) order = NULL;

  if (self->restoring || self->columns == NULL || g_list_model_get_n_items (there) != sl_grid_n_shown (self))
    return;
  order = g_ptr_array_new ();
  for (guint i = 0, n = 0; i < self->columns->len; i++)
    {
      SlGridColumn *column = self->columns->pdata[i];

      if (column->shown)
        {
          g_autoptr (GtkColumnViewColumn) view = g_list_model_get_item (there, n++);

          column = g_object_get_data (G_OBJECT (view), "sl-grid-column");
        }
      g_ptr_array_add (order, column);
    }
  memcpy (self->columns->pdata, order->pdata, order->len * sizeof (gpointer));
  sl_grid_align_titles (self);
  sl_grid_tell_layout (self);
}

void
sl_grid_columns_make (SlGrid *self)
{
  GPtrArray *columns = sl_grid_model_columns (self->model);

  self->columns = g_ptr_array_new_with_free_func (column_free);
  for (guint i = 0; i < columns->len; i++)
    g_ptr_array_add (self->columns, column_new (self, columns->pdata[i]));
  apply (self);
  g_signal_connect_object (gtk_column_view_get_columns (self->view), "items-changed", G_CALLBACK (on_view_columns_changed),
                           self, G_CONNECT_SWAPPED);
  sl_grid_update_titles (self);
}

void
sl_grid_columns_clear (SlGrid *self)
{
  if (self->columns == NULL)
    return;
  self->restoring = TRUE;
  g_signal_handlers_disconnect_by_func (gtk_column_view_get_columns (self->view), on_view_columns_changed, self);
  for (guint i = 0; i < self->columns->len; i++)
    {
      SlGridColumn *column = self->columns->pdata[i];

      if (gtk_column_view_column_get_column_view (column->view) != NULL)
        gtk_column_view_remove_column (self->view, column->view);
    }
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  self->restoring = FALSE;
}

/* --- Finding ------------------------------------------------------------------------------------------------------ */

guint
sl_grid_n_shown (SlGrid *self)
{
  guint n = 0;

  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    n += ((SlGridColumn *) self->columns->pdata[i])->shown;
  return n;
}

SlGridColumn *
sl_grid_nth_shown (SlGrid *self, guint n)
{
  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    {
      SlGridColumn *column = self->columns->pdata[i];

      if (column->shown && n-- == 0)
        return column;
    }
  return NULL;
}

guint
sl_grid_shown_index (SlGrid *self, SlColumn *column)
{
  guint n = 0;

  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    {
      SlGridColumn *each = self->columns->pdata[i];

      if (each->shown && each->column == column)
        return n;
      n += each->shown;
    }
  return G_MAXUINT;
}

SlGridColumn *
sl_grid_find_column (SlGrid *self, const char *id)
{
  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    if (strcmp (((SlGridColumn *) self->columns->pdata[i])->column->id, id) == 0)
      return self->columns->pdata[i];
  return NULL;
}

GPtrArray *
sl_grid_shown_columns (SlGrid *self)
{
  GPtrArray *shown = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_column_unref);

  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    if (((SlGridColumn *) self->columns->pdata[i])->shown)
      g_ptr_array_add (shown, sl_column_ref (((SlGridColumn *) self->columns->pdata[i])->column));
  return shown;
}

static GtkWidget *
heads (SlGrid *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  return first != NULL && !GTK_IS_LIST_VIEW (first) ? first : NULL;
}

gboolean
sl_grid_in_heads (SlGrid *self, double x, double y)
{
  GtkWidget *header = heads (self);
  graphene_rect_t area;

  return header != NULL && gtk_widget_compute_bounds (header, GTK_WIDGET (self), &area)
         && graphene_rect_contains_point (&area, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

GtkWidget *
sl_grid_column_head (SlGrid *self, SlGridColumn *column)
{
  guint n = sl_grid_shown_index (self, column->column);

  for (GtkWidget *head = heads (self) != NULL ? gtk_widget_get_first_child (heads (self)) : NULL; head != NULL;
       head = gtk_widget_get_next_sibling (head))
    if (gtk_widget_get_visible (head) && n-- == 0)
      return head;
  return NULL;
}

SlGridColumn *
sl_grid_head_at (SlGrid *self, double x, double y)
{
  guint n = 0;

  if (!sl_grid_in_heads (self, x, y))
    return NULL;
  if (x < sl_grid_pinned_width (self))
    return sl_grid_pinned_column (self);
  for (GtkWidget *head = gtk_widget_get_first_child (heads (self)); head != NULL; head = gtk_widget_get_next_sibling (head))
    {
      graphene_rect_t area;

      if (!gtk_widget_get_visible (head))
        continue;
      if (gtk_widget_compute_bounds (head, GTK_WIDGET (self), &area)
          && graphene_rect_contains_point (&area, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
        return sl_grid_nth_shown (self, n);
      n++;
    }
  return NULL;
}

void
sl_grid_align_titles (SlGrid *self)
{
  guint n = 0;

  for (GtkWidget *head = heads (self) != NULL ? gtk_widget_get_first_child (heads (self)) : NULL; head != NULL;
       head = gtk_widget_get_next_sibling (head))
    {
      SlGridColumn *column = gtk_widget_get_visible (head) ? sl_grid_nth_shown (self, n++) : NULL;
      GtkWidget *box = gtk_widget_get_first_child (head);

      if (column != NULL && box != NULL)
        {
          gtk_widget_set_hexpand (box, TRUE);
          gtk_widget_set_halign (box, column->column->right ? GTK_ALIGN_END : GTK_ALIGN_START);
        }
    }
}

/* --- Showing ------------------------------------------------------------------------------------------------------ */

gboolean
sl_grid_column_shown (SlGrid *self, const char *id)
{
  SlGridColumn *column;

  g_return_val_if_fail (SL_IS_GRID (self) && id != NULL, FALSE);
  column = sl_grid_find_column (self, id);
  return column != NULL && column->shown;
}

/* The cursor never stands in a column that is not there. */
static void
rescue_cursor (SlGrid *self)
{
  if (self->cursor_column != NULL && sl_grid_shown_index (self, self->cursor_column) == G_MAXUINT)
    {
      SlGridColumn *first = sl_grid_nth_shown (self, 0);

      self->cursor_column = first != NULL ? first->column : NULL;
      sl_grid_collapse (self);
    }
}

void
sl_grid_show_column (SlGrid *self, const char *id, gboolean shown)
{
  SlGridColumn *column;

  g_return_if_fail (SL_IS_GRID (self) && id != NULL);
  column = sl_grid_find_column (self, id);
  if (column == NULL || column->shown == shown || (!shown && sl_grid_n_shown (self) == 1))
    return;
  sl_grid_cancel (self);
  column->shown = shown;
  apply (self);
  rescue_cursor (self);
  tell_searched (self);
  sl_grid_tell_layout (self);
}

void
sl_grid_move_column (SlGrid *self, const char *id, guint place)
{
  SlGridColumn *column;
  guint from;

  g_return_if_fail (SL_IS_GRID (self) && id != NULL);
  column = sl_grid_find_column (self, id);
  if (column == NULL || !g_ptr_array_find (self->columns, column, &from) || from == place)
    return;
  sl_grid_cancel (self);
  g_ptr_array_steal_index (self->columns, from);
  g_ptr_array_insert (self->columns, (int) MIN (place, self->columns->len), column);
  apply (self);
  sl_grid_tell_layout (self);
}

void
sl_grid_hide_column (SlGrid *self)
{
  if (self->cursor_column != NULL)
    sl_grid_show_column (self, self->cursor_column->id, FALSE);
}

/* --- Columns by keyboard ------------------------------------------------------------------------------------------ */

#define WIDTH_STEP 12

/* Past the next column that is shown, not merely past one that is hidden. */
static void
shift_column (SlGrid *self, SlGridColumn *column, int by)
{
  guint index = sl_grid_shown_index (self, column->column), place;

  if (by < 0 ? index == 0 : index + 1 >= sl_grid_n_shown (self))
    return;
  if (g_ptr_array_find (self->columns, sl_grid_nth_shown (self, (guint) ((int) index + by)), &place))
    sl_grid_move_column (self, column->column->id, place);
  sl_grid_reveal_cursor (self);
}

gboolean
sl_grid_column_key (SlGrid *self, guint keyval)
{
  SlGridColumn *column = self->cursor_column != NULL ? sl_grid_find_column (self, self->cursor_column->id) : NULL;
  int by = keyval == GDK_KEY_Left || keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Left || keyval == GDK_KEY_KP_Up ? -1 : 1;

  if (column == NULL)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Left:
    case GDK_KEY_KP_Right:
      shift_column (self, column, by);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Up:
    case GDK_KEY_KP_Down:
      gtk_column_view_column_set_fixed_width (column->view, CLAMP (column->width + by * WIDTH_STEP, WIDTH_MIN, WIDTH_MAX));
      return TRUE;
    default:
      return FALSE;
    }
}

/* --- Sorting ------------------------------------------------------------------------------------------------------ */

static int
find_key (const SlSortKey *keys, guint n, SlColumn *column)
{
  for (guint i = 0; i < n; i++)
    if (keys[i].column == column)
      return (int) i;
  return -1;
}

void
sl_grid_update_titles (SlGrid *self)
{
  guint n = 0;
  const SlSortKey *keys = sl_grid_model_sort (self->model, &n);

  for (guint i = 0; i < self->columns->len; i++)
    {
      SlGridColumn *column = self->columns->pdata[i];
      int place = find_key (keys, n, column->column);
      g_autofree char *title = NULL;

      if (place < 0)
        title = g_strdup (column->column->title);
      else if (n == 1)
        title = g_strdup_printf ("%s %s", column->column->title, keys[place].descending ? "↓" : "↑");
      else
        title = g_strdup_printf ("%s %s%d", column->column->title, keys[place].descending ? "↓" : "↑", place + 1);
      if (g_strcmp0 (gtk_column_view_column_get_title (column->view), title) != 0)
        gtk_column_view_column_set_title (column->view, title);
    }
}

void
sl_grid_sort_by (SlGrid *self, const char *id, gboolean add)
{
  SlGridColumn *column;
  SlSortKey keys[SL_SORT_KEYS_MAX];
  guint n = 0;
  const SlSortKey *now;
  int place;

  g_return_if_fail (SL_IS_GRID (self) && id != NULL);
  column = sl_grid_find_column (self, id);
  if (column == NULL)
    return;
  now = sl_grid_model_sort (self->model, &n);
  memcpy (keys, now, n * sizeof *keys);
  place = find_key (keys, n, column->column);
  if (place >= 0 && (add || n == 1))
    {
      /* One way, the other, none. */
      if (keys[place].descending == column->column->high_first)
        keys[place].descending = !column->column->high_first;
      else
        {
          memmove (keys + place, keys + place + 1, (n - 1 - (guint) place) * sizeof *keys);
          n--;
        }
    }
  else if (add && n < SL_SORT_KEYS_MAX)
    keys[n++] = (SlSortKey){ column->column, column->column->high_first };
  else
    {
      keys[0] = (SlSortKey){ column->column, column->column->high_first };
      n = 1;
    }
  sl_grid_model_set_sort (self->model, keys, n);
}

/* --- Remembering -------------------------------------------------------------------------------------------------- */

char *
sl_grid_save_columns (SlGrid *self)
{
  GString *text = g_string_new (NULL);
  const SlSortKey *keys;
  const SlColumn *group;
  guint n = 0;

  g_return_val_if_fail (SL_IS_GRID (self), g_string_free (text, FALSE));
  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    {
      SlGridColumn *column = self->columns->pdata[i];

      g_string_append_printf (text, "%s%s%s:%d", i > 0 ? "," : "", column->shown ? "" : "-", column->column->id, column->width);
    }
  keys = self->model != NULL ? sl_grid_model_sort (self->model, &n) : NULL;
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%c%s%s", i > 0 ? ',' : ';', keys[i].descending ? "-" : "", keys[i].column->id);
  group = self->model != NULL ? sl_grid_model_group (self->model) : NULL;
  if (group != NULL)
    g_string_append_printf (text, "%s;group=%s", n > 0 ? "" : ";", group->id);
  return g_string_free (text, FALSE);
}

static void
set_standard (SlGrid *self)
{
  GPtrArray *columns = sl_grid_model_columns (self->model);

  for (guint i = 0; i < columns->len; i++)
    {
      SlColumn *column = columns->pdata[i];
      SlGridColumn *mine = sl_grid_find_column (self, column->id);
      guint from;

      mine->shown = column->shown;
      mine->width = column->width;
      gtk_column_view_column_set_fixed_width (mine->view, mine->width);
      if (g_ptr_array_find (self->columns, mine, &from))
        {
          g_ptr_array_steal_index (self->columns, from);
          g_ptr_array_insert (self->columns, (int) i, mine);
        }
    }
}

static void
restore_one (SlGrid *self, const char *part, guint *place)
{
  gboolean hidden = *part == '-';
  g_auto (GStrv) halves = g_strsplit (part + hidden, ":", 2);
  SlGridColumn *column = halves[0] != NULL ? sl_grid_find_column (self, halves[0]) : NULL;
  guint64 width = 0;
  guint from;

  if (column == NULL || !g_ptr_array_find (self->columns, column, &from) || from < *place)
    return;
  column->shown = !hidden;
  if (halves[1] != NULL && g_ascii_string_to_unsigned (halves[1], 10, WIDTH_MIN, WIDTH_MAX, &width, NULL))
    {
      column->width = (int) width;
      gtk_column_view_column_set_fixed_width (column->view, column->width);
    }
  g_ptr_array_steal_index (self->columns, from);
  g_ptr_array_insert (self->columns, (int) (*place)++, column);
}

static void
restore_sort (SlGrid *self, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ",", -1);
  SlSortKey keys[SL_SORT_KEYS_MAX];
  guint n = 0;

  for (guint i = 0; parts[i] != NULL && n < SL_SORT_KEYS_MAX; i++)
    {
      gboolean descending = *parts[i] == '-';
      SlGridColumn *column = sl_grid_find_column (self, parts[i] + descending);

      if (column != NULL && find_key (keys, n, column->column) < 0)
        keys[n++] = (SlSortKey){ column->column, descending };
    }
  sl_grid_model_set_sort (self->model, keys, n);
}

/* Parts of another name are passed over. */
static void
restore_group (SlGrid *self, char **parts)
{
  SlColumn *group = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    if (i > 1 && g_str_has_prefix (parts[i], "group="))
      group = sl_columns_find (sl_grid_model_columns (self->model), parts[i] + strlen ("group="));
  sl_grid_model_set_group (self->model, group != NULL && group->groups ? group : NULL);
}

void
sl_grid_restore_columns (SlGrid *self, const char *text)
{
  g_auto (GStrv) halves = NULL;
  g_auto (GStrv) parts = NULL;
  guint place = 0;

  g_return_if_fail (SL_IS_GRID (self) && self->model != NULL);
  sl_grid_cancel (self);
  halves = g_strsplit (text != NULL ? text : "", ";", -1);
  parts = g_strsplit (halves[0] != NULL ? halves[0] : "", ",", -1);
  self->restoring = TRUE;
  set_standard (self);
  for (guint i = 0; parts[i] != NULL; i++)
    restore_one (self, parts[i], &place);
  if (sl_grid_n_shown (self) == 0)
    set_standard (self);
  apply (self);
  self->restoring = TRUE;
  rescue_cursor (self);
  tell_searched (self);
  restore_sort (self, halves[0] != NULL ? halves[1] : NULL);
  restore_group (self, halves);
  self->restoring = FALSE;
  sl_grid_tell_layout (self);
}
