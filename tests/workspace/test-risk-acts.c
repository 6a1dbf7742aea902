/* What is done with a risk: each act one change, what it asks for, and what is said beforehand to be wanting.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workspace/sl-risk-acts.h"

#include "base/sl-error.h"
#include "workspace-fixture.h"

#include <string.h>

static const SlRecord *
coded (SlWorkspace *ws, const char *code)
{
  const SlRecord *record = sl_data_by_code (sl_workspace_data (ws), code);

  g_assert_nonnull (record);
  return record;
}

static const SlRisk *
risk_of (SlWorkspace *ws, SlUid uid)
{
  return SL_AS (RISK, sl_data_lookup (sl_workspace_data (ws), uid));
}

#define DAY(iso) sl_date_from_iso (iso)

/* A risk under Bob, open; Ada acts. */
static SlUid
add_open_risk (SlWorkspace *ws)
{
  SlUid risk = fixture_add_risk (ws, "Rotas");
  SlRiskAct act = SL_RISK_ACT (SL_RISK_MOVE_OPEN);
  g_autoptr (GError) error = NULL;

  fixture_set (ws, risk, SL_RISK_CAUSE, "New rotas are not agreed");
  fixture_set (ws, risk, SL_RISK_EVENT, "Crews may not start in September");
  fixture_set (ws, risk, SL_RISK_EFFECT, "Collection costs do not fall");
  fixture_set (ws, risk, SL_RISK_OWNER, "Bob");
  fixture_set (ws, risk, SL_RISK_CATEGORY, "people");
  fixture_set (ws, risk, SL_RISK_EARLIEST_DATE, "2026-09-01");
  g_assert_true (sl_workspace_assess (ws, risk, 3, 3, NULL, &error));
  g_assert_true (sl_workspace_risk_act (ws, risk, &act, NULL, &error));
  g_assert_no_error (error);
  return risk;
}

static void
do_act (SlWorkspace *ws, SlUid risk, const SlRiskAct *act, const char *reason)
{
  g_autoptr (GError) error = NULL;

  sl_workspace_risk_act (ws, risk, act, reason, &error);
  g_assert_no_error (error);
}

static void
refuse_act (SlWorkspace *ws, SlUid risk, const SlRiskAct *act, const char *reason, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) foreseen = sl_workspace_risk_obstacle (ws, risk, act, reason);
  gint64 seq = sl_workspace_head (ws)->seq;

  g_assert_false (sl_workspace_risk_act (ws, risk, act, reason, &error));
  g_assert_error (error, SL_ERROR, code);
  /* What is said beforehand is what is said afterwards. */
  g_assert_error (foreseen, SL_ERROR, code);
  g_assert_cmpstr (foreseen->message, ==, error->message);
  g_assert_cmpint (sl_workspace_head (ws)->seq, ==, seq);
}

static SlRiskNext *
find_next (const GPtrArray *moves, SlRiskMove move)
{
  for (guint i = 0; i < moves->len; i++)
    if (((SlRiskNext *) moves->pdata[i])->move == move)
      return moves->pdata[i];
  return NULL;
}

static void
assert_obstacle (SlWorkspace *ws, SlUid risk, SlRiskMove move, const char *part)
{
  g_autoptr (GPtrArray) moves = sl_workspace_risk_moves (ws, risk);
  const SlRiskNext *next = find_next (moves, move);
  g_autofree char *all = NULL;

  g_assert_nonnull (next);
  all = g_strjoinv ("\n", next->obstacles);
  if (part == NULL)
    g_assert_cmpstr (all, ==, "");
  else
    g_assert_nonnull (strstr (all, part));
  g_assert_cmpint (next->possible, ==, part == NULL);
}

static guint
count (SlWorkspace *ws, int kind)
{
  return sl_data_count (sl_workspace_data (ws), kind);
}

/* --- Reviews ------------------------------------------------------------------------------------------------------ */

