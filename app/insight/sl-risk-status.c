/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "insight/sl-risk-private.h"

#include <glib/gi18n-lib.h>

/* --- Assessments -------------------------------------------------------------------------------------------------- */

typedef struct
{
  SlDate as_of;
  const SlRiskAssessment *by_type[SL_ASSESSMENT_TYPE_END_];
} InForce;

static gboolean
take_assessment (const SlRecord *record, gpointer data)
{
  const SlRiskAssessment *assessment = SL_AS (RISK_ASSESSMENT, record);
  InForce *found = data;
  const SlRiskAssessment **best = &found->by_type[assessment->type];

  /* Rows come in order of entry, so of one day the last one stays. */
  if (assessment->date <= found->as_of && assessment->date != SL_DATE_NONE
      && (*best == NULL || assessment->date >= (*best)->date))
    *best = assessment;
  return TRUE;
}

static void
find_in_force (const SlView *view, SlUid risk, InForce *found)
{
  *found = (InForce){ .as_of = view->as_of };
  sl_data_children (view->data, SL_KIND_RISK_ASSESSMENT, SL_RISK_ASSESSMENT_RISK, risk, take_assessment, found);
}

const SlRiskAssessment *
sl_risk_assessment_in_force (const SlView *view, SlUid risk, int type)
{
  InForce found;

  g_return_val_if_fail (view != NULL && type > 0 && type < SL_ASSESSMENT_TYPE_END_, NULL);
  find_in_force (view, risk, &found);
  return found.by_type[type];
}

int
sl_assessment_impact (const SlRiskAssessment *assessment)
{
  int impact = 0;

  if (assessment == NULL)
    return 0;
  impact = MAX (impact, assessment->impact_cost);
  impact = MAX (impact, assessment->impact_time);
  impact = MAX (impact, assessment->impact_benefit);
  impact = MAX (impact, assessment->impact_trust);
  return MAX (impact, assessment->impact_safety_security);
}

/* --- Grid --------------------------------------------------------------------------------------------------------- */

static const char *
grid_row (const SlSettings *settings, int probability)
{
  const char *rows[] = { settings->grid_1, settings->grid_2, settings->grid_3, settings->grid_4, settings->grid_5 };

  return rows[probability - 1];
}

SlRag
sl_grid_rag (const SlSettings *settings, int probability, int impact)
{
  if (settings == NULL || probability < 1 || probability > 5 || impact < 1 || impact > 5)
    return SL_RAG_NONE;
  switch (grid_row (settings, probability)[impact - 1])
    {
    case 'G':
      return SL_RAG_GREEN;
    case 'A':
      return SL_RAG_AMBER;
    case 'R':
      return SL_RAG_RED;
    default:
      return SL_RAG_NONE;
    }
}

static gboolean
red_beside_green (SlRag a, SlRag b)
{
  return (a == SL_RAG_RED && b == SL_RAG_GREEN) || (a == SL_RAG_GREEN && b == SL_RAG_RED);
}

const char *
sl_grid_fault (const SlSettings *settings)
{
  g_return_val_if_fail (settings != NULL, NULL);
  for (int p = 1; p <= 5; p++)
    for (int i = 1; i <= 5; i++)
      {
        SlRag here = sl_grid_rag (settings, p, i);
        SlRag right = i < 5 ? sl_grid_rag (settings, p, i + 1) : here;
        SlRag up = p < 5 ? sl_grid_rag (settings, p + 1, i) : here;

        if (right < here || up < here)
          return N_ ("raising the probability or the impact lowers the level somewhere (F-3)");
        if (here == SL_RAG_RED && (p == 1 || i == 1))
          return N_ ("the lowest probability and the lowest impact may hold no Red cell (F-3)");
        if (red_beside_green (here, right) || red_beside_green (here, up))
          return N_ ("a Red cell lies beside a Green one (F-3)");
      }
  return NULL;
}

/* --- People ------------------------------------------------------------------------------------------------------- */

gboolean
sl_person_active (const SlData *data, SlUid person, SlDate day)
{
  const SlRecord *record = sl_data_lookup (data, person);
  const SlPerson *p;

  if (record == NULL || record->kind != SL_KIND_PERSON)
    return FALSE;
  p = SL_AS (PERSON, record);
  return (p->active_from == SL_DATE_NONE || p->active_from <= day) && (p->active_to == SL_DATE_NONE || day <= p->active_to);
}

gboolean
sl_risk_is_open (const SlRisk *risk)
{
  return risk->state == SL_RISK_STATE_OPEN || risk->state == SL_RISK_STATE_TREATING
         || risk->state == SL_RISK_STATE_TOLERATED;
}

