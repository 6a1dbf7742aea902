/* The settings in a window: drafting, what would move, refusing a bad grid, applying, going back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "window-fixture.h"

#include "ui/pages/sl-settings-page.h"

static SlSettingsPage *
page_of (SlWindow *window)
{
  SlSettingsPage *page = SL_SETTINGS_PAGE (sl_window_show_page (window, "settings"));

  window_fixture_settle ();
  return page;
}

static void
press (SlSettingsPage *page, const char *label)
{
  GtkWidget *button = window_fixture_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "label", label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  window_fixture_settle ();
}

static int
version (SlWindow *window)
{
  return sl_workspace_view (window->workspace).settings->version;
}

static void
test_draft (WindowFixture *f, gconstpointer unused)
{
  SlWindow *window = window_fixture_sample (f);
  SlSettingsPage *page = page_of (window);

  g_assert_cmpstr (sl_settings_page_summary (page), ==, "");
  g_assert_true (sl_settings_page_draft (page, "grid_3", "GAARR"));
  g_assert_cmpstr (sl_settings_page_summary (page), ==, "1 change · 1 risk changes level · 1 review becomes overdue");
  g_assert_cmpint (version (window), ==, 1);
  press (page, "Discard");
  g_assert_cmpstr (sl_settings_page_summary (page), ==, "");
  g_assert_false (sl_settings_page_draft (page, "review_red", "0"));
}

static void
test_bad_grid (WindowFixture *f, gconstpointer unused)
{
  SlWindow *window = window_fixture_sample (f);
  SlSettingsPage *page = page_of (window);

  g_assert_true (sl_settings_page_draft (page, "grid_1", "GGGAR"));
  g_assert_nonnull (window_fixture_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "label",
                                         "Probability 1, impact 5: the lowest probability and the lowest impact may hold no Red cell (F-3)"));
  g_assert_false (sl_settings_page_apply (page, "Try"));
  g_assert_cmpint (version (window), ==, 1);
}

static void
test_apply (WindowFixture *f, gconstpointer unused)
{
  SlWindow *window = window_fixture_sample (f);
  SlSettingsPage *page = page_of (window);

  g_assert_true (sl_settings_page_draft (page, "review_red", "10"));
  g_assert_true (sl_settings_page_apply (page, "Sooner"));
  g_assert_cmpint (version (window), ==, 2);
  g_assert_cmpstr (sl_settings_page_summary (page), ==, "");
  g_assert_false (sl_workspace_can_undo (window->workspace));
  press (page, "Go Back to Version 1");
  g_assert_true (g_str_has_prefix (sl_settings_page_summary (page), "1 change"));
  g_assert_true (sl_settings_page_apply (page, "Too soon"));
  g_assert_cmpint (version (window), ==, 3);
  g_assert_cmpint (sl_workspace_view (window->workspace).settings->review_red, ==, 14);
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/settings-page/draft", WindowFixture, NULL, window_fixture_set_up, test_draft, window_fixture_tear_down);
  g_test_add ("/settings-page/bad-grid", WindowFixture, NULL, window_fixture_set_up, test_bad_grid, window_fixture_tear_down);
  g_test_add ("/settings-page/apply", WindowFixture, NULL, window_fixture_set_up, test_apply, window_fixture_tear_down);
  return g_test_run ();
}
