/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sl-error.h"
#include "model/sl-programme.h"
#include "model/sl-tx.h"

#include <string.h>

static SlChangeSet *
commit (SlProgramme *programme, SlTx *tx)
{
  SlChangeSet *change_set;
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_tx_check_structure (tx, &error));
  g_assert_no_error (error);
  change_set = sl_change_set_new (sl_tx_changes (tx), sl_tx_verb (tx), SL_UID_NONE, NULL);
  sl_tx_free (tx);
  sl_programme_apply (programme, change_set);
  return change_set;
}

static SlUid
add (SlTx *tx, int kind, guint field, const char *text)
{
  SlUid uid = sl_tx_create (tx, kind);
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_tx_set (tx, uid, field, &SL_VALUE_TEXT (text), &error));
  return uid;
}

static gboolean
print (const SlRecord *record, gpointer data)
{
  g_string_append_printf (data, "%s ", sl_record_code (record) != NULL ? sl_record_code (record) : "-");
  return TRUE;
}

static void
assert_kind (const SlData *data, int kind, const char *expected)
{
  g_autoptr (GString) s = g_string_new (NULL);

  sl_data_each (data, kind, print, s);
  g_assert_cmpstr (s->str, ==, expected);
}

static void
assert_risks_of (const SlData *data, SlUid owner, const char *expected)
{
  g_autoptr (GString) s = g_string_new (NULL);

  sl_data_children (data, SL_KIND_RISK, SL_RISK_OWNER, owner, print, s);
  g_assert_cmpstr (s->str, ==, expected);
}

/* What a transaction shows before its commit is what the data shows after it. */
static void
test_overlay (void)
{
  g_autoptr (SlProgramme) programme = sl_programme_new ();
  const SlData *live = sl_programme_data (programme);
  SlTx *tx = sl_tx_new (live, SL_VERB_ADD);
  SlUid ada = add (tx, SL_KIND_PERSON, SL_PERSON_DISPLAY_NAME, "Ada");
  SlUid bob = add (tx, SL_KIND_PERSON, SL_PERSON_DISPLAY_NAME, "Bob");
  SlUid one = add (tx, SL_KIND_RISK, SL_RISK_TITLE, "One");
  SlUid two = add (tx, SL_KIND_RISK, SL_RISK_TITLE, "Two");

  sl_tx_set (tx, one, SL_RISK_OWNER, &SL_VALUE_REF (ada), NULL);
  sl_tx_set (tx, two, SL_RISK_OWNER, &SL_VALUE_REF (ada), NULL);
  assert_risks_of (sl_tx_data (tx), ada, "R-001 R-002 ");
  assert_kind (live, SL_KIND_RISK, "");
  sl_change_set_unref (commit (programme, tx));
  assert_risks_of (live, ada, "R-001 R-002 ");

  tx = sl_tx_new (live, SL_VERB_EDIT);
  sl_tx_set (tx, one, SL_RISK_OWNER, &SL_VALUE_REF (bob), NULL);
  add (tx, SL_KIND_RISK, SL_RISK_TITLE, "Three");
  assert_risks_of (sl_tx_data (tx), ada, "R-002 ");
  assert_risks_of (sl_tx_data (tx), bob, "R-001 ");
  assert_kind (sl_tx_data (tx), SL_KIND_RISK, "R-001 R-002 R-003 ");
  assert_risks_of (live, ada, "R-001 R-002 ");
  g_assert_true (sl_tx_delete (tx, two, NULL));
  assert_kind (sl_tx_data (tx), SL_KIND_RISK, "R-001 R-003 ");
  g_assert_null (sl_data_by_code (sl_tx_data (tx), "R-002"));
  sl_change_set_unref (commit (programme, tx));
  assert_kind (live, SL_KIND_RISK, "R-001 R-003 ");
  assert_risks_of (live, ada, "");
}

static void
test_codes_are_never_reused (void)
{
  g_autoptr (SlProgramme) programme = sl_programme_new ();
  SlTx *tx = sl_tx_new (sl_programme_data (programme), SL_VERB_ADD);
  SlUid last;

  add (tx, SL_KIND_RISK, SL_RISK_TITLE, "One");
  last = add (tx, SL_KIND_RISK, SL_RISK_TITLE, "Two");
  sl_change_set_unref (commit (programme, tx));
  tx = sl_tx_new (sl_programme_data (programme), SL_VERB_DELETE);
  sl_tx_delete (tx, last, NULL);
  sl_change_set_unref (commit (programme, tx));
  tx = sl_tx_new (sl_programme_data (programme), SL_VERB_ADD);
  add (tx, SL_KIND_RISK, SL_RISK_TITLE, "Three");
  assert_kind (sl_tx_data (tx), SL_KIND_RISK, "R-001 R-003 ");
  sl_tx_free (tx);
}

