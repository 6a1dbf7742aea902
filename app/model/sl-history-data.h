/* sl-history-data.h: data that still know what was deleted: what a history is told with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A change-set names records by uid, and those read from a journal hold only what changed: who they were, what they
 * belonged to and what a reference meant is looked up in the present data. What is no longer there is looked up among the
 * records that change-sets deleted, as they last were. Beyond looking up, it reads like the present.
 */
#pragma once

#include "model/sl-change-set.h"

G_BEGIN_DECLS

typedef struct _SlHistoryData SlHistoryData;

/* @present must outlive it, and be read on the same thread. */
SlHistoryData *sl_history_data_new    (const SlData *present);
void           sl_history_data_free   (SlHistoryData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlHistoryData, sl_history_data_free)

/* The present moved elsewhere. */
void           sl_history_data_set_present (SlHistoryData *self, const SlData *present);

/* Learns what @change_set deleted while the history is read backwards: what later change-sets deleted stays as it is. */
void           sl_history_data_learn  (SlHistoryData *self, const SlChangeSet *change_set);
/* Learns what @change_set, newer than all that was learned, deleted. */
void           sl_history_data_follow (SlHistoryData *self, const SlChangeSet *change_set);
/* Learns of one deleted record, as learn() does. */
void           sl_history_data_learn_record (SlHistoryData *self, const SlRecord *record);

/* Borrowed; as long as @self. */
const SlData  *sl_history_data        (const SlHistoryData *self);

G_END_DECLS
