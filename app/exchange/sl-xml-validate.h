/* sl-xml-validate.h: what we wrote ourselves, read back and compared with its schema.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In constant memory but for the keys of the schema. On any thread. Imports are not judged here.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A parsed schema; only read, by as many threads as there are. */
typedef struct _SlXmlSchema SlXmlSchema;

/* NULL when @xsd, of @length bytes, is no schema. */
SlXmlSchema *sl_xml_schema_new  (const char *xsd, gsize length);
void         sl_xml_schema_free (SlXmlSchema *self);

/* Whether the file at @path is valid: SL_ERROR_INTERNAL with line and reason where it is not, or @schema is NULL;
 * SL_ERROR_IO, SL_ERROR_CANCELLED. With a schema that has keys @cancellable is best NULL: libxml2 loses those it has on its
 * hands when it is stopped. */
gboolean sl_xml_validate       (const char *path, const SlXmlSchema *schema, GCancellable *cancellable, GError **error);
/* Whether it is XML at all; errors as above. */
gboolean sl_xml_is_well_formed (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
