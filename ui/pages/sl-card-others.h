/* sl-card-others.h: what hangs on a card of the map: the risks and issues that strike it, what it is worth, what counts it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list for each, with a line to add one there is or a new one, and on each line a button that takes it off the card.
 */
#pragma once

#include "ui/widgets/sl-section.h"

G_BEGIN_DECLS

#define SL_TYPE_CARD_OTHERS (sl_card_others_get_type ())
G_DECLARE_FINAL_TYPE (SlCardOthers, sl_card_others, SL, CARD_OTHERS, SlSection)

/* Holds a reference. */
GtkWidget *sl_card_others_new  (SlWorkspace *workspace);
void       sl_card_others_show (SlCardOthers *self, SlUid card);
/* As the entry below the list of @kind (SL_KIND_RISK, _BENEFIT, _MEASURE) does. FALSE: refused, and said why. */
gboolean   sl_card_others_add  (SlCardOthers *self, int kind, const char *text);

G_END_DECLS
