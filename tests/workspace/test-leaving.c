/* A person leaves: one change with one reason, gaps where nobody took over, and the way back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workspace/sl-leaving.h"

#include "base/sl-error.h"
#include "workspace-fixture.h"

#include <string.h>

#define LAST_DAY "2026-08-14"

/* Ada acts, Bob leaves, Cat takes over. */
typedef struct
{
  Fixture f;
  SlUid risk, draft, action, benefit, project;
} Leaving;

static SlUid
add (SlWorkspace *ws, int kind, guint title, const char *text)
{
  SlTx *tx = sl_workspace_begin (ws, SL_VERB_ADD);
  SlUid uid = sl_tx_create (tx, kind);
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_tx_set (tx, uid, title, &SL_VALUE_TEXT (text), &error));
  if (kind == SL_KIND_ACTION)
    g_assert_true (sl_tx_set (tx, uid, SL_ACTION_RISK,
                              &SL_VALUE_REF (sl_data_by_code (sl_workspace_data (ws), "R-001")->uid), &error));
  if (kind == SL_KIND_MAP_NODE)
    g_assert_true (sl_tx_set (tx, uid, SL_MAP_NODE_TYPE, &SL_VALUE_ENUM (SL_NODE_TYPE_ENABLER), &error));
  g_assert_true (sl_workspace_commit (ws, tx, NULL, &error));
  g_assert_no_error (error);
  return uid;
}

static SlUid
add_open_risk (SlWorkspace *ws)
{
  SlUid risk = fixture_add_risk (ws, "Rotas");
  g_autoptr (GError) error = NULL;

  fixture_set (ws, risk, SL_RISK_CAUSE, "New rotas are not agreed");
  fixture_set (ws, risk, SL_RISK_EVENT, "Crews may not start in September");
  fixture_set (ws, risk, SL_RISK_EFFECT, "Collection costs do not fall");
  fixture_set (ws, risk, SL_RISK_OWNER, "Bob");
  fixture_set (ws, risk, SL_RISK_CATEGORY, "people");
  fixture_set (ws, risk, SL_RISK_EARLIEST_DATE, "2026-09-01");
  g_assert_true (sl_workspace_assess (ws, risk, 4, 4, NULL, &error));
  g_assert_no_error (error);
  fixture_set (ws, risk, SL_RISK_STATE, "open");
  return risk;
}

static void
set_up (Leaving *l, gconstpointer unused)
{
  SlWorkspace *ws;

  fixture_set_up (&l->f, NULL);
  ws = l->f.ws;
  l->risk = add_open_risk (ws);
  l->draft = fixture_add_risk (ws, "Half a thought");
  fixture_set (ws, l->draft, SL_RISK_OWNER, "Bob");
  l->action = add (ws, SL_KIND_ACTION, SL_ACTION_TITLE, "Agree the rotas");
  fixture_set (ws, l->action, SL_ACTION_OWNER, "Bob");
  fixture_set (ws, l->action, SL_ACTION_DUE, "2026-08-01");
  l->benefit = add (ws, SL_KIND_BENEFIT, SL_BENEFIT_NAME, "Fewer rounds");
  fixture_set (ws, l->benefit, SL_BENEFIT_OWNER, "Bob");
  fixture_set (ws, l->benefit, SL_BENEFIT_OWNER_ACCEPTED, "2026-07-01");
  l->project = sl_data_by_code (sl_workspace_data (ws), "PRJ-001")->uid;
  fixture_set (ws, l->project, SL_PROJECT_MANAGER, "Bob");
}

static void
tear_down (Leaving *l, gconstpointer unused)
{
  fixture_tear_down (&l->f, NULL);
}

/* Everything of Bob's, to @successor. */
static GArray *
all_to (Leaving *l, SlUid successor)
{
  SlView view = sl_workspace_view (l->f.ws);
  g_autoptr (GArray) owned = sl_ownership_of (&view, l->f.bob);
  GArray *list = g_array_new (FALSE, TRUE, sizeof (SlHandOver));

  for (guint i = 0; i < owned->len; i++)
    {
      SlHandOver one = { g_array_index (owned, SlOwned, i), successor };

      g_array_append_val (list, one);
    }
  return list;
}

