/* Graphs that others drew, through the layout: every link round every card, drawn at once, settled, and kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SIGHTLINE_GRAPHS names a folder of files *.jsonl, one graph a line: {"name": "...", "n": nodes, "e": [[source, target],
 * ...], "c": [column, ...]}, where "c" may be missing. Such collections are others' data and not part of this project; without
 * the folder there is nothing to test. What was drawn is told as a comment: make check-graphs GRAPHS=FOLDER shows it.
 */
#include "map/map-fixture.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  guint graphs, cards, links;
  gint64 first, settled; /* crossings */
  double length, area;   /* of the settled ones: px, px^2 */
} Totals;

/* The next whole number of a list of lists, or -1 at its end. */
static int
next_number (const char **at, int *depth)
{
  for (; **at != '\0'; (*at)++)
    {
      if (**at == '[')
        (*depth)++;
      else if (**at == ']' && --*depth == 0)
        return -1;
      else if (g_ascii_isdigit (**at))
        return (int) strtol (*at, (char **) at, 10);
    }
  return -1;
}

static const char *
find_key (const char *line, const char *key)
{
  const char *at = strstr (line, key);

  return at != NULL ? at + strlen (key) : NULL;
}

static MapGraph *
read_graph (const char *line)
{
  MapGraph *self = map_graph_new ();
  const char *size = find_key (line, "\"n\":"), *links = find_key (line, "\"e\":"), *columns = find_key (line, "\"c\":");
  int n = size != NULL ? (int) strtol (size, NULL, 10) : -1;
  int depth = 0;

  g_assert_cmpint (n, >=, 0);
  g_assert_nonnull (links);
  for (int i = 0; i < n; i++)
    map_graph_card (self, columns != NULL ? next_number (&columns, &depth) : SL_LAYOUT_ANY);
  depth = 0;
  for (int source; (source = next_number (&links, &depth)) >= 0;)
    {
      int target = next_number (&links, &depth);

      g_assert_cmpint (source, <, n);
      g_assert_cmpint (target, <, n);
      g_assert_cmpint (target, >=, 0);
      map_graph_link (self, (guint) source, (guint) target);
    }
  return self;
}

static double
length_of (const SlLayout *layout)
{
  double length = 0;

  for (guint i = 0; i < layout->n_links; i++)
    for (guint k = layout->first_point[i] + 1; k < layout->first_point[i + 1]; k++)
      length += hypot (layout->points[k].x - layout->points[k - 1].x, layout->points[k].y - layout->points[k - 1].y);
  return length;
}

static void
draw_graph (MapGraph *graph, Totals *totals)
{
  g_autoptr (SlLayout) first = map_draw (graph, SL_LAYOUT_FIRST);
  g_autoptr (SlLayout) settled = map_draw (graph, SL_LAYOUT_SETTLED);
  g_autoptr (SlLayout) more = NULL;
  guint n = graph->cards->len;

  totals->graphs++;
  totals->cards += n;
  totals->links += graph->links->len;
  totals->first += first->crossings;
  totals->settled += settled->crossings;
  totals->length += length_of (settled);
  totals->area += settled->width * settled->height;
  if (n < 2)
    return;
  /* The same with a card more, from the first to the last. */
  map_keep (graph, settled);
  map_graph_link (graph, 0, map_graph_card (graph, map_graph_at (graph, n / 2)->column));
  map_graph_link (graph, n, n - 1);
  more = map_draw (graph, SL_LAYOUT_FIRST);
  g_assert_cmpuint (more->n_cards, ==, n + 1);
}

static void
test_file (gconstpointer path)
{
  Totals totals = { 0 };
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      {
        g_autoptr (MapGraph) graph = read_graph (lines[i]);

        g_test_message ("line %u", i + 1);
        draw_graph (graph, &totals);
      }
  g_print ("# %u graphs, %u cards, %u links: crossings %" G_GINT64_FORMAT " at once, %" G_GINT64_FORMAT
           " settled, length %.2f Mpx, area %.1f Mpx\n",
           totals.graphs, totals.cards, totals.links, totals.first, totals.settled, totals.length / 1e6, totals.area / 1e6);
}

static void
test_no_folder (void)
{
  g_test_skip ("SIGHTLINE_GRAPHS names no folder");
}

int
main (int argc, char **argv)
{
  const char *folder = g_getenv ("SIGHTLINE_GRAPHS");
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_test_init (&argc, &argv, NULL);
  if (folder == NULL || *folder == '\0')
    {
      g_test_add_func ("/layout-graphs/none", test_no_folder);
      return g_test_run ();
    }
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".jsonl"))
      {
        g_autofree char *test = g_strdup_printf ("/layout-graphs/%s", name);

        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
        g_test_add_data_func (test, g_ptr_array_index (paths, paths->len - 1), test_file);
      }
  if (paths->len == 0)
    g_error ("%s: no graphs there", folder);
  return g_test_run ();
}
