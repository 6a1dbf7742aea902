/* The benefit map, rule by rule, on small maps (domain.md 2.4, F-13, F-14, F-15, F-25a).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "insight/sl-map-status.h"
#include "support/sl-fixture.h"

#define DATE(iso) SL_VALUE_DATE (sl_date_from_iso (iso))
#define E SL_LINK_WEIGHT_ESSENTIAL
#define C SL_LINK_WEIGHT_CONTRIBUTING

/* One sound chain, every link essential and of evidence 3, the end outcome measured. */
typedef struct
{
  SlFixture base;
  SlUid money, enabler, change, step, end, purpose; /* V1 > N1 > C1 > I1 > E1 > SP1 */
  SlUid links[5];
} Map;

static void
measure (Map *f, SlUid node)
{
  SlRecordEdit edit;

  sl_fixture_edit (&f->base, SL_KIND_MEASURE, &edit);
  edit.values[SL_MEASURE_CODE] = SL_VALUE_TEXT ("M-1");
  edit.values[SL_MEASURE_NAME] = SL_VALUE_TEXT ("Hours");
  edit.values[SL_MEASURE_NODE] = SL_VALUE_REF (node);
  sl_fixture_load (&f->base, &edit);
}

static void
set_up (Map *f, gconstpointer unused)
{
  sl_fixture_init (&f->base);
  f->money = sl_fixture_add_node (&f->base, SL_NODE_TYPE_INVESTMENT);
  f->enabler = sl_fixture_add_node (&f->base, SL_NODE_TYPE_ENABLER);
  f->change = sl_fixture_add_node (&f->base, SL_NODE_TYPE_BUSINESS_CHANGE);
  f->step = sl_fixture_add_node (&f->base, SL_NODE_TYPE_INTERMEDIATE_OUTCOME);
  f->end = sl_fixture_add_node (&f->base, SL_NODE_TYPE_END_OUTCOME);
  f->purpose = sl_fixture_add_node (&f->base, SL_NODE_TYPE_STRATEGIC_PURPOSE);
  f->links[0] = sl_fixture_link (&f->base, f->money, f->enabler, E, 3);
  f->links[1] = sl_fixture_link (&f->base, f->enabler, f->change, E, 3);
  f->links[2] = sl_fixture_link (&f->base, f->change, f->step, E, 3);
  f->links[3] = sl_fixture_link (&f->base, f->step, f->end, E, 3);
  f->links[4] = sl_fixture_link (&f->base, f->end, f->purpose, E, 3);
  measure (f, f->end);
}

static void
tear_down (Map *f, gconstpointer unused)
{
  sl_fixture_clear (&f->base);
}

static SlNodeStatus
judge_on (Map *f, SlUid node, const char *day)
{
  SlView view = sl_fixture_view_on (&f->base, day);
  g_autoptr (SlMapStatus) map = sl_map_status_new (&view);
  const SlNodeStatus *status = sl_map_status_node (map, node);

  g_assert_nonnull (status);
  return *status;
}

static SlNodeStatus
judge (Map *f, SlUid node)
{
  return judge_on (f, node, "2026-07-31");
}

static void
drop (Map *f, SlUid node)
{
  sl_fixture_change (&f->base, node, SL_MAP_NODE_STATUS, SL_VALUE_ENUM (SL_NODE_STATUS_DROPPED));
}

static void
turn_negative (Map *f, SlUid node)
{
  sl_fixture_change (&f->base, node, SL_MAP_NODE_POLARITY, SL_VALUE_ENUM (SL_POLARITY_NEGATIVE));
}

/* --- F-14 and the M-rules ----------------------------------------------------------------------------------------- */

static void
assert_node (Map *f, SlUid node, guint tests, guint failed, guint faults)
{
  SlNodeStatus status = judge (f, node);

  g_test_message ("%s", sl_record_code (sl_data_lookup (sl_fixture_data (&f->base), node)));
  g_assert_cmphex (status.tests, ==, tests);
  g_assert_cmphex (status.failed, ==, failed);
  g_assert_cmphex (status.faults, ==, faults);
}

#define UP SL_SIGHT_UP
#define DOWN SL_SIGHT_DOWN
#define FOLLOWED SL_SIGHT_FOLLOWED
#define CHANGE SL_SIGHT_CHANGE
#define OWNER SL_SIGHT_OWNER

static void
test_sound (Map *f, gconstpointer unused)
{
  assert_node (f, f->money, UP, 0, 0);
  assert_node (f, f->enabler, UP | DOWN | FOLLOWED, 0, 0);
  assert_node (f, f->change, UP | DOWN, 0, 0);
  assert_node (f, f->step, UP | DOWN | CHANGE, 0, 0);
  assert_node (f, f->end, UP | DOWN | CHANGE | OWNER, 0, 0);
  assert_node (f, f->purpose, DOWN, 0, 0);
}

