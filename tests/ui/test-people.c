/* The People page in a window: what each owns, leaving, and the way back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "window-fixture.h"

#include "ui/dialogs/sl-leaving.h"
#include "ui/dialogs/sl-record-window.h"
#include "ui/pages/sl-person-summary.h"
#include "ui/widgets/sl-actor-button.h"
#include "ui/widgets/sl-person-button.h"

#include <string.h>

#define REASON "Operations moves to the county"

/* The People page of the sample with the cursor on @code, its details shown. */
static SlRegisterPage *
people (SlWindow *window, const char *code)
{
  SlRegisterPage *page = SL_REGISTER_PAGE (sl_window_show_page (window, "people"));

  sl_page_show_detail (SL_PAGE (page), TRUE);
  g_assert_true (sl_grid_set_cursor (sl_register_page_grid (page), window_fixture_uid (window->workspace, code), NULL));
  window_fixture_settle ();
  return page;
}

static SlLeaving *
leaving (SlRegisterPage *page)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "row.leave", NULL));
  g_assert_nonnull (window_fixture_top_level (SL_TYPE_LEAVING));
  return SL_LEAVING (window_fixture_top_level (SL_TYPE_LEAVING));
}

static gboolean
has_label (GtkWidget *widget, const char *text)
{
  return window_fixture_find (widget, GTK_TYPE_LABEL, "label", text) != NULL;
}

static SlUid
uid (SlWindow *window, const char *code)
{
  return window_fixture_uid (window->workspace, code);
}

static void
assert_value (SlWindow *window, const char *code, guint field, const char *expected)
{
  g_autofree char *text = window_fixture_get (window->workspace, code, field);

  g_assert_cmpstr (text, ==, expected);
}

/* --- What somebody owns ------------------------------------------------------------------------------------------- */

static void
test_owned (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlRegisterPage *page = people (window, "P-03");
  GtkWidget *summary = window_fixture_find (GTK_WIDGET (page), SL_TYPE_PERSON_SUMMARY, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (summary);
  g_assert_true (has_label (summary, "Here since 6 Jan 2025"));
  g_assert_true (has_label (summary, "Risks (2)"));
  g_assert_true (has_label (summary, "R-001  Crews do not start dynamic rounds in time"));
  g_assert_true (has_label (summary, "Treating · review due 4 Aug 2026"));
  /* It follows what changes. */
  g_assert_true (sl_workspace_set_text (window->workspace, uid (window, "R-001"), SL_RISK_OWNER, "P-05", "Test", &error));
  g_assert_no_error (error);
  g_assert_true (has_label (summary, "Risks (1)"));
  g_assert_false (has_label (summary, "R-001  Crews do not start dynamic rounds in time"));
  people (window, "P-12");
  g_assert_true (has_label (summary, "Answers for nothing just now"));
}

static GtkWidget *
owned_button (SlRegisterPage *page, const char *title)
{
  GtkWidget *label = window_fixture_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "label", title);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
}

/* A kind that has a page is shown there, any other in a window of its own, where it can be edited. */
static void
test_open_record (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlRegisterPage *page = people (window, "P-03");
  GtkWidget *record;

  g_signal_emit_by_name (owned_button (page, "R-001  Crews do not start dynamic rounds in time"), "clicked");
  g_assert_cmpstr (sl_page_get_info (sl_window_page (window))->name, ==, "risks");
  g_assert_cmpint (sl_grid_cursor_uid (sl_register_page_grid (SL_REGISTER_PAGE (sl_window_page (window)))), ==,
                   uid (window, "R-001"));
  people (window, "P-03");
  g_signal_emit_by_name (owned_button (page, "A-02  Paid trial week, two crews"), "clicked");
  record = window_fixture_top_level (SL_TYPE_RECORD_WINDOW);
  g_assert_nonnull (record);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (record)), ==, "Action");
  g_assert_true (has_label (record, "Paid trial week, two crews"));
  gtk_window_close (GTK_WINDOW (record));
}

/* More than a few are shown when asked for. */
static void
test_many (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlRegisterPage *page;
  SlTx *tx = sl_workspace_begin (window->workspace, SL_VERB_ADD);
  GtkWidget *more;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *title = g_strdup_printf ("Draft %u", i);
      SlUid risk = sl_tx_create (tx, SL_KIND_RISK);

      sl_tx_set (tx, risk, SL_RISK_TITLE, &SL_VALUE_TEXT (title), NULL);
      sl_tx_set (tx, risk, SL_RISK_OWNER, &SL_VALUE_REF (uid (window, "P-12")), NULL);
    }
  g_assert_true (sl_workspace_commit (window->workspace, tx, NULL, &error));
  page = people (window, "P-12");
  g_assert_true (has_label (GTK_WIDGET (page), "Risks (20)"));
  g_assert_false (has_label (GTK_WIDGET (page), "R-034  Draft 19"));
  more = window_fixture_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "label", "Show 12 More");
  g_assert_nonnull (more);
  g_signal_emit_by_name (more, "clicked");
  g_assert_true (has_label (GTK_WIDGET (page), "R-034  Draft 19"));
}

