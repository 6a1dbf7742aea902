/* sl-layers-private.h: what the steps of the layout hand to each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Vertices are the cards, then the bends: one for every column that a link passes without ending there, so that all
 * edges run between neighbouring columns.
 */
#pragma once

#include "map/sl-layout.h"

G_BEGIN_DECLS

/* How a link is drawn. */
typedef enum
{
  SL_WAY_THROUGH, /* from column to column, by its bends */
  SL_WAY_BESIDE,  /* both ends in one column, a loop included: in the gap to its right */
  SL_WAY_OVER,    /* so long that its bends would not fit in memory: over the top of everything */
} SlWay;

typedef struct
{
  const SlLayoutInput *input;
  GCancellable *cancellable;
  int n_cards, n_links, n_columns;
  int n;              /* vertices */
  int *column;        /* [n] */
  gboolean *on_cycle; /* [n_links] */
  SlWay *way;         /* [n_links] */
  int *bend;          /* [n_links] the first bend, counted from the left; the others follow it */
  int *start;         /* [n + 1] where a vertex' neighbours begin: those to the left, then those to the right */
  int *middle;        /* [n] where those to the right begin */
  int *near;          /* neighbours */
  int *first;         /* [n_columns + 1] where a column begins in @order */
  int *order;         /* [n] vertices by column, from the top */
  int *place;         /* [n] of a vertex in its column, from 0 */
  double *y;          /* [n] centres */
  double *left, *right; /* [n_columns] edges of the columns */
} SlLayers;

/* The left and the right end of a link. */
static inline int
sl_layers_left_end (const SlLayers *self, int link)
{
  const SlLayoutLink *ends = &self->input->links[link];

  return (int) (self->column[ends->source] <= self->column[ends->target] ? ends->source : ends->target);
}

static inline int
sl_layers_right_end (const SlLayers *self, int link)
{
  const SlLayoutLink *ends = &self->input->links[link];

  return (int) (self->column[ends->source] <= self->column[ends->target] ? ends->target : ends->source);
}

static inline gboolean
sl_layers_is_card (const SlLayers *self, int vertex)
{
  return vertex < self->n_cards;
}

/* A card that keeps what the previous drawing says. */
static inline gboolean
sl_layers_is_kept (const SlLayers *self, int vertex)
{
  return vertex < self->n_cards && !self->input->tidy && self->input->cards[vertex].placed;
}

static inline gboolean
sl_layers_cancelled (const SlLayers *self)
{
  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

/* Vertices of a column. */
static inline int
sl_layers_size (const SlLayers *self, int column)
{
  return self->first[column + 1] - self->first[column];
}

/* Marks in @on_cycle the links that close a cycle (sl-cycles.c). */
void   sl_cycles_find (const SlLayoutInput *input, gboolean *on_cycle);
/* Puts a column for every card into @column, counted from 0 without gaps; returns how many there are (sl-ranks.c).
 * @cancellable: (nullable) */
int    sl_ranks_choose (const SlLayoutInput *input, const gboolean *on_cycle, GCancellable *cancellable, int *column);
/* Shortest ranks that keep every edge pointing right, by network simplex (sl-ranks-simplex.c).
 * @rank: (inout): a feasible ranking, also when cancelled. */
void   sl_ranks_shorten (int n, int n_edges, const SlLayoutLink *edges, GCancellable *cancellable, int *rank);

/* Adds the bends and the neighbours; columns in the order of the input (sl-layers.c). */
SlLayers *sl_layers_new (const SlLayoutInput *input, GCancellable *cancellable);
void      sl_layers_free (SlLayers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlLayers, sl_layers_free)
/* Sorts a column by @key, equal ones as they stood. */
void      sl_layers_sort (SlLayers *self, int column, const double *key);
/* Makes place[] agree with order[]. */
void      sl_layers_renumber (SlLayers *self);
/* Crossings of the whole drawing as ordered (sl-crossings.c). */
gint64    sl_layers_crossings (const SlLayers *self);

/* The order of every column, anew (sl-settle.c). */
void   sl_order_choose (SlLayers *self, SlLayoutEffort effort);
/* The order that keeps kept cards as they are (sl-keep.c). */
void   sl_order_keep   (SlLayers *self);

/* Heights of the vertices for the order as it is; kept cards stay if they can (sl-heights.c, sl-keep.c). */
void   sl_heights_choose (SlLayers *self);
void   sl_heights_keep   (SlLayers *self);
/* Least distance of the centres of two vertices, one right below the other. */
double sl_heights_distance (const SlLayers *self, int above, int below);

/* Left and right of the columns, and the ways of the links (sl-routes.c). */
void   sl_routes_columns (SlLayers *self);
void   sl_routes_draw    (SlLayers *self, SlLayout *layout);

G_END_DECLS
