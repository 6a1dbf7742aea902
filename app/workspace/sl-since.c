/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/sl-since.h"

#include "insight/sl-action-status.h"
#include "model/sl-code.h"
#include "rules/sl-sentence.h"

#include <glib/gi18n-lib.h>

static const char *const tokens[SL_N_SINCES] = {
  "occurred", "breach", "worse", "overdue", "late", "moved", "raised", "new", "lowered", "closed", "accepted", "opened", "owner", "decided",
};

const char *
sl_since_token (SlSinceKind kind)
{
  g_return_val_if_fail (kind < SL_N_SINCES, NULL);
  return tokens[kind];
}

char *
sl_since_line_dup_text (const SlSinceLine *self, gboolean translated)
{
  g_autofree char *text = sl_sentence_compose (self->format, (const char *const *) self->args, translated);

  return g_strdup_printf ("%s: %s", self->code, text);
}

static void
line_free (gpointer data)
{
  SlSinceLine *self = data;

  g_free (self->code);
  g_strfreev (self->args);
  g_free (self);
}

/* --- Who did it --------------------------------------------------------------------------------------------------- */

/* What of a record is asked for. */
typedef enum
{
  PART_ANY, /* made, deleted, or anything else */
  PART_STATE,
  PART_OWNER,
  PART_SCORE,
  PART_DAY,
  N_PARTS
} Part;

typedef struct
{
  SlUid actor;
  gint64 at, seq;
} Mark;

struct _SlTrail
{
  SlUidMap *marks[N_PARTS];
};

SlTrail *
sl_trail_new (void)
{
  SlTrail *self = g_new0 (SlTrail, 1);

  for (guint p = 0; p < N_PARTS; p++)
    self->marks[p] = sl_uid_map_new (g_free);
  return self;
}

void
sl_trail_free (SlTrail *self)
{
  for (guint p = 0; p < N_PARTS; p++)
    sl_uid_map_free (self->marks[p]);
  g_free (self);
}

/* The newest stays: it comes first. */
static void
mark (SlTrail *self, Part part, SlUid uid, const SlChangeSet *change_set)
{
  Mark *made;

  if (uid == SL_UID_NONE || sl_uid_map_get (self->marks[part], uid) != NULL)
    return;
  made = g_new (Mark, 1);
  *made = (Mark){ change_set->actor, change_set->at, change_set->seq };
  sl_uid_map_set (self->marks[part], uid, made);
}

/* A row of a journal may carry only the fields that changed. */
static SlUid
find_risk (const SlChange *change, const SlData *now)
{
  const SlRecord *places[] = { change->after, change->before, sl_data_lookup (now, change->uid) };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i] != NULL && SL_AS (RISK_ASSESSMENT, places[i])->risk != SL_UID_NONE)
      return SL_AS (RISK_ASSESSMENT, places[i])->risk;
  return SL_UID_NONE;
}

void
sl_trail_add (SlTrail *self, const SlChangeSet *change_set, const SlData *now)
{
  static const struct
  {
    int kind;
    guint field;
    Part part;
  } watched[] = {
    { SL_KIND_RISK, SL_RISK_STATE, PART_STATE },     { SL_KIND_RISK, SL_RISK_OWNER, PART_OWNER },
    { SL_KIND_ACTION, SL_ACTION_DUE, PART_DAY },     { SL_KIND_ESCALATION, SL_ESCALATION_STATE, PART_STATE },
  };

  for (guint i = 0; i < change_set->n_changes; i++)
    {
      const SlChange *change = &change_set->changes[i];

      mark (self, PART_ANY, change->uid, change_set);
      for (guint w = 0; w < G_N_ELEMENTS (watched); w++)
        if (change->kind == watched[w].kind && change->mask & SL_MASK (watched[w].field))
          mark (self, watched[w].part, change->uid, change_set);
      if (change->kind == SL_KIND_RISK_ASSESSMENT)
        mark (self, PART_SCORE, find_risk (change, now), change_set);
    }
}

