/* The history as a list: what an entry says, what a reader finds, what comes in meanwhile, what goes wrong.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sl-error.h"
#include "base/sl-text.h"
#include "model/sl-change-line.h"
#include "workspace/sl-history.h"
#include "workspace-fixture.h"

/* --- Reading ------------------------------------------------------------------------------------------------------ */

static void
wait_until (SlHistory *history, SlHistoryState state)
{
  while (sl_history_state (history) != state)
    g_main_context_iteration (NULL, TRUE);
}

static SlHistory *
whole_history (SlWorkspace *ws)
{
  SlHistory *history = sl_history_new (ws);

  wait_until (history, SL_HISTORY_WHOLE);
  return history;
}

static SlHistoryEntry *
entry_of (SlHistory *history, gint64 seq)
{
  guint at;

  g_assert_true (sl_history_find (history, seq, &at));
  return sl_history_nth (history, at);
}

static void
delete (SlWorkspace *ws, SlUid uid)
{
  SlTx *tx = sl_workspace_begin (ws, SL_VERB_DELETE);
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_tx_delete (tx, uid, &error));
  g_assert_true (sl_workspace_commit (ws, tx, "not ours", &error));
  g_assert_no_error (error);
}

static void
test_entries (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "Rotas");
  gint64 seq = sl_workspace_head (f->ws)->seq;
  g_autoptr (SlHistory) history = NULL;
  const SlHistoryEntry *edit, *first;
  g_autofree char *actor = NULL;

  fixture_set (f->ws, risk, SL_RISK_OWNER, "Bob");
  fixture_set (f->ws, risk, SL_RISK_OWNER, "");
  history = whole_history (f->ws);
  g_assert_cmpint (sl_history_total (history), ==, seq + 2);
  g_assert_cmpuint (sl_history_count (history), ==, seq + 2);
  for (guint i = 0; i < sl_history_count (history); i++)
    g_assert_cmpint (sl_history_nth (history, i)->seq, ==, seq + 2 - i);
  edit = entry_of (history, seq + 1);
  g_assert_cmpstr (edit->label, ==, "Edit R-001: Owner");
  g_assert_cmpstr (edit->summary, ==, "empty → Bob");
  g_assert_cmpstr (entry_of (history, seq + 2)->summary, ==, "Bob → empty");
  g_assert_cmpstr (edit->reason, ==, "because of the test");
  g_assert_cmpint (edit->verb, ==, SL_VERB_EDIT);
  g_assert_cmpint (edit->day, ==, sl_date_of_time (edit->at));
  actor = sl_history_dup_actor (edit->actor, sl_history_names (history));
  g_assert_cmpstr (actor, ==, "Ada");
  first = entry_of (history, seq);
  g_assert_cmpstr (first->label, ==, "Add R-001");
  g_assert_cmpstr (first->summary, ==, "Rotas");
}

/* Moves of states are told from other edits, and can be had alone; what comes in meanwhile too. */
static void
test_moves (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "Rotas"), action;
  gint64 seq = sl_workspace_head (f->ws)->seq;
  g_autoptr (SlHistory) history = NULL, moves = NULL;
  g_autoptr (GError) error = NULL;
  const SlStateMove *move;
  SlTx *tx;

  fixture_set (f->ws, risk, SL_RISK_OWNER, "Bob");
  tx = sl_workspace_begin (f->ws, SL_VERB_ADD);
  action = sl_tx_create (tx, SL_KIND_ACTION);
  g_assert_true (sl_tx_set (tx, action, SL_ACTION_RISK, &SL_VALUE_REF (risk), &error));
  g_assert_true (sl_tx_set (tx, action, SL_ACTION_TITLE, &SL_VALUE_TEXT ("Talk"), &error));
  g_assert_true (sl_workspace_commit (f->ws, tx, NULL, &error));
  g_assert_no_error (error);
  fixture_set (f->ws, action, SL_ACTION_STATE, "Cancelled");
  history = whole_history (f->ws);
  g_assert_cmpuint (entry_of (history, seq)->n_moves, ==, 0);
  g_assert_cmpuint (entry_of (history, seq + 1)->n_moves, ==, 0);
  moves = sl_history_new_moves (f->ws);
  wait_until (moves, SL_HISTORY_WHOLE);
  g_assert_cmpuint (sl_history_count (moves), ==, 2);
  move = sl_history_nth (moves, 1)->moves;
  g_assert_cmpint (move->record, ==, action);
  g_assert_cmpint (move->risk, ==, risk);
  g_assert_cmpint (move->from, ==, 0);
  g_assert_cmpint (move->to, ==, SL_ACTION_STATE_PLANNED);
  move = sl_history_nth (moves, 0)->moves;
  g_assert_cmpint (move->from, ==, SL_ACTION_STATE_PLANNED);
  g_assert_cmpint (move->to, ==, SL_ACTION_STATE_CANCELLED);
  g_assert_cmpint (move->risk, ==, risk);
  fixture_set (f->ws, risk, SL_RISK_OWNER, "");
  g_assert_cmpuint (sl_history_count (moves), ==, 2);
  delete (f->ws, action);
  g_assert_cmpuint (sl_history_count (moves), ==, 2);
}

