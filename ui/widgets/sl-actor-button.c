/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-actor-button.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

struct _SlActorButton
{
  GtkWidget parent_instance;
  SlWorkspace *workspace;
  GtkWidget *button, *title, *popover, *search, *list;
  char *wanted; /* folded search text */
};

G_DEFINE_FINAL_TYPE (SlActorButton, sl_actor_button, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void
sl_actor_button_dispose (GObject *object)
{
  SlActorButton *self = SL_ACTOR_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (sl_actor_button_parent_class)->dispose (object);
}

static void
sl_actor_button_class_init (SlActorButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_actor_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
refresh (SlActorButton *self)
{
  const SlData *data = sl_workspace_data (self->workspace);
  const SlProgrammeInfo *programme = sl_data_programme (data);
  const char *person = sl_data_name (data, sl_workspace_actor (self->workspace));
  g_autofree char *subtitle = NULL, *name = NULL;

  /* TRANSLATORS: below the programme's name; {1} is a person. */
  subtitle = *person != '\0' ? sl_text_compose (_ ("acting as {1}"), (const char *[]){ person, NULL })
                             : g_strdup (_ ("acting as nobody: choose who you are"));
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), programme != NULL ? programme->name : "Sightline");
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), subtitle);
  name = g_strdup_printf ("%s, %s", programme != NULL ? programme->name : "Sightline", subtitle);
  sl_name_widget (self->button, name);
}

/* --- List --------------------------------------------------------------------------------------------------------- */

static void
set_row_uid (GtkWidget *row, SlUid uid)
{
  SlUid *copy = g_new (SlUid, 1);

  *copy = uid;
  g_object_set_data_full (G_OBJECT (row), "uid", copy, g_free);
}

static void
add_row (SlActorButton *self, SlUid uid, const char *name, const char *role)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = g_strdup_printf ("%s %s", name, role != NULL ? role : "");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  if (role != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), role);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (uid == sl_workspace_actor (self->workspace))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("object-select-symbolic"));
  sl_name_widget (row, name);
  set_row_uid (row, uid);
  g_object_set_data_full (G_OBJECT (row), "folded", sl_text_fold (words), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static gboolean
add_person (const SlRecord *record, gpointer data)
{
  SlActorButton *self = data;
  const SlPerson *person = SL_AS (PERSON, record);

  if (sl_person_active (sl_workspace_data (self->workspace), record->uid, sl_workspace_as_of (self->workspace)))
    add_row (self, record->uid, person->display_name, person->role_title);
  return TRUE;
}

static void
fill (SlActorButton *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  sl_data_each (sl_workspace_data (self->workspace), SL_KIND_PERSON, add_person, self);
  add_row (self, SL_UID_NONE, _ ("Nobody"), _ ("To look only; scores need a name"));
}

static gboolean
row_wanted (GtkListBoxRow *row, gpointer data)
{
  SlActorButton *self = data;

  return self->wanted == NULL || strstr (g_object_get_data (G_OBJECT (row), "folded"), self->wanted) != NULL;
}

static void
on_search (SlActorButton *self)
{
  g_free (self->wanted);
  self->wanted = sl_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
}

static void
on_row_activated (SlActorButton *self, GtkListBoxRow *row)
{
  const SlUid *uid = g_object_get_data (G_OBJECT (row), "uid");
  g_autoptr (GError) error = NULL;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  /* Refused only for a person deleted elsewhere this very moment: the list is then made anew at the next opening. */
  if (sl_workspace_set_actor (self->workspace, *uid, &error))
    g_signal_emit (self, chosen_signal, 0);
}

static void
on_search_activate (SlActorButton *self)
{
  /* Enter may come before the search has followed the typing. */
  on_search (self);
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i);

      if (row == NULL)
        return;
      if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
        {
          on_row_activated (self, row);
          return;
        }
    }
}

static void
on_stop (SlActorButton *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
on_show (SlActorButton *self)
{
  fill (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->search);
}

static void
build_popover (GtkMenuButton *button, gpointer data)
{
  SlActorButton *self = data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *none = gtk_label_new (_ ("No active person of that name"));

  self->search = gtk_search_entry_new ();
  sl_name_widget (self->search, _ ("Find a person"));
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_search_activate), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (on_stop), self);
  gtk_box_append (GTK_BOX (box), self->search);
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "plain-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), row_wanted, self, NULL);
  sl_name_widget (self->list, _ ("People who can act"));
  gtk_widget_add_css_class (none, "dim-label");
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), none);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_widget_set_size_request (scroller, 300, -1);
  gtk_box_append (GTK_BOX (box), scroller);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_swapped (self->popover, "map", G_CALLBACK (on_show), self);
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
  refresh (self);
  return GTK_WIDGET (self);
}
