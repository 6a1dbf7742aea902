/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "exchange/sl-seed.h"
#include "resources/sl-resources.h"
#include "store/sl-place.h"
#include "ui/sl-ui-resources.h"

#include <glib/gstdio.h>

#define PATIENCE (10 * G_USEC_PER_SEC)

/* One for all tests, as in a session: a second one of the same id cannot be registered beside it. */
static SlApplication *
the_application (void)
{
  static SlApplication *application;
  g_autoptr (GError) error = NULL;

  if (application != NULL)
    return application;
  sl_resources_init ();
  sl_ui_register_resource ();
  application = sl_application_new (G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_set_default (G_APPLICATION (application));
  return application;
}

void
window_fixture_set_up (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("sightline-window-XXXXXX", &error);
  g_assert_no_error (error);
  self->application = the_application ();
}

static void
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static gboolean
no_windows (gpointer data)
{
  return gtk_application_get_windows (data) == NULL;
}

static void
on_window_gone (gpointer data, GObject *window)
{
  (*(guint *) data)--;
}

static gboolean
is_zero (gpointer data)
{
  return *(guint *) data == 0;
}

static gboolean
is_of_type (GtkWidget *window, gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (window), GPOINTER_TO_SIZE (type));
}

static gboolean
has_class (GtkWidget *window, gconstpointer css_class)
{
  return gtk_widget_has_css_class (window, css_class);
}

static GtkWidget *
find_top_level (gboolean (*is_it) (GtkWidget *window, gconstpointer data), gconstpointer data)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *w = all; w != NULL; w = w->next)
    if (is_it (w->data, data))
      return w->data;
  return NULL;
}

GtkWidget *
window_fixture_top_level (GType type)
{
  return find_top_level (is_of_type, GSIZE_TO_POINTER (type));
}

GtkWidget *
window_fixture_top_level_of (const char *css_class)
{
  return find_top_level (has_class, css_class);
}

gboolean
window_fixture_answer (const char *label)
{
  GtkWidget *dialog = window_fixture_top_level (ADW_TYPE_MESSAGE_DIALOG);
  GtkWidget *button = dialog != NULL ? window_fixture_find (dialog, GTK_TYPE_BUTTON, "label", label) : NULL;

  if (button != NULL)
    g_signal_emit_by_name (button, "clicked");
  return button != NULL;
}

void
window_fixture_tear_down (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self->application)));
  guint alive = 0;

  for (GList *w = windows; w != NULL; w = w->next)
    {
      g_object_weak_ref (w->data, on_window_gone, &alive);
      alive++;
    }
  for (GList *w = windows; w != NULL; w = w->next)
    gtk_window_close (w->data);
  window_fixture_answer ("_Discard and Close");
  window_fixture_wait (no_windows, self->application, "all windows closed");
  /* Nothing keeps a closed window: neither a dialog nor a signal nor the file. */
  window_fixture_wait (is_zero, &alive, "all windows freed");
  remove_tree (self->folder);
  g_free (self->folder);
}

GFile *
window_fixture_file (WindowFixture *self, const char *name)
{
  return g_file_new_build_filename (self->folder, name, NULL);
}

void
window_fixture_wait (WindowCondition condition, gpointer data, const char *what)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (!condition (data))
    {
      if (g_get_monotonic_time () > end)
        g_error ("waited in vain for: %s", what);
      if (!g_main_context_iteration (NULL, FALSE))
        g_thread_yield ();
    }
}

void
window_fixture_settle (void)
{
  for (int quiet = 0; quiet < 20;)
    quiet = g_main_context_iteration (NULL, FALSE) ? 0 : quiet + 1;
}

static gboolean
is_awake (gpointer data)
{
  SlWindow *window = data;

  return window->awake && sl_workspace_state (window->workspace) == SL_WORKSPACE_READY;
}

static SlWindow *
open_new (WindowFixture *self, const char *name, gboolean (*fill) (SlWorkspace *, GError **))
{
  g_autoptr (GFile) file = window_fixture_file (self, name);
  g_autoptr (SlStore) store = NULL;
  g_autoptr (SlWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  SlWindow *window;

  store = sl_place_create (g_file_peek_path (file), &error);
  g_assert_no_error (error);
  workspace = sl_workspace_new (store);
  g_assert_true (sl_workspace_open (workspace, NULL, &error));
  g_assert_true (fill (workspace, &error));
  sl_workspace_close (workspace);
  window = sl_window_new (self->application);
  sl_window_open (window, file);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_nonnull (sl_window_workspace (window));
  window_fixture_wait (is_awake, window, "the first frame");
  return window;
}

SlWindow *
window_fixture_sample (WindowFixture *self)
{
  return open_new (self, "sample.sightline", sl_seed_sample);
}

static gboolean
fill_nothing (SlWorkspace *workspace, GError **error)
{
  return sl_seed_new (workspace, &(SlSeedNew){ .name = "Town", .currency = "GBP" }, error);
}

SlWindow *
window_fixture_empty (WindowFixture *self)
{
  return open_new (self, "empty.sightline", fill_nothing);
}

SlWorkspace *
window_fixture_other (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlStore) store = sl_place_open (g_file_peek_path (file), SL_OPEN_WINDOW, &error);
  SlWorkspace *workspace;

  g_assert_no_error (error);
  workspace = sl_workspace_new (store);
  g_assert_true (sl_workspace_open (workspace, NULL, &error));
  return workspace;
}

GtkWidget *
window_fixture_find (GtkWidget *widget, GType type, const char *property, const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *value = NULL;
      GtkWidget *found;

      if (g_type_is_a (G_OBJECT_TYPE (child), type) && property != NULL)
        g_object_get (child, property, &value, NULL);
      if (g_type_is_a (G_OBJECT_TYPE (child), type) && (property == NULL || g_strcmp0 (value, text) == 0))
        return child;
      found = window_fixture_find (child, type, property, text);
      if (found != NULL)
        return found;
    }
  return NULL;
}

SlUid
window_fixture_uid (SlWorkspace *workspace, const char *code)
{
  const SlRecord *record = sl_data_by_code (sl_workspace_data (workspace), code);

  g_assert_nonnull (record);
  return record->uid;
}

GtkWidget *
window_fixture_row (SlWindow *window, const char *page)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (window->sidebar), i)) != NULL; i++)
    if (g_object_get_data (G_OBJECT (row), "info") == sl_page_info (page))
      return GTK_WIDGET (row);
  return NULL;
}

char *
window_fixture_get (SlWorkspace *workspace, const char *code, guint field)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (workspace), window_fixture_uid (workspace, code));
  SlValue value;

  sl_record_get (record, field, &value);
  return sl_data_dup_display (sl_workspace_data (workspace), &sl_record_kind (record)->fields[field], &value);
}
