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

/* What stands there now: *@mode is its permission bits, or -1 when there is nothing. */
static gboolean
look_at (const char *path, int *mode, GError **error)
{
  struct stat info;

  *mode = -1;
  if (lstat (path, &info) != 0)
    return errno == ENOENT || refuse (path, g_strerror (errno), error);
  if (S_ISLNK (info.st_mode))
    return refuse (path, _ ("it is a link; name the file itself"), error);
  if (S_ISDIR (info.st_mode))
    return refuse (path, _ ("it is a folder"), error);
  if (!S_ISREG (info.st_mode))
    return refuse (path, _ ("it is not a regular file"), error);
  if (access (path, W_OK) != 0)
    return refuse (path, g_strerror (errno), error);
  *mode = (int) (info.st_mode & 07777);
  return TRUE;
}

SlFileWriter *
sl_file_writer_new (const char *path, GError **error)
{
  g_autoptr (SlFileWriter) self = NULL;
  int mode;

  g_return_val_if_fail (path != NULL, NULL);
  if (!look_at (path, &mode, error))
    return NULL;
  self = g_new (SlFileWriter, 1);
  self->path = g_strdup (path);
  self->temporary = g_strconcat (path, ".XXXXXX", NULL);
  self->failed = NULL;
  self->used = 0;
  self->fd = g_mkstemp_full (self->temporary, O_WRONLY | O_CLOEXEC, mode < 0 ? 0666 : 0600);
  if (self->fd < 0)
    {
      g_clear_pointer (&self->temporary, g_free);
      fail (self, errno, error);
      return NULL;
    }
  if (mode >= 0 && fchmod (self->fd, (mode_t) mode) != 0)
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
  int mode, fd;

  if (!sl_file_writer_flush (self, error) || !look_at (self->path, &mode, error))
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
