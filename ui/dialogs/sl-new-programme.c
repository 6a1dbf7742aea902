/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dialogs/sl-new-programme.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "exchange/sl-seed.h"
#include "store/sl-place.h"
#include "ui/dialogs/sl-export.h"
#include "ui/sl-compat.h"
#include "ui/sl-recent.h"
#include "ui/widgets/sl-completion.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>

/* Those most asked for first: completion takes what fits in this order. Any other three letters are taken as well. */
static const char *const currencies[]
    = { "GBP", "EUR", "USD", "AED", "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "HKD", "HUF", "INR", "JPY", "KRW",
        "MXN", "NOK", "NZD", "PLN", "RON", "SAR", "SEK", "SGD", "THB", "TRY", "ZAR" };

enum
{
  NAME,
  CITY,
  CURRENCY,
  PERSON,
  ROLE,
  ORGANISATION,
  PROJECT,
  N_ENTRIES
};

struct _SlNewProgramme
{
  AdwWindow parent_instance;
  SlWindow *window; /* weak */
  GtkWidget *entries[N_ENTRIES];
  GtkWidget *month, *create, *message;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (SlNewProgramme, sl_new_programme, ADW_TYPE_WINDOW)

static const char *const entry_names[N_ENTRIES] = { "name", "city", "currency", "person", "role", "organisation", "project" };

/* --- Validity ----------------------------------------------------------------------------------------------------- */

static char *
dup_entry (SlNewProgramme *self, int entry)
{
  return sl_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entries[entry])), TRUE);
}

