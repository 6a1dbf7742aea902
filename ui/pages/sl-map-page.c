/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-map-page.h"

#include "base/sl-text.h"
#include "ui/dialogs/sl-map-start-dialog.h"
#include "ui/pages/sl-attention-list.h"
#include "ui/pages/sl-detail.h"
#include "ui/pages/sl-map-export.h"
#include "ui/pages/sl-map-overlay-button.h"
#include "ui/pages/sl-map-trace-button.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-map-outline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CANVAS_MIN 320
#define FINDINGS_WIDTH 336
#define STEP 1.25

struct _SlMapPage
{
  SlPage parent_instance;
  SlWorkspace *workspace; /* the page's */
  SlPreferences *preferences;
  GtkWidget *outline, *views; /* the same map as a tree: NULL until it is looked at; the switch between the two */
  GtkWidget *zoom;
  SlWatch *watch;
  GtkWidget *deck, *canvas, *status, *findings, *list, *percent;
  GtkWidget *details, *detail, *link_detail; /* of a card, or of a link */
  GtkWidget *tracer, *trace, *told;          /* what is traced: the button, the panel, what it scrolls in */
  gboolean aside;                            /* the panel made way for details that were asked for */
};

G_DEFINE_FINAL_TYPE (SlMapPage, sl_map_page, SL_TYPE_PAGE)

/* --- How far the money reaches ------------------------------------------------------------------------------------ */

static char *
dup_coverage (SlMapPage *self)
{
  const SlMapStatus *map = sl_workspace_map_status (self->workspace);
  const SlProgrammeInfo *programme = sl_data_programme (sl_workspace_data (self->workspace));
  g_autofree char *percent = NULL, *complete = NULL, *active = NULL, *funded = NULL, *invested = NULL;
  SlCoverage coverage;

  if (map == NULL || programme == NULL)
    return NULL;
  sl_map_status_coverage (map, SL_UID_NONE, &coverage);
  if (coverage.coverage < 0)
    return NULL;
  percent = g_strdup_printf ("%d", coverage.coverage);
  complete = g_strdup_printf ("%u", coverage.complete);
  active = g_strdup_printf ("%u", coverage.active);
  funded = sl_money_dup_short (coverage.funded, programme->currency);
  invested = sl_money_dup_short (coverage.invested, programme->currency);
  /* TRANSLATORS: below the map; {1} a percentage, {2} of {3} cards, {4} of {5} amounts of money. */
  return sl_text_compose (_ ("Line of sight {1} %, {2} of {3} cards · {4} of {5} funded through to a purpose"),
                          (const char *[]){ percent, complete, active, funded, invested, NULL });
}

static void
refresh_status (SlMapPage *self)
{
  g_autofree char *lit = sl_map_canvas_dup_lit (SL_MAP_CANVAS (self->canvas));
  g_autofree char *coverage = lit != NULL ? g_steal_pointer (&lit) : dup_coverage (self);
  g_autofree char *percent = g_strdup_printf ("%.0f %%", sl_map_canvas_scale (SL_MAP_CANVAS (self->canvas)) * 100);

  gtk_label_set_text (GTK_LABEL (self->status), coverage != NULL ? coverage : "");
  gtk_button_set_label (GTK_BUTTON (self->percent), percent);
}

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
  guint n = attention != NULL ? sl_attention_count_of (attention, SL_CONCERN_MAP) : 0;
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u finding", "%u findings", n), n);

  if (self->outline != NULL)
    count_findings (self);
  gtk_button_set_label (GTK_BUTTON (self->findings), text);
  sl_name_widget (self->findings, text);
  gtk_widget_set_sensitive (self->findings, n > 0);
  if (n == 0)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->findings), FALSE);
}

static void
on_finding_told (SlMapPage *self, const char *text, gboolean undoable)
{
  sl_page_tell (SL_PAGE (self), text, undoable);
}

static gboolean
shows_outline (SlMapPage *self)
{
  GtkWidget *second = gtk_widget_get_last_child (self->views);

  return self->outline != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (second));
}

static void
on_drawn (SlMapPage *self)
{
  const SlMapDrawing *drawing = sl_map_canvas_drawing (SL_MAP_CANVAS (self->canvas));

  gboolean empty = (drawing == NULL || drawing->n_cards == 0) && !sl_map_canvas_is_typing (SL_MAP_CANVAS (self->canvas));

  sl_deck_show (self->deck, sl_deck_get (self->deck, empty ? "empty" : shows_outline (self) ? "outline" : "map"));
  gtk_widget_set_visible (self->views, !empty);
  gtk_widget_set_visible (self->tracer, !empty);
  gtk_widget_set_visible (self->zoom, !empty && !shows_outline (self));
  refresh_status (self);
}

