/* Rules about issues and escalations: their moves and what these demand (domain.md 2.6, 2.9).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rules/sl-rules-private.h"

#include <glib/gi18n-lib.h>

/* --- Issues ------------------------------------------------------------------------------------------------------- */

#define TO(state) (1u << SL_ISSUE_STATE_##state)
static const guint issue_moves[] = {
  [SL_ISSUE_STATE_OPEN] = TO (IN_HAND),
  [SL_ISSUE_STATE_IN_HAND] = TO (RESOLVED),
  [SL_ISSUE_STATE_RESOLVED] = TO (CLOSED) | TO (IN_HAND),
  [SL_ISSUE_STATE_CLOSED] = 0,
};
#undef TO

static void
check_issue_move (const SlCheck *check)
{
  sl_check_moves (check, SL_ISSUE_STATE, issue_moves, N_ ("an issue cannot go from “{1}” to “{2}”; next may come: {3}"),
                  N_ ("an issue that is “{1}” stays so"));
}

static void
ask_issue_state (const SlCheck *check)
{
  if (sl_check_owes_reasons (check) && SL_AS (ISSUE, check->before)->state == SL_ISSUE_STATE_RESOLVED
      && SL_AS (ISSUE, check->after)->state == SL_ISSUE_STATE_IN_HAND)
    sl_check_find (check, SL_ISSUE_STATE, N_ ("it was resolved and is taken in hand again"), NULL);
}

/* --- Escalations -------------------------------------------------------------------------------------------------- */

/* Who asks may withdraw, and who is asked may return, before it is accepted, too. Accepting has no guard of its own, so who
 * is asked may accept and decide in one change; that owes a reason. */
#define TO(state) (1u << SL_ESCALATION_STATE_##state)
static const guint escalation_moves[] = {
  [SL_ESCALATION_STATE_RAISED] = TO (ACCEPTED) | TO (DECIDED) | TO (RETURNED) | TO (WITHDRAWN),
  [SL_ESCALATION_STATE_ACCEPTED] = TO (DECIDED) | TO (RETURNED) | TO (WITHDRAWN),
  [SL_ESCALATION_STATE_DECIDED] = 0,
  [SL_ESCALATION_STATE_RETURNED] = 0,
  [SL_ESCALATION_STATE_WITHDRAWN] = 0,
};
#undef TO

static void
check_escalation_move (const SlCheck *check)
{
  sl_check_moves (check, SL_ESCALATION_STATE, escalation_moves,
                  N_ ("an escalation cannot go from “{1}” to “{2}”; next may come: {3}"),
                  N_ ("an escalation that is “{1}” stays so; raise a new one"));
}

static void
check_decided (const SlCheck *check)
{
  const SlEscalation *escalation = SL_AS (ESCALATION, check->after);

  if (escalation->state != SL_ESCALATION_STATE_DECIDED)
    return;
  if (escalation->decision == NULL)
    sl_check_find (check, SL_ESCALATION_DECISION, N_ ("say what was decided"), NULL);
  if (escalation->decided_by == SL_UID_NONE || escalation->decided_on == SL_DATE_NONE)
    sl_check_find (check, SL_ESCALATION_DECIDED_BY, N_ ("a decision needs who decided it, and when"), NULL);
}

/* What is said for a decision is what decides; why the level above took it on at once is not in it. */
static void
ask_decided_at_once (const SlCheck *check)
{
  const SlEscalation *before = SL_AS (ESCALATION, check->before);

  if (sl_check_is_act (check) && (before == NULL || before->state == SL_ESCALATION_STATE_RAISED)
      && SL_AS (ESCALATION, check->after)->state == SL_ESCALATION_STATE_DECIDED)
    sl_check_find (check, SL_ESCALATION_STATE, N_ ("it is accepted and decided in one step"), NULL);
}

/* A decision stands as it was made; who puts it right says why. */
static void
ask_decision (const SlCheck *check)
{
  if (sl_check_owes_reasons (check) && SL_AS (ESCALATION, check->before)->state == SL_ESCALATION_STATE_DECIDED)
    sl_check_find (check, SL_ESCALATION_DECISION, N_ ("what was decided, by whom or when is rewritten"), NULL);
}

#define E SL_SEVERITY_ERROR
#define R SL_SEVERITY_REASON
#define M(field) SL_MASK (SL_ESCALATION_##field)
const SlRule sl_rules_issue[] = {
  { "2.6", SL_KIND_ISSUE, SL_MASK (SL_ISSUE_STATE), E, SL_RULE_CHANGE, check_issue_move },
  { "2.9", SL_KIND_ISSUE, SL_MASK (SL_ISSUE_STATE), R, SL_RULE_CHANGE, ask_issue_state },
  { "2.6", SL_KIND_ESCALATION, M (STATE), E, SL_RULE_CHANGE, check_escalation_move },
  { "2.6", SL_KIND_ESCALATION, M (STATE) | M (DECISION) | M (DECIDED_BY) | M (DECIDED_ON), E, SL_RULE_STATE, check_decided },
  { "2.9", SL_KIND_ESCALATION, M (STATE), R, SL_RULE_CHANGE, ask_decided_at_once },
  { "2.9", SL_KIND_ESCALATION, M (DECISION) | M (DECIDED_BY) | M (DECIDED_ON), R, SL_RULE_CHANGE, ask_decision },
};
const guint sl_n_rules_issue = G_N_ELEMENTS (sl_rules_issue);
