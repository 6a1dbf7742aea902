/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/sl-duplicate.h"

#include "base/sl-error.h"
#include "workspace/sl-risk-acts.h"

#include <glib/gi18n-lib.h>

/* What says where a risk has got to, rather than what it is. */
static gboolean
is_fate_of_risk (guint field)
{
  switch (field)
    {
    case SL_RISK_STATE:
    case SL_RISK_NEXT_REVIEW:
    case SL_RISK_ESCALATION_LEVEL:
    case SL_RISK_CAUSED_BY_ACTION:
    case SL_RISK_OCCURRED_ON:
    case SL_RISK_CLOSED_ON:
    case SL_RISK_CLOSE_REASON:
    case SL_RISK_ACCEPTED_BY:
    case SL_RISK_ACCEPTED_ON:
    case SL_RISK_ACCEPTED_UNTIL:
    case SL_RISK_ACCEPTANCE_RATIONALE:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_fate (int kind, guint field)
{
  if (kind == SL_KIND_MAP_NODE)
    return field == SL_MAP_NODE_STATUS || field == SL_MAP_NODE_FORECAST || field == SL_MAP_NODE_ACTUAL;
  return kind == SL_KIND_RISK && is_fate_of_risk (field);
}

gboolean
sl_tx_copy_fields (SlTx *tx, const SlRecord *from, SlUid to, GError **error)
{
  const SlKind *kind = sl_record_kind (from);

  for (guint f = 0; f < kind->n_fields; f++)
    {
      SlValue value;

      if (kind->fields[f].flags & (SL_FIELD_CODE | SL_FIELD_QUIET) || is_fate (kind->id, f))
        continue;
      sl_record_get (from, f, &value);
      /* What was copied may be older than what is there. */
      if (value.type == SL_TYPE_REF && !value.is_null && sl_data_lookup (sl_tx_data (tx), value.i) == NULL)
        continue;
      if (!sl_tx_set (tx, to, f, &value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
copy_figures (SlTx *tx, const SlView *view, const SlActContext *context, SlUid from, SlUid to, GError **error)
{
  static const guint figures[]
      = { SL_RISK_ASSESSMENT_PROBABILITY, SL_RISK_ASSESSMENT_EXPLICIT_PCT, SL_RISK_ASSESSMENT_IMPACT_BENEFIT,
          SL_RISK_ASSESSMENT_IMPACT_COST, SL_RISK_ASSESSMENT_IMPACT_TIME, SL_RISK_ASSESSMENT_IMPACT_TRUST,
          SL_RISK_ASSESSMENT_IMPACT_SAFETY_SECURITY, SL_RISK_ASSESSMENT_COST_IF_OCCURS, SL_RISK_ASSESSMENT_CONFIDENCE };
  const SlRiskAssessment *last = sl_risk_assessment_in_force (view, from, SL_ASSESSMENT_TYPE_CURRENT);
  SlValue values[SL_RISK_ASSESSMENT_N_FIELDS];
  guint64 mask = 0;

  if (last == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      sl_record_get (&last->record, figures[i], &values[figures[i]]);
      if (!values[figures[i]].is_null)
        mask |= SL_MASK (figures[i]);
    }
  return mask == 0
         || sl_tx_assess_figures (tx, view, context, to, SL_ASSESSMENT_TYPE_CURRENT, mask, values, NULL, error);
}

SlUid
sl_tx_duplicate (SlTx *tx, const SlView *view, const SlActContext *context, SlUid uid, GError **error)
{
  const SlRecord *from;
  SlUid to;

  g_return_val_if_fail (tx != NULL && view != NULL && context != NULL, SL_UID_NONE);
  from = sl_data_lookup (view->data, uid);
  if (from == NULL)
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_NOT_FOUND, _ ("The row was deleted meanwhile"));
      return SL_UID_NONE;
    }
  to = sl_tx_create (tx, from->kind);
  if (!sl_tx_copy_fields (tx, from, to, error)
      || (from->kind == SL_KIND_RISK && !copy_figures (tx, view, context, uid, to, error)))
    return SL_UID_NONE;
  return to;
}
