/* The details of a card of the map: whether the money gets through, its links, and what strikes it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "window-fixture.h"

#include "ui/pages/sl-card-findings.h"
#include "ui/pages/sl-card-links.h"
#include "ui/pages/sl-card-others.h"
#include "ui/pages/sl-card-summary.h"
#include "ui/pages/sl-map-page.h"
#include "ui/widgets/sl-fix-popover.h"
#include "ui/widgets/sl-form.h"
#include "workspace/sl-map-acts.h"

static gboolean
is_there (gpointer data)
{
  SlWindow *window = data;

  return sl_map_canvas_drawing (sl_map_page_canvas (SL_MAP_PAGE (sl_window_page (window)))) != NULL;
}

/* The window with the details of a card beside the map. */
static SlWindow *
open_card (WindowFixture *fixture, const char *code)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlPage *page = sl_window_show_page (window, "map");

  window_fixture_wait (is_there, window, "the map");
  g_assert_true (sl_page_show_record (page, window_fixture_uid (window->workspace, code)));
  sl_page_show_detail (page, TRUE);
  window_fixture_settle ();
  return window;
}

static SlCardSummary *
summary (SlWindow *window)
{
  return SL_CARD_SUMMARY (window_fixture_find (GTK_WIDGET (window), SL_TYPE_CARD_SUMMARY, NULL, NULL));
}

static SlCardLinks *
links (SlWindow *window)
{
  return SL_CARD_LINKS (window_fixture_find (GTK_WIDGET (window), SL_TYPE_CARD_LINKS, NULL, NULL));
}

static SlCardOthers *
others (SlWindow *window)
{
  return SL_CARD_OTHERS (window_fixture_find (GTK_WIDGET (window), SL_TYPE_CARD_OTHERS, NULL, NULL));
}

static SlCardFindings *
findings (SlWindow *window)
{
  return SL_CARD_FINDINGS (window_fixture_find (GTK_WIDGET (window), SL_TYPE_CARD_FINDINGS, NULL, NULL));
}

static gboolean
says (gpointer widget, const char *text)
{
  return window_fixture_find (widget, GTK_TYPE_LABEL, "label", text) != NULL;
}

static void
test_complete (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = open_card (fixture, "C1");

  g_assert_cmpstr (sl_card_summary_sight (summary (window)), ==, "Money reaches it, and through it a purpose.");
  g_assert_true (says (summary (window), "Business change · In progress · Operations Sample · Smart litter bins"));
  g_assert_true (says (summary (window), "Red, from R-001"));
  g_assert_true (says (links (window), "N4  Route optimiser"));
  g_assert_true (says (links (window), "I1  Fewer half-empty bins emptied"));
  g_assert_true (says (others (window), "R-001  Crews do not start dynamic rounds in time"));
  /* Late, and by how much, in words. */
  g_assert_true (says (summary (window), "now 1 Oct 2026, planned for 30 Jun 2026\n93 days later than planned"));
}

/* No purpose is reached through a harm; a day that has passed is said to have. */
static void
test_harm (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = open_card (fixture, "I7");

  g_assert_cmpstr (sl_card_summary_sight (summary (window)), ==, "A harm that comes of what is paid for; somebody answers for it.");
  g_assert_true (says (summary (window), "31 Jan 2026\n181 days ago"));
}

/* What is broken is said, and which rule says so. */
static void
test_broken (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = open_card (fixture, "I6");

  g_assert_cmpstr (sl_card_summary_sight (summary (window)), ==, "No business change comes before it.");
  g_assert_true (says (summary (window), "broken"));
}

static const SlMapEdge *
edge (SlWindow *window, const char *from, const char *to)
{
  SlProgramme *programme = sl_workspace_programme (window->workspace);
  SlUid a = window_fixture_uid (window->workspace, from), b = window_fixture_uid (window->workspace, to);

  for (guint i = 0; i < sl_programme_count (programme, SL_KIND_MAP_EDGE); i++)
    {
      const SlMapEdge *e = SL_AS (MAP_EDGE, sl_programme_nth (programme, SL_KIND_MAP_EDGE, i));

      if (e->from == a && e->to == b)
        return e;
    }
  return NULL;
}

/* A link is drawn by code or by name and comes up for its reason and evidence; one step takes it back. */
static void
test_link (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = open_card (fixture, "C5");
  g_autoptr (GError) error = NULL;
  SlForm *form;

  g_assert_null (edge (window, "C5", "I6"));
  g_assert_true (sl_card_links_add (links (window), TRUE, "i6"));
  g_assert_nonnull (edge (window, "C5", "I6"));
  form = SL_FORM (window_fixture_find (GTK_WIDGET (links (window)), SL_TYPE_FORM, NULL, NULL));
  g_assert_cmpint (sl_form_get_uid (form), ==, edge (window, "C5", "I6")->record.uid);
  g_assert_true (sl_workspace_undo (window->workspace, &error));
  g_assert_no_error (error);
  g_assert_null (edge (window, "C5", "I6"));
  g_assert_cmpint (sl_form_get_uid (form), ==, SL_UID_NONE);
}

