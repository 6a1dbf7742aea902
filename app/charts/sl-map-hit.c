/* Which link of the map lies at a point.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "charts/sl-map-drawing.h"

#include <math.h>

/* Straight pieces that stand for a curve between two points of a way: near enough to be hit. */
#define PIECES 12

int
sl_map_drawing_find_link (const SlMapDrawing *self, SlUid uid)
{
  g_return_val_if_fail (self != NULL, -1);
  for (guint i = 0; i < self->n_links; i++)
    if (self->links[i].uid == uid)
      return (int) i;
  return -1;
}

static double
distance (double x, double y, const SlLayoutPoint *a, const SlLayoutPoint *b)
{
  double dx = b->x - a->x, dy = b->y - a->y, length = dx * dx + dy * dy;
  double t = length > 0 ? CLAMP (((x - a->x) * dx + (y - a->y) * dy) / length, 0, 1) : 0;

  return hypot (x - a->x - t * dx, y - a->y - t * dy);
}

/* Level at both ends, as the painter draws it. */
static SlLayoutPoint
on_curve (const SlLayoutPoint *a, const SlLayoutPoint *b, double t)
{
  double u = 1 - t, middle = (a->x + b->x) / 2;

  return (SlLayoutPoint){ u * u * u * a->x + 3 * u * t * middle + t * t * t * b->x,
                          (u * u * u + 3 * u * u * t) * a->y + (3 * u * t * t + t * t * t) * b->y };
}

static double
distance_to_curve (double x, double y, const SlLayoutPoint *a, const SlLayoutPoint *b)
{
  double best = HUGE_VAL;
  SlLayoutPoint from = *a;

  for (guint i = 1; i <= PIECES; i++)
    {
      SlLayoutPoint to = on_curve (a, b, (double) i / PIECES);

      best = MIN (best, distance (x, y, &from, &to));
      from = to;
    }
  return best;
}

/* A curve stays in the box of its ends. */
static gboolean
is_near (double x, double y, const SlLayoutPoint *a, const SlLayoutPoint *b, double reach)
{
  return x >= MIN (a->x, b->x) - reach && x <= MAX (a->x, b->x) + reach && y >= MIN (a->y, b->y) - reach
         && y <= MAX (a->y, b->y) + reach;
}

int
sl_map_drawing_link_at (const SlMapDrawing *self, double x, double y, double reach)
{
  double nearest = reach;
  int found = -1;

  g_return_val_if_fail (self != NULL, -1);
  for (guint i = 0; i < self->n_links; i++)
    for (guint k = 1; k < self->links[i].n_points; k++)
      {
        const SlLayoutPoint *b = &self->points[self->links[i].first_point + k], *a = b - 1;
        double d;

        if (!is_near (x, y, a, b, reach))
          continue;
        d = a->x == b->x || a->y == b->y ? distance (x, y, a, b) : distance_to_curve (x, y, a, b);
        if (d <= nearest)
          {
            nearest = d;
            found = (int) i;
          }
      }
  return found;
}
