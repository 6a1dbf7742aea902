/* sl-day-button.h: a button that opens a calendar, to stand beside a day that is typed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal: chosen (int day)   an SlDate, by the person at the screen
 */
#pragma once

#include <gtk/gtk.h>

#include "base/sl-date.h"

G_BEGIN_DECLS

#define SL_TYPE_DAY_BUTTON (sl_day_button_get_type ())
G_DECLARE_FINAL_TYPE (SlDayButton, sl_day_button, SL, DAY_BUTTON, GtkWidget)

/* @name: what it is for: "Choose the Last Day". */
GtkWidget *sl_day_button_new     (const char *name);
/* Where the calendar opens; SL_DATE_NONE: where it is. */
void       sl_day_button_set_day (SlDayButton *self, SlDate day);

G_END_DECLS
