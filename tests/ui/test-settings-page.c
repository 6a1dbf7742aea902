/* The settings in a window: the grid by keys, what would move, refusing a bad grid, saving, going back, others' changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "window-fixture.h"

#include "ui/pages/sl-settings-field.h"
#include "ui/pages/sl-settings-page.h"

static SlSettingsPage *
page_of (SlWindow *window)
{
  SlSettingsPage *page = SL_SETTINGS_PAGE (sl_window_show_page (window, "settings"));

  window_fixture_settle ();
  return page;
}

static void
press (SlSettingsPage *page, const char *label)
{
  GtkWidget *button = window_fixture_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "label", label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  window_fixture_settle ();
}

static void
draft (SlSettingsPage *page, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;

  sl_settings_edit_set (sl_settings_page_edit (page), name, text, &error);
  g_assert_no_error (error);
}

static const char *
summary (SlSettingsPage *page)
{
  return sl_settings_bar_summary (sl_settings_page_bar (page));
}

static gboolean
apply (SlSettingsPage *page, const char *reason)
{
  return sl_settings_bar_apply (sl_settings_page_bar (page), reason);
}

static int
version (SlWindow *window)
{
  return sl_workspace_view (window->workspace).settings->version;
}

static void
expect_text (SlSettingsPage *page, const char *name, const char *text)
{
  g_autofree char *found = sl_settings_edit_dup_text (sl_settings_page_edit (page), name);

  g_assert_cmpstr (found, ==, text);
}

/* What somebody else saves meanwhile. */
static void
others (SlWindow *window, const char *name, const char *text)
{
  g_autoptr (SlSettingsDraft) theirs = sl_settings_draft_new ();
  g_autoptr (GError) error = NULL;

  sl_settings_draft_set (theirs, sl_workspace_data (window->workspace), name, text, sl_workspace_as_of (window->workspace), &error);
  g_assert_no_error (error);
  sl_workspace_apply_settings (window->workspace, theirs, "Somebody else", &error);
  g_assert_no_error (error);
  window_fixture_settle ();
}

static void
test_draft (WindowFixture *f, gconstpointer unused)
{
  SlWindow *window = window_fixture_sample (f);
  SlSettingsPage *page = page_of (window);
  GtkListBoxRow *row;

  g_assert_cmpstr (summary (page), ==, "");
  draft (page, "grid_3", "GAARR");
  g_assert_cmpstr (summary (page), ==, "1 change · 1 risk changes level · 1 review becomes overdue");
  g_assert_cmpint (version (window), ==, 1);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (sl_settings_bar_moves (sl_settings_page_bar (page))), 0);
  g_assert_nonnull (window_fixture_find (GTK_WIDGET (row), GTK_TYPE_LABEL, "label", "probability 3 × impact 4 · reviewed every 14 days, was 30"));
  g_assert_false (sl_settings_edit_set (sl_settings_page_edit (page), "review_red", "0", NULL));
  g_assert_cmpstr (summary (page), ==, "1 change · 1 risk changes level · 1 review becomes overdue");
  press (page, "Discard");
  g_assert_cmpstr (summary (page), ==, "");
  /* Discarding is a step like others. */
  g_assert_true (sl_page_take_back (SL_PAGE (page), FALSE));
  expect_text (page, "grid_3", "GAARR");
  g_assert_true (sl_page_take_back (SL_PAGE (page), FALSE));
  g_assert_false (sl_page_take_back (SL_PAGE (page), FALSE));
  g_assert_cmpstr (summary (page), ==, "");
  g_assert_true (sl_page_take_back (SL_PAGE (page), TRUE));
  expect_text (page, "grid_3", "GAARR");
}

static AdwMessageDialog *
question (void)
{
  return (AdwMessageDialog *) window_fixture_top_level (ADW_TYPE_MESSAGE_DIALOG);
}

/* A window does not close over a draft unasked, from whatever page it is closed; nor does it ask without one. */
static void
test_close (WindowFixture *f, gconstpointer unused)
{
  SlWindow *window = window_fixture_sample (f);
  SlSettingsPage *page = page_of (window);

  draft (page, "grid_3", "GAARR");
  sl_window_show_page (window, "risks");
  gtk_window_close (GTK_WINDOW (window));
  g_assert_nonnull (question ());
  g_assert_true (strstr (adw_message_dialog_get_body (question ()), "1 change of the settings is drafted") != NULL);
  /* Asked again it does not ask twice. */
  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (window_fixture_answer ("_Go On Drafting"));
  window_fixture_settle ();
  g_assert_null (question ());
  g_assert_true (page_of (window) == page);
  g_assert_cmpstr (summary (page), ==, "1 change · 1 risk changes level · 1 review becomes overdue");
  gtk_window_close (GTK_WINDOW (window));
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_assert_true (window_fixture_answer ("_Discard and Close"));
  window_fixture_settle ();
  g_assert_null (window);
}

