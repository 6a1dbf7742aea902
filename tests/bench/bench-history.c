/* Reading a history of 100,000 change-sets, and going back in it, against bare SQLite reading and hashing the same rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   bench-history [CHANGES=100000] [ROUNDS=3]
 *   bench-history --make FILE CHANGES     only writes such a file, for trying things by hand
 */
#include "bench-support.h"

#include "exchange/sl-seed.h"
#include "store/sl-place.h"
#include "workspace/sl-history.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

/* --- Making a long history ---------------------------------------------------------------------------------------- */

typedef struct
{
  SlStore *store;
  SlProgramme *rows;
  SlHead head;
  gint64 at, step; /* milliseconds */
  GRand *rand;
} Making;

static void
append (Making *self, SlChangeSet *change_set)
{
  g_autoptr (GError) error = NULL;

  change_set->at = self->at;
  self->at += (gint64) (g_rand_double_range (self->rand, 0.1, 1.9) * (double) self->step);
  sl_programme_digest_after (self->rows, change_set->changes, change_set->n_changes, &change_set->digest);
  if (!sl_store_append (self->store, change_set, &self->head, &error))
    g_error ("%s", error->message);
  self->head = (SlHead){ change_set->seq, change_set->hash, change_set->digest };
  sl_programme_apply (self->rows, change_set);
}

static gboolean
copy_one (SlChangeSet *change_set, gpointer data)
{
  append (data, change_set);
  return TRUE;
}

/* The worked sample as it was made, but long ago. */
static void
copy_sample (Making *self)
{
  g_autoptr (SlStore) memory = sl_memory_store_new ();
  g_autoptr (SlWorkspace) sample = sl_workspace_new (memory);
  g_autoptr (GError) error = NULL;

  if (!sl_workspace_open (sample, NULL, &error) || !sl_seed_sample (sample, &error)
      || !sl_store_read_since (memory, 0, copy_one, self, &error))
    g_error ("%s", error->message);
}

static SlUid
pick (Making *self, int kind)
{
  return sl_programme_nth (self->rows, kind, (guint) g_rand_int_range (self->rand, 0, (int) sl_programme_count (self->rows, kind)))->uid;
}

/* What people do all day: an owner, a cause, a review date, a score. */
static void
change_something (Making *self, SlTx *tx)
{
  static const char *const causes[] = { "The supplier has not confirmed the delivery of the second batch",
                                        "Crews were told of the new rounds late, and two depots have no plan yet",
                                        "The data feed depends on a contract that ends in March" };
  SlUid risk = pick (self, SL_KIND_RISK);
  SlUid person = pick (self, SL_KIND_PERSON);

  switch (g_rand_int_range (self->rand, 0, 4))
    {
    case 0:
      sl_tx_set (tx, risk, SL_RISK_OWNER, &SL_VALUE_REF (person), NULL);
      break;
    case 1:
      sl_tx_set (tx, risk, SL_RISK_CAUSE, &SL_VALUE_TEXT (causes[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (causes))]), NULL);
      sl_tx_set (tx, risk, SL_RISK_RESPONSE, &SL_VALUE_ENUM (g_rand_int_range (self->rand, 1, 6)), NULL);
      break;
    case 2:
      sl_tx_set (tx, risk, SL_RISK_NEXT_REVIEW, &SL_VALUE_DATE (20700 + g_rand_int_range (self->rand, 0, 300)), NULL);
      break;
    default:
      sl_tx_set (tx, pick (self, SL_KIND_ACTION), SL_ACTION_PERCENT, &SL_VALUE_INT (g_rand_int_range (self->rand, 0, 101)), NULL);
    }
}

static void
make_history (const char *path, guint n)
{
  static const char *const reasons[] = { NULL, "Agreed at the Monday review", NULL, "After the supplier’s letter of last week" };
  Making self = { .rows = sl_programme_new (), .rand = g_rand_new_with_seed (5) };
  g_autoptr (GError) error = NULL;
  gint64 now = g_get_real_time () / 1000;

  self.store = sl_place_create (path, &error);
  g_assert_no_error (error);
  /* A year and a half at most. */
  self.step = MIN (G_GINT64_CONSTANT (47000000000) / MAX (n, 1), 9 * 3600 * 1000);
  self.at = now - self.step * n;
  copy_sample (&self);
  while (self.head.seq < n)
    {
      SlTx *tx = sl_tx_new (sl_programme_data (self.rows), SL_VERB_EDIT);
      GArray *changes;
      g_autoptr (SlChangeSet) change_set = NULL;

      change_something (&self, tx);
      changes = sl_tx_changes (tx);
      sl_tx_free (tx);
      change_set = sl_change_set_new (changes, SL_VERB_EDIT, pick (&self, SL_KIND_PERSON),
                                      reasons[g_rand_int_range (self.rand, 0, G_N_ELEMENTS (reasons))]);
      if (change_set->n_changes > 0)
        append (&self, change_set);
    }
  g_object_unref (self.store);
  g_object_unref (self.rows);
  g_rand_free (self.rand);
}

