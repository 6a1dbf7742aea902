/* sl-risk-actions.h: the actions of a risk as a short list, and what is done with them, in place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/widgets/sl-section.h"
#include "workspace/sl-risk-acts.h"

G_BEGIN_DECLS

#define SL_TYPE_RISK_ACTIONS (sl_risk_actions_get_type ())
G_DECLARE_FINAL_TYPE (SlRiskActions, sl_risk_actions, SL, RISK_ACTIONS, SlSection)

/* Holds a reference. */
GtkWidget *sl_risk_actions_new      (SlWorkspace *workspace);
void       sl_risk_actions_set_risk (SlRiskActions *self, SlUid risk);
/* Asks for a new action. */
void       sl_risk_actions_add      (SlRiskActions *self);

G_END_DECLS
