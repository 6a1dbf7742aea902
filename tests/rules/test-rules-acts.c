/* What is done with risks and actions: the moves of 2.6, deleting (2.1), the reasons of 2.9, and what completes itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rules-fixture.h"

#include <string.h>

/* --- Risks -------------------------------------------------------------------------------------------------------- */

#define N(state) (1u << SL_RISK_STATE_##state)

/* Every pair of states; the rule looked at is 2.6 alone. */
static void
test_risk_moves (Rules *f, gconstpointer unused)
{
  static const guint allowed[] = {
    [SL_RISK_STATE_DRAFT] = N (OPEN),
    [SL_RISK_STATE_OPEN] = N (TREATING) | N (TOLERATED) | N (OCCURRED) | N (CLOSED),
    [SL_RISK_STATE_TREATING] = N (OPEN) | N (TOLERATED) | N (OCCURRED) | N (CLOSED),
    [SL_RISK_STATE_TOLERATED] = N (OPEN) | N (OCCURRED) | N (CLOSED),
    [SL_RISK_STATE_OCCURRED] = N (OPEN) | N (CLOSED),
    [SL_RISK_STATE_CLOSED] = N (OPEN),
  };

  for (int from = 1; from < SL_RISK_STATE_END_; from++)
    for (int to = 1; to < SL_RISK_STATE_END_; to++)
      {
        g_autoptr (GPtrArray) findings = sl_findings_new ();
        SlView before = sl_fixture_view (&f->base), after = before;
        gboolean refused = FALSE;

        sl_fixture_change (&f->base, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (from));
        rules_begin (f, SL_VERB_EDIT);
        rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (to));
        rules_set (f, f->risk, SL_RISK_CLOSE_REASON, SL_VALUE_ENUM (SL_CLOSE_REASON_AVOIDED));
        after.data = sl_tx_data (f->tx);
        sl_rules_check_tx (f->tx, &before, &after, &f->act, findings);
        for (guint i = 0; i < findings->len; i++)
          refused |= strcmp (((SlFinding *) findings->pdata[i])->rule, "2.6") == 0;
        g_test_message ("%d to %d", from, to);
        g_assert_cmpint (refused, ==, from != to && !(allowed[from] & (1u << to)));
      }
}

/* A refusal names what may come instead. */
static void
test_risk_move_named (Rules *f, gconstpointer unused)
{
  sl_fixture_change (&f->base, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_OCCURRED));
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_DRAFT));
  rules_expect (f, "E 2.6 R-001: a risk cannot go from “Occurred” to “Draft”; next may come: Open, Closed\n");
}

static void
close_risk (Rules *f)
{
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_CLOSED));
  rules_set (f, f->risk, SL_RISK_CLOSE_REASON, SL_VALUE_ENUM (SL_CLOSE_REASON_AVOIDED));
}

#define CLOSING "R 2.9 R-001: it is being closed\n"
#define SECOND                                                                                                         \
  "E 2.6 R-001: it was Red within the last 90 days, so a named person other than its owner has to close it\n"

static void
test_closing (Rules *f, gconstpointer unused)
{
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_CLOSED));
  rules_expect (f, "E 2.6 R-001: a closed risk needs its closing reason\n" CLOSING);
  close_risk (f);
  rules_expect (f, CLOSING);
  f->act.actor = f->base.ada; /* never Red: the owner may close it */
  close_risk (f);
  rules_expect (f, CLOSING);
}

