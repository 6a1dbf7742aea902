/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-support.h"

#include "exchange/sl-seed.h"
#include "store/sl-place.h"

#include <stdlib.h>
#include <time.h>

double
bench_now (void)
{
  return (double) g_get_monotonic_time () / 1e6;
}

double
bench_worked (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

double
bench_median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare);
  return n % 2 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

gboolean
bench_report (const char *name, double *ours, double *bare, guint n, double limit)
{
  double a = bench_median (ours, n), b = bench_median (bare, n);
  double ratio = a / b;

  g_print ("%-52s %10.2f ms  bare %10.2f ms  ratio %5.2f  limit %4.2f  %s\n", name, a * 1e3, b * 1e3, ratio, limit,
           ratio <= limit ? "met" : "MISSED");
  return ratio <= limit;
}

static char *
phrase (GRand *rand, guint n)
{
  static const char *const words[]
      = { "supplier", "delay", "budget", "overrun", "data", "migration", "loss", "security", "breach", "staff",
          "turnover", "contract", "legal", "change", "scope", "quality", "defect", "training", "adoption", "benefit",
          "regulator", "approval", "weather", "logistics", "capacity", "system", "outage", "integration", "funding",
          "stakeholder", "opposition", "safety", "incident", "energy", "price", "currency", "demand", "forecast" };
  GString *s = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (s, "%s%s", i > 0 ? " " : "", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  return g_string_free (s, FALSE);
}

static void
set_phrase (SlRecordEdit *edit, guint field, char *text)
{
  sl_record_edit_set (edit, field, &SL_VALUE_TEXT (text));
}

static void
add_risk (SlTx *tx, GRand *rand, guint i, SlUid owner)
{
  g_autofree char *title = phrase (rand, 6);
  g_autofree char *cause = phrase (rand, 10);
  g_autofree char *event = phrase (rand, 10);
  g_autofree char *effect = phrase (rand, 10);
  g_autofree char *warning = phrase (rand, 14);
  g_autofree char *code = g_strdup_printf ("R-%03u", i + 1);
  g_autoptr (SlRecord) risk = NULL;
  g_autoptr (SlRecord) assessment = NULL;
  SlRecordEdit edit;

  sl_record_edit_new (&edit, sl_kind_get (SL_KIND_RISK), sl_uid_new ());
  set_phrase (&edit, SL_RISK_CODE, code);
  set_phrase (&edit, SL_RISK_TITLE, title);
  set_phrase (&edit, SL_RISK_CAUSE, cause);
  set_phrase (&edit, SL_RISK_EVENT, event);
  set_phrase (&edit, SL_RISK_EFFECT, effect);
  set_phrase (&edit, SL_RISK_EARLY_WARNING, warning);
  sl_record_edit_set (&edit, SL_RISK_CATEGORY, &SL_VALUE_ENUM (g_rand_int_range (rand, 1, 14)));
  sl_record_edit_set (&edit, SL_RISK_OWNER, &SL_VALUE_REF (owner));
  sl_record_edit_set (&edit, SL_RISK_STATE, &SL_VALUE_ENUM (SL_RISK_STATE_OPEN));
  sl_record_edit_set (&edit, SL_RISK_EARLIEST_DATE, &SL_VALUE_DATE (20666 + g_rand_int_range (rand, 0, 400)));
  risk = sl_record_edit_done (&edit);
  sl_tx_put (tx, risk);
  sl_record_edit_new (&edit, sl_kind_get (SL_KIND_RISK_ASSESSMENT), sl_uid_new ());
  sl_record_edit_set (&edit, SL_RISK_ASSESSMENT_RISK, &SL_VALUE_REF (risk->uid));
  sl_record_edit_set (&edit, SL_RISK_ASSESSMENT_DATE, &SL_VALUE_DATE (20600 + g_rand_int_range (rand, 0, 60)));
  sl_record_edit_set (&edit, SL_RISK_ASSESSMENT_PROBABILITY, &SL_VALUE_INT (g_rand_int_range (rand, 1, 6)));
  sl_record_edit_set (&edit, SL_RISK_ASSESSMENT_IMPACT_COST, &SL_VALUE_INT (g_rand_int_range (rand, 1, 6)));
  sl_record_edit_set (&edit, SL_RISK_ASSESSMENT_COST_IF_OCCURS, &SL_VALUE_MONEY (100 * g_rand_int_range (rand, 1, 900000)));
  sl_record_edit_set (&edit, SL_RISK_ASSESSMENT_BY, &SL_VALUE_REF (owner));
  assessment = sl_record_edit_done (&edit);
  sl_tx_put (tx, assessment);
}

SlWorkspace *
bench_fill (SlStore *store, guint n)
{
  const SlSeedNew what = { .name = "Large programme", .person = "Ada", .organisation = "Council", .project = "First" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);
  g_autoptr (SlWorkspace) ws = sl_workspace_new (store);
  g_autoptr (GError) error = NULL;
  SlTx *tx;

  if (!sl_workspace_open (ws, NULL, &error) || !sl_seed_new (ws, &what, &error))
    g_error ("%s", error->message);
  tx = sl_workspace_begin (ws, SL_VERB_IMPORT);
  for (guint i = 0; i < n; i++)
    add_risk (tx, rand, i, sl_workspace_actor (ws));
  if (!sl_workspace_commit (ws, tx, "measuring", &error))
    g_error ("%s", error->message);
  return g_steal_pointer (&ws);
}

void
bench_make (const char *path, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlStore) store = sl_place_create (path, &error);
  g_autoptr (SlWorkspace) ws = NULL;

  g_assert_no_error (error);
  ws = bench_fill (store, n);
  sl_workspace_close (ws);
}
