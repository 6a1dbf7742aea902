/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dialogs/sl-export.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

#define PATIENCE 400 /* ms before the progress is shown */
#define LOOK 100     /* ms between looks at how far it is */

/* One export, from the choice of a file to the telling. */
typedef struct
{
  SlWindow *window;
  SlExport export;
  char *title;
  GtkFileChooserNative *chooser;
  GtkFileFilter **filters;
  GFile *file;
  GCancellable *cancellable;
  int permille; /* atomic; written by the worker, -1: not known */
  guint look;
  gint64 started;
  GtkWidget *progress, *bar; /* the small window, once shown */
} Run;

static void
run_free (Run *run)
{
  g_clear_handle_id (&run->look, g_source_remove);
  if (run->progress != NULL)
    gtk_window_destroy (GTK_WINDOW (run->progress));
  if (run->export.free_job != NULL)
    run->export.free_job (run->export.job);
  g_clear_object (&run->chooser);
  g_clear_object (&run->file);
  g_clear_object (&run->cancellable);
  g_object_unref (run->window);
  g_free (run->filters);
  g_free (run->title);
  g_free (run);
}

char *
sl_export_dup_name (const char *text)
{
  g_autofree char *copy = g_strstrip (g_strdelimit (g_strdup (text), "/\\:*?\"<>|", ' '));
  g_autofree char *plain = sl_text_clean (copy, TRUE);

  /* TRANSLATORS: name of a file where nothing else gives one. */
  return plain != NULL && *plain != '.' ? g_steal_pointer (&plain) : g_strdup (_ ("Programme"));
}

/* --- Progress ----------------------------------------------------------------------------------------------------- */

static void
on_cancel (Run *run)
{
  g_cancellable_cancel (run->cancellable);
}

/* Closing the small window stops the work; it goes away when the worker has answered. */
static gboolean
on_close_progress (Run *run)
{
  on_cancel (run);
  return TRUE;
}

static void
show_progress (Run *run)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *stop = gtk_button_new_with_label (_ ("Cancel"));
  g_autofree char *name = g_file_get_basename (run->file);
  g_autofree char *words = sl_text_compose (_ ("Writing “{1}”…"), (const char *[]){ name, NULL });

  run->progress = gtk_window_new ();
  gtk_window_set_transient_for (GTK_WINDOW (run->progress), GTK_WINDOW (run->window));
  gtk_window_set_modal (GTK_WINDOW (run->progress), TRUE);
  gtk_window_set_resizable (GTK_WINDOW (run->progress), FALSE);
  gtk_window_set_title (GTK_WINDOW (run->progress), words);
  run->bar = gtk_progress_bar_new ();
  gtk_widget_set_size_request (run->bar, 320, -1);
  sl_name_widget (run->bar, words);
  gtk_box_append (GTK_BOX (box), run->bar);
  gtk_widget_set_halign (stop, GTK_ALIGN_END);
  g_signal_connect_swapped (stop, "clicked", G_CALLBACK (on_cancel), run);
  gtk_box_append (GTK_BOX (box), stop);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_window_set_child (GTK_WINDOW (run->progress), box);
  gtk_widget_add_css_class (run->progress, "export-progress");
  g_signal_connect_swapped (run->progress, "close-request", G_CALLBACK (on_close_progress), run);
  gtk_window_present (GTK_WINDOW (run->progress));
}

static gboolean
on_look (gpointer data)
{
  Run *run = data;
  int permille = g_atomic_int_get (&run->permille);

  if (run->progress == NULL && g_get_monotonic_time () - run->started > PATIENCE * 1000)
    show_progress (run);
  if (run->bar == NULL)
    return G_SOURCE_CONTINUE;
  if (permille >= 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (run->bar), permille / 1000.0);
  else
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (run->bar));
  return G_SOURCE_CONTINUE;
}

static void
on_progress (gint64 done, gint64 total, gpointer data)
{
  Run *run = data;

  g_atomic_int_set (&run->permille, total > 0 ? (int) (done * 1000 / total) : -1);
}

/* --- The work ----------------------------------------------------------------------------------------------------- */

