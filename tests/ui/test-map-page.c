/* The map in a window: what is drawn, walked through, found and added.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "window-fixture.h"

#include "ui/pages/sl-map-page.h"
#include "ui/widgets/sl-map-card-private.h"

static gboolean
has_cards (gpointer page)
{
  return window_fixture_find (page, SL_TYPE_MAP_CARD_WIDGET, NULL, NULL) != NULL;
}

static SlMapPage *
map (SlWindow *window)
{
  SlMapPage *page = SL_MAP_PAGE (sl_window_show_page (window, "map"));

  window_fixture_wait (has_cards, page, "the cards");
  window_fixture_settle ();
  return page;
}

static guint
n_widgets (SlMapPage *page)
{
  GtkWidget *canvas = GTK_WIDGET (sl_map_page_canvas (page));
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (canvas); child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

static gboolean
has_label (GtkWidget *widget, const char *text)
{
  return window_fixture_find (widget, GTK_TYPE_LABEL, "label", text) != NULL;
}

static const char *
selected (SlWindow *window, SlMapPage *page)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (window->workspace), sl_map_canvas_selected (sl_map_page_canvas (page)));

  return record != NULL ? sl_record_code (record) : "";
}

static void
test_sample (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapPage *page = map (window);

  g_assert_cmpuint (sl_map_canvas_drawing (sl_map_page_canvas (page))->n_cards, ==, 29);
  g_assert_cmpuint (n_widgets (page), ==, 29);
  g_assert_true (has_label (GTK_WIDGET (page), "Line of sight 89 %, 26 of 29 cards · £422k of £462k funded through to a purpose"));
}

/* From afar cards are painted, and only the one chosen is a widget; close by, only those in sight. */
static void
test_widgets (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapPage *page = map (window);
  SlMapCanvas *canvas = sl_map_page_canvas (page);

  g_assert_true (sl_map_canvas_select (canvas, window_fixture_uid (window->workspace, "C1"), TRUE));
  sl_map_canvas_zoom (canvas, 0.2);
  window_fixture_settle ();
  g_assert_cmpuint (n_widgets (page), ==, 1);
  sl_map_canvas_zoom (canvas, 15);
  window_fixture_settle ();
  g_assert_cmpuint (n_widgets (page), >=, 1);
  g_assert_cmpuint (n_widgets (page), <, 15);
  sl_map_canvas_fit (canvas);
  window_fixture_settle ();
  g_assert_cmpuint (n_widgets (page), ==, 29);
}

static void
test_walk (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapPage *page = map (window);

  g_assert_true (sl_map_canvas_select (sl_map_page_canvas (page), window_fixture_uid (window->workspace, "C1"), TRUE));
  g_assert_true (sl_map_canvas_step (sl_map_page_canvas (page), 1, 0));
  g_assert_cmpstr (selected (window, page), ==, "I1");
  g_assert_true (sl_map_canvas_step (sl_map_page_canvas (page), -1, 0));
  g_assert_cmpstr (selected (window, page), ==, "C1");
  g_assert_true (sl_map_canvas_step (sl_map_page_canvas (page), 0, 1));
  g_assert_cmpstr (selected (window, page), ==, "C2");
  g_assert_true (sl_map_canvas_select (sl_map_page_canvas (page), SL_UID_NONE, FALSE));
  g_assert_cmpstr (selected (window, page), ==, "");
}

/* What is edited elsewhere shows here; nothing else moves. */
static void
test_follows (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapPage *page = map (window);
  SlMapCanvas *canvas = sl_map_page_canvas (page);
  SlUid c1 = window_fixture_uid (window->workspace, "C1"), e1 = window_fixture_uid (window->workspace, "E1");
  double y = sl_map_canvas_drawing (canvas)->cards[sl_map_drawing_find (sl_map_canvas_drawing (canvas), e1)].y;
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_set_text (window->workspace, c1, SL_MAP_NODE_TITLE, "Crews work daily rounds", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (sl_map_canvas_drawing (canvas)->cards[sl_map_drawing_find (sl_map_canvas_drawing (canvas), c1)].title, ==,
                   "Crews work daily rounds");
  g_assert_cmpfloat (sl_map_canvas_drawing (canvas)->cards[sl_map_drawing_find (sl_map_canvas_drawing (canvas), e1)].y, ==, y);
}

static void
test_add (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapPage *page = map (window);

  g_assert_true (sl_map_canvas_select (sl_map_page_canvas (page), window_fixture_uid (window->workspace, "C1"), TRUE));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.add", NULL));
  window_fixture_settle ();
  g_assert_cmpstr (selected (window, page), ==, "C6");
  g_assert_true (sl_page_detail_shown (SL_PAGE (page)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  g_assert_cmpuint (sl_map_canvas_drawing (sl_map_page_canvas (page))->n_cards, ==, 29);
  g_assert_cmpstr (selected (window, page), ==, "");
}

static void
test_show_record (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapPage *page;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.open-record", "x", window_fixture_uid (window->workspace, "I6")));
  page = SL_MAP_PAGE (sl_window_page (window));
  g_assert_cmpstr (selected (window, page), ==, "I6");
}

#define ADD(path, func) g_test_add ("/ui/map/" path, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("SIGHTLINE_TODAY", "2026-11-21", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("sample", test_sample);
  ADD ("widgets", test_widgets);
  ADD ("walk", test_walk);
  ADD ("follows", test_follows);
  ADD ("add", test_add);
  ADD ("show-record", test_show_record);
  return g_test_run ();
}