/* A node that nothing is linked to. */
static void
test_alone (Map *f, gconstpointer unused)
{
  SlUid nodes[SL_NODE_TYPE_END_];

  for (int type = 1; type < SL_NODE_TYPE_END_; type++)
    nodes[type] = sl_fixture_add_node (&f->base, type);
  assert_node (f, nodes[SL_NODE_TYPE_INVESTMENT], UP, UP, SL_MAP_M1);
  assert_node (f, nodes[SL_NODE_TYPE_ENABLER], UP | DOWN | FOLLOWED, UP | DOWN | FOLLOWED, SL_MAP_M1 | SL_MAP_M2);
  assert_node (f, nodes[SL_NODE_TYPE_BUSINESS_CHANGE], UP | DOWN, UP | DOWN, SL_MAP_M1);
  assert_node (f, nodes[SL_NODE_TYPE_INTERMEDIATE_OUTCOME], UP | DOWN | CHANGE, UP | DOWN | CHANGE, SL_MAP_M3 | SL_MAP_M4);
  assert_node (f, nodes[SL_NODE_TYPE_END_OUTCOME], UP | DOWN | CHANGE | OWNER, UP | DOWN | CHANGE,
               SL_MAP_M3 | SL_MAP_M4 | SL_MAP_M6 | SL_MAP_M7);
  assert_node (f, nodes[SL_NODE_TYPE_STRATEGIC_PURPOSE], DOWN, DOWN, 0);
}

/* Each link of the chain missing: what fails up to it and from it. */
static void
test_broken (Map *f, gconstpointer unused)
{
  SlUid other = sl_fixture_add_node (&f->base, SL_NODE_TYPE_ENABLER);

  /* An investment in something else: nobody funds the chain. */
  sl_fixture_change (&f->base, f->links[0], SL_MAP_EDGE_TO, SL_VALUE_REF (other));
  assert_node (f, f->money, UP, UP, SL_MAP_M1);
  assert_node (f, f->enabler, UP | DOWN | FOLLOWED, DOWN, 0);
  assert_node (f, f->step, UP | DOWN | CHANGE, DOWN, SL_MAP_M4);
  assert_node (f, f->end, UP | DOWN | CHANGE | OWNER, DOWN, SL_MAP_M4);
  assert_node (f, f->purpose, DOWN, DOWN, 0);
  sl_fixture_change (&f->base, f->links[0], SL_MAP_EDGE_TO, SL_VALUE_REF (f->enabler));
  /* The enabler goes round the change: it still reaches, but nobody works differently. */
  sl_fixture_change (&f->base, f->links[1], SL_MAP_EDGE_TO, SL_VALUE_REF (f->step));
  assert_node (f, f->enabler, UP | DOWN | FOLLOWED, FOLLOWED, SL_MAP_M2);
  assert_node (f, f->change, UP | DOWN, DOWN, 0);
  assert_node (f, f->step, UP | DOWN | CHANGE, 0, 0);
  sl_fixture_change (&f->base, f->links[2], SL_MAP_EDGE_TO, SL_VALUE_REF (f->end));
  assert_node (f, f->step, UP | DOWN | CHANGE, CHANGE, SL_MAP_M3);
  assert_node (f, f->end, UP | DOWN | CHANGE | OWNER, 0, 0);
}

/* The last link missing: an end outcome is reached, but no purpose. */
static void
test_purposeless (Map *f, gconstpointer unused)
{
  SlUid other = sl_fixture_add_node (&f->base, SL_NODE_TYPE_END_OUTCOME);

  sl_fixture_change (&f->base, f->links[4], SL_MAP_EDGE_FROM, SL_VALUE_REF (other));
  assert_node (f, f->money, UP, UP, 0);
  assert_node (f, f->end, UP | DOWN | CHANGE | OWNER, UP, SL_MAP_M6);
  assert_node (f, f->purpose, DOWN, DOWN, 0);
  drop (f, f->purpose);
  assert_node (f, other, UP | DOWN | CHANGE | OWNER, UP | DOWN | CHANGE, SL_MAP_M3 | SL_MAP_M4 | SL_MAP_M6 | SL_MAP_M7);
}

