/* Each act on a risk as one transaction.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "workspace/sl-risk-acts.h"

#include "base/sl-error.h"
#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (GError **error, int code, const char *message)
{
  g_set_error_literal (error, SL_ERROR, code, message);
  return FALSE;
}

/* What people wrote, or nothing: an empty line leaves the field as it is. */
static gboolean
set_said (SlTx *tx, SlUid uid, guint field, const char *text, GError **error)
{
  g_autofree char *clean = sl_text_clean (text, FALSE);

  return clean == NULL || sl_tx_set (tx, uid, field, &SL_VALUE_TEXT (clean), error);
}

static gboolean
set_state (SlTx *tx, SlUid risk, int state, GError **error)
{
  return sl_tx_set (tx, risk, SL_RISK_STATE, &SL_VALUE_ENUM (state), error);
}

/* --- Moves of a risk ---------------------------------------------------------------------------------------------- */

static gboolean
review (SlTx *tx, const SlActContext *context, SlUid risk, const SlRiskAct *act, GError **error)
{
  int outcome = act->outcome != 0 ? act->outcome : SL_REVIEW_OUTCOME_NO_CHANGE;
  SlUid row;

  if (context->actor == SL_UID_NONE)
    return refuse (error, SL_ERROR_REFUSED, _ ("Choose who you are acting as before you review a risk"));
  row = sl_tx_create (tx, SL_KIND_RISK_REVIEW);
  return sl_tx_set (tx, row, SL_RISK_REVIEW_RISK, &SL_VALUE_REF (risk), error)
         && sl_tx_set (tx, row, SL_RISK_REVIEW_DATE, &SL_VALUE_DATE (context->day), error)
         && sl_tx_set (tx, row, SL_RISK_REVIEW_BY, &SL_VALUE_REF (context->actor), error)
         && sl_tx_set (tx, row, SL_RISK_REVIEW_OUTCOME, &SL_VALUE_ENUM (outcome), error)
         && set_said (tx, row, SL_RISK_REVIEW_NOTE, act->text, error);
}

static gboolean
treat (SlTx *tx, const SlActContext *context, SlUid risk, const SlRiskAct *act, GError **error)
{
  return (act->choice == 0 || sl_tx_set (tx, risk, SL_RISK_RESPONSE, &SL_VALUE_ENUM (act->choice), error))
         && set_state (tx, risk, SL_RISK_STATE_TREATING, error);
}

static gboolean
open_risk (SlTx *tx, const SlActContext *context, SlUid risk, const SlRiskAct *act, GError **error)
{
  return set_state (tx, risk, SL_RISK_STATE_OPEN, error);
}

/* An acceptance begins anew each time: twelve months from today at most, not from the one before (INV-6), so its end is
 * said each time; who accepts it and why may stay as they are. */
static gboolean
tolerate (SlTx *tx, const SlActContext *context, SlUid risk, const SlRiskAct *act, GError **error)
{
  const SlRisk *record = SL_AS (RISK, sl_data_lookup (sl_tx_data (tx), risk));
  const SlValue until = act->day != SL_DATE_NONE ? SL_VALUE_DATE (act->day) : SL_VALUE_NULL (SL_TYPE_DATE);

  return (record->kind != SL_RISK_KIND_THREAT
          || sl_tx_set (tx, risk, SL_RISK_RESPONSE, &SL_VALUE_ENUM (SL_RESPONSE_ACCEPT), error))
         && sl_tx_set (tx, risk, SL_RISK_ACCEPTED_ON, &SL_VALUE_DATE (context->day), error)
         && (act->person == SL_UID_NONE || sl_tx_set (tx, risk, SL_RISK_ACCEPTED_BY, &SL_VALUE_REF (act->person), error))
         && sl_tx_set (tx, risk, SL_RISK_ACCEPTED_UNTIL, &until, error)
         && set_said (tx, risk, SL_RISK_ACCEPTANCE_RATIONALE, act->text, error)
         && set_state (tx, risk, SL_RISK_STATE_TOLERATED, error);
}

