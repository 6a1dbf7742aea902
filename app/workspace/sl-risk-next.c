/* What may come next for a risk: each move tried on the data as they are, and what the rules say of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "workspace/sl-risk-acts.h"

#define R(field) SL_MASK (SL_RISK_##field)
#define END SL_N_RISK_MOVES

/* domain.md 2.6, by state; the likeliest first. */
static const SlRiskMove next_moves[SL_RISK_STATE_END_][SL_N_RISK_MOVES + 1] = {
  [SL_RISK_STATE_NONE_] = { END },
  [SL_RISK_STATE_DRAFT] = { SL_RISK_MOVE_OPEN, SL_RISK_MOVE_RESTRICT, END },
  [SL_RISK_STATE_OPEN] = { SL_RISK_MOVE_TREAT, SL_RISK_MOVE_REVIEW, SL_RISK_MOVE_TOLERATE, SL_RISK_MOVE_ESCALATE,
                           SL_RISK_MOVE_OCCUR, SL_RISK_MOVE_CLOSE, SL_RISK_MOVE_RESTRICT, END },
  [SL_RISK_STATE_TREATING] = { SL_RISK_MOVE_REVIEW, SL_RISK_MOVE_ESCALATE, SL_RISK_MOVE_TOLERATE, SL_RISK_MOVE_OCCUR,
                               SL_RISK_MOVE_CLOSE, SL_RISK_MOVE_OPEN, SL_RISK_MOVE_RESTRICT, END },
  [SL_RISK_STATE_TOLERATED] = { SL_RISK_MOVE_REVIEW, SL_RISK_MOVE_TOLERATE, SL_RISK_MOVE_OPEN, SL_RISK_MOVE_ESCALATE,
                                SL_RISK_MOVE_OCCUR, SL_RISK_MOVE_CLOSE, SL_RISK_MOVE_RESTRICT, END },
  [SL_RISK_STATE_OCCURRED] = { SL_RISK_MOVE_CLOSE, SL_RISK_MOVE_OPEN, SL_RISK_MOVE_RESTRICT, END },
  [SL_RISK_STATE_CLOSED] = { SL_RISK_MOVE_REOPEN, SL_RISK_MOVE_RESTRICT, END },
};

guint
sl_risk_next_moves (int state)
{
  guint moves = 0;

  g_return_val_if_fail (state > 0 && state < SL_RISK_STATE_END_, 0);
  for (guint i = 0; next_moves[state][i] != END; i++)
    moves |= 1u << next_moves[state][i];
  return moves;
}

/* What is asked with a move can not be wanting before. */
static guint64
asked_with (SlRiskMove move)
{
  if (move == SL_RISK_MOVE_TOLERATE)
    return R (ACCEPTED_BY) | R (ACCEPTED_UNTIL) | R (ACCEPTANCE_RATIONALE);
  return move == SL_RISK_MOVE_CLOSE ? R (CLOSE_REASON) : 0;
}

/* The move with as much said as trying it takes. */
static SlRiskAct
stand_in (SlRiskMove move, SlDate day)
{
  SlRiskAct act = SL_RISK_ACT (move);

  switch (move)
    {
    case SL_RISK_MOVE_TOLERATE:
      act.text = "…";
      act.day = day;
      break;
    case SL_RISK_MOVE_ESCALATE:
      act.text = "…";
      act.day = day;
      act.choice = SL_ESCALATION_LEVEL_END_ - 1;
      break;
    case SL_RISK_MOVE_RESTRICT:
      act.choice = SL_CONFIDENTIALITY_RESTRICTED;
      break;
    default:
      break;
    }
  return act;
}

void
sl_risk_next_free (SlRiskNext *next)
{
  if (next == NULL)
    return;
  g_strfreev (next->obstacles);
  g_free (next->reason_for);
  g_free (next);
}