/* An owner is an active person, on the as-of day. */
static void
test_owner (Map *f, gconstpointer unused)
{
  sl_fixture_change (&f->base, f->base.ada, SL_PERSON_ACTIVE_TO, DATE ("2026-07-30"));
  assert_node (f, f->end, UP | DOWN | CHANGE | OWNER, OWNER, SL_MAP_M5);
  g_assert_cmphex (judge_on (f, f->end, "2026-07-30").faults, ==, 0);
  assert_node (f, f->step, UP | DOWN | CHANGE, 0, 0); /* only end outcomes are asked */
  sl_fixture_change (&f->base, f->end, SL_MAP_NODE_OWNER, SL_VALUE_NULL (SL_TYPE_REF));
  assert_node (f, f->end, UP | DOWN | CHANGE | OWNER, OWNER, SL_MAP_M5);
}

/* No path runs through a negative node. */
static void
test_negative_step (Map *f, gconstpointer unused)
{
  turn_negative (f, f->step);
  assert_node (f, f->step, DOWN | OWNER, 0, 0);
  assert_node (f, f->money, UP, UP, SL_MAP_M1);
  assert_node (f, f->enabler, UP | DOWN | FOLLOWED, UP, SL_MAP_M1);
  assert_node (f, f->change, UP | DOWN, UP, SL_MAP_M1);
  assert_node (f, f->end, UP | DOWN | CHANGE | OWNER, DOWN | CHANGE, SL_MAP_M3 | SL_MAP_M4);
  assert_node (f, f->purpose, DOWN, DOWN, 0);
  g_assert_cmpint (judge (f, f->end).strength, ==, 0);
  g_assert_cmpint (judge (f, f->step).strength, ==, 3); /* but one may end there */
}

/* A negative end outcome satisfies no M1 and needs neither change nor purpose, but money, an owner and a measure. */
static void
test_negative_end (Map *f, gconstpointer unused)
{
  turn_negative (f, f->end);
  assert_node (f, f->end, DOWN | OWNER, 0, 0);
  assert_node (f, f->money, UP, UP, SL_MAP_M1);
  assert_node (f, f->step, UP | DOWN | CHANGE, UP, 0);
  assert_node (f, f->purpose, DOWN, DOWN, 0);
  sl_fixture_change (&f->base, f->links[3], SL_MAP_EDGE_FROM, SL_VALUE_REF (f->money));
  drop (f, f->money);
  sl_fixture_change (&f->base, f->end, SL_MAP_NODE_OWNER, SL_VALUE_NULL (SL_TYPE_REF));
  assert_node (f, f->end, DOWN | OWNER, DOWN | OWNER, SL_MAP_M4 | SL_MAP_M5);
}

/* Only outcomes can be negative: on other types the word says nothing. */
static void
test_negative_output (Map *f, gconstpointer unused)
{
  turn_negative (f, f->enabler);
  test_sound (f, unused);
}

/* A dropped node is not there, nor are the links at it. */
static void
test_dropped (Map *f, gconstpointer unused)
{
  SlView view = sl_fixture_view (&f->base);
  g_autoptr (SlMapStatus) map = NULL;

  drop (f, f->change);
  map = sl_map_status_new (&view);
  g_assert_cmpuint (sl_map_status_count (map), ==, 5);
  g_assert_null (sl_map_status_node (map, f->change));
  g_assert_null (sl_map_status_node (map, f->base.ada));
  assert_node (f, f->money, UP, UP, SL_MAP_M1);
  assert_node (f, f->enabler, UP | DOWN | FOLLOWED, UP | FOLLOWED, SL_MAP_M1 | SL_MAP_M2);
  assert_node (f, f->end, UP | DOWN | CHANGE | OWNER, DOWN | CHANGE, SL_MAP_M3 | SL_MAP_M4);
}

static void
assert_coverage (Map *f, SlUid project, guint active, guint complete, int percent, SlMoney funded, SlMoney invested)
{
  SlView view = sl_fixture_view (&f->base);
  g_autoptr (SlMapStatus) map = sl_map_status_new (&view);
  SlCoverage coverage;

  sl_map_status_coverage (map, project, &coverage);
  g_assert_cmpuint (coverage.active, ==, active);
  g_assert_cmpuint (coverage.complete, ==, complete);
  g_assert_cmpint (coverage.coverage, ==, percent);
  g_assert_cmpint (coverage.funded, ==, funded);
  g_assert_cmpint (coverage.invested, ==, invested);
}

