/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-ask.h"

#include "base/sl-error.h"
#include "base/sl-number.h"
#include "base/sl-text.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-day-button.h"
#include "ui/widgets/sl-person-button.h"
#include "ui/widgets/sl-recent-reasons.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WORDS_WIDTH 28 /* in characters: the pane is narrow */

typedef enum
{
  ASK_TEXT,
  ASK_DAY,
  ASK_MONEY,
  ASK_PERSON,
  ASK_CHOICE,
} AskType;

typedef struct
{
  AskType type;
  GtkWidget *control; /* what takes the focus */
  int values[32];     /* ASK_CHOICE: the entry at each position */
} Question;

struct _SlAsk
{
  GtkWidget parent_instance;
  SlWorkspace *workspace;
  GtkWidget *revealer, *box, *title, *questions, *line, *reason_box, *why, *reason, *message, *accept, *cancel;
  GPtrArray *asked; /* of Question */
  gboolean same_line, filling, blocked;
  gboolean (*more) (SlAsk *self, gpointer data);
  gpointer more_data;
  SlAskTry try;
  gpointer try_data;
};

G_DEFINE_FINAL_TYPE (SlAsk, sl_ask, GTK_TYPE_WIDGET)

enum
{
  DONE,
  CANCELLED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
sl_ask_dispose (GObject *object)
{
  SlAsk *self = SL_ASK (object);

  self->filling = TRUE;
  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_ask_parent_class)->dispose (object);
}

static void
sl_ask_finalize (GObject *object)
{
  g_ptr_array_unref (SL_ASK (object)->asked);
  G_OBJECT_CLASS (sl_ask_parent_class)->finalize (object);
}

static void
sl_ask_class_init (SlAskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_ask_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_ask_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* --- What people do ----------------------------------------------------------------------------------------------- */

static void
on_changed (SlAsk *self)
{
  if (!self->filling)
    sl_ask_check (self);
}

static void
on_accept (SlAsk *self)
{
  if (sl_ask_is_open (self) && !self->blocked && gtk_widget_get_visible (self->accept))
    sl_ask_accept (self);
}

static void
on_cancel (SlAsk *self)
{
  sl_ask_put_away (self);
  g_signal_emit (self, signals[CANCELLED], 0);
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, SlAsk *self)
{
  if (key != GDK_KEY_Escape || !sl_ask_is_open (self))
    return GDK_EVENT_PROPAGATE;
  on_cancel (self);
  return GDK_EVENT_STOP;
}

static GtkWidget *
new_entry (SlAsk *self, const char *name, const char *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_set_hexpand (entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  sl_name_widget (entry, name);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_accept), self);
  return entry;
}

/* --- Questions ---------------------------------------------------------------------------------------------------- */

/* Puts @widget under its name, or beside what was asked last; @extra stands beside it. */
static guint
add_question (SlAsk *self, AskType type, const char *name, GtkWidget *widget, GtkWidget *extra)
{
  Question *question = g_new0 (Question, 1);

  question->type = type;
  question->control = widget;
  if (!self->same_line || self->line == NULL)
    {
      GtkWidget *label = sl_words_new (name, "dim-label", WORDS_WIDTH);

      gtk_widget_add_css_class (label, "ask-name");
      gtk_box_append (GTK_BOX (self->questions), label);
      self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_box_append (GTK_BOX (self->questions), self->line);
    }
  else if (GTK_IS_ENTRY (widget))
    gtk_entry_set_placeholder_text (GTK_ENTRY (widget), name);
  self->same_line = FALSE;
  gtk_box_append (GTK_BOX (self->line), widget);
  if (extra != NULL)
    gtk_box_append (GTK_BOX (self->line), extra);
  g_ptr_array_add (self->asked, question);
  return self->asked->len - 1;
}

guint
sl_ask_add_text (SlAsk *self, const char *name, const char *text)
{
  g_return_val_if_fail (SL_IS_ASK (self), 0);
  return add_question (self, ASK_TEXT, name, new_entry (self, name, text), NULL);
}

