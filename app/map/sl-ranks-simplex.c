/* Ranks with the least total length of edges, by network simplex.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gansner, Koutsofios, North, Vo: A technique for drawing directed graphs, IEEE TSE 19(3), 1993, section 2.3. A spanning
 * tree of edges of length one is improved as long as one of them has a negative cut value: were it longer by one, the
 * whole would be shorter. The cut value of a tree edge is the sum, over the part below it, of edges out less edges in.
 */
#include "map/sl-layers-private.h"

#include <string.h>

typedef struct
{
  int n, n_edges;
  const SlLayoutLink *edges;
  int *rank;
  int *start, *around; /* edges of a vertex, both ways */
  gboolean *in_tree;   /* by edge */
  int *parent;         /* edge to the parent in the tree, or -1 */
  int *enter, *leave;  /* numbers of the vertex and of the last one below it, in depth-first order */
  int *walk;           /* vertices in that order */
  int *flow;           /* edges out less edges in of the vertex and all below it */
  int *stack;
} Simplex;

static int
slack (const Simplex *self, int edge)
{
  return self->rank[self->edges[edge].target] - self->rank[self->edges[edge].source] - 1;
}

static int
other_end (const Simplex *self, int edge, int v)
{
  return (int) ((int) self->edges[edge].source == v ? self->edges[edge].target : self->edges[edge].source);
}

static void
group_edges (Simplex *self)
{
  g_autofree int *next = g_new (int, (gsize) self->n + 1);

  for (int i = 0; i < self->n_edges; i++)
    {
      self->start[self->edges[i].source + 1]++;
      self->start[self->edges[i].target + 1]++;
    }
  for (int v = 0; v < self->n; v++)
    self->start[v + 1] += self->start[v];
  memcpy (next, self->start, sizeof (int) * ((gsize) self->n + 1));
  for (int i = 0; i < self->n_edges; i++)
    {
      self->around[next[self->edges[i].source]++] = i;
      self->around[next[self->edges[i].target]++] = i;
    }
}

/* Adds to the tree everything that tight edges reach from what is in it. Returns the number of vertices in it. */
static int
grow_tight (Simplex *self, gboolean *reached, int count)
{
  for (int i = 0; i < count; i++)
    {
      int v = self->walk[i];

      for (int k = self->start[v]; k < self->start[v + 1]; k++)
        {
          int edge = self->around[k];
          int w = other_end (self, edge, v);

          if (reached[w] || slack (self, edge) != 0)
            continue;
          self->in_tree[edge] = TRUE;
          reached[w] = TRUE;
          self->walk[count++] = w;
        }
    }
  return count;
}

/* The edge between tree and rest that is nearest to tight, or -1. */
static int
nearest_edge (const Simplex *self, const gboolean *reached)
{
  int best = -1;

  for (int i = 0; i < self->n_edges; i++)
    if (reached[self->edges[i].source] != reached[self->edges[i].target]
        && (best < 0 || slack (self, i) < slack (self, best)))
      best = i;
  return best;
}

/* A spanning tree of tight edges for every connected part. */
static void
span (Simplex *self)
{
  g_autofree gboolean *reached = g_new0 (gboolean, self->n);

  for (int root = 0; root < self->n; root++)
    {
      int count = 1;

      if (reached[root])
        continue;
      reached[root] = TRUE;
      self->walk[0] = root;
      count = grow_tight (self, reached, count);
      for (int edge; (edge = nearest_edge (self, reached)) >= 0; count = grow_tight (self, reached, count))
        {
          int shift = reached[self->edges[edge].source] ? slack (self, edge) : -slack (self, edge);

          for (int i = 0; i < count; i++)
            self->rank[self->walk[i]] += shift;
        }
    }
}

