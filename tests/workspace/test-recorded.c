/* The programme as it was recorded at a point of its history.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sl-error.h"
#include "workspace-fixture.h"

#define MINUTE 60000

/* --- The data of a point ------------------------------------------------------------------------------------------ */

static char *
title_then (SlWorkspace *ws, gint64 seq, SlUid uid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlProgramme) then = sl_workspace_recorded (ws, seq, NULL, &error);
  const SlRecord *record;

  g_assert_no_error (error);
  record = sl_data_lookup (sl_programme_data (then), uid);
  return g_strdup (record != NULL ? sl_record_title (record) : "(none)");
}

#define assert_then(ws, seq, uid, expected)                                                                            \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *text_ = title_then (ws, seq, uid);                                                                \
    g_assert_cmpstr (text_, ==, expected);                                                                             \
  }                                                                                                                    \
  G_STMT_END

static void
delete (SlWorkspace *ws, SlUid uid)
{
  SlTx *tx = sl_workspace_begin (ws, SL_VERB_DELETE);
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_tx_delete (tx, uid, &error));
  g_assert_true (sl_workspace_commit (ws, tx, NULL, &error));
  g_assert_no_error (error);
}

/* Made, edited, deleted, brought back: each point has what was there, near the start and near the end. */
static void
test_points (Fixture *f, gconstpointer unused)
{
  gint64 start = sl_workspace_head (f->ws)->seq;
  SlUid risk = fixture_add_risk (f->ws, "Rotas");
  g_autoptr (GError) error = NULL;

  fixture_set (f->ws, risk, SL_RISK_TITLE, "Rotas late");
  fixture_set (f->ws, risk, SL_RISK_CAUSE, "New rotas are not agreed");
  delete (f->ws, risk);
  g_assert_true (sl_workspace_undo (f->ws, &error));
  fixture_set (f->ws, risk, SL_RISK_TITLE, "Rotas very late");
  assert_then (f->ws, 0, risk, "(none)");
  assert_then (f->ws, start, risk, "(none)");
  assert_then (f->ws, start + 1, risk, "Rotas");
  assert_then (f->ws, start + 2, risk, "Rotas late");
  assert_then (f->ws, start + 3, risk, "Rotas late");
  assert_then (f->ws, start + 4, risk, "(none)");
  assert_then (f->ws, start + 5, risk, "Rotas late");
  assert_then (f->ws, start + 6, risk, "Rotas very late");
  /* Looking back changes nothing. */
  assert_field (f->ws, risk, SL_RISK_TITLE, "Rotas very late");
  g_assert_cmpint (sl_workspace_head (f->ws)->seq, ==, start + 6);
}

