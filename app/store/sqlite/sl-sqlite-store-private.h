/* sl-sqlite-store-private.h: a programme in an SQLite file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sl-store.h"
#include "store/sqlite/sl-connection-private.h"

G_BEGIN_DECLS

#define SL_TYPE_SQLITE_STORE (sl_sqlite_store_get_type ())
G_DECLARE_FINAL_TYPE (SlSqliteStore, sl_sqlite_store, SL, SQLITE_STORE, SlStore)

/* Called when the file has been let go of, before the last reference ends; on whatever thread. */
typedef void (*SlClosedFunc) (gpointer data);

/* Takes @connection. @checked: its content is known to be sound (it was just made or migrated). @data comes from
 * g_atomic_rc_box_new(): readers of the store hold it too, and @closed lets go of it once for each. */
SlStore    *sl_sqlite_store_new       (SlConnection *connection, gboolean checked, SlClosedFunc closed, gpointer data);

/* Adds a sentence to what sl_place_dup_note() tells. */
void        sl_sqlite_store_add_note  (SlSqliteStore *self, const char *note);
const char *sl_sqlite_store_note      (SlSqliteStore *self);

/* The parts of its work, each in its own file; inside no transaction. */
gboolean sl_sqlite_load    (SlConnection *connection, SlProgramme *into, SlHead *head, GError **error);
gboolean sl_sqlite_preview (SlConnection *connection, int kind, guint limit, SlProgramme *into, GError **error);
gboolean sl_sqlite_append  (SlConnection *connection, SlChangeSet *change_set, const SlHead *expected, GError **error);

/* quick_check, schema and references, once, in the transaction that is open. */
gboolean sl_sqlite_ensure_checked (SlConnection *connection, GError **error);

G_END_DECLS