/* --- What is chosen ----------------------------------------------------------------------------------------------- */

/* The findings before what is traced, that before the details; over the whole page only these. */
static GtkWidget *
find_side (SlMapPage *self, GtkWidget *detail)
{
  if (sl_page_is_open (SL_PAGE (self)))
    return detail;
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->findings)))
    return self->list;
  return sl_map_trace_panel_is_on (SL_MAP_TRACE_PANEL (self->trace)) && !self->aside ? self->told : detail;
}

static void
on_selected (SlMapPage *self)
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
static void
on_findings (SlMapPage *self)
{
  gboolean shown = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->findings));

  if (shown)
    sl_page_want_detail (SL_PAGE (self));
  else if (sl_map_canvas_selected (SL_MAP_CANVAS (self->canvas)) == SL_UID_NONE)
    sl_page_show_detail (SL_PAGE (self), FALSE);
  on_selected (self);
  if (shown)
    gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static void
on_message (SlMapPage *self, const char *text)
{
  sl_page_tell (SL_PAGE (self), text, FALSE);
}

static void
on_activated (SlMapPage *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->findings), FALSE);
  self->aside = TRUE;
  sl_page_want_detail (SL_PAGE (self));
  on_selected (self);
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
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->findings), FALSE);
  on_selected (self);
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
  on_selected (self);
  if (sl_map_canvas_selected (SL_MAP_CANVAS (self->canvas)) == SL_UID_NONE
      && sl_map_canvas_selected_link (SL_MAP_CANVAS (self->canvas)) == SL_UID_NONE && !sl_page_is_open (SL_PAGE (self))
      && !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->findings)))
    sl_page_show_detail (SL_PAGE (self), FALSE);
}

static void
on_traced (SlMapPage *self)
{
  sl_map_trace_button_set_traced (SL_MAP_TRACE_BUTTON (self->tracer), sl_map_trace_panel_traced (SL_MAP_TRACE_PANEL (self->trace)));
  sl_map_canvas_set_trace (SL_MAP_CANVAS (self->canvas), is_traced (self) ? sl_map_trace_panel_paint : NULL, self->trace);
  if (is_traced (self))
    on_selected (self);
  else
    leave_trace (self);
}

/* The path of the line is lit; in the tree its row is chosen. */
static void
on_trace_line (SlMapPage *self)
{
  SlUid card = sl_map_trace_panel_card (SL_MAP_TRACE_PANEL (self->trace));

  sl_map_canvas_set_trace (SL_MAP_CANVAS (self->canvas), sl_map_trace_panel_paint, self->trace);
  if (!shows_outline (self))
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
      on_activated (self);
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
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->findings), FALSE);
  self->aside = FALSE;
  sl_page_want_detail (SL_PAGE (self));
  on_selected (self);
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

static void
on_trace_chosen (SlMapPage *self, gint64 uid)
{
  sl_map_page_trace (self, SL_TRACE_NONE, uid, SL_UID_NONE);
}

static void
on_trace (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlMapPage *self = SL_MAP_PAGE (widget);

  if (sl_page_is_open (SL_PAGE (self)))
    sl_page_show_detail (SL_PAGE (self), FALSE);
  if (gtk_widget_get_visible (self->tracer))
    sl_map_trace_button_open (SL_MAP_TRACE_BUTTON (self->tracer));
}

/* From the details that were asked for to what is traced; from there to where it was asked for. */
static gboolean
page_step_back (SlPage *page)
{
  SlMapPage *self = SL_MAP_PAGE (page);

  if (!is_traced (self))
    return FALSE;
  if (!self->aside)
    {
      sl_map_trace_panel_back (SL_MAP_TRACE_PANEL (self->trace));
      return TRUE;
    }
  self->aside = FALSE;
  on_selected (self);
  gtk_widget_grab_focus (self->trace);
  return TRUE;
}

static gboolean
escape (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  SlMapPage *self = SL_MAP_PAGE (widget);

  if (!is_traced (self) || sl_page_is_open (SL_PAGE (self)))
    return FALSE;
  sl_map_trace_panel_end (SL_MAP_TRACE_PANEL (self->trace));
  return TRUE;
}

