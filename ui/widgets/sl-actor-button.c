/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-actor-button.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-record-list.h"

#include <glib/gi18n-lib.h>

struct _SlActorButton
{
  GtkWidget parent_instance;
  SlWorkspace *workspace;
  GtkWidget *button, *title, *popover, *list;
};

G_DEFINE_FINAL_TYPE (SlActorButton, sl_actor_button, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void
sl_actor_button_dispose (GObject *object)
{
  SlActorButton *self = SL_ACTOR_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_actor_button_parent_class)->dispose (object);
}

static void
sl_actor_button_class_init (SlActorButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_actor_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* "acting as Ada Abbot". Whoever has left goes on acting here until somebody else is chosen, so that the leaving itself
 * can be taken back; that it is so is said. */
static char *
dup_actor (SlActorButton *self)
{
  const SlData *data = sl_workspace_data (self->workspace);
  SlUid actor = sl_workspace_actor (self->workspace);
  const char *person = sl_data_name (data, actor);

  if (*person == '\0')
    return g_strdup (_ ("acting as nobody: choose who you are"));
  if (!sl_person_active (data, actor, sl_workspace_default_as_of (self->workspace)))
    /* TRANSLATORS: below the programme's name; {1} is a person who has left, or has not come yet. */
    return sl_text_compose (_ ("acting as {1}, who is not active: choose who you are"), (const char *[]){ person, NULL });
  /* TRANSLATORS: below the programme's name; {1} is a person. */
  return sl_text_compose (_ ("acting as {1}"), (const char *[]){ person, NULL });
}

static void
refresh (SlActorButton *self)
{
  const SlProgrammeInfo *programme = sl_data_programme (sl_workspace_data (self->workspace));
  g_autofree char *subtitle = dup_actor (self);
  g_autofree char *name = NULL;

  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), programme != NULL ? programme->name : "Sightline");
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), subtitle);
  name = g_strdup_printf ("%s, %s", programme != NULL ? programme->name : "Sightline", subtitle);
  sl_name_widget (self->button, name);
}

/* --- List --------------------------------------------------------------------------------------------------------- */

static gboolean
is_active (const SlRecord *person, gpointer data)
{
  SlActorButton *self = data;

  return sl_person_active (sl_workspace_data (self->workspace), person->uid, sl_workspace_as_of (self->workspace));
}

static void
on_chosen (SlActorButton *self, gint64 uid)
{
  g_autoptr (GError) error = NULL;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  /* Refused only for a person deleted elsewhere this very moment: the list is then made anew at the next opening. */
  if (sl_workspace_set_actor (self->workspace, uid, &error))
    g_signal_emit (self, chosen_signal, 0);
}

static void
on_stop (SlActorButton *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
on_show (SlActorButton *self)
{
  sl_record_list_offer (SL_RECORD_LIST (self->list), is_active, self, sl_workspace_actor (self->workspace));
}

static void
on_hide (SlActorButton *self)
{
  sl_record_list_clear (SL_RECORD_LIST (self->list));
}

static void
build_popover (GtkMenuButton *button, gpointer data)
{
  SlActorButton *self = data;

  self->list = sl_record_list_new (self->workspace, _ ("People who can act"), &sl_people_offered);
  sl_record_list_set_nobody (SL_RECORD_LIST (self->list), _ ("Nobody"), _ ("To look only; scores need a name"));
  g_signal_connect_swapped (self->list, "chosen", G_CALLBACK (on_chosen), self);
  g_signal_connect_swapped (self->list, "stopped", G_CALLBACK (on_stop), self);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->list);
  g_signal_connect_swapped (self->popover, "map", G_CALLBACK (on_show), self);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (on_hide), self);
  sl_name_widget (self->popover, _ ("Acting as"));
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
  gtk_menu_button_set_popover (button, self->popover);
}

static void
sl_actor_button_init (SlActorButton *self)
{
  self->title = adw_window_title_new ("", "");
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), self->title);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "title-button");
  gtk_widget_set_tooltip_text (self->button, _ ("Choose who you act as"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), build_popover, self, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
sl_actor_button_new (SlWorkspace *workspace)
{
  SlActorButton *self = g_object_new (SL_TYPE_ACTOR_BUTTON, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::actor", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reset", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::as-of", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
