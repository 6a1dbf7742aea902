/* sl-person-summary.h: what is known about one person at a glance: whether they are here, what they own, what is a gap.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Its buttons are the actions row.leave and row.come-back of the page around it, and win.open-record.
 */
#pragma once

#include "ui/widgets/sl-section.h"

G_BEGIN_DECLS

#define SL_TYPE_PERSON_SUMMARY (sl_person_summary_get_type ())
G_DECLARE_FINAL_TYPE (SlPersonSummary, sl_person_summary, SL, PERSON_SUMMARY, SlSection)

/* Holds a reference. */
GtkWidget *sl_person_summary_new  (SlWorkspace *workspace);
/* Shows a person as of now. */
void       sl_person_summary_show (SlPersonSummary *self, SlUid person);
void       sl_person_summary_set_blue_orange (SlPersonSummary *self, gboolean blue_orange);

G_END_DECLS
