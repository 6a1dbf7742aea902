/* sl-graphml.h: graphs as GraphML, for layout and for exchange.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Read are nodes with the data label, column (from 0), width, height, x, y (the card's centre) and pinned, and edges; all
 * lengths in px, y down. Other data, descriptions and ports are passed over; nested graphs are read as if they were not
 * nested; hyperedges are refused. Data are found by attr.name, whatever their key is called; defaults of keys count. What
 * has another attr.name is kept as it is; a node without label takes that of its yEd graphics.
 * Written are the same data, and for edges their points, "x,y x,y ...", from the side of the source to that of the target.
 */
#pragma once

#include "map/sl-layout.h"

G_BEGIN_DECLS

/* One of the data kept as they are. @name: its attr.name. */
typedef struct
{
  const char *name, *value;
} SlGraphmlDatum;

/**
 * SlGraphmlNode:
 * @id: unique among the nodes
 * @label: (nullable): as given
 * @card: what the layout needs. Width is 180 where none is given, height what the label takes at 24 characters a line;
 *   column SL_LAYOUT_ANY; placed when both x and y are given
 * @line: where it begins
 * @first: of its other data, @n_data of them in SlGraphml.data
 */
typedef struct
{
  const char *id;
  const char *label;
  SlLayoutCard card;
  int line;
  guint first, n_data;
} SlGraphmlNode;

/* @id may be NULL; ends are indices of nodes; the rest as of a node. */
typedef struct
{
  const char *id;
  SlLayoutLink ends;
  int line;
  guint first, n_data;
} SlGraphmlEdge;

typedef struct
{
  GArray *nodes;       /* of SlGraphmlNode, in order of the document */
  GArray *edges;       /* of SlGraphmlEdge, likewise */
  GArray *data;        /* of SlGraphmlDatum */
  GStringChunk *texts; /* theirs */
} SlGraphml;

/* Without anything. Free with sl_graphml_free(). */
SlGraphml *sl_graphml_new   (void);
/* The value of that name among the data of a node or an edge; NULL when it has none. */
const char *sl_graphml_find (const SlGraphml *self, guint first, guint n_data, const char *name);

/**
 * sl_graphml_read:
 * @stream: the document; see sl-xml-input-private.h for what is refused of it
 * @name: what messages call it: "name:line: ..."
 * @cancellable: (nullable)
 * @error: SL_ERROR_DAMAGED (not well-formed, not GraphML, a number that is none, an edge to nowhere), SL_ERROR_LIMIT,
 *   SL_ERROR_IO, SL_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the graph; free with sl_graphml_free()
 */
SlGraphml *sl_graphml_read  (GInputStream *stream, const char *name, GCancellable *cancellable, GError **error);
void       sl_graphml_free  (SlGraphml *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlGraphml, sl_graphml_free)

/**
 * sl_graphml_write:
 * @layout: (nullable): a drawing of @self's nodes and edges in their order; else the places of the cards themselves are
 *   written, how yEd is to draw them, and no ways
 *
 * Texts must be clean, as those read are. Returns: (transfer full) (nullable): the document; NULL with SL_ERROR_INTERNAL
 */
GString   *sl_graphml_write (const SlGraphml *self, const SlLayout *layout, GError **error);

G_END_DECLS
