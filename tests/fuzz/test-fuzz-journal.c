/* The fuzz entry over a small corpus and seeded mutations of it: an ordinary test, the same each time for one seed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-journal.h"

#include "store-desk.h"
#include "store/sl-journal-private.h"

#include <string.h>

#define ROUNDS 20000

/* As try_history() takes it apart: a create of each kind with every field. */
static GPtrArray *
corpus (void)
{
  static const guint8 journal[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7, 0, 0, 0, 1 };
  static const SlHash zero;
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (Desk) desk = desk_new (sl_memory_store_new ());
  guint8 header[100] = "SQLite format 3";

  header[16] = 16;
  header[18] = header[19] = 1;
  header[63] = 1;
  memcpy (header + 68, "SLN1", 4);
  g_ptr_array_add (all, g_bytes_new (header, sizeof header));
  g_ptr_array_add (all, g_bytes_new_static (journal, sizeof journal));
  desk_fill (desk);
  for (int k = 0; k < SL_N_KINDS; k++)
    {
      const SlRecord *record = sl_programme_nth (desk->rows, k, sl_programme_count (desk->rows, k) - 1);
      SlChange change = { .kind = k, .uid = record->uid, .after = sl_record_ref (record), .mask = G_MAXUINT64 };
      GArray *changes = g_array_new (FALSE, TRUE, sizeof (SlChange));
      g_autoptr (SlChangeSet) change_set = NULL;
      g_autoptr (SlJournalEntry) entry = NULL;
      GByteArray *bytes = g_byte_array_new ();
      guint8 start[2] = { (guint8) (k * 3), 255 };
      gsize n;
      const void *plain;

      g_array_append_val (changes, change);
      change_set = sl_change_set_new (changes, SL_VERB_ADD, SL_UID_NONE, NULL);
      entry = sl_journal_entry_encode (change_set, 1, &zero);
      plain = g_bytes_get_data (g_array_index (entry->changes, SlJournalChange, 0).plain, &n);
      g_byte_array_append (bytes, start, sizeof start);
      g_byte_array_append (bytes, plain, (guint) n);
      g_ptr_array_add (all, g_byte_array_free_to_bytes (bytes));
    }
  return all;
}

static void
mutate (GByteArray *bytes, GRand *chance)
{
  static const guint8 edges[] = { 0, 1, 2, 3, 4, 8, 0x7f, 0x80, 0xff };

  for (gint n = g_rand_int_range (chance, 1, 5); n > 0 && bytes->len > 0; n--)
    {
      guint at = (guint) g_rand_int_range (chance, 0, (gint32) bytes->len);

      switch (g_rand_int_range (chance, 0, 4))
        {
        case 0:
          bytes->data[at] ^= (guint8) (1 << g_rand_int_range (chance, 0, 8));
          break;
        case 1:
          bytes->data[at] = edges[g_rand_int_range (chance, 0, G_N_ELEMENTS (edges))];
          break;
        case 2:
          g_byte_array_set_size (bytes, at);
          break;
        default:
          g_byte_array_remove_index (bytes, at);
          break;
        }
    }
}

static void
test_corpus (void)
{
  g_autoptr (GPtrArray) all = corpus ();

  for (guint i = 0; i < all->len; i++)
    LLVMFuzzerTestOneInput (g_bytes_get_data (all->pdata[i], NULL), g_bytes_get_size (all->pdata[i]));
}

static void
test_mutations (void)
{
  g_autoptr (GPtrArray) all = corpus ();
  g_autoptr (GRand) chance = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < ROUNDS; i++)
    {
      GBytes *origin = all->pdata[i % all->len];
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, g_bytes_get_data (origin, NULL), (guint) g_bytes_get_size (origin));
      mutate (bytes, chance);
      LLVMFuzzerTestOneInput (bytes->data, bytes->len);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz/journal/corpus", test_corpus);
  g_test_add_func ("/fuzz/journal/mutations", test_mutations);
  return g_test_run ();
}
