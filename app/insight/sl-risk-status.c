/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "insight/sl-risk-private.h"

#include <glib/gi18n-lib.h>

/* --- Assessments -------------------------------------------------------------------------------------------------- */

/* What one pass over the assessments of a risk finds. */
typedef struct
{
  SlDate as_of;
  const SlRiskAssessment *by_type[SL_ASSESSMENT_TYPE_END_]; /* in force on the as-of day */
  const SlRiskAssessment *quarter, *half; /* current ones in force 90 and 180 days before */
  int lowest, highest; /* current scores given in the last 180 days; 0 none */
} InForce;

/* Rows come in order of entry, so of one day the last one stays. */
static void
keep_latest (const SlRiskAssessment **best, const SlRiskAssessment *assessment, SlDate day)
{
  if (assessment->date <= day && (*best == NULL || assessment->date >= (*best)->date))
    *best = assessment;
}

static gboolean
take_assessment (const SlRecord *record, gpointer data)
{
  const SlRiskAssessment *assessment = SL_AS (RISK_ASSESSMENT, record);
  InForce *found = data;
  int score = sl_assessment_score (assessment);

  if (assessment->date == SL_DATE_NONE || assessment->date > found->as_of)
    return TRUE;
  keep_latest (&found->by_type[assessment->type], assessment, found->as_of);
  if (assessment->type != SL_ASSESSMENT_TYPE_CURRENT)
    return TRUE;
  keep_latest (&found->quarter, assessment, found->as_of - SL_TREND_DAYS);
  keep_latest (&found->half, assessment, found->as_of - SL_FROZEN_DAYS);
  if (score > 0 && assessment->date > found->as_of - SL_FROZEN_DAYS)
    {
      found->lowest = found->lowest == 0 ? score : MIN (found->lowest, score);
      found->highest = MAX (found->highest, score);
    }
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

int
sl_assessment_score (const SlRiskAssessment *assessment)
{
  return assessment != NULL ? MAX (0, assessment->probability) * sl_assessment_impact (assessment) : 0;
}

int
sl_risk_rating_moved (const SlRisk *risk, const SlRiskStatus *then, const SlRiskStatus *now)
{
  int moved;

  g_return_val_if_fail (risk != NULL && then != NULL && now != NULL, 0);
  if (then->score == 0 || now->score == 0)
    return 0;
  moved = now->score != then->score ? now->score - then->score : (int) now->rag - (int) then->rag;
  return risk->kind == SL_RISK_KIND_OPPORTUNITY ? -moved : moved;
}

/* --- F-6 ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  int level;
  SlDecimal mid;
} Midpoint;

static gboolean
find_midpoint (const SlRecord *record, gpointer data)
{
  const SlScaleBand *band = SL_AS (SCALE_BAND, record);
  Midpoint *search = data;

  if (band->scale != SL_SCALE_PROBABILITY || band->level != search->level)
    return TRUE;
  search->mid = band->mid;
  return FALSE;
}

SlDecimal
sl_assessment_percent (const SlView *view, const SlRiskAssessment *assessment)
{
  Midpoint search = { 0, SL_DECIMAL_NONE };

  if (assessment == NULL)
    return SL_DECIMAL_NONE;
  if (assessment->explicit_pct != SL_INT_NONE)
    return (SlDecimal) assessment->explicit_pct * SL_DECIMAL_SCALE;
  search.level = assessment->probability;
  if (search.level != SL_INT_NONE)
    sl_data_children (view->data, SL_KIND_SCALE_BAND, SL_SCALE_BAND_SETTINGS, view->settings->record.uid, find_midpoint,
                      &search);
  return search.mid;
}

static SlMoney
exposure_of (const SlView *view, const SlRiskAssessment *assessment)
{
  if (assessment == NULL || assessment->cost_if_occurs == SL_MONEY_NONE)
    return 0;
  return sl_money_percent (assessment->cost_if_occurs, sl_assessment_percent (view, assessment));
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

/* What is wrong between the cell and the next one up or to the right, by clause of F-3. */
static gboolean
lowers (SlRag here, SlRag next)
{
  return next < here;
}

static gboolean
red_beside_green (SlRag here, SlRag next)
{
  return here == SL_RAG_GREEN && next == SL_RAG_RED;
}

static gboolean
find_step (const SlSettings *settings, gboolean (*fault) (SlRag here, SlRag next), int *at_p, int *at_i)
{
  for (int p = 1; p <= 5; p++)
    for (int i = 1; i <= 5; i++)
      {
        SlRag here = sl_grid_rag (settings, p, i);
        gboolean right = i < 5 && fault (here, sl_grid_rag (settings, p, i + 1));

        if (!right && (p == 5 || !fault (here, sl_grid_rag (settings, p + 1, i))))
          continue;
        *at_p = right ? p : p + 1;
        *at_i = right ? i + 1 : i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_lowest_red (const SlSettings *settings, int *at_p, int *at_i)
{
  for (int n = 1; n <= 5; n++)
    {
      gboolean row = sl_grid_rag (settings, 1, n) == SL_RAG_RED;

      if (!row && sl_grid_rag (settings, n, 1) != SL_RAG_RED)
        continue;
      *at_p = row ? 1 : n;
      *at_i = row ? n : 1;
      return TRUE;
    }
  return FALSE;
}

const char *
sl_grid_fault_at (const SlSettings *settings, int *p, int *i)
{
  g_return_val_if_fail (settings != NULL && p != NULL && i != NULL, NULL);
  if (find_step (settings, red_beside_green, p, i))
    return N_ ("a Red cell lies beside a Green one (F-3)");
  if (find_lowest_red (settings, p, i))
    return N_ ("the lowest probability and the lowest impact may hold no Red cell (F-3)");
  if (find_step (settings, lowers, p, i))
    return N_ ("raising the probability or the impact lowers the level somewhere (F-3)");
  return NULL;
}

const char *
sl_grid_fault (const SlSettings *settings)
{
  int p, i;

  return sl_grid_fault_at (settings, &p, &i);
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

gboolean
sl_risk_is_open_threat (const SlRisk *risk)
{
  return risk->kind == SL_RISK_KIND_THREAT && sl_risk_is_open (risk);
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

/* --- F-11 --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  SlDate as_of, latest;
  guint recent; /* in the last 180 days */
} LastReview;

static gboolean
take_review (const SlRecord *record, gpointer data)
{
  const SlRiskReview *review = SL_AS (RISK_REVIEW, record);
  LastReview *last = data;

  if (review->date > last->as_of)
    return TRUE;
  last->latest = MAX (last->latest, review->date);
  last->recent += review->date > last->as_of - SL_FROZEN_DAYS;
  return TRUE;
}

int
sl_review_days (const SlSettings *settings, SlRag rag)
{
  const int days[] = { 0, settings->review_green, settings->review_amber, settings->review_red };

  return days[rag];
}

static void
set_review (const SlView *view, const SlRisk *risk, const LastReview *last, SlRiskStatus *status)
{
  int interval = sl_review_days (view->settings, status->rag);

  status->last_review = last->latest;
  if (!sl_risk_is_open (risk) || interval == 0 || last->latest == SL_DATE_NONE)
    return;
  if (status->proximity == SL_PROXIMITY_WINDOW_OPEN || status->proximity == SL_PROXIMITY_IMMINENT)
    interval = MIN (interval, MAX (7, interval / 2));
  status->review_interval = interval;
  status->review_due = last->latest + interval;
  if (risk->next_review != SL_DATE_NONE && risk->next_review > last->latest && risk->next_review < status->review_due)
    status->review_due = risk->next_review;
  status->overdue_days = MAX (0, view->as_of - status->review_due);
  status->stale = status->overdue_days > interval;
}

/* --- F-5 ---------------------------------------------------------------------------------------------------------- */

static void
set_trend (const InForce *found, const LastReview *reviews, SlRiskStatus *status)
{
  int then = sl_assessment_score (found->half);

  status->half_year_score = then;
  status->recent_reviews = reviews->recent;
  status->earlier_score = sl_assessment_score (found->quarter);
  if (status->score > 0)
    status->trend = status->earlier_score == 0              ? SL_TREND_NEW
                    : status->score > status->earlier_score ? SL_TREND_UP
                    : status->score < status->earlier_score ? SL_TREND_DOWN
                                                            : SL_TREND_SAME;
  status->frozen = status->score > 0 && then > 0 && (found->highest == 0 || (found->lowest == then && found->highest == then))
                   && reviews->recent >= 2;
}

/* --- All of it ---------------------------------------------------------------------------------------------------- */

static void
set_score (const SlView *view, const SlRiskAssessment *current, SlRiskStatus *status)
{
  if (current == NULL)
    return;
  status->current = current->record.uid;
  status->probability = MAX (0, current->probability);
  status->impact = sl_assessment_impact (current);
  status->score = status->probability * status->impact;
  status->rag = sl_grid_rag (view->settings, status->probability, status->impact);
}

void
sl_risk_status (const SlView *view, const SlRisk *risk, SlRiskStatus *status)
{
  InForce found;
  const SlRiskAssessment *current;
  LastReview reviews;

  g_return_if_fail (view != NULL && view->settings != NULL && risk != NULL && status != NULL);
  *status = (SlRiskStatus){ .last_review = SL_DATE_NONE, .review_due = SL_DATE_NONE };
  find_in_force (view, risk->record.uid, &found);
  current = found.by_type[SL_ASSESSMENT_TYPE_CURRENT];
  reviews = (LastReview){ view->as_of, current != NULL ? current->date : SL_DATE_NONE, 0 };
  sl_data_children (view->data, SL_KIND_RISK_REVIEW, SL_RISK_REVIEW_RISK, risk->record.uid, take_review, &reviews);
  set_score (view, current, status);
  status->exposure = exposure_of (view, current);
  status->target_score = sl_assessment_score (found.by_type[SL_ASSESSMENT_TYPE_TARGET]);
  status->owner_active = sl_person_active (view->data, risk->owner, view->as_of);
  set_proximity (view, risk, status);
  sl_risk_set_appetite (view, risk, status);
  status->target_gap = status->target_score > 0 && status->want > 0 && status->target_score > status->want;
  set_review (view, risk, &reviews, status);
  set_trend (&found, &reviews, status);
}

SlRag
sl_risk_rag (const SlView *view, const SlRisk *risk)
{
  const SlRiskAssessment *current = sl_risk_assessment_in_force (view, risk->record.uid, SL_ASSESSMENT_TYPE_CURRENT);

  return current != NULL ? sl_grid_rag (view->settings, current->probability, sl_assessment_impact (current)) : SL_RAG_NONE;
}
