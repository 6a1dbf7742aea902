/* What time makes of a register: windows, acceptances, standing still, drafts, decisions, the register as a whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rules-fixture.h"

#define DAY_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

/* It has struck and the issue is dealt with: nothing more is to be said of it. */
static void
occur (Rules *f, SlUid risk)
{
  SlUid issue = sl_fixture_add_issue (&f->base, 2);

  sl_fixture_change (&f->base, issue, SL_ISSUE_FROM_RISK, SL_VALUE_REF (risk));
  sl_fixture_change (&f->base, issue, SL_ISSUE_STATE, SL_VALUE_ENUM (SL_ISSUE_STATE_CLOSED));
  sl_fixture_change (&f->base, risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_OCCURRED));
}

/* The day before it opens nothing is said; an ended risk is not asked about. */
static void
test_window (Rules *f, gconstpointer unused)
{
  sl_fixture_change (&f->base, f->risk, SL_RISK_EARLIEST_DATE, DATE ("2026-07-31"));
  sl_fixture_review (&f->base, f->risk, "2026-07-30");
  rules_expect_all (f, "");
  sl_fixture_change (&f->base, f->risk, SL_RISK_EARLIEST_DATE, DATE ("2026-07-30"));
  rules_expect_all (f, "W F-8 R-001: its window has been open since 2026-07-30; confirm that it has occurred, move the day, or "
                       "close it\n");
  occur (f, f->risk);
  rules_expect_all (f, "");
}

static void
accept (Rules *f, const char *until)
{
  sl_fixture_change (&f->base, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_TOLERATED));
  sl_fixture_change (&f->base, f->risk, SL_RISK_RESPONSE, SL_VALUE_ENUM (SL_RESPONSE_ACCEPT));
  sl_fixture_change (&f->base, f->risk, SL_RISK_ACCEPTED_BY, SL_VALUE_REF (f->base.chair));
  sl_fixture_change (&f->base, f->risk, SL_RISK_ACCEPTED_ON, DATE ("2026-02-02"));
  sl_fixture_change (&f->base, f->risk, SL_RISK_ACCEPTED_UNTIL, DATE (until));
  sl_fixture_change (&f->base, f->risk, SL_RISK_ACCEPTANCE_RATIONALE, SL_VALUE_TEXT ("Cheaper than any treatment"));
}

static void
test_acceptance (Rules *f, gconstpointer unused)
{
  accept (f, "2026-08-31"); /* 31 days ahead */
  rules_expect_all (f, "");
  accept (f, "2026-08-30");
  rules_expect_all (f, "W INV-6 R-001: its acceptance ends on 2026-08-30; have it accepted anew, or treat it\n");
  accept (f, "2026-07-31");
  rules_expect_all (f, "W INV-6 R-001: its acceptance ends on 2026-07-31; have it accepted anew, or treat it\n");
  accept (f, "2026-07-30");
  rules_expect_all (f, "W INV-6 R-001: its acceptance ended on 2026-07-30; reopen it or have it accepted anew\n");
}

/* F-5: a score in force 180 days ago, never another, two reviews. Accepted or escalated it may stand. */
static void
test_frozen (Rules *f, gconstpointer unused)
{
  const char *said = "W F-5 R-001: it is frozen: reviewed again and again, and its score 9 has not moved for half a year; act, "
                     "accept or escalate\n";
  SlUid escalation;

  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-02-01", 3, 3);
  sl_fixture_review (&f->base, f->risk, "2026-06-01");
  sl_fixture_add_action (&f->base, f->risk, SL_ACTION_STATE_IN_PROGRESS, "2026-09-01");
  rules_expect_all (f, "");
  sl_fixture_review (&f->base, f->risk, "2026-07-30");
  rules_expect_all (f, said);
  accept (f, "2026-12-31");
  rules_expect_all (f, "");
  sl_fixture_change (&f->base, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_OPEN));
  escalation = sl_fixture_escalate (&f->base, f->risk, SL_ESCALATION_STATE_RAISED, "2026-07-20", "2026-07-31");
  rules_expect_all (f, "");
  sl_fixture_change (&f->base, escalation, SL_ESCALATION_STATE, SL_VALUE_ENUM (SL_ESCALATION_STATE_WITHDRAWN));
  rules_expect_all (f, said);
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-31", 3, 2);
  rules_expect_all (f, "");
}

/* Part 6 no. 3: two reporting periods of three months, or of one. */
static void
test_parked (Rules *f, gconstpointer unused)
{
  const char *said = "W 6.3 R-001: it has stood at Amber since 2026-01-31, with no action and no change; act, accept or escalate\n";
  SlUid action;

  sl_fixture_change (&f->base, f->base.info, SL_PROGRAMME_REPORTING_PERIOD, SL_VALUE_ENUM (SL_PERIOD_QUARTER));
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-02-01", 3, 3);
  rules_expect_all (f, "");
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-01-31", 3, 3);
  rules_expect_all (f, said);
  action = sl_fixture_add_action (&f->base, f->risk, SL_ACTION_STATE_BLOCKED, "2026-09-01");
  rules_expect_all (f, "");
  sl_fixture_change (&f->base, action, SL_ACTION_STATE, SL_VALUE_ENUM (SL_ACTION_STATE_CANCELLED));
  rules_expect_all (f, said);
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-03-31", 2, 4);
  rules_expect_all (f, "");
  sl_fixture_change (&f->base, f->base.info, SL_PROGRAMME_REPORTING_PERIOD, SL_VALUE_ENUM (SL_PERIOD_MONTH));
  /* Since 1 July it is 9 again. */
  rules_expect_all (f, "");
  f->base.day = sl_date_from_iso ("2026-08-31");
  sl_fixture_review (&f->base, f->risk, "2026-08-31");
  rules_expect_all (f, "");
  f->base.day = sl_date_from_iso ("2026-09-01");
  rules_expect_all (f, "W 6.3 R-001: it has stood at Amber since 2026-07-01, with no action and no change; act, accept or escalate\n");
}

