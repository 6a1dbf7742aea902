/* A first order from the smoothest function on the map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Vertices are sorted by their value in the Fiedler vector, the smoothest function along the edges that is not constant
 * (Koren: On spectral graph drawing, COCOON 2003): what belongs together comes to stand together over the whole map, which
 * no sweep brings about later. It is found from the distances to one end of the map, by averaging over neighbours and then
 * by a Chebyshev filter that damps all that is less smooth (Zhou, Saad: A Chebyshev-Davidson algorithm, SIAM J. Matrix
 * Anal. Appl. 29(3), 2007).
 */
#include "map/sl-sift-private.h"

#include <math.h>
#include <string.h>

/* Turns of averaging, to learn how smooth the smoothest function is. */
#define AVERAGING 60
/* Degree of the filter. */
#define FILTERING 160
/* The filter damps functions so many times less smooth than what averaging came to. */
#define LESS_SMOOTH 4.0
/* How much of averaging a filter may damp, of which 0 is none and 1 all. */
#define DAMPED_LEAST 0.5
#define DAMPED_MOST 0.9999

/* Walks breadth-first from @root through its part; vertices in the order of the walk into @queue, how far they are from
 * @root into @far, where -1 was. Returns how many. */
static int
walk (const SlLayers *self, int root, int *queue, int *far)
{
  int n = 1;

  queue[0] = root;
  far[root] = 0;
  for (int i = 0; i < n; i++)
    for (int k = self->start[queue[i]]; k < self->start[queue[i] + 1]; k++)
      if (far[self->near[k]] < 0)
        {
          far[self->near[k]] = far[queue[i]] + 1;
          queue[n++] = self->near[k];
        }
  return n;
}

/* Numbers the connected parts and puts a first guess into @x: how far a vertex is from one at the end of its part.
 * Returns how many parts there are. */
static int
find_parts (const SlLayers *self, int *part, double *x)
{
  g_autofree int *queue = g_new (int, (gsize) self->n + 1);
  g_autofree int *far = g_new (int, (gsize) self->n + 1);
  int parts = 0;

  memset (part, -1, sizeof (int) * (gsize) self->n);
  memset (far, -1, sizeof (int) * (gsize) self->n);
  for (int v = 0; v < self->n; v++)
    if (part[v] < 0)
      {
        int n = walk (self, v, queue, far);
        int end = queue[n - 1];

        for (int i = 0; i < n; i++)
          {
            part[queue[i]] = parts;
            far[queue[i]] = -1;
          }
        walk (self, end, queue, far);
        parts++;
      }
  for (int v = 0; v < self->n; v++)
    x[v] = far[v];
  return parts;
}

typedef struct
{
  const SlLayers *layers;
  int n_parts;
  int *part;
  double *x, *before;       /* by vertex: now, and a turn ago */
  double *sum, *weight;     /* by part */
} Spectrum;

static int
degree_of (const SlLayers *layers, int v)
{
  return layers->start[v + 1] - layers->start[v];
}

/* Half of what it is, half the mean of its neighbours. */
static double
average (const Spectrum *self, int v)
{
  const SlLayers *layers = self->layers;
  int degree = degree_of (layers, v);
  double sum = 0;

  for (int k = layers->start[v]; k < layers->start[v + 1]; k++)
    sum += self->x[layers->near[k]];
  return degree > 0 ? (self->x[v] + sum / degree) / 2 : self->x[v];
}

/* Takes the constant out of every part. */
static void
take_constant (Spectrum *self, double *x)
{
  memset (self->sum, 0, sizeof (double) * (gsize) self->n_parts);
  memset (self->weight, 0, sizeof (double) * (gsize) self->n_parts);
  for (int v = 0; v < self->layers->n; v++)
    {
      self->sum[self->part[v]] += x[v] * degree_of (self->layers, v);
      self->weight[self->part[v]] += degree_of (self->layers, v);
    }
  for (int p = 0; p < self->n_parts; p++)
    self->sum[p] = self->weight[p] > 0 ? self->sum[p] / self->weight[p] : 0;
  for (int v = 0; v < self->layers->n; v++)
    x[v] -= self->sum[self->part[v]];
}

/* Brings every part to the same size. */
static void
normalise (Spectrum *self)
{
  take_constant (self, self->x);
  take_constant (self, self->before);
  memset (self->sum, 0, sizeof (double) * (gsize) self->n_parts);
  for (int v = 0; v < self->layers->n; v++)
    self->sum[self->part[v]] += self->x[v] * self->x[v];
  for (int p = 0; p < self->n_parts; p++)
    self->sum[p] = self->sum[p] > 0 ? 1 / sqrt (self->sum[p]) : 0;
  for (int v = 0; v < self->layers->n; v++)
    {
      self->x[v] *= self->sum[self->part[v]];
      self->before[v] *= self->sum[self->part[v]];
    }
}

/* One turn: the present becomes @now times its average less @ago times what was a turn ago less @keep times itself. */
static void
turn (Spectrum *self, double now, double keep, double ago)
{
  double *swap = self->x;

  for (int v = 0; v < self->layers->n; v++)
    self->before[v] = now * average (self, v) - keep * self->x[v] - ago * self->before[v];
  self->x = self->before;
  self->before = swap;
}

/* How much of the least smooth part averaging leaves: 1 would be all. */
static double
what_is_left (Spectrum *self)
{
  double least = 1;

  memset (self->sum, 0, sizeof (double) * (gsize) self->n_parts);
  memset (self->weight, 0, sizeof (double) * (gsize) self->n_parts);
  for (int v = 0; v < self->layers->n; v++)
    {
      int degree = degree_of (self->layers, v);

      self->sum[self->part[v]] += degree * self->x[v] * average (self, v);
      self->weight[self->part[v]] += degree * self->x[v] * self->x[v];
    }
  for (int p = 0; p < self->n_parts; p++)
    if (self->weight[p] > 0)
      least = MIN (least, self->sum[p] / self->weight[p]);
  return least;
}

static void
find_smoothest (Spectrum *self)
{
  double damped;

  for (int i = 0; i < AVERAGING && !sl_layers_cancelled (self->layers); i++)
    {
      turn (self, 1, 0, 0);
      if (i % 8 == 7)
        normalise (self);
    }
  normalise (self);
  damped = CLAMP (1 - LESS_SMOOTH * (1 - what_is_left (self)), DAMPED_LEAST, DAMPED_MOST);
  turn (self, 2 / damped, 1, 0);
  for (int i = 1; i < FILTERING && !sl_layers_cancelled (self->layers); i++)
    {
      turn (self, 4 / damped, 2, 1);
      if (i % 4 == 3)
        normalise (self);
    }
  normalise (self);
}

void
sl_order_spectral (SlLayers *self)
{
  gsize n = (gsize) self->n + 1;
  g_autofree int *part = g_new (int, n);
  g_autofree double *memory = g_new0 (double, 4 * n);
  Spectrum spectrum = { self, 0, part, memory, memory + n, memory + 2 * n, memory + 3 * n };

  spectrum.n_parts = find_parts (self, part, spectrum.x);
  find_smoothest (&spectrum);
  /* Parts stand one below the other. */
  for (int v = 0; v < self->n; v++)
    spectrum.x[v] += 4.0 * part[v];
  for (int c = 0; c < self->n_columns; c++)
    sl_layers_sort (self, c, spectrum.x);
}