/* Red within 90 days, the day 90 days ago included: somebody else closes it. */
static void
test_closing_red (Rules *f, gconstpointer unused)
{
  SlUid red = sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-03-01", 5, 5);
  SlUid green = sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-05-02", 2, 2);

  f->act.actor = f->base.ada;
  close_risk (f);
  rules_expect (f, CLOSING); /* 2 May is 90 days ago: from then on it was not Red */
  sl_fixture_change (&f->base, green, SL_RISK_ASSESSMENT_DATE, DATE ("2026-05-03"));
  close_risk (f);
  rules_expect (f, SECOND CLOSING); /* assessed in March, but in force on 2 May */
  sl_fixture_change (&f->base, red, SL_RISK_ASSESSMENT_DATE, DATE ("2026-07-10"));
  close_risk (f);
  rules_expect (f, SECOND CLOSING);
  f->act.actor = SL_UID_NONE;
  close_risk (f);
  rules_expect (f, SECOND CLOSING);
  f->act.actor = f->base.bob;
  close_risk (f);
  rules_expect (f, CLOSING);
  /* Handing it over in the same act makes no second person. */
  f->act.actor = f->base.ada;
  close_risk (f);
  rules_set (f, f->risk, SL_RISK_OWNER, SL_VALUE_REF (f->base.bob));
  rules_expect (f, SECOND CLOSING "R 2.9 R-001: its owner changes\n");
}

static void
test_deleting (Rules *f, gconstpointer unused)
{
  SlUid draft = sl_fixture_add_risk (&f->base, SL_RISK_STATE_DRAFT);

  sl_fixture_assess (&f->base, draft, SL_ASSESSMENT_TYPE_CURRENT, "2026-01-01", 3, 3);
  sl_fixture_add_action (&f->base, draft, SL_ACTION_STATE_PLANNED, "2026-09-01");
  rules_delete (f, draft);
  rules_expect (f, "");
  rules_delete (f, f->risk);
  rules_expect (f, "E 2.1 R-001: only drafts can be deleted; close it instead\n");
}

/* An undo takes back what was entered today, whatever its state; not what another day entered. */
static void
test_deleting_by_undo (Rules *f, gconstpointer unused)
{
  SlRecordEdit edit;
  SlUid today = sl_fixture_add_risk (&f->base, SL_RISK_STATE_OPEN);

  rules_begin (f, SL_VERB_UNDO);
  rules_delete (f, today);
  rules_expect (f, "");
  sl_fixture_edit (&f->base, SL_KIND_RISK, &edit);
  edit.uid -= G_GINT64_CONSTANT (2) * 86400 * 1000 << 22; /* made two days ago */
  edit.values[SL_RISK_TITLE] = SL_VALUE_TEXT ("Old");
  edit.values[SL_RISK_STATE] = SL_VALUE_ENUM (SL_RISK_STATE_OPEN);
  sl_fixture_load (&f->base, &edit);
  rules_begin (f, SL_VERB_UNDO);
  rules_delete (f, edit.uid);
  rules_expect (f, "E 2.1 R-003: only drafts can be deleted; close it instead\n");
}

/* --- Reasons ------------------------------------------------------------------------------------------------------ */

