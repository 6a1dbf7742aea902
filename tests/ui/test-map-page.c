/* The map in a window: what is drawn, walked through, found and added.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "window-fixture.h"

#include "ui/pages/sl-map-page.h"
#include "ui/widgets/sl-map-canvas-private.h"
#include "ui/widgets/sl-map-card-private.h"
#include "ui/widgets/sl-map-link-private.h"
#include "ui/widgets/sl-map-minimap-private.h"

#include <string.h>

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
    n += SL_IS_MAP_CARD_WIDGET (child);
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

static gboolean
has_tiles (gpointer canvas)
{
  return SL_MAP_CANVAS (canvas)->tiles != NULL;
}

/* Moved a little, what stays in sight is neither shown nor painted again. */
static void
test_pan (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapPage *page = map (window);
  SlMapCanvas *canvas = sl_map_page_canvas (page);
  guint shown, painted;

  sl_map_canvas_zoom (canvas, 1.5 / sl_map_canvas_scale (canvas));
  window_fixture_settle ();
  window_fixture_wait (has_tiles, canvas, "the tiles");
  shown = canvas->n_cards_shown;
  painted = canvas->n_tiles_painted;
  g_assert_cmpuint (painted, >, 0);
  for (guint i = 0; i < 20; i++)
    {
      sl_map_canvas_look_at (canvas, canvas->x, canvas->y + (i % 2 == 0 ? 1 : -1), canvas->scale);
      window_fixture_settle ();
    }
  g_assert_cmpuint (canvas->n_cards_shown - shown, <=, 6);
  g_assert_cmpuint (canvas->n_tiles_painted - painted, <=, 12);
  /* But where one of them is chosen, all are. */
  painted = canvas->n_tiles_painted;
  g_assert_true (sl_map_canvas_select (canvas, window_fixture_uid (window->workspace, "C1"), FALSE));
  window_fixture_wait (has_tiles, canvas, "the tiles");
  g_assert_cmpuint (canvas->n_tiles_painted, >, painted);
  /* What was seen once is not kept for ever. */
  for (guint i = 0; i < 40; i++)
    sl_map_canvas_look_at (canvas, canvas->x, canvas->y + 40, canvas->scale);
  window_fixture_settle ();
  g_assert_cmpuint (g_hash_table_size (canvas->tiles), <, 120);
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

/* --- Editing ------------------------------------------------------------------------------------------------------ */

static void
act (SlMapPage *page, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (sl_map_page_canvas (page)), action, NULL));
  window_fixture_settle ();
}

static void
choose (SlWindow *window, SlMapPage *page, const char *code)
{
  g_assert_true (sl_map_canvas_select (sl_map_page_canvas (page), window_fixture_uid (window->workspace, code), TRUE));
  window_fixture_settle ();
}

static void
choose_also (SlWindow *window, SlMapPage *page, const char *code)
{
  SlMapCanvas *canvas = sl_map_page_canvas (page);

  sl_map_canvas_choose (canvas, (guint) sl_map_drawing_find (canvas->drawing, window_fixture_uid (window->workspace, code)),
                        SL_MAP_ALSO);
}

static const SlMapCard *
card (SlWindow *window, SlMapPage *page, const char *code)
{
  const SlMapDrawing *drawing = sl_map_canvas_drawing (sl_map_page_canvas (page));

  return &drawing->cards[sl_map_drawing_find (drawing, window_fixture_uid (window->workspace, code))];
}

static guint
count (SlWindow *window, int kind)
{
  return sl_data_count (sl_workspace_data (window->workspace), kind);
}

static void
undo (SlWindow *window)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  window_fixture_settle ();
}

static void
type (SlMapPage *page, const char *text)
{
  GtkWidget *entry = sl_map_page_canvas (page)->entry;

  g_assert_nonnull (entry);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry)), text, -1);
}

