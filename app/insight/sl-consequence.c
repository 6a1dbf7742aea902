/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/sl-consequence.h"

#include "insight/sl-gate-status.h"
#include "insight/sl-issue-status.h"
#include "insight/sl-map-private.h"
#include "model/sl-code.h"

#include <math.h>

char *
sl_share_dup_percent (double share)
{
  gint64 tenths = (gint64) floor (share * 1000 + 0.5 + 1e-9);

  return g_strdup_printf ("%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT " %%", tenths / 10, tenths % 10);
}

/* --- Ways along the links ----------------------------------------------------------------------------------------- */

/* The best way from each node to, or from, where a search began. */
typedef struct
{
  guint halvings; /* contributing links on it; G_MAXUINT: there is no way */
  guint steps;
  guint next;     /* the node before it on that way; itself where it began */
} Way;

static void
begin_ways (Way *ways, guint n)
{
  for (guint i = 0; i < n; i++)
    ways[i] = (Way){ G_MAXUINT, 0, i };
}

static void
start_at (Way *ways, guint i)
{
  ways[i] = (Way){ 0, 0, i };
}

static void
try_way (Way *ways, guint from, guint to, gboolean essential)
{
  Way way = { ways[from].halvings + !essential, ways[from].steps + 1, from };

  if (ways[from].halvings != G_MAXUINT
      && (way.halvings < ways[to].halvings || (way.halvings == ways[to].halvings && way.steps < ways[to].steps)))
    ways[to] = way;
}

/* Causes come before what they lead to in the order of the graph, so one pass finds them all. */
static void
spread (const SlMapGraph *graph, Way *ways, gboolean down)
{
  for (guint k = 0; k < graph->n; k++)
    {
      guint i = graph->order[down ? k : graph->n - 1 - k];
      const guint *first = down ? graph->first_out : graph->first_in;
      const guint *links = down ? graph->out : graph->in;

      for (guint l = first[i]; l < first[i + 1]; l++)
        {
          const SlMapLink *link = &g_array_index (graph->links, SlMapLink, links[l]);

          try_way (ways, i, down ? link->to : link->from, link->essential);
        }
    }
}

static double
carried (const Way *way)
{
  return way->halvings == G_MAXUINT ? 0 : ldexp (1, -(int) MIN (way->halvings, 1000));
}

/* From @i to where the search began, or turned round. */
static GArray *
path_from (const SlMapGraph *graph, const Way *ways, guint i, gboolean turned)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (SlUid));

  for (;;)
    {
      if (turned)
        g_array_prepend_val (path, graph->entries[i].status.uid);
      else
        g_array_append_val (path, graph->entries[i].status.uid);
      if (ways[i].next == i)
        return path;
      i = ways[i].next;
    }
}

static void
clear_graph (SlMapGraph *graph)
{
  g_free (graph->entries);
  g_free (graph->uids);
  sl_map_graph_clear (graph);
}

/* --- How hard something strikes ----------------------------------------------------------------------------------- */

typedef struct
{
  int level;
  SlDecimal mid;
} Band;

static gboolean
find_band (const SlRecord *record, gpointer data)
{
  const SlScaleBand *row = SL_AS (SCALE_BAND, record);
  Band *band = data;

  if (row->scale != SL_SCALE_BENEFIT || row->level != band->level)
    return TRUE;
  band->mid = row->mid;
  return FALSE;
}

/* s: the midpoint of an impact on benefits, 0 where there is none. */
static double
lost_at (const SlView *view, int impact)
{
  Band band = { impact, SL_DECIMAL_NONE };

  if (impact > 0)
    sl_data_children (view->data, SL_KIND_SCALE_BAND, SL_SCALE_BAND_SETTINGS, view->settings->record.uid, find_band, &band);
  return band.mid != SL_DECIMAL_NONE ? (double) band.mid / (100.0 * SL_DECIMAL_SCALE) : 0;
}

static void
rate_risk (const SlView *view, SlUid risk, double *probability, double *lost)
{
  const SlRiskAssessment *current = sl_risk_assessment_in_force (view, risk, SL_ASSESSMENT_TYPE_CURRENT);
  SlDecimal percent = sl_assessment_percent (view, current);

  *probability = percent != SL_DECIMAL_NONE ? (double) percent / (100.0 * SL_DECIMAL_SCALE) : 0;
  *lost = current == NULL ? 0
                          : lost_at (view, current->impact_benefit > 0 ? (int) current->impact_benefit
                                                                       : sl_assessment_impact (current));
}

