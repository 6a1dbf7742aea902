/* What stays where it was when a map changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map/map-fixture.h"

#include <math.h>

/* Cards of the first drawing that stand within 1 px in the second; both have the same origin when something is kept. */
static guint
count_staying (const SlLayout *before, const SlLayout *after)
{
  guint n = 0;

  for (guint i = 0; i < before->n_cards; i++)
    n += fabs (before->cards[i].x - after->cards[i].x) < 1 && fabs (before->cards[i].y - after->cards[i].y) < 1;
  return n;
}

static void
check_no_swap (const SlLayout *before, const SlLayout *after)
{
  for (guint i = 0; i < before->n_cards; i++)
    for (guint j = 0; j < i; j++)
      if (before->columns[i] == before->columns[j])
        g_assert_cmpint (before->cards[i].y < before->cards[j].y, ==, after->cards[i].y < after->cards[j].y);
}

static void
test_unchanged (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);

  for (guint turn = 0; turn < 20; turn++)
    {
      g_autoptr (MapGraph) graph = map_graph_random_map (rand, 60);
      g_autoptr (SlLayout) before = map_draw (graph, SL_LAYOUT_SETTLED);
      g_autoptr (SlLayout) after = NULL;
      g_autoptr (SlLayout) again = NULL;

      map_keep (graph, before);
      after = map_draw (graph, SL_LAYOUT_FIRST);
      g_assert_cmpuint (count_staying (before, after), ==, before->n_cards);
      again = map_draw (graph, SL_LAYOUT_SETTLED);
      g_assert_true (map_equal (after, again));
    }
}

static void
test_card_added (gconstpointer size)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (22);
  guint n = GPOINTER_TO_UINT (size);
  guint stayed = 0, all = 0;

  for (guint turn = 0; turn < 20; turn++)
    {
      g_autoptr (MapGraph) graph = map_graph_random_map (rand, n);
      g_autoptr (SlLayout) before = map_draw (graph, SL_LAYOUT_FIRST);
      g_autoptr (SlLayout) after = NULL;
      int column = 1 + (int) turn % 3;
      guint card;

      map_keep (graph, before);
      card = map_graph_card (graph, column);
      map_graph_link (graph, (guint) (column - 1) * n / 5 + turn * n / 5 / 20, card);
      map_graph_link (graph, card, (guint) (column + 1) * n / 5 + turn * n / 5 / 20);
      after = map_draw (graph, SL_LAYOUT_FIRST);
      check_no_swap (before, after);
      stayed += count_staying (before, after);
      all += before->n_cards;
    }
  g_assert_cmpfloat (stayed, >=, 0.9 * all);
}

static void
test_card_removed (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (23);
  g_autoptr (MapGraph) graph = map_graph_random_map (rand, 60);
  g_autoptr (SlLayout) before = map_draw (graph, SL_LAYOUT_FIRST);
  g_autoptr (SlLayout) after = NULL;

  /* The last card goes, and with it its links. */
  map_keep (graph, before);
  for (guint i = graph->links->len; i-- > 0;)
    if (g_array_index (graph->links, SlLayoutLink, i).target == 59)
      g_array_remove_index (graph->links, i);
  g_array_remove_index (graph->cards, 59);
  graph->input.n_cards = graph->cards->len;
  graph->input.n_links = graph->links->len;
  after = map_draw (graph, SL_LAYOUT_FIRST);
  for (guint i = 0; i < 59; i++)
    g_assert_cmpfloat (after->cards[i].y, ==, before->cards[i].y);
}

/* A line more: in a column without room only one side makes way. */
static void
test_card_grown (void)
{
  g_autoptr (MapGraph) graph = map_graph_new ();
  g_autoptr (SlLayout) before = NULL;
  g_autoptr (SlLayout) after = NULL;

  for (int i = 0; i < 9; i++)
    map_graph_card (graph, 0);
  before = map_draw (graph, SL_LAYOUT_FIRST);
  map_keep (graph, before);
  for (guint i = 0; i < 9; i++)
    if (before->cards[i].y < before->cards[0].y)
      {
        map_graph_at (graph, i)->height += 16;
        break;
      }
  map_graph_at (graph, 0)->height += 16;
  after = map_draw (graph, SL_LAYOUT_FIRST);
  check_no_swap (before, after);
  g_assert_cmpuint (count_staying (before, after), >=, 7);
}

/* Cards that stand elsewhere; of one column, or of all where that is -1. */
static guint
count_moving (const SlLayout *before, const SlLayout *after, int column)
{
  guint n = 0;

  for (guint i = 0; i < before->n_cards; i++)
    n += (column < 0 || before->columns[i] == column) && before->cards[i].y != after->cards[i].y;
  return n;
}

