/* Rules about assessments, reviews, appetite, settings, people; and rows that are only ever added (domain.md 2.1).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rules-fixture.h"

/* INV-4: the edges of each band, the upper one included. */
static void
test_percent (Rules *f, gconstpointer unused)
{
  static const struct
  {
    int probability, percent;
    gboolean inside;
  } cases[] = { { 1, 1, TRUE },  { 1, 10, TRUE }, { 1, 11, FALSE }, { 2, 10, FALSE }, { 2, 11, TRUE },
                { 3, 50, TRUE }, { 4, 50, FALSE }, { 4, 80, TRUE }, { 5, 80, FALSE }, { 5, 99, TRUE } };

  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-02", 1, 1); /* below any inherent score */
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *refusal
          = g_strdup_printf ("E INV-4 R-001: %d percent lies outside the band of probability %d\n", cases[i].percent,
                             cases[i].probability);
      SlRecordEdit edit;

      sl_fixture_edit (&f->base, SL_KIND_RISK_ASSESSMENT, &edit);
      edit.values[SL_RISK_ASSESSMENT_RISK] = SL_VALUE_REF (f->risk);
      edit.values[SL_RISK_ASSESSMENT_TYPE] = SL_VALUE_ENUM (SL_ASSESSMENT_TYPE_INHERENT);
      edit.values[SL_RISK_ASSESSMENT_DATE] = DATE ("2026-07-31");
      edit.values[SL_RISK_ASSESSMENT_PROBABILITY] = SL_VALUE_INT (cases[i].probability);
      edit.values[SL_RISK_ASSESSMENT_EXPLICIT_PCT] = SL_VALUE_INT (cases[i].percent);
      edit.values[SL_RISK_ASSESSMENT_IMPACT_COST] = SL_VALUE_INT (5);
      rules_begin (f, SL_VERB_ASSESS);
      rules_put (f, &edit);
      rules_expect (f, cases[i].inside ? "" : refusal);
    }
}

/* What a later assessment has replaced cannot be mended and is not complained of for ever. */
static void
test_percent_checked (Rules *f, gconstpointer unused)
{
  SlUid old = sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-02", 3, 3);

  sl_fixture_change (&f->base, old, SL_RISK_ASSESSMENT_EXPLICIT_PCT, SL_VALUE_INT (95));
  rules_expect_all (f, "E INV-4 R-001: 95 percent lies outside the band of probability 3\n");
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-03", 3, 3);
  rules_expect_all (f, "");
}

/* Who judged follows from who acts; where nobody does, a risk beyond draft gets no judgement. */
static void
test_named (Rules *f, gconstpointer unused)
{
  SlUid draft = sl_fixture_add_risk (&f->base, SL_RISK_STATE_DRAFT);
  SlRecordEdit edit;
  g_autoptr (GError) error = NULL;

  sl_fixture_edit (&f->base, SL_KIND_RISK_REVIEW, &edit);
  edit.values[SL_RISK_REVIEW_RISK] = SL_VALUE_REF (f->risk);
  edit.values[SL_RISK_REVIEW_DATE] = DATE ("2026-07-31");
  rules_put (f, &edit);
  g_assert_true (sl_rules_complete (f->tx, &f->act, NULL, &error));
  g_assert_cmpint (SL_AS (RISK_REVIEW, sl_data_lookup (sl_tx_data (f->tx), edit.uid))->by, ==, f->base.bob);
  rules_expect (f, "");
  f->act.actor = SL_UID_NONE;
  rules_put (f, &edit);
  rules_expect (f, "E 2.2 R-001: name who judged it; choose who you are acting as\n");
  rules_assess (f, f->risk, 3, 3, NULL);
  rules_expect (f, "E 2.2 R-001: name who judged it; choose who you are acting as\n");
  rules_assess (f, draft, 3, 3, NULL);
  rules_expect (f, "");
}

