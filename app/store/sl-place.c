/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/sl-place.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "store/sl-files-private.h"
#include "store/sqlite/sl-schema-private.h"
#include "store/sqlite/sl-sqlite-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define PATIENCE 5000
#define PATIENCE_WINDOW 50

int
sl_place_schema_version (void)
{
  return sl_schema_latest ();
}

char *
sl_place_dup_note (SlStore *store)
{
  g_return_val_if_fail (SL_IS_STORE (store), NULL);
  return SL_IS_SQLITE_STORE (store) ? g_strdup (sl_sqlite_store_note (SL_SQLITE_STORE (store))) : NULL;
}

/* --- What this process has open ----------------------------------------------------------------------------------- */

/* By device and inode, with the number of stores: such a file must not be opened past SQLite. */
static GMutex open_lock;
static GHashTable *open_files;

static char *
key_of (const struct stat *info)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64) info->st_dev, (guint64) info->st_ino);
}

static gboolean
is_known (const char *key)
{
  return open_files != NULL && g_hash_table_contains (open_files, key);
}

static void
remember (const char *key)
{
  guint n;

  if (open_files == NULL)
    open_files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (open_files, key));
  g_hash_table_replace (open_files, g_strdup (key), GUINT_TO_POINTER (n + 1));
}

/* What to put right when a store and its readers have let go. */
typedef struct
{
  char *key;    /* or NULL */
  char *folder; /* of a private copy, or NULL */
  char *copy;
} Hold;

static void
remove_copy (const Hold *hold)
{
  g_autofree char *side = g_strconcat (hold->copy, "-journal", NULL);

  g_unlink (side);
  g_unlink (hold->copy);
  g_rmdir (hold->folder);
}

static void
hold_clear (gpointer data)
{
  Hold *hold = data;

  if (hold->key != NULL)
    {
      guint n;

      g_mutex_lock (&open_lock);
      n = GPOINTER_TO_UINT (g_hash_table_lookup (open_files, hold->key));
      if (n > 1)
        g_hash_table_replace (open_files, g_strdup (hold->key), GUINT_TO_POINTER (n - 1));
      else
        g_hash_table_remove (open_files, hold->key);
      g_mutex_unlock (&open_lock);
    }
  if (hold->folder != NULL)
    remove_copy (hold);
  g_free (hold->key);
  g_free (hold->folder);
  g_free (hold->copy);
}

static void
let_go (gpointer hold)
{
  g_atomic_rc_box_release_full (hold, hold_clear);
}

static SlStore *
new_store (SlConnection *connection, gboolean checked, const char *key)
{
  Hold *hold = g_atomic_rc_box_new0 (Hold);

  hold->key = g_strdup (key);
  remember (key);
  return sl_sqlite_store_new (connection, checked, let_go, hold);
}

/* --- Making a new file -------------------------------------------------------------------------------------------- */

static gboolean
make_empty (const char *path, const char *name, struct stat *info, GError **error)
{
  static const char *const beside[] = { "-journal", "-wal" };
  int fd;

  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *side = g_strconcat (path, beside[i], NULL);

      if (lstat (side, info) == 0)
        {
          g_autofree char *side_name = g_filename_display_name (side);

          g_set_error (error, SL_ERROR, SL_ERROR_IO, _ ("%s is in the way: move it away first"), side_name);
          return FALSE;
        }
    }
  fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_IO, errno == EEXIST ? _ ("%s already exists") : "%s: %s", name, g_strerror (errno));
      return FALSE;
    }
  fstat (fd, info);
  close (fd);
  return TRUE;
}

static SlStore *
create_locked (const char *path, const char *name, GError **error)
{
  g_autoptr (SlConnection) connection = NULL;
  g_autofree char *key = NULL;
  struct stat info;

  if (!make_empty (path, name, &info, error))
    return NULL;
  key = key_of (&info);
  connection = sl_connection_open (path, FALSE, PATIENCE, error);
  if (connection != NULL && sl_schema_upgrade (connection, sl_schema_latest (), error))
    return new_store (g_steal_pointer (&connection), TRUE, key);
  g_clear_pointer (&connection, sl_connection_close);
  g_unlink (path);
  return NULL;
}

