/* sl-risk-private.h: what the formulas and their explanations share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "insight/sl-explain-private.h"
#include "insight/sl-risk-status.h"

G_BEGIN_DECLS

/* F-9: the statements in force for the category of a risk; each may be NULL. */
typedef struct
{
  const SlAppetite *programme;
  const SlAppetite *sufferer;
} SlStatements;

void sl_risk_statements (const SlView *view, const SlRisk *risk, SlStatements *statements);

/* F-9: sets what applies to the risk, and what handles a breach of it. The score is set already. */
void sl_risk_set_appetite (const SlView *view, const SlRisk *risk, SlRiskStatus *status);

/* F-11: days between reviews by level, before halving; 0 for none. */
int  sl_review_days     (const SlSettings *settings, SlRag rag);

/* "Assessed 2026-07-24 by Security Sample." */
void sl_explain_assessed (const SlExplain *x, const SlRiskAssessment *assessment);
/* F-1, F-2 of an assessment, or of none: then @none, a msgid, is said. @grid judges it: today's settings, or those of its
 * day. */
void sl_explain_rating  (const SlExplain *x, const SlRisk *risk, const SlRiskAssessment *of, const SlSettings *grid,
                         const char *none);

/* F-5: days looked back for the trend, and for being frozen. */
#define SL_TREND_DAYS 90
#define SL_FROZEN_DAYS 180

G_END_DECLS
