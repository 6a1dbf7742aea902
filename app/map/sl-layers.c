/* From cards and links to vertices in columns, neighbours only from column to column.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map/sl-layers-private.h"

#include <stdlib.h>
#include <string.h>

/* All bends together; longer links go over the top. */
#define BENDS_MAX 250000

static int
span_of (const SlLayers *self, int link)
{
  return abs (self->column[self->input->links[link].target] - self->column[self->input->links[link].source]);
}

/* Links of what length still get bends: the longest such that all of them fit. */
static int
longest_span (const SlLayers *self)
{
  g_autofree gint64 *count = g_new0 (gint64, (gsize) self->n_columns + 1);
  gint64 bends = 0;
  int span = 1;

  for (int i = 0; i < self->n_links; i++)
    count[span_of (self, i)]++;
  while (span + 1 < self->n_columns && (bends += count[span + 1] * span) <= BENDS_MAX)
    span++;
  return span;
}

static void
choose_ways (SlLayers *self)
{
  int longest = longest_span (self);

  self->n = self->n_cards;
  for (int i = 0; i < self->n_links; i++)
    {
      int span = span_of (self, i);

      self->way[i] = span == 0 ? SL_WAY_BESIDE : span <= longest ? SL_WAY_THROUGH : SL_WAY_OVER;
      self->bend[i] = self->n;
      if (self->way[i] == SL_WAY_THROUGH)
        self->n += span - 1;
    }
}

/* Calls for every edge between neighbouring columns: one to count, one to fill in. */
static void
each_edge (SlLayers *self, void (*visit) (SlLayers *self, int left, int right))
{
  for (int i = 0; i < self->n_links; i++)
    if (self->way[i] == SL_WAY_THROUGH)
      {
        int v = sl_layers_left_end (self, i);
        int end = sl_layers_right_end (self, i);
        int n = self->column[end] - self->column[v] - 1;

        for (int k = 0; k < n; k++)
          {
            visit (self, v, self->bend[i] + k);
            v = self->bend[i] + k;
          }
        visit (self, v, end);
      }
}

/* While counting, start[] holds how many neighbours there are and middle[] how many of them are to the left. */
static void
count_edge (SlLayers *self, int left, int right)
{
  self->start[left]++;
  self->start[right]++;
  self->middle[right]++;
}

/* place[] serves as the next free place to the left, order[] as that to the right. */
static void
fill_edge (SlLayers *self, int left, int right)
{
  self->near[self->order[left]++] = right;
  self->near[self->place[right]++] = left;
}

static void
join_neighbours (SlLayers *self)
{
  int at = 0;

  each_edge (self, count_edge);
  for (int v = 0; v < self->n; v++)
    {
      int count = self->start[v];

      self->start[v] = self->place[v] = at;
      self->middle[v] = self->order[v] = at + self->middle[v];
      at += count;
    }
  self->start[self->n] = at;
  self->near = g_new (int, (gsize) at + 1);
  each_edge (self, fill_edge);
}

static void
fill_columns (SlLayers *self)
{
  g_autofree int *next = g_new (int, (gsize) self->n_columns + 1);

  for (int i = 0; i < self->n_links; i++)
    if (self->way[i] == SL_WAY_THROUGH)
      for (int k = 1; k < span_of (self, i); k++)
        self->column[self->bend[i] + k - 1] = self->column[sl_layers_left_end (self, i)] + k;
  for (int v = 0; v < self->n; v++)
    self->first[self->column[v] + 1]++;
  for (int c = 0; c < self->n_columns; c++)
    self->first[c + 1] += self->first[c];
  memcpy (next, self->first, sizeof (int) * ((gsize) self->n_columns + 1));
  for (int v = 0; v < self->n; v++)
    {
      int c = self->column[v];

      self->place[v] = next[c] - self->first[c];
      self->order[next[c]++] = v;
    }
}

SlLayers *
sl_layers_new (const SlLayoutInput *input, GCancellable *cancellable)
{
  SlLayers *self = g_new0 (SlLayers, 1);
  gsize n;

  self->input = input;
  self->cancellable = cancellable;
  self->n_cards = (int) input->n_cards;
  self->n_links = (int) input->n_links;
  self->on_cycle = g_new0 (gboolean, (gsize) self->n_links + 1);
  self->way = g_new0 (SlWay, (gsize) self->n_links + 1);
  self->bend = g_new (int, (gsize) self->n_links + 1);
  self->column = g_new (int, (gsize) self->n_cards + 1);
  sl_cycles_find (input, self->on_cycle);
  self->n_columns = sl_ranks_choose (input, self->on_cycle, cancellable, self->column);
  choose_ways (self);
  n = (gsize) self->n + 1;
  self->column = g_renew (int, self->column, n);
  self->start = g_new0 (int, n);
  self->middle = g_new0 (int, n);
  self->order = g_new (int, n);
  self->place = g_new (int, n);
  self->y = g_new0 (double, n);
  self->first = g_new0 (int, (gsize) self->n_columns + 1);
  self->left = g_new0 (double, (gsize) self->n_columns + 1);
  self->right = g_new0 (double, (gsize) self->n_columns + 1);
  join_neighbours (self);
  fill_columns (self);
  return self;
}

void
sl_layers_free (SlLayers *self)
{
  g_free (self->on_cycle);
  g_free (self->way);
  g_free (self->bend);
  g_free (self->column);
  g_free (self->start);
  g_free (self->middle);
  g_free (self->near);
  g_free (self->order);
  g_free (self->place);
  g_free (self->y);
  g_free (self->first);
  g_free (self->left);
  g_free (self->right);
  g_free (self);
}

typedef struct
{
  double key;
  int place, vertex;
} Keyed;

static int
by_key (const void *a, const void *b)
{
  const Keyed *x = a, *y = b;

  return x->key != y->key ? (x->key < y->key ? -1 : 1) : x->place - y->place;
}

void
sl_layers_sort (SlLayers *self, int column, const double *key)
{
  int size = sl_layers_size (self, column);
  int *order = self->order + self->first[column];
  g_autofree Keyed *keyed = g_new (Keyed, (gsize) size + 1);

  for (int i = 0; i < size; i++)
    keyed[i] = (Keyed) { key[order[i]], i, order[i] };
  qsort (keyed, (gsize) size, sizeof *keyed, by_key);
  for (int i = 0; i < size; i++)
    {
      order[i] = keyed[i].vertex;
      self->place[order[i]] = i;
    }
}

void
sl_layers_renumber (SlLayers *self)
{
  for (int c = 0; c < self->n_columns; c++)
    for (int i = self->first[c]; i < self->first[c + 1]; i++)
      self->place[self->order[i]] = i - self->first[c];
}
