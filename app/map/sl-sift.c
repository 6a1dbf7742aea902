/* Sifting: a vertex tries every place of its column and takes the best.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Matuszewski, Schoenfeld, Molitor: Using sifting for k-layer straightline crossing minimization, Graph Drawing 1999. The
 * change of crossings when v passes w is the sum, over the neighbours b of w, of how many neighbours of v are above b
 * less how many are below it; sums along the column give the cost of every place.
 */
#include "map/sl-sift-private.h"

#include <stdlib.h>
#include <string.h>

/* With so many neighbours on a side, comparing with each of them costs more than a table. */
#define COMPARE_MAX 3
/* Vertices moved between two looks at whether all this is still wanted. */
#define TURNS_PER_LOOK 64

void
sl_sift_init (SlSift *self, SlLayers *layers)
{
  int widest = 1, most = 1;

  for (int c = 0; c < layers->n_columns; c++)
    widest = MAX (widest, sl_layers_size (layers, c));
  for (int v = 0; v < layers->n; v++)
    most = MAX (most, layers->start[v + 1] - layers->start[v]);
  memset (self, 0, sizeof *self);
  self->layers = layers;
  self->random.state = G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  for (int side = 0; side < 2; side++)
    {
      self->table[side] = g_new (int, widest);
      self->places[side] = g_new (int, most);
    }
  self->queue = g_new (int, (gsize) layers->n + 1);
  self->queued = g_new0 (gboolean, (gsize) layers->n + 1);
  self->log = g_array_new (FALSE, FALSE, sizeof (SlSiftMove));
}

void
sl_sift_clear (SlSift *self)
{
  for (int side = 0; side < 2; side++)
    {
      g_free (self->table[side]);
      g_free (self->places[side]);
    }
  g_free (self->queue);
  g_free (self->queued);
  g_array_unref (self->log);
}

/* --- Moves --------------------------------------------------------------------------------------------------------- */

static void
put (SlLayers *layers, int vertex, int to)
{
  int *order = layers->order + layers->first[layers->column[vertex]];
  int from = layers->place[vertex];
  int step = to > from ? 1 : -1;

  for (int i = from; i != to; i += step)
    {
      order[i] = order[i + step];
      layers->place[order[i]] = i;
    }
  order[to] = vertex;
  layers->place[vertex] = to;
}

void
sl_sift_move (SlSift *self, int vertex, int place)
{
  SlSiftMove move = { vertex, self->layers->place[vertex] };

  if (place == move.from)
    return;
  g_array_append_val (self->log, move);
  put (self->layers, vertex, place);
}

void
sl_sift_undo (SlSift *self)
{
  for (guint i = self->log->len; i-- > 0;)
    {
      const SlSiftMove *move = &g_array_index (self->log, SlSiftMove, i);

      put (self->layers, move->vertex, move->from);
    }
  sl_sift_forget (self);
}

void
sl_sift_forget (SlSift *self)
{
  g_array_set_size (self->log, 0);
  self->gain = 0;
}

/* --- Costs --------------------------------------------------------------------------------------------------------- */

static int
by_number (const void *a, const void *b)
{
  return *(const int *) a - *(const int *) b;
}

static void
sort_places (const SlLayers *layers, int from, int to, int *places)
{
  int n = to - from;

  for (int k = 0; k < n; k++)
    {
      int place = layers->place[layers->near[from + k]];
      int i = k;

      if (n <= 24)
        for (; i > 0 && places[i - 1] > place; i--)
          places[i] = places[i - 1];
      places[i] = place;
    }
  if (n > 24)
    qsort (places, (gsize) n, sizeof *places, by_number);
}

/* For every place of a column: neighbours above it less neighbours below it. */
static void
fill_table (int *table, int size, const int *places, int n)
{
  int p = 0;

  for (int k = 0; k < n;)
    {
      int same = 1;

      while (k + same < n && places[k + same] == places[k])
        same++;
      for (; p < places[k]; p++)
        table[p] = 2 * k - n;
      table[p++] = 2 * k + same - n;
      k += same;
    }
  for (; p < size; p++)
    table[p] = n;
}

/* What it costs to pass, on one side. */
typedef struct
{
  int n;             /* neighbours of the vertex that moves */
  const int *places; /* theirs */
  const int *table;  /* or NULL: compare */
} Side;

static inline int
cost_on_side (const SlLayers *layers, const Side *side, int from, int to)
{
  int cost = 0;

  if (side->n == 0)
    return 0;
  if (side->table != NULL)
    {
      for (int k = from; k < to; k++)
        cost += side->table[layers->place[layers->near[k]]];
      return cost;
    }
  for (int k = from; k < to; k++)
    {
      int place = layers->place[layers->near[k]];

      for (int i = 0; i < side->n; i++)
        cost += (place > side->places[i]) - (place < side->places[i]);
    }
  return cost;
}

