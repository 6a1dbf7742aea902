/* Running the table: on a transaction, on everything.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rules/sl-rules-private.h"

#include "model/sl-code.h"


typedef struct
{
  const SlRule *rules;
  guint n;
} Table;

/* Moves on which a record answers for all of it, whatever stood there before. */
static gboolean
enters_service (const SlCheck *check)
{
  int state;

  if (check->after->kind == SL_KIND_RISK)
    return check->mask & SL_MASK (SL_RISK_STATE) && sl_risk_is_open (SL_AS (RISK, check->after));
  if (check->after->kind != SL_KIND_ACTION || !(check->mask & SL_MASK (SL_ACTION_STATE)))
    return FALSE;
  state = SL_AS (ACTION, check->after)->state;
  return state == SL_ACTION_STATE_DONE || state == SL_ACTION_STATE_VERIFIED;
}

static gboolean
contains_fault (const GPtrArray *findings, const SlFinding *like)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const SlFinding *other = findings->pdata[i];

      if (other->field == like->field && g_strcmp0 (other->format, like->format) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Drops what the rule found from @first on where the same was wrong before and the field at fault was not touched: an
 * imported register is put right cell by cell. */
static void
forgive_earlier (const SlCheck *check, guint first)
{
  g_autoptr (GPtrArray) earlier = NULL;
  SlCheck then = { .rule = check->rule, .view = check->before_view, .after = check->before, .mask = G_MAXUINT64 };

  if (check->findings->len == first || check->act == NULL || check->before == NULL || enters_service (check))
    return;
  earlier = sl_findings_new ();
  then.findings = earlier;
  check->rule->check (&then);
  for (guint i = check->findings->len; i > first; i--)
    {
      const SlFinding *finding = check->findings->pdata[i - 1];

      if ((finding->field < 0 || !(check->mask & SL_MASK (finding->field))) && contains_fault (earlier, finding))
        g_ptr_array_remove_index (check->findings, i - 1);
    }
}

void
sl_check_risk_status (const SlCheck *check, SlRiskStatus *status)
{
  const SlRisk *risk = SL_AS (RISK, check->after);
  SlCheckWhole *whole = check->whole;

  if (whole != NULL && whole->risk == risk->record.uid)
    *status = whole->status;
  else
    sl_risk_status (check->view, risk, status);
  if (whole != NULL && whole->risk != risk->record.uid)
    {
      whole->risk = risk->record.uid;
      whole->status = *status;
    }
}

static void
run_rule (SlCheck *check, const SlRule *rule)
{
  guint first = check->findings->len;

  check->rule = rule;
  rule->check (check);
  if (rule->severity == SL_SEVERITY_ERROR && rule->when & SL_RULE_STATE && check->after != NULL)
    forgive_earlier (check, first);
}

static void
run_rules (SlCheck *check, int kind, guint when)
{
  const Table tables[] = { { sl_rules_risk, sl_n_rules_risk },     { sl_rules_risk_acts, sl_n_rules_risk_acts },
                           { sl_rules_watch, sl_n_rules_watch },
                           { sl_rules_action, sl_n_rules_action }, { sl_rules_issue, sl_n_rules_issue },
                           { sl_rules_map, sl_n_rules_map },       { sl_rules_common, sl_n_rules_common },
                           { sl_rules_any, sl_n_rules_any },       { sl_rules_delete, sl_n_rules_delete } };

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    for (guint i = 0; i < tables[t].n; i++)
      {
        const SlRule *rule = &tables[t].rules[i];

        /* Rules without a mask speak of everything (time, emptiness) or of a deletion. */
        if ((rule->kind != kind && rule->kind != SL_KIND_ANY) || !(rule->when & when)
            || (rule->mask != 0 && !(rule->mask & check->mask))
            || (rule->mask == 0 && check->act != NULL && !(when & SL_RULE_DELETE)))
          continue;
        run_rule (check, rule);
      }
}

/* --- A transaction ------------------------------------------------------------------------------------------------ */

typedef struct
{
  guint64 mask;
} ParentMask;

/* The risk a record belongs to, and the bit that stands for its kind; SL_UID_NONE for other kinds. */
static SlUid
risk_of (const SlRecord *record, guint64 *bit)
{
  switch (record != NULL ? (int) record->kind : -1)
    {
    case SL_KIND_RISK_ASSESSMENT:
      *bit = SL_CHILD_ASSESSMENT;
      return SL_AS (RISK_ASSESSMENT, record)->risk;
    case SL_KIND_RISK_REVIEW:
      *bit = SL_CHILD_REVIEW;
      return SL_AS (RISK_REVIEW, record)->risk;
    case SL_KIND_ACTION:
      *bit = SL_CHILD_ACTION;
      return SL_AS (ACTION, record)->risk;
    default:
      return SL_UID_NONE;
    }
}

/* Notes on the risk that a child of it changed; one that moved away concerns the risk it left, too. */
static void
note_parent (SlUidMap *parents, const SlRecord *child)
{
  guint64 bit;
  SlUid risk = risk_of (child, &bit);
  ParentMask *noted;

  if (risk == SL_UID_NONE)
    return;
  noted = sl_uid_map_get (parents, risk);
  if (noted == NULL)
    {
      noted = g_new0 (ParentMask, 1);
      sl_uid_map_set (parents, risk, noted);
    }
  noted->mask |= bit;
}

static void
check_change (SlCheck *check, const SlChange *change, SlUidMap *parents)
{
  ParentMask *noted = change->kind == SL_KIND_RISK ? sl_uid_map_get (parents, change->uid) : NULL;

  check->before = change->before;
  check->after = change->after;
  /* A new record has everything to answer for; children count once, here. */
  check->mask = change->before == NULL ? G_MAXUINT64 : change->mask | (noted != NULL ? noted->mask : 0);
  if (noted != NULL)
    noted->mask = 0;
  run_rules (check, change->kind, change->after == NULL ? SL_RULE_DELETE : SL_RULE_STATE | SL_RULE_CHANGE);
}

/* The risk of @child, unless it was looked at already: on its own account, or for another child. */
static void
check_parent (SlCheck *check, const SlRecord *child, SlUidMap *parents)
{
  guint64 bit;
  SlUid risk = risk_of (child, &bit);
  ParentMask *noted = risk != SL_UID_NONE ? sl_uid_map_get (parents, risk) : NULL;

  if (noted == NULL || noted->mask == 0)
    return;
  check->mask = noted->mask;
  check->before = sl_data_lookup (check->before_view->data, risk);
  check->after = sl_data_lookup (check->view->data, risk);
  noted->mask = 0;
  if (check->after != NULL)
    run_rules (check, SL_KIND_RISK, SL_RULE_STATE | SL_RULE_CHANGE);
}

void
sl_rules_check_tx (const SlTx *tx, const SlView *before, const SlView *after, const SlActContext *context,
                   GPtrArray *findings)
{
  g_autoptr (GArray) changes = NULL;
  g_autoptr (SlUidMap) parents = sl_uid_map_new (g_free);
  SlCheck check = {
    .before_view = before, .view = after, .act = context, .verb = sl_tx_verb (tx), .findings = findings,
  };

  g_return_if_fail (tx != NULL && before != NULL && after != NULL && context != NULL && findings != NULL);
  /* What was a programme elsewhere comes back as it was: an owner may have left since. `check` tells. */
  if (check.verb == SL_VERB_LOAD)
    return;
  changes = sl_tx_changes (tx);
  for (guint i = 0; i < changes->len; i++)
    {
      note_parent (parents, g_array_index (changes, SlChange, i).before);
      note_parent (parents, g_array_index (changes, SlChange, i).after);
    }
  for (guint i = 0; i < changes->len; i++)
    check_change (&check, &g_array_index (changes, SlChange, i), parents);
  for (guint i = 0; i < changes->len; i++)
    {
      check_parent (&check, g_array_index (changes, SlChange, i).before, parents);
      check_parent (&check, g_array_index (changes, SlChange, i).after, parents);
    }
}

/* --- Everything --------------------------------------------------------------------------------------------------- */

static gboolean
check_record (const SlRecord *record, gpointer data)
{
  SlCheck *check = data;

  check->after = record;
  run_rules (check, record->kind, SL_RULE_STATE);
  return TRUE;
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const SlFinding *x = *(const SlFinding *const *) a, *y = *(const SlFinding *const *) b;
  int order = (x->kind > y->kind) - (x->kind < y->kind);

  if (order == 0)
    order = sl_code_compare (x->code, y->code);
  if (order == 0)
    order = sl_code_compare (x->rule, y->rule);
  return order != 0 ? order : (x->uid > y->uid) - (x->uid < y->uid);
}

void
sl_rules_check_all (const SlView *view, GPtrArray *findings)
{
  SlCheckWhole whole = { .risk = SL_UID_NONE };
  SlCheck check = { .view = view, .mask = G_MAXUINT64, .whole = &whole, .findings = findings };

  g_return_if_fail (view != NULL && view->settings != NULL && findings != NULL);
  whole.map = sl_map_status_new (view);
  sl_register_age (view, &whole.age);
  for (int kind = 0; kind < SL_N_KINDS; kind++)
    sl_data_each (view->data, kind, check_record, &check);
  sl_map_status_free (whole.map);
  g_ptr_array_sort (findings, compare_findings);
}