static void
keep_back (GArray *list, SlUid uid)
{
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, SlHandOver, i).owned.uid == uid)
      g_array_index (list, SlHandOver, i).successor = SL_UID_NONE;
}

static guint
count_gaps (SlWorkspace *ws)
{
  g_autoptr (GPtrArray) findings = sl_workspace_check (ws);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *text = sl_finding_dup_text (findings->pdata[i], FALSE);

      n += strstr (text, "owner gap") != NULL;
    }
  return n;
}

static void
assert_bobs (Leaving *l)
{
  assert_field (l->f.ws, l->f.bob, SL_PERSON_ACTIVE_TO, "");
  assert_field (l->f.ws, l->risk, SL_RISK_OWNER, "P-02");
  assert_field (l->f.ws, l->draft, SL_RISK_OWNER, "P-02");
  assert_field (l->f.ws, l->action, SL_ACTION_OWNER, "P-02");
  assert_field (l->f.ws, l->benefit, SL_BENEFIT_OWNER, "P-02");
  assert_field (l->f.ws, l->benefit, SL_BENEFIT_OWNER_ACCEPTED, "2026-07-01");
  assert_field (l->f.ws, l->project, SL_PROJECT_MANAGER, "P-02");
}

static void
leave (Leaving *l, const char *last_day, GArray *list)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_leave (l->f.ws, l->f.bob, sl_date_from_iso (last_day), list, "Bob goes to the port", &error));
  g_assert_no_error (error);
}

/* --- Leaving ------------------------------------------------------------------------------------------------------ */

static gboolean
take_first (SlChangeSet *change_set, gpointer data)
{
  *(SlChangeSet **) data = sl_change_set_ref (change_set);
  return FALSE;
}

static void
test_one_change (Leaving *l, gconstpointer unused)
{
  g_autoptr (GArray) list = all_to (l, l->f.cat);
  gint64 seq = sl_workspace_head (l->f.ws)->seq;
  g_autoptr (SlChangeSet) last = NULL;
  g_autofree char *label = NULL;

  g_assert_cmpuint (list->len, ==, 5);
  leave (l, LAST_DAY, list);
  assert_field (l->f.ws, l->f.bob, SL_PERSON_ACTIVE_TO, LAST_DAY);
  assert_field (l->f.ws, l->risk, SL_RISK_OWNER, "P-03");
  assert_field (l->f.ws, l->draft, SL_RISK_OWNER, "P-03");
  assert_field (l->f.ws, l->action, SL_ACTION_OWNER, "P-03");
  assert_field (l->f.ws, l->benefit, SL_BENEFIT_OWNER, "P-03");
  assert_field (l->f.ws, l->project, SL_PROJECT_MANAGER, "P-03");
  g_assert_cmpint (sl_workspace_head (l->f.ws)->seq, ==, seq + 1);
  g_assert_true (sl_store_read_back (l->f.store, 0, take_first, &last, NULL));
  g_assert_cmpstr (last->reason, ==, "Bob goes to the port");
  g_assert_cmpint (last->actor, ==, l->f.ada);
  label = sl_change_set_dup_label (last, sl_workspace_data (l->f.ws), FALSE);
  g_assert_cmpstr (label, ==, "Reassign P-02 …");
  g_assert_cmpuint (count_gaps (l->f.ws), ==, 0);
}

