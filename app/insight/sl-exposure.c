/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "insight/sl-exposure.h"

#include "insight/sl-explain-private.h"
#include "insight/sl-issue-status.h"

#include <glib/gi18n-lib.h>

#define NEAR_ENOUGH 1e-9

typedef struct
{
  const SlView *view;
  SlExposure *sum;
} Summing;

static gboolean
add_threat (const SlRecord *record, gpointer data)
{
  const Summing *summing = data;
  SlRiskStatus status;

  if (!sl_risk_is_open_threat (SL_AS (RISK, record)))
    return TRUE;
  sl_risk_status (summing->view, SL_AS (RISK, record), &status);
  summing->sum->n_threats++;
  summing->sum->n_unknown += status.exposure == SL_MONEY_NONE;
  summing->sum->threats = sl_money_add (summing->sum->threats, status.exposure);
  return TRUE;
}

static gboolean
add_issue (const SlRecord *record, gpointer data)
{
  const Summing *summing = data;

  if (!sl_issue_is_open (summing->view, SL_AS (ISSUE, record)))
    return TRUE;
  summing->sum->n_issues++;
  summing->sum->issues = sl_money_add (summing->sum->issues, SL_AS (ISSUE, record)->cost_remaining);
  return TRUE;
}

void
sl_exposure_cover (SlExposure *self, const SlData *data)
{
  const SlProgrammeInfo *programme;

  g_return_if_fail (self != NULL && data != NULL);
  programme = sl_data_programme (data);
  self->contingency = programme != NULL ? programme->contingency : SL_MONEY_NONE;
  self->uncovered = FALSE;
  self->ratio = 0;
  if (self->total <= 0)
    return;
  if (self->contingency == SL_MONEY_NONE || self->contingency <= 0)
    self->uncovered = TRUE;
  else
    self->ratio = (double) self->total / (double) self->contingency;
}

void
sl_exposure (const SlView *view, SlExposure *exposure)
{
  Summing summing = { view, exposure };

  g_return_if_fail (view != NULL && exposure != NULL);
  *exposure = (SlExposure){ .contingency = SL_MONEY_NONE };
  sl_data_each (view->data, SL_KIND_RISK, add_threat, &summing);
  sl_data_each (view->data, SL_KIND_ISSUE, add_issue, &summing);
  exposure->total = sl_money_add (exposure->threats, exposure->issues);
  sl_exposure_cover (exposure, view->data);
}

gboolean
sl_exposure_exceeds (const SlExposure *self, double limit)
{
  return self->uncovered || self->ratio > limit + NEAR_ENOUGH;
}

char *
sl_exposure_dup_ratio (const SlExposure *self, gboolean translated)
{
  gint64 hundredths;

  if (self->uncovered)
    return g_strdup (translated ? _ ("uncovered") : "uncovered");
  hundredths = (gint64) (self->ratio * 100 + 0.5 + NEAR_ENOUGH);
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", hundredths / 100, (int) (hundredths % 100));
}

SlExplanation *
sl_exposure_explain (const SlView *view, gboolean translated)
{
  SlExposure sum;
  SlExplain x;
  g_autofree char *ratio = NULL;
  g_autofree char *total = NULL;

  g_return_val_if_fail (view != NULL, NULL);
  sl_exposure (view, &sum);
  sl_explain_begin (&x, view, translated);
  ratio = sl_exposure_dup_ratio (&sum, translated);
  total = sl_explain_dup_money (&x, sum.total);
  sl_explain_rule (&x, N_ ("F-6, F-7: probability times cost of every open threat, and the whole remaining cost of every open issue, against the contingency. An expected value, not a worst case."));
  /* TRANSLATORS: {1} is an amount, {2} how many times the contingency it is, or the word “uncovered”. */
  sl_explain_result (&x, N_ ("{1}, cover ratio {2}"), total, ratio, NULL);
  sl_explain_number (&x, N_ ("Open threats: {1}."), (int) sum.n_threats);
  sl_explain_money (&x, N_ ("Their exposure: {1}."), sum.threats);
  sl_explain_count (&x, N_ ("One of them has a cost but no probability and is not in the sum."),
                    N_ ("{1} of them have a cost but no probability and are not in the sum."), (int) sum.n_unknown);
  sl_explain_number (&x, N_ ("Open issues: {1}."), (int) sum.n_issues);
  sl_explain_money (&x, N_ ("Their remaining cost: {1}."), sum.issues);
  if (sum.contingency == SL_MONEY_NONE)
    sl_explain_input (&x, N_ ("No contingency is set."), NULL);
  else
    sl_explain_money (&x, N_ ("Contingency: {1}."), sum.contingency);
  return x.out;
}
