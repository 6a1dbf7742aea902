/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/sl-fixes-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "workspace/sl-risk-acts.h"

#include <glib/gi18n-lib.h>

#define DECISION_DAYS 14 /* what is offered for a decision that is asked for */
#define LATER_DAYS 30    /* and for other days that move */

static const struct
{
  const char *label, *question;
  guint needs;
} ways_table[SL_N_WAYS] = {
  [SL_WAY_REVIEWED] = { N_ ("Looked, No Change"), "", 0 },
  [SL_WAY_ESCALATED] = { N_ ("Escalate"), N_ ("What is the level above to decide, and by when?"), SL_WAY_TEXT | SL_WAY_DAY },
  [SL_WAY_OCCURRED] = { N_ ("It Has Occurred"), "", 0 },
  [SL_WAY_STRIKES_LATER] = { N_ ("Move the Day"), N_ ("From which day could it strike?"), SL_WAY_DAY },
  [SL_WAY_PASSED] = { N_ ("Close: It Has Passed"), "", 0 },
  [SL_WAY_DECIDED] = { N_ ("Record the Decision"), N_ ("What was decided?"), SL_WAY_TEXT },
  [SL_WAY_DECISION_LATER] = { N_ ("Move the Day"), N_ ("By which day is it to be decided?"), SL_WAY_DAY },
  [SL_WAY_WITHDRAWN] = { N_ ("Withdraw It"), "", 0 },
  [SL_WAY_OWNED] = { N_ ("Name an Owner"), N_ ("Who answers for it?"), SL_WAY_PERSON },
  [SL_WAY_ACTION_LATER] = { N_ ("Move the Day"), N_ ("By which day will it be done?"), SL_WAY_DAY },
  [SL_WAY_ACTION_DONE] = { N_ ("Done, No New Risk"), "", 0 },
  [SL_WAY_ACCEPTED_ANEW] = { N_ ("Accept Anew"), N_ ("Until which day, at most a year from now?"), SL_WAY_DAY },
  [SL_WAY_REOPENED] = { N_ ("Reopen It"), "", 0 },
  [SL_WAY_RESPONSE] = { N_ ("Response: Accept"), "", 0 },
  [SL_WAY_PLANNED] = { N_ ("Plan an Action"), N_ ("What will be done, and by when?"), SL_WAY_TEXT | SL_WAY_DAY },
  [SL_WAY_AIMED] = { N_ ("Aim Lower"), N_ ("Which probability and impact does the plan reach, such as 2 × 3?"), SL_WAY_TEXT },
  [SL_WAY_OPENED] = { N_ ("Open It"), "", 0 },
  [SL_WAY_DELETED] = { N_ ("Delete It"), "", 0 },
  [SL_WAY_UNLINKED] = { N_ ("Remove the Link"), "", 0 },
  [SL_WAY_LED_ON] = { N_ ("Link It On"), N_ ("What does it lead to? A card there is, or a new one."), SL_WAY_TEXT | SL_WAY_CHOICE },
  [SL_WAY_USED] = { N_ ("Add What Uses It"), N_ ("Who will do what differently with it? A change there is, or a new one."),
                    SL_WAY_TEXT | SL_WAY_CHOICE },
  [SL_WAY_BROUGHT_ABOUT] = { N_ ("Put a Change Before It"),
                             N_ ("Who does what differently, so that it comes about? A change there is, or a new one."),
                             SL_WAY_TEXT | SL_WAY_CHOICE },
  [SL_WAY_FUNDED] = { N_ ("Add What Funds It"), N_ ("What is paid for, so that it comes about? An investment there is, or a new one."),
                      SL_WAY_TEXT | SL_WAY_CHOICE },
  [SL_WAY_PURPOSE] = { N_ ("Link It to a Purpose"), N_ ("Which purpose does it serve? One there is, or a new one."),
                       SL_WAY_TEXT | SL_WAY_CHOICE },
  [SL_WAY_MEASURED] = { N_ ("Add a Measure"), N_ ("What would one count, to see whether it came about?"), SL_WAY_TEXT | SL_WAY_CHOICE },
  [SL_WAY_CHANGE_BETWEEN] = { N_ ("Put a Change Between"),
                              N_ ("Who does what differently in between? A change there is, or a new one."), SL_WAY_TEXT | SL_WAY_CHOICE },
  [SL_WAY_STEP_BETWEEN] = { N_ ("Put an Outcome Between"),
                            N_ ("What would get better first? An intermediate outcome there is, or a new one."),
                            SL_WAY_TEXT | SL_WAY_CHOICE },
};

