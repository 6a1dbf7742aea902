/* Benefit maps laid out by `sightline-cli map layout` and by Graphviz dot; and a map of 200 cards laid out after an edit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   bench-layout SIGHTLINE-CLI [SIZE ...]     sizes: 60, 200 and 1000 otherwise
 *
 * Both read the same map from a file and write their drawing to one, a process each, in turn; processor time counts, that of
 * starting included. Both drawings are judged by one count that knows only coordinates. Without dot on the machine that part is skipped, and says so. An edit is measured
 * against one frame of a display of 60 a second.
 */
#include "bench-support.h"

#include "map/map-fixture.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#define ROUNDS 9
#define SEEDS 3
#define COLUMNS 5
#define EDITS 40
#define FRAME (1.0 / 60)

/* --- Maps ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  MapGraph *graph;
  GRand *rand;
  guint first[COLUMNS + 1]; /* cards of a column */
  guint *root;              /* by card: another of its connected part */
} Grower;

static guint
find_root (const Grower *self, guint card)
{
  while (self->root[card] != card)
    card = self->root[card];
  return card;
}

static void
join (Grower *self, guint source, guint target)
{
  map_graph_link (self->graph, source, target);
  self->root[find_root (self, source)] = find_root (self, target);
}

/* A card of @column near the height of @card, or one in twenty anywhere. */
static guint
pick (const Grower *self, guint card, guint column)
{
  guint from = 0, size = self->first[column + 1] - self->first[column];
  guint own;
  double at;

  while (card >= self->first[from + 1])
    from++;
  own = self->first[from + 1] - self->first[from];
  at = (card - self->first[from] + 0.5) / own * size + g_rand_double_range (self->rand, -2, 2);
  if (g_rand_int_range (self->rand, 0, 20) == 0)
    at = g_rand_double_range (self->rand, 0, size);
  return self->first[column] + (guint) CLAMP (at, 0, size - 1);
}

/* Joins what is not yet in one piece, so that dot finds the columns by itself. */
static void
join_parts (Grower *self)
{
  for (guint c = 1; c < COLUMNS; c++)
    for (guint i = self->first[c]; i < self->first[c + 1]; i++)
      {
        guint cause = pick (self, i, c - 1);

        if (find_root (self, i) != find_root (self, cause))
          join (self, cause, i);
      }
  /* The first links lead from each card of the first column, in turn. */
  for (guint i = 1; i < self->first[1]; i++)
    if (find_root (self, i) != find_root (self, i - 1))
      join (self, i, g_array_index (self->graph->links, SlLayoutLink, i - 1).target);
}

/* Cards of one to six lines in five columns; eight links for five cards, one in six over a column. */
static MapGraph *
grow_map (guint n, guint seed)
{
  static const double share[COLUMNS] = { 0, 0.30, 0.58, 0.80, 0.94 };
  g_autofree guint *root = g_new (guint, n);
  Grower self = { map_graph_new (), g_rand_new_with_seed (seed), { 0 }, root };

  self.first[COLUMNS] = n;
  for (guint c = 0; c < COLUMNS; c++)
    self.first[c] = (guint) (share[c] * n);
  for (guint c = 0; c < COLUMNS; c++)
    for (guint i = self.first[c]; i < self.first[c + 1]; i++)
      {
        root[i] = i;
        map_graph_at (self.graph, map_graph_card (self.graph, (int) c))->height = 48 + 16 * g_rand_int_range (self.rand, 0, 6);
      }
  for (guint c = 0; c + 1 < COLUMNS; c++)
    for (guint i = self.first[c]; i < self.first[c + 1]; i++)
      join (&self, i, pick (&self, i, c + 1));
  join_parts (&self);
  while (self.graph->links->len < n * 8 / 5)
    {
      guint c = (guint) g_rand_int_range (self.rand, 0, COLUMNS - 1);
      guint i = (guint) g_rand_int_range (self.rand, (gint32) self.first[c], (gint32) self.first[c + 1]);
      guint to = c + (g_rand_int_range (self.rand, 0, 6) == 0 ? 2 : 1);

      join (&self, i, pick (&self, i, MIN (COLUMNS - 1, to)));
    }
  g_rand_free (self.rand);
  return self.graph;
}

