/* sl-journal-private.h: a change-set as it is kept: canonical bytes, salted commitments, a chain of hashes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both stores keep this form, so both hash and read back alike. Numbers are 8 bytes and lengths 4, big-endian.
 *
 *   bytes of a change   for each field of the mask that is present before or after, in order of name:
 *                       name, one byte (1: before, 2: after, 3: both), before?, after?; each but the byte with its length
 *   plain               the fields that are not text (tokens as text, everything else as 8 bytes)
 *   texts               the text fields; commitment = SHA-256 (salt || texts); all three NULL when there are none
 *   hash                SHA-256 (prev || seq, id, at, actor, verb, reason_commitment, undo_of, digest, number of changes,
 *                       then of each change op, kind, uid, plain, commitment); each with its length, NULL as length 0
 *
 * Absent values and FALSE are left out, so a field added later changes no old hash. Texts and reasons enter the hash
 * through their commitments alone: they can be erased (text and salt set to NULL) and the chain still holds.
 */
#pragma once

#include "model/sl-change-set.h"

G_BEGIN_DECLS

typedef struct
{
  const char *op; /* "create", "update", "delete" */
  char *kind;
  SlUid uid;
  GBytes *plain;
  GBytes *texts;      /* NULL: none, or erased */
  GBytes *salt;       /* likewise */
  GBytes *commitment; /* NULL: none */
} SlJournalChange;

typedef struct
{
  gint64 seq;
  char *id;
  gint64 at;
  SlUid actor;
  char *verb;
  char *reason;              /* NULL: none, or erased */
  GBytes *reason_salt;       /* likewise */
  GBytes *reason_commitment; /* NULL: none */
  gint64 undo_of;
  SlHash digest;
  SlHash prev;
  SlHash hash;
  GArray *changes; /* of SlJournalChange */
} SlJournalEntry;

/* An empty one to be filled by a reader; its changes are freed with it. */
SlJournalEntry *sl_journal_entry_new    (void);
void            sl_journal_entry_free   (SlJournalEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlJournalEntry, sl_journal_entry_free)

/* The form in which @change_set is kept as number @seq after @prev; hash included, fresh salts. */
SlJournalEntry *sl_journal_entry_encode (const SlChangeSet *change_set, gint64 seq, const SlHash *prev);

/* The change-set again; its records hold the masked fields only. Kinds and fields unknown to this version are left out.
 * SL_ERROR_TAMPERED when the hash or a commitment does not fit, SL_ERROR_DAMAGED when the bytes make no sense. */
SlChangeSet    *sl_journal_entry_decode (const SlJournalEntry *self, GError **error);

/* What its hash must be. */
void            sl_journal_entry_hash   (const SlJournalEntry *self, SlHash *hash);

/* The static text of an op, or NULL when it is none. */
const char     *sl_journal_op           (const char *op);

G_END_DECLS
