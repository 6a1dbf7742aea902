/* sl-risk-ratings.h: the three ratings of a risk beside a small matrix: before controls, today, after planned actions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each says why it is what it is when it is pressed, and can be assessed anew there.
 */
#pragma once

#include "ui/widgets/sl-section.h"

G_BEGIN_DECLS

#define SL_TYPE_RISK_RATINGS (sl_risk_ratings_get_type ())
G_DECLARE_FINAL_TYPE (SlRiskRatings, sl_risk_ratings, SL, RISK_RATINGS, SlSection)

/* Holds a reference. */
GtkWidget *sl_risk_ratings_new  (SlWorkspace *workspace);
/* Shows a risk as it is now. */
void       sl_risk_ratings_show (SlRiskRatings *self, SlUid risk);
/* Asks for an assessment of @type (SL_ASSESSMENT_TYPE_*; 0: of the rating that has the focus, else today's) beside its
 * rating. Nothing happens where there is nothing to assess any more. */
void       sl_risk_ratings_assess (SlRiskRatings *self, int type);
void       sl_risk_ratings_set_blue_orange (SlRiskRatings *self, gboolean blue_orange);

G_END_DECLS
