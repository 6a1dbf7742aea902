/* What can be done with a row of the history, and the menu that offers it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/pages/sl-history-page-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "ui/pages/sl-history-cell.h"
#include "ui/pages/sl-history-words.h"
#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

/* --- Acts --------------------------------------------------------------------------------------------------------- */

static void
restore (SlHistoryPage *self, guint position, const char *reason)
{
  g_autoptr (SlHistoryRow) row = sl_history_model_row (self->model, position);
  const SlChangeLine *line = row != NULL ? sl_history_row_line (row) : NULL;
  gint64 seq = row != NULL ? sl_history_row_entry (row)->seq : 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *caption = NULL, *before = NULL, *text = NULL;
  SlValue earlier;

  if (line == NULL || line->field < 0)
    return;
  sl_change_line_get (line, FALSE, &earlier);
  caption = sl_history_dup_caption (line, sl_history_names (self->history));
  before = sl_history_dup_before (line, sl_history_names (self->history));
  if (!sl_workspace_restore (self->workspace, line, reason, &error))
    {
      sl_history_model_tell (self->model, seq, sl_history_row_child (row), error->message,
                             g_error_matches (error, SL_ERROR, SL_ERROR_REASON_NEEDED));
      return;
    }
  sl_history_model_tell (self->model, seq, sl_history_row_child (row), NULL, FALSE);
  /* TRANSLATORS: after a value was put back; {1} is "R-005 · Owner", {2} the value. */
  text = sl_text_compose (earlier.is_null ? _ ("{1} is empty again") : _ ("{1} is “{2}” again"),
                          (const char *[]){ caption, before, NULL });
  sl_page_tell (SL_PAGE (self), text, TRUE);
  if (sl_history_model_find (self->model, seq, sl_history_row_child (row), &position))
    sl_history_page_go_to (self, position);
}

static void
on_restore (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint position;

  if (sl_history_page_position_of (SL_HISTORY_PAGE (widget), parameter, &position))
    restore (SL_HISTORY_PAGE (widget), position, NULL);
}

static void
on_restore_because (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *reason = NULL;
  guint position;

  g_variant_get_child (parameter, 2, "s", &reason);
  if (sl_history_page_position_of (SL_HISTORY_PAGE (widget), parameter, &position))
    restore (SL_HISTORY_PAGE (widget), position, reason);
}

static void
copy (SlHistoryPage *self)
{
  guint at;
  g_autoptr (SlHistoryRow) row = sl_history_page_dup_current (self, &at);
  g_autofree char *text = row != NULL ? sl_history_dup_copy (self->model, row) : NULL;

  if (text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  sl_page_tell (SL_PAGE (self), _ ("Copied"), FALSE);
}

static void
on_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copy (SL_HISTORY_PAGE (widget));
}

gboolean
sl_history_page_on_copy_key (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  copy (data);
  return TRUE;
}

/* The record a row is about: of a line its own, of an act the one it is called by. */
static const SlRecord *
record_of (SlHistoryPage *self, SlHistoryRow *row)
{
  const SlChangeLine *line = sl_history_row_line (row);
  const SlHistoryEntry *entry = sl_history_row_entry (row);
  const SlData *names = sl_history_names (self->history);
  const SlRecord *record;

  if (line != NULL)
    record = sl_data_lookup (names, line->change->uid);
  else
    record = sl_data_lookup (names, entry->subject);
  /* What has no code is known by what it belongs to. */
  while (record != NULL && sl_record_code (record) == NULL)
    record = sl_data_lookup (names, sl_record_parent (record));
  return record;
}

static void
on_about (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlHistoryPage *self = SL_HISTORY_PAGE (widget);
  guint at;
  g_autoptr (SlHistoryRow) row = sl_history_page_dup_current (self, &at);
  const SlRecord *record = row != NULL ? record_of (self, row) : NULL;

  if (record != NULL)
    sl_history_page_show_about (self, sl_record_code (record));
}

/* --- Menu --------------------------------------------------------------------------------------------------------- */

