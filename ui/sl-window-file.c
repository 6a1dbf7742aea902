/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sl-window-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "exchange/sl-programme-xml.h"
#include "exchange/sl-seed.h"
#include "store/sl-place.h"
#include "ui/dialogs/sl-export.h"
#include "ui/sl-compat.h"
#include "ui/sl-recent.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* --- What is wrong, and what to do about it ----------------------------------------------------------------------- */

static const char *
advice (const GError *error)
{
  if (error->domain != SL_ERROR)
    return _ ("Look whether the file is still there and may be read.");
  switch (error->code)
    {
    case SL_ERROR_NOT_OURS:
      return _ ("Choose a file that was made by Sightline; their names mostly end in “.sightline”.");
    case SL_ERROR_NEWER:
      return _ ("Install a newer version of Sightline to open it. The file was not touched.");
    case SL_ERROR_DAMAGED:
    case SL_ERROR_TAMPERED:
    case SL_ERROR_LIMIT:
      return _ ("The file was not touched. Open an earlier copy, from a backup or from someone you sent it to.");
    case SL_ERROR_BUSY:
      return _ ("Another program is writing to it. Try again in a moment.");
    default:
      return _ ("Look whether the file is still there, and whether you may read it and write to its folder.");
    }
}

static gboolean
can_retry (const GError *error)
{
  return error->domain != SL_ERROR || error->code == SL_ERROR_BUSY || error->code == SL_ERROR_IO;
}

static AdwMessageDialog *
tell_error (SlWindow *self, const char *name, const GError *error)
{
  /* TRANSLATORS: heading of a message; {1} is the name of a file. */
  g_autofree char *heading = sl_text_compose (_ ("“{1}” Could Not Be Opened"), (const char *[]){ name, NULL });
  g_autofree char *body = g_strdup_printf ("%s.\n\n%s", error->message, advice (error));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  sl_name_widget (dialog, heading);
  gtk_window_present (GTK_WINDOW (dialog));
  return ADW_MESSAGE_DIALOG (dialog);
}

typedef struct
{
  SlWindow *window;
  GFile *file;
} Retry;

static void
retry_free (gpointer data, GClosure *closure)
{
  Retry *retry = data;

  g_object_unref (retry->window);
  g_object_unref (retry->file);
  g_free (retry);
}

static void
on_retry_response (AdwMessageDialog *dialog, const char *response, Retry *retry)
{
  if (g_strcmp0 (response, "retry") == 0 && retry->window->workspace == NULL)
    sl_window_open (retry->window, retry->file);
}

static void
tell_now (SlWindow *self, GFile *file, const GError *error)
{
  g_autofree char *name = g_file_get_basename (file);
  AdwMessageDialog *dialog = tell_error (self, name, error);
  Retry *retry;

  if (!can_retry (error))
    return;
  adw_message_dialog_add_response (dialog, "retry", _ ("_Try Again"));
  adw_message_dialog_set_response_appearance (dialog, "retry", ADW_RESPONSE_SUGGESTED);
  retry = g_new (Retry, 1);
  retry->window = g_object_ref (self);
  retry->file = g_object_ref (file);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_retry_response), retry, retry_free, 0);
}

typedef struct
{
  SlWindow *window; /* not kept: the frame does not come when it goes */
  GFile *file;
  GError *error;
} Telling;

static void
telling_free (gpointer data, GObject *window)
{
  Telling *telling = data;

  g_object_unref (telling->file);
  g_error_free (telling->error);
  g_free (telling);
}

static void
on_shown (gpointer data)
{
  Telling *telling = data;

  g_object_weak_unref (G_OBJECT (telling->window), telling_free, telling);
  tell_now (telling->window, telling->file, telling->error);
  telling_free (telling, NULL);
}

/* Over a window that is not there yet the message would be lost behind it. */
static void
tell_open_error (SlWindow *self, GFile *file, const GError *error)
{
  Telling *telling;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      tell_now (self, file, error);
      return;
    }
  telling = g_new (Telling, 1);
  telling->window = self;
  telling->file = g_object_ref (file);
  telling->error = g_error_copy (error);
  g_object_weak_ref (G_OBJECT (self), telling_free, telling);
  sl_after_first_frame (GTK_WIDGET (self), on_shown, telling);
}

