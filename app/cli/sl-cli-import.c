/* import FILE SOURCE: programme XML into a programme.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "exchange/sl-import.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* What the source holds. */
typedef enum
{
  SOURCE_PROGRAMME,
  SOURCE_GRAPH,
  SOURCE_TABLE,
} Source;

/* The ending decides. */
static gboolean
find_source (SlCli *cli, Source *source, GError **error)
{
  const char *path = cli->args[1];

  *source = g_str_has_suffix (path, ".csv") ? SOURCE_TABLE : g_str_has_suffix (path, ".graphml") ? SOURCE_GRAPH : SOURCE_PROGRAMME;
  if (*source == SOURCE_PROGRAMME && !g_str_has_suffix (path, ".xml"))
    g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("“%s” ends in none of .xml, .graphml, .csv"), path);
  else if (*source == SOURCE_TABLE && !SL_CLI_HAS (cli, AS))
    g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("say what the rows of “%s” are: --as map-node or --as map-edge"), path);
  else if (*source != SOURCE_TABLE && SL_CLI_HAS (cli, AS))
    g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("--as is for tables (.csv)"));
  else if (*source != SOURCE_PROGRAMME && SL_CLI_HAS (cli, UPDATE))
    g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("--update is for programme XML: what is in the map already stays"));
  else
    return TRUE;
  return FALSE;
}

/* Cards and links go into a programme that is there. */
static gboolean
import_map (SlCli *cli, GInputStream *stream, GError **error)
{
  int kind = -1;

  if (SL_CLI_HAS (cli, AS))
    {
      const SlKind *found = sl_cli_find_kind (cli->values[SL_CLI_AS], error);

      if (found == NULL)
        return FALSE;
      kind = found->id;
      if (kind != SL_KIND_MAP_NODE && kind != SL_KIND_MAP_EDGE)
        {
          g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("--as: only map-node and map-edge can be imported from a table yet"));
          return FALSE;
        }
    }
  return sl_cli_open (cli, SL_CLI_HAS (cli, DRY_RUN) ? SL_OPEN_READ : SL_OPEN_WRITE, error)
         && sl_cli_import_map (cli, stream, kind, error);
}

/* The file, a new one, or for a dry run of a new one something that leaves no trace. */
static gboolean
open_target (SlCli *cli, gboolean *made, GError **error)
{
  const char *path = cli->args[0];
  g_autoptr (SlStore) store = NULL;

  *made = FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      cli->workspace
          = sl_cli_open_file (cli, path, SL_CLI_HAS (cli, DRY_RUN) ? SL_OPEN_READ : SL_OPEN_WRITE, error);
      if (cli->workspace != NULL)
        cli->seq = sl_workspace_head (cli->workspace)->seq;
      return cli->workspace != NULL;
    }
  store = SL_CLI_HAS (cli, DRY_RUN) ? sl_memory_store_new () : sl_place_create (path, error);
  if (store == NULL)
    return FALSE;
  *made = !SL_CLI_HAS (cli, DRY_RUN);
  cli->workspace = sl_workspace_new (store);
  return sl_workspace_open (cli->workspace, NULL, error);
}

/* --- The answer ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  gboolean load;      /* else it was compared, and perhaps updated */
  gboolean done;
  guint count;        /* records in the document */
  GPtrArray *differences; /* or NULL */
  SlCliSides sides;   /* as they were */
  guint errors, warnings; /* of the check, after reading in */
} Outcome;

static void
print_text (SlCli *cli, const Outcome *outcome)
{
  guint changed, lone[2];

  if (outcome->load)
    {
      g_autofree char *name = sl_text_for_terminal (sl_data_programme (outcome->sides.data[1])->name);

      sl_cli_print (cli, "%s %u %s: %s\n", outcome->done ? "Read in" : "Would read in", outcome->count,
                    outcome->count == 1 ? "record" : "records", name);
      if (outcome->done)
        sl_cli_print (cli, "This cannot be undone. check finds %u %s and %u %s\n", outcome->errors,
                      outcome->errors == 1 ? "error" : "errors", outcome->warnings,
                      outcome->warnings == 1 ? "warning" : "warnings");
      return;
    }
  sl_cli_print_differences (cli, outcome->differences, &outcome->sides);
  sl_cli_count_differences (outcome->differences, &changed, lone);
  if (outcome->differences->len == 0)
    sl_cli_print (cli, "No differences\n");
  else
    sl_cli_print (cli, "%s: %u changed, %u added; %u only in the file %s\n", outcome->done ? "Updated" : "Not updated", changed,
                  lone[1], lone[0], lone[0] == 1 ? "stays" : "stay");
}

