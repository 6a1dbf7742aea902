/* The entry of fuzz-text over a small corpus and seeded mutations of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-entry.h"

#include <glib.h>
#include <string.h>

#define ROUNDS 6000

static const char *const corpus[] = {
  "0" "4 Aug 2026",
  "1" "2026-08-31",
  "2" "£1,234.50k",
  "4" "P-02",
  "5" "Programme Sample",
  "6" "in progress",
  "8" "yes",
  "9" "naïve “text”\nsecond line",
};

static void
mutate (GString *s, GRand *chance)
{
  static const char *const pieces[] = { "<", ">", "\"", "&", "&#0;", "]]>", "\xff", "\xC3", "-", "9999999999", "P-", "<risk", "/>" };

  for (int n = g_rand_int_range (chance, 1, 5); n > 0 && s->len > 0; n--)
    {
      gssize at = g_rand_int_range (chance, 0, (gint32) s->len);

      switch (g_rand_int_range (chance, 0, 3))
        {
        case 0:
          g_string_erase (s, at, 1);
          break;
        case 1:
          s->str[at] = (char) g_rand_int_range (chance, 1, 256);
          break;
        default:
          g_string_insert (s, at, pieces[g_rand_int_range (chance, 0, G_N_ELEMENTS (pieces))]);
        }
    }
}

static void
test_mutations (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (23);

  for (guint i = 0; i < G_N_ELEMENTS (corpus); i++)
    LLVMFuzzerTestOneInput ((const uint8_t *) corpus[i], strlen (corpus[i]));
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GString) s = g_string_new (corpus[g_rand_int_range (chance, 0, G_N_ELEMENTS (corpus))]);

      mutate (s, chance);
      LLVMFuzzerTestOneInput ((const uint8_t *) s->str, s->len);
    }
  fuzz_text_end ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz-text/mutations", test_mutations);
  return g_test_run ();
}
