/* sl-document-html.h: a page as one self-contained HTML file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No script, no font and no picture from elsewhere, and a content security policy that allows none; well-formed XML too.
 * For paper (A4, a printer without colours), a desk and a telephone, light and dark. What people typed is escaped and
 * isolated from the direction of writing around it; of what looks like an address in it only http, https and mailto
 * become links, the real host before them.
 */
#pragma once

#include "reports/sl-document.h"

G_BEGIN_DECLS

/* The whole file. Free with g_string_free(). */
GString *sl_document_to_html (const SlDocument *document);

/* Appends what somebody typed, as it goes into the page. */
void     sl_html_append_user (GString *to, const char *text);

G_END_DECLS
