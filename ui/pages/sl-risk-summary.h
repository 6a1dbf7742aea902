/* sl-risk-summary.h: what is known about one risk at a glance: its sentence, its standing with reasons, its actions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/widgets/sl-section.h"

G_BEGIN_DECLS

#define SL_TYPE_RISK_SUMMARY (sl_risk_summary_get_type ())
G_DECLARE_FINAL_TYPE (SlRiskSummary, sl_risk_summary, SL, RISK_SUMMARY, SlSection)

/* Holds a reference. */
GtkWidget *sl_risk_summary_new         (SlWorkspace *workspace);
/* Shows a risk as it is now. */
void       sl_risk_summary_show        (SlRiskSummary *self, SlUid risk);
/* Opens the menu of what may come next. */
void       sl_risk_summary_popup (SlRiskSummary *self);
/* See sl_risk_ratings_assess(). */
void       sl_risk_summary_assess (SlRiskSummary *self, int type);
void       sl_risk_summary_set_blue_orange (SlRiskSummary *self, gboolean blue_orange);

G_END_DECLS