/* What has happened is certain. */
static void
rate_issue (const SlView *view, const SlIssue *issue, double *probability, double *lost)
{
  *probability = 1;
  *lost = lost_at (view, issue->impact_benefit > 0 ? (int) issue->impact_benefit : sl_issue_impact (issue));
}

int
sl_cause_confidentiality (const SlData *data, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (data, uid);

  if (record != NULL && record->kind == SL_KIND_ISSUE)
    record = sl_data_lookup (data, SL_AS (ISSUE, record)->from_risk);
  return record != NULL && record->kind == SL_KIND_RISK ? (int) SL_AS (RISK, record)->confidentiality : SL_CONFIDENTIALITY_OPEN;
}

static SlMoney
value_at (const SlBenefit *benefit, double share)
{
  if (benefit->type != SL_BENEFIT_TYPE_BENEFIT || benefit->annual_value_at_target == SL_MONEY_NONE)
    return SL_MONEY_NONE;
  return (SlMoney) floor ((double) benefit->annual_value_at_target * share + 0.5 + 1e-9);
}

/* --- Of a risk or an issue ---------------------------------------------------------------------------------------------------- */

static void
reached_free (gpointer data)
{
  SlReached *self = data;

  g_array_unref (self->path);
  g_free (self);
}

typedef struct
{
  SlRiskReach *reach;
  const SlView *view;
  SlMapGraph graph;
  Way *ways;
} Reaching;

static gboolean
take_struck (const SlRecord *record, gpointer data)
{
  Reaching *self = data;
  SlUid node = record->kind == SL_KIND_RISK_NODE ? SL_AS (RISK_NODE, record)->node : SL_AS (ISSUE_NODE, record)->node;
  guint i = sl_map_graph_find (&self->graph, node);

  if (i == self->graph.n)
    return TRUE;
  start_at (self->ways, i);
  g_array_append_val (self->reach->struck, self->graph.entries[i].status.uid);
  return TRUE;
}

static int
compare_reached (gconstpointer a, gconstpointer b)
{
  const SlReached *one = *(const SlReached *const *) a, *other = *(const SlReached *const *) b;

  if (one->carried != other->carried)
    return one->carried > other->carried ? -1 : 1;
  return (one->node > other->node) - (one->node < other->node);
}

static void
find_outcomes (Reaching *self)
{
  for (guint i = 0; i < self->graph.n; i++)
    {
      const SlNodeStatus *status = &self->graph.entries[i].status;
      SlReached *reached;

      if (self->ways[i].halvings == G_MAXUINT || !sl_node_type_is_outcome (status->type))
        continue;
      reached = g_new (SlReached, 1);
      *reached = (SlReached){ status->uid, carried (&self->ways[i]), path_from (&self->graph, self->ways, i, TRUE) };
      g_ptr_array_add (self->reach->outcomes, reached);
    }
  g_ptr_array_sort (self->reach->outcomes, compare_reached);
}

typedef struct
{
  SlUid benefit;
  gboolean found;
} Named;

static gboolean
look_for_benefit (const SlRecord *record, gpointer data)
{
  Named *named = data;

  named->found = SL_AS (RISK_BENEFIT, record)->benefit == named->benefit;
  return !named->found;
}

static gboolean
names_benefit (const SlView *view, SlUid risk, SlUid benefit)
{
  Named named = { benefit, FALSE };

  sl_data_children (view->data, SL_KIND_RISK_BENEFIT, SL_RISK_BENEFIT_RISK, risk, look_for_benefit, &named);
  return named.found;
}

