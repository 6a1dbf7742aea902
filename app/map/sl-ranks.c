/* The columns of the cards: as given, as they were drawn, or chosen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map/sl-layers-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Beyond this network simplex takes too long for a first drawing; vertices are then moved one by one. */
#define SIMPLEX_MAX 1500

typedef struct
{
  const SlLayoutInput *input;
  SlLayoutLink *edges; /* without those on cycles, no loops */
  int n, n_edges;
  gboolean *fixed; /* the column is not ours to choose */
  int *rank;
  int *start[2], *near[2]; /* neighbours before [0] and after [1] */
} Ranks;

static void
group_edges (Ranks *self)
{
  for (int side = 0; side < 2; side++)
    {
      g_autofree int *next = g_new (int, (gsize) self->n + 1);

      self->start[side] = g_new0 (int, (gsize) self->n + 1);
      self->near[side] = g_new (int, (gsize) self->n_edges + 1);
      for (int i = 0; i < self->n_edges; i++)
        self->start[side][(side == 0 ? self->edges[i].target : self->edges[i].source) + 1]++;
      for (int v = 0; v < self->n; v++)
        self->start[side][v + 1] += self->start[side][v];
      memcpy (next, self->start[side], sizeof (int) * ((gsize) self->n + 1));
      for (int i = 0; i < self->n_edges; i++)
        {
          guint v = side == 0 ? self->edges[i].target : self->edges[i].source;

          self->near[side][next[v]++] = (int) (side == 0 ? self->edges[i].source : self->edges[i].target);
        }
    }
}

/* Vertices so that every edge points forward. Returns: (transfer full). */
static int *
topological_order (const Ranks *self)
{
  int *order = g_new (int, (gsize) self->n + 1);
  g_autofree int *waiting = g_new (int, (gsize) self->n + 1);
  int n = 0;

  for (int v = 0; v < self->n; v++)
    if ((waiting[v] = self->start[0][v + 1] - self->start[0][v]) == 0)
      order[n++] = v;
  for (int i = 0; i < n; i++)
    for (int k = self->start[1][order[i]]; k < self->start[1][order[i] + 1]; k++)
      if (--waiting[self->near[1][k]] == 0)
        order[n++] = self->near[1][k];
  g_assert (n == self->n);
  return order;
}

/* Right of everything that leads there; for cards whose column is ours. */
static void
rank_longest_path (Ranks *self, const int *order)
{
  for (int i = 0; i < self->n; i++)
    {
      int v = order[i];
      int rank = 0;

      if (self->fixed[v])
        continue;
      for (int k = self->start[0][v]; k < self->start[0][v + 1]; k++)
        rank = MAX (rank, self->rank[self->near[0][k]] + 1);
      self->rank[v] = rank;
    }
}

/* How far a vertex can go to the left and to the right before an edge would turn. */
static void
find_range (const Ranks *self, int v, int *low, int *high)
{
  *low = G_MININT;
  *high = G_MAXINT;
  for (int k = self->start[0][v]; k < self->start[0][v + 1]; k++)
    *low = MAX (*low, self->rank[self->near[0][k]] + 1);
  for (int k = self->start[1][v]; k < self->start[1][v + 1]; k++)
    *high = MIN (*high, self->rank[self->near[1][k]] - 1);
}

/* Moves vertices one by one to the end of their range that has more edges. */
static void
pull_together (Ranks *self, const int *order)
{
  gboolean moved = TRUE;

  for (int turn = 0; turn < 20 && moved; turn++)
    {
      moved = FALSE;
      for (int i = 0; i < self->n; i++)
        {
          int v = order[turn % 2 == 0 ? self->n - 1 - i : i];
          int before = self->start[0][v + 1] - self->start[0][v];
          int after = self->start[1][v + 1] - self->start[1][v];
          int low, high, to;

          if (self->fixed[v] || before == after)
            continue;
          find_range (self, v, &low, &high);
          to = before > after ? low : high;
          if ((before > after) == (to < self->rank[v]) && to != self->rank[v] && to != G_MININT && to != G_MAXINT)
            {
              self->rank[v] = to;
              moved = TRUE;
            }
        }
    }
}

/* Vertices with as many edges before as after go where it is emptiest (the balancing of the same paper). */
static void
balance (Ranks *self, const int *order)
{
  int top = 0;
  g_autofree int *count = NULL;

  for (int v = 0; v < self->n; v++)
    top = MAX (top, self->rank[v]);
  count = g_new0 (int, (gsize) top + 1);
  for (int v = 0; v < self->n; v++)
    count[self->rank[v]]++;
  for (int i = 0; i < self->n; i++)
    {
      int v = order[i];
      int best = self->rank[v];
      int low, high;

      if (self->start[0][v + 1] - self->start[0][v] != self->start[1][v + 1] - self->start[1][v])
        continue;
      find_range (self, v, &low, &high);
      for (int r = MAX (low, 0); r <= MIN (high, top); r++)
        if (count[r] < count[best])
          best = r;
      count[self->rank[v]]--;
      count[best]++;
      self->rank[v] = best;
    }
}

