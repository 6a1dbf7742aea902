/* A risk in the pane and as a page: its sentence, its ratings, what it threatens, what happened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "window-fixture.h"

#include "ui/pages/sl-risk-links.h"
#include "ui/pages/sl-risk-ratings.h"
#include "ui/pages/sl-risk-sentence.h"
#include "ui/pages/sl-risk-summary.h"
#include "ui/pages/sl-risk-timeline.h"
#include "ui/pages/sl-risk-bar.h"
#include "ui/widgets/sl-glyph-image.h"
#include "ui/widgets/sl-impact-popover.h"
#include "ui/widgets/sl-score-image.h"
#include "ui/widgets/sl-why-button.h"

/* The Risks page of the sample with the cursor on @code, its details shown. */
static GtkWidget *
risk (SlWindow *window, const char *code)
{
  SlRegisterPage *page = SL_REGISTER_PAGE (sl_window_show_page (window, "risks"));

  window_fixture_settle ();
  sl_page_show_detail (SL_PAGE (page), TRUE);
  g_assert_true (sl_page_show_record (SL_PAGE (page), window_fixture_uid (window->workspace, code)));
  window_fixture_settle ();
  return GTK_WIDGET (sl_register_page_detail (page));
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  return window_fixture_find (widget, GTK_TYPE_LABEL, "label", text) != NULL;
}

static GtkWidget *
part (GtkWidget *detail, GType type)
{
  GtkWidget *found = window_fixture_find (detail, type, NULL, NULL);

  g_assert_nonnull (found);
  return found;
}

static void
test_threat (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  GtkWidget *detail = risk (window, "R-001");

  g_assert_true (says (detail, "Because the new rotas are not yet agreed with the crews,"));
  g_assert_true (says (detail, "crews may not start dynamic rounds by September,"));
  g_assert_true (says (detail, "so that collection costs do not fall as planned."));
  g_assert_true (says (part (detail, SL_TYPE_RISK_RATINGS), "16 Red · P 4 × I 4"));
  g_assert_true (says (part (detail, SL_TYPE_RISK_RATINGS), "8 Amber · P 2 × I 4"));
  g_assert_true (says (part (detail, SL_TYPE_RISK_RATINGS), "not assessed"));
  g_assert_true (says (detail, "Worse, was 12 90 days ago"));
  g_assert_true (says (part (detail, SL_TYPE_RISK_TIMELINE), "Current rating 12 Amber → 16 Red"));
  g_assert_true (says (part (detail, SL_TYPE_RISK_TIMELINE), "ESC-1 escalated: Board"));
  g_assert_true (says (part (detail, SL_TYPE_RISK_LINKS), "What It Threatens"));
  detail = risk (window, "R-005");
  g_assert_true (says (detail, "88 days late, due 4 May 2026"));
  g_assert_true (says (part (detail, SL_TYPE_RISK_LINKS), "Gate"));
  detail = risk (window, "R-007");
  g_assert_true (says (part (detail, SL_TYPE_RISK_TIMELINE), "Accepted until 31 Dec 2026"));
  g_assert_true (says (detail, "still above what we want"));
  detail = risk (window, "R-008");
  g_assert_true (says (part (detail, SL_TYPE_RISK_TIMELINE), "It occurred"));
  g_assert_true (says (part (detail, SL_TYPE_RISK_LINKS), "Goes With"));
}

/* Never red, amber or green, and without an appetite. */
static void
test_opportunity (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  GtkWidget *detail = risk (window, "R-014");

  g_assert_true (says (part (detail, SL_TYPE_RISK_RATINGS), "9 Medium · P 3 × I 3"));
  g_assert_true (says (part (detail, SL_TYPE_RISK_LINKS), "What It Could Help"));
  g_assert_true (says (detail, "Rising, was 6 90 days ago"));
}

