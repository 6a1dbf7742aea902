/* sl-risk-hints.h: whether a risk is worded as one: hints, never findings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A topic ("supply chain") cannot be judged, owned or treated. What gives a topic away is looked for in the words of the
 * three parts; where something is found, the hint says what to write instead. Rules that need words of a language look at
 * texts that seem to be English and are silent about others. Nothing is refused for a hint (domain.md part 6, no. 5).
 */
#pragma once

#include "model/sl-data.h"

G_BEGIN_DECLS

/**
 * SlRiskHintKind:
 * @SL_HINT_SHORT: a part of fewer than ten characters, or of one or two words
 * @SL_HINT_NO_VERB: an event in which nothing happens
 * @SL_HINT_LACK_OF: "lack of ...": the answer that is missing, in place of what is so
 * @SL_HINT_SOLUTION: "need to ...": a task, in place of what may happen
 * @SL_HINT_REPEATS: two parts that say the same
 * @SL_HINT_HAPPENED: an event told as a fact: an issue
 */
typedef enum
{
  SL_HINT_SHORT,
  SL_HINT_NO_VERB,
  SL_HINT_LACK_OF,
  SL_HINT_SOLUTION,
  SL_HINT_REPEATS,
  SL_HINT_HAPPENED,
} SlRiskHintKind;

typedef struct
{
  SlRiskHintKind kind;
  guint field;      /* SL_RISK_CAUSE, _EVENT or _EFFECT: where to write something else */
  const char *text; /* what to do, one or two sentences: an untranslated msgid; static */
} SlRiskHint;

/* At most one for each part, in the order of the sentence; parts that are empty get none. Returns: (transfer full): of
 * SlRiskHint, never NULL. */
GArray *sl_risk_hints   (const SlRisk *risk);

typedef struct
{
  SlUid uid;
  guint n_shared; /* words that both have, whatever their ending */
} SlSimilarRisk;

/* Risks of whatever state whose title, cause or event share words with those of @risk: three or more, and at least two
 * fifths of the fewer words of the two. The likest first, at most @max. Looks at every risk once. Returns: (transfer full):
 * of SlSimilarRisk, never NULL. */
GArray *sl_risk_similar (const SlData *data, const SlRisk *risk, guint max);

G_END_DECLS
