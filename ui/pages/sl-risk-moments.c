/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-risk-moments.h"

#include "base/sl-text.h"
#include "insight/sl-risk-story.h"

#include <glib/gi18n-lib.h>

static void
moment_free (gpointer data)
{
  SlRiskMoment *self = data;

  g_free (self->text);
  g_free (self->who);
  g_free (self->note);
  g_free (self);
}

/* --- Of the dated records ----------------------------------------------------------------------------------------- */

/* "16 Red", as it was called on its day. */
static char *
dup_rating (const SlRisk *risk, int score, SlRag rag)
{
  return g_strdup_printf ("%d %s", score,
                          g_dgettext (GETTEXT_PACKAGE, sl_rag_label (rag, risk->kind == SL_RISK_KIND_OPPORTUNITY)));
}

static char *
dup_assessed (const SlRisk *risk, const SlStoryEvent *event)
{
  const char *type = g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_assessment_type_enum, event->type));
  g_autofree char *now = NULL, *before = NULL;

  if (event->score == 0)
    /* TRANSLATORS: {1} is "Current" or "Target". */
    return sl_text_compose (_ ("{1} rating, not scored"), (const char *[]){ type, NULL });
  now = dup_rating (risk, event->score, event->rag);
  if (event->earlier_score == 0)
    /* TRANSLATORS: {1} is "Current" or "Target", {2} "16 Red". */
    return sl_text_compose (_ ("{1} rating {2}"), (const char *[]){ type, now, NULL });
  if (event->earlier_score == event->score)
    /* TRANSLATORS: {1} is "Current" or "Target", {2} "16 Red": the same score as before. */
    return sl_text_compose (_ ("{1} rating {2}, as before"), (const char *[]){ type, now, NULL });
  before = dup_rating (risk, event->earlier_score, event->earlier_rag);
  /* TRANSLATORS: {1} is "Current" or "Target", {2} and {3} "12 Amber". */
  return sl_text_compose (_ ("{1} rating {2} → {3}"), (const char *[]){ type, before, now, NULL });
}

static char *
dup_reviewed (const SlRecord *record)
{
  const char *outcome = g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_review_outcome_enum, SL_AS (RISK_REVIEW, record)->outcome));

  /* TRANSLATORS: {1} is what came of a review: "No change". */
  return sl_text_compose (_ ("Review: {1}"), (const char *[]){ outcome, NULL });
}

static char *
dup_postponed (const SlRecord *action, const SlStoryEvent *event)
{
  g_autofree char *from = sl_date_dup_display (event->from), *to = sl_date_dup_display (event->to);

  /* TRANSLATORS: {1} is an action such as A-01, {2} and {3} are dates. */
  return sl_text_compose (_ ("{1} due {2} → {3}"), (const char *[]){ sl_record_code (action), from, to, NULL });
}

static char *
dup_escalated (const SlRecord *record)
{
  const char *level = g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_escalation_level_enum, SL_AS (ESCALATION, record)->to_level));

  /* TRANSLATORS: {1} is an escalation such as ESC-1, {2} a level such as “Board”. */
  return sl_text_compose (_ ("{1} escalated: {2}"), (const char *[]){ sl_record_code (record), level, NULL });
}

/* @record has a code. */
static char *
dup_coded (const SlRecord *record, const char *what)
{
  /* TRANSLATORS: {1} is a code such as A-01, {2} what has become of it: “Decided”. */
  return sl_text_compose (_ ("{1}: {2}"), (const char *[]){ sl_record_code (record), what, NULL });
}

static char *
dup_accepted (const SlRisk *risk)
{
  g_autofree char *until = sl_date_dup_display (risk->accepted_until);

  if (risk->accepted_until == SL_DATE_NONE)
    return g_strdup (_ ("Accepted"));
  /* TRANSLATORS: {1} is a day. */
  return sl_text_compose (_ ("Accepted until {1}"), (const char *[]){ until, NULL });
}

static char *
dup_closed (const SlRisk *risk)
{
  const char *why = g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_close_reason_enum, risk->close_reason));

  /* TRANSLATORS: {1} is why a risk was closed: "Avoided". */
  return sl_text_compose (_ ("Closed: {1}"), (const char *[]){ why, NULL });
}

