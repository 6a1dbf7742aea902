/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-risk-bar-private.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

char *
sl_risk_bar_dup_state (SlRiskBar *self, const SlRisk *risk)
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

/* Without the code, which stands above, and without what the next line says again after its semicolon. */
static char *
dup_obstacle (SlRiskBar *self, const char *text, const char *next)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), self->risk);
  g_autofree char *prefix = g_strdup_printf ("%s: ", record != NULL && sl_record_code (record) != NULL ? sl_record_code (record) : "");
  const char *tail = strchr (text, ';');
  gsize length;

  if (g_str_has_prefix (text, prefix))
    text += strlen (prefix);
  length = tail != NULL && next != NULL && g_str_has_suffix (next, tail) ? (gsize) (tail - text) : strlen (text);
  return g_strdup_printf ("• %.*s", (int) length, text);
}

/* What stands before the likeliest move. */
static void
add_obstacles (SlRiskBar *self, GPtrArray *lines)
{
  const SlRiskNext *first = self->next->len > 0 ? self->next->pdata[0] : NULL;
  const SlRisk *risk = sl_risk_bar_risk (self);
  const char *label;

  if (first == NULL || first->obstacles[0] == NULL || risk == NULL)
    return;
  label = g_dgettext (GETTEXT_PACKAGE, sl_risk_move_label (first->move, risk->state));
  /* TRANSLATORS: {1} is what a button does, “Open”; below it stands what is needed before. */
  g_ptr_array_add (lines, sl_text_compose (_ ("Before “{1}” it needs:"), (const char *[]){ label, NULL }));
  for (guint i = 0; first->obstacles[i] != NULL; i++)
    g_ptr_array_add (lines, dup_obstacle (self, first->obstacles[i], first->obstacles[i + 1]));
}

char *
sl_risk_bar_dup_wanting (SlRiskBar *self)
{
  const SlEscalation *escalation = sl_risk_open_escalation (sl_workspace_data (self->workspace), self->risk);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (escalation != NULL)
    g_ptr_array_add (lines, dup_waiting (self, escalation));
  add_obstacles (self, lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}
