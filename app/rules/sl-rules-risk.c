/* Rules about what holds for a risk (domain.md 2.2, 2.5) and what time makes of it (F-11).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rules/sl-rules-private.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

#define M(field) SL_MASK (SL_RISK_##field)

/* The bits of a mask above the fields stand for children. */
G_STATIC_ASSERT (SL_RISK_N_FIELDS <= 61);

#define TELLING_LENGTH 10 /* INV-1: fewer characters than this say nothing */

static const SlRisk *
risk_of (const SlCheck *check)
{
  return SL_AS (RISK, check->after);
}

static gboolean
beyond_draft (const SlCheck *check)
{
  return risk_of (check)->state != SL_RISK_STATE_DRAFT;
}

/* --- INV-1, INV-2 ------------------------------------------------------------------------------------------------- */

static void
check_sentence (const SlCheck *check)
{
  const SlRisk *risk = risk_of (check);
  const struct
  {
    guint field;
    const char *text;
  } parts[] = { { SL_RISK_CAUSE, risk->cause }, { SL_RISK_EVENT, risk->event }, { SL_RISK_EFFECT, risk->effect } };

  if (!beyond_draft (check))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (check->mask & (SL_MASK (parts[i].field) | M (STATE)) && sl_text_length (parts[i].text) < TELLING_LENGTH)
      {
        g_autofree char *label
            = g_strconcat (SL_ARG_MSGID, sl_kind_get (SL_KIND_RISK)->fields[parts[i].field].label, NULL);

        sl_check_find (check, (int) parts[i].field,
                       N_ ("“{1}” says too little; a risk beyond draft needs cause, event and effect of at least 10 characters each"),
                       label, NULL);
      }
}

/* To take back a handing over names nobody anew: the gap that stood before stands again, and `check` tells. */
static gboolean
gives_back (const SlCheck *check)
{
  return check->verb == SL_VERB_UNDO && check->before != NULL && SL_AS (RISK, check->before)->state == risk_of (check)->state;
}

static void
check_owner (const SlCheck *check)
{
  const SlRisk *risk = risk_of (check);

  if (!beyond_draft (check))
    return;
  if (risk->owner == SL_UID_NONE)
    sl_check_find (check, SL_RISK_OWNER, N_ ("has no owner; name one person"), NULL);
  else if (risk->state != SL_RISK_STATE_CLOSED && !sl_person_active (check->view->data, risk->owner, check->view->as_of)
           && !gives_back (check))
    sl_check_find_gap (check, SL_RISK_OWNER, risk->owner);
}

static void
check_assessed (const SlCheck *check)
{
  const SlRiskAssessment *current
      = sl_risk_assessment_in_force (check->view, check->after->uid, SL_ASSESSMENT_TYPE_CURRENT);

  if (beyond_draft (check) && (current == NULL || current->probability == SL_INT_NONE || sl_assessment_impact (current) == 0))
    sl_check_find (check, -1, N_ ("has no current assessment with a probability and an impact"), NULL);
}

static void
check_earliest (const SlCheck *check)
{
  if (sl_risk_is_open (risk_of (check)) && risk_of (check)->earliest_date == SL_DATE_NONE)
    sl_check_find (check, SL_RISK_EARLIEST_DATE, N_ ("needs the day from which it could strike"), NULL);
}

/* --- INV-3, INV-5 ------------------------------------------------------------------------------------------------- */

static int
score_of (const SlView *view, SlUid risk, int type)
{
  return sl_assessment_score (sl_risk_assessment_in_force (view, risk, type));
}

