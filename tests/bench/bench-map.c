/* A benefit map of 5,000 nodes, 20,000 links and 2,000 risks judged as a whole, as after each edit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   bench-map [NODES=5000]
 *
 * And the same after one edit, of which only the nodes are judged that it bears on: a link's evidence, a node's day.
 * The baseline reads every node, link and risk of the same map once; and the map against one of half its size shows that
 * the cost grows with the size and no faster.
 */
#include "bench-support.h"

#include "insight/sl-map-status.h"
#include "support/sl-fixture.h"

#include <stdlib.h>

#define ROUNDS 15
#define LAYERS 5
#define READING_LIMIT 30
#define DOUBLE_LIMIT 3
#define EDIT_LIMIT 0.85 /* of judging the whole: the map is read as a whole in either case */

typedef struct
{
  SlFixture base;
  GArray *nodes; /* of SlUid, layer by layer from the money on */
  SlUid link;
} Map;

static SlUid
pick (const Map *map, guint layer, GRand *rand)
{
  guint size = map->nodes->len / LAYERS;

  return g_array_index (map->nodes, SlUid, layer * size + (guint) g_rand_int_range (rand, 0, (gint32) size));
}

static void
add_nodes (Map *map, guint n)
{
  static const struct
  {
    int type;
    char letter;
  } layers[LAYERS] = { { SL_NODE_TYPE_INVESTMENT, 'V' }, { SL_NODE_TYPE_ENABLER, 'N' }, { SL_NODE_TYPE_BUSINESS_CHANGE, 'C' },
                       { SL_NODE_TYPE_INTERMEDIATE_OUTCOME, 'I' }, { SL_NODE_TYPE_END_OUTCOME, 'E' } };

  for (guint i = 0; i < n; i++)
    {
      guint layer = i / (n / LAYERS);
      g_autofree char *code = g_strdup_printf ("%c%u", layers[layer].letter, i + 1);
      SlRecordEdit edit;

      sl_record_edit_new (&edit, sl_kind_get (SL_KIND_MAP_NODE), sl_uid_new ());
      edit.values[SL_MAP_NODE_CODE] = SL_VALUE_TEXT (code);
      edit.values[SL_MAP_NODE_TITLE] = SL_VALUE_TEXT ("Fewer late rounds");
      edit.values[SL_MAP_NODE_TYPE] = SL_VALUE_ENUM (layers[layer].type);
      edit.values[SL_MAP_NODE_OWNER] = SL_VALUE_REF (map->base.ada);
      sl_fixture_load (&map->base, &edit);
      g_array_append_val (map->nodes, edit.uid);
    }
}

static void
add_risk (Map *map, guint i, GRand *rand)
{
  g_autofree char *code = g_strdup_printf ("R-%03u", i + 1);
  SlRecordEdit edit;

  sl_record_edit_new (&edit, sl_kind_get (SL_KIND_RISK), sl_uid_new ());
  edit.values[SL_RISK_CODE] = SL_VALUE_TEXT (code);
  edit.values[SL_RISK_TITLE] = SL_VALUE_TEXT ("Rotas are late");
  edit.values[SL_RISK_STATE] = SL_VALUE_ENUM (SL_RISK_STATE_OPEN);
  sl_fixture_load (&map->base, &edit);
  for (guint k = 0; k < 3; k++)
    {
      sl_fixture_assess (&map->base, edit.uid, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-01", g_rand_int_range (rand, 1, 6),
                         g_rand_int_range (rand, 1, 6));
      sl_fixture_strike (&map->base, edit.uid, pick (map, k, rand));
    }
}

static void
map_init (Map *map, guint n)
{
  GRand *rand = g_rand_new_with_seed (184);

  sl_fixture_init (&map->base);
  map->nodes = g_array_new (FALSE, FALSE, sizeof (SlUid));
  n -= n % LAYERS;
  add_nodes (map, n);
  for (guint i = 0; i < n * 4; i++)
    {
      guint layer = i % (LAYERS - 1);

      map->link = sl_fixture_link (&map->base, pick (map, layer, rand), pick (map, layer + 1, rand),
                                   g_rand_int_range (rand, 1, 3), g_rand_int_range (rand, 0, 5));
    }
  for (guint i = 0; i < n * 2 / 5; i++)
    add_risk (map, i, rand);
  g_rand_free (rand);
}

