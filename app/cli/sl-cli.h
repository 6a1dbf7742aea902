/* sl-cli.h: the command line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sl_cli_main:
 * @argc: number of arguments
 * @argv: arguments; the first one is the program's name
 *
 * Runs one command (design.md section 4): answers on stdout in British English, messages on stderr in the user's
 * language. On a status of 2 or more nothing has changed.
 *
 * Returns: the exit status.
 */
int sl_cli_main (int argc, char **argv);

/**
 * sl_cli_is_elsewhere:
 *
 * Returns: whether the command that is asked for is not linked into this program, so that sl_cli_main() of the module with
 *   all of them must run it.
 */
gboolean sl_cli_is_elsewhere (int argc, char **argv);

G_END_DECLS
