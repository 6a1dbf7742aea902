/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-risk-bar.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-ask.h"
#include "ui/widgets/sl-impact-popover.h"

#include <glib/gi18n-lib.h>

#define MAX_OPTIONS 6
#define STATE_WIDTH 20

struct _SlRiskBar
{
  GtkWidget parent_instance;
  SlWorkspace *workspace;
  SlUid risk;
  GPtrArray *next; /* of SlRiskNext; NULL without a risk */
  GtkWidget *line, *state, *first, *more, *wanting, *ask;
  GSimpleActionGroup *actions;

  /* What is being asked. */
  SlRiskMove move;
  SlUid escalation; /* being answered, or SL_UID_NONE */
  int answer;
  guint choice, text, person, day, cost; /* numbers of questions */
  guint options[MAX_OPTIONS][3], n_options;
};

G_DEFINE_FINAL_TYPE (SlRiskBar, sl_risk_bar, GTK_TYPE_WIDGET)

#define NOT_ASKED G_MAXUINT

static void refresh (SlRiskBar *self);

static void
sl_risk_bar_dispose (GObject *object)
{
  SlRiskBar *self = SL_RISK_BAR (object);

  g_clear_pointer (&self->line, gtk_widget_unparent);
  g_clear_pointer (&self->wanting, gtk_widget_unparent);
  g_clear_pointer (&self->ask, gtk_widget_unparent);
  g_clear_object (&self->actions);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->next, g_ptr_array_unref);
  G_OBJECT_CLASS (sl_risk_bar_parent_class)->dispose (object);
}

static void
sl_risk_bar_class_init (SlRiskBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_risk_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "slriskbar");
}

static const SlRisk *
risk_of (SlRiskBar *self)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), self->risk);

  return record != NULL && record->kind == SL_KIND_RISK ? SL_AS (RISK, record) : NULL;
}

static const SlRiskNext *
find_next (SlRiskBar *self, SlRiskMove move)
{
  for (guint i = 0; self->next != NULL && i < self->next->len; i++)
    if (((const SlRiskNext *) self->next->pdata[i])->move == move)
      return self->next->pdata[i];
  return NULL;
}

/* --- Where it stands ---------------------------------------------------------------------------------------------- */

static gboolean
find_issue (const SlRecord *record, gpointer data)
{
  if (SL_AS (ISSUE, record)->state != SL_ISSUE_STATE_CLOSED)
    *(const SlRecord **) data = record;
  return TRUE;
}

static char *
dup_occurred (SlRiskBar *self, const SlRisk *risk)
{
  g_autofree char *day = sl_date_dup_display (risk->occurred_on);
  const SlRecord *issue = NULL;

  sl_data_children (sl_workspace_data (self->workspace), SL_KIND_ISSUE, SL_ISSUE_FROM_RISK, self->risk, find_issue, &issue);
  if (issue == NULL)
    /* TRANSLATORS: {1} is a day. */
    return sl_text_compose (_ ("Occurred on {1}"), (const char *[]){ day, NULL });
  /* TRANSLATORS: {1} is a day, {2} an issue such as ISS-001. */
  return sl_text_compose (_ ("Occurred on {1}, now {2}"), (const char *[]){ day, sl_record_code (issue), NULL });
}

static char *
dup_state (SlRiskBar *self, const SlRisk *risk)
{
  const char *response = g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_response_enum, risk->response));
  g_autofree char *until = sl_date_dup_display (risk->accepted_until), *closed = sl_date_dup_display (risk->closed_on);

  switch (risk->state)
    {
    case SL_RISK_STATE_DRAFT:
      return g_strdup (_ ("Draft: it owes nothing yet"));
    case SL_RISK_STATE_TREATING:
      if (risk->response == 0)
        break;
      /* TRANSLATORS: {1} is a response such as “Reduce”. */
      return sl_text_compose (_ ("Being treated: {1}"), (const char *[]){ response, NULL });
    case SL_RISK_STATE_TOLERATED:
      /* TRANSLATORS: {1} is a person, {2} a day. */
      return sl_text_compose (_ ("Accepted by {1} until {2}"),
                              (const char *[]){ sl_data_name (sl_workspace_data (self->workspace), risk->accepted_by), until, NULL });
    case SL_RISK_STATE_OCCURRED:
      return dup_occurred (self, risk);
    case SL_RISK_STATE_CLOSED:
      /* TRANSLATORS: {1} is a day, {2} why, such as “Avoided”. */
      return sl_text_compose (_ ("Closed on {1}: {2}"),
                              (const char *[]){ closed, g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_close_reason_enum, risk->close_reason)), NULL });
    default:
      break;
    }
  return g_strdup (g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_risk_state_enum, risk->state)));
}

