/* Exporting a report from the window: for whom, in which format, what is remembered, what is written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "window-fixture.h"

#include "ui/dialogs/sl-report-dialog.h"
#include "ui/sl-application.h"

#include <string.h>

static SlReportDialog *
show (SlWindow *window)
{
  SlReportDialog *dialog = sl_report_dialog_show (window);

  g_assert_nonnull (dialog);
  return dialog;
}

static gboolean
toast_shown (gpointer data)
{
  return ((SlWindow *) data)->toast != NULL;
}

static char *
dup_written (WindowFixture *fixture, SlWindow *window, int audience, const char *name, const char *format)
{
  g_autoptr (GFile) file = window_fixture_file (fixture, name);
  SlReportDialog *dialog = show (window);
  char *text = NULL;

  sl_report_dialog_set (dialog, audience, format);
  sl_report_dialog_write (dialog, file);
  window_fixture_wait (toast_shown, window, "the end");
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &text, NULL, NULL));
  return text;
}

static void
test_written (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  g_autofree char *page = dup_written (fixture, window, SL_CONFIDENTIALITY_BOARD, "out.html", "html");

  g_assert_true (g_str_has_prefix (page, "<!DOCTYPE html>"));
  g_assert_nonnull (strstr (page, "2 of 11 open threats are Red."));
  g_assert_cmpstr (adw_toast_get_button_label (window->toast), ==, "Open");
}

static void
test_xml (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  g_autofree char *xml = dup_written (fixture, window, SL_CONFIDENTIALITY_RESTRICTED, "out.xml", "xml");

  g_assert_nonnull (strstr (xml, "audience=\"restricted\""));
}

/* One project alone, and the changes since a day said in words; what is no day stays in the dialog. */
static void
test_project (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlWorkspace *workspace = sl_window_workspace (window);
  g_autoptr (GFile) file = window_fixture_file (fixture, "one.xml");
  SlTx *tx = sl_workspace_begin (workspace, SL_VERB_ADD);
  SlUid other = sl_tx_create (tx, SL_KIND_PROJECT);
  SlReportDialog *dialog;
  g_autofree char *text = NULL, *wanted = NULL;
  g_autoptr (GError) error = NULL;

  sl_tx_set_text (tx, other, SL_PROJECT_NAME, "Quay", SL_DATE_NONE, &error);
  g_assert_no_error (error);
  sl_workspace_commit (workspace, tx, NULL, &error);
  g_assert_no_error (error);
  wanted = g_strdup_printf ("project=\"%s\"", sl_record_code (sl_data_lookup (sl_workspace_data (workspace), other)));
  dialog = show (window);
  sl_report_dialog_set (dialog, SL_CONFIDENTIALITY_RESTRICTED, "xml");
  sl_report_dialog_choose (dialog, other, "the day before yesterday");
  sl_report_dialog_write (dialog, file);
  g_assert_false (g_file_query_exists (file, NULL));
  sl_report_dialog_choose (dialog, other, "1 Jul 2026");
  sl_report_dialog_write (dialog, file);
  window_fixture_wait (toast_shown, window, "the end");
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "2026-07-01"));
  g_assert_nonnull (strstr (text, wanted));
}

static void
assert_choice (SlReportDialog *dialog, const char *title, const char *expected)
{
  GtkWidget *row = window_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "title", title);

  g_assert_nonnull (row);
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (ADW_COMBO_ROW (row))), ==, expected);
}

/* What was chosen last comes first; how many are left out is said before. */
static void
test_remembered (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlWorkspace *workspace = sl_window_workspace (window);
  SlReportDialog *dialog;
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = NULL;

  sl_preferences_set (sl_application_preferences (SL_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)))),
                      "last-report", g_variant_new ("a{ss}", NULL));
  dialog = show (window);
  assert_choice (dialog, "For", "The board");
  assert_choice (dialog, "Format", "Web page, for people");
  g_assert_nonnull (window_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "label", "Every risk will be shown."));
  gtk_window_destroy (GTK_WINDOW (dialog));
  xml = dup_written (fixture, window, SL_CONFIDENTIALITY_OPEN, "out.xml", "xml");
  sl_workspace_set_text (workspace, sl_data_by_code (sl_workspace_data (workspace), "R-005")->uid, SL_RISK_CONFIDENTIALITY,
                         "restricted", "for the test", &error);
  g_assert_no_error (error);
  dialog = show (window);
  assert_choice (dialog, "For", "Everyone");
  assert_choice (dialog, "Format", "XML, for machines");
  g_assert_nonnull (window_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "label",
                                         "1 risk will not be shown, only counted."));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

#define ADD(path, func) g_test_add ("/ui/report/" path, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("SIGHTLINE_TODAY", "2026-11-21", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("written", test_written);
  ADD ("xml", test_xml);
  ADD ("project", test_project);
  ADD ("remembered", test_remembered);
  return g_test_run ();
}
