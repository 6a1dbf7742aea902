/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/sl-attention.h"

#include "insight/sl-action-status.h"
#include "insight/sl-issue-status.h"
#include "insight/sl-ownership.h"
#include "model/sl-code.h"

struct _SlAttention
{
  gatomicrefcount refs;
  GPtrArray *findings; /* of SlFinding */
  GArray *lines;       /* of SlAttentionLine */
  guint counts[SL_N_CONCERNS];
  SlFigures figures;
};

/* What is still to be decided before what merely has to be done, that before what is missing. */
static const SlConcern groups[SL_N_CONCERNS] = {
  SL_CONCERN_BREACH, SL_CONCERN_WINDOW,     SL_CONCERN_ESCALATION, SL_CONCERN_REVIEW,   SL_CONCERN_OWNER, SL_CONCERN_ACTION,
  SL_CONCERN_ACCEPTANCE, SL_CONCERN_STUCK, SL_CONCERN_REGISTER,   SL_CONCERN_RECORD, SL_CONCERN_MAP,
};

static const char *const fixes[SL_N_FIXES] = {
  "open", "escalate", "window", "decide", "review", "owner", "action", "acceptance", "response", "add_risk", "stuck", "target",
  "draft", "map",
};

/* --- One line ----------------------------------------------------------------------------------------------------- */

static SlFix
fix_of (const SlFinding *finding)
{
  switch (finding->concern)
    {
    case SL_CONCERN_BREACH:
      return SL_FIX_ESCALATE;
    case SL_CONCERN_WINDOW:
      return SL_FIX_WINDOW;
    case SL_CONCERN_ESCALATION:
      return SL_FIX_DECIDE;
    case SL_CONCERN_REVIEW:
      return SL_FIX_REVIEW;
    case SL_CONCERN_OWNER:
      return SL_FIX_OWNER;
    case SL_CONCERN_ACTION:
      return SL_FIX_ACTION;
    case SL_CONCERN_ACCEPTANCE:
      return finding->field == SL_RISK_RESPONSE ? SL_FIX_RESPONSE : SL_FIX_ACCEPTANCE;
    case SL_CONCERN_REGISTER:
      return finding->kind == SL_KIND_PROGRAMME ? SL_FIX_ADD_RISK : finding->kind == SL_KIND_RISK ? SL_FIX_DRAFT : SL_FIX_OPEN;
    case SL_CONCERN_STUCK:
      return g_str_equal (finding->rule, "F-10") ? SL_FIX_TARGET : SL_FIX_STUCK;
    case SL_CONCERN_MAP:
      return finding->field == SL_MAP_NODE_OWNER ? SL_FIX_OWNER : SL_FIX_MAP;
    default:
      return SL_FIX_OPEN;
    }
}

/* The record, or the nearest of those it belongs to that is a risk. */
static const SlRisk *
find_risk (const SlData *data, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (data, uid);

  while (record != NULL && record->kind != SL_KIND_RISK)
    record = sl_data_lookup (data, sl_record_parent (record));
  return SL_AS (RISK, record);
}

/* Who answers for the record, or for what it belongs to. A person is their own. */
static SlUid
owner_of (const SlData *data, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (data, uid);

  for (; record != NULL && record->kind != SL_KIND_PERSON; record = sl_data_lookup (data, sl_record_parent (record)))
    for (guint f = 0; f < sl_record_kind (record)->n_fields; f++)
      {
        SlValue value;

        if (!(sl_record_kind (record)->fields[f].flags & SL_FIELD_OWNER))
          continue;
        sl_record_get (record, f, &value);
        if (!value.is_null)
          return value.i;
      }
  return record != NULL ? record->uid : SL_UID_NONE;
}

/* How late something is, in days. */
static int
days_late (const SlView *view, const SlFinding *finding)
{
  const SlRecord *record = sl_data_lookup (view->data, finding->uid);
  SlActionStatus action;

  switch (record != NULL ? (int) record->kind : -1)
    {
    case SL_KIND_ACTION:
      sl_action_status (view, SL_AS (ACTION, record), &action);
      return action.overdue_days;
    case SL_KIND_ESCALATION:
      return sl_escalation_overdue_days (view, SL_AS (ESCALATION, record));
    default:
      return 0;
    }
}

/* --- The whole ---------------------------------------------------------------------------------------------------- */

/* What a line is ordered by besides. */
typedef struct
{
  SlAttentionLine line;
  guint group;
  const SlRisk *risk;   /* borrowed from the view */
  SlRiskStatus *status; /* of it; borrowed */
  int late;
} Rank;

typedef struct
{
  const SlView *view;
  SlUidMap *statuses;
} Build;

static SlRiskStatus *
status_of (Build *build, const SlRisk *risk)
{
  SlRiskStatus *status = sl_uid_map_get (build->statuses, risk->record.uid);

  if (status == NULL)
    {
      status = g_new (SlRiskStatus, 1);
      sl_risk_status (build->view, risk, status);
      sl_uid_map_set (build->statuses, risk->record.uid, status);
    }
  return status;
}

static void
rank (Build *build, const SlFinding *finding, Rank *r)
{
  const SlRisk *risk = find_risk (build->view->data, finding->uid);

  r->line.finding = finding;
  r->line.owner = owner_of (build->view->data, finding->uid);
  r->line.fix = fix_of (finding);
  r->late = days_late (build->view, finding);
  r->risk = risk;
  for (r->group = 0; groups[r->group] != finding->concern; r->group++)
    ;
  if (risk == NULL)
    return;
  r->line.risk = risk->record.uid;
  r->status = status_of (build, risk);
  r->late = MAX (r->late, r->status->overdue_days);
  if (sl_risk_is_open_threat (risk))
    r->line.rag = r->status->rag;
}