static char *
dup_waiting (SlRiskBar *self, const SlEscalation *escalation)
{
  const char *level = g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_escalation_level_enum, escalation->to_level));
  g_autofree char *day = sl_date_dup_display (escalation->decision_due);

  /* TRANSLATORS: {1} is an escalation such as ESC-1, {2} a level such as “Board”, {3} a day. */
  return sl_text_compose (_ ("{1} waits for an answer: {2}, by {3}"),
                          (const char *[]){ sl_record_code (&escalation->record), level, day, NULL });
}

/* What the likeliest move still lacks, and whose answer is awaited. */
static void
show_wanting (SlRiskBar *self)
{
  const SlEscalation *escalation = sl_risk_open_escalation (sl_workspace_data (self->workspace), self->risk);
  const SlRiskNext *first = self->next->len > 0 ? self->next->pdata[0] : NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  if (escalation != NULL)
    g_ptr_array_add (lines, dup_waiting (self, escalation));
  for (guint i = 0; first != NULL && first->obstacles[i] != NULL; i++)
    g_ptr_array_add (lines, g_strdup (first->obstacles[i]));
  g_ptr_array_add (lines, NULL);
  text = g_strjoinv ("\n", (char **) lines->pdata);
  gtk_label_set_text (GTK_LABEL (self->wanting), text);
  gtk_widget_set_visible (self->wanting, *text != '\0' && !sl_ask_is_open (SL_ASK (self->ask)));
}

/* --- The buttons -------------------------------------------------------------------------------------------------- */

static void
add_item (GMenu *menu, const char *label, const char *action, int value)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "i", value);
  g_menu_append_item (menu, item);
}

static const struct
{
  int state;
  const char *label;
} answers[] = {
  { SL_ESCALATION_STATE_ACCEPTED, N_ ("Accept to Decide") },
  { SL_ESCALATION_STATE_DECIDED, N_ ("Decide…") },
  { SL_ESCALATION_STATE_RETURNED, N_ ("Return…") },
  { SL_ESCALATION_STATE_WITHDRAWN, N_ ("Withdraw…") },
};

static void
add_answers (SlRiskBar *self, GMenu *menu)
{
  const SlEscalation *escalation = sl_risk_open_escalation (sl_workspace_data (self->workspace), self->risk);
  g_autoptr (GMenu) section = NULL;

  if (escalation == NULL)
    return;
  section = g_menu_new ();
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      gboolean accepted = escalation->state == SL_ESCALATION_STATE_ACCEPTED;

      /* A decision needs it accepted first. */
      if (answers[i].state != (accepted ? SL_ESCALATION_STATE_ACCEPTED : SL_ESCALATION_STATE_DECIDED))
        add_item (section, _ (answers[i].label), "bar.answer", answers[i].state);
    }
  g_menu_append_section (menu, sl_record_code (&escalation->record), G_MENU_MODEL (section));
}

static char *
dup_label (const SlRisk *risk, SlRiskMove move, gboolean asks)
{
  const char *label = g_dgettext (GETTEXT_PACKAGE, sl_risk_move_label (move, risk->state));

  /* TRANSLATORS: a menu item that asks something before it acts; {1} is “Close”, “Escalate”. */
  return asks ? sl_text_compose (_ ("{1}…"), (const char *[]){ label, NULL }) : g_strdup (label);
}

static void
show_buttons (SlRiskBar *self, const SlRisk *risk)
{
  g_autoptr (GMenu) menu = g_menu_new (), moves = g_menu_new (), figures = g_menu_new ();
  const SlRiskNext *first = self->next->len > 0 ? self->next->pdata[0] : NULL;
  g_autofree char *label = first != NULL ? dup_label (risk, first->move, FALSE) : NULL;

  for (guint i = 1; i < self->next->len; i++)
    {
      const SlRiskNext *next = self->next->pdata[i];
      g_autofree char *item = dup_label (risk, next->move, next->move != SL_RISK_MOVE_OPEN);

      add_item (moves, item, "bar.move", next->move);
    }
  add_item (figures, _ ("Assess…"), "bar.assess", SL_ASSESSMENT_TYPE_CURRENT);
  add_item (figures, _ ("Assess the Target…"), "bar.assess", SL_ASSESSMENT_TYPE_TARGET);
  add_item (figures, _ ("Assess without Controls…"), "bar.assess", SL_ASSESSMENT_TYPE_INHERENT);
  add_answers (self, menu);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
  if (risk->state != SL_RISK_STATE_CLOSED)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (figures));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->more), G_MENU_MODEL (menu));
  gtk_widget_set_visible (self->first, first != NULL);
  if (first == NULL)
    return;
  gtk_button_set_label (GTK_BUTTON (self->first), label);
  sl_name_widget (self->first, label);
}