/* Rounded down; a gate counts its project's nodes and the shared ones. */
static void
test_coverage (Map *f, gconstpointer unused)
{
  SlUid idle = sl_fixture_add_node (&f->base, SL_NODE_TYPE_INVESTMENT);
  SlRecordEdit edit;
  SlUid second;

  sl_fixture_edit (&f->base, SL_KIND_PROJECT, &edit);
  edit.values[SL_PROJECT_NAME] = SL_VALUE_TEXT ("Second");
  second = sl_fixture_load (&f->base, &edit);
  sl_fixture_change (&f->base, f->money, SL_MAP_NODE_BUDGET, SL_VALUE_MONEY (100));
  sl_fixture_change (&f->base, idle, SL_MAP_NODE_BUDGET, SL_VALUE_MONEY (50));
  assert_coverage (f, SL_UID_NONE, 7, 6, 85, 100, 150);
  sl_fixture_change (&f->base, idle, SL_MAP_NODE_PROJECT, SL_VALUE_REF (second));
  assert_coverage (f, f->base.project, 6, 6, 100, 100, 100);
  assert_coverage (f, second, 7, 6, 85, 100, 150);
  sl_fixture_change (&f->base, f->money, SL_MAP_NODE_PROJECT, SL_VALUE_REF (f->base.project));
  assert_coverage (f, second, 6, 5, 83, 0, 50); /* the others still see the first project's money: only the count is its own */
}

static void
test_empty (Map *f, gconstpointer unused)
{
  SlUid nodes[] = { f->money, f->enabler, f->change, f->step, f->end, f->purpose };

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    drop (f, nodes[i]);
  assert_coverage (f, SL_UID_NONE, 0, 0, -1, 0, 0);
}

/* --- F-15 --------------------------------------------------------------------------------------------------------- */

/* The best of all paths, each as weak as its weakest link; only paths from money count. */
static void
test_strength (Map *f, gconstpointer unused)
{
  SlUid other = sl_fixture_add_node (&f->base, SL_NODE_TYPE_BUSINESS_CHANGE);

  g_assert_cmpint (judge (f, f->money).strength, ==, 0);
  g_assert_cmpint (judge (f, f->end).strength, ==, 3);
  sl_fixture_change (&f->base, f->links[2], SL_MAP_EDGE_EVIDENCE, SL_VALUE_INT (1));
  g_assert_cmpint (judge (f, f->change).strength, ==, 3);
  g_assert_cmpint (judge (f, f->step).strength, ==, 1);
  g_assert_cmpint (judge (f, f->end).strength, ==, 1);
  sl_fixture_link (&f->base, other, f->step, C, 4);
  g_assert_cmpint (judge (f, f->end).strength, ==, 1); /* nothing pays for the other change */
  sl_fixture_link (&f->base, f->enabler, other, C, 2);
  g_assert_cmpint (judge (f, f->end).strength, ==, 2); /* the weight of a link plays no part */
  g_assert_cmpint (judge (f, f->end).strength_from, ==, f->step);
  g_assert_cmpint (judge (f, f->step).strength_from, ==, other);
  sl_fixture_change (&f->base, f->links[0], SL_MAP_EDGE_EVIDENCE, SL_VALUE_INT (0));
  g_assert_cmpint (judge (f, f->end).strength, ==, 0);
  g_assert_cmpint (judge (f, f->end).strength_from, ==, f->step); /* a path, though without evidence */
}

/* 2 at G2, 3 from G3 on, of the gate not yet passed; shared nodes need what any project needs. */
static void
test_strength_needed (Map *f, gconstpointer unused)
{
  SlUid second;
  SlRecordEdit edit;

  g_assert_cmpint (judge (f, f->end).strength_needed, ==, 0);
  sl_fixture_add_gate (&f->base, f->base.project, 1, 0);
  sl_fixture_add_gate (&f->base, f->base.project, 3, 0);
  g_assert_cmpint (judge (f, f->end).strength_needed, ==, 0); /* G1 is ahead */
  sl_fixture_edit (&f->base, SL_KIND_PROJECT, &edit);
  edit.values[SL_PROJECT_NAME] = SL_VALUE_TEXT ("Second");
  second = sl_fixture_load (&f->base, &edit);
  sl_fixture_add_gate (&f->base, second, 1, SL_DECISION_PROCEED);
  sl_fixture_add_gate (&f->base, second, 2, SL_DECISION_REPEAT);
  g_assert_cmpint (judge (f, f->end).strength_needed, ==, 2);
  sl_fixture_change (&f->base, f->end, SL_MAP_NODE_PROJECT, SL_VALUE_REF (f->base.project));
  g_assert_cmpint (judge (f, f->end).strength_needed, ==, 0);
  sl_fixture_change (&f->base, f->end, SL_MAP_NODE_PROJECT, SL_VALUE_REF (second));
  g_assert_cmpint (judge (f, f->end).strength_needed, ==, 2);
  g_assert_cmpint (judge_on (f, f->end, "2026-03-15").strength_needed, ==, 0); /* before G1 was decided */
  sl_fixture_add_gate (&f->base, second, 2, SL_DECISION_PROCEED_WITH_CONDITIONS);
  sl_fixture_add_gate (&f->base, second, 4, 0);
  g_assert_cmpint (judge (f, f->end).strength_needed, ==, 2); /* the first second gate is still not passed */
  g_assert_cmpint (judge (f, f->step).strength_needed, ==, 0);
  sl_fixture_change (&f->base, second, SL_PROJECT_PHASE, SL_VALUE_ENUM (SL_PHASE_STOPPED));
  g_assert_cmpint (judge (f, f->end).strength_needed, ==, 0);
}

