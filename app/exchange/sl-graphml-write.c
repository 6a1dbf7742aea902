/* Writes a drawing as GraphML.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sl-graphml.h"

#include <math.h>
#include <string.h>

/* Decimals written: heights are multiples of 1/64. */
#define DECIMALS 6
#define UNIT 1000000

/* Fixed notation without trailing zeros, whatever the locale. */
static void
add_number (GString *out, double number)
{
  char digits[32];
  gsize at = sizeof digits;
  gint64 rest = (gint64) floor (fabs (number) * UNIT + 0.5);
  int decimals = DECIMALS;

  if (number < 0 && rest > 0)
    g_string_append_c (out, '-');
  for (; decimals > 0 && rest % 10 == 0; decimals--)
    rest /= 10;
  for (int i = 0; i < decimals; i++, rest /= 10)
    digits[--at] = (char) ('0' + rest % 10);
  if (decimals > 0)
    digits[--at] = '.';
  do
    digits[--at] = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  g_string_append_len (out, digits + at, (gssize) (sizeof digits - at));
}

static void
add_text (GString *out, const char *text)
{
  for (const char *p = text;;)
    {
      gsize plain = strcspn (p, "&<>\"'\n\t\r");

      g_string_append_len (out, p, (gssize) plain);
      p += plain;
      switch (*p)
        {
        case '\0':
          return;
        case '&':
          g_string_append (out, "&amp;");
          break;
        case '<':
          g_string_append (out, "&lt;");
          break;
        case '>':
          g_string_append (out, "&gt;");
          break;
        case '"':
          g_string_append (out, "&quot;");
          break;
        default:
          g_string_append_printf (out, "&#%d;", *p);
        }
      p++;
    }
}

static void
add_data (GString *out, const char *key, double number)
{
  g_string_append (out, "      <data key=\"");
  g_string_append (out, key);
  g_string_append (out, "\">");
  add_number (out, number);
  g_string_append (out, "</data>\n");
}

static void
add_node (GString *out, const SlGraphmlNode *node, SlLayoutPoint at, int column)
{
  g_string_append (out, "    <node id=\"");
  add_text (out, node->id);
  g_string_append (out, "\">\n");
  if (node->label != NULL)
    {
      g_string_append (out, "      <data key=\"label\">");
      add_text (out, node->label);
      g_string_append (out, "</data>\n");
    }
  add_data (out, "column", node->card.column != SL_LAYOUT_ANY ? node->card.column : column);
  add_data (out, "width", node->card.width);
  add_data (out, "height", node->card.height);
  add_data (out, "x", at.x);
  add_data (out, "y", at.y);
  if (node->card.pinned)
    g_string_append (out, "      <data key=\"pinned\">true</data>\n");
  g_string_append (out, "    </node>\n");
}

static void
add_edge (GString *out, const SlGraphml *self, const SlLayout *layout, guint i)
{
  const SlGraphmlEdge *edge = &g_array_index (self->edges, SlGraphmlEdge, i);

  g_string_append (out, "    <edge");
  if (edge->id != NULL)
    {
      g_string_append (out, " id=\"");
      add_text (out, edge->id);
      g_string_append_c (out, '"');
    }
  g_string_append (out, " source=\"");
  add_text (out, g_array_index (self->nodes, SlGraphmlNode, edge->ends.source).id);
  g_string_append (out, "\" target=\"");
  add_text (out, g_array_index (self->nodes, SlGraphmlNode, edge->ends.target).id);
  g_string_append (out, "\"><data key=\"points\">");
  for (guint k = layout->first_point[i]; k < layout->first_point[i + 1]; k++)
    {
      if (k > layout->first_point[i])
        g_string_append_c (out, ' ');
      add_number (out, layout->points[k].x);
      g_string_append_c (out, ',');
      add_number (out, layout->points[k].y);
    }
  g_string_append (out, "</data></edge>\n");
}

GString *
sl_graphml_write (const SlGraphml *self, const SlLayout *layout)
{
  static const char *const keys[][3] = {
    { "label", "node", "string" }, { "column", "node", "int" }, { "width", "node", "double" },
    { "height", "node", "double" }, { "x", "node", "double" },  { "y", "node", "double" },
    { "pinned", "node", "boolean" }, { "points", "edge", "string" },
  };
  GString *out = g_string_sized_new (1024 + 300 * (gsize) self->nodes->len + 120 * (gsize) self->edges->len);

  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_string_append_printf (out, "  <key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", keys[i][0], keys[i][1],
                            keys[i][0], keys[i][2]);
  g_string_append (out, "  <graph id=\"g\" edgedefault=\"directed\">\n");
  for (guint i = 0; i < self->nodes->len; i++)
    add_node (out, &g_array_index (self->nodes, SlGraphmlNode, i), layout->cards[i], layout->columns[i]);
  for (guint i = 0; i < self->edges->len; i++)
    add_edge (out, self, layout, i);
  g_string_append (out, "  </graph>\n</graphml>\n");
  return out;
}
