/* settings FILE [NAME=VALUE...]: the versions of the settings, and the next one with what it moves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "workspace/sl-settings-act.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- The versions -------------------------------------------------------------------------------------------------- */

typedef struct
{
  SlCli *cli;
  const SlData *data;
  GString *json; /* NULL: for people */
  guint n;
} Listing;

static char *
dup_person (const SlData *data, SlUid person)
{
  const SlRecord *record = sl_data_lookup (data, person);

  return record != NULL ? g_strdup (sl_record_code (record)) : NULL;
}

typedef struct
{
  const SlData *data;
  const SlSettings *settings;
  guint n;
} Telling;

static gboolean
count_told (const SlRecord *record, gpointer data)
{
  Telling *telling = data;

  telling->n += sl_settings_in_force (telling->data, SL_AS (RISK_ASSESSMENT, record)->date) == telling->settings;
  return TRUE;
}

/* How many assessments are told in its words. */
static guint
assessments_of (const SlData *data, const SlSettings *settings)
{
  Telling telling = { data, settings, 0 };

  sl_data_each (data, SL_KIND_RISK_ASSESSMENT, count_told, &telling);
  return telling.n;
}

static gboolean
tell_version (const SlRecord *record, gpointer data)
{
  Listing *listing = data;
  const SlSettings *settings = SL_AS (SETTINGS, record);
  g_autofree char *by = dup_person (listing->data, settings->changed_by);
  g_autofree char *difference = sl_settings_dup_difference (listing->data, settings, FALSE);
  g_autofree char *reason = settings->reason != NULL ? sl_text_for_terminal (settings->reason) : NULL;
  g_autofree char *said = difference != NULL ? sl_text_for_terminal (difference) : NULL;
  gboolean in_force = settings == sl_data_settings (listing->data);
  guint told = assessments_of (listing->data, settings);
  char day[11] = "";

  if (settings->changed_on != SL_DATE_NONE)
    sl_date_to_iso (settings->changed_on, day);
  if (listing->json == NULL)
    {
      sl_cli_print (listing->cli, "%d  %s  %s  %s  (%s%u %s)\n", settings->version, *day != '\0' ? day : "-",
                    by != NULL ? by : "-", reason != NULL ? reason : "-", in_force ? "in force, " : "", told,
                    told == 1 ? "assessment" : "assessments");
      if (said != NULL)
        sl_cli_print (listing->cli, "   %s\n", said);
      return TRUE;
    }
  g_string_append_printf (listing->json, "%s{\"version\": %d, \"changed_on\": ", listing->n++ > 0 ? ", " : "", settings->version);
  sl_cli_json_string (listing->json, *day != '\0' ? day : NULL);
  g_string_append (listing->json, ", \"changed_by\": ");
  sl_cli_json_string (listing->json, by);
  g_string_append (listing->json, ", \"reason\": ");
  sl_cli_json_string (listing->json, settings->reason);
  g_string_append (listing->json, ", \"differs\": ");
  sl_cli_json_string (listing->json, difference);
  g_string_append_printf (listing->json, ", \"in_force\": %s, \"assessments\": %u}", in_force ? "true" : "false", told);
  return TRUE;
}

static gboolean
list_versions (SlCli *cli)
{
  g_autoptr (GString) json = SL_CLI_HAS (cli, JSON) ? g_string_new ("[") : NULL;
  Listing listing = { cli, sl_workspace_data (cli->workspace), json, 0 };

  sl_data_each (listing.data, SL_KIND_SETTINGS, tell_version, &listing);
  if (json != NULL)
    sl_cli_print (cli, "%s]\n", json->str);
  return TRUE;
}

/* --- What moves ---------------------------------------------------------------------------------------------------- */

static void
print_moves (SlCli *cli, const SlMoves *moves)
{
  const SlData *data = sl_workspace_data (cli->workspace);
  g_autofree char *summary = sl_moves_dup_summary (moves, FALSE);

  sl_cli_print (cli, "%s\n", summary);
  for (guint i = 0; i < moves->moves->len; i++)
    {
      const SlMove *move = &g_array_index (moves->moves, SlMove, i);
      const SlRisk *risk = SL_AS (RISK, sl_data_lookup (data, move->risk));
      g_autofree char *text = sl_move_dup_text (move, risk->kind == SL_RISK_KIND_OPPORTUNITY, FALSE);
      g_autofree char *title = sl_text_for_terminal (sl_data_name (data, move->risk));

      sl_cli_print (cli, "  %s %s: %s\n", risk->code, title, text);
    }
}

static void
json_moves (SlCli *cli, const SlMoves *moves, int version)
{
  const SlData *data = sl_workspace_data (cli->workspace);
  g_autoptr (GString) json = g_string_new (NULL);

  g_string_append_printf (json, "{\"settings_version\": %d, \"moves\": [", version);
  for (guint i = 0; i < moves->moves->len; i++)
    {
      const SlMove *move = &g_array_index (moves->moves, SlMove, i);
      const SlRisk *risk = SL_AS (RISK, sl_data_lookup (data, move->risk));
      gboolean opportunity = risk->kind == SL_RISK_KIND_OPPORTUNITY;
      g_autofree char *text = sl_move_dup_text (move, opportunity, FALSE);

      g_string_append (json, i > 0 ? ", {\"code\": " : "{\"code\": ");
      sl_cli_json_string (json, risk->code);
      g_string_append (json, ", \"from\": ");
      sl_cli_json_string (json, sl_rag_label (move->from, opportunity));
      g_string_append (json, ", \"to\": ");
      sl_cli_json_string (json, sl_rag_label (move->to, opportunity));
      g_string_append (json, ", \"text\": ");
      sl_cli_json_string (json, text);
      g_string_append_c (json, '}');
    }
  sl_cli_print (cli, "%s]}\n", json->str);
}

static gboolean
draft_all (SlCli *cli, SlSettingsDraft *draft, GError **error)
{
  for (guint i = 1; i < cli->n_args; i++)
    {
      const char *equals = strchr (cli->args[i], '=');
      g_autofree char *name = equals != NULL ? g_strndup (cli->args[i], (gsize) (equals - cli->args[i])) : NULL;

      if (name == NULL)
        {
          g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("“%s” is not of the form FIELD=VALUE"), cli->args[i]);
          return FALSE;
        }
      if (!sl_settings_draft_set (draft, sl_workspace_data (cli->workspace), name, equals + 1,
                                  sl_workspace_as_of (cli->workspace), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sl_cli_run_settings (SlCli *cli, GError **error)
{
  g_autoptr (SlSettingsDraft) draft = sl_settings_draft_new ();
  g_autoptr (SlMoves) moves = NULL;
  gboolean reading = cli->n_args == 1 || SL_CLI_HAS (cli, DRY_RUN);

  if (!sl_cli_open (cli, reading ? SL_OPEN_READ : SL_OPEN_WRITE, error))
    return FALSE;
  if (cli->n_args == 1)
    return list_versions (cli);
  if (!draft_all (cli, draft, error))
    return FALSE;
  moves = sl_workspace_settings_moves (cli->workspace, draft, error);
  if (moves == NULL
      || (!reading && !sl_workspace_apply_settings (cli->workspace, draft, cli->values[SL_CLI_REASON], error)))
    return FALSE;
  if (SL_CLI_HAS (cli, JSON))
    json_moves (cli, moves, sl_workspace_view (cli->workspace).settings->version);
  else if (!SL_CLI_HAS (cli, QUIET))
    print_moves (cli, moves);
  return TRUE;
}
