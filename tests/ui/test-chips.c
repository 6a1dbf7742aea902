/* The filters of a register against the sample (domain.md 5.3), and how much is asked for their counts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-fixture.h"

#include "exchange/sl-seed.h"
#include "store/sl-place.h"
#include "ui/models/sl-chips.h"
#include "ui/models/sl-person-columns.h"
#include "ui/models/sl-person-filters.h"
#include "ui/models/sl-risk-columns.h"
#include "ui/models/sl-risk-filters.h"
#include "ui/models/sl-saved-views.h"

typedef struct
{
  SlWorkspace *ws;
  SlGridModel *model;
  SlChips *chips;
} Fixture;

static SlWorkspace *
sample (void)
{
  g_autoptr (SlStore) store = sl_memory_store_new ();
  g_autoptr (GError) error = NULL;
  SlWorkspace *ws = sl_workspace_new (store);

  g_setenv ("SIGHTLINE_TODAY", "2026-07-31", TRUE);
  g_assert_true (sl_workspace_open (ws, NULL, &error));
  g_assert_true (sl_seed_sample (ws, &error));
  g_assert_no_error (error);
  return ws;
}

static void
set_up (Fixture *f, gconstpointer large)
{
  g_autoptr (GPtrArray) columns = sl_risk_columns ();

  f->ws = large != NULL ? ui_fixture_workspace (5000) : sample ();
  f->model = sl_grid_model_new (f->ws, SL_KIND_RISK, columns);
  f->chips = sl_chips_new (f->model, sl_risk_filters);
}

static void
tear_down (Fixture *f, gconstpointer large)
{
  g_assert_finalize_object (f->chips);
  g_assert_finalize_object (f->model);
  g_assert_finalize_object (f->ws);
}

/* The codes shown when just @text is on. */
static void
check_kept (Fixture *f, const char *text, const char *expected)
{
  g_autofree char *unknown = sl_chips_set_text (f->chips, text);
  g_autofree char *back = sl_chips_dup_text (f->chips);
  g_autoptr (GString) codes = g_string_new (NULL);

  g_assert_null (unknown);
  g_assert_cmpstr (back, ==, text);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f->model)); i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " " : "",
                            sl_record_code (sl_grid_model_record (f->model, sl_grid_model_uid (f->model, i))));
  g_assert_cmpstr (codes->str, ==, expected);
}

static const SlChip *
chip (Fixture *f, const char *id, guint *n)
{
  for (guint i = 0; i < sl_chips_n (f->chips); i++)
    if (g_str_equal (sl_chips_get (f->chips, i)->filter->id, id))
      {
        if (n != NULL)
          *n = i;
        return sl_chips_get (f->chips, i);
      }
  g_assert_not_reached ();
}

static void
test_predicates (Fixture *f, gconstpointer unused)
{
  check_kept (f, "live", "R-001 R-002 R-003 R-004 R-005 R-006 R-007 R-009 R-010 R-011 R-012 R-014");
  check_kept (f, "overdue", "R-005 R-009");
  check_kept (f, "stale", "R-005");
  check_kept (f, "breach", "R-005");
  check_kept (f, "red", "R-001 R-005");
  check_kept (f, "worse", "R-001 R-007");
  check_kept (f, "worse=2026-07-30", "");
  check_kept (f, "no-action", "R-002 R-007 R-012");
  check_kept (f, "no-owner", "");
  check_kept (f, "state=closed", "R-013");
  check_kept (f, "category=reputational", "R-005");
  check_kept (f, "owner=P-06", "R-005");
  /* Of one filter any, of different filters all. */
  check_kept (f, "state=occurred;state=closed", "R-008 R-013");
  check_kept (f, "live;state=occurred;state=closed", "");
  check_kept (f, "red;worse", "R-001");
}

/* A row counts for the chips that keep it as long as the other filters do. */
static void
test_counts (Fixture *f, gconstpointer unused)
{
  guint n;

  g_assert_cmpuint (chip (f, "live", NULL)->count, ==, 12);
  g_assert_cmpuint (sl_chips_n_hidden (f->chips), ==, 2);
  g_assert_cmpuint (chip (f, "overdue", NULL)->count, ==, 2);
  g_assert_cmpuint (chip (f, "breach", NULL)->count, ==, 1);
  g_assert_cmpuint (chip (f, "red", NULL)->count, ==, 2);
  g_assert_cmpuint (chip (f, "worse", NULL)->count, ==, 2);
  g_assert_true (sl_chips_add (f->chips, sl_row_filter_find (sl_risk_filters, "no-owner"), 0));
  g_assert_cmpuint (chip (f, "no-owner", NULL)->count, ==, 0);
  g_assert_cmpuint (chip (f, "live", NULL)->count, ==, 0);
  chip (f, "no-owner", &n);
  sl_chips_remove (f->chips, n);
  chip (f, "red", &n);
  sl_chips_turn (f->chips, n, TRUE);
  g_assert_cmpuint (chip (f, "overdue", NULL)->count, ==, 1);
  g_assert_cmpuint (chip (f, "red", NULL)->count, ==, 2);
  g_assert_cmpuint (sl_chips_n_hidden (f->chips), ==, 12);
  sl_chips_clear (f->chips);
  g_assert_cmpuint (sl_chips_n_on (f->chips), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->model)), ==, 14);
}

