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
G_DECLARE_FINAL_TYPE (SlRegisterPage, sl_register_page, SL, REGISTER_PAGE, SlPage)

typedef GtkWidget *(*SlViewFunc) (SlRegisterPage *page, SlWorkspace *workspace, SlTally *tally, SlPreferences *preferences);

/* Holds references. */
GtkWidget *sl_register_page_new         (SlWorkspace *workspace, const SlPageInfo *info, SlTally *tally,
                                         SlPreferences *preferences);
/* Deletes the rows selected: drafts, and what was never anything else. One act. */
void       sl_register_page_delete      (SlRegisterPage *self);
/* Whether something selected may be deleted. */
gboolean   sl_register_page_can_delete  (SlRegisterPage *self);
SlGrid    *sl_register_page_grid        (SlRegisterPage *self);
SlDetail  *sl_register_page_detail      (SlRegisterPage *self);
SlGridModel *sl_register_page_model     (SlRegisterPage *self);
/* Another way to look at the same rows: a switch above the grid leads to it and back. @name: in actions; @title: an
 * untranslated msgid of the switch; @create: makes the view when it is first looked at. The view is asked for the focus as the
 * grid is. */
void       sl_register_page_add_view    (SlRegisterPage *self, const char *name, const char *title, SlViewFunc create);
/* Shows the view of that name; NULL: the grid. */
void       sl_register_page_show_view   (SlRegisterPage *self, const char *name);
/* Puts the cursor on a row and shows its details, whatever the view. FALSE when the row is not among those shown. */
gboolean   sl_register_page_point_at    (SlRegisterPage *self, SlUid uid);

G_END_DECLS
