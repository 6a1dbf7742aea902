/* sl-columns.h: two widgets, one below the other where it is narrow, side by side where there is room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SL_TYPE_COLUMNS (sl_columns_get_type ())
G_DECLARE_FINAL_TYPE (SlColumns, sl_columns, SL, COLUMNS, GtkWidget)

/* Takes both. @first stands above, or on the left of, @second. */
GtkWidget *sl_columns_new (GtkWidget *first, GtkWidget *second);

G_END_DECLS