/* The word of the one before is not the word of the next. */
static void
test_acceptance (Leaving *l, gconstpointer unused)
{
  g_autoptr (GArray) list = all_to (l, l->f.cat);

  leave (l, LAST_DAY, list);
  assert_field (l->f.ws, l->benefit, SL_BENEFIT_OWNER_ACCEPTED, "");
  fixture_set (l->f.ws, l->benefit, SL_BENEFIT_OWNER_ACCEPTED, "2026-07-30");
  assert_field (l->f.ws, l->benefit, SL_BENEFIT_OWNER_ACCEPTED, "2026-07-30");
  /* Said in one breath with the change of owner it is the next one's. */
  {
    SlTx *tx = sl_workspace_begin (l->f.ws, SL_VERB_EDIT);

    g_assert_true (sl_tx_set (tx, l->benefit, SL_BENEFIT_OWNER, &SL_VALUE_REF (l->f.ada), NULL));
    g_assert_true (sl_tx_set (tx, l->benefit, SL_BENEFIT_OWNER_ACCEPTED, &SL_VALUE_DATE (sl_date_from_iso ("2026-07-31")), NULL));
    g_assert_true (sl_workspace_commit (l->f.ws, tx, "so agreed", NULL));
  }
  assert_field (l->f.ws, l->benefit, SL_BENEFIT_OWNER_ACCEPTED, "2026-07-31");
}

static void
test_undo (Leaving *l, gconstpointer unused)
{
  g_autoptr (GArray) list = all_to (l, l->f.cat);
  g_autoptr (GError) error = NULL;

  leave (l, LAST_DAY, list);
  g_assert_true (sl_workspace_undo (l->f.ws, &error));
  g_assert_no_error (error);
  assert_bobs (l);
  g_assert_true (sl_workspace_redo (l->f.ws, &error));
  assert_field (l->f.ws, l->risk, SL_RISK_OWNER, "P-03");
  assert_field (l->f.ws, l->f.bob, SL_PERSON_ACTIVE_TO, LAST_DAY);
}

/* Also of somebody who had left before: what was a gap is one again. */
static void
test_undo_of_gone (Leaving *l, gconstpointer unused)
{
  g_autoptr (GArray) left = all_to (l, SL_UID_NONE), list = NULL;
  g_autoptr (GError) error = NULL;

  leave (l, "2026-07-30", left);
  list = all_to (l, l->f.cat);
  leave (l, "2026-07-30", list);
  g_assert_cmpuint (count_gaps (l->f.ws), ==, 0);
  g_assert_true (sl_workspace_undo (l->f.ws, &error));
  g_assert_no_error (error);
  assert_field (l->f.ws, l->risk, SL_RISK_OWNER, "P-02");
  g_assert_cmpuint (count_gaps (l->f.ws), ==, 4);
}

/* Some to one, some to another, some to nobody. */
static void
test_several (Leaving *l, gconstpointer unused)
{
  g_autoptr (GArray) list = all_to (l, l->f.cat);

  keep_back (list, l->action);
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, SlHandOver, i).owned.kind == SL_KIND_PROJECT)
      g_array_index (list, SlHandOver, i).successor = l->f.ada;
  leave (l, LAST_DAY, list);
  assert_field (l->f.ws, l->risk, SL_RISK_OWNER, "P-03");
  assert_field (l->f.ws, l->project, SL_PROJECT_MANAGER, "P-01");
  assert_field (l->f.ws, l->action, SL_ACTION_OWNER, "P-02");
}

/* A gap opens the day after the last one, and is what `check` counts. */
static void
test_gaps (Leaving *l, gconstpointer unused)
{
  g_autoptr (GArray) list = all_to (l, SL_UID_NONE);
  g_autoptr (GArray) rest = NULL;
  SlPersonStatus status;
  SlView view;

  leave (l, "2026-07-31", list);
  g_assert_cmpuint (count_gaps (l->f.ws), ==, 0);
  g_setenv ("SIGHTLINE_TODAY", "2026-08-01", TRUE);
  view = sl_workspace_view (l->f.ws);
  sl_person_status (&view, SL_AS (PERSON, sl_data_lookup (view.data, l->f.bob)), &status);
  g_assert_cmpuint (status.owned, ==, 5);
  g_assert_cmpuint (status.gaps, ==, 4); /* a draft owes no owner */
  g_assert_cmpuint (count_gaps (l->f.ws), ==, 4);
  /* What was left is handed over later, the last day staying what it is. */
  rest = all_to (l, l->f.cat);
  leave (l, "2026-07-31", rest);
  g_assert_cmpuint (count_gaps (l->f.ws), ==, 0);
  assert_field (l->f.ws, l->f.bob, SL_PERSON_ACTIVE_TO, "2026-07-31");
  g_setenv ("SIGHTLINE_TODAY", "2026-07-31", TRUE);
}