/* --- Asking ------------------------------------------------------------------------------------------------------- */

static gboolean
may_accept (const SlRecord *person, gpointer data)
{
  SlRiskBar *self = data;
  const SlRiskStatus *status = sl_workspace_risk_status (self->workspace, self->risk);

  return sl_person_active (sl_workspace_data (self->workspace), person->uid, sl_workspace_as_of (self->workspace))
         && (status == NULL || status->appetite != SL_APPETITE_BREACH || SL_AS (PERSON, person)->board_member);
}

static gboolean
add_option (SlAsk *ask, gpointer data)
{
  SlRiskBar *self = data;
  guint *option = self->options[self->n_options];
  g_autofree char *name = NULL;

  self->n_options++;
  /* TRANSLATORS: one of several choices laid before a board. */
  name = g_strdup_printf (_ ("Option %u"), self->n_options);
  option[0] = sl_ask_add_text (ask, name, NULL);
  option[1] = sl_ask_add_money (ask, _ ("What it costs, and what it would do"), SL_MONEY_NONE);
  sl_ask_same_line (ask);
  option[2] = sl_ask_add_text (ask, _ ("Effect"), NULL);
  return self->n_options < MAX_OPTIONS;
}

#define RESPONSE(name) (1u << SL_RESPONSE_##name)
#define ALL_OF(PREFIX) ((1u << SL_##PREFIX##_END_) - 2u)

static void
ask_escalation (SlRiskBar *self, SlAsk *ask, const SlRisk *risk)
{
  /* Levels below the one that deals with it now decide nothing. */
  guint below = (1u << MAX (risk->escalation_level, SL_ESCALATION_LEVEL_PROGRAMME)) - 1u;

  self->text = sl_ask_add_text (ask, _ ("What They Are Asked to Decide"), NULL);
  self->choice = sl_ask_add_choice (ask, _ ("Who Decides"), &sl_escalation_level_enum, ALL_OF (ESCALATION_LEVEL) & ~below, 0);
  self->day = sl_ask_add_day (ask, _ ("Decision by"), SL_DATE_NONE);
  self->n_options = 0;
  add_option (ask, self);
  sl_ask_add_more (ask, _ ("Add Option"), add_option, self);
}

static SlMoney
assessed_cost (SlRiskBar *self)
{
  SlView view = sl_workspace_view (self->workspace);
  const SlRiskAssessment *current = sl_risk_assessment_in_force (&view, self->risk, SL_ASSESSMENT_TYPE_CURRENT);

  return current != NULL ? current->cost_if_occurs : SL_MONEY_NONE;
}

static void
ask_treatment (SlRiskBar *self, SlAsk *ask, const SlRisk *risk)
{
  const guint threat = RESPONSE (AVOID) | RESPONSE (REDUCE) | RESPONSE (TRANSFER) | RESPONSE (SHARE) | RESPONSE (PREPARE);
  const guint chance = RESPONSE (EXPLOIT) | RESPONSE (ENHANCE) | RESPONSE (TRANSFER) | RESPONSE (SHARE) | RESPONSE (PREPARE);
  guint offered = risk->kind == SL_RISK_KIND_THREAT ? threat : chance;

  self->choice = sl_ask_add_choice (ask, _ ("Response"), &sl_response_enum, offered,
                                    offered & (1u << risk->response) ? risk->response : 0);
}