/* What is gone is still called by its name, in entries and in what references meant. */
static void
test_deleted (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "Rotas");
  gint64 seq = sl_workspace_head (f->ws)->seq;
  g_autoptr (SlHistory) history = NULL;
  g_autoptr (SlChangeSet) change_set = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL, *after = NULL;
  SlValue value;

  fixture_set (f->ws, risk, SL_RISK_OWNER, "Cat");
  g_assert_true (sl_workspace_assess (f->ws, risk, 2, 2, NULL, &error));
  delete (f->ws, risk);
  delete (f->ws, f->cat);
  history = whole_history (f->ws);
  g_assert_cmpstr (entry_of (history, seq + 1)->label, ==, "Edit R-001: Owner");
  g_assert_cmpstr (entry_of (history, seq + 1)->summary, ==, "empty → Cat");
  g_assert_cmpstr (entry_of (history, seq + 2)->label, ==, "Assess R-001");
  g_assert_cmpuint (entry_of (history, seq + 2)->n_subjects, ==, 2);
  g_assert_nonnull (sl_data_by_code (sl_history_names (history), "R-001"));
  change_set = sl_history_open (history, seq + 1, &error);
  g_assert_no_error (error);
  lines = sl_change_set_lines (change_set, TRUE);
  g_assert_cmpuint (lines->len, ==, 1);
  name = sl_change_dup_name (change_set->changes, sl_history_names (history), TRUE);
  g_assert_cmpstr (name, ==, "R-001");
  sl_change_line_get (&g_array_index (lines, SlChangeLine, 0), TRUE, &value);
  after = sl_data_dup_display (sl_history_names (history), &sl_kind_get (SL_KIND_RISK)->fields[SL_RISK_OWNER], &value);
  g_assert_cmpstr (after, ==, "Cat");
  g_assert_null (sl_history_open (history, seq + 100, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_DAMAGED);
}

/* --- Finding ------------------------------------------------------------------------------------------------------ */

static guint
count_hits (SlHistory *history, const SlHistoryFilter *filter)
{
  guint n = 0;

  for (guint i = 0; i < sl_history_count (history); i++)
    n += sl_history_filter_match (filter, sl_history_nth (history, i));
  return n;
}

