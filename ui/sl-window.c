/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sl-window-private.h"

#include "base/sl-text.h"
#include "ui/pages/sl-welcome.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-form-row.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (SlWindow, sl_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- Reading ------------------------------------------------------------------------------------------------------ */

SlWorkspace *
sl_window_workspace (SlWindow *self)
{
  g_return_val_if_fail (SL_IS_WINDOW (self), NULL);
  return self->workspace;
}

GFile *
sl_window_file (SlWindow *self)
{
  g_return_val_if_fail (SL_IS_WINDOW (self), NULL);
  return self->file;
}

SlPage *
sl_window_page (SlWindow *self)
{
  return self->pages != NULL ? (SlPage *) sl_deck_shown (self->pages) : NULL;
}

/* --- Telling ------------------------------------------------------------------------------------------------------ */

static AdwToast *
new_toast (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  return adw_toast_new (escaped);
}

static void
show_toast (SlWindow *self, AdwToast *toast)
{
  /* The latest counts: what waited behind older messages would be told of another moment. */
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
  sl_toast_name_close (ADW_TOAST_OVERLAY (self->toasts));
}

void
sl_window_toast (SlWindow *self, const char *text, gboolean undoable)
{
  AdwToast *toast;

  g_return_if_fail (SL_IS_WINDOW (self) && text != NULL);
  toast = new_toast (text);
  if (undoable)
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  else
    adw_toast_set_timeout (toast, 4);
  show_toast (self, toast);
}

void
sl_window_toast_file (SlWindow *self, GFile *file)
{
  g_autofree char *name = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *text = NULL;
  AdwToast *toast;

  g_return_if_fail (SL_IS_WINDOW (self) && G_IS_FILE (file));
  name = g_file_get_basename (file);
  uri = g_file_get_uri (file);
  text = sl_text_compose (_ ("“{1}” is written"), (const char *[]){ name, NULL });
  toast = new_toast (text);
  /* TRANSLATORS: button: opens the file that was just written. */
  adw_toast_set_button_label (toast, _ ("Open"));
  adw_toast_set_action_name (toast, "win.open-written");
  adw_toast_set_action_target_value (toast, g_variant_new_string (uri));
  show_toast (self, toast);
}

static void
on_page_message (SlWindow *self, const char *text, gboolean undoable)
{
  sl_window_toast (self, text, undoable);
}

/* --- Pages -------------------------------------------------------------------------------------------------------- */

static void
on_detail_wanted (SlWindow *self, SlPage *page)
{
  if (!sl_page_detail_shown (page))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.detail", NULL);
}