/* What cannot become a code any more, however one goes on typing. */
static gboolean
is_hopeless (const char *text)
{
  for (guint i = 0; text != NULL && text[i] != '\0'; i++)
    if (i == 3 || !g_ascii_isalpha (text[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_currency (const char *text)
{
  return text != NULL && strlen (text) == 3 && g_ascii_isalpha (text[0]) && g_ascii_isalpha (text[1])
         && g_ascii_isalpha (text[2]);
}

static void
mark (SlNewProgramme *self, int entry, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (self->entries[entry], "error");
  else
    gtk_widget_remove_css_class (self->entries[entry], "error");
}

gboolean
sl_new_programme_is_valid (SlNewProgramme *self)
{
  g_autofree char *name = NULL, *currency = NULL;

  g_return_val_if_fail (SL_IS_NEW_PROGRAMME (self), FALSE);
  name = dup_entry (self, NAME);
  currency = dup_entry (self, CURRENCY);
  return name != NULL && sl_text_length (name) <= 120 && is_currency (currency);
}

static void
tell (SlNewProgramme *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->message), text != NULL ? text : "");
  gtk_widget_set_visible (self->message, text != NULL);
}

static void
on_changed (SlNewProgramme *self)
{
  g_autofree char *currency = dup_entry (self, CURRENCY);
  gboolean wrong = is_hopeless (currency);

  mark (self, CURRENCY, wrong);
  tell (self, wrong ? _ ("The currency is a code of three letters, for example GBP.") : NULL);
  gtk_widget_set_sensitive (self->create, sl_new_programme_is_valid (self));
  gtk_widget_set_tooltip_text (self->create, sl_new_programme_is_valid (self) ? NULL
                                                                              : _ ("A programme needs a name and a currency"));
}

/* --- Making it ---------------------------------------------------------------------------------------------------- */

static SlWorkspace *
make (const char *path, const SlSeedNew *what, GError **error)
{
  g_autoptr (SlStore) store = sl_place_create (path, error);
  g_autoptr (SlWorkspace) workspace = NULL;

  if (store == NULL)
    return NULL;
  workspace = sl_workspace_new (store);
  if (sl_workspace_open (workspace, NULL, error) && sl_seed_new (workspace, what, error))
    return g_steal_pointer (&workspace);
  sl_workspace_close (workspace);
  g_unlink (path);
  return NULL;
}

/* The programme opens in the window the dialog stands over, if that is still there and empty. */
static void
show_in_window (SlNewProgramme *self, SlWorkspace *workspace, GFile *file)
{
  SlApplication *application = SL_APPLICATION (gtk_window_get_application (GTK_WINDOW (self->window)));
  SlWindow *target = sl_window_workspace (self->window) == NULL ? self->window : sl_window_new (application);

  sl_window_show_workspace (target, workspace, file);
  sl_workspace_watch (workspace);
  sl_recent_add (sl_application_preferences (application), file);
  gtk_window_present (GTK_WINDOW (target));
}

gboolean
sl_new_programme_create (SlNewProgramme *self, GFile *file)
{
  g_autofree char *texts[N_ENTRIES] = { NULL };
  g_autofree char *currency = NULL;
  g_autoptr (SlWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  SlSeedNew what = { NULL };

  g_return_val_if_fail (SL_IS_NEW_PROGRAMME (self) && G_IS_FILE (file), FALSE);
  if (self->window == NULL || !sl_new_programme_is_valid (self))
    return FALSE;
  for (int i = 0; i < N_ENTRIES; i++)
    texts[i] = dup_entry (self, i);
  currency = g_ascii_strup (texts[CURRENCY], -1);
  what = (SlSeedNew){ .name = texts[NAME], .city = texts[CITY], .currency = currency,
                      .fiscal_year_start = (int) adw_combo_row_get_selected (ADW_COMBO_ROW (self->month)) + 1,
                      .person = texts[PERSON], .role = texts[ROLE], .organisation = texts[ORGANISATION],
                      .project = texts[PROJECT] };
  if (g_file_peek_path (file) != NULL)
    workspace = make (g_file_peek_path (file), &what, &error);
  else
    g_set_error (&error, SL_ERROR, SL_ERROR_IO, _ ("A programme can only be kept in a folder of this computer"));
  for (int i = 0; i < N_ENTRIES; i++)
    g_clear_pointer (&texts[i], g_free);
  if (workspace == NULL)
    {
      tell (self, error->message);
      return FALSE;
    }
  show_in_window (self, workspace, file);
  gtk_window_destroy (GTK_WINDOW (self));
  return TRUE;
}

/* --- Where to keep it --------------------------------------------------------------------------------------------- */

static char *
dup_file_name (const char *name)
{
  g_autofree char *plain = sl_export_dup_name (name);

  return g_strconcat (plain, ".sightline", NULL);
}

static void
on_place_chosen (GtkNativeDialog *dialog, int response, SlNewProgramme *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_clear_object (&self->chooser);
  if (file != NULL)
    sl_new_programme_create (self, file);
}

static void
on_create (SlNewProgramme *self)
{
  g_autofree char *name = dup_entry (self, NAME);
  g_autofree char *file_name = NULL;

  if (!sl_new_programme_is_valid (self))
    return;
  file_name = dup_file_name (name);
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Where to Keep the Programme"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Create"), _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), file_name);
  sl_export_begin_in_documents (GTK_FILE_CHOOSER (self->chooser));
  g_signal_connect (self->chooser, "response", G_CALLBACK (on_place_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* --- Building ----------------------------------------------------------------------------------------------------- */

static void
fill_currencies (const char *typed, GPtrArray *texts, gpointer data)
{
  g_autofree char *upper = g_ascii_strup (typed, -1);

  for (guint i = 0; i < G_N_ELEMENTS (currencies) && texts->len < SL_COMPLETION_MAX; i++)
    if (g_str_has_prefix (currencies[i], upper))
      g_ptr_array_add (texts, g_strdup (currencies[i]));
}

static const char *
local_currency (void)
{
  static char code[4];
  const struct lconv *local = localeconv ();

  if (local == NULL || local->int_curr_symbol == NULL || strlen (local->int_curr_symbol) < 3)
    return "GBP";
  g_strlcpy (code, local->int_curr_symbol, sizeof code);
  return code;
}

static GtkWidget *
add_entry (SlNewProgramme *self, GtkWidget *group, int entry, const char *title)
{
  self->entries[entry] = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entries[entry]), title);
  sl_name_widget (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entries[entry]))), title);
  g_signal_connect_swapped (self->entries[entry], "changed", G_CALLBACK (on_changed), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->entries[entry]);
  return self->entries[entry];
}

