/* Each open risk at length.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "reports/sl-report-parts-private.h"

#include "insight/sl-action-status.h"

/* --- Facts -------------------------------------------------------------------------------------------------------- */

/* A fact of user's text; nothing where there is none. */
static void
add_prose (SlDocument *page, const char *name, const char *text)
{
  if (text == NULL)
    return;
  sl_document_fact (page, name);
  sl_document_user (page, text);
}

static void
add_ratings (SlDocument *page, const SlReportFacts *facts, const SlReportRisk *shown)
{
  gboolean chance = shown->risk->kind == SL_RISK_KIND_OPPORTUNITY;

  sl_document_fact (page, "Inherent, current, target");
  for (int type = SL_ASSESSMENT_TYPE_INHERENT; type <= SL_ASSESSMENT_TYPE_TARGET; type++)
    {
      const SlRiskAssessment *a = sl_risk_assessment_in_force (&facts->view, shown->risk->record.uid, type);
      int score = sl_assessment_score (a);

      if (type != SL_ASSESSMENT_TYPE_INHERENT)
        sl_document_text (page, " · ");
      if (score == 0)
        {
          sl_document_dim (page, "none");
          continue;
        }
      sl_document_format (page, "%d" SL_DOCUMENT_TIE "×" SL_DOCUMENT_TIE "%d = ", a->probability, sl_assessment_impact (a));
      sl_report_say_score (page, score, sl_grid_rag (facts->view.settings, a->probability, sl_assessment_impact (a)), chance);
    }
  if (shown->status.target_gap)
    sl_document_strong (page, " The target itself lies above what we want.");
}

/* Why it is what it is: the inputs that the explanation names. */
static void
add_why (SlDocument *page, const SlReportFacts *facts, const SlReportRisk *shown, SlTopic topic, const char *name)
{
  g_autoptr (SlExplanation) why = sl_risk_explain (&facts->view, shown->risk, topic, FALSE);

  if (why == NULL || why->inputs->len == 0)
    return;
  sl_document_fact (page, name);
  for (guint i = 0; i < why->inputs->len; i++)
    {
      sl_document_text (page, i > 0 ? " " : "");
      sl_document_user (page, g_ptr_array_index (why->inputs, i));
    }
}

static void
add_times (SlDocument *page, const SlReportFacts *facts, const SlReportRisk *shown)
{
  const SlRisk *risk = shown->risk;

  if (risk->earliest_date != SL_DATE_NONE || risk->latest_date != SL_DATE_NONE)
    {
      sl_document_fact (page, risk->kind == SL_RISK_KIND_OPPORTUNITY ? "Could come" : "Could strike");
      if (risk->earliest_date != SL_DATE_NONE)
        sl_document_text (page, "from ");
      sl_document_date (page, risk->earliest_date);
      if (risk->latest_date != SL_DATE_NONE)
        sl_document_text (page, risk->earliest_date != SL_DATE_NONE ? " until " : "until ");
      sl_document_date (page, risk->latest_date);
      sl_document_format (page, " (%s)", sl_proximity_label (shown->status.proximity));
    }
  if (risk->accepted_by != SL_UID_NONE)
    {
      sl_document_fact (page, "Accepted");
      sl_document_text (page, "by ");
      sl_report_say_name (page, facts, risk->accepted_by);
      if (risk->accepted_on != SL_DATE_NONE)
        sl_document_text (page, " on ");
      sl_document_date (page, risk->accepted_on);
      if (risk->accepted_until != SL_DATE_NONE)
        sl_document_text (page, " until ");
      sl_document_date (page, risk->accepted_until);
    }
  add_prose (page, "Why accepted", risk->acceptance_rationale);
}

typedef struct
{
  SlDocument *page;
  const SlReportFacts *facts;
  gboolean helps;
  guint n;
} Affected;

static void
say_affected (Affected *self, SlUid uid)
{
  const char *code = sl_report_code (self->facts, uid);
  const char *name = sl_report_name (self->facts, uid);

  if (self->n++ == 0)
    sl_document_fact (self->page, self->helps ? "Helps" : "Threatens");
  else
    sl_document_text (self->page, "; ");
  sl_document_code (self->page, code);
  if (name != NULL && g_strcmp0 (name, code) != 0)
    {
      sl_document_text (self->page, " ");
      sl_document_user (self->page, name);
    }
}

