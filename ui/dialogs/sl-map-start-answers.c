/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dialogs/sl-map-start-answers.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many cards are offered to be linked; typing narrows them. */
#define OFFERED 8

struct _SlMapStartAnswers
{
  GtkWidget parent_instance;
  GtkWidget *box, *list, *more;
  GtkWidget *entry; /* in the row that is being corrected; NULL: none is */
  SlUid typed;      /* its card */
  guint left;       /* source: the focus has left it */
};

G_DEFINE_FINAL_TYPE (SlMapStartAnswers, sl_map_start_answers, GTK_TYPE_WIDGET)

enum
{
  RENAMED,
  TAKEN_AWAY,
  LINKED,
  LEFT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* What a row is of: kept with it. */
typedef struct
{
  SlUid uid;
  gboolean given;
  GtkWidget *title, *box;
} Row;

static Row *
row_of (gpointer row)
{
  return row != NULL ? g_object_get_data (row, "sl-answer") : NULL;
}

/* --- Correcting --------------------------------------------------------------------------------------------------- */

/* @back: the focus goes to the row. */
static void
end_typing (SlMapStartAnswers *self, gboolean keep, gboolean back)
{
  GtkWidget *entry = g_steal_pointer (&self->entry), *row;
  g_autofree char *text = NULL;
  SlUid uid = self->typed;

  g_clear_handle_id (&self->left, g_source_remove);
  if (entry == NULL)
    return;
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  row = gtk_widget_get_ancestor (entry, GTK_TYPE_LIST_BOX_ROW);
  gtk_widget_set_visible (row_of (row)->title, TRUE);
  if (back)
    gtk_widget_grab_focus (row);
  gtk_box_remove (GTK_BOX (row_of (row)->box), entry);
  if (keep && *text != '\0' && strcmp (text, gtk_label_get_text (GTK_LABEL (row_of (row)->title))) != 0)
    g_signal_emit (self, signals[RENAMED], 0, uid, text);
}

static void
on_entered (SlMapStartAnswers *self)
{
  end_typing (self, TRUE, TRUE);
}

static gboolean
keep_left (gpointer data)
{
  SlMapStartAnswers *self = data;

  self->left = 0;
  end_typing (self, TRUE, FALSE);
  return G_SOURCE_REMOVE;
}

/* What was typed is taken over; not in the middle of the focus changing. */
static void
on_left (SlMapStartAnswers *self)
{
  if (self->entry != NULL && self->left == 0)
    self->left = g_idle_add (keep_left, self);
}

static gboolean
on_typing_key (SlMapStartAnswers *self, guint key, guint code, GdkModifierType modifiers)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  end_typing (self, FALSE, TRUE);
  return TRUE;
}

static void
begin_typing (SlMapStartAnswers *self, Row *row)
{
  GtkEventController *keys, *focus;
  g_autofree char *name = NULL;

  if (row == NULL || !row->given || self->entry != NULL)
    return;
  self->typed = row->uid;
  self->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->entry), gtk_label_get_text (GTK_LABEL (row->title)));
  gtk_widget_set_hexpand (self->entry, TRUE);
  /* TRANSLATORS: {1} is the title of a card. */
  name = sl_text_compose (_ ("Correct “{1}”"), (const char *[]){ gtk_label_get_text (GTK_LABEL (row->title)), NULL });
  sl_name_widget (self->entry, name);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_entered), self);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_typing_key), self);
  gtk_widget_add_controller (self->entry, keys);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_set_visible (row->title, FALSE);
  gtk_box_prepend (GTK_BOX (row->box), self->entry);
  gtk_widget_grab_focus (self->entry);
}

gboolean
sl_map_start_answers_is_typing (SlMapStartAnswers *self)
{
  g_return_val_if_fail (SL_IS_MAP_START_ANSWERS (self), FALSE);
  return self->entry != NULL;
}

void
sl_map_start_answers_keep_typed (SlMapStartAnswers *self)
{
  g_return_if_fail (SL_IS_MAP_START_ANSWERS (self));
  end_typing (self, TRUE, FALSE);
}

/* --- Acts --------------------------------------------------------------------------------------------------------- */

static Row *
row_at (GtkWidget *within)
{
  return row_of (gtk_widget_get_ancestor (within, GTK_TYPE_LIST_BOX_ROW));
}

