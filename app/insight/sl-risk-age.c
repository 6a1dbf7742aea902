/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "insight/sl-risk-age.h"

#include "insight/sl-gate-status.h"

#define DAY_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)
#define SHARE_PERCENT 30
#define SHARE_LEAST 3

/* --- One risk ----------------------------------------------------------------------------------------------------- */

typedef struct
{
  SlDate as_of, first;
} FirstAssessment;

static gboolean
take_first (const SlRecord *record, gpointer data)
{
  SlDate day = SL_AS (RISK_ASSESSMENT, record)->date;
  FirstAssessment *search = data;

  if (day != SL_DATE_NONE && day <= search->as_of && (search->first == SL_DATE_NONE || day < search->first))
    search->first = day;
  return TRUE;
}

SlDate
sl_risk_new_on (const SlView *view, const SlRisk *risk)
{
  FirstAssessment search = { view->as_of, SL_DATE_NONE };
  SlDate entered;

  g_return_val_if_fail (risk != NULL, SL_DATE_NONE);
  sl_data_children (view->data, SL_KIND_RISK_ASSESSMENT, SL_RISK_ASSESSMENT_RISK, risk->record.uid, take_first, &search);
  if (search.first != SL_DATE_NONE)
    return search.first;
  entered = (SlDate) (sl_uid_time (risk->record.uid) / DAY_MS);
  return entered <= view->as_of ? entered : SL_DATE_NONE;
}

/* Assessments by day, of one day by entry. */
typedef struct
{
  SlDate as_of;
  int score;
  const SlRiskAssessment *other; /* the last one that said something else */
  const SlRiskAssessment *first; /* the first one after it */
} Unmoved;

static gboolean
is_later (const SlRiskAssessment *a, const SlRiskAssessment *b)
{
  return a->date != b->date ? a->date > b->date : a->record.uid > b->record.uid;
}

static gboolean
counts (const Unmoved *self, const SlRiskAssessment *assessment)
{
  return assessment->type == SL_ASSESSMENT_TYPE_CURRENT && assessment->date != SL_DATE_NONE && assessment->date <= self->as_of;
}

static gboolean
take_other (const SlRecord *record, gpointer data)
{
  const SlRiskAssessment *assessment = SL_AS (RISK_ASSESSMENT, record);
  Unmoved *self = data;

  if (counts (self, assessment) && sl_assessment_score (assessment) != self->score
      && (self->other == NULL || is_later (assessment, self->other)))
    self->other = assessment;
  return TRUE;
}

static gboolean
take_same (const SlRecord *record, gpointer data)
{
  const SlRiskAssessment *assessment = SL_AS (RISK_ASSESSMENT, record);
  Unmoved *self = data;

  if (counts (self, assessment) && sl_assessment_score (assessment) == self->score
      && (self->other == NULL || is_later (assessment, self->other))
      && (self->first == NULL || is_later (self->first, assessment)))
    self->first = assessment;
  return TRUE;
}

SlDate
sl_risk_unmoved_since (const SlView *view, const SlRisk *risk)
{
  const SlRiskAssessment *now;
  Unmoved search = { view->as_of, 0, NULL, NULL };

  g_return_val_if_fail (risk != NULL, SL_DATE_NONE);
  now = sl_risk_assessment_in_force (view, risk->record.uid, SL_ASSESSMENT_TYPE_CURRENT);
  search.score = sl_assessment_score (now);
  if (search.score == 0)
    return SL_DATE_NONE;
  sl_data_children (view->data, SL_KIND_RISK_ASSESSMENT, SL_RISK_ASSESSMENT_RISK, risk->record.uid, take_other, &search);
  sl_data_children (view->data, SL_KIND_RISK_ASSESSMENT, SL_RISK_ASSESSMENT_RISK, risk->record.uid, take_same, &search);
  return search.first != NULL ? search.first->date : SL_DATE_NONE;
}

/* --- Parked at amber ---------------------------------------------------------------------------------------------- */

