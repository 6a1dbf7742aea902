/* sl-sheet.h: a table out of a file, such as a register that was kept in a spreadsheet, and which column is which.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Comma, semicolon or tab between the cells, whichever parts the first line most; UTF-8, UTF-16 with its mark, or what
 * older spreadsheets wrote. The first line names the columns.
 */
#pragma once

#include "ui/models/sl-grid-act.h"

G_BEGIN_DECLS

/* Most columns of a table: more is a mistake rather than a register. */
#define SL_SHEET_COLUMNS_MAX 200

typedef struct _SlSheet SlSheet;

/* SL_ERROR_VALUE: no text, or nothing below the first line. SL_ERROR_LIMIT: too many cells or columns. */
SlSheet    *sl_sheet_new       (const char *bytes, gsize length, GError **error);
void        sl_sheet_free      (SlSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSheet, sl_sheet_free)

guint       sl_sheet_n_columns (const SlSheet *self);
/* Rows that say something, below the first line. */
guint       sl_sheet_n_rows    (const SlSheet *self);
/* What the first line calls the @n-th column; "" for nothing. Borrowed. */
const char *sl_sheet_title     (const SlSheet *self, guint n);
/* The first value that stands in it; "" where none does. Borrowed. */
const char *sl_sheet_example   (const SlSheet *self, guint n);

/* Whether a sheet may write into it: an editable cell, or the code, by which a row finds its record. */
gboolean    sl_sheet_takes     (SlColumn *column);
/* The one among @columns that the @n-th column of the sheet is by its title, in any case: of the screen, of storage, or as
 * registers commonly call it. NULL: none, or none that a sheet writes into. Borrowed. */
SlColumn   *sl_sheet_guess     (const SlSheet *self, guint n, GPtrArray *columns);

/* Writes all rows into @act, each cell into its column of @to (one for each of the sheet's, NULL: left out). A row whose code
 * is that of a record goes to it, any other becomes a new one; an empty cell changes nothing. SL_ERROR_VALUE: two columns
 * for one, or two rows for one record; then @act is only good for sl_grid_act_free(). */
gboolean    sl_sheet_write     (const SlSheet *self, SlGridAct *act, SlColumn *const *to, GError **error);

G_END_DECLS
