/* Reads GraphML: one pass, edges resolved at the end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "exchange/sl-graphml.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "exchange/sl-xml-input-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define NAMESPACE "http://graphml.graphdrawing.org/xmlns"
#define WIDTH 180.0
#define LINE_HEIGHT 16.0
#define PADDING 32.0
#define LINE_LENGTH 24

/* Data that mean something here. */
typedef enum
{
  DATA_OTHER,
  DATA_LABEL,
  DATA_COLUMN,
  DATA_WIDTH,
  DATA_HEIGHT,
  DATA_X,
  DATA_Y,
  DATA_PINNED,
  N_DATA,
} Data;

static const char *const data_names[N_DATA] = { "", "label", "column", "width", "height", "x", "y", "pinned" };

typedef struct
{
  SlGraphml *graph;
  const char *name;
  GHashTable *keys;   /* id -> Data */
  GHashTable *by_id;  /* id of a node -> index + 1 */
  GArray *targets;    /* of const char *: two for every edge, until all nodes are known */
  GArray *lines;      /* of int: of every edge */
  char *defaults[N_DATA];
  guint given;        /* bits of Data of the innermost node */
  int node;           /* index of the open node, or -1 */
  gboolean root;      /* <graphml> has been seen */
  Data data;          /* whose text is being read, or DATA_OTHER */
  gboolean in_default;
  GString *text;
} Reader;

static gboolean G_GNUC_PRINTF (4, 5)
fail (const Reader *self, int line, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED, "%s:%d: %s", self->name, line, message);
  return FALSE;
}

static const char *
attribute (const SlXmlEvent *event, const char *name)
{
  for (guint i = 0; i < event->n_attributes; i++)
    if (event->attributes[i].space == NULL && strcmp (event->attributes[i].name, name) == 0)
      return event->attributes[i].value;
  return NULL;
}

/* --- Values -------------------------------------------------------------------------------------------------------- */

static gboolean
read_number (const Reader *self, int line, Data data, const char *text, double *number, GError **error)
{
  char *end;

  *number = g_ascii_strtod (text, &end);
  while (g_ascii_isspace (*end))
    end++;
  if (*text != '\0' && *end == '\0' && isfinite (*number))
    return TRUE;
  return fail (self, line, error, _ ("%s: “%s” is not a number"), data_names[data], text);
}

static gboolean
take_value (Reader *self, SlGraphmlNode *node, int line, Data data, const char *text, GError **error)
{
  double number = 0;

  if (data == DATA_LABEL)
    {
      node->label = g_string_chunk_insert (self->graph->texts, text);
      return TRUE;
    }
  if (data == DATA_PINNED)
    {
      node->card.pinned = g_ascii_strcasecmp (text, "true") == 0 || strcmp (text, "1") == 0;
      return TRUE;
    }
  if (!read_number (self, line, data, text, &number, error))
    return FALSE;
  if (data == DATA_COLUMN && (number != floor (number) || number < 0 || number > SL_LAYOUT_MAX_COLUMN))
    return fail (self, line, error, _ ("column: “%s” is not a whole number from 0 to %d"), text, SL_LAYOUT_MAX_COLUMN);
  if ((data == DATA_WIDTH || data == DATA_HEIGHT) && (number < 0 || number > SL_LAYOUT_MAX_LENGTH))
    return fail (self, line, error, _ ("%s: “%s” is not a length of 0 to %d"), data_names[data], text,
                 (int) SL_LAYOUT_MAX_LENGTH);
  if ((data == DATA_X || data == DATA_Y) && fabs (number) > SL_LAYOUT_MAX_PLACE)
    return fail (self, line, error, _ ("%s: “%s” is too far away"), data_names[data], text);
  if (data == DATA_COLUMN)
    node->card.column = (int) number;
  else
    *(data == DATA_WIDTH ? &node->card.width : data == DATA_HEIGHT ? &node->card.height
      : data == DATA_X ? &node->card.x : &node->card.y) = number;
  return TRUE;
}

static double
label_height (const char *label)
{
  guint lines = label != NULL ? (sl_text_length (label) + LINE_LENGTH - 1) / LINE_LENGTH : 0;

  return PADDING + LINE_HEIGHT * MAX (1, lines);
}

