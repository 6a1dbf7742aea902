/* sl-risk-bar-private.h: one class cut by concern: the buttons (sl-risk-bar.c), what a move asks and does
 * (sl-risk-bar-ask.c), where the risk stands in words (sl-risk-bar-words.c).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/pages/sl-risk-bar.h"
#include "ui/widgets/sl-ask.h"

G_BEGIN_DECLS

#define SL_RISK_BAR_OPTIONS_MAX 6

struct _SlRiskBar
{
  SlSection parent_instance;
  SlWorkspace *workspace; /* the section's */
  SlUid risk;
  GPtrArray *next; /* of SlRiskNext; NULL without a risk */
  GtkWidget *line, *state, *first, *more, *wanting, *ask;
  GSimpleActionGroup *actions;

  /* What is being asked. */
  SlRiskMove move;
  SlUid escalation; /* being answered, or SL_UID_NONE */
  int answer;
  guint choice, text, person, day, cost; /* numbers of questions */
  guint options[SL_RISK_BAR_OPTIONS_MAX][3], n_options;
};

/* --- sl-risk-bar.c --- */

/* NULL when there is none. Borrowed. */
const SlRisk     *sl_risk_bar_risk         (SlRiskBar *self);
const SlRiskNext *sl_risk_bar_find         (SlRiskBar *self, SlRiskMove move);

/* --- sl-risk-bar-ask.c --- */

void              sl_risk_bar_connect      (SlRiskBar *self);
/* The next state of the escalation that waits for an answer. */
void              sl_risk_bar_begin_answer (SlRiskBar *self, int state);

/* --- sl-risk-bar-words.c: free with g_free() --- */

/* "Accepted by Board Sample until 31 Dec 2026". */
char             *sl_risk_bar_dup_state    (SlRiskBar *self, const SlRisk *risk);
/* What the likeliest move still lacks, and whose answer is awaited, line by line; "" for nothing. */
char             *sl_risk_bar_dup_wanting  (SlRiskBar *self);

G_END_DECLS
