/* sl-gate-status.h: where a project stands among its gates.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure functions of a view. Formulas: domain.md 2.8.
 */
#pragma once

#include "model/sl-data.h"

G_BEGIN_DECLS

/* Work on it is over: retired, stopped or closed. */
gboolean      sl_project_is_over (const SlProject *project);
/* Whether a review of @gate decided by the as-of day to proceed, with conditions or without. */
gboolean      sl_gate_is_passed  (const SlView *view, SlUid gate);
/* F-27: the gate before @project: of those not passed the one of the lowest number, then of the earliest baseline. NULL
 * when there is none or the project is over. Borrowed. */
const SlGate *sl_gate_current    (const SlView *view, SlUid project);

G_END_DECLS
