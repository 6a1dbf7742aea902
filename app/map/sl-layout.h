/* sl-layout.h: the layered layout of a benefit map, as pure geometry.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cards stand in columns from left to right, links run between columns. All lengths are pixels, x to the right, y down,
 * a card's place is its centre. No text, no colour and no font is known here; nothing is kept between calls, so any
 * number of threads may lay out at once.
 *
 * What a drawing keeps, whatever the input: no two cards overlap, no link passes through a card, every card stands in its
 * column, and the same input gives the same drawing everywhere.
 *
 * The steps are those of Sugiyama, Tagawa and Toda (IEEE Trans. SMC 11(2), 1981); each file beside this one does one of
 * them and names its source.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The layout chooses the column. */
#define SL_LAYOUT_ANY (-1)

/* More is refused with SL_ERROR_LIMIT. */
#define SL_LAYOUT_MAX_CARDS 100000
#define SL_LAYOUT_MAX_LINKS 500000
#define SL_LAYOUT_MAX_COLUMN 100000
/* Of widths, heights and gaps. */
#define SL_LAYOUT_MAX_LENGTH 100000.0
/* Of places, either way from 0. */
#define SL_LAYOUT_MAX_PLACE 1e9

/* Distances that the benefit map is drawn with. */
#define SL_LAYOUT_CARD_GAP 24.0
#define SL_LAYOUT_COLUMN_GAP 120.0

/**
 * SlLayoutCard:
 * @width: 0 to SL_LAYOUT_MAX_LENGTH
 * @height: likewise
 * @column: 0 to SL_LAYOUT_MAX_COLUMN, or SL_LAYOUT_ANY; columns without a card take no room
 * @placed: @x and @y are the card's centre in the previous drawing, which is to be kept
 * @pinned: the card was moved by hand and stays at its height whatever moves around it; only with @placed
 * @x: says the column of a placed card for which the layout would choose one; else it only anchors the drawing
 * @y: what a placed card keeps
 */
typedef struct
{
  double width, height;
  int column;
  gboolean placed, pinned;
  double x, y;
} SlLayoutCard;

/* From one card to another, by their numbers. Several between the same two, loops and cycles are allowed. */
typedef struct
{
  guint source, target;
} SlLayoutLink;

/**
 * SlLayoutInput:
 * @cards: (array length=n_cards): borrowed for the call
 * @links: (array length=n_links): borrowed for the call
 * @card_gap: least distance between cards of a column; links passing between two cards share it
 * @column_gap: distance between columns
 * @tidy: forget what is placed and pinned, and draw anew
 */
typedef struct
{
  const SlLayoutCard *cards;
  guint n_cards;
  const SlLayoutLink *links;
  guint n_links;
  double card_gap, column_gap;
  gboolean tidy;
} SlLayoutInput;

/**
 * SlLayoutEffort:
 * @SL_LAYOUT_FIRST: a good drawing at once, for the first frame
 * @SL_LAYOUT_SETTLED: with as few crossings as a bounded search finds; for a worker thread
 *
 * Where something is placed (and not tidied) both give the same: only what is new is laid out.
 */
typedef enum
{
  SL_LAYOUT_FIRST,
  SL_LAYOUT_SETTLED,
} SlLayoutEffort;

typedef struct
{
  double x, y;
} SlLayoutPoint;

/**
 * SlLayout:
 * @cards: (array length=n_cards): centres, in the order of the input
 * @columns: (array length=n_cards): the column of each card, counted from 0 without gaps
 * @points: the ways of all links, each from the side of its source card to the side of its target card
 * @first_point: (array): n_links + 1 numbers; the way of link i is points[first_point[i]] up to before
 *   points[first_point[i + 1]], at least two points
 * @on_cycle: (array length=n_links): the link closes a cycle (loops too); without it and its like there is none
 * @n_columns: columns that have cards
 * @n_on_cycle: how many links close a cycle
 * @crossings: pairs of links that cross between two columns
 * @left: of everything drawn, cards and links; likewise @top, @width, @height
 */
typedef struct
{
  SlLayoutPoint *cards;
  int *columns;
  SlLayoutPoint *points;
  guint *first_point;
  gboolean *on_cycle;
  guint n_cards, n_links, n_columns, n_on_cycle;
  gint64 crossings;
  double left, top, width, height;
} SlLayout;

/**
 * sl_layout_new:
 * @input: what to draw; not changed
 * @effort: how long to look for fewer crossings
 * @cancellable: (nullable): looked at throughout; may be cancelled from any thread
 * @error: SL_ERROR_VALUE (a length, place or number that cannot be), SL_ERROR_LIMIT, SL_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the drawing; free with sl_layout_free()
 */
SlLayout *sl_layout_new  (const SlLayoutInput *input, SlLayoutEffort effort, GCancellable *cancellable, GError **error);
void      sl_layout_free (SlLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlLayout, sl_layout_free)

G_END_DECLS