static void
write_file (const char *folder, const char *name, const GString *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
}

static void
write_graphml (const char *folder, const MapGraph *graph)
{
  static const char *const keys[] = { "column", "width", "height" };
  g_autoptr (GString) s = g_string_new ("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_string_append_printf (s, "<key id=\"%s\" for=\"node\" attr.name=\"%s\" attr.type=\"%s\"/>\n", keys[i], keys[i],
                            i == 0 ? "int" : "double");
  g_string_append (s, "<graph id=\"g\" edgedefault=\"directed\">\n");
  for (guint i = 0; i < graph->input.n_cards; i++)
    g_string_append_printf (s, "<node id=\"n%u\"><data key=\"column\">%d</data><data key=\"width\">%.0f</data>"
                               "<data key=\"height\">%.0f</data></node>\n",
                            i, graph->input.cards[i].column, graph->input.cards[i].width, graph->input.cards[i].height);
  for (guint i = 0; i < graph->input.n_links; i++)
    g_string_append_printf (s, "<edge id=\"e%u\" source=\"n%u\" target=\"n%u\"/>\n", i, graph->input.links[i].source,
                            graph->input.links[i].target);
  g_string_append (s, "</graph></graphml>\n");
  write_file (folder, "in.graphml", s);
}

/* In inches, as dot has it: 72 px each. */
static void
write_dot (const char *folder, const MapGraph *graph)
{
  g_autoptr (GString) s = g_string_new ("digraph G { rankdir=LR; ");

  g_string_append_printf (s, "nodesep=%.4f; ranksep=%.4f; node [shape=box, fixedsize=true, label=\"\"];\n",
                          SL_LAYOUT_CARD_GAP / 72, SL_LAYOUT_COLUMN_GAP / 72);
  for (guint i = 0; i < graph->input.n_cards; i++)
    g_string_append_printf (s, "n%u [width=%.4f, height=%.4f];\n", i, graph->input.cards[i].width / 72,
                            graph->input.cards[i].height / 72);
  for (guint i = 0; i < graph->input.n_links; i++)
    {
      const SlLayoutLink *link = &graph->input.links[i];

      g_string_append_printf (s, "n%u -> n%u [minlen=%d];\n", link->source, link->target,
                              graph->input.cards[link->target].column - graph->input.cards[link->source].column);
    }
  g_string_append (s, "}\n");
  write_file (folder, "in.dot", s);
}

/* --- Drawings ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  SlLayoutPoint *cards;
  GArray *points;     /* of SlLayoutPoint */
  guint *first_point; /* as in SlLayout */
} Drawing;

static void
drawing_clear (Drawing *self)
{
  g_free (self->cards);
  g_free (self->first_point);
  g_array_unref (self->points);
}

static Drawing
draw_ours (const MapGraph *graph)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlLayout) layout = sl_layout_new (&graph->input, SL_LAYOUT_SETTLED, NULL, &error);
  Drawing self = { NULL, g_array_new (FALSE, FALSE, sizeof (SlLayoutPoint)), NULL };

  g_assert_no_error (error);
  map_check (&graph->input, layout);
  self.cards = g_memdup2 (layout->cards, sizeof (SlLayoutPoint) * layout->n_cards);
  self.first_point = g_memdup2 (layout->first_point, sizeof (guint) * (layout->n_links + 1));
  g_array_append_vals (self.points, layout->points, layout->first_point[layout->n_links]);
  return self;
}

/* Adds a curve as short straight lines. */
static void
add_curve (GArray *points, char *const *numbers, guint n)
{
  SlLayoutPoint p[4] = { { 0, 0 } }, at = { 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      SlLayoutPoint next = { 72 * g_ascii_strtod (numbers[2 * i], NULL), -72 * g_ascii_strtod (numbers[2 * i + 1], NULL) };

      p[i == 0 ? 0 : (i - 1) % 3 + 1] = next;
      if (i == 0)
        g_array_append_val (points, next);
      for (guint k = 1; k <= 8 && i > 0 && i % 3 == 0; k++)
        {
          double t = k / 8.0, u = 1 - t;

          at.x = u * u * u * p[0].x + 3 * u * u * t * p[1].x + 3 * u * t * t * p[2].x + t * t * t * p[3].x;
          at.y = u * u * u * p[0].y + 3 * u * u * t * p[1].y + 3 * u * t * t * p[2].y + t * t * t * p[3].y;
          g_array_append_val (points, at);
        }
      if (i > 0 && i % 3 == 0)
        p[0] = p[3];
    }
}