/* --- Lines -------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const SlView *then, *now;
  const SlTrail *trail;
  SlUid except;
  GPtrArray *lines;
  const SlRecord *record; /* looked at */
  int weight;
} Since;

/* @part: who did it, N_PARTS: nobody, time went by. Arguments: NULL-terminated. */
static void G_GNUC_NULL_TERMINATED
tell (Since *self, SlSinceKind kind, Part part, const char *format, ...)
{
  const Mark *done = part < N_PARTS ? sl_uid_map_get (self->trail->marks[part], self->record->uid) : NULL;
  g_autoptr (GStrvBuilder) args = NULL;
  SlSinceLine *line;
  const char *arg;
  va_list list;

  if (done != NULL && self->except != SL_UID_NONE && done->actor == self->except)
    return;
  args = g_strv_builder_new ();
  va_start (list, format);
  while ((arg = va_arg (list, const char *)) != NULL)
    g_strv_builder_add (args, arg);
  va_end (list);
  line = g_new0 (SlSinceLine, 1);
  line->kind = kind;
  line->uid = self->record->uid;
  line->code = g_strdup (sl_record_code (self->record));
  line->format = format;
  line->args = g_strv_builder_end (args);
  line->weight = self->weight;
  if (done != NULL)
    {
      line->actor = done->actor;
      line->at = done->at;
      line->seq = done->seq;
    }
  g_ptr_array_add (self->lines, line);
}

/* --- A risk ------------------------------------------------------------------------------------------------------- */

static void
tell_score (Since *self, const SlRisk *risk, const SlRiskStatus *was, const SlRiskStatus *is)
{
  gboolean chance = risk->kind == SL_RISK_KIND_OPPORTUNITY;
  int moved = sl_risk_rating_moved (risk, was, is);
  g_autofree char *from = g_strdup_printf ("%d", was->score);
  g_autofree char *to = g_strdup_printf ("%d", is->score);
  g_autofree char *from_band = g_strconcat (SL_ARG_MSGID, sl_rag_label (was->rag, chance), NULL);
  g_autofree char *to_band = g_strconcat (SL_ARG_MSGID, sl_rag_label (is->rag, chance), NULL);

  if (moved != 0 && was->score == is->score)
    tell (self, moved > 0 ? SL_SINCE_WORSE : SL_SINCE_LOWERED, N_PARTS, N_ ("its score {1} is rated {3} now, {2} before"), from,
          from_band, to_band, NULL);
  else if (moved > 0 && !chance)
    tell (self, SL_SINCE_WORSE, PART_SCORE, N_ ("its score rose from {1} {2} to {3} {4}"), from, from_band, to, to_band, NULL);
  else if (moved > 0)
    tell (self, SL_SINCE_WORSE, PART_SCORE, N_ ("its worth fell from {1} {2} to {3} {4}"), from, from_band, to, to_band, NULL);
  else if (moved < 0 && !chance)
    tell (self, SL_SINCE_LOWERED, PART_SCORE, N_ ("its score was lowered from {1} {2} to {3} {4}"), from, from_band, to, to_band, NULL);
}

static void
tell_state (Since *self, const SlRisk *was, const SlRisk *is)
{
  g_autofree char *reason = sl_arg_label (&sl_close_reason_enum, is->close_reason);

  if (was->state == is->state)
    return;
  if (is->state == SL_RISK_STATE_OCCURRED)
    tell (self, SL_SINCE_OCCURRED, PART_STATE, N_ ("it has occurred"), NULL);
  else if (is->state == SL_RISK_STATE_CLOSED && is->close_reason != 0)
    tell (self, SL_SINCE_CLOSED, PART_STATE, N_ ("it was closed: {1}"), reason, NULL);
  else if (is->state == SL_RISK_STATE_CLOSED)
    tell (self, SL_SINCE_CLOSED, PART_STATE, N_ ("it was closed"), NULL);
  else if (is->state == SL_RISK_STATE_TOLERATED)
    tell (self, SL_SINCE_ACCEPTED, PART_STATE, N_ ("it was accepted"), NULL);
  else if (was->state == SL_RISK_STATE_DRAFT)
    tell (self, SL_SINCE_OPENED, PART_STATE, N_ ("it was opened"), NULL);
  else if (!sl_risk_is_open (was) || was->state == SL_RISK_STATE_TOLERATED)
    tell (self, SL_SINCE_OPENED, PART_STATE, N_ ("it was opened again"), NULL);
}