/* --- Measuring ---------------------------------------------------------------------------------------------------- */

/* Reads the journal's rows and hashes their bytes. */
static double
bare_read (const char *path)
{
  static const char *const queries[] = { "SELECT * FROM changeset ORDER BY seq DESC", "SELECT * FROM change ORDER BY seq DESC" };
  double start = bench_now ();
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3 *db;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s", path);
  for (guint q = 0; q < G_N_ELEMENTS (queries); q++)
    {
      sqlite3_stmt *stmt;

      if (sqlite3_prepare_v2 (db, queries[q], -1, &stmt, NULL) != SQLITE_OK)
        g_error ("%s", sqlite3_errmsg (db));
      while (sqlite3_step (stmt) == SQLITE_ROW)
        for (int c = 0; c < sqlite3_column_count (stmt); c++)
          {
            const guchar *text = sqlite3_column_text (stmt, c);

            if (text != NULL)
              g_checksum_update (sum, text, sqlite3_column_bytes (stmt, c));
          }
      sqlite3_finalize (stmt);
    }
  sqlite3_close (db);
  return bench_now () - start;
}

static gboolean
count_one (SlChangeSet *change_set, gpointer data)
{
  (*(guint *) data)++;
  return TRUE;
}

static double
our_read (SlStore *store)
{
  double start = bench_now ();
  guint n = 0;
  g_autoptr (GError) error = NULL;

  if (!sl_store_read_back (store, 0, count_one, &n, &error))
    g_error ("%s", error->message);
  return bench_now () - start;
}

static void
on_added (SlHistory *history, guint position, guint n, gpointer data)
{
  double *first = data;

  if (*first == 0)
    *first = bench_now ();
}

/* The list as a page has it. @first: seconds until its first entries. */
static double
our_list (SlWorkspace *ws, double *first)
{
  double start = bench_now ();
  g_autoptr (SlHistory) history = sl_history_new (ws);

  *first = 0;
  g_signal_connect (history, "added", G_CALLBACK (on_added), first);
  while (sl_history_state (history) == SL_HISTORY_READING)
    g_main_context_iteration (NULL, TRUE);
  if (sl_history_state (history) != SL_HISTORY_WHOLE)
    g_error ("%s", sl_history_error (history)->message);
  *first -= start;
  return bench_now () - start;
}

static double
our_way_back (SlWorkspace *ws, gint64 seq)
{
  double start = bench_now ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SlProgramme) then = sl_workspace_recorded (ws, seq, NULL, &error);

  if (then == NULL)
    g_error ("%s", error->message);
  return bench_now () - start;
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 && atoi (argv[1]) > 0 ? (guint) atoi (argv[1]) : 100000;
  guint rounds = argc > 2 && atoi (argv[2]) > 0 ? (guint) atoi (argv[2]) : 3;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlStore) store = NULL;
  g_autoptr (SlWorkspace) ws = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree double *bare = NULL, *ours = NULL;
  gboolean met = TRUE;

  if (argc == 4 && strcmp (argv[1], "--make") == 0)
    {
      make_history (argv[2], (guint) atoi (argv[3]));
      return 0;
    }
  folder = g_dir_make_tmp ("sightline-bench-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "long.sightline", NULL);
  make_history (path, n);
  store = sl_place_open (path, SL_OPEN_READ, &error);
  g_assert_no_error (error);
  ws = sl_workspace_new (store);
  if (!sl_workspace_open (ws, NULL, &error))
    g_error ("%s", error->message);
  bare = g_new (double, rounds);
  ours = g_new (double, rounds);
  for (guint r = 0; r < rounds; r++)
    {
      bare[r] = bare_read (path);
      ours[r] = our_read (store);
    }
  met &= bench_report ("the whole history, each entry checked", ours, bare, rounds, 10.0);
  for (guint r = 0; r < rounds; r++)
    {
      bare[r] = bare_read (path);
      ours[r] = our_way_back (ws, n / 2);
    }
  met &= bench_report ("half the way back", ours, bare, rounds, 7.0);
  for (guint r = 0; r < rounds; r++)
    {
      double first;

      bare[r] = bare_read (path);
      ours[r] = our_list (ws, &first);
      g_print ("%-52s %10.2f ms\n", "first entries of the list", first * 1e3);
    }
  met &= bench_report ("the whole list, each entry composed", ours, bare, rounds, 20.0);
  sl_workspace_close (ws);
  g_unlink (path);
  g_rmdir (folder);
  return met ? 0 : 1;
}