static void
test_filter (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "Rotas are späť");
  g_autoptr (SlHistory) history = NULL;
  SlHistoryFilter filter = SL_HISTORY_FILTER_ALL;
  g_auto (GStrv) words = g_strsplit ("ROTAS spat", " ", -1);
  g_autoptr (GError) error = NULL;
  SlDate today = sl_date_of_time (g_get_real_time () / 1000);
  guint all, nobodys;

  fixture_set (f->ws, risk, SL_RISK_CAUSE, "The union has not signed");
  g_assert_true (sl_workspace_assess (f->ws, risk, 2, 2, NULL, &error));
  g_assert_true (sl_workspace_set_actor (f->ws, f->bob, &error));
  fixture_set (f->ws, f->cat, SL_PERSON_ROLE_TITLE, "Clerk");
  history = whole_history (f->ws);
  all = sl_history_count (history);
  g_assert_true (sl_history_filter_is_empty (&filter));
  g_assert_cmpuint (count_hits (history, &filter), ==, all);
  filter.by_actor = TRUE;
  filter.actor = f->bob;
  g_assert_false (sl_history_filter_is_empty (&filter));
  g_assert_cmpuint (count_hits (history, &filter), ==, 1);
  /* The very first are nobody's: there were no people. */
  filter.actor = SL_UID_NONE;
  nobodys = count_hits (history, &filter);
  g_assert_cmpuint (nobodys, >, 0);
  filter.actor = f->ada;
  g_assert_cmpuint (count_hits (history, &filter), ==, all - 1 - nobodys);
  filter = SL_HISTORY_FILTER_ALL;
  filter.verb = SL_VERB_ASSESS;
  g_assert_cmpuint (count_hits (history, &filter), ==, 1);
  /* A record with all that belongs to it. */
  filter = SL_HISTORY_FILTER_ALL;
  filter.record = risk;
  g_assert_cmpuint (count_hits (history, &filter), ==, 3);
  filter = SL_HISTORY_FILTER_ALL;
  filter.from = today - 1;
  filter.to = today + 1;
  g_assert_cmpuint (count_hits (history, &filter), ==, all);
  filter.to = today - 1;
  g_assert_cmpuint (count_hits (history, &filter), ==, 0);
  filter.from = today + 2;
  filter.to = SL_DATE_NONE;
  g_assert_cmpuint (count_hits (history, &filter), ==, 0);
  /* Every word, wherever it stands, without case and accents: all that was done to the risk of that title. */
  filter = SL_HISTORY_FILTER_ALL;
  filter.words = words;
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *folded = sl_text_fold (words[i]);

      g_free (words[i]);
      words[i] = folded;
    }
  g_assert_cmpuint (count_hits (history, &filter), ==, 3);
  g_free (words[0]);
  words[0] = g_strdup ("union");
  g_assert_cmpuint (count_hits (history, &filter), ==, 1);
  g_free (words[1]);
  words[1] = g_strdup ("clerk");
  g_assert_cmpuint (count_hits (history, &filter), ==, 0);
  g_free (words[1]);
  words[1] = g_strdup ("signed");
  g_assert_cmpuint (count_hits (history, &filter), ==, 1);
}

/* Of a change-set that touches more, what concerns one record; and of one that does not, nothing. */
static void
test_about (Fixture *f, gconstpointer unused)
{
  SlUid one = fixture_add_risk (f->ws, "Rotas"), two = fixture_add_risk (f->ws, "Batteries");
  SlTx *tx = sl_workspace_begin (f->ws, SL_VERB_PASTE);
  g_autoptr (SlHistory) history = NULL;
  g_autoptr (SlChangeSet) change_set = NULL, part = NULL, none = NULL;
  g_autoptr (GError) error = NULL;

  sl_tx_set (tx, one, SL_RISK_CAUSE, &SL_VALUE_TEXT ("New rotas are not agreed"), NULL);
  sl_tx_set (tx, two, SL_RISK_CAUSE, &SL_VALUE_TEXT ("They are old batteries"), NULL);
  g_assert_true (sl_workspace_commit (f->ws, tx, NULL, &error));
  history = whole_history (f->ws);
  g_assert_null (sl_history_nth (history, 0)->summary);
  change_set = sl_history_open (history, sl_workspace_head (f->ws)->seq, &error);
  g_assert_cmpuint (change_set->n_changes, ==, 2);
  part = sl_change_set_about (change_set, sl_history_names (history), "R-002");
  g_assert_cmpuint (part->n_changes, ==, 1);
  g_assert_cmpint (part->changes[0].uid, ==, two);
  g_assert_cmpint (part->seq, ==, change_set->seq);
  none = sl_change_set_about (change_set, sl_history_names (history), "P-01");
  g_assert_null (none);
}

/* --- Putting back ------------------------------------------------------------------------------------------------- */

/* Everything a risk beyond draft needs; owned by Bob. */
static SlUid
open_risk (Fixture *f)
{
  SlUid risk = fixture_add_risk (f->ws, "Rotas");
  g_autoptr (GError) error = NULL;

  fixture_set (f->ws, risk, SL_RISK_CAUSE, "New rotas are not agreed");
  fixture_set (f->ws, risk, SL_RISK_EVENT, "Crews may not start in September");
  fixture_set (f->ws, risk, SL_RISK_EFFECT, "Collection costs do not fall");
  fixture_set (f->ws, risk, SL_RISK_OWNER, "Bob");
  fixture_set (f->ws, risk, SL_RISK_CATEGORY, "people");
  fixture_set (f->ws, risk, SL_RISK_EARLIEST_DATE, "2026-09-01");
  g_assert_true (sl_workspace_assess (f->ws, risk, 4, 4, NULL, &error));
  fixture_set (f->ws, risk, SL_RISK_STATE, "open");
  return risk;
}

