/* Why an assessment scores what it does, in the words of the scale of its day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "insight/sl-risk-private.h"
#include "insight/sl-settings-moves.h"

#include <glib/gi18n-lib.h>

void
sl_explain_assessed (const SlExplain *x, const SlRiskAssessment *assessment)
{
  g_autofree char *when = sl_explain_dup_day (x, assessment->date);
  const char *who = sl_data_name (x->view->data, assessment->by);

  if (*who != '\0')
    sl_explain_input (x, N_ ("Assessed {1} by {2}."), when, who, NULL);
  else
    sl_explain_input (x, N_ ("Assessed {1}."), when, NULL);
}

/* Its figures, one by one, in the words of @settings where these have any. */
static void
input_figures (const SlExplain *x, const SlRiskAssessment *of, const SlSettings *settings)
{
  /* TRANSLATORS: {1} is a figure from 1 to 5, {2} what it means: "Likely, over 50% to 80%". */
  const struct
  {
    const char *said, *bare;
    int scale, value;
  } figures[] = {
    { N_ ("Probability {1}: {2}."), N_ ("Probability {1}."), SL_SCALE_PROBABILITY, of->probability },
    { N_ ("Impact on cost {1}: {2}."), N_ ("Impact on cost {1}."), SL_SCALE_COST, of->impact_cost },
    { N_ ("Impact on time {1}: {2}."), N_ ("Impact on time {1}."), SL_SCALE_TIME, of->impact_time },
    { N_ ("Impact on benefits {1}: {2}."), N_ ("Impact on benefits {1}."), SL_SCALE_BENEFIT, of->impact_benefit },
    { N_ ("Impact on trust {1}: {2}."), N_ ("Impact on trust {1}."), SL_SCALE_TRUST, of->impact_trust },
    { N_ ("Impact on safety and security {1}: {2}."), N_ ("Impact on safety and security {1}."), SL_SCALE_SAFETY_SECURITY,
      of->impact_safety_security },
  };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (figures[i].value > 0)
      {
        const SlScaleBand *band = sl_settings_band (x->view->data, settings, figures[i].scale, figures[i].value);
        g_autofree char *value = g_strdup_printf ("%d", figures[i].value);

        if (band != NULL)
          sl_explain_input (x, figures[i].said, value, band->label, NULL);
        else
          sl_explain_input (x, figures[i].bare, value, NULL);
      }
  if (of->probability <= 0)
    sl_explain_input (x, N_ ("No probability is given."), NULL);
  if (sl_assessment_impact (of) == 0)
    sl_explain_input (x, N_ ("No impact is given."), NULL);
}

/* What was judged by an earlier scale keeps its words, and says so; @rag is its level by the grid that is spoken of. */
static void
input_scale (const SlExplain *x, const SlRisk *risk, const SlRiskAssessment *of, const SlSettings *scale, SlRag rag)
{
  g_autofree char *version = g_strdup_printf ("%d", scale->version);
  g_autofree char *when = NULL;
  SlRag then = sl_grid_rag (scale, of->probability, sl_assessment_impact (of));

  if (scale->changed_on == SL_DATE_NONE)
    sl_explain_input (x, N_ ("In the words of its day: by the scale of version {1}."), version, NULL);
  else
    {
      when = sl_explain_dup_day (x, scale->changed_on);
      sl_explain_input (x, N_ ("In the words of its day: by the scale of version {1}, {2}."), version, when, NULL);
    }
  if (then != rag)
    sl_explain_input (x, N_ ("By the grid of that day it was {1}."),
                      sl_explain_word (x, sl_rag_label (then, risk->kind == SL_RISK_KIND_OPPORTUNITY)), NULL);
}

/* @of: the assessment, or NULL. @grid: what judges it: today's settings, or those of its day. */
void
sl_explain_rating (const SlExplain *x, const SlRisk *risk, const SlRiskAssessment *of, const SlSettings *grid, const char *none)
{
  gboolean opportunity = risk->kind == SL_RISK_KIND_OPPORTUNITY;
  int score = sl_assessment_score (of);
  SlRag rag = score > 0 ? sl_grid_rag (grid, of->probability, sl_assessment_impact (of)) : SL_RAG_NONE;
  const SlSettings *scale = of != NULL ? sl_settings_in_force (x->view->data, of->date) : NULL;
  g_autofree char *figure = g_strdup_printf ("%d", score);

  sl_explain_rule (x,
                   opportunity
                       ? N_ ("F-1, F-2: probability times the highest impact; the grid of the settings gives how far it is worth pursuing. Opportunities are never Red, Amber or Green.")
                       : N_ ("F-1, F-2: probability times the highest impact; the grid of the settings gives the colour."));
  if (score == 0)
    sl_explain_result (x, N_ ("Not scored"), NULL);
  else
    sl_explain_result (x, "{1} {2}", figure, sl_explain_word (x, sl_rag_label (rag, opportunity)), NULL);
  if (of != NULL)
    {
      input_figures (x, of, scale);
      sl_explain_assessed (x, of);
      if (scale != x->view->settings)
        input_scale (x, risk, of, scale, rag);
    }
  else
    sl_explain_input (x, none, NULL);
  if (score > 0)
    sl_explain_number (x, N_ ("Grid of settings version {1}."), grid->version);
}

SlExplanation *
sl_rating_explain (const SlView *view, const SlRisk *risk, int type, gboolean translated)
{
  static const char *const none[] = {
    [SL_ASSESSMENT_TYPE_INHERENT] = N_ ("There is no assessment before controls on or before the as-of date."),
    [SL_ASSESSMENT_TYPE_CURRENT] = N_ ("There is no current assessment on or before the as-of date."),
    [SL_ASSESSMENT_TYPE_TARGET] = N_ ("There is no target assessment on or before the as-of date."),
  };
  SlExplain x;

  g_return_val_if_fail (view != NULL && risk != NULL && type > 0 && type < (int) G_N_ELEMENTS (none), NULL);
  sl_explain_begin (&x, view, translated);
  sl_explain_rating (&x, risk, sl_risk_assessment_in_force (view, risk->record.uid, type), view->settings, none[type]);
  return x.out;
}

SlExplanation *
sl_assessment_explain (const SlView *view, const SlRisk *risk, const SlRiskAssessment *assessment, gboolean translated)
{
  SlExplain x;

  g_return_val_if_fail (view != NULL && risk != NULL && assessment != NULL, NULL);
  sl_explain_begin (&x, view, translated);
  sl_explain_rating (&x, risk, assessment, sl_settings_in_force (view->data, assessment->date), NULL);
  return x.out;
}
