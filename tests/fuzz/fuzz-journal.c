/* Bytes of strangers: the header of a file, the end of its side journal, the blocks of its history.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Built for libFuzzer where the compiler has it (meson option fuzz); test-fuzz-journal.c runs the same entry.
 */
#include "fuzz-journal.h"

#include "store/sl-inspect-private.h"
#include "store/sl-journal-private.h"

#include <string.h>

static void
try_header (const guint8 *data, gsize size)
{
  int version = 0;

  if (sl_inspect_header (data, size, "fuzz", 1, &version, NULL))
    g_assert_cmpint (version, ==, 1);
}

static void
try_side (const guint8 *data, gsize size)
{
  gsize n = MIN (size, SL_INSPECT_TAIL);

  if (size > 0)
    sl_inspect_side (data[0], data + size - n, n, size);
}

/* What is decoded can be encoded, and then says the same. */
static void
expect_round_trip (const SlChangeSet *change_set)
{
  static const SlHash zero;
  g_autoptr (SlJournalEntry) entry = NULL;
  g_autoptr (SlChangeSet) again = NULL;

  entry = sl_journal_entry_encode (change_set, 1, &zero);
  again = sl_journal_entry_decode (entry, NULL);
  g_assert_nonnull (again);
  g_assert_cmpuint (again->n_changes, ==, change_set->n_changes);
  for (guint i = 0; i < again->n_changes; i++)
    {
      const SlChange *one = &change_set->changes[i], *two = &again->changes[i];

      if (one->after != NULL)
        g_assert_cmphex (sl_record_diff (one->after, two->after), ==, 0);
      if (one->before != NULL)
        g_assert_cmphex (sl_record_diff (one->before, two->before), ==, 0);
    }
}

/* The first byte chooses kind and op, the second where plain ends and texts begin. */
static void
try_history (const guint8 *data, gsize size)
{
  static const char *const ops[] = { "create", "update", "delete" };
  g_autoptr (SlJournalEntry) entry = sl_journal_entry_new ();
  g_autoptr (SlChangeSet) change_set = NULL;
  SlJournalChange change = { .uid = 1 };
  gsize cut;

  if (size < 2)
    return;
  cut = 2 + (size - 2) * data[1] / 255;
  change.op = sl_journal_op (ops[data[0] % 3]);
  change.kind = g_strdup (sl_kind_get (data[0] / 3 % SL_N_KINDS)->token);
  change.plain = g_bytes_new (data + 2, cut - 2);
  /* The hash is made to fit: a forger can do so too. */
  change.texts = size > cut ? g_bytes_new (data + cut, size - cut) : NULL;
  if (change.texts != NULL)
    {
      SlHash hash;

      change.salt = g_bytes_new (NULL, 0);
      sl_hash_of_bytes (data + cut, size - cut, &hash);
      change.commitment = g_bytes_new (hash.bytes, sizeof hash.bytes);
    }
  entry->seq = 1;
  entry->id = g_strdup ("id");
  entry->verb = g_strdup ("edit");
  g_array_append_val (entry->changes, change);
  sl_journal_entry_hash (entry, &entry->hash);
  change_set = sl_journal_entry_decode (entry, NULL);
  if (change_set != NULL)
    expect_round_trip (change_set);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  try_header (data, size);
  try_side (data, size);
  try_history (data, size);
  return 0;
}
