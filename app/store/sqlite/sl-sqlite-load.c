/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "model/sl-code.h"
#include "store/sl-preview-private.h"
#include "store/sqlite/sl-history-private.h"
#include "store/sqlite/sl-rows-private.h"
#include "store/sqlite/sl-schema-private.h"
#include "store/sqlite/sl-sqlite-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
sl_sqlite_ensure_checked (SlConnection *connection, GError **error)
{
  if (!connection->checked && !sl_schema_check (connection, error))
    return FALSE;
  connection->checked = TRUE;
  return TRUE;
}

static void
set_fault (SlConnection *connection, const SlKind *kind, gint64 uid, int field, GError **error)
{
  g_autofree char *place = g_filename_display_name (connection->path);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, uid);
  g_autofree char *message = NULL;

  /* TRANSLATORS: {1} a file, {2} a table, {3} a number, {4} a column. */
  message = sl_text_compose (_ ("{1} is damaged: table {2}, record {3}, column {4} holds what cannot stand there"),
                             (const char *const[]){ place, kind->token, number, field >= 0 ? kind->fields[field].name : "uid", NULL });
  g_set_error_literal (error, SL_ERROR, SL_ERROR_DAMAGED, message);
}

/* Reads all rows of a bound statement into @into and rests it. @uids, if any, is told which. */
static gboolean
load_rows (SlConnection *connection, SlRowReader *reader, const SlKind *kind, sqlite3_stmt *statement, SlProgramme *into,
           GArray *uids, GError **error)
{
  const SlData *data = sl_programme_data (into);
  int rc, fault = -1;

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      SlRecord *record = sl_row_reader_read (reader, statement, &fault);

      /* A uid is unique in the file, not only in its table. */
      if (record != NULL && sl_data_lookup (data, record->uid) != NULL)
        g_clear_pointer (&record, sl_record_unref);
      if (record == NULL)
        {
          set_fault (connection, kind, sqlite3_column_int64 (statement, 0), fault, error);
          break;
        }
      if (uids != NULL)
        g_array_append_val (uids, record->uid);
      sl_programme_load (into, record);
    }
  if (rc != SQLITE_DONE && rc != SQLITE_ROW)
    sl_connection_fail (connection, rc, error);
  sl_connection_rest (statement);
  return rc == SQLITE_DONE;
}

static gboolean
load_kind (SlConnection *connection, const SlKind *kind, SlProgramme *into, GError **error)
{
  g_autofree char *sql = sl_rows_select_sql (kind, "ORDER BY \"uid\"");
  g_autoptr (SlRowReader) reader = sl_row_reader_new (kind);
  sqlite3_stmt *statement = sl_connection_statement (connection, sql, error);

  return statement != NULL && load_rows (connection, reader, kind, statement, into, NULL, error);
}

static gboolean
load_numbers (SlConnection *connection, SlProgramme *into, GError **error)
{
  sqlite3_stmt *statement = sl_connection_statement (connection, "SELECT \"stem\", \"last\" FROM \"code_stem\"", error);
  int rc;

  if (statement == NULL)
    return FALSE;
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *stem = (const char *) sqlite3_column_text (statement, 0);
      gint64 last = sqlite3_column_int64 (statement, 1);

      if (stem != NULL && strlen (stem) < SL_CODE_STEM_MAX && last > 0 && last < G_MAXINT32)
        sl_programme_load_number (into, stem, last);
    }
  if (rc != SQLITE_DONE)
    sl_connection_fail (connection, rc, error);
  sl_connection_rest (statement);
  return rc == SQLITE_DONE;
}

static gboolean
load_all (SlConnection *connection, SlProgramme *into, SlHead *head, GError **error)
{
  if (!sl_sqlite_ensure_checked (connection, error))
    return FALSE;
  for (int kind = 0; kind < (int) sl_kind_count (); kind++)
    if (!load_kind (connection, sl_kind_get (kind), into, error))
      return FALSE;
  return load_numbers (connection, into, error) && sl_history_read_head (connection, head, error)
         && sl_history_check_head (connection, head, error);
}

