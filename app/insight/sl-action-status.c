/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "insight/sl-action-status.h"

#include "insight/sl-explain-private.h"

#include <glib/gi18n-lib.h>

#define DRIFTING_MOVES 2

typedef struct
{
  SlDate as_of;
  guint later;
} Moves;

static gboolean
count_later (const SlRecord *record, gpointer data)
{
  const SlDueMove *move = SL_AS (DUE_MOVE, record);
  Moves *moves = data;

  moves->later += move->on <= moves->as_of && move->to > move->from;
  return TRUE;
}

void
sl_action_status (const SlView *view, const SlAction *action, SlActionStatus *status)
{
  Moves moves = { view->as_of, 0 };
  gboolean going = action->state == SL_ACTION_STATE_PLANNED || action->state == SL_ACTION_STATE_IN_PROGRESS
                   || action->state == SL_ACTION_STATE_BLOCKED;

  g_return_if_fail (view != NULL && action != NULL && status != NULL);
  *status = (SlActionStatus){ 0 };
  if (action->due != SL_DATE_NONE && action->original_due != SL_DATE_NONE)
    status->slip_days = action->due - action->original_due;
  sl_data_children (view->data, SL_KIND_DUE_MOVE, SL_DUE_MOVE_ACTION, action->record.uid, count_later, &moves);
  status->later_moves = moves.later;
  status->drifting = moves.later >= DRIFTING_MOVES;
  if (going && action->due != SL_DATE_NONE)
    status->overdue_days = MAX (0, view->as_of - action->due);
}

static void
explain_result (const SlExplain *x, const SlAction *action, const SlActionStatus *status)
{
  if (action->due == SL_DATE_NONE)
    sl_explain_result (x, N_ ("Not known"), NULL);
  else if (status->overdue_days > 0)
    sl_explain_result (x, N_ ("Overdue"), NULL);
  else if (status->drifting)
    sl_explain_result (x, N_ ("Drifting"), NULL);
  else
    sl_explain_result (x, N_ ("Not overdue"), NULL);
}

SlExplanation *
sl_action_explain (const SlView *view, const SlAction *action, gboolean translated)
{
  SlActionStatus status;
  SlExplain x;

  g_return_val_if_fail (view != NULL && action != NULL, NULL);
  sl_action_status (view, action, &status);
  sl_explain_begin (&x, view, translated);
  sl_explain_rule (&x, N_ ("F-12: slip is counted from the first due date; moved to a later day twice or more it is drifting; past its due date and not done it is overdue."));
  explain_result (&x, action, &status);
  if (action->original_due != SL_DATE_NONE)
    sl_explain_day (&x, N_ ("First due {1}."), action->original_due);
  if (action->due != SL_DATE_NONE)
    sl_explain_day (&x, N_ ("Now due {1}."), action->due);
  else
    sl_explain_input (&x, N_ ("No due date is given."), NULL);
  sl_explain_count (&x, N_ ("Slipped by one day."), N_ ("Slipped by {1} days."), status.slip_days);
  sl_explain_count (&x, N_ ("Brought forward by one day."), N_ ("Brought forward by {1} days."), -status.slip_days);
  sl_explain_count (&x, N_ ("Moved to a later day once."), N_ ("Moved to a later day {1} times."), (int) status.later_moves);
  sl_explain_count (&x, N_ ("One day overdue."), N_ ("{1} days overdue."), status.overdue_days);
  return x.out;
}
