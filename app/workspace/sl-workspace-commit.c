/* Committing: completion, checks, append, and what happens when someone else was first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "workspace/sl-workspace-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "model/sl-code.h"

#include <glib/gi18n-lib.h>

SlTx *
sl_workspace_begin (SlWorkspace *self, SlVerb verb)
{
  g_return_val_if_fail (SL_IS_WORKSPACE (self), NULL);
  return sl_tx_new (sl_workspace_data (self), verb);
}

static gboolean
refuse (GError **error, int code, const char *message)
{
  g_set_error_literal (error, SL_ERROR, code, message);
  return FALSE;
}

/* Dated acts belong to the day that counts; looking at another day is for looking (design.md decision 9). */
static gboolean
check_clock (SlWorkspace *self, const GArray *changes, GError **error)
{
  if (sl_workspace_as_of (self) == sl_workspace_default_as_of (self))
    return TRUE;
  for (guint i = 0; i < changes->len; i++)
    {
      const SlChange *change = &g_array_index (changes, SlChange, i);

      if (change->before == NULL && sl_kind_get (change->kind)->flags & SL_KIND_APPEND_ONLY)
        return refuse (error, SL_ERROR_REFUSED,
                       _ ("You are looking at another day; set the as-of date back before you record anything dated"));
    }
  return TRUE;
}

static gboolean
check_open (SlWorkspace *self, GError **error)
{
  g_autofree char *obstacle = sl_workspace_dup_obstacle (self);

  if (obstacle == NULL)
    return TRUE;
  return refuse (error,
                 self->state == SL_WORKSPACE_READY ? SL_ERROR_READ_ONLY : SL_ERROR_REFUSED, obstacle);
}

/* What the rules say of @tx, appended to @findings. */
static gboolean
find_faults (SlWorkspace *self, const SlTx *tx, const SlActContext *context, GPtrArray *findings, GError **error)
{
  SlView before = { sl_workspace_data (self), context->day, sl_data_settings (sl_workspace_data (self)) };
  SlView after = { sl_tx_data (tx), before.as_of, sl_data_settings (sl_tx_data (tx)) };

  if (after.settings == NULL && before.settings != NULL)
    return refuse (error, SL_ERROR_RULE, _ ("A file keeps its programme and the settings it is judged by"));
  if (after.settings == NULL)
    return TRUE; /* a file still being filled: there are no scales to judge by */
  if (before.settings == NULL)
    before.settings = after.settings;
  sl_rules_check_tx (tx, &before, &after, context, findings);
  return TRUE;
}

static gboolean
check_rules (SlWorkspace *self, const SlTx *tx, const SlActContext *context, GError **error)
{
  g_autoptr (GPtrArray) findings = sl_findings_new ();
  GError *refusal;

  if (!find_faults (self, tx, context, findings, error))
    return FALSE;
  refusal = sl_findings_to_error (findings, context->reason_given);
  if (refusal == NULL)
    return TRUE;
  g_propagate_error (error, refusal);
  return FALSE;
}

void
sl_workspace_set_conflict (SlWorkspace *self, int kind, SlUid uid, guint field, const SlValue *theirs,
                           const SlValue *ours, GError **error)
{
  const SlData *data = sl_workspace_data (self);
  const SlField *f = &sl_kind_get (kind)->fields[field];
  const SlRecord *record = sl_data_lookup (data, uid);
  const char *code = record != NULL ? sl_record_code (record) : NULL;
  g_autofree char *there = sl_data_dup_display (data, f, theirs);
  g_autofree char *here = sl_data_dup_display (data, f, ours);
  g_autofree char *text = NULL;

  /* TRANSLATORS: {1} a record such as R-005, {2} one of its fields, {3} its value now, {4} the value we wanted. */
  text = sl_text_compose (_ ("{1}: {2} was changed meanwhile to “{3}”; yours is “{4}”"),
                          (const char *const[]){ code != NULL ? code : g_dgettext (GETTEXT_PACKAGE, sl_kind_get (kind)->label),
                                                 g_dgettext (GETTEXT_PACKAGE, f->label), there, here, NULL });
  g_set_error_literal (error, SL_ERROR, SL_ERROR_CONFLICT, text);
}

