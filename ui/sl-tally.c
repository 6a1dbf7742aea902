/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sl-tally.h"

#include "insight/sl-person-status.h"

#define AT_ONCE 1000
#define SLICE 2000

struct _SlTally
{
  GObject parent_instance;
  SlWorkspace *workspace;
  SlWatch *watch;
  SlTallyCounts counts, counting;
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
sl_tally_class_init (SlTallyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_tally_dispose;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_tally_init (SlTally *self)
{
}

static void
count_risk (SlTally *self, const SlRecord *record)
{
  const SlRisk *risk = SL_AS (RISK, record);
  const SlRiskStatus *status = sl_workspace_risk_status (self->workspace, record->uid);
  gboolean open = sl_risk_is_open (risk);

  self->counting.total++;
  self->counting.open += open;
  self->counting.red += open && risk->kind == SL_RISK_KIND_THREAT && status->rag == SL_RAG_RED;
  self->counting.overdue += status->overdue_days > 0;
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
restart (SlTally *self)
{
  self->at = 0;
  memset (&self->counting, 0, sizeof self->counting);
  /* What is there while the file is being checked is only a first screen of it. */
  if (sl_workspace_state (self->workspace) != SL_WORKSPACE_READY || sl_workspace_view (self->workspace).settings == NULL)
    return;
  if (self->source == 0 && !count_some (self, AT_ONCE))
    self->source = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
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
  g_signal_connect_object (workspace, "changed", G_CALLBACK (restart), self, G_CONNECT_SWAPPED);
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
