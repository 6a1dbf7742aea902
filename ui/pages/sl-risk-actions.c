/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-risk-actions.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "insight/sl-action-status.h"
#include "ui/pages/sl-page.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-ask.h"

#include <glib/gi18n-lib.h>

#define EDIT 0 /* in place of a state: its fields */

struct _SlRiskActions
{
  SlSection parent_instance;
  SlWorkspace *workspace;
  SlUid risk;
  GtkWidget *title, *list, *add, *ask;
  GSimpleActionGroup *group;

  /* What is being asked. */
  SlUid action; /* SL_UID_NONE: a new one */
  int state;    /* where it goes, or EDIT */
  guint name, owner, due, answer, new_risk; /* numbers of questions */
  SlUid draft;  /* what finishing it brought about, or SL_UID_NONE */
};

G_DEFINE_FINAL_TYPE (SlRiskActions, sl_risk_actions, SL_TYPE_SECTION)

static void refresh (SlRiskActions *self);

static void
sl_risk_actions_finalize (GObject *object)
{
  g_object_unref (SL_RISK_ACTIONS (object)->group);
  G_OBJECT_CLASS (sl_risk_actions_parent_class)->finalize (object);
}

static void
sl_risk_actions_class_init (SlRiskActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_risk_actions_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "slriskactions");
}

static const SlAction *
action_of (SlRiskActions *self, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), uid);

  return record != NULL && record->kind == SL_KIND_ACTION ? SL_AS (ACTION, record) : NULL;
}

/* --- Rows --------------------------------------------------------------------------------------------------------- */

/* "due 31 Aug 2026, first promised for 30 Jun 2026"; NULL without a day. */
static char *
dup_due (const SlAction *action)
{
  g_autofree char *due = sl_date_dup_display (action->due), *first = sl_date_dup_display (action->original_due);

  if (action->due == SL_DATE_NONE)
    return NULL;
  if (action->original_due == SL_DATE_NONE || action->original_due == action->due)
    /* TRANSLATORS: {1} is a day. */
    return sl_text_compose (_ ("due {1}"), (const char *[]){ due, NULL });
  /* TRANSLATORS: {1} and {2} are days. */
  return sl_text_compose (_ ("due {1}, first promised for {2}"), (const char *[]){ due, first, NULL });
}

static char *
dup_facts (SlRiskActions *self, const SlAction *action)
{
  SlView view = sl_workspace_view (self->workspace);
  const char *owner = sl_data_name (view.data, action->owner);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  SlActionStatus status;
  char *due = dup_due (action);

  sl_action_status (&view, action, &status);
  g_ptr_array_add (parts, g_strdup (g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_action_state_enum, action->state))));
  g_ptr_array_add (parts, g_strdup (*owner != '\0' ? owner : _ ("no owner")));
  g_ptr_array_add (parts, due != NULL ? due : g_strdup (_ ("no due day")));
  if (status.overdue_days > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day late", "%d days late", (gulong) status.overdue_days),
                                             status.overdue_days));
  if (status.drifting)
    g_ptr_array_add (parts, g_strdup (_ ("drifting")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static const struct
{
  int state;
  const char *label;
} moves[] = {
  { SL_ACTION_STATE_IN_PROGRESS, N_ ("Start") },     { SL_ACTION_STATE_DONE, N_ ("Finish…") },
  { SL_ACTION_STATE_VERIFIED, N_ ("Verify") },       { SL_ACTION_STATE_PLANNED, N_ ("Back to Planned") },
  { SL_ACTION_STATE_BLOCKED, N_ ("Block…") },        { SL_ACTION_STATE_CANCELLED, N_ ("Cancel the Action…") },
};

static void
add_item (GMenu *menu, const char *label, SlUid action, int state)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "act.move", "(xi)", (gint64) action, state);
  g_menu_append_item (menu, item);
}

static GMenuModel *
new_menu (const SlAction *action)
{
  GMenu *menu = g_menu_new ();
  guint next = sl_rules_action_moves (action->state);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (next & (1u << moves[i].state))
      add_item (menu, _ (moves[i].label), action->record.uid, moves[i].state);
  if (next != 0)
    add_item (menu, _ ("Edit…"), action->record.uid, EDIT);
  return G_MENU_MODEL (menu);
}

static gboolean
add_row (const SlRecord *record, gpointer data)
{
  SlRiskActions *self = data;
  const SlAction *action = SL_AS (ACTION, record);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *facts = dup_facts (self, action);
  g_autofree char *title = g_strdup_printf ("%s  %s", sl_record_code (record), action->title);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, facts);
  g_autoptr (GMenuModel) menu = new_menu (action);
  GtkWidget *button = gtk_menu_button_new (), *row;
  /* TRANSLATORS: name of a menu button; {1} is an action such as A-01. */
  g_autofree char *label = sl_text_compose (_ ("What May Come Next for {1}"), (const char *[]){ sl_record_code (record), NULL });

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), sl_words_new (title, NULL, 0));
  gtk_box_append (GTK_BOX (words), sl_words_new (facts, "row-subtitle", 0));
  gtk_box_append (GTK_BOX (line), words);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  sl_name_widget (button, label);
  gtk_widget_set_visible (button, g_menu_model_get_n_items (menu) > 0);
  gtk_box_append (GTK_BOX (line), button);
  gtk_list_box_append (GTK_LIST_BOX (self->list), line);
  row = gtk_widget_get_parent (line);
  sl_name_widget (row, name);
  g_object_set_data (G_OBJECT (row), "button", button);
  g_object_set_data_full (G_OBJECT (row), "uid", g_memdup2 (&record->uid, sizeof record->uid), g_free);
  return TRUE;
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  GtkWidget *button = g_object_get_data (G_OBJECT (row), "button");

  if (gtk_widget_get_visible (button))
    gtk_menu_button_popup (GTK_MENU_BUTTON (button));
}

