/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sl-tally.h"

#include "insight/sl-issue-status.h"
#include "insight/sl-person-status.h"

#define AT_ONCE 1000
#define SLICE 2000

/* What one risk adds. */
typedef struct
{
  gboolean open, red, overdue, unknown;
  SlMoney exposure;
} Share;

struct _SlTally
{
  GObject parent_instance;
  SlWorkspace *workspace;
  SlWatch *watch;
  SlTallyCounts counts, counting;
  SlUidMap *shares; /* uid -> Share, of each risk counted */
  SlMoney issues;   /* what the open ones may still cost */
  guint64 asked;
  guint at;     /* next to count: risks, then people */
  guint source;
};

G_DEFINE_FINAL_TYPE (SlTally, sl_tally, G_TYPE_OBJECT)

static guint changed_signal;

static void
sl_tally_dispose (GObject *object)
{
  SlTally *self = SL_TALLY (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->watch);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_tally_parent_class)->dispose (object);
}

static void
sl_tally_finalize (GObject *object)
{
  sl_uid_map_free (SL_TALLY (object)->shares);
  G_OBJECT_CLASS (sl_tally_parent_class)->finalize (object);
}

static void
sl_tally_class_init (SlTallyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_tally_finalize;
  G_OBJECT_CLASS (klass)->dispose = sl_tally_dispose;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_tally_init (SlTally *self)
{
  self->shares = sl_uid_map_new (g_free);
}

static void
add_share (SlTally *self, const Share *share, int by)
{
  self->counting.total += (guint) by;
  self->counting.open += (guint) (by * share->open);
  self->counting.red += (guint) (by * share->red);
  self->counting.overdue += (guint) (by * share->overdue);
  self->counting.n_unknown += (guint) (by * share->unknown);
  self->counting.exposure += by * share->exposure;
}

static void
forget_risk (SlTally *self, SlUid uid)
{
  const Share *share = sl_uid_map_get (self->shares, uid);

  if (share == NULL)
    return;
  add_share (self, share, -1);
  sl_uid_map_remove (self->shares, uid);
}

static void
count_risk (SlTally *self, const SlRecord *record)
{
  const SlRisk *risk = SL_AS (RISK, record);
  const SlRiskStatus *status = sl_workspace_risk_status (self->workspace, record->uid);
  gboolean threat = sl_risk_is_open_threat (risk);
  Share *share = g_new (Share, 1);

  *share = (Share){ .open = sl_risk_is_open (risk), .red = threat && status->rag == SL_RAG_RED,
                    .overdue = status->overdue_days > 0, .unknown = threat && status->exposure == SL_MONEY_NONE,
                    .exposure = threat && status->exposure != SL_MONEY_NONE ? status->exposure : 0 };
  forget_risk (self, record->uid);
  sl_uid_map_set (self->shares, record->uid, share);
  add_share (self, share, 1);
  self->asked++;
}

static gboolean
add_issue (const SlRecord *record, gpointer data)
{
  SlTally *self = data;
  SlView view = sl_workspace_view (self->workspace);

  if (sl_issue_is_open (&view, SL_AS (ISSUE, record)))
    self->issues = sl_money_add (self->issues, SL_AS (ISSUE, record)->cost_remaining);
  return TRUE;
}

static void
count_issues (SlTally *self)
{
  self->issues = 0;
  sl_data_each (sl_workspace_data (self->workspace), SL_KIND_ISSUE, add_issue, self);
}

static void
count_person (SlTally *self, const SlRecord *record)
{
  SlView view = sl_workspace_view (self->workspace);
  SlPersonStatus status;

  sl_person_status (&view, SL_AS (PERSON, record), &status);
  self->counting.active += status.standing == SL_STANDING_HERE || status.standing == SL_STANDING_LEAVING;
  self->counting.leaving += status.standing == SL_STANDING_LEAVING && status.days <= SL_LEAVES_SOON_DAYS;
  self->counting.gaps += status.gaps;
}

/* TRUE when all are counted. */
static gboolean
count_some (SlTally *self, guint n)
{
  SlProgramme *programme = sl_workspace_programme (self->workspace);
  guint risks = sl_programme_count (programme, SL_KIND_RISK);
  guint total = risks + sl_programme_count (programme, SL_KIND_PERSON);

  for (; n > 0 && self->at < total; n--, self->at++)
    if (self->at < risks)
      count_risk (self, sl_programme_nth (programme, SL_KIND_RISK, self->at));
    else
      count_person (self, sl_programme_nth (programme, SL_KIND_PERSON, self->at - risks));
  if (self->at < total)
    return FALSE;
  self->counting.attention = self->counts.attention;
  self->counts = self->counting;
  self->counts.exposure = sl_money_add (self->counting.exposure, self->issues);
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

static gboolean
on_idle (gpointer data)
{
  SlTally *self = data;

  if (!count_some (self, SLICE))
    return G_SOURCE_CONTINUE;
  self->source = 0;
  return G_SOURCE_REMOVE;
}

static void
go_on (SlTally *self)
{
  if (self->source == 0 && !count_some (self, AT_ONCE))
    self->source = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

static void
restart (SlTally *self)
{
  self->at = 0;
  memset (&self->counting, 0, sizeof self->counting);
  sl_uid_map_clear (self->shares);
  /* What is there while the file is being checked is only a first screen of it. */
  if (sl_workspace_state (self->workspace) != SL_WORKSPACE_READY || sl_workspace_view (self->workspace).settings == NULL)
    return;
  count_issues (self);
  go_on (self);
}

/* --- An edit ------------------------------------------------------------------------------------------------------ */

static void
count_uid (SlTally *self, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), uid);

  if (record != NULL && record->kind == SL_KIND_RISK)
    count_risk (self, record);
  else
    forget_risk (self, uid);
}

/* The risk that a record belongs to, before the change and after it. */
static void
count_parent (SlTally *self, const SlChange *change, guint field)
{
  const SlRecord *records[] = { change->before, change->after,
                                sl_data_lookup (sl_workspace_data (self->workspace), change->uid) };
  SlUid last = SL_UID_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      SlValue value;

      if (records[i] == NULL)
        continue;
      sl_record_get (records[i], field, &value);
      if (value.is_null || value.i == last)
        continue;
      last = value.i;
      count_uid (self, last);
    }
}