static void
print_json (SlCli *cli, const Outcome *outcome)
{
  g_autoptr (GString) json = g_string_new (NULL);
  guint changed = 0, lone[2] = { 0, outcome->count };

  if (outcome->differences != NULL)
    sl_cli_count_differences (outcome->differences, &changed, lone);
  g_string_append_printf (json,
                          "{\"mode\": \"%s\", \"done\": %s, \"records\": %u, \"changed\": %u, \"added\": %u, \"kept\": %u, "
                          "\"check\": ",
                          outcome->load ? "load" : "update", outcome->done ? "true" : "false", outcome->count, changed,
                          lone[1], lone[0]);
  if (outcome->load && outcome->done)
    g_string_append_printf (json, "{\"errors\": %u, \"warnings\": %u}", outcome->errors, outcome->warnings);
  else
    g_string_append (json, "null");
  g_string_append (json, ", \"differences\": ");
  if (outcome->differences != NULL)
    sl_cli_json_differences (json, outcome->differences, &outcome->sides);
  else
    g_string_append (json, "[]");
  sl_cli_print (cli, "%s}\n", json->str);
}

static void
answer (SlCli *cli, const Outcome *outcome)
{
  if (SL_CLI_HAS (cli, JSON))
    print_json (cli, outcome);
  else if (!SL_CLI_HAS (cli, QUIET))
    print_text (cli, outcome);
}

/* --- The act ------------------------------------------------------------------------------------------------------- */

static gboolean
commit (SlCli *cli, SlImport *import, Outcome *outcome, GError **error)
{
  g_autoptr (GPtrArray) findings = NULL;
  const char *reason = cli->values[SL_CLI_REASON];
  SlUid actor;

  if (!sl_cli_find_actor (cli, sl_import_data (import), &actor, error))
    return FALSE;
  if (SL_CLI_HAS (cli, DRY_RUN))
    return sl_import_check (import, actor, reason, error);
  if (!sl_import_commit (import, actor, reason, error))
    return FALSE;
  outcome->done = TRUE;
  if (!outcome->load)
    return TRUE;
  findings = sl_workspace_check (cli->workspace);
  outcome->errors = sl_findings_count (findings, SL_SEVERITY_ERROR);
  outcome->warnings = sl_findings_count (findings, SL_SEVERITY_WARNING);
  return TRUE;
}

static gboolean
run_import (SlCli *cli, GInputStream *stream, GError **error)
{
  g_autofree char *name = g_filename_display_name (cli->args[1]);
  g_autoptr (SlImport) import = NULL;
  Outcome outcome = { .sides.lone = { "stays: it is only in the file", "added" } };

  /* What is wrong with the document is said with its name and line. */
  cli->subject = NULL;
  import = sl_import_new (cli->workspace, stream, name, NULL, NULL, error);
  if (import == NULL)
    return FALSE;
  cli->subject = cli->args[0];
  outcome.load = sl_import_mode (import) == SL_IMPORT_LOAD;
  outcome.count = sl_import_count (import);
  outcome.differences = (GPtrArray *) sl_import_differences (import);
  if (!outcome.load && !SL_CLI_HAS (cli, UPDATE))
    cli->status = outcome.differences->len > 0;
  else if (!commit (cli, import, &outcome, error))
    return FALSE;
  outcome.sides.data[0] = sl_workspace_data (cli->workspace);
  outcome.sides.data[1] = outcome.load && outcome.done ? outcome.sides.data[0] : sl_import_document (import);
  answer (cli, &outcome);
  return TRUE;
}

gboolean
sl_cli_run_import (SlCli *cli, GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  gboolean made = FALSE;
  Source source;

  if (!find_source (cli, &source, error))
    return FALSE;
  cli->subject = NULL;
  stream = sl_cli_open_document (cli->args[1], error);
  if (stream == NULL)
    return FALSE;
  cli->subject = cli->args[0];
  if (source != SOURCE_PROGRAMME)
    return import_map (cli, stream, error);
  if (open_target (cli, &made, error) && run_import (cli, stream, error))
    return TRUE;
  /* Ours alone until now, so it may go as it came. */
  if (made)
    {
      sl_workspace_close (cli->workspace);
      g_clear_object (&cli->workspace);
      g_unlink (cli->args[0]);
    }
  return FALSE;
}