static void
test_actor (Fixture *f, gconstpointer unused)
{
  const SlRecord *person = sl_data_by_code (sl_workspace_data (f->ws), "P-06");
  g_autoptr (GError) error = NULL;

  check_kept (f, "mine", "R-012");
  g_assert_true (sl_workspace_set_actor (f->ws, person->uid, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->model)), ==, 1);
  g_assert_cmpuint (chip (f, "mine", NULL)->count, ==, 1);
}

/* A day is one chip, whichever day it is; its words say the day. */
static void
test_day (Fixture *f, gconstpointer unused)
{
  const SlRowFilter *worse = sl_row_filter_find (sl_risk_filters, "worse");
  guint before = sl_chips_n (f->chips), n;
  g_autofree char *label = NULL;

  g_assert_true (sl_chips_add (f->chips, worse, sl_date_from_iso ("2026-01-10")));
  g_assert_true (sl_chips_add (f->chips, worse, sl_date_from_iso ("2026-06-30")));
  g_assert_cmpuint (sl_chips_n (f->chips), ==, before);
  label = sl_row_filter_dup_label (worse, f->ws, chip (f, "worse", &n)->value);
  g_assert_cmpstr (label, ==, "Worse since 30 Jun 2026");
  sl_chips_remove (f->chips, n);
  g_assert_cmpuint (sl_chips_n (f->chips), ==, before);
  g_assert_cmpint (chip (f, "worse", NULL)->value, ==, 0);
}

/* What a newer program wrote is left out, and said. */
static void
test_unknown (Fixture *f, gconstpointer unused)
{
  g_autofree char *unknown = sl_chips_set_text (f->chips, "red;mood=sunny;state=molten;owner=P-99;red=5;stale");
  g_autofree char *back = sl_chips_dup_text (f->chips);

  g_assert_cmpstr (unknown, ==, "mood=sunny;state=molten;owner=P-99;red=5");
  g_assert_cmpstr (back, ==, "red;stale");
}

/* An edit asks the rows it touches, turning a chip none. */
static void
test_work (Fixture *f, gconstpointer large)
{
  guint64 asked;
  guint live, total = sl_grid_model_n_total (f->model);

  g_assert_true (sl_chips_is_busy (f->chips));
  sl_chips_finish (f->chips);
  sl_grid_model_finish (f->model);
  asked = sl_chips_asked (f->chips);
  g_assert_cmpuint (asked, ==, total);
  live = chip (f, "live", NULL)->count;
  g_assert_cmpuint (live, ==, g_list_model_get_n_items (G_LIST_MODEL (f->model)));
  ui_fixture_set (f->ws, ui_fixture_risk (f->ws, 7), SL_RISK_TITLE, "Another name");
  g_assert_cmpuint (sl_chips_asked (f->chips), ==, asked + 1);
  g_assert_cmpuint (chip (f, "live", NULL)->count, ==, live);
  sl_chips_turn (f->chips, 2, TRUE);
  g_assert_cmpuint (sl_chips_asked (f->chips), ==, asked + 1);
  sl_grid_model_finish (f->model);
  g_assert_cmpuint (sl_chips_get (f->chips, 2)->count, ==, g_list_model_get_n_items (G_LIST_MODEL (f->model)));
  g_assert_cmpuint (sl_chips_n_hidden (f->chips) + g_list_model_get_n_items (G_LIST_MODEL (f->model)), ==, total);
}

