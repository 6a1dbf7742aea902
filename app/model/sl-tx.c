/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/sl-tx-private.h"

#include "base/sl-error.h"
#include "model/sl-code.h"
#include "model/sl-ref-index-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
entry_free (gpointer data)
{
  SlTxEntry *entry = data;

  g_clear_pointer (&entry->before, sl_record_unref);
  g_clear_pointer (&entry->now, sl_record_unref);
  g_free (entry);
}

/* --- Reading through the overlay ---------------------------------------------------------------------------------- */

static const SlRecord *
tx_lookup (const SlData *data, SlUid uid)
{
  const SlTx *self = (const SlTx *) data;
  const SlTxEntry *entry = sl_uid_map_get (self->entries, uid);

  return entry != NULL ? entry->now : sl_data_lookup (self->base, uid);
}

static const SlRecord *
tx_by_code (const SlData *data, const char *code)
{
  const SlTx *self = (const SlTx *) data;
  const SlTxEntry *entry = g_hash_table_lookup (self->codes, code);
  const SlRecord *record;

  if (entry != NULL)
    return entry->now;
  record = sl_data_by_code (self->base, code);
  return record != NULL && sl_uid_map_get (self->entries, record->uid) == NULL ? record : NULL;
}

/* Merges the base's records with the overlay's own, in order of uid. */
typedef struct
{
  const SlTx *tx;
  const SlUidList *mine; /* children, or NULL */
  GPtrArray *entries;    /* of SlTxEntry: all of a kind; only where mine is NULL */
  guint next;
  SlRecordFunc func;
  gpointer data;
  gboolean stopped;
} Merge;

static const SlTxEntry *
next_of_mine (const Merge *merge)
{
  if (merge->mine != NULL)
    return merge->next < merge->mine->n ? sl_uid_map_get (merge->tx->entries, merge->mine->uids[merge->next]) : NULL;
  return merge->entries != NULL && merge->next < merge->entries->len ? merge->entries->pdata[merge->next] : NULL;
}

static void
emit_mine_below (Merge *merge, SlUid limit)
{
  const SlTxEntry *entry;

  while (!merge->stopped && (entry = next_of_mine (merge)) != NULL && entry->uid < limit)
    {
      merge->next++;
      if (entry->now != NULL)
        merge->stopped = !merge->func (entry->now, merge->data);
    }
}

static gboolean
merge_one (const SlRecord *record, gpointer data)
{
  Merge *merge = data;

  emit_mine_below (merge, record->uid);
  if (!merge->stopped && sl_uid_map_get (merge->tx->entries, record->uid) == NULL)
    merge->stopped = !merge->func (record, merge->data);
  return !merge->stopped;
}

static void
tx_each (const SlData *data, int kind, SlRecordFunc func, gpointer user)
{
  const SlTx *self = (const SlTx *) data;
  Merge merge = { .tx = self, .entries = self->by_kind[kind], .func = func, .data = user };

  if (merge.entries == NULL)
    {
      sl_data_each (self->base, kind, func, user);
      return;
    }
  sl_data_each (self->base, kind, merge_one, &merge);
  emit_mine_below (&merge, G_MAXINT64);
}

static SlUid
target_of (const SlRecord *record, guint field)
{
  SlValue value;

  if (record == NULL)
    return SL_UID_NONE;
  sl_record_get (record, field, &value);
  return value.is_null ? SL_UID_NONE : value.i;
}

static void
build_index (SlTx *self, int kind, guint field)
{
  self->refs[kind][field] = sl_ref_index_new ();
  for (guint i = 0; i < self->by_kind[kind]->len; i++)
    {
      const SlTxEntry *entry = self->by_kind[kind]->pdata[i];
      SlUid target = target_of (entry->now, field);

      if (target != SL_UID_NONE)
        sl_ref_index_add (self->refs[kind][field], target, entry->uid);
    }
}

