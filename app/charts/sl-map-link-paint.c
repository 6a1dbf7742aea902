/* Paints the links of the map, as far as they are in sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "charts/sl-map-paint-private.h"

#include <math.h>

#define ARROW 7.0
#define HALO 8.0      /* around the link selected */
#define HEAVIER 2.2   /* a link of the path that is traced */
#define SLACK 24.0    /* how far beyond the clip a way is followed */
#define DASH 5.0
#define DASH_GAP 4.0
#define UPRIGHT_STEP 0.5 /* device pixels: no more between two boxes of an upright stretch ... */
#define UPRIGHT_ROWS 8   /* ... each of at least this height */
#define HAIR 0.5      /* device pixels: no line is thinner where the map is far away */
#define FAR 0.2       /* scale below which links are straight hairs without tips, and weight and evidence are not told */

/* Dashes do not shrink with the map: they would be many and none could be told. */
static double
dash_unit (const SlMapPainting *self)
{
  return 1 / MIN (self->scale, 1);
}

static void
set_dashes (const SlMapPainting *self, double passed)
{
  double unit = dash_unit (self), dashes[] = { DASH * unit, DASH_GAP * unit };

  cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), passed);
}

void
sl_map_painting_pen (const SlMapPainting *self, gboolean essential, int evidence)
{
  cairo_set_line_width (self->cr, 0.8 + 0.6 * evidence);
  if (!essential)
    set_dashes (self, 0);
}

/* --- Ways --------------------------------------------------------------------------------------------------------- */

/* Follows a way, down only where it is in sight: a pen that counts its dashes all along a map takes longer for what nobody
 * sees than for what one does. */
typedef struct
{
  const SlMapPainting *painting;
  gboolean dashed;
  gboolean whole;    /* all of it is in sight or near */
  gboolean down;
  SlLayoutPoint at;
  double passed;     /* how much of the way lies behind, where it is dashed */
} Pen;

/* How far a curve has risen at @t, as a share. */
static double
risen (double t)
{
  return t * t * (3 - 2 * t);
}

/* Between two points of its way a link leaves and arrives level, so that it reads as one curve: @t of the way on. */
static SlLayoutPoint
on_curve (const SlLayoutPoint *a, const SlLayoutPoint *b, double t)
{
  double u = 1 - t, middle = (a->x + b->x) / 2;

  return (SlLayoutPoint){ u * u * u * a->x + 3 * u * t * middle + t * t * t * b->x, a->y + (b->y - a->y) * risen (t) };
}

/* The reverse: where it has risen by @share. */
static double
reached (double share)
{
  return share <= 0 ? 0 : share >= 1 ? 1 : 0.5 - sin (asin (1 - 2 * share) / 3);
}

/* Of the curve up to @t, by Simpson's rule, with the steps closer where the curve bends: at its ends. */
static double
length_of (const SlLayoutPoint *a, const SlLayoutPoint *b, double t)
{
  enum { STEPS = 32 };
  double end = reached (t), sum = 0;

  for (int i = 0; i <= STEPS; i++)
    {
      double u = end * i / STEPS, s = risen (u);
      double dx = 1.5 * (b->x - a->x) * ((1 - s) * (1 - s) + s * s), dy = 6 * (b->y - a->y) * s * (1 - s);

      sum += hypot (dx, dy) * 6 * u * (1 - u) * (i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2);
    }
  return sum * end / (3 * STEPS);
}

/* What is seen of a stretch between two heights, as shares of it; FALSE: nothing. */
static gboolean
see (const Pen *pen, const SlLayoutPoint *to, double *from_share, double *to_share)
{
  const SlMapPainting *self = pen->painting;
  double top = self->y1 - SLACK, bottom = self->y2 + SLACK, y = pen->at.y, rise = to->y - y;

  if (MAX (pen->at.x, to->x) < self->x1 - SLACK || MIN (pen->at.x, to->x) > self->x2 + SLACK || MAX (y, to->y) < top
      || MIN (y, to->y) > bottom)
    return FALSE;
  *from_share = rise > 0 ? (top - y) / rise : rise < 0 ? (bottom - y) / rise : 0;
  *to_share = rise > 0 ? (bottom - y) / rise : rise < 0 ? (top - y) / rise : 1;
  *from_share = MAX (*from_share, 0);
  *to_share = MIN (*to_share, 1);
  return TRUE;
}

/* At @point, @ahead of where the pen is. */
static void
put_down (Pen *pen, const SlLayoutPoint *point, double ahead)
{
  cairo_t *cr = pen->painting->cr;

  if (pen->down && ahead <= 0)
    return;
  if (pen->dashed)
    set_dashes (pen->painting, pen->passed + ahead);
  cairo_move_to (cr, point->x, point->y);
  pen->down = TRUE;
}

/* Each stretch of dashes is drawn for itself, as it begins within one. */
static void
lift (Pen *pen)
{
  if (pen->down && pen->dashed)
    cairo_stroke (pen->painting->cr);
  pen->down = FALSE;
}