/* --- Leaving ------------------------------------------------------------------------------------------------------ */

static void
test_leave_and_undo (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlRegisterPage *page = people (window, "P-03");
  SlLeaving *dialog = leaving (page);
  gint64 seq = sl_workspace_head (window->workspace)->seq;

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Operations Sample Leaves");
  sl_leaving_set_last_day (dialog, "14 Aug 2026");
  sl_leaving_model_set_all (sl_leaving_model (dialog), uid (window, "P-06"));
  g_assert_false (sl_leaving_is_valid (dialog)); /* a reason is wanting */
  g_assert_true (has_label (GTK_WIDGET (dialog), "Owners change hands: give a reason, in one line"));
  sl_leaving_set_reason (dialog, REASON);
  g_assert_true (sl_leaving_reassign (dialog));
  window_fixture_settle ();
  g_assert_null (window_fixture_top_level (SL_TYPE_LEAVING));
  g_assert_cmpint (sl_workspace_head (window->workspace)->seq, ==, seq + 1);
  assert_value (window, "P-03", SL_PERSON_ACTIVE_TO, "14 Aug 2026");
  assert_value (window, "R-001", SL_RISK_OWNER, "Community Sample");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (window->undo), ==, "Undo Reassign P-03 …");
  g_assert_true (has_label (GTK_WIDGET (window), "12 active · 1 leaves soon · 0 owner gaps · 12 people"));
  g_assert_true (has_label (GTK_WIDGET (page), "Last day 14 Aug 2026, 14 days from now"));
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  assert_value (window, "P-03", SL_PERSON_ACTIVE_TO, "");
  assert_value (window, "R-001", SL_RISK_OWNER, "Operations Sample");
  assert_value (window, "A-02", SL_ACTION_OWNER, "Operations Sample");
}

/* What nobody takes over is marked by letter and word, counted in the list of pages, and told by `check`. */
static void
test_gaps (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlRegisterPage *page = people (window, "P-07");
  SlLeaving *dialog = leaving (page);
  g_autoptr (GPtrArray) findings = NULL;
  GtkWidget *row;
  guint n = 0;

  sl_leaving_set_last_day (dialog, "2026-07-30");
  g_assert_true (sl_leaving_reassign (dialog));
  window_fixture_settle ();
  g_assert_true (has_label (GTK_WIDGET (page), "Red: 2 things are without an active owner"));
  row = window_fixture_row (window, "people");
  g_assert_true (has_label (row, "2"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (row), ==, "2 owner gaps");
  findings = sl_workspace_check (window->workspace);
  for (guint i = 0; i < findings->len; i++)
    n += g_str_has_prefix (((SlFinding *) findings->pdata[i])->format, "owner gap");
  g_assert_cmpuint (n, ==, 2);
  /* Back again: nothing is a gap any more. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "row.come-back", NULL));
  assert_value (window, "P-07", SL_PERSON_ACTIVE_TO, "");
  g_assert_true (has_label (GTK_WIDGET (page), "Here since 6 Jan 2025"));
  g_assert_cmpuint (sl_tally_counts (window->tally)->gaps, ==, 0);
}

static void
test_half_way (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlLeaving *dialog = leaving (people (window, "P-03"));
  gint64 seq = sl_workspace_head (window->workspace)->seq;

  sl_leaving_set_last_day (dialog, "14 Aug 2026");
  sl_leaving_model_set_all (sl_leaving_model (dialog), uid (window, "P-06"));
  sl_leaving_set_reason (dialog, REASON);
  gtk_window_close (GTK_WINDOW (dialog));
  window_fixture_settle ();
  g_assert_null (window_fixture_top_level (SL_TYPE_LEAVING));
  g_assert_cmpint (sl_workspace_head (window->workspace)->seq, ==, seq);
  assert_value (window, "P-03", SL_PERSON_ACTIVE_TO, "");
}

/* Typed, chosen and refused in the dialog itself. */
static void
test_dialog (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlLeaving *dialog = leaving (people (window, "P-03"));
  GtkWidget *all = window_fixture_find (GTK_WIDGET (dialog), SL_TYPE_PERSON_BUTTON, NULL, NULL);
  SlRecordList *list = sl_person_button_list (SL_PERSON_BUTTON (all));

  sl_leaving_set_last_day (dialog, "soonish");
  g_assert_false (sl_leaving_is_valid (dialog));
  g_assert_false (sl_leaving_reassign (dialog));
  sl_leaving_set_last_day (dialog, "+14");
  g_assert_true (sl_leaving_is_valid (dialog));
  g_assert_cmpint (sl_leaving_model_last_day (sl_leaving_model (dialog)), ==, sl_date_from_ymd (2026, 8, 14));
  sl_person_button_open (SL_PERSON_BUTTON (all));
  window_fixture_settle ();
  sl_record_list_type (list, "operations");
  sl_record_list_take (list); /* whoever leaves is not offered */
  g_assert_cmpint (sl_leaving_model_all (sl_leaving_model (dialog)), ==, SL_UID_NONE);
  sl_record_list_type (list, "head of eng");
  sl_record_list_take (list);
  g_assert_cmpint (sl_leaving_model_all (sl_leaving_model (dialog)), ==, uid (window, "P-06"));
  g_assert_cmpint (sl_person_button_get_person (SL_PERSON_BUTTON (all)), ==, uid (window, "P-06"));
  gtk_window_close (GTK_WINDOW (dialog));
}

/* Somebody else takes one of the things over meanwhile. */
static void
test_meanwhile (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlLeaving *dialog = leaving (people (window, "P-03"));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (sl_leaving_model (dialog)));
  g_autoptr (GError) error = NULL;

  sl_leaving_model_set_all (sl_leaving_model (dialog), uid (window, "P-06"));
  g_assert_true (sl_workspace_set_text (window->workspace, uid (window, "R-001"), SL_RISK_OWNER, "P-05", "Test", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (sl_leaving_model (dialog))), ==, n - 1);
  sl_leaving_set_reason (dialog, REASON);
  g_assert_true (sl_leaving_reassign (dialog));
  assert_value (window, "R-001", SL_RISK_OWNER, "Data Sample");
  assert_value (window, "R-010", SL_RISK_OWNER, "Community Sample");
}

/* Whoever acts and has left goes on acting, so that it can be taken back; the header says so. */
static void
test_actor_leaves (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlLeaving *dialog = leaving (people (window, "P-02"));
  GtkWidget *header = window_fixture_find (GTK_WIDGET (window), SL_TYPE_ACTOR_BUTTON, NULL, NULL);

  g_assert_true (has_label (header, "acting as Programme Sample"));
  sl_leaving_set_last_day (dialog, "2026-07-30");
  g_assert_true (sl_leaving_reassign (dialog));
  g_assert_cmpint (sl_workspace_actor (window->workspace), ==, uid (window, "P-02"));
  g_assert_true (has_label (header, "acting as Programme Sample, who is not active: choose who you are"));
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  assert_value (window, "P-02", SL_PERSON_ACTIVE_TO, "");
  g_assert_true (has_label (header, "acting as Programme Sample"));
}

/* Looking at another day is for looking. */
static void
test_other_day (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlRegisterPage *page = people (window, "P-03");

  sl_workspace_set_as_of (window->workspace, sl_date_from_ymd (2026, 12, 1));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "row.leave", NULL));
  g_assert_null (window_fixture_top_level (SL_TYPE_LEAVING));
  sl_workspace_set_as_of (window->workspace, SL_DATE_NONE);
}

