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

/* The ending decides; a wrong one must not cost an hour's work, nor a programme that has this one itself. */
static gboolean
check_target (const char *path, const char *programme, GError **error)
{
  if (path == NULL)
    g_set_error_literal (error, SL_ERROR, SL_ERROR_USAGE, _ ("say where to: -o OUT.xml"));
  else if (!g_str_has_suffix (path, ".xml"))
    g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("“%s” does not end in .xml, the one format there is so far"), path);
  else if (is_same_file (path, programme))
    g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("“%s” is the programme itself"), path);
  else
    return TRUE;
  return FALSE;
}

static void
tell (SlCli *cli, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GString) json = g_string_new ("{\"written\": ");

  sl_cli_json_string (json, name);
  if (SL_CLI_HAS (cli, JSON))
    sl_cli_print (cli, "%s}\n", json->str);
  else if (!SL_CLI_HAS (cli, QUIET))
    sl_cli_print (cli, "Written %s\n", name);
}

gboolean
sl_cli_run_export (SlCli *cli, GError **error)
{
  const char *path = cli->values[SL_CLI_OUTPUT];

  if (!check_target (path, cli->args[0], error) || !sl_cli_open (cli, SL_OPEN_READ, error)
      || !sl_programme_xml_save (sl_workspace_data (cli->workspace), path, NULL, NULL, NULL, error))
    return FALSE;
  tell (cli, path);
  return TRUE;
}
