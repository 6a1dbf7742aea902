/* sl-connection-private.h: one connection to one database file: settings, statements, errors in our words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct
{
  sqlite3 *db;
  char *path;             /* absolute; for messages too */
  gboolean read_only;
  int version;            /* user_version this connection was opened for */
  gboolean checked;       /* content was found sound */
  gboolean writes_ready;  /* durable settings are on */
  GHashTable *statements; /* text -> sqlite3_stmt, each at rest */
  GCancellable *cancellable; /* while guarded */
  gint64 deadline;        /* monotonic microseconds, 0: none */
  gboolean late;          /* the deadline stopped something */
} SlConnection;

/* Opens an existing file (never makes one) with every defence on; nothing is read yet. @path must be absolute and
 * without symbolic links. Waits
 * @patience milliseconds for others. */
SlConnection *sl_connection_open   (const char *path, gboolean read_only, int patience, GError **error);
/* A new database in memory: what a schema looks like when fresh. */
SlConnection *sl_connection_memory (GError **error);
void          sl_connection_close  (SlConnection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlConnection, sl_connection_close)

/* Runs statements without results. */
gboolean      sl_connection_exec   (SlConnection *self, const char *sql, GError **error);
/* A statement at rest, made once. Borrowed; hand it back with sl_connection_rest(). */
sqlite3_stmt *sl_connection_statement (SlConnection *self, const char *sql, GError **error);
void          sl_connection_rest   (sqlite3_stmt *statement);
/* Forgets statements when they have become many: updates come in as many shapes as there are sets of fields. To be
 * called while none is at work. */
void          sl_connection_trim   (SlConnection *self);
/* Steps a statement that gives no row, and rests it. */
gboolean      sl_connection_run    (SlConnection *self, sqlite3_stmt *statement, GError **error);
/* The one number a query gives. */
gboolean      sl_connection_number (SlConnection *self, const char *sql, gint64 *number, GError **error);

/* BEGIN or BEGIN IMMEDIATE; fails when the file was replaced or migrated by a newer version meanwhile. */
gboolean      sl_connection_begin  (SlConnection *self, gboolean write, GError **error);
gboolean      sl_connection_commit (SlConnection *self, GError **error);
/* Ends a transaction if there is one; never fails. */
void          sl_connection_rollback (SlConnection *self);

/* Until unguarded, statements stop when @cancellable is cancelled or after @seconds (0: no limit). */
void          sl_connection_guard   (SlConnection *self, GCancellable *cancellable, guint seconds);
void          sl_connection_unguard (SlConnection *self);

/* Says what a result code of the last call means to a person. */
void          sl_connection_fail   (SlConnection *self, int rc, GError **error);

/* Whether the file at the path is still the one that is open. SL_ERROR_IO. */
gboolean      sl_connection_check_place (SlConnection *self, GError **error);

G_END_DECLS
