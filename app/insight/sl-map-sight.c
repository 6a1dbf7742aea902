/* F-14 line of sight, F-15 strength, and the M-rules of domain.md 2.4.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "insight/sl-map-private.h"

#include "insight/sl-gate-status.h"

#define BEST_EVIDENCE 4 /* proven here; the strength of a path before its first link */

/* What is known of a node. */
enum
{
  TO_PURPOSE = 1 << 0, /* a purpose can be reached */
  AT_PURPOSE = 1 << 1, /* by one link */
  UP = 1 << 2,
  REACHES = 1 << 3, /* a positive end outcome can be reached */
  FOLLOWED = 1 << 4,
  DOWN = 1 << 5,
  CHANGE = 1 << 6,
  MEASURED = 1 << 7,
};

#define AHEAD (TO_PURPOSE | AT_PURPOSE | UP | REACHES | FOLLOWED)
#define BEHIND (DOWN | CHANGE)

static const SlNodeStatus *
node_at (const SlMapGraph *self, guint i)
{
  return &self->entries[i].status;
}

static gboolean
is_good_end (const SlNodeStatus *node)
{
  return node->type == SL_NODE_TYPE_END_OUTCOME && !node->negative;
}

/* What a link to @to opens to the node it comes from. Through a negative node no path runs. */
static guint
seen_ahead (const SlMapGraph *self, guint to)
{
  const SlNodeStatus *node = node_at (self, to);
  guint marks = 0;

  if (node->negative)
    return 0;
  marks = self->entries[to].marks & (TO_PURPOSE | UP | REACHES | FOLLOWED);
  if (node->type == SL_NODE_TYPE_STRATEGIC_PURPOSE)
    marks |= TO_PURPOSE | AT_PURPOSE;
  if (is_good_end (node))
    marks |= REACHES;
  if (node->type == SL_NODE_TYPE_BUSINESS_CHANGE)
    marks |= FOLLOWED;
  return marks;
}

static guint
seen_behind (const SlMapGraph *self, guint from)
{
  const SlNodeStatus *node = node_at (self, from);
  guint marks = 0;

  if (node->negative)
    return 0;
  marks = self->entries[from].marks & (DOWN | CHANGE);
  if (node->type == SL_NODE_TYPE_INVESTMENT)
    marks |= DOWN;
  if (node->type == SL_NODE_TYPE_BUSINESS_CHANGE)
    marks |= CHANGE;
  return marks;
}

static void
look_ahead (SlMapGraph *self, guint i)
{
  guint before = self->entries[i].marks & AHEAD, marks = 0;

  for (guint k = self->first_out[i]; k < self->first_out[i + 1]; k++)
    marks |= seen_ahead (self, g_array_index (self->links, SlMapLink, self->out[k]).to);
  if (is_good_end (node_at (self, i)) && marks & TO_PURPOSE)
    marks |= UP;
  self->entries[i].marks = (self->entries[i].marks & ~AHEAD) | marks;
  for (guint k = self->first_in[i]; marks != before && k < self->first_in[i + 1]; k++)
    self->stale[g_array_index (self->links, SlMapLink, self->in[k]).from] = TRUE;
}

/* F-15: the strongest path to a node is the strongest path to one before it, as weak as the link between. */
static void
strengthen (SlMapGraph *self, guint i, const SlMapLink *link)
{
  const SlNodeStatus *before = node_at (self, link->from);
  SlNodeStatus *node = &self->entries[i].status;
  int strength = before->type == SL_NODE_TYPE_INVESTMENT ? BEST_EVIDENCE : before->strength;

  strength = MIN (strength, link->evidence);
  if (node->type == SL_NODE_TYPE_INVESTMENT || !(seen_behind (self, link->from) & DOWN)
      || (node->strength_from != SL_UID_NONE && strength <= node->strength))
    return;
  node->strength = strength;
  node->strength_from = before->uid;
}

static void
look_behind (SlMapGraph *self, guint i)
{
  SlMapEntry *entry = &self->entries[i];
  guint before = entry->marks & BEHIND, marks = 0;
  int strength = entry->status.strength;

  entry->status.strength = 0;
  entry->status.strength_from = SL_UID_NONE;
  for (guint k = self->first_in[i]; k < self->first_in[i + 1]; k++)
    {
      const SlMapLink *link = &g_array_index (self->links, SlMapLink, self->in[k]);

      marks |= seen_behind (self, link->from);
      strengthen (self, i, link);
    }
  entry->marks = (entry->marks & ~BEHIND) | marks;
  for (guint k = self->first_out[i]; (marks != before || entry->status.strength != strength) && k < self->first_out[i + 1]; k++)
    self->stale[g_array_index (self->links, SlMapLink, self->out[k]).to] = TRUE;
}

static gboolean
mark_measured (const SlRecord *record, gpointer data)
{
  SlMapGraph *self = data;
  guint i = sl_map_graph_find (self, SL_AS (MEASURE, record)->node);

  if (i < self->n)
    self->entries[i].marks |= MEASURED;
  return TRUE;
}

/* --- Judging ------------------------------------------------------------------------------------------------------ */

