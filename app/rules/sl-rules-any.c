/* Rules that hold for records of every kind, read from the field tables (domain.md 2.1, 2.2, 2.5, 2.9).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rules/sl-rules-private.h"

#include "insight/sl-ownership.h"

#include <glib/gi18n-lib.h>

/* --- What is still being drafted ---------------------------------------------------------------------------------- */

gboolean
sl_record_is_draft (const SlData *data, const SlRecord *record)
{
  const SlRecord *parent;

  switch ((int) record->kind)
    {
    case SL_KIND_RISK:
      return SL_AS (RISK, record)->state == SL_RISK_STATE_DRAFT;
    case SL_KIND_BENEFIT:
      return SL_AS (BENEFIT, record)->state == SL_BENEFIT_STATE_IDENTIFIED;
    case SL_KIND_PROJECT:
      return SL_AS (PROJECT, record)->phase == SL_PHASE_NOT_STARTED;
    default:
      parent = sl_data_lookup (data, sl_record_parent (record));
      return parent != NULL && sl_record_is_draft (data, parent);
    }
}

gboolean
sl_check_owes_reasons (const SlCheck *check)
{
  return sl_check_asks_reasons (check) && check->before != NULL
         && !sl_record_is_draft (check->before_view->data, check->before);
}

/* --- 2.1: rows that are only ever added --------------------------------------------------------------------------- */

/* The author of a row, where its kind names one. */
static SlUid
author_of (const SlRecord *row)
{
  int field = sl_record_kind (row)->author;
  SlValue value;

  if (field < 0)
    return SL_UID_NONE;
  sl_record_get (row, (guint) field, &value);
  return value.is_null ? SL_UID_NONE : value.i;
}

/* By the day it bears, or, where its kind bears none, by the day it was made. */
static gboolean
entered_today (const SlCheck *check, const SlRecord *row)
{
  int field = sl_record_kind (row)->date;
  SlValue date;

  if (field < 0)
    return sl_record_made_today (row);
  sl_record_get (row, (guint) field, &date);
  return !date.is_null && date.i == check->act->day;
}

/* Whether the row goes because what it belongs to goes: whether that may is asked there (sl-rules-delete.c). */
static gboolean
goes_with_parent (const SlCheck *check)
{
  SlUid parent = sl_record_parent (check->before);

  return check->after == NULL && parent != SL_UID_NONE && sl_data_lookup (check->view->data, parent) == NULL;
}

static void
check_append_only (const SlCheck *check)
{
  guint flags;
  SlUid author;

  if (check->act == NULL || check->before == NULL)
    return;
  flags = sl_record_kind (check->before)->flags;
  if (!(flags & SL_KIND_APPEND_ONLY) || goes_with_parent (check))
    return;
  author = author_of (check->before);
  if (flags & SL_KIND_FINAL)
    sl_check_find (check, -1, N_ ("what was sealed stays as it is"), NULL);
  else if (!entered_today (check, check->before) || (author != SL_UID_NONE && author != check->act->actor))
    sl_check_find (check, -1, N_ ("what was recorded on another day or by someone else stays; record a correction instead"), NULL);
}

/* --- 2.2: what is expected and empty ------------------------------------------------------------------------------ */

/* A draft assessment has a probability and no impact; the first version of the settings is nobody's change. */
static gboolean
may_be_empty (const SlCheck *check)
{
  const SlRecord *record = check->after;

  switch ((int) record->kind)
    {
    case SL_KIND_MAP_NODE:
    case SL_KIND_MAP_EDGE:
      return TRUE;
    case SL_KIND_SETTINGS:
      return SL_AS (SETTINGS, record)->version == 1;
    case SL_KIND_RISK_ASSESSMENT:
      if (SL_AS (RISK_ASSESSMENT, record)->probability != SL_INT_NONE
          && sl_assessment_impact (SL_AS (RISK_ASSESSMENT, record)) == 0)
        return TRUE;
      break;
    default:
      break;
    }
  return sl_record_is_draft (check->view->data, record);
}

/* INV-1 and INV-2 speak of these themselves. */
static gboolean
said_elsewhere (int kind, guint field)
{
  return kind == SL_KIND_RISK
         && (field == SL_RISK_CAUSE || field == SL_RISK_EVENT || field == SL_RISK_EFFECT || field == SL_RISK_OWNER);
}

static void
check_expected (const SlCheck *check)
{
  const SlKind *kind = sl_record_kind (check->after);

  if (may_be_empty (check))
    return;
  for (guint f = 0; f < kind->n_fields; f++)
    {
      g_autofree char *label = NULL;
      SlValue value;

      if (!(kind->fields[f].flags & SL_FIELD_EXPECTED))
        continue;
      sl_record_get (check->after, f, &value);
      if (!value.is_null || said_elsewhere (kind->id, f))
        continue;
      label = g_strconcat (SL_ARG_MSGID, kind->fields[f].label, NULL);
      sl_check_find (check, (int) f, N_ ("“{1}” is empty"), label, NULL);
    }
}

/* --- INV-2 -------------------------------------------------------------------------------------------------------- */

/* Of risks, INV-2 of the risk rules speaks, which also refuses. */
static void
check_owner_gap (const SlCheck *check)
{
  const SlKind *kind = sl_record_kind (check->after);

  if (kind->id == SL_KIND_RISK || !sl_kind_has_owner (kind->id) || !sl_record_is_live (check->view, check->after))
    return;
  for (guint f = 0; f < kind->n_fields; f++)
    {
      SlValue owner;

      sl_record_get (check->after, f, &owner);
      if (kind->fields[f].flags & SL_FIELD_OWNER && !owner.is_null
          && !sl_person_active (check->view->data, owner.i, check->view->as_of))
        sl_check_find_gap (check, f, owner.i);
    }
}

