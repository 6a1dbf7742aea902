/* Files of strangers, unlucky files, busy files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-desk.h"

#include "base/sl-error.h"
#include "store/sqlite/sl-schema-private.h"
#include "store/sqlite/sl-sqlite-store-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Case;

static void
set_up (Case *self, gconstpointer data)
{
  g_autoptr (Desk) desk = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = new_folder ();
  self->path = g_build_filename (self->folder, "good.sightline", NULL);
  desk = desk_new (sl_place_create (self->path, &error));
  g_assert_no_error (error);
  desk_fill (desk);
  desk_set_text (desk, desk_add_risk (desk, "One"), SL_RISK_TITLE, "Two");
}

static void
tear_down (Case *self, gconstpointer data)
{
  remove_folder (self->folder);
  g_free (self->path);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names, sizes, times and content of all that lies in a folder. */
static char *
state_of (const char *folder)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = NULL;
      g_autofree char *sum = NULL;
      struct stat info;
      gsize n = 0;

      g_assert_cmpint (lstat (path, &info), ==, 0);
      if (S_ISREG (info.st_mode))
        g_assert_true (g_file_get_contents (path, &content, &n, NULL));
      sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, n);
      g_ptr_array_add (lines, g_strdup_printf ("%s %o %" G_GSIZE_FORMAT " %ld.%09ld %s", name, info.st_mode, n,
                                               (long) info.st_mtim.tv_sec, (long) info.st_mtim.tv_nsec, sum));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* Opens and loads; the error, or NULL. */
static GError *
try_open (const char *path, SlOpenMode mode)
{
  g_autoptr (SlProgramme) rows = sl_programme_new ();
  g_autoptr (SlStore) store = NULL;
  GError *error = NULL;
  SlHead head;

  store = sl_place_open (path, mode, &error);
  if (store != NULL)
    sl_store_load (store, rows, &head, NULL, &error);
  return error;
}

