/* What holds for every graph: see map_check(). And: the same input, the same drawing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map/map-fixture.h"

#include "base/sl-error.h"

static void
test_any_graph (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);

  for (guint turn = 0; turn < 400; turn++)
    {
      g_autoptr (MapGraph) graph = map_graph_random (rand, (guint) g_rand_int_range (rand, 0, turn % 20 == 0 ? 150 : 25));
      g_autoptr (SlLayout) first = map_draw (graph, SL_LAYOUT_FIRST);
      g_autoptr (SlLayout) settled = map_draw (graph, SL_LAYOUT_SETTLED);
      g_autoptr (SlLayout) again = map_draw (graph, SL_LAYOUT_SETTLED);

      g_assert_true (map_equal (settled, again));
    }
}

/* What was drawn is changed at random and drawn again, some of it kept, some of it pinned. */
static void
test_any_change (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (32);

  for (guint turn = 0; turn < 200; turn++)
    {
      g_autoptr (MapGraph) graph = map_graph_random (rand, (guint) g_rand_int_range (rand, 1, 40));
      g_autoptr (SlLayout) before = map_draw (graph, SL_LAYOUT_FIRST);
      g_autoptr (SlLayout) after = NULL;

      map_keep (graph, before);
      for (guint i = 0; i < graph->cards->len; i++)
        {
          SlLayoutCard *card = map_graph_at (graph, i);

          card->placed = g_rand_int_range (rand, 0, 4) > 0;
          card->pinned = g_rand_int_range (rand, 0, 8) == 0;
          if (g_rand_int_range (rand, 0, 5) == 0)
            card->y += g_rand_double_range (rand, -300, 300);
          if (g_rand_int_range (rand, 0, 5) == 0)
            card->height += 16;
        }
      for (guint i = 0; i < 3; i++)
        map_graph_link (graph, (guint) g_rand_int_range (rand, 0, (gint32) graph->cards->len),
                        map_graph_card (graph, map_graph_at (graph, 0)->column));
      after = map_draw (graph, SL_LAYOUT_FIRST);
      g_assert_nonnull (after);
    }
}

/* One map of @n cards of one to six lines, drawn, and kept as it is. */
static void
check_size (GRand *rand, guint n)
{
  g_autoptr (MapGraph) graph = map_graph_random_map (rand, n);
  g_autoptr (SlLayout) layout = map_draw (graph, SL_LAYOUT_FIRST);
  g_autoptr (SlLayout) after = NULL;

  g_test_message ("%u cards", n);
  g_assert_cmpuint (layout->n_columns, ==, MIN (n, 5));
  if (n <= 200 || g_test_slow ())
    {
      g_autoptr (SlLayout) settled = map_draw (graph, SL_LAYOUT_SETTLED);

      g_assert_cmpint (settled->crossings, <=, layout->crossings);
    }
  map_keep (graph, layout);
  after = map_draw (graph, SL_LAYOUT_FIRST);
  for (guint i = 0; i < layout->n_cards; i++)
    g_assert_cmpfloat (after->cards[i].y, ==, layout->cards[i].y);
}

/* Every size to 40, then in steps; in the long run every size to 300, and on to 20,000. */
static void
test_sizes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (33);
  guint all = g_test_slow () ? 300 : 40, last = g_test_slow () ? 20000 : 2000;
  double step = g_test_slow () ? 1.2 : 1.6;

  for (guint n = 1; n <= all; n++)
    check_size (rand, n);
  for (double n = all * step; n < last; n *= step)
    check_size (rand, (guint) n);
  check_size (rand, last);
}

static gpointer
draw_in_thread (gpointer graph)
{
  return map_draw (graph, SL_LAYOUT_SETTLED);
}

static void
test_threads (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (34);
  g_autoptr (MapGraph) graph = map_graph_random_map (rand, 60);
  g_autoptr (SlLayout) expected = map_draw (graph, SL_LAYOUT_SETTLED);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("layout", draw_in_thread, graph);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (SlLayout) layout = g_thread_join (threads[i]);

      g_assert_true (map_equal (expected, layout));
    }
}

static gpointer
cancel_in_thread (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* Whenever it is cancelled, it is either not there or whole. */
static void
test_cancelled (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (35);
  g_autoptr (MapGraph) graph = map_graph_random_map (rand, 400);

  for (guint turn = 0; turn < 20; turn++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      GThread *thread = g_thread_new ("cancel", cancel_in_thread, cancellable);
      g_autoptr (SlLayout) layout = sl_layout_new (&graph->input, SL_LAYOUT_SETTLED, cancellable, &error);

      g_thread_join (thread);
      if (layout == NULL)
        g_assert_error (error, SL_ERROR, SL_ERROR_CANCELLED);
      else
        map_check (&graph->input, layout);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-random/any-graph", test_any_graph);
  g_test_add_func ("/layout-random/any-change", test_any_change);
  g_test_add_func ("/layout-random/sizes", test_sizes);
  g_test_add_func ("/layout-random/threads", test_threads);
  g_test_add_func ("/layout-random/cancelled", test_cancelled);
  return g_test_run ();
}
