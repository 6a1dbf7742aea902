/* The command line's door.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What draws needs Cairo and Pango, which bring along so much that loading it takes longer than most commands. So the
 * program is there twice: here without what draws, and whole as a module, loaded when a command asks for it.
 */
#include "cli/sl-cli.h"

#include <gmodule.h>
#include <stdio.h>

#define MODULE "sightline-cli-drawing.so"
/* As for a file that cannot be read. */
#define NOT_READ 6

/* Beside the program where that is not installed. Returns: (transfer full). */
static char *
find_module (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  char *path = folder != NULL ? g_build_filename (folder, MODULE, NULL) : NULL;

  if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    return path;
  g_free (path);
  return g_build_filename (SL_MODULE_DIR, MODULE, NULL);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  gpointer whole = NULL;
  GModule *module;

  if (!sl_cli_is_elsewhere (argc, argv))
    return sl_cli_main (argc, argv);
  path = find_module ();
  module = g_module_open (path, G_MODULE_BIND_LOCAL);
  if (module != NULL && g_module_symbol (module, "sl_cli_main", &whole))
    return ((int (*) (int, char **)) whole) (argc, argv);
  fprintf (stderr, "sightline-cli: %s\n", g_module_error ());
  return NOT_READ;
}
