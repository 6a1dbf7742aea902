/* The entry of fuzz-programme-xml over a small programme and seeded mutations of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-entry.h"

#include "resources/sl-resources.h"
#include "xml-mutate.h"

#include <string.h>

#define ROUNDS 6000

static void
test_mutations (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (31);

  LLVMFuzzerTestOneInput ((const uint8_t *) xml_small_programme, strlen (xml_small_programme));
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GString) document = g_string_new (xml_small_programme);

      for (int n = g_rand_int_range (chance, 1, 4); n > 0; n--)
        xml_mutate (document, chance);
      LLVMFuzzerTestOneInput ((const uint8_t *) document->str, document->len);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sl_resources_init ();
  g_test_add_func ("/fuzz-programme-xml/mutations", test_mutations);
  return g_test_run ();
}