static GtkWidget *
add_group (GtkWidget *page, const char *title, const char *text)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), text);
  sl_name_inner (group, GTK_TYPE_LIST_BOX, title);
  gtk_box_append (GTK_BOX (page), group);
  return group;
}

static void
add_month (SlNewProgramme *self, GtkWidget *group)
{
  const char *const months[] = { _ ("January"), _ ("February"), _ ("March"), _ ("April"), _ ("May"), _ ("June"), _ ("July"),
                                 _ ("August"), _ ("September"), _ ("October"), _ ("November"), _ ("December"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (months);

  self->month = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->month), _ ("Fiscal Year Starts In"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->month), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->month), g_strcmp0 (local_currency (), "GBP") == 0 ? 3 : 0);
  sl_name_widget (self->month, _ ("Fiscal year starts in"));
  sl_name_inner (self->month, GTK_TYPE_LIST_VIEW, _ ("Months"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->month);
}

static GtkWidget *
new_form (SlNewProgramme *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *group = add_group (page, _ ("Programme"), NULL);
  GtkWidget *row;

  gtk_widget_add_css_class (page, "form-page");
  add_entry (self, group, NAME, _ ("Name"));
  add_entry (self, group, CITY, _ ("City or Body"));
  row = add_entry (self, group, CURRENCY, _ ("Currency"));
  sl_completion_attach (GTK_EDITABLE (row), _ ("Currencies that fit"), fill_currencies, NULL);
  add_month (self, group);
  group = add_group (page, _ ("You"), _ ("What you change is kept in the history under this name."));
  add_entry (self, group, PERSON, _ ("Your Name"));
  add_entry (self, group, ROLE, _ ("Your Role"));
  add_entry (self, group, ORGANISATION, _ ("Your Organisation"));
  group = add_group (page, _ ("First Project"), _ ("Leave it empty if there is none yet."));
  add_entry (self, group, PROJECT, _ ("Project Name"));
  self->message = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE, "xalign", 0.0,
                                "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->message, "form-message");
  gtk_box_append (GTK_BOX (page), self->message);
  return page;
}

static GtkWidget *
new_header (SlNewProgramme *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));

  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  self->create = gtk_button_new_with_label (_ ("Create…"));
  gtk_widget_add_css_class (self->create, "suggested-action");
  g_signal_connect_swapped (self->create, "clicked", G_CALLBACK (on_create), self);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->create);
  return header;
}

static void
sl_new_programme_dispose (GObject *object)
{
  SlNewProgramme *self = SL_NEW_PROGRAMME (object);

  g_clear_object (&self->chooser);
  g_clear_weak_pointer (&self->window);
  G_OBJECT_CLASS (sl_new_programme_parent_class)->dispose (object);
}

static void
sl_new_programme_class_init (SlNewProgrammeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_new_programme_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sl_new_programme_init (SlNewProgramme *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  gtk_window_set_title (GTK_WINDOW (self), _ ("New Programme"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 720);
  gtk_box_append (GTK_BOX (box), new_header (self));
  adw_clamp_set_child (ADW_CLAMP (clamp), new_form (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
  sl_new_programme_set (self, "currency", local_currency ());
  if (g_strcmp0 (g_get_real_name (), "Unknown") != 0 && g_strcmp0 (g_get_real_name (), g_get_user_name ()) != 0)
    sl_new_programme_set (self, "person", g_get_real_name ());
  on_changed (self);
}

SlNewProgramme *
sl_new_programme_show (SlWindow *window)
{
  SlNewProgramme *self;

  g_return_val_if_fail (SL_IS_WINDOW (window), NULL);
  self = g_object_new (SL_TYPE_NEW_PROGRAMME, "transient-for", window, NULL);
  g_set_weak_pointer (&self->window, window);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->entries[NAME]);
  return self;
}

void
sl_new_programme_set (SlNewProgramme *self, const char *field, const char *text)
{
  g_return_if_fail (SL_IS_NEW_PROGRAMME (self) && text != NULL);
  for (int i = 0; i < N_ENTRIES; i++)
    if (g_strcmp0 (entry_names[i], field) == 0)
      gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), text);
}
