/* Order, trend, exposure, target and slip condition by condition (F-4 to F-7, F-10, F-12).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "insight/sl-action-status.h"
#include "insight/sl-exposure.h"
#include "insight/sl-issue-status.h"
#include "support/sl-fixture.h"

#include <string.h>

#define DATE(iso) SL_VALUE_DATE (sl_date_from_iso (iso))
#define CURRENT SL_ASSESSMENT_TYPE_CURRENT

typedef struct
{
  SlFixture base;
  SlUid risk;
} Figures;

static void
set_up (Figures *f, gconstpointer unused)
{
  sl_fixture_init (&f->base);
  f->risk = sl_fixture_add_risk (&f->base, SL_RISK_STATE_OPEN);
}

static void
tear_down (Figures *f, gconstpointer unused)
{
  sl_fixture_clear (&f->base);
}

static SlRiskStatus
status_of (Figures *f, SlUid risk, const char *day)
{
  SlView view = sl_fixture_view_on (&f->base, day);
  SlRiskStatus status;

  sl_risk_status (&view, SL_AS (RISK, sl_data_lookup (view.data, risk)), &status);
  return status;
}

static SlRiskStatus
status_on (Figures *f, const char *day)
{
  return status_of (f, f->risk, day);
}

/* --- F-5 ---------------------------------------------------------------------------------------------------------- */

/* 2026-05-02 is 90 days before 2026-07-31, and what was entered that day was in force. */
static void
test_trend (Figures *f, gconstpointer unused)
{
  SlUid first;

  g_assert_cmpint (status_on (f, "2026-07-31").trend, ==, SL_TREND_NONE);
  first = sl_fixture_assess (&f->base, f->risk, CURRENT, "2026-05-03", 3, 3);
  g_assert_cmpint (status_on (f, "2026-07-31").trend, ==, SL_TREND_NEW);
  sl_fixture_change (&f->base, first, SL_RISK_ASSESSMENT_DATE, DATE ("2026-05-02"));
  g_assert_cmpint (status_on (f, "2026-07-31").trend, ==, SL_TREND_SAME);
  sl_fixture_assess (&f->base, f->risk, CURRENT, "2026-07-01", 1, 5);
  g_assert_cmpint (status_on (f, "2026-07-31").trend, ==, SL_TREND_DOWN);
  sl_fixture_assess (&f->base, f->risk, CURRENT, "2026-07-31", 2, 5);
  g_assert_cmpint (status_on (f, "2026-07-31").trend, ==, SL_TREND_UP);
  g_assert_cmpint (status_on (f, "2026-07-31").earlier_score, ==, 9);
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_TARGET, "2026-05-02", 5, 5); /* current ones alone count */
  g_assert_cmpint (status_on (f, "2026-07-31").earlier_score, ==, 9);
  g_assert_cmpstr (sl_trend_label (SL_TREND_UP, FALSE), ==, "Worse");
  g_assert_cmpstr (sl_trend_label (SL_TREND_UP, TRUE), ==, "Rising");
}

/* 2026-02-01 is 180 days before 2026-07-31; two reviews after it, and never another score. */
static void
test_frozen (Figures *f, gconstpointer unused)
{
  SlUid old = sl_fixture_assess (&f->base, f->risk, CURRENT, "2026-02-01", 3, 3);
  SlUid review = sl_fixture_review (&f->base, f->risk, "2026-02-01");

  sl_fixture_review (&f->base, f->risk, "2026-07-01");
  g_assert_false (status_on (f, "2026-07-31").frozen); /* one review after that day */
  sl_fixture_change (&f->base, review, SL_RISK_REVIEW_DATE, DATE ("2026-02-02"));
  g_assert_true (status_on (f, "2026-07-31").frozen);
  sl_fixture_change (&f->base, old, SL_RISK_ASSESSMENT_DATE, DATE ("2026-02-02"));
  g_assert_false (status_on (f, "2026-07-31").frozen); /* none was in force then */
  sl_fixture_change (&f->base, old, SL_RISK_ASSESSMENT_DATE, DATE ("2026-02-01"));
  sl_fixture_assess (&f->base, f->risk, CURRENT, "2026-05-01", 3, 3); /* said again, the same */
  g_assert_true (status_on (f, "2026-07-31").frozen);
  sl_fixture_assess (&f->base, f->risk, CURRENT, "2026-06-01", 3, 4);
  sl_fixture_assess (&f->base, f->risk, CURRENT, "2026-07-01", 3, 3); /* back again: it did move */
  g_assert_false (status_on (f, "2026-07-31").frozen);
}

