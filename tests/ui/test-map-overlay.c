/* What colour says on the map in a window: chosen, named, lit, remembered.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "window-fixture.h"

#include "ui/pages/sl-map-overlay-button.h"
#include "ui/pages/sl-map-page.h"
#include "ui/widgets/sl-map-canvas-private.h"
#include "ui/widgets/sl-map-card-private.h"
#include "ui/widgets/sl-map-legend-private.h"

#include <string.h>

static gboolean
has_cards (gpointer page)
{
  return window_fixture_find (page, SL_TYPE_MAP_CARD_WIDGET, NULL, NULL) != NULL;
}

/* As if nothing had been chosen before. */
static SlMapPage *
map (SlWindow *window)
{
  SlMapPage *page;

  sl_preferences_set (window->preferences, "map-overlay", g_variant_new ("a{ss}", NULL));
  page = SL_MAP_PAGE (sl_window_show_page (window, "map"));
  window_fixture_wait (has_cards, page, "the cards");
  window_fixture_settle ();
  return page;
}

static void
show (SlMapPage *page, SlOverlayMode mode)
{
  sl_map_canvas_set_overlay (sl_map_page_canvas (page), mode);
  window_fixture_settle ();
}

static guint
number (SlWindow *window, SlMapPage *page, const char *code)
{
  return (guint) sl_map_drawing_find (sl_map_canvas_drawing (sl_map_page_canvas (page)), window_fixture_uid (window->workspace, code));
}

static const char *
says (SlWindow *window, SlMapPage *page, const char *code)
{
  return sl_map_canvas_overlay (sl_map_page_canvas (page))->cards[number (window, page, code)].says;
}

static gboolean
is_lit (SlWindow *window, SlMapPage *page, const char *code)
{
  const guint8 *lit = sl_map_page_canvas (page)->style.lit;

  return lit == NULL || lit[number (window, page, code)];
}

/* How far the money reaches stays in view beside it. */
#define LIT_RED "8 cards are lit, and 6 links: Red · Line of sight 89 %, 26 of 29 cards · £422k of £462k funded through to a purpose"

static gboolean
has_label (GtkWidget *widget, const char *text)
{
  return window_fixture_find (widget, GTK_TYPE_LABEL, "label", text) != NULL;
}

/* The button of the legend with that tooltip. */
static GtkToggleButton *
entry (SlMapPage *page, const char *tooltip)
{
  GtkWidget *button = window_fixture_find (sl_map_page_canvas (page)->legend, GTK_TYPE_TOGGLE_BUTTON, "tooltip-text", tooltip);

  g_assert_nonnull (button);
  return GTK_TOGGLE_BUTTON (button);
}

static void
press (SlMapPage *page, const char *tooltip, gboolean active)
{
  gtk_toggle_button_set_active (entry (page, tooltip), active);
  window_fixture_settle ();
}

/* Button, legend and canvas say the same, and in the usual picture there is no legend. */
static void
test_choose (WindowFixture *fixture, gconstpointer data)
{
  SlMapPage *page = map (window_fixture_sample (fixture));
  SlMapCanvas *canvas = sl_map_page_canvas (page);
  GtkWidget *button = window_fixture_find (GTK_WIDGET (page), SL_TYPE_MAP_OVERLAY_BUTTON, NULL, NULL);

  g_assert_true (has_label (button, "Show by: Type"));
  g_assert_false (gtk_widget_get_child_visible (canvas->legend));
  g_assert_true (gtk_widget_activate_action (gtk_widget_get_first_child (button), "overlay.mode", "s", "level"));
  window_fixture_settle ();
  g_assert_cmpint (sl_map_canvas_overlay_mode (canvas), ==, SL_OVERLAY_LEVEL);
  g_assert_true (has_label (button, "Show by: Risk level"));
  g_assert_true (gtk_widget_get_child_visible (canvas->legend));
  g_assert_true (has_label (canvas->legend, "Red 8"));
  g_assert_true (has_label (canvas->legend, "Amber 10"));
  g_assert_nonnull (entry (page, "Not known (no risk is recorded, nor that any were looked for): 5"));
  show (page, SL_OVERLAY_OWNER);
  g_assert_true (has_label (button, "Show by: Owner"));
  g_assert_false (has_label (canvas->legend, "Red 8"));
  g_assert_true (has_label (canvas->legend, "Operations Sample 9"));
  show (page, SL_OVERLAY_TYPE);
  g_assert_null (sl_map_canvas_overlay (canvas));
  g_assert_null (canvas->style.overlay);
  g_assert_false (gtk_widget_get_child_visible (canvas->legend));
}

/* An entry lights what is of it, says how many, and of a line of sight leaves that; one at a time. */
static void
test_light (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapPage *page = map (window);
  SlMapCanvas *canvas = sl_map_page_canvas (page);

  show (page, SL_OVERLAY_LEVEL);
  g_assert_true (is_lit (window, page, "N2"));
  press (page, "Red: 8, links 6", TRUE);
  g_assert_true (is_lit (window, page, "E1"));
  g_assert_false (is_lit (window, page, "N2"));
  g_assert_true (has_label (GTK_WIDGET (page), LIT_RED));
  sl_map_canvas_select (canvas, window_fixture_uid (window->workspace, "I2"), TRUE);
  g_assert_true (is_lit (window, page, "I2"));
  g_assert_true (is_lit (window, page, "E1"));
  g_assert_false (is_lit (window, page, "E2"));
  sl_map_canvas_select (canvas, SL_UID_NONE, FALSE);
  press (page, "Green: 6, links 5", TRUE);
  g_assert_false (gtk_toggle_button_get_active (entry (page, "Red: 8, links 6")));
  g_assert_true (is_lit (window, page, "N2"));
  g_assert_false (is_lit (window, page, "E1"));
  press (page, "Green: 6, links 5", FALSE);
  g_assert_true (is_lit (window, page, "E1"));
  g_assert_false (has_label (GTK_WIDGET (page), LIT_RED));
  g_assert_false (sl_map_canvas_light_entry (canvas, 99));
}

