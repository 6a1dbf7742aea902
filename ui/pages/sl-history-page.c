/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-history-page-private.h"

#include "base/sl-text.h"
#include "ui/pages/sl-history-cell.h"
#include "ui/pages/sl-history-filters.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-banner.h"
#include "ui/widgets/sl-row-list.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (SlHistoryPage, sl_history_page, SL_TYPE_PAGE)

/* --- Where one is ------------------------------------------------------------------------------------------------- */

/* The row of an item of the list; NULL when it shows none. Borrowed. */
SlHistoryRow *
sl_history_page_row_of (SlHistoryPage *self, GtkWidget *item, guint *position)
{
  GtkWidget *cell = item != NULL ? gtk_widget_get_first_child (item) : NULL;
  SlHistoryRow *row = SL_IS_HISTORY_CELL (cell) ? sl_history_cell_row (SL_HISTORY_CELL (cell)) : NULL;

  return row != NULL
         && sl_history_model_find (self->model, sl_history_row_entry (row)->seq, sl_history_row_child (row), position) ? row : NULL;
}

/* The row with the focus, else the one selected. GTK_INVALID_LIST_POSITION: none. */
SlHistoryRow *
sl_history_page_dup_current (SlHistoryPage *self, guint *position)
{
  SlHistoryRow *row = sl_history_page_row_of (self, gtk_widget_get_focus_child (self->view), position);

  if (row != NULL)
    return g_object_ref (row);
  *position = gtk_single_selection_get_selected (self->selection);
  return *position != GTK_INVALID_LIST_POSITION ? sl_history_model_row (self->model, *position) : NULL;
}

/* By Tab the focus comes without selecting. */
static void
on_focus_in (SlHistoryPage *self)
{
  guint position;

  if (sl_history_page_row_of (self, gtk_widget_get_focus_child (self->view), &position) != NULL)
    gtk_single_selection_set_selected (self->selection, position);
}

/* Once the list has made the row. */
static gboolean
on_focus (gpointer data)
{
  SlHistoryPage *self = data;
  guint at;

  self->focus_idle = 0;
  /* Somebody has gone on meanwhile. */
  if (gtk_single_selection_get_selected (self->selection) != self->wanted)
    return G_SOURCE_REMOVE;
  gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", self->wanted);
  for (GtkWidget *item = gtk_widget_get_first_child (self->view); item != NULL; item = gtk_widget_get_next_sibling (item))
    if (sl_history_page_row_of (self, item, &at) != NULL && at == self->wanted)
      {
        gtk_widget_grab_focus (item);
        break;
      }
  return G_SOURCE_REMOVE;
}

void
sl_history_page_go_to (SlHistoryPage *self, guint position)
{
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    return;
  gtk_single_selection_set_selected (self->selection, position);
  self->wanted = position;
  if (self->focus_idle == 0)
    self->focus_idle = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, on_focus, self, NULL);
}

/* --- The newest --------------------------------------------------------------------------------------------------- */

static gboolean
on_top (gpointer data)
{
  SlHistoryPage *self = data;

  self->top_idle = 0;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  return G_SOURCE_REMOVE;
}

/* Who looks at the newest goes on looking at the newest; who is further down stays where they are. */
static void
on_items_changed (SlHistoryPage *self, guint position, guint removed, guint added)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  if (position == 0 && added > 0 && gtk_adjustment_get_value (adjustment) <= 0 && self->top_idle == 0)
    self->top_idle = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, on_top, self, NULL);
  sl_history_page_refresh (self);
}

/* --- Looking for something ---------------------------------------------------------------------------------------- */

static char **
dup_words (SlHistoryPage *self)
{
  g_autofree char *folded = sl_text_fold (sl_page_search_text (SL_PAGE (self)));
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (words, g_strdup (parts[i]));
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}

/* Nothing lies before the year 1900: what cannot be looked for is found nowhere. */
static void
make_impossible (SlHistoryFilter *filter)
{
  filter->to = SL_DATE_MIN;
}

static void
apply_filter (SlHistoryPage *self)
{
  guint position;
  g_autoptr (SlHistoryRow) before = sl_history_page_dup_current (self, &position);
  SlHistoryFilter filter;
  const char *code = sl_history_filters_get (SL_HISTORY_FILTERS (self->filters), &filter);
  g_auto (GStrv) words = dup_words (self);

  filter.words = words;
  if (sl_history_filters_problem (SL_HISTORY_FILTERS (self->filters)) != NULL)
    make_impossible (&filter);
  sl_history_model_set_filter (self->model, &filter, code);
  /* What was chosen stays chosen where it still fits. */
  if (before != NULL && sl_history_model_find (self->model, sl_history_row_entry (before)->seq, 0, &position))
    {
      gtk_single_selection_set_selected (self->selection, position);
      gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
    }
  sl_history_page_refresh (self);
}

static void
page_search_changed (SlPage *page)
{
  apply_filter (SL_HISTORY_PAGE (page));
}