/* A cell says where it is and what it is; what is wrong with it is said at once, and nothing is saved. */
static void
test_grid (WindowFixture *f, gconstpointer unused)
{
  SlWindow *window = window_fixture_sample (f);
  SlSettingsPage *page = page_of (window);
  SlSettingsGrid *grid = sl_settings_page_grid (page);
  GtkWidget *cell = sl_heat_grid_cell (sl_settings_grid_matrix (grid), 1, 5);

  g_assert_true (gtk_widget_grab_focus (cell));
  g_assert_true (gtk_widget_has_focus (cell));
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "Probability 1 Rare, impact 5 Very large: Amber. None here");
  g_signal_emit_by_name (cell, "clicked"); /* the next level */
  expect_text (page, "grid_1", "GGGGR");
  g_assert_cmpstr (sl_settings_grid_fault (grid), ==,
                   "Probability 1, impact 5: a Red cell lies beside a Green one (F-3)");
  g_assert_false (apply (page, "Try"));
  g_assert_cmpint (version (window), ==, 1);
  g_assert_true (gtk_widget_has_focus (cell));
  sl_settings_grid_set (grid, 1, 5, SL_RAG_AMBER);
  g_assert_cmpstr (sl_settings_grid_fault (grid), ==, "");
  g_assert_cmpstr (summary (page), ==, "");
}

static void
test_apply (WindowFixture *f, gconstpointer unused)
{
  SlWindow *window = window_fixture_sample (f);
  SlSettingsPage *page = page_of (window);

  draft (page, "review_red", "10");
  g_assert_false (apply (page, NULL));
  g_assert_true (apply (page, "Sooner"));
  g_assert_cmpint (version (window), ==, 2);
  g_assert_cmpstr (summary (page), ==, "");
  g_assert_false (sl_workspace_can_undo (window->workspace));
  window_fixture_settle ();
  press (page, "Go Back to This…");
  g_assert_true (g_str_has_prefix (summary (page), "1 change"));
  g_assert_true (apply (page, "Too soon"));
  g_assert_cmpint (version (window), ==, 3);
  g_assert_cmpint (sl_workspace_view (window->workspace).settings->review_red, ==, 14);
}

/* Going back asks where something is drafted. */
static void
test_go_back_asks (WindowFixture *f, gconstpointer unused)
{
  SlWindow *window = window_fixture_sample (f);
  SlSettingsPage *page = page_of (window);

  draft (page, "review_red", "10");
  g_assert_true (apply (page, "Sooner"));
  draft (page, "review_green", "60");
  press (page, "Go Back to This…");
  expect_text (page, "review_green", "60");
  press (page, "Keep Draft");
  expect_text (page, "review_green", "60");
  expect_text (page, "review_red", "10");
  g_assert_null (window_fixture_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "label", "Keep Draft"));
  press (page, "Go Back to This…");
  press (page, "Discard and Go Back");
  expect_text (page, "review_green", "90");
  expect_text (page, "review_red", "14");
  g_assert_true (sl_page_take_back (SL_PAGE (page), FALSE));
  expect_text (page, "review_green", "60");
}

/* The draft outlives leaving the page, and others' changes; what they changed is said beside it. */
static void
test_others (WindowFixture *f, gconstpointer unused)
{
  SlWindow *window = window_fixture_sample (f);
  SlSettingsPage *page = page_of (window);
  g_autofree char *note = NULL, *later = NULL;

  draft (page, "review_red", "10");
  draft (page, "review_amber", "20");
  note = sl_settings_edit_dup_note (sl_settings_page_edit (page), "review_red");
  g_assert_cmpstr (note, ==, "was 14");
  sl_window_show_page (window, "risks");
  window_fixture_settle ();
  others (window, "review_red", "7");
  g_assert_true (SL_PAGE (page) == SL_PAGE (sl_window_show_page (window, "settings")));
  window_fixture_settle ();
  expect_text (page, "review_red", "10");
  expect_text (page, "review_amber", "20");
  g_assert_cmpuint (sl_settings_edit_count_theirs (sl_settings_page_edit (page)), ==, 1);
  later = sl_settings_edit_dup_note (sl_settings_page_edit (page), "review_red");
  g_assert_cmpstr (later, ==, "others made it 7 meanwhile");
  g_assert_nonnull (window_fixture_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "label", "others made it 7 meanwhile"));
  g_assert_true (apply (page, "Mine after all"));
  g_assert_cmpint (sl_workspace_view (window->workspace).settings->review_red, ==, 10);
}