/* A half assessment of today has no score, so nothing stands still; what it replaces is gone, not frozen. */
static void
test_frozen_unscored (Figures *f, gconstpointer unused)
{
  sl_fixture_assess (&f->base, f->risk, CURRENT, "2026-01-01", 3, 3);
  sl_fixture_review (&f->base, f->risk, "2026-06-01");
  sl_fixture_review (&f->base, f->risk, "2026-07-01");
  g_assert_true (status_on (f, "2026-07-31").frozen);
  sl_fixture_assess (&f->base, f->risk, CURRENT, "2026-07-31", 3, 0);
  g_assert_false (status_on (f, "2026-07-31").frozen);
  g_assert_cmpint (status_on (f, "2026-07-31").trend, ==, SL_TREND_NONE);
}

/* --- F-6, F-7 ----------------------------------------------------------------------------------------------------- */

static SlUid
assess_cost (Figures *f, SlUid risk, int probability, SlMoney cost)
{
  SlUid uid = sl_fixture_assess (&f->base, risk, CURRENT, "2026-07-01", probability, 3);

  sl_fixture_change (&f->base, uid, SL_RISK_ASSESSMENT_COST_IF_OCCURS, SL_VALUE_MONEY (cost));
  return uid;
}

static void
test_exposure (Figures *f, gconstpointer unused)
{
  static const SlMoney expected[] = { 0, 50, 200, 400, 650, 900 };
  SlUid uid;

  g_assert_cmpint (status_on (f, "2026-07-31").exposure, ==, 0);
  for (int probability = 1; probability <= 5; probability++)
    {
      assess_cost (f, f->risk, probability, 1000);
      g_assert_cmpint (status_on (f, "2026-07-31").exposure, ==, expected[probability]);
    }
  uid = assess_cost (f, f->risk, 4, 1001); /* 650.65: to the nearest penny */
  g_assert_cmpint (status_on (f, "2026-07-31").exposure, ==, 651);
  sl_fixture_change (&f->base, uid, SL_RISK_ASSESSMENT_EXPLICIT_PCT, SL_VALUE_INT (70));
  g_assert_cmpint (status_on (f, "2026-07-31").exposure, ==, 701);
  sl_fixture_change (&f->base, uid, SL_RISK_ASSESSMENT_COST_IF_OCCURS, SL_VALUE_NULL (SL_TYPE_MONEY));
  g_assert_cmpint (status_on (f, "2026-07-31").exposure, ==, 0);
  assess_cost (f, f->risk, 0, 1000);
  g_assert_cmpint (status_on (f, "2026-07-31").exposure, ==, SL_MONEY_NONE); /* unknown is not nothing */
}

static SlExposure
sum (Figures *f)
{
  SlView view = sl_fixture_view (&f->base);
  SlExposure exposure;

  sl_exposure (&view, &exposure);
  return exposure;
}

static void
assert_ratio (Figures *f, const char *expected)
{
  SlExposure exposure = sum (f);
  g_autofree char *ratio = sl_exposure_dup_ratio (&exposure, FALSE);

  g_assert_cmpstr (ratio, ==, expected);
}

