/* F-9 and F-11 condition by condition, and what the explanations say, without store or seed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "insight/sl-risk-status.h"
#include "support/sl-fixture.h"

#include <string.h>

#define DATE(iso) SL_VALUE_DATE (sl_date_from_iso (iso))

typedef struct
{
  SlFixture base;
  SlUid risk;
} Edges;

static void
set_up (Edges *f, gconstpointer unused)
{
  sl_fixture_init (&f->base);
  f->risk = sl_fixture_add_risk (&f->base, SL_RISK_STATE_OPEN);
}

static void
tear_down (Edges *f, gconstpointer unused)
{
  sl_fixture_clear (&f->base);
}

static const SlRisk *
risk_of (Edges *f)
{
  return SL_AS (RISK, sl_data_lookup (sl_fixture_data (&f->base), f->risk));
}

static SlRiskStatus
status_on (Edges *f, const char *day)
{
  SlView view = sl_fixture_view_on (&f->base, day);
  SlRiskStatus status;

  sl_risk_status (&view, risk_of (f), &status);
  return status;
}

/* --- F-9: when a breach is handled -------------------------------------------------------------------------------- */

static void
accept (Edges *f)
{
  sl_fixture_appetite (&f->base, SL_UID_NONE, SL_CATEGORY_PEOPLE, SL_APPETITE_LEVEL_AVERSE, "2025-01-06");
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-01", 4, 4);
  sl_fixture_change (&f->base, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_TOLERATED));
  sl_fixture_change (&f->base, f->risk, SL_RISK_RESPONSE, SL_VALUE_ENUM (SL_RESPONSE_ACCEPT));
  sl_fixture_change (&f->base, f->risk, SL_RISK_ACCEPTED_BY, SL_VALUE_REF (f->base.chair));
  sl_fixture_change (&f->base, f->risk, SL_RISK_ACCEPTED_ON, DATE ("2026-07-10"));
  sl_fixture_change (&f->base, f->risk, SL_RISK_ACCEPTED_UNTIL, DATE ("2027-07-10"));
  sl_fixture_change (&f->base, f->risk, SL_RISK_ACCEPTANCE_RATIONALE, SL_VALUE_TEXT ("Cheaper"));
}

static void
test_accepted_span (Edges *f, gconstpointer unused)
{
  accept (f);
  g_assert_cmpint (status_on (f, "2026-07-31").appetite, ==, SL_APPETITE_BREACH);
  g_assert_cmpint (status_on (f, "2026-07-09").handling, ==, SL_HANDLING_NONE);
  g_assert_cmpint (status_on (f, "2026-07-10").handling, ==, SL_HANDLING_ACCEPTED);
  g_assert_cmpint (status_on (f, "2027-07-10").handling, ==, SL_HANDLING_ACCEPTED);
  g_assert_cmpint (status_on (f, "2027-07-11").handling, ==, SL_HANDLING_NONE);
}

/* Each condition alone makes it unhandled. */
static void
test_accepted_conditions (Edges *f, gconstpointer unused)
{
  const struct
  {
    guint field;
    SlValue value;
  } breaks[] = {
    { SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_OPEN) },
    { SL_RISK_RESPONSE, SL_VALUE_ENUM (SL_RESPONSE_REDUCE) },
    { SL_RISK_RESPONSE, SL_VALUE_NULL (SL_TYPE_ENUM) },
    { SL_RISK_ACCEPTANCE_RATIONALE, SL_VALUE_NULL (SL_TYPE_TEXT) },
    { SL_RISK_ACCEPTED_BY, SL_VALUE_REF (f->base.bob) },
    { SL_RISK_ACCEPTED_BY, SL_VALUE_NULL (SL_TYPE_REF) },
    { SL_RISK_ACCEPTED_ON, SL_VALUE_NULL (SL_TYPE_DATE) },
    { SL_RISK_ACCEPTED_UNTIL, SL_VALUE_NULL (SL_TYPE_DATE) },
    { SL_RISK_ACCEPTED_UNTIL, DATE ("2027-07-11") }, /* a day over twelve months */
  };

  accept (f);
  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      SlValue was;

      sl_record_get (&risk_of (f)->record, breaks[i].field, &was);
      if (was.type == SL_TYPE_TEXT)
        was.s = "Cheaper";
      sl_fixture_change (&f->base, f->risk, breaks[i].field, breaks[i].value);
      g_test_message ("condition %u", i);
      g_assert_cmpint (status_on (f, "2026-07-31").handling, ==, SL_HANDLING_NONE);
      sl_fixture_change (&f->base, f->risk, breaks[i].field, was);
      g_assert_cmpint (status_on (f, "2026-07-31").handling, ==, SL_HANDLING_ACCEPTED);
    }
}

