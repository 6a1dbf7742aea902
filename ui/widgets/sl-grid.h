/* sl-grid.h: a grid of records with a cell cursor, edited as in a spreadsheet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys: arrows, Home/End, Ctrl+Home/End, Page Up/Down move; with Shift they extend the selection; Ctrl+A selects all.
 * Shift+Space selects whole rows, Ctrl+Space the whole column. With Alt and Shift Left and Right move the column, Up and Down
 * make it narrower and wider; Ctrl+0 hides it. Typing overwrites; F2 or Enter edits; Enter commits and goes down, Shift+Enter up, Tab and Shift+Tab right and left;
 * Esc cancels. Tab leaves the grid at its ends while nothing is edited. Delete clears, Ctrl+C, Ctrl+Shift+C (with
 * headers), Ctrl+X, Ctrl+V, Ctrl+D (fill down), Ctrl+Shift+D (duplicate rows); Ctrl+Enter writes what is typed into the whole selection. A click on a header sorts, with Shift or Ctrl it adds a key.
 * Every act is one transaction. A reason is asked for beneath the cell, once per act. What writes over several rows or
 * more than a handful of cells is listed in a window before it is done.
 *
 * Signals:
 *   cursor-changed (SlItem *)   the row of the cursor is another one; NULL: no row
 *   activated (SlItem *)        double click or Enter on a cell that cannot be edited: show the details
 *   message (const char *)      something to tell in passing ("12 cells pasted")
 *   row-moved (SlItem *, int position)  the row that was edited went to its sorted place; -1: the filter hides it now
 *   selection-changed ()        other cells are selected
 *   layout-changed ()           columns or sort order changed: a time to remember sl_grid_save_columns()
 *
 * On the heading of a group Left closes it, Right opens it, Enter and Space do either. The column of codes stays in sight
 * when the grid is scrolled sideways.
 *
 * Properties: group (string): the column by which rows are gathered, "": none; density (SlGridDensity), blue-orange (gboolean): the alternative palette.
 * Widget actions: grid.copy, grid.copy-with-headers, grid.cut, grid.paste, grid.clear, grid.fill-down, grid.edit,
 * grid.select-all, grid.sort ("s": column id: ascending, then descending, then none), grid.toggle-column ("s"),
 * grid.duplicate, grid.hide-column, grid.group ("s"), grid.collapse-all, grid.expand-all.
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/models/sl-grid-model.h"

G_BEGIN_DECLS

typedef enum
{
  SL_GRID_COMPACT, /* 28 px rows */
  SL_GRID_ROOMY,   /* 36 px rows */
} SlGridDensity;

#define SL_TYPE_GRID (sl_grid_get_type ())
G_DECLARE_FINAL_TYPE (SlGrid, sl_grid, SL, GRID, GtkWidget)

/* @label: what screen readers call the grid ("Risks"). */
GtkWidget   *sl_grid_new            (const char *label);
/* Holds a reference; shows the model's columns. NULL: empty. */
void         sl_grid_set_model      (SlGrid *self, SlGridModel *model);
SlGridModel *sl_grid_get_model      (SlGrid *self);
void         sl_grid_set_density    (SlGrid *self, SlGridDensity density);
SlGridDensity sl_grid_get_density   (SlGrid *self);
void         sl_grid_set_blue_orange (SlGrid *self, gboolean blue_orange);

/* --- Columns ------------------------------------------------------------------------------------------------------ */

/* Order, widths, which are shown, the sort order and the grouping, as one line of text. Widths of hidden columns are kept. */
char        *sl_grid_save_columns    (SlGrid *self);
/* Unknown columns and parts are passed over, new ones stand behind. NULL or "": back to the standard. */
void         sl_grid_restore_columns (SlGrid *self, const char *text);
gboolean     sl_grid_column_shown    (SlGrid *self, const char *id);
void         sl_grid_show_column     (SlGrid *self, const char *id, gboolean shown);
/* @place: 0 = first, among all columns. */
void         sl_grid_move_column     (SlGrid *self, const char *id, guint place);
/* What a click on the header does: one way (descending where the column says so), the other, none. @add: as a further key behind the present ones. */
void         sl_grid_sort_by         (SlGrid *self, const char *id, gboolean add);

