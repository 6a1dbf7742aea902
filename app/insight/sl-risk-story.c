/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "insight/sl-risk-story.h"

#include "insight/sl-settings-moves.h"

typedef struct
{
  const SlView *view;
  GArray *events;
  const SlAction *action; /* whose moves are being told */
} Story;

static void
tell (Story *self, SlStoryEvent event)
{
  if (event.day != SL_DATE_NONE && event.day <= self->view->as_of)
    g_array_append_val (self->events, event);
}

static gboolean
tell_assessment (const SlRecord *record, gpointer data)
{
  const SlRiskAssessment *assessment = SL_AS (RISK_ASSESSMENT, record);
  const Story *self = data;

  tell (data, (SlStoryEvent){ .what = SL_STORY_ASSESSED, .day = assessment->date, .record = record->uid,
                              .by = assessment->by, .note = assessment->rationale, .type = assessment->type,
                              .probability = MAX (0, assessment->probability), .impact = sl_assessment_impact (assessment),
                              .score = sl_assessment_score (assessment),
                              .rag = sl_assessment_rag (self->view->data, assessment),
                              .scale = sl_settings_in_force (self->view->data, assessment->date) });
  return TRUE;
}

static gboolean
tell_review (const SlRecord *record, gpointer data)
{
  const SlRiskReview *review = SL_AS (RISK_REVIEW, record);

  tell (data, (SlStoryEvent){ .what = SL_STORY_REVIEWED, .day = review->date, .record = record->uid, .by = review->by,
                              .note = review->note });
  return TRUE;
}

static gboolean
tell_escalation (const SlRecord *record, gpointer data)
{
  const SlEscalation *escalation = SL_AS (ESCALATION, record);

  tell (data, (SlStoryEvent){ .what = SL_STORY_ESCALATED, .day = escalation->raised_on, .record = record->uid,
                              .by = escalation->raised_by, .note = escalation->asked });
  tell (data, (SlStoryEvent){ .what = SL_STORY_ANSWERED, .day = escalation->decided_on, .record = record->uid,
                              .by = escalation->decided_by, .note = escalation->decision });
  return TRUE;
}

static gboolean
tell_move (const SlRecord *record, gpointer data)
{
  Story *self = data;
  const SlDueMove *move = SL_AS (DUE_MOVE, record);

  tell (self, (SlStoryEvent){ .what = SL_STORY_ACTION_MOVED, .day = move->on, .record = self->action->record.uid,
                              .by = move->by, .note = move->reason, .from = move->from, .to = move->to });
  return TRUE;
}

static gboolean
tell_action (const SlRecord *record, gpointer data)
{
  Story *self = data;

  self->action = SL_AS (ACTION, record);
  if (self->action->state == SL_ACTION_STATE_VERIFIED)
    tell (self, (SlStoryEvent){ .what = SL_STORY_ACTION_VERIFIED, .day = self->action->verified_on, .record = record->uid,
                                .by = self->action->verified_by });
  sl_data_children (self->view->data, SL_KIND_DUE_MOVE, SL_DUE_MOVE_ACTION, record->uid, tell_move, self);
  return TRUE;
}

static void
tell_states (Story *self, const SlRisk *risk)
{
  SlUid uid = risk->record.uid;

  tell (self, (SlStoryEvent){ .what = SL_STORY_ACCEPTED, .day = risk->accepted_on, .record = uid, .by = risk->accepted_by,
                              .note = risk->acceptance_rationale });
  tell (self, (SlStoryEvent){ .what = SL_STORY_OCCURRED, .day = risk->occurred_on, .record = uid });
  if (risk->state == SL_RISK_STATE_CLOSED)
    tell (self, (SlStoryEvent){ .what = SL_STORY_CLOSED, .day = risk->closed_on, .record = uid });
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const SlStoryEvent *x = a, *y = b;

  if (x->day != y->day)
    return x->day > y->day ? -1 : 1;
  if (x->what != y->what)
    return x->what > y->what ? -1 : 1;
  return x->record > y->record ? -1 : x->record < y->record;
}

/* Events are in order, newest first: the assessment before one comes after it. */
static void
compare_scores (GArray *events)
{
  for (guint i = 0; i < events->len; i++)
    {
      SlStoryEvent *event = &g_array_index (events, SlStoryEvent, i);

      for (guint j = i + 1; event->what == SL_STORY_ASSESSED && j < events->len && event->earlier_score == 0; j++)
        {
          const SlStoryEvent *before = &g_array_index (events, SlStoryEvent, j);

          if (before->what != SL_STORY_ASSESSED || before->type != event->type)
            continue;
          event->earlier_score = before->score;
          event->earlier_rag = before->rag;
        }
    }
}

GArray *
sl_risk_story (const SlView *view, const SlRisk *risk)
{
  Story self = { view, g_array_new (FALSE, FALSE, sizeof (SlStoryEvent)), NULL };
  SlUid uid;

  g_return_val_if_fail (view != NULL && risk != NULL, self.events);
  uid = risk->record.uid;
  sl_data_children (view->data, SL_KIND_RISK_ASSESSMENT, SL_RISK_ASSESSMENT_RISK, uid, tell_assessment, &self);
  sl_data_children (view->data, SL_KIND_RISK_REVIEW, SL_RISK_REVIEW_RISK, uid, tell_review, &self);
  sl_data_children (view->data, SL_KIND_ESCALATION, SL_ESCALATION_RISK, uid, tell_escalation, &self);
  sl_data_children (view->data, SL_KIND_ACTION, SL_ACTION_RISK, uid, tell_action, &self);
  tell_states (&self, risk);
  g_array_sort (self.events, compare_events);
  compare_scores (self.events);
  return self.events;
}