static gboolean
take_benefit (const SlRecord *record, gpointer data)
{
  Reaching *self = data;
  const SlBenefit *benefit = SL_AS (BENEFIT, record);
  guint i = sl_map_graph_find (&self->graph, benefit->node);
  SlBenefitReached reached = { .benefit = record->uid };

  /* On a dropped card it counts as withdrawn. */
  if (i == self->graph.n || benefit->state == SL_BENEFIT_STATE_CLOSED || benefit->state == SL_BENEFIT_STATE_WITHDRAWN)
    return TRUE;
  reached.named = names_benefit (self->view, self->reach->risk, record->uid);
  reached.carried = reached.named ? 1 : carried (&self->ways[i]);
  reached.reckoned = benefit->type == SL_BENEFIT_TYPE_BENEFIT;
  reached.share = reached.reckoned ? self->reach->probability * self->reach->lost * reached.carried : 0;
  reached.value = value_at (benefit, reached.share);
  if (reached.carried > 0)
    g_array_append_val (self->reach->benefits, reached);
  return TRUE;
}

static int
compare_benefits (gconstpointer a, gconstpointer b)
{
  const SlBenefitReached *one = a, *other = b;

  if (one->share != other->share)
    return one->share > other->share ? -1 : 1;
  return (one->benefit > other->benefit) - (one->benefit < other->benefit);
}

typedef struct
{
  const SlView *view;
  SlRiskReach *reach;
  SlUid project; /* or SL_UID_NONE: gates of all */
  SlDate from; /* it can strike from this day on */
} Gates;

static gboolean
take_gate (const SlRecord *record, gpointer data)
{
  Gates *self = data;
  const SlGate *gate = SL_AS (GATE, record);
  SlDate day = gate->forecast_date != SL_DATE_NONE ? gate->forecast_date : gate->baseline_date;

  if (day == SL_DATE_NONE || day < self->from || sl_gate_is_passed (self->view, record->uid)
      || (self->project != SL_UID_NONE && gate->project != self->project)
      || (self->reach->gate != SL_UID_NONE && day >= self->reach->gate_day))
    return TRUE;
  self->reach->gate = record->uid;
  self->reach->gate_day = day;
  return TRUE;
}

/* An issue is of the project of its risk, and strikes from today on. */
static void
find_gate (const SlView *view, const SlRecord *record, SlRiskReach *reach)
{
  const SlRecord *risk = record->kind == SL_KIND_ISSUE ? sl_data_lookup (view->data, SL_AS (ISSUE, record)->from_risk) : record;
  Gates gates = { view, reach, risk != NULL ? SL_AS (RISK, risk)->project : SL_UID_NONE, view->as_of };

  if (record->kind == SL_KIND_RISK && SL_AS (RISK, record)->earliest_date != SL_DATE_NONE)
    gates.from = MAX (gates.from, SL_AS (RISK, record)->earliest_date);
  sl_data_each (view->data, SL_KIND_GATE, take_gate, &gates);
}

static SlRiskReach *
new_reach (const SlView *view, const SlRecord *record)
{
  SlRiskReach *reach = g_new0 (SlRiskReach, 1);

  reach->risk = record->uid;
  reach->struck = g_array_new (FALSE, FALSE, sizeof (SlUid));
  reach->outcomes = g_ptr_array_new_with_free_func (reached_free);
  reach->benefits = g_array_new (FALSE, FALSE, sizeof (SlBenefitReached));
  reach->gate_day = SL_DATE_NONE;
  reach->total = SL_MONEY_NONE;
  if (record->kind == SL_KIND_RISK)
    rate_risk (view, record->uid, &reach->probability, &reach->lost);
  else
    rate_issue (view, SL_AS (ISSUE, record), &reach->probability, &reach->lost);
  reach->rated = reach->probability > 0 && reach->lost > 0;
  return reach;
}

static void
sum_up (SlRiskReach *reach)
{
  for (guint i = 0; reach->rated && i < reach->benefits->len; i++)
    {
      SlMoney value = g_array_index (reach->benefits, SlBenefitReached, i).value;

      if (value != SL_MONEY_NONE)
        reach->total = reach->total == SL_MONEY_NONE ? value : sl_money_add (reach->total, value);
    }
}