static void
page_search_next (SlPage *page)
{
  SlHistoryPage *self = SL_HISTORY_PAGE (page);

  apply_filter (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    sl_history_page_go_to (self, 0);
}

static void
clear_all (SlHistoryPage *self)
{
  sl_page_clear_search (SL_PAGE (self));
  sl_history_filters_clear (SL_HISTORY_FILTERS (self->filters));
}

static void
on_clear (GtkWidget *widget, const char *name, GVariant *parameter)
{
  clear_all (SL_HISTORY_PAGE (widget));
  gtk_widget_grab_focus (widget);
}

/* Esc takes back a question, then what narrows the list; without either it is left to whoever wants it. */
static gboolean
on_escape (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  SlHistoryPage *self = SL_HISTORY_PAGE (widget);
  guint position;

  if (sl_history_model_hush (self->model, &position))
    {
      sl_history_page_go_to (self, position);
      return TRUE;
    }
  if (!sl_history_page_is_narrowed (self) && !sl_page_is_searching (SL_PAGE (self)))
    return FALSE;
  on_clear (widget, NULL, NULL);
  return TRUE;
}

static void
on_retry (SlHistoryPage *self)
{
  sl_history_retry (self->history);
}

static void
on_retry_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  on_retry (SL_HISTORY_PAGE (widget));
}

/* --- Opening ------------------------------------------------------------------------------------------------------ */

static void
set_open (SlHistoryPage *self, guint position, gboolean open)
{
  g_autoptr (GError) error = NULL;

  if (!sl_history_model_set_open (self->model, position, open, &error))
    sl_page_tell (SL_PAGE (self), error->message, FALSE);
}

static void
toggle (SlHistoryPage *self, guint position)
{
  g_autoptr (SlHistoryRow) row = sl_history_model_row (self->model, position);
  guint top;

  if (row == NULL)
    return;
  if (sl_history_row_child (row) > 0 && sl_history_model_find (self->model, sl_history_row_entry (row)->seq, 0, &top))
    {
      set_open (self, position, FALSE);
      sl_history_page_go_to (self, top);
      return;
    }
  set_open (self, position, !sl_history_row_is_open (row) && !sl_history_row_is_opening (row));
  sl_history_page_go_to (self, position);
}

gboolean
sl_history_page_position_of (SlHistoryPage *self, GVariant *parameter, guint *position)
{
  gint64 seq;
  int child;

  g_variant_get_child (parameter, 0, "x", &seq);
  g_variant_get_child (parameter, 1, "i", &child);
  return sl_history_model_find (self->model, seq, child, position);
}

static void
on_toggle (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint position;

  if (sl_history_page_position_of (SL_HISTORY_PAGE (widget), parameter, &position))
    toggle (SL_HISTORY_PAGE (widget), position);
}

static void
on_activate (SlHistoryPage *self, guint position)
{
  toggle (self, position);
}

/* Right opens, and goes in; Left goes out, and closes: as in every tree. */
static gboolean
on_right (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  SlHistoryPage *self = data;
  guint at;
  g_autoptr (SlHistoryRow) row = sl_history_page_dup_current (self, &at);

  if (row == NULL || sl_history_row_child (row) > 0)
    return FALSE;
  if (sl_history_row_is_open (row))
    sl_history_page_go_to (self, at + 1);
  else
    set_open (self, at, TRUE);
  return TRUE;
}

static gboolean
on_left (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  SlHistoryPage *self = data;
  guint at;
  g_autoptr (SlHistoryRow) row = sl_history_page_dup_current (self, &at);

  if (row == NULL || !sl_history_row_is_open (row))
    return FALSE;
  if (sl_history_row_child (row) > 0)
    sl_history_page_go_to (self, at - (guint) sl_history_row_child (row));
  else
    set_open (self, at, FALSE);
  return TRUE;
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_history_page_dispose (GObject *object)
{
  SlHistoryPage *self = SL_HISTORY_PAGE (object);

  g_clear_handle_id (&self->focus_idle, g_source_remove);
  g_clear_handle_id (&self->top_idle, g_source_remove);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  G_OBJECT_CLASS (sl_history_page_parent_class)->dispose (object);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->history);
}

static gboolean
sl_history_page_grab_focus (GtkWidget *widget)
{
  SlHistoryPage *self = SL_HISTORY_PAGE (widget);
  GtkWidget *shown = sl_deck_shown (self->deck);

  if (shown == self->scroller)
    {
      guint at = gtk_single_selection_get_selected (self->selection);

      sl_history_page_go_to (self, at != GTK_INVALID_LIST_POSITION ? at : 0);
      return gtk_widget_grab_focus (self->view);
    }
  self->waits_for_focus = sl_history_state (self->history) < SL_HISTORY_WHOLE && !sl_history_page_is_narrowed (self);
  if (self->waits_for_focus)
    {
      gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
      return TRUE;
    }
  return gtk_widget_child_focus (self->deck, GTK_DIR_TAB_FORWARD) || gtk_widget_child_focus (self->filters, GTK_DIR_TAB_FORWARD);
}

