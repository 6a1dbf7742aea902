/* sl-settings-bands.h: what the steps of probability and impact mean, one scale at a time, in words and figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/models/sl-settings-edit.h"

G_BEGIN_DECLS

#define SL_TYPE_SETTINGS_BANDS (sl_settings_bands_get_type ())
G_DECLARE_FINAL_TYPE (SlSettingsBands, sl_settings_bands, SL, SETTINGS_BANDS, GtkWidget)

GtkWidget  *sl_settings_bands_new   (SlSettingsEdit *edit);
/* Shows SL_SCALE_*. */
void        sl_settings_bands_show  (SlSettingsBands *self, int scale);

G_END_DECLS
