/* map-fixture.h: random graphs, and a checker of drawings that shares nothing with what draws them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/sl-layout.h"

G_BEGIN_DECLS

/* Cards and links that a test owns and changes. */
typedef struct
{
  GArray *cards; /* of SlLayoutCard */
  GArray *links; /* of SlLayoutLink */
  SlLayoutInput input;
} MapGraph;

MapGraph *map_graph_new  (void);
void      map_graph_free (MapGraph *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MapGraph, map_graph_free)

/* Adds a card of 180 x 64; @column may be SL_LAYOUT_ANY. Returns its number. */
guint map_graph_card (MapGraph *self, int column);
void  map_graph_link (MapGraph *self, guint source, guint target);
SlLayoutCard *map_graph_at (MapGraph *self, guint card);

/* A map of @n cards in five columns, most links to the next column near the same height. */
MapGraph *map_graph_random_map (GRand *rand, guint n);
/* Anything: loops, cycles, parallel links, cards of any size, columns given or not. */
MapGraph *map_graph_random     (GRand *rand, guint n);

/* Draws, checks with map_check() and returns the drawing. */
SlLayout *map_draw  (MapGraph *self, SlLayoutEffort effort);
/* Fails the test where cards overlap or leave their column, or a link starts or ends elsewhere than at its cards, runs
 * through a card, or leaves the frame; and where the crossings drawn are not those told. */
void      map_check (const SlLayoutInput *input, const SlLayout *layout);
/* Takes the places of a drawing over as those to be kept. */
void      map_keep  (MapGraph *self, const SlLayout *layout);
/* Whether two drawings are the same to the last bit. */
gboolean  map_equal (const SlLayout *a, const SlLayout *b);

G_END_DECLS
