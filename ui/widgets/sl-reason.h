/* sl-reason.h: the question for a reason, in place: one line, the last ones given offered, Enter or a button saves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal: given (const char *reason), not empty
 */
#pragma once

#include <gtk/gtk.h>

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

#define SL_TYPE_REASON (sl_reason_get_type ())
G_DECLARE_FINAL_TYPE (SlReason, sl_reason, SL, REASON, GtkWidget)

/* Holds a reference. */
GtkWidget *sl_reason_new (SlWorkspace *workspace);
/* Shows it with the last reason given, selected so that typing replaces it, and takes the focus. */
void       sl_reason_ask (SlReason *self);

G_END_DECLS
