/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-welcome.h"

#include "ui/sl-compat.h"
#include "ui/sl-recent.h"
#include "ui/sl-window-private.h"

#include <glib/gi18n-lib.h>

struct _SlWelcome
{
  GtkWidget parent_instance;
  SlPreferences *preferences;
  GCancellable *cancellable;
  GtkWidget *box, *recent_title, *recent;
};

G_DEFINE_FINAL_TYPE (SlWelcome, sl_welcome, GTK_TYPE_WIDGET)

static void
sl_welcome_dispose (GObject *object)
{
  SlWelcome *self = SL_WELCOME (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->preferences);
  G_OBJECT_CLASS (sl_welcome_parent_class)->dispose (object);
}

static void
sl_welcome_class_init (SlWelcomeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_welcome_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

/* --- Recent programmes -------------------------------------------------------------------------------------------- */

static void
on_remove (GtkButton *button, SlWelcome *self)
{
  sl_recent_remove (self->preferences, g_object_get_data (G_OBJECT (button), "uri"));
}

/* Asked without waiting: a share that has gone may take its time to say so. */
static void
on_queried (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (file), result, &error);

  if (info != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("No longer there"));
  gtk_widget_add_css_class (row, "gone");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
}

static char *
dup_folder (GFile *file)
{
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *name = parent != NULL ? g_file_get_parse_name (parent) : g_strdup ("");
  const char *home = g_get_home_dir ();

  if (home != NULL && g_str_has_prefix (name, home) && (name[strlen (home)] == '/' || name[strlen (home)] == '\0'))
    return g_strconcat ("~", name + strlen (home), NULL);
  return g_steal_pointer (&name);
}

static GtkWidget *
new_row (SlWelcome *self, const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folder = dup_folder (file);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove = sl_icon_button_new ("window-close-symbolic", _ ("Remove from This List"), NULL);

  if (g_str_has_suffix (name, ".sightline"))
    name[strlen (name) - strlen (".sightline")] = '\0';
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  sl_name_widget (row, name);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-recent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (remove), "uri", g_strdup (uri), g_free);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove), self);
  {
    g_autofree char *label = g_strdup_printf ("%s: %s", _ ("Remove from This List"), name);

    sl_name_widget (remove, label);
  }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_LOW, self->cancellable,
                           on_queried, g_object_ref (row));
  return row;
}

static void
refresh (SlWelcome *self)
{
  g_auto (GStrv) uris = sl_recent_list (self->preferences);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->recent)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->recent), row);
  for (guint i = 0; uris[i] != NULL; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->recent), new_row (self, uris[i]));
  gtk_widget_set_visible (self->recent, uris[0] != NULL);
  gtk_widget_set_visible (self->recent_title, uris[0] != NULL);
}

/* --- Building ----------------------------------------------------------------------------------------------------- */

static void
add_button (GtkWidget *box, const char *label, const char *action, gboolean suggested)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  {
    g_auto (GStrv) parts = g_strsplit (label, "_", 2);
    g_autofree char *name = g_strjoinv ("", parts);

    sl_name_widget (button, name);
  }
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
new_doors (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  add_button (box, _ ("_Open…"), "win.open", TRUE);
  add_button (box, _ ("_New Programme…"), "win.new-programme", FALSE);
  add_button (box, _ ("Open the _Sample"), "win.open-sample", FALSE);
  return box;
}

static GtkWidget *
new_recent (SlWelcome *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *clamp = adw_clamp_new ();

  self->recent_title = gtk_label_new (_ ("Opened Last"));
  gtk_label_set_xalign (GTK_LABEL (self->recent_title), 0);
  gtk_widget_add_css_class (self->recent_title, "heading");
  self->recent = gtk_list_box_new ();
  gtk_widget_add_css_class (self->recent, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->recent), GTK_SELECTION_NONE);
  sl_name_widget (self->recent, _ ("Programmes opened last"));
  gtk_box_append (GTK_BOX (box), self->recent_title);
  gtk_box_append (GTK_BOX (box), self->recent);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 480);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  return clamp;
}

static GtkWidget *
new_content (SlWelcome *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (SL_APP_ID);
  GtkWidget *title = gtk_label_new ("Sightline");
  GtkWidget *text = gtk_label_new (_ ("See from the money to the outcome, and what stands between."));

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 96);
  gtk_widget_add_css_class (title, "title-1");
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_justify (GTK_LABEL (text), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (text, "dim-label");
  gtk_widget_add_css_class (box, "welcome");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), new_doors ());
  gtk_box_append (GTK_BOX (box), new_recent (self));
  return box;
}

static void
sl_welcome_init (SlWelcome *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->cancellable = g_cancellable_new ();
  gtk_widget_add_css_class (header, "flat");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new ("", ""));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), sl_window_menu_new (FALSE));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), new_content (self));
  gtk_widget_set_vexpand (scroller, TRUE);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), header);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
sl_welcome_new (SlPreferences *preferences)
{
  SlWelcome *self = g_object_new (SL_TYPE_WELCOME, NULL);

  self->preferences = g_object_ref (preferences);
  g_signal_connect_object (preferences, "changed::recent-files", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
