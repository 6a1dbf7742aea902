/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/sl-ownership.h"

#include "insight/sl-gate-status.h"
#include "insight/sl-risk-status.h"

/* --- What is alive ------------------------------------------------------------------------------------------------ */

/* Kinds that say so themselves: the states in which somebody has to answer. */
typedef struct
{
  int kind;
  guint field;
  guint states;
} Liveness;

#define IN(enum, state) (1u << SL_##enum##_##state)
static const Liveness by_state[] = {
  { SL_KIND_RISK, SL_RISK_STATE, ~IN (RISK_STATE, CLOSED) },
  { SL_KIND_ACTION, SL_ACTION_STATE,
    IN (ACTION_STATE, PLANNED) | IN (ACTION_STATE, IN_PROGRESS) | IN (ACTION_STATE, BLOCKED) },
  { SL_KIND_ISSUE, SL_ISSUE_STATE, IN (ISSUE_STATE, OPEN) | IN (ISSUE_STATE, IN_HAND) },
  { SL_KIND_ESCALATION, SL_ESCALATION_STATE, IN (ESCALATION_STATE, RAISED) | IN (ESCALATION_STATE, ACCEPTED) },
  { SL_KIND_MAP_NODE, SL_MAP_NODE_STATUS, ~IN (NODE_STATUS, DROPPED) },
  { SL_KIND_BENEFIT, SL_BENEFIT_STATE, ~(IN (BENEFIT_STATE, CLOSED) | IN (BENEFIT_STATE, WITHDRAWN)) },
  { SL_KIND_REALISATION_STEP, SL_REALISATION_STEP_STATE, IN (STEP_STATE, PLANNED) | IN (STEP_STATE, IN_PROGRESS) },
  { SL_KIND_CONDITION, SL_CONDITION_STATE, IN (CONDITION_STATE, OPEN) },
};

static gboolean
state_is_live (const SlRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (by_state); i++)
    if (by_state[i].kind == record->kind)
      {
        SlValue state;

        sl_record_get (record, by_state[i].field, &state);
        return state.is_null || by_state[i].states & (1u << state.i);
      }
  return TRUE;
}

static gboolean
uid_is_live (const SlView *view, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (view->data, uid);

  return record != NULL && sl_record_is_live (view, record);
}

/* --- Measures ----------------------------------------------------------------------------------------------------- */

typedef struct
{
  const SlView *view;
  guint served, live;
} Served;

static gboolean
count_primary (const SlRecord *record, gpointer data)
{
  Served *served = data;

  served->served++;
  served->live += sl_record_is_live (served->view, record);
  return TRUE;
}

static gboolean
count_further (const SlRecord *record, gpointer data)
{
  Served *served = data;

  served->served++;
  served->live += uid_is_live (served->view, SL_AS (BENEFIT_MEASURE, record)->benefit);
  return TRUE;
}

/* A measure outlives its node only in the history; one that served benefits ends with the last of them. */
static gboolean
measure_is_live (const SlView *view, const SlMeasure *measure)
{
  Served served = { view, 0, 0 };

  if (measure->node != SL_UID_NONE && !uid_is_live (view, measure->node))
    return FALSE;
  sl_data_children (view->data, SL_KIND_BENEFIT, SL_BENEFIT_PRIMARY_MEASURE, measure->record.uid, count_primary, &served);
  sl_data_children (view->data, SL_KIND_BENEFIT_MEASURE, SL_BENEFIT_MEASURE_MEASURE, measure->record.uid, count_further,
                    &served);
  return served.served == 0 || served.live > 0;
}

/* --- All kinds ---------------------------------------------------------------------------------------------------- */

static gboolean
gate_is_live (const SlView *view, const SlGate *gate)
{
  return uid_is_live (view, gate->project) && !sl_gate_is_passed (view, gate->record.uid);
}

/* Follows parents upwards: their kinds are no circle, so this ends. */
gboolean
sl_record_is_live (const SlView *view, const SlRecord *record)
{
  g_return_val_if_fail (view != NULL && record != NULL, FALSE);
  if (!state_is_live (record))
    return FALSE;
  switch ((int) record->kind)
    {
    case SL_KIND_RISK:
    case SL_KIND_ACTION:
    case SL_KIND_ISSUE:
    case SL_KIND_ESCALATION:
    case SL_KIND_MAP_NODE:
    case SL_KIND_CONDITION:
      return TRUE; /* an action or a condition left over when its subject ended still waits for somebody */
    case SL_KIND_PERSON:
      return sl_person_active (view->data, record->uid, view->as_of);
    case SL_KIND_PROJECT:
      return !sl_project_is_over (SL_AS (PROJECT, record));
    case SL_KIND_BENEFIT:
      return SL_AS (BENEFIT, record)->node == SL_UID_NONE || uid_is_live (view, SL_AS (BENEFIT, record)->node);
    case SL_KIND_MEASURE:
      return measure_is_live (view, SL_AS (MEASURE, record));
    case SL_KIND_GATE:
      return gate_is_live (view, SL_AS (GATE, record));
    case SL_KIND_ENGAGEMENT:
      return SL_AS (ENGAGEMENT, record)->date == SL_DATE_NONE || SL_AS (ENGAGEMENT, record)->date >= view->as_of;
    default:
      return sl_record_parent (record) == SL_UID_NONE || uid_is_live (view, sl_record_parent (record));
    }
}

