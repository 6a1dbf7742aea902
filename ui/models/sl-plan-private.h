/* sl-plan-private.h: what the kinds of plans are made of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/models/sl-plan.h"

G_BEGIN_DECLS

/* A reason of the whole was refused in so many places that nobody reads more. */
#define SL_PLAN_REFUSALS_MAX 1000

/* What every plan holds; a kind of plan writes it by the functions below where there is one. */
typedef struct
{
  SlWorkspace *workspace;
  SlPlanState state;
  GPtrArray *lines; /* of SlPlanLine */
  guint n_told;     /* lines the list has */
  guint n_refused;  /* at the head of them */
  char *demand;
  char *reason;     /* while it is applied */
  guint idle;
} SlPlanTold;

/* Borrowed for life. */
SlPlanTold *sl_plan_told      (SlPlan *self);
void        sl_plan_set_state (SlPlan *self, SlPlanState state);
/* Tells that progress has been made. */
void        sl_plan_advanced  (SlPlan *self);
/* Takes the strings. */
void        sl_plan_add_line  (SlPlan *self, char *place, const char *column, char *from, char *to, gboolean refused);
/* No line, no refusal. */
void        sl_plan_forget    (SlPlan *self);
/* Tells of some of the lines that are there. Returns whether there are more: a view makes widgets for a row as it is told
 * of it, for the first two hundred, so not all in one turn. */
gboolean    sl_plan_tell_some (SlPlan *self);
void        sl_plan_run_later (SlPlan *self);
void        sl_plan_stop      (SlPlan *self);
/* How it ended: emits applied. */
void        sl_plan_applied   (SlPlan *self, const GError *error);

G_END_DECLS
