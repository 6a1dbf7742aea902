/* sl-map-export.h: the benefit map as a file of the person's choice.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sl-window.h"
#include "ui/widgets/sl-map-canvas.h"

G_BEGIN_DECLS

/* Asks where to and writes the map as @canvas shows it: cards keep their places, the line of sight of the card chosen and
 * the entry of the legend that is lit are so, in @palette (SlPaletteFlags; paper is never dark). */
void sl_map_export_choose (SlWindow *window, SlWorkspace *workspace, SlMapCanvas *canvas, guint palette);

G_END_DECLS
