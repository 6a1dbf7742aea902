/* The Overview in a window: the lines that `check` prints, acting on them, the way back, the empty file, who looked when.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "window-fixture.h"

#include "ui/pages/sl-overview-page.h"
#include "ui/widgets/sl-fix-popover.h"
#include "ui/widgets/sl-record-list.h"
#include "ui/widgets/sl-reason.h"

#include <string.h>

static gboolean
settled (gpointer window)
{
  return sl_watch_is_settled (sl_tally_watch (((SlWindow *) window)->tally));
}

static SlOverviewPage *
overview (SlWindow *window)
{
  SlOverviewPage *page = SL_OVERVIEW_PAGE (sl_window_show_page (window, "overview"));

  window_fixture_wait (settled, window, "the watch");
  window_fixture_settle ();
  return page;
}

static GtkListBox *
list_of (SlOverviewPage *page)
{
  return GTK_LIST_BOX (window_fixture_find (GTK_WIDGET (sl_overview_page_attention (page)), GTK_TYPE_LIST_BOX, NULL, NULL));
}

static gboolean
says (SlOverviewPage *page, const char *text)
{
  return window_fixture_find (GTK_WIDGET (sl_overview_page_attention (page)), GTK_TYPE_LABEL, "label", text) != NULL;
}

/* Every line of `check` is on the page, and no other. */
static void
test_same_as_check (WindowFixture *f, gconstpointer unused)
{
  SlWindow *window = window_fixture_sample (f);
  SlOverviewPage *page = overview (window);
  g_autoptr (GPtrArray) findings = sl_workspace_check (window->workspace);

  g_assert_cmpuint (findings->len, ==, 12);
  g_assert_cmpuint (sl_attention_list_count (sl_overview_page_attention (page)), ==, findings->len);
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *text = sl_finding_dup_text (findings->pdata[i], TRUE);

      g_assert_true (says (page, text));
    }
  g_assert_cmpuint (sl_tally_counts (window->tally)->attention, ==, findings->len);
  g_assert_true (g_str_has_prefix (sl_overview_page_headline (page), "12 things need attention"));
}

/* One step: the line goes, the focus is on the one after it, and undo brings it back. */
static void
test_review (WindowFixture *f, gconstpointer unused)
{
  SlWindow *window = window_fixture_sample (f);
  SlOverviewPage *page = overview (window);
  const char *line = "R-005: its review is overdue by 88 days and stale; look at it or close it";
  g_autoptr (GError) error = NULL;

  g_assert_true (says (page, line));
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (list_of (page), 1)));
  sl_attention_list_fix (sl_overview_page_attention (page), 1);
  window_fixture_wait (settled, window, "the watch");
  g_assert_false (says (page, line));
  g_assert_cmpuint (sl_tally_counts (window->tally)->attention, ==, 11);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (gtk_list_box_get_row_at_index (list_of (page), 1)));
  g_assert_true (sl_workspace_undo (window->workspace, &error));
  g_assert_no_error (error);
  window_fixture_wait (settled, window, "the watch");
  g_assert_true (says (page, line));
}

static gboolean
has_popover (gpointer page)
{
  return window_fixture_find (GTK_WIDGET (sl_overview_page_attention (page)), SL_TYPE_FIX_POPOVER, NULL, NULL) != NULL;
}

/* Of what is asked, the popover asks; a demanded reason is asked in it too. */
static void
test_owner (WindowFixture *f, gconstpointer unused)
{
  SlWindow *window = window_fixture_sample (f);
  SlOverviewPage *page = overview (window);
  const char *gap = "R-006: owner gap: Procurement Sample is not active on 31 Jul 2026; name someone who is";
  g_autoptr (GError) error = NULL;
  g_autofree char *owner = NULL;
  GtkWidget *popover;
  guint n = 0;

  g_assert_true (sl_workspace_set_text (window->workspace, window_fixture_uid (window->workspace, "P-08"), SL_PERSON_ACTIVE_TO,
                                        "2026-07-01", NULL, &error));
  g_assert_no_error (error);
  window_fixture_wait (settled, window, "the watch");
  g_assert_true (says (page, gap));
  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (list_of (page), (int) n)) != NULL; n++)
    if (window_fixture_find (GTK_WIDGET (row), GTK_TYPE_LABEL, "label", gap) != NULL)
      break;
  sl_attention_list_fix (sl_overview_page_attention (page), n);
  window_fixture_wait (has_popover, page, "the question");
  popover = window_fixture_find (GTK_WIDGET (sl_overview_page_attention (page)), SL_TYPE_FIX_POPOVER, NULL, NULL);
  window_fixture_settle ();
  g_signal_emit_by_name (window_fixture_find (popover, SL_TYPE_RECORD_LIST, NULL, NULL), "chosen",
                         window_fixture_uid (window->workspace, "P-03"));
  g_assert_true (gtk_widget_get_visible (window_fixture_find (popover, SL_TYPE_REASON, NULL, NULL)));
  g_signal_emit_by_name (window_fixture_find (popover, SL_TYPE_REASON, NULL, NULL), "given", "Procurement has moved on");
  window_fixture_wait (settled, window, "the watch");
  g_assert_false (says (page, gap));
  g_assert_false (has_popover (page));
  owner = window_fixture_get (window->workspace, "R-006", SL_RISK_OWNER);
  g_assert_cmpstr (owner, ==, "Operations Sample");
}

