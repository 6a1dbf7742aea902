/* The next version of the settings: what it would move, made as one change, and old assessments told by their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workspace/sl-settings-act.h"

#include "base/sl-error.h"
#include "workspace-fixture.h"

#include <string.h>

typedef struct
{
  SlStore *store;
  SlWorkspace *ws;
  SlSettingsDraft *draft;
} Sample;

static void
set_up (Sample *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  f->store = sl_memory_store_new ();
  f->ws = sl_workspace_new (f->store);
  g_assert_true (sl_workspace_open (f->ws, NULL, &error));
  g_assert_true (sl_seed_sample (f->ws, &error));
  g_assert_no_error (error);
  f->draft = sl_settings_draft_new ();
}

static void
tear_down (Sample *f, gconstpointer unused)
{
  sl_settings_draft_free (f->draft);
  sl_workspace_close (f->ws);
  g_object_unref (f->ws);
  g_object_unref (f->store);
}

static void
draft (Sample *f, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;

  sl_settings_draft_set (f->draft, sl_workspace_data (f->ws), name, text, sl_workspace_as_of (f->ws), &error);
  g_assert_no_error (error);
}

static void
refuse_draft (Sample *f, const char *name, const char *text, int code)
{
  g_autoptr (GError) error = NULL;
  guint n = sl_settings_draft_count (f->draft);

  g_assert_false (sl_settings_draft_set (f->draft, sl_workspace_data (f->ws), name, text, sl_workspace_as_of (f->ws), &error));
  g_assert_error (error, SL_ERROR, code);
  g_assert_cmpuint (sl_settings_draft_count (f->draft), ==, n);
}

/* "R-003 Amber → Red" and so on, one a line. */
static void
expect_moves (Sample *f, const char *summary, const char *lines)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlMoves) moves = sl_workspace_settings_moves (f->ws, f->draft, &error);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *said = NULL;

  g_assert_no_error (error);
  said = sl_moves_dup_summary (moves, FALSE);
  g_assert_cmpstr (said, ==, summary);
  for (guint i = 0; i < moves->moves->len; i++)
    {
      const SlMove *move = &g_array_index (moves->moves, SlMove, i);
      const SlRisk *risk = SL_AS (RISK, sl_data_lookup (sl_workspace_data (f->ws), move->risk));
      g_autofree char *text = sl_move_dup_text (move, risk->kind == SL_RISK_KIND_OPPORTUNITY, FALSE);

      g_string_append_printf (all, "%s %s\n", risk->code, text);
    }
  g_assert_cmpstr (all->str, ==, lines);
}

static void
apply (Sample *f, const char *reason)
{
  g_autoptr (GError) error = NULL;

  sl_workspace_apply_settings (f->ws, f->draft, reason, &error);
  g_assert_no_error (error);
  sl_settings_draft_clear (f->draft);
}

static const SlSettings *
now (Sample *f)
{
  return sl_workspace_view (f->ws).settings;
}

/* --- Drafting ----------------------------------------------------------------------------------------------------- */

static void
test_draft (Sample *f, gconstpointer unused)
{
  draft (f, "review_red", "10");
  draft (f, "cost.3.label", "Over 4% to 10% of budget");
  draft (f, "appetite.technology", "averse");
  g_assert_cmpuint (sl_settings_draft_count (f->draft), ==, 3);
  g_assert_cmpstr (sl_settings_draft_get (f->draft, "appetite.technology"), ==, "averse");
  draft (f, "review_red", "14"); /* as it is: no change */
  g_assert_cmpuint (sl_settings_draft_count (f->draft), ==, 2);
  refuse_draft (f, "review_red", "0", SL_ERROR_VALUE);
  refuse_draft (f, "review_red", "", SL_ERROR_VALUE);
  refuse_draft (f, "grid_1", "GGGGX", SL_ERROR_VALUE);
  refuse_draft (f, "version", "7", SL_ERROR_USAGE);
  refuse_draft (f, "cost.6.label", "x", SL_ERROR_USAGE);
  refuse_draft (f, "cost.3.scale", "time", SL_ERROR_USAGE);
  refuse_draft (f, "appetite.weather", "averse", SL_ERROR_USAGE);
  refuse_draft (f, "appetite.people.R-001", "averse", SL_ERROR_USAGE);
}

