/* Report XML: risks, issues and what hangs on them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "reports/sl-report-xml-private.h"

#include "insight/sl-action-status.h"
#include "insight/sl-issue-status.h"

typedef struct
{
  SlXmlWriter *xml;
  const SlReportFacts *facts;
} Writing;

/* --- What is derived ---------------------------------------------------------------------------------------------- */

static void
write_assessment (SlXmlWriter *xml, const SlReportFacts *facts, const SlReportRisk *risk, int type)
{
  const SlRiskAssessment *a = sl_risk_assessment_in_force (&facts->view, risk->risk->record.uid, type);
  int impact;

  if (a == NULL)
    return;
  impact = sl_assessment_impact (a);
  sl_report_xml_start_derived (xml, "assessment");
  sl_report_xml_token (xml, "type", &sl_assessment_type_enum, type);
  sl_report_xml_count (xml, "p", a->probability);
  sl_report_xml_count (xml, "i", impact);
  sl_report_xml_count (xml, "score", sl_assessment_score (a));
  if (a->probability != SL_INT_NONE && impact > 0)
    sl_report_xml_rating (xml, sl_grid_rag (facts->view.settings, a->probability, impact),
                          risk->risk->kind == SL_RISK_KIND_OPPORTUNITY);
  sl_report_xml_date (xml, "date", a->date);
  sl_report_xml_count (xml, "explicit-pct", a->explicit_pct);
  sl_report_xml_count (xml, "impact-cost", a->impact_cost);
  sl_report_xml_count (xml, "impact-time", a->impact_time);
  sl_report_xml_count (xml, "impact-benefit", a->impact_benefit);
  sl_report_xml_count (xml, "impact-trust", a->impact_trust);
  sl_report_xml_count (xml, "impact-safety-security", a->impact_safety_security);
  sl_report_xml_money (xml, "cost-if-occurs", a->cost_if_occurs);
  sl_report_xml_token (xml, "confidence", &sl_confidence_enum, a->confidence);
  sl_report_xml_prose (xml, "rationale", a->rationale);
  sl_xml_writer_end (xml);
}

static void
write_appetite_status (SlXmlWriter *xml, const SlReportFacts *facts, const SlRiskStatus *status)
{
  static const char *const statuses[] = { NULL, "not_set", "within", "tolerable", "breach" };
  static const char *const handlings[] = { NULL, "accepted", "escalated", "decided" };

  if (status->appetite == SL_APPETITE_NONE)
    return;
  sl_report_xml_start_derived (xml, "appetite-status");
  sl_report_xml_token (xml, "level", &sl_appetite_level_enum, status->appetite_level);
  sl_report_xml_count (xml, "want", status->want);
  sl_report_xml_count (xml, "tolerate", status->tolerate);
  sl_report_xml_string (xml, "status", statuses[status->appetite]);
  if (status->appetite == SL_APPETITE_BREACH)
    {
      sl_report_xml_string (xml, "handled", status->handling != SL_HANDLING_NONE ? handlings[status->handling] : "no");
      sl_report_xml_ref (xml, facts, "handled-by", status->handled_by);
    }
  sl_report_xml_flag (xml, "target-gap", status->target_gap);
  sl_xml_writer_end (xml);
}

static void
write_trend (SlXmlWriter *xml, const SlReportRisk *risk)
{
  static const char *const threat[] = { NULL, "new", "same", "worse", "better" };
  static const char *const chance[] = { NULL, "new", "same", "rising", "falling" };
  const SlRiskStatus *status = &risk->status;

  if (status->trend == SL_TREND_NONE)
    return;
  sl_report_xml_start_derived (xml, "trend");
  sl_report_xml_string (xml, "value", (risk->risk->kind == SL_RISK_KIND_OPPORTUNITY ? chance : threat)[status->trend]);
  sl_report_xml_count (xml, "earlier-score", status->earlier_score);
  sl_report_xml_flag (xml, "frozen", status->frozen);
  sl_xml_writer_end (xml);
}

static void
write_exposure (SlXmlWriter *xml, const SlReportFacts *facts, const SlRiskStatus *status)
{
  const SlRiskAssessment *current = SL_AS (RISK_ASSESSMENT, sl_data_lookup (facts->view.data, status->current));

  if (status->exposure == SL_MONEY_NONE || current == NULL)
    return;
  sl_report_xml_start_derived (xml, "exposure");
  sl_report_xml_string (xml, "currency", facts->currency);
  sl_report_xml_money (xml, "amount", status->exposure);
  sl_report_xml_decimal (xml, "probability", sl_assessment_percent (&facts->view, current));
  sl_xml_writer_end (xml);
}

