/* sl-fix-popover.h: asks, beside a line of attention, what its act needs to be told: a line, a day, a person, a reason.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal: done (const char *text)   the act is done; what to say of it
 */
#pragma once

#include <gtk/gtk.h>

#include "workspace/sl-fixes.h"

G_BEGIN_DECLS

#define SL_TYPE_FIX_POPOVER (sl_fix_popover_get_type ())
G_DECLARE_FINAL_TYPE (SlFixPopover, sl_fix_popover, SL, FIX_POPOVER, GtkPopover)

/* Holds references. @position: of the line in @attention. @ways: what is offered. With @tried one of them has been tried
 * already, needs no more than a reason, and @tried (not taken) says for what. */
GtkWidget *sl_fix_popover_new (SlWorkspace *workspace, SlAttention *attention, guint position, const SlWay *ways,
                               guint n_ways, const GError *tried);

G_END_DECLS
