/* Why a node of the benefit map is judged as it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "insight/sl-explain-private.h"
#include "insight/sl-map-words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const SlExplain *x;
  const SlMapStatus *map;
  const SlMapNode *node;
  const SlNodeStatus *status;
} Explain;

/* "N3": what people call a record of the data. */
static const char *
code_of (const Explain *e, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (e->x->view->data, uid);
  const char *code = record != NULL ? sl_record_code (record) : NULL;

  return code != NULL ? code : "";
}

/* --- F-14 --------------------------------------------------------------------------------------------------------- */

static void
explain_sight (const Explain *e)
{
  sl_explain_rule (e->x, N_ ("F-14: what a node of its type must show along the links; no path runs through a negative outcome."));
  sl_explain_result (e->x, e->status->failed == 0 ? N_ ("Complete") : N_ ("Not complete"), NULL);
  for (guint test = SL_SIGHT_UP; test <= SL_SIGHT_OWNER; test <<= 1)
    if (e->status->tests & test)
      sl_explain_input (e->x, sl_sight_words (test, !(e->status->failed & test)), NULL);
}

/* --- F-15 --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  SlUid from, to;
  int evidence;
} Link;

static gboolean
find_link (const SlRecord *record, gpointer data)
{
  Link *link = data;

  if (SL_AS (MAP_EDGE, record)->from == link->from)
    link->evidence = MAX (0, SL_AS (MAP_EDGE, record)->evidence);
  return link->evidence < 0;
}

/* The strongest path, from the node back to the money. */
static void
input_strongest (const Explain *e)
{
  const SlNodeStatus *at = e->status;

  for (guint steps = 0; at != NULL && at->strength_from != SL_UID_NONE && steps < sl_map_status_count (e->map); steps++)
    {
      Link link = { at->strength_from, at->uid, -1 };
      g_autofree char *evidence = NULL;

      sl_data_children (e->x->view->data, SL_KIND_MAP_EDGE, SL_MAP_EDGE_TO, at->uid, find_link, &link);
      evidence = g_strdup_printf ("%d", MAX (0, link.evidence));
      sl_explain_input (e->x, N_ ("{1} to {2}: evidence {3}."), code_of (e, link.from), code_of (e, link.to), evidence, NULL);
      at = sl_map_status_node (e->map, at->strength_from);
    }
}

static void
explain_strength (const Explain *e)
{
  g_autofree char *strength = g_strdup_printf ("%d", e->status->strength);

  sl_explain_rule (e->x, N_ ("F-15: the weakest evidence on the strongest path from an investment: 0 none, 1 assumption, 2 expert view or comparable case, 3 measured in our alpha or beta, 4 proven here."));
  sl_explain_result (e->x, "{1}", strength, NULL);
  if (e->node->type == SL_NODE_TYPE_INVESTMENT)
    sl_explain_input (e->x, N_ ("It is an investment: paths begin here."), NULL);
  else if (e->status->strength_from == SL_UID_NONE)
    sl_explain_input (e->x, N_ ("No investment leads to it."), NULL);
  input_strongest (e);
  if (e->status->strength_needed > 0)
    sl_explain_number (e->x, N_ ("At the gate ahead an end outcome needs {1}."), e->status->strength_needed);
}

/* --- F-13 --------------------------------------------------------------------------------------------------------- */