static void
tx_children (const SlData *data, int kind, guint field, SlUid target, SlRecordFunc func, gpointer user)
{
  SlTx *self = (SlTx *) data;
  Merge merge = { .tx = self, .func = func, .data = user };

  if (self->by_kind[kind] == NULL)
    {
      sl_data_children (self->base, kind, field, target, func, user);
      return;
    }
  if (self->refs[kind][field] == NULL)
    build_index (self, kind, field);
  merge.mine = sl_uid_map_get (self->refs[kind][field], target);
  sl_data_children (self->base, kind, field, target, merge_one, &merge);
  emit_mine_below (&merge, G_MAXINT64);
}

static gint64
tx_last_number (const SlData *data, const char *stem)
{
  const SlTx *self = (const SlTx *) data;
  const gint64 *mine = g_hash_table_lookup (self->last_numbers, stem);

  return MAX (mine != NULL ? *mine : 0, sl_data_last_number (self->base, stem));
}

static const SlDataInterface interface = {
  .lookup = tx_lookup,
  .by_code = tx_by_code,
  .each = tx_each,
  .children = tx_children,
  .last_number = tx_last_number,
};

/* --- Writing into the overlay ------------------------------------------------------------------------------------- */

SlTx *
sl_tx_new (const SlData *base, SlVerb verb)
{
  SlTx *self = g_new0 (SlTx, 1);

  self->data.interface = &interface;
  self->base = base;
  self->verb = verb;
  self->entries = sl_uid_map_new (entry_free);
  self->order = g_ptr_array_new ();
  self->codes = g_hash_table_new (g_str_hash, g_str_equal);
  self->last_numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
sl_tx_free (SlTx *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->last_numbers);
  for (guint i = 0; i < SL_N_KINDS; i++)
    {
      g_clear_pointer (&self->by_kind[i], g_ptr_array_unref);
      for (guint f = 0; f < SL_FIELDS_MAX; f++)
        g_clear_pointer (&self->refs[i][f], sl_uid_map_free);
    }
  g_ptr_array_unref (self->order);
  sl_uid_map_free (self->entries);
  g_free (self);
}

SlVerb
sl_tx_verb (const SlTx *self)
{
  return self->verb;
}

const SlData *
sl_tx_data (const SlTx *self)
{
  return &self->data;
}

const SlData *
sl_tx_base (const SlTx *self)
{
  return self->base;
}

static SlTxEntry *
touch (SlTx *self, int kind, SlUid uid)
{
  SlTxEntry *entry = sl_uid_map_get (self->entries, uid);
  const SlRecord *before;
  guint at;

  if (entry != NULL)
    return entry;
  before = sl_data_lookup (self->base, uid);
  entry = g_new0 (SlTxEntry, 1);
  *entry = (SlTxEntry){ .kind = kind, .uid = uid };
  if (before != NULL)
    {
      entry->before = sl_record_ref (before);
      entry->now = sl_record_ref (before);
      for (guint f = 0; f < sl_kind_get (kind)->n_fields; f++)
        if (self->refs[kind][f] != NULL && target_of (before, f) != SL_UID_NONE)
          sl_ref_index_add (self->refs[kind][f], target_of (before, f), uid);
    }
  sl_uid_map_set (self->entries, uid, entry);
  g_ptr_array_add (self->order, entry);
  if (self->by_kind[kind] == NULL)
    self->by_kind[kind] = g_ptr_array_new ();
  for (at = self->by_kind[kind]->len; at > 0 && ((SlTxEntry *) self->by_kind[kind]->pdata[at - 1])->uid > uid; at--)
    ;
  g_ptr_array_insert (self->by_kind[kind], (int) at, entry);
  return entry;
}

static void
count_code (SlTx *self, const SlKind *kind, const char *code)
{
  char stem[SL_CODE_STEM_MAX];
  gint64 number, *last;

  if (!sl_code_split (kind, code, stem, &number))
    return;
  last = g_hash_table_lookup (self->last_numbers, stem);
  if (last == NULL)
    {
      last = g_new0 (gint64, 1);
      g_hash_table_insert (self->last_numbers, g_strdup (stem), last);
    }
  *last = MAX (*last, number);
}