/* --- What is asked ------------------------------------------------------------------------------------------------ */

static gboolean
is_active (const SlRecord *person, gpointer data)
{
  SlRiskActions *self = data;

  return sl_person_active (sl_workspace_data (self->workspace), person->uid, sl_workspace_as_of (self->workspace));
}

static gboolean
put_fields (SlRiskActions *self, SlTx *tx, GError **error)
{
  SlAsk *ask = SL_ASK (self->ask);
  g_autofree char *title = sl_text_clean (sl_ask_text (ask, self->name), TRUE);
  SlUid owner = sl_ask_person (ask, self->owner), uid = self->action;
  SlDate due = sl_ask_day_of (ask, self->due);

  if (title == NULL)
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_VALUE, _ ("Say what is to be done"));
      return FALSE;
    }
  if (uid == SL_UID_NONE)
    {
      uid = sl_tx_create (tx, SL_KIND_ACTION);
      if (!sl_tx_set (tx, uid, SL_ACTION_RISK, &SL_VALUE_REF (self->risk), error))
        return FALSE;
    }
  return sl_tx_set (tx, uid, SL_ACTION_TITLE, &SL_VALUE_TEXT (title), error)
         && sl_tx_set (tx, uid, SL_ACTION_OWNER, owner != SL_UID_NONE ? &SL_VALUE_REF (owner) : &SL_VALUE_NULL (SL_TYPE_REF), error)
         && sl_tx_set (tx, uid, SL_ACTION_DUE, due != SL_DATE_NONE ? &SL_VALUE_DATE (due) : &SL_VALUE_NULL (SL_TYPE_DATE), error);
}

static gboolean
put_finish (SlRiskActions *self, SlTx *tx, SlUid *draft, GError **error)
{
  SlAsk *ask = SL_ASK (self->ask);
  int answer = sl_ask_choice (ask, self->answer);
  g_autofree char *title = sl_text_clean (sl_ask_text (ask, self->new_risk), TRUE);
  SlActContext context;

  if (answer == 0 || (answer == SL_NEW_RISK_YES && title == NULL))
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_VALUE,
                           answer == 0 ? _ ("Answer whether it creates a new risk") : _ ("Give the new risk a short name"));
      return FALSE;
    }
  sl_workspace_act_context (self->workspace, NULL, &context);
  return sl_tx_finish_action (tx, &context, self->action, answer == SL_NEW_RISK_YES ? title : NULL, draft, error);
}

/* The change as answered so far; NULL with @error. */
static SlTx *
begin_change (SlRiskActions *self, SlUid *draft, GError **error)
{
  g_autoptr (SlTx) tx = sl_workspace_begin (self->workspace, self->action == SL_UID_NONE ? SL_VERB_ADD : SL_VERB_EDIT);
  gboolean fine;

  *draft = SL_UID_NONE;
  if (self->state == EDIT)
    fine = put_fields (self, tx, error);
  else if (self->state == SL_ACTION_STATE_DONE)
    fine = put_finish (self, tx, draft, error);
  else
    fine = sl_tx_set (tx, self->action, SL_ACTION_STATE, &SL_VALUE_ENUM (self->state), error);
  return fine ? g_steal_pointer (&tx) : NULL;
}

static GError *
try_change (SlAsk *ask, const char *reason, gboolean commit, gpointer data)
{
  SlRiskActions *self = data;
  GError *error = NULL;
  SlTx *tx = begin_change (self, &self->draft, &error);

  return sl_ask_try_tx (ask, tx, reason, commit, error);
}

/* The list was made anew meanwhile. */
static void
focus_row (SlRiskActions *self, SlUid action)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (action != SL_UID_NONE && *(SlUid *) g_object_get_data (G_OBJECT (row), "uid") == action)
      {
        gtk_widget_grab_focus (GTK_WIDGET (row));
        return;
      }
  gtk_widget_grab_focus (self->add);
}

static void
tell_draft (SlRiskActions *self, SlUid draft)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), draft);
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), SL_TYPE_PAGE);
  g_autofree char *text = NULL;

  if (record == NULL || page == NULL)
    return;
  /* TRANSLATORS: {1} is a risk such as R-015. */
  text = sl_text_compose (_ ("{1} is a draft now; say its cause, event and effect"), (const char *[]){ sl_record_code (record), NULL });
  sl_page_tell (SL_PAGE (page), text, TRUE);
}

