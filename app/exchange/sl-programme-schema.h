/* sl-programme-schema.h: what programme XML may hold, told to machines and to people, from the field tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * data/schema/programme-1.xsd and programme-1.html are these texts, for whoever reads or writes the format without us; a
 * test compares them. We ourselves judge by what is made here, so that a new field is valid at once.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The XML Schema. @with_keys: also that codes, keys and versions are unique and that what is referred to is there: each
 * of those costs libxml2 time at every element, all of them five times as much as the rest. Free with g_free(). */
char    *sl_programme_schema_dup_xsd  (gboolean with_keys);
/* A page that documents it, valid HTML without script. Free with g_free(). */
char    *sl_programme_schema_dup_html (void);

/* Whether the file at @path is valid by the schema, read in constant memory but for the keys: SL_ERROR_INTERNAL with line
 * and reason where it is not, SL_ERROR_IO, SL_ERROR_CANCELLED (with keys only before it begins). On any thread. For what we wrote ourselves: imports are
 * judged by the field tables (sl-programme-xml-read.h). */
gboolean sl_programme_schema_validate (const char *path, gboolean with_keys, GCancellable *cancellable, GError **error);

G_END_DECLS
