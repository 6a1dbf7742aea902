/* Why a figure is what it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "insight/sl-risk-private.h"
#include "insight/sl-settings-moves.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const SlExplain *x;
  const SlRisk *risk;
  const SlRiskStatus *status;
} Explain;

static const SlRiskAssessment *
current_assessment (const Explain *e)
{
  return SL_AS (RISK_ASSESSMENT, sl_data_lookup (e->x->view->data, e->status->current));
}

static void
input_assessment (const Explain *e)
{
  const SlRiskAssessment *current = current_assessment (e);

  if (current == NULL)
    sl_explain_input (e->x, N_ ("There is no current assessment on or before the as-of date."), NULL);
  else
    sl_explain_assessed (e->x, current);
}

static void
explain_score (const Explain *e)
{
  sl_explain_rating (e->x, e->risk, current_assessment (e), e->x->view->settings,
                     N_ ("There is no current assessment on or before the as-of date."));
}

static void
explain_proximity (const Explain *e)
{
  sl_explain_rule (e->x, N_ ("F-8: days from the as-of date to the day on which it could first strike: below 0 the window is open, up to 30 imminent, 90 near, 365 mid-term, else far."));
  if (e->status->proximity == SL_PROXIMITY_NONE)
    {
      sl_explain_result (e->x, N_ ("Not known"), NULL);
      sl_explain_input (e->x, N_ ("No earliest date is given."), NULL);
      return;
    }
  sl_explain_result (e->x, sl_proximity_label (e->status->proximity), NULL);
  sl_explain_day (e->x, N_ ("It could strike from {1}."), e->risk->earliest_date);
  sl_explain_day (e->x, N_ ("As of {1}."), e->x->view->as_of);
  if (e->status->proximity_days == 0)
    sl_explain_input (e->x, N_ ("That is the same day."), NULL);
  else if (ABS (e->status->proximity_days) == 1)
    sl_explain_input (e->x, e->status->proximity_days < 0 ? N_ ("That was one day before.") : N_ ("That is one day away."), NULL);
  else
    sl_explain_number (e->x,
                       e->status->proximity_days < 0 ? N_ ("That was {1} days before.") : N_ ("That is {1} days away."),
                       ABS (e->status->proximity_days));
}

/* FALSE when there is none. */
static gboolean
input_statements (const Explain *e, const char *category)
{
  SlStatements found;

  sl_risk_statements (e->x->view, e->risk, &found);
  if (found.programme != NULL)
    {
      g_autofree char *when = sl_explain_dup_day (e->x, found.programme->date);

      sl_explain_input (e->x, N_ ("The programme's appetite for “{1}” since {2}: {3}."), category, when,
                        sl_explain_word (e->x, sl_enum_label (&sl_appetite_level_enum, found.programme->level)), NULL);
    }
  if (found.sufferer != NULL)
    {
      g_autofree char *when = sl_explain_dup_day (e->x, found.sufferer->date);

      /* TRANSLATORS: {4} is the name of an organisation that would suffer. */
      sl_explain_input (e->x, N_ ("The appetite of {4} for “{1}” since {2}: {3}."), category, when,
                        sl_explain_word (e->x, sl_enum_label (&sl_appetite_level_enum, found.sufferer->level)),
                        sl_data_name (e->x->view->data, e->risk->sufferer), NULL);
    }
  return found.programme != NULL || found.sufferer != NULL;
}

