/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/sl-text.h"
#include "ui/dialogs/sl-map-start-dialog.h"
#include "ui/pages/sl-map-export.h"
#include "ui/pages/sl-map-page-private.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-map-outline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CANVAS_MIN 320

G_DEFINE_FINAL_TYPE (SlMapPage, sl_map_page, SL_TYPE_PAGE)

/* --- Findings ----------------------------------------------------------------------------------------------------- */

/* Beside the rows of the outline: those the watch found on its worker. */
static void
count_findings (SlMapPage *self)
{
  const SlAttention *attention = sl_watch_attention (self->watch);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; attention != NULL && i < sl_attention_count (attention); i++)
    g_ptr_array_add (all, (gpointer) sl_attention_nth (attention, i)->finding);
  sl_map_tree_set_findings (sl_map_outline_tree (SL_MAP_OUTLINE (self->outline)), all);
}

static void
refresh_findings (SlMapPage *self)
{
  const SlAttention *attention = sl_watch_attention (self->watch);

  if (self->outline != NULL)
    count_findings (self);
  sl_map_bar_count_findings (SL_MAP_BAR (self->bar), attention != NULL ? sl_attention_count_of (attention, SL_CONCERN_MAP) : 0);
}

/* --- What is shown ------------------------------------------------------------------------------------------------ */

gboolean
sl_map_page_shows_outline (SlMapPage *self)
{
  return self->outline != NULL && sl_map_bar_get_outline (SL_MAP_BAR (self->bar));
}

static gboolean
is_empty (SlMapPage *self)
{
  const SlMapDrawing *drawing = sl_map_canvas_drawing (SL_MAP_CANVAS (self->canvas));

  return (drawing == NULL || drawing->n_cards == 0) && !sl_map_canvas_is_typing (SL_MAP_CANVAS (self->canvas));
}

static void
refresh_bar (SlMapPage *self)
{
  sl_map_bar_refresh (SL_MAP_BAR (self->bar), is_empty (self));
}

static void
on_drawn (SlMapPage *self)
{
  const char *shown = is_empty (self) ? "empty" : sl_map_page_shows_outline (self) ? "outline" : "map";

  sl_deck_show (self->deck, sl_deck_get (self->deck, shown));
  refresh_bar (self);
}

/* Chosen in the outline: the canvas has what the page goes by. */
static void
on_outline_selected (SlMapPage *self)
{
  SlUid uid = sl_map_outline_selected (SL_MAP_OUTLINE (self->outline));

  if (uid != sl_map_canvas_selected (SL_MAP_CANVAS (self->canvas)))
    sl_map_canvas_select (SL_MAP_CANVAS (self->canvas), uid, TRUE);
}

static void
page_detail_revealed (SlPage *page)
{
  SlMapPage *self = SL_MAP_PAGE (page);

  if (!sl_page_detail_shown (page))
    sl_map_bar_set_findings (SL_MAP_BAR (self->bar), FALSE);
  sl_map_page_refresh_side (self);
}

/* --- Search ------------------------------------------------------------------------------------------------------- */

/* The next card, after the one chosen, whose code or title holds the words. */
static void
find_next (SlMapPage *self, gboolean from_next)
{
  const SlMapDrawing *drawing = sl_map_canvas_drawing (SL_MAP_CANVAS (self->canvas));
  g_autofree char *sought = sl_text_fold (sl_page_search_text (SL_PAGE (self)));
  SlUid selected = sl_map_canvas_selected (SL_MAP_CANVAS (self->canvas));
  int at = drawing != NULL && selected != SL_UID_NONE ? sl_map_drawing_find (drawing, selected) : -1;
  guint first = at < 0 ? 0 : (guint) at + (from_next ? 1 : 0);

  for (guint i = 0; drawing != NULL && *sought != '\0' && i < drawing->n_cards; i++)
    {
      const SlMapCard *card = &drawing->cards[(first + i) % drawing->n_cards];
      g_autofree char *both = g_strconcat (card->code, " ", card->title, NULL);
      g_autofree char *folded = sl_text_fold (both);

      if (strstr (folded, sought) != NULL)
        {
          sl_map_canvas_select (SL_MAP_CANVAS (self->canvas), card->uid, TRUE);
          return;
        }
    }
  if (*sought != '\0')
    sl_page_tell (SL_PAGE (self), _ ("No card holds these words"), FALSE);
}

static void
page_search_changed (SlPage *page)
{
  find_next (SL_MAP_PAGE (page), FALSE);
}

static void
page_search_next (SlPage *page)
{
  find_next (SL_MAP_PAGE (page), TRUE);
}

