/* The History page in its window: found, opened, put back, gone back to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "window-fixture.h"

#include "ui/pages/sl-history-page.h"
#include "ui/widgets/sl-reason.h"

typedef struct
{
  SlWindow *window;
  SlHistoryPage *page;
  SlHistoryModel *model;
} View;

static gboolean
is_read (gpointer data)
{
  return sl_history_state (sl_history_model_history (data)) == SL_HISTORY_WHOLE;
}

static void
set_because (SlWorkspace *workspace, const char *code, guint field, const char *text, const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_set_text (workspace, window_fixture_uid (workspace, code), field, text, reason, &error));
  g_assert_no_error (error);
}

static void
set_field (SlWorkspace *workspace, const char *code, guint field, const char *text)
{
  set_because (workspace, code, field, text, "because of the test");
}

/* The sample with three edits on top, and its history shown. */
static View
show_history (WindowFixture *fixture)
{
  View view = { .window = window_fixture_sample (fixture) };

  set_because (view.window->workspace, "R-002", SL_RISK_TITLE, "Sensor batteries die in the cold", "after the night of Frostmoor");
  set_field (view.window->workspace, "R-005", SL_RISK_OWNER, "P-04");
  set_field (view.window->workspace, "P-04", SL_PERSON_ROLE_TITLE, "Finance lead");
  view.page = SL_HISTORY_PAGE (sl_window_show_page (view.window, "history"));
  view.model = sl_history_page_model (view.page);
  window_fixture_wait (is_read, view.model, "the history");
  window_fixture_settle ();
  return view;
}

static void
act (const View *view, const char *action, gint64 seq, int child)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view->page), action, "(xi)", seq, child));
}

static gint64
newest (const View *view)
{
  return sl_workspace_present_seq (view->window->workspace);
}

static const char *
status (const View *view)
{
  GtkWidget *line = gtk_widget_get_last_child (gtk_widget_get_first_child (GTK_WIDGET (view->page)));

  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (line)));
}

/* One that is to be seen: rows keep labels that have nothing to say at hand. */
static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && strcmp (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label = find_label (child, text);

      if (label != NULL)
        return label;
    }
  return NULL;
}

/* --- What is there ------------------------------------------------------------------------------------------------ */

static void
test_list (WindowFixture *fixture, gconstpointer data)
{
  View view = show_history (fixture);
  GtkWidget *page = GTK_WIDGET (view.page);
  g_autofree char *count = g_strdup_printf ("%d changes", (int) newest (&view));

  g_assert_nonnull (find_label (page, "Edit P-04: Role"));
  g_assert_nonnull (find_label (page, "Edit R-005: Owner"));
  g_assert_nonnull (find_label (page, "Community Sample → Finance Sample"));
  g_assert_nonnull (find_label (page, "“because of the test”"));
  g_assert_cmpstr (status (&view), ==, count);
  /* Nothing is added here, and there are no details beside it. */
  g_assert_false (gtk_widget_get_visible (view.window->add));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (view.window), "detail"));
  sl_window_show_page (view.window, "risks");
  g_assert_true (gtk_widget_get_visible (view.window->add));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (view.window), "detail"));
}

static void
test_open (WindowFixture *fixture, gconstpointer data)
{
  View view = show_history (fixture);
  guint before = g_list_model_get_n_items (G_LIST_MODEL (view.model));

  act (&view, "history.toggle", newest (&view) - 1, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (view.model)), ==, before + 2);
  window_fixture_settle ();
  g_assert_nonnull (find_label (GTK_WIDGET (view.page), "R-005 · Owner"));
  g_assert_nonnull (find_label (GTK_WIDGET (view.page), "Community Sample → Finance Sample"));
  act (&view, "history.toggle", newest (&view) - 1, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (view.model)), ==, before);
}

/* --- Looking for something ---------------------------------------------------------------------------------------- */

