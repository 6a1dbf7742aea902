/* The acts on a risk in a window: the bar of moves, the actions, an assessment, the stamp on several rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "window-fixture.h"

#include "ui/pages/sl-risk-actions.h"
#include "ui/pages/sl-risk-bar.h"
#include "ui/widgets/sl-ask.h"
#include "ui/widgets/sl-impact-popover.h"

#include <string.h>

static SlRegisterPage *
risks (SlWindow *window, const char *code)
{
  SlRegisterPage *page = SL_REGISTER_PAGE (sl_window_show_page (window, "risks"));

  sl_page_show_detail (SL_PAGE (page), TRUE);
  g_assert_true (sl_grid_set_cursor (sl_register_page_grid (page), window_fixture_uid (window->workspace, code), NULL));
  window_fixture_settle ();
  return page;
}

static GtkWidget *
part (SlRegisterPage *page, GType type)
{
  GtkWidget *widget = window_fixture_find (GTK_WIDGET (page), type, NULL, NULL);

  g_assert_nonnull (widget);
  return widget;
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  return window_fixture_find (widget, GTK_TYPE_LABEL, "label", text) != NULL;
}

static void
assert_value (SlWindow *window, const char *code, guint field, const char *expected)
{
  g_autofree char *text = window_fixture_get (window->workspace, code, field);

  g_assert_cmpstr (text, ==, expected);
}

/* Chooses the n-th entry of the first choice, and writes @text into the n-th line. */
static void
choose (GtkWidget *ask, guint n)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (window_fixture_find (ask, GTK_TYPE_DROP_DOWN, NULL, NULL)), n);
}

