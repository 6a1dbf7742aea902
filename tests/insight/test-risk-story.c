/* What happened to a risk, in order, and nothing of the future.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "insight/sl-risk-status.h"
#include "insight/sl-risk-story.h"
#include "insight/sl-settings-moves.h"
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

static GArray *
story (const SlView *view, SlUid risk)
{
  return sl_risk_story (view, SL_AS (RISK, sl_data_lookup (view->data, risk)));
}

static void
assert_event (const GArray *events, guint n, SlStoryWhat what, const char *day)
{
  const SlStoryEvent *event = &g_array_index (events, SlStoryEvent, n);
  char iso[11];

  g_test_message ("%u", n);
  g_assert_cmpuint (events->len, >, n);
  g_assert_cmpint (event->what, ==, what);
  g_assert_cmpstr (sl_date_to_iso (event->day, iso), ==, day);
}

static void
test_order (SlFixture *f, gconstpointer unused)
{
  SlUid risk = sl_fixture_add_risk (f, SL_RISK_STATE_TREATING);
  SlView view;
  g_autoptr (GArray) events = NULL;

  sl_fixture_assess (f, risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-05-04", 2, 3);
  sl_fixture_assess (f, risk, SL_ASSESSMENT_TYPE_TARGET, "2026-05-04", 1, 3);
  sl_fixture_assess (f, risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-06", 4, 3);
  sl_fixture_review (f, risk, "2026-07-06");
  sl_fixture_escalate (f, risk, SL_ESCALATION_STATE_RAISED, "2026-07-10", "2026-08-10");
  sl_fixture_change (f, risk, SL_RISK_ACCEPTED_ON, DATE ("2026-07-31"));
  /* Not yet: as of the day before all that is later has not happened. */
  sl_fixture_assess (f, risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-08-01", 5, 3);
  view = sl_fixture_view (f);
  events = story (&view, risk);
  g_assert_cmpuint (events->len, ==, 6);
  assert_event (events, 0, SL_STORY_ACCEPTED, "2026-07-31");
  assert_event (events, 1, SL_STORY_ESCALATED, "2026-07-10");
  assert_event (events, 2, SL_STORY_REVIEWED, "2026-07-06");
  assert_event (events, 3, SL_STORY_ASSESSED, "2026-07-06");
  g_assert_cmpint (g_array_index (events, SlStoryEvent, 3).score, ==, 12);
  g_assert_cmpint (g_array_index (events, SlStoryEvent, 3).earlier_score, ==, 6);
  g_assert_cmpint (g_array_index (events, SlStoryEvent, 3).by, ==, f->ada);
  assert_event (events, 4, SL_STORY_ASSESSED, "2026-05-04");
  assert_event (events, 5, SL_STORY_ASSESSED, "2026-05-04");
  g_assert_cmpint (g_array_index (events, SlStoryEvent, 4).earlier_score, ==, 0);
}

static void
test_actions (SlFixture *f, gconstpointer unused)
{
  SlUid risk = sl_fixture_add_risk (f, SL_RISK_STATE_TREATING);
  SlUid action = sl_fixture_add_action (f, risk, SL_ACTION_STATE_VERIFIED, "2026-06-30");
  SlRecordEdit move;
  SlView view;
  g_autoptr (GArray) events = NULL;

  sl_fixture_edit (f, SL_KIND_DUE_MOVE, &move);
  sl_record_edit_set (&move, SL_DUE_MOVE_ACTION, &SL_VALUE_REF (action));
  sl_record_edit_set (&move, SL_DUE_MOVE_FROM, &DATE ("2026-05-31"));
  sl_record_edit_set (&move, SL_DUE_MOVE_TO, &DATE ("2026-06-30"));
  sl_record_edit_set (&move, SL_DUE_MOVE_ON, &DATE ("2026-05-20"));
  sl_record_edit_set (&move, SL_DUE_MOVE_REASON, &SL_VALUE_TEXT ("Crews were away"));
  sl_fixture_load (f, &move);
  sl_fixture_change (f, action, SL_ACTION_VERIFIED_ON, DATE ("2026-07-01"));
  sl_fixture_change (f, action, SL_ACTION_VERIFIED_BY, SL_VALUE_REF (f->chair));
  view = sl_fixture_view (f);
  events = story (&view, risk);
  g_assert_cmpuint (events->len, ==, 2);
  assert_event (events, 0, SL_STORY_ACTION_VERIFIED, "2026-07-01");
  g_assert_cmpint (g_array_index (events, SlStoryEvent, 0).by, ==, f->chair);
  assert_event (events, 1, SL_STORY_ACTION_MOVED, "2026-05-20");
  g_assert_cmpstr (g_array_index (events, SlStoryEvent, 1).note, ==, "Crews were away");
  g_assert_cmpint (g_array_index (events, SlStoryEvent, 1).to, ==, sl_date_from_iso ("2026-06-30"));
}

