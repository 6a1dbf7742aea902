/* What may be deleted (domain.md 2.1): drafts; what left draft is closed, withdrawn or dropped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rules/sl-rules-private.h"

#include <glib/gi18n-lib.h>

/* Kinds of which only drafts, or what belongs to one, are deleted; and what is done instead. */
static const struct
{
  int kind;
  const char *instead;
} drafts_only[] = {
  { SL_KIND_RISK, N_ ("only drafts can be deleted; close it instead") },
  { SL_KIND_ACTION, N_ ("an action of something beyond draft is not deleted; cancel it instead") },
  { SL_KIND_ISSUE, N_ ("an issue is not deleted; close it instead") },
  { SL_KIND_ESCALATION, N_ ("an escalation is not deleted; withdraw it instead") },
  { SL_KIND_BENEFIT, N_ ("only identified benefits can be deleted; withdraw it instead") },
  { SL_KIND_REALISATION_STEP, N_ ("a step of a benefit beyond identified is not deleted; cancel it instead") },
  { SL_KIND_PROJECT, N_ ("only projects that have not started can be deleted; stop it instead") },
};

/* Whether it is one of these kinds. */
static gboolean
check_draft (const SlCheck *check)
{
  for (guint i = 0; i < G_N_ELEMENTS (drafts_only); i++)
    if (drafts_only[i].kind == check->before->kind)
      {
        if (!sl_record_is_draft (check->before_view->data, check->before))
          sl_check_find (check, -1, drafts_only[i].instead, NULL);
        return TRUE;
      }
  return FALSE;
}

/* --- Map nodes ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  const SlData *data;
  const SlRecord *by;
} Struck;

/* A draft risk comes and goes; another keeps what it was said to strike. */
static gboolean
find_risk (const SlRecord *record, gpointer data)
{
  Struck *struck = data;
  const SlRecord *risk = sl_data_lookup (struck->data, SL_AS (RISK_NODE, record)->risk);

  if (risk != NULL && !sl_record_is_draft (struck->data, risk))
    struck->by = risk;
  return struck->by == NULL;
}

static gboolean
find_issue (const SlRecord *record, gpointer data)
{
  Struck *struck = data;

  struck->by = sl_data_lookup (struck->data, SL_AS (ISSUE_NODE, record)->issue);
  return struck->by == NULL;
}

static void
check_node (const SlCheck *check)
{
  Struck struck = { check->before_view->data, NULL };

  if (SL_AS (MAP_NODE, check->before)->status != SL_NODE_STATUS_PLANNED)
    {
      sl_check_find (check, -1, N_ ("only planned nodes can be deleted; drop it instead"), NULL);
      return;
    }
  sl_data_children (struck.data, SL_KIND_RISK_NODE, SL_RISK_NODE_NODE, check->before->uid, find_risk, &struck);
  if (struck.by == NULL)
    sl_data_children (struck.data, SL_KIND_ISSUE_NODE, SL_ISSUE_NODE_NODE, check->before->uid, find_issue, &struck);
  if (struck.by != NULL)
    sl_check_find (check, -1, N_ ("{1} is recorded as striking it; drop it instead"), sl_record_code (struck.by), NULL);
}

/* --- What was recorded with it ------------------------------------------------------------------------------------ */

static gboolean
find_any (const SlRecord *record, gpointer data)
{
  *(gboolean *) data = TRUE;
  return FALSE;
}

/* Whether rows that are only ever added belong to @record. */
static gboolean
has_kept_rows (const SlData *data, const SlRecord *record)
{
  gboolean found = FALSE;

  for (int k = 0; k < SL_N_KINDS; k++)
    for (guint f = 0; sl_kind_get (k)->flags & SL_KIND_APPEND_ONLY && f < sl_kind_get (k)->n_fields; f++)
      if (sl_kind_get (k)->fields[f].flags & SL_FIELD_PARENT && sl_kind_get (k)->fields[f].ref == record->kind && !found)
        sl_data_children (data, k, f, record->uid, find_any, &found);
  return found;
}

/* --- Gates and plans ---------------------------------------------------------------------------------------------- */

static gboolean
is_decided (const SlData *data, SlUid review)
{
  const SlGateReview *r = SL_AS (GATE_REVIEW, sl_data_lookup (data, review));

  return r != NULL && r->state == SL_GATE_REVIEW_STATE_DECIDED;
}

static gboolean
find_decided (const SlRecord *record, gpointer data)
{
  *(gboolean *) data = SL_AS (GATE_REVIEW, record)->state == SL_GATE_REVIEW_STATE_DECIDED;
  return !*(gboolean *) data;
}

static gboolean
is_approved (const SlRecord *version)
{
  return version != NULL && SL_AS (TRAJECTORY_VERSION, version)->date != SL_DATE_NONE;
}

static void
check_decided (const SlCheck *check)
{
  const SlData *data = check->before_view->data;
  gboolean decided = FALSE;

  if (!sl_record_is_draft (data, check->before) && has_kept_rows (data, check->before))
    sl_check_find (check, -1, N_ ("what was recorded with it stays, so it is not deleted"), NULL);

  switch ((int) check->before->kind)
    {
    case SL_KIND_GATE:
      sl_data_children (data, SL_KIND_GATE_REVIEW, SL_GATE_REVIEW_GATE, check->before->uid, find_decided, &decided);
      if (decided)
        sl_check_find (check, -1, N_ ("a gate that was decided stays"), NULL);
      return;
    case SL_KIND_GATE_REVIEW:
      if (is_decided (data, check->before->uid))
        sl_check_find (check, -1, N_ ("a decision stays"), NULL);
      return;
    case SL_KIND_CONDITION:
      if (is_decided (data, SL_AS (CONDITION, check->before)->review))
        sl_check_find (check, -1, N_ ("a condition of a decision is not deleted; waive it instead"), NULL);
      return;
    case SL_KIND_TRAJECTORY_VERSION:
      if (is_approved (check->before))
        sl_check_find (check, -1, N_ ("an approved plan stays; make a new version"), NULL);
      return;
    case SL_KIND_TRAJECTORY_POINT:
      if (is_approved (sl_data_lookup (data, SL_AS (TRAJECTORY_POINT, check->before)->version)))
        sl_check_find (check, -1, N_ ("an approved plan stays; make a new version"), NULL);
      return;
    default:
      return;
    }
}

/* Everybody may take back today what was made today; reading in and starting anew are no deletions by hand. */
static void
check_deletable (const SlCheck *check)
{
  if (sl_check_takes_back_today (check) || !(check->verb == SL_VERB_UNDO || sl_check_is_act (check)))
    return;
  if (check->before->kind == SL_KIND_MAP_NODE)
    check_node (check);
  else if (!check_draft (check))
    check_decided (check);
}

const SlRule sl_rules_delete[] = {
  { "2.1", SL_KIND_ANY, 0, SL_SEVERITY_ERROR, SL_RULE_DELETE, check_deletable },
};
const guint sl_n_rules_delete = G_N_ELEMENTS (sl_rules_delete);
