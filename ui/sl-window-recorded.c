/* The programme as it was recorded: the way to a point of its history and back, and from a record to its history.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/sl-window-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "ui/dialogs/sl-record-window.h"
#include "ui/pages/sl-history-page.h"

#include <glib/gi18n-lib.h>

/* --- There and back ----------------------------------------------------------------------------------------------- */

void
sl_window_refresh_recorded (SlWindow *self)
{
  gboolean there = sl_workspace_recorded_seq (self->workspace) > 0;
  g_autofree char *obstacle = there ? sl_workspace_dup_obstacle (self->workspace) : NULL;

  sl_banner_set_busy (self->recorded, FALSE);
  sl_banner_show (self->recorded, obstacle, _ ("Back to the Present"));
  if (there)
    gtk_widget_add_css_class (self->programme, "recorded");
  else
    gtk_widget_remove_css_class (self->programme, "recorded");
}

static void
on_progress (gint64 done, gint64 total, gpointer data)
{
  SlWindow *self = data;
  g_autofree char *a = g_strdup_printf ("%" G_GINT64_FORMAT, done);
  g_autofree char *b = g_strdup_printf ("%" G_GINT64_FORMAT, total);
  g_autofree char *text = NULL;

  if (self->recorded == NULL)
    return;
  /* TRANSLATORS: {1} and {2} are numbers. */
  text = sl_text_compose (_ ("Going back: {1} of {2} changes read"), (const char *[]){ a, b, NULL });
  sl_banner_show (self->recorded, text, _ ("Cancel"));
  sl_banner_set_busy (self->recorded, TRUE);
}

static void
on_back (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlWindow) self = data;
  SlWorkspace *workspace = SL_WORKSPACE (source);
  g_autoptr (GError) error = NULL;
  gboolean fine = sl_workspace_go_back_finish (workspace, result, &error);

  if (self->workspace != workspace)
    return;
  /* Whoever set out again after this one waits for the other. */
  if (g_error_matches (error, SL_ERROR, SL_ERROR_CANCELLED))
    return;
  g_clear_object (&self->journey);
  sl_window_refresh_recorded (self);
  if (!fine)
    sl_window_toast (self, error->message, FALSE);
}

void
sl_window_stop_journey (SlWindow *self)
{
  if (self->journey != NULL)
    g_cancellable_cancel (self->journey);
  g_clear_object (&self->journey);
}

void
sl_window_go_back (SlWindow *self, gint64 seq)
{
  sl_window_commit (self);
  sl_window_stop_journey (self);
  /* What it offers to undo is not undone from the past. */
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  self->journey = g_cancellable_new ();
  sl_workspace_go_back_async (self->workspace, seq, self->journey, on_progress, self, on_back, g_object_ref (self));
}

void
sl_window_return (SlWindow *self)
{
  sl_window_stop_journey (self);
  sl_workspace_return (self->workspace);
  sl_window_refresh_recorded (self);
}

void
sl_window_on_recorded_button (SlWindow *self)
{
  if (self->journey == NULL)
    sl_window_return (self);
  else
    {
      sl_window_stop_journey (self);
      sl_window_refresh_recorded (self);
    }
  /* The button that had the focus is gone. */
  if (sl_window_page (self) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (sl_window_page (self)));
}

/* --- From a record to its history, and from there to the record ---------------------------------------------------- */

void
sl_window_show_history_of (SlWindow *self, const char *code)
{
  SlPage *page = sl_window_show_page (self, "history");

  if (page != NULL)
    sl_history_page_show_about (SL_HISTORY_PAGE (page), code);
}

void
sl_window_show_record (SlWindow *self, SlUid uid)
{
  const SlRecord *record = sl_page_find_record (sl_workspace_data (self->workspace), uid);
  SlPage *page;

  if (record == NULL)
    {
      sl_window_toast (self, sl_workspace_recorded_seq (self->workspace) > 0 ? _ ("It was not there at this point")
                                                                             : _ ("It is no longer there"), FALSE);
      return;
    }
  page = sl_window_show_page (self, sl_page_info_of_kind (record->kind)->name);
  if (sl_page_show_record (page, record->uid))
    sl_page_want_detail (page);
}

void
sl_window_open_record (SlWindow *self, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), uid);

  if (record != NULL && sl_page_info_of_kind (record->kind) == NULL)
    sl_record_window_show (GTK_WINDOW (self), self->workspace, uid);
  else
    sl_window_show_record (self, uid);
}
