/* What must hold for a risk: INV-1 to INV-8, responses, and that faults that stood before are forgiven.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rules-fixture.h"

#define SAYS_LITTLE                                                                                                    \
  " says too little; a risk beyond draft needs cause, event and effect of at least 10 characters each\n"

/* INV-1 */

static void
test_sentence (Rules *f, gconstpointer unused)
{
  SlUid draft = sl_fixture_add_risk (&f->base, SL_RISK_STATE_DRAFT);

  rules_set (f, f->risk, SL_RISK_CAUSE, SL_VALUE_TEXT ("123456789"));
  rules_expect (f, "E INV-1 R-001: “Cause”" SAYS_LITTLE);
  rules_set (f, f->risk, SL_RISK_CAUSE, SL_VALUE_TEXT ("1234567890"));
  rules_expect (f, "");
  rules_set (f, f->risk, SL_RISK_EFFECT, SL_VALUE_NULL (SL_TYPE_TEXT));
  rules_expect (f, "E INV-1 R-001: “Effect”" SAYS_LITTLE);
  rules_set (f, draft, SL_RISK_CAUSE, SL_VALUE_NULL (SL_TYPE_TEXT));
  rules_set (f, draft, SL_RISK_EVENT, SL_VALUE_TEXT ("Late"));
  rules_expect (f, "");
}

/* Everything INV-1 asks for is asked on the way out of draft. */
static void
test_opening (Rules *f, gconstpointer unused)
{
  SlUid draft = sl_fixture_add_risk (&f->base, SL_RISK_STATE_DRAFT);

  rules_set (f, draft, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_OPEN));
  rules_expect (f, "E INV-1 R-002: has no current assessment with a probability and an impact\n");
  rules_set (f, draft, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_OPEN));
  rules_assess (f, draft, 3, 0, NULL);
  rules_expect (f, "E INV-1 R-002: has no current assessment with a probability and an impact\n");
  rules_set (f, draft, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_OPEN));
  rules_assess (f, draft, 3, 3, NULL);
  rules_expect (f, "");
  rules_set (f, draft, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_OPEN));
  rules_set (f, draft, SL_RISK_EVENT, SL_VALUE_NULL (SL_TYPE_TEXT));
  rules_set (f, draft, SL_RISK_OWNER, SL_VALUE_NULL (SL_TYPE_REF));
  rules_set (f, draft, SL_RISK_EARLIEST_DATE, SL_VALUE_NULL (SL_TYPE_DATE));
  rules_assess (f, draft, 3, 3, NULL);
  rules_expect (f, "E INV-1 R-002: “Event”" SAYS_LITTLE "E INV-2 R-002: has no owner; name one person\n"
                   "E INV-1 R-002: needs the day from which it could strike\n");
}

/* A risk that is new answers for everything, too, whatever brings it in. */
static void
test_created (Rules *f, gconstpointer unused)
{
  static const SlVerb verbs[] = { SL_VERB_ADD, SL_VERB_PASTE, SL_VERB_IMPORT };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      SlRecordEdit edit;

      rules_begin (f, verbs[i]);
      sl_fixture_edit (&f->base, SL_KIND_RISK, &edit);
      edit.values[SL_RISK_TITLE] = SL_VALUE_TEXT ("New");
      edit.values[SL_RISK_STATE] = SL_VALUE_ENUM (SL_RISK_STATE_OPEN);
      edit.values[SL_RISK_EARLIEST_DATE] = DATE ("2026-10-01");
      edit.values[SL_RISK_OWNER] = SL_VALUE_REF (f->base.ada);
      rules_put (f, &edit);
      rules_expect (f, "E INV-1 R-002: “Cause”" SAYS_LITTLE "E INV-1 R-002: “Event”" SAYS_LITTLE
                       "E INV-1 R-002: “Effect”" SAYS_LITTLE
                       "E INV-1 R-002: has no current assessment with a probability and an impact\n");
    }
}

/* A new assessment without an impact would blank the score of an open risk. */
static void
test_assessment_blanked (Rules *f, gconstpointer unused)
{
  rules_begin (f, SL_VERB_ASSESS);
  rules_assess (f, f->risk, 2, 0, NULL);
  rules_expect (f, "E INV-1 R-001: has no current assessment with a probability and an impact\n");
}