static void
test_why (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  GtkWidget *ratings = part (risk (window, "R-001"), SL_TYPE_RISK_RATINGS);
  GtkWidget *figures = window_fixture_find (ratings, GTK_TYPE_LABEL, "label", "8 Amber · P 2 × I 4");
  GtkWidget *why = gtk_widget_get_ancestor (figures, SL_TYPE_WHY_BUTTON);

  g_assert_nonnull (why);
  sl_why_button_open (SL_WHY_BUTTON (why));
  g_assert_true (says (why, "8 Amber"));
  g_assert_true (says (why, "Probability 2: Unlikely, over 10% to 30%."));
}

static void
test_links (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlRiskLinks *links = SL_RISK_LINKS (part (risk (window, "R-002"), SL_TYPE_RISK_LINKS));
  const SlData *sight = sl_workspace_data (window->workspace);
  guint nodes = sl_data_count (sight, SL_KIND_RISK_NODE), gates = sl_data_count (sight, SL_KIND_RISK_GATE);

  /* In lower case it is the code of a sub-factor of the health check. */
  g_assert_true (sl_risk_links_add (links, "c1"));
  g_assert_cmpuint (sl_data_count (sight, SL_KIND_RISK_NODE), ==, nodes + 1);
  g_assert_true (sl_risk_links_add (links, "G4"));
  g_assert_cmpuint (sl_data_count (sight, SL_KIND_RISK_GATE), ==, gates + 1);
  /* Twice the same, nothing of that name, and what is no node, benefit or gate. */
  g_assert_false (sl_risk_links_add (links, "C1"));
  g_assert_false (sl_risk_links_add (links, "no such thing"));
  g_assert_false (sl_risk_links_add (links, "R-005"));
  g_assert_cmpuint (sl_data_count (sight, SL_KIND_RISK_NODE), ==, nodes + 1);
  g_assert_nonnull (window_fixture_find (GTK_WIDGET (links), GTK_TYPE_BUTTON, "tooltip-text", "Remove C1"));
  g_signal_emit_by_name (window_fixture_find (GTK_WIDGET (links), GTK_TYPE_BUTTON, "tooltip-text", "Remove C1"), "clicked");
  g_assert_cmpuint (sl_data_count (sight, SL_KIND_RISK_NODE), ==, nodes);
}

/* No glyph says a level. */
static void
assert_no_colour (GtkWidget *widget)
{
  if (SL_IS_GLYPH_IMAGE (widget))
    g_assert_cmpint (sl_glyph_image_get_status (SL_GLYPH_IMAGE (widget)), <=, SL_STATUS_UNKNOWN);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_no_colour (child);
}

/* From whom it is kept is said where one reads it, and from nobody more than it is. */
static void
test_restricted (WindowFixture *fixture, gconstpointer data)
{
  static const struct
  {
    int level;
    const char *says;
  } cases[] = {
    { SL_CONFIDENTIALITY_RESTRICTED, "Restricted: reports for everyone and for the board leave it out, and count it" },
    { SL_CONFIDENTIALITY_BOARD, "For the board: reports for everyone leave it out, and count it" },
    { SL_CONFIDENTIALITY_OPEN, NULL },
  };
  SlWindow *window = window_fixture_sample (fixture);
  GtkWidget *detail = risk (window, "R-012");
  SlUid uid = window_fixture_uid (window->workspace, "R-012");

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      SlRiskAct act = SL_RISK_ACT (SL_RISK_MOVE_RESTRICT);
      g_autoptr (GError) error = NULL;

      act.choice = cases[c].level;
      g_assert_true (sl_workspace_risk_act (window->workspace, uid, &act, "As the test wants it", &error));
      g_assert_no_error (error);
      for (guint k = 0; k < G_N_ELEMENTS (cases) - 1; k++)
        {
          GtkWidget *label = window_fixture_find (detail, GTK_TYPE_LABEL, "label", cases[k].says);

          g_assert_cmpint (label != NULL && gtk_widget_get_mapped (label), ==, k == c);
        }
    }
}

