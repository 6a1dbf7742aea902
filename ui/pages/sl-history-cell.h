/* sl-history-cell.h: one row of the History page, whichever form it has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It asks by actions of the page around it, each with the row's change-set and child as "(xi)": history.toggle,
 * history.restore, history.menu; and, with a reason, history.restore-because "(xis)".
 */
#pragma once

#include "ui/models/sl-history-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SL_TYPE_HISTORY_CELL (sl_history_cell_get_type ())
G_DECLARE_FINAL_TYPE (SlHistoryCell, sl_history_cell, SL, HISTORY_CELL, GtkWidget)

/* Holds references. */
GtkWidget *sl_history_cell_new (SlWorkspace *workspace, SlHistoryModel *model);
/* NULL: none. Follows its changes. */
void       sl_history_cell_set_row (SlHistoryCell *self, SlHistoryRow *row);
/* Borrowed; NULL while it shows none. */
SlHistoryRow *sl_history_cell_row  (SlHistoryCell *self);

G_END_DECLS
