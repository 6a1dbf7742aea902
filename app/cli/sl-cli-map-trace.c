/* map FILE --risk CODE, map FILE --benefit CODE, and the weakest links: what follows from what.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "insight/sl-consequence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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

static char *
dup_percent (double share)
{
  /* Half away from zero. */
  gint64 tenths = (gint64) floor (share * 1000 + 0.5 + 1e-9);

  return g_strdup_printf ("%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT " %%", tenths / 10, tenths % 10);
}

/* "53.3 %, £96,917.43 a year" */
static char *
dup_at_risk (SlCli *cli, double share, SlMoney value)
{
  g_autofree char *percent = dup_percent (share), *money = NULL;

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
  g_string_append_printf (json, "], \"rated\": %s, \"note\": \"" LABEL "\", \"gate\": ", reach->rated ? "true" : "false");
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
    sl_cli_print (cli, "%s %s\nAt risk: %s. " LABEL "\n", code_of (cli, threat->benefit), title, share);
  else
    sl_cli_print (cli, "%s %s\nAt risk: not reckoned for a dis-benefit.\n", code_of (cli, threat->benefit), title);
  for (guint i = 0; i < threat->causes->len; i++)
    {
      const SlCause *cause = threat->causes->pdata[i];
      g_autofree char *part = dup_percent (cause->share), *path = dup_path (cli, cause->path);
      g_autofree char *name = sl_text_for_terminal (title_of (cli, cause->uid));

      sl_cli_print (cli, "%s %s: %s, %s\n", code_of (cli, cause->uid), name, part,
                    cause->named ? "names this benefit" : path);
    }
  if (threat->n_hidden > 0)
    sl_cli_print (cli, "Not told here, but counted: %u restricted.\n", threat->n_hidden);
}

static void
json_benefit (SlCli *cli, const SlBenefitThreat *threat)
{
  g_autoptr (GString) json = g_string_new ("{\"benefit\": ");

  sl_cli_json_string (json, code_of (cli, threat->benefit));
  json_share (json, "share", threat->share);
  json_money (cli, json, "value", threat->value);
  g_string_append_printf (json, ", \"note\": \"" LABEL "\", \"restricted\": %u, \"causes\": [", threat->n_hidden);
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

/* --- The command -------------------------------------------------------------------------------------------------- */

static void
light (guint8 *lit, SlCli *cli, const GArray *path, SlCliLightFunc func, gpointer data)
{
  for (guint i = 0; i < path->len; i++)
    func (g_array_index (path, SlUid, i), lit, data);
}

gboolean
sl_cli_trace (SlCli *cli, SlCliLightFunc func, guint8 *lit, gpointer data, GError **error)
{
  gboolean of_risk = SL_CLI_HAS (cli, RISK);
  const SlRecord *record = sl_cli_find (cli, cli->values[of_risk ? SL_CLI_RISK : SL_CLI_BENEFIT], error);
  SlView view = sl_workspace_view (cli->workspace);
  g_autoptr (SlRiskReach) reach = NULL;
  g_autoptr (SlBenefitThreat) threat = NULL;
  int audience;

  if (record == NULL || !sl_cli_take_audience (cli, &audience, error))
    return FALSE;
  if (of_risk)
    reach = sl_risk_reach (&view, record->uid);
  else
    threat = sl_benefit_threat (&view, record->uid, audience);
  if (reach == NULL && threat == NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_USAGE, of_risk ? _ ("--risk: %s is no risk") : _ ("--benefit: %s is no benefit"),
                   sl_record_code (record) != NULL ? sl_record_code (record) : "");
      return FALSE;
    }
  for (guint i = 0; reach != NULL && lit != NULL && i < reach->outcomes->len; i++)
    light (lit, cli, ((const SlReached *) reach->outcomes->pdata[i])->path, func, data);
  if (reach != NULL && lit != NULL)
    light (lit, cli, reach->struck, func, data);
  for (guint i = 0; threat != NULL && lit != NULL && i < threat->causes->len; i++)
    light (lit, cli, ((const SlCause *) threat->causes->pdata[i])->path, func, data);
  if (SL_CLI_HAS (cli, QUIET) && !SL_CLI_HAS (cli, JSON))
    return TRUE;
  if (reach != NULL)
    (SL_CLI_HAS (cli, JSON) ? json_risk : print_risk) (cli, reach);
  else
    (SL_CLI_HAS (cli, JSON) ? json_benefit : print_benefit) (cli, threat);
  return TRUE;
}
