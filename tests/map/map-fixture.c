/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/map-fixture.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Heights are rounded to 1/64 px. */
#define TOLERANCE 0.05

/* --- Graphs -------------------------------------------------------------------------------------------------------- */

MapGraph *
map_graph_new (void)
{
  MapGraph *self = g_new0 (MapGraph, 1);

  self->cards = g_array_new (FALSE, FALSE, sizeof (SlLayoutCard));
  self->links = g_array_new (FALSE, FALSE, sizeof (SlLayoutLink));
  self->input.card_gap = SL_LAYOUT_CARD_GAP;
  self->input.column_gap = SL_LAYOUT_COLUMN_GAP;
  return self;
}

void
map_graph_free (MapGraph *self)
{
  g_array_unref (self->cards);
  g_array_unref (self->links);
  g_free (self);
}

static void
refresh (MapGraph *self)
{
  self->input.cards = (const SlLayoutCard *) (gpointer) self->cards->data;
  self->input.n_cards = self->cards->len;
  self->input.links = (const SlLayoutLink *) (gpointer) self->links->data;
  self->input.n_links = self->links->len;
}

guint
map_graph_card (MapGraph *self, int column)
{
  SlLayoutCard card = { .width = 180, .height = 64, .column = column };

  g_array_append_val (self->cards, card);
  refresh (self);
  return self->cards->len - 1;
}

void
map_graph_link (MapGraph *self, guint source, guint target)
{
  SlLayoutLink link = { source, target };

  g_array_append_val (self->links, link);
  refresh (self);
}

SlLayoutCard *
map_graph_at (MapGraph *self, guint card)
{
  return &g_array_index (self->cards, SlLayoutCard, card);
}

MapGraph *
map_graph_random_map (GRand *rand, guint n)
{
  MapGraph *self = map_graph_new ();
  guint first[6] = { 0 };

  for (guint c = 0; c < 6; c++)
    first[c] = c * n / 5;
  for (guint c = 0; c < 5; c++)
    for (guint i = first[c]; i < first[c + 1]; i++)
      map_graph_at (self, map_graph_card (self, (int) c))->height = 48 + 16 * g_rand_int_range (rand, 0, 6);
  for (guint k = 0; k < n && n < 10; k++)
    {
      guint i = (guint) g_rand_int_range (rand, 0, (gint32) n), j = (guint) g_rand_int_range (rand, 0, (gint32) n);

      if (map_graph_at (self, i)->column < map_graph_at (self, j)->column)
        map_graph_link (self, i, j);
    }
  for (guint k = 0; k < n * 8 / 5 && n >= 10; k++)
    {
      guint c = (guint) g_rand_int_range (rand, 0, 4);
      guint far = c + (g_rand_int_range (rand, 0, 6) == 0 ? 2 : 1);
      guint to = MIN (4, far);
      guint size = first[c + 1] - first[c], other = first[to + 1] - first[to];
      guint i = (guint) g_rand_int_range (rand, 0, (gint32) size);
      int near = (int) (i * other / size) + g_rand_int_range (rand, -3, 4);

      map_graph_link (self, first[c] + i, first[to] + (guint) CLAMP (near, 0, (int) other - 1));
    }
  return self;
}

MapGraph *
map_graph_random (GRand *rand, guint n)
{
  MapGraph *self = map_graph_new ();
  int columns = g_rand_boolean (rand) ? g_rand_int_range (rand, 1, 8) : 0;
  gboolean mixed = g_rand_int_range (rand, 0, 4) == 0;
  guint links = n > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) (3 * n + 1)) : 0;

  for (guint i = 0; i < n; i++)
    {
      gboolean given = columns > 0 && !(mixed && g_rand_boolean (rand));
      guint card = map_graph_card (self, given ? 3 * g_rand_int_range (rand, 0, columns) : SL_LAYOUT_ANY);

      map_graph_at (self, card)->width = g_rand_int_range (rand, 0, 400);
      map_graph_at (self, card)->height = g_rand_double_range (rand, 0, 300);
    }
  for (guint i = 0; i < links; i++)
    map_graph_link (self, (guint) g_rand_int_range (rand, 0, (gint32) n), (guint) g_rand_int_range (rand, 0, (gint32) n));
  if (g_rand_int_range (rand, 0, 4) == 0)
    self->input.card_gap = g_rand_int_range (rand, 0, 30);
  return self;
}

/* --- The checker --------------------------------------------------------------------------------------------------- */

typedef struct
{
  double left, top, right, bottom;
  guint card;
} Box;

typedef struct
{
  const SlLayoutInput *input;
  const SlLayout *layout;
  GArray **columns; /* of Box, from the top */
  double *left, *right;
} Check;

