/* A register page in a window: the hint where an edited row went, views, and the line below.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "window-fixture.h"

#include "ui/models/sl-saved-views.h"
#include "ui/pages/sl-register-page-private.h"
#include "ui/pages/sl-view-menu.h"

static void
on_message (SlPage *page, const char *text, gboolean undoable, GString *said)
{
  g_string_append_printf (said, "%s. ", text);
}

static SlRegisterPage *
risks (SlWindow *window, GString *said)
{
  SlRegisterPage *page = SL_REGISTER_PAGE (sl_window_show_page (window, "risks"));

  window_fixture_settle ();
  g_signal_connect (page, "message", G_CALLBACK (on_message), said);
  return page;
}

static guint
n_rows (SlRegisterPage *page)
{
  return g_list_model_get_n_items (G_LIST_MODEL (page->model));
}

static const char *
status (SlRegisterPage *page)
{
  return gtk_label_get_text (GTK_LABEL (page->status));
}

static const char *
view_label (SlRegisterPage *page)
{
  return gtk_menu_button_get_label (GTK_MENU_BUTTON (gtk_widget_get_first_child (page->saved)));
}

static gboolean
has_said (gpointer said)
{
  return ((GString *) said)->len > 0;
}

/* The row stays while it is being edited; when the cursor leaves it, a chip hides it and the page says so. */
static void
test_hidden_by_chip (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  g_autoptr (GString) said = g_string_new (NULL);
  SlRegisterPage *page = risks (window, said);
  SlGrid *grid = SL_GRID (page->grid);
  SlUid uid = window_fixture_uid (window->workspace, "R-005");

  g_assert_null (sl_chips_set_text (page->chips, "category=reputational"));
  g_assert_cmpuint (n_rows (page), ==, 1);
  sl_chips_add (page->chips, sl_row_filter_find (sl_chips_table (page->chips), "category"),
                SL_AS (RISK, sl_data_by_code (sl_workspace_data (window->workspace), "R-001"))->category);
  g_assert_cmpuint (n_rows (page), >, 1);
  sl_grid_show_column (grid, "category", TRUE);
  g_assert_true (sl_grid_set_cursor (grid, uid, "category"));
  g_assert_true (sl_grid_paste_text (grid, "Legal"));
  window_fixture_settle ();
  g_assert_cmpuint (sl_grid_model_position (page->model, uid), !=, G_MAXUINT);
  g_string_truncate (said, 0);
  sl_grid_set_cursor (grid, window_fixture_uid (window->workspace, "R-001"), NULL);
  g_assert_cmpuint (sl_grid_model_position (page->model, uid), ==, G_MAXUINT);
  window_fixture_wait (has_said, said, "a hint");
  g_assert_cmpstr (said->str, ==, "R-005 no longer fits what is shown. ");
}

/* A view that is saved is the one chosen, at once, and brings back filters, search and density. */
static void
test_views (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  g_autoptr (GString) said = g_string_new (NULL);
  SlRegisterPage *page = risks (window, said);
  GtkWidget *dialog, *entry;
  g_autoptr (GArray) kept = NULL;

  g_assert_null (sl_chips_set_text (page->chips, "red"));
  sl_grid_set_density (SL_GRID (page->grid), SL_GRID_ROOMY);
  sl_page_set_search (SL_PAGE (page), "crews");
  g_assert_true (gtk_widget_activate_action (page->saved, "view.save-as", NULL));
  window_fixture_settle ();
  dialog = window_fixture_top_level (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  entry = adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Crews, red");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "save");
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_cmpstr (view_label (page), ==, "View: Crews, red");
  kept = sl_saved_views_of (window->workspace, "risks");
  g_assert_cmpuint (kept->len, ==, 1);
  /* On to the first of the menu, which shows all, and back to it. */
  sl_view_menu_step (SL_VIEW_MENU (page->saved), 1);
  g_assert_cmpstr (view_label (page), ==, "View: All");
  g_assert_cmpstr (sl_page_search_text (SL_PAGE (page)), ==, "");
  g_assert_cmpuint (sl_chips_n_on (page->chips), ==, 0);
  sl_grid_set_density (SL_GRID (page->grid), SL_GRID_COMPACT);
  sl_view_menu_step (SL_VIEW_MENU (page->saved), -1);
  g_assert_cmpstr (view_label (page), ==, "View: Crews, red");
  g_assert_cmpstr (sl_page_search_text (SL_PAGE (page)), ==, "crews");
  g_assert_cmpint (sl_grid_get_density (SL_GRID (page->grid)), ==, SL_GRID_ROOMY);
  g_assert_cmpuint (sl_chips_n_on (page->chips), ==, 1);
  sl_grid_set_density (SL_GRID (page->grid), SL_GRID_COMPACT);
  g_assert_cmpstr (view_label (page), ==, "View: Crews, red (changed)");
}

static gboolean
says_sum (gpointer page)
{
  return strstr (status (page), "sum") != NULL;
}

static gboolean
says_no_sum (gpointer page)
{
  return !says_sum (page);
}

/* Cells that hold numbers are added up in the line below, as soon as they are selected. */
static void
test_sums (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  g_autoptr (GString) said = g_string_new (NULL);
  SlRegisterPage *page = risks (window, said);
  SlGrid *grid = SL_GRID (page->grid);

  /* Whatever was filtered by last is taken up again. */
  sl_chips_clear (page->chips);
  sl_page_clear_search (SL_PAGE (page));
  sl_grid_restore_columns (grid, NULL);
  sl_grid_model_finish (page->model);
  g_assert_true (sl_grid_set_cursor (grid, window_fixture_uid (window->workspace, "R-001"), "probability"));
  window_fixture_settle ();
  g_assert_null (strstr (status (page), "sum"));
  sl_grid_extend_to (grid, window_fixture_uid (window->workspace, "R-002"), "probability");
  window_fixture_settle ();
  window_fixture_wait (says_sum, page, "the sum");
  g_assert_nonnull (strstr (status (page), "2 rows selected · 2 numbers, sum 7, average 3.5 · "));
  g_assert_true (sl_grid_set_cursor (grid, window_fixture_uid (window->workspace, "R-001"), NULL));
  window_fixture_wait (says_no_sum, page, "the line as it was");
}

#define ADD(name, func) g_test_add ("/ui/register/" name, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("SIGHTLINE_TODAY", "2026-07-31", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("hidden-by-chip", test_hidden_by_chip);
  ADD ("views", test_views);
  ADD ("sums", test_sums);
  return g_test_run ();
}
