/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sl-application.h"

#include "ui/dialogs/sl-about.h"
#include "ui/dialogs/sl-shortcuts.h"
#include "ui/sl-accels.h"
#include "ui/sl-window.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

struct _SlApplication
{
  AdwApplication parent_instance;
  SlPreferences *preferences;
};

G_DEFINE_FINAL_TYPE (SlApplication, sl_application, ADW_TYPE_APPLICATION)

SlPreferences *
sl_application_preferences (SlApplication *self)
{
  g_return_val_if_fail (SL_IS_APPLICATION (self), NULL);
  return self->preferences;
}

/* --- Windows ------------------------------------------------------------------------------------------------------ */

/* The same file may be reached by links and relative names. */
static char *
real_path (GFile *file)
{
  const char *path = g_file_peek_path (file);

  return path != NULL ? realpath (path, NULL) : NULL;
}

static gboolean
same_file (GFile *a, GFile *b)
{
  char *path_a, *path_b;
  gboolean same;

  if (g_file_equal (a, b))
    return TRUE;
  path_a = real_path (a);
  path_b = real_path (b);
  same = path_a != NULL && g_strcmp0 (path_a, path_b) == 0;
  free (path_a);
  free (path_b);
  return same;
}

GtkWindow *
sl_application_window_of (SlApplication *self, GFile *file)
{
  g_return_val_if_fail (SL_IS_APPLICATION (self) && G_IS_FILE (file), NULL);
  for (GList *w = gtk_application_get_windows (GTK_APPLICATION (self)); w != NULL; w = w->next)
    if (SL_IS_WINDOW (w->data) && sl_window_file (w->data) != NULL && same_file (sl_window_file (w->data), file))
      return w->data;
  return NULL;
}

static SlWindow *
empty_window (SlApplication *self, GtkWindow *window)
{
  if (SL_IS_WINDOW (window) && sl_window_workspace (SL_WINDOW (window)) == NULL)
    return SL_WINDOW (window);
  return sl_window_new (self);
}

void
sl_application_open_file (SlApplication *self, GFile *file, GtkWindow *window)
{
  GtkWindow *shown;
  SlWindow *target;

  g_return_if_fail (SL_IS_APPLICATION (self) && G_IS_FILE (file));
  shown = sl_application_window_of (self, file);
  if (shown != NULL)
    {
      gtk_window_present (shown);
      return;
    }
  target = empty_window (self, window);
  sl_window_open (target, file);
  gtk_window_present (GTK_WINDOW (target));
}

/* --- Actions ------------------------------------------------------------------------------------------------------ */

static void
on_new_window (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (sl_window_new (data)));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sl_about_show (gtk_application_get_active_window (data));
}

static void
on_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GtkWidget) window = sl_shortcuts_new (gtk_application_get_active_window (data));

  gtk_window_present (GTK_WINDOW (window));
}

/* Closing each window takes over what is being typed there. */
static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *w = windows; w != NULL; w = w->next)
    gtk_window_close (w->data);
}

/* --- Application -------------------------------------------------------------------------------------------------- */

static void
sl_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "new-window", .activate = on_new_window },
    { .name = "about", .activate = on_about },
    { .name = "shortcuts", .activate = on_shortcuts },
    { .name = "quit", .activate = on_quit },
  };
  SlApplication *self = SL_APPLICATION (application);

  G_APPLICATION_CLASS (sl_application_parent_class)->startup (application);
  self->preferences = sl_preferences_new (g_settings_schema_source_get_default ());
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  sl_accels_install (GTK_APPLICATION (self));
}

static void
sl_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (sl_window_new (SL_APPLICATION (application)));
  gtk_window_present (window);
}

static void
sl_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    sl_application_open_file (SL_APPLICATION (application), files[i],
                              gtk_application_get_active_window (GTK_APPLICATION (application)));
}

static int
sl_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("sightline %s\n", SL_VERSION);
  return 0;
}

static void
sl_application_dispose (GObject *object)
{
  g_clear_object (&SL_APPLICATION (object)->preferences);
  G_OBJECT_CLASS (sl_application_parent_class)->dispose (object);
}

static void
sl_application_class_init (SlApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_application_dispose;
  application_class->startup = sl_application_startup;
  application_class->activate = sl_application_activate;
  application_class->open = sl_application_open;
  application_class->handle_local_options = sl_application_handle_local_options;
}

static void
sl_application_init (SlApplication *self)
{
  const GOptionEntry options[] = {
    { "version", 'v', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, _ ("Print the version and exit"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
}

SlApplication *
sl_application_new (GApplicationFlags flags)
{
  return g_object_new (SL_TYPE_APPLICATION, "application-id", SL_APP_ID, "flags", G_APPLICATION_HANDLES_OPEN | flags, NULL);
}
