/* What changed since: from the history where it reaches back so far, else from the dates that rows bear.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "reports/sl-report-facts-private.h"

#include "base/sl-error.h"
#include "model/sl-change-line.h"
#include "model/sl-history-data.h"

#include <glib/gi18n-lib.h>

#define DAY_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

void
sl_report_change_free (gpointer change)
{
  g_free (change);
}

void
sl_report_act_free (gpointer act)
{
  SlReportAct *self = act;

  g_free (self->label);
  g_free (self->reason);
  g_free (self->hash);
  g_free (self);
}

/* --- From when ---------------------------------------------------------------------------------------------------- */

static gboolean
take_seal (const SlRecord *record, gpointer data)
{
  const SlSeal *seal = SL_AS (SEAL, record);
  const SlSeal **last = data;

  if (*last == NULL || seal->date >= (*last)->date)
    *last = seal;
  return TRUE;
}

typedef struct
{
  SlDate as_of;
  const SlSeal *last;
} Seals;

static gboolean
take_seal_in_time (const SlRecord *record, gpointer data)
{
  Seals *seals = data;

  return SL_AS (SEAL, record)->date > seals->as_of || take_seal (record, &seals->last);
}

/* One reporting period before the as-of day; of a shorter month its last day. */
static SlDate
period_before (const SlReportFacts *self)
{
  int months = self->programme->reporting_period == SL_PERIOD_MONTH ? 1 : 3;
  SlDate day = SL_DATE_NONE;
  int y, m, d;

  sl_date_to_ymd (self->view.as_of, &y, &m, &d);
  m -= months;
  if (m < 1)
    {
      m += 12;
      y--;
    }
  while (day == SL_DATE_NONE && d > 0)
    day = sl_date_from_ymd (y, m, d--);
  return day != SL_DATE_NONE ? day : self->view.as_of;
}

static gboolean
find_day (SlReportFacts *self, SlReportSource *source, SlDate day, GCancellable *cancellable, GError **error)
{
  self->since = day;
  return sl_store_seq_at (source->reader, source->head.seq, ((gint64) day + 1) * DAY_MS - 1, &self->since_seq, cancellable,
                          error);
}

static gboolean
take_day (SlChangeSet *change_set, gpointer data)
{
  *(SlDate *) data = (SlDate) (change_set->at / DAY_MS);
  return FALSE;
}

static gboolean
find_seq (SlReportFacts *self, SlReportSource *source, gint64 seq, GError **error)
{
  SlDate day = SL_DATE_NONE;

  if (seq < 1 || seq > source->head.seq)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_NOT_FOUND, _ ("The history has no change %s"), self->options->since);
      return FALSE;
    }
  if (!sl_store_read_back (source->reader, seq, take_day, &day, error))
    return FALSE;
  self->since_seq = seq;
  self->since = MIN (day, self->view.as_of);
  return TRUE;
}

static gboolean
find_since (SlReportFacts *self, SlReportSource *source, GCancellable *cancellable, GError **error)
{
  Seals seals = { self->view.as_of, NULL };
  const char *text = self->options->since;
  gint64 seq;

  if (text != NULL && sl_date_from_iso (text) != SL_DATE_NONE)
    return find_day (self, source, sl_date_from_iso (text), cancellable, error);
  if (text != NULL && g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &seq, NULL))
    return find_seq (self, source, seq, error);
  if (text != NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_USAGE,
                   _ ("“%s” is neither a day such as 2026-07-31 nor the number of a change"), text);
      return FALSE;
    }
  sl_data_each (self->view.data, SL_KIND_SEAL, take_seal_in_time, &seals);
  if (seals.last == NULL)
    {
      self->since_what = "one reporting period ago";
      return find_day (self, source, period_before (self), cancellable, error);
    }
  self->since_what = "the last sealed decision";
  self->since = seals.last->date;
  self->since_seq = MIN (seals.last->head_seq, source->head.seq);
  return TRUE;
}

/* The view of that moment: what was recorded by then, or the present data as of the day. */
static gboolean
open_then (SlReportFacts *self, SlReportSource *source, GCancellable *cancellable, GError **error)
{
  const SlData *data = self->view.data;

  if (self->since_seq > 0 && self->since_seq < source->head.seq)
    {
      self->recorded = sl_store_recorded (source->reader, source->programme, source->head.seq, self->since_seq, cancellable,
                                          error);
      if (self->recorded == NULL)
        return FALSE;
      data = sl_programme_data (self->recorded);
    }
  self->then = (SlView){ data, self->since, sl_data_settings (data) };
  /* Before its first change-set was whole a file has no settings. */
  if (self->then.settings == NULL)
    self->then.settings = self->view.settings;
  return TRUE;
}

/* --- What became of each risk ------------------------------------------------------------------------------------- */

