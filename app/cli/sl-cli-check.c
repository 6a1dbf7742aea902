/* check FILE: which rules the programme breaks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-text.h"
#include "workspace/sl-since.h"

/* In the order of the answer. */
static const struct
{
  SlSeverity severity;
  const char *word;
} groups[] = { { SL_SEVERITY_ERROR, "error" }, { SL_SEVERITY_REASON, "reason" }, { SL_SEVERITY_WARNING, "warning" } };

static void
print_text (SlCli *cli, const GPtrArray *findings)
{
  guint errors = sl_findings_count (findings, SL_SEVERITY_ERROR);
  guint warnings = sl_findings_count (findings, SL_SEVERITY_WARNING);

  for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
    for (guint i = 0; i < findings->len; i++)
      {
        const SlFinding *finding = findings->pdata[i];
        g_autofree char *text = NULL;
        g_autofree char *safe = NULL;

        if (finding->severity != groups[g].severity)
          continue;
        text = sl_finding_dup_text (finding, FALSE);
        safe = sl_text_for_terminal (text);
        sl_cli_print (cli, "%s: %s [%s]\n", groups[g].word, safe, finding->rule);
      }
  sl_cli_print (cli, "%u %s, %u %s\n", errors, errors == 1 ? "error" : "errors", warnings,
                warnings == 1 ? "warning" : "warnings");
}

static void
add_finding (GString *json, const SlFinding *finding, const char *word)
{
  const SlKind *kind = sl_kind_get (finding->kind);
  g_autofree char *text = sl_finding_dup_text (finding, FALSE);

  g_string_append_printf (json, "{\"severity\": \"%s\", \"rule\": \"%s\", \"concern\": \"%s\", \"kind\": \"%s\", \"code\": ",
                          word, finding->rule, sl_concern_token (finding->concern), kind->token);
  sl_cli_json_string (json, finding->code);
  g_string_append (json, ", \"field\": ");
  sl_cli_json_string (json, finding->field >= 0 ? kind->fields[finding->field].name : NULL);
  g_string_append (json, ", \"text\": ");
  sl_cli_json_string (json, text);
  g_string_append_c (json, '}');
}

/* --- Since ---------------------------------------------------------------------------------------------------------- */

static char *
dup_time (gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (at / 1000);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
}

/* "P-02 Programme Sample, 2026-07-14T09:30:00Z", or that time alone did it. */
static char *
dup_who (SlCli *cli, const SlSinceLine *line)
{
  SlChangeSet done = { .actor = line->actor };
  g_autofree char *when = dup_time (line->at);
  g_autofree char *who = sl_cli_dup_actor (sl_workspace_data (cli->workspace), &done);

  return line->at != 0 ? g_strdup_printf ("%s, %s", who, when) : g_strdup ("as time went by");
}

static void
print_since (SlCli *cli, const GPtrArray *lines, gint64 seq)
{
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *text = sl_since_line_dup_text (lines->pdata[i], FALSE);
      g_autofree char *who = dup_who (cli, lines->pdata[i]);
      g_autofree char *said = g_strdup_printf ("%s (%s)", text, who);
      g_autofree char *safe = sl_text_for_terminal (said);

      sl_cli_print (cli, "since: %s\n", safe);
    }
  sl_cli_print (cli, "%u %s since change %" G_GINT64_FORMAT "\n", lines->len, lines->len == 1 ? "thing" : "things", seq);
}

static void
add_since (GString *json, SlCli *cli, const SlSinceLine *line)
{
  const SlRecord *actor = sl_data_lookup (sl_workspace_data (cli->workspace), line->actor);
  g_autofree char *text = sl_since_line_dup_text (line, FALSE);
  g_autofree char *when = line->at != 0 ? dup_time (line->at) : NULL;

  g_string_append_printf (json, "{\"since\": \"%s\", \"code\": ", sl_since_token (line->kind));
  sl_cli_json_string (json, line->code);
  g_string_append (json, ", \"text\": ");
  sl_cli_json_string (json, text);
  g_string_append (json, ", \"actor\": ");
  sl_cli_json_string (json, actor != NULL ? sl_record_code (actor) : NULL);
  g_string_append (json, ", \"at\": ");
  sl_cli_json_string (json, when);
  g_string_append_printf (json, ", \"seq\": %" G_GINT64_FORMAT "}", line->seq);
}

/* The day that was looked at then: that of the point, unless the programme fixes its day. */
static gboolean
find_since (SlCli *cli, gint64 *seq, GPtrArray **lines, GError **error)
{
  const char *text = cli->values[SL_CLI_SINCE];
  SlDate day = sl_date_from_iso (text);
  g_autoptr (SlChangeSet) point = NULL;

  if (!sl_cli_find_seq (cli, SL_CLI_SINCE, seq, error))
    return FALSE;
  if (day == SL_DATE_NONE && *seq > 0)
    {
      point = sl_cli_read_change_set (cli, *seq, error);
      if (point == NULL)
        return FALSE;
      day = (SlDate) (point->at / (G_GINT64_CONSTANT (24) * 60 * 60 * 1000));
    }
  *lines = sl_workspace_since (cli->workspace, *seq, day, SL_UID_NONE, error);
  return *lines != NULL;
}

/* --- Both ----------------------------------------------------------------------------------------------------------- */

static void
print_json (SlCli *cli, const GPtrArray *findings, const GPtrArray *since)
{
  g_autoptr (GString) json = g_string_new ("[");
  guint n = 0;

  for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
    for (guint i = 0; i < findings->len; i++)
      {
        const SlFinding *finding = findings->pdata[i];

        if (finding->severity != groups[g].severity)
          continue;
        g_string_append (json, n++ > 0 ? ",\n " : "\n ");
        add_finding (json, finding, groups[g].word);
      }
  for (guint i = 0; since != NULL && i < since->len; i++)
    {
      g_string_append (json, n++ > 0 ? ",\n " : "\n ");
      add_since (json, cli, since->pdata[i]);
    }
  g_string_append (json, n > 0 ? "\n]" : "]");
  sl_cli_print (cli, "%s\n", json->str);
}

gboolean
sl_cli_run_check (SlCli *cli, GError **error)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) since = NULL;
  gint64 seq = 0;

  if (!sl_cli_open (cli, SL_OPEN_READ, error) || (SL_CLI_HAS (cli, SINCE) && !find_since (cli, &seq, &since, error)))
    return FALSE;
  findings = sl_workspace_check (cli->workspace);
  if (SL_CLI_HAS (cli, JSON))
    print_json (cli, findings, since);
  else if (!SL_CLI_HAS (cli, QUIET))
    {
      print_text (cli, findings);
      if (since != NULL)
        print_since (cli, since, seq);
    }
  if (sl_findings_count (findings, SL_SEVERITY_ERROR) > 0
      || (SL_CLI_HAS (cli, STRICT) && sl_findings_count (findings, SL_SEVERITY_WARNING) > 0))
    cli->status = 1;
  return TRUE;
}
