/* sl-risk-links.h: what a risk threatens (map nodes, benefits, gates), and what it belongs to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each line leads to its record ("win.open-record"). A link is added by a code or a name and removed by a button; both can
 * be undone.
 */
#pragma once

#include "ui/widgets/sl-section.h"

G_BEGIN_DECLS

#define SL_TYPE_RISK_LINKS (sl_risk_links_get_type ())
G_DECLARE_FINAL_TYPE (SlRiskLinks, sl_risk_links, SL, RISK_LINKS, SlSection)

/* Holds a reference. */
GtkWidget *sl_risk_links_new  (SlWorkspace *workspace);
/* Shows a risk as it is now. */
void       sl_risk_links_show (SlRiskLinks *self, SlUid risk);
/* Links what @text says, as Enter in the entry does. FALSE: told beneath, why not. */
gboolean   sl_risk_links_add  (SlRiskLinks *self, const char *text);

G_END_DECLS