/* New rows are counted, those taken back are not. */
static void
test_undo (Fixture *f, gconstpointer unused)
{
  SlTx *tx = sl_workspace_begin (f->ws, SL_VERB_ADD);
  g_autoptr (GError) error = NULL;

  sl_tx_set (tx, sl_tx_create (tx, SL_KIND_RISK), SL_RISK_TITLE, &SL_VALUE_TEXT ("New"), &error);
  g_assert_true (sl_workspace_commit (f->ws, tx, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (chip (f, "live", NULL)->count, ==, 13);
  g_assert_true (sl_workspace_undo (f->ws, &error));
  g_assert_cmpuint (chip (f, "live", NULL)->count, ==, 12);
  g_assert_cmpuint (sl_chips_n_hidden (f->chips), ==, 2);
}

static void
check_view (Fixture *f, SlUid view, const char *key, const char *expected)
{
  g_autofree char *text = sl_saved_view_dup (f->ws, view, key);

  g_assert_cmpstr (text, ==, expected);
}

/* A view is an edit like any other, and keeps what a newer program added. */
static void
test_saved (Fixture *f, gconstpointer unused)
{
  SlUid view = SL_UID_NONE;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) some = NULL, none = NULL, other = NULL;
  guint64 asked = sl_chips_asked (f->chips);
  SlTx *tx;

  sl_saved_view_put (f->ws, &view, "Board pack", "risks",
                     &(SlSavedViewParts){ "live;red", "code:60,-title:200;-score", "roomy", "tunnel bridge" }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sl_chips_asked (f->chips), ==, asked);
  some = sl_saved_views_of (f->ws, "risks");
  other = sl_saved_views_of (f->ws, "people");
  g_assert_cmpuint (some->len, ==, 1);
  g_assert_cmpuint (other->len, ==, 0);
  check_view (f, view, "filters", "live;red");
  check_view (f, view, "columns", "code:60,-title:200;-score");
  check_view (f, view, "density", "roomy");
  check_view (f, view, "search", "tunnel bridge");
  tx = sl_workspace_begin (f->ws, SL_VERB_EDIT);
  g_assert_true (sl_tx_set (tx, view, SL_SAVED_VIEW_CONTENT,
                            &SL_VALUE_TEXT ("[view]\npage=risks\nfilters=mood=sunny\ntint=blue\n\n[more]\nstars=3"), &error));
  g_assert_true (sl_workspace_commit (f->ws, tx, NULL, &error));
  g_assert_no_error (error);
  check_view (f, view, "columns", NULL);
  /* One from before views held these. */
  check_view (f, view, "density", NULL);
  check_view (f, view, "search", NULL);
  g_assert_true (sl_saved_view_put (f->ws, &view, "Renamed", "risks", &(SlSavedViewParts){ .filters = "stale" }, &error));
  g_assert_cmpstr (sl_saved_view_name (f->ws, view), ==, "Renamed");
  check_view (f, view, "tint", "blue");
  check_view (f, view, "filters", "stale");
  check_view (f, view, "search", NULL);
  g_assert_nonnull (strstr (SL_AS (SAVED_VIEW, sl_data_lookup (sl_workspace_data (f->ws), view))->content, "stars=3"));
  g_assert_true (sl_workspace_undo (f->ws, &error));
  g_assert_cmpstr (sl_saved_view_name (f->ws, view), ==, "Board pack");
  check_view (f, view, "filters", "mood=sunny");
  g_assert_true (sl_saved_view_delete (f->ws, view, &error));
  none = sl_saved_views_of (f->ws, "risks");
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (sl_workspace_undo (f->ws, &error));
  g_assert_cmpstr (sl_saved_view_name (f->ws, view), ==, "Board pack");
}

static void
leave_on (SlWorkspace *ws, const char *code, const char *day)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_set_text (ws, sl_data_by_code (sl_workspace_data (ws), code)->uid, SL_PERSON_ACTIVE_TO, day,
                                        "Moves away", &error));
  g_assert_no_error (error);
}

/* Who leaves, who has left, and what they answer for. */
static void
test_people (void)
{
  Fixture f = { .ws = sample () };
  g_autoptr (GPtrArray) columns = sl_person_columns ();

  f.model = sl_grid_model_new (f.ws, SL_KIND_PERSON, columns);
  f.chips = sl_chips_new (f.model, sl_person_filters);
  leave_on (f.ws, "P-03", "2026-08-15");
  leave_on (f.ws, "P-05", "2027-06-30");
  leave_on (f.ws, "P-12", "2026-07-01");
  check_kept (&f, "left", "P-12");
  check_kept (&f, "leaving", "P-03 P-05");
  check_kept (&f, "gaps", "P-03");
  check_kept (&f, "here;nothing", "");
  check_kept (&f, "no-role", "");
  check_kept (&f, "organisation=ORG-02", "P-03");
  check_kept (&f, "board", "P-01 P-04 P-10");
  check_kept (&f, "senior", "P-01 P-03 P-06");
  check_kept (&f, "risks", "P-02 P-03 P-04 P-05 P-06 P-07 P-08 P-09 P-11");
  check_kept (&f, "overdue", "P-03 P-06 P-09 P-11");
  sl_chips_clear (f.chips);
  g_assert_cmpuint (chip (&f, "left", NULL)->count, ==, 1);
  tear_down (&f, NULL);
}

#define ADD(name, data, func) g_test_add ("/chips/" name, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("predicates", NULL, test_predicates);
  ADD ("counts", NULL, test_counts);
  ADD ("actor", NULL, test_actor);
  ADD ("day", NULL, test_day);
  ADD ("unknown", NULL, test_unknown);
  ADD ("work", "large", test_work);
  ADD ("undo", NULL, test_undo);
  ADD ("saved", NULL, test_saved);
  g_test_add_func ("/chips/people", test_people);
  return g_test_run ();
}