SlStore *
sl_place_create (const char *path, GError **error)
{
  g_autofree char *whole = NULL;
  g_autofree char *name = NULL;
  SlStore *store;

  g_return_val_if_fail (path != NULL && *path != '\0', NULL);
  whole = sl_files_resolve (path, error);
  if (whole == NULL)
    return NULL;
  name = g_filename_display_name (whole);
  if (sl_files_is_remote (whole))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_IO,
                   _ ("%s would lie on a network share, where writing is not safe: choose a folder of this computer"), name);
      return NULL;
    }
  g_mutex_lock (&open_lock);
  store = create_locked (whole, name, error);
  g_mutex_unlock (&open_lock);
  return store;
}

/* --- Opening ------------------------------------------------------------------------------------------------------ */

/* Everything decided about an opening before SQLite sees the file. */
typedef struct
{
  const char *path;
  const char *name;
  SlOpenMode mode;
  gboolean read_only;
  GString *note;
} Opening;

static void
note (Opening *self, const char *format, const char *a)
{
  g_autofree char *sentence = sl_text_compose (format, (const char *const[]){ self->name, a, NULL });

  if (self->note->len > 0)
    g_string_append_c (self->note, '\n');
  g_string_append (self->note, sentence);
}

static gboolean
decide (Opening *self, GError **error)
{
  gboolean remote = sl_files_is_remote (self->path);

  self->read_only = self->mode == SL_OPEN_READ || remote || !sl_files_is_writable (self->path);
  if (!self->read_only || self->mode == SL_OPEN_READ)
    return TRUE;
  if (self->mode == SL_OPEN_WRITE)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_READ_ONLY,
                   remote ? _ ("%s lies on a network share, where writing is not safe: copy it to this computer first")
                          : _ ("%s cannot be written here"), self->name);
      return FALSE;
    }
  if (remote)
    note (self, _ ("{1} lies on a network share, where writing is not safe; it is open for reading only"), NULL);
  else
    note (self, _ ("{1} cannot be written here; it is open for reading only"), NULL);
  return TRUE;
}

static gboolean
check_and_upgrade (SlConnection *connection, GError **error)
{
  gboolean sound;

  if (!sl_connection_begin (connection, FALSE, error))
    return FALSE;
  sound = sl_schema_check (connection, error);
  sl_connection_rollback (connection);
  return sound && sl_schema_upgrade (connection, sl_schema_latest (), error);
}

static SlConnection *
open_connection (Opening *self, const char *path, gboolean read_only, int version, GError **error)
{
  g_autoptr (SlConnection) connection = NULL;

  connection = sl_connection_open (path, read_only, self->mode == SL_OPEN_WINDOW ? PATIENCE_WINDOW : PATIENCE, error);
  if (connection == NULL)
    return NULL;
  connection->version = version;
  /* A backup before a migration belongs here. */
  if (!read_only && version < sl_schema_latest () && !check_and_upgrade (connection, error))
    return NULL;
  return g_steal_pointer (&connection);
}

/* Readers change nothing: what SQLite would have to change is changed in a copy of their own. */
static SlStore *
open_copy (Opening *self, SlFile *file, GError **error)
{
  Hold *hold = g_atomic_rc_box_new0 (Hold);
  SlConnection *connection = NULL;
  gboolean upgraded = file->version < sl_schema_latest ();

  hold->folder = g_dir_make_tmp ("sightline-copy-XXXXXX", error);
  if (hold->folder != NULL)
    {
      hold->copy = g_build_filename (hold->folder, "copy.sightline", NULL);
      if (sl_file_copy (file, hold->copy, error))
        connection = open_connection (self, hold->copy, FALSE, file->version, error);
    }
  if (connection == NULL)
    {
      let_go (hold);
      return NULL;
    }
  connection->read_only = TRUE;
  if (file->hot)
    note (self, _ ("{1} was not closed properly; a recovered copy of it is read, the file itself is not touched"), NULL);
  if (upgraded)
    note (self, _ ("{1} was made by an older version; a converted copy of it is read, the file itself is not touched"), NULL);
  return sl_sqlite_store_new (connection, upgraded, let_go, hold);
}

