/* Rules about what time makes of a register that nobody looks after (domain.md F-5, F-8, INV-6, 2.6, part 6 no. 3, 4, 6).
 * They refuse nothing: it is nobody's change. What is due and what breaches is with the other rules about risks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rules/sl-rules-private.h"

#include "insight/sl-issue-status.h"

#include <glib/gi18n-lib.h>

#define DRAFT_DAYS 30  /* a draft older than that is lying about */
#define ENDS_DAYS 30   /* an acceptance that ends so soon is to be looked at now */
#define SILENT_DAYS 60 /* 1.2 entry 54: an active project has new risks more often */

static const SlRisk *
risk_of (const SlCheck *check)
{
  return SL_AS (RISK, check->after);
}

/* --- One risk ----------------------------------------------------------------------------------------------------- */

/* F-8 */
static void
check_window (const SlCheck *check)
{
  SlRiskStatus status;
  g_autofree char *day = NULL;

  if (!sl_risk_is_open (risk_of (check)))
    return;
  sl_check_risk_status (check, &status);
  if (status.proximity != SL_PROXIMITY_WINDOW_OPEN)
    return;
  day = sl_arg_day (risk_of (check)->earliest_date);
  sl_check_find (check, SL_RISK_EARLIEST_DATE,
                 N_ ("its window has been open since {1}; confirm that it has occurred, move the day, or close it"), day, NULL);
}

static void
check_acceptance_ends (const SlCheck *check)
{
  SlDate until = risk_of (check)->accepted_until;
  g_autofree char *day = NULL;

  if (!sl_risk_is_accepted (check->view, risk_of (check)) || until > check->view->as_of + ENDS_DAYS)
    return;
  day = sl_arg_day (until);
  sl_check_find (check, SL_RISK_ACCEPTED_UNTIL, N_ ("its acceptance ends on {1}; have it accepted anew, or treat it"), day, NULL);
}

static gboolean
find_issue (const SlRecord *record, gpointer data)
{
  *(gboolean *) data = TRUE;
  return FALSE;
}

/* 2.6. Moving it there makes the issue; what was read in may lack it. */
static void
check_issue_made (const SlCheck *check)
{
  gboolean found = FALSE;

  if (risk_of (check)->kind != SL_RISK_KIND_THREAT || risk_of (check)->state != SL_RISK_STATE_OCCURRED)
    return;
  sl_data_children (check->view->data, SL_KIND_ISSUE, SL_ISSUE_FROM_RISK, check->after->uid, find_issue, &found);
  if (!found)
    sl_check_find (check, SL_RISK_STATE, N_ ("it has occurred, but no issue comes from it; add one"), NULL);
}

/* F-5. What is accepted or lies with those above may stand still. */
static void
check_frozen (const SlCheck *check)
{
  const SlRisk *risk = risk_of (check);
  SlRiskStatus status;
  g_autofree char *score = NULL;

  if (!sl_risk_is_open (risk))
    return;
  sl_check_risk_status (check, &status);
  if (!status.frozen || sl_risk_is_accepted (check->view, risk) || status.handling == SL_HANDLING_ESCALATED)
    return;
  score = g_strdup_printf ("%d", status.score);
  sl_check_find (check, -1, N_ ("it is frozen: reviewed again and again, and its score {1} has not moved for half a year; act, "
                                "accept or escalate"), score, NULL);
}

/* Part 6 no. 3; of what is frozen that is said already. */
static void
check_parked (const SlCheck *check)
{
  SlRiskStatus status;
  SlDate since;
  g_autofree char *day = NULL;

  if (!sl_risk_is_open_threat (risk_of (check)))
    return;
  sl_check_risk_status (check, &status);
  if (status.frozen || !sl_risk_is_parked (check->view, risk_of (check), &status, &since))
    return;
  day = sl_arg_day (since);
  sl_check_find (check, -1, N_ ("it has stood at Amber since {1}, with no action and no change; act, accept or escalate"), day, NULL);
}

static void
check_draft (const SlCheck *check)
{
  SlDate since = sl_risk_new_on (check->view, risk_of (check));
  g_autofree char *day = NULL;

  if (risk_of (check)->state != SL_RISK_STATE_DRAFT || since == SL_DATE_NONE || check->view->as_of - since <= DRAFT_DAYS)
    return;
  day = sl_arg_day (since);
  sl_check_find (check, SL_RISK_STATE, N_ ("it has been a draft since {1}; open it, or delete it"), day, NULL);
}

/* --- Escalations -------------------------------------------------------------------------------------------------- */

static void
check_unanswered (const SlCheck *check)
{
  int days = sl_escalation_overdue_days (check->view, SL_AS (ESCALATION, check->after));
  g_autofree char *late = g_strdup_printf ("%d", days);

  if (days == 1)
    sl_check_find (check, SL_ESCALATION_DECISION_DUE, N_ ("nobody has answered it; the decision is one day overdue"), NULL);
  else if (days > 1)
    sl_check_find (check, SL_ESCALATION_DECISION_DUE, N_ ("nobody has answered it; the decision is {1} days overdue"), late, NULL);
}

/* --- The register ------------------------------------------------------------------------------------------------- */

/* Part 6 no. 6 */
static void
check_share (const SlCheck *check)
{
  guint n = sl_person_n_threats (check->view, check->after->uid), total = check->whole->age.n_open_threats;
  g_autofree char *mine = g_strdup_printf ("%u", n);
  g_autofree char *all = g_strdup_printf ("%u", total);

  if (sl_share_is_too_large (n, total))
    sl_check_find (check, -1, N_ ("answers for {1} of {2} open threats; share them out"), mine, all, NULL);
}

/* Part 6 no. 4. A register in which nothing new turns up is not a safe programme but one where nobody looks. */
static void
check_silence (const SlCheck *check)
{
  const SlRegisterAge *age = &check->whole->age;
  g_autofree char *days = NULL;

  if (!age->active)
    return;
  if (age->newest == SL_DATE_NONE)
    {
      sl_check_find (check, -1, N_ ("a project is under way, and no risk has ever been recorded; ask what could go wrong"), NULL);
      return;
    }
  if (check->view->as_of - age->newest <= SILENT_DAYS)
    return;
  days = g_strdup_printf ("%d", check->view->as_of - age->newest);
  sl_check_find (check, -1, N_ ("no new risk for {1} days while a project is under way; ask what has come up"), days, NULL);
}

#define W SL_SEVERITY_WARNING
#define S SL_RULE_STATE
const SlRule sl_rules_watch[] = {
  { "F-8", SL_KIND_RISK, 0, W, S, check_window, SL_CONCERN_WINDOW },
  { "INV-6", SL_KIND_RISK, 0, W, S, check_acceptance_ends, SL_CONCERN_ACCEPTANCE },
  { "2.6", SL_KIND_RISK, 0, W, S, check_issue_made },
  { "F-5", SL_KIND_RISK, 0, W, S, check_frozen, SL_CONCERN_STUCK },
  { "6.3", SL_KIND_RISK, 0, W, S, check_parked, SL_CONCERN_STUCK },
  { "6.4", SL_KIND_RISK, 0, W, S, check_draft, SL_CONCERN_REGISTER },
  { "2.6", SL_KIND_ESCALATION, 0, W, S, check_unanswered, SL_CONCERN_ESCALATION },
  { "6.6", SL_KIND_PERSON, 0, W, S, check_share, SL_CONCERN_REGISTER },
  { "6.4", SL_KIND_PROGRAMME, 0, W, S, check_silence, SL_CONCERN_REGISTER },
};
const guint sl_n_rules_watch = G_N_ELEMENTS (sl_rules_watch);