static void
write_proximity (SlXmlWriter *xml, const SlRiskStatus *status)
{
  static const char *const tokens[] = { NULL, "window_open", "imminent", "near", "mid", "far" };

  if (status->proximity == SL_PROXIMITY_NONE)
    return;
  sl_report_xml_start_derived (xml, "proximity");
  sl_report_xml_string (xml, "value", tokens[status->proximity]);
  sl_report_xml_integer (xml, "days", status->proximity_days);
  sl_xml_writer_end (xml);
}

static void
write_review (SlXmlWriter *xml, const SlRiskStatus *status)
{
  if (status->review_due == SL_DATE_NONE)
    return;
  sl_report_xml_start_derived (xml, "review");
  sl_report_xml_date (xml, "due", status->review_due);
  sl_report_xml_integer (xml, "overdue", status->overdue_days);
  sl_report_xml_count (xml, "interval", status->review_interval);
  sl_report_xml_date (xml, "last", status->last_review);
  sl_report_xml_flag (xml, "stale", status->stale);
  sl_xml_writer_end (xml);
}

/* --- What hangs on it --------------------------------------------------------------------------------------------- */

static void
write_action (SlXmlWriter *xml, const SlReportFacts *facts, const SlAction *action)
{
  SlActionStatus status;

  sl_action_status (&facts->view, action, &status);
  sl_xml_writer_start (xml, "action");
  sl_report_xml_string (xml, "id", action->code);
  sl_report_xml_ref (xml, facts, "owner", action->owner);
  sl_report_xml_date (xml, "due", action->due);
  sl_report_xml_date (xml, "original-due", action->original_due);
  sl_report_xml_token (xml, "state", &sl_action_state_enum, action->state);
  sl_report_xml_token (xml, "creates-new-risk", &sl_new_risk_enum, action->creates_new_risk);
  sl_report_xml_count (xml, "percent", action->percent);
  sl_report_xml_money (xml, "cost", action->cost);
  sl_report_xml_ref (xml, facts, "verified-by", action->verified_by);
  sl_report_xml_date (xml, "verified-on", action->verified_on);
  sl_report_xml_prose (xml, "title", action->title);
  sl_report_xml_prose (xml, "expected-effect", action->expected_effect);
  if (status.slip_days == 0 && status.later_moves == 0 && status.overdue_days == 0)
    {
      sl_xml_writer_end (xml);
      return;
    }
  sl_xml_writer_start (xml, "derived");
  sl_report_xml_count (xml, "slip-days", status.slip_days);
  sl_report_xml_count (xml, "later-moves", (int) status.later_moves);
  sl_report_xml_flag (xml, "drifting", status.drifting);
  sl_report_xml_count (xml, "overdue", status.overdue_days);
  sl_xml_writer_end (xml);
  sl_xml_writer_end (xml);
}

static gboolean
write_issue_action (const SlRecord *record, gpointer data)
{
  Writing *self = data;

  write_action (self->xml, self->facts, SL_AS (ACTION, record));
  return TRUE;
}

static gboolean
write_option (const SlRecord *record, gpointer data)
{
  const SlEscalationOption *option = SL_AS (ESCALATION_OPTION, record);
  Writing *self = data;

  sl_xml_writer_start (self->xml, "option");
  sl_report_xml_money (self->xml, "cost", option->cost);
  sl_report_xml_prose (self->xml, "text", option->text);
  sl_report_xml_prose (self->xml, "effect", option->effect);
  sl_xml_writer_end (self->xml);
  return TRUE;
}

static gboolean
write_escalation (const SlRecord *record, gpointer data)
{
  const SlEscalation *e = SL_AS (ESCALATION, record);
  Writing *self = data;
  SlXmlWriter *xml = self->xml;

  if (e->raised_on != SL_DATE_NONE && e->raised_on > self->facts->view.as_of)
    return TRUE;
  sl_xml_writer_start (xml, "escalation");
  sl_report_xml_string (xml, "id", e->code);
  sl_report_xml_date (xml, "due", e->decision_due);
  sl_report_xml_token (xml, "state", &sl_escalation_state_enum, e->state);
  sl_report_xml_date (xml, "raised", e->raised_on);
  sl_report_xml_token (xml, "from", &sl_escalation_level_enum, e->from_level);
  sl_report_xml_token (xml, "to", &sl_escalation_level_enum, e->to_level);
  sl_report_xml_ref (xml, self->facts, "decided-by", e->decided_by);
  sl_report_xml_date (xml, "decided-on", e->decided_on);
  sl_report_xml_prose (xml, "decision-asked", e->asked);
  sl_data_children (self->facts->view.data, SL_KIND_ESCALATION_OPTION, SL_ESCALATION_OPTION_ESCALATION, e->record.uid,
                    write_option, self);
  sl_report_xml_prose (xml, "decision-taken", e->decision);
  sl_xml_writer_end (xml);
  return TRUE;
}

