/* The rows of the History page by what they print and what was emitted. A change that nobody looked at fails the test.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-fixture.h"

#include "store/sl-place.h"
#include "ui/models/sl-history-model.h"

#define DAY (G_GINT64_CONSTANT (24) * 3600 * 1000)

typedef struct
{
  SlWorkspace *ws;
  SlHistory *history;
  SlHistoryModel *model;
  GString *emitted;
  SlUid risk;
  gint64 first; /* seq of the first edit */
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

/* Acts as their number, after "|" where a day begins and "*" where they are open; lines as their field, feet as ".". */
static void
check_rows (Fixture *f, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f->model)); i++)
    {
      g_autoptr (SlHistoryRow) row = sl_history_model_row (f->model, i);
      guint at;

      g_assert_nonnull (row);
      g_assert_true (sl_history_model_find (f->model, sl_history_row_entry (row)->seq, sl_history_row_child (row), &at));
      g_assert_cmpuint (at, ==, i);
      g_string_append (text, i > 0 ? " " : "");
      if (sl_history_row_form (row) == SL_HISTORY_ROW_ACT)
        g_string_append_printf (text, "%s%" G_GINT64_FORMAT "%s", sl_history_row_is_first_of_day (row) ? "|" : "",
                                sl_history_row_entry (row)->seq - f->first, sl_history_row_is_open (row) ? "*" : "");
      else if (sl_history_row_form (row) == SL_HISTORY_ROW_LINE)
        g_string_append (text, sl_change_line_field (sl_history_row_line (row))->name);
      else
        g_string_append_c (text, '.');
    }
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_null (sl_history_model_row (f->model, g_list_model_get_n_items (G_LIST_MODEL (f->model))));
}

/* An edit of another day, past the workspace: its clock cannot be set. */
static void
edit_at (Fixture *f, guint risk, guint field, const char *text, gint64 at)
{
  SlTx *tx = sl_workspace_begin (f->ws, SL_VERB_EDIT);
  g_autoptr (SlStore) twin = sl_memory_store_twin (sl_workspace_store (f->ws));
  g_autoptr (SlChangeSet) change_set = NULL;
  g_autoptr (GError) error = NULL;

  sl_tx_set (tx, ui_fixture_risk (f->ws, risk), field, &SL_VALUE_TEXT (text), &error);
  g_assert_no_error (error);
  change_set = sl_change_set_new (sl_tx_changes (tx), SL_VERB_EDIT, SL_UID_NONE, NULL);
  sl_tx_free (tx);
  change_set->at = at;
  sl_programme_digest_after (sl_workspace_programme (f->ws), change_set->changes, change_set->n_changes, &change_set->digest);
  g_assert_true (sl_store_append (twin, change_set, sl_workspace_head (f->ws), &error));
  g_assert_no_error (error);
  g_assert_true (sl_workspace_poll (f->ws, &error));
}

/* Four edits: two of one day, two of the next; and the import before them. */
static void
set_up (Fixture *f, gconstpointer unused)
{
  gint64 at = G_GINT64_CONSTANT (1785499200) * 1000; /* 2026-07-31 12:00 UTC */

  f->ws = ui_fixture_workspace (2);
  f->risk = ui_fixture_risk (f->ws, 0);
  f->first = sl_workspace_head (f->ws)->seq + 1;
  edit_at (f, 0, SL_RISK_TITLE, "Rotas", at);
  edit_at (f, 1, SL_RISK_TITLE, "Batteries", at + 1000);
  edit_at (f, 0, SL_RISK_CAUSE, "New rotas are not agreed", at + DAY);
  edit_at (f, 0, SL_RISK_EFFECT, "Costs do not fall", at + DAY + 1000);
  f->history = sl_history_new (f->ws);
  while (sl_history_state (f->history) != SL_HISTORY_WHOLE)
    g_main_context_iteration (NULL, TRUE);
  f->model = sl_history_model_new (f->history);
  f->emitted = g_string_new (NULL);
  g_signal_connect (f->model, "items-changed", G_CALLBACK (on_items_changed), f->emitted);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  check_emitted (f, "");
  g_signal_handlers_disconnect_by_data (f->model, f->emitted);
  g_string_free (f->emitted, TRUE);
  g_assert_finalize_object (f->model);
  g_assert_finalize_object (f->history);
  g_assert_finalize_object (f->ws);
}

static void
set_open (Fixture *f, guint position, gboolean open)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_history_model_set_open (f->model, position, open, &error));
  g_assert_no_error (error);
}

