/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-settings-versions.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-wrap-box.h"

#include <glib/gi18n-lib.h>

#define FIRST_FEW 5 /* as many more as a button for them would take are shown at once */
#define SLACK 2

struct _SlSettingsVersions
{
  GtkWidget parent_instance;
  SlSettingsEdit *edit;
  GtkWidget *list, *more;
  GtkWidget *ask; /* the question below one of them, or NULL */
  gboolean all;
  char *shown; /* what the list tells: it is not made anew while it tells the same */
};

G_DEFINE_FINAL_TYPE (SlSettingsVersions, sl_settings_versions, GTK_TYPE_WIDGET)

static void
sl_settings_versions_dispose (GObject *object)
{
  SlSettingsVersions *self = SL_SETTINGS_VERSIONS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->edit);
  G_OBJECT_CLASS (sl_settings_versions_parent_class)->dispose (object);
}

static void
sl_settings_versions_finalize (GObject *object)
{
  g_free (SL_SETTINGS_VERSIONS (object)->shown);
  G_OBJECT_CLASS (sl_settings_versions_parent_class)->finalize (object);
}

static void
sl_settings_versions_class_init (SlSettingsVersionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_settings_versions_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_settings_versions_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

/* --- Going back --------------------------------------------------------------------------------------------------- */

static SlUid
version_of (GtkWidget *row)
{
  return *(const SlUid *) g_object_get_data (G_OBJECT (row), "uid");
}

static GtkWidget *
row_of (GtkWidget *widget)
{
  while (g_object_get_data (G_OBJECT (widget), "uid") == NULL)
    widget = gtk_widget_get_parent (widget);
  return widget;
}

static void
close_ask (SlSettingsVersions *self)
{
  if (self->ask != NULL)
    gtk_box_remove (GTK_BOX (gtk_widget_get_parent (self->ask)), self->ask);
  self->ask = NULL;
}

static void
on_keep (SlSettingsVersions *self)
{
  GtkWidget *row = self->ask != NULL ? row_of (self->ask) : NULL;

  close_ask (self);
  if (row != NULL)
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

static void
go_back (SlSettingsVersions *self, SlUid version)
{
  close_ask (self);
  /* A version that stands holds only what fits. */
  sl_settings_edit_go_back (self->edit, version, NULL);
}

static void
on_replace (GtkWidget *button, SlSettingsVersions *self)
{
  go_back (self, version_of (row_of (button)));
}

static gboolean
on_ask_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, SlSettingsVersions *self)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  on_keep (self);
  return TRUE;
}

static void
ask (SlSettingsVersions *self, GtkWidget *row)
{
  g_autoptr (GPtrArray) names = sl_settings_edit_names (self->edit);
  g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change is drafted. Going back replaces it.",
                                                         "%u changes are drafted. Going back replaces them.", names->len),
                                            names->len);
  GtkWidget *keep = gtk_button_new_with_label (_ ("Keep Draft")), *replace = gtk_button_new_with_label (_ ("Discard and Go Back"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  close_ask (self);
  self->ask = sl_wrap_box_new ();
  gtk_widget_add_css_class (self->ask, "ask");
  gtk_widget_add_css_class (replace, "destructive-action");
  sl_wrap_box_append (SL_WRAP_BOX (self->ask), sl_words_new (words, NULL, 0));
  sl_wrap_box_append (SL_WRAP_BOX (self->ask), keep);
  sl_wrap_box_append (SL_WRAP_BOX (self->ask), replace);
  g_signal_connect_swapped (keep, "clicked", G_CALLBACK (on_keep), self);
  g_signal_connect (replace, "clicked", G_CALLBACK (on_replace), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_ask_key), self);
  gtk_widget_add_controller (self->ask, keys);
  gtk_box_append (GTK_BOX (row), self->ask);
  gtk_widget_grab_focus (keep);
}

static void
on_go_back (GtkWidget *button, SlSettingsVersions *self)
{
  g_autoptr (GPtrArray) names = sl_settings_edit_names (self->edit);

  if (names->len > 0)
    ask (self, row_of (button));
  else
    go_back (self, version_of (row_of (button)));
}

/* --- The list ----------------------------------------------------------------------------------------------------- */

/* "6 Jan 2025, Programme Sample: Starting settings". */
static char *
dup_line (const SlData *data, const SlSettings *settings)
{
  g_autofree char *day = settings->changed_on != SL_DATE_NONE ? sl_date_dup_display (settings->changed_on) : g_strdup ("–");
  const char *by = sl_data_name (data, settings->changed_by);

  /* TRANSLATORS: {1} is a date, {2} a person, {3} the reason given. */
  return sl_text_compose (_ ("{1}, {2}: {3}"), (const char *[]){ day, *by != '\0' ? by : "–",
                                                                 settings->reason != NULL ? settings->reason : "–", NULL });
}