/* An escalation handles a breach until its decision is overdue, a decision for 90 days; the as-of day counts. */
static void
test_escalated (Edges *f, gconstpointer unused)
{
  SlUid escalation = sl_fixture_escalate (&f->base, f->risk, SL_ESCALATION_STATE_RAISED, "2026-07-10", "2026-08-15");

  g_assert_cmpint (status_on (f, "2026-07-09").handling, ==, SL_HANDLING_NONE);
  g_assert_cmpint (status_on (f, "2026-07-10").handling, ==, SL_HANDLING_ESCALATED);
  g_assert_cmpint (status_on (f, "2026-08-15").handling, ==, SL_HANDLING_ESCALATED);
  g_assert_cmpint (status_on (f, "2026-08-16").handling, ==, SL_HANDLING_NONE);
  sl_fixture_change (&f->base, escalation, SL_ESCALATION_STATE, SL_VALUE_ENUM (SL_ESCALATION_STATE_ACCEPTED));
  g_assert_cmpint (status_on (f, "2026-07-31").handling, ==, SL_HANDLING_ESCALATED);
  g_assert_cmpint (status_on (f, "2026-07-31").handled_by, ==, escalation);
  sl_fixture_change (&f->base, escalation, SL_ESCALATION_DECISION_DUE, SL_VALUE_NULL (SL_TYPE_DATE));
  g_assert_cmpint (status_on (f, "2027-07-31").handling, ==, SL_HANDLING_ESCALATED); /* without a day nothing is overdue */
  sl_fixture_change (&f->base, escalation, SL_ESCALATION_STATE, SL_VALUE_ENUM (SL_ESCALATION_STATE_RETURNED));
  g_assert_cmpint (status_on (f, "2026-07-31").handling, ==, SL_HANDLING_NONE);
  sl_fixture_change (&f->base, escalation, SL_ESCALATION_STATE, SL_VALUE_ENUM (SL_ESCALATION_STATE_DECIDED));
  g_assert_cmpint (status_on (f, "2026-07-31").handling, ==, SL_HANDLING_NONE); /* nobody knows when */
  sl_fixture_change (&f->base, escalation, SL_ESCALATION_DECIDED_ON, DATE ("2026-07-14"));
  g_assert_cmpint (status_on (f, "2026-07-13").handling, ==, SL_HANDLING_NONE);
  g_assert_cmpint (status_on (f, "2026-07-14").handling, ==, SL_HANDLING_DECIDED);
  g_assert_cmpint (status_on (f, "2026-10-12").handling, ==, SL_HANDLING_DECIDED); /* 90 days */
  g_assert_cmpint (status_on (f, "2026-10-13").handling, ==, SL_HANDLING_NONE);
}

/* Of another risk, or without a day on which it was raised, it handles nothing; the board's acceptance comes first. */
static void
test_escalated_otherwise (Edges *f, gconstpointer unused)
{
  SlUid other = sl_fixture_add_risk (&f->base, SL_RISK_STATE_OPEN);
  SlUid mine;

  sl_fixture_escalate (&f->base, other, SL_ESCALATION_STATE_RAISED, "2026-07-10", "2026-08-15");
  mine = sl_fixture_escalate (&f->base, f->risk, SL_ESCALATION_STATE_RAISED, NULL, "2026-08-15");
  g_assert_cmpint (status_on (f, "2026-07-31").handling, ==, SL_HANDLING_NONE);
  sl_fixture_change (&f->base, mine, SL_ESCALATION_RAISED_ON, DATE ("2026-07-10"));
  g_assert_cmpint (status_on (f, "2026-07-31").handling, ==, SL_HANDLING_ESCALATED);
  accept (f);
  g_assert_cmpint (status_on (f, "2026-07-31").handling, ==, SL_HANDLING_ACCEPTED);
}

