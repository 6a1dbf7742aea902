/* What people own in columns and words, and the choices of who takes over; no display needed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-fixture.h"

#include "base/sl-error.h"
#include "ui/models/sl-grid-model.h"
#include "ui/models/sl-leaving-model.h"
#include "ui/models/sl-owned-words.h"
#include "ui/models/sl-person-columns.h"

#include <string.h>

/* Ada acts; Bilal owns three draft risks, an action on one of them, and manages a project. */
typedef struct
{
  SlWorkspace *ws;
  SlUid ada, bilal, cat, zoe, project, risks[3], action;
} Owned;

static SlUid
person (Owned *o, const char *code)
{
  return sl_data_by_code (sl_workspace_data (o->ws), code)->uid;
}

static SlUid
add (Owned *o, int kind, guint title, const char *text, guint field, SlUid ref)
{
  SlTx *tx = sl_workspace_begin (o->ws, SL_VERB_ADD);
  SlUid uid = sl_tx_create (tx, kind);
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_tx_set (tx, uid, title, &SL_VALUE_TEXT (text), &error));
  g_assert_true (sl_tx_set (tx, uid, field, &SL_VALUE_REF (ref), &error));
  g_assert_true (sl_workspace_commit (o->ws, tx, NULL, &error));
  g_assert_no_error (error);
  return uid;
}

static void
set_up (Owned *o, gconstpointer unused)
{
  o->ws = ui_fixture_workspace (0);
  o->ada = person (o, "P-01");
  o->bilal = person (o, "P-02");
  o->cat = person (o, "P-03");
  o->zoe = person (o, "P-06");
  for (guint i = 0; i < G_N_ELEMENTS (o->risks); i++)
    {
      g_autofree char *title = g_strdup_printf ("Thing %u goes wrong", i + 1);

      o->risks[i] = add (o, SL_KIND_RISK, SL_RISK_TITLE, title, SL_RISK_OWNER, o->bilal);
    }
  o->action = add (o, SL_KIND_ACTION, SL_ACTION_TITLE, "Mend it", SL_ACTION_RISK, o->risks[0]);
  ui_fixture_set (o->ws, o->action, SL_ACTION_OWNER, "P-02");
  ui_fixture_set (o->ws, o->action, SL_ACTION_DUE, "2026-07-28");
  o->project = add (o, SL_KIND_PROJECT, SL_PROJECT_NAME, "Bins", SL_PROJECT_MANAGER, o->bilal);
}

static void
tear_down (Owned *o, gconstpointer unused)
{
  sl_workspace_close (o->ws);
  g_clear_object (&o->ws);
}

static SlLeavingRow *
row (SlLeavingModel *model, guint n)
{
  g_autoptr (SlLeavingRow) item = g_list_model_get_item (G_LIST_MODEL (model), n);

  g_assert_nonnull (item);
  return item;
}

