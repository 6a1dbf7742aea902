/* What lies beneath the cards, in tiles: while the map is moved only those are painted that come into sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/widgets/sl-map-canvas-private.h"

#include <math.h>

#define SIDE 256      /* pixels */
#define SCREENS_MAX 3 /* of tiles kept that were in sight: a screen is about 6 MiB where they become textures */

typedef struct
{
  gint32 column, row; /* of tiles, from the drawing's origin */
  GskRenderNode *node;
} Tile;

static guint
hash_tile (gconstpointer tile)
{
  return (guint) ((const Tile *) tile)->column * 31u + (guint) ((const Tile *) tile)->row;
}

static gboolean
are_same (gconstpointer a, gconstpointer b)
{
  const Tile *x = a, *y = b;

  return x->column == y->column && x->row == y->row;
}

static void
free_tile (gpointer data)
{
  Tile *tile = data;

  gsk_render_node_unref (tile->node);
  g_free (tile);
}

void
sl_map_canvas_forget_tiles (SlMapCanvas *self)
{
  g_clear_pointer (&self->tiles, g_hash_table_unref);
}

static Tile *
paint_tile (SlMapCanvas *self, gint32 column, gint32 row)
{
  Tile *tile = g_new0 (Tile, 1);
  SlMapParts parts = self->scale >= SL_MAP_READABLE ? SL_MAP_LINKS : SL_MAP_LINKS | SL_MAP_CARDS;
  cairo_t *cr;

  tile->column = column;
  tile->row = row;
  tile->node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, SIDE, SIDE));
  cr = gsk_cairo_node_get_draw_context (tile->node);
  cairo_translate (cr, -(double) column * SIDE, -(double) row * SIDE);
  cairo_scale (cr, self->scale, self->scale);
  sl_map_paint (self->drawing, cr, parts, &self->style);
  cairo_destroy (cr);
  self->n_tiles_painted++;
  return tile;
}

/* Where the map is at whole pixels, so that tiles meet without a seam. */
void
sl_map_canvas_snapshot_tiles (SlMapCanvas *self, GtkSnapshot *snapshot)
{
  double left = round (self->x * self->scale), top = round (self->y * self->scale);
  gint32 first = (gint32) floor (left / SIDE), last = (gint32) floor ((left + self->width - 1) / SIDE);
  gint32 above = (gint32) floor (top / SIDE), below = (gint32) floor ((top + self->height - 1) / SIDE);

  guint most = (guint) ((last - first + 1) * (below - above + 1)) * SCREENS_MAX;

  if (self->tiles != NULL && (self->tile_scale != self->scale || g_hash_table_size (self->tiles) > most))
    sl_map_canvas_forget_tiles (self);
  if (self->tiles == NULL)
    self->tiles = g_hash_table_new_full (hash_tile, are_same, free_tile, NULL);
  self->tile_scale = self->scale;
  for (gint32 row = above; row <= below; row++)
    for (gint32 column = first; column <= last; column++)
      {
        Tile *tile = g_hash_table_lookup (self->tiles, &(Tile){ .column = column, .row = row });

        if (tile == NULL)
          {
            tile = paint_tile (self, column, row);
            g_hash_table_add (self->tiles, tile);
          }
        gtk_snapshot_save (snapshot);
        gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (column * (double) SIDE - left),
                                                                (float) (row * (double) SIDE - top)));
        gtk_snapshot_append_node (snapshot, tile->node);
        gtk_snapshot_restore (snapshot);
      }
}