/* FALSE: it bears on every risk, so that all are to be counted. */
static gboolean
follow (SlTally *self, const SlChange *change)
{
  switch (change->kind)
    {
    case SL_KIND_RISK:
      count_uid (self, change->uid);
      return TRUE;
    case SL_KIND_RISK_ASSESSMENT:
      count_parent (self, change, SL_RISK_ASSESSMENT_RISK);
      return TRUE;
    case SL_KIND_RISK_REVIEW:
      count_parent (self, change, SL_RISK_REVIEW_RISK);
      return TRUE;
    case SL_KIND_ISSUE:
      count_issues (self);
      return TRUE;
    case SL_KIND_APPETITE:
    case SL_KIND_SETTINGS:
    case SL_KIND_SCALE_BAND:
    case SL_KIND_PROGRAMME:
      return FALSE;
    default:
      return TRUE;
    }
}

static void
on_changed (SlTally *self, SlChangeSet *change_set)
{
  guint risks = sl_programme_count (sl_workspace_programme (self->workspace), SL_KIND_RISK);

  /* While a count is under way rows move up: it begins again. */
  if (self->source != 0 || sl_uid_map_size (self->shares) == 0)
    {
      restart (self);
      return;
    }
  for (guint i = 0; i < change_set->n_changes; i++)
    if (!follow (self, &change_set->changes[i]))
      {
        restart (self);
        return;
      }
  self->counting.active = self->counting.leaving = self->counting.gaps = 0;
  self->at = risks;
  go_on (self);
}

static void
on_watched (SlTally *self)
{
  self->counts.attention = sl_attention_count (sl_watch_attention (self->watch));
  g_signal_emit (self, changed_signal, 0);
}

SlTally *
sl_tally_new (SlWorkspace *workspace)
{
  SlTally *self = g_object_new (SL_TYPE_TALLY, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reset", G_CALLBACK (restart), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::as-of", G_CALLBACK (restart), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::state", G_CALLBACK (restart), self, G_CONNECT_SWAPPED);
  restart (self);
  return self;
}

SlWatch *
sl_tally_watch (SlTally *self)
{
  g_return_val_if_fail (SL_IS_TALLY (self), NULL);
  if (self->watch == NULL)
    {
      self->watch = sl_watch_new (self->workspace);
      g_signal_connect_object (self->watch, "changed", G_CALLBACK (on_watched), self, G_CONNECT_SWAPPED);
    }
  return self->watch;
}

const SlTallyCounts *
sl_tally_counts (SlTally *self)
{
  g_return_val_if_fail (SL_IS_TALLY (self), NULL);
  return &self->counts;
}

guint64
sl_tally_asked (SlTally *self)
{
  g_return_val_if_fail (SL_IS_TALLY (self), 0);
  return self->asked;
}
