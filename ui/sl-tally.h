/* sl-tally.h: what needs attention among the risks and the people, counted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small registers are counted at once, large ones in slices on the main loop, so that no edit waits for a count.
 *
 * Signal: changed ()
 */
#pragma once

#include "workspace/sl-attention.h"

G_BEGIN_DECLS

typedef struct
{
  guint total;   /* all risks */
  guint open;    /* open, treating, tolerated */
  guint red;     /* open threats rated red */
  guint overdue; /* reviews overdue */
  guint active;  /* people who are here */
  guint leaving; /* of these, those whose last day is soon */
  guint gaps;    /* what is without an active owner */
  guint attention; /* lines that need somebody */
} SlTallyCounts;

#define SL_TYPE_TALLY (sl_tally_get_type ())
G_DECLARE_FINAL_TYPE (SlTally, sl_tally, SL, TALLY, GObject)

/* Holds a reference. */
SlTally             *sl_tally_new    (SlWorkspace *workspace);
/* What needs attention, line by line; looked for from the first asking on. Borrowed. */
SlWatch             *sl_tally_watch  (SlTally *self);
/* The last full count. */
const SlTallyCounts *sl_tally_counts (SlTally *self);

G_END_DECLS
