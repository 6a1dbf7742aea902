/* sl-store.h: where a programme is kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The interface assumes neither SQL nor a file (design.md decision 10). One conformance suite runs against every
 * implementation. All calls are synchronous; load() may run on a worker thread while no other call is under way.
 */
#pragma once

#include <gio/gio.h>

#include "model/sl-change-set.h"
#include "model/sl-programme.h"

G_BEGIN_DECLS

/* Where a store stands. Seq 0, zero hash and digest: nothing was ever written. */
typedef struct
{
  gint64 seq;    /* of the last change-set */
  SlHash hash;   /* of the chain up to it */
  SlHash digest; /* of the state after it */
} SlHead;

/* Returns FALSE to stop reading. Borrowed change-set. */
typedef gboolean (*SlChangeSetFunc) (SlChangeSet *change_set, gpointer data);

#define SL_TYPE_STORE (sl_store_get_type ())
G_DECLARE_DERIVABLE_TYPE (SlStore, sl_store, SL, STORE, GObject)

struct _SlStoreClass
{
  GObjectClass parent_class;

  gboolean (*preview) (SlStore *self, int kind, guint limit, SlProgramme *into, GError **error);
  gboolean (*load) (SlStore *self, SlProgramme *into, SlHead *head, GCancellable *cancellable, GError **error);
  gboolean (*append) (SlStore *self, SlChangeSet *change_set, const SlHead *expected, GError **error);
  gboolean (*read_since) (SlStore *self, gint64 seq, SlChangeSetFunc func, gpointer data, GError **error);
  gboolean (*read_back) (SlStore *self, gint64 seq, SlChangeSetFunc func, gpointer data, GError **error);
  SlStore *(*reader) (SlStore *self, GError **error);
  gboolean (*poll) (SlStore *self, gboolean *moved, GError **error);
  gboolean (*is_read_only) (SlStore *self);
  gint64 (*size) (SlStore *self);
  void (*close) (SlStore *self);
};

/* Fills @into (empty) with what a first screen of @kind needs: its first @limit records by code order with their
 * children, and every record of the small kinds (programme, people, organisations, settings, projects, appetite).
 * Checked for structure, not yet against the digest: what it shows is provisional. */
gboolean sl_store_preview    (SlStore *self, int kind, guint limit, SlProgramme *into, GError **error);

/* Fills @into (empty) with everything and tells where the store stands; one consistent state. Every text has been
 * checked for UTF-8, NUL and length, every reference exists. The digest is NOT compared: the caller does.
 * SL_ERROR_DAMAGED, SL_ERROR_NEWER, SL_ERROR_IO, SL_ERROR_BUSY, SL_ERROR_CANCELLED. */
gboolean sl_store_load       (SlStore *self, SlProgramme *into, SlHead *head, GCancellable *cancellable, GError **error);

/* Writes rows, journal and head in one durable commit; gives @change_set its seq and hash. @change_set's digest is set
 * by the caller. SL_ERROR_MOVED when the head is no longer @expected: nothing was written, read on from there.
 * SL_ERROR_BUSY when another process holds the store longer than the patience it was opened with; SL_ERROR_READ_ONLY;
 * SL_ERROR_IO (disk full, permission). After any error nothing was written. */
gboolean sl_store_append     (SlStore *self, SlChangeSet *change_set, const SlHead *expected, GError **error);

/* Hands over the change-sets after @seq, oldest first. */
gboolean sl_store_read_since (SlStore *self, gint64 seq, SlChangeSetFunc func, gpointer data, GError **error);
/* Hands over the change-sets from @seq (0: the newest) backwards, newest first. */
gboolean sl_store_read_back  (SlStore *self, gint64 seq, SlChangeSetFunc func, gpointer data, GError **error);

/* Another store over the same content, for reading only, to be handed to a worker while this one goes on being used here:
 * called where this one is used, then used by one thread at a time. It may outlive this one, and sees what is appended
 * meanwhile. It is patient where another process writes. */
SlStore *sl_store_reader     (SlStore *self, GError **error);

/* Whether someone else may have changed it since the last call; cheap. */
gboolean sl_store_poll       (SlStore *self, gboolean *moved, GError **error);

gboolean sl_store_is_read_only (SlStore *self);
/* Bytes it occupies, or 0 where that has no meaning. */
gint64   sl_store_size       (SlStore *self);

/* Lets go of everything; later calls fail. Done by the last unref too. */
void     sl_store_close      (SlStore *self);

G_END_DECLS
