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
/* Keys that mean something here: each datum is compared with all of them. */
#define KEYS_MAX 64

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

/* Elements that mean something here. */
typedef enum
{
  IN_OTHER,
  IN_KEY,
  IN_DEFAULT,
  IN_NODE,
  IN_DATA,
} Element;

typedef struct
{
  const char *id;
  Data data;
} Key;

typedef struct
{
  SlGraphml *graph;
  const char *name;
  GArray *keys;       /* of Key */
  GHashTable *by_id;  /* id of a node -> index + 1 */
  GArray *targets;    /* of const char *: two for every edge, until all nodes are known */
  GArray *lines;      /* of int: of every edge */
  char *defaults[N_DATA];
  guint given;        /* bits of Data of the open node */
  int node;           /* index of the open node, or -1 */
  Element open[SL_XML_DEPTH_MAX + 1];
  guint depth;
  Data data;          /* whose text is being read, or DATA_OTHER */
  int line;           /* where its element begins */
  GString *text;
  GError *error;      /* ours, with its place; ends cannot fail, so it waits for the next start */
} Reader;

/* Keeps the first thing that is wrong; always FALSE. */
static gboolean G_GNUC_PRINTF (4, 5)
fail (Reader *self, int line, int code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  if (self->error == NULL)
    self->error = g_error_new (SL_ERROR, code, "%s:%d: %s", self->name, line, message);
  return FALSE;
}

static const SlXmlAttribute *
attribute (const SlXmlElement *element, const char *name)
{
  for (guint i = 0; i < element->n_attributes; i++)
    if (element->attributes[i].space == NULL && strcmp (element->attributes[i].name, name) == 0)
      return &element->attributes[i];
  return NULL;
}

static gboolean
is_value (const SlXmlAttribute *attribute, const char *text)
{
  return strlen (text) == attribute->n && memcmp (text, attribute->value, attribute->n) == 0;
}

/* NULL for an attribute that is not there. */
static const char *
keep_value (Reader *self, const SlXmlAttribute *attribute)
{
  return attribute != NULL ? g_string_chunk_insert_len (self->graph->texts, attribute->value, (gssize) attribute->n) : NULL;
}

/* --- Values -------------------------------------------------------------------------------------------------------- */

static gboolean
read_number (Reader *self, int line, Data data, const char *text, double *number)
{
  char *end;

  *number = g_ascii_strtod (text, &end);
  while (g_ascii_isspace (*end))
    end++;
  if (*text != '\0' && *end == '\0' && isfinite (*number))
    return TRUE;
  return fail (self, line, SL_ERROR_DAMAGED, _ ("%s: “%s” is not a number"), data_names[data], text);
}

static gboolean
take_value (Reader *self, SlGraphmlNode *node, int line, Data data, const char *text)
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
  if (!read_number (self, line, data, text, &number))
    return FALSE;
  if (data == DATA_COLUMN && (number != floor (number) || number < 0 || number > SL_LAYOUT_MAX_COLUMN))
    return fail (self, line, SL_ERROR_DAMAGED, _ ("column: “%s” is not a whole number from 0 to %d"), text, SL_LAYOUT_MAX_COLUMN);
  if ((data == DATA_WIDTH || data == DATA_HEIGHT) && (number < 0 || number > SL_LAYOUT_MAX_LENGTH))
    return fail (self, line, SL_ERROR_DAMAGED, _ ("%s: “%s” is not a length of 0 to %d"), data_names[data], text,
                 (int) SL_LAYOUT_MAX_LENGTH);
  if ((data == DATA_X || data == DATA_Y) && fabs (number) > SL_LAYOUT_MAX_PLACE)
    return fail (self, line, SL_ERROR_DAMAGED, _ ("%s: “%s” is too far away"), data_names[data], text);
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