static void
test_score_lowered (Rules *f, gconstpointer unused)
{
  static const struct
  {
    int was_p, was_i, p, i;
    const char *expected;
  } cases[] = {
    { 3, 3, 2, 3, "" },                                        /* 9 to 6, both Amber */
    { 3, 3, 1, 5, "R 2.9 R-001: its score falls from 9 to 5\n" },  /* four points */
    { 2, 3, 2, 2, "R 2.9 R-001: its score falls from 6 to 4\n" },  /* a band */
    { 3, 5, 3, 4, "R 2.9 R-001: its score falls from 15 to 12\n" },
    { 5, 5, 4, 5, "R 2.9 R-001: its score falls from 25 to 20\n" },
    { 3, 3, 5, 5, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-02", cases[i].was_p, cases[i].was_i);
      rules_begin (f, SL_VERB_ASSESS);
      rules_assess (f, f->risk, cases[i].p, cases[i].i, NULL);
      rules_expect (f, cases[i].expected);
      rules_assess (f, f->risk, cases[i].p, cases[i].i, "We looked again");
      rules_expect (f, "");
    }
}

/* An old rationale is no reason for what happens now. */
static void
test_score_taken_back (Rules *f, gconstpointer unused)
{
  SlUid mine;
  SlUid first = sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-02", 2, 2);

  sl_fixture_change (&f->base, first, SL_RISK_ASSESSMENT_RATIONALE, SL_VALUE_TEXT ("All is well"));
  f->act.actor = f->base.ada;
  mine = sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-31", 4, 4);
  rules_delete (f, mine);
  rules_expect (f, "R 2.9 R-001: its score falls from 16 to 4\n");
  rules_begin (f, SL_VERB_UNDO);
  rules_delete (f, mine);
  rules_expect (f, ""); /* one's own change of the day is taken back without a reason */
}

/* Nor is what was written for the morning's amendment one for the afternoon's. */
static void
test_score_amended (Rules *f, gconstpointer unused)
{
  SlUid mine = sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-31", 4, 4);

  f->act.actor = f->base.ada;
  sl_fixture_change (&f->base, mine, SL_RISK_ASSESSMENT_RATIONALE, SL_VALUE_TEXT ("Crews agreed"));
  rules_set (f, mine, SL_RISK_ASSESSMENT_PROBABILITY, SL_VALUE_INT (1));
  rules_expect (f, "R 2.9 R-001: its score falls from 16 to 4\n");
  rules_set (f, mine, SL_RISK_ASSESSMENT_PROBABILITY, SL_VALUE_INT (1));
  rules_set (f, mine, SL_RISK_ASSESSMENT_RATIONALE, SL_VALUE_TEXT ("And the rotas are out"));
  rules_expect (f, "");
}

/* Opportunities have no bands; drafts owe nothing. */
static void
test_score_others (Rules *f, gconstpointer unused)
{
  SlUid draft = sl_fixture_add_risk (&f->base, SL_RISK_STATE_DRAFT);

  sl_fixture_assess (&f->base, draft, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-01", 5, 5);
  rules_assess (f, draft, 1, 1, NULL);
  rules_expect (f, "");
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-02", 2, 3);
  sl_fixture_change (&f->base, f->risk, SL_RISK_KIND, SL_VALUE_ENUM (SL_RISK_KIND_OPPORTUNITY));
  rules_assess (f, f->risk, 2, 2, NULL);
  rules_expect (f, "");
  rules_assess (f, f->risk, 1, 2, NULL);
  rules_expect (f, "R 2.9 R-001: its score falls from 6 to 2\n");
}

static void
test_reopening (Rules *f, gconstpointer unused)
{
  const SlRisk *risk;
  g_autoptr (GError) error = NULL;

  sl_fixture_change (&f->base, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_CLOSED));
  sl_fixture_change (&f->base, f->risk, SL_RISK_CLOSED_ON, DATE ("2026-07-10"));
  sl_fixture_change (&f->base, f->risk, SL_RISK_CLOSE_REASON, SL_VALUE_ENUM (SL_CLOSE_REASON_AVOIDED));
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_OPEN));
  rules_expect (f, "R 2.9 R-001: it is being reopened\n");
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_OPEN));
  g_assert_true (sl_rules_complete (f->tx, &f->act, NULL, &error));
  risk = SL_AS (RISK, sl_data_lookup (sl_tx_data (f->tx), f->risk));
  g_assert_cmpint (risk->closed_on, ==, SL_DATE_NONE);
  g_assert_cmpint (risk->close_reason, ==, 0);
}

static void
test_restricting (Rules *f, gconstpointer unused)
{
  SlUid draft = sl_fixture_add_risk (&f->base, SL_RISK_STATE_DRAFT);

  rules_set (f, f->risk, SL_RISK_CONFIDENTIALITY, SL_VALUE_ENUM (SL_CONFIDENTIALITY_BOARD));
  rules_expect (f, "R 2.9 R-001: fewer people will see it\n");
  rules_set (f, draft, SL_RISK_CONFIDENTIALITY, SL_VALUE_ENUM (SL_CONFIDENTIALITY_RESTRICTED));
  rules_expect (f, "");
  sl_fixture_change (&f->base, draft, SL_RISK_CONFIDENTIALITY, SL_VALUE_ENUM (SL_CONFIDENTIALITY_RESTRICTED));
  sl_fixture_assess (&f->base, draft, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-01", 3, 3);
  rules_set (f, draft, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_OPEN));
  rules_expect (f, "R 2.9 R-002: fewer people will see it\n");
  sl_fixture_change (&f->base, f->risk, SL_RISK_CONFIDENTIALITY, SL_VALUE_ENUM (SL_CONFIDENTIALITY_RESTRICTED));
  rules_set (f, f->risk, SL_RISK_CONFIDENTIALITY, SL_VALUE_ENUM (SL_CONFIDENTIALITY_OPEN));
  rules_expect (f, "");
}