static GtkWidget *
new_told (SlMapPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->trace = sl_map_trace_panel_new (self->workspace);
  gtk_widget_add_css_class (self->trace, "map-findings");
  gtk_widget_set_size_request (scroller, FINDINGS_WIDTH, -1);
  gtk_widget_add_css_class (scroller, "map-side");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->trace);
  g_signal_connect_object (self->trace, "changed", G_CALLBACK (on_traced), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trace, "chosen", G_CALLBACK (on_trace_line), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trace, "went", G_CALLBACK (on_trace_went), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trace, "message", G_CALLBACK (on_message), self, G_CONNECT_SWAPPED);
  return scroller;
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

/* --- Building ----------------------------------------------------------------------------------------------------- */

static void
on_zoom_in (SlMapPage *self)
{
  sl_map_canvas_zoom (SL_MAP_CANVAS (self->canvas), STEP);
}

static void
on_zoom_out (SlMapPage *self)
{
  sl_map_canvas_zoom (SL_MAP_CANVAS (self->canvas), 1 / STEP);
}

static void
on_fit (SlMapPage *self)
{
  sl_map_canvas_fit (SL_MAP_CANVAS (self->canvas));
}

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

  if (!gtk_widget_get_visible (self->views))
    return;
  if (g_str_equal (name, "map-page.tidy"))
    sl_map_canvas_tidy (SL_MAP_CANVAS (self->canvas));
  else if (g_str_equal (name, "map-page.export"))
    on_export (self);
  else if (gtk_widget_get_sensitive (self->findings))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->findings),
                                  !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->findings)));
}

static void
on_other_view (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlMapPage *self = SL_MAP_PAGE (widget);
  GtkWidget *map = gtk_widget_get_first_child (self->views), *outline = gtk_widget_get_last_child (self->views);

  if (!gtk_widget_get_visible (self->views))
    return;
  sl_page_commit (SL_PAGE (self));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (shows_outline (self) ? map : outline), TRUE);
  gtk_widget_grab_focus (widget);
}

static GtkWidget *
add_button (SlMapPage *self, GtkWidget *bar, const char *icon, const char *name, GCallback clicked)
{
  GtkWidget *button = sl_icon_button_new (icon, name, NULL);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

/* The button that opens the list in the place of the details. */
static void
build_findings (SlMapPage *self, GtkWidget *bar)
{
  self->findings = gtk_toggle_button_new ();
  gtk_widget_add_css_class (self->findings, "flat");
  g_signal_connect_swapped (self->findings, "toggled", G_CALLBACK (on_findings), self);
  gtk_box_append (GTK_BOX (bar), self->findings);
}

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
  g_signal_connect_object (self->outline, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outline, "message", G_CALLBACK (on_message), self, G_CONNECT_SWAPPED);
}

static void
on_view (SlMapPage *self, GtkToggleButton *second)
{
  if (gtk_toggle_button_get_active (second) && self->outline == NULL)
    make_outline (self);
  on_drawn (self);
}

static void
build_views (SlMapPage *self, GtkWidget *bar)
{
  /* TRANSLATORS: the two views of the benefit map: as a drawing, and as a tree. */
  GtkWidget *map = gtk_toggle_button_new_with_label (_ ("Map")), *outline = gtk_toggle_button_new_with_label (_ ("Outline"));

  self->views = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->views, "linked");
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (outline), GTK_TOGGLE_BUTTON (map));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (map), TRUE);
  g_signal_connect_swapped (outline, "toggled", G_CALLBACK (on_view), self);
  gtk_box_append (GTK_BOX (self->views), map);
  gtk_box_append (GTK_BOX (self->views), outline);
  gtk_box_append (GTK_BOX (bar), self->views);
}

/* After the questions: all of the map in sight, or beside it what it lacks. */
static void
on_start_done (SlMapPage *self, gboolean lacks)
{
  sl_map_canvas_fit (SL_MAP_CANVAS (self->canvas));
  if (lacks)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->findings), TRUE);
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

/* What is wrong with the card chosen, and the acts that mend it, stand in its details. */
static void
on_mend (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlMapPage *self = SL_MAP_PAGE (widget);

  if (sl_map_canvas_selected (SL_MAP_CANVAS (self->canvas)) == SL_UID_NONE)
    return;
  on_activated (self);
  on_selected (self);
  if (!sl_detail_focus_findings (SL_DETAIL (self->detail)))
    sl_page_tell (SL_PAGE (self), _ ("Nothing is wrong with this card"), FALSE);
}