static int
compare_risks (const Rank *a, const Rank *b)
{
  if (a->risk == NULL || b->risk == NULL)
    return (a->risk == NULL) - (b->risk == NULL);
  if (a->line.rag != b->line.rag)
    return b->line.rag - a->line.rag;
  return a->risk != b->risk && a->risk->kind == b->risk->kind ? sl_risk_compare (a->risk, a->status, b->risk, b->status) : 0;
}

static int
compare_ranks (gconstpointer left, gconstpointer right)
{
  const Rank *a = left, *b = right;
  int order = (a->group > b->group) - (a->group < b->group);

  if (order == 0)
    order = (b->line.finding->severity == SL_SEVERITY_ERROR) - (a->line.finding->severity == SL_SEVERITY_ERROR);
  if (order == 0)
    order = compare_risks (a, b);
  if (order == 0)
    order = (b->late > a->late) - (b->late < a->late);
  if (order == 0)
    order = sl_code_compare (a->line.finding->code, b->line.finding->code);
  if (order == 0)
    order = sl_code_compare (a->line.finding->rule, b->line.finding->rule);
  return order != 0 ? order : (a->line.finding->field > b->line.finding->field) - (a->line.finding->field < b->line.finding->field);
}

/* --- Figures ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  Build *build;
  SlFigures *figures;
} Count;

static gboolean
count_risk (const SlRecord *record, gpointer data)
{
  const SlRisk *risk = SL_AS (RISK, record);
  const Count *count = data;
  const SlRiskStatus *status;

  count->figures->n_risks++;
  count->figures->n_drafts += risk->state == SL_RISK_STATE_DRAFT;
  count->figures->n_opportunities += sl_risk_is_open (risk) && risk->kind == SL_RISK_KIND_OPPORTUNITY;
  if (!sl_risk_is_open_threat (risk))
    return TRUE;
  status = status_of (count->build, risk);
  count->figures->n_threats++;
  count->figures->n_by_rag[status->rag]++;
  count->figures->n_breaches += status->appetite == SL_APPETITE_BREACH;
  return TRUE;
}

static void
set_figures (Build *build, SlFigures *figures)
{
  Count count = { build, figures };
  g_autoptr (GArray) order = sl_risk_order (build->view, SL_RISK_KIND_THREAT);
  g_autoptr (SlMapStatus) map = sl_map_status_new (build->view);

  sl_data_each (build->view->data, SL_KIND_RISK, count_risk, &count);
  figures->n_top = MIN (order->len, SL_TOP_THREATS);
  for (guint i = 0; i < figures->n_top; i++)
    figures->top[i] = g_array_index (order, SlUid, i);
  sl_exposure (build->view, &figures->exposure);
  sl_map_status_coverage (map, SL_UID_NONE, &figures->coverage);
}

SlAttention *
sl_attention_new (const SlView *view)
{
  SlAttention *self;
  Build build = { view, NULL };
  g_autoptr (GArray) ranks = NULL;

  g_return_val_if_fail (view != NULL, NULL);
  self = g_new0 (SlAttention, 1);
  g_atomic_ref_count_init (&self->refs);
  self->findings = sl_findings_new ();
  self->lines = g_array_new (FALSE, FALSE, sizeof (SlAttentionLine));
  self->figures = (SlFigures){ .coverage.coverage = -1, .exposure.contingency = SL_MONEY_NONE };
  build.statuses = sl_uid_map_new (g_free);
  if (view->settings != NULL)
    {
      sl_rules_check_all (view, self->findings);
      set_figures (&build, &self->figures);
    }
  ranks = g_array_sized_new (FALSE, TRUE, sizeof (Rank), self->findings->len);
  g_array_set_size (ranks, self->findings->len);
  for (guint i = 0; i < ranks->len; i++)
    rank (&build, self->findings->pdata[i], &g_array_index (ranks, Rank, i));
  g_array_sort (ranks, compare_ranks);
  for (guint i = 0; i < ranks->len; i++)
    {
      g_array_append_val (self->lines, g_array_index (ranks, Rank, i).line);
      self->counts[g_array_index (ranks, Rank, i).line.finding->concern]++;
    }
  sl_uid_map_free (build.statuses);
  return self;
}

SlAttention *
sl_attention_ref (SlAttention *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sl_attention_unref (SlAttention *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->lines);
  g_ptr_array_unref (self->findings);
  g_free (self);
}

guint
sl_attention_count (const SlAttention *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->lines->len;
}

const SlAttentionLine *
sl_attention_nth (const SlAttention *self, guint n)
{
  g_return_val_if_fail (self != NULL && n < self->lines->len, NULL);
  return &g_array_index (self->lines, SlAttentionLine, n);
}

SlConcern
sl_attention_group (guint nth)
{
  g_return_val_if_fail (nth < SL_N_CONCERNS, SL_CONCERN_RECORD);
  return groups[nth];
}

guint
sl_attention_count_of (const SlAttention *self, SlConcern concern)
{
  g_return_val_if_fail (self != NULL && concern < SL_N_CONCERNS, 0);
  return self->counts[concern];
}

const SlFigures *
sl_attention_figures (const SlAttention *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->figures;
}

gboolean
sl_attention_line_same (const SlAttentionLine *a, const SlAttentionLine *b)
{
  return a->finding->uid == b->finding->uid && a->finding->concern == b->finding->concern
         && a->finding->field == b->finding->field && g_str_equal (a->finding->rule, b->finding->rule);
}

const char *
sl_fix_token (SlFix fix)
{
  g_return_val_if_fail (fix < SL_N_FIXES, NULL);
  return fixes[fix];
}
