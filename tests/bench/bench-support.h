/* bench-support.h: rounds, medians, ratios, and a large programme to measure on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every figure is a ratio to a bare baseline measured in the same interleaved run; milliseconds are for scale only.
 */
#pragma once

#include <glib.h>

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

/* Seconds of a steady clock. */
double bench_now    (void);
/* Seconds of work by this thread: what else the machine does at the time is left out. */
double bench_worked (void);
double bench_median (double *values, guint n);
/* Prints one line: name, ours, baseline (both medians, in ms), ratio, limit, and whether it is met. Sorts its input. */
gboolean bench_report (const char *name, double *ours, double *bare, guint n, double limit);

/* Fills an empty store with a programme and @n risks of realistic text, each with a current assessment. */
SlWorkspace *bench_fill (SlStore *store, guint n);
/* The same in a new file at @path. */
void   bench_make   (const char *path, guint n);

G_END_DECLS
