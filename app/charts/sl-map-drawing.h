/* sl-map-drawing.h: the benefit map as a drawing: cards in columns, links between them, in one geometry for all painters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns from left to right: investments, enablers, business changes, intermediate outcomes, end outcomes, purposes
 * (domain.md 2.4). Lengths are pixels at 100 %, x to the right, y down; a card's place is its centre. Dropped nodes are
 * not drawn. The same data, font and library give the same drawing.
 */
#pragma once

#include <gio/gio.h>

#include "insight/sl-map-status.h"
#include "map/sl-layout.h"

G_BEGIN_DECLS

#define SL_MAP_CARD_WIDTH 180.0
/* With a title of up to two lines; SL_MAP_LINE more for each further one, up to SL_MAP_LINES_MAX. */
#define SL_MAP_CARD_HEIGHT 82.0
#define SL_MAP_LINE 16.0
#define SL_MAP_LINES_MAX 6
/* Room above the cards for the titles of the columns. */
#define SL_MAP_HEAD 40.0

#define SL_MAP_COLUMNS 6

typedef struct
{
  SlUid uid;
  int type;             /* SL_NODE_TYPE_* */
  guint column;         /* 0: investments ... 5: purposes */
  gboolean negative;    /* a harm (2.4) */
  int status;           /* SL_NODE_STATUS_* */
  SlRag level;          /* F-25a */
  guint faults;         /* SlMapFault */
  gboolean weak;        /* argued less than the gate ahead asks (F-15) */
  guint n_past;         /* links from it that lead past a step (W1, W2) */
  gboolean complete;    /* F-14 */
  char *code, *title;
  char *owner;          /* initials; "" for none */
  gboolean by_hand;     /* put where it is by hand */
  guint lines;          /* of the title, as drawn */
  double x, y, height;
} SlMapCard;

typedef struct
{
  SlUid uid;
  guint source, target; /* cards */
  gboolean essential;
  int evidence;         /* 0 to 4 (F-15) */
  guint first_point, n_points;
  double x1, y1, x2, y2; /* the box around its way */
} SlMapLink;

typedef struct _SlMapDrawing
{
  SlMapCard *cards;
  guint n_cards;
  SlMapLink *links;
  guint n_links;
  SlLayoutPoint *points;
  /* Centre of each column; NAN where it has no card. */
  double columns[SL_MAP_COLUMNS];
  /* Of everything drawn, the titles of the columns included. */
  double left, top, width, height;
  /* Where the card of this uid, not drawn yet, is to be put when it is; SL_UID_NONE: none. For whoever has the drawing. */
  SlUid next;
  double next_y;
  guint n_measured; /* titles that had to be broken into lines; the others were as in the drawing before */
} SlMapDrawing;

/* @status: made from @view; NULL where there is no node. @before: (nullable): an earlier drawing: its cards stay where
 * they are and only what must moves. Cards put by hand keep their height in any case. SL_ERROR_LIMIT (more cards or links
 * than a layout takes), SL_ERROR_CANCELLED. On any thread that may read the view. Returns: (transfer full): an empty map
 * gives one without cards. */
SlMapDrawing *sl_map_drawing_new  (const SlView *view, const SlMapStatus *status, const SlMapDrawing *before,
                                   SlLayoutEffort effort, GCancellable *cancellable, GError **error);
void          sl_map_drawing_free (SlMapDrawing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlMapDrawing, sl_map_drawing_free)

/* Number of the card of @uid, or at a point; -1: none. */
int           sl_map_drawing_find    (const SlMapDrawing *self, SlUid uid);
int           sl_map_drawing_card_at (const SlMapDrawing *self, double x, double y);
/* Number of the link of @uid; -1: none. */
int           sl_map_drawing_find_link (const SlMapDrawing *self, SlUid uid);
/* The link nearest to a point and no further than @reach from it; -1: none. */
int           sl_map_drawing_link_at (const SlMapDrawing *self, double x, double y, double reach);

/* How many findings there are about a card: the figure of its badge. */
guint         sl_map_card_findings   (const SlMapCard *card);

/* Marks in @lit (one byte for each card, zeroed by the caller) the cards and everything up- and downstream of them. */
void          sl_map_drawing_light   (const SlMapDrawing *self, const guint *cards, guint n_cards, guint8 *lit);
/* The same for a link: its ends, what leads to it and what it leads to. */
void          sl_map_drawing_light_link (const SlMapDrawing *self, guint link, guint8 *lit);

/* The column in which nodes of @type (SL_NODE_TYPE_*) stand, and the type of those in a column. */
guint         sl_map_column_of       (int type);
int           sl_map_column_type     (guint column);

/* The first letters of the first and the last word of a name: who it is, in the corner of a card. Free with g_free(). */
char         *sl_map_dup_initials    (const char *name);

/* Title of a column, for people: an untranslated msgid. */
const char   *sl_map_column_title    (guint column);

G_END_DECLS
