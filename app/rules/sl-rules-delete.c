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

/* Why a record stays; NULL when it may go. */
typedef struct
{
  const char *said;
  const SlRecord *by; /* what the words name, or NULL */
} Refusal;

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

static Refusal
refuse_node (const SlData *data, const SlMapNode *node)
{
  Struck struck = { data, NULL };

  if (node->status != SL_NODE_STATUS_PLANNED)
    return (Refusal){ N_ ("only planned nodes can be deleted; drop it instead"), NULL };
  sl_data_children (data, SL_KIND_RISK_NODE, SL_RISK_NODE_NODE, node->record.uid, find_risk, &struck);
  if (struck.by == NULL)
    sl_data_children (data, SL_KIND_ISSUE_NODE, SL_ISSUE_NODE_NODE, node->record.uid, find_issue, &struck);
  return (Refusal){ struck.by != NULL ? N_ ("{1} is recorded as striking it; drop it instead") : NULL, struck.by };
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
is_decided (const SlRecord *review)
{
  return review != NULL && SL_AS (GATE_REVIEW, review)->state == SL_GATE_REVIEW_STATE_DECIDED;
}

static gboolean
find_decided (const SlRecord *record, gpointer data)
{
  *(gboolean *) data = is_decided (record);
  return !*(gboolean *) data;
}

static gboolean
was_decided (const SlData *data, SlUid gate)
{
  gboolean decided = FALSE;

  sl_data_children (data, SL_KIND_GATE_REVIEW, SL_GATE_REVIEW_GATE, gate, find_decided, &decided);
  return decided;
}

static gboolean
is_approved (const SlRecord *version)
{
  return version != NULL && SL_AS (TRAJECTORY_VERSION, version)->date != SL_DATE_NONE;
}

/* What was decided or approved. */
static const char *
refuse_settled (const SlData *data, const SlRecord *record)
{
  const SlRecord *parent = sl_data_lookup (data, sl_record_parent (record));

  switch ((int) record->kind)
    {
    case SL_KIND_GATE:
      return was_decided (data, record->uid) ? N_ ("a gate that was decided stays") : NULL;
    case SL_KIND_GATE_REVIEW:
      return is_decided (record) ? N_ ("a decision stays") : NULL;
    case SL_KIND_CONDITION:
      return is_decided (parent) ? N_ ("a condition of a decision is not deleted; waive it instead") : NULL;
    case SL_KIND_TRAJECTORY_VERSION:
      return is_approved (record) ? N_ ("an approved plan stays; make a new version") : NULL;
    case SL_KIND_TRAJECTORY_POINT:
      return is_approved (parent) ? N_ ("an approved plan stays; make a new version") : NULL;
    default:
      return NULL;
    }
}

/* --- All kinds ---------------------------------------------------------------------------------------------------- */

static Refusal
refuse (const SlData *data, const SlRecord *record)
{
  Refusal refusal = { refuse_settled (data, record), NULL };

  if (record->kind == SL_KIND_MAP_NODE)
    return refuse_node (data, SL_AS (MAP_NODE, record));
  if (refusal.said != NULL || sl_record_is_draft (data, record))
    return refusal;
  for (guint i = 0; i < G_N_ELEMENTS (drafts_only); i++)
    if (drafts_only[i].kind == record->kind)
      refusal.said = drafts_only[i].instead;
  if (refusal.said == NULL && has_kept_rows (data, record))
    refusal.said = N_ ("what was recorded with it stays, so it is not deleted");
  return refusal;
}

/* Everybody may take back today what was made today; reading in and starting anew are no deletions by hand. Where what a
 * record belongs to goes as well and may not, it is enough that this is said. */
static void
check_deletable (const SlCheck *check)
{
  const SlData *data = check->before_view->data;
  const SlRecord *parent = sl_data_lookup (data, sl_record_parent (check->before));
  Refusal refusal;

  if (sl_check_takes_back_today (check) || !(check->verb == SL_VERB_UNDO || sl_check_is_act (check))
      || (parent != NULL && sl_data_lookup (check->view->data, parent->uid) == NULL && refuse (data, parent).said != NULL))
    return;
  refusal = refuse (data, check->before);
  if (refusal.said != NULL)
    sl_check_find (check, -1, refusal.said, refusal.by != NULL ? sl_record_code (refusal.by) : NULL, NULL);
}

const SlRule sl_rules_delete[] = {
  { "2.1", SL_KIND_ANY, 0, SL_SEVERITY_ERROR, SL_RULE_DELETE, check_deletable },
};
const guint sl_n_rules_delete = G_N_ELEMENTS (sl_rules_delete);