static guint
tests_of (const SlNodeStatus *node)
{
  static const guint tests[] = {
    [SL_NODE_TYPE_STRATEGIC_PURPOSE] = SL_SIGHT_DOWN,
    [SL_NODE_TYPE_END_OUTCOME] = SL_SIGHT_UP | SL_SIGHT_DOWN | SL_SIGHT_CHANGE | SL_SIGHT_OWNER,
    [SL_NODE_TYPE_INTERMEDIATE_OUTCOME] = SL_SIGHT_UP | SL_SIGHT_DOWN | SL_SIGHT_CHANGE,
    [SL_NODE_TYPE_BUSINESS_CHANGE] = SL_SIGHT_UP | SL_SIGHT_DOWN,
    [SL_NODE_TYPE_ENABLER] = SL_SIGHT_UP | SL_SIGHT_DOWN | SL_SIGHT_FOLLOWED,
    [SL_NODE_TYPE_INVESTMENT] = SL_SIGHT_UP,
  };

  return node->negative ? SL_SIGHT_DOWN | SL_SIGHT_OWNER : tests[node->type];
}

static guint
passed_by (guint marks, gboolean owner_active)
{
  return (marks & UP ? SL_SIGHT_UP : 0) | (marks & DOWN ? SL_SIGHT_DOWN : 0) | (marks & FOLLOWED ? SL_SIGHT_FOLLOWED : 0)
         | (marks & CHANGE ? SL_SIGHT_CHANGE : 0) | (owner_active ? SL_SIGHT_OWNER : 0);
}

/* M3 and M6 do not apply to negative outcomes. */
static guint
faults_of (const SlNodeStatus *node, guint marks, gboolean owner_active)
{
  guint faults = 0;

  switch (node->type)
    {
    case SL_NODE_TYPE_INVESTMENT:
    case SL_NODE_TYPE_ENABLER:
    case SL_NODE_TYPE_BUSINESS_CHANGE:
      if (!(marks & REACHES))
        faults |= SL_MAP_M1;
      if (node->type == SL_NODE_TYPE_ENABLER && !(marks & FOLLOWED))
        faults |= SL_MAP_M2;
      return faults;
    case SL_NODE_TYPE_END_OUTCOME:
      if (!owner_active)
        faults |= SL_MAP_M5;
      if (!node->negative && !(marks & AT_PURPOSE))
        faults |= SL_MAP_M6;
      if (!(marks & MEASURED))
        faults |= SL_MAP_M7;
      break;
    case SL_NODE_TYPE_INTERMEDIATE_OUTCOME:
      break;
    default:
      return 0;
    }
  if (!node->negative && !(marks & CHANGE))
    faults |= SL_MAP_M3;
  return marks & DOWN ? faults : faults | SL_MAP_M4;
}

static void
judge (SlMapGraph *graph, guint i)
{
  SlNodeStatus *node = &graph->entries[i].status;
  gboolean active = sl_person_active (graph->view->data, graph->nodes[i]->owner, graph->view->as_of);
  guint marks = graph->entries[i].marks;

  node->tests = tests_of (node);
  node->failed = node->tests & ~passed_by (marks, active);
  node->faults = faults_of (node, marks, active);
}

/* --- F-15 at gates ------------------------------------------------------------------------------------------------ */

typedef struct
{
  const SlView *view;
  SlUidMap *by_project; /* uid -> strength needed */
  int most;             /* of any project: what a shared node needs */
} Needs;

static gboolean
note_need (const SlRecord *record, gpointer data)
{
  Needs *needs = data;
  const SlGate *gate = sl_gate_current (needs->view, record->uid);
  int need = gate == NULL || gate->number < 2 ? 0 : gate->number == 2 ? 2 : 3;

  if (need > 0)
    sl_uid_map_set (needs->by_project, record->uid, GINT_TO_POINTER (need));
  needs->most = MAX (needs->most, need);
  return TRUE;
}

static void
set_needs (const SlMapGraph *graph)
{
  g_autoptr (SlUidMap) by_project = sl_uid_map_new (NULL);
  Needs needs = { graph->view, by_project, 0 };

  sl_data_each (graph->view->data, SL_KIND_PROJECT, note_need, &needs);
  for (guint i = 0; i < graph->n; i++)
    {
      const SlMapEntry *entry = &graph->entries[i];
      gboolean shared = entry->project == SL_UID_NONE, end = entry->status.type == SL_NODE_TYPE_END_OUTCOME;

      graph->entries[i].status.strength_needed
          = !end ? 0 : shared ? needs.most : GPOINTER_TO_INT (sl_uid_map_get (by_project, entry->project));
    }
}

void
sl_map_judge_sight (SlMapGraph *graph)
{
  for (guint i = 0; i < graph->n; i++)
    graph->entries[i].marks &= ~MEASURED;
  sl_data_each (graph->view->data, SL_KIND_MEASURE, mark_measured, graph);
  for (guint at = graph->n; at > 0; at--)
    if (graph->stale[graph->order[at - 1]])
      look_ahead (graph, graph->order[at - 1]);
  for (guint at = 0; at < graph->n; at++)
    if (graph->stale[graph->order[at]])
      {
        look_behind (graph, graph->order[at]);
        judge (graph, graph->order[at]);
      }
  set_needs (graph);
}
