/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/sl-file-writer.h"

#include "base/sl-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_SIZE (256 * 1024)

struct _SlFileWriter
{
  char *path;
  char *temporary; /* NULL once it is in place */
  int fd;
  GError *failed;
  gsize used;
  char buffer[BUFFER_SIZE];
};

/* Remembers the first failure and hands out a copy. */
static gboolean
fail (SlFileWriter *self, int code, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  if (self->failed == NULL)
    self->failed = g_error_new (SL_ERROR, SL_ERROR_IO, _ ("%s cannot be written: %s"), name, g_strerror (code));
  g_propagate_error (error, g_error_copy (self->failed));
  return FALSE;
}

static gboolean
refuse (const char *path, const char *why, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, SL_ERROR, SL_ERROR_IO, _ ("%s cannot be written: %s"), name, why);
  return FALSE;
}

/* What stands there now; *@there tells whether anything does. */
static gboolean
look_at (const char *path, struct stat *info, gboolean *there, GError **error)
{
  *there = lstat (path, info) == 0;
  if (!*there)
    return errno == ENOENT || refuse (path, g_strerror (errno), error);
  if (S_ISLNK (info->st_mode))
    return refuse (path, _ ("it is a link; name the file itself"), error);
  if (S_ISDIR (info->st_mode))
    return refuse (path, _ ("it is a folder"), error);
  if (!S_ISREG (info->st_mode))
    return refuse (path, _ ("it is not a regular file"), error);
  return access (path, W_OK) == 0 || refuse (path, g_strerror (errno), error);
}

/* Those who may read and write the file that is replaced, where the system lets us say so, and in no case anybody else. */
static gboolean
take_over_mode (int fd, const struct stat *old)
{
  mode_t mode = old->st_mode & 0777;
  struct stat own;

  if (fstat (fd, &own) != 0)
    return FALSE;
  if (own.st_uid != old->st_uid && fchown (fd, old->st_uid, (gid_t) -1) != 0)
    g_debug ("the new file stays ours: %s", g_strerror (errno));
  if (own.st_gid != old->st_gid && fchown (fd, (uid_t) -1, old->st_gid) != 0)
    mode &= ~(mode_t) 070;
  return fchmod (fd, mode) == 0;
}

/* Beside @path, and short: the name of the target may be as long as names can be. */
static char *
dup_temporary (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, ".sightline-XXXXXX", NULL);
}

SlFileWriter *
sl_file_writer_new (const char *path, GError **error)
{
  g_autoptr (SlFileWriter) self = NULL;
  struct stat info;
  gboolean there;

  g_return_val_if_fail (path != NULL, NULL);
  if (!look_at (path, &info, &there, error))
    return NULL;
  self = g_new (SlFileWriter, 1);
  self->path = g_strdup (path);
  self->temporary = dup_temporary (path);
  self->failed = NULL;
  self->used = 0;
  self->fd = g_mkstemp_full (self->temporary, O_WRONLY | O_CLOEXEC, there ? 0600 : 0666);
  if (self->fd < 0)
    {
      fail (self, errno, error);
      g_clear_pointer (&self->temporary, g_free);
      return NULL;
    }
  if (there && !take_over_mode (self->fd, &info))
    {
      fail (self, errno, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

static gboolean
pass_on (SlFileWriter *self, const char *bytes, gsize length, GError **error)
{
  while (length > 0)
    {
      gssize n = write (self->fd, bytes, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return fail (self, n < 0 ? errno : EIO, error);
      bytes += n;
      length -= (gsize) n;
    }
  return TRUE;
}

static gboolean
empty_buffer (SlFileWriter *self, GError **error)
{
  gsize used = self->used;

  self->used = 0;
  return pass_on (self, self->buffer, used, error);
}

gboolean
sl_file_writer_write (SlFileWriter *self, const void *bytes, gsize length, GError **error)
{
  g_return_val_if_fail (self != NULL && self->temporary != NULL, FALSE);
  if (self->failed != NULL)
    return fail (self, 0, error);
  if (length > BUFFER_SIZE - self->used && !empty_buffer (self, error))
    return FALSE;
  if (length > BUFFER_SIZE)
    return pass_on (self, bytes, length, error);
  memcpy (self->buffer + self->used, bytes, length);
  self->used += length;
  return TRUE;
}

gboolean
sl_file_writer_flush (SlFileWriter *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->temporary != NULL, FALSE);
  if (self->failed != NULL)
    return fail (self, 0, error);
  return empty_buffer (self, error) && (fsync (self->fd) == 0 || fail (self, errno, error));
}

const char *
sl_file_writer_path (const SlFileWriter *self)
{
  return self->temporary;
}

/* The new name must be on the disk too. Some places cannot say so: then there is nothing more to be done. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  if (fsync (fd) != 0)
    g_debug ("%s: %s", folder, g_strerror (errno));
  close (fd);
}

gboolean
sl_file_writer_commit (SlFileWriter *self, GError **error)
{
  struct stat info;
  gboolean there;
  int fd;

  if (!sl_file_writer_flush (self, error) || !look_at (self->path, &info, &there, error))
    return FALSE;
  fd = self->fd;
  self->fd = -1;
  if (close (fd) != 0 || rename (self->temporary, self->path) != 0)
    return fail (self, errno, error);
  g_clear_pointer (&self->temporary, g_free);
  sync_folder (self->path);
  return TRUE;
}

void
sl_file_writer_free (SlFileWriter *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_clear_error (&self->failed);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}
