/* What a report is about, read and judged once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "reports/sl-report-private.h"

#include "base/sl-error.h"
#include "insight/sl-issue-status.h"
#include "model/sl-code.h"

#include <glib/gi18n-lib.h>

#define STRIDE 256

/* --- Who may see what --------------------------------------------------------------------------------------------- */

gboolean
sl_report_may_see (const SlReportFacts *self, const SlRisk *risk)
{
  SlUid project = self->options->project;

  return risk->confidentiality <= self->options->audience
         && (project == SL_UID_NONE || risk->project == SL_UID_NONE || risk->project == project);
}

static gboolean
is_of_project (const SlReportFacts *self, SlUid project)
{
  return self->options->project == SL_UID_NONE || project == SL_UID_NONE || project == self->options->project;
}

/* Of a risk of another project nothing is said; one that may not be seen is counted. */
static void
count_hidden (SlReportFacts *self, const SlRisk *risk)
{
  if (!is_of_project (self, risk->project))
    return;
  if (!sl_risk_is_open (risk))
    self->hidden_others++;
  else if (risk->kind == SL_RISK_KIND_OPPORTUNITY)
    self->hidden_opportunities++;
  else
    self->hidden_threats++;
}

guint
sl_report_hidden (const SlReportFacts *self)
{
  return self->hidden_threats + self->hidden_opportunities + self->hidden_others;
}

const SlReportRisk *
sl_report_risk (const SlReportFacts *self, SlUid uid)
{
  return g_hash_table_lookup (self->shown, &uid);
}

/* An issue shows as much as the risk it came from. */
static gboolean
may_see_issue (const SlReportFacts *self, const SlIssue *issue)
{
  return issue->from_risk == SL_UID_NONE || sl_report_risk (self, issue->from_risk) != NULL;
}

/* Of an action or an escalation: what it is for; SL_UID_NONE where that hides nothing. */
static SlUid
owner_of (const SlRecord *record, gboolean issue)
{
  if (record->kind == SL_KIND_ACTION)
    return issue ? SL_AS (ACTION, record)->issue : SL_AS (ACTION, record)->risk;
  if (record->kind == SL_KIND_ESCALATION)
    return issue ? SL_AS (ESCALATION, record)->issue : SL_AS (ESCALATION, record)->risk;
  return SL_UID_NONE;
}

/* What belongs to a risk or an issue shows as much as that. */
static gboolean
may_see_record (const SlReportFacts *self, const SlRecord *record)
{
  SlUid risk = record->kind == SL_KIND_RISK ? record->uid : owner_of (record, FALSE);
  const SlIssue *issue = record->kind == SL_KIND_ISSUE
                             ? SL_AS (ISSUE, record) : SL_AS (ISSUE, sl_data_lookup (self->view.data, owner_of (record, TRUE)));

  return (risk == SL_UID_NONE || sl_report_risk (self, risk) != NULL) && (issue == NULL || may_see_issue (self, issue));
}

const char *
sl_report_code (const SlReportFacts *self, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (self->view.data, uid);

  return record != NULL && may_see_record (self, record) ? sl_record_code (record) : NULL;
}

const char *
sl_report_name (const SlReportFacts *self, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (self->view.data, uid);

  return record != NULL && may_see_record (self, record) ? sl_data_name (self->view.data, uid) : NULL;
}

/* --- Risks -------------------------------------------------------------------------------------------------------- */

static void
report_risk_free (gpointer data)
{
  SlReportRisk *self = data;

  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_clear_pointer (&self->escalations, g_ptr_array_unref);
  g_free (self);
}

static gboolean
add_record (const SlRecord *record, gpointer data)
{
  g_ptr_array_add (data, (gpointer) record);
  return TRUE;
}

static int
by_code (gconstpointer a, gconstpointer b)
{
  return sl_code_compare (sl_record_code (*(SlRecord *const *) a), sl_record_code (*(SlRecord *const *) b));
}

static GPtrArray *
children (const SlReportFacts *self, int kind, guint field, SlUid of)
{
  GPtrArray *records = g_ptr_array_new ();

  sl_data_children (self->view.data, kind, field, of, add_record, records);
  g_ptr_array_sort (records, by_code);
  return records;
}

/* Those raised by the as-of day. */
static GPtrArray *
escalations_of (const SlReportFacts *self, SlUid risk)
{
  GPtrArray *all = children (self, SL_KIND_ESCALATION, SL_ESCALATION_RISK, risk);

  for (guint i = all->len; i > 0; i--)
    {
      const SlEscalation *escalation = g_ptr_array_index (all, i - 1);

      if (escalation->raised_on != SL_DATE_NONE && escalation->raised_on > self->view.as_of)
        g_ptr_array_remove_index (all, i - 1);
    }
  return all;
}

