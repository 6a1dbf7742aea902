/* The register at a glance: the state in words, and what needs a decision.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "reports/sl-report-parts-private.h"

#include "insight/sl-action-status.h"
#include "insight/sl-issue-status.h"

/* An acceptance that ends within so many days is to be renewed or not. */
#define ACCEPTANCE_DAYS 30

static const SlReportRisk *
threat (const SlReportFacts *facts, guint n)
{
  return g_ptr_array_index (facts->risks, n);
}

/* --- Words first -------------------------------------------------------------------------------------------------- */

typedef gboolean (*Test) (const SlReportFacts *facts, const SlReportRisk *risk);

static gboolean
is_red (const SlReportFacts *facts, const SlReportRisk *risk)
{
  return risk->status.rag == SL_RAG_RED;
}

static gboolean
is_unscored (const SlReportFacts *facts, const SlReportRisk *risk)
{
  return risk->status.score == 0;
}

static gboolean
is_unhandled (const SlReportFacts *facts, const SlReportRisk *risk)
{
  return sl_risk_is_unhandled (risk->risk, &risk->status);
}

static gboolean
is_overdue (const SlReportFacts *facts, const SlReportRisk *risk)
{
  return risk->status.overdue_days > 0;
}

static gboolean
is_ownerless (const SlReportFacts *facts, const SlReportRisk *risk)
{
  return !risk->status.owner_active;
}

static gboolean
is_window_open (const SlReportFacts *facts, const SlReportRisk *risk)
{
  return risk->status.proximity == SL_PROXIMITY_WINDOW_OPEN;
}

static gboolean
is_in_hand (const SlAction *action)
{
  return action->state == SL_ACTION_STATE_IN_PROGRESS || action->state == SL_ACTION_STATE_DONE
         || action->state == SL_ACTION_STATE_VERIFIED;
}

/* As GB2 asks of Red threats. */
static gboolean
is_unattended (const SlReportFacts *facts, const SlReportRisk *risk)
{
  if (risk->status.rag != SL_RAG_RED || risk->status.handling == SL_HANDLING_ACCEPTED)
    return FALSE;
  for (guint i = 0; i < risk->actions->len; i++)
    if (is_in_hand (g_ptr_array_index (risk->actions, i)))
      return FALSE;
  return TRUE;
}

