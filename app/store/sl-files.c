/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/sl-files-private.h"

#include "base/sl-error.h"
#include "store/sl-inspect-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/statfs.h>
#include <unistd.h>

#define SIZE_MAX_BYTES (G_GINT64_CONSTANT (2) << 30)

/* Bytes that SQLite locks, by its documented file format. */
#define RESERVED_BYTE 0x40000001
#define SHARED_FIRST 0x40000002
#define SHARED_SIZE 510

static void
set_io (const char *name, int number, GError **error)
{
  g_set_error (error, SL_ERROR, SL_ERROR_IO, "%s: %s", name, g_strerror (number));
}

char *
sl_files_resolve (const char *path, GError **error)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (whole);
  g_autofree char *base = g_path_get_basename (whole);
  char *real = realpath (folder, NULL);
  char *result;

  if (real == NULL)
    {
      int number = errno;
      g_autofree char *name = g_filename_display_name (folder);

      set_io (name, number, error);
      return NULL;
    }
  result = g_build_filename (real, base, NULL);
  free (real);
  return result;
}

gboolean
sl_files_is_remote (const char *path)
{
  /* NFS, SMB, CIFS, SMB2, AFS, Coda, 9P, Ceph, and everything in user space: none is known to lock as a disk does. */
  static const guint32 types[] = { 0x6969,     0x517B,     0xFF534D42, 0xFE534D42, 0x5346414F,
                                   0x73757245, 0x01021997, 0x00C36400, 0x65735546 };
  g_autofree char *folder = g_path_get_dirname (path);
  struct statfs info;

  if (statfs (folder, &info) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if ((guint32) info.f_type == types[i])
      return TRUE;
  return FALSE;
}

gboolean
sl_files_is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

void
sl_file_free (SlFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

/* --- Looking ------------------------------------------------------------------------------------------------------ */

/* Opens a regular file of at most 2 GiB that is no link. */
static int
open_regular (const char *path, const char *name, struct stat *info, GError **error)
{
  int fd;

  if (lstat (path, info) != 0)
    {
      set_io (name, errno, error);
      return -1;
    }
  if (!S_ISREG (info->st_mode))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_NOT_OURS, _ ("%s is not a regular file"), name);
      return -1;
    }
  if (info->st_size > SIZE_MAX_BYTES)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_LIMIT, _ ("%s is larger than 2 GiB"), name);
      return -1;
    }
  /* Non-blocking, should it have become a pipe meanwhile. */
  fd = open (path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0 || fstat (fd, info) != 0 || !S_ISREG (info->st_mode))
    {
      set_io (name, fd < 0 ? errno : EINVAL, error);
      if (fd >= 0)
        close (fd);
      return -1;
    }
  return fd;
}

/* Bytes read, as many as there are. */
static gsize
read_at (int fd, goffset offset, guint8 *bytes, gsize n)
{
  gsize done = 0;

  while (done < n)
    {
      gssize got = pread (fd, bytes + done, n - done, offset + (goffset) done);

      if (got < 0 && errno == EINTR)
        continue;
      if (got <= 0)
        break;
      done += (gsize) got;
    }
  return done;
}

static gboolean
set_lock (int fd, int command, short type, off_t start, off_t length, struct flock *lock)
{
  *lock = (struct flock){ .l_type = type, .l_whence = SEEK_SET, .l_start = start, .l_len = length };
  return fcntl (fd, command, lock) == 0;
}

/* A journal that could be played back is left behind only when nobody is writing. */
static gboolean
nobody_writes (SlFile *self)
{
  struct flock lock;

  /* Holding this, no other process can come to the end of a transaction. */
  if (!set_lock (self->fd, F_SETLK, F_RDLCK, SHARED_FIRST, SHARED_SIZE, &lock))
    return FALSE;
  if (!set_lock (self->fd, F_GETLK, F_WRLCK, RESERVED_BYTE, 1, &lock))
    return FALSE;
  return lock.l_type == F_UNLCK;
}

static gboolean
refuse_side (const char *name, GError **error)
{
  g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED,
               _ ("%s is not what Sightline leaves beside a programme: it was put there to do harm, or by another program; "
                  "move it away"), name);
  return FALSE;
}

