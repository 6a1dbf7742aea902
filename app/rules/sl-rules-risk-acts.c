/* Rules about what is done with a risk: its moves, and what they demand (domain.md 2.6, 2.9).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rules/sl-rules-private.h"

#include "insight/sl-settings-moves.h"

#include <glib/gi18n-lib.h>

#define M(field) SL_MASK (SL_RISK_##field)
#define RECENT_DAYS 90

static const SlRisk *
risk_of (const SlCheck *check)
{
  return SL_AS (RISK, check->after);
}

/* --- 2.6 ---------------------------------------------------------------------------------------------------------- */

/* The chain of 2.6 read forwards and one step back: accepting without treating first (the sample's R-007 was never
 * treated) and giving up a treatment are moves, too. */
#define TO(state) (1u << SL_RISK_STATE_##state)
static const guint moves[] = {
  [SL_RISK_STATE_DRAFT] = TO (OPEN),
  [SL_RISK_STATE_OPEN] = TO (TREATING) | TO (TOLERATED) | TO (OCCURRED) | TO (CLOSED),
  [SL_RISK_STATE_TREATING] = TO (OPEN) | TO (TOLERATED) | TO (OCCURRED) | TO (CLOSED),
  [SL_RISK_STATE_TOLERATED] = TO (OPEN) | TO (OCCURRED) | TO (CLOSED),
  [SL_RISK_STATE_OCCURRED] = TO (OPEN) | TO (CLOSED),
  [SL_RISK_STATE_CLOSED] = TO (OPEN),
};

/* A risk may be written down together with its treatment. */
static void
check_move (const SlCheck *check)
{
  if (check->before != NULL || risk_of (check)->state != SL_RISK_STATE_TREATING)
    sl_check_moves (check, SL_RISK_STATE, moves, N_ ("a risk cannot go from “{1}” to “{2}”; next may come: {3}"), "");
}

/* The owner of before counts as well: handing the risk over in the same act makes no second person. */
static gboolean
is_second_person (const SlCheck *check)
{
  const SlRisk *before = SL_AS (RISK, check->before);

  return check->act->actor != SL_UID_NONE && check->act->actor != risk_of (check)->owner
         && (before == NULL || check->act->actor != before->owner);
}

/* As against having been closed; what an import brings in closed was closed elsewhere. */
static gboolean
closes (const SlCheck *check)
{
  const SlRisk *before = SL_AS (RISK, check->before);

  return before != NULL ? sl_check_asks_reasons (check) && before->state != SL_RISK_STATE_CLOSED : sl_check_is_act (check);
}

/* Turning it into an opportunity in the same act makes it no less Red. */
static gboolean
was_threat (const SlCheck *check)
{
  return check->before != NULL && SL_AS (RISK, check->before)->kind == SL_RISK_KIND_THREAT;
}

/* --- 2.6: the end of an acceptance --------------------------------------------------------------------------------- */

/* The score that was accepted: the last of the day of the acceptance, which is often the day of a new assessment, too. */
static int
accepted_score (const SlCheck *check, const SlRisk *before)
{
  SlView then = *check->before_view;

  then.as_of = before->accepted_on;
  return sl_assessment_score (sl_risk_assessment_in_force (&then, before->record.uid, SL_ASSESSMENT_TYPE_CURRENT));
}

/* Of an opportunity a lower score is the worse one. */
static gboolean
is_worse (const SlCheck *check, const SlRisk *before)
{
  int was = accepted_score (check, before);
  int is = sl_assessment_score (
      sl_risk_assessment_in_force (check->view, before->record.uid, SL_ASSESSMENT_TYPE_CURRENT));

  return before->kind == SL_RISK_KIND_THREAT ? is > was : is < was;
}

/* What was accepted is accepted until its day, unless the score has become worse since. Judged by the acceptance as it
 * stood, so that shortening it in the same act ends nothing. */
