/* Writes a graph as GraphML, by the one writer of XML.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sl-graphml.h"

#include "exchange/sl-xml-writer.h"

#include <math.h>
#include <string.h>

/* Decimals written: heights are multiples of 1/64. */
#define DECIMALS 6
#define UNIT 1000000
#define DIGITS 32

typedef struct
{
  const SlGraphml *graph;
  const SlLayout *layout;
  SlXmlWriter *xml;
} Writing;

/* Fixed notation without trailing zeros, whatever the locale. Returns where it begins in @digits. */
static const char *
put_number (double number, char digits[DIGITS])
{
  gsize at = DIGITS - 1;
  gint64 rest = (gint64) floor (fabs (number) * UNIT + 0.5);
  gboolean negative = number < 0 && rest > 0;
  int decimals = DECIMALS;

  digits[at] = '\0';
  for (; decimals > 0 && rest % 10 == 0; decimals--)
    rest /= 10;
  for (int i = 0; i < decimals; i++, rest /= 10)
    digits[--at] = (char) ('0' + rest % 10);
  if (decimals > 0)
    digits[--at] = '.';
  do
    digits[--at] = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (negative)
    digits[--at] = '-';
  return digits + at;
}

static void
add_text (const Writing *self, const char *key, const char *text)
{
  sl_xml_writer_start (self->xml, "data");
  sl_xml_writer_attribute (self->xml, "key", key);
  sl_xml_writer_content (self->xml, text);
  sl_xml_writer_end (self->xml);
}

static void
add_number (const Writing *self, const char *key, double number)
{
  char digits[DIGITS];

  add_text (self, key, put_number (number, digits));
}

static void
add_attribute (const Writing *self, const char *name, double number)
{
  char digits[DIGITS];

  sl_xml_writer_attribute (self->xml, name, put_number (number, digits));
}

static void
add_kept (const Writing *self, guint first, guint n)
{
  for (guint i = first; i < first + n; i++)
    {
      const SlGraphmlDatum *datum = &g_array_index (self->graph->data, SlGraphmlDatum, i);

      add_text (self, datum->name, datum->value);
    }
}

/* --- yEd ---------------------------------------------------------------------------------------------------------- */

/* yEd places by the corner and shows nothing that its graphics do not say. */
static void
add_node_graphics (const Writing *self, const SlGraphmlNode *node)
{
  const SlLayoutCard *card = &node->card;

  sl_xml_writer_start (self->xml, "data");
  sl_xml_writer_attribute (self->xml, "key", "graphics");
  sl_xml_writer_start (self->xml, "y:ShapeNode");
  sl_xml_writer_start (self->xml, "y:Geometry");
  add_attribute (self, "height", card->height);
  add_attribute (self, "width", card->width);
  add_attribute (self, "x", card->x - card->width / 2);
  add_attribute (self, "y", card->y - card->height / 2);
  sl_xml_writer_end (self->xml);
  sl_xml_writer_start (self->xml, "y:Fill");
  sl_xml_writer_attribute (self->xml, "color", "#FFFFFF");
  sl_xml_writer_attribute (self->xml, "transparent", "false");
  sl_xml_writer_end (self->xml);
  sl_xml_writer_start (self->xml, "y:NodeLabel");
  sl_xml_writer_attribute (self->xml, "autoSizePolicy", "node_width");
  sl_xml_writer_attribute (self->xml, "configuration", "CroppingLabel");
  sl_xml_writer_content (self->xml, node->label != NULL ? node->label : node->id);
  sl_xml_writer_end (self->xml);
  sl_xml_writer_start (self->xml, "y:Shape");
  sl_xml_writer_attribute (self->xml, "type", card->column >= 3 ? "roundrectangle" : "rectangle");
  sl_xml_writer_end (self->xml);
  sl_xml_writer_end (self->xml);
  sl_xml_writer_end (self->xml);
}

static void
add_edge_graphics (const Writing *self)
{
  sl_xml_writer_start (self->xml, "data");
  sl_xml_writer_attribute (self->xml, "key", "line");
  sl_xml_writer_start (self->xml, "y:PolyLineEdge");
  sl_xml_writer_start (self->xml, "y:Arrows");
  sl_xml_writer_attribute (self->xml, "source", "none");
  sl_xml_writer_attribute (self->xml, "target", "standard");
  sl_xml_writer_end (self->xml);
  sl_xml_writer_end (self->xml);
  sl_xml_writer_end (self->xml);
}

static void
add_graphics_key (const Writing *self, const char *id, const char *domain, const char *type)
{
  sl_xml_writer_start (self->xml, "key");
  sl_xml_writer_attribute (self->xml, "id", id);
  sl_xml_writer_attribute (self->xml, "for", domain);
  sl_xml_writer_attribute (self->xml, "yfiles.type", type);
  sl_xml_writer_end (self->xml);
}

/* --- The graph ---------------------------------------------------------------------------------------------------- */