SlRiskReach *
sl_risk_reach (const SlView *view, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (view->data, uid);
  Reaching self = { .view = view };

  if (record == NULL || (record->kind != SL_KIND_RISK && record->kind != SL_KIND_ISSUE))
    return NULL;
  self.reach = new_reach (view, record);
  sl_map_graph_load (&self.graph, view);
  self.ways = g_new (Way, self.graph.n + 1);
  begin_ways (self.ways, self.graph.n);
  if (record->kind == SL_KIND_RISK)
    sl_data_children (view->data, SL_KIND_RISK_NODE, SL_RISK_NODE_RISK, uid, take_struck, &self);
  else
    sl_data_children (view->data, SL_KIND_ISSUE_NODE, SL_ISSUE_NODE_ISSUE, uid, take_struck, &self);
  spread (&self.graph, self.ways, TRUE);
  find_outcomes (&self);
  sl_data_each (view->data, SL_KIND_BENEFIT, take_benefit, &self);
  g_array_sort (self.reach->benefits, compare_benefits);
  sum_up (self.reach);
  find_gate (view, record, self.reach);
  g_free (self.ways);
  clear_graph (&self.graph);
  return self.reach;
}

void
sl_risk_reach_free (SlRiskReach *self)
{
  g_array_unref (self->struck);
  g_ptr_array_unref (self->outcomes);
  g_array_unref (self->benefits);
  g_free (self);
}

/* --- Of a benefit ------------------------------------------------------------------------------------------------- */

static void
cause_free (gpointer data)
{
  SlCause *self = data;

  g_array_unref (self->path);
  g_free (self);
}

typedef struct
{
  SlBenefitThreat *threat;
  const SlView *view;
  SlMapGraph graph;
  Way *ways;
  guint best; /* of the cards a cause strikes, the one that carries most; graph.n: none */
  int audience;
  double spared; /* product of 1 less each share */
} Threatening;

static void
take_card (Threatening *self, SlUid node)
{
  guint i = sl_map_graph_find (&self->graph, node);
  const Way *way = &self->ways[i], *best = &self->ways[self->best];

  if (i == self->graph.n || way->halvings == G_MAXUINT)
    return;
  if (self->best == self->graph.n || way->halvings < best->halvings
      || (way->halvings == best->halvings && way->steps < best->steps))
    self->best = i;
}

static gboolean
take_card_of_risk (const SlRecord *record, gpointer data)
{
  take_card (data, SL_AS (RISK_NODE, record)->node);
  return TRUE;
}

static gboolean
take_card_of_issue (const SlRecord *record, gpointer data)
{
  take_card (data, SL_AS (ISSUE_NODE, record)->node);
  return TRUE;
}

static void
add_cause (Threatening *self, SlCause cause, gboolean hidden)
{
  if (self->best == self->graph.n && !cause.named)
    return;
  cause.carried = cause.named ? 1 : carried (&self->ways[self->best]);
  cause.share = cause.probability * cause.lost * cause.carried;
  self->spared *= 1 - cause.share;
  if (hidden)
    {
      self->threat->n_hidden++;
      return;
    }
  cause.path = self->best < self->graph.n ? path_from (&self->graph, self->ways, self->best, FALSE)
                                          : g_array_new (FALSE, FALSE, sizeof (SlUid));
  g_ptr_array_add (self->threat->causes, g_memdup2 (&cause, sizeof cause));
}

static gboolean
take_threat (const SlRecord *record, gpointer data)
{
  Threatening *self = data;
  const SlRisk *risk = SL_AS (RISK, record);
  SlCause cause = { .uid = record->uid };

  if (!sl_risk_is_open_threat (risk))
    return TRUE;
  self->best = self->graph.n;
  sl_data_children (self->view->data, SL_KIND_RISK_NODE, SL_RISK_NODE_RISK, record->uid, take_card_of_risk, self);
  cause.named = names_benefit (self->view, record->uid, self->threat->benefit);
  rate_risk (self->view, record->uid, &cause.probability, &cause.lost);
  add_cause (self, cause, sl_cause_confidentiality (self->view->data, record->uid) > self->audience);
  return TRUE;
}

static gboolean
take_issue (const SlRecord *record, gpointer data)
{
  Threatening *self = data;
  const SlIssue *issue = SL_AS (ISSUE, record);
  SlCause cause = { .uid = record->uid };

  if (!sl_issue_is_open (self->view, issue))
    return TRUE;
  self->best = self->graph.n;
  sl_data_children (self->view->data, SL_KIND_ISSUE_NODE, SL_ISSUE_NODE_ISSUE, record->uid, take_card_of_issue, self);
  rate_issue (self->view, issue, &cause.probability, &cause.lost);
  add_cause (self, cause, sl_cause_confidentiality (self->view->data, record->uid) > self->audience);
  return TRUE;
}

