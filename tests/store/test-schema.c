/* The scripts against the field tables, and migrations.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-desk.h"

#include "base/sl-error.h"
#include "migrations-resources.h"
#include "store/sqlite/sl-schema-private.h"

#include <string.h>

static SlConnection *
fresh (void)
{
  g_autoptr (GError) error = NULL;
  SlConnection *connection = sl_connection_memory (&error);

  g_assert_no_error (error);
  sl_schema_upgrade (connection, sl_schema_latest (), &error);
  g_assert_no_error (error);
  return connection;
}

/* A one-column answer as a set of texts. */
static GHashTable *
texts_of (SlConnection *connection, const char *sql)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sqlite3_stmt *statement = sl_connection_statement (connection, sql, NULL);

  g_assert_nonnull (statement);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_hash_table_add (set, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sl_connection_rest (statement);
  return set;
}

/* What a field's column must look like: type, not null, target of the reference. */
static char *
wanted (const SlField *field)
{
  gboolean text = field->type == SL_TYPE_TEXT || field->type == SL_TYPE_ENUM || field->type == SL_TYPE_DATE;
  gboolean not_null = field->type == SL_TYPE_BOOL || (field->flags & SL_FIELD_MANDATORY) != 0;

  return g_strdup_printf ("%s %s%s%s%s", field->name, text ? "TEXT" : "INTEGER", not_null ? " NOT NULL" : "",
                          field->type == SL_TYPE_REF ? " -> " : "",
                          field->type == SL_TYPE_REF ? sl_kind_get (field->ref)->token : "");
}

static void
compare_columns (SlConnection *connection, const SlKind *kind)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT c.name || ' ' || c.type || iif (c.\"notnull\", ' NOT NULL', '')"
      " || coalesce ((SELECT ' -> ' || f.\"table\" FROM pragma_foreign_key_list ('%s') f WHERE f.\"from\" = c.name"
      " AND f.\"to\" = 'uid'), '') FROM pragma_table_info ('%s') c WHERE c.name <> 'uid'",
      kind->token, kind->token);
  g_autoptr (GHashTable) found = texts_of (connection, sql);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *column = wanted (&kind->fields[i]);

      if (!g_hash_table_remove (found, column))
        g_test_fail_printf ("table %s has no column “%s”", kind->token, column);
    }
  if (g_hash_table_size (found) > 0)
    g_test_fail_printf ("table %s has more columns than fields", kind->token);
}

static void
compare_keys (SlConnection *connection, const SlKind *kind)
{
  g_autofree char *key = g_strdup_printf ("SELECT name || type || pk FROM pragma_table_info ('%s') WHERE pk > 0", kind->token);
  g_autofree char *strict = g_strdup_printf ("SELECT strict || wr FROM pragma_table_list ('%s')", kind->token);
  g_autofree char *unique = g_strdup_printf ("SELECT x.name FROM pragma_index_list ('%s') l, pragma_index_info (l.name) x"
                                             " WHERE l.\"unique\"", kind->token);
  g_autoptr (GHashTable) keys = texts_of (connection, key);
  g_autoptr (GHashTable) kinds = texts_of (connection, strict);
  g_autoptr (GHashTable) uniques = texts_of (connection, unique);

  g_assert_cmpuint (g_hash_table_size (keys), ==, 1);
  g_assert_true (g_hash_table_contains (keys, "uidINTEGER1"));
  g_assert_true (g_hash_table_contains (kinds, "10"));
  g_assert_cmpuint (g_hash_table_size (uniques), ==, kind->code >= 0 ? 1 : 0);
  if (kind->code >= 0)
    g_assert_true (g_hash_table_contains (uniques, kind->fields[kind->code].name));
}

