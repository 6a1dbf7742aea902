/* The search for an order with few crossings, bounded by work and not by time, so that it ends alike everywhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Iterated local search (Lourenco, Martin, Stuetzle: Handbook of Metaheuristics, 2003): disturb the order in one place,
 * let sifting repair it around there, keep what is no worse.
 */
#include "map/sl-sift-private.h"

#include <string.h>

/* How far sifting looks for a first drawing, and how much it may work for each vertex. */
#define FIRST_REACH 60
#define FIRST_WORK 400
#define FIRST_LEAST 2000000
/* How far it looks for a settled one, unless the columns are shorter. */
#define SIFT_REACH 100
/* How far sifting looks around a disturbed place: what a kick moved is seldom better off far away, and the work saved
 * pays for more kicks. */
#define LOCAL_REACH 4
/* The work of the search, for each vertex. */
#define WORK 2000
/* Vertices of a run that a kick swaps with the next. */
#define RUN 5
/* Rounds of giving whole links their best way, as long as each takes away this share of the crossings. */
#define ROUNDS 4
#define WORTH_IT 0.01

/* Swaps two runs of up to @length vertices, one right below the other. */
static void
swap_runs (SlSift *self, int column, int at, int length)
{
  SlLayers *layers = self->layers;
  const int *order = layers->order + layers->first[column];
  int size = sl_layers_size (layers, column);
  int above = 1 + sl_random_number (&self->random, length);
  int below = 1 + sl_random_number (&self->random, length);
  int from = at, to = at + above;

  below = MIN (below, size - to);
  for (int i = 0; i < below; i++)
    {
      int v = order[to + i];

      for (int j = from + i; j < from + i + above; j++)
        self->gain -= sl_sift_swap_cost (self, order[j], v);
      sl_sift_move (self, v, from + i);
    }
  for (int i = 0; i < above + below && at + i < size; i++)
    sl_sift_enqueue_neighbours (self, order[at + i]);
  for (int i = 0; i < above + below && at + i < size; i++)
    sl_sift_enqueue (self, order[at + i]);
}

static void
kick (SlSift *self)
{
  SlLayers *layers = self->layers;
  int vertex = sl_random_number (&self->random, layers->n);
  int column = layers->column[vertex];
  int size = sl_layers_size (layers, column);
  int place = layers->place[vertex];

  if (size < 2)
    return;
  swap_runs (self, column, MIN (place, size - 2), RUN);
}

/* Returns the crossings. */
static gint64
search (SlSift *self, gint64 crossings, gint64 limit)
{
  self->drift = TRUE;
  while (self->work < limit && crossings > 0 && !sl_layers_cancelled (self->layers))
    {
      sl_sift_forget (self);
      kick (self);
      sl_sift_run (self, LOCAL_REACH, G_MAXINT64);
      self->work += 20;
      if (self->gain >= 0)
        crossings -= self->gain;
      else
        sl_sift_undo (self);
    }
  self->drift = FALSE;
  return crossings;
}

static void
sift_all (SlSift *self, int reach, gint64 limit)
{
  for (int i = 0; i < self->layers->n; i++)
    sl_sift_enqueue (self, self->layers->order[i]);
  sl_sift_run (self, reach, limit);
}

/* Returns the crossings. */
static gint64
reroute (SlSift *self, gint64 crossings)
{
  for (int round = 0; round < ROUNDS && crossings > 0; round++)
    {
      sl_sift_forget (self);
      sl_sift_reroute_all (self, G_MAXINT64);
      sl_sift_run (self, SIFT_REACH, G_MAXINT64);
      crossings -= self->gain;
      if ((double) self->gain < WORTH_IT * (double) crossings)
        break;
    }
  return crossings;
}

void
sl_sift_settle (SlSift *self, SlLayoutEffort effort, gint64 crossings)
{
  if (effort == SL_LAYOUT_FIRST)
    {
      sift_all (self, FIRST_REACH, FIRST_LEAST + (gint64) FIRST_WORK * self->layers->n);
      return;
    }
  sift_all (self, SIFT_REACH, G_MAXINT64);
  crossings = reroute (self, crossings - self->gain);
  crossings = search (self, crossings, self->work + (gint64) WORK * self->layers->n);
  reroute (self, crossings);
}

void
sl_order_choose (SlLayers *self, SlLayoutEffort effort)
{
  SlSift sift;

  if (self->n == 0)
    return;
  sl_sift_init (&sift, self);
  sl_order_spectral (self);
  sl_sift_settle (&sift, effort, sl_order_sweeps (self));
  sl_sift_clear (&sift);
}
