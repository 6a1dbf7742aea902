/* Sixty times: a process edits as fast as it can and is killed at some moment. What it acknowledged is there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-desk.h"

#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROUNDS 60

/* Some risks at once, so that a kill meets a commit of several pages. */
static void
paste (Desk *desk)
{
  SlTx *tx = desk_begin (desk, SL_VERB_PASTE);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 8; i++)
    {
      SlUid uid = sl_tx_create (tx, SL_KIND_RISK);

      g_assert_true (sl_tx_set (tx, uid, SL_RISK_TITLE, &SL_VALUE_TEXT ("Pasted"), NULL));
    }
  desk_commit (desk, tx, NULL, &error);
  g_assert_no_error (error);
}

/* Never returns: commits, then tells the number of each change-set. */
static void
edit_for_ever (const char *path, int pipe_end)
{
  g_autoptr (Desk) desk = desk_new (sl_place_open (path, SL_OPEN_WRITE, NULL));
  SlUid uid = sl_programme_nth (desk->rows, SL_KIND_RISK, 0)->uid;

  for (;;)
    {
      g_autofree char *title = g_strdup_printf ("%" G_GINT64_FORMAT, desk->head.seq + 1);

      if (desk->head.seq % 5 == 0)
        paste (desk);
      else
        desk_set_text (desk, uid, SL_RISK_TITLE, title);
      if (write (pipe_end, &desk->head.seq, sizeof desk->head.seq) != (gssize) sizeof desk->head.seq)
        _exit (1);
    }
}

/* Runs a child for some acknowledged edits and a moment more, kills it, and gives the last number it told. */
static gint64
run_and_kill (const char *path, GRand *chance)
{
  int ends[2];
  pid_t child;
  gint64 seq = 0, last = 0;
  guint wanted = (guint) g_rand_int_range (chance, 1, 12);
  struct timespec moment = { 0, g_rand_int_range (chance, 0, 2000000) };

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      edit_for_ever (path, ends[1]);
    }
  close (ends[1]);
  while (wanted > 0 && read (ends[0], &seq, sizeof seq) == (gssize) sizeof seq)
    {
      last = seq;
      wanted--;
    }
  g_assert_cmpuint (wanted, ==, 0);
  /* Anywhere inside the commit that follows. */
  ppoll (NULL, 0, &moment, NULL);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  while (read (ends[0], &seq, sizeof seq) == (gssize) sizeof seq)
    last = seq;
  close (ends[0]);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  return last;
}

static gboolean
count (SlChangeSet *change_set, gpointer data)
{
  gint64 *seen = data;

  g_assert_cmpint (change_set->seq, ==, ++*seen);
  return TRUE;
}

static void
test_kill (void)
{
  char *folder = new_folder ();
  g_autofree char *path = g_build_filename (folder, "kill.sightline", NULL);
  g_autoptr (GRand) chance = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (Desk) first = desk_new (sl_place_create (path, NULL));
  guint recovered = 0;

  desk_add_risk (first, "1");
  desk_free (g_steal_pointer (&first));
  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 acknowledged = run_and_kill (path, chance);
      g_autoptr (GError) error = NULL;
      SlStore *store = sl_place_open (path, SL_OPEN_WRITE, &error);
      g_autofree char *words = NULL;
      g_autoptr (Desk) desk = NULL;
      gint64 seen = 0;

      g_assert_no_error (error);
      words = sl_place_dup_note (store);
      recovered += words != NULL;
      /* Checks the content and compares the digest. */
      desk = desk_new (store);
      g_assert_cmpint (desk->head.seq, >=, acknowledged);
      g_assert_cmpint (desk->head.seq, <=, acknowledged + 1);
      g_assert_true (sl_store_read_since (store, 0, count, &seen, &error));
      g_assert_cmpint (seen, ==, desk->head.seq);
    }
  g_test_message ("%u of %u kills left a journal to roll back", recovered, ROUNDS);
  remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kill/nothing-acknowledged-is-lost", test_kill);
  return g_test_run ();
}