static void
add_version (SlSettingsVersions *self, const SlData *data, const SlSettings *settings, gboolean in_force)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *line = dup_line (data, settings), *difference = sl_settings_dup_difference (data, settings, TRUE);
  g_autofree char *title = g_strdup_printf (in_force ? _ ("Version %d, in force") : _ ("Version %d"), settings->version);
  GtkWidget *name = sl_words_new (title, in_force ? "heading" : NULL, 0);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (head), name);
  g_object_set_data_full (G_OBJECT (row), "uid", g_memdup2 (&settings->record.uid, sizeof (SlUid)), g_free);
  if (!in_force)
    {
      GtkWidget *button = gtk_button_new_with_label (_ ("Go Back to This…"));
      g_autofree char *said = g_strdup_printf (_ ("Go back to version %d"), settings->version);

      sl_name_widget (button, said);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      g_signal_connect (button, "clicked", G_CALLBACK (on_go_back), self);
      gtk_box_append (GTK_BOX (head), button);
    }
  gtk_box_append (GTK_BOX (row), head);
  gtk_box_append (GTK_BOX (row), sl_words_new (line, NULL, 0));
  if (difference != NULL)
    gtk_box_append (GTK_BOX (row), sl_words_new (difference, "row-subtitle", 0));
  gtk_widget_add_css_class (row, "moment");
  gtk_box_append (GTK_BOX (self->list), row);
}

typedef struct
{
  GPtrArray *versions; /* of SlSettings, borrowed */
  GString *text;
} Listing;

static gboolean
take (const SlRecord *record, gpointer data)
{
  Listing *listing = data;
  const SlSettings *settings = SL_AS (SETTINGS, record);

  g_ptr_array_add (listing->versions, (gpointer) settings);
  g_string_append_printf (listing->text, "%d %d %" G_GINT64_FORMAT " %s\n", settings->version, settings->changed_on,
                          (gint64) settings->changed_by, settings->reason != NULL ? settings->reason : "");
  return TRUE;
}

static int
latest_first (gconstpointer a, gconstpointer b)
{
  return (*(const SlSettings *const *) b)->version - (*(const SlSettings *const *) a)->version;
}

static void
fill (SlSettingsVersions *self, const SlView *view, GPtrArray *versions)
{
  GtkWidget *child;
  guint n = self->all || versions->len <= FIRST_FEW + SLACK ? versions->len : FIRST_FEW;

  self->ask = NULL;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  g_ptr_array_sort (versions, latest_first);
  for (guint i = 0; i < n; i++)
    add_version (self, view->data, versions->pdata[i], versions->pdata[i] == view->settings);
  gtk_widget_set_visible (self->more, n < versions->len);
}

static void
show (SlSettingsVersions *self)
{
  SlView view = sl_workspace_view (sl_settings_edit_workspace (self->edit));
  g_autoptr (GPtrArray) versions = g_ptr_array_new ();
  Listing listing = { versions, g_string_new (NULL) };
  g_autofree char *text = NULL;

  if (view.settings != NULL)
    sl_data_each (view.data, SL_KIND_SETTINGS, take, &listing);
  g_string_append_printf (listing.text, "%d %d", self->all, view.settings != NULL ? view.settings->version : 0);
  text = g_string_free (listing.text, FALSE);
  if (g_strcmp0 (text, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
  fill (self, &view, versions);
}

static void
on_more (SlSettingsVersions *self)
{
  self->all = TRUE;
  show (self);
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_settings_versions_init (SlSettingsVersions *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (widget);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->more = gtk_button_new_with_label (_ ("Show All Versions"));
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->more, "flat");
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (on_more), self);
  gtk_widget_set_parent (sl_words_new (_ ("Versions"), "title-4", 0), widget);
  gtk_widget_set_parent (self->list, widget);
  gtk_widget_set_parent (self->more, widget);
  gtk_widget_set_parent (sl_words_new (_ ("Old assessments keep the scale of their day. A version is not undone: going back makes a new "
                                          "one with the old values; appetite is stated by the day and stays as it is."),
                                       "row-subtitle", 0),
                         widget);
}

GtkWidget *
sl_settings_versions_new (SlSettingsEdit *edit)
{
  SlSettingsVersions *self = g_object_new (SL_TYPE_SETTINGS_VERSIONS, NULL);

  self->edit = g_object_ref (edit);
  show (self);
  g_signal_connect_object (edit, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
