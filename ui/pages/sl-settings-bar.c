/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-settings-bar.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-reason.h"
#include "ui/widgets/sl-wrap-box.h"

#include <glib/gi18n-lib.h>

#define LIST_HEIGHT 200 /* at most, in pixels */

struct _SlSettingsBar
{
  GtkWidget parent_instance;
  SlSettingsEdit *edit;
  GtkWidget *all;
  GtkWidget *summary, *theirs, *fault, *undo, *redo, *discard, *save;
  GtkWidget *details, *changes, *moves, *more;
  GtkWidget *question, *becomes, *approving, *approver, *reason;
  gboolean chosen; /* an approver was */
};

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlSettingsBar, sl_settings_bar, GTK_TYPE_WIDGET)

static void
sl_settings_bar_dispose (GObject *object)
{
  SlSettingsBar *self = SL_SETTINGS_BAR (object);

  g_clear_pointer (&self->all, gtk_widget_unparent);
  g_clear_object (&self->edit);
  G_OBJECT_CLASS (sl_settings_bar_parent_class)->dispose (object);
}

static void
sl_settings_bar_class_init (SlSettingsBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_settings_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);
}

static void
empty (GtkWidget *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), row);
}

static void
say (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

/* --- What moves --------------------------------------------------------------------------------------------------- */

/* "R-003  Crews do not start: Amber → Red", and why below it. */
static void
add_move (SlSettingsBar *self, const SlMove *move, const SlView *before, const SlView *after)
{
  const SlRisk *risk = SL_AS (RISK, sl_data_lookup (before->data, move->risk));
  g_autofree char *text = sl_move_dup_text (move, risk->kind == SL_RISK_KIND_OPPORTUNITY, TRUE);
  g_autofree char *why = sl_move_dup_why (move, before, after, TRUE);
  g_autofree char *line = g_strdup_printf ("%s  %s: %s", risk->code, risk->title, text);
  g_autofree char *name = g_strjoin (", ", line, why, NULL);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), sl_words_new (line, NULL, 0));
  gtk_box_append (GTK_BOX (box), sl_words_new (why, "row-subtitle", 0));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "uid", g_memdup2 (&move->risk, sizeof move->risk), g_free);
  sl_name_widget (row, name);
  gtk_list_box_append (GTK_LIST_BOX (self->moves), row);
}

static void
show_moves (SlSettingsBar *self)
{
  const SlMoves *moves = sl_settings_edit_moves (self->edit);
  guint n = moves != NULL ? moves->moves->len : 0;
  g_autoptr (SlTx) tx = NULL;
  g_autofree char *more = NULL;
  SlView before, after;

  empty (self->moves);
  if (n > 0)
    tx = sl_settings_edit_try (self->edit, &after);
  if (n > SL_SETTINGS_MOVES_MAX)
    more = g_strdup_printf (_ ("and %u more"), n - SL_SETTINGS_MOVES_MAX);
  before = sl_workspace_view (sl_settings_edit_workspace (self->edit));
  for (guint i = 0; tx != NULL && i < MIN (n, SL_SETTINGS_MOVES_MAX); i++)
    add_move (self, &g_array_index (moves->moves, SlMove, i), &before, &after);
  gtk_widget_set_visible (self->moves, n > 0);
  say (self->more, more);
}

static void
on_move (SlSettingsBar *self, GtkListBoxRow *row)
{
  const SlUid *uid = g_object_get_data (G_OBJECT (row), "uid");

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "x", *uid);
}

/* --- What is drafted ---------------------------------------------------------------------------------------------- */

