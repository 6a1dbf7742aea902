/* sl-card-links.h: what a card of the map rests on and what it leads to; a link is changed on its line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/widgets/sl-section.h"

G_BEGIN_DECLS

#define SL_TYPE_CARD_LINKS (sl_card_links_get_type ())
G_DECLARE_FINAL_TYPE (SlCardLinks, sl_card_links, SL, CARD_LINKS, SlSection)

/* Holds a reference. */
GtkWidget *sl_card_links_new  (SlWorkspace *workspace);
void       sl_card_links_show (SlCardLinks *self, SlUid card);
/* Draws a link to the card of that code or name, as the entry below each list does. @onwards: from this card. FALSE: refused,
 * and said why. */
gboolean   sl_card_links_add  (SlCardLinks *self, gboolean onwards, const char *text);
/* Shows the link between this card and another for editing. FALSE when there is none. */
gboolean   sl_card_links_edit (SlCardLinks *self, SlUid other);

G_END_DECLS
