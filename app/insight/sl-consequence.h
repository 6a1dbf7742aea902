/* sl-consequence.h: what follows from what: which outcomes and benefits a risk can reach, which risks can reach a benefit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure functions of a view. F-25b: a benefit's share at risk is 1 less the product, over distinct open threats and issues, of
 * 1 less probability x share lost x what the links carry (an essential one all, a contributing one half; all of it where the
 * cause strikes the benefit's own card or names the benefit). It is indicative and assumes independence: whoever shows it
 * says so. Dropped cards, and what hangs on them, do not exist.
 *
 * What an audience may not see is counted all the same: else calling a risk restricted would make a figure better, and a
 * board would decide on a share that the programme knows to be too low. But a whole share less the shares that are named
 * would tell how grave the ones not named are, to a tenth of a percent. So a share with something hidden in it is given in
 * steps of SL_SHARE_STEP, always upwards: never too low, and no subtraction tells more than that something is there, which
 * is printed beside it. Whoever may see everything is told the share as it is.
 */
#pragma once

#include "insight/sl-map-status.h"

G_BEGIN_DECLS

/* A share in which something is hidden is rounded up to a multiple of this. */
#define SL_SHARE_STEP 0.1

/* "53.3 %", halves away from zero, the same in every language. Free with g_free(). */
char *sl_share_dup_percent (double share);

/* How something reaches a card. */
typedef struct
{
  SlUid node;
  double carried; /* 0 to 1: product along the path that carries most; of equal ones the shortest */
  GArray *path;   /* of SlUid: from the card that is struck to @node */
} SlReached;

/* --- Of a risk or an issue ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  SlUid benefit;
  gboolean named; /* by the risk: struck in full, whatever the map says */
  double carried;
  gboolean reckoned; /* benefits only (F-25b): a dis-benefit is reached, but nothing of it is lost */
  double share;   /* F-25b of this risk alone; 0 where it is not rated or not reckoned */
  SlMoney value;  /* of a year at target; SL_MONEY_NONE without one, and for dis-benefits */
} SlBenefitReached;

typedef struct
{
  SlUid risk;          /* or the issue */
  GArray *struck;      /* of SlUid: the cards, in order of making */
  GPtrArray *outcomes; /* of SlReached: intermediate and end outcomes, by what is carried, then in order of making */
  GArray *benefits;    /* of SlBenefitReached, by share, then in order of making; closed and withdrawn ones are left out */
  gboolean rated;      /* it has a probability and an impact */
  double probability, lost; /* q and s, 0 to 1; an issue is certain */
  SlMoney total;       /* of a year, all benefits together; SL_MONEY_NONE where none has a value, or it is not rated */
  SlUid gate;          /* the first one not passed on or after the day from which it can strike; SL_UID_NONE */
  SlDate gate_day;
} SlRiskReach;

/* NULL when @risk is neither a risk nor an issue. Opportunities, closed risks and settled issues reach what they would. Free
 * with sl_risk_reach_free(). */
SlRiskReach     *sl_risk_reach      (const SlView *view, SlUid risk);
void             sl_risk_reach_free (SlRiskReach *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlRiskReach, sl_risk_reach_free)
/* How its total came about. Free with sl_explanation_free(). */
SlExplanation   *sl_risk_reach_explain (const SlRiskReach *self, const SlView *view, gboolean translated);
/* SL_CONFIDENTIALITY_* of a risk, or of the risk from which an issue came; open for everything else. */
int              sl_cause_confidentiality (const SlData *data, SlUid uid);

/* --- Of a benefit ------------------------------------------------------------------------------------------------- */

typedef struct
{
  SlUid uid;      /* an open threat or issue */
  gboolean named;
  double probability, lost, carried, share; /* q, s, c and their product; 0 where it is not rated */
  GArray *path;   /* of SlUid: from the card it strikes to that of the benefit; empty when it only names the benefit */
} SlCause;

typedef struct
{
  SlUid benefit;
  GPtrArray *causes; /* of SlCause, by share, then code */
  gboolean reckoned; /* benefits only */
  double share;      /* F-25b; 0 where it is not reckoned; rounded up to SL_SHARE_STEP where something is hidden */
  SlMoney value;     /* of a year at target, by that share; SL_MONEY_NONE without one, and for dis-benefits */
  guint n_hidden;    /* threats and issues that the audience may not see: in the share, but not among the causes */
} SlBenefitThreat;

/* @audience: SL_CONFIDENTIALITY_*. NULL when @benefit is none. Free with sl_benefit_threat_free(). */
SlBenefitThreat *sl_benefit_threat      (const SlView *view, SlUid benefit, int audience);
void             sl_benefit_threat_free (SlBenefitThreat *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlBenefitThreat, sl_benefit_threat_free)
/* How its share came about. Free with sl_explanation_free(). */
SlExplanation   *sl_benefit_threat_explain (const SlBenefitThreat *self, const SlView *view, gboolean translated);

/* --- Theory of change --------------------------------------------------------------------------------------------- */

/* The best argued way from an investment to a card (F-15), and the link on it that is argued least. */
typedef struct
{
  GArray *path;   /* of SlUid: from the investment to the card; empty when there is none */
  guint weakest;  /* the link from path[weakest] to the next; the first of equals */
  int evidence;   /* of it: the strength of the card */
} SlWeakestLink;

/* @status: made from @view. */
void             sl_map_weakest_link  (const SlMapStatus *status, const SlView *view, SlUid node, SlWeakestLink *link);
void             sl_weakest_link_clear (SlWeakestLink *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlWeakestLink, sl_weakest_link_clear)

G_END_DECLS
