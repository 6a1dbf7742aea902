/* What follows from a change and people must not have to type.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rules/sl-rules.h"

#include "base/sl-text.h"

static gboolean
set_if_empty (SlTx *tx, SlUid uid, guint field, SlValue value, GError **error)
{
  SlValue present;

  sl_record_get (sl_data_lookup (sl_tx_data (tx), uid), field, &present);
  return !present.is_null || sl_tx_set (tx, uid, field, &value, error);
}

/* Who verifies is who acts, today, unless the change says otherwise. */
static gboolean
complete_verified (SlTx *tx, SlUid uid, const SlActContext *act, GError **error)
{
  return set_if_empty (tx, uid, SL_ACTION_VERIFIED_ON, SL_VALUE_DATE (act->day), error)
         && (act->actor == SL_UID_NONE
             || set_if_empty (tx, uid, SL_ACTION_VERIFIED_BY, SL_VALUE_REF (act->actor), error));
}

typedef struct
{
  const SlTx *tx;
  SlDate to;
  gboolean found;
} Told;

/* An import brings the moves that were made elsewhere. */
static gboolean
find_told (const SlRecord *record, gpointer data)
{
  Told *told = data;

  told->found = SL_AS (DUE_MOVE, record)->to == told->to && sl_data_lookup (sl_tx_base (told->tx), record->uid) == NULL;
  return !told->found;
}

/* F-12 counts these moves: whatever moves the day leaves one. */
static gboolean
complete_due (SlTx *tx, const SlChange *change, const SlActContext *act, const char *reason, GError **error)
{
  const SlAction *before = SL_AS (ACTION, change->before);
  const SlAction *after = SL_AS (ACTION, change->after);
  Told told = { tx, after->due, FALSE };
  SlUid move;

  if (before == NULL || before->due == SL_DATE_NONE || after->due == SL_DATE_NONE || before->due == after->due)
    return TRUE;
  sl_data_children (sl_tx_data (tx), SL_KIND_DUE_MOVE, SL_DUE_MOVE_ACTION, change->uid, find_told, &told);
  if (told.found)
    return TRUE;
  move = sl_tx_create (tx, SL_KIND_DUE_MOVE);
  return sl_tx_set (tx, move, SL_DUE_MOVE_ACTION, &SL_VALUE_REF (change->uid), error)
         && sl_tx_set (tx, move, SL_DUE_MOVE_FROM, &SL_VALUE_DATE (before->due), error)
         && sl_tx_set (tx, move, SL_DUE_MOVE_TO, &SL_VALUE_DATE (after->due), error)
         && sl_tx_set (tx, move, SL_DUE_MOVE_ON, &SL_VALUE_DATE (act->day), error)
         && (act->actor == SL_UID_NONE || sl_tx_set (tx, move, SL_DUE_MOVE_BY, &SL_VALUE_REF (act->actor), error))
         && (!act->reason_given || sl_tx_set_text (tx, move, SL_DUE_MOVE_REASON, reason, act->day, error));
}

static gboolean
complete_action (SlTx *tx, const SlChange *change, const SlActContext *act, const char *reason, GError **error)
{
  const SlAction *before = SL_AS (ACTION, change->before);
  const SlAction *after = SL_AS (ACTION, change->after);

  if (after->due != SL_DATE_NONE
      && !set_if_empty (tx, change->uid, SL_ACTION_ORIGINAL_DUE, SL_VALUE_DATE (after->due), error))
    return FALSE;
  if (after->state == SL_ACTION_STATE_VERIFIED && (before == NULL || before->state != after->state)
      && !complete_verified (tx, change->uid, act, error))
    return FALSE;
  return complete_due (tx, change, act, reason, error);
}

/* --- An issue from a risk ----------------------------------------------------------------------------------------- */

static gboolean
find_unclosed (const SlRecord *record, gpointer data)
{
  if (SL_AS (ISSUE, record)->state != SL_ISSUE_STATE_CLOSED)
    *(SlUid *) data = record->uid;
  return *(SlUid *) data == SL_UID_NONE;
}

