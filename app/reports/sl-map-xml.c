/* The benefit map, and what is at risk of its benefits, as elements.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "reports/sl-map-facts-private.h"

#include "insight/sl-consequence.h"
#include "reports/sl-report-xml-private.h"

#include <math.h>

/* The tests of F-14 that a card fails, as a list of tokens. */
static char *
dup_failed (guint failed)
{
  static const char *const tokens[] = { "up", "down", "followed", "change", "owner" };
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    if (failed >> i & 1)
      g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", tokens[i]);
  return g_string_free (list, FALSE);
}

static char *
dup_codes (const SlReportFacts *facts, const GArray *path)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < path->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? " " : "", sl_report_code (facts, g_array_index (path, SlUid, i)));
  return g_string_free (list, FALSE);
}

/* Percent with one decimal. */
static void
write_percent (SlXmlWriter *xml, const char *name, double share)
{
  sl_report_xml_decimal (xml, name, (SlDecimal) floor (share * 1000 + 0.5 + 1e-9) * (SL_DECIMAL_SCALE / 10));
}

static void
write_sight (SlXmlWriter *xml, const SlNodeStatus *status)
{
  g_autofree char *failed = dup_failed (status->failed);

  sl_xml_writer_start (xml, "line-of-sight");
  sl_report_xml_flag (xml, "derived", TRUE);
  sl_xml_writer_attribute (xml, "complete", status->failed == 0 ? "true" : "false");
  if (status->failed != 0)
    sl_xml_writer_attribute (xml, "failed", failed);
  sl_report_xml_integer (xml, "strength", status->strength);
  sl_report_xml_count (xml, "strength-needed", status->strength_needed);
  sl_xml_writer_end (xml);
}

static void
write_level (SlXmlWriter *xml, const SlMapFacts *self, const SlNodeStatus *status)
{
  static const char *const levels[] = { "none", "green", "amber", "red" };
  g_autoptr (GArray) path = sl_map_status_path (self->status, status->uid);
  g_autofree char *codes = dup_codes (self->facts, path);

  sl_xml_writer_start (xml, "risk-level");
  sl_report_xml_flag (xml, "derived", TRUE);
  sl_xml_writer_attribute (xml, "level", levels[status->level]);
  sl_report_xml_ref (xml, self->facts, "culprit", status->culprit);
  if (path->len > 0)
    sl_xml_writer_attribute (xml, "path", codes);
  sl_xml_writer_end (xml);
}

static void
write_node (SlXmlWriter *xml, const SlMapFacts *self, const SlMapNode *node)
{
  const SlNodeStatus *status = sl_map_status_node (self->status, node->record.uid);
  int card = self->drawing != NULL ? sl_map_drawing_find (self->drawing, node->record.uid) : -1;

  sl_xml_writer_start (xml, "node");
  sl_report_xml_string (xml, "id", node->code);
  sl_report_xml_token (xml, "type", &sl_node_type_enum, node->type);
  sl_report_xml_token (xml, "status", &sl_node_status_enum, node->status);
  sl_report_xml_ref (xml, self->facts, "owner", node->owner);
  sl_report_xml_ref (xml, self->facts, "project", node->project);
  sl_report_xml_date (xml, "planned", node->planned);
  sl_report_xml_date (xml, "forecast", node->forecast);
  sl_report_xml_date (xml, "actual", node->actual);
  sl_report_xml_money (xml, "budget", node->budget);
  sl_report_xml_flag (xml, "negative", status != NULL && status->negative);
  if (card >= 0)
    {
      sl_report_xml_decimal (xml, "x", (SlDecimal) floor (self->drawing->cards[card].x * SL_DECIMAL_SCALE + 0.5));
      sl_report_xml_decimal (xml, "y", (SlDecimal) floor (self->drawing->cards[card].y * SL_DECIMAL_SCALE + 0.5));
    }
  sl_report_xml_prose (xml, "title", node->title);
  sl_report_xml_prose (xml, "description", node->description);
  if (status != NULL)
    {
      write_sight (xml, status);
      write_level (xml, self, status);
    }
  sl_xml_writer_end (xml);
}

static void
write_edge (SlXmlWriter *xml, const SlMapFacts *self, const SlMapEdge *edge)
{
  sl_xml_writer_start (xml, "edge");
  sl_report_xml_ref (xml, self->facts, "from", edge->from);
  sl_report_xml_ref (xml, self->facts, "to", edge->to);
  sl_report_xml_token (xml, "weight", &sl_link_weight_enum, edge->weight);
  sl_report_xml_integer (xml, "evidence", MAX (0, edge->evidence));
  sl_report_xml_prose (xml, "rationale", edge->rationale);
  sl_xml_writer_end (xml);
}

static void
write_finding (SlXmlWriter *xml, const SlFinding *finding)
{
  g_autofree char *text = sl_finding_dup_text (finding, FALSE);

  sl_xml_writer_start (xml, "finding");
  sl_report_xml_flag (xml, "derived", TRUE);
  sl_report_xml_string (xml, "rule", finding->rule);
  sl_report_xml_string (xml, "node", finding->code);
  sl_report_xml_prose (xml, "text", text);
  sl_xml_writer_end (xml);
}

