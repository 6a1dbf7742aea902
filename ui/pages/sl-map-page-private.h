/* sl-map-page-private.h: the page of the benefit map, cut by concern: what stands beside the map (-side), the rest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/pages/sl-map-bar.h"
#include "ui/pages/sl-map-page.h"

G_BEGIN_DECLS

struct _SlMapPage
{
  SlPage parent_instance;
  SlWorkspace *workspace; /* the page's */
  SlPreferences *preferences;
  SlWatch *watch;
  GtkWidget *deck, *canvas, *bar;
  GtkWidget *outline;                               /* the same map as a tree: NULL until it is looked at */
  GtkWidget *details, *detail, *link_detail, *list; /* the side: of a card, of a link, the findings, */
  GtkWidget *told, *trace;                          /* what is traced, in what it scrolls in */
  gboolean aside;                                   /* what is traced made way for details that were asked for */
};

gboolean   sl_map_page_shows_outline    (SlMapPage *self);

/* --- -side */
GtkWidget *sl_map_page_new_side         (SlMapPage *self, const SlPageInfo *info);
/* Another card or link is chosen, or something else is to stand there. */
void       sl_map_page_refresh_side     (SlMapPage *self);
void       sl_map_page_refresh_findings (SlMapPage *self);
void       sl_map_page_want_details     (SlMapPage *self);
/* What is wrong with the card chosen, and the acts that mend it, stand in its details. */
void       sl_map_page_mend             (SlMapPage *self);
void       sl_map_page_tell             (SlMapPage *self, const char *text);
/* From the details that were asked for to what is traced; from there to where it was asked for. FALSE: nothing is traced. */
gboolean   sl_map_page_step_back        (SlMapPage *self);
/* FALSE where nothing is traced, or that is not to be seen. */
gboolean   sl_map_page_end_trace        (SlMapPage *self);

G_END_DECLS
