/* sl-xml-guard-private.h: the scanner between bytes of strangers and the parser: see sl-xml-input-private.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SlXmlGuard SlXmlGuard;

SlXmlGuard   *sl_xml_guard_new   (GInputStream *stream, GCancellable *cancellable);
void          sl_xml_guard_free  (SlXmlGuard *self);

/* Hands out up to @n bytes of UTF-8: as many as could be read, 0 at the end, -1 when something is refused. */
int           sl_xml_guard_read  (SlXmlGuard *self, char *buffer, int n);
/* What was refused, or NULL; *@line: where, 0: nowhere in particular. Borrowed. */
const GError *sl_xml_guard_error (SlXmlGuard *self, int *line);
void          sl_xml_guard_set_max_bytes (SlXmlGuard *self, gint64 max);
/* Lines where the next tag begins and ends; one call for each tag, in order. */
void          sl_xml_guard_tag   (SlXmlGuard *self, int *begin, int *end);

G_END_DECLS
