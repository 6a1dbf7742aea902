/* What every store must do. The same tests run over each of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-desk.h"

#include "base/sl-error.h"
#include "base/sl-text.h"

#include <string.h>

typedef struct
{
  const char *name;
  SlStore *(*create) (const char *folder);
  SlStore *(*twin) (SlStore *store, const char *folder);
} Adapter;

static SlStore *
create_memory (const char *folder)
{
  return sl_memory_store_new ();
}

static SlStore *
twin_memory (SlStore *store, const char *folder)
{
  return sl_memory_store_twin (store);
}

static SlStore *
create_sqlite (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "a.sightline", NULL);
  g_autoptr (GError) error = NULL;
  SlStore *store = sl_place_create (path, &error);

  g_assert_no_error (error);
  return store;
}

static SlStore *
twin_sqlite (SlStore *store, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "a.sightline", NULL);
  g_autoptr (GError) error = NULL;
  SlStore *twin = sl_place_open (path, SL_OPEN_WRITE, &error);

  g_assert_no_error (error);
  return twin;
}

static const Adapter adapters[] = {
  { "memory", create_memory, twin_memory },
  { "sqlite", create_sqlite, twin_sqlite },
};

typedef struct
{
  const Adapter *adapter;
  char *folder;
  Desk *desk;
} Case;

static void
set_up (Case *self, gconstpointer data)
{
  self->adapter = data;
  self->folder = new_folder ();
  self->desk = desk_new (self->adapter->create (self->folder));
}

static void
tear_down (Case *self, gconstpointer data)
{
  desk_free (self->desk);
  remove_folder (self->folder);
}

static Desk *
twin_of (Case *self)
{
  return desk_new (self->adapter->twin (self->desk->store, self->folder));
}

static gboolean
collect (SlChangeSet *change_set, gpointer data)
{
  g_ptr_array_add (data, sl_change_set_ref (change_set));
  return TRUE;
}

static GPtrArray *
since (SlStore *store, gint64 seq)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_change_set_unref);
  g_autoptr (GError) error = NULL;

  sl_store_read_since (store, seq, collect, all, &error);
  g_assert_no_error (error);
  return all;
}

static GPtrArray *
back (SlStore *store, gint64 seq)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_change_set_unref);
  g_autoptr (GError) error = NULL;

  sl_store_read_back (store, seq, collect, all, &error);
  g_assert_no_error (error);
  return all;
}

static gboolean
moved (SlStore *store)
{
  g_autoptr (GError) error = NULL;
  gboolean answer = FALSE;

  sl_store_poll (store, &answer, &error);
  g_assert_no_error (error);
  return answer;
}

static void
test_empty (Case *self, gconstpointer data)
{
  static const SlHash zero;
  g_autoptr (GPtrArray) journal = since (self->desk->store, 0);
  g_autoptr (GPtrArray) backwards = back (self->desk->store, 0);

  g_assert_cmpint (self->desk->head.seq, ==, 0);
  g_assert_true (sl_hash_equal (&self->desk->head.hash, &zero));
  g_assert_true (sl_hash_equal (&self->desk->head.digest, &zero));
  g_assert_cmpuint (journal->len, ==, 0);
  g_assert_cmpuint (backwards->len, ==, 0);
  g_assert_false (moved (self->desk->store));
  g_assert_false (sl_store_is_read_only (self->desk->store));
}

/* Every field of every kind, at the ends of its range, survives; the digest is that of the rows. */
static void
test_all_fields (Case *self, gconstpointer data)
{
  g_autoptr (Desk) twin = NULL;
  g_autoptr (GPtrArray) journal = NULL;
  const SlChangeSet *change_set;

  desk_fill (self->desk);
  twin = twin_of (self);
  assert_same_rows (self->desk->rows, twin->rows);
  g_assert_cmpint (twin->head.seq, ==, 1);
  g_assert_true (sl_hash_equal (&twin->head.hash, &self->desk->head.hash));
  journal = since (twin->store, 0);
  g_assert_cmpuint (journal->len, ==, 1);
  change_set = journal->pdata[0];
  g_assert_cmpstr (change_set->reason, ==, "Everything at once");
  for (guint i = 0; i < change_set->n_changes; i++)
    {
      const SlChange *change = &change_set->changes[i];

      g_assert_null (change->before);
      g_assert_cmphex (sl_record_diff (change->after, sl_data_lookup (sl_programme_data (twin->rows), change->uid)), ==, 0);
    }
}

