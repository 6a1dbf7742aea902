/* The entry of fuzz-csv over a small table and seeded changes of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-entry.h"

#include <glib.h>

#define ROUNDS 20000

static void
test_changes (void)
{
  static const char table[] = "\xEF\xBB\xBF" "code,type,title\r\nN1,enabler,\"A, \"\"b\"\"\"\r\n'=1;x\t\"two\r\nlines\"\n";
  static const char *const pieces[] = { "\"", "\"\"", ",", ";", "\t", "\r\n", "\r", "\n", "'", "=", "\xC3\xA4", "\xFF", "\x01", " " };
  g_autoptr (GRand) chance = g_rand_new_with_seed (53);

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GString) text = g_string_new (table);

      for (int n = g_rand_int_range (chance, 0, 5); n > 0; n--)
        {
          gssize at = g_rand_int_range (chance, 0, (int) text->len);

          if (g_rand_boolean (chance))
            g_string_erase (text, at, 1);
          else
            g_string_insert (text, at, pieces[g_rand_int_range (chance, 0, G_N_ELEMENTS (pieces))]);
        }
      LLVMFuzzerTestOneInput ((const uint8_t *) text->str, text->len);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz-csv/changes", test_changes);
  return g_test_run ();
}
