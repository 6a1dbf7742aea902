/* sl-risk-bar.h: where a risk stands, in words, and what may come next: the likeliest move as a button, the rest in a menu.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A move that asks something is answered in place, below the buttons; what stands in its way is said there, too.
 */
#pragma once

#include "ui/widgets/sl-section.h"
#include "workspace/sl-risk-acts.h"

G_BEGIN_DECLS

#define SL_TYPE_RISK_BAR (sl_risk_bar_get_type ())
G_DECLARE_FINAL_TYPE (SlRiskBar, sl_risk_bar, SL, RISK_BAR, SlSection)

/* Holds a reference. */
GtkWidget *sl_risk_bar_new      (SlWorkspace *workspace);
/* SL_UID_NONE: none. What was being answered for another risk is put away. */
void       sl_risk_bar_set_risk (SlRiskBar *self, SlUid risk);
/* Opens the menu of what may come next. */
void       sl_risk_bar_popup    (SlRiskBar *self);
/* Begins a move as its button does: asks what it needs, or does it when there is nothing to ask. Nothing happens when the
 * move cannot come next from where the risk is. */
void       sl_risk_bar_begin    (SlRiskBar *self, SlRiskMove move);

G_END_DECLS
