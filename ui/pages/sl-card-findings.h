/* sl-card-findings.h: what is wrong with a card of the map, why it matters, and for each the act that mends it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines of the findings list that are about the card or a link from it. Hidden while there are none.
 */
#pragma once

#include "ui/widgets/sl-section.h"
#include "workspace/sl-attention.h"

G_BEGIN_DECLS

#define SL_TYPE_CARD_FINDINGS (sl_card_findings_get_type ())
G_DECLARE_FINAL_TYPE (SlCardFindings, sl_card_findings, SL, CARD_FINDINGS, SlSection)

/* Holds a reference. What an act tells is told by the page it stands on. */
GtkWidget *sl_card_findings_new  (SlWatch *watch);
void       sl_card_findings_show (SlCardFindings *self, SlUid card);
guint      sl_card_findings_count (SlCardFindings *self);
/* Does what mends the @n-th, or opens the question for it. */
void       sl_card_findings_mend (SlCardFindings *self, guint n);

G_END_DECLS
