/* Start-up to the first painted frame with the sample, against an empty AdwApplicationWindow, interleaved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   bench-startup [ROUNDS=9]
 *
 * The clock runs from just before the process is started to the frame clock's first after-paint of the mapped window, so
 * that loading libraries counts.
 */
#include "bench-support.h"

#include "exchange/sl-seed.h"
#include "store/sl-place.h"
#include "resources/sl-resources.h"
#include "ui/sl-application.h"
#include "ui/sl-ui-resources.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

static double started;

static void
on_after_paint (GdkFrameClock *clock, GtkWidget *window)
{
  if (!gtk_widget_get_mapped (window))
    return;
  g_print ("%.3f\n", (bench_now () - started) * 1e3);
  _exit (0);
}

/* Every window that is mapped; the first frame of the first one ends the process. */
static gboolean
on_map (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (GTK_IS_WINDOW (widget))
    g_signal_connect (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (on_after_paint), widget);
  return TRUE;
}

static void
on_activate (GtkApplication *app, gpointer data)
{
  GtkWidget *window = adw_application_window_new (app);

  /* As large as ours: painting a small window is no baseline for a large one. */
  gtk_window_set_default_size (GTK_WINDOW (window), 1380, 800);
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_child (const char *mode, const char *file)
{
  g_autoptr (GtkApplication) app = NULL;
  char *argv[] = { (char *) "sightline", (char *) file, NULL };
  gpointer widgets = g_type_class_ref (GTK_TYPE_WINDOW);

  sl_resources_init ();
  sl_ui_register_resource ();
  started = g_ascii_strtod (g_getenv ("BENCH_STARTED"), NULL);
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_map, NULL, NULL);
  g_type_class_unref (widgets);
  if (g_str_equal (mode, "--empty"))
    {
      app = GTK_APPLICATION (adw_application_new ("io.github.sightline_app.Empty", G_APPLICATION_NON_UNIQUE));
      g_signal_connect (app, "activate", G_CALLBACK (on_activate), NULL);
      return g_application_run (G_APPLICATION (app), 1, argv);
    }
  app = GTK_APPLICATION (sl_application_new (G_APPLICATION_NON_UNIQUE));
  return g_application_run (G_APPLICATION (app), 2, argv);
}

static double
start (const char *program, const char *mode, const char *file)
{
  const char *argv[] = { program, mode, file, NULL };
  g_autofree char *now = g_strdup_printf ("%.6f", bench_now ());
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv ("BENCH_STARTED", now, TRUE);
  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, NULL, &error))
    g_error ("%s", error->message);
  return g_ascii_strtod (out, NULL) / 1e3;
}

int
main (int argc, char **argv)
{
  guint rounds = argc == 2 ? (guint) CLAMP (atoi (argv[1]), 1, 50) : 9;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  double ours[50], bare[50];
  gboolean met;

  if (argc == 3)
    return run_child (argv[1], argv[2]);
  sl_resources_init ();
  folder = g_dir_make_tmp ("sightline-bench-XXXXXX", NULL);
  path = g_build_filename (folder, "sample.sightline", NULL);
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (SlStore) store = sl_place_create (path, &error);
    g_autoptr (SlWorkspace) ws = sl_workspace_new (store);

    if (!sl_workspace_open (ws, NULL, &error) || !sl_seed_sample (ws, &error))
      g_error ("%s", error->message);
    sl_workspace_close (ws);
  }
  start (argv[0], "--empty", "");
  start (argv[0], "--app", path);
  for (guint r = 0; r < rounds; r++)
    {
      bare[r] = start (argv[0], "--empty", "");
      ours[r] = start (argv[0], "--app", path);
    }
  met = bench_report ("start-up to first frame with the sample", ours, bare, rounds, 1.5);
  g_unlink (path);
  g_rmdir (folder);
  return met ? 0 : 1;
}
