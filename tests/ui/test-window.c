/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-fixture.h"

#include "ui/dialogs/sl-about.h"
#include "ui/dialogs/sl-new-programme.h"
#include "ui/dialogs/sl-shortcuts.h"
#include "ui/pages/sl-welcome.h"
#include "ui/sl-accels.h"
#include "ui/sl-compat.h"
#include "ui/sl-recent.h"

/* --- Opening ------------------------------------------------------------------------------------------------------ */

static void
test_sample (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlGridModel *model = sl_grid_get_model (sl_register_page_grid (SL_REGISTER_PAGE (sl_window_show_page (window, "risks"))));
  GtkWidget *row;

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Marlhaven smart waste and clean streets");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 12);
  /* A sample opens for its programme manager. */
  g_assert_cmpint (sl_workspace_actor (window->workspace), ==, window_fixture_uid (window->workspace, "P-02"));
  row = window_fixture_row (window, "risks");
  g_assert_nonnull (window_fixture_find (row, GTK_TYPE_LABEL, "label", "2"));
  g_assert_nonnull (window_fixture_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "label", "12 of 14 shown · 12 open · 2 red · 2 overdue · exposure £235k of £180k contingency, cover 1.31"));
}

static void
test_pages (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlPage *overview = sl_window_page (window), *risks, *people;

  /* What one comes for on a Monday is there first. */
  g_assert_cmpstr (sl_page_get_info (overview)->name, ==, "overview");
  risks = sl_window_show_page (window, "risks");
  g_assert_true (risks != overview);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "people"));
  people = sl_window_page (window);
  g_assert_true (people != risks);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (sl_grid_get_model (sl_register_page_grid (SL_REGISTER_PAGE (people))))), ==, 12);
  g_assert_null (sl_window_show_page (window, "horoscopes"));
  g_assert_true (sl_window_page (window) == people);
  g_assert_true (sl_window_show_page (window, "risks") == risks);
}

static void
test_same_file (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  g_autoptr (GFile) roundabout = g_file_new_build_filename (fixture->folder, "..", NULL);
  g_autofree char *base = g_path_get_basename (fixture->folder);
  g_autoptr (GFile) again = g_file_new_build_filename (g_file_peek_path (roundabout), base, "sample.sightline", NULL);

  g_assert_true (sl_application_window_of (fixture->application, again) == GTK_WINDOW (window));
  sl_application_open_file (fixture->application, again, NULL);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (fixture->application))), ==, 1);
}

