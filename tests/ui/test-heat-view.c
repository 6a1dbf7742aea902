/* The heat map in the window: its cells, the risks of a cell, what narrows it, and the way to a risk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "window-fixture.h"

#include "ui/pages/sl-heat-view.h"

#include <string.h>

static SlRegisterPage *
risks (SlWindow *window)
{
  return SL_REGISTER_PAGE (sl_window_show_page (window, "risks"));
}

/* The heat map of the sample, in sight. */
static SlHeatView *
heat (SlWindow *window)
{
  GtkWidget *view;

  sl_register_page_show_view (risks (window), "heat-map");
  window_fixture_settle ();
  view = window_fixture_find (GTK_WIDGET (risks (window)), SL_TYPE_HEAT_VIEW, NULL, NULL);
  g_assert_nonnull (view);
  g_assert_true (gtk_widget_get_mapped (view));
  return SL_HEAT_VIEW (view);
}

static guint
n_rows (SlHeatView *view)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (sl_heat_view_list (view)), (int) n) != NULL)
    n++;
  return n;
}

static void
press (SlHeatView *view, int probability, int impact)
{
  g_signal_emit_by_name (sl_heat_grid_cell (sl_heat_view_grid (view), probability, impact), "clicked");
}

static gboolean
says (SlHeatView *view, const char *text)
{
  return window_fixture_find (GTK_WIDGET (view), GTK_TYPE_LABEL, "label", text) != NULL;
}

/* It opens on the cell that matters most, and a press lists another one's risks. */
static void
test_cells (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlHeatView *view = heat (window);

  g_assert_cmpuint (n_rows (view), ==, 2);
  g_assert_true (says (view, "Probability 4 Likely, impact 4 Large: Red. 2 threats, 2 above what is tolerated, exposure £81,250.00"));
  press (view, 3, 3);
  g_assert_cmpuint (n_rows (view), ==, 3);
  g_assert_true (says (view, "R-009"));
  press (view, 5, 5);
  g_assert_cmpuint (n_rows (view), ==, 0);
  g_assert_true (says (view, "Probability 5 Almost certain, impact 5 Very large: Red. None here"));
}

/* From the row to the risk itself: the details beside the map are of it. */
static void
test_to_the_risk (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlHeatView *view = heat (window);

  press (view, 2, 5);
  g_assert_cmpuint (n_rows (view), ==, 1);
  g_signal_emit_by_name (gtk_list_box_get_row_at_index (GTK_LIST_BOX (sl_heat_view_list (view)), 0), "activate");
  window_fixture_settle ();
  g_assert_cmpint (sl_grid_cursor_uid (sl_register_page_grid (risks (window))), ==, window_fixture_uid (window->workspace, "R-003"));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (view)));
}

/* What the grid's search leaves out is out here too, and counted. */
static void
test_filtered (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlHeatView *view = heat (window);
  const SlHeatTotals *totals;

  sl_grid_model_set_search (sl_register_page_model (risks (window)), "R-001");
  window_fixture_settle ();
  totals = sl_heat_totals (sl_heat_map_heat (sl_heat_view_map (view)));
  g_assert_cmpuint (totals->n_shown, ==, 1);
  g_assert_cmpuint (totals->n_filtered, ==, 10);
  g_assert_cmpuint (n_rows (view), ==, 1);
}

static gboolean
has_two (gpointer data)
{
  return sl_heat_cell (sl_heat_map_heat (sl_heat_view_map (data)), 2, 5)->count == 2;
}

/* An assessment made meanwhile shows. */
static void
test_follows (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlHeatView *view = heat (window);
  SlTx *tx = sl_workspace_begin (window->workspace, SL_VERB_EDIT);
  SlUid assessment = sl_tx_create (tx, SL_KIND_RISK_ASSESSMENT);
  g_autoptr (GError) error = NULL;

  sl_tx_set_text (tx, assessment, SL_RISK_ASSESSMENT_RISK, "R-004", SL_DATE_NONE, &error);
  sl_tx_set_text (tx, assessment, SL_RISK_ASSESSMENT_DATE, "2026-07-31", SL_DATE_NONE, &error);
  sl_tx_set_text (tx, assessment, SL_RISK_ASSESSMENT_PROBABILITY, "2", SL_DATE_NONE, &error);
  sl_tx_set_text (tx, assessment, SL_RISK_ASSESSMENT_IMPACT_TIME, "5", SL_DATE_NONE, &error);
  g_assert_no_error (error);
  g_assert_true (sl_workspace_commit (window->workspace, tx, "Signal tests", &error));
  g_assert_no_error (error);
  window_fixture_wait (has_two, view, "the new assessment on the map");
}

