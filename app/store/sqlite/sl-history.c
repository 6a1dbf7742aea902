/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/sqlite/sl-history-private.h"

#include "base/sl-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
set_tampered (SlConnection *connection, GError **error)
{
  g_autofree char *place = g_filename_display_name (connection->path);

  g_set_error (error, SL_ERROR, SL_ERROR_TAMPERED, _ ("The history of %s is not whole"), place);
}

/* --- Head --------------------------------------------------------------------------------------------------------- */

static gboolean
column_hash (sqlite3_stmt *statement, int at, SlHash *hash)
{
  const void *blob = sqlite3_column_blob (statement, at);

  if (blob == NULL || sqlite3_column_bytes (statement, at) != (int) sizeof hash->bytes)
    return FALSE;
  memcpy (hash->bytes, blob, sizeof hash->bytes);
  return TRUE;
}

static gboolean
read_position (SlConnection *connection, const char *sql, SlHead *head, GError **error)
{
  sqlite3_stmt *statement = sl_connection_statement (connection, sql, error);
  gboolean done = FALSE;
  int rc;

  if (statement == NULL)
    return FALSE;
  rc = sqlite3_step (statement);
  if (rc == SQLITE_ROW)
    {
      head->seq = sqlite3_column_int64 (statement, 0);
      done = column_hash (statement, 1, &head->hash) && column_hash (statement, 2, &head->digest) && head->seq >= 0;
    }
  if (rc == SQLITE_ROW || rc == SQLITE_DONE)
    {
      if (!done)
        set_tampered (connection, error);
    }
  else
    sl_connection_fail (connection, rc, error);
  sl_connection_rest (statement);
  return done;
}

gboolean
sl_history_read_head (SlConnection *connection, SlHead *head, GError **error)
{
  return read_position (connection, "SELECT \"seq\", \"hash\", \"digest\" FROM \"head\"", head, error);
}

gboolean
sl_history_check_head (SlConnection *connection, const SlHead *head, GError **error)
{
  static const SlHash zero;
  SlHead last = { 0 };
  gint64 seq = 0;

  if (!sl_connection_number (connection, "SELECT coalesce (max (\"seq\"), 0) FROM \"changeset\"", &seq, error))
    return FALSE;
  if (seq > 0
      && !read_position (connection, "SELECT \"seq\", \"hash\", \"digest\" FROM \"changeset\" ORDER BY \"seq\" DESC LIMIT 1",
                         &last, error))
    return FALSE;
  if (last.seq == head->seq && sl_hash_equal (seq > 0 ? &last.hash : &zero, &head->hash)
      && sl_hash_equal (seq > 0 ? &last.digest : &zero, &head->digest))
    return TRUE;
  set_tampered (connection, error);
  return FALSE;
}

/* --- Writing ------------------------------------------------------------------------------------------------------ */

static void
bind_bytes (sqlite3_stmt *statement, int parameter, GBytes *bytes)
{
  gsize n = 0;
  const void *data;

  if (bytes == NULL)
    return;
  data = g_bytes_get_data (bytes, &n);
  /* A NULL pointer would mean NULL, not an empty blob. */
  sqlite3_bind_blob64 (statement, parameter, n > 0 ? data : "", n, SQLITE_STATIC);
}

static void
bind_hash (sqlite3_stmt *statement, int parameter, const SlHash *hash)
{
  sqlite3_bind_blob (statement, parameter, hash->bytes, sizeof hash->bytes, SQLITE_STATIC);
}

