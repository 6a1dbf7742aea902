/* sl-two-columns.h: two widgets side by side where there is room, one below the other where there is not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SL_TYPE_TWO_COLUMNS (sl_two_columns_get_type ())
G_DECLARE_FINAL_TYPE (SlTwoColumns, sl_two_columns, SL, TWO_COLUMNS, GtkWidget)

/* @first gets three fifths. Both are taken. */
GtkWidget *sl_two_columns_new (GtkWidget *first, GtkWidget *second);

G_END_DECLS
