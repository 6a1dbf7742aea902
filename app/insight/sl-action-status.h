/* sl-action-status.h: what is derived about one action.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pure function of a view. F-12: domain.md 2.7.
 */
#pragma once

#include "insight/sl-explanation.h"
#include "model/sl-data.h"

G_BEGIN_DECLS

typedef struct
{
  int slip_days;     /* due - original_due; 0 when either is missing */
  guint later_moves; /* moves of the due date to a later day, made by the as-of day */
  gboolean drifting; /* two of them or more */
  int overdue_days;  /* days past due while planned, in progress or blocked; 0 when not overdue */
} SlActionStatus;

void           sl_action_status  (const SlView *view, const SlAction *action, SlActionStatus *status);
/* Free with sl_explanation_free(). */
SlExplanation *sl_action_explain (const SlView *view, const SlAction *action, gboolean translated);

G_END_DECLS