/* Gathers rows by a column that can (SlColumn.groups); "" or NULL: not. */
void         sl_grid_set_group      (SlGrid *self, const char *id);
/* Opens or closes all groups. */
void         sl_grid_collapse_all   (SlGrid *self, gboolean collapsed);

/* --- Cursor and selection ----------------------------------------------------------------------------------------- */

/* Borrowed; NULL: no row. */
SlItem      *sl_grid_cursor_item     (SlGrid *self);
/* SL_UID_NONE on the heading of a group. */
SlUid        sl_grid_cursor_uid      (SlGrid *self);
/* Column id, or NULL. */
const char  *sl_grid_cursor_column   (SlGrid *self);
/* @column: NULL: leave it. The row is scrolled to; FALSE when it is not among the rows shown. Does not take the focus;
 * gtk_widget_grab_focus() on the grid gives it to the cursor's cell. */
gboolean     sl_grid_set_cursor      (SlGrid *self, SlUid uid, const char *column);
/* Where the cell of the cursor is, within the grid; FALSE when there is none or it is out of sight. */
gboolean     sl_grid_cursor_area    (SlGrid *self, GdkRectangle *area);
/* The selection reaches from where it began to that cell, which becomes the cursor's. */
void         sl_grid_extend_to       (SlGrid *self, SlUid uid, const char *column);
/* Uids of the rows selected, in the order shown. Returns: (transfer full): of SlUid. */
GArray      *sl_grid_selected_uids   (SlGrid *self);
void         sl_grid_select_all      (SlGrid *self);
/* Every column of the rows selected; every row of the columns selected. */
void         sl_grid_select_rows     (SlGrid *self);
void         sl_grid_select_columns  (SlGrid *self);
/* "12 rows selected · 12 numbers, sum 37, average 3.08": of several cells, as a spreadsheet says it; NULL: it is one cell.
 * Amounts and plain numbers are not added to each other. Free with g_free(). */
char        *sl_grid_dup_sums        (SlGrid *self);

/* --- Acts; each may ask for a reason beneath the cell before it is done ------------------------------------------- */

/* Opens the editor of the cursor's cell. @text: what it starts with; NULL: the value that is there. FALSE (and a
 * message) when it cannot be edited. */
gboolean     sl_grid_edit            (SlGrid *self, const char *text);
gboolean     sl_grid_is_editing      (SlGrid *self);
/* Commits what is being edited. FALSE: it is still open (invalid, or a reason is asked for). */
gboolean     sl_grid_commit          (SlGrid *self);
void         sl_grid_cancel          (SlGrid *self);
/* Adds a record named @title and edits its name. FALSE (and a message) when that is refused. */
gboolean     sl_grid_add_row         (SlGrid *self, const char *title);
/* Makes a copy of each row selected, selects the copies and says which they are: drafts, with new codes (sl_tx_duplicate()).
 * They stand at the end until the cursor leaves them. FALSE (and a message) when that is refused. */
gboolean     sl_grid_duplicate      (SlGrid *self);
/* The selection as tab-separated values. */
char        *sl_grid_dup_selection   (SlGrid *self, gboolean with_headers);
void         sl_grid_copy            (SlGrid *self, gboolean with_headers);
void         sl_grid_cut             (SlGrid *self);
void         sl_grid_paste           (SlGrid *self);
gboolean     sl_grid_paste_text      (SlGrid *self, const char *text);
gboolean     sl_grid_clear           (SlGrid *self);
gboolean     sl_grid_fill_down       (SlGrid *self);

/* --- Menu of a row ------------------------------------------------------------------------------------------------ */

/* Adds @section behind what the grid itself offers; its actions are looked up from the grid upwards. */
void         sl_grid_add_to_menu     (SlGrid *self, GMenuModel *section);
/* Opens the menu at the cursor's cell, as Shift+F10 does. */
void         sl_grid_pop_menu        (SlGrid *self);

/* How many cells were bound to rows since the start: what tests of scrolling count. */
guint64      sl_grid_bindings        (SlGrid *self);

G_END_DECLS
