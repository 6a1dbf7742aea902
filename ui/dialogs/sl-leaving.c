/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dialogs/sl-leaving.h"

#include "base/sl-text.h"
#include "ui/models/sl-owned-words.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-day-button.h"
#include "ui/widgets/sl-person-button.h"
#include "ui/widgets/sl-recent-reasons.h"

#include <glib/gi18n-lib.h>

#define WIDTH 640
#define HEIGHT 720
#define LIST_MIN 132

struct _SlLeaving
{
  AdwWindow parent_instance;
  SlWorkspace *workspace;
  SlLeavingModel *model;
  GtkWidget *day, *calendar, *all, *list, *list_area, *reason, *statement, *message, *reassign;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SlLeaving, sl_leaving, ADW_TYPE_WINDOW)

static guint done_signal;

static void
sl_leaving_dispose (GObject *object)
{
  SlLeaving *self = SL_LEAVING (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_leaving_parent_class)->dispose (object);
}

static void
sl_leaving_class_init (SlLeavingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_leaving_dispose;
  done_signal = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              G_TYPE_STRING);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sl_leaving_init (SlLeaving *self)
{
}

/* --- What is told ------------------------------------------------------------------------------------------------- */

static const char *
reason_of (SlLeaving *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->reason));
}

static void
tell (SlLeaving *self, const char *text, gboolean wrong)
{
  gtk_label_set_text (GTK_LABEL (self->message), text != NULL ? text : "");
  gtk_widget_set_visible (self->message, text != NULL);
  if (wrong)
    gtk_widget_remove_css_class (self->message, "asking");
  else
    gtk_widget_add_css_class (self->message, "asking");
}

/* What is still wanting is said beside what will happen, not held back until the button is pressed. */
static void
refresh (SlLeaving *self)
{
  g_autofree char *statement = sl_leaving_model_dup_statement (self->model);
  g_autofree char *obstacle = sl_leaving_model_dup_obstacle (self->model, reason_of (self));
  gboolean handed = sl_leaving_model_n_handed (self->model) > 0;

  gtk_label_set_text (GTK_LABEL (self->statement), statement);
  gtk_button_set_label (GTK_BUTTON (self->reassign), handed ? _ ("_Reassign") : _ ("_Record"));
  sl_name_widget (self->reassign, handed ? _ ("Reassign") : _ ("Record"));
  gtk_widget_set_sensitive (self->reassign, obstacle == NULL);
  gtk_widget_set_visible (self->list_area, g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0);
  tell (self, obstacle, FALSE);
}

/* --- The last day ------------------------------------------------------------------------------------------------- */

static void
on_day_typed (SlLeaving *self)
{
  SlDate day = SL_DATE_NONE;
  gboolean fine = sl_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->day)), sl_workspace_default_as_of (self->workspace), &day);

  if (self->filling)
    return;
  if (fine && day != SL_DATE_NONE)
    {
      gtk_widget_remove_css_class (self->day, "error");
      sl_day_button_set_day (SL_DAY_BUTTON (self->calendar), day);
    }
  else
    {
      gtk_widget_add_css_class (self->day, "error");
      day = SL_DATE_NONE;
    }
  sl_leaving_model_set_last_day (self->model, day);
}

static void
show_day (SlLeaving *self)
{
  g_autofree char *text = sl_date_dup_display (sl_leaving_model_last_day (self->model));

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->day), text);
  self->filling = FALSE;
  gtk_widget_remove_css_class (self->day, "error");
  sl_day_button_set_day (SL_DAY_BUTTON (self->calendar), sl_leaving_model_last_day (self->model));
}

static void
on_day_chosen (SlLeaving *self, int day)
{
  sl_leaving_model_set_last_day (self->model, day);
  show_day (self);
}

/* --- Who takes over ----------------------------------------------------------------------------------------------- */

static gboolean
may_succeed (const SlRecord *person, gpointer data)
{
  return sl_leaving_model_may_succeed (((SlLeaving *) data)->model, person->uid);
}

