/* Small graphs made by hand, limits, and what a bounded search must find on graphs small enough to try everything.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map/map-fixture.h"

#include "base/sl-error.h"

#include <math.h>
#include <string.h>

static void
test_nothing (void)
{
  g_autoptr (MapGraph) graph = map_graph_new ();
  g_autoptr (SlLayout) layout = map_draw (graph, SL_LAYOUT_SETTLED);

  g_assert_cmpuint (layout->n_columns, ==, 0);
  g_assert_cmpint (layout->crossings, ==, 0);
  sl_layout_free (NULL);
}

static void
test_one_card (void)
{
  g_autoptr (MapGraph) graph = map_graph_new ();
  g_autoptr (SlLayout) layout = NULL;

  map_graph_card (graph, 3);
  map_graph_link (graph, 0, 0);
  layout = map_draw (graph, SL_LAYOUT_SETTLED);
  g_assert_cmpuint (layout->n_columns, ==, 1);
  g_assert_cmpuint (layout->n_on_cycle, ==, 1);
  g_assert_true (layout->on_cycle[0]);
  g_assert_cmpfloat (layout->width, >, 180);
  g_assert_cmpfloat (fabs (layout->height - 64), <, 5);
}

/* Links that skip columns, one below the other, stay level throughout. */
static void
test_chain (void)
{
  g_autoptr (MapGraph) graph = map_graph_new ();
  g_autoptr (SlLayout) layout = NULL;

  for (int i = 0; i < 5; i++)
    map_graph_card (graph, i);
  for (guint i = 0; i < 4; i++)
    map_graph_link (graph, i, i + 1);
  layout = map_draw (graph, SL_LAYOUT_FIRST);
  for (guint i = 1; i < 5; i++)
    g_assert_cmpfloat (layout->cards[i].y, ==, layout->cards[0].y);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (layout->first_point[i + 1] - layout->first_point[i], ==, 2);
}

static void
test_around_card (void)
{
  g_autoptr (MapGraph) graph = map_graph_new ();
  g_autoptr (SlLayout) layout = NULL;

  for (int i = 0; i < 3; i++)
    map_graph_card (graph, i);
  map_graph_link (graph, 0, 1);
  map_graph_link (graph, 1, 2);
  map_graph_link (graph, 0, 2);
  layout = map_draw (graph, SL_LAYOUT_FIRST);
  g_assert_cmpint (layout->crossings, ==, 0);
  g_assert_cmpuint (layout->first_point[3] - layout->first_point[2], >, 2);
}

/* A link that points left is drawn from the left of its source to the right of its target. */
static void
test_against (void)
{
  g_autoptr (MapGraph) graph = map_graph_new ();
  g_autoptr (SlLayout) layout = NULL;

  map_graph_card (graph, 0);
  map_graph_card (graph, 7);
  map_graph_link (graph, 1, 0);
  layout = map_draw (graph, SL_LAYOUT_FIRST);
  g_assert_cmpint (layout->columns[1], ==, 1);
  g_assert_cmpuint (layout->n_on_cycle, ==, 0);
  g_assert_cmpfloat (layout->points[0].x, ==, layout->cards[1].x - 90);
  g_assert_cmpfloat (layout->points[1].x, ==, layout->cards[0].x + 90);
}

static void
test_cycle (void)
{
  g_autoptr (MapGraph) graph = map_graph_new ();
  g_autoptr (SlLayout) layout = NULL;

  for (int i = 0; i < 4; i++)
    map_graph_card (graph, SL_LAYOUT_ANY);
  map_graph_link (graph, 3, 0);
  map_graph_link (graph, 0, 1);
  map_graph_link (graph, 1, 2);
  map_graph_link (graph, 2, 0);
  layout = map_draw (graph, SL_LAYOUT_SETTLED);
  g_assert_cmpuint (layout->n_on_cycle, ==, 1);
  g_assert_true (layout->on_cycle[3]);
  g_assert_cmpint (layout->columns[3], ==, 0);
  g_assert_cmpint (layout->columns[2], ==, 3);
}

/* Links within a column stay beside it. */
static void
test_beside (void)
{
  g_autoptr (MapGraph) graph = map_graph_new ();
  g_autoptr (SlLayout) layout = NULL;

  for (int i = 0; i < 4; i++)
    map_graph_card (graph, 0);
  map_graph_card (graph, 1);
  map_graph_link (graph, 0, 3);
  map_graph_link (graph, 3, 1);
  layout = map_draw (graph, SL_LAYOUT_SETTLED);
  for (guint i = 0; i < layout->first_point[2]; i++)
    {
      g_assert_cmpfloat (layout->points[i].x, >=, layout->cards[0].x + 90);
      g_assert_cmpfloat (layout->points[i].x, <, layout->cards[4].x - 90);
    }
}

/* So many bends that not all can be kept: the longest links go over the top. */
static void
test_very_long_links (void)
{
  g_autoptr (MapGraph) graph = map_graph_new ();
  g_autoptr (SlLayout) layout = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  const guint n = 1500;

  for (guint i = 0; i < n; i++)
    map_graph_card (graph, SL_LAYOUT_ANY);
  for (guint i = 0; i + 1 < n; i++)
    map_graph_link (graph, i, i + 1);
  for (guint i = 0; i < 1000; i++)
    {
      guint from = (guint) g_rand_int_range (rand, 0, (gint32) n - 1);

      map_graph_link (graph, from, (guint) g_rand_int_range (rand, (gint32) from + 1, (gint32) n));
    }
  layout = map_draw (graph, SL_LAYOUT_FIRST);
  g_assert_cmpuint (layout->n_columns, ==, n);
}

