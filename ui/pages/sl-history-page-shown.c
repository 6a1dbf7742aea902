/* What the History page shows in each state: the list, that it is being read, that there is nothing, that it failed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/pages/sl-history-page-private.h"

#include "base/sl-text.h"
#include "ui/pages/sl-history-filters.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-banner.h"

#include <glib/gi18n-lib.h>

static char *
dup_count (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change", "%u changes", n), n);
}

gboolean
sl_history_page_is_narrowed (SlHistoryPage *self)
{
  return sl_history_filters_is_set (SL_HISTORY_FILTERS (self->filters))
         || *sl_page_search_text (SL_PAGE (self)) != '\0';
}

static void
refresh_status (SlHistoryPage *self)
{
  SlHistoryState state = sl_history_state (self->history);
  guint n = sl_history_count (self->history);
  g_autofree char *all = dup_count ((guint) sl_history_total (self->history));
  g_autofree char *read = g_strdup_printf ("%u", n);
  g_autofree char *shown = g_strdup_printf ("%u", sl_history_model_n_acts (self->model));
  g_autofree char *text = NULL;

  if (state == SL_HISTORY_WAITING)
    text = g_strdup (_ ("The history is read once the file has been checked"));
  else if (state == SL_HISTORY_READING && sl_history_page_is_narrowed (self))
    /* TRANSLATORS: {1} and {2} are numbers, {3} is "14 changes". */
    text = sl_text_compose (_ ("{1} shown · searched {2} of {3} so far"), (const char *[]){ shown, read, all, NULL });
  else if (state == SL_HISTORY_READING)
    text = sl_text_compose (_ ("{2} of {3} read so far"), (const char *[]){ shown, read, all, NULL });
  else if (state == SL_HISTORY_FAILED)
    text = sl_text_compose (_ ("{2} of {3} read"), (const char *[]){ shown, read, all, NULL });
  else if (sl_history_page_is_narrowed (self))
    text = sl_text_compose (_ ("{1} shown · {3}"), (const char *[]){ shown, read, all, NULL });
  gtk_label_set_text (GTK_LABEL (self->status), text != NULL ? text : all);
  gtk_widget_set_visible (self->progress, state == SL_HISTORY_READING && n > 0);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), (double) n / (double) MAX (sl_history_total (self->history), 1));
}

static void
show_waiting (SlHistoryPage *self)
{
  GtkWidget *page = sl_deck_get (self->deck, "waiting");

  if (page == NULL)
    {
      GtkWidget *spinner = gtk_spinner_new ();
      GtkWidget *label = gtk_label_new (_ ("Reading the history…"));

      page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
      gtk_widget_set_valign (page, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (page, "history-waiting");
      gtk_widget_set_size_request (spinner, 32, 32);
      gtk_spinner_start (GTK_SPINNER (spinner));
      gtk_box_append (GTK_BOX (page), spinner);
      gtk_box_append (GTK_BOX (page), label);
      sl_deck_add (self->deck, page, "waiting");
    }
  sl_deck_show (self->deck, page);
}

static void
show_no_hit (SlHistoryPage *self)
{
  const char *problem = sl_history_filters_problem (SL_HISTORY_FILTERS (self->filters));
  gboolean reading = sl_history_state (self->history) == SL_HISTORY_READING;

  sl_deck_show_status (self->deck, "no-hit", "edit-find-symbolic", _ ("Nothing Fits"),
                    problem != NULL ? problem
                    : reading       ? _ ("Nothing read so far is what you are looking for; the older history is still coming in.")
                                    : _ ("No change in the whole history is what you are looking for."),
                    _ ("Clear Filters"), "history.clear");
}

static void
show_failure (SlHistoryPage *self)
{
  const GError *error = sl_history_error (self->history);
  g_autofree char *n = g_strdup_printf ("%u", sl_history_count (self->history));
  g_autofree char *text = NULL;

  if (sl_history_count (self->history) == 0)
    {
      sl_deck_show_status (self->deck, "failed", "dialog-error-symbolic", _ ("The History Cannot Be Read"), error->message, _ ("Try Again"),
                        "history.retry");
      return;
    }
  /* TRANSLATORS: {1} is a number, {2} what went wrong. */
  text = sl_text_compose (_ ("Only the newest {1} changes could be read. {2}"), (const char *[]){ n, error->message, NULL });
  sl_banner_show (SL_BANNER (self->banner), text, _ ("Try Again"));
}

void
sl_history_page_refresh (SlHistoryPage *self)
{
  SlHistoryState state = sl_history_state (self->history);
  gboolean failed = state == SL_HISTORY_FAILED;

  if (!failed)
    sl_banner_show (SL_BANNER (self->banner), NULL, NULL);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    {
      sl_deck_show (self->deck, self->scroller);
      if (self->waits_for_focus)
        sl_history_page_go_to (self, 0);
      self->waits_for_focus = FALSE;
    }
  else if (sl_history_page_is_narrowed (self) && sl_history_count (self->history) > 0)
    show_no_hit (self);
  else if (state == SL_HISTORY_WHOLE)
    sl_deck_show_status (self->deck, "empty", sl_page_get_info (SL_PAGE (self))->icon, _ ("No History Yet"),
                      _ ("Every change is kept here for good: who made it, when, why, and what it was before. The first one starts it."),
                      NULL, NULL);
  else if (!failed)
    show_waiting (self);
  if (failed)
    show_failure (self);
  refresh_status (self);
}
