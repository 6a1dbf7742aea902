/* Who answers for what, what is alive, and which gate is ahead.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "insight/sl-gate-status.h"
#include "insight/sl-ownership.h"
#include "support/sl-fixture.h"

#define DATE(iso) SL_VALUE_DATE (sl_date_from_iso (iso))

typedef struct
{
  SlFixture base;
  SlUid dee; /* owns nothing yet */
} Owners;

static void
set_up (Owners *f, gconstpointer unused)
{
  sl_fixture_init (&f->base);
  f->dee = sl_fixture_add_person (&f->base, "Dee", "2025-01-06", NULL, FALSE);
}

static void
tear_down (Owners *f, gconstpointer unused)
{
  sl_fixture_clear (&f->base);
}

static gboolean
live (Owners *f, SlUid uid)
{
  SlView view = sl_fixture_view (&f->base);

  return sl_record_is_live (&view, sl_data_lookup (view.data, uid));
}

/* "A-01.owner PRJ-001.sro": what Dee owns, in order. */
static char *
owned (Owners *f)
{
  SlView view = sl_fixture_view (&f->base);
  g_autoptr (GArray) list = sl_ownership_of (&view, f->dee);
  GString *s = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const SlOwned *item = &g_array_index (list, SlOwned, i);

      g_string_append_printf (s, "%s%s.%s", i > 0 ? " " : "", sl_record_code (sl_data_lookup (view.data, item->uid)),
                              sl_kind_get (item->kind)->fields[item->field].name);
    }
  return g_string_free (s, FALSE);
}

static void
assert_owned (Owners *f, const char *expected)
{
  g_autofree char *list = owned (f);

  g_assert_cmpstr (list, ==, expected);
}

/* A record of @kind with Dee in its first field for owners. */
static SlUid
add (Owners *f, int kind)
{
  const SlKind *k = sl_kind_get (kind);
  SlRecordEdit edit;
  guint field = 0;

  while (!(k->fields[field].flags & SL_FIELD_OWNER))
    field++;
  sl_fixture_edit (&f->base, kind, &edit);
  edit.values[field] = SL_VALUE_REF (f->dee);
  return sl_fixture_load (&f->base, &edit);
}

/* --- What a person owns ------------------------------------------------------------------------------------------- */

/* Every field for owners is found, whatever its kind; a record once for each. */
static void
test_every_kind (Owners *f, gconstpointer unused)
{
  SlView view = sl_fixture_view (&f->base);
  g_autoptr (GArray) list = NULL;
  guint n = 0;

  for (guint k = 0; k < sl_kind_count (); k++)
    for (guint i = 0; i < sl_kind_get ((int) k)->n_fields; i++)
      if (sl_kind_get ((int) k)->fields[i].flags & SL_FIELD_OWNER)
        {
          SlRecordEdit edit;

          sl_fixture_edit (&f->base, (int) k, &edit);
          edit.values[i] = SL_VALUE_REF (f->dee);
          if (k == SL_KIND_GATE)
            edit.values[SL_GATE_PROJECT] = SL_VALUE_REF (f->base.project);
          sl_fixture_load (&f->base, &edit);
          g_assert_true (sl_kind_has_owner ((int) k));
          n++;
        }
  list = sl_ownership_of (&view, f->dee);
  g_assert_cmpuint (list->len, ==, n);
  g_assert_false (sl_kind_has_owner (SL_KIND_PERSON));
}

static void
test_order (Owners *f, gconstpointer unused)
{
  SlUid risk, action;

  assert_owned (f, "");
  action = add (f, SL_KIND_ACTION);
  risk = add (f, SL_KIND_RISK);
  sl_fixture_change (&f->base, f->base.project, SL_PROJECT_MANAGER, SL_VALUE_REF (f->dee));
  sl_fixture_change (&f->base, f->base.project, SL_PROJECT_SRO, SL_VALUE_REF (f->dee));
  assert_owned (f, "PRJ-001.sro PRJ-001.manager R-001.owner A-01.owner");
  sl_fixture_change (&f->base, action, SL_ACTION_STATE, SL_VALUE_ENUM (SL_ACTION_STATE_VERIFIED));
  sl_fixture_change (&f->base, risk, SL_RISK_OWNER, SL_VALUE_REF (f->base.bob));
  assert_owned (f, "PRJ-001.sro PRJ-001.manager");
}

