/* sl-leaving.h: somebody leaves: the last day, who takes over what, and why, on one page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing is written before "Reassign"; leaving the dialog changes nothing.
 *
 * Signal: done (const char *text)   it is recorded; what was done, in one line
 */
#pragma once

#include <adwaita.h>

#include "ui/models/sl-leaving-model.h"

G_BEGIN_DECLS

#define SL_TYPE_LEAVING (sl_leaving_get_type ())
G_DECLARE_FINAL_TYPE (SlLeaving, sl_leaving, SL, LEAVING, AdwWindow)

/* Shown over @parent. Returns: borrowed. */
SlLeaving      *sl_leaving_show       (GtkWindow *parent, SlWorkspace *workspace, SlUid person);

/* What is chosen. Borrowed. */
SlLeavingModel *sl_leaving_model      (SlLeaving *self);
/* As typed. */
void            sl_leaving_set_last_day (SlLeaving *self, const char *text);
void            sl_leaving_set_reason (SlLeaving *self, const char *text);
/* Whether what is filled in is enough. */
gboolean        sl_leaving_is_valid   (SlLeaving *self);
/* Does it and closes. FALSE: told in the dialog. */
gboolean        sl_leaving_reassign   (SlLeaving *self);

G_END_DECLS
