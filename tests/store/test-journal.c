/* The kept form of a change-set: round trip, tampering, erasure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-desk.h"

#include "base/sl-error.h"
#include "store/sl-inspect-private.h"
#include "store/sl-journal-private.h"

#include <string.h>

static const SlHash zero;

static SlChangeSet *
a_change_set (void)
{
  g_autoptr (Desk) desk = desk_new (sl_memory_store_new ());
  SlTx *tx = desk_begin (desk, SL_VERB_ADD);
  SlUid uid = sl_tx_create (tx, SL_KIND_RISK);

  g_assert_true (sl_tx_set (tx, uid, SL_RISK_TITLE, &SL_VALUE_TEXT ("Title"), NULL));
  g_assert_true (sl_tx_set (tx, uid, SL_RISK_EARLIEST_DATE, &SL_VALUE_DATE (-1), NULL));
  return desk_change_set (desk, tx, "Because");
}

static SlJournalEntry *
an_entry (void)
{
  g_autoptr (SlChangeSet) change_set = a_change_set ();

  return sl_journal_entry_encode (change_set, 7, &zero);
}

static void
test_round_trip (void)
{
  g_autoptr (SlChangeSet) before = a_change_set ();
  g_autoptr (SlJournalEntry) entry = sl_journal_entry_encode (before, 7, &zero);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlChangeSet) after = sl_journal_entry_decode (entry, &error);

  g_assert_no_error (error);
  g_assert_cmpint (after->seq, ==, 7);
  g_assert_cmpstr (after->reason, ==, "Because");
  g_assert_cmphex (after->changes[0].mask, ==, before->changes[0].mask);
  g_assert_cmphex (sl_record_diff (after->changes[0].after, before->changes[0].after), ==, 0);
}

/* The same change committed twice differs in salts and commitments: nobody can guess a text from its hash. */
static void
test_salted (void)
{
  g_autoptr (SlChangeSet) change_set = a_change_set ();
  g_autoptr (SlJournalEntry) one = sl_journal_entry_encode (change_set, 7, &zero);
  g_autoptr (SlJournalEntry) two = sl_journal_entry_encode (change_set, 7, &zero);
  const SlJournalChange *a = &g_array_index (one->changes, SlJournalChange, 0);
  const SlJournalChange *b = &g_array_index (two->changes, SlJournalChange, 0);

  g_assert_true (g_bytes_equal (a->plain, b->plain));
  g_assert_true (g_bytes_equal (a->texts, b->texts));
  g_assert_false (g_bytes_equal (a->commitment, b->commitment));
  g_assert_false (sl_hash_equal (&one->hash, &two->hash));
}

/* The bytes are a promise to every file ever written. */
static void
test_bytes (void)
{
  static const guint8 plain[] = {
    0, 0, 0, 15, 'c', 'o', 'n', 'f', 'i', 'd', 'e', 'n', 't', 'i', 'a', 'l', 'i', 't', 'y', 2, 0, 0, 0, 4, 'o', 'p', 'e', 'n',
    0, 0, 0, 13, 'e', 'a', 'r', 'l', 'i', 'e', 's', 't', '_', 'd', 'a', 't', 'e', 2,
    0, 0, 0, 8, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
    0, 0, 0, 16, 'e', 's', 'c', 'a', 'l', 'a', 't', 'i', 'o', 'n', '_', 'l', 'e', 'v', 'e', 'l', 2,
    0, 0, 0, 7, 'p', 'r', 'o', 'j', 'e', 'c', 't',
    0, 0, 0, 4, 'k', 'i', 'n', 'd', 2, 0, 0, 0, 6, 't', 'h', 'r', 'e', 'a', 't',
    0, 0, 0, 5, 's', 't', 'a', 't', 'e', 2, 0, 0, 0, 5, 'd', 'r', 'a', 'f', 't',
  };
  static const guint8 texts[] = {
    0, 0, 0, 4, 'c', 'o', 'd', 'e', 2, 0, 0, 0, 5, 'R', '-', '0', '0', '1',
    0, 0, 0, 5, 't', 'i', 't', 'l', 'e', 2, 0, 0, 0, 5, 'T', 'i', 't', 'l', 'e',
  };
  g_autoptr (SlJournalEntry) entry = an_entry ();
  const SlJournalChange *change = &g_array_index (entry->changes, SlJournalChange, 0);

  g_assert_cmpstr (change->op, ==, "create");
  g_assert_cmpmem (g_bytes_get_data (change->plain, NULL), g_bytes_get_size (change->plain), plain, sizeof plain);
  g_assert_cmpmem (g_bytes_get_data (change->texts, NULL), g_bytes_get_size (change->texts), texts, sizeof texts);
}

static void
assert_tampered (SlJournalEntry *entry)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sl_journal_entry_decode (entry, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_TAMPERED);
}

static void
flip (GBytes **bytes)
{
  gsize n;
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (*bytes, NULL), g_bytes_get_size (*bytes));

  n = g_bytes_get_size (*bytes);
  copy[n - 1] ^= 1;
  g_bytes_unref (*bytes);
  *bytes = g_bytes_new (copy, n);
}

