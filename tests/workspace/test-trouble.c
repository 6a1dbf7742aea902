/* What a store can do to a workspace: fail for a moment, go back, tell nonsense; and what a workspace must not lose then.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sl-error.h"
#include "workspace-fixture.h"

#include <string.h>

/* A store that hands everything on to another, but for what a test sets. */
#define TEST_TYPE_STORE (test_store_get_type ())
G_DECLARE_FINAL_TYPE (TestStore, test_store, TEST, STORE, SlStore)

struct _TestStore
{
  SlStore parent_instance;

  SlStore *other;
  gboolean unreadable; /* the journal is locked */
  gboolean gone_back;  /* the head is never the expected one, and nothing comes after ours */
  gboolean forging;    /* change-sets claim another state than they lead to */
  gboolean large;      /* too large to be read before the first frame */
  guint n_appends;
};

G_DEFINE_FINAL_TYPE (TestStore, test_store, SL_TYPE_STORE)

static gboolean
test_load (SlStore *store, SlProgramme *into, SlHead *head, GCancellable *cancellable, GError **error)
{
  return sl_store_load (TEST_STORE (store)->other, into, head, cancellable, error);
}

static gboolean
test_append (SlStore *store, SlChangeSet *change_set, const SlHead *expected, GError **error)
{
  TestStore *self = TEST_STORE (store);

  g_assert_cmpuint (++self->n_appends, <, 100);
  if (!self->gone_back)
    return sl_store_append (self->other, change_set, expected, error);
  g_set_error_literal (error, SL_ERROR, SL_ERROR_MOVED, "moved");
  return FALSE;
}

static gboolean
is_readable (TestStore *self, GError **error)
{
  if (self->unreadable)
    g_set_error_literal (error, SL_ERROR, SL_ERROR_BUSY, "busy");
  return !self->unreadable;
}

typedef struct
{
  TestStore *store;
  SlChangeSetFunc func;
  gpointer data;
} Handing;

static gboolean
hand_on (SlChangeSet *change_set, gpointer data)
{
  Handing *handing = data;

  if (handing->store->forging)
    change_set->digest.bytes[0] ^= 1;
  return handing->func (change_set, handing->data);
}

static gboolean
test_read_since (SlStore *store, gint64 seq, SlChangeSetFunc func, gpointer data, GError **error)
{
  TestStore *self = TEST_STORE (store);
  Handing handing = { self, func, data };

  return is_readable (self, error) && sl_store_read_since (self->other, seq, hand_on, &handing, error);
}

static gboolean
test_read_back (SlStore *store, gint64 seq, SlChangeSetFunc func, gpointer data, GError **error)
{
  TestStore *self = TEST_STORE (store);

  return is_readable (self, error) && sl_store_read_back (self->other, seq, func, data, error);
}

static gboolean
test_poll (SlStore *store, gboolean *moved, GError **error)
{
  return sl_store_poll (TEST_STORE (store)->other, moved, error);
}

static gboolean
test_preview (SlStore *store, int kind, guint limit, SlProgramme *into, GError **error)
{
  return sl_store_preview (TEST_STORE (store)->other, kind, limit, into, error);
}

static gint64
test_size (SlStore *store)
{
  return TEST_STORE (store)->large ? G_GINT64_CONSTANT (1) << 30 : 0;
}

static gboolean
test_is_read_only (SlStore *store)
{
  return FALSE;
}

static void
test_close (SlStore *store)
{
  g_clear_object (&TEST_STORE (store)->other);
}

static void
test_store_class_init (TestStoreClass *klass)
{
  SlStoreClass *store_class = SL_STORE_CLASS (klass);

  store_class->preview = test_preview;
  store_class->size = test_size;
  store_class->load = test_load;
  store_class->append = test_append;
  store_class->read_since = test_read_since;
  store_class->read_back = test_read_back;
  store_class->poll = test_poll;
  store_class->is_read_only = test_is_read_only;
  store_class->close = test_close;
}

static void
test_store_init (TestStore *self)
{
}