static void
append (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static GVariant *
target_of (SlHistoryRow *row)
{
  return g_variant_new ("(xi)", sl_history_row_entry (row)->seq, sl_history_row_child (row));
}

static void
append_record (SlHistoryPage *self, GMenu *menu, const SlRecord *record)
{
  gboolean there = sl_data_lookup (sl_workspace_data (self->workspace), record->uid) != NULL;
  g_autofree char *go = sl_text_compose (_ ("Go to {1}"), (const char *[]){ sl_record_code (record), NULL });
  g_autofree char *about = sl_text_compose (_ ("Only Changes of {1}"), (const char *[]){ sl_record_code (record), NULL });

  if (there)
    append (menu, go, "win.open-record", g_variant_new_int64 (record->uid));
  append (menu, about, "history.about", NULL);
}

/* Only what can be done with this row. */
static GMenuModel *
menu_of (SlHistoryPage *self, SlHistoryRow *row)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) value = g_menu_new (), record_part = g_menu_new (), point = g_menu_new ();
  const SlHistoryEntry *entry = sl_history_row_entry (row);
  const SlChangeLine *line = sl_history_row_line (row);
  const SlRecord *record = record_of (self, row);
  g_autofree char *obstacle = line != NULL ? sl_workspace_dup_restore_obstacle (self->workspace, line) : NULL;

  if (line == NULL)
    append (value, sl_history_row_is_open (row) ? _ ("Close") : _ ("Open"), "history.toggle", target_of (row));
  else if (obstacle == NULL)
    {
      g_autofree char *before = sl_history_dup_before (line, sl_history_names (self->history));
      g_autofree char *label = sl_text_compose (_ ("Restore “{1}”"), (const char *[]){ before, NULL });

      append (value, label, "history.restore", target_of (row));
    }
  append (value, _ ("Copy"), "history.copy", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (value));
  if (record != NULL)
    append_record (self, record_part, record);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (record_part));
  if (entry->seq != sl_workspace_present_seq (self->workspace) && entry->seq != sl_workspace_recorded_seq (self->workspace))
    append (point, _ ("Go Back to This Point"), "win.go-back", g_variant_new_int64 (entry->seq));
  if (sl_workspace_recorded_seq (self->workspace) > 0)
    append (point, _ ("Back to the Present"), "win.return", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (point));
  return G_MENU_MODEL (menu);
}

static void
pop_menu (SlHistoryPage *self, const GdkRectangle *area)
{
  guint at;
  g_autoptr (SlHistoryRow) row = sl_history_page_dup_current (self, &at);
  g_autoptr (GMenuModel) model = row != NULL ? menu_of (self, row) : NULL;

  if (model == NULL)
    return;
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      sl_name_widget (self->menu, _ ("Menu of the row"));
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), area);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
area_of (SlHistoryPage *self, GtkWidget *widget, GdkRectangle *area)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds))
    return FALSE;
  *area = (GdkRectangle){ (int) bounds.origin.x + 72, (int) bounds.origin.y, 1, (int) bounds.size.height };
  return TRUE;
}

gboolean
sl_history_page_on_menu_key (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  SlHistoryPage *self = data;
  GtkWidget *focus = gtk_widget_get_focus_child (self->view);
  GdkRectangle area;

  if (focus != NULL && area_of (self, focus, &area))
    pop_menu (self, &area);
  return TRUE;
}

void
sl_history_page_on_secondary (SlHistoryPage *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *picked = gtk_widget_pick (self->view, x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = picked != NULL ? gtk_widget_get_ancestor (picked, SL_TYPE_HISTORY_CELL) : NULL;
  SlHistoryRow *row = cell != NULL ? sl_history_cell_row (SL_HISTORY_CELL (cell)) : NULL;
  GdkRectangle area = { 0, 0, 1, 1 };
  double left, top;
  guint position;

  if (row == NULL || !sl_history_model_find (self->model, sl_history_row_entry (row)->seq, sl_history_row_child (row), &position))
    return;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_translate_coordinates (self->view, GTK_WIDGET (self), x, y, &left, &top);
  area.x = (int) left;
  area.y = (int) top;
  pop_menu (self, &area);
}

void
sl_history_page_install_acts (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "history.restore", "(xi)", on_restore);
  gtk_widget_class_install_action (klass, "history.restore-because", "(xis)", on_restore_because);
  gtk_widget_class_install_action (klass, "history.copy", NULL, on_copy);
  gtk_widget_class_install_action (klass, "history.about", NULL, on_about);
}