static int
by_top (const void *a, const void *b)
{
  const Box *x = a, *y = b;

  return x->top != y->top ? (x->top < y->top ? -1 : 1) : (int) x->card - (int) y->card;
}

static void
fill_columns (Check *self)
{
  for (guint i = 0; i < self->layout->n_cards; i++)
    {
      const SlLayoutCard *card = &self->input->cards[i];
      SlLayoutPoint at = self->layout->cards[i];
      int c = self->layout->columns[i];
      Box box = { at.x - card->width / 2, at.y - card->height / 2, at.x + card->width / 2, at.y + card->height / 2, i };

      g_assert_true (isfinite (at.x) && isfinite (at.y));
      g_assert_cmpint (c, >=, 0);
      g_assert_cmpint (c, <, (int) self->layout->n_columns);
      self->left[c] = MIN (self->left[c], box.left);
      self->right[c] = MAX (self->right[c], box.right);
      g_array_append_val (self->columns[c], box);
    }
}

/* Columns stand beside each other in the order asked for, cards below each other with their distance. */
static void
check_cards (Check *self)
{
  for (guint c = 0; c < self->layout->n_columns; c++)
    {
      const Box *boxes = (const Box *) (gpointer) self->columns[c]->data;

      g_array_sort (self->columns[c], by_top);
      g_assert_cmpuint (self->columns[c]->len, >, 0);
      if (c > 0)
        g_assert_cmpfloat (self->left[c], >=, self->right[c - 1] + self->input->column_gap - TOLERANCE);
      for (guint i = 1; i < self->columns[c]->len; i++)
        g_assert_cmpfloat (boxes[i].top, >=, boxes[i - 1].bottom + self->input->card_gap - TOLERANCE);
    }
  for (guint i = 0; i < self->layout->n_cards; i++)
    for (guint k = 0; k < 2 && i > 0; k++)
      {
        guint other = k == 0 ? i - 1 : (i * 7919) % i;
        int asked = self->input->cards[i].column - self->input->cards[other].column;
        int got = self->layout->columns[i] - self->layout->columns[other];

        if (self->input->cards[i].column >= 0 && self->input->cards[other].column >= 0)
          g_assert_cmpint ((asked > 0) - (asked < 0), ==, (got > 0) - (got < 0));
      }
}

/* Whether the part of the segment within the box' width (less a little) comes into its height. */
static gboolean
passes (SlLayoutPoint a, SlLayoutPoint b, const Box *box)
{
  double low = box->left + 0.1, high = box->right - 0.1;
  double y1 = a.y, y2 = b.y;

  if (a.x > b.x)
    return passes (b, a, box);
  if (low >= high || b.x <= low || a.x >= high || box->top + 0.2 >= box->bottom)
    return FALSE;
  if (b.x > a.x)
    {
      y1 = a.y + (b.y - a.y) * (MAX (low, a.x) - a.x) / (b.x - a.x);
      y2 = a.y + (b.y - a.y) * (MIN (high, b.x) - a.x) / (b.x - a.x);
    }
  return MAX (y1, y2) > box->top + 0.1 && MIN (y1, y2) < box->bottom - 0.1;
}

/* The first column that reaches beyond @x. */
static guint
first_column (const Check *self, double x)
{
  guint low = 0, high = self->layout->n_columns;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->right[middle] <= x)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
check_segment (const Check *self, guint link, SlLayoutPoint a, SlLayoutPoint b)
{
  const SlLayout *layout = self->layout;

  g_assert_true (isfinite (a.x) && isfinite (a.y) && isfinite (b.x) && isfinite (b.y));
  g_assert_cmpfloat (MIN (a.x, b.x), >=, layout->left - TOLERANCE);
  g_assert_cmpfloat (MAX (a.x, b.x), <=, layout->left + layout->width + TOLERANCE);
  g_assert_cmpfloat (MIN (a.y, b.y), >=, layout->top - TOLERANCE);
  g_assert_cmpfloat (MAX (a.y, b.y), <=, layout->top + layout->height + TOLERANCE);
  for (guint c = first_column (self, MIN (a.x, b.x)); c < layout->n_columns && self->left[c] < MAX (a.x, b.x); c++)
    {
      const Box *boxes = (const Box *) (gpointer) self->columns[c]->data;
      guint low = 0, high = self->columns[c]->len;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (boxes[middle].bottom < MIN (a.y, b.y))
            low = middle + 1;
          else
            high = middle;
        }
      for (guint i = low; i < self->columns[c]->len && boxes[i].top <= MAX (a.y, b.y); i++)
        if (passes (a, b, &boxes[i]))
          g_error ("link %u runs through card %u", link, boxes[i].card);
    }
}

