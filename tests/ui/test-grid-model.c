/* The grid model by what it prints: its rows as text, and what it emitted as text. A change that nobody looked at fails
 * the test.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-fixture.h"

#include "ui/models/sl-grid-model.h"
#include "ui/models/sl-risk-columns.h"

#include "base/sl-error.h"

typedef struct
{
  SlWorkspace *ws;
  GPtrArray *columns;
  SlGridModel *model;
  GString *emitted;
  SlUid uids[6];
} Fixture;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, GString *emitted)
{
  g_string_append_printf (emitted, "%s%u-%u+%u", emitted->len > 0 ? ", " : "", position, removed, added);
}

static void
check_emitted (Fixture *f, const char *expected)
{
  g_assert_cmpstr (f->emitted->str, ==, expected);
  g_string_truncate (f->emitted, 0);
}

static void
print_row (Fixture *f, SlUid uid, GString *text)
{
  const SlRecord *record = sl_grid_model_record (f->model, uid);
  SlGridHead head;

  if (record != NULL)
    g_string_append (text, sl_record_title (record));
  else if (sl_grid_model_head (f->model, uid, &head))
    g_string_append_printf (text, "%s%s:%u/%u", head.collapsed ? "+" : "-", head.name, head.count, head.red);
}

/* The titles in order; headings as -name:count/red, + where they are collapsed. */
static void
check_rows (Fixture *f, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f->model)); i++)
    {
      g_autoptr (SlItem) item = g_list_model_get_item (G_LIST_MODEL (f->model), i);

      g_assert_nonnull (item);
      g_assert_cmpint (sl_item_uid (item), ==, sl_grid_model_uid (f->model, i));
      g_assert_cmpuint (sl_grid_model_position (f->model, sl_item_uid (item)), ==, i);
      g_string_append (text, i > 0 ? " " : "");
      print_row (f, sl_item_uid (item), text);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static SlUid
add_risk (SlWorkspace *ws, const char *title)
{
  SlTx *tx = sl_workspace_begin (ws, SL_VERB_ADD);
  SlUid uid = sl_tx_create (tx, SL_KIND_RISK);
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_tx_set (tx, uid, SL_RISK_TITLE, &SL_VALUE_TEXT (title), &error));
  g_assert_true (sl_workspace_commit (ws, tx, NULL, &error));
  g_assert_no_error (error);
  return uid;
}