static void
assert_refused (Case *self, int code, const char *words)
{
  for (SlOpenMode mode = SL_OPEN_READ; mode <= SL_OPEN_WINDOW; mode++)
    {
      g_autofree char *before = state_of (self->folder);
      g_autoptr (GError) error = try_open (self->path, mode);
      g_autofree char *after = state_of (self->folder);

      g_assert_error (error, SL_ERROR, code);
      if (words != NULL && strstr (error->message, words) == NULL)
        g_test_fail_printf ("“%s” does not say “%s”", error->message, words);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
raw (const char *path, const char *sql)
{
  sqlite3 *db;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
patch (const char *path, gsize offset, const void *bytes, gsize n)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (offset + n, <=, length);
  memcpy (content + offset, bytes, n);
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
}

static void
put (const char *path, const char *suffix, const void *bytes, gssize n)
{
  g_autofree char *side = g_strconcat (path, suffix, NULL);

  g_assert_true (g_file_set_contents (side, bytes, n, NULL));
}

/* --- Not ours ----------------------------------------------------------------------------------------------------- */

static void
test_not_ours (Case *self, gconstpointer data)
{
  put (self->path, "", "", 0);
  assert_refused (self, SL_ERROR_NOT_OURS, "empty");
  put (self->path, "", "x", 1);
  assert_refused (self, SL_ERROR_NOT_OURS, "not a Sightline programme");
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  raw (self->path, "CREATE TABLE t (a); INSERT INTO t VALUES (1)");
  assert_refused (self, SL_ERROR_NOT_OURS, NULL);
  raw (self->path, "PRAGMA application_id = 252006673; PRAGMA user_version = 1");
  assert_refused (self, SL_ERROR_NOT_OURS, NULL);
  put (self->path, "", "<?xml version=\"1.0\"?><programme/>", -1);
  assert_refused (self, SL_ERROR_NOT_OURS, NULL);
}

static void
test_not_a_file (Case *self, gconstpointer data)
{
  g_autofree char *good = g_steal_pointer (&self->path);

  self->path = g_build_filename (self->folder, "other.sightline", NULL);
  assert_refused (self, SL_ERROR_IO, "other.sightline");
  g_assert_cmpint (symlink (good, self->path), ==, 0);
  assert_refused (self, SL_ERROR_NOT_OURS, "regular");
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  assert_refused (self, SL_ERROR_NOT_OURS, "regular");
  g_assert_cmpint (g_rmdir (self->path), ==, 0);
  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  assert_refused (self, SL_ERROR_NOT_OURS, "regular");
}

static void
test_versions (Case *self, gconstpointer data)
{
  static const guint8 wal[] = { 2, 2 };
  g_autofree char *as_it_was = g_strdup_printf ("PRAGMA user_version = %d", sl_place_schema_version ());

  raw (self->path, "PRAGMA user_version = 999");
  assert_refused (self, SL_ERROR_NEWER, "999");
  raw (self->path, "PRAGMA user_version = 0");
  assert_refused (self, SL_ERROR_DAMAGED, NULL);
  raw (self->path, "PRAGMA user_version = -1");
  assert_refused (self, SL_ERROR_DAMAGED, NULL);
  raw (self->path, as_it_was);
  g_assert_null (try_open (self->path, SL_OPEN_READ));
  patch (self->path, 18, wal, sizeof wal);
  assert_refused (self, SL_ERROR_DAMAGED, "write-ahead log");
}

static void
test_too_large (Case *self, gconstpointer data)
{
  /* A hole: it takes no room on the disk. */
  g_assert_cmpint (truncate (self->path, (G_GINT64_CONSTANT (2) << 30) + 1), ==, 0);
  for (SlOpenMode mode = SL_OPEN_READ; mode <= SL_OPEN_WINDOW; mode++)
    {
      g_autoptr (GError) error = try_open (self->path, mode);

      g_assert_error (error, SL_ERROR, SL_ERROR_LIMIT);
    }
}

/* --- What lies beside --------------------------------------------------------------------------------------------- */

static void
test_side_files (Case *self, gconstpointer data)
{
  static const guint8 forged[] = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7 a journal that names another file "
                                 "/victim\0\0\0\x07\0\0\0\0\xd9\xd5\x05\xf9\x20\xa1\x63\xd7";
  g_autofree char *side = g_strconcat (self->path, "-journal", NULL);

  put (self->path, "-journal", forged, sizeof forged - 1);
  assert_refused (self, SL_ERROR_DAMAGED, "-journal");
  g_assert_cmpint (g_unlink (side), ==, 0);
  g_assert_cmpint (symlink ("/nowhere", side), ==, 0);
  assert_refused (self, SL_ERROR_DAMAGED, "-journal");
  g_assert_cmpint (g_unlink (side), ==, 0);
  g_assert_cmpint (g_mkdir (side, 0700), ==, 0);
  assert_refused (self, SL_ERROR_DAMAGED, "-journal");
  g_assert_cmpint (g_rmdir (side), ==, 0);
  put (self->path, "-wal", "", 0);
  assert_refused (self, SL_ERROR_DAMAGED, "-wal");
}

/* Leaves a file in the middle of a commit: pages written, journal waiting. */
static void
die_in_commit (const char *path)
{
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      sqlite3 *db;

      sqlite3_open (path, &db);
      sqlite3_exec (db, "PRAGMA cache_size = 1; BEGIN IMMEDIATE; UPDATE risk SET cause = hex (zeroblob (900)), title = 'half';"
                    "UPDATE person SET display_name = hex (zeroblob (50)); UPDATE change SET salt = zeroblob (3000);",
                    NULL, NULL, NULL);
      sqlite3_db_cacheflush (db);
      raise (SIGKILL);
    }
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
}

static guint
count_names (const char *folder, const char *part)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += strstr (name, part) != NULL;
  return n;
}

static void
test_hot_journal_reader (Case *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Desk) desk = NULL;

  die_in_commit (self->path);
  g_assert_cmpuint (count_names (self->folder, "-journal"), ==, 1);
  before = state_of (self->folder);
  desk = desk_new (sl_place_open (self->path, SL_OPEN_READ, &error));
  g_assert_no_error (error);
  words = sl_place_dup_note (desk->store);
  g_assert_nonnull (strstr (words, "recovered copy"));
  g_assert_true (sl_store_is_read_only (desk->store));
  g_assert_cmpint (desk->head.seq, ==, 3);
  desk_free (g_steal_pointer (&desk));
  after = state_of (self->folder);
  g_assert_cmpstr (before, ==, after);
  /* The private copy is gone with the store. */
  g_assert_cmpuint (count_names (g_get_tmp_dir (), "sightline-copy-"), ==, 0);
}

