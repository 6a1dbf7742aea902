/* sl-programme.h: the live data of an open programme, and snapshots of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Main thread only. Filled while loading, then changed only by applying change-sets, each of which emits
 *
 *   changed (SlProgramme *, SlChangeSet *)     after the data has changed
 *   reset   (SlProgramme *)                    when all of it was replaced (loading finished)
 */
#pragma once

#include <glib-object.h>

#include "model/sl-change-set.h"
#include "model/sl-data.h"

G_BEGIN_DECLS

#define SL_TYPE_PROGRAMME (sl_programme_get_type ())
G_DECLARE_FINAL_TYPE (SlProgramme, sl_programme, SL, PROGRAMME, GObject)

SlProgramme  *sl_programme_new    (void);
/* Another that holds the same; as costly as a snapshot, and as free to be handed to another thread. */
SlProgramme  *sl_programme_copy   (SlProgramme *self);
const SlData *sl_programme_data   (SlProgramme *self);

/* Loading: takes the record. Emits nothing. Records must come in with distinct uids; in rising order it is fastest. */
void          sl_programme_load   (SlProgramme *self, SlRecord *record);
/* Loading: the highest number ever given in codes of that stem (sl-code.h). */
void          sl_programme_load_number (SlProgramme *self, const char *stem, gint64 number);
/* Calls @func (stem, number, data) for each stem of codes ever given. */
typedef void (*SlStemFunc) (const char *stem, gint64 number, gpointer data);
void          sl_programme_each_stem   (SlProgramme *self, SlStemFunc func, gpointer data);
/* Takes over everything @other holds (which is left empty) and emits `reset`. */
void          sl_programme_adopt  (SlProgramme *self, SlProgramme *other);

/* Applies a committed change-set, by mask where the records are partial, updates the digest and emits `changed`. */
void          sl_programme_apply  (SlProgramme *self, SlChangeSet *change_set);

/* Number of records of a kind, and the n-th in order of making: for list models. Borrowed. */
guint           sl_programme_count (SlProgramme *self, int kind);
const SlRecord *sl_programme_nth   (SlProgramme *self, int kind, guint n);

/* XOR of the hashes of all records. Computed on first asking (hashing everything), then kept by each change. */
void          sl_programme_digest (SlProgramme *self, SlHash *digest);
/* Tells it the digest, where a loader has computed it. */
void          sl_programme_set_digest (SlProgramme *self, const SlHash *digest);
/* What the digest will be once @changes are applied. */
void          sl_programme_digest_after (SlProgramme *self, const SlChange *changes, guint n_changes, SlHash *digest);

/* SlSnapshot: all records as of now, for another thread. Costs one reference per record. One thread at a time may read
 * it: its indexes are made when they are first asked for. Several workers take a snapshot each. */
typedef struct _SlSnapshot SlSnapshot;
SlSnapshot   *sl_snapshot_new     (SlProgramme *programme);
SlSnapshot   *sl_snapshot_ref     (SlSnapshot *self);
void          sl_snapshot_unref   (SlSnapshot *self);
const SlData *sl_snapshot_data    (SlSnapshot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSnapshot, sl_snapshot_unref)

G_END_DECLS