/* From the day it was entered, where nobody assessed it. */
static void
test_draft (Rules *f, gconstpointer unused)
{
  SlUid draft = sl_fixture_add_risk (&f->base, SL_RISK_STATE_DRAFT);
  SlDate made = (SlDate) (sl_uid_time (draft) / DAY_MS);
  char iso[11];
  g_autofree char *said = g_strdup_printf ("W 6.4 R-002: it has been a draft since %s; open it, or delete it\n",
                                           sl_date_to_iso (made, iso));

  occur (f, f->risk);
  f->base.day = made + 30;
  rules_expect_all (f, "");
  f->base.day = made + 31;
  rules_expect_all (f, said);
  f->base.day = sl_date_from_iso ("2026-08-31");
  sl_fixture_assess (&f->base, draft, SL_ASSESSMENT_TYPE_TARGET, "2026-07-01", 2, 0);
  rules_expect_all (f, "W 6.4 R-002: it has been a draft since 2026-07-01; open it, or delete it\n");
}

static void
test_unanswered (Rules *f, gconstpointer unused)
{
  SlUid escalation = sl_fixture_escalate (&f->base, f->risk, SL_ESCALATION_STATE_ACCEPTED, "2026-07-01", "2026-07-31");

  rules_expect_all (f, "");
  sl_fixture_change (&f->base, escalation, SL_ESCALATION_DECISION_DUE, DATE ("2026-07-30"));
  rules_expect_all (f, "W 2.6 ESC-1: nobody has answered it; the decision is one day overdue\n");
  sl_fixture_change (&f->base, escalation, SL_ESCALATION_DECISION_DUE, DATE ("2026-07-21"));
  rules_expect_all (f, "W 2.6 ESC-1: nobody has answered it; the decision is 10 days overdue\n");
  sl_fixture_change (&f->base, escalation, SL_ESCALATION_STATE, SL_VALUE_ENUM (SL_ESCALATION_STATE_RETURNED));
  rules_expect_all (f, "");
}

/* Part 6 no. 6: three of ten are 30 %, three of nine more; two are never too many. */
static void
test_share (Rules *f, gconstpointer unused)
{
  SlUid risks[10] = { f->risk };

  for (guint i = 1; i < G_N_ELEMENTS (risks); i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u", i);

      risks[i] = sl_fixture_add_risk (&f->base, SL_RISK_STATE_OPEN);
      sl_fixture_assess (&f->base, risks[i], SL_ASSESSMENT_TYPE_CURRENT, "2026-07-01", 3, 3);
      if (i > 2)
        {
          SlUid person = sl_fixture_add_person (&f->base, name, "2025-01-01", NULL, FALSE);

          sl_fixture_change (&f->base, risks[i], SL_RISK_OWNER, SL_VALUE_REF (person));
        }
    }
  rules_expect_all (f, "");
  occur (f, risks[9]);
  rules_expect_all (f, "W 6.6 P-01: answers for 3 of 9 open threats; share them out\n");
  for (guint i = 3; i < 9; i++)
    occur (f, risks[i]);
  occur (f, risks[0]);
  rules_expect_all (f, "");
}

/* 1.2 entry 54: while a project is under way. */
static void
test_silence (Rules *f, gconstpointer unused)
{
  occur (f, f->risk);
  f->base.day = sl_date_from_iso ("2026-08-31"); /* 61 days after */
  rules_expect_all (f, "");
  sl_fixture_change (&f->base, f->base.project, SL_PROJECT_PHASE, SL_VALUE_ENUM (SL_PHASE_ALPHA));
  sl_fixture_change (&f->base, f->base.project, SL_PROJECT_PURPOSE, SL_VALUE_TEXT ("Clean streets"));
  sl_fixture_change (&f->base, f->base.project, SL_PROJECT_BUDGET, SL_VALUE_MONEY (100));
  sl_fixture_change (&f->base, f->base.project, SL_PROJECT_SRO, SL_VALUE_REF (f->base.chair));
  sl_fixture_change (&f->base, f->base.project, SL_PROJECT_MANAGER, SL_VALUE_REF (f->base.bob));
  rules_expect_all (f, "W 6.4 PRG-001: no new risk for 61 days while a project is under way; ask what has come up\n");
  f->base.day = sl_date_from_iso ("2026-08-30");
  rules_expect_all (f, "");
  f->base.day = sl_date_from_iso ("2026-06-30"); /* before there was any */
  rules_expect_all (f, "W 6.4 PRG-001: a project is under way, and no risk has ever been recorded; ask what could go wrong\n"
                       "E INV-1 R-001: has no current assessment with a probability and an impact\n");
  sl_fixture_change (&f->base, f->base.project, SL_PROJECT_STATUS, SL_VALUE_ENUM (SL_PROJECT_STATUS_PAUSED));
  rules_expect_all (f, "E INV-1 R-001: has no current assessment with a probability and an impact\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  RULES_TEST ("/rules/watch/window", test_window);
  RULES_TEST ("/rules/watch/acceptance", test_acceptance);
  RULES_TEST ("/rules/watch/frozen", test_frozen);
  RULES_TEST ("/rules/watch/parked", test_parked);
  RULES_TEST ("/rules/watch/draft", test_draft);
  RULES_TEST ("/rules/watch/unanswered", test_unanswered);
  RULES_TEST ("/rules/watch/share", test_share);
  RULES_TEST ("/rules/watch/silence", test_silence);
  return g_test_run ();
}
