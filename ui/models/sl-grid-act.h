/* sl-grid-act.h: one act on cells of a grid: an edit, a paste, a fill, a clearing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of cells and what is to be written in them, which becomes one transaction: all or nothing. It can be run again
 * with a reason when one is demanded. Records it makes are pinned in the model, so that they stay in sight.
 */
#pragma once

#include "ui/models/sl-grid-model.h"

G_BEGIN_DECLS

typedef struct _SlGridAct SlGridAct;

SlGridAct *sl_grid_act_new     (SlGridModel *model, SlVerb verb);
void       sl_grid_act_free    (SlGridAct *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlGridAct, sl_grid_act_free)

/* Writes @text into a cell of an existing record; "" clears it. */
void       sl_grid_act_write     (SlGridAct *self, SlUid uid, SlColumn *column, const char *text);
/* The same for the @row-th new record (0, 1 ...), made when the act is run. */
void       sl_grid_act_write_new (SlGridAct *self, guint row, SlColumn *column, const char *text);
/* What is written from here on stands in that line of what is read, from 1; 0: in none. */
void       sl_grid_act_set_line  (SlGridAct *self, guint line);
guint      sl_grid_act_n_cells   (SlGridAct *self);
guint      sl_grid_act_n_new     (SlGridAct *self);

/* Spreads @rows (as sl_tsv_parse() gives them) from a cell to the right and down; what lies past the last row becomes
 * new records; rows that go into @uids several times over, without rest, are repeated. @columns: those shown, in their
 * order. One value fills all of @uids x @columns[first .. last] instead.
 * SL_ERROR_REFUSED when a column cannot be edited or the block is wider than the columns left. */
gboolean   sl_grid_act_spread    (SlGridAct *self, GPtrArray *rows, GPtrArray *columns, guint first, guint last, GArray *uids,
                                  GError **error);

/* One value into all of @uids x @columns[first .. last]. */
gboolean   sl_grid_act_fill      (SlGridAct *self, const char *text, GPtrArray *columns, guint first, guint last, GArray *uids,
                                  GError **error);
/* "12 cells filled". Free with g_free(). */
char      *sl_grid_act_dup_filled (SlGridAct *self);

/* Pins the rows it writes to (unless they are very many), so that they stay together until the cursor leaves them. */
void       sl_grid_act_pin       (SlGridAct *self);

/* --- What is to be written, for who lists or tries it beforehand --- */

typedef struct
{
  SlUid uid;        /* SL_UID_NONE: a new record */
  guint row;        /* number of the new record */
  guint line;       /* line of what is pasted, from 1; 0: not pasted */
  SlColumn *column;
  char *text;
} SlGridWrite;

SlGridModel *sl_grid_act_model (SlGridAct *self);
SlVerb     sl_grid_act_verb    (SlGridAct *self);
/* Borrowed. */
const SlGridWrite *sl_grid_act_nth (SlGridAct *self, guint n);
/* The record it goes to: of a new one once it was made. */
SlUid      sl_grid_act_nth_uid (SlGridAct *self, guint n);
/* Makes the new records in @tx and pins them; sl_grid_act_forget() lets them go again when nothing comes of it. */
void       sl_grid_act_make    (SlGridAct *self, SlTx *tx);
void       sl_grid_act_forget  (SlGridAct *self);
/* Writes one cell into @tx. */
gboolean   sl_grid_act_write_nth (SlGridAct *self, guint n, SlTx *tx, const char *reason, GError **error);

/* Does it in one transaction. On failure nothing has changed, the act can be run again, and the message names row,
 * column and value where there is more than one cell. Errors are those of sl_tx_set_text() and sl_workspace_commit(). */
gboolean   sl_grid_act_run       (SlGridAct *self, const char *reason, GError **error);

/* Uids of the records made by the last run. Borrowed. */
const GArray *sl_grid_act_made   (SlGridAct *self);

G_END_DECLS
