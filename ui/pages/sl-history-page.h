/* sl-history-page.h: who changed what, when and why: the whole history of the programme, newest first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/models/sl-history-model.h"
#include "ui/pages/sl-page.h"

G_BEGIN_DECLS

#define SL_TYPE_HISTORY_PAGE (sl_history_page_get_type ())
G_DECLARE_FINAL_TYPE (SlHistoryPage, sl_history_page, SL, HISTORY_PAGE, SlPage)

/* Holds references. */
GtkWidget      *sl_history_page_new        (SlWorkspace *workspace, const SlPageInfo *info, SlTally *tally,
                                            SlPreferences *preferences);
/* What was done to the record of that code and to what belongs to it; every other filter off. */
void            sl_history_page_show_about (SlHistoryPage *self, const char *code);
SlHistoryModel *sl_history_page_model      (SlHistoryPage *self);

G_END_DECLS
