/* What may come next: every move from every state, tried and done alike, and nothing read but what the risk has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workspace/sl-risk-acts.h"

#include "base/sl-error.h"
#include "workspace-fixture.h"

#define DAY(iso) sl_date_from_iso (iso)

/* --- Every state -------------------------------------------------------------------------------------------------- */

static SlRiskAct
told (Fixture *f, SlRiskMove move)
{
  SlRiskAct act = SL_RISK_ACT (move);

  act.person = f->cat;
  act.text = move == SL_RISK_MOVE_REVIEW ? NULL : "As agreed";
  act.day = move == SL_RISK_MOVE_OCCUR ? SL_DATE_NONE : DAY ("2026-12-31");
  if (move == SL_RISK_MOVE_CLOSE)
    act.choice = SL_CLOSE_REASON_AVOIDED;
  else if (move == SL_RISK_MOVE_ESCALATE)
    act.choice = SL_ESCALATION_LEVEL_BOARD;
  else if (move == SL_RISK_MOVE_RESTRICT)
    act.choice = SL_CONFIDENTIALITY_RESTRICTED;
  return act;
}

static void
do_move (Fixture *f, SlUid risk, SlRiskMove move)
{
  SlRiskAct act = told (f, move);
  g_autoptr (GError) error = NULL;

  sl_workspace_risk_act (f->ws, risk, &act, "As agreed", &error);
  g_assert_no_error (error);
}

/* All that INV-1 and INV-7 ask for; Ada acts, Bob owns. */
static SlUid
add_draft (Fixture *f)
{
  SlUid risk = fixture_add_risk (f->ws, "Rotas"), action;
  SlTx *tx;
  SlValue values[SL_RISK_ASSESSMENT_N_FIELDS] = { 0 };
  g_autoptr (GError) error = NULL;

  fixture_set (f->ws, risk, SL_RISK_CAUSE, "New rotas are not agreed");
  fixture_set (f->ws, risk, SL_RISK_EVENT, "Crews may not start in September");
  fixture_set (f->ws, risk, SL_RISK_EFFECT, "Collection costs do not fall");
  fixture_set (f->ws, risk, SL_RISK_OWNER, "Bob");
  fixture_set (f->ws, risk, SL_RISK_CATEGORY, "people");
  fixture_set (f->ws, risk, SL_RISK_EARLIEST_DATE, "2026-09-01");
  values[SL_RISK_ASSESSMENT_PROBABILITY] = SL_VALUE_INT (2);
  values[SL_RISK_ASSESSMENT_IMPACT_BENEFIT] = SL_VALUE_INT (3);
  for (int type = SL_ASSESSMENT_TYPE_CURRENT; type <= SL_ASSESSMENT_TYPE_TARGET; type++)
    g_assert_true (sl_workspace_assess_figures (f->ws, risk, type, SL_MASK (SL_RISK_ASSESSMENT_PROBABILITY)
                                                | SL_MASK (SL_RISK_ASSESSMENT_IMPACT_BENEFIT), values, NULL, &error));
  tx = sl_workspace_begin (f->ws, SL_VERB_ADD);
  action = sl_tx_create (tx, SL_KIND_ACTION);
  g_assert_true (sl_tx_set (tx, action, SL_ACTION_RISK, &SL_VALUE_REF (risk), &error));
  g_assert_true (sl_tx_set (tx, action, SL_ACTION_TITLE, &SL_VALUE_TEXT ("Agree the rotas"), &error));
  g_assert_true (sl_tx_set (tx, action, SL_ACTION_OWNER, &SL_VALUE_REF (f->bob), &error));
  g_assert_true (sl_tx_set (tx, action, SL_ACTION_DUE, &SL_VALUE_DATE (DAY ("2026-08-20")), &error));
  g_assert_true (sl_workspace_commit (f->ws, tx, NULL, &error));
  g_assert_no_error (error);
  return risk;
}