static gboolean
unhandled (Edges *f)
{
  SlRiskStatus status = status_on (f, "2026-07-31");

  return sl_risk_is_unhandled (risk_of (f), &status);
}

/* Only a breach, only of an open threat. */
static void
test_unhandled (Edges *f, gconstpointer unused)
{
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-01", 3, 3);
  sl_fixture_appetite (&f->base, SL_UID_NONE, SL_CATEGORY_PEOPLE, SL_APPETITE_LEVEL_OPEN, "2025-01-06");
  g_assert_false (unhandled (f));
  sl_fixture_appetite (&f->base, SL_UID_NONE, SL_CATEGORY_PEOPLE, SL_APPETITE_LEVEL_MINIMAL, "2026-01-06");
  g_assert_true (unhandled (f));
  sl_fixture_change (&f->base, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_CLOSED));
  g_assert_false (unhandled (f));
}

/* --- F-9: statements ---------------------------------------------------------------------------------------------- */

/* Of one day the last entered; another category or another sufferer says nothing; without a category none applies. */
static void
test_statements (Edges *f, gconstpointer unused)
{
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-01", 3, 3);
  sl_fixture_appetite (&f->base, SL_UID_NONE, SL_CATEGORY_LEGAL, SL_APPETITE_LEVEL_AVERSE, "2026-01-06");
  g_assert_cmpint (status_on (f, "2026-07-31").appetite, ==, SL_APPETITE_NOT_SET);
  sl_fixture_appetite (&f->base, SL_UID_NONE, SL_CATEGORY_PEOPLE, SL_APPETITE_LEVEL_EAGER, "2026-01-06");
  sl_fixture_appetite (&f->base, SL_UID_NONE, SL_CATEGORY_PEOPLE, SL_APPETITE_LEVEL_MINIMAL, "2026-01-06");
  g_assert_cmpint (status_on (f, "2026-07-31").appetite_level, ==, SL_APPETITE_LEVEL_MINIMAL);
  g_assert_cmpint (status_on (f, "2026-01-05").appetite_level, ==, 0);
  /* A sufferer more lenient than the programme loosens nothing. */
  sl_fixture_appetite (&f->base, f->base.council, SL_CATEGORY_PEOPLE, SL_APPETITE_LEVEL_EAGER, "2026-02-06");
  g_assert_cmpint (status_on (f, "2026-07-31").appetite_level, ==, SL_APPETITE_LEVEL_MINIMAL);
  sl_fixture_change (&f->base, f->risk, SL_RISK_CATEGORY, SL_VALUE_NULL (SL_TYPE_ENUM));
  g_assert_cmpint (status_on (f, "2026-07-31").appetite, ==, SL_APPETITE_NOT_SET);
}

/* --- F-11: halving ------------------------------------------------------------------------------------------------ */

static SlView
with_red_interval (Edges *f, int days)
{
  SlRecordEdit edit;

  sl_record_edit_from (&edit, sl_data_lookup (sl_fixture_data (&f->base), f->base.settings));
  edit.values[SL_SETTINGS_REVIEW_RED] = SL_VALUE_INT (days);
  sl_fixture_load (&f->base, &edit);
  return sl_fixture_view_on (&f->base, "2026-07-31");
}