static int
compare_causes (gconstpointer a, gconstpointer b, gpointer data)
{
  const SlCause *one = *(const SlCause *const *) a, *other = *(const SlCause *const *) b;

  if (one->share != other->share)
    return one->share > other->share ? -1 : 1;
  return sl_code_compare (sl_record_code (sl_data_lookup (data, one->uid)), sl_record_code (sl_data_lookup (data, other->uid)));
}

/* Whatever is hidden in it, even if that is not rated: a share that stays as it is would tell so. */
static double
hide_in (double share)
{
  return MIN (1, MAX (1, ceil (share / SL_SHARE_STEP - 1e-9)) * SL_SHARE_STEP);
}

SlBenefitThreat *
sl_benefit_threat (const SlView *view, SlUid uid, int audience)
{
  const SlRecord *record = sl_data_lookup (view->data, uid);
  Threatening self = { .view = view, .audience = audience, .spared = 1 };
  guint start;

  if (record == NULL || record->kind != SL_KIND_BENEFIT)
    return NULL;
  self.threat = g_new0 (SlBenefitThreat, 1);
  self.threat->benefit = uid;
  self.threat->causes = g_ptr_array_new_with_free_func (cause_free);
  sl_map_graph_load (&self.graph, view);
  self.ways = g_new (Way, self.graph.n + 1);
  begin_ways (self.ways, self.graph.n + 1);
  start = sl_map_graph_find (&self.graph, SL_AS (BENEFIT, record)->node);
  if (start < self.graph.n)
    {
      start_at (self.ways, start);
      spread (&self.graph, self.ways, FALSE);
      sl_data_each (view->data, SL_KIND_RISK, take_threat, &self);
      sl_data_each (view->data, SL_KIND_ISSUE, take_issue, &self);
    }
  g_ptr_array_sort_with_data (self.threat->causes, compare_causes, (gpointer) view->data);
  self.threat->reckoned = SL_AS (BENEFIT, record)->type == SL_BENEFIT_TYPE_BENEFIT;
  self.threat->share = !self.threat->reckoned ? 0 : self.threat->n_hidden > 0 ? hide_in (1 - self.spared) : 1 - self.spared;
  self.threat->value = value_at (SL_AS (BENEFIT, record), self.threat->share);
  g_free (self.ways);
  clear_graph (&self.graph);
  return self.threat;
}

void
sl_benefit_threat_free (SlBenefitThreat *self)
{
  g_ptr_array_unref (self->causes);
  g_free (self);
}

/* --- Theory of change --------------------------------------------------------------------------------------------- */

typedef struct
{
  SlUid to;
  int evidence;
} Link;

static gboolean
find_evidence (const SlRecord *record, gpointer data)
{
  Link *link = data;

  if (SL_AS (MAP_EDGE, record)->to != link->to)
    return TRUE;
  link->evidence = (int) MAX (0, SL_AS (MAP_EDGE, record)->evidence);
  return FALSE;
}

void
sl_map_weakest_link (const SlMapStatus *status, const SlView *view, SlUid node, SlWeakestLink *self)
{
  const SlNodeStatus *at = sl_map_status_node (status, node);
  int weakest = G_MAXINT;

  *self = (SlWeakestLink){ .path = g_array_new (FALSE, FALSE, sizeof (SlUid)) };
  for (guint n = sl_map_status_count (status); at != NULL && at->strength_from != SL_UID_NONE && n > 0; n--)
    {
      g_array_prepend_val (self->path, at->uid);
      at = sl_map_status_node (status, at->strength_from);
    }
  if (self->path->len == 0)
    return;
  if (at != NULL)
    g_array_prepend_val (self->path, at->uid);
  for (guint i = 0; i + 1 < self->path->len; i++)
    {
      Link link = { g_array_index (self->path, SlUid, i + 1), 0 };

      sl_data_children (view->data, SL_KIND_MAP_EDGE, SL_MAP_EDGE_FROM, g_array_index (self->path, SlUid, i), find_evidence, &link);
      if (link.evidence >= weakest)
        continue;
      weakest = link.evidence;
      self->weakest = i;
    }
  self->evidence = weakest != G_MAXINT ? weakest : 0;
}

void
sl_weakest_link_clear (SlWeakestLink *self)
{
  g_clear_pointer (&self->path, g_array_unref);
}
