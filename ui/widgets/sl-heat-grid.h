/* sl-heat-grid.h: the heat map in the window: 25 cells that can have the focus, each a button with a name, drawn by the
 * painter of every other surface (charts/sl-heat-map.h).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tab reaches one cell, the arrow keys go from cell to cell as they lie on the screen, Home and End to the ends of a row.
 * Signals: chosen (int probability, int impact)   it has got the focus
 *          entered (int probability, int impact)  it was pressed, by whatever means
 */
#pragma once

#include <gtk/gtk.h>

#include "charts/sl-heat-map.h"

G_BEGIN_DECLS

#define SL_TYPE_HEAT_GRID (sl_heat_grid_get_type ())
G_DECLARE_FINAL_TYPE (SlHeatGrid, sl_heat_grid, SL, HEAT_GRID, GtkWidget)

GtkWidget *sl_heat_grid_new     (void);
/* Shows @map, borrowed until the next call (NULL: nothing), in @style; colours follow the desktop but for blue and orange. */
void       sl_heat_grid_show    (SlHeatGrid *self, const SlHeatMap *map, const SlHeatStyle *style);
/* Marks a cell, the one whose risks are listed or that is at fault, and lets Tab reach it; 0, 0: none. */
void       sl_heat_grid_mark    (SlHeatGrid *self, int probability, int impact);
/* The cell that Tab reaches. */
void       sl_heat_grid_return_to (SlHeatGrid *self, int probability, int impact);
/* Borrowed. */
GtkWidget *sl_heat_grid_cell    (SlHeatGrid *self, int probability, int impact);

G_END_DECLS