static void
check_order (const SlCheck *check)
{
  int inherent = score_of (check->view, check->after->uid, SL_ASSESSMENT_TYPE_INHERENT);
  int current = score_of (check->view, check->after->uid, SL_ASSESSMENT_TYPE_CURRENT);
  int target = score_of (check->view, check->after->uid, SL_ASSESSMENT_TYPE_TARGET);
  int sign = risk_of (check)->kind == SL_RISK_KIND_THREAT ? 1 : -1;
  gboolean odd_target = target > 0 && current > 0 && sign * (target - current) > 0;
  gboolean odd_inherent = inherent > 0 && current > 0 && sign * (current - inherent) > 0;
  g_autofree char *now = g_strdup_printf ("%d", current);
  g_autofree char *wanted = g_strdup_printf ("%d", target);
  g_autofree char *first = g_strdup_printf ("%d", inherent);

  if (!beyond_draft (check))
    return;
  if (odd_target)
    sl_check_find (check, -1, N_ ("the target score {1} is worse than the current score {2}"), wanted, now, NULL);
  if (odd_inherent)
    sl_check_find (check, -1, N_ ("the current score {1} is worse than the inherent score {2}"), now, first, NULL);
}

static void
check_next_review (const SlCheck *check)
{
  const SlRisk *risk = risk_of (check);
  SlRiskStatus status;

  if (!sl_check_asks_reasons (check) || risk->next_review == SL_DATE_NONE)
    return;
  sl_risk_status (check->view, risk, &status);
  if (status.review_due != SL_DATE_NONE && risk->next_review > status.review_due)
    sl_check_find (check, SL_RISK_NEXT_REVIEW, N_ ("the next review is later than its level allows"), NULL);
}

/* --- 2.2: responses ----------------------------------------------------------------------------------------------- */

#define BIT(response) (1u << SL_RESPONSE_##response)
static const guint threat_responses
    = BIT (AVOID) | BIT (REDUCE) | BIT (TRANSFER) | BIT (SHARE) | BIT (ACCEPT) | BIT (PREPARE);
static const guint chance_responses
    = BIT (EXPLOIT) | BIT (ENHANCE) | BIT (TRANSFER) | BIT (SHARE) | BIT (REJECT) | BIT (PREPARE);

static void
check_response (const SlCheck *check)
{
  const SlRisk *risk = risk_of (check);
  gboolean threat = risk->kind == SL_RISK_KIND_THREAT;
  guint fitting = threat ? threat_responses : chance_responses;
  g_autofree char *response = NULL;
  g_autofree char *others = NULL;

  if (risk->response == 0 || fitting & (1u << risk->response))
    return;
  response = sl_arg_label (&sl_response_enum, risk->response);
  others = sl_arg_labels (&sl_response_enum, fitting);
  sl_check_find (check, SL_RISK_RESPONSE,
                 threat ? N_ ("“{1}” is no response to a threat; choose one of: {2}")
                        : N_ ("“{1}” is no response to an opportunity; choose one of: {2}"),
                 response, others, NULL);
}

/* --- INV-6, INV-7, INV-8 ------------------------------------------------------------------------------------------ */

static SlDate
twelve_months_after (SlDate day)
{
  int y, m, d;

  sl_date_to_ymd (day, &y, &m, &d);
  return sl_date_from_ymd (y + 1, m, m == 2 && d == 29 ? 28 : d);
}

static void
check_acceptance (const SlCheck *check)
{
  const SlRisk *risk = risk_of (check);
  const SlPerson *by = SL_AS (PERSON, sl_data_lookup (check->view->data, risk->accepted_by));
  SlRiskStatus status;

  if (risk->state != SL_RISK_STATE_TOLERATED)
    return;
  if (risk->acceptance_rationale == NULL)
    sl_check_find (check, SL_RISK_ACCEPTANCE_RATIONALE, N_ ("a tolerated risk needs the reason why it is accepted"), NULL);
  if (by == NULL)
    sl_check_find (check, SL_RISK_ACCEPTED_BY, N_ ("a tolerated risk needs the person who accepted it"), NULL);
  if (risk->accepted_until == SL_DATE_NONE || risk->accepted_on == SL_DATE_NONE)
    sl_check_find (check, SL_RISK_ACCEPTED_UNTIL, N_ ("an acceptance needs its day and the day on which it ends"), NULL);
  else if (risk->accepted_until > twelve_months_after (risk->accepted_on) || risk->accepted_until < risk->accepted_on)
    {
      g_autofree char *from = sl_arg_day (risk->accepted_on);

      sl_check_find (check, SL_RISK_ACCEPTED_UNTIL, N_ ("an acceptance lasts twelve months at most; this one began on {1}"), from, NULL);
    }
  sl_risk_status (check->view, risk, &status);
  if (by != NULL && status.appetite == SL_APPETITE_BREACH && !by->board_member)
    sl_check_find (check, SL_RISK_ACCEPTED_BY, N_ ("its score is above what is tolerated, so only a board member can accept it; {1} is none"),
                   by->display_name, NULL);
}

