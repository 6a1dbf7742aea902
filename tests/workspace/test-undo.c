/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sl-error.h"
#include "workspace-fixture.h"

#include <string.h>

static void
undo (SlWorkspace *ws)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_can_undo (ws));
  g_assert_true (sl_workspace_undo (ws, &error));
  g_assert_no_error (error);
}

static void
redo (SlWorkspace *ws)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_can_redo (ws));
  g_assert_true (sl_workspace_redo (ws, &error));
  g_assert_no_error (error);
}

static void
test_do_undo_redo (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "One");

  fixture_set (f->ws, risk, SL_RISK_TITLE, "Two");
  fixture_set (f->ws, risk, SL_RISK_TITLE, "Three");
  undo (f->ws);
  assert_field (f->ws, risk, SL_RISK_TITLE, "Two");
  undo (f->ws);
  assert_field (f->ws, risk, SL_RISK_TITLE, "One");
  redo (f->ws);
  assert_field (f->ws, risk, SL_RISK_TITLE, "Two");
  redo (f->ws);
  assert_field (f->ws, risk, SL_RISK_TITLE, "Three");
  g_assert_false (sl_workspace_can_redo (f->ws));
  undo (f->ws);
  undo (f->ws);
  undo (f->ws); /* the making of it */
  assert_field (f->ws, risk, SL_RISK_TITLE, "(gone)");
  redo (f->ws);
  assert_field (f->ws, risk, SL_RISK_TITLE, "One");
  assert_field (f->ws, risk, SL_RISK_CODE, "R-001");
  /* A new change ends what could be redone. */
  fixture_set (f->ws, risk, SL_RISK_TITLE, "Four");
  g_assert_false (sl_workspace_can_redo (f->ws));
  undo (f->ws);
  assert_field (f->ws, risk, SL_RISK_TITLE, "One");
}

/* The history is the stack: another process goes on where this one stopped. */
static void
test_across_restarts (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "One");

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (SlWorkspace) again = fixture_other (f, f->ada);
      g_autofree char *title = g_strdup_printf ("Title %u", i);

      fixture_set (again, risk, SL_RISK_TITLE, title);
    }
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (SlWorkspace) again = fixture_other (f, f->ada);

      undo (again);
      assert_field (again, risk, SL_RISK_TITLE, i == 0 ? "Title 1" : i == 1 ? "Title 0" : i == 2 ? "One" : "(gone)");
    }
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (SlWorkspace) again = fixture_other (f, f->ada);

      redo (again);
      assert_field (again, risk, SL_RISK_TITLE, i == 0 ? "One" : i == 1 ? "Title 0" : i == 2 ? "Title 1" : "Title 2");
    }
}

