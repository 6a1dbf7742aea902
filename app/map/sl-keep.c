/* A drawing changed as little as possible: what is placed stays unless it must make room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of kept cards is theirs by height; only new cards and bends are sifted. Measured from where it would stand if
 * all cards of its column stood close, a card's height may not decrease down the column; so the most cards that can stay
 * are a longest non-decreasing subsequence (Fredman, Discrete Mathematics 11, 1975), pinned ones weighing more than all
 * others together.
 */
#include "map/sl-heights-private.h"
#include "map/sl-sift-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A pinned card against cards that are not. */
#define PINNED (1 << 20)
/* Drawings are read back with rounded heights: px by which neighbours may come nearer. */
#define ROUNDING 0.02
/* Least room of a bend to a card and to a bend where kept cards leave no more: px. */
#define TIGHT_CARD 5.0
#define TIGHT_BEND 3.0
/* Room of a bend where there is enough: px. */
#define EASY_CARD 12.0
#define EASY_BEND 9.0
#define SWEEPS 12
/* How far a new card or a bend is sifted again, in cards and bends of its column. */
#define NEAR 64

/* --- Order --------------------------------------------------------------------------------------------------------- */

/* Mean height of the cards that @card is linked with and whose height is known. */
static gboolean
guess_card (const SlLayers *self, const int *start, const int *linked, const gboolean *known, int card)
{
  double sum = 0;
  int n = 0;

  for (int k = start[card]; k < start[card + 1]; k++)
    if (known[linked[k]])
      {
        sum += self->y[linked[k]];
        n++;
      }
  if (n > 0)
    self->y[card] = sum / n;
  return n > 0;
}

static void
group_links (const SlLayers *self, int *start, int *linked)
{
  g_autofree int *next = NULL;

  for (int i = 0; i < self->n_links; i++)
    {
      start[self->input->links[i].source + 1]++;
      start[self->input->links[i].target + 1]++;
    }
  for (int v = 0; v < self->n_cards; v++)
    start[v + 1] += start[v];
  next = g_memdup2 (start, sizeof (int) * ((gsize) self->n_cards + 1));
  for (int i = 0; i < self->n_links; i++)
    {
      linked[next[self->input->links[i].source]++] = (int) self->input->links[i].target;
      linked[next[self->input->links[i].target]++] = (int) self->input->links[i].source;
    }
}

/* Heights of new cards from what they are linked with, nearest first; the others go to the bottom. */
static void
guess_cards (SlLayers *self)
{
  g_autofree int *start = g_new0 (int, (gsize) self->n_cards + 2);
  g_autofree int *linked = g_new (int, 2 * (gsize) self->n_links + 1);
  g_autofree gboolean *known = g_new0 (gboolean, (gsize) self->n_cards + 1);
  g_autofree gboolean *found = g_new0 (gboolean, (gsize) self->n_cards + 1);
  double bottom = 0;
  gboolean more = TRUE;

  group_links (self, start, linked);
  for (int v = 0; v < self->n_cards; v++)
    if ((known[v] = sl_layers_is_kept (self, v)))
      {
        self->y[v] = self->input->cards[v].y;
        bottom = MAX (bottom, self->y[v]);
      }
  for (int turn = 0; turn < 100 && more; turn++)
    {
      more = FALSE;
      for (int v = 0; v < self->n_cards; v++)
        found[v] = !known[v] && guess_card (self, start, linked, known, v);
      for (int v = 0; v < self->n_cards; v++)
        {
          known[v] |= found[v];
          more |= found[v];
        }
    }
  for (int v = 0; v < self->n_cards; v++)
    if (!known[v])
      self->y[v] = bottom + self->input->cards[v].height / 2 + self->input->card_gap;
}