/* The state it had on @then, where no other data tell: by the days that it bears. */
static int
state_by_days (const SlRisk *risk, const SlRiskStatus *then, SlDate day)
{
  if (risk->state == SL_RISK_STATE_CLOSED && risk->closed_on != SL_DATE_NONE)
    return risk->closed_on <= day ? SL_RISK_STATE_CLOSED : SL_RISK_STATE_OPEN;
  if (risk->state == SL_RISK_STATE_OCCURRED && risk->occurred_on != SL_DATE_NONE)
    return risk->occurred_on <= day ? SL_RISK_STATE_OCCURRED : SL_RISK_STATE_OPEN;
  return then->score > 0 ? risk->state : SL_RISK_STATE_NONE_;
}

static gboolean
is_live (int state)
{
  return state == SL_RISK_STATE_OPEN || state == SL_RISK_STATE_TREATING || state == SL_RISK_STATE_TOLERATED;
}

/* FALSE where nothing became of it. */
static gboolean
judge (int state_then, const SlReportRisk *now, const SlRiskStatus *then, SlReportChangeType *type)
{
  const SlRisk *risk = now->risk;
  gboolean was_live = is_live (state_then);

  if (risk->state == SL_RISK_STATE_CLOSED && was_live)
    *type = SL_REPORT_CLOSED;
  else if (risk->state == SL_RISK_STATE_OCCURRED && was_live)
    *type = SL_REPORT_OCCURRED;
  else if (!sl_risk_is_open (risk))
    return FALSE;
  else if (state_then == SL_RISK_STATE_CLOSED || state_then == SL_RISK_STATE_OCCURRED)
    *type = SL_REPORT_REOPENED;
  else if (!was_live)
    *type = SL_REPORT_NEW;
  else
    {
      int moved = sl_risk_rating_moved (risk, then, &now->status);

      *type = moved > 0 ? SL_REPORT_WORSE : SL_REPORT_BETTER;
      return moved != 0;
    }
  return TRUE;
}

static SlReportChange *
change_new (const SlReportFacts *self, SlReportChangeType type, const SlReportRisk *risk, const SlRiskStatus *then)
{
  SlReportChange *change = g_new0 (SlReportChange, 1);
  const SlRiskAssessment *assessment
      = SL_AS (RISK_ASSESSMENT, sl_data_lookup (self->view.data, risk->status.current));

  *change = (SlReportChange){ .type = type, .risk = risk, .from = then->score, .to = risk->status.score,
                              .rag_from = then->rag, .rag_to = risk->status.rag, .on = SL_DATE_NONE };
  if (type == SL_REPORT_CLOSED)
    {
      change->on = risk->risk->closed_on;
      change->reason = sl_enum_label (&sl_close_reason_enum, risk->risk->close_reason);
    }
  else if (type == SL_REPORT_OCCURRED)
    change->on = risk->risk->occurred_on;
  else if (assessment != NULL)
    {
      change->on = assessment->date;
      change->by = assessment->by;
      change->reason = assessment->rationale;
    }
  return change;
}

static int
rank (SlReportChangeType type)
{
  static const int ranks[] = { [SL_REPORT_WORSE] = 0, [SL_REPORT_NEW] = 1, [SL_REPORT_OCCURRED] = 2,
                               [SL_REPORT_REOPENED] = 3, [SL_REPORT_BETTER] = 4, [SL_REPORT_CLOSED] = 5 };

  return ranks[type];
}

static int
compare_changes (gconstpointer a, gconstpointer b, gpointer data)
{
  const SlReportChange *one = *(SlReportChange *const *) a, *other = *(SlReportChange *const *) b;
  const GHashTable *places = data;

  if (one->type != other->type)
    return rank (one->type) - rank (other->type);
  return GPOINTER_TO_INT (g_hash_table_lookup ((GHashTable *) places, one->risk))
         - GPOINTER_TO_INT (g_hash_table_lookup ((GHashTable *) places, other->risk));
}

static void
compare (SlReportFacts *self)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->risks->len; i++)
    {
      const SlReportRisk *risk = g_ptr_array_index (self->risks, i);
      const SlRisk *earlier = SL_AS (RISK, sl_data_lookup (self->then.data, risk->risk->record.uid));
      SlRiskStatus then = { .current = SL_UID_NONE };
      int state = SL_RISK_STATE_NONE_;
      SlReportChangeType type;

      g_hash_table_insert (places, (gpointer) risk, GINT_TO_POINTER (i));
      if (earlier != NULL)
        {
          sl_risk_status (&self->then, earlier, &then);
          state = self->recorded != NULL ? earlier->state : state_by_days (earlier, &then, self->since);
        }
      if (judge (state, risk, &then, &type))
        g_ptr_array_add (self->changes, change_new (self, type, risk, &then));
    }
  g_ptr_array_sort_with_data (self->changes, compare_changes, places);
}