static void
on_day_chosen (GtkWidget *button, int day, GtkWidget *entry)
{
  g_autofree char *text = sl_date_dup_display (day);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_widget_grab_focus (entry);
}

guint
sl_ask_add_day (SlAsk *self, const char *name, SlDate day)
{
  g_autofree char *text = sl_date_dup_display (day);
  GtkWidget *entry, *button;

  g_return_val_if_fail (SL_IS_ASK (self), 0);
  entry = new_entry (self, name, text);
  button = sl_day_button_new (_ ("Choose the Day"));
  sl_day_button_set_day (SL_DAY_BUTTON (button), day);
  g_signal_connect_object (button, "chosen", G_CALLBACK (on_day_chosen), entry, 0);
  return add_question (self, ASK_DAY, name, entry, button);
}

static int
money_digits (SlAsk *self)
{
  const SlProgrammeInfo *programme = sl_data_programme (sl_workspace_data (self->workspace));

  return sl_money_digits (programme != NULL ? programme->currency : NULL);
}

guint
sl_ask_add_money (SlAsk *self, const char *name, SlMoney money)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (SL_IS_ASK (self), 0);
  if (money != SL_MONEY_NONE)
    text = sl_number_dup (money, money_digits (self), 0);
  return add_question (self, ASK_MONEY, name, new_entry (self, name, text), NULL);
}

guint
sl_ask_add_person (SlAsk *self, const char *name, SlUid person, SlRecordFilter filter, gpointer data)
{
  GtkWidget *button;

  g_return_val_if_fail (SL_IS_ASK (self), 0);
  button = sl_person_button_new (self->workspace, _ ("Nobody Yet"), _ ("Choose a person"), filter, data);
  sl_person_button_set_label (SL_PERSON_BUTTON (button), name);
  sl_person_button_set_person (SL_PERSON_BUTTON (button), person);
  g_signal_connect_swapped (button, "chosen", G_CALLBACK (on_changed), self);
  return add_question (self, ASK_PERSON, name, button, NULL);
}

guint
sl_ask_add_choice (SlAsk *self, const char *name, const SlEnum *tokens, guint offered, int value)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  int values[32] = { 0 };
  guint n = 0, selected = 0, number;
  GtkWidget *choice;

  g_return_val_if_fail (SL_IS_ASK (self) && tokens->n_entries < G_N_ELEMENTS (values) - 1, 0);
  if (value == 0)
    {
      gtk_string_list_append (labels, _ ("Choose…"));
      n++;
    }
  for (int v = 1; v <= (int) tokens->n_entries; v++)
    {
      if (!(offered & (1u << v)))
        continue;
      if (v == value)
        selected = n;
      values[n++] = v;
      gtk_string_list_append (labels, g_dgettext (GETTEXT_PACKAGE, sl_enum_label (tokens, v)));
    }
  choice = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
  gtk_widget_set_hexpand (choice, TRUE);
  sl_name_widget (choice, name);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (on_changed), self);
  number = add_question (self, ASK_CHOICE, name, choice, NULL);
  memcpy (((Question *) self->asked->pdata[number])->values, values, sizeof values);
  return number;
}

void
sl_ask_same_line (SlAsk *self)
{
  g_return_if_fail (SL_IS_ASK (self));
  self->same_line = TRUE;
}

void
sl_ask_add_words (SlAsk *self, const char *text)
{
  g_return_if_fail (SL_IS_ASK (self));
  gtk_box_append (GTK_BOX (self->questions), sl_words_new (text, "ask-words", WORDS_WIDTH));
}

static void
on_more (GtkWidget *button, SlAsk *self)
{
  guint before = self->asked->len;
  gboolean again;

  again = self->more (self, self->more_data);
  gtk_widget_set_visible (button, again);
  gtk_box_reorder_child_after (GTK_BOX (self->questions), button, gtk_widget_get_last_child (self->questions));
  if (self->asked->len > before)
    gtk_widget_grab_focus (((Question *) self->asked->pdata[before])->control);
}

