/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-settings-page.h"

#include "base/sl-text.h"
#include "ui/pages/sl-settings-bands.h"
#include "ui/pages/sl-settings-field.h"
#include "ui/pages/sl-settings-figures.h"
#include "ui/pages/sl-settings-versions.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-two-columns.h"

#include <glib/gi18n-lib.h>

struct _SlSettingsPage
{
  SlPage parent_instance;
  SlWorkspace *workspace;     /* the page's */
  SlPreferences *preferences;
  SlSettingsEdit *edit;
  GtkWidget *content, *headline;
  GtkWidget *grid, *appetite, *bar; /* grid, appetite: NULL while there are no settings */
};

G_DEFINE_FINAL_TYPE (SlSettingsPage, sl_settings_page, SL_TYPE_PAGE)

/* --- What is shown ------------------------------------------------------------------------------------------------ */

/* "Version 1 is in force since 6 Jan 2025: Starting settings". */
static void
show_headline (SlSettingsPage *self)
{
  const SlSettings *settings = sl_workspace_view (self->workspace).settings;
  g_autofree char *version = NULL, *day = NULL, *text = NULL;

  if (settings == NULL)
    return;
  version = g_strdup_printf ("%d", settings->version);
  day = settings->changed_on != SL_DATE_NONE ? sl_date_dup_display (settings->changed_on) : g_strdup ("–");
  /* TRANSLATORS: of the settings: {1} is a version, {2} the day it was made. */
  text = sl_text_compose (_ ("Judged by version {1}, in force since {2}"), (const char *[]){ version, day, NULL });
  gtk_label_set_text (GTK_LABEL (self->headline), text);
}

/* The parts keep themselves up to date; they can be made once there are settings. */
static void
on_changed (SlSettingsPage *self)
{
  g_autofree char *obstacle = sl_workspace_dup_obstacle (self->workspace);

  show_headline (self);
  if (self->grid == NULL && sl_workspace_view (self->workspace).settings != NULL)
    {
      self->grid = sl_settings_grid_new (self->edit, self->preferences);
      self->appetite = sl_settings_appetite_new (self->edit);
      gtk_box_append (GTK_BOX (self->content), sl_two_columns_new (self->grid, sl_settings_bands_new (self->edit)));
      gtk_box_append (GTK_BOX (self->content), sl_two_columns_new (self->appetite, sl_settings_figures_new (self->edit)));
      gtk_box_append (GTK_BOX (self->content), sl_settings_versions_new (self->edit));
    }
  gtk_widget_set_sensitive (self->content, obstacle == NULL);
  gtk_widget_set_tooltip_text (self->content, obstacle);
}

static void
on_map (GtkWidget *widget, gpointer data)
{
  sl_settings_edit_set_watched (SL_SETTINGS_PAGE (widget)->edit, gtk_widget_get_mapped (widget));
}

static void
on_saved (SlSettingsPage *self, const char *text)
{
  sl_page_tell (SL_PAGE (self), text, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* --- Page --------------------------------------------------------------------------------------------------------- */

/* What is being typed becomes part of the draft, where it fits. */
static void
commit (SlPage *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *field = focus != NULL ? gtk_widget_get_ancestor (focus, SL_TYPE_SETTINGS_FIELD) : NULL;

  if (field != NULL && gtk_widget_is_ancestor (field, GTK_WIDGET (page)))
    sl_settings_field_commit (SL_SETTINGS_FIELD (field));
}

static gboolean
take_back (SlPage *page, gboolean again)
{
  SlSettingsEdit *edit = SL_SETTINGS_PAGE (page)->edit;

  return again ? sl_settings_edit_redo (edit) : sl_settings_edit_undo (edit);
}

static char *
dup_draft (SlPage *page)
{
  g_autoptr (GPtrArray) names = sl_settings_edit_names (SL_SETTINGS_PAGE (page)->edit);

  if (names->len == 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change of the settings is drafted. It is in force only once it is saved, with its reason.",
                                       "%u changes of the settings are drafted. They are in force only once they are saved, with their reason.",
                                       names->len),
                          names->len);
}

static gboolean
on_take_back (GtkWidget *widget, GVariant *again, gpointer data)
{
  return take_back (SL_PAGE (widget), g_variant_get_boolean (again));
}

static gboolean
sl_settings_page_grab_focus (GtkWidget *widget)
{
  SlSettingsPage *self = SL_SETTINGS_PAGE (widget);

  return self->grid != NULL && gtk_widget_grab_focus (self->grid);
}

static void
sl_settings_page_dispose (GObject *object)
{
  SlSettingsPage *self = SL_SETTINGS_PAGE (object);

  G_OBJECT_CLASS (sl_settings_page_parent_class)->dispose (object);
  g_clear_object (&self->edit);
  g_clear_object (&self->preferences);
}

static void
sl_settings_page_class_init (SlSettingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_settings_page_dispose;
  SL_PAGE_CLASS (klass)->commit = commit;
  SL_PAGE_CLASS (klass)->take_back = take_back;
  SL_PAGE_CLASS (klass)->dup_draft = dup_draft;
  widget_class->grab_focus = sl_settings_page_grab_focus;
  /* While the window has nothing to undo it leaves the keys to the page. */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, on_take_back, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, on_take_back, "b", TRUE);
}

static void
sl_settings_page_init (SlSettingsPage *self)
{
}

GtkWidget *
sl_settings_page_new (SlWorkspace *workspace, const SlPageInfo *info, SlTally *tally, SlPreferences *preferences)
{
  SlSettingsPage *self = sl_page_construct (SL_TYPE_SETTINGS_PAGE, workspace, info);
  GtkWidget *scroller = gtk_scrolled_window_new (), *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->workspace = workspace;
  self->preferences = g_object_ref (preferences);
  self->edit = sl_settings_edit_new (workspace);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  self->headline = sl_words_new (NULL, "title-2", 0);
  self->bar = sl_settings_bar_new (self->edit);
  gtk_widget_add_css_class (self->content, "settings");
  gtk_box_append (GTK_BOX (self->content), self->headline);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->content);
  /* There is height enough below: the matrix gets what it likes. */
  gtk_scrollable_set_vscroll_policy (GTK_SCROLLABLE (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller))), GTK_SCROLL_NATURAL);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (all), scroller);
  gtk_box_append (GTK_BOX (all), self->bar);
  sl_page_set_child (SL_PAGE (self), all);
  on_changed (self);
  g_signal_connect_object (self->edit, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (on_map), NULL);
  return GTK_WIDGET (self);
}

SlSettingsEdit *
sl_settings_page_edit (SlSettingsPage *self)
{
  g_return_val_if_fail (SL_IS_SETTINGS_PAGE (self), NULL);
  return self->edit;
}

SlSettingsGrid *
sl_settings_page_grid (SlSettingsPage *self)
{
  g_return_val_if_fail (SL_IS_SETTINGS_PAGE (self), NULL);
  return SL_SETTINGS_GRID (self->grid);
}

SlSettingsAppetite *
sl_settings_page_appetite (SlSettingsPage *self)
{
  g_return_val_if_fail (SL_IS_SETTINGS_PAGE (self), NULL);
  return SL_SETTINGS_APPETITE (self->appetite);
}

SlSettingsBar *
sl_settings_page_bar (SlSettingsPage *self)
{
  g_return_val_if_fail (SL_IS_SETTINGS_PAGE (self), NULL);
  return SL_SETTINGS_BAR (self->bar);
}
