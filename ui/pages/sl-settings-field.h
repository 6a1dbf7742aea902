/* sl-settings-field.h: a line to type one setting in, and beside it what it was while it is drafted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It drafts when Enter is pressed or the focus leaves. What does not fit stays as typed, and why is said below; Esc takes
 * back what is typed.
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/models/sl-settings-edit.h"

G_BEGIN_DECLS

#define SL_TYPE_SETTINGS_FIELD (sl_settings_field_get_type ())
G_DECLARE_FINAL_TYPE (SlSettingsField, sl_settings_field, SL, SETTINGS_FIELD, GtkWidget)

/* @setting: its name in the draft; @label: for screen readers; @width: in characters; 0: what there is. */
GtkWidget *sl_settings_field_new    (SlSettingsEdit *edit, const char *setting, const char *label, int width);
/* Drafts what is typed. FALSE when it does not fit. */
gboolean   sl_settings_field_commit (SlSettingsField *self);
/* What is said below; "" when nothing is. Borrowed. */
const char *sl_settings_field_note  (SlSettingsField *self);

G_END_DECLS
