/* The benefit map as arrays: nodes, links at both ends, an order in which causes come first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "insight/sl-map-private.h"

guint
sl_map_find (const SlUid *uids, guint n, SlUid uid)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint mid = low + (high - low) / 2;

      if (uids[mid] < uid)
        low = mid + 1;
      else
        high = mid;
    }
  return low < n && uids[low] == uid ? low : n;
}

guint
sl_map_graph_find (const SlMapGraph *self, SlUid uid)
{
  return sl_map_find (self->uids, self->n, uid);
}

static gboolean
take_node (const SlRecord *record, gpointer data)
{
  const SlMapNode *node = SL_AS (MAP_NODE, record);
  SlMapGraph *self = data;
  SlMapEntry *entry = &self->entries[self->n];

  if (node->status == SL_NODE_STATUS_DROPPED)
    return TRUE;
  entry->status.uid = record->uid;
  entry->status.type = node->type;
  entry->status.negative = node->polarity == SL_POLARITY_NEGATIVE && sl_node_type_is_outcome (node->type);
  entry->project = node->project;
  entry->budget = node->budget;
  self->uids[self->n] = record->uid;
  self->nodes[self->n++] = node;
  return TRUE;
}

static gboolean
take_link (const SlRecord *record, gpointer data)
{
  const SlMapEdge *edge = SL_AS (MAP_EDGE, record);
  SlMapGraph *self = data;
  SlMapLink link = {
    .from = sl_map_graph_find (self, edge->from),
    .to = sl_map_graph_find (self, edge->to),
    .essential = edge->weight == SL_LINK_WEIGHT_ESSENTIAL,
    .evidence = MAX (0, edge->evidence),
  };

  if (link.from < self->n && link.to < self->n)
    g_array_append_val (self->links, link);
  return TRUE;
}

/* Sorts the links by one end, keeping their order: where those of each node begin, and which they are. */
static void
sort_links (const SlMapGraph *self, gboolean by_from, guint **first, guint **sorted)
{
  guint *begin = g_new0 (guint, self->n + 2);
  guint *links = g_new (guint, MAX (1, self->links->len));

  for (guint i = 0; i < self->links->len; i++)
    {
      const SlMapLink *link = &g_array_index (self->links, SlMapLink, i);

      begin[(by_from ? link->from : link->to) + 2]++;
    }
  for (guint i = 2; i < self->n + 2; i++)
    begin[i] += begin[i - 1];
  for (guint i = 0; i < self->links->len; i++)
    {
      const SlMapLink *link = &g_array_index (self->links, SlMapLink, i);

      links[begin[(by_from ? link->from : link->to) + 1]++] = i;
    }
  *first = begin;
  *sorted = links;
}

/* Nodes become ready when all that lead to them are placed. The structure of the data allows no ring; should there be one
 * nevertheless, its nodes come last. */
static void
find_order (SlMapGraph *self)
{
  g_autofree guint *waiting = g_new0 (guint, MAX (1, self->n));
  guint placed = 0;

  self->order = g_new (guint, MAX (1, self->n));
  for (guint i = 0; i < self->n; i++)
    {
      waiting[i] = self->first_in[i + 1] - self->first_in[i];
      if (waiting[i] == 0)
        self->order[placed++] = i;
    }
  for (guint next = 0; next < placed; next++)
    for (guint k = self->first_out[self->order[next]]; k < self->first_out[self->order[next] + 1]; k++)
      {
        guint to = g_array_index (self->links, SlMapLink, self->out[k]).to;

        if (--waiting[to] == 0)
          self->order[placed++] = to;
      }
  self->ringed = placed < self->n;
  for (guint i = 0; i < self->n && placed < self->n; i++)
    if (waiting[i] > 0)
      self->order[placed++] = i;
}

void
sl_map_graph_load (SlMapGraph *self, const SlView *view)
{
  guint most = MAX (1, sl_data_count (view->data, SL_KIND_MAP_NODE));

  *self = (SlMapGraph){ .view = view };
  self->entries = g_new0 (SlMapEntry, most);
  self->uids = g_new (SlUid, most);
  self->nodes = g_new0 (const SlMapNode *, most);
  self->links = g_array_new (FALSE, FALSE, sizeof (SlMapLink));
  sl_data_each (view->data, SL_KIND_MAP_NODE, take_node, self);
  sl_data_each (view->data, SL_KIND_MAP_EDGE, take_link, self);
  sort_links (self, FALSE, &self->first_in, &self->in);
  sort_links (self, TRUE, &self->first_out, &self->out);
  find_order (self);
  self->stale = g_malloc0 (MAX (1, self->n));
}

void
sl_map_graph_clear (SlMapGraph *self)
{
  g_free (self->nodes);
  g_array_unref (self->links);
  g_free (self->in);
  g_free (self->out);
  g_free (self->first_in);
  g_free (self->first_out);
  g_free (self->order);
  g_free (self->stale);
}
