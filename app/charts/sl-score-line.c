/* The score over time: what it means, where it lies, its ink. What it says in words: sl-score-words.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "charts/sl-score-line-private.h"

#include "charts/sl-figure.h"
#include "charts/sl-glyph.h"
#include "charts/sl-ink-private.h"
#include "insight/sl-settings-moves.h"

#define FONT 11.0
#define LINE (FONT * 1.4)
#define GLYPH 11.0
#define GAP 3.0         /* between a mark and its words */
#define TOP 22.0        /* words above the highest score */
#define BOTTOM 18.0     /* days */
#define SCORE_MAX 25.0
#define SPAN_MIN 90     /* days: the trend looks back as far (F-5) */

/* --- What it means ------------------------------------------------------------------------------------------------ */

typedef struct
{
  const SlView *view;
  GArray *found; /* of const SlRiskAssessment * */
} Search;

static gboolean
take_assessment (const SlRecord *record, gpointer data)
{
  const SlRiskAssessment *assessment = SL_AS (RISK_ASSESSMENT, record);
  Search *search = data;

  if (assessment->type == SL_ASSESSMENT_TYPE_CURRENT && assessment->date != SL_DATE_NONE && assessment->date <= search->view->as_of)
    g_array_append_val (search->found, assessment);
  return TRUE;
}

static int
compare_assessments (gconstpointer a, gconstpointer b)
{
  const SlRiskAssessment *x = *(const SlRiskAssessment *const *) a, *y = *(const SlRiskAssessment *const *) b;

  if (x->date != y->date)
    return x->date > y->date ? 1 : -1;
  return x->record.uid > y->record.uid ? 1 : x->record.uid < y->record.uid ? -1 : 0;
}

static void
take_steps (SlScoreLine *self, const SlView *view, const SlRisk *risk)
{
  Search search = { view, g_array_new (FALSE, FALSE, sizeof (gpointer)) };

  sl_data_children (view->data, SL_KIND_RISK_ASSESSMENT, SL_RISK_ASSESSMENT_RISK, risk->record.uid, take_assessment, &search);
  g_array_sort (search.found, compare_assessments);
  for (guint k = 0; k < search.found->len; k++)
    {
      const SlRiskAssessment *assessment = g_array_index (search.found, const SlRiskAssessment *, k);
      SlScoreStep step = { assessment->date, sl_assessment_score (assessment),
                           sl_status_from_rag (sl_assessment_rag (view->data, assessment), self->opportunity) };

      /* Of one day the last counts. */
      if (self->steps->len > 0 && g_array_index (self->steps, SlScoreStep, self->steps->len - 1).day == step.day)
        g_array_set_size (self->steps, self->steps->len - 1);
      g_array_append_val (self->steps, step);
    }
  g_array_unref (search.found);
}

static void
take_target (SlScoreLine *self, const SlView *view, const SlRisk *risk)
{
  const SlRiskAssessment *target = sl_risk_assessment_in_force (view, risk->record.uid, SL_ASSESSMENT_TYPE_TARGET);

  self->target = sl_assessment_score (target);
  if (self->target > 0)
    self->target_status = sl_status_from_rag (sl_grid_rag (view->settings, target->probability, sl_assessment_impact (target)),
                                              self->opportunity);
}

static double
text_width (SlInk *ink, char *text)
{
  double width = sl_ink_width (ink, text);

  g_free (text);
  return width;
}

/* As much room beside the lines as the words there take in this language. */
static void
reckon_margins (SlScoreLine *self)
{
  SlInk ink;

  sl_ink_begin (&ink, NULL, 0);
  sl_ink_font (&ink, FONT, FALSE);
  self->left = GLYPH;
  self->right = GLYPH * 2;
  if (self->tolerate > 0)
    self->left = GLYPH + GAP + MAX (text_width (&ink, sl_score_dup_tolerated (self)), text_width (&ink, sl_score_dup_wanted (self)));
  if (self->target > 0)
    {
      self->right = GLYPH * 0.5 + GAP + text_width (&ink, g_strdup (sl_score_target_word (self)));
      sl_ink_font (&ink, FONT, TRUE);
      self->right = MAX (self->right, GLYPH * 1.5 + 2 * GAP
                                          + text_width (&ink, sl_score_dup_figure (self, self->target, self->target_status)));
    }
  sl_ink_end (&ink);
}