static SlChangeSet *
newest (SlWorkspace *ws, GArray **lines)
{
  g_autoptr (SlHistory) history = whole_history (ws);
  SlChangeSet *change_set = sl_history_open (history, sl_workspace_head (ws)->seq, NULL);

  g_assert_nonnull (change_set);
  *lines = sl_change_set_lines (change_set, TRUE);
  return change_set;
}

/* The earlier value goes in as an edit: a reason is asked where one is due, and one undo takes it back. */
static void
test_restore (Fixture *f, gconstpointer unused)
{
  SlUid risk = open_risk (f);
  g_autoptr (GArray) lines = NULL;
  g_autoptr (SlChangeSet) change_set = NULL;
  g_autoptr (GError) error = NULL;
  const SlChangeLine *line;
  gint64 seq;

  fixture_set (f->ws, risk, SL_RISK_OWNER, "Cat");
  change_set = newest (f->ws, &lines);
  /* Whatever stands there by now. */
  fixture_set (f->ws, risk, SL_RISK_OWNER, "Ada");
  seq = sl_workspace_head (f->ws)->seq;
  line = &g_array_index (lines, SlChangeLine, 0);
  g_assert_null (sl_workspace_dup_restore_obstacle (f->ws, line));
  g_assert_false (sl_workspace_restore (f->ws, line, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_REASON_NEEDED);
  g_clear_error (&error);
  assert_field (f->ws, risk, SL_RISK_OWNER, "P-01");
  g_assert_true (sl_workspace_restore (f->ws, line, "it was Bob’s after all", &error));
  assert_field (f->ws, risk, SL_RISK_OWNER, "P-02");
  g_assert_cmpint (sl_workspace_head (f->ws)->seq, ==, seq + 1);
  g_assert_true (sl_workspace_undo (f->ws, &error));
  assert_field (f->ws, risk, SL_RISK_OWNER, "P-01");
}

#define assert_obstacle(f, line)                                                                                       \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *obstacle_ = sl_workspace_dup_restore_obstacle ((f)->ws, line);                                     \
    g_autoptr (GError) error_ = NULL;                                                                                  \
    g_assert_nonnull (obstacle_);                                                                                      \
    g_assert_false (sl_workspace_restore ((f)->ws, line, "why not", &error_));                                         \
    g_assert_error (error_, SL_ERROR, SL_ERROR_REFUSED);                                                               \
    g_assert_cmpstr (error_->message, ==, obstacle_);                                                                  \
  }                                                                                                                    \
  G_STMT_END

static void
test_restore_obstacles (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "Rotas");
  g_autoptr (GArray) made_lines = NULL, lines = NULL;
  g_autoptr (SlChangeSet) made = newest (f->ws, &made_lines), edit = NULL;
  g_autoptr (GError) error = NULL;
  const SlChangeLine *line;

  /* Nothing was there before. */
  for (guint i = 0; i < made_lines->len; i++)
    assert_obstacle (f, &g_array_index (made_lines, SlChangeLine, i));
  fixture_set (f->ws, risk, SL_RISK_TITLE, "Rotas late");
  edit = newest (f->ws, &lines);
  line = &g_array_index (lines, SlChangeLine, 0);
  /* Looking back is for looking. */
  g_assert_true (sl_workspace_go_back (f->ws, sl_workspace_head (f->ws)->seq - 1, NULL, &error));
  assert_obstacle (f, line);
  sl_workspace_return (f->ws);
  g_assert_true (sl_workspace_restore (f->ws, line, NULL, &error));
  g_assert_no_error (error);
  /* That is its value now. */
  assert_obstacle (f, line);
  delete (f->ws, risk);
  assert_obstacle (f, line);
}

/* --- Meanwhile ---------------------------------------------------------------------------------------------------- */

