/* The tables of the register: threats, opportunities, issues, exposure, what is not open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "reports/sl-report-parts-private.h"

#include "insight/sl-issue-status.h"

/* --- Open risks --------------------------------------------------------------------------------------------------- */

static void
add_proximity (SlDocument *page, const SlRiskStatus *status)
{
  sl_document_cell (page);
  if (status->proximity == SL_PROXIMITY_NONE)
    return;
  sl_document_text (page, sl_proximity_label (status->proximity));
  if (status->proximity_days >= 0)
    sl_document_format (page, ", %d %s", status->proximity_days, status->proximity_days == 1 ? "day" : "days");
  else
    sl_document_format (page, " for %d %s", -status->proximity_days, status->proximity_days == -1 ? "day" : "days");
}

static void
add_review (SlDocument *page, const SlRiskStatus *status)
{
  sl_document_cell (page);
  if (status->review_due == SL_DATE_NONE)
    return;
  sl_document_date (page, status->review_due);
  if (status->overdue_days > 0)
    {
      g_autofree char *late = g_strdup_printf (" %d %s overdue%s", status->overdue_days,
                                               status->overdue_days == 1 ? "day" : "days", status->stale ? ", stale" : "");

      sl_document_strong (page, late);
    }
}

/* "P 4 × I 4" */
static void
add_factors (SlDocument *page, const SlRiskStatus *status)
{
  sl_document_cell (page);
  if (status->probability > 0 && status->impact > 0)
    sl_document_format (page, "%d" SL_DOCUMENT_TIE "×" SL_DOCUMENT_TIE "%d", status->probability, status->impact);
}

static void
begin_risk (SlDocument *page, const SlReportFacts *facts, const SlReportRisk *shown)
{
  const SlRisk *risk = shown->risk;

  sl_document_row (page);
  sl_document_cell (page);
  sl_document_code (page, risk->code);
  sl_document_text (page, " ");
  sl_document_user (page, risk->title);
  sl_document_cell (page);
  if (sl_report_name (facts, risk->owner) == NULL)
    sl_document_strong (page, "no owner");
  sl_report_say_name (page, facts, risk->owner);
  add_factors (page, &shown->status);
  sl_document_cell (page);
  sl_report_say_score (page, shown->status.score, shown->status.rag, risk->kind == SL_RISK_KIND_OPPORTUNITY);
  sl_document_cell (page);
  sl_document_text (page, sl_trend_label (shown->status.trend, risk->kind == SL_RISK_KIND_OPPORTUNITY));
  if (shown->status.frozen)
    sl_document_text (page, ", frozen");
}

void
sl_register_part_threats (SlDocument *page, const SlReportFacts *facts)
{
  static const SlColumn columns[] = { { "Risk", SL_CELL_TEXT },      { "Owner", SL_CELL_TEXT },    { "P" SL_DOCUMENT_TIE "×" SL_DOCUMENT_TIE "I", SL_CELL_TEXT },
                                      { "Score", SL_CELL_TEXT },     { "Trend", SL_CELL_TEXT },    { "Appetite", SL_CELL_TEXT },
                                      { "Proximity", SL_CELL_TEXT }, { "Exposure", SL_CELL_MONEY }, { "Review due", SL_CELL_TEXT } };

  sl_document_heading (page, 2, "threats");
  sl_document_format (page, "Open threats (%u)", facts->n_threats);
  if (facts->n_threats == 0)
    {
      sl_document_paragraph (page);
      sl_document_text (page, "None is shown.");
      return;
    }
  sl_document_table (page, columns, G_N_ELEMENTS (columns));
  sl_document_text (page, "In order of urgency");
  for (guint i = 0; i < facts->n_threats; i++)
    {
      const SlReportRisk *shown = g_ptr_array_index (facts->risks, i);

      begin_risk (page, facts, shown);
      sl_document_cell (page);
      sl_report_say_appetite (page, facts, &shown->status);
      add_proximity (page, &shown->status);
      sl_document_cell_money (page, shown->status.exposure);
      add_review (page, &shown->status);
    }
}

void
sl_register_part_opportunities (SlDocument *page, const SlReportFacts *facts)
{
  static const SlColumn columns[] = { { "Opportunity", SL_CELL_TEXT }, { "Owner", SL_CELL_TEXT },     { "P" SL_DOCUMENT_TIE "×" SL_DOCUMENT_TIE "I", SL_CELL_TEXT },
                                      { "Worth", SL_CELL_TEXT },       { "Trend", SL_CELL_TEXT },     { "Proximity", SL_CELL_TEXT },
                                      { "Gain", SL_CELL_MONEY },       { "Review due", SL_CELL_TEXT } };

  if (facts->n_opportunities == 0)
    return;
  sl_document_heading (page, 2, "opportunities");
  sl_document_format (page, "Open opportunities (%u)", facts->n_opportunities);
  sl_document_table (page, columns, G_N_ELEMENTS (columns));
  sl_document_text (page, "Most worth pursuing first; they are no part of exposure");
  for (guint i = 0; i < facts->n_opportunities; i++)
    {
      const SlReportRisk *shown = g_ptr_array_index (facts->risks, facts->n_threats + i);

      begin_risk (page, facts, shown);
      add_proximity (page, &shown->status);
      sl_document_cell_money (page, shown->status.exposure);
      add_review (page, &shown->status);
    }
}

/* --- Issues ------------------------------------------------------------------------------------------------------- */