/* Bends on the straight line between the ends. */
static void
guess_bends (SlLayers *self)
{
  for (int i = 0; i < self->n_links; i++)
    if (self->way[i] == SL_WAY_THROUGH)
      {
        int left = sl_layers_left_end (self, i), right = sl_layers_right_end (self, i);
        int span = self->column[right] - self->column[left];

        for (int k = 1; k < span; k++)
          self->y[self->bend[i] + k - 1] = self->y[left] + (self->y[right] - self->y[left]) * k / span;
      }
}

void
sl_order_keep (SlLayers *self)
{
  SlSift sift;

  guess_cards (self);
  guess_bends (self);
  for (int c = 0; c < self->n_columns; c++)
    sl_layers_sort (self, c, self->y);
  sl_sift_init (&sift, self);
  for (int turn = 0; turn < 20; turn++)
    {
      gboolean moved = FALSE;

      for (int v = 0; v < self->n && !sl_layers_cancelled (self); v++)
        if (!sl_layers_is_kept (self, v))
          moved |= sl_sift_vertex (&sift, v, turn == 0 ? G_MAXINT / 2 : NEAR);
      if (!moved)
        break;
    }
  sl_sift_clear (&sift);
}

/* --- Cards --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  SlLayers *layers;
  int n;           /* cards of the column */
  int *card;       /* from the top */
  double *offset;  /* of the card, all standing close */
  double *want;    /* height less offset */
  double *weight;
  int *count;
  gboolean *stays;
  int *sorted, *best, *from; /* for the longest subsequence */
} Column;

static void
gather_column (Column *self, int c)
{
  const SlLayers *layers = self->layers;
  int bends = 0;
  double y = 0;

  self->n = 0;
  for (int i = layers->first[c]; i < layers->first[c + 1]; i++)
    {
      int v = layers->order[i];

      if (!sl_layers_is_card (layers, v))
        {
          bends++;
          continue;
        }
      if (self->n > 0)
        y += sl_heights_distance (layers, self->card[self->n - 1], v)
             + MAX (0, 2 * TIGHT_CARD + TIGHT_BEND * (bends - 1) - layers->input->card_gap);
      bends = 0;
      self->card[self->n] = v;
      self->offset[self->n] = y;
      self->want[self->n] = layers->y[v] - y;
      self->weight[self->n] = sl_layers_is_kept (layers, v) ? (layers->input->cards[v].pinned ? 1000 : 1) : 0.1;
      self->n++;
    }
}

static int
by_want (const void *a, const void *b, void *data)
{
  const Column *self = data;
  int i = *(const int *) a, j = *(const int *) b;
  double x = self->want[i] + ROUNDING * i, y = self->want[j] + ROUNDING * j;

  return x != y ? (x < y ? -1 : 1) : i - j;
}

static int
better (const gint64 *total, int a, int b)
{
  return a < 0 || (b >= 0 && total[b] > total[a]) ? b : a;
}

/* Chooses who stays: the heaviest subsequence, by a tree of maxima over the places while wants come from the least. */
static void
choose_staying (Column *self)
{
  g_autofree gint64 *total = g_new0 (gint64, (gsize) self->n + 1);
  int last = -1, n = 0;

  for (int i = 0; i < self->n; i++)
    {
      self->stays[i] = FALSE;
      if (sl_layers_is_kept (self->layers, self->card[i]))
        self->sorted[n++] = i;
    }
  g_qsort_with_data (self->sorted, n, sizeof (int), by_want, self);
  for (int i = 0; i <= self->n; i++)
    self->best[i] = -1;
  for (int k = 0; k < n; k++)
    {
      int i = self->sorted[k], before = -1;

      for (int t = i; t > 0; t -= t & -t)
        before = better (total, before, self->best[t]);
      self->from[i] = before;
      total[i] = (before >= 0 ? total[before] : 0)
                 + (self->layers->input->cards[self->card[i]].pinned ? PINNED : 1);
      for (int t = i + 1; t <= self->n; t += t & -t)
        self->best[t] = better (total, self->best[t], i);
      last = better (total, last, i);
    }
  for (int i = last; i >= 0; i = self->from[i])
    self->stays[i] = TRUE;
}

