/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace-fixture.h"

static SlUid
add_person (SlWorkspace *ws, const char *name)
{
  SlTx *tx = sl_workspace_begin (ws, SL_VERB_ADD);
  SlUid uid = sl_tx_create (tx, SL_KIND_PERSON);
  g_autoptr (GError) error = NULL;

  sl_tx_set (tx, uid, SL_PERSON_DISPLAY_NAME, &SL_VALUE_TEXT (name), NULL);
  sl_tx_set (tx, uid, SL_PERSON_ACTIVE_FROM, &SL_VALUE_DATE (sl_date_from_iso ("2025-01-01")), NULL);
  g_assert_true (sl_workspace_commit (ws, tx, NULL, &error));
  g_assert_no_error (error);
  return uid;
}

void
fixture_set_up (Fixture *f, gconstpointer unused)
{
  const SlSeedNew what = { .name = "Test programme", .person = "Ada", .organisation = "Council", .project = "First" };
  g_autoptr (GError) error = NULL;

  g_setenv ("SIGHTLINE_TODAY", "2026-07-31", TRUE);
  f->store = sl_memory_store_new ();
  f->ws = sl_workspace_new (f->store);
  g_assert_true (sl_workspace_open (f->ws, NULL, &error));
  g_assert_true (sl_seed_new (f->ws, &what, &error));
  g_assert_no_error (error);
  f->ada = sl_workspace_actor (f->ws);
  g_assert_cmpint (f->ada, !=, SL_UID_NONE);
  f->bob = add_person (f->ws, "Bob");
  f->cat = add_person (f->ws, "Cat");
}

void
fixture_tear_down (Fixture *f, gconstpointer unused)
{
  g_assert_finalize_object (f->ws);
  g_assert_finalize_object (f->store);
}

SlWorkspace *
fixture_other (Fixture *f, SlUid actor)
{
  g_autoptr (SlStore) twin = sl_memory_store_twin (f->store);
  SlWorkspace *other = sl_workspace_new (twin);
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_open (other, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (sl_workspace_set_actor (other, actor, &error));
  return other;
}

SlUid
fixture_add_risk (SlWorkspace *ws, const char *title)
{
  SlTx *tx = sl_workspace_begin (ws, SL_VERB_ADD);
  SlUid uid = sl_tx_create (tx, SL_KIND_RISK);
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_tx_set (tx, uid, SL_RISK_TITLE, &SL_VALUE_TEXT (title), &error));
  g_assert_true (sl_workspace_commit (ws, tx, NULL, &error));
  g_assert_no_error (error);
  return uid;
}

void
fixture_set (SlWorkspace *ws, SlUid uid, guint field, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_set_text (ws, uid, field, text, "because of the test", &error));
  g_assert_no_error (error);
}

char *
fixture_get (SlWorkspace *ws, SlUid uid, guint field)
{
  const SlData *data = sl_workspace_data (ws);
  const SlRecord *record = sl_data_lookup (data, uid);
  SlValue value;

  if (record == NULL)
    return g_strdup ("(gone)");
  sl_record_get (record, field, &value);
  return sl_data_dup_text (data, &sl_record_kind (record)->fields[field], &value);
}
