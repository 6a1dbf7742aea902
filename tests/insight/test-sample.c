/* The worked sample's tables of computed values (domain.md 5.2, 5.3) are the oracle.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sl-seed.h"
#include "insight/sl-action-status.h"
#include "insight/sl-consequence.h"
#include "insight/sl-exposure.h"
#include "insight/sl-map-status.h"
#include "store/sl-place.h"

#include <string.h>

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

typedef struct
{
  const char *code;
  int score;
  SlRag rag;
  SlProximity proximity;
  int days;
  int want, tolerate;
  SlAppetiteStatus appetite;
  SlHandling handling;
  const char *due; /* NULL: none */
  int overdue;
  gboolean stale;
  int target;
  gboolean gap;
  double exposure; /* thousands */
  SlTrend trend;
} Row;

#define G SL_RAG_GREEN
#define A SL_RAG_AMBER
#define R SL_RAG_RED
#define K_(name) SL_TREND_##name
#define H_(name) SL_HANDLING_##name
static const Row rows[] = {
  { "R-001", 16, R, SL_PROXIMITY_NEAR, 32, 9, 12, SL_APPETITE_BREACH, H_ (ESCALATED), "2026-08-04", 0, FALSE, 8, FALSE,
    61.75, K_ (UP) },
  { "R-002", 9, A, SL_PROXIMITY_MID, 93, 6, 10, SL_APPETITE_TOLERABLE, H_ (NONE), "2026-08-08", 0, FALSE, 6, FALSE, 15.2,
    K_ (SAME) },
  { "R-003", 10, A, SL_PROXIMITY_IMMINENT, 24, 3, 5, SL_APPETITE_BREACH, H_ (ESCALATED), "2026-08-08", 0, FALSE, 5, TRUE,
    30.0, K_ (DOWN) },
  { "R-004", 4, G, SL_PROXIMITY_NEAR, 76, 6, 10, SL_APPETITE_WITHIN, H_ (NONE), "2026-10-07", 0, FALSE, 2, FALSE, 4.4,
    K_ (DOWN) },
  { "R-005", 16, R, SL_PROXIMITY_NEAR, 46, 6, 10, SL_APPETITE_BREACH, H_ (NONE), "2026-05-04", 88, TRUE, 0, FALSE, 19.5,
    K_ (SAME) },
  { "R-006", 9, A, SL_PROXIMITY_MID, 243, 6, 10, SL_APPETITE_TOLERABLE, H_ (NONE), "2026-08-01", 0, FALSE, 6, FALSE, 24.0,
    K_ (SAME) },
  { "R-007", 12, A, SL_PROXIMITY_MID, 243, 4, 6, SL_APPETITE_BREACH, H_ (ACCEPTED), "2026-08-13", 0, FALSE, 12, TRUE, 48.0,
    K_ (UP) },
  { "R-009", 9, A, SL_PROXIMITY_NEAR, 61, 9, 12, SL_APPETITE_WITHIN, H_ (NONE), "2026-07-25", 6, FALSE, 6, FALSE, 4.8,
    K_ (SAME) },
  { "R-010", 8, A, SL_PROXIMITY_IMMINENT, 10, 9, 12, SL_APPETITE_WITHIN, H_ (NONE), "2026-08-04", 0, FALSE, 6, FALSE, 9.1,
    K_ (NEW) },
  { "R-011", 3, G, SL_PROXIMITY_MID, 123, 9, 12, SL_APPETITE_WITHIN, H_ (NONE), "2026-10-04", 0, FALSE, 3, FALSE, 1.25,
    K_ (DOWN) },
  { "R-012", 8, A, SL_PROXIMITY_NEAR, 62, 6, 10, SL_APPETITE_TOLERABLE, H_ (NONE), "2026-08-15", 0, FALSE, 0, FALSE, 8.0,
    K_ (NEW) },
  { "R-014", 9, A, SL_PROXIMITY_NEAR, 62, 0, 0, SL_APPETITE_NONE, H_ (NONE), "2026-08-09", 0, FALSE, 12, FALSE, 18.0,
    K_ (UP) },
};

