/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/sqlite/sl-connection-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

#define HEAP_LIMIT (G_GINT64_CONSTANT (512) << 20)
#define STATEMENTS_MAX 256
#define PROGRESS_STEPS 20000

/* --- Errors ------------------------------------------------------------------------------------------------------- */

static int
code_of (int rc)
{
  switch (rc & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return SL_ERROR_BUSY;
    case SQLITE_READONLY:
      /* A writer died since we looked: opening it again reads a recovered copy. */
      if (rc == SQLITE_READONLY_ROLLBACK || rc == SQLITE_READONLY_RECOVERY)
        return SL_ERROR_BUSY;
      return rc == SQLITE_READONLY_DBMOVED ? SL_ERROR_IO : SL_ERROR_READ_ONLY;
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_NOLFS:
    case SQLITE_PROTOCOL:
      return SL_ERROR_IO;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return SL_ERROR_DAMAGED;
    case SQLITE_CONSTRAINT:
      return SL_ERROR_STRUCTURE;
    case SQLITE_INTERRUPT:
      return SL_ERROR_CANCELLED;
    case SQLITE_TOOBIG:
    case SQLITE_NOMEM:
      return SL_ERROR_LIMIT;
    default:
      return SL_ERROR_INTERNAL;
    }
}

static const char *
words_for_io (int rc)
{
  switch (rc)
    {
    case SQLITE_FULL:
      return N_ ("The disk is full: the change was not saved to {1}, and nothing that was saved before is lost");
    case SQLITE_READONLY_DBMOVED:
      return N_ ("{1} was moved, replaced or deleted while it was open: nothing was written; open it again");
    case SQLITE_IOERR_LOCK:
    case SQLITE_IOERR_UNLOCK:
    case SQLITE_IOERR_RDLOCK:
    case SQLITE_IOERR_CHECKRESERVEDLOCK:
      return N_ ("The place where {1} lies cannot lock files: copy it to a local folder");
    default:
      return N_ ("{1} cannot be read or written: {2}");
    }
}

static const char *
words_for (SlConnection *self, int rc)
{
  switch (code_of (rc))
    {
    case SL_ERROR_BUSY:
      return N_ ("{1} is being used by another program: try again in a moment");
    case SL_ERROR_READ_ONLY:
      return N_ ("{1} cannot be written here");
    case SL_ERROR_IO:
      return words_for_io (rc);
    case SL_ERROR_DAMAGED:
      return N_ ("{1} is damaged: {2}");
    case SL_ERROR_STRUCTURE:
      return N_ ("The change does not fit what {1} holds: {2}");
    case SL_ERROR_CANCELLED:
      return self->late ? N_ ("{1} takes too long to check: it is not one of ours, or the disk fails") : N_ ("Cancelled");
    case SL_ERROR_LIMIT:
      return N_ ("{1} is too large: {2}");
    default:
      return N_ ("{1}: {2}");
    }
}

void
sl_connection_fail (SlConnection *self, int rc, GError **error)
{
  g_autofree char *place = g_filename_display_name (self->path);
  g_autofree char *message = NULL;
  const char *detail = self->db != NULL ? sqlite3_errmsg (self->db) : sqlite3_errstr (rc);
  int code;

  /* Before its content is known to be sound, what SQLite cannot make sense of is the fault of the file. */
  if (rc == SQLITE_ERROR && !self->checked)
    rc = SQLITE_CORRUPT;
  code = code_of (rc);
  message = sl_text_compose (_ (words_for (self, rc)), (const char *const[]){ place, detail, NULL });
  if (code == SL_ERROR_CANCELLED && self->late)
    code = SL_ERROR_LIMIT;
  g_set_error_literal (error, SL_ERROR, code, message);
}

/* --- Opening ------------------------------------------------------------------------------------------------------ */

static int
set_defences (sqlite3 *db)
{
  static const struct
  {
    int option, on;
  } switches[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },      { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 }, { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },        { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 }, { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },    { SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      int now = -1;
      int rc = sqlite3_db_config (db, switches[i].option, switches[i].on, &now);

      if (rc != SQLITE_OK || now != switches[i].on)
        return rc != SQLITE_OK ? rc : SQLITE_ERROR;
    }
  return SQLITE_OK;
}

static void
set_limits (sqlite3 *db)
{
  static const struct
  {
    int limit, value;
  } limits[] = {
    { SQLITE_LIMIT_LENGTH, 16 << 20 },    { SQLITE_LIMIT_SQL_LENGTH, 1 << 20 },   { SQLITE_LIMIT_COLUMN, 200 },
    { SQLITE_LIMIT_EXPR_DEPTH, 100 },     { SQLITE_LIMIT_COMPOUND_SELECT, 10 },   { SQLITE_LIMIT_VDBE_OP, 100000 },
    { SQLITE_LIMIT_FUNCTION_ARG, 16 },    { SQLITE_LIMIT_ATTACHED, 0 },           { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100 },
    { SQLITE_LIMIT_VARIABLE_NUMBER, 200 }, { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },     { SQLITE_LIMIT_WORKER_THREADS, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (db, limits[i].limit, limits[i].value);
}

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

static SlConnection *
open_database (const char *path, int flags, int patience, GError **error)
{
  g_autoptr (SlConnection) self = g_new0 (SlConnection, 1);
  int rc;

  self->path = g_strdup (path);
  self->read_only = (flags & SQLITE_OPEN_READONLY) != 0;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize);
  sqlite3_hard_heap_limit64 (HEAP_LIMIT);
  /* One thread at a time is the rule of SlStore; the mutexes would be taken for every column that is read. */
  rc = sqlite3_open_v2 (path, &self->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE, NULL);
  if (rc == SQLITE_OK)
    rc = set_defences (self->db);
  if (rc != SQLITE_OK)
    {
      sl_connection_fail (self, rc, error);
      return NULL;
    }
  set_limits (self->db);
  sqlite3_busy_timeout (self->db, patience);
  if (!sl_connection_exec (self, "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;", error))
    return NULL;
  return g_steal_pointer (&self);
}

SlConnection *
sl_connection_open (const char *path, gboolean read_only, int patience, GError **error)
{
  /* A relative name could begin with "file:" and be taken for a URI. */
  g_assert (g_path_is_absolute (path));
  return open_database (path, (read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_NOFOLLOW, patience, error);
}

SlConnection *
sl_connection_memory (GError **error)
{
  return open_database (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY, 0, error);
}

void
sl_connection_close (SlConnection *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->statements);
  /* Every statement is ours and gone, so this closes the file now. */
  if (sqlite3_close (self->db) != SQLITE_OK)
    g_critical ("a statement was still at work when its file was closed");
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self);
}

