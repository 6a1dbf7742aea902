/* export FILE -o OUT: the programme for other programs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-error.h"
#include "base/sl-file-writer.h"
#include "exchange/sl-map-export.h"
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

gboolean
sl_cli_write_output (SlCli *cli, const GString *out, GError **error)
{
  g_autoptr (SlFileWriter) writer = sl_file_writer_new (cli->values[SL_CLI_OUTPUT], error);

  return writer != NULL && sl_file_writer_write (writer, out->str, out->len, error) && sl_file_writer_commit (writer, error);
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

  gboolean table = path != NULL && g_str_has_suffix (path, ".csv");

  if (path == NULL || (g_str_has_suffix (path, ".xml") && !SL_CLI_HAS (cli, WHAT)) || (table && SL_CLI_HAS (cli, WHAT)))
    return sl_cli_check_output (cli, "OUT.xml", error);
  if (table)
    g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("a table holds one kind: say which with --what"));
  else if (SL_CLI_HAS (cli, WHAT))
    g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("“%s” does not end in .csv; with --what a table is written"), path);
  else
    g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("“%s” ends in neither .xml nor .csv"), path);
  return FALSE;
}

static gboolean
export_table (SlCli *cli, const SlKind *kind, GError **error)
{
  GString *out;
  gboolean done;

  if (!sl_cli_open (cli, SL_OPEN_READ, error))
    return FALSE;
  out = sl_kind_to_csv (sl_workspace_data (cli->workspace), kind->id);
  done = sl_cli_write_output (cli, out, error);
  g_string_free (out, TRUE);
  if (done)
    sl_cli_tell_output (cli);
  return done;
}

gboolean
sl_cli_run_export (SlCli *cli, GError **error)
{
  const SlKind *kind = NULL;

  if (SL_CLI_HAS (cli, WHAT) && (kind = sl_cli_find_kind (cli->values[SL_CLI_WHAT], error)) == NULL)
    return FALSE;
  if (!check_target (cli, error))
    return FALSE;
  if (kind != NULL)
    return export_table (cli, kind, error);
  if (!sl_cli_open (cli, SL_OPEN_READ, error)
      || !sl_programme_xml_save (sl_workspace_data (cli->workspace), cli->values[SL_CLI_OUTPUT], NULL, NULL, NULL, error))
    return FALSE;
  sl_cli_tell_output (cli);
  return TRUE;
}