/* Whatever part is changed, it is noticed. */
static void
test_tampering (void)
{
  for (guint part = 0; part < 16; part++)
    {
      g_autoptr (SlJournalEntry) entry = an_entry ();
      SlJournalChange *change = &g_array_index (entry->changes, SlJournalChange, 0);

      switch (part)
        {
        case 0: entry->seq++; break;
        case 1: entry->id[0] ^= 1; break;
        case 2: entry->at++; break;
        case 3: entry->actor = 1; break;
        case 4: entry->verb[0] ^= 1; break;
        case 5: entry->reason[0] ^= 1; break;
        case 6: flip (&entry->reason_salt); break;
        case 7: entry->undo_of = 1; break;
        case 8: entry->digest.bytes[0] ^= 1; break;
        case 9: entry->prev.bytes[31] ^= 1; break;
        case 10: change->op = "delete"; break;
        case 11: change->kind[0] ^= 1; break;
        case 12: change->uid++; break;
        case 13: flip (&change->plain); break;
        case 14: flip (&change->texts); break;
        case 15: g_array_remove_index (entry->changes, 0); break;
        default: g_assert_not_reached ();
        }
      assert_tampered (entry);
    }
}

/* Texts and salts can be taken out; the chain still holds and the rest can be read. */
static void
test_erasure (void)
{
  g_autoptr (SlJournalEntry) entry = an_entry ();
  SlJournalChange *change = &g_array_index (entry->changes, SlJournalChange, 0);
  g_autoptr (SlChangeSet) after = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&change->texts, g_bytes_unref);
  g_clear_pointer (&change->salt, g_bytes_unref);
  g_clear_pointer (&entry->reason, g_free);
  g_clear_pointer (&entry->reason_salt, g_bytes_unref);
  after = sl_journal_entry_decode (entry, &error);
  g_assert_no_error (error);
  g_assert_null (after->reason);
  g_assert_null (SL_AS (RISK, after->changes[0].after)->title);
  g_assert_cmpint (SL_AS (RISK, after->changes[0].after)->earliest_date, ==, -1);
}

/* A field of a later version is passed over; bytes that make no sense are refused even where the hash fits. */
static void
test_unknown_and_nonsense (void)
{
  static const guint8 unknown[] = { 0, 0, 0, 1, 'z', 3, 0, 0, 0, 1, 'a', 0, 0, 0, 0 };
  static const guint8 nonsense[] = { 0, 0, 0, 4, 'k', 'i', 'n', 'd', 2, 0, 0, 1, 0, 'x' };
  static const guint8 bad_date[] = { 0, 0, 0, 9, 'c', 'l', 'o', 's', 'e', 'd', '_', 'o', 'n', 2, 0, 0, 0, 8, 127, 0, 0, 0, 0, 0, 0, 0 };
  g_autoptr (SlJournalEntry) entry = an_entry ();
  SlJournalChange *change = &g_array_index (entry->changes, SlJournalChange, 0);
  g_autoptr (SlChangeSet) after = NULL;
  g_autoptr (GError) error = NULL;

  g_bytes_unref (change->plain);
  change->plain = g_bytes_new_static (unknown, sizeof unknown);
  sl_journal_entry_hash (entry, &entry->hash);
  after = sl_journal_entry_decode (entry, &error);
  g_assert_no_error (error);
  g_assert_cmphex (after->changes[0].mask, ==, SL_MASK (SL_RISK_CODE) | SL_MASK (SL_RISK_TITLE));
  for (guint i = 0; i < 2; i++)
    {
      g_bytes_unref (change->plain);
      change->plain = i == 0 ? g_bytes_new_static (nonsense, sizeof nonsense) : g_bytes_new_static (bad_date, sizeof bad_date);
      sl_journal_entry_hash (entry, &entry->hash);
      g_assert_null (sl_journal_entry_decode (entry, &error));
      g_assert_error (error, SL_ERROR, SL_ERROR_DAMAGED);
      g_clear_error (&error);
    }
}

static void
test_side (void)
{
  guint8 tail[SL_INSPECT_TAIL] = { 0 };
  static const guint8 magic[8] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };

  g_assert_cmpint (sl_inspect_side (0, tail, 0, 0), ==, SL_SIDE_IDLE);
  g_assert_cmpint (sl_inspect_side (0, tail, sizeof tail, 512), ==, SL_SIDE_IDLE);
  g_assert_cmpint (sl_inspect_side (0xd9, tail, sizeof tail, 512), ==, SL_SIDE_ROLLBACK);
  memcpy (tail + sizeof tail - sizeof magic, magic, sizeof magic);
  g_assert_cmpint (sl_inspect_side (0xd9, tail, sizeof tail, 512), ==, SL_SIDE_HOSTILE);
  g_assert_cmpint (sl_inspect_side (0, tail, sizeof tail, 512), ==, SL_SIDE_HOSTILE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/round-trip", test_round_trip);
  g_test_add_func ("/journal/salted", test_salted);
  g_test_add_func ("/journal/bytes", test_bytes);
  g_test_add_func ("/journal/tampering", test_tampering);
  g_test_add_func ("/journal/erasure", test_erasure);
  g_test_add_func ("/journal/unknown-and-nonsense", test_unknown_and_nonsense);
  g_test_add_func ("/journal/side", test_side);
  return g_test_run ();
}