/* The lines of -Tplain: "node NAME X Y ...", "edge SOURCE TARGET N X Y ... ...", edges in the order of their sources. */
static Drawing
read_dot (const char *folder, const MapGraph *graph)
{
  g_autofree char *path = g_build_filename (folder, "out.plain", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree gboolean *seen = g_new0 (gboolean, graph->input.n_links);
  Drawing self = { g_new0 (SlLayoutPoint, graph->input.n_cards), g_array_new (FALSE, FALSE, sizeof (SlLayoutPoint)),
                   g_new0 (guint, graph->input.n_links + 1) };
  g_autofree GArray **ways = g_new0 (GArray *, graph->input.n_links);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint k = 0; lines[k] != NULL; k++)
    {
      g_auto (GStrv) words = g_strsplit (lines[k], " ", -1);

      if (g_strcmp0 (words[0], "node") == 0)
        self.cards[atoi (words[1] + 1)] = (SlLayoutPoint) { 72 * g_ascii_strtod (words[2], NULL),
                                                            -72 * g_ascii_strtod (words[3], NULL) };
      else if (g_strcmp0 (words[0], "edge") == 0)
        for (guint i = 0; i < graph->input.n_links; i++)
          if (!seen[i] && (int) graph->input.links[i].source == atoi (words[1] + 1)
              && (int) graph->input.links[i].target == atoi (words[2] + 1))
            {
              seen[i] = TRUE;
              ways[i] = g_array_new (FALSE, FALSE, sizeof (SlLayoutPoint));
              add_curve (ways[i], words + 4, (guint) atoi (words[3]));
              break;
            }
    }
  for (guint i = 0; i < graph->input.n_links; i++)
    {
      g_assert_nonnull (ways[i]);
      g_array_append_vals (self.points, ways[i]->data, ways[i]->len);
      self.first_point[i + 1] = self.points->len;
      g_array_unref (ways[i]);
    }
  return self;
}

/* --- Judging ------------------------------------------------------------------------------------------------------- */

typedef struct
{
  double crossings, length, area;
} Score;

/* Where a way stands when it passes @x. */
static double
height_at (const Drawing *self, guint link, double x)
{
  const SlLayoutPoint *points = (const SlLayoutPoint *) (gpointer) self->points->data;
  guint k = self->first_point[link] + 1;

  while (k + 1 < self->first_point[link + 1] && points[k].x < x)
    k++;
  if (points[k].x == points[k - 1].x)
    return points[k].y;
  return points[k - 1].y + (points[k].y - points[k - 1].y) * CLAMP ((x - points[k - 1].x) / (points[k].x - points[k - 1].x), 0, 1);
}

/* Pairs that change sides from one column's middle to the next one's. */
static double
count_crossings (const Drawing *self, const MapGraph *graph)
{
  g_autofree double *from = g_new (double, graph->input.n_links);
  g_autofree double *to = g_new (double, graph->input.n_links);
  double middle[COLUMNS], crossings = 0;

  for (guint i = 0; i < graph->input.n_cards; i++)
    middle[graph->input.cards[i].column] = self->cards[i].x;
  for (guint i = 0; i < graph->input.n_cards; i++)
    g_assert_cmpfloat (fabs (middle[graph->input.cards[i].column] - self->cards[i].x), <, 1);
  for (int c = 0; c + 1 < COLUMNS; c++)
    {
      guint n = 0;

      for (guint i = 0; i < graph->input.n_links; i++)
        {
          guint source = graph->input.links[i].source, target = graph->input.links[i].target;
          int left = graph->input.cards[source].column, right = graph->input.cards[target].column;

          if (left > c || right < c + 1)
            continue;
          from[n] = left == c ? self->cards[source].y : height_at (self, i, middle[c]);
          to[n++] = right == c + 1 ? self->cards[target].y : height_at (self, i, middle[c + 1]);
        }
      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < i; j++)
          crossings += (from[i] < from[j] && to[i] > to[j]) || (from[i] > from[j] && to[i] < to[j]);
    }
  return crossings;
}