/* --- Which ways --------------------------------------------------------------------------------------------------- */

static guint
put (SlWay ways[SL_WAYS_MAX], guint n, gboolean open, SlWay way)
{
  if (open)
    ways[n] = way;
  return n + open;
}

/* A drifting action that is not late is cleared by being done only. */
static guint
action_ways (const SlView *view, const SlAction *action, SlWay ways[SL_WAYS_MAX])
{
  guint n = put (ways, 0, action->due != SL_DATE_NONE && action->due < view->as_of, SL_WAY_ACTION_LATER);

  return put (ways, n, action->state == SL_ACTION_STATE_IN_PROGRESS && action->creates_new_risk != SL_NEW_RISK_YES,
              SL_WAY_ACTION_DONE);
}

/* One that nobody has accepted yet is accepted by being decided. */
static guint
escalation_ways (SlWay ways[SL_WAYS_MAX])
{
  guint n = put (ways, 0, TRUE, SL_WAY_DECIDED);

  n = put (ways, n, TRUE, SL_WAY_DECISION_LATER);
  return put (ways, n, TRUE, SL_WAY_WITHDRAWN);
}

guint
sl_line_ways (const SlView *view, const SlAttentionLine *line, SlWay ways[SL_WAYS_MAX])
{
  const SlRecord *record = sl_data_lookup (view->data, line->finding->uid);
  guint n;

  g_return_val_if_fail (line != NULL && ways != NULL, 0);
  if (record == NULL)
    return 0;
  switch (line->fix)
    {
    case SL_FIX_ESCALATE:
      return put (ways, 0, TRUE, SL_WAY_ESCALATED);
    case SL_FIX_WINDOW:
      n = put (ways, 0, TRUE, SL_WAY_STRIKES_LATER);
      n = put (ways, n, TRUE, SL_WAY_OCCURRED);
      return put (ways, n, TRUE, SL_WAY_PASSED);
    case SL_FIX_DECIDE:
      return escalation_ways (ways);
    case SL_FIX_REVIEW:
      return put (ways, 0, TRUE, SL_WAY_REVIEWED);
    case SL_FIX_OWNER:
      return put (ways, 0, line->finding->field >= 0, SL_WAY_OWNED);
    case SL_FIX_ACTION:
      return action_ways (view, SL_AS (ACTION, record), ways);
    case SL_FIX_ACCEPTANCE:
      n = put (ways, 0, TRUE, SL_WAY_ACCEPTED_ANEW);
      return put (ways, n, SL_AS (RISK, record)->accepted_until < view->as_of, SL_WAY_REOPENED);
    case SL_FIX_RESPONSE:
      return put (ways, 0, TRUE, SL_WAY_RESPONSE);
    case SL_FIX_STUCK:
      /* What is frozen has had its actions: only another level moves it. */
      n = put (ways, 0, !g_str_equal (line->finding->rule, "F-5"), SL_WAY_PLANNED);
      return put (ways, n, TRUE, SL_WAY_ESCALATED);
    case SL_FIX_TARGET:
      return put (ways, 0, TRUE, SL_WAY_AIMED);
    case SL_FIX_DRAFT:
      n = put (ways, 0, TRUE, SL_WAY_OPENED);
      return put (ways, n, TRUE, SL_WAY_DELETED);
    case SL_FIX_MAP:
      return sl_map_line_ways (view, line, ways);
    default:
      return 0;
    }
}

GArray *
sl_way_choices (const SlView *view, const SlAttentionLine *line, SlWay way)
{
  g_return_val_if_fail (view != NULL && line != NULL, NULL);
  if (!(sl_way_needs (way) & SL_WAY_CHOICE) || sl_data_lookup (view->data, line->finding->uid) == NULL)
    return g_array_new (FALSE, FALSE, sizeof (SlUid));
  return sl_map_way_choices (view, line, way);
}

