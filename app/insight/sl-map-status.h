/* sl-map-status.h: what is derived about the benefit map: line of sight, strength, schedule, risk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One pass over all nodes, links, risks and issues (F-13, F-14, F-15, F-25a, the M-rules of domain.md 2.4), of linear cost
 * and without recursion; then every node can be asked. After an edit only what it touched is judged anew, and what lies up-
 * and downstream as far as that makes a difference. Dropped nodes, and links at them, do not exist here.
 */
#pragma once

#include "insight/sl-risk-status.h"
#include "model/sl-change-set.h"

G_BEGIN_DECLS

/* F-14: the tests of line of sight. A negative outcome ends a path: none runs through it. */
typedef enum
{
  SL_SIGHT_UP = 1 << 0,       /* leads to a strategic purpose through a positive end outcome, or is one that does */
  SL_SIGHT_DOWN = 1 << 1,     /* an investment leads to it */
  SL_SIGHT_FOLLOWED = 1 << 2, /* a business change comes after it */
  SL_SIGHT_CHANGE = 1 << 3,   /* a business change comes before it */
  SL_SIGHT_OWNER = 1 << 4,    /* its owner is active */
} SlSight;

/* Rules of 2.4 that a node breaks. */
typedef enum
{
  SL_MAP_M1 = 1 << 0, /* investment or output that reaches no end outcome */
  SL_MAP_M2 = 1 << 1, /* enabler with no later business change */
  SL_MAP_M3 = 1 << 2, /* outcome with no business change before it */
  SL_MAP_M4 = 1 << 3, /* outcome nobody funds */
  SL_MAP_M5 = 1 << 4, /* end outcome without an active owner */
  SL_MAP_M6 = 1 << 5, /* end outcome not linked to a purpose */
  SL_MAP_M7 = 1 << 6, /* end outcome without a measure */
} SlMapFault;

typedef struct
{
  SlUid uid;
  int type;            /* SL_NODE_TYPE_* */
  gboolean negative;   /* a negative outcome */
  guint tests;         /* F-14: SlSight that apply to its type */
  guint failed;        /* those it fails; 0: the node is complete */
  guint faults;        /* SlMapFault */
  int strength;        /* F-15: 0 to 4 */
  int strength_needed; /* of an end outcome at the gate before its project: 0, 2 or 3; below it the node is flagged */
  SlUid strength_from; /* the node before it on the strongest path, or SL_UID_NONE */
  int slip_days;       /* F-13; 0 where none is counted */
  SlRag schedule;      /* F-13: none, Amber or Red */
  SlRag level;         /* F-25a */
  SlUid culprit;       /* the threat, the issue or the late node that makes the level; SL_UID_NONE at level none */
  SlUid via;           /* the node from which that comes, or SL_UID_NONE: it strikes here */
} SlNodeStatus;

typedef struct _SlMapStatus SlMapStatus;

/* Keeps nothing of @view. Free with sl_map_status_free(). */
SlMapStatus        *sl_map_status_new  (const SlView *view);
void                sl_map_status_free (SlMapStatus *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlMapStatus, sl_map_status_free)

/* Notes which nodes @change_set touched, after it was applied to @data; nothing is judged before sl_map_status_refresh(). */
void                sl_map_status_touch (SlMapStatus *self, const SlData *data, const SlChangeSet *change_set);
/* Brings it up to date with @view, which must be of the same day and settings, and differ only by changes that it was told
 * of: the result is that of sl_map_status_new(). Free of cost where none touched it. */
void                sl_map_status_refresh (SlMapStatus *self, const SlView *view);
/* How many nodes have been judged since it was made, each time counted. */
guint               sl_map_status_judged (const SlMapStatus *self);

/* Whether a change of a record of @kind may change what is derived here. */
gboolean            sl_map_status_depends_on (int kind);

/* Active nodes, in order of making. */
guint               sl_map_status_count (const SlMapStatus *self);
const SlNodeStatus *sl_map_status_nth  (const SlMapStatus *self, guint position);
/* NULL for what is no active node. Borrowed. */
const SlNodeStatus *sl_map_status_node (const SlMapStatus *self, SlUid node);

/* Of one project, or of the whole map. */
typedef struct
{
  guint active, complete;
  int coverage;              /* L: percent of active nodes that are complete, rounded down; -1 without nodes */
  SlMoney funded, invested;  /* budgets of complete investments, and of all */
} SlCoverage;

/* @project: only its nodes and the shared ones, as a gate sees them (F-14); SL_UID_NONE: all. */
void                sl_map_status_coverage (const SlMapStatus *self, SlUid project, SlCoverage *coverage);

/* How the level of @node came about: the nodes from the one its culprit strikes to @node itself. Returns: (transfer full):
 * of SlUid; empty at level none. */
GArray             *sl_map_status_path (const SlMapStatus *self, SlUid node);
/* F-25a, benefits at risk: intermediate and end outcomes of level Amber and Red, in order of making. Returns: (transfer
 * full): of SlUid. */
GArray             *sl_map_status_at_risk (const SlMapStatus *self);

gboolean            sl_node_type_is_outcome (int type);

/* --- Links -------------------------------------------------------------------------------------------------------- */

/* 2.4: whether one node may lead to another. */
typedef enum
{
  SL_LINK_REFUSED,
  SL_LINK_ALLOWED,
  SL_LINK_BYPASS,  /* W1: an enabler straight to an outcome; allowed, but warned of */
  SL_LINK_NO_STEP, /* W2: no intermediate step, so no quick win; allowed, but warned of */
} SlLinkFit;

SlLinkFit           sl_map_link_fit (const SlMapNode *from, const SlMapNode *to);

/* --- Explanations on demand --------------------------------------------------------------------------------------- */

typedef enum
{
  SL_NODE_TOPIC_SIGHT,    /* F-14 */
  SL_NODE_TOPIC_STRENGTH, /* F-15 */
  SL_NODE_TOPIC_SCHEDULE, /* F-13 */
  SL_NODE_TOPIC_LEVEL,    /* F-25a */
} SlNodeTopic;

/* @self: made from the same data. NULL for what is no active node. Free with sl_explanation_free(). */
SlExplanation      *sl_map_explain (const SlMapStatus *self, const SlView *view, SlUid node, SlNodeTopic topic,
                                    gboolean translated);

G_END_DECLS
