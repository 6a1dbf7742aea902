/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-grid-preview.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-recent-reasons.h"

#include <glib/gi18n-lib.h>

#define WIDTH 680
#define HEIGHT 520

struct _SlGridPreview
{
  AdwWindow parent_instance;
  SlPlan *plan;
  GtkWidget *summary, *progress, *list, *demand, *asking, *reason, *message, *cancel, *apply;
};

G_DEFINE_FINAL_TYPE (SlGridPreview, sl_grid_preview, ADW_TYPE_WINDOW)

static guint applied_signal;

static void
sl_grid_preview_dispose (GObject *object)
{
  SlGridPreview *self = SL_GRID_PREVIEW (object);

  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  g_clear_object (&self->plan);
  G_OBJECT_CLASS (sl_grid_preview_parent_class)->dispose (object);
}

static void
sl_grid_preview_class_init (SlGridPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_grid_preview_dispose;
  applied_signal = g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sl_grid_preview_init (SlGridPreview *self)
{
}

/* --- What is told ------------------------------------------------------------------------------------------------- */

static void
say (SlGridPreview *self, const char *message, gboolean wrong)
{
  gtk_label_set_text (GTK_LABEL (self->message), message);
  if (wrong)
    gtk_widget_add_css_class (self->message, "error");
  else
    gtk_widget_remove_css_class (self->message, "error");
}

static void
ask (SlGridPreview *self)
{
  const char *demand = sl_plan_demand (self->plan);
  const char *last = sl_workspace_last_reason (sl_plan_workspace (self->plan));

  gtk_widget_set_visible (self->asking, demand != NULL);
  if (demand == NULL)
    {
      gtk_widget_grab_focus (sl_plan_can_apply (self->plan) ? self->apply : self->cancel);
      return;
    }
  gtk_label_set_text (GTK_LABEL (self->demand), demand);
  if (*gtk_editable_get_text (GTK_EDITABLE (self->reason)) == '\0' && last != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->reason), last);
  gtk_widget_grab_focus (self->reason);
}

static void
on_state (SlGridPreview *self)
{
  SlPlanState state = sl_plan_state (self->plan);
  g_autofree char *summary = NULL;

  gtk_widget_set_visible (self->progress, state != SL_PLAN_READY);
  gtk_widget_set_sensitive (self->apply, sl_plan_can_apply (self->plan));
  if (state == SL_PLAN_READY)
    {
      summary = sl_plan_dup_summary (self->plan);
      gtk_label_set_text (GTK_LABEL (self->summary), summary);
      say (self, sl_plan_can_apply (self->plan) ? sl_plan_promise (self->plan)
                                  : _ ("Esc goes back; nothing was changed"),
           FALSE);
      ask (self);
      return;
    }
  gtk_label_set_text (GTK_LABEL (self->summary),
                      state == SL_PLAN_TRYING ? _ ("Looking at what will change…") : _ ("Changing…"));
  say (self, _ ("Esc stops it, and nothing is changed"), FALSE);
}

static void
on_done (SlGridPreview *self)
{
  guint done, total;

  g_object_get (self->plan, "done", &done, "total", &total, NULL);
  if (total > 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), (double) done / total);
  else
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->progress));
}

static void
on_applied (SlGridPreview *self, const GError *error)
{
  if (error != NULL)
    {
      say (self, error->message, TRUE);
      return;
    }
  g_object_ref (self);
  g_signal_emit (self, applied_signal, 0);
  gtk_window_close (GTK_WINDOW (self));
  g_object_unref (self);
}

/* --- Acts --------------------------------------------------------------------------------------------------------- */

gboolean
sl_grid_preview_apply (SlGridPreview *self)
{
  g_autofree char *reason = NULL;

  g_return_val_if_fail (SL_IS_GRID_PREVIEW (self), FALSE);
  if (!sl_plan_can_apply (self->plan))
    return FALSE;
  if (sl_plan_demand (self->plan) != NULL)
    {
      reason = sl_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->reason)), TRUE);
      if (reason == NULL)
        {
          gtk_widget_add_css_class (self->reason, "error");
          say (self, _ ("This needs a reason in a few words"), TRUE);
          gtk_widget_grab_focus (self->reason);
          return FALSE;
        }
      gtk_widget_remove_css_class (self->reason, "error");
    }
  sl_plan_apply (self->plan, reason);
  return TRUE;
}

GtkEditable *
sl_grid_preview_reason (SlGridPreview *self)
{
  g_return_val_if_fail (SL_IS_GRID_PREVIEW (self), NULL);
  return GTK_EDITABLE (self->reason);
}

/* Enter means the same wherever the focus is, but for the buttons that say something else. */
static gboolean
on_key (GtkEventController *keys, guint keyval, guint keycode, GdkModifierType state, SlGridPreview *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return FALSE;
  if (focus != NULL && focus != self->apply && (GTK_IS_BUTTON (focus) || GTK_IS_TOGGLE_BUTTON (focus) || GTK_IS_LIST_BOX_ROW (focus)))
    return FALSE;
  sl_grid_preview_apply (self);
  return TRUE;
}

