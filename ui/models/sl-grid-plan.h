/* sl-grid-plan.h: what an act on many cells would do, found by trying it; and then doing it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The act is written into a transaction that is never committed unless the plan is applied, a few hundred cells in each
 * turn of the main loop, so that a window stays alive and can leave it at any time. What others change meanwhile starts
 * it anew. As a GListModel of SlGridPlanLine: refusals first, each with its place, then new rows and changes in the
 * order of the act.
 *
 * Properties: state (SlGridPlanState as int), done (guint), total (guint): steps, for a progress bar.
 * Signal: applied (GError *): NULL: done; else it was refused, nothing has changed and the plan stands anew.
 */
#pragma once

#include "ui/models/sl-grid-act.h"

G_BEGIN_DECLS

/**
 * SlGridPlanState:
 * @SL_GRID_PLAN_TRYING: not known yet
 * @SL_GRID_PLAN_READY: tried: it can be applied unless something is refused
 * @SL_GRID_PLAN_APPLYING: being done
 * @SL_GRID_PLAN_DONE: done
 */
typedef enum
{
  SL_GRID_PLAN_TRYING,
  SL_GRID_PLAN_READY,
  SL_GRID_PLAN_APPLYING,
  SL_GRID_PLAN_DONE,
} SlGridPlanState;

#define SL_TYPE_GRID_PLAN_LINE (sl_grid_plan_line_get_type ())
G_DECLARE_FINAL_TYPE (SlGridPlanLine, sl_grid_plan_line, SL, GRID_PLAN_LINE, GObject)

/* All borrowed and never NULL. @place: a code, or the line pasted where there is none yet. */
const char *sl_grid_plan_line_place  (SlGridPlanLine *self);
/* A column title, or what stands for a new row. */
const char *sl_grid_plan_line_column (SlGridPlanLine *self);
const char *sl_grid_plan_line_from   (SlGridPlanLine *self);
/* What it becomes; of a refusal, why it cannot. */
const char *sl_grid_plan_line_to     (SlGridPlanLine *self);
gboolean    sl_grid_plan_line_refused (SlGridPlanLine *self);

#define SL_TYPE_GRID_PLAN (sl_grid_plan_get_type ())
G_DECLARE_FINAL_TYPE (SlGridPlan, sl_grid_plan, SL, GRID_PLAN, GObject)

/* Takes @act; begins at once, on the main loop. */
SlGridPlan *sl_grid_plan_new       (SlGridAct *act);
SlGridPlanState sl_grid_plan_state (SlGridPlan *self);
/* Does what is left of trying or applying at once. */
void        sl_grid_plan_finish    (SlGridPlan *self);
/* Borrowed. */
SlWorkspace *sl_grid_plan_workspace (SlGridPlan *self);

/* From here on once it is ready. */
guint       sl_grid_plan_n_changed (SlGridPlan *self); /* cells of records that stand */
guint       sl_grid_plan_n_new     (SlGridPlan *self); /* rows */
guint       sl_grid_plan_n_refused (SlGridPlan *self);
/* What demands a reason, for people; NULL: nothing does. Borrowed. */
const char *sl_grid_plan_demand    (SlGridPlan *self);
/* So little that it need not be shown beforehand. */
gboolean    sl_grid_plan_is_handful (SlGridPlan *self);
/* "14 cells change in 5 rows, 2 rows are added". Free with g_free(). */
char       *sl_grid_plan_dup_summary (SlGridPlan *self);

/* Does it, in turns as before, then emits applied. Nothing must be refused, and @reason given where one is demanded. */
void        sl_grid_plan_apply     (SlGridPlan *self, const char *reason);
/* Gives the act back, for a handful. The plan is of no further use. Returns: (transfer full). */
SlGridAct  *sl_grid_plan_steal_act (SlGridPlan *self);

G_END_DECLS
