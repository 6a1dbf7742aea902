/* sl-map-start-dialog.h: from nothing to a first map: one question at a time, with the map drawn beside as it grows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Enter takes an answer, and Enter on nothing goes on; Alt+Left goes back; Down leads to the answers; each answer is one
 * change that Ctrl+Z takes back. A card chosen on the map is asked about. What has been answered stays when it is left, and
 * what stands in the entry then is an answer too; the next time it asks about what is still open.
 * Signals: done (gboolean lacks): it was left at its end, to look at the map, or at what that lacks.
 */
#pragma once

#include <adwaita.h>

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

#define SL_TYPE_MAP_START_DIALOG (sl_map_start_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlMapStartDialog, sl_map_start_dialog, SL, MAP_START_DIALOG, AdwWindow)

/* Shown over @parent. Returns: borrowed. */
SlMapStartDialog *sl_map_start_dialog_show   (GtkWindow *parent, SlWorkspace *workspace);
/* As if typed and entered. FALSE: told in the dialog. */
gboolean          sl_map_start_dialog_answer (SlMapStartDialog *self, const char *text);

G_END_DECLS
