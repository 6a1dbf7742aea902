/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reports/sl-map-facts-private.h"

#include "model/sl-code.h"

static gboolean
is_told (const SlMapFacts *self, const SlMapNode *node)
{
  SlUid project = self->facts->options->project;

  return node != NULL && node->status != SL_NODE_STATUS_DROPPED
         && (project == SL_UID_NONE || node->project == SL_UID_NONE || node->project == project);
}

static const SlMapNode *
node_of (const SlMapFacts *self, SlUid uid)
{
  return SL_AS (MAP_NODE, sl_data_lookup (self->facts->view.data, uid));
}

static gboolean
take_node (const SlRecord *record, gpointer data)
{
  SlMapFacts *self = data;

  if (is_told (self, SL_AS (MAP_NODE, record)))
    g_ptr_array_add (self->nodes, (gpointer) record);
  return TRUE;
}

static gboolean
take_edge (const SlRecord *record, gpointer data)
{
  SlMapFacts *self = data;
  const SlMapEdge *edge = SL_AS (MAP_EDGE, record);

  if (is_told (self, node_of (self, edge->from)) && is_told (self, node_of (self, edge->to)))
    g_ptr_array_add (self->edges, (gpointer) record);
  return TRUE;
}

static gboolean
take_benefit (const SlRecord *record, gpointer data)
{
  SlMapFacts *self = data;
  const SlBenefit *benefit = SL_AS (BENEFIT, record);

  if (is_told (self, node_of (self, benefit->node)) && benefit->state != SL_BENEFIT_STATE_CLOSED
      && benefit->state != SL_BENEFIT_STATE_WITHDRAWN)
    g_ptr_array_add (self->benefits, (gpointer) record);
  return TRUE;
}

static int
compare_nodes (gconstpointer a, gconstpointer b)
{
  const SlMapNode *one = *(const SlMapNode *const *) a, *other = *(const SlMapNode *const *) b;
  guint left = sl_map_column_of (one->type), right = sl_map_column_of (other->type);

  return left != right ? (left > right) - (left < right) : sl_code_compare (one->code, other->code);
}

static int
compare_edges (gconstpointer a, gconstpointer b, gpointer data)
{
  const SlMapEdge *one = *(const SlMapEdge *const *) a, *other = *(const SlMapEdge *const *) b;
  int order = sl_code_compare (node_of (data, one->from)->code, node_of (data, other->from)->code);

  return order != 0 ? order : sl_code_compare (node_of (data, one->to)->code, node_of (data, other->to)->code);
}

static int
compare_benefits (gconstpointer a, gconstpointer b)
{
  return sl_code_compare ((*(const SlBenefit *const *) a)->code, (*(const SlBenefit *const *) b)->code);
}

const SlMapNode *
sl_map_facts_card_of (const SlMapFacts *self, const SlFinding *finding)
{
  const SlRecord *record = sl_data_lookup (self->facts->view.data, finding->uid);

  if (record != NULL && record->kind == SL_KIND_MAP_EDGE)
    return node_of (self, SL_AS (MAP_EDGE, record)->from);
  return record != NULL && record->kind == SL_KIND_MAP_NODE ? SL_AS (MAP_NODE, record) : NULL;
}

/* Only what the map lacks, of cards that are told. */
static void
find_findings (SlMapFacts *self)
{
  sl_rules_check_all (&self->facts->view, self->findings);
  for (guint i = self->findings->len; i > 0; i--)
    {
      const SlFinding *finding = self->findings->pdata[i - 1];

      if (finding->concern != SL_CONCERN_MAP || !is_told (self, sl_map_facts_card_of (self, finding)))
        g_ptr_array_remove_index (self->findings, i - 1);
    }
}

void
sl_map_facts_init (SlMapFacts *self, const SlReportFacts *facts)
{
  const SlData *data = facts->view.data;

  *self = (SlMapFacts){ .facts = facts };
  self->status = sl_map_status_new (&facts->view);
  self->drawing = sl_map_drawing_new (&facts->view, self->status, NULL, SL_LAYOUT_SETTLED, NULL, NULL);
  self->nodes = g_ptr_array_new ();
  self->edges = g_ptr_array_new ();
  self->benefits = g_ptr_array_new ();
  self->findings = sl_findings_new ();
  sl_data_each (data, SL_KIND_MAP_NODE, take_node, self);
  sl_data_each (data, SL_KIND_MAP_EDGE, take_edge, self);
  sl_data_each (data, SL_KIND_BENEFIT, take_benefit, self);
  g_ptr_array_sort (self->nodes, compare_nodes);
  g_ptr_array_sort_with_data (self->edges, compare_edges, self);
  g_ptr_array_sort (self->benefits, compare_benefits);
  find_findings (self);
  sl_map_status_coverage (self->status, facts->options->project, &self->coverage);
}

void
sl_map_facts_clear (SlMapFacts *self)
{
  g_clear_pointer (&self->status, sl_map_status_free);
  g_clear_pointer (&self->drawing, sl_map_drawing_free);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->edges, g_ptr_array_unref);
  g_clear_pointer (&self->benefits, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
}
