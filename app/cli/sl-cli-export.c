/* export FILE -o OUT: the programme for other programs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-error.h"
#include "exchange/sl-programme-xml.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static gboolean
is_same_file (const char *one, const char *other)
{
  GStatBuf a, b;

  return g_stat (one, &a) == 0 && g_stat (other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

gboolean
sl_cli_check_output (SlCli *cli, const char *example, GError **error)
{
  const char *path = cli->values[SL_CLI_OUTPUT];

  if (path == NULL)
    g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("say where to: -o %s"), example);
  else if (is_same_file (path, cli->args[0]))
    g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("“%s” is the programme itself"), path);
  else
    return TRUE;
  return FALSE;
}

void
sl_cli_tell_output (SlCli *cli)
{
  g_autofree char *name = g_filename_display_name (cli->values[SL_CLI_OUTPUT]);
  g_autoptr (GString) json = g_string_new ("{\"written\": ");

  sl_cli_json_string (json, name);
  if (SL_CLI_HAS (cli, JSON))
    sl_cli_print (cli, "%s}\n", json->str);
  else if (!SL_CLI_HAS (cli, QUIET))
    sl_cli_print (cli, "Written %s\n", name);
}

/* The ending decides; a wrong one must not cost an hour's work, nor a programme that has this one itself. */
static gboolean
check_target (SlCli *cli, GError **error)
{
  const char *path = cli->values[SL_CLI_OUTPUT];

  if (path == NULL || g_str_has_suffix (path, ".xml"))
    return sl_cli_check_output (cli, "OUT.xml", error);
  g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("“%s” does not end in .xml, the one format there is so far"), path);
  return FALSE;
}

gboolean
sl_cli_run_export (SlCli *cli, GError **error)
{
  if (!check_target (cli, error) || !sl_cli_open (cli, SL_OPEN_READ, error)
      || !sl_programme_xml_save (sl_workspace_data (cli->workspace), cli->values[SL_CLI_OUTPUT], NULL, NULL, NULL, error))
    return FALSE;
  sl_cli_tell_output (cli);
  return TRUE;
}