static void
test_open (Fixture *f, gconstpointer unused)
{
  g_assert_cmpuint (sl_history_model_n_acts (f->model), ==, 5);
  check_rows (f, "|3 2 |1 0 |-1");
  set_open (f, 1, TRUE);
  check_emitted (f, "2-0+2");
  check_rows (f, "|3 2* cause . |1 0 |-1");
  set_open (f, 5, TRUE);
  check_emitted (f, "6-0+2");
  set_open (f, 0, TRUE);
  check_emitted (f, "1-0+2");
  check_rows (f, "|3* effect . 2* cause . |1 0* title . |-1");
  /* Open already: nothing; and closed from any of its rows. */
  set_open (f, 3, TRUE);
  check_emitted (f, "");
  set_open (f, 5, FALSE);
  check_emitted (f, "4-2+0");
  check_rows (f, "|3* effect . 2 |1 0* title . |-1");
  set_open (f, 0, FALSE);
  set_open (f, 3, FALSE);
  check_emitted (f, "1-2+0, 4-2+0");
}

static void
count (guint *n)
{
  (*n)++;
}

/* A row that somebody holds stays the same one, and is told what changes about it. */
static void
test_live (Fixture *f, gconstpointer unused)
{
  g_autoptr (SlHistoryRow) row = sl_history_model_row (f->model, 0);
  g_autoptr (SlHistoryRow) again = sl_history_model_row (f->model, 0);
  guint told = 0;

  g_assert_true (row == again);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (count), &told);
  set_open (f, 0, TRUE);
  g_assert_cmpuint (told, ==, 1);
  set_open (f, 0, FALSE);
  g_assert_cmpuint (told, ==, 2);
  sl_history_model_touch (f->model);
  g_assert_cmpuint (told, ==, 3);
  check_emitted (f, "1-0+2, 1-2+0");
}

/* What comes in stands on top, takes the heading of its day, and leaves what is open open. */
static void
test_on_top (Fixture *f, gconstpointer unused)
{
  g_autoptr (SlHistoryRow) was_first = sl_history_model_row (f->model, 0);
  gint64 at = sl_history_row_entry (was_first)->at;
  guint told = 0;

  set_open (f, 1, TRUE);
  check_emitted (f, "2-0+2");
  g_signal_connect_swapped (was_first, "changed", G_CALLBACK (count), &told);
  edit_at (f, 1, SL_RISK_CAUSE, "They are old batteries", at + 1000);
  check_emitted (f, "0-0+1");
  g_assert_cmpuint (told, ==, 1);
  check_rows (f, "|4 3 2* cause . |1 0 |-1");
  edit_at (f, 1, SL_RISK_CAUSE, "They are very old batteries", at + DAY);
  check_emitted (f, "0-0+1");
  check_rows (f, "|5 |4 3 2* cause . |1 0 |-1");
}

/* What does not fit is left out, also of what comes in; the rest of an act by record is counted. */
static void
test_filter (Fixture *f, gconstpointer unused)
{
  SlHistoryFilter filter = SL_HISTORY_FILTER_ALL;
  g_autoptr (SlHistoryRow) foot = NULL;
  const SlHistoryEntry *newest = sl_history_nth (f->history, 0);
  guint n;

  set_open (f, 0, TRUE);
  check_emitted (f, "1-0+2");
  filter.record = f->risk;
  sl_history_model_set_filter (f->model, &filter, "R-001");
  check_emitted (f, "0-7+4");
  check_rows (f, "|3 2 |0 |-1");
  edit_at (f, 1, SL_RISK_CAUSE, "They are old batteries", newest->at);
  check_emitted (f, "");
  edit_at (f, 0, SL_RISK_EFFECT, "Costs rise", newest->at);
  check_emitted (f, "0-0+1");
  check_rows (f, "|5 3 2 |0 |-1");
  /* Of the import, only what it did to this risk. */
  set_open (f, 4, TRUE);
  n = g_list_model_get_n_items (G_LIST_MODEL (f->model));
  foot = sl_history_model_row (f->model, n - 1);
  g_assert_cmpint (sl_history_row_form (foot), ==, SL_HISTORY_ROW_FOOT);
  g_assert_cmpuint (sl_history_row_n_left_out (foot), >, 0);
  g_assert_nonnull (sl_history_model_change_set (f->model, f->first - 1));
  g_string_truncate (f->emitted, 0);
  filter.record = SL_UID_NONE;
  filter.verb = SL_VERB_REVIEW;
  sl_history_model_set_filter (f->model, &filter, NULL);
  check_rows (f, "");
  g_string_truncate (f->emitted, 0);
  filter = SL_HISTORY_FILTER_ALL;
  sl_history_model_set_filter (f->model, &filter, NULL);
  check_emitted (f, "0-0+7");
}

