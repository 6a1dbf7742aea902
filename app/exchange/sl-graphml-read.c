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
/* Graphics of yEd, whose labels count. */
#define YED "http://www.yworks.com/xml/graphml"
/* Each datum is compared with all keys that count. */
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
  DATA_KEPT = N_DATA, /* as it is */
} Data;

static const char *const data_names[N_DATA] = { "", "label", "column", "width", "height", "x", "y", "pinned" };

/* Elements that mean something here. */
typedef enum
{
  IN_OTHER,
  IN_KEY,
  IN_DEFAULT,
  IN_NODE,
  IN_EDGE,
  IN_DATA,
  IN_LABEL, /* of yEd */
} Element;

typedef struct
{
  const char *id;
  Data data;
  const char *name;          /* of DATA_KEPT */
  gboolean of_node, of_edge; /* what it is for */
} Key;

typedef struct
{
  SlGraphml *graph;
  const char *name;
  GArray *keys;       /* of Key */
  GHashTable *by_id;  /* id of a node -> index + 1 */
  GArray *targets;    /* of const char *: two for every edge, until all nodes are known */
  char *defaults[N_DATA];
  guint given;        /* bits of Data of the open node */
  int node, edge;     /* index of the open one, or -1 */
  Element open[SL_XML_DEPTH_MAX + 1];
  guint depth;
  Data data;          /* whose text is being read, or DATA_OTHER */
  const char *kept;   /* name of DATA_KEPT */
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

/* What cannot be written again is not kept. */
static const char *
keep_text (Reader *self, const char *text, gsize n)
{
  g_autofree char *whole = NULL;
  g_autofree char *clean = NULL;

  if (sl_text_is_clean (text, n))
    return g_string_chunk_insert_len (self->graph->texts, text, (gssize) n);
  whole = g_strndup (text, n);
  clean = sl_text_clean (whole, FALSE);
  return g_string_chunk_insert (self->graph->texts, clean != NULL ? clean : "");
}

/* NULL for an attribute that is not there. */
static const char *
keep_value (Reader *self, const SlXmlAttribute *attribute)
{
  return attribute != NULL ? keep_text (self, attribute->value, attribute->n) : NULL;
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
      node->label = keep_text (self, text, strlen (text));
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
  gboolean all = domain == NULL || is_value (domain, "all");
  Key key = { keep_value (self, attribute (element, "id")), DATA_OTHER, .of_node = all || is_value (domain, "node"),
              .of_edge = all || is_value (domain, "edge") };

  if (key.id != NULL && name != NULL && name->n > 0 && (key.of_node || key.of_edge))
    {
      key.data = DATA_KEPT;
      key.name = keep_value (self, name);
      for (int i = DATA_LABEL; i < N_DATA && key.of_node; i++)
        if (is_value (name, data_names[i]))
          key.data = (Data) i;
    }
  if (key.data != DATA_OTHER && self->keys->len < KEYS_MAX)
    g_array_append_val (self->keys, key);
  else if (key.data != DATA_OTHER && key.data != DATA_KEPT)
    fail (self, element->line, SL_ERROR_LIMIT, _ ("there are more than %d keys"), KEYS_MAX);
  self->data = key.data == DATA_KEPT ? DATA_OTHER : key.data;
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
  SlGraphmlNode node = { .card = { .width = WIDTH, .height = -1, .column = SL_LAYOUT_ANY }, .line = element->line,
                         .first = self->graph->data->len };

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
  SlGraphmlEdge edge = { .id = keep_value (self, attribute (element, "id")), .line = element->line,
                         .first = self->graph->data->len };
  const char *ends[2] = { keep_value (self, attribute (element, "source")), keep_value (self, attribute (element, "target")) };

  finish_node (self);
  if (ends[0] == NULL || ends[1] == NULL)
    fail (self, element->line, SL_ERROR_DAMAGED, _ ("an edge has no source or no target"));
  else if (self->graph->edges->len >= SL_LAYOUT_MAX_LINKS)
    fail (self, element->line, SL_ERROR_LIMIT, _ ("there are more than %d edges"), SL_LAYOUT_MAX_LINKS);
  g_array_append_vals (self->targets, ends, 2);
  self->edge = (int) self->graph->edges->len;
  g_array_append_val (self->graph->edges, edge);
  return IN_EDGE;
}

static Element
start_data (Reader *self, const SlXmlElement *element)
{
  const SlXmlAttribute *key = attribute (element, "key");

  self->data = DATA_OTHER;
  self->line = element->line;
  for (guint i = 0; key != NULL && (self->node >= 0 || self->edge >= 0) && i < self->keys->len; i++)
    {
      const Key *known = &g_array_index (self->keys, Key, i);

      if (!is_value (key, known->id) || !(self->edge >= 0 ? known->of_edge : known->of_node))
        continue;
      self->data = self->edge >= 0 ? DATA_KEPT : known->data;
      self->kept = known->name;
    }
  return IN_DATA;
}

/* A label of yEd's graphics, where the node has none of its own. */
static Element
start_foreign (Reader *self, const SlXmlElement *element)
{
  if (self->node < 0 || self->given & (1u << DATA_LABEL) || g_strcmp0 (element->space, YED) != 0
      || strcmp (element->name, "NodeLabel") != 0)
    return IN_OTHER;
  self->data = DATA_LABEL;
  self->line = element->line;
  return IN_LABEL;
}

static Element
start_element (Reader *self, const SlXmlElement *element)
{
  gboolean ours = element->space == NULL || strcmp (element->space, NAMESPACE) == 0;

  if (self->depth == 0 && (!ours || strcmp (element->name, "graphml") != 0))
    fail (self, element->line, SL_ERROR_DAMAGED, _ ("this is not GraphML"));
  else if (!ours)
    return start_foreign (self, element);
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

/* The text of an element that ends, or of yEd's label where its layout begins. */
static void
take_text (Reader *self, Element type)
{
  SlGraphmlDatum datum = { self->kept, NULL };

  if (self->data == DATA_OTHER || (self->node < 0 && self->edge < 0))
    return;
  if (self->data != DATA_KEPT)
    {
      if (type == IN_LABEL)
        g_strstrip (self->text->str);
      if (type == IN_LABEL && *self->text->str == '\0')
        return;
      self->given |= 1u << self->data;
      take_value (self, &g_array_index (self->graph->nodes, SlGraphmlNode, self->node), self->line, self->data,
                  self->text->str);
      return;
    }
  datum.value = keep_text (self, self->text->str, self->text->len);
  g_array_append_val (self->graph->data, datum);
  if (self->edge >= 0)
    g_array_index (self->graph->edges, SlGraphmlEdge, self->edge).n_data++;
  else
    g_array_index (self->graph->nodes, SlGraphmlNode, self->node).n_data++;
}

static gboolean
on_start (gpointer data, const SlXmlElement *element, GError **error)
{
  Reader *self = data;
  Element type;

  if (self->depth > 0 && self->open[self->depth - 1] == IN_LABEL)
    {
      take_text (self, IN_LABEL);
      self->data = DATA_OTHER;
    }
  type = start_element (self, element);
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
  else if (type == IN_EDGE)
    self->edge = -1;
  else if (type == IN_DEFAULT && self->data != DATA_OTHER && self->depth > 0 && self->open[self->depth - 1] == IN_KEY)
    {
      g_free (self->defaults[self->data]);
      self->defaults[self->data] = g_strdup (self->text->str);
    }
  else if (type == IN_DATA || type == IN_LABEL)
    take_text (self, type);
  if (type == IN_DATA || type == IN_LABEL || type == IN_KEY)
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
        fail (self, edge->line, SL_ERROR_DAMAGED, _ ("there is no node “%s”"), id);
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
sl_graphml_new (void)
{
  SlGraphml *self = g_new0 (SlGraphml, 1);

  self->nodes = g_array_new (FALSE, FALSE, sizeof (SlGraphmlNode));
  self->edges = g_array_new (FALSE, FALSE, sizeof (SlGraphmlEdge));
  self->data = g_array_new (FALSE, FALSE, sizeof (SlGraphmlDatum));
  self->texts = g_string_chunk_new (16 * 1024);
  return self;
}

const char *
sl_graphml_find (const SlGraphml *self, guint first, guint n_data, const char *name)
{
  for (guint i = first; i < first + n_data; i++)
    if (strcmp (g_array_index (self->data, SlGraphmlDatum, i).name, name) == 0)
      return g_array_index (self->data, SlGraphmlDatum, i).value;
  return NULL;
}

SlGraphml *
sl_graphml_read (GInputStream *stream, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (SlGraphml) graph = sl_graphml_new ();
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (const char *));
  Reader self = { graph, name, keys, by_id, targets, .node = -1, .edge = -1, .text = g_string_new (NULL) };
  gboolean done;

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
  g_array_unref (self->data);
  g_string_chunk_free (self->texts);
  g_free (self);
}
