/* A first order of the columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Start: vertices by their value in the Fiedler vector of the map, the smoothest function along its edges, found by power
 * iteration (Koren: On spectral graph drawing, COCOON 2003). Then barycentre sweeps (Sugiyama, Tagawa, Toda 1981), the
 * best order kept.
 */
#include "map/sl-layers-private.h"
#include "map/sl-sift-private.h"

#include <math.h>
#include <string.h>

#define SWEEPS 40
#define PATIENCE 4

/* --- Start --------------------------------------------------------------------------------------------------------- */

/* Numbers the connected parts; returns how many. */
static int
find_parts (const SlLayers *self, int *part)
{
  g_autofree int *queue = g_new (int, (gsize) self->n + 1);
  int parts = 0;

  memset (part, -1, sizeof (int) * (gsize) self->n);
  for (int root = 0; root < self->n; root++)
    {
      int n = 1;

      if (part[root] >= 0)
        continue;
      part[root] = parts;
      queue[0] = root;
      for (int i = 0; i < n; i++)
        for (int k = self->start[queue[i]]; k < self->start[queue[i] + 1]; k++)
          if (part[self->near[k]] < 0)
            {
              part[self->near[k]] = parts;
              queue[n++] = self->near[k];
            }
      parts++;
    }
  return parts;
}

typedef struct
{
  int n_parts;
  int *part;
  double *x, *next;
  double *sum, *weight; /* by part */
} Spectrum;

/* Takes out the constant, so that the next smoothest is left, and brings every part to the same size. */
static void
normalise (Spectrum *self, const SlLayers *layers)
{
  memset (self->sum, 0, sizeof (double) * (gsize) self->n_parts);
  memset (self->weight, 0, sizeof (double) * (gsize) self->n_parts);
  for (int v = 0; v < layers->n; v++)
    {
      int degree = layers->start[v + 1] - layers->start[v];

      self->sum[self->part[v]] += self->x[v] * degree;
      self->weight[self->part[v]] += degree;
    }
  for (int v = 0; v < layers->n; v++)
    if (self->weight[self->part[v]] > 0)
      self->x[v] -= self->sum[self->part[v]] / self->weight[self->part[v]];
  memset (self->sum, 0, sizeof (double) * (gsize) self->n_parts);
  for (int v = 0; v < layers->n; v++)
    self->sum[self->part[v]] += self->x[v] * self->x[v];
  for (int p = 0; p < self->n_parts; p++)
    self->sum[p] = self->sum[p] > 0 ? 1 / sqrt (self->sum[p]) : 0;
  for (int v = 0; v < layers->n; v++)
    self->x[v] *= self->sum[self->part[v]];
}

static void
smooth (Spectrum *self, const SlLayers *layers)
{
  double *swap = self->x;

  for (int v = 0; v < layers->n; v++)
    {
      int degree = layers->start[v + 1] - layers->start[v];
      double sum = 0;

      for (int k = layers->start[v]; k < layers->start[v + 1]; k++)
        sum += self->x[layers->near[k]];
      self->next[v] = degree > 0 ? (self->x[v] + sum / degree) / 2 : self->x[v];
    }
  self->x = self->next;
  self->next = swap;
}

void
sl_order_spectral (SlLayers *self, SlRandom *random, int turns)
{
  gsize n = (gsize) self->n + 1;
  g_autofree int *part = g_new (int, n);
  g_autofree double *memory = g_new (double, 4 * n);
  Spectrum spectrum = { 0, part, memory, memory + n, memory + 2 * n, memory + 3 * n };

  spectrum.n_parts = find_parts (self, part);
  for (int v = 0; v < self->n; v++)
    spectrum.x[v] = sl_random_number (random, 1 << 20) - (1 << 19);
  for (int turn = 0; turn < turns && !sl_layers_cancelled (self); turn++)
    {
      smooth (&spectrum, self);
      if (turn % 4 == 3)
        normalise (&spectrum, self);
    }
  normalise (&spectrum, self);
  /* Parts stand one below the other. */
  for (int v = 0; v < self->n; v++)
    spectrum.x[v] += 4.0 * part[v];
  for (int c = 0; c < self->n_columns; c++)
    sl_layers_sort (self, c, spectrum.x);
}

/* --- Sweeps -------------------------------------------------------------------------------------------------------- */

/* Sorts a column by the mean of its neighbours on the sides asked for. */
static void
sort_by_means (SlLayers *self, int column, gboolean left, gboolean right, double *key)
{
  double size = sl_layers_size (self, column);

  for (int i = self->first[column]; i < self->first[column + 1]; i++)
    {
      int v = self->order[i];
      int from = left ? self->start[v] : self->middle[v];
      int to = right ? self->start[v + 1] : self->middle[v];
      double sum = 0;

      for (int k = from; k < to; k++)
        {
          int w = self->near[k];

          sum += (self->place[w] + 0.5) / sl_layers_size (self, self->column[w]);
        }
      key[v] = to > from ? sum / (to - from) : (i - self->first[column] + 0.5) / size;
    }
  sl_layers_sort (self, column, key);
}

void
sl_order_sweep (SlLayers *self, gboolean rightward, gboolean both, double *key)
{
  for (int k = both ? 0 : 1; k < self->n_columns; k++)
    sort_by_means (self, rightward ? k : self->n_columns - 1 - k, rightward || both, !rightward || both, key);
}

gint64
sl_order_sweeps (SlLayers *self)
{
  gsize bytes = sizeof (int) * (gsize) self->n;
  g_autofree double *key = g_new (double, (gsize) self->n + 1);
  g_autofree int *best_order = g_memdup2 (self->order, bytes);
  gint64 best = sl_layers_crossings (self);

  for (int turn = 0, idle = 0; turn < SWEEPS && idle < PATIENCE && !sl_layers_cancelled (self); turn++)
    {
      gint64 crossings;

      sl_order_sweep (self, turn % 2 == 0, turn % 4 > 1, key);
      crossings = sl_layers_crossings (self);
      idle = crossings < best ? 0 : idle + 1;
      if (crossings < best)
        {
          best = crossings;
          memcpy (best_order, self->order, bytes);
        }
    }
  if (bytes > 0)
    memcpy (self->order, best_order, bytes);
  sl_layers_renumber (self);
  return best;
}
