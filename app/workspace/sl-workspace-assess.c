/* Assessing a risk: dated figures, made from the ones before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "workspace/sl-risk-acts.h"

#include "base/sl-error.h"
#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

#define M(field) SL_MASK (SL_RISK_ASSESSMENT_##field)

static const guint dimensions[] = { SL_RISK_ASSESSMENT_IMPACT_BENEFIT, SL_RISK_ASSESSMENT_IMPACT_COST,
                                    SL_RISK_ASSESSMENT_IMPACT_TIME, SL_RISK_ASSESSMENT_IMPACT_TRUST,
                                    SL_RISK_ASSESSMENT_IMPACT_SAFETY_SECURITY };

/* What people judge; the rest says whose and which it is. */
static const guint64 figures = M (PROBABILITY) | M (EXPLICIT_PCT) | M (IMPACT_BENEFIT) | M (IMPACT_COST) | M (IMPACT_TIME)
                               | M (IMPACT_TRUST) | M (IMPACT_SAFETY_SECURITY) | M (COST_IF_OCCURS) | M (CONFIDENCE);

static gboolean
check_context (const SlView *view, const SlActContext *context, SlUid risk, GError **error)
{
  const SlRecord *record = sl_data_lookup (view->data, risk);

  if (record == NULL || record->kind != SL_KIND_RISK)
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_NOT_FOUND, _ ("The risk was deleted meanwhile"));
      return FALSE;
    }
  if (context->actor != SL_UID_NONE)
    return TRUE;
  g_set_error_literal (error, SL_ERROR, SL_ERROR_REFUSED, _ ("Choose who you are acting as before you assess a risk"));
  return FALSE;
}

/* The assessment that the act amends, or the new one with the figures of the one in force. */
static SlUid
begin_assessment (SlTx *tx, const SlActContext *context, const SlRiskAssessment *last, SlUid risk, int type)
{
  SlRecordEdit edit;
  g_autoptr (SlRecord) record = NULL;

  if (last != NULL && last->date == context->day && last->by == context->actor)
    return last->record.uid;
  if (last != NULL)
    sl_record_edit_from (&edit, &last->record);
  else
    sl_record_edit_new (&edit, sl_kind_get (SL_KIND_RISK_ASSESSMENT), 0);
  edit.uid = sl_uid_new ();
  edit.values[SL_RISK_ASSESSMENT_RISK] = SL_VALUE_REF (risk);
  edit.values[SL_RISK_ASSESSMENT_TYPE] = SL_VALUE_ENUM (type);
  edit.values[SL_RISK_ASSESSMENT_DATE] = SL_VALUE_DATE (context->day);
  edit.values[SL_RISK_ASSESSMENT_BY] = SL_VALUE_REF (context->actor);
  edit.values[SL_RISK_ASSESSMENT_RATIONALE] = SL_VALUE_NULL (SL_TYPE_TEXT);
  record = sl_record_edit_done (&edit);
  sl_tx_put (tx, record);
  return record->uid;
}

/* A percentage stated for another band says nothing about this one (INV-4). */
static gboolean
drop_percent (SlTx *tx, SlUid assessment, guint64 mask, const SlValue *values, GError **error)
{
  const SlRiskAssessment *stands = SL_AS (RISK_ASSESSMENT, sl_data_lookup (sl_tx_data (tx), assessment));
  const SlValue *probability = &values[SL_RISK_ASSESSMENT_PROBABILITY];

  if (!(mask & M (PROBABILITY)) || mask & M (EXPLICIT_PCT)
      || (!probability->is_null && probability->i == stands->probability))
    return TRUE;
  return sl_tx_set (tx, assessment, SL_RISK_ASSESSMENT_EXPLICIT_PCT, &SL_VALUE_NULL (SL_TYPE_INT), error);
}

