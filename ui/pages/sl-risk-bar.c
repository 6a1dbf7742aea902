/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-risk-bar-private.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

#define STATE_WIDTH 20

G_DEFINE_FINAL_TYPE (SlRiskBar, sl_risk_bar, SL_TYPE_SECTION)

static void
sl_risk_bar_finalize (GObject *object)
{
  SlRiskBar *self = SL_RISK_BAR (object);

  g_object_unref (self->actions);
  g_clear_pointer (&self->next, g_ptr_array_unref);
  G_OBJECT_CLASS (sl_risk_bar_parent_class)->finalize (object);
}

static void
sl_risk_bar_class_init (SlRiskBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_risk_bar_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "slriskbar");
}

const SlRisk *
sl_risk_bar_risk (SlRiskBar *self)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), self->risk);

  return record != NULL && record->kind == SL_KIND_RISK ? SL_AS (RISK, record) : NULL;
}

const SlRiskNext *
sl_risk_bar_find (SlRiskBar *self, SlRiskMove move)
{
  for (guint i = 0; self->next != NULL && i < self->next->len; i++)
    if (((const SlRiskNext *) self->next->pdata[i])->move == move)
      return self->next->pdata[i];
  return NULL;
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

/* --- Actions and building ----------------------------------------------------------------------------------------- */

static void
on_move (GSimpleAction *action, GVariant *value, gpointer data)
{
  sl_risk_bar_begin (data, (SlRiskMove) g_variant_get_int32 (value));
}

static void
on_answer (GSimpleAction *action, GVariant *value, gpointer data)
{
  sl_risk_bar_begin_answer (data, g_variant_get_int32 (value));
}

static void
on_assess (GSimpleAction *action, GVariant *value, gpointer data)
{
  SlRiskBar *self = data;

  gtk_widget_activate_action (GTK_WIDGET (self), "detail.assess", "i", g_variant_get_int32 (value));
}

void
sl_risk_bar_popup (SlRiskBar *self)
{
  g_return_if_fail (SL_IS_RISK_BAR (self));
  if (sl_risk_bar_risk (self) != NULL)
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->more));
}

static void
on_first (SlRiskBar *self)
{
  if (self->next != NULL && self->next->len > 0)
    sl_risk_bar_begin (self, ((const SlRiskNext *) self->next->pdata[0])->move);
}

static void
show_wanting (SlRiskBar *self)
{
  g_autofree char *text = sl_risk_bar_dup_wanting (self);

  gtk_label_set_text (GTK_LABEL (self->wanting), text);
  gtk_widget_set_visible (self->wanting, *text != '\0' && !sl_ask_is_open (SL_ASK (self->ask)));
}

/* The programme goes on while something is asked. */
static void
refresh (SlRiskBar *self)
{
  const SlRisk *risk = sl_risk_bar_risk (self);
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
  state = sl_risk_bar_dup_state (self, risk);
  gtk_label_set_text (GTK_LABEL (self->state), state);
  show_buttons (self, risk);
  if (sl_ask_is_open (SL_ASK (self->ask)) && self->escalation == SL_UID_NONE && sl_risk_bar_find (self, self->move) == NULL)
    sl_ask_put_away (SL_ASK (self->ask));
  show_wanting (self);
}

static void
on_answered (SlRiskBar *self)
{
  refresh (self);
  gtk_widget_grab_focus (self->first);
}

static const GActionEntry entries[] = {
  { .name = "move", .activate = on_move, .parameter_type = "i" },
  { .name = "answer", .activate = on_answer, .parameter_type = "i" },
  { .name = "assess", .activate = on_assess, .parameter_type = "i" },
};

static void
sl_risk_bar_init (SlRiskBar *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "bar", G_ACTION_GROUP (self->actions));
  self->line = sl_section_add (self, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->state = sl_words_new (NULL, "heading", STATE_WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (self->state), -1);
  gtk_widget_set_hexpand (self->state, TRUE);
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
  self->wanting = sl_section_add (self, sl_words_new (NULL, "wanting", 0));
}

GtkWidget *
sl_risk_bar_new (SlWorkspace *workspace)
{
  SlRiskBar *self = sl_section_construct (SL_TYPE_RISK_BAR, workspace, 6);

  self->workspace = workspace;
  self->ask = sl_section_add (self, sl_ask_new (workspace));
  sl_risk_bar_connect (self);
  g_signal_connect_swapped (self->ask, "done", G_CALLBACK (on_answered), self);
  g_signal_connect_swapped (self->ask, "cancelled", G_CALLBACK (on_answered), self);
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
