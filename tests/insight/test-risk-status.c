/* The edges of the formulas, on top of a new programme.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sl-seed.h"
#include "store/sl-place.h"

#define DAY(iso) sl_date_from_iso (iso)

typedef struct
{
  SlProgramme *programme;
  const SlSettings *settings;
  SlUid risk, person, organisation;
} Fixture;

static SlUid
load (Fixture *f, SlRecordEdit *edit)
{
  sl_programme_load (f->programme, sl_record_edit_done (edit));
  return edit->uid;
}

static void
set_up (Fixture *f, gconstpointer unused)
{
  g_autoptr (SlStore) store = sl_memory_store_new ();
  g_autoptr (SlWorkspace) ws = sl_workspace_new (store);
  const SlSeedNew what = { .name = "Test", .person = "Ada", .organisation = "Council" };
  SlRecordEdit edit;

  g_assert_true (sl_workspace_open (ws, NULL, NULL));
  g_assert_true (sl_seed_new (ws, &what, NULL));
  f->programme = sl_programme_new ();
  for (int k = 0; k < SL_N_KINDS; k++)
    for (guint i = 0; i < sl_programme_count (sl_workspace_programme (ws), k); i++)
      sl_programme_load (f->programme, sl_record_ref (sl_programme_nth (sl_workspace_programme (ws), k, i)));
  f->settings = sl_data_settings (sl_programme_data (f->programme));
  f->person = sl_programme_nth (f->programme, SL_KIND_PERSON, 0)->uid;
  f->organisation = sl_programme_nth (f->programme, SL_KIND_ORGANISATION, 0)->uid;
  sl_record_edit_new (&edit, sl_kind_get (SL_KIND_RISK), sl_uid_new ());
  edit.values[SL_RISK_CODE] = SL_VALUE_TEXT ("R-001");
  edit.values[SL_RISK_TITLE] = SL_VALUE_TEXT ("Risk");
  edit.values[SL_RISK_STATE] = SL_VALUE_ENUM (SL_RISK_STATE_OPEN);
  edit.values[SL_RISK_CATEGORY] = SL_VALUE_ENUM (SL_CATEGORY_PEOPLE);
  edit.values[SL_RISK_OWNER] = SL_VALUE_REF (f->person);
  edit.values[SL_RISK_SUFFERER] = SL_VALUE_REF (f->organisation);
  f->risk = load (f, &edit);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  g_assert_finalize_object (f->programme);
}

static void
assess (Fixture *f, const char *day, int probability, int cost, int trust)
{
  SlRecordEdit edit;

  sl_record_edit_new (&edit, sl_kind_get (SL_KIND_RISK_ASSESSMENT), sl_uid_new ());
  edit.values[SL_RISK_ASSESSMENT_RISK] = SL_VALUE_REF (f->risk);
  edit.values[SL_RISK_ASSESSMENT_DATE] = SL_VALUE_DATE (DAY (day));
  if (probability > 0)
    edit.values[SL_RISK_ASSESSMENT_PROBABILITY] = SL_VALUE_INT (probability);
  if (cost > 0)
    edit.values[SL_RISK_ASSESSMENT_IMPACT_COST] = SL_VALUE_INT (cost);
  if (trust > 0)
    edit.values[SL_RISK_ASSESSMENT_IMPACT_TRUST] = SL_VALUE_INT (trust);
  load (f, &edit);
}

static void
change (Fixture *f, guint field, SlValue value)
{
  SlRecordEdit edit;

  sl_record_edit_from (&edit, sl_data_lookup (sl_programme_data (f->programme), f->risk));
  edit.values[field] = value;
  sl_programme_load (f->programme, sl_record_edit_done (&edit));
}

static SlRiskStatus
status_on (Fixture *f, const char *day)
{
  SlView view = { sl_programme_data (f->programme), DAY (day), f->settings };
  SlRiskStatus status;

  sl_risk_status (&view, SL_AS (RISK, sl_data_lookup (view.data, f->risk)), &status);
  return status;
}

/* Empty is never green, zero or safe. */
static void
test_empty (Fixture *f, gconstpointer unused)
{
  SlRiskStatus status = status_on (f, "2026-07-31");

  g_assert_cmpint (status.rag, ==, SL_RAG_NONE);
  g_assert_cmpint (status.appetite, ==, SL_APPETITE_NONE);
  g_assert_cmpint (status.proximity, ==, SL_PROXIMITY_NONE);
  g_assert_cmpint (status.review_due, ==, SL_DATE_NONE);
  assess (f, "2026-07-01", 3, 0, 0); /* a probability alone is no score */
  status = status_on (f, "2026-07-31");
  g_assert_cmpint (status.score, ==, 0);
  g_assert_cmpint (status.rag, ==, SL_RAG_NONE);
}