/* Every connected part begins in the first column. */
static void
flush_left (Ranks *self)
{
  g_autofree int *part = g_new0 (int, (gsize) self->n + 1);
  g_autofree int *queue = g_new (int, (gsize) self->n + 1);

  for (int root = 0; root < self->n; root++)
    {
      int n = 1, low = self->rank[root];

      if (part[root])
        continue;
      part[root] = 1;
      queue[0] = root;
      for (int i = 0; i < n; i++)
        {
          low = MIN (low, self->rank[queue[i]]);
          for (int side = 0; side < 2; side++)
            for (int k = self->start[side][queue[i]]; k < self->start[side][queue[i] + 1]; k++)
              if (!part[self->near[side][k]])
                {
                  part[self->near[side][k]] = 1;
                  queue[n++] = self->near[side][k];
                }
        }
      for (int i = 0; i < n; i++)
        self->rank[queue[i]] -= low;
    }
}

static void
choose_freely (Ranks *self, const int *order, GCancellable *cancellable)
{
  rank_longest_path (self, order);
  if (self->n <= SIMPLEX_MAX)
    sl_ranks_shorten (self->n, self->n_edges, self->edges, cancellable, self->rank);
  else
    pull_together (self, order);
  flush_left (self);
  balance (self, order);
}

static int
by_x (const void *a, const void *b, void *data)
{
  const SlLayoutInput *input = data;
  double x = input->cards[*(const int *) a].x, y = input->cards[*(const int *) b].x;

  return x != y ? (x < y ? -1 : 1) : *(const int *) a - *(const int *) b;
}

/* Placed cards stay in the columns they were drawn in: their centres are nearer to each other than half a card. */
static void
read_columns (Ranks *self)
{
  g_autofree int *sorted = g_new (int, (gsize) self->n + 1);
  int n = 0, column = 0;

  for (int v = 0; v < self->n; v++)
    if (!self->input->tidy && self->input->cards[v].placed)
      sorted[n++] = v;
  g_qsort_with_data (sorted, n, sizeof (int), by_x, (gpointer) self->input);
  for (int i = 0; i < n; i++)
    {
      const SlLayoutCard *card = &self->input->cards[sorted[i]];

      if (i > 0 && card->x - self->input->cards[sorted[i - 1]].x > MAX (1, card->width / 2))
        column++;
      self->rank[sorted[i]] = column;
      self->fixed[sorted[i]] = TRUE;
    }
}

/* Whether there is a column that is not ours to choose. */
static gboolean
take_given (Ranks *self)
{
  gboolean any = FALSE, all = TRUE;

  for (int v = 0; v < self->n; v++)
    {
      self->rank[v] = self->input->cards[v].column;
      self->fixed[v] = self->rank[v] != SL_LAYOUT_ANY;
      any |= self->fixed[v];
      all &= self->fixed[v];
    }
  if (!any)
    read_columns (self);
  for (int v = 0; v < self->n; v++)
    any |= self->fixed[v];
  return any;
}

/* Columns without a card take no room. Returns how many are left. */
static int
close_up (Ranks *self)
{
  int low = G_MAXINT, high = G_MININT, n = 0;
  g_autofree int *number = NULL;

  for (int v = 0; v < self->n; v++)
    {
      low = MIN (low, self->rank[v]);
      high = MAX (high, self->rank[v]);
    }
  if (self->n == 0)
    return 0;
  number = g_new0 (int, (gsize) (high - low) + 1);
  for (int v = 0; v < self->n; v++)
    number[self->rank[v] - low] = 1;
  for (int i = 0; i <= high - low; i++)
    number[i] = number[i] ? n++ : -1;
  for (int v = 0; v < self->n; v++)
    self->rank[v] = number[self->rank[v] - low];
  return n;
}

int
sl_ranks_choose (const SlLayoutInput *input, const gboolean *on_cycle, GCancellable *cancellable, int *column)
{
  Ranks self = { .input = input, .n = (int) input->n_cards, .rank = column };
  g_autofree SlLayoutLink *edges = g_new (SlLayoutLink, (gsize) input->n_links + 1);
  g_autofree gboolean *fixed = g_new0 (gboolean, (gsize) input->n_cards + 1);
  g_autofree int *order = NULL;

  for (guint i = 0; i < input->n_links; i++)
    if (!on_cycle[i])
      edges[self.n_edges++] = input->links[i];
    else if (input->links[i].source != input->links[i].target)
      edges[self.n_edges++] = (SlLayoutLink) { input->links[i].target, input->links[i].source };
  self.edges = edges;
  self.fixed = fixed;
  group_edges (&self);
  order = topological_order (&self);
  if (!take_given (&self))
    choose_freely (&self, order, cancellable);
  else
    {
      rank_longest_path (&self, order);
      pull_together (&self, order);
    }
  for (int side = 0; side < 2; side++)
    {
      g_free (self.start[side]);
      g_free (self.near[side]);
    }
  return close_up (&self);
}
