/* sl-programme-schema.h: what programme XML may hold, told to machines and to people, from the field tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * data/schema/programme-1.xsd and programme-1.html are these texts; a test compares them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The XML Schema. Free with g_free(). */
char *sl_programme_schema_dup_xsd  (void);
/* A page that documents it, valid HTML without script. Free with g_free(). */
char *sl_programme_schema_dup_html (void);

G_END_DECLS
