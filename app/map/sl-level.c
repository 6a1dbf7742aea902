/* Straight chains: what is joined by a nearly level edge is made level, as far as there is room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Vertices at one height form a run, at most one per column. Two runs joined by an edge become one when a height between
 * theirs is free for all members (the idea of the blocks of Brandes and Koepf, Graph Drawing 2001, applied to heights that
 * are short already).
 */
#include "map/sl-heights-private.h"

#include <math.h>
#include <stdlib.h>

/* Edges that rise by more stay sloped: px. */
#define NEARLY 48.0

typedef struct
{
  SlLayers *layers;
  double top, bottom;
  int *next[2]; /* the member of the run in the column before [0] and after [1], or -1 */
} Level;

typedef struct
{
  int left, right;
  double rank; /* bends first, then the flattest */
} Candidate;

static int
by_rank (const void *a, const void *b)
{
  const Candidate *x = a, *y = b;

  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return x->left != y->left ? x->left - y->left : x->right - y->right;
}

/* Narrows @low and @high to what is free for @v; returns the next of its run on that side, or -1. */
static int
find_room (const Level *self, int v, int side, double *low, double *high)
{
  const SlLayers *layers = self->layers;
  const int *order = layers->order + layers->first[layers->column[v]];
  int place = layers->place[v];
  double half = sl_layers_is_card (layers, v) ? layers->input->cards[v].height / 2 : 0;

  *low = MAX (*low, place > 0 ? layers->y[order[place - 1]] + sl_heights_distance (layers, order[place - 1], v)
                              : self->top + half);
  *high = MIN (*high, place + 1 < sl_layers_size (layers, layers->column[v])
                          ? layers->y[order[place + 1]] - sl_heights_distance (layers, v, order[place + 1])
                          : self->bottom - half);
  if (sl_layers_is_kept (layers, v))
    {
      *low = MAX (*low, layers->y[v]);
      *high = MIN (*high, layers->y[v]);
    }
  return self->next[side][v];
}

/* Joins the run that ends in @v with the one that begins in @w. */
static void
try_edge (Level *self, int v, int w)
{
  double *y = self->layers->y;
  double low = MIN (y[v], y[w]), high = MAX (y[v], y[w]);
  int n[2] = { 0, 0 };

  if (self->next[1][v] >= 0 || self->next[0][w] >= 0)
    return;
  for (int u = v; u >= 0; n[0]++)
    u = find_room (self, u, 0, &low, &high);
  for (int u = w; u >= 0; n[1]++)
    u = find_room (self, u, 1, &low, &high);
  if (low > high)
    return;
  low = CLAMP ((y[v] * n[0] + y[w] * n[1]) / (n[0] + n[1]), low, high);
  self->next[1][v] = w;
  self->next[0][w] = v;
  for (int u = v; u >= 0; u = self->next[0][u])
    y[u] = low;
  for (int u = w; u >= 0; u = self->next[1][u])
    y[u] = low;
}

void
sl_heights_level (SlLayers *layers, double top, double bottom)
{
  g_autofree int *next = g_new (int, 2 * (gsize) layers->n + 1);
  Level self = { layers, top, bottom, { next, next + layers->n } };
  g_autofree Candidate *candidates = g_new (Candidate, (gsize) layers->start[layers->n] / 2 + 1);
  int n = 0;

  for (int v = 0; v < layers->n; v++)
    {
      self.next[0][v] = self.next[1][v] = -1;
      for (int k = layers->middle[v]; k < layers->start[v + 1]; k++)
        {
          int w = layers->near[k];
          double rise = fabs (layers->y[v] - layers->y[w]);
          int bends = !sl_layers_is_card (layers, v) + !sl_layers_is_card (layers, w);

          if (rise <= NEARLY)
            candidates[n++] = (Candidate) { v, w, rise - 1000.0 * bends };
        }
    }
  qsort (candidates, (gsize) n, sizeof *candidates, by_rank);
  for (int i = 0; i < n; i++)
    try_edge (&self, candidates[i].left, candidates[i].right);
}
