/* Start-up to the first frame with the sample, as a ratio to an empty window, both started in turns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   bench-startup EMPTY [ROUNDS]     starts EMPTY and itself in turns; prints both medians and their ratio
 *   bench-startup --shown FILE       the application on FILE, until its first frame
 */
#include "config.h"

#include "bench-first-frame.h"
#include "bench-support.h"

#include "exchange/sl-seed.h"
#include "resources/sl-resources.h"
#include "store/sl-place.h"
#include "ui/sl-application.h"
#include "ui/sl-ui-resources.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>

#define ROUNDS 15
#define BOUND 1.5

static void
on_window_added (GtkApplication *application, GtkWindow *window)
{
  bench_watch_first_frame (GTK_WIDGET (window));
}

/* What main() of the application does, and an eye on the first frame. */
static int
show (char *program, char *file)
{
  char *argv[] = { program, file, NULL };
  g_autoptr (SlApplication) application = NULL;

  setlocale (LC_ALL, "");
  sl_resources_init ();
  sl_ui_register_resource ();
  application = sl_application_new (G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), NULL);
  return g_application_run (G_APPLICATION (application), 2, argv);
}

/* Seconds. */
static double
start_once (const char *const *argv)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;

  g_subprocess_launcher_setenv (launcher, BENCH_START, now, TRUE);
  child = g_subprocess_launcher_spawnv (launcher, argv, &error);
  if (child == NULL || !g_subprocess_communicate_utf8 (child, NULL, NULL, &out, NULL, &error) || out[0] == '\0')
    g_error ("%s: %s", argv[0], error != NULL ? error->message : "no first frame");
  return g_ascii_strtod (out, NULL) / 1000;
}

static void
make_sample (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlStore) store = sl_place_create (path, &error);
  g_autoptr (SlWorkspace) workspace = NULL;

  if (store == NULL)
    g_error ("%s", error->message);
  workspace = sl_workspace_new (store);
  if (!sl_workspace_open (workspace, NULL, &error) || !sl_seed_sample (workspace, &error))
    g_error ("%s", error->message);
  sl_workspace_close (workspace);
}

static int
measure (const char *self, const char *empty, int rounds)
{
  g_autofree char *folder = g_dir_make_tmp ("sightline-bench-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "sample.sightline", NULL);
  const char *const bare[] = { empty, NULL }, *const ours[] = { self, "--shown", file, NULL };
  g_autofree double *bare_times = g_new (double, (gsize) rounds), *our_times = g_new (double, (gsize) rounds);

  make_sample (file);
  /* Once for the caches of both. */
  start_once (bare);
  start_once (ours);
  for (int i = 0; i < rounds; i++)
    {
      bare_times[i] = start_once (bare);
      our_times[i] = start_once (ours);
    }
  g_unlink (file);
  g_rmdir (folder);
  return bench_report ("start-up to the first frame, over an empty window", our_times, bare_times, (guint) rounds, BOUND) ? 0 : 1;
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_strcmp0 (argv[1], "--shown") == 0)
    return show (argv[0], argv[2]);
  if (argc < 2)
    {
      fprintf (stderr, "usage: bench-startup EMPTY [ROUNDS]\n");
      return 2;
    }
  sl_resources_init ();
  return measure (argv[0], argv[1], argc > 2 ? atoi (argv[2]) : ROUNDS);
}