static void
test_review_note (Rules *f, gconstpointer unused)
{
  SlUid review = sl_fixture_review (&f->base, f->risk, "2026-07-31");

  f->act.actor = f->base.ada;
  rules_set (f, review, SL_RISK_REVIEW_OUTCOME, SL_VALUE_ENUM (SL_REVIEW_OUTCOME_RESCORED));
  rules_expect (f, "E 2.2 R-001: a review that changed something needs a note\n");
  rules_set (f, review, SL_RISK_REVIEW_OUTCOME, SL_VALUE_ENUM (SL_REVIEW_OUTCOME_RESCORED));
  rules_set (f, review, SL_RISK_REVIEW_NOTE, SL_VALUE_TEXT ("Crews agreed"));
  rules_expect (f, "");
}

/* --- 2.1 ---------------------------------------------------------------------------------------------------------- */

#define STAYS "what was recorded on another day or by someone else stays; record a correction instead\n"

/* The day's own rows by their author, else nothing: whatever the verb. */
static void
test_append_only (Rules *f, gconstpointer unused)
{
  static const SlVerb verbs[] = { SL_VERB_EDIT, SL_VERB_PASTE, SL_VERB_IMPORT, SL_VERB_UNDO };
  SlUid old = sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_INHERENT, "2026-07-30", 4, 4);
  SlUid today = sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_INHERENT, "2026-07-31", 4, 4);

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      f->act.actor = f->base.ada;
      rules_begin (f, verbs[i]);
      rules_set (f, old, SL_RISK_ASSESSMENT_RATIONALE, SL_VALUE_TEXT ("Rewritten"));
      rules_expect (f, "E 2.1 R-001: " STAYS);
      rules_begin (f, verbs[i]);
      rules_delete (f, old);
      rules_expect (f, "E 2.1 R-001: " STAYS);
      rules_begin (f, verbs[i]);
      rules_set (f, today, SL_RISK_ASSESSMENT_RATIONALE, SL_VALUE_TEXT ("Put better"));
      rules_expect (f, "");
      rules_begin (f, verbs[i]);
      rules_delete (f, today);
      rules_expect (f, "");
      f->act.actor = f->base.bob;
      rules_begin (f, verbs[i]);
      rules_set (f, today, SL_RISK_ASSESSMENT_RATIONALE, SL_VALUE_TEXT ("Put otherwise"));
      rules_expect (f, "E 2.1 R-001: " STAYS);
    }
}

/* A whole programme that is read in is as it was: nothing is completed, nothing refused. */
static void
test_read_in (Rules *f, gconstpointer unused)
{
  SlUid old = sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_INHERENT, "2026-07-30", 4, 4);

  rules_begin (f, SL_VERB_LOAD);
  rules_set (f, old, SL_RISK_ASSESSMENT_RATIONALE, SL_VALUE_TEXT ("Rewritten"));
  rules_set (f, f->risk, SL_RISK_OWNER, SL_VALUE_NULL (SL_TYPE_REF));
  rules_set (f, f->risk, SL_RISK_STATE, SL_VALUE_ENUM (SL_RISK_STATE_CLOSED));
  rules_expect (f, "");
}

static void
test_append_only_kinds (Rules *f, gconstpointer unused)
{
  SlUid review = sl_fixture_review (&f->base, f->risk, "2026-07-30");
  SlUid action = sl_fixture_add_action (&f->base, f->risk, SL_ACTION_STATE_PLANNED, "2026-09-01");
  SlUid appetite = sl_fixture_appetite (&f->base, SL_UID_NONE, SL_CATEGORY_PEOPLE, SL_APPETITE_LEVEL_OPEN, "2026-07-30");
  SlUid fresh = sl_fixture_appetite (&f->base, SL_UID_NONE, SL_CATEGORY_LEGAL, SL_APPETITE_LEVEL_OPEN, "2026-07-31");
  SlRecordEdit edit;

  sl_fixture_edit (&f->base, SL_KIND_DUE_MOVE, &edit);
  edit.values[SL_DUE_MOVE_ACTION] = SL_VALUE_REF (action);
  edit.values[SL_DUE_MOVE_FROM] = DATE ("2026-08-01");
  edit.values[SL_DUE_MOVE_TO] = DATE ("2026-09-01");
  edit.values[SL_DUE_MOVE_ON] = DATE ("2026-07-30");
  sl_fixture_load (&f->base, &edit);
  rules_delete (f, review);
  rules_expect (f, "E 2.1 R-001: " STAYS);
  rules_delete (f, edit.uid);
  rules_expect (f, "E 2.1 A-01: " STAYS);
  rules_delete (f, appetite);
  rules_expect (f, "E 2.1 Appetite statement: " STAYS);
  rules_delete (f, fresh); /* names no author: free for the day */
  rules_expect (f, "");
}

