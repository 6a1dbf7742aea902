/* sl-history-model.h: the rows of the History page: change-sets, and beneath those that are open their lines and a foot.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   SlHistory (entries, newest first) -> filter -> rows: each entry that fits is one row, followed, while it is open, by
 *   one row for each line of what it did and by a foot
 *
 * What touches very many records is read on a worker: it opens when it is there; `trouble (const char *)` tells when not.
 *
 * There is one live row object for each row that somebody holds, so that what is focused stays focused. `changed ()` of a
 * row says that what it shows may have changed.
 */
#pragma once

#include "model/sl-change-line.h"
#include "workspace/sl-history.h"

G_BEGIN_DECLS

typedef enum
{
  SL_HISTORY_ROW_ACT,  /* a change-set */
  SL_HISTORY_ROW_LINE, /* a line of what it did */
  SL_HISTORY_ROW_FOOT, /* its reason and number, and what can be done with the point after it */
} SlHistoryRowForm;

#define SL_TYPE_HISTORY_ROW (sl_history_row_get_type ())
G_DECLARE_FINAL_TYPE (SlHistoryRow, sl_history_row, SL, HISTORY_ROW, GObject)

SlHistoryRowForm      sl_history_row_form  (SlHistoryRow *self);
/* The change-set it belongs to. Borrowed. */
const SlHistoryEntry *sl_history_row_entry (SlHistoryRow *self);
/* Of a line, else NULL. Borrowed. */
const SlChangeLine   *sl_history_row_line  (SlHistoryRow *self);
/* Which row of its change-set: 0 the change-set, 1 ... its lines. */
int                   sl_history_row_child (SlHistoryRow *self);
gboolean              sl_history_row_is_open (SlHistoryRow *self);
/* Whether it will open once it has been read. */
gboolean              sl_history_row_is_opening (SlHistoryRow *self);
/* Whether the row above is of another day. */
gboolean              sl_history_row_is_first_of_day (SlHistoryRow *self);
/* Of a foot: how many of the change-set's changes a filter by record leaves out. */
guint                 sl_history_row_n_left_out (SlHistoryRow *self);
/* What was said against restoring it, or NULL; whether a reason would help. */
const char           *sl_history_row_message (SlHistoryRow *self);
gboolean              sl_history_row_wants_reason (SlHistoryRow *self);

#define SL_TYPE_HISTORY_MODEL (sl_history_model_get_type ())
G_DECLARE_FINAL_TYPE (SlHistoryModel, sl_history_model, SL, HISTORY_MODEL, GObject)

/* A GListModel of SlHistoryRow. Holds a reference. */
SlHistoryModel *sl_history_model_new        (SlHistory *history);
SlHistory      *sl_history_model_history    (SlHistoryModel *self);
/* Shows what @filter lets through, all of it closed. @code: of the record filtered by, to leave out what else an open
 * change-set did; NULL without one. Copies. */
void            sl_history_model_set_filter (SlHistoryModel *self, const SlHistoryFilter *filter, const char *code);
/* The record filtered by, or NULL. Borrowed. */
const char     *sl_history_model_code       (SlHistoryModel *self);
/* How many change-sets fit. */
guint           sl_history_model_n_acts     (SlHistoryModel *self);

/* Opens or closes the change-set of @position, whichever of its rows that is. FALSE with what sl_history_open() says. */
gboolean        sl_history_model_set_open   (SlHistoryModel *self, guint position, gboolean open, GError **error);
/* The row of a change-set, or of its @child-th; FALSE when it is not shown. */
gboolean        sl_history_model_find       (SlHistoryModel *self, gint64 seq, int child, guint *position);
/* Transfer full; NULL beyond the end. */
SlHistoryRow   *sl_history_model_row        (SlHistoryModel *self, guint position);
/* The change-set of an open row. Borrowed; NULL while it is closed. */
const SlChangeSet *sl_history_model_change_set (SlHistoryModel *self, gint64 seq);

/* Tells a line what was said against restoring it; NULL: nothing any more. */
void            sl_history_model_tell       (SlHistoryModel *self, gint64 seq, int child, const char *message,
                                             gboolean wants_reason);
/* Takes back what was told last. FALSE when nothing was; else @position is that line's. */
gboolean        sl_history_model_hush       (SlHistoryModel *self, guint *position);
/* Everybody looks again. */
void            sl_history_model_touch      (SlHistoryModel *self);

G_END_DECLS