/* Takes @now, which may be NULL. */
static void
become (SlTx *self, SlTxEntry *entry, SlRecord *now)
{
  const char *old = entry->now != NULL ? sl_record_code (entry->now) : NULL;
  const char *code = now != NULL ? sl_record_code (now) : NULL;
  SlRecord *former = entry->now;

  for (guint f = 0; f < sl_kind_get (entry->kind)->n_fields; f++)
    if (self->refs[entry->kind][f] != NULL && target_of (former, f) != target_of (now, f))
      {
        if (target_of (former, f) != SL_UID_NONE)
          sl_ref_index_remove (self->refs[entry->kind][f], target_of (former, f), entry->uid);
        if (target_of (now, f) != SL_UID_NONE)
          sl_ref_index_add (self->refs[entry->kind][f], target_of (now, f), entry->uid);
      }

  if (old != NULL && g_hash_table_lookup (self->codes, old) == entry)
    g_hash_table_remove (self->codes, old);
  entry->now = now;
  if (code != NULL)
    {
      /* A second holder of a code must stay findable as a duplicate: the first one keeps the place. */
      if (g_hash_table_lookup (self->codes, code) == NULL)
        g_hash_table_insert (self->codes, (char *) code, entry);
      count_code (self, sl_kind_get (entry->kind), code);
    }
  if (former != NULL)
    sl_record_unref (former);
}

/* Gives a new record the code that counting has for it, if what decides it is known. */
static void
give_code (SlTx *self, SlTxEntry *entry)
{
  g_autofree char *code = sl_code_dup_next (&self->data, entry->now);
  SlRecordEdit edit;

  if (code == NULL)
    return;
  sl_record_edit_from (&edit, entry->now);
  sl_record_edit_set (&edit, (guint) edit.kind->code, &SL_VALUE_TEXT (code));
  become (self, entry, sl_record_edit_done (&edit));
}

SlUid
sl_tx_create (SlTx *self, int kind)
{
  const SlKind *k = sl_kind_get (kind);
  SlRecordEdit edit;
  SlTxEntry *entry;

  g_return_val_if_fail (self != NULL && k != NULL, SL_UID_NONE);
  sl_record_edit_new (&edit, k, sl_uid_new ());
  entry = touch (self, kind, edit.uid);
  become (self, entry, sl_record_edit_done (&edit));
  entry->counted = k->code >= 0;
  if (entry->counted)
    give_code (self, entry);
  return edit.uid;
}

void
sl_tx_put (SlTx *self, const SlRecord *record)
{
  g_return_if_fail (self != NULL && record != NULL);
  become (self, touch (self, record->kind, record->uid), sl_record_ref (record));
}

gboolean
sl_tx_set (SlTx *self, SlUid uid, guint field, const SlValue *value, GError **error)
{
  const SlRecord *record;
  const SlField *f;
  SlRecordEdit edit;
  SlValue old;
  SlTxEntry *entry;

  g_return_val_if_fail (self != NULL && value != NULL, FALSE);
  record = sl_data_lookup (&self->data, uid);
  if (record == NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_NOT_FOUND, _ ("The record is no longer there"));
      return FALSE;
    }
  g_return_val_if_fail (field < sl_record_kind (record)->n_fields, FALSE);
  f = &sl_record_kind (record)->fields[field];
  sl_record_get (record, field, &old);
  if (sl_value_equal (&old, value))
    return TRUE;
  if (f->flags & SL_FIELD_FIXED && sl_data_lookup (self->base, uid) != NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_REFUSED, _ ("%s never changes once it is given"),
                   g_dgettext (GETTEXT_PACKAGE, f->label));
      return FALSE;
    }
  if (!sl_field_check (f, value, error))
    return FALSE;
  sl_record_edit_from (&edit, record);
  sl_record_edit_set (&edit, field, value);
  entry = touch (self, record->kind, uid);
  become (self, entry, sl_record_edit_done (&edit));
  if (f->flags & SL_FIELD_CODE)
    entry->counted = FALSE;
  else if (entry->counted && sl_code_depends_on (entry->kind, field))
    give_code (self, entry);
  return TRUE;
}

