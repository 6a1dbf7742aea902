/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sl-error.h"
#include "workspace-fixture.h"

#include <string.h>

static void
count_signal (SlWorkspace *ws, SlChangeSet *change_set, gpointer data)
{
  (*(guint *) data)++;
}

/* One act, one change-set, one signal; it is in the store before the call returns. */
static void
test_commit (Fixture *f, gconstpointer unused)
{
  gint64 seq = sl_workspace_head (f->ws)->seq;
  guint signals = 0;
  SlUid risk;
  g_autoptr (SlWorkspace) other = NULL;

  g_signal_connect (f->ws, "changed", G_CALLBACK (count_signal), &signals);
  risk = fixture_add_risk (f->ws, "Rotas");
  g_assert_cmpuint (signals, ==, 1);
  g_assert_cmpint (sl_workspace_head (f->ws)->seq, ==, seq + 1);
  fixture_set (f->ws, risk, SL_RISK_TITLE, "Rotas");
  g_assert_cmpuint (signals, ==, 1); /* nothing differs: nothing is written */
  other = fixture_other (f, f->bob);
  assert_field (other, risk, SL_RISK_TITLE, "Rotas");
}

static void
test_refusals_change_nothing (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "Rotas");
  SlHead head = *sl_workspace_head (f->ws);
  g_autoptr (GError) error = NULL;

  g_assert_false (sl_workspace_set_text (f->ws, risk, SL_RISK_TITLE, "", NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_STRUCTURE);
  g_clear_error (&error);
  g_assert_false (sl_workspace_set_text (f->ws, risk, SL_RISK_OWNER, "nobody", NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (sl_workspace_set_text (f->ws, risk, SL_RISK_STATE, "open", NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_RULE); /* INV-1 */
  g_assert_true (sl_hash_equal (&head.hash, &sl_workspace_head (f->ws)->hash));
  assert_field (f->ws, risk, SL_RISK_STATE, "draft");
}

static SlUid
open_risk (Fixture *f)
{
  SlUid risk = fixture_add_risk (f->ws, "Rotas");
  g_autoptr (GError) error = NULL;

  fixture_set (f->ws, risk, SL_RISK_CAUSE, "New rotas are not agreed");
  fixture_set (f->ws, risk, SL_RISK_EVENT, "Crews may not start in September");
  fixture_set (f->ws, risk, SL_RISK_EFFECT, "Collection costs do not fall");
  fixture_set (f->ws, risk, SL_RISK_OWNER, "Bob");
  fixture_set (f->ws, risk, SL_RISK_CATEGORY, "people");
  fixture_set (f->ws, risk, SL_RISK_EARLIEST_DATE, "2026-09-01");
  g_assert_true (sl_workspace_assess (f->ws, risk, 4, 4, NULL, &error));
  g_assert_no_error (error);
  fixture_set (f->ws, risk, SL_RISK_STATE, "open");
  return risk;
}

/* A reason is demanded where it is due, and then it is kept. */
static void
test_reason (Fixture *f, gconstpointer unused)
{
  SlUid risk = open_risk (f);
  g_autoptr (GError) error = NULL;

  g_assert_false (sl_workspace_set_text (f->ws, risk, SL_RISK_OWNER, "Cat", NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_REASON_NEEDED);
  g_clear_error (&error);
  assert_field (f->ws, risk, SL_RISK_OWNER, "P-02");
  g_assert_true (sl_workspace_set_text (f->ws, risk, SL_RISK_OWNER, "Cat", "Bob left the crew", &error));
  g_assert_cmpstr (sl_workspace_last_reason (f->ws), ==, "Bob left the crew");
}

/* The day's own assessment is amended, another day's followed by a new one. */
static void
test_assess (Fixture *f, gconstpointer unused)
{
  SlUid risk = open_risk (f);
  const SlData *data = sl_workspace_data (f->ws);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sl_workspace_risk_status (f->ws, risk)->score, ==, 16);
  g_assert_cmpint (sl_workspace_risk_status (f->ws, risk)->rag, ==, SL_RAG_RED);
  g_assert_true (sl_workspace_assess (f->ws, risk, 5, 0, NULL, &error));
  g_assert_cmpuint (sl_data_count (data, SL_KIND_RISK_ASSESSMENT), ==, 1);
  g_assert_cmpint (sl_workspace_risk_status (f->ws, risk)->score, ==, 20);
  g_setenv ("SIGHTLINE_TODAY", "2026-08-01", TRUE);
  g_assert_false (sl_workspace_assess (f->ws, risk, 2, 2, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_REASON_NEEDED);
  g_clear_error (&error);
  g_assert_true (sl_workspace_assess (f->ws, risk, 2, 2, "Rotas are agreed", &error));
  g_assert_cmpuint (sl_data_count (data, SL_KIND_RISK_ASSESSMENT), ==, 2);
  g_assert_cmpint (sl_workspace_risk_status (f->ws, risk)->score, ==, 4);
  g_assert_true (sl_workspace_set_actor (f->ws, SL_UID_NONE, &error));
  g_assert_false (sl_workspace_assess (f->ws, risk, 3, 3, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_REFUSED);
  g_setenv ("SIGHTLINE_TODAY", "2026-07-31", TRUE);
}

/* Retyping the day's own probability takes away the percentage of the other band instead of being refused by it. */
static void
test_amend_percent (Fixture *f, gconstpointer unused)
{
  SlUid risk = open_risk (f);
  SlUid assessment = sl_workspace_risk_status (f->ws, risk)->current;
  g_autoptr (GError) error = NULL;

  fixture_set (f->ws, assessment, SL_RISK_ASSESSMENT_EXPLICIT_PCT, "60");
  g_assert_true (sl_workspace_assess (f->ws, risk, 5, 0, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sl_workspace_risk_status (f->ws, risk)->current, ==, assessment);
  assert_field (f->ws, assessment, SL_RISK_ASSESSMENT_EXPLICIT_PCT, "");
}

/* Looking at another day is for looking: dated acts are refused, other edits are not. */
static void
test_as_of (Fixture *f, gconstpointer unused)
{
  SlUid risk = open_risk (f);
  g_autoptr (GError) error = NULL;

  sl_workspace_set_as_of (f->ws, sl_date_from_iso ("2026-07-30"));
  g_assert_cmpint (sl_workspace_risk_status (f->ws, risk)->score, ==, 0);
  g_assert_false (sl_workspace_assess (f->ws, risk, 3, 3, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_REFUSED);
  fixture_set (f->ws, risk, SL_RISK_EARLY_WARNING, "Sick leave rises");
  sl_workspace_set_as_of (f->ws, SL_DATE_NONE);
  g_assert_cmpint (sl_workspace_risk_status (f->ws, risk)->score, ==, 16);
}

/* A window left open overnight judges by the new day. */
static void
test_midnight (Fixture *f, gconstpointer unused)
{
  SlUid risk = open_risk (f);

  g_assert_cmpint (sl_workspace_risk_status (f->ws, risk)->overdue_days, ==, 0);
  g_setenv ("SIGHTLINE_TODAY", "2026-08-31", TRUE);
  g_assert_true (sl_workspace_poll (f->ws, NULL));
  g_assert_cmpint (sl_workspace_risk_status (f->ws, risk)->overdue_days, >, 0);
  g_setenv ("SIGHTLINE_TODAY", "2026-07-31", TRUE);
}

/* Derived values are computed once, and after an edit only for what it touches. */
static void
test_derived_counts (Fixture *f, gconstpointer unused)
{
  SlUid risks[20];
  guint before;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (risks); i++)
    risks[i] = fixture_add_risk (f->ws, "Risk");
  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < G_N_ELEMENTS (risks); i++)
      sl_workspace_risk_status (f->ws, risks[i]);
  before = sl_workspace_derivations (f->ws);
  g_assert_true (sl_workspace_assess (f->ws, risks[3], 2, 2, NULL, &error));
  fixture_set (f->ws, risks[5], SL_RISK_OWNER, "Bob");
  for (guint i = 0; i < G_N_ELEMENTS (risks); i++)
    sl_workspace_risk_status (f->ws, risks[i]);
  g_assert_cmpuint (sl_workspace_derivations (f->ws), ==, before + 2);
  before = sl_workspace_derivations (f->ws);
  fixture_set (f->ws, f->bob, SL_PERSON_ACTIVE_TO, "2026-07-01");
  for (guint i = 0; i < G_N_ELEMENTS (risks); i++)
    sl_workspace_risk_status (f->ws, risks[i]);
  g_assert_cmpuint (sl_workspace_derivations (f->ws), ==, before + 1);
  g_assert_false (sl_workspace_risk_status (f->ws, risks[5])->owner_active);
}

/* An escalation handles a breach: the risk it is about is judged anew, and no other. */
static void
test_derived_escalation (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "Risk"), other = fixture_add_risk (f->ws, "Other");
  SlTx *tx = sl_workspace_begin (f->ws, SL_VERB_ADD);
  SlUid escalation = sl_tx_create (tx, SL_KIND_ESCALATION);
  g_autoptr (GError) error = NULL;
  guint before;

  g_assert_cmpint (sl_workspace_risk_status (f->ws, risk)->handling, ==, SL_HANDLING_NONE);
  sl_workspace_risk_status (f->ws, other);
  before = sl_workspace_derivations (f->ws);
  g_assert_true (sl_tx_set (tx, escalation, SL_ESCALATION_RISK, &SL_VALUE_REF (risk), NULL));
  g_assert_true (sl_tx_set (tx, escalation, SL_ESCALATION_ASKED, &SL_VALUE_TEXT ("Decide"), NULL));
  g_assert_true (sl_tx_set (tx, escalation, SL_ESCALATION_RAISED_ON, &SL_VALUE_DATE (sl_workspace_as_of (f->ws)), NULL));
  g_assert_true (sl_workspace_commit (f->ws, tx, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sl_workspace_risk_status (f->ws, risk)->handling, ==, SL_HANDLING_ESCALATED);
  g_assert_cmpint (sl_workspace_risk_status (f->ws, other)->handling, ==, SL_HANDLING_NONE);
  g_assert_cmpuint (sl_workspace_derivations (f->ws), ==, before + 1);
}

/* The map is judged once, and anew only after what bears on it. */
static void
test_derived_map (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "Risk");
  SlTx *tx = sl_workspace_begin (f->ws, SL_VERB_ADD);
  SlUid node = sl_tx_create (tx, SL_KIND_MAP_NODE);
  guint before;

  g_assert_cmpuint (sl_map_status_count (sl_workspace_map_status (f->ws)), ==, 0);
  g_assert_true (sl_tx_set (tx, node, SL_MAP_NODE_TYPE, &SL_VALUE_ENUM (SL_NODE_TYPE_ENABLER), NULL));
  g_assert_true (sl_tx_set (tx, node, SL_MAP_NODE_TITLE, &SL_VALUE_TEXT ("Sensors"), NULL));
  g_assert_true (sl_workspace_commit (f->ws, tx, NULL, NULL));
  g_assert_cmpuint (sl_map_status_count (sl_workspace_map_status (f->ws)), ==, 1);
  before = sl_workspace_derivations (f->ws);
  fixture_set (f->ws, sl_data_programme (sl_workspace_data (f->ws))->record.uid, SL_PROGRAMME_CITY, "Town");
  sl_workspace_map_status (f->ws);
  g_assert_cmpuint (sl_workspace_derivations (f->ws), ==, before);
  /* A risk that strikes nothing, and a title. */
  fixture_set (f->ws, risk, SL_RISK_TITLE, "Other");
  fixture_set (f->ws, node, SL_MAP_NODE_TITLE, "Other");
  sl_workspace_map_status (f->ws);
  g_assert_cmpuint (sl_workspace_derivations (f->ws), ==, before);
  fixture_set (f->ws, node, SL_MAP_NODE_PLANNED, "2026-01-31");
  sl_workspace_map_status (f->ws);
  g_assert_cmpuint (sl_workspace_derivations (f->ws), ==, before + 1);
}

static void
count_touch (SlItem *item, guint64 mask, gpointer data)
{
  g_string_append_printf (data, "%" G_GUINT64_FORMAT " ", mask);
}

/* A row is told of a figure that changed though its own record did not. */
static void
test_derived_touch (Fixture *f, gconstpointer unused)
{
  SlUid risk = fixture_add_risk (f->ws, "Risk");
  g_autoptr (SlItem) item = sl_kind_model_item (sl_workspace_list (f->ws, SL_KIND_RISK), risk);
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_signal_connect (item, "changed", G_CALLBACK (count_touch), said);
  g_assert_true (sl_workspace_assess (f->ws, risk, 2, 2, NULL, &error));
  g_assert_cmpstr (said->str, ==, "0 ");
}

/* Content that does not match the stored digest is refused. */
static void
test_tampering (Fixture *f, gconstpointer unused)
{
  g_autoptr (SlStore) twin = sl_memory_store_twin (f->store);
  g_autoptr (SlWorkspace) other = sl_workspace_new (twin);
  SlTx *tx = sl_workspace_begin (f->ws, SL_VERB_ADD);
  SlUid uid = sl_tx_create (tx, SL_KIND_RISK);
  g_autoptr (SlChangeSet) forged = NULL;
  g_autoptr (GError) error = NULL;

  sl_tx_set (tx, uid, SL_RISK_TITLE, &SL_VALUE_TEXT ("Planted"), NULL);
  forged = sl_change_set_new (sl_tx_changes (tx), SL_VERB_ADD, SL_UID_NONE, NULL);
  sl_tx_free (tx);
  forged->digest.bytes[0] ^= 1;
  g_assert_true (sl_store_append (twin, forged, sl_workspace_head (f->ws), &error));
  g_assert_false (sl_workspace_open (other, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_TAMPERED);
  g_assert_cmpint (sl_workspace_state (other), ==, SL_WORKSPACE_FAILED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/workspace/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("commit", test_commit);
  ADD ("refusals-change-nothing", test_refusals_change_nothing);
  ADD ("reason", test_reason);
  ADD ("assess", test_assess);
  ADD ("amend-percent", test_amend_percent);
  ADD ("as-of", test_as_of);
  ADD ("midnight", test_midnight);
  ADD ("derived-counts", test_derived_counts);
  ADD ("derived-touch", test_derived_touch);
  ADD ("derived-escalation", test_derived_escalation);
  ADD ("derived-map", test_derived_map);
  ADD ("tampering", test_tampering);
  return g_test_run ();
}
