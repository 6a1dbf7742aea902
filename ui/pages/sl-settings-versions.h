/* sl-settings-versions.h: the versions of the settings as a timeline: who, when, why, what, and the way back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Going back drafts a new version with the old values; where something is drafted already it asks first, in place.
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/models/sl-settings-edit.h"

G_BEGIN_DECLS

#define SL_TYPE_SETTINGS_VERSIONS (sl_settings_versions_get_type ())
G_DECLARE_FINAL_TYPE (SlSettingsVersions, sl_settings_versions, SL, SETTINGS_VERSIONS, GtkWidget)

GtkWidget *sl_settings_versions_new (SlSettingsEdit *edit);

G_END_DECLS