static SlUid
add_in (Fixture *f, int state)
{
  static const SlRiskMove ways[] = {
    [SL_RISK_STATE_TREATING] = SL_RISK_MOVE_TREAT, [SL_RISK_STATE_TOLERATED] = SL_RISK_MOVE_TOLERATE,
    [SL_RISK_STATE_OCCURRED] = SL_RISK_MOVE_OCCUR, [SL_RISK_STATE_CLOSED] = SL_RISK_MOVE_CLOSE,
  };
  SlUid risk = add_draft (f);

  if (state != SL_RISK_STATE_DRAFT)
    do_move (f, risk, SL_RISK_MOVE_OPEN);
  if (state != SL_RISK_STATE_DRAFT && state != SL_RISK_STATE_OPEN)
    do_move (f, risk, ways[state]);
  return risk;
}

#define M(move) (1u << SL_RISK_MOVE_##move)

/* The moves of 2.6 that lead to another state; the others leave it as it is and are refused nowhere. */
static const guint allowed[] = {
  [SL_RISK_STATE_DRAFT] = M (OPEN),
  [SL_RISK_STATE_OPEN] = M (TREAT) | M (TOLERATE) | M (OCCUR) | M (CLOSE),
  [SL_RISK_STATE_TREATING] = M (OPEN) | M (TOLERATE) | M (OCCUR) | M (CLOSE),
  [SL_RISK_STATE_TOLERATED] = M (TOLERATE) | M (OCCUR) | M (CLOSE), /* opened again once it has ended */
  [SL_RISK_STATE_OCCURRED] = M (OPEN) | M (CLOSE),
  [SL_RISK_STATE_CLOSED] = M (REOPEN),
};
static const int leads_to[] = {
  [SL_RISK_MOVE_REVIEW] = 0,
  [SL_RISK_MOVE_OPEN] = SL_RISK_STATE_OPEN,
  [SL_RISK_MOVE_TREAT] = SL_RISK_STATE_TREATING,
  [SL_RISK_MOVE_TOLERATE] = SL_RISK_STATE_TOLERATED,
  [SL_RISK_MOVE_OCCUR] = SL_RISK_STATE_OCCURRED,
  [SL_RISK_MOVE_CLOSE] = SL_RISK_STATE_CLOSED,
  [SL_RISK_MOVE_REOPEN] = SL_RISK_STATE_OPEN,
};

/* What was said beforehand: whether the move was offered and possible. */
static gboolean
was_offered (const GPtrArray *moves, SlRiskMove move)
{
  for (guint i = 0; i < moves->len; i++)
    if (((SlRiskNext *) moves->pdata[i])->move == move)
      return ((SlRiskNext *) moves->pdata[i])->possible;
  return FALSE;
}

static void
test_every_move (Fixture *f, gconstpointer unused)
{
  for (int state = 1; state < SL_RISK_STATE_END_; state++)
    for (guint move = SL_RISK_MOVE_OPEN; move <= SL_RISK_MOVE_REOPEN; move++)
      {
        gboolean same = leads_to[move] == state && move != SL_RISK_MOVE_TOLERATE;
        gboolean expected = (allowed[state] >> move) & 1;
        /* Opening and reopening are one move; each is offered where it is called so. */
        gboolean twin = (move == SL_RISK_MOVE_OPEN && state == SL_RISK_STATE_CLOSED)
                        || (move == SL_RISK_MOVE_REOPEN && state != SL_RISK_STATE_CLOSED);
        SlUid risk;
        SlRiskAct act = told (f, move);
        g_autoptr (GPtrArray) moves = NULL;
        g_autoptr (GError) error = NULL;

        if (same || twin)
          continue;
        risk = add_in (f, state);
        moves = sl_workspace_risk_moves (f->ws, risk);
        g_test_message ("state %d, move %u", state, move);
        g_assert_cmpint (was_offered (moves, move), ==, expected);
        g_assert_cmpint (sl_workspace_risk_act (f->ws, risk, &act, "As agreed", &error), ==, expected);
        if (expected)
          {
            g_assert_no_error (error);
            g_assert_cmpint (SL_AS (RISK, sl_data_lookup (sl_workspace_data (f->ws), risk))->state, ==, leads_to[move]);
          }
        else
          g_assert_error (error, SL_ERROR, SL_ERROR_RULE);
      }
}

