/* sl-risk-timeline.h: what happened to a risk, newest first: who looked, judged, accepted, escalated, and why.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the dated records. Edits of fields and moves between states are added when they are asked for: the history of a long
 * file is read on a worker, and only then. Of a record that is no risk, such as a card of the map, there are those alone: what
 * was changed of it and of what belongs to it, its links among that.
 */
#pragma once

#include "ui/widgets/sl-section.h"

G_BEGIN_DECLS

#define SL_TYPE_RISK_TIMELINE (sl_risk_timeline_get_type ())
G_DECLARE_FINAL_TYPE (SlRiskTimeline, sl_risk_timeline, SL, RISK_TIMELINE, SlSection)

/* Holds a reference. */
GtkWidget *sl_risk_timeline_new  (SlWorkspace *workspace);
/* Shows a risk, or another record, as it is now. */
void       sl_risk_timeline_show (SlRiskTimeline *self, SlUid risk);

G_END_DECLS