/* --- Acts --------------------------------------------------------------------------------------------------------- */

static void
on_export (SlMapPage *self)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *palette = sl_preferences_dup_string (self->preferences, "palette");

  if (SL_IS_WINDOW (window))
    sl_map_export_choose (SL_WINDOW (window), self->workspace, SL_MAP_CANVAS (self->canvas),
                          g_strcmp0 (palette, "blue-orange") == 0 ? SL_PALETTE_BLUE_ORANGE : 0);
}

/* A key or a button of the page that stands for one act. */
static void
on_act (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlMapPage *self = SL_MAP_PAGE (widget);

  if (is_empty (self))
    return;
  if (g_str_equal (name, "map-page.tidy"))
    sl_map_canvas_tidy (SL_MAP_CANVAS (self->canvas));
  else if (g_str_equal (name, "map-page.export"))
    on_export (self);
  else
    sl_map_bar_set_findings (SL_MAP_BAR (self->bar), !sl_map_bar_get_findings (SL_MAP_BAR (self->bar)));
}

static void
on_other_view (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlMapPage *self = SL_MAP_PAGE (widget);

  if (is_empty (self))
    return;
  sl_page_commit (SL_PAGE (self));
  sl_map_bar_set_outline (SL_MAP_BAR (self->bar), !sl_map_page_shows_outline (self));
  gtk_widget_grab_focus (widget);
}

static void
on_trace_chosen (SlMapPage *self, gint64 uid)
{
  sl_map_page_trace (self, SL_TRACE_NONE, uid, SL_UID_NONE);
}

/* What is over the whole page makes way. */
static void
leave_record (SlMapPage *self)
{
  if (sl_page_is_open (SL_PAGE (self)))
    sl_page_show_detail (SL_PAGE (self), FALSE);
}

static void
on_trace (GtkWidget *widget, const char *name, GVariant *parameter)
{
  leave_record (SL_MAP_PAGE (widget));
  sl_map_bar_ask_trace (SL_MAP_BAR (SL_MAP_PAGE (widget)->bar));
}

static gboolean
escape (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  return sl_map_page_end_trace (SL_MAP_PAGE (widget));
}

static void
on_mend (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_map_page_mend (SL_MAP_PAGE (widget));
}

/* On the drawing, whatever is shown: it lights what may be linked. */
static void
on_draw_link (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlMapPage *self = SL_MAP_PAGE (widget);
  gboolean onwards;
  gint64 card;

  g_variant_get (parameter, "(xb)", &card, &onwards);
  leave_record (self);
  sl_map_bar_set_outline (SL_MAP_BAR (self->bar), FALSE);
  if (!sl_map_canvas_select (SL_MAP_CANVAS (self->canvas), card, TRUE))
    return;
  gtk_widget_grab_focus (self->canvas);
  gtk_widget_activate_action (self->canvas, onwards ? "map.link-on" : "map.link-back", NULL);
}

/* After the questions: all of the map in sight, or beside it what it lacks. */
static void
on_start_done (SlMapPage *self, gboolean lacks)
{
  sl_map_canvas_fit (SL_MAP_CANVAS (self->canvas));
  if (lacks)
    sl_map_bar_set_findings (SL_MAP_BAR (self->bar), TRUE);
}

static void
on_start (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlMapPage *self = SL_MAP_PAGE (widget);
  g_autofree char *obstacle = sl_workspace_dup_obstacle (self->workspace);

  if (obstacle != NULL)
    sl_page_tell (SL_PAGE (self), obstacle, FALSE);
  else
    g_signal_connect_object (sl_map_start_dialog_show (GTK_WINDOW (gtk_widget_get_root (widget)), self->workspace), "done",
                             G_CALLBACK (on_start_done), self, G_CONNECT_SWAPPED);
}

static void
on_overlay (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlMapPage *self = SL_MAP_PAGE (widget);

  if (sl_deck_shown (self->deck) == self->canvas)
    sl_map_canvas_set_overlay (SL_MAP_CANVAS (self->canvas), (SlOverlayMode) g_variant_get_int32 (parameter));
}

/* --- Building ----------------------------------------------------------------------------------------------------- */

