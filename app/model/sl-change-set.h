/* sl-change-set.h: a committed transaction as plain immutable data.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is written to disk, what undo replays, what history shows, what the hash chain covers, what another window
 * reloads (design.md decision 5).
 */
#pragma once

#include "model/sl-data.h"

G_BEGIN_DECLS

#define SL_VERB_VALUES(V, P)                                                                                           \
  V (P, CREATE, "create", N_ ("Create"))                                                                               \
  V (P, ADD, "add", N_ ("Add"))                                                                                        \
  V (P, EDIT, "edit", N_ ("Edit"))                                                                                     \
  V (P, DELETE, "delete", N_ ("Delete"))                                                                               \
  V (P, PASTE, "paste", N_ ("Paste"))                                                                                  \
  V (P, FILL, "fill", N_ ("Fill"))                                                                                     \
  V (P, ASSESS, "assess", N_ ("Assess"))                                                                               \
  V (P, REVIEW, "review", N_ ("Review"))                                                                               \
  V (P, IMPORT, "import", N_ ("Import"))                                                                               \
  V (P, UNDO, "undo", N_ ("Undo"))                                                                                     \
  V (P, REDO, "redo", N_ ("Redo"))                                                                                     \
  V (P, LOAD, "load", N_ ("Read in"))                                                                                  \
  V (P, REASSIGN, "reassign", N_ ("Reassign"))

typedef enum
{
  SL_VERB_NONE_ = 0,
  SL_VERB_VALUES (SL_ENUM_CONSTANT, VERB) SL_VERB_END_
} SlVerb;
extern const SlEnum sl_verb_enum;

typedef struct
{
  guint8 bytes[32];
} SlHash;

/* One record's change. @before is NULL for a new record, @after NULL for a deleted one. @mask has a bit for each field
 * that differs (for new and deleted records: each field that is not absent). Records read back from a journal hold only
 * the masked fields. */
typedef struct
{
  int kind;
  SlUid uid;
  SlRecord *before;
  SlRecord *after;
  guint64 mask;
} SlChange;

typedef struct
{
  gatomicrefcount refs;
  gint64 seq;      /* 1, 2, 3 ... without gaps; 0 until it is stored */
  char *id;        /* UUID */
  gint64 at;       /* real clock, milliseconds since 1970-01-01 UTC */
  SlUid actor;     /* the person acting, or SL_UID_NONE: not stated */
  SlVerb verb;
  char *reason;    /* or NULL */
  gint64 undo_of;  /* verbs undo and redo: seq of the change-set taken back or done again; else 0 */
  SlHash digest;   /* of the state after it */
  SlHash hash;     /* of the chain up to and including it; zero until it is stored */
  SlChange *changes;
  guint n_changes;
} SlChangeSet;

/* Takes the records of @changes (a GArray of SlChange, freed). Gives it a fresh id and the present time. */
SlChangeSet *sl_change_set_new   (GArray *changes, SlVerb verb, SlUid actor, const char *reason);
SlChangeSet *sl_change_set_ref   (SlChangeSet *self);
void         sl_change_set_unref (SlChangeSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlChangeSet, sl_change_set_unref)

/* The same act with some of its changes only: for showing, not for applying. References the records of @changes (of
 * SlChange). */
SlChangeSet *sl_change_set_part  (const SlChangeSet *self, const GArray *changes);

/* Whether it touches @uid. */
gboolean     sl_change_set_touches (const SlChangeSet *self, SlUid uid);

/* One line for people, composed when shown ("Edit R-005: Owner", "Assess R-005", "Paste: 10 risks"). @data names the
 * parents of code-less records, may be NULL. @translated: in the user's language, else British English. Free with
 * g_free(). */
char        *sl_change_set_dup_label (const SlChangeSet *self, const SlData *data, gboolean translated);

/* --- Canonical encoding and digest ------------------------------------------------------------------------------- */

/* Appends the canonical bytes of a record: token of its kind, uid, then each present field in order of name with its
 * length. Absent values are left out, so that a new field changes no old digest. */
void   sl_record_canonical (const SlRecord *record, GByteArray *bytes);
/* SHA-256 of the canonical bytes. */
void   sl_record_hash      (const SlRecord *record, SlHash *hash);
/* The digest of a state is the XOR of the hashes of its records: an edit updates it in the size of the edit. */
void   sl_hash_xor         (SlHash *self, const SlHash *other);
gboolean sl_hash_equal     (const SlHash *a, const SlHash *b);
/* 64 hexadecimal digits and a NUL. */
char  *sl_hash_to_hex      (const SlHash *self, char buffer[65]);
void   sl_hash_of_bytes    (const void *bytes, gsize length, SlHash *hash);

G_END_DECLS
