/* Writing to a file from the window: done, stopped, failed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "window-fixture.h"

#include "base/sl-error.h"
#include "ui/dialogs/sl-export.h"

#include <string.h>

static const SlExportFormat formats[] = { { ".txt", "Text" } };

typedef struct
{
  int stage; /* atomic: 0 not begun, 1 at work, 2 may end */
  int freed;
} Job;

static void
on_freed (gpointer data)
{
  ((Job *) data)->freed++;
}

static gboolean
write_slowly (gpointer data, const char *path, GCancellable *cancellable, SlProgressFunc progress, gpointer user, GError **error)
{
  Job *job = data;

  progress (1, 4, user);
  g_atomic_int_set (&job->stage, 1);
  while (g_atomic_int_get (&job->stage) < 2)
    {
      if (g_cancellable_is_cancelled (cancellable))
        {
          g_set_error (error, SL_ERROR, SL_ERROR_CANCELLED, "Stopped");
          return FALSE;
        }
      g_thread_yield ();
    }
  return g_file_set_contents (path, "written", -1, error);
}

static gboolean
fail (gpointer data, const char *path, GCancellable *cancellable, SlProgressFunc progress, gpointer user, GError **error)
{
  g_set_error (error, SL_ERROR, SL_ERROR_IO, "There is no room on the disk");
  return FALSE;
}

static void
begin (SlWindow *window, GFile *file, Job *job, SlExportFunc write)
{
  sl_export_start (window, file, &(SlExport){ .title = "Export", .name = "x", .formats = formats, .n_formats = 1, .write = write,
                                              .job = job, .free_job = on_freed });
}

static gboolean
progress_shown (gpointer data)
{
  return window_fixture_top_level_of ("export-progress") != NULL;
}

static gboolean
is_freed (gpointer data)
{
  return ((Job *) data)->freed > 0;
}

/* Longer than a moment: it says how far it is, and at the end what was written. */
static void
test_written (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  g_autoptr (GFile) file = window_fixture_file (fixture, "out.txt");
  g_autofree char *text = NULL;
  Job job = { 0 };
  GtkWidget *bar;

  begin (window, file, &job, write_slowly);
  window_fixture_wait (progress_shown, NULL, "the progress");
  bar = window_fixture_find (window_fixture_top_level_of ("export-progress"), GTK_TYPE_PROGRESS_BAR, NULL, NULL);
  g_assert_nonnull (bar);
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)), ==, 0.25);
  g_atomic_int_set (&job.stage, 2);
  window_fixture_wait (is_freed, &job, "the end");
  g_assert_null (window_fixture_top_level_of ("export-progress"));
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "written");
  g_assert_nonnull (window->toast);
  g_assert_cmpstr (adw_toast_get_button_label (window->toast), ==, "Open");
}

static void
test_stopped (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  g_autoptr (GFile) file = window_fixture_file (fixture, "out.txt");
  Job job = { 0 };
  GtkWidget *stop;

  begin (window, file, &job, write_slowly);
  window_fixture_wait (progress_shown, NULL, "the progress");
  stop = window_fixture_find (window_fixture_top_level_of ("export-progress"), GTK_TYPE_BUTTON, "label", "Cancel");
  g_assert_nonnull (stop);
  g_signal_emit_by_name (stop, "clicked");
  window_fixture_wait (is_freed, &job, "the end");
  g_assert_false (g_file_query_exists (file, NULL));
  g_assert_null (window->toast);
  g_assert_null (window_fixture_top_level (ADW_TYPE_MESSAGE_DIALOG));
}

static void
test_failed (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  g_autoptr (GFile) file = window_fixture_file (fixture, "out.txt");
  Job job = { 0 };
  GtkWidget *dialog;

  begin (window, file, &job, fail);
  window_fixture_wait (is_freed, &job, "the end");
  dialog = window_fixture_top_level (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==, "“out.txt” Was Not Written");
  g_assert_cmpstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), ==, "There is no room on the disk");
  g_assert_null (window->toast);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_name (void)
{
  g_autofree char *plain = sl_export_dup_name ("Marlhaven: bins / streets?");
  g_autofree char *none = sl_export_dup_name (" ");
  g_autofree char *hidden = sl_export_dup_name (".profile");

  g_assert_cmpstr (plain, ==, "Marlhaven  bins   streets");
  g_assert_cmpstr (none, ==, "Programme");
  g_assert_cmpstr (hidden, ==, "Programme");
}

#define ADD(path, func) g_test_add ("/ui/export/" path, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("SIGHTLINE_TODAY", "2026-11-21", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("written", test_written);
  ADD ("stopped", test_stopped);
  ADD ("failed", test_failed);
  g_test_add_func ("/ui/export/name", test_name);
  return g_test_run ();
}