static gboolean
write_entry (SlConnection *connection, const SlJournalEntry *entry, GError **error)
{
  sqlite3_stmt *statement;

  statement = sl_connection_statement (connection, "INSERT INTO \"changeset\" VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry->seq);
  sqlite3_bind_text (statement, 2, entry->id, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, entry->at);
  if (entry->actor != SL_UID_NONE)
    sqlite3_bind_int64 (statement, 4, entry->actor);
  sqlite3_bind_text (statement, 5, entry->verb, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 6, entry->reason, -1, SQLITE_STATIC);
  bind_bytes (statement, 7, entry->reason_salt);
  bind_bytes (statement, 8, entry->reason_commitment);
  if (entry->undo_of != 0)
    sqlite3_bind_int64 (statement, 9, entry->undo_of);
  bind_hash (statement, 10, &entry->digest);
  bind_hash (statement, 11, &entry->prev);
  bind_hash (statement, 12, &entry->hash);
  return sl_connection_run (connection, statement, error);
}

static gboolean
write_change (SlConnection *connection, const SlJournalEntry *entry, guint n, GError **error)
{
  const SlJournalChange *change = &g_array_index (entry->changes, SlJournalChange, n);
  sqlite3_stmt *statement = sl_connection_statement (connection, "INSERT INTO \"change\" VALUES (?,?,?,?,?,?,?,?,?)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry->seq);
  sqlite3_bind_int64 (statement, 2, n);
  sqlite3_bind_text (statement, 3, change->op, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, change->kind, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 5, change->uid);
  bind_bytes (statement, 6, change->plain);
  bind_bytes (statement, 7, change->texts);
  bind_bytes (statement, 8, change->salt);
  bind_bytes (statement, 9, change->commitment);
  return sl_connection_run (connection, statement, error);
}

gboolean
sl_history_write (SlConnection *connection, const SlJournalEntry *entry, GError **error)
{
  sqlite3_stmt *statement;

  if (!write_entry (connection, entry, error))
    return FALSE;
  for (guint i = 0; i < entry->changes->len; i++)
    if (!write_change (connection, entry, i, error))
      return FALSE;
  statement = sl_connection_statement (connection, "UPDATE \"head\" SET \"seq\" = ?, \"hash\" = ?, \"digest\" = ?", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry->seq);
  bind_hash (statement, 2, &entry->hash);
  bind_hash (statement, 3, &entry->digest);
  return sl_connection_run (connection, statement, error);
}

/* --- Reading ------------------------------------------------------------------------------------------------------ */

static GBytes *
column_bytes (sqlite3_stmt *statement, int at)
{
  const void *blob;

  if (sqlite3_column_type (statement, at) == SQLITE_NULL)
    return NULL;
  blob = sqlite3_column_blob (statement, at);
  return g_bytes_new (blob, (gsize) sqlite3_column_bytes (statement, at));
}

/* NULL for NULL and for what is no C string of UTF-8. */
static char *
column_text (sqlite3_stmt *statement, int at)
{
  const char *text = (const char *) sqlite3_column_text (statement, at);

  if (text == NULL || !g_utf8_validate_len (text, (gsize) sqlite3_column_bytes (statement, at), NULL))
    return NULL;
  return g_strdup (text);
}

static gboolean
read_columns (sqlite3_stmt *statement, SlJournalEntry *entry)
{
  entry->id = column_text (statement, 0);
  entry->at = sqlite3_column_int64 (statement, 1);
  entry->actor = sqlite3_column_int64 (statement, 2);
  entry->verb = column_text (statement, 3);
  entry->reason = column_text (statement, 4);
  entry->reason_salt = column_bytes (statement, 5);
  entry->reason_commitment = column_bytes (statement, 6);
  entry->undo_of = sqlite3_column_int64 (statement, 7);
  return entry->id != NULL && entry->verb != NULL && column_hash (statement, 8, &entry->digest)
         && column_hash (statement, 9, &entry->prev) && column_hash (statement, 10, &entry->hash);
}

static gboolean
read_entry (SlConnection *connection, SlJournalEntry *entry, GError **error)
{
  sqlite3_stmt *statement;
  gboolean done = FALSE;
  int rc;

  statement = sl_connection_statement (connection, "SELECT \"id\", \"at\", \"actor\", \"verb\", \"reason\", \"reason_salt\","
                                       " \"reason_commitment\", \"undo_of\", \"digest\", \"prev\", \"hash\""
                                       " FROM \"changeset\" WHERE \"seq\" = ?1", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry->seq);
  rc = sqlite3_step (statement);
  if (rc == SQLITE_ROW)
    done = read_columns (statement, entry);
  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    sl_connection_fail (connection, rc, error);
  else if (!done)
    set_tampered (connection, error);
  sl_connection_rest (statement);
  return done;
}

static gboolean
read_change (sqlite3_stmt *statement, SlJournalEntry *entry)
{
  SlJournalChange change = { .op = sl_journal_op ((const char *) sqlite3_column_text (statement, 1)) };

  if (change.op == NULL || sqlite3_column_int64 (statement, 0) != entry->changes->len
      || (change.kind = column_text (statement, 2)) == NULL)
    return FALSE;
  change.uid = sqlite3_column_int64 (statement, 3);
  change.plain = column_bytes (statement, 4);
  change.texts = column_bytes (statement, 5);
  change.salt = column_bytes (statement, 6);
  change.commitment = column_bytes (statement, 7);
  g_array_append_val (entry->changes, change);
  return TRUE;
}

static gboolean
read_changes (SlConnection *connection, SlJournalEntry *entry, GError **error)
{
  sqlite3_stmt *statement;
  gboolean whole = TRUE;
  int rc;

  statement = sl_connection_statement (connection, "SELECT \"n\", \"op\", \"kind\", \"uid\", \"plain\", \"texts\", \"salt\","
                                       " \"commitment\" FROM \"change\" WHERE \"seq\" = ?1 ORDER BY \"n\"", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry->seq);
  while (whole && (rc = sqlite3_step (statement)) == SQLITE_ROW)
    whole = read_change (statement, entry);
  if (!whole)
    set_tampered (connection, error);
  else if (rc != SQLITE_DONE)
    sl_connection_fail (connection, rc, error);
  sl_connection_rest (statement);
  return whole && rc == SQLITE_DONE;
}

SlJournalEntry *
sl_history_read (SlConnection *connection, gint64 seq, GError **error)
{
  g_autoptr (SlJournalEntry) entry = sl_journal_entry_new ();

  entry->seq = seq;
  if (!read_entry (connection, entry, error) || !read_changes (connection, entry, error))
    return NULL;
  return g_steal_pointer (&entry);
}