/* --- F-8 ---------------------------------------------------------------------------------------------------------- */

static void
set_proximity (const SlView *view, const SlRisk *risk, SlRiskStatus *status)
{
  int days;

  if (risk->earliest_date == SL_DATE_NONE)
    return;
  days = risk->earliest_date - view->as_of;
  status->proximity_days = days;
  status->proximity = days < 0      ? SL_PROXIMITY_WINDOW_OPEN
                      : days <= 30  ? SL_PROXIMITY_IMMINENT
                      : days <= 90  ? SL_PROXIMITY_NEAR
                      : days <= 365 ? SL_PROXIMITY_MID
                                    : SL_PROXIMITY_FAR;
}

/* --- F-9 ---------------------------------------------------------------------------------------------------------- */

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

static void
level_limits (const SlSettings *s, int level, int *want, int *tolerate)
{
  const int wants[] = { 0, s->averse_want, s->minimal_want, s->cautious_want, s->open_want, s->eager_want };
  const int tolerates[]
      = { 0, s->averse_tolerate, s->minimal_tolerate, s->cautious_tolerate, s->open_tolerate, s->eager_tolerate };

  *want = wants[level];
  *tolerate = tolerates[level];
}

/* Levels are numbered from the strictest up. */
static void
set_appetite (const SlView *view, const SlRisk *risk, SlRiskStatus *status)
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
  status->appetite_level = level;
  if (level > 0)
    level_limits (view->settings, level, &status->want, &status->tolerate);
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

/* --- F-11 --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  SlDate as_of, latest;
} LastReview;

static gboolean
take_review (const SlRecord *record, gpointer data)
{
  const SlRiskReview *review = SL_AS (RISK_REVIEW, record);
  LastReview *last = data;

  if (review->date <= last->as_of && review->date > last->latest)
    last->latest = review->date;
  return TRUE;
}

int
sl_review_days (const SlSettings *settings, SlRag rag)
{
  const int days[] = { 0, settings->review_green, settings->review_amber, settings->review_red };

  return days[rag];
}

static void
set_review (const SlView *view, const SlRisk *risk, const SlRiskAssessment *current, SlRiskStatus *status)
{
  LastReview last = { view->as_of, current != NULL ? current->date : SL_DATE_NONE };
  int interval = sl_review_days (view->settings, status->rag);

  sl_data_children (view->data, SL_KIND_RISK_REVIEW, SL_RISK_REVIEW_RISK, risk->record.uid, take_review, &last);
  status->last_review = last.latest;
  if (!sl_risk_is_open (risk) || interval == 0 || last.latest == SL_DATE_NONE)
    return;
  if (status->proximity == SL_PROXIMITY_WINDOW_OPEN || status->proximity == SL_PROXIMITY_IMMINENT)
    interval = MIN (interval, MAX (7, interval / 2));
  status->review_interval = interval;
  status->review_due = last.latest + interval;
  if (risk->next_review != SL_DATE_NONE && risk->next_review > last.latest && risk->next_review < status->review_due)
    status->review_due = risk->next_review;
  status->overdue_days = MAX (0, view->as_of - status->review_due);
  status->stale = status->overdue_days > interval;
}

/* --- All of it ---------------------------------------------------------------------------------------------------- */

void
sl_risk_status (const SlView *view, const SlRisk *risk, SlRiskStatus *status)
{
  InForce found;
  const SlRiskAssessment *current, *target;

  g_return_if_fail (view != NULL && view->settings != NULL && risk != NULL && status != NULL);
  *status = (SlRiskStatus){ .last_review = SL_DATE_NONE, .review_due = SL_DATE_NONE };
  find_in_force (view, risk->record.uid, &found);
  current = found.by_type[SL_ASSESSMENT_TYPE_CURRENT];
  target = found.by_type[SL_ASSESSMENT_TYPE_TARGET];
  if (current != NULL)
    {
      status->current = current->record.uid;
      status->probability = MAX (0, current->probability);
      status->impact = sl_assessment_impact (current);
      status->score = status->probability * status->impact;
      status->rag = sl_grid_rag (view->settings, status->probability, status->impact);
    }
  if (target != NULL)
    status->target_score = MAX (0, target->probability) * sl_assessment_impact (target);
  status->owner_active = sl_person_active (view->data, risk->owner, view->as_of);
  set_proximity (view, risk, status);
  set_appetite (view, risk, status);
  status->breach_handled = board_accepted (view, risk);
  set_review (view, risk, current, status);
}