SlUid
sl_line_place (const SlView *view, const SlAttentionLine *line)
{
  g_return_val_if_fail (view != NULL && line != NULL, SL_UID_NONE);
  return g_str_equal (line->finding->rule, "F-15") ? sl_map_weak_link (view, line->finding->uid) : line->finding->uid;
}

guint
sl_way_needs (SlWay way)
{
  g_return_val_if_fail (way < SL_N_WAYS, 0);
  return ways_table[way].needs;
}

SlDate
sl_way_day (const SlView *view, const SlAttentionLine *line, SlWay way)
{
  if (!(sl_way_needs (way) & SL_WAY_DAY))
    return SL_DATE_NONE;
  return view->as_of + (way == SL_WAY_ESCALATED || way == SL_WAY_DECISION_LATER ? DECISION_DAYS : LATER_DAYS);
}

const char *
sl_way_label (SlWay way)
{
  g_return_val_if_fail (way < SL_N_WAYS, NULL);
  return ways_table[way].label;
}

const char *
sl_way_question (SlWay way)
{
  g_return_val_if_fail (way < SL_N_WAYS, NULL);
  return ways_table[way].question;
}

/* --- Doing it ----------------------------------------------------------------------------------------------------- */

typedef struct
{
  SlTx *tx;
  const SlView *view;
  const SlActContext *context;
  const SlAttentionLine *line;
  const SlWayAnswer *answer;
  const char *reason; /* or NULL */
} Fix;

static gboolean
set (Fix *fix, guint field, SlValue value, GError **error)
{
  return sl_tx_set (fix->tx, fix->line->finding->uid, field, &value, error);
}

static gboolean
move (Fix *fix, SlRiskMove to, int choice, GError **error)
{
  SlRiskAct act = SL_RISK_ACT (to);

  act.choice = choice;
  act.text = fix->answer->text;
  act.day = fix->answer->day;
  return sl_tx_risk_act (fix->tx, fix->context, fix->line->risk, &act, error);
}

/* To the level above the one that has it. */
static gboolean
escalate (Fix *fix, GError **error)
{
  const SlRisk *risk = SL_AS (RISK, sl_data_lookup (fix->view->data, fix->line->risk));
  int from = risk != NULL && risk->escalation_level > 0 ? risk->escalation_level : SL_ESCALATION_LEVEL_PROJECT;

  return move (fix, SL_RISK_MOVE_ESCALATE, MIN (from + 1, SL_ESCALATION_LEVEL_CORPORATE), error);
}

static gboolean
plan_action (Fix *fix, GError **error)
{
  const SlRisk *risk = SL_AS (RISK, sl_data_lookup (fix->view->data, fix->line->risk));
  SlUid uid = sl_tx_create (fix->tx, SL_KIND_ACTION);

  return sl_tx_set (fix->tx, uid, SL_ACTION_RISK, &SL_VALUE_REF (fix->line->risk), error)
         && sl_tx_set (fix->tx, uid, SL_ACTION_TITLE, &SL_VALUE_TEXT (fix->answer->text), error)
         && (risk == NULL || risk->owner == SL_UID_NONE
             || sl_tx_set (fix->tx, uid, SL_ACTION_OWNER, &SL_VALUE_REF (risk->owner), error))
         && sl_tx_set (fix->tx, uid, SL_ACTION_DUE, &SL_VALUE_DATE (fix->answer->day), error);
}

/* Two figures from 1 to 5 in a text, whatever stands between them. */
static gboolean
read_aim (const char *text, int aim[2])
{
  guint n = 0;

  for (; *text != '\0'; text++)
    if (g_ascii_isdigit (*text))
      {
        if (n == 2 || *text < '1' || *text > '5' || g_ascii_isdigit (text[1]))
          return FALSE;
        aim[n++] = *text - '0';
      }
  return n == 2;
}

