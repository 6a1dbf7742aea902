/* The heat map's figures: the sample's table (domain.md 5.3) is the oracle; what is left out, on a small programme.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sl-seed.h"
#include "insight/sl-heat.h"
#include "store/sl-place.h"
#include "support/sl-fixture.h"

#define CURRENT SL_ASSESSMENT_TYPE_CURRENT

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

/* "44: R-001 R-005; ..." from the highest cell to the lowest. */
static char *
told (SlWorkspace *ws, const SlHeat *heat)
{
  GString *s = g_string_new (NULL);

  for (int p = SL_HEAT_STEPS; p >= 1; p--)
    for (int i = SL_HEAT_STEPS; i >= 1; i--)
      {
        guint n;
        const SlUid *uids = sl_heat_uids (heat, p, i, &n);

        if (n == 0)
          continue;
        g_string_append_printf (s, "%s%d%d:", s->len > 0 ? "; " : "", p, i);
        for (guint k = 0; k < n; k++)
          g_string_append_printf (s, " %s", sl_record_code (sl_data_lookup (sl_workspace_data (ws), uids[k])));
      }
  return g_string_free (s, FALSE);
}

static void
test_now (void)
{
  g_autoptr (SlWorkspace) ws = open_sample ();
  SlView view = sl_workspace_view (ws);
  g_autoptr (SlHeat) heat = sl_heat_new (&view, SL_RISK_KIND_THREAT, SL_HEAT_NOW, SL_CONFIDENTIALITY_RESTRICTED, NULL, NULL);
  g_autofree char *text = told (ws, heat);
  const SlHeatTotals *totals = sl_heat_totals (heat);

  g_assert_cmpstr (text, ==,
                   "44: R-001 R-005; 42: R-010; 34: R-007; 33: R-009 R-002 R-006; 25: R-003; 24: R-012; 22: R-004; 13: R-011");
  g_assert_cmpuint (totals->n_open, ==, 11);
  g_assert_cmpuint (totals->n_shown, ==, 11);
  g_assert_cmpuint (totals->n_new, ==, 2);
  g_assert_null (sl_heat_dup_left_out (heat, FALSE));
  g_assert_cmpint (sl_heat_cell (heat, 4, 4)->exposure, ==, 8125000);
  g_assert_cmpint (sl_heat_cell (heat, 3, 3)->exposure, ==, 4400000);
  g_assert_cmpuint (sl_heat_cell (heat, 4, 4)->n_breach, ==, 2);
  g_assert_cmpuint (sl_heat_cell (heat, 3, 4)->n_breach, ==, 1);
  g_assert_cmpuint (sl_heat_cell (heat, 2, 5)->n_breach, ==, 1);
  g_assert_cmpuint (sl_heat_cell (heat, 3, 3)->n_breach, ==, 0);
  g_assert_cmpint (sl_heat_appetite (heat)->level, ==, SL_APPETITE_LEVEL_CAUTIOUS);
  g_assert_cmpint (sl_heat_appetite (heat)->want, ==, 6);
  g_assert_cmpint (sl_heat_appetite (heat)->tolerate, ==, 10);
  g_assert_cmpuint (sl_heat_appetite (heat)->n_risks, ==, 5);
}

