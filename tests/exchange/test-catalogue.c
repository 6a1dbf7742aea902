/* The catalogue: whole, and copied where it belongs. How it is worded is test-catalogue.py’s affair.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sl-catalogue.h"
#include "model/sl-code.h"
#include "model/sl-programme.h"

typedef struct
{
  SlProgramme *empty;
  SlTx *tx;
} Desk;

static void
desk_init (Desk *self)
{
  g_autoptr (GError) error = NULL;

  self->empty = sl_programme_new ();
  self->tx = sl_tx_new (sl_programme_data (self->empty), SL_VERB_CREATE);
  sl_catalogue_read (self->tx, "catalogue/settings.xml", &error);
  g_assert_no_error (error);
  sl_catalogue_put (self->tx, &error);
  g_assert_no_error (error);
}

static void
desk_clear (Desk *self)
{
  sl_tx_free (self->tx);
  g_object_unref (self->empty);
}

/* How many codes there are of each stem, and that they run without a gap. */
static gboolean
count_code (const SlRecord *record, gpointer data)
{
  GHashTable *counts = data;
  char stem[SL_CODE_STEM_MAX];
  gint64 number;

  g_assert_true (sl_code_split (sl_record_kind (record), sl_record_code (record), stem, &number));
  g_assert_cmpint (number, ==, GPOINTER_TO_INT (g_hash_table_lookup (counts, stem)) + 1);
  g_hash_table_insert (counts, g_strdup (stem), GINT_TO_POINTER ((int) number));
  return TRUE;
}

static void
assert_counts (const SlData *data, int kind, const char *const *stems, const int *wanted)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  sl_data_each (data, kind, count_code, counts);
  for (; stems[n] != NULL; n++)
    g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (counts, stems[n])), ==, wanted[n]);
  g_assert_cmpuint (g_hash_table_size (counts), ==, n);
}

static void
test_counts (void)
{
  static const char *const checklists[] = { "CL1.", "CL2.", "CL3.", "CL4.", "CL5.", "CL6.", "CL7.", "CL8.", "CL9.", "CL10.", "CL11.", NULL };
  static const int questions[] = { 4, 13, 10, 11, 12, 11, 8, 8, 4, 8, 14 };
  static const char *const factors[] = { "a", "b", "c", "d", "e", "f", "g", "h", "i", NULL };
  static const int sub_factors[] = { 3, 3, 3, 3, 2, 2, 5, 3, 3 };
  static const char *const one[] = { "P", NULL };
  static const int prompts[] = { 37 };
  Desk desk;
  const SlData *data;

  desk_init (&desk);
  data = sl_tx_data (desk.tx);
  g_assert_cmpuint (sl_data_count (data, SL_KIND_HEALTH_STATEMENT), ==, 76);
  g_assert_cmpuint (sl_data_count (data, SL_KIND_CHECKLIST), ==, 11);
  assert_counts (data, SL_KIND_HEALTH_SUB_FACTOR, factors, sub_factors);
  assert_counts (data, SL_KIND_CHECKLIST_QUESTION, checklists, questions);
  assert_counts (data, SL_KIND_RISK_PROMPT, one, prompts);
  g_assert_cmpint (sl_data_programme (data)->catalogue_version, ==, 1);
  desk_clear (&desk);
}

static SlUid
add_gate (Desk *desk, SlUid project, int number)
{
  SlUid gate = sl_tx_create (desk->tx, SL_KIND_GATE);
  g_autoptr (GError) error = NULL;

  sl_tx_set (desk->tx, gate, SL_GATE_PROJECT, &SL_VALUE_REF (project), NULL);
  sl_tx_set (desk->tx, gate, SL_GATE_NUMBER, &SL_VALUE_INT (number), NULL);
  sl_catalogue_put_criteria (desk->tx, &error);
  g_assert_no_error (error);
  return gate;
}

static gboolean
count_one (const SlRecord *record, gpointer data)
{
  (*(int *) data)++;
  return TRUE;
}

static int
count_criteria (Desk *desk, SlUid gate)
{
  int n = 0;

  sl_data_children (sl_tx_data (desk->tx), SL_KIND_GATE_CRITERION, SL_GATE_CRITERION_GATE, gate, count_one, &n);
  return n;
}

static void
test_gates (void)
{
  static const int criteria[] = { 13, 15, 15, 12, 10 };
  Desk desk;
  SlUid project, second;
  const SlGate *gate;
  const SlGateCriterion *criterion;
  g_autoptr (GError) error = NULL;

  desk_init (&desk);
  project = sl_tx_create (desk.tx, SL_KIND_PROJECT);
  sl_tx_set (desk.tx, project, SL_PROJECT_NAME, &SL_VALUE_TEXT ("One"), NULL);
  for (int number = 1; number <= 5; number++)
    g_assert_cmpint (count_criteria (&desk, add_gate (&desk, project, number)), ==, criteria[number - 1]);
  gate = SL_AS (GATE, sl_data_by_code (sl_tx_data (desk.tx), "G2"));
  g_assert_true (gate->significant_commitment);
  g_assert_cmpint (gate->from_phase, ==, SL_PHASE_ALPHA);
  g_assert_cmpint (gate->to_phase, ==, SL_PHASE_BETA_PRIVATE);
  criterion = SL_AS (GATE_CRITERION, sl_data_by_code (sl_tx_data (desk.tx), "G3-02"));
  g_assert_cmpint (criterion->weight, ==, SL_CRITERION_WEIGHT_MANDATORY);
  g_assert_true (criterion->evidence_needed && criterion->auto_rule == NULL);

  second = sl_tx_create (desk.tx, SL_KIND_PROJECT);
  sl_tx_set (desk.tx, second, SL_PROJECT_NAME, &SL_VALUE_TEXT ("Two"), NULL);
  g_assert_cmpint (count_criteria (&desk, add_gate (&desk, second, 3)), ==, 15);
  g_assert_nonnull (sl_data_by_code (sl_tx_data (desk.tx), "G3.2-04"));
  sl_tx_check_structure (desk.tx, &error);
  g_assert_no_error (error);
  desk_clear (&desk);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/counts", test_counts);
  g_test_add_func ("/catalogue/gates", test_gates);
  return g_test_run ();
}
