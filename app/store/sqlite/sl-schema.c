/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/sqlite/sl-schema-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "resources/sl-resources.h"
#include "store/sl-place.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *folder = "sql";

void
sl_schema_use_folder (const char *other)
{
  folder = other != NULL ? other : "sql";
}

/* The scripts in order; the n-th must be called n. */
static char **
scripts (void)
{
  char **names = sl_resources_list (folder);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_ascii_strtoull (names[i], NULL, 10) != i + 1)
      g_error ("the migrations are not numbered without gaps: %s", names[i]);
  return names;
}

int
sl_schema_latest (void)
{
  g_auto (GStrv) names = scripts ();

  return (int) g_strv_length (names);
}

/* --- Upgrading ---------------------------------------------------------------------------------------------------- */

static gboolean
run_script (SlConnection *connection, const char *name, int version, GError **error)
{
  g_autofree char *path = g_strconcat (folder, g_str_has_suffix (folder, "/") ? "" : "/", name, NULL);
  g_autofree char *bump = g_strdup_printf ("PRAGMA user_version=%d", version);
  g_autoptr (GBytes) script = sl_resources_bytes (path, error);

  return script != NULL && sl_connection_exec (connection, g_bytes_get_data (script, NULL), error)
         && sl_connection_exec (connection, bump, error);
}

gboolean
sl_schema_upgrade (SlConnection *connection, int to, GError **error)
{
  g_auto (GStrv) names = scripts ();
  int from = connection->version;

  g_assert (to <= (int) g_strv_length (names));
  if (!sl_connection_begin (connection, TRUE, error))
    return FALSE;
  if (from == 0)
    {
      g_autofree char *ours = g_strdup_printf ("PRAGMA application_id=%d", SL_APPLICATION_ID);

      if (!sl_connection_exec (connection, ours, error))
        goto failed;
    }
  for (int version = from + 1; version <= to; version++)
    if (!run_script (connection, names[version - 1], version, error))
      goto failed;
  if (!sl_connection_commit (connection, error))
    goto failed;
  connection->version = to;
  return TRUE;

failed:
  sl_connection_rollback (connection);
  return FALSE;
}

/* --- Checking ----------------------------------------------------------------------------------------------------- */

static void
set_damaged (SlConnection *connection, const char *detail, GError **error)
{
  g_autofree char *place = g_filename_display_name (connection->path);

  g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED, _ ("%s is damaged: %s"), place, detail);
}

static gboolean
quick_check (SlConnection *connection, GError **error)
{
  sqlite3_stmt *statement = sl_connection_statement (connection, "PRAGMA quick_check(1)", error);
  gboolean sound = FALSE;
  int rc;

  if (statement == NULL)
    return FALSE;
  rc = sqlite3_step (statement);
  if (rc == SQLITE_ROW)
    {
      const char *result = (const char *) sqlite3_column_text (statement, 0);

      sound = g_strcmp0 (result, "ok") == 0;
      if (!sound)
        {
          /* SQLite's words are about pages and trees: for whoever mends files, not for whoever opens them. */
          g_debug ("quick_check: %s", result != NULL ? result : "");
          set_damaged (connection, _ ("parts of it cannot be read. Nothing was changed; open an earlier copy"), error);
        }
    }
  else
    sl_connection_fail (connection, rc == SQLITE_DONE ? SQLITE_CORRUPT : rc, error);
  sl_connection_rest (statement);
  return sound;
}

/* Every row of the schema in a fixed order, as one text. */
static char *
dup_schema (SlConnection *connection, GError **error)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  sqlite3_stmt *statement;
  int rc;

  statement = sl_connection_statement (connection, "SELECT \"type\", \"name\", \"tbl_name\", \"sql\" FROM \"sqlite_schema\""
                                       " ORDER BY \"type\", \"name\"", error);
  if (statement == NULL)
    return NULL;
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    for (int i = 0; i < 4; i++)
      {
        const char *text = (const char *) sqlite3_column_text (statement, i);

        g_string_append_printf (rows, "%d:%s;", sqlite3_column_bytes (statement, i), text != NULL ? text : "");
      }
  if (rc != SQLITE_DONE)
    sl_connection_fail (connection, rc, error);
  sl_connection_rest (statement);
  return rc == SQLITE_DONE ? g_strdup (rows->str) : NULL;
}

/* Whether it is what the build found the scripts to make (resources/schema-digests.py). FALSE says nothing yet. */
static gboolean
is_known (const char *schema, int version)
{
  const char *text = strcmp (folder, "sql") == 0 ? sl_resources_text ("schema-digests", NULL) : NULL;
  g_auto (GStrv) digests = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, schema, -1);

  return version >= 1 && version <= (int) g_strv_length (digests) && strcmp (digests[version - 1], digest) == 0;
}

gboolean
sl_schema_is_known (SlConnection *connection, GError **error)
{
  g_autofree char *found = dup_schema (connection, error);

  return found != NULL && is_known (found, connection->version);
}

static gboolean
compare_schema (SlConnection *connection, GError **error)
{
  g_autofree char *found = dup_schema (connection, error);
  g_autofree char *wanted = NULL;
  g_autoptr (SlConnection) fresh = NULL;

  if (found == NULL)
    return FALSE;
  if (is_known (found, connection->version))
    return TRUE;
  fresh = sl_connection_memory (error);
  if (fresh == NULL || !sl_schema_upgrade (fresh, connection->version, error) || (wanted = dup_schema (fresh, error)) == NULL)
    return FALSE;
  if (strcmp (wanted, found) == 0)
    return TRUE;
  set_damaged (connection, _ ("its tables are not those that Sightline makes"), error);
  return FALSE;
}

static gboolean
check_references (SlConnection *connection, GError **error)
{
  sqlite3_stmt *statement = sl_connection_statement (connection, "PRAGMA foreign_key_check", error);
  g_autofree char *detail = NULL;
  int rc;

  if (statement == NULL)
    return FALSE;
  rc = sqlite3_step (statement);
  if (rc == SQLITE_ROW)
    {
      g_autofree char *uid = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) sqlite3_column_int64 (statement, 1));

      /* TRANSLATORS: {1} and {3} are names of tables, {2} is a number. */
      detail = sl_text_compose (_ ("record {2} of table {1} points to a record of table {3} that is not there"),
                                (const char *const[]){ (const char *) sqlite3_column_text (statement, 0), uid,
                                                       (const char *) sqlite3_column_text (statement, 2), NULL });
      set_damaged (connection, detail, error);
    }
  else if (rc != SQLITE_DONE)
    sl_connection_fail (connection, rc, error);
  sl_connection_rest (statement);
  return rc == SQLITE_DONE;
}

gboolean
sl_schema_check (SlConnection *connection, GError **error)
{
  return quick_check (connection, error) && compare_schema (connection, error) && check_references (connection, error);
}