/* INV-2 */
static void
test_owner (Rules *f, gconstpointer unused)
{
  SlUid gone = sl_fixture_add_person (&f->base, "Gone", "2025-01-06", "2026-07-30", FALSE);
  SlUid last_day = sl_fixture_add_person (&f->base, "Last", "2025-01-06", "2026-07-31", FALSE);

  f->act.reason_given = TRUE;
  rules_set (f, f->risk, SL_RISK_OWNER, SL_VALUE_NULL (SL_TYPE_REF));
  rules_expect (f, "E INV-2 R-001: has no owner; name one person\nR 2.9 R-001: its owner changes\n");
  rules_set (f, f->risk, SL_RISK_OWNER, SL_VALUE_REF (gone));
  rules_expect (f, "E INV-2 R-001: owner gap: Gone is not active on 2026-07-31; name someone who is\n"
                   "R 2.9 R-001: its owner changes\n");
  rules_set (f, f->risk, SL_RISK_OWNER, SL_VALUE_REF (last_day));
  rules_expect (f, "R 2.9 R-001: its owner changes\n");
}

/* Somebody leaving is no refusal: it makes an owner gap that the check lists. */
static void
test_owner_gap (Rules *f, gconstpointer unused)
{
  rules_set (f, f->base.ada, SL_PERSON_ACTIVE_TO, DATE ("2026-07-30"));
  rules_expect (f, "");
  rules_set (f, f->base.ada, SL_PERSON_ACTIVE_TO, DATE ("2026-07-30"));
  rules_apply (f);
  rules_expect_all (f, "E INV-2 R-001: owner gap: Ada is not active on 2026-07-31; name someone who is\n");
  /* and it does not stand in the way of other work on the risk, */
  rules_set (f, f->risk, SL_RISK_TITLE, SL_VALUE_TEXT ("Rotas are very late"));
  rules_expect (f, "");
  /* but of moving on with it. */
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_OPEN));
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_OCCURRED));
  rules_apply (f);
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_OPEN));
  rules_expect (f, "E INV-2 R-001: owner gap: Ada is not active on 2026-07-31; name someone who is\n");
}

static void
test_earliest (Rules *f, gconstpointer unused)
{
  rules_set (f, f->risk, SL_RISK_EARLIEST_DATE, SL_VALUE_NULL (SL_TYPE_DATE));
  rules_expect (f, "E INV-1 R-001: needs the day from which it could strike\n");
  rules_set (f, f->risk, SL_RISK_EARLIEST_DATE, DATE ("2026-01-01"));
  rules_expect (f, "");
}

/* INV-3 */
static void
test_order (Rules *f, gconstpointer unused)
{
  SlUid target = sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_TARGET, "2026-07-01", 3, 4);

  rules_expect_all (f, "W INV-3 R-001: the target score 12 is worse than the current score 9\n");
  sl_fixture_change (&f->base, target, SL_RISK_ASSESSMENT_IMPACT_BENEFIT, SL_VALUE_INT (3));
  rules_expect_all (f, "");
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_INHERENT, "2026-07-01", 2, 4);
  rules_expect_all (f, "W INV-3 R-001: the current score 9 is worse than the inherent score 8\n");
  /* Opportunities run the other way. */
  sl_fixture_change (&f->base, f->risk, SL_RISK_KIND, SL_VALUE_ENUM (SL_RISK_KIND_OPPORTUNITY));
  rules_expect_all (f, "");
  sl_fixture_change (&f->base, target, SL_RISK_ASSESSMENT_IMPACT_BENEFIT, SL_VALUE_INT (2));
  rules_expect_all (f, "W INV-3 R-001: the target score 6 is worse than the current score 9\n");
  /* It warns and never refuses. */
  sl_fixture_change (&f->base, f->risk, SL_RISK_KIND, SL_VALUE_ENUM (SL_RISK_KIND_THREAT));
  rules_assess (f, f->risk, 1, 5, "Better");
  rules_expect (f, "W INV-3 R-001: the target score 6 is worse than the current score 5\n");
}