static void
test_no_such_point (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sl_workspace_recorded (f->ws, sl_workspace_head (f->ws)->seq + 1, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (sl_workspace_recorded (f->ws, -1, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (sl_workspace_go_back (f->ws, 0, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_NOT_FOUND);
  g_assert_cmpint (sl_workspace_recorded_seq (f->ws), ==, 0);
}

/* A risk put into the store past the workspace, as another process does. @at 0: now. @forged: it claims another state. */
static void
append_risk (Fixture *f, gint64 at, gboolean forged)
{
  SlTx *tx = sl_workspace_begin (f->ws, SL_VERB_ADD);
  SlUid uid = sl_tx_create (tx, SL_KIND_RISK);
  g_autoptr (SlStore) twin = sl_memory_store_twin (f->store);
  g_autoptr (SlChangeSet) change_set = NULL;
  g_autoptr (GError) error = NULL;

  sl_tx_set (tx, uid, SL_RISK_TITLE, &SL_VALUE_TEXT ("From elsewhere"), NULL);
  change_set = sl_change_set_new (sl_tx_changes (tx), SL_VERB_ADD, SL_UID_NONE, NULL);
  sl_tx_free (tx);
  sl_programme_digest_after (sl_workspace_programme (f->ws), change_set->changes, change_set->n_changes, &change_set->digest);
  change_set->digest.bytes[3] ^= forged;
  change_set->at = at != 0 ? at : change_set->at;
  g_assert_true (sl_store_append (twin, change_set, sl_workspace_head (f->ws), &error));
  g_assert_no_error (error);
}

/* A change-set that does not lead where it says: the points before it can be had, that one cannot, whichever way the
 * journal is read. */
static void
test_damaged (Fixture *f, gconstpointer from_start)
{
  g_autoptr (SlStore) twin = NULL;
  g_autoptr (SlWorkspace) other = NULL;
  g_autoptr (GError) error = NULL;
  SlHead head = *sl_workspace_head (f->ws);
  gint64 bad = head.seq + 1;

  append_risk (f, 0, TRUE);
  twin = sl_memory_store_twin (f->store);
  other = sl_workspace_new (twin);
  /* One more on top of it that is right about the whole, so that the file opens. */
  {
    g_autoptr (SlProgramme) rows = sl_programme_new ();
    g_autoptr (SlChangeSet) change_set = NULL;
    SlTx *tx;

    g_assert_true (sl_store_load (twin, rows, &head, NULL, &error));
    for (guint i = 0; i < (from_start != NULL ? 20 : 1); i++)
      {
        g_clear_pointer (&change_set, sl_change_set_unref);
        tx = sl_tx_new (sl_programme_data (rows), SL_VERB_ADD);
        sl_tx_set (tx, sl_tx_create (tx, SL_KIND_RISK), SL_RISK_TITLE, &SL_VALUE_TEXT ("Sound"), NULL);
        change_set = sl_change_set_new (sl_tx_changes (tx), SL_VERB_ADD, SL_UID_NONE, NULL);
        sl_tx_free (tx);
        sl_programme_digest_after (rows, change_set->changes, change_set->n_changes, &change_set->digest);
        g_assert_true (sl_store_append (twin, change_set, &head, &error));
        head = (SlHead){ change_set->seq, change_set->hash, change_set->digest };
        sl_programme_apply (rows, change_set);
      }
  }
  g_assert_true (sl_workspace_open (other, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (sl_workspace_recorded (other, bad, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (sl_workspace_go_back (other, bad, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_DAMAGED);
  g_assert_cmpint (sl_workspace_recorded_seq (other), ==, 0);
  g_clear_error (&error);
  {
    g_autoptr (SlProgramme) before = sl_workspace_recorded (other, bad - 1, NULL, &error);

    g_assert_no_error (error);
    g_assert_nonnull (before);
  }
}

static gint64
seq_at (SlWorkspace *ws, gint64 at)
{
  g_autoptr (GError) error = NULL;
  gint64 seq = -1;

  g_assert_true (sl_workspace_seq_at (ws, at, &seq, NULL, &error));
  g_assert_no_error (error);
  return seq;
}

/* The newest that is not later, also where a clock went back. */
static void
test_seq_at (Fixture *f, gconstpointer unused)
{
  gint64 last = sl_workspace_head (f->ws)->seq;
  gint64 now = g_get_real_time () / 1000;

  append_risk (f, now + 10 * MINUTE, FALSE);
  g_assert_true (sl_workspace_poll (f->ws, NULL));
  append_risk (f, now + 30 * MINUTE, FALSE);
  g_assert_true (sl_workspace_poll (f->ws, NULL));
  append_risk (f, now + 20 * MINUTE, FALSE);
  g_assert_true (sl_workspace_poll (f->ws, NULL));
  g_assert_cmpint (seq_at (f->ws, 0), ==, 0);
  g_assert_cmpint (seq_at (f->ws, now + MINUTE), ==, last);
  g_assert_cmpint (seq_at (f->ws, now + 10 * MINUTE), ==, last + 1);
  g_assert_cmpint (seq_at (f->ws, now + 20 * MINUTE - 1), ==, last + 1);
  g_assert_cmpint (seq_at (f->ws, now + 25 * MINUTE), ==, last + 3);
  g_assert_cmpint (seq_at (f->ws, now + 60 * MINUTE), ==, last + 3);
}

/* --- The workspace gone back -------------------------------------------------------------------------------------- */

static void
count (guint *n)
{
  (*n)++;
}

static void
go_back (SlWorkspace *ws, gint64 seq)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_go_back (ws, seq, NULL, &error));
  g_assert_no_error (error);
}

/* What was there is shown, and may be looked at only; then everything is as before. */
static void
test_go_back (Fixture *f, gconstpointer unused)
{
  gint64 start = sl_workspace_head (f->ws)->seq;
  SlUid risk = fixture_add_risk (f->ws, "Rotas"), later;
  SlKindModel *list = sl_workspace_list (f->ws, SL_KIND_RISK);
  g_autoptr (SlItem) item = sl_kind_model_item (list, risk);
  g_autoptr (GError) error = NULL;
  g_autofree char *obstacle = NULL;
  guint resets = 0, notified = 0;

  fixture_set (f->ws, risk, SL_RISK_TITLE, "Rotas late");
  later = fixture_add_risk (f->ws, "Batteries");
  g_signal_connect_swapped (f->ws, "reset", G_CALLBACK (count), &resets);
  g_signal_connect_swapped (f->ws, "notify::recorded", G_CALLBACK (count), &notified);
  notified = resets = 0;
  go_back (f->ws, start + 1);
  g_assert_cmpint (sl_workspace_recorded_seq (f->ws), ==, start + 1);
  g_assert_cmpint (sl_workspace_head (f->ws)->seq, ==, start + 1);
  g_assert_cmpuint (resets, ==, 1);
  assert_field (f->ws, risk, SL_RISK_TITLE, "Rotas");
  assert_field (f->ws, later, SL_RISK_TITLE, "(gone)");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  g_assert_cmpstr (sl_record_title (sl_item_record (item)), ==, "Rotas");
  g_assert_nonnull (sl_data_lookup (sl_workspace_present (f->ws), later));
  /* Refused, with the reason. */
  obstacle = sl_workspace_dup_obstacle (f->ws);
  g_assert_nonnull (obstacle);
  g_assert_false (sl_workspace_set_text (f->ws, risk, SL_RISK_TITLE, "Rewritten", "why not", &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_READ_ONLY);
  g_assert_cmpstr (error->message, ==, obstacle);
  g_clear_error (&error);
  g_assert_false (sl_workspace_can_undo (f->ws));
  g_assert_false (sl_workspace_undo (f->ws, &error));
  g_assert_nonnull (error);
  /* From one point to another, and home. */
  go_back (f->ws, start + 2);
  assert_field (f->ws, risk, SL_RISK_TITLE, "Rotas late");
  sl_workspace_return (f->ws);
  sl_workspace_return (f->ws);
  g_assert_cmpuint (resets, ==, 3);
  g_assert_cmpint (sl_workspace_recorded_seq (f->ws), ==, 0);
  g_assert_cmpint (sl_workspace_head (f->ws)->seq, ==, start + 3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  g_assert_true (sl_workspace_can_undo (f->ws));
  fixture_set (f->ws, risk, SL_RISK_TITLE, "Rotas, at last");
}

/* What others write meanwhile is there on the return, and no earlier. */
static void
test_others_meanwhile (Fixture *f, gconstpointer unused)
{
  gint64 start = sl_workspace_head (f->ws)->seq;
  SlUid risk = fixture_add_risk (f->ws, "Rotas");
  g_autoptr (SlWorkspace) other = fixture_other (f, f->bob);
  guint outside = 0, changed = 0;

  g_signal_connect_swapped (f->ws, "outside-change", G_CALLBACK (count), &outside);
  g_signal_connect_swapped (f->ws, "changed", G_CALLBACK (count), &changed);
  go_back (f->ws, start + 1);
  fixture_set (other, risk, SL_RISK_TITLE, "Rotas late");
  outside = changed = 0;
  g_assert_true (sl_workspace_poll (f->ws, NULL));
  assert_field (f->ws, risk, SL_RISK_TITLE, "Rotas");
  g_assert_cmpint (sl_workspace_head (f->ws)->seq, ==, start + 1);
  g_assert_cmpstr (sl_record_title (sl_data_lookup (sl_workspace_present (f->ws), risk)), ==, "Rotas late");
  sl_workspace_return (f->ws);
  assert_field (f->ws, risk, SL_RISK_TITLE, "Rotas late");
  g_assert_cmpint (sl_workspace_head (f->ws)->seq, ==, start + 2);
  fixture_set (f->ws, risk, SL_RISK_TITLE, "Rotas later");
}

/* Who acts and the day one looked at are found again, though neither person nor day was known then. */
static void
test_actor_and_day (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "Rotas");
  gint64 at = sl_workspace_head (f->ws)->seq;
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_assess (f->ws, risk, 4, 4, NULL, &error));
  g_assert_true (sl_workspace_set_actor (f->ws, f->cat, &error));
  sl_workspace_set_as_of (f->ws, sl_date_from_iso ("2026-08-15"));
  g_assert_cmpint (sl_workspace_risk_status (f->ws, risk)->score, ==, 16);
  go_back (f->ws, 1);
  g_assert_null (sl_data_lookup (sl_workspace_data (f->ws), f->cat));
  g_assert_cmpint (sl_workspace_as_of (f->ws), ==, sl_date_of_time (g_get_real_time () / 1000));
  g_assert_cmpint (sl_workspace_default_as_of (f->ws), ==, sl_workspace_as_of (f->ws));
  go_back (f->ws, at);
  g_assert_cmpint (sl_workspace_risk_status (f->ws, risk)->score, ==, 0);
  sl_workspace_set_as_of (f->ws, sl_date_from_iso ("2026-01-01"));
  sl_workspace_return (f->ws);
  g_assert_cmpint (sl_workspace_actor (f->ws), ==, f->cat);
  g_assert_cmpint (sl_workspace_as_of (f->ws), ==, sl_date_from_iso ("2026-08-15"));
  g_assert_cmpint (sl_workspace_risk_status (f->ws, risk)->score, ==, 16);
}

/* --- On a worker -------------------------------------------------------------------------------------------------- */

typedef struct
{
  gboolean done;
  GError *error;
  gint64 last, total;
  guint n_told;
  GCancellable *cancel_at_first;
} Waiting;

static void
on_progress (gint64 done, gint64 total, gpointer data)
{
  Waiting *waiting = data;

  g_assert_cmpint (done, >, waiting->last);
  g_assert_cmpint (done, <, total);
  waiting->last = done;
  waiting->total = total;
  waiting->n_told++;
  if (waiting->cancel_at_first != NULL)
    g_cancellable_cancel (waiting->cancel_at_first);
}

static void
on_back (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;

  waiting->done = TRUE;
  sl_workspace_go_back_finish (SL_WORKSPACE (source), result, &waiting->error);
}

static void
wait_for (SlWorkspace *ws, gint64 seq, GCancellable *cancellable, Waiting *waiting)
{
  sl_workspace_go_back_async (ws, seq, cancellable, on_progress, waiting, on_back, waiting);
  while (!waiting->done)
    g_main_context_iteration (NULL, TRUE);
}

/* A history of several slices, straight into the store. */
static void
lengthen (Fixture *f, SlUid risk, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Rotas %u", i);

      fixture_set (f->ws, risk, SL_RISK_TITLE, title);
    }
}

static void
test_worker (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "Rotas");
  gint64 start = sl_workspace_head (f->ws)->seq;
  Waiting first = { 0 }, second = { 0 }, wrong = { 0 };

  lengthen (f, risk, 9000);
  wait_for (f->ws, start + 4100, NULL, &first);
  g_assert_no_error (first.error);
  g_assert_cmpuint (first.n_told, ==, 2);
  g_assert_cmpint (first.total, ==, start + 4100);
  assert_field (f->ws, risk, SL_RISK_TITLE, "Rotas 4099");
  /* Backwards from the present, though another point is shown. */
  wait_for (f->ws, start + 4900, NULL, &second);
  g_assert_no_error (second.error);
  g_assert_cmpuint (second.n_told, ==, 2);
  g_assert_cmpint (second.total, ==, 4100);
  assert_field (f->ws, risk, SL_RISK_TITLE, "Rotas 4899");
  wait_for (f->ws, start + 9001, NULL, &wrong);
  g_assert_error (wrong.error, SL_ERROR, SL_ERROR_NOT_FOUND);
  g_clear_error (&wrong.error);
  assert_field (f->ws, risk, SL_RISK_TITLE, "Rotas 4899");
  sl_workspace_return (f->ws);
  assert_field (f->ws, risk, SL_RISK_TITLE, "Rotas 8999");
}

static void
test_cancel (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "Rotas");
  gint64 start = sl_workspace_head (f->ws)->seq;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Waiting waiting = { .cancel_at_first = cancellable };
  g_autoptr (GError) error = NULL;

  lengthen (f, risk, 5000);
  wait_for (f->ws, start + 2400, cancellable, &waiting);
  g_assert_error (waiting.error, SL_ERROR, SL_ERROR_CANCELLED);
  g_clear_error (&waiting.error);
  g_assert_cmpuint (waiting.n_told, ==, 1);
  g_assert_cmpint (sl_workspace_recorded_seq (f->ws), ==, 0);
  assert_field (f->ws, risk, SL_RISK_TITLE, "Rotas 4999");
  g_assert_null (sl_workspace_recorded (f->ws, start, cancellable, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_CANCELLED);
}

/* Closed while a worker reads: told so, and nothing is shown any more. */
static void
test_close_meanwhile (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "Rotas");
  Waiting waiting = { 0 };

  lengthen (f, risk, 50);
  sl_workspace_go_back_async (f->ws, 30, NULL, on_progress, &waiting, on_back, &waiting);
  sl_workspace_close (f->ws);
  while (!waiting.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (waiting.error, SL_ERROR, SL_ERROR_REFUSED);
  g_clear_error (&waiting.error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func, data) g_test_add ("/recorded/" name, Fixture, data, fixture_set_up, func, fixture_tear_down)
  ADD ("points", test_points, NULL);
  ADD ("no-such-point", test_no_such_point, NULL);
  ADD ("damaged", test_damaged, NULL);
  ADD ("damaged-from-start", test_damaged, "start");
  ADD ("seq-at", test_seq_at, NULL);
  ADD ("go-back", test_go_back, NULL);
  ADD ("others-meanwhile", test_others_meanwhile, NULL);
  ADD ("actor-and-day", test_actor_and_day, NULL);
  ADD ("worker", test_worker, NULL);
  ADD ("cancel", test_cancel, NULL);
  ADD ("close-meanwhile", test_close_meanwhile, NULL);
  return g_test_run ();
}
