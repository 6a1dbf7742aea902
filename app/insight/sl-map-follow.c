/* The status of the map follows an edit: which nodes it touched, and judging no more than those and what they bear on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each figure of a node is made of its own facts and of what its neighbours came to. So a change is followed along the links
 * in their order, and where a node comes to the same as before, what lies behind it need not be asked.
 */
#include "insight/sl-map-private.h"

/* --- What an edit touched ----------------------------------------------------------------------------------------- */

typedef struct
{
  SlMapStatus *status;
  const SlData *data;
  guint field; /* of the records met, the reference to a node; of its kind */
} Touch;

static void
touch_node (Touch *touch, const SlRecord *record, guint field)
{
  SlValue value;

  if (record == NULL)
    return;
  sl_record_get (record, field, &value);
  if (!value.is_null)
    g_array_append_val (touch->status->touched, value.i);
}

static gboolean
touch_one (const SlRecord *record, gpointer data)
{
  Touch *touch = data;

  touch_node (touch, record, touch->field);
  return TRUE;
}

static gboolean
touch_itself (const SlRecord *record, gpointer data)
{
  g_array_append_val (((Touch *) data)->status->touched, record->uid);
  return TRUE;
}

/* The nodes to which records of @kind lead from one that @by points to. */
static void
touch_by (Touch *touch, int kind, guint by, SlUid uid, guint field)
{
  touch->field = field;
  sl_data_children (touch->data, kind, by, uid, touch_one, touch);
}

/* A row of a journal may carry only the fields that changed: the live record knows the others. */
static void
touch_ends (Touch *touch, const SlChange *change, guint field)
{
  touch_node (touch, change->before, field);
  touch_node (touch, change->after, field);
  touch_node (touch, sl_data_lookup (touch->data, change->uid), field);
}

/* What a node is bears on its neighbours, even where it comes to the same. */
static void
touch_around (Touch *touch, SlUid node)
{
  g_array_append_val (touch->status->touched, node);
  touch_by (touch, SL_KIND_MAP_EDGE, SL_MAP_EDGE_FROM, node, SL_MAP_EDGE_TO);
  touch_by (touch, SL_KIND_MAP_EDGE, SL_MAP_EDGE_TO, node, SL_MAP_EDGE_FROM);
}

static void
touch_struck (Touch *touch, const SlChange *change, guint field)
{
  const SlRecord *records[] = { change->before, change->after, sl_data_lookup (touch->data, change->uid) };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      SlValue risk = { .is_null = TRUE };

      if (records[i] != NULL)
        sl_record_get (records[i], field, &risk);
      if (!risk.is_null)
        touch_by (touch, SL_KIND_RISK_NODE, SL_RISK_NODE_RISK, risk.i, SL_RISK_NODE_NODE);
    }
}

static void
touch_by_change (Touch *touch, const SlChange *change)
{
  switch (change->kind)
    {
    case SL_KIND_MAP_NODE:
      touch_around (touch, change->uid);
      break;
    case SL_KIND_MAP_EDGE:
      touch_ends (touch, change, SL_MAP_EDGE_FROM);
      touch_ends (touch, change, SL_MAP_EDGE_TO);
      break;
    case SL_KIND_RISK:
      touch_by (touch, SL_KIND_RISK_NODE, SL_RISK_NODE_RISK, change->uid, SL_RISK_NODE_NODE);
      break;
    case SL_KIND_RISK_ASSESSMENT:
      touch_struck (touch, change, SL_RISK_ASSESSMENT_RISK);
      break;
    case SL_KIND_RISK_NODE:
      touch_ends (touch, change, SL_RISK_NODE_NODE);
      break;
    case SL_KIND_ISSUE:
      touch_by (touch, SL_KIND_ISSUE_NODE, SL_ISSUE_NODE_ISSUE, change->uid, SL_ISSUE_NODE_NODE);
      break;
    case SL_KIND_ISSUE_NODE:
      touch_ends (touch, change, SL_ISSUE_NODE_NODE);
      break;
    case SL_KIND_MEASURE:
      touch_ends (touch, change, SL_MEASURE_NODE);
      break;
    case SL_KIND_PERSON:
      sl_data_children (touch->data, SL_KIND_MAP_NODE, SL_MAP_NODE_OWNER, change->uid, touch_itself, touch);
      break;
    default:
      /* Projects and gates say what is needed of end outcomes, which is looked up each time. */
      break;
    }
}