/* A workspace of Ada over a store whose troubles the test makes. */
static SlWorkspace *
troubled (Fixture *f, TestStore **store)
{
  SlWorkspace *ws;
  g_autoptr (GError) error = NULL;

  *store = g_object_new (TEST_TYPE_STORE, NULL);
  (*store)->other = sl_memory_store_twin (f->store);
  ws = sl_workspace_new (SL_STORE (*store));
  g_assert_true (sl_workspace_open (ws, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (sl_workspace_set_actor (ws, f->ada, &error));
  g_object_unref (*store); /* the workspace has it */
  return ws;
}

/* A move is told once; if it cannot be read at that moment, it is read at the next. */
static void
test_read_later (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "One");
  TestStore *store;
  g_autoptr (SlWorkspace) ws = troubled (f, &store);
  g_autoptr (GError) error = NULL;

  fixture_set (f->ws, risk, SL_RISK_TITLE, "Two");
  store->unreadable = TRUE;
  g_assert_false (sl_workspace_poll (ws, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_BUSY);
  assert_field (ws, risk, SL_RISK_TITLE, "One");
  store->unreadable = FALSE;
  g_assert_true (sl_workspace_poll (ws, NULL));
  assert_field (ws, risk, SL_RISK_TITLE, "Two");
}

/* A file put back to an earlier state: refused, not tried for ever. */
static void
test_gone_back (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "One");
  TestStore *store;
  g_autoptr (SlWorkspace) ws = troubled (f, &store);
  g_autoptr (GError) error = NULL;

  store->gone_back = TRUE;
  g_assert_false (sl_workspace_set_text (ws, risk, SL_RISK_TITLE, "Two", NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_CONFLICT);
  assert_field (ws, risk, SL_RISK_TITLE, "One");
}

/* That the journal cannot be read is said, and forgotten when it can. */
static void
test_undo_later (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "One");
  TestStore *store;
  g_autoptr (SlWorkspace) ws = troubled (f, &store);
  g_autoptr (GError) error = NULL;

  store->unreadable = TRUE;
  g_assert_false (sl_workspace_can_undo (ws));
  g_assert_false (sl_workspace_undo (ws, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (sl_workspace_redo (ws, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_BUSY);
  g_clear_error (&error);
  store->unreadable = FALSE;
  g_assert_true (sl_workspace_undo (ws, &error));
  assert_field (ws, risk, SL_RISK_TITLE, "(gone)");
}

static void
note_signal (SlWorkspace *ws, SlChangeSet *change_set, gpointer data)
{
  (*(guint *) data)++;
}

/* What does not lead where it claims is not shown to anybody. */
static void
test_forged (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "One");
  TestStore *store;
  g_autoptr (SlWorkspace) ws = troubled (f, &store);
  g_autoptr (GError) error = NULL;
  guint signals = 0;

  g_signal_connect (ws, "changed", G_CALLBACK (note_signal), &signals);
  fixture_set (f->ws, risk, SL_RISK_TITLE, "Two");
  store->forging = TRUE;
  g_assert_false (sl_workspace_poll (ws, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_TAMPERED);
  g_assert_cmpint (sl_workspace_state (ws), ==, SL_WORKSPACE_FAILED);
  g_assert_cmpuint (signals, ==, 0);
  assert_field (ws, risk, SL_RISK_TITLE, "One");
}

/* A transaction older than the data writes nothing over it. */
static void
test_stale (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "One");
  SlTx *tx = sl_workspace_begin (f->ws, SL_VERB_EDIT);
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_tx_set (tx, risk, SL_RISK_TITLE, &SL_VALUE_TEXT ("Stale"), &error));
  fixture_set (f->ws, risk, SL_RISK_CAUSE, "Newer");
  g_assert_false (sl_workspace_commit (f->ws, tx, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_CONFLICT);
  assert_field (f->ws, risk, SL_RISK_CAUSE, "Newer");
  assert_field (f->ws, risk, SL_RISK_TITLE, "One");
}

typedef struct
{
  SlUid risk;
  gboolean done;
} Echo;

static void
answer (SlWorkspace *ws, SlChangeSet *change_set, gpointer data)
{
  Echo *echo = data;

  if (echo->done)
    return;
  echo->done = TRUE;
  fixture_set (ws, echo->risk, SL_RISK_CAUSE, "Answered");
}

/* A change made on hearing of a change is the later one, and is taken back first. */
static void
test_change_within_signal (Fixture *f, gconstpointer unused)
{
  Echo echo = { fixture_add_risk (f->ws, "One"), FALSE };
  g_autoptr (GError) error = NULL;

  g_signal_connect (f->ws, "changed", G_CALLBACK (answer), &echo);
  fixture_set (f->ws, echo.risk, SL_RISK_TITLE, "Two");
  g_assert_true (sl_workspace_undo (f->ws, &error));
  assert_field (f->ws, echo.risk, SL_RISK_CAUSE, "");
  assert_field (f->ws, echo.risk, SL_RISK_TITLE, "Two");
}

static void
count_notify (SlWorkspace *ws, GParamSpec *pspec, gpointer data)
{
  (*(guint *) data)++;
}

/* At midnight everything is judged anew, in an open window as well. */
static void
test_midnight (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "One");
  guint told = 0;

  fixture_set (f->ws, f->bob, SL_PERSON_ACTIVE_TO, "2026-07-31");
  fixture_set (f->ws, risk, SL_RISK_OWNER, "Bob");
  g_signal_connect (f->ws, "notify::as-of", G_CALLBACK (count_notify), &told);
  g_assert_true (sl_workspace_risk_status (f->ws, risk)->owner_active);
  g_setenv ("SIGHTLINE_TODAY", "2026-08-01", TRUE);
  g_assert_false (sl_workspace_risk_status (f->ws, risk)->owner_active);
  g_assert_true (sl_workspace_poll (f->ws, NULL));
  g_assert_cmpuint (told, ==, 1);
  g_assert_true (sl_workspace_poll (f->ws, NULL));
  g_assert_cmpuint (told, ==, 1);
  g_setenv ("SIGHTLINE_TODAY", "2026-07-31", TRUE);
}

/* Who was deleted elsewhere acts no longer; nobody deletes themselves. */
static void
test_actor_gone (Fixture *f, gconstpointer unused)
{
  g_autoptr (SlWorkspace) bobs = fixture_other (f, f->bob);
  SlTx *tx = sl_workspace_begin (bobs, SL_VERB_DELETE);
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_tx_delete (tx, f->bob, &error));
  g_assert_false (sl_workspace_commit (bobs, tx, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_REFUSED);
  g_clear_error (&error);
  tx = sl_workspace_begin (f->ws, SL_VERB_DELETE);
  g_assert_true (sl_tx_delete (tx, f->bob, &error));
  g_assert_true (sl_workspace_commit (f->ws, tx, NULL, &error));
  g_assert_true (sl_workspace_poll (bobs, &error));
  g_assert_cmpint (sl_workspace_actor (bobs), ==, SL_UID_NONE);
}

/* Blanks are no reason. */
static void
test_blank_reason (Fixture *f, gconstpointer unused)
{
  SlActContext context;

  sl_workspace_act_context (f->ws, " \t ", &context);
  g_assert_false (context.reason_given);
  sl_workspace_act_context (f->ws, " because ", &context);
  g_assert_true (context.reason_given);
}

typedef struct
{
  gboolean done;
  gboolean fine;
} Opened;

static void
on_opened (GObject *ws, GAsyncResult *result, gpointer data)
{
  Opened *opened = data;

  opened->fine = sl_workspace_open_finish (SL_WORKSPACE (ws), result, NULL);
  opened->done = TRUE;
}

static SlWorkspace *
opening (Fixture *f, TestStore **store, Opened *opened)
{
  SlWorkspace *ws;

  *store = g_object_new (TEST_TYPE_STORE, NULL);
  (*store)->other = sl_memory_store_twin (f->store);
  (*store)->large = TRUE;
  ws = sl_workspace_new (SL_STORE (*store));
  sl_workspace_open_async (ws, SL_KIND_RISK, NULL, on_opened, opened);
  return ws;
}

/* Of a large file the first screen is there at once, to be looked at and no more; then all of it, proven. What was taken of
 * the data meanwhile stays good. */
static void
test_first_screen (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "One");
  Opened opened = { FALSE, FALSE };
  g_autoptr (TestStore) store = NULL;
  g_autoptr (SlWorkspace) ws = opening (f, &store, &opened);
  const SlData *data = sl_workspace_data (ws);
  g_autoptr (SlTx) early = sl_workspace_begin (ws, SL_VERB_EDIT);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sl_workspace_state (ws), ==, SL_WORKSPACE_CHECKING);
  assert_field (ws, risk, SL_RISK_TITLE, "One");
  g_assert_false (sl_workspace_set_text (ws, risk, SL_RISK_TITLE, "Two", NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_REFUSED);
  while (!opened.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (opened.fine);
  g_assert_cmpint (sl_workspace_state (ws), ==, SL_WORKSPACE_READY);
  g_assert_true (sl_workspace_data (ws) == data);
  g_assert_nonnull (sl_data_lookup (sl_tx_data (early), risk));
  fixture_set (ws, risk, SL_RISK_TITLE, "Two");
}

/* Closed while a worker reads: the store is let go when it has, not before and not never. */
static void
test_closed_while_loading (Fixture *f, gconstpointer unused)
{
  Opened opened = { FALSE, FALSE };
  g_autoptr (TestStore) store = NULL;
  g_autoptr (SlWorkspace) ws = opening (f, &store, &opened);

  sl_workspace_close (ws);
  g_assert_nonnull (store->other);
  while (!opened.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (sl_workspace_state (ws), ==, SL_WORKSPACE_CLOSED);
  g_assert_null (store->other);
}

/* One that was never opened lets go of its store as well. */
static void
test_closed_unopened (Fixture *f, gconstpointer unused)
{
  g_autoptr (TestStore) store = g_object_new (TEST_TYPE_STORE, NULL);
  g_autoptr (SlWorkspace) ws = sl_workspace_new (SL_STORE (store));

  store->other = sl_memory_store_twin (f->store);
  sl_workspace_close (ws);
  g_assert_null (store->other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/trouble/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("read-later", test_read_later);
  ADD ("gone-back", test_gone_back);
  ADD ("undo-later", test_undo_later);
  ADD ("forged", test_forged);
  ADD ("stale", test_stale);
  ADD ("change-within-signal", test_change_within_signal);
  ADD ("midnight", test_midnight);
  ADD ("actor-gone", test_actor_gone);
  ADD ("blank-reason", test_blank_reason);
  ADD ("first-screen", test_first_screen);
  ADD ("closed-while-loading", test_closed_while_loading);
  ADD ("closed-unopened", test_closed_unopened);
  return g_test_run ();
}
