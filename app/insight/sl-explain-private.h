/* sl-explain-private.h: putting an explanation together, translated or in British English.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "insight/sl-explanation.h"
#include "model/sl-data.h"

G_BEGIN_DECLS

typedef struct
{
  const SlView *view;
  gboolean translated;
  SlExplanation *out;
} SlExplain;

/* Begins one with nothing said yet; what it makes is @self->out. */
void        sl_explain_begin     (SlExplain *self, const SlView *view, gboolean translated);

/* A msgid in the language asked for. */
const char *sl_explain_word      (const SlExplain *self, const char *msgid);
/* A day and an amount as they are shown in it. Free with g_free(). */
char       *sl_explain_dup_day   (const SlExplain *self, SlDate date);
char       *sl_explain_dup_money (const SlExplain *self, SlMoney money);

void        sl_explain_rule      (const SlExplain *self, const char *msgid);
/* The result, and a line of input: @msgid with its places filled by the strings that follow, up to NULL. */
void        sl_explain_result    (const SlExplain *self, const char *msgid, ...) G_GNUC_NULL_TERMINATED;
void        sl_explain_input     (const SlExplain *self, const char *msgid, ...) G_GNUC_NULL_TERMINATED;
/* A line of input with one number, day or amount in it. */
void        sl_explain_number    (const SlExplain *self, const char *msgid, int value);
/* The same by count: nothing for 0 and below, @one for 1. */
void        sl_explain_count     (const SlExplain *self, const char *one, const char *many, int value);
void        sl_explain_day       (const SlExplain *self, const char *msgid, SlDate date);
void        sl_explain_money     (const SlExplain *self, const char *msgid, SlMoney money);

G_END_DECLS
