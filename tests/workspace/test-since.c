/* What has happened since a point of the history: what got worse, what was lowered or closed, what became late; by whom.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workspace-fixture.h"

#include "base/sl-error.h"
#include "workspace/sl-since.h"

typedef struct
{
  SlWorkspace *ws;
  gint64 seq; /* where the looking began */
} Sample;

static void
set_up (Sample *f, gconstpointer unused)
{
  g_autoptr (SlStore) store = sl_memory_store_new ();
  g_autoptr (GError) error = NULL;

  f->ws = sl_workspace_new (store);
  g_assert_true (sl_workspace_open (f->ws, NULL, &error));
  g_assert_true (sl_seed_sample (f->ws, &error));
  g_assert_no_error (error);
  f->seq = sl_workspace_present_seq (f->ws);
}

static void
tear_down (Sample *f, gconstpointer unused)
{
  g_clear_object (&f->ws);
}

static SlUid
uid (Sample *f, const char *code)
{
  return sl_data_by_code (sl_workspace_data (f->ws), code)->uid;
}

static void
act_as (Sample *f, const char *code)
{
  g_assert_true (sl_workspace_set_actor (f->ws, uid (f, code), NULL));
}

static void
set (Sample *f, const char *code, guint field, const char *text)
{
  g_autoptr (GError) error = NULL;

  sl_workspace_set_text (f->ws, uid (f, code), field, text, "Because", &error);
  g_assert_no_error (error);
}

static char *
describe (Sample *f, const GPtrArray *lines)
{
  GString *s = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const SlSinceLine *line = lines->pdata[i];
      const SlRecord *actor = sl_data_lookup (sl_workspace_data (f->ws), line->actor);
      g_autofree char *text = sl_since_line_dup_text (line, FALSE);

      g_assert_cmpint (line->at > 0, ==, line->seq > f->seq);
      g_string_append_printf (s, "%s %s %s\n", sl_since_token (line->kind),
                              line->at == 0 ? "time" : actor != NULL ? sl_record_code (actor) : "-", text);
    }
  return g_string_free (s, FALSE);
}

static void
expect (Sample *f, const char *day, SlUid except, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = sl_workspace_since (f->ws, f->seq, sl_date_from_iso (day), except, &error);
  g_autofree char *said = NULL;

  g_assert_no_error (error);
  said = describe (f, lines);
  g_assert_cmpstr (said, ==, expected);
}

/* Nothing done, nothing told. */
static void
test_nothing (Sample *f, gconstpointer unused)
{
  expect (f, "2026-07-31", SL_UID_NONE, "");
}

/* One of each: bad news first, whoever did the last thing that bears on it named. */
static void
test_acts (Sample *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  act_as (f, "P-02");
  g_assert_true (sl_workspace_assess (f->ws, uid (f, "R-004"), 4, 4, NULL, &error));
  set (f, "R-012", SL_RISK_STATE, "occurred");
  set (f, "R-006", SL_RISK_OWNER, "P-03");
  act_as (f, "P-05");
  set (f, "R-006", SL_RISK_OWNER, "P-05");
  set (f, "A-02", SL_ACTION_DUE, "2026-09-14");
  g_assert_true (sl_workspace_assess (f->ws, uid (f, "R-001"), 2, 2, "Crews agreed", &error));
  g_assert_no_error (error);
  expect (f, "2026-07-31", SL_UID_NONE,
          "occurred P-02 R-012: it has occurred\n"
          "breach P-02 R-004: its score 16 is above the 10 we tolerate now, and nobody answers for that\n"
          "worse P-02 R-004: its score rose from 4 Green to 16 Red\n"
          "moved P-05 A-02: it was put off from 2026-08-14 to 2026-09-14\n"
          "raised P-02 ISS-002: it is a new issue: Depot move slides into the roll-out\n"
          "lowered P-05 R-001: its score was lowered from 16 Red to 4 Green\n"
          "owner P-05 R-006: it passed from Procurement Sample to Data Sample\n");
  /* One knows what one did oneself. */
  expect (f, "2026-07-31", uid (f, "P-05"),
          "occurred P-02 R-012: it has occurred\n"
          "breach P-02 R-004: its score 16 is above the 10 we tolerate now, and nobody answers for that\n"
          "worse P-02 R-004: its score rose from 4 Green to 16 Red\n"
          "raised P-02 ISS-002: it is a new issue: Depot move slides into the roll-out\n");
}