/* Open threats and open issues; no opportunity, no draft, nothing closed. */
static void
test_programme_exposure (Figures *f, gconstpointer unused)
{
  SlUid chance = sl_fixture_add_risk (&f->base, SL_RISK_STATE_OPEN), draft = sl_fixture_add_risk (&f->base, SL_RISK_STATE_DRAFT);
  SlUid issue = sl_fixture_add_issue (&f->base, 3), unknown = sl_fixture_add_risk (&f->base, SL_RISK_STATE_TOLERATED);

  sl_fixture_change (&f->base, chance, SL_RISK_KIND, SL_VALUE_ENUM (SL_RISK_KIND_OPPORTUNITY));
  assess_cost (f, f->risk, 5, 1000);
  assess_cost (f, chance, 5, 1000);
  assess_cost (f, draft, 5, 1000);
  assess_cost (f, unknown, 0, 1000);
  g_assert_cmpint (sum (f).total, ==, 900);
  g_assert_cmpuint (sum (f).n_threats, ==, 2);
  g_assert_cmpuint (sum (f).n_unknown, ==, 1);
  sl_fixture_change (&f->base, issue, SL_ISSUE_COST_REMAINING, SL_VALUE_MONEY (100));
  g_assert_cmpint (sum (f).issues, ==, 100);
  g_assert_cmpint (sum (f).total, ==, 1000);
  sl_fixture_change (&f->base, issue, SL_ISSUE_RAISED, DATE ("2026-08-01"));
  g_assert_cmpint (sum (f).issues, ==, 0);
  sl_fixture_change (&f->base, issue, SL_ISSUE_RAISED, SL_VALUE_NULL (SL_TYPE_DATE)); /* nothing empty is safe */
  g_assert_cmpint (sum (f).issues, ==, 100);
  sl_fixture_change (&f->base, issue, SL_ISSUE_STATE, SL_VALUE_ENUM (SL_ISSUE_STATE_RESOLVED));
  g_assert_cmpint (sum (f).issues, ==, 0);
}

/* Each amount is whole pence before it is added: twice half a penny is two pence. */
static void
test_rounded_before_summed (Figures *f, gconstpointer unused)
{
  SlUid other = sl_fixture_add_risk (&f->base, SL_RISK_STATE_TREATING);

  sl_fixture_change (&f->base, assess_cost (f, f->risk, 3, 1), SL_RISK_ASSESSMENT_EXPLICIT_PCT, SL_VALUE_INT (50));
  sl_fixture_change (&f->base, assess_cost (f, other, 3, 1), SL_RISK_ASSESSMENT_EXPLICIT_PCT, SL_VALUE_INT (50));
  g_assert_cmpint (sum (f).total, ==, 2);
}

static void
test_cover (Figures *f, gconstpointer unused)
{
  SlExposure exposure;

  assert_ratio (f, "0.00");
  g_assert_false (sum (f).uncovered);
  assess_cost (f, f->risk, 5, 1000);
  assert_ratio (f, "uncovered");
  exposure = sum (f);
  g_assert_true (sl_exposure_exceeds (&exposure, 1e12));
  sl_fixture_change (&f->base, f->base.info, SL_PROGRAMME_CONTINGENCY, SL_VALUE_MONEY (0));
  assert_ratio (f, "uncovered");
  sl_fixture_change (&f->base, f->base.info, SL_PROGRAMME_CONTINGENCY, SL_VALUE_MONEY (450));
  assert_ratio (f, "2.00");
  exposure = sum (f);
  g_assert_false (sl_exposure_exceeds (&exposure, 2));
  g_assert_true (sl_exposure_exceeds (&exposure, 1.99));
  sl_fixture_change (&f->base, f->base.info, SL_PROGRAMME_CONTINGENCY, SL_VALUE_MONEY (720)); /* 1.25 */
  assert_ratio (f, "1.25");
  sl_fixture_change (&f->base, f->base.info, SL_PROGRAMME_CONTINGENCY, SL_VALUE_MONEY (160000)); /* 0.005625 */
  assert_ratio (f, "0.01");
}

/* --- F-4 ---------------------------------------------------------------------------------------------------------- */

