/* sl-map-private.h: the benefit map as a graph, while it is being judged.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "insight/sl-map-status.h"

G_BEGIN_DECLS

/* What is kept of a node. */
typedef struct
{
  SlNodeStatus status;
  SlUid project;
  SlMoney budget;
  guint marks;         /* what is known of what lies before and behind it: of sl-map-sight.c */
  int struck_by;       /* what strikes the node itself: of sl-map-risk.c */
  SlRag struck_level;
  SlUid striker;
} SlMapEntry;

struct _SlMapStatus
{
  SlMapEntry *entries; /* in order of uid */
  SlUid *uids;         /* of them, close together to be searched */
  guint n;
  GArray *touched;     /* of SlUid: nodes whose own facts have changed since; may hold some twice */
  gboolean outdated;   /* by changes, even if they touched no node that stands */
  gboolean forgotten;  /* nothing of what was judged is to be relied on */
  gboolean ringed;     /* as in the graph: what a node comes to is not settled by its neighbours */
  guint judged;
};

/* Nodes go by their position among the entries. */
typedef struct
{
  guint from, to;
  gboolean essential;
  int evidence;
} SlMapLink;

typedef struct
{
  const SlView *view;
  SlMapEntry *entries;
  SlUid *uids;
  const SlMapNode **nodes; /* borrowed from the data */
  guint n;
  GArray *links;           /* of SlMapLink */
  guint *in, *out;         /* positions of links, those of one node together */
  guint *first_in, *first_out; /* where those of a node begin; n + 1 entries */
  guint *order;            /* every node after those that lead to it */
  gboolean ringed;         /* which cannot be said of all */
  guint8 *stale;           /* by node: to be judged; the others are as they were */
} SlMapGraph;

void sl_map_graph_load  (SlMapGraph *self, const SlView *view);
/* Keeps the entries and their uids, for the status. */
void sl_map_graph_clear (SlMapGraph *self);
/* Position of a node, or @n. */
guint sl_map_find       (const SlUid *uids, guint n, SlUid uid);
guint sl_map_graph_find (const SlMapGraph *self, SlUid uid);

/* F-14, F-15 and the M-rules; then F-13 and F-25a. Of stale nodes only, and of those that they turn out to bear on, which
 * become stale with them. */
void sl_map_judge_sight (SlMapGraph *self);
void sl_map_judge_risk  (SlMapGraph *self);

G_END_DECLS
