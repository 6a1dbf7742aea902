/* Tracing on the map in a window: what is told, what is lit, where the lines lead, and that it follows what is edited.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "window-fixture.h"

#include "ui/pages/sl-map-page.h"
#include "ui/pages/sl-map-trace-button.h"
#include "ui/pages/sl-map-trace-link.h"
#include "ui/widgets/sl-map-canvas-private.h"
#include "ui/widgets/sl-map-card-private.h"
#include "ui/widgets/sl-map-outline.h"

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

static SlMapTracePanel *
trace (SlWindow *window, SlTraceWay way, const char *code)
{
  SlMapPage *page = map (window);

  g_assert_true (sl_map_page_trace (page, way, window_fixture_uid (window->workspace, code), SL_UID_NONE));
  window_fixture_settle ();
  g_assert_true (sl_map_trace_panel_is_on (sl_map_page_trace_panel (page)));
  return sl_map_page_trace_panel (page);
}

static gboolean
has_label (gpointer widget, const char *text)
{
  return window_fixture_find (GTK_WIDGET (widget), GTK_TYPE_LABEL, "label", text) != NULL;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* "C1! E2 I1": the cards that are lit, those that are struck with !. */
static void
assert_lit (SlMapPage *page, const char *expected)
{
  SlMapCanvas *canvas = sl_map_page_canvas (page);
  g_autoptr (GPtrArray) lit = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *words = NULL;

  for (guint i = 0; i < canvas->drawing->n_cards; i++)
    if (canvas->style.lit != NULL && canvas->style.lit[i])
      g_ptr_array_add (lit, g_strconcat (canvas->drawing->cards[i].code,
                                         canvas->style.trace != NULL && canvas->style.trace->marks[i] == SL_MAP_TRACE_STRUCK ? "!" : "",
                                         NULL));
  g_ptr_array_sort (lit, compare_words);
  g_ptr_array_add (lit, NULL);
  words = g_strjoinv (" ", (char **) lit->pdata);
  g_assert_cmpstr (words, ==, expected);
}

static const SlTraceLine *
line_at (SlMapTracePanel *panel, guint n)
{
  return sl_map_trace_panel_story (panel)->lines->pdata[n];
}

/* The first line that begins so; -1: there is none. */
static int
find_line (SlMapTracePanel *panel, const char *title)
{
  for (guint i = 0; i < sl_map_trace_panel_story (panel)->lines->len; i++)
    if (g_str_has_prefix (line_at (panel, i)->title, title))
      return (int) i;
  return -1;
}

/* R-001 of the sample (domain.md 5.2, 5.3): strikes C1, makes six cards Red or Amber, falls before G3. */
static void
test_risk (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapTracePanel *panel = trace (window, SL_TRACE_REACH, "R-001");
  SlMapPage *page = map (window);
  int gate = find_line (panel, "G3"), ben = find_line (panel, "BEN-1"), sp2 = find_line (panel, "SP2");

  g_assert_true (has_label (page, "What R-001 Reaches"));
  g_assert_true (has_label (page, "£47.9k a year"));
  g_assert_true (has_label (page, "Indicative, assumes independence."));
  g_assert_true (has_label (page, "Traced: R-001"));
  assert_lit (page, "C1! E1 E2 E3 I1 I2 I4");
  g_assert_cmpint (find_line (panel, "C1"), ==, 0);
  g_assert_cmpint (ben, >, 0);
  g_assert_cmpstr (line_at (panel, (guint) ben)->text, ==, "24.4 %, £44.4k a year · C1 → I1 → E2");
  g_assert_cmpint (sp2, >, 0);
  g_assert_cmpstr (line_at (panel, (guint) sp2)->text, ==, "C1 → I1 → E2 → SP2 · makes its level Red");
  g_assert_cmpint (gate, >, 0);
  g_assert_cmpstr (line_at (panel, (guint) gate)->text, ==, "30 Sep 2026");
  /* A line lights its own path; without one all of it is lit. */
  sl_map_trace_panel_choose (panel, find_line (panel, "E3"));
  window_fixture_settle ();
  assert_lit (page, "C1! E3 I1 I4");
  sl_map_trace_panel_choose (panel, gate);
  window_fixture_settle ();
  assert_lit (page, "C1! E1 E2 E3 I1 I2 I4");
  sl_map_trace_panel_end (panel);
  window_fixture_settle ();
  assert_lit (page, "");
  g_assert_null (sl_map_page_canvas (page)->style.trace);
  g_assert_false (sl_page_detail_shown (SL_PAGE (page)));
  g_assert_true (has_label (page, "Trace…"));
}

