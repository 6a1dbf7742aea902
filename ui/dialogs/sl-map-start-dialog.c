/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dialogs/sl-map-start-dialog.h"

#include "base/sl-text.h"
#include "ui/dialogs/sl-map-start-answers.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-map-canvas.h"

#include <glib/gi18n-lib.h>

#define SIDE_BY_SIDE 820 /* from this width on, in pixels */
#define LEAST_SCALE 0.5  /* the map is not drawn smaller, to be read */

struct _SlMapStartDialog
{
  AdwWindow parent_instance;
  SlWorkspace *workspace;
  SlMapStart *start;
  GtkWidget *both; /* the talk and the map, side by side or one above the other */
  GtkWidget *canvas, *step, *question, *hint, *answers, *entry, *message, *back, *next, *again, *lacks, *done;
  gboolean fresh;  /* there was no map when it began */
  gboolean narrow;
  guint turning; /* source: the width has changed */
};

static guint signal_done;

G_DEFINE_FINAL_TYPE (SlMapStartDialog, sl_map_start_dialog, ADW_TYPE_WINDOW)

static const SlData *
data_of (SlMapStartDialog *self)
{
  return sl_workspace_data (self->workspace);
}

/* --- What is asked ------------------------------------------------------------------------------------------------ */

static void
show_answers (SlMapStartDialog *self)
{
  const SlMapQuestion *question = sl_map_start_question (self->start);

  gtk_widget_set_visible (self->answers, question != NULL);
  if (question != NULL)
    sl_map_start_answers_show (SL_MAP_START_ANSWERS (self->answers), data_of (self), question,
                               gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* "Step 2 of 6: End outcome". "Step 3 of 6: Intermediate outcome, question 1 of 4". */
static void
show_step (SlMapStartDialog *self, const SlMapQuestion *question)
{
  const char *column = _ (sl_enum_label (&sl_node_type_enum, question->type));
  g_autofree char *step = g_strdup_printf ("%d", question->type - SL_NODE_TYPE_STRATEGIC_PURPOSE + 1), *steps = g_strdup_printf ("%d", SL_MAP_COLUMNS), *text = NULL;
  g_autofree char *at = NULL, *all = NULL;
  guint nth, of;

  sl_map_start_progress (self->start, data_of (self), &nth, &of);
  at = g_strdup_printf ("%u", nth);
  all = g_strdup_printf ("%u", of);
  /* TRANSLATORS: {1} of {2} steps, {3} the type of card, the {4}th of {5} questions about such. */
  text = sl_text_compose (of > 1 ? _ ("Step {1} of {2}: {3}, question {4} of {5}") : _ ("Step {1} of {2}: {3}"),
                          (const char *[]){ step, steps, column, at, all, NULL });
  gtk_label_set_text (GTK_LABEL (self->step), text);
}

static void
show_end (SlMapStartDialog *self)
{
  const SlData *data = data_of (self);
  guint open = sl_map_start_count_open (data);
  g_autofree char *left = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u question was left open; it can be asked again.",
                                                        "%u questions were left open; they can be asked again.", open), open);
  g_autofree char *next = g_strconcat (open > 0 ? left : _ ("Everything on it leads from something you pay for to a purpose."), "\n\n",
                                       _ ("What comes next:"), "\n• ", _ ("say who answers for each end outcome, and how it is measured"),
                                       "\n• ", _ ("give each investment its budget"), "\n• ",
                                       _ ("show the map to others, and ask of each link why the one should lead to the other"), NULL);

  sl_map_canvas_select (SL_MAP_CANVAS (self->canvas), SL_UID_NONE, FALSE);
  gtk_label_set_text (GTK_LABEL (self->question), self->fresh ? _ ("That is a first map") : _ ("That is all there is to ask"));
  gtk_label_set_text (GTK_LABEL (self->hint), next);
  gtk_widget_set_visible (self->again, open > 0);
}

/* All of the map, or as much around the card asked about as can be read. */
static void
show_map (SlMapStartDialog *self)
{
  SlMapCanvas *canvas = SL_MAP_CANVAS (self->canvas);

  sl_map_canvas_fit (canvas);
  if (sl_map_canvas_scale (canvas) >= LEAST_SCALE)
    return;
  sl_map_canvas_zoom (canvas, LEAST_SCALE / sl_map_canvas_scale (canvas));
  sl_map_canvas_select (canvas, sl_map_canvas_selected (canvas), TRUE);
}

