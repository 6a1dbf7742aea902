/* The map edited by hand: each act one change, and the way back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workspace/sl-map-acts.h"

#include "base/sl-error.h"
#include "workspace-fixture.h"

static SlUid
add (Fixture *f, int type, const char *title)
{
  SlTx *tx = sl_workspace_begin (f->ws, SL_VERB_ADD);
  g_autoptr (GError) error = NULL;
  SlUid uid = sl_tx_add_card (tx, type, title, &error);

  g_assert_no_error (error);
  g_assert_true (sl_workspace_commit (f->ws, tx, NULL, &error));
  g_assert_no_error (error);
  return uid;
}

static SlUid
join (Fixture *f, SlUid from, SlUid to, int code)
{
  SlTx *tx = sl_workspace_begin (f->ws, SL_VERB_ADD);
  g_autoptr (GError) error = NULL;
  SlUid uid = sl_tx_link_cards (tx, from, to, &error);

  g_assert_no_error (error);
  g_assert_true (sl_workspace_commit (f->ws, tx, NULL, &error) == (code < 0));
  if (code >= 0)
    g_assert_error (error, SL_ERROR, code);
  return uid;
}

static void
commit (Fixture *f, SlTx *tx)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_commit (f->ws, tx, NULL, &error));
  g_assert_no_error (error);
}

static void
undo (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_undo (f->ws, &error));
  g_assert_no_error (error);
}

static guint
count (Fixture *f, int kind)
{
  return sl_data_count (sl_workspace_data (f->ws), kind);
}

static const SlMapNode *
node (Fixture *f, SlUid uid)
{
  return SL_AS (MAP_NODE, sl_data_lookup (sl_workspace_data (f->ws), uid));
}

static void
test_add (Fixture *f, gconstpointer unused)
{
  g_autoptr (SlTx) tx = sl_workspace_begin (f->ws, SL_VERB_ADD);
  g_autoptr (GError) error = NULL;
  SlUid uid = add (f, SL_NODE_TYPE_ENABLER, "  Route\noptimiser ");

  g_assert_cmpstr (node (f, uid)->code, ==, "N1");
  g_assert_cmpstr (node (f, uid)->title, ==, "Route optimiser");
  g_assert_cmpint (node (f, uid)->status, ==, SL_NODE_STATUS_PLANNED);
  g_assert_cmpint (sl_tx_add_card (tx, SL_NODE_TYPE_ENABLER, " \n", &error), ==, SL_UID_NONE);
  g_assert_error (error, SL_ERROR, SL_ERROR_VALUE);
}

static void
test_link (Fixture *f, gconstpointer unused)
{
  SlUid v = add (f, SL_NODE_TYPE_INVESTMENT, "Money"), n = add (f, SL_NODE_TYPE_ENABLER, "Thing");
  SlUid e = add (f, SL_NODE_TYPE_END_OUTCOME, "More"), edge = join (f, v, n, -1);
  const SlMapEdge *link = SL_AS (MAP_EDGE, sl_data_lookup (sl_workspace_data (f->ws), edge));

  g_assert_cmpint (link->weight, ==, SL_LINK_WEIGHT_CONTRIBUTING);
  g_assert_cmpint (link->evidence, ==, 0);
  join (f, v, n, SL_ERROR_STRUCTURE);
  join (f, n, n, SL_ERROR_STRUCTURE);
  join (f, v, e, SL_ERROR_RULE);
  g_assert_cmpuint (count (f, SL_KIND_MAP_EDGE), ==, 1);
  undo (f);
  g_assert_cmpuint (count (f, SL_KIND_MAP_EDGE), ==, 0);
}

static void
test_place (Fixture *f, gconstpointer unused)
{
  SlUid a = add (f, SL_NODE_TYPE_ENABLER, "A"), b = add (f, SL_NODE_TYPE_ENABLER, "B");
  SlTx *tx = sl_workspace_begin (f->ws, SL_VERB_EDIT);

  g_assert_true (sl_tx_place_card (tx, a, 90.4, -120.6, NULL));
  commit (f, tx);
  g_assert_cmpint (node (f, a)->x, ==, 90);
  g_assert_cmpint (node (f, a)->y, ==, -121);
  tx = sl_workspace_begin (f->ws, SL_VERB_EDIT);
  g_assert_false (sl_tx_place_card (tx, b, 0, 1e7, NULL));
  sl_tx_free (tx);
  tx = sl_workspace_begin (f->ws, SL_VERB_EDIT);
  g_assert_true (sl_tx_release_cards (tx, NULL));
  commit (f, tx);
  g_assert_cmpint (node (f, a)->x, ==, SL_INT_NONE);
  g_assert_cmpint (node (f, a)->y, ==, SL_INT_NONE);
  undo (f);
  g_assert_cmpint (node (f, a)->y, ==, -121);
  undo (f);
  g_assert_cmpint (node (f, a)->y, ==, SL_INT_NONE);
}

/* The code stays; the place does not; links have to fit. */
static void
test_retype (Fixture *f, gconstpointer unused)
{
  SlUid v = add (f, SL_NODE_TYPE_INVESTMENT, "Money"), n = add (f, SL_NODE_TYPE_ENABLER, "Thing");
  SlTx *tx;
  g_autoptr (GError) error = NULL;

  join (f, v, n, -1);
  tx = sl_workspace_begin (f->ws, SL_VERB_EDIT);
  g_assert_true (sl_tx_place_card (tx, n, 10, 20, NULL));
  commit (f, tx);
  tx = sl_workspace_begin (f->ws, SL_VERB_EDIT);
  g_assert_true (sl_tx_retype_cards (tx, &n, 1, SL_NODE_TYPE_BUSINESS_CHANGE, NULL));
  commit (f, tx);
  g_assert_cmpstr (node (f, n)->code, ==, "N1");
  g_assert_cmpint (node (f, n)->type, ==, SL_NODE_TYPE_BUSINESS_CHANGE);
  g_assert_cmpint (node (f, n)->y, ==, SL_INT_NONE);
  tx = sl_workspace_begin (f->ws, SL_VERB_EDIT);
  g_assert_true (sl_tx_retype_cards (tx, &n, 1, SL_NODE_TYPE_END_OUTCOME, NULL));
  g_assert_false (sl_workspace_commit (f->ws, tx, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_RULE);
}

/* With everything at them, in one step, and back in one. */
static void
test_delete (Fixture *f, gconstpointer unused)
{
  SlUid v = add (f, SL_NODE_TYPE_INVESTMENT, "Money"), n = add (f, SL_NODE_TYPE_ENABLER, "Thing");
  SlUid c = add (f, SL_NODE_TYPE_BUSINESS_CHANGE, "Change"), one = join (f, v, n, -1), two = join (f, n, c, -1);
  SlTx *tx = sl_workspace_begin (f->ws, SL_VERB_DELETE);
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_tx_delete_from_map (tx, (const SlUid[]){ n, one, v }, 3, NULL));
  commit (f, tx);
  g_assert_cmpuint (count (f, SL_KIND_MAP_NODE), ==, 1);
  g_assert_cmpuint (count (f, SL_KIND_MAP_EDGE), ==, 0);
  undo (f);
  g_assert_cmpuint (count (f, SL_KIND_MAP_NODE), ==, 3);
  g_assert_cmpuint (count (f, SL_KIND_MAP_EDGE), ==, 2);
  tx = sl_workspace_begin (f->ws, SL_VERB_DELETE);
  g_assert_true (sl_tx_delete_from_map (tx, &two, 1, NULL));
  commit (f, tx);
  g_assert_cmpuint (count (f, SL_KIND_MAP_NODE), ==, 3);
  g_assert_cmpuint (count (f, SL_KIND_MAP_EDGE), ==, 1);
  tx = sl_workspace_begin (f->ws, SL_VERB_DELETE);
  g_assert_false (sl_tx_delete_from_map (tx, &two, 1, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_NOT_FOUND);
  sl_tx_free (tx);
}

static gboolean
take_edge (const SlRecord *record, gpointer data)
{
  *(const SlMapEdge **) data = SL_AS (MAP_EDGE, record);
  return TRUE;
}

/* Cut: what was copied outlives what it was copied from. */
static void
test_copy (Fixture *f, gconstpointer unused)
{
  SlUid v = add (f, SL_NODE_TYPE_INVESTMENT, "Money"), n = add (f, SL_NODE_TYPE_ENABLER, "Thing");
  SlUid c = add (f, SL_NODE_TYPE_BUSINESS_CHANGE, "Change"), one = join (f, v, n, -1);
  g_autoptr (SlMapCopy) copy = NULL;
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (SlUid));
  const SlMapEdge *link = NULL;
  SlTx *tx;

  join (f, n, c, -1);
  fixture_set (f->ws, n, SL_MAP_NODE_STATUS, "planned");
  fixture_set (f->ws, n, SL_MAP_NODE_OWNER, "Bob");
  fixture_set (f->ws, one, SL_MAP_EDGE_WEIGHT, "essential");
  fixture_set (f->ws, one, SL_MAP_EDGE_EVIDENCE, "3");
  fixture_set (f->ws, one, SL_MAP_EDGE_RATIONALE, "It pays for it");
  copy = sl_map_copy_new (sl_workspace_data (f->ws), (const SlUid[]){ v, n, v, one }, 4);
  g_assert_cmpuint (sl_map_copy_count (copy), ==, 2);
  g_assert_cmpstr (sl_map_copy_nth (copy, 1)->title, ==, "Thing");
  tx = sl_workspace_begin (f->ws, SL_VERB_DELETE);
  g_assert_true (sl_tx_delete_from_map (tx, (const SlUid[]){ v, n }, 2, NULL));
  commit (f, tx);
  tx = sl_workspace_begin (f->ws, SL_VERB_PASTE);
  g_assert_true (sl_tx_paste_cards (tx, copy, made, NULL));
  commit (f, tx);
  g_assert_cmpuint (made->len, ==, 2);
  g_assert_cmpstr (node (f, g_array_index (made, SlUid, 0))->code, ==, "V2");
  g_assert_cmpstr (node (f, g_array_index (made, SlUid, 1))->code, ==, "N2");
  g_assert_cmpint (node (f, g_array_index (made, SlUid, 1))->owner, ==, f->bob);
  g_assert_cmpuint (count (f, SL_KIND_MAP_EDGE), ==, 1);
  sl_data_each (sl_workspace_data (f->ws), SL_KIND_MAP_EDGE, take_edge, &link);
  g_assert_cmpint (link->from, ==, g_array_index (made, SlUid, 0));
  g_assert_cmpint (link->to, ==, g_array_index (made, SlUid, 1));
  g_assert_cmpint (link->weight, ==, SL_LINK_WEIGHT_ESSENTIAL);
  g_assert_cmpint (link->evidence, ==, 0);
  g_assert_cmpstr (link->rationale, ==, "It pays for it");
}

