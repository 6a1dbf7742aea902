/* sl-settings-grid.h: how probability and impact make a level: the matrix itself to be set, and what its steps mean.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Arrow keys go from cell to cell; the letter of a level sets the cell, Enter or a click takes the next level. The figures in
 * the cells are the threats that stand there now.
 */
#pragma once

#include "ui/models/sl-settings-edit.h"
#include "ui/sl-preferences.h"
#include "ui/widgets/sl-heat-grid.h"

G_BEGIN_DECLS

#define SL_TYPE_SETTINGS_GRID (sl_settings_grid_get_type ())
G_DECLARE_FINAL_TYPE (SlSettingsGrid, sl_settings_grid, SL, SETTINGS_GRID, GtkWidget)

GtkWidget  *sl_settings_grid_new    (SlSettingsEdit *edit, SlPreferences *preferences);
/* Drafts the level of a cell: @rag SL_RAG_GREEN, AMBER or RED. */
void        sl_settings_grid_set    (SlSettingsGrid *self, int probability, int impact, SlRag rag);
/* What is wrong with the grid, as shown below it; "" when nothing is. Borrowed. */
const char *sl_settings_grid_fault  (SlSettingsGrid *self);
/* Borrowed. */
SlHeatGrid *sl_settings_grid_matrix (SlSettingsGrid *self);

G_END_DECLS
