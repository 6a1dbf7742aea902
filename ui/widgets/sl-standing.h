/* sl-standing.h: where a thing stands, a line for each rule: a caption, a status, a few words, and on asking why.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "charts/sl-glyph.h"
#include "ui/widgets/sl-why-button.h"

G_BEGIN_DECLS

#define SL_TYPE_STANDING (sl_standing_get_type ())
G_DECLARE_FINAL_TYPE (SlStanding, sl_standing, SL, STANDING, GtkWidget)

/* @explain: what a line says when it is asked why; its topic is that of the line. */
GtkWidget *sl_standing_new  (SlWhyFunc explain, gpointer data);
/* Topics are small numbers, and each has one line, in the order in which they are added. @title: translated, static. */
void       sl_standing_add  (SlStanding *self, int topic, const char *title);
/* What a line says, and shows it. @text: NULL hides it: it does not apply. */
void       sl_standing_set  (SlStanding *self, int topic, SlStatus status, const char *text);
void       sl_standing_set_blue_orange (SlStanding *self, gboolean blue_orange);

G_END_DECLS
