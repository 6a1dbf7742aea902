/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-risk-filters.h"

#include "insight/sl-action-status.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const SlView *view;
  SlRiskActionCounts *counts;
} Counting;

static gboolean
count_action (const SlRecord *record, gpointer data)
{
  const Counting *counting = data;
  const SlAction *action = SL_AS (ACTION, record);
  SlActionStatus status;

  if (action->state != SL_ACTION_STATE_PLANNED && action->state != SL_ACTION_STATE_IN_PROGRESS
      && action->state != SL_ACTION_STATE_BLOCKED)
    return TRUE;
  sl_action_status (counting->view, action, &status);
  counting->counts->going++;
  counting->counts->drifting += status.drifting;
  counting->counts->late += status.overdue_days > 0;
  return TRUE;
}

void
sl_risk_count_actions (const SlView *view, SlUid risk, SlRiskActionCounts *counts)
{
  Counting counting = { view, counts };

  g_return_if_fail (view != NULL && counts != NULL);
  *counts = (SlRiskActionCounts){ 0 };
  sl_data_children (view->data, SL_KIND_ACTION, SL_ACTION_RISK, risk, count_action, &counting);
}

/* --- Tests -------------------------------------------------------------------------------------------------------- */

static gboolean
is_live (SlWorkspace *workspace, const SlRecord *record, gint64 value)
{
  int state = SL_AS (RISK, record)->state;

  return state != SL_RISK_STATE_CLOSED && state != SL_RISK_STATE_OCCURRED;
}

static gboolean
is_mine (SlWorkspace *workspace, const SlRecord *record, gint64 value)
{
  SlUid actor = sl_workspace_actor (workspace);

  return actor != SL_UID_NONE && SL_AS (RISK, record)->owner == actor;
}

static gboolean
is_overdue (SlWorkspace *workspace, const SlRecord *record, gint64 value)
{
  const SlRiskStatus *status = sl_workspace_risk_status (workspace, record->uid);

  return status != NULL && status->overdue_days > 0;
}

static gboolean
is_stale (SlWorkspace *workspace, const SlRecord *record, gint64 value)
{
  const SlRiskStatus *status = sl_workspace_risk_status (workspace, record->uid);

  return status != NULL && status->stale;
}

static gboolean
is_breach (SlWorkspace *workspace, const SlRecord *record, gint64 value)
{
  const SlRiskStatus *status = sl_workspace_risk_status (workspace, record->uid);

  return status != NULL && sl_risk_is_unhandled (SL_AS (RISK, record), status);
}

static gboolean
is_red (SlWorkspace *workspace, const SlRecord *record, gint64 value)
{
  const SlRiskStatus *status = sl_workspace_risk_status (workspace, record->uid);

  return status != NULL && sl_risk_is_open_threat (SL_AS (RISK, record)) && status->rag == SL_RAG_RED;
}

/* What rises among opportunities is no worse, and what falls is not the kind of worse people look for here. */
static gboolean
is_worse (SlWorkspace *workspace, const SlRecord *record, gint64 since)
{
  const SlRiskStatus *status = sl_workspace_risk_status (workspace, record->uid);
  SlView then;
  int earlier;

  if (status == NULL || !sl_risk_is_open_threat (SL_AS (RISK, record)))
    return FALSE;
  if (since == 0)
    return status->trend == SL_TREND_UP;
  then = sl_workspace_view (workspace);
  then.as_of = MIN ((SlDate) since, then.as_of);
  earlier = sl_assessment_score (sl_risk_assessment_in_force (&then, record->uid, SL_ASSESSMENT_TYPE_CURRENT));
  return earlier > 0 && status->score > earlier;
}

static gboolean
has_no_owner (SlWorkspace *workspace, const SlRecord *record, gint64 value)
{
  const SlRiskStatus *status = sl_workspace_risk_status (workspace, record->uid);

  return status != NULL && sl_risk_is_open (SL_AS (RISK, record)) && !status->owner_active;
}

static gboolean
has_no_action (SlWorkspace *workspace, const SlRecord *record, gint64 value)
{
  SlView view = sl_workspace_view (workspace);
  SlRiskActionCounts counts;

  if (!sl_risk_is_open (SL_AS (RISK, record)))
    return FALSE;
  sl_risk_count_actions (&view, record->uid, &counts);
  return counts.going == 0;
}

/* --- The table ---------------------------------------------------------------------------------------------------- */

const SlRowFilter sl_risk_filters[] = {
  { .id = "live", .label = N_ ("Not closed"), .standing = TRUE, .initial = TRUE, .test = is_live,
    .help = N_ ("Drafts and open risks; what occurred or was closed is left out") },
  { .id = "mine", .label = N_ ("Mine"), .standing = TRUE, .test = is_mine,
    .help = N_ ("Owned by the person you are acting as") },
  { .id = "overdue", .label = N_ ("Overdue"), .standing = TRUE, .test = is_overdue,
    .help = N_ ("The review was due before the day the page is judged by") },
  { .id = "breach", .label = N_ ("Breach"), .standing = TRUE, .test = is_breach,
    .help = N_ ("Above what is tolerated for its category, and neither accepted nor escalated") },
  { .id = "red", .label = N_ ("Red"), .standing = TRUE, .test = is_red, .help = N_ ("Open threats rated red") },
  { .id = "worse", .label = N_ ("Worse"), .form = SL_FILTER_DAY, .standing = TRUE, .test = is_worse,
    .help = N_ ("Open threats that score higher than then; 90 days ago unless another day is chosen") },
  { .id = "no-action", .label = N_ ("No action"), .standing = TRUE, .test = has_no_action,
    .help = N_ ("Open, and no action is planned or under way") },
  { .id = "no-owner", .label = N_ ("No owner"), .test = has_no_owner,
    .help = N_ ("Open, and nobody who is here owns it") },
  { .id = "stale", .label = N_ ("Stale"), .test = is_stale,
    .help = N_ ("Overdue by more than a whole review interval") },
  { .id = "category", .label = N_ ("Category"), .form = SL_FILTER_FIELD, .kind = SL_KIND_RISK, .field = SL_RISK_CATEGORY },
  { .id = "gate", .label = N_ ("Gate"), .form = SL_FILTER_LINKED, .kind = SL_KIND_RISK_GATE, .field = SL_RISK_GATE_GATE,
    .link_row = SL_RISK_GATE_RISK },
  { .id = "owner", .label = N_ ("Owner"), .form = SL_FILTER_FIELD, .kind = SL_KIND_RISK, .field = SL_RISK_OWNER },
  { .id = "project", .label = N_ ("Project"), .form = SL_FILTER_FIELD, .kind = SL_KIND_RISK, .field = SL_RISK_PROJECT },
  { .id = "state", .label = N_ ("State"), .form = SL_FILTER_FIELD, .kind = SL_KIND_RISK, .field = SL_RISK_STATE },
  { .id = NULL },
};
