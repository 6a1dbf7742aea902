/* The entry of fuzz-graphml over a small graph and seeded mutations of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-entry.h"

#include "xml-mutate.h"

#define ROUNDS 6000

static const char graph[]
    = "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:y=\"http://www.yworks.com/xml/graphml\">"
      "<key id=\"l\" for=\"node\" attr.name=\"label\"/><key id=\"c\" for=\"node\" attr.name=\"column\"><default>1</default></key>"
      "<key id=\"x\" attr.name=\"x\"/><key id=\"y\" attr.name=\"y\"/><key id=\"h\" for=\"node\" attr.name=\"height\"/>"
      "<key id=\"p\" for=\"node\" attr.name=\"pinned\"/><key id=\"t\" for=\"node\" attr.name=\"type\"/>"
      "<key id=\"w\" for=\"edge\" attr.name=\"weight\"/><key id=\"g\" for=\"node\" yfiles.type=\"nodegraphics\"/>"
      "<graph edgedefault=\"directed\"><node id=\"a\"><data key=\"l\">One &amp; two</data><data key=\"t\">enabler</data>"
      "<data key=\"x\">-1.5</data><data key=\"y\">2e2</data><data key=\"p\">true</data></node>"
      "<node id=\"b\"><data key=\"g\"><y:ShapeNode><y:NodeLabel>Yed<y:LabelModel/></y:NodeLabel></y:ShapeNode></data>"
      "<graph><node id=\"c\"><data key=\"h\">12</data></node></graph></node>"
      "<edge id=\"e\" source=\"a\" target=\"b\"><data key=\"w\">0.5</data></edge><edge source=\"b\" target=\"c\"/>"
      "<edge source=\"c\" target=\"a\"/></graph></graphml>";

static void
test_mutations (void)
{
  xml_mutate_rounds (graph, 37, ROUNDS, LLVMFuzzerTestOneInput);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz-graphml/mutations", test_mutations);
  return g_test_run ();
}
