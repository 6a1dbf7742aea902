/* make-schema FILE.xsd FILE.html: writes what data/schema holds; after a change of the field tables. With --check it
 * compares instead, and fails where they differ.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sl-programme-schema.h"

#include <string.h>

static int
deal_with (const char *path, const char *text, gboolean check)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  if (check)
    {
      if (g_file_get_contents (path, &found, NULL, &error) && strcmp (found, text) == 0)
        return 0;
      g_printerr ("%s is not what the field tables say; run `meson compile schema` in the build folder\n", path);
      return 1;
    }
  if (g_file_set_contents (path, text, -1, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}

int
main (int argc, char *argv[])
{
  gboolean check = argc == 4 && strcmp (argv[1], "--check") == 0;
  g_autofree char *xsd = sl_programme_schema_dup_xsd (TRUE);
  g_autofree char *html = sl_programme_schema_dup_html ();

  if (argc != 3 && !check)
    return 2;
  return deal_with (argv[argc - 2], xsd, check) + deal_with (argv[argc - 1], html, check);
}
