/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sl-window-private.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-actor-button.h"
#include "ui/widgets/sl-as-of-button.h"

#include <glib/gi18n-lib.h>

/* Below this width, in pixels, the programme's name needs the room of other words. */
#define NARROW 860

/* --- Menu --------------------------------------------------------------------------------------------------------- */

static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static GMenuModel *
new_menu (gboolean programme)
{
  GMenu *menu = g_menu_new ();
  GMenu *files = g_menu_new (), *view = g_menu_new (), *help = g_menu_new ();

  g_menu_append (files, _ ("_New Programme…"), "win.new-programme");
  g_menu_append (files, _ ("_Open…"), "win.open");
  g_menu_append (files, _ ("New _Window"), "app.new-window");
  if (programme)
    {
      g_menu_append (files, _ ("_Import…"), "win.import");
      g_menu_append (files, _ ("Export _Report…"), "win.export-report");
      g_menu_append (files, _ ("_Export as XML…"), "win.export-xml");
    }
  append_section (menu, files);
  if (programme)
    {
      g_menu_append (view, _ ("_Roomy Rows"), "win.roomy");
      g_menu_append (view, _ ("_Blue and Orange Marks"), "win.blue-orange");
    }
  append_section (menu, view);
  g_menu_append (help, _ ("_Keyboard Shortcuts"), "app.shortcuts");
  g_menu_append (help, _ ("_About Sightline"), "app.about");
  append_section (menu, help);
  return G_MENU_MODEL (menu);
}

static void
build_menu (GtkMenuButton *button, gpointer programme)
{
  g_autoptr (GMenuModel) model = new_menu (GPOINTER_TO_INT (programme));

  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
  gtk_menu_button_set_menu_model (button, model);
}

GtkWidget *
sl_window_menu_new (gboolean programme)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "open-menu-symbolic");
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), build_menu, GINT_TO_POINTER (programme), NULL);
  gtk_widget_set_tooltip_text (button, _ ("Menu"));
  sl_name_widget (button, _ ("Menu"));
  return button;
}

/* --- Header ------------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_toggle (const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_set_tooltip_text (button, name);
  sl_name_widget (button, name);
  if (action != NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

GtkWidget *
sl_window_header_new (SlWindow *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  AdwHeaderBar *header = ADW_HEADER_BAR (bar);
  GtkWidget *actor = sl_actor_button_new (self->workspace);

  adw_header_bar_pack_start (header, new_toggle ("sidebar-show-symbolic", _ ("Pages"), "win.sidebar"));
  self->undo = sl_icon_button_new ("edit-undo-symbolic", _ ("Undo"), "win.undo");
  self->redo = sl_icon_button_new ("edit-redo-symbolic", _ ("Redo"), "win.redo");
  adw_header_bar_pack_start (header, self->undo);
  adw_header_bar_pack_start (header, self->redo);
  self->add = gtk_button_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "win.add");
  adw_header_bar_pack_start (header, self->add);
  g_signal_connect_object (actor, "chosen", G_CALLBACK (sl_window_remember_actor), self, G_CONNECT_SWAPPED);
  adw_header_bar_set_title_widget (header, actor);
  adw_header_bar_pack_end (header, sl_window_menu_new (TRUE));
  adw_header_bar_pack_end (header, new_toggle ("sidebar-show-right-symbolic", _ ("Details"), "win.detail"));
  self->search = new_toggle ("edit-find-symbolic", _ ("Search"), NULL);
  adw_header_bar_pack_end (header, self->search);
  self->as_of = sl_as_of_button_new (self->workspace);
  adw_header_bar_pack_end (header, self->as_of);
  return bar;
}

void
sl_window_fit_header (SlWindow *self)
{
  gboolean narrow = self->width > 0 && self->width < NARROW;
  SlPage *page = sl_window_page (self);
  const char *add;

  if (page == NULL)
    return;
  sl_as_of_button_set_short (SL_AS_OF_BUTTON (self->as_of), narrow);
  gtk_widget_set_visible (self->add, sl_page_get_info (page)->add != NULL);
  if (sl_page_get_info (page)->add == NULL)
    return;
  add = _ (sl_page_get_info (page)->add);
  if (narrow)
    gtk_button_set_icon_name (GTK_BUTTON (self->add), "list-add-symbolic");
  else
    gtk_button_set_label (GTK_BUTTON (self->add), add);
  gtk_widget_set_tooltip_text (self->add, add);
  sl_name_widget (self->add, add);
}

static void
refresh_undo (GtkWidget *button, const char *verb, const char *format, char *what)
{
  g_autofree char *label = what != NULL ? sl_text_compose (format, (const char *[]){ what, NULL }) : g_strdup (verb);

  gtk_widget_set_tooltip_text (button, label);
  sl_name_widget (button, label);
  g_free (what);
}

void
sl_window_refresh_header (SlWindow *self)
{
  const SlProgrammeInfo *programme;

  if (self->workspace == NULL)
    return;
  programme = sl_data_programme (sl_workspace_data (self->workspace));
  gtk_window_set_title (GTK_WINDOW (self), programme != NULL ? programme->name : "Sightline");
  /* TRANSLATORS: {1} is what was done, for example "Edit R-005: Owner". */
  /* The journal is not read before the first frame. */
  refresh_undo (self->undo, _ ("Undo"), _ ("Undo {1}"), self->awake ? sl_workspace_dup_undo_label (self->workspace) : NULL);
  refresh_undo (self->redo, _ ("Redo"), _ ("Redo {1}"), self->awake ? sl_workspace_dup_redo_label (self->workspace) : NULL);
  sl_window_fit_header (self);
  if (sl_workspace_as_of (self->workspace) != sl_workspace_default_as_of (self->workspace))
    gtk_widget_add_css_class (self->programme, "day-moved");
  else
    gtk_widget_remove_css_class (self->programme, "day-moved");
}

