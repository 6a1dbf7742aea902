/* The columns' edges, and the ways of the links.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A link crosses a column level, at the height of its bend, where the order has left room for it; it changes height only
 * in the gaps, where no card is. So none runs through a card, and two cross as often as the order says.
 */
#include "map/sl-layers-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Between links that leave a card on one side: px. */
#define PORT_GAP 10.0
/* Kept free at the corners of a card: px. */
#define CORNER 6.0
/* Between links that run over the top. */
#define LANE 10.0

void
sl_routes_columns (SlLayers *self)
{
  double x = 0;

  for (int c = 0; c < self->n_columns; c++)
    {
      double width = 0;

      for (int i = self->first[c]; i < self->first[c + 1]; i++)
        if (sl_layers_is_card (self, self->order[i]))
          width = MAX (width, self->input->cards[self->order[i]].width);
      self->left[c] = x;
      self->right[c] = x + width;
      x += width + self->input->column_gap;
    }
  /* The first column with a kept card stays where it was. */
  for (int i = 0; i < self->n; i++)
    if (sl_layers_is_kept (self, self->order[i]))
      {
        int c = self->column[self->order[i]];
        double shift = self->input->cards[self->order[i]].x - (self->left[c] + self->right[c]) / 2;

        for (int k = 0; k < self->n_columns; k++)
          {
            self->left[k] += shift;
            self->right[k] += shift;
          }
        return;
      }
}

/* --- Ports: where links leave a card ------------------------------------------------------------------------------- */

typedef struct
{
  double y;
  int link;
} End;

typedef struct
{
  SlLayers *layers;
  double *port[2]; /* by link: height at its left and at its right end */
  int *start[2];   /* by card: its ends on its right [0] and on its left [1] */
  End *ends[2];
} Ports;

static int
by_height (const void *a, const void *b)
{
  const End *x = a, *y = b;

  return x->y != y->y ? (x->y < y->y ? -1 : 1) : x->link - y->link;
}

/* Where a link heads for: the height of its next bend, or of its other end. */
static double
heading (const SlLayers *self, int link, int side)
{
  int left = sl_layers_left_end (self, link), right = sl_layers_right_end (self, link);
  int bends = self->column[right] - self->column[left] - 1;

  if (self->way[link] == SL_WAY_OVER)
    return -HUGE_VAL;
  if (self->way[link] == SL_WAY_BESIDE || bends <= 0)
    return self->y[side == 0 ? right : left];
  return self->y[self->bend[link] + (side == 0 ? 0 : bends - 1)];
}

/* Links of one column leave and enter on the right. */
static int
side_of_end (const SlLayers *self, int link, int end)
{
  return self->way[link] == SL_WAY_BESIDE ? 0 : end;
}

static int
card_of_end (const SlLayers *self, int link, int end)
{
  return end == 0 ? sl_layers_left_end (self, link) : sl_layers_right_end (self, link);
}

/* Spreads the ends on one side of a card, in the order in which they head off. */
static void
spread_ends (Ports *self, int card, int side)
{
  int from = self->start[side][card], n = self->start[side][card + 1] - from;
  double height = self->layers->input->cards[card].height;
  double gap = n > 1 ? MIN (PORT_GAP, MAX (0, height - 2 * CORNER) / (n - 1)) : 0;

  qsort (self->ends[side] + from, (gsize) n, sizeof (End), by_height);
  for (int i = 0; i < n; i++)
    {
      int end = self->ends[side][from + i].link;

      self->port[end % 2][end / 2] = self->layers->y[card] + gap * (i - (n - 1) / 2.0);
    }
}

static void
choose_ports (Ports *self)
{
  SlLayers *layers = self->layers;
  gsize n = (gsize) layers->n_cards + 2;

  for (int side = 0; side < 2; side++)
    {
      g_autofree int *next = NULL;

      self->start[side] = g_new0 (int, n);
      self->ends[side] = g_new (End, 2 * (gsize) layers->n_links + 1);
      for (int i = 0; i < 2 * layers->n_links; i++)
        if (side_of_end (layers, i / 2, i % 2) == side)
          self->start[side][card_of_end (layers, i / 2, i % 2) + 1]++;
      for (int v = 0; v < layers->n_cards; v++)
        self->start[side][v + 1] += self->start[side][v];
      next = g_memdup2 (self->start[side], sizeof (int) * n);
      for (int i = 0; i < 2 * layers->n_links; i++)
        if (side_of_end (layers, i / 2, i % 2) == side)
          self->ends[side][next[card_of_end (layers, i / 2, i % 2)]++]
              = (End) { heading (layers, i / 2, i % 2), i };
      for (int v = 0; v < layers->n_cards; v++)
        spread_ends (self, v, side);
    }
}

/* --- Ways ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  SlLayers *layers;
  const Ports *ports;
  GArray *points; /* of SlLayoutPoint */
  double top;     /* of the cards */
  int over;       /* lanes taken so far */
} Routes;