static void
test_texts (Case *self, gconstpointer data)
{
  g_autoptr (GString) big = g_string_new (NULL);
  g_autoptr (Desk) twin = NULL;
  SlUid uid = desk_add_risk (self->desk, "Ends with a flag 🇬🇧");

  while (sl_text_length (big->str) < 2000)
    g_string_append (big, "ß漢\n😀\t");
  g_string_truncate (big, (gsize) (g_utf8_offset_to_pointer (big->str, 1999) - big->str));
  g_string_append (big, "x");
  desk_set_text (self->desk, uid, SL_RISK_CAUSE, big->str);
  twin = twin_of (self);
  g_assert_cmpstr (SL_AS (RISK, sl_data_lookup (sl_programme_data (twin->rows), uid))->cause, ==, big->str);
  desk_set_text (twin, uid, SL_RISK_CAUSE, NULL);
  desk_free (g_steal_pointer (&twin));
  twin = twin_of (self);
  g_assert_null (SL_AS (RISK, sl_data_lookup (sl_programme_data (twin->rows), uid))->cause);
}

static void
test_moved (Case *self, gconstpointer data)
{
  g_autoptr (Desk) twin = NULL;
  g_autoptr (Desk) third = NULL;
  g_autoptr (GError) error = NULL;
  SlUid uid = desk_add_risk (self->desk, "One");
  SlTx *tx;

  twin = twin_of (self);
  desk_set_text (twin, uid, SL_RISK_TITLE, "Two");
  tx = desk_begin (self->desk, SL_VERB_EDIT);
  g_assert_true (sl_tx_set (tx, uid, SL_RISK_TITLE, &SL_VALUE_TEXT ("Three"), NULL));
  g_assert_false (desk_commit (self->desk, tx, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_MOVED);
  third = twin_of (self);
  g_assert_cmpint (third->head.seq, ==, 2);
  g_assert_cmpstr (SL_AS (RISK, sl_data_lookup (sl_programme_data (third->rows), uid))->title, ==, "Two");
}

/* What is read back of an edit names that field and nothing else. */
static void
test_partial (Case *self, gconstpointer data)
{
  g_autoptr (GPtrArray) journal = NULL;
  SlUid uid = desk_add_risk (self->desk, "Before");
  const SlChange *change;
  SlTx *tx = desk_begin (self->desk, SL_VERB_EDIT);

  g_assert_true (sl_tx_set (tx, uid, SL_RISK_TITLE, &SL_VALUE_TEXT ("After"), NULL));
  g_assert_true (sl_tx_set (tx, uid, SL_RISK_STATE, &SL_VALUE_ENUM (SL_RISK_STATE_OPEN), NULL));
  g_assert_true (desk_commit (self->desk, tx, NULL, NULL));
  journal = since (self->desk->store, 1);
  g_assert_cmpuint (journal->len, ==, 1);
  change = &((SlChangeSet *) journal->pdata[0])->changes[0];
  g_assert_cmphex (change->mask, ==, SL_MASK (SL_RISK_TITLE) | SL_MASK (SL_RISK_STATE));
  g_assert_cmpstr (SL_AS (RISK, change->before)->title, ==, "Before");
  g_assert_cmpstr (SL_AS (RISK, change->after)->title, ==, "After");
  g_assert_cmpint (SL_AS (RISK, change->before)->state, ==, SL_RISK_STATE_DRAFT);
  g_assert_cmpint (SL_AS (RISK, change->after)->state, ==, SL_RISK_STATE_OPEN);
  g_assert_null (SL_AS (RISK, change->after)->code);
  g_assert_cmpint (SL_AS (RISK, change->after)->confidentiality, ==, 0);
}

/* Another connection that applies what it reads arrives at the same rows. */
static void
test_follow (Case *self, gconstpointer data)
{
  g_autoptr (Desk) twin = NULL;
  g_autoptr (GPtrArray) news = NULL;
  g_autoptr (GError) error = NULL;
  SlUid uid;
  SlTx *tx;

  desk_fill (self->desk);
  uid = desk_add_risk (self->desk, "To be deleted");
  twin = twin_of (self);
  g_assert_false (moved (twin->store));
  desk_set_text (self->desk, desk_add_risk (self->desk, "New"), SL_RISK_EVENT, "It happens");
  tx = desk_begin (self->desk, SL_VERB_DELETE);
  g_assert_true (sl_tx_delete (tx, uid, NULL));
  uid = sl_programme_nth (self->desk->rows, SL_KIND_PERSON, 0)->uid;
  g_assert_true (sl_tx_set (tx, uid, SL_PERSON_SENIOR, &SL_VALUE_BOOL (FALSE), NULL));
  g_assert_true (sl_tx_set (tx, uid, SL_PERSON_ACTIVE_TO, &SL_VALUE_NULL (SL_TYPE_DATE), NULL));
  desk_commit (self->desk, tx, "Cleared", &error);
  g_assert_no_error (error);
  g_assert_false (moved (self->desk->store));
  g_assert_true (moved (twin->store));
  g_assert_false (moved (twin->store));
  news = since (twin->store, twin->head.seq);
  g_assert_cmpuint (news->len, ==, 3);
  for (guint i = 0; i < news->len; i++)
    sl_programme_apply (twin->rows, news->pdata[i]);
  assert_same_rows (self->desk->rows, twin->rows);
}

static void
test_numbers_survive (Case *self, gconstpointer data)
{
  g_autoptr (Desk) twin = NULL;
  SlUid uid = desk_add_risk (self->desk, "First");
  SlTx *tx;

  g_assert_cmpstr (sl_record_code (sl_data_lookup (sl_programme_data (self->desk->rows), uid)), ==, "R-001");
  tx = desk_begin (self->desk, SL_VERB_DELETE);
  g_assert_true (sl_tx_delete (tx, uid, NULL));
  g_assert_true (desk_commit (self->desk, tx, NULL, NULL));
  twin = twin_of (self);
  g_assert_cmpuint (sl_programme_count (twin->rows, SL_KIND_RISK), ==, 0);
  uid = desk_add_risk (twin, "Second");
  g_assert_cmpstr (sl_record_code (sl_data_lookup (sl_programme_data (twin->rows), uid)), ==, "R-002");
}

/* Who, when, why, what it takes back, and the order backwards. */
static void
test_particulars (Case *self, gconstpointer data)
{
  g_autoptr (SlChangeSet) change_set = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) from_two = NULL;
  g_autoptr (GPtrArray) from_beyond = NULL;
  g_autoptr (GError) error = NULL;
  SlUid uid = desk_add_risk (self->desk, "Before");
  const SlChangeSet *read;
  SlTx *tx;

  desk_set_text (self->desk, uid, SL_RISK_TITLE, "After");
  tx = desk_begin (self->desk, SL_VERB_UNDO);
  g_assert_true (sl_tx_set (tx, uid, SL_RISK_TITLE, &SL_VALUE_TEXT ("Before"), NULL));
  change_set = desk_change_set (self->desk, tx, "It was right – “so”");
  change_set->undo_of = 2;
  change_set->actor = 4711;
  change_set->at = 1234567890123;
  desk_append (self->desk, change_set, &error);
  g_assert_no_error (error);
  g_assert_cmpint (change_set->seq, ==, 3);
  all = back (self->desk->store, 0);
  g_assert_cmpuint (all->len, ==, 3);
  read = all->pdata[0];
  g_assert_cmpint (read->seq, ==, 3);
  g_assert_cmpint (read->undo_of, ==, 2);
  g_assert_cmpint (read->actor, ==, 4711);
  g_assert_cmpint (read->at, ==, 1234567890123);
  g_assert_cmpint (read->verb, ==, SL_VERB_UNDO);
  g_assert_cmpstr (read->reason, ==, "It was right – “so”");
  g_assert_cmpstr (read->id, ==, change_set->id);
  g_assert_true (sl_hash_equal (&read->hash, &self->desk->head.hash));
  g_assert_true (sl_hash_equal (&read->digest, &change_set->digest));
  g_assert_null (((SlChangeSet *) all->pdata[1])->reason);
  from_two = back (self->desk->store, 2);
  g_assert_cmpuint (from_two->len, ==, 2);
  g_assert_cmpint (((SlChangeSet *) from_two->pdata[0])->seq, ==, 2);
  from_beyond = back (self->desk->store, 99);
  g_assert_cmpuint (from_beyond->len, ==, 3);
}