static void
test_noops_are_dropped (void)
{
  g_autoptr (SlProgramme) programme = sl_programme_new ();
  SlTx *tx = sl_tx_new (sl_programme_data (programme), SL_VERB_ADD);
  SlUid risk = add (tx, SL_KIND_RISK, SL_RISK_TITLE, "One");

  sl_change_set_unref (commit (programme, tx));
  tx = sl_tx_new (sl_programme_data (programme), SL_VERB_EDIT);
  sl_tx_set (tx, risk, SL_RISK_TITLE, &SL_VALUE_TEXT ("Other"), NULL);
  g_assert_false (sl_tx_is_empty (tx));
  sl_tx_set (tx, risk, SL_RISK_TITLE, &SL_VALUE_TEXT ("One"), NULL);
  sl_tx_delete (tx, add (tx, SL_KIND_RISK, SL_RISK_TITLE, "Passing"), NULL);
  g_assert_true (sl_tx_is_empty (tx));
  {
    g_autoptr (GArray) changes = sl_tx_changes (tx);

    g_assert_cmpuint (changes->len, ==, 0);
  }
  sl_tx_free (tx);
}

static void
assert_refused (SlTx *tx, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sl_tx_check_structure (tx, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_STRUCTURE);
  g_assert_nonnull (strstr (error->message, part));
  sl_tx_free (tx);
}

static void
test_structure (void)
{
  g_autoptr (SlProgramme) programme = sl_programme_new ();
  const SlData *live = sl_programme_data (programme);
  SlTx *tx = sl_tx_new (live, SL_VERB_ADD);
  SlUid ada = add (tx, SL_KIND_PERSON, SL_PERSON_DISPLAY_NAME, "Ada");
  SlUid one = add (tx, SL_KIND_RISK, SL_RISK_TITLE, "One");
  SlUid two = add (tx, SL_KIND_RISK, SL_RISK_TITLE, "Two");
  SlUid assessment = sl_tx_create (tx, SL_KIND_RISK_ASSESSMENT);

  sl_tx_set (tx, one, SL_RISK_OWNER, &SL_VALUE_REF (ada), NULL);
  sl_tx_set (tx, two, SL_RISK_PARENT_RISK, &SL_VALUE_REF (one), NULL);
  sl_tx_set (tx, assessment, SL_RISK_ASSESSMENT_RISK, &SL_VALUE_REF (one), NULL);
  sl_tx_set (tx, assessment, SL_RISK_ASSESSMENT_DATE, &SL_VALUE_DATE (20000), NULL);
  sl_change_set_unref (commit (programme, tx));

  tx = sl_tx_new (live, SL_VERB_ADD);
  sl_tx_create (tx, SL_KIND_RISK);
  assert_refused (tx, "R-003: Risk");
  tx = sl_tx_new (live, SL_VERB_EDIT);
  sl_tx_set (tx, one, SL_RISK_OWNER, &SL_VALUE_REF (one), NULL);
  assert_refused (tx, "R-001: Owner");
  tx = sl_tx_new (live, SL_VERB_EDIT);
  sl_tx_set (tx, one, SL_RISK_PARENT_RISK, &SL_VALUE_REF (two), NULL);
  assert_refused (tx, "back to itself");
  tx = sl_tx_new (live, SL_VERB_DELETE);
  sl_tx_delete (tx, ada, NULL);
  assert_refused (tx, "R-001 refers to it");
  tx = sl_tx_new (live, SL_VERB_ADD);
  sl_tx_set (tx, add (tx, SL_KIND_RISK, SL_RISK_TITLE, "Twin"), SL_RISK_CODE, &SL_VALUE_TEXT ("R-001"), NULL);
  assert_refused (tx, "taken");
  tx = sl_tx_new (live, SL_VERB_ADD);
  sl_tx_set (tx, add (tx, SL_KIND_RISK, SL_RISK_TITLE, "Odd"), SL_RISK_CODE, &SL_VALUE_TEXT ("A-100"), NULL);
  assert_refused (tx, "no id of its kind");
  tx = sl_tx_new (live, SL_VERB_ADD);
  sl_tx_set (tx, add (tx, SL_KIND_RISK, SL_RISK_TITLE, "Old"), SL_RISK_CODE, &SL_VALUE_TEXT ("R-1"), NULL);
  assert_refused (tx, "never given twice");

  /* What belongs to a record goes with it, and both come back as they were. */
  tx = sl_tx_new (live, SL_VERB_DELETE);
  sl_tx_set (tx, two, SL_RISK_PARENT_RISK, &SL_VALUE_NULL (SL_TYPE_REF), NULL);
  g_assert_true (sl_tx_delete (tx, one, NULL));
  g_assert_null (sl_data_lookup (sl_tx_data (tx), assessment));
  sl_change_set_unref (commit (programme, tx));
  assert_kind (live, SL_KIND_RISK_ASSESSMENT, "");
}