/* An edit shows at once: counts, card and what is lit; no card moves. */
static void
test_follows (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapPage *page = map (window);
  SlMapCanvas *canvas = sl_map_page_canvas (page);
  g_autofree double *before = NULL;
  g_autoptr (GError) error = NULL;

  show (page, SL_OVERLAY_STATUS);
  press (page, "Delivered (made, and not yet in use): 5", TRUE);
  g_assert_false (is_lit (window, page, "N1"));
  before = g_new (double, canvas->drawing->n_cards);
  for (guint i = 0; i < canvas->drawing->n_cards; i++)
    before[i] = canvas->drawing->cards[i].y;
  g_assert_true (sl_workspace_set_text (window->workspace, window_fixture_uid (window->workspace, "N1"), SL_MAP_NODE_STATUS,
                                        "delivered", NULL, &error));
  g_assert_no_error (error);
  window_fixture_settle ();
  g_assert_cmpstr (says (window, page, "N1"), ==, "Delivered");
  g_assert_true (is_lit (window, page, "N1"));
  g_assert_true (gtk_toggle_button_get_active (entry (page, "Delivered (made, and not yet in use): 6")));
  for (guint i = 0; i < canvas->drawing->n_cards; i++)
    g_assert_cmpfloat (canvas->drawing->cards[i].y, ==, before[i]);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  window_fixture_settle ();
  g_assert_cmpstr (says (window, page, "N1"), ==, "In progress");
}

static gboolean
is_wide (gpointer legend)
{
  return gtk_widget_get_width (legend) > 300;
}

static gboolean
is_narrow (gpointer legend)
{
  return gtk_widget_get_width (legend) < 200;
}

/* The title folds the rest of the legend. */
static void
test_fold (WindowFixture *fixture, gconstpointer data)
{
  SlMapPage *page = map (window_fixture_sample (fixture));
  GtkWidget *legend = sl_map_page_canvas (page)->legend;
  const char *title = sl_overlay_info (SL_OVERLAY_SCHEDULE)->help;

  show (page, SL_OVERLAY_SCHEDULE);
  window_fixture_wait (is_wide, legend, "the whole legend");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (entry (page, "Done: 7"))));
  press (page, title, FALSE);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (entry (page, "Done: 7"))));
  window_fixture_wait (is_narrow, legend, "the folded legend");
  /* Folded it stays, whatever is shown. */
  show (page, SL_OVERLAY_OWNER);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (entry (page, "Supplier Sample: 1"))));
}

/* For this programme, and no other. */
static void
test_remembered (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapPage *page = map (window);
  const char *identity = sl_data_programme (sl_workspace_data (window->workspace))->identity;
  g_autofree char *none = sl_preferences_dup_entry (window->preferences, "map-overlay", identity), *kept = NULL, *usual = NULL;
  GtkWidget *again;

  g_assert_null (none);
  show (page, SL_OVERLAY_SCHEDULE);
  kept = sl_preferences_dup_entry (window->preferences, "map-overlay", identity);
  g_assert_cmpstr (kept, ==, "schedule");
  /* A page made anew, as at the next start. */
  again = g_object_ref_sink (sl_map_canvas_new (window->workspace));
  g_object_unref (g_object_ref_sink (sl_map_overlay_button_new (SL_MAP_CANVAS (again), window->workspace, window->preferences)));
  g_assert_cmpint (sl_map_canvas_overlay_mode (SL_MAP_CANVAS (again)), ==, SL_OVERLAY_SCHEDULE);
  g_object_unref (again);
  show (page, SL_OVERLAY_TYPE);
  usual = sl_preferences_dup_entry (window->preferences, "map-overlay", identity);
  g_assert_cmpstr (usual, ==, "type");
}

/* All is shown beside the legend, and a card gone to is not behind it. */
static void
test_room (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapPage *page = map (window);
  SlMapCanvas *canvas = sl_map_page_canvas (page);
  const SlMapCard *card;

  show (page, SL_OVERLAY_OWNER);
  window_fixture_wait (is_wide, canvas->legend, "the legend");
  sl_map_canvas_zoom (canvas, 2.5);
  g_assert_true (sl_map_canvas_select (canvas, window_fixture_uid (window->workspace, "V5"), TRUE));
  window_fixture_settle ();
  card = &canvas->drawing->cards[number (window, page, "V5")];
  g_assert_cmpfloat ((card->y + card->height / 2 - canvas->y) * canvas->scale, <=,
                     canvas->height - gtk_widget_get_height (canvas->legend));
}

#define ADD(path, func)                                                                                                \
  g_test_add ("/ui/map-overlay/" path, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("SIGHTLINE_TODAY", "2026-11-21", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("choose", test_choose);
  ADD ("light", test_light);
  ADD ("follows", test_follows);
  ADD ("fold", test_fold);
  ADD ("remembered", test_remembered);
  ADD ("room", test_room);
  return g_test_run ();
}
