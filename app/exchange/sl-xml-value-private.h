/* sl-xml-value-private.h: values as the interchange writes them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sl-kind.h"

G_BEGIN_DECLS

/* Room for anything but text: what is longer is none. */
#define SL_XML_WORD_MAX 64

/* Puts @text (of @n bytes) into @word, without the blanks around it where XML Schema passes over them: around numbers, days
 * and truths, not around tokens and codes. "" where it does not fit. Returns @word. */
const char *sl_xml_word (const SlField *field, const char *text, gsize n, char word[SL_XML_WORD_MAX]);

/* Reads @word as a value of @field, which is neither text nor a reference: tokens, whole numbers, money in minor units,
 * decimals with '.', YYYY-MM-DD, true/false/1/0. Limits are not looked at. */
gboolean    sl_xml_value_read (const SlField *field, const char *word, SlValue *value);

/* What was expected of @text (of @n bytes). Free with g_free(). */
char       *sl_xml_value_dup_fault (const SlField *field, const char *text, gsize n);

/* A beginning of @text on one line, for messages. Free with g_free(). */
char       *sl_xml_value_dup_short (const char *text, gsize n);

G_END_DECLS
