/* sl-files-private.h: what a place is and what lies beside a file, and copies of both.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing here may run on a file that this process has open: closing any descriptor of it drops SQLite's locks.
 */
#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* A file before it is opened. Closing the descriptor lets its locks go. */
typedef struct
{
  int fd;
  char *path;
  char *name;        /* for messages */
  struct stat info;
  int version;       /* of the schema, by the header */
  gboolean hot;      /* a side journal waits to be rolled back; a read lock is held against that until the file is closed */
} SlFile;

/* The folder resolved, so that only the last part can be a link: it is refused. SL_ERROR_IO. */
char    *sl_files_resolve (const char *path, GError **error);

/* Looks at header and side journal; see sl_place_open() for errors. @latest: newest schema known. */
SlFile  *sl_file_inspect  (const char *path, int latest, GError **error);
void     sl_file_free     (SlFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlFile, sl_file_free)

/* Copies file and side journal to @target and its side. Refuses to replace anything. SL_ERROR_IO. */
gboolean sl_file_copy     (SlFile *self, const char *target, GError **error);

/* A name beside the file that nothing has yet, with the present time. Free with g_free(). */
char    *sl_file_dup_aside (SlFile *self);

/* Whether @path lies on a network or foreign file system, whose locks cannot be trusted. */
gboolean sl_files_is_remote (const char *path);
/* Whether the file and its folder can be written. */
gboolean sl_files_is_writable (const char *path);

G_END_DECLS
