/* Issues and escalations: moves, guards, reasons, what completes itself; actions of every parent (domain.md 2.1, 2.6, 2.9).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rules-fixture.h"

/* Every pair of states of @uid; the rule looked at is 2.6 alone. */
static void
assert_moves (Rules *f, SlUid uid, guint field, int n_states, const guint *allowed)
{
  for (int from = 1; from < n_states; from++)
    for (int to = 1; to < n_states; to++)
      {
        g_autoptr (GPtrArray) findings = sl_findings_new ();
        SlView before = sl_fixture_view (&f->base), after = before;

        sl_fixture_change (&f->base, uid, field, SL_VALUE_ENUM (from));
        rules_begin (f, SL_VERB_EDIT);
        rules_set (f, uid, field, SL_VALUE_ENUM (to));
        after.data = sl_tx_data (f->tx);
        sl_rules_check_tx (f->tx, &before, &after, &f->act, findings);
        g_test_message ("%d to %d", from, to);
        g_assert_cmpint (sl_findings_count (findings, SL_SEVERITY_ERROR), ==,
                         from != to && !(allowed[from] & (1u << to)) ? 1 : 0);
      }
}

/* --- Issues ------------------------------------------------------------------------------------------------------- */

#define N(state) (1u << SL_ISSUE_STATE_##state)

static void
test_issue_moves (Rules *f, gconstpointer unused)
{
  static const guint allowed[] = {
    [SL_ISSUE_STATE_OPEN] = N (IN_HAND),
    [SL_ISSUE_STATE_IN_HAND] = N (RESOLVED),
    [SL_ISSUE_STATE_RESOLVED] = N (CLOSED) | N (IN_HAND),
    [SL_ISSUE_STATE_CLOSED] = 0,
  };

  assert_moves (f, sl_fixture_add_issue (&f->base, 2), SL_ISSUE_STATE, SL_ISSUE_STATE_END_, allowed);
}

static void
test_issue_reasons (Rules *f, gconstpointer unused)
{
  SlUid issue = sl_fixture_add_issue (&f->base, 2);

  rules_set (f, issue, SL_ISSUE_STATE, SL_VALUE_ENUM (SL_ISSUE_STATE_CLOSED));
  rules_expect (f, "E 2.6 ISS-001: an issue cannot go from “Open” to “Closed”; next may come: In hand\n");
  rules_set (f, issue, SL_ISSUE_DUE, DATE ("2026-09-02"));
  rules_expect (f, "R 2.9 ISS-001: its due date moves later\n");
  rules_set (f, issue, SL_ISSUE_OWNER, SL_VALUE_REF (f->base.ada));
  rules_expect (f, "R 2.9 ISS-001: its owner changes\n");
  sl_fixture_change (&f->base, issue, SL_ISSUE_STATE, SL_VALUE_ENUM (SL_ISSUE_STATE_RESOLVED));
  rules_set (f, issue, SL_ISSUE_STATE, SL_VALUE_ENUM (SL_ISSUE_STATE_IN_HAND));
  rules_expect (f, "R 2.9 ISS-001: it was resolved and is taken in hand again\n");
  rules_set (f, issue, SL_ISSUE_STATE, SL_VALUE_ENUM (SL_ISSUE_STATE_CLOSED));
  rules_expect (f, "");
  sl_fixture_change (&f->base, issue, SL_ISSUE_STATE, SL_VALUE_ENUM (SL_ISSUE_STATE_CLOSED));
  rules_set (f, issue, SL_ISSUE_STATE, SL_VALUE_ENUM (SL_ISSUE_STATE_OPEN));
  rules_expect (f, "E 2.6 ISS-001: an issue that is “Closed” stays so\n");
  rules_delete (f, issue);
  rules_expect (f, "E 2.1 ISS-001: an issue is not deleted; close it instead\n");
}

/* --- A threat that occurs ----------------------------------------------------------------------------------------- */

static gboolean
take_issue (const SlRecord *record, gpointer data)
{
  *(const SlIssue **) data = SL_AS (ISSUE, record);
  return TRUE;
}

