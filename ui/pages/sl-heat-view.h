/* sl-heat-view.h: the heat map as a view of the Risks page: the matrix, what it is to show, and the risks of one cell.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It shows the open risks that the grid of the page shows; how many are left out and why stands below. Nothing is reckoned
 * before it is first seen, nor while it is out of sight.
 * Signal: risk-activated (gint64 uid)  a risk of the list was chosen
 */
#pragma once

#include "charts/sl-heat-map.h"
#include "ui/models/sl-grid-model.h"
#include "ui/sl-preferences.h"
#include "ui/sl-tally.h"
#include "ui/widgets/sl-heat-grid.h"

G_BEGIN_DECLS

#define SL_TYPE_HEAT_VIEW (sl_heat_view_get_type ())
G_DECLARE_FINAL_TYPE (SlHeatView, sl_heat_view, SL, HEAT_VIEW, GtkWidget)

/* Holds references. @model: of risks; its filter and search decide what is shown. */
GtkWidget  *sl_heat_view_new    (SlWorkspace *workspace, SlGridModel *model, SlTally *tally, SlPreferences *preferences);
/* Which matrix, by SL_RISK_KIND_*, and which ratings. */
void        sl_heat_view_set    (SlHeatView *self, int kind, SlHeatStage stage);
/* What is shown now; made if need be. Borrowed until the next change. */
const SlHeatMap *sl_heat_view_map  (SlHeatView *self);
/* Borrowed. */
SlHeatGrid *sl_heat_view_grid   (SlHeatView *self);
GtkWidget  *sl_heat_view_list   (SlHeatView *self);

G_END_DECLS
