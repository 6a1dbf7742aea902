/* Why so much of a benefit is at risk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "insight/sl-consequence.h"
#include "insight/sl-explain-private.h"

#include <glib/gi18n-lib.h>

static const char *
code_of (const SlView *view, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (view->data, uid);
  const char *code = record != NULL ? sl_record_code (record) : NULL;

  return code != NULL ? code : "";
}

/* "R-001: probability 65.0 %, 37.5 % lost, 100.0 % carried: 24.4 %." */
static void
input_cause (const SlExplain *x, SlUid uid, double probability, double lost, double carried, double share)
{
  g_autofree char *q = sl_share_dup_percent (probability), *s = sl_share_dup_percent (lost);
  g_autofree char *c = sl_share_dup_percent (carried), *all = sl_share_dup_percent (share);

  if (probability > 0 && lost > 0)
    sl_explain_input (x, N_ ("{1}: probability {2}, lost {3}, carried {4}: together {5}."), code_of (x->view, uid), q, s, c, all,
                      NULL);
  else
    sl_explain_input (x, N_ ("{1}: not rated, so nothing can be reckoned."), code_of (x->view, uid), NULL);
}

static void
input_value (const SlExplain *x, SlUid benefit, SlMoney value)
{
  g_autofree char *money = value != SL_MONEY_NONE ? sl_explain_dup_money (x, value) : NULL;

  if (money != NULL)
    sl_explain_input (x, N_ ("Of the yearly value of {1} that is {2}."), code_of (x->view, benefit), money, NULL);
}

/* --- Of a risk or an issue ---------------------------------------------------------------------------------------- */

SlExplanation *
sl_risk_reach_explain (const SlRiskReach *self, const SlView *view, gboolean translated)
{
  g_autofree char *total = NULL;
  SlExplain x;

  g_return_val_if_fail (self != NULL && view != NULL, NULL);
  sl_explain_begin (&x, view, translated);
  sl_explain_rule (&x, N_ ("F-25b: probability times the share lost times what the links carry, an essential one all and a contributing one half, of the yearly value of each benefit once. Indicative, assumes independence."));
  total = self->total != SL_MONEY_NONE ? sl_explain_dup_money (&x, self->total) : NULL;
  if (total != NULL)
    sl_explain_result (&x, N_ ("{1} a year"), total, NULL);
  else
    sl_explain_result (&x, N_ ("No amount"), NULL);
  if (self->benefits->len == 0)
    sl_explain_input (&x, N_ ("It reaches no benefit."), NULL);
  for (guint i = 0; i < self->benefits->len; i++)
    {
      const SlBenefitReached *reached = &g_array_index (self->benefits, SlBenefitReached, i);

      if (!reached->reckoned)
        {
          sl_explain_input (&x, N_ ("{1} is a dis-benefit: nothing of it is lost."), code_of (view, reached->benefit), NULL);
          continue;
        }
      input_cause (&x, reached->benefit, self->probability, self->lost, reached->carried, reached->share);
      input_value (&x, reached->benefit, reached->value);
    }
  return x.out;
}

/* --- Of a benefit ------------------------------------------------------------------------------------------------- */

SlExplanation *
sl_benefit_threat_explain (const SlBenefitThreat *self, const SlView *view, gboolean translated)
{
  g_autofree char *share = NULL;
  SlExplain x;

  g_return_val_if_fail (self != NULL && view != NULL, NULL);
  sl_explain_begin (&x, view, translated);
  sl_explain_rule (&x, N_ ("F-25b: 1 less the product of 1 less each share: probability times the share lost times what the links carry, an essential one all and a contributing one half. Indicative, assumes independence."));
  share = sl_share_dup_percent (self->share);
  if (!self->reckoned)
    sl_explain_result (&x, N_ ("Not reckoned for a dis-benefit"), NULL);
  else if (self->n_hidden > 0)
    sl_explain_result (&x, N_ ("Up to {1}"), share, NULL);
  else
    sl_explain_result (&x, "{1}", share, NULL);
  for (guint i = 0; i < self->causes->len; i++)
    {
      const SlCause *cause = self->causes->pdata[i];

      input_cause (&x, cause->uid, cause->probability, cause->lost, cause->carried, cause->share);
    }
  if (self->causes->len + self->n_hidden == 0)
    sl_explain_input (&x, N_ ("No open threat or issue reaches it."), NULL);
  if (self->n_hidden > 0)
    sl_explain_number (&x, N_ ("Not named here but counted: {1}. So the whole is rounded up to the next ten percent."),
                       (int) self->n_hidden);
  input_value (&x, self->benefit, self->value);
  return x.out;
}