static void
on_all_chosen (SlLeaving *self, gint64 uid)
{
  sl_leaving_model_set_all (self->model, uid);
}

/* A row: what it is and how far, and the button that says who takes it over; above the first of a kind its name. */
typedef struct
{
  SlLeaving *dialog;
  SlLeavingRow *row; /* borrowed while bound */
  GtkWidget *box, *heading, *title, *facts, *button;
} Cell;

static GtkWidget *
new_line (const char *css)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

static void
on_row_chosen (Cell *cell, gint64 uid)
{
  if (cell->row != NULL)
    sl_leaving_model_set_row (cell->dialog->model, cell->row, uid);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, SlLeaving *self)
{
  Cell *cell = g_new0 (Cell, 1);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  cell->dialog = self;
  cell->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  cell->heading = new_line ("heading");
  gtk_widget_add_css_class (cell->heading, "kind-heading");
  cell->title = new_line (NULL);
  cell->facts = new_line ("row-subtitle");
  cell->button = sl_person_button_new (self->workspace, _ ("Nobody Yet"), _ ("It stays a gap until somebody takes it on"),
                                       may_succeed, self);
  gtk_widget_set_valign (cell->button, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), cell->title);
  gtk_box_append (GTK_BOX (words), cell->facts);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), cell->button);
  gtk_box_append (GTK_BOX (cell->box), cell->heading);
  gtk_box_append (GTK_BOX (cell->box), line);
  g_signal_connect_swapped (cell->button, "chosen", G_CALLBACK (on_row_chosen), cell);
  g_object_set_data_full (G_OBJECT (item), "cell", cell, g_free);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, cell->box);
}

static void
show_row (Cell *cell)
{
  SlView view = sl_workspace_view (cell->dialog->workspace);
  const SlOwned *owned = sl_leaving_row_owned (cell->row);
  guint heads = sl_leaving_row_heads (cell->row);
  g_autofree char *title = sl_owned_dup_title (view.data, owned), *facts = sl_owned_dup_facts (&view, owned);
  g_autofree char *heading = g_strdup_printf ("%s (%u)", g_dgettext (GETTEXT_PACKAGE, sl_kind_get (owned->kind)->plural), heads);
  /* TRANSLATORS: name of a button; {1} is what is handed over, such as “R-005  Crews may not start”. */
  g_autofree char *label = sl_text_compose (_ ("Who takes over {1}"), (const char *[]){ title, NULL });
  const char *successor = sl_data_name (view.data, sl_leaving_row_successor (cell->row));
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", title, facts, *successor != '\0' ? successor : _ ("Nobody Yet"));
  GtkWidget *item = gtk_widget_get_parent (cell->box);

  gtk_label_set_text (GTK_LABEL (cell->heading), heading);
  gtk_widget_set_visible (cell->heading, heads > 0);
  gtk_label_set_text (GTK_LABEL (cell->title), title);
  gtk_widget_set_tooltip_text (cell->title, title);
  gtk_label_set_text (GTK_LABEL (cell->facts), facts);
  gtk_widget_set_visible (cell->facts, *facts != '\0');
  sl_person_button_set_label (SL_PERSON_BUTTON (cell->button), label);
  sl_person_button_set_person (SL_PERSON_BUTTON (cell->button), sl_leaving_row_successor (cell->row));
  if (item != NULL)
    sl_name_widget (item, name);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, SlLeaving *self)
{
  Cell *cell = g_object_get_data (G_OBJECT (item), "cell");

  cell->row = gtk_list_item_get_item (item);
  g_signal_connect_swapped (cell->row, "changed", G_CALLBACK (show_row), cell);
  g_object_set_data (G_OBJECT (cell->row), "button", cell->button);
  show_row (cell);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, SlLeaving *self)
{
  Cell *cell = g_object_get_data (G_OBJECT (item), "cell");

  g_signal_handlers_disconnect_by_data (cell->row, cell);
  g_object_set_data (G_OBJECT (cell->row), "button", NULL);
  cell->row = NULL;
}