/* What a card is called, says and stands is nothing to judge. */
static gboolean
bears_on_map (const SlChange *change)
{
  const guint64 judged = SL_MASK (SL_MAP_NODE_CODE) | SL_MASK (SL_MAP_NODE_TYPE) | SL_MASK (SL_MAP_NODE_PROJECT)
                         | SL_MASK (SL_MAP_NODE_OWNER) | SL_MASK (SL_MAP_NODE_STATUS) | SL_MASK (SL_MAP_NODE_PLANNED)
                         | SL_MASK (SL_MAP_NODE_FORECAST) | SL_MASK (SL_MAP_NODE_BUDGET) | SL_MASK (SL_MAP_NODE_POLARITY);

  return sl_map_status_depends_on (change->kind)
         && (change->kind != SL_KIND_MAP_NODE || change->before == NULL || change->after == NULL || change->mask & judged);
}

/* Codes decide between equals, however far away. */
static gboolean
changes_code (const SlChange *change)
{
  int code = sl_kind_get (change->kind)->code;

  return change->before != NULL && change->after != NULL && code >= 0 && change->mask & SL_MASK (code);
}

void
sl_map_status_touch (SlMapStatus *self, const SlData *data, const SlChangeSet *change_set)
{
  Touch touch = { self, data, 0 };

  g_return_if_fail (self != NULL && data != NULL && change_set != NULL);
  for (guint i = 0; i < change_set->n_changes; i++)
    if (bears_on_map (&change_set->changes[i]))
      {
        self->outdated = TRUE;
        self->forgotten |= self->ringed || changes_code (&change_set->changes[i]);
        touch_by_change (&touch, &change_set->changes[i]);
      }
}

/* --- Judging it anew ---------------------------------------------------------------------------------------------- */

/* What was judged before stands, but for what was touched. Both are in order of uid. */
static void
take_over (const SlMapStatus *self, SlMapGraph *graph)
{
  for (guint i = 0, k = 0; i < graph->n; i++)
    {
      SlMapEntry *entry = &graph->entries[i], fresh = *entry;

      while (k < self->n && self->entries[k].status.uid < fresh.status.uid)
        k++;
      graph->stale[i] = self->forgotten || graph->ringed || k == self->n || self->entries[k].status.uid != fresh.status.uid;
      if (graph->stale[i])
        continue;
      *entry = self->entries[k];
      entry->status.type = fresh.status.type;
      entry->status.negative = fresh.status.negative;
      entry->project = fresh.project;
      entry->budget = fresh.budget;
    }
  for (guint t = 0; t < self->touched->len; t++)
    {
      guint i = sl_map_graph_find (graph, g_array_index (self->touched, SlUid, t));

      if (i < graph->n)
        graph->stale[i] = TRUE;
    }
}

void
sl_map_status_refresh (SlMapStatus *self, const SlView *view)
{
  SlMapGraph graph;

  g_return_if_fail (self != NULL && view != NULL && view->settings != NULL);
  if (!self->outdated)
    return;
  sl_map_graph_load (&graph, view);
  take_over (self, &graph);
  sl_map_judge_sight (&graph);
  sl_map_judge_risk (&graph);
  g_free (self->entries);
  g_free (self->uids);
  self->entries = graph.entries;
  self->uids = graph.uids;
  self->n = graph.n;
  for (guint i = 0; i < graph.n; i++)
    self->judged += graph.stale[i];
  g_array_set_size (self->touched, 0);
  self->outdated = self->forgotten = FALSE;
  self->ringed = graph.ringed;
  sl_map_graph_clear (&graph);
}

guint
sl_map_status_judged (const SlMapStatus *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->judged;
}
