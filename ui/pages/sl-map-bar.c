/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-map-bar.h"

#include "base/sl-text.h"
#include "ui/pages/sl-map-overlay-button.h"
#include "ui/pages/sl-map-trace-button.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-wrap-box.h"

#include <glib/gi18n-lib.h>

#define STEP 1.25

struct _SlMapBar
{
  GtkWidget parent_instance;
  SlMapCanvas *canvas;
  SlWorkspace *workspace;
  GtkWidget *all, *buttons;             /* what wraps */
  GtkWidget *status, *percent;
  GtkWidget *views, *drawing, *outline; /* the switch between the two */
  GtkWidget *findings, *tracer, *zoom;  /* zoom: what is of use with the drawing alone */
};

G_DEFINE_FINAL_TYPE (SlMapBar, sl_map_bar, GTK_TYPE_WIDGET)

enum
{
  VIEW,
  FINDINGS,
  TRACE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- How far the money reaches ------------------------------------------------------------------------------------ */

static char *
dup_coverage (SlMapBar *self)
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

void
sl_map_bar_refresh (SlMapBar *self, gboolean empty)
{
  g_autofree char *lit = NULL, *coverage = NULL, *both = NULL, *percent = NULL;

  g_return_if_fail (SL_IS_MAP_BAR (self));
  lit = sl_map_canvas_dup_lit (self->canvas);
  coverage = dup_coverage (self);
  both = lit != NULL && coverage != NULL ? g_strdup_printf ("%s · %s", lit, coverage) : g_strdup (coverage != NULL ? coverage : lit);
  percent = g_strdup_printf ("%.0f %%", sl_map_canvas_scale (self->canvas) * 100);
  gtk_label_set_text (GTK_LABEL (self->status), both != NULL ? both : "");
  gtk_button_set_label (GTK_BUTTON (self->percent), percent);
  gtk_widget_set_visible (self->views, !empty);
  gtk_widget_set_visible (self->tracer, !empty);
  gtk_widget_set_visible (self->zoom, !empty && !sl_map_bar_get_outline (self));
}

/* --- What is shown ------------------------------------------------------------------------------------------------ */

gboolean
sl_map_bar_get_outline (SlMapBar *self)
{
  g_return_val_if_fail (SL_IS_MAP_BAR (self), FALSE);
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->outline));
}

void
sl_map_bar_set_outline (SlMapBar *self, gboolean outline)
{
  g_return_if_fail (SL_IS_MAP_BAR (self));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (outline ? self->outline : self->drawing), TRUE);
}

gboolean
sl_map_bar_get_findings (SlMapBar *self)
{
  g_return_val_if_fail (SL_IS_MAP_BAR (self), FALSE);
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->findings));
}

void
sl_map_bar_set_findings (SlMapBar *self, gboolean shown)
{
  g_return_if_fail (SL_IS_MAP_BAR (self));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->findings), shown && gtk_widget_get_sensitive (self->findings));
}

void
sl_map_bar_count_findings (SlMapBar *self, guint n)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u finding", "%u findings", n), n);

  g_return_if_fail (SL_IS_MAP_BAR (self));
  gtk_button_set_label (GTK_BUTTON (self->findings), text);
  sl_name_widget (self->findings, text);
  gtk_widget_set_sensitive (self->findings, n > 0);
  if (n == 0)
    sl_map_bar_set_findings (self, FALSE);
}

void
sl_map_bar_set_traced (SlMapBar *self, SlUid uid)
{
  g_return_if_fail (SL_IS_MAP_BAR (self));
  sl_map_trace_button_set_traced (SL_MAP_TRACE_BUTTON (self->tracer), uid);
}

void
sl_map_bar_ask_trace (SlMapBar *self)
{
  g_return_if_fail (SL_IS_MAP_BAR (self));
  if (gtk_widget_get_visible (self->tracer))
    sl_map_trace_button_open (SL_MAP_TRACE_BUTTON (self->tracer));
}

static void
on_view (SlMapBar *self)
{
  g_signal_emit (self, signals[VIEW], 0);
}

static void
on_findings (SlMapBar *self)
{
  g_signal_emit (self, signals[FINDINGS], 0);
}

static void
on_trace (SlMapBar *self, gint64 uid)
{
  g_signal_emit (self, signals[TRACE], 0, uid);
}

static void
on_zoom_in (SlMapBar *self)
{
  sl_map_canvas_zoom (self->canvas, STEP);
}

static void
on_zoom_out (SlMapBar *self)
{
  sl_map_canvas_zoom (self->canvas, 1 / STEP);
}

static void
on_fit (SlMapBar *self)
{
  sl_map_canvas_fit (self->canvas);
}

/* --- Building ----------------------------------------------------------------------------------------------------- */

