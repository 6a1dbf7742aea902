/* sl-row-keys-private.h: cached sort keys of rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row is a slot number. A key is computed once and compared as a number; only texts that agree in their first eight
 * bytes are compared further. Rows without a value stand last, whichever way it sorts.
 */
#pragma once

#include "ui/models/sl-grid-model.h"

G_BEGIN_DECLS

typedef struct _SlRowKeys SlRowKeys;

/* @keys may be none. @group: the key by which rows are gathered, before all others; NULL: they are not. Columns are
 * referenced. Wherever keys are given or told, the group is not among them. */
SlRowKeys *sl_row_keys_new        (const SlSortKey *keys, guint n_keys, const SlSortKey *group);
/* NULL: not gathered. */
SlColumn  *sl_row_keys_group      (SlRowKeys *self);
/* Makes @slot stand before all rows of the group of @row. */
void       sl_row_keys_set_head   (SlRowKeys *self, guint slot, guint row);
/* Zero: both are of one group. */
int        sl_row_keys_compare_group (SlRowKeys *self, guint a, guint b);
/* Whether it stands behind all others and so in no group. */
gboolean   sl_row_keys_is_last    (SlRowKeys *self, guint slot);
void       sl_row_keys_free       (SlRowKeys *self);
/* Whether both sort by the same columns, whichever way. */
gboolean   sl_row_keys_same_columns (SlRowKeys *self, const SlSortKey *keys, guint n_keys);
void       sl_row_keys_set_directions (SlRowKeys *self, const SlSortKey *keys);
const SlSortKey *sl_row_keys_spec (SlRowKeys *self, guint *n_keys);

gboolean   sl_row_keys_is_valid   (SlRowKeys *self, guint slot);
/* Computes the keys of a row; NULL record: all absent. */
void       sl_row_keys_compute    (SlRowKeys *self, guint slot, SlWorkspace *workspace, const SlRecord *record);
void       sl_row_keys_invalidate (SlRowKeys *self, guint slot);
/* A record that others refer to has another name now. */
void       sl_row_keys_forget_name (SlRowKeys *self, SlUid uid);
/* Gives a row the same keys as if it had none: it stands behind all others. */
void       sl_row_keys_set_last   (SlRowKeys *self, guint slot);
/* Negative, zero, positive; both rows have valid keys. */
int        sl_row_keys_compare    (SlRowKeys *self, guint a, guint b);
/* The first key as a number to sort by at speed, which honours the direction; and what of a text is beyond it, which does
 * not (NULL: nothing). FALSE where the row has none. */
gboolean   sl_row_keys_head       (SlRowKeys *self, guint slot, guint64 *head, const char **rest);
/* Whether the first key descends. */
gboolean   sl_row_keys_descends   (SlRowKeys *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlRowKeys, sl_row_keys_free)

G_END_DECLS