static void
on_done (SlRiskActions *self)
{
  focus_row (self, self->action);
  tell_draft (self, self->draft);
}

static void
on_cancelled (SlRiskActions *self)
{
  focus_row (self, self->action);
}

static void
ask_fields (SlRiskActions *self, const SlAction *action)
{
  SlAsk *ask = SL_ASK (self->ask);

  self->name = sl_ask_add_text (ask, _ ("What Is Done"), action != NULL ? action->title : NULL);
  self->owner = sl_ask_add_person (ask, _ ("Who Does It"), action != NULL ? action->owner : SL_UID_NONE, is_active, self);
  self->due = sl_ask_add_day (ask, _ ("Due"), action != NULL ? action->due : SL_DATE_NONE);
}

static void
begin (SlRiskActions *self, const SlAction *action, int state)
{
  SlAsk *ask = SL_ASK (self->ask);
  const char *label = action == NULL ? _ ("Add Action") : _ ("Edit");
  g_autofree char *title = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (state != EDIT && moves[i].state == state)
      label = _ (moves[i].label);
  title = action != NULL ? g_strdup_printf ("%s: %s", sl_record_code (&action->record), label) : g_strdup (label);
  self->action = action != NULL ? action->record.uid : SL_UID_NONE;
  self->state = state;
  sl_ask_begin (ask, title, _ ("Save"));
  if (state == EDIT)
    ask_fields (self, action);
  if (state == SL_ACTION_STATE_DONE)
    {
      self->answer = sl_ask_add_choice (ask, _ ("Does It Create a New Risk?"), &sl_new_risk_enum,
                                        1u << SL_NEW_RISK_NO | 1u << SL_NEW_RISK_YES, 0);
      self->new_risk = sl_ask_add_text (ask, _ ("If So, Its Short Name"), NULL);
    }
  /* Where there is nothing to ask, nothing is asked. */
  if (sl_ask_check (ask) && !sl_ask_asks_reason (ask) && state != EDIT && state != SL_ACTION_STATE_DONE)
    sl_ask_accept (ask);
  else
    sl_ask_present (ask);
}

static void
on_move (GSimpleAction *simple, GVariant *value, gpointer data)
{
  SlRiskActions *self = data;
  const SlAction *action;
  gint64 uid;
  int state;

  g_variant_get (value, "(xi)", &uid, &state);
  action = action_of (self, uid);
  if (action != NULL)
    begin (self, action, state);
}

void
sl_risk_actions_add (SlRiskActions *self)
{
  g_return_if_fail (SL_IS_RISK_ACTIONS (self));
  if (self->risk != SL_UID_NONE)
    begin (self, NULL, EDIT);
}

/* --- Building ----------------------------------------------------------------------------------------------------- */

static void
refresh (SlRiskActions *self)
{
  const SlData *data = sl_workspace_data (self->workspace);
  GtkWidget *row;
  gboolean there = sl_data_lookup (data, self->risk) != NULL;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  if (there)
    sl_data_children (data, SL_KIND_ACTION, SL_ACTION_RISK, self->risk, add_row, self);
  gtk_widget_set_visible (self->list, gtk_widget_get_first_child (self->list) != NULL);
  gtk_widget_set_visible (self->title, there);
  gtk_widget_set_visible (self->add, there);
  if (!there || (self->action != SL_UID_NONE && action_of (self, self->action) == NULL))
    sl_ask_put_away (SL_ASK (self->ask));
}

static void
sl_risk_actions_init (SlRiskActions *self)
{
  static const GActionEntry entries[] = { { .name = "move", .activate = on_move, .parameter_type = "(xi)" } };

  self->group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "act", G_ACTION_GROUP (self->group));
  self->title = sl_section_add (self, sl_words_new (_ ("Actions"), "heading", 0));
  self->list = sl_section_add (self, gtk_list_box_new ());
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "plain-list");
  sl_name_widget (self->list, _ ("Actions"));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  self->add = gtk_button_new_with_label (_ ("Add Action"));
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_add_css_class (self->add, "more-fields");
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (sl_risk_actions_add), self);
}

GtkWidget *
sl_risk_actions_new (SlWorkspace *workspace)
{
  SlRiskActions *self = sl_section_construct (SL_TYPE_RISK_ACTIONS, workspace, 0);

  self->workspace = workspace;
  self->ask = sl_section_add (self, sl_ask_new (workspace));
  sl_ask_set_try (SL_ASK (self->ask), try_change, self);
  g_signal_connect_swapped (self->ask, "done", G_CALLBACK (on_done), self);
  g_signal_connect_swapped (self->ask, "cancelled", G_CALLBACK (on_cancelled), self);
  sl_section_add (self, self->add);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reset", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::as-of", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

void
sl_risk_actions_set_risk (SlRiskActions *self, SlUid risk)
{
  g_return_if_fail (SL_IS_RISK_ACTIONS (self));
  if (risk == self->risk)
    return;
  self->risk = risk;
  sl_ask_put_away (SL_ASK (self->ask));
  refresh (self);
}
