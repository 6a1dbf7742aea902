/* sl-banner.h: a row below the header that tells an ongoing state.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal: button-clicked ()
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SL_TYPE_BANNER (sl_banner_get_type ())
G_DECLARE_FINAL_TYPE (SlBanner, sl_banner, SL, BANNER, GtkWidget)

GtkWidget  *sl_banner_new        (void);
/* Shows @text; NULL hides the row. @button: what the button says, or NULL for none. */
void        sl_banner_show       (SlBanner *self, const char *text, const char *button);
/* Something is under way that will end by itself. */
void        sl_banner_set_busy   (SlBanner *self, gboolean busy);
/* NULL while hidden. Borrowed. */
const char *sl_banner_get_text   (SlBanner *self);

G_END_DECLS
