/* sl-xml-guard-private.h: the scanner between bytes of strangers and the parser: see sl-xml-input-private.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SlXmlGuard SlXmlGuard;

SlXmlGuard *sl_xml_guard_new  (GInputStream *stream, GCancellable *cancellable, gint64 max_bytes);
void        sl_xml_guard_free (SlXmlGuard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlXmlGuard, sl_xml_guard_free)

/* The next bytes, UTF-8 and looked at; *@n is 0 at the end. Borrowed until the next call. NULL when something is refused:
 * what stands before it has been handed out by then. */
const char *sl_xml_guard_read (SlXmlGuard *self, gsize *n, GError **error);
/* Where it stands, in lines; 0: before the first. */
int         sl_xml_guard_line (SlXmlGuard *self);
/* The line where the next start tag begins; one call for each, in order. */
int         sl_xml_guard_next_tag (SlXmlGuard *self);

G_END_DECLS
