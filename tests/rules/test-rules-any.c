/* Rules read from the field tables: rows that are only ever added, emptiness, owner gaps, what may be deleted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rules-fixture.h"

#include <string.h>

#define TWO_DAYS (G_GINT64_CONSTANT (2) * 86400 * 1000 << 22)

/* A record of @kind under @parent, with a title where it has one. */
static SlUid
add (Rules *f, int kind, guint parent_field, SlUid parent)
{
  const SlKind *k = sl_kind_get (kind);
  SlRecordEdit edit;

  sl_fixture_edit (&f->base, kind, &edit);
  if (k->title >= 0)
    edit.values[k->title] = SL_VALUE_TEXT ("Something");
  edit.values[parent_field] = SL_VALUE_REF (parent);
  return sl_fixture_load (&f->base, &edit);
}

/* Every act in turn forgets the one before. */
static void
expect_deletion (Rules *f, SlUid uid, const char *expected)
{
  rules_delete (f, uid);
  rules_expect (f, expected);
}

/* --- Append-only -------------------------------------------------------------------------------------------------- */

/* Whether rule 2.1 refuses that @uid goes. */
static gboolean
kept (Rules *f, SlUid uid)
{
  g_autoptr (GPtrArray) findings = sl_findings_new ();
  SlView before = sl_fixture_view (&f->base), after = before;
  guint n = 0;

  rules_begin (f, SL_VERB_DELETE);
  rules_delete (f, uid);
  after.data = sl_tx_data (f->tx);
  sl_rules_check_tx (f->tx, &before, &after, &f->act, findings);
  for (guint i = 0; i < findings->len; i++)
    n += strcmp (((SlFinding *) findings->pdata[i])->rule, "2.1") == 0;
  return n > 0;
}

/* A row of @kind that stands alone: what it belongs to plays no part here. */
static SlUid
load_row (Rules *f, const SlKind *kind, SlDate day, SlUid author, gint64 age)
{
  SlRecordEdit edit;

  sl_record_edit_bare (&edit, kind, sl_uid_new () - age);
  if (kind->date >= 0)
    edit.values[kind->date] = SL_VALUE_DATE (day);
  if (kind->author >= 0)
    edit.values[kind->author] = SL_VALUE_REF (author);
  return sl_fixture_load (&f->base, &edit);
}

/* Every kind that says so, without a line about it here: kept but for its author on its day; sealed ones always. */
static void
test_append_only (Rules *f, gconstpointer unused)
{
  guint n = 0;

  for (guint k = 0; k < sl_kind_count (); k++)
    {
      const SlKind *kind = sl_kind_get ((int) k);
      gboolean final = (kind->flags & SL_KIND_FINAL) != 0;

      if (!(kind->flags & SL_KIND_APPEND_ONLY))
        continue;
      g_test_message ("%s", kind->token);
      n++;
      g_assert_true (kept (f, load_row (f, kind, f->act.day - 1, f->base.bob, TWO_DAYS)));
      g_assert_cmpint (kept (f, load_row (f, kind, f->act.day, f->base.bob, 0)), ==, final);
      if (kind->author >= 0)
        g_assert_true (kept (f, load_row (f, kind, f->act.day, f->base.ada, 0)));
    }
  g_assert_cmpuint (n, >, 10);
}

/* --- 2.2: emptiness ----------------------------------------------------------------------------------------------- */

