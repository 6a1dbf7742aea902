/* sl-risk-columns.h: the columns of a risk register.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/models/sl-column.h"

G_BEGIN_DECLS

/* Every field of a risk, and beside them what is derived: "probability" and "impact" of the current assessment (typing a
 * figure assesses the risk), "score" (F-1, F-2), "appetite" (F-9), "proximity" (F-8), "review_due" (F-11), "trend" (F-5), "actions" (F-12), "exposure" (F-6). In the order in
 * which a register is read; ten are shown.
 * Returns: (transfer full): of SlColumn. */
GPtrArray *sl_risk_columns (void);

G_END_DECLS
