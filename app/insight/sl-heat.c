/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "insight/sl-heat.h"

#include "base/sl-text.h"
#include "insight/sl-risk-private.h"

#include <glib/gi18n-lib.h>

#define N_CELLS (SL_HEAT_STEPS * SL_HEAT_STEPS)
#define N_LEVELS (SL_APPETITE_LEVEL_EAGER + 1)

struct _SlHeat
{
  int kind;
  SlHeatStage stage;
  SlHeatCell cells[N_CELLS];
  SlUid *uids;
  GArray *ways;
  SlHeatTotals totals;
  SlHeatAppetite appetite;
};

/* A risk that is shown. */
typedef struct
{
  const SlRisk *risk;
  SlRiskStatus status;
  int cell;
} Placed;

typedef struct
{
  SlHeat *heat;
  const SlView *view;
  int audience;
  SlHeatFilter filter;
  gpointer data;
  GArray *placed;
  guint ways[N_CELLS][N_CELLS];
  guint levels[N_LEVELS];
} Making;

static int
cell_of (int probability, int impact)
{
  if (probability < 1 || probability > SL_HEAT_STEPS || impact < 1 || impact > SL_HEAT_STEPS)
    return -1;
  return (probability - 1) * SL_HEAT_STEPS + impact - 1;
}

static int
cell_of_assessment (const SlView *view, SlUid risk, int type)
{
  const SlRiskAssessment *assessment = sl_risk_assessment_in_force (view, risk, type);

  return assessment != NULL ? cell_of (assessment->probability, sl_assessment_impact (assessment)) : -1;
}

static int
place (const Making *self, const Placed *placed)
{
  switch (self->heat->stage)
    {
    case SL_HEAT_BEFORE:
      return cell_of_assessment (self->view, placed->risk->record.uid, SL_ASSESSMENT_TYPE_INHERENT);
    case SL_HEAT_AFTER:
      return cell_of_assessment (self->view, placed->risk->record.uid, SL_ASSESSMENT_TYPE_TARGET);
    case SL_HEAT_NOW:
    case SL_N_HEAT_STAGES:
    default:
      return cell_of (placed->status.probability, placed->status.impact);
    }
}

static void
count_way (Making *self, const Placed *placed)
{
  SlView then = *self->view;
  int from;

  then.as_of -= SL_HEAT_DAYS;
  from = cell_of_assessment (&then, placed->risk->record.uid, SL_ASSESSMENT_TYPE_CURRENT);
  if (from < 0)
    self->heat->totals.n_new++;
  else
    self->ways[from][placed->cell]++;
}

static void
count_placed (Making *self, const Placed *placed)
{
  SlHeatCell *cell = &self->heat->cells[placed->cell];
  const SlRiskStatus *status = &placed->status;
  int score = (placed->cell / SL_HEAT_STEPS + 1) * (placed->cell % SL_HEAT_STEPS + 1);

  cell->count++;
  if (status->exposure == SL_MONEY_NONE)
    cell->n_unknown++;
  else
    cell->exposure = sl_money_add (cell->exposure, status->exposure);
  cell->n_breach += status->tolerate > 0 && score > status->tolerate;
  self->levels[status->appetite_level]++;
  if (self->heat->stage == SL_HEAT_NOW)
    count_way (self, placed);
}

static gboolean
take_risk (const SlRecord *record, gpointer data)
{
  Making *self = data;
  SlHeatTotals *totals = &self->heat->totals;
  Placed placed = { SL_AS (RISK, record), { 0 }, -1 };

  if (placed.risk->kind != self->heat->kind || !sl_risk_is_open (placed.risk))
    return TRUE;
  totals->n_open++;
  if (self->filter != NULL && !self->filter (placed.risk, self->data))
    totals->n_filtered++;
  else if (placed.risk->confidentiality > self->audience)
    totals->n_restricted++;
  else
    {
      sl_risk_status (self->view, placed.risk, &placed.status);
      placed.cell = place (self, &placed);
      if (placed.cell < 0)
        totals->n_unassessed++;
      else
        {
          totals->n_shown++;
          count_placed (self, &placed);
          g_array_append_val (self->placed, placed);
        }
    }
  return TRUE;
}

/* Cell by cell, in each by F-4. */
static int
compare_placed (gconstpointer a, gconstpointer b)
{
  const Placed *x = a, *y = b;

  if (x->cell != y->cell)
    return x->cell - y->cell;
  return sl_risk_compare (x->risk, &x->status, y->risk, &y->status);
}

static void
list_uids (Making *self)
{
  SlHeat *heat = self->heat;
  guint first = 0;

  g_array_sort (self->placed, compare_placed);
  heat->uids = g_new (SlUid, self->placed->len + 1);
  for (guint k = 0; k < self->placed->len; k++)
    heat->uids[k] = g_array_index (self->placed, Placed, k).risk->record.uid;
  for (guint c = 0; c < N_CELLS; c++)
    {
      heat->cells[c].first = first;
      first += heat->cells[c].count;
    }
}

static int
compare_ways (gconstpointer a, gconstpointer b)
{
  const SlHeatWay *x = a, *y = b;
  int order = (y->count > x->count) - (y->count < x->count);

  if (order == 0)
    order = cell_of (x->from_probability, x->from_impact) - cell_of (y->from_probability, y->from_impact);
  return order != 0 ? order : cell_of (x->to_probability, x->to_impact) - cell_of (y->to_probability, y->to_impact);
}

