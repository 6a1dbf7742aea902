/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-person-acts.h"

#include "base/sl-text.h"
#include "ui/dialogs/sl-leaving.h"

#include <glib/gi18n-lib.h>

/* Why nothing can be recorded now; NULL when it can. */
static char *
dup_obstacle (SlWorkspace *workspace)
{
  char *obstacle = sl_workspace_dup_obstacle (workspace);

  if (obstacle == NULL && sl_workspace_as_of (workspace) != sl_workspace_default_as_of (workspace))
    obstacle = g_strdup (_ ("You are looking at another day; set the as-of date back before you record who comes and goes"));
  return obstacle;
}

static void
on_left (SlPage *page, const char *text)
{
  sl_page_tell (page, text, TRUE);
}

static void
leave (SlPage *page, SlWorkspace *workspace, SlUid uid)
{
  g_autofree char *obstacle = dup_obstacle (workspace);
  SlLeaving *dialog;

  if (obstacle != NULL)
    {
      sl_page_tell (page, obstacle, FALSE);
      return;
    }
  dialog = sl_leaving_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), workspace, uid);
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_left), page, G_CONNECT_SWAPPED);
}

static gboolean
can_come_back (SlWorkspace *workspace, const SlRecord *record)
{
  return SL_AS (PERSON, record)->active_to != SL_DATE_NONE;
}

static void
come_back (SlPage *page, SlWorkspace *workspace, SlUid uid)
{
  g_autofree char *obstacle = dup_obstacle (workspace);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (obstacle != NULL)
    {
      sl_page_tell (page, obstacle, FALSE);
      return;
    }
  if (sl_workspace_set_text (workspace, uid, SL_PERSON_ACTIVE_TO, "", NULL, &error))
    /* TRANSLATORS: after the last day of somebody was taken away; {1} is a person. */
    text = sl_text_compose (_ ("{1} is here without a last day"),
                            (const char *[]){ sl_data_name (sl_workspace_data (workspace), uid), NULL });
  sl_page_tell (page, error != NULL ? error->message : text, error == NULL);
}

const SlRowAct sl_person_acts[] = {
  { "leave", N_ ("Leaving…"), GDK_KEY_l, GDK_CONTROL_MASK, NULL, leave },
  { "come-back", N_ ("Stays or Comes Back"), 0, 0, can_come_back, come_back },
  { NULL, NULL, 0, 0, NULL, NULL },
};
