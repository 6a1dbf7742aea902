/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sl-window-private.h"

#include "base/sl-error.h"
#include "ui/dialogs/sl-import-dialog.h"
#include "ui/dialogs/sl-new-programme.h"
#include "ui/dialogs/sl-report-dialog.h"
#include "ui/pages/sl-map-page.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-form-row.h"

#include <glib/gi18n-lib.h>

/* --- Undo --------------------------------------------------------------------------------------------------------- */

/* While something is typed, undo is the typing's; in a field that holds what the file holds it is the programme's. */
static gboolean
is_typing (SlWindow *self)
{
  GtkWidget *text = sl_window_focus_text (GTK_WINDOW (self));
  GtkWidget *row = text != NULL ? gtk_widget_get_ancestor (text, SL_TYPE_FORM_ROW) : NULL;

  if (row != NULL)
    return sl_form_row_is_dirty (SL_FORM_ROW (row));
  return text != NULL;
}

static void
take_back (SlWindow *self, gboolean (*func) (SlWorkspace *, GError **), char *label, const char *text_action)
{
  SlPage *page = sl_window_page (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *done = label;

  if (is_typing (self))
    {
      gtk_widget_activate_action (sl_window_focus_text (GTK_WINDOW (self)), text_action, NULL);
      return;
    }
  /* A draft comes before what it lies on. */
  if (page != NULL && sl_page_take_back (page, func == sl_workspace_redo))
    return;
  if (!func (self->workspace, &error))
    sl_window_toast (self, error->message, FALSE);
}

static void
on_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlWindow *self = SL_WINDOW (widget);

  take_back (self, sl_workspace_undo, sl_workspace_dup_undo_label (self->workspace), "text.undo");
}

static void
on_redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlWindow *self = SL_WINDOW (widget);

  take_back (self, sl_workspace_redo, sl_workspace_dup_redo_label (self->workspace), "text.redo");
}

/* --- Pages -------------------------------------------------------------------------------------------------------- */

static void
on_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_window_show_page (SL_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
on_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlPage *page = sl_window_page (SL_WINDOW (widget));

  if (page != NULL)
    g_object_set (page, "search-mode", TRUE, NULL);
}

static void
on_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlPage *page = sl_window_page (SL_WINDOW (widget));

  if (page != NULL)
    sl_page_add (page);
}

/* --- History ------------------------------------------------------------------------------------------------------ */

static void
on_go_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_window_go_back (SL_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
on_return (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_window_return (SL_WINDOW (widget));
}

static void
on_history_of (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_window_show_history_of (SL_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
on_show_record (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_window_show_record (SL_WINDOW (widget), g_variant_get_int64 (parameter));
}

/* What follows from a record, on the map; asked for elsewhere, the way back leads there. */
static void
on_trace (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlWindow *self = SL_WINDOW (widget);
  gboolean elsewhere = !SL_IS_MAP_PAGE (sl_window_page (self));
  gint64 uid;
  int way;

  g_variant_get (parameter, "(xi)", &uid, &way);
  sl_map_page_trace (SL_MAP_PAGE (sl_window_show_page (self, "map")), (SlTraceWay) way, uid, elsewhere ? uid : SL_UID_NONE);
}

/* --- Files -------------------------------------------------------------------------------------------------------- */

static void
on_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_window_choose_file (SL_WINDOW (widget));
}

static void
on_new_programme (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_new_programme_show (SL_WINDOW (widget));
}

static void
on_open_sample (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_window_open_sample (SL_WINDOW (widget));
}

static void
on_open_recent (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  sl_application_open_file (SL_APPLICATION (gtk_window_get_application (GTK_WINDOW (widget))), file, GTK_WINDOW (widget));
}

static void
on_export_xml (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_window_export_xml (SL_WINDOW (widget));
}

static void
on_import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_window_commit (SL_WINDOW (widget));
  sl_import_choose (SL_WINDOW (widget));
}

static void
on_export_report (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_window_commit (SL_WINDOW (widget));
  sl_report_dialog_show (SL_WINDOW (widget));
}

static void
on_open_written (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_show_uri (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME);
}

static void
on_open_record (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_window_open_record (SL_WINDOW (widget), g_variant_get_int64 (parameter));
}

/* From a card, onwards or back, on the map: what may be linked is shown there. */
static void
on_draw_link (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlWindow *self = SL_WINDOW (widget);
  gint64 card;

  g_variant_get (parameter, "(xb)", &card, NULL);
  sl_window_open_record (self, card);
  if (sl_window_page (self) != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (sl_window_page (self)), "map-page.draw-link", parameter);
}

void
sl_window_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.undo", NULL, on_undo);
  gtk_widget_class_install_action (klass, "win.redo", NULL, on_redo);
  gtk_widget_class_install_action (klass, "win.page", "s", on_page);
  gtk_widget_class_install_action (klass, "win.search", NULL, on_search);
  gtk_widget_class_install_action (klass, "win.add", NULL, on_add);
  gtk_widget_class_install_action (klass, "win.go-back", "x", on_go_back);
  gtk_widget_class_install_action (klass, "win.return", NULL, on_return);
  gtk_widget_class_install_action (klass, "win.history-of", "s", on_history_of);
  gtk_widget_class_install_action (klass, "win.show-record", "x", on_show_record);
  gtk_widget_class_install_action (klass, "win.open-record", "x", on_open_record);
  gtk_widget_class_install_action (klass, "win.draw-link", "(xb)", on_draw_link);
  gtk_widget_class_install_action (klass, "win.trace", "(xi)", on_trace);
  gtk_widget_class_install_action (klass, "win.open", NULL, on_open);
  gtk_widget_class_install_action (klass, "win.new-programme", NULL, on_new_programme);
  gtk_widget_class_install_action (klass, "win.open-sample", NULL, on_open_sample);
  gtk_widget_class_install_action (klass, "win.open-recent", "s", on_open_recent);
  gtk_widget_class_install_action (klass, "win.import", NULL, on_import);
  gtk_widget_class_install_action (klass, "win.export-xml", NULL, on_export_xml);
  gtk_widget_class_install_action (klass, "win.export-report", NULL, on_export_report);
  gtk_widget_class_install_action (klass, "win.open-written", "s", on_open_written);
}

