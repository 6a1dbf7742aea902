/* The status of the map after an edit is that of the map judged as a whole, and few nodes are judged for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sl-seed.h"
#include "insight/sl-map-status.h"
#include "resources/sl-resources.h"
#include "store/sl-place.h"
#include "workspace/sl-workspace.h"

typedef struct
{
  SlWorkspace *ws;
  GRand *rand;
} Case;

static void
set_up (Case *self, gconstpointer unused)
{
  g_autoptr (SlStore) store = sl_memory_store_new ();
  g_autoptr (GError) error = NULL;

  self->ws = sl_workspace_new (store);
  self->rand = g_rand_new_with_seed (5);
  g_assert_true (sl_workspace_open (self->ws, NULL, &error));
  g_assert_true (sl_seed_sample (self->ws, &error));
}

static void
tear_down (Case *self, gconstpointer unused)
{
  sl_workspace_close (self->ws);
  g_object_unref (self->ws);
  g_rand_free (self->rand);
}

static void
assert_same (const SlNodeStatus *a, const SlNodeStatus *b)
{
  g_assert_cmpint (a->uid, ==, b->uid);
  g_assert_cmpint (a->type, ==, b->type);
  g_assert_cmpint (a->negative, ==, b->negative);
  g_assert_cmpuint (a->tests, ==, b->tests);
  g_assert_cmpuint (a->failed, ==, b->failed);
  g_assert_cmpuint (a->faults, ==, b->faults);
  g_assert_cmpint (a->strength, ==, b->strength);
  g_assert_cmpint (a->strength_needed, ==, b->strength_needed);
  g_assert_cmpint (a->strength_from, ==, b->strength_from);
  g_assert_cmpint (a->slip_days, ==, b->slip_days);
  g_assert_cmpint (a->schedule, ==, b->schedule);
  g_assert_cmpint (a->level, ==, b->level);
  g_assert_cmpint (a->culprit, ==, b->culprit);
  g_assert_cmpint (a->via, ==, b->via);
}

/* Returns how many nodes were judged for the last edit. */
static guint
check (Case *self)
{
  SlView view = sl_workspace_view (self->ws);
  guint before = sl_workspace_derivations (self->ws);
  const SlMapStatus *map = sl_workspace_map_status (self->ws);
  guint judged = sl_workspace_derivations (self->ws) - before;
  g_autoptr (SlMapStatus) whole = sl_map_status_new (&view);
  SlCoverage a, b;

  g_assert_cmpuint (sl_map_status_count (map), ==, sl_map_status_count (whole));
  for (guint i = 0; i < sl_map_status_count (whole); i++)
    assert_same (sl_map_status_nth (map, i), sl_map_status_nth (whole, i));
  sl_map_status_coverage (map, SL_UID_NONE, &a);
  sl_map_status_coverage (whole, SL_UID_NONE, &b);
  g_assert_cmpuint (a.complete, ==, b.complete);
  g_assert_cmpint (a.funded, ==, b.funded);
  g_assert_cmpint (a.invested, ==, b.invested);
  g_assert_cmpuint (judged, <=, sl_map_status_count (whole));
  return judged;
}

/* --- Any edit ----------------------------------------------------------------------------------------------------- */

static gboolean
collect (const SlRecord *record, gpointer data)
{
  g_array_append_val ((GArray *) data, record->uid);
  return TRUE;
}

static SlUid
any (Case *self, int kind)
{
  g_autoptr (GArray) uids = g_array_new (FALSE, FALSE, sizeof (SlUid));

  sl_data_each (sl_workspace_data (self->ws), kind, collect, uids);
  return uids->len > 0 ? g_array_index (uids, SlUid, g_rand_int_range (self->rand, 0, (gint32) uids->len)) : SL_UID_NONE;
}

/* What may be changed of records that stand; dates lie around the day of the sample. */
static const struct
{
  int kind;
  guint field;
} fields[] = {
  { SL_KIND_MAP_NODE, SL_MAP_NODE_STATUS },     { SL_KIND_MAP_NODE, SL_MAP_NODE_PLANNED },
  { SL_KIND_MAP_NODE, SL_MAP_NODE_FORECAST },   { SL_KIND_MAP_NODE, SL_MAP_NODE_POLARITY },
  { SL_KIND_MAP_NODE, SL_MAP_NODE_OWNER },      { SL_KIND_MAP_NODE, SL_MAP_NODE_TYPE },
  { SL_KIND_MAP_NODE, SL_MAP_NODE_PROJECT },    { SL_KIND_MAP_NODE, SL_MAP_NODE_BUDGET },
  { SL_KIND_MAP_EDGE, SL_MAP_EDGE_WEIGHT },     { SL_KIND_MAP_EDGE, SL_MAP_EDGE_EVIDENCE },
  { SL_KIND_RISK, SL_RISK_STATE },              { SL_KIND_RISK_ASSESSMENT, SL_RISK_ASSESSMENT_PROBABILITY },
  { SL_KIND_RISK_ASSESSMENT, SL_RISK_ASSESSMENT_IMPACT_COST },
  { SL_KIND_ISSUE, SL_ISSUE_STATE },            { SL_KIND_ISSUE, SL_ISSUE_IMPACT_TIME },
  { SL_KIND_PERSON, SL_PERSON_ACTIVE_TO },      { SL_KIND_MEASURE, SL_MEASURE_NODE },
  { SL_KIND_GATE, SL_GATE_NUMBER },             { SL_KIND_RISK_NODE, SL_RISK_NODE_NODE },
};