/* One question at a time. */
static void
test_tell (Fixture *f, gconstpointer unused)
{
  g_autoptr (SlHistoryRow) line = NULL, other = NULL;
  guint position;

  set_open (f, 0, TRUE);
  set_open (f, 3, TRUE);
  check_emitted (f, "1-0+2, 4-0+2");
  line = sl_history_model_row (f->model, 1);
  other = sl_history_model_row (f->model, 4);
  sl_history_model_tell (f->model, f->first + 3, 1, "Why?", TRUE);
  g_assert_cmpstr (sl_history_row_message (line), ==, "Why?");
  g_assert_true (sl_history_row_wants_reason (line));
  sl_history_model_tell (f->model, f->first + 2, 1, "Not now", FALSE);
  g_assert_null (sl_history_row_message (line));
  g_assert_cmpstr (sl_history_row_message (other), ==, "Not now");
  g_assert_false (sl_history_row_wants_reason (other));
  g_assert_true (sl_history_model_hush (f->model, &position));
  g_assert_cmpuint (position, ==, 4);
  g_assert_false (sl_history_model_hush (f->model, &position));
  /* Closing takes the question along. */
  sl_history_model_tell (f->model, f->first + 3, 1, "Why?", TRUE);
  set_open (f, 0, FALSE);
  check_emitted (f, "1-2+0");
  g_assert_false (sl_history_model_hush (f->model, &position));
}

/* --- What is too much to be opened at once ------------------------------------------------------------------------- */

static void
set_up_large (Fixture *f, gconstpointer unused)
{
  f->ws = ui_fixture_workspace (1500);
  f->first = sl_workspace_head (f->ws)->seq + 1;
  f->history = sl_history_new (f->ws);
  while (sl_history_state (f->history) != SL_HISTORY_WHOLE)
    g_main_context_iteration (NULL, TRUE);
  f->model = sl_history_model_new (f->history);
  f->emitted = g_string_new (NULL);
  g_signal_connect (f->model, "items-changed", G_CALLBACK (on_items_changed), f->emitted);
}

/* It opens when it has been read; meanwhile the row says so. */
static void
test_large (Fixture *f, gconstpointer unused)
{
  g_autoptr (SlHistoryRow) row = sl_history_model_row (f->model, 0);
  g_autofree char *emitted = NULL;
  guint told = 0;

  g_assert_cmpuint (sl_history_row_entry (row)->n_changes, >, SL_HISTORY_WORDS_MAX);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (count), &told);
  set_open (f, 0, TRUE);
  g_assert_true (sl_history_row_is_opening (row));
  g_assert_false (sl_history_row_is_open (row));
  g_assert_cmpuint (told, ==, 1);
  check_emitted (f, "");
  while (sl_history_row_is_opening (row))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (sl_history_row_is_open (row));
  g_assert_cmpuint (told, ==, 2);
  emitted = g_strdup_printf ("1-0+%u", sl_history_row_entry (row)->n_changes + 1);
  check_emitted (f, emitted);
}

/* Who no longer waits is not surprised by it. */
static void
test_large_given_up (Fixture *f, gconstpointer unused)
{
  SlHistoryFilter filter = SL_HISTORY_FILTER_ALL;
  g_autoptr (SlHistoryRow) row = sl_history_model_row (f->model, 0);

  set_open (f, 0, TRUE);
  set_open (f, 0, FALSE);
  g_assert_false (sl_history_row_is_opening (row));
  set_open (f, 0, TRUE);
  sl_history_model_set_filter (f->model, &filter, NULL);
  check_emitted (f, "0-1+1");
  /* Both workers' answers come to nobody. */
  while (G_OBJECT (f->model)->ref_count > 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (sl_history_row_is_open (row));
  check_emitted (f, "");
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/history-model/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("open", test_open);
  ADD ("live", test_live);
  ADD ("on-top", test_on_top);
  ADD ("filter", test_filter);
  ADD ("tell", test_tell);
  g_test_add ("/history-model/large", Fixture, NULL, set_up_large, test_large, tear_down);
  g_test_add ("/history-model/large-given-up", Fixture, NULL, set_up_large, test_large_given_up, tear_down);
  return g_test_run ();
}