static Element
start_key (Reader *self, const SlXmlElement *element)
{
  const SlXmlAttribute *name = attribute (element, "attr.name");
  const SlXmlAttribute *domain = attribute (element, "for");
  Key key = { keep_value (self, attribute (element, "id")), DATA_OTHER };

  if (key.id != NULL && name != NULL && (domain == NULL || is_value (domain, "node") || is_value (domain, "all")))
    for (int i = DATA_LABEL; i < N_DATA; i++)
      if (is_value (name, data_names[i]))
        key.data = (Data) i;
  if (self->keys->len >= KEYS_MAX)
    fail (self, element->line, SL_ERROR_LIMIT, _ ("there are more than %d keys"), KEYS_MAX);
  else if (key.data != DATA_OTHER)
    g_array_append_val (self->keys, key);
  self->data = key.data;
  return IN_KEY;
}

/* What was not given of the open node: defaults of keys, then ours. */
static void
finish_node (Reader *self)
{
  SlGraphmlNode *node;

  if (self->node < 0)
    return;
  node = &g_array_index (self->graph->nodes, SlGraphmlNode, self->node);
  for (int i = DATA_LABEL; i < N_DATA; i++)
    if (!(self->given & (1u << i)) && self->defaults[i] != NULL)
      {
        take_value (self, node, self->line, (Data) i, self->defaults[i]);
        self->given |= 1u << i;
      }
  node->card.placed = (self->given & (1u << DATA_X)) && (self->given & (1u << DATA_Y));
  if (node->card.height < 0)
    node->card.height = label_height (node->label);
  self->node = -1;
}

static Element
start_node (Reader *self, const SlXmlElement *element)
{
  SlGraphmlNode node = { .card = { .width = WIDTH, .height = -1, .column = SL_LAYOUT_ANY } };

  /* A graph nested in a node ends the node's own data. */
  finish_node (self);
  node.id = keep_value (self, attribute (element, "id"));
  if (node.id == NULL)
    fail (self, element->line, SL_ERROR_DAMAGED, _ ("a node has no id"));
  else if (!g_hash_table_insert (self->by_id, (gpointer) node.id, GUINT_TO_POINTER (self->graph->nodes->len + 1)))
    fail (self, element->line, SL_ERROR_DAMAGED, _ ("there are two nodes “%s”"), node.id);
  else if (self->graph->nodes->len >= SL_LAYOUT_MAX_CARDS)
    fail (self, element->line, SL_ERROR_LIMIT, _ ("there are more than %d nodes"), SL_LAYOUT_MAX_CARDS);
  self->node = (int) self->graph->nodes->len;
  self->given = 0;
  self->line = element->line;
  g_array_append_val (self->graph->nodes, node);
  return IN_NODE;
}

static Element
start_edge (Reader *self, const SlXmlElement *element)
{
  SlGraphmlEdge edge = { .id = keep_value (self, attribute (element, "id")) };
  const char *ends[2] = { keep_value (self, attribute (element, "source")), keep_value (self, attribute (element, "target")) };

  finish_node (self);
  if (ends[0] == NULL || ends[1] == NULL)
    fail (self, element->line, SL_ERROR_DAMAGED, _ ("an edge has no source or no target"));
  else if (self->graph->edges->len >= SL_LAYOUT_MAX_LINKS)
    fail (self, element->line, SL_ERROR_LIMIT, _ ("there are more than %d edges"), SL_LAYOUT_MAX_LINKS);
  g_array_append_vals (self->targets, ends, 2);
  g_array_append_val (self->lines, element->line);
  g_array_append_val (self->graph->edges, edge);
  return IN_OTHER;
}

static Element
start_data (Reader *self, const SlXmlElement *element)
{
  const SlXmlAttribute *key = attribute (element, "key");

  self->data = DATA_OTHER;
  self->line = element->line;
  for (guint i = 0; key != NULL && self->node >= 0 && i < self->keys->len; i++)
    if (is_value (key, g_array_index (self->keys, Key, i).id))
      self->data = g_array_index (self->keys, Key, i).data;
  return IN_DATA;
}

