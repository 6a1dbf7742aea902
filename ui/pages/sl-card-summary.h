/* sl-card-summary.h: a card of the map in words: what it is, whether the money reaches a purpose through it, and where it
 * stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/widgets/sl-section.h"

G_BEGIN_DECLS

#define SL_TYPE_CARD_SUMMARY (sl_card_summary_get_type ())
G_DECLARE_FINAL_TYPE (SlCardSummary, sl_card_summary, SL, CARD_SUMMARY, SlSection)

/* Holds a reference. */
GtkWidget  *sl_card_summary_new  (SlWorkspace *workspace);
void        sl_card_summary_show (SlCardSummary *self, SlUid card);
void        sl_card_summary_set_blue_orange (SlCardSummary *self, gboolean blue_orange);
/* What the first sentence says: whether the money gets through. */
const char *sl_card_summary_sight (SlCardSummary *self);

G_END_DECLS
