/* From an edit of the map to its new drawing: what it bears on judged, titles measured, laid out over what stood.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   bench-map-edit [NODES...]    (200 5000 without arguments)
 *
 * The baseline is the same map judged and drawn as if for the first time.
 */
#include "bench-map-support.h"
#include "bench-support.h"

#include "charts/sl-map-drawing.h"

#include <stdlib.h>

#define ROUNDS 21
#define FIRST_LIMIT 0.4 /* of drawing it for the first time */

typedef struct
{
  BenchMap map;
  SlMapStatus *status;
  SlMapDrawing *drawing;
} Bench;

typedef enum
{
  ADD_CARD,
  WRITE_TITLE,
  ADD_LINK,
  N_EDITS,
} Edit;

static const char *const names[N_EDITS] = { "a card is added", "a title grows by lines", "a link is added" };

static SlMapDrawing *
draw (Bench *self, const SlMapStatus *status, const SlMapDrawing *before, SlLayoutEffort effort)
{
  SlView view = sl_fixture_view (&self->map.base);

  return sl_map_drawing_new (&view, status, before, effort, NULL, NULL);
}

static SlChange
edit (Bench *self, Edit what, guint i)
{
  GArray *nodes = self->map.nodes;
  SlUid node = g_array_index (nodes, SlUid, nodes->len / 2 + i);
  SlChange change = { .kind = SL_KIND_MAP_NODE, .uid = node };

  switch (what)
    {
    case ADD_CARD:
      change.uid = sl_fixture_add_node (&self->map.base, SL_NODE_TYPE_ENABLER);
      break;
    case WRITE_TITLE:
      change.mask = SL_MASK (SL_MAP_NODE_TITLE);
      sl_fixture_change (&self->map.base, node, SL_MAP_NODE_TITLE,
                         SL_VALUE_TEXT ("More of what is said here than there was before, so that it takes several lines"));
      break;
    default:
      change.kind = SL_KIND_MAP_EDGE;
      change.uid = sl_fixture_link (&self->map.base, g_array_index (nodes, SlUid, nodes->len / 10 + i), node,
                                    SL_LINK_WEIGHT_ESSENTIAL, 2);
    }
  return change;
}

static gboolean
run (Bench *self, Edit what)
{
  double whole[ROUNDS], judged[ROUNDS], drawn[ROUNDS], first[ROUNDS];
  SlLayoutEffort effort = self->map.nodes->len > 400 ? SL_LAYOUT_FIRST : SL_LAYOUT_SETTLED;
  guint n_measured = 0, n_judged = sl_map_status_judged (self->status);

  for (guint i = 0; i < ROUNDS; i++)
    {
      SlChange change = edit (self, what, i);
      SlChangeSet set = { .changes = &change, .n_changes = 1 };
      SlView view = sl_fixture_view (&self->map.base);
      double start = bench_worked (), between;
      SlMapDrawing *drawing;

      sl_map_status_touch (self->status, view.data, &set);
      sl_map_status_refresh (self->status, &view);
      between = bench_worked ();
      drawing = draw (self, self->status, self->drawing, effort);
      whole[i] = bench_worked () - start;
      judged[i] = between - start;
      drawn[i] = whole[i] - judged[i];
      n_measured += drawing->n_measured;
      sl_map_drawing_free (self->drawing);
      self->drawing = drawing;
      start = bench_worked ();
      sl_map_status_free (sl_map_status_new (&view));
      sl_map_drawing_free (draw (self, self->status, NULL, effort));
      first[i] = bench_worked () - start;
    }
  g_print ("  %-24s judged %6.2f ms (%.1f nodes)  drawn %6.2f ms (%.1f titles measured)\n", names[what],
           bench_median (judged, ROUNDS) * 1e3, (double) (sl_map_status_judged (self->status) - n_judged) / ROUNDS,
           bench_median (drawn, ROUNDS) * 1e3, (double) n_measured / ROUNDS);
  return bench_report (names[what], whole, first, ROUNDS, FIRST_LIMIT);
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 200, 5000 };
  gboolean met = TRUE;

  for (guint i = 0; i < (argc > 1 ? (guint) argc - 1 : G_N_ELEMENTS (sizes)); i++)
    {
      Bench bench;
      SlView view;

      bench_map_init (&bench.map, argc > 1 ? (guint) atoi (argv[i + 1]) : sizes[i], 1.6, 0.05);
      view = sl_fixture_view (&bench.map.base);
      bench.status = sl_map_status_new (&view);
      bench.drawing = draw (&bench, bench.status, NULL, SL_LAYOUT_FIRST);
      g_print ("%u cards, %u links\n", bench.drawing->n_cards, bench.drawing->n_links);
      for (int what = 0; what < N_EDITS; what++)
        met &= run (&bench, (Edit) what);
      sl_map_drawing_free (bench.drawing);
      sl_map_status_free (bench.status);
      bench_map_clear (&bench.map);
    }
  return met ? 0 : 1;
}