/* INV-5: Amber, last looked at on 1 July, so due on 31 July. */
static void
test_next_review (Rules *f, gconstpointer unused)
{
  rules_set (f, f->risk, SL_RISK_NEXT_REVIEW, DATE ("2026-07-31"));
  rules_expect (f, "");
  rules_set (f, f->risk, SL_RISK_NEXT_REVIEW, DATE ("2026-08-01"));
  rules_expect (f, "R INV-5 R-001: the next review is later than its level allows\n");
}

/* INV-6 */

static void
accept (Rules *f, SlUid by, const char *on, const char *until)
{
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_TOLERATED));
  rules_set (f, f->risk, SL_RISK_ACCEPTED_BY, SL_VALUE_REF (by));
  rules_set (f, f->risk, SL_RISK_ACCEPTED_ON, DATE (on));
  rules_set (f, f->risk, SL_RISK_ACCEPTED_UNTIL, DATE (until));
  rules_set (f, f->risk, SL_RISK_ACCEPTANCE_RATIONALE, SL_VALUE_TEXT ("Cheaper than treating it"));
}

#define ACCEPTING "R 2.9 R-001: it is being accepted\n"

static void
test_acceptance (Rules *f, gconstpointer unused)
{
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_TOLERATED));
  rules_expect (f, "E INV-6 R-001: a tolerated risk needs the reason why it is accepted\n"
                   "E INV-6 R-001: a tolerated risk needs the person who accepted it\n"
                   "E INV-6 R-001: an acceptance needs its day and the day on which it ends\n" ACCEPTING);
  accept (f, f->base.ada, "2026-07-31", "2027-07-31");
  rules_expect (f, ACCEPTING);
  accept (f, f->base.ada, "2026-07-31", "2027-08-01");
  rules_expect (f, "E INV-6 R-001: an acceptance lasts twelve months at most; this one began on 2026-07-31\n" ACCEPTING);
  accept (f, f->base.ada, "2024-02-29", "2025-02-28");
  rules_expect (f, "W INV-6 R-001: its acceptance ended on 2025-02-28; reopen it or have it accepted anew\n" ACCEPTING);
}

/* Above what is tolerated only the board accepts; Averse tolerates 5. */
static void
test_acceptance_board (Rules *f, gconstpointer unused)
{
  sl_fixture_appetite (&f->base, SL_UID_NONE, SL_CATEGORY_PEOPLE, SL_APPETITE_LEVEL_AVERSE, "2025-01-06");
  accept (f, f->base.ada, "2026-07-31", "2026-12-31");
  rules_expect (f, "E INV-6 R-001: its score is above what is tolerated, so only a board member can accept it; Ada is none\n"
                ACCEPTING);
  accept (f, f->base.chair, "2026-07-31", "2026-12-31");
  rules_expect (f, ACCEPTING);
  sl_fixture_appetite (&f->base, SL_UID_NONE, SL_CATEGORY_PEOPLE, SL_APPETITE_LEVEL_OPEN, "2026-01-06");
  accept (f, f->base.ada, "2026-07-31", "2026-12-31");
  rules_expect (f, ACCEPTING);
}

/* The day and the response follow from accepting; another response is kept and warned of. */
static void
test_acceptance_completed (Rules *f, gconstpointer unused)
{
  const SlRisk *risk;
  g_autoptr (GError) error = NULL;

  accept (f, f->base.ada, "2026-07-31", "2027-07-31");
  rules_set (f, f->risk, SL_RISK_ACCEPTED_ON, SL_VALUE_NULL (SL_TYPE_DATE));
  g_assert_true (sl_rules_complete (f->tx, &f->act, NULL, &error));
  risk = SL_AS (RISK, sl_data_lookup (sl_tx_data (f->tx), f->risk));
  g_assert_cmpint (risk->accepted_on, ==, f->act.day);
  g_assert_cmpint (risk->response, ==, SL_RESPONSE_ACCEPT);
  rules_begin (f, SL_VERB_EDIT);
  accept (f, f->base.ada, "2026-07-31", "2027-07-31");
  rules_set (f, f->risk, SL_RISK_RESPONSE, SL_VALUE_ENUM (SL_RESPONSE_REDUCE));
  rules_expect (f, "W F-9 R-001: it is tolerated, but its response is not “Accept”, so a breach counts as unhandled\n"
                ACCEPTING);
}

