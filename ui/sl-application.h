/* sl-application.h: the desktop application: a window for each programme.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ui/sl-preferences.h"

G_BEGIN_DECLS

#define SL_TYPE_APPLICATION (sl_application_get_type ())
G_DECLARE_FINAL_TYPE (SlApplication, sl_application, SL, APPLICATION, AdwApplication)

/* @flags beside G_APPLICATION_HANDLES_OPEN. */
SlApplication *sl_application_new         (GApplicationFlags flags);
/* Borrowed. */
SlPreferences *sl_application_preferences (SlApplication *self);
/* The window that shows @file, whatever path leads to it; NULL when none does. Borrowed. */
GtkWindow     *sl_application_window_of   (SlApplication *self, GFile *file);
/* Shows @file in the window that has it already, in @window if that is empty, else in a new one. */
void           sl_application_open_file   (SlApplication *self, GFile *file, GtkWindow *window);

G_END_DECLS