static void
test_strength_from_g3_on (Map *f, gconstpointer unused)
{
  sl_fixture_add_gate (&f->base, f->base.project, 2, SL_DECISION_PROCEED);
  g_assert_cmpint (judge (f, f->end).strength_needed, ==, 0); /* no gate ahead */
  sl_fixture_add_gate (&f->base, f->base.project, 5, 0);
  g_assert_cmpint (judge (f, f->end).strength_needed, ==, 3);
}

/* --- F-13 --------------------------------------------------------------------------------------------------------- */

static void
assert_schedule (Map *f, SlUid node, const char *planned, const char *forecast, int slip, SlRag level)
{
  SlNodeStatus status;

  sl_fixture_change (&f->base, node, SL_MAP_NODE_PLANNED, planned != NULL ? DATE (planned) : SL_VALUE_NULL (SL_TYPE_DATE));
  sl_fixture_change (&f->base, node, SL_MAP_NODE_FORECAST, forecast != NULL ? DATE (forecast) : SL_VALUE_NULL (SL_TYPE_DATE));
  status = judge (f, node);
  g_test_message ("planned %s, forecast %s", planned, forecast);
  g_assert_cmpint (status.slip_days, ==, slip);
  g_assert_cmpint (status.schedule, ==, level);
  g_assert_cmpint (status.level, ==, level);
  g_assert_cmpint (status.culprit, ==, level != SL_RAG_NONE ? node : SL_UID_NONE);
}

/* As of 2026-07-31. */
static void
test_schedule (Map *f, gconstpointer unused)
{
  assert_schedule (f, f->enabler, NULL, "2027-01-01", 0, SL_RAG_NONE);
  assert_schedule (f, f->enabler, "2026-07-01", NULL, 30, SL_RAG_NONE);
  assert_schedule (f, f->enabler, "2026-06-30", NULL, 31, SL_RAG_AMBER);
  assert_schedule (f, f->enabler, "2026-05-02", NULL, 90, SL_RAG_AMBER);
  assert_schedule (f, f->enabler, "2026-05-01", NULL, 91, SL_RAG_RED);
  assert_schedule (f, f->enabler, "2026-07-01", "2026-08-01", 31, SL_RAG_AMBER); /* the forecast is later than today */
  assert_schedule (f, f->enabler, "2026-06-30", "2026-07-01", 31, SL_RAG_AMBER); /* a forecast that has passed */
  assert_schedule (f, f->enabler, "2026-12-31", NULL, 0, SL_RAG_NONE);
  assert_schedule (f, f->enabler, "2026-12-31", "2026-10-31", -61, SL_RAG_NONE); /* early */
  assert_schedule (f, f->money, "2026-05-01", NULL, 91, SL_RAG_RED);
  g_assert_cmpint (judge (f, f->step).culprit, ==, f->money); /* lateness travels, too */
}

/* What is delivered is late no more; outcomes and purposes have no schedule. */
static void
test_schedule_others (Map *f, gconstpointer unused)
{
  SlUid later[] = { f->step, f->end, f->purpose };

  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    assert_schedule (f, later[i], "2026-01-01", NULL, 0, SL_RAG_NONE);
  sl_fixture_change (&f->base, f->change, SL_MAP_NODE_STATUS, SL_VALUE_ENUM (SL_NODE_STATUS_IN_PROGRESS));
  assert_schedule (f, f->change, "2026-01-01", NULL, 211, SL_RAG_RED);
  sl_fixture_change (&f->base, f->change, SL_MAP_NODE_STATUS, SL_VALUE_ENUM (SL_NODE_STATUS_ADOPTED));
  assert_schedule (f, f->change, "2026-01-01", NULL, 0, SL_RAG_NONE);
}

/* --- F-25a -------------------------------------------------------------------------------------------------------- */