static void
add_issue (SlDocument *page, const SlReportFacts *facts, const SlIssue *issue)
{
  SlRag level = sl_issue_level (issue);
  const char *from = sl_report_code (facts, issue->from_risk);

  sl_document_row (page);
  sl_document_cell (page);
  sl_document_code (page, issue->code);
  sl_document_text (page, " ");
  sl_document_user (page, issue->title);
  if (from != NULL)
    {
      sl_document_text (page, ", from ");
      sl_document_code (page, from);
    }
  sl_document_cell_text (page, sl_enum_label (&sl_issue_state_enum, issue->state));
  sl_document_cell (page);
  sl_report_say_name (page, facts, issue->owner);
  sl_document_cell (page);
  if (level == SL_RAG_NONE)
    sl_document_status (page, SL_STATUS_UNKNOWN, "not judged");
  else
    sl_document_status (page, sl_status_from_rag (level, FALSE), sl_rag_label (level, FALSE));
  sl_document_cell_date (page, issue->raised);
  sl_document_cell_date (page, issue->due);
  sl_document_cell_money (page, issue->cost_remaining);
}

void
sl_register_part_issues (SlDocument *page, const SlReportFacts *facts)
{
  static const SlColumn columns[] = { { "Issue", SL_CELL_TEXT },  { "State", SL_CELL_TEXT }, { "Owner", SL_CELL_TEXT },
                                      { "Impact", SL_CELL_TEXT }, { "Raised", SL_CELL_DATE }, { "Due", SL_CELL_DATE },
                                      { "Cost left", SL_CELL_MONEY } };

  if (facts->issues->len == 0)
    return;
  sl_document_heading (page, 2, "issues");
  sl_document_format (page, "Issues (%u open)", facts->n_open_issues);
  sl_document_table (page, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < facts->issues->len; i++)
    add_issue (page, facts, g_ptr_array_index (facts->issues, i));
}

/* --- Exposure ----------------------------------------------------------------------------------------------------- */

/* Nothing that is open is no sum of nought. */
static void
say_sum (SlDocument *page, SlMoney sum, guint n)
{
  if (n == 0)
    sl_document_text (page, "none is open");
  else
    sl_document_money (page, sum);
}

void
sl_register_part_exposure (SlDocument *page, const SlReportFacts *facts)
{
  const SlExposure *exposure = &facts->exposure;
  g_autofree char *ratio = sl_exposure_dup_ratio (exposure, FALSE);

  sl_document_heading (page, 2, "exposure");
  sl_document_text (page, "Exposure and cover");
  sl_document_facts (page);
  sl_document_fact (page, "Open threats");
  say_sum (page, exposure->threats, exposure->n_threats);
  if (exposure->threats != facts->exposure_shown)
    {
      sl_document_text (page, ", of which ");
      sl_document_money (page, facts->exposure_shown);
      sl_document_text (page, " from those shown here");
    }
  sl_document_fact (page, "Open issues");
  say_sum (page, exposure->issues, exposure->n_issues);
  sl_document_fact (page, "Together");
  say_sum (page, exposure->total, exposure->n_threats + exposure->n_issues);
  sl_document_fact (page, "Contingency");
  if (exposure->contingency == SL_MONEY_NONE)
    sl_document_text (page, "none is set");
  sl_document_money (page, exposure->contingency);
  sl_document_fact (page, "Cover ratio");
  if (exposure->total <= 0)
    sl_document_text (page, "none: nothing open has a cost");
  else
    {
      sl_document_strong (page, ratio);
      sl_document_text (page, " – an expected value, not a worst case");
    }
  if (exposure->n_unknown > 0)
    {
      sl_document_paragraph (page);
      sl_document_format (page, "%u %s a cost but no probability and %s not in the sum.", exposure->n_unknown,
                          exposure->n_unknown == 1 ? "threat has" : "threats have", exposure->n_unknown == 1 ? "is" : "are");
    }
}

/* --- Those that are not open -------------------------------------------------------------------------------------- */

static void
add_other (SlDocument *page, const SlReportFacts *facts, const SlRisk *risk)
{
  sl_document_row (page);
  sl_document_cell (page);
  sl_document_code (page, risk->code);
  sl_document_text (page, " ");
  sl_document_user (page, risk->title);
  sl_document_cell_text (page, sl_enum_label (&sl_risk_state_enum, risk->state));
  sl_document_cell_date (page, risk->state == SL_RISK_STATE_CLOSED     ? risk->closed_on
                               : risk->state == SL_RISK_STATE_OCCURRED ? risk->occurred_on
                                                                       : SL_DATE_NONE);
  sl_document_cell_text (page, sl_enum_label (&sl_close_reason_enum, risk->close_reason));
  sl_document_cell (page);
  sl_report_say_name (page, facts, risk->owner);
}

void
sl_register_part_others (SlDocument *page, const SlReportFacts *facts)
{
  static const SlColumn columns[] = { { "Risk", SL_CELL_TEXT }, { "State", SL_CELL_TEXT }, { "On", SL_CELL_DATE },
                                      { "Because", SL_CELL_TEXT }, { "Owner", SL_CELL_TEXT } };
  guint first = facts->n_threats + facts->n_opportunities;

  if (facts->risks->len == first)
    return;
  sl_document_heading (page, 2, "others");
  sl_document_format (page, "Closed, occurred and drafts (%u)", facts->risks->len - first);
  sl_document_table (page, columns, G_N_ELEMENTS (columns));
  for (guint i = first; i < facts->risks->len; i++)
    add_other (page, facts, ((const SlReportRisk *) g_ptr_array_index (facts->risks, i))->risk);
}