/* At the left or right side of its card, between the corners. */
static void
check_end (const Check *self, guint card, SlLayoutPoint point)
{
  const SlLayoutCard *size = &self->input->cards[card];
  SlLayoutPoint at = self->layout->cards[card];

  g_assert_cmpfloat (fabs (fabs (point.x - at.x) - size->width / 2), <=, TOLERANCE);
  g_assert_cmpfloat (fabs (point.y - at.y), <=, size->height / 2 + TOLERANCE);
}

static void
check_links (const Check *self)
{
  for (guint i = 0; i < self->layout->n_links; i++)
    {
      const SlLayoutPoint *points = self->layout->points + self->layout->first_point[i];
      guint n = self->layout->first_point[i + 1] - self->layout->first_point[i];

      g_assert_cmpuint (n, >=, 2);
      check_end (self, self->input->links[i].source, points[0]);
      check_end (self, self->input->links[i].target, points[n - 1]);
      for (guint k = 1; k < n; k++)
        check_segment (self, i, points[k - 1], points[k]);
    }
}

/* Height of a way at @x, NAN where it does not come there. */
static double
height_at (const SlLayout *layout, guint link, double x)
{
  for (guint k = layout->first_point[link] + 1; k < layout->first_point[link + 1]; k++)
    {
      SlLayoutPoint a = layout->points[k - 1], b = layout->points[k];

      if (MIN (a.x, b.x) <= x + TOLERANCE && MAX (a.x, b.x) >= x - TOLERANCE)
        return b.x == a.x ? b.y : a.y + (b.y - a.y) * CLAMP ((x - a.x) / (b.x - a.x), 0, 1);
    }
  return NAN;
}

/* Pairs that change sides between two columns, all compared with all. */
static void
check_crossings (const Check *self)
{
  const SlLayout *layout = self->layout;
  g_autofree double *from = g_new (double, layout->n_links + 1);
  g_autofree double *to = g_new (double, layout->n_links + 1);
  gint64 crossings = 0;

  for (guint c = 0; c + 1 < layout->n_columns; c++)
    {
      for (guint i = 0; i < layout->n_links; i++)
        {
          gboolean spans = layout->columns[self->input->links[i].source] != layout->columns[self->input->links[i].target];

          from[i] = spans ? height_at (layout, i, self->right[c]) : NAN;
          to[i] = spans ? height_at (layout, i, self->left[c + 1]) : NAN;
        }
      for (guint i = 0; i < layout->n_links; i++)
        for (guint j = 0; j < i; j++)
          crossings += (from[i] < from[j] && to[i] > to[j]) || (from[i] > from[j] && to[i] < to[j]);
    }
  g_assert_cmpint (crossings, ==, layout->crossings);
}

void
map_check (const SlLayoutInput *input, const SlLayout *layout)
{
  g_autofree double *sides = g_new (double, 2 * layout->n_columns + 1);
  Check self = { input, layout, g_new (GArray *, layout->n_columns + 1), sides, sides + layout->n_columns };
  gboolean flat = input->card_gap < 4;

  g_assert_cmpuint (layout->n_cards, ==, input->n_cards);
  g_assert_cmpuint (layout->n_links, ==, input->n_links);
  for (guint c = 0; c < layout->n_columns; c++)
    {
      self.columns[c] = g_array_new (FALSE, FALSE, sizeof (Box));
      self.left[c] = HUGE_VAL;
      self.right[c] = -HUGE_VAL;
    }
  fill_columns (&self);
  check_cards (&self);
  check_links (&self);
  for (guint i = 0; i < input->n_cards; i++)
    flat |= input->cards[i].height < 60;
  /* Links that leave a card so low that they cannot be told apart do not show how they cross. */
  if (layout->n_links <= 400 && !flat)
    check_crossings (&self);
  for (guint c = 0; c < layout->n_columns; c++)
    g_array_unref (self.columns[c]);
  g_free (self.columns);
}

SlLayout *
map_draw (MapGraph *self, SlLayoutEffort effort)
{
  g_autoptr (GError) error = NULL;
  SlLayout *layout = sl_layout_new (&self->input, effort, NULL, &error);

  g_assert_no_error (error);
  map_check (&self->input, layout);
  return layout;
}

void
map_keep (MapGraph *self, const SlLayout *layout)
{
  for (guint i = 0; i < layout->n_cards; i++)
    {
      SlLayoutCard *card = map_graph_at (self, i);

      card->placed = TRUE;
      card->x = layout->cards[i].x;
      card->y = layout->cards[i].y;
    }
}

gboolean
map_equal (const SlLayout *a, const SlLayout *b)
{
  gsize points = a->first_point[a->n_links];

  return a->n_cards == b->n_cards && a->n_links == b->n_links && a->crossings == b->crossings
         && points == b->first_point[b->n_links] && memcmp (a->cards, b->cards, sizeof *a->cards * a->n_cards) == 0
         && memcmp (a->points, b->points, sizeof *a->points * points) == 0;
}
