/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sl-window-private.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

/* --- Who acts ----------------------------------------------------------------------------------------------------- */

void
sl_window_remember_actor (SlWindow *self)
{
  const SlData *data = sl_workspace_data (self->workspace);
  const SlProgrammeInfo *programme = sl_data_programme (data);
  const SlRecord *person = sl_data_lookup (data, sl_workspace_actor (self->workspace));

  if (programme != NULL)
    sl_preferences_set_entry (self->preferences, "last-actors", programme->identity,
                              person != NULL ? sl_record_code (person) : "");
}

static gboolean
find_only (const SlRecord *record, gpointer data)
{
  SlUid *only = data;

  *only = *only == SL_UID_NONE ? record->uid : -1;
  return *only > 0;
}

/* Whom one acted as last; in a sample its programme manager; where there is but one person, that one. */
void
sl_window_restore_actor (SlWindow *self)
{
  const SlData *data = sl_workspace_data (self->workspace);
  const SlProgrammeInfo *programme = sl_data_programme (data);
  g_autofree char *code = NULL;
  const SlRecord *person = NULL;
  SlUid only = SL_UID_NONE;

  if (programme == NULL || sl_workspace_actor (self->workspace) != SL_UID_NONE)
    return;
  code = sl_preferences_dup_entry (self->preferences, "last-actors", programme->identity);
  if (code == NULL && programme->sample)
    code = g_strdup ("P-02");
  if (code != NULL)
    person = sl_data_by_code (data, code);
  else
    {
      sl_data_each (data, SL_KIND_PERSON, find_only, &only);
      person = only > 0 ? sl_data_lookup (data, only) : NULL;
    }
  /* Someone who has left does not act any more; nobody does until chosen. */
  if (person != NULL && person->kind == SL_KIND_PERSON
      && sl_person_active (data, person->uid, sl_workspace_as_of (self->workspace)))
    sl_workspace_set_actor (self->workspace, person->uid, NULL);
}

/* --- Banners ------------------------------------------------------------------------------------------------------ */

static void
refresh_state (SlWindow *self)
{
  SlWorkspaceState state = sl_workspace_state (self->workspace);
  gboolean ready = state == SL_WORKSPACE_READY;
  g_autofree char *obstacle = ready ? sl_workspace_dup_obstacle (self->workspace) : NULL;

  sl_banner_show (self->checking, state == SL_WORKSPACE_CHECKING ? _ ("Checking… you can look around meanwhile") : NULL, NULL);
  sl_banner_set_busy (self->checking, state == SL_WORKSPACE_CHECKING);
  /* As recorded has its own banner, and a way out. */
  sl_banner_show (self->read_only, sl_workspace_recorded_seq (self->workspace) > 0 ? NULL : obstacle, NULL);
  sl_window_restore_actor (self);
  sl_window_refresh_actions (self);
}

static void
refresh_all (SlWindow *self)
{
  sl_window_refresh_actions (self);
  sl_window_refresh_header (self);
}

static void
on_outside_change (SlWindow *self, SlChangeSet *change_set)
{
  g_autofree char *what = sl_change_set_dup_label (change_set, sl_workspace_data (self->workspace), TRUE);
  g_autofree char *number = g_strdup_printf ("%u", ++self->n_outside);
  g_autofree char *text = NULL;

  if (self->n_outside == 1)
    /* TRANSLATORS: {1} is what was done, for example "Edit R-005: Owner". */
    text = sl_text_compose (_ ("Changed elsewhere: {1}"), (const char *[]){ what, NULL });
  else
    text = sl_text_compose (_ ("Changed elsewhere {2} times, last: {1}"), (const char *[]){ what, number, NULL });
  sl_banner_show (self->outside, text, _ ("Dismiss"));
}

static void
on_outside_dismissed (SlWindow *self)
{
  self->n_outside = 0;
  sl_banner_show (self->outside, NULL, NULL);
}

static void
on_trouble (SlWindow *self, const GError *error)
{
  g_autofree char *text = sl_text_compose (_ ("The file cannot be read just now: {1}"), (const char *[]){ error->message, NULL });

  sl_banner_show (self->trouble, text, _ ("Retry"));
}

static void
on_retry (SlWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (sl_workspace_poll (self->workspace, &error))
    sl_banner_show (self->trouble, NULL, NULL);
  else
    on_trouble (self, error);
}

static SlBanner *
add_banner (GtkWidget *box)
{
  GtkWidget *banner = sl_banner_new ();

  gtk_box_append (GTK_BOX (box), banner);
  return SL_BANNER (banner);
}

GtkWidget *
sl_window_banners_new (SlWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->checking = add_banner (box);
  self->read_only = add_banner (box);
  self->recorded = add_banner (box);
  self->trouble = add_banner (box);
  self->outside = add_banner (box);
  g_signal_connect_object (self->outside, "button-clicked", G_CALLBACK (on_outside_dismissed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recorded, "button-clicked", G_CALLBACK (sl_window_on_recorded_button), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trouble, "button-clicked", G_CALLBACK (on_retry), self, G_CONNECT_SWAPPED);
  return box;
}

void
sl_window_watch_state (SlWindow *self)
{
  static const char *const header[] = { "changed", "reset", "notify::as-of", "notify::can-undo", "notify::can-redo" };

  for (guint i = 0; i < G_N_ELEMENTS (header); i++)
    g_signal_connect_object (self->workspace, header[i], G_CALLBACK (refresh_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::state", G_CALLBACK (refresh_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::recorded", G_CALLBACK (refresh_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "outside-change", G_CALLBACK (on_outside_change), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "trouble", G_CALLBACK (on_trouble), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tally, "changed", G_CALLBACK (sl_window_refresh_sidebar), self, G_CONNECT_SWAPPED);
  refresh_state (self);
}
