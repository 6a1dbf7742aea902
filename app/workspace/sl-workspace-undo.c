/* Undo and redo: change-sets that pass every rule (design.md decision 13).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * There is no stack to lose: what can be taken back is read from the journal, newest first. An undo names the change-set
 * it took back, a redo the undo; so
 *   - whatever an undo names is done with: it was taken back, or a redo stands for it;
 *   - a redo can be taken back like an ordinary change-set;
 *   - an undo that no redo names can be done again until the person makes an ordinary change.
 */
#include "config.h"

#include "workspace/sl-workspace-private.h"

#include "base/sl-error.h"

#include <glib/gi18n-lib.h>

/* How far back the journal is searched for one person's own change. */
#define SEARCH_LIMIT 2000

typedef struct
{
  SlWorkspace *self;
  GHashTable *named; /* seqs that a later undo or redo names */
  gboolean redo_closed;
  guint seen;
} Search;

static gboolean
named (const Search *search, gint64 seq)
{
  return g_hash_table_contains (search->named, &seq);
}

static gboolean
look_at (SlChangeSet *change_set, gpointer data)
{
  Search *search = data;
  SlWorkspace *self = search->self;

  if (++search->seen > SEARCH_LIMIT)
    return FALSE;
  if (change_set->actor != self->actor)
    return TRUE;
  if (change_set->undo_of != 0)
    g_hash_table_add (search->named, g_memdup2 (&change_set->undo_of, sizeof (gint64)));
  if (change_set->verb == SL_VERB_UNDO)
    {
      if (!search->redo_closed && self->redo == NULL && !named (search, change_set->seq))
        self->redo = sl_change_set_ref (change_set);
      return TRUE;
    }
  if (change_set->verb != SL_VERB_REDO)
    search->redo_closed = TRUE;
  if (!named (search, change_set->seq))
    self->undo = sl_change_set_ref (change_set);
  return self->undo == NULL || !search->redo_closed;
}

/* Goes on past the change-set to undo only to learn whether something can be redone. */
static gboolean
look_back (SlChangeSet *change_set, gpointer data)
{
  Search *search = data;
  SlChangeSet *found = g_steal_pointer (&search->self->undo);
  gboolean more = look_at (change_set, data);

  if (found != NULL)
    {
      g_clear_pointer (&search->self->undo, sl_change_set_unref);
      search->self->undo = found;
      return !search->redo_closed && search->seen <= SEARCH_LIMIT;
    }
  return more;
}

/* FALSE when the journal cannot be read now: then nothing is known, and the next asking looks again. */
static gboolean
find_undo (SlWorkspace *self, GError **error)
{
  Search search = { self, NULL, FALSE, 0 };

  if (self->undo_known || self->state != SL_WORKSPACE_READY)
    return TRUE;
  search.named = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->undo_known = sl_store_read_back (self->store, 0, look_back, &search, error);
  g_hash_table_unref (search.named);
  if (self->undo_known)
    return TRUE;
  g_clear_pointer (&self->undo, sl_change_set_unref);
  g_clear_pointer (&self->redo, sl_change_set_unref);
  return FALSE;
}

/* Making a programme, reading one in and settings versions are not undone. */
static gboolean
is_final (const SlChangeSet *change_set)
{
  if (change_set->verb == SL_VERB_CREATE || change_set->verb == SL_VERB_LOAD)
    return TRUE;
  for (guint i = 0; i < change_set->n_changes; i++)
    if (sl_kind_get (change_set->changes[i].kind)->flags & SL_KIND_FINAL)
      return TRUE;
  return FALSE;
}

gboolean
sl_workspace_can_undo (SlWorkspace *self)
{
  g_return_val_if_fail (SL_IS_WORKSPACE (self), FALSE);
  find_undo (self, NULL);
  return self->undo != NULL && !is_final (self->undo) && !sl_workspace_is_read_only (self);
}

gboolean
sl_workspace_can_redo (SlWorkspace *self)
{
  g_return_val_if_fail (SL_IS_WORKSPACE (self), FALSE);
  find_undo (self, NULL);
  return self->redo != NULL && !sl_workspace_is_read_only (self);
}

/* Every masked field must still have the value that was set; of a record that would go, every field: what others have
 * filled in since would go with it. */