/* Leaves out a point that lies level between its neighbours. */
static void
add_point (Routes *self, guint from, double x, double y)
{
  SlLayoutPoint point = { x, y };
  guint n = self->points->len;

  if (n >= from + 2)
    {
      SlLayoutPoint *last = &g_array_index (self->points, SlLayoutPoint, n - 1);

      if (last[0].y == y && last[-1].y == y)
        {
          last->x = x;
          return;
        }
    }
  if (n > from)
    {
      const SlLayoutPoint *last = &g_array_index (self->points, SlLayoutPoint, n - 1);

      if (last->x == x && last->y == y && n > from + 1)
        return;
    }
  g_array_append_val (self->points, point);
}

static double
card_side (const SlLayers *layers, int card, gboolean right)
{
  int c = layers->column[card];
  double middle = (layers->left[c] + layers->right[c]) / 2;

  return middle + (right ? 0.5 : -0.5) * layers->input->cards[card].width;
}

static void
draw_through (Routes *self, int link)
{
  const SlLayers *layers = self->layers;
  int left = sl_layers_left_end (layers, link), right = sl_layers_right_end (layers, link);
  int bends = layers->column[right] - layers->column[left] - 1;
  double out = self->ports->port[0][link], in = self->ports->port[1][link];
  guint from = self->points->len;

  add_point (self, from, card_side (layers, left, TRUE), out);
  if (card_side (layers, left, TRUE) < layers->right[layers->column[left]])
    add_point (self, from, layers->right[layers->column[left]], out);
  for (int k = 0; k < bends; k++)
    {
      int v = layers->bend[link] + k;

      add_point (self, from, layers->left[layers->column[v]], layers->y[v]);
      add_point (self, from, layers->right[layers->column[v]], layers->y[v]);
    }
  if (card_side (layers, right, FALSE) > layers->left[layers->column[right]])
    add_point (self, from, layers->left[layers->column[right]], in);
  add_point (self, from, card_side (layers, right, FALSE), in);
}

/* From the right side of a card into the gap and back, without reaching the next column. */
static void
draw_beside (Routes *self, int link)
{
  const SlLayers *layers = self->layers;
  int left = sl_layers_left_end (layers, link), right = sl_layers_right_end (layers, link);
  double out = self->ports->port[0][link], in = self->ports->port[1][link];
  double edge = layers->right[layers->column[left]];
  double apart = fabs (out - in);
  double x = edge + layers->input->column_gap * (0.1 + 0.3 * apart / (apart + 400));
  guint from = self->points->len;

  add_point (self, from, card_side (layers, left, TRUE), out);
  add_point (self, from, x, out);
  add_point (self, from, x, in);
  add_point (self, from, card_side (layers, right, TRUE), in);
}

static void
draw_over (Routes *self, int link)
{
  const SlLayers *layers = self->layers;
  int left = sl_layers_left_end (layers, link), right = sl_layers_right_end (layers, link);
  double lane = self->top - layers->input->card_gap - LANE * ++self->over;
  double gap = layers->input->column_gap / 10;
  double out = self->ports->port[0][link], in = self->ports->port[1][link];
  double from_x = layers->right[layers->column[left]] + gap;
  double to_x = layers->left[layers->column[right]] - gap;
  guint from = self->points->len;

  add_point (self, from, card_side (layers, left, TRUE), out);
  add_point (self, from, from_x, out);
  add_point (self, from, from_x, lane);
  add_point (self, from, to_x, lane);
  add_point (self, from, to_x, in);
  add_point (self, from, card_side (layers, right, FALSE), in);
}

/* Ways are drawn from left to right; those of links that point left are turned. */
static void
turn_way (Routes *self, guint from)
{
  for (guint a = from, b = self->points->len - 1; a < b; a++, b--)
    {
      SlLayoutPoint *points = (SlLayoutPoint *) (gpointer) self->points->data;
      SlLayoutPoint swap = points[a];

      points[a] = points[b];
      points[b] = swap;
    }
}

void
sl_routes_draw (SlLayers *self, SlLayout *layout)
{
  gsize n = (gsize) self->n_links + 1;
  g_autofree double *heights = g_new0 (double, 2 * n);
  Ports ports = { .layers = self, .port = { heights, heights + n } };
  Routes routes = { .layers = self, .ports = &ports, .points = NULL, .top = HUGE_VAL, .over = 0 };

  routes.points = g_array_sized_new (FALSE, FALSE, sizeof (SlLayoutPoint), 4 * (guint) n);
  for (int v = 0; v < self->n; v++)
    routes.top = MIN (routes.top, self->y[v] - (sl_layers_is_card (self, v) ? self->input->cards[v].height / 2 : 0));
  choose_ports (&ports);
  layout->first_point = g_new (guint, n);
  for (int i = 0; i < self->n_links; i++)
    {
      guint from = routes.points->len;

      layout->first_point[i] = from;
      if (self->way[i] == SL_WAY_THROUGH)
        draw_through (&routes, i);
      else if (self->way[i] == SL_WAY_BESIDE)
        draw_beside (&routes, i);
      else
        draw_over (&routes, i);
      if ((int) self->input->links[i].source != sl_layers_left_end (self, i))
        turn_way (&routes, from);
    }
  layout->first_point[self->n_links] = routes.points->len;
  layout->points = (SlLayoutPoint *) (gpointer) g_array_free (routes.points, FALSE);
  for (int side = 0; side < 2; side++)
    {
      g_free (ports.start[side]);
      g_free (ports.ends[side]);
    }
}