/* Each takes back their own latest change, not the other's. */
static void
test_own_changes_only (Fixture *f, gconstpointer unused)
{
  SlUid one = fixture_add_risk (f->ws, "One");
  g_autoptr (SlWorkspace) bobs = fixture_other (f, f->bob);
  g_autoptr (GError) error = NULL;

  g_assert_false (sl_workspace_can_undo (bobs));
  g_assert_false (sl_workspace_undo (bobs, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_REFUSED);
  fixture_set (bobs, one, SL_RISK_CAUSE, "Bob's cause");
  g_assert_true (sl_workspace_poll (f->ws, NULL));
  fixture_set (f->ws, one, SL_RISK_TITLE, "Ada's title");
  g_assert_true (sl_workspace_poll (bobs, NULL));
  undo (bobs);
  assert_field (bobs, one, SL_RISK_CAUSE, "");
  assert_field (bobs, one, SL_RISK_TITLE, "Ada's title");
}

/* A field that someone has changed since is not thrown back: both values are shown. */
static void
test_changed_since (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "One");
  g_autoptr (SlWorkspace) bobs = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set (f->ws, risk, SL_RISK_TITLE, "Ada's");
  bobs = fixture_other (f, f->bob);
  fixture_set (bobs, risk, SL_RISK_TITLE, "Bob's");
  g_assert_true (sl_workspace_poll (f->ws, NULL));
  g_assert_false (sl_workspace_undo (f->ws, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Ada's"));
  g_assert_nonnull (strstr (error->message, "Bob's"));
  assert_field (f->ws, risk, SL_RISK_TITLE, "Bob's");
}

/* One act of many records is one step, children come back with their parent. */
static void
test_one_step (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "One");
  const SlData *data = sl_workspace_data (f->ws);
  SlTx *tx;
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_assess (f->ws, risk, 3, 3, NULL, &error));
  tx = sl_workspace_begin (f->ws, SL_VERB_DELETE);
  g_assert_true (sl_tx_delete (tx, risk, &error));
  g_assert_true (sl_workspace_commit (f->ws, tx, NULL, &error));
  g_assert_cmpuint (sl_data_count (data, SL_KIND_RISK_ASSESSMENT), ==, 0);
  undo (f->ws);
  g_assert_cmpuint (sl_data_count (data, SL_KIND_RISK_ASSESSMENT), ==, 1);
  g_assert_cmpint (sl_workspace_risk_status (f->ws, risk)->score, ==, 9);
  undo (f->ws); /* the assessment, on its day of entry */
  g_assert_cmpint (sl_workspace_risk_status (f->ws, risk)->score, ==, 0);
  redo (f->ws);
  redo (f->ws);
  assert_field (f->ws, risk, SL_RISK_TITLE, "(gone)");
}

static void
test_creation_is_final (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  undo (f->ws);
  undo (f->ws);
  g_assert_false (sl_workspace_can_undo (f->ws));
  g_assert_false (sl_workspace_undo (f->ws, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_REFUSED);
}

static void
test_labels (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "One");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  fixture_set (f->ws, risk, SL_RISK_TITLE, "Two");
  first = sl_workspace_dup_undo_label (f->ws);
  g_assert_cmpstr (first, ==, "Edit R-001: Risk");
  undo (f->ws);
  second = sl_workspace_dup_redo_label (f->ws);
  g_assert_cmpstr (second, ==, "Edit R-001: Risk");
  undo (f->ws);
  third = sl_workspace_dup_redo_label (f->ws);
  g_assert_cmpstr (third, ==, "Add R-001");
}

/* Taking back an addition does not take along what others have filled in or added since. */
static void
test_others_work_kept (Fixture *f, gconstpointer unused)
{
  SlUid filled = fixture_add_risk (f->ws, "One");
  g_autoptr (SlWorkspace) bobs = fixture_other (f, f->bob);
  SlUid assessed;
  g_autoptr (GError) error = NULL;

  fixture_set (bobs, filled, SL_RISK_CAUSE, "Bob's cause");
  g_assert_true (sl_workspace_poll (f->ws, NULL));
  g_assert_false (sl_workspace_undo (f->ws, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Bob's cause"));
  g_clear_error (&error);
  assessed = fixture_add_risk (f->ws, "Two");
  g_assert_true (sl_workspace_poll (bobs, NULL));
  g_assert_true (sl_workspace_assess (bobs, assessed, 4, 4, NULL, &error));
  g_assert_true (sl_workspace_poll (f->ws, NULL));
  g_assert_false (sl_workspace_undo (f->ws, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_CONFLICT);
  assert_field (f->ws, assessed, SL_RISK_TITLE, "Two");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/undo/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("do-undo-redo", test_do_undo_redo);
  ADD ("across-restarts", test_across_restarts);
  ADD ("own-changes-only", test_own_changes_only);
  ADD ("changed-since", test_changed_since);
  ADD ("one-step", test_one_step);
  ADD ("creation-is-final", test_creation_is_final);
  ADD ("labels", test_labels);
  ADD ("others-work-kept", test_others_work_kept);
  return g_test_run ();
}
