/* What colour says on the map besides the type of the cards, and the part of it that is lit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/widgets/sl-map-canvas-private.h"
#include "ui/widgets/sl-map-legend-private.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

static void
show_legend (SlMapCanvas *self)
{
  gtk_widget_set_child_visible (self->legend, self->overlay != NULL);
  sl_map_legend_show (SL_MAP_LEGEND (self->legend), self->overlay, &self->style, self->lit_entry);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Entries come and go with edits: the one that is lit is known by its label. */
static int
find_entry (const SlMapOverlay *overlay, const char *label)
{
  for (guint i = 0; overlay != NULL && label != NULL && i < overlay->n_entries; i++)
    if (g_str_equal (overlay->entries[i].label, label))
      return (int) i;
  return -1;
}

void
sl_map_canvas_remake_overlay (SlMapCanvas *self)
{
  SlView view = sl_workspace_view (self->workspace);
  g_autofree char *lit = self->lit_entry >= 0 ? g_strdup (self->overlay->entries[self->lit_entry].label) : NULL;

  g_clear_pointer (&self->overlay, sl_map_overlay_free);
  if (self->drawing != NULL)
    self->overlay = sl_map_overlay_new (&view, sl_workspace_map_status (self->workspace), self->drawing, self->mode, TRUE);
  self->lit_entry = find_entry (self->overlay, lit);
  self->style.overlay = self->overlay;
  self->style.overlay_only = (guint) (self->lit_entry + 1);
  show_legend (self);
}

/* Of a line of sight what is of the entry stays lit, and the cards chosen. */
void
sl_map_canvas_dim_by_overlay (SlMapCanvas *self)
{
  g_autofree guint8 *of_entry = NULL;

  if (self->lit_entry < 0)
    return;
  of_entry = g_malloc0 (self->drawing->n_cards + 1);
  sl_map_overlay_light (self->overlay, (guint) self->lit_entry, of_entry);
  if (self->lit == NULL)
    self->lit = g_steal_pointer (&of_entry);
  else
    for (guint i = 0; i < self->drawing->n_cards; i++)
      self->lit[i] = (self->lit[i] && of_entry[i]) || (self->chosen != NULL && self->chosen[i]);
}

/* --- For the page ------------------------------------------------------------------------------------------------- */

void
sl_map_canvas_set_overlay (SlMapCanvas *self, SlOverlayMode mode)
{
  g_return_if_fail (SL_IS_MAP_CANVAS (self) && mode >= 0 && mode < SL_N_OVERLAYS);
  if (mode == self->mode)
    return;
  self->mode = mode;
  self->lit_entry = -1;
  sl_map_canvas_remake_overlay (self);
  sl_map_canvas_light_up (self);
  sl_map_canvas_refresh_cards (self);
  /* All of it, with or without the legend. */
  if (self->untouched)
    sl_map_canvas_begin_view (self);
  sl_map_canvas_emit (self, SL_MAP_SIGNAL_CHANGED);
}

SlOverlayMode
sl_map_canvas_overlay_mode (SlMapCanvas *self)
{
  g_return_val_if_fail (SL_IS_MAP_CANVAS (self), SL_OVERLAY_TYPE);
  return self->mode;
}

const SlMapOverlay *
sl_map_canvas_overlay (SlMapCanvas *self)
{
  g_return_val_if_fail (SL_IS_MAP_CANVAS (self), NULL);
  return self->overlay;
}

gboolean
sl_map_canvas_light_entry (SlMapCanvas *self, int entry)
{
  g_return_val_if_fail (SL_IS_MAP_CANVAS (self), FALSE);
  if (entry == self->lit_entry || entry >= (int) (self->overlay != NULL ? self->overlay->n_entries : 0))
    return FALSE;
  self->lit_entry = MAX (entry, -1);
  self->style.overlay_only = (guint) (self->lit_entry + 1);
  sl_map_canvas_light_up (self);
  sl_map_canvas_refresh_cards (self);
  show_legend (self);
  sl_map_canvas_emit (self, SL_MAP_SIGNAL_CHANGED);
  return TRUE;
}

int
sl_map_canvas_lit_entry (SlMapCanvas *self)
{
  g_return_val_if_fail (SL_IS_MAP_CANVAS (self), -1);
  return self->lit_entry;
}

char *
sl_map_canvas_dup_lit (SlMapCanvas *self)
{
  const SlOverlayEntry *entry;
  g_autofree char *cards = NULL, *links = NULL;

  g_return_val_if_fail (SL_IS_MAP_CANVAS (self), NULL);
  if (self->lit_entry < 0)
    return NULL;
  entry = &self->overlay->entries[self->lit_entry];
  cards = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u card is lit", "%u cards are lit", entry->n_cards), entry->n_cards);
  links = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u link", "%u links", entry->n_links), entry->n_links);
  if (entry->n_links > 0)
    /* TRANSLATORS: {1} "8 cards are lit", {2} "6 links", {3} what they are: "Red". */
    return sl_text_compose (_ ("{1}, and {2}: {3}"), (const char *[]){ cards, links, entry->label, NULL });
  return sl_text_compose (_ ("{1}: {2}"), (const char *[]){ cards, entry->label, NULL });
}

/* --- The legend --------------------------------------------------------------------------------------------------- */

static void
on_picked (SlMapCanvas *self, int entry)
{
  sl_map_canvas_light_entry (self, entry);
}

void
sl_map_canvas_add_legend (SlMapCanvas *self)
{
  self->lit_entry = -1;
  self->legend = sl_map_legend_new ();
  gtk_widget_set_child_visible (self->legend, FALSE);
  gtk_widget_set_parent (self->legend, GTK_WIDGET (self));
  g_signal_connect_object (self->legend, "picked", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
}

/* Beside the minimap. */
static void
measure_legend (SlMapCanvas *self, int *width, int *height)
{
  int minimap = gtk_widget_get_child_visible (self->minimap) ? gtk_widget_get_width (self->minimap) + SL_MAP_APART : 0;
  int least;

  gtk_widget_measure (self->legend, GTK_ORIENTATION_HORIZONTAL, -1, &least, width, NULL, NULL);
  *width = CLAMP (*width, least, MAX (least, self->width - 2 * SL_MAP_APART - minimap));
  gtk_widget_measure (self->legend, GTK_ORIENTATION_VERTICAL, *width, NULL, height, NULL, NULL);
}

void
sl_map_canvas_place_legend (SlMapCanvas *self)
{
  int width, height;
  graphene_point_t at;

  if (!gtk_widget_get_child_visible (self->legend))
    return;
  measure_legend (self, &width, &height);
  at = GRAPHENE_POINT_INIT (SL_MAP_APART, (float) (self->height - height - SL_MAP_APART));
  gtk_widget_allocate (self->legend, width, height, -1, gsk_transform_translate (NULL, &at));
}

double
sl_map_canvas_legend_room (SlMapCanvas *self)
{
  int width, height;

  if (!gtk_widget_get_child_visible (self->legend))
    return 0;
  measure_legend (self, &width, &height);
  return height + SL_MAP_APART;
}