static void
test_owner_changes (Rules *f, gconstpointer unused)
{
  SlUid draft = sl_fixture_add_risk (&f->base, SL_RISK_STATE_DRAFT);

  rules_set (f, f->risk, SL_RISK_OWNER, SL_VALUE_REF (f->base.bob));
  rules_expect (f, "R 2.9 R-001: its owner changes\n");
  rules_begin (f, SL_VERB_UNDO);
  rules_set (f, f->risk, SL_RISK_OWNER, SL_VALUE_REF (f->base.bob));
  rules_expect (f, "");
  rules_begin (f, SL_VERB_IMPORT);
  rules_set (f, f->risk, SL_RISK_OWNER, SL_VALUE_REF (f->base.bob));
  rules_expect (f, "R 2.9 R-001: its owner changes\n");
  rules_set (f, draft, SL_RISK_OWNER, SL_VALUE_REF (f->base.bob));
  rules_expect (f, "");
  sl_fixture_change (&f->base, f->risk, SL_RISK_OWNER, SL_VALUE_NULL (SL_TYPE_REF));
  rules_set (f, f->risk, SL_RISK_OWNER, SL_VALUE_REF (f->base.bob));
  rules_expect (f, ""); /* naming the first one is no change of owner */
}

static void
test_target_closure (Rules *f, gconstpointer unused)
{
  rules_set (f, f->risk, SL_RISK_TARGET_CLOSURE, DATE ("2026-12-31"));
  rules_expect (f, "");
  sl_fixture_change (&f->base, f->risk, SL_RISK_TARGET_CLOSURE, DATE ("2026-12-31"));
  rules_set (f, f->risk, SL_RISK_TARGET_CLOSURE, DATE ("2026-12-30"));
  rules_expect (f, "");
  rules_set (f, f->risk, SL_RISK_TARGET_CLOSURE, DATE ("2027-01-01"));
  rules_expect (f, "R 2.9 R-001: its target closure moves later\n");
  rules_set (f, f->risk, SL_RISK_TARGET_CLOSURE, SL_VALUE_NULL (SL_TYPE_DATE));
  rules_expect (f, "R 2.9 R-001: its target closure moves later\n");
}

static void
accepted (Rules *f, const char *on, const char *until)
{
  sl_fixture_change (&f->base, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_TOLERATED));
  sl_fixture_change (&f->base, f->risk, SL_RISK_RESPONSE, SL_VALUE_ENUM (SL_RESPONSE_ACCEPT));
  sl_fixture_change (&f->base, f->risk, SL_RISK_ACCEPTED_BY, SL_VALUE_REF (f->base.chair));
  sl_fixture_change (&f->base, f->risk, SL_RISK_ACCEPTED_ON, DATE (on));
  sl_fixture_change (&f->base, f->risk, SL_RISK_ACCEPTED_UNTIL, DATE (until));
  sl_fixture_change (&f->base, f->risk, SL_RISK_ACCEPTANCE_RATIONALE, SL_VALUE_TEXT ("Cheaper"));
}

static void
expect_end (Rules *f, const char *expected)
{
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_OPEN));
  rules_expect (f, expected);
}

#define RUNS                                                                                                           \
  "E 2.6 R-001: it is accepted until 2026-12-31, and its score has not become worse since; before that it can be "      \
  "closed, escalated or accepted anew\n"

