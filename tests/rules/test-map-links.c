/* Which cards a link may join: the same that a commit says, known for all at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rules/sl-map-links.h"

#include "base/sl-error.h"
#include "rules-fixture.h"

#include <string.h>

static SlUid
node (Rules *f, int type)
{
  return sl_fixture_add_node (&f->base, type);
}

static const SlLinkEnd *
end_of (GArray *ends, SlUid uid)
{
  const SlLinkEnd *end = sl_link_end (ends, uid);

  g_assert_nonnull (end);
  g_assert_cmpint (end->uid, ==, uid);
  return end;
}

static void
expect (Rules *f, SlUid from, SlUid to, SlLinkBar bar, const char *words)
{
  g_autoptr (GArray) onwards = sl_link_ends (sl_fixture_data (&f->base), from, TRUE);
  g_autoptr (GArray) back = sl_link_ends (sl_fixture_data (&f->base), to, FALSE);
  g_autofree char *said = sl_link_dup_words (sl_fixture_data (&f->base), from, to, end_of (onwards, to), FALSE);

  g_assert_cmpint (end_of (onwards, to)->bar, ==, bar);
  g_assert_cmpint (end_of (back, from)->bar, ==, bar);
  g_assert_cmpint (end_of (back, from)->fit, ==, end_of (onwards, to)->fit);
  g_assert_cmpstr (said, ==, words);
}

static void
test_words (Rules *f, gconstpointer unused)
{
  SlUid v = node (f, SL_NODE_TYPE_INVESTMENT), n = node (f, SL_NODE_TYPE_ENABLER), c = node (f, SL_NODE_TYPE_BUSINESS_CHANGE);
  SlUid i = node (f, SL_NODE_TYPE_INTERMEDIATE_OUTCOME), e = node (f, SL_NODE_TYPE_END_OUTCOME);
  SlUid sp = node (f, SL_NODE_TYPE_STRATEGIC_PURPOSE);

  sl_fixture_link (&f->base, v, n, SL_LINK_WEIGHT_ESSENTIAL, 1);
  expect (f, v, c, SL_LINK_BAR_NONE, NULL);
  expect (f, v, v, SL_LINK_BAR_SELF, "V1: it cannot lead to itself");
  expect (f, v, n, SL_LINK_BAR_TWICE, "V1: it leads to N1 already");
  expect (f, v, i, SL_LINK_BAR_TYPES, "V1: it cannot lead to I1: after “Investment” may come: Business change, Enabler");
  expect (f, sp, e, SL_LINK_BAR_TYPES, "SP1: it cannot lead to E1: nothing comes after “Strategic purpose”");
  expect (f, n, i, SL_LINK_BAR_NONE, "N1: it leads straight to the outcome I1, past any change in how people work");
  expect (f, c, e, SL_LINK_BAR_NONE,
          "C1: it leads straight to the end outcome E1; no outcome between them would show early whether it works");
}

/* Also by way of a node that is dropped: it may come back. */
static void
test_ring (Rules *f, gconstpointer unused)
{
  SlUid a = node (f, SL_NODE_TYPE_ENABLER), b = node (f, SL_NODE_TYPE_ENABLER), c = node (f, SL_NODE_TYPE_ENABLER);

  sl_fixture_link (&f->base, a, b, SL_LINK_WEIGHT_ESSENTIAL, 1);
  sl_fixture_link (&f->base, b, c, SL_LINK_WEIGHT_ESSENTIAL, 1);
  expect (f, c, a, SL_LINK_BAR_RING, "N3: it comes of N1, so a link to it would lead back to where it came from");
  expect (f, a, c, SL_LINK_BAR_NONE, NULL);
  sl_fixture_change (&f->base, b, SL_MAP_NODE_STATUS, SL_VALUE_ENUM (SL_NODE_STATUS_DROPPED));
  expect (f, c, a, SL_LINK_BAR_RING, "N3: it comes of N1, so a link to it would lead back to where it came from");
}

static void
test_no_node (Rules *f, gconstpointer unused)
{
  g_autoptr (GArray) ends = NULL;
  g_autoptr (GArray) none = sl_link_ends (sl_fixture_data (&f->base), SL_UID_NONE, TRUE);

  ends = sl_link_ends (sl_fixture_data (&f->base), f->risk, TRUE);
  g_assert_cmpuint (ends->len, ==, 0);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (sl_link_end (ends, f->risk));
}

/* --- Against what a commit says ----------------------------------------------------------------------------------- */