static void
test_agrees (void)
{
  static const char *const own[] = { "head", "code_stem", "changeset", "change" };
  g_autoptr (SlConnection) connection = fresh ();
  g_autoptr (GHashTable) tables = NULL;

  tables = texts_of (connection, "SELECT name FROM sqlite_schema WHERE type = 'table'");
  for (int k = 0; k < (int) sl_kind_count (); k++)
    {
      if (!g_hash_table_remove (tables, sl_kind_get (k)->token))
        g_test_fail_printf ("%s has no table", sl_kind_get (k)->token);
      compare_columns (connection, sl_kind_get (k));
      compare_keys (connection, sl_kind_get (k));
    }
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    g_assert_true (g_hash_table_remove (tables, own[i]));
  g_assert_cmpuint (g_hash_table_size (tables), ==, 0);
}

/* Deleting a record must find those that point to it without reading whole tables of many rows. */
/* What the build says of every version is what the scripts make here. */
static void
test_known (void)
{
  for (int version = 1; version <= sl_schema_latest (); version++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SlConnection) connection = sl_connection_memory (&error);

      g_assert_no_error (error);
      g_assert_true (sl_schema_upgrade (connection, version, &error));
      g_assert_true (sl_schema_is_known (connection, &error));
      g_assert_no_error (error);
      g_assert_true (sl_connection_exec (connection, "CREATE TABLE more (a INTEGER) STRICT", &error));
      g_assert_false (sl_schema_is_known (connection, &error));
      g_assert_no_error (error);
    }
}

static void
test_references_have_indexes (void)
{
  g_autoptr (SlConnection) connection = fresh ();

  for (int k = 0; k < (int) sl_kind_count (); k++)
    for (guint f = 0; f < sl_kind_get (k)->n_fields; f++)
      {
        const SlField *field = &sl_kind_get (k)->fields[f];
        g_autofree char *sql = NULL;
        g_autoptr (GHashTable) found = NULL;

        if (field->type != SL_TYPE_REF || (sl_kind_get (field->ref)->flags & SL_KIND_SMALL))
          continue;
        sql = g_strdup_printf ("SELECT x.name FROM pragma_index_list ('%s') l, pragma_index_info (l.name) x WHERE x.seqno = 0",
                               sl_kind_get (k)->token);
        found = texts_of (connection, sql);
        if (!g_hash_table_contains (found, field->name))
          g_test_fail_printf ("%s.%s points to a kind of many records and has no index", sl_kind_get (k)->token, field->name);
      }
}

static char *
old_file (const char *folder)
{
  char *path = g_build_filename (folder, "old.sightline", NULL);
  g_autoptr (GError) error = NULL;
  SlStore *store = sl_place_create (path, &error);
  g_autoptr (Desk) desk = NULL;

  g_assert_no_error (error);
  desk = desk_new (store);
  desk_add_risk (desk, "Old");
  return path;
}

static gint64
number_in (const char *path, const char *sql)
{
  g_autoptr (SlConnection) connection = sl_connection_open (path, TRUE, 0, NULL);
  gint64 number = -1;

  sl_connection_number (connection, sql, &number, NULL);
  return number;
}

