/* sl-sift-private.h: moving single vertices to where they cross least, and taking moves back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/sl-layers-private.h"

G_BEGIN_DECLS

/* The same numbers on every machine (xorshift64*, Vigna, ACM TOMS 42(4), 2016). */
typedef struct
{
  guint64 state;
} SlRandom;

/* From 0 to below @limit. */
static inline int
sl_random_number (SlRandom *self, int limit)
{
  self->state ^= self->state >> 12;
  self->state ^= self->state << 25;
  self->state ^= self->state >> 27;
  return (int) (((self->state * G_GUINT64_CONSTANT (0x2545F4914F6CDD1D)) >> 33) % (guint64) limit);
}

typedef struct
{
  int vertex, from;
} SlSiftMove;

typedef struct
{
  SlLayers *layers;
  SlRandom random;
  gint64 work;     /* edges looked at so far: the clock of every search, the same on every machine */
  gint64 gain;     /* crossings saved less crossings added since the log was emptied */
  gboolean drift;  /* also move where it makes no difference */
  int *table[2];   /* by place in the column to the left and to the right */
  int *places[2];  /* of the neighbours of the vertex being moved, sorted */
  int *queue;      /* vertices to look at: a ring of layers->n */
  gboolean *queued;
  int head, n_queued;
  GArray *log;     /* of SlSiftMove */
} SlSift;

void sl_sift_init  (SlSift *self, SlLayers *layers);
void sl_sift_clear (SlSift *self);
/* Puts @vertex to @place, moving up what is between; logged. Does not count crossings. */
void sl_sift_move  (SlSift *self, int vertex, int place);
/* Moves @vertex within @reach to where it crosses least. Returns whether it moved. */
gboolean sl_sift_vertex (SlSift *self, int vertex, int reach);
/* What changes when two vertices, one right below the other, swap: crossings after less before. */
int  sl_sift_swap_cost (SlSift *self, int above, int below);
void sl_sift_enqueue (SlSift *self, int vertex);
void sl_sift_enqueue_neighbours (SlSift *self, int vertex);
/* Moves what is queued and, where something moved, what is near, until nothing changes or @limit is reached by work. */
void sl_sift_run   (SlSift *self, int reach, gint64 limit);
/* Gives every link with several bends its best way, one after the other, and queues what is beside (sl-reroute.c). */
void sl_sift_reroute_all (SlSift *self, gint64 limit);
/* All of it: from an order with so many @crossings to one with as few as @effort finds (sl-settle.c). */
void sl_sift_settle (SlSift *self, SlLayoutEffort effort, gint64 crossings);
/* Takes back all that is logged. */
void sl_sift_undo  (SlSift *self);
void sl_sift_forget (SlSift *self);

/* A first order (sl-spectrum.c). */
void   sl_order_spectral (SlLayers *self);
/* Sweeps while that helps and leaves the best order; returns its crossings (sl-order.c). */
gint64 sl_order_sweeps   (SlLayers *self);

G_END_DECLS
