/* sl-attention-list.h: what needs somebody, group by group, each line with the button that clears it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Up and Down go through all of them, Enter goes to the record, Ctrl+Enter does what clears the line.
 *
 * Signal: message (const char *text, gboolean undoable)
 */
#pragma once

#include <gtk/gtk.h>

#include "workspace/sl-attention.h"

G_BEGIN_DECLS

#define SL_TYPE_ATTENTION_LIST (sl_attention_list_get_type ())
G_DECLARE_FINAL_TYPE (SlAttentionList, sl_attention_list, SL, ATTENTION_LIST, GtkWidget)

/* Holds a reference. */
GtkWidget *sl_attention_list_new (SlWatch *watch);
/* Only the lines about one thing, without its heading, for a narrow place: the buttons stand below the words. */
GtkWidget *sl_attention_list_new_of (SlWatch *watch, SlConcern concern);
/* Only those about one card of the map or a link from it, for the same; none until it is said which. */
GtkWidget *sl_attention_list_new_about (SlWatch *watch);
void       sl_attention_list_set_about (SlAttentionList *self, SlUid card);
/* Does what clears the @n-th line shown, or opens the question for it: for tests. */
void       sl_attention_list_fix (SlAttentionList *self, guint n);
/* Lines shown, without those folded away. */
guint      sl_attention_list_count (SlAttentionList *self);

G_END_DECLS
