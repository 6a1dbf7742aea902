/* How often links cross, from the order alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Barth, Juenger, Mutzel: Simple and efficient bilayer cross counting, JGAA 8(2), 2004: inversions, counted by a tree of
 * sums while the edges come in the order of the left column.
 */
#include "map/sl-layers-private.h"

#include <stdlib.h>
#include <string.h>

static int
by_number (const void *a, const void *b)
{
  return *(const int *) a - *(const int *) b;
}

/* Places of the neighbours to the right of @v, from the top. Returns how many. */
static int
right_places (const SlLayers *self, int v, int *places)
{
  int n = self->start[v + 1] - self->middle[v];

  for (int k = 0; k < n; k++)
    {
      int place = self->place[self->near[self->middle[v] + k]];
      int i = k;

      if (n <= 16)
        for (; i > 0 && places[i - 1] > place; i--)
          places[i] = places[i - 1];
      places[i] = place;
    }
  if (n > 16)
    qsort (places, (gsize) n, sizeof *places, by_number);
  return n;
}

static gint64
count_gap (const SlLayers *self, int column, int *tree, int *places)
{
  int size = sl_layers_size (self, column + 1);
  gint64 crossings = 0, seen = 0;

  memset (tree, 0, sizeof (int) * ((gsize) size + 1));
  for (int i = self->first[column]; i < self->first[column + 1]; i++)
    {
      int n = right_places (self, self->order[i], places);

      for (int k = 0; k < n; k++)
        {
          gint64 above = 0;

          for (int t = places[k] + 1; t > 0; t -= t & -t)
            above += tree[t];
          crossings += seen - above;
        }
      for (int k = 0; k < n; k++)
        for (int t = places[k] + 1; t <= size; t += t & -t)
          tree[t]++;
      seen += n;
    }
  return crossings;
}

gint64
sl_layers_crossings (const SlLayers *self)
{
  gint64 crossings = 0;
  int widest = 0, most = 0;
  g_autofree int *tree = NULL;
  g_autofree int *places = NULL;

  for (int c = 0; c < self->n_columns; c++)
    widest = MAX (widest, sl_layers_size (self, c));
  for (int v = 0; v < self->n; v++)
    most = MAX (most, self->start[v + 1] - self->middle[v]);
  tree = g_new (int, (gsize) widest + 1);
  places = g_new (int, (gsize) most + 1);
  for (int c = 0; c + 1 < self->n_columns; c++)
    crossings += count_gap (self, c, tree, places);
  return crossings;
}