/* Where a target stands it is lowered: no dimension above the impact aimed at. */
static gboolean
aim (Fix *fix, GError **error)
{
  static const guint dimensions[] = { SL_RISK_ASSESSMENT_IMPACT_COST, SL_RISK_ASSESSMENT_IMPACT_TIME, SL_RISK_ASSESSMENT_IMPACT_BENEFIT,
                                      SL_RISK_ASSESSMENT_IMPACT_TRUST, SL_RISK_ASSESSMENT_IMPACT_SAFETY_SECURITY };
  const SlRisk *risk = SL_AS (RISK, sl_data_lookup (fix->view->data, fix->line->risk));
  const SlRiskAssessment *target;
  SlValue values[SL_RISK_ASSESSMENT_N_FIELDS];
  guint64 mask = SL_MASK (SL_RISK_ASSESSMENT_PROBABILITY);
  int figures[2];
  SlView view = { sl_tx_data (fix->tx), fix->view->as_of, fix->view->settings };

  if (risk == NULL || !read_aim (fix->answer->text, figures))
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_VALUE, _ ("Give two figures from 1 to 5, such as 2 × 3"));
      return FALSE;
    }
  target = sl_risk_assessment_in_force (fix->view, risk->record.uid, SL_ASSESSMENT_TYPE_TARGET);
  values[SL_RISK_ASSESSMENT_PROBABILITY] = SL_VALUE_INT (figures[0]);
  for (guint i = 0; target != NULL && i < G_N_ELEMENTS (dimensions); i++)
    {
      SlValue now;

      sl_record_get (&target->record, dimensions[i], &now);
      if (now.is_null || now.i <= figures[1])
        continue;
      values[dimensions[i]] = SL_VALUE_INT (figures[1]);
      mask |= SL_MASK (dimensions[i]);
    }
  return sl_tx_assess_figures (fix->tx, &view, fix->context, risk->record.uid, SL_ASSESSMENT_TYPE_TARGET, mask, values,
                               fix->reason, error);
}

static gboolean
put_into (Fix *fix, SlWay way, GError **error)
{
  SlUid uid = fix->line->finding->uid;
  const SlWayAnswer *answer = fix->answer;

  switch (way)
    {
    case SL_WAY_REVIEWED:
      return move (fix, SL_RISK_MOVE_REVIEW, 0, error);
    case SL_WAY_ESCALATED:
      return escalate (fix, error);
    case SL_WAY_OCCURRED:
      return move (fix, SL_RISK_MOVE_OCCUR, 0, error);
    case SL_WAY_STRIKES_LATER:
      return set (fix, SL_RISK_EARLIEST_DATE, SL_VALUE_DATE (answer->day), error);
    case SL_WAY_PASSED:
      return move (fix, SL_RISK_MOVE_CLOSE, SL_CLOSE_REASON_WINDOW_PASSED, error);
    case SL_WAY_DECIDED:
      return sl_tx_answer (fix->tx, fix->context, uid, SL_ESCALATION_STATE_DECIDED, answer->text, error);
    case SL_WAY_DECISION_LATER:
      return set (fix, SL_ESCALATION_DECISION_DUE, SL_VALUE_DATE (answer->day), error);
    case SL_WAY_WITHDRAWN:
      return sl_tx_answer (fix->tx, fix->context, uid, SL_ESCALATION_STATE_WITHDRAWN, NULL, error);
    case SL_WAY_OWNED:
      return set (fix, (guint) fix->line->finding->field, SL_VALUE_REF (answer->person), error);
    case SL_WAY_ACTION_LATER:
      return set (fix, SL_ACTION_DUE, SL_VALUE_DATE (answer->day), error);
    case SL_WAY_ACTION_DONE:
      return sl_tx_finish_action (fix->tx, fix->context, uid, NULL, NULL, error);
    case SL_WAY_ACCEPTED_ANEW:
      return move (fix, SL_RISK_MOVE_TOLERATE, 0, error);
    case SL_WAY_REOPENED:
      return move (fix, SL_RISK_MOVE_OPEN, 0, error);
    case SL_WAY_RESPONSE:
      return set (fix, SL_RISK_RESPONSE, SL_VALUE_ENUM (SL_RESPONSE_ACCEPT), error);
    case SL_WAY_PLANNED:
      return plan_action (fix, error);
    case SL_WAY_AIMED:
      return aim (fix, error);
    case SL_WAY_OPENED:
      return move (fix, SL_RISK_MOVE_OPEN, 0, error);
    case SL_WAY_DELETED:
    case SL_WAY_UNLINKED:
      return sl_tx_delete (fix->tx, uid, error);
    case SL_WAY_LED_ON:
    case SL_WAY_USED:
    case SL_WAY_BROUGHT_ABOUT:
    case SL_WAY_FUNDED:
    case SL_WAY_PURPOSE:
    case SL_WAY_MEASURED:
    case SL_WAY_CHANGE_BETWEEN:
    case SL_WAY_STEP_BETWEEN:
      return sl_tx_mend_map (fix->tx, fix->view, fix->line, way, answer->text, error);
    default:
      g_assert_not_reached ();
    }
}