/* --- Appetite ----------------------------------------------------------------------------------------------------- */

static void
state_appetite (Rules *f, SlUid stakeholder, int level)
{
  SlRecordEdit edit;

  sl_fixture_edit (&f->base, SL_KIND_APPETITE, &edit);
  if (stakeholder != SL_UID_NONE)
    {
      edit.values[SL_APPETITE_SCOPE] = SL_VALUE_ENUM (SL_SCOPE_STAKEHOLDER);
      edit.values[SL_APPETITE_STAKEHOLDER] = SL_VALUE_REF (stakeholder);
    }
  edit.values[SL_APPETITE_CATEGORY] = SL_VALUE_ENUM (SL_CATEGORY_PEOPLE);
  edit.values[SL_APPETITE_LEVEL] = SL_VALUE_ENUM (level);
  edit.values[SL_APPETITE_DATE] = DATE ("2026-07-31");
  rules_put (f, &edit);
}

#define CHANGES "R 2.9 Appetite statement: the appetite changes\n"

/* The latest earlier statement of the same scope is what counts. */
static void
test_appetite_changes (Rules *f, gconstpointer unused)
{
  state_appetite (f, SL_UID_NONE, SL_APPETITE_LEVEL_OPEN);
  rules_expect (f, "");
  sl_fixture_appetite (&f->base, SL_UID_NONE, SL_CATEGORY_PEOPLE, SL_APPETITE_LEVEL_OPEN, "2025-01-06");
  sl_fixture_appetite (&f->base, SL_UID_NONE, SL_CATEGORY_PEOPLE, SL_APPETITE_LEVEL_CAUTIOUS, "2026-01-06");
  state_appetite (f, SL_UID_NONE, SL_APPETITE_LEVEL_CAUTIOUS);
  rules_expect (f, "");
  state_appetite (f, SL_UID_NONE, SL_APPETITE_LEVEL_OPEN);
  rules_expect (f, CHANGES);
  state_appetite (f, f->base.council, SL_APPETITE_LEVEL_AVERSE);
  rules_expect (f, "");
}

static void
test_appetite_scope (Rules *f, gconstpointer unused)
{
  SlUid statement = sl_fixture_appetite (&f->base, SL_UID_NONE, SL_CATEGORY_PEOPLE, SL_APPETITE_LEVEL_OPEN, "2026-07-31");

  rules_set (f, statement, SL_APPETITE_SCOPE, SL_VALUE_ENUM (SL_SCOPE_STAKEHOLDER));
  rules_expect (f, "E 2.2 Appetite statement: a stakeholder's appetite names the stakeholder, the programme's none\n");
  rules_set (f, statement, SL_APPETITE_SCOPE, SL_VALUE_ENUM (SL_SCOPE_STAKEHOLDER));
  rules_set (f, statement, SL_APPETITE_STAKEHOLDER, SL_VALUE_REF (f->base.council));
  rules_expect (f, "");
}

/* --- Settings ----------------------------------------------------------------------------------------------------- */

static SlUid
new_version (Rules *f, const char *top_row)
{
  SlRecordEdit edit;

  sl_record_edit_from (&edit, sl_data_lookup (sl_fixture_data (&f->base), f->base.settings));
  edit.uid = sl_uid_new ();
  edit.values[SL_SETTINGS_VERSION] = SL_VALUE_INT (2);
  edit.values[SL_SETTINGS_GRID_5] = SL_VALUE_TEXT (top_row);
  rules_put (f, &edit);
  return edit.uid;
}

#define VERSION "R 2.9 Settings: there is a new version of the settings\n"

