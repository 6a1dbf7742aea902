/* sl-issue-status.h: what is derived about issues and escalations.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure functions of a view. Formulas: domain.md 2.7, 2.8.
 */
#pragma once

#include "insight/sl-risk-status.h"

G_BEGIN_DECLS

/* Open or in hand, and raised by the as-of day; an issue without a day counts, since nothing empty is safe. */
gboolean sl_issue_is_open   (const SlView *view, const SlIssue *issue);
/* Highest dimension; 0 when none is given. */
int      sl_issue_impact    (const SlIssue *issue);
/* F-25a: impact 1 Green, 2 and 3 Amber, 4 and 5 Red. */
SlRag    sl_issue_level     (const SlIssue *issue);

/* Raised or accepted above, by the as-of day. */
gboolean sl_escalation_is_open      (const SlView *view, const SlEscalation *escalation);
/* Days since its decision was due, of an open one; 0 when it is not overdue or no day is given. */
int      sl_escalation_overdue_days (const SlView *view, const SlEscalation *escalation);

G_END_DECLS
