/* sl-overview-page.h: “what has changed, what must I do, will we make it?”
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First how it stands, in a sentence; then what needs somebody, each line with what clears it; beside it the first five
 * threats, exposure and cover, the line of sight; and what has happened since one last looked.
 */
#pragma once

#include "ui/pages/sl-attention-list.h"
#include "ui/pages/sl-page.h"
#include "ui/pages/sl-since-box.h"

G_BEGIN_DECLS

#define SL_TYPE_OVERVIEW_PAGE (sl_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (SlOverviewPage, sl_overview_page, SL, OVERVIEW_PAGE, SlPage)

GtkWidget       *sl_overview_page_new       (SlWorkspace *workspace, const SlPageInfo *info, SlTally *tally,
                                             SlPreferences *preferences);
/* The list; what has happened. Borrowed. */
SlAttentionList *sl_overview_page_attention (SlOverviewPage *self);
SlSinceBox      *sl_overview_page_since     (SlOverviewPage *self);
/* The sentence on top. Borrowed. */
const char      *sl_overview_page_headline  (SlOverviewPage *self);

G_END_DECLS