/* --- Pages -------------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_sidebar_row (const SlPageInfo *info)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ (info->title));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "attention");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (info->icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "info", (gpointer) info);
  g_object_set_data (G_OBJECT (row), "count", count);
  return row;
}

/* The figure says what needs attention, never how much there is. */
static void
refresh_row (SlWindow *self, GtkListBoxRow *row)
{
  const SlPageInfo *info = g_object_get_data (G_OBJECT (row), "info");
  GtkWidget *count = g_object_get_data (G_OBJECT (row), "count");
  guint n = info->attention != NULL ? info->attention (sl_tally_counts (self->tally)) : 0;
  g_autofree char *figure = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");
  g_autofree char *words = n > 0 ? info->attention_text (n) : NULL;
  g_autofree char *name = g_strjoin (", ", _ (info->title), words, NULL);

  gtk_label_set_text (GTK_LABEL (count), figure);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), words);
  sl_name_widget (GTK_WIDGET (row), name);
}

void
sl_window_refresh_sidebar (SlWindow *self)
{
  SlPage *page = sl_window_page (self);
  GtkListBoxRow *row;

  if (self->sidebar == NULL)
    return;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->sidebar), i)) != NULL; i++)
    {
      refresh_row (self, row);
      if (page != NULL && g_object_get_data (G_OBJECT (row), "info") == sl_page_get_info (page))
        gtk_list_box_select_row (GTK_LIST_BOX (self->sidebar), row);
    }
}

static void
on_row_activated (SlWindow *self, GtkListBoxRow *row)
{
  const SlPageInfo *info = g_object_get_data (G_OBJECT (row), "info");

  sl_window_show_page (self, info->name);
  if (adw_flap_get_folded (ADW_FLAP (self->flap)))
    adw_flap_set_reveal_flap (ADW_FLAP (self->flap), FALSE);
}

GtkWidget *
sl_window_sidebar_new (SlWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  const SlPageInfo *infos;
  guint n;

  infos = sl_page_infos (&n);
  self->sidebar = gtk_list_box_new ();
  gtk_widget_add_css_class (self->sidebar, "navigation-sidebar");
  sl_name_widget (self->sidebar, _ ("Pages"));
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->sidebar), new_sidebar_row (&infos[i]));
  g_signal_connect_object (self->sidebar, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->sidebar);
  gtk_widget_set_size_request (scroller, 156, -1);
  gtk_widget_add_css_class (scroller, "sidebar-pane");
  return scroller;
}
