/* sl-impact-popover.h: an assessment with all that belongs to it: five dimensions in the words of the settings' scales,
 * percent, cost, confidence, type.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1 to 5 typed on a row sets it, Up and Down go from row to row, Enter records it as one assessment. A demanded reason is
 * asked at its foot.
 */
#pragma once

#include <gtk/gtk.h>

#include "workspace/sl-risk-acts.h"

G_BEGIN_DECLS

#define SL_TYPE_IMPACT_POPOVER (sl_impact_popover_get_type ())
G_DECLARE_FINAL_TYPE (SlImpactPopover, sl_impact_popover, SL, IMPACT_POPOVER, GtkPopover)

/* Opens one on @parent, pointing to @area of it (NULL: all of it), for @risk and the assessment of @type
 * (SL_ASSESSMENT_TYPE_*) in force. It goes when it is closed, and the focus returns to where it was. Borrowed. */
SlImpactPopover *sl_impact_popover_show (GtkWidget *parent, const GdkRectangle *area, SlWorkspace *workspace, SlUid risk,
                                         int type);

G_END_DECLS
