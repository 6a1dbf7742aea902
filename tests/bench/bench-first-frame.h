/* bench-first-frame.h: when the first frame of a window was painted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include <stdio.h>
#include <unistd.h>

/* The parent takes the time just before it starts the program, so that loading and linking count. */
#define BENCH_START "SIGHTLINE_BENCH_START"

static inline void
bench_on_painted (GdkFrameClock *clock, GtkWidget *window)
{
  const char *start = g_getenv (BENCH_START);

  if (!gtk_widget_get_mapped (window))
    return;
  printf ("%.3f\n", ((double) g_get_monotonic_time () - (start != NULL ? g_ascii_strtod (start, NULL) : 0)) / 1000);
  fflush (stdout);
  _exit (0);
}

static inline void
bench_on_map (GtkWidget *window, gpointer data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (bench_on_painted), window);
}

/* Prints the milliseconds since the start when @window has been painted, and ends the program. */
static inline void
bench_watch_first_frame (GtkWidget *window)
{
  g_signal_connect_after (window, "map", G_CALLBACK (bench_on_map), NULL);
}