static gboolean
is_refused (Rules *f, SlUid from, SlUid to)
{
  SlView before = sl_fixture_view (&f->base), after = before;
  g_autoptr (SlTx) tx = sl_tx_new (before.data, SL_VERB_ADD);
  g_autoptr (GPtrArray) findings = sl_findings_new ();
  SlUid edge = sl_tx_create (tx, SL_KIND_MAP_EDGE);

  g_assert_true (sl_tx_set (tx, edge, SL_MAP_EDGE_FROM, &SL_VALUE_REF (from), NULL));
  g_assert_true (sl_tx_set (tx, edge, SL_MAP_EDGE_TO, &SL_VALUE_REF (to), NULL));
  if (!sl_tx_check_structure (tx, NULL))
    return TRUE;
  after.data = sl_tx_data (tx);
  sl_rules_check_tx (tx, &before, &after, &f->act, findings);
  return sl_findings_count (findings, SL_SEVERITY_ERROR) > 0;
}

#define N_NODES 24

static void
test_as_a_commit (Rules *f, gconstpointer unused)
{
  GRand *rand = g_rand_new_with_seed (5);
  SlUid nodes[N_NODES];
  guint n_open = 0, n_rings = 0;

  for (guint i = 0; i < N_NODES; i++)
    {
      nodes[i] = node (f, g_rand_int_range (rand, 1, SL_NODE_TYPE_END_));
      if (g_rand_boolean (rand))
        sl_fixture_change (&f->base, nodes[i], SL_MAP_NODE_POLARITY, SL_VALUE_ENUM (SL_POLARITY_NEGATIVE));
    }
  for (guint k = 0; k < 800; k++)
    {
      SlUid from = nodes[g_rand_int_range (rand, 0, N_NODES)], to = nodes[g_rand_int_range (rand, 0, N_NODES)];
      g_autoptr (GArray) ends = sl_link_ends (sl_fixture_data (&f->base), from, TRUE);
      const SlLinkEnd *end = end_of (ends, to);

      g_assert_cmpuint (ends->len, ==, N_NODES);
      g_assert_cmpint (is_refused (f, from, to), ==, end->bar != SL_LINK_BAR_NONE);
      n_open += end->bar == SL_LINK_BAR_NONE;
      n_rings += end->bar == SL_LINK_BAR_RING;
      if (end->bar == SL_LINK_BAR_NONE)
        sl_fixture_link (&f->base, from, to, SL_LINK_WEIGHT_CONTRIBUTING, 0);
    }
  g_assert_cmpuint (n_open, >, 10);
  g_assert_cmpuint (n_rings, >, 3);
  g_rand_free (rand);
}

/* --- Cost --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  SlData data;
  const SlData *under;
  guint looked_at;
} Counting;

typedef struct
{
  Counting *counting;
  SlRecordFunc func;
  gpointer data;
} Count;

static gboolean
count_record (const SlRecord *record, gpointer data)
{
  Count *count = data;

  count->counting->looked_at++;
  return count->func (record, count->data);
}

static const SlRecord *
counting_lookup (const SlData *data, SlUid uid)
{
  return sl_data_lookup (((const Counting *) data)->under, uid);
}

static void
counting_each (const SlData *data, int kind, SlRecordFunc func, gpointer user)
{
  Count count = { (Counting *) data, func, user };

  sl_data_each (count.counting->under, kind, count_record, &count);
}

static void
counting_children (const SlData *data, int kind, guint field, SlUid target, SlRecordFunc func, gpointer user)
{
  Count count = { (Counting *) data, func, user };

  sl_data_children (count.counting->under, kind, field, target, count_record, &count);
}

/* Each node and each link is looked at once, however many ways lead through them. */
static void
test_cost (Rules *f, gconstpointer unused)
{
  static const SlDataInterface interface
      = { .lookup = counting_lookup, .each = counting_each, .children = counting_children };
  Counting counting = { { &interface }, NULL, 0 };
  g_autoptr (GArray) ends = NULL;
  SlUid before[4] = { 0 };
  guint n_links = 0;

  for (guint layer = 0; layer < 12; layer++)
    {
      SlUid now[4];

      for (guint i = 0; i < 4; i++)
        now[i] = node (f, SL_NODE_TYPE_ENABLER);
      for (guint i = 0; layer > 0 && i < 16; i++, n_links++)
        sl_fixture_link (&f->base, before[i / 4], now[i % 4], SL_LINK_WEIGHT_CONTRIBUTING, 0);
      memcpy (before, now, sizeof now);
    }
  counting.under = sl_fixture_data (&f->base);
  ends = sl_link_ends (&counting.data, before[0], TRUE);
  g_assert_cmpuint (ends->len, ==, 48);
  g_assert_cmpuint (counting.looked_at, <=, 48 + n_links);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  RULES_TEST ("/rules/map-links/words", test_words);
  RULES_TEST ("/rules/map-links/ring", test_ring);
  RULES_TEST ("/rules/map-links/no-node", test_no_node);
  RULES_TEST ("/rules/map-links/as-a-commit", test_as_a_commit);
  RULES_TEST ("/rules/map-links/cost", test_cost);
  return g_test_run ();
}
