/* sl-risk-sentence.h: the sentence of a risk, the first thing one reads, and how it could be worded better.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Three clauses; each takes one to its field (action "detail.field"), a missing one asks for itself. Below them hints where
 * the words are those of a topic, and risks that sound alike.
 */
#pragma once

#include "ui/widgets/sl-section.h"

G_BEGIN_DECLS

#define SL_TYPE_RISK_SENTENCE (sl_risk_sentence_get_type ())
G_DECLARE_FINAL_TYPE (SlRiskSentence, sl_risk_sentence, SL, RISK_SENTENCE, SlSection)

/* Holds a reference. */
GtkWidget *sl_risk_sentence_new  (SlWorkspace *workspace);
/* Shows a risk as it is now. */
void       sl_risk_sentence_show (SlRiskSentence *self, SlUid risk);

G_END_DECLS