/* Typed in place in the column of the card chosen; what is typed is kept when the focus goes elsewhere. */
static void
test_add (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapPage *page = map (window);
  SlMapCanvas *canvas = sl_map_page_canvas (page);

  choose (window, page, "C1");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.add", NULL));
  g_assert_true (sl_map_canvas_is_typing (canvas));
  type (page, " Wardens\nshare rounds ");
  sl_map_canvas_keep_typed (canvas);
  g_assert_false (sl_map_canvas_is_typing (canvas));
  g_assert_cmpstr (card (window, page, "C6")->title, ==, "Wardens share rounds");
  undo (window);
  g_assert_cmpuint (canvas->drawing->n_cards, ==, 29);
  /* Nothing typed, nothing made. */
  act (page, "map.add");
  type (page, "  ");
  sl_map_canvas_keep_typed (canvas);
  g_assert_cmpuint (canvas->drawing->n_cards, ==, 29);
  /* By the button of a column. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (canvas), "map.add-in", "u", 1));
  type (page, "Another thing");
  sl_map_canvas_keep_typed (canvas);
  g_assert_cmpint (card (window, page, "N7")->type, ==, SL_NODE_TYPE_ENABLER);
}

static void
test_rename (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapPage *page = map (window);
  SlMapCanvas *canvas = sl_map_page_canvas (page);
  double y = card (window, page, "E1")->y;

  choose (window, page, "C1");
  act (page, "map.rename");
  type (page, "Crews work daily rounds that follow what the bins say of themselves and what people report about them, every day");
  sl_map_canvas_keep_typed (canvas);
  g_assert_cmpuint (card (window, page, "C1")->lines, >, 3);
  g_assert_cmpfloat (card (window, page, "E1")->y, ==, y);
  /* Only what was written anew is measured. */
  g_assert_cmpuint (canvas->drawing->n_measured, ==, 1);
  act (page, "map.rename");
  type (page, "Forgotten");
  sl_map_canvas_end_entry (canvas);
  undo (window);
  g_assert_cmpstr (card (window, page, "C1")->title, ==, "Crews work daily dynamic rounds");
}

/* Only what may be linked is lit; of the others the reason is said, and nothing is made. */
static void
test_link (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapPage *page = map (window);
  SlMapCanvas *canvas = sl_map_page_canvas (page);
  guint n = count (window, SL_KIND_MAP_EDGE);
  g_autofree char *refused = NULL, *allowed = NULL;
  int v1, i3;

  choose (window, page, "C1");
  act (page, "map.link-on");
  g_assert_true (sl_map_canvas_is_linking (canvas));
  v1 = sl_map_drawing_find (canvas->drawing, window_fixture_uid (window->workspace, "V1"));
  i3 = sl_map_drawing_find (canvas->drawing, window_fixture_uid (window->workspace, "I3"));
  g_assert_false (canvas->style.lit[v1]);
  g_assert_true (canvas->style.lit[i3]);
  sl_map_canvas_aim (canvas, v1);
  refused = sl_map_canvas_dup_link_words (canvas, (guint) v1);
  g_assert_nonnull (strstr (refused, "cannot lead to V1"));
  g_assert_true (has_label (GTK_WIDGET (canvas), refused));
  g_assert_false (sl_map_canvas_finish_link (canvas));
  g_assert_true (sl_map_canvas_is_linking (canvas));
  sl_map_canvas_aim (canvas, i3);
  allowed = sl_map_canvas_dup_link_words (canvas, (guint) i3);
  g_assert_cmpstr (allowed, ==, "Enter links C1 to I3.");
  g_assert_true (sl_map_canvas_finish_link (canvas));
  g_assert_cmpuint (count (window, SL_KIND_MAP_EDGE), ==, n + 1);
  /* It is chosen, to be told more of. */
  g_assert_cmpint (sl_map_canvas_selected_link (canvas), !=, SL_UID_NONE);
  act (page, "map.details");
  g_assert_true (has_label (GTK_WIDGET (page), "C1 leads to I3"));
  act (page, "map.delete");
  g_assert_cmpuint (count (window, SL_KIND_MAP_EDGE), ==, n);
  g_assert_cmpstr (selected (window, page), ==, "C1");
  undo (window);
  undo (window);
  g_assert_cmpuint (count (window, SL_KIND_MAP_EDGE), ==, n);
  act (page, "map.link-back");
  sl_map_canvas_cancel_link (canvas);
  g_assert_false (sl_map_canvas_is_linking (canvas));
  g_assert_false (canvas->style.lit[i3]);
}

