/* sl-tsv.h: tab-separated values as spreadsheets put them on the clipboard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cell that holds a tab, a line break or a quote is put in double quotes, quotes inside are doubled. Rows end with
 * LF, CR LF or CR; a last line break ends the last row and begins no other.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Most cells of one block: more is refused rather than half read. */
#define SL_TSV_CELLS_MAX 1000000

/* Returns: (transfer full): a GPtrArray of rows, each a GPtrArray of char * (rows may differ in length; at least one
 * row with one cell). A quote that nothing closes is a character like any other. SL_ERROR_LIMIT for too many cells. */
GPtrArray *sl_tsv_parse  (const char *text, GError **error);

/* The same with another separator, such as the comma of CSV. */
GPtrArray *sl_tsv_parse_as (const char *text, char separator, GError **error);

/* Appends one cell, quoted where needed. NULL counts as "". */
void       sl_tsv_append (GString *to, const char *cell);

G_END_DECLS