static void
tell_owner (Since *self, SlUid was, SlUid is)
{
  if (was == is)
    return;
  if (is == SL_UID_NONE)
    tell (self, SL_SINCE_OWNER, PART_OWNER, N_ ("{1} no longer answers for it, nor does anybody else"),
          sl_data_name (self->now->data, was), NULL);
  else if (was == SL_UID_NONE)
    tell (self, SL_SINCE_OWNER, PART_OWNER, N_ ("{1} answers for it now"), sl_data_name (self->now->data, is), NULL);
  else
    tell (self, SL_SINCE_OWNER, PART_OWNER, N_ ("it passed from {1} to {2}"), sl_data_name (self->now->data, was),
          sl_data_name (self->now->data, is), NULL);
}

static void
tell_time (Since *self, const SlRisk *was, const SlRisk *is, const SlRiskStatus *then, const SlRiskStatus *now)
{
  g_autofree char *days = g_strdup_printf ("%d", now->overdue_days);
  g_autofree char *score = g_strdup_printf ("%d", now->score);
  g_autofree char *tolerate = g_strdup_printf ("%d", now->tolerate);

  if (sl_risk_is_unhandled (is, now) && !sl_risk_is_unhandled (was, then))
    tell (self, SL_SINCE_BREACH, now->score != then->score ? PART_SCORE : N_PARTS,
          N_ ("its score {1} is above the {2} we tolerate now, and nobody answers for that"), score, tolerate, NULL);
  if (now->overdue_days > 0 && then->overdue_days == 0)
    tell (self, SL_SINCE_OVERDUE, N_PARTS,
          now->overdue_days == 1 ? N_ ("its review has become overdue, by one day") : N_ ("its review has become overdue, by {1} days"),
          days, NULL);
}

static void
tell_new (Since *self, const SlRisk *risk, const SlRiskStatus *status)
{
  g_autofree char *score = g_strdup_printf ("%d", status->score);
  g_autofree char *band = g_strconcat (SL_ARG_MSGID, sl_rag_label (status->rag, risk->kind == SL_RISK_KIND_OPPORTUNITY), NULL);

  if (risk->state == SL_RISK_STATE_DRAFT)
    tell (self, SL_SINCE_NEW, PART_ANY, N_ ("it is a new draft: {1}"), risk->title, NULL);
  else if (status->score == 0)
    tell (self, SL_SINCE_NEW, PART_ANY, N_ ("it is new: {1}"), risk->title, NULL);
  else
    tell (self, SL_SINCE_NEW, PART_ANY, N_ ("it is new, {2} {3}: {1}"), risk->title, score, band, NULL);
}

static gboolean
compare_risk (const SlRecord *record, gpointer data)
{
  Since *self = data;
  const SlRisk *is = SL_AS (RISK, record), *was = SL_AS (RISK, sl_data_lookup (self->then->data, record->uid));
  SlRiskStatus now, then;

  sl_risk_status (self->now, is, &now);
  self->record = record;
  self->weight = (int) now.rag * 100 + now.score;
  if (was == NULL)
    {
      tell_new (self, is, &now);
      return TRUE;
    }
  sl_risk_status (self->then, was, &then);
  tell_state (self, was, is);
  tell_owner (self, was->owner, is->owner);
  if (!sl_risk_is_open (is))
    return TRUE;
  tell_score (self, is, &then, &now);
  tell_time (self, was, is, &then, &now);
  return TRUE;
}

/* Only drafts go. */
static gboolean
find_deleted (const SlRecord *record, gpointer data)
{
  Since *self = data;

  self->record = record;
  self->weight = 0;
  if (sl_data_lookup (self->now->data, record->uid) == NULL)
    tell (self, SL_SINCE_CLOSED, PART_ANY, N_ ("its draft was deleted: {1}"), SL_AS (RISK, record)->title, NULL);
  return TRUE;
}

