/* sl-schema-private.h: numbered migrations, and whether a file's content may be believed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scripts lie in a folder of the resources as NNNN-what.sql, from 0001 without gaps; script N leads to user_version N.
 */
#pragma once

#include "store/sqlite/sl-connection-private.h"

G_BEGIN_DECLS

/* Number of scripts: the schema this program works with. */
int      sl_schema_latest  (void);

/* For tests of migrations: takes the scripts from another folder (a whole resource path); NULL: ours again. */
void     sl_schema_use_folder (const char *folder);

/* Brings a database from its version (0: empty) to @to, in one transaction with the steps of user_version; a new one
 * gets our application id too. Nothing has changed when it fails. */
gboolean sl_schema_upgrade (SlConnection *connection, int to, GError **error);

/* Inside a read transaction: quick_check, then every row of sqlite_schema against that of a fresh database of the same
 * version, then the references. SL_ERROR_DAMAGED; SL_ERROR_CANCELLED. */
gboolean sl_schema_check   (SlConnection *connection, GError **error);

/* For tests: whether its tables have the digest that the build reckoned for its version, so that the comparison needs no
 * fresh database. FALSE without an error: it is compared with one. */
gboolean sl_schema_is_known (SlConnection *connection, GError **error);

G_END_DECLS
