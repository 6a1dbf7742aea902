/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sl-recent.h"

#include <gtk/gtk.h>

#define KEY "recent-files"

char **
sl_recent_list (SlPreferences *preferences)
{
  g_autoptr (GVariant) value = sl_preferences_get (preferences, KEY);

  return g_variant_dup_strv (value, NULL);
}

static void
put (SlPreferences *preferences, const char *first, const char *without)
{
  g_auto (GStrv) old = sl_recent_list (preferences);
  g_autoptr (GPtrArray) uris = g_ptr_array_new ();

  if (first != NULL)
    g_ptr_array_add (uris, (gpointer) first);
  for (guint i = 0; old[i] != NULL && uris->len < SL_RECENT_MAX; i++)
    if (g_strcmp0 (old[i], without) != 0)
      g_ptr_array_add (uris, old[i]);
  sl_preferences_set (preferences, KEY, g_variant_new_strv ((const char *const *) uris->pdata, uris->len));
}

void
sl_recent_add (SlPreferences *preferences, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  put (preferences, uri, uri);
  gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
}

void
sl_recent_remove (SlPreferences *preferences, const char *uri)
{
  put (preferences, NULL, uri);
  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}
