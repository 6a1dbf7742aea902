/* sl-completion.h: suggestions below an entry.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * While something is typed, the texts that fit stand below, and after Down before anything is typed all that there are; Down and Up choose, Enter, Tab or a click takes, Esc leaves.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SL_COMPLETION_MAX 8

/* Appends copies of at most SL_COMPLETION_MAX texts that fit @typed to @texts (which frees them). */
typedef void (*SlCompletionFill) (const char *typed, GPtrArray *texts, gpointer data);

/* @editable: a GtkText, or a widget with one as its delegate; suggestions live as long as it does. @label: their name
 * for screen readers. */
void     sl_completion_attach  (GtkEditable *editable, const char *label, SlCompletionFill fill, gpointer data);
/* Whether suggestions are shown below the GtkText of @editable: Enter is then not yet the end of typing. */
gboolean sl_completion_is_open (GtkEditable *editable);

G_END_DECLS