static void
assert_first_of (Figures *f, int kind, SlUid first, SlUid second)
{
  SlView view = sl_fixture_view (&f->base);
  g_autoptr (GArray) order = sl_risk_order (&view, kind);

  g_assert_cmpuint (order->len, ==, 2);
  g_assert_cmpint (g_array_index (order, SlUid, 0), ==, first);
  g_assert_cmpint (g_array_index (order, SlUid, 1), ==, second);
}

static void
assert_first (Figures *f, SlUid first, SlUid second)
{
  assert_first_of (f, SL_RISK_KIND_THREAT, first, second);
}

/* One key after the other, each overruling those below it. */
static void
test_order (Figures *f, gconstpointer unused)
{
  SlUid a = f->risk, b = sl_fixture_add_risk (&f->base, SL_RISK_STATE_TREATING);

  sl_fixture_add_risk (&f->base, SL_RISK_STATE_CLOSED);
  assess_cost (f, a, 3, 1000);
  assess_cost (f, b, 3, 1000);
  assert_first (f, a, b); /* alike: the lower id */
  sl_fixture_change (&f->base, a, SL_RISK_CODE, SL_VALUE_TEXT ("R-1000"));
  assert_first (f, b, a);
  assess_cost (f, a, 3, 2000);
  assert_first (f, a, b); /* exposure */
  sl_fixture_change (&f->base, b, SL_RISK_EARLIEST_DATE, DATE ("2026-10-30"));
  assert_first (f, b, a); /* nearer */
  sl_fixture_change (&f->base, b, SL_RISK_EARLIEST_DATE, SL_VALUE_NULL (SL_TYPE_DATE));
  assert_first (f, a, b); /* no date last */
  sl_fixture_assess (&f->base, a, CURRENT, "2026-07-02", 4, 3);
  sl_fixture_assess (&f->base, b, CURRENT, "2026-07-02", 3, 4);
  assert_first (f, b, a); /* impact before probability */
  sl_fixture_assess (&f->base, a, CURRENT, "2026-07-03", 5, 2); /* 10 and 12 */
  assert_first (f, b, a);
  sl_fixture_assess (&f->base, b, CURRENT, "2026-07-03", 2, 2); /* 4 is Green, 5 is Amber */
  sl_fixture_assess (&f->base, a, CURRENT, "2026-07-04", 1, 5);
  assert_first (f, a, b);
}

/* Opportunities are a list of their own, by the same keys. */
static void
test_order_of_chances (Figures *f, gconstpointer unused)
{
  SlUid chances[2], threat = sl_fixture_add_risk (&f->base, SL_RISK_STATE_OPEN);

  sl_fixture_assess (&f->base, f->risk, CURRENT, "2026-07-01", 1, 1);
  sl_fixture_assess (&f->base, threat, CURRENT, "2026-07-01", 2, 2);
  for (guint i = 0; i < 2; i++)
    {
      chances[i] = sl_fixture_add_risk (&f->base, SL_RISK_STATE_OPEN);
      sl_fixture_change (&f->base, chances[i], SL_RISK_KIND, SL_VALUE_ENUM (SL_RISK_KIND_OPPORTUNITY));
      sl_fixture_assess (&f->base, chances[i], CURRENT, "2026-07-01", 5, 3 + (int) i);
    }
  assert_first_of (f, SL_RISK_KIND_OPPORTUNITY, chances[1], chances[0]);
  assert_first (f, threat, f->risk);
}

/* --- F-10 --------------------------------------------------------------------------------------------------------- */

static void
test_target_gap (Figures *f, gconstpointer unused)
{
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_TARGET, "2026-07-01", 2, 3);
  g_assert_false (status_on (f, "2026-07-31").target_gap); /* no statement */
  sl_fixture_appetite (&f->base, SL_UID_NONE, SL_CATEGORY_PEOPLE, SL_APPETITE_LEVEL_CAUTIOUS, "2025-01-06"); /* wants 6 */
  g_assert_false (status_on (f, "2026-07-31").target_gap);
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_TARGET, "2026-07-02", 2, 4);
  g_assert_true (status_on (f, "2026-07-31").target_gap);
  g_assert_false (status_on (f, "2026-07-01").target_gap);
  sl_fixture_change (&f->base, f->risk, SL_RISK_KIND, SL_VALUE_ENUM (SL_RISK_KIND_OPPORTUNITY));
  g_assert_false (status_on (f, "2026-07-31").target_gap);
}

