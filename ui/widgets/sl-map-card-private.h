/* sl-map-card-private.h: a card of the map as a widget: it has the focus and a name; the painter paints it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "charts/sl-map-paint.h"

G_BEGIN_DECLS

#define SL_TYPE_MAP_CARD_WIDGET (sl_map_card_widget_get_type ())
G_DECLARE_FINAL_TYPE (SlMapCardWidget, sl_map_card_widget, SL, MAP_CARD_WIDGET, GtkWidget)

GtkWidget *sl_map_card_widget_new  (SlUid uid);
SlUid      sl_map_card_widget_uid  (SlMapCardWidget *self);
/* Drawing and style are borrowed until the next call. @note: (nullable): what else is to be said of it. */
void       sl_map_card_widget_show (SlMapCardWidget *self, const SlMapDrawing *drawing, guint card, double scale,
                                    const SlMapStyle *style, const char *note);
/* Keeps a mark of what it is linked to. FALSE: it is the one kept already. */
gboolean   sl_map_card_widget_mark (SlMapCardWidget *self, guint64 mark);
/* The cards in sight that it leads to, of which newer toolkits derive the way back by themselves: takes the list (of
 * GtkAccessible). @beyond: (nullable): what is said of those out of sight. */
void       sl_map_card_widget_relate (SlMapCardWidget *self, GList *onwards, const char *beyond);

G_END_DECLS
