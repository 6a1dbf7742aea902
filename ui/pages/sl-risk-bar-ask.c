/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-risk-bar-private.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

#define NOT_ASKED G_MAXUINT

/* --- Questions ---------------------------------------------------------------------------------------------------- */

static gboolean
may_accept (const SlRecord *person, gpointer data)
{
  SlRiskBar *self = data;
  const SlRiskStatus *status = sl_workspace_risk_status (self->workspace, self->risk);

  return sl_person_active (sl_workspace_data (self->workspace), person->uid, sl_workspace_as_of (self->workspace))
         && (status == NULL || status->appetite != SL_APPETITE_BREACH || SL_AS (PERSON, person)->board_member);
}

static gboolean
add_option (SlAsk *ask, gpointer data)
{
  SlRiskBar *self = data;
  guint *option = self->options[self->n_options];
  g_autofree char *name = NULL;

  self->n_options++;
  /* TRANSLATORS: one of several choices laid before a board. */
  name = g_strdup_printf (_ ("Option %u"), self->n_options);
  option[0] = sl_ask_add_text (ask, name, NULL);
  option[1] = sl_ask_add_money (ask, _ ("What it costs, and what it would do"), SL_MONEY_NONE);
  sl_ask_same_line (ask);
  option[2] = sl_ask_add_text (ask, _ ("Effect"), NULL);
  return self->n_options < SL_RISK_BAR_OPTIONS_MAX;
}

#define RESPONSE(name) (1u << SL_RESPONSE_##name)
#define ALL_OF(PREFIX) ((1u << SL_##PREFIX##_END_) - 2u)

static void
ask_escalation (SlRiskBar *self, SlAsk *ask, const SlRisk *risk)
{
  /* Levels below the one that deals with it now decide nothing. */
  guint below = (1u << MAX (risk->escalation_level, SL_ESCALATION_LEVEL_PROGRAMME)) - 1u;

  self->text = sl_ask_add_text (ask, _ ("What They Are Asked to Decide"), NULL);
  self->choice = sl_ask_add_choice (ask, _ ("Who Decides"), &sl_escalation_level_enum, ALL_OF (ESCALATION_LEVEL) & ~below, 0);
  self->day = sl_ask_add_day (ask, _ ("Decision by"), SL_DATE_NONE);
  self->n_options = 0;
  add_option (ask, self);
  sl_ask_add_more (ask, _ ("Add Option"), add_option, self);
}

static SlMoney
assessed_cost (SlRiskBar *self)
{
  SlView view = sl_workspace_view (self->workspace);
  const SlRiskAssessment *current = sl_risk_assessment_in_force (&view, self->risk, SL_ASSESSMENT_TYPE_CURRENT);

  return current != NULL ? current->cost_if_occurs : SL_MONEY_NONE;
}

static void
ask_treatment (SlRiskBar *self, SlAsk *ask, const SlRisk *risk)
{
  const guint threat = RESPONSE (AVOID) | RESPONSE (REDUCE) | RESPONSE (TRANSFER) | RESPONSE (SHARE) | RESPONSE (PREPARE);
  const guint chance = RESPONSE (EXPLOIT) | RESPONSE (ENHANCE) | RESPONSE (TRANSFER) | RESPONSE (SHARE) | RESPONSE (PREPARE);
  guint offered = risk->kind == SL_RISK_KIND_THREAT ? threat : chance;

  self->choice = sl_ask_add_choice (ask, _ ("Response"), &sl_response_enum, offered,
                                    offered & (1u << risk->response) ? risk->response : 0);
}

