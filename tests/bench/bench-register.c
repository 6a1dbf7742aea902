/* 100,000 risks without a window: searching, sorting and judging them, each against the barest way to do the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   bench-register [ROWS=100000]
 *
 *   search   against looking for the word in a plain array of the same folded texts
 *   sort     by text, against qsort() of keys that are there already
 *   derive   every risk judged anew, against one pass that reads the same fields of the same records
 *
 * What one edit touches is counted in tests (test-grid-model), not timed here.
 */
#include "bench-support.h"

#include "base/sl-text.h"
#include "store/sl-place.h"
#include "ui/models/sl-grid-model.h"
#include "ui/models/sl-risk-columns.h"

#include <stdlib.h>
#include <string.h>

#define ROUNDS 11

typedef struct
{
  SlWorkspace *ws;
  SlGridModel *model;
  GPtrArray *columns;
  guint n;
  volatile gint64 sum; /* keeps what is read from being optimised away */
} Bench;

/* --- Search ------------------------------------------------------------------------------------------------------- */

/* What the model searches in: the texts of the columns shown, folded. */
static GPtrArray *
folded_texts (Bench *bench)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < bench->n; i++)
    {
      const SlRecord *record = sl_programme_nth (sl_workspace_programme (bench->ws), SL_KIND_RISK, i);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint c = 0; c < bench->columns->len; c++)
        {
          g_autofree char *cell = NULL;

          if (!((SlColumn *) bench->columns->pdata[c])->shown)
            continue;
          cell = sl_column_dup_text (bench->columns->pdata[c], bench->ws, record);
          g_string_append (text, cell);
          g_string_append_c (text, '\n');
        }
      g_ptr_array_add (texts, sl_text_fold (text->str));
    }
  return texts;
}

static double
scan (Bench *bench, GPtrArray *texts, const char *word)
{
  double start = bench_now ();
  guint *found = g_new (guint, texts->len), n = 0;

  for (guint i = 0; i < texts->len; i++)
    if (strstr (texts->pdata[i], word) != NULL)
      found[n++] = i;
  bench->sum += n;
  g_free (found);
  return bench_now () - start;
}

/* As in a window: in turns of the main loop, down to what a view is told. */
static double
search (Bench *bench, const char *word)
{
  double start = bench_now ();

  sl_grid_model_set_search (bench->model, word);
  while (sl_grid_model_is_busy (bench->model))
    g_main_context_iteration (NULL, FALSE);
  return bench_now () - start;
}

static gboolean
bench_search (Bench *bench)
{
  static const char *const words[] = { "supplier", "weather", "contract", "incident" };
  g_autoptr (GPtrArray) texts = folded_texts (bench);
  double ours[ROUNDS], bare[ROUNDS];

  search (bench, "warm");
  search (bench, NULL);
  for (guint i = 0; i < ROUNDS; i++)
    {
      const char *word = words[i % G_N_ELEMENTS (words)];

      bare[i] = scan (bench, texts, word);
      ours[i] = search (bench, word);
      search (bench, NULL);
    }
  return bench_report ("search for a word", ours, bare, ROUNDS, 2);
}

/* --- Sort --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *key;
  guint row;
} Keyed;

static int
compare_keyed (const void *a, const void *b)
{
  const Keyed *x = a, *y = b;
  int order = strcmp (x->key, y->key);

  return order != 0 ? order : (x->row > y->row) - (x->row < y->row);
}

static double
sort_bare (Bench *bench, GPtrArray *keys)
{
  double start = bench_now ();
  Keyed *keyed = g_new (Keyed, keys->len);

  for (guint i = 0; i < keys->len; i++)
    keyed[i] = (Keyed){ keys->pdata[i], i };
  qsort (keyed, keys->len, sizeof *keyed, compare_keyed);
  bench->sum += keyed[0].row;
  g_free (keyed);
  return bench_now () - start;
}

static double
sort (Bench *bench, gboolean descending)
{
  SlSortKey key = { sl_columns_find (bench->columns, "title"), descending };
  double start = bench_now ();

  sl_grid_model_set_sort (bench->model, &key, 1);
  while (sl_grid_model_is_busy (bench->model))
    g_main_context_iteration (NULL, FALSE);
  return bench_now () - start;
}

static gboolean
bench_sort (Bench *bench)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  double ours[ROUNDS], bare[ROUNDS];

  for (guint i = 0; i < bench->n; i++)
    {
      const SlRecord *record = sl_programme_nth (sl_workspace_programme (bench->ws), SL_KIND_RISK, i);
      g_autofree char *folded = g_utf8_casefold (sl_record_title (record), -1);

      g_ptr_array_add (keys, g_utf8_collate_key (folded, -1));
    }
  g_print ("%-52s %10.2f ms\n", "(sort by title, its keys made)", sort (bench, FALSE) * 1e3);
  for (guint i = 0; i < ROUNDS; i++)
    {
      bare[i] = sort_bare (bench, keys);
      ours[i] = sort (bench, i % 2 == 0);
    }
  return bench_report ("sort by text, keys there", ours, bare, ROUNDS, 1.3);
}

/* --- Derive ------------------------------------------------------------------------------------------------------- */

