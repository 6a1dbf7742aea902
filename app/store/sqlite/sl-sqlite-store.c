/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/sqlite/sl-sqlite-store-private.h"

#include "base/sl-error.h"
#include "store/sqlite/sl-history-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _SlSqliteStore
{
  SlStore parent_instance;

  SlConnection *connection; /* NULL once closed */
  gint64 data_version;      /* at the last look; 0 before the first */
  char *note;
  SlClosedFunc closed;
  gpointer closed_data;
};

G_DEFINE_FINAL_TYPE (SlSqliteStore, sl_sqlite_store, SL_TYPE_STORE)

/* A hostile file of any size ends in time; an honest one of 2 GiB on a slow disk passes. */
static guint
seconds_for (SlStore *store)
{
  return 15 + (guint) (sl_store_size (store) / (20 << 20));
}

static gboolean
is_open (SlSqliteStore *self, GError **error)
{
  if (self->connection != NULL)
    return TRUE;
  g_set_error_literal (error, SL_ERROR, SL_ERROR_IO, _ ("The programme is closed"));
  return FALSE;
}

/* --- Loading ------------------------------------------------------------------------------------------------------ */

/* Stops a statement that is at work on the loading thread. */
static void
on_cancelled (GCancellable *cancellable, gpointer db)
{
  sqlite3_interrupt (db);
}

static gboolean
sqlite_load (SlStore *store, SlProgramme *into, SlHead *head, GCancellable *cancellable, GError **error)
{
  SlSqliteStore *self = (SlSqliteStore *) store;
  gulong handler = 0;
  gboolean done;

  if (!is_open (self, error))
    return FALSE;
  if (g_cancellable_is_cancelled (cancellable))
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_CANCELLED, _ ("Cancelled"));
      return FALSE;
    }
  /* Read before the data: what others write from here on is news. */
  if (!sl_connection_number (self->connection, "PRAGMA data_version", &self->data_version, error))
    return FALSE;
  sl_connection_guard (self->connection, cancellable, seconds_for (store));
  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled), self->connection->db, NULL);
  done = sl_sqlite_load (self->connection, into, head, error);
  g_cancellable_disconnect (cancellable, handler);
  sl_connection_unguard (self->connection);
  return done;
}

static gboolean
sqlite_preview (SlStore *store, int kind, guint limit, SlProgramme *into, GError **error)
{
  SlSqliteStore *self = (SlSqliteStore *) store;
  gboolean done;

  if (!is_open (self, error))
    return FALSE;
  sl_connection_guard (self->connection, NULL, seconds_for (store));
  done = sl_sqlite_preview (self->connection, kind, limit, into, error);
  sl_connection_unguard (self->connection);
  return done;
}

/* --- Appending ---------------------------------------------------------------------------------------------------- */

static gboolean
sqlite_append (SlStore *store, SlChangeSet *change_set, const SlHead *expected, GError **error)
{
  SlSqliteStore *self = (SlSqliteStore *) store;

  if (!is_open (self, error))
    return FALSE;
  if (self->connection->read_only)
    {
      g_autofree char *place = g_filename_display_name (self->connection->path);

      g_set_error (error, SL_ERROR, SL_ERROR_READ_ONLY, _ ("%s is open for reading only"), place);
      return FALSE;
    }
  return sl_sqlite_append (self->connection, change_set, expected, error);
}

/* --- Reading the journal ------------------------------------------------------------------------------------------ */

/* One entry in its own short transaction; NULL without an error when there is none. Backwards, 0 and what is beyond the
 * head mean the newest. */
static SlJournalEntry *
read_one (SlSqliteStore *self, gint64 seq, int step, GError **error)
{
  SlJournalEntry *entry = NULL;
  SlHead head;

  if (!is_open (self, error) || !sl_connection_begin (self->connection, FALSE, error))
    return NULL;
  if (sl_sqlite_ensure_checked (self->connection, error) && sl_history_read_head (self->connection, &head, error))
    {
      if (step < 0 && (seq == 0 || seq > head.seq))
        seq = head.seq;
      if (seq >= 1 && seq <= head.seq)
        entry = sl_history_read (self->connection, seq, error);
    }
  sl_connection_rollback (self->connection);
  return entry;
}

static gboolean
follows (const SlJournalEntry *older, const SlJournalEntry *newer, GError **error)
{
  static const SlHash zero;

  if (older != NULL ? sl_hash_equal (&newer->prev, &older->hash) : newer->seq != 1 || sl_hash_equal (&newer->prev, &zero))
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_TAMPERED, _ ("The history is broken: an entry does not follow the one before it"));
  return FALSE;
}