static gboolean
stop_at_second (SlChangeSet *change_set, gpointer data)
{
  return ++*(guint *) data < 2;
}

static void
test_stop (Case *self, gconstpointer data)
{
  guint seen = 0;

  for (guint i = 0; i < 4; i++)
    desk_add_risk (self->desk, "Risk");
  g_assert_true (sl_store_read_since (self->desk->store, 0, stop_at_second, &seen, NULL));
  g_assert_cmpuint (seen, ==, 2);
  seen = 0;
  g_assert_true (sl_store_read_back (self->desk->store, 0, stop_at_second, &seen, NULL));
  g_assert_cmpuint (seen, ==, 2);
}

/* A store is the last line: what points nowhere is not kept, whoever asks. */
static void
test_structure (Case *self, gconstpointer data)
{
  GArray *changes = g_array_new (FALSE, TRUE, sizeof (SlChange));
  SlRecordEdit edit;
  SlChange change = { .kind = SL_KIND_RISK_REVIEW, .uid = sl_uid_new () };
  g_autoptr (SlChangeSet) change_set = NULL;
  g_autoptr (GPtrArray) journal = NULL;
  g_autoptr (GError) error = NULL;

  desk_add_risk (self->desk, "Risk");
  sl_record_edit_new (&edit, sl_kind_get (SL_KIND_RISK_REVIEW), change.uid);
  sl_record_edit_set (&edit, SL_RISK_REVIEW_RISK, &SL_VALUE_REF (4711));
  sl_record_edit_set (&edit, SL_RISK_REVIEW_DATE, &SL_VALUE_DATE (20000));
  change.after = sl_record_edit_done (&edit);
  change.mask = SL_MASK (SL_RISK_REVIEW_RISK) | SL_MASK (SL_RISK_REVIEW_DATE) | SL_MASK (SL_RISK_REVIEW_OUTCOME);
  g_array_append_val (changes, change);
  change_set = sl_change_set_new (changes, SL_VERB_REVIEW, SL_UID_NONE, NULL);
  g_assert_false (sl_store_append (self->desk->store, change_set, &self->desk->head, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_STRUCTURE);
  journal = since (self->desk->store, 0);
  g_assert_cmpuint (journal->len, ==, 1);
  desk_add_risk (self->desk, "The store goes on");
}

static void
test_many (Case *self, gconstpointer data)
{
  g_autoptr (GPtrArray) journal = NULL;
  g_autoptr (Desk) twin = NULL;
  SlUid uid = desk_add_risk (self->desk, "0");

  for (guint i = 1; i < 1000; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);

      desk_set_text (self->desk, uid, SL_RISK_TITLE, title);
    }
  journal = since (self->desk->store, 0);
  g_assert_cmpuint (journal->len, ==, 1000);
  for (guint i = 0; i < journal->len; i++)
    g_assert_cmpint (((SlChangeSet *) journal->pdata[i])->seq, ==, i + 1);
  twin = twin_of (self);
  g_assert_cmpstr (sl_record_title (sl_data_lookup (sl_programme_data (twin->rows), uid)), ==, "999");
}

