/* The worked sample holds what domain.md part 5 describes, and nothing of the future.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sl-seed.h"
#include "insight/sl-risk-hints.h"
#include "store/sl-place.h"

static SlWorkspace *
open_sample (void)
{
  g_autoptr (SlStore) store = sl_memory_store_new ();
  SlWorkspace *ws = sl_workspace_new (store);
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_open (ws, NULL, &error));
  g_assert_true (sl_seed_sample (ws, &error));
  g_assert_no_error (error);
  return ws;
}

/* Every kind that part 5 speaks of; what it does not describe is there as the interchange would bring it. */
static const struct
{
  int kind;
  guint n;
} counts[] = {
  { SL_KIND_ORGANISATION, 8 },
  { SL_KIND_PERSON, 12 },
  { SL_KIND_PROJECT, 1 },
  { SL_KIND_APPETITE, 9 },
  { SL_KIND_HEALTH_SUB_FACTOR, 27 },
  { SL_KIND_HEALTH_STATEMENT, 76 },
  { SL_KIND_RISK_PROMPT, 37 },
  { SL_KIND_PROMPT_DISPOSITION, 13 },
  { SL_KIND_CHECKLIST, 11 },
  { SL_KIND_CHECKLIST_QUESTION, 103 },
  { SL_KIND_CHECKLIST_ANSWER, 51 }, /* checklists 1 to 4 at G2, what has changed at G3 */
  { SL_KIND_MAP_NODE, 29 },
  { SL_KIND_MAP_EDGE, 45 },
  { SL_KIND_RISK, 14 },
  { SL_KIND_RISK_ASSESSMENT, 32 },
  { SL_KIND_RISK_NODE, 14 },
  { SL_KIND_ISSUE, 1 },
  { SL_KIND_ESCALATION, 3 },
  { SL_KIND_ACTION, 12 },
  { SL_KIND_DUE_MOVE, 3 },
  { SL_KIND_BENEFIT, 6 },
  { SL_KIND_MEASURE, 10 },
  { SL_KIND_TRAJECTORY_VERSION, 10 },
  { SL_KIND_ACTUAL, 25 },
  { SL_KIND_OWNER_FORECAST, 5 },
  { SL_KIND_GATE, 5 },
  { SL_KIND_GATE_CRITERION, 65 },
  { SL_KIND_GATE_REVIEW, 6 },
  { SL_KIND_CRITERION_RATING, 58 }, /* 13 at G1, twice 15 at G2, 15 at G3 */
  { SL_KIND_WAIVER, 9 },
  { SL_KIND_OVERRIDE, 0 },
  { SL_KIND_CONDITION, 2 },
  { SL_KIND_HEALTH_ROUND, 2 },
  { SL_KIND_HEALTH_ANSWER, 5 * 76 }, /* three people before G2, two now */
  { SL_KIND_TRIGGER_DISPOSITION, 0 },
  { SL_KIND_MODEL_CANVAS, 5 },
  { SL_KIND_PROOF, 3 },
  { SL_KIND_BUSINESS_CASE_VERSION, 3 },
  { SL_KIND_SEAL, 0 },
};

static void
test_counts (void)
{
  g_autoptr (SlWorkspace) ws = open_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_test_message ("%s", sl_kind_get (counts[i].kind)->token);
      g_assert_cmpuint (sl_programme_count (sl_workspace_programme (ws), counts[i].kind), ==, counts[i].n);
    }
}

/* What part 5 calls by name. */
static void
test_names (void)
{
  static const char *const names[]
      = { "PRG-001", "PRJ-001", "P-01",  "P-12",   "SP1",   "SP2",   "E1",    "E4",    "I1",    "I7",    "C1",    "C5",
          "N1",      "N6",      "V1",    "V5",     "R-001", "R-014", "A-01",  "A-12",  "ESC-1", "ESC-3", "BEN-1", "BEN-6",
          "M-1",     "M-6",     "LM-1",  "LM-4",   "G1",    "G5",    "G1-01", "G5-10", "CON-1", "CON-2", "a1.1",  "i3.2",
          "ISS-001", "GR-1",    "GR-4" };
  g_autoptr (SlWorkspace) ws = open_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s", names[i]);
      g_assert_nonnull (sl_data_by_code (sl_workspace_data (ws), names[i]));
    }
}

/* Nothing in the sample is later than the day for which it was invented, except promises. */
static void
test_dates (void)
{
  g_autoptr (SlWorkspace) ws = open_sample ();
  SlDate as_of = sl_workspace_as_of (ws);

  for (guint k = 0; k < sl_kind_count (); k++)
    {
      const SlKind *kind = sl_kind_get ((int) k);

      for (guint i = 0; kind->date >= 0 && i < sl_programme_count (sl_workspace_programme (ws), kind->id); i++)
        {
          SlValue day;

          sl_record_get (sl_programme_nth (sl_workspace_programme (ws), kind->id, i), (guint) kind->date, &day);
          g_test_message ("%s %u", kind->token, i);
          /* A gate review that is planned or open has no day yet. */
          g_assert_true (day.is_null ? kind->id == SL_KIND_GATE_REVIEW : day.i <= as_of);
        }
    }
}

static gboolean
assert_no_hint (const SlRecord *record, gpointer unused)
{
  g_autoptr (GArray) hints = sl_risk_hints (SL_AS (RISK, record));

  g_test_message ("%s", SL_AS (RISK, record)->code);
  if (hints->len > 0)
    g_test_message ("%s", g_array_index (hints, SlRiskHint, 0).text);
  g_assert_cmpuint (hints->len, ==, 0);
  return TRUE;
}

/* Its risks are worded as risks: a hint about one of them would be a false one. */
static void
test_wording (void)
{
  g_autoptr (SlWorkspace) ws = open_sample ();

  sl_data_each (sl_workspace_data (ws), SL_KIND_RISK, assert_no_hint, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample-data/counts", test_counts);
  g_test_add_func ("/sample-data/names", test_names);
  g_test_add_func ("/sample-data/dates", test_dates);
  g_test_add_func ("/sample-data/wording", test_wording);
  return g_test_run ();
}
