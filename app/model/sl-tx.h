/* sl-tx.h: a transaction: an overlay over data.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing changes outside one. It reads as data would be after its commit (it is an SlData), so rules look at it, "what
 * if" is one that is never committed, and a rollback is to free it. Callees are handed the transaction: that is all the
 * nesting there is.
 */
#pragma once

#include "model/sl-change-set.h"
#include "model/sl-data.h"

G_BEGIN_DECLS

typedef struct _SlTx SlTx;

/* @base must outlive it and must not change meanwhile. */
SlTx         *sl_tx_new    (const SlData *base, SlVerb verb);
void          sl_tx_free   (SlTx *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTx, sl_tx_free)

SlVerb        sl_tx_verb   (const SlTx *self);
/* Borrowed; as it would be after the commit. */
const SlData *sl_tx_data   (const SlTx *self);
const SlData *sl_tx_base   (const SlTx *self);

/* Makes a record with initial values and, where its kind has codes, the next free one. Never fails. */
SlUid         sl_tx_create (SlTx *self, int kind);
/* Puts a whole record in, with its uid: what undo, import and reading of journals do. */
void          sl_tx_put    (SlTx *self, const SlRecord *record);
/* Sets one field. Fails with SL_ERROR_VALUE (limits), SL_ERROR_NOT_FOUND (no such record), SL_ERROR_REFUSED (fixed
 * field of a record that already stands). Nothing has changed when it fails. */
gboolean      sl_tx_set    (SlTx *self, SlUid uid, guint field, const SlValue *value, GError **error);
/* The same from what a person wrote; see sl_data_parse(). */
gboolean      sl_tx_set_text (SlTx *self, SlUid uid, guint field, const char *text, SlDate today, GError **error);
/* Deletes a record and those it is the parent of. SL_ERROR_NOT_FOUND. */
gboolean      sl_tx_delete (SlTx *self, SlUid uid, GError **error);

/* Whether anything differs from the base. */
gboolean      sl_tx_is_empty (const SlTx *self);

/* Types, limits, mandatory fields, references and uniqueness of all it touches, and references from elsewhere to what
 * it deletes. SL_ERROR_STRUCTURE or SL_ERROR_VALUE. Naming record and field. */
gboolean      sl_tx_check_structure (const SlTx *self, GError **error);

/* Called with each thing wrong: @record as it would stand (as it stood, if it is deleted), the field at fault or -1, and
 * what is wrong: SL_ERROR_STRUCTURE without naming either, SL_ERROR_VALUE naming the field. Returns FALSE to stop. */
typedef gboolean (*SlFaultFunc) (const SlRecord *record, int field, const GError *fault, gpointer data);
/* The same checks, telling everything that is wrong. Returns whether nothing is. In time proportional to what is touched
 * and the families touched records belong to. */
gboolean      sl_tx_each_fault (const SlTx *self, SlFaultFunc func, gpointer data);

/* What changes, in order of first touch; no-ops left out. Returns: (transfer full): of SlChange, freeing what they hold;
 * for sl_change_set_new(). Empty when nothing differs. */
GArray       *sl_tx_changes (const SlTx *self);

G_END_DECLS