void
sl_ask_add_more (SlAsk *self, const char *label, gboolean (*add) (SlAsk *self, gpointer data), gpointer data)
{
  GtkWidget *button;

  g_return_if_fail (SL_IS_ASK (self) && add != NULL);
  self->more = add;
  self->more_data = data;
  button = gtk_button_new_with_label (label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "more-fields");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect (button, "clicked", G_CALLBACK (on_more), self);
  gtk_box_append (GTK_BOX (self->questions), button);
}

/* --- Answers ------------------------------------------------------------------------------------------------------ */

static Question *
question_of (SlAsk *self, guint number, AskType type)
{
  Question *question = number < self->asked->len ? self->asked->pdata[number] : NULL;

  g_return_val_if_fail (question != NULL && question->type == type, NULL);
  return question;
}

const char *
sl_ask_text (SlAsk *self, guint number)
{
  g_return_val_if_fail (SL_IS_ASK (self), "");
  return gtk_editable_get_text (GTK_EDITABLE (question_of (self, number, ASK_TEXT)->control));
}

/* Whether what stands there can be read. */
static gboolean
read_day (SlAsk *self, const Question *question, SlDate *day)
{
  *day = SL_DATE_NONE;
  return sl_date_parse (gtk_editable_get_text (GTK_EDITABLE (question->control)), sl_workspace_default_as_of (self->workspace), day);
}

static gboolean
read_money (SlAsk *self, const Question *question, SlMoney *money)
{
  g_autofree char *text = sl_text_clean (gtk_editable_get_text (GTK_EDITABLE (question->control)), TRUE);

  *money = SL_MONEY_NONE;
  return text == NULL || sl_number_parse (text, money_digits (self), money);
}

SlDate
sl_ask_day_of (SlAsk *self, guint number)
{
  SlDate day;

  g_return_val_if_fail (SL_IS_ASK (self), SL_DATE_NONE);
  return read_day (self, question_of (self, number, ASK_DAY), &day) ? day : SL_DATE_NONE;
}

SlMoney
sl_ask_money (SlAsk *self, guint number)
{
  SlMoney money;

  g_return_val_if_fail (SL_IS_ASK (self), SL_MONEY_NONE);
  return read_money (self, question_of (self, number, ASK_MONEY), &money) ? money : SL_MONEY_NONE;
}

SlUid
sl_ask_person (SlAsk *self, guint number)
{
  g_return_val_if_fail (SL_IS_ASK (self), SL_UID_NONE);
  return sl_person_button_get_person (SL_PERSON_BUTTON (question_of (self, number, ASK_PERSON)->control));
}

int
sl_ask_choice (SlAsk *self, guint number)
{
  const Question *question;
  guint selected;

  g_return_val_if_fail (SL_IS_ASK (self), 0);
  question = question_of (self, number, ASK_CHOICE);
  selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (question->control));
  return selected < G_N_ELEMENTS (question->values) ? question->values[selected] : 0;
}

/* What cannot be read of what was typed; NULL: nothing. */
static char *
dup_fault (SlAsk *self)
{
  for (guint i = 0; i < self->asked->len; i++)
    {
      const Question *question = self->asked->pdata[i];
      SlDate day;
      SlMoney money;

      if (question->type == ASK_DAY && !read_day (self, question, &day))
        return g_strdup_printf (_ ("“%s” is not a day"), gtk_editable_get_text (GTK_EDITABLE (question->control)));
      if (question->type == ASK_MONEY && !read_money (self, question, &money))
        return g_strdup_printf (_ ("“%s” is not an amount"), gtk_editable_get_text (GTK_EDITABLE (question->control)));
    }
  return NULL;
}

/* --- Reason and what stands in the way ---------------------------------------------------------------------------- */