static void
test_record (WindowFixture *fixture, gconstpointer data)
{
  View view = show_history (fixture);
  SlRegisterPage *risks = SL_REGISTER_PAGE (sl_window_show_page (view.window, "risks"));
  GtkWidget *entry;

  g_assert_true (sl_grid_set_cursor (sl_register_page_grid (risks), window_fixture_uid (view.window->workspace, "R-002"), NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (risks), "register.history", NULL));
  g_assert_true (GTK_WIDGET (sl_window_page (view.window)) == GTK_WIDGET (view.page));
  /* Its edit, and what made it. */
  g_assert_cmpuint (sl_history_model_n_acts (view.model), ==, 2);
  entry = window_fixture_find (GTK_WIDGET (view.page), GTK_TYPE_ENTRY, "text", "R-002");
  g_assert_nonnull (entry);
  /* A code half typed changes nothing; asked for, it is told that there is none. */
  gtk_editable_delete_text (GTK_EDITABLE (entry), 4, 5);
  g_assert_cmpuint (sl_history_model_n_acts (view.model), ==, 2);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (sl_history_model_n_acts (view.model), ==, 0);
  window_fixture_settle ();
  g_assert_nonnull (find_label (GTK_WIDGET (view.page), "There is no record with the code “R-00”"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "r-005");
  g_assert_cmpuint (sl_history_model_n_acts (view.model), ==, 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view.page), "history.clear", NULL));
  g_assert_cmpuint (sl_history_model_n_acts (view.model), ==, newest (&view));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

static GtkDropDown *
find_choice (const View *view, const char *tooltip)
{
  GtkWidget *choice = window_fixture_find (GTK_WIDGET (view->page), GTK_TYPE_DROP_DOWN, "tooltip-text", tooltip);

  g_assert_nonnull (choice);
  return GTK_DROP_DOWN (choice);
}

static void
test_choices (WindowFixture *fixture, gconstpointer data)
{
  View view = show_history (fixture);
  GtkDropDown *act_choice = find_choice (&view, "Kind of act"), *person = find_choice (&view, "Person");
  GtkDropDown *span = find_choice (&view, "Time");
  guint all = sl_history_model_n_acts (view.model), people;
  GtkWidget *from;

  gtk_drop_down_set_selected (act_choice, SL_VERB_EDIT);
  g_assert_cmpuint (sl_history_model_n_acts (view.model), ==, 3);
  gtk_drop_down_set_selected (act_choice, SL_VERB_REVIEW);
  g_assert_cmpuint (sl_history_model_n_acts (view.model), ==, 0);
  gtk_drop_down_set_selected (act_choice, 0);
  /* Anyone, twelve people, nobody stated: what made the sample. */
  people = g_list_model_get_n_items (gtk_drop_down_get_model (person));
  g_assert_cmpuint (people, ==, 14);
  gtk_drop_down_set_selected (person, people - 1);
  g_assert_cmpuint (sl_history_model_n_acts (view.model), ==, all - 3);
  /* Who is chosen stays chosen when a person is edited. */
  set_field (view.window->workspace, "P-05", SL_PERSON_ROLE_TITLE, "Data scientist");
  g_assert_cmpuint (gtk_drop_down_get_selected (person), ==, people - 1);
  gtk_drop_down_set_selected (person, 0);
  gtk_drop_down_set_selected (span, 1);
  g_assert_cmpuint (sl_history_model_n_acts (view.model), ==, all + 1);
  gtk_drop_down_set_selected (span, 5);
  from = window_fixture_find (GTK_WIDGET (view.page), GTK_TYPE_ENTRY, "placeholder-text", "the start");
  gtk_editable_set_text (GTK_EDITABLE (from), "1 Jan 2990");
  g_assert_cmpuint (sl_history_model_n_acts (view.model), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (from), "1 Jan 2020");
  g_assert_cmpuint (sl_history_model_n_acts (view.model), ==, all + 1);
}

static gboolean
has_one (gpointer model)
{
  return sl_history_model_n_acts (model) == 1;
}

static void
test_search (WindowFixture *fixture, gconstpointer data)
{
  View view = show_history (fixture);
  GtkWidget *entry;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view.window), "win.search", NULL));
  entry = window_fixture_find (GTK_WIDGET (view.page), GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "FROSTMOOR sensor");
  window_fixture_wait (has_one, view.model, "the one that holds both words");
  g_assert_cmpstr (status (&view), ==, "1 shown · 4 changes");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view.page), "history.clear", NULL));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (view.window->search)));
  g_assert_cmpuint (sl_history_model_n_acts (view.model), ==, newest (&view));
}

/* --- Putting back ------------------------------------------------------------------------------------------------- */

