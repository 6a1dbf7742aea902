/* history FILE [CODE]: who changed what, when and why.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "model/sl-change-line.h"
#include "model/sl-history-data.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SlCli *cli;
  SlHistoryData *names;
  const char *code; /* NULL: everything */
  guint n_shown;
} History;

static void
print_text (History *self, const SlChangeSet *change_set)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (change_set->at / 1000);
  g_autofree char *when = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
  g_autofree char *actor = sl_cli_dup_actor (sl_history_data (self->names), change_set);
  g_autofree char *who = sl_text_for_terminal (actor);

  sl_cli_print (self->cli, "%s#%" G_GINT64_FORMAT "  %s  %s  %s", self->n_shown > 0 ? "\n" : "", change_set->seq, when,
                who, sl_enum_token (&sl_verb_enum, change_set->verb));
  if (change_set->undo_of != 0)
    sl_cli_print (self->cli, " of #%" G_GINT64_FORMAT, change_set->undo_of);
  sl_cli_print (self->cli, "\n");
  if (change_set->reason != NULL)
    {
      g_autofree char *reason = sl_text_for_terminal (change_set->reason);

      sl_cli_print (self->cli, "  Reason: %s\n", reason);
    }
  sl_cli_print_changes (self->cli, sl_history_data (self->names), change_set, "  ");
}

static void
print_json (History *self, const SlChangeSet *change_set)
{
  g_autoptr (GString) json = g_string_new (self->n_shown > 0 ? ",\n " : "\n ");

  sl_cli_json_change_set (json, sl_history_data (self->names), change_set);
  fputs (json->str, self->cli->out);
}

static gboolean
show (SlChangeSet *change_set, gpointer data)
{
  History *self = data;
  g_autoptr (SlChangeSet) part = NULL;

  sl_history_data_learn (self->names, change_set);
  /* Of a change-set that touches more, only what was asked for. */
  part = self->code != NULL ? sl_change_set_about (change_set, sl_history_data (self->names), self->code)
                            : sl_change_set_ref (change_set);
  if (part == NULL)
    return TRUE;
  if (SL_CLI_HAS (self->cli, JSON))
    print_json (self, part);
  else
    print_text (self, part);
  self->n_shown++;
  return TRUE;
}

gboolean
sl_cli_run_history (SlCli *cli, GError **error)
{
  g_autofree char *code = cli->n_args > 1 ? g_ascii_strup (cli->args[1], -1) : NULL;
  g_autoptr (SlHistoryData) names = NULL;
  History history = { cli, NULL, code, 0 };

  if (!sl_cli_open (cli, SL_OPEN_READ, error))
    return FALSE;
  names = sl_history_data_new (sl_workspace_data (cli->workspace));
  history.names = names;
  if (SL_CLI_HAS (cli, JSON))
    sl_cli_print (cli, "[");
  if (!sl_store_read_back (sl_workspace_store (cli->workspace), 0, show, &history, error))
    return FALSE;
  if (code != NULL && history.n_shown == 0)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_NOT_FOUND, _ ("there is no record with the code “%s”"), cli->args[1]);
      return FALSE;
    }
  if (SL_CLI_HAS (cli, JSON))
    sl_cli_print (cli, "%s]\n", history.n_shown > 0 ? "\n" : "");
  return TRUE;
}