/* --- What trying reads -------------------------------------------------------------------------------------------- */

/* Data that count what is read of them. */
typedef struct
{
  SlData self;
  const SlData *real;
  guint rows[SL_N_KINDS]; /* handed out by each() and children() */
} Counting;

typedef struct
{
  Counting *counting;
  int kind;
  SlRecordFunc func;
  gpointer data;
} Counted;

static gboolean
count_row (const SlRecord *record, gpointer data)
{
  Counted *counted = data;

  counted->counting->rows[counted->kind]++;
  return counted->func (record, counted->data);
}

static const SlRecord *
counting_lookup (const SlData *self, SlUid uid)
{
  return sl_data_lookup (((const Counting *) self)->real, uid);
}

static const SlRecord *
counting_by_code (const SlData *self, const char *code)
{
  return sl_data_by_code (((const Counting *) self)->real, code);
}

static void
counting_each (const SlData *self, int kind, SlRecordFunc func, gpointer data)
{
  Counted counted = { (Counting *) self, kind, func, data };

  sl_data_each (counted.counting->real, kind, count_row, &counted);
}

static void
counting_children (const SlData *self, int kind, guint field, SlUid target, SlRecordFunc func, gpointer data)
{
  Counted counted = { (Counting *) self, kind, func, data };

  sl_data_children (counted.counting->real, kind, field, target, count_row, &counted);
}

static gint64
counting_last_number (const SlData *self, const char *stem)
{
  return sl_data_last_number (((const Counting *) self)->real, stem);
}

static const SlDataInterface counting_interface
    = { counting_lookup, counting_by_code, counting_each, counting_children, counting_last_number };

/* As sl_workspace_risk_moves() tries each move: the act, what completes itself, structure, rules. */
static void
try_all (Fixture *f, SlUid risk, Counting *counting)
{
  SlActContext context;

  *counting = (Counting){ { &counting_interface }, sl_workspace_data (f->ws), { 0 } };
  sl_workspace_act_context (f->ws, NULL, &context);
  for (guint move = 0; move < SL_N_RISK_MOVES; move++)
    {
      g_autoptr (SlTx) tx = sl_tx_new (&counting->self, SL_VERB_EDIT);
      g_autoptr (GPtrArray) findings = sl_findings_new ();
      g_autoptr (GError) error = NULL;
      SlRiskAct act = told (f, move);
      SlView before = { &counting->self, context.day, sl_data_settings (&counting->self) };
      SlView after = { sl_tx_data (tx), context.day, before.settings };

      g_assert_true (sl_tx_risk_act (tx, &context, risk, &act, &error));
      g_assert_true (sl_rules_complete (tx, &context, NULL, &error));
      g_assert_true (sl_tx_check_structure (tx, &error));
      g_assert_no_error (error);
      sl_rules_check_tx (tx, &before, &after, &context, findings);
    }
}

/* The same rows whether there are few risks beside it or many, each with its own assessments, actions and issue. */
static void
test_reads_its_own (Fixture *f, gconstpointer unused)
{
  SlUid risk = add_in (f, SL_RISK_STATE_TREATING);
  Counting few, many;

  add_in (f, SL_RISK_STATE_OCCURRED);
  try_all (f, risk, &few);
  g_assert_cmpuint (few.rows[SL_KIND_RISK_ASSESSMENT], >, 0);
  for (guint i = 0; i < 10; i++)
    for (int state = 1; state < SL_RISK_STATE_END_; state++)
      do_move (f, add_in (f, state), SL_RISK_MOVE_ESCALATE);
  try_all (f, risk, &many);
  for (int kind = 0; kind < SL_N_KINDS; kind++)
    {
      g_test_message ("%s: %u rows", sl_kind_get (kind)->token, many.rows[kind]);
      g_assert_cmpuint (many.rows[kind], ==, few.rows[kind]);
    }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/risk-next/every-move", test_every_move);
  ADD ("/risk-next/reads-its-own", test_reads_its_own);
  return g_test_run ();
}