/* Halved and rounded down, at least 7, never longer than the interval itself. */
static void
test_halved (Edges *f, gconstpointer unused)
{
  static const int intervals[][2] = { { 30, 15 }, { 31, 15 }, { 14, 7 }, { 10, 7 }, { 7, 7 }, { 5, 5 }, { 1, 1 } };

  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-31", 4, 4);
  sl_fixture_change (&f->base, f->risk, SL_RISK_EARLIEST_DATE, DATE ("2026-08-30"));
  for (guint i = 0; i < G_N_ELEMENTS (intervals); i++)
    {
      SlView view = with_red_interval (f, intervals[i][0]);
      SlRiskStatus status;

      sl_risk_status (&view, risk_of (f), &status);
      g_assert_cmpint (status.review_interval, ==, intervals[i][1]);
      g_assert_cmpint (status.review_due, ==, view.as_of + intervals[i][1]);
    }
  with_red_interval (f, 30);
  sl_fixture_change (&f->base, f->risk, SL_RISK_EARLIEST_DATE, DATE ("2026-08-31")); /* 31 days: near, not halved */
  g_assert_cmpint (status_on (f, "2026-07-31").review_interval, ==, 30);
  sl_fixture_change (&f->base, f->risk, SL_RISK_EARLIEST_DATE, DATE ("2026-07-01")); /* window open: halved */
  g_assert_cmpint (status_on (f, "2026-07-31").review_interval, ==, 15);
}

/* The later of review and assessment counts, and neither before its day. */
static void
test_last_review (Edges *f, gconstpointer unused)
{
  sl_fixture_review (&f->base, f->risk, "2026-07-20");
  g_assert_cmpint (status_on (f, "2026-07-31").review_due, ==, SL_DATE_NONE); /* no level, no interval */
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-01", 3, 3);
  g_assert_cmpint (status_on (f, "2026-07-19").last_review, ==, sl_date_from_iso ("2026-07-01"));
  g_assert_cmpint (status_on (f, "2026-07-20").last_review, ==, sl_date_from_iso ("2026-07-20"));
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_TARGET, "2026-07-25", 1, 1); /* only the current one counts */
  g_assert_cmpint (status_on (f, "2026-07-31").last_review, ==, sl_date_from_iso ("2026-07-20"));
  g_assert_cmpint (status_on (f, "2026-07-31").target_score, ==, 1);
}

/* --- Words -------------------------------------------------------------------------------------------------------- */

/* The same level is never Red, Amber or Green for an opportunity. */
static void
test_opportunity_words (Edges *f, gconstpointer unused)
{
  SlView view = sl_fixture_view (&f->base);
  g_autoptr (SlExplanation) why = NULL;

  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-01", 4, 4);
  sl_fixture_change (&f->base, f->risk, SL_RISK_KIND, SL_VALUE_ENUM (SL_RISK_KIND_OPPORTUNITY));
  g_assert_cmpint (status_on (f, "2026-07-31").rag, ==, SL_RAG_RED);
  g_assert_cmpstr (sl_rag_label (SL_RAG_RED, TRUE), ==, "High");
  g_assert_cmpstr (sl_rag_letter (SL_RAG_RED, TRUE), ==, "H");
  g_assert_cmpstr (sl_rag_letter (SL_RAG_RED, FALSE), ==, "R");
  g_assert_cmpstr (sl_rag_label (SL_RAG_NONE, FALSE), ==, "");
  why = sl_risk_explain (&view, risk_of (f), SL_TOPIC_SCORE, FALSE);
  g_assert_cmpstr (why->result, ==, "16 High");
}

static gboolean
says (const SlExplanation *why, const char *line)
{
  return g_ptr_array_find_with_equal_func (why->inputs, line, g_str_equal, NULL);
}

static void
assert_input (Edges *f, SlTopic topic, const char *british, const char *screen)
{
  SlView view = sl_fixture_view (&f->base);
  g_autoptr (SlExplanation) plain = sl_risk_explain (&view, risk_of (f), topic, FALSE);
  g_autoptr (SlExplanation) translated = sl_risk_explain (&view, risk_of (f), topic, TRUE);

  g_assert_true (says (plain, british));
  g_assert_true (says (translated, screen));
  g_assert_cmpuint (plain->inputs->len, ==, translated->inputs->len);
}