void
sl_ask_set_reason (SlAsk *self, const char *why)
{
  const char *last;

  g_return_if_fail (SL_IS_ASK (self));
  if (why != NULL && !sl_ask_asks_reason (self))
    {
      last = sl_workspace_last_reason (self->workspace);
      self->filling = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->reason), last != NULL ? last : "");
      self->filling = FALSE;
    }
  gtk_widget_set_visible (self->reason_box, why != NULL);
  gtk_label_set_text (GTK_LABEL (self->why), why != NULL ? why : "");
}

gboolean
sl_ask_asks_reason (SlAsk *self)
{
  g_return_val_if_fail (SL_IS_ASK (self), FALSE);
  return gtk_widget_get_visible (self->reason_box);
}

/* What stands in the way (NULL: nothing, and it can be accepted). @wrong: it was tried. */
static void
set_obstacle (SlAsk *self, const char *text, gboolean wrong)
{
  self->blocked = text != NULL && !wrong;
  gtk_label_set_text (GTK_LABEL (self->message), text != NULL ? text : "");
  gtk_widget_set_visible (self->message, text != NULL);
  gtk_widget_set_sensitive (self->accept, !self->blocked);
  if (wrong)
    gtk_widget_remove_css_class (self->message, "asking");
  else
    gtk_widget_add_css_class (self->message, "asking");
}

/* --- Trying ------------------------------------------------------------------------------------------------------- */

void
sl_ask_set_try (SlAsk *self, SlAskTry try, gpointer data)
{
  g_return_if_fail (SL_IS_ASK (self) && try != NULL);
  self->try = try;
  self->try_data = data;
}

GError *
sl_ask_try_tx (SlAsk *self, SlTx *tx, const char *reason, gboolean commit, GError *error)
{
  g_return_val_if_fail (SL_IS_ASK (self), error);
  if (tx == NULL)
    return error;
  if (commit)
    sl_workspace_commit (self->workspace, tx, reason, &error);
  else
    {
      sl_workspace_try (self->workspace, tx, sl_workspace_actor (self->workspace), reason, &error);
      sl_tx_free (tx);
    }
  return error;
}

static GError *
try_it (SlAsk *self, gboolean commit)
{
  g_autofree char *reason
      = sl_ask_asks_reason (self) ? sl_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->reason)), TRUE) : NULL;

  return self->try != NULL ? self->try (self, reason, commit, self->try_data) : NULL;
}

gboolean
sl_ask_check (SlAsk *self)
{
  g_autofree char *fault = NULL;
  g_autoptr (GError) obstacle = NULL;

  g_return_val_if_fail (SL_IS_ASK (self), FALSE);
  fault = dup_fault (self);
  obstacle = fault == NULL ? try_it (self, FALSE) : NULL;
  if (g_error_matches (obstacle, SL_ERROR, SL_ERROR_REASON_NEEDED))
    {
      /* The last reason is offered: it may do. */
      sl_ask_set_reason (self, obstacle->message);
      g_clear_error (&obstacle);
      obstacle = try_it (self, FALSE);
    }
  if (g_error_matches (obstacle, SL_ERROR, SL_ERROR_REASON_NEEDED))
    set_obstacle (self, _ ("Say why, in one line"), FALSE);
  else
    set_obstacle (self, fault != NULL ? fault : obstacle != NULL ? obstacle->message : NULL, FALSE);
  return fault == NULL && obstacle == NULL;
}

void
sl_ask_accept (SlAsk *self)
{
  g_autofree char *fault = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SL_IS_ASK (self));
  fault = dup_fault (self);
  error = fault == NULL ? try_it (self, TRUE) : NULL;
  if (fault == NULL && error == NULL)
    {
      sl_ask_put_away (self);
      g_signal_emit (self, signals[DONE], 0);
      return;
    }
  if (g_error_matches (error, SL_ERROR, SL_ERROR_REASON_NEEDED))
    sl_ask_check (self);
  else
    set_obstacle (self, fault != NULL ? fault : error->message, TRUE);
  if (!sl_ask_is_open (self))
    sl_ask_present (self);
}

/* --- Showing ------------------------------------------------------------------------------------------------------ */

