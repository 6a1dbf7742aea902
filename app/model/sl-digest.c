/* The canonical bytes of a record and their digest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sl-change-set.h"

#include <string.h>

static guint8 *
put_bytes (guint8 *at, const void *bytes, gsize n)
{
  memcpy (at, bytes, n);
  return at + n;
}

static guint8 *
put_length (guint8 *at, gsize length)
{
  guint32 big = GUINT32_TO_BE ((guint32) length);

  return put_bytes (at, &big, sizeof big);
}

static guint8 *
put_string (guint8 *at, const char *s)
{
  gsize n = strlen (s);

  return put_bytes (put_length (at, n), s, n);
}

static guint8 *
put_number (guint8 *at, gint64 number)
{
  gint64 big = GINT64_TO_BE (number);

  return put_bytes (put_length (at, sizeof big), &big, sizeof big);
}

/* Absent values and FALSE say nothing: a field added later, absent everywhere, leaves every digest as it was. */
static gboolean
says_something (const SlValue *value)
{
  return !value->is_null && (value->type != SL_TYPE_BOOL || value->i != 0);
}

void
sl_record_canonical (const SlRecord *record, GByteArray *bytes)
{
  const SlKind *kind = sl_record_kind (record);
  guint start = bytes->len;
  guint8 *at;

  /* Room for the worst case: texts, and for each field its name, a token or number and two lengths. */
  g_byte_array_set_size (bytes, start + record->size + kind->n_fields * 80 + 64);
  at = put_string (bytes->data + start, kind->token);
  at = put_number (at, record->uid);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const SlField *field = &kind->fields[kind->by_name[i]];
      SlValue value;

      sl_record_get (record, kind->by_name[i], &value);
      if (!says_something (&value))
        continue;
      at = put_string (at, field->name);
      if (field->type == SL_TYPE_TEXT)
        at = put_string (at, value.s);
      else if (field->type == SL_TYPE_ENUM)
        at = put_string (at, sl_enum_token (field->tokens, (int) value.i));
      else
        at = put_number (at, value.i);
    }
  g_assert (at <= bytes->data + bytes->len);
  g_byte_array_set_size (bytes, (guint) (at - bytes->data));
}

static void
free_checksum (gpointer checksum)
{
  g_checksum_free (checksum);
}

static void
free_bytes (gpointer bytes)
{
  g_byte_array_unref (bytes);
}

void
sl_hash_of_bytes (const void *bytes, gsize length, SlHash *hash)
{
  static GPrivate checksums = G_PRIVATE_INIT (free_checksum);
  GChecksum *checksum = g_private_get (&checksums);
  gsize size = sizeof hash->bytes;

  if (checksum == NULL)
    {
      checksum = g_checksum_new (G_CHECKSUM_SHA256);
      g_private_set (&checksums, checksum);
    }
  g_checksum_reset (checksum);
  g_checksum_update (checksum, bytes, (gssize) length);
  g_checksum_get_digest (checksum, hash->bytes, &size);
}

void
sl_record_hash (const SlRecord *record, SlHash *hash)
{
  static GPrivate buffers = G_PRIVATE_INIT (free_bytes);
  GByteArray *bytes = g_private_get (&buffers);

  if (bytes == NULL)
    {
      bytes = g_byte_array_new ();
      g_private_set (&buffers, bytes);
    }
  g_byte_array_set_size (bytes, 0);
  sl_record_canonical (record, bytes);
  sl_hash_of_bytes (bytes->data, bytes->len, hash);
}

void
sl_hash_xor (SlHash *self, const SlHash *other)
{
  for (guint i = 0; i < sizeof self->bytes; i++)
    self->bytes[i] ^= other->bytes[i];
}

gboolean
sl_hash_equal (const SlHash *a, const SlHash *b)
{
  return memcmp (a->bytes, b->bytes, sizeof a->bytes) == 0;
}

char *
sl_hash_to_hex (const SlHash *self, char buffer[65])
{
  static const char digits[] = "0123456789abcdef";

  for (guint i = 0; i < sizeof self->bytes; i++)
    {
      buffer[2 * i] = digits[self->bytes[i] >> 4];
      buffer[2 * i + 1] = digits[self->bytes[i] & 15];
    }
  buffer[64] = '\0';
  return buffer;
}
