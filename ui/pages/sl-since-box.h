/* sl-since-box.h: what has happened since the acting person last looked at this programme, as sentences.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where they had come to is remembered among the preferences, by programme and person, and moves on when the page is left;
 * what is told stays as it is until the window is closed.
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/sl-preferences.h"
#include "workspace/sl-since.h"

G_BEGIN_DECLS

#define SL_TYPE_SINCE_BOX (sl_since_box_get_type ())
G_DECLARE_FINAL_TYPE (SlSinceBox, sl_since_box, SL, SINCE_BOX, GtkWidget)

/* Holds references. */
GtkWidget  *sl_since_box_new     (SlWorkspace *workspace, SlPreferences *preferences);
/* How many lines there are to tell; what it says above them. Borrowed. */
guint       sl_since_box_count   (SlSinceBox *self);
const char *sl_since_box_caption (SlSinceBox *self);
/* Whether nothing is being read any more. */
gboolean    sl_since_box_is_settled (SlSinceBox *self);

G_END_DECLS
