/* sl-chips.h: the filters in use on a register, and how many rows each would keep.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chip is a filter with what was chosen for it, on or off. Chips of different filters must all keep a row, of those of
 * one filter any. The count of a chip is of the rows it would keep beside the other filters that are on: what would be
 * seen by pressing it. What each row is kept by is remembered as bits, so that turning a chip asks no row again and an
 * edit asks only the rows it touches; long registers are asked in slices on the main loop.
 *
 * Signals: changed (): other chips, or others are on; counted (): the counts are other ones.
 */
#pragma once

#include "ui/models/sl-grid-model.h"
#include "ui/models/sl-row-filter.h"

G_BEGIN_DECLS

/* As many as there are bits. */
#define SL_CHIPS_MAX 64

typedef struct
{
  const SlRowFilter *filter;
  gint64 value;
  gboolean on;
  guint count; /* while `busy`: of the last full count */
} SlChip;

#define SL_TYPE_CHIPS (sl_chips_get_type ())
G_DECLARE_FINAL_TYPE (SlChips, sl_chips, SL, CHIPS, GObject)

/* @table: kept, of static storage. Filters @model, which it follows, and holds a reference on it. Standing chips are there,
 * the initial ones on. */
SlChips      *sl_chips_new      (SlGridModel *model, const SlRowFilter *table);
const SlRowFilter *sl_chips_table (SlChips *self);
SlGridModel  *sl_chips_model    (SlChips *self);

guint         sl_chips_n        (SlChips *self);
/* Borrowed until the chips change. */
const SlChip *sl_chips_get      (SlChips *self, guint n);
guint         sl_chips_n_on     (SlChips *self);
void          sl_chips_turn     (SlChips *self, guint n, gboolean on);
/* Adds one that is on, or turns on the one that is there. A day takes the place of the day before. FALSE when there is no
 * room for more. */
gboolean      sl_chips_add      (SlChips *self, const SlRowFilter *filter, gint64 value);
/* Takes one away; a standing one is turned off and put back to its usual value. */
void          sl_chips_remove   (SlChips *self, guint n);
/* All off, and only the standing ones are left. */
void          sl_chips_clear    (SlChips *self);

/* What is on, as text: "live;category=safety". Free with g_free(). */
char         *sl_chips_dup_text (SlChips *self);
/* Sets that. What is not known here is left out and returned, separated by ';', or NULL. Free with g_free(). */
char         *sl_chips_set_text (SlChips *self, const char *text);
/* What is on where nobody chose otherwise. Free with g_free(). */
char         *sl_chips_dup_initial (const SlRowFilter *table);

/* Rows of the register that the filters leave out, search apart. */
guint         sl_chips_n_hidden (SlChips *self);
gboolean      sl_chips_is_busy  (SlChips *self);
/* Counts what is left at once. */
void          sl_chips_finish   (SlChips *self);
/* How many rows were asked since the beginning: what tests count. */
guint64       sl_chips_asked    (SlChips *self);

G_END_DECLS
