/* undo FILE: takes back the acting person's latest change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

gboolean
sl_cli_run_undo (SlCli *cli, GError **error)
{
  gint64 seq;

  if (!sl_cli_open (cli, SL_OPEN_WRITE, error))
    return FALSE;
  seq = sl_workspace_head (cli->workspace)->seq;
  return sl_workspace_undo (cli->workspace, error) && sl_cli_confirm (cli, seq, error);
}