/* --- How far it is, and until when -------------------------------------------------------------------------------- */

int
sl_kind_state (int kind)
{
  if (kind == SL_KIND_PROJECT)
    return SL_PROJECT_PHASE;
  for (guint i = 0; i < G_N_ELEMENTS (by_state); i++)
    if (by_state[i].kind == kind)
      return (int) by_state[i].field;
  return -1;
}

static SlDate
first_day (SlDate a, SlDate b)
{
  return a != SL_DATE_NONE ? a : b;
}

static SlDate
benefit_due (const SlView *view, const SlBenefit *benefit)
{
  const SlRecord *measure = sl_data_lookup (view->data, benefit->primary_measure);

  return measure != NULL ? SL_AS (MEASURE, measure)->target_date : SL_DATE_NONE;
}

static SlDate
review_due (const SlView *view, const SlRisk *risk)
{
  SlRiskStatus status;

  if (view->settings == NULL)
    return SL_DATE_NONE;
  sl_risk_status (view, risk, &status);
  return status.review_due;
}

SlDate
sl_record_due (const SlView *view, const SlRecord *record)
{
  g_return_val_if_fail (view != NULL && record != NULL, SL_DATE_NONE);
  switch ((int) record->kind)
    {
    case SL_KIND_RISK:
      return review_due (view, SL_AS (RISK, record));
    case SL_KIND_ACTION:
      return SL_AS (ACTION, record)->due;
    case SL_KIND_ISSUE:
      return SL_AS (ISSUE, record)->due;
    case SL_KIND_REALISATION_STEP:
      return SL_AS (REALISATION_STEP, record)->due;
    case SL_KIND_CONDITION:
      return SL_AS (CONDITION, record)->due;
    case SL_KIND_GATE:
      return first_day (SL_AS (GATE, record)->forecast_date, SL_AS (GATE, record)->baseline_date);
    case SL_KIND_MAP_NODE:
      /* What is there is not waited for. */
      return SL_AS (MAP_NODE, record)->actual != SL_DATE_NONE
               ? SL_DATE_NONE : first_day (SL_AS (MAP_NODE, record)->forecast, SL_AS (MAP_NODE, record)->planned);
    case SL_KIND_BENEFIT:
      return benefit_due (view, SL_AS (BENEFIT, record));
    case SL_KIND_MEASURE:
      return SL_AS (MEASURE, record)->target_date;
    case SL_KIND_ENGAGEMENT:
      return SL_AS (ENGAGEMENT, record)->date;
    default:
      return SL_DATE_NONE;
    }
}

/* --- What a person owns ------------------------------------------------------------------------------------------- */

gboolean
sl_kind_has_owner (int kind)
{
  const SlKind *k = sl_kind_get (kind);

  for (guint f = 0; f < k->n_fields; f++)
    if (k->fields[f].flags & SL_FIELD_OWNER)
      return TRUE;
  return FALSE;
}

/* What sl_record_is_live() looks at besides the record itself. */
gboolean
sl_kind_bears_on_ownership (int kind)
{
  switch (kind)
    {
    case SL_KIND_PROJECT:
    case SL_KIND_GATE:
    case SL_KIND_GATE_REVIEW:
    case SL_KIND_MAP_NODE:
    case SL_KIND_BENEFIT:
    case SL_KIND_BENEFIT_MEASURE:
      return TRUE;
    default:
      return FALSE;
    }
}

typedef struct
{
  const SlView *view;
  guint field;
  GArray *owned;
} Collect;

static gboolean
collect_live (const SlRecord *record, gpointer data)
{
  Collect *collect = data;
  SlOwned owned = { record->kind, record->uid, collect->field };

  if (sl_record_is_live (collect->view, record))
    g_array_append_val (collect->owned, owned);
  return TRUE;
}

static int
compare_owned (gconstpointer a, gconstpointer b)
{
  const SlOwned *x = a, *y = b;

  if (x->kind != y->kind)
    return x->kind - y->kind;
  if (x->uid != y->uid)
    return x->uid < y->uid ? -1 : 1;
  return (x->field > y->field) - (x->field < y->field);
}

GArray *
sl_ownership_of (const SlView *view, SlUid person)
{
  Collect collect = { view, 0, g_array_new (FALSE, FALSE, sizeof (SlOwned)) };

  g_return_val_if_fail (view != NULL, collect.owned);
  for (int k = 0; person != SL_UID_NONE && k < SL_N_KINDS; k++)
    for (collect.field = 0; collect.field < sl_kind_get (k)->n_fields; collect.field++)
      if (sl_kind_get (k)->fields[collect.field].flags & SL_FIELD_OWNER)
        sl_data_children (view->data, k, collect.field, person, collect_live, &collect);
  g_array_sort (collect.owned, compare_owned);
  return collect.owned;
}
