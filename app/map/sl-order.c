/* Barycentre sweeps: each column sorted by the means of its neighbours, the best order kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sugiyama, Tagawa, Toda: Methods for visual understanding of hierarchical system structures, IEEE Trans. SMC 11(2), 1981.
 */
#include "map/sl-layers-private.h"
#include "map/sl-sift-private.h"

#include <string.h>

#define SWEEPS 40
#define PATIENCE 4

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

static void
sweep (SlLayers *self, gboolean rightward, gboolean both, double *key)
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

      sweep (self, turn % 2 == 0, turn % 4 > 1, key);
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
