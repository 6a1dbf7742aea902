/* sl-exposure.h: what the open threats and issues of a programme may cost, against its contingency.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pure function of a view. F-6, F-7: domain.md 2.7. Opportunities are no part of it.
 */
#pragma once

#include "insight/sl-explanation.h"
#include "model/sl-data.h"

G_BEGIN_DECLS

typedef struct
{
  SlMoney threats, issues;  /* whole minor units, each exposure rounded before it is added */
  SlMoney total;
  guint n_threats, n_issues; /* open ones */
  guint n_unknown;          /* threats with a cost but no probability: not in the sum */
  SlMoney contingency;      /* SL_MONEY_NONE when none is set */
  gboolean uncovered;       /* something is exposed and there is no contingency: above every limit */
  double ratio;             /* F-7; 0 when nothing is exposed; without meaning when uncovered */
} SlExposure;

void           sl_exposure            (const SlView *view, SlExposure *exposure);
/* Fills in contingency, uncovered and ratio for the total that is there: for who keeps the sum up to date by himself. */
void           sl_exposure_cover      (SlExposure *self, const SlData *data);
/* Whether the cover ratio lies above @limit; a value within 1e-9 of it counts as equal (domain.md 2.1). */
gboolean       sl_exposure_exceeds    (const SlExposure *self, double limit);
/* "1.31", half away from zero, or the word for uncovered. Free with g_free(). */
char          *sl_exposure_dup_ratio  (const SlExposure *self, gboolean translated);
/* Says with it that it is an expected value. Free with sl_explanation_free(). */
SlExplanation *sl_exposure_explain    (const SlView *view, gboolean translated);

G_END_DECLS