/* --- What else ---------------------------------------------------------------------------------------------------- */

static gboolean
compare_action (const SlRecord *record, gpointer data)
{
  Since *self = data;
  const SlAction *is = SL_AS (ACTION, record), *was = SL_AS (ACTION, sl_data_lookup (self->then->data, record->uid));
  SlActionStatus now, then;
  g_autofree char *days = NULL, *from = NULL, *to = NULL;

  if (was == NULL)
    return TRUE;
  sl_action_status (self->now, is, &now);
  sl_action_status (self->then, was, &then);
  self->record = record;
  self->weight = now.overdue_days;
  days = g_strdup_printf ("%d", now.overdue_days);
  if (now.overdue_days > 0 && then.overdue_days == 0)
    tell (self, SL_SINCE_LATE, N_PARTS,
          now.overdue_days == 1 ? N_ ("it has become overdue, by one day") : N_ ("it has become overdue, by {1} days"), days, NULL);
  if (was->due == SL_DATE_NONE || is->due == SL_DATE_NONE || is->due <= was->due)
    return TRUE;
  from = sl_arg_day (was->due);
  to = sl_arg_day (is->due);
  tell (self, SL_SINCE_MOVED, PART_DAY, N_ ("it was put off from {1} to {2}"), from, to, NULL);
  return TRUE;
}

static gboolean
compare_escalation (const SlRecord *record, gpointer data)
{
  Since *self = data;
  const SlEscalation *is = SL_AS (ESCALATION, record), *was = SL_AS (ESCALATION, sl_data_lookup (self->then->data, record->uid));

  self->record = record;
  self->weight = 0;
  if (was == NULL)
    tell (self, SL_SINCE_RAISED, PART_ANY, N_ ("it was asked: {1}"), is->asked, NULL);
  if (is->state == SL_ESCALATION_STATE_DECIDED && (was == NULL || was->state != is->state))
    tell (self, SL_SINCE_DECIDED, PART_STATE, N_ ("it was decided: {1}"), is->decision != NULL ? is->decision : "", NULL);
  return TRUE;
}

static gboolean
compare_issue (const SlRecord *record, gpointer data)
{
  Since *self = data;

  self->record = record;
  self->weight = 0;
  if (sl_data_lookup (self->then->data, record->uid) == NULL)
    tell (self, SL_SINCE_RAISED, PART_ANY, N_ ("it is a new issue: {1}"), SL_AS (ISSUE, record)->title, NULL);
  return TRUE;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const SlSinceLine *x = *(const SlSinceLine *const *) a, *y = *(const SlSinceLine *const *) b;
  int order = (x->kind > y->kind) - (x->kind < y->kind);

  if (order == 0)
    order = (y->weight > x->weight) - (y->weight < x->weight);
  if (order == 0)
    order = sl_code_compare (x->code, y->code);
  return order != 0 ? order : (x->uid > y->uid) - (x->uid < y->uid);
}

GPtrArray *
sl_since_lines (const SlView *then, const SlView *now, const SlTrail *trail, SlUid except)
{
  Since self = { then, now, trail, except, NULL, NULL, 0 };

  g_return_val_if_fail (then != NULL && now != NULL && trail != NULL, NULL);
  self.lines = g_ptr_array_new_with_free_func (line_free);
  if (then->settings == NULL || now->settings == NULL)
    return self.lines;
  sl_data_each (now->data, SL_KIND_RISK, compare_risk, &self);
  sl_data_each (then->data, SL_KIND_RISK, find_deleted, &self);
  sl_data_each (now->data, SL_KIND_ACTION, compare_action, &self);
  sl_data_each (now->data, SL_KIND_ESCALATION, compare_escalation, &self);
  sl_data_each (now->data, SL_KIND_ISSUE, compare_issue, &self);
  g_ptr_array_sort (self.lines, compare_lines);
  return self.lines;
}