/* Only what the file does not know. */
static void
ask_move (SlRiskBar *self, SlAsk *ask, const SlRisk *risk)
{
  const guint outcomes = 1u << SL_REVIEW_OUTCOME_NO_CHANGE | 1u << SL_REVIEW_OUTCOME_RESCORED | 1u << SL_REVIEW_OUTCOME_ESCALATED;

  switch (self->move)
    {
    case SL_RISK_MOVE_REVIEW:
      self->choice = sl_ask_add_choice (ask, _ ("What Came of It"), &sl_review_outcome_enum, outcomes, SL_REVIEW_OUTCOME_NO_CHANGE);
      self->text = sl_ask_add_text (ask, _ ("Note"), NULL);
      break;
    case SL_RISK_MOVE_TREAT:
      ask_treatment (self, ask, risk);
      break;
    case SL_RISK_MOVE_TOLERATE:
      self->person = sl_ask_add_person (ask, _ ("Accepted By"), risk->accepted_by, may_accept, self);
      self->day = sl_ask_add_day (ask, _ ("Until"), SL_DATE_NONE);
      self->text = sl_ask_add_text (ask, _ ("Why It Is Right to Live with It"), risk->acceptance_rationale);
      break;
    case SL_RISK_MOVE_OCCUR:
      self->day = sl_ask_add_day (ask, _ ("Occurred on"), sl_workspace_as_of (self->workspace));
      if (risk->kind == SL_RISK_KIND_THREAT)
        self->cost = sl_ask_add_money (ask, _ ("Cost Remaining"), assessed_cost (self));
      break;
    case SL_RISK_MOVE_CLOSE:
      self->choice = sl_ask_add_choice (ask, _ ("Closed Because"), &sl_close_reason_enum, ALL_OF (CLOSE_REASON), 0);
      break;
    case SL_RISK_MOVE_ESCALATE:
      ask_escalation (self, ask, risk);
      break;
    case SL_RISK_MOVE_RESTRICT:
      self->choice = sl_ask_add_choice (ask, _ ("Who May See It"), &sl_confidentiality_enum, ALL_OF (CONFIDENTIALITY), risk->confidentiality);
      break;
    default:
      break;
    }
}

static gboolean
asked (guint question)
{
  return question != NOT_ASKED;
}

/* What was answered; @options is filled in and must outlive it. */
static void
take_answers (SlRiskBar *self, SlRiskAct *act, SlOption options[MAX_OPTIONS])
{
  SlAsk *ask = SL_ASK (self->ask);

  *act = SL_RISK_ACT (self->move);
  if (asked (self->choice))
    act->choice = act->outcome = sl_ask_choice (ask, self->choice);
  if (asked (self->text))
    act->text = sl_ask_text (ask, self->text);
  if (asked (self->person))
    act->person = sl_ask_person (ask, self->person);
  if (asked (self->day))
    act->day = sl_ask_day_of (ask, self->day);
  if (asked (self->cost))
    act->cost = sl_ask_money (ask, self->cost);
  for (guint i = 0; i < self->n_options; i++)
    options[i] = (SlOption){ sl_ask_text (ask, self->options[i][0]), sl_ask_money (ask, self->options[i][1]),
                             sl_ask_text (ask, self->options[i][2]) };
  act->options = options;
  act->n_options = self->n_options;
}

/* Why it is accepted is the reason for accepting it: nobody says it twice. */
static const char *
reason_of (SlRiskBar *self, const SlRiskAct *act)
{
  return self->escalation == SL_UID_NONE && self->move == SL_RISK_MOVE_TOLERATE ? act->text : sl_ask_reason (SL_ASK (self->ask));
}

static SlTx *
begin_answer (SlRiskBar *self, GError **error)
{
  g_autoptr (SlTx) tx = sl_workspace_begin (self->workspace, SL_VERB_EDIT);
  const char *text = asked (self->text) ? sl_ask_text (SL_ASK (self->ask), self->text) : NULL;
  SlActContext context;

  sl_workspace_act_context (self->workspace, NULL, &context);
  return sl_tx_answer (tx, &context, self->escalation, self->answer, text, error) ? g_steal_pointer (&tx) : NULL;
}

static GError *
find_obstacle (SlRiskBar *self)
{
  SlOption options[MAX_OPTIONS];
  g_autoptr (SlTx) tx = NULL;
  GError *error = NULL;
  SlRiskAct act;

  if (self->escalation == SL_UID_NONE)
    {
      take_answers (self, &act, options);
      return sl_workspace_risk_obstacle (self->workspace, self->risk, &act, reason_of (self, &act));
    }
  tx = begin_answer (self, &error);
  if (tx != NULL)
    sl_workspace_try (self->workspace, tx, sl_workspace_actor (self->workspace), sl_ask_reason (SL_ASK (self->ask)), &error);
  return error;
}