void
sl_window_refresh_actions (SlWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->workspace != NULL;
  gboolean ready = open && sl_workspace_state (self->workspace) == SL_WORKSPACE_READY;
  SlPage *page = sl_window_page (self);
  g_autofree char *obstacle = open ? sl_workspace_dup_obstacle (self->workspace) : NULL;

  /* The journal is not read before the first frame. */
  gtk_widget_action_set_enabled (widget, "win.undo", open && self->awake && sl_workspace_can_undo (self->workspace));
  gtk_widget_action_set_enabled (widget, "win.redo", open && self->awake && sl_workspace_can_redo (self->workspace));
  gtk_widget_action_set_enabled (widget, "win.page", open);
  gtk_widget_action_set_enabled (widget, "win.search", open);
  gtk_widget_action_set_enabled (widget, "win.add", open && obstacle == NULL && page != NULL
                                                      && sl_page_get_info (page)->add != NULL);
  gtk_widget_action_set_enabled (widget, "win.go-back", ready);
  gtk_widget_action_set_enabled (widget, "win.return", ready && sl_workspace_recorded_seq (self->workspace) > 0);
  gtk_widget_action_set_enabled (widget, "win.history-of", open);
  gtk_widget_action_set_enabled (widget, "win.import", open && obstacle == NULL);
  gtk_widget_action_set_enabled (widget, "win.export-xml", ready);
  gtk_widget_action_set_enabled (widget, "win.export-report", ready);
  gtk_widget_action_set_enabled (widget, "win.show-record", open);
  gtk_widget_action_set_enabled (widget, "win.open-record", open);
  gtk_widget_action_set_enabled (widget, "win.draw-link", open && obstacle == NULL);
  gtk_widget_action_set_enabled (widget, "win.trace", open);
}

/* --- States ------------------------------------------------------------------------------------------------------- */

static void
on_sidebar_state (GSimpleAction *action, GVariant *state, gpointer data)
{
  SlWindow *self = data;

  g_simple_action_set_state (action, state);
  adw_flap_set_reveal_flap (ADW_FLAP (self->flap), g_variant_get_boolean (state));
  if (!adw_flap_get_folded (ADW_FLAP (self->flap)))
    sl_preferences_set (self->preferences, "sidebar-visible", state);
}

/* The flap hides itself when it folds and shows itself when there is room again: the button follows. */
static void
on_flap (SlWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "sidebar");

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_boolean (adw_flap_get_reveal_flap (ADW_FLAP (self->flap))));
}

static void
on_detail_state (GSimpleAction *action, GVariant *state, gpointer data)
{
  SlWindow *self = data;
  SlPage *page = sl_window_page (self);

  if (page == NULL)
    return;
  if (!sl_page_detail_folded (page))
    sl_preferences_set (self->preferences, "detail-visible", state);
  sl_page_show_detail (page, g_variant_get_boolean (state));
  sl_window_follow_detail (self);
}

/* The pane hides itself when it folds, and every page has its own: the button says what holds here. */
void
sl_window_follow_detail (SlWindow *self)
{
  SlPage *page = sl_window_page (self);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "detail");

  if (page == NULL || action == NULL)
    return;
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), sl_page_has_detail (page));
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (sl_page_detail_shown (page)));
}

/* Choices kept as words in the settings are switches in the menu. */
static void
on_roomy_state (GSimpleAction *action, GVariant *state, gpointer data)
{
  SlWindow *self = data;

  g_simple_action_set_state (action, state);
  sl_preferences_set (self->preferences, "density", g_variant_new_string (g_variant_get_boolean (state) ? "roomy" : "compact"));
}

static void
on_blue_orange_state (GSimpleAction *action, GVariant *state, gpointer data)
{
  SlWindow *self = data;

  g_simple_action_set_state (action, state);
  sl_preferences_set (self->preferences, "palette",
                      g_variant_new_string (g_variant_get_boolean (state) ? "blue-orange" : "red-green"));
}

static void
start_state (SlWindow *self, const char *name, gboolean state)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)),
                             g_variant_new_boolean (state));
}

void
sl_window_add_states (SlWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "sidebar", .state = "true", .change_state = on_sidebar_state },
    { .name = "detail", .state = "true", .change_state = on_detail_state },
    { .name = "roomy", .state = "false", .change_state = on_roomy_state },
    { .name = "blue-orange", .state = "false", .change_state = on_blue_orange_state },
  };
  g_autofree char *density = sl_preferences_dup_string (self->preferences, "density");
  g_autofree char *palette = sl_preferences_dup_string (self->preferences, "palette");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  start_state (self, "sidebar", sl_preferences_get_bool (self->preferences, "sidebar-visible"));
  start_state (self, "roomy", g_strcmp0 (density, "roomy") == 0);
  start_state (self, "blue-orange", g_strcmp0 (palette, "blue-orange") == 0);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (on_flap), self, G_CONNECT_SWAPPED);
}
