/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sl-cli.h"

int
main (int argc, char **argv)
{
  return sl_cli_main (argc, argv);
}
