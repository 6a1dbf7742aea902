/* sl-grid-plan.h: what an act on many cells would do, found by trying it; and then doing it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The act is written into a transaction that is never committed unless the plan is applied, a few hundred cells in each
 * turn of the main loop, so that a window stays alive and can leave it at any time.
 */
#pragma once

#include "ui/models/sl-grid-act.h"
#include "ui/models/sl-plan.h"

G_BEGIN_DECLS

#define SL_TYPE_GRID_PLAN (sl_grid_plan_get_type ())
G_DECLARE_FINAL_TYPE (SlGridPlan, sl_grid_plan, SL, GRID_PLAN, SlPlan)

/* Takes @act; begins at once, on the main loop. */
SlGridPlan *sl_grid_plan_new        (SlGridAct *act);
/* So little that it need not be shown beforehand; once it is ready. */
gboolean    sl_grid_plan_is_handful (SlGridPlan *self);
/* Gives the act back, for a handful. The plan is of no further use. Returns: (transfer full). */
SlGridAct  *sl_grid_plan_steal_act  (SlGridPlan *self);

G_END_DECLS
