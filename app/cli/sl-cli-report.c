/* report FILE KIND -o OUT: what the programme says of itself, for machines and for people.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-error.h"
#include "reports/sl-report.h"

#include <glib/gi18n-lib.h>

gboolean
sl_cli_take_audience (SlCli *cli, int *audience, GError **error)
{
  const char *text = cli->values[SL_CLI_AUDIENCE];

  *audience = text != NULL ? sl_enum_from_token (&sl_confidentiality_enum, text) : SL_CONFIDENTIALITY_BOARD;
  if (*audience != 0)
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("--audience: “%s” is none of open, board, restricted"), text);
  return FALSE;
}

/* By code, or a name that is unique. */
static gboolean
take_project (SlCli *cli, SlReportOptions *options, GError **error)
{
  static const SlField field = { .name = "project", .label = "", .type = SL_TYPE_REF, .ref = SL_KIND_PROJECT };
  const char *text = cli->values[SL_CLI_PROJECT];
  g_autofree char *owned = NULL;
  SlValue value;

  if (text == NULL)
    return TRUE;
  if (!sl_data_parse (sl_workspace_data (cli->workspace), &field, text, SL_DATE_NONE, &value, &owned, error))
    {
      g_prefix_error (error, "--project: ");
      return FALSE;
    }
  options->project = value.is_null ? SL_UID_NONE : value.i;
  return TRUE;
}

gboolean
sl_cli_run_report (SlCli *cli, GError **error)
{
  SlReportOptions options = { .kind = sl_report_kind_find (cli->args[1], error), .project = SL_UID_NONE,
                              .since = cli->values[SL_CLI_SINCE] };
  const char *path = cli->values[SL_CLI_OUTPUT];
  g_autoptr (SlReportSource) source = NULL;

  if (options.kind == NULL || !sl_cli_check_output (cli, "OUT.html", error) || sl_report_format_find (path, error) == NULL
      || !sl_cli_take_audience (cli, &options.audience, error) || !sl_cli_open (cli, SL_OPEN_READ, error)
      || !take_project (cli, &options, error))
    return FALSE;
  source = sl_report_source_new (cli->workspace, error);
  if (source == NULL || !sl_report_save (source, &options, path, NULL, NULL, NULL, error))
    return FALSE;
  sl_cli_tell_output (cli);
  return TRUE;
}