static gboolean
take_affected (const SlRecord *record, gpointer data)
{
  if (record->kind == SL_KIND_RISK_NODE)
    say_affected (data, SL_AS (RISK_NODE, record)->node);
  else if (record->kind == SL_KIND_RISK_GATE)
    say_affected (data, SL_AS (RISK_GATE, record)->gate);
  else
    say_affected (data, SL_AS (RISK_BENEFIT, record)->benefit);
  return TRUE;
}

static void
add_affected (SlDocument *page, const SlReportFacts *facts, const SlRisk *risk)
{
  Affected affected = { page, facts, risk->kind == SL_RISK_KIND_OPPORTUNITY, 0 };
  SlUid uid = risk->record.uid;

  sl_data_children (facts->view.data, SL_KIND_RISK_NODE, SL_RISK_NODE_RISK, uid, take_affected, &affected);
  sl_data_children (facts->view.data, SL_KIND_RISK_BENEFIT, SL_RISK_BENEFIT_RISK, uid, take_affected, &affected);
  sl_data_children (facts->view.data, SL_KIND_RISK_GATE, SL_RISK_GATE_RISK, uid, take_affected, &affected);
}

static void
add_path (SlDocument *page, const SlReportFacts *facts, const SlRisk *risk)
{
  g_autoptr (GPtrArray) path = sl_report_path (facts, risk);

  if (path == NULL)
    return;
  sl_document_fact (page, "Way to an outcome");
  for (guint i = 0; i < path->len; i++)
    {
      sl_document_text (page, i > 0 ? " → " : "");
      sl_document_code (page, ((const SlMapNode *) g_ptr_array_index (path, i))->code);
    }
  sl_document_text (page, " ");
  sl_document_user (page, ((const SlMapNode *) g_ptr_array_index (path, path->len - 1))->title);
}

static void
add_origin (SlDocument *page, const SlReportFacts *facts, const SlRisk *risk)
{
  const char *parent = sl_report_code (facts, risk->parent_risk);
  const char *action = sl_report_code (facts, risk->caused_by_action);

  if (parent != NULL)
    {
      sl_document_fact (page, "Part of");
      sl_document_code (page, parent);
    }
  if (action != NULL)
    {
      sl_document_fact (page, "Caused by action");
      sl_document_code (page, action);
      sl_document_text (page, " ");
      sl_report_say_name (page, facts, risk->caused_by_action);
    }
}

static void
add_facts (SlDocument *page, const SlReportFacts *facts, const SlReportRisk *shown)
{
  const SlRisk *risk = shown->risk;

  sl_document_facts (page);
  sl_document_fact (page, "Owner");
  if (sl_report_name (facts, risk->owner) == NULL)
    sl_document_strong (page, "no owner");
  sl_report_say_name (page, facts, risk->owner);
  if (sl_report_name (facts, risk->owner) != NULL && !shown->status.owner_active)
    sl_document_strong (page, " – no longer active");
  sl_document_fact (page, "State and response");
  sl_document_text (page, sl_enum_label (&sl_risk_state_enum, risk->state));
  sl_document_text (page, ", ");
  if (risk->response == 0)
    sl_document_strong (page, "no response chosen");
  else
    sl_document_text (page, sl_enum_label (&sl_response_enum, risk->response));
  if (risk->category != 0)
    {
      sl_document_fact (page, "Category");
      sl_document_text (page, sl_enum_label (&sl_category_enum, risk->category));
    }
  if (sl_report_name (facts, risk->sufferer) != NULL)
    {
      sl_document_fact (page, "Who bears it");
      sl_report_say_name (page, facts, risk->sufferer);
    }
  add_ratings (page, facts, shown);
  add_why (page, facts, shown, SL_TOPIC_SCORE, "Why this score");
  if (shown->status.appetite != SL_APPETITE_NONE)
    {
      sl_document_fact (page, "Appetite");
      sl_report_say_appetite (page, facts, &shown->status);
    }
  add_why (page, facts, shown, SL_TOPIC_APPETITE, "Why this status");
  add_times (page, facts, shown);
  add_affected (page, facts, risk);
  add_path (page, facts, risk);
  add_origin (page, facts, risk);
  add_prose (page, "Early warning", risk->early_warning);
}