/* 53.3 %, £96.9k and £7.7k a year (domain.md 5.4); what is restricted is named here, and what reports make of it is said. */
static void
test_benefit (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapTracePanel *panel = trace (window, SL_TRACE_NONE, "BEN-2");
  SlMapPage *page = map (window);
  g_autoptr (GError) error = NULL;

  g_assert_true (has_label (page, "What Can Reach BEN-2"));
  g_assert_true (has_label (page, "53.3 %, £7.7k a year"));
  trace (window, SL_TRACE_NONE, "BEN-1");
  g_assert_true (has_label (page, "53.3 %, £96.9k a year"));
  g_assert_cmpint (find_line (panel, "R-001"), ==, 0);
  g_assert_cmpstr (line_at (panel, 0)->text, ==, "24.4 % · C1 → I1 → E2");
  g_assert_cmpint (find_line (panel, "ISS-001"), >, 0);
  g_assert_cmpuint (sl_map_trace_panel_story (panel)->lines->len, ==, 10);
  sl_map_trace_panel_choose (panel, 0);
  assert_lit (page, "C1! E2 I1");
  g_assert_true (sl_workspace_set_text (window->workspace, window_fixture_uid (window->workspace, "R-001"), SL_RISK_CONFIDENTIALITY,
                                        "restricted", "Named people", &error));
  g_assert_no_error (error);
  window_fixture_settle ();
  g_assert_true (has_label (page, "53.3 %, £96.9k a year"));
  g_assert_true (g_str_has_suffix (line_at (panel, 0)->text, " · restricted"));
  g_assert_nonnull (strstr (sl_map_trace_panel_story (panel)->note, "“up to 60.0 %”"));
}

/* F-15: E4 is argued by an assumption; its act leads to the link, and back leads to what is traced. */
static void
test_weakest (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapTracePanel *panel = trace (window, SL_TRACE_NONE, "E4");
  SlMapPage *page = map (window);
  SlMapCanvas *canvas = sl_map_page_canvas (page);
  GtkWidget *act = window_fixture_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "label", "Record Evidence for I5 → E4");

  g_assert_true (has_label (page, "1, assumption; needs 3"));
  assert_lit (page, "C4 E4 I5 V4");
  g_assert_cmpint (canvas->style.trace->weakest, >=, 0);
  g_assert_nonnull (act);
  g_signal_emit_by_name (act, "clicked");
  window_fixture_settle ();
  g_assert_cmpint (sl_map_canvas_selected_link (canvas), ==, line_at (panel, 2)->uid);
  g_assert_true (sl_map_trace_panel_is_on (panel));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (panel)));
  g_assert_true (sl_page_go_back (SL_PAGE (page)));
  window_fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (panel)));
  g_assert_true (sl_page_go_back (SL_PAGE (page)));
  g_assert_false (sl_map_trace_panel_is_on (panel));
  g_assert_false (sl_page_go_back (SL_PAGE (page)));
}

