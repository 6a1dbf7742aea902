/* Reading the journal's bytes: they come from a file that anyone may have written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "store/sl-journal-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const guint8 *at;
  gsize left;
} Cursor;

typedef struct
{
  const char *data; /* not terminated */
  gsize n;
} Block;

static gboolean
take_block (Cursor *cursor, Block *block)
{
  guint32 big;

  if (cursor->left < sizeof big)
    return FALSE;
  memcpy (&big, cursor->at, sizeof big);
  block->n = GUINT32_FROM_BE (big);
  if (block->n > cursor->left - sizeof big)
    return FALSE;
  block->data = (const char *) cursor->at + sizeof big;
  cursor->at += sizeof big + block->n;
  cursor->left -= sizeof big + block->n;
  return TRUE;
}

static int
find_field (const SlKind *kind, const Block *name)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (strlen (kind->fields[i].name) == name->n && memcmp (kind->fields[i].name, name->data, name->n) == 0)
      return (int) i;
  return -1;
}

static gboolean
number_fits (SlType type, gint64 number)
{
  switch (type)
    {
    case SL_TYPE_BOOL:
      return number == 0 || number == 1;
    case SL_TYPE_INT:
      return number > G_MININT32 && number <= G_MAXINT32;
    case SL_TYPE_DATE:
      return number >= SL_DATE_MIN && number <= SL_DATE_MAX;
    case SL_TYPE_MONEY:
    case SL_TYPE_DECIMAL:
      return number >= -SL_NUMBER_MAX && number <= SL_NUMBER_MAX;
    case SL_TYPE_REF:
      return number > 0;
    case SL_TYPE_TEXT:
    case SL_TYPE_ENUM:
    default:
      return FALSE;
    }
}

/* FALSE when the bytes are no value of that field. A token this version does not know leaves the value absent. */
static gboolean
decode_value (const SlField *field, const Block *block, GPtrArray *owned, SlValue *value)
{
  gint64 big;

  *value = SL_VALUE_NULL (field->type);
  if (field->type == SL_TYPE_TEXT || field->type == SL_TYPE_ENUM)
    {
      char *text;

      if (block->n == 0 || !sl_text_is_clean (block->data, block->n))
        return FALSE;
      text = g_strndup (block->data, block->n);
      g_ptr_array_add (owned, text);
      if (field->type == SL_TYPE_TEXT)
        *value = SL_VALUE_TEXT (text);
      else if ((value->i = sl_enum_from_token (field->tokens, text)) != 0)
        value->is_null = FALSE;
      return TRUE;
    }
  if (block->n != sizeof big)
    return FALSE;
  memcpy (&big, block->data, sizeof big);
  value->i = GINT64_FROM_BE (big);
  value->is_null = FALSE;
  return number_fits (field->type, value->i);
}

typedef struct
{
  const SlKind *kind;
  SlRecordEdit before, after;
  guint64 mask;
  GPtrArray *owned; /* texts, until the records are made */
} Making;

/* One field of a change; the cursor moves behind it. */
static gboolean
decode_field (Making *making, Cursor *cursor)
{
  Block name, block;
  guint8 which;
  int field;

  if (!take_block (cursor, &name) || cursor->left < 1)
    return FALSE;
  which = *cursor->at++;
  cursor->left--;
  if (which < 1 || which > 3)
    return FALSE;
  field = find_field (making->kind, &name);
  for (guint side = 1; side <= 2; side++)
    {
      SlValue value;

      if (!(which & side))
        continue;
      if (!take_block (cursor, &block))
        return FALSE;
      if (field < 0)
        continue;
      if (!decode_value (&making->kind->fields[field], &block, making->owned, &value))
        return FALSE;
      sl_record_edit_set (side == 1 ? &making->before : &making->after, (guint) field, &value);
    }
  if (field >= 0)
    making->mask |= SL_MASK (field);
  return TRUE;
}

static gboolean
decode_fields (Making *making, GBytes *bytes)
{
  Cursor cursor = { NULL, 0 };

  if (bytes == NULL)
    return TRUE;
  cursor.at = g_bytes_get_data (bytes, &cursor.left);
  while (cursor.left > 0)
    if (!decode_field (making, &cursor))
      return FALSE;
  return TRUE;
}

