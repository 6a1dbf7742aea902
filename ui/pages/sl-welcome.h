/* sl-welcome.h: what a window shows that has no programme yet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ui/sl-preferences.h"

G_BEGIN_DECLS

#define SL_TYPE_WELCOME (sl_welcome_get_type ())
G_DECLARE_FINAL_TYPE (SlWelcome, sl_welcome, SL, WELCOME, GtkWidget)

/* Holds a reference. */
GtkWidget *sl_welcome_new (SlPreferences *preferences);

G_END_DECLS
