/* Running the table: on a transaction, on everything; and what follows from a change without being typed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rules/sl-rules-private.h"

#include "base/sl-text.h"
#include "model/sl-code.h"

#include <string.h>

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
  const Table tables[] = { { sl_rules_risk, sl_n_rules_risk },
                           { sl_rules_risk_acts, sl_n_rules_risk_acts },
                           { sl_rules_action, sl_n_rules_action },
                           { sl_rules_common, sl_n_rules_common } };

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    for (guint i = 0; i < tables[t].n; i++)
      {
        const SlRule *rule = &tables[t].rules[i];

        /* Rules without a mask speak of everything (time, emptiness) or of a deletion. */
        if (rule->kind != kind || !(rule->when & when)
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
    order = strcmp (x->rule, y->rule);
  return order != 0 ? order : (x->uid > y->uid) - (x->uid < y->uid);
}

void
sl_rules_check_all (const SlView *view, GPtrArray *findings)
{
  SlCheck check = { .view = view, .mask = G_MAXUINT64, .findings = findings };

  g_return_if_fail (view != NULL && view->settings != NULL && findings != NULL);
  for (int kind = 0; kind < SL_N_KINDS; kind++)
    sl_data_each (view->data, kind, check_record, &check);
  g_ptr_array_sort (findings, compare_findings);
}

/* --- Completion --------------------------------------------------------------------------------------------------- */

static gboolean
set_if_empty (SlTx *tx, SlUid uid, guint field, SlValue value, GError **error)
{
  SlValue present;

  sl_record_get (sl_data_lookup (sl_tx_data (tx), uid), field, &present);
  return !present.is_null || sl_tx_set (tx, uid, field, &value, error);
}

/* Who verifies is who acts, today, unless the change says otherwise. */
static gboolean
complete_verified (SlTx *tx, SlUid uid, const SlActContext *act, GError **error)
{
  return set_if_empty (tx, uid, SL_ACTION_VERIFIED_ON, SL_VALUE_DATE (act->day), error)
         && (act->actor == SL_UID_NONE
             || set_if_empty (tx, uid, SL_ACTION_VERIFIED_BY, SL_VALUE_REF (act->actor), error));
}

static gboolean
complete_action (SlTx *tx, const SlChange *change, const SlActContext *act, const char *reason, GError **error)
{
  const SlAction *before = SL_AS (ACTION, change->before);
  const SlAction *after = SL_AS (ACTION, change->after);
  SlUid move;

  if (after->due != SL_DATE_NONE
      && !set_if_empty (tx, change->uid, SL_ACTION_ORIGINAL_DUE, SL_VALUE_DATE (after->due), error))
    return FALSE;
  if (after->state == SL_ACTION_STATE_VERIFIED && (before == NULL || before->state != after->state)
      && !complete_verified (tx, change->uid, act, error))
    return FALSE;
  if (before == NULL || before->due == SL_DATE_NONE || after->due == SL_DATE_NONE || before->due == after->due)
    return TRUE;
  move = sl_tx_create (tx, SL_KIND_DUE_MOVE);
  return sl_tx_set (tx, move, SL_DUE_MOVE_ACTION, &SL_VALUE_REF (change->uid), error)
         && sl_tx_set (tx, move, SL_DUE_MOVE_FROM, &SL_VALUE_DATE (before->due), error)
         && sl_tx_set (tx, move, SL_DUE_MOVE_TO, &SL_VALUE_DATE (after->due), error)
         && sl_tx_set (tx, move, SL_DUE_MOVE_ON, &SL_VALUE_DATE (act->day), error)
         && (act->actor == SL_UID_NONE || sl_tx_set (tx, move, SL_DUE_MOVE_BY, &SL_VALUE_REF (act->actor), error))
         && (!act->reason_given || sl_tx_set_text (tx, move, SL_DUE_MOVE_REASON, reason, act->day, error));
}

static gboolean
complete_risk (SlTx *tx, const SlChange *change, const SlActContext *act, GError **error)
{
  const SlRisk *before = SL_AS (RISK, change->before);
  const SlRisk *after = SL_AS (RISK, change->after);

  if (before != NULL && before->state == after->state)
    return TRUE;
  switch (after->state)
    {
    case SL_RISK_STATE_CLOSED:
      return set_if_empty (tx, change->uid, SL_RISK_CLOSED_ON, SL_VALUE_DATE (act->day), error);
    case SL_RISK_STATE_OCCURRED:
      return set_if_empty (tx, change->uid, SL_RISK_OCCURRED_ON, SL_VALUE_DATE (act->day), error);
    case SL_RISK_STATE_TOLERATED:
      /* Tolerating a threat is the response “accept”; F-9 counts it only then. */
      return set_if_empty (tx, change->uid, SL_RISK_ACCEPTED_ON, SL_VALUE_DATE (act->day), error)
             && (after->kind != SL_RISK_KIND_THREAT
                 || set_if_empty (tx, change->uid, SL_RISK_RESPONSE, SL_VALUE_ENUM (SL_RESPONSE_ACCEPT), error));
    default:
      if (before == NULL || before->state != SL_RISK_STATE_CLOSED)
        return TRUE;
      /* Reopened: the day and reason of the closing stay in the history, not on the risk. */
      return sl_tx_set (tx, change->uid, SL_RISK_CLOSED_ON, &SL_VALUE_NULL (SL_TYPE_DATE), error)
             && sl_tx_set (tx, change->uid, SL_RISK_CLOSE_REASON, &SL_VALUE_NULL (SL_TYPE_ENUM), error);
    }
}

/* A new settings version says who made it, when and why. */
static gboolean
complete_settings (SlTx *tx, SlUid uid, const SlActContext *act, const char *reason, GError **error)
{
  g_autofree char *line = sl_text_clean (reason, TRUE);

  return set_if_empty (tx, uid, SL_SETTINGS_CHANGED_ON, SL_VALUE_DATE (act->day), error)
         && (act->actor == SL_UID_NONE
             || set_if_empty (tx, uid, SL_SETTINGS_CHANGED_BY, SL_VALUE_REF (act->actor), error))
         && (line == NULL || set_if_empty (tx, uid, SL_SETTINGS_REASON, SL_VALUE_TEXT (line), error));
}

gboolean
sl_rules_complete (SlTx *tx, const SlActContext *context, const char *reason, GError **error)
{
  g_autoptr (GArray) changes = NULL;
  SlVerb verb;

  g_return_val_if_fail (tx != NULL && context != NULL, FALSE);
  verb = sl_tx_verb (tx);
  if (verb == SL_VERB_CREATE || verb == SL_VERB_IMPORT || verb == SL_VERB_LOAD || verb == SL_VERB_UNDO
      || verb == SL_VERB_REDO)
    return TRUE;
  changes = sl_tx_changes (tx);
  for (guint i = 0; i < changes->len; i++)
    {
      const SlChange *change = &g_array_index (changes, SlChange, i);

      if (change->after == NULL)
        continue;
      if (change->kind == SL_KIND_ACTION && !complete_action (tx, change, context, reason, error))
        return FALSE;
      if (change->kind == SL_KIND_RISK && !complete_risk (tx, change, context, error))
        return FALSE;
      if (change->kind == SL_KIND_SETTINGS && change->before == NULL
          && !complete_settings (tx, change->uid, context, reason, error))
        return FALSE;
    }
  return TRUE;
}
