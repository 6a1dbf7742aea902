/* sl-settings-figures.h: limits, review days, tolerances and weights, as sentences with figures to type in them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/models/sl-settings-edit.h"

G_BEGIN_DECLS

#define SL_TYPE_SETTINGS_FIGURES (sl_settings_figures_get_type ())
G_DECLARE_FINAL_TYPE (SlSettingsFigures, sl_settings_figures, SL, SETTINGS_FIGURES, GtkWidget)

GtkWidget *sl_settings_figures_new (SlSettingsEdit *edit);

G_END_DECLS