/* --- What is done about it ---------------------------------------------------------------------------------------- */

static void
add_action (SlDocument *page, const SlReportFacts *facts, const SlAction *action)
{
  SlActionStatus status;

  sl_action_status (&facts->view, action, &status);
  sl_document_row (page);
  sl_document_cell (page);
  sl_document_code (page, action->code);
  sl_document_text (page, " ");
  sl_document_user (page, action->title);
  sl_document_cell (page);
  sl_report_say_name (page, facts, action->owner);
  sl_document_cell_text (page, sl_enum_label (&sl_action_state_enum, action->state));
  sl_document_cell (page);
  sl_document_date (page, action->due);
  if (status.slip_days > 0)
    sl_document_format (page, ", %d days after the first promise", status.slip_days);
  if (status.drifting)
    sl_document_strong (page, ", drifting");
  if (status.overdue_days > 0)
    {
      g_autofree char *late = g_strdup_printf (", %d %s overdue", status.overdue_days, status.overdue_days == 1 ? "day" : "days");

      sl_document_strong (page, late);
    }
}

static void
add_actions (SlDocument *page, const SlReportFacts *facts, const SlReportRisk *shown)
{
  static const SlColumn columns[] = { { "Action", SL_CELL_TEXT }, { "Owner", SL_CELL_TEXT }, { "State", SL_CELL_TEXT },
                                      { "Due", SL_CELL_TEXT } };

  if (shown->actions->len == 0)
    {
      sl_document_paragraph (page);
      sl_document_strong (page, "No action is planned.");
      return;
    }
  sl_document_table (page, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < shown->actions->len; i++)
    add_action (page, facts, g_ptr_array_index (shown->actions, i));
}

static void
add_escalations (SlDocument *page, const SlReportFacts *facts, const SlReportRisk *shown)
{
  static const SlColumn columns[] = { { "Escalation", SL_CELL_TEXT }, { "To", SL_CELL_TEXT },   { "State", SL_CELL_TEXT },
                                      { "Raised", SL_CELL_DATE },     { "Due", SL_CELL_DATE },  { "Decision", SL_CELL_TEXT } };

  if (shown->escalations->len == 0)
    return;
  sl_document_table (page, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < shown->escalations->len; i++)
    {
      const SlEscalation *escalation = g_ptr_array_index (shown->escalations, i);

      sl_document_row (page);
      sl_document_cell (page);
      sl_document_code (page, escalation->code);
      sl_document_text (page, " ");
      sl_document_user (page, escalation->asked);
      sl_document_cell_text (page, sl_enum_label (&sl_escalation_level_enum, escalation->to_level));
      sl_document_cell_text (page, sl_enum_label (&sl_escalation_state_enum, escalation->state));
      sl_document_cell_date (page, escalation->raised_on);
      sl_document_cell_date (page, escalation->decision_due);
      sl_document_cell (page);
      sl_document_user (page, escalation->decision);
    }
}

static void
add_risk (SlDocument *page, const SlReportFacts *facts, const SlReportRisk *shown)
{
  const SlRisk *risk = shown->risk;
  g_autofree char *sentence = sl_risk_dup_sentence_english (risk);

  sl_document_heading (page, 3, risk->code);
  sl_document_code (page, risk->code);
  sl_document_text (page, " ");
  sl_document_user (page, risk->title);
  sl_document_text (page, " · ");
  sl_report_say_score (page, shown->status.score, shown->status.rag, risk->kind == SL_RISK_KIND_OPPORTUNITY);
  sl_document_paragraph (page);
  if (sentence != NULL)
    sl_document_user (page, sentence);
  else
    sl_document_dim (page, "Cause, event and effect are not written down yet.");
  add_facts (page, facts, shown);
  add_actions (page, facts, shown);
  add_escalations (page, facts, shown);
}

void
sl_register_part_details (SlDocument *page, const SlReportFacts *facts)
{
  guint n = facts->n_threats + facts->n_opportunities;

  if (n == 0)
    return;
  sl_document_heading (page, 2, "details");
  sl_document_text (page, "Each open risk");
  for (guint i = 0; i < n; i++)
    add_risk (page, facts, g_ptr_array_index (facts->risks, i));
}