static void
check_acceptance_end (const SlCheck *check)
{
  const SlRisk *before = SL_AS (RISK, check->before);
  g_autofree char *until = NULL;

  if (!sl_check_asks_reasons (check) || before == NULL || before->state != SL_RISK_STATE_TOLERATED
      || risk_of (check)->state != SL_RISK_STATE_OPEN || before->accepted_on == SL_DATE_NONE
      || before->accepted_until == SL_DATE_NONE || before->accepted_until < check->act->day || is_worse (check, before))
    return;
  until = sl_arg_day (before->accepted_until);
  sl_check_find (check, SL_RISK_STATE,
                 N_ ("it is accepted until {1}, and its score has not become worse since; before that it can be closed, escalated or accepted anew"),
                 until, NULL);
}

/* Nor is an acceptance that runs made to have ended already. */
static void
check_acceptance_shortened (const SlCheck *check)
{
  const SlRisk *before = SL_AS (RISK, check->before);

  if (sl_check_asks_reasons (check) && before != NULL && before->state == SL_RISK_STATE_TOLERATED
      && risk_of (check)->state == SL_RISK_STATE_TOLERATED && risk_of (check)->accepted_until != SL_DATE_NONE
      && before->accepted_until >= check->act->day && risk_of (check)->accepted_until < check->act->day)
    sl_check_find (check, SL_RISK_ACCEPTED_UNTIL, N_ ("an acceptance that runs cannot be made to have ended on a day that has passed"), NULL);
}

/* --- 2.6: closing --------------------------------------------------------------------------------------------------- */

static void
check_closing (const SlCheck *check)
{
  const SlRisk *risk = risk_of (check);

  if (risk->state != SL_RISK_STATE_CLOSED)
    return;
  if (risk->close_reason == 0)
    sl_check_find (check, SL_RISK_CLOSE_REASON, N_ ("a closed risk needs its closing reason"), NULL);
  if (!closes (check) || !(risk->kind == SL_RISK_KIND_THREAT || was_threat (check)))
    return;
  if (!is_second_person (check) && sl_risk_was_red (check->view, risk->record.uid, check->view->as_of - RECENT_DAYS))
    sl_check_find (check, SL_RISK_STATE, N_ ("it was Red within the last 90 days, so a named person other than its owner has to close it"), NULL);
}

/* --- 2.9 ---------------------------------------------------------------------------------------------------------- */

/* The risk as it was, if that owes reasons. */
static const SlRisk *
owing (const SlCheck *check)
{
  return sl_check_owes_reasons (check) ? SL_AS (RISK, check->before) : NULL;
}

/* A rationale written now is the reason; one that stood before says nothing about this. */
static gboolean
gives_rationale (const SlCheck *check)
{
  const SlRiskAssessment *current
      = sl_risk_assessment_in_force (check->view, check->after->uid, SL_ASSESSMENT_TYPE_CURRENT);
  const SlRiskAssessment *before
      = current != NULL ? SL_AS (RISK_ASSESSMENT, sl_data_lookup (check->before_view->data, current->record.uid)) : NULL;

  return current != NULL && current->rationale != NULL
         && (before == NULL || g_strcmp0 (before->rationale, current->rationale) != 0);
}

static void
ask_score (const SlCheck *check)
{
  gboolean threat = risk_of (check)->kind == SL_RISK_KIND_THREAT;
  SlRiskStatus was, is;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  if (owing (check) == NULL || gives_rationale (check))
    return;
  sl_risk_status (check->before_view, owing (check), &was);
  sl_risk_status (check->view, risk_of (check), &is);
  /* Only threats have RAG bands. */
  if (is.score == 0 || was.score == 0 || (was.score - is.score < 4 && !(threat && is.rag < was.rag)))
    return;
  a = g_strdup_printf ("%d", was.score);
  b = g_strdup_printf ("%d", is.score);
  sl_check_find (check, -1, N_ ("its score falls from {1} to {2}"), a, b, NULL);
}