/* F-9 counts an acceptance only where the response says so. */
static void
check_accepting (const SlCheck *check)
{
  const SlRisk *risk = risk_of (check);

  if (risk->state == SL_RISK_STATE_TOLERATED && risk->kind == SL_RISK_KIND_THREAT && risk->response != SL_RESPONSE_ACCEPT)
    sl_check_find (check, SL_RISK_RESPONSE, N_ ("it is tolerated, but its response is not “Accept”, so a breach counts as unhandled"), NULL);
}

static void
check_acceptance_expired (const SlCheck *check)
{
  const SlRisk *risk = risk_of (check);
  g_autofree char *day = NULL;

  if (risk->state != SL_RISK_STATE_TOLERATED || risk->accepted_until == SL_DATE_NONE
      || risk->accepted_until >= check->view->as_of)
    return;
  day = sl_arg_day (risk->accepted_until);
  sl_check_find (check, SL_RISK_ACCEPTED_UNTIL, N_ ("its acceptance ended on {1}; reopen it or have it accepted anew"), day, NULL);
}

static gboolean
find_live_action (const SlRecord *record, gpointer data)
{
  const SlAction *action = SL_AS (ACTION, record);

  *(gboolean *) data
      = action->state != SL_ACTION_STATE_CANCELLED && action->owner != SL_UID_NONE && action->due != SL_DATE_NONE;
  return !*(gboolean *) data;
}

static void
check_treated (const SlCheck *check)
{
  gboolean found = FALSE;

  if (risk_of (check)->state != SL_RISK_STATE_TREATING)
    return;
  sl_data_children (check->view->data, SL_KIND_ACTION, SL_ACTION_RISK, check->after->uid, find_live_action, &found);
  if (!found)
    sl_check_find (check, SL_RISK_STATE, N_ ("a treated risk needs an action that is not cancelled, with an owner and a due date"), NULL);
  if (sl_risk_assessment_in_force (check->view, check->after->uid, SL_ASSESSMENT_TYPE_TARGET) == NULL)
    sl_check_find (check, SL_RISK_STATE, N_ ("a treated risk needs a target assessment"), NULL);
  else if (score_of (check->view, check->after->uid, SL_ASSESSMENT_TYPE_TARGET) == 0)
    sl_check_find (check, SL_RISK_STATE, N_ ("the target assessment of a treated risk needs a probability and an impact"), NULL);
}

static void
check_cause_kept (const SlCheck *check)
{
  const SlRisk *before = SL_AS (RISK, check->before);

  if (before != NULL && before->state != SL_RISK_STATE_DRAFT && before->caused_by_action != SL_UID_NONE
      && check->verb != SL_VERB_UNDO)
    sl_check_find (check, SL_RISK_CAUSED_BY_ACTION, N_ ("a secondary risk keeps the action that caused it"), NULL);
}

/* --- What time and scores make of it: nobody's change ------------------------------------------------------------- */

/* F-9 */
static void
check_breach (const SlCheck *check)
{
  SlRiskStatus status;
  g_autofree char *score = NULL;
  g_autofree char *tolerate = NULL;

  sl_check_risk_status (check, &status);
  if (!sl_risk_is_unhandled (risk_of (check), &status))
    return;
  score = g_strdup_printf ("%d", status.score);
  tolerate = g_strdup_printf ("%d", status.tolerate);
  sl_check_find (check, -1, N_ ("its score {1} is above the {2} we tolerate, and nobody has escalated it or accepted it for the board"),
                 score, tolerate, NULL);
}

