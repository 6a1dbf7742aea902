/* sl-rows-private.h: between records and rows, driven by the field tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sl-kinds.h"
#include "store/sqlite/sl-connection-private.h"

G_BEGIN_DECLS

/* SELECT of uid and every field, in order of the field table. @rest follows FROM ("WHERE ..."). Free with g_free(). */
char    *sl_rows_select_sql (const SlKind *kind, const char *rest);
/* INSERT with parameters 1 = uid, 2 ... = fields. */
char    *sl_rows_insert_sql (const SlKind *kind);
/* UPDATE of the masked fields with parameters 1 = uid, then the masked fields in order of the field table. */
char    *sl_rows_update_sql (const SlKind *kind, guint64 mask);
char    *sl_rows_delete_sql (const SlKind *kind);

/* Binds field number @field of @record. The record must outlive the step. */
int      sl_rows_bind       (sqlite3_stmt *statement, int parameter, const SlRecord *record, guint field);

/* What reading the rows of one kind needs: made once per reading. One thread. */
typedef struct _SlRowReader SlRowReader;
SlRowReader *sl_row_reader_new  (const SlKind *kind);
void         sl_row_reader_free (SlRowReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlRowReader, sl_row_reader_free)

/* The record of the row @statement (made by sl_rows_select_sql()) stands on, every value checked for type, range, token,
 * cleanliness, length and pattern. Returns: (transfer full): NULL when a value is not what can stand there; then
 * *fault is the number of the field, or -1 for the uid. */
SlRecord    *sl_row_reader_read (SlRowReader *self, sqlite3_stmt *statement, int *fault);

G_END_DECLS