static SlUid
threat (Map *f, SlUid node, int probability, int impact)
{
  SlUid risk = sl_fixture_add_risk (&f->base, SL_RISK_STATE_OPEN);

  sl_fixture_assess (&f->base, risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-01", probability, impact);
  sl_fixture_strike (&f->base, risk, node);
  return risk;
}

static SlUid
issue (Map *f, SlUid node, int impact)
{
  SlUid uid = sl_fixture_add_issue (&f->base, impact);

  sl_fixture_strike (&f->base, uid, node);
  return uid;
}

static void
assert_level (Map *f, SlUid node, SlRag level, SlUid culprit, SlUid via)
{
  SlNodeStatus status = judge (f, node);

  g_assert_cmpint (status.level, ==, level);
  g_assert_cmpint (status.culprit, ==, culprit);
  g_assert_cmpint (status.via, ==, via);
}

#define NONE SL_UID_NONE

/* Along essential links whole, along contributing ones a level lower, down to nothing. */
static void
test_weights (Map *f, gconstpointer unused)
{
  SlUid red = threat (f, f->enabler, 5, 5);

  assert_level (f, f->money, SL_RAG_NONE, NONE, NONE);
  assert_level (f, f->enabler, SL_RAG_RED, red, NONE);
  assert_level (f, f->purpose, SL_RAG_RED, red, f->end);
  sl_fixture_change (&f->base, f->links[1], SL_MAP_EDGE_WEIGHT, SL_VALUE_ENUM (C));
  assert_level (f, f->change, SL_RAG_AMBER, red, f->enabler);
  sl_fixture_change (&f->base, f->links[2], SL_MAP_EDGE_WEIGHT, SL_VALUE_ENUM (C));
  assert_level (f, f->end, SL_RAG_GREEN, red, f->step);
  sl_fixture_change (&f->base, f->links[4], SL_MAP_EDGE_WEIGHT, SL_VALUE_ENUM (C));
  assert_level (f, f->purpose, SL_RAG_NONE, NONE, NONE);
}

/* Risk passes where no path does. */
static void
test_negative_passes (Map *f, gconstpointer unused)
{
  SlUid red = threat (f, f->enabler, 5, 5);

  turn_negative (f, f->step);
  assert_level (f, f->end, SL_RAG_RED, red, f->step);
}

/* Dropped nodes are struck by nothing and pass nothing on. */
static void
test_dropped_passes_not (Map *f, gconstpointer unused)
{
  threat (f, f->enabler, 5, 5);
  threat (f, f->change, 5, 5);
  drop (f, f->change);
  assert_level (f, f->end, SL_RAG_NONE, NONE, NONE);
}

/* Open threats alone, by the assessment of the day. */
static void
test_threats (Map *f, gconstpointer unused)
{
  SlUid risk = threat (f, f->step, 5, 5);
  static const int closed[] = { SL_RISK_STATE_DRAFT, SL_RISK_STATE_OCCURRED, SL_RISK_STATE_CLOSED };
  static const int open[] = { SL_RISK_STATE_OPEN, SL_RISK_STATE_TREATING, SL_RISK_STATE_TOLERATED };

  for (guint i = 0; i < 3; i++)
    {
      sl_fixture_change (&f->base, risk, SL_RISK_STATE, SL_VALUE_ENUM (closed[i]));
      assert_level (f, f->step, SL_RAG_NONE, NONE, NONE);
      sl_fixture_change (&f->base, risk, SL_RISK_STATE, SL_VALUE_ENUM (open[i]));
      assert_level (f, f->step, SL_RAG_RED, risk, NONE);
    }
  g_assert_cmpint (judge_on (f, f->step, "2026-06-30").level, ==, SL_RAG_NONE); /* not assessed yet */
  sl_fixture_change (&f->base, risk, SL_RISK_KIND, SL_VALUE_ENUM (SL_RISK_KIND_OPPORTUNITY));
  assert_level (f, f->step, SL_RAG_NONE, NONE, NONE);
}

static void
test_issues (Map *f, gconstpointer unused)
{
  static const SlRag levels[] = { SL_RAG_NONE, SL_RAG_GREEN, SL_RAG_AMBER, SL_RAG_AMBER, SL_RAG_RED, SL_RAG_RED };
  SlUid uid = issue (f, f->step, 0);

  for (int impact = 0; impact <= 5; impact++)
    {
      if (impact > 0)
        sl_fixture_change (&f->base, uid, SL_ISSUE_IMPACT_TRUST, SL_VALUE_INT (impact));
      assert_level (f, f->step, levels[impact], levels[impact] != SL_RAG_NONE ? uid : NONE, NONE);
    }
  g_assert_cmpint (judge_on (f, f->step, "2026-06-30").level, ==, SL_RAG_NONE); /* raised on 1 July */
  g_assert_cmpint (judge_on (f, f->step, "2026-07-01").level, ==, SL_RAG_RED);
  sl_fixture_change (&f->base, uid, SL_ISSUE_STATE, SL_VALUE_ENUM (SL_ISSUE_STATE_IN_HAND));
  assert_level (f, f->step, SL_RAG_RED, uid, NONE);
  sl_fixture_change (&f->base, uid, SL_ISSUE_STATE, SL_VALUE_ENUM (SL_ISSUE_STATE_RESOLVED));
  assert_level (f, f->step, SL_RAG_NONE, NONE, NONE);
}

/* Of equal levels: threat, issue, own schedule, inherited; each of them only while the one before is not there. */
static void
test_ties (Map *f, gconstpointer unused)
{
  SlUid upstream = threat (f, f->money, 2, 3);
  SlUid own;

  assert_level (f, f->enabler, SL_RAG_AMBER, upstream, f->money);
  sl_fixture_change (&f->base, f->enabler, SL_MAP_NODE_PLANNED, DATE ("2026-06-30"));
  assert_level (f, f->enabler, SL_RAG_AMBER, f->enabler, NONE);
  own = issue (f, f->enabler, 3);
  assert_level (f, f->enabler, SL_RAG_AMBER, own, NONE);
  own = threat (f, f->enabler, 2, 3);
  assert_level (f, f->enabler, SL_RAG_AMBER, own, NONE);
  sl_fixture_change (&f->base, f->money, SL_MAP_NODE_PLANNED, DATE ("2026-01-01"));
  assert_level (f, f->enabler, SL_RAG_RED, f->money, f->money); /* a worse level wins, wherever it comes from */
}

/* Then the lower id: by prefix, then number. */
static void
test_ties_by_id (Map *f, gconstpointer unused)
{
  SlUid second = sl_fixture_add_node (&f->base, SL_NODE_TYPE_ENABLER);
  SlUid risks[10];
  SlUid worry;

  for (guint i = 0; i < 10; i++)
    risks[i] = threat (f, f->step, 2, 3);
  assert_level (f, f->step, SL_RAG_AMBER, risks[0], NONE); /* R-001, not R-010 */
  sl_fixture_change (&f->base, risks[0], SL_RISK_CODE, SL_VALUE_TEXT ("R-1000"));
  assert_level (f, f->step, SL_RAG_AMBER, risks[1], NONE);
  sl_fixture_link (&f->base, second, f->change, E, 1);
  threat (f, f->enabler, 2, 3);
  worry = issue (f, second, 2);
  assert_level (f, f->change, SL_RAG_AMBER, worry, second); /* inherited: ISS-001 before R-011 */
  sl_fixture_change (&f->base, f->money, SL_MAP_NODE_PLANNED, DATE ("2026-06-30"));
  assert_level (f, f->change, SL_RAG_AMBER, worry, second);
  sl_fixture_change (&f->base, second, SL_MAP_NODE_PLANNED, DATE ("2026-06-30"));
  assert_level (f, second, SL_RAG_AMBER, worry, NONE);
}

/* One culprit along two ways: the node before with the lower id. */
static void
test_two_ways (Map *f, gconstpointer unused)
{
  SlUid red = threat (f, f->money, 5, 5);
  SlUid second = sl_fixture_add_node (&f->base, SL_NODE_TYPE_ENABLER);
  SlView view = sl_fixture_view (&f->base);
  g_autoptr (SlMapStatus) map = NULL;
  g_autoptr (GArray) path = NULL;
  g_autoptr (GArray) at_risk = NULL;

  sl_fixture_link (&f->base, f->money, second, E, 1);
  sl_fixture_link (&f->base, second, f->change, E, 1);
  assert_level (f, f->change, SL_RAG_RED, red, f->enabler);
  sl_fixture_change (&f->base, f->enabler, SL_MAP_NODE_CODE, SL_VALUE_TEXT ("N30"));
  assert_level (f, f->change, SL_RAG_RED, red, second);
  map = sl_map_status_new (&view);
  path = sl_map_status_path (map, f->end);
  g_assert_cmpuint (path->len, ==, 5);
  g_assert_cmpint (g_array_index (path, SlUid, 0), ==, f->money);
  g_assert_cmpint (g_array_index (path, SlUid, 1), ==, second);
  g_assert_cmpint (g_array_index (path, SlUid, 4), ==, f->end);
  at_risk = sl_map_status_at_risk (map);
  g_assert_cmpuint (at_risk->len, ==, 2);
  g_assert_cmpint (g_array_index (at_risk, SlUid, 0), ==, f->step);
}

static void
test_no_path (Map *f, gconstpointer unused)
{
  SlView view = sl_fixture_view (&f->base);
  g_autoptr (SlMapStatus) map = sl_map_status_new (&view);
  g_autoptr (GArray) path = sl_map_status_path (map, f->end);
  g_autoptr (GArray) at_risk = sl_map_status_at_risk (map);

  g_assert_cmpuint (path->len, ==, 0);
  g_assert_cmpuint (at_risk->len, ==, 0);
  g_assert_null (sl_map_explain (map, &view, f->base.ada, SL_NODE_TOPIC_LEVEL, FALSE));
}

/* A chain of five thousand: no depth of calls grows with it. */
static void
test_long (Map *f, gconstpointer unused)
{
  SlUid red = threat (f, f->change, 5, 5);
  SlUid last = f->change;
  SlView view = sl_fixture_view (&f->base);
  g_autoptr (SlMapStatus) map = NULL;
  g_autoptr (GArray) path = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      SlRecordEdit edit;
      g_autofree char *code = g_strdup_printf ("C%u", i + 2);

      sl_record_edit_new (&edit, sl_kind_get (SL_KIND_MAP_NODE), sl_uid_new ());
      edit.values[SL_MAP_NODE_CODE] = SL_VALUE_TEXT (code);
      edit.values[SL_MAP_NODE_TITLE] = SL_VALUE_TEXT ("Change");
      edit.values[SL_MAP_NODE_TYPE] = SL_VALUE_ENUM (SL_NODE_TYPE_BUSINESS_CHANGE);
      sl_fixture_load (&f->base, &edit);
      sl_fixture_link (&f->base, last, edit.uid, E, 4);
      last = edit.uid;
    }
  sl_fixture_link (&f->base, last, f->step, E, 4);
  map = sl_map_status_new (&view);
  g_assert_cmpuint (sl_map_status_count (map), ==, 5006);
  g_assert_cmpint (sl_map_status_node (map, last)->culprit, ==, red);
  g_assert_cmpuint (sl_map_status_node (map, last)->failed, ==, 0);
  path = sl_map_status_path (map, last);
  g_assert_cmpuint (path->len, ==, 5001);
}

