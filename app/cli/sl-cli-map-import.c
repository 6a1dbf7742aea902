/* import FILE SOURCE.graphml, import FILE SOURCE.csv --as KIND: cards and links into the map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-text.h"
#include "exchange/sl-map-import.h"

#include <glib/gi18n-lib.h>

static void
print_text (SlCli *cli, const SlMapImport *import, const char *name, gboolean done)
{
  const GPtrArray *refusals = sl_map_import_refusals (import);
  g_autofree char *safe = sl_text_for_terminal (name);

  for (guint i = 0; i < refusals->len; i++)
    {
      const SlMapRefusal *refusal = refusals->pdata[i];
      g_autofree char *what = sl_text_for_terminal (refusal->what), *reason = sl_text_for_terminal (refusal->reason);

      sl_cli_print (cli, "%s:%d: %s: %s\n", safe, refusal->line, what, reason);
    }
  sl_cli_print (cli, "%s: %u cards and %u links; %u there already, %u refused\n", done ? "Added" : "Would be added",
                sl_map_import_cards (import), sl_map_import_links (import), sl_map_import_present (import), refusals->len);
}

static void
print_json (SlCli *cli, const SlMapImport *import, gboolean done)
{
  const GPtrArray *refusals = sl_map_import_refusals (import);
  g_autoptr (GString) json = g_string_new (NULL);

  g_string_append_printf (json, "{\"mode\": \"map\", \"done\": %s, \"cards\": %u, \"links\": %u, \"present\": %u, \"refused\": [",
                          done ? "true" : "false", sl_map_import_cards (import), sl_map_import_links (import),
                          sl_map_import_present (import));
  for (guint i = 0; i < refusals->len; i++)
    {
      const SlMapRefusal *refusal = refusals->pdata[i];

      g_string_append_printf (json, "%s{\"line\": %d, \"what\": ", i > 0 ? ", " : "", refusal->line);
      sl_cli_json_string (json, refusal->what);
      g_string_append (json, ", \"reason\": ");
      sl_cli_json_string (json, refusal->reason);
      g_string_append_c (json, '}');
    }
  sl_cli_print (cli, "%s]}\n", json->str);
}

gboolean
sl_cli_import_map (SlCli *cli, GInputStream *stream, int kind, GError **error)
{
  g_autofree char *name = g_filename_display_name (cli->args[1]);
  g_autoptr (SlMapImport) import = NULL;
  gboolean done = !SL_CLI_HAS (cli, DRY_RUN);

  /* What is wrong with the document is said with its name and line. */
  cli->subject = NULL;
  import = sl_map_import_new (cli->workspace, stream, name, kind, NULL, error);
  if (import == NULL || (done && !sl_map_import_commit (import, cli->values[SL_CLI_REASON], error)))
    return FALSE;
  cli->subject = cli->args[0];
  cli->status = sl_map_import_refusals (import)->len > 0;
  if (SL_CLI_HAS (cli, JSON))
    print_json (cli, import, done);
  else if (!SL_CLI_HAS (cli, QUIET))
    print_text (cli, import, name, done);
  return TRUE;
}