/* Places the cards between two that stay (or the ends of the column). */
static void
place_between (Column *self, int from, int to)
{
  double low = from > 0 ? self->want[from - 1] : -HUGE_VAL;
  double high = to < self->n ? self->want[to] : HUGE_VAL;

  sl_pool (to - from, self->want + from, self->weight + from, self->count + from);
  for (int i = from; i < to; i++)
    self->want[i] = MAX (low, MIN (high, self->want[i]));
}

static void
keep_cards (Column *self, int c)
{
  int from = 0;

  gather_column (self, c);
  choose_staying (self);
  for (int i = 0; i <= self->n; i++)
    if (i == self->n || self->stays[i])
      {
        place_between (self, from, i);
        from = i + 1;
      }
  for (int i = 0; i < self->n; i++)
    if (!self->stays[i])
      self->layers->y[self->card[i]] = self->want[i] + self->offset[i];
}

/* --- Bends --------------------------------------------------------------------------------------------------------- */

static double
mean_of_neighbours (const SlLayers *self, int v)
{
  double sum = 0;
  int n = self->start[v + 1] - self->start[v];

  for (int k = self->start[v]; k < self->start[v + 1]; k++)
    sum += self->y[self->near[k]];
  return n > 0 ? sum / n : self->y[v];
}

/* Places a run of bends, order[from] to before order[to], between the cards around it. */
static void
place_run (Column *self, int c, int from, int to)
{
  SlLayers *layers = self->layers;
  const SlLayoutCard *cards = layers->input->cards;
  double top = -HUGE_VAL, bottom = HUGE_VAL, squeeze = 1;
  int n = to - from;

  if (from > layers->first[c])
    top = layers->y[layers->order[from - 1]] + cards[layers->order[from - 1]].height / 2;
  if (to < layers->first[c + 1])
    bottom = layers->y[layers->order[to]] - cards[layers->order[to]].height / 2;
  squeeze = MIN (1, (bottom - top) / (2 * EASY_CARD + EASY_BEND * (n - 1)));
  for (int i = 0; i < n; i++)
    {
      self->want[i] = mean_of_neighbours (layers, layers->order[from + i]) - squeeze * EASY_BEND * i;
      self->weight[i] = 1;
    }
  sl_pool (n, self->want, self->weight, self->count);
  top += squeeze * EASY_CARD;
  bottom -= squeeze * (EASY_CARD + EASY_BEND * (n - 1));
  for (int i = 0; i < n; i++)
    layers->y[layers->order[from + i]] = MAX (top, MIN (bottom, self->want[i])) + squeeze * EASY_BEND * i;
}

static void
place_bends (Column *self, int c)
{
  const SlLayers *layers = self->layers;
  int from = layers->first[c];

  for (int i = layers->first[c]; i <= layers->first[c + 1]; i++)
    if (i == layers->first[c + 1] || sl_layers_is_card (layers, layers->order[i]))
      {
        if (i > from)
          place_run (self, c, from, i);
        from = i + 1;
      }
}

void
sl_heights_keep (SlLayers *layers)
{
  gsize n = (gsize) layers->n + 1;
  g_autofree double *numbers = g_new (double, 3 * n);
  g_autofree int *places = g_new (int, 5 * n);
  g_autofree gboolean *stays = g_new (gboolean, n);
  Column self = {
    layers, 0, places, numbers, numbers + n, numbers + 2 * n, places + n, stays,
    places + 2 * n, places + 3 * n, places + 4 * n,
  };

  for (int c = 0; c < layers->n_columns; c++)
    keep_cards (&self, c);
  for (int turn = 0; turn < SWEEPS; turn++)
    for (int k = 0; k < layers->n_columns; k++)
      place_bends (&self, turn % 2 == 0 ? k : layers->n_columns - 1 - k);
}
