/* sl-map-start.h: from nothing to a first map: a conversation from what it is all for back to what is paid for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One question at a time, each about one card: what would have to be there before it. Those that nothing leads to yet are
 * asked about, purposes first, then column by column to the left, in order of making; so a conversation that was left is
 * taken up by beginning another. Dropped cards and harms are not asked about. Answers are cards of the column before,
 * linked to the card asked about (domain.md 2.4); the caller makes each answer one change.
 */
#pragma once

#include "workspace/sl-map-acts.h"

G_BEGIN_DECLS

typedef struct
{
  SlUid about; /* the card asked about; SL_UID_NONE: what it is all for */
  int type;    /* SL_NODE_TYPE_* of the answers */
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
/* How many cards of @data have nothing before them yet, passed over or not. */
guint       sl_map_start_count_open (const SlData *data);

/* The question, and what helps to answer it, in plain words. Free with g_free(). */
char       *sl_map_question_dup_text (const SlMapQuestion *self, const SlData *data, gboolean translated);
const char *sl_map_question_hint     (const SlMapQuestion *self);

/* Takes an answer: a card of that title (or code) and type that is there already is linked, else one is made. *@linked
 * (nullable): whether it was there already. SL_UID_NONE: SL_ERROR_VALUE, or what sl_tx_set() says; a link that is there
 * already is SL_ERROR_REFUSED. */
SlUid       sl_tx_answer_map (SlTx *tx, const SlMapQuestion *question, const char *text, gboolean *linked, GError **error);

G_END_DECLS
