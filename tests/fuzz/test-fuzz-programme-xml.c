/* The entry of fuzz-programme-xml over a small programme and seeded mutations of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-entry.h"

#include "resources/sl-resources.h"
#include "xml-mutate.h"

#define ROUNDS 6000

static void
test_mutations (void)
{
  xml_mutate_rounds (xml_small_programme, 31, ROUNDS, LLVMFuzzerTestOneInput);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sl_resources_init ();
  g_test_add_func ("/fuzz-programme-xml/mutations", test_mutations);
  return g_test_run ();
}
