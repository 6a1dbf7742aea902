/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dialogs/sl-import-dialog.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "ui/dialogs/sl-export.h"
#include "ui/models/sl-grid-plan.h"
#include "ui/models/sl-import-plan.h"
#include "ui/models/sl-map-import-plan.h"
#include "ui/models/sl-risk-columns.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-grid-preview.h"

#include <glib/gi18n-lib.h>

#define BYTES_MAX (64 * 1024 * 1024)
#define EXAMPLE_LENGTH 50 /* characters */

struct _SlImportDialog
{
  AdwWindow parent_instance;
  SlWindow *window; /* weak */
  SlGridModel *model;
  SlSheet *sheet;
  char *name;
  GPtrArray *takers; /* of SlColumn: what a column of the sheet can be */
  GPtrArray *rows;   /* of AdwComboRow, one for each column of the sheet; 0: left out, else a taker and 1 */
  GtkWidget *group, *message, *go;
};

G_DEFINE_FINAL_TYPE (SlImportDialog, sl_import_dialog, ADW_TYPE_WINDOW)

/* --- What all imports have in common ------------------------------------------------------------------------------ */

static void
tell (SlWindow *window, const char *name)
{
  /* TRANSLATORS: {1} is the name of a file. */
  g_autofree char *text = sl_text_compose (_ ("“{1}” is imported"), (const char *[]){ name, NULL });

  sl_window_toast (window, text, sl_workspace_can_undo (sl_window_workspace (window)));
}

static GtkWidget *
preview (SlPlan *plan, const char *name, GtkWindow *over)
{
  /* TRANSLATORS: heading of a window; {1} is the name of a file. */
  g_autofree char *title = sl_text_compose (_ ("Import “{1}”"), (const char *[]){ name, NULL });
  GtkWidget *window = sl_grid_preview_new (plan, title, over);

  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* --- Which column is which ---------------------------------------------------------------------------------------- */

static SlColumn *
chosen (SlImportDialog *self, guint n)
{
  guint selected = adw_combo_row_get_selected (self->rows->pdata[n]);

  return selected > 0 && selected <= self->takers->len ? self->takers->pdata[selected - 1] : NULL;
}

void
sl_import_dialog_set (SlImportDialog *self, guint n, const char *id)
{
  guint selected = 0;

  g_return_if_fail (SL_IS_IMPORT_DIALOG (self) && n < self->rows->len);
  for (guint i = 0; i < self->takers->len; i++)
    if (id != NULL && g_strcmp0 (((SlColumn *) self->takers->pdata[i])->id, id) == 0)
      selected = i + 1;
  adw_combo_row_set_selected (self->rows->pdata[n], selected);
}

const char *
sl_import_dialog_get (SlImportDialog *self, guint n)
{
  g_return_val_if_fail (SL_IS_IMPORT_DIALOG (self) && n < self->rows->len, NULL);
  return chosen (self, n) != NULL ? chosen (self, n)->id : NULL;
}

static void
on_applied (SlImportDialog *self, GtkWindow *preview_window)
{
  /* It closes by itself, and must not go with this one in the midst of telling. */
  gtk_window_set_transient_for (preview_window, GTK_WINDOW (self->window));
  if (self->window != NULL && sl_window_workspace (self->window) != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.page", "s", "risks");
      tell (self->window, self->name);
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
write_act (SlImportDialog *self, SlGridAct *act, GError **error)
{
  g_autofree SlColumn **to = g_new0 (SlColumn *, self->rows->len);
  g_autofree char *obstacle = sl_workspace_dup_obstacle (sl_grid_model_workspace (self->model));

  for (guint c = 0; c < self->rows->len; c++)
    to[c] = chosen (self, c);
  if (obstacle != NULL)
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_READ_ONLY, obstacle);
      return FALSE;
    }
  if (!sl_sheet_write (self->sheet, act, to, error))
    return FALSE;
  if (sl_grid_act_n_cells (act) > 0)
    return TRUE;
  g_set_error_literal (error, SL_ERROR, SL_ERROR_VALUE, _ ("Say of at least one column what it is"));
  return FALSE;
}

gboolean
sl_import_dialog_go (SlImportDialog *self)
{
  g_autoptr (SlGridAct) act = NULL;
  g_autoptr (SlGridPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (SL_IS_IMPORT_DIALOG (self), FALSE);
  act = sl_grid_act_new (self->model, SL_VERB_PASTE);
  if (!write_act (self, act, &error))
    {
      gtk_label_set_text (GTK_LABEL (self->message), error->message);
      gtk_widget_set_visible (self->message, TRUE);
      return FALSE;
    }
  gtk_widget_set_visible (self->message, FALSE);
  plan = sl_grid_plan_new (g_steal_pointer (&act));
  g_signal_connect_object (preview (SL_PLAN (plan), self->name, GTK_WINDOW (self)), "applied", G_CALLBACK (on_applied), self,
                           G_CONNECT_SWAPPED);
  return TRUE;
}

/* --- Building ----------------------------------------------------------------------------------------------------- */

/* By itself: a label that shortens a single digit asks for more room than it says. */
static char *
dup_short (const char *text)
{
  g_autofree char *line = sl_text_clean (text, TRUE);
  g_autofree char *head = NULL;

  if (line == NULL || g_utf8_strlen (line, -1) <= EXAMPLE_LENGTH)
    return g_strdup (line != NULL ? line : "");
  head = g_utf8_substring (line, 0, EXAMPLE_LENGTH);
  return g_strconcat (head, "…", NULL);
}

static GtkWidget *
new_choice (SlImportDialog *self, guint n, GListModel *choices)
{
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "use-markup", FALSE, NULL);
  const char *said = sl_sheet_title (self->sheet, n);
  SlColumn *guess = sl_sheet_guess (self->sheet, n, self->takers);
  g_autofree char *example = dup_short (sl_sheet_example (self->sheet, n));
  g_autofree char *title = *said != '\0' ? g_strdup (said) : g_strdup_printf (_ ("Column %u"), n + 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), example);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), choices);
  sl_name_widget (row, title);
  sl_name_inner (row, GTK_TYPE_LIST_VIEW, title);
  g_ptr_array_add (self->rows, row);
  sl_import_dialog_set (self, n, guess != NULL ? guess->id : NULL);
  return row;
}