static char *
dup_text (const SlView *view, const SlRisk *risk, const SlStoryEvent *event)
{
  const SlRecord *record = sl_data_lookup (view->data, event->record);

  switch (event->what)
    {
    case SL_STORY_ASSESSED:
      return dup_assessed (risk, event);
    case SL_STORY_REVIEWED:
      return dup_reviewed (record);
    case SL_STORY_ACTION_MOVED:
      return dup_postponed (record, event);
    case SL_STORY_ACTION_VERIFIED:
      return dup_coded (record, _ ("done and verified"));
    case SL_STORY_ESCALATED:
      return dup_escalated (record);
    case SL_STORY_ANSWERED:
      return dup_coded (record, g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_escalation_state_enum, SL_AS (ESCALATION, record)->state)));
    case SL_STORY_ACCEPTED:
      return dup_accepted (risk);
    case SL_STORY_OCCURRED:
      return g_strdup (_ ("It occurred"));
    case SL_STORY_CLOSED:
    default:
      return dup_closed (risk);
    }
}

/* --- Of the history ----------------------------------------------------------------------------------------------- */

/* An act is dated by the day that is judged by, a record of it by the clock; they differ in samples, whose day stands. */
static gboolean
read_day (SlWorkspace *workspace, const SlHistoryEntry *entry, SlDate *day)
{
  SlDate today = sl_workspace_default_as_of (workspace), looked_at = sl_workspace_as_of (workspace);

  *day = MIN (entry->day, today);
  return *day <= looked_at || looked_at >= today;
}

static void
add_entry (GPtrArray *moments, SlHistory *history, const SlHistoryEntry *entry, SlDate day, char *text)
{
  SlRiskMoment *moment = g_new0 (SlRiskMoment, 1);

  moment->day = day;
  moment->text = text;
  moment->who = sl_history_dup_actor (entry->actor, sl_history_names (history));
  moment->note = g_strdup (entry->reason);
  g_ptr_array_add (moments, moment);
}

static const SlEnum *
states_of (int kind)
{
  return kind == SL_KIND_RISK ? &sl_risk_state_enum : kind == SL_KIND_ACTION ? &sl_action_state_enum : &sl_escalation_state_enum;
}

static char *
dup_move (SlHistory *history, const SlStateMove *move)
{
  const SlRecord *record = sl_data_lookup (sl_history_names (history), move->record);
  const char *from = g_dgettext (GETTEXT_PACKAGE, sl_enum_label (states_of (move->kind), move->from));
  const char *to = g_dgettext (GETTEXT_PACKAGE, sl_enum_label (states_of (move->kind), move->to));
  const char *code = record != NULL && sl_record_code (record) != NULL ? sl_record_code (record) : "";

  if (move->kind == SL_KIND_RISK)
    /* TRANSLATORS: of a risk: {1} and {2} are states such as Open. */
    return sl_text_compose (_ ("{1} → {2}"), (const char *[]){ from, to, NULL });
  if (move->from == 0)
    /* TRANSLATORS: {1} is an action such as A-13, {2} its title. */
    return sl_text_compose (_ ("{1} added: {2}"),
                            (const char *[]){ code, record != NULL && sl_record_title (record) != NULL ? sl_record_title (record) : "", NULL });
  /* TRANSLATORS: {1} is a code such as A-13, {2} and {3} are states such as Planned. */
  return sl_text_compose (_ ("{1}: {2} → {3}"), (const char *[]){ code, from, to, NULL });
}

/* What the dated records tell of the same step; NONE for no such step. */
static gboolean
is_told_by (const SlStateMove *move, SlStoryWhat *what)
{
  switch (move->kind)
    {
    case SL_KIND_RISK:
      *what = move->to == SL_RISK_STATE_TOLERATED ? SL_STORY_ACCEPTED
              : move->to == SL_RISK_STATE_OCCURRED ? SL_STORY_OCCURRED : SL_STORY_CLOSED;
      return move->to == SL_RISK_STATE_TOLERATED || move->to == SL_RISK_STATE_OCCURRED || move->to == SL_RISK_STATE_CLOSED;
    case SL_KIND_ACTION:
      *what = SL_STORY_ACTION_VERIFIED;
      return move->to == SL_ACTION_STATE_VERIFIED;
    default:
      *what = SL_STORY_ANSWERED;
      return move->to != SL_ESCALATION_STATE_RAISED && move->to != SL_ESCALATION_STATE_ACCEPTED;
    }
}