static gboolean
says_empty (Rules *f, const char *code)
{
  g_autoptr (GPtrArray) findings = sl_findings_new ();
  SlView view = sl_fixture_view (&f->base);

  sl_rules_check_all (&view, findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const SlFinding *finding = findings->pdata[i];

      if (strcmp (finding->rule, "2.2") == 0 && strcmp (finding->code, code) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Identified benefits and what belongs to them may be empty, and later not. */
static void
test_benefit_empty (Rules *f, gconstpointer unused)
{
  SlUid benefit = add (f, SL_KIND_BENEFIT, SL_BENEFIT_NODE, SL_UID_NONE);

  sl_fixture_change (&f->base, benefit, SL_BENEFIT_NODE, SL_VALUE_NULL (SL_TYPE_REF));
  add (f, SL_KIND_REALISATION_STEP, SL_REALISATION_STEP_BENEFIT, benefit);
  g_assert_false (says_empty (f, "BEN-1"));
  g_assert_false (says_empty (f, "STEP-1"));
  sl_fixture_change (&f->base, benefit, SL_BENEFIT_STATE, SL_VALUE_ENUM (SL_BENEFIT_STATE_PROFILED));
  g_assert_true (says_empty (f, "BEN-1"));
  g_assert_true (says_empty (f, "STEP-1"));
}

/* Gates of a project that has not started; nodes and links of the map at any time. */
static void
test_others_empty (Rules *f, gconstpointer unused)
{
  SlUid node = sl_fixture_add_node (&f->base, SL_NODE_TYPE_ENABLER), other = sl_fixture_add_node (&f->base, SL_NODE_TYPE_ENABLER);

  sl_fixture_add_gate (&f->base, f->base.project, 1, 0);
  sl_fixture_change (&f->base, node, SL_MAP_NODE_STATUS, SL_VALUE_ENUM (SL_NODE_STATUS_DELIVERED));
  sl_fixture_link (&f->base, node, other, SL_LINK_WEIGHT_ESSENTIAL, 1);
  g_assert_false (says_empty (f, "G1"));
  g_assert_false (says_empty (f, "N1"));
  sl_fixture_change (&f->base, f->base.project, SL_PROJECT_PHASE, SL_VALUE_ENUM (SL_PHASE_ALPHA));
  g_assert_true (says_empty (f, "G1"));
  sl_fixture_escalate (&f->base, f->risk, SL_ESCALATION_STATE_RAISED, "2026-07-01", NULL);
  g_assert_true (says_empty (f, "ESC-1"));
}

/* A probability without an impact is a draft of an assessment; half of anything else is not. */
static void
test_assessment_empty (Rules *f, gconstpointer unused)
{
  SlUid draft = sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_TARGET, "2026-07-02", 2, 0);

  sl_fixture_change (&f->base, draft, SL_RISK_ASSESSMENT_BY, SL_VALUE_NULL (SL_TYPE_REF));
  rules_expect_all (f, "W 2.2 R-001: an assessment has no impact in any dimension\n");
  sl_fixture_change (&f->base, draft, SL_RISK_ASSESSMENT_IMPACT_COST, SL_VALUE_INT (2));
  rules_expect_all (f, "W 2.2 R-001: “By” is empty\n");
}

/* The first version of the settings came with the file; every later one is somebody's. */
static void
test_settings_empty (Rules *f, gconstpointer unused)
{
  g_assert_false (says_empty (f, "Settings"));
  sl_fixture_change (&f->base, f->base.settings, SL_SETTINGS_VERSION, SL_VALUE_INT (2));
  g_assert_true (says_empty (f, "Settings"));
}

/* --- INV-2 -------------------------------------------------------------------------------------------------------- */

#define GONE "owner gap: Gone is not active on 2026-07-31; name someone who is\n"

/* Whoever is named in any field for owners and has left, as long as the record waits for somebody. */
static void
test_owner_gaps (Rules *f, gconstpointer unused)
{
  SlUid gone = sl_fixture_add_person (&f->base, "Gone", "2025-01-06", "2026-07-30", FALSE);
  SlUid action = sl_fixture_add_action (&f->base, f->risk, SL_ACTION_STATE_IN_PROGRESS, "2026-09-01");
  SlUid issue = sl_fixture_add_issue (&f->base, 2), node = sl_fixture_add_node (&f->base, SL_NODE_TYPE_STRATEGIC_PURPOSE);

  sl_fixture_change (&f->base, f->risk, SL_RISK_OWNER, SL_VALUE_REF (gone));
  sl_fixture_change (&f->base, action, SL_ACTION_OWNER, SL_VALUE_REF (gone));
  sl_fixture_change (&f->base, issue, SL_ISSUE_OWNER, SL_VALUE_REF (gone));
  sl_fixture_change (&f->base, node, SL_MAP_NODE_OWNER, SL_VALUE_REF (gone));
  sl_fixture_change (&f->base, f->base.project, SL_PROJECT_SRO, SL_VALUE_REF (gone));
  sl_fixture_change (&f->base, f->base.project, SL_PROJECT_MANAGER, SL_VALUE_REF (gone));
  rules_expect_all (f, "W INV-2 PRJ-001: " GONE "W INV-2 PRJ-001: " GONE "W INV-2 SP1: " GONE "E INV-2 R-001: " GONE
                       "W INV-2 ISS-001: " GONE "W INV-2 A-01: " GONE);
  sl_fixture_change (&f->base, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_CLOSED));
  sl_fixture_change (&f->base, f->risk, SL_RISK_CLOSE_REASON, SL_VALUE_ENUM (SL_CLOSE_REASON_AVOIDED));
  sl_fixture_change (&f->base, action, SL_ACTION_STATE, SL_VALUE_ENUM (SL_ACTION_STATE_CANCELLED));
  sl_fixture_change (&f->base, issue, SL_ISSUE_STATE, SL_VALUE_ENUM (SL_ISSUE_STATE_RESOLVED));
  sl_fixture_change (&f->base, node, SL_MAP_NODE_STATUS, SL_VALUE_ENUM (SL_NODE_STATUS_DROPPED));
  sl_fixture_change (&f->base, f->base.project, SL_PROJECT_STATUS, SL_VALUE_ENUM (SL_PROJECT_STATUS_CLOSED));
  rules_expect_all (f, "");
}

/* Nobody is handed a risk who has left; but what was taken away from somebody gone is given back by undo, a gap again. */
static void
test_gap_given_back (Rules *f, gconstpointer unused)
{
  SlUid gone = sl_fixture_add_person (&f->base, "Gone", "2025-01-06", "2026-07-30", FALSE);

  f->act.reason_given = TRUE;
  rules_begin (f, SL_VERB_EDIT);
  rules_set (f, f->risk, SL_RISK_OWNER, SL_VALUE_REF (gone));
  rules_expect (f, "E INV-2 R-001: " GONE "R 2.9 R-001: its owner changes\n");
  rules_begin (f, SL_VERB_REDO);
  rules_set (f, f->risk, SL_RISK_OWNER, SL_VALUE_REF (gone));
  rules_expect (f, "E INV-2 R-001: " GONE);
  rules_begin (f, SL_VERB_UNDO);
  rules_set (f, f->risk, SL_RISK_OWNER, SL_VALUE_REF (gone));
  rules_expect (f, "");
  /* Reopening is no giving back. */
  sl_fixture_change (&f->base, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_CLOSED));
  rules_begin (f, SL_VERB_UNDO);
  rules_set (f, f->risk, SL_RISK_OWNER, SL_VALUE_REF (gone));
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_OPEN));
  rules_expect (f, "E INV-2 R-001: " GONE);
}