/* --- What is alive ------------------------------------------------------------------------------------------------ */

/* @states: a letter for each, 'x' where it is alive. */
static void
assert_states (Owners *f, SlUid uid, guint field, const char *states)
{
  for (int state = 1; states[state - 1] != '\0'; state++)
    {
      sl_fixture_change (&f->base, uid, field, SL_VALUE_ENUM (state));
      g_test_message ("state %d", state);
      g_assert_cmpint (live (f, uid), ==, states[state - 1] == 'x');
    }
  sl_fixture_change (&f->base, uid, field, SL_VALUE_ENUM (1));
}

static void
test_states (Owners *f, gconstpointer unused)
{
  SlUid risk = sl_fixture_add_risk (&f->base, SL_RISK_STATE_OPEN);

  assert_states (f, risk, SL_RISK_STATE, "xxxxx.");
  assert_states (f, add (f, SL_KIND_ACTION), SL_ACTION_STATE, "xxx...");
  assert_states (f, add (f, SL_KIND_ISSUE), SL_ISSUE_STATE, "xx..");
  assert_states (f, sl_fixture_escalate (&f->base, risk, SL_ESCALATION_STATE_RAISED, NULL, NULL), SL_ESCALATION_STATE, "xx...");
  assert_states (f, sl_fixture_add_node (&f->base, SL_NODE_TYPE_ENABLER), SL_MAP_NODE_STATUS, "xxxxx.");
  assert_states (f, add (f, SL_KIND_BENEFIT), SL_BENEFIT_STATE, "xxxxxx..");
  assert_states (f, add (f, SL_KIND_REALISATION_STEP), SL_REALISATION_STEP_STATE, "xx..");
  assert_states (f, add (f, SL_KIND_CONDITION), SL_CONDITION_STATE, "x...");
  assert_states (f, f->base.project, SL_PROJECT_PHASE, "xxxxxxx..");
  assert_states (f, f->base.project, SL_PROJECT_STATUS, "xxx.");
}

/* What hangs on a dropped node ends with it, as far as it ends at all. */
static void
test_dropped (Owners *f, gconstpointer unused)
{
  SlUid node = sl_fixture_add_node (&f->base, SL_NODE_TYPE_END_OUTCOME);
  SlUid benefit = add (f, SL_KIND_BENEFIT), measure = add (f, SL_KIND_MEASURE), step = add (f, SL_KIND_REALISATION_STEP);

  sl_fixture_change (&f->base, benefit, SL_BENEFIT_NODE, SL_VALUE_REF (node));
  sl_fixture_change (&f->base, measure, SL_MEASURE_NODE, SL_VALUE_REF (node));
  sl_fixture_change (&f->base, step, SL_REALISATION_STEP_BENEFIT, SL_VALUE_REF (benefit));
  g_assert_true (live (f, benefit) && live (f, measure) && live (f, step));
  sl_fixture_change (&f->base, node, SL_MAP_NODE_STATUS, SL_VALUE_ENUM (SL_NODE_STATUS_DROPPED));
  g_assert_false (live (f, benefit) || live (f, measure) || live (f, step));
}