/* Sixty risks by code as people count, what belongs to them, and all of the small kinds. */
static void
test_preview (Case *self, gconstpointer data)
{
  g_autoptr (SlProgramme) first = sl_programme_new ();
  g_autoptr (GError) error = NULL;
  SlTx *tx;

  desk_fill (self->desk);
  tx = desk_begin (self->desk, SL_VERB_PASTE);
  for (guint i = 0; i < 1100; i++)
    {
      SlUid risk = sl_tx_create (tx, SL_KIND_RISK);
      SlUid assessment = sl_tx_create (tx, SL_KIND_RISK_ASSESSMENT);

      g_assert_true (sl_tx_set (tx, risk, SL_RISK_TITLE, &SL_VALUE_TEXT ("Risk"), NULL));
      g_assert_true (sl_tx_set (tx, assessment, SL_RISK_ASSESSMENT_RISK, &SL_VALUE_REF (risk), NULL));
      g_assert_true (sl_tx_set (tx, assessment, SL_RISK_ASSESSMENT_DATE, &SL_VALUE_DATE (20000), NULL));
    }
  desk_commit (self->desk, tx, NULL, &error);
  g_assert_no_error (error);
  sl_store_preview (self->desk->store, SL_KIND_RISK, 1000, first, &error);
  g_assert_no_error (error);
  /* R-1000 comes after R-999, not after R-100. */
  g_assert_cmpuint (sl_programme_count (first, SL_KIND_RISK), ==, 1000);
  g_assert_nonnull (sl_data_by_code (sl_programme_data (first), "R-1000"));
  g_assert_null (sl_data_by_code (sl_programme_data (first), "R-1001"));
  g_assert_cmpuint (sl_programme_count (first, SL_KIND_RISK_ASSESSMENT), ==, 998 + 2);
  g_assert_cmpuint (sl_programme_count (first, SL_KIND_DUE_MOVE), ==, 2);
  g_assert_cmpuint (sl_programme_count (first, SL_KIND_PERSON), ==, 2);
  g_assert_cmpuint (sl_programme_count (first, SL_KIND_SCALE_BAND), ==, 2);
  g_assert_nonnull (sl_data_programme (sl_programme_data (first)));
}

