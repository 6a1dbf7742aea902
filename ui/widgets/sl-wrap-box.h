/* sl-wrap-box.h: widgets side by side, going on in the next line where they do not fit, and one that keeps to the end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SL_TYPE_WRAP_BOX (sl_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (SlWrapBox, sl_wrap_box, SL, WRAP_BOX, GtkWidget)

GtkWidget *sl_wrap_box_new     (void);
/* Behind those that are there, before the end. */
void       sl_wrap_box_append  (SlWrapBox *self, GtkWidget *child);
/* Before they go on in the next line they give up what they can do without, the last ones first, where all fit in one line
 * then. */
void       sl_wrap_box_set_squeeze (SlWrapBox *self, gboolean squeeze);
/* What stands at the far side of the last line, or of a line of its own. */
void       sl_wrap_box_set_end (SlWrapBox *self, GtkWidget *child);

G_END_DECLS
