/* sl-inspect-private.h: judging bytes of a file before SQLite sees it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SL_INSPECT_HEADER 100 /* bytes of the header of a database */
#define SL_INSPECT_TAIL 24    /* bytes of the end of a side journal that tell */

/* Whether the first @n bytes begin a file of ours: magic, application id, version (*version), no write-ahead log.
 * @name is for messages. SL_ERROR_NOT_OURS, SL_ERROR_NEWER (naming both versions), SL_ERROR_DAMAGED. */
gboolean sl_inspect_header (const guint8 *bytes, gsize n, const char *name, int latest, int *version, GError **error);

typedef enum
{
  SL_SIDE_IDLE,    /* empty or crossed out: SQLite takes no notice of it */
  SL_SIDE_ROLLBACK, /* SQLite would play it back, if nobody is writing */
  SL_SIDE_HOSTILE, /* names a super-journal: SQLite would delete another file */
} SlSide;

/* What a side journal of @size bytes is, by its first byte and its last SL_INSPECT_TAIL (or fewer) bytes. */
SlSide   sl_inspect_side   (guint8 first, const guint8 *tail, gsize n_tail, guint64 size);

G_END_DECLS