static gboolean
decode_change (const SlJournalChange *change, const SlKind *kind, SlChange *out)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  Making making = { .kind = kind, .owned = owned };

  if (change->uid <= 0)
    return FALSE;
  sl_record_edit_bare (&making.before, kind, change->uid);
  sl_record_edit_bare (&making.after, kind, change->uid);
  if (!decode_fields (&making, change->plain) || !decode_fields (&making, change->texts))
    return FALSE;
  *out = (SlChange){ .kind = kind->id, .uid = change->uid, .mask = making.mask };
  if (*change->op != 'c')
    out->before = sl_record_edit_done (&making.before);
  if (*change->op != 'd')
    out->after = sl_record_edit_done (&making.after);
  return TRUE;
}

/* Texts fit their commitment, or were erased. */
static gboolean
commitment_fits (GBytes *salt, const void *data, gsize n, GBytes *commitment)
{
  g_autoptr (GByteArray) bytes = NULL;
  SlHash hash;
  gsize n_salt = 0;
  const void *salt_data;

  if (data == NULL)
    return salt == NULL;
  if (salt == NULL || commitment == NULL)
    return FALSE;
  salt_data = g_bytes_get_data (salt, &n_salt);
  bytes = g_byte_array_sized_new ((guint) (n_salt + n));
  g_byte_array_append (bytes, salt_data, (guint) n_salt);
  g_byte_array_append (bytes, data, (guint) n);
  sl_hash_of_bytes (bytes->data, bytes->len, &hash);
  return g_bytes_get_size (commitment) == sizeof hash.bytes
         && memcmp (g_bytes_get_data (commitment, NULL), hash.bytes, sizeof hash.bytes) == 0;
}

static gboolean
hashes_fit (const SlJournalEntry *self)
{
  SlHash hash;

  sl_journal_entry_hash (self, &hash);
  if (!sl_hash_equal (&hash, &self->hash))
    return FALSE;
  if (!commitment_fits (self->reason_salt, self->reason, self->reason != NULL ? strlen (self->reason) : 0, self->reason_commitment))
    return FALSE;
  for (guint i = 0; i < self->changes->len; i++)
    {
      const SlJournalChange *change = &g_array_index (self->changes, SlJournalChange, i);
      gsize n = 0;
      const void *texts = change->texts != NULL ? g_bytes_get_data (change->texts, &n) : NULL;

      /* An empty block could not be told from none. */
      if (change->texts != NULL && n == 0)
        return FALSE;
      if (!commitment_fits (change->salt, texts, n, change->commitment))
        return FALSE;
    }
  return TRUE;
}

static void
clear_change (gpointer data)
{
  SlChange *change = data;

  g_clear_pointer (&change->before, sl_record_unref);
  g_clear_pointer (&change->after, sl_record_unref);
}

static GArray *
decode_changes (const SlJournalEntry *self)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, TRUE, sizeof (SlChange));

  g_array_set_clear_func (changes, clear_change);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const SlJournalChange *change = &g_array_index (self->changes, SlJournalChange, i);
      const SlKind *kind = sl_kind_by_token (change->kind);
      SlChange out = { 0 };

      if (kind == NULL)
        continue;
      if (!decode_change (change, kind, &out))
        return NULL;
      g_array_append_val (changes, out);
    }
  /* The change-set frees its records itself. */
  g_array_set_clear_func (changes, NULL);
  return g_steal_pointer (&changes);
}

SlChangeSet *
sl_journal_entry_decode (const SlJournalEntry *self, GError **error)
{
  GArray *changes;
  SlChangeSet *change_set;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->seq);

  if (!hashes_fit (self))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_TAMPERED, _ ("Entry %s of the history does not match its hash"), number);
      return NULL;
    }
  if ((self->reason != NULL && !sl_text_is_clean (self->reason, strlen (self->reason)))
      || (changes = decode_changes (self)) == NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED, _ ("Entry %s of the history cannot be read"), number);
      return NULL;
    }
  change_set = sl_change_set_new (changes, sl_enum_from_token (&sl_verb_enum, self->verb), self->actor, self->reason);
  g_free (change_set->id);
  change_set->id = g_strdup (self->id);
  change_set->seq = self->seq;
  change_set->at = self->at;
  change_set->undo_of = self->undo_of;
  change_set->digest = self->digest;
  change_set->hash = self->hash;
  return change_set;
}
