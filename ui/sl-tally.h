/* sl-tally.h: what needs attention among the risks and the people, counted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small registers are counted at once, large ones in slices on the main loop, so that no edit waits for a count. What each
 * risk adds is remembered: an edit counts anew the risks it bears on, and the people, who are few.
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
  SlMoney exposure; /* F-6: of open threats and open issues */
  guint n_unknown;  /* open threats with a cost but no probability: not in it */
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
/* How many risks were counted since the beginning: what tests count. */
guint64              sl_tally_asked  (SlTally *self);

G_END_DECLS
