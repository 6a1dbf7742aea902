/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sl-map-export.h"

#include "exchange/sl-csv.h"
#include "model/sl-handle.h"
#include "model/sl-kinds.h"

/* --- GraphML ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  const SlData *data;
  SlGraphml *graph;
  GHashTable *nodes; /* SlUid -> its number + 1 */
} Gathering;

static void
keep (Gathering *self, const char *name, const char *value)
{
  SlGraphmlDatum datum = { name, g_string_chunk_insert (self->graph->texts, value) };

  if (*value != '\0')
    g_array_append_val (self->graph->data, datum);
}

/* All fields but those that stand elsewhere. */
static void
keep_fields (Gathering *self, const SlRecord *record, guint64 but)
{
  const SlKind *kind = sl_kind_get (record->kind);

  for (guint f = 0; f < kind->n_fields; f++)
    {
      SlValue value;
      g_autofree char *text = NULL;

      if (but >> f & 1)
        continue;
      sl_record_get (record, f, &value);
      text = sl_data_dup_text (self->data, &kind->fields[f], &value);
      keep (self, kind->fields[f].name, text);
    }
}

static void
gather_node (Gathering *self, const SlMapPlace *place)
{
  const SlRecord *record = sl_data_lookup (self->data, place->uid);
  SlGraphmlNode node = { .card = place->card, .first = self->graph->data->len };

  if (record == NULL)
    return;
  node.id = g_string_chunk_insert (self->graph->texts, sl_record_code (record));
  node.label = g_string_chunk_insert (self->graph->texts, sl_data_name (self->data, place->uid));
  keep_fields (self, record, G_GUINT64_CONSTANT (1) << SL_MAP_NODE_TITLE | G_GUINT64_CONSTANT (1) << SL_MAP_NODE_X
                                 | G_GUINT64_CONSTANT (1) << SL_MAP_NODE_Y);
  node.n_data = self->graph->data->len - node.first;
  g_array_append_val (self->graph->nodes, node);
  g_hash_table_insert (self->nodes, g_memdup2 (&place->uid, sizeof place->uid), GUINT_TO_POINTER (self->graph->nodes->len));
}

static gboolean
gather_edge (const SlRecord *record, gpointer data)
{
  Gathering *self = data;
  const SlMapEdge *edge = SL_AS (MAP_EDGE, record);
  guint source = GPOINTER_TO_UINT (g_hash_table_lookup (self->nodes, &edge->from));
  guint target = GPOINTER_TO_UINT (g_hash_table_lookup (self->nodes, &edge->to));
  SlGraphmlEdge out = { .ends = { source - 1, target - 1 }, .first = self->graph->data->len };

  if (source == 0 || target == 0)
    return TRUE;
  keep (self, "weight", edge->weight == SL_LINK_WEIGHT_ESSENTIAL ? "1" : "0.5");
  keep_fields (self, record, G_GUINT64_CONSTANT (1) << SL_MAP_EDGE_FROM | G_GUINT64_CONSTANT (1) << SL_MAP_EDGE_TO
                                 | G_GUINT64_CONSTANT (1) << SL_MAP_EDGE_WEIGHT);
  out.n_data = self->graph->data->len - out.first;
  g_array_append_val (self->graph->edges, out);
  return TRUE;
}

GString *
sl_map_to_graphml (const SlData *data, const SlMapPlace *places, guint n_places, GError **error)
{
  g_autoptr (SlGraphml) graph = sl_graphml_new ();
  g_autoptr (GHashTable) nodes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Gathering self = { data, graph, nodes };

  for (guint i = 0; i < n_places; i++)
    gather_node (&self, &places[i]);
  sl_data_each (data, SL_KIND_MAP_EDGE, gather_edge, &self);
  return sl_graphml_write (graph, NULL, error);
}

/* --- Tables ------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const SlData *data;
  const SlKind *kind;
  GString *out;
  guint8 guard[SL_FIELDS_MAX];
} Table;

static gboolean
add_record (const SlRecord *record, gpointer data)
{
  Table *self = data;
  char *texts[SL_FIELDS_MAX] = { NULL };

  for (guint f = 0; f < self->kind->n_fields; f++)
    {
      SlValue value;

      sl_record_get (record, f, &value);
      texts[f] = sl_data_dup_text (self->data, &self->kind->fields[f], &value);
    }
  sl_csv_add_row (self->out, (const char *const *) texts, self->guard, self->kind->n_fields);
  for (guint f = 0; f < self->kind->n_fields; f++)
    g_free (texts[f]);
  return TRUE;
}

GString *
sl_kind_to_csv (const SlData *data, int kind)
{
  Table self = { data, sl_kind_get (kind), g_string_new (NULL) };
  const char *names[SL_FIELDS_MAX];

  for (guint f = 0; f < self.kind->n_fields; f++)
    {
      SlType type = self.kind->fields[f].type;

      names[f] = self.kind->fields[f].name;
      self.guard[f] = type == SL_TYPE_TEXT || type == SL_TYPE_REF;
    }
  sl_csv_add_row (self.out, names, NULL, self.kind->n_fields);
  sl_data_each (data, kind, add_record, &self);
  return self.out;
}