gboolean
sl_workspace_check_deletions (const SlTx *tx, guint n, GError **error)
{
  g_autoptr (GArray) changes = sl_tx_changes (tx);
  guint deleted = 0;

  for (guint i = 0; i < changes->len; i++)
    deleted += g_array_index (changes, SlChange, i).after == NULL;
  if (deleted <= n)
    return TRUE;
  return refuse (error, SL_ERROR_CONFLICT, _ ("Others have added to the record since, and that would be deleted with it"));
}

static gboolean
clash (SlWorkspace *self, const SlChange *theirs, const SlChange *ours, GError **error)
{
  guint64 both = theirs->mask & ours->mask;

  if (theirs->uid != ours->uid)
    return FALSE;
  if (theirs->after == NULL || ours->after == NULL)
    {
      if (theirs->after == ours->after)
        return FALSE;
      refuse (error, SL_ERROR_CONFLICT, _ ("The record was deleted or changed by someone else meanwhile"));
      return TRUE;
    }
  for (guint f = 0; f < sl_kind_get (ours->kind)->n_fields; f++)
    if (both & SL_MASK (f))
      {
        SlValue there, here;

        sl_record_get (theirs->after, f, &there);
        sl_record_get (ours->after, f, &here);
        if (sl_value_equal (&there, &here))
          continue;
        sl_workspace_set_conflict (self, ours->kind, ours->uid, f, &there, &here, error);
        return TRUE;
      }
  return FALSE;
}