/* The dialog goes with what it is about. */
static void
test_gone (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlTx *tx = sl_workspace_begin (window->workspace, SL_VERB_ADD);
  SlUid person = sl_tx_create (tx, SL_KIND_PERSON);
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_tx_set (tx, person, SL_PERSON_DISPLAY_NAME, &SL_VALUE_TEXT ("Hardly Here"), &error));
  g_assert_true (sl_workspace_commit (window->workspace, tx, NULL, &error));
  leaving (people (window, "P-13"));
  tx = sl_workspace_begin (window->workspace, SL_VERB_DELETE);
  g_assert_true (sl_tx_delete (tx, person, &error));
  g_assert_true (sl_workspace_commit (window->workspace, tx, NULL, &error));
  g_assert_no_error (error);
  window_fixture_settle ();
  g_assert_null (window_fixture_top_level (SL_TYPE_LEAVING));
}

/* --- The register ------------------------------------------------------------------------------------------------- */

/* Everything is in sight without scrolling sideways, beside the details, in a window of 1,400 pixels. */
static void
test_fits (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlRegisterPage *page = people (window, "P-03");
  GtkWidget *grid = GTK_WIDGET (sl_register_page_grid (page));
  GtkWidget *scroller;
  GtkAdjustment *across;

  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 800);
  window_fixture_settle ();
  scroller = window_fixture_find (grid, GTK_TYPE_SCROLLED_WINDOW, NULL, NULL);
  g_assert_nonnull (scroller);
  across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), <=, gtk_adjustment_get_page_size (across));
}

#define ADD(path, func) g_test_add ("/ui/people/" path, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("SIGHTLINE_TODAY", "2026-11-21", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("owned", test_owned);
  ADD ("open-record", test_open_record);
  ADD ("many", test_many);
  ADD ("leave-and-undo", test_leave_and_undo);
  ADD ("gaps", test_gaps);
  ADD ("half-way", test_half_way);
  ADD ("dialog", test_dialog);
  ADD ("meanwhile", test_meanwhile);
  ADD ("actor-leaves", test_actor_leaves);
  ADD ("other-day", test_other_day);
  ADD ("gone", test_gone);
  ADD ("fits", test_fits);
  return g_test_run ();
}