static gboolean
take_node (const SlRecord *record, gpointer data)
{
  g_array_append_val ((GArray *) data, SL_AS (ISSUE_NODE, record)->node);
  return TRUE;
}

/* The act under way is completed; its issue of the risk, or NULL. */
static const SlIssue *
complete (Rules *f)
{
  const SlIssue *issue = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_rules_complete (f->tx, &f->act, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (sl_tx_check_structure (f->tx, &error));
  g_assert_no_error (error);
  sl_data_children (sl_tx_data (f->tx), SL_KIND_ISSUE, SL_ISSUE_FROM_RISK, f->risk, take_issue, &issue);
  return issue;
}

/* What the risk said, the issue says: owner, nodes, impacts, cost; raised on the day of the act. */
static void
test_occurred (Rules *f, gconstpointer unused)
{
  SlUid nodes[] = { sl_fixture_add_node (&f->base, SL_NODE_TYPE_ENABLER), sl_fixture_add_node (&f->base, SL_NODE_TYPE_ENABLER) };
  SlUid latest = sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-20", 4, 4);
  g_autoptr (GArray) struck = g_array_new (FALSE, FALSE, sizeof (SlUid));
  const SlIssue *issue;

  sl_fixture_change (&f->base, latest, SL_RISK_ASSESSMENT_IMPACT_TRUST, SL_VALUE_INT (2));
  sl_fixture_change (&f->base, latest, SL_RISK_ASSESSMENT_COST_IF_OCCURS, SL_VALUE_MONEY (900000));
  for (guint i = 0; i < 2; i++)
    sl_fixture_strike (&f->base, f->risk, nodes[i]);
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_OCCURRED));
  issue = complete (f);
  g_assert_nonnull (issue);
  g_assert_cmpstr (issue->code, ==, "ISS-001");
  g_assert_cmpstr (issue->title, ==, "Rotas are late");
  g_assert_cmpint (issue->owner, ==, f->base.ada);
  g_assert_cmpint (issue->raised, ==, f->act.day);
  g_assert_cmpint (issue->state, ==, SL_ISSUE_STATE_OPEN);
  g_assert_cmpint (issue->impact_benefit, ==, 4);
  g_assert_cmpint (issue->impact_trust, ==, 2);
  g_assert_cmpint (issue->impact_cost, ==, SL_INT_NONE);
  g_assert_cmpint (issue->cost_remaining, ==, 900000);
  sl_data_children (sl_tx_data (f->tx), SL_KIND_ISSUE_NODE, SL_ISSUE_NODE_ISSUE, issue->record.uid, take_node, struck);
  g_assert_cmpuint (struck->len, ==, 2);
  g_assert_cmpint (g_array_index (struck, SlUid, 0), ==, nodes[0]);
  g_assert_cmpint (g_array_index (struck, SlUid, 1), ==, nodes[1]);
  rules_expect (f, "");
}

/* One that is still there is enough; one that is closed was another time. */
static void
test_occurred_again (Rules *f, gconstpointer unused)
{
  SlUid known = sl_fixture_add_issue (&f->base, 3);

  sl_fixture_change (&f->base, known, SL_ISSUE_FROM_RISK, SL_VALUE_REF (f->risk));
  sl_fixture_change (&f->base, known, SL_ISSUE_STATE, SL_VALUE_ENUM (SL_ISSUE_STATE_RESOLVED));
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_OCCURRED));
  g_assert_cmpint (complete (f)->record.uid, ==, known);
  sl_fixture_change (&f->base, known, SL_ISSUE_STATE, SL_VALUE_ENUM (SL_ISSUE_STATE_CLOSED));
  rules_begin (f, SL_VERB_EDIT);
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_OCCURRED));
  g_assert_cmpint (complete (f)->record.uid, !=, known);
}