static void
test_review (Fixture *f, gconstpointer unused)
{
  SlUid risk = add_open_risk (f->ws);
  SlRiskAct act = SL_RISK_ACT (SL_RISK_MOVE_REVIEW);
  gint64 seq = sl_workspace_head (f->ws)->seq;
  g_autoptr (GError) error = NULL;

  do_act (f->ws, risk, &act, NULL);
  g_assert_cmpint (sl_workspace_head (f->ws)->seq, ==, seq + 1);
  g_assert_cmpint (sl_workspace_risk_status (f->ws, risk)->last_review, ==, DAY ("2026-07-31"));
  g_assert_cmpuint (count (f->ws, SL_KIND_RISK_REVIEW), ==, 1);
  /* Other outcomes say what came of it. */
  act.outcome = SL_REVIEW_OUTCOME_ESCALATED;
  refuse_act (f->ws, risk, &act, NULL, SL_ERROR_RULE);
  act.text = "Goes to the board";
  do_act (f->ws, risk, &act, NULL);
  g_assert_true (sl_workspace_undo (f->ws, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (f->ws, SL_KIND_RISK_REVIEW), ==, 1);
  /* Nobody is nobody. */
  g_assert_true (sl_workspace_set_actor (f->ws, SL_UID_NONE, NULL));
  refuse_act (f->ws, risk, &act, NULL, SL_ERROR_REFUSED);
  assert_obstacle (f->ws, risk, SL_RISK_MOVE_REVIEW, "acting as");
}

/* --- Assessing ---------------------------------------------------------------------------------------------------- */

static void
test_figures (Fixture *f, gconstpointer unused)
{
  SlUid risk = add_open_risk (f->ws);
  SlValue values[SL_RISK_ASSESSMENT_N_FIELDS] = { 0 };
  const guint64 mask = SL_MASK (SL_RISK_ASSESSMENT_PROBABILITY) | SL_MASK (SL_RISK_ASSESSMENT_EXPLICIT_PCT)
                       | SL_MASK (SL_RISK_ASSESSMENT_IMPACT_COST) | SL_MASK (SL_RISK_ASSESSMENT_IMPACT_TIME)
                       | SL_MASK (SL_RISK_ASSESSMENT_COST_IF_OCCURS) | SL_MASK (SL_RISK_ASSESSMENT_CONFIDENCE);
  SlView view = sl_workspace_view (f->ws);
  SlUid current = sl_risk_assessment_in_force (&view, risk, SL_ASSESSMENT_TYPE_CURRENT)->record.uid;
  const SlRiskAssessment *now;
  g_autoptr (GError) error = NULL;

  values[SL_RISK_ASSESSMENT_PROBABILITY] = SL_VALUE_INT (4);
  values[SL_RISK_ASSESSMENT_EXPLICIT_PCT] = SL_VALUE_INT (65);
  values[SL_RISK_ASSESSMENT_IMPACT_COST] = SL_VALUE_INT (4);
  values[SL_RISK_ASSESSMENT_IMPACT_TIME] = SL_VALUE_INT (2);
  values[SL_RISK_ASSESSMENT_COST_IF_OCCURS] = SL_VALUE_MONEY (4000000);
  values[SL_RISK_ASSESSMENT_CONFIDENCE] = SL_VALUE_ENUM (SL_CONFIDENCE_LOW);
  g_assert_true (sl_workspace_assess_figures (f->ws, risk, SL_ASSESSMENT_TYPE_CURRENT, mask, values, NULL, &error));
  g_assert_no_error (error);
  view = sl_workspace_view (f->ws);
  now = sl_risk_assessment_in_force (&view, risk, SL_ASSESSMENT_TYPE_CURRENT);
  /* Same person, same day: amended. What was not said stays. */
  g_assert_cmpint (now->record.uid, ==, current);
  g_assert_cmpint (now->explicit_pct, ==, 65);
  g_assert_cmpint (now->impact_benefit, ==, 3);
  g_assert_cmpint (sl_assessment_score (now), ==, 16);
  g_assert_cmpint (now->cost_if_occurs, ==, 4000000);
  /* The target is another matter, with a day and a figure of its own. */
  values[SL_RISK_ASSESSMENT_PROBABILITY] = SL_VALUE_INT (2);
  g_assert_true (sl_workspace_assess_figures (f->ws, risk, SL_ASSESSMENT_TYPE_TARGET, SL_MASK (SL_RISK_ASSESSMENT_PROBABILITY)
                                              | SL_MASK (SL_RISK_ASSESSMENT_IMPACT_TIME), values, NULL, &error));
  g_assert_cmpint (sl_workspace_risk_status (f->ws, risk)->target_score, ==, 4);
  g_assert_cmpint (sl_workspace_risk_status (f->ws, risk)->score, ==, 16);
  g_assert_cmpuint (count (f->ws, SL_KIND_RISK_ASSESSMENT), ==, 2);
  /* Another person's is another assessment. */
  g_assert_true (sl_workspace_set_actor (f->ws, f->cat, NULL));
  values[SL_RISK_ASSESSMENT_PROBABILITY] = SL_VALUE_INT (5);
  g_assert_true (sl_workspace_assess_figures (f->ws, risk, SL_ASSESSMENT_TYPE_CURRENT, SL_MASK (SL_RISK_ASSESSMENT_PROBABILITY),
                                              values, NULL, &error));
  g_assert_cmpuint (count (f->ws, SL_KIND_RISK_ASSESSMENT), ==, 3);
  view = sl_workspace_view (f->ws);
  now = sl_risk_assessment_in_force (&view, risk, SL_ASSESSMENT_TYPE_CURRENT);
  /* 65 % is not in band 5. */
  g_assert_cmpint (now->explicit_pct, ==, SL_INT_NONE);
  values[SL_RISK_ASSESSMENT_EXPLICIT_PCT] = SL_VALUE_INT (10);
  g_assert_false (sl_workspace_assess_figures (f->ws, risk, SL_ASSESSMENT_TYPE_CURRENT,
                                               SL_MASK (SL_RISK_ASSESSMENT_EXPLICIT_PCT), values, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_RULE);
}

/* --- Moves -------------------------------------------------------------------------------------------------------- */

static SlUid
add_action (SlWorkspace *ws, SlUid risk)
{
  SlTx *tx = sl_workspace_begin (ws, SL_VERB_ADD);
  SlUid uid = sl_tx_create (tx, SL_KIND_ACTION);
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_tx_set (tx, uid, SL_ACTION_RISK, &SL_VALUE_REF (risk), &error));
  g_assert_true (sl_tx_set (tx, uid, SL_ACTION_TITLE, &SL_VALUE_TEXT ("Agree the rotas"), &error));
  g_assert_true (sl_tx_set_text (tx, uid, SL_ACTION_OWNER, "Bob", DAY ("2026-07-31"), &error));
  g_assert_true (sl_tx_set_text (tx, uid, SL_ACTION_DUE, "2026-08-20", DAY ("2026-07-31"), &error));
  g_assert_true (sl_workspace_commit (ws, tx, NULL, &error));
  g_assert_no_error (error);
  return uid;
}

static void
test_open_and_treat (Fixture *f, gconstpointer unused)
{
  SlUid draft = fixture_add_risk (f->ws, "Half a thought");
  SlUid risk = add_open_risk (f->ws);
  SlRiskAct open = SL_RISK_ACT (SL_RISK_MOVE_OPEN), treat = SL_RISK_ACT (SL_RISK_MOVE_TREAT);
  SlValue values[SL_RISK_ASSESSMENT_N_FIELDS] = { 0 };
  g_autoptr (GError) error = NULL;

  assert_obstacle (f->ws, draft, SL_RISK_MOVE_OPEN, "no owner");
  assert_obstacle (f->ws, draft, SL_RISK_MOVE_OPEN, "no current assessment");
  refuse_act (f->ws, draft, &open, NULL, SL_ERROR_RULE);
  assert_obstacle (f->ws, risk, SL_RISK_MOVE_TREAT, "needs an action");
  assert_obstacle (f->ws, risk, SL_RISK_MOVE_TREAT, "needs a target assessment");
  refuse_act (f->ws, risk, &treat, NULL, SL_ERROR_RULE);
  add_action (f->ws, risk);
  values[SL_RISK_ASSESSMENT_PROBABILITY] = SL_VALUE_INT (2);
  values[SL_RISK_ASSESSMENT_IMPACT_BENEFIT] = SL_VALUE_INT (3);
  g_assert_true (sl_workspace_assess_figures (f->ws, risk, SL_ASSESSMENT_TYPE_TARGET, SL_MASK (SL_RISK_ASSESSMENT_PROBABILITY)
                                              | SL_MASK (SL_RISK_ASSESSMENT_IMPACT_BENEFIT), values, NULL, &error));
  assert_obstacle (f->ws, risk, SL_RISK_MOVE_TREAT, NULL);
  treat.choice = SL_RESPONSE_REDUCE;
  do_act (f->ws, risk, &treat, NULL);
  g_assert_cmpint (risk_of (f->ws, risk)->state, ==, SL_RISK_STATE_TREATING);
  g_assert_cmpint (risk_of (f->ws, risk)->response, ==, SL_RESPONSE_REDUCE);
  do_act (f->ws, risk, &open, NULL);
  g_assert_cmpint (risk_of (f->ws, risk)->state, ==, SL_RISK_STATE_OPEN);
}

static void
test_tolerate (Fixture *f, gconstpointer unused)
{
  SlUid risk = add_open_risk (f->ws);
  SlRiskAct act = SL_RISK_ACT (SL_RISK_MOVE_TOLERATE), open = SL_RISK_ACT (SL_RISK_MOVE_OPEN);
  g_autoptr (GPtrArray) moves = NULL;

  /* Who, until when and why are asked with the move, so they are not wanting before. */
  assert_obstacle (f->ws, risk, SL_RISK_MOVE_TOLERATE, NULL);
  moves = sl_workspace_risk_moves (f->ws, risk);
  g_assert_nonnull (strstr (find_next (moves, SL_RISK_MOVE_TOLERATE)->reason_for, "accepted"));
  g_assert_null (find_next (moves, SL_RISK_MOVE_REVIEW)->reason_for);
  refuse_act (f->ws, risk, &act, "Cheaper", SL_ERROR_RULE);
  act.person = f->cat;
  act.text = "Cheaper than the cure";
  act.day = DAY ("2027-08-01");
  refuse_act (f->ws, risk, &act, "Cheaper", SL_ERROR_RULE);
  act.day = DAY ("2027-07-31");
  refuse_act (f->ws, risk, &act, NULL, SL_ERROR_REASON_NEEDED);
  do_act (f->ws, risk, &act, "Cheaper");
  g_assert_cmpint (risk_of (f->ws, risk)->state, ==, SL_RISK_STATE_TOLERATED);
  g_assert_cmpint (risk_of (f->ws, risk)->response, ==, SL_RESPONSE_ACCEPT);
  g_assert_cmpint (risk_of (f->ws, risk)->accepted_on, ==, DAY ("2026-07-31"));
  /* A year later it is accepted anew, from that day. */
  g_setenv ("SIGHTLINE_TODAY", "2027-08-10", TRUE);
  g_clear_pointer (&moves, g_ptr_array_unref);
  moves = sl_workspace_risk_moves (f->ws, risk);
  g_assert_cmpint (((SlRiskNext *) moves->pdata[0])->move, ==, SL_RISK_MOVE_TOLERATE);
  act.day = DAY ("2028-08-01");
  do_act (f->ws, risk, &act, "Still cheaper");
  g_assert_cmpint (risk_of (f->ws, risk)->accepted_on, ==, DAY ("2027-08-10"));
  /* It runs until its day; then it is over. */
  assert_obstacle (f->ws, risk, SL_RISK_MOVE_OPEN, "accepted until");
  refuse_act (f->ws, risk, &open, "We think otherwise", SL_ERROR_RULE);
  g_setenv ("SIGHTLINE_TODAY", "2028-08-01", TRUE);
  refuse_act (f->ws, risk, &open, "We think otherwise", SL_ERROR_RULE);
  g_setenv ("SIGHTLINE_TODAY", "2028-08-02", TRUE);
  assert_obstacle (f->ws, risk, SL_RISK_MOVE_OPEN, NULL);
  do_act (f->ws, risk, &open, NULL);
  g_setenv ("SIGHTLINE_TODAY", "2026-07-31", TRUE);
}

static SlUid
issue_of (SlWorkspace *ws, const char *code)
{
  return coded (ws, code)->uid;
}

static void
test_occur_twice (Fixture *f, gconstpointer unused)
{
  SlUid risk = add_open_risk (f->ws);
  SlRiskAct act = SL_RISK_ACT (SL_RISK_MOVE_OCCUR), open = SL_RISK_ACT (SL_RISK_MOVE_OPEN);
  const SlIssue *issue;
  g_autoptr (GError) error = NULL;

  act.day = DAY ("2026-08-01");
  refuse_act (f->ws, risk, &act, NULL, SL_ERROR_VALUE);
  act.day = DAY ("2026-07-28");
  act.cost = 123400;
  do_act (f->ws, risk, &act, NULL);
  issue = SL_AS (ISSUE, coded (f->ws, "ISS-001"));
  g_assert_cmpint (issue->from_risk, ==, risk);
  g_assert_cmpint (issue->cost_remaining, ==, 123400);
  g_assert_cmpint (issue->owner, ==, f->bob);
  g_assert_cmpint (issue->impact_benefit, ==, 3);
  g_assert_cmpint (risk_of (f->ws, risk)->occurred_on, ==, DAY ("2026-07-28"));
  /* One step for undo: the issue goes with the move. */
  g_assert_true (sl_workspace_undo (f->ws, &error));
  g_assert_cmpuint (count (f->ws, SL_KIND_ISSUE), ==, 0);
  g_assert_true (sl_workspace_redo (f->ws, &error));
  g_assert_no_error (error);
  do_act (f->ws, risk, &open, NULL);
  /* By one field, as a cell or `set` does it: the day is that of this time, the issue of before is still there. */
  fixture_set (f->ws, risk, SL_RISK_STATE, "occurred");
  g_assert_cmpint (risk_of (f->ws, risk)->occurred_on, ==, DAY ("2026-07-31"));
  g_assert_cmpuint (count (f->ws, SL_KIND_ISSUE), ==, 1);
  g_assert_cmpint (issue_of (f->ws, "ISS-001"), !=, SL_UID_NONE);
}

static void
test_close_and_reopen (Fixture *f, gconstpointer unused)
{
  SlUid risk = add_open_risk (f->ws);
  SlRiskAct act = SL_RISK_ACT (SL_RISK_MOVE_CLOSE), reopen = SL_RISK_ACT (SL_RISK_MOVE_REOPEN);

  assert_obstacle (f->ws, risk, SL_RISK_MOVE_CLOSE, NULL);
  refuse_act (f->ws, risk, &act, "Done", SL_ERROR_RULE);
  act.choice = SL_CLOSE_REASON_AVOIDED;
  refuse_act (f->ws, risk, &act, NULL, SL_ERROR_REASON_NEEDED);
  do_act (f->ws, risk, &act, "The rotas are agreed");
  g_assert_cmpint (risk_of (f->ws, risk)->closed_on, ==, DAY ("2026-07-31"));
  refuse_act (f->ws, risk, &reopen, NULL, SL_ERROR_REASON_NEEDED);
  do_act (f->ws, risk, &reopen, "The agreement was called off");
  g_assert_cmpint (risk_of (f->ws, risk)->close_reason, ==, 0);
}

static void
test_restrict (Fixture *f, gconstpointer unused)
{
  SlUid risk = add_open_risk (f->ws);
  SlRiskAct act = SL_RISK_ACT (SL_RISK_MOVE_RESTRICT);

  act.choice = SL_CONFIDENTIALITY_RESTRICTED;
  refuse_act (f->ws, risk, &act, NULL, SL_ERROR_REASON_NEEDED);
  do_act (f->ws, risk, &act, "Names a supplier in court");
  act.choice = SL_CONFIDENTIALITY_OPEN;
  do_act (f->ws, risk, &act, NULL);
}

/* --- Escalations -------------------------------------------------------------------------------------------------- */

static void
answer (SlWorkspace *ws, SlUid escalation, int state, const char *decision)
{
  SlTx *tx = sl_workspace_begin (ws, SL_VERB_EDIT);
  SlActContext context;
  g_autoptr (GError) error = NULL;

  sl_workspace_act_context (ws, NULL, &context);
  g_assert_true (sl_tx_answer (tx, &context, escalation, state, decision, &error));
  sl_workspace_commit (ws, tx, NULL, &error);
  g_assert_no_error (error);
}

static void
test_escalate (Fixture *f, gconstpointer unused)
{
  SlUid risk = add_open_risk (f->ws);
  SlRiskAct act = SL_RISK_ACT (SL_RISK_MOVE_ESCALATE);
  const SlOption options[] = { { "Pay an allowance", 3000000, "Start in September" }, { "", SL_MONEY_NONE, NULL },
                               { "Start later", SL_MONEY_NONE, NULL } };
  const SlEscalation *escalation;

  act.text = "Pay an allowance or start later?";
  refuse_act (f->ws, risk, &act, NULL, SL_ERROR_VALUE);
  act.choice = SL_ESCALATION_LEVEL_BOARD;
  act.day = DAY ("2026-08-15");
  act.options = options;
  act.n_options = G_N_ELEMENTS (options);
  do_act (f->ws, risk, &act, NULL);
  g_assert_cmpint (risk_of (f->ws, risk)->escalation_level, ==, SL_ESCALATION_LEVEL_BOARD);
  g_assert_cmpuint (count (f->ws, SL_KIND_ESCALATION_OPTION), ==, 2);
  escalation = sl_risk_open_escalation (sl_workspace_data (f->ws), risk);
  g_assert_cmpint (escalation->raised_by, ==, f->ada);
  g_assert_cmpint (escalation->raised_on, ==, DAY ("2026-07-31"));
  answer (f->ws, escalation->record.uid, SL_ESCALATION_STATE_RETURNED, "Yours to decide");
  g_assert_null (sl_risk_open_escalation (sl_workspace_data (f->ws), risk));
  g_assert_cmpint (risk_of (f->ws, risk)->escalation_level, ==, SL_ESCALATION_LEVEL_PROJECT);
  do_act (f->ws, risk, &act, NULL);
  escalation = sl_risk_open_escalation (sl_workspace_data (f->ws), risk);
  answer (f->ws, escalation->record.uid, SL_ESCALATION_STATE_ACCEPTED, NULL);
  escalation = sl_risk_open_escalation (sl_workspace_data (f->ws), risk);
  g_assert_true (sl_workspace_set_actor (f->ws, f->cat, NULL));
  answer (f->ws, escalation->record.uid, SL_ESCALATION_STATE_DECIDED, "Pay the allowance");
  escalation = SL_AS (ESCALATION, sl_data_lookup (sl_workspace_data (f->ws), escalation->record.uid));
  g_assert_cmpint (escalation->decided_by, ==, f->cat);
  g_assert_cmpint (risk_of (f->ws, risk)->escalation_level, ==, SL_ESCALATION_LEVEL_BOARD);
}

/* Raised, not yet accepted: one step that owes a reason; one that undo takes back whole; and only once. */
static void
test_decide (Fixture *f, gconstpointer unused)
{
  SlUid risk = add_open_risk (f->ws), escalation;
  SlRiskAct act = SL_RISK_ACT (SL_RISK_MOVE_ESCALATE);
  const SlEscalation *decided;
  gint64 seq;
  g_autoptr (GError) error = NULL;

  act.text = "Pay an allowance or start later?";
  act.choice = SL_ESCALATION_LEVEL_BOARD;
  act.day = DAY ("2026-08-15");
  do_act (f->ws, risk, &act, NULL);
  escalation = sl_risk_open_escalation (sl_workspace_data (f->ws), risk)->record.uid;
  seq = sl_workspace_head (f->ws)->seq;
  g_assert_true (sl_workspace_set_actor (f->ws, f->cat, NULL));
  g_assert_false (sl_workspace_decide (f->ws, escalation, "Pay", NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_REASON_NEEDED);
  g_clear_error (&error);
  g_assert_false (sl_workspace_decide (f->ws, escalation, " ", "No time to lose", &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_RULE);
  g_clear_error (&error);
  g_assert_true (sl_workspace_decide (f->ws, escalation, "Pay", "No time to lose", &error));
  g_assert_no_error (error);
  g_assert_cmpint (sl_workspace_head (f->ws)->seq, ==, seq + 1);
  decided = SL_AS (ESCALATION, sl_data_lookup (sl_workspace_data (f->ws), escalation));
  g_assert_cmpint (decided->state, ==, SL_ESCALATION_STATE_DECIDED);
  g_assert_cmpint (decided->decided_by, ==, f->cat);
  g_assert_cmpint (decided->decided_on, ==, DAY ("2026-07-31"));
  g_assert_false (sl_workspace_decide (f->ws, escalation, "Do not pay", "Second thoughts", &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (sl_workspace_decide (f->ws, risk, "Pay", "No time to lose", &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (sl_workspace_undo (f->ws, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sl_risk_open_escalation (sl_workspace_data (f->ws), risk)->record.uid, ==, escalation);
  /* Who decides has a name. */
  g_assert_true (sl_workspace_set_actor (f->ws, SL_UID_NONE, NULL));
  g_assert_false (sl_workspace_decide (f->ws, escalation, "Pay", "No time to lose", &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_RULE);
}

/* --- Actions ------------------------------------------------------------------------------------------------------ */

static gboolean
finish (SlWorkspace *ws, SlUid action, const char *new_risk, SlUid *draft, GError **error)
{
  g_autoptr (SlTx) tx = sl_workspace_begin (ws, SL_VERB_EDIT);
  SlActContext context;

  sl_workspace_act_context (ws, NULL, &context);
  return sl_tx_finish_action (tx, &context, action, new_risk, draft, error)
         && sl_workspace_commit (ws, g_steal_pointer (&tx), NULL, error);
}

static void
test_finish_action (Fixture *f, gconstpointer unused)
{
  SlUid risk = add_open_risk (f->ws), action = add_action (f->ws, risk), draft = SL_UID_NONE;
  SlRiskAct restricted = SL_RISK_ACT (SL_RISK_MOVE_RESTRICT);
  g_autoptr (GError) error = NULL;

  restricted.choice = SL_CONFIDENTIALITY_BOARD;
  do_act (f->ws, risk, &restricted, "Talks go on");
  g_assert_false (finish (f->ws, action, NULL, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_RULE);
  g_clear_error (&error);
  g_assert_cmpuint (sl_rules_action_moves (SL_ACTION_STATE_PLANNED) & (1u << SL_ACTION_STATE_IN_PROGRESS), !=, 0);
  fixture_set (f->ws, action, SL_ACTION_STATE, "in_progress");
  g_assert_true (finish (f->ws, action, "Crews leave over the rotas", &draft, &error));
  g_assert_no_error (error);
  g_assert_cmpint (risk_of (f->ws, draft)->state, ==, SL_RISK_STATE_DRAFT);
  g_assert_cmpint (risk_of (f->ws, draft)->caused_by_action, ==, action);
  g_assert_cmpint (risk_of (f->ws, draft)->owner, ==, f->bob);
  g_assert_cmpint (risk_of (f->ws, draft)->confidentiality, ==, SL_CONFIDENTIALITY_BOARD);
  assert_field (f->ws, action, SL_ACTION_CREATES_NEW_RISK, "yes");
  assert_field (f->ws, action, SL_ACTION_STATE, "done");
  /* The act is one step, and another person verifies it. */
  g_assert_true (sl_workspace_set_actor (f->ws, f->bob, NULL));
  g_assert_false (sl_workspace_set_text (f->ws, action, SL_ACTION_STATE, "verified", NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_RULE);
  g_assert_true (sl_workspace_set_actor (f->ws, f->cat, NULL));
  fixture_set (f->ws, action, SL_ACTION_STATE, "verified");
  assert_field (f->ws, action, SL_ACTION_VERIFIED_ON, "2026-07-31");
}

/* --- The sample --------------------------------------------------------------------------------------------------- */

static void
test_sample (void)
{
  g_autoptr (SlStore) store = sl_memory_store_new ();
  g_autoptr (SlWorkspace) ws = sl_workspace_new (store);
  g_autoptr (GPtrArray) moves = NULL;
  g_autoptr (GError) error = NULL;
  SlUid red;

  g_assert_true (sl_workspace_open (ws, NULL, &error));
  g_assert_true (sl_seed_sample (ws, &error));
  g_assert_no_error (error);
  /* R-008 has occurred: ISS-001 is its issue, in hand; it may recur or be closed, and nothing else. */
  moves = sl_workspace_risk_moves (ws, coded (ws, "R-008")->uid);
  g_assert_nonnull (find_next (moves, SL_RISK_MOVE_OPEN));
  g_assert_nonnull (find_next (moves, SL_RISK_MOVE_CLOSE));
  g_assert_null (find_next (moves, SL_RISK_MOVE_OCCUR));
  g_assert_cmpint (SL_AS (ISSUE, coded (ws, "ISS-001"))->from_risk, ==, coded (ws, "R-008")->uid);
  /* R-007 is accepted: only a board member may do so anew. */
  {
    SlRiskAct act = SL_RISK_ACT (SL_RISK_MOVE_TOLERATE);
    SlUid routes = coded (ws, "R-007")->uid;

    g_assert_cmpint (sl_workspace_risk_status (ws, routes)->handling, ==, SL_HANDLING_ACCEPTED);
    act.person = coded (ws, "P-05")->uid;
    act.day = DAY ("2027-06-30");
    act.text = "No other money is in sight";
    refuse_act (ws, routes, &act, "The grant ends", SL_ERROR_RULE);
    act.person = coded (ws, "P-10")->uid;
    do_act (ws, routes, &act, "The grant ends");
    g_assert_cmpint (risk_of (ws, routes)->accepted_on, ==, DAY ("2026-07-31"));
  }
  /* wait for the board, R-007 has its answer. */
  g_assert_cmpint (sl_risk_open_escalation (sl_workspace_data (ws), coded (ws, "R-001")->uid)->record.uid, ==,
                   coded (ws, "ESC-1")->uid);
  g_assert_cmpint (sl_risk_open_escalation (sl_workspace_data (ws), coded (ws, "R-003")->uid)->record.uid, ==,
                   coded (ws, "ESC-2")->uid);
  g_assert_null (sl_risk_open_escalation (sl_workspace_data (ws), coded (ws, "R-007")->uid));
  /* R-005 is overdue: to look at it comes first. It is Red: a second person closes it, and its owner cannot. */
  red = coded (ws, "R-005")->uid;
  g_clear_pointer (&moves, g_ptr_array_unref);
  moves = sl_workspace_risk_moves (ws, red);
  g_assert_cmpint (((SlRiskNext *) moves->pdata[0])->move, ==, SL_RISK_MOVE_REVIEW);
  assert_obstacle (ws, red, SL_RISK_MOVE_CLOSE, NULL);
  g_assert_true (sl_workspace_set_actor (ws, coded (ws, "P-06")->uid, NULL));
  assert_obstacle (ws, red, SL_RISK_MOVE_CLOSE, "Red within the last 90 days");
  /* R-013 is closed and can be reopened with a reason. */
  g_clear_pointer (&moves, g_ptr_array_unref);
  moves = sl_workspace_risk_moves (ws, coded (ws, "R-013")->uid);
  g_assert_cmpint (((SlRiskNext *) moves->pdata[0])->move, ==, SL_RISK_MOVE_REOPEN);
  g_assert_nonnull (((SlRiskNext *) moves->pdata[0])->reason_for);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/risk-acts/review", test_review);
  ADD ("/risk-acts/figures", test_figures);
  ADD ("/risk-acts/open-and-treat", test_open_and_treat);
  ADD ("/risk-acts/tolerate", test_tolerate);
  ADD ("/risk-acts/occur-twice", test_occur_twice);
  ADD ("/risk-acts/close-and-reopen", test_close_and_reopen);
  ADD ("/risk-acts/restrict", test_restrict);
  ADD ("/risk-acts/escalate", test_escalate);
  ADD ("/risk-acts/decide", test_decide);
  ADD ("/risk-acts/finish-action", test_finish_action);
  g_test_add_func ("/risk-acts/sample", test_sample);
  return g_test_run ();
}