static inline int
cost_to_pass (const SlLayers *layers, const Side sides[2], int w)
{
  return cost_on_side (layers, &sides[0], layers->start[w], layers->middle[w])
         + cost_on_side (layers, &sides[1], layers->middle[w], layers->start[w + 1]);
}

static void
prepare_sides (SlSift *self, int vertex, int range, Side sides[2])
{
  SlLayers *layers = self->layers;
  int at[3] = { layers->start[vertex], layers->middle[vertex], layers->start[vertex + 1] };

  for (int side = 0; side < 2; side++)
    {
      int beside = layers->column[vertex] + (side == 0 ? -1 : 1);
      int n = at[side + 1] - at[side];

      sides[side] = (Side) { n, self->places[side], NULL };
      if (n == 0)
        continue;
      sort_places (layers, at[side], at[side + 1], self->places[side]);
      if (n > COMPARE_MAX && n * range > sl_layers_size (layers, beside) / 4)
        {
          fill_table (self->table[side], sl_layers_size (layers, beside), self->places[side], n);
          sides[side].table = self->table[side];
        }
      self->work += n;
    }
}

int
sl_sift_swap_cost (SlSift *self, int above, int below)
{
  Side sides[2];

  prepare_sides (self, above, 1, sides);
  return cost_to_pass (self->layers, sides, below);
}

gboolean
sl_sift_vertex (SlSift *self, int vertex, int reach)
{
  SlLayers *layers = self->layers;
  int column = layers->column[vertex];
  const int *order = layers->order + layers->first[column];
  int from = layers->place[vertex], size = sl_layers_size (layers, column);
  int low = MAX (0, from - reach), high = MIN (size - 1, from + reach);
  int best = from, best_cost = 0, cost = 0;
  int drift = self->drift && sl_random_number (&self->random, 2) == 0;
  Side sides[2];

  if (low == high || layers->start[vertex] == layers->start[vertex + 1])
    return FALSE;
  prepare_sides (self, vertex, high - low, sides);
  for (int i = from + 1; i <= high; i++)
    {
      cost += cost_to_pass (layers, sides, order[i]);
      if (cost < best_cost + drift)
        best = i, best_cost = cost;
    }
  cost = 0;
  for (int i = from - 1; i >= low; i--)
    {
      cost -= cost_to_pass (layers, sides, order[i]);
      if (cost < best_cost + (drift && best == from))
        best = i, best_cost = cost;
    }
  self->work += 2 * (high - low) + 8;
  if (best == from)
    return FALSE;
  self->gain -= best_cost;
  sl_sift_move (self, vertex, best);
  return best_cost < 0;
}

/* --- Runs ---------------------------------------------------------------------------------------------------------- */

void
sl_sift_enqueue (SlSift *self, int vertex)
{
  int at = self->head + self->n_queued;

  if (self->queued[vertex])
    return;
  self->queued[vertex] = TRUE;
  self->queue[at >= self->layers->n ? at - self->layers->n : at] = vertex;
  self->n_queued++;
}

void
sl_sift_enqueue_neighbours (SlSift *self, int vertex)
{
  for (int k = self->layers->start[vertex]; k < self->layers->start[vertex + 1]; k++)
    sl_sift_enqueue (self, self->layers->near[k]);
}

static int
dequeue (SlSift *self)
{
  int vertex = self->queue[self->head];

  self->head = self->head + 1 == self->layers->n ? 0 : self->head + 1;
  self->n_queued--;
  self->queued[vertex] = FALSE;
  return vertex;
}

/* Whoever stands at both ends of a move may now want to move too. */
static void
enqueue_around (SlSift *self, int vertex)
{
  SlLayers *layers = self->layers;
  int column = layers->column[vertex];
  int place = layers->place[vertex];

  sl_sift_enqueue_neighbours (self, vertex);
  for (int i = MAX (0, place - 1); i <= MIN (place + 1, sl_layers_size (layers, column) - 1); i++)
    if (i != place)
      sl_sift_enqueue (self, layers->order[layers->first[column] + i]);
}

void
sl_sift_run (SlSift *self, int reach, gint64 limit)
{
  for (int turn = 1; self->n_queued > 0 && self->work < limit; turn++)
    {
      int vertex = dequeue (self);

      if (sl_sift_vertex (self, vertex, reach))
        enqueue_around (self, vertex);
      if (turn % TURNS_PER_LOOK == 0 && sl_layers_cancelled (self->layers))
        break;
    }
  while (self->n_queued > 0)
    dequeue (self);
}