/* --- 2.1: deleting ------------------------------------------------------------------------------------------------ */

static void
test_deleting_benefits (Rules *f, gconstpointer unused)
{
  SlUid benefit = add (f, SL_KIND_BENEFIT, SL_BENEFIT_NODE, SL_UID_NONE);
  SlUid step;

  sl_fixture_change (&f->base, benefit, SL_BENEFIT_NODE, SL_VALUE_NULL (SL_TYPE_REF));
  step = add (f, SL_KIND_REALISATION_STEP, SL_REALISATION_STEP_BENEFIT, benefit);
  expect_deletion (f, step, "");
  expect_deletion (f, benefit, "");
  sl_fixture_change (&f->base, benefit, SL_BENEFIT_STATE, SL_VALUE_ENUM (SL_BENEFIT_STATE_PROFILED));
  expect_deletion (f, step, "E 2.1 STEP-1: a step of a benefit beyond identified is not deleted; cancel it instead\n");
  expect_deletion (f, benefit, "E 2.1 BEN-1: only identified benefits can be deleted; withdraw it instead\n");
}

static void
test_deleting_projects (Rules *f, gconstpointer unused)
{
  SlRecordEdit edit;
  SlUid project;

  sl_fixture_edit (&f->base, SL_KIND_PROJECT, &edit);
  edit.values[SL_PROJECT_NAME] = SL_VALUE_TEXT ("Second");
  project = sl_fixture_load (&f->base, &edit);
  sl_fixture_add_gate (&f->base, project, 1, 0);
  expect_deletion (f, project, "");
  sl_fixture_change (&f->base, project, SL_PROJECT_PHASE, SL_VALUE_ENUM (SL_PHASE_DISCOVERY));
  expect_deletion (f, project, "E 2.1 PRJ-002: only projects that have not started can be deleted; stop it instead\n");
}

static gboolean
take_review (const SlRecord *record, gpointer data)
{
  *(SlUid *) data = record->uid;
  return FALSE;
}