static const SlRisk *
risk (SlWorkspace *ws, const char *code)
{
  return SL_AS (RISK, sl_data_by_code (sl_workspace_data (ws), code));
}

static void
test_table (void)
{
  g_autoptr (SlWorkspace) ws = open_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      const SlRiskStatus *status = sl_workspace_risk_status (ws, risk (ws, row->code)->record.uid);
      char iso[11];

      g_test_message ("%s", row->code);
      g_assert_cmpint (status->score, ==, row->score);
      g_assert_cmpint (status->rag, ==, row->rag);
      g_assert_cmpint (status->proximity, ==, row->proximity);
      g_assert_cmpint (status->proximity_days, ==, row->days);
      g_assert_cmpint (status->want, ==, row->want);
      g_assert_cmpint (status->tolerate, ==, row->tolerate);
      g_assert_cmpint (status->appetite, ==, row->appetite);
      g_assert_cmpint (status->handling, ==, row->handling);
      g_assert_cmpstr (sl_date_to_iso (status->review_due, iso), ==, row->due);
      g_assert_cmpint (status->overdue_days, ==, row->overdue);
      g_assert_cmpint (status->stale, ==, row->stale);
      g_assert_cmpint (status->target_score, ==, row->target);
      g_assert_cmpint (status->target_gap, ==, row->gap);
      g_assert_cmpint (status->exposure, ==, (SlMoney) (row->exposure * 100000 + 0.5));
      g_assert_cmpint (status->trend, ==, row->trend);
      g_assert_false (status->frozen);
      g_assert_true (status->owner_active);
    }
}

/* R-008 has occurred and R-013 is closed: they have figures, but no review is due. */
static void
test_ended (void)
{
  g_autoptr (SlWorkspace) ws = open_sample ();
  const char *codes[] = { "R-008", "R-013" };

  for (guint i = 0; i < 2; i++)
    {
      const SlRiskStatus *status = sl_workspace_risk_status (ws, risk (ws, codes[i])->record.uid);

      g_assert_cmpint (status->score, >, 0);
      g_assert_cmpint (status->review_due, ==, SL_DATE_NONE);
      g_assert_cmpint (status->overdue_days, ==, 0);
    }
}

/* Ninety days earlier the scores were those of the column “previous”. */
static void
test_as_of (void)
{
  static const struct
  {
    const char *code;
    int score;
  } earlier[] = { { "R-001", 12 }, { "R-002", 9 }, { "R-003", 15 }, { "R-004", 6 },  { "R-005", 16 }, { "R-006", 9 },
                  { "R-007", 8 },  { "R-009", 9 }, { "R-010", 0 },  { "R-011", 6 }, { "R-012", 0 },  { "R-014", 6 } };
  g_autoptr (SlWorkspace) ws = open_sample ();

  sl_workspace_set_as_of (ws, sl_date_from_iso ("2026-05-02"));
  for (guint i = 0; i < G_N_ELEMENTS (earlier); i++)
    g_assert_cmpint (sl_workspace_risk_status (ws, risk (ws, earlier[i].code)->record.uid)->score, ==, earlier[i].score);
}

/* Exactly what part 5 promises of risks, actions and the map; in what words, tests/cli holds. */
static void
test_check (void)
{
  g_autoptr (SlWorkspace) ws = open_sample ();
  g_autoptr (GPtrArray) findings = sl_workspace_check (ws);
  g_autoptr (GString) s = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const SlFinding *finding = findings->pdata[i];

      g_assert_cmpint (finding->severity, ==, SL_SEVERITY_WARNING);
      g_string_append_printf (s, "%s %s, ", finding->code, finding->rule);
    }
  g_assert_cmpstr (s->str, ==,
                   "E4 F-15, I6 M3, N6 M2, V5 M1, N3 W1, N6 W1, R-003 F-10, R-005 F-9, R-005 F-11, R-007 F-10, R-009 F-11, "
                   "A-01 F-12, ");
}