/* What is wanting is said while it is answered, not after. */
static void
on_changed (SlRiskBar *self)
{
  SlAsk *ask = SL_ASK (self->ask);
  g_autofree char *fault = sl_ask_dup_fault (ask);
  g_autoptr (GError) obstacle = fault == NULL ? find_obstacle (self) : NULL;

  if (g_error_matches (obstacle, SL_ERROR, SL_ERROR_REASON_NEEDED))
    {
      sl_ask_set_reason (ask, obstacle->message);
      g_clear_error (&obstacle);
      obstacle = find_obstacle (self);
    }
  if (g_error_matches (obstacle, SL_ERROR, SL_ERROR_REASON_NEEDED))
    sl_ask_set_obstacle (ask, _ ("Say why, in one line"), FALSE);
  else
    sl_ask_set_obstacle (ask, fault != NULL ? fault : obstacle != NULL ? obstacle->message : NULL, FALSE);
}

static void
on_accepted (SlRiskBar *self)
{
  g_autofree char *reason = NULL;
  g_autoptr (GError) error = NULL;
  SlOption options[MAX_OPTIONS];
  SlTx *tx = NULL;
  SlRiskAct act;
  gboolean done;

  take_answers (self, &act, options);
  reason = sl_text_clean (reason_of (self, &act), TRUE);
  if (self->escalation != SL_UID_NONE)
    done = (tx = begin_answer (self, &error)) != NULL && sl_workspace_commit (self->workspace, tx, reason, &error);
  else
    done = sl_workspace_risk_act (self->workspace, self->risk, &act, reason, &error);
  if (!done)
    {
      sl_ask_set_obstacle (SL_ASK (self->ask), error->message, TRUE);
      if (!sl_ask_is_open (SL_ASK (self->ask)))
        sl_ask_present (SL_ASK (self->ask));
      return;
    }
  sl_ask_put_away (SL_ASK (self->ask));
  refresh (self);
  gtk_widget_grab_focus (self->first);
}

static void
on_cancelled (SlRiskBar *self)
{
  refresh (self);
  gtk_widget_grab_focus (self->first);
}

static void
begin_asking (SlRiskBar *self, SlRiskMove move, SlUid escalation, int answer)
{
  self->move = move;
  self->escalation = escalation;
  self->answer = answer;
  self->choice = self->text = self->person = self->day = self->cost = NOT_ASKED;
  self->n_options = 0;
  gtk_widget_set_visible (self->wanting, FALSE);
}

static void
tell_obstacles (SlRiskBar *self, const SlRiskNext *next, const char *title)
{
  SlAsk *ask = SL_ASK (self->ask);

  sl_ask_begin (ask, title, NULL);
  /* TRANSLATORS: above a list of what a risk still lacks. */
  sl_ask_add_words (ask, _ ("First it needs:"));
  for (guint i = 0; next->obstacles[i] != NULL; i++)
    sl_ask_add_words (ask, next->obstacles[i]);
  sl_ask_present (ask);
}

void
sl_risk_bar_begin (SlRiskBar *self, SlRiskMove move)
{
  const SlRisk *risk;
  const SlRiskNext *next;
  const char *title;
  SlAsk *ask;

  g_return_if_fail (SL_IS_RISK_BAR (self));
  risk = risk_of (self);
  next = find_next (self, move);
  if (risk == NULL || next == NULL)
    return;
  ask = SL_ASK (self->ask);
  title = g_dgettext (GETTEXT_PACKAGE, sl_risk_move_label (move, risk->state));
  begin_asking (self, move, SL_UID_NONE, 0);
  if (!next->possible)
    {
      tell_obstacles (self, next, title);
      return;
    }
  sl_ask_begin (ask, title, title);
  if (move == SL_RISK_MOVE_OPEN && next->reason_for == NULL)
    {
      on_accepted (self);
      return;
    }
  ask_move (self, ask, risk);
  if (move != SL_RISK_MOVE_TOLERATE && move != SL_RISK_MOVE_RESTRICT)
    sl_ask_set_reason (ask, next->reason_for);
  sl_ask_present (ask);
  on_changed (self);
}

static void
begin_answering (SlRiskBar *self, int state)
{
  const SlEscalation *escalation = sl_risk_open_escalation (sl_workspace_data (self->workspace), self->risk);
  SlAsk *ask = SL_ASK (self->ask);
  g_autofree char *title = NULL;

  if (escalation == NULL)
    return;
  begin_asking (self, SL_RISK_MOVE_ESCALATE, escalation->record.uid, state);
  title = g_strdup_printf ("%s: %s", sl_record_code (&escalation->record),
                           g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_escalation_state_enum, state)));
  sl_ask_begin (ask, title, _ ("Save"));
  sl_ask_add_words (ask, escalation->asked);
  if (state == SL_ESCALATION_STATE_DECIDED)
    self->text = sl_ask_add_text (ask, _ ("What Is Decided"), NULL);
  else if (state != SL_ESCALATION_STATE_ACCEPTED)
    self->text = sl_ask_add_text (ask, _ ("What They Are Told"), NULL);
  sl_ask_present (ask);
  on_changed (self);
}

