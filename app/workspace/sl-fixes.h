/* sl-fixes.h: the acts that clear a line of attention, each one change-set that undo takes back whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which ways there are depends on the record as it stands: a screen asks for them and asks for what each needs.
 */
#pragma once

#include "workspace/sl-attention.h"

G_BEGIN_DECLS

/* What a way needs to be told. */
typedef enum
{
  SL_WAY_TEXT = 1 << 0,
  SL_WAY_DAY = 1 << 1,
  SL_WAY_PERSON = 1 << 2,
  SL_WAY_CHOICE = 1 << 3, /* with a text: it may name one of sl_way_choices(); else something of that name is made */
} SlWayNeeds;

/**
 * SlWay:
 * @SL_WAY_REVIEWED: looked at it, nothing changed: stamps a review
 * @SL_WAY_ESCALATED: asks the level above to decide; text: what; day: by when
 * @SL_WAY_OCCURRED: it has occurred; a threat becomes an issue
 * @SL_WAY_STRIKES_LATER: day: from which it could strike
 * @SL_WAY_PASSED: closed, its window has passed
 * @SL_WAY_DECIDED: text: what was decided
 * @SL_WAY_DECISION_LATER: day: by which it is to be decided
 * @SL_WAY_WITHDRAWN: the escalation is withdrawn
 * @SL_WAY_OWNED: person: who answers for it from now on
 * @SL_WAY_ACTION_LATER: day: by which the action is to be done
 * @SL_WAY_ACTION_DONE: it is done, and creates no new risk
 * @SL_WAY_ACCEPTED_ANEW: by whoever accepted it, from this day on; day: until when
 * @SL_WAY_REOPENED: no longer accepted, the acceptance having ended
 * @SL_WAY_RESPONSE: the response is to accept
 * @SL_WAY_PLANNED: text: the action that is planned, by whoever answers for the risk; day: by when
 * @SL_WAY_AIMED: text: the probability and the impact aimed at, such as "2 × 3"
 * @SL_WAY_OPENED: the draft is opened
 * @SL_WAY_DELETED: the draft is deleted
 * @SL_WAY_UNLINKED: the link is taken off the map
 * @SL_WAY_LED_ON: text: the card that the card leads to
 * @SL_WAY_USED: text: the business change that follows it
 * @SL_WAY_BROUGHT_ABOUT: text: the business change that comes before it
 * @SL_WAY_FUNDED: text: the investment that pays for what the outcome begins with
 * @SL_WAY_PURPOSE: text: the strategic purpose that it serves
 * @SL_WAY_MEASURED: text: what is counted
 * @SL_WAY_CHANGE_BETWEEN: text: the business change in the middle of the link
 * @SL_WAY_STEP_BETWEEN: text: the intermediate outcome in the middle of the link
 */
typedef enum
{
  SL_WAY_REVIEWED,
  SL_WAY_ESCALATED,
  SL_WAY_OCCURRED,
  SL_WAY_STRIKES_LATER,
  SL_WAY_PASSED,
  SL_WAY_DECIDED,
  SL_WAY_DECISION_LATER,
  SL_WAY_WITHDRAWN,
  SL_WAY_OWNED,
  SL_WAY_ACTION_LATER,
  SL_WAY_ACTION_DONE,
  SL_WAY_ACCEPTED_ANEW,
  SL_WAY_REOPENED,
  SL_WAY_RESPONSE,
  SL_WAY_PLANNED,
  SL_WAY_AIMED,
  SL_WAY_OPENED,
  SL_WAY_DELETED,
  SL_WAY_UNLINKED,
  SL_WAY_LED_ON,
  SL_WAY_USED,
  SL_WAY_BROUGHT_ABOUT,
  SL_WAY_FUNDED,
  SL_WAY_PURPOSE,
  SL_WAY_MEASURED,
  SL_WAY_CHANGE_BETWEEN,
  SL_WAY_STEP_BETWEEN,
  SL_N_WAYS
} SlWay;

#define SL_WAYS_MAX 3

/* What was told: absent where the way needs no such thing. */
typedef struct
{
  const char *text;
  SlDate day;
  SlUid person;
} SlWayAnswer;

/* The ways to clear @line, the likeliest first. Returns how many; 0: none but to go there. */
guint       sl_line_ways    (const SlView *view, const SlAttentionLine *line, SlWay ways[SL_WAYS_MAX]);
guint       sl_way_needs    (SlWay way);
/* The day offered first; SL_DATE_NONE: none. */
SlDate      sl_way_day      (const SlView *view, const SlAttentionLine *line, SlWay way);
/* What the text may name, by code or name, the likeliest first. Returns: (transfer full): of SlUid. */
GArray     *sl_way_choices  (const SlView *view, const SlAttentionLine *line, SlWay way);
/* The card that such a way links, and whether onwards from it: for drawing the link by hand instead. FALSE: it does more than
 * that. */
gboolean    sl_way_link     (const SlView *view, const SlAttentionLine *line, SlWay way, SlUid *card, gboolean *onwards);
/* Where one looks at it: the record of the finding, or of evidence that is too weak the link to begin with. */
SlUid       sl_line_place   (const SlView *view, const SlAttentionLine *line);
/* "Looked, No Change": an untranslated msgid for a button. "What is to be decided?": for the text or the day beside it, ""
 * where nothing has to be told. */
const char *sl_way_label    (SlWay way);
const char *sl_way_question (SlWay way);

/* Does it, dated the as-of day, by the acting person. SL_ERROR_REFUSED when nobody acts or the record has moved on;
 * SL_ERROR_VALUE when something was not told; what sl_workspace_commit() says: SL_ERROR_REASON_NEEDED among others. */
gboolean    sl_workspace_fix (SlWorkspace *self, const SlAttentionLine *line, SlWay way, const SlWayAnswer *answer,
                              const char *reason, GError **error);

G_END_DECLS