static gboolean
check_clashes (SlWorkspace *self, const GPtrArray *theirs, const GArray *ours, GError **error)
{
  g_autoptr (SlUidMap) by_uid = sl_uid_map_new (NULL);

  for (guint i = 0; i < ours->len; i++)
    sl_uid_map_set (by_uid, g_array_index (ours, SlChange, i).uid, &g_array_index (ours, SlChange, i));
  for (guint i = 0; i < theirs->len; i++)
    {
      const SlChangeSet *change_set = theirs->pdata[i];

      for (guint k = 0; k < change_set->n_changes; k++)
        {
          const SlChange *mine = sl_uid_map_get (by_uid, change_set->changes[k].uid);

          if (mine != NULL && clash (self, &change_set->changes[k], mine, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* The codes that others gave meanwhile, whether or not they still stand: none is given twice. */
static GHashTable *
codes_given (const GPtrArray *theirs)
{
  GHashTable *codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < theirs->len; i++)
    {
      const SlChangeSet *change_set = theirs->pdata[i];

      for (guint k = 0; k < change_set->n_changes; k++)
        if (change_set->changes[k].before == NULL && sl_record_code (change_set->changes[k].after) != NULL)
          g_hash_table_add (codes, g_strdup (sl_record_code (change_set->changes[k].after)));
    }
  return codes;
}

static void
replay_created (SlTx *tx, const SlRecord *made, GHashTable *given)
{
  const SlKind *kind = sl_record_kind (made);
  const char *code = sl_record_code (made);
  g_autofree char *fresh = NULL;
  g_autoptr (SlRecord) record = NULL;
  SlRecordEdit edit;

  sl_record_edit_from (&edit, made);
  if (code != NULL && (sl_data_by_code (sl_tx_data (tx), code) != NULL || g_hash_table_contains (given, code)))
    {
      fresh = sl_code_dup_next (sl_tx_data (tx), made);
      sl_record_edit_set (&edit, (guint) kind->code, fresh != NULL ? &SL_VALUE_TEXT (fresh) : &SL_VALUE_NULL (SL_TYPE_TEXT));
    }
  record = sl_record_edit_done (&edit);
  sl_tx_put (tx, record);
}

static gboolean
replay_edited (SlTx *tx, const SlChange *change, GError **error)
{
  for (guint f = 0; f < sl_kind_get (change->kind)->n_fields; f++)
    {
      SlValue value;

      if (!(change->mask & SL_MASK (f)))
        continue;
      sl_record_get (change->after, f, &value);
      if (!sl_tx_set (tx, change->uid, f, &value, error))
        return FALSE;
    }
  return TRUE;
}

/* The same change once more, over the data as others have left it. */
static SlTx *
replay (SlWorkspace *self, const GArray *ours, const GPtrArray *theirs, SlVerb verb, GError **error)
{
  g_autoptr (SlTx) tx = sl_workspace_begin (self, verb);
  g_autoptr (GHashTable) given = codes_given (theirs);
  guint n_deleted = 0;

  for (guint i = 0; i < ours->len; i++)
    {
      const SlChange *change = &g_array_index (ours, SlChange, i);

      if (change->before == NULL)
        replay_created (tx, change->after, given);
      else if (change->after != NULL)
        {
          if (!replay_edited (tx, change, error))
            return NULL;
        }
      else
        {
          n_deleted++;
          if (sl_data_lookup (sl_tx_data (tx), change->uid) != NULL && !sl_tx_delete (tx, change->uid, error))
            return NULL;
        }
    }
  return sl_workspace_check_deletions (tx, n_deleted, error) ? g_steal_pointer (&tx) : NULL;
}

/* A transaction that was begun before the data changed would write old values over new ones. */
static gboolean
check_base (SlWorkspace *self, const GArray *changes, GError **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const SlChange *change = &g_array_index (changes, SlChange, i);

      if (sl_data_lookup (sl_workspace_data (self), change->uid) != change->before)
        return refuse (error, SL_ERROR_CONFLICT, _ ("The record was deleted or changed by someone else meanwhile"));
    }
  return TRUE;
}

/* Who acts must be there afterwards: the history names them, and the next act would be nobody's. */
static gboolean
check_actor (SlWorkspace *self, const SlTx *tx, GError **error)
{
  if (self->actor == SL_UID_NONE || sl_data_lookup (sl_tx_data (tx), self->actor) != NULL)
    return TRUE;
  return refuse (error, SL_ERROR_REFUSED, _ ("You cannot delete the person you are acting as; act as someone else first"));
}

/* Everything but the rules. */
static gboolean
check_changes (SlWorkspace *self, const SlTx *tx, const GArray *changes, GError **error)
{
  return check_base (self, changes, error) && check_actor (self, tx, error) && sl_tx_check_structure (tx, error)
         && check_clock (self, changes, error);
}

/* The checked changes of @tx; an empty array when it changes nothing; NULL with @error. */
static GArray *
checked_changes (SlWorkspace *self, const SlTx *tx, const SlActContext *context, GError **error)
{
  g_autoptr (GArray) changes = sl_tx_changes (tx);

  if (!check_changes (self, tx, changes, error) || !check_rules (self, tx, context, error))
    return NULL;
  return g_steal_pointer (&changes);
}

static SlChangeSet *
make_change_set (SlWorkspace *self, const GArray *changes, SlVerb verb, const char *reason, gint64 undo_of)
{
  GArray *copy = g_array_sized_new (FALSE, TRUE, sizeof (SlChange), changes->len);
  SlChangeSet *change_set;

  for (guint i = 0; i < changes->len; i++)
    {
      SlChange change = g_array_index (changes, SlChange, i);

      change.before = change.before != NULL ? sl_record_ref (change.before) : NULL;
      change.after = change.after != NULL ? sl_record_ref (change.after) : NULL;
      g_array_append_val (copy, change);
    }
  change_set = sl_change_set_new (copy, verb, self->actor, reason);
  change_set->undo_of = undo_of;
  sl_programme_digest_after (self->programme, change_set->changes, change_set->n_changes, &change_set->digest);
  return change_set;
}

static void
finish (SlWorkspace *self, SlChangeSet *change_set)
{
  self->head = (SlHead){ change_set->seq, change_set->hash, change_set->digest };
  if (change_set->reason != NULL)
    {
      g_free (self->last_reason);
      self->last_reason = g_strdup (change_set->reason);
    }
  sl_programme_apply (self->programme, change_set);
  /* Who heard of it may have made a further change already: then this one is not the latest. */
  sl_workspace_forget_undo (self, change_set->undo_of == 0 && self->head.seq == change_set->seq ? change_set : NULL);
}

/* A head that moved without anything after ours went back: trying again would never end. */
static gboolean
check_news (const GPtrArray *theirs, GError **error)
{
  return theirs->len > 0
         || refuse (error, SL_ERROR_CONFLICT,
                    _ ("The file was put back to an earlier state by something else; close the programme and open it again"));
}

gboolean
sl_workspace_commit_full (SlWorkspace *self, SlTx *taken, const char *reason, gint64 undo_of, GError **error)
{
  g_autoptr (SlTx) tx = taken;
  SlVerb verb = sl_tx_verb (tx);
  SlActContext context;

  sl_workspace_act_context (self, reason, &context);
  if (!check_open (self, error) || !sl_rules_complete (tx, &context, reason, error))
    return FALSE;
  while (TRUE)
    {
      g_autoptr (GArray) changes = checked_changes (self, tx, &context, error);
      g_autoptr (SlChangeSet) change_set = NULL;
      g_autoptr (GPtrArray) theirs = NULL;
      g_autoptr (GError) failure = NULL;

      if (changes == NULL)
        return FALSE;
      if (changes->len == 0)
        return TRUE;
      change_set = make_change_set (self, changes, verb, reason, undo_of);
      if (sl_store_append (self->store, change_set, &self->head, &failure))
        {
          g_clear_pointer (&tx, sl_tx_free);
          finish (self, change_set);
          return TRUE;
        }
      if (!g_error_matches (failure, SL_ERROR, SL_ERROR_MOVED))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      /* Someone else was first: take theirs in, and ours again on top, unless both touched the same field. */
      g_clear_pointer (&tx, sl_tx_free);
      theirs = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_change_set_unref);
      if (!sl_workspace_catch_up (self, theirs, error) || !check_news (theirs, error)
          || !check_clashes (self, theirs, changes, error))
        return FALSE;
      /* A whole programme comes in place of what was looked at, and of nothing else. */
      if (verb == SL_VERB_LOAD)
        return refuse (error, SL_ERROR_CONFLICT, _ ("The file was changed by someone else meanwhile"));
      tx = replay (self, changes, theirs, verb, error);
      if (tx == NULL)
        return FALSE;
    }
}

gboolean
sl_workspace_commit (SlWorkspace *self, SlTx *tx, const char *reason, GError **error)
{
  g_return_val_if_fail (SL_IS_WORKSPACE (self) && tx != NULL, FALSE);
  return sl_workspace_commit_full (self, tx, reason, 0, error);
}

gboolean
sl_workspace_commit_as (SlWorkspace *self, SlTx *tx, SlUid actor, const char *reason, GError **error)
{
  SlUid former;

  g_return_val_if_fail (SL_IS_WORKSPACE (self) && tx != NULL, FALSE);
  former = self->actor;
  self->actor = actor;
  if (!sl_workspace_commit_full (self, tx, reason, 0, error))
    {
      self->actor = former;
      return FALSE;
    }
  if (actor != former)
    {
      sl_workspace_forget_undo (self, NULL);
      g_object_notify (G_OBJECT (self), "actor");
    }
  return TRUE;
}

gboolean
sl_workspace_try (SlWorkspace *self, SlTx *tx, SlUid actor, const char *reason, GError **error)
{
  g_autoptr (GArray) changes = NULL;
  SlActContext context;
  SlUid former;

  g_return_val_if_fail (SL_IS_WORKSPACE (self) && tx != NULL, FALSE);
  former = self->actor;
  self->actor = actor;
  sl_workspace_act_context (self, reason, &context);
  if (sl_rules_complete (tx, &context, reason, error))
    changes = checked_changes (self, tx, &context, error);
  self->actor = former;
  return changes != NULL;
}

gboolean
sl_workspace_judge (SlWorkspace *self, SlTx *tx, GPtrArray *findings, GError **error)
{
  g_autoptr (GArray) changes = NULL;
  SlActContext context;

  g_return_val_if_fail (SL_IS_WORKSPACE (self) && tx != NULL && findings != NULL, FALSE);
  sl_workspace_act_context (self, NULL, &context);
  if (!sl_rules_complete (tx, &context, NULL, error))
    return FALSE;
  changes = sl_tx_changes (tx);
  return check_changes (self, tx, changes, error) && find_faults (self, tx, &context, findings, error);
}

gboolean
sl_workspace_set_text (SlWorkspace *self, SlUid uid, guint field, const char *text, const char *reason, GError **error)
{
  g_autoptr (SlTx) tx = sl_workspace_begin (self, SL_VERB_EDIT);

  if (!sl_tx_set_text (tx, uid, field, text, sl_workspace_default_as_of (self), error))
    return FALSE;
  return sl_workspace_commit_full (self, g_steal_pointer (&tx), reason, 0, error);
}