static gboolean
collect_node (const SlRecord *record, gpointer data)
{
  g_array_append_val ((GArray *) data, SL_AS (RISK_NODE, record)->node);
  return TRUE;
}

static gboolean
copy_nodes (SlTx *tx, SlUid risk, SlUid issue, GError **error)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (SlUid));

  sl_data_children (sl_tx_data (tx), SL_KIND_RISK_NODE, SL_RISK_NODE_RISK, risk, collect_node, nodes);
  for (guint i = 0; i < nodes->len; i++)
    {
      SlUid link = sl_tx_create (tx, SL_KIND_ISSUE_NODE);

      if (!sl_tx_set (tx, link, SL_ISSUE_NODE_ISSUE, &SL_VALUE_REF (issue), error)
          || !sl_tx_set (tx, link, SL_ISSUE_NODE_NODE, &SL_VALUE_REF (g_array_index (nodes, SlUid, i)), error))
        return FALSE;
    }
  return TRUE;
}

/* What was feared is what is there, until somebody looks: impact and cost of the current assessment. */
static gboolean
copy_assessment (SlTx *tx, SlUid risk, SlUid issue, const SlActContext *act, GError **error)
{
  static const guint copied[][2] = {
    { SL_RISK_ASSESSMENT_IMPACT_COST, SL_ISSUE_IMPACT_COST },
    { SL_RISK_ASSESSMENT_IMPACT_TIME, SL_ISSUE_IMPACT_TIME },
    { SL_RISK_ASSESSMENT_IMPACT_BENEFIT, SL_ISSUE_IMPACT_BENEFIT },
    { SL_RISK_ASSESSMENT_IMPACT_TRUST, SL_ISSUE_IMPACT_TRUST },
    { SL_RISK_ASSESSMENT_IMPACT_SAFETY_SECURITY, SL_ISSUE_IMPACT_SAFETY_SECURITY },
    { SL_RISK_ASSESSMENT_COST_IF_OCCURS, SL_ISSUE_COST_REMAINING },
  };
  const SlView view = { sl_tx_data (tx), act->day, sl_data_settings (sl_tx_data (tx)) };
  const SlRiskAssessment *current = sl_risk_assessment_in_force (&view, risk, SL_ASSESSMENT_TYPE_CURRENT);

  for (guint i = 0; current != NULL && i < G_N_ELEMENTS (copied); i++)
    {
      SlValue value;

      sl_record_get (&current->record, copied[i][0], &value);
      if (!value.is_null && !sl_tx_set (tx, issue, copied[i][1], &value, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sl_rules_raise_issue (SlTx *tx, SlUid risk_uid, const SlActContext *act, SlUid *issue, GError **error)
{
  const SlRisk *risk = SL_AS (RISK, sl_data_lookup (sl_tx_data (tx), risk_uid));
  SlUid made = SL_UID_NONE;

  sl_data_children (sl_tx_data (tx), SL_KIND_ISSUE, SL_ISSUE_FROM_RISK, risk_uid, find_unclosed, &made);
  *issue = made;
  if (made != SL_UID_NONE || risk->kind != SL_RISK_KIND_THREAT)
    return TRUE;
  *issue = made = sl_tx_create (tx, SL_KIND_ISSUE);
  return sl_tx_set (tx, made, SL_ISSUE_FROM_RISK, &SL_VALUE_REF (risk_uid), error)
         && sl_tx_set (tx, made, SL_ISSUE_TITLE, &SL_VALUE_TEXT (risk->title), error)
         && sl_tx_set (tx, made, SL_ISSUE_RAISED, &SL_VALUE_DATE (act->day), error)
         && (risk->owner == SL_UID_NONE || sl_tx_set (tx, made, SL_ISSUE_OWNER, &SL_VALUE_REF (risk->owner), error))
         && copy_assessment (tx, risk_uid, made, act, error)
         && copy_nodes (tx, risk_uid, made, error);
}

/* --- Risks, issues, escalations ----------------------------------------------------------------------------------- */

/* The day of an act that may happen again: what stands from the last time (@again) says nothing about this one, what the
 * change itself gives is kept. */
static gboolean
set_day_anew (SlTx *tx, const SlChange *change, guint field, gboolean again, SlDate day, GError **error)
{
  if (again && change->before != NULL && !(change->mask & SL_MASK (field)))
    return sl_tx_set (tx, change->uid, field, &SL_VALUE_DATE (day), error);
  return set_if_empty (tx, change->uid, field, SL_VALUE_DATE (day), error);
}

static gboolean
complete_risk (SlTx *tx, const SlChange *change, const SlActContext *act, GError **error)
{
  const SlRisk *before = SL_AS (RISK, change->before);
  const SlRisk *after = SL_AS (RISK, change->after);
  SlUid issue;

  if (before != NULL && before->state == after->state)
    return TRUE;
  switch (after->state)
    {
    case SL_RISK_STATE_CLOSED:
      return set_if_empty (tx, change->uid, SL_RISK_CLOSED_ON, SL_VALUE_DATE (act->day), error);
    case SL_RISK_STATE_OCCURRED:
      return set_day_anew (tx, change, SL_RISK_OCCURRED_ON, before != NULL && before->occurred_on != SL_DATE_NONE, act->day, error)
             && sl_rules_raise_issue (tx, change->uid, act, &issue, error);
    case SL_RISK_STATE_TOLERATED:
      /* Tolerating a threat is the response “accept”; F-9 counts it only then. */
      return set_day_anew (tx, change, SL_RISK_ACCEPTED_ON, (change->mask & SL_MASK (SL_RISK_ACCEPTED_UNTIL)) != 0, act->day, error)
             && (after->kind != SL_RISK_KIND_THREAT
                 || set_if_empty (tx, change->uid, SL_RISK_RESPONSE, SL_VALUE_ENUM (SL_RESPONSE_ACCEPT), error));
    default:
      if (before == NULL || before->state != SL_RISK_STATE_CLOSED)
        return TRUE;
      /* Reopened: the day and reason of the closing stay in the history, not on the risk. */
      return sl_tx_set (tx, change->uid, SL_RISK_CLOSED_ON, &SL_VALUE_NULL (SL_TYPE_DATE), error)
             && sl_tx_set (tx, change->uid, SL_RISK_CLOSE_REASON, &SL_VALUE_NULL (SL_TYPE_ENUM), error);
    }
}

static gboolean
complete_issue (SlTx *tx, const SlChange *change, const SlActContext *act, GError **error)
{
  return change->before != NULL || set_if_empty (tx, change->uid, SL_ISSUE_RAISED, SL_VALUE_DATE (act->day), error);
}

static gboolean
complete_escalation (SlTx *tx, const SlChange *change, const SlActContext *act, GError **error)
{
  const SlEscalation *before = SL_AS (ESCALATION, change->before);
  const SlEscalation *after = SL_AS (ESCALATION, change->after);
  gboolean named = act->actor != SL_UID_NONE;

  if (before == NULL
      && !(set_if_empty (tx, change->uid, SL_ESCALATION_RAISED_ON, SL_VALUE_DATE (act->day), error)
           && (!named || set_if_empty (tx, change->uid, SL_ESCALATION_RAISED_BY, SL_VALUE_REF (act->actor), error))))
    return FALSE;
  if (after->state != SL_ESCALATION_STATE_DECIDED || (before != NULL && before->state == after->state))
    return TRUE;
  return set_if_empty (tx, change->uid, SL_ESCALATION_DECIDED_ON, SL_VALUE_DATE (act->day), error)
         && (!named || set_if_empty (tx, change->uid, SL_ESCALATION_DECIDED_BY, SL_VALUE_REF (act->actor), error));
}

/* --- Rows that name their author ------------------------------------------------------------------------------------ */

/* Who judges or looks is who acts, unless the change says otherwise. */
static gboolean
complete_author (SlTx *tx, const SlChange *change, const SlActContext *act, GError **error)
{
  const SlKind *kind = sl_kind_get (change->kind);

  if (change->kind != SL_KIND_RISK_ASSESSMENT && change->kind != SL_KIND_RISK_REVIEW)
    return TRUE;
  return change->before != NULL || act->actor == SL_UID_NONE
         || set_if_empty (tx, change->uid, (guint) kind->author, SL_VALUE_REF (act->actor), error);
}

/* --- Benefits ----------------------------------------------------------------------------------------------------- */

/* Taking on is a person's own word: the one before cannot have given it for the next (F-16, G2-04). */
static gboolean
complete_benefit (SlTx *tx, const SlChange *change, GError **error)
{
  const guint64 both = SL_MASK (SL_BENEFIT_OWNER) | SL_MASK (SL_BENEFIT_OWNER_ACCEPTED);

  if (change->before == NULL || SL_AS (BENEFIT, change->before)->owner == SL_UID_NONE
      || (change->mask & both) != SL_MASK (SL_BENEFIT_OWNER))
    return TRUE;
  return sl_tx_set (tx, change->uid, SL_BENEFIT_OWNER_ACCEPTED, &SL_VALUE_NULL (SL_TYPE_DATE), error);
}

/* --- Settings ----------------------------------------------------------------------------------------------------- */

/* A new settings version says who made it, when and why. */
static gboolean
complete_settings (SlTx *tx, SlUid uid, const SlActContext *act, const char *reason, GError **error)
{
  g_autofree char *line = sl_text_clean (reason, TRUE);

  return set_if_empty (tx, uid, SL_SETTINGS_CHANGED_ON, SL_VALUE_DATE (act->day), error)
         && (act->actor == SL_UID_NONE
             || set_if_empty (tx, uid, SL_SETTINGS_CHANGED_BY, SL_VALUE_REF (act->actor), error))
         && (line == NULL || set_if_empty (tx, uid, SL_SETTINGS_REASON, SL_VALUE_TEXT (line), error));
}

static gboolean
complete_dues (SlTx *tx, const GArray *changes, const SlActContext *act, const char *reason, GError **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const SlChange *change = &g_array_index (changes, SlChange, i);

      if (change->kind == SL_KIND_ACTION && change->after != NULL && !complete_due (tx, change, act, reason, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sl_rules_complete (SlTx *tx, const SlActContext *context, const char *reason, GError **error)
{
  g_autoptr (GArray) changes = NULL;
  SlVerb verb;

  g_return_val_if_fail (tx != NULL && context != NULL, FALSE);
  verb = sl_tx_verb (tx);
  if (verb == SL_VERB_CREATE || verb == SL_VERB_LOAD || verb == SL_VERB_UNDO || verb == SL_VERB_REDO)
    return TRUE;
  changes = sl_tx_changes (tx);
  if (verb == SL_VERB_IMPORT)
    return complete_dues (tx, changes, context, reason, error);
  for (guint i = 0; i < changes->len; i++)
    {
      const SlChange *change = &g_array_index (changes, SlChange, i);

      if (change->after == NULL)
        continue;
      if (!complete_author (tx, change, context, error))
        return FALSE;
      if (change->kind == SL_KIND_ACTION && !complete_action (tx, change, context, reason, error))
        return FALSE;
      if (change->kind == SL_KIND_RISK && !complete_risk (tx, change, context, error))
        return FALSE;
      if (change->kind == SL_KIND_ISSUE && !complete_issue (tx, change, context, error))
        return FALSE;
      if (change->kind == SL_KIND_ESCALATION && !complete_escalation (tx, change, context, error))
        return FALSE;
      if (change->kind == SL_KIND_BENEFIT && !complete_benefit (tx, change, error))
        return FALSE;
      if (change->kind == SL_KIND_SETTINGS && change->before == NULL
          && !complete_settings (tx, change->uid, context, reason, error))
        return FALSE;
    }
  return TRUE;
}