static gboolean
occur (SlTx *tx, const SlActContext *context, SlUid risk, const SlRiskAct *act, GError **error)
{
  SlDate day = act->day != SL_DATE_NONE ? act->day : context->day;
  SlUid issue;

  if (day > context->day)
    return refuse (error, SL_ERROR_VALUE, _ ("What has occurred cannot lie in the future"));
  if (!sl_tx_set (tx, risk, SL_RISK_OCCURRED_ON, &SL_VALUE_DATE (day), error)
      || !set_state (tx, risk, SL_RISK_STATE_OCCURRED, error) || !sl_rules_raise_issue (tx, risk, context, &issue, error))
    return FALSE;
  return issue == SL_UID_NONE || act->cost == SL_MONEY_NONE
         || sl_tx_set (tx, issue, SL_ISSUE_COST_REMAINING, &SL_VALUE_MONEY (act->cost), error);
}

static gboolean
close_risk (SlTx *tx, const SlActContext *context, SlUid risk, const SlRiskAct *act, GError **error)
{
  return sl_tx_set (tx, risk, SL_RISK_CLOSED_ON, &SL_VALUE_DATE (context->day), error)
         && (act->choice == 0 || sl_tx_set (tx, risk, SL_RISK_CLOSE_REASON, &SL_VALUE_ENUM (act->choice), error))
         && set_state (tx, risk, SL_RISK_STATE_CLOSED, error);
}

static gboolean
add_option (SlTx *tx, SlUid escalation, const SlOption *option, GError **error)
{
  g_autofree char *text = sl_text_clean (option->text, FALSE);
  SlUid row;

  if (text == NULL)
    return TRUE;
  row = sl_tx_create (tx, SL_KIND_ESCALATION_OPTION);
  return sl_tx_set (tx, row, SL_ESCALATION_OPTION_ESCALATION, &SL_VALUE_REF (escalation), error)
         && sl_tx_set (tx, row, SL_ESCALATION_OPTION_TEXT, &SL_VALUE_TEXT (text), error)
         && (option->cost == SL_MONEY_NONE
             || sl_tx_set (tx, row, SL_ESCALATION_OPTION_COST, &SL_VALUE_MONEY (option->cost), error))
         && set_said (tx, row, SL_ESCALATION_OPTION_EFFECT, option->effect, error);
}

/* The risk says who deals with it now, the escalation what they are asked. */
static gboolean
escalate (SlTx *tx, const SlActContext *context, SlUid risk, const SlRiskAct *act, GError **error)
{
  int from = SL_AS (RISK, sl_data_lookup (sl_tx_data (tx), risk))->escalation_level;
  SlUid uid;

  if (act->choice <= SL_ESCALATION_LEVEL_PROJECT || act->choice < from)
    return refuse (error, SL_ERROR_VALUE, _ ("Choose the level that is to decide, not one below that which deals with it now"));
  uid = sl_tx_create (tx, SL_KIND_ESCALATION);
  if (!sl_tx_set (tx, uid, SL_ESCALATION_RISK, &SL_VALUE_REF (risk), error)
      || !set_said (tx, uid, SL_ESCALATION_ASKED, act->text, error)
      || !sl_tx_set (tx, uid, SL_ESCALATION_FROM_LEVEL, &SL_VALUE_ENUM (from), error)
      || !sl_tx_set (tx, uid, SL_ESCALATION_TO_LEVEL, &SL_VALUE_ENUM (act->choice), error)
      || (act->day != SL_DATE_NONE && !sl_tx_set (tx, uid, SL_ESCALATION_DECISION_DUE, &SL_VALUE_DATE (act->day), error)))
    return FALSE;
  for (guint i = 0; i < act->n_options; i++)
    if (!add_option (tx, uid, &act->options[i], error))
      return FALSE;
  return sl_tx_set (tx, risk, SL_RISK_ESCALATION_LEVEL, &SL_VALUE_ENUM (act->choice), error);
}

static gboolean
restrict_risk (SlTx *tx, const SlActContext *context, SlUid risk, const SlRiskAct *act, GError **error)
{
  return act->choice == 0 || sl_tx_set (tx, risk, SL_RISK_CONFIDENTIALITY, &SL_VALUE_ENUM (act->choice), error);
}

