/* sl-html-private.h: what the HTML writer and its texts share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "reports/sl-document-html.h"

G_BEGIN_DECLS

/* Appends @text, of @length bytes (-1: up to its end), fit for text and for attributes in double quotes, without marks that
 * turn the direction of writing. */
void sl_html_append (GString *to, const char *text, gssize length);

G_END_DECLS