gboolean
sl_sqlite_load (SlConnection *connection, SlProgramme *into, SlHead *head, GError **error)
{
  gboolean done;

  if (!sl_connection_begin (connection, FALSE, error))
    return FALSE;
  done = load_all (connection, into, head, error);
  sl_connection_rollback (connection);
  return done;
}

/* --- First screen ------------------------------------------------------------------------------------------------- */

/* The records whose @column holds one of @values; @found, if any, is told which. */
static gboolean
load_by (SlConnection *connection, const SlKind *kind, const char *column, GArray *values, SlProgramme *into, GArray *found,
         GError **error)
{
  g_autofree char *rest = g_strdup_printf ("WHERE \"%s\" = ?1 ORDER BY \"uid\"", column);
  g_autofree char *sql = sl_rows_select_sql (kind, rest);
  g_autoptr (SlRowReader) reader = sl_row_reader_new (kind);
  sqlite3_stmt *statement = sl_connection_statement (connection, sql, error);

  for (guint i = 0; statement != NULL && i < values->len; i++)
    {
      sqlite3_bind_int64 (statement, 1, g_array_index (values, SlUid, i));
      if (!load_rows (connection, reader, kind, statement, into, found, error))
        return FALSE;
    }
  return statement != NULL;
}

/* The children of each of @uids, and theirs. */
static gboolean
load_children (SlConnection *connection, int parent, GArray *uids, SlProgramme *into, GError **error)
{
  for (int child = 0; child < (int) sl_kind_count (); child++)
    {
      const SlKind *kind = sl_kind_get (child);
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SlUid));

      if (!sl_preview_is_child (child, parent))
        continue;
      if (!load_by (connection, kind, kind->fields[kind->parent].name, uids, into, found, error))
        return FALSE;
      if (found->len > 0 && !load_children (connection, child, found, into, error))
        return FALSE;
    }
  return TRUE;
}

/* The first records by code as sl_preview_compare() orders them: one walk along the index of the codes. */
static gboolean
first_uids (SlConnection *connection, const SlKind *kind, guint limit, GArray *uids, GError **error)
{
  const char *code = kind->code >= 0 ? kind->fields[kind->code].name : "uid";
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;
  int rc;

  sql = g_strdup_printf ("SELECT \"uid\" FROM \"%s\" ORDER BY \"%s\" IS NULL, length (\"%s\"), \"%s\", \"uid\" LIMIT ?1",
                         kind->token, code, code, code);
  statement = sl_connection_statement (connection, sql, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, limit);
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      SlUid uid = sqlite3_column_int64 (statement, 0);

      g_array_append_val (uids, uid);
    }
  if (rc != SQLITE_DONE)
    sl_connection_fail (connection, rc, error);
  sl_connection_rest (statement);
  return rc == SQLITE_DONE;
}

static gboolean
preview_all (SlConnection *connection, int kind, guint limit, SlProgramme *into, GError **error)
{
  const SlKind *shown = sl_kind_get (kind);
  g_autoptr (GArray) uids = g_array_new (FALSE, FALSE, sizeof (SlUid));

  if (!sl_sqlite_ensure_checked (connection, error))
    return FALSE;
  for (int whole = 0; whole < (int) sl_kind_count (); whole++)
    if (sl_preview_is_whole (whole) && !load_kind (connection, sl_kind_get (whole), into, error))
      return FALSE;
  if (sl_preview_is_whole (kind))
    return TRUE;
  return first_uids (connection, shown, limit, uids, error)
         && load_by (connection, shown, "uid", uids, into, NULL, error)
         && load_children (connection, kind, uids, into, error);
}

gboolean
sl_sqlite_preview (SlConnection *connection, int kind, guint limit, SlProgramme *into, GError **error)
{
  gboolean done;

  if (!sl_connection_begin (connection, FALSE, error))
    return FALSE;
  done = preview_all (connection, kind, limit, into, error);
  sl_connection_rollback (connection);
  return done;
}