/* The column “previous” of the table, where it differs. */
static void
test_ways (void)
{
  static const int expected[][4] = { { 2, 3, 1, 3 }, { 2, 4, 3, 4 }, { 3, 2, 2, 2 }, { 3, 4, 4, 4 }, { 3, 5, 2, 5 } };
  g_autoptr (SlWorkspace) ws = open_sample ();
  SlView view = sl_workspace_view (ws);
  g_autoptr (SlHeat) heat = sl_heat_new (&view, SL_RISK_KIND_THREAT, SL_HEAT_NOW, SL_CONFIDENTIALITY_RESTRICTED, NULL, NULL);
  guint n;
  const SlHeatWay *ways = sl_heat_ways (heat, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (guint k = 0; k < n; k++)
    {
      g_assert_cmpuint (ways[k].count, ==, 1);
      g_assert_cmpint (ways[k].from_probability, ==, expected[k][0]);
      g_assert_cmpint (ways[k].from_impact, ==, expected[k][1]);
      g_assert_cmpint (ways[k].to_probability, ==, expected[k][2]);
      g_assert_cmpint (ways[k].to_impact, ==, expected[k][3]);
    }
}

static void
test_after (void)
{
  g_autoptr (SlWorkspace) ws = open_sample ();
  SlView view = sl_workspace_view (ws);
  g_autoptr (SlHeat) heat = sl_heat_new (&view, SL_RISK_KIND_THREAT, SL_HEAT_AFTER, SL_CONFIDENTIALITY_RESTRICTED, NULL, NULL);
  g_autofree char *text = told (ws, heat), *left_out = sl_heat_dup_left_out (heat, FALSE);
  guint n;

  g_assert_cmpstr (text, ==, "34: R-007; 32: R-010; 24: R-001; 23: R-009 R-002 R-006; 15: R-003; 13: R-011; 12: R-004");
  g_assert_cmpuint (sl_heat_totals (heat)->n_unassessed, ==, 2);
  g_assert_cmpstr (left_out, ==, "Not on the map: 2 without a target rating.");
  sl_heat_ways (heat, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* The opportunity has a matrix of its own, without limits. */
static void
test_opportunities (void)
{
  g_autoptr (SlWorkspace) ws = open_sample ();
  SlView view = sl_workspace_view (ws);
  g_autoptr (SlHeat) heat = sl_heat_new (&view, SL_RISK_KIND_OPPORTUNITY, SL_HEAT_NOW, SL_CONFIDENTIALITY_RESTRICTED, NULL, NULL);
  g_autofree char *text = told (ws, heat);
  guint n;
  const SlHeatWay *ways = sl_heat_ways (heat, &n);

  g_assert_cmpstr (text, ==, "33: R-014");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (ways[0].from_probability, ==, 2);
  g_assert_cmpint (sl_heat_appetite (heat)->level, ==, 0);
}

static gboolean
is_owned (const SlRisk *risk, gpointer owner)
{
  return risk->owner == *(SlUid *) owner;
}

/* Whatever is open is either shown or counted with its reason. */
static void
test_left_out (void)
{
  SlFixture f;
  SlView view;
  SlUid shown, restricted, other;
  g_autoptr (SlHeat) heat = NULL, all = NULL;
  g_autofree char *text = NULL;
  const SlHeatTotals *totals;

  sl_fixture_init (&f);
  shown = sl_fixture_add_risk (&f, SL_RISK_STATE_OPEN);
  sl_fixture_assess (&f, shown, CURRENT, "2026-07-01", 3, 3);
  restricted = sl_fixture_add_risk (&f, SL_RISK_STATE_OPEN);
  sl_fixture_assess (&f, restricted, CURRENT, "2026-07-01", 5, 5);
  sl_fixture_change (&f, restricted, SL_RISK_CONFIDENTIALITY, SL_VALUE_ENUM (SL_CONFIDENTIALITY_RESTRICTED));
  other = sl_fixture_add_risk (&f, SL_RISK_STATE_OPEN);
  sl_fixture_change (&f, other, SL_RISK_OWNER, SL_VALUE_REF (f.bob));
  sl_fixture_assess (&f, sl_fixture_add_risk (&f, SL_RISK_STATE_OPEN), CURRENT, "2026-07-01", 3, 0);
  sl_fixture_add_risk (&f, SL_RISK_STATE_CLOSED);
  view = sl_fixture_view (&f);
  heat = sl_heat_new (&view, SL_RISK_KIND_THREAT, SL_HEAT_NOW, SL_CONFIDENTIALITY_BOARD, is_owned, &f.ada);
  totals = sl_heat_totals (heat);
  g_assert_cmpuint (totals->n_open, ==, 4);
  g_assert_cmpuint (totals->n_shown, ==, 1);
  g_assert_cmpuint (totals->n_filtered, ==, 1);
  g_assert_cmpuint (totals->n_restricted, ==, 1);
  g_assert_cmpuint (totals->n_unassessed, ==, 1);
  g_assert_cmpuint (sl_heat_cell (heat, 5, 5)->count, ==, 0);
  text = sl_heat_dup_left_out (heat, FALSE);
  g_assert_cmpstr (text, ==, "Not on the map: 1 not assessed, 1 restricted, 1 filtered out.");
  all = sl_heat_new (&view, SL_RISK_KIND_THREAT, SL_HEAT_NOW, SL_CONFIDENTIALITY_RESTRICTED, NULL, NULL);
  g_assert_cmpuint (sl_heat_cell (all, 5, 5)->count, ==, 1);
  g_assert_cmpuint (sl_heat_totals (all)->n_restricted, ==, 0);
  sl_fixture_clear (&f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/heat/now", test_now);
  g_test_add_func ("/insight/heat/ways", test_ways);
  g_test_add_func ("/insight/heat/after", test_after);
  g_test_add_func ("/insight/heat/opportunities", test_opportunities);
  g_test_add_func ("/insight/heat/left-out", test_left_out);
  return g_test_run ();
}
