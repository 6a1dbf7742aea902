/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dialogs/sl-map-start-dialog.h"

#include "ui/sl-compat.h"
#include "ui/widgets/sl-map-canvas.h"
#include "workspace/sl-map-start.h"

#include <glib/gi18n-lib.h>

struct _SlMapStartDialog
{
  AdwWindow parent_instance;
  SlWorkspace *workspace;
  SlMapStart *start;
  GtkWidget *canvas, *step, *question, *hint, *given, *entry, *message, *back, *next, *again;
};

G_DEFINE_FINAL_TYPE (SlMapStartDialog, sl_map_start_dialog, ADW_TYPE_WINDOW)

static const SlData *
data_of (SlMapStartDialog *self)
{
  return sl_workspace_data (self->workspace);
}

/* --- What is asked ------------------------------------------------------------------------------------------------ */

typedef struct
{
  const SlData *data;
  GString *text;
} Given;

static gboolean
list_answer (const SlRecord *record, gpointer data)
{
  Given *given = data;

  g_string_append_printf (given->text, "%s%s", given->text->len > 0 ? "\n" : "",
                          sl_data_name (given->data, SL_AS (MAP_EDGE, record)->from));
  return TRUE;
}

static gboolean
list_purpose (const SlRecord *record, gpointer data)
{
  const SlMapNode *node = SL_AS (MAP_NODE, record);
  Given *given = data;

  if (node->type == SL_NODE_TYPE_STRATEGIC_PURPOSE && node->status != SL_NODE_STATUS_DROPPED)
    g_string_append_printf (given->text, "%s%s", given->text->len > 0 ? "\n" : "", node->title);
  return TRUE;
}

/* What was answered so far. */
static void
show_given (SlMapStartDialog *self, const SlMapQuestion *question)
{
  Given given = { data_of (self), g_string_new (NULL) };

  if (question->about != SL_UID_NONE)
    sl_data_children (given.data, SL_KIND_MAP_EDGE, SL_MAP_EDGE_TO, question->about, list_answer, &given);
  else
    sl_data_each (given.data, SL_KIND_MAP_NODE, list_purpose, &given);
  gtk_label_set_text (GTK_LABEL (self->given), given.text->str);
  gtk_widget_set_visible (self->given, given.text->len > 0);
  g_string_free (given.text, TRUE);
}

static void
show_end (SlMapStartDialog *self)
{
  guint open = sl_map_start_count_open (data_of (self));
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u card rests on nothing yet: you passed it over.",
                                                        "%u cards rest on nothing yet: you passed them over.", open), open);

  gtk_label_set_text (GTK_LABEL (self->step), _ ("That is a first map"));
  gtk_label_set_text (GTK_LABEL (self->question), open > 0 ? text : _ ("Everything on it rests on something you pay for."));
  gtk_label_set_text (GTK_LABEL (self->hint), _ ("Next, show it to others: ask of each link why the one should lead to the "
                                                 "other, and who answers for each outcome."));
  gtk_widget_set_visible (self->given, FALSE);
  gtk_widget_set_visible (self->again, open > 0);
}

static void
refresh (SlMapStartDialog *self)
{
  const SlMapQuestion *question = sl_map_start_question (self->start);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->entry, question != NULL);
  gtk_widget_set_visible (self->next, question != NULL);
  gtk_widget_set_sensitive (self->back, sl_map_start_can_go_back (self->start));
  gtk_widget_set_visible (self->message, FALSE);
  if (question == NULL)
    {
      show_end (self);
      return;
    }
  gtk_widget_set_visible (self->again, FALSE);
  text = sl_map_question_dup_text (question, data_of (self), TRUE);
  gtk_label_set_text (GTK_LABEL (self->step), _ (sl_enum_label (&sl_node_type_enum, question->type)));
  gtk_label_set_text (GTK_LABEL (self->question), text);
  gtk_label_set_text (GTK_LABEL (self->hint), _ (sl_map_question_hint (question)));
  sl_name_widget (self->entry, text);
  show_given (self, question);
  if (question->about != SL_UID_NONE)
    sl_map_canvas_select (SL_MAP_CANVAS (self->canvas), question->about, TRUE);
}

static void
tell (SlMapStartDialog *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->message), text);
  gtk_widget_set_visible (self->message, TRUE);
}

/* --- What is answered --------------------------------------------------------------------------------------------- */