static void
assert_says (SlWorkspace *ws, const char *code, SlTopic topic, const char *expected)
{
  SlView view = sl_workspace_view (ws);
  g_autoptr (SlExplanation) why = sl_risk_explain (&view, risk (ws, code), topic, FALSE);
  g_autofree char *text = sl_explanation_to_text (why);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_explained (void)
{
  g_autoptr (SlWorkspace) ws = open_sample ();

  assert_says (ws, "R-003", SL_TOPIC_SCORE,
               "10 Amber\n"
               "F-1, F-2: probability times the highest impact; the grid of the settings gives the colour.\n"
               "Probability 2: Unlikely, over 10% to 30%.\nImpact on benefits 3: Over 10% to 25% of the benefit.\n"
               "Impact on safety and security 5: Threat to life, or the city stops working.\n"
               "Assessed 24 Jul 2026 by Security Sample.\nGrid of settings version 1.");
  assert_says (ws, "R-007", SL_TOPIC_APPETITE,
               "Breach\n"
               "F-9: the strictest of the programme's and the sufferer's latest statement for the category; a score up to what we want is within appetite, up to what we tolerate tolerable, above it a breach. Threats only.\n"
               "The programme's appetite for “Financial” since 6 Jan 2025: Minimal.\n"
               "We want scores up to 4 and tolerate them up to 6.\nScore 12.\n"
               "Accepted for the board by Chair Sample until 31 Dec 2026.");
  assert_says (ws, "R-005", SL_TOPIC_REVIEW,
               "4 May 2026\n"
               "F-11: the last review or current assessment plus the interval of its level; halved, but at least 7 days, when it is imminent or its window is open. An earlier next review takes its place.\n"
               "Last looked at 20 Apr 2026.\nInterval for Red: 14 days.\n88 days overdue.\nStale: overdue by more than its interval.");
  assert_says (ws, "R-014", SL_TOPIC_PROXIMITY,
               "Near\n"
               "F-8: days from the as-of date to the day on which it could first strike: below 0 the window is open, up to 30 imminent, 90 near, 365 mid-term, else far.\n"
               "It could strike from 1 Oct 2026.\nAs of 31 Jul 2026.\nThat is 62 days away.");
}

static void
test_sentence (void)
{
  g_autoptr (SlWorkspace) ws = open_sample ();

  for (guint i = 0; i < sl_programme_count (sl_workspace_programme (ws), SL_KIND_RISK); i++)
    {
      g_autofree char *sentence
          = sl_risk_dup_sentence (SL_AS (RISK, sl_programme_nth (sl_workspace_programme (ws), SL_KIND_RISK, i)));

      g_test_message ("%s", sentence);
      g_assert_true (g_str_has_prefix (sentence, "Because "));
      g_assert_nonnull (strstr (sentence, ", so that "));
      g_assert_true (g_str_has_suffix (sentence, "."));
      g_assert_null (strstr (sentence, ".."));
    }
}

/* --- F-4, F-6, F-7, F-12 ------------------------------------------------------------------------------------------ */

static char *
codes_of (SlWorkspace *ws, const GArray *uids)
{
  GString *s = g_string_new (NULL);

  for (guint i = 0; i < uids->len; i++)
    g_string_append_printf (s, "%s%s", i > 0 ? " " : "",
                            sl_record_code (sl_data_lookup (sl_workspace_data (ws), g_array_index (uids, SlUid, i))));
  return g_string_free (s, FALSE);
}

static void
test_order (void)
{
  g_autoptr (SlWorkspace) ws = open_sample ();
  SlView view = sl_workspace_view (ws);
  g_autoptr (GArray) threats = sl_risk_order (&view, SL_RISK_KIND_THREAT);
  g_autoptr (GArray) chances = sl_risk_order (&view, SL_RISK_KIND_OPPORTUNITY);
  g_autofree char *of_threats = codes_of (ws, threats);
  g_autofree char *of_chances = codes_of (ws, chances);

  g_assert_cmpstr (of_threats, ==, "R-001 R-005 R-007 R-003 R-009 R-002 R-006 R-012 R-010 R-004 R-011");
  g_assert_cmpstr (of_chances, ==, "R-014");
}

static void
test_exposure (void)
{
  g_autoptr (SlWorkspace) ws = open_sample ();
  SlView view = sl_workspace_view (ws);
  g_autoptr (SlExplanation) why = sl_exposure_explain (&view, FALSE);
  g_autofree char *text = sl_explanation_to_text (why);
  g_autofree char *ratio = NULL;
  SlExposure exposure;

  sl_exposure (&view, &exposure);
  ratio = sl_exposure_dup_ratio (&exposure, FALSE);
  g_assert_cmpint (exposure.threats, ==, 22600000);
  g_assert_cmpint (exposure.issues, ==, 900000);
  g_assert_cmpint (exposure.total, ==, 23500000);
  g_assert_cmpuint (exposure.n_threats, ==, 11);
  g_assert_cmpuint (exposure.n_issues, ==, 1);
  g_assert_cmpstr (ratio, ==, "1.31");
  g_assert_cmpstr (text, ==,
                   "£235,000.00, cover ratio 1.31\n"
                   "F-6, F-7: probability times cost of every open threat, and the whole remaining cost of every open issue, against the contingency. An expected value, not a worst case.\n"
                   "Open threats: 11.\nTheir exposure: £226,000.00.\nOpen issues: 1.\nTheir remaining cost: £9,000.00.\n"
                   "Contingency: £180,000.00.");
}

/* A-01 alone drifts; nothing is overdue. */
static void
test_actions (void)
{
  g_autoptr (SlWorkspace) ws = open_sample ();
  SlView view = sl_workspace_view (ws);

  g_assert_cmpuint (sl_data_count (view.data, SL_KIND_ACTION), ==, 12);
  for (guint i = 0; i < 12; i++)
    {
      const SlAction *action = SL_AS (ACTION, sl_programme_nth (sl_workspace_programme (ws), SL_KIND_ACTION, i));
      SlActionStatus status;

      sl_action_status (&view, action, &status);
      g_assert_cmpint (status.drifting, ==, strcmp (action->code, "A-01") == 0);
      g_assert_cmpint (status.overdue_days, ==, 0);
      if (status.drifting)
        g_assert_cmpint (status.slip_days, ==, 62);
    }
}

/* --- 5.2: the map ------------------------------------------------------------------------------------------------- */

static const struct
{
  const char *code;
  guint failed;
  guint faults;
  SlRag level;
  const char *culprit; /* NULL: none */
} nodes[] = {
  { "SP1", 0, 0, R, "R-005" },
  { "SP2", 0, 0, R, "R-001" },
  { "E1", 0, 0, R, "R-005" },
  { "E2", 0, 0, R, "R-001" },
  { "E3", 0, 0, R, "R-001" },
  { "E4", 0, 0, A, "R-009" },
  { "I1", 0, 0, R, "R-001" },
  { "I2", 0, 0, A, "R-001" },
  { "I3", 0, 0, G, "R-003" },
  { "I4", 0, 0, R, "R-001" },
  { "I5", 0, 0, A, "R-009" },
  { "I6", SL_SIGHT_CHANGE, SL_MAP_M3, G, "R-003" },
  { "I7", 0, 0, A, "R-010" },
  { "C1", 0, 0, R, "R-001" },
  { "C2", 0, 0, A, "R-003" },
  { "C3", 0, 0, G, "R-003" },
  { "C4", 0, 0, SL_RAG_NONE, NULL },
  { "C5", 0, 0, G, "R-002" },
  { "N1", 0, 0, A, "R-002" },
  { "N2", 0, 0, G, "R-004" },
  { "N3", 0, 0, A, "R-003" },
  { "N4", 0, 0, A, "ISS-001" },
  { "N5", 0, 0, G, "R-007" },
  { "N6", SL_SIGHT_FOLLOWED, SL_MAP_M2, A, "R-007" },
  { "V1", 0, 0, SL_RAG_NONE, NULL },
  { "V2", 0, 0, A, "R-007" },
  { "V3", 0, 0, SL_RAG_NONE, NULL },
  { "V4", 0, 0, SL_RAG_NONE, NULL },
  { "V5", SL_SIGHT_UP, SL_MAP_M1, SL_RAG_NONE, NULL },
};

static const SlNodeStatus *
node (SlWorkspace *ws, const SlMapStatus *map, const char *code)
{
  return sl_map_status_node (map, sl_data_by_code (sl_workspace_data (ws), code)->uid);
}

static void
test_map (void)
{
  g_autoptr (SlWorkspace) ws = open_sample ();
  SlView view = sl_workspace_view (ws);
  g_autoptr (SlMapStatus) map = sl_map_status_new (&view);

  g_assert_cmpuint (sl_map_status_count (map), ==, G_N_ELEMENTS (nodes));
  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    {
      const SlNodeStatus *status = node (ws, map, nodes[i].code);
      const SlRecord *culprit = sl_data_lookup (view.data, status->culprit);

      g_test_message ("%s", nodes[i].code);
      g_assert_cmpuint (status->failed, ==, nodes[i].failed);
      g_assert_cmpuint (status->faults, ==, nodes[i].faults);
      g_assert_cmpint (status->level, ==, nodes[i].level);
      g_assert_cmpstr (culprit != NULL ? sl_record_code (culprit) : NULL, ==, nodes[i].culprit);
    }
}

static void
test_coverage (void)
{
  g_autoptr (SlWorkspace) ws = open_sample ();
  SlView view = sl_workspace_view (ws);
  g_autoptr (SlMapStatus) map = sl_map_status_new (&view);
  SlUid scopes[] = { SL_UID_NONE, sl_data_by_code (view.data, "PRJ-001")->uid };

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      SlCoverage coverage;

      sl_map_status_coverage (map, scopes[i], &coverage);
      g_assert_cmpuint (coverage.active, ==, 29);
      g_assert_cmpuint (coverage.complete, ==, 26);
      g_assert_cmpint (coverage.coverage, ==, 89);
      g_assert_cmpint (coverage.funded, ==, 42200000);
      g_assert_cmpint (coverage.invested, ==, 46200000);
    }
}