/* Two reporting periods before @day; of a month too short its last day. */
static SlDate
two_periods_before (const SlView *view, SlDate day)
{
  const SlProgrammeInfo *programme = sl_data_programme (view->data);
  int months = programme != NULL && programme->reporting_period == SL_PERIOD_MONTH ? 2 : 6;
  SlDate before = SL_DATE_NONE;
  int y, m, d;

  sl_date_to_ymd (day, &y, &m, &d);
  m -= months;
  if (m < 1)
    {
      m += 12;
      y--;
    }
  while (before == SL_DATE_NONE && d > 0)
    before = sl_date_from_ymd (y, m, d--);
  return before;
}

typedef struct
{
  SlDate from;
  gboolean found;
} Doing;

/* Under way, waiting to be verified, or verified in that time. */
static gboolean
find_doing (const SlRecord *record, gpointer data)
{
  const SlAction *action = SL_AS (ACTION, record);
  Doing *search = data;

  search->found = action->state == SL_ACTION_STATE_VERIFIED
                      ? action->verified_on != SL_DATE_NONE && action->verified_on > search->from
                      : action->state != SL_ACTION_STATE_CANCELLED;
  return !search->found;
}

gboolean
sl_risk_is_accepted (const SlView *view, const SlRisk *risk)
{
  return risk->state == SL_RISK_STATE_TOLERATED && risk->accepted_until != SL_DATE_NONE && view->as_of <= risk->accepted_until;
}

gboolean
sl_risk_is_parked (const SlView *view, const SlRisk *risk, const SlRiskStatus *status, SlDate *since)
{
  Doing search = { two_periods_before (view, view->as_of), FALSE };
  SlDate unmoved;

  if (!sl_risk_is_open_threat (risk) || status->rag != SL_RAG_AMBER || status->handling == SL_HANDLING_ESCALATED
      || status->handling == SL_HANDLING_DECIDED || sl_risk_is_accepted (view, risk))
    return FALSE;
  unmoved = sl_risk_unmoved_since (view, risk);
  if (unmoved == SL_DATE_NONE || unmoved > search.from)
    return FALSE;
  sl_data_children (view->data, SL_KIND_ACTION, SL_ACTION_RISK, risk->record.uid, find_doing, &search);
  if (since != NULL)
    *since = unmoved;
  return !search.found;
}

/* --- The register ------------------------------------------------------------------------------------------------- */

static gboolean
find_active (const SlRecord *record, gpointer data)
{
  const SlProject *project = SL_AS (PROJECT, record);

  *(gboolean *) data = project->phase != SL_PHASE_NOT_STARTED && project->status != SL_PROJECT_STATUS_PAUSED
                       && !sl_project_is_over (project);
  return !*(gboolean *) data;
}

typedef struct
{
  const SlView *view;
  SlRegisterAge *age;
} Whole;

static gboolean
take_risk (const SlRecord *record, gpointer data)
{
  const SlRisk *risk = SL_AS (RISK, record);
  const Whole *whole = data;
  SlDate day = sl_risk_new_on (whole->view, risk);

  whole->age->n_open_threats += sl_risk_is_open_threat (risk);
  if (day != SL_DATE_NONE && (whole->age->newest == SL_DATE_NONE || day > whole->age->newest))
    whole->age->newest = day;
  return TRUE;
}

void
sl_register_age (const SlView *view, SlRegisterAge *age)
{
  Whole whole = { view, age };

  g_return_if_fail (view != NULL && age != NULL);
  *age = (SlRegisterAge){ 0, SL_DATE_NONE, FALSE };
  sl_data_each (view->data, SL_KIND_PROJECT, find_active, &age->active);
  sl_data_each (view->data, SL_KIND_RISK, take_risk, &whole);
}

static gboolean
count_threat (const SlRecord *record, gpointer data)
{
  *(guint *) data += sl_risk_is_open_threat (SL_AS (RISK, record));
  return TRUE;
}

guint
sl_person_n_threats (const SlView *view, SlUid person)
{
  guint n = 0;

  sl_data_children (view->data, SL_KIND_RISK, SL_RISK_OWNER, person, count_threat, &n);
  return n;
}

gboolean
sl_share_is_too_large (guint n, guint total)
{
  return n >= SHARE_LEAST && (guint64) n * 100 > (guint64) total * SHARE_PERCENT;
}
