/* sl-risk-filters.h: how a risk register is narrowed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/models/sl-row-filter.h"

G_BEGIN_DECLS

/* "live" (not closed, not occurred; on at first), "mine", "overdue" (F-11), "breach" (F-9, handled by nothing), "red"
 * (F-2), "worse" (F-5, or since a day), "no-owner" (INV-1), "no-action", "stale" (F-11), and what is chosen from: "project",
 * "category", "gate", "state", "owner". */
extern const SlRowFilter sl_risk_filters[];

typedef struct
{
  guint going;    /* planned, in progress or blocked */
  guint drifting; /* of these, F-12 */
  guint late;     /* of these, past their due date */
} SlRiskActionCounts;

/* The actions of one risk. */
void sl_risk_count_actions (const SlView *view, SlUid risk, SlRiskActionCounts *counts);

G_END_DECLS
