/* sl-grid-cell-private.h: one cell of a grid. It draws itself; it can hold an editor.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/models/sl-column.h"

G_BEGIN_DECLS

typedef struct _SlGrid SlGrid;

#define SL_TYPE_GRID_CELL (sl_grid_cell_get_type ())
G_DECLARE_FINAL_TYPE (SlGridCell, sl_grid_cell, SL, GRID_CELL, GtkWidget)

/* Padding at both sides of what is shown. */
#define SL_GRID_CELL_PADDING 9

/* @grid is borrowed and outlives its cells. */
GtkWidget *sl_grid_cell_new        (SlGrid *grid, SlColumn *column);
/* NULL: no row. */
void       sl_grid_cell_set_item   (SlGridCell *self, SlItem *item);
SlUid      sl_grid_cell_uid        (SlGridCell *self);
SlColumn  *sl_grid_cell_column     (SlGridCell *self);
/* Puts an editor in (taken, NULL: takes it out). */
void       sl_grid_cell_set_editor (SlGridCell *self, GtkWidget *editor);
/* What a tooltip says there, of what is seen; NULL: it is all to be read. Borrowed. */
const char *sl_grid_cell_tip       (SlGridCell *self, int x, int y);
/* Draws what it shows elsewhere, without an editor. */
void       sl_grid_cell_draw       (SlGridCell *self, GtkSnapshot *snapshot, int width, int height);
/* What it shows may read differently now. */
void       sl_grid_cell_refresh    (SlGridCell *self);

G_END_DECLS
