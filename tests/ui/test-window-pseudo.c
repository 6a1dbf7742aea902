/* The window in a language made of our own texts: what is not bracketed was not put through gettext.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "window-fixture.h"

#include "ui/dialogs/sl-new-programme.h"
#include "ui/dialogs/sl-shortcuts.h"
#include "ui/pages/sl-history-page.h"

#include <libintl.h>
#include <locale.h>

static void
assert_translated (const char *text)
{
  if (!g_str_has_prefix (text, "["))
    g_error ("not translated: %s", text);
}

/* Every label of that style below @widget that has something to say. */
static guint
check_labels (GtkWidget *widget, const char *css)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LABEL (child) && gtk_widget_has_css_class (child, css) && gtk_widget_get_visible (child))
        {
          assert_translated (gtk_label_get_text (GTK_LABEL (child)));
          n++;
        }
      n += check_labels (child, css);
    }
  return n;
}

static void
test_window (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlRegisterPage *page = SL_REGISTER_PAGE (sl_window_show_page (window, "risks"));

  assert_translated (gtk_button_get_label (GTK_BUTTON (window->add)));
  assert_translated (gtk_widget_get_tooltip_text (window->undo));
  g_assert_cmpuint (check_labels (GTK_WIDGET (page), "status-line"), ==, 1);
  g_assert_true (sl_grid_set_cursor (sl_register_page_grid (page), window_fixture_uid (window->workspace, "R-002"), NULL));
  sl_form_row (sl_detail_form (sl_register_page_detail (page)), SL_RISK_EARLY_WARNING);
  g_assert_cmpuint (check_labels (GTK_WIDGET (page), "form-caption"), >, 20);
  page = SL_REGISTER_PAGE (sl_window_show_page (window, "people"));
  g_assert_true (sl_grid_set_cursor (sl_register_page_grid (page), window_fixture_uid (window->workspace, "P-02"), NULL));
  sl_form_row (sl_detail_form (sl_register_page_detail (page)), SL_PERSON_SENIOR);
  g_assert_cmpuint (check_labels (GTK_WIDGET (page), "form-label"), >=, 2);
}

static gboolean
is_read (gpointer model)
{
  return sl_history_state (sl_history_model_history (model)) == SL_HISTORY_WHOLE;
}

static void
test_history (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  g_assert_true (sl_workspace_set_text (window->workspace, window_fixture_uid (window->workspace, "R-002"), SL_RISK_CAUSE,
                                        "Frost and salt", NULL, &error));
  g_assert_no_error (error);
  page = GTK_WIDGET (sl_window_show_page (window, "history"));
  window_fixture_wait (is_read, sl_history_page_model (SL_HISTORY_PAGE (page)), "the history");
  window_fixture_settle ();
  g_assert_true (sl_history_model_set_open (sl_history_page_model (SL_HISTORY_PAGE (page)), 0, TRUE, NULL));
  window_fixture_settle ();
  g_assert_cmpuint (check_labels (page, "history-day"), >, 0);
  g_assert_cmpuint (check_labels (page, "history-label"), >, 1);
  g_assert_nonnull (window_fixture_find (page, GTK_TYPE_LABEL, "label", g_dgettext (GETTEXT_PACKAGE, "Nobody stated")));
  g_assert_nonnull (window_fixture_find (page, GTK_TYPE_LABEL, "label", g_dgettext (GETTEXT_PACKAGE, "shown now")));
}

static void
test_dialogs (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = sl_window_new (fixture->application);
  g_autoptr (GtkWidget) shortcuts = sl_shortcuts_new (NULL);
  GtkWindow *dialog;

  gtk_window_present (GTK_WINDOW (window));
  dialog = GTK_WINDOW (sl_new_programme_show (window));
  assert_translated (gtk_window_get_title (dialog));
  g_assert_cmpuint (check_labels (GTK_WIDGET (dialog), "heading"), >, 0);
  gtk_window_close (dialog);
  g_assert_nonnull (window_fixture_find (shortcuts, GTK_TYPE_SHORTCUTS_GROUP, NULL, NULL));
  gtk_window_destroy (GTK_WINDOW (shortcuts));
}

#define ADD(path, func) g_test_add ("/ui/pseudo/" path, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

/* The first argument is where the language was put. */
int
main (int argc, char **argv)
{
  g_setenv ("SIGHTLINE_TODAY", "2026-11-21", TRUE);
  g_setenv ("LANGUAGE", "xx", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >=, 2);
  bindtextdomain (GETTEXT_PACKAGE, argv[1]);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  adw_init ();
  ADD ("window", test_window);
  ADD ("history", test_history);
  ADD ("dialogs", test_dialogs);
  return g_test_run ();
}