/* G1 and G2 are passed, so G3 is ahead and end outcomes need 3. */
static void
test_strength (void)
{
  static const struct
  {
    const char *code;
    int strength, needed;
  } strengths[] = { { "E1", 3, 3 }, { "E2", 3, 3 }, { "E3", 3, 3 }, { "E4", 1, 3 }, { "V1", 0, 0 }, { "N1", 4, 0 } };
  g_autoptr (SlWorkspace) ws = open_sample ();
  SlView view = sl_workspace_view (ws);
  g_autoptr (SlMapStatus) map = sl_map_status_new (&view);

  for (guint i = 0; i < G_N_ELEMENTS (strengths); i++)
    {
      g_test_message ("%s", strengths[i].code);
      g_assert_cmpint (node (ws, map, strengths[i].code)->strength, ==, strengths[i].strength);
      g_assert_cmpint (node (ws, map, strengths[i].code)->strength_needed, ==, strengths[i].needed);
    }
}

static void
assert_node_says (SlWorkspace *ws, const char *code, SlNodeTopic topic, const char *expected)
{
  SlView view = sl_workspace_view (ws);
  g_autoptr (SlMapStatus) map = sl_map_status_new (&view);
  g_autoptr (SlExplanation) why = sl_map_explain (map, &view, node (ws, map, code)->uid, topic, FALSE);
  GString *s = g_string_new (why->result);

  for (guint i = 0; i < why->inputs->len; i++)
    g_string_append_printf (s, "\n%s", (const char *) why->inputs->pdata[i]);
  g_assert_cmpstr (s->str, ==, expected);
  g_string_free (s, TRUE);
}

