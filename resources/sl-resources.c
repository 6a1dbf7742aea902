/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "resources/sl-resources.h"

#include "resources/sl-data-resources.h"

#include <stdlib.h>
#include <string.h>

void
sl_resources_init (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      sl_data_register_resource (); /* registers it with GIO as well */
      g_once_init_leave (&once, 1);
    }
}

static char *
whole_path (const char *path)
{
  return *path == '/' ? g_strdup (path) : g_strconcat (SL_RESOURCE_PREFIX, path, NULL);
}

GBytes *
sl_resources_bytes (const char *path, GError **error)
{
  g_autofree char *whole = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  sl_resources_init ();
  whole = whole_path (path);
  return g_resources_lookup_data (whole, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

const char *
sl_resources_text (const char *path, gsize *length)
{
  /* The bytes point into the program; letting the GBytes go leaves them where they are. */
  g_autoptr (GBytes) bytes = sl_resources_bytes (path, NULL);

  return bytes != NULL ? g_bytes_get_data (bytes, length) : NULL;
}

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

char **
sl_resources_list (const char *folder)
{
  g_autofree char *whole = NULL;
  char **names;

  g_return_val_if_fail (folder != NULL, NULL);
  sl_resources_init ();
  whole = whole_path (folder);
  names = g_resources_enumerate_children (whole, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (names == NULL)
    return g_new0 (char *, 1);
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  return names;
}