/* --- The list ----------------------------------------------------------------------------------------------------- */

typedef const char *(*Text) (SlPlanLine *line);

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_list_item_set_child (list_item, label);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_selectable (list_item, FALSE);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  Text text = (Text) data;
  SlPlanLine *line = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_list_item_get_child (list_item);
  gboolean refusal = text == sl_plan_line_to && sl_plan_line_refused (line);
  g_autofree char *refused = NULL;

  if (refusal)
    /* TRANSLATORS: {1} why a cell cannot be written. */
    refused = sl_text_compose (_ ("⚠ Refused: {1}"), (const char *[]){ text (line), NULL });
  gtk_label_set_text (GTK_LABEL (label), refusal ? refused : text (line));
  /* Why it is refused is read whole. */
  gtk_label_set_single_line_mode (GTK_LABEL (label), !refusal);
  gtk_label_set_wrap (GTK_LABEL (label), refusal);
  gtk_label_set_ellipsize (GTK_LABEL (label), refusal ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  if (refusal)
    gtk_widget_add_css_class (label, "error");
  else
    gtk_widget_remove_css_class (label, "error");
}

static void
add_column (GtkWidget *view, const char *title, int width, Text text)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), (gpointer) text);
  gtk_column_view_column_set_resizable (column, TRUE);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, width);
  else
    gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
}

static GtkWidget *
build_list (SlGridPreview *self)
{
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->plan)))));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (view, "sl-grid-preview");
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  sl_name_widget (view, _ ("What will change"));
  add_column (view, _ ("Row"), 104, sl_plan_line_place);
  add_column (view, _ ("Column"), 112, sl_plan_line_column);
  add_column (view, _ ("Now"), 176, sl_plan_line_from);
  add_column (view, _ ("Will be"), 0, sl_plan_line_to);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_vexpand (scroller, TRUE);
  self->list = view;
  return scroller;
}

/* --- Building ----------------------------------------------------------------------------------------------------- */

static GtkWidget *
left_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
build_header (SlGridPreview *self, const char *title)
{
  GtkWidget *header = adw_header_bar_new ();

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (title, NULL));
  self->cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->cancel), "window.close");
  self->apply = gtk_button_new_with_mnemonic (_ ("_Apply"));
  gtk_widget_add_css_class (self->apply, "suggested-action");
  g_signal_connect_swapped (self->apply, "clicked", G_CALLBACK (sl_grid_preview_apply), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->apply);
  return header;
}

static GtkWidget *
build_asking (SlGridPreview *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->asking = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->demand = left_label ("body");
  self->reason = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _ ("Reason, in a few words"));
  sl_name_widget (self->reason, _ ("Reason"));
  gtk_widget_set_hexpand (self->reason, TRUE);
  gtk_box_append (GTK_BOX (line), self->reason);
  gtk_box_append (GTK_BOX (line), sl_recent_reasons_new (sl_plan_workspace (self->plan), GTK_EDITABLE (self->reason)));
  gtk_box_append (GTK_BOX (self->asking), self->demand);
  gtk_box_append (GTK_BOX (self->asking), line);
  return self->asking;
}

static void
build (SlGridPreview *self, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *bottom = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_box_append (GTK_BOX (box), build_header (self, title));
  self->summary = left_label ("heading");
  self->progress = gtk_progress_bar_new ();
  sl_name_widget (self->progress, _ ("Progress"));
  gtk_box_append (GTK_BOX (top), self->summary);
  gtk_box_append (GTK_BOX (top), self->progress);
  gtk_widget_add_css_class (top, "sl-grid-preview-part");
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), build_list (self));
  self->message = left_label ("dim-label");
  gtk_box_append (GTK_BOX (bottom), build_asking (self));
  gtk_box_append (GTK_BOX (bottom), self->message);
  gtk_widget_add_css_class (bottom, "sl-grid-preview-part");
  gtk_box_append (GTK_BOX (box), bottom);
  adw_window_set_content (ADW_WINDOW (self), box);
}

GtkWidget *
sl_grid_preview_new (SlPlan *plan, const char *title, GtkWindow *over)
{
  SlGridPreview *self;
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_val_if_fail (SL_IS_PLAN (plan) && title != NULL, NULL);
  self = g_object_new (SL_TYPE_GRID_PREVIEW, "title", title, "modal", TRUE, "transient-for", over, "default-width", WIDTH,
                       "default-height", HEIGHT, NULL);
  self->plan = g_object_ref (plan);
  build (self, title);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (plan, "notify::state", G_CALLBACK (on_state), self);
  g_signal_connect_swapped (plan, "notify::done", G_CALLBACK (on_done), self);
  g_signal_connect_swapped (plan, "applied", G_CALLBACK (on_applied), self);
  on_state (self);
  return GTK_WIDGET (self);
}