static Score
judge (const Drawing *self, const MapGraph *graph)
{
  const SlLayoutPoint *points = (const SlLayoutPoint *) (gpointer) self->points->data;
  double left = HUGE_VAL, top = HUGE_VAL, right = -HUGE_VAL, bottom = -HUGE_VAL;
  Score score = { count_crossings (self, graph), 0, 0 };

  for (guint i = 0; i < graph->input.n_cards; i++)
    {
      const SlLayoutCard *card = &graph->input.cards[i];

      left = MIN (left, self->cards[i].x - card->width / 2);
      right = MAX (right, self->cards[i].x + card->width / 2);
      top = MIN (top, self->cards[i].y - card->height / 2);
      bottom = MAX (bottom, self->cards[i].y + card->height / 2);
    }
  for (guint i = 0; i < graph->input.n_links; i++)
    for (guint k = self->first_point[i]; k < self->first_point[i + 1]; k++)
      {
        left = MIN (left, points[k].x);
        right = MAX (right, points[k].x);
        top = MIN (top, points[k].y);
        bottom = MAX (bottom, points[k].y);
        if (k > self->first_point[i])
          score.length += hypot (points[k].x - points[k - 1].x, points[k].y - points[k - 1].y);
      }
  score.area = (right - left) * (bottom - top);
  return score;
}

/* --- Against dot --------------------------------------------------------------------------------------------------- */

