/* Two workspaces on one state: what two windows or two people see.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sl-error.h"
#include "workspace-fixture.h"

#include <string.h>

static void
count_signal (SlWorkspace *ws, SlChangeSet *change_set, gpointer data)
{
  (*(guint *) data)++;
}

static gboolean
on_bound (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* A watched workspace sees the other's change by itself. */
static void
test_seen (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "One");
  g_autoptr (SlWorkspace) other = fixture_other (f, f->bob);
  guint outside = 0;
  gboolean late = FALSE;
  guint bound = g_timeout_add_seconds (20, on_bound, &late);

  g_signal_connect (f->ws, "outside-change", G_CALLBACK (count_signal), &outside);
  sl_workspace_watch (f->ws);
  fixture_set (other, risk, SL_RISK_TITLE, "Two");
  while (outside == 0 && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (bound);
  assert_field (f->ws, risk, SL_RISK_TITLE, "Two");
}

/* Different fields of one record: both stand, without anybody noticing. */
static void
test_merged (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "One");
  g_autoptr (SlWorkspace) other = fixture_other (f, f->bob);

  fixture_set (other, risk, SL_RISK_CAUSE, "Bob's cause");
  fixture_set (f->ws, risk, SL_RISK_EVENT, "Ada's event");
  assert_field (f->ws, risk, SL_RISK_CAUSE, "Bob's cause");
  g_assert_true (sl_workspace_poll (other, NULL));
  assert_field (other, risk, SL_RISK_EVENT, "Ada's event");
  g_assert_true (sl_hash_equal (&sl_workspace_head (f->ws)->hash, &sl_workspace_head (other)->hash));
}

/* The same field: refused with both values, nothing overwritten. */
static void
test_conflict (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "One");
  g_autoptr (SlWorkspace) other = fixture_other (f, f->bob);
  g_autoptr (GError) error = NULL;

  fixture_set (other, risk, SL_RISK_TITLE, "Bob's");
  g_assert_false (sl_workspace_set_text (f->ws, risk, SL_RISK_TITLE, "Ada's", NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Bob's"));
  g_assert_nonnull (strstr (error->message, "Ada's"));
  assert_field (f->ws, risk, SL_RISK_TITLE, "Bob's");
  fixture_set (f->ws, risk, SL_RISK_TITLE, "Ada's after all");
}

/* Both add a record at the same time: the second gets the next code. */
static void
test_renumbered (Fixture *f, gconstpointer unused)
{
  g_autoptr (SlWorkspace) other = fixture_other (f, f->bob);
  SlUid theirs = fixture_add_risk (other, "Bob's");
  SlUid ours = fixture_add_risk (f->ws, "Ada's");

  assert_field (f->ws, theirs, SL_RISK_CODE, "R-001");
  assert_field (f->ws, ours, SL_RISK_CODE, "R-002");
}

static void
test_deleted_elsewhere (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "One");
  g_autoptr (SlWorkspace) other = fixture_other (f, f->bob);
  SlTx *tx = sl_workspace_begin (other, SL_VERB_DELETE);
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_tx_delete (tx, risk, &error));
  g_assert_true (sl_workspace_commit (other, tx, NULL, &error));
  g_assert_false (sl_workspace_set_text (f->ws, risk, SL_RISK_TITLE, "Ada's", NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_CONFLICT);
  assert_field (f->ws, risk, SL_RISK_TITLE, "(gone)");
}

/* A code that was given meanwhile and is free again was given all the same. */
static void
test_never_reused (Fixture *f, gconstpointer unused)
{
  g_autoptr (SlWorkspace) other = fixture_other (f, f->bob);
  SlUid theirs = fixture_add_risk (other, "Bob's");
  SlTx *tx = sl_workspace_begin (other, SL_VERB_DELETE);
  SlUid ours;
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_tx_delete (tx, theirs, &error));
  g_assert_true (sl_workspace_commit (other, tx, NULL, &error));
  ours = fixture_add_risk (f->ws, "Ada's");
  assert_field (f->ws, ours, SL_RISK_CODE, "R-002");
}

/* Deleting what another has just added to would delete that unseen. */
static void
test_added_to_meanwhile (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "One");
  g_autoptr (SlWorkspace) other = fixture_other (f, f->bob);
  SlTx *tx = sl_workspace_begin (f->ws, SL_VERB_DELETE);
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_assess (other, risk, 4, 4, NULL, &error));
  g_assert_true (sl_tx_delete (tx, risk, &error));
  g_assert_false (sl_workspace_commit (f->ws, tx, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_CONFLICT);
  g_assert_cmpuint (sl_data_count (sl_workspace_data (f->ws), SL_KIND_RISK_ASSESSMENT), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/together/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("seen", test_seen);
  ADD ("merged", test_merged);
  ADD ("conflict", test_conflict);
  ADD ("renumbered", test_renumbered);
  ADD ("deleted-elsewhere", test_deleted_elsewhere);
  ADD ("never-reused", test_never_reused);
  ADD ("added-to-meanwhile", test_added_to_meanwhile);
  return g_test_run ();
}