static void
test_hot_journal_writer (Case *self, gconstpointer data)
{
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Desk) desk = NULL;

  die_in_commit (self->path);
  desk = desk_new (sl_place_open (self->path, SL_OPEN_WINDOW, &error));
  g_assert_no_error (error);
  words = sl_place_dup_note (desk->store);
  g_assert_nonnull (strstr (words, ".recovered-"));
  g_assert_cmpint (desk->head.seq, ==, 3);
  desk_add_risk (desk, "Goes on");
  g_assert_cmpuint (count_names (self->folder, ".recovered-"), ==, 2);
  g_assert_cmpuint (count_names (self->folder, "good.sightline-journal"), ==, 0);
}

/* --- Hostile or damaged content ----------------------------------------------------------------------------------- */

static void
test_schema (Case *self, gconstpointer data)
{
  static const char *const extras[] = {
    "CREATE VIEW v AS SELECT 1", "CREATE TABLE t (a)", "CREATE INDEX i ON risk (title)",
    "CREATE TRIGGER t AFTER UPDATE ON risk BEGIN DELETE FROM change; END", "ALTER TABLE risk ADD COLUMN more TEXT",
    "DROP INDEX risk_review_by_risk", "CREATE VIRTUAL TABLE f USING fts5 (a)", "ANALYZE",
  };
  g_autofree char *content = NULL;
  gsize n;

  g_assert_true (g_file_get_contents (self->path, &content, &n, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (extras); i++)
    {
      put (self->path, "", content, (gssize) n);
      raw (self->path, extras[i]);
      assert_refused (self, SL_ERROR_DAMAGED, "tables");
    }
}

static void
test_values (Case *self, gconstpointer data)
{
  static const struct
  {
    const char *sql, *words;
    int code;
  } plants[] = {
    { "UPDATE risk SET title = CAST (x'41004200' AS TEXT)", "title", SL_ERROR_DAMAGED },
    { "UPDATE risk SET title = CAST (x'41ff42' AS TEXT)", "title", SL_ERROR_DAMAGED },
    { "UPDATE risk SET title = CAST (x'c3' AS TEXT)", "title", SL_ERROR_DAMAGED },
    { "UPDATE risk SET cause = char (27) || '[2J'", "cause", SL_ERROR_DAMAGED },
    { "UPDATE risk SET cause = 'longer than eight' || char (127)", "cause", SL_ERROR_DAMAGED },
    { "UPDATE risk SET cause = ''", "cause", SL_ERROR_DAMAGED },
    { "UPDATE risk SET title = hex (zeroblob (41))", "title", SL_ERROR_DAMAGED },
    { "UPDATE risk SET state = 'opened'", "state", SL_ERROR_DAMAGED },
    { "UPDATE risk SET state = 'ope'", "state", SL_ERROR_DAMAGED },
    { "UPDATE risk SET state = CAST (x'6f70656e00' AS TEXT)", "state", SL_ERROR_DAMAGED },
    { "UPDATE risk SET closed_on = '2026-02-30'", "closed_on", SL_ERROR_DAMAGED },
    { "UPDATE risk SET closed_on = '1899-12-31'", "closed_on", SL_ERROR_DAMAGED },
    { "UPDATE risk SET closed_on = '2026-2-3'", "closed_on", SL_ERROR_DAMAGED },
    { "UPDATE risk SET closed_on = '2026-02-03 '", "closed_on", SL_ERROR_DAMAGED },
    { "UPDATE person SET code = NULL", "code", SL_ERROR_DAMAGED },
    { "UPDATE risk SET csf_ref = 'j9'", "csf_ref", SL_ERROR_DAMAGED },
    { "UPDATE settings SET grid_1 = 'G'", "grid_1", SL_ERROR_DAMAGED },
    { "UPDATE risk_assessment SET probability = 6", "probability", SL_ERROR_DAMAGED },
    { "UPDATE risk_assessment SET cost_if_occurs = -1", "cost_if_occurs", SL_ERROR_DAMAGED },
    { "UPDATE person SET senior = 2", "senior", SL_ERROR_DAMAGED },
    { "UPDATE risk SET uid = -uid WHERE code = 'R-003'", "uid", SL_ERROR_DAMAGED },
    { "UPDATE risk SET uid = (SELECT max (uid) FROM action) WHERE code = 'R-003'", "action", SL_ERROR_DAMAGED },
    { "UPDATE risk SET owner = 4711", "person", SL_ERROR_DAMAGED },
    { "UPDATE head SET seq = 2", "history", SL_ERROR_TAMPERED },
    { "UPDATE head SET hash = x'00'", "history", SL_ERROR_TAMPERED },
    { "UPDATE head SET digest = zeroblob (32)", "history", SL_ERROR_TAMPERED },
    { "DELETE FROM head", "history", SL_ERROR_TAMPERED },
    { "DELETE FROM changeset WHERE seq = 3", "history", SL_ERROR_TAMPERED },
  };
  g_autofree char *content = NULL;
  gsize n;

  g_assert_true (g_file_get_contents (self->path, &content, &n, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (plants); i++)
    {
      put (self->path, "", content, (gssize) n);
      raw (self->path, plants[i].sql);
      assert_refused (self, plants[i].code, plants[i].words);
    }
}

static gboolean
keep_on (SlChangeSet *change_set, gpointer data)
{
  return TRUE;
}

static void
test_history (Case *self, gconstpointer data)
{
  static const char *const changes[] = {
    "UPDATE changeset SET at = at + 1 WHERE seq = 2", "UPDATE changeset SET reason = 'Another' WHERE seq = 1",
    "UPDATE change SET texts = x'00' WHERE seq = 3", "DELETE FROM change WHERE seq = 1 AND n = 3",
    "DELETE FROM change WHERE seq = 1 AND n = (SELECT max (n) FROM change WHERE seq = 1)",
    "DELETE FROM changeset WHERE seq = 2", "UPDATE changeset SET id = CAST (x'ff' AS TEXT) WHERE seq = 2",
    "UPDATE changeset SET hash = zeroblob (31) WHERE seq = 2",
  };
  g_autofree char *content = NULL;
  gsize n;

  g_assert_true (g_file_get_contents (self->path, &content, &n, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (SlStore) store = NULL;
      g_autoptr (GError) error = NULL;

      put (self->path, "", content, (gssize) n);
      raw (self->path, changes[i]);
      store = sl_place_open (self->path, SL_OPEN_READ, &error);
      g_assert_no_error (error);
      g_assert_false (sl_store_read_since (store, 0, keep_on, NULL, &error));
      g_assert_error (error, SL_ERROR, SL_ERROR_TAMPERED);
      g_clear_error (&error);
      g_assert_false (sl_store_read_back (store, 0, keep_on, NULL, &error));
      g_assert_error (error, SL_ERROR, SL_ERROR_TAMPERED);
    }
}

static void
test_truncated (Case *self, gconstpointer data)
{
  struct stat info;

  g_assert_cmpint (stat (self->path, &info), ==, 0);
  for (off_t size = info.st_size - 4096; size > 4096; size /= 2)
    {
      g_assert_cmpint (truncate (self->path, size), ==, 0);
      assert_refused (self, SL_ERROR_DAMAGED, NULL);
    }
  g_assert_cmpint (truncate (self->path, 99), ==, 0);
  assert_refused (self, SL_ERROR_NOT_OURS, NULL);
}

/* Every bit of the header, and seeded ones of the rest: refused in our words, or read; never worse, and never changed. */
static void
test_bit_flips (Case *self, gconstpointer data)
{
  g_autofree char *content = NULL;
  g_autofree char *side = g_strconcat (self->path, "-journal", NULL);
  gsize n;

  g_assert_true (g_file_get_contents (self->path, &content, &n, NULL));
  for (guint i = 0; i < 1000; i++)
    {
      gsize bit = i < 800 ? i : (gsize) g_test_rand_int_range (800, (gint32) n * 8);
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;
      gsize n_after;

      content[bit / 8] ^= (char) (1 << bit % 8);
      put (self->path, "", content, (gssize) n);
      error = try_open (self->path, SL_OPEN_READ);
      if (error != NULL && (error->domain != SL_ERROR || error->code == SL_ERROR_INTERNAL))
        g_test_fail_printf ("bit %" G_GSIZE_FORMAT ": %s", bit, error->message);
      g_assert_true (g_file_get_contents (self->path, &after, &n_after, NULL));
      g_assert_cmpmem (content, n, after, n_after);
      g_assert_false (g_file_test (side, G_FILE_TEST_EXISTS));
      content[bit / 8] ^= (char) (1 << bit % 8);
    }
}

/* --- Reading, names ----------------------------------------------------------------------------------------------- */

static void
test_reading_changes_nothing (Case *self, gconstpointer data)
{
  g_autofree char *before = state_of (self->folder);
  g_autofree char *after = NULL;
  g_autoptr (Desk) desk = desk_new (sl_place_open (self->path, SL_OPEN_READ, NULL));
  g_autoptr (SlProgramme) first = sl_programme_new ();
  g_autoptr (GError) error = NULL;
  SlTx *tx = desk_begin (desk, SL_VERB_ADD);
  SlUid uid = sl_tx_create (tx, SL_KIND_RISK);
  gboolean moved;

  g_assert_true (sl_store_is_read_only (desk->store));
  g_assert_cmpint (sl_store_size (desk->store), >, 0);
  g_assert_null (sl_place_dup_note (desk->store));
  g_assert_true (sl_store_preview (desk->store, SL_KIND_RISK, 60, first, NULL));
  g_assert_true (sl_store_read_since (desk->store, 0, keep_on, NULL, NULL));
  g_assert_true (sl_store_poll (desk->store, &moved, NULL));
  g_assert_true (sl_tx_set (tx, uid, SL_RISK_TITLE, &SL_VALUE_TEXT ("No"), NULL));
  g_assert_false (desk_commit (desk, tx, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_READ_ONLY);
  desk_free (g_steal_pointer (&desk));
  after = state_of (self->folder);
  g_assert_cmpstr (before, ==, after);
}

static void
test_odd_names (Case *self, gconstpointer data)
{
  static const char *const names[] = { "file:x?mode=memory.sightline", ":memory:", "a b'c\"d%.sightline", "größe.sightline" };
  g_autofree char *here = g_get_current_dir ();

  g_assert_cmpint (g_chdir (self->folder), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (Desk) desk = NULL;

      desk = desk_new (sl_place_create (names[i], &error));
      g_assert_no_error (error);
      desk_add_risk (desk, "Here");
      desk_free (g_steal_pointer (&desk));
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      desk = desk_new (sl_place_open (names[i], SL_OPEN_READ, &error));
      g_assert_no_error (error);
      g_assert_cmpint (desk->head.seq, ==, 1);
    }
  g_assert_cmpint (g_chdir (here), ==, 0);
}

static void
test_create_refuses (Case *self, gconstpointer data)
{
  g_autofree char *other = g_build_filename (self->folder, "other.sightline", NULL);
  g_autofree char *nowhere = g_build_filename (self->folder, "no", "such", "folder.sightline", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  put (other, "-journal", "x", 1);
  before = state_of (self->folder);
  g_assert_null (sl_place_create (self->path, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_IO);
  g_clear_error (&error);
  g_assert_null (sl_place_create (other, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_IO);
  g_clear_error (&error);
  g_assert_null (sl_place_create (nowhere, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_IO);
  after = state_of (self->folder);
  g_assert_cmpstr (before, ==, after);
}

/* --- Others ------------------------------------------------------------------------------------------------------- */

static void
test_busy (Case *self, gconstpointer data)
{
  g_autoptr (Desk) desk = desk_new (sl_place_open (self->path, SL_OPEN_WINDOW, NULL));
  g_autoptr (GError) error = NULL;
  SlTx *tx = desk_begin (desk, SL_VERB_ADD);
  SlUid uid = sl_tx_create (tx, SL_KIND_RISK);
  sqlite3 *db;

  g_assert_true (sl_tx_set (tx, uid, SL_RISK_TITLE, &SL_VALUE_TEXT ("Wait"), NULL));
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (desk_commit (desk, tx, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "try again"));
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  desk_add_risk (desk, "Now");
}

/* A reader in the middle of its work holds up the last step of a commit. */
static void
test_busy_at_commit (Case *self, gconstpointer data)
{
  g_autoptr (Desk) desk = desk_new (sl_place_open (self->path, SL_OPEN_WINDOW, NULL));
  g_autoptr (GError) error = NULL;
  SlTx *tx = desk_begin (desk, SL_VERB_ADD);
  SlUid uid = sl_tx_create (tx, SL_KIND_RISK);
  sqlite3 *db;

  g_assert_true (sl_tx_set (tx, uid, SL_RISK_TITLE, &SL_VALUE_TEXT ("Wait"), NULL));
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN; SELECT count (*) FROM risk", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (desk_commit (desk, tx, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_BUSY);
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  desk_add_risk (desk, "Now");
  g_assert_cmpint (desk->head.seq, ==, 4);
}

static void
test_full (Case *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SlConnection *connection = sl_connection_open (self->path, FALSE, 0, &error);
  g_autofree char *cap = NULL;
  g_autoptr (Desk) desk = NULL;
  gint64 pages = 0;
  SlTx *tx;

  g_assert_no_error (error);
  connection->version = sl_schema_latest ();
  g_assert_true (sl_connection_number (connection, "PRAGMA page_count", &pages, NULL));
  /* As if the disk had no room for another page. */
  cap = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT, pages);
  g_assert_true (sl_connection_exec (connection, cap, NULL));
  desk = desk_new (sl_sqlite_store_new (connection, FALSE, NULL, NULL));
  tx = desk_begin (desk, SL_VERB_PASTE);
  for (guint i = 0; i < 200; i++)
    g_assert_true (sl_tx_set (tx, sl_tx_create (tx, SL_KIND_RISK), SL_RISK_TITLE, &SL_VALUE_TEXT ("Too many"), NULL));
  g_assert_false (desk_commit (desk, tx, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "disk is full"));
  desk_free (g_steal_pointer (&desk));
  desk = desk_new (sl_place_open (self->path, SL_OPEN_WRITE, NULL));
  g_assert_cmpint (desk->head.seq, ==, 3);
  desk_add_risk (desk, "Room again");
}

/* A file system that fails when the side journal goes: the moment at which a commit is decided. */
static sqlite3_vfs failing;
static sqlite3_vfs *honest;
static gboolean fails_before, fails_after;

static int
failing_delete (sqlite3_vfs *vfs, const char *name, int synchronise)
{
  if (fails_before)
    return SQLITE_IOERR_DELETE;
  if (honest->xDelete (honest, name, synchronise) != SQLITE_OK || fails_after)
    return SQLITE_IOERR_DIR_FSYNC;
  return SQLITE_OK;
}

static void
test_commit_error (Case *self, gconstpointer data)
{
  g_autoptr (Desk) desk = NULL;
  g_autoptr (Desk) other = NULL;
  g_autoptr (GError) error = NULL;
  SlTx *tx;

  honest = sqlite3_vfs_find (NULL);
  failing = *honest;
  failing.zName = "failing";
  failing.xDelete = failing_delete;
  g_assert_cmpint (sqlite3_vfs_register (&failing, 1), ==, SQLITE_OK);
  desk = desk_new (sl_place_open (self->path, SL_OPEN_WRITE, NULL));
  /* COMMIT fails, the change is on the disk all the same: it is acknowledged, once. */
  fails_after = TRUE;
  desk_add_risk (desk, "In after all");
  fails_after = FALSE;
  g_assert_cmpint (desk->head.seq, ==, 4);
  /* COMMIT fails and nothing is on the disk: that is said, and the next one works. */
  tx = desk_begin (desk, SL_VERB_ADD);
  g_assert_true (sl_tx_set (tx, sl_tx_create (tx, SL_KIND_RISK), SL_RISK_TITLE, &SL_VALUE_TEXT ("Not in"), NULL));
  fails_before = TRUE;
  g_assert_false (desk_commit (desk, tx, NULL, &error));
  fails_before = FALSE;
  g_assert_error (error, SL_ERROR, SL_ERROR_IO);
  desk_add_risk (desk, "Goes on");
  other = desk_new (sl_place_open (self->path, SL_OPEN_READ, NULL));
  assert_same_rows (desk->rows, other->rows);
  g_assert_cmpint (other->head.seq, ==, 5);
  desk_free (g_steal_pointer (&desk));
  desk_free (g_steal_pointer (&other));
  sqlite3_vfs_unregister (&failing);
}

static void
test_replaced (Case *self, gconstpointer data)
{
  g_autoptr (Desk) desk = desk_new (sl_place_open (self->path, SL_OPEN_WINDOW, NULL));
  g_autofree char *away = g_strconcat (self->path, ".away", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlChangeSet) change_set = NULL;
  gboolean moved;
  SlTx *tx;

  tx = desk_begin (desk, SL_VERB_ADD);
  g_assert_true (sl_tx_set (tx, sl_tx_create (tx, SL_KIND_RISK), SL_RISK_TITLE, &SL_VALUE_TEXT ("Where to?"), NULL));
  change_set = desk_change_set (desk, tx, NULL);
  g_assert_cmpint (g_rename (self->path, away), ==, 0);
  for (guint turn = 0; turn < 2; turn++)
    {
      g_assert_false (sl_store_poll (desk->store, &moved, &error));
      g_assert_error (error, SL_ERROR, SL_ERROR_IO);
      g_assert_nonnull (strstr (error->message, "replaced"));
      g_clear_error (&error);
      g_assert_false (desk_append (desk, change_set, &error));
      g_assert_error (error, SL_ERROR, SL_ERROR_IO);
      g_clear_error (&error);
      /* Gone at first, then another in its place. */
      put (self->path, "", "another", -1);
    }
}

/* A newer version migrates the file under our hands. */
static void
test_migrated_meanwhile (Case *self, gconstpointer data)
{
  g_autoptr (Desk) desk = desk_new (sl_place_open (self->path, SL_OPEN_WINDOW, NULL));
  g_autoptr (GError) error = NULL;
  SlTx *tx = desk_begin (desk, SL_VERB_ADD);

  g_assert_true (sl_tx_set (tx, sl_tx_create (tx, SL_KIND_RISK), SL_RISK_TITLE, &SL_VALUE_TEXT ("Late"), NULL));
  raw (self->path, "ALTER TABLE risk ADD COLUMN later TEXT; PRAGMA user_version = 3");
  g_assert_false (desk_commit (desk, tx, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_NEWER);
}

/* Two stores on one file in one process: closing the first leaves the locks of the second. */
static void
test_twice (Case *self, gconstpointer data)
{
  g_autoptr (Desk) one = desk_new (sl_place_open (self->path, SL_OPEN_WINDOW, NULL));
  g_autoptr (Desk) two = desk_new (sl_place_open (self->path, SL_OPEN_WINDOW, NULL));
  sqlite3 *db;
  pid_t child;
  int status = 0;

  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  desk_free (g_steal_pointer (&one));
  one = desk_new (sl_place_open (self->path, SL_OPEN_WINDOW, NULL));
  child = fork ();
  if (child == 0)
    {
      sqlite3 *other;

      sqlite3_open (self->path, &other);
      _exit (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_BUSY ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
  sqlite3_close (db);
  desk_add_risk (two, "By the second");
}

static void
test_read_only_place (Case *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  g_autoptr (Desk) desk = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("the superuser may write everywhere");
      return;
    }
  g_assert_cmpint (g_chmod (self->path, 0444), ==, 0);
  g_assert_null (sl_place_open (self->path, SL_OPEN_WRITE, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_READ_ONLY);
  desk = desk_new (sl_place_open (self->path, SL_OPEN_WINDOW, NULL));
  g_assert_true (sl_store_is_read_only (desk->store));
  words = sl_place_dup_note (desk->store);
  g_assert_nonnull (strstr (words, "reading only"));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Case *self, gconstpointer data);
  } tests[] = {
    { "not-ours", test_not_ours },           { "not-a-file", test_not_a_file }, { "versions", test_versions },
    { "too-large", test_too_large },         { "side-files", test_side_files }, { "hot-journal/reader", test_hot_journal_reader },
    { "hot-journal/writer", test_hot_journal_writer }, { "schema", test_schema }, { "values", test_values },
    { "history", test_history },             { "truncated", test_truncated },   { "bit-flips", test_bit_flips },
    { "reading-changes-nothing", test_reading_changes_nothing }, { "odd-names", test_odd_names },
    { "create-refuses", test_create_refuses }, { "busy", test_busy },           { "busy-at-commit", test_busy_at_commit },
    { "full", test_full },                   { "commit-error", test_commit_error },
    { "replaced", test_replaced },
    { "migrated-meanwhile", test_migrated_meanwhile }, { "twice", test_twice }, { "read-only-place", test_read_only_place },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint t = 0; t < G_N_ELEMENTS (tests); t++)
    {
      g_autofree char *path = g_strdup_printf ("/open/%s", tests[t].name);

      g_test_add (path, Case, NULL, set_up, tests[t].test, tear_down);
    }
  return g_test_run ();
}
