/* F-13 schedule and F-25a risk level: what strikes a node, and what reaches it along links.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "insight/sl-map-private.h"

#include "insight/sl-issue-status.h"
#include "model/sl-code.h"

#define SLIP_GREEN_DAYS 30
#define SLIP_AMBER_DAYS 90

/* Where a level comes from; of equal levels the first of these decides. */
typedef enum
{
  BY_THREAT,
  BY_ISSUE,
  BY_SCHEDULE,
  BY_LINK,
} Source;

typedef struct
{
  SlRag level;
  Source source;
  SlUid culprit;
  const char *code; /* of the culprit */
  guint via;        /* position of the node before, or of none */
} Claim;

typedef struct
{
  SlMapGraph *graph;
  Claim *claims;   /* the one that decides, by node; of a node that is not stale it is made when asked for */
  SlUidMap *rags;  /* risk -> its RAG and one, as risks strike several nodes */
} Risks;

static const char *
code_at (const Risks *self, guint i)
{
  return i < self->graph->n ? self->graph->nodes[i]->code : NULL;
}

/* Ties: threat, issue, own schedule, inherited, then the lower id of the culprit, then of the node before. */
static gboolean
outdoes (const Risks *self, const Claim *a, const Claim *b)
{
  int order;

  if (a->level != b->level)
    return a->level > b->level;
  if (a->source != b->source)
    return a->source < b->source;
  order = sl_code_compare (a->code, b->code);
  return order != 0 ? order < 0 : sl_code_compare (code_at (self, a->via), code_at (self, b->via)) < 0;
}

static void
claim (Risks *self, guint i, const Claim *claim)
{
  if (claim->level != SL_RAG_NONE && (self->claims[i].level == SL_RAG_NONE || outdoes (self, claim, &self->claims[i])))
    self->claims[i] = *claim;
}

/* --- What strikes a node ------------------------------------------------------------------------------------------ */

/* Level of an open threat; none for other risks. */
static SlRag
rag_of (Risks *self, const SlRisk *risk)
{
  gpointer known = sl_uid_map_get (self->rags, risk->record.uid);
  SlRag rag;

  if (known != NULL)
    return (SlRag) (GPOINTER_TO_INT (known) - 1);
  rag = sl_risk_is_open_threat (risk) ? sl_risk_rag (self->graph->view, risk) : SL_RAG_NONE;
  sl_uid_map_set (self->rags, risk->record.uid, GINT_TO_POINTER ((int) rag + 1));
  return rag;
}

static gboolean
strike_by_threat (const SlRecord *record, gpointer data)
{
  Risks *self = data;
  guint i = sl_map_graph_find (self->graph, SL_AS (RISK_NODE, record)->node);
  const SlRisk *risk = SL_AS (RISK, sl_data_lookup (self->graph->view->data, SL_AS (RISK_NODE, record)->risk));

  if (i < self->graph->n && self->graph->stale[i] && risk != NULL)
    claim (self, i, &(const Claim){ rag_of (self, risk), BY_THREAT, risk->record.uid, risk->code, self->graph->n });
  return TRUE;
}

static gboolean
strike_by_issue (const SlRecord *record, gpointer data)
{
  Risks *self = data;
  guint i = sl_map_graph_find (self->graph, SL_AS (ISSUE_NODE, record)->node);
  const SlIssue *issue = SL_AS (ISSUE, sl_data_lookup (self->graph->view->data, SL_AS (ISSUE_NODE, record)->issue));

  if (i < self->graph->n && self->graph->stale[i] && issue != NULL && sl_issue_is_open (self->graph->view, issue))
    claim (self, i, &(const Claim){ sl_issue_level (issue), BY_ISSUE, issue->record.uid, issue->code, self->graph->n });
  return TRUE;
}

