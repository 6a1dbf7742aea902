/* sl-map-start-dialog.h: from nothing to a first map: one question at a time, with the map drawn beside as it grows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Enter takes an answer, and Enter on nothing goes on; each answer is one change that undo takes back. What has been
 * answered stays when it is left; the next time it asks about the cards that nothing leads to yet.
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