static void
add_choices (SlImportDialog *self)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new ((const char *const[]){ _ ("Leave Out"), NULL });
  guint n = sl_sheet_n_columns (self->sheet), known = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->takers->len; i++)
    {
      const SlColumn *column = self->takers->pdata[i];
      /* A head of one letter says little away from its column. */
      gboolean terse = g_utf8_strlen (column->title, -1) == 1 && column->help != NULL;
      /* TRANSLATORS: {1} is the short head of a column, {2} what it holds. */
      g_autofree char *full = sl_text_compose (_ ("{1}: {2}"), (const char *[]){ column->title, terse ? column->help : "", NULL });

      gtk_string_list_append (choices, terse ? full : column->title);
    }
  for (guint c = 0; c < n; c++)
    {
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), new_choice (self, c, G_LIST_MODEL (choices)));
      known += chosen (self, c) != NULL;
    }
  text = known == n ? g_strdup (_ ("All columns are known by their names. Next you see what would change, before it does."))
                    : g_strdup_printf (_ ("%u of %u columns are known by their names. Say what the others are, or leave them out: "
                                          "next you see what would change, before it does."), known, n);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group), text);
}

static GtkWidget *
new_header (SlImportDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->go = gtk_button_new_with_mnemonic (_ ("_Preview"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (self->go, "suggested-action");
  g_signal_connect_swapped (self->go, "clicked", G_CALLBACK (sl_import_dialog_go), self);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->go);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->go);
  return header;
}

static void
sl_import_dialog_dispose (GObject *object)
{
  SlImportDialog *self = SL_IMPORT_DIALOG (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->model);
  g_clear_pointer (&self->sheet, sl_sheet_free);
  g_clear_pointer (&self->takers, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (sl_import_dialog_parent_class)->dispose (object);
}

static void
sl_import_dialog_class_init (SlImportDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_import_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sl_import_dialog_init (SlImportDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

  self->takers = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_column_unref);
  self->rows = g_ptr_array_new ();
  self->group = adw_preferences_group_new ();
  self->message = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (self->message, "error");
  gtk_widget_set_visible (self->message, FALSE);
  gtk_widget_add_css_class (page, "form-page");
  sl_name_inner (self->group, GTK_TYPE_LIST_BOX, _ ("Columns"));
  gtk_box_append (GTK_BOX (page), self->message);
  gtk_box_append (GTK_BOX (page), self->group);
  adw_clamp_set_child (ADW_CLAMP (clamp), page);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 620);
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
}

