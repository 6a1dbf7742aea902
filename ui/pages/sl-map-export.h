/* sl-map-export.h: the benefit map as a file of the person's choice.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "charts/sl-map-drawing.h"
#include "ui/sl-window.h"

G_BEGIN_DECLS

/* Asks where to and writes the map as it is shown: the line of sight of @selected (SL_UID_NONE: all) lit, in @palette
 * (SlPaletteFlags; paper is never dark). @drawing: (nullable): what the window shows: cards keep their places. */
void sl_map_export_choose (SlWindow *window, SlWorkspace *workspace, const SlMapDrawing *drawing, SlUid selected, guint palette);

G_END_DECLS