/* A chance that came true is no issue; nor does reading in or taking back make one. */
static void
test_occurred_without (Rules *f, gconstpointer unused)
{
  static const SlVerb verbs[] = { SL_VERB_IMPORT, SL_VERB_UNDO, SL_VERB_REDO };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      rules_begin (f, verbs[i]);
      rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_OCCURRED));
      g_assert_null (complete (f));
    }
  sl_fixture_change (&f->base, f->risk, SL_RISK_KIND, SL_VALUE_ENUM (SL_RISK_KIND_OPPORTUNITY));
  rules_begin (f, SL_VERB_EDIT);
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_OCCURRED));
  g_assert_null (complete (f));
}

static void
test_issue_raised (Rules *f, gconstpointer unused)
{
  SlRecordEdit edit;
  g_autoptr (GError) error = NULL;

  sl_fixture_edit (&f->base, SL_KIND_ISSUE, &edit);
  edit.values[SL_ISSUE_TITLE] = SL_VALUE_TEXT ("Nobody came");
  rules_put (f, &edit);
  g_assert_true (sl_rules_complete (f->tx, &f->act, NULL, &error));
  g_assert_cmpint (SL_AS (ISSUE, sl_data_lookup (sl_tx_data (f->tx), edit.uid))->raised, ==, f->act.day);
  rules_begin (f, SL_VERB_ADD);
  edit.values[SL_ISSUE_RAISED] = DATE ("2026-07-29");
  rules_put (f, &edit);
  g_assert_true (sl_rules_complete (f->tx, &f->act, NULL, &error));
  g_assert_cmpint (SL_AS (ISSUE, sl_data_lookup (sl_tx_data (f->tx), edit.uid))->raised, ==, sl_date_from_iso ("2026-07-29"));
}

/* --- Escalations -------------------------------------------------------------------------------------------------- */

#undef N
#define N(state) (1u << SL_ESCALATION_STATE_##state)

static void
test_escalation_moves (Rules *f, gconstpointer unused)
{
  static const guint allowed[] = {
    [SL_ESCALATION_STATE_RAISED] = N (ACCEPTED) | N (DECIDED) | N (RETURNED) | N (WITHDRAWN),
    [SL_ESCALATION_STATE_ACCEPTED] = N (DECIDED) | N (RETURNED) | N (WITHDRAWN),
    [SL_ESCALATION_STATE_DECIDED] = 0,
    [SL_ESCALATION_STATE_RETURNED] = 0,
    [SL_ESCALATION_STATE_WITHDRAWN] = 0,
  };
  SlUid escalation = sl_fixture_escalate (&f->base, f->risk, SL_ESCALATION_STATE_RAISED, "2026-07-01", "2026-08-15");

  sl_fixture_change (&f->base, escalation, SL_ESCALATION_DECISION, SL_VALUE_TEXT ("Go on"));
  sl_fixture_change (&f->base, escalation, SL_ESCALATION_DECIDED_BY, SL_VALUE_REF (f->base.chair));
  sl_fixture_change (&f->base, escalation, SL_ESCALATION_DECIDED_ON, DATE ("2026-07-30"));
  assert_moves (f, escalation, SL_ESCALATION_STATE, SL_ESCALATION_STATE_END_, allowed);
}

/* A decision says what, by whom and when; the last two follow from who acts. */
static void
test_decided (Rules *f, gconstpointer unused)
{
  SlUid escalation = sl_fixture_escalate (&f->base, f->risk, SL_ESCALATION_STATE_ACCEPTED, "2026-07-01", "2026-08-15");
  const SlEscalation *after;
  g_autoptr (GError) error = NULL;

  rules_set (f, escalation, SL_ESCALATION_STATE, SL_VALUE_ENUM (SL_ESCALATION_STATE_DECIDED));
  rules_expect (f, "E 2.6 ESC-1: say what was decided\n");
  f->act.actor = SL_UID_NONE;
  rules_set (f, escalation, SL_ESCALATION_STATE, SL_VALUE_ENUM (SL_ESCALATION_STATE_DECIDED));
  rules_set (f, escalation, SL_ESCALATION_DECISION, SL_VALUE_TEXT ("Go on"));
  rules_expect (f, "E 2.6 ESC-1: a decision needs who decided it, and when\n");
  f->act.actor = f->base.chair;
  rules_set (f, escalation, SL_ESCALATION_STATE, SL_VALUE_ENUM (SL_ESCALATION_STATE_DECIDED));
  rules_set (f, escalation, SL_ESCALATION_DECISION, SL_VALUE_TEXT ("Go on"));
  g_assert_true (sl_rules_complete (f->tx, &f->act, NULL, &error));
  after = SL_AS (ESCALATION, sl_data_lookup (sl_tx_data (f->tx), escalation));
  g_assert_cmpint (after->decided_by, ==, f->base.chair);
  g_assert_cmpint (after->decided_on, ==, f->act.day);
  rules_expect (f, "");
}

