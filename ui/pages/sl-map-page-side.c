/* What stands beside the map: the details of what is chosen, the findings, what is traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/pages/sl-attention-list.h"
#include "ui/pages/sl-detail.h"
#include "ui/pages/sl-map-page-private.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-map-outline.h"

#include <glib/gi18n-lib.h>

#define SIDE_WIDTH 336

/* --- What is chosen ----------------------------------------------------------------------------------------------- */

/* The findings before what is traced, that before the details; over the whole page only these. */
static GtkWidget *
find_side (SlMapPage *self, GtkWidget *detail)
{
  if (sl_page_is_open (SL_PAGE (self)))
    return detail;
  if (sl_map_bar_get_findings (SL_MAP_BAR (self->bar)))
    return self->list;
  return sl_map_trace_panel_is_on (SL_MAP_TRACE_PANEL (self->trace)) && !self->aside ? self->told : detail;
}

void
sl_map_page_refresh_side (SlMapPage *self)
{
  SlUid link = sl_map_canvas_selected_link (SL_MAP_CANVAS (self->canvas));

  if (self->outline != NULL && link == SL_UID_NONE)
    sl_map_outline_select (SL_MAP_OUTLINE (self->outline), sl_map_canvas_selected (SL_MAP_CANVAS (self->canvas)));
  if (link == SL_UID_NONE && sl_map_canvas_selected (SL_MAP_CANVAS (self->canvas)) == SL_UID_NONE)
    self->aside = FALSE;
  if (!sl_page_detail_shown (SL_PAGE (self)))
    return;
  sl_detail_set_uid (SL_DETAIL (self->detail), sl_map_canvas_selected (SL_MAP_CANVAS (self->canvas)));
  sl_detail_set_uid (SL_DETAIL (self->link_detail), link);
  sl_deck_show (self->details, find_side (self, link != SL_UID_NONE ? self->link_detail : self->detail));
}