/* --- Opening ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  SlWindow *window;
  GFile *file;
} Opening;

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  SlWorkspace *workspace = SL_WORKSPACE (source);
  Opening *opening = data;
  g_autoptr (SlWindow) self = opening->window;
  g_autoptr (GFile) file = opening->file;
  g_autoptr (GError) error = NULL;
  gboolean fine = sl_workspace_open_finish (workspace, result, &error);

  g_free (opening);
  if (self->workspace != workspace)
    return;
  if (fine)
    {
      sl_workspace_watch (workspace);
      return;
    }
  sl_window_forget_file (self);
  sl_window_show_welcome (self);
  tell_open_error (self, file, error);
}

static void
note_recent (gpointer data)
{
  SlWindow *self = data;

  if (self->file != NULL)
    sl_recent_add (self->preferences, self->file);
}

void
sl_window_open (SlWindow *self, GFile *file)
{
  g_autoptr (SlStore) store = NULL;
  g_autoptr (SlWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  Opening *opening;

  g_return_if_fail (SL_IS_WINDOW (self) && G_IS_FILE (file) && self->workspace == NULL);
  if (g_file_peek_path (file) == NULL)
    g_set_error (&error, SL_ERROR, SL_ERROR_IO, _ ("Only files in folders of this computer can be opened"));
  else
    store = sl_place_open (g_file_peek_path (file), SL_OPEN_WINDOW, &error);
  if (store == NULL)
    {
      sl_window_show_welcome (self);
      tell_open_error (self, file, error);
      return;
    }
  workspace = sl_workspace_new (store);
  opening = g_new (Opening, 1);
  opening->window = g_object_ref (self);
  opening->file = g_object_ref (file);
  self->cancellable = g_cancellable_new ();
  /* What can be shown at once is there when this returns; a small file is read whole. */
  sl_workspace_open_async (workspace, SL_KIND_RISK, self->cancellable, on_opened, opening);
  sl_window_show_workspace (self, workspace, file);
  sl_after_first_frame (GTK_WIDGET (self), note_recent, self);
}

/* --- Choosing ----------------------------------------------------------------------------------------------------- */

static void
on_chosen (GtkNativeDialog *dialog, int response, SlWindow *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_clear_object (&self->chooser);
  if (file != NULL)
    sl_application_open_file (SL_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), file, GTK_WINDOW (self));
}

void
sl_window_choose_file (SlWindow *self)
{
  GtkFileFilter *ours = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Open a Programme"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN,
                                               _ ("_Open"), _ ("_Cancel"));
  gtk_file_filter_set_name (ours, _ ("Sightline programmes"));
  gtk_file_filter_add_suffix (ours, "sightline");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), ours);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), all);
  g_object_unref (ours);
  g_signal_connect (self->chooser, "response", G_CALLBACK (on_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* --- Export ------------------------------------------------------------------------------------------------------- */

static gboolean
write_xml (gpointer job, const char *path, GCancellable *cancellable, SlProgressFunc progress, gpointer user, GError **error)
{
  return sl_programme_xml_save (sl_snapshot_data (job), path, cancellable, progress, user, error);
}

void
sl_window_export_xml (SlWindow *self)
{
  static const SlExportFormat formats[] = { { ".xml", N_ ("Programme XML") } };
  const SlProgrammeInfo *programme;
  g_autofree char *name = NULL;

  sl_window_commit (self);
  programme = sl_data_programme (sl_workspace_data (self->workspace));
  name = sl_export_dup_name (programme != NULL ? programme->name : "");
  sl_export_choose (self, &(SlExport){ .title = _ ("Export as XML"), .name = name, .formats = formats,
                                       .n_formats = G_N_ELEMENTS (formats), .write = write_xml,
                                       .job = sl_workspace_present_snapshot (self->workspace),
                                       .free_job = (GDestroyNotify) sl_snapshot_unref });
}

/* --- The sample --------------------------------------------------------------------------------------------------- */

static SlWorkspace *
make_sample (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (SlStore) store = NULL;
  g_autoptr (SlWorkspace) workspace = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int fault = errno;

      g_set_error (error, SL_ERROR, SL_ERROR_IO, "%s: %s", folder, g_strerror (fault));
      return NULL;
    }
  store = sl_place_create (path, error);
  if (store == NULL)
    return NULL;
  workspace = sl_workspace_new (store);
  if (sl_workspace_open (workspace, NULL, error) && sl_seed_sample (workspace, error))
    return g_steal_pointer (&workspace);
  sl_workspace_close (workspace);
  g_unlink (path);
  return NULL;
}

void
sl_window_open_sample (SlWindow *self)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "sightline", "marlhaven-sample.sightline", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SlWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SL_IS_WINDOW (self));
  if (self->workspace != NULL || g_file_query_exists (file, NULL))
    {
      sl_application_open_file (SL_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), file, GTK_WINDOW (self));
      return;
    }
  workspace = make_sample (path, &error);
  if (workspace == NULL)
    {
      tell_open_error (self, file, error);
      return;
    }
  sl_window_show_workspace (self, workspace, file);
  sl_workspace_watch (workspace);
  sl_recent_add (self->preferences, file);
}