static void
take_findings (SlRiskNext *next, const GPtrArray *findings, SlUid risk, GStrvBuilder *obstacles)
{
  g_autoptr (GString) reasons = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const SlFinding *finding = findings->pdata[i];
      g_autofree char *text = sl_finding_dup_text (finding, TRUE);

      if (finding->severity == SL_SEVERITY_REASON)
        g_string_append_printf (reasons, "%s%s", reasons->len > 0 ? "\n" : "", text);
      if (finding->severity == SL_SEVERITY_ERROR
          && !(finding->uid == risk && finding->field >= 0 && asked_with (next->move) & SL_MASK (finding->field)))
        g_strv_builder_add (obstacles, text);
    }
  if (reasons->len > 0)
    next->reason_for = g_string_free (g_steal_pointer (&reasons), FALSE);
}

static SlRiskNext *
try_move (SlWorkspace *workspace, const SlRisk *risk, SlRiskMove move)
{
  g_autoptr (SlTx) tx = sl_workspace_begin (workspace, SL_VERB_EDIT);
  g_autoptr (GPtrArray) findings = sl_findings_new ();
  g_autoptr (GStrvBuilder) obstacles = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;
  SlRiskNext *next = g_new0 (SlRiskNext, 1);
  SlActContext context;
  SlRiskAct act;

  next->move = move;
  sl_workspace_act_context (workspace, NULL, &context);
  act = stand_in (move, context.day);
  if (!sl_tx_risk_act (tx, &context, risk->record.uid, &act, &error) || !sl_workspace_judge (workspace, tx, findings, &error))
    g_strv_builder_add (obstacles, error->message);
  take_findings (next, findings, risk->record.uid, obstacles);
  next->obstacles = g_strv_builder_end (obstacles);
  next->possible = next->obstacles[0] == NULL;
  return next;
}

/* What time asks for comes before what is usual. */
static SlRiskMove
pressing (SlWorkspace *workspace, const SlRisk *risk)
{
  const SlRiskStatus *status = sl_workspace_risk_status (workspace, risk->record.uid);

  if (risk->state == SL_RISK_STATE_TOLERATED && risk->accepted_until != SL_DATE_NONE
      && risk->accepted_until < sl_workspace_as_of (workspace))
    return SL_RISK_MOVE_TOLERATE;
  if (status != NULL && status->overdue_days > 0)
    return SL_RISK_MOVE_REVIEW;
  return status != NULL && sl_risk_is_unhandled (risk, status) ? SL_RISK_MOVE_ESCALATE : END;
}

GPtrArray *
sl_workspace_risk_moves (SlWorkspace *self, SlUid uid)
{
  GPtrArray *moves = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_risk_next_free);
  const SlRecord *record;
  const SlRisk *risk;
  SlRiskMove first;

  g_return_val_if_fail (SL_IS_WORKSPACE (self), moves);
  record = sl_data_lookup (sl_workspace_data (self), uid);
  if (record == NULL || record->kind != SL_KIND_RISK)
    return moves;
  risk = SL_AS (RISK, record);
  first = pressing (self, risk);
  for (guint i = 0; next_moves[risk->state][i] != END; i++)
    {
      SlRiskMove move = next_moves[risk->state][i];

      g_ptr_array_insert (moves, move == first ? 0 : -1, try_move (self, risk, move));
    }
  return moves;
}

GError *
sl_workspace_risk_obstacle (SlWorkspace *self, SlUid risk, const SlRiskAct *act, const char *reason)
{
  g_autoptr (SlTx) tx = NULL;
  GError *error = NULL;
  SlActContext context;

  g_return_val_if_fail (SL_IS_WORKSPACE (self) && act != NULL, NULL);
  tx = sl_workspace_begin (self, SL_VERB_EDIT);
  sl_workspace_act_context (self, reason, &context);
  if (sl_tx_risk_act (tx, &context, risk, act, &error))
    sl_workspace_try (self, tx, sl_workspace_actor (self), reason, &error);
  return error;
}