/* There is room for a link between any two cards: none moves. */
static void
test_link_added (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (26);

  for (guint turn = 0; turn < 20; turn++)
    {
      g_autoptr (MapGraph) graph = map_graph_random_map (rand, 200);
      g_autoptr (SlLayout) before = map_draw (graph, SL_LAYOUT_SETTLED);
      g_autoptr (SlLayout) after = NULL;
      guint from = (guint) g_rand_int_range (rand, 0, 3);

      map_keep (graph, before);
      map_graph_link (graph, from * 40 + (guint) g_rand_int_range (rand, 0, 40), 160 + (guint) g_rand_int_range (rand, 0, 40));
      after = map_draw (graph, SL_LAYOUT_FIRST);
      g_assert_cmpuint (count_moving (before, after, -1), ==, 0);
    }
}

/* Of a text that has grown by a line only the cards of its column make way, and each by no more than the line. */
static void
test_line_added (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (27);

  for (guint turn = 0; turn < 40; turn++)
    {
      g_autoptr (MapGraph) graph = map_graph_random_map (rand, 200);
      g_autoptr (SlLayout) before = map_draw (graph, SL_LAYOUT_SETTLED);
      g_autoptr (SlLayout) after = NULL;
      guint card = (guint) g_rand_int_range (rand, 0, 200);

      map_keep (graph, before);
      map_graph_at (graph, card)->height += 16;
      after = map_draw (graph, SL_LAYOUT_FIRST);
      check_no_swap (before, after);
      g_assert_cmpuint (count_moving (before, after, -1), ==, count_moving (before, after, before->columns[card]));
      for (guint i = 0; i < 200; i++)
        g_assert_cmpfloat (fabs (before->cards[i].y - after->cards[i].y), <=, 16 + 0.1);
    }
}

static void
test_pinned (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (24);

  for (guint turn = 0; turn < 40; turn++)
    {
      g_autoptr (MapGraph) graph = map_graph_random_map (rand, 60);
      g_autoptr (SlLayout) before = map_draw (graph, SL_LAYOUT_FIRST);
      g_autoptr (SlLayout) after = NULL;
      g_autoptr (SlLayout) tidied = NULL;
      guint card = (guint) g_rand_int_range (rand, 0, 60);

      /* Dropped onto others, far away or half over a neighbour. */
      map_keep (graph, before);
      map_graph_at (graph, card)->pinned = TRUE;
      map_graph_at (graph, card)->y += g_rand_int_range (rand, -900, 900);
      after = map_draw (graph, SL_LAYOUT_FIRST);
      g_assert_cmpfloat (fabs (after->cards[card].y - map_graph_at (graph, card)->y), <, 0.02);
      g_assert_cmpuint (count_staying (before, after), >=, 40);
      graph->input.tidy = TRUE;
      tidied = map_draw (graph, SL_LAYOUT_FIRST);
      g_assert_true (map_equal (before, tidied));
    }
}

/* All in one place: a drawing must still come out of it. */
static void
test_heap (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (25);
  g_autoptr (MapGraph) graph = map_graph_random_map (rand, 100);
  g_autoptr (SlLayout) layout = NULL;

  for (guint i = 0; i < 100; i++)
    {
      map_graph_at (graph, i)->placed = TRUE;
      map_graph_at (graph, i)->pinned = i % 3 == 0;
    }
  layout = map_draw (graph, SL_LAYOUT_FIRST);
  g_assert_cmpuint (layout->n_columns, ==, 5);
}

/* Without columns, those of the drawing before are kept, and what is new goes between. */
static void
test_columns_kept (void)
{
  g_autoptr (MapGraph) graph = map_graph_new ();
  g_autoptr (SlLayout) before = NULL;
  g_autoptr (SlLayout) after = NULL;
  guint card;

  for (int i = 0; i < 4; i++)
    map_graph_card (graph, SL_LAYOUT_ANY);
  for (guint i = 0; i < 3; i++)
    map_graph_link (graph, i, i + 1);
  before = map_draw (graph, SL_LAYOUT_FIRST);
  map_keep (graph, before);
  card = map_graph_card (graph, SL_LAYOUT_ANY);
  map_graph_link (graph, 1, card);
  after = map_draw (graph, SL_LAYOUT_FIRST);
  g_assert_cmpuint (count_staying (before, after), ==, 4);
  g_assert_cmpint (after->columns[card], ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-keep/unchanged", test_unchanged);
  g_test_add_data_func ("/layout-keep/card-added-60", GUINT_TO_POINTER (60), test_card_added);
  g_test_add_data_func ("/layout-keep/card-added-200", GUINT_TO_POINTER (200), test_card_added);
  g_test_add_func ("/layout-keep/card-removed", test_card_removed);
  g_test_add_func ("/layout-keep/card-grown", test_card_grown);
  g_test_add_func ("/layout-keep/link-added", test_link_added);
  g_test_add_func ("/layout-keep/line-added", test_line_added);
  g_test_add_func ("/layout-keep/pinned", test_pinned);
  g_test_add_func ("/layout-keep/heap", test_heap);
  g_test_add_func ("/layout-keep/columns-kept", test_columns_kept);
  return g_test_run ();
}