/* What is typed and does not fit stays, and says why; it is no part of the draft. */
static void
test_field (WindowFixture *f, gconstpointer unused)
{
  SlWindow *window = window_fixture_sample (f);
  SlSettingsPage *page = page_of (window);
  GtkWidget *entry = window_fixture_find (GTK_WIDGET (page), GTK_TYPE_ENTRY, "text", "14");
  SlSettingsField *field;

  g_assert_nonnull (entry);
  field = SL_SETTINGS_FIELD (gtk_widget_get_ancestor (entry, SL_TYPE_SETTINGS_FIELD));
  gtk_editable_set_text (GTK_EDITABLE (entry), "soon");
  g_assert_false (sl_settings_field_commit (field));
  g_assert_cmpstr (sl_settings_field_note (field), !=, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "soon");
  g_assert_cmpstr (summary (page), ==, "");
  gtk_editable_set_text (GTK_EDITABLE (entry), "10");
  g_assert_true (sl_settings_field_commit (field));
  g_assert_cmpstr (sl_settings_field_note (field), ==, "was 14");
}

/* Not set is a choice; whoever approves is chosen; the stricter statement is named. */
static void
test_appetite (WindowFixture *f, gconstpointer unused)
{
  SlWindow *window = window_fixture_sample (f);
  SlSettingsPage *page = page_of (window);
  SlSettingsAppetite *appetite = sl_settings_page_appetite (page);
  const SlData *data = sl_workspace_data (window->workspace);
  SlDate today = sl_workspace_as_of (window->workspace);
  SlPersonButton *approver = sl_settings_bar_approver (sl_settings_page_bar (page));
  SlUid board = window_fixture_uid (window->workspace, "P-10"), council = window_fixture_uid (window->workspace, "ORG-02");
  g_autofree char *stricter = NULL;

  g_assert_nonnull (strstr (sl_settings_appetite_words (appetite, SL_CATEGORY_LEGAL), "no limit"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (sl_settings_appetite_choice (appetite, SL_CATEGORY_INFORMATION)), 0);
  window_fixture_settle ();
  expect_text (page, "appetite.information", "not_set");
  g_assert_nonnull (strstr (sl_settings_appetite_words (appetite, SL_CATEGORY_INFORMATION), "no limit"));
  g_assert_nonnull (strstr (sl_settings_appetite_words (appetite, SL_CATEGORY_INFORMATION), "was Averse"));
  g_assert_cmpint (sl_person_button_get_person (approver), ==, sl_workspace_actor (window->workspace));
  draft (page, "appetite.people.ORG-02", "minimal");
  stricter = g_strdup_printf ("Minimal applies where %s would suffer", sl_data_name (data, council));
  g_assert_nonnull (strstr (sl_settings_appetite_words (appetite, SL_CATEGORY_PEOPLE), stricter));
  sl_settings_appetite_show (appetite, council);
  g_assert_nonnull (strstr (sl_settings_appetite_words (appetite, SL_CATEGORY_PEOPLE), "stricter than the programme’s Open by two levels"));
  g_assert_nonnull (strstr (sl_settings_appetite_words (appetite, SL_CATEGORY_SECURITY), "the programme is stricter: Averse applies"));
  sl_person_button_set_person (approver, board);
  g_signal_emit_by_name (approver, "chosen", board);
  g_assert_true (apply (page, "To be agreed anew"));
  g_assert_cmpint (version (window), ==, 1);
  g_assert_cmpint (sl_appetite_in_force (data, SL_CATEGORY_INFORMATION, SL_UID_NONE, today)->level, ==, SL_APPETITE_LEVEL_NOT_SET);
  g_assert_cmpint (sl_appetite_in_force (data, SL_CATEGORY_INFORMATION, SL_UID_NONE, today)->approved_by, ==, board);
}

#define ADD(name, func) g_test_add ("/settings-page/" name, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  ADD ("draft", test_draft);
  ADD ("close", test_close);
  ADD ("grid", test_grid);
  ADD ("apply", test_apply);
  ADD ("go-back-asks", test_go_back_asks);
  ADD ("others", test_others);
  ADD ("field", test_field);
  ADD ("appetite", test_appetite);
  return g_test_run ();
}
