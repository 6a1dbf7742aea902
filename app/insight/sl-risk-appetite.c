/* F-9: appetite, and whether a breach of it is handled.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "insight/sl-risk-private.h"

#include "insight/sl-issue-status.h"

#define DECISION_DAYS 90 /* so long does a decision handle a breach */

typedef struct
{
  SlDate as_of;
  const SlRisk *risk;
  SlStatements *found;
} Statements;

static gboolean
take_statement (const SlRecord *record, gpointer data)
{
  const SlAppetite *appetite = SL_AS (APPETITE, record);
  const Statements *search = data;
  const SlAppetite **best;

  if (appetite->category != search->risk->category || appetite->date > search->as_of || appetite->date == SL_DATE_NONE)
    return TRUE;
  if (appetite->scope == SL_SCOPE_PROGRAMME)
    best = &search->found->programme;
  else if (search->risk->sufferer != SL_UID_NONE && appetite->stakeholder == search->risk->sufferer)
    best = &search->found->sufferer;
  else
    return TRUE;
  if (*best == NULL || appetite->date >= (*best)->date)
    *best = appetite;
  return TRUE;
}

void
sl_risk_statements (const SlView *view, const SlRisk *risk, SlStatements *statements)
{
  Statements search = { view->as_of, risk, statements };

  *statements = (SlStatements){ NULL, NULL };
  if (risk->category != 0)
    sl_data_each (view->data, SL_KIND_APPETITE, take_statement, &search);
}

void
sl_appetite_limits (const SlSettings *s, int level, int *want, int *tolerate)
{
  const int wants[] = { 0, s->averse_want, s->minimal_want, s->cautious_want, s->open_want, s->eager_want };
  const int tolerates[]
      = { 0, s->averse_tolerate, s->minimal_tolerate, s->cautious_tolerate, s->open_tolerate, s->eager_tolerate };

  *want = *tolerate = 0;
  if (level < SL_APPETITE_LEVEL_AVERSE || level > SL_APPETITE_LEVEL_EAGER)
    return;
  *want = wants[level];
  *tolerate = tolerates[level];
}

/* Levels are numbered from the strictest up; the last one takes back what was stated. */
static void
set_level (const SlView *view, const SlRisk *risk, SlRiskStatus *status)
{
  SlStatements found;
  int level = 0;

  if (risk->kind != SL_RISK_KIND_THREAT)
    return;
  sl_risk_statements (view, risk, &found);
  if (found.programme != NULL)
    level = found.programme->level;
  if (found.sufferer != NULL && (level == 0 || found.sufferer->level < level))
    level = found.sufferer->level;
  if (level == SL_APPETITE_LEVEL_NOT_SET)
    level = 0;
  status->appetite_level = level;
  if (level > 0)
    sl_appetite_limits (view->settings, level, &status->want, &status->tolerate);
  if (status->score == 0)
    return;
  status->appetite = level == 0                          ? SL_APPETITE_NOT_SET
                     : status->score <= status->want     ? SL_APPETITE_WITHIN
                     : status->score <= status->tolerate ? SL_APPETITE_TOLERABLE
                                                         : SL_APPETITE_BREACH;
}

/* The same day a year later; 29 February becomes 28 February. */
static SlDate
year_after (SlDate day)
{
  int y, m, d;

  sl_date_to_ymd (day, &y, &m, &d);
  if (m == 2 && d == 29)
    d = 28;
  return sl_date_from_ymd (y + 1, m, d);
}

static gboolean
board_accepted (const SlView *view, const SlRisk *risk)
{
  const SlRecord *person = sl_data_lookup (view->data, risk->accepted_by);

  return risk->state == SL_RISK_STATE_TOLERATED && risk->response == SL_RESPONSE_ACCEPT
         && risk->acceptance_rationale != NULL && person != NULL && person->kind == SL_KIND_PERSON
         && SL_AS (PERSON, person)->board_member && risk->accepted_on != SL_DATE_NONE && risk->accepted_on <= view->as_of
         && risk->accepted_until != SL_DATE_NONE && view->as_of <= risk->accepted_until
         && risk->accepted_until <= year_after (risk->accepted_on);
}

typedef struct
{
  const SlView *view;
  const SlEscalation *open;    /* the latest whose decision is not overdue */
  const SlEscalation *decided; /* the latest decided in time */
} Escalations;

static gboolean
take_escalation (const SlRecord *record, gpointer data)
{
  const SlEscalation *escalation = SL_AS (ESCALATION, record);
  Escalations *found = data;
  SlDate as_of = found->view->as_of;

  if (sl_escalation_is_open (found->view, escalation))
    {
      if (sl_escalation_overdue_days (found->view, escalation) == 0
          && (found->open == NULL || escalation->raised_on >= found->open->raised_on))
        found->open = escalation;
    }
  else if (escalation->state == SL_ESCALATION_STATE_DECIDED && escalation->decided_on != SL_DATE_NONE
           && escalation->decided_on <= as_of && escalation->decided_on >= as_of - DECISION_DAYS
           && (found->decided == NULL || escalation->decided_on >= found->decided->decided_on))
    found->decided = escalation;
  return TRUE;
}

static void
set_handling (const SlView *view, const SlRisk *risk, SlRiskStatus *status)
{
  Escalations found = { view, NULL, NULL };

  if (board_accepted (view, risk))
    {
      status->handling = SL_HANDLING_ACCEPTED;
      return;
    }
  sl_data_children (view->data, SL_KIND_ESCALATION, SL_ESCALATION_RISK, risk->record.uid, take_escalation, &found);
  if (found.open != NULL)
    {
      status->handling = SL_HANDLING_ESCALATED;
      status->handled_by = found.open->record.uid;
    }
  else if (found.decided != NULL)
    {
      status->handling = SL_HANDLING_DECIDED;
      status->handled_by = found.decided->record.uid;
    }
}

void
sl_risk_set_appetite (const SlView *view, const SlRisk *risk, SlRiskStatus *status)
{
  set_level (view, risk, status);
  set_handling (view, risk, status);
}

gboolean
sl_risk_is_unhandled (const SlRisk *risk, const SlRiskStatus *status)
{
  return sl_risk_is_open_threat (risk) && status->appetite == SL_APPETITE_BREACH && status->handling == SL_HANDLING_NONE;
}