/* Benefits at risk with their paths, and why each node stands as it does. */
static void
test_map_explained (void)
{
  g_autoptr (SlWorkspace) ws = open_sample ();
  SlView view = sl_workspace_view (ws);
  g_autoptr (SlMapStatus) map = sl_map_status_new (&view);
  g_autoptr (GArray) at_risk = sl_map_status_at_risk (map);
  g_autoptr (GArray) path = sl_map_status_path (map, node (ws, map, "SP2")->uid);
  g_autofree char *outcomes = codes_of (ws, at_risk);
  g_autofree char *way = codes_of (ws, path);

  g_assert_cmpstr (outcomes, ==, "E1 E2 E3 E4 I1 I2 I4 I5 I7");
  g_assert_cmpstr (way, ==, "C1 I1 E2 SP2");
  assert_node_says (ws, "I2", SL_NODE_TOPIC_LEVEL,
                    "Amber R-001\nR-001 strikes C1: Red.\nFrom C1 to I2, a contributing link: one level less, Amber.");
  assert_node_says (ws, "C4", SL_NODE_TOPIC_LEVEL, "None\nNothing open strikes it or reaches it.");
  assert_node_says (ws, "N6", SL_NODE_TOPIC_SIGHT,
                    "Not complete\nIt leads to a strategic purpose through an end outcome.\nAn investment leads to it.\n"
                    "No business change comes after it.");
  assert_node_says (ws, "E4", SL_NODE_TOPIC_STRENGTH,
                    "1\nI5 to E4: evidence 1.\nC4 to I5: evidence 2.\nV4 to C4: evidence 3.\n"
                    "At the gate ahead an end outcome needs 3.");
  assert_node_says (ws, "C1", SL_NODE_TOPIC_SCHEDULE,
                    "Red\nPlanned for 30 Jun 2026.\nForecast for 1 Oct 2026.\n93 days late.");
}