static void
explain_schedule (const Explain *e)
{
  gboolean going = e->node->status == SL_NODE_STATUS_PLANNED || e->node->status == SL_NODE_STATUS_IN_PROGRESS;

  sl_explain_rule (e->x, N_ ("F-13: days from the planned day to the later of the forecast and the as-of day, while planned or in progress: more than 30 Amber, more than 90 Red. Outcomes and purposes have none."));
  if (e->status->schedule != SL_RAG_NONE)
    sl_explain_result (e->x, sl_rag_label (e->status->schedule, FALSE), NULL);
  else
    sl_explain_result (e->x, N_ ("None"), NULL);
  if (e->node->planned == SL_DATE_NONE)
    sl_explain_input (e->x, N_ ("No planned day is given."), NULL);
  else
    sl_explain_day (e->x, N_ ("Planned for {1}."), e->node->planned);
  if (!going)
    sl_explain_input (e->x, N_ ("Status: {1}."), sl_explain_word (e->x, sl_enum_label (&sl_node_status_enum, e->node->status)), NULL);
  else if (e->node->forecast != SL_DATE_NONE)
    sl_explain_day (e->x, N_ ("Forecast for {1}."), e->node->forecast);
  sl_explain_count (e->x, N_ ("One day late."), N_ ("{1} days late."), e->status->slip_days);
}

/* --- F-25a -------------------------------------------------------------------------------------------------------- */

static void
input_step (const Explain *e, SlUid from, SlUid to)
{
  const SlNodeStatus *before = sl_map_status_node (e->map, from), *after = sl_map_status_node (e->map, to);
  const char *level = sl_explain_word (e->x, sl_rag_label (after->level, FALSE));

  if (before->level == after->level)
    sl_explain_input (e->x, N_ ("From {1} to {2}, an essential link: {3}."), code_of (e, from), code_of (e, to), level, NULL);
  else
    sl_explain_input (e->x, N_ ("From {1} to {2}, a contributing link: one level less, {3}."), code_of (e, from), code_of (e, to),
                      level, NULL);
}

static void
input_path (const Explain *e)
{
  g_autoptr (GArray) path = sl_map_status_path (e->map, e->node->record.uid);
  SlUid first = g_array_index (path, SlUid, 0);
  const char *level = sl_explain_word (e->x, sl_rag_label (sl_map_status_node (e->map, first)->level, FALSE));

  if (e->status->culprit == first)
    sl_explain_input (e->x, N_ ("{1} is late: {2}."), code_of (e, first), level, NULL);
  else
    sl_explain_input (e->x, N_ ("{1} strikes {2}: {3}."), code_of (e, e->status->culprit), code_of (e, first), level, NULL);
  for (guint i = 1; i < path->len; i++)
    input_step (e, g_array_index (path, SlUid, i - 1), g_array_index (path, SlUid, i));
}

static void
explain_level (const Explain *e)
{
  sl_explain_rule (e->x, N_ ("F-25a: the worst of the open threats and issues that strike it, its own lateness, and what comes along links: essential ones pass a level on whole, contributing ones a level lower."));
  if (e->status->level == SL_RAG_NONE)
    {
      sl_explain_result (e->x, N_ ("None"), NULL);
      sl_explain_input (e->x, N_ ("Nothing open strikes it or reaches it."), NULL);
      return;
    }
  sl_explain_result (e->x, "{1} {2}", sl_explain_word (e->x, sl_rag_label (e->status->level, FALSE)),
                     code_of (e, e->status->culprit), NULL);
  input_path (e);
}

SlExplanation *
sl_map_explain (const SlMapStatus *self, const SlView *view, SlUid node, SlNodeTopic topic, gboolean translated)
{
  static void (*const explain[]) (const Explain *e) = {
    [SL_NODE_TOPIC_SIGHT] = explain_sight,
    [SL_NODE_TOPIC_STRENGTH] = explain_strength,
    [SL_NODE_TOPIC_SCHEDULE] = explain_schedule,
    [SL_NODE_TOPIC_LEVEL] = explain_level,
  };
  const SlRecord *record = sl_data_lookup (view->data, node);
  const SlNodeStatus *status = sl_map_status_node (self, node);
  SlExplain x;

  g_return_val_if_fail (topic < G_N_ELEMENTS (explain), NULL);
  if (status == NULL || record == NULL || record->kind != SL_KIND_MAP_NODE)
    return NULL;
  sl_explain_begin (&x, view, translated);
  explain[topic](&(const Explain){ &x, self, SL_AS (MAP_NODE, record), status });
  return x.out;
}