static gboolean
has_late_action (const SlReportFacts *facts, const SlReportRisk *risk)
{
  for (guint i = 0; i < risk->actions->len; i++)
    {
      SlActionStatus status;

      sl_action_status (&facts->view, g_ptr_array_index (risk->actions, i), &status);
      if (status.overdue_days > 0 || status.drifting)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_acceptance_ending (const SlReportFacts *facts, const SlReportRisk *risk)
{
  return risk->risk->state == SL_RISK_STATE_TOLERATED && risk->risk->accepted_until != SL_DATE_NONE
         && risk->risk->accepted_until <= facts->view.as_of + ACCEPTANCE_DAYS;
}

static guint
count (const SlReportFacts *facts, Test test)
{
  guint n = 0;

  for (guint i = 0; i < facts->n_threats; i++)
    n += test (facts, threat (facts, i));
  return n;
}

#define NAMED_MAX 6

/* */
static void
say_which (SlDocument *page, const SlReportFacts *facts, Test test)
{
  guint n = 0, all = count (facts, test);

  for (guint i = 0; i < facts->n_threats && n < NAMED_MAX; i++)
    if (test (facts, threat (facts, i)))
      {
        sl_document_text (page, n++ == 0 ? ": " : ", ");
        sl_document_code (page, threat (facts, i)->risk->code);
      }
  if (all > n)
    sl_document_format (page, " and %u more", all - n);
  sl_document_text (page, ".");
}

/* "2 threats have no score yet: ." */
static void
say (SlDocument *page, const SlReportFacts *facts, Test test, const char *one, const char *many)
{
  guint n = count (facts, test);

  if (n == 0)
    return;
  sl_document_item (page);
  sl_document_format (page, "%u %s", n, n == 1 ? one : many);
  say_which (page, facts, test);
}

static void
say_lead (SlDocument *page, const SlReportFacts *facts)
{
  guint red = count (facts, is_red), unhandled = count (facts, is_unhandled);
  g_autofree char *lead = NULL;

  if (facts->n_threats == 0)
    {
      sl_document_notice (page, SL_TONE_PLAIN);
      sl_document_strong (page, sl_report_hidden (facts) > 0 ? "No open threat can be shown here."
                                                              : "No open threat is in this register.");
      sl_document_text (page, " That is no sign of safety: what nobody wrote down cannot be seen.");
      return;
    }
  sl_document_notice (page, red > 0 || unhandled > 0 ? SL_TONE_BAD : SL_TONE_PLAIN);
  if (red == 0)
    lead = g_strdup_printf (facts->n_threats == 1 ? "The %u open threat is not Red." : "None of the %u open threats is Red.",
                            facts->n_threats);
  else
    lead = g_strdup_printf ("%u of %u open %s %s Red.", red, facts->n_threats, facts->n_threats == 1 ? "threat" : "threats",
                            red == 1 ? "is" : "are");
  sl_document_strong (page, lead);
  if (unhandled > 0)
    {
      sl_document_format (page, " %u %s of appetite %s no one handling it", unhandled,
                          unhandled == 1 ? "breach" : "breaches", unhandled == 1 ? "has" : "have");
      say_which (page, facts, is_unhandled);
    }
}

static void
say_changes (SlDocument *page, const SlReportFacts *facts, SlReportChangeType type, const char *one, const char *many)
{
  guint n = 0, named = 0;

  for (guint i = 0; i < facts->changes->len; i++)
    n += ((const SlReportChange *) g_ptr_array_index (facts->changes, i))->type == type;
  if (n == 0)
    return;
  sl_document_item (page);
  sl_document_format (page, "Since ");
  sl_document_date (page, facts->since);
  sl_document_format (page, " %u %s", n, n == 1 ? one : many);
  for (guint i = 0; i < facts->changes->len && named < NAMED_MAX; i++)
    {
      const SlReportChange *change = g_ptr_array_index (facts->changes, i);

      if (change->type != type)
        continue;
      sl_document_text (page, named++ == 0 ? ": " : ", ");
      sl_document_code (page, change->risk->risk->code);
    }
  sl_document_text (page, n > named ? " and more." : ".");
}

static void
say_exposure (SlDocument *page, const SlReportFacts *facts)
{
  const SlExposure *exposure = &facts->exposure;
  g_autofree char *ratio = sl_exposure_dup_ratio (exposure, FALSE);

  if (exposure->total <= 0)
    return;
  sl_document_item (page);
  sl_document_text (page, "The whole programme’s exposure is ");
  sl_document_money (page, exposure->total);
  if (exposure->uncovered)
    sl_document_text (page, ", and there is no contingency to cover it");
  else
    {
      sl_document_format (page, ", %s times the contingency of ", ratio);
      sl_document_money (page, exposure->contingency);
    }
  sl_document_text (page, ": an expected value, not a worst case.");
}

void
sl_register_part_glance (SlDocument *page, const SlReportFacts *facts)
{
  say_lead (page, facts);
  say (page, facts, is_unscored, "open threat has no score yet", "open threats have no score yet");
  say (page, facts, is_overdue, "review is overdue", "reviews are overdue");
  say (page, facts, is_ownerless, "open threat has no active owner", "open threats have no active owner");
  say (page, facts, has_late_action, "open threat has an action that is late or drifting",
       "open threats have actions that are late or drifting");
  say_changes (page, facts, SL_REPORT_WORSE, "risk got worse", "risks got worse");
  say_changes (page, facts, SL_REPORT_NEW, "risk is new", "risks are new");
  say_exposure (page, facts);
  sl_report_part_hidden (page, facts);
}

/* --- Decisions ---------------------------------------------------------------------------------------------------- */

static const SlColumn decision_columns[] = { { "About", SL_CELL_TEXT }, { "Decision", SL_CELL_TEXT },
                                             { "Whose", SL_CELL_TEXT }, { "By", SL_CELL_TEXT } };

/* The table begins with the first row there is. */
static void
begin_decision (SlDocument *page, const SlRisk *risk, gboolean *any)
{
  if (!*any)
    sl_document_table (page, decision_columns, G_N_ELEMENTS (decision_columns));
  *any = TRUE;
  sl_document_row (page);
  sl_document_cell (page);
  sl_document_code (page, risk->code);
  sl_document_text (page, " ");
  sl_document_user (page, risk->title);
  sl_document_cell (page);
}

static void
add_escalation (SlDocument *page, const SlReportFacts *facts, const SlReportRisk *risk, const SlEscalation *escalation,
                gboolean *any)
{
  int overdue = sl_escalation_overdue_days (&facts->view, escalation);

  if (!sl_escalation_is_open (&facts->view, escalation))
    return;
  begin_decision (page, risk->risk, any);
  sl_document_code (page, escalation->code);
  sl_document_text (page, ": ");
  sl_document_user (page, escalation->asked);
  sl_document_cell_text (page, sl_enum_label (&sl_escalation_level_enum, escalation->to_level));
  sl_document_cell (page);
  sl_document_date (page, escalation->decision_due);
  if (overdue > 0)
    {
      g_autofree char *late = g_strdup_printf (" (%d days overdue)", overdue);

      sl_document_strong (page, late);
    }
}

/* One row for a risk, with all that is to be decided about it. */
static void
add_questions (SlDocument *page, const SlReportFacts *facts, const SlReportRisk *risk, gboolean *any)
{
  static const struct
  {
    Test test;
    const char *question;
  } questions[] = {
    { is_unhandled, "Above what we tolerate, and no one handles it: act, escalate, or accept?" },
    { is_unattended, "Red, and no action is under way: what will be done?" },
    { is_window_open, "It could have struck already: did it, has it moved, or is it over?" },
    { is_acceptance_ending, "The acceptance ends: renew it with reasons, or treat it?" },
  };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (questions[i].test (facts, risk))
      {
        if (n++ == 0)
          begin_decision (page, risk->risk, any);
        else
          sl_document_text (page, " ");
        sl_document_text (page, questions[i].question);
      }
  if (n == 0)
    return;
  sl_document_cell (page);
  sl_report_say_name (page, facts, risk->risk->owner);
  sl_document_cell (page);
  if (is_acceptance_ending (facts, risk))
    sl_document_date (page, risk->risk->accepted_until);
}

void
sl_register_part_decisions (SlDocument *page, const SlReportFacts *facts)
{
  gboolean any = FALSE;

  sl_document_heading (page, 2, "decisions");
  sl_document_text (page, "What needs a decision");
  for (guint i = 0; i < facts->n_threats + facts->n_opportunities; i++)
    for (guint j = 0; j < threat (facts, i)->escalations->len; j++)
      add_escalation (page, facts, threat (facts, i), g_ptr_array_index (threat (facts, i)->escalations, j), &any);
  for (guint i = 0; i < facts->n_threats; i++)
    add_questions (page, facts, threat (facts, i), &any);
  if (!any)
    {
      sl_document_paragraph (page);
      sl_document_text (page, "Nothing that is shown here waits for one.");
    }
}
