/* sl-map-tree-private.h: what the outline and its rows hold; -links reads what is beneath what, -rows keeps the rows that
 * are shown, -follow goes by what was edited, -text writes them down.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/models/sl-map-tree.h"

G_BEGIN_DECLS

/* What a row stands for, and what its place depends on. */
typedef struct
{
  SlMapTreeForm form;
  SlUid uid, link;
  int type;
} Key;

/* What is shown of a row besides the records. */
typedef struct
{
  gboolean can_open, again, complete;
  guint findings, faults;
  SlRag level;
} State;

struct _SlMapTreeRow
{
  GObject parent_instance;
  Key key;
  guint depth;
  gboolean open;
  State state;
};

struct _SlMapTree
{
  GObject parent_instance;
  SlWorkspace *workspace;
  SlMapTreeWay way;
  GPtrArray *rows;     /* of SlMapTreeRow, as shown: what is beneath a row follows it, one deeper */
  GArray *first;       /* of Key: cards beneath nothing at the end where the tree begins */
  GArray *loose;       /* of Key: the other cards beneath nothing */
  SlUidMap *opened;    /* cards open at their first place */
  SlUidMap *findings;  /* number of findings */
  gboolean closed_loose; /* the heading was closed by hand */
  guint touched;
};

/* --- -links: what is beneath what */
/* NULL: there is none, or it was dropped. */
const SlMapNode *sl_map_tree_card (SlMapTree *self, SlUid uid);
/* The cards at the other ends of the links of @uid: beneath it, or above it. @keys NULL: whether there is one. */
guint    sl_map_tree_take_ends  (SlMapTree *self, SlUid uid, gboolean beneath, GArray *keys);
/* The link to the nearest of what is above the card. */
SlUid    sl_map_tree_nearest_link (SlMapTree *self, SlUid uid);
/* What is beneath a row, in order; NULL: what is beneath nothing. Of Key; free with g_array_unref(). */
GArray  *sl_map_tree_children   (SlMapTree *self, const SlMapTreeRow *row);
/* Lists a card among those beneath nothing if it is one; all that are. */
void     sl_map_tree_place_root (SlMapTree *self, SlUid uid);
void     sl_map_tree_take_roots (SlMapTree *self);

/* --- -rows: those that are shown */
SlMapTreeRow *sl_map_tree_nth   (SlMapTree *self, guint position);
/* Where what is beneath the row ends. */
guint    sl_map_tree_end_of     (SlMapTree *self, guint position);
/* Tells the row that it has something else to show. */
void     sl_map_tree_touch      (SlMapTree *self, SlMapTreeRow *row);
/* What follows from where the row stands, and what is derived. */
void     sl_map_tree_read_place (SlMapTree *self, SlMapTreeRow *row, State *state);
void     sl_map_tree_read_status (SlMapTree *self, SlMapTreeRow *row, State *state);
guint    sl_map_tree_count_findings (SlMapTree *self, SlUid uid);
/* After rows came or went: which are the first of their card. */
void     sl_map_tree_mark_again (SlMapTree *self);
/* With what is beneath those that were open. */
void     sl_map_tree_insert_rows (SlMapTree *self, guint position, const Key *keys, guint n, guint depth);
void     sl_map_tree_remove_rows (SlMapTree *self, guint position, guint n);
/* Makes what is beneath the row at @above (-1: beneath nothing) what it should be, leaving alone what is right. */
void     sl_map_tree_reconcile  (SlMapTree *self, int above);
void     sl_map_tree_rebuild    (SlMapTree *self);

/* --- -follow */
void     sl_map_tree_follow     (SlMapTree *self, const SlChangeSet *change_set);
/* Only what is derived may be different. */
void     sl_map_tree_follow_derived (SlMapTree *self);

G_END_DECLS
