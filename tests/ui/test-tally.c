/* The counts of the status line against the sample (domain.md 5.3), and how little an edit counts anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sl-seed.h"
#include "store/sl-place.h"
#include "ui/sl-tally.h"

typedef struct
{
  SlWorkspace *ws;
  SlTally *tally;
  guint told;
} Fixture;

static void
on_told (Fixture *f)
{
  f->told++;
}

static void
set_up (Fixture *f, gconstpointer unused)
{
  g_autoptr (SlStore) store = sl_memory_store_new ();
  g_autoptr (GError) error = NULL;

  g_setenv ("SIGHTLINE_TODAY", "2026-07-31", TRUE);
  f->ws = sl_workspace_new (store);
  g_assert_true (sl_workspace_open (f->ws, NULL, &error));
  g_assert_true (sl_seed_sample (f->ws, &error));
  g_assert_no_error (error);
  f->tally = sl_tally_new (f->ws);
  g_signal_connect_swapped (f->tally, "changed", G_CALLBACK (on_told), f);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  g_assert_finalize_object (f->tally);
  g_assert_finalize_object (f->ws);
}

static SlUid
uid_of (Fixture *f, const char *code)
{
  return sl_data_by_code (sl_workspace_data (f->ws), code)->uid;
}

static void
set (Fixture *f, const char *code, guint field, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_set_text (f->ws, uid_of (f, code), field, text, "For the test", &error));
  g_assert_no_error (error);
}

/* As text, so that a failure shows all of them. */
static void
check (Fixture *f, const char *expected)
{
  const SlTallyCounts *c = sl_tally_counts (f->tally);
  g_autofree char *text = g_strdup_printf ("%u risks, %u open, %u red, %u overdue, %u people, %u leaving, %u gaps", c->total,
                                           c->open, c->red, c->overdue, c->active, c->leaving, c->gaps);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_sample (Fixture *f, gconstpointer unused)
{
  check (f, "14 risks, 12 open, 2 red, 2 overdue, 12 people, 0 leaving, 0 gaps");
}

/* An edit asks its own risk again, and no other; the counts follow, and follow it back. */
static void
test_edit (Fixture *f, gconstpointer unused)
{
  guint64 asked = sl_tally_asked (f->tally);
  SlMoney exposure = sl_tally_counts (f->tally)->exposure;
  g_autoptr (GError) error = NULL;

  set (f, "R-005", SL_RISK_NEXT_REVIEW, "2026-12-01");
  g_assert_cmpuint (sl_tally_asked (f->tally), ==, asked + 1);
  g_assert_cmpuint (f->told, ==, 1);
  check (f, "14 risks, 12 open, 2 red, 2 overdue, 12 people, 0 leaving, 0 gaps");
  g_assert_true (sl_workspace_assess (f->ws, uid_of (f, "R-002"), 5, 5, "It got worse", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sl_tally_asked (f->tally), ==, asked + 2);
  check (f, "14 risks, 12 open, 3 red, 2 overdue, 12 people, 0 leaving, 0 gaps");
  g_assert_true (sl_workspace_undo (f->ws, &error));
  g_assert_true (sl_workspace_undo (f->ws, &error));
  check (f, "14 risks, 12 open, 2 red, 2 overdue, 12 people, 0 leaving, 0 gaps");
  g_assert_cmpint (sl_tally_counts (f->tally)->exposure, ==, exposure);
}

/* Who leaves soon is counted, and what is then without an owner. */
static void
test_people (Fixture *f, gconstpointer unused)
{
  guint64 asked = sl_tally_asked (f->tally);

  set (f, "P-03", SL_PERSON_ACTIVE_TO, "2026-08-15");
  check (f, "14 risks, 12 open, 2 red, 2 overdue, 12 people, 1 leaving, 0 gaps");
  set (f, "P-03", SL_PERSON_ACTIVE_TO, "2026-07-01");
  check (f, "14 risks, 12 open, 2 red, 2 overdue, 11 people, 0 leaving, 28 gaps");
  g_assert_cmpuint (sl_tally_asked (f->tally), ==, asked);
}

/* Another day: everything is judged anew. */
static void
test_day (Fixture *f, gconstpointer unused)
{
  SlDate day;

  g_assert_true (sl_date_parse ("2027-07-31", SL_DATE_NONE, &day));
  sl_workspace_set_as_of (f->ws, day);
  check (f, "14 risks, 12 open, 2 red, 12 overdue, 12 people, 0 leaving, 0 gaps");
  g_assert_cmpuint (f->told, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/tally/sample", Fixture, NULL, set_up, test_sample, tear_down);
  g_test_add ("/tally/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/tally/people", Fixture, NULL, set_up, test_people, tear_down);
  g_test_add ("/tally/day", Fixture, NULL, set_up, test_day, tear_down);
  return g_test_run ();
}
