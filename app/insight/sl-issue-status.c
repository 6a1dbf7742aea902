/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/sl-issue-status.h"

gboolean
sl_issue_is_open (const SlView *view, const SlIssue *issue)
{
  return (issue->state == SL_ISSUE_STATE_OPEN || issue->state == SL_ISSUE_STATE_IN_HAND)
         && (issue->raised == SL_DATE_NONE || issue->raised <= view->as_of);
}

int
sl_issue_impact (const SlIssue *issue)
{
  int impact = MAX (0, issue->impact_cost);

  impact = MAX (impact, issue->impact_time);
  impact = MAX (impact, issue->impact_benefit);
  impact = MAX (impact, issue->impact_trust);
  return MAX (impact, issue->impact_safety_security);
}

SlRag
sl_issue_level (const SlIssue *issue)
{
  static const SlRag levels[] = { SL_RAG_NONE, SL_RAG_GREEN, SL_RAG_AMBER, SL_RAG_AMBER, SL_RAG_RED, SL_RAG_RED };

  return levels[sl_issue_impact (issue)];
}

gboolean
sl_escalation_is_open (const SlView *view, const SlEscalation *escalation)
{
  return (escalation->state == SL_ESCALATION_STATE_RAISED || escalation->state == SL_ESCALATION_STATE_ACCEPTED)
         && escalation->raised_on != SL_DATE_NONE && escalation->raised_on <= view->as_of;
}

int
sl_escalation_overdue_days (const SlView *view, const SlEscalation *escalation)
{
  if (!sl_escalation_is_open (view, escalation) || escalation->decision_due == SL_DATE_NONE)
    return 0;
  return MAX (0, view->as_of - escalation->decision_due);
}
