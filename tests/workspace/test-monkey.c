/* Random acts of two people, undo, redo, restarts: after each, what is in memory is what a fresh reader finds, the digest
 * holds, and a list that only followed emissions equals the data. Run with -m slow for a long one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sl-error.h"
#include "workspace-fixture.h"

typedef struct
{
  GRand *rand;
  GArray *mirror; /* of SlUid: what items-changed says the list holds */
} Monkey;

static void
follow (GListModel *list, guint position, guint removed, guint added, gpointer data)
{
  GArray *mirror = data;

  if (removed > 0)
    g_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (SlItem) item = g_list_model_get_item (list, position + i);
      SlUid uid = sl_item_uid (item);

      g_array_insert_val (mirror, position + i, uid);
    }
}

static SlUid
some_risk (Monkey *monkey, SlWorkspace *ws)
{
  guint n = sl_programme_count (sl_workspace_programme (ws), SL_KIND_RISK);

  if (n == 0)
    return fixture_add_risk (ws, "Seed");
  return sl_programme_nth (sl_workspace_programme (ws), SL_KIND_RISK, (guint) g_rand_int_range (monkey->rand, 0, (int) n))->uid;
}

static void
act (Monkey *monkey, SlWorkspace *ws)
{
  static const char *const texts[] = { "", "One", "Naïve text with “quotes”", "R&D <b>", "2026-09-01", "P-02", "open", "people" };
  SlUid risk = some_risk (monkey, ws);
  SlTx *tx;

  switch (g_rand_int_range (monkey->rand, 0, 8))
    {
    case 0:
      fixture_add_risk (ws, "Another");
      break;
    case 1:
      tx = sl_workspace_begin (ws, SL_VERB_DELETE);
      sl_tx_delete (tx, risk, NULL);
      sl_workspace_commit (ws, tx, NULL, NULL);
      break;
    case 2:
      sl_workspace_undo (ws, NULL);
      break;
    case 3:
      sl_workspace_redo (ws, NULL);
      break;
    case 4:
      sl_workspace_assess (ws, risk, g_rand_int_range (monkey->rand, 1, 6), g_rand_int_range (monkey->rand, 1, 6),
                           g_rand_boolean (monkey->rand) ? "as seen today" : NULL, NULL);
      break;
    default:
      sl_workspace_set_text (ws, risk, (guint) g_rand_int_range (monkey->rand, 0, SL_RISK_N_FIELDS),
                             texts[g_rand_int_range (monkey->rand, 0, G_N_ELEMENTS (texts))],
                             g_rand_boolean (monkey->rand) ? "reason" : NULL, NULL);
    }
}

static void
check (Fixture *f, Monkey *monkey)
{
  g_autoptr (SlWorkspace) fresh = fixture_other (f, f->ada); /* compares the digest */
  SlProgramme *live = sl_workspace_programme (f->ws);
  SlProgramme *read = sl_workspace_programme (fresh);

  for (int k = 0; k < SL_N_KINDS; k++)
    {
      g_assert_cmpuint (sl_programme_count (live, k), ==, sl_programme_count (read, k));
      for (guint i = 0; i < sl_programme_count (live, k); i++)
        {
          g_assert_cmpint (sl_programme_nth (live, k, i)->uid, ==, sl_programme_nth (read, k, i)->uid);
          g_assert_cmphex (sl_record_diff (sl_programme_nth (live, k, i), sl_programme_nth (read, k, i)), ==, 0);
        }
    }
  g_assert_cmpuint (monkey->mirror->len, ==, sl_programme_count (live, SL_KIND_RISK));
  for (guint i = 0; i < monkey->mirror->len; i++)
    g_assert_cmpint (g_array_index (monkey->mirror, SlUid, i), ==, sl_programme_nth (live, SL_KIND_RISK, i)->uid);
}

/* Every point of the history can be had again: the digest each change-set carries is compared. */
static void
check_points (Fixture *f)
{
  gint64 last = sl_workspace_head (f->ws)->seq;

  for (gint64 seq = 0; seq <= last; seq += 1 + last / 40)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SlProgramme) then = sl_workspace_recorded (f->ws, seq, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (then);
    }
}

static void
run (Fixture *f, guint32 seed, guint steps)
{
  g_autoptr (SlWorkspace) bobs = fixture_other (f, f->bob);
  Monkey monkey = { g_rand_new_with_seed (seed), g_array_new (FALSE, FALSE, sizeof (SlUid)) };
  SlKindModel *list = sl_workspace_list (f->ws, SL_KIND_RISK);

  follow (G_LIST_MODEL (list), 0, 0, g_list_model_get_n_items (G_LIST_MODEL (list)), monkey.mirror);
  g_signal_connect (list, "items-changed", G_CALLBACK (follow), monkey.mirror);
  for (guint i = 0; i < steps; i++)
    {
      act (&monkey, g_rand_int_range (monkey.rand, 0, 3) == 0 ? bobs : f->ws);
      if (i % 10 == 0)
        {
          g_assert_true (sl_workspace_poll (f->ws, NULL));
          check (f, &monkey);
        }
    }
  check_points (f);
  g_signal_handlers_disconnect_by_func (list, follow, monkey.mirror);
  g_rand_free (monkey.rand);
  g_array_unref (monkey.mirror);
}

static void
test_monkey (Fixture *f, gconstpointer seed)
{
  run (f, GPOINTER_TO_UINT (seed), g_test_slow () ? 20000 : 600);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 4; seed++)
    {
      g_autofree char *name = g_strdup_printf ("/monkey/%u", seed);

      g_test_add (name, Fixture, GUINT_TO_POINTER (seed), fixture_set_up, test_monkey, fixture_tear_down);
    }
  return g_test_run ();
}