/* --- F-12 --------------------------------------------------------------------------------------------------------- */

static SlActionStatus
action_on (Figures *f, SlUid action, const char *day)
{
  SlView view = sl_fixture_view_on (&f->base, day);
  SlActionStatus status;

  sl_action_status (&view, SL_AS (ACTION, sl_data_lookup (view.data, action)), &status);
  return status;
}

static void
test_overdue (Figures *f, gconstpointer unused)
{
  static const gboolean counts[] = {
    [SL_ACTION_STATE_PLANNED] = TRUE, [SL_ACTION_STATE_IN_PROGRESS] = TRUE, [SL_ACTION_STATE_BLOCKED] = TRUE,
    [SL_ACTION_STATE_DONE] = FALSE,   [SL_ACTION_STATE_VERIFIED] = FALSE,   [SL_ACTION_STATE_CANCELLED] = FALSE,
  };

  for (int state = 1; state < SL_ACTION_STATE_END_; state++)
    {
      SlUid action = sl_fixture_add_action (&f->base, f->risk, state, "2026-07-30");

      g_assert_cmpint (action_on (f, action, "2026-07-31").overdue_days, ==, counts[state] ? 1 : 0);
      g_assert_cmpint (action_on (f, action, "2026-07-30").overdue_days, ==, 0);
    }
  g_assert_cmpint (action_on (f, sl_fixture_add_action (&f->base, f->risk, SL_ACTION_STATE_PLANNED, NULL), "2027-01-01")
                       .overdue_days, ==, 0);
}

static void
move_due (Figures *f, SlUid action, const char *from, const char *to, const char *on)
{
  SlRecordEdit edit;

  sl_fixture_edit (&f->base, SL_KIND_DUE_MOVE, &edit);
  edit.values[SL_DUE_MOVE_ACTION] = SL_VALUE_REF (action);
  edit.values[SL_DUE_MOVE_FROM] = DATE (from);
  edit.values[SL_DUE_MOVE_TO] = DATE (to);
  edit.values[SL_DUE_MOVE_ON] = DATE (on);
  sl_fixture_load (&f->base, &edit);
}

/* Moves to a later day count, from the day they were made. */
static void
test_drifting (Figures *f, gconstpointer unused)
{
  SlUid action = sl_fixture_add_action (&f->base, f->risk, SL_ACTION_STATE_IN_PROGRESS, "2026-08-01");
  SlView view = sl_fixture_view (&f->base);
  g_autoptr (SlExplanation) why = NULL;
  g_autofree char *text = NULL;

  sl_fixture_change (&f->base, action, SL_ACTION_DUE, DATE ("2026-09-01"));
  move_due (f, action, "2026-08-01", "2026-08-20", "2026-07-01");
  move_due (f, action, "2026-08-20", "2026-08-10", "2026-07-02");
  g_assert_false (action_on (f, action, "2026-07-31").drifting);
  move_due (f, action, "2026-08-10", "2026-09-01", "2026-07-03");
  g_assert_true (action_on (f, action, "2026-07-31").drifting);
  g_assert_false (action_on (f, action, "2026-07-02").drifting);
  g_assert_cmpint (action_on (f, action, "2026-07-31").slip_days, ==, 31);
  g_assert_cmpint (action_on (f, action, "2026-07-31").later_moves, ==, 2); /* an earlier day is no drift */
  why = sl_action_explain (&view, SL_AS (ACTION, sl_data_lookup (view.data, action)), FALSE);
  text = sl_explanation_to_text (why);
  g_assert_cmpstr (text, ==,
                   "Drifting\n"
                   "F-12: slip is counted from the first due date; moved to a later day twice or more it is drifting; past its due date and not done it is overdue.\n"
                   "First due 1 Aug 2026.\nNow due 1 Sep 2026.\nSlipped by 31 days.\nMoved to a later day 2 times.");
  sl_fixture_change (&f->base, action, SL_ACTION_DUE, DATE ("2026-07-30"));
  g_assert_cmpint (action_on (f, action, "2026-07-31").slip_days, ==, -2);
  g_clear_pointer (&why, sl_explanation_free);
  why = sl_action_explain (&view, SL_AS (ACTION, sl_data_lookup (view.data, action)), FALSE);
  g_assert_cmpstr (why->result, ==, "Overdue"); /* which weighs more than drifting */
  g_assert_cmpstr (why->inputs->pdata[2], ==, "Brought forward by 2 days.");
}