static void
refresh (SlMapStartDialog *self)
{
  const SlMapQuestion *question = sl_map_start_question (self->start);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->step, question != NULL);
  gtk_widget_set_visible (self->entry, question != NULL);
  gtk_widget_set_visible (self->next, question != NULL);
  gtk_widget_set_visible (self->lacks, question == NULL);
  gtk_widget_set_visible (self->done, question == NULL);
  gtk_widget_set_sensitive (self->back, sl_map_start_can_go_back (self->start));
  gtk_widget_set_visible (self->message, FALSE);
  show_answers (self);
  if (question == NULL)
    {
      show_end (self);
      return;
    }
  gtk_widget_set_visible (self->again, FALSE);
  text = sl_map_question_dup_text (question, data_of (self), TRUE);
  show_step (self, question);
  gtk_label_set_text (GTK_LABEL (self->question), text);
  gtk_label_set_text (GTK_LABEL (self->hint), _ (sl_map_question_hint (question)));
  sl_name_widget (self->entry, text);
  if (question->about != SL_UID_NONE && question->about != sl_map_canvas_selected (SL_MAP_CANVAS (self->canvas)))
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

/* Takes @tx. What stands in the way is told. */
static gboolean
finish (SlMapStartDialog *self, SlTx *tx, gboolean ready, GError **error)
{
  if (ready && sl_workspace_commit (self->workspace, tx, NULL, error))
    return TRUE;
  if (!ready)
    sl_tx_free (tx);
  tell (self, (*error)->message);
  return FALSE;
}

static void
on_renamed (SlMapStartDialog *self, gint64 uid, const char *title)
{
  SlTx *tx = sl_workspace_begin (self->workspace, SL_VERB_EDIT);
  g_autoptr (GError) error = NULL;

  finish (self, tx, sl_tx_set (tx, uid, SL_MAP_NODE_TITLE, &SL_VALUE_TEXT (title), &error), &error);
}

static void
on_taken_away (SlMapStartDialog *self, gint64 uid)
{
  const SlMapQuestion *question = sl_map_start_question (self->start);
  SlTx *tx;
  g_autoptr (GError) error = NULL;
  gboolean stays;

  if (question == NULL)
    return;
  tx = sl_workspace_begin (self->workspace, SL_VERB_DELETE);
  if (finish (self, tx, sl_tx_take_back_answer (tx, question, uid, &stays, &error), &error) && stays)
    tell (self, _ ("The card stays on the map, as it is linked to others; only its link to this one is gone"));
}

static void
on_linked (SlMapStartDialog *self, gint64 uid)
{
  const SlMapQuestion *question = sl_map_start_question (self->start);
  SlTx *tx;
  g_autoptr (GError) error = NULL;

  if (question == NULL || question->about == SL_UID_NONE)
    return;
  tx = sl_workspace_begin (self->workspace, SL_VERB_ADD);
  finish (self, tx, sl_tx_link_answer (tx, question, uid, &error), &error);
}

static void
take_focus (SlMapStartDialog *self)
{
  gtk_widget_grab_focus (gtk_widget_get_visible (self->entry) ? self->entry : self->done);
}

static void
go (SlMapStartDialog *self, gboolean on)
{
  sl_map_start_answers_keep_typed (SL_MAP_START_ANSWERS (self->answers));
  if (on)
    sl_map_start_next (self->start, data_of (self));
  else
    sl_map_start_back (self->start);
  refresh (self);
  take_focus (self);
}

