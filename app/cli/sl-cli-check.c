/* check FILE: which rules the programme breaks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-text.h"

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

static void
print_json (SlCli *cli, const GPtrArray *findings)
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
  g_string_append (json, n > 0 ? "\n]" : "]");
  sl_cli_print (cli, "%s\n", json->str);
}

gboolean
sl_cli_run_check (SlCli *cli, GError **error)
{
  g_autoptr (GPtrArray) findings = NULL;

  if (!sl_cli_open (cli, SL_OPEN_READ, error))
    return FALSE;
  findings = sl_workspace_check (cli->workspace);
  if (SL_CLI_HAS (cli, JSON))
    print_json (cli, findings);
  else if (!SL_CLI_HAS (cli, QUIET))
    print_text (cli, findings);
  if (sl_findings_count (findings, SL_SEVERITY_ERROR) > 0
      || (SL_CLI_HAS (cli, STRICT) && sl_findings_count (findings, SL_SEVERITY_WARNING) > 0))
    cli->status = 1;
  return TRUE;
}