/* Numbers the tree and sums up the flows. */
static void
number_tree (Simplex *self)
{
  int count = 0;

  memset (self->enter, -1, sizeof (int) * (gsize) self->n);
  for (int root = 0; root < self->n; root++)
    {
      int depth = 0;

      if (self->enter[root] >= 0)
        continue;
      self->parent[root] = -1;
      self->stack[depth++] = root;
      while (depth > 0)
        {
          int v = self->stack[--depth];

          self->enter[v] = self->leave[v] = count;
          self->walk[count++] = v;
          self->flow[v] = 0;
          for (int k = self->start[v]; k < self->start[v + 1]; k++)
            {
              int edge = self->around[k];

              self->flow[v] += (int) self->edges[edge].source == v ? 1 : -1;
              if (!self->in_tree[edge] || (edge == self->parent[v] && v != root))
                continue;
              self->parent[other_end (self, edge, v)] = edge;
              self->stack[depth++] = other_end (self, edge, v);
            }
        }
    }
  for (int i = count - 1; i >= 0; i--)
    {
      int v = self->walk[i];

      if (self->parent[v] >= 0)
        {
          int up = other_end (self, self->parent[v], v);

          self->flow[up] += self->flow[v];
          self->leave[up] = MAX (self->leave[up], self->leave[v]);
        }
    }
}

/* The vertex whose edge to its parent should leave the tree, looked for from @from on, or -1. */
static int
find_leaving (const Simplex *self, int from)
{
  for (int i = 0; i < self->n; i++)
    {
      int v = (from + i) % self->n;

      if (self->parent[v] >= 0
          && ((int) self->edges[self->parent[v]].source == v ? self->flow[v] : -self->flow[v]) < 0)
        return v;
    }
  return -1;
}

static gboolean
is_below (const Simplex *self, int v, int top)
{
  return self->enter[v] >= self->enter[top] && self->enter[v] <= self->leave[top];
}

/* The edge that takes the place of the one above @top: it runs against it between the two parts. */
static int
find_entering (const Simplex *self, int top)
{
  gboolean up = (int) self->edges[self->parent[top]].source == top;
  int best = -1;

  for (int i = 0; i < self->n_edges; i++)
    {
      gboolean from_below = is_below (self, (int) self->edges[i].source, top);

      if (from_below != is_below (self, (int) self->edges[i].target, top) && from_below != up
          && (best < 0 || slack (self, i) < slack (self, best)))
        best = i;
    }
  return best;
}

static void
improve (Simplex *self, GCancellable *cancellable)
{
  int from = 0;

  for (gint64 turns = 8 * (gint64) self->n; turns > 0; turns--)
    {
      int top, entering, shift;

      if (cancellable != NULL && g_cancellable_is_cancelled (cancellable))
        return;
      number_tree (self);
      top = find_leaving (self, from);
      if (top < 0 || (entering = find_entering (self, top)) < 0)
        return;
      shift = slack (self, entering);
      if ((int) self->edges[self->parent[top]].source == top)
        shift = -shift;
      for (int i = self->enter[top]; i <= self->leave[top]; i++)
        self->rank[self->walk[i]] += shift;
      self->in_tree[self->parent[top]] = FALSE;
      self->in_tree[entering] = TRUE;
      from = top + 1;
    }
}

void
sl_ranks_shorten (int n, int n_edges, const SlLayoutLink *edges, GCancellable *cancellable, int *rank)
{
  gsize size = (gsize) n + 1;
  g_autofree int *memory = g_new0 (int, 7 * size + 2 * (gsize) n_edges);
  g_autofree gboolean *in_tree = g_new0 (gboolean, (gsize) n_edges + 1);
  Simplex self = {
    .n = n, .n_edges = n_edges, .edges = edges, .rank = rank, .in_tree = in_tree,
    .start = memory, .parent = memory + size, .enter = memory + 2 * size, .leave = memory + 3 * size,
    .walk = memory + 4 * size, .flow = memory + 5 * size, .stack = memory + 6 * size, .around = memory + 7 * size,
  };

  group_edges (&self);
  span (&self);
  improve (&self, cancellable);
}