static guint
n_lit (SlMapCanvas *canvas)
{
  guint n = 0;

  for (guint i = 0; i < canvas->drawing->n_cards; i++)
    n += canvas->style.lit == NULL || canvas->style.lit[i];
  return n;
}

/* The line of sight of several, and of a link: what leads to it and what it leads to. */
static void
test_choose (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapPage *page = map (window);
  SlMapCanvas *canvas = sl_map_page_canvas (page);
  g_autoptr (GArray) two = NULL, all = NULL;
  g_autofree char *said = NULL;
  guint one, both;

  choose (window, page, "C1");
  one = n_lit (canvas);
  said = sl_map_canvas_dup_neighbours (canvas, (guint) canvas->style.selected);
  g_assert_cmpstr (said, ==, "Leads to I1, I2. Rests on V3, N4.");
  choose_also (window, page, "C5");
  both = n_lit (canvas);
  two = sl_map_canvas_chosen (canvas);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpuint (both, >, one);
  choose (window, page, "C1");
  g_assert_cmpuint (n_lit (canvas), ==, one);
  g_assert_true (sl_map_canvas_walk_links (canvas, 1));
  g_assert_cmpint (sl_map_canvas_selected_link (canvas), !=, SL_UID_NONE);
  g_assert_cmpstr (selected (window, page), ==, "");
  g_assert_cmpuint (n_lit (canvas), <, one);
  g_assert_true (SL_IS_MAP_LINK_WIDGET (canvas->link_widget));
  g_assert_true (sl_map_canvas_step (canvas, 1, 0));
  g_assert_cmpstr (selected (window, page), ==, "I1");
  act (page, "map.choose-all");
  all = sl_map_canvas_chosen (canvas);
  g_assert_cmpuint (all->len, ==, 29);
  g_assert_cmpuint (n_lit (canvas), ==, 29);
}

/* Past its neighbour, kept there, and all back where it was when undone. */
static void
test_move (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapPage *page = map (window);
  SlMapCanvas *canvas = sl_map_page_canvas (page);
  g_autofree SlMapCard *before = g_memdup2 (canvas->drawing->cards, sizeof (SlMapCard) * canvas->drawing->n_cards);

  g_assert_cmpfloat (card (window, page, "C1")->y, <, card (window, page, "C2")->y);
  choose (window, page, "C1");
  act (page, "map.down");
  g_assert_cmpfloat (card (window, page, "C1")->y, >, card (window, page, "C2")->y);
  g_assert_true (card (window, page, "C1")->by_hand);
  act (page, "map.down");
  g_assert_cmpfloat (card (window, page, "C1")->y, >, card (window, page, "C3")->y);
  act (page, "map.up");
  g_assert_cmpfloat (card (window, page, "C1")->y, <, card (window, page, "C3")->y);
  undo (window);
  undo (window);
  undo (window);
  for (guint i = 0; i < canvas->drawing->n_cards; i++)
    g_assert_cmpfloat_with_epsilon (canvas->drawing->cards[i].y, before[i].y, 1);
  act (page, "map.down");
  sl_map_canvas_tidy (canvas);
  g_assert_false (card (window, page, "C1")->by_hand);
}

/* To another column, if its links fit there. */
static void
test_retype (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapPage *page = map (window);
  SlMapCanvas *canvas = sl_map_page_canvas (page);

  choose (window, page, "C1");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (canvas), "map.retype", "u", 5));
  g_assert_cmpuint (card (window, page, "C1")->column, ==, 2);
  choose (window, page, "V5");
  g_assert_cmpint (card (window, page, "V5")->column, ==, 0);
  act (page, "map.copy");
  g_assert_true (sl_map_canvas_paste_text (canvas, canvas->copied));
  g_assert_cmpstr (selected (window, page), ==, "V6");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (canvas), "map.retype", "u", 1));
  g_assert_cmpuint (card (window, page, "V6")->column, ==, 1);
  undo (window);
  g_assert_cmpuint (card (window, page, "V6")->column, ==, 0);
}

