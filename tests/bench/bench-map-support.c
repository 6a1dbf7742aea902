/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-map-support.h"

#define COLUMNS 6
#define SKIPS 0.2 /* chance of a link to pass over a column */
#define SPREAD 8  /* how far a link goes up or down, in cards of the column it goes to */

static const struct
{
  int type;
  char letter;
  double share;
} columns[COLUMNS] = { { SL_NODE_TYPE_INVESTMENT, 'V', 0.08 }, { SL_NODE_TYPE_ENABLER, 'N', 0.26 },
                       { SL_NODE_TYPE_BUSINESS_CHANGE, 'C', 0.26 }, { SL_NODE_TYPE_INTERMEDIATE_OUTCOME, 'I', 0.22 },
                       { SL_NODE_TYPE_END_OUTCOME, 'E', 0.14 }, { SL_NODE_TYPE_STRATEGIC_PURPOSE, 'P', 0.04 } };

static const char *const words[]
    = { "staff", "customer", "digital", "records", "service", "claims", "data", "training", "supplier", "case", "portal",
        "mobile", "clinic", "school", "housing", "grant", "payment", "audit", "safety", "energy", "fleet", "faster",
        "fewer", "lower", "reduced", "shared" };

typedef struct
{
  guint first, n;
} Column;

static char *
dup_title (GRand *rand)
{
  GString *title = g_string_new ("Improve");

  for (int n = g_rand_int_range (rand, 2, 9); n > 0; n--)
    g_string_append_printf (title, " %s", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  return g_string_free (title, FALSE);
}

static void
add_node (BenchMap *self, guint column, GRand *rand)
{
  g_autofree char *code = g_strdup_printf ("%c%u", columns[column].letter, self->nodes->len + 1);
  g_autofree char *title = dup_title (rand);
  SlRecordEdit edit;

  sl_record_edit_new (&edit, sl_kind_get (SL_KIND_MAP_NODE), sl_uid_new ());
  edit.values[SL_MAP_NODE_CODE] = SL_VALUE_TEXT (code);
  edit.values[SL_MAP_NODE_TITLE] = SL_VALUE_TEXT (title);
  edit.values[SL_MAP_NODE_TYPE] = SL_VALUE_ENUM (columns[column].type);
  edit.values[SL_MAP_NODE_OWNER] = SL_VALUE_REF (self->base.ada);
  sl_fixture_load (&self->base, &edit);
  g_array_append_val (self->nodes, edit.uid);
}

static void
add_link (BenchMap *self, const Column *at, guint from, guint to, double stray, GRand *rand)
{
  guint source = (guint) g_rand_int_range (rand, 0, (gint32) at[from].n);
  double place = (double) source / at[from].n * at[to].n + g_rand_double_range (rand, -SPREAD, SPREAD);
  guint target = g_rand_double (rand) < stray ? (guint) g_rand_int_range (rand, 0, (gint32) at[to].n)
                                              : (guint) CLAMP (place, 0, at[to].n - 1);
  SlUid link = sl_fixture_link (&self->base, g_array_index (self->nodes, SlUid, at[from].first + source),
                                g_array_index (self->nodes, SlUid, at[to].first + target), g_rand_int_range (rand, 1, 3),
                                g_rand_int_range (rand, 0, 5));

  g_array_append_val (self->links, link);
}

void
bench_map_init (BenchMap *self, guint n, double per_node, double stray)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (184);
  Column at[COLUMNS];

  sl_fixture_init (&self->base);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (SlUid));
  self->links = g_array_new (FALSE, FALSE, sizeof (SlUid));
  for (guint c = 0; c < COLUMNS; c++)
    {
      at[c].first = self->nodes->len;
      at[c].n = c + 1 < COLUMNS ? MAX (1, (guint) (columns[c].share * n)) : n - self->nodes->len;
      for (guint i = 0; i < at[c].n; i++)
        add_node (self, c, rand);
    }
  for (guint i = 0; i < per_node * n; i++)
    {
      guint from = i % (COLUMNS - 1), skip = from + 2 < COLUMNS && g_rand_double (rand) < SKIPS;

      add_link (self, at, from, from + 1 + skip, stray, rand);
    }
}

void
bench_map_clear (BenchMap *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->links);
  sl_fixture_clear (&self->base);
}