static void
add_node (const Writing *self, guint i)
{
  const SlGraphmlNode *node = &g_array_index (self->graph->nodes, SlGraphmlNode, i);
  const SlLayout *layout = self->layout;

  sl_xml_writer_start (self->xml, "node");
  sl_xml_writer_attribute (self->xml, "id", node->id);
  if (node->label != NULL)
    add_text (self, "label", node->label);
  add_number (self, "column", layout == NULL || node->card.column != SL_LAYOUT_ANY ? node->card.column : layout->columns[i]);
  add_number (self, "width", node->card.width);
  add_number (self, "height", node->card.height);
  add_number (self, "x", layout != NULL ? layout->cards[i].x : node->card.x);
  add_number (self, "y", layout != NULL ? layout->cards[i].y : node->card.y);
  if (node->card.pinned)
    add_text (self, "pinned", "true");
  if (layout == NULL)
    {
      add_kept (self, node->first, node->n_data);
      add_node_graphics (self, node);
    }
  sl_xml_writer_end (self->xml);
}

static void
add_way (const Writing *self, guint i)
{
  const SlLayout *layout = self->layout;
  g_autoptr (GString) points = g_string_new (NULL);
  char digits[DIGITS];

  for (guint k = layout->first_point[i]; k < layout->first_point[i + 1]; k++)
    {
      if (k > layout->first_point[i])
        g_string_append_c (points, ' ');
      g_string_append (points, put_number (layout->points[k].x, digits));
      g_string_append_c (points, ',');
      g_string_append (points, put_number (layout->points[k].y, digits));
    }
  add_text (self, "points", points->str);
}

static void
add_edge (const Writing *self, guint i)
{
  const SlGraphmlEdge *edge = &g_array_index (self->graph->edges, SlGraphmlEdge, i);

  sl_xml_writer_start (self->xml, "edge");
  if (edge->id != NULL)
    sl_xml_writer_attribute (self->xml, "id", edge->id);
  sl_xml_writer_attribute (self->xml, "source", g_array_index (self->graph->nodes, SlGraphmlNode, edge->ends.source).id);
  sl_xml_writer_attribute (self->xml, "target", g_array_index (self->graph->nodes, SlGraphmlNode, edge->ends.target).id);
  if (self->layout != NULL)
    add_way (self, i);
  else
    {
      add_kept (self, edge->first, edge->n_data);
      add_edge_graphics (self);
    }
  sl_xml_writer_end (self->xml);
}

/* --- Keys --------------------------------------------------------------------------------------------------------- */

static void
add_key (const Writing *self, const char *name, const char *domain, const char *type)
{
  sl_xml_writer_start (self->xml, "key");
  sl_xml_writer_attribute (self->xml, "id", name);
  sl_xml_writer_attribute (self->xml, "for", domain);
  sl_xml_writer_attribute (self->xml, "attr.name", name);
  sl_xml_writer_attribute (self->xml, "attr.type", type);
  sl_xml_writer_end (self->xml);
}

/* Names of data kept, each once: what is of nodes comes before what is of edges, and none is of both. */
static void
add_kept_keys (const Writing *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint first_of_edges = self->graph->data->len;

  if (self->graph->edges->len > 0)
    first_of_edges = g_array_index (self->graph->edges, SlGraphmlEdge, 0).first;
  for (guint i = 0; i < self->graph->data->len; i++)
    {
      const SlGraphmlDatum *datum = &g_array_index (self->graph->data, SlGraphmlDatum, i);

      if (g_hash_table_add (seen, (gpointer) datum->name))
        add_key (self, datum->name, i < first_of_edges ? "node" : "edge",
                 /* What programs of graphs reckon with. */
                 strcmp (datum->name, "weight") == 0 ? "double" : strcmp (datum->name, "evidence") == 0 ? "int" : "string");
    }
}

static void
add_keys (const Writing *self)
{
  static const char *const keys[][3] = {
    { "label", "node", "string" }, { "column", "node", "int" }, { "width", "node", "double" },
    { "height", "node", "double" }, { "x", "node", "double" },  { "y", "node", "double" },
    { "pinned", "node", "boolean" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    add_key (self, keys[i][0], keys[i][1], keys[i][2]);
  if (self->layout != NULL)
    {
      add_key (self, "points", "edge", "string");
      return;
    }
  add_kept_keys (self);
  add_graphics_key (self, "graphics", "node", "nodegraphics");
  add_graphics_key (self, "line", "edge", "edgegraphics");
}

static gboolean
take_bytes (const void *bytes, gsize length, gpointer out, GError **error)
{
  g_string_append_len (out, bytes, (gssize) length);
  return TRUE;
}

GString *
sl_graphml_write (const SlGraphml *self, const SlLayout *layout, GError **error)
{
  GString *out = g_string_sized_new (1024 + 300 * (gsize) self->nodes->len + 120 * (gsize) self->edges->len);
  g_autoptr (SlXmlWriter) xml = sl_xml_writer_new (take_bytes, out);
  Writing writing = { self, layout, xml };

  sl_xml_writer_start (xml, "graphml");
  sl_xml_writer_attribute (xml, "xmlns", "http://graphml.graphdrawing.org/xmlns");
  if (layout == NULL)
    sl_xml_writer_attribute (xml, "xmlns:y", "http://www.yworks.com/xml/graphml");
  add_keys (&writing);
  sl_xml_writer_start (xml, "graph");
  sl_xml_writer_attribute (xml, "id", "g");
  sl_xml_writer_attribute (xml, "edgedefault", "directed");
  for (guint i = 0; i < self->nodes->len; i++)
    add_node (&writing, i);
  for (guint i = 0; i < self->edges->len; i++)
    add_edge (&writing, i);
  sl_xml_writer_end (xml);
  sl_xml_writer_end (xml);
  if (sl_xml_writer_finish (xml, error))
    return out;
  g_string_free (out, TRUE);
  return NULL;
}