static void
test_delivered (Fixture *f, gconstpointer unused)
{
  SlUid n = add (f, SL_NODE_TYPE_ENABLER, "Thing");
  g_autoptr (SlMapCopy) copy = NULL;
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (SlUid));
  SlTx *tx;

  fixture_set (f->ws, n, SL_MAP_NODE_PLANNED, "2026-05-01");
  fixture_set (f->ws, n, SL_MAP_NODE_ACTUAL, "2026-05-02");
  fixture_set (f->ws, n, SL_MAP_NODE_STATUS, "delivered");
  copy = sl_map_copy_new (sl_workspace_data (f->ws), &n, 1);
  tx = sl_workspace_begin (f->ws, SL_VERB_PASTE);
  g_assert_true (sl_tx_paste_cards (tx, copy, made, NULL));
  commit (f, tx);
  n = g_array_index (made, SlUid, 0);
  g_assert_cmpint (node (f, n)->status, ==, SL_NODE_STATUS_PLANNED);
  g_assert_cmpint (node (f, n)->actual, ==, SL_DATE_NONE);
  assert_field (f->ws, n, SL_MAP_NODE_PLANNED, "2026-05-01");
}

#define TEST(name, func) g_test_add ("/workspace/map-acts/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("add", test_add);
  TEST ("link", test_link);
  TEST ("place", test_place);
  TEST ("retype", test_retype);
  TEST ("delete", test_delete);
  TEST ("copy", test_copy);
  TEST ("delivered", test_delivered);
  return g_test_run ();
}
