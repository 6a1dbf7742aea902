/* Where a person stands, who may take over, and until when something owned is due.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "insight/sl-ownership.h"
#include "insight/sl-person-status.h"
#include "support/sl-fixture.h"

#define DATE(iso) SL_VALUE_DATE (sl_date_from_iso (iso))

static void
set_up (SlFixture *f, gconstpointer unused)
{
  sl_fixture_init (f);
}

static void
tear_down (SlFixture *f, gconstpointer unused)
{
  sl_fixture_clear (f);
}

static SlPersonStatus
status_of (SlFixture *f, SlUid person)
{
  SlView view = sl_fixture_view (f);
  SlPersonStatus status;

  sl_person_status (&view, SL_AS (PERSON, sl_data_lookup (view.data, person)), &status);
  return status;
}

static void
owns (SlFixture *f, SlUid person, SlUid risk)
{
  sl_fixture_change (f, risk, SL_RISK_OWNER, SL_VALUE_REF (person));
}

static void
assert_status (SlFixture *f, SlUid person, SlStanding standing, int days, guint owned, guint gaps, SlRag rag)
{
  SlPersonStatus status = status_of (f, person);

  g_assert_cmpint (status.standing, ==, standing);
  g_assert_cmpint (status.days, ==, days);
  g_assert_cmpuint (status.owned, ==, owned);
  g_assert_cmpuint (status.gaps, ==, gaps);
  g_assert_cmpint (status.rag, ==, rag);
}

/* The fixture's day is 2026-07-31. The last day itself is still a day of work. */
static void
test_standing (SlFixture *f, gconstpointer unused)
{
  SlUid dee = sl_fixture_add_person (f, "Dee", "2025-01-06", NULL, FALSE);

  assert_status (f, dee, SL_STANDING_HERE, 0, 0, 0, SL_RAG_NONE);
  owns (f, dee, sl_fixture_add_risk (f, SL_RISK_STATE_OPEN));
  assert_status (f, dee, SL_STANDING_HERE, 0, 1, 0, SL_RAG_NONE);
  sl_fixture_change (f, dee, SL_PERSON_ACTIVE_TO, DATE ("2026-08-31"));
  assert_status (f, dee, SL_STANDING_LEAVING, 31, 1, 0, SL_RAG_NONE);
  sl_fixture_change (f, dee, SL_PERSON_ACTIVE_TO, DATE ("2026-08-30"));
  assert_status (f, dee, SL_STANDING_LEAVING, 30, 1, 0, SL_RAG_AMBER);
  sl_fixture_change (f, dee, SL_PERSON_ACTIVE_TO, DATE ("2026-07-31"));
  assert_status (f, dee, SL_STANDING_LEAVING, 0, 1, 0, SL_RAG_AMBER);
  sl_fixture_change (f, dee, SL_PERSON_ACTIVE_TO, DATE ("2026-07-30"));
  assert_status (f, dee, SL_STANDING_LEFT, 1, 1, 1, SL_RAG_RED);
}

/* Who has not come yet answers for nothing either. */
static void
test_coming (SlFixture *f, gconstpointer unused)
{
  SlUid dee = sl_fixture_add_person (f, "Dee", "2026-08-10", NULL, FALSE);

  assert_status (f, dee, SL_STANDING_COMING, 10, 0, 0, SL_RAG_NONE);
  owns (f, dee, sl_fixture_add_risk (f, SL_RISK_STATE_OPEN));
  assert_status (f, dee, SL_STANDING_COMING, 10, 1, 1, SL_RAG_RED);
}

/* INV-2 asks nothing of drafts; what is closed is nobody's. */
static void
test_drafts (SlFixture *f, gconstpointer unused)
{
  SlUid dee = sl_fixture_add_person (f, "Dee", "2025-01-06", "2026-07-01", FALSE);

  owns (f, dee, sl_fixture_add_risk (f, SL_RISK_STATE_CLOSED));
  assert_status (f, dee, SL_STANDING_LEFT, 30, 0, 0, SL_RAG_NONE);
  owns (f, dee, sl_fixture_add_risk (f, SL_RISK_STATE_DRAFT));
  assert_status (f, dee, SL_STANDING_LEFT, 30, 1, 0, SL_RAG_AMBER);
  sl_fixture_change (f, f->project, SL_PROJECT_SRO, SL_VALUE_REF (dee));
  assert_status (f, dee, SL_STANDING_LEFT, 30, 2, 1, SL_RAG_RED);
}