static gboolean
has_dialog (gpointer data)
{
  return window_fixture_top_level (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static void
test_not_ours (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = window_fixture_file (fixture, "notes.sightline");
  g_autoptr (GError) error = NULL;
  SlWindow *window = sl_window_new (fixture->application);

  g_file_set_contents (g_file_peek_path (file), "these are only notes\n", -1, &error);
  g_assert_no_error (error);
  sl_window_open (window, file);
  gtk_window_present (GTK_WINDOW (window));
  window_fixture_wait (has_dialog, NULL, "the dialog that says why");
  g_assert_null (sl_window_workspace (window));
  g_assert_null (sl_window_file (window));
  g_assert_nonnull (window_fixture_find (GTK_WIDGET (window), SL_TYPE_WELCOME, NULL, NULL));
}

/* --- Editing in the form ------------------------------------------------------------------------------------------ */

static SlFormRow *
form_row (SlWindow *window, const char *code, guint field)
{
  SlRegisterPage *page = SL_REGISTER_PAGE (sl_window_show_page (window, g_str_has_prefix (code, "P-") ? "people" : "risks"));
  SlDetail *detail = sl_register_page_detail (page);

  g_assert_true (sl_grid_set_cursor (sl_register_page_grid (page), window_fixture_uid (window->workspace, code), NULL));
  g_assert_cmpint (sl_form_get_uid (sl_detail_form (detail)), ==, window_fixture_uid (window->workspace, code));
  return sl_form_row (sl_detail_form (detail), field);
}

static void
test_edit_and_undo (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlFormRow *row = form_row (window, "R-002", SL_RISK_TITLE);
  g_autofree char *before = window_fixture_get (window->workspace, "R-002", SL_RISK_TITLE);
  g_autofree char *written = NULL, *undone = NULL, *shown = NULL;

  sl_form_row_type (row, "Sensor batteries die in the cold");
  g_assert_true (sl_form_row_is_dirty (row));
  g_assert_true (sl_form_row_commit (row));
  g_assert_false (sl_form_row_is_dirty (row));
  written = window_fixture_get (window->workspace, "R-002", SL_RISK_TITLE);
  g_assert_cmpstr (written, ==, "Sensor batteries die in the cold");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (window->undo), ==, "Undo Edit R-002: Risk");
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  undone = window_fixture_get (window->workspace, "R-002", SL_RISK_TITLE);
  g_assert_cmpstr (undone, ==, before);
  shown = sl_form_row_dup_text (row);
  g_assert_cmpstr (shown, ==, before);
}

static void
test_refused_is_kept (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlFormRow *row = form_row (window, "R-002", SL_RISK_TARGET_CLOSURE);
  g_autofree char *kept = NULL, *other = NULL;

  sl_form_row_type (row, "soonish");
  g_assert_false (sl_form_row_commit (row));
  g_assert_nonnull (sl_form_row_message (row));
  /* Another record meanwhile: its own value, no message. */
  g_assert_true (form_row (window, "R-003", SL_RISK_TARGET_CLOSURE) == row);
  other = sl_form_row_dup_text (row);
  g_assert_cmpstr (other, !=, "soonish");
  g_assert_null (sl_form_row_message (row));
  /* On return it is there again, and still told. */
  g_assert_true (form_row (window, "R-002", SL_RISK_TARGET_CLOSURE) == row);
  kept = sl_form_row_dup_text (row);
  g_assert_cmpstr (kept, ==, "soonish");
  g_assert_nonnull (sl_form_row_message (row));
  sl_form_row_type (row, "2026-12-01");
  g_assert_true (sl_form_row_commit (row));
  g_assert_null (sl_form_row_message (row));
}

static void
test_reason (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlFormRow *row = form_row (window, "R-002", SL_RISK_OWNER);
  g_autofree char *owner = NULL;

  sl_form_row_type (row, "Data Sample");
  g_assert_false (sl_form_row_commit (row));
  g_assert_true (sl_form_row_wants_reason (row));
  g_assert_false (sl_form_row_give_reason (row, "  "));
  g_assert_true (sl_form_row_give_reason (row, "The supplier no longer runs the sensors"));
  g_assert_false (sl_form_row_wants_reason (row));
  owner = window_fixture_get (window->workspace, "R-002", SL_RISK_OWNER);
  g_assert_cmpstr (owner, ==, "Data Sample");
}

typedef struct
{
  SlWindow *window;
  const char *title;
} Seen;

static gboolean
has_title (gpointer data)
{
  Seen *seen = data;
  g_autofree char *title = window_fixture_get (seen->window->workspace, "R-002", SL_RISK_TITLE);

  return g_strcmp0 (title, seen->title) == 0;
}

/* What another process writes arrives, but not over what is being typed; that is then refused once, with both values. */
static void
test_overtaken (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  g_autoptr (SlWorkspace) other = window_fixture_other (sl_window_file (window));
  SlFormRow *row = form_row (window, "R-002", SL_RISK_TITLE);
  Seen seen = { window, "Theirs" };
  g_autofree char *typed = NULL, *mine = NULL;
  g_autoptr (GError) error = NULL;

  sl_form_row_type (row, "Mine");
  sl_workspace_set_text (other, window_fixture_uid (other, "R-002"), SL_RISK_TITLE, "Theirs", NULL, &error);
  g_assert_no_error (error);
  window_fixture_wait (has_title, &seen, "the other's change");
  typed = sl_form_row_dup_text (row);
  g_assert_cmpstr (typed, ==, "Mine");
  g_assert_nonnull (sl_banner_get_text (window->outside));
  g_assert_false (sl_form_row_commit (row));
  g_assert_nonnull (strstr (sl_form_row_message (row), "Theirs"));
  g_assert_nonnull (strstr (sl_form_row_message (row), "Mine"));
  g_assert_true (sl_form_row_commit (row));
  mine = window_fixture_get (window->workspace, "R-002", SL_RISK_TITLE);
  g_assert_cmpstr (mine, ==, "Mine");
  sl_workspace_close (other);
}

/* Every kind of editor holds what the file holds. */
static void
test_editors (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlFormRow *state = form_row (window, "R-002", SL_RISK_RESPONSE);
  SlFormRow *cause = form_row (window, "R-002", SL_RISK_CAUSE);
  g_autofree char *response = NULL, *text = NULL;

  sl_form_row_type (state, "avoid");
  response = window_fixture_get (window->workspace, "R-002", SL_RISK_RESPONSE);
  g_assert_cmpstr (response, ==, "Avoid");
  sl_form_row_type (cause, "Frost\nand salt");
  g_assert_true (sl_form_row_commit (cause));
  text = window_fixture_get (window->workspace, "R-002", SL_RISK_CAUSE);
  g_assert_cmpstr (text, ==, "Frost\nand salt");
  g_assert_true (sl_form_row_is_dirty (form_row (window, "P-03", SL_PERSON_SENIOR)) == FALSE);
  sl_form_row_type (form_row (window, "P-03", SL_PERSON_SENIOR), "true");
  g_free (text);
  text = window_fixture_get (window->workspace, "P-03", SL_PERSON_SENIOR);
  g_assert_cmpstr (text, ==, "Yes");
}

/* --- The register ------------------------------------------------------------------------------------------------- */

static void
test_add_and_delete (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlRegisterPage *page = SL_REGISTER_PAGE (sl_window_show_page (window, "risks"));
  GListModel *model = G_LIST_MODEL (sl_grid_get_model (sl_register_page_grid (page)));

  g_assert_true (sl_grid_set_cursor (sl_register_page_grid (page), window_fixture_uid (window->workspace, "R-001"), NULL));
  g_assert_false (sl_register_page_can_delete (page));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.add", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 13);
  g_assert_true (sl_grid_is_editing (sl_register_page_grid (page)));
  g_assert_true (sl_grid_commit (sl_register_page_grid (page)));
  g_assert_true (sl_grid_set_cursor (sl_register_page_grid (page), window_fixture_uid (window->workspace, "R-015"), NULL));
  g_assert_true (sl_register_page_can_delete (page));
  sl_register_page_delete (page);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 12);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 13);
}