static gboolean
read_assessment (const SlRecord *record, gpointer data)
{
  const SlRiskAssessment *a = SL_AS (RISK_ASSESSMENT, record);

  *(gint64 *) data += a->date + (int) a->type + a->probability + a->impact_benefit + a->impact_cost + a->impact_time + a->impact_trust
                      + a->impact_safety_security + a->cost_if_occurs + a->explicit_pct;
  return TRUE;
}

static gboolean
read_review (const SlRecord *record, gpointer data)
{
  *(gint64 *) data += SL_AS (RISK_REVIEW, record)->date;
  return TRUE;
}

static gboolean
read_escalation (const SlRecord *record, gpointer data)
{
  *(gint64 *) data += (int) SL_AS (ESCALATION, record)->state;
  return TRUE;
}

static double
read_all (Bench *bench)
{
  const SlData *data = sl_workspace_data (bench->ws);
  double start = bench_now ();
  gint64 sum = 0;

  for (guint i = 0; i < bench->n; i++)
    {
      const SlRecord *record = sl_programme_nth (sl_workspace_programme (bench->ws), SL_KIND_RISK, i);
      const SlRisk *risk = SL_AS (RISK, record);
      const SlRecord *owner = sl_data_lookup (data, risk->owner);

      sum += (int) risk->state + (int) risk->category + risk->earliest_date + risk->next_review + risk->accepted_until;
      sum += owner != NULL ? SL_AS (PERSON, owner)->active_from : 0;
      sl_data_children (data, SL_KIND_RISK_ASSESSMENT, SL_RISK_ASSESSMENT_RISK, record->uid, read_assessment, &sum);
      sl_data_children (data, SL_KIND_RISK_REVIEW, SL_RISK_REVIEW_RISK, record->uid, read_review, &sum);
      sl_data_children (data, SL_KIND_ESCALATION, SL_ESCALATION_RISK, record->uid, read_escalation, &sum);
    }
  bench->sum += sum;
  return bench_now () - start;
}

static double
derive_all (Bench *bench, SlDate day)
{
  double start;

  sl_workspace_set_as_of (bench->ws, day);
  start = bench_now ();
  for (guint i = 0; i < bench->n; i++)
    bench->sum
        += sl_workspace_risk_status (bench->ws, sl_programme_nth (sl_workspace_programme (bench->ws), SL_KIND_RISK, i)->uid)->score;
  return bench_now () - start;
}

static gboolean
bench_derive (Bench *bench)
{
  double ours[ROUNDS], bare[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      bare[i] = read_all (bench);
      ours[i] = derive_all (bench, 20680 + (int) i);
    }
  return bench_report ("all derived values", ours, bare, ROUNDS, 3);
}

int
main (int argc, char **argv)
{
  g_autoptr (SlStore) store = sl_memory_store_new ();
  Bench bench = { .n = argc > 1 ? (guint) atoi (argv[1]) : 100000 };
  gboolean met = TRUE;

  bench.ws = bench_fill (store, bench.n);
  met &= bench_derive (&bench);
  bench.columns = sl_risk_columns ();
  bench.model = sl_grid_model_new (bench.ws, SL_KIND_RISK, bench.columns);
  met &= bench_search (&bench);
  met &= bench_sort (&bench);
  g_object_unref (bench.model);
  g_ptr_array_unref (bench.columns);
  g_object_unref (bench.ws);
  return met ? 0 : 1;
}
