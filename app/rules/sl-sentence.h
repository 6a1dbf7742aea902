/* sl-sentence.h: sentences that are kept in parts and put together when they are shown, in whoever's language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/sl-date.h"
#include "base/sl-enum.h"

G_BEGIN_DECLS

/* An argument that is a msgid (or several, each with the mark before it) to be translated when the text is composed, or
 * an ISO day to be shown in the reader's way. */
#define SL_ARG_MSGID "\001"
#define SL_ARG_DAY "\002"

/* An SL_ARG_DAY argument; free with g_free(). */
char *sl_arg_day (SlDate day);
/* The label of an entry, and the labels of those whose bit is in @set, as arguments; free with g_free(). "" when none. */
char *sl_arg_label (const SlEnum *tokens, int value);
char *sl_arg_labels (const SlEnum *tokens, guint set);

/* @format: a msgid with {1} ... {9}, to be filled with @args (NULL-terminated). Translated, or in British English with days
 * in ISO form. Free with g_free(). */
char *sl_sentence_compose (const char *format, const char *const *args, gboolean translated);

G_END_DECLS