/* The records know the day of such a step, the history who made it: one line says both. FALSE: the records do not tell it. */
static gboolean
complete (const GArray *story, GPtrArray *moments, SlHistory *history, const SlHistoryEntry *entry, const SlStateMove *move, SlDate day)
{
  SlStoryWhat what;

  if (!is_told_by (move, &what))
    return FALSE;
  for (guint i = 0; i < story->len; i++)
    {
      const SlStoryEvent *event = &g_array_index (story, SlStoryEvent, i);
      SlRiskMoment *moment = moments->pdata[i];

      if (event->what != what || event->record != move->record || event->day != day)
        continue;
      if (moment->who == NULL)
        moment->who = sl_history_dup_actor (entry->actor, sl_history_names (history));
      if (moment->note == NULL)
        moment->note = g_strdup (entry->reason);
      return TRUE;
    }
  return FALSE;
}

/* @moments: those of @story, in its order, come first. */
static void
add_moves (SlWorkspace *workspace, SlUid risk, SlHistory *history, const GArray *story, GPtrArray *moments)
{
  for (guint i = 0; i < sl_history_count (history); i++)
    {
      const SlHistoryEntry *entry = sl_history_nth (history, i);
      SlDate day;

      if (!read_day (workspace, entry, &day))
        continue;
      for (guint m = 0; m < entry->n_moves; m++)
        if (entry->moves[m].risk == risk && !complete (story, moments, history, entry, &entry->moves[m], day))
          add_entry (moments, history, entry, day, dup_move (history, &entry->moves[m]));
    }
}

static void
add_edits (SlWorkspace *workspace, SlUid risk, SlHistory *history, GPtrArray *moments)
{
  SlHistoryFilter filter = SL_HISTORY_FILTER_ALL;

  filter.record = risk;
  for (guint i = 0; i < sl_history_count (history); i++)
    {
      const SlHistoryEntry *entry = sl_history_nth (history, i);
      SlDate day;

      /* Those that moved a state are told as moves. */
      if (entry->n_moves > 0 || !sl_history_filter_match (&filter, entry) || !read_day (workspace, entry, &day))
        continue;
      add_entry (moments, history, entry, day,
                 entry->summary != NULL ? g_strdup_printf ("%s · %s", entry->label, entry->summary) : g_strdup (entry->label));
    }
}

/* --- Together ----------------------------------------------------------------------------------------------------- */

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  const SlRiskMoment *x = *(SlRiskMoment *const *) a, *y = *(SlRiskMoment *const *) b;

  return x->day == y->day ? 0 : x->day > y->day ? -1 : 1;
}

GPtrArray *
sl_risk_moments (SlWorkspace *workspace, SlUid uid, SlHistory *moves, SlHistory *edits)
{
  GPtrArray *moments = g_ptr_array_new_with_free_func (moment_free);
  SlView view = sl_workspace_view (workspace);
  const SlRecord *record = sl_data_lookup (view.data, uid);
  const SlRisk *risk = record != NULL && record->kind == SL_KIND_RISK ? SL_AS (RISK, record) : NULL;
  g_autoptr (GArray) story = NULL;

  if (record == NULL || view.settings == NULL)
    return moments;
  story = risk != NULL ? sl_risk_story (&view, risk) : NULL;
  for (guint i = 0; story != NULL && i < story->len; i++)
    {
      const SlStoryEvent *event = &g_array_index (story, SlStoryEvent, i);
      const char *who = sl_data_name (view.data, event->by);
      SlRiskMoment *moment = g_new0 (SlRiskMoment, 1);

      moment->day = event->day;
      moment->text = dup_text (&view, risk, event);
      moment->who = *who != '\0' ? g_strdup (who) : NULL;
      moment->note = g_strdup (event->note);
      g_ptr_array_add (moments, moment);
    }
  if (moves != NULL && story != NULL)
    add_moves (workspace, uid, moves, story, moments);
  if (edits != NULL)
    add_edits (workspace, uid, edits, moments);
  g_ptr_array_sort (moments, compare_moments);
  return moments;
}
