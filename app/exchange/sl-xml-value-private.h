/* sl-xml-value-private.h: values as the interchange writes them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sl-kind.h"

G_BEGIN_DECLS

/* Reads what stands in an attribute or a prose element of @field, which is no reference: text as it is, tokens, whole
 * numbers, money in minor units, decimals with '.', YYYY-MM-DD, true/false/1/0; blanks around anything but text are
 * passed over. Limits are not looked at. @value borrows from @text. On FALSE *@why says what was expected (g_free()). */
gboolean sl_xml_value_read (const SlField *field, const char *text, SlValue *value, char **why);

/* A beginning of @text on one line, for messages. Free with g_free(). */
char    *sl_xml_value_dup_short (const char *text);

G_END_DECLS
