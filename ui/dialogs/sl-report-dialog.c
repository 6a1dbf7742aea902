/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dialogs/sl-report-dialog.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "reports/sl-report.h"
#include "ui/dialogs/sl-export.h"
#include "ui/sl-application.h"
#include "ui/sl-compat.h"
#include "ui/sl-preferences.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORMATS_MAX 8

struct _SlReportDialog
{
  AdwWindow parent_instance;
  SlWindow *window; /* weak */
  GtkWidget *group, *kind, *format, *audience, *project, *since, *hidden;
  GArray *projects; /* of SlUid: those that can be chosen, the whole programme first */
};

G_DEFINE_FINAL_TYPE (SlReportDialog, sl_report_dialog, ADW_TYPE_WINDOW)

/* What a worker is given. */
typedef struct
{
  SlReportSource *source;
  SlReportOptions options;
  char *since;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  sl_report_source_free (job->source);
  g_free (job->since);
  g_free (job);
}

static gboolean
write_report (gpointer data, const char *path, GCancellable *cancellable, SlProgressFunc progress, gpointer user, GError **error)
{
  Job *job = data;

  return sl_report_save (job->source, &job->options, path, cancellable, progress, user, error);
}

/* --- What is chosen ----------------------------------------------------------------------------------------------- */

static SlPreferences *
preferences (SlReportDialog *self)
{
  return sl_application_preferences (SL_APPLICATION (gtk_window_get_application (GTK_WINDOW (self->window))));
}

static int
chosen_audience (SlReportDialog *self)
{
  return (int) adw_combo_row_get_selected (ADW_COMBO_ROW (self->audience)) + SL_CONFIDENTIALITY_OPEN;
}

static const SlReportFormat *
chosen_format (SlReportDialog *self)
{
  return sl_report_format_nth (adw_combo_row_get_selected (ADW_COMBO_ROW (self->format)));
}

static const SlReportKind *
chosen_kind (SlReportDialog *self)
{
  return sl_report_kind_nth (adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind)));
}

static SlUid
chosen_project (SlReportDialog *self)
{
  guint selected = self->project != NULL ? adw_combo_row_get_selected (ADW_COMBO_ROW (self->project)) : 0;

  return selected < self->projects->len ? g_array_index (self->projects, SlUid, selected) : SL_UID_NONE;
}

/* As the command has it: a day in any way that people write it, or the number of a change. FALSE: it is neither. */
static gboolean
take_since (SlReportDialog *self, char **since, GError **error)
{
  g_autofree char *text = sl_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->since)), TRUE);
  SlDate as_of = sl_workspace_as_of (sl_window_workspace (self->window));
  SlDate day;
  char iso[11];

  *since = NULL;
  if (text == NULL)
    return TRUE;
  if (strspn (text, "0123456789") == strlen (text))
    *since = g_steal_pointer (&text);
  else if (sl_date_parse (text, as_of, &day))
    *since = g_strdup (sl_date_to_iso (day, iso));
  if (*since != NULL)
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_VALUE, _ ("“%s” is neither a day nor the number of a change"), text);
  return FALSE;
}

typedef struct
{
  int audience;
  SlUid project;
  guint n;
} Hidden;

static gboolean
count_hidden (const SlRecord *record, gpointer data)
{
  Hidden *hidden = data;

  if (hidden->project == SL_UID_NONE || SL_AS (RISK, record)->project == SL_UID_NONE
      || SL_AS (RISK, record)->project == hidden->project)
    hidden->n += SL_AS (RISK, record)->confidentiality > hidden->audience;
  return TRUE;
}

static void
say_hidden (SlReportDialog *self)
{
  Hidden hidden = { chosen_audience (self), chosen_project (self), 0 };
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (self->window == NULL || sl_window_workspace (self->window) == NULL)
    return;
  sl_data_each (sl_workspace_data (sl_window_workspace (self->window)), SL_KIND_RISK, count_hidden, &hidden);
  number = g_strdup_printf ("%u", hidden.n);
  /* TRANSLATORS: {1} is a number of risks that the readers of a report may not see. */
  text = hidden.n == 0 ? g_strdup (_ ("Every risk will be shown."))
                       : sl_text_compose (g_dngettext (GETTEXT_PACKAGE, "{1} risk will not be shown, only counted.",
                                                       "{1} risks will not be shown, only counted.", hidden.n),
                                          (const char *const[]){ number, NULL });
  gtk_label_set_text (GTK_LABEL (self->hidden), text);
}

