/* sl-risk-acts.h: what is done with a risk, its actions and its escalations, each as one change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The moves of domain.md 2.6 and the stamps and figures of 2.9, the same for window and command line: an act fills a
 * transaction, and sl_workspace_commit() with one reason makes it one step for undo. The rules judge it there; nothing is
 * judged here, but sl_workspace_risk_moves() asks them beforehand what would be refused.
 */
#pragma once

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

/**
 * SlRiskMove:
 * @SL_RISK_MOVE_REVIEW: the stamp “looked at it”, with or without an outcome
 * @SL_RISK_MOVE_OPEN: a draft becomes a risk; a treated or tolerated one is neither any more; it may recur
 * @SL_RISK_MOVE_TREAT: it is being treated (INV-7)
 * @SL_RISK_MOVE_TOLERATE: it is accepted, or accepted anew (INV-6)
 * @SL_RISK_MOVE_OCCUR: it has struck; a threat becomes an issue
 * @SL_RISK_MOVE_CLOSE: it needs no more watching
 * @SL_RISK_MOVE_REOPEN: a closed one does again
 * @SL_RISK_MOVE_ESCALATE: the level above is asked to decide
 * @SL_RISK_MOVE_RESTRICT: other people may see it
 */
typedef enum
{
  SL_RISK_MOVE_REVIEW,
  SL_RISK_MOVE_OPEN,
  SL_RISK_MOVE_TREAT,
  SL_RISK_MOVE_TOLERATE,
  SL_RISK_MOVE_OCCUR,
  SL_RISK_MOVE_CLOSE,
  SL_RISK_MOVE_REOPEN,
  SL_RISK_MOVE_ESCALATE,
  SL_RISK_MOVE_RESTRICT,
  SL_N_RISK_MOVES
} SlRiskMove;

/* One of the choices laid before the level above. */
typedef struct
{
  const char *text;   /* NULL or empty: left out */
  SlMoney cost;       /* minor units; SL_MONEY_NONE: not stated */
  const char *effect; /* nullable */
} SlOption;

/* What people say with a move; each move reads only its own members, and what is empty is wanting or left as it is. */
typedef struct
{
  SlRiskMove move;
  int outcome;          /* REVIEW: SL_REVIEW_OUTCOME_*; 0: nothing changed */
  const char *text;     /* REVIEW: the note; TOLERATE: why; ESCALATE: what is asked; nullable */
  SlUid person;         /* TOLERATE: who accepts it */
  SlDate day;           /* TOLERATE: until when, wanting if empty; OCCUR: when (else the acting day); ESCALATE: decision by */
  SlMoney cost;         /* OCCUR: cost remaining, minor units; SL_MONEY_NONE: as assessed */
  int choice;           /* TREAT: SL_RESPONSE_*, 0: as it is; CLOSE: SL_CLOSE_REASON_*; ESCALATE: SL_ESCALATION_LEVEL_*;
                           RESTRICT: SL_CONFIDENTIALITY_* */
  const SlOption *options; /* ESCALATE */
  guint n_options;
} SlRiskAct;

/* Nothing said but the move. */
#define SL_RISK_ACT(move_) ((SlRiskAct){ .move = (move_), .day = SL_DATE_NONE, .cost = SL_MONEY_NONE })

/* Puts @act on @risk into @tx. SL_ERROR_NOT_FOUND when @risk is none, SL_ERROR_REFUSED when it needs a named person and
 * @context has none (reviews), and what sl_tx_set() says. */
gboolean   sl_tx_risk_act         (SlTx *tx, const SlActContext *context, SlUid risk, const SlRiskAct *act, GError **error);
/* The same, committed: what sl_workspace_commit() says. */
gboolean   sl_workspace_risk_act  (SlWorkspace *self, SlUid risk, const SlRiskAct *act, const char *reason, GError **error);
/* "Accept", "Close": a label for a button where the risk is in @state (SL_RISK_STATE_*), untranslated msgid. */
const char *sl_risk_move_label    (SlRiskMove move, int state);

