/* sl-uid.h: internal record identifiers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A uid is the key of every reference and of the history, never shown and never exported. It holds 41 bits of
 * milliseconds since 2020-01-01 and 22 bits that start at random and then count up within one millisecond, so uids made
 * by one process rise strictly and sort in order of making. 0 means none.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gint64 SlUid;

#define SL_UID_NONE ((SlUid) 0)

/**
 * sl_uid_new:
 *
 * Returns: a fresh uid, greater than every uid made before by this process. Thread-safe.
 */
SlUid sl_uid_new (void);

/* When a uid was made, in milliseconds since 1970-01-01 UTC on the real clock. */
gint64 sl_uid_time (SlUid uid);

/* SlUidMap: a hash table from uid to pointer; half the memory of a GHashTable with boxed keys. */
typedef struct _SlUidMap SlUidMap;

SlUidMap *sl_uid_map_new      (GDestroyNotify free_value);
void      sl_uid_map_free     (SlUidMap *self);
gpointer  sl_uid_map_get      (const SlUidMap *self, SlUid uid);
/* Replaces (and frees) an older value. @value must not be NULL. */
void      sl_uid_map_set      (SlUidMap *self, SlUid uid, gpointer value);
/* Returns whether it was there; its value is freed. */
gboolean  sl_uid_map_remove   (SlUidMap *self, SlUid uid);
/* Takes the value out without freeing it; NULL when absent. */
gpointer  sl_uid_map_steal    (SlUidMap *self, SlUid uid);
guint     sl_uid_map_size     (const SlUidMap *self);
void      sl_uid_map_clear    (SlUidMap *self);
/* Calls @func for each entry, in no particular order; the map must not change meanwhile. */
void      sl_uid_map_foreach  (const SlUidMap *self, void (*func) (SlUid uid, gpointer value, gpointer data), gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlUidMap, sl_uid_map_free)

G_END_DECLS
