/* sl-grid-model.h: the rows of a grid, filtered and sorted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A GListModel of SlItem over a workspace and a kind. It keeps its own order with cached keys; an edit moves one row at a time
 * (one row out, one row in), never the whole list; another sort order or filter is told of in two emissions, what
 * differs out and in again. A pinned row stays where it is while it is edited. Derived changes
 * (an assessment was added) reach the row they belong to. Large lists are prepared in slices on the main loop: while
 * `busy` is TRUE the old order still stands.
 *
 * Rows can be gathered into groups by a column: each then begins with a heading, a row without a record, whose uid is no
 * record's. What a collapsed group holds is not among the rows shown, but counted.
 *
 * Properties: busy (gboolean), n-total (guint, rows before filtering), n-items (guint, rows that fit search and filter), search (string).
 * Signals: replaced (): another order stands at the beginning, the one before behind it until the handlers return: a view
 * goes to its first row and so keeps its cells; sort-changed (), row-moved (guint64 uid, guint from, guint to): a row that was pinned went elsewhere; @to is
 * G_MAXUINT when the filter now hides it; touched (GArray * of SlUid, nullable): after the rows that a change bears on, made
 * and deleted ones included, were judged anew; NULL: all were, or are about to be.
 */
#pragma once

#include <gio/gio.h>

#include "ui/models/sl-column.h"

G_BEGIN_DECLS

#define SL_SORT_KEYS_MAX 4

typedef struct
{
  SlColumn *column; /* borrowed from the model */
  gboolean descending;
} SlSortKey;

/* Whether a row is to be shown. */
typedef gboolean (*SlGridFilter) (SlWorkspace *workspace, const SlRecord *record, gpointer data);

/* What was done since the last reset: what tests count. */
typedef struct
{
  guint64 compared; /* pairs of rows compared */
  guint64 keys;     /* sort keys computed */
  guint64 folded;   /* rows whose search text was made */
  guint64 matched;  /* rows matched against the filter */
  guint64 emitted;  /* items-changed emissions */
} SlGridWork;

#define SL_TYPE_GRID_MODEL (sl_grid_model_get_type ())
G_DECLARE_FINAL_TYPE (SlGridModel, sl_grid_model, SL, GRID_MODEL, GObject)

/* @columns: (transfer none): a GPtrArray of SlColumn, all that may be shown, sorted by or searched. Holds a reference
 * on @workspace. */
SlGridModel *sl_grid_model_new       (SlWorkspace *workspace, int kind, GPtrArray *columns);
SlWorkspace *sl_grid_model_workspace (SlGridModel *self);
int          sl_grid_model_kind      (SlGridModel *self);
/* Borrowed. */
GPtrArray   *sl_grid_model_columns   (SlGridModel *self);

/* At most SL_SORT_KEYS_MAX keys; none: in order of making. */
void         sl_grid_model_set_sort  (SlGridModel *self, const SlSortKey *keys, guint n_keys);
/* Borrowed until the next change of the sort. */
const SlSortKey *sl_grid_model_sort  (SlGridModel *self, guint *n_keys);

/* --- Groups --- */

/* Gathers rows by a column that can (SlColumn.groups); NULL: not. Within a group they are sorted as set. */
void         sl_grid_model_set_group (SlGridModel *self, SlColumn *column);
/* Borrowed; NULL: none. */
SlColumn    *sl_grid_model_group     (SlGridModel *self);

/* What the heading of a group says. */
typedef struct
{
  const char *name;   /* borrowed until the next change */
  guint count;        /* rows that fit search and filter */
  guint red;          /* of these, rated red */
  gboolean collapsed;
} SlGridHead;

/* FALSE: @uid is no heading. @head may be NULL. */
gboolean     sl_grid_model_head      (SlGridModel *self, SlUid uid, SlGridHead *head);
void         sl_grid_model_set_collapsed (SlGridModel *self, SlUid head, gboolean collapsed);
void         sl_grid_model_set_all_collapsed (SlGridModel *self, gboolean collapsed);
/* The heading of the group a row is in (of a heading: itself); SL_UID_NONE: none. */
SlUid        sl_grid_model_head_of   (SlGridModel *self, SlUid uid);
/* Opens the group of a row that is hidden in one. */
void         sl_grid_model_expose    (SlGridModel *self, SlUid uid);
/* Rows that fit search and filter, whether their group is open or not; headings are not counted. */
guint        sl_grid_model_n_fitting (SlGridModel *self);

/* --- Search and filter --- */

/* Shows rows in whose searched columns every word of @text occurs, case and accents folded. NULL or "": all. */
void         sl_grid_model_set_search (SlGridModel *self, const char *text);
/* What search looks at: (transfer none), of SlColumn; at first the columns shown. */
void         sl_grid_model_set_searched (SlGridModel *self, GPtrArray *columns);
/* A filter beside the search; NULL: none. @free_data frees @data. */
void         sl_grid_model_set_filter (SlGridModel *self, SlGridFilter filter, gpointer data, GDestroyNotify free_data);
/* Tells that the filter would now answer differently. */
void         sl_grid_model_refilter   (SlGridModel *self);

guint        sl_grid_model_n_total   (SlGridModel *self);
gboolean     sl_grid_model_is_busy   (SlGridModel *self);
/* Does what is left of a preparation at once. */
void         sl_grid_model_finish    (SlGridModel *self);

/* Position of a row, or G_MAXUINT when it is not shown. O(log n). */
guint        sl_grid_model_position  (SlGridModel *self, SlUid uid);
/* SL_UID_NONE beyond the end. */
SlUid        sl_grid_model_uid       (SlGridModel *self, guint position);
/* Borrowed; NULL when there is no such record. */
const SlRecord *sl_grid_model_record (SlGridModel *self, SlUid uid);

/* Keeps a row in its place: neither edits of it nor its filter move it. A record yet to be made may be pinned: it then
 * appears at the end and is shown whatever the filter says. */
void         sl_grid_model_pin       (SlGridModel *self, SlUid uid);
void         sl_grid_model_unpin     (SlGridModel *self, SlUid uid);
void         sl_grid_model_unpin_all (SlGridModel *self);
gboolean     sl_grid_model_is_pinned (SlGridModel *self, SlUid uid);

void         sl_grid_model_reset_work (SlGridModel *self);
const SlGridWork *sl_grid_model_work  (SlGridModel *self);

G_END_DECLS