/* F-25a: where the level of a card comes from; nothing strikes another one, and that is said. */
static void
test_level (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapTracePanel *panel = trace (window, SL_TRACE_LEVEL, "I2");
  SlMapPage *page = map (window);

  g_assert_true (has_label (page, "What Strikes I2"));
  g_assert_true (g_str_has_prefix (line_at (panel, 0)->title, "R-001"));
  g_assert_cmpstr (line_at (panel, 0)->text, ==, "strikes C1");
  g_assert_cmpstr (line_at (panel, 2)->text, ==, "Amber · a contributing link hands on one level less");
  assert_lit (page, "C1! I2");
  trace (window, SL_TRACE_LEVEL, "C4");
  g_assert_true (has_label (page, "Nothing open strikes it or reaches it."));
  assert_lit (page, "C4");
}

/* What is edited shows while one looks; the line chosen stays. What goes ends the trace, and so does nothing else. */
static void
test_follows (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapTracePanel *panel = trace (window, SL_TRACE_NONE, "BEN-4");
  SlMapPage *page = map (window);
  g_autoptr (GError) error = NULL;
  SlTx *tx;

  sl_map_trace_panel_choose (panel, 1);
  g_assert_true (sl_workspace_set_text (window->workspace, window_fixture_uid (window->workspace, "BEN-4"), SL_BENEFIT_NAME,
                                        "Far fewer overflow hours", "Said better", &error));
  g_assert_no_error (error);
  window_fixture_settle ();
  g_assert_true (has_label (page, "BEN-4  Far fewer overflow hours"));
  /* The card it is counted on goes out of use: nothing reaches it any more. */
  g_assert_true (sl_workspace_set_text (window->workspace, window_fixture_uid (window->workspace, "I2"), SL_MAP_NODE_STATUS, "dropped",
                                        "Not wanted", &error));
  g_assert_no_error (error);
  window_fixture_settle ();
  g_assert_true (has_label (page, "No open threat or issue reaches it."));
  trace (window, SL_TRACE_NONE, "E4");
  tx = sl_workspace_begin (window->workspace, SL_VERB_EDIT);
  g_assert_true (sl_tx_set (tx, window_fixture_uid (window->workspace, "E4"), SL_MAP_NODE_STATUS,
                            &SL_VALUE_ENUM (SL_NODE_STATUS_DROPPED), &error));
  g_assert_true (sl_workspace_commit (window->workspace, tx, "Not wanted", &error));
  window_fixture_settle ();
  g_assert_false (sl_map_trace_panel_is_on (panel));
  g_assert_null (sl_map_page_canvas (page)->style.trace);
  g_assert_true (sl_workspace_undo (window->workspace, &error));
  window_fixture_settle ();
  g_assert_false (sl_map_trace_panel_is_on (panel));
}

