/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/sl-journal-private.h"

#include <string.h>
#include <sys/random.h>

#define SALT_BYTES 16

static void
clear_change (gpointer data)
{
  SlJournalChange *change = data;

  g_free (change->kind);
  g_clear_pointer (&change->plain, g_bytes_unref);
  g_clear_pointer (&change->texts, g_bytes_unref);
  g_clear_pointer (&change->salt, g_bytes_unref);
  g_clear_pointer (&change->commitment, g_bytes_unref);
}

SlJournalEntry *
sl_journal_entry_new (void)
{
  SlJournalEntry *self = g_new0 (SlJournalEntry, 1);

  self->changes = g_array_new (FALSE, TRUE, sizeof (SlJournalChange));
  g_array_set_clear_func (self->changes, clear_change);
  return self;
}

void
sl_journal_entry_free (SlJournalEntry *self)
{
  g_array_unref (self->changes);
  g_free (self->id);
  g_free (self->verb);
  g_free (self->reason);
  g_clear_pointer (&self->reason_salt, g_bytes_unref);
  g_clear_pointer (&self->reason_commitment, g_bytes_unref);
  g_free (self);
}

const char *
sl_journal_op (const char *op)
{
  static const char *const ops[] = { "create", "update", "delete" };

  for (guint i = 0; op != NULL && i < G_N_ELEMENTS (ops); i++)
    if (strcmp (op, ops[i]) == 0)
      return ops[i];
  return NULL;
}

/* --- Writing ------------------------------------------------------------------------------------------------------ */

static void
put_block (GByteArray *bytes, const void *block, gsize n)
{
  guint32 big = GUINT32_TO_BE ((guint32) n);

  g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
  if (n > 0)
    g_byte_array_append (bytes, block, (guint) n);
}

static void
put_string (GByteArray *bytes, const char *s)
{
  put_block (bytes, s, strlen (s));
}

static void
put_number (GByteArray *bytes, gint64 number)
{
  gint64 big = GINT64_TO_BE (number);

  put_block (bytes, &big, sizeof big);
}

static void
put_bytes (GByteArray *bytes, GBytes *block)
{
  gsize n = 0;
  const void *data = block != NULL ? g_bytes_get_data (block, &n) : NULL;

  put_block (bytes, data, n);
}

static void
put_value (GByteArray *bytes, const SlField *field, const SlValue *value)
{
  if (field->type == SL_TYPE_TEXT)
    put_string (bytes, value->s);
  else if (field->type == SL_TYPE_ENUM)
    put_string (bytes, sl_enum_token (field->tokens, (int) value->i));
  else
    put_number (bytes, value->i);
}

static gboolean
present (const SlRecord *record, guint field, SlValue *value)
{
  if (record == NULL)
    return FALSE;
  sl_record_get (record, field, value);
  return !value->is_null && (value->type != SL_TYPE_BOOL || value->i != 0);
}

/* The text fields of a change, or all others. NULL when there are none and @texts. */
static GBytes *
encode_fields (const SlChange *change, gboolean texts)
{
  const SlKind *kind = sl_kind_get (change->kind);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  for (guint i = 0; i < kind->n_fields; i++)
    {
      guint number = kind->by_name[i];
      const SlField *field = &kind->fields[number];
      SlValue before, after;
      guint8 which;

      if (!(change->mask & SL_MASK (number)) || (field->type == SL_TYPE_TEXT) != texts)
        continue;
      which = (guint8) ((present (change->before, number, &before) ? 1 : 0) | (present (change->after, number, &after) ? 2 : 0));
      if (which == 0)
        continue;
      put_string (bytes, field->name);
      g_byte_array_append (bytes, &which, 1);
      if (which & 1)
        put_value (bytes, field, &before);
      if (which & 2)
        put_value (bytes, field, &after);
    }
  return bytes->len == 0 && texts ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GBytes *
new_salt (void)
{
  guint8 salt[SALT_BYTES];

  while (getrandom (salt, sizeof salt, 0) != (gssize) sizeof salt)
    continue;
  return g_bytes_new (salt, sizeof salt);
}

static GBytes *
commitment_of (GBytes *salt, const void *data, gsize n)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new ((guint) n + SALT_BYTES);
  gsize n_salt = 0;
  const void *salt_data = g_bytes_get_data (salt, &n_salt);
  SlHash hash;

  g_byte_array_append (bytes, salt_data, (guint) n_salt);
  g_byte_array_append (bytes, data, (guint) n);
  sl_hash_of_bytes (bytes->data, bytes->len, &hash);
  return g_bytes_new (hash.bytes, sizeof hash.bytes);
}

static GBytes *
commitment_of_bytes (GBytes *salt, GBytes *texts)
{
  gsize n = 0;
  const void *data = g_bytes_get_data (texts, &n);

  return commitment_of (salt, data, n);
}

void
sl_journal_entry_hash (const SlJournalEntry *self, SlHash *hash)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, self->prev.bytes, sizeof self->prev.bytes);
  put_number (bytes, self->seq);
  put_string (bytes, self->id);
  put_number (bytes, self->at);
  put_number (bytes, self->actor);
  put_string (bytes, self->verb);
  put_bytes (bytes, self->reason_commitment);
  put_number (bytes, self->undo_of);
  put_block (bytes, self->digest.bytes, sizeof self->digest.bytes);
  put_number (bytes, self->changes->len);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const SlJournalChange *change = &g_array_index (self->changes, SlJournalChange, i);

      put_string (bytes, change->op);
      put_string (bytes, change->kind);
      put_number (bytes, change->uid);
      put_bytes (bytes, change->plain);
      put_bytes (bytes, change->commitment);
    }
  sl_hash_of_bytes (bytes->data, bytes->len, hash);
}

static void
encode_change (const SlChange *change, SlJournalChange *out)
{
  out->op = sl_journal_op (change->before == NULL ? "create" : change->after == NULL ? "delete" : "update");
  out->kind = g_strdup (sl_kind_get (change->kind)->token);
  out->uid = change->uid;
  out->plain = encode_fields (change, FALSE);
  out->texts = encode_fields (change, TRUE);
  if (out->texts == NULL)
    return;
  out->salt = new_salt ();
  out->commitment = commitment_of_bytes (out->salt, out->texts);
}

SlJournalEntry *
sl_journal_entry_encode (const SlChangeSet *change_set, gint64 seq, const SlHash *prev)
{
  SlJournalEntry *self = sl_journal_entry_new ();

  self->seq = seq;
  self->id = g_strdup (change_set->id);
  self->at = change_set->at;
  self->actor = change_set->actor;
  self->verb = g_strdup (sl_enum_token (&sl_verb_enum, change_set->verb));
  self->undo_of = change_set->undo_of;
  self->digest = change_set->digest;
  self->prev = *prev;
  if (change_set->reason != NULL)
    {
      self->reason = g_strdup (change_set->reason);
      self->reason_salt = new_salt ();
      self->reason_commitment = commitment_of (self->reason_salt, self->reason, strlen (self->reason));
    }
  g_array_set_size (self->changes, change_set->n_changes);
  for (guint i = 0; i < change_set->n_changes; i++)
    encode_change (&change_set->changes[i], &g_array_index (self->changes, SlJournalChange, i));
  sl_journal_entry_hash (self, &self->hash);
  return self;
}