/* What handles the breach; where nothing does, what was looked for. */
static void
input_handling (const Explain *e)
{
  const SlEscalation *by = SL_AS (ESCALATION, sl_data_lookup (e->x->view->data, e->status->handled_by));
  g_autofree char *until = sl_explain_dup_day (e->x, e->risk->accepted_until);
  g_autofree char *due = by != NULL ? sl_explain_dup_day (e->x, by->decision_due) : NULL;
  g_autofree char *decided = by != NULL ? sl_explain_dup_day (e->x, by->decided_on) : NULL;

  switch (e->status->handling)
    {
    case SL_HANDLING_ACCEPTED:
      sl_explain_input (e->x, N_ ("Accepted for the board by {1} until {2}."),
                        sl_data_name (e->x->view->data, e->risk->accepted_by), until, NULL);
      return;
    case SL_HANDLING_ESCALATED:
      if (by->decision_due != SL_DATE_NONE)
        sl_explain_input (e->x, N_ ("Escalated with {1}; the decision is due by {2}."), by->code, due, NULL);
      else
        sl_explain_input (e->x, N_ ("Escalated with {1}; no day is set for the decision."), by->code, NULL);
      return;
    case SL_HANDLING_DECIDED:
      sl_explain_input (e->x, N_ ("Escalated with {1} and decided on {2}; that holds for 90 days."), by->code, decided, NULL);
      return;
    case SL_HANDLING_NONE:
    default:
      sl_explain_input (e->x, N_ ("No escalation of it waits for a decision in time, and none was decided in the last 90 days."), NULL);
      sl_explain_input (e->x, N_ ("No acceptance by a board member is in force."), NULL);
    }
}

static void
explain_appetite (const Explain *e)
{
  g_autofree char *want = g_strdup_printf ("%d", e->status->want);
  g_autofree char *tolerate = g_strdup_printf ("%d", e->status->tolerate);
  const char *category = sl_explain_word (e->x, sl_enum_label (&sl_category_enum, e->risk->category));

  sl_explain_rule (e->x, N_ ("F-9: the strictest of the programme's and the sufferer's latest statement for the category; a score up to what we want is within appetite, up to what we tolerate tolerable, above it a breach. Threats only."));
  sl_explain_result (e->x,
                     e->status->appetite == SL_APPETITE_NONE ? N_ ("Not applied") : sl_appetite_label (e->status->appetite),
                     NULL);
  if (e->risk->kind == SL_RISK_KIND_OPPORTUNITY)
    sl_explain_input (e->x, N_ ("It is an opportunity."), NULL);
  else if (e->risk->category == 0)
    sl_explain_input (e->x, N_ ("It has no category."), NULL);
  else if (!input_statements (e, category))
    sl_explain_input (e->x, N_ ("Nobody has stated an appetite for the category “{1}”."), category, NULL);
  else if (e->status->appetite_level > 0)
    sl_explain_input (e->x, N_ ("We want scores up to {1} and tolerate them up to {2}."), want, tolerate, NULL);
  if (e->status->score > 0)
    sl_explain_number (e->x, N_ ("Score {1}."), e->status->score);
  else
    sl_explain_input (e->x, N_ ("It is not scored."), NULL);
  if (e->status->appetite == SL_APPETITE_BREACH)
    input_handling (e);
}

static void
input_interval (const Explain *e)
{
  int days = sl_review_days (e->x->view->settings, e->status->rag);
  g_autofree char *whole = g_strdup_printf ("%d", days);

  sl_explain_input (e->x, N_ ("Interval for {1}: {2} days."),
                    sl_explain_word (e->x, sl_rag_label (e->status->rag, e->risk->kind == SL_RISK_KIND_OPPORTUNITY)), whole,
                    NULL);
  if (e->status->review_interval != days)
    sl_explain_number (e->x,
                       e->status->proximity == SL_PROXIMITY_IMMINENT
                           ? N_ ("Halved to {1} days because it is imminent.")
                           : N_ ("Halved to {1} days because its window is open."),
                       e->status->review_interval);
}

static void
explain_review (const Explain *e)
{
  g_autofree char *due = NULL;

  sl_explain_rule (e->x, N_ ("F-11: the last review or current assessment plus the interval of its level; halved, but at least 7 days, when it is imminent or its window is open. An earlier next review takes its place."));
  if (e->status->review_due == SL_DATE_NONE)
    {
      sl_explain_result (e->x, N_ ("None due"), NULL);
      if (!sl_risk_is_open (e->risk))
        sl_explain_input (e->x, N_ ("Only open, treating and tolerated risks are reviewed."), NULL);
      else
        input_assessment (e);
      return;
    }
  due = sl_explain_dup_day (e->x, e->status->review_due);
  sl_explain_result (e->x, "{1}", due, NULL);
  sl_explain_day (e->x, N_ ("Last looked at {1}."), e->status->last_review);
  input_interval (e);
  if (e->status->review_due < e->status->last_review + e->status->review_interval)
    sl_explain_day (e->x, N_ ("Brought forward to {1}."), e->risk->next_review);
  sl_explain_count (e->x, N_ ("One day overdue."), N_ ("{1} days overdue."), e->status->overdue_days);
  if (e->status->stale)
    sl_explain_input (e->x, N_ ("Stale: overdue by more than its interval."), NULL);
}