/* A risk that strikes nothing says what to do; on an empty map nothing begins. */
static void
test_nothing (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapPage *page = map (window);
  SlMapTracePanel *panel = sl_map_page_trace_panel (page);
  g_autoptr (GError) error = NULL;
  SlTx *tx = sl_workspace_begin (window->workspace, SL_VERB_ADD);
  SlUid risk = sl_tx_create (tx, SL_KIND_RISK);

  g_assert_true (sl_tx_set (tx, risk, SL_RISK_TITLE, &SL_VALUE_TEXT ("Strikes nothing"), &error));
  g_assert_true (sl_workspace_commit (window->workspace, tx, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (sl_map_page_trace (page, SL_TRACE_NONE, risk, SL_UID_NONE));
  g_assert_cmpstr (line_at (panel, 0)->title, ==, "No card of the map yet");
  assert_lit (page, "");
  g_assert_false (sl_map_page_trace (page, SL_TRACE_NONE, window_fixture_uid (window->workspace, "P-01"), SL_UID_NONE));
  g_assert_true (sl_map_trace_panel_is_on (panel));
  g_assert_false (sl_map_page_trace (page, SL_TRACE_WEAKEST, 12345, SL_UID_NONE));
}

static SlMapTraceButton *
button_of (SlMapPage *page)
{
  return SL_MAP_TRACE_BUTTON (window_fixture_find (GTK_WIDGET (page), SL_TYPE_MAP_TRACE_BUTTON, NULL, NULL));
}

/* By code, by a word of the title, by level. */
static void
test_picker (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapPage *page = map (window);
  static const char *const cases[][2] = { { "ISS-001", "ISS-001" }, { "fleet carbon", "BEN-2" }, { "red", "R-001" }, { "E4", "E4" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sl_map_trace_button_open (button_of (page));
      window_fixture_settle ();
      sl_map_trace_button_take (button_of (page), cases[i][0]);
      window_fixture_settle ();
      g_assert_cmpint (sl_map_trace_panel_traced (sl_map_page_trace_panel (page)), ==,
                       window_fixture_uid (window->workspace, cases[i][1]));
    }
}

/* In the tree the row of a line is chosen. */
static void
test_outline (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapPage *page = map (window);
  GtkWidget *outline = window_fixture_find (GTK_WIDGET (page), GTK_TYPE_TOGGLE_BUTTON, "label", "Outline");
  SlMapTracePanel *panel;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (outline), TRUE);
  window_fixture_settle ();
  g_assert_true (sl_map_page_trace (page, SL_TRACE_NONE, window_fixture_uid (window->workspace, "R-001"), SL_UID_NONE));
  panel = sl_map_page_trace_panel (page);
  sl_map_trace_panel_choose (panel, find_line (panel, "E3"));
  window_fixture_settle ();
  g_assert_cmpint (sl_map_outline_selected (SL_MAP_OUTLINE (window_fixture_find (GTK_WIDGET (page), SL_TYPE_MAP_OUTLINE, NULL, NULL))),
                   ==, window_fixture_uid (window->workspace, "E3"));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (panel)));
}

/* From a risk to the map, and back to it. */
static void
test_from_risk (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlUid risk = window_fixture_uid (window->workspace, "R-005");
  SlMapPage *page;

  sl_window_show_record (window, risk);
  window_fixture_settle ();
  gtk_widget_activate_action (GTK_WIDGET (sl_window_page (window)), "win.trace", "(xi)", (gint64) risk, SL_TRACE_REACH);
  window_fixture_settle ();
  page = SL_MAP_PAGE (sl_window_page (window));
  g_assert_true (has_label (page, "What R-005 Reaches"));
  assert_lit (page, "E1!");
  g_assert_true (sl_page_go_back (SL_PAGE (page)));
  window_fixture_settle ();
  g_assert_true (SL_IS_REGISTER_PAGE (sl_window_page (window)));
  g_assert_false (sl_map_trace_panel_is_on (sl_map_page_trace_panel (page)));
}

/* A link being drawn has the light; then it is the trace's again. */
static void
test_linking (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapCanvas *canvas;

  trace (window, SL_TRACE_NONE, "R-001");
  canvas = sl_map_page_canvas (map (window));
  g_assert_true (sl_map_canvas_begin_link (canvas, window_fixture_uid (window->workspace, "C5"), TRUE, FALSE));
  g_assert_null (canvas->style.trace);
  sl_map_canvas_cancel_link (canvas);
  g_assert_nonnull (canvas->style.trace);
  g_assert_true (canvas->style.lit == canvas->style.trace->lit);
}

#define ADD(path, func) \
  g_test_add ("/map-trace/" path, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("SIGHTLINE_TODAY", "2026-11-21", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("risk", test_risk);
  ADD ("benefit", test_benefit);
  ADD ("weakest", test_weakest);
  ADD ("level", test_level);
  ADD ("follows", test_follows);
  ADD ("nothing", test_nothing);
  ADD ("picker", test_picker);
  ADD ("outline", test_outline);
  ADD ("from-risk", test_from_risk);
  ADD ("linking", test_linking);
  return g_test_run ();
}