static void
on_added (SlHistory *history, guint position, guint n, gpointer data)
{
  g_string_append_printf (data, "%u+%u ", position, n);
}

/* Ours and theirs come in at the top, once each, also while a point of the history is shown. */
static void
test_meanwhile (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "Rotas");
  g_autoptr (SlHistory) history = whole_history (f->ws);
  g_autoptr (SlWorkspace) other = fixture_other (f, f->bob);
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gint64 seq = sl_workspace_head (f->ws)->seq;

  g_signal_connect (history, "added", G_CALLBACK (on_added), said);
  fixture_set (f->ws, risk, SL_RISK_TITLE, "Rotas late");
  g_assert_cmpstr (sl_history_nth (history, 0)->summary, ==, "Rotas → Rotas late");
  sl_workspace_poll (other, NULL);
  fixture_set (other, risk, SL_RISK_TITLE, "Rotas very late");
  g_assert_true (sl_workspace_poll (f->ws, NULL));
  g_assert_cmpint (sl_history_nth (history, 0)->actor, ==, f->bob);
  g_assert_true (sl_workspace_go_back (f->ws, 1, NULL, &error));
  fixture_set (other, risk, SL_RISK_TITLE, "Rotas never");
  g_assert_true (sl_workspace_poll (f->ws, NULL));
  g_assert_cmpstr (sl_history_nth (history, 0)->label, ==, "Edit R-001: Risk");
  delete (other, risk);
  g_assert_true (sl_workspace_poll (f->ws, NULL));
  sl_workspace_return (f->ws);
  g_assert_cmpstr (said->str, ==, "0+1 0+1 0+1 0+1 ");
  g_assert_cmpint (sl_history_total (history), ==, seq + 4);
  g_assert_cmpint (entry_of (history, seq + 4)->verb, ==, SL_VERB_DELETE);
  g_assert_nonnull (sl_data_by_code (sl_history_names (history), "R-001"));
}

/* A long one comes in slice by slice, the newest first, with nothing left out and nothing twice; what is made meanwhile
 * stands on top. */
static void
test_long (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "Rotas");
  g_autoptr (SlHistory) history = NULL;
  g_autoptr (GString) said = g_string_new (NULL);
  gint64 last;

  for (guint i = 0; i < 5000; i++)
    fixture_set (f->ws, risk, SL_RISK_TITLE, i % 2 ? "Rotas" : "Rotas late");
  last = sl_workspace_head (f->ws)->seq;
  history = sl_history_new (f->ws);
  g_assert_cmpint (sl_history_state (history), ==, SL_HISTORY_READING);
  g_assert_cmpint (sl_history_total (history), ==, last);
  g_signal_connect (history, "added", G_CALLBACK (on_added), said);
  fixture_set (f->ws, risk, SL_RISK_TITLE, "On top");
  wait_until (history, SL_HISTORY_WHOLE);
  g_assert_true (g_str_has_prefix (said->str, "0+1 1+200 201+4000 4201+"));
  g_assert_cmpuint (sl_history_count (history), ==, last + 1);
  for (guint i = 0; i <= last; i++)
    g_assert_cmpint (sl_history_nth (history, i)->seq, ==, last + 1 - i);
}

/* Nobody waits any more: the worker ends, and nothing is left of it. */
static void
test_let_go (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "Rotas");
  SlHistory *history;

  for (guint i = 0; i < 300; i++)
    fixture_set (f->ws, risk, SL_RISK_TITLE, i % 2 ? "Rotas" : "Rotas late");
  history = sl_history_new (f->ws);
  g_assert_finalize_object (history);
  /* Its slice comes back to nobody. */
  while (g_main_context_pending (NULL) || G_OBJECT (f->store)->ref_count > 2)
    g_main_context_iteration (NULL, FALSE);
}

/* --- Trouble ------------------------------------------------------------------------------------------------------ */

/* A store whose journal cannot be read below a point. */
#define LAME_TYPE_STORE (lame_store_get_type ())
G_DECLARE_FINAL_TYPE (LameStore, lame_store, LAME, STORE, SlStore)

struct _LameStore
{
  SlStore parent_instance;
  SlStore *other;
  gint64 *floor; /* shared with the readers; atomic enough: set while none is at work */
};

G_DEFINE_FINAL_TYPE (LameStore, lame_store, SL_TYPE_STORE)

