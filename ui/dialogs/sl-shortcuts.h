/* sl-shortcuts.h: the window that lists every key.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns: (transfer full): a GtkShortcutsWindow made from the table of sl-accels.h; a top level, shown by the caller. */
GtkWidget *sl_shortcuts_new (GtkWindow *parent);

G_END_DECLS
