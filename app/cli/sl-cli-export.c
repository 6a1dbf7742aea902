/* export FILE -o OUT: the programme for other programs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-error.h"
#include "exchange/sl-programme-xml.h"

#include <glib/gi18n-lib.h>

/* The ending decides; a wrong one must not cost an hour's work. */
static gboolean
check_ending (const char *path, GError **error)
{
  if (path == NULL)
    g_set_error_literal (error, SL_ERROR, SL_ERROR_USAGE, _ ("say where to: -o OUT.xml"));
  else if (!g_str_has_suffix (path, ".xml"))
    g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("“%s” does not end in .xml, the one format there is so far"), path);
  else
    return TRUE;
  return FALSE;
}

gboolean
sl_cli_run_export (SlCli *cli, GError **error)
{
  const char *path = cli->values[SL_CLI_OUTPUT];

  if (!check_ending (path, error) || !sl_cli_open (cli, SL_OPEN_READ, error)
      || !sl_programme_xml_save (sl_workspace_data (cli->workspace), path, NULL, NULL, NULL, error))
    return FALSE;
  if (!SL_CLI_HAS (cli, QUIET))
    sl_cli_print (cli, "Written %s\n", path);
  return TRUE;
}