static void
explain_trend (const Explain *e)
{
  sl_explain_rule (e->x, N_ ("F-5: the score now against the one in force 90 days before. Frozen: two reviews or more in the last 180 days, and the score never moved."));
  sl_explain_result (e->x,
                     e->status->trend == SL_TREND_NONE
                         ? N_ ("Not known")
                         : sl_trend_label (e->status->trend, e->risk->kind == SL_RISK_KIND_OPPORTUNITY),
                     NULL);
  if (e->status->score > 0)
    sl_explain_number (e->x, N_ ("Score {1}."), e->status->score);
  else
    sl_explain_input (e->x, N_ ("It is not scored."), NULL);
  if (e->status->earlier_score > 0)
    sl_explain_number (e->x, N_ ("Score 90 days before: {1}."), e->status->earlier_score);
  else
    sl_explain_input (e->x, N_ ("It was not scored 90 days before."), NULL);
  if (e->status->half_year_score == 0)
    return;
  sl_explain_number (e->x, N_ ("Score 180 days before: {1}."), e->status->half_year_score);
  sl_explain_count (e->x, N_ ("Reviewed once since then."), N_ ("Reviewed {1} times since then."), (int) e->status->recent_reviews);
  if (e->status->frozen)
    sl_explain_input (e->x, N_ ("Frozen."), NULL);
}

static void
explain_exposure (const Explain *e)
{
  const SlRiskAssessment *current = SL_AS (RISK_ASSESSMENT, sl_data_lookup (e->x->view->data, e->status->current));
  SlDecimal percent = sl_assessment_percent (e->x->view, current);
  g_autofree char *chance = percent != SL_DECIMAL_NONE ? sl_number_dup (percent, 4, 0) : NULL;
  g_autofree char *amount = sl_explain_dup_money (e->x, e->status->exposure);

  sl_explain_rule (e->x, N_ ("F-6: the probability, as stated or the middle of its band, times the cost if it occurs; 0 without a cost."));
  if (e->status->exposure == SL_MONEY_NONE)
    sl_explain_result (e->x, N_ ("Not known"), NULL);
  else
    sl_explain_result (e->x, "{1}", amount, NULL);
  if (chance == NULL)
    sl_explain_input (e->x, N_ ("No probability is given."), NULL);
  else if (current->explicit_pct != SL_INT_NONE)
    sl_explain_input (e->x, N_ ("Probability stated: {1} percent."), chance, NULL);
  else
    sl_explain_input (e->x, N_ ("Middle of the probability band: {1} percent."), chance, NULL);
  if (chance != NULL && current->explicit_pct == SL_INT_NONE
      && sl_settings_in_force (e->x->view->data, current->date) != e->x->view->settings)
    sl_explain_number (e->x, N_ ("Bands of settings version {1}."), e->x->view->settings->version);
  if (current == NULL || current->cost_if_occurs == SL_MONEY_NONE)
    sl_explain_input (e->x, N_ ("No cost is given."), NULL);
  else
    sl_explain_money (e->x, N_ ("Cost if it occurs: {1}."), current->cost_if_occurs);
  input_assessment (e);
}

static void
explain_target (const Explain *e)
{
  sl_explain_rule (e->x, N_ ("F-10: a target score above what we want is a gap: the plan never reaches appetite. Threats only."));
  if (e->status->target_score == 0 || e->status->want == 0)
    sl_explain_result (e->x, N_ ("Not known"), NULL);
  else
    sl_explain_result (e->x, e->status->target_gap ? N_ ("Gap") : N_ ("No gap"), NULL);
  if (e->status->target_score > 0)
    sl_explain_number (e->x, N_ ("Target score {1}."), e->status->target_score);
  else
    sl_explain_input (e->x, N_ ("There is no target assessment with a score."), NULL);
  if (e->risk->kind == SL_RISK_KIND_OPPORTUNITY)
    sl_explain_input (e->x, N_ ("It is an opportunity."), NULL);
  else if (e->status->want > 0)
    sl_explain_number (e->x, N_ ("We want scores up to {1}."), e->status->want);
  else
    sl_explain_input (e->x, N_ ("No statement of appetite applies."), NULL);
}