/* What may not be linked is refused where it was asked, and says why; nothing changes. */
static void
test_refused (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = open_card (fixture, "C1");
  guint before = sl_programme_count (sl_workspace_programme (window->workspace), SL_KIND_MAP_EDGE);

  g_assert_false (sl_card_links_add (links (window), TRUE, "N4"));
  g_assert_false (sl_card_links_add (links (window), FALSE, "C1"));
  g_assert_false (sl_card_links_add (links (window), FALSE, "no card of this name"));
  g_assert_true (says (links (window), "No card has that code or is the only one of that name"));
  g_assert_false (sl_card_links_add (links (window), TRUE, "R-001"));
  g_assert_cmpuint (sl_programme_count (sl_workspace_programme (window->workspace), SL_KIND_MAP_EDGE), ==, before);
}

/* A link in hand stays in hand while it changes, and goes with the card. */
static void
test_edit (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = open_card (fixture, "C1");
  SlUid link = edge (window, "C1", "I1")->record.uid;
  g_autoptr (GError) error = NULL;
  SlForm *form;

  g_assert_false (sl_card_links_edit (links (window), window_fixture_uid (window->workspace, "V1")));
  g_assert_true (sl_card_links_edit (links (window), window_fixture_uid (window->workspace, "I1")));
  form = SL_FORM (window_fixture_find (GTK_WIDGET (links (window)), SL_TYPE_FORM, NULL, NULL));
  g_assert_cmpint (sl_form_get_uid (form), ==, link);
  g_assert_true (sl_workspace_set_text (window->workspace, link, SL_MAP_EDGE_EVIDENCE, "4", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sl_form_get_uid (form), ==, link);
  sl_page_show_record (sl_window_page (window), window_fixture_uid (window->workspace, "V1"));
  window_fixture_settle ();
  g_assert_cmpint (sl_form_get_uid (form), ==, SL_UID_NONE);
}

/* The form stands below the line of its link, and stays there with the focus while the line says something new. */
static void
test_in_place (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = open_card (fixture, "C1");
  g_autoptr (GError) error = NULL;
  GtkWidget *form, *row;

  g_assert_true (sl_card_links_edit (links (window), window_fixture_uid (window->workspace, "I2")));
  form = window_fixture_find (GTK_WIDGET (links (window)), SL_TYPE_FORM, NULL, NULL);
  row = gtk_widget_get_parent (form);
  g_assert_true (says (row, "I2  Fewer hours of overflowing bins"));
  g_assert_true (gtk_widget_child_focus (form, GTK_DIR_TAB_FORWARD));
  g_assert_true (sl_workspace_set_text (window->workspace, edge (window, "C1", "I2")->record.uid, SL_MAP_EDGE_RATIONALE, "Seen in March",
                                        NULL, &error));
  g_assert_no_error (error);
  g_assert_true (gtk_widget_get_parent (form) == row);
  g_assert_true (says (row, "Contributing · evidence 3: measured in our alpha or beta\nSeen in March"));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), form));
}

/* A risk, a benefit and a measure: one there is or a new one, and off the card again; each one step. */
static void
test_others (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = open_card (fixture, "E1");
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_card_others_add (others (window), SL_KIND_RISK, "r-001"));
  g_assert_true (says (others (window), "R-001  Crews do not start dynamic rounds in time"));
  g_assert_false (sl_card_others_add (others (window), SL_KIND_RISK, "r-001"));
  g_assert_true (says (others (window), "R-001 is here already"));
  g_assert_true (sl_card_others_add (others (window), SL_KIND_RISK, "The survey is cancelled"));
  g_assert_true (says (others (window), "R-015  The survey is cancelled"));
  g_assert_true (sl_workspace_undo (window->workspace, &error));
  g_assert_no_error (error);
  g_assert_false (says (others (window), "R-015  The survey is cancelled"));
  g_assert_true (sl_card_others_add (others (window), SL_KIND_MEASURE, "Letters of thanks"));
  g_assert_false (sl_card_others_add (others (window), SL_KIND_BENEFIT, "BEN-1"));
  g_assert_true (says (others (window), "BEN-1 belongs to E2; take it off there first"));
  g_signal_emit_by_name (window_fixture_find (GTK_WIDGET (others (window)), GTK_TYPE_BUTTON, "tooltip-text", "Take R-001 off the card"),
                         "clicked");
  g_assert_false (says (others (window), "R-001  Crews do not start dynamic rounds in time"));
}

static gboolean
lacks_one (gpointer data)
{
  return sl_card_findings_count (findings (data)) == 1;
}

static gboolean
lacks_nothing (gpointer data)
{
  return sl_card_findings_count (findings (data)) == 0;
}