SlScoreLine *
sl_score_line_new (const SlView *view, const SlRisk *risk, gboolean translated)
{
  SlScoreLine *self = g_new0 (SlScoreLine, 1);
  SlRiskStatus status;

  g_return_val_if_fail (view != NULL && view->settings != NULL && risk != NULL, self);
  self->translated = translated;
  self->opportunity = risk->kind == SL_RISK_KIND_OPPORTUNITY;
  self->code = g_strdup (risk->code != NULL ? risk->code : "");
  self->day = view->as_of;
  self->until = risk->state == SL_RISK_STATE_CLOSED && risk->closed_on != SL_DATE_NONE ? MIN (risk->closed_on, view->as_of) : view->as_of;
  self->steps = g_array_new (FALSE, FALSE, sizeof (SlScoreStep));
  take_steps (self, view, risk);
  take_target (self, view, risk);
  self->from = self->day - SPAN_MIN;
  if (self->steps->len > 0)
    self->from = MIN (self->from, g_array_index (self->steps, SlScoreStep, 0).day);
  sl_risk_status (view, risk, &status);
  self->want = self->opportunity ? 0 : status.want;
  self->tolerate = self->opportunity ? 0 : status.tolerate;
  reckon_margins (self);
  return self;
}

void
sl_score_line_free (SlScoreLine *self)
{
  if (self == NULL)
    return;
  if (self->steps != NULL)
    g_array_unref (self->steps);
  g_free (self->code);
  g_free (self);
}

const SlScoreStep *
sl_score_line_steps (const SlScoreLine *self, guint *n)
{
  *n = self->steps->len;
  return (const SlScoreStep *) (gpointer) self->steps->data;
}

/* --- Where everything lies ---------------------------------------------------------------------------------------- */

void
sl_score_line_place (const SlScoreLine *self, double width, double height, SlDate day, int score, double *x, double *y)
{
  *x = self->left + MAX (0, width - self->left - self->right) * (day - self->from) / (double) MAX (1, self->day - self->from);
  *y = height - BOTTOM - MAX (0, height - BOTTOM - TOP) * score / SCORE_MAX;
}

static void
clear_label (gpointer data)
{
  g_free (((SlScoreLabel *) data)->text);
}

static gboolean
overlaps (const GArray *labels, const SlScoreLabel *label)
{
  for (guint k = 0; k < labels->len; k++)
    {
      const SlScoreLabel *other = &g_array_index (labels, SlScoreLabel, k);

      if (label->x < other->x + other->width + GAP && other->x < label->x + label->width + GAP
          && label->y < other->y + other->height && other->y < label->y + label->height)
        return TRUE;
    }
  return FALSE;
}

/* Takes @text. With its middle at @y; @x is its left edge, middle or right edge. FALSE: there is no room. */
static gboolean
put (GArray *labels, SlInk *ink, char *text, double x, double y, SlInkAlign align, SlStatus status)
{
  SlScoreLabel label = { text, x, y - LINE / 2, 0, LINE, status };

  sl_ink_font (ink, FONT, status != SL_STATUS_NOTHING);
  label.width = sl_ink_width (ink, text);
  label.x -= align == SL_INK_LEFT ? 0 : align == SL_INK_MIDDLE ? label.width / 2 : label.width;
  if (overlaps (labels, &label))
    {
      g_free (text);
      return FALSE;
    }
  g_array_append_val (labels, label);
  return TRUE;
}

/* The limits at the left, pushed apart where their lines are too near for two lines of words. */
static void
put_limits (const SlScoreLine *self, double width, double height, GArray *labels, SlInk *ink)
{
  double x, tolerate, want, apart;

  if (self->tolerate == 0)
    return;
  sl_score_line_place (self, width, height, self->from, self->tolerate, &x, &tolerate);
  sl_score_line_place (self, width, height, self->from, self->want, &x, &want);
  apart = MAX (0, LINE + 0.5 - (want - tolerate)) / 2;
  put (labels, ink, sl_score_dup_tolerated (self), 0, tolerate - apart, SL_INK_LEFT, SL_STATUS_NOTHING);
  put (labels, ink, sl_score_dup_wanted (self), 0, want + apart, SL_INK_LEFT, SL_STATUS_NOTHING);
}

static void
put_target (const SlScoreLine *self, double width, double height, GArray *labels, SlInk *ink)
{
  double x, y;

  if (self->target == 0)
    return;
  sl_score_line_place (self, width, height, self->day, self->target, &x, &y);
  x += GLYPH * 1.5 + GAP;
  put (labels, ink, sl_score_dup_figure (self, self->target, self->target_status), x, y, SL_INK_LEFT, self->target_status);
  put (labels, ink, g_strdup (sl_score_target_word (self)), x - GLYPH - GAP, y + LINE + 0.5, SL_INK_LEFT, SL_STATUS_NOTHING);
}

