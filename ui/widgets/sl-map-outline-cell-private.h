/* sl-map-outline-cell-private.h: a row of the outline: arrow, id, title, link, type, status, owner, level, findings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals: toggle (): the arrow was clicked; typed (SlOutlineTyped): what is being typed was ended so.
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/models/sl-map-tree.h"

G_BEGIN_DECLS

typedef enum
{
  SL_OUTLINE_ENTER,
  SL_OUTLINE_ESCAPE,
  SL_OUTLINE_LEAVE, /* the focus went elsewhere in the window */
} SlOutlineTyped;

/* What there is room for. */
typedef enum
{
  SL_OUTLINE_NARROW, /* title, level, findings */
  SL_OUTLINE_MIDDLE, /* and type and link */
  SL_OUTLINE_WIDE,   /* and status and owner */
} SlOutlineRoom;

#define SL_TYPE_MAP_OUTLINE_CELL (sl_map_outline_cell_get_type ())
G_DECLARE_FINAL_TYPE (SlMapOutlineCell, sl_map_outline_cell, SL, MAP_OUTLINE_CELL, GtkWidget)

/* Holds a reference. */
GtkWidget    *sl_map_outline_cell_new      (SlWorkspace *workspace, SlMapTree *tree);
/* NULL: none. */
void          sl_map_outline_cell_set_row  (SlMapOutlineCell *self, SlMapTreeRow *row);
SlMapTreeRow *sl_map_outline_cell_row      (SlMapOutlineCell *self);
void          sl_map_outline_cell_set_room (SlMapOutlineCell *self, SlOutlineRoom room);
void          sl_map_outline_cell_set_blue_orange (SlMapOutlineCell *self, gboolean blue_orange);
/* @text: what stands in it at first; NULL: the title, all of it selected. */
void          sl_map_outline_cell_edit     (SlMapOutlineCell *self, const char *text);
void          sl_map_outline_cell_end      (SlMapOutlineCell *self);
gboolean      sl_map_outline_cell_is_typing (SlMapOutlineCell *self);
/* The entry, while something is typed. Borrowed. */
GtkEditable  *sl_map_outline_cell_entry    (SlMapOutlineCell *self);

G_END_DECLS
