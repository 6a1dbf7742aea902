/* sl-settings-page.h: by what the programme is judged, and what would move if it were judged otherwise.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is edited gathers in a draft of the next version and changes nothing until it is saved, with a reason, as one
 * change. The draft stays when one leaves the page, and while others change things.
 */
#pragma once

#include "ui/pages/sl-page.h"
#include "ui/pages/sl-settings-appetite.h"
#include "ui/pages/sl-settings-bar.h"
#include "ui/pages/sl-settings-grid.h"

G_BEGIN_DECLS

#define SL_TYPE_SETTINGS_PAGE (sl_settings_page_get_type ())
G_DECLARE_FINAL_TYPE (SlSettingsPage, sl_settings_page, SL, SETTINGS_PAGE, SlPage)

GtkWidget          *sl_settings_page_new      (SlWorkspace *workspace, const SlPageInfo *info, SlTally *tally,
                                               SlPreferences *preferences);
/* What every part speaks to, and the parts. Borrowed; the parts are NULL while there are no settings. */
SlSettingsEdit     *sl_settings_page_edit     (SlSettingsPage *self);
SlSettingsGrid     *sl_settings_page_grid     (SlSettingsPage *self);
SlSettingsAppetite *sl_settings_page_appetite (SlSettingsPage *self);
SlSettingsBar      *sl_settings_page_bar      (SlSettingsPage *self);

G_END_DECLS
