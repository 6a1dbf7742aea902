/* Running the table: on a transaction, on everything; and what follows from a change without being typed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rules/sl-rules-private.h"

#include <string.h>

typedef struct
{
  const SlRule *rules;
  guint n;
} Table;

static void
run_rules (SlCheck *check, int kind, guint when)
{
  const Table tables[] = { { sl_rules_risk, sl_n_rules_risk },
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
        check->rule = rule;
        rule->check (check);
      }
}

/* --- A transaction ------------------------------------------------------------------------------------------------ */

typedef struct
{
  guint64 mask;
} ParentMask;

/* Notes on the risk that a child of it changed. */
static void
note_parent (SlUidMap *parents, const SlChange *change)
{
  const SlRecord *record = change->after != NULL ? change->after : change->before;
  int parent = sl_kind_get (change->kind)->parent;
  guint64 bit = change->kind == SL_KIND_RISK_ASSESSMENT ? SL_CHILD_ASSESSMENT
                : change->kind == SL_KIND_ACTION        ? SL_CHILD_ACTION
                : change->kind == SL_KIND_RISK_REVIEW   ? SL_CHILD_REVIEW
                                                        : 0;
  ParentMask *noted;
  SlValue value;

  if (bit == 0)
    return;
  sl_record_get (record, (guint) parent, &value);
  if (value.is_null)
    return;
  noted = sl_uid_map_get (parents, value.i);
  if (noted == NULL)
    {
      noted = g_new0 (ParentMask, 1);
      sl_uid_map_set (parents, value.i, noted);
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

typedef struct
{
  SlCheck *check;
  const SlTx *tx;
} ParentRun;

static void
check_parent (SlUid uid, gpointer noted, gpointer data)
{
  ParentRun *run = data;

  run->check->mask = ((ParentMask *) noted)->mask;
  run->check->before = sl_data_lookup (sl_tx_base (run->tx), uid);
  run->check->after = sl_data_lookup (sl_tx_data (run->tx), uid);
  if (run->check->mask != 0 && run->check->after != NULL)
    run_rules (run->check, SL_KIND_RISK, SL_RULE_STATE | SL_RULE_CHANGE);
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
  ParentRun run = { &check, tx };

  g_return_if_fail (tx != NULL && before != NULL && after != NULL && context != NULL && findings != NULL);
  changes = sl_tx_changes (tx);
  for (guint i = 0; i < changes->len; i++)
    note_parent (parents, &g_array_index (changes, SlChange, i));
  for (guint i = 0; i < changes->len; i++)
    check_change (&check, &g_array_index (changes, SlChange, i), parents);
  sl_uid_map_foreach (parents, check_parent, &run);
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

/* "R-2" before "R-10": by prefix, then number (domain.md 2.1). */
static int
compare_codes (const char *a, const char *b)
{
  gsize n = strcspn (a, "0123456789"), m = strcspn (b, "0123456789");
  int order = n != m ? strcmp (a, b) : strncmp (a, b, n);
  guint64 x, y;

  if (order != 0)
    return order;
  x = g_ascii_strtoull (a + n, NULL, 10);
  y = g_ascii_strtoull (b + m, NULL, 10);
  return x != y ? (x > y) - (x < y) : strcmp (a, b);
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const SlFinding *x = *(const SlFinding *const *) a, *y = *(const SlFinding *const *) b;
  int order = (x->kind > y->kind) - (x->kind < y->kind);

  if (order == 0)
    order = compare_codes (x->code, y->code);
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
complete_action (SlTx *tx, const SlChange *change, const SlActContext *act, const char *reason, GError **error)
{
  const SlAction *before = SL_AS (ACTION, change->before);
  const SlAction *after = SL_AS (ACTION, change->after);
  SlUid move;

  if (after->original_due == SL_DATE_NONE && after->due != SL_DATE_NONE
      && !sl_tx_set (tx, change->uid, SL_ACTION_ORIGINAL_DUE, &SL_VALUE_DATE (after->due), error))
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
stamp (SlTx *tx, SlUid uid, guint field, SlDate present, SlDate day, GError **error)
{
  return present != SL_DATE_NONE || sl_tx_set (tx, uid, field, &SL_VALUE_DATE (day), error);
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
      return stamp (tx, change->uid, SL_RISK_CLOSED_ON, after->closed_on, act->day, error);
    case SL_RISK_STATE_OCCURRED:
      return stamp (tx, change->uid, SL_RISK_OCCURRED_ON, after->occurred_on, act->day, error);
    case SL_RISK_STATE_TOLERATED:
      return stamp (tx, change->uid, SL_RISK_ACCEPTED_ON, after->accepted_on, act->day, error);
    default:
      if (before == NULL || before->state != SL_RISK_STATE_CLOSED)
        return TRUE;
      /* Reopened: the day and reason of the closing stay in the history, not on the risk. */
      return sl_tx_set (tx, change->uid, SL_RISK_CLOSED_ON, &SL_VALUE_NULL (SL_TYPE_DATE), error)
             && sl_tx_set (tx, change->uid, SL_RISK_CLOSE_REASON, &SL_VALUE_NULL (SL_TYPE_ENUM), error);
    }
}

gboolean
sl_rules_complete (SlTx *tx, const SlActContext *context, const char *reason, GError **error)
{
  g_autoptr (GArray) changes = NULL;
  SlVerb verb;

  g_return_val_if_fail (tx != NULL && context != NULL, FALSE);
  verb = sl_tx_verb (tx);
  if (verb == SL_VERB_CREATE || verb == SL_VERB_IMPORT || verb == SL_VERB_UNDO || verb == SL_VERB_REDO)
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
    }
  return TRUE;
}