static SlValue
any_value (Case *self, const SlField *field)
{
  switch (field->type)
    {
    case SL_TYPE_ENUM:
      return SL_VALUE_ENUM (g_rand_int_range (self->rand, 1, 7));
    case SL_TYPE_DATE:
      return SL_VALUE_DATE (sl_workspace_as_of (self->ws) + g_rand_int_range (self->rand, -200, 200));
    case SL_TYPE_REF:
      return SL_VALUE_REF (any (self, field->ref));
    case SL_TYPE_MONEY:
      return SL_VALUE_MONEY (g_rand_int_range (self->rand, 0, 100000));
    default:
      return SL_VALUE_INT (g_rand_int_range (self->rand, 0, 6));
    }
}

static gboolean
make (Case *self, SlTx *tx)
{
  static const struct
  {
    int kind;
    guint from, to;
  } pairs[] = { { SL_KIND_MAP_EDGE, SL_MAP_EDGE_FROM, SL_MAP_EDGE_TO },
                { SL_KIND_RISK_NODE, SL_RISK_NODE_RISK, SL_RISK_NODE_NODE },
                { SL_KIND_ISSUE_NODE, SL_ISSUE_NODE_ISSUE, SL_ISSUE_NODE_NODE } };
  guint i = (guint) g_rand_int_range (self->rand, 0, G_N_ELEMENTS (pairs));
  SlUid uid = sl_tx_create (tx, pairs[i].kind);
  const SlKind *kind = sl_kind_get (pairs[i].kind);

  return sl_tx_set (tx, uid, pairs[i].from, &SL_VALUE_REF (any (self, kind->fields[pairs[i].from].ref)), NULL)
         && sl_tx_set (tx, uid, pairs[i].to, &SL_VALUE_REF (any (self, kind->fields[pairs[i].to].ref)), NULL);
}

/* FALSE: it is refused, and nothing changed. */
static gboolean
edit (Case *self)
{
  static const int gone[] = { SL_KIND_MAP_EDGE, SL_KIND_RISK_NODE, SL_KIND_MEASURE, SL_KIND_MAP_NODE, SL_KIND_RISK };
  int what = g_rand_int_range (self->rand, 0, 10);
  SlTx *tx;
  gboolean ready;

  if (what == 0)
    return sl_workspace_undo (self->ws, NULL);
  if (what == 1)
    return sl_workspace_redo (self->ws, NULL);
  tx = sl_workspace_begin (self->ws, SL_VERB_EDIT);
  if (what == 2)
    ready = sl_tx_delete (tx, any (self, gone[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (gone))]), NULL);
  else if (what <= 4)
    ready = make (self, tx);
  else
    {
      guint i = (guint) g_rand_int_range (self->rand, 0, G_N_ELEMENTS (fields));
      SlValue value = any_value (self, &sl_kind_get (fields[i].kind)->fields[fields[i].field]);

      ready = sl_tx_set (tx, any (self, fields[i].kind), fields[i].field, &value, NULL);
    }
  if (!ready)
    {
      sl_tx_free (tx);
      return FALSE;
    }
  return sl_workspace_commit (self->ws, tx, "Test", NULL);
}

static void
test_any_edit (Case *self, gconstpointer unused)
{
  guint n = g_test_slow () ? 5000 : 400, done = 0, judged = 0;

  check (self);
  for (guint i = 0; i < n; i++)
    {
      if (!edit (self))
        continue;
      done++;
      /* Several edits may come before anyone asks. */
      if (g_rand_int_range (self->rand, 0, 4) > 0)
        judged += check (self);
    }
  judged += check (self);
  g_test_message ("%u edits of %u, %u nodes judged, %u in the end", done, n, judged,
                  sl_map_status_count (sl_workspace_map_status (self->ws)));
  g_assert_cmpuint (done, >, n / 4);
  g_assert_cmpuint (judged, >, 0);
  g_assert_cmpuint (judged, <, done * 12);
}

/* --- Counts ------------------------------------------------------------------------------------------------------- */

static SlUid
uid_of (Case *self, const char *code)
{
  return sl_data_by_code (sl_workspace_data (self->ws), code)->uid;
}

static guint
judged_after (Case *self, SlUid uid, guint field, SlValue value)
{
  SlTx *tx = sl_workspace_begin (self->ws, SL_VERB_EDIT);
  g_autoptr (GError) error = NULL;

  check (self);
  g_assert_true (sl_tx_set (tx, uid, field, &value, &error));
  g_assert_true (sl_workspace_commit (self->ws, tx, "Test", &error));
  g_assert_no_error (error);
  return check (self);
}

/* Of 29 nodes: none for words and places, the purpose and its neighbours for its own facts. */
static void
test_counts (Case *self, gconstpointer unused)
{
  SlUid purpose = uid_of (self, "SP2");

  g_assert_cmpuint (judged_after (self, purpose, SL_MAP_NODE_TITLE, SL_VALUE_TEXT ("A better city")), ==, 0);
  g_assert_cmpuint (judged_after (self, purpose, SL_MAP_NODE_Y, SL_VALUE_INT (100)), ==, 0);
  g_assert_cmpuint (judged_after (self, purpose, SL_MAP_NODE_PLANNED, SL_VALUE_DATE (sl_workspace_as_of (self->ws))), >, 0);
  g_assert_cmpuint (judged_after (self, purpose, SL_MAP_NODE_PLANNED, SL_VALUE_DATE (sl_workspace_as_of (self->ws) + 9)), <, 8);
}

#define ADD(path, func) g_test_add ("/workspace/map-follow/" path, Case, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sl_resources_init ();
  ADD ("any-edit", test_any_edit);
  ADD ("counts", test_counts);
  return g_test_run ();
}