static void
write_affects (SlXmlWriter *xml, const SlReportFacts *facts, const char *name, SlUid uid)
{
  sl_xml_writer_start (xml, "affects");
  sl_report_xml_ref (xml, facts, name, uid);
  sl_xml_writer_end (xml);
}

static gboolean
write_link (const SlRecord *record, gpointer data)
{
  Writing *self = data;

  if (record->kind == SL_KIND_RISK_NODE)
    write_affects (self->xml, self->facts, "node", SL_AS (RISK_NODE, record)->node);
  else if (record->kind == SL_KIND_RISK_GATE)
    write_affects (self->xml, self->facts, "gate", SL_AS (RISK_GATE, record)->gate);
  else if (record->kind == SL_KIND_RISK_BENEFIT)
    write_affects (self->xml, self->facts, "benefit", SL_AS (RISK_BENEFIT, record)->benefit);
  else
    write_affects (self->xml, self->facts, "node", SL_AS (ISSUE_NODE, record)->node);
  return TRUE;
}

/* The codes of the nodes, from what it strikes to the outcome. */
static void
write_path (SlXmlWriter *xml, const SlReportFacts *facts, const SlRisk *risk)
{
  g_autoptr (GPtrArray) path = sl_report_path (facts, risk);
  g_autoptr (GString) codes = g_string_new (NULL);

  if (path == NULL)
    return;
  for (guint i = 0; i < path->len; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", ((const SlMapNode *) g_ptr_array_index (path, i))->code);
  sl_report_xml_start_derived (xml, "path");
  sl_report_xml_string (xml, "nodes", codes->str);
  sl_xml_writer_end (xml);
}

/* --- The risk ----------------------------------------------------------------------------------------------------- */

static void
write_risk_attributes (SlXmlWriter *xml, const SlReportFacts *facts, const SlRisk *risk)
{
  sl_report_xml_string (xml, "id", risk->code);
  sl_report_xml_token (xml, "kind", &sl_risk_kind_enum, risk->kind);
  sl_report_xml_token (xml, "category", &sl_category_enum, risk->category);
  sl_report_xml_token (xml, "state", &sl_risk_state_enum, risk->state);
  sl_report_xml_ref (xml, facts, "owner", risk->owner);
  sl_report_xml_token (xml, "response", &sl_response_enum, risk->response);
  sl_report_xml_date (xml, "earliest", risk->earliest_date);
  sl_report_xml_date (xml, "latest", risk->latest_date);
  sl_report_xml_string (xml, "csf", risk->csf_ref);
  sl_report_xml_ref (xml, facts, "project", risk->project);
  sl_report_xml_ref (xml, facts, "sufferer", risk->sufferer);
  sl_report_xml_token (xml, "confidentiality", &sl_confidentiality_enum, risk->confidentiality);
  sl_report_xml_token (xml, "escalation-level", &sl_escalation_level_enum, risk->escalation_level);
  sl_report_xml_date (xml, "target-closure", risk->target_closure);
  sl_report_xml_ref (xml, facts, "parent", risk->parent_risk);
  sl_report_xml_ref (xml, facts, "caused-by-action", risk->caused_by_action);
  sl_report_xml_date (xml, "occurred-on", risk->occurred_on);
  sl_report_xml_date (xml, "closed-on", risk->closed_on);
  sl_report_xml_token (xml, "close-reason", &sl_close_reason_enum, risk->close_reason);
  sl_report_xml_ref (xml, facts, "accepted-by", risk->accepted_by);
  sl_report_xml_date (xml, "accepted-on", risk->accepted_on);
  sl_report_xml_date (xml, "accepted-until", risk->accepted_until);
}

void
sl_report_xml_risk (SlXmlWriter *xml, const SlReportFacts *facts, const SlReportRisk *shown)
{
  const SlData *data = facts->view.data;
  const SlRisk *risk = shown->risk;
  Writing writing = { xml, facts };

  sl_xml_writer_start (xml, "risk");
  write_risk_attributes (xml, facts, risk);
  sl_report_xml_prose (xml, "title", risk->title);
  sl_report_xml_prose (xml, "cause", risk->cause);
  sl_report_xml_prose (xml, "event", risk->event);
  sl_report_xml_prose (xml, "effect", risk->effect);
  sl_report_xml_prose (xml, "early-warning", risk->early_warning);
  sl_report_xml_prose (xml, "acceptance-rationale", risk->acceptance_rationale);
  for (int type = SL_ASSESSMENT_TYPE_INHERENT; type <= SL_ASSESSMENT_TYPE_TARGET; type++)
    write_assessment (xml, facts, shown, type);
  write_appetite_status (xml, facts, &shown->status);
  write_trend (xml, shown);
  write_exposure (xml, facts, &shown->status);
  write_proximity (xml, &shown->status);
  write_review (xml, &shown->status);
  for (guint i = 0; i < shown->actions->len; i++)
    write_action (xml, facts, g_ptr_array_index (shown->actions, i));
  for (guint i = 0; i < shown->escalations->len; i++)
    write_escalation (g_ptr_array_index (shown->escalations, i), &writing);
  sl_data_children (data, SL_KIND_RISK_NODE, SL_RISK_NODE_RISK, risk->record.uid, write_link, &writing);
  sl_data_children (data, SL_KIND_RISK_GATE, SL_RISK_GATE_RISK, risk->record.uid, write_link, &writing);
  sl_data_children (data, SL_KIND_RISK_BENEFIT, SL_RISK_BENEFIT_RISK, risk->record.uid, write_link, &writing);
  write_path (xml, facts, risk);
  sl_xml_writer_end (xml);
}

/* --- The issue ---------------------------------------------------------------------------------------------------- */

void
sl_report_xml_issue (SlXmlWriter *xml, const SlReportFacts *facts, const SlIssue *issue)
{
  static const char *const levels[] = { NULL, "green", "amber", "red" };
  const SlData *data = facts->view.data;
  Writing writing = { xml, facts };

  sl_xml_writer_start (xml, "issue");
  sl_report_xml_string (xml, "id", issue->code);
  sl_report_xml_ref (xml, facts, "owner", issue->owner);
  sl_report_xml_date (xml, "due", issue->due);
  sl_report_xml_token (xml, "state", &sl_issue_state_enum, issue->state);
  sl_report_xml_date (xml, "raised", issue->raised);
  sl_report_xml_ref (xml, facts, "from-risk", issue->from_risk);
  sl_report_xml_money (xml, "cost-remaining", issue->cost_remaining);
  sl_report_xml_string (xml, "currency", issue->cost_remaining != SL_MONEY_NONE ? facts->currency : NULL);
  sl_report_xml_prose (xml, "title", issue->title);
  sl_report_xml_prose (xml, "decision-taken", issue->decision);
  if (sl_issue_impact (issue) > 0)
    {
      sl_xml_writer_start (xml, "derived");
      sl_report_xml_count (xml, "impact", sl_issue_impact (issue));
      sl_report_xml_string (xml, "level", levels[sl_issue_level (issue)]);
      sl_xml_writer_end (xml);
    }
  sl_data_children (data, SL_KIND_ACTION, SL_ACTION_ISSUE, issue->record.uid, write_issue_action, &writing);
  sl_data_children (data, SL_KIND_ESCALATION, SL_ESCALATION_ISSUE, issue->record.uid, write_escalation, &writing);
  sl_data_children (data, SL_KIND_ISSUE_NODE, SL_ISSUE_NODE_ISSUE, issue->record.uid, write_link, &writing);
  sl_xml_writer_end (xml);
}

void
sl_report_xml_risks (SlXmlWriter *xml, const SlReportFacts *facts)
{
  sl_xml_writer_start (xml, "risks");
  sl_report_xml_integer (xml, "threats", facts->n_threats);
  sl_report_xml_integer (xml, "opportunities", facts->n_opportunities);
  sl_report_xml_integer (xml, "hidden", sl_report_hidden (facts));
  for (guint i = 0; i < facts->risks->len; i++)
    sl_report_xml_risk (xml, facts, g_ptr_array_index (facts->risks, i));
  sl_xml_writer_end (xml);
}

void
sl_report_xml_issues (SlXmlWriter *xml, const SlReportFacts *facts)
{
  sl_xml_writer_start (xml, "issues");
  sl_report_xml_integer (xml, "open", facts->n_open_issues);
  sl_report_xml_integer (xml, "hidden", facts->hidden_issues);
  for (guint i = 0; i < facts->issues->len; i++)
    sl_report_xml_issue (xml, facts, g_ptr_array_index (facts->issues, i));
  sl_xml_writer_end (xml);
}
