/* new FILE: a programme file, empty but for its settings, or the sample.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "exchange/sl-seed.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define SUFFIX ".sightline"

static gboolean
read_number (const SlCli *cli, SlCliOptionId option, gint64 min, gint64 max, int *number, GError **error)
{
  const char *text = cli->values[option];
  gint64 value = 0;

  if (text != NULL && !g_ascii_string_to_signed (text, 10, min, max, &value, NULL))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("--%s: “%s” is not a whole number from %d to %d"),
                   sl_cli_options[option].name, text, (int) min, (int) max);
      return FALSE;
    }
  *number = (int) value;
  return TRUE;
}

/* With --sample nothing else may be said: the sample says it all. */
static gboolean
check_sample (const SlCli *cli, GError **error)
{
  static const SlCliOptionId others[]
      = { SL_CLI_NAME, SL_CLI_CITY, SL_CLI_CURRENCY, SL_CLI_FISCAL_YEAR_START, SL_CLI_PRICE_BASE_YEAR, SL_CLI_PERSON,
          SL_CLI_ROLE, SL_CLI_ORGANISATION, SL_CLI_PROJECT };

  for (guint i = 0; SL_CLI_HAS (cli, SAMPLE) && i < G_N_ELEMENTS (others); i++)
    if (cli->values[others[i]] != NULL)
      {
        g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("--sample and --%s exclude each other"),
                     sl_cli_options[others[i]].name);
        return FALSE;
      }
  return TRUE;
}

static char *
name_from_file (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  char *name = g_filename_display_name (base);

  if (g_str_has_suffix (name, SUFFIX) && strlen (name) > strlen (SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  return name;
}

static gboolean
fill (SlCli *cli, const SlSeedNew *what, GError **error)
{
  if (!sl_workspace_open (cli->workspace, NULL, error))
    return FALSE;
  return SL_CLI_HAS (cli, SAMPLE) ? sl_seed_sample (cli->workspace, error) : sl_seed_new (cli->workspace, what, error);
}

static void
confirm (SlCli *cli)
{
  g_autoptr (GString) json = NULL;

  if (SL_CLI_HAS (cli, JSON))
    {
      json = g_string_new (NULL);
      sl_cli_json_info (json, cli);
      sl_cli_print (cli, "%s\n", json->str);
    }
  else if (!SL_CLI_HAS (cli, QUIET))
    {
      g_autofree char *file = sl_text_for_terminal (cli->args[0]);
      g_autofree char *name = sl_text_for_terminal (sl_data_programme (sl_workspace_data (cli->workspace))->name);

      sl_cli_print (cli, "Made %s: %s\n", file, name);
    }
}

gboolean
sl_cli_run_new (SlCli *cli, GError **error)
{
  g_autoptr (SlStore) store = NULL;
  g_autofree char *name = name_from_file (cli->args[0]);
  SlSeedNew what = { .name = SL_CLI_HAS (cli, NAME) ? cli->values[SL_CLI_NAME] : name,
                     .city = cli->values[SL_CLI_CITY],
                     .currency = cli->values[SL_CLI_CURRENCY],
                     .person = cli->values[SL_CLI_PERSON],
                     .role = cli->values[SL_CLI_ROLE],
                     .organisation = cli->values[SL_CLI_ORGANISATION],
                     .project = cli->values[SL_CLI_PROJECT] };

  if (!check_sample (cli, error) || !read_number (cli, SL_CLI_FISCAL_YEAR_START, 1, 12, &what.fiscal_year_start, error)
      || !read_number (cli, SL_CLI_PRICE_BASE_YEAR, 1990, 2100, &what.price_base_year, error))
    return FALSE;
  store = sl_place_create (cli->args[0], error);
  if (store == NULL)
    return FALSE;
  cli->workspace = sl_workspace_new (store);
  if (fill (cli, &what, error))
    {
      confirm (cli);
      return TRUE;
    }
  /* Ours alone until now, so it may go as it came. */
  g_clear_object (&cli->workspace);
  sl_store_close (store);
  g_unlink (cli->args[0]);
  return FALSE;
}