static void
show_changes (SlSettingsBar *self, GPtrArray *names)
{
  const SlData *data = sl_workspace_data (sl_settings_edit_workspace (self->edit));
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *was = sl_settings_edit_dup_present (self->edit, names->pdata[i]);
      g_autofree char *is = sl_settings_edit_dup_text (self->edit, names->pdata[i]);
      g_autofree char *line = was != NULL ? sl_settings_dup_change (data, names->pdata[i], was, is, TRUE) : NULL;

      if (line != NULL)
        g_strv_builder_add (lines, line);
    }
  all = g_strv_builder_end (lines);
  text = g_strjoinv (" · ", all);
  say (self->changes, text);
}

/* "4 changes · 3 risks change level · 1 new breach"; what the midpoints move, too. */
static char *
dup_summary (SlSettingsBar *self, guint n)
{
  const SlMoves *moves = sl_settings_edit_moves (self->edit);
  g_autofree char *changes = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change", "%u changes", n), n);
  g_autofree char *moved = moves != NULL ? sl_moves_dup_summary (moves, TRUE) : NULL;
  g_autofree char *exposure = NULL;

  if (n == 0)
    return g_strdup ("");
  if (moves != NULL && moves->exposure_from != moves->exposure_to)
    {
      const SlData *data = sl_workspace_data (sl_settings_edit_workspace (self->edit));
      const char *currency = sl_data_programme (data)->currency;
      g_autofree char *from = sl_money_dup_short (moves->exposure_from, currency);
      g_autofree char *to = sl_money_dup_short (moves->exposure_to, currency);

      /* TRANSLATORS: {1} and {2} are sums of money. */
      exposure = sl_text_compose (_ ("exposure {1} → {2}"), (const char *[]){ from, to, NULL });
    }
  return g_strjoin (" · ", changes, moved != NULL ? moved : exposure, moved != NULL ? exposure : NULL, NULL);
}

static char *
dup_theirs (SlSettingsBar *self)
{
  guint n = sl_settings_edit_count_theirs (self->edit);

  if (n == 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u drafted value was changed by others meanwhile; saving replaces what they made of it.",
                                       "%u drafted values were changed by others meanwhile; saving replaces what they made of them.", n),
                          n);
}

/* --- Saving ------------------------------------------------------------------------------------------------------- */

static gboolean
makes_version (GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    if (!g_str_has_prefix (names->pdata[i], "appetite."))
      return TRUE;
  return FALSE;
}

static gboolean
find_highest (const SlRecord *record, gpointer data)
{
  *(int *) data = MAX (*(int *) data, SL_AS (SETTINGS, record)->version);
  return TRUE;
}

/* "This becomes version 2." */
static void
show_question (SlSettingsBar *self, GPtrArray *names)
{
  SlWorkspace *workspace = sl_settings_edit_workspace (self->edit);
  g_autofree char *becomes = NULL;
  int version = 0;

  sl_data_each (sl_workspace_data (workspace), SL_KIND_SETTINGS, find_highest, &version);
  becomes = makes_version (names) ? g_strdup_printf (_ ("This becomes version %d of the settings. Why?"), version + 1)
                                  : g_strdup (_ ("The settings stay as they are; the appetite is stated anew. Why?"));
  say (self->becomes, becomes);
  gtk_widget_set_visible (self->approving, sl_settings_edit_states_appetite (self->edit));
  if (!self->chosen)
    sl_person_button_set_person (SL_PERSON_BUTTON (self->approver), sl_workspace_actor (workspace));
}

