/* Opening, editing and holding 100,000 risks, each against what bare SQLite needs for the same (issue: speed).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   bench-store [ROWS=100000] [ROUNDS=5]
 *   bench-store --make FILE ROWS     only writes such a file, for trying things by hand
 */
#include "bench-support.h"

#include "store/sl-place.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void
run (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

static sqlite3 *
open_bare (const char *path, int flags)
{
  sqlite3 *db;

  if (sqlite3_open_v2 (path, &db, flags, NULL) != SQLITE_OK)
    g_error ("%s", path);
  return db;
}

/* Touches every column of a query; optionally feeds the bytes to a digest. */
static void
touch_all (sqlite3 *db, const char *sql, GChecksum *sum)
{
  sqlite3_stmt *stmt;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  while (sqlite3_step (stmt) == SQLITE_ROW)
    for (int c = 0; c < sqlite3_column_count (stmt); c++)
      {
        const guchar *text = sqlite3_column_text (stmt, c);
        int n = sqlite3_column_bytes (stmt, c);

        if (sum != NULL && n > 0)
          g_checksum_update (sum, text, n);
      }
  sqlite3_finalize (stmt);
}

static double
bare_first_screen (const char *path)
{
  double start = bench_now ();
  sqlite3 *db = open_bare (path, SQLITE_OPEN_READONLY);

  run (db, "PRAGMA quick_check");
  touch_all (db, "PRAGMA foreign_key_check", NULL);
  touch_all (db, "SELECT * FROM risk ORDER BY uid LIMIT 60", NULL);
  sqlite3_close (db);
  return bench_now () - start;
}

static double
our_first_screen (const char *path)
{
  double start = bench_now ();
  g_autoptr (SlStore) store = NULL;
  g_autoptr (SlProgramme) first = sl_programme_new ();
  g_autoptr (GError) error = NULL;

  store = sl_place_open (path, SL_OPEN_READ, &error);
  g_assert_no_error (error);
  if (!sl_store_preview (store, SL_KIND_RISK, 60, first, &error))
    g_error ("%s", error->message);
  start = bench_now () - start;
  sl_store_close (store);
  return start;
}

static double
bare_everything (const char *path)
{
  double start = bench_now ();
  sqlite3 *db = open_bare (path, SQLITE_OPEN_READONLY);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  run (db, "PRAGMA quick_check");
  for (guint k = 0; k < sl_kind_count (); k++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", sl_kind_get ((int) k)->token);

      touch_all (db, sql, NULL);
    }
  sqlite3_close (db);
  start = bench_now () - start;
  /* The digest pass apart, over the same bytes, so that SELECT and SHA-256 are each counted once. */
  db = open_bare (path, SQLITE_OPEN_READONLY);
  {
    double with, without;

    without = bench_now ();
    for (guint k = 0; k < sl_kind_count (); k++)
      {
        g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", sl_kind_get ((int) k)->token);

        touch_all (db, sql, NULL);
      }
    without = bench_now () - without;
    with = bench_now ();
    for (guint k = 0; k < sl_kind_count (); k++)
      {
        g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", sl_kind_get ((int) k)->token);

        touch_all (db, sql, sum);
      }
    with = bench_now () - with;
    start += MAX (0, with - without);
  }
  sqlite3_close (db);
  return start;
}

static double
our_everything (const char *path)
{
  double start = bench_now ();
  g_autoptr (SlStore) store = NULL;
  g_autoptr (SlWorkspace) ws = NULL;
  g_autoptr (GError) error = NULL;

  store = sl_place_open (path, SL_OPEN_READ, &error);
  g_assert_no_error (error);
  ws = sl_workspace_new (store);
  if (!sl_workspace_open (ws, NULL, &error))
    g_error ("%s", error->message);
  start = bench_now () - start;
  sl_workspace_close (ws);
  return start;
}

/* One-row commits with the settings of a programme's file. */
static void
bare_edits (const char *path, double *seconds, guint n)
{
  sqlite3 *db = open_bare (path, SQLITE_OPEN_READWRITE);
  sqlite3_stmt *stmt;

  run (db, "PRAGMA journal_mode=DELETE");
  run (db, "PRAGMA synchronous=EXTRA");
  run (db, "PRAGMA foreign_keys=ON");
  if (sqlite3_prepare_v2 (db, "UPDATE risk SET title = ?1 WHERE code = ?2", -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Bare title %d", g_random_int_range (0, G_MAXINT));
      g_autofree char *code = g_strdup_printf ("R-%03u", 1 + i * 37 % 400);
      double start = bench_now ();

      run (db, "BEGIN IMMEDIATE");
      sqlite3_bind_text (stmt, 1, title, -1, SQLITE_STATIC);
      sqlite3_bind_text (stmt, 2, code, -1, SQLITE_STATIC);
      if (sqlite3_step (stmt) != SQLITE_DONE)
        g_error ("%s", sqlite3_errmsg (db));
      sqlite3_reset (stmt);
      run (db, "COMMIT");
      seconds[i] = bench_now () - start;
    }
  sqlite3_finalize (stmt);
  sqlite3_close (db);
}

static void
our_edits (const char *path, double *seconds, guint n)
{
  g_autoptr (SlStore) store = NULL;
  g_autoptr (SlWorkspace) ws = NULL;
  g_autoptr (GError) error = NULL;

  store = sl_place_open (path, SL_OPEN_WRITE, &error);
  g_assert_no_error (error);
  ws = sl_workspace_new (store);
  if (!sl_workspace_open (ws, NULL, &error))
    g_error ("%s", error->message);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Our title %d", g_random_int_range (0, G_MAXINT));
      g_autofree char *code = g_strdup_printf ("R-%03u", 1 + i * 37 % 400);
      SlUid uid = sl_data_by_code (sl_workspace_data (ws), code)->uid;
      double start = bench_now ();

      if (!sl_workspace_set_text (ws, uid, SL_RISK_TITLE, title, NULL, &error))
        g_error ("%s", error->message);
      seconds[i] = bench_now () - start;
    }
  sl_workspace_close (ws);
}

static long
resident_kb (void)
{
  long size = 0, resident = 0;
  FILE *f = fopen ("/proc/self/statm", "r");

  if (f == NULL || fscanf (f, "%ld %ld", &size, &resident) != 2)
    resident = 0;
  if (f != NULL)
    fclose (f);
  return resident * (sysconf (_SC_PAGESIZE) / 1024);
}

/* What an open programme holds: the answer of a fresh process, whose heap holds nothing else. */
static int
measure_memory (const char *path)
{
  long before = resident_kb ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SlStore) store = sl_place_open (path, SL_OPEN_READ, &error);
  g_autoptr (SlWorkspace) ws = NULL;

  g_assert_no_error (error);
  ws = sl_workspace_new (store);
  if (!sl_workspace_open (ws, NULL, &error))
    g_error ("%s", error->message);
  for (guint i = 0; i < sl_programme_count (sl_workspace_programme (ws), SL_KIND_RISK); i++)
    sl_workspace_risk_status (ws, sl_programme_nth (sl_workspace_programme (ws), SL_KIND_RISK, i)->uid);
  g_print ("%ld\n", resident_kb () - before);
  return 0;
}

