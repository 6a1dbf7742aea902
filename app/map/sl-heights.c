/* Heights of cards and bends for a given order: short links, straight chains, no more room than the fullest column takes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The total length of all links is convex in the heights. It is brought down column by column: with the rest held, each
 * vertex wants the weighted mean of its neighbours, edges weighted by one over their length (Weiszfeld 1937; the weights of
 * bends after Gansner et al. 1993, section 4), and least distances turn that into isotonic regression, solved by pooling
 * neighbours that want to pass each other (Barlow et al.: Statistical inference under order restrictions, 1972). At the end
 * what is nearly level is made level.
 */
#include "map/sl-heights-private.h"

#include <math.h>
#include <string.h>

#define SWEEPS 60
/* How much taller than the fullest column a drawing may be. */
#define AIR 1.04
/* Lengths of edges below this count as this, so that weights stay finite: px. */
#define SOFT 12.0
/* Room that a link leaves to what it passes: px. */
#define BEND_GAP 9.0

double
sl_heights_distance (const SlLayers *self, int above, int below)
{
  const SlLayoutCard *cards = self->input->cards;
  double gap = self->input->card_gap;
  gboolean a = sl_layers_is_card (self, above), b = sl_layers_is_card (self, below);

  if (a && b)
    return gap + (cards[above].height + cards[below].height) / 2;
  if (a || b)
    return gap / 2 + cards[a ? above : below].height / 2;
  return MIN (BEND_GAP, gap / 2);
}

/* --- One column ---------------------------------------------------------------------------------------------------- */

void
sl_pool (int n, double *want, double *weight, int *count)
{
  int blocks = 0;

  for (int i = 0; i < n; i++)
    {
      double w = want[i], sum = weight[i];
      int members = 1;

      while (blocks > 0 && want[blocks - 1] > w)
        {
          blocks--;
          w = (w * sum + want[blocks] * weight[blocks]) / (sum + weight[blocks]);
          sum += weight[blocks];
          members += count[blocks];
        }
      want[blocks] = w;
      weight[blocks] = sum;
      count[blocks++] = members;
    }
  for (int b = blocks - 1, i = n; b >= 0; b--)
    for (int k = 0; k < count[b]; k++)
      want[--i] = want[b];
}

typedef struct
{
  SlLayers *layers;
  double *offset; /* by place in order[]: distance from the top of the column when all stand close */
  double *want, *weight;
  int *count;
  double height;  /* between the first and the last edge of a column */
} Heights;

static double
half (const SlLayers *layers, int v)
{
  return sl_layers_is_card (layers, v) ? layers->input->cards[v].height / 2 : 0;
}

/* Stacks every column; returns the height of the fullest. */
static double
stack_columns (Heights *self)
{
  SlLayers *layers = self->layers;
  double tallest = 0;

  for (int c = 0; c < layers->n_columns; c++)
    {
      int from = layers->first[c], to = layers->first[c + 1];
      double y = 0;

      for (int i = from; i < to; i++)
        {
          y += i == from ? half (layers, layers->order[i])
                         : sl_heights_distance (layers, layers->order[i - 1], layers->order[i]);
          self->offset[i] = y;
        }
      if (to > from)
        tallest = MAX (tallest, y + half (layers, layers->order[to - 1]));
    }
  return tallest;
}

/* Spreads every column over the whole height, as a start. */
static void
spread_columns (Heights *self)
{
  SlLayers *layers = self->layers;

  for (int c = 0; c < layers->n_columns; c++)
    {
      int from = layers->first[c], to = layers->first[c + 1];
      double used = self->offset[to - 1] + half (layers, layers->order[to - 1]);
      double air = (self->height - used) / (to - from + 1);

      for (int i = from; i < to; i++)
        layers->y[layers->order[i]] = self->offset[i] + air * (i - from + 1);
    }
}

/* How much an edge pulls, apart from its length. */
static double
importance (const SlLayers *layers, int v, int w)
{
  gboolean a = sl_layers_is_card (layers, v), b = sl_layers_is_card (layers, w);

  return a && b ? 1 : a || b ? 1.5 : 3;
}

static void
want_mean (Heights *self, int i)
{
  SlLayers *layers = self->layers;
  int v = layers->order[i];
  double gap = layers->input->column_gap + SOFT;
  double sum = 0, weights = 0;

  for (int k = layers->start[v]; k < layers->start[v + 1]; k++)
    {
      int w = layers->near[k];
      double d = layers->y[w] - layers->y[v];
      double weight = importance (layers, v, w) / sqrt (gap * gap + d * d);

      sum += weight * layers->y[w];
      weights += weight;
    }
  self->want[i] = (weights > 0 ? sum / weights : layers->y[v]) - self->offset[i];
  self->weight[i] = weights > 0 ? weights : 1e-6;
}

/* Moves a column to where its neighbours want it. Returns how far the vertex moved that moved farthest. */
static double
settle_column (Heights *self, int c)
{
  SlLayers *layers = self->layers;
  int from = layers->first[c], n = sl_layers_size (layers, c);
  double high, moved = 0;

  for (int i = from; i < from + n; i++)
    want_mean (self, i);
  high = self->height - self->offset[from + n - 1] - half (layers, layers->order[from + n - 1]);
  sl_pool (n, self->want + from, self->weight + from, self->count + from);
  for (int i = from; i < from + n; i++)
    {
      double y = self->offset[i] + CLAMP (self->want[i], 0, MAX (0, high));

      moved = MAX (moved, fabs (y - layers->y[layers->order[i]]));
      layers->y[layers->order[i]] = y;
    }
  return moved;
}

static void
settle_columns (Heights *self)
{
  SlLayers *layers = self->layers;

  for (int turn = 0; turn < SWEEPS && !sl_layers_cancelled (layers); turn++)
    {
      double moved = 0;

      for (int k = 0; k < layers->n_columns; k++)
        moved = MAX (moved, settle_column (self, turn % 2 == 0 ? k : layers->n_columns - 1 - k));
      if (moved < 0.5)
        break;
    }
}

void
sl_heights_choose (SlLayers *layers)
{
  gsize n = (gsize) layers->n + 1;
  g_autofree double *memory = g_new0 (double, 3 * n);
  g_autofree int *count = g_new0 (int, n);
  Heights self = { layers, memory, memory + n, memory + 2 * n, count, 0 };

  if (layers->n == 0)
    return;
  self.height = AIR * stack_columns (&self);
  spread_columns (&self);
  settle_columns (&self);
  sl_heights_level (layers, 0, self.height);
}