static guint
n_rows (SlLeavingModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

static void
assert_statement (SlLeavingModel *model, const char *expected)
{
  g_autofree char *statement = sl_leaving_model_dup_statement (model);

  g_assert_cmpstr (statement, ==, expected);
}

static void
assert_obstacle (SlLeavingModel *model, const char *reason, const char *expected)
{
  g_autofree char *obstacle = sl_leaving_model_dup_obstacle (model, reason);

  g_assert_cmpstr (obstacle, ==, expected);
}

/* --- In words ----------------------------------------------------------------------------------------------------- */

/* Kinds stand together; within one what is due first stands in front. */
static void
test_rows (Owned *o, gconstpointer unused)
{
  g_autoptr (SlLeavingModel) model = sl_leaving_model_new (o->ws, o->bilal);
  SlView view = sl_workspace_view (o->ws);
  GString *s = g_string_new (NULL);

  for (guint i = 0; i < n_rows (model); i++)
    {
      const SlOwned *owned = sl_leaving_row_owned (row (model, i));
      g_autofree char *title = sl_owned_dup_title (view.data, owned), *facts = sl_owned_dup_facts (&view, owned);

      g_string_append_printf (s, "%u %s (%s)\n", sl_leaving_row_heads (row (model, i)), title, facts);
    }
  g_assert_cmpstr (s->str, ==,
                   "1 PRJ-001  Bins (Manager · Not started)\n"
                   "3 R-001  Thing 1 goes wrong (Draft)\n"
                   "0 R-002  Thing 2 goes wrong (Draft)\n"
                   "0 R-003  Thing 3 goes wrong (Draft)\n"
                   "1 A-01  Mend it (Planned · 3 days late)\n");
  g_string_free (s, TRUE);
}

static void
test_due_first (Owned *o, gconstpointer unused)
{
  SlUid later = add (o, SL_KIND_ACTION, SL_ACTION_TITLE, "Paint it", SL_ACTION_RISK, o->risks[0]);
  SlUid sooner = add (o, SL_KIND_ACTION, SL_ACTION_TITLE, "Buy paint", SL_ACTION_RISK, o->risks[0]);
  g_autoptr (GArray) owned = NULL;
  SlView view;

  ui_fixture_set (o->ws, later, SL_ACTION_OWNER, "P-02");
  ui_fixture_set (o->ws, sooner, SL_ACTION_OWNER, "P-02");
  ui_fixture_set (o->ws, sooner, SL_ACTION_DUE, "2026-07-20");
  view = sl_workspace_view (o->ws);
  owned = sl_owned_in_order (&view, o->bilal);
  g_assert_cmpuint (owned->len, ==, 7);
  g_assert_cmpuint (sl_owned_count_kind (owned, 4), ==, 3);
  g_assert_cmpint (g_array_index (owned, SlOwned, 4).uid, ==, sooner);
  g_assert_cmpint (g_array_index (owned, SlOwned, 5).uid, ==, o->action);
  g_assert_cmpint (g_array_index (owned, SlOwned, 6).uid, ==, later); /* due nowhen */
}

/* --- Choosing ----------------------------------------------------------------------------------------------------- */

static void
test_choosing (Owned *o, gconstpointer unused)
{
  g_autoptr (SlLeavingModel) model = sl_leaving_model_new (o->ws, o->bilal);

  g_assert_cmpint (sl_leaving_model_last_day (model), ==, sl_date_from_iso ("2026-07-31"));
  assert_statement (model, "The last day of Bilal Brook is 31 Jul 2026. 5 things are taken over by nobody yet: gaps from 1 Aug 2026 on.");
  sl_leaving_model_set_row (model, row (model, 4), o->ada);
  sl_leaving_model_set_all (model, o->cat);
  g_assert_cmpint (sl_leaving_row_successor (row (model, 0)), ==, o->cat);
  g_assert_cmpint (sl_leaving_row_successor (row (model, 4)), ==, o->ada); /* chosen for itself */
  sl_leaving_model_set_row (model, row (model, 0), SL_UID_NONE);
  sl_leaving_model_set_last_day (model, sl_date_from_iso ("2026-07-30"));
  g_assert_cmpuint (sl_leaving_model_n_handed (model), ==, 4);
  assert_statement (model, "The last day of Bilal Brook was 30 Jul 2026. 3 things pass to Cat Cole. 1 thing passes to Ada Abbot. "
                           "1 thing stays without an owner: a gap until somebody takes it on.");
  sl_leaving_model_set_all (model, SL_UID_NONE);
  g_assert_cmpuint (sl_leaving_model_n_handed (model), ==, 1);
  g_assert_cmpint (ui_fixture_seq (o->ws), ==, 8); /* nothing was written by choosing */
}

static void
test_obstacles (Owned *o, gconstpointer unused)
{
  g_autoptr (SlLeavingModel) model = sl_leaving_model_new (o->ws, o->bilal);

  assert_obstacle (model, "", NULL);
  sl_leaving_model_set_last_day (model, SL_DATE_NONE);
  assert_obstacle (model, "", "The last day is a date, for example 14 Aug 2026");
  sl_leaving_model_set_last_day (model, sl_date_from_iso ("2023-12-31"));
  assert_obstacle (model, "", "The last day lies before the first");
  sl_leaving_model_set_last_day (model, sl_date_from_iso ("2026-08-14"));
  sl_leaving_model_set_all (model, o->cat);
  assert_obstacle (model, " \n", "Owners change hands: give a reason, in one line");
  assert_obstacle (model, "A new post", NULL);
  /* Cat leaves first: she was fine until the day was moved. */
  ui_fixture_set (o->ws, o->cat, SL_PERSON_ACTIVE_TO, "2026-08-20");
  assert_obstacle (model, "A new post", NULL);
  sl_leaving_model_set_last_day (model, sl_date_from_iso ("2026-08-20"));
  assert_obstacle (model, "A new post", "Cat Cole is not active then: choose somebody else");
  g_assert_false (sl_leaving_model_may_succeed (model, o->cat));
  g_assert_false (sl_leaving_model_may_succeed (model, o->bilal));
  g_assert_false (sl_leaving_model_may_succeed (model, o->zoe));
  g_assert_true (sl_leaving_model_may_succeed (model, o->ada));
}

/* Nothing to do is told, not done. */
static void
test_nothing_to_do (Owned *o, gconstpointer unused)
{
  g_autoptr (SlLeavingModel) model = sl_leaving_model_new (o->ws, o->zoe);

  g_assert_cmpuint (n_rows (model), ==, 0);
  assert_statement (model, "The last day of Zoë Zander was 31 Dec 2025. Nothing has to be handed over.");
  assert_obstacle (model, "", "Nothing changes yet: choose who takes over, or another last day");
  sl_leaving_model_set_last_day (model, sl_date_from_iso ("2025-11-30"));
  assert_obstacle (model, "", NULL);
}

static void
test_actor (Owned *o, gconstpointer unused)
{
  g_autoptr (SlLeavingModel) model = sl_leaving_model_new (o->ws, o->ada);
  g_autofree char *statement = sl_leaving_model_dup_statement (model);

  g_assert_nonnull (strstr (statement, "It is you who acts here"));
}

/* --- While the programme goes on ---------------------------------------------------------------------------------- */

static void
count (gpointer object, gpointer data)
{
  (*(guint *) data)++;
}

static void
test_changes (Owned *o, gconstpointer unused)
{
  g_autoptr (SlLeavingModel) model = sl_leaving_model_new (o->ws, o->bilal);
  guint told = 0;

  sl_leaving_model_set_all (model, o->cat);
  sl_leaving_model_set_row (model, row (model, 4), o->ada);
  g_signal_connect (model, "changed", G_CALLBACK (count), &told);
  ui_fixture_set (o->ws, o->risks[1], SL_RISK_OWNER, "P-05");
  g_assert_cmpuint (told, ==, 1);
  g_assert_cmpuint (n_rows (model), ==, 4);
  g_assert_cmpuint (sl_leaving_row_heads (row (model, 1)), ==, 2);
  g_assert_cmpint (sl_leaving_row_successor (row (model, 3)), ==, o->ada);
  /* What comes in goes where everything goes. */
  ui_fixture_set (o->ws, o->risks[1], SL_RISK_OWNER, "P-02");
  g_assert_cmpuint (n_rows (model), ==, 5);
  g_assert_cmpint (sl_leaving_row_successor (row (model, 2)), ==, o->cat);
  g_assert_cmpint (sl_leaving_row_successor (row (model, 4)), ==, o->ada);
}

static void
test_commit (Owned *o, gconstpointer unused)
{
  g_autoptr (SlLeavingModel) model = sl_leaving_model_new (o->ws, o->bilal);
  gint64 seq = ui_fixture_seq (o->ws);
  g_autofree char *done = NULL, *owner = NULL, *back = NULL;
  g_autoptr (GError) error = NULL;

  sl_leaving_model_set_last_day (model, sl_date_from_iso ("2026-08-14"));
  sl_leaving_model_set_all (model, o->cat);
  sl_leaving_model_set_row (model, row (model, 4), SL_UID_NONE);
  g_assert_true (sl_leaving_model_commit (model, " A new post ", &error));
  g_assert_no_error (error);
  g_assert_cmpint (ui_fixture_seq (o->ws), ==, seq + 1);
  done = sl_leaving_model_dup_done (model);
  g_assert_cmpstr (done, ==, "Bilal Brook: last day 14 Aug 2026, 4 things reassigned");
  owner = ui_fixture_get (o->ws, o->risks[2], SL_RISK_OWNER);
  g_assert_cmpstr (owner, ==, "Cat Cole");
  g_assert_true (sl_workspace_undo (o->ws, &error));
  back = ui_fixture_get (o->ws, o->risks[2], SL_RISK_OWNER);
  g_assert_cmpstr (back, ==, "Bilal Brook");
}

/* What is refused changes nothing, and the choices stand. */
static void
test_refused (Owned *o, gconstpointer unused)
{
  g_autoptr (SlLeavingModel) model = sl_leaving_model_new (o->ws, o->bilal);
  gint64 seq = ui_fixture_seq (o->ws);
  g_autoptr (GError) error = NULL;

  sl_leaving_model_set_all (model, o->zoe);
  g_assert_false (sl_leaving_model_commit (model, "A new post", &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_VALUE);
  g_assert_cmpint (ui_fixture_seq (o->ws), ==, seq);
  g_assert_cmpuint (sl_leaving_model_n_handed (model), ==, 5);
}

/* --- Columns ------------------------------------------------------------------------------------------------------ */

static char *
cell (Owned *o, GPtrArray *columns, const char *id, SlUid uid)
{
  return sl_column_dup_text (sl_columns_find (columns, id), o->ws, sl_data_lookup (sl_workspace_data (o->ws), uid));
}

static void
assert_cell (Owned *o, GPtrArray *columns, const char *id, SlUid uid, const char *expected)
{
  g_autofree char *text = cell (o, columns, id, uid);

  g_assert_cmpstr (text, ==, expected);
}

static SlStatus
status (Owned *o, GPtrArray *columns, SlUid uid)
{
  return sl_column_status (sl_columns_find (columns, "gaps"), o->ws, sl_data_lookup (sl_workspace_data (o->ws), uid));
}

static void
test_columns (Owned *o, gconstpointer unused)
{
  g_autoptr (GPtrArray) columns = sl_person_columns ();
  int width = 0;

  assert_cell (o, columns, "owns", o->bilal, "5");
  assert_cell (o, columns, "owns", o->ada, "");
  assert_cell (o, columns, "gaps", o->bilal, "");
  g_assert_cmpint (status (o, columns, o->bilal), ==, SL_STATUS_NOTHING);
  ui_fixture_set (o->ws, o->bilal, SL_PERSON_ACTIVE_TO, "2026-08-14");
  assert_cell (o, columns, "gaps", o->bilal, "5 soon");
  g_assert_cmpint (status (o, columns, o->bilal), ==, SL_STATUS_AMBER);
  ui_fixture_set (o->ws, o->bilal, SL_PERSON_ACTIVE_TO, "2026-07-30");
  assert_cell (o, columns, "gaps", o->bilal, "2 gaps"); /* the project and the action: drafts owe no owner */
  g_assert_cmpint (status (o, columns, o->bilal), ==, SL_STATUS_RED);
  ui_fixture_set (o->ws, o->action, SL_ACTION_OWNER, "P-01");
  ui_fixture_set (o->ws, o->project, SL_PROJECT_MANAGER, "P-01");
  assert_cell (o, columns, "gaps", o->bilal, "3 drafts");
  g_assert_cmpint (status (o, columns, o->bilal), ==, SL_STATUS_AMBER);
  /* In a window of 1,400 pixels the list of pages and the details leave 895 for the rows. */
  for (guint i = 0; i < columns->len; i++)
    width += ((SlColumn *) columns->pdata[i])->shown ? ((SlColumn *) columns->pdata[i])->width : 0;
  g_assert_cmpint (width, <=, 895);
}

static SlUid
first_by (SlGridModel *model)
{
  sl_grid_model_finish (model);
  return sl_grid_model_uid (model, 0);
}

/* The order follows what is owned, also where that hangs on a record that names nobody. */
static void
test_order (Owned *o, gconstpointer unused)
{
  g_autoptr (GPtrArray) columns = sl_person_columns ();
  g_autoptr (SlGridModel) model = sl_grid_model_new (o->ws, SL_KIND_PERSON, columns);
  SlSortKey key = { sl_columns_find (columns, "owns"), TRUE };
  SlTx *tx;
  SlUid node;
  g_autoptr (GError) error = NULL;

  sl_grid_model_set_sort (model, &key, 1);
  g_assert_cmpint (first_by (model), ==, o->bilal);
  for (guint i = 0; i < G_N_ELEMENTS (o->risks); i++)
    ui_fixture_set (o->ws, o->risks[i], SL_RISK_OWNER, "P-03");
  g_assert_cmpint (first_by (model), ==, o->cat);
  /* Ada owns four benefits of one node; when it is dropped she owns none. */
  tx = sl_workspace_begin (o->ws, SL_VERB_ADD);
  node = sl_tx_create (tx, SL_KIND_MAP_NODE);
  sl_tx_set (tx, node, SL_MAP_NODE_TYPE, &SL_VALUE_ENUM (SL_NODE_TYPE_END_OUTCOME), NULL);
  sl_tx_set (tx, node, SL_MAP_NODE_TITLE, &SL_VALUE_TEXT ("Cleaner streets"), NULL);
  for (guint i = 0; i < 4; i++)
    {
      SlUid benefit = sl_tx_create (tx, SL_KIND_BENEFIT);

      sl_tx_set (tx, benefit, SL_BENEFIT_NAME, &SL_VALUE_TEXT ("Fewer complaints"), NULL);
      sl_tx_set (tx, benefit, SL_BENEFIT_NODE, &SL_VALUE_REF (node), NULL);
      sl_tx_set (tx, benefit, SL_BENEFIT_OWNER, &SL_VALUE_REF (o->ada), NULL);
    }
  g_assert_true (sl_workspace_commit (o->ws, tx, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (first_by (model), ==, o->ada);
  ui_fixture_set (o->ws, node, SL_MAP_NODE_STATUS, "dropped");
  g_assert_cmpint (first_by (model), ==, o->cat);
}

#define ADD(name, func) g_test_add ("/ui/leaving-model/" name, Owned, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("rows", test_rows);
  ADD ("due-first", test_due_first);
  ADD ("choosing", test_choosing);
  ADD ("obstacles", test_obstacles);
  ADD ("nothing-to-do", test_nothing_to_do);
  ADD ("actor", test_actor);
  ADD ("changes", test_changes);
  ADD ("commit", test_commit);
  ADD ("refused", test_refused);
  ADD ("columns", test_columns);
  ADD ("order", test_order);
  return g_test_run ();
}