static gboolean
lame_load (SlStore *store, SlProgramme *into, SlHead *head, GCancellable *cancellable, GError **error)
{
  return sl_store_load (LAME_STORE (store)->other, into, head, cancellable, error);
}

typedef struct
{
  gint64 floor;
  SlChangeSetFunc func;
  gpointer data;
  gboolean fell;
} Falling;

static gboolean
hand_on (SlChangeSet *change_set, gpointer data)
{
  Falling *falling = data;

  falling->fell = change_set->seq < falling->floor;
  return !falling->fell && falling->func (change_set, falling->data);
}

static gboolean
lame_read_back (SlStore *store, gint64 seq, SlChangeSetFunc func, gpointer data, GError **error)
{
  LameStore *self = LAME_STORE (store);
  Falling falling = { *self->floor, func, data, FALSE };

  if (!sl_store_read_back (self->other, seq, hand_on, &falling, error))
    return FALSE;
  if (falling.fell)
    g_set_error_literal (error, SL_ERROR, SL_ERROR_TAMPERED, "broken here");
  return !falling.fell;
}

static SlStore *
lame_reader (SlStore *store, GError **error)
{
  LameStore *reader = g_object_new (LAME_TYPE_STORE, NULL);

  reader->other = sl_store_reader (LAME_STORE (store)->other, error);
  reader->floor = LAME_STORE (store)->floor;
  return SL_STORE (reader);
}

static gboolean
lame_is_read_only (SlStore *store)
{
  return FALSE;
}

static gint64
lame_size (SlStore *store)
{
  return 0;
}

static void
lame_close (SlStore *store)
{
  g_clear_object (&LAME_STORE (store)->other);
}

static void
lame_store_class_init (LameStoreClass *klass)
{
  SlStoreClass *store_class = SL_STORE_CLASS (klass);

  store_class->load = lame_load;
  store_class->read_back = lame_read_back;
  store_class->reader = lame_reader;
  store_class->is_read_only = lame_is_read_only;
  store_class->size = lame_size;
  store_class->close = lame_close;
}

static void
lame_store_init (LameStore *self)
{
}

/* What could be read is shown, what went wrong is told, and reading goes on where it ended. */
static void
test_failure (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "Rotas");
  gint64 floor = 10, last;
  LameStore *lame = g_object_new (LAME_TYPE_STORE, NULL);
  g_autoptr (SlWorkspace) ws = NULL;
  g_autoptr (SlHistory) history = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 300; i++)
    fixture_set (f->ws, risk, SL_RISK_TITLE, i % 2 ? "Rotas" : "Rotas late");
  last = sl_workspace_head (f->ws)->seq;
  lame->other = sl_memory_store_twin (f->store);
  lame->floor = &floor;
  ws = sl_workspace_new (SL_STORE (lame));
  g_object_unref (lame);
  history = sl_history_new (ws);
  g_assert_cmpint (sl_history_state (history), ==, SL_HISTORY_WAITING);
  g_assert_true (sl_workspace_open (ws, NULL, &error));
  g_assert_cmpint (sl_history_state (history), ==, SL_HISTORY_READING);
  wait_until (history, SL_HISTORY_FAILED);
  g_assert_error (sl_history_error (history), SL_ERROR, SL_ERROR_TAMPERED);
  g_assert_cmpuint (sl_history_count (history), ==, last - 9);
  floor = 0;
  sl_history_retry (history);
  wait_until (history, SL_HISTORY_WHOLE);
  g_assert_null (sl_history_error (history));
  for (guint i = 0; i < last; i++)
    g_assert_cmpint (sl_history_nth (history, i)->seq, ==, last - i);
  /* Closed: nothing to read from. */
  g_clear_object (&history);
  sl_workspace_close (ws);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/history/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("entries", test_entries);
  ADD ("moves", test_moves);
  ADD ("deleted", test_deleted);
  ADD ("filter", test_filter);
  ADD ("about", test_about);
  ADD ("restore", test_restore);
  ADD ("restore-obstacles", test_restore_obstacles);
  ADD ("meanwhile", test_meanwhile);
  ADD ("long", test_long);
  ADD ("let-go", test_let_go);
  ADD ("failure", test_failure);
  return g_test_run ();
}
