/* sl-grid-model-private.h: what the parts of the grid model share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row is a slot: an index into parallel arrays that stays the same for as long as the record exists. `order` holds the
 * slots shown, in the order of `keys`; a pinned row keeps the keys it had, so that the order stays searchable by
 * halving whatever is edited.
 */
#pragma once

#include "ui/models/sl-row-keys-private.h"

G_BEGIN_DECLS

enum
{
  SL_ROW_USED = 1 << 0,
  SL_ROW_PINNED = 1 << 2,
  SL_ROW_HEAD = 1 << 4,  /* no record */
  SL_ROW_RED = 1 << 5,   /* counted as such */
  SL_ROW_FITS = 1 << 6,  /* search and filter let it through */
  SL_ROW_STALE = 1 << 3, /* pinned and changed since: to be placed anew when it is let go */
};

typedef struct
{
  guint slot;         /* of its heading */
  guint count, red;
  gboolean collapsed;
  char *name;
  SlItem *item;       /* what a view shows of the heading */
} SlGroup;

typedef struct
{
  SlUid uid;
  SlGroup *group; /* a heading: its own; a row: the one it is counted in, or NULL */
  char *folded; /* what search looks at; NULL: not made yet */
  guint judged; /* the generation for which SL_ROW_FITS is right */
  guint flags : 8;
  guint shown : 24; /* that of the model where `order` has it: all leave at once when that rises */
} SlRow;

struct _SlGridModel
{
  GObject parent_instance;

  SlWorkspace *workspace;
  int kind;
  GPtrArray *columns;
  GPtrArray *searched;

  GArray *rows;     /* of SlRow, by slot */
  GArray *free_slots; /* of guint */
  SlUidMap *slots;  /* uid -> slot + 1 */
  GArray *order;    /* of guint: slots shown */
  GArray *leaving;  /* the order before, behind `order`, while a view changes over; else NULL */
  guint shown;      /* what rows in `order` carry; never 0 */
  SlRowKeys *keys;  /* by which `order` is sorted */
  SlColumn *group;  /* by which rows are to be gathered, or NULL */
  GPtrArray *groups; /* of SlGroup, none empty, in order */
  GPtrArray *retired; /* of SlGroup: a view may still ask for their items */
  GHashTable *collapsed; /* names of groups of this column */
  SlUid last_head;  /* uids of headings rise from 1 */
  SlUidMap *pins;   /* uid -> itself, also of records yet to be made */

  /* A preparation under way. NULL keys: those in use serve on. */
  GArray *gathered;     /* rows that fit so far, with what they are sorted by; NULL when anything changed since */
  GArray *arranged;     /* the order to be shown next, where it is ready; NULL likewise */
  gboolean preparing;
  SlRowKeys *next_keys;
  guint next_slot;
  guint idle;

  char *search;
  char **words;     /* of `search`, folded */
  guint generation; /* of search and filter; rises when rows are to be judged anew */
  SlGridFilter filter;
  gpointer filter_data;
  GDestroyNotify free_filter_data;

  guint told_items, told_total; /* as notified */
  SlGridWork work;
};

#define SL_GRID_ROW(self, slot) (&g_array_index ((self)->rows, SlRow, (slot)))
#define SL_GRID_IS_SHOWN(self, slot) (SL_GRID_ROW (self, slot)->shown == (self)->shown)
#define SL_GRID_SET_SHOWN(self, slot, is) (SL_GRID_ROW (self, slot)->shown = (is) ? (self)->shown : 0)
#define SL_GRID_NO_SLOT G_MAXUINT
/* Uids below are those of headings: records have the time of their making in the bits above. */
#define SL_GRID_HEADS ((SlUid) 1 << 22)

/* --- Rows (sl-grid-rows.c) --- */

guint    sl_grid_rows_find      (SlGridModel *self, SlUid uid);
guint    sl_grid_rows_add       (SlGridModel *self, SlUid uid);
void     sl_grid_rows_remove    (SlGridModel *self, guint slot);
/* Whether filter and search show it now. */
gboolean sl_grid_rows_matches   (SlGridModel *self, guint slot);
/* What is known of its text and whether it fits. */
void     sl_grid_rows_forget_text (SlGridModel *self, guint slot);
/* Place in the order where a row with valid keys stands or would stand. */
guint    sl_grid_rows_place     (SlGridModel *self, guint slot);
int      sl_grid_rows_compare   (SlGridModel *self, SlRowKeys *keys, guint a, guint b);
/* Rows that are to be shown are gathered, a few at a time or all at once, and then put into the order of @keys, which get
 * computed where they are not. */
GArray  *sl_grid_rows_new_gathering (SlGridModel *self);
void     sl_grid_rows_gather    (SlGridModel *self, guint from, guint to, SlRowKeys *keys, GArray *gathered);
/* @gathered: taken; NULL: all rows are gathered now. */
GArray  *sl_grid_rows_arrange   (SlGridModel *self, SlRowKeys *keys, GArray *gathered);

/* --- Groups (sl-grid-groups.c) --- */

/* Puts headings into an order of rows (taken) and counts all anew; rows of collapsed groups are left out. */
GArray  *sl_grid_groups_weave   (SlGridModel *self, GArray *order);
/* After a view has seen an order without them. */
void     sl_grid_groups_retire  (SlGridModel *self);
/* Whether a row with new keys is still in the group it is counted in. */
gboolean sl_grid_groups_stays   (SlGridModel *self, guint slot);
/* Counts a row in its group. Returns the slot of a heading that has to be put in for it, or SL_GRID_NO_SLOT. */
guint    sl_grid_groups_join    (SlGridModel *self, guint slot);
/* Strikes it off. Returns the slot of a heading that has to be taken out, having no rows left, or SL_GRID_NO_SLOT. */
guint    sl_grid_groups_leave   (SlGridModel *self, guint slot);
gboolean sl_grid_groups_hides   (SlGridModel *self, guint slot);
/* What the keys are to begin with; NULL: nothing. @key is filled. */
const SlSortKey *sl_grid_groups_key (SlGridModel *self, SlSortKey *key);
void     sl_grid_groups_free    (SlGridModel *self);

/* --- Changes (sl-grid-changes.c) --- */

void     sl_grid_model_take_changes (SlGridModel *self, SlChangeSet *change_set);
/* Places one row anew: out of its old place and into the new one, or neither. */
void     sl_grid_model_place_row    (SlGridModel *self, guint slot);

/* --- Back in sl-grid-model.c --- */

void     sl_grid_model_emit      (SlGridModel *self, guint position, guint removed, guint added);
/* Shows another order of rows, with headings put in; tells of the part between what agrees at both ends: out, then in.
 * Takes @order. */
void     sl_grid_model_show      (SlGridModel *self, GArray *order);
/* The same with the headings in it. */
void     sl_grid_model_show_woven (SlGridModel *self, GArray *order);
/* Replaces part of the order and tells of it. */
void     sl_grid_model_step      (SlGridModel *self, guint position, guint removed, const guint *slots, guint added);
void     sl_grid_model_tell_counts (SlGridModel *self);
/* Arranges by the keys and the group that are set. */
void     sl_grid_model_rearrange (SlGridModel *self);
/* Tells which rows a change bears on; NULL: all. */
void     sl_grid_model_tell_touched (SlGridModel *self, GArray *uids);
/* Everything is to be judged anew: records, keys and texts. */
void     sl_grid_model_resync    (SlGridModel *self);

G_END_DECLS