/* With the links among them when it comes from here, a card for each line when it does not. */
static void
test_paste (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapPage *page = map (window);
  SlMapCanvas *canvas = sl_map_page_canvas (page);
  guint n_links = count (window, SL_KIND_MAP_EDGE);
  g_autoptr (GArray) made = NULL;

  choose (window, page, "C1");
  choose_also (window, page, "I1");
  choose_also (window, page, "V5");
  act (page, "map.copy");
  g_assert_nonnull (strstr (canvas->copied, "C1\tBusiness change\tCrews work daily dynamic rounds\tOperations Sample\tI1\n"));
  g_assert_true (sl_map_canvas_paste_text (canvas, canvas->copied));
  made = sl_map_canvas_chosen (canvas);
  g_assert_cmpuint (made->len, ==, 3);
  g_assert_cmpuint (count (window, SL_KIND_MAP_NODE), ==, 32);
  g_assert_cmpuint (count (window, SL_KIND_MAP_EDGE), ==, n_links + 1);
  act (page, "map.delete");
  g_assert_cmpuint (count (window, SL_KIND_MAP_NODE), ==, 29);
  choose (window, page, "N1");
  g_assert_true (sl_map_canvas_paste_text (canvas, "X9\tEnd outcome\tFewer complaints\tNobody\nA plain thing\n"));
  g_assert_cmpstr (card (window, page, "E5")->title, ==, "Fewer complaints");
  g_assert_cmpstr (card (window, page, "N7")->title, ==, "A plain thing");
  undo (window);
  g_assert_cmpuint (count (window, SL_KIND_MAP_NODE), ==, 29);
  /* What may not be deleted stays, all of it. */
  choose (window, page, "V5");
  choose_also (window, page, "C1");
  act (page, "map.cut");
  g_assert_cmpuint (count (window, SL_KIND_MAP_NODE), ==, 29);
}

/* --- Large maps --------------------------------------------------------------------------------------------------- */

#define LARGE 600

static gboolean
is_settled (gpointer canvas)
{
  return !sl_map_canvas_is_settling (canvas);
}

/* Shown at once, settled by a worker. The minimap shows where one is. */
static void
test_large (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapPage *page = map (window);
  SlMapCanvas *canvas = sl_map_page_canvas (page);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_false (gtk_widget_get_child_visible (canvas->minimap));
  for (guint i = 0; i < LARGE; i++)
    g_string_append_printf (text, "%s\tThing %u\n", i % 2 ? "Enabler" : "Business change", i);
  g_assert_true (sl_map_canvas_paste_text (canvas, text->str));
  g_assert_cmpuint (canvas->drawing->n_cards, ==, 29 + LARGE);
  g_assert_true (is_settled (canvas));
  sl_map_canvas_tidy (canvas);
  g_assert_false (is_settled (canvas));
  window_fixture_wait (is_settled, canvas, "a settled map");
  g_assert_cmpuint (canvas->drawing->n_cards, ==, 29 + LARGE);
  sl_map_canvas_tidy (canvas);
  undo (window);
  g_assert_true (is_settled (canvas));
  g_assert_cmpuint (canvas->drawing->n_cards, ==, 29);
  sl_map_canvas_zoom (canvas, 3);
  window_fixture_settle ();
  g_assert_true (gtk_widget_get_child_visible (canvas->minimap));
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
  ADD ("pan", test_pan);
  ADD ("walk", test_walk);
  ADD ("follows", test_follows);
  ADD ("add", test_add);
  ADD ("rename", test_rename);
  ADD ("link", test_link);
  ADD ("choose", test_choose);
  ADD ("move", test_move);
  ADD ("retype", test_retype);
  ADD ("paste", test_paste);
  ADD ("large", test_large);
  ADD ("show-record", test_show_record);
  return g_test_run ();
}