/* --- What may come next ------------------------------------------------------------------------------------------- */

/* A move that 2.6 allows from where the risk is. */
typedef struct
{
  SlRiskMove move;
  gboolean possible;  /* once what the move asks for is said (who accepts, why it closes) */
  GStrv obstacles;    /* else what is wanting, plain sentences in the user's language; never NULL */
  char *reason_for;   /* why it demands a reason (2.9); NULL: it demands none */
} SlRiskNext;

/* The moves that 2.6 knows from @state (SL_RISK_STATE_*), as a set of bits 1 << SL_RISK_MOVE_*. */
guint      sl_risk_next_moves      (int state);

void       sl_risk_next_free       (SlRiskNext *next);

/* The moves that may come next for @risk, the likeliest first, as the rules see them for the acting person, tried and
 * never committed. Returns: (transfer full): of SlRiskNext; empty when @risk is none. */
GPtrArray *sl_workspace_risk_moves (SlWorkspace *self, SlUid risk);
/* What @act would be refused for now; NULL: nothing. SL_ERROR_REASON_NEEDED when only a reason is wanting. */
GError    *sl_workspace_risk_obstacle (SlWorkspace *self, SlUid risk, const SlRiskAct *act, const char *reason);

/* --- Assessing ---------------------------------------------------------------------------------------------------- */

/* Makes the assessment of @type (SL_ASSESSMENT_TYPE_*) of the acting day from the one in force, with the fields of @mask
 * (of SL_MASK (SL_RISK_ASSESSMENT_…): probability, percent, impacts, cost, confidence) taken from @values, an array of
 * SL_RISK_ASSESSMENT_N_FIELDS; the same person's of that day is amended instead (domain.md 2.1). @view must read through
 * @tx. @rationale: nullable. SL_ERROR_REFUSED without an acting person, SL_ERROR_VALUE outside the limits. */
gboolean   sl_tx_assess_figures   (SlTx *tx, const SlView *view, const SlActContext *context, SlUid risk, int type,
                                   guint64 mask, const SlValue *values, const char *rationale, GError **error);
/* The same, committed with @reason as the rationale. */
gboolean   sl_workspace_assess_figures (SlWorkspace *self, SlUid risk, int type, guint64 mask, const SlValue *values,
                                        const char *reason, GError **error);

/* --- Escalations and actions -------------------------------------------------------------------------------------- */

/* Answers an escalation: @state is SL_ESCALATION_STATE_ACCEPTED, _DECIDED (with @decision), _RETURNED or _WITHDRAWN (@decision,
 * if any, is kept as the answer). SL_ERROR_REFUSED when it is in that state already. */
gboolean   sl_tx_answer           (SlTx *tx, const SlActContext *context, SlUid escalation, int state, const char *decision,
                                   GError **error);
/* Decides @escalation, committed. One that was raised and not yet accepted is accepted and decided in one step (2.6), which
 * owes a reason: SL_ERROR_REASON_NEEDED without one. SL_ERROR_REFUSED when it was decided before, SL_ERROR_RULE when it was
 * returned or withdrawn, nobody is named as acting or @decision is empty; SL_ERROR_NOT_FOUND when it is none; and what
 * sl_workspace_commit() says. */
gboolean   sl_workspace_decide    (SlWorkspace *self, SlUid escalation, const char *decision, const char *reason,
                                   GError **error);
/* The escalation of @risk that waits for an answer, the latest raised; or NULL. Borrowed. */
const SlEscalation *sl_risk_open_escalation (const SlData *data, SlUid risk);

/* Finishes an action with the answer to “does this create a new risk?”. @new_risk: NULL: no; else the title of the risk
 * it creates, which is put in as a draft that names the action as its cause (INV-8) and is *@draft (nullable) then. */
gboolean   sl_tx_finish_action    (SlTx *tx, const SlActContext *context, SlUid action, const char *new_risk, SlUid *draft,
                                   GError **error);

G_END_DECLS
