/* The best way of a whole link, all its bends at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bends of one link moved one by one are held fast by each other. With everything else as it is, the places for all of
 * them that cross least are a shortest path through the columns, found by dynamic programming: what a step costs from
 * between two vertices of a column to between two of the next follows from the step above it and the edges of the vertex
 * in between. (The blocks of Bachmaier et al.: A global k-level crossing reduction algorithm, JGAA 15(5), 2011, taken
 * apart again.)
 */
#include "map/sl-sift-private.h"

#include <string.h>

/* More places from column to column are not looked at. */
#define PLACES_MAX 40000

typedef struct
{
  SlSift *sift;
  int first, n;   /* the bends */
  int *cost;      /* by place in the present column: of the best way to there */
  int *next_cost; /* likewise of the next */
  int *step;      /* by place in the next column: of the step to there */
  int *came;      /* by column and place: the place before */
  gsize *came_at; /* by bend: where its column begins in @came */
  int old_cost;   /* of the way as it is */
} Reroute;

/* A place of a column that the bend is not counted in. */
static int
place_without (const SlLayers *layers, int v, int bend)
{
  return layers->place[v] - (layers->place[v] > layers->place[bend]);
}

/* Adds what the steps from (or, at the other end, to) a fixed vertex @end cost by place in the column of @bend. */
static void
add_end_costs (const Reroute *self, int end, int bend, int *cost)
{
  const SlLayers *layers = self->sift->layers;
  int column = layers->column[bend], size = sl_layers_size (layers, column);
  gboolean left = layers->column[end] < column;
  int below = 0;

  /* From the top: links of vertices below the end cross once their other end is above; those above it the other way. */
  memset (self->step, 0, sizeof (int) * ((gsize) size + 1));
  for (int i = layers->first[column]; i < layers->first[column + 1]; i++)
    {
      int v = layers->order[i];

      if (v == bend)
        continue;
      for (int k = left ? layers->start[v] : layers->middle[v]; k < (left ? layers->middle[v] : layers->start[v + 1]); k++)
        {
          int other = layers->place[layers->near[k]] - layers->place[end];

          below += other < 0;
          self->step[place_without (layers, v, bend) + 1] += (other > 0) - (other < 0);
        }
    }
  for (int q = 0, sum = below; q < size; q++)
    {
      sum += self->step[q];
      cost[q] += sum;
    }
}

/* One step further: from the column of @bend to that of the next. */
static void
step_on (Reroute *self, int bend, int *came)
{
  const SlLayers *layers = self->sift->layers;
  int next = bend + 1;
  int from = layers->first[layers->column[bend]], size = sl_layers_size (layers, layers->column[bend]);
  int next_size = sl_layers_size (layers, layers->column[next]);
  int p = 0;

  memset (self->step, 0, sizeof (int) * (gsize) next_size);
  for (int i = from; i < from + size; i++)
    if (layers->order[i] != bend)
      for (int k = layers->middle[layers->order[i]]; k < layers->start[layers->order[i] + 1]; k++)
        for (int q = place_without (layers, layers->near[k], next) + 1; q < next_size; q++)
          self->step[q]++;
  for (int q = 0; q < next_size; q++)
    self->next_cost[q] = G_MAXINT;
  for (int i = from; i <= from + size; i++)
    {
      int v = i < from + size ? layers->order[i] : -1;

      if (v == bend)
        continue;
      if (p == layers->place[bend])
        self->old_cost += self->step[layers->place[next]];
      for (int q = 0; q < next_size; q++)
        if (self->cost[p] + self->step[q] < self->next_cost[q])
          {
            self->next_cost[q] = self->cost[p] + self->step[q];
            came[q] = p;
          }
      p++;
      for (int k = v < 0 ? 0 : layers->middle[v]; v >= 0 && k < layers->start[v + 1]; k++)
        {
          int other = place_without (layers, layers->near[k], next);

          for (int q = 0; q < next_size; q++)
            self->step[q] += q <= other ? 1 : -1;
        }
    }
}

static void
take_best (Reroute *self)
{
  SlLayers *layers = self->sift->layers;
  int last = self->first + self->n - 1;
  int best = layers->place[last];

  for (int q = 0; q < sl_layers_size (layers, layers->column[last]); q++)
    if (self->cost[q] < self->cost[best])
      best = q;
  if (self->cost[best] >= self->old_cost)
    return;
  self->sift->gain += self->old_cost - self->cost[best];
  for (int i = self->n - 1; i >= 0; i--)
    {
      sl_sift_move (self->sift, self->first + i, best);
      sl_sift_enqueue_neighbours (self->sift, self->first + i);
      if (i > 0)
        best = self->came[self->came_at[i] + (gsize) best];
    }
}

static void
reroute (Reroute *self, int link)
{
  SlLayers *layers = self->sift->layers;
  int left = sl_layers_left_end (layers, link), right = sl_layers_right_end (layers, link);
  int *swap;

  self->first = layers->bend[link];
  memset (self->cost, 0, sizeof (int) * (gsize) sl_layers_size (layers, layers->column[self->first]));
  add_end_costs (self, left, self->first, self->cost);
  self->old_cost = self->cost[layers->place[self->first]];
  for (int i = 0; i + 1 < self->n; i++)
    {
      step_on (self, self->first + i, self->came + self->came_at[i + 1]);
      swap = self->cost;
      self->cost = self->next_cost;
      self->next_cost = swap;
    }
  /* The way as it is ends like all others. */
  self->old_cost -= self->cost[layers->place[self->first + self->n - 1]];
  add_end_costs (self, right, self->first + self->n - 1, self->cost);
  self->old_cost += self->cost[layers->place[self->first + self->n - 1]];
  take_best (self);
}

/* How many steps there are to look at; 0: one bend or none, which sifting places just as well. */
static gint64
count_steps (Reroute *self, int link)
{
  const SlLayers *layers = self->sift->layers;
  int left = sl_layers_left_end (layers, link), right = sl_layers_right_end (layers, link);
  gint64 steps = 0;
  gsize at = 0;

  self->n = layers->way[link] == SL_WAY_THROUGH ? layers->column[right] - layers->column[left] - 1 : 0;
  for (int i = 0; i + 1 < self->n && steps <= PLACES_MAX; i++)
    {
      gint64 size = sl_layers_size (layers, layers->column[left] + i + 1);
      int next = sl_layers_size (layers, layers->column[left] + i + 2);

      self->came_at[i + 1] = at;
      at += (gsize) next;
      steps += size * next;
    }
  return steps;
}

void
sl_sift_reroute_all (SlSift *self, gint64 limit)
{
  SlLayers *layers = self->layers;
  int widest = 1;
  g_autofree int *memory = NULL;
  g_autofree int *came = g_new (int, (gsize) layers->n + 1);
  g_autofree gsize *came_at = g_new (gsize, (gsize) layers->n_columns + 1);
  Reroute reroute_state = { .sift = self, .came = came, .came_at = came_at };

  for (int c = 0; c < layers->n_columns; c++)
    widest = MAX (widest, sl_layers_size (layers, c));
  memory = g_new (int, 3 * ((gsize) widest + 1));
  reroute_state.cost = memory;
  reroute_state.next_cost = memory + widest + 1;
  reroute_state.step = memory + 2 * (widest + 1);
  for (int i = 0; i < layers->n_links && self->work < limit && !sl_layers_cancelled (layers); i++)
    {
      gint64 steps = count_steps (&reroute_state, i);

      if (steps == 0 || steps > PLACES_MAX)
        continue;
      self->work += steps / 8;
      reroute (&reroute_state, i);
    }
}