/* F-13 */
static void
strike_by_schedule (Risks *self, guint i)
{
  const SlMapNode *node = self->graph->nodes[i];
  SlNodeStatus *status = &self->graph->entries[i].status;
  gboolean planned = node->status == SL_NODE_STATUS_PLANNED || node->status == SL_NODE_STATUS_IN_PROGRESS;
  SlDate expected = node->forecast != SL_DATE_NONE ? node->forecast : node->planned;

  status->slip_days = 0;
  status->schedule = SL_RAG_NONE;
  if (!planned || sl_node_type_is_outcome (node->type) || node->type == SL_NODE_TYPE_STRATEGIC_PURPOSE
      || node->planned == SL_DATE_NONE)
    return;
  status->slip_days = MAX (self->graph->view->as_of, expected) - node->planned;
  status->schedule = status->slip_days <= SLIP_GREEN_DAYS   ? SL_RAG_NONE
                     : status->slip_days <= SLIP_AMBER_DAYS ? SL_RAG_AMBER
                                                            : SL_RAG_RED;
  claim (self, i, &(const Claim){ status->schedule, BY_SCHEDULE, status->uid, node->code, self->graph->n });
}

static const char *
code_of (const Risks *self, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (self->graph->view->data, uid);

  return record != NULL ? sl_record_code (record) : NULL;
}

/* What strikes stale nodes themselves; of the others it is known. */
static void
strike (Risks *self)
{
  const SlMapGraph *graph = self->graph;

  sl_data_each (graph->view->data, SL_KIND_RISK_NODE, strike_by_threat, self);
  sl_data_each (graph->view->data, SL_KIND_ISSUE_NODE, strike_by_issue, self);
  for (guint i = 0; i < graph->n; i++)
    if (graph->stale[i])
      {
        SlMapEntry *entry = &graph->entries[i];

        strike_by_schedule (self, i);
        entry->struck_by = self->claims[i].source;
        entry->struck_level = self->claims[i].level;
        entry->striker = self->claims[i].culprit;
        self->claims[i] = (Claim){ 0 };
      }
}

/* --- What reaches it ---------------------------------------------------------------------------------------------- */

/* The claim that decides a node that comes before those still to be judged. */
static const Claim *
claim_at (Risks *self, guint i)
{
  const SlNodeStatus *status = &self->graph->entries[i].status;

  if (self->claims[i].code == NULL && status->level != SL_RAG_NONE)
    self->claims[i] = (Claim){ status->level, BY_LINK, status->culprit, code_of (self, status->culprit), self->graph->n };
  return &self->claims[i];
}

/* Essential links pass a level on whole, contributing ones a level lower. */
static void
inherit (Risks *self, guint i)
{
  const SlMapGraph *graph = self->graph;
  const SlMapEntry *entry = &graph->entries[i];

  self->claims[i] = (Claim){ entry->struck_level, (Source) entry->struck_by, entry->striker, code_of (self, entry->striker), graph->n };
  for (guint k = graph->first_in[i]; k < graph->first_in[i + 1]; k++)
    {
      const SlMapLink *link = &g_array_index (graph->links, SlMapLink, graph->in[k]);
      Claim passed = *claim_at (self, link->from);

      if (!link->essential && passed.level > SL_RAG_NONE)
        passed.level--;
      passed.source = BY_LINK;
      passed.via = link->from;
      claim (self, i, &passed);
    }
}

static void
keep (const Risks *self, guint i)
{
  const SlMapGraph *graph = self->graph;
  const Claim *decides = &self->claims[i];
  SlNodeStatus *status = &graph->entries[i].status;
  gboolean changed = status->level != decides->level || status->culprit != decides->culprit;

  status->level = decides->level;
  status->culprit = decides->culprit;
  status->via = decides->source == BY_LINK ? graph->entries[decides->via].status.uid : SL_UID_NONE;
  for (guint k = graph->first_out[i]; changed && k < graph->first_out[i + 1]; k++)
    graph->stale[g_array_index (graph->links, SlMapLink, graph->out[k]).to] = TRUE;
}

void
sl_map_judge_risk (SlMapGraph *graph)
{
  g_autofree Claim *claims = g_new0 (Claim, MAX (1, graph->n));
  g_autoptr (SlUidMap) rags = sl_uid_map_new (NULL);
  Risks self = { graph, claims, rags };

  strike (&self);
  for (guint at = 0; at < graph->n; at++)
    if (graph->stale[graph->order[at]])
      {
        inherit (&self, graph->order[at]);
        keep (&self, graph->order[at]);
      }
}