static void
test_restore (WindowFixture *fixture, gconstpointer data)
{
  View view = show_history (fixture);
  gint64 seq = newest (&view) - 1;
  SlHistoryRow *line;
  GtkWidget *reason;
  g_autofree char *before = NULL, *asked = NULL, *restored = NULL, *undone = NULL;
  guint position;

  before = window_fixture_get (view.window->workspace, "R-005", SL_RISK_OWNER);
  g_assert_cmpstr (before, ==, "Finance Sample");
  act (&view, "history.toggle", seq, 0);
  window_fixture_settle ();
  act (&view, "history.restore", seq, 1);
  /* A change of owner wants a reason: asked there, nothing is changed yet. */
  g_assert_true (sl_history_model_find (view.model, seq, 1, &position));
  line = sl_history_model_row (view.model, position);
  g_assert_true (sl_history_row_wants_reason (line));
  asked = window_fixture_get (view.window->workspace, "R-005", SL_RISK_OWNER);
  g_assert_cmpstr (asked, ==, before);
  reason = window_fixture_find (GTK_WIDGET (view.page), SL_TYPE_REASON, NULL, NULL);
  g_assert_nonnull (reason);
  g_assert_true (gtk_widget_get_mapped (reason));
  g_signal_emit_by_name (reason, "given", "it was theirs all along");
  restored = window_fixture_get (view.window->workspace, "R-005", SL_RISK_OWNER);
  g_assert_cmpstr (restored, ==, "Community Sample");
  g_assert_null (sl_history_row_message (line));
  g_object_unref (line);
  /* It stands on top, and one undo takes it back. */
  g_assert_cmpstr (sl_history_nth (sl_history_model_history (view.model), 0)->reason, ==, "it was theirs all along");
  gtk_window_set_focus (GTK_WINDOW (view.window), NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view.window), "win.undo", NULL));
  undone = window_fixture_get (view.window->workspace, "R-005", SL_RISK_OWNER);
  g_assert_cmpstr (undone, ==, "Finance Sample");
}

/* Without a reason where none is due; refused, it is told beneath the line. */
static void
test_restore_plain (WindowFixture *fixture, gconstpointer data)
{
  View view = show_history (fixture);
  gint64 seq = newest (&view);
  g_autofree char *role = NULL;
  g_autoptr (SlHistoryRow) line = NULL;
  guint position;

  act (&view, "history.toggle", seq, 0);
  act (&view, "history.restore", seq, 1);
  role = window_fixture_get (view.window->workspace, "P-04", SL_PERSON_ROLE_TITLE);
  g_assert_cmpstr (role, !=, "Finance lead");
  g_assert_cmpint (newest (&view), ==, seq + 1);
  act (&view, "history.restore", seq, 1);
  g_assert_cmpint (newest (&view), ==, seq + 1);
  g_assert_true (sl_history_model_find (view.model, seq, 1, &position));
  line = sl_history_model_row (view.model, position);
  g_assert_cmpstr (sl_history_row_message (line), ==, "That is its value now");
  g_assert_false (sl_history_row_wants_reason (line));
}

/* --- As recorded -------------------------------------------------------------------------------------------------- */

static gboolean
is_back (gpointer data)
{
  return sl_workspace_recorded_seq (data) > 0;
}

static GtkWidget *
banner_button (SlWindow *window)
{
  return window_fixture_find (GTK_WIDGET (window->recorded), GTK_TYPE_BUTTON, "label", "Back to the Present");
}