static void
show (SlSettingsBar *self)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *summary = NULL, *theirs = NULL, *obstacle = NULL;
  SlWorkspace *workspace = sl_settings_edit_workspace (self->edit);
  gboolean possible;

  if (sl_workspace_view (workspace).settings == NULL)
    {
      gtk_widget_set_visible (self->all, FALSE);
      return;
    }
  names = sl_settings_edit_names (self->edit);
  summary = dup_summary (self, names->len);
  theirs = dup_theirs (self);
  obstacle = sl_workspace_dup_obstacle (workspace);
  possible = sl_settings_edit_moves (self->edit) != NULL && obstacle == NULL;
  gtk_label_set_text (GTK_LABEL (self->summary), names->len > 0 ? summary : _ ("Nothing is drafted any more"));
  say (self->theirs, theirs);
  say (self->fault, sl_settings_edit_fault (self->edit) != NULL ? sl_settings_edit_fault (self->edit) : names->len > 0 ? obstacle : NULL);
  show_moves (self);
  show_changes (self, names);
  show_question (self, names);
  gtk_widget_set_visible (self->details, names->len > 0);
  gtk_widget_set_visible (self->discard, names->len > 0);
  gtk_widget_set_visible (self->save, names->len > 0);
  gtk_widget_set_sensitive (self->save, possible);
  gtk_widget_set_sensitive (self->undo, sl_settings_edit_can_undo (self->edit));
  gtk_widget_set_sensitive (self->redo, sl_settings_edit_can_redo (self->edit));
  if (!possible)
    gtk_widget_set_visible (self->question, FALSE);
  gtk_widget_set_visible (self->all, names->len > 0 || sl_settings_edit_can_undo (self->edit) || sl_settings_edit_can_redo (self->edit));
}

void
sl_settings_bar_ask (SlSettingsBar *self)
{
  g_return_if_fail (SL_IS_SETTINGS_BAR (self));
  gtk_widget_set_visible (self->question, TRUE);
  sl_reason_ask (SL_REASON (self->reason));
}

gboolean
sl_settings_bar_apply (SlSettingsBar *self, const char *reason)
{
  SlUid approver;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (SL_IS_SETTINGS_BAR (self), FALSE);
  approver = sl_person_button_get_person (SL_PERSON_BUTTON (self->approver));
  if (!sl_settings_edit_apply (self->edit, approver, reason, &error))
    {
      say (self->fault, error->message);
      return FALSE;
    }
  self->chosen = FALSE;
  gtk_widget_set_visible (self->question, FALSE);
  g_signal_emit (self, signals[SAVED], 0, _ ("Saved; this is not undone, but you can go back to an earlier version"));
  return TRUE;
}

static void
on_reason (SlSettingsBar *self, const char *reason)
{
  sl_settings_bar_apply (self, reason);
}

static void
on_approver (SlPersonButton *button, gint64 uid, SlSettingsBar *self)
{
  self->chosen = TRUE;
}

/* Esc takes the question back, never the draft. */
static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, SlSettingsBar *self)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  gtk_widget_set_visible (self->question, FALSE);
  gtk_widget_grab_focus (self->save);
  return TRUE;
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_details (SlSettingsBar *self)
{
  GtkWidget *expander = gtk_expander_new (_ ("What Changes and What Moves"));
  GtkWidget *scroller = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->changes = sl_words_new (NULL, NULL, 0);
  self->moves = gtk_list_box_new ();
  self->more = sl_words_new (NULL, "row-subtitle", 0);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->moves), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->moves, "attention-list");
  sl_name_widget (self->moves, _ ("Risks that move"));
  g_signal_connect_swapped (self->moves, "row-activated", G_CALLBACK (on_move), self);
  gtk_box_append (GTK_BOX (box), self->changes);
  gtk_box_append (GTK_BOX (box), self->moves);
  gtk_box_append (GTK_BOX (box), self->more);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_expander_set_child (GTK_EXPANDER (expander), scroller);
  sl_name_widget (expander, _ ("What changes and what moves"));
  return expander;
}

