/* sl-risk-private.h: what the formulas and their explanations share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "insight/sl-risk-status.h"

G_BEGIN_DECLS

/* F-9: the statements in force for the category of a risk; each may be NULL. */
typedef struct
{
  const SlAppetite *programme;
  const SlAppetite *sufferer;
} SlStatements;

void sl_risk_statements (const SlView *view, const SlRisk *risk, SlStatements *statements);

/* F-11: days between reviews by level, before halving; 0 for none. */
int  sl_review_days     (const SlSettings *settings, SlRag rag);

G_END_DECLS
