/* The details of a card of the map: whether the money gets through, its links, and what strikes it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "window-fixture.h"

#include "ui/pages/sl-card-links.h"
#include "ui/pages/sl-card-summary.h"
#include "ui/pages/sl-map-page.h"
#include "ui/widgets/sl-form.h"

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
  g_assert_true (says (links (window), "R-001  Crews do not start dynamic rounds in time"));
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
  g_assert_true (says (links (window), "Link from C5 to I6"));
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
  ADD ("broken", test_broken);
  ADD ("link", test_link);
  ADD ("refused", test_refused);
  ADD ("edit", test_edit);
  ADD ("page", test_page);
  return g_test_run ();
}