/* --- Statements --------------------------------------------------------------------------------------------------- */

gboolean
sl_connection_exec (SlConnection *self, const char *sql, GError **error)
{
  int rc = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  if (rc == SQLITE_OK)
    return TRUE;
  sl_connection_fail (self, rc, error);
  return FALSE;
}

sqlite3_stmt *
sl_connection_statement (SlConnection *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  int rc;

  if (statement != NULL)
    return statement;
  rc = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (rc != SQLITE_OK)
    {
      sl_connection_fail (self, rc, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

void
sl_connection_trim (SlConnection *self)
{
  if (g_hash_table_size (self->statements) > STATEMENTS_MAX)
    g_hash_table_remove_all (self->statements);
}

void
sl_connection_rest (sqlite3_stmt *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

gboolean
sl_connection_run (SlConnection *self, sqlite3_stmt *statement, GError **error)
{
  int rc = sqlite3_step (statement);

  if (rc != SQLITE_DONE)
    sl_connection_fail (self, rc, error);
  sl_connection_rest (statement);
  return rc == SQLITE_DONE;
}

gboolean
sl_connection_number (SlConnection *self, const char *sql, gint64 *number, GError **error)
{
  sqlite3_stmt *statement = sl_connection_statement (self, sql, error);
  int rc;

  if (statement == NULL)
    return FALSE;
  rc = sqlite3_step (statement);
  if (rc == SQLITE_ROW)
    *number = sqlite3_column_int64 (statement, 0);
  else
    sl_connection_fail (self, rc == SQLITE_DONE ? SQLITE_CORRUPT : rc, error);
  sl_connection_rest (statement);
  return rc == SQLITE_ROW;
}

/* --- Transactions ------------------------------------------------------------------------------------------------- */

gboolean
sl_connection_check_place (SlConnection *self, GError **error)
{
  int moved = 0;

  /* SQLite itself looks only before it writes: readers would go on showing a file that is no longer there. */
  if (sqlite3_file_control (self->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK || !moved)
    return TRUE;
  sl_connection_fail (self, SQLITE_READONLY_DBMOVED, error);
  return FALSE;
}

static gboolean
check_version (SlConnection *self, GError **error)
{
  g_autofree char *place = NULL;
  gint64 version = 0;

  if (!sl_connection_number (self, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version == self->version)
    return TRUE;
  place = g_filename_display_name (self->path);
  g_set_error (error, SL_ERROR, SL_ERROR_NEWER, _ ("%s was changed by another version of Sightline while it was open"), place);
  return FALSE;
}

static gboolean
make_ready_for_writing (SlConnection *self, GError **error)
{
  if (self->writes_ready)
    return TRUE;
  if (!sl_connection_exec (self, "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA;", error))
    return FALSE;
  self->writes_ready = TRUE;
  return TRUE;
}

gboolean
sl_connection_begin (SlConnection *self, gboolean write, GError **error)
{
  if (!sl_connection_check_place (self, error) || (write && !make_ready_for_writing (self, error)))
    return FALSE;
  if (write)
    {
      sqlite3_stmt *statement = sl_connection_statement (self, "BEGIN IMMEDIATE", error);

      if (statement == NULL || !sl_connection_run (self, statement, error))
        return FALSE;
    }
  else if (!sl_connection_exec (self, "BEGIN", error))
    return FALSE;
  if (check_version (self, error))
    return TRUE;
  sl_connection_rollback (self);
  return FALSE;
}

gboolean
sl_connection_commit (SlConnection *self, GError **error)
{
  sqlite3_stmt *statement = sl_connection_statement (self, "COMMIT", error);

  return statement != NULL && sl_connection_run (self, statement, error);
}

void
sl_connection_rollback (SlConnection *self)
{
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

/* --- Guard -------------------------------------------------------------------------------------------------------- */

static int
on_progress (gpointer data)
{
  SlConnection *self = data;

  if (self->deadline != 0 && g_get_monotonic_time () > self->deadline)
    self->late = TRUE;
  return self->late || g_cancellable_is_cancelled (self->cancellable);
}

void
sl_connection_guard (SlConnection *self, GCancellable *cancellable, guint seconds)
{
  g_set_object (&self->cancellable, cancellable);
  self->late = FALSE;
  self->deadline = seconds > 0 ? g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC : 0;
  sqlite3_progress_handler (self->db, PROGRESS_STEPS, on_progress, self);
}

void
sl_connection_unguard (SlConnection *self)
{
  sqlite3_progress_handler (self->db, 0, NULL, NULL);
  g_clear_object (&self->cancellable);
  self->deadline = 0;
}