gboolean
sl_tx_set_text (SlTx *self, SlUid uid, guint field, const char *text, SlDate today, GError **error)
{
  const SlRecord *record = sl_data_lookup (&self->data, uid);
  g_autofree char *owned = NULL;
  SlValue value;

  if (record == NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_NOT_FOUND, _ ("The record is no longer there"));
      return FALSE;
    }
  return sl_data_parse (&self->data, &sl_record_kind (record)->fields[field], text, today, &value, &owned, error)
         && sl_tx_set (self, uid, field, &value, error);
}

static gboolean
collect_uid (const SlRecord *record, gpointer data)
{
  g_array_append_val ((GArray *) data, record->uid);
  return TRUE;
}

gboolean
sl_tx_delete (SlTx *self, SlUid uid, GError **error)
{
  const SlRecord *record = sl_data_lookup (&self->data, uid);
  g_autoptr (GArray) owned = NULL;

  if (record == NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_NOT_FOUND, _ ("The record is no longer there"));
      return FALSE;
    }
  owned = g_array_new (FALSE, FALSE, sizeof (SlUid));
  for (int k = 0; k < SL_N_KINDS; k++)
    for (guint f = 0; f < sl_kind_get (k)->n_fields; f++)
      if (sl_kind_get (k)->fields[f].flags & SL_FIELD_PARENT && sl_kind_get (k)->fields[f].ref == record->kind)
        sl_data_children (&self->data, k, f, uid, collect_uid, owned);
  /* Children first, so that putting it all back (undo) meets parents first. A link may have gone with its other end. */
  for (guint i = 0; i < owned->len; i++)
    if (sl_data_lookup (&self->data, g_array_index (owned, SlUid, i)) != NULL
        && !sl_tx_delete (self, g_array_index (owned, SlUid, i), error))
      return FALSE;
  become (self, touch (self, record->kind, uid), NULL);
  return TRUE;
}

/* --- What it comes to --------------------------------------------------------------------------------------------- */

static guint64
present_mask (const SlRecord *record)
{
  const SlKind *kind = sl_record_kind (record);
  guint64 mask = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      SlValue value;

      sl_record_get (record, i, &value);
      if (!value.is_null && (value.type != SL_TYPE_BOOL || value.i))
        mask |= SL_MASK (i);
    }
  return mask;
}

static guint64
entry_mask (const SlTxEntry *entry)
{
  if (entry->before != NULL && entry->now != NULL)
    return sl_record_diff (entry->before, entry->now);
  if (entry->before != NULL || entry->now != NULL)
    return present_mask (entry->before != NULL ? entry->before : entry->now);
  return 0;
}

gboolean
sl_tx_is_empty (const SlTx *self)
{
  for (guint i = 0; i < self->order->len; i++)
    if (entry_mask (self->order->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

static void
clear_change (gpointer data)
{
  SlChange *change = data;

  g_clear_pointer (&change->before, sl_record_unref);
  g_clear_pointer (&change->after, sl_record_unref);
}

GArray *
sl_tx_changes (const SlTx *self)
{
  GArray *changes = g_array_new (FALSE, TRUE, sizeof (SlChange));

  g_array_set_clear_func (changes, clear_change);
  for (guint i = 0; i < self->order->len; i++)
    {
      const SlTxEntry *entry = self->order->pdata[i];
      SlChange change = { .kind = entry->kind, .uid = entry->uid, .mask = entry_mask (entry) };

      if (change.mask == 0)
        continue;
      change.before = entry->before != NULL ? sl_record_ref (entry->before) : NULL;
      change.after = entry->now != NULL ? sl_record_ref (entry->now) : NULL;
      g_array_append_val (changes, change);
    }
  return changes;
}