/* What the history calls it. */
static SlVerb
verb_of (SlWay way)
{
  switch (way)
    {
    case SL_WAY_REVIEWED:
      return SL_VERB_REVIEW;
    case SL_WAY_ESCALATED:
    case SL_WAY_PLANNED:
    case SL_WAY_LED_ON:
    case SL_WAY_USED:
    case SL_WAY_BROUGHT_ABOUT:
    case SL_WAY_FUNDED:
    case SL_WAY_PURPOSE:
    case SL_WAY_MEASURED:
    case SL_WAY_CHANGE_BETWEEN:
    case SL_WAY_STEP_BETWEEN:
      return SL_VERB_ADD;
    case SL_WAY_AIMED:
      return SL_VERB_ASSESS;
    case SL_WAY_DELETED:
    case SL_WAY_UNLINKED:
      return SL_VERB_DELETE;
    default:
      return SL_VERB_EDIT;
    }
}

static gboolean
refuse (GError **error, int code, const char *text)
{
  g_set_error_literal (error, SL_ERROR, code, text);
  return FALSE;
}

static gboolean
check_answer (SlWay way, const SlActContext *context, const SlWayAnswer *answer, GError **error)
{
  guint needs = sl_way_needs (way);

  if (context->actor == SL_UID_NONE)
    return refuse (error, SL_ERROR_REFUSED, _ ("Choose who you are acting as first"));
  if (needs & SL_WAY_TEXT && answer->text == NULL)
    return refuse (error, SL_ERROR_VALUE, _ ("Say in one line what it is about"));
  if (needs & SL_WAY_DAY && answer->day == SL_DATE_NONE)
    return refuse (error, SL_ERROR_VALUE, _ ("Give the day"));
  if (needs & SL_WAY_DAY && answer->day < context->day)
    return refuse (error, SL_ERROR_VALUE, _ ("Give a day that is still to come"));
  if (needs & SL_WAY_PERSON && answer->person == SL_UID_NONE)
    return refuse (error, SL_ERROR_VALUE, _ ("Name one person"));
  return TRUE;
}

gboolean
sl_workspace_fix (SlWorkspace *self, const SlAttentionLine *line, SlWay way, const SlWayAnswer *answer, const char *reason,
                  GError **error)
{
  g_autoptr (SlTx) tx = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *text = NULL;
  SlWayAnswer told;
  SlView view;
  SlActContext context;
  Fix fix;

  g_return_val_if_fail (SL_IS_WORKSPACE (self) && line != NULL && answer != NULL && way < SL_N_WAYS, FALSE);
  clean = sl_text_clean (reason, TRUE);
  text = sl_text_clean (answer->text, TRUE);
  told = (SlWayAnswer){ text, answer->day, answer->person };
  view = sl_workspace_view (self);
  sl_workspace_act_context (self, clean, &context);
  if (!check_answer (way, &context, &told, error))
    return FALSE;
  if (sl_data_lookup (view.data, line->finding->uid) == NULL)
    return refuse (error, SL_ERROR_REFUSED, _ ("It is no longer there"));
  tx = sl_workspace_begin (self, verb_of (way));
  fix = (Fix){ tx, &view, &context, line, &told, clean };
  if (!put_into (&fix, way, error))
    return FALSE;
  return sl_workspace_commit (self, g_steal_pointer (&tx), clean, error);
}
