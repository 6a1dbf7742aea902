/* sl-resources.h: what the programs carry inside: SQL scripts, catalogues, samples, schemas.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All paths are below SL_RESOURCE_PREFIX and lie in resources/ or data/ of the source tree, for example
 * "sql/0001-first.sql".
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SL_RESOURCE_PREFIX "/io/github/sightline_app/Sightline/"

/* Makes the resources known to GIO. May be called any number of times, from any thread; every function here does. */
void    sl_resources_init   (void);

/* The bytes of a resource; @path is relative to the prefix or, with a leading '/', whole. A missing one is a defect of
 * the build, reported as G_RESOURCE_ERROR. Returns: (transfer full): never copied; its data is followed by a NUL that is
 * not counted. */
GBytes *sl_resources_bytes  (const char *path, GError **error);

/* Its text, for as long as the program runs; NULL when there is none. @length may be NULL. */
const char *sl_resources_text (const char *path, gsize *length);

/* Names in a folder ("sql"), sorted by bytes; folders end in '/'. Returns: (transfer full): never NULL. */
char  **sl_resources_list   (const char *folder);

G_END_DECLS
