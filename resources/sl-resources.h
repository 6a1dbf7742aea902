/* sl-resources.h: data files carried inside the program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Makes the files of sightline.gresource.xml readable below /io/github/sightline_app/Sightline/. Explicit, because the
 * linker drops constructors of static libraries. Call it first; calling it again does no harm. */
void sl_resources_init (void);

G_END_DECLS