static void
sl_history_page_class_init (SlHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_history_page_dispose;
  widget_class->grab_focus = sl_history_page_grab_focus;
  SL_PAGE_CLASS (klass)->search_changed = page_search_changed;
  SL_PAGE_CLASS (klass)->search_next = page_search_next;
  gtk_widget_class_install_action (widget_class, "history.clear", NULL, on_clear);
  gtk_widget_class_install_action (widget_class, "history.retry", NULL, on_retry_action);
  gtk_widget_class_install_action (widget_class, "history.toggle", "(xi)", on_toggle);
  sl_history_page_install_acts (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
sl_history_page_init (SlHistoryPage *self)
{
}

/* --- Building ----------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_cell (gpointer data)
{
  SlHistoryPage *self = data;

  return sl_history_cell_new (self->workspace, self->model);
}

static void
set_row (GtkWidget *cell, gpointer row, gpointer data)
{
  sl_history_cell_set_row (SL_HISTORY_CELL (cell), row);
}

static const SlRowCells cells = { new_cell, set_row };

static void
add_keys (SlHistoryPage *self)
{
  sl_row_list_add_key (self->view, GDK_KEY_Right, 0, on_right, self);
  sl_row_list_add_key (self->view, GDK_KEY_Left, 0, on_left, self);
  sl_row_list_add_key (self->view, GDK_KEY_c, GDK_CONTROL_MASK, sl_history_page_on_copy_key, self);
  sl_row_list_add_key (self->view, GDK_KEY_F10, GDK_SHIFT_MASK, sl_history_page_on_menu_key, self);
  sl_row_list_add_key (self->view, GDK_KEY_Menu, 0, sl_history_page_on_menu_key, self);
}

static void
build_view (SlHistoryPage *self)
{
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = sl_row_list_new (G_LIST_MODEL (self->model), &cells, self, _ ("History"), "history-list");
  self->selection = g_object_ref (sl_row_list_selection (self->view));
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (on_activate), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (sl_history_page_on_secondary), self);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (secondary));
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focus_in), self);
  gtk_widget_add_controller (self->view, focus);
  add_keys (self);
  self->scroller = sl_row_list_new_scroller (self->view);
}

static void
build_status (SlHistoryPage *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (line, "status-line");
  self->status = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->status, "numeric");
  self->progress = gtk_progress_bar_new ();
  gtk_widget_set_valign (self->progress, GTK_ALIGN_CENTER);
  sl_name_widget (self->progress, _ ("How much of the history has been read"));
  gtk_box_append (GTK_BOX (line), self->status);
  gtk_box_append (GTK_BOX (line), self->progress);
  gtk_box_append (GTK_BOX (self->box), line);
}

static void
build (SlHistoryPage *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  build_view (self);
  gtk_box_append (GTK_BOX (self->box), sl_page_new_search (SL_PAGE (self), self->view));
  self->filters = sl_history_filters_new (self->workspace, self->history);
  g_signal_connect_object (self->filters, "changed", G_CALLBACK (apply_filter), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->filters);
  self->banner = sl_banner_new ();
  g_signal_connect_object (self->banner, "button-clicked", G_CALLBACK (on_retry), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->banner);
  self->deck = sl_deck_new ();
  sl_deck_add (self->deck, self->scroller, "list");
  gtk_widget_set_vexpand (self->deck, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->deck);
  build_status (self);
  sl_page_set_child (SL_PAGE (self), self->box);
}

static void
on_trouble (SlHistoryPage *self, const char *message)
{
  sl_page_tell (SL_PAGE (self), message, FALSE);
}

static void
touch (SlHistoryPage *self)
{
  sl_history_model_touch (self->model);
}

GtkWidget *
sl_history_page_new (SlWorkspace *workspace, const SlPageInfo *info, SlTally *tally, SlPreferences *preferences)
{
  SlHistoryPage *self = sl_page_construct (SL_TYPE_HISTORY_PAGE, workspace, info);

  self->workspace = workspace;
  self->history = sl_history_new (workspace);
  self->model = sl_history_model_new (self->history);
  build (self);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "trouble", G_CALLBACK (on_trouble), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "state-changed", G_CALLBACK (sl_history_page_refresh), self, G_CONNECT_SWAPPED);
  /* Names, present values, what may be done: rows look again. */
  g_signal_connect_object (workspace, "changed", G_CALLBACK (touch), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reset", G_CALLBACK (touch), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::state", G_CALLBACK (touch), self, G_CONNECT_SWAPPED);
  sl_history_page_refresh (self);
  return GTK_WIDGET (self);
}

/* --- Public ------------------------------------------------------------------------------------------------------- */

void
sl_history_page_show_about (SlHistoryPage *self, const char *code)
{
  g_return_if_fail (SL_IS_HISTORY_PAGE (self) && code != NULL);
  sl_page_clear_search (SL_PAGE (self));
  sl_history_filters_set_record (SL_HISTORY_FILTERS (self->filters), code);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    sl_history_page_go_to (self, 0);
}

SlHistoryModel *
sl_history_page_model (SlHistoryPage *self)
{
  g_return_val_if_fail (SL_IS_HISTORY_PAGE (self), NULL);
  return self->model;
}