/* Taken on and decided at once, also where it is written down only then: that owes a reason, and the decision still says
 * what, by whom and when. */
static void
test_decided_at_once (Rules *f, gconstpointer unused)
{
  SlUid escalation = sl_fixture_escalate (&f->base, f->risk, SL_ESCALATION_STATE_RAISED, "2026-07-01", "2026-08-15");
  SlRecordEdit edit;

  rules_set (f, escalation, SL_ESCALATION_STATE, SL_VALUE_ENUM (SL_ESCALATION_STATE_DECIDED));
  rules_expect (f, "E 2.6 ESC-1: say what was decided\nR 2.9 ESC-1: it is accepted and decided in one step\n");
  rules_set (f, escalation, SL_ESCALATION_STATE, SL_VALUE_ENUM (SL_ESCALATION_STATE_DECIDED));
  rules_set (f, escalation, SL_ESCALATION_DECISION, SL_VALUE_TEXT ("Go on"));
  rules_expect (f, "R 2.9 ESC-1: it is accepted and decided in one step\n");
  sl_fixture_edit (&f->base, SL_KIND_ESCALATION, &edit);
  edit.values[SL_ESCALATION_RISK] = SL_VALUE_REF (f->risk);
  edit.values[SL_ESCALATION_ASKED] = SL_VALUE_TEXT ("Go on?");
  edit.values[SL_ESCALATION_STATE] = SL_VALUE_ENUM (SL_ESCALATION_STATE_DECIDED);
  edit.values[SL_ESCALATION_DECISION] = SL_VALUE_TEXT ("Go on");
  rules_put (f, &edit);
  rules_expect (f, "R 2.9 ESC-2: it is accepted and decided in one step\n");
  sl_fixture_change (&f->base, escalation, SL_ESCALATION_STATE, SL_VALUE_ENUM (SL_ESCALATION_STATE_DECIDED));
  sl_fixture_change (&f->base, escalation, SL_ESCALATION_DECISION, SL_VALUE_TEXT ("Go on"));
  sl_fixture_change (&f->base, escalation, SL_ESCALATION_DECIDED_BY, SL_VALUE_REF (f->base.chair));
  sl_fixture_change (&f->base, escalation, SL_ESCALATION_DECIDED_ON, DATE ("2026-07-30"));
  rules_set (f, escalation, SL_ESCALATION_DECISION, SL_VALUE_TEXT ("Stop"));
  rules_expect (f, "R 2.9 ESC-1: what was decided, by whom or when is rewritten\n");
}

static void
test_escalation_raised (Rules *f, gconstpointer unused)
{
  SlRecordEdit edit;
  const SlEscalation *raised;
  g_autoptr (GError) error = NULL;

  sl_fixture_edit (&f->base, SL_KIND_ESCALATION, &edit);
  edit.values[SL_ESCALATION_RISK] = SL_VALUE_REF (f->risk);
  edit.values[SL_ESCALATION_ASKED] = SL_VALUE_TEXT ("Decide");
  rules_put (f, &edit);
  g_assert_true (sl_rules_complete (f->tx, &f->act, NULL, &error));
  raised = SL_AS (ESCALATION, sl_data_lookup (sl_tx_data (f->tx), edit.uid));
  g_assert_cmpint (raised->raised_on, ==, f->act.day);
  g_assert_cmpint (raised->raised_by, ==, f->base.bob);
  rules_apply (f);
  rules_set (f, edit.uid, SL_ESCALATION_DECISION_DUE, DATE ("2026-08-15"));
  rules_expect (f, "");
  sl_fixture_change (&f->base, edit.uid, SL_ESCALATION_DECISION_DUE, DATE ("2026-08-15"));
  rules_set (f, edit.uid, SL_ESCALATION_DECISION_DUE, DATE ("2026-08-16"));
  rules_expect (f, "R 2.9 ESC-1: the day its decision is due moves later\n");
  rules_delete (f, edit.uid);
  rules_expect (f, "E 2.1 ESC-1: an escalation is not deleted; withdraw it instead\n");
}

