/* sl-csv.h: tables as text, one record a row (RFC 4180).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Written are a byte order mark (spreadsheets take UTF-8 for something else without it), commas, CR LF, and quotes only
 * where they must be. A text that a spreadsheet would reckon with, one that begins with = + - @, a tab or a line's end, gets
 * an apostrophe in front, and so does one that begins with apostrophes and then with such a thing; reading takes it away
 * again, so that every text comes back as it was.
 *
 * Read are the same and what people's programs make of it: commas, semicolons or tabs (whichever stands first in the first
 * row), LF or CR LF, with or without the mark.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SL_CSV_BYTES_MAX (64 * 1024 * 1024)
#define SL_CSV_CELLS_MAX 256

/* Appends a row; @texts: @n of them, NULL as "". @guard: which may hold anything (one byte each); the others are numbers,
 * days and tokens, left as they are. */
void     sl_csv_add_row (GString *out, const char *const *texts, const guint8 *guard, guint n);

/* Called with each row; @line: where it begins, from 1. FALSE with @error: no further. */
typedef gboolean (*SlCsvRowFunc) (const char *const *cells, guint n, int line, gpointer data, GError **error);

/* Reads all rows; empty lines are passed over. @name: what messages call it: "name:line:column: ...", columns counted in
 * characters. SL_ERROR_DAMAGED (not UTF-8, a control character, a quote that is out of place or never closed),
 * SL_ERROR_LIMIT, SL_ERROR_IO, SL_ERROR_CANCELLED, and what @func says. */
gboolean sl_csv_read    (GInputStream *stream, const char *name, SlCsvRowFunc func, gpointer data, GCancellable *cancellable,
                         GError **error);

G_END_DECLS