/* --- What would move ----------------------------------------------------------------------------------------------- */

static void
test_moves (Sample *f, gconstpointer unused)
{
  gint64 seq = sl_workspace_head (f->ws)->seq;

  expect_moves (f, "no risk moves", "");
  draft (f, "grid_3", "GAARR"); /* 12 is Red when it is 3 x 4 */
  expect_moves (f, "1 risk changes level · 1 review becomes overdue", "R-007 Amber → Red · review overdue\n");
  g_assert_cmpint (sl_workspace_head (f->ws)->seq, ==, seq);
  g_assert_cmpint (now (f)->version, ==, 1);
}

/* F-3, each clause, naming the cell. */
static void
test_bad_grids (Sample *f, gconstpointer unused)
{
  static const struct
  {
    const char *name, *row, *where, *what;
  } bad[] = {
    { "grid_1", "GGGAR", "Probability 1, impact 5", "hold no Red cell" },
    { "grid_5", "RRRRR", "Probability 5, impact 1", "hold no Red cell" },
    { "grid_3", "GAGAR", "Probability 3, impact 3", "lowers the level" },
    { "grid_5", "ARRRA", "Probability 5, impact 5", "lowers the level" },
    { "grid_3", "GGRRR", "Probability 3, impact 3", "beside a Green" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL, foreseen = NULL;

      sl_settings_draft_clear (f->draft);
      draft (f, bad[i].name, bad[i].row);
      if (bad[i].row[0] == 'R')
        draft (f, "grid_4", "AAARR");
      if (strstr (bad[i].what, "Green") != NULL)
        draft (f, "grid_2", "GGAAA");
      g_assert_null (sl_workspace_settings_moves (f->ws, f->draft, &foreseen));
      g_assert_error (foreseen, SL_ERROR, SL_ERROR_RULE);
      g_test_message ("%s", foreseen->message);
      g_assert_nonnull (strstr (foreseen->message, bad[i].where));
      g_assert_nonnull (strstr (foreseen->message, bad[i].what));
      g_assert_false (sl_workspace_apply_settings (f->ws, f->draft, "Try", &error));
      g_assert_cmpstr (error->message, ==, foreseen->message);
      g_assert_cmpint (now (f)->version, ==, 1);
    }
}

/* Midpoints move the exposure alone. */
static void
test_exposure (Sample *f, gconstpointer unused)
{
  g_autoptr (SlMoves) moves = NULL;

  draft (f, "probability.3.mid", "50");
  moves = sl_workspace_settings_moves (f->ws, f->draft, NULL);
  g_assert_cmpint (moves->exposure_from, ==, 23500000);
  g_assert_cmpint (moves->exposure_to, >, moves->exposure_from);
  g_assert_cmpuint (moves->moves->len, ==, 0);
}

/* --- Applying ----------------------------------------------------------------------------------------------------- */

static guint
count_bands (Sample *f, SlUid settings)
{
  guint n = 0;

  for (int scale = 1; scale < SL_SCALE_END_; scale++)
    for (int level = 1; level <= 5; level++)
      n += sl_settings_band (sl_workspace_data (f->ws), SL_AS (SETTINGS, sl_data_lookup (sl_workspace_data (f->ws), settings)), scale, level) != NULL;
  return n;
}

static void
test_version (Sample *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *difference = NULL;
  gint64 seq = sl_workspace_head (f->ws)->seq;
  SlUid first = now (f)->record.uid;

  draft (f, "review_red", "10");
  draft (f, "probability.3.mid", "45");
  g_assert_false (sl_workspace_apply_settings (f->ws, f->draft, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_REASON_NEEDED);
  g_assert_cmpint (sl_workspace_head (f->ws)->seq, ==, seq);
  apply (f, "The board meets every ten days");
  g_assert_cmpint (sl_workspace_head (f->ws)->seq, ==, seq + 1);
  g_assert_cmpint (now (f)->version, ==, 2);
  g_assert_cmpint (now (f)->review_red, ==, 10);
  g_assert_cmpint (now (f)->changed_on, ==, sl_workspace_as_of (f->ws));
  g_assert_cmpint (now (f)->changed_by, ==, sl_workspace_actor (f->ws));
  g_assert_cmpstr (now (f)->reason, ==, "The board meets every ten days");
  g_assert_cmpuint (count_bands (f, now (f)->record.uid), ==, 30);
  g_assert_cmpuint (count_bands (f, first), ==, 30);
  difference = sl_settings_dup_difference (sl_workspace_data (f->ws), now (f), FALSE);
  g_assert_cmpstr (difference, ==, "Review interval, Red: 14 → 10 · Probability 3, Midpoint: 40 → 45");
  g_assert_false (sl_workspace_can_undo (f->ws)); /* decision 13 */
}

/* Back to version 1 is version 3 with its values. */
static void
test_go_back (Sample *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  const SlData *data = sl_workspace_data (f->ws);

  draft (f, "review_red", "10");
  draft (f, "probability.3.mid", "45");
  apply (f, "Sooner");
  g_assert_true (sl_settings_draft_copy (f->draft, data, sl_settings_before (data, now (f)), sl_workspace_as_of (f->ws), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sl_settings_draft_count (f->draft), ==, 2);
  apply (f, "Too soon");
  g_assert_cmpint (now (f)->version, ==, 3);
  g_assert_cmpint (now (f)->review_red, ==, 14);
  g_assert_cmpint (sl_settings_band (data, now (f), SL_SCALE_PROBABILITY, 3)->mid, ==, 40 * SL_DECIMAL_SCALE);
}

/* --- In force on a day -------------------------------------------------------------------------------------------- */

static void
test_in_force (Sample *f, gconstpointer unused)
{
  const SlData *data = sl_workspace_data (f->ws);
  SlDate today = sl_workspace_as_of (f->ws);

  g_assert_cmpint (sl_settings_in_force (data, sl_date_from_iso ("1999-01-01"))->version, ==, 1);
  draft (f, "review_red", "10");
  apply (f, "Sooner");
  g_assert_cmpint (sl_settings_in_force (data, today - 1)->version, ==, 1);
  g_assert_cmpint (sl_settings_in_force (data, today)->version, ==, 2);
  g_assert_null (sl_settings_before (data, sl_settings_in_force (data, today - 1)));
}

static void
expect_explained (Sample *f, const char *code, const char *expected)
{
  SlView view = sl_workspace_view (f->ws);
  g_autoptr (SlExplanation) why
      = sl_risk_explain (&view, SL_AS (RISK, sl_data_by_code (view.data, code)), SL_TOPIC_SCORE, FALSE);
  GString *s = g_string_new (why->result);

  for (guint i = 0; i < why->inputs->len; i++)
    g_string_append_printf (s, "\n%s", (const char *) why->inputs->pdata[i]);
  g_assert_cmpstr (s->str, ==, expected);
  g_string_free (s, TRUE);
}

/* The scale changes: what was assessed before keeps its words and says so; what is assessed from then on has the new ones. */
static void
test_old_assessments (Sample *f, gconstpointer unused)
{
  const SlData *data = sl_workspace_data (f->ws);
  SlUid risk = sl_data_by_code (data, "R-007")->uid;
  SlView view = sl_workspace_view (f->ws);
  const SlRiskAssessment *old = sl_risk_assessment_in_force (&view, risk, SL_ASSESSMENT_TYPE_CURRENT);
  g_autoptr (SlExplanation) why = NULL;
  g_autoptr (GError) error = NULL;

  expect_explained (f, "R-007",
                    "12 Amber\nProbability 3: Possible, over 30% to 50%.\nImpact on benefits 4: Over 25% to 50% of the benefit.\n"
                    "Assessed 14 Jul 2026 by Finance Sample.\nGrid of settings version 1.");
  draft (f, "grid_3", "GAARR");
  draft (f, "probability.3.label", "About even");
  apply (f, "Heavier impact");
  expect_explained (f, "R-007",
                    "12 Red\nProbability 3: Possible, over 30% to 50%.\nImpact on benefits 4: Over 25% to 50% of the benefit.\n"
                    "Assessed 14 Jul 2026 by Finance Sample.\nIn the words of its day: by the scale of version 1, 6 Jan 2025.\n"
                    "By the grid of that day it was Amber.\nGrid of settings version 2.");
  g_assert_cmpint (sl_assessment_rag (data, old), ==, SL_RAG_AMBER);
  g_assert_true (sl_workspace_assess (f->ws, risk, 3, 5, NULL, &error));
  g_assert_no_error (error);
  expect_explained (f, "R-007",
                    "15 Red\nProbability 3: About even.\nImpact on benefits 5: Over half of the benefit.\n"
                    "Assessed 31 Jul 2026 by Programme Sample.\nGrid of settings version 2.");
  view = sl_workspace_view (f->ws);
  why = sl_assessment_explain (&view, SL_AS (RISK, sl_data_lookup (data, risk)),
                               SL_AS (RISK_ASSESSMENT, sl_data_lookup (data, old->record.uid)), FALSE);
  g_assert_cmpstr (why->result, ==, "12 Amber");
  g_assert_cmpstr (why->inputs->pdata[why->inputs->len - 1], ==, "Grid of settings version 1.");
}

/* --- Appetite ----------------------------------------------------------------------------------------------------- */

static void
test_appetite (Sample *f, gconstpointer unused)
{
  const SlData *data = sl_workspace_data (f->ws);
  SlDate today = sl_workspace_as_of (f->ws);
  const SlRisk *risk = SL_AS (RISK, sl_data_by_code (data, "R-006"));
  g_autofree char *name = g_strdup_printf ("appetite.%s", sl_enum_token (&sl_category_enum, risk->category));
  const SlAppetite *statement;
  guint n = sl_data_count (data, SL_KIND_APPETITE);

  draft (f, name, "averse");
  draft (f, "approved_by", "P-10");
  g_assert_cmpuint (sl_settings_draft_count (f->draft), ==, 1);
  {
    g_autoptr (SlMoves) moves = sl_workspace_settings_moves (f->ws, f->draft, NULL);

    g_assert_cmpuint (moves->counts[1], >, 0); /* new breaches */
    g_assert_cmpuint (moves->counts[0], ==, 0); /* and no level */
  }
  apply (f, "The board is wary");
  statement = sl_appetite_in_force (data, risk->category, SL_UID_NONE, today);
  g_assert_cmpint (statement->level, ==, SL_APPETITE_LEVEL_AVERSE);
  g_assert_cmpint (statement->date, ==, today);
  g_assert_cmpint (statement->approved_by, ==, sl_data_by_code (data, "P-10")->uid);
  g_assert_cmpuint (sl_data_count (data, SL_KIND_APPETITE), ==, n + 1);
  g_assert_cmpint (now (f)->version, ==, 1); /* appetite alone makes no version */
  g_assert_cmpint (sl_workspace_risk_status (f->ws, risk->record.uid)->appetite, ==, SL_APPETITE_BREACH);
}

/* What was stated is taken back by a statement of its own; the days before keep what held. */
static void
test_not_set (Sample *f, gconstpointer unused)
{
  const SlData *data = sl_workspace_data (f->ws);
  SlDate today = sl_workspace_as_of (f->ws);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlMoves) moves = NULL;
  guint n = sl_data_count (data, SL_KIND_APPETITE);

  draft (f, "appetite.legal", ""); /* nobody stated one: no change */
  draft (f, "appetite.legal", "not_set");
  g_assert_cmpuint (sl_settings_draft_count (f->draft), ==, 0);
  draft (f, "appetite.information", "");
  g_assert_cmpstr (sl_settings_draft_get (f->draft, "appetite.information"), ==, "not_set");
  moves = sl_workspace_settings_moves (f->ws, f->draft, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moves->counts[2], >, 0); /* breaches go */
  {
    SlView before = sl_workspace_view (f->ws), after;
    g_autoptr (SlTx) tx = sl_workspace_try_settings (f->ws, f->draft, &after, &error);
    g_autofree char *why = sl_move_dup_why (&g_array_index (moves->moves, SlMove, 0), &before, &after, FALSE);

    g_test_message ("%s", why);
    g_assert_nonnull (strstr (why, "no appetite set, was tolerated up to 5"));
  }
  apply (f, "To be agreed anew");
  g_assert_cmpuint (sl_data_count (data, SL_KIND_APPETITE), ==, n + 1);
  g_assert_cmpint (sl_appetite_in_force (data, SL_CATEGORY_INFORMATION, SL_UID_NONE, today)->level, ==, SL_APPETITE_LEVEL_NOT_SET);
  g_assert_cmpint (sl_appetite_in_force (data, SL_CATEGORY_INFORMATION, SL_UID_NONE, today - 1)->level, ==, SL_APPETITE_LEVEL_AVERSE);
  for (guint i = 0; i < moves->moves->len; i++)
    g_assert_cmpint (sl_workspace_risk_status (f->ws, g_array_index (moves->moves, SlMove, i).risk)->appetite, ==, SL_APPETITE_NOT_SET);
}

/* --- What others do meanwhile ------------------------------------------------------------------------------------- */

static void
expect_theirs (Sample *f, const char *name, const char *theirs)
{
  g_autofree char *found = sl_settings_draft_dup_theirs (f->draft, sl_workspace_data (f->ws), name, sl_workspace_as_of (f->ws));

  g_assert_cmpstr (found, ==, theirs);
}

static void
test_follow (Sample *f, gconstpointer unused)
{
  const SlData *data = sl_workspace_data (f->ws);
  g_autoptr (SlSettingsDraft) mine = NULL;

  draft (f, "review_red", "10");
  draft (f, "review_amber", "20");
  draft (f, "grid_3", "GAARR");
  mine = sl_settings_draft_dup (f->draft);
  sl_settings_draft_clear (f->draft);
  draft (f, "review_red", "7");
  draft (f, "review_amber", "20");
  draft (f, "grid_3", "GGAAR");
  draft (f, "grid_2", "GGGAA");
  apply (f, "Somebody else");
  sl_settings_draft_free (f->draft);
  f->draft = sl_settings_draft_dup (mine);
  sl_settings_draft_follow (f->draft, data, sl_workspace_as_of (f->ws));
  g_assert_null (sl_settings_draft_get (f->draft, "review_amber"));             /* both wanted it */
  g_assert_cmpstr (sl_settings_draft_get (f->draft, "grid_3"), ==, "GGARR");    /* each their cell */
  g_assert_cmpstr (sl_settings_draft_get (f->draft, "review_red"), ==, "10");   /* mine stands, and says so */
  expect_theirs (f, "grid_3", NULL);
  expect_theirs (f, "review_red", "7");
  draft (f, "review_red", "9"); /* knowing theirs */
  expect_theirs (f, "review_red", NULL);
  g_assert_cmpuint (sl_settings_draft_count (mine), ==, 3);
}

static void
test_labels (Sample *f, gconstpointer unused)
{
  static const char *const labels[][2] = {
    { "review_red", "Review interval, Red" },
    { "cost.3.label", "Cost 3, Meaning" },
    { "appetite.people", "Appetite, People" },
    { "approved_by", "Approved by" },
    { "weather", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *label = sl_settings_dup_label (sl_workspace_data (f->ws), labels[i][0], FALSE);

      g_assert_cmpstr (label, ==, labels[i][1]);
    }
}

static void
test_changes (Sample *f, gconstpointer unused)
{
  static const char *const changes[][4] = {
    { "review_red", "14", "10", "Review interval, Red: 14 → 10" },
    { "grid_3", "GAAAR", "AAARR", "Probability 3, impact 1: Green → Amber · Probability 3, impact 4: Amber → Red" },
    { "appetite.people", "open", "not_set", "Appetite, People: Open → Not set" },
    { "appetite.legal", "", "averse", "Appetite, Legal: Not set → Averse" },
    { "cost.3.mid", "", "7.5", "Cost 3, Midpoint: – → 7.5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *change
          = sl_settings_dup_change (sl_workspace_data (f->ws), changes[i][0], changes[i][1], changes[i][2], FALSE);

      g_assert_cmpstr (change, ==, changes[i][3]);
    }
}

#define ADD(name, func) g_test_add ("/settings-act/" name, Sample, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("draft", test_draft);
  ADD ("moves", test_moves);
  ADD ("bad-grids", test_bad_grids);
  ADD ("exposure", test_exposure);
  ADD ("version", test_version);
  ADD ("go-back", test_go_back);
  ADD ("in-force", test_in_force);
  ADD ("old-assessments", test_old_assessments);
  ADD ("appetite", test_appetite);
  ADD ("not-set", test_not_set);
  ADD ("follow", test_follow);
  ADD ("labels", test_labels);
  ADD ("changes", test_changes);
  return g_test_run ();
}