/* What stands in the entry is an answer. FALSE: it was refused. */
static gboolean
keep_typed (SlMapStartDialog *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  return *text == '\0' || sl_map_start_question (self->start) == NULL || sl_map_start_dialog_answer (self, text);
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

static void
on_next (SlMapStartDialog *self)
{
  if (keep_typed (self))
    go (self, TRUE);
}

static void
on_back (SlMapStartDialog *self)
{
  if (keep_typed (self))
    go (self, FALSE);
}

static void
on_again (SlMapStartDialog *self)
{
  sl_map_start_again (self->start, data_of (self));
  refresh (self);
  take_focus (self);
}

static void
on_changed (SlMapStartDialog *self)
{
  sl_map_start_follow (self->start, data_of (self));
  refresh (self);
}

/* A card chosen on the map is asked about. */
static void
on_selected (SlMapStartDialog *self)
{
  const SlMapQuestion *question = sl_map_start_question (self->start);
  SlUid uid = sl_map_canvas_selected (SL_MAP_CANVAS (self->canvas));

  if (uid != SL_UID_NONE && (question == NULL || question->about != uid) && sl_map_start_ask (self->start, data_of (self), uid))
    refresh (self);
}

static void
on_canvas_message (SlMapStartDialog *self, const char *text)
{
  tell (self, text);
}

static void
on_typed (SlMapStartDialog *self)
{
  show_answers (self);
}

/* --- Leaving ------------------------------------------------------------------------------------------------------ */

/* What was typed is not lost. */
static gboolean
sl_map_start_dialog_close_request (GtkWindow *window)
{
  SlMapStartDialog *self = SL_MAP_START_DIALOG (window);

  sl_map_start_answers_keep_typed (SL_MAP_START_ANSWERS (self->answers));
  return !keep_typed (self) || GTK_WINDOW_CLASS (sl_map_start_dialog_parent_class)->close_request (window);
}

/* Escape first forgets what is being typed. */
static void
on_escape (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlMapStartDialog *self = SL_MAP_START_DIALOG (widget);

  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
on_back_key (GtkWidget *widget, const char *name, GVariant *parameter)
{
  on_back (SL_MAP_START_DIALOG (widget));
}

static void
leave (SlMapStartDialog *self, gboolean lacks)
{
  g_signal_emit (self, signal_done, 0, lacks);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_done (SlMapStartDialog *self)
{
  leave (self, FALSE);
}

static void
on_lacks (SlMapStartDialog *self)
{
  leave (self, TRUE);
}

static void
on_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlMapStartDialog *self = SL_MAP_START_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  gboolean undo = g_str_equal (name, "start.undo");
  g_autofree char *what = undo ? sl_workspace_dup_undo_label (self->workspace) : sl_workspace_dup_redo_label (self->workspace);
  /* TRANSLATORS: {1} is what was done: Add E2. */
  g_autofree char *text = what != NULL ? sl_text_compose (undo ? _ ("Taken back: {1}") : _ ("Done again: {1}"),
                                                          (const char *[]){ what, NULL }) : NULL;

  if (!(undo ? sl_workspace_undo (self->workspace, &error) : sl_workspace_redo (self->workspace, &error)))
    tell (self, error->message);
  else if (text != NULL)
    tell (self, text);
}

/* From the entry down into the answers. */
static gboolean
on_entry_key (SlMapStartDialog *self, guint key, guint code, GdkModifierType modifiers)
{
  return key == GDK_KEY_Down && (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) == 0
         && gtk_widget_get_visible (self->answers) && gtk_widget_child_focus (self->answers, GTK_DIR_TAB_FORWARD);
}

/* --- Building ----------------------------------------------------------------------------------------------------- */

static GtkWidget *
add_words (GtkWidget *box, const char *css)
{
  GtkWidget *label = sl_words_new ("", css, 30);

  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_button (SlMapStartDialog *self, GtkWidget *box, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
build_entry (SlMapStartDialog *self, GtkWidget *box)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  /* Ctrl+Z takes back an answer, as in the window; what is being typed is short. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("An answer, or nothing to go on"));
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_enter), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_typed), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_entry_key), self);
  gtk_widget_add_controller (self->entry, keys);
  gtk_box_append (GTK_BOX (box), self->entry);
}

static GtkWidget *
build_buttons (SlMapStartDialog *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->back = add_button (self, buttons, _ ("_Back"), G_CALLBACK (on_back));
  self->next = add_button (self, buttons, _ ("_Next Question"), G_CALLBACK (on_next));
  self->done = add_button (self, buttons, _ ("Show the _Map"), G_CALLBACK (on_done));
  gtk_widget_add_css_class (self->next, "suggested-action");
  gtk_widget_add_css_class (self->done, "suggested-action");
  gtk_widget_add_css_class (buttons, "map-start-buttons");
  return buttons;
}

/* The answers grow below the entry, and the buttons keep their place. */
static GtkWidget *
build_talk (SlMapStartDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *scroller = gtk_scrolled_window_new ();
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "map-start");
  self->step = add_words (box, "caption-heading");
  self->question = add_words (box, "title-3");
  self->hint = add_words (box, "dim-label");
  self->again = add_button (self, box, _ ("_Ask Those Again"), G_CALLBACK (on_again));
  self->lacks = add_button (self, box, _ ("Show What the Map _Lacks"), G_CALLBACK (on_lacks));
  build_entry (self, box);
  self->message = add_words (box, NULL);
  self->answers = sl_map_start_answers_new ();
  g_signal_connect_object (self->answers, "renamed", G_CALLBACK (on_renamed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->answers, "taken-away", G_CALLBACK (on_taken_away), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->answers, "linked", G_CALLBACK (on_linked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->answers, "left", G_CALLBACK (take_focus), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->answers);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 200);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (all), scroller);
  gtk_box_append (GTK_BOX (all), build_buttons (self));
  return all;
}

static void
sl_map_start_dialog_dispose (GObject *object)
{
  SlMapStartDialog *self = SL_MAP_START_DIALOG (object);

  g_clear_handle_id (&self->turning, g_source_remove);
  g_clear_pointer (&self->start, sl_map_start_free);
  G_OBJECT_CLASS (sl_map_start_dialog_parent_class)->dispose (object);
  g_clear_object (&self->workspace);
}

static gboolean
on_turning (gpointer data)
{
  SlMapStartDialog *self = data;

  self->turning = 0;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->both),
                                  self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_next_sibling (gtk_widget_get_first_child (self->both))),
                                  self->narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  return G_SOURCE_REMOVE;
}

static void
sl_map_start_dialog_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SlMapStartDialog *self = SL_MAP_START_DIALOG (widget);

  GTK_WIDGET_CLASS (sl_map_start_dialog_parent_class)->size_allocate (widget, width, height, baseline);
  if ((width < SIDE_BY_SIDE) == self->narrow)
    return;
  self->narrow = width < SIDE_BY_SIDE;
  if (self->turning == 0)
    self->turning = g_idle_add (on_turning, self);
}