/* Within a band it is worse all the same; the report counts the same way. */
static void
test_same_band (Sample *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  act_as (f, "P-02");
  g_assert_true (sl_workspace_assess (f->ws, uid (f, "R-001"), 5, 0, NULL, &error));
  g_assert_no_error (error);
  expect (f, "2026-07-31", SL_UID_NONE, "worse P-02 R-001: its score rose from 16 Red to 20 Red\n");
}

/* What was done and taken back again has not happened. */
static void
test_taken_back (Sample *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  act_as (f, "P-02");
  set (f, "R-006", SL_RISK_OWNER, "P-03");
  g_assert_true (sl_workspace_undo (f->ws, &error));
  g_assert_no_error (error);
  expect (f, "2026-07-31", SL_UID_NONE, "");
}

/* Without a fixed day time passes, and does what nobody did. */
static void
test_time (Sample *f, gconstpointer unused)
{
  g_setenv ("SIGHTLINE_TODAY", "2026-08-16", TRUE);
  act_as (f, "P-02");
  set (f, "PRG-001", SL_PROGRAMME_FIXED_AS_OF, "");
  f->seq = sl_workspace_present_seq (f->ws);
  expect (f, "2026-08-14", SL_UID_NONE,
          "breach time R-001: its score 16 is above the 12 we tolerate now, and nobody answers for that\n"
          "overdue time R-012: its review has become overdue, by one day\n"
          "late time A-02: it has become overdue, by 2 days\n"
          "late time A-05: it has become overdue, by one day\n");
  g_unsetenv ("SIGHTLINE_TODAY");
}

static void
test_new (Sample *f, gconstpointer unused)
{
  SlTx *tx;
  SlUid draft;
  g_autoptr (GError) error = NULL;

  act_as (f, "P-02");
  draft = fixture_add_risk (f->ws, "Bins burn");
  expect (f, "2026-07-31", SL_UID_NONE, "new P-02 R-015: it is a new draft: Bins burn\n");
  f->seq = sl_workspace_present_seq (f->ws);
  tx = sl_workspace_begin (f->ws, SL_VERB_DELETE);
  g_assert_true (sl_tx_delete (tx, draft, &error));
  g_assert_true (sl_workspace_commit (f->ws, tx, NULL, &error));
  g_assert_no_error (error);
  expect (f, "2026-07-31", SL_UID_NONE, "closed P-02 R-015: its draft was deleted: Bins burn\n");
}

static void
test_no_such_point (Sample *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sl_workspace_since (f->ws, f->seq + 1, 0, SL_UID_NONE, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_NOT_FOUND);
}

/* --- On a worker -------------------------------------------------------------------------------------------------- */

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GPtrArray *
read_async (Sample *f, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sl_workspace_since_async (f->ws, f->seq, sl_date_from_iso ("2026-07-31"), SL_UID_NONE, cancellable, on_read, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return sl_workspace_since_finish (f->ws, result, error);
}

static void
test_worker (Sample *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *said = NULL;

  act_as (f, "P-02");
  set (f, "R-006", SL_RISK_OWNER, "P-03");
  lines = read_async (f, NULL, &error);
  g_assert_no_error (error);
  said = describe (f, lines);
  g_assert_cmpstr (said, ==, "owner P-02 R-006: it passed from Procurement Sample to Operations Sample\n");
  g_cancellable_cancel (cancellable);
  g_assert_null (read_async (f, cancellable, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_CANCELLED);
}

#define TEST(name, func) g_test_add (name, Sample, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/since/nothing", test_nothing);
  TEST ("/since/acts", test_acts);
  TEST ("/since/same-band", test_same_band);
  TEST ("/since/taken-back", test_taken_back);
  TEST ("/since/time", test_time);
  TEST ("/since/new", test_new);
  TEST ("/since/no-such-point", test_no_such_point);
  TEST ("/since/worker", test_worker);
  return g_test_run ();
}