/* Only what the file does not know. */
static void
ask_move (SlRiskBar *self, SlAsk *ask, const SlRisk *risk)
{
  const guint outcomes = 1u << SL_REVIEW_OUTCOME_NO_CHANGE | 1u << SL_REVIEW_OUTCOME_RESCORED | 1u << SL_REVIEW_OUTCOME_ESCALATED;

  switch (self->move)
    {
    case SL_RISK_MOVE_REVIEW:
      self->choice = sl_ask_add_choice (ask, _ ("What Came of It"), &sl_review_outcome_enum, outcomes, SL_REVIEW_OUTCOME_NO_CHANGE);
      self->text = sl_ask_add_text (ask, _ ("Note"), NULL);
      break;
    case SL_RISK_MOVE_TREAT:
      ask_treatment (self, ask, risk);
      break;
    case SL_RISK_MOVE_TOLERATE:
      self->person = sl_ask_add_person (ask, _ ("Accepted By"), risk->accepted_by, may_accept, self);
      self->day = sl_ask_add_day (ask, _ ("Until"), SL_DATE_NONE);
      self->text = sl_ask_add_text (ask, _ ("Why It Is Right to Live with It"), risk->acceptance_rationale);
      break;
    case SL_RISK_MOVE_OCCUR:
      self->day = sl_ask_add_day (ask, _ ("Occurred on"), sl_workspace_as_of (self->workspace));
      if (risk->kind == SL_RISK_KIND_THREAT)
        self->cost = sl_ask_add_money (ask, _ ("Cost Remaining"), assessed_cost (self));
      break;
    case SL_RISK_MOVE_CLOSE:
      self->choice = sl_ask_add_choice (ask, _ ("Closed Because"), &sl_close_reason_enum, ALL_OF (CLOSE_REASON), 0);
      break;
    case SL_RISK_MOVE_ESCALATE:
      ask_escalation (self, ask, risk);
      break;
    case SL_RISK_MOVE_RESTRICT:
      self->choice = sl_ask_add_choice (ask, _ ("Who May See It"), &sl_confidentiality_enum, ALL_OF (CONFIDENTIALITY), risk->confidentiality);
      break;
    default:
      break;
    }
}

static gboolean
asked (guint question)
{
  return question != NOT_ASKED;
}

/* What was answered; @options is filled in and must outlive it. */
static void
take_answers (SlRiskBar *self, SlRiskAct *act, SlOption options[SL_RISK_BAR_OPTIONS_MAX])
{
  SlAsk *ask = SL_ASK (self->ask);

  *act = SL_RISK_ACT (self->move);
  if (asked (self->choice))
    act->choice = act->outcome = sl_ask_choice (ask, self->choice);
  if (asked (self->text))
    act->text = sl_ask_text (ask, self->text);
  if (asked (self->person))
    act->person = sl_ask_person (ask, self->person);
  if (asked (self->day))
    act->day = sl_ask_day_of (ask, self->day);
  if (asked (self->cost))
    act->cost = sl_ask_money (ask, self->cost);
  for (guint i = 0; i < self->n_options; i++)
    options[i] = (SlOption){ sl_ask_text (ask, self->options[i][0]), sl_ask_money (ask, self->options[i][1]),
                             sl_ask_text (ask, self->options[i][2]) };
  act->options = options;
  act->n_options = self->n_options;
}

/* The answer to an escalation, put into a transaction; NULL with @error. */
static SlTx *
begin_answer (SlRiskBar *self, GError **error)
{
  g_autoptr (SlTx) tx = sl_workspace_begin (self->workspace, SL_VERB_EDIT);
  const char *text = asked (self->text) ? sl_ask_text (SL_ASK (self->ask), self->text) : NULL;
  SlActContext context;

  sl_workspace_act_context (self->workspace, NULL, &context);
  return sl_tx_answer (tx, &context, self->escalation, self->answer, text, error) ? g_steal_pointer (&tx) : NULL;
}

