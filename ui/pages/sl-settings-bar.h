/* sl-settings-bar.h: what is drafted, what it would move, and how it becomes so: one reason, one approver.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * There only while something is drafted, or a draft can be had back.
 *
 * Signal: saved (const char *text)   it has become so; what to tell
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/models/sl-settings-edit.h"
#include "ui/widgets/sl-person-button.h"

G_BEGIN_DECLS

/* So many of the risks that move are listed; counts are of all. */
#define SL_SETTINGS_MOVES_MAX 50

#define SL_TYPE_SETTINGS_BAR (sl_settings_bar_get_type ())
G_DECLARE_FINAL_TYPE (SlSettingsBar, sl_settings_bar, SL, SETTINGS_BAR, GtkWidget)

GtkWidget      *sl_settings_bar_new      (SlSettingsEdit *edit);
/* "1 change · 1 risk changes level"; "" when nothing is drafted. Borrowed. */
const char     *sl_settings_bar_summary  (SlSettingsBar *self);
/* Asks for the reason. */
void            sl_settings_bar_ask      (SlSettingsBar *self);
/* Makes it so; FALSE when it is refused, and the bar says why. */
gboolean        sl_settings_bar_apply    (SlSettingsBar *self, const char *reason);
/* Who approves; the acting person until somebody else is chosen. Borrowed. */
SlPersonButton *sl_settings_bar_approver (SlSettingsBar *self);
/* The rows of risks that move. Borrowed. */
GtkWidget      *sl_settings_bar_moves    (SlSettingsBar *self);

G_END_DECLS