static void
write_on_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Run *run = data;
  GError *error = NULL;

  if (run->export.write (run->export.job, g_file_peek_path (run->file), cancellable, on_progress, run, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
tell_failure (Run *run, const GError *error)
{
  g_autofree char *name = g_file_get_basename (run->file);
  /* TRANSLATORS: heading of a message; {1} is the name of a file. */
  g_autofree char *heading = sl_text_compose (_ ("“{1}” Was Not Written"), (const char *[]){ name, NULL });
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (run->window), heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  sl_name_widget (dialog, heading);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *run = data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    sl_window_toast_file (run->window, run->file);
  else if (!g_error_matches (error, SL_ERROR, SL_ERROR_CANCELLED) && gtk_widget_get_mapped (GTK_WIDGET (run->window)))
    tell_failure (run, error);
  run_free (run);
}

static void
start (Run *run)
{
  g_autoptr (GTask) task = NULL;

  run->cancellable = g_cancellable_new ();
  run->permille = -1;
  run->started = g_get_monotonic_time ();
  task = g_task_new (NULL, run->cancellable, on_written, run);
  /* A cancelled worker says so itself, when nothing is half-written. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, run, NULL);
  if (g_file_peek_path (run->file) == NULL)
    {
      g_task_return_new_error (task, SL_ERROR, SL_ERROR_IO, _ ("Choose a folder of this computer"));
      return;
    }
  run->look = g_timeout_add (LOOK, on_look, run);
  g_task_run_in_thread (task, write_on_worker);
}

static Run *
new_run (SlWindow *window, const SlExport *export)
{
  Run *run = g_new0 (Run, 1);

  run->window = g_object_ref (window);
  run->export = *export;
  run->title = g_strdup (export->title);
  return run;
}

void
sl_export_start (SlWindow *window, GFile *file, const SlExport *export)
{
  Run *run;

  g_return_if_fail (SL_IS_WINDOW (window) && G_IS_FILE (file) && export != NULL && export->write != NULL);
  run = new_run (window, export);
  run->file = g_object_ref (file);
  start (run);
}

void
sl_export_begin_in_documents (GtkFileChooser *chooser)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = documents != NULL ? g_file_new_for_path (documents) : NULL;

  if (folder != NULL && g_file_test (documents, G_FILE_TEST_IS_DIR))
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

/* --- The choice --------------------------------------------------------------------------------------------------- */

static gboolean
has_suffix (const Run *run, const char *name)
{
  for (guint i = 0; i < run->export.n_formats; i++)
    {
      const char *suffix = run->export.formats[i].suffix;
      gsize length = strlen (name), tail = strlen (suffix);

      if (length > tail && g_ascii_strcasecmp (name + length - tail, suffix) == 0)
        return TRUE;
    }
  return FALSE;
}

static const char *
chosen_suffix (const Run *run)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (GTK_FILE_CHOOSER (run->chooser));

  for (guint i = 0; i < run->export.n_formats; i++)
    if (filter != NULL && filter == run->filters[i])
      return run->export.formats[i].suffix;
  return run->export.formats[0].suffix;
}

static void
on_chosen (GtkNativeDialog *dialog, int response, Run *run)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file == NULL)
    {
      run_free (run);
      return;
    }
  name = g_file_get_basename (file);
  if (has_suffix (run, name))
    run->file = g_steal_pointer (&file);
  else
    {
      g_autoptr (GFile) folder = g_file_get_parent (file);
      g_autofree char *full = g_strconcat (name, chosen_suffix (run), NULL);

      run->file = g_file_get_child (folder, full);
    }
  start (run);
}

void
sl_export_choose (SlWindow *window, const SlExport *export)
{
  g_autofree char *name = NULL;
  Run *run;

  g_return_if_fail (SL_IS_WINDOW (window) && export != NULL && export->n_formats > 0);
  run = new_run (window, export);
  run->filters = g_new0 (GtkFileFilter *, export->n_formats);
  run->chooser = gtk_file_chooser_native_new (run->title, GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"),
                                              _ ("_Cancel"));
  for (guint i = 0; i < export->n_formats; i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, g_dgettext (GETTEXT_PACKAGE, export->formats[i].label));
      gtk_file_filter_add_suffix (filter, export->formats[i].suffix + 1);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (run->chooser), filter);
      run->filters[i] = filter; /* the chooser keeps it */
    }
  name = g_strconcat (export->name, export->formats[0].suffix, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (run->chooser), name);
  sl_export_begin_in_documents (GTK_FILE_CHOOSER (run->chooser));
  g_signal_connect (run->chooser, "response", G_CALLBACK (on_chosen), run);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (run->chooser));
}