/* Every figure names where it comes from, in both languages; days as ISO only in the plain one. */
static void
test_explained (Edges *f, gconstpointer unused)
{
  assert_input (f, SL_TOPIC_SCORE, "There is no current assessment on or before the as-of date.",
                "There is no current assessment on or before the as-of date.");
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-01", 3, 0);
  assert_input (f, SL_TOPIC_SCORE, "No impact is given.", "No impact is given.");
  assert_input (f, SL_TOPIC_APPETITE, "It is not scored.", "It is not scored.");
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-01", 4, 4);
  assert_input (f, SL_TOPIC_SCORE, "Assessed 1 Jul 2026 by Ada.", "Assessed 1 Jul 2026 by Ada.");
  assert_input (f, SL_TOPIC_APPETITE, "Nobody has stated an appetite for the category “People”.",
                "Nobody has stated an appetite for the category “People”.");
  sl_fixture_appetite (&f->base, f->base.council, SL_CATEGORY_PEOPLE, SL_APPETITE_LEVEL_AVERSE, "2025-01-06");
  assert_input (f, SL_TOPIC_APPETITE, "The appetite of Council for “People” since 6 Jan 2025: Averse.",
                "The appetite of Council for “People” since 6 Jan 2025: Averse.");
  assert_input (f, SL_TOPIC_APPETITE, "No acceptance by a board member is in force.",
                "No acceptance by a board member is in force.");
  sl_fixture_change (&f->base, f->risk, SL_RISK_EARLIEST_DATE, DATE ("2026-08-01"));
  assert_input (f, SL_TOPIC_PROXIMITY, "It could strike from 1 Aug 2026.", "It could strike from 1 Aug 2026.");
  assert_input (f, SL_TOPIC_PROXIMITY, "That is one day away.", "That is one day away.");
  assert_input (f, SL_TOPIC_REVIEW, "Halved to 7 days because it is imminent.", "Halved to 7 days because it is imminent.");
  sl_fixture_change (&f->base, f->risk, SL_RISK_NEXT_REVIEW, DATE ("2026-07-05"));
  assert_input (f, SL_TOPIC_REVIEW, "Brought forward to 5 Jul 2026.", "Brought forward to 5 Jul 2026.");
}

static void
assert_sentence (Edges *f, const char *cause, const char *event, const char *effect, const char *expected)
{
  g_autofree char *sentence = NULL;
  const char *parts[] = { cause, event, effect };

  for (guint i = 0; i < 3; i++)
    sl_fixture_change (&f->base, f->risk, SL_RISK_CAUSE + i,
                       parts[i] != NULL ? SL_VALUE_TEXT (parts[i]) : SL_VALUE_NULL (SL_TYPE_TEXT));
  sentence = sl_risk_dup_sentence (risk_of (f));
  g_assert_cmpstr (sentence, ==, expected);
}

static void
test_sentence (Edges *f, gconstpointer unused)
{
  assert_sentence (f, NULL, NULL, NULL, NULL);
  assert_sentence (f, "Rotas are late.", "crews may wait", "Costs stay", "Because rotas are late, crews may wait, so that costs stay.");
  assert_sentence (f, NULL, "crews may wait", NULL, "Crews may wait.");
  assert_sentence (f, "GPS is weak", NULL, "UK law bites;", "Because GPS is weak, so that UK law bites.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/risk-edges/" name, Edges, NULL, set_up, func, tear_down)
  ADD ("accepted-span", test_accepted_span);
  ADD ("accepted-conditions", test_accepted_conditions);
  ADD ("escalated", test_escalated);
  ADD ("escalated-otherwise", test_escalated_otherwise);
  ADD ("unhandled", test_unhandled);
  ADD ("statements", test_statements);
  ADD ("halved", test_halved);
  ADD ("last-review", test_last_review);
  ADD ("opportunity-words", test_opportunity_words);
  ADD ("explained", test_explained);
  ADD ("sentence", test_sentence);
  return g_test_run ();
}
