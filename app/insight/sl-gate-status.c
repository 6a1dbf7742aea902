/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/sl-gate-status.h"

gboolean
sl_project_is_over (const SlProject *project)
{
  return project->phase == SL_PHASE_RETIRED || project->phase == SL_PHASE_STOPPED
         || project->status == SL_PROJECT_STATUS_CLOSED;
}

typedef struct
{
  SlDate as_of;
  gboolean passed;
} Passing;

static gboolean
find_passing (const SlRecord *record, gpointer data)
{
  const SlGateReview *review = SL_AS (GATE_REVIEW, record);
  Passing *search = data;

  search->passed = review->state == SL_GATE_REVIEW_STATE_DECIDED
                   && (review->decision == SL_DECISION_PROCEED || review->decision == SL_DECISION_PROCEED_WITH_CONDITIONS)
                   && review->date != SL_DATE_NONE && review->date <= search->as_of;
  return !search->passed;
}

gboolean
sl_gate_is_passed (const SlView *view, SlUid gate)
{
  Passing search = { view->as_of, FALSE };

  sl_data_children (view->data, SL_KIND_GATE_REVIEW, SL_GATE_REVIEW_GATE, gate, find_passing, &search);
  return search.passed;
}

typedef struct
{
  const SlView *view;
  const SlGate *current;
} CurrentGate;

/* A gate without a baseline comes after those that have one. */
static gboolean
comes_before (const SlGate *a, const SlGate *b)
{
  if (a->number != b->number)
    return a->number < b->number;
  if (a->baseline_date == SL_DATE_NONE || b->baseline_date == SL_DATE_NONE)
    return a->baseline_date != SL_DATE_NONE && b->baseline_date == SL_DATE_NONE;
  return a->baseline_date < b->baseline_date;
}

static gboolean
find_current (const SlRecord *record, gpointer data)
{
  const SlGate *gate = SL_AS (GATE, record);
  CurrentGate *search = data;

  if ((search->current == NULL || comes_before (gate, search->current))
      && !sl_gate_is_passed (search->view, record->uid))
    search->current = gate;
  return TRUE;
}

const SlGate *
sl_gate_current (const SlView *view, SlUid project)
{
  const SlProject *p = SL_AS (PROJECT, sl_data_lookup (view->data, project));
  CurrentGate search = { view, NULL };

  if (p == NULL || sl_project_is_over (p))
    return NULL;
  sl_data_children (view->data, SL_KIND_GATE, SL_GATE_PROJECT, project, find_current, &search);
  return search.current;
}