/* --- Elements ------------------------------------------------------------------------------------------------------ */

static gboolean
start_key (Reader *self, const SlXmlEvent *event)
{
  const char *id = attribute (event, "id");
  const char *name = attribute (event, "attr.name");
  const char *domain = attribute (event, "for");

  self->data = DATA_OTHER;
  if (id == NULL || name == NULL || (domain != NULL && strcmp (domain, "node") != 0 && strcmp (domain, "all") != 0))
    return TRUE;
  for (int i = DATA_LABEL; i < N_DATA; i++)
    if (strcmp (data_names[i], name) == 0)
      {
        g_hash_table_insert (self->keys, g_string_chunk_insert (self->graph->texts, id), GINT_TO_POINTER (i));
        self->data = (Data) i;
      }
  return TRUE;
}

static gboolean
start_node (Reader *self, const SlXmlEvent *event, GError **error)
{
  SlGraphmlNode node = { .card = { .width = WIDTH, .height = -1, .column = SL_LAYOUT_ANY } };
  const char *id = attribute (event, "id");

  if (id == NULL)
    return fail (self, event->line, error, _ ("a node has no id"));
  node.id = g_string_chunk_insert (self->graph->texts, id);
  if (!g_hash_table_insert (self->by_id, (gpointer) node.id, GUINT_TO_POINTER (self->graph->nodes->len + 1)))
    return fail (self, event->line, error, _ ("there are two nodes “%s”"), id);
  if (self->graph->nodes->len >= SL_LAYOUT_MAX_CARDS)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_LIMIT, _ ("%s:%d: there are more than %d nodes"), self->name, event->line,
                   SL_LAYOUT_MAX_CARDS);
      return FALSE;
    }
  self->node = (int) self->graph->nodes->len;
  self->given = 0;
  g_array_append_val (self->graph->nodes, node);
  return TRUE;
}

static gboolean
start_edge (Reader *self, const SlXmlEvent *event, GError **error)
{
  const char *id = attribute (event, "id");
  const char *ends[2] = { attribute (event, "source"), attribute (event, "target") };
  SlGraphmlEdge edge = { .id = id != NULL ? g_string_chunk_insert (self->graph->texts, id) : NULL };

  if (ends[0] == NULL || ends[1] == NULL)
    return fail (self, event->line, error, _ ("an edge has no source or no target"));
  if (self->graph->edges->len >= SL_LAYOUT_MAX_LINKS)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_LIMIT, _ ("%s:%d: there are more than %d edges"), self->name, event->line,
                   SL_LAYOUT_MAX_LINKS);
      return FALSE;
    }
  for (int i = 0; i < 2; i++)
    {
      const char *end = g_string_chunk_insert (self->graph->texts, ends[i]);

      g_array_append_val (self->targets, end);
    }
  g_array_append_val (self->lines, event->line);
  g_array_append_val (self->graph->edges, edge);
  return TRUE;
}

static gboolean
start_element (Reader *self, const SlXmlEvent *event, GError **error)
{
  gboolean ours = event->space == NULL || strcmp (event->space, NAMESPACE) == 0;
  const char *key;

  if (!self->root && (!ours || strcmp (event->name, "graphml") != 0))
    return fail (self, event->line, error, _ ("this is not GraphML"));
  self->root = TRUE;
  g_string_truncate (self->text, 0);
  if (!ours)
    return TRUE;
  if (strcmp (event->name, "key") == 0)
    return start_key (self, event);
  if (strcmp (event->name, "node") == 0)
    return start_node (self, event, error);
  if (strcmp (event->name, "edge") == 0)
    {
      self->node = -1;
      return start_edge (self, event, error);
    }
  if (strcmp (event->name, "hyperedge") == 0)
    return fail (self, event->line, error, _ ("hyperedges cannot be laid out"));
  if (strcmp (event->name, "data") == 0)
    {
      key = attribute (event, "key");
      self->data = self->node >= 0 && key != NULL
                       ? (Data) GPOINTER_TO_INT (g_hash_table_lookup (self->keys, key)) : DATA_OTHER;
    }
  return TRUE;
}

