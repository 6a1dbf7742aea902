/* sl-register-page.h: a page that is a register: grid, search, details beside it, a line that sums up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/pages/sl-detail.h"
#include "ui/pages/sl-page.h"
#include "ui/sl-preferences.h"
#include "ui/widgets/sl-grid.h"

G_BEGIN_DECLS

#define SL_TYPE_REGISTER_PAGE (sl_register_page_get_type ())
G_DECLARE_FINAL_TYPE (SlRegisterPage, sl_register_page, SL, REGISTER_PAGE, GtkWidget)

/* Holds references. */
GtkWidget *sl_register_page_new         (SlWorkspace *workspace, const SlPageInfo *info, SlTally *tally,
                                         SlPreferences *preferences);
/* Deletes the rows selected: drafts, and what was never anything else. One act. */
void       sl_register_page_delete      (SlRegisterPage *self);
/* Whether something selected may be deleted. */
gboolean   sl_register_page_can_delete  (SlRegisterPage *self);
SlGrid    *sl_register_page_grid        (SlRegisterPage *self);
SlDetail  *sl_register_page_detail      (SlRegisterPage *self);

G_END_DECLS