/* A dated row counts from its day on; of one day the last entered. */
static void
test_dated (Fixture *f, gconstpointer unused)
{
  assess (f, "2026-07-10", 2, 2, 0);
  assess (f, "2026-07-10", 3, 4, 0);
  assess (f, "2026-07-05", 5, 5, 0);
  assess (f, "2026-07-20", 1, 1, 0);
  g_assert_cmpint (status_on (f, "2026-07-04").score, ==, 0);
  g_assert_cmpint (status_on (f, "2026-07-05").score, ==, 25);
  g_assert_cmpint (status_on (f, "2026-07-10").score, ==, 12);
  g_assert_cmpint (status_on (f, "2026-07-19").score, ==, 12);
  g_assert_cmpint (status_on (f, "2026-07-20").score, ==, 1);
}

static void
test_impact (Fixture *f, gconstpointer unused)
{
  assess (f, "2026-07-10", 2, 2, 5);
  g_assert_cmpint (status_on (f, "2026-07-31").impact, ==, 5);
  g_assert_cmpint (status_on (f, "2026-07-31").score, ==, 10);
}

static void
test_grid (Fixture *f, gconstpointer unused)
{
  static const struct
  {
    int p, i;
    SlRag rag;
  } cells[] = { { 1, 1, SL_RAG_GREEN }, { 2, 2, SL_RAG_GREEN }, { 1, 4, SL_RAG_GREEN }, { 1, 5, SL_RAG_AMBER },
                { 5, 1, SL_RAG_AMBER }, { 3, 4, SL_RAG_AMBER }, { 3, 5, SL_RAG_RED },   { 4, 4, SL_RAG_RED },
                { 5, 5, SL_RAG_RED },   { 0, 3, SL_RAG_NONE },  { 3, 0, SL_RAG_NONE },  { 6, 1, SL_RAG_NONE } };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_cmpint (sl_grid_rag (f->settings, cells[i].p, cells[i].i), ==, cells[i].rag);
}

static void
test_grid_validity (Fixture *f, gconstpointer unused)
{
  static const struct
  {
    const char *rows[5];
    gboolean valid;
  } grids[] = {
    { { "GGGGA", "GGAAA", "GAAAR", "GAARR", "AARRR" }, TRUE },
    { { "GGGGA", "GGAAA", "GAAAA", "GAAAA", "AAAAA" }, TRUE },  /* no Red at all is allowed */
    { { "GGGGA", "GGAAA", "GAAAG", "GAARR", "AARRR" }, FALSE }, /* falls as the impact rises */
    { { "GGGGA", "GGAAA", "GAAAR", "GAAAA", "AARRR" }, FALSE }, /* falls as the probability rises */
    { { "GGGGR", "GGAAR", "GAAAR", "GAARR", "AARRR" }, FALSE }, /* Red in the lowest row */
    { { "GGGGA", "GGAAA", "GAAAR", "GAARR", "RRRRR" }, FALSE }, /* Red in the lowest column */
    { { "GGGGA", "GGGGR", "GAAAR", "GAARR", "AARRR" }, FALSE }, /* Red beside Green in its row */
    { { "GGGGG", "GGAAR", "GAAAR", "GAARR", "AARRR" }, FALSE }, /* and in its column */
    { { "GGGGA", "GGGAR", "GAAAR", "GAARR", "AARRR" }, TRUE },  /* corner to corner they share no edge */
  };

  for (guint i = 0; i < G_N_ELEMENTS (grids); i++)
    {
      SlRecordEdit edit;
      g_autoptr (SlRecord) settings = NULL;

      sl_record_edit_from (&edit, &f->settings->record);
      for (guint r = 0; r < 5; r++)
        edit.values[SL_SETTINGS_GRID_1 + r] = SL_VALUE_TEXT (grids[i].rows[r]);
      settings = sl_record_edit_done (&edit);
      g_assert_cmpint (sl_grid_fault (SL_AS (SETTINGS, settings)) == NULL, ==, grids[i].valid);
    }
}