static void
add_risk (SlReportFacts *self, const SlRisk *risk)
{
  SlReportRisk *shown;

  if (!sl_report_may_see (self, risk))
    {
      count_hidden (self, risk);
      return;
    }
  shown = g_new0 (SlReportRisk, 1);
  shown->risk = risk;
  sl_risk_status (&self->view, risk, &shown->status);
  shown->actions = children (self, SL_KIND_ACTION, SL_ACTION_RISK, risk->record.uid);
  shown->escalations = escalations_of (self, risk->record.uid);
  g_ptr_array_add (self->risks, shown);
  g_hash_table_insert (self->shown, (gpointer) &risk->record.uid, shown);
}

typedef struct
{
  SlReportFacts *facts;
  GCancellable *cancellable;
  SlProgressFunc progress;
  gpointer user;
  guint done, all;
} Reading;

static gboolean
read_risk (const SlRecord *record, gpointer data)
{
  Reading *self = data;

  add_risk (self->facts, SL_AS (RISK, record));
  if (++self->done % STRIDE != 0)
    return TRUE;
  if (self->progress != NULL)
    self->progress (self->done, self->all, self->user);
  return !g_cancellable_is_cancelled (self->cancellable);
}

/* 0 open threats, 1 open opportunities, 2 the others. */
static int
group_of (const SlRisk *risk)
{
  if (!sl_risk_is_open (risk))
    return 2;
  return risk->kind == SL_RISK_KIND_OPPORTUNITY ? 1 : 0;
}

static int
compare_risks (gconstpointer a, gconstpointer b)
{
  const SlReportRisk *one = *(SlReportRisk *const *) a, *other = *(SlReportRisk *const *) b;
  int group = group_of (one->risk);

  if (group != group_of (other->risk))
    return group - group_of (other->risk);
  if (group == 2)
    return sl_code_compare (one->risk->code, other->risk->code);
  return sl_risk_compare (one->risk, &one->status, other->risk, &other->status);
}

static void
look_at_freshness (SlReportFacts *self, const SlReportRisk *risk)
{
  SlDate day = risk->status.last_review;

  if (day == SL_DATE_NONE)
    return;
  if (self->newest == SL_DATE_NONE || day > self->newest)
    {
      self->newest = day;
      self->newest_risk = risk;
    }
  if (self->oldest == SL_DATE_NONE || day < self->oldest)
    {
      self->oldest = day;
      self->oldest_risk = risk;
    }
}

static gboolean
read_risks (Reading *reading, GError **error)
{
  SlReportFacts *self = reading->facts;

  reading->all = sl_data_count (self->view.data, SL_KIND_RISK);
  sl_data_each (self->view.data, SL_KIND_RISK, read_risk, reading);
  if (g_cancellable_is_cancelled (reading->cancellable))
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_CANCELLED, _ ("Cancelled"));
      return FALSE;
    }
  g_ptr_array_sort (self->risks, compare_risks);
  for (guint i = 0; i < self->risks->len; i++)
    {
      const SlReportRisk *risk = g_ptr_array_index (self->risks, i);
      int group = group_of (risk->risk);

      self->n_threats += group == 0;
      self->n_opportunities += group == 1;
      if (group == 0)
        self->exposure_shown = sl_money_add (self->exposure_shown, risk->status.exposure);
      if (group < 2)
        look_at_freshness (self, risk);
    }
  return TRUE;
}

/* --- Issues ------------------------------------------------------------------------------------------------------- */

static SlUid
project_of_issue (const SlReportFacts *self, const SlIssue *issue)
{
  const SlRisk *risk = SL_AS (RISK, sl_data_lookup (self->view.data, issue->from_risk));

  return risk != NULL ? risk->project : SL_UID_NONE;
}

static gboolean
read_issue (const SlRecord *record, gpointer data)
{
  SlReportFacts *self = data;
  const SlIssue *issue = SL_AS (ISSUE, record);

  if ((issue->raised != SL_DATE_NONE && issue->raised > self->view.as_of)
      || !is_of_project (self, project_of_issue (self, issue)))
    return TRUE;
  if (!may_see_issue (self, issue))
    {
      self->hidden_issues++;
      return TRUE;
    }
  g_ptr_array_add (self->issues, (gpointer) issue);
  self->n_open_issues += sl_issue_is_open (&self->view, issue);
  return TRUE;
}

/* --- People ------------------------------------------------------------------------------------------------------- */

static void
add_person (SlReportFacts *self, GHashTable *seen, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (self->view.data, uid);

  if (record != NULL && g_hash_table_add (seen, (gpointer) record))
    g_ptr_array_add (self->people, (gpointer) record);
}

typedef struct
{
  SlReportFacts *facts;
  GHashTable *seen;
} Owners;