static const struct
{
  gboolean (*put) (SlTx *tx, const SlActContext *context, SlUid risk, const SlRiskAct *act, GError **error);
  SlVerb verb;
  const char *label;
} moves[] = {
  [SL_RISK_MOVE_REVIEW] = { review, SL_VERB_REVIEW, N_ ("Review") },
  [SL_RISK_MOVE_OPEN] = { open_risk, SL_VERB_EDIT, N_ ("Open") },
  [SL_RISK_MOVE_TREAT] = { treat, SL_VERB_EDIT, N_ ("Treat") },
  [SL_RISK_MOVE_TOLERATE] = { tolerate, SL_VERB_EDIT, N_ ("Accept") },
  [SL_RISK_MOVE_OCCUR] = { occur, SL_VERB_EDIT, N_ ("Has Occurred") },
  [SL_RISK_MOVE_CLOSE] = { close_risk, SL_VERB_EDIT, N_ ("Close") },
  [SL_RISK_MOVE_REOPEN] = { open_risk, SL_VERB_EDIT, N_ ("Reopen") },
  [SL_RISK_MOVE_ESCALATE] = { escalate, SL_VERB_ADD, N_ ("Escalate") },
  [SL_RISK_MOVE_RESTRICT] = { restrict_risk, SL_VERB_EDIT, N_ ("Confidentiality") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (moves) == SL_N_RISK_MOVES);

const char *
sl_risk_move_label (SlRiskMove move, int state)
{
  g_return_val_if_fail (move >= 0 && move < SL_N_RISK_MOVES, NULL);
  if (move == SL_RISK_MOVE_TOLERATE && state == SL_RISK_STATE_TOLERATED)
    return N_ ("Accept Anew");
  if (move != SL_RISK_MOVE_OPEN)
    return moves[move].label;
  if (state == SL_RISK_STATE_TREATING)
    return N_ ("Stop Treating");
  if (state == SL_RISK_STATE_TOLERATED)
    return N_ ("End Acceptance");
  return state == SL_RISK_STATE_OCCURRED ? N_ ("May Recur") : moves[move].label;
}

gboolean
sl_tx_risk_act (SlTx *tx, const SlActContext *context, SlUid risk, const SlRiskAct *act, GError **error)
{
  const SlRecord *record;

  g_return_val_if_fail (tx != NULL && context != NULL && act != NULL && act->move < SL_N_RISK_MOVES, FALSE);
  record = sl_data_lookup (sl_tx_data (tx), risk);
  if (record == NULL || record->kind != SL_KIND_RISK)
    return refuse (error, SL_ERROR_NOT_FOUND, _ ("The risk was deleted meanwhile"));
  return moves[act->move].put (tx, context, risk, act, error);
}

gboolean
sl_workspace_risk_act (SlWorkspace *self, SlUid risk, const SlRiskAct *act, const char *reason, GError **error)
{
  g_autoptr (SlTx) tx = NULL;
  SlActContext context;

  g_return_val_if_fail (SL_IS_WORKSPACE (self) && act != NULL && act->move < SL_N_RISK_MOVES, FALSE);
  tx = sl_workspace_begin (self, moves[act->move].verb);
  sl_workspace_act_context (self, reason, &context);
  return sl_tx_risk_act (tx, &context, risk, act, error) && sl_workspace_commit (self, g_steal_pointer (&tx), reason, error);
}

/* --- Escalations -------------------------------------------------------------------------------------------------- */

static gboolean
find_waiting (const SlRecord *record, gpointer data)
{
  const SlEscalation *escalation = SL_AS (ESCALATION, record);
  const SlEscalation **latest = data;

  if ((escalation->state == SL_ESCALATION_STATE_RAISED || escalation->state == SL_ESCALATION_STATE_ACCEPTED)
      && (*latest == NULL || escalation->raised_on >= (*latest)->raised_on))
    *latest = escalation;
  return TRUE;
}

const SlEscalation *
sl_risk_open_escalation (const SlData *data, SlUid risk)
{
  const SlEscalation *latest = NULL;

  g_return_val_if_fail (data != NULL, NULL);
  sl_data_children (data, SL_KIND_ESCALATION, SL_ESCALATION_RISK, risk, find_waiting, &latest);
  return latest;
}

/* Sent back or withdrawn, the risk is again with whom it came from; what was decided may still be theirs to do. */
static gboolean
give_back (SlTx *tx, const SlEscalation *escalation, int state, GError **error)
{
  const SlRisk *risk = SL_AS (RISK, sl_data_lookup (sl_tx_data (tx), escalation->risk));

  if ((state != SL_ESCALATION_STATE_RETURNED && state != SL_ESCALATION_STATE_WITHDRAWN) || risk == NULL
      || escalation->from_level == 0 || risk->escalation_level != escalation->to_level)
    return TRUE;
  return sl_tx_set (tx, escalation->risk, SL_RISK_ESCALATION_LEVEL, &SL_VALUE_ENUM (escalation->from_level), error);
}

gboolean
sl_tx_answer (SlTx *tx, const SlActContext *context, SlUid escalation, int state, const char *decision, GError **error)
{
  const SlRecord *record;

  g_return_val_if_fail (tx != NULL && context != NULL, FALSE);
  record = sl_data_lookup (sl_tx_data (tx), escalation);
  if (record == NULL || record->kind != SL_KIND_ESCALATION)
    return refuse (error, SL_ERROR_NOT_FOUND, _ ("The escalation was deleted meanwhile"));
  if (SL_AS (ESCALATION, record)->state == state)
    return refuse (error, SL_ERROR_REFUSED, _ ("The escalation has been answered meanwhile"));
  return give_back (tx, SL_AS (ESCALATION, record), state, error)
         && set_said (tx, escalation, SL_ESCALATION_DECISION, decision, error)
         && sl_tx_set (tx, escalation, SL_ESCALATION_STATE, &SL_VALUE_ENUM (state), error);
}

gboolean
sl_workspace_decide (SlWorkspace *self, SlUid escalation, const char *decision, const char *reason, GError **error)
{
  g_autoptr (SlTx) tx = NULL;
  SlActContext context;

  g_return_val_if_fail (SL_IS_WORKSPACE (self), FALSE);
  tx = sl_workspace_begin (self, SL_VERB_EDIT);
  sl_workspace_act_context (self, reason, &context);
  return sl_tx_answer (tx, &context, escalation, SL_ESCALATION_STATE_DECIDED, decision, error)
         && sl_workspace_commit (self, g_steal_pointer (&tx), reason, error);
}

/* --- Actions ------------------------------------------------------------------------------------------------------ */

/* As confidential as the risk that the action treats, and under the same owner until somebody names another. */
static gboolean
add_draft (SlTx *tx, const SlAction *action, const char *title, SlUid *draft, GError **error)
{
  static const guint inherited[] = { SL_RISK_PROJECT, SL_RISK_OWNER, SL_RISK_SUFFERER, SL_RISK_CATEGORY, SL_RISK_CONFIDENTIALITY };
  const SlRecord *parent = sl_data_lookup (sl_tx_data (tx), action->risk);
  g_autofree char *clean = sl_text_clean (title, TRUE);
  SlUid uid = sl_tx_create (tx, SL_KIND_RISK);

  for (guint i = 0; parent != NULL && i < G_N_ELEMENTS (inherited); i++)
    {
      SlValue value;

      sl_record_get (parent, inherited[i], &value);
      if (!value.is_null && !sl_tx_set (tx, uid, inherited[i], &value, error))
        return FALSE;
    }
  *draft = uid;
  return sl_tx_set (tx, uid, SL_RISK_CAUSED_BY_ACTION, &SL_VALUE_REF (action->record.uid), error)
         && (clean == NULL || sl_tx_set (tx, uid, SL_RISK_TITLE, &SL_VALUE_TEXT (clean), error));
}

gboolean
sl_tx_finish_action (SlTx *tx, const SlActContext *context, SlUid action, const char *new_risk, SlUid *draft, GError **error)
{
  const SlRecord *record;
  SlUid made = SL_UID_NONE;
  int answer = new_risk != NULL ? SL_NEW_RISK_YES : SL_NEW_RISK_NO;

  g_return_val_if_fail (tx != NULL && context != NULL, FALSE);
  record = sl_data_lookup (sl_tx_data (tx), action);
  if (record == NULL || record->kind != SL_KIND_ACTION)
    return refuse (error, SL_ERROR_NOT_FOUND, _ ("The action was deleted meanwhile"));
  if (new_risk != NULL && !add_draft (tx, SL_AS (ACTION, record), new_risk, &made, error))
    return FALSE;
  if (draft != NULL)
    *draft = made;
  return sl_tx_set (tx, action, SL_ACTION_CREATES_NEW_RISK, &SL_VALUE_ENUM (answer), error)
         && sl_tx_set (tx, action, SL_ACTION_PERCENT, &SL_VALUE_INT (100), error)
         && sl_tx_set (tx, action, SL_ACTION_STATE, &SL_VALUE_ENUM (SL_ACTION_STATE_DONE), error);
}