static void
make_outline (SlMapPage *self)
{
  g_autofree char *palette = sl_preferences_dup_string (self->preferences, "palette");

  self->outline = sl_map_outline_new (self->workspace);
  sl_map_outline_set_blue_orange (SL_MAP_OUTLINE (self->outline), g_strcmp0 (palette, "blue-orange") == 0);
  sl_deck_add (self->deck, self->outline, "outline");
  sl_map_outline_select (SL_MAP_OUTLINE (self->outline), sl_map_canvas_selected (SL_MAP_CANVAS (self->canvas)));
  count_findings (self);
  g_signal_connect_object (self->outline, "selected", G_CALLBACK (on_outline_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outline, "activated", G_CALLBACK (sl_map_page_want_details), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outline, "message", G_CALLBACK (sl_map_page_tell), self, G_CONNECT_SWAPPED);
}

static void
on_view (SlMapPage *self)
{
  if (sl_map_bar_get_outline (SL_MAP_BAR (self->bar)) && self->outline == NULL)
    make_outline (self);
  on_drawn (self);
}

/* Before the outline has them, which scrolls by them. */
static void
add_view_keys (SlMapPage *self)
{
  static const guint keys[] = { GDK_KEY_Page_Down, GDK_KEY_Page_Up };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], GDK_CONTROL_MASK),
                                                            gtk_named_action_new ("map-page.other-view")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* Where there is no map, the ways in. */
static GtkWidget *
new_doors (const SlPageInfo *info)
{
  GtkWidget *doors = sl_status_page_new (info->icon, _ (info->empty_title), _ (info->empty_text), _ ("Begin With Questions"),
                                         "map-page.start");

  sl_status_page_add (doors, _ ("Type a Card"), "win.add");
  sl_status_page_add (doors, _ ("Import…"), "win.import");
  return doors;
}