/* A stretch that is all but upright, as upright boxes, each a hair beside the one before: they take less than half the time
 * of a slanted line, and most of what crosses a large map is of this kind. FALSE: it slants too much, or is dashed. */
static gboolean
show_upright (const Pen *pen, const SlLayoutPoint *from, const SlLayoutPoint *to)
{
  cairo_t *cr = pen->painting->cr;
  double dx = to->x - from->x, dy = to->y - from->y, width = cairo_get_line_width (cr), scale = pen->painting->scale;
  guint n = (guint) ceil (MAX (1, fabs (dx) * scale / UPRIGHT_STEP));

  if (pen->dashed || fabs (dy) * scale < UPRIGHT_ROWS * n)
    return FALSE;
  /* What was seen of the way before this is a line of its own. */
  if (cairo_has_current_point (cr))
    cairo_stroke (cr);
  for (guint i = 0; i < n; i++)
    cairo_rectangle (cr, from->x + dx * (i + 0.5) / n - width / 2, from->y + dy * i / n, width, dy / n);
  cairo_fill (cr);
  return TRUE;
}

static void
line_to (Pen *pen, double x, double y)
{
  SlLayoutPoint from = pen->at, to = { x, y };
  double length = pen->dashed ? hypot (x - from.x, y - from.y) : 0, s1 = 0, s2 = 1;

  if (pen->whole || see (pen, &to, &s1, &s2))
    {
      SlLayoutPoint begin = { from.x + (x - from.x) * s1, from.y + (y - from.y) * s1 };
      SlLayoutPoint end = { from.x + (x - from.x) * s2, from.y + (y - from.y) * s2 };

      if (s1 <= 0 || s2 >= 1 || !show_upright (pen, &begin, &end))
        {
          put_down (pen, &begin, s1 > 0 ? length * s1 : 0);
          cairo_line_to (pen->painting->cr, end.x, end.y);
        }
      if (s2 < 1)
        lift (pen);
    }
  else
    lift (pen);
  pen->at = to;
  pen->passed += length;
}

/* From @t1 to @t2 of it. */
static void
show_curve (cairo_t *cr, const SlLayoutPoint *a, const SlLayoutPoint *b, double t1, double t2)
{
  SlLayoutPoint from = on_curve (a, b, t1), to = on_curve (a, b, t2);
  double third = (t2 - t1) / 3;
  double x1 = 1.5 * (b->x - a->x) * ((1 - t1) * (1 - t1) + t1 * t1), y1 = 6 * (b->y - a->y) * t1 * (1 - t1);
  double x2 = 1.5 * (b->x - a->x) * ((1 - t2) * (1 - t2) + t2 * t2), y2 = 6 * (b->y - a->y) * t2 * (1 - t2);

  cairo_curve_to (cr, from.x + x1 * third, from.y + y1 * third, to.x - x2 * third, to.y - y2 * third, to.x, to.y);
}

static void
curve_to (Pen *pen, const SlLayoutPoint *to)
{
  SlLayoutPoint from = pen->at, begin, end;
  double s1 = 0, s2 = 1, t1, t2, ahead;

  if (pen->whole || see (pen, to, &s1, &s2))
    {
      t1 = reached (s1);
      t2 = reached (s2);
      begin = on_curve (&from, to, t1);
      end = on_curve (&from, to, t2);
      ahead = pen->dashed && t1 > 0 ? length_of (&from, to, t1) : t1;
      if (s1 <= 0 || s2 >= 1 || !show_upright (pen, &begin, &end))
        {
          put_down (pen, &begin, ahead);
          show_curve (pen->painting->cr, &from, to, t1, t2);
        }
      if (t2 < 1)
        lift (pen);
    }
  else
    lift (pen);
  pen->at = *to;
  if (pen->dashed && !pen->whole)
    pen->passed += length_of (&from, to, 1);
}

/* A corner between a level and an upright stretch: a link that stays in its column goes around so. */
static void
turn (Pen *pen, const SlLayoutPoint *before, const SlLayoutPoint *at, const SlLayoutPoint *after)
{
  double in = MIN (SL_MAP_CORNER, hypot (at->x - before->x, at->y - before->y) / 2);
  double out = MIN (SL_MAP_CORNER, hypot (after->x - at->x, after->y - at->y) / 2);
  double x1 = at->x - copysign (before->y == at->y ? in : 0, at->x - before->x);
  double y1 = at->y - copysign (before->x == at->x ? in : 0, at->y - before->y);
  double x2 = at->x + copysign (after->y == at->y ? out : 0, after->x - at->x);
  double y2 = at->y + copysign (after->x == at->x ? out : 0, after->y - at->y);

  line_to (pen, x1, y1);
  put_down (pen, &pen->at, 0);
  cairo_curve_to (pen->painting->cr, at->x, at->y, at->x, at->y, x2, y2);
  pen->at = (SlLayoutPoint){ x2, y2 };
  pen->passed += 0.9 * (in + out);
}