/* --- 2.9 ---------------------------------------------------------------------------------------------------------- */

/* Naming the first owner is no change of owner. */
static void
ask_owner (const SlCheck *check)
{
  const SlKind *kind = sl_kind_get (check->after->kind);
  const guint flags = SL_FIELD_OWNER | SL_FIELD_REASON;

  if (!sl_check_owes_reasons (check))
    return;
  for (guint f = 0; f < kind->n_fields; f++)
    {
      SlValue was;

      if ((kind->fields[f].flags & flags) != flags || !(check->mask & SL_MASK (f)))
        continue;
      sl_record_get (check->before, f, &was);
      if (!was.is_null)
        sl_check_find (check, (int) f, N_ ("its owner changes"), NULL);
    }
}

/* Days that were promised. Taking one away is later than any. */
static const struct
{
  int kind;
  guint field;
  const char *said;
} promises[] = {
  { SL_KIND_RISK, SL_RISK_TARGET_CLOSURE, N_ ("its target closure moves later") },
  { SL_KIND_ACTION, SL_ACTION_DUE, N_ ("its due date moves later") },
  /* F-12 counts slip from the first promise: rewriting that makes slip vanish. */
  { SL_KIND_ACTION, SL_ACTION_ORIGINAL_DUE, N_ ("its first due date is rewritten to a later one") },
  { SL_KIND_ISSUE, SL_ISSUE_DUE, N_ ("its due date moves later") },
  { SL_KIND_ESCALATION, SL_ESCALATION_DECISION_DUE, N_ ("the day its decision is due moves later") },
  { SL_KIND_MAP_NODE, SL_MAP_NODE_PLANNED, N_ ("its planned day moves later") },
  { SL_KIND_REALISATION_STEP, SL_REALISATION_STEP_DUE, N_ ("its due date moves later") },
  { SL_KIND_GATE, SL_GATE_BASELINE_DATE, N_ ("its baseline date moves later") },
  { SL_KIND_GATE, SL_GATE_FORECAST_DATE, N_ ("its forecast date moves later") },
  { SL_KIND_CONDITION, SL_CONDITION_DUE, N_ ("its due date moves later") },
};

static void
ask_later (const SlCheck *check)
{
  if (!sl_check_owes_reasons (check))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    {
      SlValue was, is;

      if (promises[i].kind != check->after->kind || !(check->mask & SL_MASK (promises[i].field)))
        continue;
      sl_record_get (check->before, promises[i].field, &was);
      sl_record_get (check->after, promises[i].field, &is);
      if (!was.is_null && (is.is_null || is.i > was.i))
        sl_check_find (check, (int) promises[i].field, promises[i].said, NULL);
    }
}

/* --- 2.1: what has not happened ------------------------------------------------------------------------------------ */

/* Days on which something was done. Dated ahead they would come into force one morning without anybody's act or reason. */
static const struct
{
  int kind;
  guint field;
} done_on[] = {
  { SL_KIND_RISK, SL_RISK_OCCURRED_ON },
  { SL_KIND_RISK, SL_RISK_CLOSED_ON },
  { SL_KIND_RISK, SL_RISK_ACCEPTED_ON },
  { SL_KIND_RISK_ASSESSMENT, SL_RISK_ASSESSMENT_DATE },
  { SL_KIND_RISK_REVIEW, SL_RISK_REVIEW_DATE },
  { SL_KIND_ACTION, SL_ACTION_VERIFIED_ON },
  { SL_KIND_DUE_MOVE, SL_DUE_MOVE_ON },
  { SL_KIND_ISSUE, SL_ISSUE_RAISED },
  { SL_KIND_ESCALATION, SL_ESCALATION_RAISED_ON },
  { SL_KIND_ESCALATION, SL_ESCALATION_DECIDED_ON },
};

static void
check_not_ahead (const SlCheck *check)
{
  if (!sl_check_asks_reasons (check))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (done_on); i++)
    {
      const SlField *field = &sl_kind_get (done_on[i].kind)->fields[done_on[i].field];
      g_autofree char *label = NULL;
      SlValue day;

      if (done_on[i].kind != check->after->kind || !(check->mask & SL_MASK (done_on[i].field)))
        continue;
      sl_record_get (check->after, done_on[i].field, &day);
      if (day.is_null || day.i <= check->act->day)
        continue;
      label = g_strconcat (SL_ARG_MSGID, field->label, NULL);
      sl_check_find (check, (int) done_on[i].field, N_ ("“{1}” lies in the future; only what has happened is recorded"), label, NULL);
    }
}

#define ALL G_MAXUINT64
#define E SL_SEVERITY_ERROR
#define W SL_SEVERITY_WARNING
#define R SL_SEVERITY_REASON
const SlRule sl_rules_any[] = {
  { "2.1", SL_KIND_ANY, ALL, E, SL_RULE_CHANGE | SL_RULE_DELETE, check_append_only },
  { "2.1", SL_KIND_ANY, ALL, E, SL_RULE_CHANGE, check_not_ahead },
  { "2.2", SL_KIND_ANY, 0, W, SL_RULE_STATE, check_expected },
  { "INV-2", SL_KIND_ANY, 0, W, SL_RULE_STATE, check_owner_gap, SL_CONCERN_OWNER },
  { "2.9", SL_KIND_ANY, ALL, R, SL_RULE_CHANGE, ask_owner },
  { "2.9", SL_KIND_ANY, ALL, R, SL_RULE_CHANGE, ask_later },
};
const guint sl_n_rules_any = G_N_ELEMENTS (sl_rules_any);
