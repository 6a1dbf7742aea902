/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sl-uid.h"

static gpointer
make_many (gpointer data)
{
  GArray *uids = g_array_new (FALSE, FALSE, sizeof (SlUid));

  for (guint i = 0; i < 5000; i++)
    {
      SlUid uid = sl_uid_new ();

      g_array_append_val (uids, uid);
    }
  return uids;
}

/* Uids of one thread rise, and no two threads ever get the same one. */
static void
test_rising (void)
{
  GThread *threads[4];
  g_autoptr (SlUidMap) seen = sl_uid_map_new (NULL);

  for (guint i = 0; i < 4; i++)
    threads[i] = g_thread_new ("uid", make_many, NULL);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GArray) uids = g_thread_join (threads[i]);

      for (guint k = 0; k < uids->len; k++)
        {
          SlUid uid = g_array_index (uids, SlUid, k);

          g_assert_cmpint (uid, >, k > 0 ? g_array_index (uids, SlUid, k - 1) : 0);
          g_assert_null (sl_uid_map_get (seen, uid));
          sl_uid_map_set (seen, uid, GINT_TO_POINTER (1));
        }
    }
  g_assert_cmpuint (sl_uid_map_size (seen), ==, 20000);
}

/* The map against a GHashTable, over random operations. */
static void
test_map (void)
{
  g_autoptr (SlUidMap) map = sl_uid_map_new (g_free);
  g_autoptr (GHashTable) model = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 60000; i++)
    {
      SlUid uid = g_rand_int_range (rand, 1, 3000);
      gpointer value = sl_uid_map_get (map, uid);

      g_assert_cmpint (value != NULL, ==, g_hash_table_contains (model, &uid));
      if (value != NULL)
        g_assert_cmpint (*(int *) value, ==, GPOINTER_TO_INT (g_hash_table_lookup (model, &uid)));
      if (g_rand_boolean (rand))
        {
          int *content = g_new (int, 1);

          *content = (int) i + 1;
          sl_uid_map_set (map, uid, content);
          g_hash_table_insert (model, g_memdup2 (&uid, sizeof uid), GINT_TO_POINTER ((int) i + 1));
        }
      else
        g_assert_cmpint (sl_uid_map_remove (map, uid), ==, g_hash_table_remove (model, &uid));
      g_assert_cmpuint (sl_uid_map_size (map), ==, g_hash_table_size (model));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/uid/rising", test_rising);
  g_test_add_func ("/uid/map", test_map);
  return g_test_run ();
}