static void
test_responses (Rules *f, gconstpointer unused)
{
  rules_set (f, f->risk, SL_RISK_RESPONSE, SL_VALUE_ENUM (SL_RESPONSE_EXPLOIT));
  rules_expect (f, "E 2.2 R-001: “Exploit” is no response to a threat; choose one of: Avoid, Reduce, Transfer, Share, Accept, Prepare\n");
  rules_set (f, f->risk, SL_RISK_KIND, SL_VALUE_ENUM (SL_RISK_KIND_OPPORTUNITY));
  rules_set (f, f->risk, SL_RISK_RESPONSE, SL_VALUE_ENUM (SL_RESPONSE_ACCEPT));
  rules_expect (f, "E 2.2 R-001: “Accept” is no response to an opportunity; choose one of: Transfer, Share, Prepare, Exploit, Enhance, Reject\n"
                   "R 2.9 R-001: it is no longer a threat\n");
  rules_set (f, f->risk, SL_RISK_RESPONSE, SL_VALUE_ENUM (SL_RESPONSE_REDUCE));
  rules_expect (f, "");
}

/* INV-7 */

#define NO_ACTION "E INV-7 R-001: a treated risk needs an action that is not cancelled, with an owner and a due date\n"
#define NO_TARGET "E INV-7 R-001: a treated risk needs a target assessment\n"

static void
test_treating (Rules *f, gconstpointer unused)
{
  SlUid action;

  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_TREATING));
  rules_expect (f, NO_ACTION NO_TARGET);
  action = sl_fixture_add_action (&f->base, f->risk, SL_ACTION_STATE_CANCELLED, "2026-09-01");
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_TARGET, "2026-07-01", 2, 3);
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_TREATING));
  rules_expect (f, NO_ACTION);
  sl_fixture_change (&f->base, action, SL_ACTION_STATE, SL_VALUE_ENUM (SL_ACTION_STATE_PLANNED));
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_TREATING));
  rules_expect (f, "");
  sl_fixture_change (&f->base, action, SL_ACTION_DUE, SL_VALUE_NULL (SL_TYPE_DATE));
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_TREATING));
  rules_expect (f, NO_ACTION);
  sl_fixture_change (&f->base, action, SL_ACTION_DUE, DATE ("2026-09-01"));
  sl_fixture_change (&f->base, action, SL_ACTION_OWNER, SL_VALUE_NULL (SL_TYPE_REF));
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_TREATING));
  rules_expect (f, NO_ACTION);
  /* Half a target is none. */
  sl_fixture_change (&f->base, action, SL_ACTION_OWNER, SL_VALUE_REF (f->base.bob));
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_TARGET, "2026-07-02", 2, 0);
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_TREATING));
  rules_expect (f, "E INV-7 R-001: the target assessment of a treated risk needs a probability and an impact\n");
}

/* The rules of the risk run when its children change: cancelling, emptying, moving the last action away. */
static void
test_treatment_kept (Rules *f, gconstpointer unused)
{
  SlUid other = sl_fixture_add_risk (&f->base, SL_RISK_STATE_DRAFT);
  SlUid action = sl_fixture_add_action (&f->base, f->risk, SL_ACTION_STATE_IN_PROGRESS, "2026-09-01");

  f->act.reason_given = TRUE;
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_TARGET, "2026-07-01", 2, 3);
  sl_fixture_change (&f->base, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_TREATING));
  rules_expect_all (f, "");
  rules_set (f, action, SL_ACTION_STATE, SL_VALUE_ENUM (SL_ACTION_STATE_CANCELLED));
  rules_expect (f, "R 2.9 A-01: it is being cancelled\n" NO_ACTION);
  rules_set (f, action, SL_ACTION_RISK, SL_VALUE_REF (other));
  rules_expect (f, NO_ACTION);
  rules_set (f, action, SL_ACTION_TITLE, SL_VALUE_TEXT ("Agree them at last"));
  rules_expect (f, "");
}