/* --- What `check` says of breaches and actions -------------------------------------------------------------------- */

#define BREACH "W F-9 R-001: its score 9 is above the 5 we tolerate, and nobody has escalated it or accepted it for the board\n"
#define UNANSWERED "W 2.6 ESC-1: nobody has answered it; the decision is one day overdue\n"

static void
test_breach (Rules *f, gconstpointer unused)
{
  SlUid escalation;

  sl_fixture_appetite (&f->base, SL_UID_NONE, SL_CATEGORY_PEOPLE, SL_APPETITE_LEVEL_AVERSE, "2025-01-06");
  rules_expect_all (f, BREACH);
  escalation = sl_fixture_escalate (&f->base, f->risk, SL_ESCALATION_STATE_RAISED, "2026-07-01", "2026-07-31");
  rules_expect_all (f, "");
  sl_fixture_change (&f->base, escalation, SL_ESCALATION_DECISION_DUE, DATE ("2026-07-30"));
  rules_expect_all (f, BREACH UNANSWERED);
  sl_fixture_change (&f->base, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_OCCURRED));
  /* What has struck threatens no longer, but there is to be an issue; that of an opportunity is none. */
  rules_expect_all (f, "W 2.6 R-001: it has occurred, but no issue comes from it; add one\n" UNANSWERED);
  sl_fixture_change (&f->base, f->risk, SL_RISK_KIND, SL_VALUE_ENUM (SL_RISK_KIND_OPPORTUNITY));
  rules_expect_all (f, UNANSWERED);
}

static void
test_target (Rules *f, gconstpointer unused)
{
  sl_fixture_appetite (&f->base, SL_UID_NONE, SL_CATEGORY_PEOPLE, SL_APPETITE_LEVEL_OPEN, "2025-01-06"); /* wants 9 */
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-02", 3, 4);
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_TARGET, "2026-07-02", 3, 3);
  rules_expect_all (f, "");
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_TARGET, "2026-07-02", 2, 5);
  rules_expect_all (f, "W F-10 R-001: even its target score 10 lies above the 9 we want; plan more, or have it accepted\n");
}

static void
move_due (Rules *f, SlUid action, const char *from, const char *to, const char *on)
{
  SlRecordEdit edit;

  sl_fixture_edit (&f->base, SL_KIND_DUE_MOVE, &edit);
  edit.values[SL_DUE_MOVE_ACTION] = SL_VALUE_REF (action);
  edit.values[SL_DUE_MOVE_FROM] = DATE (from);
  edit.values[SL_DUE_MOVE_TO] = DATE (to);
  edit.values[SL_DUE_MOVE_ON] = DATE (on);
  sl_fixture_load (&f->base, &edit);
}

static void
test_actions (Rules *f, gconstpointer unused)
{
  SlUid action = sl_fixture_add_action (&f->base, f->risk, SL_ACTION_STATE_IN_PROGRESS, "2026-08-01");

  move_due (f, action, "2026-08-01", "2026-08-15", "2026-07-01");
  move_due (f, action, "2026-08-15", "2026-08-10", "2026-07-02"); /* to an earlier day */
  sl_fixture_change (&f->base, action, SL_ACTION_DUE, DATE ("2026-08-20"));
  rules_expect_all (f, "");
  move_due (f, action, "2026-08-10", "2026-08-20", "2026-07-03");
  rules_expect_all (f, "W F-12 A-01: it is drifting: moved to a later day 2 times, 19 days from what was first promised\n");
  sl_fixture_change (&f->base, action, SL_ACTION_STATE, SL_VALUE_ENUM (SL_ACTION_STATE_CANCELLED));
  rules_expect_all (f, "");
  action = sl_fixture_add_action (&f->base, f->risk, SL_ACTION_STATE_BLOCKED, "2026-07-30");
  rules_expect_all (f, "W F-12 A-02: it is overdue by one day\n");
  sl_fixture_change (&f->base, action, SL_ACTION_DUE, DATE ("2026-07-29"));
  rules_expect_all (f, "W F-12 A-02: it is overdue by 2 days\n");
  sl_fixture_change (&f->base, action, SL_ACTION_DUE, DATE ("2026-07-31"));
  rules_expect_all (f, "");
}