static SlUid
uid_of (SlWorkspace *ws, const char *code)
{
  return sl_data_by_code (sl_workspace_data (ws), code)->uid;
}

/* F-25b: 53.3 % of two benefits, 96.9k and 7.7k a year (domain.md 5.4). */
static void
test_at_risk (void)
{
  static const struct
  {
    const char *benefit;
    int permille;
    SlMoney value;
    guint n_causes;
  } cases[] = { { "BEN-1", 533, 9691743, 9 }, { "BEN-2", 533, 772144, 9 }, { "BEN-6", 0, SL_MONEY_NONE, 3 } };
  g_autoptr (SlWorkspace) ws = open_sample ();
  SlView view = sl_workspace_view (ws);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlBenefitThreat) threat = sl_benefit_threat (&view, uid_of (ws, cases[i].benefit), SL_CONFIDENTIALITY_BOARD);

      g_assert_cmpint ((int) (threat->share * 1000 + 0.5), ==, cases[i].permille);
      g_assert_cmpint (threat->value, ==, cases[i].value);
      g_assert_cmpuint (threat->causes->len, ==, cases[i].n_causes);
      g_assert_cmpuint (threat->n_hidden, ==, 0);
    }
  g_assert_null (sl_benefit_threat (&view, uid_of (ws, "R-001"), SL_CONFIDENTIALITY_BOARD));
}

/* What may not be seen is counted, in steps and upwards: a restricted risk makes no figure better, and cannot be found by
 * subtraction; who may see everything is told the share as it is. */