static void
test_successors (SlFixture *f, gconstpointer unused)
{
  SlView view = sl_fixture_view (f);
  SlUid gone = sl_fixture_add_person (f, "Gone", "2025-01-06", "2026-07-30", FALSE);
  SlUid coming = sl_fixture_add_person (f, "Coming", "2026-08-01", NULL, FALSE);
  SlUid leaving = sl_fixture_add_person (f, "Leaving", "2025-01-06", "2026-08-14", FALSE);
  SlDate past = sl_date_from_iso ("2026-07-01"), soon = sl_date_from_iso ("2026-08-13"),
         same = sl_date_from_iso ("2026-08-14");

  g_assert_true (sl_person_may_succeed (&view, f->bob, f->ada, SL_DATE_NONE));
  g_assert_false (sl_person_may_succeed (&view, f->ada, f->ada, SL_DATE_NONE));
  g_assert_false (sl_person_may_succeed (&view, gone, f->ada, past));
  g_assert_false (sl_person_may_succeed (&view, coming, f->ada, same));
  g_assert_true (sl_person_may_succeed (&view, leaving, f->ada, past));
  g_assert_true (sl_person_may_succeed (&view, leaving, f->ada, soon));
  g_assert_false (sl_person_may_succeed (&view, leaving, f->ada, same));
  g_assert_true (sl_person_may_succeed (&view, f->bob, f->ada, SL_DATE_MAX));
  g_assert_false (sl_person_may_succeed (&view, SL_UID_NONE, f->ada, SL_DATE_NONE));
  g_assert_false (sl_person_may_succeed (&view, f->project, f->ada, SL_DATE_NONE));
}

/* --- How far, until when ------------------------------------------------------------------------------------------ */

static SlDate
due (SlFixture *f, SlUid uid)
{
  SlView view = sl_fixture_view (f);

  return sl_record_due (&view, sl_data_lookup (view.data, uid));
}

static void
test_due (SlFixture *f, gconstpointer unused)
{
  SlUid risk = sl_fixture_add_risk (f, SL_RISK_STATE_OPEN), node = sl_fixture_add_node (f, SL_NODE_TYPE_ENABLER);
  SlUid gate = sl_fixture_add_gate (f, f->project, 1, 0);

  g_assert_cmpint (due (f, risk), ==, SL_DATE_NONE);
  sl_fixture_assess (f, risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-01", 1, 1);
  g_assert_cmpint (due (f, risk), >, sl_date_from_iso ("2026-07-01"));
  g_assert_cmpint (due (f, sl_fixture_add_action (f, risk, SL_ACTION_STATE_PLANNED, "2026-08-14")), ==,
                   sl_date_from_iso ("2026-08-14"));
  g_assert_cmpint (due (f, node), ==, SL_DATE_NONE);
  sl_fixture_change (f, node, SL_MAP_NODE_PLANNED, DATE ("2026-09-01"));
  g_assert_cmpint (due (f, node), ==, sl_date_from_iso ("2026-09-01"));
  sl_fixture_change (f, node, SL_MAP_NODE_FORECAST, DATE ("2026-10-01"));
  g_assert_cmpint (due (f, node), ==, sl_date_from_iso ("2026-10-01"));
  sl_fixture_change (f, node, SL_MAP_NODE_ACTUAL, DATE ("2026-07-15"));
  g_assert_cmpint (due (f, node), ==, SL_DATE_NONE);
  sl_fixture_change (f, gate, SL_GATE_BASELINE_DATE, DATE ("2026-11-01"));
  sl_fixture_change (f, gate, SL_GATE_FORECAST_DATE, SL_VALUE_NULL (SL_TYPE_DATE));
  g_assert_cmpint (due (f, gate), ==, sl_date_from_iso ("2026-11-01"));
  g_assert_cmpint (due (f, f->project), ==, SL_DATE_NONE);
}

/* Whatever says how far it is, is a list of states. */
static void
test_states (SlFixture *f, gconstpointer unused)
{
  g_assert_cmpint (sl_kind_state (SL_KIND_RISK), ==, SL_RISK_STATE);
  g_assert_cmpint (sl_kind_state (SL_KIND_PROJECT), ==, SL_PROJECT_PHASE);
  g_assert_cmpint (sl_kind_state (SL_KIND_PERSON), ==, -1);
  for (guint k = 0; k < sl_kind_count (); k++)
    if (sl_kind_state ((int) k) >= 0)
      g_assert_cmpint (sl_kind_get ((int) k)->fields[sl_kind_state ((int) k)].type, ==, SL_TYPE_ENUM);
}

#define ADD(name, func) g_test_add ("/person-status/" name, SlFixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("standing", test_standing);
  ADD ("coming", test_coming);
  ADD ("drafts", test_drafts);
  ADD ("successors", test_successors);
  ADD ("due", test_due);
  ADD ("states", test_states);
  return g_test_run ();
}
