/* Rules about actions (domain.md 2.5, 2.6, 2.9).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rules/sl-rules-private.h"

#include "insight/sl-action-status.h"
#include "insight/sl-ownership.h"

#include <glib/gi18n-lib.h>

#define M(field) SL_MASK (SL_ACTION_##field)

static const SlAction *
action_of (const SlCheck *check)
{
  return SL_AS (ACTION, check->after);
}

#define TO(state) (1u << SL_ACTION_STATE_##state)
static const guint moves[] = {
  [SL_ACTION_STATE_PLANNED] = TO (IN_PROGRESS) | TO (BLOCKED) | TO (CANCELLED),
  [SL_ACTION_STATE_IN_PROGRESS] = TO (DONE) | TO (BLOCKED) | TO (CANCELLED),
  [SL_ACTION_STATE_BLOCKED] = TO (PLANNED) | TO (IN_PROGRESS) | TO (CANCELLED),
  [SL_ACTION_STATE_DONE] = TO (VERIFIED) | TO (CANCELLED),
  [SL_ACTION_STATE_VERIFIED] = 0,
  [SL_ACTION_STATE_CANCELLED] = 0,
};

guint
sl_rules_action_moves (int state)
{
  g_return_val_if_fail (state > 0 && state < SL_ACTION_STATE_END_, 0);
  return moves[state];
}

static void
check_move (const SlCheck *check)
{
  sl_check_moves (check, SL_ACTION_STATE, moves, N_ ("an action cannot go from “{1}” to “{2}”; next may come: {3}"),
                  N_ ("an action that is “{1}” stays so"));
}

static void
check_new_risk (const SlCheck *check)
{
  int state = action_of (check)->state;

  if ((state == SL_ACTION_STATE_DONE || state == SL_ACTION_STATE_VERIFIED)
      && action_of (check)->creates_new_risk == SL_NEW_RISK_UNKNOWN)
    sl_check_find (check, SL_ACTION_CREATES_NEW_RISK, N_ ("before it is done, answer whether it creates a new risk"), NULL);
}

/* Handing it over in the act of verifying makes no other person. */
static gboolean
verifies_own (const SlCheck *check)
{
  const SlAction *before = SL_AS (ACTION, check->before);

  return before != NULL && before->state != SL_ACTION_STATE_VERIFIED && before->owner != SL_UID_NONE
         && action_of (check)->verified_by == before->owner;
}

static void
check_verified (const SlCheck *check)
{
  const SlAction *action = action_of (check);

  if (action->state != SL_ACTION_STATE_VERIFIED)
    return;
  if (action->verified_by == SL_UID_NONE || action->verified_on == SL_DATE_NONE)
    sl_check_find (check, SL_ACTION_VERIFIED_BY, N_ ("a verified action needs who verified it, and when"), NULL);
  else if (action->verified_by == action->owner || verifies_own (check))
    sl_check_find (check, SL_ACTION_VERIFIED_BY, N_ ("somebody other than its owner has to verify it"), NULL);
}

static gboolean
find_any (const SlRecord *record, gpointer data)
{
  *(gboolean *) data = TRUE;
  return FALSE;
}

static void
check_new_risk_linked (const SlCheck *check)
{
  gboolean found = FALSE;

  if (action_of (check)->creates_new_risk != SL_NEW_RISK_YES)
    return;
  sl_data_children (check->view->data, SL_KIND_RISK, SL_RISK_CAUSED_BY_ACTION, check->after->uid, find_any, &found);
  if (!found)
    sl_check_find (check, SL_ACTION_CREATES_NEW_RISK, N_ ("it is said to create a new risk, but no risk names it as its cause"), NULL);
}

static void
ask_state (const SlCheck *check)
{
  int to = action_of (check)->state;

  if (!sl_check_owes_reasons (check) || SL_AS (ACTION, check->before)->state == to)
    return;
  if (to == SL_ACTION_STATE_CANCELLED)
    sl_check_find (check, SL_ACTION_STATE, N_ ("it is being cancelled"), NULL);
  else if (to == SL_ACTION_STATE_BLOCKED)
    sl_check_find (check, SL_ACTION_STATE, N_ ("it is blocked"), NULL);
}

/* F-12 */
static void
check_schedule (const SlCheck *check)
{
  const SlAction *action = action_of (check);
  SlActionStatus status;
  g_autofree char *moves_made = NULL;
  g_autofree char *slip = NULL;
  g_autofree char *overdue = NULL;

  if (!sl_record_is_live (check->view, check->after))
    return;
  sl_action_status (check->view, action, &status);
  moves_made = g_strdup_printf ("%u", status.later_moves);
  slip = g_strdup_printf ("%d", status.slip_days);
  overdue = g_strdup_printf ("%d", status.overdue_days);
  if (status.drifting)
    sl_check_find (check, SL_ACTION_DUE, N_ ("it is drifting: moved to a later day {1} times, {2} days from what was first promised"),
                   moves_made, slip, NULL);
  if (status.overdue_days == 1)
    sl_check_find (check, SL_ACTION_DUE, N_ ("it is overdue by one day"), NULL);
  else if (status.overdue_days > 1)
    sl_check_find (check, SL_ACTION_DUE, N_ ("it is overdue by {1} days"), overdue, NULL);
}

#define E SL_SEVERITY_ERROR
#define W SL_SEVERITY_WARNING
#define R SL_SEVERITY_REASON
const SlRule sl_rules_action[] = {
  { "2.6", SL_KIND_ACTION, M (STATE), E, SL_RULE_CHANGE, check_move },
  { "2.6", SL_KIND_ACTION, M (STATE) | M (CREATES_NEW_RISK), E, SL_RULE_STATE, check_new_risk },
  { "INV-21", SL_KIND_ACTION, M (STATE) | M (OWNER) | M (VERIFIED_BY) | M (VERIFIED_ON), E, SL_RULE_STATE, check_verified },
  { "INV-8", SL_KIND_ACTION, M (CREATES_NEW_RISK), W, SL_RULE_STATE, check_new_risk_linked },
  { "F-12", SL_KIND_ACTION, 0, W, SL_RULE_STATE, check_schedule, SL_CONCERN_ACTION },
  { "2.9", SL_KIND_ACTION, M (STATE), R, SL_RULE_CHANGE, ask_state },
};
const guint sl_n_rules_action = G_N_ELEMENTS (sl_rules_action);