static void
test_at_risk_hidden (void)
{
  static const struct
  {
    const char *benefit;
    int audience, permille;
    SlMoney value;
    guint n_hidden;
  } cases[] = {
    { "BEN-1", SL_CONFIDENTIALITY_BOARD, 600, 10920000, 1 }, { "BEN-1", SL_CONFIDENTIALITY_RESTRICTED, 533, 9691743, 0 },
    { "BEN-5", SL_CONFIDENTIALITY_BOARD, 0, SL_MONEY_NONE, 0 }, { "BEN-6", SL_CONFIDENTIALITY_BOARD, 0, SL_MONEY_NONE, 0 },
  };
  g_autoptr (SlWorkspace) ws = open_sample ();
  g_autoptr (GError) error = NULL;
  SlView view;

  sl_workspace_set_text (ws, uid_of (ws, "R-001"), SL_RISK_CONFIDENTIALITY, "restricted", "Named people", &error);
  g_assert_no_error (error);
  view = sl_workspace_view (ws);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlBenefitThreat) threat = sl_benefit_threat (&view, uid_of (ws, cases[i].benefit), cases[i].audience);
      g_autoptr (SlExplanation) why = sl_benefit_threat_explain (threat, &view, FALSE);

      g_assert_cmpuint (threat->n_hidden, ==, cases[i].n_hidden);
      if (g_str_has_prefix (cases[i].benefit, "BEN-5"))
        continue;
      g_assert_cmpint ((int) (threat->share * 1000 + 0.5), ==, cases[i].permille);
      g_assert_cmpint (threat->value, ==, cases[i].value);
      g_assert_cmpint (g_str_has_prefix (why->result, "Up to "), ==, cases[i].n_hidden > 0);
    }
  g_assert_cmpint (sl_cause_confidentiality (view.data, uid_of (ws, "R-001")), ==, SL_CONFIDENTIALITY_RESTRICTED);
  g_assert_cmpint (sl_cause_confidentiality (view.data, uid_of (ws, "ISS-001")), ==, SL_CONFIDENTIALITY_OPEN);
  g_assert_cmpint (sl_cause_confidentiality (view.data, uid_of (ws, "C1")), ==, SL_CONFIDENTIALITY_OPEN);
}

static void
assert_why (SlExplanation *why, const char *expected)
{
  GString *s = g_string_new (why->result);

  for (guint i = 0; i < MIN (why->inputs->len, 2); i++)
    g_string_append_printf (s, "\n%s", (const char *) why->inputs->pdata[i]);
  g_assert_cmpstr (s->str, ==, expected);
  g_string_free (s, TRUE);
  sl_explanation_free (why);
}

/* Why so much is at risk: of a risk, of an issue, of a benefit. */
static void
test_at_risk_explained (void)
{
  g_autoptr (SlWorkspace) ws = open_sample ();
  SlView view = sl_workspace_view (ws);
  g_autoptr (SlRiskReach) risk = sl_risk_reach (&view, uid_of (ws, "R-001"));
  g_autoptr (SlRiskReach) issue = sl_risk_reach (&view, uid_of (ws, "ISS-001"));
  g_autoptr (SlBenefitThreat) threat = sl_benefit_threat (&view, uid_of (ws, "BEN-1"), SL_CONFIDENTIALITY_RESTRICTED);

  assert_why (sl_risk_reach_explain (risk, &view, FALSE),
              "£47,896.88 a year\nBEN-1: probability 65.0 %, lost 37.5 %, carried 100.0 %: together 24.4 %.\n"
              "Of the yearly value of BEN-1 that is £44,362.50.");
  assert_why (sl_benefit_threat_explain (threat, &view, FALSE),
              "53.3 %\nR-001: probability 65.0 %, lost 37.5 %, carried 100.0 %: together 24.4 %.\n"
              "R-007: probability 40.0 %, lost 37.5 %, carried 100.0 %: together 15.0 %.");
  g_assert_cmpfloat (issue->probability, ==, 1);
  g_assert_true (issue->rated);
  g_assert_cmpint (issue->gate, ==, uid_of (ws, "G3"));
  g_assert_cmpuint (issue->struck->len, ==, 1);
}

