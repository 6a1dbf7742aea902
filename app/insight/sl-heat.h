/* sl-heat.h: how many risks stand where on the matrix of probability and impact, and where they came from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pure function of a view: one pass over the risks. Threats and opportunities never share a matrix. Only open risks
 * count (F-1 and after: open, treating, tolerated); what is left out is counted with its reason, never dropped in silence.
 */
#pragma once

#include "insight/sl-risk-status.h"

G_BEGIN_DECLS

#define SL_HEAT_STEPS 5
/* Days back that the ways begin: those of the trend (F-5). */
#define SL_HEAT_DAYS 90

/* Which assessment places a risk. */
typedef enum
{
  SL_HEAT_BEFORE, /* inherent: before controls */
  SL_HEAT_NOW,    /* current */
  SL_HEAT_AFTER,  /* target: after treatment */
  SL_N_HEAT_STAGES,
} SlHeatStage;

/* Whether a risk takes part at all: a filter. */
typedef gboolean (*SlHeatFilter) (const SlRisk *risk, gpointer data);

typedef struct
{
  guint count;
  SlMoney exposure;  /* F-6 today, whole minor units, of those known */
  guint n_unknown;   /* have a cost but no probability: not in the sum */
  guint n_breach;    /* F-9 by the score of this stage: above what applies to each, handled or not */
  guint first;       /* of sl_heat_uids() */
} SlHeatCell;

/* How many risks went from one cell to another in SL_HEAT_DAYS; at least one, never to the same cell. */
typedef struct
{
  int from_probability, from_impact, to_probability, to_impact;
  guint count;
} SlHeatWay;

/* Who is not on the matrix. */
typedef struct
{
  guint n_open;        /* open risks of the kind, whatever the filter */
  guint n_shown;
  guint n_filtered;    /* the filter has left out */
  guint n_restricted;  /* left out: too confidential for the audience */
  guint n_unassessed;  /* no such assessment, or one without probability or impact */
  guint n_new;         /* shown, but 90 days ago nothing was scored: no way leads to them (stage now only) */
} SlHeatTotals;

/* What limits to draw: of the level of appetite that applies to most of those shown, the stricter of two equal ones. */
typedef struct
{
  int level;           /* SL_APPETITE_LEVEL_*; 0: none is stated */
  int want, tolerate;
  guint n_risks;       /* shown ones to which it applies */
} SlHeatAppetite;

typedef struct _SlHeat SlHeat;

/* @kind: SL_RISK_KIND_*. @audience: SL_CONFIDENTIALITY_*: risks more confidential than that are left out. @filter:
 * (nullable). Keeps nothing of @view. Free with sl_heat_free(). */
SlHeat             *sl_heat_new     (const SlView *view, int kind, SlHeatStage stage, int audience, SlHeatFilter filter,
                                     gpointer data);
void                sl_heat_free    (SlHeat *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlHeat, sl_heat_free)

int                 sl_heat_kind    (const SlHeat *self);
SlHeatStage         sl_heat_stage   (const SlHeat *self);
/* Steps from 1 to SL_HEAT_STEPS. Borrowed. */
const SlHeatCell   *sl_heat_cell    (const SlHeat *self, int probability, int impact);
/* The risks of a cell in F-4 order. Borrowed; @n gets how many. */
const SlUid        *sl_heat_uids    (const SlHeat *self, int probability, int impact, guint *n);
/* From the strongest to the weakest; none but for the stage now. Borrowed; @n gets how many. */
const SlHeatWay    *sl_heat_ways    (const SlHeat *self, guint *n);
const SlHeatTotals *sl_heat_totals  (const SlHeat *self);
const SlHeatAppetite *sl_heat_appetite (const SlHeat *self);

/* "Now", "Before treatment", "After treatment": an untranslated msgid. */
const char         *sl_heat_stage_label (SlHeatStage stage);
/* What is left out and why, as one sentence: "Not shown: 2 not assessed, 1 restricted."; NULL when nothing is. Free with
 * g_free(). */
char               *sl_heat_dup_left_out (const SlHeat *self, gboolean translated);

G_END_DECLS
