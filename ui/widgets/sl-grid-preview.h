/* sl-grid-preview.h: what a paste, an import or another act on much at once will do, before it is done.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window: progress while the plan is tried and while it is done, then every cell with what stands
 * there and what will, new rows, and what is refused with its place. A reason that is demanded is asked for here, with
 * the last one there already. Enter applies, Esc leaves everything as it was, at any time before it is done.
 *
 * Signal: applied (): done; the window closes itself
 */
#pragma once

#include <adwaita.h>

#include "ui/models/sl-plan.h"

G_BEGIN_DECLS

#define SL_TYPE_GRID_PREVIEW (sl_grid_preview_get_type ())
G_DECLARE_FINAL_TYPE (SlGridPreview, sl_grid_preview, SL, GRID_PREVIEW, AdwWindow)

/* Holds a reference on @plan. @title: what is being done ("Paste"). @over: the window it belongs to, or NULL. */
GtkWidget  *sl_grid_preview_new   (SlPlan *plan, const char *title, GtkWindow *over);
/* What Enter does. FALSE: not yet, or a reason is wanting. */
gboolean    sl_grid_preview_apply (SlGridPreview *self);
/* Where the reason is typed. */
GtkEditable *sl_grid_preview_reason (SlGridPreview *self);

G_END_DECLS
