/* sl-map-outline.h: the benefit map as a tree: for the keyboard, for screen readers, for who thinks in lists.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys: Right and Left open and close, and go in and out; Enter asks for details; F2 or typing edits the title; Insert
 * types cards beneath the one chosen, linked to it, one after the other; Delete deletes the card with its links; Ctrl+C
 * copies it with all beneath it as text.
 * Signals: selected (): another card is chosen; activated (): details are asked for; message (const char *text).
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/models/sl-map-tree.h"

G_BEGIN_DECLS

#define SL_TYPE_MAP_OUTLINE (sl_map_outline_get_type ())
G_DECLARE_FINAL_TYPE (SlMapOutline, sl_map_outline, SL, MAP_OUTLINE, GtkWidget)

/* Holds a reference. */
GtkWidget *sl_map_outline_new      (SlWorkspace *workspace);
/* Borrowed. */
SlMapTree *sl_map_outline_tree     (SlMapOutline *self);
SlUid      sl_map_outline_selected (SlMapOutline *self);
/* FALSE where there is no such card; SL_UID_NONE: nothing is chosen. */
gboolean   sl_map_outline_select   (SlMapOutline *self, SlUid uid);
/* A title can be typed for a card beneath the one chosen, and then for the next. */
void       sl_map_outline_add      (SlMapOutline *self);
/* Takes over what is being typed. */
void       sl_map_outline_keep_typed (SlMapOutline *self);
void       sl_map_outline_set_blue_orange (SlMapOutline *self, gboolean blue_orange);

G_END_DECLS