static gboolean
shows_nothing_fits (gpointer data)
{
  GtkWidget *page = window_fixture_find (data, ADW_TYPE_STATUS_PAGE, "title", "Nothing Fits");

  return page != NULL && gtk_widget_get_visible (page);
}

static void
test_search (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  GtkWidget *page = GTK_WIDGET (sl_window_show_page (window, "risks"));
  GtkWidget *entry;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (window->search)));
  entry = window_fixture_find (page, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such thing anywhere");
  window_fixture_wait (shows_nothing_fits, page, "the page that helps out of a search");
  g_assert_true (gtk_widget_activate_action (page, "register.clear-search", NULL));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (window->search)));
}

static void
test_as_of (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);

  g_assert_false (gtk_widget_has_css_class (window->programme, "day-moved"));
  sl_workspace_set_as_of (window->workspace, sl_date_from_ymd (2026, 12, 1));
  g_assert_true (gtk_widget_has_css_class (window->programme, "day-moved"));
  g_assert_cmpuint (sl_tally_counts (window->tally)->overdue, >, 2);
  sl_workspace_set_as_of (window->workspace, SL_DATE_NONE);
  g_assert_false (gtk_widget_has_css_class (window->programme, "day-moved"));
  g_assert_cmpuint (sl_tally_counts (window->tally)->overdue, ==, 2);
}

/* --- New programme ------------------------------------------------------------------------------------------------ */

static void
test_new_programme (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = sl_window_new (fixture->application);
  g_autoptr (GFile) file = window_fixture_file (fixture, "harbour.sightline");
  SlNewProgramme *dialog;
  const SlProgrammeInfo *programme;
  GtkWidget *empty;

  gtk_window_present (GTK_WINDOW (window));
  dialog = sl_new_programme_show (window);
  g_assert_false (sl_new_programme_is_valid (dialog));
  sl_new_programme_set (dialog, "name", "Harbour renewal");
  sl_new_programme_set (dialog, "currency", "EU");
  g_assert_false (sl_new_programme_is_valid (dialog));
  sl_new_programme_set (dialog, "currency", "eur");
  sl_new_programme_set (dialog, "person", "Ada Abbot");
  sl_new_programme_set (dialog, "role", "Programme manager");
  sl_new_programme_set (dialog, "organisation", "Port");
  sl_new_programme_set (dialog, "project", "Quay one");
  g_assert_true (sl_new_programme_is_valid (dialog));
  g_assert_true (sl_new_programme_create (dialog, file));
  g_assert_true (sl_window_workspace (window) != NULL);
  programme = sl_data_programme (sl_workspace_data (window->workspace));
  g_assert_cmpstr (programme->name, ==, "Harbour renewal");
  g_assert_cmpstr (programme->currency, ==, "EUR");
  g_assert_cmpint (sl_workspace_actor (window->workspace), ==, window_fixture_uid (window->workspace, "P-01"));
  sl_window_show_page (window, "risks");
  empty = window_fixture_find (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE, "title", "No Risks Yet");
  g_assert_nonnull (empty);
  g_assert_true (gtk_widget_get_visible (empty));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.add", NULL));
  g_assert_false (gtk_widget_get_visible (empty));
}