/* Undecided ones come and go; a decision, its gate and its conditions stay. */
static void
test_deleting_gates (Rules *f, gconstpointer unused)
{
  SlUid ahead = sl_fixture_add_gate (&f->base, f->base.project, 2, 0);
  SlUid passed = sl_fixture_add_gate (&f->base, f->base.project, 1, SL_DECISION_PROCEED_WITH_CONDITIONS);
  SlUid review = SL_UID_NONE, condition;

  sl_data_children (sl_fixture_data (&f->base), SL_KIND_GATE_REVIEW, SL_GATE_REVIEW_GATE, passed, take_review, &review);
  condition = add (f, SL_KIND_CONDITION, SL_CONDITION_REVIEW, review);
  sl_fixture_change (&f->base, condition, SL_CONDITION_TEXT, SL_VALUE_TEXT ("Price the exit"));
  expect_deletion (f, ahead, "");
  expect_deletion (f, condition, "E 2.1 CON-1: a condition of a decision is not deleted; waive it instead\n");
  expect_deletion (f, review, "E 2.1 GR-1: a decision stays\n");
  expect_deletion (f, passed, "E 2.1 G1: a gate that was decided stays\n");
  sl_fixture_change (&f->base, review, SL_GATE_REVIEW_STATE, SL_VALUE_ENUM (SL_GATE_REVIEW_STATE_OPEN));
  expect_deletion (f, condition, "");
  expect_deletion (f, passed, "");
}

/* An approved plan, and figures that were reported, do not vanish with their measure. */
static void
test_deleting_measures (Rules *f, gconstpointer unused)
{
  SlRecordEdit edit;
  SlUid measure, version, point;

  sl_fixture_edit (&f->base, SL_KIND_MEASURE, &edit);
  edit.values[SL_MEASURE_CODE] = SL_VALUE_TEXT ("M-1");
  edit.values[SL_MEASURE_NAME] = SL_VALUE_TEXT ("Hours");
  measure = sl_fixture_load (&f->base, &edit);
  sl_fixture_edit (&f->base, SL_KIND_TRAJECTORY_VERSION, &edit);
  edit.values[SL_TRAJECTORY_VERSION_MEASURE] = SL_VALUE_REF (measure);
  edit.values[SL_TRAJECTORY_VERSION_VERSION] = SL_VALUE_INT (1);
  version = sl_fixture_load (&f->base, &edit);
  sl_fixture_edit (&f->base, SL_KIND_TRAJECTORY_POINT, &edit);
  edit.values[SL_TRAJECTORY_POINT_VERSION] = SL_VALUE_REF (version);
  edit.values[SL_TRAJECTORY_POINT_PERIOD_END] = DATE ("2026-09-30");
  point = sl_fixture_load (&f->base, &edit);
  expect_deletion (f, point, "");
  expect_deletion (f, measure, "");
  sl_fixture_change (&f->base, version, SL_TRAJECTORY_VERSION_DATE, DATE ("2026-07-01"));
  expect_deletion (f, point, "E 2.1 Trajectory point: an approved plan stays; make a new version\n");
  expect_deletion (f, measure, "E 2.1 M-1: an approved plan stays; make a new version\n");
  sl_fixture_change (&f->base, version, SL_TRAJECTORY_VERSION_DATE, SL_VALUE_NULL (SL_TYPE_DATE));
  add (f, SL_KIND_ACTUAL, SL_ACTUAL_MEASURE, measure);
  expect_deletion (f, measure, "E 2.1 M-1: what was recorded with it stays, so it is not deleted\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  RULES_TEST ("/rules/any/append-only", test_append_only);
  RULES_TEST ("/rules/any/benefit-empty", test_benefit_empty);
  RULES_TEST ("/rules/any/others-empty", test_others_empty);
  RULES_TEST ("/rules/any/assessment-empty", test_assessment_empty);
  RULES_TEST ("/rules/any/settings-empty", test_settings_empty);
  RULES_TEST ("/rules/any/owner-gaps", test_owner_gaps);
  RULES_TEST ("/rules/any/gap-given-back", test_gap_given_back);
  RULES_TEST ("/rules/any/deleting-benefits", test_deleting_benefits);
  RULES_TEST ("/rules/any/deleting-projects", test_deleting_projects);
  RULES_TEST ("/rules/any/deleting-gates", test_deleting_gates);
  RULES_TEST ("/rules/any/deleting-measures", test_deleting_measures);
  return g_test_run ();
}