/* Until its last day, that day included, an acceptance ends only where the score has become worse than the accepted one. */
static void
test_acceptance_end (Rules *f, gconstpointer unused)
{
  accepted (f, "2026-07-10", "2026-12-31");
  expect_end (f, RUNS);
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-11", 2, 3); /* better */
  expect_end (f, RUNS);
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-12", 3, 3); /* as it was */
  expect_end (f, RUNS);
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-13", 2, 5); /* 10 for 9 */
  expect_end (f, "");
  /* In one act with the assessment that makes it worse. */
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-14", 3, 3);
  rules_begin (f, SL_VERB_ASSESS);
  rules_assess (f, f->risk, 4, 3, NULL);
  expect_end (f, "");
  /* An opportunity is worse when it is worth less. */
  sl_fixture_change (&f->base, f->risk, SL_RISK_KIND, SL_VALUE_ENUM (SL_RISK_KIND_OPPORTUNITY));
  sl_fixture_change (&f->base, f->risk, SL_RISK_RESPONSE, SL_VALUE_ENUM (SL_RESPONSE_REJECT));
  expect_end (f, RUNS);
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-15", 2, 3);
  expect_end (f, "");
}

static void
test_acceptance_expired (Rules *f, gconstpointer unused)
{
  accepted (f, "2026-06-10", "2026-07-30");
  expect_end (f, "");
  accepted (f, "2026-07-10", "2026-12-31");
  expect_end (f, RUNS);
  f->act.day = f->base.day = sl_date_from_iso ("2026-12-31");
  expect_end (f, RUNS);
  f->act.day = f->base.day = sl_date_from_iso ("2027-01-01");
  expect_end (f, "");
}

/* What was scored on the very day of the acceptance was accepted with it. */
static void
test_acceptance_same_day (Rules *f, gconstpointer unused)
{
  accepted (f, "2026-07-10", "2026-12-31");
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-10", 4, 3);
  expect_end (f, RUNS);
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-11", 4, 4);
  expect_end (f, "");
}

static void
test_acceptance_extended (Rules *f, gconstpointer unused)
{
  accepted (f, "2026-07-01", "2026-12-31");
  rules_set (f, f->risk, SL_RISK_ACCEPTED_UNTIL, DATE ("2026-11-30"));
  rules_expect (f, "");
  rules_set (f, f->risk, SL_RISK_ACCEPTED_UNTIL, DATE ("2027-06-30"));
  rules_expect (f, "R 2.9 R-001: it is being accepted anew\n");
}

/* --- Actions ------------------------------------------------------------------------------------------------------ */

#undef N
#define N(state) (1u << SL_ACTION_STATE_##state)

static void
test_action_moves (Rules *f, gconstpointer unused)
{
  static const guint allowed[] = {
    [SL_ACTION_STATE_PLANNED] = N (IN_PROGRESS) | N (BLOCKED) | N (CANCELLED),
    [SL_ACTION_STATE_IN_PROGRESS] = N (DONE) | N (BLOCKED) | N (CANCELLED),
    [SL_ACTION_STATE_BLOCKED] = N (PLANNED) | N (IN_PROGRESS) | N (CANCELLED),
    [SL_ACTION_STATE_DONE] = N (VERIFIED) | N (CANCELLED),
    [SL_ACTION_STATE_VERIFIED] = 0,
    [SL_ACTION_STATE_CANCELLED] = 0,
  };
  SlUid action = sl_fixture_add_action (&f->base, f->risk, SL_ACTION_STATE_PLANNED, "2026-09-01");

  sl_fixture_change (&f->base, action, SL_ACTION_CREATES_NEW_RISK, SL_VALUE_ENUM (SL_NEW_RISK_NO));
  for (int from = 1; from < SL_ACTION_STATE_END_; from++)
    for (int to = 1; to < SL_ACTION_STATE_END_; to++)
      {
        g_autoptr (GPtrArray) findings = sl_findings_new ();
        SlView before = sl_fixture_view (&f->base), after = before;

        sl_fixture_change (&f->base, action, SL_ACTION_STATE, SL_VALUE_ENUM (from));
        rules_begin (f, SL_VERB_EDIT);
        rules_set (f, action, SL_ACTION_STATE, SL_VALUE_ENUM (to));
        rules_set (f, action, SL_ACTION_VERIFIED_BY, SL_VALUE_REF (f->base.ada));
        rules_set (f, action, SL_ACTION_VERIFIED_ON, DATE ("2026-07-31"));
        after.data = sl_tx_data (f->tx);
        sl_rules_check_tx (f->tx, &before, &after, &f->act, findings);
        g_test_message ("%d to %d", from, to);
        g_assert_cmpint (sl_findings_count (findings, SL_SEVERITY_ERROR), ==,
                         from != to && !(allowed[from] & (1u << to)) ? 1 : 0);
        g_assert_cmpint (sl_findings_count (findings, SL_SEVERITY_REASON), ==,
                         from != to && (to == SL_ACTION_STATE_BLOCKED || to == SL_ACTION_STATE_CANCELLED) ? 1 : 0);
      }
}