/* F-10 */
static void
check_target (const SlCheck *check)
{
  SlRiskStatus status;
  g_autofree char *target = NULL;
  g_autofree char *want = NULL;

  sl_check_risk_status (check, &status);
  if (!sl_risk_is_open (risk_of (check)) || !status.target_gap)
    return;
  target = g_strdup_printf ("%d", status.target_score);
  want = g_strdup_printf ("%d", status.want);
  sl_check_find (check, -1, N_ ("even its target score {1} lies above the {2} we want; plan more, or have it accepted"), target,
                 want, NULL);
}

/* F-11 */
static void
check_review (const SlCheck *check)
{
  SlRiskStatus status;
  g_autofree char *days = NULL;

  sl_check_risk_status (check, &status);
  if (status.overdue_days == 0)
    return;
  days = g_strdup_printf ("%d", status.overdue_days);
  if (status.stale)
    sl_check_find (check, -1, N_ ("its review is overdue by {1} days and stale; look at it or close it"), days, NULL);
  else if (status.overdue_days == 1)
    sl_check_find (check, -1, N_ ("its review is overdue by one day"), NULL);
  else
    sl_check_find (check, -1, N_ ("its review is overdue by {1} days"), days, NULL);
}

#define SENTENCE (M (CAUSE) | M (EVENT) | M (EFFECT))
#define ACCEPTANCE (M (ACCEPTED_BY) | M (ACCEPTED_ON) | M (ACCEPTED_UNTIL) | M (ACCEPTANCE_RATIONALE))
#define E SL_SEVERITY_ERROR
#define W SL_SEVERITY_WARNING
#define R SL_SEVERITY_REASON
const SlRule sl_rules_risk[] = {
  { "INV-1", SL_KIND_RISK, M (STATE) | SENTENCE, E, SL_RULE_STATE, check_sentence },
  { "INV-2", SL_KIND_RISK, M (STATE) | M (OWNER), E, SL_RULE_STATE, check_owner, SL_CONCERN_OWNER },
  { "INV-1", SL_KIND_RISK, M (STATE) | SL_CHILD_ASSESSMENT, E, SL_RULE_STATE, check_assessed },
  { "INV-1", SL_KIND_RISK, M (STATE) | M (EARLIEST_DATE), E, SL_RULE_STATE, check_earliest },
  { "2.2", SL_KIND_RISK, M (RESPONSE) | M (KIND), E, SL_RULE_STATE, check_response },
  { "INV-3", SL_KIND_RISK, SL_CHILD_ASSESSMENT | M (KIND), W, SL_RULE_STATE, check_order },
  { "INV-5", SL_KIND_RISK, M (NEXT_REVIEW), R, SL_RULE_CHANGE, check_next_review },
  { "INV-6", SL_KIND_RISK, M (STATE) | M (RESPONSE) | ACCEPTANCE, E, SL_RULE_STATE, check_acceptance },
  { "INV-6", SL_KIND_RISK, M (ACCEPTED_UNTIL), W, SL_RULE_STATE, check_acceptance_expired,
    SL_CONCERN_ACCEPTANCE },
  { "F-9", SL_KIND_RISK, M (STATE) | M (RESPONSE), W, SL_RULE_STATE, check_accepting, SL_CONCERN_ACCEPTANCE },
  { "INV-7", SL_KIND_RISK, M (STATE) | SL_CHILD_ACTION | SL_CHILD_ASSESSMENT, E, SL_RULE_STATE, check_treated },
  { "INV-8", SL_KIND_RISK, M (CAUSED_BY_ACTION), E, SL_RULE_CHANGE, check_cause_kept },
  { "F-9", SL_KIND_RISK, 0, W, SL_RULE_STATE, check_breach, SL_CONCERN_BREACH },
  { "F-10", SL_KIND_RISK, 0, W, SL_RULE_STATE, check_target, SL_CONCERN_STUCK },
  { "F-11", SL_KIND_RISK, 0, W, SL_RULE_STATE, check_review, SL_CONCERN_REVIEW },
};
const guint sl_n_rules_risk = G_N_ELEMENTS (sl_rules_risk);