void
sl_ask_begin (SlAsk *self, const char *title, const char *accept)
{
  GtkWidget *child;

  g_return_if_fail (SL_IS_ASK (self) && title != NULL);
  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (self->questions)) != NULL)
    gtk_box_remove (GTK_BOX (self->questions), child);
  self->filling = FALSE;
  g_ptr_array_set_size (self->asked, 0);
  self->line = NULL;
  self->same_line = FALSE;
  gtk_label_set_text (GTK_LABEL (self->title), title);
  sl_ask_set_reason (self, NULL);
  set_obstacle (self, NULL, FALSE);
  gtk_widget_set_visible (self->accept, accept != NULL);
  if (accept != NULL)
    {
      gtk_button_set_label (GTK_BUTTON (self->accept), accept);
      sl_name_widget (self->accept, accept);
    }
  gtk_button_set_label (GTK_BUTTON (self->cancel), accept != NULL ? _ ("Cancel") : _ ("Close"));
}

void
sl_ask_present (SlAsk *self)
{
  g_return_if_fail (SL_IS_ASK (self));
  /* All of it is to be seen, not the line alone that has the focus. */
  sl_scroll_to (self->box);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  if (self->asked->len > 0)
    gtk_widget_grab_focus (((Question *) self->asked->pdata[0])->control);
  else if (sl_ask_asks_reason (self))
    gtk_widget_grab_focus (self->reason);
  else
    gtk_widget_grab_focus (gtk_widget_get_visible (self->accept) ? self->accept : self->cancel);
}

void
sl_ask_put_away (SlAsk *self)
{
  g_return_if_fail (SL_IS_ASK (self));
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

gboolean
sl_ask_is_open (SlAsk *self)
{
  g_return_val_if_fail (SL_IS_ASK (self), FALSE);
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

static void
add_reason (SlAsk *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *name = sl_words_new (_ ("Reason"), "dim-label", WORDS_WIDTH);

  gtk_widget_add_css_class (name, "ask-name");
  self->reason_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->why = sl_words_new (NULL, "ask-words", WORDS_WIDTH);
  self->reason = new_entry (self, _ ("Reason"), NULL);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _ ("Reason, one line"));
  gtk_box_append (GTK_BOX (self->reason_box), name);
  gtk_box_append (GTK_BOX (line), self->reason);
  gtk_box_append (GTK_BOX (line), sl_recent_reasons_new (self->workspace, GTK_EDITABLE (self->reason)));
  gtk_box_append (GTK_BOX (self->reason_box), line);
  gtk_box_append (GTK_BOX (self->reason_box), self->why);
  gtk_widget_set_visible (self->reason_box, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->reason_box);
}

static void
add_foot (SlAsk *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->message = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE, "wrap-mode",
                                PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "width-chars", WORDS_WIDTH, NULL);
  gtk_widget_add_css_class (self->message, "form-message");
  gtk_box_append (GTK_BOX (self->box), self->message);
  self->accept = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (self->accept, "suggested-action");
  g_signal_connect_swapped (self->accept, "clicked", G_CALLBACK (on_accept), self);
  self->cancel = gtk_button_new_with_label (_ ("Cancel"));
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (on_cancel), self);
  gtk_box_append (GTK_BOX (foot), self->accept);
  gtk_box_append (GTK_BOX (foot), self->cancel);
  gtk_widget_add_css_class (foot, "ask-foot");
  gtk_box_append (GTK_BOX (self->box), foot);
}

static void
sl_ask_init (SlAsk *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->asked = g_ptr_array_new_with_free_func (g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "ask");
  self->title = sl_words_new (NULL, "heading", WORDS_WIDTH);
  self->questions = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), self->title);
  gtk_box_append (GTK_BOX (self->box), self->questions);
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), self->box);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
sl_ask_new (SlWorkspace *workspace)
{
  SlAsk *self = g_object_new (SL_TYPE_ASK, NULL);

  self->workspace = g_object_ref (workspace);
  add_reason (self);
  add_foot (self);
  return GTK_WIDGET (self);
}
