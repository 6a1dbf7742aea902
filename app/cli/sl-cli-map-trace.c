/* map FILE --risk CODE, --benefit CODE or --outcome CODE: what follows from what.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "charts/sl-map-trace.h"
#include "insight/sl-map-words.h"

#include <glib/gi18n-lib.h>

/* Whatever is printed with a value at risk. */
#define LABEL "Indicative, assumes independence."

static const char *
code_of (SlCli *cli, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (cli->workspace), uid);

  return record != NULL ? sl_record_code (record) : "";
}

static const char *
title_of (SlCli *cli, SlUid uid)
{
  return sl_data_name (sl_workspace_data (cli->workspace), uid);
}

static char *
dup_money (SlCli *cli, SlMoney money)
{
  return sl_money_dup_exact (money, sl_data_programme (sl_workspace_data (cli->workspace))->currency);
}

/* "C1 > I1 > E2" */
static char *
dup_path (SlCli *cli, const GArray *path)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < path->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " > " : "", code_of (cli, g_array_index (path, SlUid, i)));
  return g_string_free (text, FALSE);
}

/* "53.3 %, £96,917.43 a year" */
static char *
dup_at_risk (SlCli *cli, double share, SlMoney value)
{
  g_autofree char *percent = sl_share_dup_percent (share), *money = NULL;

  if (value == SL_MONEY_NONE)
    return g_steal_pointer (&percent);
  money = dup_money (cli, value);
  return g_strdup_printf ("%s, %s a year", percent, money);
}

static void
json_codes (SlCli *cli, GString *json, const GArray *path)
{
  g_string_append_c (json, '[');
  for (guint i = 0; i < path->len; i++)
    {
      g_string_append (json, i > 0 ? ", " : "");
      sl_cli_json_string (json, code_of (cli, g_array_index (path, SlUid, i)));
    }
  g_string_append_c (json, ']');
}

/* Six decimals, whatever the locale. */
static void
json_share (GString *json, const char *key, double share)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (json, ", \"%s\": %s", key, g_ascii_formatd (digits, sizeof digits, "%.6f", share));
}

static void
json_money (SlCli *cli, GString *json, const char *key, SlMoney money)
{
  static const SlField field = { .name = "value", .label = "", .type = SL_TYPE_MONEY };
  SlValue value = money != SL_MONEY_NONE ? SL_VALUE_MONEY (money) : SL_VALUE_NULL (SL_TYPE_MONEY);

  g_string_append_printf (json, ", \"%s\": ", key);
  sl_cli_json_value (json, sl_workspace_data (cli->workspace), &field, &value);
}

/* --- Of a risk ---------------------------------------------------------------------------------------------------- */

static void
print_benefits (SlCli *cli, const SlRiskReach *reach)
{
  for (guint i = 0; i < reach->benefits->len; i++)
    {
      const SlBenefitReached *reached = &g_array_index (reach->benefits, SlBenefitReached, i);
      g_autofree char *title = sl_text_for_terminal (title_of (cli, reached->benefit));
      g_autofree char *share = !reached->reckoned ? g_strdup ("a dis-benefit, not reckoned")
                               : !reach->rated    ? g_strdup ("not known: the risk is not rated")
                                                  : dup_at_risk (cli, reached->share, reached->value);

      sl_cli_print (cli, "Benefit %s %s: %s\n", code_of (cli, reached->benefit), title, share);
    }
  if (reach->total != SL_MONEY_NONE)
    {
      g_autofree char *total = dup_money (cli, reach->total);

      sl_cli_print (cli, "At risk in all: %s a year\n", total);
    }
  if (reach->benefits->len > 0)
    sl_cli_print (cli, LABEL "\n");
}

