/* sl-recent.h: the programmes opened last.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An own list, because a sandbox hides the desktop's; the desktop's is told too.
 */
#pragma once

#include "ui/sl-preferences.h"

G_BEGIN_DECLS

#define SL_RECENT_MAX 10

/* Addresses (URIs), newest first. Free with g_strfreev(). */
char **sl_recent_list   (SlPreferences *preferences);
void   sl_recent_add    (SlPreferences *preferences, GFile *file);
void   sl_recent_remove (SlPreferences *preferences, const char *uri);

G_END_DECLS