/* The keys of F-4 as far as they are there. */
static void
input_keys (const Explain *e)
{
  if (e->status->score > 0)
    {
      g_autofree char *score = g_strdup_printf ("%d", e->status->score);
      g_autofree char *impact = g_strdup_printf ("%d", e->status->impact);

      sl_explain_input (e->x, N_ ("{1}, score {2}, impact {3}."),
                        sl_explain_word (e->x, sl_rag_label (e->status->rag, e->risk->kind == SL_RISK_KIND_OPPORTUNITY)), score,
                        impact, NULL);
    }
  else
    sl_explain_input (e->x, N_ ("It is not scored."), NULL);
  if (e->status->proximity != SL_PROXIMITY_NONE)
    sl_explain_day (e->x, N_ ("It could strike from {1}."), e->risk->earliest_date);
  else
    sl_explain_input (e->x, N_ ("No earliest date is given."), NULL);
  if (e->status->exposure != SL_MONEY_NONE)
    sl_explain_money (e->x, N_ ("Exposure {1}."), e->status->exposure);
  else
    sl_explain_input (e->x, N_ ("No probability is given."), NULL);
}

static void
explain_order (const Explain *e)
{
  const SlView *view = e->x->view;
  g_autoptr (GArray) order = sl_risk_is_open (e->risk) ? sl_risk_order (view, e->risk->kind) : NULL;
  g_autofree char *place = NULL;
  g_autofree char *all = NULL;
  guint at = 0;

  sl_explain_rule (e->x, N_ ("F-4: open threats, and apart from them open opportunities, by level, score, impact, the day from which they could strike, exposure and id."));
  if (order == NULL)
    {
      sl_explain_result (e->x, N_ ("Not in the order"), NULL);
      sl_explain_input (e->x, N_ ("Only open, treating and tolerated risks are put in order."), NULL);
      return;
    }
  while (g_array_index (order, SlUid, at) != e->risk->record.uid)
    at++;
  place = g_strdup_printf ("%u", at + 1);
  all = g_strdup_printf ("%u", order->len);
  /* TRANSLATORS: {1} is a place in an order, {2} how many there are. */
  sl_explain_result (e->x, N_ ("{1} of {2}"), place, all, NULL);
  input_keys (e);
  if (at > 0)
    sl_explain_input (e->x, N_ ("Before it comes {1}."), sl_record_code (sl_data_lookup (view->data, g_array_index (order, SlUid, at - 1))),
                      NULL);
  if (at + 1 < order->len)
    sl_explain_input (e->x, N_ ("After it comes {1}."), sl_record_code (sl_data_lookup (view->data, g_array_index (order, SlUid, at + 1))),
                      NULL);
}

SlExplanation *
sl_risk_explain (const SlView *view, const SlRisk *risk, SlTopic topic, gboolean translated)
{
  static void (*const explain[]) (const Explain *e) = {
    [SL_TOPIC_SCORE] = explain_score,   [SL_TOPIC_PROXIMITY] = explain_proximity, [SL_TOPIC_APPETITE] = explain_appetite,
    [SL_TOPIC_REVIEW] = explain_review, [SL_TOPIC_TREND] = explain_trend,         [SL_TOPIC_EXPOSURE] = explain_exposure,
    [SL_TOPIC_TARGET] = explain_target, [SL_TOPIC_ORDER] = explain_order,
  };
  SlRiskStatus status;
  SlExplain x;

  g_return_val_if_fail (view != NULL && risk != NULL && topic < G_N_ELEMENTS (explain), NULL);
  sl_risk_status (view, risk, &status);
  sl_explain_begin (&x, view, translated);
  explain[topic](&(const Explain){ &x, risk, &status });
  return x.out;
}