static void
build (SlMapPage *self, const SlPageInfo *info)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *side;

  gtk_widget_set_size_request (box, CANVAS_MIN, -1);
  gtk_box_append (GTK_BOX (box), sl_page_new_search (SL_PAGE (self), NULL));
  self->canvas = sl_map_canvas_new (self->workspace);
  self->deck = sl_deck_new ();
  sl_deck_add (self->deck, self->canvas, "map");
  sl_deck_add (self->deck, new_doors (info), "empty");
  gtk_box_append (GTK_BOX (box), self->deck);
  self->bar = sl_map_bar_new (SL_MAP_CANVAS (self->canvas), self->workspace, self->preferences);
  gtk_box_append (GTK_BOX (box), self->bar);
  side = sl_map_page_new_side (self, info);
  /* The map wants the room; the details come when asked for. */
  sl_page_set_child (SL_PAGE (self), sl_page_new_flap (SL_PAGE (self), box, side, FALSE));
  g_signal_connect_object (self->bar, "view", G_CALLBACK (on_view), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "findings", G_CALLBACK (sl_map_page_refresh_findings), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "trace", G_CALLBACK (on_trace_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "selected", G_CALLBACK (sl_map_page_refresh_side), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "activated", G_CALLBACK (sl_map_page_want_details), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "changed", G_CALLBACK (on_drawn), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "message", G_CALLBACK (sl_map_page_tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "zoomed", G_CALLBACK (refresh_bar), self, G_CONNECT_SWAPPED);
}

static void
on_palette (SlMapPage *self)
{
  g_autofree char *palette = sl_preferences_dup_string (self->preferences, "palette");

  sl_map_canvas_set_blue_orange (SL_MAP_CANVAS (self->canvas), g_strcmp0 (palette, "blue-orange") == 0);
  sl_map_trace_panel_set_blue_orange (SL_MAP_TRACE_PANEL (self->trace), g_strcmp0 (palette, "blue-orange") == 0);
  if (self->outline != NULL)
    sl_map_outline_set_blue_orange (SL_MAP_OUTLINE (self->outline), g_strcmp0 (palette, "blue-orange") == 0);
}

GtkWidget *
sl_map_page_new (SlWorkspace *workspace, const SlPageInfo *info, SlTally *tally, SlPreferences *preferences)
{
  SlMapPage *self = sl_page_construct (SL_TYPE_MAP_PAGE, workspace, info);

  self->workspace = workspace;
  self->preferences = g_object_ref (preferences);
  self->watch = g_object_ref (sl_tally_watch (tally));
  build (self, info);
  add_view_keys (self);
  on_palette (self);
  g_signal_connect_object (preferences, "changed::palette", G_CALLBACK (on_palette), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (refresh_findings), self, G_CONNECT_SWAPPED);
  refresh_findings (self);
  on_drawn (self);
  return GTK_WIDGET (self);
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_map_page_dispose (GObject *object)
{
  SlMapPage *self = SL_MAP_PAGE (object);

  G_OBJECT_CLASS (sl_map_page_parent_class)->dispose (object);
  g_clear_object (&self->watch);
  g_clear_object (&self->preferences);
}

static gboolean
sl_map_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (sl_deck_shown (SL_MAP_PAGE (widget)->deck))
         || gtk_widget_child_focus (SL_MAP_PAGE (widget)->deck, GTK_DIR_TAB_FORWARD);
}

SlMapCanvas *
sl_map_page_canvas (SlMapPage *self)
{
  g_return_val_if_fail (SL_IS_MAP_PAGE (self), NULL);
  return SL_MAP_CANVAS (self->canvas);
}

/* --- As a page ---------------------------------------------------------------------------------------------------- */

/* Typed in place, beside what is chosen. */
static void
page_add (SlPage *page)
{
  SlMapPage *self = SL_MAP_PAGE (page);

  leave_record (self);
  if (sl_map_page_shows_outline (self) && sl_deck_shown (self->deck) == self->outline)
    sl_map_outline_add (SL_MAP_OUTLINE (self->outline));
  else
    sl_map_canvas_add (SL_MAP_CANVAS (self->canvas));
}

static void
page_commit (SlPage *page)
{
  SlMapPage *self = SL_MAP_PAGE (page);

  sl_map_canvas_keep_typed (SL_MAP_CANVAS (self->canvas));
  if (self->outline != NULL)
    sl_map_outline_keep_typed (SL_MAP_OUTLINE (self->outline));
}

static gboolean
page_detail_folded (SlPage *page)
{
  /* The choice made here is not one for the registers. */
  return TRUE;
}

/* Cards: a link has no more to say on a page than in the pane. */
static gboolean
page_can_open (SlPage *page)
{
  return sl_map_canvas_selected (SL_MAP_CANVAS (SL_MAP_PAGE (page)->canvas)) != SL_UID_NONE;
}

static gboolean
page_choose (SlPage *page, SlUid uid)
{
  SlMapCanvas *canvas = SL_MAP_CANVAS (SL_MAP_PAGE (page)->canvas);

  return sl_map_canvas_select (canvas, uid, TRUE) || sl_map_canvas_select_link (canvas, uid);
}

static gboolean
page_step_back (SlPage *page)
{
  return sl_map_page_step_back (SL_MAP_PAGE (page));
}

static gboolean
page_show_record (SlPage *page, SlUid uid)
{
  SlMapPage *self = SL_MAP_PAGE (page);
  SlUid from = sl_map_canvas_selected (SL_MAP_CANVAS (self->canvas));

  if (!page_choose (page, uid))
    return FALSE;
  if (!sl_page_is_open (page))
    gtk_widget_grab_focus (sl_deck_shown (self->deck));
  else if (from != uid)
    sl_page_came_from (page, from);
  return TRUE;
}

/* They are told in ui/sl-accels.c. */
static void
add_keys (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "map-page.start", NULL, on_start);
  gtk_widget_class_install_action (klass, "map-page.tidy", NULL, on_act);
  gtk_widget_class_install_action (klass, "map-page.findings", NULL, on_act);
  gtk_widget_class_install_action (klass, "map-page.export", NULL, on_act);
  gtk_widget_class_install_action (klass, "map-page.other-view", NULL, on_other_view);
  gtk_widget_class_install_action (klass, "map-page.overlay", "i", on_overlay);
  gtk_widget_class_install_action (klass, "map-page.draw-link", "(xb)", on_draw_link);
  gtk_widget_class_install_action (klass, "map-page.trace", NULL, on_trace);
  gtk_widget_class_install_action (klass, "map-page.mend", NULL, on_mend);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Return, GDK_CONTROL_MASK, "map-page.mend", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "map-page.mend", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_m, GDK_CONTROL_MASK, "map-page.start", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_t, GDK_CONTROL_MASK, "map-page.trace", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F5, 0, "map-page.tidy", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F8, 0, "map-page.findings", NULL);
  for (int i = 0; i < SL_N_OVERLAYS; i++)
    gtk_widget_class_add_binding_action (klass, GDK_KEY_1 + (guint) i, 0, "map-page.overlay", "i", i);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, escape, NULL);
}

static void
sl_map_page_class_init (SlMapPageClass *klass)
{
  SlPageClass *page_class = SL_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_map_page_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = sl_map_page_grab_focus;
  add_keys (GTK_WIDGET_CLASS (klass));
  page_class->add = page_add;
  page_class->commit = page_commit;
  page_class->search_changed = page_search_changed;
  page_class->search_next = page_search_next;
  page_class->detail_revealed = page_detail_revealed;
  page_class->detail_folded = page_detail_folded;
  page_class->show_record = page_show_record;
  page_class->can_open = page_can_open;
  page_class->choose = page_choose;
  page_class->step_back = page_step_back;
}

static void
sl_map_page_init (SlMapPage *self)
{
}