static void
test_action_move_named (Rules *f, gconstpointer unused)
{
  SlUid action = sl_fixture_add_action (&f->base, f->risk, SL_ACTION_STATE_PLANNED, "2026-09-01");

  sl_fixture_change (&f->base, action, SL_ACTION_CREATES_NEW_RISK, SL_VALUE_ENUM (SL_NEW_RISK_NO));
  rules_set (f, action, SL_ACTION_STATE, SL_VALUE_ENUM (SL_ACTION_STATE_DONE));
  rules_expect (f, "E 2.6 A-01: an action cannot go from “Planned” to “Done”; next may come: In progress, Blocked, Cancelled\n");
  sl_fixture_change (&f->base, action, SL_ACTION_STATE, SL_VALUE_ENUM (SL_ACTION_STATE_CANCELLED));
  rules_set (f, action, SL_ACTION_STATE, SL_VALUE_ENUM (SL_ACTION_STATE_PLANNED));
  rules_expect (f, "E 2.6 A-01: an action that is “Cancelled” stays so\n");
}

/* Done asks the new-risk question; verified asks for somebody else (INV-21). */
static void
test_action_done (Rules *f, gconstpointer unused)
{
  SlUid action = sl_fixture_add_action (&f->base, f->risk, SL_ACTION_STATE_IN_PROGRESS, "2026-09-01");
  const SlAction *after;
  g_autoptr (GError) error = NULL;

  rules_set (f, action, SL_ACTION_STATE, SL_VALUE_ENUM (SL_ACTION_STATE_DONE));
  rules_expect (f, "E 2.6 A-01: before it is done, answer whether it creates a new risk\n");
  rules_set (f, action, SL_ACTION_STATE, SL_VALUE_ENUM (SL_ACTION_STATE_DONE));
  rules_set (f, action, SL_ACTION_CREATES_NEW_RISK, SL_VALUE_ENUM (SL_NEW_RISK_NO));
  rules_apply (f);
  rules_set (f, action, SL_ACTION_STATE, SL_VALUE_ENUM (SL_ACTION_STATE_VERIFIED));
  rules_expect (f, "E INV-21 A-01: somebody other than its owner has to verify it\n"); /* Bob acts and owns */
  f->act.actor = SL_UID_NONE;
  rules_set (f, action, SL_ACTION_STATE, SL_VALUE_ENUM (SL_ACTION_STATE_VERIFIED));
  rules_expect (f, "E INV-21 A-01: a verified action needs who verified it, and when\n");
  f->act.actor = f->base.ada;
  rules_set (f, action, SL_ACTION_STATE, SL_VALUE_ENUM (SL_ACTION_STATE_VERIFIED));
  g_assert_true (sl_rules_complete (f->tx, &f->act, NULL, &error));
  after = SL_AS (ACTION, sl_data_lookup (sl_tx_data (f->tx), action));
  g_assert_cmpint (after->verified_by, ==, f->base.ada);
  g_assert_cmpint (after->verified_on, ==, f->act.day);
  rules_expect (f, "");
  /* Handing a verified action to its verifier would undo the second pair of eyes. */
  sl_fixture_change (&f->base, action, SL_ACTION_VERIFIED_BY, SL_VALUE_REF (f->base.ada));
  sl_fixture_change (&f->base, action, SL_ACTION_VERIFIED_ON, DATE ("2026-07-31"));
  sl_fixture_change (&f->base, action, SL_ACTION_STATE, SL_VALUE_ENUM (SL_ACTION_STATE_VERIFIED));
  rules_set (f, action, SL_ACTION_OWNER, SL_VALUE_REF (f->base.ada));
  rules_expect (f, "E INV-21 A-01: somebody other than its owner has to verify it\nR 2.9 A-01: its owner changes\n");
}

