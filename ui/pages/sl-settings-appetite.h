/* sl-settings-appetite.h: how much we are ready to take, category by category, and where that cuts the matrix.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of the programme, or of one organisation where it would suffer. What is not set is said to be no limit; where another
 * statement is stricter, the line says which and where it applies.
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/models/sl-settings-edit.h"

G_BEGIN_DECLS

#define SL_TYPE_SETTINGS_APPETITE (sl_settings_appetite_get_type ())
G_DECLARE_FINAL_TYPE (SlSettingsAppetite, sl_settings_appetite, SL, SETTINGS_APPETITE, GtkWidget)

GtkWidget  *sl_settings_appetite_new    (SlSettingsEdit *edit);
/* Shows the appetite of an organisation; SL_UID_NONE: the programme's. */
void        sl_settings_appetite_show   (SlSettingsAppetite *self, SlUid whose);
/* What the line of a category (SL_CATEGORY_*) says. Borrowed. */
const char *sl_settings_appetite_words  (SlSettingsAppetite *self, int category);
/* The choice of its level. Borrowed. */
GtkWidget  *sl_settings_appetite_choice (SlSettingsAppetite *self, int category);

G_END_DECLS