static void
test_proximity (Fixture *f, gconstpointer unused)
{
  static const struct
  {
    int days;
    SlProximity proximity;
  } cases[] = { { -1, SL_PROXIMITY_WINDOW_OPEN }, { 0, SL_PROXIMITY_IMMINENT }, { 30, SL_PROXIMITY_IMMINENT },
                { 31, SL_PROXIMITY_NEAR },        { 90, SL_PROXIMITY_NEAR },    { 91, SL_PROXIMITY_MID },
                { 365, SL_PROXIMITY_MID },        { 366, SL_PROXIMITY_FAR } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      change (f, SL_RISK_EARLIEST_DATE, SL_VALUE_DATE (DAY ("2026-07-31") + cases[i].days));
      g_assert_cmpint (status_on (f, "2026-07-31").proximity, ==, cases[i].proximity);
      g_assert_cmpint (status_on (f, "2026-07-31").proximity_days, ==, cases[i].days);
    }
}

static void
state_appetite (Fixture *f, const char *day, SlUid stakeholder, int level)
{
  SlRecordEdit edit;

  sl_record_edit_new (&edit, sl_kind_get (SL_KIND_APPETITE), sl_uid_new ());
  edit.values[SL_APPETITE_CATEGORY] = SL_VALUE_ENUM (SL_CATEGORY_PEOPLE);
  edit.values[SL_APPETITE_LEVEL] = SL_VALUE_ENUM (level);
  edit.values[SL_APPETITE_DATE] = SL_VALUE_DATE (DAY (day));
  if (stakeholder != SL_UID_NONE)
    {
      edit.values[SL_APPETITE_SCOPE] = SL_VALUE_ENUM (SL_SCOPE_STAKEHOLDER);
      edit.values[SL_APPETITE_STAKEHOLDER] = SL_VALUE_REF (stakeholder);
    }
  load (f, &edit);
}

/* The strictest of the latest programme and the latest sufferer statement; without one never a breach. */
static void
test_appetite (Fixture *f, gconstpointer unused)
{
  assess (f, "2026-07-01", 5, 5, 0);
  g_assert_cmpint (status_on (f, "2026-07-31").appetite, ==, SL_APPETITE_NOT_SET);
  state_appetite (f, "2026-07-01", SL_UID_NONE, SL_APPETITE_LEVEL_EAGER);
  g_assert_cmpint (status_on (f, "2026-07-31").tolerate, ==, 16);
  g_assert_cmpint (status_on (f, "2026-07-31").appetite, ==, SL_APPETITE_BREACH);
  state_appetite (f, "2026-07-10", f->organisation, SL_APPETITE_LEVEL_AVERSE);
  g_assert_cmpint (status_on (f, "2026-07-09").tolerate, ==, 16);
  g_assert_cmpint (status_on (f, "2026-07-31").tolerate, ==, 5);
  state_appetite (f, "2026-07-20", f->organisation, SL_APPETITE_LEVEL_OPEN);
  g_assert_cmpint (status_on (f, "2026-07-31").tolerate, ==, 12);
  change (f, SL_RISK_SUFFERER, SL_VALUE_NULL (SL_TYPE_REF));
  g_assert_cmpint (status_on (f, "2026-07-31").tolerate, ==, 16);
  change (f, SL_RISK_KIND, SL_VALUE_ENUM (SL_RISK_KIND_OPPORTUNITY));
  g_assert_cmpint (status_on (f, "2026-07-31").appetite, ==, SL_APPETITE_NONE);
}

/* The edges of want and tolerate belong to the better side. */
static void
test_appetite_edges (Fixture *f, gconstpointer unused)
{
  state_appetite (f, "2026-07-01", SL_UID_NONE, SL_APPETITE_LEVEL_OPEN);
  assess (f, "2026-07-01", 3, 3, 0);
  g_assert_cmpint (status_on (f, "2026-07-31").appetite, ==, SL_APPETITE_WITHIN);
  assess (f, "2026-07-02", 2, 5, 0);
  g_assert_cmpint (status_on (f, "2026-07-31").appetite, ==, SL_APPETITE_TOLERABLE);
  assess (f, "2026-07-03", 3, 4, 0);
  g_assert_cmpint (status_on (f, "2026-07-31").appetite, ==, SL_APPETITE_TOLERABLE);
  assess (f, "2026-07-04", 3, 5, 0);
  g_assert_cmpint (status_on (f, "2026-07-31").appetite, ==, SL_APPETITE_BREACH);
}