/* They stand in the place of the details until one of a card is wanted; choosing one leads to its card. */
void
sl_map_page_refresh_findings (SlMapPage *self)
{
  gboolean shown = sl_map_bar_get_findings (SL_MAP_BAR (self->bar));

  if (shown)
    sl_page_want_detail (SL_PAGE (self));
  else if (sl_map_canvas_selected (SL_MAP_CANVAS (self->canvas)) == SL_UID_NONE)
    sl_page_show_detail (SL_PAGE (self), FALSE);
  sl_map_page_refresh_side (self);
  if (shown)
    gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

void
sl_map_page_tell (SlMapPage *self, const char *text)
{
  sl_page_tell (SL_PAGE (self), text, FALSE);
}

void
sl_map_page_want_details (SlMapPage *self)
{
  sl_map_bar_set_findings (SL_MAP_BAR (self->bar), FALSE);
  self->aside = TRUE;
  sl_page_want_detail (SL_PAGE (self));
  sl_map_page_refresh_side (self);
}

void
sl_map_page_mend (SlMapPage *self)
{
  if (sl_map_canvas_selected (SL_MAP_CANVAS (self->canvas)) == SL_UID_NONE)
    return;
  sl_map_page_want_details (self);
  if (!sl_detail_focus_findings (SL_DETAIL (self->detail)))
    sl_page_tell (SL_PAGE (self), _ ("Nothing is wrong with this card"), FALSE);
}

/* --- What is traced ----------------------------------------------------------------------------------------------- */

static gboolean
is_traced (SlMapPage *self)
{
  return sl_map_trace_panel_is_on (SL_MAP_TRACE_PANEL (self->trace));
}

/* Whoever was in what goes is back on the map. */
static void
leave_trace (SlMapPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->aside = FALSE;
  if (focus == NULL || gtk_widget_is_ancestor (focus, self->told))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  sl_map_page_refresh_side (self);
  if (sl_map_canvas_selected (SL_MAP_CANVAS (self->canvas)) == SL_UID_NONE
      && sl_map_canvas_selected_link (SL_MAP_CANVAS (self->canvas)) == SL_UID_NONE && !sl_page_is_open (SL_PAGE (self))
      && !sl_map_bar_get_findings (SL_MAP_BAR (self->bar)))
    sl_page_show_detail (SL_PAGE (self), FALSE);
}

static void
on_traced (SlMapPage *self)
{
  sl_map_bar_set_traced (SL_MAP_BAR (self->bar), sl_map_trace_panel_traced (SL_MAP_TRACE_PANEL (self->trace)));
  sl_map_canvas_set_trace (SL_MAP_CANVAS (self->canvas), is_traced (self) ? sl_map_trace_panel_paint : NULL, self->trace);
  if (is_traced (self))
    sl_map_page_refresh_side (self);
  else
    leave_trace (self);
}

/* The path of the line is lit; in the tree its row is chosen. */
static void
on_trace_line (SlMapPage *self)
{
  SlUid card = sl_map_trace_panel_card (SL_MAP_TRACE_PANEL (self->trace));

  sl_map_canvas_set_trace (SL_MAP_CANVAS (self->canvas), sl_map_trace_panel_paint, self->trace);
  if (!sl_map_page_shows_outline (self))
    sl_map_canvas_show_trace (SL_MAP_CANVAS (self->canvas));
  else if (card != SL_UID_NONE)
    sl_map_canvas_select (SL_MAP_CANVAS (self->canvas), card, FALSE);
}

/* To a card; of a link its details are meant: that is where evidence is recorded. */
static void
on_trace_went (SlMapPage *self, gint64 uid)
{
  if (sl_map_canvas_select (SL_MAP_CANVAS (self->canvas), uid, TRUE))
    gtk_widget_grab_focus (sl_deck_shown (self->deck));
  else if (sl_map_canvas_select_link (SL_MAP_CANVAS (self->canvas), uid))
    {
      sl_map_page_want_details (self);
      gtk_widget_child_focus (self->link_detail, GTK_DIR_TAB_FORWARD);
    }
}

gboolean
sl_map_page_trace (SlMapPage *self, SlTraceWay way, SlUid uid, SlUid back)
{
  const SlMapDrawing *drawing;

  g_return_val_if_fail (SL_IS_MAP_PAGE (self), FALSE);
  drawing = sl_map_canvas_drawing (SL_MAP_CANVAS (self->canvas));
  if (way == SL_TRACE_NONE)
    way = sl_trace_way_of (sl_workspace_data (self->workspace), uid);
  if (drawing == NULL || drawing->n_cards == 0 || !sl_map_trace_panel_begin (SL_MAP_TRACE_PANEL (self->trace), way, uid, back))
    {
      sl_page_tell (SL_PAGE (self), drawing == NULL || drawing->n_cards == 0
                                        ? _ ("There is no card on the map yet that anything could reach")
                                        : _ ("Nothing on the map follows from it"), FALSE);
      return FALSE;
    }
  if (sl_page_is_open (SL_PAGE (self)))
    sl_page_show_detail (SL_PAGE (self), FALSE);
  sl_map_bar_set_findings (SL_MAP_BAR (self->bar), FALSE);
  self->aside = FALSE;
  sl_page_want_detail (SL_PAGE (self));
  sl_map_page_refresh_side (self);
  sl_map_canvas_show_trace (SL_MAP_CANVAS (self->canvas));
  gtk_widget_grab_focus (self->trace);
  return TRUE;
}

SlMapTracePanel *
sl_map_page_trace_panel (SlMapPage *self)
{
  g_return_val_if_fail (SL_IS_MAP_PAGE (self), NULL);
  return SL_MAP_TRACE_PANEL (self->trace);
}

/* From the details that were asked for to what is traced; from there to where it was asked for. */
gboolean
sl_map_page_step_back (SlMapPage *self)
{
  if (!is_traced (self))
    return FALSE;
  if (!self->aside)
    {
      sl_map_trace_panel_back (SL_MAP_TRACE_PANEL (self->trace));
      return TRUE;
    }
  self->aside = FALSE;
  sl_map_page_refresh_side (self);
  gtk_widget_grab_focus (self->trace);
  return TRUE;
}

gboolean
sl_map_page_end_trace (SlMapPage *self)
{
  if (!is_traced (self) || sl_page_is_open (SL_PAGE (self)))
    return FALSE;
  sl_map_trace_panel_end (SL_MAP_TRACE_PANEL (self->trace));
  return TRUE;
}

/* --- Building ----------------------------------------------------------------------------------------------------- */

/* @content scrolls up and down, in the width of the details. */
static GtkWidget *
new_scroller (GtkWidget *content)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (content, "map-findings");
  gtk_widget_add_css_class (scroller, "map-side");
  gtk_widget_set_size_request (scroller, SIDE_WIDTH, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  return scroller;
}

static GtkWidget *
new_told (SlMapPage *self)
{
  self->trace = sl_map_trace_panel_new (self->workspace);
  g_signal_connect_object (self->trace, "changed", G_CALLBACK (on_traced), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trace, "chosen", G_CALLBACK (on_trace_line), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trace, "went", G_CALLBACK (on_trace_went), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trace, "message", G_CALLBACK (sl_map_page_tell), self, G_CONNECT_SWAPPED);
  return new_scroller (self->trace);
}

static void
on_finding_told (SlMapPage *self, const char *text, gboolean undoable)
{
  sl_page_tell (SL_PAGE (self), text, undoable);
}

static GtkWidget *
new_findings_list (SlMapPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *list = sl_attention_list_new_of (self->watch, SL_CONCERN_MAP);

  gtk_box_append (GTK_BOX (box), sl_words_new (_ ("What the Map Lacks"), "title-4", 0));
  gtk_box_append (GTK_BOX (box), list);
  g_signal_connect_object (list, "message", G_CALLBACK (on_finding_told), self, G_CONNECT_SWAPPED);
  return new_scroller (box);
}

GtkWidget *
sl_map_page_new_side (SlMapPage *self, const SlPageInfo *info)
{
  self->detail = sl_detail_new (self->workspace, SL_KIND_MAP_NODE, _ (info->placeholder));
  sl_detail_set_watch (SL_DETAIL (self->detail), self->watch);
  self->link_detail = sl_detail_new (self->workspace, SL_KIND_MAP_EDGE, _ (info->placeholder));
  self->details = sl_deck_new ();
  /* As wide as it must be: the map wants the room. */
  gtk_widget_set_hexpand (self->details, FALSE);
  sl_deck_add (self->details, self->detail, "card");
  sl_deck_add (self->details, self->link_detail, "link");
  self->list = new_findings_list (self);
  sl_deck_add (self->details, self->list, "findings");
  self->told = new_told (self);
  sl_deck_add (self->details, self->told, "trace");
  return self->details;
}