static void
test_action_new_risk (Rules *f, gconstpointer unused)
{
  SlUid action = sl_fixture_add_action (&f->base, f->risk, SL_ACTION_STATE_IN_PROGRESS, "2026-09-01");

  sl_fixture_change (&f->base, action, SL_ACTION_CREATES_NEW_RISK, SL_VALUE_ENUM (SL_NEW_RISK_YES));
  rules_expect_all (f, "W INV-8 A-01: it is said to create a new risk, but no risk names it as its cause\n");
  sl_fixture_change (&f->base, f->risk, SL_RISK_CAUSED_BY_ACTION, SL_VALUE_REF (action));
  rules_expect_all (f, "");
}

static void
test_action_reasons (Rules *f, gconstpointer unused)
{
  SlUid draft = sl_fixture_add_risk (&f->base, SL_RISK_STATE_DRAFT);
  SlUid action = sl_fixture_add_action (&f->base, f->risk, SL_ACTION_STATE_IN_PROGRESS, "2026-09-01");
  SlUid free = sl_fixture_add_action (&f->base, draft, SL_ACTION_STATE_IN_PROGRESS, "2026-09-01");

  rules_set (f, action, SL_ACTION_DUE, DATE ("2026-08-31"));
  rules_expect (f, "");
  rules_set (f, action, SL_ACTION_DUE, DATE ("2026-09-02"));
  rules_expect (f, "R 2.9 A-01: its due date moves later\n");
  rules_set (f, action, SL_ACTION_DUE, SL_VALUE_NULL (SL_TYPE_DATE)); /* no date at all is later than any */
  rules_expect (f, "R 2.9 A-01: its due date moves later\n");
  rules_set (f, action, SL_ACTION_ORIGINAL_DUE, DATE ("2026-09-02"));
  rules_expect (f, "R 2.9 A-01: its first due date is rewritten to a later one\n");
  rules_set (f, action, SL_ACTION_OWNER, SL_VALUE_REF (f->base.ada));
  rules_expect (f, "R 2.9 A-01: its owner changes\n");
  rules_set (f, free, SL_ACTION_DUE, DATE ("2026-09-02"));
  rules_set (f, free, SL_ACTION_OWNER, SL_VALUE_REF (f->base.ada));
  rules_expect (f, "");
  rules_delete (f, action);
  rules_expect (f, "E 2.1 A-01: an action of something beyond draft is not deleted; cancel it instead\n");
  rules_delete (f, free);
  rules_expect (f, "");
}

/* --- What completes itself ---------------------------------------------------------------------------------------- */

static gboolean
take_move (const SlRecord *record, gpointer data)
{
  *(const SlDueMove **) data = SL_AS (DUE_MOVE, record);
  return TRUE;
}