static void
test_fixed (void)
{
  g_autoptr (SlProgramme) programme = sl_programme_new ();
  SlTx *tx = sl_tx_new (sl_programme_data (programme), SL_VERB_ADD);
  SlUid risk = add (tx, SL_KIND_RISK, SL_RISK_TITLE, "One");
  g_autoptr (GError) error = NULL;

  sl_change_set_unref (commit (programme, tx));
  tx = sl_tx_new (sl_programme_data (programme), SL_VERB_EDIT);
  g_assert_false (sl_tx_set (tx, risk, SL_RISK_CODE, &SL_VALUE_TEXT ("R-900"), &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_REFUSED);
  sl_tx_free (tx);
}

/* The digest kept by each change is the digest of everything counted anew, and a snapshot stays as it was taken. */
static void
test_random_edits (void)
{
  g_autoptr (SlProgramme) programme = sl_programme_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (GArray) risks = g_array_new (FALSE, FALSE, sizeof (SlUid));
  SlHash empty;

  sl_programme_digest (programme, &empty);
  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (SlSnapshot) before = sl_snapshot_new (programme);
      guint n_before = sl_data_count (sl_snapshot_data (before), SL_KIND_RISK);
      SlTx *tx = sl_tx_new (sl_programme_data (programme), SL_VERB_EDIT);
      guint what = risks->len == 0 ? 0 : (guint) g_rand_int_range (rand, 0, 3);
      guint n = risks->len == 0 ? 0 : (guint) g_rand_int_range (rand, 0, (int) risks->len);
      g_autoptr (SlProgramme) again = sl_programme_new ();
      SlHash kept, counted;

      if (what == 0)
        {
          SlUid uid = add (tx, SL_KIND_RISK, SL_RISK_TITLE, "New");

          g_array_append_val (risks, uid);
        }
      else if (what == 1)
        {
          g_autofree char *title = g_strdup_printf ("Title %u", i);

          sl_tx_set (tx, g_array_index (risks, SlUid, n), SL_RISK_TITLE, &SL_VALUE_TEXT (title), NULL);
        }
      else
        {
          sl_tx_delete (tx, g_array_index (risks, SlUid, n), NULL);
          g_array_remove_index (risks, n);
        }
      sl_change_set_unref (commit (programme, tx));
      for (guint k = 0; k < sl_programme_count (programme, SL_KIND_RISK); k++)
        sl_programme_load (again, sl_record_ref (sl_programme_nth (programme, SL_KIND_RISK, k)));
      sl_programme_digest (programme, &kept);
      sl_programme_digest (again, &counted);
      g_assert_true (sl_hash_equal (&kept, &counted));
      g_assert_cmpuint (sl_data_count (sl_snapshot_data (before), SL_KIND_RISK), ==, n_before);
    }
}

static void
assert_label (SlChangeSet *change_set, const SlData *data, const char *expected)
{
  g_autofree char *label = sl_change_set_dup_label (change_set, data, FALSE);

  g_assert_cmpstr (label, ==, expected);
  sl_change_set_unref (change_set);
}

static void
test_labels (void)
{
  g_autoptr (SlProgramme) programme = sl_programme_new ();
  const SlData *live = sl_programme_data (programme);
  SlTx *tx = sl_tx_new (live, SL_VERB_PASTE);
  SlUid risk = add (tx, SL_KIND_RISK, SL_RISK_TITLE, "One");
  SlUid assessment;

  add (tx, SL_KIND_RISK, SL_RISK_TITLE, "Two");
  assert_label (commit (programme, tx), live, "Paste: 2 Risks");
  tx = sl_tx_new (live, SL_VERB_EDIT);
  sl_tx_set (tx, risk, SL_RISK_TITLE, &SL_VALUE_TEXT ("Other"), NULL);
  assert_label (commit (programme, tx), live, "Edit R-001: Risk");
  tx = sl_tx_new (live, SL_VERB_ASSESS);
  assessment = sl_tx_create (tx, SL_KIND_RISK_ASSESSMENT);
  sl_tx_set (tx, assessment, SL_RISK_ASSESSMENT_RISK, &SL_VALUE_REF (risk), NULL);
  sl_tx_set (tx, assessment, SL_RISK_ASSESSMENT_DATE, &SL_VALUE_DATE (20000), NULL);
  assert_label (commit (programme, tx), live, "Assess R-001");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tx/overlay", test_overlay);
  g_test_add_func ("/tx/codes-are-never-reused", test_codes_are_never_reused);
  g_test_add_func ("/tx/noops-are-dropped", test_noops_are_dropped);
  g_test_add_func ("/tx/structure", test_structure);
  g_test_add_func ("/tx/fixed", test_fixed);
  g_test_add_func ("/tx/random-edits", test_random_edits);
  g_test_add_func ("/tx/labels", test_labels);
  return g_test_run ();
}