static void
give_reason (GtkWidget *ask, const char *text)
{
  GtkWidget *entry = window_fixture_find (ask, GTK_TYPE_ENTRY, "placeholder-text", "Reason, one line");

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static GtkWidget *
button (GtkWidget *ask, const char *label)
{
  GtkWidget *found = window_fixture_find (ask, GTK_TYPE_BUTTON, "label", label);

  g_assert_nonnull (found);
  return found;
}

/* --- The bar ------------------------------------------------------------------------------------------------------ */

static void
test_close (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  GtkWidget *bar = part (risks (window, "R-012"), SL_TYPE_RISK_BAR);
  GtkWidget *ask = window_fixture_find (bar, SL_TYPE_ASK, NULL, NULL);

  g_assert_true (says (bar, "Open"));
  g_assert_false (sl_ask_is_open (SL_ASK (ask)));
  sl_risk_bar_begin (SL_RISK_BAR (bar), SL_RISK_MOVE_CLOSE);
  g_assert_true (sl_ask_is_open (SL_ASK (ask)));
  /* What is wanting is said, and the button waits for it. */
  g_assert_false (gtk_widget_get_sensitive (button (ask, "Close")));
  choose (ask, SL_CLOSE_REASON_AVOIDED);
  give_reason (ask, "The move is off");
  g_assert_true (gtk_widget_get_sensitive (button (ask, "Close")));
  g_signal_emit_by_name (button (ask, "Close"), "clicked");
  g_assert_false (sl_ask_is_open (SL_ASK (ask)));
  assert_value (window, "R-012", SL_RISK_STATE, "Closed");
  assert_value (window, "R-012", SL_RISK_CLOSE_REASON, "Avoided");
  g_assert_cmpstr (sl_workspace_last_reason (window->workspace), ==, "The move is off");
  g_assert_nonnull (window_fixture_find (bar, GTK_TYPE_BUTTON, "label", "Reopen"));
}

static void
test_wanting (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlRegisterPage *page = risks (window, "R-012");
  GtkWidget *bar = part (page, SL_TYPE_RISK_BAR);
  GtkWidget *ask = window_fixture_find (bar, SL_TYPE_ASK, NULL, NULL);
  gint64 seq = sl_workspace_head (window->workspace)->seq;

  sl_risk_bar_begin (SL_RISK_BAR (bar), SL_RISK_MOVE_TREAT);
  g_assert_true (says (ask, "First it needs:"));
  g_assert_true (says (ask, "R-012: a treated risk needs a target assessment"));
  /* Another risk puts it away; a move that is not one from here does nothing. */
  g_assert_true (sl_grid_set_cursor (sl_register_page_grid (page), window_fixture_uid (window->workspace, "R-001"), NULL));
  window_fixture_settle ();
  g_assert_false (sl_ask_is_open (SL_ASK (ask)));
  sl_risk_bar_begin (SL_RISK_BAR (bar), SL_RISK_MOVE_REOPEN);
  g_assert_false (sl_ask_is_open (SL_ASK (ask)));
  g_assert_cmpint (sl_workspace_head (window->workspace)->seq, ==, seq);
}

static void
test_answer (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  GtkWidget *bar = part (risks (window, "R-001"), SL_TYPE_RISK_BAR);
  GtkWidget *ask = window_fixture_find (bar, SL_TYPE_ASK, NULL, NULL);

  g_assert_true (says (bar, "ESC-1 waits for an answer: Board, by 15 Aug 2026"));
  g_assert_true (gtk_widget_activate_action (bar, "bar.answer", "i", SL_ESCALATION_STATE_ACCEPTED));
  g_signal_emit_by_name (button (ask, "Save"), "clicked");
  assert_value (window, "ESC-1", SL_ESCALATION_STATE, "Accepted");
  g_assert_true (gtk_widget_activate_action (bar, "bar.answer", "i", SL_ESCALATION_STATE_DECIDED));
  g_assert_false (gtk_widget_get_sensitive (button (ask, "Save")));
  gtk_editable_set_text (GTK_EDITABLE (window_fixture_find (ask, GTK_TYPE_ENTRY, NULL, NULL)), "Pay the allowance");
  g_signal_emit_by_name (button (ask, "Save"), "clicked");
  assert_value (window, "ESC-1", SL_ESCALATION_STATE, "Decided");
  assert_value (window, "ESC-1", SL_ESCALATION_DECISION, "Pay the allowance");
}

/* --- Actions ------------------------------------------------------------------------------------------------------ */

static void
test_actions (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  GtkWidget *actions = part (risks (window, "R-012"), SL_TYPE_RISK_ACTIONS);
  GtkWidget *ask = window_fixture_find (actions, SL_TYPE_ASK, NULL, NULL);
  SlUid uid;

  sl_risk_actions_add (SL_RISK_ACTIONS (actions));
  g_assert_false (gtk_widget_get_sensitive (button (ask, "Save")));
  gtk_editable_set_text (GTK_EDITABLE (window_fixture_find (ask, GTK_TYPE_ENTRY, NULL, NULL)), "Agree a date with the depot");
  g_assert_true (gtk_widget_get_sensitive (button (ask, "Save")));
  g_signal_emit_by_name (button (ask, "Save"), "clicked");
  assert_value (window, "A-13", SL_ACTION_TITLE, "Agree a date with the depot");
  g_assert_true (says (actions, "A-13  Agree a date with the depot"));
  g_assert_true (says (actions, "Planned · no owner · no due day"));
  uid = window_fixture_uid (window->workspace, "A-13");
  g_assert_true (gtk_widget_activate_action (actions, "act.move", "(xi)", (gint64) uid, SL_ACTION_STATE_IN_PROGRESS));
  assert_value (window, "A-13", SL_ACTION_STATE, "In progress");
  /* Blocking owes a reason, asked in the same place. */
  g_assert_true (gtk_widget_activate_action (actions, "act.move", "(xi)", (gint64) uid, SL_ACTION_STATE_BLOCKED));
  g_assert_true (sl_ask_asks_reason (SL_ASK (ask)));
  give_reason (ask, "The depot does not answer");
  g_signal_emit_by_name (button (ask, "Save"), "clicked");
  assert_value (window, "A-13", SL_ACTION_STATE, "Blocked");
}

/* --- Assessment and stamp ----------------------------------------------------------------------------------------- */

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
test_popover (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlRegisterPage *page = risks (window, "R-001");
  SlUid risk = window_fixture_uid (window->workspace, "R-001");
  gpointer popover = sl_impact_popover_show (GTK_WIDGET (sl_register_page_grid (page)), NULL, window->workspace, risk,
                                             SL_ASSESSMENT_TYPE_CURRENT);
  GtkWidget *ask = window_fixture_find (popover, SL_TYPE_ASK, NULL, NULL);

  g_object_add_weak_pointer (popover, &popover);
  g_assert_true (says (popover, "Over 25% to 50% of the benefit"));
  g_assert_true (says (popover, "not judged"));
  gtk_editable_set_text (GTK_EDITABLE (window_fixture_find (ask, GTK_TYPE_ENTRY, NULL, NULL)), "many");
  g_assert_false (gtk_widget_get_sensitive (button (ask, "Record")));
  gtk_editable_set_text (GTK_EDITABLE (window_fixture_find (ask, GTK_TYPE_ENTRY, NULL, NULL)), "60");
  g_assert_true (gtk_widget_get_sensitive (button (ask, "Record")));
  g_signal_emit_by_name (button (ask, "Record"), "clicked");
  window_fixture_wait (is_gone, &popover, "the assessment to close");
  {
    SlView view = sl_workspace_view (window->workspace);

    g_assert_cmpint (sl_risk_assessment_in_force (&view, risk, SL_ASSESSMENT_TYPE_CURRENT)->explicit_pct, ==, 60);
  }
}

static void
test_stamp (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlRegisterPage *page = risks (window, "R-005");
  gint64 seq = sl_workspace_head (window->workspace)->seq;
  guint before = sl_data_count (sl_workspace_data (window->workspace), SL_KIND_RISK_REVIEW);

  /* All of them, as one step; what has occurred or is closed is watched no longer. */
  sl_grid_select_all (sl_register_page_grid (page));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "row.review", NULL));
  g_assert_cmpint (sl_workspace_head (window->workspace)->seq, ==, seq + 1);
  g_assert_cmpuint (sl_data_count (sl_workspace_data (window->workspace), SL_KIND_RISK_REVIEW), ==, before + 12);
}

#define ADD(path, test) g_test_add (path, WindowFixture, NULL, window_fixture_set_up, test, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/risk-bar/close", test_close);
  ADD ("/risk-bar/wanting", test_wanting);
  ADD ("/risk-bar/answer", test_answer);
  ADD ("/risk-bar/actions", test_actions);
  ADD ("/risk-bar/popover", test_popover);
  ADD ("/risk-bar/stamp", test_stamp);
  return g_test_run ();
}