/* What was not given of a node: defaults of keys, then ours. */
static gboolean
finish_node (Reader *self, int line, GError **error)
{
  SlGraphmlNode *node = &g_array_index (self->graph->nodes, SlGraphmlNode, self->node);

  for (int i = DATA_LABEL; i < N_DATA; i++)
    if (!(self->given & (1u << i)) && self->defaults[i] != NULL)
      {
        if (!take_value (self, node, line, (Data) i, self->defaults[i], error))
          return FALSE;
        self->given |= 1u << i;
      }
  node->card.placed = (self->given & (1u << DATA_X)) && (self->given & (1u << DATA_Y));
  if (node->card.height < 0)
    node->card.height = label_height (node->label);
  self->node = -1;
  return TRUE;
}

static gboolean
end_element (Reader *self, const SlXmlEvent *event, GError **error)
{
  Data data = self->data;

  if (strcmp (event->name, "default") == 0 && data != DATA_OTHER && self->node < 0)
    {
      g_free (self->defaults[data]);
      self->defaults[data] = g_strdup (self->text->str);
    }
  else if (strcmp (event->name, "key") == 0)
    self->data = DATA_OTHER;
  else if (strcmp (event->name, "data") == 0)
    {
      self->data = DATA_OTHER;
      if (data == DATA_OTHER || self->node < 0)
        return TRUE;
      self->given |= 1u << data;
      return take_value (self, &g_array_index (self->graph->nodes, SlGraphmlNode, self->node), event->line, data,
                         self->text->str, error);
    }
  else if (self->node >= 0 && (strcmp (event->name, "node") == 0))
    return finish_node (self, event->line, error);
  return TRUE;
}

/* A graph nested in a node ends the node's own data. */
static gboolean
before_nested (Reader *self, const SlXmlEvent *event, GError **error)
{
  if (self->node >= 0 && (strcmp (event->name, "graph") == 0 || strcmp (event->name, "node") == 0))
    return finish_node (self, event->line, error);
  return TRUE;
}

static gboolean
resolve_edges (Reader *self, GError **error)
{
  for (guint i = 0; i < self->targets->len; i++)
    {
      const char *id = g_array_index (self->targets, const char *, i);
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id));
      SlGraphmlEdge *edge = &g_array_index (self->graph->edges, SlGraphmlEdge, i / 2);

      if (index == 0)
        return fail (self, g_array_index (self->lines, int, i / 2), error, _ ("there is no node “%s”"), id);
      *(i % 2 == 0 ? &edge->ends.source : &edge->ends.target) = index - 1;
    }
  return TRUE;
}

static gboolean
read_all (Reader *self, SlXmlInput *input, GError **error)
{
  SlXmlEvent event = { 0 };

  for (;;)
    switch (sl_xml_input_next (input, &event, error))
      {
      case SL_XML_START:
        if (!before_nested (self, &event, error) || !start_element (self, &event, error))
          return FALSE;
        break;
      case SL_XML_END:
        if (!end_element (self, &event, error))
          return FALSE;
        break;
      case SL_XML_TEXT:
        if (self->data != DATA_OTHER)
          g_string_append (self->text, event.text);
        break;
      case SL_XML_DONE:
        return resolve_edges (self, error);
      case SL_XML_FAILED:
      default:
        g_prefix_error (error, event.line > 0 ? "%s:%d: " : "%s: ", self->name, event.line);
        return FALSE;
      }
}

SlGraphml *
sl_graphml_read (GInputStream *stream, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (SlGraphml) graph = g_new0 (SlGraphml, 1);
  g_autoptr (SlXmlInput) input = sl_xml_input_new (stream, cancellable);
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (const char *));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GString) text = g_string_new (NULL);
  Reader self = { graph, name, keys, by_id, targets, lines, .node = -1, .text = text };
  gboolean done;

  graph->nodes = g_array_new (FALSE, FALSE, sizeof (SlGraphmlNode));
  graph->edges = g_array_new (FALSE, FALSE, sizeof (SlGraphmlEdge));
  graph->texts = g_string_chunk_new (16 * 1024);
  done = read_all (&self, input, error);
  for (int i = 0; i < N_DATA; i++)
    g_free (self.defaults[i]);
  return done ? g_steal_pointer (&graph) : NULL;
}

void
sl_graphml_free (SlGraphml *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_string_chunk_free (self->texts);
  g_free (self);
}
