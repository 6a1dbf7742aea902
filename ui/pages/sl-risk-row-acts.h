/* sl-risk-row-acts.h: what can be done with a risk in the register: the review stamp, an assessment, the moves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/pages/sl-row-acts.h"

G_BEGIN_DECLS

extern const SlRowAct sl_risk_row_acts[];

G_END_DECLS