/* Enter on a row opens the choice in it. */
static void
on_row_activated (GtkListView *list, guint position, SlLeaving *self)
{
  g_autoptr (SlLeavingRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  GtkWidget *button = row != NULL ? g_object_get_data (G_OBJECT (row), "button") : NULL;

  if (button != NULL)
    sl_person_button_open (SL_PERSON_BUTTON (button));
}

/* Tab goes past the list, not through each of its rows: Up and Down do that. */
static gboolean
on_list_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, SlLeaving *self)
{
  if (key == GDK_KEY_Tab && !(state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    return gtk_widget_grab_focus (self->reason);
  if (key == GDK_KEY_ISO_Left_Tab || key == GDK_KEY_Tab)
    return gtk_widget_grab_focus (self->all);
  return GDK_EVENT_PROPAGATE;
}

/* --- Doing it ----------------------------------------------------------------------------------------------------- */

gboolean
sl_leaving_is_valid (SlLeaving *self)
{
  g_autofree char *obstacle = NULL;

  g_return_val_if_fail (SL_IS_LEAVING (self), FALSE);
  obstacle = sl_leaving_model_dup_obstacle (self->model, reason_of (self));
  return obstacle == NULL;
}

gboolean
sl_leaving_reassign (SlLeaving *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (SL_IS_LEAVING (self), FALSE);
  if (!sl_leaving_is_valid (self))
    return FALSE;
  if (!sl_leaving_model_commit (self->model, reason_of (self), &error))
    {
      tell (self, error->message, TRUE);
      return FALSE;
    }
  text = sl_leaving_model_dup_done (self->model);
  g_signal_emit (self, done_signal, 0, text);
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

/* The programme goes on while the dialog is open. */
static void
on_model_changed (SlLeaving *self)
{
  g_autofree char *obstacle = sl_workspace_dup_obstacle (self->workspace);

  if (obstacle != NULL || sl_data_lookup (sl_workspace_data (self->workspace), sl_leaving_model_person (self->model)) == NULL)
    gtk_window_close (GTK_WINDOW (self));
  else
    refresh (self);
}

/* --- Building ----------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_entry (const char *title, GCallback changed, SlLeaving *self)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  sl_name_widget (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry))), title);
  g_signal_connect_swapped (entry, "changed", changed, self);
  return entry;
}

static GtkWidget *
new_group (GtkWidget *box)
{
  GtkWidget *group = adw_preferences_group_new ();

  gtk_box_append (GTK_BOX (box), group);
  return group;
}

static void
add_top (SlLeaving *self, GtkWidget *box)
{
  GtkWidget *group = new_group (box), *row = adw_action_row_new ();

  self->day = new_entry (_ ("Last Day"), G_CALLBACK (on_day_typed), self);
  self->calendar = sl_day_button_new (_ ("Choose the Last Day"));
  gtk_widget_set_valign (self->calendar, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->calendar, "chosen", G_CALLBACK (on_day_chosen), self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->day), self->calendar);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->day);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Who Takes Over"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Of everything, unless chosen row by row"));
  self->all = sl_person_button_new (self->workspace, _ ("Nobody Yet"), _ ("Everything stays a gap until somebody takes it on"),
                                    may_succeed, self);
  sl_person_button_set_label (SL_PERSON_BUTTON (self->all), _ ("Who takes over everything"));
  gtk_widget_set_valign (self->all, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->all, "chosen", G_CALLBACK (on_all_chosen), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->all);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->all);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  sl_name_inner (group, GTK_TYPE_LIST_BOX, _ ("Leaving"));
}

static void
add_list (SlLeaving *self, GtkWidget *box)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model)))), factory);
  gtk_widget_add_css_class (self->list, "owned-list");
  sl_name_widget (self->list, _ ("What is handed over"));
  g_signal_connect (self->list, "activate", G_CALLBACK (on_row_activated), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_list_key), self);
  gtk_widget_add_controller (self->list, keys);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_MIN);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  self->list_area = scroller;
  gtk_box_append (GTK_BOX (box), scroller);
}

static GtkWidget *
new_words (GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0, NULL);

  return label;
}

static void
add_bottom (SlLeaving *self, GtkWidget *box)
{
  GtkWidget *group = new_group (box), *recent;

  self->reason = new_entry (_ ("Reason, One Line"), G_CALLBACK (refresh), self);
  g_signal_connect_swapped (self->reason, "entry-activated", G_CALLBACK (sl_leaving_reassign), self);
  recent = sl_recent_reasons_new (self->workspace, GTK_EDITABLE (self->reason));
  gtk_widget_set_valign (recent, GTK_ALIGN_CENTER);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->reason), recent);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->reason);
  sl_name_inner (group, GTK_TYPE_LIST_BOX, _ ("Reason"));
  self->statement = new_words (GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_box_append (GTK_BOX (box), self->statement);
  self->message = new_words (GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_add_css_class (self->message, "form-message");
  gtk_box_append (GTK_BOX (box), self->message);
}

static GtkWidget *
new_header (SlLeaving *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  sl_name_widget (cancel, _ ("Cancel"));
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  self->reassign = gtk_button_new_with_mnemonic (_ ("_Reassign"));
  gtk_widget_add_css_class (self->reassign, "suggested-action");
  g_signal_connect_swapped (self->reassign, "clicked", G_CALLBACK (sl_leaving_reassign), self);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->reassign);
  return header;
}

static void
build (SlLeaving *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *clamp = adw_clamp_new ();

  gtk_widget_add_css_class (page, "form-page");
  add_top (self, page);
  add_list (self, page);
  add_bottom (self, page);
  adw_clamp_set_child (ADW_CLAMP (clamp), page);
  gtk_widget_set_vexpand (clamp, TRUE);
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), clamp);
  adw_window_set_content (ADW_WINDOW (self), box);
}

/* By what is known, not by what is being typed. */
static void
set_title (SlLeaving *self)
{
  gboolean left = sl_leaving_model_last_day (self->model) < sl_workspace_default_as_of (self->workspace);
  const char *name = sl_data_name (sl_workspace_data (self->workspace), sl_leaving_model_person (self->model));
  /* TRANSLATORS: title of a window; {1} is a person. */
  g_autofree char *title = sl_text_compose (left ? _ ("{1} Has Left") : _ ("{1} Leaves"), (const char *[]){ name, NULL });

  gtk_window_set_title (GTK_WINDOW (self), title);
}

SlLeaving *
sl_leaving_show (GtkWindow *parent, SlWorkspace *workspace, SlUid person)
{
  SlLeaving *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && SL_IS_WORKSPACE (workspace), NULL);
  self = g_object_new (SL_TYPE_LEAVING, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE, "default-width",
                       WIDTH, "default-height", HEIGHT, NULL);
  self->workspace = g_object_ref (workspace);
  self->model = sl_leaving_model_new (workspace, person);
  set_title (self);
  build (self);
  show_day (self);
  g_signal_connect_swapped (self->model, "changed", G_CALLBACK (on_model_changed), self);
  g_signal_connect_object (workspace, "notify::state", G_CALLBACK (on_model_changed), self, G_CONNECT_SWAPPED);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->day);
  return self;
}

/* --- Public ------------------------------------------------------------------------------------------------------- */

SlLeavingModel *
sl_leaving_model (SlLeaving *self)
{
  g_return_val_if_fail (SL_IS_LEAVING (self), NULL);
  return self->model;
}

void
sl_leaving_set_last_day (SlLeaving *self, const char *text)
{
  g_return_if_fail (SL_IS_LEAVING (self) && text != NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->day), text);
}

void
sl_leaving_set_reason (SlLeaving *self, const char *text)
{
  g_return_if_fail (SL_IS_LEAVING (self) && text != NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), text);
}