static void
list_ways (Making *self)
{
  for (int from = 0; from < N_CELLS; from++)
    for (int to = 0; to < N_CELLS; to++)
      {
        SlHeatWay way = { from / SL_HEAT_STEPS + 1, from % SL_HEAT_STEPS + 1, to / SL_HEAT_STEPS + 1, to % SL_HEAT_STEPS + 1,
                          self->ways[from][to] };

        if (from != to && way.count > 0)
          g_array_append_val (self->heat->ways, way);
      }
  g_array_sort (self->heat->ways, compare_ways);
}

/* Levels are numbered from the strictest up. */
static void
choose_appetite (Making *self)
{
  SlHeatAppetite *chosen = &self->heat->appetite;

  for (int level = 1; level < N_LEVELS; level++)
    if (self->levels[level] > chosen->n_risks)
      {
        chosen->level = level;
        chosen->n_risks = self->levels[level];
      }
  for (guint k = 0; k < self->placed->len && chosen->level > 0; k++)
    {
      const SlRiskStatus *status = &g_array_index (self->placed, Placed, k).status;

      if (status->appetite_level != chosen->level)
        continue;
      chosen->want = status->want;
      chosen->tolerate = status->tolerate;
      break;
    }
}

SlHeat *
sl_heat_new (const SlView *view, int kind, SlHeatStage stage, int audience, SlHeatFilter filter, gpointer data)
{
  SlHeat *self = g_new0 (SlHeat, 1);
  g_autofree Making *making = g_new0 (Making, 1);
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (Placed));

  self->kind = kind;
  self->stage = stage;
  self->ways = g_array_new (FALSE, FALSE, sizeof (SlHeatWay));
  g_return_val_if_fail (view != NULL && view->settings != NULL && stage < SL_N_HEAT_STAGES, self);
  *making = (Making){ .heat = self, .view = view, .audience = audience, .filter = filter, .data = data, .placed = placed };
  sl_data_each (view->data, SL_KIND_RISK, take_risk, making);
  choose_appetite (making);
  list_uids (making);
  list_ways (making);
  return self;
}

void
sl_heat_free (SlHeat *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->ways);
  g_free (self->uids);
  g_free (self);
}

int
sl_heat_kind (const SlHeat *self)
{
  return self->kind;
}

SlHeatStage
sl_heat_stage (const SlHeat *self)
{
  return self->stage;
}

const SlHeatCell *
sl_heat_cell (const SlHeat *self, int probability, int impact)
{
  int cell = cell_of (probability, impact);

  g_return_val_if_fail (self != NULL && cell >= 0, NULL);
  return &self->cells[cell];
}

const SlUid *
sl_heat_uids (const SlHeat *self, int probability, int impact, guint *n)
{
  const SlHeatCell *cell = sl_heat_cell (self, probability, impact);

  *n = cell != NULL ? cell->count : 0;
  return *n > 0 ? self->uids + cell->first : NULL;
}

const SlHeatWay *
sl_heat_ways (const SlHeat *self, guint *n)
{
  *n = self->ways->len;
  return (const SlHeatWay *) self->ways->data;
}

const SlHeatTotals *
sl_heat_totals (const SlHeat *self)
{
  return &self->totals;
}

const SlHeatAppetite *
sl_heat_appetite (const SlHeat *self)
{
  return &self->appetite;
}

/* --- Words -------------------------------------------------------------------------------------------------------- */

const char *
sl_heat_stage_label (SlHeatStage stage)
{
  static const char *const labels[SL_N_HEAT_STAGES] = {
    /* TRANSLATORS: which rating of each risk the heat map shows: without any control, today, after planned treatment. */
    N_ ("Before controls"), N_ ("Now"), N_ ("After treatment"),
  };

  g_return_val_if_fail (stage < SL_N_HEAT_STAGES, "");
  return labels[stage];
}

/* @part: with {1} for the number. */
static void
add_part (GString *s, const char *part, guint n, gboolean translated)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = sl_text_compose (translated ? g_dgettext (GETTEXT_PACKAGE, part) : part, (const char *const[]){ number, NULL });
  g_string_append_printf (s, "%s%s", s->len > 0 ? ", " : "", text);
}

char *
sl_heat_dup_left_out (const SlHeat *self, gboolean translated)
{
  static const char *const missing[SL_N_HEAT_STAGES] = {
    N_ ("{1} without a rating before controls"), N_ ("{1} not assessed"), N_ ("{1} without a target rating"),
  };
  const char *whole = N_ ("Not on the map: {1}.");
  g_autoptr (GString) parts = g_string_new (NULL);

  add_part (parts, missing[self->stage], self->totals.n_unassessed, translated);
  /* TRANSLATORS: number of risks that are too confidential to be shown. */
  add_part (parts, N_ ("{1} restricted"), self->totals.n_restricted, translated);
  /* TRANSLATORS: number of risks that the filter of the page leaves out. */
  add_part (parts, N_ ("{1} filtered out"), self->totals.n_filtered, translated);
  if (parts->len == 0)
    return NULL;
  return sl_text_compose (translated ? g_dgettext (GETTEXT_PACKAGE, whole) : whole,
                          (const char *const[]){ parts->str, NULL });
}