static void
on_correct (SlMapStartAnswers *self, GtkWidget *button)
{
  begin_typing (self, row_at (button));
}

static void
take_away (SlMapStartAnswers *self, Row *row)
{
  if (row != NULL && row->given)
    g_signal_emit (self, signals[TAKEN_AWAY], 0, row->uid);
}

static void
on_take_away (SlMapStartAnswers *self, GtkWidget *button)
{
  take_away (self, row_at (button));
}

static void
on_link (SlMapStartAnswers *self, GtkWidget *button)
{
  g_signal_emit (self, signals[LINKED], 0, row_at (button)->uid);
}

static void
on_activated (SlMapStartAnswers *self, GtkListBoxRow *row)
{
  if (row_of (row)->given)
    begin_typing (self, row_of (row));
  else
    g_signal_emit (self, signals[LINKED], 0, row_of (row)->uid);
}

static gboolean
on_key (SlMapStartAnswers *self, guint key, guint code, GdkModifierType modifiers)
{
  GtkWidget *focus = gtk_widget_get_focus_child (self->list);
  Row *row = row_of (focus);

  if (row == NULL || self->entry != NULL || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_F2)
    begin_typing (self, row);
  else if (key == GDK_KEY_Delete)
    take_away (self, row);
  else if (key == GDK_KEY_Up && gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) == 0)
    g_signal_emit (self, signals[LEFT], 0);
  else
    return FALSE;
  return TRUE;
}

/* --- Rows --------------------------------------------------------------------------------------------------------- */

static void
add_button (SlMapStartAnswers *self, GtkWidget *box, const char *icon, const char *template, const char *title, GCallback clicked)
{
  g_autofree char *name = sl_text_compose (template, (const char *[]){ title, NULL });
  GtkWidget *button = sl_icon_button_new (icon, name, NULL);

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
new_row (SlMapStartAnswers *self, const SlData *data, SlUid uid, gboolean given)
{
  GtkWidget *row = gtk_list_box_row_new ();
  const char *title = sl_data_name (data, uid);
  Row *of = g_new0 (Row, 1);

  *of = (Row){ uid, given, sl_words_new (title, given ? NULL : "dim-label", 0), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0) };
  gtk_widget_set_hexpand (of->title, TRUE);
  gtk_box_append (GTK_BOX (of->box), of->title);
  if (given)
    {
      /* TRANSLATORS: {1} is the title of a card. */
      add_button (self, of->box, "document-edit-symbolic", _ ("Correct “{1}”"), title, G_CALLBACK (on_correct));
      add_button (self, of->box, "window-close-symbolic", _ ("Take Away “{1}”"), title, G_CALLBACK (on_take_away));
    }
  else
    /* TRANSLATORS: {1} is the title of a card. */
    add_button (self, of->box, "list-add-symbolic", _ ("Link “{1}” Too"), title, G_CALLBACK (on_link));
  g_object_set_data_full (G_OBJECT (row), "sl-answer", of, g_free);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), of->box);
  sl_name_widget (row, title);
  return row;
}

static void
add_heading (GtkListBoxRow *row, GtkListBoxRow *before, gpointer unused)
{
  GtkWidget *heading = NULL;

  if (!row_of (row)->given && (before == NULL || row_of (before)->given))
    heading = sl_words_new (_ ("Also on the map: does one of them belong here too?"), "caption-heading", 0);
  gtk_list_box_row_set_header (row, heading);
}

/* What is to be shown: of SlUid, the first @given of them answers. */
typedef struct
{
  GArray *uids;
  guint given;
  guint more; /* cards that are not offered, as there are too many */
} Wanted;

static void
read_wanted (Wanted *wanted, const SlData *data, const SlMapQuestion *question, const char *sought)
{
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (SlUid)), others = g_array_new (FALSE, FALSE, sizeof (SlUid));
  g_autofree char *folded = sl_text_fold (sought);

  sl_map_question_list (question, data, given, others);
  wanted->given = given->len;
  for (guint i = given->len; i-- > 0;)
    g_array_append_val (wanted->uids, g_array_index (given, SlUid, i));
  for (guint i = 0; i < others->len; i++)
    {
      g_autofree char *title = sl_text_fold (sl_data_name (data, g_array_index (others, SlUid, i)));

      if (strstr (title, folded) == NULL)
        continue;
      if (wanted->uids->len - given->len < OFFERED)
        g_array_append_val (wanted->uids, g_array_index (others, SlUid, i));
      else
        wanted->more++;
    }
}