/* Above its mark, or below; neither across the line of today nor into the words of the limits. */
static void
put_step (const SlScoreLine *self, const SlScoreStep *step, double width, double height, GArray *labels, SlInk *ink)
{
  double x, y, first, today, unused, beside = GLYPH / 2 + FONT * 0.8;
  SlInkAlign align = SL_INK_MIDDLE;

  sl_score_line_place (self, width, height, step->day, step->score, &x, &y);
  sl_score_line_place (self, width, height, self->from, 0, &first, &unused);
  sl_score_line_place (self, width, height, self->day, 0, &today, &unused);
  if (x > today - FONT * 2)
    {
      align = SL_INK_RIGHT;
      x = today - GAP;
    }
  else if (x < first + FONT * 2)
    {
      align = SL_INK_LEFT;
      x -= GLYPH / 2;
    }
  if (!put (labels, ink, sl_score_dup_figure (self, step->score, step->status), x, y - beside, align, step->status)
      && y + beside + FONT * 0.7 < height - BOTTOM)
    put (labels, ink, sl_score_dup_figure (self, step->score, step->status), x, y + beside, align, step->status);
}

/* Today first, then from the newest step back as far as there is room. */
static void
put_days (const SlScoreLine *self, double width, double height, GArray *labels, SlInk *ink)
{
  double x, y, foot = height - FONT * 0.7;

  sl_score_line_place (self, width, height, self->day, 0, &x, &y);
  put (labels, ink, sl_score_dup_day (self, self->day), MIN (width, x + FONT * 2.4), foot, SL_INK_RIGHT, SL_STATUS_NOTHING);
  for (guint k = self->steps->len; k > 0; k--)
    {
      SlDate day = g_array_index (self->steps, SlScoreStep, k - 1).day;

      sl_score_line_place (self, width, height, day, 0, &x, &y);
      if (day != self->day)
        put (labels, ink, sl_score_dup_day (self, day), MAX (x, FONT * 2.8), foot, SL_INK_MIDDLE, SL_STATUS_NOTHING);
    }
}

GArray *
sl_score_line_labels (const SlScoreLine *self, double width, double height)
{
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (SlScoreLabel));
  SlInk ink;

  g_array_set_clear_func (labels, clear_label);
  sl_ink_begin (&ink, NULL, 0);
  for (guint k = self->steps->len; k > 0; k--)
    {
      const SlScoreStep *step = &g_array_index (self->steps, SlScoreStep, k - 1);

      if (step->score > 0)
        put_step (self, step, width, height, labels, &ink);
    }
  put_target (self, width, height, labels, &ink);
  put_limits (self, width, height, labels, &ink);
  put_days (self, width, height, labels, &ink);
  sl_ink_end (&ink);
  return labels;
}

/* --- Ink ---------------------------------------------------------------------------------------------------------- */

static void
level (const SlScoreLine *self, double width, double height, SlInk *ink, SlDate from, SlDate to, int score)
{
  double x1, x2, y;

  sl_score_line_place (self, width, height, from, score, &x1, &y);
  sl_score_line_place (self, width, height, to, score, &x2, &y);
  cairo_move_to (ink->cr, x1, y);
  cairo_line_to (ink->cr, x2, y);
}

static void
paint_limits (const SlScoreLine *self, double width, double height, SlInk *ink)
{
  static const double dashes[] = { 4, 3 };

  if (self->tolerate == 0)
    return;
  sl_ink_colour (ink, &ink->palette->dim);
  cairo_set_line_width (ink->cr, 1);
  level (self, width, height, ink, self->from, self->day, self->tolerate);
  cairo_stroke (ink->cr);
  cairo_set_dash (ink->cr, dashes, G_N_ELEMENTS (dashes), 0);
  level (self, width, height, ink, self->from, self->day, self->want);
  cairo_stroke (ink->cr);
  cairo_set_dash (ink->cr, NULL, 0, 0);
}

static void
paint_frame (const SlScoreLine *self, double width, double height, SlInk *ink)
{
  double x, y;

  sl_ink_colour (ink, &ink->palette->rule);
  cairo_set_line_width (ink->cr, 1);
  level (self, width, height, ink, self->from, self->day, 0);
  cairo_stroke (ink->cr);
  sl_score_line_place (self, width, height, self->day, 0, &x, &y);
  sl_ink_colour (ink, &ink->palette->dim);
  cairo_set_line_width (ink->cr, 0.8);
  cairo_move_to (ink->cr, x, y);
  cairo_line_to (ink->cr, x, TOP / 2);
  cairo_stroke (ink->cr);
}