/* Threats and opportunities never share a matrix; what treatment has not rated is counted. */
static void
test_choices (WindowFixture *fixture, gconstpointer data)
{
  SlHeatView *view = heat (window_fixture_sample (fixture));

  sl_heat_view_set (view, SL_RISK_KIND_OPPORTUNITY, SL_HEAT_NOW);
  g_assert_cmpuint (sl_heat_totals (sl_heat_map_heat (sl_heat_view_map (view)))->n_shown, ==, 1);
  g_assert_true (sl_heat_map_matrix (sl_heat_view_map (view))->opportunity);
  sl_heat_view_set (view, SL_RISK_KIND_THREAT, SL_HEAT_AFTER);
  g_assert_cmpuint (sl_heat_totals (sl_heat_map_heat (sl_heat_view_map (view)))->n_unassessed, ==, 2);
}

typedef struct
{
  SlHeatView *view;
  float x; /* where the cell was */
} Place;

/* With the next layout. */
static gboolean
has_moved_left (gpointer data)
{
  Place *place = data;
  graphene_rect_t now;

  return gtk_widget_compute_bounds (sl_heat_grid_cell (sl_heat_view_grid (place->view), 1, 5), GTK_WIDGET (place->view), &now)
         && now.origin.x < place->x;
}

/* How the axes run is remembered from one window to the next. */
static void
test_remembered (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlHeatView *view = heat (window);
  GtkWidget *swap = window_fixture_find (GTK_WIDGET (view), GTK_TYPE_CHECK_BUTTON, "label", "Swap the Axes");
  GtkWidget *another;
  graphene_rect_t before;

  g_assert_nonnull (swap);
  g_assert_true (gtk_widget_compute_bounds (sl_heat_grid_cell (sl_heat_view_grid (view), 1, 5), GTK_WIDGET (view), &before));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (swap), TRUE);
  window_fixture_wait (has_moved_left, &(Place){ view, before.origin.x }, "the cell of rare and very large to go left");
  another = g_object_ref_sink (sl_heat_view_new (window->workspace, sl_register_page_model (risks (window)), window->tally,
                                                 window->preferences));
  swap = window_fixture_find (another, GTK_TYPE_CHECK_BUTTON, "label", "Swap the Axes");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (swap)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (swap), FALSE);
  g_object_unref (another);
}

/* --- Export ------------------------------------------------------------------------------------------------------- */

static GtkWidget *
find_chooser (void)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *w = all; w != NULL; w = w->next)
    if (GTK_IS_FILE_CHOOSER_DIALOG (w->data) && gtk_widget_get_mapped (w->data))
      return w->data;
  return NULL;
}

static gboolean
is_asked (gpointer data)
{
  return find_chooser () != NULL;
}

static gboolean
is_gone (gpointer data)
{
  return find_chooser () == NULL;
}

/* Its button asks where to, with a name that fits; what is written then is the business of charts/heat-map. */
static void
test_export (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlHeatView *view = heat (window);
  GtkWidget *button = window_fixture_find (GTK_WIDGET (view), GTK_TYPE_BUTTON, "tooltip-text", "Export the Heat Map");
  g_autofree char *name = NULL;

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  window_fixture_wait (is_asked, NULL, "the question where to");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (find_chooser ())), ==, "Export the Heat Map");
  name = gtk_file_chooser_get_current_name (GTK_FILE_CHOOSER (find_chooser ()));
  g_assert_cmpstr (name, ==, "Marlhaven smart waste and clean streets heat map.svg");
  gtk_dialog_response (GTK_DIALOG (find_chooser ()), GTK_RESPONSE_CANCEL);
  window_fixture_wait (is_gone, NULL, "the question to go");
}

#define ADD(path, func) g_test_add ("/ui/heat-view/" path, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("SIGHTLINE_TODAY", "2026-11-21", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("cells", test_cells);
  ADD ("to-the-risk", test_to_the_risk);
  ADD ("filtered", test_filtered);
  ADD ("follows", test_follows);
  ADD ("choices", test_choices);
  ADD ("remembered", test_remembered);
  ADD ("export", test_export);
  return g_test_run ();
}
