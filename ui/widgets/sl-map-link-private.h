/* sl-map-link-private.h: the link chosen on the map as a widget, so that it has the focus and a name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "charts/sl-palette.h"
#include "model/sl-data.h"

G_BEGIN_DECLS

#define SL_TYPE_MAP_LINK_WIDGET (sl_map_link_widget_get_type ())
G_DECLARE_FINAL_TYPE (SlMapLinkWidget, sl_map_link_widget, SL, MAP_LINK_WIDGET, GtkWidget)

GtkWidget *sl_map_link_widget_new  (void);
/* @link: of a map edge. @palette: SlPaletteFlags. */
void       sl_map_link_widget_show (SlMapLinkWidget *self, const SlData *data, SlUid link, guint palette);

/* "C1 leads to I1". Free with g_free(). */
char      *sl_map_link_dup_name    (const SlData *data, const SlMapEdge *edge);

G_END_DECLS