static void
test_cancelled (Case *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SlProgramme) rows = sl_programme_new ();
  g_autoptr (GError) error = NULL;
  SlHead head;

  g_cancellable_cancel (cancellable);
  g_assert_false (sl_store_load (self->desk->store, rows, &head, cancellable, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_CANCELLED);
  desk_add_risk (self->desk, "The store goes on");
}

typedef struct
{
  SlStore *reader;
  guint n;
} Reading;

static gpointer
read_there (gpointer data)
{
  Reading *reading = data;
  g_autoptr (GPtrArray) journal = since (reading->reader, 0);

  reading->n = journal->len;
  return NULL;
}

/* A reader is read on another thread while the store goes on being written here, and outlives it. */
static void
test_reader (Case *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Reading reading = { NULL, 0 };
  g_autoptr (SlChangeSet) change_set = NULL;
  GThread *thread;
  SlTx *tx;

  desk_add_risk (self->desk, "One");
  reading.reader = sl_store_reader (self->desk->store, &error);
  g_assert_no_error (error);
  g_assert_true (sl_store_is_read_only (reading.reader));
  thread = g_thread_new ("reader", read_there, &reading);
  for (guint i = 0; i < 20; i++)
    desk_add_risk (self->desk, "More");
  g_thread_join (thread);
  g_assert_cmpuint (reading.n, >=, 1);
  read_there (&reading);
  g_assert_cmpuint (reading.n, ==, 21);
  tx = desk_begin (self->desk, SL_VERB_ADD);
  sl_tx_set (tx, sl_tx_create (tx, SL_KIND_RISK), SL_RISK_TITLE, &SL_VALUE_TEXT ("Not by a reader"), NULL);
  change_set = desk_change_set (self->desk, tx, NULL);
  g_assert_false (sl_store_append (reading.reader, change_set, &self->desk->head, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_READ_ONLY);
  sl_store_close (self->desk->store);
  read_there (&reading);
  g_assert_cmpuint (reading.n, ==, 21);
  g_assert_finalize_object (reading.reader);
  g_assert_null (sl_store_reader (self->desk->store, NULL));
}

static void
test_closed (Case *self, gconstpointer data)
{
  g_autoptr (SlProgramme) rows = sl_programme_new ();
  gboolean answer;
  SlHead head;

  sl_store_close (self->desk->store);
  sl_store_close (self->desk->store);
  g_assert_false (sl_store_load (self->desk->store, rows, &head, NULL, NULL));
  g_assert_false (sl_store_poll (self->desk->store, &answer, NULL));
  g_assert_false (sl_store_read_since (self->desk->store, 0, collect, NULL, NULL));
  g_assert_false (sl_store_preview (self->desk->store, SL_KIND_RISK, 60, rows, NULL));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Case *self, gconstpointer data);
  } tests[] = {
    { "empty", test_empty },         { "all-fields", test_all_fields }, { "texts", test_texts },
    { "moved", test_moved },         { "partial", test_partial },       { "follow", test_follow },
    { "numbers-survive", test_numbers_survive }, { "particulars", test_particulars }, { "stop", test_stop },
    { "structure", test_structure }, { "many", test_many },             { "preview", test_preview },
    { "cancelled", test_cancelled }, { "reader", test_reader },         { "closed", test_closed },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint a = 0; a < G_N_ELEMENTS (adapters); a++)
    for (guint t = 0; t < G_N_ELEMENTS (tests); t++)
      {
        g_autofree char *path = g_strdup_printf ("/store/%s/%s", adapters[a].name, tests[t].name);

        g_test_add (path, Case, &adapters[a], set_up, tests[t].test, tear_down);
      }
  return g_test_run ();
}