/* What nobody can act on now is said, and nothing is done. */
static void
test_refused (WindowFixture *f, gconstpointer unused)
{
  SlWindow *window = window_fixture_sample (f);
  SlOverviewPage *page = overview (window);
  gint64 seq = sl_workspace_present_seq (window->workspace);

  g_assert_true (sl_workspace_set_actor (window->workspace, SL_UID_NONE, NULL));
  sl_attention_list_fix (sl_overview_page_attention (page), 1);
  window_fixture_settle ();
  g_assert_cmpint (sl_workspace_present_seq (window->workspace), ==, seq);
  g_assert_nonnull (window->toast);
}

/* Every risk, and what refers to one. */
static void
delete_risks (SlWindow *window)
{
  const int kinds[] = { SL_KIND_PROMPT_DISPOSITION, SL_KIND_ISSUE, SL_KIND_RISK };
  g_autoptr (SlTx) tx = sl_workspace_begin (window->workspace, SL_VERB_LOAD);
  SlProgramme *programme = sl_workspace_programme (window->workspace);
  g_autoptr (GError) error = NULL;

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < sl_programme_count (programme, kinds[k]); i++)
      sl_tx_delete (tx, sl_programme_nth (programme, kinds[k], i)->uid, NULL);
  sl_workspace_commit (window->workspace, g_steal_pointer (&tx), NULL, &error);
  g_assert_no_error (error);
}

/* Where no risk is there are doors instead; the first risk opens the page. */
static void
test_doors (WindowFixture *f, gconstpointer unused)
{
  SlWindow *window = window_fixture_sample (f);
  SlOverviewPage *page = overview (window);

  g_assert_null (window_fixture_find (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, NULL, NULL));
  delete_risks (window);
  window_fixture_wait (settled, window, "the watch");
  g_assert_nonnull (window_fixture_find (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, "title", "Nothing Is Recorded Yet"));
  g_signal_emit_by_name (window_fixture_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "label", "Add a Risk"), "clicked");
  window_fixture_wait (settled, window, "the watch");
  g_assert_cmpstr (sl_page_get_info (sl_window_page (window))->name, ==, "risks");
  g_assert_cmpuint (sl_programme_count (sl_workspace_programme (window->workspace), SL_KIND_RISK), ==, 1);
  g_assert_null (window_fixture_find (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, NULL, NULL));
}

/* --- Since -------------------------------------------------------------------------------------------------------- */

static gboolean
since_settled (gpointer page)
{
  return sl_since_box_is_settled (sl_overview_page_since (page));
}

/* The first time there is nothing to tell; what others do afterwards is told the next time, what one did oneself is not. */
static void
test_since (WindowFixture *f, gconstpointer unused)
{
  SlWindow *window = window_fixture_sample (f);
  SlOverviewPage *page = overview (window);
  g_autoptr (GFile) file = g_object_ref (window->file);
  g_autoptr (SlWorkspace) other = NULL;
  g_autoptr (GError) error = NULL;

  window_fixture_wait (since_settled, page, "what has happened");
  g_assert_cmpuint (sl_since_box_count (sl_overview_page_since (page)), ==, 0);
  g_assert_true (g_str_has_prefix (sl_since_box_caption (sl_overview_page_since (page)), "This is the first time"));
  sl_window_forget_file (window);
  other = window_fixture_other (file);
  g_assert_true (sl_workspace_set_actor (other, window_fixture_uid (other, "P-05"), NULL));
  g_assert_true (sl_workspace_set_text (other, window_fixture_uid (other, "R-006"), SL_RISK_OWNER, "P-03", "Moves on", &error));
  g_assert_true (sl_workspace_set_actor (other, window_fixture_uid (other, "P-02"), NULL));
  g_assert_true (sl_workspace_set_text (other, window_fixture_uid (other, "R-004"), SL_RISK_OWNER, "P-03", "Moves on", &error));
  g_assert_no_error (error);
  sl_workspace_close (other);
  sl_window_open (window, file);
  window_fixture_settle ();
  page = overview (window);
  window_fixture_wait (since_settled, page, "what has happened");
  g_assert_cmpuint (sl_since_box_count (sl_overview_page_since (page)), ==, 1);
  g_assert_nonnull (window_fixture_find (GTK_WIDGET (sl_overview_page_since (page)), GTK_TYPE_LABEL, "label",
                                         "R-006: it passed from Procurement Sample to Operations Sample"));
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/overview/same-as-check", WindowFixture, NULL, window_fixture_set_up, test_same_as_check, window_fixture_tear_down);
  g_test_add ("/overview/review", WindowFixture, NULL, window_fixture_set_up, test_review, window_fixture_tear_down);
  g_test_add ("/overview/owner", WindowFixture, NULL, window_fixture_set_up, test_owner, window_fixture_tear_down);
  g_test_add ("/overview/refused", WindowFixture, NULL, window_fixture_set_up, test_refused, window_fixture_tear_down);
  g_test_add ("/overview/doors", WindowFixture, NULL, window_fixture_set_up, test_doors, window_fixture_tear_down);
  g_test_add ("/overview/since", WindowFixture, NULL, window_fixture_set_up, test_since, window_fixture_tear_down);
  return g_test_run ();
}
