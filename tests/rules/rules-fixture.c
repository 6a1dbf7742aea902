/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules-fixture.h"

#include <string.h>

void
rules_set_up (Rules *f, gconstpointer unused)
{
  sl_fixture_init (&f->base);
  f->act = (SlActContext){ f->base.bob, f->base.day, FALSE };
  f->risk = sl_fixture_add_risk (&f->base, SL_RISK_STATE_OPEN);
  sl_fixture_assess (&f->base, f->risk, SL_ASSESSMENT_TYPE_CURRENT, "2026-07-01", 3, 3);
}

void
rules_tear_down (Rules *f, gconstpointer unused)
{
  g_clear_pointer (&f->tx, sl_tx_free);
  sl_fixture_clear (&f->base);
}

void
rules_begin (Rules *f, SlVerb verb)
{
  g_clear_pointer (&f->tx, sl_tx_free);
  f->tx = sl_tx_new (sl_fixture_data (&f->base), verb);
}

void
rules_set (Rules *f, SlUid uid, guint field, SlValue value)
{
  g_autoptr (GError) error = NULL;

  if (f->tx == NULL)
    rules_begin (f, SL_VERB_EDIT);
  g_assert_true (sl_tx_set (f->tx, uid, field, &value, &error));
  g_assert_no_error (error);
}

void
rules_put (Rules *f, const SlRecordEdit *edit)
{
  g_autoptr (SlRecord) record = sl_record_edit_done (edit);

  if (f->tx == NULL)
    rules_begin (f, SL_VERB_ADD);
  sl_tx_put (f->tx, record);
}

void
rules_delete (Rules *f, SlUid uid)
{
  g_autoptr (GError) error = NULL;

  if (f->tx == NULL)
    rules_begin (f, SL_VERB_DELETE);
  g_assert_true (sl_tx_delete (f->tx, uid, &error));
  g_assert_no_error (error);
}

void
rules_assess (Rules *f, SlUid risk, int probability, int impact, const char *rationale)
{
  SlRecordEdit edit;

  sl_fixture_edit (&f->base, SL_KIND_RISK_ASSESSMENT, &edit);
  edit.values[SL_RISK_ASSESSMENT_RISK] = SL_VALUE_REF (risk);
  edit.values[SL_RISK_ASSESSMENT_DATE] = SL_VALUE_DATE (f->act.day);
  if (f->act.actor != SL_UID_NONE)
    edit.values[SL_RISK_ASSESSMENT_BY] = SL_VALUE_REF (f->act.actor);
  if (probability > 0)
    edit.values[SL_RISK_ASSESSMENT_PROBABILITY] = SL_VALUE_INT (probability);
  if (impact > 0)
    edit.values[SL_RISK_ASSESSMENT_IMPACT_BENEFIT] = SL_VALUE_INT (impact);
  if (rationale != NULL)
    edit.values[SL_RISK_ASSESSMENT_RATIONALE] = SL_VALUE_TEXT (rationale);
  rules_put (f, &edit);
}

static char *
describe (const GPtrArray *findings)
{
  GString *s = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const SlFinding *finding = findings->pdata[i];
      g_autofree char *text = sl_finding_dup_text (finding, FALSE);

      g_string_append_printf (s, "%c %s %s\n", "WER"[finding->severity], finding->rule, text);
    }
  return g_string_free (s, FALSE);
}

static char *
run (Rules *f)
{
  g_autoptr (GPtrArray) findings = sl_findings_new ();
  g_autoptr (GError) error = NULL;
  SlView before = sl_fixture_view (&f->base), after = before;

  g_assert_nonnull (f->tx);
  g_assert_true (sl_rules_complete (f->tx, &f->act, f->act.reason_given ? "Because" : NULL, &error));
  g_assert_no_error (error);
  g_assert_true (sl_tx_check_structure (f->tx, &error));
  g_assert_no_error (error);
  after.data = sl_tx_data (f->tx);
  after.settings = sl_data_settings (after.data);
  sl_rules_check_tx (f->tx, &before, &after, &f->act, findings);
  g_clear_pointer (&f->tx, sl_tx_free);
  return describe (findings);
}

void
rules_expect (Rules *f, const char *expected)
{
  g_autofree char *said = run (f);

  g_assert_cmpstr (said, ==, expected);
}

gboolean
rules_says (Rules *f, const char *line)
{
  g_autofree char *said = run (f);
  g_auto (GStrv) lines = g_strsplit (said, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], line) && lines[i][strlen (line)] == ' ')
      return TRUE;
  g_test_message ("%s", said);
  return FALSE;
}

void
rules_apply (Rules *f)
{
  g_autoptr (SlChangeSet) change_set = NULL;

  g_assert_nonnull (f->tx);
  change_set = sl_change_set_new (sl_tx_changes (f->tx), sl_tx_verb (f->tx), f->act.actor, NULL);
  g_clear_pointer (&f->tx, sl_tx_free);
  sl_programme_apply (f->base.programme, change_set);
}

void
rules_expect_all (Rules *f, const char *expected)
{
  g_autoptr (GPtrArray) findings = sl_findings_new ();
  SlView view = sl_fixture_view (&f->base);
  g_autofree char *said = NULL;

  sl_rules_check_all (&view, findings);
  said = describe (findings);
  g_assert_cmpstr (said, ==, expected);
}