/* INV-24, and the reason; the row says itself who made it, when and why. */
static void
test_new_settings (Rules *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  const SlSettings *settings;
  SlUid uid;

  new_version (f, "RRRRR");
  rules_expect (f, "E INV-24 Settings: the rating grid is not valid: a Red cell lies beside a Green one (F-3)\n" VERSION);
  uid = new_version (f, "AARRR");
  rules_set (f, f->base.info, SL_PROGRAMME_SETTINGS, SL_VALUE_REF (uid));
  rules_expect (f, VERSION "R 2.9 PRG-001: scales, grid or limits change\n");
  uid = new_version (f, "AARRR");
  f->act.reason_given = TRUE;
  g_assert_true (sl_rules_complete (f->tx, &f->act, "The board wants it", &error));
  settings = SL_AS (SETTINGS, sl_data_lookup (sl_tx_data (f->tx), uid));
  g_assert_cmpstr (settings->reason, ==, "The board wants it");
  g_assert_cmpint (settings->changed_by, ==, f->base.bob);
  g_assert_cmpint (settings->changed_on, ==, f->act.day);
}

static gboolean
take_first (const SlRecord *record, gpointer data)
{
  *(SlUid *) data = record->uid;
  return FALSE;
}

#define KEEP ": a settings version stays as it is; make a new one\n"

static void
test_settings_kept (Rules *f, gconstpointer unused)
{
  SlRecordEdit edit;
  SlUid band;

  sl_data_each (sl_fixture_data (&f->base), SL_KIND_SCALE_BAND, take_first, &band);
  rules_set (f, f->base.settings, SL_SETTINGS_REVIEW_RED, SL_VALUE_INT (28));
  rules_expect (f, "E 2.1 Settings" KEEP);
  rules_set (f, band, SL_SCALE_BAND_UPPER, SL_VALUE_DECIMAL (20 * SL_DECIMAL_SCALE));
  rules_expect (f, "E 2.1 Scale band" KEEP);
  rules_delete (f, band);
  rules_expect (f, "E 2.1 Scale band" KEEP);
  sl_fixture_edit (&f->base, SL_KIND_SCALE_BAND, &edit);
  edit.values[SL_SCALE_BAND_SETTINGS] = SL_VALUE_REF (f->base.settings);
  edit.values[SL_SCALE_BAND_SCALE] = SL_VALUE_ENUM (SL_SCALE_COST);
  edit.values[SL_SCALE_BAND_LEVEL] = SL_VALUE_INT (1);
  edit.values[SL_SCALE_BAND_LABEL] = SL_VALUE_TEXT ("Cheap");
  rules_put (f, &edit);
  rules_expect (f, "E 2.1 Scale band" KEEP);
  /* The bands of a version that is new come with it. */
  edit.values[SL_SCALE_BAND_SETTINGS] = SL_VALUE_REF (new_version (f, "AARRR"));
  rules_put (f, &edit);
  rules_expect (f, VERSION);
}

static void
test_programme_kept (Rules *f, gconstpointer unused)
{
  rules_delete (f, f->base.info);
  rules_expect (f, "E 2.1 PRG-001: a file keeps its programme\n");
}

static void
test_active_span (Rules *f, gconstpointer unused)
{
  rules_set (f, f->base.bob, SL_PERSON_ACTIVE_TO, DATE ("2025-01-05"));
  rules_expect (f, "E 2.1 P-02: the last active day lies before the first\n");
  rules_set (f, f->base.bob, SL_PERSON_ACTIVE_TO, DATE ("2025-01-06"));
  rules_expect (f, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  RULES_TEST ("/rules/others/percent", test_percent);
  RULES_TEST ("/rules/others/percent-checked", test_percent_checked);
  RULES_TEST ("/rules/others/named", test_named);
  RULES_TEST ("/rules/others/review-note", test_review_note);
  RULES_TEST ("/rules/others/append-only", test_append_only);
  RULES_TEST ("/rules/others/read-in", test_read_in);
  RULES_TEST ("/rules/others/append-only-kinds", test_append_only_kinds);
  RULES_TEST ("/rules/others/appetite-changes", test_appetite_changes);
  RULES_TEST ("/rules/others/appetite-scope", test_appetite_scope);
  RULES_TEST ("/rules/others/new-settings", test_new_settings);
  RULES_TEST ("/rules/others/settings-kept", test_settings_kept);
  RULES_TEST ("/rules/others/programme-kept", test_programme_kept);
  RULES_TEST ("/rules/others/active-span", test_active_span);
  return g_test_run ();
}