/* An imported register is put right cell by cell: what was wrong before is no reason to refuse what helps. */
static void
test_forgiven (Rules *f, gconstpointer unused)
{
  SlRecordEdit edit;

  sl_fixture_change (&f->base, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_TREATING));
  sl_fixture_change (&f->base, f->risk, SL_RISK_OWNER, SL_VALUE_NULL (SL_TYPE_REF));
  rules_expect_all (f, "E INV-2 R-001: has no owner; name one person\n" NO_ACTION NO_TARGET);
  rules_set (f, f->risk, SL_RISK_TITLE, SL_VALUE_TEXT ("Other title"));
  rules_expect (f, "");
  /* Adding the action although the target is still missing. */
  rules_begin (f, SL_VERB_ADD);
  sl_fixture_edit (&f->base, SL_KIND_ACTION, &edit);
  edit.values[SL_ACTION_RISK] = SL_VALUE_REF (f->risk);
  edit.values[SL_ACTION_TITLE] = SL_VALUE_TEXT ("Agree");
  edit.values[SL_ACTION_OWNER] = SL_VALUE_REF (f->base.bob);
  edit.values[SL_ACTION_DUE] = DATE ("2026-09-01");
  rules_put (f, &edit);
  rules_expect (f, "");
  /* Touching the field at fault without mending it is refused. */
  sl_fixture_change (&f->base, f->risk, SL_RISK_CAUSE, SL_VALUE_TEXT ("Short"));
  rules_set (f, f->risk, SL_RISK_CAUSE, SL_VALUE_TEXT ("Shorter"));
  rules_expect (f, "E INV-1 R-001: “Cause”" SAYS_LITTLE);
  /* Getting rid of it is not refused either. */
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_CLOSED));
  rules_set (f, f->risk, SL_RISK_CLOSE_REASON, SL_VALUE_ENUM (SL_CLOSE_REASON_ERROR));
  rules_expect (f, "R 2.9 R-001: it is being closed\n");
}

/* INV-8 */
static void
test_secondary (Rules *f, gconstpointer unused)
{
  SlUid action = sl_fixture_add_action (&f->base, f->risk, SL_ACTION_STATE_PLANNED, "2026-09-01");
  SlUid draft = sl_fixture_add_risk (&f->base, SL_RISK_STATE_DRAFT);

  rules_set (f, f->risk, SL_RISK_CAUSED_BY_ACTION, SL_VALUE_REF (action));
  rules_expect (f, "");
  sl_fixture_change (&f->base, f->risk, SL_RISK_CAUSED_BY_ACTION, SL_VALUE_REF (action));
  sl_fixture_change (&f->base, draft, SL_RISK_CAUSED_BY_ACTION, SL_VALUE_REF (action));
  rules_set (f, f->risk, SL_RISK_CAUSED_BY_ACTION, SL_VALUE_NULL (SL_TYPE_REF));
  rules_expect (f, "E INV-8 R-001: a secondary risk keeps the action that caused it\n");
  rules_set (f, draft, SL_RISK_CAUSED_BY_ACTION, SL_VALUE_NULL (SL_TYPE_REF));
  rules_expect (f, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  RULES_TEST ("/rules/risk/sentence", test_sentence);
  RULES_TEST ("/rules/risk/opening", test_opening);
  RULES_TEST ("/rules/risk/created", test_created);
  RULES_TEST ("/rules/risk/assessment-blanked", test_assessment_blanked);
  RULES_TEST ("/rules/risk/owner", test_owner);
  RULES_TEST ("/rules/risk/owner-gap", test_owner_gap);
  RULES_TEST ("/rules/risk/earliest", test_earliest);
  RULES_TEST ("/rules/risk/order", test_order);
  RULES_TEST ("/rules/risk/next-review", test_next_review);
  RULES_TEST ("/rules/risk/acceptance", test_acceptance);
  RULES_TEST ("/rules/risk/acceptance-board", test_acceptance_board);
  RULES_TEST ("/rules/risk/acceptance-completed", test_acceptance_completed);
  RULES_TEST ("/rules/risk/responses", test_responses);
  RULES_TEST ("/rules/risk/treating", test_treating);
  RULES_TEST ("/rules/risk/treatment-kept", test_treatment_kept);
  RULES_TEST ("/rules/risk/forgiven", test_forgiven);
  RULES_TEST ("/rules/risk/secondary", test_secondary);
  return g_test_run ();
}
