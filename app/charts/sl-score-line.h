/* sl-score-line.h: the score of one risk over time: its dated current assessments as steps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A score holds until the next assessment says another: the line runs level and steps, it never slopes. What was not rated
 * is a gap, never a zero. Each step keeps the level of the settings of its day. Window, SVG and tests are served by the
 * same functions. Immutable once made.
 */
#pragma once

#include <cairo.h>

#include "charts/sl-palette.h"

G_BEGIN_DECLS

typedef struct _SlScoreLine SlScoreLine;

/* From @day until the next step. */
typedef struct
{
  SlDate day;
  int score;       /* F-1; 0: nothing scored, a gap */
  SlStatus status; /* F-2 by the settings of that day; opportunities low, medium, high */
} SlScoreStep;

/* Words as they stand in the picture, in its units; y down. */
typedef struct
{
  char *text;
  double x, y, width, height;
  SlStatus status;  /* in the colour of its letter; SL_STATUS_NOTHING: as a caption */
} SlScoreLabel;

/* Of exports. */
#define SL_SCORE_LINE_WIDTH 480.0
#define SL_SCORE_LINE_HEIGHT 180.0

/* Nothing of @view is kept. @translated: words in the user's language, else British English. Free with
 * sl_score_line_free(). */
SlScoreLine       *sl_score_line_new   (const SlView *view, const SlRisk *risk, gboolean translated);
void               sl_score_line_free  (SlScoreLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlScoreLine, sl_score_line_free)

/* The steps, oldest first, one for each day; @n may be 0: there is no line to draw. Borrowed. */
const SlScoreStep *sl_score_line_steps (const SlScoreLine *self, guint *n);
/* The words of the picture at this size; no two overlap, what finds no room is left out, the score now never.
 * Returns: (transfer full): of SlScoreLabel. */
GArray            *sl_score_line_labels (const SlScoreLine *self, double width, double height);
/* Where a day and a score lie at this size. */
void               sl_score_line_place (const SlScoreLine *self, double width, double height, SlDate day, int score,
                                        double *x, double *y);

/* All but the background. Leaves source, path, dash and font of @cr changed. @palette: SlPaletteFlags. */
void               sl_score_line_paint (const SlScoreLine *self, double width, double height, cairo_t *cr, guint palette);

/* "R-005: score over time". Free with g_free(). */
char              *sl_score_line_dup_title (const SlScoreLine *self);
/* The whole in words, the newest first. Free with g_free(). */
char              *sl_score_line_dup_alternative (const SlScoreLine *self);
/* As a picture with its title and alternative. NULL with SL_ERROR_IO. Free with g_free(). */
char              *sl_score_line_to_svg (const SlScoreLine *self, guint palette, GError **error);

G_END_DECLS
