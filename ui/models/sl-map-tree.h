/* sl-map-tree.h: the benefit map as rows of a tree: every card under what it links to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the purpose down (“why” rests on what) or from the money up (what it leads to). A card that links to several is
 * beneath each of them: the first row shown has no mark, the others say that it is shown again; all of them open. What stands
 * in no chain comes under a heading. Children are read when a row is opened; an edit touches the rows of the cards and
 * links it changed and those whose state it altered, no others (sl_map_tree_touched()). Dropped cards are left out.
 *
 * A row lives as long as it is shown, so that what is focused stays focused; its `changed ()` says that what it shows may
 * be different now.
 */
#pragma once

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

typedef enum
{
  SL_MAP_TREE_FROM_PURPOSE,
  SL_MAP_TREE_FROM_MONEY,
} SlMapTreeWay;

typedef enum
{
  SL_MAP_TREE_CARD,
  SL_MAP_TREE_HEADING, /* above the cards that stand in no chain */
  SL_MAP_TREE_DRAFT,   /* a card that is being typed */
} SlMapTreeForm;

#define SL_TYPE_MAP_TREE_ROW (sl_map_tree_row_get_type ())
G_DECLARE_FINAL_TYPE (SlMapTreeRow, sl_map_tree_row, SL, MAP_TREE_ROW, GObject)

SlMapTreeForm sl_map_tree_row_form     (SlMapTreeRow *self);
/* The card, and the link by which it is beneath the row above; SL_UID_NONE where there is none. */
SlUid         sl_map_tree_row_uid      (SlMapTreeRow *self);
SlUid         sl_map_tree_row_link     (SlMapTreeRow *self);
/* 0: not beneath anything. */
guint         sl_map_tree_row_depth    (SlMapTreeRow *self);
gboolean      sl_map_tree_row_can_open (SlMapTreeRow *self);
gboolean      sl_map_tree_row_is_open  (SlMapTreeRow *self);
/* Whether its card has an earlier place. */
gboolean      sl_map_tree_row_is_again (SlMapTreeRow *self);
/* Findings about the card and the link. */
guint         sl_map_tree_row_findings (SlMapTreeRow *self);

#define SL_TYPE_MAP_TREE (sl_map_tree_get_type ())
G_DECLARE_FINAL_TYPE (SlMapTree, sl_map_tree, SL, MAP_TREE, GObject)

/* A GListModel of SlMapTreeRow. Holds a reference. All of a small map is open; of a large one what comes first. */
SlMapTree    *sl_map_tree_new      (SlWorkspace *workspace);
SlMapTreeWay  sl_map_tree_way      (SlMapTree *self);
/* Cards that were open stay open. */
void          sl_map_tree_set_way  (SlMapTree *self, SlMapTreeWay way);

/* Transfer full; NULL beyond the end. */
SlMapTreeRow *sl_map_tree_row      (SlMapTree *self, guint position);
/* Does nothing for what cannot be opened. */
void          sl_map_tree_set_open (SlMapTree *self, guint position, gboolean open);
/* Each card once: where it is shown again it stays closed. */
void          sl_map_tree_open_all (SlMapTree *self);
void          sl_map_tree_close_all (SlMapTree *self);

/* What the row is beneath. FALSE: nothing. */
gboolean      sl_map_tree_parent   (SlMapTree *self, guint position, guint *parent);
gboolean      sl_map_tree_find_row (SlMapTree *self, SlMapTreeRow *row, guint *position);
/* A row of the card: @near if that is one, else its first place if it is shown, else any. */
gboolean      sl_map_tree_find     (SlMapTree *self, SlUid uid, SlMapTreeRow *near, guint *position);
/* The same, after what it is beneath was opened. FALSE: there is no such card. */
gboolean      sl_map_tree_reveal   (SlMapTree *self, SlUid uid, guint *position);

/* A row for a card that is to be typed, beneath the row at @above (G_MAXUINT, or the heading: beneath
 * nothing); there is one at most. Where it is now, is told by @position. */
void          sl_map_tree_begin_draft (SlMapTree *self, guint above, guint *position);
/* FALSE: there was none. */
gboolean      sl_map_tree_end_draft (SlMapTree *self);
/* What it is typed for: the card above it, or SL_UID_NONE. */
SlUid         sl_map_tree_draft_above (SlMapTree *self);

/* Counts those of @findings (of SlFinding) that are about cards and links. */
void          sl_map_tree_set_findings (SlMapTree *self, const GPtrArray *findings);

/* The card with all beneath it, open or not, a line each and deeper ones further in, as tab-separated values: id, type,
 * title, status, owner, weight and evidence of the link. A card reached twice is given in full once. */
char         *sl_map_tree_dup_text (SlMapTree *self, guint position);

/* How many rows were made, taken away or told to look again, so far. */
guint         sl_map_tree_touched  (SlMapTree *self);

G_END_DECLS