/* --- Actions and building ----------------------------------------------------------------------------------------- */

static void
on_move (GSimpleAction *action, GVariant *value, gpointer data)
{
  sl_risk_bar_begin (data, (SlRiskMove) g_variant_get_int32 (value));
}

static void
on_answer (GSimpleAction *action, GVariant *value, gpointer data)
{
  begin_answering (data, g_variant_get_int32 (value));
}

static void
on_assess (GSimpleAction *action, GVariant *value, gpointer data)
{
  SlRiskBar *self = data;

  sl_impact_popover_show (self->line, NULL, self->workspace, self->risk, g_variant_get_int32 (value));
}

static void
on_first (SlRiskBar *self)
{
  if (self->next != NULL && self->next->len > 0)
    sl_risk_bar_begin (self, ((const SlRiskNext *) self->next->pdata[0])->move);
}

/* The programme goes on while something is asked. */
static void
refresh (SlRiskBar *self)
{
  const SlRisk *risk = risk_of (self);
  g_autofree char *state = NULL;

  g_clear_pointer (&self->next, g_ptr_array_unref);
  gtk_widget_set_visible (self->line, risk != NULL);
  if (risk == NULL)
    {
      sl_ask_put_away (SL_ASK (self->ask));
      gtk_widget_set_visible (self->wanting, FALSE);
      return;
    }
  self->next = sl_workspace_risk_moves (self->workspace, self->risk);
  state = dup_state (self, risk);
  gtk_label_set_text (GTK_LABEL (self->state), state);
  show_buttons (self, risk);
  if (sl_ask_is_open (SL_ASK (self->ask)) && self->escalation == SL_UID_NONE && find_next (self, self->move) == NULL)
    sl_ask_put_away (SL_ASK (self->ask));
  show_wanting (self);
}

static const GActionEntry entries[] = {
  { .name = "move", .activate = on_move, .parameter_type = "i" },
  { .name = "answer", .activate = on_answer, .parameter_type = "i" },
  { .name = "assess", .activate = on_assess, .parameter_type = "i" },
};

static GtkWidget *
new_words (int width)
{
  return g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "width-chars", width, NULL);
}

static void
sl_risk_bar_init (SlRiskBar *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "bar", G_ACTION_GROUP (self->actions));
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->state = new_words (STATE_WIDTH);
  gtk_widget_set_hexpand (self->state, TRUE);
  gtk_widget_add_css_class (self->state, "heading");
  self->first = gtk_button_new ();
  gtk_widget_set_valign (self->first, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->first, "clicked", G_CALLBACK (on_first), self);
  self->more = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->more), "view-more-symbolic");
  gtk_widget_set_tooltip_text (self->more, _ ("What May Come Next"));
  gtk_widget_set_valign (self->more, GTK_ALIGN_CENTER);
  sl_name_widget (self->more, _ ("What May Come Next"));
  gtk_box_append (GTK_BOX (self->line), self->state);
  gtk_box_append (GTK_BOX (self->line), self->first);
  gtk_box_append (GTK_BOX (self->line), self->more);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
  self->wanting = new_words (STATE_WIDTH);
  gtk_widget_add_css_class (self->wanting, "wanting");
  gtk_widget_set_parent (self->wanting, GTK_WIDGET (self));
}

GtkWidget *
sl_risk_bar_new (SlWorkspace *workspace)
{
  SlRiskBar *self = g_object_new (SL_TYPE_RISK_BAR, NULL);

  self->workspace = g_object_ref (workspace);
  self->ask = sl_ask_new (workspace);
  g_signal_connect_swapped (self->ask, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->ask, "accepted", G_CALLBACK (on_accepted), self);
  g_signal_connect_swapped (self->ask, "cancelled", G_CALLBACK (on_cancelled), self);
  gtk_widget_set_parent (self->ask, GTK_WIDGET (self));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reset", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::as-of", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::actor", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

void
sl_risk_bar_set_risk (SlRiskBar *self, SlUid risk)
{
  g_return_if_fail (SL_IS_RISK_BAR (self));
  if (risk == self->risk)
    return;
  self->risk = risk;
  sl_ask_put_away (SL_ASK (self->ask));
  refresh (self);
}
