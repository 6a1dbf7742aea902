/* sl-leaving-model.h: what a person who leaves owns, and who is to take over each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A GListModel of SlLeavingRow, by kind, what is due first in front. One successor is chosen for all, and another, or
 * nobody, row by row. Nothing is written before sl_leaving_model_commit(). It follows changes of the programme: what the
 * person no longer owns goes, what was chosen for the rest stays.
 *
 * Signals: changed () of the model: what would be done is another thing now; changed () of a row: it says something else
 */
#pragma once

#include <gio/gio.h>

#include "workspace/sl-leaving.h"

G_BEGIN_DECLS

#define SL_TYPE_LEAVING_ROW (sl_leaving_row_get_type ())
G_DECLARE_FINAL_TYPE (SlLeavingRow, sl_leaving_row, SL, LEAVING_ROW, GObject)

const SlOwned *sl_leaving_row_owned     (SlLeavingRow *self);
SlUid          sl_leaving_row_successor (SlLeavingRow *self);
/* How many rows of its kind there are, for the first of them; else 0. */
guint          sl_leaving_row_heads     (SlLeavingRow *self);

#define SL_TYPE_LEAVING_MODEL (sl_leaving_model_get_type ())
G_DECLARE_FINAL_TYPE (SlLeavingModel, sl_leaving_model, SL, LEAVING_MODEL, GObject)

/* Holds a reference. The last day starts as the one that is known, else the day that counts. */
SlLeavingModel *sl_leaving_model_new      (SlWorkspace *workspace, SlUid person);
SlUid           sl_leaving_model_person   (SlLeavingModel *self);
/* SL_DATE_NONE: not known (yet). */
void            sl_leaving_model_set_last_day (SlLeavingModel *self, SlDate last_day);
SlDate          sl_leaving_model_last_day (SlLeavingModel *self);
/* All rows follow but those for which somebody was chosen one by one. */
void            sl_leaving_model_set_all  (SlLeavingModel *self, SlUid successor);
SlUid           sl_leaving_model_all      (SlLeavingModel *self);
/* For this row alone, whatever is chosen for all afterwards. */
void            sl_leaving_model_set_row  (SlLeavingModel *self, SlLeavingRow *row, SlUid successor);
/* Whether somebody can take over, by the last day as it is. */
gboolean        sl_leaving_model_may_succeed (SlLeavingModel *self, SlUid person);

/* How many rows have a successor. */
guint           sl_leaving_model_n_handed (SlLeavingModel *self);
/* What will happen, in plain sentences. Free with g_free(). */
char           *sl_leaving_model_dup_statement (SlLeavingModel *self);
/* Why it cannot be done yet; NULL when it can. Free with g_free(). */
char           *sl_leaving_model_dup_obstacle (SlLeavingModel *self, const char *reason);
/* Does it. What sl_workspace_leave() says. */
gboolean        sl_leaving_model_commit   (SlLeavingModel *self, const char *reason, GError **error);
/* What was done, in one line, after the commit. Free with g_free(). */
char           *sl_leaving_model_dup_done (SlLeavingModel *self);

G_END_DECLS
