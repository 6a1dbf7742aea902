/* One change-set in one durable commit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "base/sl-error.h"
#include "model/sl-code.h"
#include "store/sqlite/sl-history-private.h"
#include "store/sqlite/sl-rows-private.h"
#include "store/sqlite/sl-sqlite-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What one appending uses again and again: a paste or an import writes thousands of rows of one kind. */
typedef struct
{
  SlConnection *connection;
  sqlite3_stmt *insert[SL_N_KINDS];
  sqlite3_stmt *remove[SL_N_KINDS];
  sqlite3_stmt *update; /* of the kind and mask below */
  int update_kind;
  guint64 update_mask;
} Writing;

/* --- Rows --------------------------------------------------------------------------------------------------------- */

static gboolean
run_on_one (SlConnection *connection, sqlite3_stmt *statement, GError **error)
{
  g_autofree char *place = NULL;

  if (!sl_connection_run (connection, statement, error))
    return FALSE;
  if (sqlite3_changes (connection->db) == 1)
    return TRUE;
  place = g_filename_display_name (connection->path);
  g_set_error (error, SL_ERROR, SL_ERROR_STRUCTURE, _ ("A record to be changed is not in %s"), place);
  return FALSE;
}

/* The statement of @sql (freed), kept in *slot. */
static sqlite3_stmt *
keep (SlConnection *connection, sqlite3_stmt **slot, char *sql, GError **error)
{
  *slot = sl_connection_statement (connection, sql, error);
  g_free (sql);
  return *slot;
}

static gboolean
write_created (Writing *self, const SlChange *change, GError **error)
{
  const SlKind *kind = sl_kind_get (change->kind);
  sqlite3_stmt *statement = self->insert[kind->id];

  if (statement == NULL)
    statement = keep (self->connection, &self->insert[kind->id], sl_rows_insert_sql (kind), error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, change->uid);
  for (guint i = 0; i < kind->n_fields; i++)
    sl_rows_bind (statement, (int) i + 2, change->after, i);
  return sl_connection_run (self->connection, statement, error);
}

static gboolean
write_updated (Writing *self, const SlChange *change, GError **error)
{
  const SlKind *kind = sl_kind_get (change->kind);
  int parameter = 2;

  if (change->mask == 0)
    return TRUE;
  if (self->update == NULL || self->update_kind != kind->id || self->update_mask != change->mask)
    {
      if (keep (self->connection, &self->update, sl_rows_update_sql (kind, change->mask), error) == NULL)
        return FALSE;
      self->update_kind = kind->id;
      self->update_mask = change->mask;
    }
  sqlite3_bind_int64 (self->update, 1, change->uid);
  for (guint i = 0; i < kind->n_fields; i++)
    if (change->mask & SL_MASK (i))
      sl_rows_bind (self->update, parameter++, change->after, i);
  return run_on_one (self->connection, self->update, error);
}

static gboolean
write_deleted (Writing *self, const SlChange *change, GError **error)
{
  const SlKind *kind = sl_kind_get (change->kind);
  sqlite3_stmt *statement = self->remove[kind->id];

  if (statement == NULL)
    statement = keep (self->connection, &self->remove[kind->id], sl_rows_delete_sql (kind), error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, change->uid);
  return run_on_one (self->connection, statement, error);
}

/* Deletions first, then changes, then new records: a code set free is taken only after. */
static gboolean
write_rows (SlConnection *connection, const SlChangeSet *change_set, GError **error)
{
  Writing writing = { .connection = connection };

  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < change_set->n_changes; i++)
      {
        const SlChange *change = &change_set->changes[i];
        guint turn = change->after == NULL ? 0 : change->before != NULL ? 1 : 2;

        if (turn != pass)
          continue;
        if (!(turn == 0   ? write_deleted (&writing, change, error)
              : turn == 1 ? write_updated (&writing, change, error)
                          : write_created (&writing, change, error)))
          return FALSE;
      }
  return TRUE;
}

/* One new code: the number of its stem must never be given again. */
static gboolean
write_number (SlConnection *connection, const char *stem, gint64 number, GError **error)
{
  sqlite3_stmt *statement;

  statement = sl_connection_statement (connection, "INSERT INTO \"code_stem\" VALUES (?1, ?2) ON CONFLICT DO UPDATE"
                                       " SET \"last\" = excluded.\"last\" WHERE excluded.\"last\" > \"last\"", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, stem, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, number);
  return sl_connection_run (connection, statement, error);
}

static gboolean
write_numbers (SlConnection *connection, const SlChangeSet *change_set, GError **error)
{
  char waiting[SL_CODE_STEM_MAX] = "";
  gint64 highest = 0;

  /* Codes come in runs of one stem: one row is written per run. */
  for (guint i = 0; i < change_set->n_changes; i++)
    {
      const SlChange *change = &change_set->changes[i];
      const SlKind *kind = sl_kind_get (change->kind);
      char stem[SL_CODE_STEM_MAX];
      gint64 number;

      if (change->after == NULL || kind->code < 0 || !(change->mask & SL_MASK (kind->code))
          || !sl_code_split (kind, sl_record_code (change->after), stem, &number))
        continue;
      if (highest > 0 && strcmp (stem, waiting) != 0)
        {
          if (!write_number (connection, waiting, highest, error))
            return FALSE;
          highest = 0;
        }
      g_strlcpy (waiting, stem, sizeof waiting);
      highest = MAX (highest, number);
    }
  return highest == 0 || write_number (connection, waiting, highest, error);
}

/* --- Commit ------------------------------------------------------------------------------------------------------- */

static gboolean
expect_head (SlConnection *connection, const SlHead *expected, GError **error)
{
  SlHead head;

  if (!sl_history_read_head (connection, &head, error))
    return FALSE;
  if (head.seq == expected->seq && sl_hash_equal (&head.hash, &expected->hash))
    return TRUE;
  g_set_error_literal (error, SL_ERROR, SL_ERROR_MOVED, "The head has moved");
  return FALSE;
}

/* A COMMIT may fail with the data on the disk (the folder could not be synchronised): only the head tells. */
static gboolean
is_in_after_all (SlConnection *connection, const SlJournalEntry *entry)
{
  SlHead head;

  if (!sl_history_read_head (connection, &head, NULL))
    return FALSE;
  return head.seq == entry->seq && sl_hash_equal (&head.hash, &entry->hash);
}

static gboolean
commit (SlConnection *connection, const SlJournalEntry *entry, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (sl_connection_commit (connection, &local))
    return TRUE;
  sl_connection_rollback (connection);
  if (is_in_after_all (connection, entry))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
sl_sqlite_append (SlConnection *connection, SlChangeSet *change_set, const SlHead *expected, GError **error)
{
  g_autoptr (SlJournalEntry) entry = NULL;

  sl_connection_trim (connection);
  /* Encoded and hashed before the lock is taken: others wait for less. */
  entry = sl_journal_entry_encode (change_set, expected->seq + 1, &expected->hash);
  if (!sl_connection_begin (connection, TRUE, error))
    return FALSE;
  if (!sl_sqlite_ensure_checked (connection, error) || !expect_head (connection, expected, error)
      || !write_rows (connection, change_set, error) || !write_numbers (connection, change_set, error)
      || !sl_history_write (connection, entry, error))
    {
      sl_connection_rollback (connection);
      return FALSE;
    }
  if (!commit (connection, entry, error))
    return FALSE;
  change_set->seq = entry->seq;
  change_set->hash = entry->hash;
  return TRUE;
}
