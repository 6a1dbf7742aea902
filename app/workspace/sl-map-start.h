/* sl-map-start.h: from nothing to a first map: a conversation from what it is all for back to what is paid for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One question at a time, each about one card: what would have to be there before it. Those that nothing leads to yet are
 * asked about, purposes first, then column by column to the left, in order of making; so a conversation that was left is
 * taken up by beginning another. Then it is asked what those cards are for that lead nowhere, as a map made by hand has
 * them. Dropped cards and harms are not asked about. Answers are cards of the column before (or after), linked to the card
 * asked about (domain.md 2.4); the caller makes each answer one change.
 */
#pragma once

#include "workspace/sl-map-acts.h"

G_BEGIN_DECLS

typedef struct
{
  SlUid about; /* the card asked about; SL_UID_NONE: what it is all for */
  int type;    /* SL_NODE_TYPE_* of the answers */
  gboolean onwards; /* what it leads to, not what leads to it */
} SlMapQuestion;

typedef struct _SlMapStart SlMapStart;

/* Asks first what is open first in @data. Keeps nothing of it. */
SlMapStart *sl_map_start_new  (const SlData *data);
void        sl_map_start_free (SlMapStart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlMapStart, sl_map_start_free)

/* What is being asked; NULL: nothing is left. Borrowed, until the next call. */
const SlMapQuestion *sl_map_start_question (SlMapStart *self);
/* Goes on, whether there was an answer or not: what was passed over is not asked again. FALSE: nothing is left. */
gboolean    sl_map_start_next (SlMapStart *self, const SlData *data);
/* To the question before. FALSE: there is none, and nothing has changed. */
gboolean    sl_map_start_back (SlMapStart *self);
gboolean    sl_map_start_can_go_back (SlMapStart *self);
/* After any change of the data: forgets questions about cards that are gone, as after an undo. */
void        sl_map_start_follow (SlMapStart *self, const SlData *data);
/* Begins again with what was passed over. FALSE: nothing was. */
gboolean    sl_map_start_again  (SlMapStart *self, const SlData *data);
/* Asks what comes before that card instead, going back where that was asked already; then it goes on from there. FALSE:
 * nothing comes before such a card. */
gboolean    sl_map_start_ask    (SlMapStart *self, const SlData *data, SlUid card);
/* The @nth of @of cards of its column that are asked about, as far as is known by now; 0 of 0 when nothing is asked. */
void        sl_map_start_progress (SlMapStart *self, const SlData *data, guint *nth, guint *of);
/* How many questions @data leave open, passed over or not. */
guint       sl_map_start_count_open (const SlData *data);

/* The question, and what helps to answer it, in plain words. Free with g_free(). */
char       *sl_map_question_dup_text (const SlMapQuestion *self, const SlData *data, gboolean translated);
const char *sl_map_question_hint     (const SlMapQuestion *self);

/* The cards that answer it, and those that would if they were linked: of SlUid, appended in order of making. */
void        sl_map_question_list     (const SlMapQuestion *self, const SlData *data, GArray *given, GArray *others);

/* Takes an answer: a card of that title (or code) and type that is there already is linked, else one is made. *@linked
 * (nullable): whether it was there already. SL_UID_NONE: SL_ERROR_VALUE, or what sl_tx_set() says; a link that is there
 * already is SL_ERROR_REFUSED. */
SlUid       sl_tx_answer_question (SlTx *tx, const SlMapQuestion *question, const char *text, gboolean *linked, GError **error);
/* Links a card that is there; the question is about one. What sl_tx_set() says. */
gboolean    sl_tx_link_answer     (SlTx *tx, const SlMapQuestion *question, SlUid answer, GError **error);
/* Takes an answer back: its card goes too unless it is linked elsewhere (@stays). SL_ERROR_REFUSED: it is none. */
gboolean    sl_tx_take_back_answer (SlTx *tx, const SlMapQuestion *question, SlUid answer, gboolean *stays, GError **error);

G_END_DECLS
