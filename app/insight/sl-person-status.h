/* sl-person-status.h: where a person stands: here, yet to come, about to leave, gone; and what that leaves without an owner.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure functions of a view. Active days: domain.md 2.1; owner gaps: INV-2.
 */
#pragma once

#include "insight/sl-risk-status.h"

G_BEGIN_DECLS

/* A last day within so many days is soon: as long as a risk is imminent (F-8). */
#define SL_LEAVES_SOON_DAYS 30

typedef enum
{
  SL_STANDING_HERE,    /* active, and no last day is known */
  SL_STANDING_LEAVING, /* active until a last day that is known */
  SL_STANDING_COMING,  /* the first day is still ahead */
  SL_STANDING_LEFT,    /* the last day is over */
} SlStanding;

typedef struct
{
  SlStanding standing;
  int days;    /* to the last day, to the first, or since the last, by standing; 0 when HERE */
  guint owned; /* what the person answers for: sl_ownership_of() */
  guint gaps;  /* of these, what nobody active answers for now: none while the person is active; drafts of risks owe no owner */
  SlRag rag;   /* RED with gaps; AMBER where something is to be handed over: soon, or the drafts of one who left; else NONE */
} SlPersonStatus;

void        sl_person_status   (const SlView *view, const SlPerson *person, SlPersonStatus *status);

/* Who can take over from @leaver, whose last day is @last_day: somebody else, active today (the view's day) and still
 * active when @leaver is not. */
gboolean    sl_person_may_succeed (const SlView *view, SlUid person, SlUid leaver, SlDate last_day);

G_END_DECLS