/* What is wrong with the card is said on it with the act that mends it, also what no test of sight says: M7. */
static void
test_findings (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = open_card (fixture, "E2");
  SlProgramme *programme = sl_workspace_programme (window->workspace);
  SlUid e2 = window_fixture_uid (window->workspace, "E2");
  SlTx *tx = sl_workspace_begin (window->workspace, SL_VERB_EDIT);
  g_autoptr (GError) error = NULL;
  GtkWidget *popover;

  for (guint i = 0; i < sl_programme_count (programme, SL_KIND_MEASURE); i++)
    {
      const SlMeasure *measure = SL_AS (MEASURE, sl_programme_nth (programme, SL_KIND_MEASURE, i));

      if (measure->node == e2)
        g_assert_true (sl_tx_set (tx, measure->record.uid, SL_MEASURE_NODE, &SL_VALUE_NULL (SL_TYPE_REF), &error));
    }
  g_assert_true (sl_workspace_commit (window->workspace, tx, NULL, &error));
  window_fixture_wait (lacks_one, window, "the finding");
  g_assert_true (says (findings (window), "E2: it has no measure, so nobody could tell whether it came about"));
  sl_card_findings_mend (findings (window), 0);
  popover = window_fixture_find (GTK_WIDGET (findings (window)), SL_TYPE_FIX_POPOVER, NULL, NULL);
  g_assert_nonnull (popover);
  gtk_editable_set_text (GTK_EDITABLE (window_fixture_find (popover, GTK_TYPE_ENTRY, NULL, NULL)), "Pounds for each bin");
  g_signal_emit_by_name (window_fixture_find (popover, GTK_TYPE_BUTTON, "label", "Add a Measure"), "clicked");
  window_fixture_wait (lacks_nothing, window, "the end of the finding");
  g_assert_true (says (others (window), "M-7  Pounds for each bin"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (findings (window))));
}

/* A card just made asks for what it lacks; one with the longest title and thirty links keeps to its place. */
static void
test_extremes (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = open_card (fixture, "SP1");
  SlTx *tx = sl_workspace_begin (window->workspace, SL_VERB_ADD);
  g_autofree char *title = g_strnfill (500, 'm');
  g_autoptr (GError) error = NULL;
  SlUid card = sl_tx_add_card (tx, SL_NODE_TYPE_BUSINESS_CHANGE, title, &error);
  int width;

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("More of %u", i);
      SlUid other = sl_tx_add_card (tx, SL_NODE_TYPE_INTERMEDIATE_OUTCOME, name, &error);

      g_assert_cmpint (sl_tx_link_cards (tx, card, other, &error), !=, SL_UID_NONE);
    }
  g_assert_true (sl_workspace_commit (window->workspace, tx, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (sl_page_show_record (sl_window_page (window), card));
  window_fixture_settle ();
  g_assert_true (says (links (window), "Show 22 More"));
  g_assert_false (says (links (window), "I37  More of 29"));
  g_assert_true (sl_card_links_edit (links (window), window_fixture_uid (window->workspace, "I37")));
  g_assert_true (says (links (window), "I37  More of 29"));
  width = gtk_widget_get_width (GTK_WIDGET (links (window)));
  g_assert_cmpint (width, <, 420);
}

/* A card as a page: its links lead on, and the way back leads to where they began, and to the map. */
static void
test_page (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = open_card (fixture, "C1");
  SlPage *page = sl_window_page (window);

  gtk_widget_activate_action (GTK_WIDGET (page), "page.open", NULL);
  g_assert_true (sl_page_is_open (page));
  g_assert_true (sl_page_detail_shown (page));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), GTK_WIDGET (summary (window))));
  g_assert_true (sl_page_show_record (page, window_fixture_uid (window->workspace, "I1")));
  g_assert_true (says (page, "Fewer half-empty bins emptied"));
  gtk_widget_activate_action (GTK_WIDGET (page), "page.back", NULL);
  g_assert_true (sl_page_is_open (page));
  g_assert_cmpint (sl_map_canvas_selected (sl_map_page_canvas (SL_MAP_PAGE (page))), ==, window_fixture_uid (window->workspace, "C1"));
  gtk_widget_activate_action (GTK_WIDGET (page), "page.back", NULL);
  g_assert_false (sl_page_is_open (page));
}

#define ADD(path, func) g_test_add ("/ui/card/" path, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("SIGHTLINE_TODAY", "2026-11-21", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("complete", test_complete);
  ADD ("harm", test_harm);
  ADD ("broken", test_broken);
  ADD ("link", test_link);
  ADD ("refused", test_refused);
  ADD ("edit", test_edit);
  ADD ("in-place", test_in_place);
  ADD ("others", test_others);
  ADD ("findings", test_findings);
  ADD ("extremes", test_extremes);
  ADD ("page", test_page);
  return g_test_run ();
}
