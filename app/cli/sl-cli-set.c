/* set FILE CODE FIELD=VALUE...: changes of one record, in one transaction.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

gboolean
sl_cli_run_set (SlCli *cli, GError **error)
{
  g_autoptr (SlTx) tx = NULL;
  const SlRecord *record;
  gint64 seq;
  SlUid uid;

  if (!sl_cli_open (cli, SL_OPEN_WRITE, error))
    return FALSE;
  record = sl_cli_find (cli, cli->args[1], error);
  if (record == NULL)
    return FALSE;
  uid = record->uid;
  seq = sl_workspace_head (cli->workspace)->seq;
  tx = sl_workspace_begin (cli->workspace, SL_VERB_EDIT);
  for (guint i = 2; i < cli->n_args; i++)
    if (!sl_cli_assign (cli, tx, uid, cli->args[i], error))
      return FALSE;
  return sl_workspace_commit (cli->workspace, g_steal_pointer (&tx), cli->values[SL_CLI_REASON], error)
         && sl_cli_confirm (cli, seq, error);
}
