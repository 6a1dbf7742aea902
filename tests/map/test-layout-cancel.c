/* A layout that is cancelled ends soon: counted in looks and in work, never in time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layout asks its cancellable throughout. Here the question is answered by this program, which counts how often it is
 * asked, says yes from a chosen one on, and notes how much work was done between two of them.
 */
#include "map/map-fixture.h"

#include "base/sl-error.h"
#include "map/sl-sift-private.h"

/* Loops that may still be entered, each of which looks once and ends. */
#define LOOKS_AFTER 40
/* Edges looked at between two looks: about a millisecond. */
#define WORK_BETWEEN 200000

static struct
{
  guint looks, cancel_at;
  const SlSift *sift; /* or NULL */
  gint64 work, most;  /* at the last look; most between two */
} watch;

/* Stands in for that of GIO in this program. */
gboolean
g_cancellable_is_cancelled (GCancellable *cancellable)
{
  g_assert_nonnull (cancellable);
  watch.looks++;
  if (watch.sift != NULL)
    {
      watch.most = MAX (watch.most, watch.sift->work - watch.work);
      watch.work = watch.sift->work;
    }
  return watch.cancel_at > 0 && watch.looks >= watch.cancel_at;
}

static void
watch_anew (guint cancel_at, const SlSift *sift)
{
  watch.looks = 0;
  watch.cancel_at = cancel_at;
  watch.sift = sift;
  watch.work = watch.most = 0;
}

static void
expect_soon (const MapGraph *graph, SlLayoutEffort effort, guint cancel_at)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  watch_anew (cancel_at, NULL);
  g_assert_null (sl_layout_new (&graph->input, effort, cancellable, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_CANCELLED);
  g_assert_cmpuint (watch.looks, <=, cancel_at + LOOKS_AFTER);
}

/* Cancelled at the first look, at the last and at many between. */
static void
check_everywhere (const MapGraph *graph, SlLayoutEffort effort, guint steps)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SlLayout) layout = NULL;
  guint all;

  watch_anew (0, NULL);
  layout = sl_layout_new (&graph->input, effort, cancellable, NULL);
  g_assert_nonnull (layout);
  all = watch.looks;
  g_assert_cmpuint (all, >=, 10);
  for (guint i = 0; i <= steps; i++)
    expect_soon (graph, effort, 1 + (guint) ((guint64) (all - 1) * i / steps));
}

static void
test_map (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (41);
  g_autoptr (MapGraph) graph = map_graph_random_map (rand, 400);

  check_everywhere (graph, SL_LAYOUT_FIRST, 30);
  check_everywhere (graph, SL_LAYOUT_SETTLED, 30);
}

/* Deep, with long links, and columns to be chosen. */
static void
test_deep (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);
  g_autoptr (MapGraph) graph = map_graph_new ();

  for (guint i = 0; i < 300; i++)
    map_graph_card (graph, SL_LAYOUT_ANY);
  for (guint i = 1; i < 300; i++)
    {
      map_graph_link (graph, (guint) g_rand_int_range (rand, MAX (0, (int) i - 6), (gint32) i), i);
      if (i % 5 == 0)
        map_graph_link (graph, (guint) g_rand_int_range (rand, 0, (gint32) i), i);
    }
  check_everywhere (graph, SL_LAYOUT_SETTLED, 30);
}

/* Choosing columns is given up too, and what it leaves is still an order that can be drawn. */
static void
test_columns (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (45);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree SlLayoutLink *links = g_new (SlLayoutLink, 400);
  int rank[200];

  for (int i = 0; i < 200; i++)
    rank[i] = 2 * i;
  for (guint i = 0; i < 400; i++)
    {
      guint source = (guint) g_rand_int_range (rand, 0, 199);

      links[i] = (SlLayoutLink) { source, (guint) g_rand_int_range (rand, (gint32) source + 1, 200) };
    }
  watch_anew (20, NULL);
  sl_ranks_shorten (200, 400, links, cancellable, rank);
  g_assert_cmpuint (watch.looks, ==, 20);
  for (guint i = 0; i < 400; i++)
    g_assert_cmpint (rank[links[i].source], <, rank[links[i].target]);
}

static void
test_kept (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (43);
  g_autoptr (MapGraph) graph = map_graph_random_map (rand, 400);
  g_autoptr (SlLayout) layout = map_draw (graph, SL_LAYOUT_FIRST);

  map_keep (graph, layout);
  map_graph_link (graph, 0, map_graph_card (graph, 2));
  check_everywhere (graph, SL_LAYOUT_FIRST, 10);
}

static void
test_work_between_looks (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (44);
  g_autoptr (MapGraph) graph = map_graph_random_map (rand, g_test_slow () ? 20000 : 1500);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SlLayers) layers = NULL;
  SlSift sift;

  watch_anew (0, NULL);
  layers = sl_layers_new (&graph->input, cancellable);
  sl_sift_init (&sift, layers);
  sl_order_spectral (layers);
  watch_anew (0, &sift);
  sl_sift_settle (&sift, SL_LAYOUT_SETTLED, sl_layers_crossings (layers));
  g_test_message ("%" G_GINT64_FORMAT " work, %u looks, at most %" G_GINT64_FORMAT " between two", sift.work, watch.looks,
                  watch.most);
  g_assert_cmpint (sift.work, >, 10 * WORK_BETWEEN);
  g_assert_cmpint (watch.most, <=, WORK_BETWEEN);
  sl_sift_clear (&sift);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-cancel/map", test_map);
  g_test_add_func ("/layout-cancel/deep", test_deep);
  g_test_add_func ("/layout-cancel/columns", test_columns);
  g_test_add_func ("/layout-cancel/kept", test_kept);
  g_test_add_func ("/layout-cancel/work-between-looks", test_work_between_looks);
  return g_test_run ();
}