static void
trace (const SlMapPainting *self, const SlMapLink *link, gboolean dashed)
{
  const SlLayoutPoint *points = self->drawing->points + link->first_point;
  gboolean whole = link->x1 >= self->x1 - SLACK && link->x2 <= self->x2 + SLACK && link->y1 >= self->y1 - SLACK
                   && link->y2 <= self->y2 + SLACK;
  Pen pen = { self, dashed, whole, FALSE, points[0], 0 };

  for (guint i = 1; i < link->n_points; i++)
    {
      const SlLayoutPoint *a = &points[i - 1], *b = &points[i], *next = i + 1 < link->n_points ? &points[i + 1] : NULL;

      if (next != NULL && (a->x == b->x || b->x == next->x))
        turn (&pen, a, b, next);
      else if (a->y == b->y || a->x == b->x || self->scale < FAR)
        line_to (&pen, b->x, b->y);
      else
        curve_to (&pen, b);
    }
}

/* Links arrive level: from the left, or from the right where they stay in the column. */
static void
paint_tip (cairo_t *cr, const SlLayoutPoint *before, const SlLayoutPoint *tip)
{
  double length = copysign (ARROW, tip->x - before->x);

  cairo_move_to (cr, tip->x, tip->y);
  cairo_line_to (cr, tip->x - length, tip->y - ARROW / 2);
  cairo_line_to (cr, tip->x - length, tip->y + ARROW / 2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* --- Links -------------------------------------------------------------------------------------------------------- */

static gboolean
link_in_sight (const SlMapPainting *self, const SlMapLink *link)
{
  return link->n_points >= 2 && link->x1 <= self->x2 && link->x2 >= self->x1 && link->y1 <= self->y2 && link->y2 >= self->y1;
}

static gboolean
is_lit (const SlMapPainting *self, guint card)
{
  return self->style->lit == NULL || self->style->lit[card];
}

static gboolean
is_on_path (const SlMapPainting *self, const SlMapLink *link)
{
  return self->style->trace != NULL && self->style->trace->on_path[link - self->drawing->links];
}

/* What is traced tells more than what is lit: of the links among those cards only the path. */
static gboolean
is_link_lit (const SlMapPainting *self, const SlMapLink *link)
{
  return self->style->trace != NULL ? is_on_path (self, link) : is_lit (self, link->source) && is_lit (self, link->target);
}

/* What fades is mixed with the paper: painting it thinly upon it takes several times as long. */
static void
set_ink (const SlMapPainting *self, const SlRgb *ink, double alpha)
{
  const SlRgb *paper = &self->palette->background;
  SlRgb mixed = { alpha * ink->r + (1 - alpha) * paper->r, alpha * ink->g + (1 - alpha) * paper->g,
                  alpha * ink->b + (1 - alpha) * paper->b };

  sl_map_painting_colour (self, &mixed, 1);
}

static void
paint_halo (const SlMapPainting *self, const SlMapLink *link)
{
  sl_map_painting_colour (self, &self->palette->selected, 1);
  sl_map_painting_pen (self, TRUE, link->evidence);
  cairo_set_line_width (self->cr, cairo_get_line_width (self->cr) + HALO);
  trace (self, link, FALSE);
  cairo_stroke (self->cr);
}

static void
paint_link (const SlMapPainting *self, guint number, double alpha)
{
  const SlMapLink *link = &self->drawing->links[number];
  const SlRgb *colour = self->style->lit != NULL && alpha == 1 ? &self->palette->text : &self->palette->dim;
  const SlLayoutPoint *tip = &self->drawing->points[link->first_point + link->n_points - 1];
  gboolean far_away = self->scale < FAR, dashed = !link->essential && !far_away;
  cairo_t *cr = self->cr;

  sl_map_painting_says_link (self, number, &colour, &alpha);
  if (link->uid == self->style->link && link->uid != SL_UID_NONE)
    paint_halo (self, link);
  set_ink (self, colour, alpha);
  sl_map_painting_pen (self, !dashed, link->evidence);
  if (far_away)
    cairo_set_line_width (cr, HAIR / self->scale);
  if (is_on_path (self, link))
    cairo_set_line_width (cr, cairo_get_line_width (cr) + HEAVIER);
  trace (self, link, dashed);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (!far_away)
    paint_tip (cr, tip - 1, tip);
  if (is_on_path (self, link))
    sl_map_painting_trace_link (self, number);
}

void
sl_map_painting_links (const SlMapPainting *self)
{
  /* What is lit lies above. */
  for (int pass = self->style->lit != NULL ? 0 : 1; pass < 2; pass++)
    for (guint i = 0; i < self->drawing->n_links; i++)
      {
        const SlMapLink *link = &self->drawing->links[i];
        gboolean lit = is_link_lit (self, link);

        if (lit == (pass == 1) && link_in_sight (self, link))
          paint_link (self, i, lit ? 1 : SL_MAP_FADED);
      }
}
