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
} SlMapEntry;

struct _SlMapStatus
{
  SlMapEntry *entries; /* in order of uid */
  guint n;
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
  const SlMapNode **nodes; /* borrowed from the data */
  guint n;
  GArray *links;           /* of SlMapLink */
  guint *in, *out;         /* positions of links, those of one node together */
  guint *first_in, *first_out; /* where those of a node begin; n + 1 entries */
  guint *order;            /* every node after those that lead to it */
} SlMapGraph;

void sl_map_graph_load  (SlMapGraph *self, const SlView *view);
/* Keeps the entries, for the status. */
void sl_map_graph_clear (SlMapGraph *self);
/* Position of a node, or @n. */
guint sl_map_find       (const SlMapEntry *entries, guint n, SlUid uid);

/* F-14, F-15 and the M-rules. */
void sl_map_judge_sight (SlMapGraph *self);
/* F-13 and F-25a. */
void sl_map_judge_risk  (SlMapGraph *self);

G_END_DECLS