static void
print_risk (SlCli *cli, const SlRiskReach *reach)
{
  g_autofree char *struck = dup_path (cli, reach->struck), *title = sl_text_for_terminal (title_of (cli, reach->risk));
  char iso[11];

  sl_cli_print (cli, "%s %s\nStrikes: %s\n", code_of (cli, reach->risk), title, *struck != '\0' ? struck : "no card of the map");
  for (guint i = 0; i < reach->outcomes->len; i++)
    {
      const SlReached *reached = reach->outcomes->pdata[i];
      g_autofree char *path = dup_path (cli, reached->path), *name = sl_text_for_terminal (title_of (cli, reached->node));

      sl_cli_print (cli, "Reaches %s %s: %s\n", code_of (cli, reached->node), name, path);
    }
  print_benefits (cli, reach);
  if (reach->gate != SL_UID_NONE)
    sl_cli_print (cli, "Falls before gate %s, %s\n", code_of (cli, reach->gate), sl_date_to_iso (reach->gate_day, iso));
}

static void
json_risk (SlCli *cli, const SlRiskReach *reach)
{
  g_autoptr (GString) json = g_string_new ("{\"risk\": ");
  char iso[11];

  sl_cli_json_string (json, code_of (cli, reach->risk));
  g_string_append (json, ", \"strikes\": ");
  json_codes (cli, json, reach->struck);
  g_string_append (json, ", \"outcomes\": [");
  for (guint i = 0; i < reach->outcomes->len; i++)
    {
      const SlReached *reached = reach->outcomes->pdata[i];

      g_string_append (json, i > 0 ? ", {\"node\": " : "{\"node\": ");
      sl_cli_json_string (json, code_of (cli, reached->node));
      json_share (json, "carried", reached->carried);
      g_string_append (json, ", \"path\": ");
      json_codes (cli, json, reached->path);
      g_string_append_c (json, '}');
    }
  g_string_append (json, "], \"benefits\": [");
  for (guint i = 0; i < reach->benefits->len; i++)
    {
      const SlBenefitReached *reached = &g_array_index (reach->benefits, SlBenefitReached, i);

      g_string_append (json, i > 0 ? ", {\"benefit\": " : "{\"benefit\": ");
      sl_cli_json_string (json, code_of (cli, reached->benefit));
      json_share (json, "share", reached->share);
      json_money (cli, json, "value", reached->value);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
  json_money (cli, json, "total", reach->total);
  g_string_append_printf (json, ", \"rated\": %s, \"note\": \"" LABEL "\", \"gate\": ", reach->rated ? "true" : "false");
  sl_cli_json_string (json, reach->gate != SL_UID_NONE ? code_of (cli, reach->gate) : NULL);
  g_string_append (json, ", \"gate_day\": ");
  sl_cli_json_string (json, reach->gate != SL_UID_NONE ? sl_date_to_iso (reach->gate_day, iso) : NULL);
  sl_cli_print (cli, "%s}\n", json->str);
}

/* --- Of a benefit ------------------------------------------------------------------------------------------------- */

static void
print_benefit (SlCli *cli, const SlBenefitThreat *threat)
{
  g_autofree char *title = sl_text_for_terminal (title_of (cli, threat->benefit));
  g_autofree char *share = threat->reckoned ? dup_at_risk (cli, threat->share, threat->value) : NULL;

  if (share != NULL)
    sl_cli_print (cli, "%s %s\nAt risk: %s%s. " LABEL "\n", code_of (cli, threat->benefit), title,
                  threat->n_hidden > 0 ? "up to " : "", share);
  else
    sl_cli_print (cli, "%s %s\nAt risk: not reckoned for a dis-benefit.\n", code_of (cli, threat->benefit), title);
  for (guint i = 0; i < threat->causes->len; i++)
    {
      const SlCause *cause = threat->causes->pdata[i];
      g_autofree char *part = sl_share_dup_percent (cause->share), *path = dup_path (cli, cause->path);
      g_autofree char *name = sl_text_for_terminal (title_of (cli, cause->uid));

      sl_cli_print (cli, "%s %s: %s, %s\n", code_of (cli, cause->uid), name, part,
                    cause->named ? "names this benefit" : path);
    }
  if (threat->n_hidden > 0)
    sl_cli_print (cli, "Not told here, but counted: %u. So what is at risk is rounded up to the next ten percent.\n", threat->n_hidden);
}

static void
json_benefit (SlCli *cli, const SlBenefitThreat *threat)
{
  g_autoptr (GString) json = g_string_new ("{\"benefit\": ");

  sl_cli_json_string (json, code_of (cli, threat->benefit));
  json_share (json, "share", threat->share);
  json_money (cli, json, "value", threat->value);
  g_string_append_printf (json, ", \"note\": \"" LABEL "\", \"rounded_up\": %s, \"restricted\": %u, \"causes\": [",
                          threat->n_hidden > 0 ? "true" : "false", threat->n_hidden);
  for (guint i = 0; i < threat->causes->len; i++)
    {
      const SlCause *cause = threat->causes->pdata[i];

      g_string_append (json, i > 0 ? ", {\"cause\": " : "{\"cause\": ");
      sl_cli_json_string (json, code_of (cli, cause->uid));
      json_share (json, "probability", cause->probability);
      json_share (json, "lost", cause->lost);
      json_share (json, "carried", cause->carried);
      json_share (json, "share", cause->share);
      g_string_append_printf (json, ", \"named\": %s, \"path\": ", cause->named ? "true" : "false");
      json_codes (cli, json, cause->path);
      g_string_append_c (json, '}');
    }
  sl_cli_print (cli, "%s]}\n", json->str);
}

/* --- Of an outcome ------------------------------------------------------------------------------------------------ */

typedef struct
{
  const SlNodeStatus *status;
  const SlWeakestLink *link;
} Argued;

static void
print_outcome (SlCli *cli, const Argued *argued)
{
  const GArray *path = argued->link->path;
  guint weakest = argued->link->weakest;
  g_autofree char *way = dup_path (cli, path), *title = sl_text_for_terminal (title_of (cli, argued->status->uid));

  sl_cli_print (cli, "%s %s\n", code_of (cli, argued->status->uid), title);
  if (weakest + 1 >= path->len)
    {
      sl_cli_print (cli, "No investment leads to it: there is no way to argue.\n");
      return;
    }
  sl_cli_print (cli, "Best argued way: %s\n", way);
  sl_cli_print (cli, "Weakest link: %s > %s, evidence %d, %s\n", code_of (cli, g_array_index (path, SlUid, weakest)),
                code_of (cli, g_array_index (path, SlUid, weakest + 1)), argued->link->evidence,
                sl_evidence_label (argued->link->evidence));
  if (argued->status->strength_needed > argued->status->strength)
    sl_cli_print (cli, "Needed at the gate ahead: %d\n", argued->status->strength_needed);
}

static void
json_outcome (SlCli *cli, const Argued *argued)
{
  g_autoptr (GString) json = g_string_new ("{\"outcome\": ");
  const GArray *path = argued->link->path;
  guint weakest = argued->link->weakest;

  sl_cli_json_string (json, code_of (cli, argued->status->uid));
  g_string_append_printf (json, ", \"strength\": %d, \"needed\": %d, \"path\": ", argued->status->strength,
                          argued->status->strength_needed);
  json_codes (cli, json, path);
  g_string_append (json, ", \"weakest\": ");
  if (weakest + 1 < path->len)
    {
      g_string_append (json, "{\"from\": ");
      sl_cli_json_string (json, code_of (cli, g_array_index (path, SlUid, weakest)));
      g_string_append (json, ", \"to\": ");
      sl_cli_json_string (json, code_of (cli, g_array_index (path, SlUid, weakest + 1)));
      g_string_append_printf (json, ", \"evidence\": %d}", argued->link->evidence);
    }
  else
    g_string_append (json, "null");
  sl_cli_print (cli, "%s}\n", json->str);
}

/* --- The command -------------------------------------------------------------------------------------------------- */

typedef struct
{
  SlView view;
  const SlRecord *record;
  const SlMapDrawing *drawing; /* or NULL */
  SlMapTrace *trace;           /* of it */
  int audience;
} Tracing;

static gboolean
is_quiet (SlCli *cli)
{
  return SL_CLI_HAS (cli, QUIET) && !SL_CLI_HAS (cli, JSON);
}

static gboolean
refuse (SlCli *cli, const char *format, const SlRecord *record, GError **error)
{
  g_autofree char *text = sl_text_compose (format, (const char *[]){ code_of (cli, record->uid), NULL });

  g_set_error_literal (error, SL_ERROR, SL_ERROR_USAGE, text);
  return FALSE;
}

static gboolean
trace_risk (SlCli *cli, Tracing *self, GError **error)
{
  g_autoptr (SlRiskReach) reach = sl_risk_reach (&self->view, self->record->uid);

  if (reach == NULL)
    return refuse (cli, _ ("--risk: {1} is neither a risk nor an issue"), self->record, error);
  if (sl_cause_confidentiality (self->view.data, self->record->uid) > self->audience)
    return refuse (cli, _ ("--risk: the audience may not see {1}; --audience says who may"), self->record, error);
  if (self->drawing != NULL)
    self->trace = sl_map_trace_of_reach (self->drawing, reach);
  if (!is_quiet (cli))
    (SL_CLI_HAS (cli, JSON) ? json_risk : print_risk) (cli, reach);
  return TRUE;
}

static gboolean
trace_benefit (SlCli *cli, Tracing *self, GError **error)
{
  g_autoptr (SlBenefitThreat) threat = sl_benefit_threat (&self->view, self->record->uid, self->audience);

  if (threat == NULL)
    return refuse (cli, _ ("--benefit: {1} is no benefit"), self->record, error);
  if (self->drawing != NULL)
    self->trace = sl_map_trace_of_threat (self->drawing, threat, SL_AS (BENEFIT, self->record)->node);
  if (!is_quiet (cli))
    (SL_CLI_HAS (cli, JSON) ? json_benefit : print_benefit) (cli, threat);
  return TRUE;
}

static gboolean
trace_outcome (SlCli *cli, Tracing *self, GError **error)
{
  g_autoptr (SlMapStatus) status = sl_map_status_new (&self->view);
  const SlNodeStatus *node = sl_map_status_node (status, self->record->uid);
  g_auto (SlWeakestLink) link = { NULL };

  if (node == NULL || !sl_node_type_is_outcome (node->type))
    return refuse (cli, _ ("--outcome: {1} is no outcome of the map"), self->record, error);
  sl_map_weakest_link (status, &self->view, self->record->uid, &link);
  if (self->drawing != NULL)
    self->trace = sl_map_trace_of_weakest (self->drawing, &link);
  if (!is_quiet (cli))
    (SL_CLI_HAS (cli, JSON) ? json_outcome : print_outcome) (cli, &(Argued){ node, &link });
  return TRUE;
}

gboolean
sl_cli_trace (SlCli *cli, const SlMapDrawing *drawing, SlMapTrace **trace, GError **error)
{
  static const struct
  {
    SlCliOptionId option;
    gboolean (*func) (SlCli *cli, Tracing *self, GError **error);
  } ways[] = { { SL_CLI_RISK, trace_risk }, { SL_CLI_BENEFIT, trace_benefit }, { SL_CLI_OUTCOME, trace_outcome } };
  Tracing self = { .view = sl_workspace_view (cli->workspace), .drawing = drawing };
  guint way = SL_CLI_HAS (cli, RISK) ? 0 : SL_CLI_HAS (cli, BENEFIT) ? 1 : 2;

  self.record = sl_cli_find (cli, cli->values[ways[way].option], error);
  if (self.record == NULL || !sl_cli_take_audience (cli, &self.audience, error) || !ways[way].func (cli, &self, error))
    return FALSE;
  if (trace != NULL)
    *trace = self.trace;
  return TRUE;
}