static SlPage *
new_page (SlWindow *self, const SlPageInfo *info)
{
  GtkWidget *page = info->create (self->workspace, info, self->tally, self->preferences);

  g_signal_connect_object (page, "message", G_CALLBACK (on_page_message), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "detail-wanted", G_CALLBACK (on_detail_wanted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::detail-shown", G_CALLBACK (sl_window_follow_detail), self, G_CONNECT_SWAPPED);
  sl_deck_add (self->pages, page, info->name);
  return SL_PAGE (page);
}

static void
bind_search (SlWindow *self, SlPage *page)
{
  g_clear_pointer (&self->search_binding, g_binding_unbind);
  self->search_binding = g_object_bind_property (page, "search-mode", self->search, "active",
                                                 G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

SlPage *
sl_window_show_page (SlWindow *self, const char *name)
{
  const SlPageInfo *info = sl_page_info (name);
  SlPage *page;

  g_return_val_if_fail (SL_IS_WINDOW (self), NULL);
  if (self->pages == NULL || info == NULL)
    return NULL;
  page = (SlPage *) sl_deck_get (self->pages, name);
  if (page == NULL)
    page = new_page (self, info);
  sl_deck_show (self->pages, GTK_WIDGET (page));
  if (self->awake)
    sl_page_wake (page);
  bind_search (self, page);
  sl_window_follow_detail (self);
  sl_window_refresh_actions (self);
  sl_window_refresh_header (self);
  sl_window_refresh_sidebar (self);
  gtk_widget_grab_focus (GTK_WIDGET (page));
  return page;
}

/* --- Welcome or programme ----------------------------------------------------------------------------------------- */

void
sl_window_show_welcome (SlWindow *self)
{
  if (self->welcome == NULL)
    {
      self->welcome = sl_welcome_new (self->preferences);
      sl_deck_add (self->root, self->welcome, "welcome");
    }
  sl_deck_show (self->root, self->welcome);
  gtk_window_set_title (GTK_WINDOW (self), "Sightline");
  sl_window_refresh_actions (self);
}

static void
build_programme (SlWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->pages = sl_deck_new ();
  gtk_widget_set_hexpand (self->pages, TRUE);
  gtk_widget_set_vexpand (self->pages, TRUE);
  gtk_box_append (GTK_BOX (content), self->pages);
  /* With less than this beside it, in a window under 700 px, the list of pages lies over the page. */
  gtk_widget_set_size_request (content, 544, -1);
  self->flap = adw_flap_new ();
  adw_flap_set_flap (ADW_FLAP (self->flap), sl_window_sidebar_new (self));
  adw_flap_set_separator (ADW_FLAP (self->flap), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_flap_set_content (ADW_FLAP (self->flap), content);
  adw_flap_set_swipe_to_open (ADW_FLAP (self->flap), FALSE);
  adw_flap_set_reveal_flap (ADW_FLAP (self->flap), sl_preferences_get_bool (self->preferences, "sidebar-visible"));
  gtk_box_append (GTK_BOX (box), sl_window_header_new (self));
  gtk_box_append (GTK_BOX (box), sl_window_banners_new (self));
  gtk_box_append (GTK_BOX (box), self->flap);
  self->programme = box;
  sl_deck_add (self->root, box, "programme");
}

static void
on_woken (gpointer data)
{
  SlWindow *self = data;

  self->awake = TRUE;
  /* It can wait for the first frame. */
  if (self->tally != NULL)
    sl_tally_watch (self->tally);
  if (sl_window_page (self) == NULL)
    return;
  sl_page_wake (sl_window_page (self));
  sl_window_refresh_actions (self);
  sl_window_refresh_header (self);
}

void
sl_window_show_workspace (SlWindow *self, SlWorkspace *workspace, GFile *file)
{
  g_return_if_fail (SL_IS_WINDOW (self) && SL_IS_WORKSPACE (workspace) && self->workspace == NULL);
  self->workspace = g_object_ref (workspace);
  self->file = file != NULL ? g_object_ref (file) : NULL;
  self->tally = sl_tally_new (workspace);
  build_programme (self);
  sl_window_add_states (self);
  sl_window_watch_state (self);
  sl_deck_show (self->root, self->programme);
  sl_window_show_page (self, "overview");
  if (self->awake)
    sl_tally_watch (self->tally);
  else
    sl_after_first_frame (GTK_WIDGET (self), on_woken, self);
}

static void
drop_programme (SlWindow *self)
{
  GtkWidget *programme = self->programme;

  g_clear_pointer (&self->search_binding, g_binding_unbind);
  self->programme = self->pages = self->flap = self->sidebar = self->search = self->as_of = self->undo = self->redo = self->add = NULL;
  self->checking = self->read_only = self->recorded = self->outside = self->trouble = NULL;
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  if (programme != NULL)
    sl_deck_remove (self->root, programme);
  g_clear_object (&self->tally);
}

void
sl_window_forget_file (SlWindow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  sl_window_stop_journey (self);
  drop_programme (self);
  if (self->workspace != NULL)
    sl_workspace_close (self->workspace);
  g_clear_object (&self->workspace);
  g_clear_object (&self->file);
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

/* The icon is drawn from a description that takes a library of its own to read: not before the first frame. */
static void
on_seen (gpointer window)
{
  gtk_window_set_icon_name (window, SL_APP_ID);
}

static gboolean
on_fit (gpointer data)
{
  SlWindow *self = data;

  self->fit = 0;
  sl_window_fit_header (self);
  return G_SOURCE_REMOVE;
}

/* Not in the middle of laying out. */
static void
on_layout (SlWindow *self, int width)
{
  if (width == self->width)
    return;
  self->width = width;
  if (self->fit == 0)
    self->fit = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_fit, self, NULL);
}

/* A file mostly comes before the window is seen: only a window that stays empty says welcome. */
static void
sl_window_realize (GtkWidget *widget)
{
  SlWindow *self = SL_WINDOW (widget);

  if (self->workspace == NULL && self->welcome == NULL)
    sl_window_show_welcome (self);
  GTK_WIDGET_CLASS (sl_window_parent_class)->realize (widget);
  sl_after_first_frame (widget, on_seen, self);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (self)), "layout", G_CALLBACK (on_layout), self,
                           G_CONNECT_SWAPPED);
}

static void
sl_window_dispose (GObject *object)
{
  SlWindow *self = SL_WINDOW (object);

  if (self->workspace != NULL)
    sl_window_forget_file (self);
  g_clear_handle_id (&self->fit, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->chooser);
  g_clear_object (&self->preferences);
  G_OBJECT_CLASS (sl_window_parent_class)->dispose (object);
}

static void
sl_window_class_init (SlWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_window_dispose;
  GTK_WIDGET_CLASS (klass)->realize = sl_window_realize;
  sl_window_install_closing (klass);
  sl_window_install_actions (GTK_WIDGET_CLASS (klass));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, SlWindow *self)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *f = files; f != NULL; f = f->next)
    sl_application_open_file (SL_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), f->data, GTK_WINDOW (self));
  return files != NULL;
}

static void
sl_window_init (SlWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->root = sl_deck_new ();
  self->toasts = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), self->root);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), self->toasts);
  g_signal_connect (drop, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

SlWindow *
sl_window_new (SlApplication *application)
{
  SlWindow *self;
  SlPreferences *preferences;

  g_return_val_if_fail (SL_IS_APPLICATION (application), NULL);
  preferences = sl_application_preferences (application);
  self = g_object_new (SL_TYPE_WINDOW, "application", application, "default-width",
                       MAX (sl_preferences_get_int (preferences, "window-width"), 360), "default-height",
                       MAX (sl_preferences_get_int (preferences, "window-height"), 300), NULL);
  self->preferences = g_object_ref (preferences);
  if (sl_preferences_get_bool (preferences, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  return self;
}