gboolean
sl_map_start_dialog_answer (SlMapStartDialog *self, const char *text)
{
  const SlMapQuestion *question;
  g_autoptr (SlTx) tx = NULL;
  g_autoptr (GError) error = NULL;
  gboolean linked = FALSE;

  g_return_val_if_fail (SL_IS_MAP_START_DIALOG (self) && text != NULL, FALSE);
  question = sl_map_start_question (self->start);
  if (question == NULL)
    return FALSE;
  tx = sl_workspace_begin (self->workspace, SL_VERB_ADD);
  if (sl_tx_answer_question (tx, question, text, &linked, &error) == SL_UID_NONE
      || !sl_workspace_commit (self->workspace, g_steal_pointer (&tx), NULL, &error))
    {
      tell (self, error->message);
      return FALSE;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (linked)
    tell (self, _ ("That card was there already; it is linked now"));
  return TRUE;
}

static void
go (SlMapStartDialog *self, gboolean on)
{
  if (on)
    sl_map_start_next (self->start, data_of (self));
  else
    sl_map_start_back (self->start);
  refresh (self);
  gtk_widget_grab_focus (gtk_widget_get_visible (self->entry) ? self->entry : self->again);
}

/* Enter on nothing goes on. */
static void
on_enter (SlMapStartDialog *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (*text == '\0')
    go (self, TRUE);
  else
    sl_map_start_dialog_answer (self, text);
}

/* What stands in the entry is an answer too. */
static void
on_next (SlMapStartDialog *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (*text == '\0' || sl_map_start_dialog_answer (self, text))
    go (self, TRUE);
}

static void
on_back (SlMapStartDialog *self)
{
  go (self, FALSE);
}

static void
on_again (SlMapStartDialog *self)
{
  sl_map_start_again (self->start, data_of (self));
  refresh (self);
  gtk_widget_grab_focus (self->entry);
}

static void
on_changed (SlMapStartDialog *self)
{
  sl_map_start_follow (self->start, data_of (self));
  refresh (self);
}

static void
on_drawn (SlMapStartDialog *self)
{
  sl_map_canvas_fit (SL_MAP_CANVAS (self->canvas));
}

static void
on_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlMapStartDialog *self = SL_MAP_START_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  gboolean undo = g_str_equal (name, "start.undo");

  if (!(undo ? sl_workspace_undo (self->workspace, &error) : sl_workspace_redo (self->workspace, &error)))
    tell (self, error->message);
}

/* --- Building ----------------------------------------------------------------------------------------------------- */

static GtkWidget *
add_words (GtkWidget *box, const char *css)
{
  GtkWidget *label = sl_words_new ("", css, 34);

  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_button (SlMapStartDialog *self, GtkWidget *box, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
build_talk (SlMapStartDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "map-start");
  self->step = add_words (box, "caption-heading");
  self->question = add_words (box, "title-3");
  self->hint = add_words (box, "dim-label");
  self->given = add_words (box, NULL);
  self->entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), 160);
  /* Ctrl+Z takes back an answer, as in the window; what is being typed is short. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("An answer, or nothing to go on"));
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_enter), self);
  gtk_box_append (GTK_BOX (box), self->entry);
  self->message = add_words (box, "dim-label");
  self->back = add_button (self, buttons, _ ("_Back"), G_CALLBACK (on_back));
  self->next = add_button (self, buttons, _ ("_Next Question"), G_CALLBACK (on_next));
  gtk_widget_add_css_class (self->next, "suggested-action");
  self->again = add_button (self, buttons, _ ("_Ask Those Again"), G_CALLBACK (on_again));
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

static void
sl_map_start_dialog_dispose (GObject *object)
{
  SlMapStartDialog *self = SL_MAP_START_DIALOG (object);

  g_clear_pointer (&self->start, sl_map_start_free);
  G_OBJECT_CLASS (sl_map_start_dialog_parent_class)->dispose (object);
  g_clear_object (&self->workspace);
}

static void
sl_map_start_dialog_class_init (SlMapStartDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_map_start_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "start.undo", NULL, on_undo);
  gtk_widget_class_install_action (widget_class, "start.redo", NULL, on_undo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "start.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "start.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sl_map_start_dialog_init (SlMapStartDialog *self)
{
}

static void
build (SlMapStartDialog *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *both = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->canvas = sl_map_canvas_new (self->workspace);
  gtk_widget_set_hexpand (self->canvas, TRUE);
  gtk_widget_set_vexpand (self->canvas, TRUE);
  gtk_widget_set_size_request (self->canvas, 260, -1);
  gtk_box_append (GTK_BOX (all), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (both), build_talk (self));
  gtk_box_append (GTK_BOX (both), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (both), self->canvas);
  gtk_box_append (GTK_BOX (all), both);
  adw_window_set_content (ADW_WINDOW (self), all);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->canvas, "changed", G_CALLBACK (on_drawn), self, G_CONNECT_SWAPPED);
}

SlMapStartDialog *
sl_map_start_dialog_show (GtkWindow *parent, SlWorkspace *workspace)
{
  SlMapStartDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && SL_IS_WORKSPACE (workspace), NULL);
  self = g_object_new (SL_TYPE_MAP_START_DIALOG, "title", _ ("A First Map"), "transient-for", parent, "modal", TRUE,
                       "destroy-with-parent", TRUE, "default-width", 1100, "default-height", 640, NULL);
  self->workspace = g_object_ref (workspace);
  self->start = sl_map_start_new (data_of (self));
  build (self);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (gtk_widget_get_visible (self->entry) ? self->entry : self->again);
  return self;
}
