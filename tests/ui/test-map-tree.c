/* The rows of the outline by what they print and what was emitted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-fixture.h"

#include "ui/models/sl-map-tree.h"
#include "workspace/sl-map-acts.h"

typedef struct
{
  SlWorkspace *ws;
  SlMapTree *tree;
  GString *emitted;

} Fixture;

static SlUid
uid_of (SlWorkspace *ws, const char *code)
{
  const SlRecord *record = sl_data_by_code (sl_workspace_data (ws), code);

  g_assert_nonnull (record);
  return record->uid;
}

static void
commit (SlWorkspace *ws, SlTx *tx)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_commit (ws, tx, NULL, &error));
  g_assert_no_error (error);
}

static void
add (SlWorkspace *ws, int type, const char *title)
{
  SlTx *tx = sl_workspace_begin (ws, SL_VERB_ADD);
  g_autoptr (GError) error = NULL;

  sl_tx_add_card (tx, type, title, &error);
  g_assert_no_error (error);
  commit (ws, tx);
}

static void
join (SlWorkspace *ws, const char *from, const char *to)
{
  SlTx *tx = sl_workspace_begin (ws, SL_VERB_ADD);
  g_autoptr (GError) error = NULL;

  sl_tx_link_cards (tx, uid_of (ws, from), uid_of (ws, to), &error);
  g_assert_no_error (error);
  commit (ws, tx);
}

static void
delete_code (SlWorkspace *ws, const char *code)
{
  SlTx *tx = sl_workspace_begin (ws, SL_VERB_DELETE);
  SlUid uid = uid_of (ws, code);
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_tx_delete_from_map (tx, &uid, 1, &error));
  commit (ws, tx);
}

static void
undo (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_undo (f->ws, &error));
  g_assert_no_error (error);
}

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Fixture *f)
{
  g_string_append_printf (f->emitted, "%s%u-%u+%u", f->emitted->len > 0 ? ", " : "", position, removed, added);
}

static void
check_emitted (Fixture *f, const char *expected)
{
  g_assert_cmpstr (f->emitted->str, ==, expected);
  g_string_truncate (f->emitted, 0);
}

/* A code after a dot for each step inwards; "*" open, "+" can be opened, "=" shown again, "#" heading, "?" draft. */
static void
check_rows (Fixture *f, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f->tree)); i++)
    {
      g_autoptr (SlMapTreeRow) row = sl_map_tree_row (f->tree, i);
      const SlRecord *record = sl_data_lookup (sl_workspace_data (f->ws), sl_map_tree_row_uid (row));
      guint at;

      g_assert_true (sl_map_tree_find_row (f->tree, row, &at));
      g_assert_cmpuint (at, ==, i);
      g_string_append (text, i > 0 ? " " : "");
      for (guint d = 0; d < sl_map_tree_row_depth (row); d++)
        g_string_append_c (text, '.');
      if (sl_map_tree_row_form (row) == SL_MAP_TREE_CARD)
        g_string_append (text, sl_record_code (record));
      else
        g_string_append_c (text, sl_map_tree_row_form (row) == SL_MAP_TREE_HEADING ? '#' : '?');
      g_string_append (text, sl_map_tree_row_is_again (row) ? "=" : "");
      g_string_append (text, sl_map_tree_row_is_open (row) ? "*" : sl_map_tree_row_can_open (row) ? "+" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_null (sl_map_tree_row (f->tree, g_list_model_get_n_items (G_LIST_MODEL (f->tree))));
}

/* V1 pays for N1, that lets C1 and C2 happen, both lead to I1, that to E1, that to SP1; N2 stands alone. */
static void
set_up (Fixture *f, gconstpointer data)
{
  f->ws = ui_fixture_workspace (0);
  add (f->ws, SL_NODE_TYPE_STRATEGIC_PURPOSE, "A clean town");
  add (f->ws, SL_NODE_TYPE_END_OUTCOME, "Fewer complaints");
  add (f->ws, SL_NODE_TYPE_INTERMEDIATE_OUTCOME, "Fewer full bins");
  add (f->ws, SL_NODE_TYPE_BUSINESS_CHANGE, "Crews follow the day's round");
  add (f->ws, SL_NODE_TYPE_BUSINESS_CHANGE, "Desk answers in a day");
  add (f->ws, SL_NODE_TYPE_ENABLER, "Sensors");
  add (f->ws, SL_NODE_TYPE_ENABLER, "Leaflet");
  add (f->ws, SL_NODE_TYPE_INVESTMENT, "Sensor purchase");
  join (f->ws, "E1", "SP1");
  join (f->ws, "I1", "E1");
  join (f->ws, "C1", "I1");
  join (f->ws, "C2", "I1");
  join (f->ws, "N1", "C1");
  join (f->ws, "N1", "C2");
  join (f->ws, "V1", "N1");
  f->tree = sl_map_tree_new (f->ws);
  f->emitted = g_string_new (NULL);
  g_signal_connect (f->tree, "items-changed", G_CALLBACK (on_items_changed), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_object_unref (f->tree);
  g_object_unref (f->ws);
  g_string_free (f->emitted, TRUE);
}

static void
open_code (Fixture *f, const char *code, gboolean open)
{
  guint at;

  g_assert_true (sl_map_tree_find (f->tree, uid_of (f->ws, code), NULL, &at));
  sl_map_tree_set_open (f->tree, at, open);
}

static void
test_ways (Fixture *f, gconstpointer data)
{
  check_rows (f, "SP1* .E1* ..I1* ...C1* ....N1* .....V1 ...C2* ....N1=+ #* .N2");
  sl_map_tree_set_way (f->tree, SL_MAP_TREE_FROM_MONEY);
  check_rows (f, "V1* .N1* ..C1* ...I1* ....E1* .....SP1 ..C2* ...I1=+ #* .N2");
  check_emitted (f, "0-10+10");
  sl_map_tree_close_all (f->tree);
  check_rows (f, "V1+ #* .N2");
  sl_map_tree_set_way (f->tree, SL_MAP_TREE_FROM_PURPOSE);
  check_rows (f, "SP1+ #* .N2");
  sl_map_tree_open_all (f->tree);
  check_rows (f, "SP1* .E1* ..I1* ...C1* ....N1* .....V1 ...C2* ....N1=+ #* .N2");
}

static void
test_open (Fixture *f, gconstpointer data)
{
  open_code (f, "E1", FALSE);
  check_rows (f, "SP1* .E1+ #* .N2");
  check_emitted (f, "2-6+0");
  /* What was open beneath comes back open. */
  open_code (f, "E1", TRUE);
  check_emitted (f, "2-0+6");
  check_rows (f, "SP1* .E1* ..I1* ...C1* ....N1* .....V1 ...C2* ....N1=+ #* .N2");
  /* A card shown again opens as well. */
  sl_map_tree_set_open (f->tree, 7, TRUE);
  check_rows (f, "SP1* .E1* ..I1* ...C1* ....N1* .....V1 ...C2* ....N1=* .....V1= #* .N2");
  sl_map_tree_set_open (f->tree, 9, FALSE);
  check_rows (f, "SP1* .E1* ..I1* ...C1* ....N1* .....V1 ...C2* ....N1=* .....V1= #+");
}

static void
test_find (Fixture *f, gconstpointer data)
{
  g_autoptr (SlMapTreeRow) again = sl_map_tree_row (f->tree, 7);
  guint at;

  g_assert_true (sl_map_tree_find (f->tree, uid_of (f->ws, "N1"), NULL, &at));
  g_assert_cmpuint (at, ==, 4);
  g_assert_true (sl_map_tree_find (f->tree, uid_of (f->ws, "N1"), again, &at));
  g_assert_cmpuint (at, ==, 7);
  g_assert_true (sl_map_tree_parent (f->tree, 7, &at));
  g_assert_cmpuint (at, ==, 6);
  g_assert_false (sl_map_tree_parent (f->tree, 0, &at));
  sl_map_tree_close_all (f->tree);
  g_assert_false (sl_map_tree_find (f->tree, uid_of (f->ws, "V1"), NULL, &at));
  g_assert_true (sl_map_tree_reveal (f->tree, uid_of (f->ws, "V1"), &at));
  g_assert_cmpuint (at, ==, 5);
  check_rows (f, "SP1* .E1* ..I1* ...C1* ....N1* .....V1 ...C2+ #* .N2");
  sl_map_tree_set_open (f->tree, 7, FALSE);
  g_assert_true (sl_map_tree_reveal (f->tree, uid_of (f->ws, "N2"), &at));
  g_assert_cmpuint (at, ==, 8);
  g_assert_false (sl_map_tree_reveal (f->tree, ui_fixture_seq (f->ws), &at));
}

static void
test_edits (Fixture *f, gconstpointer data)
{
  guint before = sl_map_tree_touched (f->tree);

  ui_fixture_set (f->ws, uid_of (f->ws, "N1"), SL_MAP_NODE_TITLE, "Bin sensors");
  check_emitted (f, "");
  g_assert_cmpuint (sl_map_tree_touched (f->tree) - before, ==, 2);
  join (f->ws, "N2", "C2");
  check_emitted (f, "8-2+0, 8-0+1");
  check_rows (f, "SP1* .E1* ..I1* ...C1* ....N1* .....V1 ...C2* ....N1=+ ....N2");
  undo (f);
  check_rows (f, "SP1* .E1* ..I1* ...C1* ....N1* .....V1 ...C2* ....N1=+ #* .N2");
  g_string_truncate (f->emitted, 0);
  delete_code (f->ws, "C1");
  /* What stays beneath another is not opened by that. */
  check_rows (f, "SP1* .E1* ..I1* ...C2* ....N1+ #* .N2");
  undo (f);
  check_rows (f, "SP1* .E1* ..I1* ...C1* ....N1* .....V1 ...C2* ....N1=+ #* .N2");
}

/* Another type is another place; a dropped card is none. */
static void
test_moves (Fixture *f, gconstpointer data)
{
  ui_fixture_set (f->ws, uid_of (f->ws, "I1"), SL_MAP_NODE_STATUS, "dropped");
  check_rows (f, "SP1* .E1 #* .C1* ..N1* ...V1 .C2* ..N1=+ .N2");
  undo (f);
  check_rows (f, "SP1* .E1* ..I1* ...C1* ....N1* .....V1 ...C2* ....N1=+ #* .N2");
  ui_fixture_set (f->ws, uid_of (f->ws, "N2"), SL_MAP_NODE_TYPE, "strategic_purpose");
  check_rows (f, "SP1* .E1* ..I1* ...C1* ....N1* .....V1 ...C2* ....N1=+ N2");
  add (f->ws, SL_NODE_TYPE_INVESTMENT, "Leaflet print");
  check_rows (f, "SP1* .E1* ..I1* ...C1* ....N1* .....V1 ...C2* ....N1=+ N2 #* .V2");
}

static void
test_draft (Fixture *f, gconstpointer data)
{
  guint at;

  sl_map_tree_begin_draft (f->tree, 5, &at);
  g_assert_cmpuint (at, ==, 6);
  g_assert_cmpint (sl_map_tree_draft_above (f->tree), ==, uid_of (f->ws, "V1"));
  check_rows (f, "SP1* .E1* ..I1* ...C1* ....N1* .....V1* ......? ...C2* ....N1=+ #* .N2");
  /* It stays where it is while others edit. */
  delete_code (f->ws, "N2");
  check_rows (f, "SP1* .E1* ..I1* ...C1* ....N1* .....V1* ......? ...C2* ....N1=+");
  sl_map_tree_begin_draft (f->tree, 0, &at);
  check_rows (f, "SP1* .E1* ..I1* ...C1* ....N1* .....V1 ...C2* ....N1=+ .?");
  add (f->ws, SL_NODE_TYPE_END_OUTCOME, "More recycled");
  join (f->ws, "E2", "SP1");
  check_rows (f, "SP1* .E1* ..I1* ...C1* ....N1* .....V1 ...C2* ....N1=+ .E2 .?");
  g_assert_true (sl_map_tree_end_draft (f->tree));
  g_assert_false (sl_map_tree_end_draft (f->tree));
  sl_map_tree_begin_draft (f->tree, G_MAXUINT, &at);
  g_assert_cmpuint (at, ==, 0);
  g_assert_cmpint (sl_map_tree_draft_above (f->tree), ==, SL_UID_NONE);
}

static void
test_text (Fixture *f, gconstpointer data)
{
  g_autofree char *text = sl_map_tree_dup_text (f->tree, 2), *loose = NULL;

  g_assert_cmpstr (text, ==,
                   "I1\tIntermediate outcome\tFewer full bins\tPlanned\t\tContributing\t0\n"
                   "C1\tBusiness change\t  Crews follow the day's round\tPlanned\t\tContributing\t0\n"
                   "N1\tEnabler\t    Sensors\tPlanned\t\tContributing\t0\n"
                   "V1\tInvestment\t      Sensor purchase\tPlanned\t\tContributing\t0\n"
                   "C2\tBusiness change\t  Desk answers in a day\tPlanned\t\tContributing\t0\n"
                   "N1\tEnabler\t    Sensors\tPlanned\t\tContributing\t0\n");
  loose = sl_map_tree_dup_text (f->tree, 8);
  g_assert_cmpstr (loose, ==, "N2\tEnabler\tLeaflet\tPlanned\t\n");
}

static void
test_findings (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = sl_workspace_check (f->ws);
  g_autoptr (SlMapTreeRow) loose = sl_map_tree_row (f->tree, 9);
  guint n = 0;

  g_assert_cmpuint (sl_map_tree_row_findings (loose), ==, 0);
  sl_map_tree_set_findings (f->tree, findings);
  for (guint i = 0; i < findings->len; i++)
    n += ((SlFinding *) findings->pdata[i])->uid == uid_of (f->ws, "N2");
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (sl_map_tree_row_findings (loose), ==, n);
}

/* A title changed in a map of 5,000 cards touches its row and no other; nothing closed is read. */
static void
test_large (Fixture *f, gconstpointer data)
{
  SlTx *tx = sl_workspace_begin (f->ws, SL_VERB_ADD);
  g_autoptr (SlMapTree) tree = NULL;
  g_autoptr (GError) error = NULL;
  guint before, at;

  for (guint i = 0; i < 2500; i++)
    {
      g_autofree char *title = g_strdup_printf ("Change %u", i);
      SlUid change = sl_tx_add_card (tx, SL_NODE_TYPE_BUSINESS_CHANGE, title, &error);
      SlUid enabler = sl_tx_add_card (tx, SL_NODE_TYPE_ENABLER, title, &error);

      sl_tx_link_cards (tx, change, uid_of (f->ws, "I1"), &error);
      sl_tx_link_cards (tx, enabler, change, &error);
      g_assert_no_error (error);
    }
  commit (f->ws, tx);
  tree = sl_map_tree_new (f->ws);
  g_assert_cmpuint (sl_map_tree_touched (tree), ==, 3);
  g_assert_true (sl_map_tree_reveal (tree, uid_of (f->ws, "N2000"), &at));
  before = sl_map_tree_touched (tree);
  ui_fixture_set (f->ws, uid_of (f->ws, "N2000"), SL_MAP_NODE_TITLE, "Another title");
  g_assert_cmpuint (sl_map_tree_touched (tree) - before, ==, 1);
  sl_map_tree_open_all (tree);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tree)), ==, 5010);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name) g_test_add ("/map-tree/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  TEST (ways);
  TEST (open);
  TEST (find);
  TEST (edits);
  TEST (moves);
  TEST (draft);
  TEST (text);
  TEST (findings);
  TEST (large);
  return g_test_run ();
}
