/* sl-register-page.h: a page that is a register: grid, search, details beside it, a line that sums up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals:
 *   message (const char *text, gboolean undoable)  something to tell in passing
 *   detail-wanted ()                               the details of the row should be shown
 * Properties: search-mode (gboolean), detail-shown (gboolean, read-only)
 */
#pragma once

#include "ui/pages/sl-detail.h"
#include "ui/pages/sl-page-info.h"
#include "ui/sl-preferences.h"
#include "ui/widgets/sl-grid.h"

G_BEGIN_DECLS

#define SL_TYPE_REGISTER_PAGE (sl_register_page_get_type ())
G_DECLARE_FINAL_TYPE (SlRegisterPage, sl_register_page, SL, REGISTER_PAGE, GtkWidget)

/* Holds references. */
GtkWidget *sl_register_page_new         (SlWorkspace *workspace, const SlPageInfo *info, SlTally *tally,
                                         SlPreferences *preferences);
const SlPageInfo *sl_register_page_info (SlRegisterPage *self);
/* Adds a draft and edits its title. */
void       sl_register_page_add         (SlRegisterPage *self);
/* Deletes the rows selected: drafts, and what was never anything else. One act. */
void       sl_register_page_delete      (SlRegisterPage *self);
/* Whether something selected may be deleted. */
gboolean   sl_register_page_can_delete  (SlRegisterPage *self);
/* The pane stays beside the grid where there is room, and lies over it where there is not. */
void       sl_register_page_show_detail (SlRegisterPage *self, gboolean shown);
gboolean   sl_register_page_detail_shown (SlRegisterPage *self);
/* Whether it lies over the grid, for want of room. */
gboolean   sl_register_page_detail_folded (SlRegisterPage *self);
/* The form comes with the pane; called once the first frame is out. */
void       sl_register_page_wake        (SlRegisterPage *self);
/* Takes over what is being typed. */
void       sl_register_page_commit      (SlRegisterPage *self);
SlGrid    *sl_register_page_grid        (SlRegisterPage *self);
SlDetail  *sl_register_page_detail      (SlRegisterPage *self);

G_END_DECLS