static void
test_new_over_old (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlNewProgramme *dialog = sl_new_programme_show (window);
  g_autofree char *before = NULL, *after = NULL;
  gsize n_before, n_after;

  g_assert_true (g_file_get_contents (g_file_peek_path (sl_window_file (window)), &before, &n_before, NULL));
  sl_new_programme_set (dialog, "name", "Harbour renewal");
  sl_new_programme_set (dialog, "currency", "EUR");
  g_assert_false (sl_new_programme_create (dialog, sl_window_file (window)));
  g_assert_true (g_file_get_contents (g_file_peek_path (sl_window_file (window)), &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  gtk_window_close (GTK_WINDOW (dialog));
}

/* --- Dialogs and keys --------------------------------------------------------------------------------------------- */

static void
test_dialogs (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = sl_window_new (fixture->application);
  GtkWidget *about;

  gtk_window_present (GTK_WINDOW (window));
  sl_about_show (GTK_WINDOW (window));
  window_fixture_settle ();
  about = window_fixture_top_level (ADW_TYPE_ABOUT_WINDOW);
  g_assert_nonnull (about);
  g_assert_nonnull (window_fixture_find (about, GTK_TYPE_LABEL, "label", "Sightline"));
  gtk_window_close (GTK_WINDOW (about));
}

static void
test_shortcuts_listed (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) window = sl_shortcuts_new (NULL);
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (GTK_APPLICATION (fixture->application));

  g_assert_cmpuint (g_strv_length (actions), >, 10);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (GTK_APPLICATION (fixture->application), actions[i]);

      g_assert_cmpuint (g_strv_length (keys), >, 0);
      for (guint k = 0; keys[k] != NULL; k++)
        {
          gboolean listed = FALSE;

          for (const SlAccel *a = sl_accels (); a->keys != NULL && !listed; a++)
            listed = g_strcmp0 (a->action, actions[i]) == 0
                     && window_fixture_find (window, GTK_TYPE_SHORTCUTS_SHORTCUT, "accelerator", a->keys) != NULL;
          if (!listed)
            g_error ("%s (%s) is in no list of keys", keys[k], actions[i]);
        }
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_recent (WindowFixture *fixture, gconstpointer data)
{
  SlPreferences *preferences = sl_application_preferences (fixture->application);
  g_autoptr (GFile) gone = window_fixture_file (fixture, "gone.sightline");
  g_autofree char *uri = g_file_get_uri (gone);
  SlWindow *window;
  GtkWidget *row;

  sl_recent_add (preferences, gone);
  window = sl_window_new (fixture->application);
  gtk_window_present (GTK_WINDOW (window));
  row = window_fixture_find (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "title", "gone");
  g_assert_nonnull (row);
  sl_recent_remove (preferences, uri);
  g_assert_null (window_fixture_find (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "title", "gone"));
}

#define ADD(path, func) g_test_add ("/ui/window/" path, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("SIGHTLINE_TODAY", "2026-11-21", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("sample", test_sample);
  ADD ("pages", test_pages);
  ADD ("same-file", test_same_file);
  ADD ("not-ours", test_not_ours);
  ADD ("edit-and-undo", test_edit_and_undo);
  ADD ("refused-is-kept", test_refused_is_kept);
  ADD ("reason", test_reason);
  ADD ("overtaken", test_overtaken);
  ADD ("editors", test_editors);
  ADD ("add-and-delete", test_add_and_delete);
  ADD ("search", test_search);
  ADD ("as-of", test_as_of);
  ADD ("new-programme", test_new_programme);
  ADD ("new-over-old", test_new_over_old);
  ADD ("dialogs", test_dialogs);
  ADD ("shortcuts-listed", test_shortcuts_listed);
  ADD ("recent", test_recent);
  return g_test_run ();
}
