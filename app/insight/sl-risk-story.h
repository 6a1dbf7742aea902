/* sl-risk-story.h: what has happened to a risk, day by day, from the dated records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Assessments, reviews, acceptance, escalations and their answers, moves and verification of actions, occurrence, closing.
 * What is dated after the as-of day has not happened. Edits of fields are the history's (workspace/sl-history.h).
 */
#pragma once

#include "insight/sl-risk-status.h"

G_BEGIN_DECLS

/* In the order in which they are told when they are of one day, last first. */
typedef enum
{
  SL_STORY_ASSESSED,
  SL_STORY_REVIEWED,
  SL_STORY_ACTION_MOVED,
  SL_STORY_ACTION_VERIFIED,
  SL_STORY_ESCALATED,
  SL_STORY_ANSWERED,
  SL_STORY_ACCEPTED,
  SL_STORY_OCCURRED,
  SL_STORY_CLOSED,
} SlStoryWhat;

typedef struct
{
  SlStoryWhat what;
  SlDate day;
  SlUid record;     /* the assessment, review, escalation, action, or the risk itself; of a move the action */
  SlUid by;         /* or SL_UID_NONE: not stated */
  const char *note; /* why, in their words; NULL: not said. Borrowed from the record */
  /* Of an assessment: */
  int type;         /* SL_ASSESSMENT_TYPE_* */
  int probability, impact, score; /* 0: not given */
  int earlier_score;              /* of the assessment of that type before; 0: none */
  SlRag rag, earlier_rag;         /* their levels by the grid of their day */
  const SlSettings *scale;        /* the settings of its day; other than the view's: it keeps their words. Borrowed */
  /* Of a move: */
  SlDate from, to;
} SlStoryEvent;

/* Newest first. Valid until the data change. Returns: (transfer full): of SlStoryEvent, never NULL. */
GArray *sl_risk_story (const SlView *view, const SlRisk *risk);

G_END_DECLS
