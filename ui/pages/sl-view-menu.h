/* sl-view-menu.h: the views of a register that are kept in the file, and a few that are always there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals: told (const char *text): something the person should know; chosen (): another view is, or the chosen one was
 * kept
 */
#pragma once

#include "ui/models/sl-chips.h"
#include "ui/pages/sl-page.h"
#include "ui/widgets/sl-grid.h"

G_BEGIN_DECLS

#define SL_TYPE_VIEW_MENU (sl_view_menu_get_type ())
G_DECLARE_FINAL_TYPE (SlViewMenu, sl_view_menu, SL, VIEW_MENU, GtkWidget)

/* Holds a reference on the chips; @grid and @page, whose search and name it goes by, have to live as long. */
GtkWidget  *sl_view_menu_new        (SlChips *chips, SlGrid *grid, SlPage *page);
/* Which is chosen, as text to remember; "" for none. Borrowed. */
const char *sl_view_menu_chosen     (SlViewMenu *self);
/* Takes up again what was chosen, without applying it. */
void        sl_view_menu_set_chosen (SlViewMenu *self, const char *id);
/* The next one of the menu, or the one before (-1), round and round. */
void        sl_view_menu_step       (SlViewMenu *self, int by);
/* Something that views hold has been changed. */
void        sl_view_menu_refresh    (SlViewMenu *self);

G_END_DECLS
