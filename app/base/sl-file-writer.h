/* sl-file-writer.h: a file written whole or not at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is written goes into a temporary beside the target; committing flushes it to the disk and puts it in the target's
 * place. Until then, and after any failure, the target is as it was. A target that is a link or no regular file is
 * refused; who may read a file that is replaced may read the new one, and nobody else; a new file is for its owner and
 * for whom the umask lets.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SlFileWriter SlFileWriter;

/* SL_ERROR_IO, naming the place. */
SlFileWriter *sl_file_writer_new    (const char *path, GError **error);
/* Buffered. SL_ERROR_IO (disk full and the like); every later call then fails the same way. */
gboolean      sl_file_writer_write  (SlFileWriter *self, const void *bytes, gsize length, GError **error);
/* Hands everything to the disk, so that it can be read back at sl_file_writer_path(). */
gboolean      sl_file_writer_flush  (SlFileWriter *self, GError **error);
/* The temporary. Borrowed. */
const char   *sl_file_writer_path   (const SlFileWriter *self);
/* Puts it in the target's place. May be called once. */
gboolean      sl_file_writer_commit (SlFileWriter *self, GError **error);
/* Without a commit before it, nothing is left behind. */
void          sl_file_writer_free   (SlFileWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlFileWriter, sl_file_writer_free)

G_END_DECLS