/* --- Explanations ------------------------------------------------------------------------------------------------- */

static void
assert_says (Figures *f, SlTopic topic, const char *expected)
{
  SlView view = sl_fixture_view (&f->base);
  g_autoptr (SlExplanation) why = sl_risk_explain (&view, SL_AS (RISK, sl_data_lookup (view.data, f->risk)), topic, FALSE);
  GString *s = g_string_new (why->result);

  for (guint i = 0; i < why->inputs->len; i++)
    g_string_append_printf (s, "\n%s", (const char *) why->inputs->pdata[i]);
  g_assert_cmpstr (s->str, ==, expected);
  g_string_free (s, TRUE);
}

static void
test_explained (Figures *f, gconstpointer unused)
{
  SlUid uid;

  assert_says (f, SL_TOPIC_TREND, "Not known\nIt is not scored.\nIt was not scored 90 days before.");
  assert_says (f, SL_TOPIC_EXPOSURE, "£0.00\nNo probability is given.\nNo cost is given.\n"
                                     "There is no current assessment on or before the as-of date.");
  assert_says (f, SL_TOPIC_TARGET, "Not known\nThere is no target assessment with a score.\nNo statement of appetite applies.");
  sl_fixture_assess (&f->base, f->risk, CURRENT, "2026-04-01", 4, 4);
  uid = assess_cost (f, f->risk, 4, 9500000);
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_TARGET, "2026-07-01", 2, 4);
  sl_fixture_appetite (&f->base, SL_UID_NONE, SL_CATEGORY_PEOPLE, SL_APPETITE_LEVEL_CAUTIOUS, "2025-01-06");
  assert_says (f, SL_TOPIC_TREND, "Better\nScore 12.\nScore 90 days before: 16.");
  assert_says (f, SL_TOPIC_EXPOSURE, "£61,750.00\nMiddle of the probability band: 65 percent.\nCost if it occurs: £95,000.00.\n"
                                     "Assessed 1 Jul 2026 by Ada.");
  assert_says (f, SL_TOPIC_TARGET, "Gap\nTarget score 8.\nWe want scores up to 6.");
  sl_fixture_change (&f->base, uid, SL_RISK_ASSESSMENT_EXPLICIT_PCT, SL_VALUE_INT (70));
  assert_says (f, SL_TOPIC_EXPOSURE, "£66,500.00\nProbability stated: 70 percent.\nCost if it occurs: £95,000.00.\n"
                                     "Assessed 1 Jul 2026 by Ada.");
}

static void
test_frozen_explained (Figures *f, gconstpointer unused)
{
  sl_fixture_assess (&f->base, f->risk, CURRENT, "2026-01-01", 3, 3);
  sl_fixture_review (&f->base, f->risk, "2026-06-01");
  assert_says (f, SL_TOPIC_TREND, "Same\nScore 9.\nScore 90 days before: 9.\nScore 180 days before: 9.\nReviewed once since then.");
  sl_fixture_review (&f->base, f->risk, "2026-07-01");
  assert_says (f, SL_TOPIC_TREND, "Same\nScore 9.\nScore 90 days before: 9.\nScore 180 days before: 9.\n"
                                  "Reviewed 2 times since then.\nFrozen.");
}