gboolean
sl_tx_assess_figures (SlTx *tx, const SlView *view, const SlActContext *context, SlUid risk, int type, guint64 mask,
                      const SlValue *values, const char *rationale, GError **error)
{
  const SlRiskAssessment *last;
  SlUid assessment;

  g_return_val_if_fail (tx != NULL && view != NULL && context != NULL && (mask & ~figures) == 0, FALSE);
  if (!check_context (view, context, risk, error))
    return FALSE;
  last = sl_risk_assessment_in_force (view, risk, type);
  assessment = begin_assessment (tx, context, last, risk, type);
  if (!drop_percent (tx, assessment, mask, values, error))
    return FALSE;
  for (guint f = 0; f < SL_RISK_ASSESSMENT_N_FIELDS; f++)
    if (mask & SL_MASK (f) && !sl_tx_set (tx, assessment, f, &values[f], error))
      return FALSE;
  return rationale == NULL || *rationale == '\0'
         || sl_tx_set (tx, assessment, SL_RISK_ASSESSMENT_RATIONALE, &SL_VALUE_TEXT (rationale), error);
}

gboolean
sl_workspace_assess_figures (SlWorkspace *self, SlUid risk, int type, guint64 mask, const SlValue *values,
                             const char *reason, GError **error)
{
  g_autoptr (SlTx) tx = sl_workspace_begin (self, SL_VERB_ASSESS);
  g_autofree char *clean = sl_text_clean (reason, TRUE);
  SlView view = { sl_tx_data (tx), sl_workspace_as_of (self), sl_data_settings (sl_tx_data (tx)) };
  SlActContext context;

  sl_workspace_act_context (self, clean, &context);
  return sl_tx_assess_figures (tx, &view, &context, risk, type, mask, values, clean, error)
         && sl_workspace_commit (self, g_steal_pointer (&tx), clean, error);
}

/* --- The two figures of the register ------------------------------------------------------------------------------ */

/* Sets the dimension that decides; what stands above the figure typed comes down to it, so that what was typed is what is
 * shown. */
static guint64
spread_impact (const SlRiskAssessment *last, int impact, SlValue *values)
{
  guint decides = dimensions[0];
  gint64 highest = 0;
  guint64 mask = 0;
  SlValue stands[SL_RISK_ASSESSMENT_N_FIELDS];

  for (guint i = 0; i < G_N_ELEMENTS (dimensions); i++)
    {
      stands[i] = SL_VALUE_NULL (SL_TYPE_INT);
      if (last != NULL)
        sl_record_get (&last->record, dimensions[i], &stands[i]);
      if (!stands[i].is_null && stands[i].i > highest)
        {
          decides = dimensions[i];
          highest = stands[i].i;
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (dimensions); i++)
    if (dimensions[i] == decides || (!stands[i].is_null && stands[i].i > impact))
      {
        values[dimensions[i]] = SL_VALUE_INT (impact);
        mask |= SL_MASK (dimensions[i]);
      }
  return mask;
}

gboolean
sl_tx_assess (SlTx *tx, const SlView *view, const SlActContext *context, SlUid risk, int probability, int impact,
              const char *rationale, GError **error)
{
  const SlRiskAssessment *last = sl_risk_assessment_in_force (view, risk, SL_ASSESSMENT_TYPE_CURRENT);
  SlValue values[SL_RISK_ASSESSMENT_N_FIELDS];
  guint64 mask = 0;

  if (probability < 0 || probability > 5 || impact < 0 || impact > 5)
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_VALUE, _ ("Probability and impact are figures from 1 to 5"));
      return FALSE;
    }
  if (probability > 0)
    {
      values[SL_RISK_ASSESSMENT_PROBABILITY] = SL_VALUE_INT (probability);
      mask |= M (PROBABILITY);
    }
  if (impact > 0)
    mask |= spread_impact (last, impact, values);
  return sl_tx_assess_figures (tx, view, context, risk, SL_ASSESSMENT_TYPE_CURRENT, mask, values, rationale, error);
}

gboolean
sl_workspace_assess (SlWorkspace *self, SlUid risk, int probability, int impact, const char *reason, GError **error)
{
  g_autoptr (SlTx) tx = sl_workspace_begin (self, SL_VERB_ASSESS);
  g_autofree char *clean = sl_text_clean (reason, TRUE);
  SlView view = sl_workspace_view (self);
  SlActContext context;

  sl_workspace_act_context (self, clean, &context);
  return sl_tx_assess (tx, &view, &context, risk, probability, impact, clean, error)
         && sl_workspace_commit (self, g_steal_pointer (&tx), clean, error);
}
