/* sl-record.h: immutable records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record is one block of memory: header, the struct of its kind, its texts packed behind. It is reference-counted
 * atomically, never edited and safe to read from any thread; an edit makes a new one.
 */
#pragma once

#include "model/sl-kind.h"

G_BEGIN_DECLS

typedef struct
{
  gatomicrefcount refs;
  guint16 kind;
  guint32 size; /* of the whole block, bytes */
  SlUid uid;
} SlRecord;

/* Taken on const pointers: counting references is not a change of the record. */
SlRecord *sl_record_ref   (const SlRecord *self);
void      sl_record_unref (const SlRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlRecord, sl_record_unref)

/* The kind of a record. */
const SlKind *sl_record_kind (const SlRecord *self);

/* Field number @field; the value borrows from the record. */
void      sl_record_get   (const SlRecord *self, guint field, SlValue *value);
/* The same where the field is at hand: for loops over many records. */
void      sl_record_read  (const SlRecord *self, const SlField *field, SlValue *value);

/* The text of a code field, or NULL for a kind without codes. Borrowed. */
const char *sl_record_code (const SlRecord *self);

/* The text of the field that names the record to people; falls back to the code; may be NULL. Borrowed. */
const char *sl_record_title (const SlRecord *self);

/* The record it belongs to: the first of its references with SL_FIELD_PARENT that is given; SL_UID_NONE for what stands
 * alone. */
SlUid     sl_record_parent (const SlRecord *self);

/* Bits of the fields that differ; both of one kind. */
guint64   sl_record_diff  (const SlRecord *a, const SlRecord *b);

/* A record in the making, on the stack. Texts are borrowed until sl_record_edit_done() packs them. */
typedef struct
{
  const SlKind *kind;
  SlUid uid;
  SlValue values[SL_FIELDS_MAX];
} SlRecordEdit;

/* A new record: every value absent, or the field's initial one. */
void      sl_record_edit_new  (SlRecordEdit *self, const SlKind *kind, SlUid uid);
/* A new record: every value absent (bools FALSE): for reading what is stored. */
void      sl_record_edit_bare (SlRecordEdit *self, const SlKind *kind, SlUid uid);
/* Starts from @record, which must outlive the edit. */
void      sl_record_edit_from (SlRecordEdit *self, const SlRecord *record);
void      sl_record_edit_set  (SlRecordEdit *self, guint field, const SlValue *value);
/* Returns: (transfer full): the finished record. */
SlRecord *sl_record_edit_done (const SlRecordEdit *self);

G_END_DECLS