/* Every rating is explained from its own figures. */
static void
test_ratings (SlFixture *f, gconstpointer unused)
{
  SlUid risk = sl_fixture_add_risk (f, SL_RISK_STATE_TREATING);
  const SlRisk *record;
  SlView view;
  g_autoptr (SlExplanation) current = NULL, target = NULL, inherent = NULL, topic = NULL;
  g_autofree char *text = NULL, *same = NULL;

  sl_fixture_assess (f, risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-05-04", 4, 4);
  sl_fixture_assess (f, risk, SL_ASSESSMENT_TYPE_TARGET, "2026-05-04", 2, 4);
  view = sl_fixture_view (f);
  record = SL_AS (RISK, sl_data_lookup (view.data, risk));
  current = sl_rating_explain (&view, record, SL_ASSESSMENT_TYPE_CURRENT, FALSE);
  topic = sl_risk_explain (&view, record, SL_TOPIC_SCORE, FALSE);
  text = sl_explanation_to_text (current);
  same = sl_explanation_to_text (topic);
  g_assert_cmpstr (text, ==, same);
  g_assert_cmpstr (current->result, ==, "16 Red");
  target = sl_rating_explain (&view, record, SL_ASSESSMENT_TYPE_TARGET, FALSE);
  g_assert_cmpstr (target->result, ==, "8 Amber");
  g_assert_cmpstr (target->inputs->pdata[0], ==, "Probability 2: Unlikely.");
  inherent = sl_rating_explain (&view, record, SL_ASSESSMENT_TYPE_INHERENT, FALSE);
  g_assert_cmpstr (inherent->result, ==, "Not scored");
  g_assert_cmpstr (inherent->inputs->pdata[0], ==, "There is no assessment before controls on or before the as-of date.");
}

/* --- The scale of the day ------------------------------------------------------------------------------------------ */

/* Version 2: another grid, in which 4 x 4 is Amber (or Red again), made on @day. */
static void
next_settings (SlFixture *f, int version, const char *day, const char *row)
{
  SlRecordEdit edit;

  sl_record_edit_from (&edit, &sl_data_settings (sl_fixture_data (f))->record);
  edit.uid = sl_uid_new ();
  edit.values[SL_SETTINGS_VERSION] = SL_VALUE_INT (version);
  edit.values[SL_SETTINGS_CHANGED_ON] = DATE (day);
  edit.values[SL_SETTINGS_GRID_4] = SL_VALUE_TEXT (row);
  sl_fixture_load (f, &edit);
  sl_fixture_change (f, f->info, SL_PROGRAMME_SETTINGS, SL_VALUE_REF (edit.uid));
}

/* Each rating is told with the level it had on its day; the one in force counts by today's grid all the same. */
static void
test_levels_of_their_day (SlFixture *f, gconstpointer unused)
{
  SlUid risk = sl_fixture_add_risk (f, SL_RISK_STATE_TREATING);
  SlView view;
  g_autoptr (GArray) events = NULL;

  sl_fixture_change (f, f->settings, SL_SETTINGS_CHANGED_ON, DATE ("2025-01-06"));
  sl_fixture_assess (f, risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-05-04", 4, 4);
  sl_fixture_assess (f, risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-06-10", 4, 4);
  sl_fixture_assess (f, risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-06", 4, 4);
  next_settings (f, 2, "2026-06-10", "GAAAR");
  view = sl_fixture_view (f);
  events = story (&view, risk);
  g_assert_cmpuint (events->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const SlStoryEvent *event = &g_array_index (events, SlStoryEvent, i);

      /* The day of the change is the new one's first. */
      g_assert_cmpint (event->rag, ==, i < 2 ? SL_RAG_AMBER : SL_RAG_RED);
      g_assert_cmpint (event->scale->version, ==, i < 2 ? 2 : 1);
      g_assert_true ((event->scale == view.settings) == (i < 2));
    }
  g_assert_cmpint (sl_risk_rag (&view, SL_AS (RISK, sl_data_lookup (view.data, risk))), ==, SL_RAG_AMBER);
}

static void
assert_explained (const SlView *view, SlUid assessment, SlUid risk, const char *expected)
{
  g_autoptr (SlExplanation) why
      = sl_assessment_explain (view, SL_AS (RISK, sl_data_lookup (view->data, risk)),
                               SL_AS (RISK_ASSESSMENT, sl_data_lookup (view->data, assessment)), FALSE);
  GString *s = g_string_new (why->result);

  for (guint i = 0; i < why->inputs->len; i++)
    g_string_append_printf (s, "\n%s", (const char *) why->inputs->pdata[i]);
  g_assert_cmpstr (s->str, ==, expected);
  g_string_free (s, TRUE);
}

/* An old assessment speaks by its own scale and grid; the one in force by its own scale and today's grid. */
static void
test_explained_by_their_day (SlFixture *f, gconstpointer unused)
{
  SlUid risk = sl_fixture_add_risk (f, SL_RISK_STATE_TREATING), old, late;
  SlView view;
  g_autoptr (SlExplanation) now = NULL;
  g_autofree char *text = NULL;

  old = sl_fixture_assess (f, risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-05-04", 4, 4);
  next_settings (f, 2, "2026-06-10", "GAAAR");
  view = sl_fixture_view (f);
  now = sl_risk_explain (&view, SL_AS (RISK, sl_data_lookup (view.data, risk)), SL_TOPIC_SCORE, FALSE);
  text = sl_explanation_to_text (now);
  g_assert_cmpstr (text, ==,
                   "16 Amber\nF-1, F-2: probability times the highest impact; the grid of the settings gives the colour.\n"
                   "Probability 4: Likely.\nImpact on benefits 4.\nAssessed 4 May 2026 by Ada.\n"
                   "In the words of its day: by the scale of version 1.\nBy the grid of that day it was Red.\n"
                   "Grid of settings version 2.");
  assert_explained (&view, old, risk,
                    "16 Red\nProbability 4: Likely.\nImpact on benefits 4.\nAssessed 4 May 2026 by Ada.\n"
                    "In the words of its day: by the scale of version 1.\nGrid of settings version 1.");
  late = sl_fixture_assess (f, risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-06", 4, 4);
  /* Version 2 has no words of its own in this fixture: none are borrowed from another version. */
  assert_explained (&view, late, risk,
                    "16 Amber\nProbability 4.\nImpact on benefits 4.\nAssessed 6 Jul 2026 by Ada.\nGrid of settings version 2.");
}

static gboolean
was_red (SlFixture *f, SlUid risk, const char *since)
{
  SlView view = sl_fixture_view (f);

  return sl_risk_was_red (&view, risk, sl_date_from_iso (since));
}

/* A grid that turns Red into Amber does not make it never to have been Red, nor the other way round. */
static void
test_was_red (SlFixture *f, gconstpointer unused)
{
  SlUid risk = sl_fixture_add_risk (f, SL_RISK_STATE_OPEN);

  g_assert_false (was_red (f, risk, "2026-01-01"));
  sl_fixture_assess (f, risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-05-04", 4, 4);
  g_assert_true (was_red (f, risk, "2026-07-31"));
  next_settings (f, 2, "2026-06-10", "GAAAR");
  g_assert_false (was_red (f, risk, "2026-06-10"));
  g_assert_true (was_red (f, risk, "2026-06-09"));
  next_settings (f, 3, "2026-07-10", "GAARR"); /* no new assessment, but Red from that day on */
  next_settings (f, 4, "2026-07-20", "GAAAR");
  g_assert_true (was_red (f, risk, "2026-06-10"));
  g_assert_true (was_red (f, risk, "2026-07-19"));
  g_assert_false (was_red (f, risk, "2026-07-20"));
  /* For a few hours of one day is Red as well; what lies ahead is not. */
  sl_fixture_assess (f, risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-25", 5, 5);
  sl_fixture_assess (f, risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-25", 1, 1);
  g_assert_true (was_red (f, risk, "2026-07-20"));
  g_assert_false (was_red (f, risk, "2026-07-26"));
  sl_fixture_assess (f, risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-08-01", 5, 5);
  sl_fixture_assess (f, risk, SL_ASSESSMENT_TYPE_TARGET, "2026-07-27", 5, 5);
  g_assert_false (was_red (f, risk, "2026-07-26"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/risk-story/order", SlFixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/risk-story/actions", SlFixture, NULL, set_up, test_actions, tear_down);
  g_test_add ("/risk-story/ratings", SlFixture, NULL, set_up, test_ratings, tear_down);
  g_test_add ("/risk-story/levels-of-their-day", SlFixture, NULL, set_up, test_levels_of_their_day, tear_down);
  g_test_add ("/risk-story/explained-by-their-day", SlFixture, NULL, set_up, test_explained_by_their_day, tear_down);
  g_test_add ("/risk-story/was-red", SlFixture, NULL, set_up, test_was_red, tear_down);
  return g_test_run ();
}