/* No statement is at work while @func runs: it may append. */
static gboolean
read_steps (SlSqliteStore *self, gint64 seq, int step, SlChangeSetFunc func, gpointer data, GError **error)
{
  g_autoptr (SlJournalEntry) last = NULL;

  for (;;)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (SlJournalEntry) entry = read_one (self, seq, step, &local);
      g_autoptr (SlChangeSet) change_set = NULL;

      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (entry == NULL)
        return TRUE;
      if (step > 0 ? !follows (last, entry, error) : last != NULL && !follows (entry, last, error))
        return FALSE;
      change_set = sl_journal_entry_decode (entry, error);
      if (change_set == NULL)
        return FALSE;
      if (!func (change_set, data))
        return TRUE;
      seq = entry->seq + step;
      if (seq == 0)
        return TRUE;
      g_clear_pointer (&last, sl_journal_entry_free);
      last = g_steal_pointer (&entry);
    }
}

static gboolean
sqlite_read_since (SlStore *store, gint64 seq, SlChangeSetFunc func, gpointer data, GError **error)
{
  return read_steps ((SlSqliteStore *) store, MAX (seq, 0) + 1, 1, func, data, error);
}

static gboolean
sqlite_read_back (SlStore *store, gint64 seq, SlChangeSetFunc func, gpointer data, GError **error)
{
  return read_steps ((SlSqliteStore *) store, MAX (seq, 0), -1, func, data, error);
}

/* In milliseconds: a worker may wait where a window may not. */
#define READER_PATIENCE 5000

static SlStore *
sqlite_reader (SlStore *store, GError **error)
{
  SlSqliteStore *self = (SlSqliteStore *) store;
  g_autoptr (SlConnection) connection = NULL;

  if (!is_open (self, error))
    return NULL;
  connection = sl_connection_open (self->connection->path, TRUE, READER_PATIENCE, error);
  /* What lies at the path now must be what this store has open. */
  if (connection == NULL || !sl_connection_check_place (self->connection, error))
    return NULL;
  connection->version = self->connection->version;
  return sl_sqlite_store_new (g_steal_pointer (&connection), self->connection->checked, self->closed,
                              self->closed_data != NULL ? g_atomic_rc_box_acquire (self->closed_data) : NULL);
}

static gboolean
sqlite_poll (SlStore *store, gboolean *moved, GError **error)
{
  SlSqliteStore *self = (SlSqliteStore *) store;
  g_autoptr (GError) local = NULL;
  gint64 version = 0;

  *moved = FALSE;
  if (!is_open (self, error) || !sl_connection_check_place (self->connection, error))
    return FALSE;
  if (!sl_connection_number (self->connection, "PRAGMA data_version", &version, &local))
    {
      /* Somebody is writing right now: the next look will tell. */
      if (g_error_matches (local, SL_ERROR, SL_ERROR_BUSY))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  *moved = version != self->data_version;
  self->data_version = version;
  return TRUE;
}

/* --- The object --------------------------------------------------------------------------------------------------- */

static gboolean
sqlite_is_read_only (SlStore *store)
{
  SlSqliteStore *self = (SlSqliteStore *) store;

  return self->connection == NULL || self->connection->read_only;
}

static gint64
sqlite_size (SlStore *store)
{
  SlSqliteStore *self = (SlSqliteStore *) store;
  GStatBuf info;

  return self->connection != NULL && g_stat (self->connection->path, &info) == 0 ? info.st_size : 0;
}

static void
sqlite_close (SlStore *store)
{
  SlSqliteStore *self = (SlSqliteStore *) store;

  if (self->connection == NULL)
    return;
  g_clear_pointer (&self->connection, sl_connection_close);
  if (self->closed != NULL)
    self->closed (self->closed_data);
}

static void
sl_sqlite_store_finalize (GObject *object)
{
  g_free (((SlSqliteStore *) object)->note);
  G_OBJECT_CLASS (sl_sqlite_store_parent_class)->finalize (object);
}

static void
sl_sqlite_store_class_init (SlSqliteStoreClass *klass)
{
  SlStoreClass *store_class = SL_STORE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sl_sqlite_store_finalize;
  store_class->preview = sqlite_preview;
  store_class->load = sqlite_load;
  store_class->append = sqlite_append;
  store_class->read_since = sqlite_read_since;
  store_class->read_back = sqlite_read_back;
  store_class->reader = sqlite_reader;
  store_class->poll = sqlite_poll;
  store_class->is_read_only = sqlite_is_read_only;
  store_class->size = sqlite_size;
  store_class->close = sqlite_close;
}

static void
sl_sqlite_store_init (SlSqliteStore *self)
{
}

SlStore *
sl_sqlite_store_new (SlConnection *connection, gboolean checked, SlClosedFunc closed, gpointer data)
{
  SlSqliteStore *self = g_object_new (SL_TYPE_SQLITE_STORE, NULL);

  self->connection = connection;
  self->connection->checked = checked;
  self->closed = closed;
  self->closed_data = data;
  return SL_STORE (self);
}

void
sl_sqlite_store_add_note (SlSqliteStore *self, const char *note)
{
  char *all = self->note == NULL ? g_strdup (note) : g_strconcat (self->note, "\n", note, NULL);

  g_free (self->note);
  self->note = all;
}

const char *
sl_sqlite_store_note (SlSqliteStore *self)
{
  return self->note;
}