SlImportDialog *
sl_import_dialog_show (SlWindow *window, SlSheet *sheet, const char *name)
{
  SlImportDialog *self;
  g_autoptr (GPtrArray) columns = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (SL_IS_WINDOW (window) && sl_window_workspace (window) != NULL && sheet != NULL && name != NULL, NULL);
  title = sl_text_compose (_ ("Import “{1}”"), (const char *[]){ name, NULL });
  self = g_object_new (SL_TYPE_IMPORT_DIALOG, "transient-for", window, "title", title, NULL);
  g_set_weak_pointer (&self->window, window);
  columns = sl_risk_columns ();
  self->model = sl_grid_model_new (sl_window_workspace (window), SL_KIND_RISK, columns);
  self->sheet = sheet;
  self->name = g_strdup (name);
  for (guint i = 0; i < columns->len; i++)
    if (sl_sheet_takes (columns->pdata[i]))
      g_ptr_array_add (self->takers, sl_column_ref (columns->pdata[i]));
  add_choices (self);
  /* Where all is known, Enter goes on. */
  gtk_window_set_focus (GTK_WINDOW (self), self->go);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/* --- A document --------------------------------------------------------------------------------------------------- */

typedef struct
{
  SlWindow *window;
  char *name;
} Loading;

static void
loading_free (Loading *loading)
{
  g_object_unref (loading->window);
  g_free (loading->name);
  g_free (loading);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loading, loading_free)

static void
say_failure (SlWindow *window, const char *name, const GError *error)
{
  g_autofree char *text = sl_text_compose ("{1}: {2}", (const char *[]){ name, error->message, NULL });

  sl_window_toast (window, text, FALSE);
}

static void
on_taken (GtkWidget *dialog, SlWindow *window)
{
  tell (window, g_object_get_data (G_OBJECT (dialog), "name"));
}

/* Takes @plan. */
static void
preview_whole (SlWindow *window, SlPlan *plan, const char *name)
{
  GtkWidget *dialog = preview (plan, name, GTK_WINDOW (window));

  g_object_set_data_full (G_OBJECT (dialog), "name", g_strdup (name), g_free);
  g_signal_connect_object (dialog, "applied", G_CALLBACK (on_taken), window, 0);
  g_object_unref (plan);
}

static gboolean
is_graph (const char *name)
{
  return g_str_has_suffix (name, ".graphml") || g_str_has_suffix (name, ".GRAPHML");
}

static gboolean
has_column (const SlSheet *sheet, const char *title)
{
  for (guint c = 0; c < sl_sheet_n_columns (sheet); c++)
    if (g_str_equal (sl_sheet_title (sheet, c), title))
      return TRUE;
  return FALSE;
}

/* A table of cards or of links, as the map is written out; -1: a register. */
static int
kind_of (const SlSheet *sheet)
{
  if (has_column (sheet, "from") && has_column (sheet, "to"))
    return SL_KIND_MAP_EDGE;
  return has_column (sheet, "type") && has_column (sheet, "title") && !has_column (sheet, "cause") ? SL_KIND_MAP_NODE : -1;
}

static void
begin_map (SlWindow *window, const char *bytes, gsize length, const char *name, int kind)
{
  g_autoptr (GBytes) document = g_bytes_new (bytes, length);

  preview_whole (window, SL_PLAN (sl_map_import_plan_new (sl_window_workspace (window), document, name, kind)), name);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Loading) loading = data;
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  SlSheet *sheet = NULL;
  gsize length;

  if (g_file_load_contents_finish (G_FILE (source), result, &bytes, &length, NULL, &error))
    sheet = length <= BYTES_MAX && !is_graph (loading->name) ? sl_sheet_new (bytes, length, &error) : NULL;
  if (sheet == NULL && error == NULL && length > BYTES_MAX)
    g_set_error_literal (&error, SL_ERROR, SL_ERROR_LIMIT, _ ("this is too large for a register"));
  if (error != NULL)
    say_failure (loading->window, loading->name, error);
  else if (sl_window_workspace (loading->window) == NULL)
    g_clear_pointer (&sheet, sl_sheet_free);
  else if (sheet == NULL || kind_of (sheet) >= 0)
    {
      begin_map (loading->window, bytes, length, loading->name, sheet != NULL ? kind_of (sheet) : -1);
      g_clear_pointer (&sheet, sl_sheet_free);
    }
  else
    sl_import_dialog_show (loading->window, sheet, loading->name);
}

void
sl_import_start (SlWindow *window, GFile *file)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (SL_IS_WINDOW (window) && sl_window_workspace (window) != NULL && G_IS_FILE (file));
  base = g_file_get_basename (file);
  name = g_filename_display_name (base);
  if (g_str_has_suffix (base, ".xml") || g_str_has_suffix (base, ".XML"))
    preview_whole (window, SL_PLAN (sl_import_plan_new (sl_window_workspace (window), file)), name);
  else
    {
      Loading *loading = g_new0 (Loading, 1);

      loading->window = g_object_ref (window);
      loading->name = g_steal_pointer (&name);
      g_file_load_contents_async (file, NULL, on_loaded, loading);
    }
}

static void
on_chosen (GtkNativeDialog *dialog, int response, SlWindow *window)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL && sl_window_workspace (window) != NULL)
    sl_import_start (window, file);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (; *suffixes != NULL; suffixes++)
    gtk_file_filter_add_suffix (filter, *suffixes);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
sl_import_choose (SlWindow *window)
{
  GtkFileChooserNative *chooser;

  g_return_if_fail (SL_IS_WINDOW (window));
  chooser = gtk_file_chooser_native_new (_ ("Import"), GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"),
                                         _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  add_filter (GTK_FILE_CHOOSER (chooser), _ ("All that can be imported"),
              (const char *const[]){ "xml", "csv", "tsv", "txt", "graphml", NULL });
  add_filter (GTK_FILE_CHOOSER (chooser), _ ("Programme XML"), (const char *const[]){ "xml", NULL });
  add_filter (GTK_FILE_CHOOSER (chooser), _ ("Benefit maps (GraphML)"), (const char *const[]){ "graphml", NULL });
  add_filter (GTK_FILE_CHOOSER (chooser), _ ("Registers out of spreadsheets (CSV)"),
              (const char *const[]){ "csv", "tsv", "txt", NULL });
  sl_export_begin_in_documents (GTK_FILE_CHOOSER (chooser));
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chosen), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
