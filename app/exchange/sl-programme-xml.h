/* sl-programme-xml.h: a programme as programme XML, the interchange (design.md decision 12).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Namespace urn:sightline:programme:1. The root is the programme record. A kind with a code, or without a parent, stands
 * under the root; a record without a code stands in the one it belongs to. Kinds come in the order of SL_KINDS, records in
 * order of making. Single-line values are attributes, named as the fields with '-' for '_'; prose fields are elements.
 * Money is in minor units, true is written and false left out, references are codes (settings: the version). Nothing is
 * derived, and uids never leave the file: export, import into an empty file and export again give the same bytes.
 */
#pragma once

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

#define SL_PROGRAMME_NAMESPACE "urn:sightline:programme:1"

/* Writes @data to @path, whole or not at all, having read it back and compared it with the schema. On any thread that may
 * read @data; @progress is called on it, in records. SL_ERROR_IO, SL_ERROR_CANCELLED, SL_ERROR_REFUSED (there is no
 * programme), SL_ERROR_INTERNAL (it would not be valid). */
gboolean sl_programme_xml_save     (const SlData *data, const char *path, GCancellable *cancellable,
                                    SlProgressFunc progress, gpointer user, GError **error);

/* The same bytes in memory, not compared with anything. Returns: (transfer full): NULL with SL_ERROR_REFUSED, SL_ERROR_INTERNAL. */
GBytes  *sl_programme_xml_to_bytes (const SlData *data, GError **error);

G_END_DECLS