/* Seconds that processors have spent for the commands run so far. */
static double
spent (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_CHILDREN, &usage), ==, 0);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* What a whole command costs, its start included: others at work on the machine do not count. */
static double
run (const char *folder, char **command)
{
  g_autoptr (GError) error = NULL;
  double before = spent ();
  int status = 0;

  g_spawn_sync (folder, command, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return spent () - before;
}

static gboolean
report_sum (guint n, const char *what, double ours, double theirs, double limit)
{
  g_autofree char *name = g_strdup_printf ("layout of %u cards: %s", n, what);

  g_print ("%-52s %10.0f     dot  %10.0f     ratio %5.2f  limit %4.2f  %s\n", name, ours, theirs, ours / theirs, limit,
           ours <= limit * theirs ? "met" : "MISSED");
  return ours <= limit * theirs;
}

/* @slot: up to the next one are the times of this map. */
static void
compare_once (const char *folder, char *cli, char *dot, guint n, guint seed, double *ours, double *theirs, Score sums[2])
{
  char *our_command[] = { cli, "map", "layout", "in.graphml", "-o", "out.graphml", "--quiet", NULL };
  char *dot_command[] = { dot, "-Tplain", "-o", "out.plain", "in.dot", NULL };
  g_autoptr (MapGraph) graph = grow_map (n, seed);
  Drawing drawings[2];

  write_graphml (folder, graph);
  write_dot (folder, graph);
  for (guint i = 0; i < ROUNDS; i++)
    {
      ours[i] = run (folder, our_command);
      theirs[i] = run (folder, dot_command);
    }
  drawings[0] = draw_ours (graph);
  drawings[1] = read_dot (folder, graph);
  for (guint k = 0; k < 2; k++)
    {
      Score score = judge (&drawings[k], graph);

      sums[k].crossings += score.crossings;
      sums[k].length += score.length;
      sums[k].area += score.area;
      drawing_clear (&drawings[k]);
    }
}

static gboolean
compare (const char *folder, char *cli, char *dot, guint n)
{
  g_autofree char *name = g_strdup_printf ("layout of %u cards: whole command, against dot", n);
  double ours[SEEDS * ROUNDS], theirs[SEEDS * ROUNDS];
  Score sums[2] = { { 0, 0, 0 }, { 0, 0, 0 } };
  gboolean large = n >= 1000;
  gboolean met;

  for (guint seed = 0; seed < SEEDS; seed++)
    compare_once (folder, cli, dot, n, seed + 1, ours + seed * ROUNDS, theirs + seed * ROUNDS, sums);
  met = bench_report (name, ours, theirs, SEEDS * ROUNDS, large ? 0.2 : 1);
  met &= report_sum (n, "crossings", sums[0].crossings, sums[1].crossings, large ? 0.8 : 1);
  met &= report_sum (n, "length of the links, px", sums[0].length, sums[1].length, 1.1);
  met &= report_sum (n, "area, 1000 square px", sums[0].area / 1e3, sums[1].area / 1e3, 1);
  return met;
}

static gboolean
compare_all (int argc, char **argv)
{
  static const guint sizes[] = { 60, 200, 1000 };
  g_autofree char *dot = g_find_program_in_path ("dot");
  g_autofree char *cli = g_canonicalize_filename (argv[1], NULL);
  g_autofree char *folder = NULL;
  static const char *const files[] = { "in.graphml", "out.graphml", "in.dot", "out.plain" };
  gboolean met = TRUE;

  if (dot == NULL)
    {
      g_print ("layout against dot: skipped, Graphviz dot is not installed\n");
      return TRUE;
    }
  folder = g_dir_make_tmp ("sightline-bench-XXXXXX", NULL);
  g_assert_nonnull (folder);
  for (int i = 2; i < argc; i++)
    met &= compare (folder, cli, dot, (guint) MAX (COLUMNS * 4, atoi (argv[i])));
  for (guint i = 0; i < G_N_ELEMENTS (sizes) && argc <= 2; i++)
    met &= compare (folder, cli, dot, sizes[i]);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  return met;
}

/* --- After an edit ------------------------------------------------------------------------------------------------- */

typedef enum
{
  ADD_CARD,
  ADD_LINK,
  GROW_CARD,
} Edit;

static void
edit_map (MapGraph *graph, GRand *rand, Edit edit)
{
  guint n = graph->input.n_cards;
  guint low = (guint) g_rand_int_range (rand, 0, (gint32) n * 3 / 10);
  guint high = (guint) g_rand_int_range (rand, (gint32) n * 6 / 10, (gint32) n * 8 / 10);

  if (edit == ADD_LINK)
    map_graph_link (graph, low, high);
  else if (edit == GROW_CARD)
    map_graph_at (graph, (guint) g_rand_int_range (rand, 0, (gint32) n))->height += 16;
  else
    {
      guint card = map_graph_card (graph, 1);

      map_graph_link (graph, low, card);
      map_graph_link (graph, card, high);
    }
}

/* Lays out a map of 200 cards after one edit each; tells how many cards moved. */
static gboolean
measure_edit (Edit edit, const char *what)
{
  g_autofree char *name = g_strdup_printf ("layout of 200 cards after an edit: %s", what);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  double ours[EDITS], frame[EDITS];
  guint moved = 0, most = 0;

  for (guint i = 0; i < EDITS; i++)
    {
      g_autoptr (MapGraph) graph = grow_map (200, 1 + i % SEEDS);
      g_autoptr (SlLayout) before = sl_layout_new (&graph->input, SL_LAYOUT_SETTLED, NULL, NULL);
      g_autoptr (SlLayout) after = NULL;
      guint now = 0;

      map_keep (graph, before);
      edit_map (graph, rand, edit);
      ours[i] = bench_now ();
      after = sl_layout_new (&graph->input, SL_LAYOUT_FIRST, NULL, NULL);
      ours[i] = bench_now () - ours[i];
      frame[i] = FRAME;
      map_check (&graph->input, after);
      for (guint k = 0; k < before->n_cards; k++)
        now += fabs (before->cards[k].y - after->cards[k].y) >= 1;
      moved += now;
      most = MAX (most, now);
    }
  g_print ("%s: of 200 cards %.1f move, %u at most\n", name, (double) moved / EDITS, most);
  return bench_report (name, ours, frame, EDITS, 1);
}

int
main (int argc, char **argv)
{
  gboolean met;

  if (argc < 2)
    g_error ("bench-layout SIGHTLINE-CLI [SIZE ...]");
  met = compare_all (argc, argv);
  met &= measure_edit (ADD_CARD, "a card more");
  met &= measure_edit (ADD_LINK, "a link more");
  met &= measure_edit (GROW_CARD, "a line more");
  return met ? 0 : 1;
}