static void
sl_map_start_dialog_class_init (SlMapStartDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_map_start_dialog_dispose;
  widget_class->size_allocate = sl_map_start_dialog_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = sl_map_start_dialog_close_request;
  signal_done = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              G_TYPE_BOOLEAN);
  gtk_widget_class_install_action (widget_class, "start.undo", NULL, on_undo);
  gtk_widget_class_install_action (widget_class, "start.redo", NULL, on_undo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "start.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "start.redo", NULL);
  gtk_widget_class_install_action (widget_class, "start.escape", NULL, on_escape);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "start.escape", NULL);
  gtk_widget_class_install_action (widget_class, "start.back", NULL, on_back_key);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "start.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
sl_map_start_dialog_init (SlMapStartDialog *self)
{
}

static void
build (SlMapStartDialog *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->both = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->canvas = sl_map_canvas_new (self->workspace);
  gtk_widget_set_hexpand (self->canvas, TRUE);
  gtk_widget_set_vexpand (self->canvas, TRUE);
  gtk_box_append (GTK_BOX (all), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (self->both), build_talk (self));
  gtk_box_append (GTK_BOX (self->both), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (self->both), self->canvas);
  gtk_box_append (GTK_BOX (all), self->both);
  adw_window_set_content (ADW_WINDOW (self), all);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->canvas, "changed", G_CALLBACK (show_map), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "message", G_CALLBACK (on_canvas_message), self, G_CONNECT_SWAPPED);
}

/* No larger than what it stands over. */
static int
fitting (int parent, int wish)
{
  return parent > 0 ? MIN (parent, wish) : wish;
}

SlMapStartDialog *
sl_map_start_dialog_show (GtkWindow *parent, SlWorkspace *workspace)
{
  SlMapStartDialog *self;
  gboolean fresh;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && SL_IS_WORKSPACE (workspace), NULL);
  fresh = sl_data_count (sl_workspace_data (workspace), SL_KIND_MAP_NODE) == 0;
  self = g_object_new (SL_TYPE_MAP_START_DIALOG, "title", fresh ? _ ("A First Map") : _ ("What Is Missing"), "transient-for", parent,
                       "modal", TRUE, "destroy-with-parent", TRUE, "default-width", fitting (gtk_widget_get_width (GTK_WIDGET (parent)), 1100),
                       "default-height", fitting (gtk_widget_get_height (GTK_WIDGET (parent)), 680), NULL);
  self->fresh = fresh;
  self->workspace = g_object_ref (workspace);
  self->start = sl_map_start_new (data_of (self));
  build (self);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
  take_focus (self);
  return self;
}