static gboolean
add_owner (const SlRecord *record, gpointer data)
{
  Owners *self = data;

  add_person (self->facts, self->seen,
              record->kind == SL_KIND_MAP_NODE ? SL_AS (MAP_NODE, record)->owner : SL_AS (BENEFIT, record)->owner);
  return TRUE;
}

/* Only those whom something shown names. */
static void
find_people (SlReportFacts *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->risks->len; i++)
    {
      const SlReportRisk *risk = g_ptr_array_index (self->risks, i);

      add_person (self, seen, risk->risk->owner);
      add_person (self, seen, risk->risk->accepted_by);
      for (guint j = 0; j < risk->actions->len; j++)
        {
          const SlAction *action = g_ptr_array_index (risk->actions, j);

          add_person (self, seen, action->owner);
          add_person (self, seen, action->verified_by);
        }
      for (guint j = 0; j < risk->escalations->len; j++)
        add_person (self, seen, ((const SlEscalation *) g_ptr_array_index (risk->escalations, j))->decided_by);
    }
  for (guint i = 0; i < self->issues->len; i++)
    {
      const SlIssue *issue = g_ptr_array_index (self->issues, i);
      g_autoptr (GPtrArray) actions = children (self, SL_KIND_ACTION, SL_ACTION_ISSUE, issue->record.uid);

      add_person (self, seen, issue->owner);
      for (guint j = 0; j < actions->len; j++)
        add_person (self, seen, ((const SlAction *) g_ptr_array_index (actions, j))->owner);
    }
  for (guint i = 0; i < self->eased->len; i++)
    add_person (self, seen, ((const SlReportChange *) g_ptr_array_index (self->eased, i))->by);
  for (guint i = 0; i < self->acts->len; i++)
    add_person (self, seen, ((const SlReportAct *) g_ptr_array_index (self->acts, i))->actor);
  if (self->options->kind->map)
    {
      Owners owners = { self, seen };

      sl_data_each (self->view.data, SL_KIND_MAP_NODE, add_owner, &owners);
      sl_data_each (self->view.data, SL_KIND_BENEFIT, add_owner, &owners);
    }
  g_ptr_array_sort (self->people, by_code);
}

/* --- When --------------------------------------------------------------------------------------------------------- */

static gboolean
take_time (SlChangeSet *change_set, gpointer data)
{
  *(gint64 *) data = change_set->at / 1000;
  return FALSE;
}

/* The moment of the history head, or what whoever builds reproducibly says. */
static gboolean
find_generated (SlReportFacts *self, SlReportSource *source, GError **error)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_GINT64_CONSTANT (32503679999), &self->generated, NULL))
    return TRUE;
  return source->head.seq == 0
         || sl_store_read_back (source->reader, source->head.seq, take_time, &self->generated, error);
}

/* --- All of it ---------------------------------------------------------------------------------------------------- */

static SlReportFacts *
facts_new (SlReportSource *source, const SlReportOptions *options)
{
  SlReportFacts *self = g_new0 (SlReportFacts, 1);
  const SlData *data = sl_programme_data (source->programme);

  self->options = options;
  self->view = (SlView){ data, source->as_of, sl_data_settings (data) };
  self->programme = sl_data_programme (data);
  self->project = SL_AS (PROJECT, sl_data_lookup (data, options->project));
  self->currency = self->programme->currency;
  self->head = source->head;
  self->newest = self->oldest = SL_DATE_NONE;
  self->risks = g_ptr_array_new_with_free_func (report_risk_free);
  self->issues = g_ptr_array_new ();
  self->people = g_ptr_array_new ();
  self->changes = g_ptr_array_new_with_free_func (sl_report_change_free);
  self->eased = g_ptr_array_new_with_free_func (sl_report_change_free);
  self->acts = g_ptr_array_new_with_free_func (sl_report_act_free);
  self->shown = g_hash_table_new (g_int64_hash, g_int64_equal);
  return self;
}

SlReportFacts *
sl_report_facts_new (SlReportSource *source, const SlReportOptions *options, GCancellable *cancellable,
                     SlProgressFunc progress, gpointer user, GError **error)
{
  g_autoptr (SlReportFacts) self = facts_new (source, options);
  Reading reading = { self, cancellable, progress, user, 0, 0 };

  if (!read_risks (&reading, error) || !find_generated (self, source, error))
    return NULL;
  sl_data_each (self->view.data, SL_KIND_ISSUE, read_issue, self);
  g_ptr_array_sort (self->issues, by_code);
  sl_exposure (&self->view, &self->exposure);
  if (!sl_report_facts_since (self, source, cancellable, error))
    return NULL;
  find_people (self);
  return g_steal_pointer (&self);
}

void
sl_report_facts_free (SlReportFacts *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->eased);
  g_ptr_array_unref (self->acts);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->issues);
  g_hash_table_unref (self->shown);
  g_ptr_array_unref (self->risks);
  g_clear_object (&self->recorded);
  g_free (self);
}
