/* The table over everything: what is listed, in what order; and findings as errors.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rules-fixture.h"

#include "base/sl-error.h"

#include <string.h>

static void
test_clean (Rules *f, gconstpointer unused)
{
  rules_expect_all (f, "");
}

/* What is starred and empty is listed beyond a draft, and only there. */
static void
test_expected (Rules *f, gconstpointer unused)
{
  SlRecordEdit edit;
  SlUid half;

  sl_fixture_edit (&f->base, SL_KIND_RISK, &edit);
  edit.values[SL_RISK_TITLE] = SL_VALUE_TEXT ("A draft may be empty");
  half = sl_fixture_load (&f->base, &edit);
  sl_fixture_assess (&f->base, half, SL_ASSESSMENT_TYPE_TARGET, "2026-07-01", 2, 0);
  rules_expect_all (f, "");
  sl_fixture_change (&f->base, f->risk, SL_RISK_CATEGORY, SL_VALUE_NULL (SL_TYPE_ENUM));
  sl_fixture_change (&f->base, f->base.bob, SL_PERSON_ROLE_TITLE, SL_VALUE_NULL (SL_TYPE_TEXT));
  sl_fixture_change (&f->base, f->base.project, SL_PROJECT_PHASE, SL_VALUE_ENUM (SL_PHASE_ALPHA));
  sl_fixture_add_action (&f->base, f->risk, SL_ACTION_STATE_PLANNED, NULL);
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_TARGET, "2026-07-01", 0, 0);
  rules_expect_all (f, "W 2.2 P-02: “Role” is empty\n"
                       "W 2.2 PRJ-001: “Purpose” is empty\n"
                       "W 2.2 PRJ-001: “Budget” is empty\n"
                       "W 2.2 PRJ-001: “Senior responsible owner” is empty\n"
                       "W 2.2 PRJ-001: “Manager” is empty\n"
                       "W 2.2 R-001: “Category” is empty\n"
                       "W 2.2 R-001: an assessment has no impact in any dimension\n"
                       "W 2.2 R-001: “Probability” is empty\n"
                       "W 2.2 A-01: “Original due” is empty\n"
                       "W 2.2 A-01: “Due” is empty\n");
}

/* Time passing refuses nothing; it is listed. */
static void
test_overdue (Rules *f, gconstpointer unused)
{
  f->base.day = sl_date_from_iso ("2026-08-01");
  rules_expect_all (f, "W F-11 R-001: its review is overdue by one day\n");
  f->act.day = f->base.day;
  rules_set (f, f->risk, SL_RISK_TITLE, SL_VALUE_TEXT ("Title"));
  rules_expect (f, "");
  f->base.day = sl_date_from_iso ("2026-08-31"); /* 31 days over: more than the interval */
  rules_expect_all (f, "W F-11 R-001: its review is overdue by 31 days and stale; look at it or close it\n");
}

/* By kind, code as people count, then rule. */
static void
test_sorted (Rules *f, gconstpointer unused)
{
  for (guint i = 0; i < 10; i++)
    {
      SlUid risk = sl_fixture_add_risk (&f->base, SL_RISK_STATE_OPEN);

      sl_fixture_assess (&f->base, risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-01", 3, 3);
      if (i == 9)
        {
          sl_fixture_change (&f->base, risk, SL_RISK_CODE, SL_VALUE_TEXT ("R-1000"));
          sl_fixture_change (&f->base, risk, SL_RISK_EARLIEST_DATE, SL_VALUE_NULL (SL_TYPE_DATE));
        }
      if (i == 8)
        {
          sl_fixture_change (&f->base, risk, SL_RISK_CODE, SL_VALUE_TEXT ("R-999"));
          sl_fixture_change (&f->base, risk, SL_RISK_OWNER, SL_VALUE_NULL (SL_TYPE_REF));
          sl_fixture_change (&f->base, risk, SL_RISK_EARLIEST_DATE, SL_VALUE_NULL (SL_TYPE_DATE));
        }
    }
  rules_expect_all (f, "W 6.6 P-01: answers for 10 of 11 open threats; share them out\n"
                       "E INV-1 R-999: needs the day from which it could strike\n"
                       "E INV-2 R-999: has no owner; name one person\n"
                       "E INV-1 R-1000: needs the day from which it could strike\n");
}

static SlFinding *
finding (SlSeverity severity, const char *format)
{
  SlFinding *self = g_new0 (SlFinding, 1);

  self->rule = "T-1";
  self->severity = severity;
  self->field = -1;
  self->code = g_strdup ("R-001");
  self->format = format;
  self->args = g_strdupv ((char *[]){ "x", NULL });
  return self;
}

static void
test_errors (void)
{
  g_autoptr (GPtrArray) findings = sl_findings_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (sl_findings_to_error (findings, FALSE));
  g_ptr_array_add (findings, finding (SL_SEVERITY_WARNING, "warned"));
  g_assert_null (sl_findings_to_error (findings, FALSE));
  g_ptr_array_add (findings, finding (SL_SEVERITY_REASON, "moves {1}"));
  g_assert_null (sl_findings_to_error (findings, TRUE));
  error = sl_findings_to_error (findings, FALSE);
  g_assert_error (error, SL_ERROR, SL_ERROR_REASON_NEEDED);
  g_assert_cmpstr (error->message, ==, "R-001: moves x");
  g_clear_error (&error);
  g_ptr_array_add (findings, finding (SL_SEVERITY_ERROR, "wrong"));
  error = sl_findings_to_error (findings, TRUE);
  g_assert_error (error, SL_ERROR, SL_ERROR_RULE);
  g_assert_cmpstr (error->message, ==, "R-001: wrong (T-1)");
}

/* A thousand pasted rows do not make a message of a thousand lines. */
static void
test_many_errors (void)
{
  g_autoptr (GPtrArray) findings = sl_findings_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 1000; i++)
    g_ptr_array_add (findings, finding (SL_SEVERITY_ERROR, "wrong"));
  error = sl_findings_to_error (findings, TRUE);
  lines = g_strsplit (error->message, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 21);
  g_assert_cmpstr (lines[20], ==, "and 980 more");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  RULES_TEST ("/rules/check/clean", test_clean);
  RULES_TEST ("/rules/check/expected", test_expected);
  RULES_TEST ("/rules/check/overdue", test_overdue);
  RULES_TEST ("/rules/check/sorted", test_sorted);
  g_test_add_func ("/rules/check/errors", test_errors);
  g_test_add_func ("/rules/check/many-errors", test_many_errors);
  return g_test_run ();
}