/* --- 2.4: links --------------------------------------------------------------------------------------------------- */

static void
test_link_fit (void)
{
  /* By type, in the order of the tokens: purpose, end, intermediate, change, enabler, investment. */
  static const char *const table[] = {
    "......", /* from a purpose */
    "x.....", /* from an end outcome */
    ".xx...", /* from an intermediate outcome */
    ".2xx..", /* from a business change */
    "..1xx.", /* from an enabler */
    "...xx.", /* from an investment */
  };
  static const char *const negative[] = { "......", "x.....", ".xx...", ".xxx..", ".xxxx.", "...xx." };

  for (int from = 1; from < SL_NODE_TYPE_END_; from++)
    for (int to = 1; to < SL_NODE_TYPE_END_; to++)
      {
        const SlMapNode a = { .type = from, .polarity = SL_POLARITY_POSITIVE };
        const SlMapNode b = { .type = to, .polarity = SL_POLARITY_POSITIVE };
        const SlMapNode harm = { .type = to, .polarity = SL_POLARITY_NEGATIVE };

        g_test_message ("%d to %d", from, to);
        g_assert_cmpint (".x12"[sl_map_link_fit (&a, &b)], ==, table[from - 1][to - 1]);
        g_assert_cmpint (".x12"[sl_map_link_fit (&a, &harm)], ==, negative[from - 1][to - 1]);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/map/" name, Map, NULL, set_up, func, tear_down)
  ADD ("sound", test_sound);
  ADD ("alone", test_alone);
  ADD ("broken", test_broken);
  ADD ("purposeless", test_purposeless);
  ADD ("owner", test_owner);
  ADD ("negative-step", test_negative_step);
  ADD ("negative-end", test_negative_end);
  ADD ("negative-output", test_negative_output);
  ADD ("dropped", test_dropped);
  ADD ("coverage", test_coverage);
  ADD ("empty", test_empty);
  ADD ("strength", test_strength);
  ADD ("strength-needed", test_strength_needed);
  ADD ("strength-from-g3-on", test_strength_from_g3_on);
  ADD ("schedule", test_schedule);
  ADD ("schedule-others", test_schedule_others);
  ADD ("weights", test_weights);
  ADD ("negative-passes", test_negative_passes);
  ADD ("dropped-passes-not", test_dropped_passes_not);
  ADD ("threats", test_threats);
  ADD ("issues", test_issues);
  ADD ("ties", test_ties);
  ADD ("ties-by-id", test_ties_by_id);
  ADD ("two-ways", test_two_ways);
  ADD ("no-path", test_no_path);
  ADD ("long", test_long);
  g_test_add_func ("/map/link-fit", test_link_fit);
  return g_test_run ();
}