static GtkWidget *
new_question (SlSettingsBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *ask = gtk_label_new (_ ("Approved by"));
  GtkEventController *keys = gtk_event_controller_key_new ();
  SlWorkspace *workspace = sl_settings_edit_workspace (self->edit);

  self->becomes = sl_words_new (NULL, NULL, 0);
  self->approving = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->approver = sl_person_button_new (workspace, _ ("Nobody Yet"), _ ("The appetite is stated without anybody’s approval"), NULL, NULL);
  sl_person_button_set_label (SL_PERSON_BUTTON (self->approver), _ ("Who approved the appetite"));
  g_signal_connect (self->approver, "chosen", G_CALLBACK (on_approver), self);
  gtk_box_append (GTK_BOX (self->approving), ask);
  gtk_box_append (GTK_BOX (self->approving), self->approver);
  self->reason = sl_reason_new (workspace);
  g_signal_connect_object (self->reason, "given", G_CALLBACK (on_reason), self, G_CONNECT_SWAPPED);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (box, keys);
  gtk_box_append (GTK_BOX (box), self->becomes);
  gtk_box_append (GTK_BOX (box), self->approving);
  gtk_box_append (GTK_BOX (box), self->reason);
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static GtkWidget *
new_line (SlSettingsBar *self)
{
  GtkWidget *line = sl_wrap_box_new (), *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->summary = sl_words_new (NULL, "heading", 0);
  gtk_widget_set_valign (self->summary, GTK_ALIGN_CENTER);
  self->undo = sl_icon_button_new ("edit-undo-symbolic", _ ("Undo in the draft"), NULL);
  self->redo = sl_icon_button_new ("edit-redo-symbolic", _ ("Redo in the draft"), NULL);
  self->discard = gtk_button_new_with_label (_ ("Discard"));
  self->save = gtk_button_new_with_label (_ ("Save…"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  g_signal_connect_object (self->undo, "clicked", G_CALLBACK (sl_settings_edit_undo), self->edit, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->redo, "clicked", G_CALLBACK (sl_settings_edit_redo), self->edit, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->discard, "clicked", G_CALLBACK (sl_settings_edit_discard), self->edit, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (sl_settings_bar_ask), self);
  gtk_box_append (GTK_BOX (buttons), self->undo);
  gtk_box_append (GTK_BOX (buttons), self->redo);
  gtk_box_append (GTK_BOX (buttons), self->discard);
  gtk_box_append (GTK_BOX (buttons), self->save);
  sl_wrap_box_append (SL_WRAP_BOX (line), self->summary);
  sl_wrap_box_set_end (SL_WRAP_BOX (line), buttons);
  return line;
}

static void
sl_settings_bar_init (SlSettingsBar *self)
{
  self->all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->all, "settings-bar");
  gtk_widget_set_parent (self->all, GTK_WIDGET (self));
}

GtkWidget *
sl_settings_bar_new (SlSettingsEdit *edit)
{
  SlSettingsBar *self = g_object_new (SL_TYPE_SETTINGS_BAR, NULL);

  self->edit = g_object_ref (edit);
  self->theirs = sl_words_new (NULL, NULL, 0);
  self->fault = sl_words_new (NULL, "error", 0);
  gtk_box_append (GTK_BOX (self->all), new_line (self));
  gtk_box_append (GTK_BOX (self->all), self->theirs);
  gtk_box_append (GTK_BOX (self->all), self->fault);
  gtk_box_append (GTK_BOX (self->all), self->details = new_details (self));
  gtk_box_append (GTK_BOX (self->all), self->question = new_question (self));
  show (self);
  g_signal_connect_object (edit, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

const char *
sl_settings_bar_summary (SlSettingsBar *self)
{
  g_autoptr (GPtrArray) names = NULL;

  g_return_val_if_fail (SL_IS_SETTINGS_BAR (self), NULL);
  names = sl_settings_edit_names (self->edit);
  return names->len > 0 ? gtk_label_get_text (GTK_LABEL (self->summary)) : "";
}

SlPersonButton *
sl_settings_bar_approver (SlSettingsBar *self)
{
  g_return_val_if_fail (SL_IS_SETTINGS_BAR (self), NULL);
  return SL_PERSON_BUTTON (self->approver);
}

GtkWidget *
sl_settings_bar_moves (SlSettingsBar *self)
{
  g_return_val_if_fail (SL_IS_SETTINGS_BAR (self), NULL);
  return self->moves;
}