static GError *
try_move (SlAsk *ask, const char *reason, gboolean commit, gpointer data)
{
  SlRiskBar *self = data;
  SlOption options[SL_RISK_BAR_OPTIONS_MAX];
  g_autofree char *why = NULL;
  GError *error = NULL;
  SlRiskAct act;

  if (self->escalation != SL_UID_NONE)
    {
      SlTx *tx = begin_answer (self, &error);

      return sl_ask_try_tx (ask, tx, reason, commit, error);
    }
  take_answers (self, &act, options);
  /* Why it is accepted is the reason for accepting it: nobody says it twice. */
  why = self->move == SL_RISK_MOVE_TOLERATE ? sl_text_clean (act.text, TRUE) : g_strdup (reason);
  if (!commit)
    return sl_workspace_risk_obstacle (self->workspace, self->risk, &act, why);
  sl_workspace_risk_act (self->workspace, self->risk, &act, why, &error);
  return error;
}

void
sl_risk_bar_connect (SlRiskBar *self)
{
  sl_ask_set_try (SL_ASK (self->ask), try_move, self);
}

/* --- Beginning ---------------------------------------------------------------------------------------------------- */

static void
begin_asking (SlRiskBar *self, SlRiskMove move, SlUid escalation, int answer)
{
  self->move = move;
  self->escalation = escalation;
  self->answer = answer;
  self->choice = self->text = self->person = self->day = self->cost = NOT_ASKED;
  self->n_options = 0;
  gtk_widget_set_visible (self->wanting, FALSE);
}

static void
tell_obstacles (SlRiskBar *self, const SlRiskNext *next, const char *title)
{
  SlAsk *ask = SL_ASK (self->ask);

  sl_ask_begin (ask, title, NULL);
  /* TRANSLATORS: above a list of what a risk still lacks. */
  sl_ask_add_words (ask, _ ("First it needs:"));
  for (guint i = 0; next->obstacles[i] != NULL; i++)
    sl_ask_add_words (ask, next->obstacles[i]);
  sl_ask_present (ask);
}

void
sl_risk_bar_begin (SlRiskBar *self, SlRiskMove move)
{
  const SlRisk *risk;
  const SlRiskNext *next;
  const char *title;
  SlAsk *ask;

  g_return_if_fail (SL_IS_RISK_BAR (self));
  risk = sl_risk_bar_risk (self);
  next = sl_risk_bar_find (self, move);
  if (risk == NULL || next == NULL)
    return;
  ask = SL_ASK (self->ask);
  title = g_dgettext (GETTEXT_PACKAGE, sl_risk_move_label (move, risk->state));
  begin_asking (self, move, SL_UID_NONE, 0);
  if (!next->possible)
    {
      tell_obstacles (self, next, title);
      return;
    }
  sl_ask_begin (ask, title, title);
  if (move == SL_RISK_MOVE_OPEN && next->reason_for == NULL)
    {
      sl_ask_accept (ask);
      return;
    }
  ask_move (self, ask, risk);
  if (move != SL_RISK_MOVE_TOLERATE && move != SL_RISK_MOVE_RESTRICT)
    sl_ask_set_reason (ask, next->reason_for);
  sl_ask_present (ask);
  sl_ask_check (ask);
}

void
sl_risk_bar_begin_answer (SlRiskBar *self, int state)
{
  const SlEscalation *escalation = sl_risk_open_escalation (sl_workspace_data (self->workspace), self->risk);
  SlAsk *ask = SL_ASK (self->ask);
  g_autofree char *title = NULL;

  if (escalation == NULL)
    return;
  begin_asking (self, SL_RISK_MOVE_ESCALATE, escalation->record.uid, state);
  title = g_strdup_printf ("%s: %s", sl_record_code (&escalation->record),
                           g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_escalation_state_enum, state)));
  sl_ask_begin (ask, title, _ ("Save"));
  sl_ask_add_words (ask, escalation->asked);
  if (state == SL_ESCALATION_STATE_DECIDED)
    self->text = sl_ask_add_text (ask, _ ("What Is Decided"), NULL);
  else if (state != SL_ESCALATION_STATE_ACCEPTED)
    self->text = sl_ask_add_text (ask, _ ("What They Are Told"), NULL);
  sl_ask_present (ask);
  sl_ask_check (ask);
}