/* F-4 names every key and the neighbours; what is empty is said to be. */
static void
test_order_explained (Figures *f, gconstpointer unused)
{
  SlUid chance = sl_fixture_add_risk (&f->base, SL_RISK_STATE_OPEN);
  SlUid third = sl_fixture_add_risk (&f->base, SL_RISK_STATE_OPEN);

  sl_fixture_change (&f->base, chance, SL_RISK_KIND, SL_VALUE_ENUM (SL_RISK_KIND_OPPORTUNITY));
  assess_cost (f, f->risk, 4, 1000);
  assert_says (f, SL_TOPIC_ORDER, "1 of 2\nAmber, score 12, impact 3.\nIt could strike from 31 Oct 2026.\nExposure £6.50.\n"
                                  "After it comes R-003.");
  sl_fixture_change (&f->base, f->risk, SL_RISK_EARLIEST_DATE, SL_VALUE_NULL (SL_TYPE_DATE));
  assess_cost (f, f->risk, 0, 1000);
  assert_says (f, SL_TOPIC_ORDER, "1 of 2\nIt is not scored.\nNo earliest date is given.\nNo probability is given.\n"
                                  "After it comes R-003.");
  assess_cost (f, third, 1, 0);
  assert_says (f, SL_TOPIC_ORDER, "2 of 2\nIt is not scored.\nNo earliest date is given.\nNo probability is given.\n"
                                  "Before it comes R-003.");
  sl_fixture_change (&f->base, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_CLOSED));
  assert_says (f, SL_TOPIC_ORDER, "Not in the order\nOnly open, treating and tolerated risks are put in order.");
}

/* Every explanation names its formula, whatever there is to explain. */
static void
test_rules_named (Figures *f, gconstpointer unused)
{
  static const char *const formulas[] = {
    [SL_TOPIC_SCORE] = "F-1, F-2: ", [SL_TOPIC_PROXIMITY] = "F-8: ", [SL_TOPIC_APPETITE] = "F-9: ", [SL_TOPIC_REVIEW] = "F-11: ",
    [SL_TOPIC_TREND] = "F-5: ",      [SL_TOPIC_EXPOSURE] = "F-6: ",  [SL_TOPIC_TARGET] = "F-10: ",  [SL_TOPIC_ORDER] = "F-4: ",
  };
  SlView view = sl_fixture_view (&f->base);

  for (guint round = 0; round < 2; round++)
    {
      for (guint topic = 0; topic < G_N_ELEMENTS (formulas); topic++)
        {
          g_autoptr (SlExplanation) why
              = sl_risk_explain (&view, SL_AS (RISK, sl_data_lookup (view.data, f->risk)), topic, FALSE);

          g_assert_true (g_str_has_prefix (why->rule, formulas[topic]));
          g_assert_cmpstr (why->result, !=, "");
          g_assert_cmpuint (why->inputs->len, >, 0);
        }
      sl_fixture_change (&f->base, f->risk, SL_RISK_KIND, SL_VALUE_ENUM (SL_RISK_KIND_OPPORTUNITY));
      assess_cost (f, f->risk, 4, 1000);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/risk-figures/" name, Figures, NULL, set_up, func, tear_down)
  ADD ("trend", test_trend);
  ADD ("frozen", test_frozen);
  ADD ("frozen-unscored", test_frozen_unscored);
  ADD ("exposure", test_exposure);
  ADD ("programme-exposure", test_programme_exposure);
  ADD ("rounded-before-summed", test_rounded_before_summed);
  ADD ("cover", test_cover);
  ADD ("order", test_order);
  ADD ("order-of-chances", test_order_of_chances);
  ADD ("target-gap", test_target_gap);
  ADD ("overdue", test_overdue);
  ADD ("drifting", test_drifting);
  ADD ("explained", test_explained);
  ADD ("frozen-explained", test_frozen_explained);
  ADD ("order-explained", test_order_explained);
  ADD ("rules-named", test_rules_named);
  return g_test_run ();
}
