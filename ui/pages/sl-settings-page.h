/* sl-settings-page.h: by what the programme is judged, and what would move if it were judged otherwise.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is edited gathers in a draft of the next version and changes nothing until it is applied, with a reason, as one
 * change. Others' changes leave the draft as it is.
 */
#pragma once

#include "ui/pages/sl-page.h"
#include "workspace/sl-settings-act.h"

G_BEGIN_DECLS

#define SL_TYPE_SETTINGS_PAGE (sl_settings_page_get_type ())
G_DECLARE_FINAL_TYPE (SlSettingsPage, sl_settings_page, SL, SETTINGS_PAGE, SlPage)

GtkWidget  *sl_settings_page_new     (SlWorkspace *workspace, const SlPageInfo *info, SlTally *tally,
                                      SlPreferences *preferences);
/* Drafts a value, as the editors do; names: sl-settings-act.h. FALSE when it does not fit; the page says why. */
gboolean    sl_settings_page_draft   (SlSettingsPage *self, const char *name, const char *text);
/* What the bar at the bottom says; "" when nothing is drafted. Borrowed. */
const char *sl_settings_page_summary (SlSettingsPage *self);
/* Applies the draft; FALSE when it is refused, and the page says why. */
gboolean    sl_settings_page_apply   (SlSettingsPage *self, const char *reason);

G_END_DECLS