static gboolean
still_as_set (SlWorkspace *self, const SlRecord *current, const SlChange *change, GError **error)
{
  for (guint f = 0; f < sl_kind_get (change->kind)->n_fields; f++)
    {
      SlValue now, set;

      if (change->before != NULL && !(change->mask & SL_MASK (f)))
        continue;
      sl_record_get (current, f, &now);
      sl_record_get (change->after, f, &set);
      if (!sl_value_equal (&now, &set))
        {
          sl_workspace_set_conflict (self, change->kind, change->uid, f, &now, &set, error);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
revert_fields (SlTx *tx, const SlChange *change, GError **error)
{
  for (guint f = 0; f < sl_kind_get (change->kind)->n_fields; f++)
    {
      SlValue value;

      if (!(change->mask & SL_MASK (f)))
        continue;
      sl_record_get (change->before, f, &value);
      if (!sl_tx_set (tx, change->uid, f, &value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
revert (SlWorkspace *self, SlTx *tx, const SlChange *change, GError **error)
{
  const SlRecord *current = sl_data_lookup (sl_tx_data (tx), change->uid);

  if (change->after == NULL)
    {
      sl_tx_put (tx, change->before);
      return TRUE;
    }
  if (current == NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_CONFLICT, _ ("The record was deleted meanwhile"));
      return FALSE;
    }
  if (!still_as_set (self, current, change, error))
    return FALSE;
  return change->before == NULL ? sl_tx_delete (tx, change->uid, error) : revert_fields (tx, change, error);
}

static gboolean
take_back (SlWorkspace *self, SlChangeSet *change_set, SlVerb verb, GError **error)
{
  g_autoptr (SlTx) tx = sl_workspace_begin (self, verb);
  guint n_made = 0;

  for (guint i = change_set->n_changes; i > 0; i--)
    {
      const SlChange *change = &change_set->changes[i - 1];

      /* A child that went with its parent is gone already. */
      if (change->before == NULL && sl_data_lookup (sl_tx_data (tx), change->uid) == NULL
          && sl_data_lookup (sl_tx_base (tx), change->uid) != NULL)
        {
          n_made++;
          continue;
        }
      if (!revert (self, tx, change, error))
        return FALSE;
      n_made += change->before == NULL;
    }
  return sl_workspace_check_deletions (tx, n_made, error)
         && sl_workspace_commit_full (self, g_steal_pointer (&tx), NULL, change_set->seq, error);
}

gboolean
sl_workspace_undo (SlWorkspace *self, GError **error)
{
  g_autoptr (SlChangeSet) change_set = NULL;

  g_return_val_if_fail (SL_IS_WORKSPACE (self), FALSE);
  if (!find_undo (self, error))
    return FALSE;
  if (self->undo == NULL || is_final (self->undo))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_REFUSED,
                   self->undo == NULL ? _ ("There is nothing of yours to undo")
                                      : _ ("Your latest change is of a kind that is not undone"));
      return FALSE;
    }
  change_set = sl_change_set_ref (self->undo);
  return take_back (self, change_set, SL_VERB_UNDO, error);
}

gboolean
sl_workspace_redo (SlWorkspace *self, GError **error)
{
  g_autoptr (SlChangeSet) change_set = NULL;

  g_return_val_if_fail (SL_IS_WORKSPACE (self), FALSE);
  if (!find_undo (self, error))
    return FALSE;
  if (self->redo == NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_REFUSED, _ ("There is nothing of yours to redo"));
      return FALSE;
    }
  change_set = sl_change_set_ref (self->redo);
  return take_back (self, change_set, SL_VERB_REDO, error);
}

/* What was done in the first place, whether it was last done, undone or redone. */
static char *
plain_label (SlWorkspace *self, const SlChangeSet *change_set)
{
  SlChangeSet plain = *change_set;
  gboolean inverted = plain.verb == SL_VERB_UNDO;

  if (plain.undo_of != 0 && plain.n_changes > 0)
    {
      const SlChange *first = &plain.changes[0];

      plain.verb = first->before != NULL && first->after != NULL ? SL_VERB_EDIT
                   : (first->after == NULL) == inverted          ? SL_VERB_ADD
                                                                 : SL_VERB_DELETE;
    }
  return sl_change_set_dup_label (&plain, sl_workspace_data (self), TRUE);
}

char *
sl_workspace_dup_undo_label (SlWorkspace *self)
{
  return sl_workspace_can_undo (self) ? plain_label (self, self->undo) : NULL;
}

char *
sl_workspace_dup_redo_label (SlWorkspace *self)
{
  return sl_workspace_can_redo (self) ? plain_label (self, self->redo) : NULL;
}