static gboolean
copy_aside (Opening *self, SlFile *file, GError **error)
{
  g_autofree char *aside = sl_file_dup_aside (file);
  g_autofree char *aside_name = g_filename_display_name (aside);

  if (!sl_file_copy (file, aside, error))
    return FALSE;
  /* TRANSLATORS: {1} and {2} are files. */
  note (self, _ ("{1} was not closed properly and is recovered; as it was found it is kept as {2}"), aside_name);
  return TRUE;
}

static gboolean
same_file (const char *path, const struct stat *before, const char *name, GError **error)
{
  struct stat now;

  if (lstat (path, &now) == 0 && now.st_dev == before->st_dev && now.st_ino == before->st_ino)
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_IO, _ ("%s was replaced while it was being opened"), name);
  return FALSE;
}

static SlStore *
open_first (Opening *self, GError **error)
{
  g_autoptr (SlFile) file = sl_file_inspect (self->path, sl_schema_latest (), error);
  g_autoptr (SlConnection) connection = NULL;
  g_autofree char *key = NULL;
  struct stat info;
  int version;

  if (file == NULL)
    return NULL;
  if (self->read_only && (file->hot || file->version < sl_schema_latest ()))
    return open_copy (self, file, error);
  if (file->hot && !copy_aside (self, file, error))
    return NULL;
  info = file->info;
  version = file->version;
  key = key_of (&info);
  /* Its descriptor must be gone before SQLite takes locks of its own. */
  g_clear_pointer (&file, sl_file_free);
  connection = open_connection (self, self->path, self->read_only, version, error);
  if (connection == NULL || !same_file (self->path, &info, self->name, error))
    return NULL;
  return new_store (g_steal_pointer (&connection), version < sl_schema_latest (), key);
}

/* The file is open in this process: what it is was looked at then, and SQLite tells the rest. */
static SlStore *
open_again (Opening *self, const char *key, GError **error)
{
  SlConnection *connection = open_connection (self, self->path, self->read_only, sl_schema_latest (), error);

  return connection != NULL ? new_store (connection, FALSE, key) : NULL;
}

static SlStore *
open_locked (Opening *self, GError **error)
{
  g_autofree char *key = NULL;
  struct stat info;

  if (lstat (self->path, &info) == 0 && S_ISREG (info.st_mode))
    key = key_of (&info);
  return key != NULL && is_known (key) ? open_again (self, key, error) : open_first (self, error);
}

SlStore *
sl_place_open (const char *path, SlOpenMode mode, GError **error)
{
  g_autofree char *whole = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GString) notes = g_string_new (NULL);
  Opening opening = { .mode = mode, .note = notes };
  SlStore *store = NULL;

  g_return_val_if_fail (path != NULL && *path != '\0', NULL);
  whole = sl_files_resolve (path, error);
  if (whole == NULL)
    return NULL;
  name = g_filename_display_name (whole);
  opening.path = whole;
  opening.name = name;
  g_mutex_lock (&open_lock);
  if (!g_file_test (whole, G_FILE_TEST_EXISTS) || decide (&opening, error))
    store = open_locked (&opening, error);
  g_mutex_unlock (&open_lock);
  if (store != NULL && notes->len > 0)
    sl_sqlite_store_add_note (SL_SQLITE_STORE (store), notes->str);
  return store;
}