static void
remember (SlReportDialog *self)
{
  sl_preferences_set_entry (preferences (self), "last-report", "format", sl_report_format_suffix (chosen_format (self)));
  sl_preferences_set_entry (preferences (self), "last-report", "audience",
                            sl_enum_token (&sl_confidentiality_enum, chosen_audience (self)));
}

static void
recall (SlReportDialog *self)
{
  g_autofree char *format = sl_preferences_dup_entry (preferences (self), "last-report", "format");
  g_autofree char *token = sl_preferences_dup_entry (preferences (self), "last-report", "audience");
  int audience = token != NULL ? sl_enum_from_token (&sl_confidentiality_enum, token) : 0;

  sl_report_dialog_set (self, audience != 0 ? audience : SL_CONFIDENTIALITY_BOARD, format != NULL ? format : "html");
}

void
sl_report_dialog_set (SlReportDialog *self, int audience, const char *format)
{
  g_return_if_fail (SL_IS_REPORT_DIALOG (self) && format != NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->audience), (guint) (audience - SL_CONFIDENTIALITY_OPEN));
  for (guint i = 0; sl_report_format_nth (i) != NULL; i++)
    if (g_strcmp0 (sl_report_format_suffix (sl_report_format_nth (i)), format) == 0)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->format), i);
  say_hidden (self);
}

/* --- Writing ------------------------------------------------------------------------------------------------------ */

/* The source is taken here, on the main thread: the report tells what the window showed when it was asked for. */
static Job *
job_new (SlReportDialog *self, GError **error)
{
  g_autofree char *since = NULL;
  SlReportSource *source;
  Job *job;

  if (!take_since (self, &since, error))
    return NULL;
  source = sl_report_source_new (sl_window_workspace (self->window), error);
  if (source == NULL)
    return NULL;
  job = g_new0 (Job, 1);
  job->source = source;
  job->since = g_steal_pointer (&since);
  job->options = (SlReportOptions){ .kind = chosen_kind (self), .audience = chosen_audience (self),
                                    .project = chosen_project (self), .since = job->since };
  return job;
}

static char *
dup_name (SlReportDialog *self)
{
  const SlProgrammeInfo *programme = sl_data_programme (sl_workspace_data (sl_window_workspace (self->window)));
  /* TRANSLATORS: name of a file; {1} is the name of a programme, {2} that of a report. */
  g_autofree char *text
      = sl_text_compose (_ ("{1} – {2}"),
                         (const char *const[]){ programme != NULL ? programme->name : "",
                                                g_dgettext (GETTEXT_PACKAGE, sl_report_kind_label (chosen_kind (self))), NULL });

  return sl_export_dup_name (text);
}

/* @file NULL: it is asked for. */
static void
export (SlReportDialog *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *suffix = NULL;
  g_autofree char *name = NULL;
  SlExportFormat format;
  SlExport what;
  Job *job;

  if (self->window == NULL || sl_window_workspace (self->window) == NULL)
    return;
  remember (self);
  job = job_new (self, &error);
  if (job == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->hidden), error->message);
      return;
    }
  suffix = g_strconcat (".", sl_report_format_suffix (chosen_format (self)), NULL);
  name = dup_name (self);
  format = (SlExportFormat){ g_intern_string (suffix), sl_report_format_label (chosen_format (self)) };
  what = (SlExport){ .title = _ ("Export Report"), .name = name, .formats = &format, .n_formats = 1, .write = write_report,
                     .job = job, .free_job = job_free };
  if (file != NULL)
    sl_export_start (self->window, file, &what);
  else
    sl_export_choose (self->window, &what);
  gtk_window_destroy (GTK_WINDOW (self));
}

void
sl_report_dialog_choose (SlReportDialog *self, SlUid project, const char *since)
{
  g_return_if_fail (SL_IS_REPORT_DIALOG (self) && since != NULL);
  for (guint i = 0; i < self->projects->len; i++)
    if (self->project != NULL && g_array_index (self->projects, SlUid, i) == project)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->project), i);
  gtk_editable_set_text (GTK_EDITABLE (self->since), since);
}

void
sl_report_dialog_write (SlReportDialog *self, GFile *file)
{
  g_return_if_fail (SL_IS_REPORT_DIALOG (self) && G_IS_FILE (file));
  export (self, file);
}

static void
on_export (SlReportDialog *self)
{
  export (self, NULL);
}

/* --- Building ----------------------------------------------------------------------------------------------------- */