static gboolean
is_wanted (const Wanted *wanted, const SlData *data, const Row *row, guint at)
{
  return at < wanted->uids->len && g_array_index (wanted->uids, SlUid, at) == row->uid && (at < wanted->given) == row->given
         && strcmp (sl_data_name (data, row->uid), gtk_label_get_text (GTK_LABEL (row->title))) == 0;
}

/* Rows that are right already stay as they are. */
static void
fill (SlMapStartAnswers *self, const SlData *data, const Wanted *wanted)
{
  GtkListBox *list = GTK_LIST_BOX (self->list);
  guint at = 0;

  while (at < wanted->uids->len || gtk_list_box_get_row_at_index (list, (int) at) != NULL)
    {
      GtkWidget *there = GTK_WIDGET (gtk_list_box_get_row_at_index (list, (int) at));
      gboolean later = FALSE;

      for (guint i = at + 1; there != NULL && i < wanted->uids->len && !later; i++)
        later = is_wanted (wanted, data, row_of (there), i);
      if (there != NULL && !later && !is_wanted (wanted, data, row_of (there), at))
        {
          gtk_list_box_remove (list, there);
          continue;
        }
      if (there == NULL || later)
        gtk_list_box_insert (list, new_row (self, data, g_array_index (wanted->uids, SlUid, at), at < wanted->given), (int) at);
      at++;
    }
  gtk_list_box_invalidate_headers (list);
  gtk_widget_set_visible (self->list, at > 0);
}

/* The row that has the focus is gone: the next has it, or what comes before the list. */
static void
keep_focus (SlMapStartAnswers *self, int at)
{
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), at);

  if (next == NULL && at > 0)
    next = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), at - 1);
  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
  else
    g_signal_emit (self, signals[LEFT], 0);
}

void
sl_map_start_answers_show (SlMapStartAnswers *self, const SlData *data, const SlMapQuestion *question, const char *sought)
{
  g_autoptr (GArray) uids = g_array_new (FALSE, FALSE, sizeof (SlUid));
  Wanted wanted = { uids, 0, 0 };
  g_autofree char *more = NULL;
  GtkWidget *focus;
  int at;

  g_return_if_fail (SL_IS_MAP_START_ANSWERS (self) && question != NULL && sought != NULL);
  if (self->entry != NULL)
    return;
  focus = gtk_widget_get_focus_child (self->list);
  at = focus != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
  read_wanted (&wanted, data, question, sought);
  fill (self, data, &wanted);
  more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more: type a part of its title", "%u more: type a part of the title",
                                       wanted.more), wanted.more);
  gtk_label_set_text (GTK_LABEL (self->more), more);
  gtk_widget_set_visible (self->more, wanted.more > 0);
  if (at >= 0 && gtk_widget_get_focus_child (self->list) != focus)
    keep_focus (self, at);
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_map_start_answers_dispose (GObject *object)
{
  SlMapStartAnswers *self = SL_MAP_START_ANSWERS (object);

  self->entry = NULL;
  g_clear_handle_id (&self->left, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sl_map_start_answers_parent_class)->dispose (object);
}

static void
sl_map_start_answers_class_init (SlMapStartAnswersClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_map_start_answers_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[RENAMED] = g_signal_new ("renamed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64,
                                   G_TYPE_STRING);
  signals[TAKEN_AWAY] = g_signal_new ("taken-away", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[LINKED] = g_signal_new ("linked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_map_start_answers_init (SlMapStartAnswers *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->list = gtk_list_box_new ();
  self->more = sl_words_new ("", "dim-label", 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_box_append (GTK_BOX (self->box), self->more);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), add_heading, NULL, NULL);
  gtk_widget_add_css_class (self->list, "map-answers");
  sl_name_widget (self->list, _ ("Answers"));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_activated), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->list, keys);
}

GtkWidget *
sl_map_start_answers_new (void)
{
  return g_object_new (SL_TYPE_MAP_START_ANSWERS, NULL);
}