static void
expect_error (const MapGraph *graph, GCancellable *cancellable, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sl_layout_new (&graph->input, SL_LAYOUT_SETTLED, cancellable, &error));
  g_assert_error (error, SL_ERROR, code);
}

static void
test_refused (void)
{
  g_autoptr (MapGraph) graph = map_graph_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const double bad[] = { -1, NAN, HUGE_VAL, SL_LAYOUT_MAX_LENGTH * 2 };
  SlLayoutCard good;

  map_graph_card (graph, 0);
  good = *map_graph_at (graph, 0);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      map_graph_at (graph, 0)->width = bad[i];
      expect_error (graph, NULL, SL_ERROR_VALUE);
      *map_graph_at (graph, 0) = good;
      map_graph_at (graph, 0)->height = bad[i];
      expect_error (graph, NULL, SL_ERROR_VALUE);
      *map_graph_at (graph, 0) = good;
      graph->input.column_gap = bad[i];
      expect_error (graph, NULL, SL_ERROR_VALUE);
      graph->input.column_gap = 120;
    }
  map_graph_at (graph, 0)->column = -2;
  expect_error (graph, NULL, SL_ERROR_VALUE);
  *map_graph_at (graph, 0) = good;
  map_graph_at (graph, 0)->placed = TRUE;
  map_graph_at (graph, 0)->y = NAN;
  expect_error (graph, NULL, SL_ERROR_VALUE);
  *map_graph_at (graph, 0) = good;
  map_graph_link (graph, 0, 1);
  expect_error (graph, NULL, SL_ERROR_VALUE);
  graph->input.n_links = SL_LAYOUT_MAX_LINKS + 1;
  expect_error (graph, NULL, SL_ERROR_LIMIT);
  graph->input.n_links = 0;
  g_cancellable_cancel (cancellable);
  expect_error (graph, cancellable, SL_ERROR_CANCELLED);
}

/* --- Against trying everything ------------------------------------------------------------------------------------- */

static int
total_span (const MapGraph *graph, const int *column)
{
  int sum = 0;

  for (guint i = 0; i < graph->input.n_links; i++)
    {
      int span = column[graph->input.links[i].target] - column[graph->input.links[i].source];

      if (span < 1)
        return G_MAXINT;
      sum += span;
    }
  return sum;
}

static int
least_span (const MapGraph *graph, int *column, guint card)
{
  int best = G_MAXINT;

  if (card == graph->input.n_cards)
    return total_span (graph, column);
  for (column[card] = 0; column[card] < (int) graph->input.n_cards; column[card]++)
    best = MIN (best, least_span (graph, column, card + 1));
  return best;
}

static void
test_columns_are_shortest (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint turn = 0; turn < 60; turn++)
    {
      g_autoptr (MapGraph) graph = map_graph_new ();
      g_autoptr (SlLayout) layout = NULL;
      int column[6];

      for (guint i = 0; i < 6; i++)
        map_graph_card (graph, SL_LAYOUT_ANY);
      for (guint i = 0; i < 6; i++)
        for (guint j = i + 1; j < 6; j++)
          if (g_rand_int_range (rand, 0, 3) == 0)
            map_graph_link (graph, i, j);
      layout = map_draw (graph, SL_LAYOUT_FIRST);
      g_assert_cmpint (total_span (graph, layout->columns), ==, least_span (graph, column, 0));
    }
}

static gint64
crossings_of (const MapGraph *graph, const int *order)
{
  gint64 crossings = 0;

  for (guint i = 0; i < graph->input.n_links; i++)
    for (guint j = 0; j < i; j++)
      {
        const SlLayoutLink *a = &graph->input.links[i], *b = &graph->input.links[j];

        crossings += graph->input.cards[a->source].column == graph->input.cards[b->source].column
                     && (order[a->source] - order[b->source]) * (order[a->target] - order[b->target]) < 0;
      }
  return crossings;
}

/* Every order of three columns of three. */
static gint64
least_crossings (const MapGraph *graph)
{
  static const int orders[6][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };
  gint64 best = G_MAXINT64;

  for (guint k = 0; k < 216; k++)
    {
      int order[9];

      memcpy (order, orders[k % 6], sizeof orders[0]);
      memcpy (order + 3, orders[k / 6 % 6], sizeof orders[0]);
      memcpy (order + 6, orders[k / 36], sizeof orders[0]);
      best = MIN (best, crossings_of (graph, order));
    }
  return best;
}

static void
test_crossings_are_fewest (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);

  for (guint turn = 0; turn < 200; turn++)
    {
      g_autoptr (MapGraph) graph = map_graph_new ();
      g_autoptr (SlLayout) layout = NULL;

      for (int i = 0; i < 9; i++)
        map_graph_card (graph, i / 3);
      for (guint i = 0; i < 6; i++)
        for (guint j = 0; j < 3; j++)
          if (g_rand_boolean (rand))
            map_graph_link (graph, i, i / 3 * 3 + 3 + j);
      layout = map_draw (graph, SL_LAYOUT_SETTLED);
      g_assert_cmpint (layout->crossings, ==, least_crossings (graph));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/nothing", test_nothing);
  g_test_add_func ("/layout/one-card", test_one_card);
  g_test_add_func ("/layout/chain", test_chain);
  g_test_add_func ("/layout/around-card", test_around_card);
  g_test_add_func ("/layout/against", test_against);
  g_test_add_func ("/layout/cycle", test_cycle);
  g_test_add_func ("/layout/beside", test_beside);
  g_test_add_func ("/layout/very-long-links", test_very_long_links);
  g_test_add_func ("/layout/refused", test_refused);
  g_test_add_func ("/layout/columns-are-shortest", test_columns_are_shortest);
  g_test_add_func ("/layout/crossings-are-fewest", test_crossings_are_fewest);
  return g_test_run ();
}