static void
delete_risks (SlWorkspace *ws, SlUid a, SlUid b)
{
  SlTx *tx = sl_workspace_begin (ws, SL_VERB_DELETE);
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_tx_delete (tx, a, &error));
  g_assert_true (b == SL_UID_NONE || sl_tx_delete (tx, b, &error));
  g_assert_true (sl_workspace_commit (ws, tx, "because of the test", &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *f, gconstpointer unused)
{
  static const char *const titles[] = { "elm", "ash", "fir", "oak", "yew", "birch" };

  f->ws = ui_fixture_workspace (0);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    f->uids[i] = add_risk (f->ws, titles[i]);
  f->columns = sl_risk_columns ();
  f->model = sl_grid_model_new (f->ws, SL_KIND_RISK, f->columns);
  f->emitted = g_string_new (NULL);
  g_signal_connect (f->model, "items-changed", G_CALLBACK (on_items_changed), f->emitted);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  g_assert_cmpstr (f->emitted->str, ==, "");
  g_assert_finalize_object (f->model);
  g_ptr_array_unref (f->columns);
  g_assert_finalize_object (f->ws);
  g_string_free (f->emitted, TRUE);
}

static void
sort_by (Fixture *f, const char *a, gboolean a_down, const char *b, gboolean b_down)
{
  SlSortKey keys[2] = { { sl_columns_find (f->columns, a), a_down } };

  if (b != NULL)
    keys[1] = (SlSortKey){ sl_columns_find (f->columns, b), b_down };
  sl_grid_model_set_sort (f->model, keys, b != NULL ? 2 : 1);
}

static void
test_sort (Fixture *f, gconstpointer unused)
{
  check_rows (f, "elm ash fir oak yew birch");
  sort_by (f, "title", FALSE, NULL, FALSE);
  check_rows (f, "ash birch elm fir oak yew");
  check_emitted (f, "0-6+0, 0-0+6");
  sort_by (f, "title", TRUE, NULL, FALSE);
  check_rows (f, "yew oak fir elm birch ash");
  check_emitted (f, "0-6+0, 0-0+6");
  sl_grid_model_set_sort (f->model, NULL, 0);
  check_rows (f, "elm ash fir oak yew birch");
  check_emitted (f, "0-6+0, 0-0+6");
}

/* What is alike at both ends is not told of. */
static void
test_sort_emits_what_differs (Fixture *f, gconstpointer unused)
{
  ui_fixture_set (f->ws, f->uids[0], SL_RISK_TITLE, "aa");
  ui_fixture_set (f->ws, f->uids[5], SL_RISK_TITLE, "zz");
  sort_by (f, "title", FALSE, NULL, FALSE);
  check_rows (f, "aa ash fir oak yew zz");
  check_emitted (f, "");
}

static void
test_several_keys_and_blanks (Fixture *f, gconstpointer unused)
{
  ui_fixture_set (f->ws, f->uids[0], SL_RISK_CATEGORY, "legal");
  ui_fixture_set (f->ws, f->uids[2], SL_RISK_CATEGORY, "legal");
  ui_fixture_set (f->ws, f->uids[3], SL_RISK_CATEGORY, "strategy");
  sort_by (f, "category", FALSE, "title", TRUE);
  check_rows (f, "oak fir elm yew birch ash");
  check_emitted (f, "0-6+0, 0-0+6");
  /* Rows without a value stay last when it is turned round. */
  sort_by (f, "category", TRUE, "title", TRUE);
  check_rows (f, "fir elm oak yew birch ash");
  check_emitted (f, "0-3+0, 0-0+3");
}

static void
test_references_sort_by_name (Fixture *f, gconstpointer unused)
{
  ui_fixture_set (f->ws, f->uids[0], SL_RISK_OWNER, "Zoë Zander");
  ui_fixture_set (f->ws, f->uids[1], SL_RISK_OWNER, "Ada Abbot");
  ui_fixture_set (f->ws, f->uids[2], SL_RISK_OWNER, "P-03");
  sort_by (f, "owner", FALSE, NULL, FALSE);
  check_rows (f, "ash fir elm oak yew birch");
  check_emitted (f, "0-3+0, 0-0+3");
  /* Renaming a person moves the rows that show the name. */
  ui_fixture_set (f->ws, sl_data_by_code (sl_workspace_data (f->ws), "P-01")->uid, SL_PERSON_DISPLAY_NAME, "Xerxes");
  check_rows (f, "fir ash elm oak yew birch");
  check_emitted (f, "0-1+0, 1-0+1");
}

static void
test_codes_sort_by_number (Fixture *f, gconstpointer unused)
{
  SlTx *tx = sl_workspace_begin (f->ws, SL_VERB_ADD);
  SlUid uid = sl_tx_create (tx, SL_KIND_RISK);
  g_autoptr (GError) error = NULL;

  sl_tx_set (tx, uid, SL_RISK_CODE, &SL_VALUE_TEXT ("R-1000"), NULL);
  sl_tx_set (tx, uid, SL_RISK_TITLE, &SL_VALUE_TEXT ("late"), NULL);
  g_assert_true (sl_workspace_commit (f->ws, tx, NULL, &error));
  check_emitted (f, "6-0+1");
  sort_by (f, "code", FALSE, NULL, FALSE);
  check_rows (f, "elm ash fir oak yew birch late");
  check_emitted (f, "");
}

/* One edit moves one row: out of one place, into another; or nothing where it stays. */
static void
test_edit_moves_one_row (Fixture *f, gconstpointer unused)
{
  sort_by (f, "title", FALSE, NULL, FALSE);
  check_emitted (f, "0-6+0, 0-0+6");
  ui_fixture_set (f->ws, f->uids[1], SL_RISK_TITLE, "pine");
  check_rows (f, "birch elm fir oak pine yew");
  check_emitted (f, "0-1+0, 4-0+1");
  ui_fixture_set (f->ws, f->uids[1], SL_RISK_TITLE, "poplar");
  check_rows (f, "birch elm fir oak poplar yew");
  check_emitted (f, "");
  ui_fixture_set (f->ws, f->uids[1], SL_RISK_EARLIEST_DATE, "2026-09-01");
  check_emitted (f, "");
}

static void
test_add_and_delete (Fixture *f, gconstpointer unused)
{
  sort_by (f, "title", FALSE, NULL, FALSE);
  check_emitted (f, "0-6+0, 0-0+6");
  add_risk (f->ws, "cedar");
  check_rows (f, "ash birch cedar elm fir oak yew");
  check_emitted (f, "2-0+1");
  delete_risks (f->ws, f->uids[0], SL_UID_NONE);
  check_rows (f, "ash birch cedar fir oak yew");
  check_emitted (f, "3-1+0");
  /* Two at once are told of together: none of the rows named may be gone already. */
  delete_risks (f->ws, f->uids[1], f->uids[3]);
  check_rows (f, "birch cedar fir yew");
  check_emitted (f, "0-5+3");
}

static void
test_undo_of_delete (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  delete_risks (f->ws, f->uids[2], SL_UID_NONE);
  check_rows (f, "elm ash oak yew birch");
  check_emitted (f, "2-1+0");
  g_assert_true (sl_workspace_undo (f->ws, &error));
  g_assert_no_error (error);
  check_rows (f, "elm ash fir oak yew birch");
  check_emitted (f, "2-0+1");
}

static void
test_search (Fixture *f, gconstpointer unused)
{
  ui_fixture_set (f->ws, f->uids[4], SL_RISK_OWNER, "Zoë Zander");
  sl_grid_model_set_search (f->model, "IR");
  check_rows (f, "fir birch");
  check_emitted (f, "0-5+0, 0-0+1");
  sl_grid_model_set_search (f->model, "zoe  YEW");
  check_rows (f, "yew");
  check_emitted (f, "0-2+0, 0-0+1");
  g_assert_cmpuint (sl_grid_model_n_total (f->model), ==, 6);
  /* An edit shows or hides its row, and only that. */
  ui_fixture_set (f->ws, f->uids[0], SL_RISK_TITLE, "zoe's yewtree");
  check_rows (f, "zoe's yewtree yew");
  check_emitted (f, "0-0+1");
  ui_fixture_set (f->ws, f->uids[4], SL_RISK_OWNER, "P-01");
  check_rows (f, "zoe's yewtree");
  check_emitted (f, "1-1+0");
  sl_grid_model_set_search (f->model, "nothing at all");
  check_rows (f, "");
  check_emitted (f, "0-1+0");
  sl_grid_model_set_search (f->model, NULL);
  check_rows (f, "zoe's yewtree ash fir oak yew birch");
  check_emitted (f, "0-0+6");
}

static gboolean
has_owner (SlWorkspace *workspace, const SlRecord *record, gpointer data)
{
  return SL_AS (RISK, record)->owner != SL_UID_NONE;
}

static void
test_filter (Fixture *f, gconstpointer unused)
{
  ui_fixture_set (f->ws, f->uids[4], SL_RISK_OWNER, "P-02");
  sl_grid_model_set_filter (f->model, has_owner, NULL, NULL);
  check_rows (f, "yew");
  check_emitted (f, "0-6+0, 0-0+1");
  ui_fixture_set (f->ws, f->uids[1], SL_RISK_OWNER, "P-02");
  check_rows (f, "ash yew");
  check_emitted (f, "0-0+1");
  sl_grid_model_set_filter (f->model, NULL, NULL, NULL);
  check_emitted (f, "0-2+0, 0-0+6");
}

/* A row that is edited stays where it is, whatever sort and filter say, until it is let go. */
static void
test_pin (Fixture *f, gconstpointer unused)
{
  sort_by (f, "title", FALSE, NULL, FALSE);
  check_emitted (f, "0-6+0, 0-0+6");
  sl_grid_model_pin (f->model, f->uids[1]);
  ui_fixture_set (f->ws, f->uids[1], SL_RISK_TITLE, "walnut");
  check_rows (f, "walnut birch elm fir oak yew");
  check_emitted (f, "");
  /* Others find their places around it. */
  ui_fixture_set (f->ws, f->uids[5], SL_RISK_TITLE, "maple");
  check_rows (f, "walnut elm fir maple oak yew");
  check_emitted (f, "1-1+0, 3-0+1");
  sl_grid_model_unpin (f->model, f->uids[1]);
  check_rows (f, "elm fir maple oak walnut yew");
  check_emitted (f, "0-1+0, 4-0+1");
  sl_grid_model_unpin_all (f->model);
}

static void
test_pin_and_search (Fixture *f, gconstpointer unused)
{
  sl_grid_model_set_search (f->model, "oak");
  check_rows (f, "oak");
  check_emitted (f, "0-6+0, 0-0+1");
  sl_grid_model_pin (f->model, f->uids[3]);
  ui_fixture_set (f->ws, f->uids[3], SL_RISK_TITLE, "lime");
  check_rows (f, "lime");
  sl_grid_model_unpin (f->model, f->uids[3]);
  check_rows (f, "");
  check_emitted (f, "0-1+0");
}

/* A record that is pinned before it is made appears at the end, filter or not. */
static void
test_pin_of_new (Fixture *f, gconstpointer unused)
{
  SlTx *tx;
  SlUid uid;
  g_autoptr (GError) error = NULL;

  sort_by (f, "title", FALSE, NULL, FALSE);
  sl_grid_model_set_search (f->model, "h");
  check_rows (f, "ash birch");
  check_emitted (f, "0-6+0, 0-0+6, 2-4+0");
  tx = sl_workspace_begin (f->ws, SL_VERB_ADD);
  uid = sl_tx_create (tx, SL_KIND_RISK);
  sl_tx_set (tx, uid, SL_RISK_TITLE, &SL_VALUE_TEXT ("New"), NULL);
  sl_grid_model_pin (f->model, uid);
  g_assert_true (sl_workspace_commit (f->ws, tx, NULL, &error));
  check_rows (f, "ash birch New");
  check_emitted (f, "2-0+1");
  ui_fixture_set (f->ws, uid, SL_RISK_TITLE, "azahar");
  check_rows (f, "ash birch azahar");
  check_emitted (f, "");
  sl_grid_model_unpin (f->model, uid);
  check_rows (f, "ash azahar birch");
  check_emitted (f, "2-1+0, 1-0+1");
}

/* An assessment is no risk, but it moves its risk in a list sorted by score. */
static void
test_derived_changes (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  sort_by (f, "score", TRUE, NULL, FALSE);
  check_emitted (f, "");
  g_assert_true (sl_workspace_assess (f->ws, f->uids[2], 2, 2, NULL, &error));
  g_assert_no_error (error);
  check_rows (f, "fir elm ash oak yew birch");
  check_emitted (f, "2-1+0, 0-0+1");
  g_assert_true (sl_workspace_assess (f->ws, f->uids[4], 5, 5, NULL, &error));
  check_rows (f, "yew fir elm ash oak birch");
  check_emitted (f, "4-1+0, 0-0+1");
  g_assert_true (sl_workspace_undo (f->ws, &error));
  check_rows (f, "fir elm ash oak yew birch");
  check_emitted (f, "0-1+0, 4-0+1");
}

static void
test_reset (Fixture *f, gconstpointer unused)
{
  g_signal_emit_by_name (f->ws, "reset");
  check_rows (f, "elm ash fir oak yew birch");
  check_emitted (f, "");
  sort_by (f, "title", FALSE, NULL, FALSE);
  check_emitted (f, "0-6+0, 0-0+6");
  g_signal_emit_by_name (f->ws, "reset");
  check_rows (f, "ash birch elm fir oak yew");
  check_emitted (f, "");
}

/* Many rows in one change-set are arranged once, and told of once. */
static void
test_bulk (Fixture *f, gconstpointer unused)
{
  SlTx *tx = sl_workspace_begin (f->ws, SL_VERB_PASTE);
  g_autoptr (GError) error = NULL;

  sort_by (f, "title", FALSE, NULL, FALSE);
  check_emitted (f, "0-6+0, 0-0+6");
  for (guint i = 0; i < 100; i++)
    sl_tx_set (tx, sl_tx_create (tx, SL_KIND_RISK), SL_RISK_TITLE, &SL_VALUE_TEXT ("hazel"), NULL);
  g_assert_true (sl_workspace_commit (f->ws, tx, NULL, &error));
  check_emitted (f, "4-0+100");
  g_assert_cmpuint (sl_grid_model_n_total (f->model), ==, 106);
}

/* --- 100,000 rows: work is counted, never time -------------------------------------------------------------------- */

#define MANY 100000

static void
drain (SlGridModel *model)
{
  for (guint turns = 0; sl_grid_model_is_busy (model); turns++)
    {
      g_assert_cmpuint (turns, <, 1000);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
test_many (void)
{
  g_autoptr (SlWorkspace) ws = ui_fixture_workspace (MANY);
  g_autoptr (GPtrArray) columns = sl_risk_columns ();
  g_autoptr (SlGridModel) model = sl_grid_model_new (ws, SL_KIND_RISK, columns);
  SlSortKey by_title = { sl_columns_find (columns, "title"), FALSE };
  const SlGridWork *work = sl_grid_model_work (model);
  SlUid uid = ui_fixture_risk (ws, MANY / 2);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, MANY);
  g_assert_cmpuint (work->folded, ==, 0);
  sl_grid_model_reset_work (model);
  sl_grid_model_set_sort (model, &by_title, 1);
  g_assert_true (sl_grid_model_is_busy (model));
  /* One turn of the main loop does a slice, not the whole: no frame has to wait for it. */
  g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (work->keys, >, 0);
  g_assert_cmpuint (work->keys, <=, 1000);
  g_assert_cmpuint (work->emitted, ==, 0);
  drain (model);
  g_assert_cmpuint (work->keys, ==, MANY);
  g_assert_cmpuint (work->emitted, ==, 2);
  g_assert_cmpuint (work->compared, <, (guint64) MANY * 18);

  sl_grid_model_reset_work (model);
  ui_fixture_set (ws, uid, SL_RISK_TITLE, "Aardvarks");
  g_assert_cmpuint (sl_grid_model_position (model, uid), ==, 0);
  g_assert_cmpuint (work->keys, ==, 1);
  g_assert_cmpuint (work->emitted, ==, 2);
  g_assert_cmpuint (work->matched, ==, 1);
  g_assert_cmpuint (work->compared, <, 80);

  sl_grid_model_reset_work (model);
  by_title.descending = TRUE;
  sl_grid_model_set_sort (model, &by_title, 1);
  drain (model);
  g_assert_cmpuint (work->keys, ==, 0);
  g_assert_cmpuint (sl_grid_model_position (model, uid), ==, MANY - 1);

  sl_grid_model_reset_work (model);
  sl_grid_model_set_search (model, "depot winter");
  g_assert_true (sl_grid_model_is_busy (model));
  drain (model);
  g_assert_cmpuint (work->folded, ==, MANY);
  g_assert_cmpuint (work->emitted, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), <, MANY / 4);

  /* The texts are there now: the next letter is answered within a few turns. */
  sl_grid_model_reset_work (model);
  sl_grid_model_set_search (model, "depot winter p");
  drain (model);
  g_assert_cmpuint (work->folded, ==, 0);
  g_assert_cmpuint (work->matched, <=, 2 * MANY);
}

/* Edits while a preparation is under way are neither lost nor misplaced. */
static void
test_edit_while_busy (void)
{
  g_autoptr (SlWorkspace) ws = ui_fixture_workspace (5000);
  g_autoptr (GPtrArray) columns = sl_risk_columns ();
  g_autoptr (SlGridModel) model = sl_grid_model_new (ws, SL_KIND_RISK, columns);
  SlSortKey by_title = { sl_columns_find (columns, "title"), FALSE };
  SlUid first = ui_fixture_risk (ws, 0), last = ui_fixture_risk (ws, 4995); /* a draft */
  SlUid made;

  sl_grid_model_set_sort (model, &by_title, 1);
  g_main_context_iteration (NULL, FALSE);
  g_assert_true (sl_grid_model_is_busy (model));
  ui_fixture_set (ws, first, SL_RISK_TITLE, "zzz");
  made = add_risk (ws, "aaa");
  delete_risks (ws, last, SL_UID_NONE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 5000);
  g_assert_cmpuint (sl_grid_model_position (model, first), ==, 0);
  sl_grid_model_finish (model);
  drain (model);
  g_assert_cmpuint (sl_grid_model_position (model, first), ==, 4999);
  g_assert_cmpuint (sl_grid_model_position (model, made), ==, 0);
  g_assert_cmpuint (sl_grid_model_position (model, last), ==, G_MAXUINT);
}

/* --- Groups ------------------------------------------------------------------------------------------------------- */

static void
group_by (Fixture *f, const char *id)
{
  sl_grid_model_set_group (f->model, id != NULL ? sl_columns_find (f->columns, id) : NULL);
  sl_grid_model_finish (f->model);
  g_string_truncate (f->emitted, 0);
}

static void
three_groups (Fixture *f)
{
  ui_fixture_set (f->ws, f->uids[0], SL_RISK_OWNER, "P-02");
  ui_fixture_set (f->ws, f->uids[1], SL_RISK_OWNER, "P-01");
  ui_fixture_set (f->ws, f->uids[2], SL_RISK_OWNER, "P-02");
  ui_fixture_set (f->ws, f->uids[3], SL_RISK_OWNER, "P-01");
  sort_by (f, "title", FALSE, NULL, FALSE);
  group_by (f, "owner");
  check_rows (f, "-Ada Abbot:2/0 ash oak -Bilal Brook:2/0 elm fir -Owner: none:2/0 birch yew");
}

/* An edit that moves a row to another group is one row out and one in, and headings come and go with their rows. */
static void
test_groups_follow_edits (Fixture *f, gconstpointer unused)
{
  three_groups (f);
  sl_grid_model_reset_work (f->model);
  ui_fixture_set (f->ws, f->uids[3], SL_RISK_OWNER, "P-02");
  g_assert_cmpuint (sl_grid_model_work (f->model)->keys, ==, 1);
  g_assert_cmpuint (sl_grid_model_work (f->model)->matched, ==, 1);
  g_assert_cmpuint (sl_grid_model_work (f->model)->compared, <, 12);
  check_rows (f, "-Ada Abbot:1/0 ash -Bilal Brook:3/0 elm fir oak -Owner: none:2/0 birch yew");
  check_emitted (f, "2-1+0, 5-0+1");
  ui_fixture_set (f->ws, f->uids[1], SL_RISK_OWNER, "P-03");
  check_rows (f, "-Bilal Brook:3/0 elm fir oak -Cat Cole:1/0 ash -Owner: none:2/0 birch yew");
  check_emitted (f, "1-1+0, 0-1+0, 4-0+1, 5-0+1");
  ui_fixture_set (f->ws, f->uids[0], SL_RISK_TITLE, "zelkova");
  check_rows (f, "-Bilal Brook:3/0 fir oak zelkova -Cat Cole:1/0 ash -Owner: none:2/0 birch yew");
  check_emitted (f, "1-1+0, 3-0+1");
  delete_risks (f->ws, f->uids[1], f->uids[4]);
  check_rows (f, "-Bilal Brook:3/0 fir oak zelkova -Owner: none:1/0 birch");
  check_emitted (f, "4-5+2");
  g_assert_cmpuint (sl_grid_model_n_total (f->model), ==, 4);
  g_assert_cmpuint (sl_grid_model_n_fitting (f->model), ==, 4);
  group_by (f, NULL);
  check_rows (f, "birch fir oak zelkova");
}

/* A group that is closed keeps counting, stays closed under another order, and opens for who looks for a row of it. */
static void
test_groups_collapse (Fixture *f, gconstpointer unused)
{
  SlUid head;

  three_groups (f);
  head = sl_grid_model_uid (f->model, 3);
  g_assert_false (sl_grid_model_head (f->model, f->uids[0], NULL));
  sl_grid_model_set_collapsed (f->model, head, TRUE);
  check_rows (f, "-Ada Abbot:2/0 ash oak +Bilal Brook:2/0 -Owner: none:2/0 birch yew");
  check_emitted (f, "4-2+0");
  g_assert_cmpuint (sl_grid_model_position (f->model, f->uids[0]), ==, G_MAXUINT);
  ui_fixture_set (f->ws, f->uids[1], SL_RISK_OWNER, "P-02");
  check_rows (f, "-Ada Abbot:1/0 oak +Bilal Brook:3/0 -Owner: none:2/0 birch yew");
  check_emitted (f, "1-1+0");
  ui_fixture_set (f->ws, f->uids[0], SL_RISK_OWNER, "P-01");
  check_rows (f, "-Ada Abbot:2/0 elm oak +Bilal Brook:2/0 -Owner: none:2/0 birch yew");
  check_emitted (f, "1-0+1");
  sort_by (f, "title", TRUE, NULL, FALSE);
  check_rows (f, "-Ada Abbot:2/0 oak elm +Bilal Brook:2/0 -Owner: none:2/0 yew birch");
  g_string_truncate (f->emitted, 0);
  g_assert_cmpint (sl_grid_model_uid (f->model, 3), ==, head);
  g_assert_cmpuint (sl_grid_model_n_fitting (f->model), ==, 6);
  sl_grid_model_expose (f->model, f->uids[2]);
  check_rows (f, "-Ada Abbot:2/0 oak elm -Bilal Brook:2/0 fir ash -Owner: none:2/0 yew birch");
  check_emitted (f, "4-0+2");
}

/* Search leaves only what fits, and no empty heading; reds are counted; what is pinned stays put. */
static void
test_groups_search_and_red (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  three_groups (f);
  sl_grid_model_set_search (f->model, "i");
  check_rows (f, "-Bilal Brook:2/0 elm fir -Owner: none:1/0 birch");
  sl_grid_model_set_search (f->model, NULL);
  g_string_truncate (f->emitted, 0);
  g_assert_true (sl_workspace_assess (f->ws, f->uids[2], 5, 5, NULL, &error));
  g_assert_no_error (error);
  check_rows (f, "-Ada Abbot:2/0 ash oak -Bilal Brook:2/1 elm fir -Owner: none:2/0 birch yew");
  check_emitted (f, "");
  group_by (f, "rating");
  check_rows (f, "-Red:1/1 fir -Rating: none:5/0 ash birch elm oak yew");
  sl_grid_model_pin (f->model, f->uids[1]);
  ui_fixture_set (f->ws, f->uids[1], SL_RISK_TITLE, "zz");
  check_emitted (f, "");
  sl_grid_model_unpin_all (f->model);
  check_rows (f, "-Red:1/1 fir -Rating: none:5/0 birch elm oak yew zz");
  check_emitted (f, "3-1+0, 7-0+1");
}

/* Of a thousand sorted, searched and grouped rows an edit reads, judges and compares what it must to place one. */
static void
test_edit_touches_one_row (void)
{
  g_autoptr (SlWorkspace) ws = ui_fixture_workspace (1000);
  g_autoptr (GPtrArray) columns = sl_risk_columns ();
  g_autoptr (SlGridModel) model = sl_grid_model_new (ws, SL_KIND_RISK, columns);
  const SlGridWork *work = sl_grid_model_work (model);
  const SlSortKey keys[] = { { sl_columns_find (columns, "score"), TRUE }, { sl_columns_find (columns, "title"), FALSE } };
  SlUid uid = ui_fixture_risk (ws, 500);
  guint derived;

  sl_grid_model_set_sort (model, keys, G_N_ELEMENTS (keys));
  sl_grid_model_set_group (model, sl_columns_find (columns, "state"));
  sl_grid_model_set_search (model, "r-");
  sl_grid_model_finish (model);
  g_assert_cmpuint (sl_grid_model_n_fitting (model), ==, 1000);
  for (guint i = 0; i < 1000; i++)
    sl_workspace_risk_status (ws, ui_fixture_risk (ws, i));
  derived = sl_workspace_derivations (ws);
  sl_grid_model_reset_work (model);
  ui_fixture_set (ws, uid, SL_RISK_TITLE, "Written anew");
  g_assert_cmpuint (work->folded, ==, 1);
  g_assert_cmpuint (work->matched, ==, 1);
  g_assert_cmpuint (work->keys, ==, 2);
  g_assert_cmpuint (work->compared, <=, 3 * 11);
  g_assert_cmpuint (work->emitted, <=, 2);
  g_assert_cmpuint (sl_workspace_derivations (ws) - derived, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/ui/grid-model/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("sort", test_sort);
  ADD ("sort-emits-what-differs", test_sort_emits_what_differs);
  ADD ("several-keys-and-blanks", test_several_keys_and_blanks);
  ADD ("references-sort-by-name", test_references_sort_by_name);
  ADD ("codes-sort-by-number", test_codes_sort_by_number);
  ADD ("edit-moves-one-row", test_edit_moves_one_row);
  ADD ("add-and-delete", test_add_and_delete);
  ADD ("undo-of-delete", test_undo_of_delete);
  ADD ("search", test_search);
  ADD ("filter", test_filter);
  ADD ("pin", test_pin);
  ADD ("pin-and-search", test_pin_and_search);
  ADD ("pin-of-new", test_pin_of_new);
  ADD ("derived-changes", test_derived_changes);
  ADD ("reset", test_reset);
  ADD ("bulk", test_bulk);
  ADD ("groups-follow-edits", test_groups_follow_edits);
  ADD ("groups-collapse", test_groups_collapse);
  ADD ("groups-search-and-red", test_groups_search_and_red);
  g_test_add_func ("/ui/grid-model/edit-touches-one-row", test_edit_touches_one_row);
  g_test_add_func ("/ui/grid-model/many", test_many);
  g_test_add_func ("/ui/grid-model/edit-while-busy", test_edit_while_busy);
  return g_test_run ();
}