/* On the drawing, whatever is shown: it lights what may be linked. */
static void
on_draw_link (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlMapPage *self = SL_MAP_PAGE (widget);
  gboolean onwards;
  gint64 card;

  g_variant_get (parameter, "(xb)", &card, &onwards);
  if (sl_page_is_open (SL_PAGE (self)))
    sl_page_show_detail (SL_PAGE (self), FALSE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (self->views)), TRUE);
  if (!sl_map_canvas_select (SL_MAP_CANVAS (self->canvas), card, TRUE))
    return;
  gtk_widget_grab_focus (self->canvas);
  gtk_widget_activate_action (self->canvas, onwards ? "map.link-on" : "map.link-back", NULL);
}

static void
on_overlay (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlMapPage *self = SL_MAP_PAGE (widget);

  if (sl_deck_shown (self->deck) == self->canvas)
    sl_map_canvas_set_overlay (SL_MAP_CANVAS (self->canvas), (SlOverlayMode) g_variant_get_int32 (parameter));
}

static GtkWidget *
new_findings_list (SlMapPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = sl_attention_list_new_of (self->watch, SL_CONCERN_MAP);

  gtk_widget_add_css_class (box, "map-findings");
  gtk_widget_set_size_request (scroller, FINDINGS_WIDTH, -1);
  gtk_widget_add_css_class (scroller, "map-side");
  gtk_box_append (GTK_BOX (box), sl_words_new (_ ("What the Map Lacks"), "title-4", 0));
  gtk_box_append (GTK_BOX (box), list);
  g_signal_connect_object (list, "message", G_CALLBACK (on_finding_told), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}

static GtkWidget *
build_bar (SlMapPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (bar, "status-line");
  gtk_widget_add_css_class (bar, "map-bar");
  self->status = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (self->status, "numeric");
  gtk_box_append (GTK_BOX (bar), self->status);
  gtk_box_append (GTK_BOX (bar), sl_icon_button_new ("dialog-question-symbolic", _ ("Ask What Is Missing"), "map-page.start"));
  build_views (self, bar);
  build_findings (self, bar);
  self->tracer = sl_map_trace_button_new (self->workspace);
  g_signal_connect_object (self->tracer, "chosen", G_CALLBACK (on_trace_chosen), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), self->tracer);
  self->zoom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (bar), self->zoom);
  gtk_box_append (GTK_BOX (self->zoom),
                  sl_map_overlay_button_new (SL_MAP_CANVAS (self->canvas), self->workspace, self->preferences));
  add_button (self, self->zoom, "zoom-out-symbolic", _ ("Reduce"), G_CALLBACK (on_zoom_out));
  self->percent = gtk_button_new_with_label ("100 %");
  gtk_widget_add_css_class (self->percent, "flat");
  gtk_widget_add_css_class (self->percent, "numeric");
  gtk_widget_set_tooltip_text (self->percent, _ ("Show All"));
  g_signal_connect_swapped (self->percent, "clicked", G_CALLBACK (on_fit), self);
  gtk_box_append (GTK_BOX (self->zoom), self->percent);
  add_button (self, self->zoom, "zoom-in-symbolic", _ ("Enlarge"), G_CALLBACK (on_zoom_in));
  gtk_box_append (GTK_BOX (self->zoom), sl_icon_button_new ("view-refresh-symbolic", _ ("Tidy the Map"), "map-page.tidy"));
  gtk_box_append (GTK_BOX (bar), sl_icon_button_new ("document-save-symbolic", _ ("Export the Benefit Map"), "map-page.export"));
  return bar;
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
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_size_request (box, CANVAS_MIN, -1);
  gtk_box_append (GTK_BOX (box), sl_page_new_search (SL_PAGE (self), NULL));
  self->canvas = sl_map_canvas_new (self->workspace);
  self->deck = sl_deck_new ();
  sl_deck_add (self->deck, self->canvas, "map");
  sl_deck_add (self->deck, new_doors (info), "empty");
  gtk_box_append (GTK_BOX (box), self->deck);
  gtk_box_append (GTK_BOX (box), build_bar (self));
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
  /* The map wants the room; the details come when asked for. */
  sl_page_set_child (SL_PAGE (self), sl_page_new_flap (SL_PAGE (self), box, self->details, FALSE));
  g_signal_connect_object (self->canvas, "selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "changed", G_CALLBACK (on_drawn), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "message", G_CALLBACK (on_message), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "zoomed", G_CALLBACK (refresh_status), self, G_CONNECT_SWAPPED);
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

  if (sl_page_is_open (page))
    sl_page_show_detail (page, FALSE);
  if (shows_outline (self) && sl_deck_shown (self->deck) == self->outline)
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
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "map-page.other-view", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "map-page.other-view", NULL);
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