/* The last day alone is an edit, and owes no reason. */
static void
test_day_only (Leaving *l, gconstpointer unused)
{
  g_autoptr (GArray) list = all_to (l, SL_UID_NONE);
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_leave (l->f.ws, l->f.bob, sl_date_from_iso (LAST_DAY), list, NULL, &error));
  g_assert_no_error (error);
  label = sl_workspace_dup_undo_label (l->f.ws);
  g_assert_cmpstr (label, ==, "Edit P-02: Active to");
}

/* Without a last day things change hands and nobody leaves. */
static void
test_hands_only (Leaving *l, gconstpointer unused)
{
  g_autoptr (GArray) list = all_to (l, l->f.cat);
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_leave (l->f.ws, l->f.bob, SL_DATE_NONE, list, "Another portfolio", &error));
  g_assert_no_error (error);
  assert_field (l->f.ws, l->f.bob, SL_PERSON_ACTIVE_TO, "");
  assert_field (l->f.ws, l->action, SL_ACTION_OWNER, "P-03");
}

static void
test_return (Leaving *l, gconstpointer unused)
{
  g_autoptr (GArray) list = all_to (l, SL_UID_NONE);
  g_autoptr (GError) error = NULL;

  leave (l, "2026-07-30", list);
  g_assert_cmpuint (count_gaps (l->f.ws), ==, 4);
  g_assert_true (sl_workspace_set_text (l->f.ws, l->f.bob, SL_PERSON_ACTIVE_TO, "", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_gaps (l->f.ws), ==, 0);
  assert_bobs (l);
}

/* --- Refusals ----------------------------------------------------------------------------------------------------- */

static void
assert_refused (Leaving *l, const char *last_day, GArray *list, const char *reason, int code, const char *part)
{
  gint64 seq = sl_workspace_head (l->f.ws)->seq;
  g_autoptr (GError) error = NULL;

  g_assert_false (sl_workspace_leave (l->f.ws, l->f.bob, sl_date_from_iso (last_day), list, reason, &error));
  g_assert_error (error, SL_ERROR, code);
  if (part != NULL)
    g_assert_nonnull (strstr (error->message, part));
  g_assert_cmpint (sl_workspace_head (l->f.ws)->seq, ==, seq);
}

static void
test_refusals (Leaving *l, gconstpointer unused)
{
  g_autoptr (GArray) list = all_to (l, l->f.cat);
  g_autoptr (GArray) own = all_to (l, l->f.bob);
  g_autoptr (GArray) lost = all_to (l, l->project);

  assert_refused (l, LAST_DAY, list, NULL, SL_ERROR_REASON_NEEDED, "R-001");
  assert_refused (l, LAST_DAY, own, "because", SL_ERROR_VALUE, "cannot take over");
  assert_refused (l, LAST_DAY, lost, "because", SL_ERROR_VALUE, "cannot take over");
  assert_refused (l, "2024-12-31", list, "because", SL_ERROR_RULE, "before the first");
  assert_bobs (l);
}

/* A successor must be there when the other is gone. */
static void
test_successor_leaves (Leaving *l, gconstpointer unused)
{
  g_autoptr (GArray) list = all_to (l, l->f.cat);

  fixture_set (l->f.ws, l->f.cat, SL_PERSON_ACTIVE_TO, LAST_DAY);
  assert_refused (l, LAST_DAY, list, "because", SL_ERROR_VALUE, "Cat");
  leave (l, "2026-08-13", list);
  assert_field (l->f.ws, l->risk, SL_RISK_OWNER, "P-03");
}

static void
test_changed_meanwhile (Leaving *l, gconstpointer unused)
{
  g_autoptr (GArray) list = all_to (l, l->f.cat);

  fixture_set (l->f.ws, l->action, SL_ACTION_OWNER, "Ada");
  assert_refused (l, LAST_DAY, list, "because", SL_ERROR_CONFLICT, "A-01");
  assert_field (l->f.ws, l->risk, SL_RISK_OWNER, "P-02");
}

/* Whoever acts may record their own leaving, and take it back. */
static void
test_actor_leaves (Leaving *l, gconstpointer unused)
{
  g_autoptr (GArray) list = all_to (l, l->f.cat);
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_set_actor (l->f.ws, l->f.bob, &error));
  leave (l, "2026-07-30", list);
  g_assert_cmpint (sl_workspace_actor (l->f.ws), ==, l->f.bob);
  g_assert_true (sl_workspace_undo (l->f.ws, &error));
  g_assert_no_error (error);
  assert_bobs (l);
}