static void
commit (SlWindow *window, const char *code, SlRiskMove move, int choice, const char *reason)
{
  SlRiskAct act = SL_RISK_ACT (move);
  g_autoptr (GError) error = NULL;

  act.choice = choice;
  g_assert_true (sl_workspace_risk_act (window->workspace, window_fixture_uid (window->workspace, code), &act, reason, &error));
  g_assert_no_error (error);
}

typedef struct
{
  GtkWidget *widget;
  const char *text;
} Saying;

static gboolean
says_it (gpointer data)
{
  const Saying *saying = data;

  return says (saying->widget, saying->text);
}

/* Moves of states are told with whoever made them and why, without asking for edits; those with a day of their own once. */
static void
test_moves (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  GtkWidget *timeline = part (risk (window, "R-012"), SL_TYPE_RISK_TIMELINE);
  g_autoptr (GError) error = NULL;

  commit (window, "R-012", SL_RISK_MOVE_CLOSE, SL_CLOSE_REASON_AVOIDED, "The move is off");
  window_fixture_wait (says_it, &(Saying){ timeline, "“The move is off”" }, "the reason for closing");
  g_assert_true (says (timeline, "Closed: Avoided"));
  g_assert_true (says (timeline, "31 Jul 2026 · Programme Sample"));
  g_assert_false (says (timeline, "Open → Closed"));
  commit (window, "R-012", SL_RISK_MOVE_REOPEN, 0, "It is on again");
  window_fixture_wait (says_it, &(Saying){ timeline, "Closed → Open" }, "the reopening");
  g_assert_true (says (timeline, "“It is on again”"));
  /* Reopened it is closed no longer, and was. */
  g_assert_false (says (timeline, "Closed: Avoided"));
  g_assert_true (says (timeline, "Open → Closed"));
  timeline = part (risk (window, "R-005"), SL_TYPE_RISK_TIMELINE);
  g_assert_true (sl_workspace_set_text (window->workspace, window_fixture_uid (window->workspace, "A-05"), SL_ACTION_STATE, "In progress",
                                        NULL, &error));
  g_assert_no_error (error);
  window_fixture_wait (says_it, &(Saying){ timeline, "A-05: Planned → In progress" }, "the move of the action");
  g_assert_true (says (timeline, "A-05 due 31 May 2026 → 15 Aug 2026"));
}

/* F4 asks beside the rating that has the focus, in the pane and on the page; closed, there is nothing to assess. */
static void
test_assess (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  GtkWidget *detail = risk (window, "R-001");
  GtkWidget *ratings = part (detail, SL_TYPE_RISK_RATINGS);
  GtkWidget *page = gtk_widget_get_ancestor (detail, SL_TYPE_PAGE);
  GtkWidget *target = window_fixture_find (ratings, GTK_TYPE_LABEL, "label", "8 Amber · P 2 × I 4"), *popover;

  gtk_widget_activate_action (page, "page.open", NULL);
  window_fixture_settle ();
  g_assert_nonnull (gtk_widget_get_focus_child (part (detail, SL_TYPE_RISK_SENTENCE)));
  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_ancestor (target, GTK_TYPE_BUTTON)));
  gtk_widget_activate_action (page, "row.assess", NULL);
  popover = part (ratings, SL_TYPE_IMPACT_POPOVER);
  g_assert_true (says (popover, "After Planned Actions"));
  g_assert_true (gtk_widget_is_ancestor (popover, gtk_widget_get_ancestor (target, SL_TYPE_WHY_BUTTON)));
  gtk_popover_popdown (GTK_POPOVER (popover));
  window_fixture_settle ();
  commit (window, "R-012", SL_RISK_MOVE_CLOSE, SL_CLOSE_REASON_AVOIDED, "The move is off");
  detail = risk (window, "R-012");
  gtk_widget_activate_action (detail, "detail.assess", "i", SL_ASSESSMENT_TYPE_CURRENT);
  g_assert_null (window_fixture_find (detail, SL_TYPE_IMPACT_POPOVER, NULL, NULL));
}