static void
test_reach (void)
{
  g_autoptr (SlWorkspace) ws = open_sample ();
  SlView view = sl_workspace_view (ws);
  g_autoptr (SlRiskReach) reach = sl_risk_reach (&view, uid_of (ws, "R-001"));
  const SlBenefitReached *first = &g_array_index (reach->benefits, SlBenefitReached, 0);
  g_autofree char *struck = codes_of (ws, reach->struck);
  GString *ways = g_string_new (NULL);

  for (guint i = 0; i < reach->outcomes->len; i++)
    {
      g_autofree char *way = codes_of (ws, ((SlReached *) reach->outcomes->pdata[i])->path);

      g_string_append_printf (ways, "%s;", way);
    }
  g_assert_cmpstr (struck, ==, "C1");
  g_assert_cmpstr (ways->str, ==, "C1 I1 E2;C1 I1 I4 E3;C1 I1;C1 I1 I4;C1 I2 E1;C1 I2;");
  g_assert_cmpuint (reach->benefits->len, ==, 4);
  g_assert_cmpint (first->benefit, ==, uid_of (ws, "BEN-1"));
  g_assert_cmpfloat_with_epsilon (first->share, 0.65 * 0.375, 1e-9);
  g_assert_cmpint (reach->gate, ==, uid_of (ws, "G3"));
  g_assert_null (sl_risk_reach (&view, uid_of (ws, "BEN-1")));
  g_string_free (ways, TRUE);
}

/* F-15: strength 3, 3, 3 and 1; of the last the outcome itself hangs on an assumption. */
static void
test_weakest_link (void)
{
  static const struct
  {
    const char *node, *path;
    guint weakest;
    int evidence;
  } cases[] = { { "E4", "V4 C4 I5 E4", 2, 1 }, { "V5", "", 0, 0 }, { "E2", NULL, 0, 3 } };
  g_autoptr (SlWorkspace) ws = open_sample ();
  SlView view = sl_workspace_view (ws);
  g_autoptr (SlMapStatus) map = sl_map_status_new (&view);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (SlWeakestLink) link = { NULL };
      g_autofree char *path = NULL;

      sl_map_weakest_link (map, &view, uid_of (ws, cases[i].node), &link);
      path = codes_of (ws, link.path);
      g_assert_cmpint (link.evidence, ==, cases[i].evidence);
      if (cases[i].path == NULL)
        continue;
      g_assert_cmpstr (path, ==, cases[i].path);
      g_assert_cmpuint (link.weakest, ==, cases[i].weakest);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/table", test_table);
  g_test_add_func ("/sample/ended", test_ended);
  g_test_add_func ("/sample/as-of", test_as_of);
  g_test_add_func ("/sample/check", test_check);
  g_test_add_func ("/sample/explained", test_explained);
  g_test_add_func ("/sample/sentence", test_sentence);
  g_test_add_func ("/sample/order", test_order);
  g_test_add_func ("/sample/exposure", test_exposure);
  g_test_add_func ("/sample/actions", test_actions);
  g_test_add_func ("/sample/map", test_map);
  g_test_add_func ("/sample/coverage", test_coverage);
  g_test_add_func ("/sample/strength", test_strength);
  g_test_add_func ("/sample/map-explained", test_map_explained);
  g_test_add_func ("/sample/at-risk", test_at_risk);
  g_test_add_func ("/sample/reach", test_reach);
  g_test_add_func ("/sample/at-risk-hidden", test_at_risk_hidden);
  g_test_add_func ("/sample/at-risk-explained", test_at_risk_explained);
  g_test_add_func ("/sample/weakest-link", test_weakest_link);
  return g_test_run ();
}
