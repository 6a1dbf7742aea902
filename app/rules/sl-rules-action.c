/* Rules about actions (domain.md 2.5, 2.6, 2.9).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rules/sl-rules-private.h"

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

static void
check_move (const SlCheck *check)
{
  int from = check->before != NULL ? SL_AS (ACTION, check->before)->state : SL_ACTION_STATE_PLANNED;
  int to = action_of (check)->state;
  g_autofree char *was = sl_arg_label (&sl_action_state_enum, from);
  g_autofree char *is = sl_arg_label (&sl_action_state_enum, to);
  g_autofree char *allowed = sl_arg_labels (&sl_action_state_enum, moves[from]);

  if (!sl_check_is_act (check) || from == to || moves[from] & (1u << to))
    return;
  if (*allowed == '\0')
    sl_check_find (check, SL_ACTION_STATE, N_ ("an action that is “{1}” stays so"), was, NULL);
  else
    sl_check_find (check, SL_ACTION_STATE, N_ ("an action cannot go from “{1}” to “{2}”; next may come: {3}"), was, is,
                   allowed, NULL);
}

static void
check_new_risk (const SlCheck *check)
{
  int state = action_of (check)->state;

  if ((state == SL_ACTION_STATE_DONE || state == SL_ACTION_STATE_VERIFIED)
      && action_of (check)->creates_new_risk == SL_NEW_RISK_UNKNOWN)
    sl_check_find (check, SL_ACTION_CREATES_NEW_RISK, N_ ("before it is done, answer whether it creates a new risk"), NULL);
}

static void
check_verified (const SlCheck *check)
{
  const SlAction *action = action_of (check);

  if (action->state != SL_ACTION_STATE_VERIFIED)
    return;
  if (action->verified_by == SL_UID_NONE || action->verified_on == SL_DATE_NONE)
    sl_check_find (check, SL_ACTION_VERIFIED_BY, N_ ("a verified action needs who verified it, and when"), NULL);
  else if (action->verified_by == action->owner)
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

/* The risk it is for, if that has left draft: drafts owe no reasons. */
static gboolean
owing (const SlCheck *check)
{
  const SlRecord *risk;

  if (!sl_check_is_act (check) || check->before == NULL)
    return FALSE;
  risk = sl_data_lookup (check->before_view->data, SL_AS (ACTION, check->before)->risk);
  return risk == NULL || SL_AS (RISK, risk)->state != SL_RISK_STATE_DRAFT;
}

static void
ask_state (const SlCheck *check)
{
  int to = action_of (check)->state;

  if (!owing (check) || SL_AS (ACTION, check->before)->state == to)
    return;
  if (to == SL_ACTION_STATE_CANCELLED)
    sl_check_find (check, SL_ACTION_STATE, N_ ("it is being cancelled"), NULL);
  else if (to == SL_ACTION_STATE_BLOCKED)
    sl_check_find (check, SL_ACTION_STATE, N_ ("it is blocked"), NULL);
}

static void
ask_owner (const SlCheck *check)
{
  if (owing (check) && SL_AS (ACTION, check->before)->owner != SL_UID_NONE
      && SL_AS (ACTION, check->before)->owner != action_of (check)->owner)
    sl_check_find (check, SL_ACTION_OWNER, N_ ("its owner changes"), NULL);
}

static void
ask_due (const SlCheck *check)
{
  SlDate was, is = action_of (check)->due;

  if (!owing (check))
    return;
  was = SL_AS (ACTION, check->before)->due;
  if (was != SL_DATE_NONE && (is > was || is == SL_DATE_NONE))
    sl_check_find (check, SL_ACTION_DUE, N_ ("its due date moves later"), NULL);
}

/* F-12 counts slip from the first promise: rewriting that makes slip vanish. */
static void
ask_original_due (const SlCheck *check)
{
  SlDate was, is = action_of (check)->original_due;

  if (!owing (check))
    return;
  was = SL_AS (ACTION, check->before)->original_due;
  if (was != SL_DATE_NONE && (is > was || is == SL_DATE_NONE))
    sl_check_find (check, SL_ACTION_ORIGINAL_DUE, N_ ("its first due date is rewritten to a later one"), NULL);
}

static void
check_deletable (const SlCheck *check)
{
  const SlRecord *risk = sl_data_lookup (check->view->data, SL_AS (ACTION, check->before)->risk);

  if (risk != NULL && SL_AS (RISK, risk)->state != SL_RISK_STATE_DRAFT && !sl_check_takes_back_today (check)
      && (check->verb == SL_VERB_UNDO || sl_check_is_act (check)))
    sl_check_find (check, -1, N_ ("an action of a risk beyond draft is not deleted; cancel it instead"), NULL);
}

#define E SL_SEVERITY_ERROR
#define W SL_SEVERITY_WARNING
#define R SL_SEVERITY_REASON
const SlRule sl_rules_action[] = {
  { "2.6", SL_KIND_ACTION, M (STATE), E, SL_RULE_CHANGE, check_move },
  { "2.6", SL_KIND_ACTION, M (STATE) | M (CREATES_NEW_RISK), E, SL_RULE_STATE, check_new_risk },
  { "INV-21", SL_KIND_ACTION, M (STATE) | M (OWNER) | M (VERIFIED_BY) | M (VERIFIED_ON), E, SL_RULE_STATE, check_verified },
  { "INV-8", SL_KIND_ACTION, M (CREATES_NEW_RISK), W, SL_RULE_STATE, check_new_risk_linked },
  { "2.1", SL_KIND_ACTION, 0, E, SL_RULE_DELETE, check_deletable },
  { "2.9", SL_KIND_ACTION, M (STATE), R, SL_RULE_CHANGE, ask_state },
  { "2.9", SL_KIND_ACTION, M (OWNER), R, SL_RULE_CHANGE, ask_owner },
  { "2.9", SL_KIND_ACTION, M (DUE), R, SL_RULE_CHANGE, ask_due },
  { "2.9", SL_KIND_ACTION, M (ORIGINAL_DUE), R, SL_RULE_CHANGE, ask_original_due },
};
const guint sl_n_rules_action = G_N_ELEMENTS (sl_rules_action);
