/* sl-plan.h: what an act on much at once would do, found by trying it; and then doing it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What pastes and fills (SlGridPlan) and imports (SlImportPlan) have in common, so that one window shows either
 * beforehand. As a GListModel of SlPlanLine: refusals first, each with its place, then what is new and what changes.
 * What others change meanwhile starts it anew.
 *
 * Properties: state (SlPlanState as int), done (guint), total (guint): steps, for a progress bar; of 0 steps nothing is
 * known.
 * Signal: applied (GError *): NULL: done; else it was refused, nothing has changed and the plan stands anew.
 */
#pragma once

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

/**
 * SlPlanState:
 * @SL_PLAN_TRYING: not known yet
 * @SL_PLAN_READY: tried: it can be applied unless something is refused
 * @SL_PLAN_APPLYING: being done
 * @SL_PLAN_DONE: done
 */
typedef enum
{
  SL_PLAN_TRYING,
  SL_PLAN_READY,
  SL_PLAN_APPLYING,
  SL_PLAN_DONE,
} SlPlanState;

#define SL_TYPE_PLAN_LINE (sl_plan_line_get_type ())
G_DECLARE_FINAL_TYPE (SlPlanLine, sl_plan_line, SL, PLAN_LINE, GObject)

/* All borrowed and never NULL. @place: a code, or the line of what is read where there is none yet. */
const char *sl_plan_line_place   (SlPlanLine *self);
/* A column title, or what stands for a new row. */
const char *sl_plan_line_column  (SlPlanLine *self);
const char *sl_plan_line_from    (SlPlanLine *self);
/* What it becomes; of a refusal, why it cannot. */
const char *sl_plan_line_to      (SlPlanLine *self);
gboolean    sl_plan_line_refused (SlPlanLine *self);

#define SL_TYPE_PLAN (sl_plan_get_type ())
G_DECLARE_DERIVABLE_TYPE (SlPlan, sl_plan, SL, PLAN, GObject)

/* What a kind of plan does; the rest of what it needs is in sl-plan-private.h. */
struct _SlPlanClass
{
  GObjectClass parent_class;
  gboolean (*turn) (SlPlan *self);         /* a few milliseconds of work; whether there is more */
  void (*begin_applying) (SlPlan *self);   /* or NULL: the reason is there, the state set */
  guint (*n_effects) (SlPlan *self);       /* what is written, in whatever unit */
  char *(*dup_summary) (SlPlan *self);     /* where nothing is refused */
  const char *(*promise) (SlPlan *self);   /* or NULL: it can be taken back */
  void (*progress) (SlPlan *self, guint *done, guint *total); /* or NULL: nothing is known */
};

SlPlanState  sl_plan_state     (SlPlan *self);
/* Does what is left of trying or applying at once, as far as it is done in turns of the main loop. */
void         sl_plan_finish    (SlPlan *self);
/* Borrowed. */
SlWorkspace *sl_plan_workspace (SlPlan *self);

/* From here on once it is ready. */
guint        sl_plan_n_refused (SlPlan *self);
/* Nothing is refused, and it is not for nothing. */
gboolean     sl_plan_can_apply (SlPlan *self);
/* What demands a reason, for people; NULL: nothing does. Borrowed. */
const char  *sl_plan_demand    (SlPlan *self);
/* "14 cells change in 5 rows, 2 rows are added". Free with g_free(). */
char        *sl_plan_dup_summary (SlPlan *self);
/* What Enter does, in a sentence; static. */
const char  *sl_plan_promise   (SlPlan *self);

/* Does it, in turns as before, then emits applied. Nothing must be refused, and @reason given where one is demanded. */
void         sl_plan_apply     (SlPlan *self, const char *reason);

G_END_DECLS
