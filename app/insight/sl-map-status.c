/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/sl-map-private.h"

SlMapStatus *
sl_map_status_new (const SlView *view)
{
  SlMapStatus *self = g_new0 (SlMapStatus, 1);

  self->touched = g_array_new (FALSE, FALSE, sizeof (SlUid));
  self->outdated = self->forgotten = TRUE;
  g_return_val_if_fail (view != NULL && view->settings != NULL, self);
  sl_map_status_refresh (self, view);
  return self;
}

void
sl_map_status_free (SlMapStatus *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->touched);
  g_free (self->entries);
  g_free (self->uids);
  g_free (self);
}

gboolean
sl_map_status_depends_on (int kind)
{
  switch (kind)
    {
    case SL_KIND_MAP_NODE:
    case SL_KIND_MAP_EDGE:
    case SL_KIND_RISK:
    case SL_KIND_RISK_ASSESSMENT:
    case SL_KIND_RISK_NODE:
    case SL_KIND_ISSUE:
    case SL_KIND_ISSUE_NODE:
    case SL_KIND_MEASURE:
    case SL_KIND_PERSON:
    case SL_KIND_PROJECT:
    case SL_KIND_GATE:
    case SL_KIND_GATE_REVIEW:
      return TRUE;
    default:
      return FALSE;
    }
}

guint
sl_map_status_count (const SlMapStatus *self)
{
  return self->n;
}

const SlNodeStatus *
sl_map_status_nth (const SlMapStatus *self, guint position)
{
  g_return_val_if_fail (position < self->n, NULL);
  return &self->entries[position].status;
}

const SlNodeStatus *
sl_map_status_node (const SlMapStatus *self, SlUid node)
{
  guint i = sl_map_find (self->uids, self->n, node);

  return i < self->n ? &self->entries[i].status : NULL;
}

void
sl_map_status_coverage (const SlMapStatus *self, SlUid project, SlCoverage *coverage)
{
  *coverage = (SlCoverage){ .coverage = -1 };
  for (guint i = 0; i < self->n; i++)
    {
      const SlMapEntry *entry = &self->entries[i];
      gboolean complete = entry->status.failed == 0;

      if (project != SL_UID_NONE && entry->project != SL_UID_NONE && entry->project != project)
        continue;
      coverage->active++;
      coverage->complete += complete;
      if (entry->status.type != SL_NODE_TYPE_INVESTMENT)
        continue;
      coverage->invested = sl_money_add (coverage->invested, entry->budget);
      if (complete)
        coverage->funded = sl_money_add (coverage->funded, entry->budget);
    }
  if (coverage->active > 0)
    coverage->coverage = (int) (100 * (guint64) coverage->complete / coverage->active);
}

GArray *
sl_map_status_path (const SlMapStatus *self, SlUid node)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (SlUid));
  const SlNodeStatus *at = sl_map_status_node (self, node);

  if (at == NULL || at->level == SL_RAG_NONE)
    return path;
  for (; at != NULL && path->len < self->n; at = at->via != SL_UID_NONE ? sl_map_status_node (self, at->via) : NULL)
    g_array_append_val (path, at->uid);
  for (guint i = 0; i < path->len / 2; i++)
    {
      SlUid *a = &g_array_index (path, SlUid, i), *b = &g_array_index (path, SlUid, path->len - 1 - i);
      SlUid kept = *a;

      *a = *b;
      *b = kept;
    }
  return path;
}

GArray *
sl_map_status_at_risk (const SlMapStatus *self)
{
  GArray *uids = g_array_new (FALSE, FALSE, sizeof (SlUid));

  for (guint i = 0; i < self->n; i++)
    if (sl_node_type_is_outcome (self->entries[i].status.type) && self->entries[i].status.level >= SL_RAG_AMBER)
      g_array_append_val (uids, self->entries[i].status.uid);
  return uids;
}

gboolean
sl_node_type_is_outcome (int type)
{
  return type == SL_NODE_TYPE_INTERMEDIATE_OUTCOME || type == SL_NODE_TYPE_END_OUTCOME;
}

/* --- Links -------------------------------------------------------------------------------------------------------- */

SlLinkFit
sl_map_link_fit (const SlMapNode *from, const SlMapNode *to)
{
#define TYPE(type) [SL_NODE_TYPE_##type]
  static const SlLinkFit fits[SL_NODE_TYPE_END_][SL_NODE_TYPE_END_] = {
    TYPE (INVESTMENT) = { TYPE (ENABLER) = SL_LINK_ALLOWED, TYPE (BUSINESS_CHANGE) = SL_LINK_ALLOWED },
    TYPE (ENABLER) = { TYPE (ENABLER) = SL_LINK_ALLOWED,
                       TYPE (BUSINESS_CHANGE) = SL_LINK_ALLOWED,
                       TYPE (INTERMEDIATE_OUTCOME) = SL_LINK_BYPASS },
    TYPE (BUSINESS_CHANGE) = { TYPE (BUSINESS_CHANGE) = SL_LINK_ALLOWED,
                               TYPE (INTERMEDIATE_OUTCOME) = SL_LINK_ALLOWED,
                               TYPE (END_OUTCOME) = SL_LINK_NO_STEP },
    TYPE (INTERMEDIATE_OUTCOME) = { TYPE (INTERMEDIATE_OUTCOME) = SL_LINK_ALLOWED, TYPE (END_OUTCOME) = SL_LINK_ALLOWED },
    TYPE (END_OUTCOME) = { TYPE (STRATEGIC_PURPOSE) = SL_LINK_ALLOWED },
  };
#undef TYPE
  gboolean output = from->type == SL_NODE_TYPE_ENABLER || from->type == SL_NODE_TYPE_BUSINESS_CHANGE;

  /* A harm may follow any output: an enabler alone can do one. */
  if (output && to->polarity == SL_POLARITY_NEGATIVE && sl_node_type_is_outcome (to->type))
    return SL_LINK_ALLOWED;
  return fits[from->type][to->type];
}