static void
test_due_moved (Rules *f, gconstpointer unused)
{
  SlUid action = sl_fixture_add_action (&f->base, f->risk, SL_ACTION_STATE_IN_PROGRESS, NULL);
  const SlDueMove *move = NULL;
  g_autoptr (GError) error = NULL;

  rules_set (f, action, SL_ACTION_DUE, DATE ("2026-09-01"));
  g_assert_true (sl_rules_complete (f->tx, &f->act, NULL, &error));
  g_assert_cmpint (SL_AS (ACTION, sl_data_lookup (sl_tx_data (f->tx), action))->original_due, ==,
                   sl_date_from_iso ("2026-09-01"));
  sl_data_children (sl_tx_data (f->tx), SL_KIND_DUE_MOVE, SL_DUE_MOVE_ACTION, action, take_move, &move);
  g_assert_null (move); /* the first promise is no move */
  rules_apply (f);
  f->act.reason_given = TRUE;
  rules_set (f, action, SL_ACTION_DUE, DATE ("2026-10-01"));
  g_assert_true (sl_rules_complete (f->tx, &f->act, "Crews are on leave", &error));
  sl_data_children (sl_tx_data (f->tx), SL_KIND_DUE_MOVE, SL_DUE_MOVE_ACTION, action, take_move, &move);
  g_assert_nonnull (move);
  g_assert_cmpint (move->from, ==, sl_date_from_iso ("2026-09-01"));
  g_assert_cmpint (move->to, ==, sl_date_from_iso ("2026-10-01"));
  g_assert_cmpint (move->on, ==, f->act.day);
  g_assert_cmpint (move->by, ==, f->base.bob);
  g_assert_cmpstr (move->reason, ==, "Crews are on leave");
  g_assert_cmpint (SL_AS (ACTION, sl_data_lookup (sl_tx_data (f->tx), action))->original_due, ==,
                   sl_date_from_iso ("2026-09-01"));
}

static void
test_days_stamped (Rules *f, gconstpointer unused)
{
  const SlRisk *risk;
  g_autoptr (GError) error = NULL;

  close_risk (f);
  g_assert_true (sl_rules_complete (f->tx, &f->act, NULL, &error));
  risk = SL_AS (RISK, sl_data_lookup (sl_tx_data (f->tx), f->risk));
  g_assert_cmpint (risk->closed_on, ==, f->act.day);
  rules_begin (f, SL_VERB_EDIT);
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_OCCURRED));
  rules_set (f, f->risk, SL_RISK_OCCURRED_ON, DATE ("2026-07-29"));
  g_assert_true (sl_rules_complete (f->tx, &f->act, NULL, &error));
  risk = SL_AS (RISK, sl_data_lookup (sl_tx_data (f->tx), f->risk));
  g_assert_cmpint (risk->occurred_on, ==, sl_date_from_iso ("2026-07-29"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  RULES_TEST ("/rules/acts/risk-moves", test_risk_moves);
  RULES_TEST ("/rules/acts/risk-move-named", test_risk_move_named);
  RULES_TEST ("/rules/acts/closing", test_closing);
  RULES_TEST ("/rules/acts/closing-red", test_closing_red);
  RULES_TEST ("/rules/acts/deleting", test_deleting);
  RULES_TEST ("/rules/acts/deleting-by-undo", test_deleting_by_undo);
  RULES_TEST ("/rules/acts/score-lowered", test_score_lowered);
  RULES_TEST ("/rules/acts/score-taken-back", test_score_taken_back);
  RULES_TEST ("/rules/acts/score-amended", test_score_amended);
  RULES_TEST ("/rules/acts/score-others", test_score_others);
  RULES_TEST ("/rules/acts/reopening", test_reopening);
  RULES_TEST ("/rules/acts/restricting", test_restricting);
  RULES_TEST ("/rules/acts/owner-changes", test_owner_changes);
  RULES_TEST ("/rules/acts/target-closure", test_target_closure);
  RULES_TEST ("/rules/acts/acceptance-end", test_acceptance_end);
  RULES_TEST ("/rules/acts/acceptance-expired", test_acceptance_expired);
  RULES_TEST ("/rules/acts/acceptance-same-day", test_acceptance_same_day);
  RULES_TEST ("/rules/acts/acceptance-extended", test_acceptance_extended);
  RULES_TEST ("/rules/acts/action-moves", test_action_moves);
  RULES_TEST ("/rules/acts/action-move-named", test_action_move_named);
  RULES_TEST ("/rules/acts/action-done", test_action_done);
  RULES_TEST ("/rules/acts/action-new-risk", test_action_new_risk);
  RULES_TEST ("/rules/acts/action-reasons", test_action_reasons);
  RULES_TEST ("/rules/acts/due-moved", test_due_moved);
  RULES_TEST ("/rules/acts/days-stamped", test_days_stamped);
  return g_test_run ();
}