static gboolean
report_memory (const char *program, const char *path, gint64 size)
{
  const char *argv[] = { program, "--memory", path, NULL };
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  gint64 bytes;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, NULL, &error))
    g_error ("%s", error->message);
  bytes = g_ascii_strtoll (out, NULL, 10) * 1024;
  g_print ("%-52s %10.1f MB  file %10.1f MB  ratio %5.2f  limit 1.50  %s\n", "memory, all derived values included",
           (double) bytes / 1048576, (double) size / 1048576, (double) bytes / (double) size,
           bytes * 2 <= size * 3 ? "met" : "MISSED");
  return bytes * 2 <= size * 3;
}

int
main (int argc, char **argv)
{
  guint rows = argc > 1 ? (guint) atoi (argv[1]) : 100000;
  guint rounds = argc > 2 ? (guint) CLAMP (atoi (argv[2]), 1, 50) : 5;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (GFile) from = NULL;
  g_autoptr (GFile) to = NULL;
  double ours[4][50], bare[4][50], our_edit[2000], bare_edit[2000];
  const guint edits = 100;
  GStatBuf info;
  gboolean met = TRUE;

  if (argc == 3 && g_str_equal (argv[1], "--memory"))
    return measure_memory (argv[2]);
  if (argc == 4 && g_str_equal (argv[1], "--make"))
    {
      bench_make (argv[2], (guint) atoi (argv[3]));
      return 0;
    }
  folder = g_dir_make_tmp ("sightline-bench-XXXXXX", NULL);
  path = g_build_filename (folder, "large.sightline", NULL);
  copy = g_build_filename (folder, "copy.sightline", NULL);
  from = g_file_new_for_path (path);
  to = g_file_new_for_path (copy);
  bench_make (path, rows);
  if (g_stat (path, &info) != 0)
    g_error ("%s", path);
  g_print ("%u risks with text and assessments, file %.1f MB, %u rounds\n", rows, (double) info.st_size / 1048576, rounds);
  for (guint r = 0; r < rounds; r++)
    {
      bare[0][r] = bare_first_screen (path);
      ours[0][r] = our_first_screen (path);
      bare[1][r] = bare_everything (path);
      ours[1][r] = our_everything (path);
    }
  met &= bench_report ("first screen of the register", ours[0], bare[0], rounds, 1.25);
  met &= bench_report ("all rows usable and checked", ours[1], bare[1], rounds, 2.0);
  met &= report_memory (argv[0], path, info.st_size);
  /* Bare edits leave no history, so they get a copy of their own. */
  if (!g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL))
    g_error ("%s", copy);
  for (guint r = 0; r < rounds; r++)
    {
      bare_edits (copy, bare_edit + r * edits, edits);
      our_edits (path, our_edit + r * edits, edits);
    }
  met &= bench_report ("one durable edit with history", our_edit, bare_edit, edits * rounds, 1.5);
  g_unlink (path);
  g_unlink (copy);
  g_rmdir (folder);
  return met ? 0 : 1;
}