static void
build_views (SlMapBar *self)
{
  /* TRANSLATORS: the two views of the benefit map: as a drawing, and as a tree. */
  self->drawing = gtk_toggle_button_new_with_label (_ ("Map"));
  self->outline = gtk_toggle_button_new_with_label (_ ("Outline"));
  self->views = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->views, "linked");
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->outline), GTK_TOGGLE_BUTTON (self->drawing));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->drawing), TRUE);
  g_signal_connect_swapped (self->outline, "toggled", G_CALLBACK (on_view), self);
  gtk_box_append (GTK_BOX (self->views), self->drawing);
  gtk_box_append (GTK_BOX (self->views), self->outline);
}

/* The button that opens the list in the place of the details. */
static void
build_findings (SlMapBar *self)
{
  self->findings = gtk_toggle_button_new ();
  gtk_widget_add_css_class (self->findings, "flat");
  g_signal_connect_swapped (self->findings, "toggled", G_CALLBACK (on_findings), self);
}

static void
add_button (SlMapBar *self, const char *icon, const char *name, GCallback clicked)
{
  GtkWidget *button = sl_icon_button_new (icon, name, NULL);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (self->zoom), button);
}

static void
build_zoom (SlMapBar *self)
{
  self->zoom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  add_button (self, "zoom-out-symbolic", _ ("Reduce"), G_CALLBACK (on_zoom_out));
  self->percent = gtk_button_new_with_label ("100 %");
  gtk_widget_add_css_class (self->percent, "flat");
  gtk_widget_add_css_class (self->percent, "numeric");
  gtk_widget_set_tooltip_text (self->percent, _ ("Show All"));
  g_signal_connect_swapped (self->percent, "clicked", G_CALLBACK (on_fit), self);
  gtk_box_append (GTK_BOX (self->zoom), self->percent);
  add_button (self, "zoom-in-symbolic", _ ("Enlarge"), G_CALLBACK (on_zoom_in));
  gtk_box_append (GTK_BOX (self->zoom), sl_icon_button_new ("view-refresh-symbolic", _ ("Tidy the Map"), "map-page.tidy"));
}

GtkWidget *
sl_map_bar_new (SlMapCanvas *canvas, SlWorkspace *workspace, SlPreferences *preferences)
{
  SlMapBar *self = g_object_new (SL_TYPE_MAP_BAR, NULL);
  SlWrapBox *buttons = SL_WRAP_BOX (self->buttons);
  GtkWidget *overlay;

  self->canvas = canvas;
  self->workspace = g_object_ref (workspace);
  build_views (self);
  build_findings (self);
  build_zoom (self);
  self->tracer = sl_map_trace_button_new (workspace);
  g_signal_connect_object (self->tracer, "chosen", G_CALLBACK (on_trace), self, G_CONNECT_SWAPPED);
  overlay = sl_map_overlay_button_new (canvas, workspace, preferences);
  g_object_bind_property (self->zoom, "visible", overlay, "visible", G_BINDING_SYNC_CREATE);
  sl_wrap_box_append (buttons, sl_icon_button_new ("dialog-question-symbolic", _ ("Ask What Is Missing"), "map-page.start"));
  sl_wrap_box_append (buttons, self->views);
  sl_wrap_box_append (buttons, self->findings);
  sl_wrap_box_append (buttons, self->tracer);
  sl_wrap_box_append (buttons, overlay);
  sl_wrap_box_append (buttons, self->zoom);
  sl_wrap_box_append (buttons, sl_icon_button_new ("document-save-symbolic", _ ("Export the Benefit Map"), "map-page.export"));
  return GTK_WIDGET (self);
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_map_bar_dispose (GObject *object)
{
  SlMapBar *self = SL_MAP_BAR (object);

  g_clear_pointer (&self->all, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_map_bar_parent_class)->dispose (object);
}

static void
sl_map_bar_class_init (SlMapBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_map_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[VIEW] = g_signal_new ("view", SL_TYPE_MAP_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FINDINGS] = g_signal_new ("findings", SL_TYPE_MAP_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TRACE] = g_signal_new ("trace", SL_TYPE_MAP_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
sl_map_bar_init (SlMapBar *self)
{
  self->all = sl_wrap_box_new ();
  self->buttons = sl_wrap_box_new ();
  sl_wrap_box_set_squeeze (SL_WRAP_BOX (self->buttons), TRUE);
  self->status = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "status-line");
  gtk_widget_add_css_class (GTK_WIDGET (self), "map-bar");
  gtk_widget_add_css_class (self->status, "numeric");
  gtk_widget_set_parent (self->all, GTK_WIDGET (self));
  sl_wrap_box_append (SL_WRAP_BOX (self->all), self->status);
  sl_wrap_box_set_end (SL_WRAP_BOX (self->all), self->buttons);
}
