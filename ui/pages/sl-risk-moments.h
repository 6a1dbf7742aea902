/* sl-risk-moments.h: what has happened to a risk, in words, line by line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the dated records (insight/sl-risk-story.h), and from the history what only it knows: who moved a state and why.
 */
#pragma once

#include "workspace/sl-history.h"

G_BEGIN_DECLS

typedef struct
{
  SlDate day;
  char *text;
  char *who;  /* or NULL: nobody stated */
  char *note; /* why, in their words; or NULL */
} SlRiskMoment;

/* Newest first; of a record that is no risk its edits alone. @moves: sl_history_new_moves(), or NULL. @edits: sl_history_new(), or NULL for what matters alone. What was
 * recorded after the day that is looked at is left out. Returns: (transfer full): of SlRiskMoment. */
GPtrArray *sl_risk_moments (SlWorkspace *workspace, SlUid risk, SlHistory *moves, SlHistory *edits);

G_END_DECLS