static void
write_weakest_link (SlXmlWriter *xml, const SlMapFacts *self, const SlMapNode *node)
{
  g_auto (SlWeakestLink) link = { NULL };
  g_autofree char *codes = NULL;

  if (node->type != SL_NODE_TYPE_END_OUTCOME)
    return;
  sl_map_weakest_link (self->status, &self->facts->view, node->record.uid, &link);
  if (link.path->len < 2)
    return;
  codes = dup_codes (self->facts, link.path);
  sl_xml_writer_start (xml, "weakest-link");
  sl_report_xml_flag (xml, "derived", TRUE);
  sl_report_xml_string (xml, "node", node->code);
  sl_report_xml_ref (xml, self->facts, "from", g_array_index (link.path, SlUid, link.weakest));
  sl_report_xml_ref (xml, self->facts, "to", g_array_index (link.path, SlUid, link.weakest + 1));
  sl_report_xml_integer (xml, "evidence", link.evidence);
  sl_xml_writer_attribute (xml, "path", codes);
  sl_xml_writer_end (xml);
}

static void
write_coverage (SlXmlWriter *xml, const SlMapFacts *self)
{
  sl_xml_writer_start (xml, "coverage");
  sl_report_xml_flag (xml, "derived", TRUE);
  sl_report_xml_integer (xml, "active", self->coverage.active);
  sl_report_xml_integer (xml, "complete", self->coverage.complete);
  if (self->coverage.coverage >= 0)
    sl_report_xml_integer (xml, "percent", self->coverage.coverage);
  sl_report_xml_string (xml, "currency", self->facts->currency);
  sl_report_xml_integer (xml, "funded", self->coverage.funded);
  sl_report_xml_integer (xml, "invested", self->coverage.invested);
  sl_xml_writer_end (xml);
}

void
sl_report_xml_benefit_map (SlXmlWriter *xml, const SlMapFacts *self)
{
  sl_xml_writer_start (xml, "benefit-map");
  for (guint i = 0; i < self->nodes->len; i++)
    write_node (xml, self, self->nodes->pdata[i]);
  for (guint i = 0; i < self->edges->len; i++)
    write_edge (xml, self, self->edges->pdata[i]);
  for (guint i = 0; i < self->findings->len; i++)
    write_finding (xml, self->findings->pdata[i]);
  for (guint i = 0; i < self->nodes->len; i++)
    write_weakest_link (xml, self, self->nodes->pdata[i]);
  write_coverage (xml, self);
  sl_xml_writer_end (xml);
}

/* --- Benefits ----------------------------------------------------------------------------------------------------- */

static void
write_cause (SlXmlWriter *xml, const SlMapFacts *self, const SlCause *cause)
{
  g_autofree char *codes = dup_codes (self->facts, cause->path);

  sl_xml_writer_start (xml, "cause");
  sl_report_xml_ref (xml, self->facts, "ref", cause->uid);
  write_percent (xml, "percent", cause->share);
  if (cause->path->len > 0)
    sl_xml_writer_attribute (xml, "path", codes);
  sl_xml_writer_end (xml);
}

static void
write_benefit (SlXmlWriter *xml, const SlMapFacts *self, const SlBenefit *benefit)
{
  g_autoptr (SlBenefitThreat) threat
      = sl_benefit_threat (&self->facts->view, benefit->record.uid, self->facts->options->audience);

  sl_xml_writer_start (xml, "benefit");
  sl_report_xml_string (xml, "id", benefit->code);
  sl_report_xml_ref (xml, self->facts, "node", benefit->node);
  sl_report_xml_token (xml, "type", &sl_benefit_type_enum, benefit->type);
  sl_report_xml_token (xml, "class", &sl_value_class_enum, benefit->value_class);
  sl_report_xml_token (xml, "state", &sl_benefit_state_enum, benefit->state);
  sl_report_xml_ref (xml, self->facts, "owner", benefit->owner);
  sl_report_xml_count (xml, "priority", (int) benefit->priority);
  sl_report_xml_prose (xml, "name", benefit->name);
  sl_xml_writer_start (xml, "value");
  sl_report_xml_flag (xml, "derived", TRUE);
  sl_report_xml_string (xml, "currency", self->facts->currency);
  sl_report_xml_money (xml, "annual", benefit->annual_value_at_target);
  if (threat->reckoned)
    write_percent (xml, "at-risk-percent", threat->share);
  sl_report_xml_money (xml, "at-risk", threat->value);
  sl_report_xml_count (xml, "hidden", (int) threat->n_hidden);
  for (guint i = 0; i < threat->causes->len; i++)
    write_cause (xml, self, threat->causes->pdata[i]);
  sl_xml_writer_end (xml);
  sl_xml_writer_end (xml);
}

void
sl_report_xml_benefits (SlXmlWriter *xml, const SlMapFacts *self)
{
  if (self->benefits->len == 0)
    return;
  sl_xml_writer_start (xml, "benefits");
  for (guint i = 0; i < self->benefits->len; i++)
    write_benefit (xml, self, self->benefits->pdata[i]);
  sl_xml_writer_end (xml);
}
