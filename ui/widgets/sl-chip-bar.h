/* sl-chip-bar.h: the filters of a register as buttons, and a menu that adds more.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By keyboard: the arrow keys go along, Space turns one on or off, Delete takes one away, Escape leaves.
 *
 * Signal: leave (): back to the rows
 */
#pragma once

#include "ui/models/sl-chips.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SL_TYPE_CHIP_BAR (sl_chip_bar_get_type ())
G_DECLARE_FINAL_TYPE (SlChipBar, sl_chip_bar, SL, CHIP_BAR, GtkWidget)

/* Holds a reference. @end: (nullable): stands at the far side. */
GtkWidget *sl_chip_bar_new  (SlChips *chips, GtkWidget *end);
/* The menu that adds a filter. */
void       sl_chip_bar_open (SlChipBar *self);

G_END_DECLS
