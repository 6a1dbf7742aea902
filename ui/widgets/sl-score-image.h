/* sl-score-image.h: the score of one risk over time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "charts/sl-score-line.h"

G_BEGIN_DECLS

#define SL_TYPE_SCORE_IMAGE (sl_score_image_get_type ())
G_DECLARE_FINAL_TYPE (SlScoreImage, sl_score_image, SL, SCORE_IMAGE, GtkWidget)

/* A picture that says its alternative to screen readers; hidden until there is a line to draw. */
GtkWidget *sl_score_image_new (void);
/* Takes @line (sl_score_line_new()). */
void       sl_score_image_set (SlScoreImage *self, SlScoreLine *line);
void       sl_score_image_set_blue_orange (SlScoreImage *self, gboolean blue_orange);

G_END_DECLS