static void
ask_state (const SlCheck *check)
{
  const SlRisk *before = owing (check);
  int to = risk_of (check)->state;

  if (before == NULL || before->state == to)
    return;
  if (to == SL_RISK_STATE_CLOSED)
    sl_check_find (check, SL_RISK_STATE, N_ ("it is being closed"), NULL);
  else if (before->state == SL_RISK_STATE_CLOSED)
    sl_check_find (check, SL_RISK_STATE, N_ ("it is being reopened"), NULL);
  else if (to == SL_RISK_STATE_TOLERATED)
    sl_check_find (check, SL_RISK_STATE, N_ ("it is being accepted"), NULL);
}

/* An opportunity has no colour and counts in no exposure: the score would be gone without a word. */
static void
ask_kind (const SlCheck *check)
{
  const SlRisk *before = owing (check);

  if (before != NULL && before->kind == SL_RISK_KIND_THREAT && risk_of (check)->kind != SL_RISK_KIND_THREAT)
    sl_check_find (check, SL_RISK_KIND, N_ ("it is no longer a threat"), NULL);
}

static void
ask_closing_rewritten (const SlCheck *check)
{
  const SlRisk *before = owing (check);

  if (before != NULL && before->state == SL_RISK_STATE_CLOSED && risk_of (check)->state == SL_RISK_STATE_CLOSED)
    sl_check_find (check, SL_RISK_CLOSE_REASON, N_ ("when or why it was closed is rewritten"), NULL);
}

/* A longer acceptance is accepted anew. */
static void
ask_extension (const SlCheck *check)
{
  const SlRisk *before = owing (check);

  if (before == NULL || before->state != SL_RISK_STATE_TOLERATED || risk_of (check)->state != SL_RISK_STATE_TOLERATED)
    return;
  if (risk_of (check)->accepted_until > before->accepted_until || risk_of (check)->accepted_by != before->accepted_by)
    sl_check_find (check, SL_RISK_ACCEPTED_UNTIL, N_ ("it is being accepted anew"), NULL);
}

/* A draft may be restricted at will, but says why when it becomes a risk that others do not see. */
static void
ask_confidentiality (const SlCheck *check)
{
  const SlRisk *before = owing (check);
  int was = before != NULL ? before->confidentiality : SL_CONFIDENTIALITY_OPEN;

  /* What an import brings in restricted was restricted elsewhere. */
  if ((sl_check_is_act (check) || (sl_check_asks_reasons (check) && check->before != NULL))
      && risk_of (check)->state != SL_RISK_STATE_DRAFT && risk_of (check)->confidentiality > was)
    sl_check_find (check, SL_RISK_CONFIDENTIALITY, N_ ("fewer people will see it"), NULL);
}

#define E SL_SEVERITY_ERROR
#define R SL_SEVERITY_REASON
const SlRule sl_rules_risk_acts[] = {
  { "2.6", SL_KIND_RISK, M (STATE), E, SL_RULE_CHANGE, check_move },
  { "2.6", SL_KIND_RISK, M (STATE) | M (CLOSE_REASON), E, SL_RULE_STATE, check_closing },
  { "2.6", SL_KIND_RISK, M (STATE), E, SL_RULE_CHANGE, check_acceptance_end },
  { "2.6", SL_KIND_RISK, M (ACCEPTED_UNTIL), E, SL_RULE_CHANGE, check_acceptance_shortened },
  { "2.9", SL_KIND_RISK, SL_CHILD_ASSESSMENT, R, SL_RULE_CHANGE, ask_score },
  { "2.9", SL_KIND_RISK, M (STATE), R, SL_RULE_CHANGE, ask_state },
  { "2.9", SL_KIND_RISK, M (KIND), R, SL_RULE_CHANGE, ask_kind },
  { "2.9", SL_KIND_RISK, M (CLOSE_REASON) | M (CLOSED_ON), R, SL_RULE_CHANGE, ask_closing_rewritten },
  { "2.9", SL_KIND_RISK, M (ACCEPTED_UNTIL) | M (ACCEPTED_BY), R, SL_RULE_CHANGE, ask_extension },
  { "2.9", SL_KIND_RISK, M (CONFIDENTIALITY) | M (STATE), R, SL_RULE_CHANGE, ask_confidentiality },
};
const guint sl_n_rules_risk_acts = G_N_ELEMENTS (sl_rules_risk_acts);
