/* How a risk reaches an outcome: along the links of the benefit map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "reports/sl-report-facts-private.h"

#include "model/sl-code.h"

/* A search in growing distance: what was reached, and from where. */
typedef struct
{
  const SlData *data;
  GPtrArray *reached;  /* of const SlMapNode, in order of distance */
  GArray *from;        /* of guint: place in @reached; its own: a start */
  GHashTable *seen;
  GPtrArray *next;     /* what the links of one node lead to */
} Search;

static gboolean
is_active (const SlMapNode *node)
{
  return node != NULL && node->status != SL_NODE_STATUS_DROPPED;
}

static void
reach (Search *self, const SlMapNode *node, guint from)
{
  if (!is_active (node) || !g_hash_table_add (self->seen, (gpointer) node))
    return;
  g_ptr_array_add (self->reached, (gpointer) node);
  g_array_append_val (self->from, from);
}

static int
by_code (gconstpointer a, gconstpointer b)
{
  return sl_code_compare ((*(const SlMapNode *const *) a)->code, (*(const SlMapNode *const *) b)->code);
}

static gboolean
take_start (const SlRecord *record, gpointer data)
{
  Search *self = data;

  g_ptr_array_add (self->next, (gpointer) sl_data_lookup (self->data, SL_AS (RISK_NODE, record)->node));
  return TRUE;
}

static gboolean
take_link (const SlRecord *record, gpointer data)
{
  Search *self = data;

  g_ptr_array_add (self->next, (gpointer) sl_data_lookup (self->data, SL_AS (MAP_EDGE, record)->to));
  return TRUE;
}

/* A negative outcome ends a path (domain.md 2.4). */
static void
follow (Search *self, guint place)
{
  const SlMapNode *node = g_ptr_array_index (self->reached, place);

  if (node->polarity == SL_POLARITY_NEGATIVE)
    return;
  g_ptr_array_set_size (self->next, 0);
  sl_data_children (self->data, SL_KIND_MAP_EDGE, SL_MAP_EDGE_FROM, node->record.uid, take_link, self);
  g_ptr_array_sort (self->next, by_code);
  for (guint i = 0; i < self->next->len; i++)
    reach (self, g_ptr_array_index (self->next, i), place);
}

static GPtrArray *
path_to (const Search *self, guint place)
{
  GPtrArray *path = g_ptr_array_new ();

  while (TRUE)
    {
      guint from = g_array_index (self->from, guint, place);

      g_ptr_array_insert (path, 0, g_ptr_array_index (self->reached, place));
      if (from == place)
        return path;
      place = from;
    }
}

GPtrArray *
sl_report_path (const SlReportFacts *facts, const SlRisk *risk)
{
  g_autoptr (GPtrArray) reached = g_ptr_array_new ();
  g_autoptr (GPtrArray) next = g_ptr_array_new ();
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Search search = { facts->view.data, reached, from, seen, next };

  sl_data_children (search.data, SL_KIND_RISK_NODE, SL_RISK_NODE_RISK, risk->record.uid, take_start, &search);
  g_ptr_array_sort (next, by_code);
  for (guint i = 0; i < next->len; i++)
    reach (&search, g_ptr_array_index (next, i), reached->len);
  for (guint i = 0; i < reached->len; i++)
    {
      if (((const SlMapNode *) g_ptr_array_index (reached, i))->type == SL_NODE_TYPE_END_OUTCOME)
        return path_to (&search, i);
      follow (&search, i);
    }
  return NULL;
}