static void
paint_steps (const SlScoreLine *self, double width, double height, SlInk *ink)
{
  sl_ink_colour (ink, &ink->palette->text);
  cairo_set_line_width (ink->cr, 2);
  for (guint k = 0; k < self->steps->len; k++)
    {
      const SlScoreStep *step = &g_array_index (self->steps, SlScoreStep, k);
      const SlScoreStep *next = k + 1 < self->steps->len ? step + 1 : NULL;

      if (step->score == 0)
        continue;
      level (self, width, height, ink, step->day, next != NULL ? next->day : MAX (self->until, step->day), step->score);
      if (next != NULL && next->score > 0)
        {
          double x, y;

          sl_score_line_place (self, width, height, next->day, next->score, &x, &y);
          cairo_line_to (ink->cr, x, y);
        }
      cairo_stroke (ink->cr);
    }
}

/* On a ground of its own, so that the line does not run through it. */
static void
paint_mark (const SlScoreLine *self, SlInk *ink, double x, double y, SlStatus status)
{
  sl_ink_colour (ink, &ink->palette->background);
  cairo_arc (ink->cr, x, y, GLYPH * 0.62, 0, 2 * G_PI);
  cairo_fill (ink->cr);
  sl_glyph_draw (ink->cr, x - GLYPH / 2, y - GLYPH / 2, GLYPH, status, ink->palette);
}

static void
paint_target (const SlScoreLine *self, double width, double height, SlInk *ink)
{
  double x, y;

  if (self->target == 0)
    return;
  sl_score_line_place (self, width, height, self->day, self->target, &x, &y);
  x += GLYPH * 0.9;
  sl_ink_colour (ink, &ink->palette->text);
  cairo_set_line_width (ink->cr, 1.6);
  cairo_new_sub_path (ink->cr);
  cairo_arc (ink->cr, x, y, GLYPH * 0.38, 0, 2 * G_PI);
  cairo_stroke (ink->cr);
}

static void
paint_labels (const SlScoreLine *self, double width, double height, SlInk *ink)
{
  g_autoptr (GArray) labels = sl_score_line_labels (self, width, height);

  for (guint k = 0; k < labels->len; k++)
    {
      const SlScoreLabel *label = &g_array_index (labels, SlScoreLabel, k);

      sl_ink_font (ink, FONT, label->status != SL_STATUS_NOTHING);
      sl_ink_colour (ink, label->status != SL_STATUS_NOTHING ? &ink->palette->letter[label->status] : &ink->palette->dim);
      sl_ink_text (ink, label->text, label->x, label->y + label->height / 2, SL_INK_LEFT, 0);
    }
}

void
sl_score_line_paint (const SlScoreLine *self, double width, double height, cairo_t *cr, guint palette)
{
  SlInk ink;

  sl_ink_begin (&ink, cr, palette);
  paint_limits (self, width, height, &ink);
  paint_frame (self, width, height, &ink);
  paint_steps (self, width, height, &ink);
  for (guint k = 0; k < self->steps->len; k++)
    {
      const SlScoreStep *step = &g_array_index (self->steps, SlScoreStep, k);
      double x, y;

      sl_score_line_place (self, width, height, step->day, step->score, &x, &y);
      if (step->score > 0)
        paint_mark (self, &ink, x, y, step->status);
    }
  paint_target (self, width, height, &ink);
  paint_labels (self, width, height, &ink);
  sl_ink_end (&ink);
}

/* --- As a file ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  const SlScoreLine *line;
  guint palette;
} Page;

static void
paint_page (cairo_t *cr, double width, double height, gpointer data)
{
  const Page *page = data;

  sl_score_line_paint (page->line, width, height, cr, page->palette);
}

char *
sl_score_line_to_svg (const SlScoreLine *self, guint palette, GError **error)
{
  g_autofree char *title = sl_score_line_dup_title (self), *alternative = sl_score_line_dup_alternative (self);
  Page page = { self, palette };
  SlFigure figure = {
    .width = SL_SCORE_LINE_WIDTH, .height = SL_SCORE_LINE_HEIGHT, .title = title, .description = alternative, .day = self->day,
    .dark = (palette & SL_PALETTE_DARK) != 0, .paint = paint_page, .data = &page,
  };

  return sl_figure_to_svg (&figure, NULL, error);
}