/* --- Actions of other things than risks --------------------------------------------------------------------------- */

/* What a draft's action owes nobody, an issue's owes at once. */
static void
test_action_parents (Rules *f, gconstpointer unused)
{
  SlUid issue = sl_fixture_add_issue (&f->base, 2);
  SlUid action = sl_fixture_add_action (&f->base, f->risk, SL_ACTION_STATE_IN_PROGRESS, "2026-09-01");
  SlRecordEdit edit;
  SlUid benefit;

  sl_fixture_change (&f->base, action, SL_ACTION_RISK, SL_VALUE_NULL (SL_TYPE_REF));
  sl_fixture_change (&f->base, action, SL_ACTION_ISSUE, SL_VALUE_REF (issue));
  rules_set (f, action, SL_ACTION_STATE, SL_VALUE_ENUM (SL_ACTION_STATE_CANCELLED));
  rules_expect (f, "R 2.9 A-01: it is being cancelled\n");
  rules_delete (f, action);
  rules_expect (f, "E 2.1 A-01: an action of something beyond draft is not deleted; cancel it instead\n");
  sl_fixture_edit (&f->base, SL_KIND_BENEFIT, &edit);
  edit.values[SL_BENEFIT_NAME] = SL_VALUE_TEXT ("Fewer late rounds");
  benefit = sl_fixture_load (&f->base, &edit);
  sl_fixture_change (&f->base, action, SL_ACTION_ISSUE, SL_VALUE_NULL (SL_TYPE_REF));
  sl_fixture_change (&f->base, action, SL_ACTION_BENEFIT, SL_VALUE_REF (benefit));
  rules_set (f, action, SL_ACTION_STATE, SL_VALUE_ENUM (SL_ACTION_STATE_CANCELLED));
  rules_expect (f, "");
  rules_delete (f, benefit); /* identified: a draft, and its action with it */
  rules_expect (f, "");
  sl_fixture_change (&f->base, benefit, SL_BENEFIT_STATE, SL_VALUE_ENUM (SL_BENEFIT_STATE_PROFILED));
  rules_set (f, action, SL_ACTION_STATE, SL_VALUE_ENUM (SL_ACTION_STATE_BLOCKED));
  rules_expect (f, "R 2.9 A-01: it is blocked\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  RULES_TEST ("/rules/issue/moves", test_issue_moves);
  RULES_TEST ("/rules/issue/reasons", test_issue_reasons);
  RULES_TEST ("/rules/issue/raised", test_issue_raised);
  RULES_TEST ("/rules/issue/occurred", test_occurred);
  RULES_TEST ("/rules/issue/occurred-again", test_occurred_again);
  RULES_TEST ("/rules/issue/occurred-without", test_occurred_without);
  RULES_TEST ("/rules/escalation/moves", test_escalation_moves);
  RULES_TEST ("/rules/escalation/decided", test_decided);
  RULES_TEST ("/rules/escalation/decided-at-once", test_decided_at_once);
  RULES_TEST ("/rules/escalation/raised", test_escalation_raised);
  RULES_TEST ("/rules/issue/breach", test_breach);
  RULES_TEST ("/rules/issue/target", test_target);
  RULES_TEST ("/rules/issue/actions", test_actions);
  RULES_TEST ("/rules/issue/action-parents", test_action_parents);
  return g_test_run ();
}
