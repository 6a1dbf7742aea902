/* What the map holds to in the hand of somebody demanding: what was placed stays, what was given up comes back, what is wrong is
 * mended where it is seen, and any title fits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "window-fixture.h"

#include "ui/pages/sl-card-findings.h"
#include "ui/pages/sl-map-page.h"
#include "ui/widgets/sl-ask.h"
#include "ui/widgets/sl-map-canvas-private.h"
#include "ui/widgets/sl-map-card-private.h"

#include <math.h>

static gboolean
has_cards (gpointer page)
{
  return window_fixture_find (page, SL_TYPE_MAP_CARD_WIDGET, NULL, NULL) != NULL;
}

static SlMapCanvas *
map (SlWindow *window)
{
  SlMapPage *page = SL_MAP_PAGE (sl_window_show_page (window, "map"));

  window_fixture_wait (has_cards, page, "the cards");
  window_fixture_settle ();
  return sl_map_page_canvas (page);
}

static void
choose (SlWindow *window, SlMapCanvas *canvas, const char *code)
{
  g_assert_true (sl_map_canvas_select (canvas, window_fixture_uid (window->workspace, code), TRUE));
}

static const SlMapCard *
card (SlMapCanvas *canvas, SlUid uid)
{
  int number = sl_map_drawing_find (canvas->drawing, uid);

  g_assert_cmpint (number, >=, 0);
  return &canvas->drawing->cards[number];
}

static void
undo (SlWindow *window)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_undo (window->workspace, &error));
  g_assert_no_error (error);
}

/* --- Given up ----------------------------------------------------------------------------------------------------- */

/* A reason is asked; the card goes from the map and stays in the file; it can be taken up again, and both be undone. */
static void
test_drop (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapCanvas *canvas = map (window);
  SlUid v5 = window_fixture_uid (window->workspace, "V5");
  g_autoptr (GMenuModel) before = sl_map_canvas_dropped_menu (canvas), after = NULL;
  GtkWidget *ask;

  g_assert_cmpint (g_menu_model_get_n_items (before), ==, 0);
  choose (window, canvas, "V5");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (canvas), "map.drop", NULL));
  ask = window_fixture_find (GTK_WIDGET (canvas), SL_TYPE_ASK, NULL, NULL);
  g_assert_nonnull (ask);
  g_assert_true (sl_ask_asks_reason (SL_ASK (ask)));
  sl_ask_accept (SL_ASK (ask));
  g_assert_cmpuint (canvas->drawing->n_cards, ==, 29);
  gtk_editable_set_text (GTK_EDITABLE (window_fixture_find (ask, GTK_TYPE_ENTRY, "placeholder-text", "Reason, one line")),
                         "Nobody needs it");
  sl_ask_accept (SL_ASK (ask));
  window_fixture_settle ();
  g_assert_cmpuint (canvas->drawing->n_cards, ==, 28);
  g_assert_nonnull (sl_data_lookup (sl_workspace_data (window->workspace), v5));
  after = sl_map_canvas_dropped_menu (canvas);
  g_assert_cmpint (g_menu_model_get_n_items (after), ==, 1);
  sl_map_canvas_take_up (canvas, v5);
  g_assert_cmpuint (canvas->drawing->n_cards, ==, 29);
  g_assert_cmpint (sl_map_canvas_selected (canvas), ==, v5);
  undo (window);
  g_assert_cmpuint (canvas->drawing->n_cards, ==, 28);
  undo (window);
  g_assert_cmpuint (canvas->drawing->n_cards, ==, 29);
}

/* --- Settling ----------------------------------------------------------------------------------------------------- */

#define LARGE 600

static gboolean
is_settled (gpointer canvas)
{
  return !sl_map_canvas_is_settling (canvas);
}

static gboolean
works (gpointer canvas)
{
  return SL_MAP_CANVAS (canvas)->settling != NULL || is_settled (canvas);
}

/* A large map with links enough for an order to matter, not settled. */
static SlMapCanvas *
large (SlWindow *window)
{
  SlMapCanvas *canvas = map (window);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < LARGE; i++)
    {
      guint n = i / 2;

      if (i % 2)
        g_string_append_printf (text, "N%u\tEnabler\tThing %u\t\tC%u C%u\n", 100 + n, n, 100 + n * 7 % 300, 100 + (n * 7 + 31) % 300);
      else
        g_string_append_printf (text, "C%u\tBusiness change\tChange %u\t\t\n", 100 + n, n);
    }
  g_assert_true (sl_map_canvas_paste_text (canvas, text->str));
  sl_map_canvas_tidy (canvas);
  g_assert_false (is_settled (canvas));
  return canvas;
}

/* An edit meanwhile does not end it for ever: it comes when the hand rests, not while somebody types, and the card that was
 * made stays beneath the eyes. */