static void
test_migrates (void)
{
  char *folder = new_folder ();
  g_autofree char *path = old_file (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (Desk) desk = NULL;
  SlStore *store;

  sl_schema_use_folder ("/test/later");
  g_assert_cmpint (sl_place_schema_version (), ==, 3);
  store = sl_place_open (path, SL_OPEN_WRITE, &error);
  g_assert_no_error (error);
  desk = desk_new (store);
  desk_set_text (desk, sl_programme_nth (desk->rows, SL_KIND_RISK, 0)->uid, SL_RISK_TITLE, "New");
  desk_free (g_steal_pointer (&desk));
  g_assert_cmpint (number_in (path, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (number_in (path, "SELECT count(*) FROM risk WHERE later = 'filled in'"), ==, 1);
  sl_schema_use_folder (NULL);
  g_assert_null (sl_place_open (path, SL_OPEN_WRITE, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_NEWER);
  g_assert_nonnull (strstr (error->message, "3"));
  remove_folder (folder);
}

static void
test_reader_changes_nothing (void)
{
  char *folder = new_folder ();
  g_autofree char *path = old_file (folder);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Desk) desk = NULL;
  gsize n_before, n_after;
  SlStore *store;

  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  sl_schema_use_folder ("/test/later");
  store = sl_place_open (path, SL_OPEN_READ, &error);
  g_assert_no_error (error);
  words = sl_place_dup_note (store);
  g_assert_nonnull (words);
  desk = desk_new (store);
  g_assert_true (sl_store_is_read_only (store));
  g_assert_cmpuint (sl_programme_count (desk->rows, SL_KIND_RISK), ==, 1);
  desk_free (g_steal_pointer (&desk));
  sl_schema_use_folder (NULL);
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  remove_folder (folder);
}

static void
test_broken_migration (void)
{
  char *folder = new_folder ();
  g_autofree char *path = old_file (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (Desk) desk = NULL;

  sl_schema_use_folder ("/test/broken");
  g_assert_null (sl_place_open (path, SL_OPEN_WRITE, &error));
  g_assert_nonnull (error);
  sl_schema_use_folder (NULL);
  g_assert_cmpint (number_in (path, "PRAGMA user_version"), ==, 2);
  g_clear_error (&error);
  desk = desk_new (sl_place_open (path, SL_OPEN_WRITE, &error));
  g_assert_no_error (error);
  remove_folder (folder);
}

typedef struct
{
  const char *file;
  guint kinds; /* it has records of so many */
} Fixture;

static const Fixture fixtures[] = { { "schema-1.sightline.gz", 12 }, { "schema-2.sightline.gz", 75 } };

/* A file as an earlier version left it. Every schema ever released keeps one. */
static void
test_fixture (gconstpointer data)
{
  const Fixture *fixture = data;
  g_autofree char *packed = g_test_build_filename (G_TEST_DIST, "store", "fixtures", fixture->file, NULL);
  char *folder = new_folder ();
  g_autofree char *path = g_build_filename (folder, "one.sightline", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (packed);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GZlibDecompressor) unpack = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) file = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GOutputStream) out = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Desk) desk = NULL;
  guint kinds = 0;

  file = G_INPUT_STREAM (g_file_read (from, NULL, &error));
  g_assert_no_error (error);
  stream = g_converter_input_stream_new (file, G_CONVERTER (unpack));
  out = G_OUTPUT_STREAM (g_file_create (to, G_FILE_CREATE_NONE, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_splice (out, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  desk = desk_new (sl_place_open (path, SL_OPEN_WRITE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (desk->head.seq, ==, 3);
  for (int k = 0; k < (int) sl_kind_count (); k++)
    kinds += sl_programme_count (desk->rows, k) > 0;
  g_assert_cmpuint (kinds, ==, fixture->kinds);
  g_assert_cmpint (sl_data_last_number (sl_programme_data (desk->rows), "R-"), ==, 3);
  g_assert_nonnull (sl_data_by_code (sl_programme_data (desk->rows), "R-002"));
  desk_add_risk (desk, "Goes on");
  remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  /* "--fixture FILE" writes what the next schema's fixture is made of. */
  if (argc == 3 && strcmp (argv[1], "--fixture") == 0)
    {
      g_autoptr (Desk) desk = desk_new (sl_place_create (argv[2], NULL));

      desk_fill (desk);
      desk_set_text (desk, desk_add_risk (desk, "Kept for later versions"), SL_RISK_EVENT, "They must read it");
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  test_register_resource ();
  g_test_add_func ("/schema/agrees", test_agrees);
  g_test_add_func ("/schema/references-have-indexes", test_references_have_indexes);
  g_test_add_func ("/schema/known", test_known);
  g_test_add_func ("/schema/migrates", test_migrates);
  g_test_add_func ("/schema/reader-changes-nothing", test_reader_changes_nothing);
  g_test_add_func ("/schema/broken-migration", test_broken_migration);
  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autofree char *name = g_strdup_printf ("/schema/fixture/%u", i + 1);

      g_test_add_data_func (name, &fixtures[i], test_fixture);
    }
  return g_test_run ();
}