/* A measure ends with the last benefit it serves; one that serves none goes on. */
static void
test_measures (Owners *f, gconstpointer unused)
{
  SlUid measure = add (f, SL_KIND_MEASURE), first = add (f, SL_KIND_BENEFIT), second = add (f, SL_KIND_BENEFIT);
  SlRecordEdit edit;

  g_assert_true (live (f, measure));
  sl_fixture_change (&f->base, first, SL_BENEFIT_PRIMARY_MEASURE, SL_VALUE_REF (measure));
  sl_fixture_edit (&f->base, SL_KIND_BENEFIT_MEASURE, &edit);
  edit.values[SL_BENEFIT_MEASURE_BENEFIT] = SL_VALUE_REF (second);
  edit.values[SL_BENEFIT_MEASURE_MEASURE] = SL_VALUE_REF (measure);
  sl_fixture_load (&f->base, &edit);
  sl_fixture_change (&f->base, first, SL_BENEFIT_STATE, SL_VALUE_ENUM (SL_BENEFIT_STATE_WITHDRAWN));
  g_assert_true (live (f, measure));
  sl_fixture_change (&f->base, second, SL_BENEFIT_STATE, SL_VALUE_ENUM (SL_BENEFIT_STATE_CLOSED));
  g_assert_false (live (f, measure));
}

static void
test_days (Owners *f, gconstpointer unused)
{
  SlUid event = add (f, SL_KIND_ENGAGEMENT);

  g_assert_true (live (f, event));
  sl_fixture_change (&f->base, event, SL_ENGAGEMENT_DATE, DATE ("2026-07-31"));
  g_assert_true (live (f, event));
  sl_fixture_change (&f->base, event, SL_ENGAGEMENT_DATE, DATE ("2026-07-30"));
  g_assert_false (live (f, event));
  sl_fixture_change (&f->base, f->dee, SL_PERSON_ACTIVE_TO, DATE ("2026-07-31"));
  g_assert_true (live (f, f->dee));
  sl_fixture_change (&f->base, f->dee, SL_PERSON_ACTIVE_TO, DATE ("2026-07-30"));
  g_assert_false (live (f, f->dee));
  g_assert_true (live (f, f->base.council));
}

/* --- Gates -------------------------------------------------------------------------------------------------------- */

static SlUid
ahead (Owners *f, const char *day)
{
  SlView view = sl_fixture_view_on (&f->base, day);
  const SlGate *gate = sl_gate_current (&view, f->base.project);

  return gate != NULL ? gate->record.uid : SL_UID_NONE;
}

static void
test_gates (Owners *f, gconstpointer unused)
{
  SlUid third = sl_fixture_add_gate (&f->base, f->base.project, 3, 0);
  SlUid first = sl_fixture_add_gate (&f->base, f->base.project, 1, SL_DECISION_PROCEED);
  SlUid second = sl_fixture_add_gate (&f->base, f->base.project, 2, SL_DECISION_REPEAT);
  SlUid again;

  g_assert_cmpint (ahead (f, "2026-07-31"), ==, second);
  g_assert_cmpint (ahead (f, "2026-03-15"), ==, first); /* decided on 16 March */
  g_assert_false (live (f, first));
  g_assert_true (live (f, second));
  /* Of two gates of one number the one with the earlier baseline; without one it comes last. */
  again = sl_fixture_add_gate (&f->base, f->base.project, 2, 0);
  g_assert_cmpint (ahead (f, "2026-07-31"), ==, second);
  sl_fixture_change (&f->base, again, SL_GATE_BASELINE_DATE, DATE ("2026-12-31"));
  g_assert_cmpint (ahead (f, "2026-07-31"), ==, again);
  sl_fixture_change (&f->base, second, SL_GATE_BASELINE_DATE, DATE ("2026-12-30"));
  g_assert_cmpint (ahead (f, "2026-07-31"), ==, second);
  sl_fixture_change (&f->base, f->base.project, SL_PROJECT_PHASE, SL_VALUE_ENUM (SL_PHASE_RETIRED));
  g_assert_cmpint (ahead (f, "2026-07-31"), ==, SL_UID_NONE);
  g_assert_false (live (f, third));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/ownership/" name, Owners, NULL, set_up, func, tear_down)
  ADD ("every-kind", test_every_kind);
  ADD ("order", test_order);
  ADD ("states", test_states);
  ADD ("dropped", test_dropped);
  ADD ("measures", test_measures);
  ADD ("days", test_days);
  ADD ("gates", test_gates);
  return g_test_run ();
}
