/* sl-score-line-private.h: what the painter and the words of the score over time share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "charts/sl-score-line.h"

G_BEGIN_DECLS

struct _SlScoreLine
{
  char *code;
  GArray *steps;      /* of SlScoreStep */
  SlDate from, day;   /* of the picture: its left edge, the as-of day */
  SlDate until;       /* where the line ends: the as-of day, or the day on which it was closed */
  int want, tolerate; /* 0: no line */
  int target;         /* 0: none */
  SlStatus target_status;
  double left, right; /* of the picture, for words beside the lines */
  gboolean opportunity, translated;
};

/* Free with g_free(). */
char       *sl_score_dup_figure    (const SlScoreLine *self, int score, SlStatus status); /* "16 R" */
char       *sl_score_dup_tolerated (const SlScoreLine *self);
char       *sl_score_dup_wanted    (const SlScoreLine *self);
char       *sl_score_dup_day       (const SlScoreLine *self, SlDate day);
/* Borrowed. */
const char *sl_score_target_word   (const SlScoreLine *self);

G_END_DECLS
