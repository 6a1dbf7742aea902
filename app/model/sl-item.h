/* sl-item.h, one live object per record shown in a list, and the list of a kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SlItem is one class for all kinds: {uid, record}. It emits `changed (guint64 mask)` when its record was replaced; a
 * derived change (a colour that an assessment altered) arrives with mask 0. There is no GObject property per field.
 *
 * SlKindModel is the GListModel of SlItem of one kind in order of making. It emits items-changed only for created and
 * deleted records, merged per change-set; an edit emits SlItem::changed only. Items are made on demand, one live per uid.
 */
#pragma once

#include <gio/gio.h>

#include "model/sl-programme.h"

G_BEGIN_DECLS

#define SL_TYPE_ITEM (sl_item_get_type ())
G_DECLARE_FINAL_TYPE (SlItem, sl_item, SL, ITEM, GObject)

SlUid           sl_item_uid    (SlItem *self);
/* Borrowed; NULL once the record was deleted. */
const SlRecord *sl_item_record (SlItem *self);
/* An item of no record, for a heading among records: @uid is the caller's, and no record's. */
SlItem         *sl_item_new_heading (SlUid uid);
/* Tells cells that something derived from the record changed. */
void            sl_item_touch  (SlItem *self);

#define SL_TYPE_KIND_MODEL (sl_kind_model_get_type ())
G_DECLARE_FINAL_TYPE (SlKindModel, sl_kind_model, SL, KIND_MODEL, GObject)

/* Holds a reference on @programme. */
SlKindModel *sl_kind_model_new  (SlProgramme *programme, int kind);
/* The live item of a record, made if need be. Returns: (transfer full) (nullable): NULL for an unknown uid. */
SlItem      *sl_kind_model_item (SlKindModel *self, SlUid uid);
/* The item if one is live. Returns: (transfer none) (nullable). */
SlItem      *sl_kind_model_peek (SlKindModel *self, SlUid uid);

G_END_DECLS