static void
test_as_recorded (WindowFixture *fixture, gconstpointer data)
{
  View view = show_history (fixture);
  SlWindow *window = view.window;
  SlWorkspace *workspace = window->workspace;
  g_autoptr (SlWorkspace) other = window_fixture_other (sl_window_file (window));
  SlRegisterPage *risks;
  SlFormRow *row;
  g_autofree char *then = NULL, *refused = NULL, *now = NULL;
  gint64 seq = newest (&view);

  g_assert_null (sl_banner_get_text (window->recorded));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view.page), "win.go-back", "x", seq - 2));
  window_fixture_wait (is_back, workspace, "the way back");
  window_fixture_settle ();
  then = window_fixture_get (workspace, "R-005", SL_RISK_OWNER);
  g_assert_cmpstr (then, ==, "Community Sample");
  g_assert_nonnull (strstr (sl_banner_get_text (window->recorded), "as recorded on"));
  g_assert_null (sl_banner_get_text (window->read_only));
  g_assert_true (gtk_widget_has_css_class (window->programme, "recorded"));
  g_assert_nonnull (find_label (GTK_WIDGET (view.page), "shown now"));
  /* The whole history stays in sight. */
  g_assert_cmpuint (sl_history_model_n_acts (view.model), ==, seq);
  /* Edits are refused with that reason, wherever they are tried. */
  risks = SL_REGISTER_PAGE (sl_window_show_page (window, "risks"));
  g_assert_true (sl_grid_set_cursor (sl_register_page_grid (risks), window_fixture_uid (workspace, "R-005"), NULL));
  row = sl_form_row (sl_detail_form (sl_register_page_detail (risks)), SL_RISK_TITLE);
  sl_form_row_type (row, "Rewritten history");
  g_assert_false (sl_form_row_commit (row));
  g_assert_nonnull (strstr (sl_form_row_message (row), "as recorded on"));
  g_assert_false (sl_workspace_can_undo (workspace));
  /* Others go on as ever. */
  set_field (other, "R-005", SL_RISK_EARLY_WARNING, "Letters to the paper");
  g_assert_true (sl_workspace_poll (workspace, NULL));
  refused = window_fixture_get (workspace, "R-005", SL_RISK_EARLY_WARNING);
  g_assert_cmpstr (refused, !=, "Letters to the paper");
  /* And home. */
  g_signal_emit_by_name (banner_button (window), "clicked");
  g_assert_cmpint (sl_workspace_recorded_seq (workspace), ==, 0);
  g_assert_null (sl_banner_get_text (window->recorded));
  g_assert_false (gtk_widget_has_css_class (window->programme, "recorded"));
  now = window_fixture_get (workspace, "R-005", SL_RISK_OWNER);
  g_assert_cmpstr (now, ==, "Finance Sample");
  g_free (refused);
  refused = window_fixture_get (workspace, "R-005", SL_RISK_EARLY_WARNING);
  g_assert_cmpstr (refused, ==, "Letters to the paper");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.add", NULL));
}

/* Closed on the way: nobody is told, nothing is left. */
static void
test_closed_on_the_way (WindowFixture *fixture, gconstpointer data)
{
  View view = show_history (fixture);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view.page), "win.go-back", "x", newest (&view) - 1));
  gtk_window_close (GTK_WINDOW (view.window));
  window_fixture_settle ();
}

/* --- Others, and the record itself --------------------------------------------------------------------------------- */

static void
test_outside (WindowFixture *fixture, gconstpointer data)
{
  View view = show_history (fixture);
  g_autoptr (SlWorkspace) other = window_fixture_other (sl_window_file (view.window));

  act (&view, "history.toggle", newest (&view), 0);
  set_field (other, "R-001", SL_RISK_TITLE, "Crews start late");
  g_assert_true (sl_workspace_poll (view.window->workspace, NULL));
  window_fixture_settle ();
  g_assert_nonnull (find_label (GTK_WIDGET (view.page), "Edit R-001: Risk"));
  g_assert_nonnull (find_label (GTK_WIDGET (view.page), "Nobody stated"));
}

static void
test_go_to_record (WindowFixture *fixture, gconstpointer data)
{
  View view = show_history (fixture);
  SlWorkspace *workspace = view.window->workspace;
  SlUid person = window_fixture_uid (workspace, "P-04");
  SlUid action = window_fixture_uid (workspace, "A-07");
  SlRegisterPage *page;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view.page), "win.show-record", "x", person));
  page = SL_REGISTER_PAGE (sl_window_page (view.window));
  g_assert_cmpstr (sl_page_get_info (SL_PAGE (page))->name, ==, "people");
  g_assert_cmpint (sl_grid_cursor_uid (sl_register_page_grid (page)), ==, person);
  /* What has no page of its own is found where it belongs. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view.page), "win.show-record", "x", action));
  page = SL_REGISTER_PAGE (sl_window_page (view.window));
  g_assert_cmpstr (sl_page_get_info (SL_PAGE (page))->name, ==, "risks");
  g_assert_cmpint (sl_grid_cursor_uid (sl_register_page_grid (page)), ==, window_fixture_uid (workspace, "R-006"));
}

#define ADD(path, func) g_test_add ("/ui/history/" path, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("list", test_list);
  ADD ("open", test_open);
  ADD ("record", test_record);
  ADD ("choices", test_choices);
  ADD ("search", test_search);
  ADD ("restore", test_restore);
  ADD ("restore-plain", test_restore_plain);
  ADD ("as-recorded", test_as_recorded);
  ADD ("closed-on-the-way", test_closed_on_the_way);
  ADD ("outside", test_outside);
  ADD ("go-to-record", test_go_to_record);
  return g_test_run ();
}