static gboolean
inspect_side (SlFile *self, GError **error)
{
  g_autofree char *side = g_strconcat (self->path, "-journal", NULL);
  g_autofree char *name = g_filename_display_name (side);
  guint8 first = 0, tail[SL_INSPECT_TAIL];
  struct stat info;
  gsize n_tail;
  SlSide kind;
  int fd;

  if (lstat (side, &info) != 0)
    return TRUE;
  if (!S_ISREG (info.st_mode))
    return refuse_side (name, error);
  self->hot = nobody_writes (self);
  fd = open_regular (side, name, &info, error);
  if (fd < 0)
    {
      /* The writer has finished meanwhile. */
      if (access (side, F_OK) != 0 && errno == ENOENT)
        {
          g_clear_error (error);
          self->hot = FALSE;
          return TRUE;
        }
      return FALSE;
    }
  read_at (fd, 0, &first, 1);
  n_tail = (gsize) MIN (info.st_size, SL_INSPECT_TAIL);
  n_tail = read_at (fd, info.st_size - (goffset) n_tail, tail, n_tail);
  close (fd);
  kind = sl_inspect_side (first, tail, n_tail, (guint64) info.st_size);
  self->hot = self->hot && kind == SL_SIDE_ROLLBACK;
  return kind != SL_SIDE_HOSTILE || refuse_side (name, error);
}

static gboolean
inspect_log (SlFile *self, GError **error)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *name = g_filename_display_name (log);
  struct stat info;

  /* SQLite would play back a log whatever the header says. */
  return lstat (log, &info) != 0 || refuse_side (name, error);
}

SlFile *
sl_file_inspect (const char *path, int latest, GError **error)
{
  g_autoptr (SlFile) self = g_new0 (SlFile, 1);
  guint8 header[SL_INSPECT_HEADER];
  gsize n;

  self->path = g_strdup (path);
  self->name = g_filename_display_name (path);
  self->fd = open_regular (path, self->name, &self->info, error);
  if (self->fd < 0)
    return NULL;
  n = read_at (self->fd, 0, header, sizeof header);
  if (!sl_inspect_header (header, n, self->name, latest, &self->version, error) || !inspect_side (self, error)
      || !inspect_log (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* --- Copies ------------------------------------------------------------------------------------------------------- */

static gboolean
write_all (int fd, const guint8 *bytes, gsize n)
{
  while (n > 0)
    {
      gssize done = write (fd, bytes, n);

      if (done < 0 && errno == EINTR)
        continue;
      if (done <= 0)
        return FALSE;
      bytes += done;
      n -= (gsize) done;
    }
  return TRUE;
}

static gboolean
copy_bytes (int from, int to)
{
  g_autofree guint8 *buffer = g_malloc (1 << 20);
  goffset offset = 0;
  gsize n;

  while ((n = read_at (from, offset, buffer, 1 << 20)) > 0)
    {
      if (!write_all (to, buffer, n))
        return FALSE;
      offset += (goffset) n;
    }
  return fsync (to) == 0;
}

static gboolean
copy_to (int from, const char *target, GError **error)
{
  g_autofree char *name = g_filename_display_name (target);
  int to = open (target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  gboolean done = to >= 0 && copy_bytes (from, to);
  int number = errno;

  if (to >= 0 && close (to) != 0 && done)
    {
      number = errno;
      done = FALSE;
    }
  if (done)
    return TRUE;
  if (to >= 0)
    g_unlink (target);
  set_io (name, number, error);
  return FALSE;
}

gboolean
sl_file_copy (SlFile *self, const char *target, GError **error)
{
  g_autofree char *side = g_strconcat (self->path, "-journal", NULL);
  g_autofree char *target_side = g_strconcat (target, "-journal", NULL);
  g_autofree char *name = g_filename_display_name (side);
  struct stat info;
  gboolean done;
  int fd;

  if (!copy_to (self->fd, target, error))
    return FALSE;
  if (!self->hot)
    return TRUE;
  fd = open_regular (side, name, &info, error);
  done = fd >= 0 && copy_to (fd, target_side, error);
  if (fd >= 0)
    close (fd);
  if (!done)
    g_unlink (target);
  return done;
}

char *
sl_file_dup_aside (SlFile *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S");

  for (guint i = 1;; i++)
    {
      g_autofree char *count = i > 1 ? g_strdup_printf ("-%u", i) : g_strdup ("");
      g_autofree char *name = g_strdup_printf ("%s.recovered-%s%s", self->path, stamp, count);
      struct stat info;

      if (lstat (name, &info) != 0)
        return g_steal_pointer (&name);
    }
}