static void
test_settle_later (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapCanvas *canvas = large (window);
  SlTx *tx = sl_workspace_begin (window->workspace, SL_VERB_ADD);
  g_autoptr (GError) error = NULL;
  SlUid made = sl_tx_add_card (tx, SL_NODE_TYPE_ENABLER, "Made meanwhile", &error);
  double x, y;

  g_assert_true (sl_workspace_commit (window->workspace, tx, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (is_settled (canvas));
  g_assert_null (canvas->settling);
  g_assert_true (sl_map_canvas_select (canvas, made, TRUE));
  x = card (canvas, made)->x - canvas->x;
  y = card (canvas, made)->y - canvas->y;
  window_fixture_wait (works, canvas, "the hand to rest");
  window_fixture_wait (is_settled, canvas, "a settled map");
  g_assert_cmpfloat (fabs (card (canvas, made)->x - canvas->x - x), <, 1.01);
  g_assert_cmpfloat (fabs (card (canvas, made)->y - canvas->y - y), <, 1.01);
}

/* What was put by hand stays until tidied, whatever settles. */
static void
test_placed (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapCanvas *canvas = map (window);
  SlUid c3 = window_fixture_uid (window->workspace, "C3");
  g_autoptr (GError) error = NULL;
  double y;

  choose (window, canvas, "C3");
  sl_map_canvas_place_by_hand (canvas, (guint) sl_map_drawing_find (canvas->drawing, c3), 2000);
  y = card (canvas, c3)->y;
  g_assert_cmpfloat (y, ==, 2000);
  choose (window, canvas, "C1");
  g_assert_true (sl_map_canvas_paste_text (canvas, "One more\nAnd another\n"));
  g_assert_true (sl_workspace_set_text (window->workspace, c3, SL_MAP_NODE_TITLE, "A title that has grown by a line or even by two lines in all",
                                        NULL, &error));
  g_assert_cmpfloat (card (canvas, c3)->y, ==, y);
  sl_map_canvas_tidy (canvas);
  g_assert_cmpfloat (card (canvas, c3)->y, <, 1500);
}

/* --- Mending ------------------------------------------------------------------------------------------------------ */

static gboolean
has_findings (gpointer window)
{
  GtkWidget *findings = window_fixture_find (window, SL_TYPE_CARD_FINDINGS, NULL, NULL);

  return findings != NULL && gtk_widget_get_visible (findings);
}

/* From the badge, the menu or Ctrl+Enter to what is wrong; from there to the link, with what may be linked lit. */
static void
test_mend (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapCanvas *canvas = map (window);
  SlUid v5 = window_fixture_uid (window->workspace, "V5");
  GtkWidget *findings, *focus;

  choose (window, canvas, "V5");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (canvas), "map-page.mend", NULL));
  window_fixture_wait (has_findings, window, "the findings");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (canvas), "map-page.mend", NULL));
  findings = window_fixture_find (GTK_WIDGET (window), SL_TYPE_CARD_FINDINGS, NULL, NULL);
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, findings));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.draw-link", "(xb)", v5, TRUE));
  g_assert_true (sl_map_canvas_is_linking (canvas));
  g_assert_cmpint (canvas->linking.card, ==, v5);
  g_assert_true (canvas->linking.open[sl_map_drawing_find (canvas->drawing, window_fixture_uid (window->workspace, "C1"))]);
  g_assert_false (canvas->linking.open[sl_map_drawing_find (canvas->drawing, window_fixture_uid (window->workspace, "E1"))]);
  sl_map_canvas_cancel_link (canvas);
}

/* --- Titles ------------------------------------------------------------------------------------------------------- */

/* From one character to five hundred, whatever the script: a card keeps to its column and its neighbours to themselves. */
static void
test_titles (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapCanvas *canvas = map (window);
  g_autofree char *word = g_strnfill (500, 'W');
  g_autoptr (GString) emoji = g_string_new (NULL), rtl = g_string_new (NULL), combining = g_string_new ("e");
  SlTx *tx = sl_workspace_begin (window->workspace, SL_VERB_ADD);
  g_autoptr (GArray) uids = g_array_new (FALSE, FALSE, sizeof (SlUid));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100; i++)
    {
      g_string_append (emoji, "👩🏽‍🚒 ");
      g_string_append (rtl, "رضا ");
      g_string_append (combining, "\u0323\u0302");
    }
  {
    const char *titles[] = { "x", word, emoji->str, rtl->str, combining->str, "Two\nlines", "a\tb" };

    for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
      {
        SlUid uid;
        g_autofree char *title = g_utf8_substring (titles[i], 0, MIN (g_utf8_strlen (titles[i], -1), 500));

        uid = sl_tx_add_card (tx, SL_NODE_TYPE_ENABLER, title, &error);
        g_assert_no_error (error);
        g_array_append_val (uids, uid);
      }
  }
  g_assert_true (sl_workspace_commit (window->workspace, tx, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < uids->len; i++)
    {
      const SlMapCard *one = card (canvas, g_array_index (uids, SlUid, i));

      g_assert_cmpuint (one->lines, >=, 1);
      g_assert_cmpuint (one->lines, <=, SL_MAP_LINES_MAX);
      for (guint k = 0; k < canvas->drawing->n_cards; k++)
        {
          const SlMapCard *other = &canvas->drawing->cards[k];

          if (other != one && other->column == one->column)
            g_assert_cmpfloat (fabs (other->y - one->y), >=, (other->height + one->height) / 2);
        }
      g_assert_true (sl_map_canvas_select (canvas, one->uid, TRUE));
      window_fixture_settle ();
    }
}

#define ADD(path, func) g_test_add ("/ui/map-hold/" path, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("SIGHTLINE_TODAY", "2026-11-21", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("drop", test_drop);
  ADD ("settle-later", test_settle_later);
  ADD ("placed", test_placed);
  ADD ("mend", test_mend);
  ADD ("titles", test_titles);
  return g_test_run ();
}