static void
test_review (Fixture *f, gconstpointer unused)
{
  assess (f, "2026-07-01", 4, 4, 0); /* Red: 14 days */
  g_assert_cmpint (status_on (f, "2026-07-15").review_due, ==, DAY ("2026-07-15"));
  g_assert_cmpint (status_on (f, "2026-07-15").overdue_days, ==, 0);
  g_assert_cmpint (status_on (f, "2026-07-29").overdue_days, ==, 14);
  g_assert_false (status_on (f, "2026-07-29").stale);
  g_assert_true (status_on (f, "2026-07-30").stale);
  change (f, SL_RISK_EARLIEST_DATE, SL_VALUE_DATE (DAY ("2026-07-10"))); /* imminent: halved, 7 */
  g_assert_cmpint (status_on (f, "2026-07-05").review_due, ==, DAY ("2026-07-08"));
  change (f, SL_RISK_NEXT_REVIEW, SL_VALUE_DATE (DAY ("2026-07-06"))); /* earlier takes its place */
  g_assert_cmpint (status_on (f, "2026-07-05").review_due, ==, DAY ("2026-07-06"));
  change (f, SL_RISK_NEXT_REVIEW, SL_VALUE_DATE (DAY ("2026-09-01"))); /* later does not */
  g_assert_cmpint (status_on (f, "2026-07-05").review_due, ==, DAY ("2026-07-08"));
  change (f, SL_RISK_NEXT_REVIEW, SL_VALUE_DATE (DAY ("2026-06-20"))); /* nor one long past */
  g_assert_cmpint (status_on (f, "2026-07-05").review_due, ==, DAY ("2026-07-08"));
  change (f, SL_RISK_NEXT_REVIEW, SL_VALUE_DATE (DAY ("2026-07-01"))); /* nor the day of the last one itself */
  g_assert_cmpint (status_on (f, "2026-07-05").review_due, ==, DAY ("2026-07-08"));
  for (int state = 1; state < SL_RISK_STATE_END_; state++)
    {
      gboolean reviewed = state == SL_RISK_STATE_OPEN || state == SL_RISK_STATE_TREATING || state == SL_RISK_STATE_TOLERATED;

      change (f, SL_RISK_STATE, SL_VALUE_ENUM (state));
      g_test_message ("state %d", state);
      g_assert_cmpint (status_on (f, "2026-07-25").review_due, ==, reviewed ? DAY ("2026-07-08") : SL_DATE_NONE);
      g_assert_cmpint (status_on (f, "2026-07-25").overdue_days, ==, reviewed ? 17 : 0);
      g_assert_cmpint (status_on (f, "2026-07-25").stale, ==, reviewed); /* by more than the halved interval */
    }
}

static void
test_active (Fixture *f, gconstpointer unused)
{
  const SlData *data = sl_programme_data (f->programme);
  SlRecordEdit edit;

  sl_record_edit_from (&edit, sl_data_lookup (data, f->person));
  edit.values[SL_PERSON_ACTIVE_FROM] = SL_VALUE_DATE (DAY ("2026-01-10"));
  edit.values[SL_PERSON_ACTIVE_TO] = SL_VALUE_DATE (DAY ("2026-01-20"));
  load (f, &edit);
  g_assert_false (sl_person_active (data, f->person, DAY ("2026-01-09")));
  g_assert_true (sl_person_active (data, f->person, DAY ("2026-01-10")));
  g_assert_true (sl_person_active (data, f->person, DAY ("2026-01-20")));
  g_assert_false (sl_person_active (data, f->person, DAY ("2026-01-21")));
  g_assert_false (sl_person_active (data, SL_UID_NONE, DAY ("2026-01-15")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/risk-status/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("empty", test_empty);
  ADD ("dated", test_dated);
  ADD ("impact", test_impact);
  ADD ("grid", test_grid);
  ADD ("grid-validity", test_grid_validity);
  ADD ("proximity", test_proximity);
  ADD ("appetite", test_appetite);
  ADD ("appetite-edges", test_appetite_edges);
  ADD ("review", test_review);
  ADD ("active", test_active);
  return g_test_run ();
}
