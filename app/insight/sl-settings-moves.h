/* sl-settings-moves.h: which settings count on a day, and what other settings or appetite would move.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure functions of data and views; nothing is changed. Both views may read one programme under different settings, or
 * the data before and after a transaction, which need not be committed.
 */
#pragma once

#include "insight/sl-risk-status.h"

G_BEGIN_DECLS

/* The settings version in force on @day: the latest made by then and not later than the one the programme points to;
 * before the first one was made, the first. NULL in an empty file. Old assessments are told by it; what stands today is
 * judged by sl_data_settings(). Borrowed. */
const SlSettings  *sl_settings_in_force (const SlData *data, SlDate day);
/* The level of @assessment by the grid of its day (F-2), whatever the grid says today; SL_RAG_NONE without a score. */
SlRag              sl_assessment_rag    (const SlData *data, const SlRiskAssessment *assessment);
/* Whether a level of Red was in force for @risk on any day from @since to the as-of day, both included, each day by its
 * assessment and by its grid. */
gboolean           sl_risk_was_red      (const SlView *view, SlUid risk, SlDate since);
/* The version before @settings; NULL for the first. Borrowed. */
const SlSettings  *sl_settings_before   (const SlData *data, const SlSettings *settings);
/* A band of @settings: @scale SL_SCALE_*, @level 1-5. NULL when there is none. Borrowed. */
const SlScaleBand *sl_settings_band     (const SlData *data, const SlSettings *settings, int scale, int level);
/* F-9: the statement in force on @day for @category: the programme's (@stakeholder SL_UID_NONE) or that organisation's.
 * NULL when there is none. Borrowed. */
const SlAppetite  *sl_appetite_in_force (const SlData *data, int category, SlUid stakeholder, SlDate day);

/* How one risk moves; more than one may be true. */
typedef enum
{
  SL_MOVE_LEVEL = 1 << 0,       /* F-2 */
  SL_MOVE_BREACH = 1 << 1,      /* F-9: a breach appears */
  SL_MOVE_NO_BREACH = 1 << 2,   /* a breach goes */
  SL_MOVE_DUE = 1 << 3,         /* F-11: its review becomes overdue */
  SL_MOVE_NOT_DUE = 1 << 4,     /* its review is no longer overdue */
  SL_MOVE_GAP = 1 << 5,         /* F-10: a target gap appears */
  SL_MOVE_NO_GAP = 1 << 6,      /* a target gap goes */
} SlMoveWhat;
#define SL_N_MOVES 7

typedef struct
{
  SlUid risk;
  guint what;       /* of SlMoveWhat, never 0 */
  SlRag from, to;   /* F-2; of an opportunity low, medium, high */
} SlMove;

typedef struct
{
  GArray *moves;           /* of SlMove; threats, then opportunities, each in F-4 order as it would be */
  guint counts[SL_N_MOVES]; /* by bit */
  SlMoney exposure_from, exposure_to; /* F-6, the whole programme's: midpoints move it */
} SlMoves;

/* Of open risks alone: closed ones keep what they were. Free with sl_moves_free(). */
SlMoves    *sl_moves_new     (const SlView *before, const SlView *after);
void        sl_moves_free    (SlMoves *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlMoves, sl_moves_free)

/* "3 risks change level · 1 new breach"; "no risk moves" when none does. @translated: in the user's language, else
 * British English. Free with g_free(). */
char       *sl_moves_dup_summary (const SlMoves *self, gboolean translated);
/* What happens to one risk: "Amber → Red · breach". Free with g_free(). */
char       *sl_move_dup_text     (const SlMove *self, gboolean opportunity, gboolean translated);
/* Why it does, from the two views it was found between: "probability 3 × impact 3 · score 9, tolerated 5, was 10". Free with
 * g_free(). */
char       *sl_move_dup_why      (const SlMove *self, const SlView *before, const SlView *after, gboolean translated);

G_END_DECLS