/* A draft asks for its parts, and a topic is told from a risk. */
static void
test_draft (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlTx *tx = sl_workspace_begin (window->workspace, SL_VERB_ADD);
  SlUid draft = sl_tx_create (tx, SL_KIND_RISK);
  GtkWidget *detail;
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_tx_set (tx, draft, SL_RISK_TITLE, &SL_VALUE_TEXT ("A thought"), &error));
  g_assert_true (sl_workspace_commit (window->workspace, tx, NULL, &error));
  detail = risk (window, "R-015");
  g_assert_true (says (detail, "Because … what is so today?"));
  g_assert_true (says (detail, "… what may happen?"));
  g_assert_true (says (detail, "so that … which outcome would change?"));
  g_assert_true (says (detail, "Nobody has rated or reviewed it yet. The first rating begins its story."));
  g_assert_true (says (detail, "Draft: it owes nothing yet"));
  g_assert_true (says (part (detail, SL_TYPE_RISK_RATINGS), "not assessed"));
  assert_no_colour (part (detail, SL_TYPE_RISK_RATINGS));
  /* What it lacks is said once, without its code before each line. */
  g_assert_true (says (part (detail, SL_TYPE_RISK_BAR),
                       "Before “Open” it needs:\n• “Cause” says too little\n• “Event” says too little\n"
                       "• “Effect” says too little; a risk beyond draft needs cause, event and effect of at least 10 characters each\n"
                       "• has no owner; name one person\n• has no current assessment with a probability and an impact\n"
                       "• needs the day from which it could strike"));
  g_assert_false (gtk_widget_get_mapped (window_fixture_find (detail, SL_TYPE_SCORE_IMAGE, NULL, NULL)));
  /* Opened as a page it begins at what is missing. */
  gtk_widget_activate_action (gtk_widget_get_ancestor (detail, SL_TYPE_PAGE), "page.open", NULL);
  window_fixture_settle ();
  g_assert_nonnull (gtk_widget_get_focus_child (part (detail, SL_TYPE_RISK_SENTENCE)));
  g_assert_true (sl_workspace_set_text (window->workspace, draft, SL_RISK_EVENT, "Supply chain", NULL, &error));
  g_assert_true (says (part (detail, SL_TYPE_RISK_SENTENCE),
                       "The event is a topic as yet. Say what may happen to whom, or to what: “The parts may arrive after the crews”."));
}

/* The page is the pane: opened, linked on from, and back step by step. */
static void
test_page (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  GtkWidget *detail = risk (window, "R-001");
  SlRegisterPage *page = SL_REGISTER_PAGE (sl_window_page (window));
  SlGrid *grid = sl_register_page_grid (page);

  g_assert_nonnull (gtk_widget_get_ancestor (detail, ADW_TYPE_FLAP));
  gtk_widget_activate_action (GTK_WIDGET (page), "page.open", NULL);
  window_fixture_settle ();
  g_assert_true (GTK_WIDGET (sl_register_page_detail (page)) == detail);
  g_assert_true (gtk_widget_get_mapped (detail));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (grid)));
  g_assert_true (sl_page_show_record (SL_PAGE (page), window_fixture_uid (window->workspace, "R-010")));
  g_assert_true (says (detail, "R-010"));
  gtk_widget_activate_action (GTK_WIDGET (page), "page.back", NULL);
  g_assert_true (says (detail, "R-001"));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (grid)));
  gtk_widget_activate_action (GTK_WIDGET (page), "page.back", NULL);
  window_fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (grid)));
  g_assert_true (gtk_widget_get_mapped (detail));
}

int
main (int argc, char **argv)
{
  g_setenv ("SIGHTLINE_TODAY", "2026-11-21", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add ("/risk-view/" name, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)
  ADD ("threat", test_threat);
  ADD ("opportunity", test_opportunity);
  ADD ("why", test_why);
  ADD ("links", test_links);
  ADD ("draft", test_draft);
  ADD ("restricted", test_restricted);
  ADD ("moves", test_moves);
  ADD ("assess", test_assess);
  ADD ("page", test_page);
  return g_test_run ();
}