static Element
start_element (Reader *self, const SlXmlElement *element)
{
  gboolean ours = element->space == NULL || strcmp (element->space, NAMESPACE) == 0;

  if (self->depth == 0 && (!ours || strcmp (element->name, "graphml") != 0))
    fail (self, element->line, SL_ERROR_DAMAGED, _ ("this is not GraphML"));
  else if (!ours)
    return IN_OTHER;
  else if (strcmp (element->name, "data") == 0)
    return start_data (self, element);
  else if (strcmp (element->name, "node") == 0)
    return start_node (self, element);
  else if (strcmp (element->name, "edge") == 0)
    return start_edge (self, element);
  else if (strcmp (element->name, "key") == 0)
    return start_key (self, element);
  else if (strcmp (element->name, "default") == 0)
    return IN_DEFAULT;
  else if (strcmp (element->name, "hyperedge") == 0)
    fail (self, element->line, SL_ERROR_DAMAGED, _ ("hyperedges cannot be laid out"));
  return IN_OTHER;
}

static gboolean
on_start (gpointer data, const SlXmlElement *element, GError **error)
{
  Reader *self = data;
  Element type = start_element (self, element);

  g_string_truncate (self->text, 0);
  if (self->depth < G_N_ELEMENTS (self->open))
    self->open[self->depth++] = type;
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

static void
on_end (gpointer data)
{
  Reader *self = data;
  Element type = self->depth > 0 ? self->open[--self->depth] : IN_OTHER;

  if (type == IN_NODE)
    finish_node (self);
  else if (type == IN_DEFAULT && self->data != DATA_OTHER && self->depth > 0 && self->open[self->depth - 1] == IN_KEY)
    {
      g_free (self->defaults[self->data]);
      self->defaults[self->data] = g_strdup (self->text->str);
    }
  else if (type == IN_DATA && self->data != DATA_OTHER && self->node >= 0)
    {
      self->given |= 1u << self->data;
      take_value (self, &g_array_index (self->graph->nodes, SlGraphmlNode, self->node), self->line, self->data,
                  self->text->str);
    }
  if (type == IN_DATA || type == IN_KEY)
    self->data = DATA_OTHER;
}

static void
on_text (gpointer data, const char *text, gsize n, int line)
{
  Reader *self = data;

  if (self->data != DATA_OTHER)
    g_string_append_len (self->text, text, (gssize) n);
}

static void
resolve_edges (Reader *self)
{
  for (guint i = 0; i < self->targets->len && self->error == NULL; i++)
    {
      const char *id = g_array_index (self->targets, const char *, i);
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id));
      SlGraphmlEdge *edge = &g_array_index (self->graph->edges, SlGraphmlEdge, i / 2);

      if (index == 0)
        fail (self, g_array_index (self->lines, int, i / 2), SL_ERROR_DAMAGED, _ ("there is no node “%s”"), id);
      *(i % 2 == 0 ? &edge->ends.source : &edge->ends.target) = index - 1;
    }
}

static gboolean
read_all (Reader *self, GInputStream *stream, GCancellable *cancellable, GError **error)
{
  static const SlXmlHandler handler = { on_start, on_end, on_text };
  g_autoptr (GError) broken = NULL;
  int line = 0;

  if (sl_xml_input_read (stream, cancellable, SL_XML_BYTES_MAX, &handler, self, &line, &broken))
    resolve_edges (self);
  if (self->error == NULL && broken == NULL)
    return TRUE;
  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  else if (line > 0)
    g_propagate_prefixed_error (error, g_steal_pointer (&broken), "%s:%d: ", self->name, line);
  else
    g_propagate_prefixed_error (error, g_steal_pointer (&broken), "%s: ", self->name);
  return FALSE;
}

SlGraphml *
sl_graphml_read (GInputStream *stream, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (SlGraphml) graph = g_new0 (SlGraphml, 1);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (const char *));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (int));
  Reader self = { graph, name, keys, by_id, targets, lines, .node = -1, .text = g_string_new (NULL) };
  gboolean done;

  graph->nodes = g_array_new (FALSE, FALSE, sizeof (SlGraphmlNode));
  graph->edges = g_array_new (FALSE, FALSE, sizeof (SlGraphmlEdge));
  graph->texts = g_string_chunk_new (16 * 1024);
  done = read_all (&self, stream, cancellable, error);
  for (int i = 0; i < N_DATA; i++)
    g_free (self.defaults[i]);
  g_string_free (self.text, TRUE);
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