/* --- Reasons offered ---------------------------------------------------------------------------------------------- */

static void
test_reasons (Leaving *l, gconstpointer unused)
{
  g_autoptr (GArray) list = all_to (l, l->f.cat);
  g_auto (GStrv) both = NULL, one = NULL, none = NULL;

  leave (l, LAST_DAY, list);
  both = sl_workspace_dup_reasons (l->f.ws, 8);
  g_assert_cmpuint (g_strv_length (both), ==, 2);
  g_assert_cmpstr (both[0], ==, "Bob goes to the port");
  g_assert_cmpstr (both[1], ==, "because of the test");
  one = sl_workspace_dup_reasons (l->f.ws, 1);
  g_assert_cmpuint (g_strv_length (one), ==, 1);
  none = sl_workspace_dup_reasons (l->f.ws, 0);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

/* --- Rows --------------------------------------------------------------------------------------------------------- */

static void
count_changed (SlItem *item, guint64 mask, gpointer data)
{
  (*(guint *) data)++;
}

/* The rows of whoever owned and whoever owns now are told, others are not. */
static void
test_rows_told (Leaving *l, gconstpointer unused)
{
  SlKindModel *people = sl_workspace_list (l->f.ws, SL_KIND_PERSON);
  g_autoptr (SlItem) ada = sl_kind_model_item (people, l->f.ada), bob = sl_kind_model_item (people, l->f.bob),
                     cat = sl_kind_model_item (people, l->f.cat);
  guint n_ada = 0, n_bob = 0, n_cat = 0;

  g_signal_connect (ada, "changed", G_CALLBACK (count_changed), &n_ada);
  g_signal_connect (bob, "changed", G_CALLBACK (count_changed), &n_bob);
  g_signal_connect (cat, "changed", G_CALLBACK (count_changed), &n_cat);
  fixture_set (l->f.ws, l->risk, SL_RISK_OWNER, "Cat");
  g_assert_cmpuint (n_ada, ==, 0);
  g_assert_cmpuint (n_bob, >, 0);
  g_assert_cmpuint (n_cat, >, 0);
  /* A benefit may go with its node: everybody's figures are looked at again. */
  n_ada = 0;
  add (l->f.ws, SL_KIND_MAP_NODE, SL_MAP_NODE_TITLE, "Rounds by need");
  g_assert_cmpuint (n_ada, >, 0);
  n_bob = 0;
  sl_workspace_set_as_of (l->f.ws, sl_date_from_iso ("2027-01-01"));
  g_assert_cmpuint (n_bob, >, 0);
}

#define ADD(name, func) g_test_add ("/leaving/" name, Leaving, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("one-change", test_one_change);
  ADD ("acceptance", test_acceptance);
  ADD ("undo", test_undo);
  ADD ("undo-of-gone", test_undo_of_gone);
  ADD ("several", test_several);
  ADD ("gaps", test_gaps);
  ADD ("day-only", test_day_only);
  ADD ("hands-only", test_hands_only);
  ADD ("return", test_return);
  ADD ("refusals", test_refusals);
  ADD ("successor-leaves", test_successor_leaves);
  ADD ("changed-meanwhile", test_changed_meanwhile);
  ADD ("actor-leaves", test_actor_leaves);
  ADD ("reasons", test_reasons);
  ADD ("rows-told", test_rows_told);
  return g_test_run ();
}