/* Part 6 no. 1 of domain.md: what was made to look better just before somebody reads this. The day itself counts. */
static void
find_eased (SlReportFacts *self)
{
  SlView before = self->view;

  before.as_of -= SL_REPORT_EASED_DAYS + 1;
  for (guint i = 0; i < self->risks->len; i++)
    {
      const SlReportRisk *risk = g_ptr_array_index (self->risks, i);
      SlRiskStatus then;

      sl_risk_status (&before, risk->risk, &then);
      if (risk->risk->state == SL_RISK_STATE_CLOSED && risk->risk->closed_on != SL_DATE_NONE
          && risk->risk->closed_on > before.as_of && risk->risk->closed_on <= self->view.as_of)
        g_ptr_array_add (self->eased, change_new (self, SL_REPORT_CLOSED, risk, &then));
      else if (sl_risk_is_open_threat (risk->risk) && sl_risk_rating_moved (risk->risk, &then, &risk->status) < 0)
        g_ptr_array_add (self->eased, change_new (self, SL_REPORT_BETTER, risk, &then));
    }
}

/* --- The acts ----------------------------------------------------------------------------------------------------- */

typedef struct
{
  SlReportFacts *facts;
  SlHistoryData *names;
  GCancellable *cancellable;
} Acts;

typedef enum
{
  ELSEWHERE, /* nothing that this report is about */
  HIDDEN,
  SHOWN,
} Sight;

/* By the risk or the issue that a change belongs to; scales and appetite are everybody's. */
static Sight
see_change (const Acts *self, const SlChange *change)
{
  const SlData *data = sl_history_data (self->names);
  SlUid uids[SL_SUBJECTS_MAX];
  guint n = sl_change_subjects (change, data, uids);

  for (guint i = 0; i < n; i++)
    {
      const SlRecord *record = sl_data_lookup (data, uids[i]);

      if (record != NULL && record->kind == SL_KIND_ISSUE && SL_AS (ISSUE, record)->from_risk != SL_UID_NONE)
        record = sl_data_lookup (data, SL_AS (ISSUE, record)->from_risk);
      if (record != NULL && record->kind == SL_KIND_RISK)
        return sl_report_may_see (self->facts, SL_AS (RISK, record)) ? SHOWN : HIDDEN;
      if (record != NULL && record->kind == SL_KIND_ISSUE)
        return SHOWN;
    }
  return change->kind == SL_KIND_SETTINGS || change->kind == SL_KIND_APPETITE || change->kind == SL_KIND_PROGRAMME
             ? SHOWN : ELSEWHERE;
}

/* @mixed: it touched hidden risks as well: its reason may speak of them. */
static void
add_act (Acts *self, const SlChangeSet *change_set, const GArray *seen, gboolean mixed)
{
  g_autoptr (SlChangeSet) part = sl_change_set_part (change_set, seen);
  SlReportAct *act = g_new (SlReportAct, 1);
  char hex[65];

  *act = (SlReportAct){ .seq = change_set->seq, .at = change_set->at, .actor = change_set->actor, .verb = change_set->verb,
                        .label = sl_change_set_dup_label (part, sl_history_data (self->names), FALSE),
                        .reason = mixed ? NULL : g_strdup (change_set->reason),
                        .hash = g_strdup (sl_hash_to_hex (&change_set->hash, hex)) };
  g_ptr_array_add (self->facts->acts, act);
}

static gboolean
take_act (SlChangeSet *change_set, gpointer data)
{
  Acts *self = data;
  g_autoptr (GArray) seen = NULL;
  gboolean hidden = FALSE;

  if (change_set->seq <= self->facts->since_seq || g_cancellable_is_cancelled (self->cancellable))
    return FALSE;
  sl_history_data_learn (self->names, change_set);
  seen = g_array_new (FALSE, FALSE, sizeof (SlChange));
  for (guint i = 0; i < change_set->n_changes; i++)
    {
      Sight sight = see_change (self, &change_set->changes[i]);

      if (sight == SHOWN)
        g_array_append_val (seen, change_set->changes[i]);
      hidden |= sight == HIDDEN;
    }
  if (seen->len > 0)
    add_act (self, change_set, seen, hidden);
  else
    self->facts->hidden_acts += hidden;
  return TRUE;
}

static void
reverse (GPtrArray *array)
{
  for (guint i = 0; i < array->len / 2; i++)
    {
      gpointer kept = array->pdata[i];

      array->pdata[i] = array->pdata[array->len - 1 - i];
      array->pdata[array->len - 1 - i] = kept;
    }
}

/* Backwards, so that what was deleted is known by its name; told oldest first. */
static gboolean
read_acts (SlReportFacts *self, SlReportSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (SlHistoryData) names = sl_history_data_new (self->view.data);
  Acts acts = { self, names, cancellable };

  if (source->head.seq > self->since_seq
      && !sl_store_read_back (source->reader, source->head.seq, take_act, &acts, error))
    return FALSE;
  reverse (self->acts);
  if (!g_cancellable_is_cancelled (cancellable))
    return TRUE;
  g_set_error_literal (error, SL_ERROR, SL_ERROR_CANCELLED, _ ("Cancelled"));
  return FALSE;
}

gboolean
sl_report_facts_since (SlReportFacts *self, SlReportSource *source, GCancellable *cancellable, GError **error)
{
  if (!find_since (self, source, cancellable, error) || !open_then (self, source, cancellable, error)
      || !read_acts (self, source, cancellable, error))
    return FALSE;
  compare (self);
  find_eased (self);
  return TRUE;
}
