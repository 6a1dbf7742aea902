/* sl-filter-list.h: every filter that could be added to a register, with how many rows it finds, narrowed by typing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be chosen is what stands in the rows: they are gone through in slices, so that nothing waits for it. A day that
 * is typed can be chosen where a filter asks for one.
 *
 * Signal: added (): one was chosen
 */
#pragma once

#include "ui/models/sl-chips.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SL_TYPE_FILTER_LIST (sl_filter_list_get_type ())
G_DECLARE_FINAL_TYPE (SlFilterList, sl_filter_list, SL, FILTER_LIST, GtkWidget)

/* Holds a reference. */
GtkWidget *sl_filter_list_new   (SlChips *chips);
/* Looks anew at what there is to choose, with nothing typed. */
void       sl_filter_list_begin (SlFilterList *self);
/* Nobody looks any more. */
void       sl_filter_list_end   (SlFilterList *self);

G_END_DECLS