static GtkWidget *
add_choice (GtkWidget *group, const char *title, const char *const *texts)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (texts);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  sl_name_widget (row, title);
  sl_name_inner (row, GTK_TYPE_LIST_VIEW, title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static gboolean
take_project (const SlRecord *record, gpointer data)
{
  g_array_append_val ((GArray *) data, record->uid);
  return TRUE;
}

/* Where there is but one project it is the programme. */
static void
add_projects (SlReportDialog *self)
{
  const SlData *data = sl_workspace_data (sl_window_workspace (self->window));
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  sl_data_each (data, SL_KIND_PROJECT, take_project, self->projects);
  if (self->projects->len <= 2)
    return;
  g_strv_builder_add (names, _ ("The whole programme"));
  for (guint i = 1; i < self->projects->len; i++)
    {
      const SlRecord *project = sl_data_lookup (data, g_array_index (self->projects, SlUid, i));
      g_autofree char *name = g_strdup_printf ("%s  %s", sl_record_code (project), sl_record_title (project));

      g_strv_builder_add (names, name);
    }
  texts = g_strv_builder_end (names);
  self->project = add_choice (self->group, _ ("About"), (const char *const *) texts);
  g_signal_connect_swapped (self->project, "notify::selected", G_CALLBACK (say_hidden), self);
}

static void
add_since (SlReportDialog *self)
{
  self->since = adw_entry_row_new ();
  /* TRANSLATORS: title of an entry. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->since), _ ("Changes since a day or a change’s number"));
  gtk_widget_set_tooltip_text (self->since, _ ("Empty: since the last sealed decision, or else one reporting period"));
  sl_name_widget (self->since, _ ("Changes since"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->since), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), self->since);
}

static GtkWidget *
new_form (SlReportDialog *self)
{
  const char *const audiences[] = { _ ("Everyone"), _ ("The board"), _ ("Those who may see restricted risks"), NULL };
  const char *kinds[FORMATS_MAX + 1] = { NULL }, *formats[FORMATS_MAX + 1] = { NULL };
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *group = self->group = adw_preferences_group_new ();

  for (guint i = 0; i < FORMATS_MAX && sl_report_kind_nth (i) != NULL; i++)
    kinds[i] = g_dgettext (GETTEXT_PACKAGE, sl_report_kind_label (sl_report_kind_nth (i)));
  for (guint i = 0; i < FORMATS_MAX && sl_report_format_nth (i) != NULL; i++)
    formats[i] = g_dgettext (GETTEXT_PACKAGE, sl_report_format_label (sl_report_format_nth (i)));
  gtk_widget_add_css_class (page, "form-page");
  sl_name_inner (group, GTK_TYPE_LIST_BOX, _ ("Report"));
  self->kind = add_choice (group, _ ("Report"), kinds);
  self->audience = add_choice (group, _ ("For"), audiences);
  self->format = add_choice (group, _ ("Format"), formats);
  gtk_box_append (GTK_BOX (page), group);
  self->hidden = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (self->hidden, "dim-label");
  gtk_box_append (GTK_BOX (page), self->hidden);
  g_signal_connect_swapped (self->audience, "notify::selected", G_CALLBACK (say_hidden), self);
  return page;
}

static GtkWidget *
new_header (SlReportDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));
  GtkWidget *go = gtk_button_new_with_label (_ ("Export…"));

  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  gtk_widget_add_css_class (go, "suggested-action");
  g_signal_connect_swapped (go, "clicked", G_CALLBACK (on_export), self);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), go);
  gtk_window_set_default_widget (GTK_WINDOW (self), go);
  return header;
}

static void
sl_report_dialog_dispose (GObject *object)
{
  SlReportDialog *self = SL_REPORT_DIALOG (object);

  g_clear_weak_pointer (&self->window);
  g_clear_pointer (&self->projects, g_array_unref);
  G_OBJECT_CLASS (sl_report_dialog_parent_class)->dispose (object);
}

static void
sl_report_dialog_class_init (SlReportDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_report_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sl_report_dialog_init (SlReportDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = adw_clamp_new ();
  SlUid whole = SL_UID_NONE;

  self->projects = g_array_new (FALSE, FALSE, sizeof (SlUid));
  g_array_append_val (self->projects, whole);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Export Report"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, -1);
  gtk_box_append (GTK_BOX (box), new_header (self));
  adw_clamp_set_child (ADW_CLAMP (clamp), new_form (self));
  gtk_box_append (GTK_BOX (box), clamp);
  adw_window_set_content (ADW_WINDOW (self), box);
}

SlReportDialog *
sl_report_dialog_show (SlWindow *window)
{
  SlReportDialog *self;

  g_return_val_if_fail (SL_IS_WINDOW (window) && sl_window_workspace (window) != NULL, NULL);
  self = g_object_new (SL_TYPE_REPORT_DIALOG, "transient-for", window, NULL);
  g_set_weak_pointer (&self->window, window);
  add_projects (self);
  add_since (self);
  recall (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