static void
map_clear (Map *map)
{
  g_array_unref (map->nodes);
  sl_fixture_clear (&map->base);
}

static double
judge (const Map *map)
{
  SlView view = sl_fixture_view (&map->base);
  double start = bench_now ();

  sl_map_status_free (sl_map_status_new (&view));
  return bench_now () - start;
}

/* One field of one record changes, and the status follows. */
static double
follow (Map *map, SlMapStatus *status, SlUid uid, guint field, SlValue value)
{
  SlView view = sl_fixture_view (&map->base);
  SlChange change = { .kind = sl_data_lookup (view.data, uid)->kind, .uid = uid, .mask = SL_MASK (field) };
  SlChangeSet set = { .changes = &change, .n_changes = 1 };
  double start;

  sl_fixture_change (&map->base, uid, field, value);
  view = sl_fixture_view (&map->base);
  start = bench_now ();
  sl_map_status_touch (status, view.data, &set);
  sl_map_status_refresh (status, &view);
  return bench_now () - start;
}

static gboolean
read_one (const SlRecord *record, gpointer data)
{
  SlValue value;

  sl_record_get (record, 1, &value);
  *(gint64 *) data += value.is_null ? 0 : 1;
  return TRUE;
}

static double
read_all (const Map *map)
{
  static const int kinds[] = { SL_KIND_MAP_NODE, SL_KIND_MAP_EDGE, SL_KIND_RISK, SL_KIND_RISK_ASSESSMENT, SL_KIND_RISK_NODE };
  gint64 seen = 0;
  double start = bench_now ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    sl_data_each (sl_fixture_data (&map->base), kinds[i], read_one, &seen);
  start = bench_now () - start;
  g_assert_cmpint (seen, >, 0);
  return start;
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 5000;
  double whole[ROUNDS], half[ROUNDS], again[ROUNDS], bare[ROUNDS], link[ROUNDS], node[ROUNDS], more[2][ROUNDS];
  g_autoptr (SlMapStatus) status = NULL;
  guint judged[3];
  Map large, small;
  SlView view;
  gboolean met;

  map_init (&large, n);
  map_init (&small, n / 2);
  judge (&large); /* indexes are built when first asked for */
  judge (&small);
  view = sl_fixture_view (&large.base);
  status = sl_map_status_new (&view);
  for (guint i = 0; i < ROUNDS; i++)
    {
      whole[i] = again[i] = more[0][i] = more[1][i] = judge (&large);
      half[i] = judge (&small);
      bare[i] = read_all (&large);
      judged[0] = sl_map_status_judged (status);
      link[i] = follow (&large, status, large.link, SL_MAP_EDGE_EVIDENCE, SL_VALUE_INT (i % 5));
      judged[1] = sl_map_status_judged (status);
      node[i] = follow (&large, status, g_array_index (large.nodes, SlUid, n / 2), SL_MAP_NODE_PLANNED,
                        SL_VALUE_DATE (view.as_of - 40 * (int) (i % 4)));
      judged[2] = sl_map_status_judged (status);
    }
  g_print ("of %u nodes judged after the last edit of a link: %u, of a node: %u\n", sl_map_status_count (status),
           judged[1] - judged[0], judged[2] - judged[1]);
  met = bench_report ("judge the whole map", whole, bare, ROUNDS, READING_LIMIT);
  met &= bench_report ("judge a map of twice the size", again, half, ROUNDS, DOUBLE_LIMIT);
  met &= bench_report ("follow an edit of a link", link, more[0], ROUNDS, EDIT_LIMIT);
  met &= bench_report ("follow an edit of a node", node, more[1], ROUNDS, EDIT_LIMIT);
  map_clear (&large);
  map_clear (&small);
  return met ? 0 : 1;
}
